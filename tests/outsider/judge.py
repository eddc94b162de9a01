"""The judge: the one who may see the true files, and says which claims are true.

A claim is a breach when the true count is in its range and the rules withhold the cell (a group of
1 to 9, a cell of 1 to 4 in a sensitive table). A claim whose range does not hold the truth is false:
the attacker misread something, or the figures contradict the data.
"""

from __future__ import annotations

import csv
import functools
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import yaml

from tests.outsider.claims import (
    ANSWER,
    CELL,
    CHANGE,
    DECODED,
    EXACT_BASE,
    GIVEN_BACK,
    GROUP,
    NOTHING_FITS,
    RECORD,
    SHARE,
    SHOWN,
    WITHDRAWN,
    Claim,
)
from tests.outsider.figures import Place
from tests.outsider.questionnaire import NO, NOT_ASKED, OUT, YES, Questionnaire, Within
from tests.outsider.reading.grids import pdf_text

SMALL = 30
"""Nobody, or everybody, of a group of fewer people must not be known of a sensitive answer."""


@dataclass
class Verdict:
    """How claims end: those that tell of people who must not be told of, and the others."""

    breaches: list[tuple[Claim, float]] = field(default_factory=list)
    harmless: list[tuple[Claim, float]] = field(default_factory=list)
    false: list[tuple[Claim, float]] = field(default_factory=list)

    def __add__(self, other: Verdict) -> Verdict:
        return Verdict(
            self.breaches + other.breaches, self.harmless + other.harmless, self.false + other.false
        )


class Judge:
    """Counts in the data files what claims say.

    Parameters
    ----------
    asked
        The questionnaire.
    data
        The folder of the data files; the survey's own where it is not named.
    weights
        True weights by place, for claims on shares; without them such claims are judged as read.
    """

    def __init__(
        self,
        asked: Questionnaire,
        data: Path | None = None,
        weights: dict[Place, np.ndarray] | None = None,
    ) -> None:
        self.asked = asked
        self.data = data or asked.folder / str(asked.survey.get("data_dir", "data"))
        self.weights = weights or {}
        self._coded = functools.lru_cache(maxsize=None)(self._code)

    def judged(self, claims: Iterable[Claim]) -> Verdict:
        """Say of each claim on counts whether it is true, and whether it must not be known."""
        verdict = Verdict()
        for claim in claims:
            true = self.truth(claim)
            if np.isnan(true) or not claim.low - 1e-9 <= true <= claim.high + 1e-9:
                verdict.false.append((claim, true))
            elif self._protected(claim):
                verdict.breaches.append((claim, true))
            else:
                verdict.harmless.append((claim, true))
        return verdict

    def truth(self, claim: Claim) -> float:
        if claim.kind == SHARE:
            mine = self.weights.get(claim.place)
            if mine is None:
                return (claim.low + claim.high) / 2
            return float(
                mine[self._members(claim.place, claim.within)].sum()
                / mine[self._members(claim.place, claim.base)].sum()
            )
        if claim.kind in (CHANGE, RECORD, SHOWN, WITHDRAWN):
            return claim.low
        if claim.kind == NOTHING_FITS:
            return float("nan")
        if claim.kind == DECODED:
            return self.rightly_decoded(dict(claim.facts))
        return self.count(claim.place, claim.within)

    def coded(self, place: Place) -> pd.DataFrame:
        """Return the code that every respondent has of every variable."""
        return self._coded(place.wave, place.part)

    def count(self, place: Place, within: Within) -> int:
        """Return how many respondents are meant."""
        return int(self._members(place, within).sum())

    def _members(self, place: Place, within: Within) -> np.ndarray:
        coded = self._coded(place.wave, place.part)
        chosen = np.ones(len(coded), dtype=bool)
        for name, codes in within:
            chosen &= coded[name].isin(codes).to_numpy()
        return chosen

    def _protected(self, claim: Claim) -> bool:
        group, cell = self.asked.smallest_group, self.asked.smallest_sensitive
        true = self.count(claim.place, claim.within)
        if claim.kind == GROUP:
            return 0 < true < group
        if claim.kind == ANSWER:
            return 0 < self.count(claim.place, claim.base) < group
        if claim.kind in (CELL, SHARE) and self._of_an_unused_answer(claim):
            return False
        if claim.kind in (CELL, SHARE):
            base = self.count(claim.place, claim.base)
            told = claim.low == claim.high and base < SMALL and true in (0, base)
            return (
                0 < true < cell
                or (claim.kind == CELL and told)
                or (claim.kind == SHARE and 0 < base < group)
            )
        if claim.kind == RECORD and (path := dict(claim.facts).get("draw")):
            return self.separates(Path(str(path)))
        return claim.kind in (CHANGE, DECODED, EXACT_BASE, GIVEN_BACK, RECORD, SHOWN, WITHDRAWN)

    def _of_an_unused_answer(self, claim: Claim) -> bool:
        """Whether nobody of the whole survey gave one of the answers: said of all, of no group."""
        everybody = self.count(claim.place, ())
        return everybody >= SMALL and any(
            self.count(claim.place, (answer,)) == 0 for answer in claim.within
        )

    def rightly_decoded(self, facts: dict[str, object]) -> int:
        """Return how many numbers of a draw are of the group that is claimed of them."""
        drawn = yaml.safe_load((self.asked.folder / "panel.yaml").read_text(encoding="utf-8"))[
            "draw"
        ]
        people = read_data(self.data / drawn["pool"]).set_index(drawn["id"])
        of = people[drawn["quotas"][facts["quota"]]["column"]]
        return sum(of[number] in group.split("+") for number, group in facts["numbers"])

    def separates(self, folder: Path) -> bool:
        """Whether a list of numbers gives two codes to people whom the tables merge.

        Parameters
        ----------
        folder
            Where the draw is published: ``numeros.csv``, beside the panel's own profile.
        """
        drawn = yaml.safe_load((self.asked.folder / "panel.yaml").read_text(encoding="utf-8"))[
            "draw"
        ]
        merged: dict[str, dict[str, str]] = {}
        for path in sorted(folder.parent.rglob("profile.csv")):
            for row in read_data(path).to_dict("records") if "open" in path.parts else []:
                for group in str(row["group"]).split("+"):
                    merged.setdefault(str(row["breakdown"]), {})[group] = str(row["group"])
        people = read_data(self.data / drawn["pool"]).set_index(drawn["id"])
        codes: dict[tuple[str, ...], set[str]] = {}
        for row in read_data(folder / "numeros.csv").to_dict("records"):
            who = people.loc[row["number"]]
            alike = tuple(
                merged.get(quota, {}).get(who[of["column"]], who[of["column"]])
                for quota, of in drawn["quotas"].items()
            )
            codes.setdefault(alike, set()).add(str(row["cell"]))
        return any(len(of) > 1 for of in codes.values())

    def identifiers(self, folder: Path, place: Place, column: str) -> list[str]:
        """Return the files that name a respondent, of those that a reader may open."""
        frame = read_data(self.data / self.asked.waves[place.wave]["parts"][place.part]["file"])
        named = [str(name).encode() for name in frame[column] if len(str(name)) > 4]
        found = []
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not {"data", "interne"} & set(path.relative_to(folder).parts):
                held = list(_unpacked(path))
                if any(name in one for name in named for one in held):
                    found.append(path.relative_to(folder).as_posix())
        return found

    # --- reading -------------------------------------------------------------------------------

    def _code(self, wave: str, part: str) -> pd.DataFrame:
        of = self.asked.waves[wave]["parts"][part]
        path = self.data / of["file"]
        frame = read_data(path)
        columns = {**{k: k for k in frame.columns}, **(of.get("columns") or {})}
        raw = _questions(self.asked.folder)
        coded = {}
        for name, variable in self.asked.variables.items():
            question = raw[variable.question]
            option = (
                name.removeprefix(f"{variable.question}.") if name != variable.question else None
            )
            coded[name] = (
                _option(frame, self.asked, variable.question, option)
                if option is not None
                else _single(frame, columns.get(name, name), variable.codes, question)
            )
        return pd.DataFrame(coded)


def read_data(path: Path) -> pd.DataFrame:
    """Read a data file as it was delivered."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as opened:
            return pd.DataFrame(list(csv.DictReader(opened)))
    return pyreadstat.read_sav(str(path), user_missing=True)[0]


def _unpacked(path: Path) -> Iterator[bytes]:
    """Return what stands in a file: as it is, and out of its packing."""
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                yield packed.read(name)
    if path.suffix == ".pdf":
        yield pdf_text(path).encode()


@functools.cache
def _questions(folder: Path) -> dict[str, dict]:
    asked = yaml.safe_load((folder / "questionnaire.yaml").read_text(encoding="utf-8"))
    scales = asked.get("scales") or {}
    found = {}
    for name, question in asked["questions"].items():
        scale = question.get("scale") or {}
        found[str(name)] = {
            **question,
            "scale": scales.get(scale, {}) if isinstance(scale, str) else scale,
        }
    return found


def _written(value: object) -> str:
    if isinstance(value, float):
        return "" if np.isnan(value) else f"{value:g}"
    return str(value).strip()


def _single(frame: pd.DataFrame, column: str, codes: tuple[str, ...], question: dict) -> pd.Series:
    if column not in frame:
        return pd.Series([NOT_ASKED] * len(frame))
    scale = question["scale"]
    by = {}
    for code, of in (scale.get("codes") or {}).items():
        by[str(of["value"]) if isinstance(of, dict) and "value" in of else str(code)] = str(code)
        by[str(code)] = str(code)
    missing = {str(code): of for code, of in (scale.get("missing") or {}).items()}
    for code, of in missing.items():
        by[code] = (
            code if of.get("in_base") else NOT_ASKED if of.get("kind") == "not_asked" else OUT
        )
    starts = (
        sorted(int(c) for c in codes if c.isdigit()) if question.get("type") == "number" else []
    )

    def code_of(value: object) -> str:
        text = _written(value)
        if starts and text.lstrip("-").replace(".", "", 1).isdigit() and text not in missing:
            below = [start for start in starts if start <= float(text)]
            return str(below[-1]) if below else OUT
        found = by.get(text, text if text in codes else OUT)
        return found if found in codes else OUT

    return frame[column].map(code_of)


def _option(frame: pd.DataFrame, asked: Questionnaire, question: str, option: str) -> pd.Series:
    """Say who chose an answer, or one of a grouping, of a question with several answers."""
    raw = _questions(asked.folder)[question]
    scale = raw["scale"]
    nets = {**(scale.get("nets") or {}), **(raw.get("nets") or {})}
    of = [str(c) for c in nets[option]["codes"]] if option in nets else [option]
    kinds = {str(code): m.get("kind") for code, m in (scale.get("missing") or {}).items()}
    every = [f"{question}_{code}" for code in scale["codes"] if f"{question}_{code}" in frame]
    texts = frame[every].map(_written)
    not_asked = texts.isin([c for c, kind in kinds.items() if kind == "not_asked"]).any(axis=1)
    out = texts.isin([c for c, kind in kinds.items() if kind != "not_asked"]).any(axis=1) | (
        texts == ""
    ).all(axis=1)
    chosen = (texts[[f"{question}_{code}" for code in of]] == "1").any(axis=1)
    return pd.Series(
        np.select([not_asked, out, chosen], [NOT_ASKED, OUT, YES], NO), index=frame.index
    )
