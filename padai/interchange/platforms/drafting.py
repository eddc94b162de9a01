"""A survey drafted from a platform's exports, one a wave, with or without its questionnaire."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from padai.errors import DefinitionError
from padai.interchange.choices import Choices
from padai.interchange.draft import (
    Draft,
    DraftExclusion,
    DraftQuestion,
    DraftWave,
    Value,
    Words,
)
from padai.interchange.forms import Form
from padai.interchange.label_words import language, slug, unique
from padai.interchange.linking import share_scales
from padai.interchange.personal import is_personal
from padai.interchange.platforms.coding import CodedQuestion, coded
from padai.interchange.platforms.designing import check_choices, designed, without_design
from padai.interchange.platforms.export import (
    COMPLETE,
    PARTIAL,
    PREVIEW,
    Export,
    ExportedColumn,
    ExportedQuestion,
    questions_of,
)
from padai.interchange.platforms.scales import key_of
from padai.interchange.platforms.wave_names import _days, middle_day, wave_names
from padai.interchange.platforms.widening import in_other_words
from padai.interchange.remarks import listed
from padai.words import Both, Said

ID, STATUS = "response_id", "response_status"
_REASONS: dict[str, Words] = {
    PREVIEW: Both("interchange-preview-test-or-spam"),
    PARTIAL: Both("interchange-unfinished-or-rejected-response"),
}


@dataclass(frozen=True)
class _Found:
    """The questions of the waves, by id, and the form's question of each where there is one."""

    asked: Mapping[str, Mapping[int, ExportedQuestion]]
    forms: Mapping[str, DraftQuestion]


def draft_from_exports(
    survey_id: str,
    exports: Sequence[Export],
    folder: Path,
    form: Form | None = None,
    choices: Choices | None = None,
) -> Draft:
    """Draft a survey, and write each wave's answers, coded and without personal columns.

    Parameters
    ----------
    exports
        One a wave.
    folder
        Where the coded files go, as ``.csv``.
    form
        The questionnaire's own file as read; its wordings, codes, conditions and order prevail.
    choices
        What is decided beforehand; a design that is not is to be confirmed.

    Raises
    ------
    DataError
        Answers are none of the choices that the questionnaire gives.
    DefinitionError
        No question of the questionnaire is in the exports, or a choice does not fit them.
    """
    choices = choices or Choices()
    exports = sorted(exports, key=middle_day)
    names = wave_names(exports, choices)
    check_choices(choices, names)
    asked_in_form = form.settled() if form is not None else []
    identifiers = form.personal if form is not None else ()
    exports = [
        _chosen(cleared(export, asked_in_form, identifiers), name, choices)
        for export, name in zip(exports, names, strict=True)
    ]
    matched = _found(exports, asked_in_form)
    if asked_in_form and not matched.forms:
        raise DefinitionError(Said("interchange-the-questionnaire-and-the-exported"))
    lang = choices.facts.get("language") or _language(exports, asked_in_form, choices.otherwise)
    every = {
        name: coded(name, asked, exports, lang, matched.forms.get(name))
        for name, asked in matched.asked.items()
    }
    waves = tuple(
        designed(export_wave(place, names[place], export, every, folder), choices)
        for place, export in enumerate(exports)
    )
    ordered = _ordered(every, matched.forms, asked_in_form)
    questions = without_design([_placed(every[name], names) for name in ordered], waves)
    langs = {k for q in questions for k in q.wording} or {lang}
    return Draft(
        survey_id,
        tuple(share_scales(_based(questions, asked_in_form))),
        waves,
        form.title if form is not None else {},
        tuple(sorted(langs)),
        "none",
        Said("interchange-note-platform-tells-no-return"),
        (*notes_of(exports, questions, form), *in_other_words(every, exports, names)),
        languages=(lang,),
        facts=dict(choices.facts.items()),
        ids_per_wave=_numbered_here(exports),
    )


def _numbered_here(exports: Sequence[Export]) -> Said | None:
    """Say that the identifiers of several exports are the numbers of their rows, begun anew."""
    rows = [[str(each) for each in export.ids] for export in exports]
    counted = all(ids == [str(k) for k in range(1, len(ids) + 1)] for ids in rows)
    anew = len(rows) > 1 and counted
    return Said("interchange-note-rows-numbered-in-each-export") if anew else None


def cleared(export: Export, told: Sequence[DraftQuestion], identifiers: Sequence[str]) -> Export:
    """Take out the columns that the questionnaire's words show to be personal."""
    gone = []
    for column in export.columns:
        name = column.name.casefold()
        form = next((f for f in told if name in names_of(f) and f.type == "open"), None)
        asked = form.wording.values() if form is not None else ()
        if column.name in identifiers or any(is_personal("", t, column.cells) for t in asked):
            gone.append(column)
    kept = tuple(column for column in export.columns if column not in gone)
    return replace(
        export, columns=kept, personal=(*export.personal, *(column.name for column in gone))
    )


def _chosen(export: Export, wave_id: str, choices: Choices) -> Export:
    """Leave out the columns that are not kept."""
    kept = tuple(c for c in export.columns if choices.kept(c.name, wave_id))
    return replace(export, columns=kept)


def _found(exports: Sequence[Export], told: Sequence[DraftQuestion]) -> _Found:
    """Match the questions of the waves with one another, and with the questionnaire's."""
    asked: dict[str, dict[int, ExportedQuestion]] = {}
    forms: dict[str, DraftQuestion] = {}
    taken = {ID, STATUS, *(q.id.casefold() for q in told)}
    by_key: dict[str, str] = {}
    for wave, export in enumerate(exports):
        grouped = [q for column in grouped_columns(export.columns, told) for q in column]
        alike: Counter[str] = Counter()
        for question in grouped:
            form = _form_of(question, told)
            if form is not None and wave not in asked.get(form.id, {}):
                asked.setdefault(form.id, {})[wave] = question
                forms[form.id] = form
                continue
            key = key_of(question.wording) if question.wording else question.name.casefold()
            alike[key] += 1  # questions of the same words are matched in their order
            key = f"{key}\n{alike[key]}"
            if key not in by_key or wave in asked[by_key[key]]:
                by_key[key] = unique(slug(question.name), taken)
            asked.setdefault(by_key[key], {})[wave] = question
    return _Found(asked, forms)


def grouped_columns(
    columns: Sequence[ExportedColumn], told: Sequence[DraftQuestion]
) -> list[list[ExportedQuestion]]:
    """Group the options of a question that the questionnaire calls multiple; guess the others."""
    many = {name for q in told if q.type == "multiple" for name in names_of(q)}
    apart = {name for q in told if q.type != "multiple" for name in names_of(q)}
    columns = [  # what was taken for a choice, and is a question of the form
        replace(c, stem="", code="", option="")
        if c.stem and c.stem.casefold() not in many and c.name.casefold() in apart
        else c
        for c in columns
    ]
    known = [c for c in columns if c.stem.casefold() in many and not c.own_words]
    groups: dict[str, list[ExportedColumn]] = {}
    for column in known:
        groups.setdefault(column.stem.casefold(), []).append(column)
    out: list[list[ExportedQuestion]] = []
    rest = questions_of([c for c in columns if c not in known])
    by_first = {id(question.columns[0]): question for question in rest}
    for column in columns:
        if column in known:
            group = groups.get(column.stem.casefold(), [])
            if group and column is group[0]:
                out.append([ExportedQuestion(column.stem, column.wording, tuple(group), many=True)])
        elif id(column) in by_first:
            out.append([by_first.pop(id(column))])
    return out


def names_of(form: DraftQuestion) -> set[str]:
    """Return the names that a question of the form may have in an export."""
    columns = (c.removesuffix("_{code}").casefold() for c in form.columns.values())
    return {form.id.casefold(), *columns, *(name.casefold() for name in form.aliases)}


def _form_of(question: ExportedQuestion, told: Sequence[DraftQuestion]) -> DraftQuestion | None:
    """Return the form's question that this is: by name, else by its words where they are one's."""
    name = question.name.casefold()
    by_name = next((form for form in told if name in names_of(form)), None)
    if question.columns[0].own_words and (
        by_name is None or by_name.type not in ("open", "number")
    ):
        return None
    if by_name is not None or not question.wording:
        return by_name
    key = key_of(question.wording)
    alike = [form for form in told if any(key_of(text) == key for text in form.wording.values())]
    return alike[0] if len(alike) == 1 else None


def _language(exports: Sequence[Export], told: Sequence[DraftQuestion], otherwise: str) -> str:
    if told:
        spoken = [lang for q in told for lang in q.wording]
        return max(sorted(set(spoken)), key=spoken.count) if spoken else "fr"
    named = next((e.language for e in exports if e.language), "")
    if named:
        return named
    texts = [c.wording for e in exports for c in e.columns]
    texts += [cell for e in exports for c in e.columns if not c.own_words for cell in c.cells[:50]]
    return language(texts, otherwise)


NEARLY_ALL = 0.95
"""The share of the responses kept of which the days are known, from which on they date a wave."""
OF_KEPT = "interchange-dates-of-responses-kept"


def export_wave(
    place: int, name: str, export: Export, every: Mapping[str, CodedQuestion], folder: Path
) -> DraftWave:
    """Write the answers of a wave, coded, and return the wave: its days, and whom it sets aside."""
    columns: dict[str, Sequence[Value | None]] = {ID: export.ids, STATUS: export.status}
    for question in every.values():
        columns |= question.columns.get(place, {})
    content = _csv(columns)
    path = folder / f"{slug(export.path.stem, 'wave')}.csv"
    if path.exists():
        path = folder / f"{path.stem}-{name}.csv"
    path.write_bytes(content)
    days = _days(export)
    dated = _dated(len(days), export.count(COMPLETE))
    whole = dated.id == OF_KEPT
    start, end = (dt.date.fromisoformat(days[at]) for at in (0, -1)) if whole else (None, None)
    excluded = tuple(
        DraftExclusion(STATUS, status, _REASONS[status], export.count(status))
        for status in (PREVIEW, PARTIAL)
        if export.count(status)
    )
    return DraftWave(
        name,
        start,
        end,
        dated,
        source=path,
        file=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        n=len(export.ids),
        other={
            ID: Said("interchange-note-response-number"),
            STATUS: Said("interchange-note-response-status"),
        },
        exclusions=excluded,
    )


def _dated(read: int, kept: int) -> Said:
    """Say what dates a wave: the days of the responses kept, unless some may be read two ways."""
    if not read:
        return Said("interchange-dates-not-in-export")
    if read < NEARLY_ALL * kept:
        return Said("interchange-dates-of-some-responses", some=read, all=kept)
    return Said(OF_KEPT)


def _csv(columns: Mapping[str, Sequence[Value | None]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in zip(*columns.values(), strict=True):
        writer.writerow("" if value is None else value for value in row)
    return out.getvalue().encode("utf-8")


def _placed(question: CodedQuestion, names: Sequence[str]) -> DraftQuestion:
    draft = question.question
    usual = f"{draft.id}_{{code}}" if draft.type == "multiple" else draft.id
    return replace(draft, columns={names[place]: usual for place in sorted(question.columns)})


def _ordered(
    every: Mapping[str, CodedQuestion],
    forms: Mapping[str, DraftQuestion],
    told: Sequence[DraftQuestion],
) -> list[str]:
    """Return the ids in the questionnaire's order, then what it does not hold."""
    first = [q.id for q in told if q.id in forms]
    return [*first, *(name for name in every if name not in forms)]


def _based(
    questions: Sequence[DraftQuestion], told: Sequence[DraftQuestion]
) -> list[DraftQuestion]:
    """Keep a condition only where all that it names was exported."""
    gone = {q.id for q in told} - {q.id for q in questions}

    def names(base: Mapping[str, object]) -> set[str]:
        if "question" in base:
            return {str(base["question"])}
        parts = [part for key in ("all", "any") for part in base.get(key, ())]  # type: ignore[attr-defined]
        return {name for part in parts for name in names(part)}

    return [
        replace(q, base=None, notes=(*q.notes, Said("interchange-note-base")))
        if q.base and names(q.base) & gone
        else q
        for q in questions
    ]


def notes_of(
    exports: Sequence[Export], questions: Sequence[DraftQuestion], form: Form | None
) -> tuple[Said, ...]:
    """Say what was recognised, set aside and left out; never what anyone answered."""
    notes = []
    for export in exports:
        kept, file = export.count(COMPLETE), export.path.name
        notes.append(
            Said(
                "interchange-export-recognised",
                file=file,
                platform=export.platform.en,
                kept=kept,
                aside=len(export.ids) - kept,
            )
        )
        notes += export.told
        if export.personal:
            named = listed(map(listed_name, export.personal))
            notes.append(Said("interchange-export-personal", file=file, listed=named))
        if export.beside:
            named = listed(map(listed_name, export.beside))
            notes.append(Said("interchange-export-beside", file=file, listed=named))
    if form is not None:
        there = {q.id for q in questions}
        there |= {column.name for export in exports for column in export.columns}
        gone = [q.id for q in form.questions if q.id not in there]
        gone = [name for name in gone if not is_personal(name, "", ())]
        if gone or form.left_out:
            every = listed([*gone, *form.left_out])
            notes.append(Said("interchange-export-unanswered", listed=every))
    return tuple(notes)


def listed_name(name: str) -> str:
    """Return a name as the notes of a definition list it."""
    return name if len(name) <= 60 else f"{name[:59]}…"
