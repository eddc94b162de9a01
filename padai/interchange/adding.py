"""The next wave of a survey: what in its file is the same, changed, new or gone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from padai.errors import DefinitionError, Said
from padai.interchange.choices import Choices
from padai.interchange.definition_files import wave_file
from padai.interchange.definition_lines import (
    KEPT,
    Kind,
    QuestionChange,
    SettlingLine,
    edited,
    lines_for,
)
from padai.interchange.delivered_again import refuse_again
from padai.interchange.draft import Draft, DraftWave
from padai.interchange.forms import Form
from padai.interchange.growing import EarlierRows, grown
from padai.interchange.kept_questions import ACROSS_TONGUES
from padai.interchange.label_words import language
from padai.interchange.next_parts import DraftPart, next_parts, refuse_new_codes
from padai.interchange.numbers_anew import lines_of_ids, told_of_earlier
from padai.interchange.other_tongues import FEWEST_TEXTS
from padai.interchange.placing import Place, beside_breaks, place_of, placed
from padai.interchange.platforms.adding import matched_export
from padai.interchange.platforms.designing import check_choices, source_of
from padai.interchange.platforms.recognise import read_export
from padai.interchange.platforms.starting import read_questionnaire
from padai.interchange.question_changes import changes_beside
from padai.interchange.wave_files import WaveToDraft, columns_of_last, sources_of
from padai.interchange.wave_ids import to_the_month
from padai.interchange.workbooks import of_answers
from padai.survey import Question, Survey, load_survey
from padai.words import Joined, first_named

_SHOWN = 5
"""How many questions that changed a message tells of."""


@dataclass(frozen=True)
class Addition:
    """A wave that was added: its id, what changed, the lines proposed, and what was written.

    `earlier` says, of a cumulative file, what it holds of the waves before; `before` is the wave
    that it was put before, empty where it came last.
    """

    wave_id: str
    changes: tuple[QuestionChange, ...]
    lines: tuple[SettlingLine, ...]
    written: tuple[Path, ...]
    accepted: bool = False
    earlier: tuple[EarlierRows, ...] = ()
    before: str = ""

    def of(self, kind: Kind) -> tuple[QuestionChange, ...]:
        """Return the changes of a kind."""
        return tuple(c for c in self.changes if c.kind == kind)


def add_wave(
    survey: str | Path,
    file: str | Path,
    choices: Choices | None = None,
    *,
    accept: bool = False,
    questionnaire: str | Path | None = None,
) -> Addition:
    """Match next year's file to a definition, and write the wave's own file.

    A wave that was in the field before others takes its place among them by its dates, and is
    compared with the waves on both sides.

    A platform's export is coded as the definition says, without its personal columns; a cumulative
    file is compared with the one that earlier waves were defined from.

    Nothing that stands is changed unless `accept` says so; then the lines proposed are written,
    whole or not at all, and the definition is loaded before it takes its place.

    Parameters
    ----------
    survey
        The survey's folder.
    file
        The new data file, copied into the survey's data folder (an export: coded).
    choices
        The wave's id (`wave_ids`), its design (``same``, ``proposed`` or columns), facts, the
        column of waves where `rows:` does not tell it, and whether columns of one name and of the
        same codes are one question where labels are in two languages (`by_name`).
    accept
        Whether to write the lines that link questions and list the wave.
    questionnaire
        The platform's own file of the questionnaire, where it changed: choices are matched by their
        words, whatever their numbers, and questions by their names or words.

    Raises
    ------
    DefinitionError
        The wave is there already, is dated like another, or shares no column with the definition;
        a cumulative file holds no new wave, or several; a part has no row.
    DataError
        The file is missing or broken, or an export's answers are none of the choices.

    Examples
    --------
    >>> added = add_wave("surveys/mine", "wave-2026.sav")  # doctest: +SKIP
    >>> [c.name for c in added.of("gone")]  # doctest: +SKIP
    """
    definition = load_survey(survey)
    choices = choices or Choices()
    with tempfile.TemporaryDirectory() as scratch:
        form = None if questionnaire is None else read_questionnaire(Path(questionnaire))
        matched = _next(definition, Path(file), choices, Path(scratch), form)
        source, changes = matched.source, matched.changes
        for sentence in matched.told:
            choices.tell(sentence)
        _check_shared(definition, source, changes)
        _check_same(changes, choices)
        place = matched.place
        for sentence in placed(definition, place, source.wave_id, source.dated):
            choices.tell(sentence)
        parts = _parts(definition, matched, choices, accept)
        for sentence in told_of_earlier(definition, source, parts[0].wave.design.id):
            choices.tell(sentence)
        anew = lines_of_ids(definition, source, changes, parts[0].wave.design, place)
        lines = (*lines_for(definition, source.wave_id, changes, place), *matched.lines, *anew)
        lines = tuple(dict.fromkeys(lines))
        text = _left_over(definition, matched, choices, _wave_text(definition, parts, choices))
        written = _write(definition, source, parts[0].wave.file, text, lines if accept else ())
    after = place.near[-1] if place.at < len(definition.waves) else ""
    return Addition(source.wave_id, changes, lines, written, accept, matched.earlier, after)


@dataclass(frozen=True)
class _Next:
    """The next wave before it is written: its rows, what became of each question, what is told."""

    source: WaveToDraft
    place: Place
    changes: tuple[QuestionChange, ...]
    lines: tuple[SettlingLine, ...] = ()
    earlier: tuple[EarlierRows, ...] = ()
    told: tuple[Said, ...] = ()
    coded: DraftWave | None = None


def _next(survey: Survey, path: Path, choices: Choices, folder: Path, form: Form | None) -> _Next:
    """Read a file as the next wave: a platform's export, a cumulative file, or one that is it."""
    lang = survey.languages[0]
    export = read_export(path)
    if export is not None:
        refuse_new_codes(survey, path)
        check_choices(choices, [c.wave for c in choices.design if c.wave is not None])
        matched = matched_export(survey, export, choices.wave_ids.get(path, ""), folder, form)
        source = source_of(matched.wave)
        _check(survey, source)
        notes = (*matched.notes, *matched.told)
        return _Next(
            source, matched.place, matched.changes, matched.lines, told=notes, coded=matched.wave
        )
    if form is not None:
        raise DefinitionError(Said("interchange-questionnaire-without-export", path_name=path.name))
    (path,), choices = of_answers([path], choices, folder)
    cumulative = grown(survey, path, choices)
    source = cumulative.source if cumulative else _alone(survey, path, choices)
    _check(survey, source)
    choices.check_waves([source.wave_id])
    place = place_of(survey, source.path.name, source.dated)
    changes, alike = changes_beside(survey, place, source, lang, choices)
    earlier = cumulative.earlier if cumulative else ()
    sides = beside_breaks(survey, place, source.wave_id, source.dated, alike)
    notes = (*_tongue(source, lang, changes, choices.by_name), *sides)
    return _Next(source, place, changes, earlier=earlier, told=notes)


def _alone(survey: Survey, path: Path, choices: Choices) -> WaveToDraft:
    """Read a file that is one wave, called as the waves that are there."""
    return sources_of([path], choices, columns_of_last(survey), survey.waves)[0]


def _tongue(
    source: WaveToDraft, lang: str, changes: Sequence[QuestionChange], by_name: bool
) -> Iterator[Said]:
    """Say that the labels of a file are in another language, and what its names link or do not."""
    across = sum(change.said.id == ACROSS_TONGUES for change in changes)
    if across:
        yield Said("interchange-shared-across", count=across)
    values = (text for each in source.file.value_labels.values() for text in each.values())
    texts = [*source.file.labels.values(), *values]
    own = lang.split("-")[0]
    tag = language(texts, own)
    if len(texts) >= FEWEST_TEXTS and tag != own:
        yield Said(
            "interchange-labels-in-another-language",
            file=source.path.name,
            found=tag,
            own=own,
        )
        apart = [change.column for change in changes if change.kind == "changed" and change.column]
        if apart and not by_name:
            named, known = first_named(apart), Joined(sorted({tag, own}))
            facts = {"count": len(apart), "named": named, "known": known}
            yield Said("interchange-shared-apart-in-tongues", **facts)


def _as_coded(wave: DraftWave, found: _Next, survey: Survey, accept: bool) -> DraftWave:
    """Give a wave the rules and the leftover columns of its coded export."""
    assert found.coded is not None
    asked = {c for q in survey.questions.values() for c in _columns(q)}
    added = [c for c in found.changes if c.kind == "new"]
    columns = {c for change in added for c in change.column.split("\n")[1:]}
    other = {n: why for n, why in wave.other.items() if n not in asked}
    other = {n: why for n, why in other.items() if n not in {*columns, *(c.name for c in added)}}
    if not accept:
        other |= dict.fromkeys(sorted(columns), Said("interchange-note-new"))
    rest = {n: why for n, why in found.coded.other.items() if n not in wave.design.columns}
    return replace(wave, other={**other, **rest}, exclusions=found.coded.exclusions)


def _columns(question: Question) -> set[str]:
    usual = question.columns.get("default")
    if question.type == "multiple" and question.scale is not None:
        pattern = usual or f"{question.id}_{{code}}"
        return {pattern.replace("{code}", code.code) for code in question.scale.codes}
    return {usual or question.id}


def _check_shared(survey: Survey, source: WaveToDraft, changes: Sequence[QuestionChange]) -> None:
    """Refuse a file that goes on with no question, saying whether it has their columns."""
    if any(change.kind in KEPT for change in changes):
        return
    name = source.path.name
    changed = [change for change in changes if change.kind == "changed"]
    if changed:
        reasons = Joined([Said("survey-a-line", said=c.said) for c in changed[:_SHOWN]], "\n")
        facts = {"name": name, "question": changed[0].name, "reasons": reasons}
        raise DefinitionError(Said("interchange-every-question-changed", **facts))
    raise DefinitionError(
        Said(
            "interchange-shares-no-column-with-the-questions-of",
            path_name=name,
            definition_id=survey.id,
        ),
    )


def _check_same(changes: Sequence[QuestionChange], choices: Choices) -> None:
    """Refuse a question that a person says is the same, and of which the file has no column."""
    there = {c.name for c in changes if c.kind in KEPT}
    for name in choices.same:
        if name not in there:
            changed = ", ".join(c.name for c in changes if c.kind == "changed") or "–"
            raise DefinitionError(
                Said("interchange-same-is-no-question", name=name, changed=changed)
            )


def _check(survey: Survey, source: WaveToDraft) -> None:
    wave_id = source.wave_id
    _refuse_same_file(survey, source)
    refuse_again(survey, source)
    if wave_id in survey.waves:
        raise DefinitionError(
            Said(
                "interchange-has-a-wave-already-name-this-one-wave-id",
                survey_id=survey.id,
                wave_id=wave_id,
                name=f"{source.dated.middle:%Y-%m}" if to_the_month(source.dated) else "ID",
            ),
        )


def _refuse_same_file(survey: Survey, source: WaveToDraft) -> None:
    """Refuse a file that an earlier wave read, unless both take rows of their own from it."""
    cumulative = bool(source.chosen)
    sums = {
        part.sha256: wave
        for wave, definition in survey.wave_defs.items()
        for part in definition.parts.values()
        if not (part.rows and cumulative)
    }
    if source.file.sha256 in sums:
        raise DefinitionError(
            Said(
                "interchange-is-the-file-of-wave-again-byte-for-byte",
                path_name=source.path.name,
                before=sums[source.file.sha256],
            ),
        )


def _parts(survey: Survey, found: _Next, choices: Choices, accept: bool) -> list[DraftPart]:
    parts = next_parts(survey, found.source, found.changes, choices, found.place.near[0])
    if found.coded is None:
        return parts
    return [replace(p, wave=_as_coded(p.wave, found, survey, accept)) for p in parts]


def _wave_text(survey: Survey, parts: Sequence[DraftPart], choices: Choices) -> str:
    given, langs = dict(choices.facts.items()), survey.languages[:1]
    first, *others = (
        (p.wave, Draft(survey.id, (), (p.wave,), languages=langs, facts=p.facts | given))
        for p in parts
    )
    return wave_file(*first, others)


def _left_over(survey: Survey, found: _Next, choices: Choices, text: str) -> str:
    """Return the text of the wave's file: anew, or as somebody wrote it after a first look.

    Raises
    ------
    DefinitionError
        The file that is there is of other data, or was changed and something is decided anew.
    """
    wave_id = found.source.wave_id
    path = survey.path / "waves" / f"{wave_id}.yaml"
    if not path.exists():
        return text
    left = path.read_text(encoding="utf-8")
    quiet = replace(choices, tell=lambda said: None, decide=None)
    drafts = {text}
    for each in (quiet, replace(quiet, design=(), facts={})):
        for accept in (False, True):
            with suppress(DefinitionError):
                drafts.add(_wave_text(survey, _parts(survey, found, each, accept), each))
    if left in drafts:
        return text
    if found.source.file.sha256 not in left or choices.design or choices.facts:
        raise DefinitionError(Said("interchange-wave-not-accepted-is-there", wave_id=wave_id))
    choices.tell(Said("interchange-wave-file-kept", wave_id=wave_id))
    return left


def _write(
    survey: Survey, source: WaveToDraft, file: str, text: str, lines: Sequence[SettlingLine]
) -> tuple[Path, ...]:
    """Make the folder anew aside, load it, and only then put the files in place."""
    texts = {f"waves/{source.wave_id}.yaml": text} | edited(survey.path, lines)
    with tempfile.TemporaryDirectory(prefix=".padai-", dir=survey.path.parent) as scratch:
        made = Path(scratch) / survey.path.name
        shutil.copytree(survey.path, made, ignore=shutil.ignore_patterns("data"))
        for name, text in texts.items():
            (made / name).write_text(text, encoding="utf-8", newline="\n")
        if lines:
            load_survey(made)
    data = survey.path / survey.data_dir
    data.mkdir(exist_ok=True)
    target = data / file
    if not target.exists():
        shutil.copyfile(source.path, target)
    for name, text in texts.items():
        (survey.path / name).write_text(text, encoding="utf-8", newline="\n")
    return (*(survey.path / name for name in texts), target)
