"""RFC 3161 without a network: the request that a seal asks to be stamped, and the reply checked.

The reply is held to the certificate that the definition names: its own, or the one that issued it.
Nothing says that an authority is honest but its name, which is printed with the stamp.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from padai.pipeline.seals.der import (
    BOOLEAN,
    INTEGER,
    NULL,
    OCTETS,
    SEQUENCE,
    SET,
    SHA256,
    TRUSTED_HASHES,
    Certificate,
    DerValue,
    certificates,
    hash_named,
    moment,
    read,
    written,
    written_oid,
)

_SIGNED_DATA, _STAMP = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
_CONTENT_TYPE, _DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
_GRANTED = (0, 1)

CHECKED = "checked"
NO_AUTHORITY = "no_authority"
"""The definition names no certificate."""
UNREADABLE = "unreadable"
REFUSED = "refused"
"""The authority gave no stamp."""
OTHER_TEXT = "other_text"
"""The reply is of another text."""
WEAK_HASH = "weak_hash"
"""The reply is of a hash of which two texts can be made to agree, or that is not known."""
UNKNOWN_AUTHORITY = "unknown_authority"
"""The reply was not signed by the certificate that the definition names."""
UNFIT = "unfit"
"""The certificate is none for time stamps, or it or its issuer's was not valid at that moment."""
FORGED = "forged"
"""What is signed is not what stands there."""
UNKNOWN_METHOD = "unknown_method"
"""The signature is of a kind that is not checked here: neither confirmed nor denied."""


@dataclass(frozen=True)
class Stamp:
    """What a reply says, and whether it holds.

    Attributes
    ----------
    state
        ``checked``, or why it is not.
    at
        When, in universal time; None where it could not be read.
    by
        The name on the certificate.
    certificate
        SHA-256 of the certificate, or of the key, that signed.
    signed
        Whether it is a signed tag, whose day the signer wrote, and no time-stamp.
    """

    state: str
    at: dt.datetime | None = None
    by: str = ""
    certificate: str = ""
    signed: bool = False


def request_of(text: bytes) -> bytes:
    """Return the request to stamp a text: its SHA-256, and that the certificate be sent with it.

    Notes
    -----
    It has no nonce, so that the same text gives the same request.

    References
    ----------
    RFC 3161, section 2.4.1.
    """
    imprint = written(
        SEQUENCE,
        written(SEQUENCE, written_oid(SHA256), written(NULL)),
        written(OCTETS, hashlib.sha256(text).digest()),
    )
    return written(SEQUENCE, written(INTEGER, b"\x01"), imprint, written(BOOLEAN, b"\xff"))


def checked(reply: bytes, text: bytes, pem: str | None) -> Stamp:
    """Check a reply against a text and the certificate that a definition names.

    Parameters
    ----------
    pem
        Certificates of the authority: the one that signs, or the one that issued it.

    References
    ----------
    RFC 3161, section 2.4.2; RFC 5652, section 5.4.
    """
    if pem is None:
        return Stamp(NO_AUTHORITY)
    try:
        return _checked(reply, text, certificates(pem))
    except (ValueError, IndexError, TypeError, OverflowError, KeyError):
        return Stamp(UNREADABLE)


def _checked(reply: bytes, text: bytes, trusted: list[Certificate]) -> Stamp:
    status, *token = read(reply).members
    if status.members[0].number not in _GRANTED or not token:
        return Stamp(REFUSED)
    kind, wrapped = token[0].members
    if kind.oid != _SIGNED_DATA:
        return Stamp(UNREADABLE)
    parts = wrapped.members[0].members
    content_kind, content = parts[2].members
    if content_kind.oid != _STAMP:
        return Stamp(UNREADABLE)
    stamped = content.members[0].content
    sent = [Certificate(v) for p in parts[3:-1] if p.tag == 0xA0 for v in p.members]
    _, _, imprint, _, at, *_ = read(stamped).members
    algorithm, digest = imprint.members
    method = hash_named(algorithm)
    if method not in TRUSTED_HASHES:
        return Stamp(WEAK_HASH)
    if hashlib.new(method, text).digest() != digest.content:
        return Stamp(OTHER_TEXT)
    return _by_whom(parts[-1].members[0], stamped, moment(at), sent, trusted)


def _by_whom(
    signer: DerValue, stamped: bytes, when: str, sent: list[Certificate], trusted: list[Certificate]
) -> Stamp:
    """Check that a trusted certificate signed what was stamped."""
    _, named, digest_kind, *rest = signer.members
    attributes = next((v for v in rest if v.tag == 0xA0), None)
    algorithm, signature = [v for v in rest if v.tag in (SEQUENCE, OCTETS)][:2]
    method = hash_named(digest_kind)
    if attributes is None or method not in TRUSTED_HASHES:
        return Stamp(UNKNOWN_METHOD)
    own = [c for c in (*trusted, *sent) if _names(named, c)]
    known = {c.sha256 for c in trusted}
    usable = [c for c in own if c.sha256 in known or any(c.issued_by(other) for other in trusted)]
    if not usable:
        return Stamp(UNKNOWN_AUTHORITY)
    whole = written(SET, attributes.content)
    tried = [(c, c.signed(whole, algorithm, method, signature.content)) for c in usable]
    fit = {c.sha256: _fit(c, when, trusted) for c in usable}
    mine, signed = max(
        tried, key=lambda each: (each[1] is True, each[1] is None, fit[each[0].sha256])
    )
    at = dt.datetime.strptime(when, "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC)
    about = (at, mine.name, mine.sha256)
    if signed is None:
        return Stamp(UNKNOWN_METHOD, *about)
    held = {a.members[0].oid: a.members[1].members[0] for a in attributes.members}
    same = held[_DIGEST].content == hashlib.new(method, stamped).digest()
    if not signed or not same or held[_CONTENT_TYPE].oid != _STAMP:
        return Stamp(FORGED, *about)
    return Stamp(CHECKED if fit[mine.sha256] else UNFIT, *about)


def _fit(certificate: Certificate, when: str, trusted: list[Certificate]) -> bool:
    """Whether a certificate is for time stamps and was valid at a moment, as who vouches for it."""
    vouched = any(
        other.held_at(when) and (certificate.sha256 == other.sha256 or certificate.issued_by(other))
        for other in trusted
    )
    return certificate.stamps_time and certificate.held_at(when) and vouched


def _names(named: DerValue, certificate: Certificate) -> bool:
    """Whether a signer's identifier is that of a certificate: by issuer and serial number."""
    if named.tag != SEQUENCE:
        return True  # by the key's own identifier: the signature alone tells
    issuer, serial = named.members
    return (issuer.raw, serial.raw) == certificate.issued
