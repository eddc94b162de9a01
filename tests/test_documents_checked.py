"""`padai verify --document`: what an edited document claims, against the release."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from padai.cli import main
from padai.errors import PadaiError
from padai.publishing.basis.context import Context
from padai.publishing.chapters.headline import headline_told
from padai.publishing.checking import check_document
from padai.publishing.checking.boxes import parse
from padai.publishing.checking.brackets import without_divisions
from padai.publishing.checking.claims import claims_of
from padai.publishing.checking.document import ACCUSED, Checked, CheckedLine
from padai.publishing.checking.names import GROUP, QUESTION, Meaning, Mention, Names, _cut, plain
from padai.publishing.checking.patterns import STABLE
from padai.store import Store, open_store, outside
from padai.survey import Text
from tests.document_edits import further
from tests.document_edits.held_out import HELD_OUT
from tests.document_edits.seen import SEEN
from tests.document_edits.truths import TRUTHS
from tests.document_edits.world import Told, World, Writer, told_of
from tests.document_edits.writing import SUFFIXES, write
from tests.publishing_store import make_store


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, World]:
    kinds = ("probability", "quota")
    return {k: World(make_store(tmp_path_factory.mktemp(k), sample_type=k)) for k in kinds}


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _of(told: Told, found: Checked) -> list[CheckedLine]:
    """The lines of a statement; of a table, those of the cell that is meant."""
    if told.rows:
        head = told.rows[told.at[0]][0]
        cell = _plain(told.rows[told.at[0]][told.at[1]])
        return [
            ln
            for ln in found.lines
            if _plain(ln.sentence) == cell and (head in ln.figure or told.title in ln.figure)
        ]
    return [ln for ln in found.lines if _plain(ln.sentence) in _plain(told.text)]


def _checked(
    world: World, told: list[Told], folder: Path
) -> Iterable[tuple[Told, list[CheckedLine]]]:
    """Spread statements over documents of every format, and check each document."""
    for turn, suffix in enumerate(SUFFIXES):
        part = told[turn :: len(SUFFIXES)]
        found = check_document(write(folder / f"document{suffix}", part), world.store)
        for each in part:
            yield each, _of(each, found)


def _drawn(world: World, writers: Iterable[Writer], count: int, seed: int) -> list[Told]:
    return [t for w in writers for t in told_of(w, world, Random(f"{seed}{w.__name__}"), count)]


@pytest.mark.parametrize("kind", ["probability", "quota"])
def test_no_true_statement_is_accused(worlds: dict[str, World], kind: str, tmp_path: Path) -> None:
    told = _drawn(worlds[kind], TRUTHS, 60, 11)
    assert len(told) > 400
    placed = 0
    for each, lines in _checked(worlds[kind], told, tmp_path):
        accused = [ln for ln in lines if ln.status in ACCUSED]
        assert not accused, (each, accused)
        placed += any(ln.status == "supported" for ln in lines)
    assert placed >= 0.97 * len(told)


@pytest.mark.parametrize("kind", ["probability", "quota"])
@pytest.mark.parametrize("writers", [SEEN, HELD_OUT], ids=["seen", "held out"])
def test_false_statements_are_found(
    worlds: dict[str, World], kind: str, writers: tuple[Writer, ...], tmp_path: Path
) -> None:
    """Of each kind at most one in a hundred passes; "not checked" counts as passed."""
    told = _drawn(worlds[kind], writers, 50, 23)
    assert len({t.kind for t in told}) == 10
    assert len(told) > 400
    missed = [
        each
        for each, lines in _checked(worlds[kind], told, tmp_path)
        if not any(ln.status in ACCUSED for ln in lines)
    ]
    assert len(missed) <= 0.01 * len(told), Counter(t.kind for t in missed)


def test_ranks_multiples_denials_and_numbers_in_words_are_read(
    worlds: dict[str, World], tmp_path: Path
) -> None:
    """None of the false ones passes but in a hundred; no true one is accused."""
    world = worlds["probability"]
    false, true = (_drawn(world, writers, 24, 31) for writers in (further.FALSE, further.TRUE))
    assert len({t.kind for t in false}) == 7 and len(false) > 80
    assert len({t.kind for t in true}) == 7 and len(true) > 80
    missed = [
        each
        for each, lines in _checked(world, false, tmp_path)
        if not any(ln.status in ACCUSED for ln in lines)
    ]
    assert len(missed) <= 0.01 * len(false), missed
    for each, lines in _checked(world, true, tmp_path):
        accused = [ln for ln in lines if ln.status in ACCUSED]
        assert not accused, (each, accused)


STATUSES = {
    "Écoles, Total confiance : 71,0 %.": "supported",
    "Écoles, Total confiance : 71 %.": "supported",
    "Écoles, Total confiance : 72 %.": "contradicted",
    "Usages  de l’IA – À la maison : 57,0 %.": "supported",
    "Usages, en part : À la maison (57,0 %).": "supported",
    "Usages, en part : À la maison (75,0 %).": "contradicted",
    "Police, Total confiance : cette part a augmenté depuis 2024.": "not comparable",
    "Écoles, Total confiance : 55 % (Personnes non binaires).": "not shown",
    "Depuis 2022, Municipalités a diminué ; Réseau de la santé, Entreprises et un autre résultat "
    "demeurent stables dans les limites déclarées.": "supported",
    "Le budget du ministère a augmenté de 4 %.": "not checked",
    "Selon le recensement, 12 % vivent seuls.": "not checked",
    "Chez les personnes qui conduisent, Écoles, Total confiance : 12 %.": "not checked",
    "Écoles, Total confiance : 55 % chez les personnes non binaires.": "not shown",
    "Estimation régionale modélisée, Écoles, Total confiance : 12 %.": "not checked",
    "En sept ans, Écoles, Total confiance : cette part a perdu 12 points.": "not checked",
}


@pytest.mark.parametrize("sentence", STATUSES)
def test_the_status_of_a_sentence(worlds: dict[str, World], tmp_path: Path, sentence: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(sentence, encoding="utf-8")
    found = check_document(path, worlds["probability"].store)
    assert {ln.status for ln in found.lines} == {STATUSES[sentence]}, found.lines


def test_what_stands_in_brackets_is_of_the_name_before_them(
    worlds: dict[str, World], tmp_path: Path
) -> None:
    """“Schools (from 60% to 71%) and Municipalities” gave the second share to municipalities."""
    context = Context(worlds["probability"].store, "fr")
    first, last = (context.lookup.past("trust_schools", "trust", w) for w in ("2021", "2025"))
    assert first is not None and last is not None
    path = tmp_path / "a.txt"
    for end, status in ((context.value(last), "supported"), ("12,3 %", "contradicted")):
        said = f"Écoles, Total confiance (de {context.value(first)} à {end}) et Municipalités."
        path.write_text(f"Entre 2021 et 2025 : {said}", encoding="utf-8")
        lines = check_document(path, worlds["probability"].store).lines
        assert [line.status for line in lines] == ["supported", status], lines


def test_what_a_group_is_a_group_by_is_no_figure_of_the_sentence() -> None:
    """“Very confident” (digital confidence) was read as how confident people are."""
    flat = plain("Schools: 8 points more in the group “Very confident” (digital confidence)")
    group, asked = Meaning(GROUP, breakdown="digital", group="high"), Meaning(QUESTION, "ease")
    at, end = flat.index("very"), flat.index("digital")
    mentions = [
        Mention(0, 7, (Meaning(QUESTION, "trust_schools"),)),
        Mention(at, at + len("very confident"), (group,)),
        Mention(end, len(flat) - 1, (asked,)),
    ]
    named: Any = SimpleNamespace(breakdown=lambda _: "Digital confidence")
    assert without_divisions(named, flat, mentions) == mentions[:2]
    named = SimpleNamespace(breakdown=lambda _: "Age")
    assert without_divisions(named, flat, mentions) == mentions


def test_what_is_said_of_an_event_is_no_change_of_a_figure() -> None:
    """The line under a chart with an event was read as “no change” of what the chart shows."""
    assert not STABLE.search(plain("Aucun changement ne lui est attribué."))
    assert STABLE.search(plain("Aucun changement depuis 2024."))
    assert not STABLE.search(plain("No change is attributed to it."))
    assert not claims_of(plain("De 371 à 1 463 jours."), lang="fr")


def test_a_list_names_its_items_without_their_first_word(worlds: dict[str, World]) -> None:
    names = Names(Context(worlds["probability"].store, "fr"))
    asked = Meaning(QUESTION, "trust_schools")
    names._cut = _cut({"trust: schools": (asked,), "trust: no": (Meaning(QUESTION, "no"),)})
    assert set(names._cut) == {"schools"}  # "no" is an answer too often
    found = {
        t: bool(names.mentions(plain(t), t))
        for t in (
            "stable: schools (+1.2)",
            "from 3.0 (schools) to 5.0 (police)",
            "up: Schools and Police.",
            "the schools (12)",
            "up: schools of thought",
            "up, schools rarely",
        )
    }
    assert list(found.values()) == [True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("lang", "counted", "named"),
    [
        ("fr", "et neuf autres résultats demeurent stables", "chez les autres, 12 %"),
        ("en", "and nine other results are stable", "among other people, 12%"),
    ],
)
def test_other_results_are_no_group(tmp_path: Path, lang: str, counted: str, named: str) -> None:
    """A headline counts the results that it does not name; a group may be called “Other”."""

    def others(survey: dict[str, Any]) -> None:
        group = survey["breakdowns"]["age_group"]["groups"]["65+"]
        group["label"] = {"fr": "Autres", "en": "Other"}

    names = Names(Context(make_store(tmp_path, change=others), lang))

    def groups(text: str) -> list[str]:
        return [m.group for f in names.mentions(plain(text), text) for m in f.of(GROUP)]

    assert groups(named) == ["65+"]
    assert groups(counted) == []


def test_a_line_names_the_place_in_the_release(worlds: dict[str, World], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Écoles, Total confiance : 17 %.", encoding="utf-8")
    (line,) = check_document(path, worlds["probability"].store).lines
    assert line.address == "open/series.csv: main, trust_schools, trust, total, total, 2025"
    assert line.says.replace("\u00a0", " ") == "71,0 %"
    assert line.where == ("ligne 1", "line 1")


def test_a_withheld_figure_is_never_told(worlds: dict[str, World], tmp_path: Path) -> None:
    """Whatever number a document gives for it, the answer is the same."""
    says = set()
    for value in range(0, 101, 5):
        path = tmp_path / "a.txt"
        path.write_text(f"Écoles, Total confiance : {value} % (Personnes non binaires).", "utf-8")
        (line,) = check_document(path, worlds["probability"].store).lines
        says.add((line.status, line.says, line.why))
    assert len(says) == 1


# --- the release's own documents ---------------------------------------------------------------


def test_the_release_accuses_none_of_its_own_documents(built_example: Path) -> None:
    (folder,) = (built_example / "releases").glob("*/*/v1")
    store: Store = outside(open_store(folder / "interne"))
    counts: Counter[str] = Counter()
    for name in (
        "fr/rapport.html",
        "fr/sommaire.docx",
        "fr/presse.html",
        "en/report.docx",
        "en/summary.html",
        "en/key-figures.txt",
        "fr/questions/trust_services.html",
    ):
        found = check_document(folder / name, store)
        accused = [ln for ln in found.lines if ln.status in ACCUSED]
        assert not accused, (name, accused[:3])
        counts.update(found.counts)
    assert counts["supported"] > 600


# --- files that are not documents --------------------------------------------------------------


def _box(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in parts.items():
            box.writestr(name, content)
    return path


def _encrypted(path: Path) -> Path:
    _box(path, {"word/document.xml": b"<a/>"})
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    path.write_bytes(bytes(content))
    return path


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DEEP = b"<a>" * 100_000
_HOSTILE = {
    "a bomb": lambda p: _box(p, {"word/document.xml": b"<a>" + b" " * 60_000_000 + b"</a>"}),
    "macros": lambda p: _box(p, {"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"}),
    "macros by type": lambda p: _box(p, {
        "[Content_Types].xml": b"<Types>application/vnd.ms-word.document.macroEnabled</Types>",
        "word/document.xml": b"<a/>",
    }),
    "an entity": lambda p: _box(p, {"word/document.xml": (
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>')}),
    "an entity in UTF-16": lambda p: _box(p, {"word/document.xml": (
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d [<!ENTITY x "y">]><d>&x;</d>'
        .encode("utf-16"))}),
    "no end of elements": lambda p: _box(p, {"word/document.xml": _DEEP}),
    "no body": lambda p: _box(p, {"word/document.xml": f'<w:document xmlns:w="{_W}"/>'.encode()}),
    "no document": lambda p: _box(p, {"readme": b"x"}),
    "encrypted": _encrypted,
    "an old format": lambda p: (p.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600), p)[1],
    "no zip": lambda p: (p.write_bytes(b"PK\x03\x04 nothing"), p)[1],
    "empty": lambda p: (p.write_bytes(b""), p)[1],
}  # fmt: skip


@pytest.mark.parametrize("name", _HOSTILE)
@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_hostile_files_are_refused_in_both_languages(
    worlds: dict[str, World], tmp_path: Path, name: str, suffix: str
) -> None:
    path = _HOSTILE[name](tmp_path / f"x{suffix}")
    with pytest.raises(PadaiError) as refused:
        check_document(path, worlds["probability"].store)
    assert refused.value.texts["fr"] != refused.value.texts["en"]
    assert path.name in str(refused.value)


@pytest.mark.parametrize("suffix", [".docm", ".pptm", ".pdf", ".doc", ""])
def test_other_kinds_of_file_are_refused(
    worlds: dict[str, World], tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(b"x")
    with pytest.raises(PadaiError):
        check_document(path, worlds["probability"].store)


def test_a_page_that_never_ends_its_elements_is_read(
    worlds: dict[str, World], tmp_path: Path
) -> None:
    path = tmp_path / "x.html"
    path.write_text("<table><tr><td>" * 3000 + "<script>71 %", encoding="utf-8")
    assert check_document(path, worlds["probability"].store).ok


def test_no_entity_is_expanded() -> None:
    with pytest.raises(Exception, match=r".*"):
        parse(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


def _as_a_list(lead: str, items: list[str], suffix: str, path: Path) -> Path:
    """Write a line and a list under it, as a page, a text or a Word document."""
    if suffix == ".html":
        listed = "".join(f"<li>{item}</li>" for item in items)
        path.write_text(f"<main><p>{lead}</p><ul>{listed}</ul></main>", encoding="utf-8")
    elif suffix == ".md":
        path.write_text("\n".join([lead, "", *(f"- {i}" for i in items)]), encoding="utf-8")
    else:
        numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
        texts = [("", lead), *((numbered, item) for item in items)]
        body = "".join(f"<w:p>{how}<w:r><w:t>{text}</w:t></w:r></w:p>" for how, text in texts)
        content = f"<w:document xmlns:w='{_W}'><w:body>{body}</w:body></w:document>"
        _box(path, {"word/document.xml": content.encode()})
    return path


@pytest.mark.parametrize("counted", ["", " 3\u00a0results", "\u00a0one result"])
@pytest.mark.parametrize("suffix", [".html", ".md", ".docx"])
def test_an_item_is_read_with_the_line_over_its_list(
    built_example: Path, tmp_path: Path, suffix: str, counted: str
) -> None:
    """The period of a list's findings stands in the line over it, and in none of them.

    The line of a list that is folded says how many they are.
    """
    store = open_store(built_example / "releases" / "example" / "2025" / "v1" / "interne")
    context = Context(store, "en")
    periods = [moves for sentence in headline_told(context) for moves in sentence.moves]
    assert len(periods) == 2
    for moves, other in zip(periods, periods[::-1], strict=True):
        clauses = moves.clauses("en")
        items = [f"{clause};" for clause in clauses]
        of_own = check_document(
            _as_a_list(f"{moves.when}:{counted}", items, suffix, tmp_path / f"own{suffix}"), store
        )
        assert not [ln for ln in of_own.lines if ln.status in ACCUSED]
        assert any(ln.status == "supported" for ln in of_own.lines)
        of_other = check_document(
            _as_a_list(f"{other.when}:{counted}", items, suffix, tmp_path / f"other{suffix}"), store
        )
        assert [ln for ln in of_other.lines if ln.status in ACCUSED]


def test_deleted_words_are_not_read_and_inserted_ones_are(
    worlds: dict[str, World], tmp_path: Path
) -> None:
    body = (
        "<w:p><w:r><w:t>Écoles, Total confiance : </w:t></w:r>"
        "<w:del><w:r><w:delText>17 %</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>71,0 %</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>"
    )
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    path = _box(tmp_path / "x.docx", {"word/document.xml": document.encode()})
    (line,) = check_document(path, worlds["probability"].store).lines
    assert (line.status, _plain(line.claim)) == ("supported", "71,0 %")


# --- the command -------------------------------------------------------------------------------


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(w) for w in words])
    return int(ended.value.code or 0)


def test_the_command_lists_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], plain_log: None
) -> None:
    make_store(tmp_path / "made")
    inside = tmp_path / "made" / "interne"
    path = tmp_path / "note.txt"
    path.write_text("Écoles, Total confiance : 17 %.\nÉcoles, Total confiance : 71 %.\n", "utf-8")
    asked = ("verify", "--document", path, "--release", inside)
    assert run(*asked) == 1
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "contredit : « 17 % » (ligne 1)" in said
    assert "open/series.csv: main, trust_schools, trust, total, total, 2025" in said
    assert "appuyé : « 71 % »" not in said
    assert run(*asked, "--all", "--lang", "en") == 1
    assert "supported: “71 %” (line 2)" in capsys.readouterr().out.replace("\u00a0", " ")
    assert run(*asked, "--log", "json") == 1
    record = json.loads(capsys.readouterr().err.strip().splitlines()[-1])
    assert record["counts"]["contradicted"] == 1
    path.write_text("Écoles, Total confiance : 71 %.\n", "utf-8")
    assert run(*asked) == 0


def test_the_command_refuses_without_a_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("verify") == 2
    assert run("verify", "--document", "none.docx", "--release", tmp_path) == 2
    assert run("verify", "--document", "none.docx") == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_title_of_a_chapter_claims_nothing(worlds: dict[str, World], tmp_path: Path) -> None:
    """A link to “Bias, opacity, loss of control” was read as a loss of what stood above it."""
    store = worlds["probability"].store
    section = store.survey.sections[0]
    title = Text(fr="Baisse et recours, écoles", en="Loss and recourse, schools")
    titled = section.model_copy(update={"title": title})
    survey = store.survey.model_copy(update={"sections": (titled,)})
    path = tmp_path / "a.txt"
    said = "Écoles, Total confiance : 71,0 %.\n\n{title}.\n"
    path.write_text(said.format(title=title.get("fr")), encoding="utf-8")
    accused = ["supported", "contradicted"]
    for known, statuses in ((survey, ["supported"]), (store.survey, accused)):
        found = check_document(path, replace(store, survey=known))
        assert [line.status for line in found.lines] == statuses, found.lines
