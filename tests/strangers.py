"""Files of six houses that never were, made with a seed: what is true of each stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat

from padai.errors import Said
from padai.interchange import Choices, init_from

N = 400
CANARY = "qzjx"
Cells = Mapping[Any, str]


@dataclass(frozen=True)
class House:
    """A survey as its house delivers it, and what the generator knows of it.

    Attributes
    ----------
    files
        One a wave, oldest first, or one that holds them all.
    language
        The language of its labels.
    roles
        By wave, the column of each role that the design has.
    missing
        By column, the values that are no answer, in every wave.
    turned
        Columns whose scale turned over in the last wave.
    renamed
        By column of the last wave, its name before.
    others
        Columns whose name stands for another question in the last wave than in the one before.
    twins
        Columns that are a weight again.
    wave_column
        The column that tells the wave.
    chosen
        By role, the column that a person who knows the house names where padai asks.
    """

    name: str
    files: tuple[Path, ...]
    language: str
    roles: Mapping[str, Mapping[str, str]]
    missing: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    turned: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    wave_column: str | None = None
    chosen: Mapping[str, str] = field(default_factory=dict)


def begun(
    tmp_path: Path, frames: dict[str, pd.DataFrame], **choices: Any
) -> tuple[Path, list[str]]:
    """Draft a survey of files, one a frame; return its folder and what was told."""
    told: list[Said] = []
    files = []
    for name, frame in frames.items():
        files.append(tmp_path / f"{name}.csv")
        frame.to_csv(files[-1], index=False)
    survey = tmp_path / "p" / "surveys" / "house"
    init_from(survey, files, Choices(tell=told.append, **choices))
    return survey, [said.text("en") for said in told]


def weights(rng: np.random.Generator, n: int = N, spread: float = 0.4) -> Any:
    made = np.exp(rng.normal(0, spread, n))
    return made * n / made.sum()


def answers(rng: np.random.Generator, values: list[float], n: int = N) -> Any:
    shares = np.array([3.0] * 4 + [0.4] * max(0, len(values) - 4))[: len(values)]
    return rng.choice(values, n, p=shares / shares.sum())


def sav(path: Path, frame: pd.DataFrame, labels: Mapping[str, str], **values: Cells) -> Path:
    pyreadstat.write_sav(
        frame,
        str(path),
        column_labels=[labels.get(c, "") for c in frame],
        variable_value_labels={k: v for k, v in values.items() if k in frame},
    )
    return path


def german(folder: Path, seed: int = 1) -> House:
    """A cumulative Stata file: a weight for east and west, negative codes, sample points."""
    rng = np.random.default_rng(seed)
    agree = {1.0: "STIMME VOLL ZU", 2.0: "STIMME EHER ZU", 3.0: "STIMME EHER NICHT ZU",
             4.0: "STIMME GAR NICHT ZU", -9.0: "KEINE ANGABE", -8.0: "WEISS NICHT",
             -7.0: "VERWEIGERT"}  # fmt: skip
    frames = []
    for year in (2018, 2021, 2023):
        east = rng.random(N) < 0.35
        frames.append(
            pd.DataFrame(
                {
                    "za_nr": 5290.0,
                    "year": float(year),
                    "respid": np.arange(1.0, N + 1) + 1000 * year,
                    "eastwest": np.where(east, 2.0, 1.0),
                    "land": np.where(east, rng.integers(11, 17, N), rng.integers(1, 11, N)).astype(
                        float
                    ),
                    "xs11": np.repeat(np.arange(1.0, N / 10 + 1), 10) + 1000 * (year - 2000),
                    "pt03": answers(rng, [1.0, 2.0, 3.0, 4.0, -9.0, -8.0, -7.0]),
                    "pt12": answers(rng, [1.0, 2.0, 3.0, 4.0, -9.0, -8.0]),
                    "sex": rng.choice([1.0, 2.0], N),
                    "age": rng.integers(18, 95, N).astype(float),
                    "wghtpew": np.where(east, 0.55, 1.0 + 0.35 * 0.45 / 0.65),
                }
            )
        )
        frames[-1]["wghtpew"] *= N / frames[-1]["wghtpew"].sum()
    frame = pd.concat(frames, ignore_index=True)
    labels = {
        "za_nr": "STUDIENNUMMER", "year": "ERHEBUNGSJAHR",
        "respid": "IDENTIFIKATIONSNUMMER DES BEFRAGTEN",
        "eastwest": "ERHEBUNGSGEBIET <WOHNGEBIET>: WEST - OST",
        "land": "BUNDESLAND, IN DEM DER BEFRAGTE WOHNT", "xs11": "VIRT. SAMPLE-POINT-NUMMER",
        "pt03": "WIE STARK VERTRAUEN SIE DEM BUNDESTAG?", "pt12": "UND WIE STARK DER POLIZEI?",
        "sex": "GESCHLECHT DER BEFRAGTEN PERSON", "age": "ALTER DER BEFRAGTEN PERSON",
        "wghtpew": "PERSONENBEZOGENES OST-WEST-GEWICHT",
    }  # fmt: skip
    path = folder / "kumulation.dta"
    lands = {float(i): f"LAND {i}" for i in range(1, 17)}
    pyreadstat.write_dta(
        frame,
        str(path),
        column_labels=[labels[c] for c in frame],
        variable_value_labels={
            "pt03": agree,
            "pt12": agree,
            "sex": {1.0: "MANN", 2.0: "FRAU"},
            "land": lands,
            "eastwest": {1.0: "ALTE BUNDESLAENDER", 2.0: "NEUE BUNDESLAENDER"},
        },
    )
    roles = {"id": "respid", "weight": "wghtpew", "psu": "xs11"}
    return House(
        "german",
        (path,),
        "de",
        dict.fromkeys(("2018", "2021", "2023"), roles),
        {"pt03": (-9, -8, -7), "pt12": (-9, -8)},
        wave_column="year",
    )


def african(folder: Path, seed: int = 2) -> House:
    """Two rounds over several countries: two weights, areas numbered anew, a question renamed."""
    rng = np.random.default_rng(seed)
    trust = {
        0.0: "Not at all",
        1.0: "Just a little",
        2.0: "Somewhat",
        3.0: "A lot",
        8.0: "Refused",
        9.0: "Don't know",
        -1.0: "Missing",
    }
    files = []
    for turn, year in enumerate((2019, 2022)):
        country = np.repeat([1.0, 2.0, 3.0, 4.0], N // 4)
        within = weights(rng)
        people = np.array([20.0, 5.0, 60.0, 1.0])[country.astype(int) - 1]
        names = ["Q43A", "Q43B", "Q58"] if turn == 0 else ["Q37A", "Q37B", "Q58"]
        frame = pd.DataFrame(
            {
                "RESPNO": [f"{'KGTM'[int(c) - 1]}{i:04d}" for i, c in enumerate(country)],
                "COUNTRY": country,
                "URBRUR": rng.choice([1.0, 2.0], N),
                "REGION": country * 100 + rng.integers(1, 6, N),
                "EANUMB": np.tile(np.repeat(np.arange(1.0, 11), 10), 4),
                "DATEINTR": pd.to_datetime(f"{year}-03-01")
                + pd.to_timedelta(rng.integers(0, 40, N), "D"),
                names[0]: answers(rng, [0.0, 1.0, 2.0, 3.0, 8.0, 9.0, -1.0]),
                names[1]: answers(rng, [0.0, 1.0, 2.0, 3.0, 8.0, 9.0, -1.0]),
                names[2]: rng.choice([0.0, 1.0], N)
                if turn
                else rng.choice([0.0, 1.0, 2.0, 3.0], N),
                "Q1": rng.integers(18, 90, N).astype(float),
                "Q101": rng.choice([1.0, 2.0], N),
                "withinwt": within,
                "Combinwt": within * people / people.mean(),
            }
        )
        labels = {
            "RESPNO": "Respondent number", "COUNTRY": "Country", "URBRUR": "Urban or rural",
            "REGION": "Province or region", "EANUMB": "Enumeration area number",
            "DATEINTR": "Date of interview", names[0]: "How much do you trust the president?",
            names[1]: "How much do you trust the police?",
            "Q58": "Did you vote in the last national election?" if turn else
                   "How often do you discuss politics with friends?",
            "Q1": "Age of respondent", "Q101": "Gender of respondent",
            "withinwt": "Within-country weighting factor",
            "Combinwt": "Combined across-country weighting factor",
        }  # fmt: skip
        often = {0.0: "Never", 1.0: "Occasionally", 2.0: "Often", 3.0: "Always"}
        places = {v: f"Region {v:.0f}" for v in sorted(set(frame["REGION"]))}
        values = {
            names[0]: trust, names[1]: trust, "Q101": {1.0: "Male", 2.0: "Female"},
            "Q58": {0.0: "No", 1.0: "Yes"} if turn else often, "REGION": places,
            "COUNTRY": {1.0: "Kenya", 2.0: "Ghana", 3.0: "Tanzania", 4.0: "Malawi"},
            "URBRUR": {1.0: "Urban", 2.0: "Rural"},
        }  # fmt: skip
        files.append(sav(folder / f"afro_r{7 + turn}_{year}.sav", frame, labels, **values))
    roles = {"id": "RESPNO", "weight": "withinwt", "psu": "EANUMB"}
    return House(
        "african",
        tuple(files),
        "en",
        dict.fromkeys(("2019", "2022"), roles),
        {"Q37A": (8, 9, -1), "Q37B": (8, 9, -1)},
        renamed={"Q37A": "Q43A", "Q37B": "Q43B"},
        others=("Q58",),
        chosen={"weight": "withinwt"},
    )


def arabic(folder: Path, seed: int = 3) -> House:
    """Two waves labelled in Arabic; the scale turns over, and a column changes its name."""
    rng = np.random.default_rng(seed)
    trust = {
        1.0: "أثق إلى درجة كبيرة",
        2.0: "أثق إلى درجة متوسطة",
        3.0: "أثق إلى درجة قليلة",
        4.0: "لا أثق على الإطلاق",
        98.0: "لا أعرف",
        99.0: "رفض الإجابة",
    }
    over = {1.0: 4.0, 2.0: 3.0, 3.0: 2.0, 4.0: 1.0}
    files = []
    for turn, year in enumerate((2021, 2024)):
        scale = {over.get(v, v): t for v, t in trust.items()} if turn else trust
        sex = "Q1002" if turn else "Q1001"
        frame = pd.DataFrame(
            {
                "QID": np.arange(1.0, N + 1) + 10_000 * turn,
                "Q1": rng.choice([1.0, 2.0, 3.0], N),
                "Q201": answers(rng, [1.0, 2.0, 3.0, 4.0, 98.0, 99.0]),
                "Q516": answers(rng, [1.0, 2.0, 3.0, 4.0, 98.0, 99.0]),
                sex: rng.choice([1.0, 2.0], N),
                "Q1005": rng.integers(18, 90, N).astype(float),
                "WT": weights(rng),
            }
        )
        labels = {
            "QID": "رقم الاستمارة", "Q1": "المحافظة", "Q201": "إلى أي درجة تثق بالحكومة؟",
            "Q516": "إلى أي درجة تثق بالقضاء؟", sex: "جنس المستجيب", "Q1005": "عمر المستجيب",
            "WT": "الوزن",
        }  # fmt: skip
        values: dict[str, Cells] = {
            "Q1": {1.0: "العاصمة", 2.0: "الشمال", 3.0: "الجنوب"}, "Q201": scale, "Q516": trust,
            sex: {1.0: "ذكر", 2.0: "أنثى"},
        }  # fmt: skip
        files.append(sav(folder / f"barometer-{year}.sav", frame, labels, **values))
    roles = {"id": "QID", "weight": "WT"}
    return House(
        "arabic",
        tuple(files),
        "ar",
        dict.fromkeys(("2021", "2024"), roles),
        {"Q201": (98, 99), "Q516": (98, 99)},
        ("Q201",),
        {"Q1002": "Q1001"},
    )


def semicolons(folder: Path, seed: int = 4) -> House:
    """Two text files in French with semicolons and decimal commas; the weight stands there twice."""
    rng = np.random.default_rng(seed)
    trust = [
        "Tout à fait confiance",
        "Plutôt confiance",
        "Plutôt pas confiance",
        "Pas du tout confiance",
        "Ne sait pas",
    ]
    files = []
    for turn, year in enumerate((2023, 2025)):
        w = weights(rng)
        frame = pd.DataFrame(
            {
                "no_repondant": [f"R{year}{i:04d}" for i in range(N)],
                "strate": np.repeat(["A", "B", "C", "D"], N // 4),
                "confiance_gouvernement": answers(rng, trust),
                "confiance_tribunaux": answers(rng, trust),
                "sexe": rng.choice(["Femme", "Homme"], N),
                "age": rng.integers(18, 90, N),
                "courriel": [f"{CANARY}{i}@exemple.org" for i in range(N)],
                "revenu": [f"{v:.2f}".replace(".", ",") for v in rng.uniform(2, 9, N)],
                "poids": [f"{v:.8f}".replace(".", ",") for v in w],
                "poids_copie": [f"{v:.8f}".replace(".", ",") for v in w],
            }
        )
        if turn:
            frame = frame.rename(columns={"strate": "strate_tirage"})
        path = folder / f"sondage_{year}.csv"
        frame.to_csv(path, sep=";", index=False, encoding="utf-8-sig")
        files.append(path)
    first = {"id": "no_repondant", "weight": "poids", "stratum": "strate"}
    return House(
        "semicolons",
        tuple(files),
        "fr",
        {"2023": first, "2025": {**first, "stratum": "strate_tirage"}},
        {"confiance_gouvernement": ("Ne sait pas",)},
        twins=("poids_copie",),
    )


def tagged(folder: Path, seed: int = 5) -> House:
    """Two Stata files with tagged missing values; codes of no answer change their meaning."""
    rng = np.random.default_rng(seed)
    files = []
    for turn, year in enumerate((2020, 2024)):
        trust = pd.Series(answers(rng, [1.0, 2.0, 3.0, 4.0]), dtype=object)
        trust[rng.random(N) < 0.05] = "a"
        trust[rng.random(N) < 0.05] = "d"
        skipped = pd.Series(rng.choice([1.0, 2.0], N), dtype=object)
        skipped[rng.random(N) < 0.2] = "z"
        unsure, refusal = (88.0, 99.0) if turn else (8.0, 9.0)
        frame = pd.DataFrame(
            {
                "caseid": np.arange(1.0, N + 1) + 100_000 * turn,
                "vstrat": np.repeat(np.arange(1.0, 21), N // 20),
                "vpsu": np.tile(np.repeat([1.0, 2.0], N // 40), 20),
                "trustgov": trust,
                "voted": skipped,
                "satis": rng.choice(
                    [1.0, 2.0, 3.0, unsure, refusal], N, p=[0.3, 0.3, 0.3, 0.05, 0.05]
                ),
                "children": rng.integers(0, 9, N).astype(float),
                "wtssps": weights(rng),
            }
        )
        labels = {
            "caseid": "Respondent identifier", "vstrat": "Variance stratum",
            "vpsu": "Primary sampling unit within stratum",
            "trustgov": "How much of the time do you trust the government?",
            "voted": "Did you vote?", "satis": "How satisfied are you with your life?",
            "children": "How many children do you have?", "wtssps": "Post-stratification weight",
        }  # fmt: skip
        path = folder / f"panel{year}.dta"
        pyreadstat.write_dta(
            frame,
            str(path),
            column_labels=[labels[c] for c in frame],
            missing_user_values={"trustgov": ["a", "d"], "voted": ["z"]},
            variable_value_labels={
                "trustgov": {
                    1.0: "Always",
                    2.0: "Most of the time",
                    3.0: "Sometimes",
                    4.0: "Never",
                    "a": "Refused",
                    "d": "Don't know",
                },
                "voted": {1.0: "Yes", 2.0: "No", "z": "Not asked"},
                "satis": {
                    1.0: "Very satisfied",
                    2.0: "Fairly satisfied",
                    3.0: "Not satisfied",
                    unsure: "Don't know",
                    refusal: "Refused",
                },
            },
        )
        files.append(path)
    roles = {"id": "caseid", "weight": "wtssps", "stratum": "vstrat", "psu": "vpsu"}
    return House(
        "tagged",
        tuple(files),
        "en",
        dict.fromkeys(("2020", "2024"), roles),
        {"trustgov": ("a", "d"), "voted": ("z",), "satis": (88, 99)},
    )


def verbatim(folder: Path, seed: int = 6) -> House:
    """Four waves in Spanish: 2,000 answers as labels, one name that is four questions."""
    rng = np.random.default_rng(seed)
    trust = {
        1.0: "Mucha",
        2.0: "Bastante",
        3.0: "Poca",
        4.0: "Nada",
        8.0: "No sabe",
        9.0: "No contesta",
    }
    over = {v: trust[5.0 - v] if v < 5 else t for v, t in trust.items()}
    asked = [
        "¿Aprueba usted al gobierno?",
        "¿Cree que el país progresa?",
        "¿Participa en una iglesia?",
        "¿Ha usado el metro este año?",
    ]
    files, roles = [], {}
    for turn, year in enumerate((2015, 2017, 2019, 2021)):
        w = weights(rng)
        weight = "PONDERADOR" if turn < 2 else "pond"
        frame = pd.DataFrame(
            {
                "folio": np.arange(1.0, N + 1),
                "P1": answers(rng, [1.0, 2.0, 3.0, 4.0, 8.0, 9.0]),
                "P20": rng.choice([1.0, 2.0, 9.0], N, p=[0.5, 0.4, 0.1]),
                "P7_otro": rng.integers(1, 2001, N).astype(float),
                "comentario": [f"{CANARY} dijo {i}" for i in range(N)],
                "sexo": rng.choice([1.0, 2.0], N),
                "edad": rng.integers(18, 90, N).astype(float),
                "upm": np.repeat(np.arange(1.0, 41), N // 40),
                weight: w,
                "pond_texto": [f"{v:.6f}".replace(".", ",") for v in np.round(w, 6)],
            }
        )
        frame[weight] = np.round(w, 6)
        labels = {
            "folio": "Folio", "P1": "¿Cuánta confianza tiene en los tribunales de justicia?",
            "P20": asked[turn], "P7_otro": "Otro problema, ¿cuál?", "comentario": "Comentario",
            "sexo": "Sexo del entrevistado", "edad": "Edad", "upm": "Unidad primaria de muestreo",
            weight: "Ponderador", "pond_texto": "Ponderador, como texto",
        }  # fmt: skip
        files.append(
            sav(
                folder / f"encuesta{year}.sav",
                frame,
                labels,
                P1=over if turn == 3 else trust,
                P20={1.0: "Sí", 2.0: "No", 9.0: "No contesta"},
                P7_otro={float(i): f"{CANARY} respuesta {i}" for i in range(1, 2001)},
                sexo={1.0: "Hombre", 2.0: "Mujer"},
            )
        )
        roles[str(year)] = {"id": "folio", "weight": weight, "psu": "upm"}
    return House(
        "verbatim",
        tuple(files),
        "es",
        roles,
        {"P1": (8, 9), "P20": (9,)},
        ("P1",),
        others=("P20",),
        twins=("pond_texto",),
    )


HOUSES = {
    "german": german, "african": african, "arabic": arabic, "semicolons": semicolons,
    "tagged": tagged, "verbatim": verbatim,
}  # fmt: skip
