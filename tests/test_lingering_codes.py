"""Codes such as 98 and 99 that nothing declares: never averaged, proposed and asked by init."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.errors import DataError
from padai.interchange import Choices
from padai.interchange.drafting import draft_data
from padai.interchange.review import review_rows
from padai.survey.answer_words import missing_kind
from padai.words import Said
from tests.starting import started

N = 400
KINDS: dict[str, list[Any]] = {
    "q": [1, 2, 3, 4, 98, 99],
    "ladder": [*range(11), 77, 88, 99],
    "few": [1, 2, 3, 4, 8, 9],
    "years": [*range(18, 90), 999],
    "below": [1, 2, 3, -1],
}


def drawn(values: list[Any], seed: int = 3, n: int = N) -> pd.Series[Any]:
    return pd.Series(np.random.default_rng(seed).choice(np.array(values, dtype=object), n))


def frame() -> pd.DataFrame:
    made = {name: drawn(values).astype(int) for name, values in KINDS.items()}
    return pd.DataFrame({"w": 1.0 + np.arange(N) % 3, **made})


def wave(table: pd.DataFrame, **more: Any) -> padai.Wave:
    return padai.Wave(table, padai.Design(weight="w"), **more)


@pytest.mark.parametrize("verb", [padai.mean, padai.quantile, padai.total])
@pytest.mark.parametrize("name", KINDS)
def test_an_average_refuses_them_with_the_line(verb: Any, name: str) -> None:
    from padai.numerics.apart import codes_apart

    codes = [int(c) for c in codes_apart(KINDS[name])]
    with pytest.raises(DataError) as refused:
        verb(wave(frame()), name)
    assert f"missing={{'{name}': {codes}}}" in str(refused.value)
    settled = verb(wave(frame(), missing={name: codes}), name).frame
    assert settled["n_base"].iloc[0] == (~frame()[name].isin(codes)).sum()
    kept = verb(wave(frame(), missing={name: []}), name).frame
    assert kept["n_base"].iloc[0] == N


def test_a_table_shows_them_as_the_rows_that_they_are() -> None:
    for table in (frame(), frame().assign(q=frame()["q"].astype(str))):
        told = padai.proportion(wave(table), "q").frame
        assert list(told["response"]) == ["1", "2", "3", "4", "98", "99"]
    declared = padai.proportion(wave(frame(), missing={"q": [98, 99]}), "q").frame
    assert list(declared["response"]) == ["1", "2", "3", "4"]


def test_answers_that_look_a_little_like_it_are_counted() -> None:
    table = frame().assign(
        age=drawn([*range(18, 100)]).astype(int),
        people=drawn([1, 2, 3, 4, 5, 8]).astype(int),
        text=drawn(["a", "b"]).astype(str),
        half=drawn([0.5, 1.5, 99.0]).astype(float),
    )
    for name in ("age", "people", "half"):
        assert padai.mean(wave(table), name).frame["n_base"].iloc[0] == N
    assert padai.proportion(wave(table), "text").frame["n_base"].iloc[0] == N
    few = wave(table.head(20))
    assert padai.mean(few, "q").frame["n_base"].iloc[0] == 20, "few rows prove nothing"


LABELS = {
    "agea": {999.0: "Not available"},
    "hours": {997.0: "Has never worked"},
    "ladder": {0.0: "None", 10.0: "Complete", 88.0: "Card torn"},
    "people": {88.0: "None of these", **{float(k): f"People {k}" for k in range(1, 7)}},
}


def delivered(path: Path) -> Path:
    table = pd.DataFrame(
        {
            "idno": np.arange(1.0, N + 1),
            "agea": drawn([*range(15, 91), 999]).astype(float),
            "hours": drawn([*range(61), 997], 4).astype(float),
            "ladder": drawn([*range(11), 88], 5).astype(float),
            "people": drawn([1, 2, 3, 4, 5, 6, 88], 6).astype(float),
            "bare": drawn([1, 2, 3, 4, 8, 9], 7).astype(float),
        }
    )
    pyreadstat.write_sav(table, str(path), variable_value_labels=LABELS)
    return path


def test_a_labelled_code_apart_from_a_number_is_missing_by_its_words(tmp_path: Path) -> None:
    said: list[Said] = []
    survey = started(tmp_path, delivered(tmp_path / "w2024.sav"), tell=said.append)
    codes = {name: {str(m.code) for m in q.missing_codes} for name, q in survey.questions.items()}
    assert codes["agea"] == {"999"}
    assert codes["hours"] == {"997"} and codes["ladder"] == {"88"} and codes["bare"] == {"8", "9"}
    assert not codes["people"], "where every answer is labelled, a label makes an answer"
    assert (survey.questions["ladder"].type, survey.questions["agea"].type) == ("rating", "number")
    told = "\n".join(each.en for each in said)
    assert all(f"  {name}: the codes" in told for name in ("hours", "ladder", "bare"))
    assert "  agea: the codes" not in told, "words that are known ask nothing"


def test_the_review_sheet_marks_them_as_doubts(tmp_path: Path) -> None:
    draft = draft_data("mine", [delivered(tmp_path / "w2024.sav")], Choices())
    sure = {row[1]: row[7] for row in review_rows(draft)}
    assert (sure["agea"], sure["hours"], sure["bare"], sure["people"]) == ("yes", "no", "no", "yes")


@pytest.mark.parametrize(
    "label",
    [
        "Not available",
        "N/A",
        "Unknown",
        "No answer",
        "Refusal",
        "Not applicable",
        "Sin dato",
        "No sabe",
        "No contesta",
        "Ns/Nc",
        "Ne sait pas",
        "Non disponible",
        "Inconnu",
        "Sans objet",
        "999. Not available",
        "Sin datos",
        "Pas disponible",
    ],
)
def test_words_of_no_answer_are_known(label: str) -> None:
    assert missing_kind(label) is not None


def test_texts_among_numbers_are_answers_unless_their_words_say_not(tmp_path: Path) -> None:
    path = tmp_path / "w2024.csv"
    pd.DataFrame(
        {"id": range(N), "q": drawn(["1", "2", "yes", "Yes", "YES ", "Refused", "n/a"])}
    ).to_csv(path, index=False)
    said: list[Said] = []
    survey = started(tmp_path, path, tell=said.append)
    question = survey.questions["q"]
    assert {"1", "2", "yes", "Yes", "YES"} <= {str(code) for code in question.codes}
    assert {m.kind for m in question.missing_codes} == {"refused", "not_asked"}
    assert any("q: numbers and words" in each.en for each in said)
