"""The lines of a definition that settle what changed in a wave, and was not declared."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from padai.errors import FindingsError, Said
from padai.survey import Survey
from padai.validation import Finding, Findings
from padai.words import Composed

_SHOWN = 12
"""How many lines are written out."""


def accepted_entry(finding: Finding, wave: str, lang: str) -> str:
    """Return the entry of ``accept:`` for a finding, its reason to be written."""
    return (
        f'{{check: {finding.check}, wave: "{wave}", column: {finding.column}, '
        f"reason: {{{lang}: …}}, by: …, date: …}}"
    )


def break_entry(survey: Survey, wave: str, questions: Iterable[str]) -> str:
    """Return the entry of ``breaks:`` for questions that a wave asked otherwise."""
    day = survey.wave(wave).date
    return (
        f"{{id: …, type: wording, date: {day}, text: {{…}}, "
        f"scope: {{questions: [{', '.join(questions)}]}}}}"
    )


def question_of(survey: Survey, wave: str) -> dict[str, str]:
    """Return the question of each column that marks an option, as it is called once read."""
    return {
        name: question.id
        for question in survey.questions.values()
        if question.type == "multiple" and question.scale is not None
        for code in question.scale.codes
        for name in (f"{question.id}_{code.code}", question.option_columns(wave)[code.code])
    }


def settling(survey: Survey, findings: Findings) -> Said | None:
    """Return the lines that would settle the changes that stop publication; None without any.

    Parameters
    ----------
    survey
        The definition that declares none of them.
    findings
        Those of one wave.
    """
    asked = question_of(survey, findings.wave)
    of_questions = [(f, asked.get(f.column, f.column)) for f in findings.items]
    changed = {
        (each.check, each.column): (each, question)
        for each, question in of_questions
        if each.severity == "error" and not each.accepted and each.against
        if question in survey.questions
    }
    if not changed or not survey.wave(findings.wave).fieldwork.known:
        return None
    lang = survey.languages[0]
    entries = [f"  - {accepted_entry(f, findings.wave, lang)}" for f, _ in changed.values()]
    entries[_SHOWN:] = ["  …"] if len(entries) > _SHOWN else []
    questions = dict.fromkeys(question for _, question in changed.values())
    return Said(
        "pipeline-settling-lines",
        count=len(questions),
        entry=f"breaks:\n  - {break_entry(survey, findings.wave, questions)}",
        entries="\n".join(("accept:", *entries)),
    )


def stopping(survey: Survey, findings: Findings) -> FindingsError:
    """Return the error of findings that stop, with the lines that would settle them."""
    lines = settling(survey, findings)
    if lines is None:
        return FindingsError(Composed(findings.summary))
    return FindingsError(Composed(partial(_with_lines, findings, lines)))


def _with_lines(findings: Findings, lines: Said, lang: str) -> str:
    return f"{findings.summary(lang)}\n{lines.text(lang)}"
