"""From data files to a draft: one wave a file, or one a value of a column that says which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from padai.errors import DefinitionError, Said
from padai.interchange.absent_elsewhere import as_elsewhere
from padai.interchange.choices import Choices
from padai.interchange.columns import FEW_CODES, draft_questions
from padai.interchange.design_roles import find_design
from padai.interchange.dividing import about_interviewer, in_known_groups
from padai.interchange.doubts import doubts_of
from padai.interchange.draft import Draft, DraftDesign, DraftQuestion, DraftWave
from padai.interchange.label_words import language, slug, unique
from padai.interchange.left_open import asked_at_once
from padai.interchange.linking import link_waves, share_scales
from padai.interchange.other_tongues import Tongues, tongue_of
from padai.interchange.private import SEVERAL, given_by_several, set_apart
from padai.interchange.remarks import (
    TURNED,
    holds,
    in_wave,
)
from padai.interchange.replicate_sets import in_one_line, lacking, told_of_set
from padai.interchange.role_findings import (
    EITHER,
    MARKED,
    ROLE_WORDS,
    DesignFinding,
    as_in_other_waves,
    candidates_of,
)
from padai.interchange.roles import guess_mode, guess_roles
from padai.interchange.samples import Routes, SampleOverlap, guess_overlap, lonely_strata
from padai.interchange.sampling_facts import sampling_facts
from padai.interchange.shared_questions import tell_shared
from padai.interchange.unasked_codes import in_the_same_rows
from padai.interchange.wave_files import WaveToDraft, sources_of
from padai.interchange.wave_suffixes import endings, under_their_stem
from padai.words import Joined, first_named

if TYPE_CHECKING:
    import pandas as pd

MAX_COLUMNS = 2_000
_SHOWN_NAMES = 8


@dataclass(frozen=True)
class _Drafted:
    """One wave drafted by itself."""

    wave: DraftWave
    questions: list[DraftQuestion]
    frame: pd.DataFrame


def draft_data(survey_id: str, paths: Sequence[Path], choices: Choices) -> Draft:
    """Draft a survey from data files.

    Raises
    ------
    DefinitionError
        Files are given in the wrong order, a file has too many columns or none that is a question,
        or a choice names what is not there.
    DataError
        A file is missing or broken.
    """
    sources = sources_of(paths, choices)
    for source in sources:
        _check_columns(source, choices)
    texts = [text for source in sources for text in _texts(source)]
    lang = choices.facts.get("language") or language(texts, choices.otherwise)
    drafted = _each_wave(sources, choices, lang)
    waves = _one_lonely_rule([each.wave for each in drafted])
    frames = {each.wave.id: each.frame for each in drafted}
    tongues = Tongues({s.wave_id: tongue_of(s.file.labels) for s in sources}, choices.by_name)
    named = _under_one_name(sources, drafted, choices)
    linked = in_known_groups(share_scales(link_waves(named, choices.by_label, tongues)))
    _tell_turned(linked, choices)
    tell_shared([s.wave_id for s in sources], linked, tongues, choices)
    if not linked:
        raise _no_question(waves[0])
    roles = guess_roles(linked, frames)
    aside = {*roles.values(), *(q.id for q in linked if about_interviewer(q))}
    linked = [replace(q, administrative=q.id in aside) for q in linked]
    waves = [
        replace(w, mode=guess_mode(linked, roles.get("mode"), w.id, frames[w.id])) for w in waves
    ]
    sample = guess_overlap(frames, waves, linked)
    _tell_shared(sample, waves, choices)
    return Draft(
        survey_id,
        tuple(_routed(linked, frames)),
        tuple(waves),
        {},
        (lang,),
        sample.overlap,
        sample.told,
        roles=roles,
        languages=(lang,),
        facts=dict(choices.facts.items()),
        ids_per_wave=sample.anew,
    )


def _each_wave(sources: Sequence[WaveToDraft], choices: Choices, lang: str) -> list[_Drafted]:
    """Draft each wave by itself; what several leave open is asked at once."""
    findings = _findings(sources)
    several = given_by_several(source.file.frame for source in sources)
    for source in sources:
        source.file.frame.attrs[SEVERAL] = several
    each = (partial(_draft_wave, s, findings[s.wave_id], choices, lang) for s in sources)
    return asked_at_once(each)


def _under_one_name(
    sources: Sequence[WaveToDraft], drafted: Sequence[_Drafted], choices: Choices
) -> list[list[DraftQuestion]]:
    """Return the questions of each wave, named without the wave that their columns end with."""
    ends = endings({s.wave_id: [str(n) for n in s.file.frame.columns] for s in sources})
    named = [under_their_stem(each.questions, ends.get(each.wave.id, "")) for each in drafted]
    stems = [question for question in named[0] if question.stem]
    if stems:
        listed = ", ".join(f"{wave}: {end}" for wave, end in ends.items())
        shown = first_named([question.id for question in stems])
        choices.tell(Said("interchange-names-end-with-the-wave", listed=listed, questions=shown))
    return named


def _tell_shared(sample: SampleOverlap, waves: Sequence[DraftWave], choices: Choices) -> None:
    """Tell what the waves share: without it, no change from wave to wave is shown."""
    if len(waves) < 2:
        return
    if sample.overlap is None:
        choices.tell(Said("interchange-overlap-is-to-be-written", told=sample.told))
        return
    lines = f"overlap: {sample.overlap}" + (", ids: per_wave" if sample.anew else "")
    choices.tell(Said("interchange-overlap-taken", lines=lines, told=sample.told))


def _tell_turned(linked: Sequence[DraftQuestion], choices: Choices) -> None:
    """Tell of scales that turned between waves."""
    for question in linked:
        if any(holds(note, TURNED.id) for note in question.notes):
            wave_id, column = next(iter(question.columns.items()))
            choices.tell(
                Said(
                    "interchange-scale-turned",
                    column=column,
                    wave_id=wave_id,
                    question=question.id,
                )
            )


def _texts(source: WaveToDraft) -> list[str]:
    """Return the labels of a file; of one that has none, its names and its answers in words."""
    file = source.file
    told = [*file.labels.values(), *(t for v in file.value_labels.values() for t in v.values())]
    if any(told):
        return told
    closed = [p.name for p in source.told.values() if p.kind == "text" and p.distinct <= FEW_CODES]
    answers = [str(v) for name in closed for v in file.frame[name].dropna().unique()]
    return [*source.told, *answers]


def _check_columns(source: WaveToDraft, choices: Choices) -> None:
    """Refuse a file without rows, or of which more columns are kept than a definition holds."""
    if not source.rows:
        raise _no_row(source.path.name)
    count = sum(choices.kept(str(n), source.wave_id) for n in source.file.frame.columns)
    if count > MAX_COLUMNS:
        name = source.path.name
        raise DefinitionError(
            Said(
                "interchange-has-columns-a-definition-is-drafted-from",
                name=name,
                count=count,
                max_columns=MAX_COLUMNS,
            ),
        )


def _findings(sources: Sequence[WaveToDraft]) -> dict[str, DesignFinding]:
    """Return what each file offers for a design, seen beside the others."""
    found = {source.wave_id: find_design(source.file, source.told) for source in sources}
    numbers = {
        source.wave_id: [n for n, p in source.told.items() if p.is_number and not p.constant]
        for source in sources
    }
    return as_in_other_waves(found, numbers)


def _draft_wave(
    source: WaveToDraft, finding: DesignFinding, choices: Choices, lang: str
) -> _Drafted:
    file, told = source.file, source.told
    design = proposed_design(source, finding, choices)
    apart = _apart(source, finding, design, choices)
    kept = {n for n in file.frame.columns if choices.kept(str(n), source.wave_id)}
    left = set(told) - kept - set(design.columns)
    dropped = dict.fromkeys(left, Said("interchange-note-not-kept"))
    questions, other = draft_questions(
        file, source.wave_id, {**apart, **dropped}, lang, design.columns
    )
    questions = in_the_same_rows(as_elsewhere(questions), file.frame)
    for doubt in doubts_of(questions, source.wave_id, other, file):
        choices.tell(doubt)
    for column in source.file.frame.attrs.get(EITHER, ()):
        if column in apart:
            choices.tell(Said("interchange-column-asked", column=column, why=MARKED))
    dated = source.dated
    if len(dated.columns) == 1 and told[dated.columns[0]].kind == "date" and not dropped:
        other.pop(dated.columns[0], None)
        questions.append(_interview_date(dated.columns[0], source, lang, questions))
    wave = DraftWave(
        source.wave_id,
        dated.start,
        dated.end,
        dated.told,
        design,
        source.path,
        source.path.name,
        file.sha256,
        source.rows,
        in_one_line({n: w for n, w in other.items() if n not in left}, finding.replicates),
        precision=dated.precision,
        rows=source.chosen,
        rest=Said("interchange-note-rest-not-kept") if left else None,
        label=source.label,
    )
    return _Drafted(wave, questions, file.frame)


def _apart(
    source: WaveToDraft, finding: DesignFinding, design: DraftDesign, choices: Choices
) -> dict[str, Said]:
    """Return the columns that are no question, each with why."""
    why: dict[str, Said] = {c: Said("interchange-selects-rows") for c in source.chosen}
    why |= {c: Said("interchange-date-of-interview") for c in source.dated.columns}
    either = source.file.frame.attrs.get(EITHER, ())
    why |= {name: MARKED for name in either if choices.kept(name, source.wave_id)}
    why |= dict(sampling_facts(source.told))
    why = {**set_apart(source.file, dict(source.told)), **finding.set_apart, **why}
    # What may be the design's is no question, whatever is decided: a weight is no answer.
    return {name: said for name, said in why.items() if name not in design.columns}


def proposed_design(source: WaveToDraft, finding: DesignFinding, choices: Choices) -> DraftDesign:
    """Take the design as decided, or propose it, to be confirmed."""
    told = _told(source, finding, choices)
    columns = [str(name) for name in source.file.frame.columns]
    decided = choices.design_of(source.wave_id, finding, columns)
    chosen = finding.proposed() if decided is None else decided
    lonely = lonely_strata(source.file.frame, chosen.get("stratum"), chosen.get("psu"))
    return DraftDesign(
        chosen.get("weight"),
        chosen.get("stratum"),
        chosen.get("psu"),
        chosen.get("id"),
        lonely,
        decided is not None,
        told,
        {} if decided is not None else _undecided(finding),
        choices.replicates_of(source.wave_id, finding),
    )


def _undecided(finding: DesignFinding) -> dict[str, tuple[str, ...]]:
    """Return what a person has to choose: the columns of a role, or the prefix of replicates."""
    roles: dict[str, tuple[str, ...]] = {
        f.role: f.columns for f in finding.doubtful if f.role != "id"
    }
    return roles | ({"replicates": tuple(finding.replicates)} if finding.replicates else {})


def _told(source: WaveToDraft, finding: DesignFinding, choices: Choices) -> tuple[Said, ...]:
    """Tell the candidates of each role, and return them as lines."""
    lines: list[Said] = []
    choices.tell(Said("interchange-wave", wave_id=source.wave_id))
    for role, found in finding.roles.items():
        word = ROLE_WORDS[role]
        for said in candidates_of(found, finding.weighted_elsewhere):
            choices.tell(Said("interchange-word-said", word=word, said=said))
            lines.append(Said("interchange-note-of-role", role=role, said=said))
    for prefix, names in finding.replicates.items():
        kind, factors = finding.kinds.get(prefix), prefix in finding.by_factors
        said = told_of_set(prefix, len(names), kind, factors)
        choices.tell(Said("interchange-replicates", said=said))
        if skipped := lacking(prefix, names):
            skip = Said(
                "interchange-replicates-of-a-set-lack",
                prefix=prefix,
                lacking=", ".join(skipped[:_SHOWN_NAMES]),
            )
            choices.tell(Said("interchange-replicates", said=skip))
            lines.append(Said("interchange-note-of-role", role="replicates", said=skip))
        lines.append(Said("interchange-note-of-role", role="replicates", said=said))
    for column, why in sampling_facts(source.told):
        if column not in finding.proposed().values():
            choices.tell(Said("interchange-column-asked", column=column, why=why))
    when = source.dated
    days = f"{when.start} – {when.end}" if when.start else "?"
    choices.tell(Said("interchange-dates", days=days, told=when.told))
    return tuple(lines)


def _interview_date(
    column: str, source: WaveToDraft, lang: str, others: Sequence[DraftQuestion]
) -> DraftQuestion:
    """Draft the question that tells the day of each interview."""
    label = source.file.labels.get(column, "").strip()
    name = unique(slug(column), {q.id.casefold() for q in others})
    return DraftQuestion(
        name,
        "open",
        {lang: label} if label else {},
        columns={source.wave_id: column},
        notes=(Said("interchange-note-day-of-interview"),),
    )


def _no_row(file: str) -> DefinitionError:
    return DefinitionError(
        Said("interchange-has-columns-and-no-row-ask-for-the-file", file=file),
    )


def _no_question(wave: DraftWave) -> DefinitionError:
    """Say that a file has no column to draft, and what its columns are instead."""
    design = dict.fromkeys(wave.design.columns, Said("interchange-note-design"))
    told = list({**wave.other, **design}.items())
    shown = Joined([in_wave(name, why) for name, why in told[:6]], "; ")
    return DefinitionError(
        Said("interchange-has-no-column-that-could-be-a-question", file=wave.file, shown=shown),
    )


def _one_lonely_rule(waves: Sequence[DraftWave]) -> list[DraftWave]:
    """Give every wave the rule that one needs: waves of one trend share it."""
    most = max(w.design.lonely for w in waves)
    return [replace(w, design=replace(w.design, lonely=most)) for w in waves]


def _routed(
    questions: Sequence[DraftQuestion], frames: Mapping[str, pd.DataFrame]
) -> list[DraftQuestion]:
    routes = Routes(questions, frames)
    bases = [routes.base(at) for at in range(len(questions))]
    return [
        replace(q, base=base, unrouted=base is None and routes.unasked(q))
        for q, base in zip(questions, bases, strict=True)
    ]
