"""What each column and each sign of the open data means, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from padai.words import Both, Said

FOLDER = "open"
"""The folder of a release that holds its open data, for every language."""
Datatype = Literal["string", "double", "integer", "boolean", "date"]


@dataclass(frozen=True)
class Field:
    """A column of a published table.

    Attributes
    ----------
    name
        The column's name in the CSV file, the same in both languages.
    source
        The column of the store that it is copied from; empty for one that is made here.
    datatype
        A datatype of CSV on the Web.
    said
        What it holds.
    number
        Whether it is a figure of the data: it is then empty where the cell is withheld.
    """

    name: str
    source: str
    datatype: Datatype
    said: Said
    number: bool = False

    def text(self, lang: str) -> str:
        """Return what the column holds."""
        return self.said.text(lang)


def _code(name: str, meaning: Said, source: str | None = None) -> Field:
    return Field(name, name if source is None else source, "string", meaning)


def _figure(
    name: str,
    meaning: Said,
    *,
    source: str | None = None,
    datatype: Datatype = "double",
) -> Field:
    return Field(name, source or name, datatype, meaning, number=True)


_PLACE = (
    _code("part", Said("publishing-opendata-part-of-the-survey")),
    _code("wave", Said("publishing-opendata-edition")),
    _code("question", Said("publishing-opendata-question")),
    _code(
        "response",
        Said("publishing-opendata-answer-group-of-answers-or-mean"),
    ),
    _code("breakdown", Said("publishing-opendata-breakdown-total-for-all")),
    _code("group", Said("publishing-opendata-group-of-the-breakdown")),
)
_DEGREES = _figure("df", Said("publishing-opendata-degrees-of-freedom"))
_FLAGS = (
    _code("flag", Said("publishing-opendata-flags-separated-by-a-space")),
    _code("reason", Said("publishing-opendata-reason-of-the-flag")),
)
NOTICE = _code(
    "notice",
    Said("publishing-opendata-what-any-reuse-must-mention-synthetic"),
    source="",
)

SERIES: tuple[Field, ...] = (
    *_PLACE,
    _figure("estimate", Said("publishing-opendata-weighted-proportion-from-0-to-1-balance")),
    _figure("std_error", Said("publishing-opendata-standard-error-of-the-estimate")),
    _figure("conf_low", Said("publishing-opendata-lower-end-of-the-interval")),
    _figure("conf_high", Said("publishing-opendata-upper-end-of-the-interval")),
    _DEGREES,
    _figure(
        "n_base",
        Said("publishing-opendata-respondents-who-were-asked-the-question"),
        datatype="integer",
    ),
    _figure("n_eff", Said("publishing-opendata-effective-sample-size")),
    _figure("deff", Said("publishing-opendata-design-effect")),
    _figure("cv", Said("publishing-opendata-coefficient-of-variation-from-0-to-1")),
    *_FLAGS,
    _code("vintage",
          Said("publishing-opendata-release-since-which-the-figures-of-this"),
          source=""),
    NOTICE,
)  # fmt: skip
"""The columns of ``series.csv``."""


DECLARED = _code(
    "declared",
    Said("publishing-opendata-what-was-declared-stamped-before-the-ad58"),
)
_COMPARED = (
    _figure(
        "difference",
        Said("publishing-opendata-difference-the-first-minus-the-reference"),
        source="estimate",
    ),
    _figure("std_error", Said("publishing-opendata-standard-error-of-the-difference")),
    _figure("conf_low", Said("publishing-opendata-lower-end-of-the-interval")),
    _figure("conf_high", Said("publishing-opendata-upper-end-of-the-interval")),
    _DEGREES,
    _figure(
        "n_base",
        Said("publishing-opendata-smaller-of-the-two-bases-unweighted"),
        datatype="integer",
    ),
    _figure(
        "p_value",
        Said("publishing-opendata-p-value-unadjusted-0-001-under-0-001"),
        datatype="string",
    ),
    _figure(
        "p_adjusted",
        Said("publishing-opendata-p-value-adjusted-for-the-number-of"),
        datatype="string",
    ),
    _code(
        "family",
        Said("publishing-opendata-family-of-comparisons-declared-or"),
    ),
    Field(
        "family_size",
        "family_size",
        "integer",
        Said("publishing-opendata-number-of-comparisons-in-the-family"),
    ),
    Field(
        "margin",
        "margin",
        "double",
        Said("publishing-opendata-declared-margin-for-stable-or-comparable"),
    ),
    _figure(
        "p_equivalence",
        Said("publishing-opendata-p-value-of-the-equivalence-test-0-001"),
        datatype="string",
    ),
    _code("verdict", Said("publishing-opendata-verdict-empty-no-verdict-is-published")),
    Field(
        "comparable",
        "",
        "boolean",
        Said("publishing-opendata-false-where-a-break-in-series-forbids"),
    ),
    _code("breaks", Said("publishing-opendata-breaks-in-series-between-the-two")),
    DECLARED,
    *_FLAGS,
    _code("group_flag", Said("publishing-opendata-flags-of-the-groups-own-estimate"), source=""),
    NOTICE,
)
CHANGES: tuple[Field, ...] = (
    *_PLACE[:2],
    _code("reference", Said("publishing-opendata-edition-of-reference-subtracted")),
    *_PLACE[2:],
    *_COMPARED,
)
"""The columns of ``changes.csv``: an edition against an earlier one."""
CONTRASTS: tuple[Field, ...] = (
    *_PLACE[:2],
    _code("reference", Said("publishing-opendata-rest-the-other-groups-of-the-breakdown")),
    *_PLACE[2:],
    *_COMPARED,
)  # fmt: skip
"""The columns of ``contrasts.csv``: a group against the others of its breakdown."""
BREAKS: tuple[Field, ...] = (
    _code("id", Said("publishing-opendata-break-in-series")),
    _code("type", Said("publishing-opendata-kind-of-break")),
    Field("date", "date", "date", Said("publishing-opendata-date-of-the-break")),
    _code("last_wave", Said("publishing-opendata-last-edition-before-the-break")),
    _code("first_wave", Said("publishing-opendata-first-edition-after-the-break")),
    _code("questions", Said("publishing-opendata-questions-concerned-empty-all")),
    _code("breakdowns", Said("publishing-opendata-breakdowns-and-groups-concerned")),
    _code("parts", Said("publishing-opendata-parts-concerned-empty-all")),
    NOTICE,
)  # fmt: skip
"""The columns of ``breaks.csv``."""

TABLES: dict[str, tuple[Field, ...]] = {
    "series": SERIES,
    "changes": CHANGES,
    "contrasts": CONTRASTS,
    "breaks": BREAKS,
}
"""Every table of the open data, by the name of its file."""

TITLES: dict[str, dict[str, str]] = {
    "series": Both("publishing-opendata-estimates-of-the-whole-series-and-all"),
    "changes": Both("publishing-opendata-comparisons-between-editions"),
    "contrasts": Both("publishing-opendata-comparisons-between-groups"),
    "breaks": Both("publishing-opendata-breaks-in-series"),
}

DICTIONARY: tuple[Field, ...] = (
    _code("kind", Said("publishing-opendata-kind-of-thing-described")),
    _code("table", Said("publishing-opendata-file-where-it-stands-or-question-or")),
    _code("name", Said("publishing-opendata-name-in-the-files")),
    _code("datatype", Said("publishing-opendata-type-of-value-for-a-column")),
    _code("text", Said("publishing-opendata-meaning")),
    NOTICE,
)  # fmt: skip
"""The columns of the dictionaries."""
