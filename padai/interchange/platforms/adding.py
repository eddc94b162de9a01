"""The next export of a survey: matched to its definition, and coded as the earlier waves are."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from padai.errors import DefinitionError, Said
from padai.interchange.definition_files import question_lines
from padai.interchange.definition_lines import QuestionChange, SettlingLine, code_lines
from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, DraftWave, Words
from padai.interchange.forms import Form
from padai.interchange.label_words import normal, similarity, slug, unique
from padai.interchange.placing import Place, place_of
from padai.interchange.platforms.asked_anew import asked_anew
from padai.interchange.platforms.coding import CodedQuestion, coded
from padai.interchange.platforms.drafting import (
    ID,
    STATUS,
    cleared,
    export_wave,
    grouped_columns,
    listed_name,
    names_of,
    notes_of,
)
from padai.interchange.platforms.export import Export, ExportedQuestion, questions_of
from padai.interchange.platforms.rewording import not_written, words_lines
from padai.interchange.platforms.scales import key_of
from padai.interchange.platforms.wave_names import usual_names
from padai.interchange.platforms.widening import reworded, widened
from padai.interchange.resting import last_asked, resting
from padai.interchange.when import Dated
from padai.survey import Question, Survey
from padai.survey.texts import TO_COMPLETE, Text, Wording

SAME_WORDS = 0.55
FEWEST, MOST_LISTED = 2, 6
_LEFT = re.compile(r"^# .*personal columns, left out: (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Matched:
    """An export as a wave: its coded file, its place, what became of each question, the lines."""

    wave: DraftWave
    place: Place
    changes: tuple[QuestionChange, ...]
    lines: tuple[SettlingLine, ...]
    notes: tuple[Said, ...]
    told: tuple[Said, ...] = ()


@dataclass(frozen=True)
class _Taken:
    """A question of the definition in the export: its answers coded, what is new among them."""

    change: QuestionChange
    coded: CodedQuestion
    lines: tuple[SettlingLine, ...] = ()
    new: tuple[DraftCode, ...] = ()


def matched_export(
    survey: Survey, export: Export, wave_id: str, folder: Path, paper: Form | None = None
) -> Matched:
    """Match an export to a definition, and write its answers, coded, without personal columns.

    Choices have the codes that the definition gives to their words, or to their codes where the
    export has codes. A column that the definition does not know is kept where it is a closed
    question; what people wrote in it in their own words is not.

    Parameters
    ----------
    wave_id
        The wave's id; empty for the year that the file tells.
    folder
        Where the coded file is written.
    paper
        The questionnaire's own file, where it changed: it says which code is which choice.

    Raises
    ------
    DataError
        Answers are none of the choices of a question, and are too few to be new ones.
    DefinitionError
        No question of the definition is in the export.
    """
    questions = [_drafted(question) for question in survey.questions.values()]
    identifiers = paper.personal if paper is not None else ()
    export = cleared(export, questions, (*_left_before(survey, export), *identifiers))
    anew = None
    if paper is not None:
        anew = asked_anew(export, paper, questions, _earlier(survey), _scales(survey))
        export, questions = anew.export, list(anew.told)
    name = wave_id or usual_names([export])[0]
    asked, rest = _matched(export, questions, survey)
    lang = survey.languages[0]
    taken = _all_taken(survey, questions, asked, export)
    kept = {q: t for q, t in taken.items() if t.change.kind != "changed"}
    if not kept:
        raise DefinitionError(
            Said(
                "interchange-shares-no-question-with-give-the-next",
                path_name=export.path.name,
                survey_id=survey.id,
            ),
        )
    new = list(_new(rest, export, survey, lang, name, anew.fresh if anew else ()))
    coded_all = {**{q: t.coded for q, t in kept.items()}, **{t.change.name: t.coded for t in new}}
    wave = export_wave(0, name, export, coded_all, folder)
    if anew is not None:
        kept = {q: _widened(survey, t, anew.added.get(q, ())) for q, t in kept.items()}
        taken |= kept
    place = place_of(survey, export.path.name, Dated(wave.start, wave.end, told=wave.dated))
    every = (*taken.values(), *new)
    left = [q.name for q in rest if q.name not in {t.change.column.partition("\n")[0] for t in new}]
    notes = (*notes_of([export], [], None), *_left_now(left))
    changes = (*(t.change for t in every), *_absent(survey, taken, place))
    lines = tuple(line for t in every for line in t.lines)
    if anew is None:
        told_too = tuple(_of_codes(export, {q: asked[q] for q in kept}, questions))
        return Matched(wave, place, changes, lines, notes, told_too)
    worded = {q: new for q, new in anew.worded.items() if q in kept}
    lines = (*lines, *words_lines(survey, place, name, worded))
    told_too = (*anew.notes, *not_written(survey, place, worded))
    return Matched(wave, place, changes, lines, notes, told_too)


def _all_taken(
    survey: Survey,
    told: Sequence[DraftQuestion],
    asked: Mapping[str, ExportedQuestion],
    export: Export,
) -> dict[str, _Taken]:
    """Code the answers of each question; a choice that is new on a shared scale is so once."""
    taken: dict[str, _Taken] = {}
    shared: dict[str, tuple[DraftCode, ...]] = {}
    for form in told:
        if form.id in asked:
            scale = survey.questions[form.id].scale
            key = (scale.id if scale else "") or form.id
            form = replace(form, codes=(*form.codes, *shared.get(key, ())))
            taken[form.id] = _taken(survey, form, asked[form.id], export, survey.languages[0])
            shared[key] = (*shared.get(key, ()), *taken[form.id].new)
    return taken


def _earlier(survey: Survey) -> dict[str, list[str]]:
    """Return the words that each question had in other waves."""
    return {
        q.id: [text for each in q.earlier_wordings for text in _said(each.wording).values()]
        for q in survey.questions.values()
    }


def _scales(survey: Survey) -> dict[str, str]:
    """Return the named scale of each question that has one."""
    return {q.id: q.scale.id for q in survey.questions.values() if q.scale and q.scale.id}


def _widened(survey: Survey, taken: _Taken, more: tuple[DraftCode, ...]) -> _Taken:
    """Add the choices that the questionnaire says are new, whether anybody gave them or not."""
    if not more:
        return taken
    sentence = Said("interchange-codes", listed=", ".join(c.code for c in (*more, *taken.new)))
    change = replace(taken.change, kind="widened", said=sentence)
    lines = (*code_lines(survey.questions[taken.change.name], more), *taken.lines)
    return replace(taken, change=change, lines=lines, new=(*more, *taken.new))


def _of_codes(
    export: Export, asked: Mapping[str, ExportedQuestion], told: Sequence[DraftQuestion]
) -> Iterator[Said]:
    """Say that answers are codes, of which the file cannot tell whether they kept their words."""
    ids = []
    for form in told:
        worded = {c.code for c in form.codes if any(c.label.values())}
        if form.id not in asked or form.type not in ("single", "rating") or len(worded) < FEWEST:
            continue
        cells = {cell.strip() for column in asked[form.id].columns for cell in column.cells}
        known = {*worded, *(m.code for m in form.missing)}
        if cells & worded and cells - {""} <= known:
            ids.append(form.id)
    if ids:
        listed = ", ".join(ids[:MOST_LISTED]) + ("…" if len(ids) > MOST_LISTED else "")
        yield Said("interchange-export-of-codes", file=export.path.name, listed=listed)


def _absent(survey: Survey, taken: Container[str], place: Place) -> Iterator[QuestionChange]:
    """Yield the questions that the export lacks: those of a module that rests, and those gone."""
    rests = resting(survey, lambda question: question.id in taken)
    for question in survey.questions.values():
        if question.id in rests:
            sentence = Said("interchange-rests-in-this-wave", module=rests[question.id])
            yield QuestionChange("resting", question.id, sentence)
        elif question.id not in taken and any(last_asked(survey, question, w) for w in place.near):
            yield QuestionChange("gone", question.id, Said("interchange-the-export-lacks-it"))


def _left_now(names: Sequence[str]) -> Iterator[Said]:
    if names:
        listed = ", ".join(n[:60] for n in names)
        yield Said("interchange-note-left-now", listed=listed)


def _drafted(question: Question) -> DraftQuestion:
    """Return a question of the definition as the questionnaire's, for answers to be matched to."""
    scale = question.scale
    codes = tuple(
        DraftCode(c.code, c.value, _said(c.label)) for c in (scale.codes if scale else ())
    )
    missing = tuple(
        DraftMissing(c.code, c.value, _said(c.label), c.kind, c.in_base)
        for c in question.missing_codes
    )
    return DraftQuestion(
        question.id,
        question.type,
        _said(question.label),
        _said(question.wording),
        codes,
        missing,
        columns={"": _usual(question)},
    )


def _said(text: Text | Wording) -> Words:
    texts = {tag: text.get(tag) for tag in text.tags}
    return {tag: wording for tag, wording in texts.items() if wording != TO_COMPLETE}


def _usual(question: Question) -> str:
    otherwise = f"{question.id}_{{code}}" if question.type == "multiple" else question.id
    return question.columns.get("default") or otherwise


def _left_before(survey: Survey, export: Export) -> tuple[str, ...]:
    """Return the columns that the draft of the survey says were personal, and were left out."""
    path = survey.path / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    left = [f", {listed}, " for listed in _LEFT.findall(text)]  # a name may hold a comma
    names = (column.name for column in export.columns)
    return tuple(n for n in names if any(f", {listed_name(n)}, " in listed for listed in left))


def _matched(
    export: Export, told: Sequence[DraftQuestion], survey: Survey
) -> tuple[dict[str, ExportedQuestion], list[ExportedQuestion]]:
    """Return the answers of each question of the definition, and what is left."""
    if export.by_place:
        questions = questions_of(export.columns)
    else:
        questions = [q for group in grouped_columns(export.columns, told) for q in group]
    asked: dict[str, ExportedQuestion] = {}
    rest: list[ExportedQuestion] = []
    for by_words in (True, False):
        left = rest if not by_words else questions
        rest = []
        for question in left:
            form = (
                _by_words(question, told, survey)
                if by_words
                else None
                if export.by_place
                else _by_name(question, told)
            )
            if (
                form is None
                or form.id in asked
                or (question.columns[0].own_words and form.type not in ("open", "number"))
            ):
                rest.append(question)
            else:
                asked[form.id] = question
    return asked, rest


def _by_words(
    question: ExportedQuestion, told: Sequence[DraftQuestion], survey: Survey
) -> DraftQuestion | None:
    if not question.wording:
        return None
    key = key_of(question.wording)
    alike = [form for form in told if key in _keys(form, survey)]
    return alike[0] if len(alike) == 1 else None


def _keys(form: DraftQuestion, survey: Survey) -> set[str]:
    earlier = survey.questions[form.id].earlier_wordings
    before = (text for each in earlier for text in _said(each.wording).values())
    return {key_of(text) for text in (*form.wording.values(), *form.label.values(), *before)}


def _by_name(question: ExportedQuestion, told: Sequence[DraftQuestion]) -> DraftQuestion | None:
    name = question.name.casefold()
    return next((form for form in told if name in names_of(form)), None)


def _other_words(form: DraftQuestion, question: ExportedQuestion) -> bool:
    """Whether a question of the same name asks something else, by its words."""
    texts = [t for t in (*form.wording.values(), *form.label.values()) if normal(t)]
    declared = question.wording
    if not texts or not normal(declared) or normal(declared) == normal(question.name):
        return False
    return max(similarity(text, declared) for text in texts) < SAME_WORDS


def _taken(
    survey: Survey, form: DraftQuestion, question: ExportedQuestion, export: Export, lang: str
) -> _Taken:
    """Code the answers of a question, or say that it is another one."""
    if _other_words(form, question):
        sentence = Said("interchange-same-name-other-words-another-question")
        return _Taken(QuestionChange("changed", form.id, sentence), CodedQuestion(form, {}))
    wide, answers, new = widened(form, question, export.by_place, lang, export.path.name)
    seen = len(wide.codes) - len(new)
    if new and len(new) > seen // 2:
        sentence = Said("interchange-choices-of-are-others", count_new=len(new), seen=seen)
        return _Taken(QuestionChange("changed", form.id, sentence), CodedQuestion(form, {}))
    made = coded(form.id, {0: answers}, [export], lang, wide, lenient=True)
    asked = survey.questions[form.id]
    columns = {
        _renamed(name, form, _usual(asked)): cells for name, cells in made.columns[0].items()
    }
    named = "" if form.type == "multiple" else _usual(asked)
    if new:
        sentence = reworded(form, new, made) or Said(
            "interchange-codes", listed=", ".join(code.code for code in new)
        )
        change = QuestionChange("widened", form.id, sentence, named)
    else:
        change = QuestionChange("same", form.id, Said("interchange-the-same"), named)
    return _Taken(change, CodedQuestion(wide, {0: columns}), tuple(code_lines(asked, new)), new)


def _renamed(name: str, form: DraftQuestion, usual: str) -> str:
    if form.type != "multiple":
        return usual
    return usual.replace("{code}", name.removeprefix(f"{form.id}_"))


def _new(
    rest: Sequence[ExportedQuestion],
    export: Export,
    survey: Survey,
    lang: str,
    wave_id: str,
    fresh: Sequence[DraftQuestion] = (),
) -> Iterator[_Taken]:
    """Code the closed questions that the definition lacks, and draft each, as `fresh` has it."""
    taken = {ID, STATUS, *(name.casefold() for name in survey.questions)}
    waves = (*survey.waves, wave_id)
    for question in rest:
        if question.columns[0].own_words:
            continue
        name = unique(slug(_free_of_place(question, export)), set(taken))
        form = _by_name(question, fresh)
        form = replace(form, base=None) if form is not None else None
        made = coded(name, {0: question}, [export], lang, form)
        if made.question.type not in (
            "single",
            "multiple",
            *(("rating", "number") if form else ()),
        ):
            continue
        taken.add(name.casefold())
        column = f"{name}_{{code}}" if made.question.type == "multiple" else name
        draft = replace(made.question, columns={wave_id: column})
        line = SettlingLine(
            "questionnaire.yaml", "questions", question_lines(draft, waves).rstrip("\n")
        )
        change = QuestionChange(
            "new",
            name,
            Said("interchange-a-new-question"),
            "\n".join((question.name, *made.columns[0])),
        )
        yield _Taken(change, made, (line,))


def _free_of_place(question: ExportedQuestion, export: Export) -> str:
    return question.name if not export.by_place else f"n{question.name.removeprefix('q')}"
