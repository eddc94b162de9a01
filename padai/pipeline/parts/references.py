"""What a participation model leans on, read for the waves of a release and held to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from padai.errors import PadaiError
from padai.nonrandom.declared_model import check_common, participants
from padai.survey import Survey
from padai.survey.model_checks import MAIN, modelled_waves
from padai.waves import Wave
from padai.waves.reference_file import Leaning, read_reference

Leanings = dict[str, Leaning]
"""What the model leans on, by wave."""


def read_leanings(
    survey: Survey, waves: Sequence[Wave], part: str, data_dir: Path | None
) -> Leanings:
    """Read the reference of each modelled wave, one object a reference, and check both together.

    Nothing where the definition declares no model, or the part is not the main one.

    Raises
    ------
    PadaiError
        A reference cannot be read, or the model cannot lean on it: with survey, wave, and the place
        in the definition.
    """
    model = survey.participation_model
    if model is None or part != MAIN:
        return {}
    read: dict[int, Leaning] = {}
    leanings: dict[str, Leaning] = {}
    least = survey.confidentiality.minimum_group
    modelled = modelled_waves(survey)
    for wave in (w for w in waves if w.id in modelled):
        declared = model.reference_of(wave.id)
        assert declared is not None
        where = f"{survey.id}, {wave.id}, participation_model"
        if id(declared) not in read:
            read[id(declared)] = read_reference(survey, declared, model.variables, where, data_dir)
        leanings[wave.id] = read[id(declared)]
        try:
            check_common(participants(wave, model), model, leanings[wave.id], least, "")
        except PadaiError as error:
            raise error.at(where) from None
    return leanings
