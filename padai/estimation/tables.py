"""From a plan of responses to a tidy frame: the one route of every proportion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DefinitionError, nearest
from padai.estimation.items import Arrangement, Tabulated, Waves, plan_of
from padai.estimation.sources import PlanSource
from padai.numerics.designs import IntArray
from padai.numerics.intervals import (
    PROPORTION_INTERVALS,
    ProportionInterval,
    mean_interval,
    proportion_interval,
)
from padai.numerics.table_general import all_tables
from padai.numerics.table_variance import CellTable
from padai.numerics.tabulation import Grouping, fields_at_once
from padai.results import TOTAL, Estimates
from padai.waves.coding import CodedColumn
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

By = str | Sequence[str] | None

#: Reason codes, in the order of their number in a frame's `reason` categories.
REASONS = (
    "",
    "empty_domain",
    "no_degrees_of_freedom",
    "at_limit",
    "no_variation",
    "mean_of_zero",
    "empty_replicate",
    "no_sampling_error",
)
#: Variances below this share of that of simple random sampling are rounding errors of zero: the
#: strata or the calibration fix the estimate.
FIXED = 1e-12
FLAGS = ("", "0", "d")


@dataclass(frozen=True, eq=False)
class TableDivisions:
    """Breakdowns of a wave or stack, the undivided one first.

    Attributes
    ----------
    names : tuple of str
    codings : tuple of Coded
        Over all rows of the stack.
    """

    names: tuple[str, ...]
    codings: tuple[CodedColumn, ...]

    @property
    def breakdown_of(self) -> IntArray:
        """Breakdown of each group, shape (D,)."""
        return np.repeat(np.arange(len(self.names)), [len(c.labels) for c in self.codings])

    @property
    def groups(self) -> tuple[str, ...]:
        """Label of each group, in order."""
        return tuple(label for coded in self.codings for label in coded.labels)

    def grouping(self, rows: slice) -> Grouping:
        """Return the arrays of some rows."""
        return Grouping(
            tuple(coded.codes[rows] for coded in self.codings),
            tuple(len(coded.labels) for coded in self.codings),
        )


def divisions(wave: Waves, by: By) -> TableDivisions:
    """Return the undivided sample and the breakdowns asked for.

    Raises
    ------
    DefinitionError
        A breakdown is named twice.
    """
    names = breakdown_names(by)
    codings = [CodedColumn(np.zeros(len(wave), dtype=np.intp), (TOTAL,))]
    codings += [wave.codes(name) for name in names]
    return TableDivisions((TOTAL, *names), tuple(codings))


def breakdown_names(by: By) -> list[str]:
    """Return the names of the breakdowns asked for.

    Raises
    ------
    DefinitionError
        A breakdown is named twice.
    """
    names = [by] if isinstance(by, str) else [str(name) for name in (by or ())]
    if len(set(names)) < len(names) or TOTAL in names:
        raise DefinitionError(
            Said("estimation-by-names-a-breakdown-twice-or-total"),
        )
    return names


def check_interval(ci: str, level: float) -> None:
    """Refuse an unknown interval or an impossible level."""
    if ci not in PROPORTION_INTERVALS:
        raise DefinitionError(
            Said(
                "padai-not-known-use-one-of",
                what="ci",
                given=ci,
                known=", ".join(PROPORTION_INTERVALS),
                hint=nearest(str(ci), PROPORTION_INTERVALS),
            )
        )
    if not 0 < level < 1:
        raise DefinitionError(
            Said("estimation-level-is-not-between-0-and-1-0-95-is", level=level),
        )


def tabulate_items(
    wave: Waves,
    items: Sequence[Tabulated],
    cut: TableDivisions,
    *,
    ci: ProportionInterval,
    level: float,
    provenance: Mapping[str, Any],
) -> Estimates:
    """Estimate every response of every item in every group of every wave that has it."""
    plan = _plan(wave, items, cut)
    tables = [_wave_table(wave, plan, cut, index) for index in range(len(wave.waves))]
    layout = _Layout.of(plan, cut, len(wave.waves))
    columns = _columns(tables, plan, layout, ci, level)
    frame = _frame(wave, plan, cut, layout, columns)
    places = layout.wave, layout.group, layout.response
    source = PlanSource(wave, plan, cut.codings, *places, cut.names)
    return Estimates(frame, level, ci, wave.survey, dict(provenance), columns.pop("n_cell"), source)


def _plan(wave: Waves, items: Sequence[Tabulated], cut: TableDivisions) -> Arrangement:
    sizes = {len(field.labels) for item in items for field in item.fields}
    widest = max(len(coded.labels) for coded in cut.codings)
    at_once = {
        size: min(
            fields_at_once(wave.sample_of(index), max(widest, 1), size)
            for index in range(len(wave.waves))
        )
        for size in sizes
    }
    return plan_of(items, at_once)


def _wave_table(
    wave: Waves, plan: Arrangement, cut: TableDivisions, index: int
) -> dict[str, np.ndarray]:
    """Return every statistic of one wave, arrays of shape (D, R)."""
    rows = slice(0, len(wave)) if len(wave.waves) == 1 else wave.rows_of(index)  # type: ignore[union-attr]
    grouping, design = cut.grouping(rows), wave.sample_of(index)
    names = tuple(CellTable.__dataclass_fields__)
    out = {name: np.empty((grouping.count, plan.count)) for name in names}
    blocks = [plan.block(number, rows) for number in range(len(plan.order))]
    for order, table in zip(plan.order, all_tables(blocks, grouping, design), strict=True):
        for name in names:
            out[name][:, order] = getattr(table, name)
    return out


@dataclass(frozen=True, eq=False)
class _Layout:
    """Which wave, group and response each row of the frame is, each of shape (cells,).

    Attributes
    ----------
    take : tuple of ndarray
        For each wave, the places of its rows in a raveled (D, R) table.
    """

    wave: IntArray
    group: IntArray
    response: IntArray
    take: tuple[IntArray, ...]

    @classmethod
    def of(cls, plan: Arrangement, cut: TableDivisions, waves: int) -> _Layout:
        groups, count = len(cut.groups), plan.count
        key = plan.question[None, :] * groups + np.arange(groups)[:, None]
        order = np.argsort(key.ravel(), kind="stable")
        asked = np.array([item.asked for item in plan.items]).reshape(len(plan.items), waves)
        takes = [
            order if asked[:, w].all() else order[asked[plan.question[order % count], w]]
            for w in range(waves)
        ]
        joined = np.concatenate(takes)
        wave = np.repeat(np.arange(waves), [len(take) for take in takes])
        return cls(wave, joined // count, joined % count, tuple(takes))


def _columns(
    tables: list[dict[str, np.ndarray]],
    plan: Arrangement,
    layout: _Layout,
    ci: ProportionInterval,
    level: float,
) -> dict[str, np.ndarray]:
    """Return the frame's numeric columns, and the code of each row's reason and flag."""
    joined = {
        name: np.concatenate(
            [table[name].ravel()[take] for table, take in zip(tables, layout.take, strict=True)]
        )
        for name in tables[0]
    }
    shares = np.array([kind == "share" for kind in plan.kinds])[layout.response]
    out = finished(joined, level)
    method: ProportionInterval = ci
    if shares.all():
        out["conf_low"], out["conf_high"] = _share_interval(out, joined, method, level)
    elif shares.any():
        part = {name: values[shares] for name, values in out.items()}
        raw = {name: values[shares] for name, values in joined.items()}
        out["conf_low"][shares], out["conf_high"][shares] = _share_interval(
            part, raw, method, level
        )
    at_limit = shares & ((out["estimate"] <= 0) | (out["estimate"] >= 1))
    for name in ("deff", "n_eff"):
        out[name][at_limit] = np.nan
    kept = np.isin(
        out["reason"], [REASONS.index("empty_domain"), REASONS.index("no_degrees_of_freedom")]
    )
    out["reason"] = np.where(at_limit & ~kept, REASONS.index("at_limit"), out["reason"])
    out["n_cell"] = joined["n_cell"].astype(np.int64)
    return out


def _share_interval(
    out: Mapping[str, np.ndarray],
    raw: Mapping[str, np.ndarray],
    method: ProportionInterval,
    level: float,
) -> tuple[np.ndarray, np.ndarray]:
    return proportion_interval(
        out["estimate"], out["std_error"], out["df"], raw["n"], raw["n_kish"], level, method
    )


def finished(raw: Mapping[str, np.ndarray], level: float) -> dict[str, np.ndarray]:
    """Turn variances into the columns of a frame: errors, t intervals, deff, reasons.

    Parameters
    ----------
    raw
        `estimate`, `variance`, `srs_variance`, `df` and `n`, each of shape (cells,).
    level : float
    """
    estimate, variance, n = raw["estimate"], raw["variance"], raw["n"]
    df = np.where(n > 0, raw["df"], 0.0)
    with np.errstate(invalid="ignore"):
        fixed = (variance < FIXED * raw["srs_variance"]) & (raw["srs_variance"] > 0)
    variance = np.where(fixed, 0.0, variance)
    std_error = np.sqrt(variance)
    low, high = mean_interval(estimate, std_error, df, level)
    with np.errstate(divide="ignore", invalid="ignore"):
        # Zero over zero is no design effect; rounding leaves traces of 1e-16 of either.
        deff = np.where(raw["srs_variance"] > 0, variance / raw["srs_variance"], np.nan)
        n_eff = np.where(deff > 0, n / deff, np.nan)
        cv = np.where(estimate != 0, std_error / np.abs(estimate), np.nan)
    empty, lone = n == 0, (n > 0) & (df <= 0)
    lost = ~empty & np.isfinite(estimate) & ~np.isfinite(variance)
    reason = np.zeros(len(estimate), dtype=np.int8)
    reason[~np.isfinite(cv)] = REASONS.index("mean_of_zero")
    reason[~np.isfinite(n_eff)] = REASONS.index("no_variation")
    reason[fixed] = REASONS.index("no_sampling_error")
    reason[lost] = REASONS.index("empty_replicate")
    reason[lone] = REASONS.index("no_degrees_of_freedom")
    reason[empty] = REASONS.index("empty_domain")
    return {
        "estimate": estimate,
        "std_error": std_error,
        "conf_low": low,
        "conf_high": high,
        "df": df,
        "n_base": n.astype(np.int64),
        "n_eff": n_eff,
        "deff": deff,
        "cv": cv,
        "flag": np.where(empty, 1, np.where(lone | lost, 2, 0)).astype(np.int8),
        "reason": reason,
    }


def _frame(
    wave: Waves,
    plan: Arrangement,
    cut: TableDivisions,
    layout: _Layout,
    columns: Mapping[str, np.ndarray],
) -> pd.DataFrame:
    responses = list(dict.fromkeys(plan.names))
    response_codes = np.array([responses.index(name) for name in plan.names])
    groups = list(dict.fromkeys(cut.groups))
    group_codes = np.array([groups.index(name) for name in cut.groups])
    keys = {
        "wave": (layout.wave, list(wave.wave_ids)),
        "question": (plan.question[layout.response], [item.name for item in plan.items]),
        "response": (response_codes[layout.response], responses),
        "breakdown": (cut.breakdown_of[layout.group], list(cut.names)),
        "group": (group_codes[layout.group], groups),
    }
    return tidy(keys, columns)


def tidy(
    keys: Mapping[str, tuple[np.ndarray, list[str]]], columns: Mapping[str, np.ndarray]
) -> pd.DataFrame:
    """Build a frame of the contract's columns from codes and numbers."""
    import pandas as pd

    from padai.results import COLUMNS

    keys = {
        **keys,
        "flag": (columns["flag"], list(FLAGS)),
        "reason": (columns["reason"], list(REASONS)),
    }
    data: dict[str, Any] = {}
    for name in COLUMNS:
        if name in keys:
            codes, categories = keys[name]
            small: IntArray = codes.astype(np.int16 if len(categories) < 32000 else np.int32)
            texts = pd.Index(categories, dtype=object)
            data[name] = pd.Categorical.from_codes(small, categories=texts, ordered=False)
        else:
            data[name] = columns[name]
    return pd.DataFrame(data, copy=False)
