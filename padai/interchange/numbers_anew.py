"""Whether the identifiers of the next wave number other people than those of the last did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from padai.interchange.columns import draft_column
from padai.interchange.definition_lines import KEPT, QuestionChange, SettlingLine
from padai.interchange.delivered_again import earlier_file
from padai.interchange.draft import DraftDesign, DraftWave
from padai.interchange.earlier_numbers import earlier_numbers
from padai.interchange.placing import Place
from padai.interchange.samples import guess_overlap
from padai.interchange.wave_files import WaveToDraft
from padai.survey import Survey
from padai.words import Said


def lines_of_ids(
    survey: Survey,
    source: WaveToDraft,
    changes: Sequence[QuestionChange],
    design: DraftDesign,
    place: Place,
) -> Iterator[SettlingLine]:
    """Yield `ids: per_wave` where numbers come back, and sex or age say that people do not.

    Parameters
    ----------
    survey, source, changes
        The definition, the next wave's rows, and what became of each question.
    design
        The design of the next wave.
    place
        Where it stands among the waves: it is compared with its first neighbour.
    """
    last = place.near[0]
    part = next(iter(survey.wave_defs[last].parts.values()))
    declared = survey.overlap == "none" and survey.ids == "kept"
    before = earlier_file(survey, last) if declared else None
    if before is None or part.design.id is None or design.id is None:
        return
    if part.design.id not in before.frame.columns:
        return
    kept = []
    for change in changes:
        question = survey.questions.get(change.name)
        if change.kind not in KEPT or question is None or question.type == "multiple":
            continue
        column = question.column(last)
        if question.asked_in(last) and column in before.frame.columns:
            old = draft_column(before, column, last, survey.languages[0])
            kept.append(replace(old, columns={last: column, source.wave_id: change.column}))
    ids = {last: part.design.id, source.wave_id: design.id}
    frames = {last: before.frame, source.wave_id: source.file.frame}
    order = place.listed(survey, source.wave_id, [last])
    waves = [DraftWave(w, None, None, source.dated.told, DraftDesign(id=ids[w])) for w in order]
    frames = {w: frames[w] for w in order}
    if guess_overlap(frames, waves, kept).anew:
        yield SettlingLine("survey.yaml", "ids", "ids: per_wave")


def told_of_earlier(survey: Survey, source: WaveToDraft, own: str | None) -> Iterator[Said]:
    """Say that the people of earlier waves come back in the next one, under other numbers."""
    if own is None or survey.overlap != "none":
        return
    for wave in survey.waves:
        part = next(iter(survey.wave_defs[wave].parts.values()))
        file = earlier_file(survey, wave) if part.design.id else None
        if file is None or part.design.id not in file.frame.columns:
            continue
        ids = {wave: file.frame[part.design.id]}
        for column, _, back in earlier_numbers(source.file.frame, own, ids):
            yield Said(
                "interchange-people-under-new-numbers",
                wave_id=source.wave_id,
                column=column,
                n=back,
                before=wave,
            )
