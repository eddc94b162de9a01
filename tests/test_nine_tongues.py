"""What files in German, Portuguese, Italian, Dutch, Polish and Nordic languages brought to light."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.errors import DataError
from padai.interchange.label_words import missing_kind, slug
from padai.interchange.platforms.recognise import read_export
from padai.pipeline.builds.proposed_titles import proposed_title
from padai.survey import Survey
from padai.validation import validate
from padai.waves import read_delivery
from padai.waves.amounts import plain_amounts
from padai.waves.intake import read_data_file
from tests.starting import started, started_and_told

N = 120
PROPOSED: dict[str, Any] = {"design": (padai.interchange.parse_design("proposed"),)}
NONE = {
    "de": "weiß nicht oder keine Angabe|Angabe verweigert|nicht beantwortet|TNZ: Filter|Weiß nicht mehr",
    "pt": "NSNR|Não tem opinião|Prefiro não declarar|Não perguntado|Não sei responder",
    "it": "Mancata risposta|Non ricorda|Non ha opinione|Preferisco non dirlo|Non so, non ricordo",
    "nl": "n.v.t.|Weigert te antwoorden|Geen idee|Zeg ik liever niet|Niet ingevuld|weet niet meer",
    "pl": "Nie mam zdania|Odmówił odpowiedzi|Trudno mi powiedzieć|Wolę nie odpowiadać|Nie podano",
    "sv": "Kan ej bedöma|Vägrar|Ej ställd|Minns ej|Tveksam, vet ej|Vill ej uppge",
    "da": "Husker ikke|Nægter at svare|Ikke besvaret|Kan ikke svare|Uden for målgruppen",
    "no": "Nekter å svare|Ikke besvart|Vil ikke oppgi|Ikke stilt|Usikker/vet ikke",
    "fi": "EOS|Ei tiedä|Kieltäytyi vastaamasta|Tieto puuttuu|Ei kysytty|En muista",
    "fr": "Je ne m’en souviens pas|Ne peut dire|Ne sait pas (NPL)|Je ne veux pas répondre|Pas applicable",
}
SAID = "Mit Filter|Ungültig gewählt|Nei|Ei|Nie|Niets|Branco/Nulo|Ingen tillit|Usikker|Tak|bekannt"


def table(path: Path, rows: Sequence[Sequence[object]], **written: Any) -> Path:
    encoding = written.pop("encoding", "utf-8")
    with path.open("w", encoding=encoding, newline="") as handle:
        csv.writer(handle, **written).writerows(rows)
    return path


def drawn(*values: str, seed: int = 1) -> list[str]:
    return [str(v) for v in np.random.default_rng(seed).choice(values, N)]


def codes(survey: Survey, name: str) -> list[str]:
    return [code.label.get(survey.languages[0], code.code) for code in survey.scale_of(name)]


@pytest.mark.parametrize("label", "|".join(NONE.values()).split("|"))
def test_what_is_no_answer_is_known_in_nine_languages(label: str) -> None:
    assert missing_kind(label) is not None
    assert missing_kind(label.upper()) is not None


@pytest.mark.parametrize("label", SAID.split("|"))
def test_what_looks_like_it_is_an_answer(label: str) -> None:
    assert missing_kind(label) is None


def test_a_filter_under_a_negative_code_was_not_asked(tmp_path: Path) -> None:
    """-2 “Filter” stood among the answers, since -2 may be the lower half of a scale."""
    path = tmp_path / "w2024.sav"
    frame = pd.DataFrame({"id": np.arange(N) + 1.0, "q": np.tile([-2.0, 1.0, 2.0], N // 3)})
    labels = {"q": {-2.0: "Filter", 1.0: "ja", 2.0: "nein"}}
    pyreadstat.write_sav(frame, str(path), variable_value_labels=labels)
    survey, told = started_and_told(tmp_path, path, **PROPOSED)
    question = survey.question("q")
    assert {m.value: m.kind for m in question.missing_codes} == {-2: "not_asked"}
    assert "q: the codes -2 stand apart" in told


def test_a_letter_with_a_stroke_is_the_letter() -> None:
    assert slug("Płeć") == "Plec" and slug("Køn") == "Kon"


def test_sex_is_told_by_its_polish_name_without_marks_or_by_its_answers(tmp_path: Path) -> None:
    sexes = (("PLEC", ("K", "M")), ("gen", ("Donna", "Uomo")), ("v1", ("Kvinne", "Mann")))
    for place, (name, both) in enumerate(sexes):
        rows = [["id", name, "q"], *zip(range(N), drawn(*both), drawn("1", "2"), strict=True)]
        folder = tmp_path / str(place)
        folder.mkdir()
        survey = started(folder, table(folder / "w2024.csv", rows), **PROPOSED)
        assert [b.question for b in survey.breakdowns if b.id == "gender"] == [name]


def test_amounts_are_numbers_only_where_their_marks_are_sure() -> None:
    sure = (["12 000 $", "950 $"], ["1.234,50", "80"], ["1,234.50", "80"], ["$1,200", "$80"])
    assert [max(map(float, plain_amounts(each).values())) for each in sure] == [
        *(12000.0, 1234.5, 1234.5, 1200.0)
    ]
    doubtful = (["1.234", "870"], ["1 000 à 2 000", "12 000"], ["514 555 121", "514 555 333"])
    assert [plain_amounts(each) for each in doubtful] == [{}, {}, {}]


def test_a_column_of_amounts_has_a_mean(tmp_path: Path) -> None:
    """“12 000 $” made free text of an income, in silence."""
    rng = np.random.default_rng(4)
    incomes = [int(v) for v in rng.choice([12000, 900, 25500, 101000], N)]
    written = [f"{v:,} $".replace(",", " ") for v in incomes]
    written[7] = "Ne sait pas"
    german = [f"{v:,}.50".translate(str.maketrans(",.", ".,")) for v in incomes]
    rows = [
        ["id", "poids", "revenu", "brutto"],
        *zip(range(N), ["1,5"] * N, written, german, strict=True),
    ]
    path = table(tmp_path / "w2024.csv", rows, delimiter=";")
    survey, told = started_and_told(tmp_path, path, **PROPOSED)
    assert survey.question("revenu").type == survey.question("brutto").type == "number"
    assert "revenu, brutto: amounts" in told
    wave = padai.read_wave(survey, "2024")
    mean = padai.mean(wave, "revenu").frame["estimate"].iloc[0]
    assert mean == pytest.approx(np.mean(np.delete(incomes, 7)), rel=1e-12)
    assert padai.mean(wave, "brutto").frame["estimate"].iloc[0] == pytest.approx(
        np.mean(incomes) + 0.5, rel=1e-12
    )


def test_an_answer_with_a_line_break_is_known_again(tmp_path: Path) -> None:
    """A choice of two lines was “unknown code” to the definition drafted from it."""
    rows = [["id", "q"], *zip(range(N), drawn("Oui,\nsouvent", "Non"), strict=True)]
    survey = started(tmp_path, table(tmp_path / "w2024.csv", rows), **PROPOSED)
    assert validate(read_delivery(survey, "2024")).ok


def test_a_rare_answer_of_a_battery_is_a_choice(tmp_path: Path) -> None:
    """Where few chose “Per nulla”, that item of the battery alone was left as free text."""
    scale = ("Molto", "Abbastanza", "Poco", "Per nulla")
    first, second = drawn(*scale), drawn(*scale[:3], seed=2)
    second[3] = second[8] = "Per nulla"
    rows = [["id", "a", "b"], *zip(range(N), first, second, strict=True)]
    survey = started(tmp_path, table(tmp_path / "w2024.csv", rows), **PROPOSED)
    assert [survey.question(q).type for q in ("a", "b")] == ["single", "single"]
    assert list(survey.question("b").codes) == list(scale), "in the order of the scale"


def test_columns_without_a_name_or_a_cell_are_none(tmp_path: Path) -> None:
    """Semicolons at the end of each line were columns named twice."""
    path = tmp_path / "w2024.csv"
    path.write_text(";;id;q;;\n" + "".join(f";;{i};{i % 2};;\n" for i in range(N)))
    assert list(read_data_file(path).frame.columns) == ["id", "q"]
    path.write_text(";;id;q;;\n" + "".join(f";;{i};{i % 2};;{i or ''}\n" for i in range(N)))
    assert list(read_data_file(path).frame.columns) == ["id", "q", ""], "a cell is kept"


def test_a_csv_of_central_europe_is_told_with_what_makes_it_utf_8(tmp_path: Path) -> None:
    for encoding, words in (
        ("cp1250", "Płeć,Żółw źle śpi"),
        ("cp1254", "Değil mi,Işık şöyle"),
        ("cp1257", "Žinote,Ačiū įstatymas šitą"),
    ):
        path = tmp_path / "w.csv"
        path.write_bytes(f"id,{words}\n1,{words}\n".encode(encoding))
        with pytest.raises(DataError) as refused:
            read_data_file(path)
        assert f"{encoding} (" in refused.value.said.en


def test_names_under_a_line_of_questions_are_read_in_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["", "Informazioni", "Quanto ti fidi delle istituzioni?", "", "Dove abiti oggi?"])
    sheet.append(["id", "eta", "fid", "gen", "res"])
    for i in range(N):
        sheet.append([i, 18 + i % 50, ["Molto", "Poco"][i % 2], ["Donna", "Uomo"][i % 2], "PG"])
    book.save(tmp_path / "w2024.xlsx")
    survey, told = started_and_told(tmp_path, tmp_path / "w2024.xlsx", **PROPOSED)
    assert {"eta", "fid", "gen"} <= set(survey.questions) and "1 line stands above" in told


def test_boxes_ticked_are_parted_beside_words_of_ones_own(tmp_path: Path) -> None:
    """One person's own words made a choice of each set of boxes ticked."""
    ticked = drawn("Presse", "TV;Presse", "Radio;TV", "Radio")
    ticked[5] = "TV;mein eigener Blog"
    stamps = [f"2024/03/0{1 + i % 9} 8:16:53 AM OEZ" for i in range(N)]
    rows = [["Zeitstempel", "Welche Medien nutzen Sie?"], *zip(stamps, ticked, strict=True)]
    survey = started(tmp_path, table(tmp_path / "w2024.csv", rows), **PROPOSED)
    question = survey.question("q1")
    assert question.type == "multiple"
    texts = [code.label.get("de") for code in question.scale.codes]
    assert sorted(map(str, texts)) == ["Autre réponse", "Presse", "Radio", "TV"]
    frame = read_delivery(survey, "2024").frame
    assert int(frame["q1_4"].sum()) == 1 and int(frame["q1_4"].count()) == N


LIME = ("Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache")
ODD = ("ID svar", "Dato for innsending", "Siste side", "Språk")


@pytest.mark.parametrize("heads", [LIME, ODD])
def test_limesurvey_is_known_in_other_languages(tmp_path: Path, heads: Sequence[str]) -> None:
    """Those who had not finished were counted, and options were questions."""
    moments = ["" if i % 10 == 0 else f"2024-05-03 09:{i % 60:02d}:00" for i in range(N)]
    rows = [
        [i + 1, moments[i], 5, "de", ["Ja", "Nein"][i % 2], ["Ja", "Nein"][i % 3 > 0]]
        for i in range(N)
    ]
    asked = [f"M1[SQ00{k}]. Welche Medien nutzen Sie? [{m}]" for k, m in ((1, "TV"), (2, "Web"))]
    path = table(tmp_path / "w2024.csv", [[*heads, *asked], *rows])
    export = read_export(path)
    assert export is not None and export.platform.en == "LimeSurvey"
    survey = started(tmp_path, path, **PROPOSED)
    assert read_delivery(survey, "2024").frame.shape[0] == N - N // 10
    assert survey.question("M1").type == "multiple"


def test_microsoft_forms_leaves_who_answered_out_in_other_languages(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    heads = ("Identyfikator", "Godzina rozpoczęcia", "Godzina ukończenia", "Adres e-mail", "Nazwa")
    sheet.append([*heads, "Jaka jest Twoja płeć?", "Jak bardzo ufasz rządowi?"])
    for i in range(N):
        day = pd.Timestamp("2024-05-03 09:00") + pd.Timedelta(minutes=i)
        who = [i + 1, day.to_pydatetime(), day.to_pydatetime(), "anonymous", ""]
        sheet.append(
            [*who, ["Kobieta", "Mężczyzna"][i % 2], ["Raczej tak", "Raczej nie"][i % 3 > 0]]
        )
    book.save(tmp_path / "w2024.xlsx")
    survey = started(tmp_path, tmp_path / "w2024.xlsx", **PROPOSED)
    assert [q.wording.get("pl") for q in survey.questions.values()] == [
        *("Jaka jest Twoja płeć?", "Jak bardzo ufasz rządowi?")
    ]
    assert [b.id for b in survey.breakdowns] == ["gender"]


def test_decipher_says_who_did_not_finish(tmp_path: Path) -> None:
    """Whoever was screened out counted as the others, and nothing said so."""
    rows = [["record", "uuid", "status", "q1"]]
    rows += [[str(i), f"{i:016x}", "31"[i % 10 == 0], str(1 + i % 2)] for i in range(N)]
    path = table(tmp_path / "w2024.csv", rows)
    survey, told = started_and_told(tmp_path, path, **PROPOSED)
    assert f"{N // 10} rows have a `status` other than 3" in told
    wave = survey.path / "waves" / "2024.yaml"
    line = "exclusions: [{column: status, values: [1, 2, 4], reason: {en: Unfinished}}]"
    assert line.split(", reason")[0] in told
    text = wave.read_text(encoding="utf-8").replace("    design:", f"    {line}\n    design:")
    wave.write_text(text, encoding="utf-8")
    kept = padai.load_survey(survey.path)
    assert read_delivery(kept, "2024").frame.shape[0] == N - N // 10


def test_a_label_that_begins_with_its_round_divides_people(tmp_path: Path) -> None:
    """“PRE: What is your (R) sex? [revised]” and “PRE: SUMMARY: Respondent age” were findings."""
    rng = np.random.default_rng(9)
    frame = pd.DataFrame({"id": np.arange(N) + 1.0, "v1": rng.choice([1.0, 2.0], N)})
    frame["v2"] = rng.integers(18, 80, N).astype(float)
    frame["v3"] = rng.choice([1.0, 2.0, 3.0], N)
    labels = ["", "PRE: What is your (R) sex? [revised]", "PRE: SUMMARY: Respondent age", "POST: X"]
    values = {"v1": {1.0: "Male", 2.0: "Female"}, "v3": {1.0: "Yes", 2.0: "No", 3.0: "Maybe"}}
    path = tmp_path / "w2024.sav"
    pyreadstat.write_sav(frame, str(path), column_labels=labels, variable_value_labels=values)
    survey = started(tmp_path, path, **PROPOSED)
    assert {b.id: b.question for b in survey.breakdowns} == {"gender": "v1", "age_group": "v2"}


def test_how_often_is_no_name_of_two_questions() -> None:
    asked = ["PRE: How often trust government to do right", "PRE: How often can people be trusted"]
    assert proposed_title(asked) == f"{asked[0]} (+ 1)"
