"""What validation found: counts and row keys, never an answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from padai.errors import FindingsError, language
from padai.results.table_kinds import Facing
from padai.validation.kinds import DriftBar, Severity, Stage
from padai.validation.outcomes import Rate, told
from padai.words import Composed, Number, Said, Tabled, say

if TYPE_CHECKING:
    import pandas as pd

ROW_KEYS_KEPT = 1_000
_COLUMNS = (
    "survey",
    "wave",
    "part",
    "stage",
    "check",
    "severity",
    "column",
    "rule",
    "count",
    "row_keys",
    "message_fr",
    "message_en",
    "accepted",
)
_SHOWN = 20
_GROUPED = 4
"""Warnings of one check from which on one is told, and of which other columns it is."""
_COLUMNS_SHOWN = 12
_ROWS_SHOWN = 5


@dataclass(frozen=True)
class Finding:
    """One rule that the data break in one column.

    Attributes
    ----------
    check, severity, column, rule
        Which check found it, how grave it is, where, and the rule in a short form of its own.
    count
        How many rows (or cells, for a whole column: 0).
    row_keys
        The ids of the first 1,000 of these respondents, or their row numbers (from 1) where the
        part has no id column. They are for the person who mends the file: nothing published
        holds them.
    messages
        The sentence in each language.
    accepted
        Why the person responsible accepts it, who and when, by language; empty where nobody has.
    picture
        For a drift, the shares of each answer now and before.
    label
        The question's label, by language; empty where the column is no question's.
    rows
        Where the first 1,000 respondents stand in the delivered file, from 1: they tell nobody
        anything who has not the file.
    against
        The wave that it is compared with, where it is.
    """

    check: str
    severity: Severity
    column: str
    rule: str
    count: int
    row_keys: tuple[int | str, ...] = field(repr=False)
    messages: Mapping[str, str]
    accepted: Mapping[str, str]
    picture: tuple[DriftBar, ...] = ()
    label: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[int, ...] = ()
    against: str = ""


@dataclass(frozen=True)
class ValidatedFile:
    """What was validated: the file and its rows, each exclusion counted, and the waves before.

    `excluded` holds, for each declared rule, its column, its reason by language and its count;
    `unclaimed` counts the rows of a shared file that no wave takes.
    """

    file: str = ""
    sha256: str = ""
    rows_read: int = 0
    rows: int = 0
    excluded: tuple[tuple[str, Mapping[str, str], int], ...] = ()
    earlier: tuple[str, ...] = ()
    unclaimed: int = 0


@dataclass(frozen=True)
class NotRun:
    """A check that could not be made, and why: never to be taken as passed."""

    check: str
    titles: Mapping[str, str]
    reasons: Mapping[str, str]


@dataclass(frozen=True, repr=False)
class Findings(Facing):
    """Every finding of one validation, the checks that passed and those that were not run.

    Examples
    --------
    >>> findings = padai.validate(wave)  # doctest: +SKIP
    >>> findings.raise_if_failed()  # doctest: +SKIP
    """

    survey: str
    wave: str
    part: str
    stage: Stage
    items: tuple[Finding, ...]
    passed: tuple[str, ...]
    not_run: tuple[NotRun, ...]
    synthetic: bool = False
    source: ValidatedFile = ValidatedFile()
    rates: tuple[Rate, ...] = ()

    def __repr__(self) -> str:
        return self.summary(language())

    def _repr_html_(self) -> str:
        return self.to_html(language())

    @property
    def ok(self) -> bool:
        """Whether nothing stops publication: no error that nobody has accepted."""
        return not self._stopping

    @property
    def _stopping(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.items if f.severity == "error" and not f.accepted)

    @property
    def frame(self) -> pd.DataFrame:
        """One row a finding, errors first, with the row keys: not for publication."""
        import pandas as pd

        head = {"survey": self.survey, "wave": self.wave, "part": self.part, "stage": self.stage}
        rows = [
            {
                **head,
                "check": f.check,
                "severity": f.severity,
                "column": f.column,
                "rule": f.rule,
                "count": f.count,
                "row_keys": f.row_keys,
                "message_fr": f.messages["fr"],
                "message_en": f.messages["en"],
                "accepted": f.accepted.get("fr", ""),
            }
            for f in self.items
        ]
        return pd.DataFrame(rows, columns=list(_COLUMNS))

    @property
    def public(self) -> pd.DataFrame:
        """The findings without row keys: what may be stored, sent and published."""
        return self.frame.drop(columns="row_keys")

    def as_dict(self) -> dict[str, Any]:
        """Return what machines read: the file, findings, checks passed and not run.

        Rows are places in the delivered file; no identifier and no answer is told.
        """
        public = json.loads(self.public.to_json(orient="records"))
        return {
            "survey": self.survey,
            "wave": self.wave,
            "part": self.part,
            "stage": self.stage,
            "ok": self.ok,
            "file": self.source.file,
            "sha256": self.source.sha256,
            "rows_read": self.source.rows_read,
            "rows": self.source.rows,
            "rows_of_no_wave": self.source.unclaimed,
            "excluded": [
                {"column": column, "reason": dict(reason), "count": count}
                for column, reason, count in self.source.excluded
            ],
            "earlier": list(self.source.earlier),
            "rates": {rate.name: rate.value for rate in self.rates},
            "findings": [
                {**row, "rows": list(item.rows)}
                for row, item in zip(public, self.items, strict=True)
            ],
            "passed": list(self.passed),
            "not_run": [{"check": n.check, "reason": dict(n.reasons)} for n in self.not_run],
        }

    def summary(self, lang: str = "fr") -> str:
        """Return a readable account: findings, errors first, then what was not run."""
        words = _WORDS[lang]
        errors, accepted = len(self._stopping), sum(bool(f.accepted) for f in self.items)
        lines = [
            say(
                "validation-error-s-warning-s-check-s-passed",
                lang,
                place=f"{self.survey}, {self.wave}, {self.part}",
                stage=words[self.stage],
                errors=errors,
                warnings=len(self.items) - errors - accepted,
                accepted=Said("validation-accepted-finding-s", count=accepted) if accepted else "",
                passed=len(self.passed),
            )
        ]
        if self.source.file:
            lines.append("  " + self._told_of_the_file(lang))
        if self.rates:
            lines.append("  " + "; ".join(told(rate, lang) for rate in self.rates) + ".")
        alike = _alike(self.items)
        for finding, *others in alike[:_SHOWN]:
            reason = finding.accepted.get(lang) or finding.accepted.get("fr", "")
            note = f" ({words['accepted']}{reason})" if reason else ""
            lines.append(
                f"  {words[finding.severity]} ({finding.check}) {finding.messages[lang]}"
                f"{_first_rows(finding, words)}{note}"
            )
            if others:
                lines.append("    " + _of_others(others, lang))
        if len(alike) > _SHOWN:
            lines.append("  " + _more(sum(map(len, alike[_SHOWN:])), lang))
        by_reason: dict[str, list[str]] = {}
        for absent in self.not_run:
            by_reason.setdefault(absent.reasons[lang], []).append(absent.check)
        for reason, checks in by_reason.items():
            lines.append("  " + words["not_run"].format(checks=", ".join(checks), reason=reason))
        return "\n".join(lines)

    def _told_of_the_file(self, lang: str) -> str:
        source = self.source
        line = say(
            "validation-rows-read-excluded-checked",
            lang,
            file=source.file,
            read=Number(source.rows_read),
            out=Number(sum(count for _, _, count in source.excluded)),
            kept=Number(source.rows),
        )
        if source.unclaimed:
            count = Number(source.unclaimed)
            line += say("validation-rows-of-the-file-belong-to-no-wave-rows", lang, count=count)
        if source.earlier:
            line += say("validation-earlier-waves-c6d3", lang, waves=", ".join(source.earlier))
        return line + "."

    def to_html(self, lang: str = "fr") -> str:
        """Return a self-contained page to send to the supplier: no identifier, no answer."""
        from padai.validation.page import page_of

        return page_of(self, lang)

    def raise_if_failed(self) -> None:
        """Stop where a finding stops publication.

        Raises
        ------
        FindingsError
            With every error in one readable message; it holds no row key and no answer.
        """
        if self._stopping:
            raise FindingsError(Composed(self._stopped))

    def _stopped(self, lang: str) -> str:
        stopping, words = self._stopping, _WORDS[lang]
        place = f"{self.survey}, {self.wave}, {self.part}"
        count = len(stopping)
        lines = [say("validation-finding-s-stop-publication-bc83", lang, place=place, count=count)]
        lines += [f"  ({f.check}) {f.messages[lang]}" for f in stopping[:_SHOWN]]
        if len(stopping) > _SHOWN:
            lines.append("  " + _more(count - _SHOWN, lang))
        return "\n".join([*lines, words["remedy"]])


def _alike(items: Sequence[Finding]) -> list[list[Finding]]:
    """Group the warnings of a check that found as much in many columns, the gravest of them first.

    What somebody has accepted, and what stops publication, stands by itself.
    """
    groups: dict[str, list[Finding]] = {}
    for place, item in enumerate(items):
        alone = item.severity == "error" or item.accepted
        groups.setdefault(f"{item.check} {place}" if alone else item.check, []).append(item)
    alike = []
    for group in groups.values():
        if len(group) < _GROUPED:
            alike += [[item] for item in group]
        else:
            alike.append(sorted(group, key=lambda item: -item.count))
    return alike


def _of_others(others: Sequence[Finding], lang: str) -> str:
    """Say of which other columns the same was found, and of how many rows of each."""
    listed = [
        item.column + (f" ({Number(item.count).text(lang)})" if item.count else "")
        for item in others
    ]
    shown = ", ".join(listed[:_COLUMNS_SHOWN]) + ("…" if len(listed) > _COLUMNS_SHOWN else "")
    return say("validation-the-same-of-others", lang, count=len(others), listed=shown)


def _more(count: int, lang: str) -> str:
    """Say how many findings are not shown."""
    return say("validation-and-more-finding-s-html-and-json-give", lang, count=count)


def _first_rows(finding: Finding, words: Mapping[str, str]) -> str:
    """Say where the first rows stand in the file, so that they can be looked at."""
    if not finding.rows:
        return ""
    shown = ", ".join(map(str, finding.rows[:_ROWS_SHOWN]))
    return words["rows"].format(rows=shown + ("…" if finding.count > _ROWS_SHOWN else "."))


_WORDS: dict[str, dict[str, str]] = Tabled(
    {
        "rows": Said("validation-places-in-the-file", rows="{rows}"),
        "delivered": Said("validation-data-as-delivered-b6fd"),
        "weighted": Said("validation-weighted-data-f834"),
        "error": Said("validation-error"),
        "warning": Said("validation-warning"),
        "not_run": Said("validation-not-checked", reason="{reason}", checks="{checks}"),
        "accepted": Said("validation-accepted-f082"),
        "remedy": Said("validation-correct-the-file-or-the-definition-then"),
    }
)
