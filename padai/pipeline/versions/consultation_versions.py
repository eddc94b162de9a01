"""What a later release of a consultation tells beside those before: another version, or edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from padai.errors import PublicationError
from padai.numerics.small_cells import names_few
from padai.pipeline.versions.shared_people import same_records, shared_people
from padai.survey import Survey
from padai.survey.participation import led_by_sensitive
from padai.waves import Wave
from padai.words import Said

BASE = "n"
NOT_LED = "not n"
"""Who took part and is not in the base of a question: they gave another answer, or none."""


def of_the_same_people(waves: Sequence[Wave]) -> frozenset[str]:
    """Return the waves whose file holds records of the last one: it grew, or was cut.

    People who take part again say other things, and each edition tells of its own answers.
    """
    last = waves[-1]
    same = set()
    for wave in waves[:-1]:
        digests = {str(each.provenance.get("sha256", "")) for each in (wave, last)}
        rows = shared_people(last, wave, same_file=len(digests) == 1 and "" not in digests)
        if rows is not None and same_records(last, wave, rows):
            same.add(wave.id)
    return frozenset(same)


def refuse_few_apart(
    survey: Survey, wave: str, tables: Mapping[str, pd.DataFrame], earlier: Mapping[str, Path]
) -> None:
    """Refuse a version that tells, beside an earlier one, of few people's sensitive answers.

    Whoever knows whose contribution was corrected, or taken out at their request, would read their
    answer from the difference of two counts.

    Parameters
    ----------
    survey
        A consultation's definition.
    tables
        The tables of the new store.
    earlier
        The folders of the stores of what went out before of the same people, by name: versions of
        the same wave, and of those whose files hold its records.

    Raises
    ------
    PublicationError
        Names the version, the question and where it stands, and no count.
    """
    least = survey.confidentiality.sensitive_cell
    for version, folder in earlier.items():
        before = {name: _read(folder / f"{name}.csv") for name in _TABLES}
        then = dict(_sensitive_counts(survey, before))
        for place, counts in _sensitive_counts(survey, tables):
            if place in then and _few(then[place], counts, least):
                message = Said(
                    "pipeline-two-versions-of-a-consultation-tell-of-few",
                    version=version,
                    place=": ".join(place),
                    least=least,
                )
                raise PublicationError(message, where=f"{survey.id}, {wave}")


_TABLES = ("answers", "profile", "words", "themes")


def _read(path: Path) -> pd.DataFrame:
    if not path.is_file():
        return pd.DataFrame()
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _sensitive_counts(
    survey: Survey, tables: Mapping[str, pd.DataFrame]
) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    """Yield what is told of sensitive answers: where, and the count of each cell as it is written.

    The base of a question that follows from a sensitive answer is how many gave that answer; of
    words, a count over its share.
    """
    whole = _took_part(tables.get("themes"))
    for name, own in _parts(tables.get("answers"), "question"):
        if name not in survey.questions:
            continue
        if survey.question(name).sensitive:
            yield ("questions", name), _counts(own, "response")
        elif led_by_sensitive(survey, name):
            yield ("questions", name), _base(int(float(own["n"].iloc[0])), whole)
    for name, own in _parts(tables.get("profile"), "breakdown"):
        if (
            survey.has_breakdown(name)
            and survey.question(survey.breakdown(name).question).sensitive
        ):
            yield ("profile", name), _counts(own, "group")
    for name, own in _parts(tables.get("words"), "question"):
        if name in survey.questions and led_by_sensitive(survey, name):
            word = own.iloc[0]
            gave = int(np.rint(float(word["n"]) / float(word["share"])))
            yield ("words", name), _base(gave, whole)


def _took_part(themes: pd.DataFrame | None) -> int | None:
    return None if themes is None or not len(themes) else int(float(themes["n"].iloc[0]))


def _base(gave: int, whole: int | None) -> dict[str, str]:
    return {BASE: str(gave)} | ({} if whole is None else {NOT_LED: str(whole - gave)})


def _parts(frame: pd.DataFrame | None, by: str) -> Sequence[tuple[str, pd.DataFrame]]:
    if frame is None or not len(frame):
        return []
    return [(str(name), own) for name, own in frame.groupby(by, sort=False)]


def _counts(own: pd.DataFrame, name: str) -> dict[str, str]:
    return {str(k): _count(n) for k, n in zip(own[name], own["people"], strict=True)}


def _count(written: object) -> str:
    """Return a count as text; nothing where none is told."""
    text = str(written)
    return "" if text in ("", "nan", "None") else str(int(float(text)))


def _few(old: Mapping[str, str], new: Mapping[str, str], least: int) -> bool:
    """Whether counts tell of few who came or went, by one cell or by all of them, or merge anew."""
    if set(old) != set(new) or any((old[cell] == "") != (new[cell] == "") for cell in old):
        return True
    return names_few([int(new[cell]) - int(old[cell]) for cell in old if old[cell]], least)
