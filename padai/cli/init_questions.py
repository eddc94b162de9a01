"""The questions of ``padai init``: each may be skipped, and nothing is written before the last."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import typer

from padai.cli.options import CONSOLE, t
from padai.errors import DefinitionError
from padai.words import Said

if TYPE_CHECKING:
    from padai.interchange.answers import Answers
    from padai.interchange.draft import DesignRole
    from padai.interchange.role_findings import DesignFinding

Check = Callable[[str], Any]


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def asked() -> Answers:
    """Ask what is known of a survey.

    Enter skips a question; the end of the input (Ctrl-D) skips the rest; Ctrl-C writes nothing.

    Raises
    ------
    DefinitionError
        There is no terminal to ask at.
    """
    if not at_terminal():
        raise DefinitionError(
            Said("cli-padai-init-asks-questions-and-there-is"),
        )
    CONSOLE.print(
        t("cli-a-few-questions-enter-skips-one-ctrl-d"),
        soft_wrap=True,
    )
    return _answers(_Asking())


class _Asking:
    """Puts questions until the input ends."""

    def __init__(self) -> None:
        self.over = False

    def ask(self, question: Said, check: Check = str) -> Any:
        """Put a question until its answer is fit or empty; None where it is skipped."""
        while not self.over:
            try:
                typed = CONSOLE.input(f"  {t(question)} ", markup=False).strip()
            except EOFError:
                self.over = True
                CONSOLE.print()
                break
            except KeyboardInterrupt:
                raise typer.Abort from None
            if not typed:
                break
            try:
                return check(typed)
            except DefinitionError as error:
                CONSOLE.print(f"    {error}", markup=False, highlight=False, soft_wrap=True)
        return None

    def choose(self, question: Said, options: Mapping[str, Said]) -> Any:
        """Put a question whose answers are listed, to be answered by number or by name."""
        if self.over:
            return None
        for place, (name, texts) in enumerate(options.items(), start=1):
            CONSOLE.print(f"    {place}. {t(texts)} ({name})", markup=False, highlight=False)

        def check(typed: str) -> str:
            names = list(options)
            if typed.isdecimal() and 1 <= int(typed) <= len(names):
                return names[int(typed) - 1]
            if typed in names:
                return typed
            raise DefinitionError(
                Said("cli-choose-a-number-from-1-to-or-skip", count_names=len(names)),
            )

        return self.ask(question, check)


SAME_IN = {"en": Said("cli-the-same-in-english"), "fr": Said("cli-the-same-in-french")}
"""How a text is asked for again, in the first of these that is not the survey's language."""
MODES = {
    "online": Said("cli-online"),
    "phone": Said("cli-by-phone"),
    "in_person": Said("cli-in-person"),
    "mail": Said("cli-by-mail"),
    "mixed": Said("cli-several-modes"),
}
SAMPLES = {
    "probability": Said("cli-sample-drawn-at-random"),
    "quota": Said("cli-quotas-or-a-volunteer-panel"),
    "open": Said("cli-consultation-open-to-all"),
    "minipublic": Said("cli-mini-public"),
}


def _answers(asking: _Asking) -> Answers:
    from padai.interchange.answers import Answers, told
    from padai.interchange.skeleton import text_language

    tag = text_language()
    other = next(each for each in SAME_IN if each != tag)

    def both(question: Said) -> dict[str, str]:
        first, again = asking.ask(Said("cli-asked", said=question)), None
        if first:
            again = asking.ask(SAME_IN[other])
        return {**told(first or "", tag), **told(again or "", other)}

    texts = {
        "title": both(Said("cli-title-of-the-survey")),
        "description": both(Said("cli-in-a-sentence-what-it-is-about")),
        "population": both(Said("cli-population")),
        "geography": both(Said("cli-territory")),
        "sponsor": both(Said("cli-who-commissions-the-survey")),
        "contact": both(Said("cli-who-answers-readers-questions")),
    }
    wave = asking.ask(Said("cli-first-wave-e-g-2025"), _name)
    start = asking.ask(Said("cli-first-day-yyyy-mm-dd"), _date)
    end = start and asking.ask(Said("cli-last-day"), _date_from(start))
    mode = asking.choose(Said("cli-mode-of-interview"), MODES)
    sample = asking.choose(Said("cli-kind-of-sample"), SAMPLES)
    texts["supplier"] = both(Said("cli-who-does-the-interviews"))
    return Answers(
        {key: text for key, text in texts.items() if text},  # type: ignore[misc]
        wave,
        start if end else None,
        end or None,
        mode,
        sample,
        asking.ask(Said("cli-name-of-the-data-file"), _file),
        asking.ask(Said("cli-identifier-column")),
        asking.ask(Said("cli-weight-column")),
    )


def asked_design(wave_id: str, finding: DesignFinding) -> dict[DesignRole, str] | None:
    """Ask a person to confirm a wave's design, role by role; None leaves it to be confirmed."""
    from padai.interchange.role_findings import ROLE_WORDS

    CONSOLE.print(
        t("cli-design-of-wave-enter-what-is-proposed-no", wave_id=wave_id),
        highlight=False,
        soft_wrap=True,
    )
    asking, chosen = _Asking(), dict(finding.proposed())
    for role, role_finding in finding.roles.items():
        known = [*role_finding.columns, *(c.column for c in role_finding.rejected)]
        offered = chosen.get(role, "-")
        also = ", ".join(c for c in role_finding.columns if c != offered)
        more = f" ({also})" if also else ""
        word = ROLE_WORDS[role]
        typed = asking.ask(
            Said("cli-word-offered-more", word=word, offered=offered, more=more),
            _column(known),
        )
        if asking.over:
            return None
        if typed == "-":
            chosen.pop(role, None)
        elif typed is not None:
            chosen[role] = typed
        elif role not in chosen and role_finding.doubtful:
            return None
    return chosen


def _column(known: list[str]) -> Check:
    def check(typed: str) -> str:
        if typed == "-" or typed in known or not known:
            return typed
        listed = ", ".join(known[:8])
        raise DefinitionError(Said("cli-choose-among-or", listed=listed))

    return check


def _name(typed: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*", typed):
        return typed
    raise DefinitionError(Said("cli-use-letters-digits-and-hyphens"))


def _file(typed: str) -> str:
    from padai.waves.intake import FORMATS

    if typed.lower().endswith(FORMATS) and not re.search(r"[/\\]|\.\.", typed):
        return typed
    known = ", ".join(FORMATS)
    raise DefinitionError(
        Said("cli-a-name-without-its-folder-ending-in-one", known=known),
    )


def _date(typed: str) -> dt.date:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        raise DefinitionError(Said("cli-a-date-is-written-yyyy-mm-dd")) from None


def _date_from(start: dt.date) -> Check:
    def check(typed: str) -> dt.date:
        end = _date(typed)
        if end < start:
            raise DefinitionError(Said("cli-not-before", start=start))
        return end

    return check
