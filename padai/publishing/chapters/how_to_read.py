"""How to read the report, and what may be compared with earlier waves."""

from __future__ import annotations

from padai.publishing.basis.context import Context
from padai.publishing.basis.flags import FLAG_WORDS
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.sentences import lower_first
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.events import events_of_the_report
from padai.publishing.pieces.emit import Piece, bullets, definitions, joined, paragraph
from padai.survey import Break, Reliability
from padai.words import Both

BREAK_TYPES = {
    "wording": Both("publishing-chapters-wording"),
    "scale": Both("publishing-chapters-answer-scale"),
    "mode": Both("publishing-chapters-mode-of-interview"),
    "coverage": Both("publishing-chapters-population-or-territory"),
    "supplier": Both("publishing-chapters-fieldwork-firm-1a3b"),
    "weighting": Both("publishing-chapters-weighting-7e82"),
    "sample_type": Both("publishing-chapters-sample-type-e691"),
}
_POLICIES = {
    "isq-a": Both("publishing-chapters-coefficient-of-variation-cv-over-15-and-549c"),
    "isq-b": Both("publishing-chapters-coefficient-of-variation-cv-over-15-and-67fc"),
    "statcan": Both("publishing-chapters-e-coefficient-of-variation-cv-over-16-5"),
    "none": Both("publishing-chapters-no-reliability-flag"),
}  # fmt: skip


def how_to_read(context: Context) -> Piece:
    """Explain figures, intervals, verdicts and flags in plain words."""
    return joined([definitions(how_to_read_items(context)), *_symbols(context)])


def how_to_read_items(naming: Naming) -> list[tuple[str, str]]:
    """Return each notion and its meaning, as far as the sample type knows it."""
    words = naming.words(MAIN)
    items = [(
        naming.say("publishing-chapters-percentages"),
        naming.say(
            "publishing-chapters-each-percentage-is-a-share-weighted",
            people=words.people,
            unsure=_unsure(naming),
        ),
    )]  # fmt: skip
    rounding = naming.survey.confidentiality.rounding
    if rounding is not None:
        step = naming.numbers.count(rounding.bases)
        items.append(
            (
                naming.say("publishing-chapters-rounded-numbers"),
                naming.say(
                    "publishing-chapters-to-protect-people-numbers-of-respondents", step=step
                ),
            )
        )
    if words.has_intervals:
        items += _with_inference(naming, words.interval)
    return [*items, *_flags(naming, naming.survey.reliability)]


def _unsure(naming: Naming) -> str:
    """Tell whether “don’t know” is in the base of what is shown: in, out, in some, or nowhere."""
    survey = naming.survey
    shown = {q for section in survey.sections for block in section.blocks for q in block.questions}
    kept = {
        code.in_base
        for name, question in survey.questions.items()
        if (name in shown or not shown) and question.asked_in(naming.wave)
        for code in question.missing_codes
        if code.kind == "dont_know"
    }
    if not kept:
        return "none"
    return "some" if len(kept) > 1 else "in" if True in kept else "out"


def _with_inference(speech: Speech, interval: str) -> list[tuple[str, str]]:
    name = interval[:1].upper() + interval[1:] + "."
    return [
        (name, speech.say("publishing-chapters-it-gives-the-uncertainty-due-to-sampling")),
        (
            speech.say("publishing-chapters-verdicts-between-editions"),
            speech.say("publishing-chapters-rose-or-fell-the-difference-is-shown-at"),
        ),
        (
            speech.say("publishing-chapters-whole-period"),
            speech.say("publishing-chapters-from-three-comparable-editions-on-a"),
        ),
        (
            speech.say("publishing-chapters-verdicts-between-groups"),
            speech.say("publishing-chapters-each-group-is-compared-with-the-other"),
        ),
        (
            speech.say("publishing-chapters-changes"),
            speech.say("publishing-chapters-a-difference-between-two-percentages-is-6a80"),
        ),
        (
            speech.say("publishing-chapters-intervals-of-comparisons"),
            speech.say("publishing-chapters-an-interval-is-that-of-one-comparison"),
        ),
    ]


def _flags(speech: Speech, policy: Reliability) -> list[tuple[str, str]]:
    rule = _POLICIES[policy.policy][speech.lang]
    low, small = policy.minimum_base, policy.small_base
    return [
        (speech.say("publishing-chapters-reliability-bb66"), rule[:1].upper() + rule[1:] + "."),
        (
            speech.say("publishing-chapters-small-bases"),
            speech.say(
                "publishing-chapters-a-rule-of-this-publication-under", low=low, small=small - 1
            ),
        ),
    ]


def _symbols(context: Context) -> list[Piece]:
    frame = context.store.tables["estimates"]
    used = {f for text in frame["flag"].unique() for f in str(text).split()}
    signs = [
        context.colon(flag, words[context.lang])
        for flag, words in FLAG_WORDS.items()
        if flag in used
    ]
    if not signs:
        return []
    signs.append(context.colon("…", context.say("publishing-chapters-question-not-asked")))
    lead = context.say("publishing-chapters-signs-used-in-this-report")
    return [paragraph(lead), bullets(signs)]


def comparability(context: Context) -> Piece:
    """List every declared break, what, when, where it applies and why; then the events."""
    survey = context.survey
    first = context.say("publishing-chapters-a-break-in-series-is-a-declared-and")
    after = (events_of_the_report(context), _vintages(context))
    if not survey.breaks:
        none = context.say("publishing-chapters-no-break-is-declared")
        return joined([paragraph(first, none), *after])
    items = [
        (
            _head(context, b),
            f"{context.text(b.text)} {scope_words(context, b)}{_bridges(context, b)}",
        )
        for b in survey.breaks
    ]
    but = (
        context.say("publishing-chapters-where-an-offset-of-method-was-measured")
        if any(b.bridges for b in survey.breaks)
        else ""
    )
    return joined([paragraph(first, but), definitions(items), *after])


def _vintages(context: Context) -> Piece:
    """Say in which release the figures of each edition took the values that they have."""
    known: dict[str, list[str]] = {}
    for wave, name in (context.store.release.get("vintages") or {}).items():
        label = context.wave_label(wave)
        label = label if context.capital_after_colon else lower_first(label)
        known.setdefault(name, []).append(label)
    if not known or context.unreviewed:
        return Piece("")
    sources = [
        context.say(
            "publishing-chapters-in-release",
            waves=in_words(waves, context.lang),
            name=name,
        )
        for name, waves in known.items()
    ]
    lead = context.say("publishing-chapters-figures-unchanged-since-their-release")
    title = context.say("publishing-chapters-vintage-of-the-figures")
    return definitions([(title, f"{context.colon(lead, '; '.join(sources))}.")])


def _bridges(naming: Naming, brk: Break) -> str:
    """Say which offsets of method were measured, how surely, and where they come from."""
    bridges = []
    for bridge in brk.bridges:
        name = naming.label(bridge.question)
        if bridge.breakdown != "total":
            name += f", {naming.group(bridge.breakdown, bridge.group)}"
        response = naming.response(bridge.question, bridge.net)
        digits = 1 if bridge.on == "points" else 2
        size, error = (naming.numbers.decimal(v, digits) for v in (bridge.offset, bridge.std_error))
        unit = (
            naming.say("publishing-chapters-points")
            if bridge.on == "points"
            else naming.say("publishing-chapters-on-the-logit-scale")
        )
        bridges.append(
            naming.say(
                "publishing-chapters-standard-error",
                name=name,
                response=response,
                size=size,
                unit=unit,
                error=error,
                source=naming.text(bridge.source).rstrip("."),
            )
        )
    if not bridges:
        return ""
    lead = naming.say("publishing-chapters-measured-offset-of-method")
    between = naming.say("publishing-chapters-signs")
    return f" {naming.colon(lead, between.join(bridges))}."


def _head(speech: Speech, brk: Break) -> str:
    kind = BREAK_TYPES[brk.type][speech.lang]
    when = speech.numbers.date(brk.date)
    return speech.say(
        "publishing-chapters-kind-when",
        kind=kind[:1].upper() + kind[1:],
        when=when,
    )


def scope_words(naming: Naming, found: Break) -> str:
    """Say where a break applies."""
    scope = found.scope
    parts = []
    if scope.questions is not None:
        parts.append(", ".join(naming.label(q) for q in scope.questions))
    for breakdown, groups in (scope.breakdowns or {}).items():
        name = naming.breakdown(breakdown)
        if groups is None:
            parts.append(name)
        else:
            listed = ", ".join(naming.group(breakdown, g) for g in groups)
            parts.append(f"{name} ({listed})")
    if scope.parts is not None:
        labels = [naming.text(naming.part(p).label) for p in scope.parts if p in naming.parts]
        parts.append(", ".join(labels or scope.parts))
    where = " · ".join(parts) or naming.say("publishing-chapters-every-question")
    return naming.colon(naming.say("publishing-chapters-scope"), where) + "."


def touched_words(naming: Naming, found: Break) -> str:
    """Count what a break touches, where a sheet has no room to name it."""
    scope = found.scope
    counted = []
    if scope.questions is not None:
        counted.append(("questions", len(scope.questions)))
    if scope.breakdowns:
        of = (len(naming.groups(b) if g is None else g) for b, g in scope.breakdowns.items())
        counted.append(("groups", sum(of)))
    texts = [naming.say("publishing-chapters-break-touches", of=of, n=n) for of, n in counted]
    if scope.parts is not None:
        texts += [naming.text(naming.part(p).label) for p in scope.parts if p in naming.parts]
    return ", ".join(texts) or naming.say("publishing-chapters-every-question")
