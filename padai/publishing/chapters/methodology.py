"""The methodology: every item that a survey report must disclose, given or declared absent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from padai.errors import PublicationError
from padai.publishing.chapters.questionnaire import mode_words
from padai.publishing.context import Context
from padai.publishing.emit import (
    Piece,
    bullets,
    callout,
    definitions,
    heading,
    joined,
    paragraph,
    table,
)
from padai.publishing.lookup import TOTAL
from padai.publishing.sentences import ended
from padai.publishing.sentences import joined as in_words
from padai.publishing.tables import Column, TableRow
from padai.survey import NotGiven, Part, Text

_ITEMS: dict[str, dict[str, str]] = {
    "strategy": {"fr": "Stratégie de l’enquête", "en": "Strategy of the survey"},
    "sponsor": {"fr": "Commanditaire", "en": "Sponsor"},
    "funder": {"fr": "Financement", "en": "Funder"},
    "frame": {"fr": "Base de sondage", "en": "Sampling frame"},
    "recruitment": {"fr": "Recrutement", "en": "Recruitment"},
    "quotas": {"fr": "Quotas", "en": "Quotas"},
    "incentives": {"fr": "Incitatifs", "en": "Incentives"},
    "devices": {"fr": "Appareils", "en": "Devices"},
    "interview_languages": {"fr": "Langues des entrevues", "en": "Languages of interviews"},
    "processing": {"fr": "Traitement des données", "en": "Data processing"},
    "quality_checks": {"fr": "Contrôles de qualité", "en": "Quality checks"},
    "response": {"fr": "Réponse", "en": "Response"},
    "limitations": {"fr": "Limites", "en": "Limitations"},
    "membership": {"fr": "Adhésion aux normes professionnelles", "en": "Professional standards"},
    "contract": {"fr": "Contrat", "en": "Contract"},
    "neutrality": {"fr": "Neutralité politique", "en": "Political neutrality"},
}
_ABSENT = {
    "not_applicable": {"fr": "Sans objet", "en": "Not applicable"},
    "not_supplied": {"fr": "Non fourni", "en": "Not supplied"},
}
_METHODS = {
    "rake": {"fr": "calage sur marges (itératif)", "en": "raking to margins"},
    "poststratify": {"fr": "stratification a posteriori", "en": "poststratification"},
    "linear": {"fr": "calage linéaire", "en": "linear calibration"},
    "logit": {"fr": "calage logit", "en": "logit calibration"},
    "delivered": {"fr": "poids livrés avec les données", "en": "weights delivered with the data"},
    "none": {"fr": "aucune pondération", "en": "no weighting"},
}
_STATUSES = {
    "given": {"fr": "telle que publiée", "en": "as published"},
    "interpolated": {"fr": "interpolée entre deux dates", "en": "interpolated between two dates"},
    "approximation": {
        "fr": "approximation, pour données fictives seulement",
        "en": "approximation, for synthetic data only",
    },
}


def methodology(context: Context) -> Piece:
    """Return the whole methodology.

    Raises
    ------
    PublicationError
        A disclosure item is neither given nor declared absent; the message lists them.
    """
    survey = context.store.survey
    listed = survey.disclosure_items(context.store.wave)
    lacking = [name for name, value in listed.items() if value is None]
    if lacking:
        raise PublicationError(
            f"{survey.id}, {context.store.wave}: the methodology lacks {', '.join(lacking)}. "
            "Under `methodology:` give each a text, or `{status: not_applicable | not_supplied, "
            "reason: ...}`."
        )
    pieces = [
        heading(3, context.say("L’enquête", "The survey")),
        definitions(_survey_items(context)),
        definitions([_item(context, n, v) for n, v in listed.items() if v is not None]),
    ]
    for part in context.parts:
        pieces += _part(context, part)
    pieces += _findings(context)
    return joined(pieces)


def _survey_items(context: Context) -> list[tuple[str, str]]:
    survey = context.store.survey
    languages = ", ".join(context.numbers.language(lang) for lang in survey.asked_in)
    return [
        (context.say("Population.", "Population."), ended(context.text(survey.population))),
        (context.say("Territoire.", "Geography."), ended(context.text(survey.geography))),
        (context.say("Langues du questionnaire.", "Languages of the questionnaire."),
         ended(languages)),
    ]  # fmt: skip


def _item(context: Context, name: str, value: Text | NotGiven) -> tuple[str, str]:
    term = f"{_ITEMS[name][context.lang]}."
    if isinstance(value, NotGiven):
        status = _ABSENT[value.status][context.lang]
        return term, context.colon(status, ended(context.text(value.reason)))
    return term, ended(context.text(value))


def _part(context: Context, name: str) -> list[Piece]:
    part = context.part(name)
    title = context.say("Échantillon", "Sample")
    found = [
        heading(3, context.colon(title, context.text(part.label))),
        definitions(_part_items(context, name, part)),
        *_weighting(context, name),
        *_folded(
            context.say("Répondants par sous-groupe (tableau)", "Respondents by group (table)"),
            _sizes(context, name),
        ),
    ]
    return [p for p in found if p.markdown]


def _folded(title: str, body: Piece) -> list[Piece]:
    return [callout("note", title, body, folded=True)] if body.markdown else []


def _part_items(context: Context, name: str, part: Part) -> list[tuple[str, str]]:
    wave = context.store.survey.wave(context.store.wave)
    words = context.words(name)
    facts: Mapping[str, Any] = context.store.facts
    size = facts["sizes"][name][context.store.wave]["n"]
    minutes = facts.get("minutes", {}).get(part.mode)
    mode = mode_words(part.mode, context.lang)
    length = context.say("durée estimée", "estimated length")
    if minutes is not None:
        shown = context.numbers.decimal(float(minutes), 0)
        mode += f" ({length}{context.colon('', f'{shown} minutes')})"
    items = [
        (context.say("Population visée.", "Target population."),
         ended(context.text(part.population))),
        (context.say("Type d’échantillon.", "Sample type."),
         ended(words.kind[:1].upper() + words.kind[1:])),
        (context.say("Mode.", "Mode."), ended(mode[:1].upper() + mode[1:])),
        (context.say("Collecte.", "Fieldwork."),
         ended(_upper(context.numbers.dates(wave.fieldwork.start, wave.fieldwork.end)))),
        (context.say("Firme.", "Fieldwork firm."), ended(context.text(part.supplier))),
        (context.say("Taille.", "Size."), context.say(
            f"{context.numbers.count(size)} répondants (non pondéré).",
            f"{context.numbers.count(size)} respondents (unweighted).")),
        (context.say("Précision.", "Precision."), words.precision),
    ]  # fmt: skip
    outcome = _outcome(context, name)
    if outcome:
        items.append((context.say("Participation.", "Participation."), outcome))
    for note in part.notes:
        items.append((context.say("Note.", "Note."), ended(context.text(note))))
    for excluded in _excluded(context, name):
        items.append((context.say("Exclusions.", "Exclusions."), excluded))
    return items


_DISPOSITIONS = {
    "invited": {"fr": "personnes invitées", "en": "people invited"},
    "started": {"fr": "questionnaires commencés", "en": "questionnaires started"},
    "completed": {"fr": "questionnaires terminés", "en": "questionnaires completed"},
    "excluded": {"fr": "questionnaires exclus", "en": "questionnaires excluded"},
}


def _outcome(context: Context, name: str) -> str:
    """Give the counts of final dispositions that were declared; no rate is made of them here."""
    found = context.store.facts.get("outcome", {}).get(name) or {}
    said = [
        context.colon(words[context.lang], context.numbers.count(found[key]))
        for key, words in _DISPOSITIONS.items()
        if found.get(key) is not None
    ]
    note = _both(context, found["note"]) if found.get("note") else ""
    counts = "; ".join(said)
    return " ".join(t for t in (ended(_upper(counts)), ended(note)) if t)


def _excluded(context: Context, name: str) -> list[str]:
    rows = [
        e for e in context.store.facts.get("exclusions", [])
        if e["part"] == name and str(e["wave"]) == context.store.wave
    ]  # fmt: skip
    return [
        context.colon(context.numbers.count(e["count"]), ended(_both(context, e["reason"])))
        for e in rows
    ]


def _both(context: Context, value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get(context.lang) or value["fr"])
    return str(value)


def _weighting(context: Context, name: str) -> list[Piece]:
    found = context.store.facts.get("weighting", {}).get(name, {}).get(context.store.wave)
    declared = context.part(name).weighting
    if not found or found["method"] == "none":
        reason = context.text(declared.reason) if declared else ""
        text = context.say("Résultats non pondérés.", "Unweighted results.")
        if context.part(name).design.weight:
            text = context.say(
                "Poids livrés avec les données, repris tels quels.",
                "Weights delivered with the data, used as they are.",
            )
        return [definitions([(context.say("Pondération.", "Weighting."),
                              f"{text} {ended(reason)}".strip())])]  # fmt: skip
    numbers = context.numbers
    said = [ended(_upper(_METHODS[found["method"]][context.lang]))]
    if found.get("bounds"):
        low, high = (numbers.decimal(float(b), 1) for b in found["bounds"])
        said.append(context.say(
            f"Bornes des facteurs de calage\u00a0: {low} et {high}.",
            f"Bounds of the calibration factors: {low} and {high}.",
        ))  # fmt: skip
    low, high = (numbers.decimal(found[k] / found["mean"], 2) for k in ("min", "max"))
    said.append(context.say(
        f"Poids de {low} à {high} fois le poids moyen (coefficient de variation\u00a0: "
        f"{numbers.share(found['cv'])}). Effet de plan de Kish\u00a0: "
        f"{numbers.decimal(found['kish_deff'], 2)}. Taille effective de l’échantillon\u00a0: "
        f"{numbers.count(found['n_eff'])}.",
        f"Weights from {low} to {high} times the mean weight (coefficient of variation: "
        f"{numbers.share(found['cv'])}). Kish’s design effect: "
        f"{numbers.decimal(found['kish_deff'], 2)}. Effective sample size: "
        f"{numbers.count(found['n_eff'])}.",
    ))  # fmt: skip
    items = [(context.say("Pondération.", "Weighting."), " ".join(said))]
    pieces = [definitions(items), bullets(_targets(context, found))]
    return [
        *pieces,
        *_folded(
            context.say("Marges de calage (tableau)", "Calibration margins (table)"),
            _margins(context, name),
        ),
    ]


def _targets(context: Context, found: Mapping[str, Any]) -> list[str]:
    said = []
    for margin in found.get("margins", []):
        status = _STATUSES[margin["status"]][context.lang]
        source = "; ".join(t for t in (str(margin["source"]), str(margin["date"])) if t)
        said.append(context.colon(margin_name(context, margin["id"]), f"{source} ({status})."))
    for merged in found.get("collapsed", []):
        cells = ", ".join(_cell_name(context, merged["margin"], c) for c in merged["cells"])
        said.append(context.say(
            f"Cases regroupées ({margin_name(context, merged['margin'])})\u00a0: {cells}.",
            f"Merged cells ({margin_name(context, merged['margin'])}): {cells}.",
        ))  # fmt: skip
    return said


def margin_name(context: Context, margin: str) -> str:
    """Name a margin: each of its variables is a breakdown or a question."""
    names = []
    for piece in margin.split("*"):
        breakdowns = {b.id: b for b in context.store.survey.breakdowns}
        if piece in breakdowns:
            names.append(context.text(breakdowns[piece].label))
        elif piece in context.store.survey.questions:
            names.append(context.label(piece))
        else:
            names.append(piece)
    return " × ".join(names)


def _cell_name(context: Context, margin: str, cell: str) -> str:
    """Name a cell of a margin; cells that were merged are joined by a plus sign."""
    variables = margin.split("*")
    codes = cell.split("*") if len(variables) > 1 else [cell]
    pairs = zip(variables, codes, strict=False)
    return ", ".join(
        " + ".join(_code_name(context, variable, c) for c in _merged(context, variable, code))
        for variable, code in pairs
    )


def _merged(context: Context, variable: str, code: str) -> list[str]:
    return [code] if _code_name(context, variable, code) != code else code.split("+")


def _code_name(context: Context, variable: str, code: str) -> str:
    if variable in {b.id for b in context.store.survey.breakdowns}:
        return context.group(variable, code)
    if variable in context.store.survey.questions:
        return context.response(variable, code)
    return code


def _margins(context: Context, name: str) -> Piece:
    frame = context.store.tables["weighting"]
    mine = frame[frame["part"] == name]
    if mine.empty:
        return Piece("")
    rows: list[TableRow] = []
    for margin, block in mine.groupby("margin", sort=False):
        rows.append(TableRow(margin_name(context, str(margin))))
        total = float(block["target"].sum())
        columns = (block[c].tolist() for c in ("cell", "before", "target", "after"))
        for cell, before, target, after in zip(*columns, strict=True):
            shares = (before, target / total, after)
            rows.append(TableRow(
                _cell_name(context, str(margin), str(cell)),
                tuple(context.numbers.share(s) for s in shares),
            ))  # fmt: skip
    heads = [
        Column(context.say("Échantillon, non pondéré", "Sample, unweighted")),
        Column(context.say("Population", "Population")),
        Column(context.say("Échantillon, pondéré", "Sample, weighted")),
    ]
    caption = context.say("Marges de calage, avant et après pondération.",
                          "Calibration margins, before and after weighting.")  # fmt: skip
    return table(context, f"margins-{name}", caption, context.say("Marge", "Margin"), heads,
                 rows, part=name)  # fmt: skip


def _sizes(context: Context, name: str) -> Piece:
    """Return the unweighted number of respondents of every group."""
    survey = context.store.survey
    frame = context.store.tables["estimates"]
    mine = frame[frame["part"] == name]
    largest = mine.groupby(["breakdown", "group"], sort=False)["n_base"].max()
    rows = []
    for breakdown in survey.report_breakdowns or tuple(b.id for b in survey.breakdowns):
        known = [g for g in context.groups(breakdown) if (breakdown, g) in largest.index]
        if not known:
            continue
        rows.append(TableRow(context.breakdown(breakdown)))
        rows += [
            TableRow(context.group(breakdown, g),
                     (_count_or_withheld(context, float(largest[(breakdown, g)])),))
            for g in known
        ]  # fmt: skip
    if not rows:
        return Piece("")
    whole = float(largest.get((TOTAL, TOTAL), 0))
    rows.insert(0, TableRow(context.group(TOTAL, TOTAL), (context.numbers.count(whole),)))
    caption = context.say("Répondants par sous-groupe (n non pondéré).",
                          "Respondents by group (unweighted n).")  # fmt: skip
    return table(context, f"sizes-{name}", caption, context.say("Groupe", "Group"), [Column("n")],
                 rows, part=name)  # fmt: skip


def _count_or_withheld(context: Context, count: float) -> str:
    return context.numbers.count(count) if count == count else "x"


_SEVERITIES = {
    "error": {"fr": "erreur", "en": "error"},
    "warning": {"fr": "avertissement", "en": "warning"},
    "info": {"fr": "information", "en": "information"},
}


def _findings(context: Context) -> list[Piece]:
    facts = context.store.facts
    said = _grouped_findings(context, facts.get("findings", []))
    not_run = [_both(context, n) for n in facts.get("not_run", [])]
    pieces = [heading(3, context.say("Validation des données", "Validation of the data"))]
    none = context.say("Aucun constat.", "No finding.")
    lead = context.say("Constats\u00a0:", "Findings:")
    pieces += [paragraph(lead), bullets(said)] if said else [paragraph(none)]
    if not_run:
        lead = context.say(
            "Contrôles qui n’ont pas pu être faits, faute de la colonne qu’ils lisent\u00a0:",
            "Checks that could not be made, for want of the column that they read:",
        )
        listed = in_words([n[:1].lower() + n[1:] for n in not_run], context.lang)
        pieces.append(paragraph(lead, f"{listed}."))
    return pieces


def _grouped_findings(context: Context, found: list[Mapping[str, Any]]) -> list[str]:
    """Say each check once: the questions that it concerns, and how many cases."""
    together: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for one in found:
        if str(one.get("wave", "")) in ("", context.store.wave):
            key = (one["part"], _both(context, one).rstrip("."), one["severity"])
            together.setdefault(key, []).append(one)
    said = []
    for (part, title, severity), rows in together.items():
        where = f", {context.text(context.part(part).label)}" if len(context.parts) > 1 else ""
        words = _SEVERITIES.get(severity, {}).get(context.lang, severity)
        columns = [_column(context, str(r["column"])) for r in rows if r.get("column")]
        cases = sum(int(r["count"]) for r in rows)
        count = context.say(f"{context.numbers.count(cases)} cas",
                            f"{context.numbers.count(cases)} case(s)") if cases else ""  # fmt: skip
        what = "; ".join(t for t in (in_words(columns, context.lang), count) if t)
        said.append(context.colon(f"{title} ({words}{where})", what or "–") + ".")
    return said


def _column(context: Context, column: str) -> str:
    known = column in context.store.survey.questions
    return f"{context.label(column)} ({column})" if known else column


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
