// Words are met by their stems, without accents; a rare word counts more than a common one.
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
  .replace(/n[’'‘]t\b/g, "nt").replace(/œ/g, "oe");
const STOP = new Set((LANG === "fr"
  ? "a ai au aux avec ce cela ces cette combien comment d dans de des dois donc du elle en est et etre fait faire faut il ils j je l la le les leur leurs lors m ma me mes mon n ne nos notre nous on ont ou par pas peut peux plus pour puis pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se ses si sont sur t toujours un une va veux vos votre y"
  : "a after am an and any are as at be by can could did do does dont for from get gets give gives had has have how i if in into is it its just m me my need of on one or our s should so some t that the their them there these they this to too up want was we were what when where which who why will with without would you your here")
  .split(" "));
// What people say for a word of these pages: each group is of one meaning.
const SAME = (LANG === "fr"
  ? ["poids ponderer redressement redresser", "vague edition mesure ronde", "graphique figure courbe diagramme", "excel xlsx classeur tableur",
    "case cellule", "retenue masquee cachee supprimee confidentielle", "sous-population domaine sous-groupe filtre", "significatif significative demontre",
    "libelle formulation", "caler calage marges", "repondants entrevues effectif", "recensement population cibles", "grappe cluster unite psu", "strate stratification",
    "mediane quantile quartile", "khi chi", "chi2 khi", "imputer imputation", "telecharger exporter", "an annee", "changement ecart variation evolution", "pourcentage proportion part"]
  : ["weight weighting", "plot chart graph figure", "ci interval", "excel xlsx workbook spreadsheet", "cell case", "withheld hidden suppressed masked missing",
    "subpopulation domain subset subgroup", "significant shown", "wording question", "census population targets", "cluster psu", "stratum strata", "respondents interviews sample",
    "chi2 chisquare", "crosstab table", "median quantile", "percentage share proportion", "change difference", "categorical category", "odds logit", "rim raking", "wave round edition"])
  .map((group) => group.split(" "));
const ENDS = LANG === "fr"
  ? /(issements?|isations?|ations?|ateurs?|ements?|ites?|ives?|ifs?|euses?|eurs?|ables?|ances?|ences?|ants?|ents?|ees?|ales?|aux|al|iques?|er|ir|es?|s|x)$/
  : /(isations?|isings?|ised|ises?|ations?|ating|ated|ates?|ators?|ments?|ities|ity|ives?|ings?|ances?|ences?|ents?|ants?|ables?|ied|ies|ical|ics?|ally|ers?|ed|es|al|ly|y|s|e)$/;
const stem = (word) => {
  if (!/^[a-z-]{4,}$/.test(word)) return word;
  const made = (LANG === "en" ? word.replace(/iz(e|es|ed|ing|ation)$/, "is$1") : word).replace(ENDS, "");
  return made.length >= 4 ? made : word.replace(LANG === "fr" ? /[sx]$/ : /s$/, "");
};
const tokens = (text) => fold(text).split(/[^a-z0-9_%.+-]+/).map((t) => t.replace(/^[.+_-]+|[.+_-]+$/g, "")).filter(Boolean);
const parts = (token) => token.includes("-") ? [token, ...token.split("-").filter(Boolean)] : [token];
const stems = (text) => tokens(text).flatMap(parts).map(stem);
// What answers a question comes before the parameters and fields of the reference.
const KINDS = [[/#term-/, 1.15], [/\/(how-to|comment-faire)\//, 1.2], [/\/(index)\.html/, 0.7], [/#model-|#table-/, 0.75], [/\/(gallery|galerie)\//, 0.85], [/-yaml\.html|store\.html|depot\.html/, 0.8]];
const ENTRIES = INDEX.map(([url, page, part, words, called]) => ({
  url, page, part, words,
  head: stems(part || page), title: stems(page), body: new Set(stems(words)), called: new Set(stems(called || "")),
  kind: KINDS.reduce((weight, [at, times]) => at.test("/" + url) ? weight * times : weight, 1) * (/#[a-z_]+-[a-z_]+$/i.test(url) && !url.includes("#term-") ? 0.8 : 1),
}));
const begins = (word) => (t) => t === word || (word.length > 2 && t.startsWith(word));
const hits = (entry, word) => {
  const like = begins(word);
  let best = 0;
  if (entry.head.some((t) => t === word || t.endsWith("." + word))) best = entry.head.length < 3 ? 16 : entry.url.includes("#term-") ? 14 : 11;
  else if (entry.head.some(like)) best = 8;
  if (best < 12 && entry.called.has(word)) best = 12;
  if (best) return best;
  for (const t of entry.called) if (like(t)) return 7;
  if (entry.title.some(like)) return 4;
  if (entry.body.has(word)) return 3;
  for (const t of entry.body) if (like(t)) return 2;
  return 0;
};
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0, j = a.length, k = b.length;
  while (i < j && i < k && a[i] === b[i]) i += 1;
  while (j > i && k > i && a[j - 1] === b[k - 1]) { j -= 1; k -= 1; }
  return Math.max(j, k) - i <= 1 || (j - i === 2 && k - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i]);
};
const KNOWN = new Set(ENTRIES.flatMap((e) => [...e.head, ...e.called, ...e.body]));
const others = (word) => SAME.filter((group) => group.some((one) => stem(one) === word)).flat().map(stem).filter((one) => one !== word);
const asked = (text) => {
  const all = tokens(text).flatMap((t) => t.includes("-") && !KNOWN.has(stem(t)) ? t.split("-").filter(Boolean) : [t]);
  const kept = all.filter((t) => !STOP.has(t));
  return [...new Set((kept.length ? kept : all).map(stem))];
};
// The score of each entry for a word, by its own letters, by what means the same, or by a slip of one letter.
const scores = (word) => {
  const same = others(word);
  const made = ENTRIES.map((entry) => Math.max(hits(entry, word), ...same.map((other) => 0.6 * hits(entry, other))));
  if (made.some(Boolean) || word.length < 5) return made;
  const slips = [...KNOWN].filter((t) => near(t, word));
  return ENTRIES.map((entry) => Math.max(0, ...slips.map((other) => 0.6 * hits(entry, other))));
};
const find = (text) => {
  const words = asked(text).map((word) => ({ word, by: scores(word) }));
  for (const one of words) {
    const df = one.by.filter(Boolean).length;
    one.rare = df ? Math.log(1 + ENTRIES.length / df) / Math.log(1 + ENTRIES.length) : 0;
  }
  const all = words.reduce((sum, one) => sum + one.rare, 0);
  if (!all) return { found: [], whole: true };
  const found = ENTRIES.map((entry, at) => {
    let score = 0, met = 0;
    for (const one of words) if (one.by[at]) { score += one.rare * one.by[at]; met += one.rare; }
    const share = met / all;
    return { entry, share, score: score * entry.kind * (0.4 + share) };
  }).filter((f) => f.share >= 0.3).sort((a, b) => b.score - a.score).slice(0, 30);
  return { found: found.map((f) => f.entry), whole: words.every((one) => one.rare) && found.some((f) => f.share > 0.999) };
};
const field = document.getElementById("q"), list = document.getElementById("found"), count = document.getElementById("count");
const excerpt = (entry, text) => {
  const places = asked(text).map((word) => fold(entry.words).indexOf(word)).filter((at) => at >= 0);
  const at = Math.max(0, (places.length ? Math.min(...places) : 0) - 60);
  return (at ? "… " : "") + entry.words.slice(at, at + 180) + (entry.words.length > at + 180 ? " …" : "");
};
const told = (n, whole) => LANG === "fr"
  ? (n ? `${whole ? "" : "Aucune page ne contient tous ces mots; les plus proches. "}${n === 30 ? "Les 30 premiers" : n} résultat${n > 1 ? "s" : ""}` : "Rien ne contient ces mots.")
  : (n ? `${whole ? "" : "No page holds all of these words; the nearest. "}${n === 30 ? "The first 30" : n} result${n > 1 ? "s" : ""}` : "Nothing holds these words.");
const show = () => {
  const text = field.value.trim();
  const { found, whole } = text ? find(text) : { found: [], whole: true };
  list.replaceChildren(...found.map((entry) => {
    const item = document.createElement("li"), link = document.createElement("a"), said = document.createElement("p");
    link.href = entry.url;
    link.textContent = entry.part ? `${entry.part} (${entry.page})` : entry.page;
    said.textContent = excerpt(entry, text);
    item.append(link, said);
    return item;
  }));
  count.textContent = text ? told(found.length, whole) : "";
};
field.value = new URLSearchParams(location.search).get("q") || "";
field.addEventListener("input", show);
show();
field.focus();
