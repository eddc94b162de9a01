"""What a survey declares of a wave, item by item: whatever decides a number or a verdict."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from padai.errors import PadaiError
from padai.survey import Breakdown, Part, Question, Survey
from padai.survey.duration import ADMINISTRATIVE
from padai.trends.families import (
    chapters_of,
    families_of,
    family_responses,
    followed_response,
    put_to_respondents,
)
from padai.waves.data_files import locate

Item = tuple[str, str, Any]
"""What an item is, its name, and its content, JSON-ready."""


def about(survey: Survey, wave: str, day: str) -> Iterator[Item]:
    """Yield of which wave a seal is, when it was written, and what data were there."""
    yield "survey", survey.id, None
    yield "wave", survey.wave(wave).id, None
    yield "sealed", "day", day
    yield "fieldwork", "start", _start(survey, wave)
    for part in survey.wave(wave).parts.values():
        yield "data", part.id, _data(survey, wave, part)


def declared(survey: Survey, wave: str) -> Iterator[Item]:
    """Yield every declaration that decides a number or a verdict of a wave."""
    fieldwork = survey.wave(wave).fieldwork
    yield "fieldwork_end", "end", [fieldwork.end.isoformat(), fieldwork.precision]
    for result in survey.key_results:
        yield "key_result", result.id, result.model_dump(mode="json", exclude={"id", "label"})
    yield "order", "key_results", [result.id for result in survey.key_results]
    for name, members in families_of(survey, ()).members.items():
        yield "family", name, [list(member) for member in members]
    chapters = chapters_of(survey)
    for section in survey.sections:
        yield "chapter", section.id, [q for q, chapter in chapters.items() if chapter == section.id]
    for question in survey.questions.values():
        yield from _of_question(survey, question, wave)
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
    yield from _held_against(survey)
    for broken in survey.breaks:
        texts: Any = {"id": True, "text": True, "bridges": {"__all__": {"source"}}}
        yield "break", broken.id, broken.model_dump(mode="json", exclude=texts)
    yield "policy", "overlap", survey.overlap
    yield "policy", "ids", survey.ids
    yield "policy", "reliability", survey.reliability.model_dump(mode="json")
    yield "policy", "confidentiality", survey.confidentiality.model_dump(mode="json")


# --- questions and breakdowns --------------------------------------------------------------------


def _of_question(survey: Survey, question: Question, wave: str) -> Iterator[Item]:
    yield "question", question.id, _question(survey, question, wave)
    margin = question.margin
    if margin is not None:
        yield "margin", question.id, [margin.points, margin.date.isoformat()]
    if question not in put_to_respondents(survey):
        return
    between = family_responses(question, survey)
    if between:
        yield "groups", question.id, list(between)
    periods = _periods(survey, question)
    if periods:
        yield "series", question.id, periods


def _question(survey: Survey, question: Question, wave: str) -> dict[str, Any]:
    nets = {net.id: {"codes": net.codes, "minus": net.minus} for net in question.all_nets}
    return {
        "type": question.type,
        "administrative": ADMINISTRATIVE in question.tags,
        "followed": followed_response(question, survey),
        "nets": nets,
        "counted": question.codes,
        "no_opinion": {c.code: c.kind for c in question.missing_codes},
        "scores": question.scores,
        "asked": question.asked_in(wave),
        "parts": question.parts,
        "sensitive": question.sensitive,
        **_read(survey, question, wave),
    }


def _read(survey: Survey, question: Question, wave: str) -> dict[str, Any]:
    """Say what is read as its answers up to a wave: of which waves, columns, values and people."""
    waves = [w for w in survey.waves[: survey.waves.index(wave) + 1] if question.asked_in(w)]
    own = question.values
    values = {w: own | (question.scale.values_in(w) if question.scale else {}) for w in waves}
    base = question.base
    return {
        "waves": waves,
        "columns": {w: question.column(w) for w in waves if question.column(w) != question.id},
        "values": {
            w: {code: value for code, value in codes.items() if str(value) != code}
            for w, codes in values.items()
        },
        **_marks(question, waves),
        "base": None if base is None else base.model_dump(mode="json"),
        "range": question.range,
    }


def _marks(question: Question, waves: list[str]) -> dict[str, Any]:
    """Say which values mark an option, where they are not the usual ones: older seals stay."""
    marks = {w: question.marks_in(w).model_dump() for w in waves if question.marks_in(w).places}
    return {"marks": marks} if marks else {}


def _periods(survey: Survey, question: Question) -> list[list[Any]]:
    """Return what charts of series follow by groups, beside what is followed of the question."""
    blocks = (b for section in survey.sections for b in section.blocks if b.kind == "trend")
    mine = [b for b in blocks if question.id in b.questions and (b.by or b.net)]
    return [[b.net or question.headline_net, list(b.by)] for b in mine]


def _breakdown(breakdown: Breakdown) -> dict[str, Any]:
    groups = [{"id": g.id, "codes": g.codes, "min": g.min, "max": g.max} for g in breakdown.groups]
    return {"question": breakdown.question, "groups": groups, "small": breakdown.small_groups}


# --- waves and their parts -----------------------------------------------------------------------


def _start(survey: Survey, wave: str) -> str | None:
    """Return the first day of fieldwork that a wave declares; None where it is not known."""
    fieldwork = survey.wave(wave).fieldwork
    known = fieldwork.known and fieldwork.precision == "day"
    return fieldwork.start.isoformat() if known else None


def _before(survey: Survey, wave: str, part: Part) -> dict[str, Any]:
    """Return the days of a wave before, which slopes are of, and the file that it is read from."""
    fieldwork = survey.wave(wave).fieldwork
    days = [fieldwork.start.isoformat(), fieldwork.end.isoformat()]
    return {"fieldwork": days, "file": part.file, "sha256": part.sha256}


def _part(survey: Survey, wave: str, part: Part, of: str = "") -> Iterator[Item]:
    yield (
        "part",
        f"{part.id}{of}",
        {
            "sample_type": part.sample_type,
            "design": part.design.model_dump(mode="json"),
            "breakdowns": part.breakdowns,
            "rows": part.rows,
            "randomised_with": part.randomised_with,
            **(_before(survey, wave, part) if of else {}),
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


def _data(survey: Survey, wave: str, part: Part) -> str:
    """Say of a part whether data are there already: “none”, or what shows that they are."""
    if part.sha256 is not None:
        return part.sha256
    try:
        return "file" if locate(survey, wave, part.id).is_file() else "none"
    except PadaiError:
        return "none"


# --- models, and what figures are held against ---------------------------------------------------


def _models(survey: Survey) -> Iterator[Item]:
    """Yield the models of areas and of participation, without the words that explain them."""
    for areas in survey.small_areas:
        files = {"covariates": {"source"}, "population": {"source"}}
        words_about = {"id": True, "decided_by": True, "reason": True}
        content = areas.model_dump(mode="json", exclude={**files, **words_about})
        named = (content["covariates"], content["population"])
        for table in (table for table in named if table is not None):
            table["sha256"] = _sha256(survey, table["file"])
        yield "model", areas.id, content
    model = survey.participation_model
    if model is not None:
        words = {"source", "population", "other_year", "other_population"}
        words_about = {"assumptions": True, "decided_by": True, "reason": True}
        exclude: Any = {"references": {"__all__": words}, **words_about}
        content = model.model_dump(mode="json", exclude=exclude)
        for reference in (r for r in content["references"] if r["totals"] is not None):
            reference["totals_sha256"] = _sha256(survey, reference["totals"])
        yield "model", "participation", content


def _sha256(survey: Survey, file: str) -> str | None:
    """Return the checksum of a table of the survey's folder; None where it is not there yet."""
    path = survey.path / file
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def _held_against(survey: Survey) -> Iterator[Item]:
    """Yield the official values that the survey is held against, and whom it sets apart."""
    for item in survey.validation_items:
        values = {w: [v.value, v.std_error] for w, v in item.values.items()}
        yield "validation_item", f"{item.question} {item.net}", values
    rule = survey.respondent_quality
    if rule is not None:
        content = rule.model_dump(mode="json", exclude={"decided_by", "reason"})
        yield "quality", "respondents", content
