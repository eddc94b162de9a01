"""A first definition from what a person answers: what is not answered stays to be written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from padai.errors import DefinitionError
from padai.interchange.draft import Words
from padai.interchange.label_words import slug
from padai.interchange.remarks import clean
from padai.interchange.scalars import quoted, words
from padai.interchange.skeleton import example_remark, skeleton
from padai.survey.fieldwork import Mode
from padai.survey.kinds import SampleType
from padai.words import Said

TextKey = Literal[
    "title", "description", "population", "geography", "sponsor", "contact", "supplier"
]


@dataclass(frozen=True)
class Answers:
    """What is known of a survey before its files come; anything may be lacking.

    Attributes
    ----------
    texts
        By key, in one language or both.
    wave, start, end
        The first wave's id, and the first and last day of interviewing.
    mode, sample_type, file
        Of its one part.
    id_column, weight
        Columns of its file.
    """

    texts: Mapping[TextKey, Words] = field(default_factory=dict)
    wave: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    mode: Mode | None = None
    sample_type: SampleType | None = None
    file: str | None = None
    id_column: str | None = None
    weight: str | None = None

    @property
    def survey_id(self) -> str:
        """The survey's id, from its title."""
        title = self.texts.get("title", {})
        return (
            slug(title.get("fr") or next(iter(title.values()), "survey")).replace("_", "-").lower()
        )


def skeleton_of(answers: Answers) -> dict[str, str]:
    """Return the files of a project's skeleton with the answers in their places.

    Raises
    ------
    DefinitionError
        Fieldwork ends before it starts, or lacks one of its days.

    Examples
    --------
    >>> made = skeleton_of(Answers({"title": {"fr": "Santé"}}))
    >>> 'title: {fr: "Santé"}' in made["surveys/sante/survey.yaml"]
    True
    """
    _check_dates(answers)
    survey, wave = "surveys/survey/", answers.wave or "1"
    empty = skeleton()
    head = empty[f"{survey}survey.yaml"]
    part = empty[f"{survey}waves/1.yaml"]
    for key, wording in answers.texts.items():
        where = part if key == "supplier" else head
        indent = "    " if key == "supplier" else ""
        filled = _line(where, f"{indent}{key}: à compléter", f"{indent}{key}: {words(wording)}")
        head, part = (head, filled) if key == "supplier" else (filled, part)
    head = _line(head, "id: survey", f"id: {answers.survey_id}")
    head = _line(head, 'waves: ["1"]', f"waves: [{quoted(wave)}]")
    population = words(answers.texts.get("population", {}))
    part = _line(part, "    population: à compléter", f"    population: {population}")
    for old, new in _part_lines(answers):
        part = _line(part, old, new)
    targets = empty[f"{survey}targets/1.csv"]
    made = {
        **empty,
        f"{survey}survey.yaml": head,
        f"{survey}waves/1.yaml": part.replace("targets/1.csv", f"targets/{wave}.csv"),
        f"{survey}targets/1.csv": targets,
    }
    places = {
        f"{survey}waves/1.yaml": f"waves/{wave}.yaml",
        f"{survey}targets/1.csv": f"targets/{wave}.csv",
    }
    return {_placed(name, answers.survey_id, places): text for name, text in made.items()}


def _placed(name: str, survey_id: str, renamed: Mapping[str, str]) -> str:
    start = "surveys/survey/"
    if not name.startswith(start):
        return name
    return f"surveys/{survey_id}/{renamed.get(name, name.removeprefix(start))}"


def _part_lines(answers: Answers) -> list[tuple[str, str]]:
    """Return the lines of the wave's file to be replaced; an example that stays says so."""
    dates = "fieldwork: {start: 2025-01-13, end: 2025-02-02}"
    days = f"fieldwork: {{start: {answers.start}, end: {answers.end}}}"
    mode, sample = "    mode: online", "    sample_type: probability"
    design = [f"id: {quoted(answers.id_column)}"] if answers.id_column else []
    design += [f"weight: {quoted(answers.weight)}"] if answers.weight else []
    known = design or ["id: respondent"]
    example = f"  # {example_remark()}"
    return [
        (dates, days if answers.start else dates + example),
        (mode, f"    mode: {answers.mode}" if answers.mode else mode + example),
        (
            sample,
            f"    sample_type: {answers.sample_type}" if answers.sample_type else sample + example,
        ),
        ("    file: wave-1.sav", f"    file: {quoted(answers.file or 'wave-1.sav')}"),
        ("    design: {id: respondent}", f"    design: {{{', '.join(known)}}}"),
    ]


def _line(text: str, old: str, new: str) -> str:
    """Replace what begins one line of a file; the comment that follows it stays."""
    lines = text.split("\n")
    place = next(i for i, line in enumerate(lines) if line == old or line.startswith(f"{old} "))
    lines[place] = new + lines[place][len(old) :]
    return "\n".join(lines)


def _check_dates(answers: Answers) -> None:
    if (answers.start is None) != (answers.end is None) or (
        answers.start is not None and answers.end is not None and answers.end < answers.start
    ):
        raise DefinitionError(
            Said("interchange-give-the-first-and-the-last-day-of"),
        )


def told(text: str, lang: str) -> Words:
    """Return what a person typed as words of a language; nothing where nothing was typed."""
    return {lang: clean(text)} if clean(text) else {}
