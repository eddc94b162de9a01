// The published tables, as the page carries them. Nothing is estimated, tested or rounded here.

const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer;
const longs = (text) => new Uint32Array(bytes(text));
const shorts = (text) => new Uint16Array(bytes(text));
const small = (text) => new Uint8Array(bytes(text));
// "3.2:..." is thousandths in two bytes each; the least whole number is no number
const decimals = (text) => {
  const [how, packed] = text.split(":");
  const [places, size] = how.split(".").map(Number);
  if (size === 8) return new Float64Array(bytes(packed));
  const whole = size === 2 ? new Int16Array(bytes(packed)) : new Int32Array(bytes(packed));
  const none = size === 2 ? -0x8000 : -0x80000000;
  return Float64Array.from(whole, (n) => (n === none ? NaN : n / 10 ** places));
};

const ABSENT = 0xffff;
const NO_BASE = 0xffffffff;
const W = DATA.words;

const series = {
  part: small(DATA.series.part),
  question: shorts(DATA.series.question),
  response: shorts(DATA.series.response),
  breakdown: shorts(DATA.series.breakdown),
  group: shorts(DATA.series.group),
  breaks: shorts(DATA.series.breaks),
};
const cells = {
  estimate: decimals(DATA.cells.estimate),
  low: decimals(DATA.cells.conf_low),
  high: decimals(DATA.cells.conf_high),
  base: longs(DATA.cells.n_base),
  mark: shorts(DATA.cells.mark),
};
const changes = {
  series: longs(DATA.changes.series),
  wave: small(DATA.changes.wave),
  reference: small(DATA.changes.reference),
  difference: decimals(DATA.changes.difference),
  low: decimals(DATA.changes.conf_low),
  high: decimals(DATA.changes.conf_high),
  adjusted: decimals(DATA.changes.p_adjusted),
  mark: shorts(DATA.changes.mark),
  verdict: shorts(DATA.changes.verdict),
  breaks: shorts(DATA.changes.breaks),
  margin: shorts(DATA.changes.margin),
  family: shorts(DATA.changes.family),
  declared: shorts(DATA.changes.declared),
};

const placeOf = (list, id) => list.findIndex((one) => one.id === id);
const seriesKey = (...places) => places.join(" ");
const seriesAt = new Map();
series.part.forEach((part, i) => {
  const { question, response, breakdown, group } = series;
  seriesAt.set(seriesKey(part, question[i], response[i], breakdown[i], group[i]), i);
});
const changeAt = new Map();
changes.series.forEach((s, i) => {
  changeAt.set(seriesKey(s, changes.wave[i], changes.reference[i]), i);
});

/** One estimate: null where the question was not asked; numbers are NaN where it is withheld. */
function cellOf(s, wave) {
  const at = s * DATA.waves.length + wave;
  if (cells.mark[at] === ABSENT) return null;
  const [flag, reason] = DATA.marks[cells.mark[at]];
  const base = cells.base[at] === NO_BASE ? null : cells.base[at];
  const estimate = cells.estimate[at];
  const bounded = Number.isFinite(cells.low[at]) && Number.isFinite(cells.high[at]);
  return {
    wave, flag, reason, base, estimate, bounded, low: cells.low[at], high: cells.high[at],
    shown: Number.isFinite(estimate),
  };
}

/** One row of changes.csv, or null where none is published. */
function changeOf(s, wave, reference) {
  const at = changeAt.get(seriesKey(s, wave, reference));
  if (at === undefined) return null;
  const [flag, reason] = DATA.marks[changes.mark[at]];
  const [family, familyName, familySize] = DATA.changes.families[changes.family[at]];
  return {
    flag, reason, family, familyName, familySize,
    difference: changes.difference[at], low: changes.low[at], high: changes.high[at],
    adjusted: changes.adjusted[at], shown: Number.isFinite(changes.difference[at]),
    verdict: DATA.changes.verdicts[changes.verdict[at]],
    margin: DATA.changes.margins[changes.margin[at]],
    breakIds: DATA.changes.breakIds[changes.breaks[at]],
    declared: DATA.changes.declaredCodes[changes.declared[at]],
  };
}

/** The breaks that stand between two waves for a series. */
function breaksBetween(s, first, second) {
  return DATA.series.breakSets[series.breaks[s]]
    .map((i) => DATA.breaks[i])
    .filter((one) => first <= one.last && one.last < second);
}

/** The responses of a question in a part, and the breakdowns and groups that have results. */
function offered(part, question) {
  const found = { responses: new Set(), breakdowns: new Map() };
  series.question.forEach((q, i) => {
    if (q !== question || series.part[i] !== part) return;
    found.responses.add(series.response[i]);
    const groups = found.breakdowns.get(series.breakdown[i]) ?? new Set();
    found.breakdowns.set(series.breakdown[i], groups.add(series.group[i]));
  });
  return found;
}

function questionsOf(part) {
  const found = new Set();
  series.part.forEach((p, i) => { if (p === part) found.add(series.question[i]); });
  return found;
}
