"""Bases that a release rounds are rounded alike in every release of the same people."""

from __future__ import annotations

from collections.abc import Sequence

from padai.errors import PublicationError, Said
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.life import EarlierStore
from padai.store import open_store
from padai.survey import Survey
from padai.waves import Wave


def refuse_other_rounding(order: Order, earlier: Sequence[EarlierStore]) -> None:
    """Refuse bases as multiples of another number than those of a release that went out.

    One base as 75 and as 78 is 77; a wave stands in every later release of its series, so that an
    edition with another rounding does it too.

    Raises
    ------
    PublicationError
        Names the release, and the line that it had.
    """
    rule = order.survey.confidentiality.rounding
    if rule is None or order.release.status == "draft":
        return
    for store in earlier:
        before = open_store(store.folder).survey.confidentiality.rounding
        if before is not None and before.bases != rule.bases:
            message = Said(
                "pipeline-bases-were-rounded-otherwise",
                version=store.record.name,
                bases=str(before.bases),
                now=str(rule.bases),
            )
            raise PublicationError(message, where=order.name)


def refuse_rounded_there(
    order: Order, wave: Wave, then: Survey, other: str, other_wave: str
) -> None:
    """Refuse bases that another survey of the same people, which is out, rounds otherwise.

    Parameters
    ----------
    then
        The other survey as its release was made.
    other, other_wave
        How messages name the release, and its wave.

    Raises
    ------
    PublicationError
        Names both, and the line that settles it.
    """
    now, there = (
        0 if rule is None else rule.bases
        for rule in (order.survey.confidentiality.rounding, then.confidentiality.rounding)
    )
    if now == there:
        return
    how = "otherwise" if now and there else "exact-there" if now else "exact-here"
    message = Said(
        "pipeline-bases-are-rounded-otherwise-there",
        how=how,
        wave=wave.id,
        other=other,
        other_wave=other_wave,
        bases=str(there),
        now=str(now),
    )
    raise PublicationError(message, where=order.name)
