"""What one file of a definition says of another must be there."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from padai.errors import Said
from padai.survey.column_checks import told_again
from padai.survey.definition import Survey, text_tags
from padai.survey.deposit_checks import deposit_refused
from padai.survey.event_checks import event_faults
from padai.survey.indices import Index, without_score
from padai.survey.policies import Block, Breakdown, Bridge
from padai.survey.questions import Question
from padai.survey.rotation_checks import rotation_faults
from padai.survey.scope_checks import scope_faults
from padai.survey.yaml_files import YamlDocument, listed
from padai.words import LANGUAGES

_NAMED = 8
"""Names that there are, where none is near."""
Fault = tuple[str, tuple[str | int, ...], Said]
_Wrong = tuple[tuple[str | int, ...], Said]


def check_references(survey: Survey, documents: dict[str, YamlDocument]) -> None:
    """Refuse a definition that names a question, net, wave, breakdown or code that it lacks."""
    faults = [*_head(survey), *_questionnaire(survey), *_order(survey), *_tags(survey)]
    if faults:
        count = len(faults)
        raise listed(
            [(documents[file].place(at), "", message) for file, at, message in faults],
            Said("survey-the-definition-names-thing-s-that-it", count=count),
            survey.id,
        )
    if shared := [*told_again(survey)]:
        raise listed(
            [(documents["questionnaire"].place(at), "", message) for at, message in shared],
            Said("survey-sensitive-answers-are-told-under-another-name", count=len(shared)),
            survey.id,
        )
    if refused := [*deposit_refused(survey)]:
        raise listed(
            [(documents["survey"].place(at), "", message) for at, message in refused],
            Said("survey-the-deposit-names-thing-s-that-may-not", count=len(refused)),
            survey.id,
        )


def unknown(kind: str, name: str, known: list[str]) -> Said:
    """Say that there is no such thing, and which name is near, or else which names there are."""
    close = get_close_matches(name, known, n=1)
    absent = Said("survey-names-no", kind=kind, name=name)
    if close:
        return Said("survey-did-you-mean", absent=absent, close=close[0])
    if not known:
        return absent
    shown, more = ", ".join(known[:_NAMED]), len(known) - _NAMED
    return Said("survey-names-there-are", absent=absent, known=shown, more=max(more, 0))


def _of(kind: str, name: str, message: Said) -> Said:
    """Say what it is in that is wrong."""
    return Said("survey-en-name-said", kind=kind, name=name, said=message)


def followed(survey: Survey, question_id: str, net: str | None) -> Said | None:
    """Say what is wrong with a question and the net or code followed in it."""
    question = survey.questions.get(question_id)
    if question is None:
        return unknown("question", question_id, list(survey.questions))
    if net is None or net == "mean":
        return None
    known = [*question.codes, *(n.id for n in question.all_nets)]
    if net in known:
        return None
    return _of("question", question_id, unknown("net-or-code", net, known))


def _head(survey: Survey) -> Iterator[Fault]:
    breakdowns = [b.id for b in survey.breakdowns]
    for index, breakdown in enumerate(survey.breakdowns):
        yield from _breakdown(survey, index, breakdown.id)
    yield from (("survey", at, message) for at, message in _followed_ones(survey, breakdowns))
    yield from (("survey", at, message) for at, message in _shown_ones(survey, breakdowns))
    yield from (("survey", ("roles", r), message) for r, message in _roles(survey))
    yield from (("survey", at, message) for at, message in _deposit(survey, breakdowns))
    yield from _breaks(survey, breakdowns)
    yield from (("survey", at, message) for at, message in scope_faults(survey, unknown))
    yield from (("survey", ("events", e), message) for e, message in event_faults(survey))


def _followed_ones(survey: Survey, breakdowns: list[str]) -> Iterator[_Wrong]:
    """Hold families and key results to what is asked, and to breakdowns that there are."""
    for f, family in enumerate(survey.families):
        for comparison in family.comparisons:
            if wrong := followed(survey, comparison.question, comparison.net):
                yield ("families", f), wrong
    for k, result in enumerate(survey.key_results):
        if wrong := followed(survey, result.question, result.net):
            yield ("key_results", k), wrong
        if result.breakdown != "total" and result.breakdown not in breakdowns:
            yield ("key_results", k), unknown("breakdown", result.breakdown, breakdowns)


def _shown_ones(survey: Survey, breakdowns: list[str]) -> Iterator[_Wrong]:
    """Hold indices and the blocks of a report to what is asked."""
    for i, each in enumerate(survey.indices):
        yield from ((("indices", i), message) for message in _index(survey, each, breakdowns))
    for s, section in enumerate(survey.sections):
        for b, block in enumerate(section.blocks):
            at = ("sections", s, "blocks", b)
            yield from ((at, message) for message in _block(survey, block, breakdowns))


def _roles(survey: Survey) -> Iterator[tuple[str, Said]]:
    known = list(survey.questions)
    for role, questions in survey.roles.items():
        yield from ((role, unknown("question", q, known)) for q in questions if q not in known)


def _deposit(survey: Survey, breakdowns: list[str]) -> Iterator[_Wrong]:
    """Hold what goes to an archive to questions and breakdowns that there are."""
    if survey.deposit is None:
        return
    for kind, names, known in (
        ("question", survey.deposit.questions, list(survey.questions)),
        ("breakdown", survey.deposit.profile, breakdowns),
    ):
        field = "questions" if kind == "question" else "profile"
        for place, name in enumerate(names):
            if name not in known:
                yield ("deposit", field, place), unknown(kind, name, known)


def _breakdown(survey: Survey, index: int, breakdown_id: str) -> Iterator[Fault]:
    breakdown = survey.breakdowns[index]
    at = ("breakdowns", index)
    question = survey.questions.get(breakdown.question)
    if question is None:
        yield "survey", at, unknown("question", breakdown.question, list(survey.questions))
        return
    known = [*question.codes, *question.excluded]
    if not (breakdown.groups or question.codes):
        message = Said(
            "survey-question-is-of-type-without-codes-to",
            question_id=question.id,
            question_type=question.type,
        )
        yield "survey", at, _of("breakdown", breakdown_id, message)
    for group in breakdown.groups:
        if not group.codes and group.min is None and group.max is None:
            message = Said("survey-group-has-no-codes-and-no-range", group_id=group.id)
            yield "survey", at, _of("breakdown", breakdown_id, message)
        for code in group.codes:
            if code not in known:
                message = unknown("code", code, known)
                yield "survey", at, _of("breakdown", breakdown_id, message)
    for message in _places(breakdown, [g.id for g in breakdown.groups] or list(question.codes)):
        yield "survey", at, _of("tiles", breakdown_id, message)


def _places(breakdown: Breakdown, groups: list[str]) -> Iterator[Said]:
    """Hold the places on a map to the groups, each of which has one."""
    if breakdown.tiles is None:
        return
    yield from (unknown("group", n, groups) for n in breakdown.tiles if n not in groups)
    if lacking := ", ".join(g for g in groups if g not in breakdown.tiles):
        yield Said("survey-no-place-for", lacking=lacking)


def _block(survey: Survey, block: Block, breakdowns: list[str]) -> Iterator[Said]:
    for question_id in block.questions:
        if wrong := followed(survey, question_id, block.net):
            yield wrong
    if block.kind == "drivers" and not (block.questions and block.net and block.by):
        yield Said("survey-a-block-of-the-kind-drivers-names")
    for name in block.by:
        if name not in breakdowns:
            yield unknown("breakdown", name, breakdowns)
    if block.kind == "tiles":
        yield from _tiles(survey, block)


def _tiles(survey: Survey, block: Block) -> Iterator[Said]:
    """Find what keeps a grid from being drawn: no place, or a breakdown that is not reported."""
    placed = [b.id for b in survey.breakdowns if b.tiles]
    if len(block.by) != 1 or not block.questions:
        yield Said("survey-a-block-of-the-kind-tiles-names")
    for name in block.by:
        if name not in placed:
            yield Said("survey-breakdown-has-no-tiles-which-say-where", name=name)
        elif survey.report_breakdowns is not None and name not in survey.report_breakdowns:
            yield Said("survey-breakdown-is-not-in-report-breakdowns-so", name=name)


def _index(survey: Survey, index: Index, breakdowns: list[str]) -> Iterator[Said]:
    for message in _index_faults(survey, index, breakdowns):
        yield _of("index", index.id, message)


def _index_faults(survey: Survey, index: Index, breakdowns: list[str]) -> Iterator[Said]:
    if index.id in survey.questions:
        yield Said("survey-a-question-has-the-same-id")
    for item in index.items:
        question = survey.questions.get(item)
        if question is None:
            yield unknown("question", item, list(survey.questions))
            continue
        if not (question.scores or question.range or index.scores):
            yield Said("survey-the-answers-of-have-no-scores-write-them", item=item)
        for code in index.scores:
            if not question.scores and code not in question.codes:
                message = unknown("code", code, list(question.codes))
                yield _of("question", item, message)
        lacking = without_score(question, index.scores)
        if index.scores and lacking:
            yield Said("survey-an-index-has-no-score-of", item=item, codes=", ".join(lacking))
    for name in index.invariance:
        if name not in breakdowns and name not in survey.questions:
            yield unknown("breakdown", name, breakdowns)


def _breaks(survey: Survey, breakdowns: list[str]) -> Iterator[Fault]:
    for index, brk in enumerate(survey.breaks):
        at = ("breaks", index)
        for question_id in brk.scope.questions or ():
            if question_id not in survey.questions:
                yield "survey", at, unknown("question", question_id, list(survey.questions))
        for name in brk.scope.breakdowns or ():
            if name not in breakdowns:
                yield "survey", at, unknown("breakdown", name, breakdowns)
        for bridge in brk.bridges:
            for message in _bridge(survey, bridge, breakdowns):
                yield "survey", at, _of("bridge", bridge.question, message)


def _bridge(survey: Survey, bridge: Bridge, breakdowns: list[str]) -> Iterator[Said]:
    """Find what a bridge names that is not there: it would silently bridge nothing."""
    if wrong := followed(survey, bridge.question, bridge.net):
        yield wrong
    own = [name for name in bridge.breakdown.split("*") if name not in ("total", *breakdowns)]
    yield from (unknown("breakdown", name, breakdowns) for name in own)
    if (bridge.breakdown == "total") != (bridge.group == "total"):
        yield Said(
            "survey-breakdown-and-group-do-not-go-together",
            breakdown=bridge.breakdown,
            group=bridge.group,
        )
    elif not own and bridge.breakdown != "total" and "*" not in bridge.breakdown:
        groups = [group.id for group in survey.breakdown(bridge.breakdown).groups]
        if bridge.group not in groups:
            yield unknown("group", bridge.group, groups)


def _questionnaire(survey: Survey) -> Iterator[Fault]:
    modules = rotation_faults(survey)
    yield from (("questionnaire", ("rotations", m), fault) for m, fault in modules)
    for index, question in enumerate(survey.questions.values()):
        at = ("questions", index)
        for message in _question(survey, question):
            yield "questionnaire", at, _of("question", question.id, message)


def _question(survey: Survey, question: Question) -> Iterator[Said]:
    for wave_id in (*(question.waves or ()), *(e.until for e in question.earlier_wordings)):
        if wave_id not in survey.waves:
            yield unknown("wave", wave_id, list(survey.waves))
    if question.scenario is not None and question.scenario not in survey.scenarios:
        yield unknown("scenario", question.scenario, list(survey.scenarios))
    for asked in question.base.questions if question.base else ():
        if asked not in survey.questions:
            yield unknown("question", asked, list(survey.questions))
    for wave_id in question.scale.file_values if question.scale else ():
        if wave_id not in survey.waves:
            yield unknown("wave", wave_id, list(survey.waves))
    for wave_id in (*question.columns, *question.marks):
        if wave_id != "default" and wave_id not in survey.waves:
            yield unknown("wave", wave_id, list(survey.waves))


def _tags(survey: Survey) -> Iterator[Fault]:
    """Find texts in a language that `languages:` does not list: a tag mistyped, or forgotten."""
    extra: dict[str, str] = {}
    for name, tags in text_tags(survey):
        for tag in tags:
            if tag not in (*LANGUAGES, *survey.languages):
                extra.setdefault(tag, name)
    for tag, name in extra.items():
        yield (
            "survey",
            ("languages",),
            Said("survey-the-text-is-in-which-languages-does-not", name=name, tag=tag),
        )


def _order(survey: Survey) -> Iterator[Fault]:
    twice = sorted({w for w in survey.waves if survey.waves.count(w) > 1}, key=survey.waves.index)
    for wave in twice:
        yield "survey", ("waves",), Said("survey-wave-is-named-twice", wave=wave)
    known = [w for w in dict.fromkeys(survey.waves) if survey.wave_defs[w].fieldwork.known]
    dates = [(survey.wave_defs[w].date, w) for w in known]
    for (before, first), (after, second) in pairwise(dates):
        if after <= before:
            yield (
                "survey",
                ("waves",),
                Said("survey-wave-was-fielded-before-wave-or-at-the", second=second, first=first),
            )
