"""As much of ASN.1's DER as a time stamp needs: values read, values written, RSA checked."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

INTEGER, BITS, OCTETS, NULL, OID, SEQUENCE, SET = 0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31
BOOLEAN, TIME = 0x01, 0x18
SHA256 = "2.16.840.1.101.3.4.2.1"
_HASHES = {
    "1.3.14.3.2.26": "sha1", SHA256: "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384", "2.16.840.1.101.3.4.2.3": "sha512",
}  # fmt: skip
TRUSTED_HASHES = ("sha256", "sha384", "sha512")
_RSA = {
    "1.2.840.113549.1.1.1": "", "1.2.840.113549.1.1.11": "sha256",
    "1.2.840.113549.1.1.12": "sha384", "1.2.840.113549.1.1.13": "sha512",
}  # fmt: skip
"""RSA of PKCS #1 version 1.5, and the hash that its name says; empty: the hash is named apart."""
_PEM = re.compile(r"-----BEGIN CERTIFICATE-----(.*?)-----END CERTIFICATE-----", re.DOTALL)


@dataclass(frozen=True)
class DerValue:
    """One value: its tag, its content, and the bytes that it stands in."""

    tag: int
    content: bytes
    raw: bytes

    @property
    def members(self) -> list[DerValue]:
        """The values inside."""
        return list(read_all(self.content))

    @property
    def oid(self) -> str:
        """An object identifier as dotted numbers."""
        if self.tag != OID or not self.content:
            raise ValueError("no object identifier")
        numbers, value = [min(self.content[0] // 40, 2)], 0
        numbers.append(self.content[0] - 40 * numbers[0])
        for byte in self.content[1:]:
            value = value << 7 | byte & 0x7F
            if not byte & 0x80:
                numbers.append(value)
                value = 0
        return ".".join(str(n) for n in numbers)

    @property
    def number(self) -> int:
        """An integer."""
        return int.from_bytes(self.content, "big", signed=True)


def read(data: bytes) -> DerValue:
    """Read one value that fills its bytes.

    Raises
    ------
    ValueError
        It does not, or is no DER.
    """
    values = list(read_all(data))
    if len(values) != 1:
        raise ValueError("one value was wanted")
    return values[0]


def read_all(data: bytes) -> Iterator[DerValue]:
    """Yield the values that stand one after the other in some bytes.

    Raises
    ------
    ValueError
        The bytes end inside a value, or a length is not written as DER asks.
    """
    place = 0
    while place < len(data):
        if place + 2 > len(data) or data[place] & 0x1F == 0x1F:
            raise ValueError("cut or long-tagged")
        size, start = data[place + 1], place + 2
        if size >= 0x80:
            count = size & 0x7F
            if not 1 <= count <= 4 or start + count > len(data):
                raise ValueError("no definite length")
            size, start = int.from_bytes(data[start : start + count], "big"), start + count
        if start + size > len(data):
            raise ValueError("cut")
        end = start + size
        yield DerValue(data[place], data[start:end], data[place:end])
        place = end


def written(tag: int, *parts: bytes) -> bytes:
    """Write one value.

    Examples
    --------
    >>> written(INTEGER, bytes([1])).hex()
    '020101'
    """
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def written_oid(dotted: str) -> bytes:
    """Write an object identifier.

    Examples
    --------
    >>> written_oid(SHA256).hex()
    '0609608648016503040201'
    """
    first, second, *rest = (int(n) for n in dotted.split("."))
    out = [first * 40 + second]
    for number in rest:
        groups = [number & 0x7F]
        while number := number >> 7:
            groups.append(number & 0x7F | 0x80)
        out += groups[::-1]
    return written(OID, bytes(out))


def hash_named(algorithm: DerValue) -> str:
    """Return the hash that an algorithm identifier names; empty for one that is not known."""
    return _HASHES.get(algorithm.members[0].oid, "")


def certificates(pem: str) -> list[Certificate]:
    """Return the certificates of a PEM text, in order."""
    return [Certificate(read(base64.b64decode(block))) for block in _PEM.findall(pem)]


@dataclass(frozen=True)
class Certificate:
    """An X.509 certificate."""

    value: DerValue

    @property
    def _fields(self) -> list[DerValue]:
        """Serial number, signature, issuer, validity, subject, public key, and what follows."""
        fields = self.value.members[0].members
        return fields[1:] if fields[0].tag == 0xA0 else fields

    @property
    def issued(self) -> tuple[bytes, bytes]:
        """The issuer's name and the serial number, as bytes: what names the certificate."""
        return self._fields[2].raw, self._fields[0].raw

    @property
    def name(self) -> str:
        """The subject's common name, else its organisation."""
        names: dict[str, str] = {}
        for part in self._fields[4].members:
            for pair in part.members:
                kind, text = pair.members
                names[kind.oid] = text.content.decode("utf-8", "replace")
        return names.get("2.5.4.3") or names.get("2.5.4.10") or "?"

    @property
    def validity(self) -> tuple[str, str]:
        """From when and until when it holds, as ``20250110120000``."""
        first, last = (_moment(value) for value in self._fields[3].members)
        return first, last

    def held_at(self, moment: str) -> bool:
        """Whether it was valid at a moment, as ``20250110120000``."""
        first, last = self.validity
        return first <= moment <= last

    @property
    def stamps_time(self) -> bool:
        """Whether it says that its key signs time stamps."""
        wanted = written_oid("1.3.6.1.5.5.7.3.8")
        usage = written_oid("2.5.29.37")
        return any(usage in field.raw and wanted in field.raw for field in self._fields[6:])

    @property
    def sha256(self) -> str:
        """The SHA-256 of the certificate."""
        return hashlib.sha256(self.value.raw).hexdigest()

    def signed(
        self, data: bytes, algorithm: DerValue, digest: str, signature: bytes
    ) -> bool | None:
        """Whether the certificate's key made a signature; None where the method is not known here.

        Parameters
        ----------
        digest
            The hash, where the algorithm's name does not say which.
        """
        named = _RSA.get(algorithm.members[0].oid)
        key_kind, key_bits = self._fields[5].members
        method = named or digest
        if named is None or method not in TRUSTED_HASHES or key_kind.members[0].oid not in _RSA:
            return None
        modulus, exponent = (v.number for v in read(key_bits.content[1:]).members)
        return rsa_verified(data, method, signature, modulus, exponent)

    def issued_by(self, other: Certificate) -> bool:
        """Whether another certificate's key signed this one, and bears the name it gives."""
        if self._fields[2].raw != other._fields[4].raw:
            return False
        body, algorithm, signature = self.value.members
        return bool(other.signed(body.raw, algorithm, "", signature.content[1:]))


def _moment(value: DerValue) -> str:
    text = value.content.decode("ascii").rstrip("Z").partition(".")[0]
    if value.tag == TIME:
        return text
    return ("20" if text[:2] < "50" else "19") + text


def moment(value: DerValue) -> str:
    """Return a time as ``20250110120000``, in universal time.

    Raises
    ------
    ValueError
        It is in no universal time.
    """
    if not value.content.endswith(b"Z"):
        raise ValueError("no universal time")
    return _moment(value)


def rsa_verified(data: bytes, method: str, signature: bytes, modulus: int, exponent: int) -> bool:
    """Check a signature of PKCS #1 version 1.5: the whole padded block is compared."""
    size = (modulus.bit_length() + 7) // 8
    if len(signature) != size or modulus.bit_length() < 2048 or exponent < 3:
        return False
    name = next(oid for oid, known in _HASHES.items() if known == method)
    algorithm = written(SEQUENCE, written_oid(name), written(NULL))
    info = written(SEQUENCE, algorithm, written(OCTETS, hashlib.new(method, data).digest()))
    filler = b"\xff" * (size - len(info) - 3)
    block = pow(int.from_bytes(signature, "big"), exponent, modulus).to_bytes(size, "big")
    return block == b"\x00\x01" + filler + b"\x00" + info
