"""The slides: one for each key result, with a chart that can be edited and notes to speak from."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from textwrap import shorten, wrap
from typing import TYPE_CHECKING, Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import lower_first, period_phrase, subject_of, upper_first
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.headline import headline_declared, headline_told
from padai.publishing.chapters.opening import (
    SLIDES,
    asked_and_resting,
    finding,
    named,
    release_line,
    resting_line,
    resting_results,
)
from padai.publishing.exhibits.asked import wordings
from padai.publishing.exhibits.exhibit_items import (
    MOVED,
    Item,
    cell_of,
    change_of,
    period_of,
    whole_period,
    without_a_trend,
    words_of,
)
from padai.publishing.exhibits.titles import moved_sentence
from padai.publishing.products.slides.charts import add_chart
from padai.store import Store
from padai.survey import KeyResult
from padai.words import in_a_row
from padai.words.languages import tag_of

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide
    from pptx.text.text import TextFrame

NAME = SLIDES
_LONGEST = 255  # of a property of a document
_WIDTH, _HEIGHT = 13.333, 7.5
_MARGIN = 0.6
_SIZES = (16, 15, 14, 13, 12)
_ESSENTIAL = (20, 18, *_SIZES)
_APART, _LISTED = 0.5, 0.25
"""The space after a paragraph, and after a line of a list, in heights of their letters."""
_TITLES = (26, 24, 22, 20)
_WIDEST, _WIDEST_BOLD = 0.58, 0.7
"""The width of a letter, in its height, of the widest letters that stand in for ours."""
_TITLE = (_MARGIN, 0.4, _WIDTH - 2 * _MARGIN, 1.4)
_BODY = (1.95, 4.25)
"""Where what is said begins under the title, and its height."""
_FOOT = (_MARGIN, 6.2, _WIDTH - 2 * _MARGIN, 1.1)
_FIXED = (1980, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def write_slides(store: Store, lang: str, folder: Path) -> list[Path]:
    """Write the slides of a release in a language; nothing without key results.

    Parameters
    ----------
    store
        An open release store; what is drawn is at its printed precision.
    lang
        ``"fr"`` or ``"en"``.
    folder
        Receives ``presentation.pptx``; made if it is not there.

    Notes
    -----
    Charts are native: their numbers can be edited, and are those of ``open/series.csv``. The same
    store gives the same bytes.
    """
    from pptx import Presentation
    from pptx.util import Inches

    context = Context(store, lang)
    if not store.survey.key_results:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
    _properties(deck, context)
    _cover(deck, context)
    _essentials(deck, context)
    asked, _ = asked_and_resting(context)
    frames = [_result(deck, context, result) for result in asked]
    if resting := resting_results(context):
        frames.append(_resting(deck, context, resting))
    _one_size(frames)
    packed = io.BytesIO()
    deck.save(packed)
    path = folder / NAME
    path.write_bytes(_same(packed.getvalue(), _day(store)))
    return [path]


def _day(store: Store) -> dt.datetime:
    day = dt.date.fromisoformat(str(store.release["publish_on"]))
    return dt.datetime.combine(day, dt.time())


def _properties(deck: Deck, context: Context) -> None:
    core, survey = deck.core_properties, context.survey
    title = f"{context.text(survey.title)}, {context.wave_label(context.wave)}"
    core.title = shorten(title, _LONGEST, placeholder="…")
    core.author = shorten(context.text(survey.sponsor), _LONGEST, placeholder="…")
    core.language = tag_of(context.lang)
    core.last_modified_by, core.revision, core.keywords = "", 1, " · ".join(context.marks)
    core.created = core.modified = _day(context.store)


def _cover(deck: Deck, context: Context) -> None:
    store = context.store
    wave = store.survey.wave(store.wave)
    slide = _slide(deck, context, context.text(store.survey.title), size=36)
    dates = context.numbers.fieldwork(wave.fieldwork)
    lines = [
        upper_first(context.wave_label(store.wave)), upper_first(dates),
        upper_first(context.words(MAIN).kind), context.text(context.part(MAIN).population),
        release_line(context),
    ]  # fmt: skip
    _write(slide, context, lines, (_MARGIN, 2.3, _WIDTH - 2 * _MARGIN, 3.2), size=20)
    _caution(slide, context)


def _essentials(deck: Deck, context: Context) -> None:
    """Say on one slide what the report opens with, for who is shown no other."""
    slide = _slide(
        deck, context, context.say("publishing-chapters-the-essentials"), size=_TITLES[0]
    )
    lines: list[str] = []
    for sentence in headline_told(context):
        for moves in sentence.moves:
            lines.append(context.colon(moves.when, "").rstrip())
            lines += [f"–\u00a0{upper_first(clause)}" for clause in moves.clauses(context.lang)]
        lines.append(sentence.rest)
    lines.append(headline_declared(context))
    box = (_MARGIN, 1.5, _WIDTH - 2 * _MARGIN, 4.7)  # its title is of one line
    body = _write(slide, context, lines, box, size=_ESSENTIAL[0])
    size = _fitting(body, _ESSENTIAL, _WIDEST, _LISTED)
    for paragraph in body.paragraphs:
        _size(paragraph, size, apart=_LISTED)
        for run in paragraph.runs:
            run.font.bold = paragraph.text.endswith(":")
    _caution(slide, context)


def _result(deck: Deck, context: Context, result: KeyResult) -> tuple[TextFrame, TextFrame]:
    item = Item(result.question, result.net, result.breakdown, result.group)
    cell = cell_of(context.lookup, item)
    slide = _slide(deck, context, title_of(context, result), size=_TITLES[0])
    drawn = add_chart(slide, context, item) if cell is not None and cell.shown else None
    words = [*_sentences(context, result, item), drawn or ""]
    left = _MARGIN if drawn is None else 8.3
    box = (left, _BODY[0], _WIDTH - left - _MARGIN, _BODY[1])
    body = _write(slide, context, words, box, size=_SIZES[0])
    _caution(slide, context, [] if cell is None else [cell])
    notes = in_a_row(*_notes(context, result, item, cell), by="\n")
    check_words(notes, context.part(MAIN).sample_type, f"{NAME}, '{result.id}'")
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = notes
    for paragraph in frame.paragraphs:
        _speak(paragraph, context.lang)
    return _title_frame(slide), body


def _resting(deck: Deck, context: Context, resting: list[KeyResult]) -> tuple[TextFrame, TextFrame]:
    """Name what the edition did not ask on one slide, each with its last figure."""
    title = context.say("publishing-key-results-not-asked-this-time", n=len(resting))
    slide = _slide(deck, context, title, size=_TITLES[0])
    lines = [f"{resting_line(context, result)}." for result in resting]
    box = (_MARGIN, _BODY[0], _WIDTH - 2 * _MARGIN, _BODY[1])
    body = _write(slide, context, lines, box, size=_SIZES[0])
    _caution(slide, context)
    return _title_frame(slide), body


def title_of(context: Readout, result: KeyResult) -> str:
    """Return the finding of a key result: its figure, and what is shown of its change."""
    item = Item(result.question, result.net, result.breakdown, result.group)
    cell = cell_of(context.lookup, item)
    figure = "…" if cell is None else context.value(cell)
    named_figure = context.colon(named(context, result).rstrip("."), figure)
    kind = context.kind(item.question, item.response)
    subject = subject_of(kind, context.lang)
    period, change = period_of(context, item), change_of(context.lookup, item)
    # a title says what is shown, where one of the two is; the notes say both
    moved = change is not None and change.verdict in MOVED
    if period is not None and not (moved and period.verdict == "cannot_tell"):
        phrase = period_phrase(period, context.numbers, kind)
        lead = "" if period.verdict == "cannot_tell" else f"{subject} "
        return f"{named_figure}. {upper_first(lead + phrase)}."
    verdict = words_of(context, change)
    if not verdict or change is None:
        return f"{named_figure}."
    if change.verdict in MOVED and change.shown:
        beside = without_a_trend(context, item)
        return f"{named_figure}. {moved_sentence(context, change, beside)}"
    plain = change.verdict in ("cannot_tell", "not comparable")
    return f"{named_figure}. {upper_first(verdict if plain else f'{subject} {verdict}')}."


def _sentences(context: Context, result: KeyResult, item: Item) -> list[str]:
    _, *sentences = finding(context, result)
    return [t for t in (whole_period(context, item), *sentences) if t]


def _notes(context: Context, result: KeyResult, item: Item, cell: Cell | None) -> list[str]:
    """Return the wording, the base, the interval, the verdict and the place in the open data."""
    base = upper_first(context.base_words([item.question]))
    asked = context.colon(
        context.say("publishing-language-word-base"),
        f"{base}{context.say('publishing-language-semicolon')}{context.size([cell])}.",
    )
    notes = [wordings(context, [item]), asked]
    notes += _sentences(context, result, item)
    place = (item.part, item.question, item.response, item.breakdown, item.group)
    notes.append(
        context.colon(context.say("publishing-data"), f"open/series.csv ({', '.join(place)}).")
    )
    return [*notes, *context.marks, context.words(MAIN).under]


# --- text ------------------------------------------------------------------------------------


def _slide(deck: Deck, naming: Naming, title: str, *, size: int) -> Slide:
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Inches

    check_words(title, naming.part(MAIN).sample_type, NAME)
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[5])
    shape = slide.shapes.title
    assert shape is not None
    shape.left, shape.top, shape.width, shape.height = (Inches(v) for v in _TITLE)
    shape.text_frame.text, shape.text_frame.word_wrap = title, True
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        _size(paragraph, size)
        for run in paragraph.runs:
            run.font.bold = True
        _speak(paragraph, naming.lang)
    return slide


def _title_frame(slide: Slide) -> TextFrame:
    shape = slide.shapes.title
    assert shape is not None
    frame: TextFrame = shape.text_frame
    return frame


def _one_size(frames: list[tuple[TextFrame, TextFrame]]) -> None:
    """Give titles one size and what is said another, the largest at which every slide holds them.

    Sizes that jump from slide to slide read as a rank that no one gave.
    """
    if not frames:
        return
    titles, bodies = zip(*frames, strict=True)
    size = min(_fitting(t, _TITLES, _WIDEST_BOLD) for t in titles)
    for frame in titles:
        for paragraph in frame.paragraphs:
            _size(paragraph, size)
    size = min(_fitting(b, _SIZES, _WIDEST) for b in bodies)
    for frame in bodies:
        for paragraph in frame.paragraphs:
            _size(paragraph, size, apart=_APART)


def _size(paragraph: Any, size: int, *, apart: float = 0.0) -> None:
    """Give a paragraph the size of its letters, and some of it as the space after it.

    The size is that of each run: what a paragraph gives its runs is not what every program draws,
    and it comes back when someone changes it by hand.
    """
    from pptx.util import Pt

    for run in paragraph.runs:
        run.font.size = Pt(size)
    if apart:
        paragraph.space_after = Pt(size * apart)


def _fitting(frame: TextFrame, sizes: tuple[int, ...], widest: float, apart: float = _APART) -> int:
    """Return the largest of sizes at which words of the widest letters stay in their box."""
    box: Any = frame._parent
    wide, tall = box.width.pt - 15, box.height.pt - 8  # within the margins of a box of text
    lines = [p.text for p in frame.paragraphs]
    for size in sizes:
        rows = sum(_rows(line, int(wide / (widest * size))) for line in lines)
        if 1.2 * size * rows + size * apart * (len(lines) - 1) <= tall:
            return size
    return sizes[-1]


def _rows(line: str, letters: int) -> int:
    """Count the rows of a line of which no word is broken."""
    return max(1, len(wrap(line, letters, break_long_words=False, break_on_hyphens=False)))


def _write(
    slide: Slide, naming: Naming, lines: list[str], box: tuple[float, ...], *, size: int
) -> TextFrame:
    from pptx.util import Inches

    frame: TextFrame = slide.shapes.add_textbox(*(Inches(v) for v in box)).text_frame
    frame.word_wrap = True
    for index, text in enumerate(t for t in lines if t):
        check_words(text, naming.part(MAIN).sample_type, NAME)
        paragraph = frame.add_paragraph() if index else frame.paragraphs[0]
        paragraph.text = text
        _size(paragraph, size, apart=_APART)
        _speak(paragraph, naming.lang)
    return frame


def _caution(slide: Slide, context: Context, cells: list[Cell] | None = None) -> None:
    """Write at the foot what every slide must say: synthetic, status, sample type, base."""
    from pptx.enum.text import MSO_ANCHOR

    words = context.words(MAIN)
    first = " · ".join([*context.marks, *([context.size(cells)] if cells else [])])
    source = f"{context.text(context.survey.title)}, {lower_first(release_line(context))}"
    frame = _write(slide, context, [first, words.under, source], _FOOT, size=12)
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM


def _speak(paragraph: Any, lang: str) -> None:
    """Mark the language of a paragraph, for who hears it read."""
    for run in paragraph.runs:
        run.font._element.set("lang", tag_of(lang))


# --- the same bytes --------------------------------------------------------------------------


def _same(content: bytes, day: dt.datetime) -> bytes:
    """Return a package whose dates, inside too, are the release's, whenever it is made."""
    stamp = day.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as made,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as box,
    ):
        for name in made.namelist():
            part = made.read(name)
            if name.endswith(".xlsx"):
                part = _same(part, day)
            elif name == "docProps/core.xml":
                part = _DATES.sub(rb"\g<1>" + stamp, part)
            member = zipfile.ZipInfo(name, date_time=_FIXED)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            box.writestr(member, part)
    return target.getvalue()
