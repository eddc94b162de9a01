"""Files that nobody here wrote: designs asked, people's words kept out, oddities seen.

Each trap was met in a real file; the files here are small, made with a seed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.cli import main
from padai.errors import DataError, DefinitionError, PadaiError, Said
from padai.interchange import (
    Choices,
    init_from,
    parse_design,
    parse_fact,
    parse_wave,
    read_review,
)
from padai.interchange.design_roles import find_design
from padai.interchange.labels import tidy
from padai.interchange.profiles import profiles
from padai.interchange.when import by_name
from padai.survey import Survey, load_survey
from padai.survey.lacking import Lacking, lacking
from padai.validation import validate
from padai.waves import read_delivery, read_wave, stack
from padai.waves.intake import read_data_file

N = 300
CANARY = "canary-7f3a"
SCALE = {1.0: "Mucha", 2.0: "Bastante", 3.0: "Poca", 4.0: "Nada", 8.0: "No sabe"}
TURNED = {4.0: "Mucha", 3.0: "Bastante", 2.0: "Poca", 1.0: "Nada", 8.0: "No sabe"}


def people(seed: int = 1, n: int = N) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "folio": np.arange(1.0, n + 1),
            "provincia": rng.choice([10.0, 24.0, 35.0, 59.0], n),
            "punto": np.repeat(np.arange(1.0, n / 10 + 1), 10),
            "p1": rng.choice([1.0, 2.0, 3.0, 4.0, 8.0], n),
            "p2": rng.choice([1.0, 2.0], n),
            "edad": rng.integers(18, 90, n).astype(float),
            "pond": _weights(rng, n),
        }
    )


def _weights(rng: np.random.Generator, n: int) -> Any:
    weights = rng.uniform(0.4, 2.0, n)
    return weights * n / weights.sum()


LABELS = {
    "folio": "Folio de la encuesta",
    "provincia": "Province, used only for weighting purposes",
    "punto": "Unidad Primaria de Muestreo",
    "p1": "¿Cuánta confianza tiene Ud. en los diarios?",
    "p2": "Sexo del entrevistado",
    "edad": "Edad",
    "pond": "Ponderador",
}
VALUES = {"p1": SCALE, "p2": {1.0: "Hombre", 2.0: "Mujer"}}


def write(
    path: Path, frame: pd.DataFrame, labels: dict[str, str] | None = None, **values: Any
) -> Path:
    told = {k: v for k, v in {**VALUES, **values}.items() if k in frame}
    named = {**LABELS, **(labels or {})}
    pyreadstat.write_sav(
        frame,
        str(path),
        column_labels=[named.get(c, "") for c in frame],
        variable_value_labels=told,
    )
    return path


def started(folder: Path, *files: Path, **choices: Any) -> Survey:
    init_from(folder / "surveys" / "mine", files, Choices(**choices))
    return load_survey(folder / "surveys" / "mine")


def written(folder: Path) -> str:
    """All that init wrote, but the data file itself."""
    texts = [p.read_text(encoding="utf-8") for p in folder.rglob("*") if _is_text(p)]
    return "\n".join(texts)


def _is_text(path: Path) -> bool:
    return path.is_file() and path.suffix in (".yaml", ".csv", ".md", ".json")


PROPOSED = {"design": (parse_design("proposed"),)}


def test_an_unconfirmed_design_estimates_nothing_and_says_the_line(tmp_path: Path) -> None:
    survey = started(tmp_path, write(tmp_path / "w2024.sav", people()))
    part = survey.part("2024")
    assert not part.confirmed("design")
    assert "design: à confirmer" in written(survey.path)
    assert validate(read_delivery(survey, "2024")).ok, (
        "what is not a number is checked all the same"
    )
    with pytest.raises(DefinitionError) as refused:
        read_wave(survey, "2024")
    line = 'design: {id: "folio", weight: "pond", psu: "punto"}'.replace('"', "")
    assert line in str(refused.value).replace('"', "")
    assert "wave_defs.2024.parts.main.design" in survey.to_complete()
    path = survey.path / "waves" / "2024.yaml"
    text = path.read_text(encoding="utf-8")
    said = next(row.strip() for row in refused.value.texts["en"].splitlines() if "design: {" in row)
    path.write_text(text.replace("design: à confirmer", said), encoding="utf-8")
    wave = read_wave(load_survey(survey.path), "2024")
    assert wave.design.weight == "pond", "the line, pasted, settles it"


@pytest.mark.parametrize("command", ["estimate", "trend", "weight"])
def test_no_command_computes_under_an_unconfirmed_design(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = started(tmp_path, write(tmp_path / "w2024.sav", people()))
    asked = [command, str(survey.path)] + (["p1"] if command != "weight" else [])
    with pytest.raises(SystemExit) as stopped:
        main([*asked, "--lang", "en"])
    said = capsys.readouterr()
    assert stopped.value.code == 2
    assert "design: {" in said.err
    assert "%" not in said.out


def test_each_candidate_is_told_with_its_reason(tmp_path: Path) -> None:
    said: list[Said] = []
    started(tmp_path, write(tmp_path / "w2024.sav", people()), tell=said.append)
    lines = "\n".join(line.en for line in said)
    assert "pond: proposed" in lines
    assert "sums to the number of people" in lines
    assert "provincia: rejected (was used to make a weight, and is none)" in lines
    assert "stratum: no column fits" in lines


def test_a_province_code_is_no_weight_and_no_question(tmp_path: Path) -> None:
    survey = started(tmp_path, write(tmp_path / "w2024.sav", people()), **PROPOSED)
    assert survey.part("2024").design.weight == "pond"
    assert "provincia" not in survey.questions
    assert "provincia" in survey.part("2024").other_columns
    assert "provincia" not in read_wave(survey, "2024").frame.columns


def test_two_weights_are_asked_and_one_can_be_named(tmp_path: Path) -> None:
    frame = people().assign(pond_post=_weights(np.random.default_rng(9), N))
    path = write(tmp_path / "w2024.sav", frame)
    with pytest.raises(DefinitionError, match="weight: pond / pond_post"):
        started(tmp_path, path, **PROPOSED)
    assert not (tmp_path / "surveys" / "mine").exists(), "nothing was written"
    named = (parse_design("proposed,weight=pond_post"),)
    survey = started(tmp_path, path, design=named)
    assert survey.part("2024").design.weight == "pond_post"
    assert "pond" not in survey.questions, "the other weight is no question either"


def test_a_copy_of_a_weight_is_one_weight(tmp_path: Path) -> None:
    frame = people()
    frame["peso_txt"] = [f"{w:.17g}".replace(".", ",") for w in frame["pond"]]
    file = read_data_file(write(tmp_path / "w2024.sav", frame))
    found = find_design(file, profiles(file)).roles["weight"]
    assert found.taken is not None
    assert found.taken.column == "pond"
    assert [c.column for c in found.rejected if "the same numbers" in c.why().en] == ["peso_txt"]


def test_a_weight_written_as_text_with_decimal_commas_is_read(tmp_path: Path) -> None:
    frame = people()
    weights = frame["pond"].to_numpy()
    frame["pond"] = [f"{w:.17g}".replace(".", ",") for w in weights]
    survey = started(tmp_path, write(tmp_path / "w2024.sav", frame), **PROPOSED)
    assert read_wave(survey, "2024").weights == pytest.approx(weights, rel=1e-15)


@pytest.mark.parametrize(
    ("column", "label", "values"),
    [
        ("peso", "¿Cuántos kilos pesa?", "body"),
        ("pond_nse", "Ponderador", "negative"),
        ("weight_flag", "Weight", "constant"),
    ],
)
def test_what_is_no_weight_is_rejected(
    tmp_path: Path, column: str, label: str, values: str
) -> None:
    rng = np.random.default_rng(3)
    made = {
        "body": rng.uniform(50, 90, N),
        "negative": rng.normal(0, 1, N),
        "constant": np.ones(N),
    }[values]
    frame = people().drop(columns="pond").assign(**{column: made})
    file = read_data_file(write(tmp_path / "w2024.sav", frame, {column: label}))
    found = find_design(file, profiles(file)).roles["weight"]
    assert found.columns == ()
    assert column in [c.column for c in found.rejected]


def test_dates_of_birth_are_no_fieldwork(tmp_path: Path) -> None:
    born = pd.to_datetime("1950-01-01") + pd.to_timedelta(np.arange(N) * 60, unit="D")
    frame = people().assign(nac=born.astype("datetime64[us]"))
    path = write(tmp_path / "encuesta.sav", frame, {"nac": "Fecha de nacimiento"})
    survey = started(tmp_path, path, **PROPOSED)
    assert not survey.wave("1").fieldwork.known
    assert "fieldwork: à confirmer" in written(survey.path)
    assert "nac" not in survey.questions
    with pytest.raises(DefinitionError, match="nothing says when wave 1 was in the field"):
        _ = survey.wave("1").date


def test_days_in_three_columns_date_a_wave(tmp_path: Path) -> None:
    frame = people().assign(dd=np.tile([3.0, 19.0, 28.0], N // 3), mm=11.0, yy=2008.0)
    labels = {"dd": "Día entrevista", "mm": "Mes entrevista", "yy": "Año entrevista"}
    survey = started(tmp_path, write(tmp_path / "w.sav", frame, labels), **PROPOSED)
    told = survey.wave("2008").fieldwork
    assert (told.start.isoformat(), told.end.isoformat()) == ("2008-11-03", "2008-11-28")
    assert told.precision == "day"


@pytest.mark.parametrize(
    ("name", "start", "end", "precision"),
    [
        ("cep58novdic2008", "2008-11-01", "2008-12-31", "month"),
        ("cep67julago2012", "2012-07-01", "2012-08-31", "month"),
        ("cep83may2019", "2019-05-01", "2019-05-31", "month"),
        ("sondage-février-2021", "2021-02-01", "2021-02-28", "month"),
        ("2019-05", "2019-05-01", "2019-05-31", "month"),
        ("vague2024", "2024-01-01", "2024-12-31", "year"),
    ],
)
def test_months_are_read_in_names(name: str, start: str, end: str, precision: str) -> None:
    found = by_name(name)
    assert found is not None
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


def test_waves_of_one_year_sort_by_their_months(tmp_path: Path) -> None:
    files = [
        write(tmp_path / f"cep{name}.sav", people(seed))
        for seed, name in ((2, "84dic2019"), (1, "83may2019"))
    ]
    survey = started(tmp_path, *files, **PROPOSED)
    assert survey.waves == ("2019-05", "2019-12")


def test_waves_may_be_named(tmp_path: Path) -> None:
    files = {write(tmp_path / f"{w}.sav", people(i)): w for i, w in enumerate(("a2001", "b2002"))}
    names = dict(zip(files, ("58", "61"), strict=True))
    survey = started(tmp_path, *files, wave_ids=names, **PROPOSED)
    assert survey.waves == ("58", "61")
    assert parse_wave("2019-05=x.sav") == ("2019-05", Path("x.sav"))
    for wrong in ("x.sav", "=x.sav", "a b=x.sav", "../x=y.sav"):
        with pytest.raises(DefinitionError, match="--wave"):
            parse_wave(wrong)


def test_nobody_s_words_are_written(tmp_path: Path) -> None:
    """Verbatim labels, short texts, names, codes of places and of jobs: none is copied."""
    rng = np.random.default_rng(4)
    words = {float(i): f"{CANARY} answer number {i}" for i in range(1, 200)}
    frame = people().assign(
        verbatim=rng.integers(1, 200, N).astype(float),
        otro=[f"{CANARY}-{i}" if i < 8 else "" for i in range(N)],
        nombre=[f"{CANARY} {i}" for i in range(N)],
        correo=[f"{CANARY}{i}@example.org" for i in range(N)],
        telefono=rng.integers(5_140_000_000, 5_149_999_999, N).astype(float),
        cp=[f"H{i % 9}A {CANARY}" for i in range(N)],
        IPAddress=[f"10.0.{i % 250}.7" for i in range(N)],
        ciuo=rng.choice(np.arange(1000, 9000, 37), N).astype(float),
    )
    labels = {
        "verbatim": "¿Cómo? (Texto)", "nombre": "Nombre del entrevistado", "correo": "E-mail",
        "cp": "Código postal", "ciuo": "Código CIUO",
    }  # fmt: skip
    said: list[Said] = []
    path = write(tmp_path / "w2024.sav", frame, labels, verbatim=words)
    survey = started(tmp_path, path, tell=said.append, **PROPOSED)
    told = written(survey.path) + "".join(line.fr + line.en for line in said)
    assert CANARY not in told
    assert "10.0." not in told
    assert not re.search(r"514\d{7}", told)  # "514" alone may stand in a checksum
    apart = {"verbatim", "nombre", "correo", "telefono", "cp", "IPAddress", "ciuo"}
    assert apart <= set(survey.part("2024").other_columns)
    assert not apart & set(survey.questions)
    assert survey.question("otro").type == "open"
    wave = read_wave(survey, "2024")
    assert not apart & set(wave.frame.columns)
    listed = (survey.path / "set-aside.csv").read_text(encoding="utf-8")
    assert "nombre,name of a person" in listed


def test_a_heading_that_is_a_question_points_to_a_person_too(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    table = people()[["folio", "p1"]].assign(
        **{"Code postal (3 premiers)": rng.choice(["H2X", "G1R", "J4K"], N)}
    )
    table.to_csv(tmp_path / "2024.csv", index=False)
    survey = started(tmp_path, tmp_path / "2024.csv", **PROPOSED)
    aside = (survey.path / "set-aside.csv").read_text(encoding="utf-8")
    assert "Code postal (3 premiers)" in aside
    assert "H2X" not in (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")


def test_extremes_of_a_number_are_not_written(tmp_path: Path) -> None:
    frame = people()
    frame.loc[7, "edad"] = 107.0
    survey = started(tmp_path, write(tmp_path / "w2024.sav", frame), **PROPOSED)
    assert survey.question("edad").type == "number"
    told = written(survey.path / "waves") + (survey.path / "questionnaire.yaml").read_text("utf-8")
    assert "107" not in re.sub(r"[0-9a-f]{64}", "", told), "in no text, the file's hash aside"


def test_labels_are_tidied_and_what_is_odd_is_told(tmp_path: Path) -> None:
    odd = {1.0: "De\u00a0 acuerdo ", 2.0: "En desacuerdo", 3.0: "De Acuerdo"}
    frame = people().assign(p3=np.tile([1.0, 2.0, 3.0], N // 3))
    cut = "x" * 79 + "y"
    path = write(tmp_path / "w2024.sav", frame, {"p3": cut}, p3=odd)
    text = written(started(tmp_path, path, **PROPOSED).path)
    assert '1: {es: "De acuerdo"}' in text
    assert "codes 1, 3 have one label" in text
    assert "label cut at 80 signs?" in text
    assert tidy("MinistÃ¨re de lâ€™Ã‰conomie") == "Ministère de l’Économie"


def test_a_turned_scale_is_told_and_read_by_its_labels_where_one_says_so(tmp_path: Path) -> None:
    first, second = people(1), people(2)
    files = [
        write(tmp_path / "w2023.sav", first),
        write(tmp_path / "w2024.sav", second, p1=TURNED),
    ]
    apart = started(tmp_path / "apart", *files, **PROPOSED)
    assert apart.question("p1").waves == ("2023",)
    assert "the scale turned over" in written(apart.path)
    survey = started(tmp_path / "linked", *files, by_label=True, **PROPOSED)
    assert survey.question("p1").waves is None
    waves = [read_wave(survey, w) for w in survey.waves]
    shares = [padai.proportion(w, "p1").frame for w in waves]
    for frame, delivered, labels in zip(shares, (first, second), (SCALE, TURNED), strict=True):
        value = next(v for v, text in labels.items() if text == "Mucha")
        told = delivered.loc[delivered["p1"] == value, "pond"].sum() / delivered["pond"].sum()
        assert frame.loc[frame["response"] == "1", "estimate"].item() == pytest.approx(told)
    found = validate(read_delivery(survey, "2024"), earlier=waves[:1])
    assert not {"scale_reversed", "label_of_other_code"} & {i.check for i in found.items}


def test_a_battery_keeps_its_items_apart_under_new_names(tmp_path: Path) -> None:
    def battery(names: dict[str, str], seed: int) -> tuple[pd.DataFrame, dict[str, str]]:
        rng = np.random.default_rng(seed)
        frame = people(seed).drop(columns="p1")
        made = {name: rng.choice([1.0, 2.0, 3.0, 4.0], N) for name in names}
        labels = {n: f"¿Cuánta confianza tiene Ud. en {what}?" for n, what in names.items()}
        return frame.assign(**made), labels

    then = {"a1": "los diarios", "a2": "las radios", "a3": "la televisión"}
    now = {"b1": "las radios", "b2": "el Gobierno", "b3": "los diarios"}
    files = []
    for year, names in ((2023, then), (2024, now)):
        frame, labels = battery(names, year)
        values = {n: {k: v for k, v in SCALE.items() if k != 8.0} for n in names}
        files.append(write(tmp_path / f"w{year}.sav", frame, labels, **values))
    survey = started(tmp_path, *files, **PROPOSED)
    assert survey.question("a1").column("2024") == "b3"
    assert survey.question("a2").column("2024") == "b1"
    assert survey.question("a3").waves == ("2023",)
    assert survey.question("b2").waves == ("2024",)


def test_ids_that_begin_anew_are_not_taken_for_people_who_return(tmp_path: Path) -> None:
    second = people(2).assign(folio=np.arange(1.0, N + 1) * 2)
    files = [write(tmp_path / "w2023.sav", people(1)), write(tmp_path / "w2024.sav", second)]
    survey = started(tmp_path, *files, **PROPOSED)
    assert (survey.overlap, survey.ids) == ("none", "per_wave")
    waves = [read_wave(survey, w) for w in survey.waves]
    assert validate(read_delivery(survey, "2024"), earlier=waves[:1]).ok
    assert len(padai.trend(stack(waves, overlap="none"), "p1").frame)


def cumulative(path: Path, **changed: Any) -> Path:
    frames = [people(year).assign(ano=float(year)) for year in (2017, 2019)]
    whole = pd.concat(frames, ignore_index=True)
    return write(path, whole.assign(**changed), {"ano": "Año de la encuesta"})


def test_one_file_holds_all_the_waves(tmp_path: Path) -> None:
    path = cumulative(tmp_path / "todo.sav")
    said: list[Said] = []
    started(tmp_path / "a", path, tell=said.append, **PROPOSED)
    assert any("--wave-column ano" in line.en for line in said), (
        "asked where a column looks like it"
    )
    survey = started(tmp_path / "b", path, wave_column="ano", **PROPOSED)
    assert survey.waves == ("2017", "2019")
    assert survey.part("2019").rows == {"ano": (2019,)}
    for year in (2017, 2019):
        wave = read_wave(survey, str(year))
        assert len(wave) == N
        assert wave.weights == pytest.approx(people(year)["pond"])
        assert read_delivery(survey, str(year)).provenance["rows_of_no_wave"] == 0
    later = read_delivery(survey, "2019")
    assert later.rows[0] == N + 1, "places are those of the file"
    assert len(list((survey.path / "data").glob("*.sav"))) == 1


def test_rows_of_no_wave_are_counted_and_rows_taken_twice_refused(tmp_path: Path) -> None:
    survey = started(tmp_path, cumulative(tmp_path / "todo.sav"), wave_column="ano", **PROPOSED)
    path = survey.path / "waves" / "2019.yaml"
    text = path.read_text(encoding="utf-8")
    survey_yaml = survey.path / "survey.yaml"
    head = survey_yaml.read_text(encoding="utf-8")
    survey_yaml.write_text(head.replace('["2017", "2019"]', '["2019"]'), encoding="utf-8")
    alone = _only_wave(load_survey_lenient(survey.path), "2019")
    assert alone.provenance["rows_of_no_wave"] == N
    assert f"{N} rows of the file belong to no wave" in validate(alone).summary("en")
    survey_yaml.write_text(head, encoding="utf-8")
    path.write_text(text.replace('rows: {"ano": [2019]}', 'rows: {"ano": [2017, 2019]}'), "utf-8")
    with pytest.raises(
        DataError, match=r"300 rows of todo\.sav are taken by wave 2019, part main, and"
    ):
        read_delivery(load_survey(survey.path), "2019")
    path.write_text(text.replace('"ano": [2019]', '"anno": [2019]'), "utf-8")
    with pytest.raises(DataError, match="column 'anno', which the file lacks"):
        read_delivery(load_survey(survey.path), "2019")
    path.write_text(text.replace("[2019]", "[2020]"), "utf-8")
    with pytest.raises(DataError, match=r"no row of todo\.sav fits"):
        read_delivery(load_survey(survey.path), "2019")


def load_survey_lenient(folder: Path) -> Survey:
    """The definition with one wave fewer: its questions forget the other."""
    form = folder / "questionnaire.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace('"2017", ', ""), encoding="utf-8")
    return load_survey(folder)


def _only_wave(survey: Survey, wave_id: str) -> Any:
    return read_delivery(survey, wave_id)


def test_a_wave_column_with_blanks_is_refused(tmp_path: Path) -> None:
    blanks = np.where(np.arange(2 * N) < 9, np.nan, 2019.0)
    path = cumulative(tmp_path / "todo.sav", ano=blanks)
    with pytest.raises(DefinitionError, match="blank in 9 rows"):
        started(tmp_path, path, wave_column="ano", **PROPOSED)
    halves = np.where(np.arange(2 * N) < N, 0.123456789, 1.987654321)
    fractions = cumulative(tmp_path / "parts.sav", ano=halves)
    with pytest.raises(DefinitionError, match="many decimals, as a weight does"):
        started(tmp_path, fractions, wave_column="ano", **PROPOSED)
    with pytest.raises(DefinitionError, match="no column 'annee'"):
        started(tmp_path, path, wave_column="annee", **PROPOSED)
    with pytest.raises(DefinitionError, match=r"no column 'jahr'.*told the wave: ano"):
        started(tmp_path, cumulative(tmp_path / "three.sav"), wave_column="jahr", **PROPOSED)
    with pytest.raises(DefinitionError, match="different values"):
        started(tmp_path, path, wave_column="pond", **PROPOSED)
    assert not (tmp_path / "surveys" / "mine").exists()


def test_only_what_is_asked_for_becomes_questions(tmp_path: Path) -> None:
    files = [write(tmp_path / f"w{y}.sav", people(y)) for y in (2023, 2024)]
    survey = started(tmp_path, *files, only=("p*",), exclude=("2023:p2",), **PROPOSED)
    assert set(survey.questions) == {"p1", "p2"}
    assert survey.question("p2").waves == ("2024",)
    assert survey.part("2023").other_columns[-1] == "*"
    assert validate(read_delivery(survey, "2023")).ok
    assert set(read_wave(survey, "2023").frame.columns) == {"p1", "folio", "pond", "punto"}


def test_facts_are_written_in_the_language_of_the_file(tmp_path: Path) -> None:
    facts = dict(map(parse_fact, ("mode=in_person", "sample_type=probability", "title=Encuesta")))
    survey = started(tmp_path, write(tmp_path / "w2024.sav", people()), facts=facts, **PROPOSED)
    assert survey.languages == ("es",)
    assert survey.title.get("es") == "Encuesta"
    assert survey.part("2024").unconfirmed == ()
    for wrong in ("mode=fax", "colour=red", "title="):
        with pytest.raises(DefinitionError, match="--fact"):
            parse_fact(wrong)


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"design": (parse_design("weight=ponde"),)}, "Did you mean 'pond'"),
        ({"design": (parse_design("2031:weight=pond"),)}, "wave '2031', which is none of 2024"),
        ({"only": ("2031:p*",)}, "wave '2031', which is none of 2024"),
        ({"only": ("nothing*",)}, "no column that could be a question"),
    ],
)
def test_choices_that_fit_nothing_are_refused(
    tmp_path: Path, choices: dict[str, Any], said: str
) -> None:
    path = write(tmp_path / "w2024.sav", people())
    with pytest.raises(PadaiError) as refused:
        started(tmp_path, path, **choices)
    assert said in refused.value.texts["en"]
    assert not (tmp_path / "surveys" / "mine").exists()


@pytest.mark.parametrize("wrong", ["wieght=w", "weight=", "proposed;weight=w", "yes"])
def test_a_design_that_is_not_understood_is_refused(wrong: str) -> None:
    with pytest.raises(DefinitionError, match="is not understood"):
        parse_design(wrong)


def test_a_file_given_twice_under_another_name_is_refused(tmp_path: Path) -> None:
    one = write(tmp_path / "w2023.sav", people())
    two = tmp_path / "w2024.sav"
    two.write_bytes(one.read_bytes())
    with pytest.raises(DefinitionError, match="again, byte for byte"):
        started(tmp_path, one, two, **PROPOSED)


def test_a_person_at_a_terminal_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from padai.cli import init_questions

    path = write(tmp_path / "w2024.sav", people())
    typed = iter(["", "provincia", "", "-"])
    monkeypatch.setattr(init_questions, "at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda *_: next(typed))
    with pytest.raises(SystemExit, match="0"):
        main(["init", str(tmp_path / "surveys" / "mine"), "--from", str(path), "--lang", "en"])
    design = load_survey(tmp_path / "surveys" / "mine").part("2024").design
    assert (design.id, design.weight, design.psu) == ("folio", "provincia", ())
    assert "Design of wave 2024" in capsys.readouterr().out


def reviewed(path: Path, **roles: str) -> Path:
    """The sheet with other roles for some columns."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows(min_row=2):
        if row[1].value in roles:
            row[2].value = roles[row[1].value]
    changed = path.with_name("changed.xlsx")
    book.save(changed)
    return changed


def test_a_review_sheet_is_edited_and_read_back(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    frame = people().assign(pond_post=_weights(np.random.default_rng(9), N), otra="x")
    path = write(tmp_path / "w2024.sav", frame)
    first = started(tmp_path / "a", path, review=True)
    sheet = first.path / "review.xlsx"
    rows = list(load_workbook(sheet).worksheets[0].iter_rows(values_only=True))
    told = {row[1]: row for row in rows[1:]}
    assert told["p1"][2] == "question"
    assert "8 dont_know" in told["p1"][6]
    assert told["folio"][2] == "id"
    assert told["pond"][2] == told["pond_post"][2] == "aside", "two weights: none is taken"
    changed = reviewed(sheet, pond="weight", p2="aside")
    choices = read_review(changed, Choices())
    init_from(tmp_path / "b" / "surveys" / "mine", [path], choices)
    survey = load_survey(tmp_path / "b" / "surveys" / "mine")
    assert survey.part("2024").design.weight == "pond"
    assert survey.part("2024").confirmed("design"), "a person said so"
    assert "p2" not in survey.questions
    assert validate(read_delivery(survey, "2024")).ok


def test_a_review_sheet_that_is_wrong_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "w2024.sav", people())
    sheet = started(tmp_path / "a", path, review=True).path / "review.xlsx"
    with pytest.raises(DefinitionError, match="the role 'poids' of 'pond' is unknown"):
        read_review(reviewed(sheet, pond="poids"), Choices())
    with pytest.raises(DefinitionError, match="two columns for weight"):
        read_review(reviewed(sheet, p1="weight"), Choices())
    with pytest.raises(DefinitionError, match=r"no review sheet none\.xlsx"):
        read_review(tmp_path / "none.xlsx", Choices())
    other = tmp_path / "other.xlsx"
    pd.DataFrame({"a": [1]}).to_excel(other, index=False)
    with pytest.raises(DefinitionError, match="is no review sheet"):
        read_review(other, Choices())


def paste(folder: Path, each: Lacking) -> None:
    """Put a line where the list says it goes, filled in."""
    file, line, _ = each.place.split(":")
    path = folder / file
    rows = path.read_text(encoding="utf-8").splitlines()
    key, _, value = each.line.partition(": ")
    filled = f"{key}: {value.replace('…', 'dicho')}"
    at = int(line) - 1
    old = re.compile(rf"\b{key}: (à compléter|à confirmer|\{{start.*\}})")
    assert old.search(rows[at]), (each, rows[at])
    rows[at] = old.sub(lambda _: filled, rows[at])
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_each_line_of_what_is_lacking_settles_it_where_it_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = started(tmp_path, write(tmp_path / "w2024.sav", people()))
    listed = lacking(survey)
    assert len(listed) == len(survey.to_complete())
    with pytest.raises(SystemExit, match="0"):
        main(["lacking", str(survey.path), "--lang", "en"])
    said = capsys.readouterr().out
    assert "title: {es: …}" in said
    assert "waves/2024.yaml" in said
    for each in listed:
        paste(survey.path, each)
    assert load_survey(survey.path).to_complete() == ()
    assert read_wave(load_survey(survey.path), "2024").design.weight == "pond"


def test_a_text_without_its_language_is_told_how_to_say_it(tmp_path: Path) -> None:
    survey = started(tmp_path, write(tmp_path / "w2024.sav", people()), **PROPOSED)
    path = survey.path / "survey.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: à compléter", "title: ANES 2020"), encoding="utf-8")
    with pytest.raises(DefinitionError) as refused:
        load_survey(survey.path)
    assert "write {en: ANES 2020}" in refused.value.texts["en"]
    assert "écrivez {fr: ANES 2020}" in refused.value.texts["fr"]
