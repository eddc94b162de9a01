"""What a survey declares of a wave, as one canonical text: a line an item."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.errors import DefinitionError, PadaiError
from padai.survey import Breakdown, Part, Question, Survey
from padai.survey.duration import ADMINISTRATIVE
from padai.trends.families import chapters_of, families_of, followed_response
from padai.waves.data_files import locate
from padai.words import Said

HEAD = "padai seal 1"
"""The first line of every seal: what it is, and by which form."""
FOLDER = "seals"
Key = tuple[str, str]
"""What an item is, and its name: ``("margin", "trust")``."""
ABOUT = ("survey", "wave", "sealed", "data")
"""The items that say of which wave, when, and what was there; they are no declarations."""


@dataclass(frozen=True)
class SealText:
    """The content of a seal.

    Attributes
    ----------
    items : mapping
        Each item's content as canonical JSON, in the order of the text.
    """

    items: Mapping[Key, str]

    @property
    def text(self) -> str:
        """The canonical text."""
        rows = (f"{kind}\t{name}\t{content}\n" for (kind, name), content in self.items.items())
        return f"{HEAD}\n" + "".join(rows)

    @property
    def sha256(self) -> str:
        """Its SHA-256 as hexadecimal text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def day(self) -> dt.date:
        """The day that the team wrote on it."""
        return dt.date.fromisoformat(json.loads(self.items["sealed", "day"]))

    @property
    def start(self) -> dt.date | None:
        """The first day of fieldwork, as it was then declared."""
        told = json.loads(self.items.get(("fieldwork", "start"), "null"))
        return None if told is None else dt.date.fromisoformat(told)

    @property
    def data_there(self) -> bool:
        """Whether a data file of the wave was there, or named with its checksum."""
        return any(json.loads(c) != "none" for (kind, _), c in self.items.items() if kind == "data")

    @property
    def declarations(self) -> dict[Key, str]:
        """The items but those that say when, and of which wave."""
        return {key: content for key, content in self.items.items() if key[0] not in ABOUT}


def seal_path(folder: Path, wave: str) -> Path:
    """Return where the seal of a wave lies in a survey's folder."""
    return folder / FOLDER / f"{wave}.txt"


def text_of(survey: Survey, wave: str, day: dt.date) -> SealText:
    """Return what a survey declares of a wave.

    Parameters
    ----------
    day
        The day that the team writes on it.

    Notes
    -----
    Texts that people read (labels, wordings, reasons) are no part of it; what decides a number or
    a verdict is.
    """
    found: dict[Key, str] = {}
    for kind, name, content in _items(survey, wave, day):
        found[kind, name] = json.dumps(
            content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
        )
    return SealText(found)


def _items(survey: Survey, wave: str, day: dt.date) -> Iterator[tuple[str, str, Any]]:
    yield "survey", survey.id, None
    yield "wave", survey.wave(wave).id, None
    yield "sealed", "day", day.isoformat()
    yield "fieldwork", "start", _start(survey, wave)
    for part in survey.wave(wave).parts.values():
        yield "data", part.id, _data(survey, wave, part)
    for result in survey.key_results:
        yield "key_result", result.id, result.model_dump(mode="json", exclude={"id", "label"})
    yield "order", "key_results", [result.id for result in survey.key_results]
    for name, members in families_of(survey, ()).members.items():
        yield "family", name, [list(member) for member in members]
    chapters = chapters_of(survey)
    for section in survey.sections:
        yield "chapter", section.id, [q for q, chapter in chapters.items() if chapter == section.id]
    for question in survey.questions.values():
        if ADMINISTRATIVE not in question.tags:
            yield "question", question.id, _question(survey, question, wave)
            margin = question.margin
            if margin is not None:
                yield "margin", question.id, [margin.points, margin.date.isoformat()]
    reported = survey.report_breakdowns
    yield "order", "breakdowns", None if reported is None else list(reported)
    for breakdown in survey.breakdowns:
        yield "breakdown", breakdown.id, _breakdown(breakdown)
    for part in survey.wave(wave).parts.values():
        yield from _part(survey, wave, part)
        for before in survey.earlier(wave, part.id):
            yield from _part(survey, before, survey.part(before, part.id), f" {before}")
    for index in survey.indices:
        words: Any = {"id": True, "label": True, "high": True, "margin": {"reason"}}
        yield "index", index.id, index.model_dump(mode="json", exclude=words)
    yield from _models(survey)
    for broken in survey.breaks:
        yield "break", broken.id, broken.model_dump(mode="json", exclude={"id", "text"})
    yield "policy", "overlap", survey.overlap
    yield "policy", "reliability", survey.reliability.model_dump(mode="json")


def _question(survey: Survey, question: Question, wave: str) -> dict[str, Any]:
    nets = {net.id: {"codes": net.codes, "minus": net.minus} for net in question.all_nets}
    return {
        "followed": followed_response(question, survey),
        "nets": nets,
        "in_base": [c.code for c in question.missing_codes if c.in_base],
        "scores": question.scores,
        "asked": question.asked_in(wave),
        **_read(survey, question, wave),
    }


def _read(survey: Survey, question: Question, wave: str) -> dict[str, Any]:
    """Say what is read as its answers up to a wave: of which waves, columns, values and people."""
    waves = [w for w in survey.waves[: survey.waves.index(wave) + 1] if question.asked_in(w)]
    values = {w: question.scale.values_in(w) if question.scale else {} for w in waves}
    base = question.base
    return {
        "waves": waves,
        "columns": {w: question.column(w) for w in waves if question.column(w) != question.id},
        "values": {
            w: {code: value for code, value in found.items() if str(value) != code}
            for w, found in values.items()
        },
        "base": None if base is None else base.model_dump(mode="json"),
        "range": question.range,
    }


def _breakdown(breakdown: Breakdown) -> dict[str, Any]:
    groups = [{"id": g.id, "codes": g.codes, "min": g.min, "max": g.max} for g in breakdown.groups]
    return {"question": breakdown.question, "groups": groups, "small": breakdown.small_groups}


def _start(survey: Survey, wave: str) -> str | None:
    """Return the first day of fieldwork that a wave declares; None where it is not known."""
    fieldwork = survey.wave(wave).fieldwork
    known = fieldwork.known and fieldwork.precision == "day"
    return fieldwork.start.isoformat() if known else None


def _days(survey: Survey, wave: str) -> list[str]:
    """Return the days of a wave before: slopes are of them."""
    fieldwork = survey.wave(wave).fieldwork
    return [fieldwork.start.isoformat(), fieldwork.end.isoformat()]


def _part(survey: Survey, wave: str, part: Part, of: str = "") -> Iterator[tuple[str, str, Any]]:
    yield (
        "part",
        f"{part.id}{of}",
        {
            "sample_type": part.sample_type,
            "design": part.design.model_dump(mode="json"),
            "breakdowns": part.breakdowns,
            "rows": part.rows,
            **({"fieldwork": _days(survey, wave)} if of else {}),
        },
    )
    for place, rule in enumerate(part.exclusions, 1):
        yield "exclusion", f"{part.id}/{place}{of}", {"column": rule.column, "values": rule.values}
    weighting = part.weighting
    if weighting is None:
        yield "weighting", f"{part.id}{of}", None
        return
    scheme = weighting.model_dump(mode="json", exclude={"reason"})
    for merged in scheme["collapse"]:
        merged.pop("reason")
    yield "weighting", f"{part.id}{of}", scheme
    if weighting.margins and survey.targets_path(wave).is_file():
        cells = {m.id: m.cells for m in survey.targets(wave, part.id).margins}
        yield "targets", f"{part.id}{of}", cells


def _models(survey: Survey) -> Iterator[tuple[str, str, Any]]:
    """Yield the models of areas and of participation, without the words that explain them."""
    for areas in survey.small_areas:
        files = {"covariates": {"source"}, "population": {"source"}}
        said = {"id": True, "decided_by": True, "reason": True}
        yield "model", areas.id, areas.model_dump(mode="json", exclude={**files, **said})
    model = survey.participation_model
    if model is not None:
        words = {"source", "population", "other_year", "other_population"}
        said = {"assumptions": True, "decided_by": True, "reason": True}
        exclude: Any = {"references": {"__all__": words}, **said}
        yield "model", "participation", model.model_dump(mode="json", exclude=exclude)


def _data(survey: Survey, wave: str, part: Part) -> str:
    """Say of a part whether data are there already: “none”, or what shows that they are."""
    if part.sha256 is not None:
        return part.sha256
    try:
        return "file" if locate(survey, wave, part.id).is_file() else "none"
    except PadaiError:
        return "none"


# --- read again ----------------------------------------------------------------------------------


def read_seal(folder: Path, wave: str, where: str) -> SealText | None:
    """Read the seal of a wave; None where there is none.

    Raises
    ------
    DefinitionError
        It is not the text that padai wrote, or of another survey or wave.
    """
    path = seal_path(folder, wave)
    if not path.is_file():
        return None
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise _edited(path, 1, where) from None
    lines = text.split("\n")
    found: dict[Key, str] = {}
    for number, line in enumerate(lines[1:-1], 2):
        kind, _, rest = line.partition("\t")
        name, _, content = rest.partition("\t")
        if not _canonical(content) or (kind, name) in found:
            raise _edited(path, number, where)
        found[kind, name] = content
    seal = SealText(found)
    if lines[0] != HEAD or seal.text != text:
        raise _edited(path, 1, where)
    _check_about(seal, path, wave, where)
    return seal


def _canonical(content: str) -> bool:
    try:
        value = json.loads(content)
    except ValueError:
        return False
    again = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return again == content


def _check_about(seal: SealText, path: Path, wave: str, where: str) -> None:
    """Refuse the seal of another wave, or one that does not say when it was written."""
    try:
        _ = seal.day, seal.start
    except (KeyError, ValueError, TypeError):
        raise _edited(path, 4, where) from None
    survey = path.parent.parent.name
    named = [name for kind, name in seal.items if kind in ("survey", "wave")]
    if named[-1:] != [wave] or len(named) != 2:
        told = " ".join(named)
        raise DefinitionError(
            Said(
                "pipeline-seals-seals-and-not-wave-of-put-back-the-seal",
                folder=FOLDER,
                path_name=path.name,
                told=told,
                wave=wave,
                survey=survey,
            ),
            where=where,
        )


def _edited(path: Path, line: int, where: str) -> DefinitionError:
    return DefinitionError(
        Said(
            "pipeline-seals-line-this-is-not-a-text-that-padai-seal",
            folder=FOLDER,
            path_name=path.name,
            line=line,
        ),
        where=where,
    )


# --- what changed since --------------------------------------------------------------------------


@dataclass(frozen=True)
class Change:
    """One item that is not what was sealed: ``added``, ``removed`` or ``changed``."""

    kind: str
    name: str
    what: str

    @property
    def key(self) -> Key:
        """What the item is, and its name."""
        return self.kind, self.name


def changes_since(seal: SealText, now: SealText) -> list[Change]:
    """Return every declaration that is not what was sealed, in the order of the text.

    Targets that did not exist when the seal was made are no change.
    """
    was, is_now = seal.declarations, now.declarations
    found = []
    for key in dict.fromkeys((*was, *is_now)):
        if key not in is_now:
            found.append(Change(*key, "removed"))
        elif key not in was:
            if key[0] != "targets":
                found.append(Change(*key, "added"))
        elif was[key] != is_now[key]:
            found.append(Change(*key, "changed"))
    return found
