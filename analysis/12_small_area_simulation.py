"""Regions whose truth is known: how far the direct share and the models are from it.

Run with ``python analysis/12_small_area_simulation.py --runs 200``; writes
``docs/small-area-simulation.md``. Seventeen regions of Quebec's sizes, two ages of which one takes
part half as often, two sexes, five or ten waves of 1,500 people raked to region, age and sex. The
truths are drawn anew in each run from a model of areas (``drawn``), two regions are held far from
the others and nothing changes from wave to wave (``outlying``), or every region moves by the same
step in the last wave and by nothing else (``common``).
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.special import expit

import padai

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "docs" / "small-area-simulation.md"
QUEBEC = ROOT / "surveys" / "quebec"
PEOPLE = 1500
WAVES = 5
SEED = 20251126
STEP = 0.4
OUTLYING = {"08": 0.9, "12": -0.9}
AGES, SEXES = ["a", "b", "c", "d"], ["F", "M"]
TAKES_PART = {"a": 0.5, "b": 0.8, "c": 1.0, "d": 1.2}
WHY = (
    "An interval of a model covers 95% *over areas like those that it was fitted on*. A region held far "
    "from the others is no draw of that model: its estimate is drawn to them, by the column *their "
    "error*, and an interval whose width counts no such bias misses it too often. With one wave the "
    "bias is two of the errors that are said; each wave adds answers of the region itself, so that it "
    "shrinks, and with it what is missed. A wider interval would be wrong for every other region. "
    "What can be done is to look: the residual of a region says that its own answers stand far from "
    "what the model expects, and the page that publishes the model names it. Two outlying regions of "
    "seventeen widen the spread that residuals are measured by, so that each hides the other in part: "
    "a small residual is no proof.",
)
METHODS = {
    "direct": "direct",
    "fh": "Fay-Herriot, last wave",
    "fh_time": "Fay-Herriot, every wave",
    "mrp": "people and cells, last wave",
    "mrp_time": "people and cells, every wave",
}
COMMON = {
    "fh_time": "a coefficient a wave",
    "fh_time_free": "a coefficient a wave, no benchmark",
    "fh_flat": "none",
    "fh_flat_free": "none, no benchmark",
}
SCENARIOS = ("drawn", "outlying", "common")


def population() -> pd.DataFrame:
    """Return people by region, age and sex: ages are older in small regions."""
    margin = padai.load_survey(QUEBEC).targets("2025").margin("region").cells
    rows = []
    for place, (region, size) in enumerate(margin.items()):
        tilt = np.exp(0.05 * (place % 5 - 2) * np.arange(4))
        for age, share in zip(AGES, tilt / tilt.sum(), strict=True):
            rows += [(region, age, sex, size * share / 2) for sex in SEXES]
    return pd.DataFrame(rows, columns=["region", "age", "sex", "N"])


def truths(cells: pd.DataFrame, scenario: str, waves: int, rng: np.random.Generator) -> np.ndarray:
    """Return the share who trust in each cell, shape (waves, cells)."""
    regions = list(dict.fromkeys(cells["region"]))
    region = cells["region"].map(regions.index).to_numpy()
    age = cells["age"].map(AGES.index).to_numpy()
    of_age = np.array([0.5, 0.2, -0.1, -0.4])[age]
    level = -0.1 + 0.2 * (cells["sex"] == "M").to_numpy() + of_age
    if scenario == "outlying":
        fixed = np.random.default_rng(SEED).normal(0, 0.15, len(regions))
        for name, value in OUTLYING.items():
            fixed[regions.index(name)] = value
        return np.tile(expit(level + fixed[region]), (waves, 1))
    lasting = rng.normal(0, 0.3, len(regions))
    if scenario == "common":
        step = np.where(np.arange(waves) == waves - 1, STEP, 0.0)
        return np.asarray(expit(level + lasting[region] + step[:, None]))
    moving = rng.normal(0, 0.12, (waves, len(regions)))
    drift = rng.normal(0, 0.1, waves)
    return np.asarray(expit(level + drift[:, None] + (lasting + moving)[:, region]))


def sampled(cells: pd.DataFrame, p: np.ndarray, rng: np.random.Generator, wave: str) -> padai.Wave:
    """Draw a wave of which some ages take part less often, and rake it."""
    chance = (cells["N"] * cells["age"].map(TAKES_PART)).to_numpy()
    who = rng.choice(len(cells), PEOPLE, p=chance / chance.sum())
    frame = cells.iloc[who][["region", "age", "sex"]].reset_index(drop=True)
    frame["trust"] = np.where(rng.uniform(size=PEOPLE) < p[who], "1", "2")
    margins = {
        name: {
            k: float(v) for k, v in cells.groupby(name)["N"].sum().items() if k in set(frame[name])
        }
        for name in ("region", "age", "sex")
    }
    whole = sum(margins["sex"].values())
    lost = whole - sum(margins["region"].values())
    largest = max(margins["region"], key=margins["region"].__getitem__)
    margins["region"][largest] += lost  # a region that no one of the sample lives in
    made = padai.Wave(frame, padai.Design(), id=wave)
    return padai.rake(made, margins, min_cell=1)


def by_region(cells: pd.DataFrame, p: np.ndarray) -> pd.Series:
    """Return the share who trust in each region."""
    return (
        cells.assign(p=p)
        .groupby("region")
        .apply(lambda t: float((t["p"] * t["N"]).sum() / t["N"].sum()), include_groups=False)
    )


def one_common(run: int, waves: int) -> Iterator[dict[str, object]]:
    """Yield a row for each region's change, with a coefficient a wave and without."""
    rng = np.random.default_rng([SEED, run, waves, SCENARIOS.index("common")])
    cells = population()
    p = truths(cells, "common", waves, rng)
    made = [sampled(cells, p[t], rng, f"w{t}") for t in range(waves)]
    moved = by_region(cells, p[-1]) - by_region(cells, p[-2])
    net = {"yes": ["1"]}
    along = padai.trend(padai.stack(made, overlap="none"), "trust", net=net, by="region")
    size = along.frame[along.frame["wave"] == made[-1].id].set_index("group")["n_base"]
    for method in COMMON:
        found = padai.small_area(
            along,
            scale="arcsine",
            over="walk",
            wave_effects=method.startswith("fh_time"),
            benchmark=not method.endswith("free"),
        )
        change = padai.difference(found, made[-1].id, made[-2].id, family="regions").frame
        for _, row in change.iterrows():
            yield {
                "run": run,
                "scenario": "common",
                "waves": waves,
                "method": method,
                "region": str(row["group"]),
                "truth": float(moved[row["group"]]),
                "error": float(row["estimate"] - moved[row["group"]]),
                "n": int(size[row["group"]]),
                "said": float(row["std_error"]),
                "covers": bool(row["conf_low"] <= moved[row["group"]] <= row["conf_high"]),
                "borrowed": float(row["borrowed"]),
            }


def one_run(
    run: int, scenario: str, waves: int, methods: tuple[str, ...]
) -> Iterator[dict[str, object]]:
    """Yield a row for each method and region of the last wave, and one of verdicts."""
    if scenario == "common":
        yield from one_common(run, waves)
        return
    rng = np.random.default_rng([SEED, run, waves, scenario == "outlying"])
    cells = population()
    p = truths(cells, scenario, waves, rng)
    made = [sampled(cells, p[t], rng, f"w{t}") for t in range(waves)]
    shares = by_region(cells, p[-1])
    last, stacked, net = made[-1].id, padai.stack(made, overlap="none"), {"yes": ["1"]}
    direct = padai.proportion(made[-1], "trust", net=net, by="region")
    along = padai.trend(stacked, "trust", net=net, by="region")
    known = pd.DataFrame({"region": list(shares.index)}).assign(
        age=[
            float(
                cells[cells["region"] == r].query("age == 'a'")["N"].sum()
                / cells[cells["region"] == r]["N"].sum()
            )
            for r in shares.index
        ]
    )
    people = {"net": net, "areas": "region", "population": cells}
    fitted = {
        "direct": lambda: direct,
        "fh": lambda: padai.small_area(direct, covariates=known, scale="arcsine"),
        "fh_time": lambda: padai.small_area(along, covariates=known, scale="arcsine", over="walk"),
        "mrp": lambda: padai.unit_model(made[-1], "trust", **people),
        "mrp_time": lambda: padai.unit_model(stacked, "trust", **people),
    }
    found = {method: fitted[method]() for method in methods}
    for method, est in found.items():
        frame = est.frame
        own = frame[(frame["breakdown"] == "region") & (frame["wave"] == last)]
        for _, row in own.iterrows():
            truth = shares[row["group"]]
            yield {
                "run": run,
                "scenario": scenario,
                "waves": waves,
                "method": method,
                "region": str(row["group"]),
                "error": float(row["estimate"] - truth),
                "truth": float(truth),
                "n": int(row["n_base"]),
                "covers": bool(row["conf_low"] <= truth <= row["conf_high"]),
                "said": float(row["std_error"]),
                "residual": float(row.get("residual", math.nan)),
                "borrowed": float(row.get("borrowed", math.nan)),
                "shrunk": float(row.get("synthetic", math.nan) - truth),
            }
    for method in [m for m in ("fh_time", "mrp_time") if m in found]:
        change = padai.difference(found[method], last, made[-2].id, family="regions").frame
        yield {
            "run": run,
            "scenario": scenario,
            "waves": waves,
            "method": method,
            "region": "family",
            "allowed": int((change["verdict"] != "").sum()),
            "false": bool(change["verdict"].isin(["rose", "fell"]).any()),
        }


def _rate(values: pd.Series) -> str:
    rate = 100 * float(values.mean())
    return f"{rate:.1f}"


def _by_run(frame: pd.DataFrame, column: str) -> tuple[float, float]:
    """Return a mean over runs and its Monte Carlo error: regions of a run are not independent."""
    runs = frame.groupby("run")[column].mean()
    return float(runs.mean()), float(runs.std(ddof=1) / math.sqrt(len(runs)))


def table(rows: pd.DataFrame, scenario: str, waves: int) -> list[str]:
    """Return the lines of one scenario."""
    here = rows[(rows["scenario"] == scenario) & (rows["waves"] == waves)]
    if here.empty:
        return []
    runs = here["run"].nunique()
    kind = (
        "drawn from a model of areas"
        if scenario == "drawn"
        else ("two outlying regions, nothing changes")
    )
    lines = [
        f"## {waves} waves, truths {kind}", "",
        f"{runs} runs. Root mean squared error in points, ± its Monte Carlo error; cover of the 95% "
        "interval in percent.", "",
        "| | RMSE, all | RMSE, under 100 respondents | CV said | cover |" + (
            " cover of the outlying | their error, drawn to the others | borrowed |"
            if scenario == "outlying" else ""
        ),
        "|---|--:|--:|--:|--:|" + ("--:|--:|--:|" if scenario == "outlying" else ""),
    ]  # fmt: skip
    estimated = here[here["region"] != "family"]
    for method, name in METHODS.items():
        own = estimated[estimated["method"] == method]
        fewer = own["run"].nunique()
        name = name if fewer == runs else f"{name} ({fewer} runs)"
        own = own.assign(square=1e4 * own["error"].astype(float) ** 2)
        own = own.assign(
            covers=100 * own["covers"].astype(float),
            cv=100 * own["said"].astype(float) / own["truth"].astype(float),
        )
        cells = []
        for part in (own, own[own["n"].astype(float) < 100]):
            square, error = _by_run(part, "square")
            cells.append(f"{math.sqrt(square):.2f} ±{error / 2 / math.sqrt(square):.2f}")
        cover, error = _by_run(own, "covers")
        cells += [f"{own['cv'].mean():.1f}", f"{cover:.1f} ±{error:.1f}"]
        if scenario == "outlying":
            far = own[own["region"].isin(OUTLYING)]
            cover, error = _by_run(far, "covers")
            cells.append(f"{cover:.1f} ±{error:.1f}")
            drawn = 100 * -(far["error"].astype(float) * far["region"].map(OUTLYING).map(np.sign))
            lent = 100 * far["borrowed"].astype(float).mean()
            cells += [f"{drawn.mean():.1f}", "–" if math.isnan(lent) else f"{lent:.0f}%"]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    if scenario == "outlying":
        lines += ["", *_verdicts(here), *_residuals(estimated, ~estimated["region"].isin(OUTLYING))]
    else:
        lines += ["", *_residuals(estimated, estimated["region"] != "")]
    return [*lines, ""]


def table_of_common(rows: pd.DataFrame, waves: int) -> list[str]:
    """Return the lines of a change that is the same everywhere."""
    here = rows[(rows["scenario"] == "common") & (rows["waves"] == waves)]
    if here.empty:
        return []
    truth = 100 * here["truth"].astype(float).mean()
    lines = [
        f"## {waves} waves, every region moves by the same step", "",
        f"{here['run'].nunique()} runs of Fay-Herriot over every wave. The last wave is {STEP} log "
        f"odds above those before, {truth:.1f} points on average, in each region alike; nothing "
        "else moves. Error of the change of a region since the wave before, in points: its mean "
        "± Monte Carlo error, and its root mean square.", "",
        "| coefficients of waves | mean error, under 50 respondents | 50 to 199 | 200 or more | "
        "RMSE, all | cover | borrowed |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]  # fmt: skip
    for method, name in COMMON.items():
        own = here[here["method"] == method]
        own = own.assign(
            points=100 * own["error"].astype(float),
            square=1e4 * own["error"].astype(float) ** 2,
            covers=100 * own["covers"].astype(float),
        )
        cells = []
        for low, high in ((0, 50), (50, 200), (200, np.inf)):
            mean, error = _by_run(own[(own["n"] >= low) & (own["n"] < high)], "points")
            cells.append(f"{mean:+.2f} ±{error:.2f}")
        square, error = _by_run(own, "square")
        cells.append(f"{math.sqrt(square):.2f} ±{error / 2 / math.sqrt(square):.2f}")
        cover, error = _by_run(own, "covers")
        lent = 100 * own["borrowed"].astype(float).mean()
        lines.append(f"| {name} | {' | '.join(cells)} | {cover:.1f} ±{error:.1f} | {lent:.0f}% |")
    return [*lines, ""]


def _verdicts(here: pd.DataFrame) -> list[str]:
    lines = []
    for method in ("fh_time", "mrp_time"):
        own = here[(here["region"] == "family") & (here["method"] == method)]
        rate = float(own["false"].astype(float).mean())
        error = math.sqrt(max(rate * (1 - rate), 1 / len(own)) / len(own))
        lines.append(
            f"- {METHODS[method]}: {100 * rate:.1f}% ±{100 * error:.1f} of families with a false "
            f"*rose* or *fell*; verdicts are allowed on {own['allowed'].astype(float).mean():.1f} "
            "regions of 17."
        )
    return lines


def _residuals(estimated: pd.DataFrame, ordinary: pd.Series) -> list[str]:
    """Say how often a residual is beyond 2, of ordinary regions and of the outlying ones."""
    lines = []
    for method, name in METHODS.items():
        own = estimated[(estimated["method"] == method) & estimated["residual"].notna()]
        if own.empty:
            continue
        beyond = 100 * (own["residual"].astype(float).abs() > 2)
        kept = ordinary[own.index]
        said = f"- {name}: a residual is beyond 2 in {beyond[kept].mean():.1f}% of the regions"
        if not kept.all():
            said += f" and in {beyond[~kept].mean():.0f}% of the outlying ones"
        lines.append(f"{said}.")
    return lines


def report(rows: pd.DataFrame) -> str:
    """Return the page."""
    lines = [
        "# Regions whose truth is known", "",
        f"Made by `analysis/12_small_area_simulation.py`: seventeen regions of Quebec's sizes, "
        f"{PEOPLE:,} people a wave, of whom some ages take part half as often as others, raked to "
        "region, age and sex. The last wave is judged. *People and cells*: `padai.unit_model` with "
        "the true cells; Fay-Herriot: `padai.small_area` with one covariate, on the arcsine scale (a direct share of 0% has no place on the logit scale). Of the direct share, "
        "regions without a respondent are left out; the models estimate every region that the "
        "sample reached.", "",
    ]  # fmt: skip
    if (rows["scenario"] == "outlying").any():
        lines += [*WHY, ""]
    for scenario in ("drawn", "outlying"):
        for waves in sorted(rows["waves"].unique()):
            lines += table(rows, scenario, int(waves))
    for waves in sorted(rows["waves"].unique()):
        lines += table_of_common(rows, int(waves))
    return "\n".join(lines)


def main() -> None:
    """Run, keep each run as it ends, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--waves", type=int, default=WAVES)
    parser.add_argument("--scenario", choices=SCENARIOS, action="append")
    parser.add_argument("--method", choices=list(METHODS), action="append")
    parser.add_argument("--kept", type=Path, help="file of rows, added to as runs end")
    parser.add_argument("--page-only", action="store_true")
    given = parser.parse_args()
    kept = given.kept or ROOT / "small-area-simulation.jsonl"
    if not given.page_only:
        with kept.open("a", encoding="utf-8") as file:
            for run in range(given.first, given.first + given.runs):
                for scenario in given.scenario or SCENARIOS:
                    methods = tuple(given.method or METHODS)
                    for row in one_run(run, scenario, given.waves, methods):
                        file.write(json.dumps(row) + "\n")
                    file.flush()
    rows = pd.read_json(kept, lines=True, dtype={"region": str})
    REPORT.write_text(report(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
