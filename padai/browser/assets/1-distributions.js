// Normal and t distributions, to about 1e-13 of their value.

/** Upper tail of the normal distribution, as a continued fraction or a series. */
const normalTail = (z) => {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  if (z > 1.5) {
    let below = z;
    for (let k = 250; k > 0; k -= 1) below = z + k / below;
    return density / below;
  }
  let term = z, sum = z;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= z * z / k;
    sum += term;
  }
  return 0.5 - density * sum;
};

/** Gamma(a + 1/2) / Gamma(a): the difference of two logarithms would lose digits as a grows. */
const gammaRatio = (a) => {
  let shrink = 1;
  while (a < 20) {
    shrink *= a / (a + 0.5);
    a += 1;
  }
  const s = 1 / (a * a);
  const series = (-1 / 8 + s * (1 / 192 + s * (-1 / 640 + s * (17 / 14336 - s * (31 / 18432))))) / a;
  return shrink * Math.sqrt(a) * Math.exp(series);
};

/** Continued fraction of the incomplete beta function (Lentz). */
const betaFraction = (x, a, b) => {
  const tiny = 1e-300;
  let c = 1, d = 1 - (a + b) * x / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let found = d;
  for (let m = 1; m < 100000; m += 1) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    found *= d * c;
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    const step = d * c;
    found *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return found;
};

const NORMAL_FROM = 1e16;
const EXPANDED_FROM = 2000;

/** The normal deviate with the same tail (Hill 1970, CACM 13, 617-619): the fraction loses digits there. */
const expanded = (t, df) => {
  const w = Math.sqrt((df - 0.5) * Math.log1p(t * t / df)), b = 48 * (df - 0.5) ** 2;
  const s = w * w, third = w * (855 + s * (240 + s * (33 + s * 4))) / (10 * b * (b + 0.8 * s * s + 100));
  return w + w * (s + 3) / b - third;
};

const tDensity = (t, df) => (df >= NORMAL_FROM
  ? Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI)
  : gammaRatio(df / 2) / Math.sqrt(df * Math.PI) * Math.exp(-(df + 1) / 2 * Math.log1p(t * t / df)));

/** Upper tail of the t distribution; df may be infinite. */
const tTail = (t, df) => {
  if (Number.isNaN(t) || !(df > 0)) return NaN;
  if (df >= NORMAL_FROM) return normalTail(t);
  if (t < 0) return 1 - tTail(-t, df);
  if (t === Infinity) return 0;
  if (df >= EXPANDED_FROM) return normalTail(expanded(t, df));
  const a = df / 2, x = df / (df + t * t);
  const front = Math.exp(-a * Math.log1p(t * t / df)) * Math.sqrt(t * t / (df + t * t))
    * gammaRatio(a) / Math.sqrt(Math.PI);
  if (x < (a + 1) / (a + 2.5)) return front * betaFraction(x, a, 0.5) / a / 2;
  return 0.5 * (1 - front * betaFraction(t * t / (df + t * t), 0.5, a) / 0.5);
};
const tBelow = (t, df) => tTail(-t, df);

/** Quantile of the t distribution: Newton from the left, where the tail is convex. */
const tQuantile = (level, df) => {
  if (!(df > 0) || !(level > 0 && level < 1)) return NaN;
  if (level === 0.5) return 0;
  const tail = Math.min(level, 1 - level);
  const sign = level < 0.5 ? -1 : 1;
  let t = 0;
  for (let k = 0; k < 200; k += 1) {
    const step = (tTail(t, df) - tail) / tDensity(t, df);
    t += step;
    if (Math.abs(step) <= 1e-15 * Math.max(t, 1)) break;
  }
  return sign * t;
};
