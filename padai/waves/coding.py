"""Columns as codes: what an estimate tabulates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError
from padai.numerics.designs import IntArray
from padai.waves.conditions import UNKNOWN, all_codes, code_positions, group_positions
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey import Question
    from padai.waves.wave import Wave


#: A column of more values than this, of which each has fewer rows than that, is no set of codes.
MANY_CODES = 100
ROWS_A_CODE = 5
#: Whole numbers of a range up to this are coded by counting; beyond EXACT, not all are doubles.
COUNTED = 65_536
EXACT = 2.0**52


@dataclass(frozen=True, eq=False)
class CodedColumn:
    """A column as positions in its list of codes.

    Attributes
    ----------
    codes : ndarray of int, shape (n,)
        Position of each row's code in `labels`; -1: does not answer, or is out of the base.
    labels : tuple of str
        The codes, in order.
    """

    codes: IntArray
    labels: tuple[str, ...]

    @property
    def answered(self) -> np.ndarray:
        """Which rows answer, shape (n,)."""
        return self.codes >= 0


def label_of(value: Any) -> str:
    """Return the text of a value: whole numbers without a decimal point."""
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value))
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        return str(int(value))
    return str(value)


def mistaken(codes: Iterable[str], labels: Sequence[str], *, defined: bool) -> list[str]:
    """Return the codes that are no code of a column, though a call names them.

    Where a definition says which codes there are, every other one. Without one, the data cannot
    tell a code that nobody gave from a mistake, but for this: among numbers, another number is a
    code that nobody gave.

    Examples
    --------
    >>> mistaken(["4", "trust"], ["1", "2", "3"], defined=False)
    ['trust']
    >>> mistaken(["4"], ["1", "2", "3"], defined=True)
    ['4']
    """
    lacking = [code for code in codes if code not in labels]
    if defined or not all(_is_number(label) for label in labels):
        return lacking
    return [code for code in lacking if not _is_number(code)]


def _is_number(label: str) -> bool:
    try:
        float(label)
    except ValueError:
        return False
    return True


def code_values(
    column: pd.Series[Any], name: str = "", respondents: np.ndarray | None = None
) -> CodedColumn:
    """Code a column of a plain data frame: its values in order, blanks as not answering.

    The order is that of a categorical's categories (each of which stays, even if no row has it),
    otherwise that of the sorted values. `respondents`, of shape (n,): how many each row stands for,
    where that is several.

    Raises
    ------
    DataError
        The values cannot be put in order, two of them have the same text, or nearly every row has
        a value of its own.

    Examples
    --------
    >>> import pandas as pd
    >>> code_values(pd.Series([2.0, None, 1.0])).labels
    ('1', '2')
    """
    import pandas as pd

    if isinstance(column.dtype, pd.CategoricalDtype):
        codes, categories = column.cat.codes.to_numpy(), list(column.cat.categories)
    else:
        counted = _counted(column)
        try:
            codes, values = pd.factorize(column, sort=True) if counted is None else counted
        except TypeError as error:
            raise DataError(
                Said("waves-column-mixes-kinds-of-values-numbers-and", name=name),
            ) from error
        categories = list(values)
        answers = codes >= 0 if respondents is None else respondents[codes >= 0]
        _refuse_many(len(categories), int(answers.sum()), name)
    labels = tuple(label_of(value) for value in categories)
    if len(set(labels)) < len(labels):
        raise DataError(
            Said("waves-column-has-two-values-with-the-same-text", name=name),
        )
    return CodedColumn(codes.astype(np.intp), labels)


def _counted(column: pd.Series[Any]) -> tuple[np.ndarray, np.ndarray] | None:
    """Code whole numbers of a small range by counting; None where the column is another.

    As ``pandas.factorize(column, sort=True)`` does, in a few passes without a table of hashes.
    """
    if column.dtype.kind not in "iuf" or not isinstance(column.dtype, np.dtype):
        return None
    given = column.to_numpy()
    answered = ~np.isnan(given) if given.dtype.kind == "f" else np.ones(len(given), dtype=bool)
    whole_column = bool(answered.all())
    known = given if whole_column else given[answered]
    if not known.size:
        return None
    low, high = known.min(), known.max()
    if not (abs(float(low)) < EXACT and float(high) - float(low) < min(COUNTED, known.size)):
        return None
    # Blanks take the lowest value's place until they are taken out again.
    place = (given if whole_column else np.where(answered, given, low)) - low
    whole = place.astype(np.intp, copy=False)
    if given.dtype.kind == "f" and not (whole == place).all():
        return None
    present = np.zeros(int(high - low) + 1, dtype=bool)
    present[whole if whole_column else whole[answered]] = True
    gaps = not present.all()
    codes = (np.cumsum(present) - 1)[whole] if gaps else whole
    if not whole_column:
        codes[~answered] = -1
    return codes, (np.flatnonzero(present) + low).astype(given.dtype)


def _refuse_many(codes: int, answers: int, name: str) -> None:
    """Refuse to take for codes what is a measure or an identifier."""
    if codes <= MANY_CODES or codes * ROWS_A_CODE <= answers:
        return
    raise DataError(
        Said(
            "waves-column-has-different-values-in-rows-it", name=name, codes=codes, answers=answers
        ),
    )


def code_question(column: pd.Series[Any], question: Question, where: str = "") -> CodedColumn:
    """Code a question's column by its definition: codes of the base in order, others as -1.

    Raises
    ------
    DataError
        Some cells hold a value that the definition does not know.
    """
    positions = code_positions(column, question)
    unknown = int((positions == UNKNOWN).sum())
    if unknown:
        raise DataError(
            Said(
                "waves-column-rows-hold-a-value-that-the", question_id=question.id, unknown=unknown
            ),
            where=where,
        )
    labels = question.codes
    place = {code: labels.index(code) if code in labels else -1 for code in all_codes(question)}
    table = np.array([*place.values(), -1], dtype=np.intp)
    return CodedColumn(table[positions], labels)


def crossed(parts: tuple[CodedColumn, ...]) -> CodedColumn:
    """Cross codings: a row is in a pair of groups; labels are joined by ``*``.

    The last part varies fastest; a row that is missing in one part is missing.

    Examples
    --------
    >>> a = CodedColumn(np.array([0, 1, -1]), ("F", "M"))
    >>> crossed((a, CodedColumn(np.array([1, 0, 0]), ("n", "s")))).labels
    ('F*n', 'F*s', 'M*n', 'M*s')
    """
    codes, labels = parts[0].codes, parts[0].labels
    for part in parts[1:]:
        missing = (codes < 0) | (part.codes < 0)
        codes = np.where(missing, -1, codes * len(part.labels) + part.codes)
        labels = tuple(f"{a}*{b}" for a in labels for b in part.labels)
    return CodedColumn(codes, labels)


def code_name(wave: Wave, name: str) -> CodedColumn:
    """Code what a name stands for in a wave; see `Wave.codes`."""
    if "*" in name and name not in wave._frame.columns:
        parts = [part.strip() for part in name.split("*")]
        if not all(parts):
            raise DataError(Said("waves-a-crossing-names-two", name=name), where=wave._where)
        return crossed(tuple(wave.codes(part) for part in parts))
    if wave.survey and wave.survey.has_breakdown(name):
        breakdown = wave.survey.breakdown(name)
        positions = group_positions(wave._frame, breakdown, wave.survey)
        return CodedColumn(positions, tuple(group.id for group in breakdown.groups))
    return code_answers(wave, name)


def code_answers(wave: Wave, name: str) -> CodedColumn:
    """Code a question or a column of a wave, never a breakdown; see `Wave.answers`."""
    question = wave.question(name)
    if question and question.scale and question.type != "multiple":
        return code_question(wave.column(name), question, wave._where)
    wave.refuse_undeclared(name, apart=False)  # a table shows each code
    counts = None if wave._cells is None else wave._cells.counts
    return code_values(wave.column(name), name, counts)


def join_codings(codings: Sequence[CodedColumn]) -> CodedColumn:
    """Join one column's codings over waves: the union of codes, numbers in order."""
    if len({coded.labels for coded in codings}) == 1:
        return CodedColumn(np.concatenate([coded.codes for coded in codings]), codings[0].labels)
    labels = list(max(codings, key=lambda coded: len(coded.labels)).labels)
    for coded in codings:
        labels += [label for label in coded.labels if label not in labels]
    if all(_in_digits(label) for label in labels):
        labels.sort(key=float)
    place = {label: i for i, label in enumerate(labels)}
    parts = []
    for coded in codings:
        table = np.array([*(place[label] for label in coded.labels), -1], dtype=np.intp)
        parts.append(table[coded.codes])
    return CodedColumn(np.concatenate(parts), tuple(labels))


def _in_digits(label: str) -> bool:
    return label.lstrip("-").replace(".", "", 1).isdecimal()
