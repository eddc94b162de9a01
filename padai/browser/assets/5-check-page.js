// The checking page: a file is handed to the worker, and what comes back is told.

const MOST_ROWS = 400;
let worker = null, ticket = 0, waiting = null, shownResult = null;

/** Read and check a file in the worker; one at a time, the last one asked for. */
const check = (file, options = {}, progress = () => {}) => new Promise((resolve, reject) => {
  stopReading();
  if (!worker) {
    const address = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
    worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }) => {
      if (!waiting || data.ticket !== waiting.ticket) return;
      if ("progress" in data) waiting.progress(data.progress);
      else {
        const done = waiting;
        waiting = null;
        if (data.wrong) done.reject(data.wrong);
        else done.resolve(data.result);
      }
    };
    worker.onerror = () => {
      const lost = waiting;
      stopReading();
      if (lost) lost.reject({ id: "fault", facts: { name: "Worker" } });
    };
  }
  ticket += 1;
  waiting = { ticket, resolve, reject, progress };
  worker.postMessage({ ticket, file, options });
});

/** End the worker where it still reads a file that nobody waits for. */
const stopReading = () => {
  if (!waiting) return;
  waiting = null;
  worker.terminate();
  worker = null;
};

const isText = (value) => typeof value === "string";
const isList = (value, good) => Array.isArray(value) && value.every(good);
const isScalar = (value) => isText(value) || Number.isFinite(value);
const isCondition = (c) => c && (isText(c.question) ? isList(c.codes, isText) : isList(c.all || c.any, isCondition) && (c.all || c.any).length > 0);
const KINDS = [null, "dont_know", "refused", "skipped", "not_asked"];
const isCode = (c) => c && isText(c.code) && isScalar(c.value) && KINDS.includes(c.kind) && isList(c.labels, isText);
const isQuestion = (q) => q && isText(q.id) && ["single", "multiple", "rating", "number", "open"].includes(q.type)
  && isList(q.columns, (pair) => isList(pair, isText) && pair.length === 2) && q.columns.length > 0 && isList(q.codes, isCode)
  && (q.range === null || isList(q.range, Number.isFinite)) && (q.base === null || isCondition(q.base));
const isNumberOrNone = (value) => value === null || Number.isFinite(value);

/** Read a definition's JSON, or say that it is none: no part of it is taken as it comes. */
const readDefinition = (text) => {
  let d;
  try {
    d = JSON.parse(text);
  } catch {
    throw { id: "noDefinition", facts: {} };
  }
  const good = d && d.padai === "definition" && d.format === 1 && [d.survey, d.wave, d.part].every(isText)
    && isNumberOrNone(d.n) && isNumberOrNone(d.weightTotal) && isList(d.questions, isQuestion)
    && d.design && ["columns", "present", "prefixes"].every((name) => isList(d.design[name], isText))
    && ["weight", "id"].every((name) => d.design[name] === null || isText(d.design[name]))
    && [null, "outside", "zero"].includes(d.design.missingWeight) && isList(d.other, isText)
    && isList(d.exclusions, (rule) => rule && isText(rule.column) && isList(rule.values, isScalar))
    && d.rows && Object.values(d.rows).every((values) => isList(values, isScalar))
    && d.severities && Object.values(d.severities).every((one) => ["error", "warning", "off"].includes(one));
  if (!good) throw { id: d && d.padai === "definition" && d.format !== 1 ? "otherFormat" : "noDefinition", facts: {} };
  const asked = new Set(d.questions.map((q) => q.id));
  const known = (c) => (c.question ? asked.has(c.question) : (c.all || c.any).every(known));
  return { ...d, questions: d.questions.map((q) => (q.base && !known(q.base) ? { ...q, base: { question: `${q.id}?`, codes: [] } } : q)) };
};

const factsOf = (facts) => Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, typeof v === "number" ? atMost(v, 6) : v]));
const paragraphs = (id, lines) => byId(id).replaceChildren(...lines.map((line) => element("p", {}, line)));

const tell = (result, definition) => {
  const errors = result.findings.filter((one) => one.severity === "error").length;
  const lines = [say(result.variables.length === 1 ? "toldOne" : "told", { rows: number(result.read), columns: number(result.variables.length) })];
  if (definition) {
    lines.push(say("toldAgainst", { survey: definition.survey, wave: definition.wave, part: definition.part }));
    lines.push(result.findings.length ? say("toldFindings", { errors: number(errors), warnings: number(result.findings.length - errors) }) : say("toldClean"));
    if (result.excluded || result.elsewhere) lines.push(say("toldOut", { excluded: number(result.excluded), elsewhere: number(result.elsewhere) }));
  }
  lines.push(say(`compression_${result.compression}`, {}) + " " + (result.encoding ? say("encodingIs", { encoding: result.encoding }) : ""));
  for (const [id, facts] of result.notes) lines.push(say(id, factsOf(facts)));
  paragraphs("told", lines);
};

const tellFindings = (result, definition) => {
  byId("findings-part").hidden = !definition;
  if (!definition) return;
  byId("findings").replaceChildren(result.findings.length ? table(
    [[say("check")], [say("where")], [say("says")]],
    result.findings.map((one) => [
      element("span", { class: one.severity === "error" ? "grave" : "mild" }, `${say(`severity_${one.severity}`)} – ${one.check}`),
      one.where, say(`check_${one.check}`, { ...factsOf(one.facts), n: number(one.count), where: one.where }),
    ]),
  ) : element("p", { class: "fine" }, say("toldClean")));
  byId("left").textContent = say("leftOut", { checks: result.left.map((id) => say(`left_${id}`)).join(", ") });
};

const tellWeights = ({ weights, weight }, definition) => {
  byId("weights-part").hidden = !weights;
  if (!weights) return;
  const rows = [["weightSum", weights.sum, 6], ["weightMean", weights.mean, 6], ["weightLow", weights.low, 6], ["weightHigh", weights.high, 6],
    ["weightKish", weights.kish, 4], ["weightUnusable", weights.unusable, 0], ["weightZero", weights.zero, 0], ["weightNegative", weights.negative, 0]];
  byId("weights").replaceChildren(
    element("p", {}, say("weightIs", { weight: definition ? definition.design.weight : weight })),
    table([[say("measure")], [say("value"), "num"]], rows.map(([id, value, digits]) => [say(id), Number.isFinite(value) ? atMost(value, digits) : "–"])),
  );
};

const range = ([low, high]) => (low === high ? String(low) : say("span", { low: low <= -1e300 ? "…" : low, high: high >= 1e300 ? "…" : high }));
const kindOf = (one) => say(`kind_${one.kind}`, { width: one.width }) + (one.format ? ` (${one.format})` : "");
const labelsCell = (one) => {
  if (!one.labels.length) return "–";
  const items = one.labels.map(([value, text, n]) => element("li", {}, say("labelled", { value: String(value), text, n: number(n) })));
  if (one.unlabelled) items.push(element("li", {}, say("unlabelled", { values: number(one.values), n: number(one.unlabelled) })));
  return element("details", {}, element("summary", {}, say("codes", { n: number(one.labels.length) })), element("ul", {}, ...items));
};

const tellVariables = () => {
  const wanted = byId("filter").value.trim().toLowerCase();
  const every = shownResult.variables.filter((one) => `${one.name} ${one.label}`.toLowerCase().includes(wanted));
  byId("many").textContent = say(every.length > MOST_ROWS ? "someShown" : "allShown", { n: number(every.length), most: number(MOST_ROWS) });
  byId("variables").replaceChildren(table(
    [[say("name")], [say("label")], [say("kind")], [say("filled"), "num"], [say("span_head")], [say("missing")], [say("codes_head")]],
    every.slice(0, MOST_ROWS).map((one) => [
      one.name, one.label || "–", kindOf(one), number(one.n),
      one.kind === "number" && one.low <= one.high ? say("span", { low: atMost(one.low, 4), high: atMost(one.high, 4) }) : "–",
      one.missing.length ? one.missing.map(range).join("; ") : "–", labelsCell(one),
    ]),
  ));
};

const run = async (file) => {
  byId("wrong").replaceChildren();
  byId("answer").hidden = true;
  byId("busy").hidden = false;
  byId("doing").textContent = say("doing", { name: file.name });
  byId("progress").value = 0;
  try {
    const given = byId("definition").files[0], definition = given ? readDefinition(await given.text()) : null;
    const options = { definition, encoding: byId("encoding").value };
    shownResult = await check(file, options, (part) => { byId("progress").value = part; });
    tell(shownResult, definition);
    tellFindings(shownResult, definition);
    tellWeights(shownResult, definition);
    tellVariables();
    byId("answer").hidden = false;
  } catch (error) {
    const known = error && error.id in WORDS ? error : { id: "fault", facts: { name: String(error && error.name) } };
    paragraphs("wrong", [say(known.id, factsOf(known.facts))]);
  }
  byId("busy").hidden = true;
};

const startCheck = () => {
  let dropped = null;
  const again = () => {
    const file = byId("file").files[0] || dropped;
    if (file) run(file);
  };
  byId("file").addEventListener("change", () => {
    dropped = null;
    again();
  });
  for (const id of ["definition", "encoding"]) byId(id).addEventListener("change", again);
  byId("asked").addEventListener("submit", (event) => event.preventDefault());
  byId("filter").addEventListener("input", () => shownResult && tellVariables());
  byId("stop").addEventListener("click", () => {
    stopReading();
    byId("busy").hidden = true;
    paragraphs("wrong", [say("stopped")]);
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    byId("drop").classList.add("over");
  });
  addEventListener("dragleave", () => byId("drop").classList.remove("over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    byId("drop").classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    [dropped] = event.dataTransfer.files;
    byId("file").value = "";
    run(dropped);
  });
};

globalThis.padaiCheck = Object.freeze({ check, readDefinition });
