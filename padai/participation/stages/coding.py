"""The themes of contributions: who coded what, how far coders agree, how often each theme comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import DataError, Said
from padai.numerics.agreement import Agreement, krippendorff_alpha
from padai.survey.consultations import RELIABLE, TENTATIVE, ConsultationFile
from padai.survey.faults import listed

if TYPE_CHECKING:
    import pandas as pd

RELIABLE_WORD, TENTATIVE_WORD, LOW_WORD, UNMEASURED_WORD = (
    "reliable", "tentative", "too_low", "unmeasured",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class CheckedCodings:
    """Codings, checked.

    Attributes
    ----------
    themes : tuple of str
        Of the codebook, in its order.
    given : mapping
        By coder: ndarray of bool, shape (contributions, themes).
    coded : mapping
        By coder: ndarray of bool, shape (contributions,): whether the coder coded it.
    final : ndarray of bool, shape (contributions, themes)
        What counts: the settled coding where two coded, the only one elsewhere.
    """

    themes: tuple[str, ...]
    given: Mapping[str, np.ndarray]
    coded: Mapping[str, np.ndarray]
    final: np.ndarray

    @property
    def coded_twice(self) -> int:
        """Contributions that two people or more coded."""
        times = np.sum(list(self.coded.values()), axis=0)
        return int(np.count_nonzero(times >= 2))

    def seen_twice(self, theme: str) -> tuple[int, int]:
        """Return in how many contributions that two coded either saw a theme, and in how many all.

        Agreement and alpha tell both.
        """
        place = self.themes.index(theme)
        times = np.sum(list(self.coded.values()), axis=0)
        given = np.sum([self.coded[c] & self.given[c][:, place] for c in self.coded], axis=0)
        twice = times >= 2
        return int((twice & (given > 0)).sum()), int((twice & (given == times)).sum())

    def agreement(self, theme: str) -> Agreement:
        """Return Krippendorff's alpha of a theme, there or not, over what two people coded."""
        place = self.themes.index(theme)
        codes = [np.where(self.coded[c], self.given[c][:, place], -1) for c in self.coded]
        return krippendorff_alpha(np.stack(codes, axis=1).astype(np.intp))


def coded_themes(
    definition: ConsultationFile, table: pd.DataFrame, contributions: Sequence[str], where: str
) -> CheckedCodings:
    """Read the codings of contributions.

    Parameters
    ----------
    table
        One row for each contribution, coder and theme, as text.
    contributions
        Identifiers of all contributions.

    Raises
    ------
    DataError
        A theme that the codebook lacks, a coder who is not declared, a contribution that is not
        there or that nobody coded, a row given twice, and what two coded without settling it.
    """
    rule = definition.coding
    where = f"{where}, {rule.file}"
    columns = [rule.contribution, rule.coder, rule.theme]
    lacking = [c for c in columns if c not in table.columns]
    if lacking:
        raise DataError(
            Said(
                "dialogue-the-column-s-are-missing",
                count=len(lacking),
                lacking=", ".join(lacking),
            ),
            where=where,
        )
    rows = table[columns].fillna("").astype(str)
    themes = tuple(t.id for t in definition.themes)
    people = [*rule.coders, *([rule.settled] if rule.settled else [])]
    _check_rows(rows, themes, people, set(contributions), where)
    place = {c: i for i, c in enumerate(contributions)}
    order = {t: i for i, t in enumerate(themes)}
    given = {p: np.zeros((len(place), len(themes)), dtype=np.bool_) for p in people}
    coded = {p: np.zeros(len(place), dtype=np.bool_) for p in people}
    for contribution, coder, theme in rows.itertuples(index=False, name=None):
        given[coder][place[contribution], order[theme]] = True
        coded[coder][place[contribution]] = True
    return _settled(definition, themes, given, coded, where)


def _check_rows(
    rows: pd.DataFrame,
    themes: Sequence[str],
    people: Sequence[str],
    known_contributions: set[str],
    where: str,
) -> None:
    contribution, coder, theme = rows.columns
    faults = []
    if blank := int((rows == "").any(axis=1).sum()):
        faults.append(Said("dialogue-row-s-without-a-contribution-a-coder-or", blank=blank))
    rows = rows[(rows != "").all(axis=1)]
    if odd := sorted(set(rows[theme]) - set(themes)):
        known, lacking = ", ".join(themes), ", ".join(odd)
        faults.append(
            Said("dialogue-the-codebook-has-no-theme-there-are", lacking=lacking, known=known)
        )
    if odd := sorted(set(rows[coder]) - set(people)):
        known, lacking = ", ".join(people), ", ".join(odd)
        faults.append(
            Said(
                "dialogue-coder-s-that-are-not-declared-there-are",
                count=len(odd),
                lacking=lacking,
                known=known,
            )
        )
    if strangers := set(rows[contribution]) - known_contributions:
        faults.append(
            Said(
                "dialogue-contribution-s-coded-are-not-in-the-data", count_strangers=len(strangers)
            )
        )
    if twice := int(rows.duplicated().sum()):
        faults.append(Said("dialogue-row-s-stand-twice", twice=twice))
    if faults:
        message = listed(faults, Said("dialogue-correct-the-codings"))
        raise DataError(message, where=where)


def _settled(
    definition: ConsultationFile,
    themes: tuple[str, ...],
    given: dict[str, np.ndarray],
    coded: dict[str, np.ndarray],
    where: str,
) -> CheckedCodings:
    rule = definition.coding
    times = np.sum([coded[c] for c in rule.coders], axis=0)
    none = int((times == 0).sum())
    if none:
        raise DataError(
            Said("dialogue-contribution-s-were-coded-by-nobody-code", none=none),
            where=where,
        )
    final = np.any([given[c] for c in rule.coders], axis=0)
    if rule.settled is not None:
        done = coded[rule.settled]
        open_cases, odd = int((~done & (times > 1)).sum()), int((done & (times < 2)).sum())
        if open_cases or odd:
            raise DataError(
                Said(
                    "dialogue-contribution-s-were-coded-twice-and",
                    open_cases=open_cases,
                    settled=rule.settled,
                    odd=odd,
                ),
                where=where,
            )
        final = np.where(done[:, None], given[rule.settled], final)
    coders = {c: given[c] for c in rule.coders}
    return CheckedCodings(themes, coders, {c: coded[c] for c in rule.coders}, final)


def reliability_word(agreement: Agreement) -> str:
    """Say what an alpha allows: ``reliable``, ``tentative``, ``too_low`` or ``unmeasured``."""
    if not np.isfinite(agreement.alpha):
        return UNMEASURED_WORD
    if agreement.alpha >= RELIABLE:
        return RELIABLE_WORD
    return TENTATIVE_WORD if agreement.alpha >= TENTATIVE else LOW_WORD


def theme_rows(coded: CheckedCodings, *, at_least: int) -> list[dict[str, object]]:
    """Return each theme with its count, and what stands in its way.

    Parameters
    ----------
    at_least
        The disclosure count: a theme in fewer contributions keeps its row and loses its count.

    Returns
    -------
    list of dict
        theme, people, n, share (0 to 1), alpha, coded_twice, agreed, reliability, flag, reason. The
        flag is `x` under the disclosure count and `F` where coders agree too little; alpha is left
        out with the count under the disclosure count.
    """
    n, twice = len(coded.final), coded.coded_twice
    rows: list[dict[str, object]] = []
    for place, theme in enumerate(coded.themes):
        count, agreement = int(coded.final[:, place].sum()), coded.agreement(theme)
        word = reliability_word(agreement)
        rare = count < at_least
        low = word == LOW_WORD
        hidden = rare or low
        rows.append(
            {
                "theme": theme,
                "people": np.nan if hidden else count,
                "n": n,
                "share": np.nan if hidden else count / n,
                "alpha": np.nan if rare else agreement.alpha,
                "coded_twice": twice,
                "agreed": np.nan if rare else agreement.agreed,
                "reliability": "" if rare else word,
                "flag": "x" if rare else "F" if low else "",
                "reason": "under_disclosure_count" if rare else "agreement_too_low" if low else "",
            }
        )
    return rows
