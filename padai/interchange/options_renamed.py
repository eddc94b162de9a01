"""Options of a multiple choice that stand under another name in the file of the next wave."""

from __future__ import annotations

from padai.errors import Said
from padai.interchange.columns import option_marks
from padai.interchange.definition_lines import QuestionChange, pattern_of
from padai.interchange.labels import tidy
from padai.survey import Question
from padai.waves.intake import DataFile


def options_renamed(
    question: Question, last: str, before: DataFile | None, after: DataFile, lang: str
) -> QuestionChange | None:
    """Say that all options are there under one other name, told by their labels and their marks.

    Nothing where a label is lacking, is that of two columns, or follows no one pattern of names.

    Parameters
    ----------
    question, last
        A multiple choice, and the wave that asked it last.
    before, after
        The file of that wave, and the new one.
    lang
        The language of the labels.
    """
    wanted = question.option_columns(last)
    if before is None or not wanted:
        return None
    by_label: dict[str, list[str]] = {}
    for name, label in after.labels.items():
        by_label.setdefault(tidy(label), []).append(name)
    labels = [tidy(before.labels.get(name, "")) for name in wanted.values()]
    places = [by_label.get(label, []) if label else [] for label in labels]
    if any(len(names) != 1 for names in places) or len({*labels}) < len(labels):
        return None
    names = [only for (only,) in places]
    pattern = pattern_of([*wanted], names)
    marks = option_marks(before, [*wanted.values()], lang)
    if not pattern or option_marks(after, names, lang) != marks:
        return None
    then = pattern_of([*wanted], [*wanted.values()]) or question.id
    became = Said("interchange-became", before=then, name=pattern)
    return QuestionChange("renamed", question.id, became, "\n".join(names))
