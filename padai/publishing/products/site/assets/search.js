/* The list is in the page, whole; this keeps what holds every word that is typed, best first. */
const box = document.querySelector(".search");
const list = box.querySelector("ul");
const entries = [...list.children].map((item, place) => ({
  item,
  place,
  title: fold(item.querySelector("a").textContent),
  words: fold(item.textContent),
}));

function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[^a-z0-9%+]+/g, " ").trim();
}

function begins(text, term) {
  return (" " + text).includes(" " + term);
}

/* Every word must be there; one that begins a word counts more, in the title more still. */
function score(entry, terms) {
  let sum = 0;
  for (const term of terms) {
    if (begins(entry.title, term)) sum += 4;
    else if (begins(entry.words, term)) sum += 2;
    else if (entry.words.includes(term)) sum += 1;
    else return 0;
  }
  return sum;
}

function search(text) {
  const terms = fold(text).split(" ").filter(Boolean);
  const kept = entries
    .map((entry) => ({ entry, sum: terms.length ? score(entry, terms) : 1 }))
    .filter((one) => one.sum > 0)
    .sort((a, b) => b.sum - a.sum || a.entry.place - b.entry.place);
  list.replaceChildren(...kept.map((one) => one.entry.item));
  const many = kept.length;
  status.textContent = !terms.length ? ""
    : many === 0 ? WORDS.none : many === 1 ? WORDS.one : WORDS.many.replace("{n}", many);
}

const form = document.createElement("form");
form.setAttribute("role", "search");
const label = document.createElement("label");
label.textContent = WORDS.label;
label.htmlFor = "mots";
const field = document.createElement("input");
field.type = "search";
field.id = "mots";
field.autocomplete = "off";
field.setAttribute("aria-describedby", "aide");
const hint = document.createElement("p");
hint.id = "aide";
hint.className = "note";
hint.textContent = WORDS.hint;
const status = document.createElement("p");
status.setAttribute("role", "status");
status.className = "found-many";
form.append(label, field, hint, status);
box.prepend(form);

form.addEventListener("submit", (event) => event.preventDefault());
let waiting = 0;
field.addEventListener("input", () => {
  search(field.value);
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const address = field.value ? "#q=" + encodeURIComponent(field.value) : location.pathname;
    try { history.replaceState(null, "", address); } catch { /* a page of a file has no history */ }
  }, 300);
});

function asked() {
  const found = /^#q=(.*)$/.exec(location.hash);
  if (!found) return;
  try { field.value = decodeURIComponent(found[1].replace(/\+/g, " ")); } catch { return; }
  search(field.value);
}
window.addEventListener("hashchange", asked);
asked();
