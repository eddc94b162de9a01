"""Modelled estimates of areas: the model and the direct figure side by side, and how it is made."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from padai.publishing.context import Context
from padai.publishing.emit import Piece, heading, joined, paragraph, table
from padai.publishing.lookup import MAIN
from padai.publishing.sentences import ended, upper_first, verdict_phrase
from padai.publishing.tables import Column, TableRow
from padai.survey import Text
from padai.survey.small_areas import AreaFile, SmallAreas

Row = Mapping[str, Any]
_BORROWED = {
    "under_quarter": {"fr": "plus des trois quarts", "en": "more than three quarters"},
    "under_half": {"fr": "de la moitié aux trois quarts", "en": "from half to three quarters"},
    "half_or_more": {"fr": "la moitié ou moins", "en": "half or less"},
    "all": {"fr": "toute l’estimation", "en": "the whole estimate"},
}
_DIRECT = {
    "under_30": {"fr": "moins de 30 répondants", "en": "fewer than 30 respondents"},
    "direct_not_shown": {"fr": "non publiée", "en": "not published"},
    "synthetic": {
        "fr": "aucune\u202f: l’estimation est synthétique",
        "en": "none: the estimate is synthetic",
    },
}


def small_areas(context: Context) -> Piece:
    """Return the chapter of modelled areas; nothing where the store holds none."""
    frame = context.store.tables["small_areas"]
    if not len(frame) or not context.words(MAIN).has_intervals:
        return Piece("")
    rows: list[Row] = [{str(k): v for k, v in r.items()} for r in frame.to_dict("records")]
    found = []
    for areas in context.store.survey.small_areas:
        own = [row for row in rows if row["model"] == areas.id]
        if own:
            found.append(_model(context, areas, own))
    title = context.say("Estimations régionales modélisées", "Small-area estimates")
    anchor = context.say("sec-estimations-regionales", "sec-small-areas")
    return joined([heading(2, title, anchor), paragraph(*_intro(context)), *found])


def _intro(context: Context) -> list[str]:
    return [
        context.say(
            "Une région qui compte peu de répondants donne une estimation directe imprécise. "
            "L’estimation régionale modélisée s’appuie aussi sur les autres régions\u202f; les "
            "deux sont données côte à côte. Aucun rang n’en est tiré.",
            "An area with few respondents gives an imprecise direct estimate. The small-area "
            "estimate also rests on the other areas; both are given side by side. No rank is drawn "
            "from them.",
        )
    ]


def _model(context: Context, areas: SmallAreas, rows: list[Row]) -> Piece:
    questions = dict.fromkeys(str(row["question"]) for row in rows)
    tables = [
        _question(context, areas, question, [r for r in rows if r["question"] == question])
        for question in questions
    ]
    title = context.say("Comment ces estimations régionales sont faites",
                        "How these small-area estimates are made")  # fmt: skip
    return joined([*tables, heading(3, title), paragraph(*how_made(context, areas))])


def _question(context: Context, areas: SmallAreas, question: str, rows: list[Row]) -> Piece:
    levels = [row for row in rows if row["kind"] == "level"]
    changes = {str(row["group"]): row for row in rows if row["kind"] == "change"}
    response = str(levels[0]["response"])
    predicted = prediction_words(context)
    columns = [
        Column(context.say("Estimation régionale modélisée", "Small-area estimate")),
        Column(context.say("Estimation directe", "Direct estimate")),
        Column(context.say("n non pondéré", "Unweighted n")),
        Column(context.say("Part empruntée aux autres régions", "Borrowed from other areas")),
    ]
    if changes:
        since = context.since(str(next(iter(changes.values()))["reference"]))
        columns.append(Column(context.say(f"Depuis {since}", f"Since {since}"), numeric=False))
    lines = [
        TableRow(context.group(areas.areas, str(row["group"])), (
            _with_span(context, row, "estimate", "conf_low", "conf_high"),
            _direct(context, row), _count(context, row), _borrowed(context, row),
            *([_change(context, changes.get(str(row["group"])))] if changes else []),
        ))
        for row in levels
    ]  # fmt: skip
    name = f"{context.label(question)}, {context.response(question, response)}"
    caption = context.say(
        f"{name}\u00a0: estimations régionales modélisées et directes.",
        f"{name}: small-area and direct estimates.",
    )
    short = context.words(MAIN).interval
    note = context.say(
        f"Sous chaque estimation modélisée\u00a0: {predicted}. Sous chaque estimation directe\u00a0"
        f": {short}.",
        f"Under each small-area estimate: {predicted}. Under each direct estimate: {short}.",
    )
    if changes:
        note += " " + context.say(
            "Aucun verdict là où plus de la moitié de l’écart ou d’une estimation vient des autres "
            "régions.",
            "No verdict where more than half of the change or of an estimate comes from the other "
            "areas.",
        )
    body = table(
        context, f"areas-{areas.id}-{question}", caption, context.breakdown(areas.areas), columns,
        lines, note=f"{note} {context.words(MAIN).under}".strip(),
    )  # fmt: skip
    return joined([heading(3, name), body])


def prediction_words(context: Context) -> str:
    """Say what the interval of a model is called."""
    return context.say(
        f"intervalle de prédiction à {context.level}, selon le modèle",
        f"{context.level} prediction interval, under the model",
    )


def _with_span(context: Context, row: Row, value: str, low: str, high: str) -> str:
    numbers = context.numbers
    return f"{numbers.share(row[value])}\n{numbers.range(row[low], row[high], 'share')}"


def _direct(context: Context, row: Row) -> str:
    if math.isfinite(row["direct"]):
        return _with_span(context, row, "direct", "direct_low", "direct_high")
    return _DIRECT[str(row["reason"])][context.lang]


def _count(context: Context, row: Row) -> str:
    return context.numbers.count(row["n_base"]) if math.isfinite(row["n_base"]) else "–"


def _borrowed(context: Context, row: Row) -> str:
    if math.isfinite(row["borrowed"]):
        return context.numbers.share(row["borrowed"], digits=0)
    return _BORROWED[str(row["own"]) or "all"][context.lang]


def _change(context: Context, row: Row | None) -> str:
    if row is None or not math.isfinite(row["estimate"]):
        return "–"
    numbers = context.numbers
    span = numbers.range(row["conf_low"], row["conf_high"], "share", change=True)
    size = f"{numbers.points(row['estimate'])} ({span})"
    margin = context.question(str(row["question"])).margin
    phrase = verdict_phrase(
        str(row["verdict"]), numbers, margin.points if margin else math.nan,
        context.since(str(row["reference"])),
    )  # fmt: skip
    return f"{size}\n{phrase}" if phrase else size


# --- how it is made ------------------------------------------------------------------------------


def how_made(context: Context, areas: SmallAreas) -> list[str]:
    """Say which model, on what, decided by whom, and what its figures may not be taken for."""
    said = [_kind(context, areas), *_sources(context, areas)]
    if areas.benchmark:
        said.append(context.say(
            "Les régions sont ajustées pour que leur ensemble donne le chiffre direct.",
            "The areas are adjusted so that together they give the direct figure.",
        ))  # fmt: skip
    draws = context.numbers.count(areas.draws)
    said.append(context.say(
        f"L’{prediction_words(context)}, vient de {draws} tirages du modèle\u202f; il suppose que "
        "le modèle est juste, et peut manquer une région qui ne ressemble pas aux autres.",
        f"The {prediction_words(context)}, comes from {draws} draws of the model; it assumes that "
        "the model is right, and may miss an area that is unlike the others.",
    ))  # fmt: skip
    said.append(context.say(
        "Là où une région compte moins de 10 répondants, ou que ses réponses sont confidentielles, "
        "ses propres réponses n’entrent pas dans son estimation, qui est dite synthétique.",
        "Where an area has fewer than 10 respondents, or its answers are confidential, its own "
        "answers do not enter its estimate, which is called synthetic.",
    ))  # fmt: skip
    when = context.numbers.date(areas.declared)
    who = context.text(areas.decided_by).rstrip(".")
    said.append(context.say(
        f"Modèle déclaré, selon l’équipe, le {when}. Décision\u00a0: {who}.",
        f"Model declared, according to the team, on {when}. Decided by: {who}.",
    ))  # fmt: skip
    return [*said, ended(upper_first(context.text(areas.reason)))]


def _kind(context: Context, areas: SmallAreas) -> str:
    waves = context.say(
        "toutes les éditions comparables" if areas.over else "la dernière édition",
        "all comparable editions" if areas.over else "the latest edition",
    )
    if areas.model == "areas":
        return context.say(
            f"Modèle de Fay et Herriot sur {waves}\u00a0: chaque estimation directe est ramenée "
            "vers ce que disent les covariables et les autres régions, d’autant plus qu’elle est "
            "imprécise.",
            f"Fay-Herriot model of {waves}: each direct estimate is drawn towards what the "
            "covariates and the other areas say, the more so the less precise it is.",
        )
    return context.say(
        f"Régression multiniveau avec stratification a posteriori sur {waves}\u00a0: la part de "
        "chaque type de personnes est estimée dans chaque région, puis pondérée par la population.",
        f"Multilevel regression with poststratification of {waves}: the share of each kind of "
        "people is estimated in each area, then weighted by the population.",
    )


def _sources(context: Context, areas: SmallAreas) -> list[str]:
    said = []
    if areas.covariates is not None:
        said.append(_source(context, Text(fr="Covariables", en="Covariates"), areas.covariates))
    if areas.population is not None:
        said.append(_source(context, Text(fr="Population", en="Population"), areas.population))
    elif areas.model == "people":
        said.append(context.say(
            "Population\u00a0: cellules obtenues des marges de calage, par calage sur marges là où "
            "leur croisement n’est pas connu.",
            "Population: cells made of the weighting targets, raked together where their crossing "
            "is not known.",
        ))  # fmt: skip
    return said


def _source(context: Context, what: Text, file: AreaFile) -> str:
    source = context.text(file.source).rstrip(".")
    return f"{context.colon(context.text(what), source)} ({_date(context, file.date)})."


def _date(context: Context, date: str) -> str:
    try:
        return context.numbers.date(dt.date.fromisoformat(date))
    except ValueError:
        return date
