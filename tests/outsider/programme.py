"""Linear programmes of one table: one model kept warm, and the points that it went through.

A table is asked about many cells. Its limits stay, so that each search begins where the last one
ended; and each end that was found is a whole table that fits all that was published, which often
answers the next question before it is asked.
"""

from __future__ import annotations

import math

import highspy
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

MOST_POINTS = 400
FROM_WHERE_IT_STANDS, FROM_THE_BEGINNING = 4, 1
"""The primal simplex goes on from the last end, which another aim leaves within the limits; the dual
one, which HiGHS takes by itself, would begin anew for each aim."""


class Programme:
    """All tables within some limits: ``low <= matrix @ x <= high``, ``x >= 0``.

    Attributes
    ----------
    points
        Tables of fractions of people that are within the limits.
    whole_points
        Tables of whole people that are.
    """

    def __init__(self, matrix: csr_array, low: np.ndarray, high: np.ndarray, people: int) -> None:
        self.matrix, self.low, self.high = csr_array(matrix), low, high
        self.people = people
        self.points: list[np.ndarray] = []
        self.whole_points: list[np.ndarray] = []
        self._known: dict[bytes, float | None] = {}
        self._model = self._built()

    def _built(self) -> highspy.Highs:
        model = highspy.HighsLp()
        rows, columns = self.matrix.shape
        model.num_col_, model.num_row_ = columns, rows
        model.col_cost_ = np.zeros(columns)
        model.col_lower_, model.col_upper_ = np.zeros(columns), np.full(columns, highspy.kHighsInf)
        model.row_lower_ = np.where(np.isfinite(self.low), self.low, -highspy.kHighsInf)
        model.row_upper_ = np.where(np.isfinite(self.high), self.high, highspy.kHighsInf)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = self.matrix.indptr.astype(np.int32)
        model.a_matrix_.index_ = self.matrix.indices.astype(np.int32)
        model.a_matrix_.value_ = self.matrix.data.astype(np.float64)
        solver = highspy.Highs()
        solver.silent()
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("simplex_strategy", FROM_WHERE_IT_STANDS)
        solver.passModel(model)
        return solver

    def least(self, aim: np.ndarray) -> float | None:
        """Return the least of an aim within the limits; None where nothing is within them."""
        key = aim.tobytes()
        if key not in self._known:
            self._known[key] = self._searched(aim)
        return self._known[key]

    def _searched(self, aim: np.ndarray) -> float | None:
        solver = self._model
        columns = np.arange(len(aim), dtype=np.int32)
        solver.changeColsCost(len(aim), columns, np.asarray(aim, dtype=np.float64))
        solver.run()
        status = solver.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            solver.clearSolver()  # a warm start may lose its way: look once more from the beginning
            solver.setOptionValue("simplex_strategy", FROM_THE_BEGINNING)
            solver.run()
            solver.setOptionValue("simplex_strategy", FROM_WHERE_IT_STANDS)
            status = solver.getModelStatus()
        if status in (
            highspy.HighsModelStatus.kUnbounded,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        ):
            return -math.inf
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        if len(self.points) < MOST_POINTS:
            self.points.append(np.array(solver.getSolution().col_value))
        return float(solver.getInfo().objective_function_value)

    def whole(self, aim: np.ndarray, low: float, high: float, seconds: float) -> bool | None:
        """Whether a table of whole people has an aim between two ends; None: undecided."""
        if any(low <= float(aim @ point) <= high for point in self.whole_points):
            return True
        limits = LinearConstraint(
            vstack([self.matrix, csr_array(aim[None, :])]),
            np.append(self.low, low),
            np.append(self.high, high),
        )
        whole = np.zeros(len(aim))
        whole[: self.people] = 1
        found = milp(
            np.zeros(len(aim)),
            integrality=whole,
            bounds=Bounds(0, np.inf),
            constraints=limits,
            options={"time_limit": seconds},
        )
        if found.status == 0:
            point = np.array(found.x)
            point[: self.people] = np.round(point[: self.people])
            self.whole_points.append(point)
        return True if found.status == 0 else False if found.status == 2 else None

    def met(self, aim: np.ndarray) -> np.ndarray:
        """Return what an aim is in the points that were met."""
        return np.array(self.points) @ aim if self.points else np.zeros(0)
