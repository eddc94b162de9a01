// The picture: one panel a series, or up to four series in one panel. Shapes and text only.

const SVG = "http://www.w3.org/2000/svg";
const INK = DATA.style;
const FONT = '"Source Sans 3", "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif';
const round = (value) => Math.round(value * 10) / 10;

function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, typeof value === "number" ? round(value) : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

function text(x, y, words, { size = 13, colour = INK.ink, anchor = "start", bold = false } = {}) {
  return svg("text", { x, y, "font-size": size, fill: colour, "text-anchor": anchor,
    "font-weight": bold ? 650 : 400, stroke: "#ffffff", "stroke-width": 3, "paint-order": "stroke",
    "stroke-linejoin": "round" }, words);
}

const pen = document.createElement("canvas").getContext("2d");
/** The height of a chart: on a telephone, where it stands above the fold, three fifths of the usual. */
const tallAt = (width, usual) => (width < 420 ? Math.round(usual * 0.58) : usual);

function wide(words, size, bold = false) {
  pen.font = `${bold ? 650 : 400} ${size}px ${FONT}`;
  return pen.measureText(words).width;
}

/** Break words into lines that fit; a word is never cut. */
function lines(words, room, size, bold = false) {
  const found = [];
  for (const word of words.split(" ")) {
    const longer = found.length ? `${found[found.length - 1]} ${word}` : word;
    if (found.length && wide(longer, size, bold) <= room) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

/** The axis of the reports: in tens or twenties for shares, in points of the scale for means. */
function axisOf({ rows, kind, question }) {
  const factor = kind === "mean" ? 1 : 100;
  const values = rows.flatMap((row) => row.cells).filter((cell) => cell?.shown)
    .flatMap((cell) => (cell.bounded ? [cell.low, cell.high] : [cell.estimate]))
    .map((value) => value * factor);
  const [low, high] = kind === "mean" ? question.scale : kind === "balance" ? [-100, 100] : [0, 100];
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (!values.length) return { low, high, ticks: [low, high], factor };
  const step = kind === "mean" ? (most - least > 5 ? 2 : 1) : most - least > 45 ? 20 : 10;
  let first = Math.max(low, Math.floor(least / step) * step);
  let last = Math.min(high, Math.ceil(most / step) * step);
  if (last - first < 2 * step) {
    first = Math.max(low, first - step);
    last = Math.min(high, Math.max(last, first + 2 * step));
  }
  const ticks = [];
  for (let tick = first; tick <= last + 1e-9; tick += step) ticks.push(tick);
  return { low: first, high: last, ticks, factor };
}

const tickText = (tick, kind) => decimal(tick, 0) + (kind === "share" ? W.percent : "");

const MARKERS = {
  circle: (x, y) => svg("circle", { cx: x, cy: y, r: 4 }),
  square: (x, y) => svg("rect", { x: x - 3.7, y: y - 3.7, width: 7.4, height: 7.4 }),
  triangle: (x, y) => svg("path", { d: `M${round(x)} ${round(y - 4.8)}l4.6 8.2h-9.2z` }),
  diamond: (x, y) => svg("path", { d: `M${round(x)} ${round(y - 5.2)}l5.2 5.2l-5.2 5.2l-5.2 -5.2z` }),
};

function marker(x, y, line) {
  const made = MARKERS[line.marker](x, y);
  made.setAttribute("fill", line.colour);
  return made;
}

/** Frame, ticks and grid of a panel; returns how values and times are placed in it. */
function framed(parent, told, axis, box) {
  const times = told.waves.map((wave) => DATA.waves[wave].time);
  const span = times[times.length - 1] - times[0];
  const inset = times.length > 1 ? Math.min(26, box.width * 0.09) : box.width / 2;
  const place = {
    x: (i) => box.x + inset + (span ? (times[i] - times[0]) / span : 0) * (box.width - 2 * inset),
    y: (value) => box.y + box.height * (1 - (value * axis.factor - axis.low) / (axis.high - axis.low)),
  };
  for (const tick of axis.ticks) {
    const y = place.y(tick / axis.factor);
    parent.append(
      svg("line", { x1: box.x, x2: box.x + box.width, y1: y, y2: y, stroke: INK.grid }),
      text(box.x - 6, y + 4, tickText(tick, told.kind), { size: 12, colour: INK.soft, anchor: "end" }),
    );
  }
  const foot = box.y + box.height;
  parent.append(svg("line", { x1: box.x, x2: box.x + box.width, y1: foot, y2: foot,
    stroke: INK.soft }));
  let end = -Infinity;
  told.waves.forEach((wave, i) => {
    const name = DATA.waves[wave].short;
    const half = wide(name, 12) / 2;
    if (place.x(i) - half < end) return;
    end = place.x(i) + half + 4;
    parent.append(text(place.x(i), foot + 17, name, { size: 12, colour: INK.soft, anchor: "middle" }));
  });
  return place;
}

function drawBreaks(parent, broken, place, box) {
  broken.forEach((cut, i) => {
    if (!cut) return;
    const x = (place.x(i) + place.x(i + 1)) / 2;
    const y = box.y + 2;
    const word = text(x - 4, y, W.break, { size: 11, colour: INK.soft, anchor: "end" });
    word.setAttribute("transform", `rotate(-90 ${round(x - 4)} ${round(y)})`);
    parent.append(svg("line", { x1: x, x2: x, y1: box.y, y2: box.y + box.height, stroke: INK.soft,
      "stroke-dasharray": "2 3" }), word);
  });
}

/** One series: band (alone), intervals, line broken at breaks and gaps, markers. */
function drawSeries(parent, row, line, place, { band, shift = 0 }) {
  const group = svg("g", { "data-line": row.label });
  const shown = row.cells.map((cell, i) => ({ cell, i, x: place.x(i) + shift }))
    .filter(({ cell }) => cell?.shown);
  const runs = [];
  shown.forEach((point, k) => {
    const before = shown[k - 1];
    // a wave that did not ask is passed over; a cell that may not be shown, or a break, ends the line
    const joined = before && row.cells.slice(before.i + 1, point.i).every((cell) => cell === null)
      && !row.broken.slice(before.i, point.i).some(Boolean);
    if (joined) runs[runs.length - 1].push(point);
    else runs.push([point]);
  });
  for (const run of runs) {
    const bounded = run.filter(({ cell }) => cell.bounded);
    if (band && bounded.length > 1) {
      const up = bounded.map(({ x, cell }) => `${round(x)},${round(place.y(cell.high))}`);
      const down = bounded.map(({ x, cell }) => `${round(x)},${round(place.y(cell.low))}`).reverse();
      group.append(svg("polygon", { points: [...up, ...down].join(" "), fill: line.colour,
        "fill-opacity": "0.13" }));
    }
    for (const { x, cell } of bounded) {
      group.append(svg("line", { x1: x, x2: x, y1: place.y(cell.low), y2: place.y(cell.high),
        stroke: line.colour, "stroke-width": 1.5, "data-interval": "" }));
    }
    if (run.length > 1) {
      group.append(svg("polyline", { fill: "none", stroke: line.colour, "stroke-width": 2.2,
        "stroke-dasharray": line.dash || "none", "stroke-linejoin": "round",
        points: run.map(({ x, cell }) => `${round(x)},${round(place.y(cell.estimate))}`).join(" ") }));
    }
  }
  for (const { x, cell } of shown) group.append(marker(x, place.y(cell.estimate), line));
  parent.append(group);
  return shown;
}

function valueLabels(parent, shown, told, place, every) {
  let end = -Infinity;
  shown.forEach(({ cell, x }, k) => {
    const last = k === shown.length - 1;
    if (!every && k > 0 && !last) return;
    const words = valueText(cell, told.kind, false);
    const half = wide(words, 13, last) / 2;
    if (!last && x - half < end + 4) return;
    end = x + half;
    const top = place.y(cell.bounded ? cell.high : cell.estimate);
    parent.append(text(x, top - 7, words, { anchor: "middle", bold: last, size: last ? 14 : 12.5,
      colour: last ? INK.blue : INK.soft }));
  });
}

const PLAIN = { colour: INK.blue, dash: "", marker: "circle" };

/** Up to four series in one panel, each named at its end. */
function drawTogether(parent, told, axis, top, width) {
  const labels = told.rows.map((row) => lines(row.label, 150, 13, true));
  const room = Math.max(...labels.flat().map((words) => wide(words, 13, true))) + 66;
  const box = { x: 46, y: top + 12, width: width - 46 - room, height: tallAt(width, 290) };
  const place = framed(parent, told, axis, box);
  const broken = told.waves.slice(1).map((_, i) => told.rows.some((row) => row.broken[i]));
  drawBreaks(parent, broken, place, box);
  const ends = [];
  told.rows.forEach((row, k) => {
    const shift = (k - (told.rows.length - 1) / 2) * 7;
    const shown = drawSeries(parent, row, INK.lines[k], place, { shift });
    const last = shown[shown.length - 1];
    if (last) ends.push({ k, y: place.y(last.cell.estimate), words: valueText(last.cell, told.kind, false) });
  });
  nameEnds(parent, ends, labels, box);
  return box.y + box.height + 28;
}

function nameEnds(parent, ends, labels, box) {
  ends.sort((a, b) => a.y - b.y);
  let free = box.y - 8;
  for (const one of ends) {
    const tall = 16 * labels[one.k].length;
    one.at = Math.max(one.y - 6, free);
    free = one.at + tall + 5;
  }
  const over = Math.max(0, free - (box.y + box.height + 16));
  for (const { k, at, words } of ends) {
    const x = box.x + box.width;
    const y = at - over + 10;
    parent.append(marker(x + 12, y - 4, INK.lines[k]));
    labels[k].forEach((line, i) => parent.append(text(x + 22, y + 16 * i, line,
      { bold: true })));
    const lastLine = labels[k][labels[k].length - 1];
    parent.append(text(x + 28 + wide(lastLine, 13, true), y + 16 * (labels[k].length - 1), words));
  }
}

/** One panel a series, all on one axis. */
function drawApart(parent, told, axis, top, width) {
  const columns = told.single || width < 560 ? 1 : 2;
  const cell = (width - (columns - 1) * 20) / columns;
  const heads = told.rows.map((row) => (told.single ? [] : lines(row.label, cell - 8, 14, true)));
  const tall = told.single ? tallAt(width, 270) : 118;
  let y = top;
  for (let start = 0; start < told.rows.length; start += columns) {
    const inRow = told.rows.slice(start, start + columns);
    const head = told.single ? 22 : 18 * Math.max(...inRow.map((_, i) => heads[start + i].length)) + 38;
    inRow.forEach((row, i) => {
      const x = i * (cell + 20);
      heads[start + i].forEach((line, j) => parent.append(
        text(x, y + 14 + 18 * j, line, { size: 14, bold: true })));
      const note = told.single || !row.became ? "" : noteOf(row, told.kind);
      const fit = lines(note, cell, 12)[0] === note ? note : `${lines(note, cell - 8, 12)[0]}…`;
      if (note) parent.append(text(x, y + 14 + 18 * heads[start + i].length, fit, { size: 12, colour: INK.soft }));
      const box = { x: x + 46, y: y + head, width: cell - 46, height: tall };
      const place = framed(parent, told, axis, box);
      drawBreaks(parent, row.broken, place, box);
      const shown = drawSeries(parent, row, PLAIN, place, { band: true });
      valueLabels(parent, shown, told, place, told.single);
    });
    y += head + tall + 34;
  }
  return y;
}

/** The verdict of a panel, and its size where there is a verdict that has one. */
function noteOf(row, kind) {
  const { short, status, verdict, found } = row.became;
  const sized = status === "verdict" && found.shown && verdict !== "cannot_tell";
  return sized && !short.includes("±") ? `${short} (${bareChange(found.difference, kind)})` : short;
}

/** Draw what is told. `whole` adds what must stand in a picture that leaves the page. */
function drawn(told, width, whole = false) {
  const root = svg("svg", { xmlns: SVG, width, "font-family": FONT, role: "img" });
  const paper = whole ? svg("rect", { width, fill: "#ffffff" }) : null;
  const inner = svg("g", whole ? { transform: "translate(24 20)" } : {});
  const room = whole ? width - 48 : width;
  root.append(svg("title", {}, altOf(told)), ...(whole ? [paper] : []), inner);
  let y = 0;
  const write = (words, options, tall) => {
    for (const line of lines(words, room, options.size, options.bold)) {
      y += tall;
      inner.append(text(0, y, line, options));
    }
  };
  if (whole) {
    if (DATA.notice) write(ended(DATA.notice), { size: 13, bold: true, colour: "#6e3c00" }, 18);
    write(DATA.title, { size: 14, colour: INK.soft }, 20);
    write(captionOf(told), { size: 18, bold: true }, 24);
    y += 12;
  }
  const axis = axisOf(told);
  const together = !told.single && told.rows.length <= INK.lines.length && room >= 560;
  y = (together ? drawTogether : drawApart)(inner, told, axis, y, room);
  if (whole) {
    for (const line of notesOf(told)) write(line, { size: 12, colour: INK.soft }, 16);
    write(DATA.source, { size: 12, colour: INK.soft }, 22);
    y += 20;
  }
  const height = Math.ceil(y + (whole ? 20 : 0));
  paper?.setAttribute("height", height);
  root.setAttribute("height", height);
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return root;
}
