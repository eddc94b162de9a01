"""What waves must share to stand in one design."""

from __future__ import annotations

from padai.errors import ComparisonError
from padai.waves.identifiers import returning
from padai.waves.unequal import check_forms
from padai.waves.wave import Wave
from padai.words import Said


def check_one_type(waves: tuple[Wave, ...]) -> None:
    """Refuse to put a panel or a consultation together with anything else."""
    types = [
        (wave.id, wave.survey.part(wave.id, wave.part).sample_type) for wave in waves if wave.survey
    ]
    if len({kind for _, kind in types}) > 1:
        given = ", ".join(f"{i} ({kind})" for i, kind in types)
        raise ComparisonError(
            Said("waves-samples-of-different-types-are-never-put", given=given),
        )


def check_alike(waves: tuple[Wave, ...]) -> None:
    """Refuse waves without an id of their own, of other surveys, parts or designs."""
    if not waves:
        raise ComparisonError(Said("waves-stack-needs-at-least-one-wave"))
    check_one_type(waves)
    first = waves[0]
    ids = [wave.id for wave in waves]
    if len(set(ids)) < len(ids):
        given = ", ".join(repr(i) for i in ids)
        raise ComparisonError(
            Said("waves-waves-need-an-id-each-all-different-were", given=given),
        )
    for wave in waves[1:]:
        _check_design_alike(first, wave)
        _check_replicates(first, wave)
        check_forms(first, wave)


def _check_design_alike(first: Wave, wave: Wave) -> None:
    """Refuse waves of other surveys or parts, and designs that no one variance can hold."""
    ids = {"first_id": first.id, "wave_id": wave.id}
    other = (wave.survey and wave.survey.id, wave.part)
    if other != (first.survey and first.survey.id, first.part):
        raise ComparisonError(Said("waves-wave-is-of-another-survey-or-part-than", **ids))
    if len(wave.sample.stages) != len(first.sample.stages):
        raise ComparisonError(
            Said(
                "waves-wave-has-stages-of-selection-wave",
                count_stages=len(wave.sample.stages),
                count_stages_2=len(first.sample.stages),
                **ids,
            ),
        )
    if (wave.design.lonely_psu, wave.design.lonely_domain) != (
        first.design.lonely_psu,
        first.design.lonely_domain,
    ):
        raise ComparisonError(Said("waves-waves-and-declare-different-lonely-psu", **ids))


def _check_replicates(first: Wave, wave: Wave) -> None:
    a, b = first.sample.replicates, wave.sample.replicates
    if (a is None) != (b is None):
        raise ComparisonError(
            Said(
                "waves-of-waves-and-one-has-replicate-weights", first_id=first.id, wave_id=wave.id
            ),
        )
    if a is not None and b is not None and (a.kind, a.mse) != (b.kind, b.mse):
        raise ComparisonError(
            Said(
                "waves-waves-and-have-replicate-weights-of",
                first_id=first.id,
                wave_id=wave.id,
                a_kind=a.kind,
                b_kind=b.kind,
            ),
        )


def check_no_return(waves: tuple[Wave, ...]) -> None:
    """Refuse respondents who return, where none were said to."""
    if any(wave.design.id is None for wave in waves):
        return
    if all(wave.survey is not None and wave.survey.ids == "per_wave" for wave in waves):
        return
    count = _returning(waves)
    if count:
        declared = waves[0].survey is not None and waves[0].survey.overlap == "none"
        raise ComparisonError(
            Said("waves-ids-return-though-declared", returning=count)
            if declared
            else Said("waves-respondent-identifiers-stand-in-more", returning=count),
        )


def _returning(waves: tuple[Wave, ...]) -> int:
    if any(wave.lazy for wave in waves):
        from padai.waves.lazy.stack import count_returning

        return count_returning(waves)
    return returning([wave.column(str(wave.design.id)) for wave in waves])
