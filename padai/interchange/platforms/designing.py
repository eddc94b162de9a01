"""How the people of an export were drawn: what its columns offer, and what a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from padai.errors import DefinitionError
from padai.interchange.choices import Choices
from padai.interchange.design_roles import find_design
from padai.interchange.draft import DraftQuestion, DraftWave
from padai.interchange.drafting import proposed_design
from padai.interchange.profiles import profiles
from padai.interchange.wave_files import WaveToDraft, typed
from padai.interchange.when import Dated
from padai.waves.intake import read_data_file
from padai.words import Said


def designed(wave: DraftWave, choices: Choices) -> DraftWave:
    """Give a wave its design as decided, else to be confirmed; its other columns say what is left.

    Parameters
    ----------
    wave
        A wave whose coded file is written.

    Raises
    ------
    DefinitionError
        A choice names a column that the coded file does not hold, or leaves several.
    """
    if wave.source is None:
        return wave
    source = source_of(wave)
    finding = find_design(source.file, source.told)
    design = proposed_design(source, finding, choices)
    every = {**finding.set_apart, **wave.other}
    other = {name: why for name, why in every.items() if name not in design.columns}
    return replace(wave, design=design, other=other)


def source_of(wave: DraftWave) -> WaveToDraft:
    """Return a wave whose coded file is written as its rows, counted."""
    assert wave.source is not None
    file = typed(read_data_file(wave.source))
    when = Dated(wave.start, wave.end, told=wave.dated)
    return WaveToDraft(wave.id, wave.source, file, profiles(file), when, wave.n)


def without_design(
    questions: Sequence[DraftQuestion], waves: Sequence[DraftWave]
) -> list[DraftQuestion]:
    """Take out of the questions what is, or may be, the design's: a weight is no answer."""
    apart = {wave.id: {*wave.design.columns, *wave.other} for wave in waves}
    kept = []
    for question in questions:
        columns = {w: c for w, c in question.columns.items() if c not in apart[w]}
        if columns:
            kept.append(replace(question, columns=columns))
    return kept


def check_choices(choices: Choices, wave_ids: Sequence[str]) -> None:
    """Refuse a choice that an export has no use for: it would silently do nothing.

    Raises
    ------
    DefinitionError
        A column of waves is named, or a wave that there is not.
    """
    if choices.wave_column is not None:
        raise DefinitionError(
            Said("interchange-wave-column-does-not-go-with-a-platforms"),
        )
    choices.check_waves(wave_ids)
