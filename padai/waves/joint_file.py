"""The probabilities of pairs of units, as a file of the definition's gives them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, DesignError
from padai.numerics.designs import FloatArray
from padai.survey import DesignSpec
from padai.unequal import JointProbabilities
from padai.waves.intake import check_there, file_sha256, refuse_another
from padai.waves.native_digits import with_plain_digits
from padai.waves.text_files import read_csv, written_numbers
from padai.words import Joined, Said

if TYPE_CHECKING:
    import pandas as pd

_NAMED = 5


def read_joint(path: Path, spec: DesignSpec, frame: pd.DataFrame, where: str) -> JointProbabilities:
    """Read the probabilities of pairs of the units that a wave holds.

    Parameters
    ----------
    path
        A square, whose header and first column name the units; or a row a pair, of which two
        columns name the units and the third is the probability. In rows of pairs a unit's own
        probability may be left to `fpc`, and a pair of two strata to their product.
    spec
        The part's design, which names the columns of units, strata and probabilities.
    frame
        The wave's rows.

    Raises
    ------
    DataError, DesignError
        The file is missing, is another than the declared one or no table of pairs; a unit or a
        pair is lacking; a pair is there twice, with two probabilities.
    """
    declared = spec.joint_probabilities
    check_there(path, where)
    if declared is not None and declared.sha256 is not None:
        refuse_another(path.name, file_sha256(path), declared.sha256, where)
    table = with_plain_digits(read_csv(path, where), path)
    units = _Units(spec, frame, where)
    kept = _of_square(table) if _is_square(table) else _of_pairs(table, path.name, where)
    return units.matrix(*kept, name=path.name)


def name_of(label: Any) -> str:
    """Return a unit's name, a whole number written as one: 12.0 and 12 are one unit.

    Examples
    --------
    >>> name_of(12.0), name_of(" 12 "), name_of("012"), name_of("a")
    ('12', '12', '012', 'a')
    """
    if isinstance(label, (float, np.floating)) and float(label).is_integer():
        return str(int(label))
    text = str(label).strip()
    return text[:-2] if text.endswith(".0") and text[:-2].isdecimal() else text


class _Units:
    """The units of a wave, with their strata and own probabilities."""

    def __init__(self, spec: DesignSpec, frame: pd.DataFrame, where: str) -> None:
        import pandas as pd

        column = spec.psu[0] if spec.psu else str(spec.id)
        held = frame[[column, *spec.stratum[:1], spec.fpc[0]]].dropna(subset=[column])
        held = held.drop_duplicates([column, *spec.stratum[:1]])
        self.labels = held[column].tolist()
        self.names = [name_of(label) for label in self.labels]
        self.strata = held[spec.stratum[0]].tolist() if spec.stratum else [0] * len(held)
        self.single = pd.to_numeric(held[spec.fpc[0]], errors="coerce").to_numpy(np.float64)
        self.where = where
        if len(set(self.names)) < len(self.names):
            raise DesignError(Said("waves-joint-labels-again", column=column), where=where)

    def matrix(
        self, first: list[str], second: list[str], values: FloatArray, *, name: str
    ) -> JointProbabilities:
        """Put the pairs of a file into a square, in the order of the wave's units."""
        import pandas as pd

        place = {unit: k for k, unit in enumerate(self.names)}
        square = np.full((len(place), len(place)), np.nan)
        twice = 0
        for one, other, value in zip(first, second, values.tolist(), strict=True):
            if one not in place or other not in place:
                continue  # drawn, and nobody of it answered
            i, j = place[one], place[other]
            known = square[i, j]
            twice += bool(known == known and not np.isclose(known, value, rtol=1e-6, atol=0))
            square[i, j] = square[j, i] = value
        if twice:
            self._refuse(Said("waves-joint-pairs-given-twice", name=name, count=twice))
        self._lacking(square, set(first) | set(second), name)
        try:
            return JointProbabilities(pd.DataFrame(square, self.labels, self.labels))
        except DesignError as fault:
            why = fault.said.facts["why"] if fault.said is not None else ""
            message = Said("waves-joint-the-file", name=name, why=why)
            raise DesignError(message, where=self.where) from None

    def _lacking(self, square: FloatArray, known: set[str], name: str) -> None:
        """Fill what the design says by itself, and refuse what is lacking besides."""
        lost = [unit for unit in self.names if unit not in known]
        if lost:
            units = Joined((*lost[:_NAMED], *(("…",) if len(lost) > _NAMED else ())))
            held = len(self.names)
            self._refuse(
                Said(
                    "waves-joint-units-not-in-the-file",
                    name=name,
                    count=len(lost),
                    held=held,
                    units=units,
                )
            )
        own = np.isnan(np.diag(square))
        square[np.diag_indices_from(square)] = np.where(own, self.single, np.diag(square))
        strata = np.asarray(self.strata, dtype=object)
        apart = np.isnan(square) & (strata[:, None] != strata[None, :])
        square[apart] = np.outer(self.single, self.single)[apart]
        lacking = int(np.isnan(square[np.triu_indices(len(square), 1)]).sum())
        if lacking:
            of = len(square) * (len(square) - 1) // 2
            self._refuse(Said("waves-joint-pairs-not-in-the-file", name=name, count=lacking, of=of))

    def _refuse(self, why: Said) -> None:
        raise DataError(why, where=self.where)


def _is_square(table: pd.DataFrame) -> bool:
    """Whether the header names the units that the first column names."""
    rows = {name_of(label) for label in table.iloc[:, 0].dropna()}
    return len(rows) > 0 and rows == {name_of(label) for label in table.columns[1:]}


def _of_square(table: pd.DataFrame) -> tuple[list[str], list[str], FloatArray]:
    """Return the cells of a square as pairs, each of its two halves."""
    rows = [name_of(label) for label in table.iloc[:, 0]]
    columns = [name_of(label) for label in table.columns[1:]]
    cells = np.column_stack([_numbers(table[name]) for name in table.columns[1:]])
    first = [row for row in rows for _ in columns]
    return first, columns * len(rows), cells.ravel()


def _of_pairs(
    table: pd.DataFrame, name: str, where: str
) -> tuple[list[str], list[str], FloatArray]:
    if table.shape[1] != 3:
        raise DataError(
            Said(
                "waves-joint-neither-square-nor-pairs",
                name=name,
                rows=len(table),
                columns=table.shape[1],
            ),
            where=where,
        )
    first, second = ([name_of(label) for label in table.iloc[:, k]] for k in (0, 1))
    return first, second, _numbers(table.iloc[:, 2])


def _numbers(column: pd.Series[Any]) -> FloatArray:
    """Read probabilities, with a decimal point or comma; what is none is no number."""
    import pandas as pd

    read = written_numbers(column)
    return pd.to_numeric(read, errors="coerce").to_numpy(np.float64)
