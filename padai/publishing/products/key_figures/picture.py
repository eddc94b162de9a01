"""The key-figures picture: every key result, in the declared order, on one image."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from padai.charts import style
from padai.charts.rows import SHAPES
from padai.charts.slim import NO_METADATA, slim_svg
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import period_phrase, upper_first
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.cards import earlier, verdict_shape
from padai.publishing.chapters.declared import code_of, short_words
from padai.publishing.chapters.opening import (
    PICTURE,
    asked_and_resting,
    finding,
    release_line,
    resting_sentence,
)
from padai.publishing.chapters.robustness import dependence
from padai.publishing.exhibits.exhibit_items import (
    cell_of,
    change_of,
    item_of,
    period_of,
    whole_period,
    words_of,
)
from padai.publishing.exhibits.last_asked import last_asked_sentence
from padai.store import Store
from padai.survey import KeyResult
from padai.words import in_a_row
from padai.words.languages import tag_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LEFT = 1.3
_LABEL = 0.18
_SMALL = 0.155
_TRACK = 0.24
_GAP = 0.16
_LETTERS = 64


@dataclass(frozen=True)
class _Entry:
    figure: str
    label: list[str]
    period: list[str]
    lines: list[str]
    cell: Cell | None
    before: Cell | None
    shape: str
    share: bool

    @property
    def drawn(self) -> bool:
        """Whether there is a share to draw on a scale from 0 to 100."""
        return self.share and self.cell is not None and self.cell.shown

    @property
    def said(self) -> int:
        """How many lines of words stand under the name."""
        return len(self.period) + len(self.lines)

    @property
    def height(self) -> float:
        track = _TRACK if self.drawn else 0.0
        return max(0.42, _LABEL * len(self.label) + _SMALL * self.said + track) + _GAP


def write_key_figures(store: Store, lang: str, folder: Path) -> list[Path]:
    """Write the picture as SVG and PNG, and what it says as text; nothing without key results.

    Parameters
    ----------
    store
        An open release store.
    lang
        ``"fr"`` or ``"en"``.
    folder
        Receives the files; made if it is not there.

    Notes
    -----
    The alternative text stands in the SVG (``title``, ``desc``), in the PNG (``Description``) and
    in a text file beside them. The same store gives the same bytes.
    """
    import matplotlib as mpl

    context = Context(store, lang)
    if not store.survey.key_results:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    svg, png, text = (folder / f"{PICTURE[lang]}.{end}" for end in ("svg", "png", "txt"))
    alt = alternative(context)
    check_words(alt, context.part(MAIN).sample_type, svg.name)
    picture = _draw(context)
    title = _title(context)
    fixed: dict[Any, Any] = {
        "svg.hashsalt": f"padai-{svg.stem}", "svg.fonttype": "path", "font.family": "DejaVu Sans",
    }  # fmt: skip
    with mpl.rc_context(fixed):
        drawn = io.BytesIO()
        picture.savefig(drawn, format="svg", metadata=NO_METADATA)
        svg.write_bytes(slim_svg(drawn.getvalue()))
        picture.savefig(
            png,
            format="png",
            dpi=200,
            metadata={
                "Software": "padai",
                "Title": title,
                "Description": alt,
            },
        )
    _describe(svg, title, alt, lang)
    text.write_text(alt + "\n", encoding="utf-8", newline="\n")
    return [svg, png, text]


def alternative(context: Context) -> str:
    """Say in words all that the picture shows."""
    lines = [
        f"{_title(context)}. {_dates(context)}.",
        *(f"{m.rstrip('.')}." for m in context.marks),
    ]
    asked, _ = asked_and_resting(context)
    for result in asked:
        cell = cell_of(context.lookup, item_of(result))
        figure = "…" if cell is None else context.value(cell)
        first, *others = (t for t in finding(context, result) if t)
        named = context.colon(first.rstrip("."), f"{figure}.")
        whole = whole_period(context, item_of(result)) if cell is not None else ""
        lines.append(in_a_row(named, whole, *others))
    lines += [t for t in (resting_sentence(context), f"{_foot(context)}.") if t]
    return "\n".join(lines)


def _title(naming: Naming) -> str:
    name = naming.say("publishing-key-figures")
    return naming.colon(name, naming.text(naming.survey.title))


def _dates(naming: Naming) -> str:
    wave = naming.survey.wave(naming.wave)
    dates = naming.numbers.fieldwork(wave.fieldwork)
    label = upper_first(naming.wave_label(naming.wave))
    return f"{label}, {dates}, {naming.words(MAIN).kind}"


def _foot(context: Context) -> str:
    asked, _ = asked_and_resting(context)
    shown = [c for k in asked if (c := cell_of(context.lookup, item_of(k))) is not None]
    parts = [*([context.size(shown)] if shown else []), release_line(context)]
    words = context.words(MAIN)
    if words.has_intervals and shown:
        compared = any(earlier(context, item_of(k)) for k in asked)
        before = context.say("publishing-open-circle-previous-edition") if compared else ""
        parts.insert(
            0, context.say("publishing-lines-tick-50", interval=words.interval, before=before)
        )
    return ". ".join([*parts, *([words.under.rstrip(".")] if words.under else [])])


def _entry(context: Context, result: KeyResult) -> _Entry:
    item = item_of(result)
    cell = cell_of(context.lookup, item)
    label = finding(context, result)[0].rstrip(".")
    texts = []
    change = change_of(context.lookup, item)
    if change is not None and (words := words_of(context, change)):
        texts.append(_since(context, change, words))
        texts.append(dependence(context, item))
    texts.append(last_asked_sentence(context, item))
    if cell is not None and cell.has_interval and context.words(MAIN).has_intervals:
        texts.append(context.colon(context.words(MAIN).interval_short, context.interval(cell)))
    code = code_of(context, result)
    if code in ("found", "changed"):
        texts.append(upper_first(short_words(context, code)))
    lines = [line for text in texts if text for line in _wrapped(text)]
    figure = "…" if cell is None else context.value(cell)
    share = context.kind(result.question, result.net) == "share" and not context.counts_only()
    period = period_of(context, item)
    kind = context.kind(result.question, result.net)
    phrase = upper_first(period_phrase(period, context.numbers, kind)) if period else ""
    whole = _wrapped(phrase) if phrase else []
    return _Entry(
        figure,
        style.wrapped(label, 48),
        whole,
        lines,
        cell,
        earlier(context, item),
        verdict_shape(context, change),
        share,
    )


def _since(naming: Naming, change: Difference, words: str) -> str:
    """Say what became of a figure, in a few words."""
    if change.verdict == "not comparable":
        earlier = naming.the_wave(change.reference)
        return naming.say("publishing-not-comparable-with-b516", earlier=earlier)
    kind = naming.kind(change.question, change.response)
    size = naming.numbers.change(change.estimate, kind, short=True) if change.shown else ""
    return upper_first(f"{words}, {size}" if size else words)


def _wrapped(text: str) -> list[str]:
    """Return words as lines that end where the rule under them does, sign and all."""
    return style.wrapped(text, _LETTERS)


def _draw(context: Context) -> Figure:
    asked, _ = asked_and_resting(context)
    entries = [_entry(context, k) for k in asked]
    head = style.wrapped(_title(context), 46)
    under = [
        line
        for text in (resting_sentence(context), _foot(context))
        if text
        for line in style.wrapped(text, 92)
    ]
    top = 0.3 + 0.22 * len(head) + 0.34
    bottom = 0.16 * len(under) + style.foot(context.marks) + 0.2
    height = top + sum(e.height for e in entries) + bottom
    with style.chart_style():
        fig = style.canvas(height)
        y = 0.3
        for line in head:
            _write(fig, 0.15, y, line, size=13, weight="bold")
            y += 0.22
        _write(fig, 0.15, y + 0.02, _dates(context), size=style.SMALL, color=style.SOFT)
        y = top
        for entry in entries:
            _rule(fig, y - 0.1)
            _place(fig, entry, y)
            y += entry.height
        _rule(fig, y - 0.1)
        for index, line in enumerate(under):
            _write(
                fig, 0.15, y + 0.08 + 0.16 * index, line, size=style.SMALL - 0.6, color=style.SOFT
            )
        _write(
            fig,
            0.15,
            height - 0.16,
            " · ".join(context.marks),
            size=style.SMALL,
            weight="bold",
            color=style.SOFT,
        )
    return fig


def _place(fig: Figure, entry: _Entry, y: float) -> None:
    shown = entry.cell is not None and entry.cell.shown
    number = shown and len(entry.figure) < 9
    figure = [entry.figure] if number else style.wrapped(entry.figure, 14)
    for index, line in enumerate(figure):
        _write(
            fig,
            0.15,
            y + 0.14 + 0.16 * index,
            line,
            size=17 if number else style.SMALL,
            weight="bold" if number else "normal",
            style="normal" if shown else "italic",
            color=style.BLUE if shown else style.SOFT,
        )
    at = y + 0.08
    for line in entry.label:
        _write(fig, _LEFT, at, line, size=style.SIZE, weight="bold")
        at += _LABEL
    for line in entry.period:
        _write(fig, _LEFT, at, line, size=style.SMALL, color=style.SOFT)
        at += _SMALL
    # the sign is that of the verdict on the last step, and stands beside its words
    if entry.shape in SHAPES and entry.lines:
        mark, colour, filled = SHAPES[entry.shape]
        _line(
            fig,
            [_LEFT + 0.05],
            [at + 0.005],
            color=colour,
            marker=mark,
            markersize=6,
            markerfacecolor=colour if filled else "#ffffff",
            markeredgewidth=1.3,
        )
    for index, line in enumerate(entry.lines):
        indent = 0.17 if not index and entry.shape in SHAPES else 0.0
        _write(fig, _LEFT + indent, at, line, size=style.SMALL, color=style.SOFT)
        at += _SMALL
    if entry.drawn and entry.cell is not None:
        _track(fig, entry.cell, entry.before, at + 0.04)


def _track(fig: Figure, cell: Cell, before: Cell | None, y: float) -> None:
    """Draw a share on a line from 0 to 100, with its interval, the earlier one, and one half."""
    left, right = _LEFT, style.WIDTH - 0.25

    def along(value: float) -> float:
        return left + (right - left) * min(max(value, 0.0), 1.0)

    _line(fig, [left, right], [y, y], color=style.GRID, linewidth=2.0)
    _line(fig, [along(0.5)] * 2, [y - 0.05, y + 0.05], color=style.SOFT, linewidth=0.9)
    if before is not None:
        _line(
            fig,
            [along(before.estimate)],
            [y],
            color=style.GREY,
            marker="o",
            markersize=7.6,
            markerfacecolor="#ffffff",
            markeredgewidth=1.3,
        )
    if cell.has_interval:
        ends = [along(cell.conf_low), along(cell.conf_high)]
        _line(fig, ends, [y, y], color=style.BLUE, linewidth=3.0)
    _line(fig, [along(cell.estimate)], [y], color=style.BLUE, marker="o", markersize=5.6)


def _rule(fig: Figure, y: float) -> None:
    _line(fig, [0.15, style.WIDTH - 0.15], [y, y], color=style.GRID, linewidth=0.8)


def _line(fig: Figure, xs: Sequence[float], ys: Sequence[float], **how: Any) -> None:
    from matplotlib.lines import Line2D

    width, height = fig.get_size_inches()
    fig.add_artist(
        Line2D(
            [x / width for x in xs],
            [1 - y / height for y in ys],
            transform=fig.transFigure,
            solid_capstyle="butt",
            **how,
        )
    )


def _write(fig: Figure, x: float, y: float, text: str, **how: Any) -> None:
    width, height = fig.get_size_inches()
    fig.text(x / width, 1 - y / height, style.raised(text), ha="left", va="center_baseline", **how)


def _describe(path: Path, title: str, alt: str, lang: str) -> None:
    """Give the SVG its name, its description and its language."""
    text = path.read_text(encoding="utf-8")
    start = text.index(">", text.index("<svg")) + 1
    opening = text[:start].removesuffix(">")
    description = (
        f' role="img" aria-labelledby="title desc" xml:lang="{tag_of(lang)}">\n'
        f' <title id="title">{escape(title)}</title>\n <desc id="desc">{escape(alt)}</desc>'
    )
    path.write_text(f"{opening}{description}{text[start:]}", encoding="utf-8", newline="\n")
