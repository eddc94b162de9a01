"""Which findings may be picked out of their page: those of the headline, or of a selected family.

A reader who is shown the three most striking of two hundred verdicts is shown the luckiest. What
padai itself picks (a chapter's opening, who differs, the title of a chart of groups) rests on the
headline families, or on families selected among all of their kind.
"""

from __future__ import annotations

import pandas as pd

from padai.numerics.multiplicity import selected
from padai.survey import Survey
from padai.trends.families import HEADLINE, TOTAL
from padai.trends.whole_period import OF_SLOPES

REST = "rest"
KEYS = ("part", "wave", "reference", "question", "response", "breakdown", "group")
CHANGE, CHANGE_OF_GROUP, CONTRAST, SLOPE = "change", "group change", "contrast", "slope"
_FOUND = ("rose", "fell", "rose_less_than_margin", "fell_less_than_margin", "higher", "lower")


def picked(differences: pd.DataFrame, slopes: pd.DataFrame, survey: Survey) -> pd.DataFrame:
    """Return the comparisons that a sentence of padai's own choice may rest on.

    Parameters
    ----------
    differences, slopes : DataFrame
        Of a store, all parts together.

    Returns
    -------
    DataFrame
        `KEYS` and `kind`: ``change`` (of a total), ``group change``, ``contrast`` (a group against
        the rest), ``slope`` (`reference` is the first wave). Kinds are selected apart, and parts.

    References
    ----------
    Benjamini and Bogomolov (2014), *JRSS B* 76, 297-318.

    Examples
    --------
    >>> picked(store.tables["differences"], store.tables["slopes"], survey)  # doctest: +SKIP
    """
    lines = slopes.assign(reference=slopes["first_wave"], kind=SLOPE)
    changes = differences.assign(kind=_kinds(differences))
    columns = [*KEYS, "kind", "p_adjusted", "family", "verdict"]
    both = [f[columns] for f in (changes, lines) if len(f)]
    if not both:
        return pd.DataFrame(columns=[*KEYS, "kind"])
    every = pd.concat(both, ignore_index=True)
    every = every[every["family"].astype(str).ne("") & every["verdict"].astype(str).ne("")]
    headline = every["family"].astype(str).isin(_headline(survey))
    rows = [every[headline]]
    for _, kind in every[~headline].groupby(["part", "kind"], sort=False, observed=True):
        p = pd.to_numeric(kind["p_adjusted"]).to_numpy(float)
        rows.append(kind[selected(p, kind["family"].astype(str).to_numpy(object))])
    chosen = pd.concat(rows).sort_index()
    return chosen.loc[chosen["verdict"].isin(_FOUND), [*KEYS, "kind"]].reset_index(drop=True)


def _kinds(differences: pd.DataFrame) -> pd.Series:
    of_total = differences["breakdown"].astype(str).eq(TOTAL)
    kinds = of_total.map({True: CHANGE, False: CHANGE_OF_GROUP})
    return kinds.mask(differences["reference"].astype(str).eq(REST), CONTRAST)


def _headline(survey: Survey) -> set[str]:
    first = survey.families[0].id if survey.families else HEADLINE
    return {first, first + OF_SLOPES}
