"""The methodology: every item that a survey report must disclose, given or declared absent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from padai.errors import PublicationError
from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import ended, lower_first, upper_first
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.sentences import listed as listed_apart
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.calculation import calculation
from padai.publishing.chapters.declared import declarations
from padai.publishing.chapters.participation_model import participation_model
from padai.publishing.chapters.recomputed import recomputed
from padai.publishing.chapters.respondent_quality import respondent_quality
from padai.publishing.chapters.robustness import robustness
from padai.publishing.chapters.tipping import tipping
from padai.publishing.chapters.validation_items import validation_items
from padai.publishing.chapters.weighting import sizes, weighting
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    definitions,
    folded,
    heading,
    joined,
    paragraph,
)
from padai.survey import NotGiven, Part, Text, WaveDef
from padai.survey.kinds import INFERENTIAL
from padai.words import Both, Decimals, Said, in_a_row

_ITEMS: dict[str, dict[str, str]] = {
    "strategy": Both("publishing-chapters-strategy-of-the-survey"),
    "sponsor": Both("publishing-chapters-sponsor"),
    "funder": Both("publishing-chapters-funder"),
    "frame": Both("publishing-chapters-sampling-frame"),
    "recruitment": Both("publishing-chapters-recruitment"),
    "quotas": Both("publishing-chapters-quotas"),
    "incentives": Both("publishing-chapters-incentives"),
    "devices": Both("publishing-chapters-devices"),
    "interview_languages": Both("publishing-chapters-languages-of-interviews"),
    "processing": Both("publishing-chapters-data-processing"),
    "quality_checks": Both("publishing-chapters-quality-checks"),
    "response": Both("publishing-chapters-response"),
    "limitations": Both("publishing-chapters-limitations"),
    "membership": Both("publishing-chapters-professional-standards"),
    "contract": Both("publishing-chapters-contract"),
    "neutrality": Both("publishing-chapters-political-neutrality"),
}
_ABSENT = {
    "not_applicable": Both("publishing-chapters-not-applicable"),
    "not_supplied": Both("publishing-chapters-not-supplied-ddde"),
}


def methodology(context: Context) -> Piece:
    """Return the whole methodology.

    Raises
    ------
    PublicationError
        A disclosure item is neither given nor declared absent; the message lists them.
    """
    pieces = [heading(3, context.say("publishing-chapters-the-survey")), disclosure_items(context)]
    for part in context.parts:
        pieces += _part(context, part)
    pieces += [
        calculation(context),
        declarations(context),
        robustness(context),
        tipping(context),
        recomputed(context),
        validation_items(context),
        participation_model(context),
        respondent_quality(context),
    ]
    pieces += _findings(context)
    return joined(pieces)


def disclosure_items(context: Context) -> Piece:
    """Return population, geography, languages and every item that the definition must disclose.

    Raises
    ------
    PublicationError
        An item is neither given nor declared absent; the message lists them.
    """
    survey = context.survey
    listed = survey.disclosure_items(context.wave)
    lacking = [name for name, value in listed.items() if value is None]
    if lacking:
        raise PublicationError(
            Said(
                "publishing-chapters-the-methodology-lacks-under-methodology",
                lacking=", ".join(lacking),
            ),
            where=f"{survey.id}, {context.wave}",
        )
    given = [_item(context, n, v) for n, v in listed.items() if v is not None]
    return joined([definitions(_survey_items(context)), definitions(given)])


def _survey_items(context: Context) -> list[tuple[str, str]]:
    survey = context.survey
    names = [context.numbers.language(lang) for lang in survey.asked_in]
    languages = upper_first(in_words(names, context.lang))
    return [
        (
            context.say("publishing-chapters-population-9b45"),
            ended(context.text(survey.population)),
        ),
        (context.say("publishing-chapters-geography"), ended(context.text(survey.geography))),
        (context.say("publishing-chapters-languages-of-the-questionnaire"), ended(languages)),
        *_without_deposit(context),
    ]


def _without_deposit(context: Context) -> list[tuple[str, str]]:
    """Say why a version has no file for an archive where an earlier one had."""
    name = context.store.facts.get("deposit_left_out")
    if not name:
        return []
    sentence = context.say("publishing-chapters-this-version-has-no-deposit", name=name)
    return [(context.say("publishing-chapters-file-for-an-archive"), sentence)]


def _item(speech: Speech, name: str, value: Text | NotGiven) -> tuple[str, str]:
    term = f"{_ITEMS[name][speech.lang]}."
    if isinstance(value, NotGiven):
        status = _ABSENT[value.status][speech.lang]
        return term, f"{status}. {upper_first(ended(speech.text(value.reason)))}"
    return term, ended(speech.text(value))


def _part(context: Context, name: str) -> list[Piece]:
    part = context.part(name)
    title = context.say("publishing-chapters-sample")
    pieces = [
        heading(3, context.colon(title, context.text(part.label))),
        definitions(_part_items(context, name, part)),
        *weighting(context, name),
        *folded(
            context.say("publishing-chapters-respondents-by-group-table"),
            sizes(context, name),
        ),
    ]
    return [p for p in pieces if p.markdown]


def _part_items(context: Context, name: str, part: Part) -> list[tuple[str, str]]:
    """Return what is told of a part, each item under its name."""
    say, wave = context.say, context.survey.wave(context.wave)
    words, size = context.words(name), context.store.facts["sizes"][name][wave.id]["n"]
    count = context.numbers.count(size)
    items = [
        (say("publishing-chapters-target-population"), ended(context.text(part.population))),
        (say("publishing-chapters-sample-type-657b"), ended(upper_first(words.kind))),
        (say("publishing-chapters-mode"), ended(upper_first(_mode(context, name, part)))),
        (say("publishing-chapters-fieldwork"), " ".join(_when(context, wave))),
        (say("publishing-chapters-fieldwork-firm-03c3"), ended(context.text(part.supplier))),
        (
            say("publishing-chapters-size"),
            say("publishing-chapters-respondents-unweighted", count=count),
        ),
        (say("publishing-chapters-precision"), words.precision),
    ]
    texts = [
        (say("publishing-chapters-participation"), _rates(context, name, part)),
        (say("publishing-chapters-how-cases-ended"), _outcome(context, name)),
    ]
    items += [(term, text) for term, text in texts if text]
    items += [(say("publishing-chapters-note"), ended(context.text(n))) for n in part.notes]
    return [
        *items,
        *((say("publishing-chapters-exclusions"), text) for text in _excluded(context, name)),
    ]


def _mode(context: Context, name: str, part: Part) -> str:
    """Return how a part was asked, with how long it took where padai estimates it."""
    mode = context.mode(name)
    minutes = context.store.facts.get("minutes", {}).get(part.mode)
    if minutes is None or round(minutes) < 1 or not part.confirmed("mode"):
        return mode
    lasted = context.say("publishing-language-minutes", n=Decimals(float(minutes), 0))
    length = context.say("publishing-chapters-estimated-length")
    return f"{mode} ({length}{context.colon('', lasted)})"


_DISPOSITIONS = {
    "invited": Both("publishing-chapters-people-invited"),
    "started": Both("publishing-chapters-questionnaires-started"),
    "completed": Both("publishing-chapters-questionnaires-completed"),
    "excluded": Both("publishing-chapters-questionnaires-excluded"),
    "complete": Both("publishing-chapters-complete-interviews-i"),
    "partial": Both("publishing-chapters-partial-interviews-p"),
    "refusal": Both("publishing-chapters-refusals-and-break-offs-r"),
    "non_contact": Both("publishing-chapters-non-contacts-nc"),
    "other": Both("publishing-chapters-other-eligible-cases-o"),
    "unknown": Both("publishing-chapters-eligibility-unknown-u"),
    "ineligible": Both("publishing-chapters-out-of-scope"),
}
_FEW = 50


def _when(speech: Speech, wave: WaveDef) -> Iterator[str]:
    """Yield when the wave was in the field, then why no more is known where a reason is given."""
    yield ended(upper_first(speech.numbers.fieldwork(wave.fieldwork)))
    if isinstance(reason := wave.fieldwork.reason, Text):
        yield ended(speech.text(reason))


def _rates(context: Context, name: str, part: Part) -> str:
    """Say each outcome rate, computed before publishing; “not supplied” where counts lack.

    A consultation invites nobody, and a panel is told by its draw: nothing lacks there.
    """
    sentences = []
    for rate in context.store.facts.get("outcome_rates", {}).get(name, []):
        label = _both(context, rate["labels"])
        if rate["value"] is not None:
            sentences.append(f"{context.colon(label, _made(context, rate, part))}.")
        elif rate.get("not_counted"):
            sentences.append(f"{context.colon(label, _people(context, None))}.")
        elif part.sample_type in INFERENTIAL:
            absent = context.say("publishing-chapters-not-supplied-fa45")
            sentences.append(f"{context.colon(label, absent)}.")
    return " ".join(sentences)


def _made(speech: Speech, rate: Mapping[str, Any], part: Part) -> str:
    """Say a rate with the counts that it is made of, where they are told, and how it is made."""
    shown = speech.numbers.share(rate["value"])
    if rate["denominator"] is not None:
        count = speech.numbers.count
        of = speech.say("publishing-chapters-out-of")
        made = f"{count(rate['numerator'])} {of} {count(rate['denominator'])}"
        few = part.sample_type == "minipublic" and rate["denominator"] < _FEW
        shown = made if few else f"{shown} ({made})"
    return f"{shown}; {_both(speech, rate['formulas'])}"


def _outcome(context: Context, name: str) -> str:
    """Give the counts of final dispositions that were declared."""
    declared = context.store.facts.get("outcome", {}).get(name) or {}
    counts_of = {**declared, **(declared.get("dispositions") or {})}
    counted = [_people(context, None)] if counts_of.get("not_counted") else []
    counted += [
        context.colon(words[context.lang], context.numbers.count(counts_of[key]))
        for key, words in _DISPOSITIONS.items()
        if counts_of.get(key) is not None
    ]
    note = _both(context, counts_of["note"]) if counts_of.get("note") else ""
    counts = "; ".join(counted)
    return in_a_row(ended(upper_first(counts)), ended(note))


def _excluded(context: Context, name: str) -> list[str]:
    rows = [
        e
        for e in context.store.facts.get("exclusions", [])
        if e["part"] == name and str(e["wave"]) == context.wave
    ]
    return [
        context.colon(_people(context, e["count"]), ended(_both(context, e["reason"])))
        for e in rows
    ]


def _people(naming: Naming, count: int | None) -> str:
    """Say a count; of a handful, that they are few."""
    if count is not None:
        return naming.numbers.count(count)
    least = naming.numbers.count(naming.survey.confidentiality.minimum_group)
    return naming.say("publishing-chapters-cases-not-counted", least=least)


def _both(speech: Speech, value: Any) -> str:
    if isinstance(value, Mapping):
        return speech.of(value)
    return str(value)


_SEVERITIES: dict[str, dict[str, str]] = {
    "error": Both("publishing-chapters-error-e925"),
    "warning": Both("publishing-chapters-warning"),
    "info": Both("publishing-chapters-information"),
}


def _findings(context: Context) -> list[Piece]:
    facts = context.store.facts
    lines = _grouped_findings(context, facts.get("findings", []))
    not_run = [_not_run(context, n) for n in facts.get("not_run", [])]
    pieces = [heading(3, context.say("publishing-chapters-validation-of-the-data"))]
    none = context.say("publishing-chapters-no-finding")
    lead = context.say("publishing-chapters-findings")
    pieces += [paragraph(lead), bullets(lines)] if lines else [paragraph(none)]
    if not_run:
        lead = context.say("publishing-chapters-checks-that-could-not-be-made-for-want")
        names = listed_apart([lower_first(n) for n in not_run], context.lang)
        pieces.append(paragraph(lead, f"{names}."))
    return pieces


def _not_run(naming: Naming, row: Mapping[str, Any]) -> str:
    """Name a check that could not be made, and the parts of which it was not, if not of all."""
    parts = [p for p in row.get("parts", ()) if p in naming.parts]
    if not parts or len(parts) == len(naming.parts):
        return _both(naming, row)
    names = in_words([naming.text(naming.part(p).label) for p in parts], naming.lang)
    return f"{_both(naming, row)} ({names})"


def _grouped_findings(naming: Naming, findings: list[Mapping[str, Any]]) -> list[str]:
    """Say each check once: the questions that it concerns, and how many cases."""
    together: dict[tuple[str, str, str, str], list[Mapping[str, Any]]] = {}
    for one in findings:
        if str(one.get("wave", "")) in ("", naming.wave):
            accepted = naming.of(one.get("accepted") or {})
            key = (one["part"], _both(naming, one).rstrip("."), one["severity"], accepted)
            together.setdefault(key, []).append(one)
    lines = []
    for (part, title, severity, accepted), rows in together.items():
        where = f", {naming.text(naming.part(part).label)}" if len(naming.parts) > 1 else ""
        words = _SEVERITIES.get(severity, {}).get(naming.lang, severity)
        columns = [_column(naming, str(r["column"])) for r in rows if r.get("column")]
        named = list(dict.fromkeys(columns))  # a check of two stages names its column twice
        what = in_a_row(in_words(named, naming.lang), _cases(naming, rows), by="; ")
        note = f" {naming.colon(naming.say('publishing-chapters-accepted'), ended(accepted))}"
        line = naming.colon(f"{title} ({words}{where})", what or "–")
        lines.append(f"{line}.{note if accepted else ''}")
    return lines


def _cases(naming: Naming, rows: list[Mapping[str, Any]]) -> str:
    """Say how many cases; where how many of one row is not told, nothing of their sum."""
    if any(r["count"] is None for r in rows):
        return naming.say("publishing-chapters-cases-not-told")
    cases = sum(int(r["count"]) for r in rows)
    if not cases:
        return ""
    return naming.say("publishing-chapters-case-s", count=Decimals(cases, 0))


def _column(naming: Naming, column: str) -> str:
    known = column in naming.survey.questions
    return f"{naming.label(column)} ({column})" if known else column
