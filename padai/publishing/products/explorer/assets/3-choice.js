// What is chosen, and its address: a fragment that any reader may write, and that is never trusted.

const KEYS = { part: "part", question: "q", response: "r", breakdown: "by", group: "g",
  from: "from", to: "to", reference: "vs" };

/**
 * Complete a wish (ids by name, any of them absent or wrong) into a choice that has its place in
 * the tables. Returns places, and what of the wish could not be followed.
 */
function completed(wish) {
  const problems = [];
  const pick = (name, list, allowed, fallback) => {
    const id = wish[name];
    const place = id === undefined || id === "" ? -1 : placeOf(list, id);
    if (place >= 0 && allowed(place)) return place;
    if (id !== undefined && id !== "") {
      problems.push(fill(W.wrongValue, { name: nameOf(name), value: id }));
    }
    return fallback();
  };
  const start = DATA.start;
  const part = pick("part", DATA.parts, () => true, () => 0);
  const asked = questionsOf(part);
  const question = pick("question", DATA.questions, (q) => asked.has(q), () => {
    const first = placeOf(DATA.questions, start.question);
    return asked.has(first) ? first : Math.min(...asked);
  });
  const declared = DATA.questions[question];
  const { responses, breakdowns } = offered(part, question);
  const response = pick("response", declared.responses, (r) => responses.has(r), () => {
    const wanted = declared.id === start.question ? start.response : declared.headline;
    const place = placeOf(declared.responses, wanted);
    return responses.has(place) ? place : Math.min(...responses);
  });
  const breakdown = pick("breakdown", DATA.breakdowns, (b) => breakdowns.has(b),
    () => Math.min(...breakdowns.keys()));
  const groups = breakdowns.get(breakdown);
  const group = pick("group", DATA.breakdowns[breakdown].groups, (g) => groups.has(g), () => -1);
  const last = DATA.waves.length - 1;
  let from = pick("from", DATA.waves, () => true, () => 0);
  let to = pick("to", DATA.waves, () => true, () => last);
  if (from > to) {
    problems.push(W.wrongOrder);
    [from, to] = [0, last];
  }
  const choice = { part, question, response, breakdown, group, from, to };
  choice.reference = pick("reference", DATA.waves, (w) => w < to, () => nearest(choice));
  return { choice, problems };
}

const nameOf = (name) => ({ from: W.waves, to: W.waves, reference: W.waves })[name] ?? W[name];

/** The series of a choice, in the order of the groups. */
function chosenSeries({ part, question, response, breakdown, group }) {
  const groups = group >= 0 ? [group] : DATA.breakdowns[breakdown].groups.map((_, i) => i);
  return groups
    .map((g) => seriesAt.get(seriesKey(part, question, response, breakdown, g)))
    .filter((s) => s !== undefined);
}

/** The nearest earlier wave that a comparison is published with, else the wave before; -1: none. */
function nearest(choice) {
  const found = chosenSeries(choice);
  for (let wave = choice.to - 1; wave >= 0; wave -= 1) {
    if (found.some((s) => changeAt.has(seriesKey(s, choice.to, wave)))) return wave;
  }
  return choice.to - 1;
}

function idsOf(choice) {
  const question = DATA.questions[choice.question];
  const breakdown = DATA.breakdowns[choice.breakdown];
  return {
    part: DATA.parts.length > 1 ? DATA.parts[choice.part].id : "",
    question: question.id, response: question.responses[choice.response].id,
    breakdown: breakdown.id, group: breakdown.groups[choice.group]?.id ?? "",
    from: DATA.waves[choice.from].id, to: DATA.waves[choice.to].id,
    reference: DATA.waves[choice.reference]?.id ?? "",
  };
}

function fragmentOf(choice) {
  const params = new URLSearchParams();
  for (const [name, id] of Object.entries(idsOf(choice))) if (id) params.set(KEYS[name], id);
  return `#${params}`;
}

/** Read an address. One that is no list of names and values is a wish for nothing. */
function wishOf(fragment) {
  const params = new URLSearchParams(fragment.replace(/^#/, ""));
  const wish = {};
  for (const [name, key] of Object.entries(KEYS)) {
    if (params.has(key)) wish[name] = params.get(key);
  }
  return wish;
}

/** Everything that the page says of a choice, in words and numbers; drawn and written elsewhere. */
function described(choice) {
  const { part, question, response, breakdown, from, to, reference } = choice;
  const declared = DATA.questions[question];
  const { label, kind } = declared.responses[response];
  const waves = DATA.waves.map((_, i) => i).slice(from, to + 1);
  const rows = chosenSeries(choice).map((s) => ({
    id: s, label: DATA.breakdowns[breakdown].groups[series.group[s]].label,
    cells: waves.map((w) => cellOf(s, w)),
    broken: waves.slice(1).map((w, i) => breaksBetween(s, waves[i], w).length > 0),
    became: reference >= 0 ? becameOf(s, to, reference, kind) : null,
    period: to === DATA.waves.length - 1 ? DATA.periods[s] ?? null : null,
    note: DATA.notes[s] && to === DATA.waves.length - 1
      && DATA.notes[s][0] === DATA.waves[reference]?.id ? DATA.notes[s][1] : "",
  }));
  const whole = breakdown === 0 && DATA.breakdowns[0].id === "total";
  const whom = whole ? "" : `, ${DATA.breakdowns[breakdown].label}`;
  const one = choice.group >= 0 ? ` (${rows[0]?.label ?? ""})` : "";
  return {
    choice, rows, waves, kind, part: DATA.parts[part], question: declared, single: rows.length === 1,
    label, title: `${declared.label}, ${label}${whom}${one}`, answer: `${label}${whom}${one}`, wordings: wordingsOf(declared, part, waves),
    empty: !rows.some((row) => row.cells.some((cell) => cell !== null)),
    breaks: drawnBreaks(rows, waves),
  };
}

/** The exact words of the waves shown, each once, the newest first. */
function wordingsOf(question, part, waves) {
  const found = new Map();
  for (const wave of [...waves].reverse()) {
    const words = question.words[part][wave];
    if (words) found.set(words, [DATA.waves[wave].label, ...(found.get(words) ?? [])]);
  }
  return [...found].map(([text, labels]) => ({ text, labels }));
}

/** The breaks within the waves shown, and the series that each concerns. */
function drawnBreaks(rows, waves) {
  const found = new Map();
  for (const row of rows) {
    for (const one of breaksBetween(row.id, waves[0], waves[waves.length - 1])) {
      found.set(one, [...(found.get(one) ?? []), row.label]);
    }
  }
  return [...found].map(([one, labels]) => ({ ...one, labels, all: labels.length === rows.length }));
}
