// A word is found by its beginning, without accents; each word asked must be there.
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const STOP = new Set((LANG === "fr"
  ? "a au aux avec ce ces comment d dans de des du en est et faire il j je l la le les ma mes mon n ne on ou par pas plus pour qu que quel quelle quels quelles qui s sa se ses si sur un une y"
  : "a an and are as at be by can do does for from give gives how i in is it my of on or the there this to what when where which with you your here")
  .split(" "));
const SAME = LANG === "fr"
  ? { n: ["base"], poids: ["ponder"], vague: ["vague"], erreur: ["erreur"], graphique: ["figure"] }
  : { weight: ["weight"], plot: ["chart"], graph: ["chart"], ci: ["interval"], confidence: ["interval"], error: ["error"] };
const tokens = (text) => fold(text).split(/[^a-z0-9_%.+-]+/).map((t) => t.replace(/^[.+-]+|[.+-]+$/g, "")).filter(Boolean);
const stem = (word) => word.length > 4 ? word.replace(/(es|s|x)$/, "") : word;
const ENTRIES = INDEX.map(([url, page, part, words]) => ({
  url, page, part, words,
  head: tokens(part || page), title: tokens(page), body: new Set(tokens(words)),
}));
const hits = (entry, word) => {
  const begins = (t) => t === word || t.startsWith(word);
  if (entry.head.some((t) => t === word || t.endsWith("." + word))) return entry.url.includes("#term-") ? 18 : entry.head.length < 3 ? 16 : 12;
  if (entry.head.some(begins)) return 8;
  if (entry.title.some(begins)) return 4;
  for (const t of entry.body) if (begins(t)) return 2;
  return 0;
};
const asked = (text) => {
  const all = tokens(text).map(stem);
  const kept = all.filter((t) => !STOP.has(t));
  return kept.length ? kept : all;
};
const find = (text) => {
  const words = asked(text);
  if (!words.length) return [];
  const least = Math.max(1, Math.ceil(words.length * 0.6));
  return ENTRIES.map((entry) => {
    let score = 0, met = 0;
    for (const word of words) {
      const best = Math.max(hits(entry, word), ...(SAME[word] || []).map((other) => hits(entry, other) - 1));
      if (best > 0) met += 1;
      score += Math.max(best, 0);
    }
    return { entry, met, score: score + met * met * 3 };
  }).filter((f) => f.met >= least).sort((a, b) => b.score - a.score).slice(0, 30).map((f) => f.entry);
};
const field = document.getElementById("q"), list = document.getElementById("found"), count = document.getElementById("count");
const excerpt = (entry, text) => {
  const first = asked(text)[0] || "";
  const at = Math.max(0, fold(entry.words).indexOf(first) - 60);
  return (at ? "… " : "") + entry.words.slice(at, at + 180) + (entry.words.length > at + 180 ? " …" : "");
};
const show = () => {
  const text = field.value.trim();
  const found = text ? find(text) : [];
  list.replaceChildren(...found.map((entry) => {
    const item = document.createElement("li"), link = document.createElement("a"), said = document.createElement("p");
    link.href = entry.url;
    link.textContent = entry.part ? `${entry.part} (${entry.page})` : entry.page;
    said.textContent = excerpt(entry, text);
    item.append(link, said);
    return item;
  }));
  const n = found.length;
  count.textContent = !text ? "" : LANG === "fr"
    ? (n ? `${n === 30 ? "Les 30 premiers" : n} résultat${n > 1 ? "s" : ""}` : "Rien ne contient ces mots.")
    : (n ? `${n === 30 ? "The first 30" : n} result${n > 1 ? "s" : ""}` : "Nothing holds these words.");
};
field.value = new URLSearchParams(location.search).get("q") || "";
field.addEventListener("input", show);
show();
field.focus();
