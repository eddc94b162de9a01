// The page: controls, results, downloads, announcements. Text from data is only ever text.

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map((child) => (typeof child === "string" ? bound(child) : child)));
  return made;
}

const idFor = (name) => `explorer-${name}`;
const field = (name, label, control, className = "") => {
  control.id = idFor(name);
  return el("div", { class: `field ${className}`.trim() }, el("label", { for: control.id }, label), control);
};
const options = (pairs) => pairs.map(([value, label]) => el("option", { value }, label));
const groupOf = (label, pairs) => {
  const made = el("optgroup", {}, ...options(pairs));
  made.label = label;
  return made;
};

const control = {};
for (const name of Object.keys(KEYS)) control[name] = el("select");
const search = el("input", { type: "search", autocomplete: "off", "aria-describedby": idFor("hint") });
const hint = el("p", { id: idFor("hint"), class: "hint" }, W.searchHint);
const live = el("p", { role: "status", class: "announcer", id: idFor("live") });
const alarm = el("div", { role: "alert", class: "wrong", id: idFor("wrong") });
const address = el("input", { type: "text", readonly: "" });
const results = el("div", { class: "results" });
const referenceLabel = el("span");
// on a telephone the question and its search stand before the chart; the other choices unfold
const more = el("details", { class: "more" });
const roomy = matchMedia("(min-width: 64rem)");
let current = null;

function buttons() {
  const button = (label, act) => {
    const made = el("button", { type: "button" }, label);
    made.addEventListener("click", act);
    return made;
  };
  return el("section", { class: "take", "aria-labelledby": idFor("take") },
    el("h2", { id: idFor("take") }, W.take),
    el("div", { class: "row" }, field("address", W.address, address), button(W.copy, copyAddress)),
    el("div", { class: "row" }, button(W.png, savePng), button(W.svg, saveSvg), button(W.csv, saveCsv)));
}

function built(root) {
  const form = el("form", { class: "controls", "aria-labelledby": idFor("choose") },
    el("h2", { id: idFor("choose") }, W.choose), field("search", W.search, search), hint,
    field("question", W.question, control.question), more);
  more.append(el("summary", {}, W.more), field("response", W.response, control.response),
    ...(DATA.parts.length > 1 ? [field("part", W.part, control.part)] : []),
    field("breakdown", W.breakdown, control.breakdown), field("group", W.group, control.group),
    el("fieldset", {}, el("legend", {}, W.waves), field("from", W.from, control.from),
      field("to", W.to, control.to), field("reference", "", control.reference, "wide")));
  const unfold = () => { more.open = roomy.matches; };
  unfold();
  roomy.addEventListener("change", unfold);
  form.querySelector(`label[for=${idFor("reference")}]`).append(referenceLabel);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => { if (event.target !== search) chosen(event.target); });
  search.addEventListener("input", searched);
  root.replaceChildren(alarm, form, el("div", { class: "side" }, results, buttons()), live);
}

// --- controls ----------------------------------------------------------------------------------

const simple = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();

function matching() {
  const wanted = simple(search.value.trim());
  const asked = questionsOf(current.part);
  return DATA.questions.map((question, i) => ({ question, i })).filter(({ question, i }) => asked.has(i)
    && simple([question.label, ...question.words.flat()].join(" ")).includes(wanted));
}

let listed = "";

/** Offer these questions; a list that is the same is left alone, so that arrows go on in it. */
function listQuestions(found) {
  const ids = found.map(({ question }) => question.id).join(" ");
  if (ids === listed) return;
  listed = ids;
  control.question.replaceChildren(...DATA.sections.map((title, k) => groupOf(title, found
    .filter(({ question }) => question.section === k).map(({ question }) => [question.id, question.label])))
    .filter((group) => group.children.length));
}

/** Offer the questions that hold the words; the list stands open while there are several. */
function offerQuestions() {
  const found = matching();
  const wanted = search.value.trim();
  const { id } = DATA.questions[current.question];
  const held = found.some(({ question }) => question.id === id);
  listQuestions(found.length ? found : [{ question: DATA.questions[current.question] }]);
  const open = wanted && (found.length > 1 || (found.length === 1 && !held));
  control.question.size = open ? Math.min(8, found.length + control.question.children.length) : 0;
  control.question.value = held || !found.length ? id : "";
  hint.classList.toggle("idle", !wanted);
  hint.textContent = !wanted ? W.searchHint : !found.length ? fill(W.noneFound, { text: wanted })
    : fill(found.length === 1 ? W.foundOne : W.found, { n: found.length });
}

function searched() {
  offerQuestions();
  say(search.value.trim() ? hint.textContent : "");
}

function chosen(changed) {
  const wish = {};
  for (const [name, select] of Object.entries(control)) if (select.value) wish[name] = select.value;
  const before = idsOf(current);
  wish.question ??= before.question;
  if (changed === control.question) delete wish.reference;
  if (changed === control.breakdown) delete wish.group;
  if (changed === control.to || changed === control.breakdown) delete wish.reference;
  if (changed === control.from && current.to < Number(placeOf(DATA.waves, wish.from))) wish.to = wish.from;
  if (changed === control.to && current.from > Number(placeOf(DATA.waves, wish.to))) wish.from = wish.to;
  alarm.replaceChildren();
  show(completed(wish).choice);
  const fragment = fragmentOf(current);
  try { history.replaceState(null, "", fragment); } catch { location.replace(fragment); }
}

function fillControls() {
  const { part: p, question, breakdown, to } = current;
  const { responses, breakdowns } = offered(p, question);
  const declared = DATA.questions[question];
  const ids = idsOf(current);
  const pairs = (list, keep = () => true) => list.map((one, i) => [one, i]).filter(([, i]) => keep(i))
    .map(([one]) => [one.id, one.label]);
  const answers = (net) => pairs(declared.responses, (i) => responses.has(i) && declared.responses[i].net === net);
  const kinds = [[W.nets, answers(true)], [W.answers, answers(false)]].filter(([, some]) => some.length);
  control.part.replaceChildren(...options(pairs(DATA.parts)));
  control.response.replaceChildren(...(kinds.length > 1 ? kinds.map(([name, some]) => groupOf(name, some))
    : options(kinds[0][1])));
  control.breakdown.replaceChildren(...options(pairs(DATA.breakdowns, (i) => breakdowns.has(i))));
  const groups = DATA.breakdowns[breakdown].groups;
  const several = pairs(groups, (i) => breakdowns.get(breakdown).has(i));
  control.group.replaceChildren(...options(several.length > 1 ? [["", W.everyGroup], ...several] : [["", several[0][1]]]));
  control.group.parentElement.hidden = several.length < 2;
  for (const name of ["from", "to"]) control[name].replaceChildren(...options(pairs(DATA.waves)));
  control.reference.replaceChildren(...options(pairs(DATA.waves, (i) => i < to).reverse()));
  control.reference.disabled = to === 0;
  referenceLabel.textContent = fill(W.reference, { wave: DATA.waves[to].the });
  for (const [name, select] of Object.entries(control)) {
    if (name !== "question") select.value = ids[name] || (name === "part" ? DATA.parts[0].id : "");
  }
  offerQuestions();
}

// --- results -----------------------------------------------------------------------------------

function show(choice) {
  current = choice;
  fillControls();
  const told = described(choice);
  results.replaceChildren(...resultsOf(told));
  address.value = location.href.replace(/#.*$/, "") + fragmentOf(choice);
  const other = document.querySelector(".alternate a");
  if (other) other.hash = fragmentOf(choice);
  say(fill(W.shown, { colon: W.colon, title: told.title, became: told.empty ? W.noResult : saidOf(told) }));
}

const saidOf = (told) => (told.choice.reference < 0 ? W.alone : told.single ? told.rows[0].became.sentence
  : capital(ended(becameGroups(told).map(({ short, names }) => `${short}${W.colon}${joined(names)}`).join(W.semicolon))));

function resultsOf(told) {
  const title = el("h2", { id: idFor("title") }, told.question.label);
  const wording = wordingOf(told);
  if (told.empty) return [title, wording, el("p", { class: "nothing" }, W.noResult)];
  return [title, figureOf(told), becamePart(told), wording,
    el("h3", { id: idFor("table") }, W.table), el("div",
      { class: "table-scroll", role: "region", tabindex: "0", "aria-labelledby": idFor("table") }, tableOf(told)),
    ...(told.single ? [] : [el("p", { class: "note" }, fill(W.under, { interval: told.part.interval }))])];
}

function wordingOf(told) {
  const [first, ...earlier] = told.wordings;
  if (!first) return "";
  const made = el("blockquote", { class: "wording" }, el("p", {}, W.open + first.text + W.close));
  if (told.question.instruction) made.append(el("p", { class: "note" }, told.question.instruction));
  if (earlier.length) made.append(el("p", { class: "note" }, W.changedWords), el("ul", {}, ...earlier.map(
    ({ text: words, labels }) => el("li", {}, `${labels.join(", ")}${W.colon}${W.open}${words}${W.close}`))));
  return made;
}

function becamePart(told) {
  const made = el("section", { class: "became", "aria-labelledby": idFor("became") },
    el("h3", { id: idFor("became") }, W.became));
  if (told.choice.reference < 0) made.append(el("p", {}, W.alone));
  else if (told.single) {
    const [{ became, note, period }] = told.rows;
    if (period) made.append(el("p", {}, period[0]));
    made.append(el("p", { class: "verdict", "data-verdict": became.verdict ?? "" }, became.sentence));
    for (const more of [note, became.certainty]) if (more) made.append(el("p", { class: "note" }, more));
  } else {
    made.append(el("p", {}, `${fill(W.since, { wave: DATA.waves[told.choice.reference].the })}${W.colon.trimEnd()}`),
      el("ul", {}, ...becameGroups(told).map(({ short, names, text: why }) => el("li", {},
        el("strong", {}, short), `${W.colon}${joined(names)}.${why ? ` ${ended(why)}` : ""}`))));
  }
  const declared = declaredNote(told.rows);
  if (declared) made.append(el("p", { class: "note" }, declared));
  return made;
}

function figureOf(told) {
  const made = el("figure", { class: "explorer-figure", "aria-labelledby": `${idFor("title")} ${idFor("shown")}` });
  const width = Math.max(280, Math.min(820, Math.floor(results.clientWidth || 700)));
  const picture = told.rows.some((row) => row.cells.some((cell) => cell?.shown)) ? [drawn(told, width)] : [];
  // the heading above names the question, where the window is wide enough to show it
  const named = el("span", { class: "asked" }, `${told.question.label}, `);
  made.append(el("figcaption", { id: idFor("shown") }, named, told.answer + basisOf(told)), ...picture,
    ...notesOf(told).slice(told.wordings.length ? 1 : 0).map((line) => el("p", { class: "note" }, line)));
  return made;
}

function say(words) { live.textContent = words; }

// --- share and download ------------------------------------------------------------------------

const fileName = (ending) => [DATA.survey, DATA.wave, ...Object.values(idsOf(current))].filter(Boolean)
  .join("-").replace(/[^A-Za-z0-9-]+/g, "-").slice(0, 120) + ending;

function save(content, ending) {
  const name = fileName(ending);
  const link = el("a", { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(fill(W.saved, { name }));
}

const pictureText = () => new XMLSerializer().serializeToString(drawn(described(current), 820, true));
const saveCsv = () => save(new Blob([csvOf(described(current))], { type: "text/csv" }), ".csv");
const saveSvg = () => save(new Blob([pictureText()], { type: "image/svg+xml" }), ".svg");

function savePng() {
  const image = new Image();
  image.addEventListener("error", () => say(W.failed));
  image.addEventListener("load", () => {
    const canvas = el("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => (blob ? save(blob, ".png") : say(W.failed)), "image/png");
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureText())}`;
}

async function copyAddress() {
  address.select();
  try {
    await navigator.clipboard.writeText(address.value);
    say(W.copied);
  } catch { say(W.selected); }
}

// --- start -------------------------------------------------------------------------------------

function follow() {
  const { choice, problems } = completed(wishOf(location.hash));
  alarm.replaceChildren(...(problems.length ? [el("p", {}, el("strong", {}, W.wrong)),
    el("ul", {}, ...problems.map((problem) => el("li", {}, problem))), el("p", {}, W.instead)] : []));
  show(choice);
}

const root = document.querySelector(".explorer");
root.classList.add("live");
built(root);
follow();
addEventListener("hashchange", follow);
let drawnWidth = results.clientWidth;
new ResizeObserver(() => {
  if (Math.abs(results.clientWidth - drawnWidth) < 8) return;
  drawnWidth = results.clientWidth;
  results.querySelector("figure")?.replaceWith(figureOf(described(current)));
}).observe(results);
globalThis.padaiExplorer = Object.freeze({ completed, described, becameOf, cellOf, csvOf, valueText,
  intervalText, show, fragmentOf, series, DATA });
