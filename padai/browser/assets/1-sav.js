// The dictionary of an SPSS system file. What is not known is said: nothing is guessed.

/** What a file cannot be read for: the id of a message, and its facts. */
class Unread extends Error {
  constructor(id, facts = {}) {
    super(id);
    this.id = id;
    this.facts = facts;
  }
}

/** The start of the file was too short for its dictionary: more of it is wanted. */
class Short extends Error {}

const REAL = 255, USEFUL = 252;
const LOWEST = -Number.MAX_VALUE;
const MOST_CASES = 2 ** 40;
/** Character codes that stand for an encoding; the small ones name none. */
const CODE_PAGES = {
  65001: "utf-8", 20127: "us-ascii", 28591: "iso-8859-1", 28592: "iso-8859-2", 28605: "iso-8859-15",
  932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 874: "windows-874",
  1250: "windows-1250", 1251: "windows-1251", 1252: "windows-1252", 1253: "windows-1253",
  1254: "windows-1254", 1255: "windows-1255", 1256: "windows-1256", 1257: "windows-1257", 1258: "windows-1258",
};
const KNOWN_EXTENSIONS = new Set([3, 4, 5, 6, 7, 10, 11, 13, 14, 16, 17, 18, 19, 20, 21, 22, 24]);
/** Formats by their number: those of numbers that are dates or times. */
const DATES = new Map([
  [20, "DATE"], [21, "TIME"], [22, "DATETIME"], [23, "ADATE"], [24, "JDATE"], [25, "DTIME"], [26, "WKDAY"],
  [27, "MONTH"], [28, "MOYR"], [29, "QYR"], [30, "WKYR"], [38, "EDATE"], [39, "SDATE"], [40, "MTIME"], [41, "YMDHMS"],
]);

/** A place in the bytes, which refuses to leave them. */
class Cursor {
  constructor(bytes, whole, little = true, at = 0) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.whole = whole;
    this.little = little;
    this.at = at;
  }

  take(count) {
    if (count < 0 || !Number.isSafeInteger(count)) throw new Unread("badCount");
    if (this.at + count > this.bytes.length) throw this.whole ? new Unread("cutShort") : new Short();
    this.at += count;
    return this.at - count;
  }

  int() { return this.view.getInt32(this.take(4), this.little); }
  long() { return Number(this.view.getBigInt64(this.take(8), this.little)); }
  double() { return this.view.getFloat64(this.take(8), this.little); }
  raw(count) {
    const at = this.take(count);
    return this.bytes.subarray(at, at + count);
  }
}

const ascii = (bytes) => String.fromCharCode(...bytes);
const trimmed = (bytes) => {
  let end = bytes.length;
  while (end && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end -= 1;
  return bytes.subarray(0, end);
};

/** How texts are read: strictly; without a declared encoding, letters beyond ASCII stay unknown. */
const decoderOf = (declared) => {
  const unknown = { name: "", decode: (bytes) => Array.from(bytes, (b) => (b < 128 ? String.fromCharCode(b) : "\ufffd")).join("") };
  if (!declared || declared === "us-ascii") return unknown;
  try {
    const loose = new TextDecoder(declared);
    return { name: loose.encoding, decode: (bytes) => loose.decode(bytes) };
  } catch {
    return unknown;
  }
};

const readHeader = (bytes, whole) => {
  const cursor = new Cursor(bytes, whole);
  if (bytes.length < 4 && whole) throw new Unread("notSav");
  const magic = ascii(cursor.raw(4));
  if (magic !== "$FL2" && magic !== "$FL3") throw new Unread(magic === "\u005b\u00c6\u00d3\u00f2" ? "ebcdic" : "notSav");
  const program = cursor.raw(60);
  const layout = cursor.int();
  cursor.little = layout === 2 || layout === 3;
  if (!cursor.little) {
    cursor.at -= 4;
    const turned = cursor.int();
    if (turned !== 2 && turned !== 3) throw new Unread("badLayout");
  }
  cursor.int(); // the nominal size of a case, which writers fill in as they please
  const compression = cursor.int(), weight = cursor.int(), cases = cursor.int(), bias = cursor.double();
  if (![0, 1, 2].includes(compression) || (compression === 2) !== (magic === "$FL3")) throw new Unread("badCompression", { compression });
  if (!Number.isFinite(bias)) throw new Unread("badBias");
  cursor.take(9 + 8);
  const label = cursor.raw(64);
  cursor.take(3);
  if (cases < -1) throw new Unread("badCases");
  return [cursor, { magic, program, compression, weight, cases, bias, label }];
};

/** One variable, or -1 for the continuation of a string. */
const readVariable = (cursor) => {
  const width = cursor.int(), labelled = cursor.int(), missing = cursor.int(), format = cursor.int();
  cursor.int();
  const name = trimmed(cursor.raw(8));
  if (width < -1 || width > REAL || ![0, 1].includes(labelled)) throw new Unread("badVariable");
  if (![-3, -2, 0, 1, 2, 3].includes(missing)) throw new Unread("badMissing");
  if (missing < 0 && width > 0) throw new Unread("badMissing");
  let label = new Uint8Array(0);
  if (labelled) {
    const length = cursor.int();
    if (length < 0 || length > 65535) throw new Unread("badLabel");
    label = cursor.raw(length);
    cursor.take((4 - length % 4) % 4);
  }
  const values = [];
  for (let k = 0; k < Math.abs(missing); k += 1) values.push(width > 0 ? trimmed(cursor.raw(8)) : cursor.double());
  return { width, name, label, missing, values, format: (format >> 16) & 255, decimals: format & 255 };
};

const readLabels = (cursor) => {
  const count = cursor.int(), labels = [];
  if (count < 0) throw new Unread("badCount");
  for (let k = 0; k < count; k += 1) {
    const value = cursor.raw(8), length = cursor.raw(1)[0];
    labels.push([value, cursor.raw(length)]);
    cursor.take((8 - (length + 1) % 8) % 8);
  }
  if (cursor.int() !== 4) throw new Unread("labelsAlone");
  const many = cursor.int(), places = [];
  if (many < 1) throw new Unread("badCount");
  for (let k = 0; k < many; k += 1) places.push(cursor.int());
  return { labels, places };
};

const readRecords = (cursor) => {
  const found = { elements: [], labels: [], extensions: new Map(), unknown: new Set() };
  for (;;) {
    const kind = cursor.int();
    if (kind === 2) found.elements.push(readVariable(cursor));
    else if (kind === 3) found.labels.push(readLabels(cursor));
    else if (kind === 6) {
      const lines = cursor.int();
      if (lines < 0) throw new Unread("badCount");
      cursor.take(80 * lines);
    } else if (kind === 7) {
      const subtype = cursor.int(), size = cursor.int(), count = cursor.int();
      if (size < 0 || count < 0) throw new Unread("badCount");
      const body = cursor.raw(size * count);
      if (KNOWN_EXTENSIONS.has(subtype)) found.extensions.set(subtype, body);
      else found.unknown.add(subtype);
    } else if (kind === 999) {
      cursor.int();
      return found;
    } else throw new Unread("badRecord", { kind });
  }
};

/** Variables with their place among the eight-byte elements of a case. */
const placed = (elements) => {
  const variables = [], at = new Map();
  for (let k = 0; k < elements.length;) {
    const one = elements[k];
    if (one.width < 0) throw new Unread("loosePart");
    const parts = Math.max(1, Math.ceil(one.width / 8));
    for (let m = 1; m < parts; m += 1) if (elements[k + m]?.width !== -1) throw new Unread("loosePart");
    at.set(k + 1, variables.length);
    variables.push({ ...one, element: k, segments: [[k, one.width]] });
    k += parts;
  }
  if (!variables.length) throw new Unread("noVariables");
  return [variables, at];
};

const encodingOf = (extensions, little) => {
  const named = extensions.get(20);
  if (named) return ascii(trimmed(named.subarray(0, 100))).trim().toLowerCase();
  const machine = extensions.get(3);
  if (!machine || machine.length < 32) return "";
  const code = new DataView(machine.buffer, machine.byteOffset).getInt32(28, little);
  if (code === 1) throw new Unread("ebcdic");
  return CODE_PAGES[code] || "";
};

/** Join the segments of strings longer than 255 bytes: their names and widths stand in record 14. */
const joinSegments = (variables, widths) => {
  const joined = [];
  for (let k = 0; k < variables.length; k += 1) {
    const one = variables[k], width = widths.get(ascii(one.name).toUpperCase());
    widths.delete(ascii(one.name).toUpperCase());
    if (width === undefined || width <= REAL) {
      joined.push(one);
      continue;
    }
    const count = Math.ceil(width / USEFUL), segments = [];
    for (let m = 0; m < count; m += 1) {
      const part = variables[k + m];
      const wanted = m < count - 1 ? REAL : width - (count - 1) * USEFUL;
      if (!part || part.width !== wanted) throw new Unread("badSegments");
      segments.push([part.element, Math.max(0, Math.min(REAL, width - m * REAL, part.width))]);
    }
    joined.push({ ...one, width, segments });
    k += count - 1;
  }
  if (widths.size) throw new Unread("badSegments");
  return joined;
};

const pairsOf = (text) => text.split("\t").map((pair) => pair.replace(/\0/g, "")).filter((pair) => pair.includes("="))
  .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]);

/** Labels (21) and missing values (22) of strings longer than eight bytes. */
const longStrings = (body, little, kind, told) => {
  const cursor = new Cursor(body, true, little);
  while (cursor.at < body.length) {
    const name = cursor.raw(cursor.int());
    if (kind === 21) {
      cursor.int();
      const count = cursor.int(), labels = [];
      if (count < 0) throw new Unread("badCount");
      for (let k = 0; k < count; k += 1) labels.push([trimmed(cursor.raw(cursor.int())), cursor.raw(cursor.int())]);
      told(name, labels);
    } else {
      const count = cursor.raw(1)[0], values = [];
      const length = cursor.int();
      for (let k = 0; k < count; k += 1) values.push(trimmed(cursor.raw(length)));
      told(name, values);
    }
  }
};

/** Read the dictionary at the start of a file; `whole` says whether these are all its bytes.
 *  `asked` is the encoding that a person names, where the file declares none. */
const parseDictionary = (bytes, whole, asked = "") => {
  const [cursor, header] = readHeader(bytes, whole);
  const { elements, labels, extensions, unknown } = readRecords(cursor);
  const little = cursor.little, notes = [...unknown].map((subtype) => ["unknownRecord", { subtype }]);
  let [variables, places] = placed(elements);
  const decoder = decoderOf(encodingOf(extensions, little) || asked);
  let foreign = false;
  const text = (raw) => {
    const found = decoder.decode(raw);
    if (found.includes("\ufffd")) foreign = true;
    return found;
  };
  const weight = header.weight ? places.get(header.weight) : undefined;
  if (header.weight && weight === undefined) throw new Unread("badWeight");
  const weighing = header.weight ? variables[weight] : null;
  const floats = extensions.get(4);
  const sysmis = floats && floats.length >= 24 ? new DataView(floats.buffer, floats.byteOffset).getFloat64(0, little) : LOWEST;
  for (const { labels: told, places: owners } of labels) {
    for (const place of owners) {
      const index = places.get(place);
      if (index === undefined) throw new Unread("labelsAlone");
      const one = variables[index];
      if (one.width > 8) throw new Unread("labelsAlone");
      one.valueLabels = told.map(([value, label]) => [
        one.width ? text(trimmed(value)) : new DataView(value.buffer, value.byteOffset).getFloat64(0, little), text(trimmed(label)),
      ]);
    }
  }
  const widths = new Map(pairsOf(ascii14(extensions.get(14))).map(([name, width]) => {
    if (!/^\s*\d{1,5}\s*$/.test(width)) throw new Unread("badSegments");
    return [name.toUpperCase(), Number(width)];
  }));
  variables = joinSegments(variables, widths);
  const longNames = new Map(extensions.has(13) ? pairsOf(text(extensions.get(13))).map(([k, v]) => [k.toUpperCase(), v]) : []);
  const out = variables.map((one) => describe(one, text, longNames));
  const byName = new Map(out.map((one) => [one.name, one]));
  const folded = new Map(out.map((one) => [one.name.toUpperCase(), one]));
  if (byName.size !== out.length) throw new Unread("namesTwice");
  for (const kind of [21, 22]) {
    if (!extensions.has(kind)) continue;
    longStrings(extensions.get(kind), little, kind, (raw, told) => {
      const name = text(raw), one = byName.get(name) || folded.get(name.toUpperCase());
      if (!one) {
        notes.push(["labelsOfNobody", { name }]);
        return;
      }
      if (one.kind !== "text") throw new Unread("labelsAlone");
      if (kind === 21) one.valueLabels = told.map(([value, label]) => [text(value), text(trimmed(label))]);
      else one.missing = told.map((value) => [text(value), text(value)]);
    });
  }
  if (extensions.has(16) && extensions.get(16).length >= 16) {
    const many = new Cursor(extensions.get(16), true, little, 8).long();
    if (many > MOST_CASES || many < -1) throw new Unread("badCases");
    if (header.cases === -1) header.cases = many;
    else if (many !== -1 && many !== header.cases) {
      notes.push(["twoCounts", { one: header.cases, other: many }]);
      header.cases = -1; // what the data hold is counted
    }
  }
  if (!decoder.name && foreign) notes.push(["noEncoding", {}]);
  if (decoder.name && foreign) notes.push(["badText", { encoding: decoder.name }]);
  return {
    variables: out, weight: weighing ? out.find((one) => one.element === weighing.element)?.name ?? "" : "",
    cases: header.cases, compression: header.compression, bias: header.bias, sysmis, little, notes, decoder,
    encoding: decoder.name, label: text(trimmed(header.label)), program: ascii(trimmed(header.program)),
    elements: elements.length, dataAt: cursor.at,
  };
};
const ascii14 = (body) => (body ? Array.from(body, (b) => String.fromCharCode(b)).join("") : "");

const describe = (one, text, longNames) => {
  const short = text(one.name);
  const missing = one.missing < 0
    ? [[one.values[0], one.values[1]], ...one.values.slice(2).map((v) => [v, v])]
    : one.values.map((v) => (one.width ? [text(v), text(v)] : [v, v]));
  return {
    name: longNames.get(short.toUpperCase()) || short, label: text(trimmed(one.label)), missing,
    kind: one.width ? "text" : DATES.has(one.format) ? "date" : "number", width: one.width,
    format: DATES.get(one.format) || "", valueLabels: one.valueLabels || [], element: one.element, segments: one.segments,
  };
};
