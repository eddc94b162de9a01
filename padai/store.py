"""The release store: the aggregate-only record of a wave's results, all that publishing sees.

A store is a folder of CSV and JSON files. Everything in it has passed disclosure; nothing in it
concerns one respondent. The same inputs give the same bytes: rows keep the definition's order,
numbers are written as the shortest text that reads back to the same double, and no clock, user,
host or absolute path is recorded.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import ValidationError

from padai.errors import PublicationError
from padai.survey import Survey
from padai.survey.definition import NOT_DEFINED

SCHEMA_VERSION = 1
ABOUT_THE_BUILD = ("manifest.json", "sbom.cdx.json")
"""The files beside a store that say how it was made."""
_ESTIMATES = [
    "part", "wave", "question", "response", "breakdown", "group", "estimate", "std_error",
    "conf_low", "conf_high", "df", "n_base", "n_eff", "deff", "cv", "flag", "reason",
]  # fmt: skip
_DIFFERENCES = [
    *_ESTIMATES, "reference", "statistic", "p_value", "p_adjusted", "family", "family_size",
    "margin", "p_equivalence", "verdict", "breaks",
]  # fmt: skip
COLUMNS: dict[str, list[str]] = {
    "estimates": _ESTIMATES,
    "trends": _ESTIMATES,
    "differences": _DIFFERENCES,
    "breaks": ["id", "type", "date", "last_wave", "first_wave", "questions", "breakdowns", "parts"],
    "selected": [
        "part", "wave", "reference", "question", "response", "breakdown", "group", "kind",
    ],
    "words": ["part", "wave", "question", "word", "n", "share"],
    "corrections": [
        "corrects", "part", "wave", "reference", "question", "response", "breakdown", "group",
        "figure", "old", "new", "rounding", "verdict_changed", "cause",
    ],
    "letters": ["part", "wave", "question", "response", "breakdown", "group", "letter", "above"],
    "weighting": ["part", "margin", "cell", "target", "before", "after"],
    "robustness": [
        "part", "wave", "reference", "question", "response", "variant", "estimate", "conf_low",
        "conf_high", "p_adjusted", "verdict", "differs", "reason",
    ],
    "decomposition": [
        "part", "wave", "reference", "question", "response", "breakdown", "group", "component",
        "estimate", "std_error", "conf_low", "conf_high", "reason",
    ],
    "slopes": [
        "part", "question", "response", "breakdown", "group", "term", "on", "wave", "estimate",
        "std_error", "conf_low", "conf_high", "df", "ddf", "statistic", "p_value", "p_adjusted",
        "first_wave", "last_wave", "n_waves", "left_out", "breaks", "family", "verdict", "reason",
    ],
    "indices": [
        "part", "index", "kind", "wave", "reference", "item", "by", "estimate", "std_error",
        "conf_low", "conf_high", "n_base", "p_value", "p_adjusted", "r2_gain", "margin", "verdict",
        "breaks", "reason",
    ],
    "plan": [
        "part", "wave", "question", "response", "breakdown", "group", "interviews", "n_next",
        "smallest_rise", "smallest_fall", "smallest_margin", "margin", "margin_within", "reason",
    ],
    "interviews": [
        "part", "wave", "breakdown", "group", "interviews", "expected", "chance_under", "action",
        "boost",
    ],
    "register": [
        "source", "kind", "survey", "wave", "published", "question", "response", "breakdown",
        "group", "entry", "reply", "replied", "due", "state", "days", "overdue", "corrected",
        "evidence_url",
        *(f"{n}_{lang}" for n in ("label", "title", "body", "role", "reason", "next_step",
                                  "evidence", "plain") for lang in ("fr", "en")),
    ],
    "inventory": [
        "category", "label_fr", "label_en", "uses", "in_use", "measure", "question", "response",
        "own",
    ],
    "benchmarks": [
        "id", "question", "response", "value", "unit", "year", "n", "source_date", "source_url",
        *(f"{n}_{lang}" for n in ("tracker", "measure", "absent", "source")
          for lang in ("fr", "en")),
        *(f"{aspect}{end}" for aspect in ("population", "mode", "wording", "scale", "year_of")
          for end in ("", "_fr", "_en")),
    ],
    # a citizens' panel, an open consultation
    "answers": ["wave", "question", "response", "people", "n", "share", "reason"],
    "profile": [
        "breakdown", "group", "stage", "people", "n", "share", "population_share", "expected",
        "low", "high", "over_selected", "p_value", "method", "monte_carlo_error",
    ],
    "panel_steps": ["step", "session", "people"],
    "panel_changes": [
        "question", "response", "n", "before", "after", "change", "moved_up", "moved_down",
        "unchanged", "moved", "up_low", "up_high", "test", "method", "p_value", "p_adjusted",
        "monte_carlo_error", "reason",
    ],
    "panel_moves": ["question", "response", "cell", "people", "n"],
    "recommendations": [
        "id", "session", "present", "in_favour", "against", "abstained", "not_voting", "adopted",
    ],
    "mandates": ["moment", "date", "in_office", "left_early", "replaced", "vacant"],
    "themes": [
        "theme", "people", "n", "share", "alpha", "coded_twice", "agreed", "reliability", "flag",
        "reason",
    ],
}  # fmt: skip
"""The columns of each table, in order; a table that a wave does not have is written empty."""
_NUMERIC = {
    "estimate", "std_error", "conf_low", "conf_high", "df", "n_base", "n_eff", "deff", "cv",
    "statistic", "p_value", "p_adjusted", "family_size", "margin", "p_equivalence", "n", "share",
    "target", "before", "after", "ddf", "n_waves",
    "r2_gain", "interviews", "n_next", "smallest_rise", "smallest_fall", "smallest_margin",
    "chance_under", "boost", "days", "uses", "in_use", "value", "year",
    "people", "population_share", "expected", "low", "high", "change", "moved_up", "moved_down",
    "unchanged", "moved", "up_low", "up_high", "monte_carlo_error", "present", "in_favour",
    "against", "abstained", "not_voting", "in_office", "left_early", "replaced", "vacant", "alpha",
    "coded_twice", "agreed",
}  # fmt: skip


@dataclass(frozen=True)
class Store:
    """A release store, open for reading.

    Attributes
    ----------
    survey
        The definition as it was when the wave was released.
    wave
        The wave that the release is about.
    tables
        ``estimates``, ``trends``, ``differences``, ``breaks``, ``words``, ``weighting``,
        ``robustness``, ``decomposition``, ``slopes``, ``selected``: frames with the columns of
        :data:`COLUMNS`. Proportions are 0 to 1. Numbers that may not be shown are empty, with
        their flag and reason.
    facts
        What else is published of the wave: sizes by part, weighting, findings as counts,
        release, minutes.
    """

    folder: Path
    survey: Survey
    wave: str
    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    facts: Mapping[str, Any] = field(repr=False)

    def table(self, name: str) -> pd.DataFrame:
        """Return a copy of a table."""
        return self.tables[name].copy()

    @property
    def release(self) -> Mapping[str, Any]:
        """Version, status and date of the release."""
        return self.facts["release"]


def write_store(
    folder: Path,
    survey: Survey,
    wave: str,
    tables: Mapping[str, pd.DataFrame],
    facts: Mapping[str, Any],
) -> list[Path]:
    """Write a store into an empty or absent folder and return its files.

    Parameters
    ----------
    tables
        Frames by name; a column that :data:`COLUMNS` does not list is refused, so that nothing
        slips in by accident.
    facts
        JSON-ready values.

    Raises
    ------
    PublicationError
        A table or column that the schema does not know.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, columns in COLUMNS.items():
        frame = tables.get(name, pd.DataFrame(columns=columns))
        _check_columns(name, frame, columns)
        written.append(_write_text(folder / f"{name}.csv", _csv(frame[columns])))
    unknown = sorted(set(tables) - set(COLUMNS))
    if unknown:
        raise PublicationError(
            f"the store has no table {', '.join(unknown)}.",
            f"le dépôt n’a pas de table {', '.join(unknown)}.",
            where=f"{survey.id}, {wave}",
        )
    texts = {
        "schema": SCHEMA_VERSION,
        "wave": wave,
        "definition": survey.model_dump(mode="json", exclude=set(NOT_DEFINED)),
        "facts": facts,
    }
    written.append(_write_text(folder / "texts.json", json_text(texts)))
    return written


def open_store(folder: str | Path) -> Store:
    """Open a release store for reading.

    Parameters
    ----------
    folder
        The ``data/`` folder of a release.

    Raises
    ------
    PublicationError
        The folder is no store, a file of it is missing or has other columns, or its schema is of
        another version.
    """
    path = Path(folder)
    if not (path / "texts.json").is_file():
        raise PublicationError(
            f"'{path.name}' is not a release store: texts.json is missing. Build it again.",
            f"« {path.name} » n’est pas un dépôt : texts.json manque. Bâtissez de nouveau.",
        )
    texts = json.loads((path / "texts.json").read_text(encoding="utf-8"))
    if texts.get("schema") != SCHEMA_VERSION:
        raise PublicationError(
            f"the store of wave '{texts.get('wave')}' has schema {texts.get('schema')}; "
            f"this padai reads schema {SCHEMA_VERSION}. Build it again.",
            f"le dépôt de la vague « {texts.get('wave')} » suit le schéma {texts.get('schema')}; "
            f"ce padai lit le schéma {SCHEMA_VERSION}. Bâtissez de nouveau.",
        )
    tables = {name: _read_csv(path / f"{name}.csv", columns) for name, columns in COLUMNS.items()}
    survey = _definition(texts)
    return Store(path, survey, texts["wave"], tables, texts["facts"])


def store_digest(folder: Path) -> str:
    """Return the SHA-256 of a whole store: of the names and hashes of its files, in order.

    What says how the store was made (``manifest.json``) and with what (``sbom.cdx.json``) is no
    part of it: the same results made by another version of a library are the same results.
    """
    lines = [
        f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ABOUT_THE_BUILD
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal text."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def json_text(value: Any) -> str:
    """Return JSON that is the same for equal values: keys in their order, no NaN."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    if hasattr(value, "item"):
        value = value.item()
        return None if isinstance(value, float) and not math.isfinite(value) else value
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"not JSON: {type(value)}")


def _definition(texts: Mapping[str, Any]) -> Survey:
    """Return the definition that a store holds, which an older padai may have written."""
    try:
        return Survey.model_validate({**texts["definition"], "path": Path()})
    except ValidationError as error:
        first = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise PublicationError(
            f"the store of wave '{texts['wave']}' holds a definition that this padai does not read "
            f"(first at {first}). Build it again.",
            f"le dépôt de la vague « {texts['wave']} » contient une définition que ce padai ne lit "
            f"pas (d’abord à {first}). Bâtissez de nouveau.",
        ) from None


def _check_columns(name: str, frame: pd.DataFrame, columns: list[str]) -> None:
    extra = [c for c in frame.columns if c not in columns]
    lacking = [c for c in columns if c not in frame.columns]
    if extra or lacking:
        raise PublicationError(
            f"the table '{name}' of the store has columns that its schema does not know "
            f"({', '.join(extra) or 'none'}) or lacks some ({', '.join(lacking) or 'none'}).",
            f"la table « {name} » du dépôt a des colonnes que son schéma ne connaît pas "
            f"({', '.join(extra) or 'aucune'}) ou il lui en manque "
            f"({', '.join(lacking) or 'aucune'}).",
        )


def _csv(frame: pd.DataFrame) -> str:
    return str(frame.to_csv(index=False, lineterminator="\n"))


def _write_text(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _read_csv(path: Path, columns: list[str]) -> pd.DataFrame:
    if not path.is_file():
        raise PublicationError(
            f"the store lacks {path.name}. Build it again.",
            f"il manque au dépôt {path.name}. Bâtissez de nouveau.",
        )
    # in the table of weighting a margin is a name, elsewhere it is a number of points
    numeric = _NUMERIC - ({"margin"} if path.stem == "weighting" else set())
    types = {c: "float64" if c in numeric else "str" for c in columns}
    frame = pd.read_csv(
        path, dtype=types, keep_default_na=False,
        na_values={c: [""] for c in columns if c in numeric},
    )  # fmt: skip
    if list(frame.columns) != columns:
        raise PublicationError(
            f"{path.name} of the store has other columns than its schema. Build it again.",
            f"{path.name} du dépôt n’a pas les colonnes de son schéma. Bâtissez de nouveau.",
        )
    return frame
