// The planning page: what is asked, read and refused; the sentence, the curve and its figures.

const FIELDS = {
  // name: [lowest, highest, whole, factor]; the share and the level leave room on both sides.
  share: [0.1, 99.9, false, 100], last: [2, 1e7, true, 1], next: [2, 1e7, true, 1],
  deff: [0.1, 100, false, 1], overlap: [0, 100, false, 100], constancy: [0, 0.99, false, 1],
  margin: [0.01, 50, false, 100], change: [0.01, 50, false, 100], family: [1, 1e5, true, 1],
  power: [50, 99.9, false, 100], level: [80, 99.9, false, 100], df: [1, 1e9, false, 1],
  icc: [0, 0.99, false, 1], size: [1, 1e5, false, 1],
};

/** Read the form: the numbers, and which fields hold none that can be used. */
const readForm = () => {
  const found = {}, wrong = [];
  for (const [name, [low, high, whole, factor]] of Object.entries(FIELDS)) {
    const box = byId(name), blank = name === "df" && !box.value.trim();
    const value = blank ? Infinity : readNumber(box.value);
    const good = blank || (value >= low && value <= high && (!whole || Number.isInteger(value)));
    box.setAttribute("aria-invalid", String(!good));
    if (good) found[name] = value / factor;
    else wrong.push([name, whole ? "needWhole" : "needNumber", low, high]);
  }
  return [found, wrong];
};

const comparedWaves = (f) => comparison({
  share: f.share, deff: f.deff, last: f.last, next: f.next, correlation: f.overlap * f.constancy,
  df: f.df, icc: f.icc, size: f.size, shared: "people",
});
const risksOf = (f) => ({ power: f.power, level: f.level, family: f.family, margin: f.margin, change: f.change });

const points = (share) => number(100 * share, 1);
const percent = (share) => atMost(100 * share, 1);

const tell = (f, plan) => {
  const lines = [];
  const facts = { n: number(f.next), power: percent(f.power), from: percent(f.share) };
  const rise = Number.isFinite(plan.rise), fall = Number.isFinite(plan.fall);
  if (rise) facts.rise = points(plan.rise), facts.high = points(f.share + plan.rise);
  if (fall) facts.fall = points(plan.fall), facts.low = points(f.share - plan.fall);
  lines.push(say(rise && fall ? "tellBoth" : rise ? "tellRise" : fall ? "tellFall" : "tellNone", facts));
  const margin = { margin: atMost(100 * f.margin, 2), power: percent(f.power), chance: percent(plan.chance) };
  if (Number.isFinite(plan.smallest)) lines.push(say("tellMargin", { ...margin, smallest: points(plan.smallest) }));
  if (plan.within) lines.push(say(`within_${plan.within}`, margin));
  lines.push(Number.isFinite(plan.forChange)
    ? say("needChange", { change: atMost(100 * f.change, 2), n: number(plan.forChange), power: percent(f.power) })
    : say("needChangeNone", { change: atMost(100 * f.change, 2) }));
  lines.push(Number.isFinite(plan.forMargin)
    ? say("needMargin", { ...margin, n: number(plan.forMargin) })
    : say("needMarginNone", margin));
  byId("told").replaceChildren(...lines.map((line) => element("p", {}, line)));
};

const suppose = (f) => {
  const lines = [say("supposeTests", { level: percent(f.level) })];
  if (f.family > 1) lines.push(say("supposeFamily", { family: number(f.family), each: atMost(100 * (1 - f.level) / f.family, 4) }));
  if (f.overlap > 0) lines.push(say("supposeOverlap", { overlap: percent(f.overlap), r: atMost(f.overlap * f.constancy, 3) }));
  lines.push(f.icc > 0 ? say("supposeClusters", { deff: atMost(deffNext(comparedWaves(f)), 2) }) : say("supposeDeff"));
  lines.push(say(f.df === Infinity ? "supposeNormal" : "supposeT", { df: atMost(f.df, 1) }));
  byId("supposed").replaceChildren(...lines.map((line) => element("p", {}, line)));
};

/** Numbers of interviews of the curve: from a fifth to five times those of the next wave. */
const curveSizes = (next) => {
  const found = new Set([next]);
  for (let k = -12; k <= 12; k += 1) found.add(Math.max(2, Math.round(next * 5 ** (k / 12))));
  return [...found].sort((a, b) => a - b);
};

const curveOf = (f) => curveSizes(f.next).map((next) => {
  const c = { ...comparedWaves(f), next }, alpha = roundTo12(1 - f.level) / f.family;
  return {
    next,
    change: Math.max(smallestChange(c, f.power, alpha, 1), smallestChange(c, f.power, alpha, -1)),
    margin: smallestMargin(c, f.power, alpha),
  };
});

const niceStep = (top) => [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].find((step) => top / step <= 7) || 50;
const niceSizes = (low, high) => {
  const every = [];
  for (let power = 0; power < 9; power += 1) for (const k of [1, 2, 5]) every.push(k * 10 ** power);
  return every.filter((n) => n >= low && n <= high);
};

const draw = (f, curve) => {
  const narrow = byId("curve").clientWidth < 480;
  const width = narrow ? 360 : 720, height = narrow ? 300 : 380, left = 46, right = 14, top = 34, bottom = 46;
  const highest = Math.max(...curve.flatMap((one) => [one.change, one.margin].filter(Number.isFinite)).map((v) => 100 * v), 1);
  const step = niceStep(highest), most = Math.ceil(highest / step) * step;
  const from = Math.log(curve[0].next), span = Math.log(curve.at(-1).next) - from || 1;
  const x = (n) => left + (Math.log(n) - from) / span * (width - left - right);
  const y = (share) => height - bottom - 100 * share / most * (height - top - bottom);
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": "curve-title" });
  svg.append(element("title", { id: "curve-title" }, say("alt", {
    from: number(curve[0].next), to: number(curve.at(-1).next), n: number(f.next),
    first: points(curve[0].margin), last: points(curve.at(-1).margin),
  })));
  for (let v = 0; v <= most + 1e-9; v += step) {
    svg.append(element("line", { class: "grid", x1: left, x2: width - right, y1: y(v / 100), y2: y(v / 100) }),
      element("text", { x: left - 7, y: y(v / 100) + 5, "text-anchor": "end", "font-size": 14 }, atMost(v, 1)));
  }
  let edge = -Infinity;
  for (const n of niceSizes(curve[0].next, curve.at(-1).next)) {
    if (x(n) - edge < 52 || x(n) > width - right - 12) continue;
    edge = x(n);
    svg.append(element("text", { x: x(n), y: height - bottom + 19, "text-anchor": "middle", "font-size": 14 }, number(n)));
  }
  svg.append(element("text", { x: (left + width - right) / 2, y: height - 6, "text-anchor": "middle", "font-size": 14 }, say("axis")),
    element("line", { class: "here", x1: x(f.next), x2: x(f.next), y1: top, y2: height - bottom }));
  const labels = [];
  for (const name of ["change", "margin"]) {
    const held = curve.filter((one) => Number.isFinite(one[name]));
    if (!held.length) continue;
    svg.append(element("path", { class: name, d: held.map((one, k) => `${k ? "L" : "M"}${x(one.next).toFixed(1)} ${y(one[name]).toFixed(1)}`).join("") }));
    const here = held.find((one) => one.next === f.next);
    if (here) svg.append(element("circle", { class: name, cx: x(here.next), cy: y(here[name]), r: 5 }));
    labels.push(name);
  }
  labels.forEach((name, k) => {
    const at = left + k * (narrow ? 150 : 260);
    svg.append(element("line", { class: name, x1: at, x2: at + 26, y1: 14, y2: 14 }),
      element("text", { x: at + 32, y: 19, "font-size": narrow ? 12 : 14 }, say(`key_${name}`)));
  });
  byId("curve").replaceChildren(svg);
  byId("caption").textContent = say("caption", { power: percent(f.power) });
  byId("table").replaceChildren(table(
    [[say("axis"), "num"], [say("key_change"), "num"], [say("key_margin"), "num"]],
    curve.map((one) => [number(one.next), ...[one.change, one.margin].map((v) => (Number.isFinite(v) ? points(v) : "–"))]),
  ));
};

const refresh = () => {
  const [f, wrong] = readForm();
  byId("wrong").replaceChildren(...wrong.map(([name, id, low, high]) => element("p", {}, say(id, {
    field: document.querySelector(`label[for="${name}"]`).textContent, low: atMost(low, 2), high: atMost(high, 2),
  }))));
  byId("answer").hidden = wrong.length > 0;
  if (wrong.length) return;
  tell(f, planOf(comparedWaves(f), risksOf(f)));
  suppose(f);
  draw(f, curveOf(f));
};

const startPlan = () => {
  byId("asked").addEventListener("input", refresh);
  byId("asked").addEventListener("submit", (event) => event.preventDefault());
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) refresh();
    width = innerWidth;
  });
  refresh();
};

globalThis.padaiPlan = Object.freeze({
  comparison, smallestChange, smallestMargin, stdError, detectionPower, equivalencePower,
  neededForChange, neededForMargin, planOf, tQuantile, tBelow,
});
