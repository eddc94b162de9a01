// Estimates of areas by a model, under the direct ones of the same question, response and breakdown.

function modelledOf(choice) {
  const ids = idsOf(choice);
  return DATA.modelled.find((one) => (!ids.part || ids.part === one.part) && one.question === ids.question
    && one.response === ids.response && one.breakdown === ids.breakdown);
}

const lined = (text) => text.split("\n").flatMap((line, i) => (i ? [el("br"), line] : [line]));

function modelledPart({ title, caption, heads, rows, notes, link }) {
  const head = (words, i) => el("th", { scope: "col", ...(i && { class: "right" }) }, words);
  const row = ([name, ...cells]) => el("tr", {}, el("th", { scope: "row" }, name),
    ...cells.map((cell) => el("td", { class: "right" }, ...lined(cell))));
  const table = el("table", { class: "data" },
    el("caption", {}, el("span", { class: "caption-text" }, caption)),
    el("thead", {}, el("tr", {}, ...heads.map(head))), el("tbody", {}, ...rows.map(row)));
  return el("section", { class: "modelled", "aria-labelledby": idFor("modelled") },
    el("h3", { id: idFor("modelled") }, title),
    el("div", { class: "table-scroll", role: "region", tabindex: "0",
      "aria-labelledby": `${idFor("table")} ${idFor("modelled")}` }, table),
    ...notes.map((note) => el("p", { class: "note" }, note)),
    el("p", {}, el("a", { href: link[1] }, link[0])));
}

function withModelled() {
  if (!current || results.querySelector(".modelled")) return;
  const found = modelledOf(current);
  if (found) results.append(modelledPart(found));
}

new MutationObserver(withModelled).observe(results, { childList: true });
withModelled();
