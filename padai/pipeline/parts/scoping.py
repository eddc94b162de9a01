"""One fault does not stop the rest: what is set aside, question by question, and said."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from padai.errors import FindingsError, Said
from padai.pipeline.parts.preparation import Prepared, Say, prepare, prepare_one
from padai.pipeline.parts.settling import accepted_entry, break_entry, question_of, stopping
from padai.survey import Break, Scope, Survey, Text
from padai.survey.questions import Question
from padai.validation import Finding, Findings
from padai.validation.registry import CHECKS
from padai.waves import Wave
from padai.words import Both, ByLanguage, Composed, Joined

_REASON = Both("pipeline-change-seen-in-the-file-which-the", checks="{checks}")
_NAMED = 12
"""How many questions a note names."""


@dataclass(frozen=True)
class SetAside:
    """What a draft leaves out in a wave for errors that concern questions alone.

    Attributes
    ----------
    uncompared
        Questions that changed since an earlier wave: shown, and compared with none.
    left_out
        Questions whose answers cannot be read in the wave.
    findings
        What was seen of them.
    """

    wave: str
    uncompared: tuple[str, ...]
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def scoped(
    survey: Survey, wave_id: str, data_dir: Path | None, say: Say
) -> tuple[Survey, dict[str, Prepared], tuple[SetAside, ...]]:
    """Return a definition under which the waves up to one have no error, its parts, and the cost.

    An undeclared change of a question becomes a break of that question alone; a question whose
    answers are off its scale is left out of the wave. Errors of weights, identifiers or designs
    are not set aside.

    Raises
    ------
    FindingsError
        A wave has an error that concerns more than questions.
    """
    parts, set_aside = {}, []
    for part in survey.wave(wave_id).parts:
        try:
            parts[part] = prepare(survey, wave_id, part, data_dir, say)
        except FindingsError:
            survey, aside = _scoped(survey, wave_id, part, data_dir, say)
            set_aside += aside
            parts[part] = prepare(survey, wave_id, part, data_dir, say)
    return survey, parts, tuple(set_aside)


def about(
    questions: Collection[str],
    survey: Survey,
    wave_id: str,
    part: str,
    data_dir: Path | None,
    say: Say,
    wanted: Callable[[str], bool] = lambda _wave: True,
) -> tuple[tuple[Wave, ...], tuple[SetAside, ...]] | None:
    """Return a part's waves up to one for whoever looks at some questions, and what is set aside.

    None where the answers to one of these questions do not read in a wave that is `wanted`, as
    the last is, or an error concerns more than questions: it stops then.

    Raises
    ------
    FindingsError
        One of these questions changed undeclared, and nothing else stops: the lines that would
        settle it, wave by wave.
    """
    try:
        made, aside = _scoped(survey, wave_id, part, data_dir, say)
        asked = [each for each in aside if each.wave == wave_id or wanted(each.wave)]
        if any(set(questions) & set(each.left_out) for each in asked):
            return None
        if not any(set(questions) & set(each.uncompared) for each in asked):
            return prepare(made, wave_id, part, data_dir, say).waves, tuple(aside)
    except FindingsError:
        return None
    raise _changed(survey, asked, questions)


def _changed(
    survey: Survey, asked: Iterable[SetAside], questions: Collection[str]
) -> FindingsError:
    """Say what changed in the questions looked at, and the lines that would settle it."""
    lines: list[Said | Composed] = []
    for each in asked:
        named = tuple(q for q in each.uncompared if q in questions)
        for finding in (f for f in each.findings if f.column in named):
            lines.append(
                Said(
                    "pipeline-changed-question",
                    wave=each.wave,
                    said=ByLanguage(finding.messages.__getitem__),
                    line=f"accept: [{accepted_entry(finding, each.wave, survey.languages[0])}]",
                )
            )
        if named:
            lines.append(Said("pipeline-changed-break", line=_line(survey, each.wave, named)))
    return FindingsError(
        Said("pipeline-changed-questions-stop", lines=Joined(lines, "\n")), where=survey.id
    )


def _scoped(
    survey: Survey, wave_id: str, part: str, data_dir: Path | None, say: Say
) -> tuple[Survey, list[SetAside]]:
    ready: list[Wave] = []
    aside = []
    for each in (*survey.earlier(wave_id, part), wave_id):
        first, wave = prepare_one(survey, each, part, ready, data_dir, say)
        if wave is None:
            aside.append(_set_aside(survey, first))
            survey = _without(survey, aside[-1], first)
            first, wave = prepare_one(survey, each, part, ready, data_dir, say)
        if wave is None:
            raise stopping(survey, first)
        ready.append(wave)
    return survey, aside


def _errors(findings: Findings) -> Iterator[Finding]:
    yield from (f for f in findings.items if f.severity == "error" and not f.accepted)


def _set_aside(survey: Survey, findings: Findings) -> SetAside:
    asked = question_of(survey, findings.wave)
    errors = [replace(f, column=asked.get(f.column, f.column)) for f in _errors(findings)]
    _refuse(findings, [f for f in errors if f.column not in survey.questions])
    dated = survey.wave(findings.wave).fieldwork.known
    changed = [f.column for f in errors if f.against and dated]
    others = [f.column for f in errors if not (f.against and dated)]
    out = tuple(dict.fromkeys(_with_dependants(survey, others)))
    dividing = {b.question for b in survey.breakdowns}
    _refuse(findings, [f for f in errors if f.column in dividing & set(out)])
    kept = tuple(q for q in dict.fromkeys(changed) if q not in out)
    return SetAside(findings.wave, kept, out, tuple(errors))


def _refuse(findings: Findings, blocking: Iterable[Finding]) -> None:
    """Stop at errors that no draft can do without, with these alone."""
    stopping = list(blocking)
    if stopping:
        where = f"{findings.survey}, {findings.wave}, {findings.part}"
        lines = [Said("survey-a-line", said=ByLanguage(f.messages.__getitem__)) for f in stopping]
        raise FindingsError(
            Said(
                "pipeline-no-draft-can-set-these-findings-aside",
                lines=Joined(lines, "\n"),
            ),
            where=where,
        )


def _with_dependants(survey: Survey, questions: Iterable[str]) -> list[str]:
    """Return questions with those whose base hangs on them."""
    names = list(questions)
    for question in survey.questions.values():
        if question.base is not None and set(question.base.questions) & set(names):
            names.append(question.id)
    return names


def _without(survey: Survey, aside: SetAside, findings: Findings) -> Survey:
    """Return a definition that declares what was seen, and leaves out what cannot be read."""
    wave = survey.wave(aside.wave)
    update: dict[str, object] = {}
    if aside.uncompared:
        checks = {f.check for f in aside.findings if f.column in aside.uncompared}
        update["breaks"] = (*survey.breaks, _break(aside, checks, findings.part, survey))
    if aside.left_out:
        questions = dict(survey.questions)
        part = wave.parts[findings.part]
        columns = list(part.other_columns)
        for name in aside.left_out:
            asked = questions[name].waves or survey.waves
            rest = tuple(w for w in asked if w != aside.wave)
            columns += columns_of(questions[name], aside.wave)
            questions[name] = questions[name].model_copy(update={"waves": rest})
        own = part.model_copy(update={"other_columns": tuple(columns)})
        made = wave.model_copy(update={"parts": {**wave.parts, findings.part: own}})
        update |= {"questions": questions, "wave_defs": {**survey.wave_defs, wave.id: made}}
    return survey.model_copy(update=update)


def columns_of(question: Question, wave: str) -> list[str]:
    """Return the columns of a question in the file: several where it has several choices."""
    if question.type == "multiple":
        return list(question.option_columns(wave).values())
    return [question.column(wave)]


def _break(aside: SetAside, checks: Iterable[str], part: str, survey: Survey) -> Break:
    titles = [CHECKS[check].titles for check in sorted(checks)]
    texts = {
        lang: words.format(checks="; ".join(t[lang] for t in titles))
        for lang, words in _REASON.items()
    }
    return Break(
        id=f"undeclared-{aside.wave}-{part}".lower(),
        type="wording",
        date=survey.wave(aside.wave).date,
        text=Text(**texts),
        scope=Scope(questions=aside.uncompared, parts=(part,)),
    )


def told(aside: SetAside, survey: Survey) -> Iterator[Said]:
    """Say what is set aside in a wave, and the line that settles it."""
    if aside.uncompared:
        named, count = _named(aside.uncompared), len(aside.uncompared)
        line = _line(survey, aside.wave, aside.uncompared)
        yield Said(
            "pipeline-wave-question-s-changed-with-no-declared",
            wave=aside.wave,
            count=count,
            named=named,
            line=line,
        )
    if aside.left_out:
        named, count = _named(aside.left_out), len(aside.left_out)
        yield Said(
            "pipeline-wave-question-s-left-out-as-their", wave=aside.wave, count=count, named=named
        )


def _line(survey: Survey, wave: str, questions: Iterable[str]) -> str:
    return f"breaks: [{break_entry(survey, wave, questions)}]"


def _named(questions: tuple[str, ...]) -> str:
    shown = ", ".join(questions[:_NAMED])
    return shown + ("…" if len(questions) > _NAMED else "")
