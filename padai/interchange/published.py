"""Files of results, a row a poll, a group or an answer: refused until somebody says otherwise.

Drafted as answers, each row would count as a person, and every figure would be of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import DefinitionError, Said
from padai.interchange.choices import PEOPLE, Choices
from padai.interchange.label_words import normal
from padai.interchange.profiles import Profile, numbers
from padai.interchange.remarks import AMOUNTS
from padai.waves.intake import DataFile
from padai.words import Joined, first_named

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_SIGNS, _MOST_SIGNS = 2, 3
"""One alone is found among people: points to share out sum to a hundred, and `n` may be a name."""
_HOUSES = re.compile(
    r"poll(ster|ing (firm|house|company|organi[sz]ation))s?|pollingfirm|survey (house|firm)|"
    r"institut de sondage|maison de sondage|sondeur|(casa )?encuestadora|"
    r"(umfrage|meinungsforschungs) ?institut|instituto de pesquisa"
)
_SIZES = re.compile(
    r"((un)?weighted )?(n|bases?|sample( ?size)?)|samplesize|(number of |n )?respondents|"
    r"base n|taille (de )?l? ?echantillon|effectifs?|"
    r"(tamano|tamanho) (de )?(la |da )?(muestra|amostra)|stichprobe(ngrosse)?|befragte"
)
_SHARES = re.compile(
    r"((un)?weighted )?(pct|per ?cent(age)?s?|share|proportion)( .*)?|"
    r"pourcentages?|porcent(aje|agem)|prozent|anteil"
)
_QUESTIONS = re.compile(r"question( (id|text|code|no|number))?|pregunta|pergunta|frage|item")
_ANSWERS = re.compile(
    r"(response|answer)s?( (text|option|category))?|reponse|respuesta|resposta|antwort|modalite"
)
_FEWEST_ASKED = 100
"""The middle of a column of bases, which codes and ages stay under."""
_FEWEST_PARTS, _MOST_COLUMNS, _NEARLY_ALL = 3, 200, 0.95
_WHOLE = ((85.0, 102.0), (0.85, 1.02))
"""What the parts of a whole sum to, in percent or as shares, where small ones are left out."""


def refuse_results(
    file: str, data: DataFile, told: Mapping[str, Profile], choices: Choices
) -> None:
    """Refuse a file of which several columns are those of published results.

    Raises
    ------
    DefinitionError
        With what shows it, and the line by which rows are people nevertheless.
    """
    if choices.facts.get("rows") == PEOPLE:
        return
    signs = [*_named(data, told), *_written(data, told)]
    if signs and len(signs) < FEWEST_SIGNS:
        signs += _parts_of_a_whole(data, told)
    if len(signs) >= FEWEST_SIGNS:
        raise DefinitionError(
            Said(
                "interchange-rows-are-results",
                file=file,
                signs=Joined(signs[:_MOST_SIGNS], last="padai-and"),
            )
        )


def _named(data: DataFile, told: Mapping[str, Profile]) -> Iterator[Said]:
    """Yield the columns whose names, and values, are those of results; one of a kind."""
    names = {normal(name): profile for name, profile in told.items()}
    houses = [p for n, p in names.items() if _HOUSES.fullmatch(n) and not p.is_number]
    sizes = [p for n, p in names.items() if _SIZES.fullmatch(n) and _are_bases(data, p)]
    shares = [p for n, p in names.items() if _SHARES.fullmatch(n) and _are_shares(data, p)]
    for columns, ident in (
        (houses, "interchange-sign-houses"),
        (sizes, "interchange-sign-sizes"),
        (shares, "interchange-sign-shares"),
    ):
        if columns:
            yield Said(ident, column=columns[0].name)
    question = next((p for n, p in names.items() if _QUESTIONS.fullmatch(n)), None)
    answer = next((p for n, p in names.items() if _ANSWERS.fullmatch(n) and not p.is_number), None)
    if question and answer:
        yield Said("interchange-sign-answers", one=question.name, other=answer.name)


def _numbers(data: DataFile, told: Profile) -> NDArray[np.float64]:
    """Return the numbers of a column, NaN for blanks and R's NA; none where it has words."""
    import pandas as pd

    column = data.frame[told.name]
    if told.is_number:
        return numbers(column).to_numpy(dtype=np.float64)
    if told.kind == "date":
        return np.empty(0)
    written = column.where(column != "NA")
    parsed = pd.to_numeric(written, errors="coerce")
    return parsed.to_numpy(dtype=np.float64) if parsed.count() == written.count() else np.empty(0)


def _are_bases(data: DataFile, told: Profile) -> bool:
    """Whether numbers may be of people who were asked, and do not count the rows."""
    asked = _numbers(data, told)
    asked = asked[~np.isnan(asked)]
    if not len(asked) or asked.min() <= 0 or (asked % 1).any():
        return False
    counts_rows = asked.min() == 1 and told.unique and asked.max() == told.rows
    return not counts_rows and bool(np.median(asked) >= _FEWEST_ASKED)


def _are_shares(data: DataFile, told: Profile) -> bool:
    held = _numbers(data, told)
    held = held[~np.isnan(held)]
    return len(held) > 0 and not told.labelled and bool((held >= 0).all() and (held <= 100).all())


def _written(data: DataFile, told: Mapping[str, Profile]) -> Iterator[Said]:
    """Yield that several columns are written with a sign, and hold percentages."""
    amounts = [told[name] for name in data.frame.attrs.get(AMOUNTS, ()) if name in told]
    signed = [p.name for p in amounts if _are_shares(data, p)]
    if len(signed) > 1:
        yield Said("interchange-sign-shares", column=first_named(signed))


def _parts_of_a_whole(data: DataFile, told: Mapping[str, Profile]) -> Iterator[Said]:
    """Yield the columns side by side that sum to a hundred, or to one, in nearly every row."""
    some = [p for p in told.values() if not p.constant][:_MOST_COLUMNS]
    parts = [p for p in some if _are_shares(data, p)]
    if len(parts) < _FEWEST_PARTS:
        return
    sums = np.nancumsum(np.column_stack([_numbers(data, p) for p in parts]), axis=1)
    for first in range(len(parts) - _FEWEST_PARTS + 1):
        before = sums[:, first - 1] if first else np.zeros(len(sums))
        for last in range(len(parts) - 1, first + _FEWEST_PARTS - 2, -1):
            whole = sums[:, last] - before
            if any(
                np.mean((low <= whole) & (whole <= high)) >= _NEARLY_ALL for low, high in _WHOLE
            ):
                names = [p.name for p in parts[first : last + 1]]
                yield Said("interchange-sign-sums", columns=first_named(names))
                return
