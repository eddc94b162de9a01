"""The witness: R finds the same figures from the data and script that padai writes, and says if not."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import time
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import EstimationError, PadaiError, PublicationError, WitnessError
from padai.pipeline.commands.rscript import Verdict, run_r
from padai.pipeline.commands.witnessing import _waves_of, witness
from padai.pipeline.parts.preparation import weight_as_declared
from padai.pipeline.versions.recomputed import log_path, quoted, write_log
from padai.publishing.basis.context import Context
from padai.publishing.chapters.recomputed import recomputed
from padai.results.witnessing import figures_told
from padai.store import INSIDE, Store, tables_digest
from padai.survey import load_survey
from padai.witness import AskedEstimate, Figure, Level, Witness, WitnessSample, witness_of
from padai.witness.r_text import clean
from tests.publishing_store import make_store
from tests.test_release_life import (
    _quick,
    build,
    declare,
    edit,
    first,
    out,
    quick,
    records,
    version,
)

__all__ = ["first", "out", "quick"]
ROOT = Path(__file__).parents[1]
TARGETS = {"sex": {"F": 0.52, "M": 0.48}, "age": {"18": 0.3, "35": 0.3, "55": 0.4}}
NETS = {"good": ["1", "2"], "gap": {"codes": ["1"], "minus": ["4"]}}
WEIGHT = {"weight": "w", "id": "id"}
STRATA = padai.Design(stratum="h", **WEIGHT)
PSUS = padai.Design(stratum="h", psu="c", **WEIGHT)


# --- samples of every kind -----------------------------------------------------------------------


def people(n: int, seed: int, ids: np.ndarray | None = None) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "id": np.arange(n) + seed * 10_000 if ids is None else ids,
            "w": rng.uniform(0.5, 2, n),
            "h": rng.integers(0, 4, n),
            "sex": rng.choice(["F", "M", "X"], n, p=[0.5, 0.47, 0.03]),
            "age": rng.choice(["18", "35", "55"], n),
            "q": rng.choice([1, 2, 3, 4], n),
            "x": rng.normal(5, 1, n),
            "size": 40,
            "size2": 9,
            "c2": rng.integers(0, 4, n),
        }
    )
    frame["c"] = frame["h"] * 10 + rng.integers(0, 5, n)
    for k in range(8):
        frame[f"r{k}"] = frame["w"] * rng.uniform(0.5, 1.5, n)
    frame.loc[rng.random(n) < 0.1, "q"] = np.nan
    frame["x2"] = frame["x"].where(rng.random(n) > 0.1)
    return frame


def wave(name: str, seed: int, design: padai.Design = STRATA, **kept: object) -> padai.Wave:
    return padai.Wave(people(300, seed, **kept), design, id=name)


def raked(given: padai.Wave, **kept: object) -> padai.Wave:
    return padai.rake(given, TARGETS, untargeted={"sex": ["X"]}, **kept)


def returning(seed: int) -> np.ndarray:
    """Half of the people of another wave, then new ones."""
    return np.r_[np.arange(150) + seed * 10_000, np.arange(150) + 900_000]


def kinds() -> dict[str, tuple[object, str]]:
    """Every kind of design, with the interval of its shares."""
    jkn = padai.JackknifeN(prefix="r", rscales=[0.5] * 8)
    factors = padai.SuccessiveDifference(prefix="f", combined=False, degf=6)
    few = people(300, 11)
    few.loc[few["h"] == 3, "c"] = 99
    out_of_reach = few.assign(age=few["age"].mask(few["h"] == 3, "55"))
    none = people(300, 12)
    none.loc[:20, "w"] = 0.0
    sets = people(300, 18)
    for k in range(8):
        sets[f"f{k}"] = sets[f"r{k}"] / sets["w"]
    jackknife = padai.Design(replicates=padai.Jackknife(prefix="r"), **WEIGHT)
    bootstrap = padai.Design(replicates=padai.Bootstrap(prefix="r", mse=True), **WEIGHT)
    stages = padai.Design(stratum="h", psu=("c", "c2"), fpc=("size", "size2"), **WEIGHT)
    plain, one = wave("1", 4), {"age": TARGETS["age"]}
    again = returning(1)
    return {
        "clusters apart": (padai.stack([wave("1", 1, PSUS), wave("2", 2, PSUS)], "none"), "beta"),
        "clusters shared": (padai.stack([wave("1", 1, PSUS), wave("2", 2, PSUS)], "psu"), "wilson"),
        "raked, bounded, apart": (
            padai.stack(
                [raked(wave("1", 1), bounds=(0.3, 4)), raked(wave("2", 2), bounds=(0.2, 5))], "none"
            ),
            "logit",
        ),
        "raked, clusters shared": (
            padai.stack(
                [raked(wave("1", 1, PSUS), bounds=(0.3, 4)), raked(wave("2", 2, PSUS))], "psu"
            ),
            "mean",
        ),
        "raked, people return": (
            padai.stack([raked(wave("1", 1)), raked(wave("2", 2, ids=again))], "respondent"),
            "logit",
        ),
        "two stages": (wave("1", 3, stages), "logit"),
        "linear": (
            padai.calibrate(
                plain, {"age": {c: s * 300 for c, s in one["age"].items()}, "x": 1500.0}
            ),
            "logit",
        ),
        "logit": (padai.calibrate(plain, one, method="logit", bounds=(0.2, 5)), "logit"),
        "one margin": (padai.poststratify(plain, one), "logit"),
        "twice": (
            raked(padai.poststratify(plain, {"age": dict.fromkeys(one["age"], 100)})),
            "logit",
        ),
        "trimmed": (padai.trim(raked(wave("1", 5)), lower=0.4, upper=2.0, rerake=True), "logit"),
        "jackknife": (wave("1", 6, jackknife), "logit"),
        "jackknife, raked": (
            padai.stack([raked(wave("1", 6, jackknife)), raked(wave("2", 7, jackknife))], "none"),
            "logit",
        ),
        "bootstrap, people return": (
            padai.stack(
                [raked(wave("1", 6, bootstrap)), raked(wave("2", 7, bootstrap, ids=returning(6)))],
                "respondent",
            ),
            "logit",
        ),
        "replicates in strata": (
            raked(wave("1", 17, padai.Design(replicates=jkn, **WEIGHT)), bounds=(0.2, 5)),
            "beta",
        ),
        "factors": (
            raked(padai.Wave(sets, padai.Design(replicates=factors, **WEIGHT), id="1")),
            "logit",
        ),
        "weights of zero": (raked(padai.Wave(none, STRATA, id="1")), "logit"),
        **{
            f"lonely, {rule}": (
                raked(
                    padai.Wave(
                        few, padai.Design(stratum="h", psu="c", lonely_psu=rule, **WEIGHT), id="1"
                    )
                ),
                "logit",
            )
            for rule in ("certainty", "remove", "adjust", "average")
        },
        "lonely, average, strata out of reach": (
            padai.Wave(
                out_of_reach,
                padai.Design(stratum="h", psu="c", lonely_psu="average", **WEIGHT),
                id="1",
            ),
            "logit",
        ),
        "arcsine": (wave("1", 8), "asin"),
        "likelihood": (wave("1", 8), "likelihood"),
        "three waves": (padai.stack([raked(wave(str(k), k)) for k in (1, 2, 3)], "none"), "logit"),
    }


KINDS = (
    "clusters apart", "clusters shared", "raked, bounded, apart", "raked, clusters shared",
    "raked, people return", "two stages", "linear", "logit", "one margin", "twice", "trimmed",
    "jackknife", "jackknife, raked", "bootstrap, people return", "replicates in strata", "factors",
    "weights of zero", "lonely, certainty", "lonely, remove", "lonely, adjust", "lonely, average",
    "lonely, average, strata out of reach", "arcsine", "likelihood", "three waves",
)  # fmt: skip


def real(
    survey: str, questions: list[str], waves: list[str], part: str, folder: str | None
) -> padai.Estimates:
    definition = load_survey(ROOT / "surveys" / survey)
    data = Path(folder) if folder else None
    read = [
        weight_as_declared(padai.read_wave(definition, w, part=part, data_dir=data)) for w in waves
    ]
    return padai.proportion(padai.stack(read), questions)


@dataclass(frozen=True)
class Ran:
    """What R said of all samples at once: its lines, its table, and the figures expected."""

    folder: Path
    status: int
    lines: list[str]
    table: pd.DataFrame
    expected: pd.DataFrame


MUTATED = 40


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Every sample in one script, and forty tables of which one figure is another: one start of R."""
    samples: list[WitnessSample] = []
    figures: list[Figure] = []

    def keep(part: str, estimates: padai.Estimates, waves: list[str]) -> None:
        changes = padai.difference(estimates, waves[-1], waves[0]) if len(waves) > 1 else None
        told = figures_told(estimates, np.arange(len(estimates)), changes, part)
        samples.append(told[0])
        figures.extend(told[1])

    made = kinds()
    assert tuple(made) == KINDS
    for part, (stacked, ci) in made.items():
        keep(part, padai.proportion(stacked, "q", by="age", net=NETS, ci=ci), stacked.wave_ids)
    both = padai.stack([raked(wave("1", 1)), raked(wave("2", 2))], "none")
    keep("means", padai.mean(both, "x2", by="sex"), ["1", "2"])
    keep("totals", padai.total(raked(wave("1", 1)), "x", by="sex"), ["1"])
    keep("ratio", padai.ratio(wave("1", 1), "x", "w", by="sex"), ["1"])
    surveys = [("quebec", ["trust_gov", "ai_private"], ["2024", "2025"], None)]
    if gss := os.environ.get("PADAI_GSS_DIR"):
        surveys.append(("gss-trust", ["coneduc", "confed"], ["2016", "2018"], gss))
    if cep := os.environ.get("PADAI_CEP_DIR"):
        surveys.append(("cep", ["TE2P13_A"], ["65", "67"], cep))
    for survey, questions, waves, folder in surveys:
        for part in ("main", "phone") if survey == "quebec" else ("main",):
            estimates = real(survey, questions, waves, part, folder)
            keep(f"{survey} {part}", estimates, waves)
    last = weight_as_declared(padai.read_wave(load_survey(ROOT / "surveys" / "quebec"), "2025"))
    groups = padai.proportion(last, "trust_gov", by="age_group")
    against = padai.difference_from_rest(last, "trust_gov", by="age_group")
    told = figures_told(groups, np.arange(len(groups)), against, "rest")
    samples.append(told[0])
    figures.extend(told[1])
    script = witness_of(samples, figures, title="kinds", lang="en")
    place = tmp_path_factory.mktemp("witness")
    script.write(place)
    mutants = _mutants(script.expected, place)
    done = subprocess.run(
        ["Rscript", "--no-init-file", "witness.R", "expected.csv", *mutants],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (place / "comparison.csv").is_file(), done.stderr[-2000:]
    table = pd.read_csv(place / "comparison.csv")
    return Ran(place, done.returncode, done.stdout.splitlines(), table, script.expected)


def _mutants(expected: pd.DataFrame, folder: Path) -> list[str]:
    """Write tables in each of which one figure, drawn at random, is off by one in ten thousand."""
    rng = np.random.default_rng(7)
    names = []
    while len(names) < MUTATED:
        row = int(rng.integers(len(expected)))
        column = str(rng.choice(["estimate", "std_error", "df", "conf_low", "conf_high"]))
        value = expected.loc[row, column]
        if not np.isfinite(value) or value == 0:
            continue
        other = expected.copy()
        off = 1e-4 * max(abs(value), expected.loc[row, "std_error"])
        other[column] = other[column].astype(float)
        other.loc[row, column] = value + off
        names.append(f"mutant-{len(names)}.csv")
        other.to_csv(folder / names[-1], index=False)
    unknown = expected.iloc[:1].assign(key="no such figure")
    fewest = int(len(expected) * 0.05 / 0.95)
    for name, more in (("few.csv", fewest), ("many.csv", fewest + 2)):
        added = [unknown.assign(key=f"no such figure {k}") for k in range(more)]
        pd.concat([expected, *added]).to_csv(folder / name, index=False)
    expected.iloc[1:].to_csv(folder / "less.csv", index=False)
    pd.concat([expected, expected.iloc[:1]]).to_csv(folder / "twice.csv", index=False)
    return [*names, "few.csv", "many.csv", "less.csv", "twice.csv"]


def furthest(ran: Ran, part: str) -> float:
    mine = ran.table[ran.table["key"].str.startswith(f"{part} ")]
    assert len(mine) and mine["r"].notna().any()
    assert (mine["padai"].isna() == mine["r"].isna()).all()
    return float(mine["difference"].max())


CLOSED = (
    "clusters apart",
    "clusters shared",
    "two stages",
    "linear",
    "one margin",
    "jackknife",
    "ratio",
    "lonely, average, strata out of reach",
    "arcsine",
    "likelihood",
    "quebec phone",
)


@pytest.mark.needs("r-survey")
@pytest.mark.parametrize(
    "part", [*KINDS, "means", "totals", "ratio", "rest", "quebec main", "quebec phone"]
)
def test_r_finds_the_same_figures(ran: Ran, part: str) -> None:
    assert furthest(ran, part) <= (1e-9 if part in CLOSED else 1e-7)


@pytest.mark.needs("r-survey", "gss")
def test_r_finds_the_same_figures_of_a_survey_whose_waves_share_units(ran: Ran) -> None:
    assert furthest(ran, "gss-trust main") <= 1e-9


@pytest.mark.needs("r-survey", "cep")
def test_r_finds_the_same_figures_of_a_survey_with_weights_alone(ran: Ran) -> None:
    assert furthest(ran, "cep main") <= 1e-9


@pytest.mark.needs("r-survey")
def test_one_figure_that_is_another_makes_the_script_fail(ran: Ran) -> None:
    said = dict(line.split(": ", 1) for line in ran.lines)
    assert said["expected.csv"].startswith("same")
    assert len(said) == MUTATED + 5
    for k in range(MUTATED):
        assert said[f"mutant-{k}.csv"].startswith("DIFFERENT"), k
    assert ran.status == 1


@pytest.mark.needs("r-survey")
def test_more_than_one_figure_in_twenty_left_out_makes_it_fail(ran: Ran) -> None:
    said = dict(line.split(": ", 1) for line in ran.lines)
    assert said["few.csv"].startswith("same")
    assert said["many.csv"].startswith("DIFFERENT")


@pytest.mark.needs("r-survey")
def test_a_figure_less_or_twice_makes_it_fail(ran: Ran) -> None:
    said = dict(line.split(": ", 1) for line in ran.lines)
    assert said["less.csv"].startswith("DIFFERENT")
    assert said["twice.csv"].startswith("DIFFERENT")


# --- what is written -----------------------------------------------------------------------------


def written(**kept: object) -> Witness:
    both = padai.stack([raked(wave("2024", 1)), raked(wave("2025", 2))], "none")
    est = padai.proportion(both, "q", net={"good": ["1", "2"]})
    return est.witness("r", differences=padai.difference(est, "2025", "2024"), **kept)


def test_the_script_is_one_design_a_wave_and_one_line_a_figure() -> None:
    script = written(lang="fr").script
    body = script[script.index("# --- Les vagues") :]
    assert len(re.findall(r"<- svydesign\(", body)) == 2
    assert len(re.findall(r"<- calibrate\(", body)) == 2
    assert "epsilon = 1e-12" in body and "maxit = 500" in body
    assert body.count("\nlevel(") == 2 and body.count("\nchange(") == 1


def test_the_data_hold_no_identifier_and_no_column_that_is_not_used() -> None:
    data = written().data
    assert list(data.columns) == ["part", "wave", "w", "h", "m_sex", "m_age", "q"]
    assert set(data["q"]) == {"1", "2", "3", "4", ""}


def test_people_who_return_are_numbered_and_not_named() -> None:
    stacked = padai.stack([wave("1", 1), wave("2", 2, ids=returning(1))], "respondent")
    data = padai.proportion(stacked, "q", net=NETS).witness("r").data
    assert "id" not in data and set(data["person"]) <= {str(k) for k in range(600)}


def test_a_text_reads_back_in_every_locale() -> None:
    frame = people(40, 1).assign(q=['l’été "\\U', "b\n☃"] * 20)
    script = padai.proportion(padai.Wave(frame, STRATA, id="1"), "q").witness("r").script
    line = next(row for row in script.splitlines() if row.startswith("level(") and "\\u" in row)
    assert line.isascii()
    assert '"l\\u2019\\u00e9t\\u00e9 \\"\\\\U"' in script and '"b \\u2603"' in script


@pytest.mark.needs("r-survey")
def test_codes_that_only_a_hostile_file_holds_are_found_by_r(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    frame = people(60, 1).assign(q=['l’été "\\U', "b\r\n☃ 🂡", "T", "NA"] * 15)
    frame = frame.rename(columns={"q": "if (1) q$`", "h": "wave", "sex": "part"})
    design = padai.Design(weight="w", stratum="wave")
    targets = {"age": {"18": 0.3, '3,5 + é🂡"': 0.3, "55": 0.4}}
    frame["age"] = frame["age"].replace("35", '3,5 + é🂡"')
    given = padai.rake(padai.Wave(frame, design, id="c"), targets)
    est = padai.proportion(given, "if (1) q$`", by="part")
    est.witness("r").write(tmp_path)
    assert run_r("Rscript", tmp_path / "witness.R").same


def test_a_line_is_broken_between_terms_and_never_in_a_text() -> None:
    targets = {"age": {f"level, + {'x' * 30} {k}": 0.2 for k in range(5)}}
    frame = people(300, 1).assign(age=np.resize(list(targets["age"]), 300))
    est = padai.proportion(padai.rake(padai.Wave(frame, STRATA, id="1"), targets), "q")
    script = est.witness("r").script
    assert all(line.count('"') % 2 == 0 for line in script.splitlines())
    assert f'"level, + {"x" * 30} 4"' in script


@pytest.mark.parametrize("name", ["a b", "1", "if", "é", "_", "a*b", "T", ""])
def test_names_are_those_that_r_takes(name: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_.]*", clean(name))


def test_stata_and_svy_have_their_calls_said_to_be_not_run() -> None:
    est = padai.proportion(wave("1", 1, PSUS), "q", net={"good": ["1", "2"]}, by="sex")
    stata = est.witness("stata", lang="en")
    assert "which has not run them" in stata.script.splitlines()[0]
    assert "svyset c [pweight = w], strata(h) singleunit(missing)" in stata.script
    assert stata.script.count("svy, level(95): ratio") == len(est)
    assert "no las ha ejecutado" in est.witness("stata", lang="es").script.splitlines()[0]
    svy = est.witness("svy", lang="fr")
    assert "ne les a pas exécutés" in svy.script.splitlines()[0]
    compile(svy.script, "witness_svy.py", "exec")
    assert svy.script.count("estimation.ratio(") == len(est)
    assert "largest relative difference" in svy.script.splitlines()[-1]


# --- what is refused -----------------------------------------------------------------------------


def refused(call, *found: str) -> None:
    with pytest.raises(PadaiError) as told:
        call()
    assert isinstance(told.value, WitnessError)
    for lang, words in zip(("en", "fr"), found, strict=True):
        assert words in told.value.texts[lang]
    assert told.value.texts["fr"] != told.value.texts["en"]


def test_a_witness_that_does_not_exist_is_refused() -> None:
    est = padai.proportion(wave("1", 1), "q")
    refused(lambda: est.witness("sas"), "there is no such witness", "ce témoin n’existe pas")


def test_estimates_that_are_no_ratio_are_refused() -> None:
    est = padai.quantile(wave("1", 1), "x", probs=[0.5])
    refused(lambda: est.witness("r"), "other estimates", "d’autres estimations")


def test_detached_estimates_are_refused() -> None:
    with pytest.raises(EstimationError, match="detached"):
        padai.proportion(wave("1", 1), "q").detach().witness("r")


@pytest.mark.parametrize(
    ("made", "en", "fr"),
    [
        (
            lambda: padai.Wave(
                people(300, 1), padai.Design(weight="w", stratum="h", psu="c", lonely_domain=True)
            ),
            "no equal in R",
            "pas d’équivalent",
        ),
        (
            lambda: padai.trim(raked(wave("1", 1)), lower=0.5, upper=1.5),
            "changed after their calibration",
            "modifiés après leur calage",
        ),
        (
            lambda: padai.replicate_weights(wave("1", 1, PSUS), "jkn"),
            "made by padai",
            "faits par padai",
        ),
    ],
)
def test_a_design_that_r_does_not_have_is_refused(made, en: str, fr: str) -> None:
    est = padai.proportion(made(), "q")
    refused(lambda: est.witness("r"), en, fr)


def test_a_calibrated_design_is_refused_for_stata_and_svy() -> None:
    est = padai.proportion(raked(wave("1", 1)), "q")
    refused(lambda: est.witness("stata"), "calibrated weights", "poids calés")
    refused(lambda: est.witness("svy"), "calibrated weights", "poids calés")


def test_no_figure_and_too_many_are_refused() -> None:
    est = padai.proportion(wave("1", 1), "q")
    refused(lambda: est.witness("r", rows=[]), "1 to 2000", "1 à 2000")


def test_what_is_no_difference_and_no_language_is_refused(tmp_path: Path) -> None:
    mine = padai.proportion(wave("1", 1), "q")
    refused(lambda: mine.witness("r", differences=mine), "Estimates was given", "a été donné")
    refused(lambda: mine.witness("r", differences=[1]), "list was given", "a été donné")
    refused(lambda: mine.witness("r", lang="de"), "'en' or 'es'", "'en' ou 'es'")
    (tmp_path / "own").write_text("x")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        refused(lambda: mine.witness("r").write(""), f"'{tmp_path.name}' holds", tmp_path.name)


def test_differences_of_other_estimates_are_refused() -> None:
    both = padai.stack([wave("1", 1), wave("2", 2)], "none")
    est, by_sex = padai.proportion(both, "q"), padai.proportion(both, "q", by="sex")
    other = padai.difference(by_sex, "2", "1")
    refused(
        lambda: est.witness("r", differences=other), "not between waves", "pas entre des vagues"
    )


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("build/\n")
    (tmp_path / "mine.txt").write_text("kept")
    made = written()
    refused(lambda: made.write(tmp_path), "holds something else", "contient autre chose")
    assert sorted(p.name for p in tmp_path.iterdir()) == [".gitignore", "mine.txt"]
    made.write(tmp_path / "new")
    made.write(tmp_path / "new")  # a witness's own folder is written again
    assert (tmp_path / "new" / ".gitignore").read_text().endswith("*\n")


# --- R, where it is ------------------------------------------------------------------------------


def program(folder: Path, text: str) -> str:
    """Return a program that stands for R."""
    path = folder / "Rscript"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_r_that_takes_too_long_is_stopped_with_what_it_started(tmp_path: Path) -> None:
    slow = program(tmp_path, "sleep 300 & echo $! > child; wait")
    start = time.monotonic()
    with pytest.raises(WitnessError, match="stopped after"):
        run_r(slow, tmp_path / "witness.R", minutes=0.01)
    assert time.monotonic() - start < 30
    child = Path("/proc") / (tmp_path / "child").read_text().strip() / "stat"
    for _ in range(50):
        if not child.exists() or child.read_text().split()[2] == "Z":
            break
        time.sleep(0.1)
    else:
        pytest.fail("a process that R started is left")


def test_r_without_its_package_is_told_with_the_line_that_installs_it(tmp_path: Path) -> None:
    bare = program(tmp_path, "exit 1")
    refused(
        lambda: run_r(bare, tmp_path / "witness.R"),
        "without its package 'survey'",
        "sans son paquet «\u00a0survey\u00a0»",
    )


def test_r_that_stops_before_its_verdict_is_told(tmp_path: Path) -> None:
    (tmp_path / "verdict.dcf").write_text("verdict: same\n")  # one of an earlier run
    broken = program(tmp_path, 'case "$*" in *requireNamespace*) exit 0;; esac; exit 1')
    refused(
        lambda: run_r(broken, tmp_path / "witness.R"),
        "stopped before its verdict",
        "arrêté avant son verdict",
    )


def test_only_the_command_starts_r() -> None:
    """Neither a build nor a verification imports what runs it."""
    importing = {
        name: sorted(
            path.relative_to(ROOT / "padai").as_posix()
            for path in (ROOT / "padai").rglob("*.py")
            if f"padai.pipeline.commands.{name}" in path.read_text(encoding="utf-8")
        )
        for name in ("rscript", "witnessing")
    }
    assert importing == {
        "rscript": ["pipeline/commands/witnessing.py"],
        "witnessing": ["cli/witness_command.py"],
    }


def test_a_verdict_counts_only_where_r_ended_well(tmp_path: Path) -> None:
    told = "verdict: same\\ncompared: 3\\nlacking: 0\\nlargest: 1e-12\\nR: 4.5.0\\nsurvey: 4.4.2\\n"
    for code, same in ((0, True), (1, False)):
        ended = program(tmp_path, f"printf '{told}' > verdict.dcf; exit {code}")
        assert run_r(ended, tmp_path / "witness.R") == Verdict(same, 1e-12, 3, 0, "4.5.0", "4.4.2")


# --- a release -----------------------------------------------------------------------------------


def found(digest: str, **other: object) -> dict[str, object]:
    return {
        "survey": "example",
        "wave": "2025",
        "r": "4.5.0",
        "package": "4.4.2",
        "same": True,
        "largest": 3e-13,
        "compared": 9,
        "not_compared": 0,
        "tables": digest,
        "script": "0" * 64,
        "data": "0" * 64,
    } | other


def order_of(project: Path):
    from padai.pipeline.machinery.build_request import ordered

    return ordered(project / "surveys" / "example", None, None)


def facts_of(project: Path) -> dict[str, object]:
    text = (version(project) / INSIDE / "texts.json").read_text(encoding="utf-8")
    return json.loads(text)["facts"]


@pytest.fixture(scope="module")
def drafted(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project with its last wave as a draft, which nothing records."""
    folder = tmp_path_factory.mktemp("draft") / "project"
    shutil.copytree(first, folder)
    (folder / "surveys" / "example" / "releases.yaml").unlink()
    shutil.rmtree(version(folder))
    declare(folder, status="draft")
    with pytest.MonkeyPatch.context() as patch:
        _quick(patch)
        build(folder)
    return folder


@pytest.fixture
def draft(drafted: Path, tmp_path: Path) -> Path:
    shutil.copytree(drafted, tmp_path / "draft")
    return tmp_path / "draft"


def digest_of(project: Path) -> str:
    return tables_digest(version(project) / INSIDE)


def test_a_release_quotes_the_witness_of_its_tables_and_its_record_pins_it(draft: Path) -> None:
    out, digest = draft, digest_of(draft)
    assert "witness" not in facts_of(out)
    log = write_log(order_of(out), found(digest))
    declare(out, status="demonstration")
    build(out)
    assert tables_digest(version(out) / INSIDE) == digest  # a draft has the tables of what goes out
    assert facts_of(out)["witness"]["compared"] == 9
    assert records(out)[0].witness == facts_of(out)["witness"]["log"]
    before = {p: p.read_bytes() for p in version(out).rglob("*") if p.is_file()}
    build(out)  # the same bytes again
    assert {p: p.read_bytes() for p in version(out).rglob("*") if p.is_file()} == before
    log.unlink()
    with pytest.raises(PublicationError, match="frozen"):
        build(out)


def test_a_witness_of_other_tables_is_not_quoted(draft: Path) -> None:
    digest = digest_of(draft)
    write_log(order_of(draft), found(digest))
    assert quoted(order_of(draft), version(draft) / INSIDE) is not None
    write_log(order_of(draft), found("0" * 64))
    assert quoted(order_of(draft), version(draft) / INSIDE) is None


def test_a_version_that_went_out_keeps_what_it_says(out: Path) -> None:
    digest = tables_digest(version(out) / INSIDE)
    before = {p: p.read_bytes() for p in version(out).rglob("*") if p.is_file()}
    write_log(order_of(out), found(digest))
    build(out)
    assert {p: p.read_bytes() for p in version(out).rglob("*") if p.is_file()} == before


def test_a_log_of_other_tables_is_no_input_of_a_version(out: Path) -> None:
    """Nothing rests on it, so that the version is made again to the byte."""
    shutil.rmtree(out / "releases")
    (out / "surveys" / "example" / "releases.yaml").unlink()
    path = write_log(order_of(out), found("0" * 64))
    build(out)
    assert "witness" not in (version(out) / INSIDE / "manifest.json").read_text(encoding="utf-8")
    before = {p: p.read_bytes() for p in version(out).rglob("*") if p.is_file()}
    assert path.is_file()
    shutil.rmtree(version(out))
    build(out)
    assert {p: p.read_bytes() for p in version(out).rglob("*") if p.is_file()} == before


def test_a_period_rests_on_the_waves_that_asked() -> None:
    """A question of every other wave: those between have no figure to work out again."""
    question = SimpleNamespace(asked_in=lambda w: w in ("58", "61", "65", "67"))
    row = {"first_wave": "58", "last_wave": "67", "left_out": "61"}
    ids = [str(w) for w in range(58, 69)]
    assert _waves_of(row, ids, question) == ["58", "65", "67"]  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": 2}', '{"schema": 1, "same": "yes"}'])
def test_a_log_that_was_harmed_stops_the_build_in_one_sentence(out: Path, text: str) -> None:
    (out / "surveys" / "example" / "releases.yaml").unlink()
    path = log_path(order_of(out))
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PublicationError, match="not the log of a witness"):
        quoted(order_of(out), "0" * 64)


@pytest.mark.needs("r-survey")
def test_the_witness_of_a_release_is_run_and_logged(draft: Path, tmp_path: Path) -> None:
    out, digest = draft, digest_of(draft)
    made = witness(out / "surveys" / "example", out=tmp_path / "w")
    assert made.verdict is not None and made.verdict.same and made.verdict.largest <= 1e-7
    assert (made.figures, made.left_out) == (15, 0)  # nine of waves and changes, six of periods
    log = json.loads(log_path(order_of(out)).read_text(encoding="utf-8"))
    assert log["tables"] == digest and log["compared"] == 15 and log["same"] is True
    # a figure of the store that is another: R says so, and the log with it
    estimates = version(out) / INSIDE / "trends.csv"
    frame = pd.read_csv(estimates, dtype=str, keep_default_na=False)
    mine = frame.index[
        (frame["question"] == "trust_staff")
        & (frame["response"] == "trust")
        & (frame["breakdown"] == "total")
        & (frame["wave"] == "2025")
    ][0]
    frame.loc[mine, "std_error"] = repr(float(frame.loc[mine, "std_error"]) * 1.00001)
    frame.to_csv(estimates, index=False, lineterminator="\n")
    again = witness(out / "surveys" / "example", out=tmp_path / "w")
    assert again.verdict is not None and not again.verdict.same
    assert json.loads(log_path(order_of(out)).read_text(encoding="utf-8"))["same"] is False


def test_a_key_result_with_no_change_is_worked_out_all_the_same(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first wave, or a break: its level is a figure; nothing is left out, and nothing stops."""
    from padai.pipeline.commands import witnessing

    store = witnessing._store(order_of(out))
    alone = {name: store.tables[name].iloc[:0] for name in ("differences", "slopes")}
    without = replace(store, tables={**store.tables, **alone})
    monkeypatch.setattr(witnessing, "_store", lambda _: without)
    made = witness(out / "surveys" / "example", out=tmp_path / "w", run=False)
    assert (made.figures, made.left_out) == (3, 0)
    none = replace(store, tables={**without.tables, "trends": store.tables["trends"].iloc[:0]})
    monkeypatch.setattr(witnessing, "_store", lambda _: none)
    refused(
        lambda: witness(out / "surveys" / "example", out=tmp_path / "v", run=False),
        "no key result of this release",
        "aucun chiffre clé de cette publication",
    )
    assert not (tmp_path / "v").exists()


def test_nothing_is_logged_where_r_is_not(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("padai.pipeline.commands.witnessing.found_r", lambda: None)
    made = witness(out / "surveys" / "example", out=tmp_path / "w")
    assert made.verdict is None and made.log is None
    assert not log_path(order_of(out)).exists()
    assert (tmp_path / "w" / "witness.R").is_file()


@pytest.mark.parametrize("place", ["releases/w", "releases", ".", "surveys/example/w", "_site"])
def test_a_witness_goes_nowhere_that_is_published_or_kept(out: Path, place: str) -> None:
    before = sorted(out.rglob("*"))
    refused(
        lambda: witness(out / "surveys" / "example", out=out / place),
        "does not go into",
        "ne va ni dans",
    )
    assert sorted(out.rglob("*")) == before


def test_a_wave_that_was_not_built_and_a_survey_without_key_results_are_told(
    out: Path, tmp_path: Path
) -> None:
    folder = out / "surveys" / "example"
    refused(
        lambda: witness(folder, wave="2024", out=tmp_path / "w"),
        "no store yet",
        "pas encore de dépôt",
    )
    edit(folder / "survey.yaml", r"(?ms)^key_results:.*?(?=^sections:)", "")
    refused(lambda: witness(folder, out=tmp_path / "w"), "no key result", "aucun chiffre clé")
    assert not (tmp_path / "w").exists()


def test_a_consultation_has_nothing_to_be_worked_out_again(tmp_path: Path) -> None:
    refused(
        lambda: witness(ROOT / "surveys" / "consultation", out=tmp_path / "w"),
        "without standard errors",
        "sans erreur type",
    )


def test_a_difference_across_a_bridge_is_left_out_and_told() -> None:
    from padai.witness import change_figure

    row = {"wave": "2", "reference": "1", "question": "q", "response": "a", "breakdown": "total",
           "group": "total", "breaks": "mode", "estimate": 0.1, "std_error": 0.1, "df": 3.0,
           "conf_low": 0.0, "conf_high": 0.2}  # fmt: skip
    figure = change_figure(row, AskedEstimate("q"), AskedEstimate("q"))
    assert figure.what is None and figure.why == "bridged"
    kept = Figure("", "k", Level("1", AskedEstimate("q"), "t"), figure.expected)
    assert (kept.what, figure.key) == (Level("1", AskedEstimate("q"), "t"), "2-1 q:a")


# --- what is published ---------------------------------------------------------------------------


def test_the_methodology_says_what_was_found_or_that_nothing_was(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s")
    french, english = (shown_in(store, lang) for lang in ("fr", "en"))
    assert "n’ont pas été recalculés" in french and "have not been worked out again" in english
    quote = {
        "log": "0" * 64,
        "r": "4.5.0",
        "package": "4.4.2",
        "same": True,
        "largest": 3e-13,
        "compared": 24,
        "not_compared": 0,
    }
    said = {}
    for lang in ("fr", "en"):
        for name, other in (
            ("same", {}),
            ("left", {"not_compared": 2}),
            ("other", {"same": False}),
            ("ten", {"largest": 9.7e-11}),
            ("none", {"largest": 0.0}),
        ):
            facts = {**store.facts, "witness": {**quote, **other}}
            said[lang, name] = shown_in(replace(store, facts=facts), lang)
    assert "R\u00a04.5.0 (paquet survey\u00a04.4.2)" in said["fr", "same"]
    assert "écart relatif le plus grand\u00a0: 3\u00a0×\u00a010⁻¹³." in said["fr", "same"]
    assert "largest relative difference: 3\u00a0×\u00a010⁻¹³." in said["en", "same"]
    assert "1\u00a0×\u00a010⁻¹⁰" in said["en", "ten"] and ": none." in said["en", "none"]
    assert "mesuré à part\u00a0: 2." in said["fr", "left"] and "apart: 2." in said["en", "left"]
    assert "pas tous les mêmes" in said["fr", "other"] and "3\u00a0×" not in said["fr", "other"]


def shown_in(store: Store, lang: str) -> str:
    return recomputed(Context(store, lang)).markdown.replace("\\", "")


def test_the_command_says_it_in_both_languages(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from padai.cli import main

    monkeypatch.setattr("padai.pipeline.commands.witnessing.found_r", lambda: None)
    for lang, words in (
        ("fr", "R n’est pas sur cette machine"),
        ("en", "R is not on this machine"),
    ):
        with pytest.raises(SystemExit) as ended:
            main(
                [
                    "witness",
                    str(out / "surveys" / "example"),
                    "--out",
                    str(tmp_path / "w"),
                    "--lang",
                    lang,
                ]
            )
        assert ended.value.code == 0
        told = capsys.readouterr()
        written = pd.read_csv(tmp_path / "w" / "expected.csv")
        assert words in told.err.replace("\u00a0", " ")
        assert len(written) >= 9 and f"{len(written)} " in told.out
    verdict = Verdict(False, 0.5, 9, 0, "4.5.0", "4.4.2")
    monkeypatch.setattr("padai.pipeline.commands.witnessing.found_r", lambda: "Rscript")
    monkeypatch.setattr("padai.pipeline.commands.witnessing.run_r", lambda *_: verdict)
    with pytest.raises(SystemExit) as ended:
        main(["witness", str(out / "surveys" / "example"), "--out", str(tmp_path / "w")])
    assert ended.value.code == 1
    assert "DIFF" in capsys.readouterr().out
