"""The anonymised file that goes to an archive, written left of the store.

Apart from a file that is written back on request, this is the only place where rows about people
leave padai: traits go out as groups and are blanked until enough records are alike, a weight is the
mean of those of ten alike records or more, answers are those of closed questions, and the order of
the rows tells nothing. A file has labels in one language: the survey's first, which prevails.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.design import Design
from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.errors import PublicationError
from padai.estimation import mean, proportion
from padai.numerics.anonymity import (
    BLANK,
    class_sizes,
    microaggregated,
)
from padai.numerics.blanked import blank_told
from padai.numerics.known_weights import MOST_KINDS, kinds_of_weights
from padai.pipeline.parts.preparation import Prepared
from padai.publishing.products.deposit.documents import FOLDER
from padai.simulation.labelled_files import SimulatedLabels, write_labelled
from padai.store import sha256
from padai.survey import Survey
from padai.survey.deposit import WEIGHT, Deposit
from padai.survey.deposit_checks import deposit_refused
from padai.waves import Wave
from padai.waves.write_back import labels_of
from padai.words import Said, say

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

WEIGHT_DIGITS = 9
"""Enough for class totals to hold; a weight is that of ten records, whatever its digits."""
LEAST_ALIKE = 10
"""The fewest records of a profile."""
MOSTLY = 0.5
"""Of how many records a reader may know the weight by their profile."""
TOTAL = "total"
_READ = ("part", "wave", "question", "breakdown", "flag")
CHECKSUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Anonymised:
    """An anonymised file, not yet written, and what was measured on it (counts only)."""

    stem: str
    frame: pd.DataFrame
    labels: SimulatedLabels
    date: dt.date
    facts: dict[str, Any]

    def write(self, folder: Path) -> list[Path]:
        """Write the file as .sav and .csv into a folder, and return both."""
        folder.mkdir(parents=True, exist_ok=True)
        sav, csv = folder / f"{self.stem}.sav", folder / f"{self.stem}.csv"
        write_labelled(
            self.frame,
            sav,
            self.labels,
            date=self.date,
            title=self.stem[:64],
            note=(),
            where=self.stem,
        )
        csv.write_bytes(self.content)
        return [sav, csv]

    @property
    def content(self) -> bytes:
        """The records as CSV; a code is as the definition writes it: 1, not 1.0."""
        text = self.frame.to_csv(index=False, lineterminator="\n", float_format="%.15g")
        return text.encode()

    def write_into(self, version: Path) -> list[Path]:
        """Write the file into ``depot/`` of a version, then the checksums of all that is there."""
        folder = version / FOLDER
        return [*self.write(folder), write_checksums(folder)]


def deposit_of(
    survey: Survey, parts: Mapping[str, Prepared], tables: Mapping[str, pd.DataFrame]
) -> Anonymised | None:
    """Make the anonymised file of a wave, where the definition allows one of a part that it has.

    Parameters
    ----------
    tables
        The tables of the release: what they withhold, no file of records gives.
    """
    deposit = survey.deposit
    if deposit is None or deposit.part not in parts:
        return None
    return anonymised(parts[deposit.part].last, deposit, tables)


def anonymised(
    wave: Wave, deposit: Deposit, tables: Mapping[str, pd.DataFrame] | None = None
) -> Anonymised:
    """Make the anonymised file of a wave.

    Parameters
    ----------
    wave
        The weighted wave, with its survey.
    deposit
        What the definition allows.
    tables
        The tables of the release.

    Raises
    ------
    PublicationError
        There are too few records, a table withholds a cell that the file would give, the file would
        hold something sensitive, or weights that a reader knows tell what was blanked.
    """
    assert wave.survey is not None
    assert wave.date is not None
    where = f"{wave.survey.id}, {wave.id}, {deposit.part}"
    least = least_alike(wave.survey, deposit)
    for _at, refusal in deposit_refused(wave.survey.model_copy(update={"deposit": deposit})):
        raise PublicationError(refusal, where=where)
    if tables is not None:
        _refuse_withheld(wave, deposit, tables, where)
    if len(wave) < least:
        raise PublicationError(
            Said(
                "pipeline-deposit-records-are-fewer-than-the-that",
                count_wave=len(wave),
                least=least,
            ),
            where=where,
        )
    before = np.column_stack([wave.codes(name).codes for name in deposit.profile])
    groups = _groups_of(wave, deposit, before)
    after = blank_told(groups, _answer_codes(wave, deposit), least, before)
    if (after != before).any():
        _refuse_known_weights(wave.weights, groups, least, where)
    weights = microaggregated(wave.weights, after, least)
    frame = _frame(wave, deposit, after, weights)
    return Anonymised(
        stem=f"{wave.survey.id}-{wave.id}-anonymise",
        frame=frame,
        labels=_labels(wave, deposit),
        date=wave.date,
        facts=_measured(deposit, before, after, frame, least)
        | _weight_measured(wave, deposit, after, weights),
    )


def least_alike(survey: Survey, deposit: Deposit) -> int:
    """Return the fewest records of a profile: never fewer than a group of a table has people."""
    return max(deposit.least_alike, LEAST_ALIKE, survey.confidentiality.minimum_group)


def write_checksums(folder: Path) -> Path:
    """Write the SHA-256 of every file of a folder beside them, as ``sha256sum`` reads it."""
    lines = [f"{sha256(path)}  {path.name}" for path in sorted(folder.iterdir()) if path.is_file()]
    target = folder / CHECKSUMS
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return target


def _refuse_withheld(
    wave: Wave, deposit: Deposit, tables: Mapping[str, pd.DataFrame], where: str
) -> None:
    """Refuse a file that gives a cell which a table of its own questions and traits withholds."""
    assert wave.survey is not None
    made_of = [wave.survey.breakdown(name).question for name in deposit.profile]
    questions, by = {*deposit.questions, *made_of}, {TOTAL, *deposit.profile}
    for name in ("estimates", "trends"):
        frame = tables[name]
        withheld = [
            part == deposit.part
            and str(of) == wave.id
            and question in questions
            and set(str(breakdown).split("*")) <= by
            and CONFIDENTIAL in str(flag).split()
            for part, of, question, breakdown, flag in frame[list(_READ)].to_numpy()
        ]
        for question, breakdown in frame.loc[withheld, ["question", "breakdown"]].to_numpy(str):
            raise PublicationError(
                Said(
                    "pipeline-deposit-would-give-a-withheld-cell",
                    question=question,
                    breakdown=breakdown,
                ),
                where=where,
            )


def _refuse_known_weights(
    weights: NDArray[np.float64], groups: NDArray[np.intp], least: int, where: str
) -> None:
    """Refuse to blank where weights are known: a mean of ten is so many people of each.

    They are where few are different, and where most records weigh as nine others of their profile
    do, however many profiles there are: the file then gives each weight by itself.
    """
    kinds = kinds_of_weights(weights)
    different = int(kinds.max(initial=0)) + 1
    by_profile = np.mean(class_sizes(np.column_stack([groups, kinds])) >= least) >= MOSTLY
    if different > 1 and (different <= MOST_KINDS or by_profile):
        raise PublicationError(
            Said("pipeline-deposit-weights-tell-what-was-blanked", different=different),
            where=where,
        )


def _frame(
    wave: Wave, deposit: Deposit, profile: NDArray[np.intp], weights: NDArray[np.float64]
) -> pd.DataFrame:
    """Return the file: traits as groups from 1, answers, weight; rows in the order of content."""
    import pandas as pd

    columns: dict[str, Any] = {}
    for place, name in enumerate(deposit.profile):
        codes = profile[:, place].astype(float)
        columns[name] = np.where(codes == BLANK, np.nan, codes + 1)
    data = wave.frame
    for name in _answer_columns(wave, deposit):
        values = data[name]
        numbers = pd.to_numeric(values, errors="coerce")
        columns[name] = values if numbers.isna().sum() > values.isna().sum() else numbers
    columns[WEIGHT] = [float(f"{w:.{WEIGHT_DIGITS}g}") for w in weights]
    frame = pd.DataFrame(columns)
    return frame.sort_values(list(frame.columns), kind="stable", ignore_index=True)


def _answer_columns(wave: Wave, deposit: Deposit) -> list[str]:
    assert wave.survey is not None
    columns = []
    for name in deposit.questions:
        question = wave.survey.question(name)
        if question.type == "multiple" and question.scale is not None:
            columns += [f"{name}_{code.code}" for code in question.scale.codes]
        else:
            columns.append(name)
    return [name for name in columns if name in wave.frame.columns]


def _groups_of(wave: Wave, deposit: Deposit, shown: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the group of each record; whoever answered and is in no printed group has one too."""
    assert wave.survey is not None
    groups = shown.copy()
    for place, name in enumerate(deposit.profile):
        answered = wave.answers(wave.survey.breakdown(name).question).codes != BLANK
        groups[answered & (shown[:, place] == BLANK), place] = len(wave.codes(name).labels)
    return groups


def _answer_codes(wave: Wave, deposit: Deposit) -> NDArray[np.intp]:
    """Return a code for each answer of the file, those of whoever gave none among them."""
    names = _answer_columns(wave, deposit)
    codes = [np.unique(wave.frame[n].astype(str), return_inverse=True)[1] for n in names]
    return np.array(codes, dtype=np.intp).reshape(len(names), len(wave)).T


def _labels(wave: Wave, deposit: Deposit) -> SimulatedLabels:
    assert wave.survey is not None
    lang = wave.survey.languages[0]
    own = labels_of(wave.survey, wave.frame[_answer_columns(wave, deposit)], lang)
    texts, values = dict(own.columns), dict(own.values)
    for name in deposit.profile:
        breakdown = wave.survey.breakdown(name)
        texts[name] = breakdown.label.get(lang)
        groups = enumerate(breakdown.groups, start=1)
        values[name] = {float(i): g.label.get(lang) for i, g in groups}
    texts[WEIGHT] = say("publishing-language-deposit-weight", lang)
    return SimulatedLabels(texts, values, dict(own.missing))


def _measured(
    deposit: Deposit,
    before: NDArray[np.intp],
    after: NDArray[np.intp],
    frame: pd.DataFrame,
    least: int,
) -> dict[str, Any]:
    kept = class_sizes(after)
    blanked = (after != before).sum(axis=0)
    return {
        "part": deposit.part,
        "records": len(frame),
        "least_alike": least,
        "smallest_after": int(kept.min()),
        "alone_after": int((kept == 1).sum()),
        "blanked": {name: int(count) for name, count in zip(deposit.profile, blanked, strict=True)},
        "alone_on_everything": int((~frame.duplicated(keep=False)).sum()),
    }


def _weight_measured(
    wave: Wave, deposit: Deposit, profile: NDArray[np.intp], weights: NDArray[np.float64]
) -> dict[str, Any]:
    """Count the weight as a trait, and say by how much key shares move."""
    distinct = np.unique(weights, return_inverse=True)[1].reshape(-1, 1)
    return {
        "sensitive": [],
        "weight_smallest_after": int(class_sizes(np.hstack([profile, distinct])).min()),
        "shifts": _shifts(wave, deposit, weights),
    }


def _shifts(
    wave: Wave, deposit: Deposit, weights: NDArray[np.float64]
) -> list[dict[str, str | float]]:
    """Return the key results that the file can give, by the wave's weights and by the file's."""
    assert wave.survey is not None
    frame = wave.frame.assign(**{WEIGHT: weights})
    own = Design(weight=WEIGHT, id=wave.design.id)
    file = Wave(frame, own, survey=wave.survey, id=wave.id, date=wave.date, part=wave.part)
    rows: list[dict[str, str | float]] = []
    for result in wave.survey.key_results:
        if result.question in deposit.questions and result.breakdown == "total":
            rows.append(
                {
                    "question": result.question,
                    "response": result.net,
                    "before": _level(wave, result.question, result.net),
                    "after": _level(file, result.question, result.net),
                }
            )
    return rows


def _level(wave: Wave, question: str, net: str) -> float:
    est = mean(wave, question) if net == "mean" else proportion(wave, question, net=net)
    return float(est.frame["estimate"].iloc[0])
