"""Replies of time-stamping authorities, good and bad: which of them may be claimed."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable

import pytest

from padai.pipeline.seals import seal
from padai.pipeline.seals.seal_text import seal_path
from padai.pipeline.seals.stamps import checked
from tests.stamping import SHA1, Authority
from tests.test_seals import (  # noqa: F401 (published, place: fixtures)
    DAY,
    Place,
    place,
    published,
    run,
    said,
)

AT = dt.datetime(2025, 1, 11, 12, 0, 0)
pytestmark = pytest.mark.needs("openssl")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    made = Authority(tmp_path_factory.mktemp("ours"), "Horodateur")
    made.signer("sceau")
    made.signer("web", "serves")
    made.signer("old", held=("20200101000000Z", "20210101000000Z"))
    return made


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    made = Authority(tmp_path_factory.mktemp("other"), "Inconnu")
    made.signer("sceau")
    return made


@pytest.fixture
def asked(place: Place, ours: Authority) -> Place:  # noqa: F811
    """A place whose seal awaits its reply, with the certificate that vouches in its definition."""
    made = seal(place.survey, "2025", day=DAY)
    (made.path.parent / "tsa.pem").write_text(ours.pem())
    place.edit("waves/2025.yaml", "parts:", "seal: {authority: tsa.pem}\nparts:")
    return place


def answered(at: Place, reply: bytes) -> None:
    seal_path(at.survey, "2025").with_suffix(".tsr").write_bytes(reply)


def text_of_seal(at: Place) -> bytes:
    return seal_path(at.survey, "2025").read_bytes()


def test_a_reply_from_before_the_data_is_claimed_and_openssl_agrees(
    asked: Place, ours: Authority
) -> None:
    answered(asked, ours.reply(text_of_seal(asked), AT, "sceau"))
    assert asked.rows() == [*["stamped"] * 4, "found", "changed", "stamped", "stamped"]
    text = said(asked.facts())
    assert text.startswith("Déclaré avant les données.")
    assert "horodaté par Horodateur sceau" in text
    again = seal(asked.survey, "2025")
    assert again.stamp is not None
    assert (again.stamp.at, again.second) == (AT.replace(tzinfo=dt.UTC), "agrees")


def test_a_nonce_that_nobody_asked_for_or_none_changes_nothing(ours: Authority) -> None:
    """The request has none; who asks in another way may have one, which proves no less."""
    for nonce in (None, 7):
        reply = ours.reply(b"text", AT, "sceau", nonce=nonce)
        assert checked(reply, b"text", ours.pem()).state == "checked"


@pytest.mark.parametrize("after", [dt.datetime(2025, 5, 1), dt.datetime(2026, 1, 1)])
def test_a_reply_from_after_the_first_day_claims_nothing(
    asked: Place, ours: Authority, after: dt.datetime
) -> None:
    answered(asked, ours.reply(text_of_seal(asked), after, "sceau"))
    assert asked.sealed().remarks == ("late_stamp",)
    assert set(asked.rows()[:4]) == {"asserted"}


Bad = Callable[[bytes, Authority, Authority], bytes]
BAD: dict[str, tuple[Bad, str, str]] = {
    "an unknown authority": (
        lambda text, _, other: other.reply(text, AT, "sceau"),
        "unknown_authority", "ne vient pas de l’autorité",
    ),
    "another digest": (
        lambda text, ours, _: ours.reply(text + b" ", AT, "sceau"),
        "other_text", "d’un autre texte que le sceau",
    ),
    "a certificate that had run out": (
        lambda text, ours, _: ours.reply(text, AT, "old"),
        "unfit", "n’était pas valide à ce moment",
    ),
    "a certificate for something else": (
        lambda text, ours, _: ours.reply(text, AT, "web"),
        "unfit", "n’était pas valide à ce moment",
    ),
    "a digest of SHA-1": (
        lambda text, ours, _: ours.reply(text, AT, "sceau", imprint=SHA1),
        "weak_hash", "une empreinte d’une sorte qui ne prouve rien",
    ),
    "base64": (
        lambda text, ours, _: base64.encodebytes(ours.reply(text, AT, "sceau")),
        "unreadable", "est illisible",
    ),
    "a text in PEM": (
        lambda text, ours, _: b"-----BEGIN TS-----\n"
        + base64.encodebytes(ours.reply(text, AT, "sceau")) + b"-----END TS-----\n",
        "unreadable", "est illisible",
    ),
    "cut at its end": (
        lambda text, ours, _: ours.reply(text, AT, "sceau")[:-9],
        "unreadable", "est illisible",
    ),
    "something after its end": (
        lambda text, ours, _: ours.reply(text, AT, "sceau") + b"\n",
        "unreadable", "est illisible",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", list(BAD))
def test_a_reply_that_does_not_hold_claims_nothing_and_is_named(
    asked: Place,
    ours: Authority,
    other: Authority,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    make, state, words = BAD[name]
    answered(asked, make(text_of_seal(asked), ours, other))
    found = asked.sealed()
    assert (found.grade, found.remarks) == ("asserted", (state,))
    assert set(asked.rows()[:4]) == {"asserted"}
    text = said(asked.facts())
    assert "avant les données" not in text.splitlines()[0]
    assert words in text
    code, told = run(capsys, "seal", asked.survey, "2025")
    assert code == 1
    assert len(told) > 0


def test_a_certificate_that_is_no_certificate_knows_nobody(asked: Place, ours: Authority) -> None:
    answered(asked, ours.reply(text_of_seal(asked), AT, "sceau"))
    for content in (b"", b"nothing", b"\xff\xfe\x00", b"-----BEGIN CERTIFICATE-----\nAAAA\n"):
        (asked.survey / "seals" / "tsa.pem").write_bytes(content)
        found = asked.sealed()
        assert found.grade == "asserted"
        assert found.remarks in (("unknown_authority",), ("unreadable",))


def test_what_signed_another_stamp_signs_no_other(ours: Authority) -> None:
    """The signed part of one reply in the place of that of another."""
    first, second = (ours.reply(t, AT, "sceau") for t in (b"text", b"TEXT"))
    mixed = second.replace(b"TEXT", b"text")
    assert checked(mixed, b"text", ours.pem()).state == "other_text"
    import hashlib

    swapped = second.replace(hashlib.sha256(b"TEXT").digest(), hashlib.sha256(b"text").digest())
    assert swapped != second
    assert checked(swapped, b"text", ours.pem()).state == "forged"
    assert checked(first, b"text", ours.pem()).state == "checked"
