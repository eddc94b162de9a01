"""The lines that would settle what changed in a file, and putting them into a definition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from padai.errors import DefinitionError, Said
from padai.interchange.draft import DraftCode
from padai.interchange.label_words import missing_kind
from padai.interchange.placing import Place, at_the_end
from padai.interchange.scalars import exact, marks_line, quoted, words
from padai.survey import Question, Survey
from padai.survey.marks import Marks
from padai.survey.rotations import rotation_of

Kind = Literal[
    "same", "renamed", "turned", "respelled", "widened", "changed", "gone", "new", "resting"
]

KEPT: tuple[Kind, ...] = ("same", "renamed", "turned", "respelled", "widened")
"""What became of a question that the next wave asks again."""
_QUESTIONS = "questions"
_ROTATIONS = "rotations"


@dataclass(frozen=True)
class QuestionChange:
    """What became of one question, or of one column that is new.

    Attributes
    ----------
    kind
        The same, under another column, on a scale that turned over, with answers spelled anew, with
        choices more, changed, gone, new, or resting: in a module of `rotations:` of which nothing
        is asked in this wave.
    name
        The question's id, or the new column.
    said
        What was seen.
    column
        Its column in the new file, where it has one.
    values
        By code, the values of a turned scale or those spelled anew; of options, what marks them.
    codes
        The choices that its scale lacks yet.
    """

    kind: Kind
    name: str
    said: Said
    column: str = ""
    values: Mapping[str, int | float | str] = field(default_factory=dict)
    codes: tuple[DraftCode, ...] = ()


@dataclass(frozen=True)
class SettlingLine:
    """A line that would settle a change: where it goes, under which key, and what it says.

    `last` puts it after what stands under the key, not before. A question that is new has
    `questions` for its place, and lines of its own.
    """

    file: str
    place: str
    text: str
    under: str = ""
    last: bool = False


def lines_for(
    survey: Survey, wave_id: str, changes: Sequence[QuestionChange], place: Place | None = None
) -> Iterator[SettlingLine]:
    """Yield the lines that would settle what changed; the wave is the last, or has its place."""
    place = place or at_the_end(survey)
    waves = ", ".join(map(quoted, place.listed(survey, wave_id)))
    yield SettlingLine("survey.yaml", "waves", f"waves: [{waves}]")
    given: set[tuple[str, str]] = set()
    for change in changes:
        if change.kind in ("new", "resting"):
            continue
        question = survey.questions[change.name]
        asked = change.kind not in ("gone", "changed")
        earlier = question.waves or survey.waves
        module = rotation_of(survey.rotations, question.id)
        if asked and module is not None and question.waves == module.waves:
            listed = ", ".join(map(quoted, place.listed(survey, wave_id, module.waves)))
            yield SettlingLine("questionnaire.yaml", module.id, f"waves: [{listed}]")
        elif asked and question.waves is not None:
            listed = ", ".join(map(quoted, place.listed(survey, wave_id, earlier)))
            yield SettlingLine("questionnaire.yaml", change.name, f"waves: [{listed}]")
        elif not asked and (question.waves is None or module is not None):
            listed = ", ".join(map(quoted, earlier))
            yield SettlingLine("questionnaire.yaml", change.name, f"waves: [{listed}]")
        usual = question.columns.get("default") or question.id
        column = change.column
        if question.type == "multiple":
            codes = [c.code for c in question.scale.codes] if question.scale else []
            column = pattern_of(codes, column.splitlines()) if change.kind == "renamed" else ""
        if asked and column not in ("", usual):
            each = {**question.columns, wave_id: column}
            listed = ", ".join(
                f"{k if k == 'default' else quoted(k)}: {exact(c)}" for k, c in each.items()
            )
            yield SettlingLine("questionnaire.yaml", change.name, f"columns: {{{listed}}}")
        if change.kind == "turned" and question.type == "multiple":
            marks = {**question.marks, wave_id: Marks.model_validate(change.values)}
            yield SettlingLine("questionnaire.yaml", question.id, marks_line(marks, ()))
        elif change.kind in ("turned", "respelled") and question.scale is not None:
            yield values_line(question, wave_id, change.values)
        scale = scale_of(question)
        more = [c for c in change.codes if (scale, c.code) not in given]
        given |= {(scale, c.code) for c in more}
        yield from code_lines(question, more)


def pattern_of(codes: Sequence[str], names: Sequence[str]) -> str:
    """Return the pattern that gives all names of options by their codes; nothing where none does.

    Examples
    --------
    >>> pattern_of(["1", "2", "12"], ["qd6.1", "qd6.2", "qd6.12"]), pattern_of(["1"], ["q2"])
    ('qd6.{code}', '')
    """
    head, code, tail = names[0].rpartition(codes[0])
    pattern = f"{head}{{code}}{tail}" if code else ""
    fits = all(f"{head}{c}{tail}" == name for c, name in zip(codes, names, strict=True))
    return pattern if fits else ""


def values_line(
    question: Question, wave_id: str, values: Mapping[str, int | float | str]
) -> SettlingLine:
    """Return the line that says what a wave's file has for codes of a scale."""
    assert question.scale is not None
    listed = ", ".join(
        f"{quoted(code)}: {exact(value) if isinstance(value, str) else value}"
        for code, value in values.items()
    )
    each = f"{quoted(wave_id)}: {{{listed}}}"
    place = scale_of(question)
    if question.scale.file_values:
        return SettlingLine("questionnaire.yaml", place, each, "file_values")
    under = "" if question.scale.id else "scale"
    return SettlingLine("questionnaire.yaml", place, f"file_values: {{{each}}}", under)


def scale_of(question: Question) -> str:
    """Return the id of the scale of a question; its own where it shares none."""
    return (question.scale.id if question.scale else "") or question.id


def code_lines(question: Question, new: Sequence[DraftCode]) -> Iterator[SettlingLine]:
    """Yield the line that gives each new choice its code."""
    place = scale_of(question)
    for code in new:
        kind = next(filter(None, map(missing_kind, code.label.values())), None)
        key = code.code if code.code.lstrip("-").isdigit() else f'"{code.code}"'
        label = words(code.label)
        if kind is not None and question.type != "multiple":
            base = ", in_base: true" if kind == "dont_know" else ""
            text = f"{key}: {{label: {label}, kind: {kind}{base}}}"
            yield SettlingLine("questionnaire.yaml", place, text, "missing")
        else:
            yield SettlingLine("questionnaire.yaml", place, f"{key}: {label}", "codes", last=True)


def edited(folder: Path, lines: Sequence[SettlingLine]) -> dict[str, str]:
    """Return the files with the lines put in: each replaces the one of its key, where it stands."""
    texts: dict[str, str] = {}
    for line in lines:
        text = texts.get(line.file) or (folder / line.file).read_text(encoding="utf-8")
        texts[line.file] = _put(text, line)
    return texts


def _put(text: str, line: SettlingLine) -> str:
    if line.place == _QUESTIONS:
        return _put_question(text, line)
    start, end = (0, len(text)) if line.file == "survey.yaml" else _block(text, line)
    indent = "" if line.file == "survey.yaml" else "    "
    if line.under:
        return _put_under(text, line, start, end)
    key = re.escape(line.text.partition(":")[0])
    match = re.search(rf"^{indent}{key}:.*\n", text[start:end], re.MULTILINE)
    put = f"{indent}{line.text}\n"
    if match is None:
        return text[:end] + put + text[end:]
    if re.match(rf"{indent} +\S", text[start + match.end() :]):
        raise _unwritable(line)  # what stands there goes on over the lines that follow
    return text[: start + match.start()] + put + text[start + match.end() :]


def _put_question(text: str, line: SettlingLine) -> str:
    """Put a question after the others: at the end of the file, or before the modules."""
    head = re.search(rf"^{_QUESTIONS}:[ ]*(#.*)?\n", text, re.MULTILINE)
    if head is None:
        raise _unwritable(line)
    after = re.search(r"^[^\s#].*", text[head.end() :], re.MULTILINE)
    if after is None:
        return f"{text.rstrip()}\n{line.text}\n"
    if not after[0].startswith(f"{_ROTATIONS}:"):
        raise _unwritable(line)
    at = _after(text, head.end(), head.end() + after.start(), "")
    return f"{text[:at]}{line.text}\n{text[at:]}"


def _put_under(text: str, line: SettlingLine, start: int, end: int) -> str:
    """Put a line at the head of a block of its own lines; one written on one line is refused."""
    match = re.search(rf"^( +){line.under}:[ ]*(#.*)?\n", text[start:end], re.MULTILINE)
    flow = re.search(rf"^ +{line.under}: \{{.*\}}(?=\n)", text[start:end], re.MULTILINE)
    if flow is not None:
        at = start + flow.end() - 1
        return text[:at] + f", {line.text}" + text[at:]
    if match is None and line.under == "missing":
        codes = re.search(r"^( +)codes:[ ]*(#.*)?\n", text[start:end], re.MULTILINE)
        if codes is not None:
            at = _after(text, start + codes.end(), end, codes[1])
            return text[:at] + f"{codes[1]}missing: {{{line.text}}}\n" + text[at:]
    if match is None:
        raise _unwritable(line)
    at = start + match.end()
    at = _after(text, at, end, match[1]) if line.last else at
    return text[:at] + f"{match[1]}  {line.text}\n" + text[at:]


def _after(text: str, start: int, end: int, indent: str) -> int:
    """Return where the lines end that stand deeper than a key."""
    body = re.match(rf"(?:{indent} +\S.*\n|[ ]*\n)*", text[start:end])
    return start + (len(body[0].rstrip()) + 1 if body and body[0].strip() else 0)


def _block(text: str, line: SettlingLine) -> tuple[int, int]:
    """Return where a question or a scale begins after its own line, and where it ends."""
    head = re.search(rf"^  {re.escape(line.place)}:[ ]*\n", text, re.MULTILINE)
    if head is None:
        raise _unwritable(line)
    after = re.search(r"^ {0,2}\S", text[head.end() :], re.MULTILINE)
    end = head.end() + after.start() if after else len(text)
    body = text[head.end() : end]
    return head.end(), head.end() + len(body.rstrip("\n")) + (1 if body.strip() else 0)


def _unwritable(line: SettlingLine) -> DefinitionError:
    written = f"{line.under}: {{{line.text}}}" if line.under else line.text
    return DefinitionError(
        Said(
            "interchange-the-line-for-cannot-be-put-in-by-itself-c291",
            file=line.file,
            place=line.place,
            told=written,
        ),
    )
