// Numbers and sentences, as the reports write them (padai.publishing.numbers and .sentences).

const NBSP = "\u00a0";
const fill = (text, values = {}) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const ended = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);
const joined = (names) => (names.length < 2 ? names.join("")
  : names.slice(0, -1).join(", ") + W.and + names[names.length - 1]);

/** Bind what no line may part: the ends of an interval, a sign or a number and what it is of. */
const bound = (text) => text.replace(/(\d|%) (à|to|a) (?=[+\u2212]?\d)/g, `$1${NBSP}$2${NBSP}`)
  .replace(/([±=≈<>≤≥]) (?=\d)/g, `$1${NBSP}`).replace(/(\d) (?=(points?|puntos?|%)(?![\p{L}]))/gu, `$1${NBSP}`);

const formats = [0, 1, 2, 3].map((digits) => new Intl.NumberFormat(DATA.tag, {
  useGrouping: "always",
  minimumFractionDigits: digits, maximumFractionDigits: digits, roundingMode: "halfEven",
}));

const plurals = new Intl.PluralRules(DATA.tag);
const one = (n) => plurals.select(n) === "one";

const plain = [0, 1, 2].map((digits) => new Intl.NumberFormat("en-CA", {
  maximumFractionDigits: digits, roundingMode: "halfEven", useGrouping: false,
}));
const rounded = (value, digits) => Number(plain[digits].format(value.toPrecision(12)));

/** Write a number; twelve figures first, so that no binary tail decides how it is rounded. */
function decimal(value, digits) {
  const text = formats[digits].format(Math.abs(value).toPrecision(12)).replaceAll(NBSP, "\u202f");
  return (value < 0 && /[1-9]/.test(text) ? "\u2212" : "") + text;
}

function signed(value, digits) {
  const text = decimal(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

const count = (n) => decimal(n, 0);
/** A mean comes rounded to one decimal more than its scale: write those, one at the least. */
const meanDigits = (value) => Math.min(2, Math.max(1,
  (String(Number(Math.abs(value).toPrecision(12))).split(".")[1] ?? "").length));
const bareChange = (value, kind) => (kind === "mean" ? signed(value, meanDigits(value)) : signed(value * 100, 1));

function level(value, kind, sign = true) {
  if (kind === "mean") return decimal(value, meanDigits(value));
  if (kind === "balance") return bareChange(value, kind);
  return decimal(value * 100, 1) + (sign ? W.percent : "");
}

/** The decimals that a sentence gives a size: two digits that count, and none that it has not. */
function sizeDigits(value, kind) {
  const size = Math.abs(kind === "mean" ? value : value * 100);
  const tenths = rounded(size, 2) === rounded(size, 1) ? 1 : 2;
  const wanted = rounded(size, 1) >= 10 ? 0 : rounded(size, 2) >= 1 ? 1 : 2;
  return Math.min(wanted, kind === "mean" ? meanDigits(value) : tenths);
}

function changeText(value, kind) {
  const digits = sizeDigits(value, kind);
  if (kind === "mean") return signed(value, digits);
  const unit = one(rounded(Math.abs(value * 100), digits)) ? W.pointUnit : W.pointsUnit;
  return `${signed(value * 100, digits)}${NBSP}${unit}`;
}

function range(low, high, kind, { change = false, sign = true } = {}) {
  const digits = Math.max(meanDigits(low), meanDigits(high));
  const ends = kind === "mean" ? [low, high].map((end) => (change ? signed : decimal)(end, digits))
    : change || kind === "balance" ? [bareChange(low, kind), bareChange(high, kind)]
    : [level(low, kind, false), level(high, kind, sign)];
  return ends.join(W.upTo);
}

function marginText(margin) {
  const whole = [0, 1, 2].find((k) => Math.abs(margin - Number(margin.toFixed(k))) < 1e-9) ?? 2;
  return fill(one(Math.abs(margin)) ? W.point : W.points, { n: decimal(margin, whole) });
}

/** Why a number is not shown, in a word; the full reason is reasonOf. */
const withheld = (cell) => cell.flag.split(" ").map((f) => DATA.withheld[f]).find(Boolean) ?? "–";
const reasonOf = (reason) => DATA.reasons[reason] ?? reason;

function valueText(cell, kind, sign = true) {
  if (!cell.shown) return withheld(cell);
  const marks = cell.flag.split(" ").filter((f) => ["*", "**", "E", "b"].includes(f));
  return level(cell.estimate, kind, sign) + (marks.length ? NBSP + marks.join(" ") : "");
}

function verdictText(found, reference) {
  const phrase = DATA.verdicts[found.verdict].replace("{wave}", DATA.waves[reference].since);
  if (!phrase.includes("{d}")) return phrase;
  return fill(phrase.replace("± {d}", `±${NBSP}{d}`), { d: marginText(found.margin) });
}

/** What may be said of a change: its status, a short phrase, a sentence, and what is certain. */
function becameOf(s, wave, reference, kind) {
  const found = changeOf(s, wave, reference);
  const the = DATA.waves[reference].the;
  if (!found) {
    const broken = breaksBetween(s, reference, wave).map((one) => one.label).join(W.semicolon);
    const more = broken ? ` ${W.between}${broken}.` : "";
    return {
      status: "unpublished", verdict: null, short: W.unpublished,
      sentence: fill(W.unpublishedWhy, { wave: the }) + more, certainty: "",
    };
  }
  const told = { found, verdict: found.verdict, certainty: certaintyOf(found) };
  if (!found.verdict) {
    const since = fill(W.since, { wave: the });
    const short = found.shown ? W.exploratory : W.hidden;
    const figures = found.shown ? ` ${figuresOf(found, kind, s)}` : reasonIn(found);
    return { ...told, status: found.shown ? "exploratory" : "hidden", short,
      sentence: `${since}${W.colon}${short}${found.shown ? "." : ""}${figures}` };
  }
  const short = verdictText(found, reference);
  if (found.verdict === "not comparable") {
    const named = DATA.breaks.filter((b) => found.breakIds.includes(b.id));
    const text = named.map((b) => b.text).join(" ");
    const sentence = fill(W.notComparable, { wave: the }) + (text ? W.colon : "") + text;
    const why = capital(named.map((b) => b.label).join(W.semicolon));
    return { ...told, status: "broken", short, why, text, certainty: "", sentence: ended(sentence) };
  }
  const subject = found.verdict === "cannot_tell" ? "" : `${W[`subject_${kind}`]} `;
  const start = capital(`${subject}${short}`);
  const tail = found.shown ? `${W.colon}${figuresOf(found, kind, s)}` : reasonIn(found);
  return { ...told, status: "verdict", short, sentence: start + tail };
}

/** Whether what is told was declared before the data; counted where verdicts differ in that. */
function declaredNote(rows) {
  const counts = new Map();
  const count = (code) => {
    const words = DATA.declared[code];
    if (words) counts.set(words, (counts.get(words) ?? 0) + 1);
  };
  for (const { became, period } of rows) {
    if (period) count(period[1]);
    if (became?.status === "verdict") count(became.found.declared);
  }
  const said = [...counts].map(([words, n]) => (counts.size > 1 ? `${words} (${n})` : words));
  return said.length ? ended(`${W.comparisons}${W.colon}${said.join(W.semicolon)}`) : "";
}

const reasonIn = (found) => (found.reason ? `${W.colon}${reasonOf(found.reason)}.` : ".");

function figuresOf(found, kind, s) {
  const span = range(found.low, found.high, kind, { change: true });
  const interval = DATA.parts[series.part[s]].short;
  return `${changeText(found.difference, kind)} (${interval}${W.colon}${span}).`;
}

/** The adjusted p-value and how many comparisons it was adjusted for. */
function certaintyOf(found) {
  if (!Number.isFinite(found.adjusted) || !found.family) return "";
  const p = found.adjusted < 0.001 ? W.small : decimal(found.adjusted, 3);
  const size = fill(found.familySize === 1 ? W.familyOne : W.family, { n: found.familySize });
  return fill(W.adjusted, { p, family: size });
}
