"""What became of each question of the last wave, in the file of the next."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from padai.errors import Said
from padai.interchange.choices import Choices
from padai.interchange.choices_added import Asked, next_columns
from padai.interchange.columns import draft_column, option_marks
from padai.interchange.definition_lines import KEPT, QuestionChange
from padai.interchange.delivered_again import earlier_file
from padai.interchange.design_roles import find_design
from padai.interchange.draft import DraftQuestion
from padai.interchange.kept_questions import ContinuedQuestion, kept_question, other_words
from padai.interchange.linking import Linked, clash_of, renamed, same_name
from padai.interchange.options_renamed import options_renamed
from padai.interchange.other_tongues import Tongues, tongue_of
from padai.interchange.placing import Place
from padai.interchange.private import set_apart
from padai.interchange.resting import last_asked, resting
from padai.interchange.scalars import literal
from padai.interchange.wave_files import WaveToDraft
from padai.interchange.wave_suffixes import endings, without
from padai.survey import Question, Survey
from padai.survey.column_patterns import columns_named
from padai.waves.intake import DataFile

_ALIKE = ("same", "renamed", "respelled")


def changes_beside(
    survey: Survey, place: Place, source: WaveToDraft, lang: str, choices: Choices
) -> tuple[tuple[QuestionChange, ...], tuple[set[str], set[str]]]:
    """Return what became of each question of the neighbours of a wave, and what is new.

    A question goes with the wave before where it is as there, else with the wave after. Beside
    the changes: the questions that are as in the wave before, and as in the wave after.
    """
    runs = [
        list(changes_of(survey, w, source, lang, choices, before=place.is_before(survey, w)))
        for w in place.near
    ]
    if len(runs) == 1:
        return tuple(runs[0]), (set(), set())
    asked = [{c.name: c for c in run if c.kind != "new"} for run in runs]
    alike = tuple({n for n, c in run.items() if c.kind in _ALIKE} for run in asked)
    first, second = asked
    used = {c for f in first.values() if f.kind in KEPT for c in f.column.split("\n") if c}
    chosen: list[QuestionChange] = []
    for name in survey.questions:
        one, other = first.get(name), second.get(name)
        if other is not None and other.kind in KEPT and (one is None or one.kind not in KEPT):
            taken = used & set(other.column.split("\n"))
            one = one if taken else other
        chosen += [c for c in (one or other,) if c is not None]
    used = {c for change in chosen for c in change.column.split("\n")}
    both = {c.name for c in runs[1] if c.kind == "new"}
    new = [c for c in runs[0] if c.kind == "new" and c.name in both and c.name not in used]
    return (*chosen, *new), (alike[0], alike[1])


def changes_of(
    survey: Survey, last: str, source: WaveToDraft, lang: str, choices: Choices, *, before: bool
) -> Iterator[QuestionChange]:
    """Yield what became of each question of a wave, then the columns that are new.

    Parameters
    ----------
    last
        The wave that the new one is compared with.
    choices
        Whether the number of a question tells it where labels are in two languages, and the
        questions that a person says are the same.
    before
        Whether the new wave comes before it.
    """
    files = {last: earlier_file(survey, last)}
    columns = {str(n).casefold(): str(n) for n in source.file.frame.columns}
    apart = set(set_apart(source.file, dict(source.told)))
    singles: list[Asked] = []
    used, ends = set[str](), ends_of(survey, last, source)
    rests = resting(survey, lambda question: _is_there(survey, question, columns, last))
    for question in survey.questions.values():
        when = last_asked(survey, question, last)
        if question.id in rests:
            said = Said("interchange-rests-in-this-wave", module=rests[question.id])
            yield QuestionChange("resting", question.id, said)
        elif when is None:
            continue
        elif question.type == "multiple":
            change = _of_options(question, when, columns, source, _at(survey, when, files), lang)
            used |= set(change.column.splitlines())
            yield replace(change, column="") if change.kind == "same" else change
        elif (kept := _open(question, when, columns, ends)) is not None:
            used.add(kept.column)
            yield kept
        else:
            singles.append((question, _then(question, when, _at(survey, when, files), lang)))
    names = [n for n in columns.values() if n not in apart and n not in used]
    now = [draft_column(source.file, n, source.wave_id, lang) for n in names]
    tongues = _tongues(files, source, choices.by_name)
    for change in _of_singles(survey, last, singles, now, ends, tongues, choices.same, before):
        used.add(change.column)
        yield change
    used |= _no_questions(survey, last, source)
    new = (name for name in names if name not in used)
    yield from (QuestionChange("new", name, Said("interchange-a-new-column"), name) for name in new)


def _of_singles(
    survey: Survey,
    last: str,
    singles: Sequence[Asked],
    now: Sequence[DraftQuestion],
    ends: tuple[str, str],
    tongues: Tongues,
    said_same: Collection[str],
    before: bool,
) -> Iterator[QuestionChange]:
    """Yield what became of each question of one answer, whose column stands among others."""
    times = {question.id: last_asked(survey, question, last) or last for question, _ in singles}
    columns = next_columns(singles, now, times, said_same)
    linked, across = _linked(singles, [each.column for each in columns], ends, tongues, said_same)
    for place, (question, old) in enumerate(singles):
        turn = linked.get(place)
        if turn is None:
            yield _not_linked(question, old, now, before=before)
            continue
        when = times[question.id]
        yield kept_question(
            ContinuedQuestion(question, when, old, columns[turn], place in across, before)
        )


def _at(survey: Survey, wave_id: str, files: dict[str, DataFile | None]) -> DataFile | None:
    if wave_id not in files:
        files[wave_id] = earlier_file(survey, wave_id)
    return files[wave_id]


def _tongues(files: Mapping[str, DataFile | None], source: WaveToDraft, by_name: bool) -> Tongues:
    """Return the languages of the labels of earlier files, and of the new one."""
    earlier = {wave: tongue_of(file.labels) for wave, file in files.items() if file is not None}
    return Tongues({**earlier, source.wave_id: tongue_of(source.file.labels)}, by_name)


def _no_questions(survey: Survey, last: str, source: WaveToDraft) -> set[str]:
    """Return the columns that the last wave set aside, and those of rows, dates and design."""
    parts = survey.wave_defs[last].parts.values()
    aside = {
        column
        for part in parts
        for column in (*columns_named(part.other_columns, source.told), *part.rows)
    }
    roles = find_design(source.file, source.told).roles.values()
    designs = {column for role in roles for column in role.columns}
    return {*aside, *source.chosen, *source.dated.columns, *designs}


def _is_there(survey: Survey, question: Question, columns: Mapping[str, str], last: str) -> bool:
    """Whether a column of a question, as it was last asked, is in the new file."""
    when = last_asked(survey, question, last) or last
    wanted = (
        question.option_columns(when).values()
        if question.type == "multiple"
        else (question.column(when),)
    )
    return any(name.casefold() in columns for name in wanted)


def _then(question: Question, wave_id: str, before: DataFile | None, lang: str) -> DraftQuestion:
    """Draft a question as it was: by the last wave's file, else by the definition alone."""
    column = question.column(wave_id)
    if before is not None and column in before.frame.columns:
        return draft_column(before, column, wave_id, lang)
    return DraftQuestion(question.id, question.type, columns={wave_id: column})


def ends_of(survey: Survey, last: str, source: WaveToDraft) -> tuple[str, str]:
    """Return the end by which columns of the last wave and of the new one tell their wave."""
    before = earlier_file(survey, last)
    if before is None:
        return "", ""
    now = f"{last} "  # no id of a wave ends with a blank
    frames = {last: before.frame, now: source.file.frame}
    suffixes = endings({wave: [str(n) for n in frame.columns] for wave, frame in frames.items()})
    return suffixes.get(last, ""), suffixes.get(now, "")


def _open(
    question: Question, when: str, columns: Mapping[str, str], ends: tuple[str, str]
) -> QuestionChange | None:
    """Say that the column of an open question, as a day of interview is, is there."""
    if question.type != "open":
        return None
    then = question.column(when)
    if (name := columns.get(then.casefold())) is not None:
        return QuestionChange("same", question.id, Said("interchange-the-same"), name)
    stem = without(then, ends[0])
    if stem == then or (name := columns.get(f"{stem}{ends[1]}".casefold())) is None:
        return None
    said = Said("interchange-became", before=then, name=name)
    return QuestionChange("renamed", question.id, said, name)


def _linked(
    asked: Sequence[tuple[Question, DraftQuestion]],
    now: Sequence[DraftQuestion],
    ends: tuple[str, str],
    tongues: Tongues,
    said_same: Collection[str],
) -> tuple[dict[int, int], set[int]]:
    """Return for each question the place of the draft that continues it.

    Beside it: the questions that name and codes alone link, labels being in another language.
    """
    then = [old for _, old in asked]
    by_name: dict[str, list[int]] = {}
    for place, old in enumerate(then):
        name = without(next(iter(old.columns.values())), ends[0])
        by_name.setdefault(name.casefold(), []).append(place)
    linked: dict[int, Linked] = {}
    across: set[int] = set()
    trusted = tongues.trusted(then, now)
    for turn, new in enumerate(now):
        name = without(next(iter(new.columns.values())), ends[1])
        same = by_name.get(name.casefold(), [])
        bare = [p for p in same if not then[p].label and not then[p].codes]
        bare = bare or [p for p in same if asked[p][0].id in said_same]
        kept = bare[0] if bare else same_name(new, then, same, True)[0]
        if kept is None:
            alike = [p for p in same if tongues.one_question(then[p], new, trusted)]
            kept = alike[0] if alike else None
            across.update(alike[:1])
        if kept is not None:
            linked[turn] = (kept, None)
    linked |= renamed(now, then, linked, True)
    return {place: turn for turn, (place, _) in linked.items()}, across


def _of_options(
    question: Question,
    last: str,
    columns: Mapping[str, str],
    source: WaveToDraft,
    before: DataFile | None,
    lang: str,
) -> QuestionChange:
    """Say what became of a multiple choice: its options may all have another name."""
    change = _options(question, last, columns)
    if change.kind == "gone":
        change = options_renamed(question, last, before, source.file, lang) or change
    return _marked(change, question, last, source, lang)


def _options(question: Question, last: str, columns: Mapping[str, str]) -> QuestionChange:
    """Say whether the options of a multiple-response question are in the new file."""
    wanted = list(question.option_columns(last).values())
    found = [columns[n.casefold()] for n in wanted if n.casefold() in columns]
    if len(found) == len(wanted):
        same = Said("interchange-the-same-options")
        return QuestionChange("same", question.id, same, "\n".join(found))
    lacking = ", ".join(n for n in wanted if n.casefold() not in columns)
    said = Said("interchange-lacks", lacking=lacking)
    return QuestionChange("changed" if found else "gone", question.id, said, "\n".join(found))


def _marked(
    found: QuestionChange, question: Question, last: str, source: WaveToDraft, lang: str
) -> QuestionChange:
    """Say of options that are all there whether the new file marks those chosen otherwise."""
    if found.kind != "same":
        return found
    now = option_marks(source.file, found.column.split("\n"), lang)
    if now is None or now == question.marks_in(last):
        return found
    said = Said("interchange-options-marked-otherwise", chosen=literal(now.chosen))
    return replace(found, kind="turned", said=said, values=now.model_dump())


def _not_linked(
    question: Question, old: DraftQuestion, now: Sequence[DraftQuestion], *, before: bool
) -> QuestionChange:
    column = next(iter(old.columns.values()))
    there = {next(iter(n.columns.values())).casefold(): n for n in now}.get(column.casefold())
    if there is not None:
        wave_id, column = next(iter(there.columns.items()))
        why = Said("interchange-has-another-label-or-another-scale", column=column)
        labels = [next(iter(each.label.values()), "") for each in (old, there)]
        clash = clash_of(old, there, True)
        if clash is not None and (others := other_words(old, there)) is not None:
            why = others
        elif clash is not None:
            why = Said("interchange-has-another-scale", column=column, why=clash)
        elif all(labels):
            then, now_said = labels
            why = Said(
                "interchange-has-another-label",
                column=column,
                then=then,
                now=now_said,
                wave_id=wave_id,
            )
        return QuestionChange("changed", question.id, why, column)
    message = "interchange-is-not-there-yet" if before else "interchange-is-gone"
    return QuestionChange("gone", question.id, Said(message, column=column))
