"""A git tag that a third party signed vouches for a seal; padai checks it without git."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from padai.cli import main
from padai.errors import DefinitionError, speaking
from padai.pipeline.seals import seal
from padai.pipeline.seals.signatures import TAG_STATES, checked_tag, ed25519_verified
from padai.publishing.chapters.declared import _REMARKS
from tests.test_seals import DAY, KEPT, Place, place, published, said

__all__ = ["place", "published"]
DIGEST = hashlib.sha256(b"a seal").hexdigest()
SIGNERS = (KEPT / "signers.txt").read_text(encoding="utf-8")
NOTARY = "notaire@example.org"


def kept(kind: str) -> bytes:
    return (KEPT / f"{kind}.tag").read_bytes()


# Kept answers of git and ssh-keygen, made once.


@pytest.mark.parametrize("kind", ["ed25519", "rsa"])
def test_a_tag_of_a_known_signer_is_checked(kind: str) -> None:
    found = checked_tag(kept(kind), DIGEST, SIGNERS)
    assert (found.state, found.by, found.signed) == ("checked", NOTARY, True)
    assert found.at is not None and found.at.isoformat() == "2025-01-12T15:00:00+00:00"
    assert len(found.certificate) == 64


def test_what_does_not_hold_is_named() -> None:
    tag, one = kept("ed25519"), SIGNERS.splitlines()[0]
    assert checked_tag(tag, DIGEST, None).state == "tag_no_signers"
    assert checked_tag(tag, "0" * 64, SIGNERS).state == "tag_other_text"
    assert checked_tag(tag, DIGEST, SIGNERS.splitlines()[1]).state == "tag_unknown_signer"
    assert checked_tag(kept("ecdsa"), DIGEST, SIGNERS).state == "tag_unknown_method"
    for text in (b"", b"<html>", tag.partition(b"-----BEGIN")[0], tag[:-200]):
        assert checked_tag(text, DIGEST, SIGNERS).state == "tag_unreadable"
    openpgp = tag.replace(b"SSH SIGNATURE", b"PGP SIGNATURE")
    assert checked_tag(openpgp, DIGEST, SIGNERS).state == "tag_unknown_method"
    for options, state in (
        ('namespaces="git",valid-after="20250101",valid-before="20250201"', "checked"),
        ('namespaces="git",valid-after="20250113"', "tag_unknown_signer"),
        ('namespaces="git",valid-before="20250111"', "tag_unknown_signer"),
        ('namespaces="file"', "tag_unknown_signer"),
        ("cert-authority", "tag_unknown_signer"),
    ):
        line = one.replace('namespaces="git"', options)
        assert checked_tag(tag, DIGEST, f"# who\n\n{line}\n").state == state, options
    bare = one.replace('namespaces="git" ', "")
    assert checked_tag(tag, DIGEST, bare).state == "checked"


@pytest.mark.parametrize("kind", ["ed25519", "rsa"])
def test_no_altered_byte_is_taken(kind: str) -> None:
    """The day, the name, the hash: each byte before the signature, and the signature's own."""
    tag = kept(kind)
    for at in range(0, len(tag), 3 if kind == "ed25519" else 7):
        altered = bytearray(tag)
        altered[at] ^= 1
        if bytes(altered).split() == tag.split():
            continue  # the ends of lines of the signature's letters say nothing
        assert checked_tag(bytes(altered), DIGEST, SIGNERS).state != "checked", at


def test_a_signature_with_a_greater_number_is_none() -> None:
    """RFC 8032: S is under the order of the group; S plus the order would verify too."""
    key = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    good = bytes.fromhex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )
    order = 2**252 + 27742317777372353535851937790883648493
    more = int.from_bytes(good[32:], "little") + order
    assert ed25519_verified(key, good, b"")
    assert not ed25519_verified(key, good[:32] + more.to_bytes(32, "little"), b"")
    assert not ed25519_verified(key, good, b"x")
    assert not ed25519_verified(b"\xff" * 32, good, b"")
    assert not ed25519_verified(key[:31], good, b"")


def test_every_state_has_words_in_both_languages() -> None:
    from padai.cli.seal_command import _REFUSED

    for state in TAG_STATES:
        assert set(_REMARKS[state]) == {"fr", "en"}
        assert _REFUSED[state][0] != _REFUSED[state][1]


# --- a survey ------------------------------------------------------------------------------------


def signed(place: Place, day: str = "2025-01-12T10:00:00-0500", *, key: str = "") -> Path:
    """Seal a wave whose fieldwork is in the future, and have a notary sign its hash in a tag."""
    place.edit("waves/2025.yaml", "2025-05-01, end: 2025-05-20", "2099-05-01, end: 2099-05-20")
    made = seal(place.survey, "2025", day=DAY)
    folder = place.survey.parent.parent / "notary"
    folder.mkdir()

    def run(*command: str) -> str:
        who = {"GIT_COMMITTER_NAME": "N", "GIT_COMMITTER_EMAIL": NOTARY, "GIT_COMMITTER_DATE": day,
               "GIT_AUTHOR_NAME": "N", "GIT_AUTHOR_EMAIL": NOTARY, "HOME": str(folder),
               "PATH": "/usr/bin:/bin"}  # fmt: skip
        return subprocess.run(
            command, cwd=folder, env=who, check=True, capture_output=True, text=True
        ).stdout

    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key")
    run("git", "init", "-q")
    run("git", "commit", "-q", "--allow-empty", "-m", "x")
    run(
        "git",
        "-c",
        "gpg.format=ssh",
        "-c",
        "user.signingkey=key.pub",
        "tag",
        "-s",
        "seal",
        "-m",
        made.sha256,
    )
    tag = made.path.with_suffix(".tag")
    tag.write_text(run("git", "cat-file", "tag", "seal"), encoding="utf-8")
    public = key or (folder / "key.pub").read_text(encoding="utf-8")
    (tag.parent / "signers.txt").write_text(f"{NOTARY} {public}", encoding="utf-8")
    place.edit("waves/2025.yaml", "parts:", "seal: {signers: signers.txt}\nparts:")
    return tag


needs_git = pytest.mark.skipif(
    shutil.which("git") is None or shutil.which("ssh-keygen") is None, reason="git or ssh-keygen"
)


@needs_git
def test_a_signed_tag_reads_declared_before_the_data(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    tag = signed(place)
    of_the_index = ["stamped"] * 2
    assert place.rows() == ["stamped"] * 4 + ["found", "changed"] + of_the_index
    facts = place.facts()
    assert (facts["proof"], facts["by"], facts["day"]) == ("tag", NOTARY, "2025-01-12")
    for lang, lead, words in (
        ("fr", "Déclaré avant les données.", f"signé par {NOTARY}"),
        ("en", "Declared before the data.", f"signed by {NOTARY}"),
    ):
        text = said(facts, lang=lang)
        assert text.startswith(lead) and words in text and "horodaté" not in text
    again = seal(place.survey, "2025")
    assert again.stamp is not None
    assert (again.stamp.state, again.second) == ("checked", "agrees")
    with pytest.raises(SystemExit) as ended:
        main(["seal", str(place.survey), "2025", "--lang", "en"])
    assert ended.value.code == 0
    assert "ssh-keygen says the same" in capsys.readouterr().out.replace("\n", " ")
    # one edited letter: refused with a sentence, and no claim
    tag.write_text(tag.read_text(encoding="utf-8").replace("tagger N", "tagger M"))
    assert place.sealed().remarks == ("tag_forged",)
    assert place.rows()[0] == "asserted"
    assert "La signature de l’étiquette est fausse." in said(place.facts())


@needs_git
def test_a_tag_dated_after_the_first_day_claims_nothing(place: Place) -> None:
    signed(place)
    place.edit("waves/2025.yaml", "2099-05-01", "2025-01-12")
    assert place.sealed().grade == "asserted"
    assert place.sealed().remarks == ("late",)


@needs_git
def test_the_key_of_somebody_else_claims_nothing(place: Place) -> None:
    other = SIGNERS.splitlines()[0].split(" ", 2)[2]
    signed(place, key=other)
    assert (place.sealed().grade, place.sealed().remarks) == ("asserted", ("tag_unknown_signer",))


def test_signers_that_are_not_there_are_asked_for(place: Place) -> None:
    made = seal(place.survey, "2025", day=DAY)
    made.path.with_suffix(".tag").write_bytes(kept("ed25519"))
    assert place.sealed().remarks == ("tag_no_signers",)
    place.edit("waves/2025.yaml", "parts:", "seal: {signers: who.txt}\nparts:")
    with pytest.raises(DefinitionError, match=r"seals/who.txt is missing"):
        place.sealed()
    with speaking("fr"), pytest.raises(DefinitionError, match=r"seals/who.txt manque"):
        place.sealed()
