"""Options that are numbered by their place: given one code in every export, by their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from padai.interchange.platforms.export import ExportedColumn, ExportedQuestion
from padai.interchange.platforms.scales import key_of


def aligned(
    question: ExportedQuestion, known: Mapping[str, str], taken: set[str]
) -> tuple[ExportedQuestion, dict[str, str]]:
    """Give the options of a question the codes that their words have.

    Parameters
    ----------
    known
        The code of each option, by its words reduced to a key.
    taken
        The codes in use; those given here are added.

    Returns
    -------
    The question, and the words of each option that is new, by code.

    Examples
    --------
    >>> app = ExportedColumn("q1_2", "Used", (), "q1", "2", "An app")
    >>> asked = ExportedQuestion("q1", "Used", (app,), many=True)
    >>> question, new = aligned(asked, {"web": "2"}, {"1", "2"})
    >>> question.columns[0].code, new
    ('3', {'3': 'An app'})
    """
    new: dict[str, str] = {}
    columns: list[ExportedColumn] = []
    for column in question.columns:
        code = known.get(key_of(column.option))
        if code is None:
            code = column.code if column.code not in taken else next_code(taken)
            new[code] = column.option
        taken.add(code)
        cells = tuple(code if cell.strip() == column.code else cell for cell in column.cells)
        columns.append(replace(column, code=code, cells=cells))
    return replace(question, columns=tuple(columns)), new


def next_code(taken: set[str]) -> str:
    """Return the number after the highest among codes."""
    return str(max((int(code) for code in taken if code.isdigit()), default=0) + 1)


def aligned_waves(asked: Mapping[int, ExportedQuestion]) -> dict[int, ExportedQuestion]:
    """Give each option of a question one code in all waves."""
    known: dict[str, str] = {}
    taken: set[str] = set()
    by_wave: dict[int, ExportedQuestion] = {}
    for wave, question in asked.items():
        by_wave[wave], new = aligned(question, known, taken)
        known |= {key_of(words): code for code, words in new.items()}
    return by_wave
