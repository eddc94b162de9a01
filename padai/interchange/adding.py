"""The next wave of a survey: what in its file is the same, changed, new or gone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from padai.errors import DataError, DefinitionError, Said
from padai.interchange.choices import Choices
from padai.interchange.columns import draft_column
from padai.interchange.definition_files import wave_file
from padai.interchange.definition_lines import Change, Kind, Line, edited, lines_for
from padai.interchange.design_roles import find_design
from padai.interchange.draft import Draft, DraftQuestion
from padai.interchange.linking import renamed, same_name, turned_values
from padai.interchange.next_parts import DraftPart, next_parts
from padai.interchange.platforms.recognise import read_export
from padai.interchange.private import set_apart
from padai.interchange.wave_files import Source, sources_of, typed
from padai.survey import Question, Survey, load_survey
from padai.survey.rotations import rotation_of
from padai.waves.intake import DataFile, read_data_file
from padai.waves.reading import locate


@dataclass(frozen=True)
class Addition:
    """A wave that was added: its id, what changed, the lines proposed, and what was written."""

    wave_id: str
    changes: tuple[Change, ...]
    lines: tuple[Line, ...]
    written: tuple[Path, ...]
    accepted: bool = False

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """Return the changes of a kind."""
        return tuple(c for c in self.changes if c.kind == kind)


def add_wave(
    survey: str | Path, file: str | Path, choices: Choices | None = None, *, accept: bool = False
) -> Addition:
    """Match next year's file to a definition, and write the wave's own file.

    Nothing that stands is changed unless `accept` says so; then the lines proposed are written,
    whole or not at all, and the definition is loaded before it takes its place.

    Parameters
    ----------
    survey
        The survey's folder.
    file
        The new data file, copied into the survey's data folder.
    choices
        The wave's id (`wave_ids`), its design (``same``, ``proposed`` or columns), facts.
    accept
        Whether to write the lines that link questions and list the wave.

    Raises
    ------
    DefinitionError
        The wave is there already, is older than the last, or shares no column with the definition;
        a part of it has no row; the file is a platform's export, which names people.
    DataError
        The file is missing or broken.

    Examples
    --------
    >>> added = add_wave("surveys/mine", "wave-2026.sav")  # doctest: +SKIP
    >>> [c.name for c in added.of("gone")]  # doctest: +SKIP
    """
    definition = load_survey(survey)
    choices = choices or Choices()
    _refuse_export(Path(file))
    source = sources_of([Path(file)], choices)[0]
    _check(definition, source)
    last = definition.waves[-1]
    lang = definition.languages[0]
    changes = tuple(_changes(definition, last, source, lang))
    kept = [c for c in changes if c.kind not in ("new", "gone", "changed", "resting")]
    if not kept:
        raise DefinitionError(
            Said(
                "interchange-shares-no-column-with-the-questions-of",
                path_name=source.path.name,
                definition_id=definition.id,
            ),
        )
    parts = next_parts(definition, source, changes, choices)
    lines = tuple(dict.fromkeys(lines_for(definition, source.wave_id, changes)))
    written = _write(definition, source, parts, lines if accept else (), choices, lang)
    return Addition(source.wave_id, changes, lines, written, accept)


def _refuse_export(path: Path) -> None:
    """Refuse what would be copied as it is, with the columns that tell who people are."""
    export = read_export(path)
    if export is None:
        return
    raise DefinitionError(
        Said(
            "interchange-is-an-export-of-whose-answers-are-coded",
            path_name=path.name,
            platform=export.platform,
        ),
    )


def _check(survey: Survey, source: Source) -> None:
    wave_id, last = source.wave_id, survey.wave_defs[survey.waves[-1]]
    if wave_id in survey.waves or (survey.path / "waves" / f"{wave_id}.yaml").exists():
        raise DefinitionError(
            Said(
                "interchange-has-a-wave-already-name-this-one-wave-id",
                survey_id=survey.id,
                wave_id=wave_id,
            ),
        )
    middle = source.dated.middle
    if middle is not None and last.fieldwork.known and middle <= last.date:
        raise DefinitionError(
            Said(
                "interchange-is-dated-before-wave-or-like-it-name-it",
                path_name=source.path.name,
                middle=middle,
                told=source.dated.told,
                last_id=last.id,
                date=last.date,
            ),
        )
    sums = {
        p.sha256: w for w, d in survey.wave_defs.items() for p in d.parts.values() if not p.rows
    }
    if source.file.sha256 in sums:
        before = sums[source.file.sha256]
        raise DefinitionError(
            Said(
                "interchange-is-the-file-of-wave-again-byte-for-byte",
                path_name=source.path.name,
                before=before,
            ),
        )


def _earlier_file(survey: Survey, wave_id: str) -> DataFile | None:
    """Return the last wave's file, whose labels tell what changed; None where it is not here."""
    part = next(iter(survey.wave_defs[wave_id].parts))
    try:
        return typed(read_data_file(locate(survey, wave_id, part)))
    except DataError:
        return None


def _changes(survey: Survey, last: str, source: Source, lang: str) -> Iterator[Change]:
    """Yield what became of each question of the last wave, then the columns that are new."""
    files = {last: _earlier_file(survey, last)}
    columns = {str(n).casefold(): str(n) for n in source.file.frame.columns}
    apart = set(set_apart(source.file, dict(source.told)))
    singles: list[tuple[Question, DraftQuestion]] = []
    used: set[str] = set()
    resting = _resting(survey, columns)
    for question in survey.questions.values():
        when = _last_asked(survey, question)
        if question.id in resting:
            said = Said("interchange-rests-in-this-wave", module=resting[question.id])
            yield Change("resting", question.id, said)
            continue
        if when is None:
            continue
        if question.type == "multiple":
            found = _options(question, when, columns)
            used |= set(found.column.split("\n"))
            yield replace(found, column="") if found.kind == "same" else found
        else:
            if when not in files:
                files[when] = _earlier_file(survey, when)
            singles.append((question, _then(question, when, files[when], lang)))
    names = [n for n in columns.values() if n not in apart and n not in used]
    now = [draft_column(source.file, n, source.wave_id, lang) for n in names]
    linked = _linked([old for _, old in singles], now)
    for place, (question, old) in enumerate(singles):
        turn = linked.get(place)
        if turn is None:
            change = _not_linked(question, old, now)
            used.add(change.column)
            yield change
        else:
            used.add(names[turn])
            yield _found(
                question, _last_asked(survey, question) or last, old, now[turn], names[turn]
            )
    known = {c for p in survey.wave_defs[last].parts.values() for c in (*p.other_columns, *p.rows)}
    rest = {*source.chosen, *source.dated.columns, *known}
    designs = {c for f in find_design(source.file, source.told).roles.values() for c in f.columns}
    for name in names:
        if name not in used | rest | designs:
            yield Change("new", name, Said("interchange-a-new-column"), name)


def _last_asked(survey: Survey, question: Question) -> str | None:
    """Return the wave that a question is matched with: the last, or its module's last."""
    last = survey.waves[-1]
    if question.asked_in(last):
        return last
    if rotation_of(survey.rotations, question.id) is None:
        return None
    return next((w for w in reversed(survey.waves) if question.asked_in(w)), None)


def _resting(survey: Survey, columns: Mapping[str, str]) -> dict[str, str]:
    """Return the questions of each module of which the file has no column, with the module."""
    found: dict[str, str] = {}
    for module in survey.rotations:
        wanted: set[str] = set()
        for name in module.questions:
            question = survey.questions[name]
            when = _last_asked(survey, question) or survey.waves[-1]
            wanted |= (
                set(question.option_columns(when).values())
                if question.type == "multiple"
                else {question.column(when)}
            )
        if not any(name.casefold() in columns for name in wanted):
            found |= dict.fromkeys(module.questions, module.id)
    return found


def _then(question: Question, wave_id: str, before: DataFile | None, lang: str) -> DraftQuestion:
    """Draft a question as it was: by the last wave's file, else by the definition alone."""
    column = question.column(wave_id)
    if before is not None and column in before.frame.columns:
        return draft_column(before, column, wave_id, lang)
    return DraftQuestion(question.id, question.type, columns={wave_id: column})


def _linked(then: Sequence[DraftQuestion], now: Sequence[DraftQuestion]) -> dict[int, int]:
    """Return for each question the place of the draft that continues it."""
    by_name: dict[str, list[int]] = {}
    for place, old in enumerate(then):
        by_name.setdefault(next(iter(old.columns.values())).casefold(), []).append(place)
    linked: dict[int, tuple[int, str]] = {}
    for turn, new in enumerate(now):
        same = by_name.get(next(iter(new.columns.values())).casefold(), [])
        bare = [p for p in same if not then[p].label and not then[p].codes]
        kept = bare[0] if bare else same_name(new, then, same, True)[0]
        if kept is not None:
            linked[turn] = (kept, "")
    linked |= renamed(now, then, linked, True)
    return {place: turn for turn, (place, _) in linked.items()}


def _options(question: Question, last: str, columns: Mapping[str, str]) -> Change:
    """Say whether the options of a multiple-response question are in the new file."""
    wanted = list(question.option_columns(last).values())
    found = [columns[n.casefold()] for n in wanted if n.casefold() in columns]
    if len(found) == len(wanted):
        same = Said("interchange-the-same-options")
        return Change("same", question.id, same, "\n".join(found))
    lacking = ", ".join(n for n in wanted if n.casefold() not in columns)
    said = Said("interchange-lacks", lacking=lacking)
    return Change("changed" if found else "gone", question.id, said, "\n".join(found))


def _not_linked(question: Question, old: DraftQuestion, now: Sequence[DraftQuestion]) -> Change:
    column = next(iter(old.columns.values()))
    there = {next(iter(n.columns.values())).casefold(): n for n in now}.get(column.casefold())
    if there is not None:
        column = next(iter(there.columns.values()))
        why = Said("interchange-has-another-label-or-another-scale", column=column)
        return Change("changed", question.id, why, column)
    return Change("gone", question.id, Said("interchange-is-gone", column=column))


def _found(
    question: Question, last: str, old: DraftQuestion, new: DraftQuestion, name: str
) -> Change:
    values = _other_values(question, last, old, new)
    if values:
        said = Said("interchange-the-same-scale-turned-over")
        return Change("turned", question.id, said, name, values)
    before = next(iter(old.columns.values()))
    if name != before:
        said = Said("interchange-became", before=before, name=name)
        return Change("renamed", question.id, said, name)
    return Change("same", question.id, Said("interchange-the-same"), name)


def _other_values(
    question: Question, last: str, old: DraftQuestion, new: DraftQuestion
) -> dict[str, int | float | str]:
    """Return by code the values of the new file that are not the usual ones of the scale."""
    if question.scale is None:
        return {}
    turned = turned_values(old, new)
    named = {value: code for code, value in question.scale.values_in(last).items()}
    found: dict[str, int | float | str] = {}
    for code in old.codes:
        own = named.get(code.value)
        value = turned.get(code.code, code.value)
        if own is not None and value != question.values[own]:
            found[own] = value
    return found


def _write(
    survey: Survey,
    source: Source,
    parts: Sequence[DraftPart],
    lines: Sequence[Line],
    choices: Choices,
    lang: str,
) -> tuple[Path, ...]:
    """Make the folder anew aside, load it, and only then put the files in place."""
    drafts = [
        (
            p.wave,
            Draft(
                survey.id,
                (),
                (p.wave,),
                languages=(lang,),
                facts=p.facts | dict(choices.facts.items()),
            ),
        )
        for p in parts
    ]
    texts = {f"waves/{source.wave_id}.yaml": wave_file(*drafts[0], drafts[1:])}
    texts |= edited(survey.path, lines)
    with tempfile.TemporaryDirectory(prefix=".padai-", dir=survey.path.parent) as scratch:
        made = Path(scratch) / survey.path.name
        shutil.copytree(survey.path, made, ignore=shutil.ignore_patterns("data"))
        for name, text in texts.items():
            (made / name).write_text(text, encoding="utf-8", newline="\n")
        if lines:
            load_survey(made)
    data = survey.path / survey.data_dir
    data.mkdir(exist_ok=True)
    target = data / source.path.name
    if not target.exists():
        shutil.copyfile(source.path, target)
    for name, text in texts.items():
        (survey.path / name).write_text(text, encoding="utf-8", newline="\n")
    return (*(survey.path / name for name in texts), target)
