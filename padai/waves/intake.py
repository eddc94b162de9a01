"""One data file, safely: what it is, read in a process of its own, and given back as a frame.

ReadStat, the C library under pyreadstat, crashes on some broken files. A broken file must end as
one plain message, so it is read by ``_child.py`` under limits of memory and time.
"""

from __future__ import annotations

import codecs
import hashlib
import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DataError, MissingExtraError, Said

if TYPE_CHECKING:
    import pandas as pd

FORMATS = (".sav", ".zsav", ".dta", ".sas7bdat", ".csv", ".parquet")
MAX_FILE_BYTES = 4_000_000_000
WALL_SECONDS = 60.0
LARGE_BYTES = 10_000_000
"""From here on, two readers share the columns."""
CHILD = Path(__file__).with_name("_child.py")
_KINDS = {".sav": "sav", ".zsav": "sav", ".dta": "dta", ".sas7bdat": "sas", ".parquet": "parquet"}
_BY_R = 'haven::write_sav({read}, "wave.sav")'
CONVERTED = {
    ".por": Said(
        "un fichier portable SPSS : en R, " + _BY_R.format(read='haven::read_por("{name}")'),
        "an SPSS portable file: in R, " + _BY_R.format(read='haven::read_por("{name}")'),
    ),
    ".xpt": Said(
        "un fichier de transport SAS : en R, " + _BY_R.format(read='haven::read_xpt("{name}")'),
        "a SAS transport file: in R, " + _BY_R.format(read='haven::read_xpt("{name}")'),
    ),
    ".rda": Said(
        'un espace de travail R, qui est un programme : en R, load("{name}"), puis '
        + _BY_R.format(read="x"),
        'an R workspace, which is a programme: in R, load("{name}"), then '
        + _BY_R.format(read="x"),
    ),
    ".rds": Said(
        "un objet R : en R, " + _BY_R.format(read='readRDS("{name}")'),
        "an R object: in R, " + _BY_R.format(read='readRDS("{name}")'),
    ),
    ".xlsx": Said(
        "un classeur Excel : enregistrez la feuille en « CSV UTF-8 (.csv) »",
        "an Excel workbook: save the sheet as “CSV UTF-8 (.csv)”",
    ),
}
CONVERTED |= {".rdata": CONVERTED[".rda"], ".xls": CONVERTED[".xlsx"], ".ods": CONVERTED[".xlsx"]}
"""What files that are not read are, and what to convert them with."""
_SAS = bytes.fromhex("c2ea8160b31411cfbd92080009c7318c181f1011")
_OLD_DTA = range(102, 116)
_NAMES = {
    "sav": Said("ressemble à un fichier SPSS", "looks like an SPSS file"),
    "dta": Said("ressemble à un fichier Stata", "looks like a Stata file"),
    "sas": Said("ressemble à un fichier SAS", "looks like a SAS file"),
    "parquet": Said("ressemble à un fichier Parquet", "looks like a Parquet file"),
    "zip": Said(
        "ressemble à une archive zip ou à un classeur Excel",
        "looks like a zip archive or an Excel workbook",
    ),
    "text": Said("ressemble à un fichier texte", "looks like a text file"),
    "other": Said(
        "ne ressemble à aucun des formats que padai lit",
        "looks like none of the formats that padai reads",
    ),
}
_REASONS = {
    "broken": Said(
        "le fichier est brisé, ou a été tronqué en route. Redemandez-le, et comparez son SHA-256 "
        "avec celui de l’expéditeur.",
        "the file is broken or was cut short on its way. Ask for it again, "
        "and compare its SHA-256 with the sender's.",
    ),
    "cut": Said(
        "le fichier compte moins de lignes que son en-tête n’en annonce : il a été tronqué en "
        "route. Redemandez-le.",
        "the file holds fewer rows than its header announces: it was cut short on its way. "
        "Ask for it again.",
    ),
    "header": Said(
        "l’en-tête du fichier contredit son contenu. Redemandez le fichier.",
        "the header of the file contradicts its content. Ask for the file again.",
    ),
    "encoding": Said(
        "le texte du fichier n’est pas dans le jeu de caractères qu’il déclare. Redemandez-le, "
        "enregistré en Unicode (UTF-8).",
        "the text of the file does not fit the character set that it declares. "
        "Ask for it again, saved as Unicode (UTF-8).",
    ),
    "memory": Said(
        "lire le fichier prend plus de mémoire que padai n’en permet. Retirez les colonnes que "
        "l’enquête n’utilise pas.",
        "reading the file takes more memory than padai allows. Leave out the columns that "
        "the survey does not use.",
    ),
    "too_large": Said(
        "le fichier dépasse ce que padai lit (20 000 colonnes, 400 millions de cases, 4 Go). "
        "Retirez les colonnes que l’enquête n’utilise pas.",
        "the file is larger than padai reads (20,000 columns, 400 million cells, 4 GB). "
        "Leave out the columns that the survey does not use.",
    ),
    "bomb": Said(
        "une fois décompressé, le fichier ferait plus de mille fois sa taille, ce qu’aucune "
        "enquête ne fait. Redemandez-le, non compressé.",
        "the file would unpack to more than a thousand times its size, which no survey does. "
        "Ask for it again, uncompressed.",
    ),
    "nested": Said(
        "le fichier a des colonnes imbriquées, répétées ou d’octets bruts. Écrivez-le comme un "
        "simple tableau de nombres, de textes et de dates.",
        "the file has columns that are nested, repeated or raw bytes. Write it as a flat table "
        "of numbers, texts and dates.",
    ),
    "time": Said(
        "lire le fichier prenait trop de temps, et a été interrompu : le fichier est brisé. "
        "Redemandez-le.",
        "reading the file took too long, so it was stopped: the file is broken. Ask for it again.",
    ),
}


@dataclass(frozen=True)
class DataFile:
    """A data file as delivered: its values, and what it says about them.

    Attributes
    ----------
    frame
        One row a respondent, in the file's order; numbers as float64 or int64, text as ``str``
        with missing for the empty string, dates as datetime64, and ``object`` where a column
        mixes numbers with missing codes written as letters (Stata, SAS).
    format, sha256, encoding
        Which format the content has, its checksum, its character set.
    labels, value_labels
        The label of each column, and of each value of a column.
    missing_ranges
        For each column, the closed ranges of values that the file marks as missing.
    formats, measures, mr_sets
        Display formats, levels of measurement, and multiple-response sets where the file has them.
    """

    frame: pd.DataFrame = field(repr=False)
    format: str
    sha256: str
    encoding: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    value_labels: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    missing_ranges: Mapping[str, tuple[tuple[Any, Any], ...]] = field(default_factory=dict)
    formats: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    mr_sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_data_file(path: Path, where: str = "", sha256: str | None = None) -> DataFile:
    """Read a .sav, .zsav, .dta, .sas7bdat, .csv or .parquet.

    A .csv is read as text, cell by cell; what its text means is for the definition to say
    (:mod:`padai.waves.reading`).

    Parameters
    ----------
    path
        The file.
    where
        How messages name the place, such as ``"example, 2025, main"``.
    sha256
        The checksum that the file must have, where one was declared.

    Raises
    ------
    DataError
        The file is missing, is not what its ending says, has another checksum, is broken, or is
        too large.

    Examples
    --------
    >>> file = read_data_file(Path("wave.sav"))  # doctest: +SKIP
    >>> file.labels["trust"]  # doctest: +SKIP
    'Confiance envers les ministères'
    """
    ending = path.suffix.lower()
    if ending in CONVERTED:
        raise convert_first(path.name, ending, where)
    if ending not in FORMATS:
        known = ", ".join(FORMATS)
        raise DataError(
            f"{path.name}: files ending in '{ending}' are not read. Give one of: {known}.",
            f"{path.name} : les fichiers en « {ending} » ne sont pas lus. Donnez l’un de ceux-ci : "
            f"{known}.",
            where=where,
        )
    check_there(path, where)
    check_kind(path, ending, where)
    checksum = file_sha256(path)
    if sha256 is not None and checksum != sha256:
        raise DataError(
            f"{path.name} is not the file that was declared: its SHA-256 is "
            f"{checksum[:12]}..., the definition says {sha256[:12]}.... Put the right file back, "
            "or, if a new delivery replaces it, write the new SHA-256 in the definition.",
            f"{path.name} n’est pas le fichier déclaré : son SHA-256 est {checksum[:12]}…, la "
            f"définition dit {sha256[:12]}…. Remettez le bon fichier ou, si une nouvelle livraison "
            "le remplace, inscrivez le nouveau SHA-256 dans la définition.",
            where=where,
        )
    if ending == ".csv":
        from padai.waves.text_files import read_csv

        return DataFile(read_csv(path, where), "csv", checksum, "utf-8")
    if ending == ".parquet" and importlib.util.find_spec("pyarrow") is None:
        raise MissingExtraError("interchange", "Reading .parquet", "Lire un fichier .parquet")
    return _read_isolated(path, _KINDS[ending], where, checksum)


def convert_first(name: str, ending: str, where: str = "") -> DataError:
    """Say what a file that is not read is, and the line that makes it one that is."""
    said = CONVERTED[ending]
    how = Said(said.fr.replace("{name}", name), said.en.replace("{name}", name))
    return DataError(
        f"{name} is {how.en}. Then give that file.",
        f"{name} est {how.fr}. Donnez ensuite ce fichier.",
        where=where,
    )


def check_there(path: Path, where: str) -> None:
    """Refuse a path that holds no file that may be read."""
    if path.is_dir():
        raise DataError(
            f"{path.name} is a folder, not a file. Give the file that is in it.",
            f"{path.name} est un dossier, et non un fichier. Donnez le fichier qui s’y trouve.",
            where=where,
        )
    if not path.is_file():
        raise DataError(
            f"there is no file {path.name}. Check its name and folder.",
            f"il n’y a pas de fichier {path.name}. Vérifiez son nom et son dossier.",
            where=where,
        )
    if not os.access(path, os.R_OK):
        raise DataError(
            f"you may not read {path.name}. Ask for the right to (its permissions), or copy it.",
            f"vous n’avez pas le droit de lire {path.name}. Demandez-le (permissions du fichier), "
            "ou copiez le fichier.",
            where=where,
        )


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def sniff(path: Path) -> str:
    """Tell the format of a file from its first bytes: a key of what messages name."""
    with path.open("rb") as handle:
        head = handle.read(65_536)
    if head.startswith((b"$FL2", b"$FL3")):
        return "sav"
    if head.startswith(b"<stata_dta>"):
        return "dta"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "text"  # text in another encoding, which reading it will say
    if len(head) > 32 and head[12:32] == _SAS:
        return "sas"
    if len(head) > 3 and head[0] in _OLD_DTA and head[1] in (1, 2) and head[2] == 1:
        return "dta"
    return "other" if b"\0" in head else "text"


def _refused(path: Path, reason: str, where: str) -> DataError:
    said = _REASONS[reason]
    return DataError(f"{path.name}: {said.en}", f"{path.name} : {said.fr}", where=where)


def check_kind(path: Path, ending: str, where: str, most: int | None = MAX_FILE_BYTES) -> None:
    """Refuse a file that is empty, larger than `most`, or not what its ending says."""
    size = path.stat().st_size
    if size == 0:
        raise DataError(
            f"{path.name} is empty. Ask for the file again.",
            f"{path.name} est vide. Redemandez le fichier.",
            where=where,
        )
    if most is not None and size > most:
        raise _refused(path, "too_large", where)
    found, wanted = sniff(path), _KINDS.get(ending, "text")
    if found != wanted:
        raise DataError(
            f"{path.name} is not what its ending says: it {_NAMES[found].en}. "
            "Ask for the file again, or give it its right ending.",
            f"{path.name} n’est pas ce que dit son extension : il {_NAMES[found].fr}. "
            "Redemandez le fichier, ou donnez-lui la bonne extension.",
            where=where,
        )


def read_part(path: Path, start: int, count: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read some rows of a .sav, .zsav, .dta or .sas7bdat in a process of its own.

    Returns
    -------
    columns : dict
        By name; empty where `count` is 0.
    about : dict
        What the header tells, ``rows`` among it.

    Raises
    ------
    DataError
        The file is broken, or too large in one of its rows.
    """
    kind = _KINDS[path.suffix.lower()]
    with tempfile.TemporaryDirectory(prefix="padai-") as folder:
        share = Path(folder) / "0"
        refused = _run_children(path, kind, [share], (start, count))
        told = {} if refused else json.loads((share / "about.json").read_text(encoding="utf-8"))
        refused = refused or told.get("refused")
        if refused is not None:
            raise _refused(path, refused, "")
        return _unpack(share / "columns.npz", told["names"], told["kinds"]), told


def _read_isolated(path: Path, kind: str, where: str, checksum: str) -> DataFile:
    """Read a file in processes of their own: one, or two that share a large file's columns."""
    large = kind != "parquet" and path.stat().st_size > LARGE_BYTES
    with tempfile.TemporaryDirectory(prefix="padai-") as folder:
        shares = [Path(folder) / str(share) for share in range(2 if large else 1)]
        refused = _run_children(path, kind, shares)
        if refused is not None:
            raise _refused(path, refused, where)
        told = [json.loads((s / "about.json").read_text(encoding="utf-8")) for s in shares]
        refused = next((about["refused"] for about in told if "refused" in about), None)
        if refused is not None:
            raise _refused(path, refused, where)
        columns: dict[str, Any] = {}
        for share, about in zip(shares, told, strict=True):
            columns |= _unpack(share / "columns.npz", about["names"], about["kinds"])
    return _data_file(columns, told, path, checksum)


def _data_file(
    columns: Mapping[str, Any], told: Sequence[Mapping[str, Any]], path: Path, checksum: str
) -> DataFile:
    import pandas as pd

    def every(key: str) -> dict[str, Any]:
        return {name: value for about in told for name, value in about.get(key, {}).items()}

    names = told[0].get("order", told[0]["names"])
    return DataFile(
        frame=pd.DataFrame(columns, columns=names),
        format=path.suffix.lower().removeprefix("."),
        sha256=checksum,
        encoding=told[0].get("encoding", ""),
        labels=every("labels"),
        value_labels={k: dict(v) for k, v in every("value_labels").items()},
        missing_ranges={
            k: tuple((low, high) for low, high in v) for k, v in every("missing_ranges").items()
        },
        formats=every("formats"),
        measures=every("measures"),
        mr_sets={k: tuple(v) for k, v in every("mr_sets").items()},
    )


def _run_children(
    path: Path, kind: str, shares: Sequence[Path], rows: tuple[int, int] | None = None
) -> str | None:
    """Run the readers, each into its folder; return the name of what went wrong, or nothing."""
    kept = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")
    environment = {k: os.environ[k] for k in kept if k in os.environ}
    # One thread each: the memory limit counts the stacks that numeric libraries set aside.
    environment |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    readers = []
    for place, share in enumerate(shares):
        share.mkdir()
        which = [str(place), str(len(shares))] if len(shares) > 1 or rows else []
        which += [str(number) for number in rows or ()]
        readers.append(
            subprocess.Popen(
                [sys.executable, "-I", str(CHILD), str(path.resolve()), kind, str(share), *which],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
    importlib.import_module("pandas")  # needed next, and the readers take their time
    due = time.monotonic() + WALL_SECONDS + path.stat().st_size / 1e6
    try:
        codes = [reader.wait(max(due - time.monotonic(), 0.1)) for reader in readers]
    except subprocess.TimeoutExpired:
        return "time"
    finally:
        for reader in readers:
            reader.kill()
            reader.wait()
    if not any(codes) and all((share / "about.json").is_file() for share in shares):
        return None
    # 24 is SIGXCPU where it exists: the processor limit was reached.
    return "time" if -24 in codes else "broken"


def _unpack(archive: Path, names: list[str], kinds: list[str]) -> dict[str, Any]:
    import numpy as np
    import pandas as pd

    columns: dict[str, Any] = {}
    with np.load(archive, allow_pickle=False) as arrays:
        for index, (name, kind) in enumerate(zip(names, kinds, strict=True)):
            if kind in ("int", "number"):
                columns[name] = arrays[f"{index}n"]
                continue
            texts = _texts(arrays[f"{index}b"].tobytes(), arrays[f"{index}l"])
            if kind == "text":
                columns[name] = pd.array([t or None for t in texts], dtype="str")
            elif kind == "date":
                columns[name] = np.array([t or "NaT" for t in texts], dtype="datetime64[us]")
            else:
                numbers = arrays[f"{index}n"]
                mixed = [n if t is None else t for n, t in zip(numbers, texts, strict=True)]
                columns[name] = np.array(mixed, dtype=object)
    return columns


def _texts(blob: bytes, lengths: Any) -> list[str | None]:
    texts: list[str | None] = []
    place = 0
    for length in lengths.tolist():
        if length < 0:
            texts.append(None)
            continue
        texts.append(blob[place : place + length].decode("utf-8"))
        place += length
    return texts
