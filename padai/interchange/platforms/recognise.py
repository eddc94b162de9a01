"""Whose export a file is, from its first rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from padai.interchange.labels import in_encoding
from padai.interchange.platforms.export import Export
from padai.interchange.platforms.grid import TEXTS, WORKBOOKS, head_of, whole
from padai.interchange.platforms.kobo import (
    is_kobo,
    is_odk,
    is_repeated,
    read_kobo,
    read_odk,
    refuse_repeated,
)
from padai.interchange.platforms.limesurvey_csv import is_limesurvey, read_limesurvey_export
from padai.interchange.platforms.office_forms import (
    is_google,
    is_microsoft,
    read_google,
    read_microsoft,
)
from padai.interchange.platforms.qualtrics_csv import is_qualtrics, read_qualtrics_export
from padai.interchange.platforms.redcap import is_redcap, read_redcap
from padai.interchange.platforms.surveymonkey import is_surveymonkey, read_surveymonkey
from padai.waves.encodings import UTF8
from padai.waves.text_files import encoded

Table = Sequence[Sequence[str]]
_READERS: tuple[tuple[Callable[[Table], bool], Callable[[Path, Table], Export]], ...] = (
    (is_qualtrics, read_qualtrics_export),
    (is_surveymonkey, read_surveymonkey),
    (is_limesurvey, read_limesurvey_export),
    (is_microsoft, read_microsoft),
    (is_repeated, refuse_repeated),
    (is_kobo, read_kobo),
    (is_odk, read_odk),
    (is_redcap, read_redcap),
    (is_google, read_google),  # known by little: others begin with a moment too
)


def read_export(path: Path) -> Export | None:
    """Read the export of a survey platform; nothing where a file is none that is known.

    Raises
    ------
    DataError
        It is one, and too large, irregular, or without a response.
    DefinitionError
        It is a workbook, and broken or hostile.
    MissingExtraError
        It is a workbook, and the extra ``interchange`` is not installed.

    Examples
    --------
    >>> export = read_export(Path("wave-2025.csv"))  # doctest: +SKIP
    >>> export.platform.en  # doctest: +SKIP
    'Qualtrics'
    """
    if path.suffix.lower() not in (*TEXTS, *WORKBOOKS) or not path.is_file():
        return None
    head = head_of(path)
    reader = next((read for known, read in _READERS if known(head)), None)
    if reader is None:
        return None
    export = reader(path, whole(path))
    encoding = encoded(path) if path.suffix.lower() in TEXTS else UTF8
    notes = () if encoding == UTF8 else (in_encoding(path.name, encoding),)
    return replace(export, told=(*notes, *export.told))
