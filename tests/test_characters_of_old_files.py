"""Files that say nothing of their character set, read and converted by the same rule."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.errors import DataError
from padai.waves.converting import convert
from padai.waves.declared_sets import declares
from padai.waves.encodings import encodings_of_texts
from padai.waves.intake import read_data_file

pq = pytest.importorskip("pyarrow.parquet")

N, LOT = 90, 40
WORDS = {
    "cp1253": ("Εμπιστοσύνη στην κυβέρνηση", "Πολύ μεγάλη", "Αρκετή", "Καθόλου"),
    "cp1250": ("Zaufanie do rządu", "Bardzo duże", "Dość duże", "Żadne wcale"),
    "cp1252": ("Confiance envers l’État", "Très élevée", "Assez élevée", "Pas du tout là"),
}


def written(path: Path, words: tuple[str, ...], encoding: str, named: str = "q1") -> Path:
    """Write a file whose texts are the bytes of an encoding: labels, values, and one name."""
    name = named.encode(encoding)
    kept = [word.encode(encoding) for word in words]
    places = [f"{place}{'x' * len(raw)}"[: len(raw)] for place, raw in enumerate(kept)]
    plain = f"q{'z' * len(name)}"[: len(name)]
    frame = pd.DataFrame(
        {plain: np.tile([1.0, 2.0, 3.0], N // 3), "said": [places[1 + i % 3] for i in range(N)]}
    )
    labels = {
        "column_labels": {plain: places[0]},
        "variable_value_labels": {plain: dict(enumerate(places[1:], start=1))},
    }
    if path.suffix == ".dta":
        pyreadstat.write_dta(frame, str(path), version=12, **labels)
    else:
        pyreadstat.write_sav(frame, str(path), **labels)
    raw = path.read_bytes()
    for place, word in zip([*places, plain], [*kept, name], strict=True):
        raw = raw.replace(place.encode(), word)
    path.write_bytes(raw)
    return path


def of_old(path: Path, code: int) -> Path:
    """Take the name of the character set out of a .sav, and put the number of a machine in it."""
    raw = path.read_bytes()
    name = raw.index(struct.pack("<3i", 7, 20, 1))
    size = struct.unpack("<i", raw[name + 12 : name + 16])[0]
    raw = raw[:name] + raw[name + 16 + size :]
    machine = raw.index(struct.pack("<4i", 7, 3, 4, 8)) + 16
    path.write_bytes(raw[: machine + 28] + struct.pack("<i", code) + raw[machine + 32 :])
    return path


def converted(path: Path) -> tuple[list[str], dict[str, object]]:
    done = convert(path, rows=LOT)
    files = sorted(done.folder.iterdir())
    told = json.loads(pq.read_schema(files[0]).metadata[b"padai"])
    return [text for file in files for text in pd.read_parquet(file)["said"]], told


@pytest.mark.parametrize("encoding", list(WORDS))
@pytest.mark.parametrize("ending", ["dta", "sav"])
def test_what_is_converted_reads_as_what_is_read(
    tmp_path: Path, ending: str, encoding: str
) -> None:
    label, *answers = WORDS[encoding]
    path = written(tmp_path / f"survey.{ending}", WORDS[encoding], encoding)
    if ending == "sav":
        of_old(path, 2)
    file = read_data_file(path)
    assert file.labels["q1"] == label and list(file.value_labels["q1"].values()) == answers
    texts, told = converted(path)
    assert texts == file.frame["said"].tolist() == answers * (N // 3)
    assert told["labels"] == {"q1": label}
    assert [word for _, word in told["value_labels"]["q1"]] == answers


def test_names_of_columns_are_read_as_their_labels(tmp_path: Path) -> None:
    path = of_old(written(tmp_path / "survey.sav", WORDS["cp1253"], "cp1253", "ηλικία"), 3)
    file = read_data_file(path)
    assert file.frame.columns[0] == "ηλικία" and file.frame["ηλικία"].notna().all()
    folder = convert(path, rows=LOT).folder
    assert pq.read_schema(folder / "part00000.parquet").names == ["ηλικία", "said"]


def test_a_set_that_spss_names_is_believed(tmp_path: Path) -> None:
    path = of_old(written(tmp_path / "survey.sav", WORDS["cp1253"], "cp1253"), 1252)
    assert read_data_file(path).labels["q1"].startswith("Åìðéóôïóýíç")


def test_texts_alone_that_are_in_no_declared_set_are_read_and_converted(tmp_path: Path) -> None:
    """Labels in ASCII read well; the first text of the second lot is in no UTF-8."""
    answers = ("Πολύ μεγάλη", "Αρκετή", "Καθόλου")
    path = tmp_path / "survey.dta"
    said = ["Yes"] * LOT + ["1abcdefghij", "2bcdef", "3cdefgh"] * 10
    frame = pd.DataFrame({"id": np.arange(len(said)), "said": said})
    frame.to_stata(path, version=118, write_index=False)
    raw = path.read_bytes()
    for plain, word in zip(said[LOT : LOT + 3], answers, strict=True):
        raw = raw.replace(plain.encode(), word.encode("cp1253"))
    path.write_bytes(raw)
    assert converted(path)[0] == ["Yes"] * LOT + [*answers] * 10
    assert read_data_file(path).frame["said"].tolist() == ["Yes"] * LOT + [*answers] * 10


def test_what_no_bytes_tell_is_asked_where_it_is_converted(tmp_path: Path) -> None:
    words = ("Доверие к правительству", "Полностью", "Скорее да", "Совсем нет")
    path = written(tmp_path / "survey.dta", words, "cp1251")
    with pytest.raises(DataError, match=r"cp1251 \(ru\).*haven::read_dta"):
        convert(path)
    text = tmp_path / "survey.csv"
    pd.DataFrame({"q": list(WORDS["cp1253"]) * 5}).to_csv(text, index=False, encoding="cp1253")
    with pytest.raises(DataError, match=r"cp1253 \(el\).*iconv -f CP1253"):
        convert(text)


@pytest.mark.parametrize(("number", "named"), [(0, False), (62, True), (20, True)])
def test_sas_names_its_set_by_a_number(tmp_path: Path, number: int, named: bool) -> None:
    path = tmp_path / "survey.sas7bdat"
    path.write_bytes(bytes(70) + bytes([number]) + bytes(105))
    assert declares(path, "WINDOWS-1252") is named


def test_the_line_that_settles_it_is_one_that_reads_the_format(tmp_path: Path) -> None:
    """haven's reader of transport files takes no encoding."""
    label = "Доверие к правительству и к судам"
    plain = "x" * len(label)
    path = tmp_path / "survey.xpt"
    pyreadstat.write_xport(pd.DataFrame({"Q": [1.0, 2.0]}), str(path), column_labels=[plain])
    path.write_bytes(path.read_bytes().replace(plain.encode(), label.encode("cp1251")))
    with pytest.raises(DataError, match=r"in Python: import pyreadstat.*read_xport") as refused:
        read_data_file(path)
    line = str(refused.value).partition("in Python: ")[2].partition(". Then give")[0]
    assert 'encoding="cp1253"' in line  # the first of those that are listed
    settled = pyreadstat.read_xport(str(path), encoding="cp1251")[1]
    assert settled.column_names_to_labels["Q"] == label


@pytest.mark.parametrize(("odd", "told"), [(1, [("cp1252", "")]), (40, [])])
def test_accents_of_latin_words_are_no_letters_of_another_writing(
    odd: int, told: list[tuple[str, str]]
) -> None:
    """A sign amid a word, once, makes no Thai of Spanish; where it is often so, nothing is told."""
    words = ("Región del Bío Bío", "¿Cómo será su situación económica?", "Corrupción", "Educación")
    texts = [f"{word} {number}" for number in range(20) for word in words]
    texts += [f"partido¿cuál {number}" for number in range(odd)]
    assert encodings_of_texts(text.encode("cp1252") for text in texts) == told
