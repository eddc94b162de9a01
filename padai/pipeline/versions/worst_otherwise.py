"""What is told without the worst answers, where another rule set people apart before.

The same records without the twelve worst in one version, and without the thirteen worst in the
next: the answers of the thirteenth stand between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.life import EarlierStore
from padai.store import open_store
from padai.survey import Survey
from padai.survey.respondent_quality import RespondentQuality

_TOLD = ("level", "change", "left_out")
_ABOUT = {"decided_by", "reason", "declared"}


def without_other_worst(
    survey: Survey, results: Results, earlier: Sequence[EarlierStore]
) -> Results:
    """Return results that tell nothing without the worst answers of a wave told so by another rule.

    Parameters
    ----------
    earlier
        The stores of what went out before.
    """
    quality = results.tables.get("quality")
    if quality is None or not len(quality):
        return results
    gone: set[str] = set()
    for store in earlier:
        kept = open_store(store.folder)
        if _rule(kept.survey.respondent_quality) != _rule(survey.respondent_quality):
            gone |= _waves(kept.tables["quality"])
    apart = quality["kind"].isin(_TOLD)
    apart &= quality["wave"].isin(gone) | quality["reference"].isin(gone)
    tables = {**results.tables, "quality": quality[~apart].reset_index(drop=True)}
    return replace(results, tables=tables)


def _rule(rule: RespondentQuality | None) -> object:
    return None if rule is None else rule.model_dump(exclude=_ABOUT)


def _waves(quality: pd.DataFrame) -> set[str]:
    """Return the waves of which something is told without the worst answers."""
    apart = quality[quality["kind"].isin(_TOLD)]
    return {str(wave) for name in ("wave", "reference") for wave in apart[name] if str(wave)}
