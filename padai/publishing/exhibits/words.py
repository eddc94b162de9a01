"""The kind ``words``: the words that people gave, above the disclosure count."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from padai.charts.word_bars import words_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.numbers import NBSP
from padai.publishing.basis.sentences import listed
from padai.publishing.exhibits.asked import wordings
from padai.publishing.exhibits.exhibit_items import Item, details
from padai.publishing.pieces.emit import Piece, data_table, figure, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Block

if TYPE_CHECKING:
    import pandas as pd

_DRAWN = 24
_NAMED = 3
_ROUNDED = 0.0005
"""What a share may be off by that is told to a thousandth."""


def words(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return the commonest words of an open question as bars, and all of them as a table."""
    return joined(_one(context, block, stem, q, part) for q in block.questions)


def _one(context: Context, block: Block, stem: str, question: str, part: str) -> Piece:
    rows = _rows_of(context, question, part)
    pairs = _counted(rows)
    limit = context.survey.confidentiality.disclosure_count
    rule = context.say(
        "publishing-exhibits-a-word-given-by-fewer-than-people-is-not",
        count=context.numbers.count(limit),
    )
    if not pairs:
        return paragraph(rule)
    title = context.text(block.title).rstrip(".")
    how = context.say("publishing-exhibits-number-of-people-unweighted")
    tag = _other_language(context, question)
    note = " ".join((wordings(context, [Item(question, "")]), how, rule))
    body = table(
        context,
        stem,
        f"{title}.",
        context.say("publishing-exhibits-word"),
        [Column(context.say("publishing-exhibits-people"))],
        [TableRow(str(w), (context.numbers.count(n),), tag) for w, n in pairs],
        note=f"{how} {rule}",
        part=part,
    )
    detail = details(context, _gave(context, rows))
    drawn = _bars(context, pairs, stem, title, tag, detail, note, part)
    return joined([drawn, data_table(context, body)])


def _bars(
    context: Context,
    pairs: list[tuple[str, int]],
    stem: str,
    title: str,
    tag: str,
    detail: str,
    note: str,
    part: str,
) -> Piece:
    """Draw the commonest words, and say the first of them, in the language that they are of."""
    shown = [(w, n, context.numbers.count(n)) for w, n in pairs[:_DRAWN]]
    chart = partial(words_chart, shown, notices=context.marks)
    between = context.say("publishing-language-semicolon")
    counts = between.join(f"{w} {count}" for w, _, count in shown)
    named = listed([f"{w} ({count})" for w, _, count in shown[:_NAMED]], context.lang)
    caption = context.colon(title, named) + "."
    alt = context.say("publishing-exhibits-bars-by-word") + counts + "."
    foreign = {w: tag for w, _ in pairs[:_NAMED]} if tag else {}
    return figure(
        context, chart, stem, caption, alt, detail=detail, note=note, part=part, foreign=foreign
    )


def _other_language(context: Context, question: str) -> str:
    """Return the language of the words where it is declared, and another than that of the page."""
    survey = context.survey
    interviews = survey.asked_in if "asked_in" in survey.model_fields_set else ()
    alone = interviews[0] if len(interviews) == 1 else ""
    tag = context.question(question).answered_in or alone
    return "" if tag.partition("-")[0] == context.lang.partition("-")[0] else tag


def _rows_of(context: Context, question: str, part: str) -> pd.DataFrame:
    frame = context.store.tables["words"]
    return frame[
        (frame["question"] == question) & (frame["part"] == part) & (frame["wave"] == context.wave)
    ]


def _counted(rows: pd.DataFrame) -> list[tuple[str, int]]:
    """Return the words that were given, and by how many people, the commonest first."""
    pairs = zip(rows["word"].tolist(), rows["n"].tolist(), strict=True)
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))


def _gave(context: Context, rows: pd.DataFrame) -> str:
    """Say how many people gave a word, as finely as the counts and their rounded shares tell."""
    pairs = list(zip(rows["n"].tolist(), rows["share"].tolist(), strict=True))
    given = [(n, share) for n, share in pairs if share > _ROUNDED]
    if not given:
        return ""
    least = math.ceil(max(n / (share + _ROUNDED) for n, share in given))
    most = math.floor(min(n / (share - _ROUNDED) for n, share in given))
    for unit, sign in ((1, "="), (10, "≈"), (100, "≈")):
        gave = round(least / unit) * unit
        if least <= most and gave == round(most / unit) * unit:
            size = f"n {sign} {context.numbers.count(gave)}".replace(" ", NBSP)
            return context.say("publishing-exhibits-people-who-gave-a-word", size=size)
    return ""
