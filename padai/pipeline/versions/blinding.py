"""What keeps anybody from trying what the inside of a release holds until its pin is the one.

``releases.yaml`` is committed, often where everybody reads it, and pins a store by a hash. Of a
small survey all of a store but a few counts can be worked out from what went out. A value of every
byte of the data files stands in the store as well: whoever tries has to have all of these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.life import own_record
from padai.pipeline.versions.manifest import input_files
from padai.store import BLIND

_DATA = "data/"
_PURPOSE = b"padai pin"
"""Sets the value apart from the SHA-256 of the same files, which definitions and manifests hold."""


def blinded(order: Order, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of a store, with a value of the data files that never goes out.

    Parameters
    ----------
    order
        What is built. A version that an earlier padai put out stays as it was recorded, and data
        that are declared synthetic are about nobody.
    facts
        The facts of its store.
    """
    own = own_record(order)
    if order.survey.synthetic or (own is not None and not own.blind):
        return dict(facts)
    files = {n: p for n, p in input_files(order).items() if n.startswith(_DATA)}
    return {**facts, BLIND: value_of(files)}


def value_of(files: Mapping[str, Path]) -> str:
    """Return one value of every byte of files, which their SHA-256 do not tell.

    Parameters
    ----------
    files
        Files by name; the order in which they are named does not count.
    """
    whole = hashlib.blake2b(digest_size=32, person=_PURPOSE)
    for name in sorted(files):
        with files[name].open("rb") as opened:
            content = hashlib.file_digest(opened, lambda: hashlib.blake2b(person=_PURPOSE))
        whole.update(name.encode() + b"\0" + content.digest())
    return whole.hexdigest()
