// Words, numbers and elements: nothing is written as HTML, so that nothing of a file can be code.

const fill = (text, facts = {}) => text.replace(/\{(\w+)\}/g, (all, name) => (name in facts ? facts[name] : all));
const say = (id, facts) => fill(WORDS[id], facts);
const number = (value, digits = 0) => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
const atMost = (value, digits) => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: digits }).format(value);

/** Read a number as it is written here: either decimal mark, any space, no letters. */
const readNumber = (text) => {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".").replace(/%$/, "");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
};

const element = (name, attributes = {}, ...children) => {
  const made = name in SVG_NAMES
    ? document.createElementNS("http://www.w3.org/2000/svg", name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const SVG_NAMES = { svg: 1, g: 1, path: 1, line: 1, text: 1, circle: 1, title: 1, desc: 1 };
const byId = (id) => document.getElementById(id);

const table = (heads, rows) => element("table", {},
  element("thead", {}, element("tr", {}, ...heads.map(([text, kind]) => element("th", { scope: "col", class: kind || "" }, text)))),
  element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map((cell, k) => {
    if (cell instanceof Node) return element("td", {}, cell);
    return k ? element("td", { class: heads[k][1] || "" }, cell) : element("th", { scope: "row", class: heads[k][1] || "" }, cell);
  })))));
