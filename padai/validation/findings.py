"""What validation found: counts and row keys, never an answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from padai.errors import FindingsError

if TYPE_CHECKING:
    import pandas as pd

Severity = Literal["error", "warning"]
Stage = Literal["delivered", "weighted"]
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


@dataclass(frozen=True)
class Bar:
    """The shares of one answer, now and in the wave compared with, in a drift's picture."""

    labels: Mapping[str, str]
    now: float
    before: float


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
    """

    check: str
    severity: Severity
    column: str
    rule: str
    count: int
    row_keys: tuple[int | str, ...] = field(repr=False)
    messages: Mapping[str, str]
    accepted: Mapping[str, str]
    picture: tuple[Bar, ...] = ()


@dataclass(frozen=True)
class NotRun:
    """A check that could not be made, and why: never to be taken as passed."""

    check: str
    titles: Mapping[str, str]
    reasons: Mapping[str, str]


@dataclass(frozen=True)
class Findings:
    """Every finding of one validation, the checks that passed and those that were not run.

    Examples
    --------
    >>> found = padai.validate(wave)  # doctest: +SKIP
    >>> found.raise_if_failed()  # doctest: +SKIP
    """

    survey: str
    wave: str
    part: str
    stage: Stage
    items: tuple[Finding, ...]
    passed: tuple[str, ...]
    not_run: tuple[NotRun, ...]
    synthetic: bool = False

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
        """Return what machines read: findings without row keys, checks passed and not run."""
        return {
            "survey": self.survey,
            "wave": self.wave,
            "part": self.part,
            "stage": self.stage,
            "ok": self.ok,
            "findings": json.loads(self.public.to_json(orient="records")),
            "passed": list(self.passed),
            "not_run": [{"check": n.check, "reason": dict(n.reasons)} for n in self.not_run],
        }

    def summary(self, lang: str = "fr") -> str:
        """Return a readable account: findings, errors first, then what was not run."""
        words = _WORDS[lang]
        errors = sum(f.severity == "error" for f in self.items)
        lines = [
            words["head"].format(
                place=f"{self.survey}, {self.wave}, {self.part}",
                stage=words[self.stage],
                errors=errors,
                warnings=len(self.items) - errors,
                passed=len(self.passed),
            )
        ]
        for finding in self.items[:_SHOWN]:
            accepted = finding.accepted.get(lang) or finding.accepted.get("fr", "")
            note = f" ({words['accepted']}{accepted})" if accepted else ""
            lines.append(
                f"  {words[finding.severity]} ({finding.check}) {finding.messages[lang]}{note}"
            )
        if len(self.items) > _SHOWN:
            lines.append("  " + words["more"].format(count=len(self.items) - _SHOWN))
        by_reason: dict[str, list[str]] = {}
        for absent in self.not_run:
            by_reason.setdefault(absent.reasons[lang], []).append(absent.check)
        for reason, checks in by_reason.items():
            lines.append("  " + words["not_run"].format(checks=", ".join(checks), reason=reason))
        return "\n".join(lines)

    def to_html(self, lang: str = "fr") -> str:
        """Return a self-contained page to send to the supplier: no row key, no answer."""
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
            raise FindingsError(self._stopped("en"), fr=self._stopped("fr"))

    def _stopped(self, lang: str) -> str:
        stopping, words = self._stopping, _WORDS[lang]
        place = f"{self.survey}, {self.wave}, {self.part}"
        lines = [words["failed"].format(place=place, count=len(stopping))]
        lines += [f"  ({f.check}) {f.messages[lang]}" for f in stopping[:_SHOWN]]
        if len(stopping) > _SHOWN:
            lines.append("  " + words["more"].format(count=len(stopping) - _SHOWN))
        return "\n".join([*lines, words["remedy"]])


_WORDS: dict[str, dict[str, str]] = {
    "fr": {
        "head": "{place} ({stage})\u00a0: {errors} erreur(s), {warnings} avertissement(s), "
        "{passed} vérification(s) réussie(s).",
        "delivered": "données livrées",
        "weighted": "données pondérées",
        "error": "ERREUR",
        "warning": "Avertissement",
        "not_run": "Non vérifié ({reason})\u00a0: {checks}",
        "accepted": "accepté\u00a0: ",
        "more": "et {count} autre(s) constat(s)",
        "failed": "{place}\u00a0: {count} constat(s) empêchent la publication.",
        "remedy": "Corrigez le fichier ou la définition, puis recommencez. "
        "Ce qui était déjà publié n’a pas été touché.",
    },
    "en": {
        "head": "{place} ({stage}): {errors} error(s), {warnings} warning(s), "
        "{passed} check(s) passed.",
        "delivered": "data as delivered",
        "weighted": "weighted data",
        "error": "ERROR",
        "warning": "Warning",
        "not_run": "Not checked ({reason}): {checks}",
        "accepted": "accepted: ",
        "more": "and {count} more finding(s)",
        "failed": "{place}: {count} finding(s) stop publication.",
        "remedy": "Correct the file or the definition, then try again. "
        "What was already published has not been touched.",
    },
}
