// What padai's validation says of structure, routing and weights, worked out a case at a time.
// No answer is kept: counts, codes that a definition or the file's own labels name, and identifiers
// for as long as the file is read.

const ANSWER = 0, NOT_ASKED = 4, EMPTY = 5, FOREIGN = 6;
const STATES = { dont_know: 1, refused: 2, skipped: 3, not_asked: NOT_ASKED };
const MAX_RATIO = 20;
const TOTAL_TOLERANCE = 1e-6;
const MOST_VALUES = 64;

/** A whole column as numbers, where a text may hold one; null where a cell holds none. */
const numeric = (value) => {
  if (typeof value === "number") return value;
  if (value === null) return null;
  const text = value.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
};
const plain = (value) => (typeof value === "string" ? value.trim() : value);
const normal = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** What the file itself says of each variable, with counts. */
const summaries = (dictionary) => dictionary.variables.map((one) => {
  const labels = new Map(one.valueLabels.map(([value]) => [plain(value), 0]));
  const numbers = one.kind === "number";
  const found = { n: 0, missing: 0, low: Infinity, high: -Infinity, unlabelled: 0, values: new Set() };
  const held = (value) => one.missing.some(([low, high]) => typeof low === typeof value && low <= value && value <= high);
  return {
    labels, found,
    take(value) {
      if (value === null || value === "") return;
      found.n += 1;
      if (one.missing.length && held(value)) found.missing += 1;
      else if (numbers) {
        if (value < found.low) found.low = value;
        if (value > found.high) found.high = value;
      }
      if (!labels.size) return;
      const key = plain(value), count = labels.get(key);
      if (count !== undefined) labels.set(key, count + 1);
      else {
        found.unlabelled += 1;
        if (found.values.size < MOST_VALUES) found.values.add(key);
      }
    },
  };
});

const weighing = () => {
  const s = { n: 0, sum: 0, squares: 0, positive: 0, positives: 0, low: Infinity, high: -Infinity, unusable: 0, blank: 0, zero: 0, negative: 0 };
  return {
    s,
    take(cell) {
      const value = numeric(cell);
      if (cell === null || cell === "") s.blank += 1;
      if (value === null || !Number.isFinite(value)) {
        s.unusable += 1;
        return;
      }
      s.n += 1;
      s.sum += value;
      if (value === 0) s.zero += 1;
      if (value < 0) s.negative += 1;
      if (value > 0) {
        s.positives += 1;
        s.positive += value;
        s.squares += value * value;
      }
      s.low = Math.min(s.low, value);
      s.high = Math.max(s.high, value);
    },
    told: () => ({ ...s, mean: s.sum / s.n, kish: s.positive ? s.positives * s.squares / s.positive ** 2 : NaN }),
  };
};

/** The state of a question in a case, from the cells of its columns. */
const stateOf = (question, cells) => {
  if (question.type === "multiple") return Math.min(...question.columns.map(([, at]) => optionState(question, cells[at])));
  const value = plain(cells[question.columns[0][1]]);
  if (value === null || value === "") return EMPTY;
  const known = question.states.get(value);
  if (known !== undefined) return known;
  if (question.type === "open") return ANSWER;
  if (question.type === "number") return numeric(value) === null ? FOREIGN : ANSWER;
  return FOREIGN;
};
/** What an option's cell holds: 1 where it was chosen, 0 where it was not, else the value. */
const markOf = (question, cell) => {
  const value = plain(cell), place = question.marks ? question.marks.indexOf(value) : -1;
  return place < 0 ? (question.marks && (value === 0 || value === 1) ? NaN : value) : 1 - place;
};
const optionState = (question, cell) => {
  const value = markOf(question, cell);
  if (value === null || value === "") return EMPTY;
  if (value === 0 || value === 1) return ANSWER;
  return question.states.get(value) ?? FOREIGN;
};

/** Whether a condition on answers holds in a case. */
const holds = (condition, questions, cells) => {
  if (condition.all) return condition.all.every((part) => holds(part, questions, cells));
  if (condition.any) return condition.any.some((part) => holds(part, questions, cells));
  const question = questions.get(condition.question);
  if (question.type === "multiple") {
    return condition.codes.some((code) => markOf(question, cells[question.columns.find(([option]) => option === code)[1]]) === 1);
  }
  const value = plain(cells[question.columns[0][1]]);
  if (question.type === "number" || question.type === "open") {
    return condition.codes.some((code) => (code.trim() !== "" && Number.isFinite(Number(code)) ? Number(code) : code) === value);
  }
  return condition.codes.some((code) => question.values.get(code) === value);
};
const asks = (condition) => (condition.question ? [condition.question] : (condition.all || condition.any).flatMap(asks));
const written = (condition) => {
  if (condition.all) return condition.all.map((part) => `(${written(part)})`).join(" & ");
  if (condition.any) return condition.any.map((part) => `(${written(part)})`).join(" | ");
  return `${condition.question} = ${condition.codes.join(", ")}`;
};

/** Questions of which the file has every column, with their columns' places. */
const questionsOf = (definition, places) => {
  const found = new Map();
  for (const given of definition.questions) {
    if (!given.columns.every(([, column]) => places.has(column))) continue;
    const missing = given.codes.filter((code) => code.kind);
    const states = new Map((given.type === "multiple" ? missing : given.codes).map((c) => [c.value, c.kind ? STATES[c.kind] : ANSWER]));
    found.set(given.id, {
      ...given, states, columns: given.columns.map(([code, column]) => [code, places.get(column), column]),
      values: new Map(given.codes.map((c) => [c.code, c.value])),
    });
  }
  return found;
};

/** Counters of one question; `end` tells its findings. */
const watch = (question, questions, count) => {
  const seen = { foreign: question.columns.map(() => 0), range: 0, outside: 0, lacking: 0, blank: 0, unasked: 0, put: 0, answers: 0, zeros: false, rows: 0 };
  const base = question.base && asks(question.base).every((id) => questions.has(id)) ? question.base : null;
  const checked = question.type !== "open";
  return {
    take(cells) {
      const state = stateOf(question, cells);
      const put = base ? holds(base, questions, cells) : true;
      let chose = true;
      seen.rows += 1;
      if (question.type === "multiple") {
        chose = false;
        question.columns.forEach(([, at], k) => {
          const value = markOf(question, cells[at]);
          if (optionState(question, cells[at]) === FOREIGN) seen.foreign[k] += 1;
          if (value === 0) seen.zeros = true;
          if (value === 1 || question.states.has(value)) chose = true;
        });
      } else if (state === FOREIGN && checked) seen.foreign[0] += 1;
      if (question.range && state === ANSWER) {
        const value = plain(cells[question.columns[0][1]]), number = numeric(value);
        if (!question.states.has(value) && number !== null && (number < question.range[0] || number > question.range[1])) seen.range += 1;
      }
      if (put) seen.put += 1;
      if (state !== EMPTY && state !== NOT_ASKED) seen.answers += 1;
      if (state <= 2 && chose && !put) seen.outside += 1;
      if ((state === EMPTY || state === NOT_ASKED) && put) seen.lacking += 1;
      if (state === EMPTY) seen.blank += 1;
      if (state === NOT_ASKED) seen.unasked += 1;
    },
    end(add) {
      const optional = question.type === "open" || (question.type === "multiple" && !seen.zeros);
      question.columns.forEach(([, , column], k) => {
        if (seen.foreign[k]) add(question.type === "number" ? "not_a_number" : "unknown_code", column, seen.foreign[k]);
      });
      if (seen.range) add("out_of_range", question.columns[0][2], seen.range, { low: question.range[0], high: question.range[1] });
      if (!seen.answers && seen.put) add("no_answers", question.id, 0);
      if (base && seen.outside) add("asked_not_routed", question.id, seen.outside, { rule: written(base) });
      if (base && seen.lacking && !optional) add("missing_though_routed", question.id, seen.lacking, { rule: written(base) });
      if (!question.base && !optional && seen.blank && seen.blank < seen.rows) add("blank_cells", question.id, seen.blank, { of: count() });
      if (!question.base && seen.unasked) add("undeclared_base", question.id, seen.unasked, { of: count() });
    },
  };
};

/** Findings about columns and labels, which need no case. */
const structure = (definition, dictionary, questions, add) => {
  const names = new Map(dictionary.variables.map((one) => [one.name, one]));
  const known = new Set([...definition.questions.flatMap((q) => q.columns.map(([, column]) => column)), ...definition.design.columns, ...definition.other]);
  for (const question of definition.questions) for (const [, column] of question.columns) if (!names.has(column)) add("missing_column", column, 0, { question: question.id });
  for (const column of definition.design.columns) if (!names.has(column)) add("design_column", column, 0);
  const replicate = (name) => definition.design.prefixes.some((prefix) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)));
  if (!known.has("*")) for (const name of names.keys()) if (!known.has(name) && !replicate(name)) add("unknown_column", name, 0);
  for (const question of questions.values()) {
    if (question.type === "multiple") continue;
    const one = names.get(question.columns[0][2]);
    const marked = question.codes.filter((c) => !c.kind && one.missing.some(([low, high]) => typeof low === typeof c.value && low <= c.value && c.value <= high));
    if (marked.length) add("missing_marked_as_answer", question.id, 0, { codes: marked.map((c) => c.code).join(", ") });
    if (question.type !== "single" && question.type !== "rating") continue;
    const extra = one.valueLabels.filter(([value]) => !question.states.has(plain(value)));
    if (extra.length) add("unknown_label", question.id, 0, { codes: extra.slice(0, 8).map(([value]) => String(value)).join(", ") });
    for (const [value, label] of one.valueLabels) {
      const own = question.codes.find((c) => c.value === plain(value)), said = normal(label);
      const other = own && question.codes.find((c) => c !== own && c.labels.some((text) => normal(text) === said));
      if (other && !own.labels.some((text) => normal(text) === said)) add("label_of_other_code", question.id, 0, { code: own.code, other: other.code });
    }
  }
};

const LEFT_OUT = ["label_differs", "outside_fieldwork", "split_shares", "duplicates", "drift", "targets", "checksum"];

/** Check a file as it is read: `take` has the cells of a case, `end` returns all that is said. */
const checking = (dictionary, definition) => {
  const places = new Map(dictionary.variables.map((one, k) => [one.name, k]));
  const told = summaries(dictionary), own = weighing();
  const weightAt = places.get(definition ? definition.design.weight ?? "" : dictionary.weight);
  const findings = [];
  let rows = 0, excluded = 0, elsewhere = 0;
  const add = (check, where, count, facts = {}) => {
    const severity = definition.severities[check] ?? "error";
    if (severity !== "off") findings.push({ check, severity, where, count, facts });
  };
  const questions = definition ? questionsOf(definition, places) : new Map();
  const watched = [...questions.values()].map((question) => watch(question, questions, () => rows));
  const idAt = definition ? places.get(definition.design.id ?? "") : undefined;
  const ids = new Map();
  const required = definition ? definition.design.present.filter((name) => places.has(name)).map((name) => [name, places.get(name), { n: 0 }]) : [];
  const lacking = { id: 0 };
  const among = (values, cell) => values.some((value) => value === cell);
  const rules = definition ? [...definition.exclusions.map((rule) => [rule, true]), ...Object.entries(definition.rows).map(([column, values]) => [{ column, values }, false])] : [];
  const unusable = rules.filter(([rule]) => !places.has(rule.column)).map(([rule]) => rule.column);
  return {
    take(cells) {
      for (const [{ column, values }, out] of rules) {
        if (!places.has(column) || among(values, cells[places.get(column)]) !== out) continue;
        if (out) excluded += 1;
        else elsewhere += 1;
        return;
      }
      rows += 1;
      told.forEach((one, k) => one.take(cells[k]));
      if (weightAt !== undefined) own.take(cells[weightAt]);
      for (const one of watched) one.take(cells);
      for (const [, at, seen] of required) if (cells[at] === null || cells[at] === "") seen.n += 1;
      if (idAt !== undefined) {
        const id = cells[idAt];
        if (id === null || id === "") lacking.id += 1;
        else ids.set(id, (ids.get(id) || 0) + 1);
      }
    },
    end() {
      const weights = weightAt === undefined ? null : own.told();
      if (definition) {
        structure(definition, dictionary, questions, add);
        for (const column of unusable) add("rule_column", column, 0);
        if (definition.n !== null && rows + excluded !== definition.n) add("rows", "", rows + excluded, { wanted: definition.n });
        for (const one of watched) one.end(add);
        if (lacking.id) add("id_missing", definition.design.id, lacking.id);
        const twice = [...ids.values()].filter((n) => n > 1).reduce((sum, n) => sum + n, 0);
        if (twice) add("id_duplicate", definition.design.id, twice);
        for (const [name, , seen] of required) if (seen.n) add("design_missing", name, seen.n);
        if (weights) weightFindings(definition, weights, add);
      }
      findings.sort((a, b) => (a.severity === "error" ? 0 : 1) - (b.severity === "error" ? 0 : 1));
      return {
        rows, excluded, elsewhere, findings, weights, left: definition ? LEFT_OUT : [],
        variables: dictionary.variables.map((one, k) => ({
          name: one.name, label: one.label, kind: one.kind, format: one.format, width: one.width, missing: one.missing,
          labels: one.valueLabels.map(([value, text]) => [value, text, told[k].labels.get(plain(value))]),
          ...told[k].found, values: told[k].found.values.size,
        })),
      };
    },
  };
};

const weightFindings = (definition, w, add) => {
  const { weight, missingWeight } = definition.design;
  const unusable = w.unusable - (missingWeight ? w.blank : 0), bad = w.negative + (missingWeight === "zero" ? 0 : w.zero);
  if (unusable) add("weight_missing", weight, unusable);
  if (bad) add("weight_not_positive", weight, bad);
  if (definition.weightTotal !== null && Math.abs(w.sum - definition.weightTotal) > TOTAL_TOLERANCE * Math.abs(definition.weightTotal)) {
    add("weight_total", weight, 0, { found: w.sum, wanted: definition.weightTotal });
  }
  const all = w.n + w.unusable, ratio = w.positive ? w.high / (w.positive / all) : 0;
  if (ratio > MAX_RATIO) add("weight_uneven", weight, 0, { ratio, kish: w.kish });
};

/** Read and check a whole file. */
const checkFile = async (source, { definition = null, encoding = "" } = {}, progress = () => {}) => {
  const dictionary = await openSav(source, encoding);
  const checks = checking(dictionary, definition), cells = new Array(dictionary.variables.length);
  const read = await readCases(source, dictionary, (held, view) => {
    dictionary.variables.forEach((one, k) => { cells[k] = valueOf(one, dictionary, held, view); });
    checks.take(cells);
  }, progress);
  const { notes, label, program, weight, compression } = dictionary;
  return { read, notes, label, program, weight, compression, encoding: dictionary.encoding, ...checks.end() };
};
