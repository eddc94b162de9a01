"""Texts of a data file that are not in the character set that it declares: told by their bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.errors import DataError, Said
from padai.waves.declared_sets import declares
from padai.waves.encodings import WESTERN, encodings_of_texts

MOST_UNICODE = 0.05
"""The share of texts in UTF-8 from which on no other set fits the whole file."""
RAW, ASSUMED = "latin-1", WESTERN
"""How texts were read: each byte as one character, or as Stata and SPSS of old wrote them here."""
_Abouts = Sequence[Mapping[str, Any]]


def told_by_bytes(
    columns: Mapping[str, Any], abouts: _Abouts, path: Path, where: str
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return what was read, its texts in the one encoding in which their bytes make words.

    So are those that are not in the encoding that the file declares, and those of a file that
    declares none, such as Stata's before version 14 and SPSS's before version 15: what is neither
    stays as it was read.

    Raises
    ------
    DataError
        None fits, or several do: they are named, with the line that writes the file anew.
    """
    raw = [about for about in abouts if about.get("raw")]
    as_they_are = dict(columns), [dict(about) for about in abouts]
    if not raw and declares(path, abouts[0].get("encoding", "")):
        return as_they_are
    mine = raw or abouts
    names = {name for about in mine for name in about["names"]}
    own = {name: column for name, column in columns.items() if name in names}
    read_as = RAW if raw else ASSUMED
    anew = decoder_of(bytes_of((list(own.values()), mine), read_as), bool(raw), path, where)
    if anew is None:
        return as_they_are
    own = {anew.of(name): anew.column(column) for name, column in own.items()}
    labels = [anew.of(about) if about in mine else dict(about) for about in abouts]
    others = {name: column for name, column in columns.items() if name not in names}
    return {**others, **own}, [{**about, "encoding": anew.to} for about in labels]


def decoder_of(texts: Sequence[bytes], raw: bool, path: Path, where: str) -> Decoder | None:
    """Return what decodes texts, by the bytes of all of them; None where they are right as read.

    Raises
    ------
    DataError
        As :func:`told_by_bytes`.
    """
    mixed = sum(map(_is_utf8, texts)) > MOST_UNICODE * len(texts)
    fitting = [] if mixed else encodings_of_texts(texts)
    if not raw and (not fitting or fitting[0][0] == ASSUMED):
        return None
    if len(fitting) != 1:
        raise _not_told(path, fitting, where)
    return Decoder(RAW if raw else ASSUMED, fitting[0][0])


def bytes_of(read: Any, read_as: str) -> list[bytes]:
    """Return the texts that hold more than ASCII as their bytes were.

    None where one was read in another encoding.
    """
    try:
        return [text.encode(read_as) for text in _texts(read)]
    except UnicodeEncodeError:
        return []


def _not_told(path: Path, fitting: Sequence[tuple[str, str]], where: str) -> DataError:
    if not fitting:
        reason = Said("waves-the-text-of-the-file-does-not-fit-the")
        sentence = Said("waves-path-name-said", path_name=path.name, said=reason)
        return DataError(sentence, where=where)
    listed = ", ".join(f"{name} ({tag})" for name, tag in fitting)
    tool, line = _line(path, fitting[0][0])
    return DataError(
        Said("waves-texts-perhaps-in", path_name=path.name, listed=listed, tool=tool, line=line),
        where=where,
    )


def _line(path: Path, encoding: str) -> tuple[str, str]:
    """Return the line that writes a file anew in UTF-8, and what runs it."""
    ending = path.suffix.lower().removeprefix(".")
    if ending == "xpt":  # R's reader of it takes no encoding
        read = f'd, m = p.read_xport("{path.name}", encoding="{encoding}")'
        write = 'p.write_sav(d, "utf8.sav", column_labels=m.column_names_to_labels)'
        return "Python", f"import pyreadstat as p; {read}; {write}"
    kind = {"zsav": "sav", "sas7bdat": "sas"}.get(ending, ending)
    read = f'haven::read_{kind}("{path.name}", encoding = "{encoding}")'
    return "R", f'haven::write_sav({read}, "utf8.sav")'


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _texts(read: Any) -> Iterator[str]:
    if isinstance(read, str):
        if not read.isascii():
            yield read
    elif isinstance(read, dict):
        yield from _texts(list(read.items()))
    elif isinstance(read, (list, tuple)):
        for each in read:
            yield from _texts(each)
    elif getattr(read, "dtype", None) is not None and read.dtype.kind not in "iufbMm":
        yield from _texts([each for each in read if isinstance(each, str)])


@dataclass(frozen=True)
class Decoder:
    """Texts that were read in one encoding, in another."""

    read_as: str
    to: str

    def of(self, read: Any) -> Any:
        """Return labels and names with their texts decoded."""
        if isinstance(read, str):
            raw = read.encode(self.read_as, errors="replace")
            return read if read.isascii() else raw.decode(self.to, errors="replace")
        if isinstance(read, dict):
            return {self.of(key): self.of(value) for key, value in read.items()}
        if isinstance(read, (list, tuple)):
            return [self.of(each) for each in read]
        return read

    def column(self, column: Any) -> Any:
        """Return a column with its texts decoded; one of numbers or days as it is."""
        import numpy as np
        import pandas as pd

        if column.dtype.kind in "iufbMm":
            return column
        texts = [self.of(each) for each in column]
        if column.dtype == object:
            return np.array(texts, dtype=object)
        return pd.array([text if isinstance(text, str) else None for text in texts], dtype="str")
