"""A signed git tag that vouches for a seal, checked without git: SSH keys, Ed25519 or RSA.

The tag's text must hold the seal's hash, and its key stand among the signers that the definition
names. The day is the one that the signer wrote: a signature says who vouches for it, no clock does.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from padai.pipeline.seals.der import rsa_verified
from padai.pipeline.seals.stamps import CHECKED, Stamp

NO_SIGNERS = "tag_no_signers"
"""The definition names no signers."""
TAG_UNREADABLE = "tag_unreadable"
TAG_OF_ANOTHER_TEXT = "tag_other_text"
UNKNOWN_SIGNER = "tag_unknown_signer"
TAG_FORGED = "tag_forged"
TAG_METHOD = "tag_unknown_method"
"""Signed with OpenPGP, or with a key of another kind: neither confirmed nor denied."""
TAG_STATES = (
    NO_SIGNERS,
    TAG_UNREADABLE,
    TAG_OF_ANOTHER_TEXT,
    UNKNOWN_SIGNER,
    TAG_FORGED,
    TAG_METHOD,
)

_BEGIN, _END = b"-----BEGIN SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----"
_TAGGER = re.compile(rb"^tagger .*> (\d{1,12}) [+-]\d{4}$", re.MULTILINE)
_HASHES = ("sha256", "sha512")
_RSA = {"rsa-sha2-256": "sha256", "rsa-sha2-512": "sha512"}
_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)

Point = tuple[int, int, int, int]


@dataclass(frozen=True)
class Signer:
    """One line of a file of allowed signers: who, with which key, from when until when."""

    name: str
    key: bytes
    first: dt.date | None
    last: dt.date | None


def checked_tag(tag: bytes, digest: str, signers: str | None) -> Stamp:
    """Check a signed tag against a seal's hash and the signers that a definition names.

    Parameters
    ----------
    tag
        As ``git cat-file tag NAME`` prints it.
    digest
        SHA-256 of the seal, which the tag's message holds.
    signers
        As ``ssh-keygen`` reads it: who, options, kind of key, key.

    References
    ----------
    OpenSSH, ``PROTOCOL.sshsig``; ``ssh-keygen(1)``, allowed signers. RFC 8032, RFC 8332.
    """
    if signers is None:
        return Stamp(NO_SIGNERS, signed=True)
    try:
        stamp = _checked(tag, digest, list(_allowed(signers)))
    except (ValueError, IndexError, OverflowError, KeyError, binascii.Error, OSError):
        stamp = Stamp(TAG_UNREADABLE)
    return replace(stamp, signed=True)


def _checked(tag: bytes, digest: str, signers: list[Signer]) -> Stamp:
    if b"-----BEGIN PGP SIGNATURE-----" in tag:
        return Stamp(TAG_METHOD)
    signed, begin, rest = tag.partition(_BEGIN)
    head, _, message = signed.partition(b"\n\n")
    tagged = _TAGGER.findall(head)
    if not begin or len(tagged) != 1:
        return Stamp(TAG_UNREADABLE)
    if digest.encode() not in message.split():
        return Stamp(TAG_OF_ANOTHER_TEXT)
    at = dt.datetime.fromtimestamp(int(tagged[0]), dt.UTC)
    parts = _Parts(base64.b64decode(b"".join(rest.partition(_END)[0].split()), validate=True))
    if parts.take(6) != b"SSHSIG" or parts.number() != 1:
        return Stamp(TAG_UNREADABLE)
    key, namespace, reserved, method, signature = (parts.text() for _ in range(5))
    kind = _Parts(key).text()
    if kind not in (b"ssh-ed25519", b"ssh-rsa") or method.decode() not in _HASHES:
        return Stamp(TAG_METHOD)
    hashed = hashlib.new(method.decode(), signed).digest()
    whole = b"SSHSIG" + b"".join(_counted(t) for t in (namespace, reserved, method, hashed))
    mine = [s for s in signers if s.key == key and _holds(s, at.date())]
    if not mine or namespace != b"git":
        return Stamp(UNKNOWN_SIGNER, at)
    about = (at, mine[0].name, hashlib.sha256(key).hexdigest())
    if not _verified(key, signature, whole):
        return Stamp(TAG_FORGED, *about)
    return Stamp(CHECKED, *about)


def _holds(signer: Signer, day: dt.date) -> bool:
    return (signer.first is None or signer.first <= day) and (
        signer.last is None or day <= signer.last
    )


# --- who may sign --------------------------------------------------------------------------------


def _allowed(text: str) -> Iterator[Signer]:
    """Yield the signers of a file; one whose line padai does not know in full is left out."""
    for line in text.splitlines():
        words = re.findall(r'(?:[^\s"]|"[^"]*")+', line)
        if len(words) < 3 or words[0].startswith("#"):
            continue
        options = "" if words[1].startswith("ssh-") else words.pop(1)
        signer = _signer(words, options)
        if signer is not None:
            yield signer


def _signer(words: list[str], options: str) -> Signer | None:
    first = last = None
    for option in re.findall(r'(?:[^,"]|"[^"]*")+', options):
        name, _, value = option.partition("=")
        value = value.strip('"')
        if name == "namespaces" and "git" in value.split(","):
            continue
        if name not in ("valid-after", "valid-before"):
            return None
        day = dt.datetime.strptime(value[:8], "%Y%m%d").date()
        first, last = (day, last) if name == "valid-after" else (first, day)
    if len(words) < 3:
        return None
    return Signer(words[0].strip('"'), base64.b64decode(words[2], validate=True), first, last)


# --- what is signed ------------------------------------------------------------------------------


class _Parts:
    """Bytes of SSH, read from the front."""

    def __init__(self, data: bytes) -> None:
        self._data, self._place = data, 0

    def take(self, size: int) -> bytes:
        """Return the next bytes."""
        end = self._place + size
        if end > len(self._data):
            raise ValueError("cut")
        part, self._place = self._data[self._place : end], end
        return part

    def number(self) -> int:
        """Return the next number of four bytes."""
        return int.from_bytes(self.take(4), "big")

    def text(self) -> bytes:
        """Return the next counted bytes."""
        return self.take(self.number())


def _counted(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def _verified(key: bytes, signature: bytes, data: bytes) -> bool:
    own, made = _Parts(key), _Parts(signature)
    kind, method = own.text(), made.text()
    if kind == b"ssh-ed25519":
        return method == kind and ed25519_verified(own.text(), made.text(), data)
    digest = _RSA.get(method.decode("ascii", "replace"))
    exponent, modulus = (int.from_bytes(own.text(), "big") for _ in range(2))
    return digest is not None and rsa_verified(data, digest, made.text(), modulus, exponent)


def ed25519_verified(key: bytes, signature: bytes, data: bytes) -> bool:
    """Whether a key of 32 bytes made a signature of 64, as RFC 8032 has it.

    Examples
    --------
    >>> key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    >>> signature = ("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
    ...              "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")
    >>> ed25519_verified(bytes.fromhex(key), bytes.fromhex(signature), b"")
    True
    """
    if len(key) != 32 or len(signature) != 64:
        return False
    public, first = _point(key), _point(signature[:32])
    scale = int.from_bytes(signature[32:], "little")
    if public is None or first is None or scale >= _ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + data).digest()
    challenge = int.from_bytes(digest, "little") % _ORDER
    base = _point((4 * pow(5, -1, _P) % _P).to_bytes(32, "little"))
    assert base is not None
    left, right = _times(scale, base), _sum(first, _times(challenge, public))
    same_x = (left[0] * right[2] - right[0] * left[2]) % _P == 0
    return same_x and (left[1] * right[2] - right[1] * left[2]) % _P == 0


def _point(data: bytes) -> Point | None:
    """Return the point that 32 bytes name; None where they name none."""
    whole = int.from_bytes(data, "little")
    y, odd = whole & (2**255 - 1), whole >> 255
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (x == 0 and odd):
        return None
    x = _P - x if x & 1 != odd else x
    return x, y, 1, x * y % _P


def _sum(one: Point, two: Point) -> Point:
    a, b = (one[1] - one[0]) * (two[1] - two[0]) % _P, (one[1] + one[0]) * (two[1] + two[0]) % _P
    c, d = 2 * one[3] * two[3] * _D % _P, 2 * one[2] * two[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(number: int, point: Point) -> Point:
    product: Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            product = _sum(product, point)
        point = _sum(point, point)
        number >>= 1
    return product
