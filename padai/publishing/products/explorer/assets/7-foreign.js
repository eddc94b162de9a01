// Texts in another language than the page's say so, wherever the script writes them: a screen
// reader must be told, and a figure beside words that run from right to left must keep its sign.

const SIGNS = "?!:;%$»";
const keyOf = (text) => {
  const plain = text.trim().replace(/[ \u00a0\u202f]+/g, " ")
    .replace(new RegExp(` +(?=[${SIGNS}])`, "g"), "");
  return plain.slice(0, 1).toLowerCase() + plain.slice(1);
};
const FOREIGN = new Map(DATA.foreign.map(([text, tag, way]) => [keyOf(text), { tag, way }]));

function spaced(text) {
  return [...keyOf(text)].map((sign, place) => {
    if (sign === " ") return "[ \\u00a0\\u202f]";
    const plain = sign.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    if (SIGNS.includes(sign)) return `[ \\u00a0\\u202f]?${plain}`;
    return place === 0 && sign !== sign.toUpperCase() ? `[${sign}${sign.toUpperCase()}]` : plain;
  }).join("");
}
const OTHER_WRITING = /^(?=.*\p{L})\P{Script=Latin}+$/u; // no word of the page is one of these
const LONG = DATA.foreign.map(([text]) => text)
  .filter((text) => text.length > 3 || OTHER_WRITING.test(text))
  .sort((a, b) => b.length - a.length);
const WITHIN = LONG.length
  ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${LONG.map(spaced).join("|")})(?![\\p{L}\\p{N}])`, "gu") : null;

function says(node, { tag, way }) {
  node.setAttribute("lang", tag);
  if (way === "rtl") node.setAttribute("dir", way);
  return node;
}

function wrapped(text, parent, entry) {
  const drawn = parent.namespaceURI !== document.documentElement.namespaceURI;
  const made = drawn ? document.createElementNS(parent.namespaceURI, "tspan") : el("span");
  made.append(text);
  return says(made, entry);
}

function marked(node) {
  const parent = node.parentElement;
  if (!parent || !node.data.trim() || parent.closest("script,style,[lang]:not(html)")) return;
  const whole = FOREIGN.get(keyOf(node.data));
  if (whole && parent.childNodes.length === 1) { says(parent, whole); return; }
  if (!WITHIN || parent.closest("option,textarea,title,desc")) return;
  const parts = [];
  let from = 0;
  for (const found of node.data.matchAll(WITHIN)) {
    const entry = FOREIGN.get(keyOf(found[0]));
    if (!entry) continue;
    parts.push(node.data.slice(from, found.index), wrapped(found[0], parent, entry));
    from = found.index + found[0].length;
  }
  if (parts.length) node.replaceWith(...parts, node.data.slice(from));
}

function markIn(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  found.forEach(marked);
}

new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    const touched = type === "characterData" ? [target] : addedNodes;
    for (const node of touched) {
      if (node.nodeType === Node.TEXT_NODE) marked(node);
      else if (node.isConnected) markIn(node);
    }
  }
}).observe(document.body, { subtree: true, childList: true, characterData: true });
markIn(document.body);
