"""Sealed declarations: what may be said of them, and the ways to cheat."""

from __future__ import annotations

import base64
import datetime as dt
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from padai.cli import main
from padai.errors import DefinitionError, PadaiError
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.seals import (
    Sealed,
    declared_periods,
    declared_rows,
    facts_of_seal,
    seal,
    sealed_of,
)
from padai.pipeline.seals.der import certificates
from padai.pipeline.seals.grades import made_on
from padai.pipeline.seals.seal_text import SealText, changes_since, read_seal, seal_path, text_of
from padai.pipeline.seals.stamps import Stamp, checked, request_of
from padai.pipeline.versions.life import EarlierStore
from padai.project import find_project
from padai.publishing.basis.context import Context
from padai.publishing.chapters.declared import (
    declarations,
    declared_beside,
    declared_sentence,
    sealed_beside,
)
from padai.store import Store, write_store
from padai.survey import load_survey
from padai.survey.indices import Index
from padai.survey.participation_model import ParticipationModel
from padai.survey.releases import ReleaseRecord
from padai.survey.small_areas import SmallAreas
from tests.builders import respondents, write_survey, write_wave_file
from tests.publishing_store import make_store

KEPT = Path(__file__).parent / "data" / "seals"
DAY = dt.date(2025, 1, 10)
K1 = "  k1: {question: trust, net: trust, label: {fr: C, en: T}, declared: 2024-01-01}"
K2 = "  k2: {question: user, net: '1', label: {fr: U, en: U}, declared: 2024-01-01}"
MARGIN = "headline_net: trust, margin: {points: 5, reason: {fr: r, en: r}, date: 2024-01-01}}"
TILES = ("question: sex}", "question: sex, tiles: {F: [0, 0], M: [0, 1]}}")
SECTIONS = """sections:
  - id: one
    title: {fr: Un, en: One}
    blocks: [{kind: bars, title: {fr: T, en: T}, questions: [trust, user]}]
  - id: two
    title: {fr: Deux, en: Two}
    blocks: [{kind: bars, title: {fr: T, en: T}, questions: [served]}]
"""
ROWS = pd.DataFrame(
    [
        ("main", "trust", "trust", "total", "total", "headline", ""),
        ("main", "user", "1", "total", "total", "headline", ""),
        ("main", "served", "trust", "total", "total", "other", ""),
        ("main", "trust", "trust", "sex", "F", "trust:sex", ""),
        ("main", "trust", "2", "total", "total", "", ""),
        ("main", "trust", "trust", "age_two", "old", "trust:age_two:rest", ""),
        ("main", "trust", "trust", "total", "total", "headline", "b1"),
        ("main", "trust", "trust", "sex", "F", "trust:sex:rest", ""),
    ],
    columns=["part", "question", "response", "breakdown", "group", "family", "breaks"],
)


class Place:
    """A project with the survey ``mini`` of two key results, its second wave without data."""

    def __init__(self, folder: Path, **texts: str) -> None:
        (folder / "padai.yaml").write_text("surveys: surveys\n", encoding="utf-8")
        start = {K1: f"{K1}\n{K2}\n{SECTIONS}", "headline_net: trust}": MARGIN, TILES[0]: TILES[1]}
        self.survey = write_survey(folder / "surveys", replace=start | texts)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.survey / name
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def order(self, survey: str = "") -> Order:
        definition = load_survey(self.survey)
        return Order(definition, find_project(self.survey, None), "2025")

    def sealed(self, *earlier: EarlierStore) -> Sealed:
        return sealed_of(self.order(), earlier)

    def rows(self, *earlier: EarlierStore) -> list[str]:
        order = self.order()
        return declared_rows(sealed_of(order, earlier), order.survey, ROWS)

    def facts(self, *earlier: EarlierStore) -> dict[str, Any]:
        order = self.order()
        return facts_of_seal(order, sealed_of(order, earlier))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def sealed(place: Place) -> Place:
    seal(place.survey, "2025", day=DAY)
    return place


def said(facts: dict[str, Any], result: str = "k0", lang: str = "fr") -> str:
    """Return what a reader is told of a key result, and of the seal in the methods."""
    store = store_with(facts)
    context = Context(store, lang)
    key = next(k for k in store.survey.key_results if k.id == result)
    return plain(declared_sentence(context, key) + "\n" + declarations(context).markdown)


_MADE: list[Store] = []


@pytest.fixture(scope="module", autouse=True)
def published(tmp_path_factory: pytest.TempPathFactory) -> None:
    _MADE[:] = [make_store(tmp_path_factory.mktemp("store"))]


def store_with(facts: dict[str, Any]) -> Store:
    results = {k: facts["key_results"]["k1"] for k in ("k0", "k1", "k2", "k3")}
    return replace(
        _MADE[0], facts={**_MADE[0].facts, "declared": {**facts, "key_results": results}}
    )


def plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text).replace("\u00a0", " ").replace("\u202f", " ")


# --- the text ------------------------------------------------------------------------------------


def test_the_text_is_canonical_and_its_hash_is_that_of_the_file(place: Place) -> None:
    import hashlib

    made = seal(place.survey, "2025", day=DAY)
    assert made.new
    assert not made.data_there
    content = made.path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == made.sha256
    assert made.request.read_bytes() == request_of(content)
    again = seal(place.survey, "2025")
    assert (again.new, again.sha256, again.changes) == (False, made.sha256, ())
    assert read_seal(place.survey, "2025", "here") == text_of(place.order().survey, "2025", DAY)


def test_the_words_that_people_read_are_not_sealed(sealed: Place) -> None:
    sealed.edit("survey.yaml", "label: {fr: C, en: T}", "label: {fr: Confiance, en: Trust}")
    assert sealed.sealed().changes == ()
    assert sealed.rows()[:2] == ["asserted", "asserted"]


def test_a_model_is_sealed_without_the_words_that_explain_it(place: Place) -> None:
    survey = load_survey(place.survey)
    said = {"fr": "x", "en": "x"}
    reference = {"totals": "targets/t.csv", "source": said, "date": "2024", "population": said}
    model = {
        "variables": ["sex"], "references": [reference], "assumptions": said, "decided_by": said,
        "reason": said, "declared": "2024-01-01",
    }  # fmt: skip
    areas = {
        "id": "regions", "areas": "sex", "questions": ["trust"], "decided_by": said,
        "reason": said, "declared": "2024-01-01",
        "covariates": {"file": "a.csv", "source": said, "date": "2024"},
    }  # fmt: skip

    def sealed(model: dict[str, Any], areas: dict[str, Any]) -> SealText:
        given = {
            "participation_model": ParticipationModel.model_validate(model),
            "small_areas": (SmallAreas.model_validate(areas),),
        }
        return text_of(survey.model_copy(update=given), "2025", DAY)

    first = sealed(model, areas)
    items = text_of(survey, "2025", DAY).items
    assert not [key for key in items if key[0] in ("model", "index")]
    assert [c.key for c in changes_since(text_of(survey, "2025", DAY), first)] == [
        ("model", "regions"),
        ("model", "participation"),
    ]
    worded = {"fr": "y", "en": "y"}
    other = {**reference, "source": worded, "population": worded, "other_year": worded}
    said_anew = {**model, "references": [other], "assumptions": worded, "reason": worded}
    areas_anew = {
        **areas,
        "reason": worded,
        "covariates": {**areas["covariates"], "source": worded},
    }
    assert sealed(said_anew, areas_anew).sha256 == first.sha256
    changed = changes_since(first, sealed({**model, "method": "ipw"}, {**areas, "scale": "logit"}))
    assert [(c.key, c.what) for c in changed] == [
        (("model", "regions"), "changed"),
        (("model", "participation"), "changed"),
    ]


def test_an_index_is_sealed_with_its_scores_and_margin(place: Place) -> None:
    survey, said = load_survey(place.survey), {"fr": "x", "en": "x"}

    def sealed(**other: Any) -> SealText:
        index = {
            "id": "trust_index", "label": said, "items": ["trust", "user", "served"], "high": said,
            "scores": {"1": 1, "2": 0}, "declared": "2024-01-01",
            "margin": {"points": 3, "reason": said, "date": "2024-01-01"}, **other,
        }  # fmt: skip
        given = {"indices": (Index.model_validate(index),)}
        return text_of(survey.model_copy(update=given), "2025", DAY)

    worded = {"fr": "y", "en": "y"}
    margin = {"points": 3, "reason": worded, "date": "2024-01-01"}
    first = sealed()
    assert sealed(label=worded, high=worded, margin=margin).sha256 == first.sha256
    for change in (
        {"scores": {"1": 2, "2": 0}},
        {"items": ["user", "trust", "served"]},
        {"reverse": ["user"]},
        {"margin": {**margin, "points": 5}},
    ):
        assert [c.key for c in changes_since(first, sealed(**change))] == [("index", "trust_index")]


def test_the_request_is_what_openssl_writes() -> None:
    """Written by `openssl ts -query -sha256 -cert -no_nonce` for the text of tests/data/seals."""
    whole = (
        "30390201013031300d060960864801650304020105000420"
        "39f6b3ec47cab3a986c3fe8fb09cce208906390e987c0dbd292f481f18c2de300101ff"
    )
    assert request_of((KEPT / "text.txt").read_bytes()).hex() == whole


# --- the grades ----------------------------------------------------------------------------------


def test_without_a_seal_the_team_says_so(place: Place) -> None:
    assert place.rows() == ["asserted"] * 4 + ["found"] + ["asserted"] * 3
    facts = place.facts()
    assert facts["grade"] == "none"
    text = said(facts)
    assert text.startswith("Déclaré, selon l’équipe, le 1er janvier 2024.")
    assert "Aucun sceau" in text
    assert "avant les données" not in text


def earlier(
    folder: Path,
    told: dict[str, str],
    status: Any = "published",
    day: dt.date = dt.date(2024, 11, 5),
) -> EarlierStore:
    store = _MADE[0]
    place = folder / f"{status}-{day}"
    write_store(place, store.survey, "2025", store.tables, {"declared": {"seals": told}})
    record = ReleaseRecord(wave="2024", version=1, status=status, date=day, store="0" * 64)
    return EarlierStore(record, place)


def test_a_hash_in_an_earlier_version_is_published(sealed: Place, tmp_path: Path) -> None:
    digest = sealed.sealed().seal.sha256  # type: ignore[union-attr]
    before = earlier(tmp_path, {"2025": digest})
    assert sealed.rows(before) == [*["published"] * 4, "found", "changed", "published", "published"]
    text = said(sealed.facts(before))
    assert text.startswith("Déclaré avant les données.")
    assert "publiée le 5 novembre 2024" in text


@pytest.mark.parametrize(
    ("told", "status", "day"),
    [
        ({"2025": "0" * 64}, "published", dt.date(2024, 11, 5)),
        ({"2024": ""}, "published", dt.date(2024, 11, 5)),
        (None, "demonstration", dt.date(2024, 11, 5)),
        (None, "published", dt.date(2025, 5, 1)),
    ],
)
def test_another_hash_or_a_later_one_is_not(
    sealed: Place, tmp_path: Path, told: dict[str, str] | None, status: str, day: dt.date
) -> None:
    digest = sealed.sealed().seal.sha256  # type: ignore[union-attr]
    before = earlier(tmp_path, told or {"2025": digest}, status, day)
    assert set(sealed.rows(before)[:2]) == {"asserted"}


def test_versions_out_of_order_prove_nothing(sealed: Place, tmp_path: Path) -> None:
    digest = sealed.sealed().seal.sha256  # type: ignore[union-attr]
    late = earlier(tmp_path, {}, "published", dt.date(2025, 2, 1))
    early = earlier(tmp_path, {"2025": digest}, "published", dt.date(2024, 11, 5))
    found = sealed.sealed(late, early)
    assert (found.grade, "out_of_order" in found.remarks) == ("asserted", True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], bytes]:
    """An authority of the test's own, which answers the request of a seal."""
    folder = tmp_path_factory.mktemp("authority")
    (folder / "t.cnf").write_text(
        "[req]\ndistinguished_name=dn\n[dn]\n"
        "[e]\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"
        "[tsa]\ndefault_tsa=t\n[t]\nserial=./serial\nsigner_digest=sha256\ndefault_policy=1.2.3\n"
        "digests=sha256\ness_cert_id_alg=sha256\n"
    )
    (folder / "serial").write_text("01\n")
    _openssl(
        folder,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "k",
        "-out",
        "c.pem",
        "-days",
        "30",
        "-config",
        "t.cnf",
        "-extensions",
        "e",
        "-subj",
        "/CN=Horodateur d'essai",
    )

    def answer(request: Path) -> bytes:
        _openssl(
            folder,
            "ts",
            "-reply",
            "-config",
            "t.cnf",
            "-queryfile",
            str(request),
            "-signer",
            "c.pem",
            "-inkey",
            "k",
            "-out",
            "r.tsr",
        )
        (request.parent / "tsa.pem").write_bytes((folder / "c.pem").read_bytes())
        reply = (folder / "r.tsr").read_bytes()
        request.with_suffix(".tsr").write_bytes(reply)
        return reply

    return answer


def _openssl(folder: Path, *command: str) -> None:
    subprocess.run(["openssl", *command], cwd=folder, check=True, capture_output=True)


def stamped(place: Place, authority: Callable[[Path], bytes]) -> None:
    """Move fieldwork into the future, seal, and have the seal stamped."""
    place.edit("waves/2025.yaml", "2025-05-01, end: 2025-05-20", "2099-05-01, end: 2099-05-20")
    made = seal(place.survey, "2025", day=DAY)
    authority(made.request)
    place.edit("waves/2025.yaml", "parts:", "seal: {authority: tsa.pem}\nparts:")


@pytest.mark.needs("openssl")
def test_a_stamp_that_holds_reads_declared_before_the_data(
    place: Place, authority: Callable[[Path], bytes]
) -> None:
    stamped(place, authority)
    assert place.rows() == [*["stamped"] * 4, "found", "changed", "stamped", "stamped"]
    text = said(place.facts())
    assert text.startswith("Déclaré avant les données.")
    assert "horodaté par Horodateur" in text
    again = seal(place.survey, "2025")
    assert again.stamp is not None
    assert (again.stamp.state, again.second) == ("checked", "agrees")
    # the same seal, once the data are older than the stamp or fieldwork began before it
    place.edit("waves/2025.yaml", "2099-05-01", "2025-05-01")
    assert place.sealed().remarks == ("late_stamp",)
    assert place.rows()[0] == "asserted"


def test_replies_are_held_to_the_text_and_to_the_certificate() -> None:
    reply, text = (KEPT / "reply.tsr").read_bytes(), (KEPT / "text.txt").read_bytes()
    for name in ("signer", "issuer"):
        found = checked(reply, text, (KEPT / f"{name}.pem").read_text())
        assert found.state == "checked"
        assert found.by.startswith("Horodateur")
        assert found.at is not None
    signer = (KEPT / "signer.pem").read_text()
    assert checked(reply, text + b" ", signer).state == "other_text"
    assert checked(reply, text, None).state == "no_authority"
    assert checked(b"", text, signer).state == "unreadable"
    assert checked(b"<html>", text, signer).state == "unreadable"
    for end in range(0, len(reply), 97):
        assert checked(reply[:end], text, signer).state == "unreadable"


def test_no_altered_time_or_signature_is_taken() -> None:
    """Each byte of what is signed, and of the signature, is flipped."""
    reply, text = (KEPT / "reply.tsr").read_bytes(), (KEPT / "text.txt").read_bytes()
    signer = (KEPT / "signer.pem").read_text()
    true = checked(reply, text, signer)
    moment = reply.index(b"20261126")
    for place in (*range(moment, moment + 15), *range(len(reply) - 256, len(reply))):
        for bit in (1, 16):
            altered = bytearray(reply)
            altered[place] ^= bit
            assert checked(bytes(altered), text, signer).state != "checked", place
    for place in range(0, len(reply), 3):
        altered = bytearray(reply)
        altered[place] ^= 0x55
        found = checked(bytes(altered), text, signer)
        assert found.state != "checked" or found == true


def with_validity(name: str, first: str, last: str) -> str:
    """Return a certificate of tests/data/seals as if it held from a moment to another."""
    kept = certificates((KEPT / f"{name}.pem").read_text())[0].value.raw
    found = re.findall(rb"\x17\x0d(\d{12}Z)\x17\x0d(\d{12}Z)", kept)
    assert len(found) == 1
    for old, new in zip(found[0], (first, last), strict=True):
        kept = kept.replace(old, f"{new[2:]}Z".encode(), 1)
    body = base64.b64encode(kept).decode()
    return f"-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n"


@pytest.mark.parametrize("name", ["signer", "issuer"])
def test_a_certificate_that_had_run_out_is_no_stamp(name: str) -> None:
    """Of the one that issued it too; and it is not told as another authority's."""
    reply, text = (KEPT / "reply.tsr").read_bytes(), (KEPT / "text.txt").read_bytes()
    held = with_validity(name, "20261101000000", "20261231000000")
    old = with_validity(name, "20200101000000", "20210101000000")
    early = with_validity(name, "20300101000000", "20310101000000")
    assert checked(reply, text, held).state == "checked"
    for gone in (old, early):
        found = checked(reply, text, gone)
        assert (found.state, found.by[:11]) == ("unfit", "Horodateur "), name
        assert checked(reply, text, gone + held).state == "checked"  # renewed


def test_a_certificate_that_had_run_out_is_said_so(
    sealed: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from padai.pipeline.seals import grades, seal_files

    seal_path(sealed.survey, "2025").with_suffix(".tsr").write_bytes(b"x")
    (sealed.survey / "seals" / "tsa.pem").write_text("x")
    sealed.edit("waves/2025.yaml", "parts:", "seal: {authority: tsa.pem}\nparts:")
    for module in (grades, seal_files):
        monkeypatch.setattr(module, "checked", lambda *_: Stamp("unfit"))
    assert "n’était pas valide à ce moment" in said(sealed.facts())
    code, text = run(capsys, "seal", sealed.survey, "2025")
    assert (code, "n’était pas valide à ce moment" in text) == (1, True)


def test_what_openssl_does_not_confirm_ends_as_a_fault(
    sealed: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from padai.pipeline.seals import seal_files

    at = dt.datetime(2025, 1, 11, 12, tzinfo=dt.UTC)
    told = (Stamp("checked", at, "Horodateur"), "disagrees")
    monkeypatch.setattr(seal_files, "_stamped", lambda *_: told)
    code, text = run(capsys, "seal", sealed.survey, "2025")
    assert (code, "openssl ne le confirme pas" in text) == (1, True)
    assert "le 2025-01-11 12:00:00 UTC" in text


# --- thirteen ways to cheat ----------------------------------------------------------------------

CHEATS = [
    ("a key result dropped", "survey.yaml", f"{K2}\n", "", ("key_result", "k2"), {0, 1}, {2, 3}),
    ("key results reordered", "survey.yaml", f"{K1}\n{K2}", f"{K2}\n{K1}",
     ("order", "key_results"), {0, 1}, {2, 3}),
    ("a margin widened", "questionnaire.yaml", "points: 5", "points: 9", ("margin", "trust"),
     {0, 3}, {1, 2}),
    ("a family split", "survey.yaml", "key_results:\n",
     "  second:\n    label: {fr: Autre, en: Second}\n"
     "    comparisons: [{question: served, net: trust}]\nkey_results:\n", ("family", "second"),
     {2}, {0, 1, 3}),
    ("a chapter regrouped", "survey.yaml", "questions: [trust, user]", "questions: [trust]",
     ("chapter", "one"), set(), {0, 1, 3}),
    ("a breakdown added", "survey.yaml", "breakdowns:\n",
     "breakdowns:\n  age_two:\n    label: {fr: A, en: A}\n    question: age\n    groups:\n"
     "      old: {label: {fr: V, en: O}, min: 60}\n", ("breakdown", "age_two"), {5}, {0, 1, 2, 3}),
    ("an exclusion added", "waves/2025.yaml", "    weighting:",
     "    exclusions: [{column: user, values: [2], reason: {fr: r, en: r}}]\n    weighting:",
     ("exclusion", "main/1"), {0, 1, 2, 3}, set()),
    ("the weighting changed", "waves/2025.yaml", "{method: rake, margins: [sex]}",
     "{method: rake, margins: [sex], trim: [0.2, 3]}", ("weighting", "main"), {0, 1, 2, 3}, set()),
    ("a date moved", "survey.yaml", "declared: 2024-01-01}\n  k2", "declared: 2023-01-01}\n  k2",
     ("key_result", "k1"), {0}, {1, 2, 3}),
    ("a net of other answers", "questionnaire.yaml", "codes: [1, 2]}", "codes: [1, 2, 3]}",
     ("question", "trust"), {0, 2, 3}, {1}),
    ("the answers of another column", "questionnaire.yaml", "headline_net: trust,",
     "headline_net: trust, columns: {'2025': user},", ("question", "trust"), {0, 3}, {1, 2}),
    ("another wave before", "questionnaire.yaml", "headline_net: trust,",
     "headline_net: trust, waves: ['2025'],", ("question", "trust"), {0, 3}, {1, 2}),
    ("the wave before weighted otherwise", "waves/2024.yaml", "{method: rake, margins: [sex]}",
     "{method: rake, margins: [sex], trim: [0.2, 3]}", ("weighting", "main 2024"),
     {0, 1, 2, 3}, set()),
    ("people of the wave before left out", "waves/2024.yaml", "    weighting:",
     "    exclusions: [{column: user, values: [2], reason: {fr: r, en: r}}]\n    weighting:",
     ("exclusion", "main/1 2024"), {0, 1, 2, 3}, set()),
    ("an answer taken out of the base", "questionnaire.yaml",
     "      1: {fr: Oui, en: 'Yes'}\n      2: {fr: Non, en: 'No'}\n",
     "      1: {fr: Oui, en: 'Yes'}\n    missing:\n"
     "      2: {label: {fr: Non, en: 'No'}, kind: refused}\n", ("question", "user"), {1, 2}, {0, 3}),
    ("the margin of other answers", "questionnaire.yaml", "M: {fr: M, en: M}}}}",
     "M: {fr: M, en: M}}}, columns: {'2025': user}}", ("question", "sex"), {0, 1, 2, 3}, set()),
    ("a break that hides", "survey.yaml", "key_results:\n",
     "breaks:\n  - {id: b1, type: mode, date: 2025-01-01, text: {fr: t, en: t}}\nkey_results:\n",
     ("break", "b1"), {6}, {0}),
    ("groups compared by more answers", "survey.yaml", "questions: [served]}]",
     "questions: [served]}, {kind: tiles, title: {fr: T, en: T}, questions: [trust],"
     " net: '1', by: [sex]}]", ("groups", "trust"), {7}, {0, 1, 2, 3}),
    ("a group made confidential", "survey.yaml", "key_results:\n",
     "confidentiality: {minimum_group: 60}\nkey_results:\n", ("policy", "confidentiality"),
     {0, 1, 2, 3}, set()),
    ("another file of the wave before", "waves/2024.yaml", "file: m2024.csv",
     "file: m2024b.csv", ("part", "main 2024"), {0, 1, 2, 3}, set()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "key", "touched", "kept"), CHEATS, ids=[c[0] for c in CHEATS]
)
def test_a_change_after_the_seal_is_named(
    sealed: Place,
    tmp_path: Path,
    name: str,
    file: str,
    old: str,
    new: str,
    key: tuple[str, str],
    touched: set[int],
    kept: set[int],
) -> None:
    digest = sealed.sealed().seal.sha256  # type: ignore[union-attr]
    before = earlier(tmp_path, {"2025": digest})
    assert sealed.rows(before)[:4] == ["published"] * 4
    sealed.edit(file, old, new)
    assert key in {change.key for change in sealed.sealed(before).changes}, name
    rows = sealed.rows(before)
    assert {k for k in touched if rows[k] != "changed"} == set()
    assert {k for k in kept if rows[k] != "published"} == set()
    facts = sealed.facts(before)
    listed = said(facts)
    assert f"({key[1]})" in listed
    assert "sans date ni raison données" in listed


def test_a_first_day_put_off_after_the_seal_proves_nothing(sealed: Place, tmp_path: Path) -> None:
    digest = sealed.sealed().seal.sha256  # type: ignore[union-attr]
    late = earlier(tmp_path, {"2025": digest}, day=dt.date(2025, 5, 15))
    assert sealed.sealed(late).grade == "asserted"
    sealed.edit("waves/2025.yaml", "start: 2025-05-01", "start: 2025-05-18")
    found = sealed.sealed(late)
    assert (found.grade, "late" in found.remarks) == ("asserted", True)
    text = said(sealed.facts(late))
    assert "premier jour de la collecte (start)" in text
    assert "avant les données" not in text.splitlines()[0]


def test_a_seal_whose_first_day_is_no_day_is_refused(sealed: Place) -> None:
    path = seal_path(sealed.survey, "2025")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"2025-05-01"', '"soon"', 1), encoding="utf-8")
    with pytest.raises(DefinitionError, match="not a text that padai seal wrote"):
        sealed.sealed()


def test_a_clock_set_back_makes_no_claim(place: Place) -> None:
    seal(place.survey, "2025", day=dt.date(2001, 1, 1))
    assert set(place.rows()[:4]) == {"asserted"}
    text = said(place.facts())
    assert text.startswith("Déclaré, selon l’équipe, le 1er janvier 2001.")
    assert "avant les données" not in text


def test_a_sealed_text_edited_by_a_space_is_refused(sealed: Place) -> None:
    path = seal_path(sealed.survey, "2025")
    text = path.read_text(encoding="utf-8")
    for place in (0, 5, text.index("trust"), text.index("{") + 1, len(text)):
        path.write_text(f"{text[:place]} {text[place:]}", encoding="utf-8")
        try:
            found = sealed.sealed()
        except PadaiError as error:
            assert "2025.txt" in str(error)
        else:  # a space inside a name: another text, of which nothing is proved
            assert found.changes
            assert found.grade == "asserted"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(DefinitionError, match="not a text that padai seal wrote"):
        sealed.sealed()
    path.write_text(text.replace("wave\t2025", "wave\t2024"), encoding="utf-8")
    with pytest.raises(DefinitionError, match="seals 'mini 2024'"):
        sealed.sealed()


def test_the_reply_of_an_unknown_authority_is_no_stamp(sealed: Place) -> None:
    reply = seal_path(sealed.survey, "2025").with_suffix(".tsr")
    reply.write_bytes((KEPT / "reply.tsr").read_bytes())
    assert "no_authority" in sealed.sealed().remarks
    sealed.edit("waves/2025.yaml", "parts:", "seal: {authority: other.pem}\nparts:")
    with pytest.raises(DefinitionError, match=r"other\.pem is missing"):
        sealed.sealed()
    (reply.parent / "other.pem").write_bytes((KEPT / "other.pem").read_bytes())
    assert "other_text" in sealed.sealed().remarks
    found = checked(
        reply.read_bytes(), (KEPT / "text.txt").read_bytes(), (KEPT / "other.pem").read_text()
    )
    assert found.state == "unknown_authority"
    assert set(sealed.rows()[:4]) == {"asserted"}
    assert "d’un autre texte" in said(sealed.facts())


def test_a_seal_without_data_date_makes_no_claim(sealed: Place, tmp_path: Path) -> None:
    digest = sealed.sealed().seal.sha256  # type: ignore[union-attr]
    before = earlier(tmp_path, {"2025": digest})
    assert sealed.sealed(before).grade == "published"
    sealed.edit("waves/2025.yaml", "end: 2025-05-20}", "end: 2025-05-20, precision: month}")
    found = sealed.sealed(before)
    assert (found.grade, found.remarks) == ("asserted", ("no_data_date",))
    assert "n’est pas connue au jour près" in said(sealed.facts(before))


def test_data_that_are_there_are_written_on_the_seal(place: Place, tmp_path: Path) -> None:
    write_wave_file(respondents(), place.survey / "data" / "m2025.csv")
    made = seal(place.survey, "2025", day=DAY)
    assert made.data_there
    before = earlier(tmp_path, {"2025": made.sha256})
    found = place.sealed(before)
    assert (found.grade, "data_there" in found.remarks) == ("asserted", True)


def test_a_data_file_older_than_the_seal_is_seen(place: Place, tmp_path: Path) -> None:
    place.edit("waves/2025.yaml", "file: m2025.csv", "file: m2025.sav")
    made = seal(place.survey, "2025", day=DAY)
    before = earlier(tmp_path, {"2025": made.sha256}, day=dt.date(2025, 2, 1))
    path = place.survey / "data" / "m2025.sav"
    write_wave_file(respondents(), path)
    head = bytearray(path.read_bytes())
    for day, grade in ((b"02 Jun 25", "published"), (b"15 Jan 25", "asserted")):
        head[92:101] = day
        path.write_bytes(head)
        assert made_on(path) == dt.date(2025, 6, 2) if grade == "published" else True
        assert place.sealed(before).grade == grade
    assert "data_older" in place.sealed(before).remarks
    assert made_on(tmp_path / "none.sav") is None


def test_a_key_result_added_without_a_word_was_found_by_looking(sealed: Place) -> None:
    new = "  k3: {question: served, net: trust, label: {fr: S, en: S}, declared: 2024-01-01}"
    sealed.edit("survey.yaml", K2, f"{K2}\n{new}")
    assert sealed.facts()["key_results"]["k3"]["code"] == "found"
    sealed.edit(
        "waves/2025.yaml",
        "parts:",
        "seal:\n  changes: [{item: key_result k3, date: 2025-06-10, reason: {fr: Loi 25, en: Law}}]"
        "\nparts:",
    )
    facts = sealed.facts()
    assert facts["key_results"]["k3"]["code"] == "changed"
    store = store_with({**facts, "key_results": {"k1": facts["key_results"]["k3"]}})
    key = store.survey.key_results[0]
    assert "le 10 juin 2025 (Loi 25)" in plain(declared_sentence(Context(store, "fr"), key))
    assert "on June 10, 2025 (Law)" in plain(declared_sentence(Context(store, "en"), key))


def test_seals_of_waves_to_come_are_published(sealed: Place) -> None:
    order = replace(sealed.order(), wave="2024")
    facts = facts_of_seal(order, sealed_of(order))
    digest = sealed.sealed().seal.sha256  # type: ignore[union-attr]
    assert facts["seals"] == {"2025": digest}
    assert digest in said({**facts, "seals": {"2026": digest}})


TARGETS = """part,margin,cell,target,status,source,date
main,sex,F,0.7,given,Recensement,2021
main,sex,M,0.3,given,Recensement,2021
"""


def test_targets_that_come_after_the_seal_are_told(place: Place) -> None:
    """They were no change, and a team could choose the population after the answers."""
    path = place.survey / "targets" / "2025.csv"
    path.unlink()
    seal(place.survey, "2025", day=DAY)
    assert place.sealed().changes == ()
    path.write_text(TARGETS, encoding="utf-8")
    assert [(c.key, c.what) for c in place.sealed().changes] == [(("targets", "main"), "added")]
    assert set(place.rows()[:4]) == {"changed"}
    assert "marges de calage (main)" in said(place.facts())


def test_a_module_that_rests_after_the_seal_is_told(place: Place) -> None:
    module = (
        "rotations:\n  m: {label: {fr: M, en: M}, questions: [user], waves: [%s]}\nquestions:\n"
    )
    place.edit("questionnaire.yaml", "questions:\n", module % "'2024', '2025'")
    seal(place.survey, "2025", day=DAY)
    place.edit("questionnaire.yaml", "waves: ['2024', '2025']", "waves: ['2025']")
    assert [c.key for c in place.sealed().changes] == [("question", "user")]


def test_a_breakdown_reported_after_the_seal_was_not_declared(place: Place) -> None:
    row = ("main", "trust", "trust", "sex", "F", "trust:sex", "")
    frame = pd.DataFrame([row], columns=ROWS.columns)
    place.edit("survey.yaml", "key_results:\n", "report_breakdowns: [age_group]\nkey_results:\n")
    seal(place.survey, "2025", day=DAY)
    place.edit("survey.yaml", "[age_group]", "[age_group, sex]")
    order = place.order()
    assert declared_rows(sealed_of(order), order.survey, frame) == ["changed"]
    assert place.rows()[:3] == ["asserted"] * 3
    named = frame.assign(breakdown="age_group", group="35+", family="trust:age_group")
    assert declared_rows(sealed_of(order), order.survey, named) == ["asserted"]


def test_the_chart_of_a_groups_series_is_told_of_its_period_alone(sealed: Place) -> None:
    sealed.edit(
        "survey.yaml",
        "blocks: [{kind: bars, title: {fr: T, en: T}, questions: [trust, user]}]",
        "blocks: [{kind: trend, title: {fr: T, en: T}, questions: [trust, user], by: [sex]}]",
    )
    assert ("series", "trust") in {c.key for c in sealed.sealed().changes}
    assert sealed.rows()[:4] == ["asserted"] * 4
    order, periods = sealed.order(), ROWS.iloc[[0, 3]].copy()
    periods["family"] = ["headline-slopes", "trust:sex-slopes"]
    assert declared_periods(sealed_of(order), order.survey, periods) == ["asserted", "changed"]


@pytest.mark.parametrize("scope", ["{}", "{questions: [trust]}"])
def test_a_break_added_after_the_seal_is_told_of_its_key_results(sealed: Place, scope: str) -> None:
    """It made a key result “not comparable”, which read as declared before the data."""
    broken = f"{{id: b1, type: mode, date: 2025-01-01, text: {{fr: t, en: t}}, scope: {scope}}}"
    sealed.edit("survey.yaml", "key_results:\n", f"breaks: [{broken}]\nkey_results:\n")
    codes = {name: told["code"] for name, told in sealed.facts()["key_results"].items()}
    assert codes == {"k1": "changed", "k2": "asserted" if "trust" in scope else "changed"}


def test_the_tables_of_a_model_are_sealed_by_what_they_hold(place: Place) -> None:
    place.edit(
        "survey.yaml",
        "key_results:\n",
        "small_areas:\n  a: {areas: sex, questions: [trust], declared: 2024-01-01,"
        " decided_by: {fr: n, en: n}, reason: {fr: r, en: r},"
        " covariates: {file: targets/c.csv, source: {fr: s, en: s}, date: 2024}}\nkey_results:\n",
    )
    path = place.survey / "targets" / "c.csv"
    path.write_text("sex,x\nF,1\nM,2\n", encoding="utf-8")
    seal(place.survey, "2025", day=DAY)
    assert place.sealed().changes == ()
    path.write_text("sex,x\nF,1\nM,3\n", encoding="utf-8")
    assert [c.key for c in place.sealed().changes] == [("model", "a")]


BESIDE = """indices:
  i: {label: {fr: I, en: I}, items: [trust, user, served], scores: {1: 1, 2: 0}, high: {fr: h, en: h}, declared: 2024-01-01}
small_areas:
  a: {areas: sex, questions: [trust], declared: 2024-01-01, decided_by: {fr: n, en: n}, reason: {fr: r, en: r}}
key_results:
"""


@pytest.mark.parametrize(
    ("file", "old", "new", "codes"),
    [
        ("survey.yaml", "scores: {1: 1, 2: 0}", "scores: {1: 0, 2: 1}", ("changed", "published")),
        ("survey.yaml", "a: {areas: sex", "a: {seed: 2, areas: sex", ("published", "changed")),
        ("questionnaire.yaml", "codes: [1, 2]}", "codes: [1, 2, 3]}", ("changed", "changed")),
        (
            "questionnaire.yaml",
            "M: {fr: M, en: M}}}}",
            "M: {fr: M, en: M}}}, range: [1, 2]}",
            ("changed", "changed"),
        ),
        ("questionnaire.yaml", "range: [18, 110]", "range: [16, 110]", ("published", "published")),
    ],
)
def test_an_index_and_a_model_tell_their_declaration(
    place: Place, tmp_path: Path, file: str, old: str, new: str, codes: tuple[str, str]
) -> None:
    """Their verdicts stood in the report without a word on when they were declared."""
    place.edit("survey.yaml", "key_results:\n", BESIDE)
    assert {told["code"] for told in place.facts()["beside"].values()} == {"asserted"}
    seal(place.survey, "2025", day=DAY)
    before = earlier(tmp_path, {"2025": place.sealed().seal.sha256})  # type: ignore[union-attr]
    told = place.facts(before)["beside"]
    assert [told[name]["code"] for name in ("index i", "model a")] == ["published"] * 2
    place.edit(file, old, new)
    facts = place.facts(before)
    assert tuple(facts["beside"][name]["code"] for name in ("index i", "model a")) == codes
    context = Context(store_with(facts), "fr")
    for (kind, name), code in zip((("index", "i"), ("model", "a")), codes, strict=True):
        sentence = plain(declared_beside(context, kind, name))
        start = {"changed": "Changé après", "published": "Déclaré avant les données."}[code]
        assert sentence.startswith(start)
        assert sealed_beside(context, kind, name) == [declared_beside(context, kind, name)]


def test_an_index_of_after_the_first_day_was_found(place: Place) -> None:
    place.edit("survey.yaml", "key_results:\n", BESIDE.replace("2024-01-01", "2025-06-01", 1))
    told = place.facts()["beside"]
    assert [told[name]["code"] for name in ("index i", "model a")] == ["found", "asserted"]
    seal(place.survey, "2025", day=DAY)
    place.edit("survey.yaml", "small_areas:\n", BESIDE_ANOTHER)
    assert place.facts()["beside"]["model b"]["code"] == "found"
    context = Context(store_with(place.facts()), "fr")
    assert plain(declared_beside(context, "model", "b")) == "Trouvé en regardant."
    assert declared_beside(context, "model", "none") == ""


BESIDE_ANOTHER = (
    "small_areas:\n  b: {areas: sex, questions: [trust], declared: 2024-01-01,"
    " decided_by: {fr: n, en: n}, reason: {fr: r, en: r}}\n"
)


def test_every_kind_of_change_has_its_words(sealed: Place) -> None:
    from padai.publishing.chapters.declared import _KINDS
    from tests.test_seal_fields import everything_sealed

    kinds = {kind for kind, _ in everything_sealed().declarations}
    assert kinds <= set(_KINDS)


# --- the command ---------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *typed: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main([str(each) for each in typed])
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    return int(str(ended.value.code)), " ".join((told.out + told.err).split())


def test_the_command_writes_and_looks_again(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = run(capsys, "seal", place.survey, "2025", "--date", "2025-01-10")
    digest = place.sealed().seal.sha256  # type: ignore[union-attr]
    assert code == 0
    assert digest in text
    assert "git tag -s sceau-2025" in text
    before = seal_path(place.survey, "2025").read_bytes()
    place.edit("questionnaire.yaml", "points: 5", "points: 9")
    code, text = run(capsys, "seal", place.survey, "2025", "--lang", "en")
    assert code == 1
    assert "Changed since the seal: changed: margin trust" in text
    assert seal_path(place.survey, "2025").read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("2031",), "2031"),
        (("2025", "--date", "demain"), "ce n’est pas une date"),
    ],
)
def test_the_command_refuses_in_one_sentence(
    place: Place, capsys: pytest.CaptureFixture[str], typed: tuple[str, ...], said: str
) -> None:
    code, text = run(capsys, "seal", place.survey, *typed)
    assert code == 2
    assert said in text
    assert not (place.survey / "seals").exists()


def test_the_command_tells_of_a_reply_that_does_not_hold(
    sealed: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = sealed.survey / "seals"
    (folder / "2025.tsr").write_bytes((KEPT / "reply.tsr").read_bytes())
    (folder / "tsa.pem").write_bytes((KEPT / "signer.pem").read_bytes())
    code, text = run(capsys, "seal", sealed.survey, "2025")
    assert (code, "nommez le certificat" in text) == (1, True)
    sealed.edit("waves/2025.yaml", "parts:", "seal: {authority: tsb.pem}\nparts:")
    code, text = run(capsys, "seal", sealed.survey, "2025")
    assert (code, "tsb.pem" in text) == (2, True)  # named, and not there
    sealed.edit("waves/2025.yaml", "authority: tsb.pem", "authority: tsa.pem")
    code, text = run(capsys, "seal", sealed.survey, "2025")
    assert (code, "d’un autre texte" in text) == (1, True)
