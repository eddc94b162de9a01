"""Pictures for the terminal's user: the same charts as a report's."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from padai.publishing.basis.context import Context
from padai.publishing.chapters.planning import drawn_plan, plan_rows
from padai.publishing.engine.pictures import FOLDER, save_figure
from padai.publishing.exhibits.trend import DrawnSeries, drawn_series
from padai.store import Store
from padai.survey import Block
from padai.words import in_a_row


def trend_pictures(
    store: Store,
    question: str,
    folder: Path,
    *,
    net: str | None = None,
    by: tuple[str, ...] = (),
    part: str = "main",
    lang: str = "fr",
    named: str = "",
) -> list[Path]:
    """Draw a series of a (partial) store as SVG and PNG, with its words in a text file.

    Parameters
    ----------
    store
        Holds the trends and differences of the question.
    question, net, by, part
        What is drawn; one panel a group.
    folder
        Where the pictures go; made if it is not there.
    lang
        Language of the picture.
    named
        What else the files' names say, where several series of one question go into a folder.

    Returns
    -------
    list of pathlib.Path
        For each picture: SVG, PNG, and a text of its title, notes and full alternative.
    """
    title = store.survey.question(question).label
    block = Block(kind="trend", questions=(question,), net=net, by=by, title=title)
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for number, drawn in enumerate(drawn_series(Context(store, lang), block, part), start=1):
        written += _saved(
            drawn, "-".join([question, *([named] if named else []), *by, str(number)]), folder
        )
    return written


def plan_pictures(store: Store, folder: Path, *, lang: str = "fr") -> list[Path]:
    """Draw the plan of a (partial) store as SVG and PNG, with its words in a text file.

    Returns
    -------
    list of pathlib.Path
        For each question and response of which the whole is planned: SVG, PNG, text.
    """
    context = Context(store, lang)
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for (question, response), rows in plan_rows(context).items():
        drawn = drawn_plan(context, rows)
        if drawn is not None:
            written += _saved(drawn, f"plan-{question}-{response}", folder)
    return written


def _saved(drawn: DrawnSeries, name: str, folder: Path) -> list[Path]:
    """Save a chart, and its title, notes and full alternative as text."""
    stem = f"fig-{file_name(name)}"
    save_figure(drawn.draw(), stem, folder)
    made = folder / FOLDER / stem
    words = made.with_suffix(".txt")
    caption = f"{drawn.caption} {drawn.detail}".strip()
    words.write_text(
        in_a_row(caption, drawn.note, drawn.alt, by="\n\n") + "\n",
        encoding="utf-8",
    )
    return [made.with_suffix(".svg"), made.with_suffix(".png"), words]


def file_name(name: str) -> str:
    """Return a name of plain letters, digits and hyphens; what letters are lost, a hash keeps.

    Examples
    --------
    >>> file_name("q_1-Très confiance-1"), file_name("q1-1")
    ('q-1-tres-confiance-1', 'q1-1')
    >>> file_name("q1-높음-1") == file_name("q1-낮음-1")
    False
    """
    parted = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(c for c in parted if not unicodedata.combining(c))
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    if all(c.isascii() or not c.isalnum() for c in letters):
        return plain
    return f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".strip("-")
