// What a coming wave can show: the same formulas, in the same order, as padai.numerics.planning.

const HALVINGS = 60;
const DOUBLINGS = 40;
const CLOSEST = 0.999;

/** A comparison of the last wave and the next, its missing parts filled in. */
const comparison = (given) => ({
  correlation: 0, df: Infinity, icc: 0, size: 1, clusters: 1, deffDf: Infinity, shared: "correlation",
  ...given,
});

/** Design effect once clusters of one size have another. */
const deffNext = (c) => {
  const then = c.size * c.next / c.last / c.clusters;
  if (then === c.size) return c.deff;
  return c.deff * (1 + (Math.max(then, 1) - 1) * c.icc) / (1 + (c.size - 1) * c.icc);
};

const correlationNext = (c) => {
  if (c.shared === "correlation") return c.correlation;
  const errors = Math.sqrt(c.deff / c.last / (deffNext(c) / c.next));
  let thinned = 1 / Math.max(c.clusters, 1);
  if (c.shared === "people") thinned = Math.min(thinned, c.last / c.next);
  return Math.min(Math.max(c.correlation * errors * thinned, -CLOSEST), CLOSEST);
};

const stdError = (c, change = 0) => {
  const after = c.share + change;
  const first = c.deff * c.share * (1 - c.share) / c.last;
  const second = deffNext(c) * after * (1 - after) / c.next;
  const shared = 2 * correlationNext(c) * Math.sqrt(Math.max(first * second, 0));
  return Math.sqrt(Math.max(first + second - shared, 0));
};

const plannedDf = (c) => {
  if (c.deffDf === Infinity) return Infinity;
  const kept = Math.min(stdError(c) / stdError({ ...c, next: c.last }), 1);
  return Math.max(c.deffDf * kept ** 4, 1);
};

/** The chance that t exceeds a critical value, shifted by so many planned errors. */
const shown = (c, shift, critical) => {
  const planned = plannedDf(c);
  const apart = (shift * (1 - 1 / (4 * planned)) - critical) / Math.sqrt(1 + shift ** 2 / (2 * planned));
  return tBelow(apart, c.df);
};

const shiftNeeded = (c, critical, chance) => {
  const planned = plannedDf(c);
  const a = 1 - 1 / (4 * planned), b = chance * chance / (2 * planned);
  if (!(a * a > b)) return NaN;
  const inside = Math.sqrt(b * critical * critical + (a * a - b) * chance * chance);
  return (a * critical + Math.sign(chance) * inside) / (a * a - b);
};

const detectionPower = (c, change, alpha, critical = tQuantile(1 - alpha / 2, c.df)) => {
  const shift = change / stdError(c, change);
  return shown(c, shift, critical) + shown(c, -shift, critical);
};

const equivalencePower = (c, margin, alpha) => {
  const critical = tQuantile(1 - alpha, c.df);
  return Math.max(2 * shown(c, margin / stdError(c), critical) - 1, 0);
};

/** The smallest rise (sign 1) or fall (-1) shown with that power; NaN where there is no room. */
const smallestChange = (c, power, alpha, sign) => {
  const limit = sign > 0 ? 1 - c.share : c.share;
  const critical = tQuantile(1 - alpha / 2, c.df);
  let low = 0, high = limit;
  for (let k = 0; k < HALVINGS; k += 1) {
    const middle = (low + high) / 2;
    if (detectionPower(c, sign * middle, alpha, critical) >= power) high = middle;
    else low = middle;
  }
  const reached = detectionPower(c, sign * high, alpha, critical) >= power * (1 - 1e-9);
  return reached && high < limit ? high : NaN;
};

const smallestMargin = (c, power, alpha) => stdError(c)
  * shiftNeeded(c, tQuantile(1 - alpha, c.df), tQuantile((1 + power) / 2, c.df));

const neededForChange = (c, change, power, alpha) => needed(
  c, change, Math.abs(change), tQuantile(1 - alpha / 2, c.df), tQuantile(power, c.df),
);
const neededForMargin = (c, margin, power, alpha) => needed(
  c, 0, margin, tQuantile(1 - alpha, c.df), tQuantile((1 + power) / 2, c.df),
);

/** The fewest respondents that are enough; NaN where no number is. */
const needed = (c, change, size, critical, chance) => {
  const after = c.share + change;
  const enough = (next) => {
    const then = { ...c, next };
    return shiftNeeded(then, critical, chance) * stdError(then, change) <= size * (1 + 1e-12);
  };
  let low = 0, high = NaN;
  for (let k = 0; k < DOUBLINGS; k += 0.25) {
    const here = evenRound(2 ** k);
    if (enough(here)) {
      high = here;
      break;
    }
    low = here;
  }
  if (!(after > 0 && after < 1) || Number.isNaN(high)) return NaN;
  while (high - low > 1) {
    const middle = Math.ceil((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
};

/** Round a half to the even number, as Python does. */
const evenRound = (x) => {
  const down = Math.floor(x);
  if (x - down !== 0.5) return Math.round(x);
  return down % 2 ? down + 1 : down;
};

/** Everything that a plan says of one share; risks are shared out over the family. */
const planOf = (c, { power, level, family, margin, change }) => {
  const alpha = roundTo12(1 - level) / family;
  const half = tQuantile(1 - alpha, c.df) * stdError(c);
  const smallest = smallestMargin(c, power, alpha);
  return {
    rise: smallestChange(c, power, alpha, 1),
    fall: smallestChange(c, power, alpha, -1),
    smallest,
    error: stdError(c),
    within: [margin, half].some((v) => !Number.isFinite(v)) ? ""
      : margin < half ? "never" : margin < smallest ? "seldom" : "reachable",
    chance: equivalencePower(c, margin, alpha),
    power: Math.min(...[1, -1].map((s) => detectionPower(c, s * change, alpha))),
    forChange: Math.max(...[1, -1].map((s) => neededForChange(c, s * change, power, alpha))),
    forMargin: neededForMargin(c, margin, power, alpha),
  };
};
const roundTo12 = (x) => Math.round(x * 1e12) / 1e12;
