"""The release store: the aggregate-only record of a wave's results, all that publishing sees.

A store is a folder of CSV and JSON files, ``interne/`` of a version, at full precision. Everything
in it has passed disclosure; nothing in it concerns one respondent. What goes out is made from it in
one place (:mod:`padai.store.outside`), at the printed precision.
"""

from __future__ import annotations

from padai.store.files import (
    EARLIER_INSIDE,
    INSIDE,
    Store,
    definition_told,
    inside_of,
    json_text,
    open_store,
    placed,
    sha256,
    store_digest,
    store_of,
    values_told,
    write_store,
    write_texts,
)
from padai.store.last_digits import apart, stores_apart, tables_digest
from padai.store.outside import outside, outside_copy, write_outside
from padai.store.public import digest_of, is_public, outside_digest, outside_files, public_files
from padai.store.schema import ABOUT_THE_BUILD, BLIND, COLUMNS, NUMERIC, SCHEMA_VERSION

__all__ = [
    "ABOUT_THE_BUILD",
    "BLIND",
    "COLUMNS",
    "EARLIER_INSIDE",
    "INSIDE",
    "NUMERIC",
    "SCHEMA_VERSION",
    "Store",
    "apart",
    "definition_told",
    "digest_of",
    "inside_of",
    "is_public",
    "json_text",
    "open_store",
    "outside",
    "outside_copy",
    "outside_digest",
    "outside_files",
    "placed",
    "public_files",
    "sha256",
    "store_digest",
    "store_of",
    "stores_apart",
    "tables_digest",
    "values_told",
    "write_outside",
    "write_store",
    "write_texts",
]
