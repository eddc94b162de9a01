"""Open data: the store's numbers sign for sign, each column explained, nothing invented."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from lxml import etree

from padai.publishing.basis.context import Context
from padai.publishing.chapters.how_to_read import comparability
from padai.publishing.products.opendata.columns import DICTIONARY, TABLES
from padai.publishing.products.opendata.open_folder import write_open_data
from padai.publishing.products.opendata.tables import P_VALUES, as_text
from padai.store import Store
from tests.publishing_store import make_store

DICTIONARIES = {"fr": "dictionnaire", "en": "dictionary"}
_CODES = ("part", "wave", "question", "response", "breakdown", "group")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def folder(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release") / "open"
    write_open_data(store, folder)
    return folder


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("series", "trends"),
        ("changes", "differences"),
        ("contrasts", "differences"),
    ],
)
def test_every_number_is_the_store_s_text(
    store: Store, folder: Path, name: str, source: str
) -> None:
    # the store that is published is at the printed precision already
    mine, theirs = _read(folder / f"{name}.csv"), as_text(store, source)
    if name == "series":
        answers = as_text(store, "estimates").merge(
            theirs[list(_CODES)], how="left", on=list(_CODES), indicator=True
        )
        fresh = answers[answers.pop("_merge") == "left_only"]
        assert len(fresh) > 100
        theirs = pd.concat([theirs, fresh], ignore_index=True)
    if name != "series":
        theirs = theirs[(theirs["reference"] == "rest") == (name == "contrasts")]
    assert len(mine) == len(theirs) > 100
    shown = (theirs["estimate"] != "").to_numpy()
    for field in TABLES[name]:
        if field.source:
            wanted = theirs[field.source].to_numpy()
            if field.datatype == "integer":
                wanted = theirs[field.source].str.removesuffix(".0").to_numpy()
            if field.source in P_VALUES:
                wanted = theirs[field.source].replace("0.0", "<0.001").to_numpy()
            kept = shown if field.number else slice(None)
            assert (mine[field.name].to_numpy()[kept] == wanted[kept]).all(), field.name


@pytest.mark.parametrize("name", ["series", "changes", "contrasts"])
def test_a_withheld_cell_carries_no_number(store: Store, folder: Path, name: str) -> None:
    frame = _read(folder / f"{name}.csv")
    first = "estimate" if name == "series" else "difference"
    withheld = frame[frame[first] == ""]
    assert len(withheld) > 0
    for field in TABLES[name]:
        if field.datatype in ("double", "integer") and field.name not in ("margin", "family_size"):
            assert field.number
            assert (withheld[field.name] == "").all(), field.name
    by_flag = frame["flag"].str.split().map(lambda flags: bool({"B", "x", "F"} & set(flags)))
    assert by_flag.any()
    assert (frame.loc[by_flag, first] == "").all()


def test_a_break_forbids_the_number_and_says_why(folder: Path) -> None:
    frame = _read(folder / "changes.csv")
    broken = frame["comparable"] == "false"
    assert broken.any() and (frame["verdict"].eq("not comparable") == broken).all()
    assert (frame.loc[broken, "breaks"] != "").all()
    known = set(_read(folder / "breaks.csv")["id"])
    assert set(" ".join(frame.loc[broken, "breaks"]).split()) <= known
    for column in ("difference", "conf_low", "conf_high", "p_value", "p_adjusted"):
        assert (frame.loc[broken, column] == "").all()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_dictionary_explains_every_column_and_code(folder: Path, lang: str) -> None:
    book = _read(folder / f"{DICTIONARIES[lang]}.csv")
    assert list(book.columns) == [f.name for f in DICTIONARY]
    assert (book["text"] != "").all()
    known = {kind: set(rows["name"]) for kind, rows in book.groupby("kind")}
    for name in TABLES:
        frame = _read(folder / f"{name}.csv")
        mine = book[(book["kind"] == "column") & (book["table"] == f"{name}.csv")]
        assert list(mine["name"]) == list(frame.columns)
        if "flag" in frame:
            assert set(" ".join(frame["flag"]).split()) <= known["flag"]
            for kind in _CODES:
                assert set(frame[kind]) <= known[kind], kind
        if "verdict" in frame:
            assert set(frame["verdict"]) - {""} <= known["verdict"]


def test_the_reasons_of_padai_have_words_in_both_languages() -> None:
    from padai.disclosure.gate import REASONS
    from padai.publishing.products.opendata.dictionary import reason_words

    for reason in [*REASONS.values(), "at_limit", "mean_of_zero", "no_sampling_error"]:
        assert reason_words(reason, "fr") != reason
        assert reason_words(reason, "en") != reason


def test_csvw_describes_the_files_as_they_are(folder: Path) -> None:
    group = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    assert group["@context"][0] == "http://www.w3.org/ns/csvw"
    assert {t["url"] for t in group["tables"]} == {p.name for p in folder.glob("*.csv")}
    for table in group["tables"]:
        frame = _read(folder / table["url"])
        columns = table["tableSchema"]["columns"]
        assert [c["name"] for c in columns] == list(frame.columns)
        keys = table["tableSchema"].get("primaryKey")
        assert keys is None or not frame.duplicated(keys).any()
        for column in columns:
            values = frame[column["name"]]
            values = values[values != ""]
            if column["datatype"] == "double":
                values.astype("float64")
            elif column["datatype"] == "integer":
                assert values.str.fullmatch(r"\d+").all(), column["name"]
            elif column["datatype"] == "boolean":
                assert values.isin(["true", "false"]).all()


def test_every_figure_has_its_vintage(store: Store, tmp_path: Path) -> None:
    vintages = {
        "2021": "2024/v1",
        "2022": "2024/v1",
        "2023": "2025/v1",
        "2024": "2025/v1",
        "2025": "2025/v1",
    }
    release = {**store.release, "vintages": vintages}
    told = dataclasses.replace(store, facts={**store.facts, "release": release})
    write_open_data(told, tmp_path)
    series = _read(tmp_path / "series.csv")
    assert dict(zip(series["wave"], series["vintage"], strict=True)) == vintages
    for lang, words in (
        (
            "fr",
            "édition 2021 et édition 2022 dans la publication 2024/v1; édition 2023, édition "
            "2024 et édition 2025 dans la publication 2025/v1.",
        ),
        (
            "en",
            "2021 edition and 2022 edition in release 2024/v1; 2023 edition, 2024 edition and "
            "2025 edition in release 2025/v1.",
        ),
    ):
        assert words in comparability(Context(told, lang)).markdown.replace("\\", "")


def test_schema_org_names_the_files_and_their_hashes(store: Store, folder: Path) -> None:
    found = json.loads((folder / "dataset.jsonld").read_text(encoding="utf-8"))
    assert (found["@context"], found["@type"]) == ("https://schema.org/", "Dataset")
    assert found["temporalCoverage"] == "2021-05-01/2025-05-20"
    for one in found["distribution"]:
        content = (folder / one["contentUrl"]).read_bytes()
        assert one["sha256"] == hashlib.sha256(content).hexdigest()
    assert "license" not in found
    assert "identifier" not in found


def test_the_citation_has_the_version_of_the_release(store: Store, folder: Path) -> None:
    found = yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))
    assert found["cff-version"] == "1.2.0"
    assert found["version"] == str(store.release["version"])
    assert str(found["date-released"]) == store.release["publish_on"]
    assert found["authors"] == [{"name": "Ministère"}]
    assert not {"license", "doi"} & set(found)


def test_identifiers_that_were_given_are_in_every_description(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    assert "Identifiant (DOI)\u00a0: à attribuer" in (folder / "LISEZMOI.txt").read_text()
    address = "https://doi.org/10.5683/SP3/ABCDEF"
    given = {"doi": address, "isbn": "978-2-550-00000-0", "ark": None}
    release = {**store.release, "identifiers": given}
    told = dataclasses.replace(store, facts={**store.facts, "release": release})
    write_open_data(told, tmp_path)
    read = {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()}
    cited = yaml.safe_load(read["CITATION.cff"])
    assert cited["doi"] == "10.5683/SP3/ABCDEF"
    assert cited["identifiers"] == [
        {"type": "other", "value": "978-2-550-00000-0", "description": "ISBN"}
    ]
    found = json.loads(read["dataset.jsonld"])["identifier"]
    assert {f["propertyID"]: f["value"] for f in found} == {k: v for k, v in given.items() if v}
    numbers = etree.fromstring(read["ddi-codebook.xml"].encode()).iter(f"{DDI}IDNo")
    assert {n.get("agency"): n.text for n in numbers} == {k: v for k, v in given.items() if v}
    assert f"Identifiant (DOI)\u00a0: {address}" in read["LISEZMOI.txt"]
    assert "ark" not in read["LISEZMOI.txt"].lower().replace("remark", "")


def test_a_licence_is_given_only_where_it_is_declared(folder: Path, tmp_path: Path) -> None:
    assert "aucune n’est déclarée" in (folder / "LISEZMOI.txt").read_text(encoding="utf-8")

    def licensed(head: dict[str, Any]) -> None:
        head["licences"] = {"data": {"fr": "CC-BY-4.0", "en": "CC-BY-4.0"}}

    write_open_data(make_store(tmp_path, change=licensed), tmp_path / "open")
    read = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "open").iterdir()}
    assert yaml.safe_load(read["CITATION.cff"])["license"] == "CC-BY-4.0"
    assert json.loads(read["dataset.jsonld"])["license"]["@type"] == "CreativeWork"
    assert "dc:rights" in json.loads(read["csv-metadata.json"])
    assert "Licence des données\u00a0: CC-BY-4.0" in read["LISEZMOI.txt"]


def test_every_file_says_that_the_data_are_synthetic(folder: Path) -> None:
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        english = path.name in ("dictionary.csv", "README.txt", "codebook.html")
        assert ("Synthetic data" if english else "Données fictives") in text, path.name
    for name in TABLES:
        assert _read(folder / f"{name}.csv")["notice"].str.contains("Synthetic data").all()


def test_french_alone_and_real_data(tmp_path: Path) -> None:
    store = make_store(tmp_path, languages=("fr",), synthetic=False, status="published")
    names = {p.name for p in write_open_data(store, tmp_path / "open")}
    assert not {"dictionary.csv", "README.txt"} & names
    assert (_read(tmp_path / "open" / "series.csv")["notice"] == "").all()
    text = "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "open").iterdir())
    assert "fictives" not in text.replace("(données fictives, statut", "")
    assert "Synthetic" not in text


def test_english_alone(tmp_path: Path) -> None:
    """A survey without French is described in its own language, and in no other."""
    store = make_store(tmp_path, languages=("en",))
    written = {p.name: p for p in write_open_data(store, tmp_path / "open")}
    assert "dictionary.csv" in written and "dictionnaire.csv" not in written
    told = json.loads(written["csv-metadata.json"].read_text("utf-8"))
    assert told["@context"][1] == {"@language": "en"}
    assert "To cite these data" in written["CITATION.cff"].read_text("utf-8")
    assert 'xml:lang="fr' not in written["ddi-codebook.xml"].read_text("utf-8")


def test_the_same_store_gives_the_same_bytes(store: Store, folder: Path, tmp_path: Path) -> None:
    for path in write_open_data(store, tmp_path / "again"):
        assert path.read_bytes() == (folder / path.name).read_bytes()


DDI = "{ddi:codebook:2_5}"
# the children that each element may have, in the order of the schema
_ORDER = {
    "codeBook": ("stdyDscr", "dataDscr"),
    "stdyDscr": ("citation", "stdyInfo", "method", "dataAccs"),
    "citation": ("titlStmt", "rspStmt", "distStmt", "verStmt"),
    "titlStmt": ("titl", "parTitl", "IDNo"),
    "distStmt": ("contact", "distDate"),
    "stdyInfo": ("abstract", "sumDscr"),
    "sumDscr": ("collDate", "geogCover", "universe"),
    "dataColl": ("dataCollector", "sampProc", "collMode", "weight"),
    "var": ("labl", "qstn", "universe", "catgry"),
    "qstn": ("qstnLit", "ivuInstr"),
    "catgry": ("catValu", "labl"),
}


def test_ddi_has_the_questions_as_asked_and_no_estimate(store: Store, folder: Path) -> None:
    root = etree.fromstring((folder / "ddi-codebook.xml").read_bytes())
    assert root.tag == f"{DDI}codeBook"
    for element in root.iter():
        names = [child.tag.removeprefix(DDI) for child in element]
        allowed = _ORDER.get(element.tag.removeprefix(DDI))
        if allowed:
            assert set(names) <= set(allowed)
            assert names == sorted(names, key=allowed.index), element.tag
    variables = {v.get("name"): v for v in root.iter(f"{DDI}var")}
    assert set(variables) == set(store.survey.questions)
    police = variables["trust_police"]
    words = [q.text for q in police.iter(f"{DDI}qstnLit")]
    assert "Dans quelle mesure faites-vous confiance… (Police)" in words
    assert "Would you say that you trust… (Police)" in words
    categories = {
        c.findtext(f"{DDI}catValu"): c.get("missing") for c in police.iter(f"{DDI}catgry")
    }
    assert categories == {"1": None, "2": None, "3": None, "4": None, "98": "Y", "99": "Y"}
    assert "Données fictives" in str(root.findtext(f".//{DDI}titl"))
    assert not re.search(r"\d\.\d{3,}", etree.tostring(root, encoding="unicode"))
    assert root.find(f".//{DDI}IDNo") is None
