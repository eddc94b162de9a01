// The cases of a system file, a piece at a time: no more than a few megabytes are held.

const PIECE = 4 * 1024 * 1024;
const FIRST = 256 * 1024;
const MOST_DICTIONARY = 256 * 1024 * 1024;
const MOST_BLOCK = 64 * 1024 * 1024;

/** Read the dictionary from as much of the start as it needs. */
const openSav = async (source, encoding = "") => {
  for (let length = FIRST; ; length *= 4) {
    const whole = length >= source.size;
    const bytes = await source.read(0, Math.min(length, source.size));
    try {
      return parseDictionary(bytes, whole, encoding);
    } catch (error) {
      if (!(error instanceof Short)) throw error;
      if (length >= MOST_DICTIONARY) throw new Unread("longDictionary");
    }
  }
};

/** Take cases out of plain bytes, which may end within one. */
const plainCases = (dictionary, each) => {
  const size = 8 * dictionary.elements, held = new Uint8Array(size);
  const view = new DataView(held.buffer);
  let filled = 0;
  return {
    feed(bytes) {
      let at = 0;
      while (at < bytes.length) {
        const count = Math.min(size - filled, bytes.length - at);
        held.set(bytes.subarray(at, at + count), filled);
        at += count;
        filled += count;
        if (filled === size) {
          filled = 0;
          if (each(held, view) === false) return false;
        }
      }
      return true;
    },
    whole: () => filled === 0,
  };
};

/** Take cases out of bytecode: eight commands, then the values that they announce. */
const packedCases = (dictionary, each) => {
  const size = dictionary.elements, held = new Uint8Array(8 * size), view = new DataView(held.buffer);
  const commands = new Uint8Array(8), waiting = new Uint8Array(8);
  let next = 8, kept = 0, element = 0, literal = false, ended = false;
  const put = () => {
    element += 1;
    if (element < size) return true;
    element = 0;
    return each(held, view) !== false;
  };
  return {
    feed(bytes) {
      let at = 0;
      while (!ended) {
        if (next === 8 || literal) {
          const count = Math.min(8 - kept, bytes.length - at);
          waiting.set(bytes.subarray(at, at + count), kept);
          at += count;
          kept += count;
          if (kept < 8) return true;
          kept = 0;
          if (literal) {
            held.set(waiting, 8 * element);
            literal = false;
            if (!put()) return false;
          } else {
            commands.set(waiting);
            next = 0;
          }
          continue;
        }
        const command = commands[next];
        next += 1;
        if (command === 0) continue;
        if (command === 252) ended = true;
        else if (command === 253) literal = true;
        else {
          if (command === 254) held.fill(32, 8 * element, 8 * element + 8);
          else view.setFloat64(8 * element, command === 255 ? dictionary.sysmis : command - dictionary.bias, dictionary.little);
          if (!put()) return false;
        }
      }
      return false;
    },
    whole: () => element === 0 && !literal && (ended || kept === 0),
  };
};

/** The bytes of one compressed block, no more of them than the file says. */
const inflated = async (bytes, size) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader(), found = new Uint8Array(size);
  let at = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > size) throw new Unread("badBlock");
      found.set(value, at);
      at += value.length;
    }
  } catch {
    reader.cancel().catch(() => {});
    throw new Unread("badBlock");
  }
  if (at !== size) throw new Unread("badBlock");
  return found;
};

/** The blocks of a zsav file, from its trailer; they must lie end to end. */
const blocksOf = async (source, dictionary) => {
  const read = async (at, count) => {
    if (!(at >= 0) || at + count > source.size) throw new Unread("cutShort");
    return new Cursor(await source.read(at, count), true, dictionary.little);
  };
  const head = await read(dictionary.dataAt, 24);
  const [start, trailer, length] = [head.long(), head.long(), head.long()];
  if (start !== dictionary.dataAt || trailer < dictionary.dataAt + 24 || length < 24 || trailer + length !== source.size) throw new Unread("badTrailer");
  const cursor = await read(trailer, length);
  const bias = cursor.long(), zero = cursor.long();
  const size = cursor.int(), count = cursor.int();
  if (bias !== -dictionary.bias || zero !== 0 || size < 1 || count < 0 || length !== 24 + 24 * count) throw new Unread("badTrailer");
  const blocks = [];
  let plain = dictionary.dataAt, packed = dictionary.dataAt + 24;
  for (let k = 0; k < count; k += 1) {
    const [from, at] = [cursor.long(), cursor.long()], [unpacked, bytes] = [cursor.int(), cursor.int()];
    if (from !== plain || at !== packed || unpacked < 0 || unpacked > MOST_BLOCK || bytes < 1) throw new Unread("badTrailer");
    plain += unpacked;
    packed += bytes;
    blocks.push({ at, bytes, unpacked });
  }
  if (packed !== trailer) throw new Unread("badTrailer");
  return blocks;
};

/** Hand every case to `each`, as its bytes; returns how many there were. Progress is 0 to 1. */
const readCases = async (source, dictionary, each, progress = () => {}) => {
  let count = 0;
  const wanted = dictionary.cases;
  const counted = (held, view) => {
    if (wanted >= 0 && count >= wanted) throw new Unread("moreCases", { cases: wanted });
    each(held, view, count);
    count += 1;
  };
  const cases = (dictionary.compression ? packedCases : plainCases)(dictionary, counted);
  if (dictionary.compression === 2) {
    for (const block of await blocksOf(source, dictionary)) {
      const bytes = await inflated(await source.read(block.at, block.bytes), block.unpacked);
      progress(block.at / source.size);
      if (!cases.feed(bytes)) break;
    }
  } else {
    for (let at = dictionary.dataAt; at < source.size; at += PIECE) {
      const more = cases.feed(await source.read(at, Math.min(PIECE, source.size - at)));
      progress(at / source.size);
      if (!more) break;
    }
  }
  if (!cases.whole()) throw new Unread("cutShort");
  if (wanted >= 0 && count !== wanted) throw new Unread("fewerCases", { cases: wanted, found: count });
  return count;
};

/** The value of a variable in a case: a number, a text, or null where the system's missing value is. */
const valueOf = (one, dictionary, held, view) => {
  if (one.kind !== "text") {
    const value = view.getFloat64(8 * one.element, dictionary.little);
    return value === dictionary.sysmis || Number.isNaN(value) ? null : value;
  }
  if (one.segments.length === 1) {
    const at = 8 * one.element;
    return textOf(dictionary, trimmed(held.subarray(at, at + one.width)));
  }
  const whole = new Uint8Array(one.width);
  let at = 0;
  for (const [element, used] of one.segments) {
    whole.set(held.subarray(8 * element, 8 * element + used), at);
    at += used;
  }
  return textOf(dictionary, trimmed(whole));
};

const textOf = (dictionary, bytes) => {
  for (let k = 0; k < bytes.length; k += 1) if (bytes[k] > 127 || bytes[k] === 0) return dictionary.decoder.decode(bytes);
  return String.fromCharCode.apply(null, bytes.length < 30000 ? bytes : []) || dictionary.decoder.decode(bytes);
};
