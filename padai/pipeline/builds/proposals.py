"""What the draft of a definition proposes to show: nets, what is followed, chapters, key results.

Everything here comes from scales and labels alone, never from the answers, and says that it is
proposed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from padai.interchange.platforms.scales import in_order
from padai.interchange.who_answered import says_who
from padai.pipeline.builds.proposed_titles import proposed_titles, told_apart
from padai.survey import Block, KeyResult, Net, Question, Section, Survey, Text
from padai.survey.answer_words import normal, without_code
from padai.survey.kinds import INFERENTIAL
from padai.survey.nominal_words import are_named
from padai.survey.opposite_words import opposite
from padai.survey.policies import BlockKind
from padai.survey.questions import Code
from padai.trends.families import put_to_respondents
from padai.words import Both, say

PROPOSED = Both("pipeline-proposed")
NET = "proposed"
_MOST_KEYS = 6
_MOST_BLOCKS = 12
_POINTS = (3, 7)
"""Fewest and most answers of a scale that is halved."""
_MOST_SHADES = 8
"""Answers in words up to which bars stacked in shades are told apart; problems named are more."""
_AGAIN = Both("pipeline-from-wave-to-wave")
_NO = re.compile(r"no|non|nein|nee|nej|nei|nao|ei|nie|not (selected|mentioned|chosen)|false")
_STEM = re.compile(r"(.+)[_.](?:[0-9]+|[A-Za-z])")
_MUCH = re.compile(
    r"(very|extremely|completely|totally|strongly (agree|approve|support|favou?r)|a great deal|"
    r"a lot|always|excellent|definitely|tres|tout a fait|entierement|totalement|beaucoup|toujours|"
    r"fortement|enormement|(agree|approve|support|favou?r) strongly|"
    r"otim[oa]|confia (muito|plenamente)|muy|much[oa]s?|siempre|"
    r"excelente|totalmente|muit[oa]s?|sempre|"
    r"molt[ea]?s?|sehr|voll und ganz|immer|ausgezeichnet|"
    r"concord[ao] (totalmente|completamente))\b"
)
_LITTLE = re.compile(
    r"(not (\w+ )?at all|not (very|much|too)|none|hardly|never|"
    r"strongly (disagree|disapprove|oppose)|(disagree|disapprove|oppose) strongly|"
    r"poor|bad|very (bad|badly|poor|poorly|dissatisfied|unlikely|unfavou?rable)|pas du tout|"
    r"jamais|aucune?|tres (mauvaise?|mal|insatisfaite?|defavorable|improbable|faible)|"
    r"pessim[oa]|nao confia|"
    r"(tout a fait|totalement|fortement) en desaccord|"
    r"nad[ae]|ningun[ao]?|nunca|muy (en desacuerdo|mal[oa]?|insatisfech[oa])|"
    r"totalmente en desacuerdo|nenhum[a]?|muito (mal|ma|mau|insatisfeit[oa])|"
    r"(discorda|discordo) (totalmente|completamente)|(gar|uberhaupt) nicht|keine?|nie|"
    r"gens|cap|mai|molt (en desacord|malament|dolent[ae]?|insatisfet[ae]?)|"
    r"sehr (schlecht|unzufrieden))\b"
)


def with_proposals(survey: Survey, wave_id: str, lang: str, day: dt.date) -> Survey:
    """Return a definition with nets, chapters and key results where it has none.

    Parameters
    ----------
    day
        When the key results are said to be chosen: after fieldwork, which the report then says.
    """
    reached = survey.waves[: survey.waves.index(wave_id) + 1]
    apart = {b.question for b in survey.breakdowns}
    apart |= {q.id for q in survey.questions.values() if _says_who(q, lang)}
    every = told_apart(survey.questions, lang).values()
    questions = {q.id: q if q.id in apart else _followed(q, reached, lang) for q in every}
    made = survey.model_copy(update={"questions": questions})
    asked = [q for q in put_to_respondents(made) if q.asked_in(wave_id) and _can_be_shown(q)]
    shown = [q for q in asked if q.id not in apart]
    last = [q for q in asked if q.id in apart]
    if not made.sections:
        again = reached if _inferential(made, wave_id) else ()
        sections = tuple(_sections(shown, last, again, lang))
        made = made.model_copy(update={"sections": sections, "questions": questions})
    if not made.key_results:
        made = made.model_copy(update={"key_results": tuple(_keys(shown, reached, lang, day))})
    return made


def halves(labels: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the answers on the stronger side of a scale, or none.

    A scale is one of which one end says much of something and the other little, or of which the
    ends are opposites. A middle answer is on neither side.

    Examples
    --------
    >>> halves(["A great deal", "Quite a lot", "Not very much", "None at all"])
    (0, 1)
    >>> halves(["1. Nada", "2. Poca", "3. Bastante", "4. Mucha"])
    (2, 3)
    >>> halves(["Liberal", "Conservative", "Green"])
    ()
    """
    low, high = _POINTS
    if not low <= len(labels) <= high:
        return ()
    side = _side(labels[0])
    if side * _side(labels[-1]) != -1:
        side = opposite(labels[0], labels[-1])
    half = len(labels) // 2
    counted = range(half) if side > 0 else range(len(labels) - half, len(labels))
    return tuple(counted) if side else ()


def _side(label: str) -> int:
    """Say whether an answer says much of something (1), little (-1), or neither (0)."""
    words = normal(without_code(label))
    if _LITTLE.match(words):
        return -1
    return 1 if _MUCH.match(words) else 0


def _followed(question: Question, waves: Sequence[str], lang: str) -> Question:
    """Return a question that says what is followed of it: a net of its scale, or an answer."""
    if question.headline_net or not _can_be_shown(question):
        return question
    if question.type == "single" and not question.all_nets:
        net = _net(question, lang)
        if net is not None:
            return question.model_copy(update={"nets": (net,), "headline_net": net.id})
    if question.all_nets or (question.type == "rating" and question.scores):
        return question
    return question.model_copy(update={"headline_net": _one_answer(question, lang)})


def _one_answer(question: Question, lang: str) -> str:
    """Return the answer that is followed where none is better: the first, and yes before no."""
    codes = question.scale.codes if question.scale else ()
    denied = len(codes) == 2 and (codes[0].value == 0 or _denies(codes[0].label.get(lang, "")))
    return codes[1 if denied else 0].code


def _denies(label: str) -> bool:
    return _NO.fullmatch(normal(without_code(label))) is not None


def _answers(question: Question) -> list[str]:
    return [c.code for c in question.scale.codes] if question.scale else []


def _net(question: Question, lang: str) -> Net | None:
    codes = _in_order(question.scale.codes if question.scale else (), lang)
    chosen = [codes[k] for k in halves([c.label.get(lang, c.code) for c in codes])]
    if not chosen:
        return None
    labels = " / ".join(without_code(c.label.get(lang, c.code)) for c in chosen)
    label = _text(lang, f"{labels} ({PROPOSED[lang]})")
    return Net(id=NET, codes=tuple(c.code for c in chosen), label=label)


def _in_order(codes: Sequence[Code], lang: str) -> Sequence[Code]:
    """Return answers in the order of their numbers; of texts, in that of a scale that is known."""
    if not any(isinstance(c.value, str) for c in codes):
        return codes
    labels = {c.label.get(lang, c.code): c for c in codes}
    ordered, known = in_order(labels)
    return [labels[label] for label in ordered] if known and len(labels) == len(codes) else ()


def _text(lang: str, words: str) -> Text:
    """Return a text in the language of the draft, whatever the labels that it is made of are in."""
    return Text.model_validate({lang: words})


def _says_who(question: Question, lang: str) -> bool:
    """Whether a question parts people: shown behind the others, and no result is proposed of it."""
    label = question.label.get(lang, "")
    return says_who(question.id, [label] if label and label != question.id else [])


def _can_be_shown(question: Question) -> bool:
    return question.type in ("single", "multiple", "rating") and bool(_answers(question))


def _repeated(question: Question, waves: Sequence[str]) -> bool:
    return sum(question.asked_in(w) for w in waves) > 1


def _keys(
    shown: Iterable[Question], waves: Sequence[str], lang: str, day: dt.date
) -> Iterable[KeyResult]:
    """Propose results, in the order of the questions: nets first, and what was asked most often."""
    followed = [q for q in shown if q.all_nets or q.headline_net]  # of a mean nothing is followed
    scaled = [q for q in followed if q.all_nets] or [q for q in followed if _repeated(q, waves)]
    often = sorted(scaled, key=lambda q: -sum(q.asked_in(w) for w in waves))[:_MOST_KEYS]
    for question in (q for q in scaled if q in often):
        net = question.headline_net or next(n.id for n in question.all_nets)
        yield KeyResult(
            id=question.id,
            question=question.id,
            net=net,
            declared=day,
            label=_text(lang, _result(question, net, lang)),
        )


def _result(question: Question, net: str, lang: str) -> str:
    """Name a result by its question and by what is followed of it."""
    mark = f" ({PROPOSED[lang]})"
    label = f"{question.label.get(lang)} – {question.response_label(net, lang)}"
    return label if label.endswith(mark) else label + mark


# --- chapters ------------------------------------------------------------------------------------


def _sections(
    shown: Sequence[Question], last: Sequence[Question], waves: Sequence[str], lang: str
) -> Iterable[Section]:
    """Make chapters of the questions in their order, each battery whole where it begins.

    `last` are the questions that divide people into groups: who answered, and no trend.
    """
    batteries = _batteries(shown, lang)
    every = [*batteries, *([question] for question in last)]
    titles = proposed_titles([[q.label.get(lang) for q in battery] for battery in every])
    exhibits = [
        block
        for place, (battery, title) in enumerate(zip(every, titles, strict=True))
        for block in _blocks(battery, title, waves if place < len(batteries) else (), lang)
    ]
    for place in range(0, len(exhibits), _MOST_BLOCKS):
        blocks = exhibits[place : place + _MOST_BLOCKS]
        number = place // _MOST_BLOCKS + 1
        title = say("pipeline-questions-0f38", lang, number=number)
        if len(exhibits) <= _MOST_BLOCKS:
            title = say("pipeline-questions-778c", lang)
        yield Section(id=f"questions-{number}", title=_text(lang, title), blocks=tuple(blocks))


def _inferential(survey: Survey, wave_id: str) -> bool:
    """Whether every part of a wave is of a sample type that has trends."""
    return all(p.sample_type in INFERENTIAL for p in survey.wave(wave_id).parts.values())


def _batteries(shown: Sequence[Question], lang: str) -> list[list[Question]]:
    """Gather the questions that have the same answers, where the first of them stands.

    Numbers without words are the same answers only under names that differ by their last part.
    """
    batteries: dict[object, list[Question]] = {}
    for question in shown:
        scale = question.scale
        assert scale is not None
        labels = tuple((c.code, c.label) for c in scale.codes)
        mute = not scale.id and all(c.label.get(lang, c.code) == c.code for c in scale.codes)
        stem = _STEM.fullmatch(question.id) if mute else None
        in_words = sum(c.label.get(lang, c.code) != c.code for c in scale.codes)
        odd = len(labels) < _POINTS[0] or in_words > _MOST_SHADES
        named = are_named([c.label.get(lang, "") for c in scale.codes])
        named |= question.type == "single" and not _in_order(scale.codes, lang)
        named &= not question.all_nets
        alone = question.type != "single" or odd or named or (mute and not stem)
        alike = (scale.id, stem[1] if stem else "", str(labels), question.headline_net)
        key = question.id if alone else alike
        batteries.setdefault(key, []).append(question)
    return list(batteries.values())


def _blocks(
    questions: Sequence[Question], title: str, waves: Sequence[str], lang: str
) -> Iterable[Block]:
    several = len(questions) > 1
    ids = tuple(q.id for q in questions)
    kind: BlockKind = "scale" if several else "bars"
    yield Block(kind=kind, questions=ids, title=_text(lang, title))
    again = tuple(q.id for q in questions if _repeated(q, waves))
    if again:
        yield Block(kind="trend", questions=again, title=_text(lang, f"{title} – {_AGAIN[lang]}"))
