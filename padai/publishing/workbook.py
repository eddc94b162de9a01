"""The data tables of a wave: one accessible workbook a language.

Every question by every standard breakdown, one real table a sheet, after a cover, a list of
contents and notes. Every text is written as a string, never as a formula or a link, and the same
store gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.publishing.chapters.opening import release_line
from padai.publishing.chapters.questionnaire import mode_words
from padai.publishing.chapters.reading import how_to_read_items
from padai.publishing.context import FLAG_WORDS, Context
from padai.publishing.lookup import TOTAL, Cell
from padai.publishing.vocabulary import check_words
from padai.store import Store
from padai.survey import Question

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_FONT = "Arial"
_LONGEST_NAME = 31


@dataclass(frozen=True)
class Sheet:
    """One table: the question and the part it is about, and the name of its sheet."""

    name: str
    question: Question
    part: str
    title: str


def write_workbook(store: Store, lang: str, path: Path) -> None:
    """Write the data tables of a wave in one language.

    Parameters
    ----------
    store
        An open release store.
    lang
        ``"fr"`` or ``"en"``.
    path
        The file to write, ending in ``.xlsx``.

    Notes
    -----
    Proportions are written as numbers from 0 to 1 with a percentage format, so that they can be
    computed with; what may not be shown is a word in the column of its own flag, and an empty cell.
    """
    import xlsxwriter

    context = Context(store, lang)
    options = {
        "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        "in_memory": True,
    }  # fmt: skip
    day = dt.datetime.fromisoformat(str(store.release["publish_on"]))
    with xlsxwriter.Workbook(str(path), options) as book:
        survey = store.survey
        title = context.colon(context.text(survey.title), context.wave_label(store.wave))
        book.set_properties({
            "title": title, "subject": context.say("Tableaux de données", "Data tables"),
            "author": context.text(survey.sponsor), "comments": ". ".join(context.marks),
            "keywords": ", ".join(context.marks), "created": day,
        })  # fmt: skip
        book.set_custom_property(context.say("Langue", "Language"), f"{lang}-CA")
        formats = _formats(book)
        sheets = list(_sheets(context))
        _cover(context, book, formats, title)
        _contents(context, book, formats, sheets)
        _notes(context, book, formats)
        for index, sheet in enumerate(sheets, start=1):
            _table(context, book, formats, sheet, index)


def _formats(book: Workbook) -> dict[str, Any]:
    base: dict[str, Any] = {"font_name": _FONT, "font_size": 11, "valign": "top"}
    made: dict[str, dict[str, Any]] = {
        "text": {},
        "wrap": {"text_wrap": True},
        "title": {"bold": True, "font_size": 16},
        "strong": {"bold": True},
        "head": {"bold": True, "text_wrap": True, "bottom": 2, "valign": "bottom"},
        "share": {"num_format": "0.0%"},
        "mean": {"num_format": "0.00"},
        "points": {"num_format": '+0.0" pt";-0.0" pt";0.0" pt"'},
        "count": {"num_format": "#,##0"},
        "effective": {"num_format": "#,##0"},
    }
    return {name: book.add_format(base | extra) for name, extra in made.items()}


def _sheets(context: Context) -> Iterator[Sheet]:
    used: set[str] = set()
    for question in context.store.survey.questions.values():
        for part in context.parts:
            if not context.lookup.asked(question.id, part):
                continue
            name = question.id if part == context.parts[0] else f"{question.id}.{part}"
            name = _unique(name, used)
            label = context.label(question.id)
            if len(context.parts) > 1:
                label = f"{label} ({context.text(context.part(part).label)})"
            yield Sheet(name, question, part, label)


def _unique(name: str, used: set[str]) -> str:
    """Return a sheet's name: at most 31 signs, and none that differs by case alone."""
    cut, count = name[:_LONGEST_NAME], 1
    while cut.lower() in used:
        count += 1
        mark = f"~{count}"
        cut = name[: _LONGEST_NAME - len(mark)] + mark
    used.add(cut.lower())
    return cut


def _sheet(context: Context, book: Workbook, name: str, title: str) -> Worksheet:
    page = book.add_worksheet(name)
    page.set_paper(1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)
    marks = " · ".join(context.marks).replace("&", "&&")
    page.set_footer(f"&L{marks}&R&P / &N")
    page.set_header("&L" + title.replace("&", "&&")[:200])
    return page


def _lines(page: Worksheet, lines: list[tuple[str, Any]], start: int = 0) -> int:
    for offset, (text, style) in enumerate(lines):
        page.write_string(start + offset, 0, text, style)
    return start + len(lines)


def _cover(context: Context, book: Workbook, formats: dict[str, Any], title: str) -> None:
    survey, store = context.store.survey, context.store
    page = _sheet(context, book, context.say("Couverture", "Cover"), title)
    page.set_column(0, 0, 100, formats["wrap"])
    wave = survey.wave(store.wave)
    lines = [(title, formats["title"])]
    lines += [(mark, formats["strong"]) for mark in context.marks]
    lines += [
        (context.text(survey.description), formats["wrap"]),
        (context.say(f"Enquête menée {context.numbers.dates(*_dates(wave))}.",
                     f"Survey conducted {context.numbers.dates(*_dates(wave))}."),
         formats["wrap"]),
    ]  # fmt: skip
    for part in context.parts:
        declared, words = context.part(part), context.words(part)
        size = context.store.facts["sizes"][part][store.wave]["n"]
        said = (
            f"{context.colon(context.text(declared.label), context.text(declared.population))}. "
            f"{mode_words(declared.mode, context.lang).capitalize()}, {words.kind}, "
            f"n\u00a0=\u00a0{context.numbers.count(size)}. {words.precision}"
        )
        check_words(said, declared.sample_type, "cover")
        lines.append((said, formats["wrap"]))
    licence = context.text(survey.licences.data)
    contact = str(store.release.get("contact") or context.text(survey.contact))
    for name, text in (
        (context.say("Organisme", "Body"), context.text(survey.sponsor)),
        (context.say("Personne-ressource", "Contact"), contact),
        (context.say("Licence des données", "Licence of the data"), licence),
    ):
        if text:
            lines.append((context.colon(name, text), formats["wrap"]))
    lines.append((release_line(context), formats["text"]))
    if not context.french:
        lines.append(("The French version prevails.", formats["text"]))
    _lines(page, lines)


def _dates(wave: Any) -> tuple[dt.date, dt.date]:
    return wave.fieldwork.start, wave.fieldwork.end


def _contents(
    context: Context, book: Workbook, formats: dict[str, Any], sheets: list[Sheet]
) -> None:
    title = context.say("Table des matières", "Contents")
    page = _sheet(context, book, context.say("Contenu", "Contents"), title)
    page.write_string(0, 0, title, formats["title"])
    page.write_string(1, 0, context.say("Un tableau par feuille.", "One table a sheet."),
                      formats["text"])  # fmt: skip
    heads = [context.say("Feuille", "Sheet"), context.say("Question", "Question"),
             context.say("Libellé", "Wording")]  # fmt: skip
    first, last = 3, 3 + max(len(sheets), 1)
    for offset, sheet in enumerate(sheets, start=1):
        words = sheet.question.wording_at(context.store.wave, context.store.survey.waves)
        texts = (sheet.title, words.get(context.lang, context.part(sheet.part).mode))
        page.write_url(first + offset, 0, f"internal:'{sheet.name}'!A1", formats["text"],
                       sheet.name)  # fmt: skip
        for column, text in enumerate(texts, start=1):
            page.write_string(first + offset, column, text, formats["wrap"])
    page.add_table(first, 0, last, 2, _table_options("contents", heads, formats, title))
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 44)
    page.set_column(2, 2, 90)


def _table_options(
    name: str, heads: list[str], formats: dict[str, Any], title: str, description: str = ""
) -> dict[str, Any]:
    return {
        "name": f"padai_{name}", "style": "Table Style Light 1", "autofilter": False,
        "banded_rows": False, "title": title, "description": description or title,
        "columns": [{"header": h, "header_format": formats["head"]} for h in heads],
    }  # fmt: skip


def _notes(context: Context, book: Workbook, formats: dict[str, Any]) -> None:
    title = context.say("Notes", "Notes")
    page = _sheet(context, book, title, title)
    page.set_column(0, 0, 34, formats["wrap"])
    page.set_column(1, 1, 100, formats["wrap"])
    page.write_string(0, 0, title, formats["title"])
    rows = [(k.rstrip("."), v) for k, v in how_to_read_items(context)]
    inference = any(context.words(p).has_intervals for p in context.parts)
    flags = [f for f in FLAG_WORDS if f != "d" or inference]
    rows += [(flag, FLAG_WORDS[flag][context.lang]) for flag in flags]
    for part in context.parts:
        under = context.words(part).under or context.words(part).banner
        if under:
            rows.append((context.text(context.part(part).label), under))
    heads = [context.say("Signe ou notion", "Sign or notion"), context.say("Sens", "Meaning")]
    for index, pair in enumerate(rows, start=3):
        for column, text in enumerate(pair):
            page.write_string(index, column, text, formats["wrap"])
    page.add_table(2, 0, 2 + len(rows), 1, _table_options("notes", heads, formats, title))


def _table(
    context: Context, book: Workbook, formats: dict[str, Any], sheet: Sheet, index: int
) -> None:
    question, words = sheet.question, context.words(sheet.part)
    page = _sheet(context, book, sheet.name, sheet.title)
    wording = question.wording_at(context.store.wave, context.store.survey.waves)
    mode = context.part(sheet.part).mode
    base = context.base_words([question.id])
    lines = [
        (sheet.title, formats["title"]),
        *((mark, formats["strong"]) for mark in context.marks),
        (wording.get(context.lang, mode), formats["text"]),
        (context.colon("Base", base), formats["text"]),
        *(((words.under, formats["text"]),) if words.under else ()),
        (_measures(context, sheet), formats["text"]),
    ]
    for text, _ in lines:
        check_words(text, context.part(sheet.part).sample_type, sheet.name)
    first = _lines(page, lines) + 1
    heads = _heads(context, sheet)
    rows = list(_rows(context, sheet))
    for offset, row in enumerate(rows, start=1):
        _write_row(page, first + offset, row, formats)
    options = _table_options(f"t{index}", heads, formats, sheet.title, lines[-1][0])
    page.add_table(first, 0, first + max(len(rows), 1), len(heads) - 1, options)
    page.repeat_rows(first)
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 32)
    page.set_column(2, 2, 36)
    page.set_column(3, len(heads) - 1, 14)


def _measures(context: Context, sheet: Sheet) -> str:
    words = context.words(sheet.part)
    if not words.has_intervals:
        return context.say("n est non pondéré.", "n is unweighted.")
    return context.say(
        f"Bornes\u00a0: {words.interval}. n est non pondéré\u202f; n effectif = n divisé par "
        "l’effet de plan de l’estimation. Les cotes sont expliquées dans la feuille Notes.",
        f"Bounds: {words.interval}. n is unweighted; effective n = n divided by the design effect "
        "of the estimate. Flags are explained in the sheet Notes.",
    )


def _heads(context: Context, sheet: Sheet) -> list[str]:
    say = context.say
    bounds = [say("Borne inférieure", "Lower bound"), say("Borne supérieure", "Upper bound"),
              say("n effectif", "Effective n")]  # fmt: skip
    return [
        say("Répartition", "Breakdown"), say("Groupe", "Group"), say("Réponse", "Answer"),
        say("Estimation", "Estimate"),
        *(bounds if context.words(sheet.part).has_intervals else []),
        say("n", "n"), say("Cote", "Flag"), say("Remarque", "Remark"),
    ]  # fmt: skip


_Value = tuple[Any, str]


def _rows(context: Context, sheet: Sheet) -> Iterator[list[_Value]]:
    question = sheet.question
    responses = [*question.codes, *(n.id for n in question.all_nets), "mean"]
    survey = context.store.survey
    wanted = survey.report_breakdowns or tuple(b.id for b in survey.breakdowns)
    domains = [(TOTAL, TOTAL), *((b, g) for b in wanted for g in context.groups(b))]
    inference = context.words(sheet.part).has_intervals
    for breakdown, group in domains:
        for response in responses:
            cell = context.lookup.cell(question.id, response, breakdown, group, sheet.part)
            if cell is not None:
                yield _values(context, cell, inference)


def _values(context: Context, cell: Cell, inference: bool) -> list[_Value]:
    kind = context.kind(cell.question, cell.response)
    style = {"share": "share", "mean": "mean", "balance": "points"}[kind]
    factor = 100.0 if kind == "balance" else 1.0
    show = inference and cell.shown and cell.has_interval
    bounds: list[_Value] = [
        (cell.conf_low * factor if show else None, style),
        (cell.conf_high * factor if show else None, style),
        (cell.n_eff if cell.shown else None, "effective"),
    ]
    remark = context.withheld(cell) if not cell.shown else ""
    return [
        (context.breakdown(cell.breakdown), "text"),
        (context.group(cell.breakdown, cell.group), "text"),
        (context.response(cell.question, cell.response), "text"),
        (cell.estimate * factor if cell.shown else None, style),
        *(bounds if inference else []),
        (cell.n_base, "count"),
        (cell.flag, "text"),
        (remark, "text"),
    ]


def _write_row(page: Worksheet, row: int, values: list[_Value], formats: dict[str, Any]) -> None:
    for column, (value, style) in enumerate(values):
        if isinstance(value, str):
            page.write_string(row, column, value, formats[style])
        elif value is None or value != value:
            page.write_blank(row, column, None, formats[style])
        else:
            page.write_number(row, column, float(value), formats[style])
