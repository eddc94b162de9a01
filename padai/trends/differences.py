"""COMPARE: did it change from one wave to another, and is the change real?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import ComparisonError
from padai.numerics.designs import FloatArray
from padai.numerics.differences import adjusted_by, equivalence_p, sizes_by, tested
from padai.results import DIFFERENCE_COLUMNS, Differences, Estimates
from padai.survey import Survey
from padai.trends.bridges import compared
from padai.trends.completion import with_whole_families
from padai.trends.families import TOTAL, Families, families_of, has_verdicts
from padai.trends.margins import (
    Adjust,
    check_asked,
    in_units,
    is_share,
    margins_of,
    refuse_fraction,
)
from padai.trends.modelled import (
    MOST_BORROWED,
    MOSTLY_BORROWED,
    is_modelled,
    modelled_families,
    support_of,
)
from padai.trends.pairs import KEY, Pairs, pairs_of, part_of
from padai.trends.verdicts import NOT_COMPARABLE, enough, verdicts
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

MINIMUM_BASE = 30
EXPLORATORY = ""
WITHOUT_NUMBER = ("empty_domain", "no_degrees_of_freedom", "empty_replicate")


@dataclass(frozen=True, eq=False)
class Made:
    """What differences were made of: kept with them until they are detached.

    Attributes
    ----------
    pairs : Pairs
        The rows compared, in the order of the differences.
    judged : pandas.DataFrame
        The differences, then those that complete their families, with `within_margin`: each p of
        equivalence before the adjustment.
    adjust : str
    """

    pairs: Pairs
    judged: pd.DataFrame
    adjust: Adjust


@guarded
def difference(
    estimates: Estimates,
    later: str,
    earlier: str,
    *,
    family: str | None = None,
    adjust: Adjust = "holm",
    margin: float | None = None,
    level: float | None = None,
) -> Differences:
    """Subtract one wave from another, row by row, with tests, adjusted p-values and verdicts.

    Parameters
    ----------
    estimates
        From a stack of waves, so that what they share enters the variance.
    later, earlier
        Ids of the waves; the first minus the second.
    family
        None: each row's family as the definition declares it, for consecutive waves; a row in no
        family is exploratory (adjusted by Benjamini-Hochberg within its question and breakdown,
        without verdict). A name: all rows are one family of that name.
    adjust
        How p-values are adjusted within a family.
    margin
        The change under which a row is called stable, in points; None: as each question declares.
    level
        Confidence level; None: that of the estimates.

    Returns
    -------
    Differences
        A comparison that a break forbids is a row without estimate, of verdict
        ``not comparable``, with the breaks that forbid it. One that bridges make possible names
        its breaks too; the offset is subtracted, and its variance counted.

    Raises
    ------
    ComparisonError
        A wave is not among the estimates, or the two have no row in common.
    EstimationError
        The estimates are detached and lack comparisons that the families declare.

    Notes
    -----
    A family is adjusted over all of its declared comparisons: those that `estimates` lacks are
    worked out from the waves, enter the adjustment, and are not returned.

    Modelled estimates (`small_area`, `unit_model`) are compared under their model's covariance, in
    families of their own: each question and breakdown that the definition declares, or `family`.
    Where more than half of a difference, or of either estimate, is borrowed, there is no verdict
    and `reason` is ``mostly_borrowed``; a column ``borrowed`` follows the others.

    Examples
    --------
    >>> changes = padai.difference(trend, "2025", "2024")
    >>> len(changes.frame)
    5
    """
    check_asked(adjust, margin)
    level = level or estimates.level
    pairs = pairs_of(estimates, str(later), str(earlier))
    if not len(pairs):
        raise ComparisonError(
            Said("trends-waves-and-have-no-estimate-in-common", later=later, earlier=earlier)
        )
    refuse_fraction(margin, estimates, pairs)
    survey, families = estimates.survey, None
    if is_modelled(estimates):
        tested = tested_rows(pairs, str(later), str(earlier), margin, level)
        return modelled_differences(pairs, tested, family, adjust, level)
    if family is None:
        divided, part = pairs.keys()["breakdown"].astype(str).unique(), part_of(estimates)
        families = families_between(survey, part, str(later), str(earlier), divided)
    asked = len(pairs)
    everything = [pairs]
    if families is not None:
        everything += with_whole_families(pairs, families, str(later), str(earlier))
    frame = _joined([tested_rows(p, str(later), str(earlier), margin, level) for p in everything])
    names = _family_names(frame, families, family)
    out = judged(frame, names, adjust)
    made = Made(pairs, out, adjust)
    out = out.iloc[:asked].reset_index(drop=True)
    about = {"verb": "difference", "later": later, "earlier": earlier, "adjust": adjust}
    return Differences(out[list(DIFFERENCE_COLUMNS)], level, survey, about, made)


def modelled_differences(
    pairs: Pairs, frame: pd.DataFrame, family: str | None, adjust: Adjust, level: float
) -> Differences:
    """Judge differences of modelled estimates: none that rests on others more than on itself."""
    survey = pairs.estimates.survey
    support = support_of(pairs, survey.reliability.minimum_base if survey else MINIMUM_BASE)
    frame["supported"] = support.enough
    waves = [str(frame[name].iloc[0]) for name in ("wave", "reference")]
    names = modelled_families(frame, survey, part_of(pairs.estimates), waves, family)
    out = judged(frame, names, adjust)
    lent = support.borrowed > MOST_BORROWED
    out.loc[lent & (out["verdict"] != NOT_COMPARABLE), "verdict"] = ""
    out.loc[lent & (out["reason"] == ""), "reason"] = MOSTLY_BORROWED
    out["borrowed"] = support.borrowed
    about = {
        "verb": "difference",
        "later": waves[0],
        "earlier": waves[1],
        "adjust": adjust,
        "modelled": True,
    }
    return Differences(out[[*DIFFERENCE_COLUMNS, "borrowed"]], level, survey, about)


def families_between(
    survey: Survey | None, part: str, later: str, earlier: str, breakdowns: Iterable[str]
) -> Families | None:
    """Return the declared families, where the two waves follow one another."""
    if survey is None or later not in survey.waves:
        return None
    if survey.earlier(later, part)[-1:] != (earlier,) or not has_verdicts(survey, later, part):
        return None
    return families_of(survey, breakdowns)


def tested_rows(
    pairs: Pairs, later: str, earlier: str, margin: float | None, level: float
) -> pd.DataFrame:
    """Return the pairs as rows of a Differences, without what depends on other rows."""
    import pandas as pd

    survey, keys = pairs.estimates.survey, pairs.keys()
    variance, df = pairs.variance_and_df()
    bridged = compared(pairs, variance, later, earlier, part_of(pairs.estimates))
    test = tested(bridged.difference, bridged.variance, df, level)
    bases = [pairs.column("n_base", side).astype(np.int64) for side in ("later", "earlier")]
    nothing = np.full(len(pairs), np.nan)
    margins = margins_of(keys, survey, margin)
    within = equivalence_p(
        test.difference, test.std_error, test.df, in_units(keys["response"], margins)
    )
    numbers = {
        "estimate": test.difference, "std_error": test.std_error, "conf_low": test.conf_low,
        "conf_high": test.conf_high, "df": test.df, "statistic": test.statistic,
        "p_value": test.p_value, "p_equivalence": within,
    }  # fmt: skip
    columns: dict[str, Any] = {
        **{name: keys[name] for name in KEY},
        "wave": pd.Categorical([later] * len(pairs), categories=[later]),
        **{name: np.where(bridged.forbidden, np.nan, values) for name, values in numbers.items()},
        "n_base": np.minimum(*bases),
        **dict.fromkeys(("n_eff", "deff", "cv"), nothing),
        "flag": _both_sides(pairs, "flag", _joined_flags),
        "reason": _reasons(pairs, test.std_error),
        "reference": pd.Categorical([earlier] * len(pairs), categories=[earlier]),
        "margin": margins,
        "supported": _supported(pairs, keys, survey),
        "forbidden": bridged.forbidden,
        "breaks": bridged.breaks,
    }
    return pd.DataFrame(columns)


def _both_sides(pairs: Pairs, column: str, rule: Callable[[str, str], str]) -> NDArray[np.object_]:
    """Join a textual column of the two rows by a rule, worked out once for each pair of texts."""
    texts = pairs.frame[column].astype("category").cat
    names, codes = [str(name) for name in texts.categories], texts.codes.to_numpy()
    table = np.array([[rule(a, b) for b in names] for a in names], dtype=object)
    if not table.size:
        return np.full(len(pairs), "", dtype=object)
    joined: NDArray[np.object_] = table[codes[pairs.later], codes[pairs.earlier]]
    return joined


def _joined_flags(one: str, other: str) -> str:
    return " ".join(dict.fromkeys(f"{one} {other}".split()))


def _lost(one: str, other: str) -> str:
    """Return why a difference has no number: the reason of the first row that has none."""
    return next((reason for reason in (one, other) if reason in WITHOUT_NUMBER), "")


def _reasons(pairs: Pairs, std_error: FloatArray) -> NDArray[np.object_]:
    out = _both_sides(pairs, "reason", _lost)
    out[(out == "") & ~(std_error > 0)] = "no_sampling_error"
    return out


def _supported(pairs: Pairs, keys: pd.DataFrame, survey: Survey | None) -> NDArray[np.bool_]:
    minimum = survey.reliability.minimum_base if survey else MINIMUM_BASE
    shares = is_share(keys, survey)
    sides = [
        enough(
            pairs.column("estimate", side),
            pairs.column("n_eff", side),
            pairs.column("n_base", side).astype(float),
            minimum,
            shares,
        )
        for side in ("later", "earlier")
    ]
    return sides[0] & sides[1]


def _joined(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put tested rows one below the other, categories kept."""
    import pandas as pd
    from pandas.api.types import union_categoricals

    if len(frames) == 1:
        return frames[0]
    texts = ("wave", "question", "response", "breakdown", "group", "reference")
    rest = pd.concat([f.drop(columns=list(texts)) for f in frames], ignore_index=True)
    for name in texts:
        rest[name] = union_categoricals([f[name] for f in frames])
    return rest


def _family_names(
    frame: pd.DataFrame, families: Families | None, family: str | None
) -> NDArray[np.object_]:
    """Return the family of each row: the one named, else as declared, else none."""
    if family is not None:
        return np.full(len(frame), family, dtype=object)
    if families is None:
        return np.full(len(frame), EXPLORATORY, dtype=object)
    keys = (frame[name].astype(str) for name in ("question", "response", "breakdown", "group"))
    named = (families.family(*key) or EXPLORATORY for key in zip(*keys, strict=True))
    return np.array(list(named), dtype=object)


def judged(frame: pd.DataFrame, names: NDArray[np.object_], adjust: Adjust) -> pd.DataFrame:
    """Adjust within families, give verdicts to their rows, and adjust exploratory rows by BH."""
    import pandas as pd

    p = frame["p_value"].to_numpy(float)
    frame["within_margin"] = frame["p_equivalence"].to_numpy(float)
    codes, labels = pd.factorize(names, sort=False)
    declared = np.array([label != EXPLORATORY for label in labels], dtype=bool)
    inside = np.where(declared[codes], codes, -1) if len(labels) else codes
    frame["p_adjusted"] = adjusted_by(p, inside, adjust)
    frame["p_equivalence"] = adjusted_by(frame["p_equivalence"].to_numpy(float), inside, adjust)
    tables = frame["question"].cat.codes.to_numpy().astype(np.int64)
    tables = tables * len(frame["breakdown"].cat.categories) + frame["breakdown"].cat.codes
    _, table = np.unique(tables, return_inverse=True)
    alone = inside < 0
    explored = adjusted_by(p, np.where(alone, table, -1), "bh")
    frame["p_adjusted"] = np.where(alone, explored, frame["p_adjusted"])
    frame["family"] = pd.Categorical(names, categories=list(dict.fromkeys(names)))
    frame["family_size"] = sizes_by(p, inside)
    verdict = verdicts(
        frame["estimate"].to_numpy(float),
        frame["p_adjusted"].to_numpy(float),
        frame["p_equivalence"].to_numpy(float),
        frame["supported"].to_numpy(bool),
    )
    verdict[alone] = ""
    verdict[frame["forbidden"].to_numpy(bool)] = NOT_COMPARABLE
    frame["verdict"] = verdict
    return frame


__all__ = [
    "TOTAL",
    "difference",
    "families_between",
    "in_units",
    "is_share",
    "judged",
    "margins_of",
    "tested_rows",
]
