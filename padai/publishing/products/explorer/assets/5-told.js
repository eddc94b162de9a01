// What stands beside the picture: caption, notes, text alternative, table, CSV.

const spread = (numbers) => {
  const sizes = [...new Set(numbers)].sort((a, b) => a - b);
  if (!sizes.length) return "–";
  return sizes.length === 1 ? count(sizes[0]) : count(sizes[0]) + W.upTo + count(sizes[sizes.length - 1]);
};

const captionOf = (told) => `${told.title}${basisOf(told)}`;

/** The unit and the bases of what is shown. */
function basisOf(told) {
  const bases = told.rows.map((row) => row.cells[row.cells.length - 1]?.base)
    .filter((base) => base !== null && base !== undefined);
  const unit = W[told.kind] ? ` (${W[told.kind]})` : "";
  return `${unit}, n${NBSP}=${NBSP}${spread(bases)}`;
}

/** The wording, the base, the intervals, the breaks, what is not shown, and the sample's caution. */
function notesOf(told) {
  const { question, part, rows, waves } = told;
  const [first] = told.wordings;
  const asked = first ? `${W.exactWords}${W.colon}${W.open}${first.text}${W.close}` : "";
  const hidden = rows.flatMap((row) => hiddenIn(row, told.single));
  const flags = new Set(rows.flatMap((row) => row.cells)
    .flatMap((cell) => (cell?.shown && cell.flag ? cell.flag.split(" ") : [])));
  const meant = Object.keys(DATA.flags).filter((flag) => flags.has(flag) && flag !== "d")
    .map((flag) => `${flag}${W.colon}${DATA.flags[flag]}`).join(W.semicolon);
  const bounded = rows.some((row) => row.cells.some((cell) => cell?.bounded));
  return [
    asked && (/[.!?…]$/.test(first.text) ? asked : ended(asked)), fill(W.base, { base: question.base }),
    bounded ? fill(W.lines, { interval: part.interval }) : "", axisNote(told), ...told.breaks.map(breakNote),
    hidden.length ? fill(W.notShown, { places: hidden.join(W.semicolon) }) : "",
    meant && ended(meant), part.caution, declaredNote(rows),
  ].filter(Boolean);
}

/** That the axis does not start where the scale does, as the report says it. */
function axisNote(told) {
  const start = told.kind === "mean" ? told.question.scale[0] : 0;
  if (told.kind === "balance" || axisOf(told).low <= start) return "";
  return fill(W.axis, { start: tickText(start, told.kind) });
}

/** The waves of a series that are not shown, reason by reason. */
function hiddenIn(row, single) {
  const found = new Map();
  for (const cell of row.cells) {
    if (!cell || cell.shown) continue;
    const why = reasonOf(cell.reason) || withheld(cell);
    found.set(why, [...(found.get(why) ?? []), DATA.waves[cell.wave].short]);
  }
  return [...found].map(([why, waves]) => `${single ? "" : `${row.label}, `}${waves.join(", ")} (${why})`);
}

function breakNote(one) {
  const whom = one.all ? "" : fill(W.concerned, { groups: one.labels.join(", ") });
  return `${W.brokenAt}${whom}${W.colon}${one.label}. ${ended(one.text)}`;
}

function altOf(told) {
  const { waves, rows, kind } = told;
  const start = fill(W.curves, { first: DATA.waves[waves[0]].short,
    last: DATA.waves[waves[waves.length - 1]].short });
  const said = rows.map((row) => {
    const path = row.cells.filter(Boolean)
      .map((cell) => `${valueText(cell, kind)} (${DATA.waves[cell.wave].short})`).join(", ");
    const cut = row.broken.some(Boolean) ? W.semicolon + W.brokenLine : "";
    return `${row.label}${W.colon}${path}${cut}.`;
  });
  return `${told.title}. ${start} ${said.join(" ")}`;
}

const intervalText = (cell, kind, sign = true) => (cell.shown && cell.bounded
  ? range(cell.low, cell.high, kind, { sign }) : "–");
const baseText = (cell) => (cell.base === null ? "–" : count(cell.base));

/** The change, its interval and its verdict, line by line, for a cell of the table. */
function becameLines({ status, short, found, why }, kind) {
  if (status === "broken") return [short, ...(why ? [why] : [])];
  if (!found?.shown) return [short];
  const span = range(found.low, found.high, kind, { change: true });
  return [`${bareChange(found.difference, kind)} (${span})`, short];
}

/** The table of the figure: a wave a row for one series, a group a row for several. */
function tableOf(told) {
  const head = (words, right) => el("th", { scope: "col", ...(right && { class: "right" }) }, words);
  const right = (...content) => el("td", { class: "right" }, ...content);
  const flagged = (cell) => (cell.shown ? cell.flag.split(" ").map((flag) => DATA.flags[flag])
    : [reasonOf(cell.reason)]).filter(Boolean);
  const since = told.rows[0]?.became ? fill(W.change, { wave: DATA.waves[told.choice.reference].short }) : "";
  const [only] = told.rows;
  const remarks = only.cells.map((cell) => (cell ? [...new Set(flagged(cell))].join(W.semicolon) : W.notAsked));
  const remarked = told.single && remarks.some(Boolean);
  const heads = told.single
    ? [head(W.edition), ...[W.estimate, capital(told.part.short), W.n].map((w) => head(w, true)),
      ...(remarked ? [head(W.remark)] : [])]
    : [head(DATA.breakdowns[told.choice.breakdown].label),
      ...told.waves.map((wave) => head(DATA.waves[wave].short, true)), ...(since ? [head(since)] : [])];
  const waveRow = (cell, i) => el("tr", {}, el("th", { scope: "row" }, DATA.waves[told.waves[i]].label),
    ...(cell ? [valueText(cell, told.kind), intervalText(cell, told.kind), baseText(cell)]
      : ["…", "…", "…"]).map((words) => right(words)), ...(remarked ? [el("td", {}, remarks[i])] : []));
  const groupRow = (row) => el("tr", {}, el("th", { scope: "row" }, row.label),
    ...row.cells.map((cell) => (cell ? right(...stacked(
      [valueText(cell, told.kind, false), intervalText(cell, told.kind, false),
        cell.base === null ? "" : `n${NBSP}=${NBSP}${count(cell.base)}`])) : right("…"))),
    ...(since ? [el("td", {}, ...stacked(becameLines(row.became, told.kind)))] : []));
  return el("table", { class: told.single ? "data single" : "data" },
    el("caption", {}, el("span", { class: "caption-text" }, captionOf(told))),
    el("thead", {}, el("tr", {}, ...heads)),
    el("tbody", {}, ...(told.single ? only.cells.map(waveRow) : told.rows.map(groupRow))));
}

const stacked = (texts) => texts.filter((one) => one && one !== "–")
  .flatMap((one, i) => (i ? [el("br"), one] : [one]));

/** Verdict by verdict, which groups; the order is that of the table of phrases. */
function becameGroups(told) {
  const order = [...Object.keys(DATA.verdicts), "exploratory", "hidden", "unpublished"];
  const found = new Map();
  for (const row of told.rows) {
    const { verdict, status, short } = row.became;
    const rank = `${String(order.indexOf(verdict || status)).padStart(2, "0")} ${short} ${row.became.text ?? ""}`;
    const sized = row.became.found?.shown && status !== "broken";
    const size = sized ? ` (${bareChange(row.became.found.difference, told.kind)})` : "";
    found.set(rank, { short, text: row.became.text ?? "", names: [...(found.get(rank)?.names ?? []), row.label + size] });
  }
  return [...found.keys()].sort().map((rank) => found.get(rank));
}

// --- CSV: the columns of series.csv and, on the line of the wave compared, those of changes.csv --

const CSV = ["part", "wave", "question", "response", "breakdown", "group", "estimate", "conf_low",
  "conf_high", "n_base", "flag", "reason", "reference", "difference", "difference_low",
  "difference_high", "p_adjusted", "verdict", "comparable", "breaks", "declared", "question_label",
  "response_label", "group_label", "notice"];

const bare = (value) => (value === null || !Number.isFinite(value) ? "" : String(value));
const tested = (p) => (p !== null && p < 0.001 ? "<0.001" : bare(p));
const safe = (label) => (/^[=+\-@\t\r]/.test(label) ? `'${label}` : label);
const quoted = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function csvOf(told) {
  const ids = idsOf(told.choice);
  const rows = told.rows.flatMap((row) => row.cells.filter(Boolean).map((cell) => {
    const found = cell.wave === told.choice.to && row.became?.found;
    const compared = found ? [ids.reference, bare(found.difference), bare(found.low), bare(found.high),
      tested(found.adjusted), found.verdict, String(found.verdict !== "not comparable"),
      found.breakIds.join(" "), found.declared] : Array(9).fill("");
    return [DATA.parts[told.choice.part].id, DATA.waves[cell.wave].id, ids.question, ids.response,
      ids.breakdown, DATA.breakdowns[told.choice.breakdown].groups[series.group[row.id]].id,
      bare(cell.estimate), bare(cell.low), bare(cell.high), bare(cell.base), cell.flag, cell.reason,
      ...compared, safe(told.question.label), safe(told.label), safe(row.label), DATA.notice];
  }));
  return [CSV, ...rows].map((row) => row.map(quoted).join(",")).join("\n") + "\n";
}
