"""A time-stamping authority of the tests' own, which stamps at whatever moment it is asked to.

`openssl ts -reply` stamps by the clock of the machine and refuses to err; this one writes the
stamp itself and has `openssl cms` sign it, so that each way of a reply to be wrong can be made.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import subprocess
from pathlib import Path

from padai.pipeline.seals.der import (
    INTEGER,
    NULL,
    OCTETS,
    SEQUENCE,
    SHA256,
    written,
    written_oid,
)

SHA1 = "1.3.14.3.2.26"
_STAMP = "1.2.840.113549.1.9.16.1.4"
_TIME = 0x18
USES = {
    "stamps": "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n",
    "serves": "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,serverAuth\n",
    "vouches": "basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign\n",
}
"""What a certificate is for."""


class Authority:
    """One that vouches (``ca.pem``) and those that sign, in a folder of their own."""

    def __init__(self, folder: Path, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.name = folder, name
        self._issue("ca", "vouches", ("20200101000000Z", "20400101000000Z"), ())

    def _openssl(self, *command: str) -> bytes:
        ran = subprocess.run(
            ["openssl", *command], cwd=self.folder, check=True, capture_output=True
        )
        return ran.stdout

    def _issue(self, name: str, use: str, held: tuple[str, str], by: tuple[str, ...]) -> None:
        (self.folder / f"{name}.cnf").write_text(
            f"[req]\ndistinguished_name=dn\n[dn]\n[e]\n{USES[use]}"
        )
        self._openssl(
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            f"{name}.key",
            "-out",
            f"{name}.pem",
            "-config",
            f"{name}.cnf",
            "-extensions",
            "e",
            "-not_before",
            held[0],
            "-not_after",
            held[1],
            "-subj",
            f"/CN={self.name} {name}",
            *by,
        )

    def signer(
        self,
        name: str,
        use: str = "stamps",
        held: tuple[str, str] = ("20240101000000Z", "20300101000000Z"),
    ) -> str:
        """Issue a certificate that signs; return its name."""
        self._issue(name, use, held, ("-CA", "ca.pem", "-CAkey", "ca.key"))
        return name

    def pem(self, name: str = "ca") -> str:
        """Return a certificate of this authority as text."""
        return (self.folder / f"{name}.pem").read_text()

    def reply(
        self,
        text: bytes,
        at: dt.datetime,
        signer: str,
        *,
        imprint: str = SHA256,
        nonce: int | None = None,
    ) -> bytes:
        """Return a reply that grants a stamp of a text at a moment."""
        method = "sha1" if imprint == SHA1 else "sha256"
        stamp = written(
            SEQUENCE,
            written(INTEGER, b"\x01"),
            written_oid("1.2.3"),
            written(
                SEQUENCE,
                written(SEQUENCE, written_oid(imprint), written(NULL)),
                written(OCTETS, hashlib.new(method, text).digest()),
            ),
            written(INTEGER, b"\x07"),
            written(_TIME, at.strftime("%Y%m%d%H%M%SZ").encode()),
            *([written(INTEGER, nonce.to_bytes(4, "big"))] if nonce is not None else []),
        )
        (self.folder / "stamp").write_bytes(stamp)
        self._openssl(
            "cms",
            "-sign",
            "-binary",
            "-nodetach",
            "-cades",
            "-md",
            "sha256",
            "-in",
            "stamp",
            "-signer",
            f"{signer}.pem",
            "-inkey",
            f"{signer}.key",
            "-econtent_type",
            _STAMP,
            "-outform",
            "DER",
            "-out",
            "token",
        )
        granted = written(SEQUENCE, written(INTEGER, b"\x00"))
        return written(SEQUENCE, granted, (self.folder / "token").read_bytes())
