"""The page for the press: sentences that may be quoted, and what the data forbid to write."""

from __future__ import annotations

from padai.publishing.chapters.declared import declared_sentence
from padai.publishing.chapters.executive import compared_groups, group_name, headline_items
from padai.publishing.chapters.opening import PAGES, became, certainty, named
from padai.publishing.chapters.reading import scope_words
from padai.publishing.chapters.robustness import dependence
from padai.publishing.context import Context
from padai.publishing.emit import Piece, heading, joined, link, marked, paragraph, quotation, terms
from padai.publishing.exhibits.asked import wordings
from padai.publishing.exhibits.common import (
    Item,
    cell_of,
    change_of,
    flags_note,
    score_range,
    whole_period,
    words_of,
)
from padai.publishing.lookup import MAIN, Cell
from padai.publishing.sentences import ended, lower_first, upper_first
from padai.publishing.sentences import joined as in_words
from padai.publishing.vocabulary import check_words
from padai.survey import KeyResult


def quotable(context: Context) -> Piece:
    """Return every key result as a sentence to quote, with what must go with it."""
    pieces = []
    for number, result in enumerate(context.store.survey.key_results, start=1):
        pieces += [
            heading(3, f"{number}. {named(context, result).rstrip('.')}", f"k-{result.id}"),
            *_result(context, result),
        ]
    return joined(pieces)


def _result(context: Context, result: KeyResult) -> list[Piece]:
    item = Item(result.question, result.net, result.breakdown, result.group)
    cell = cell_of(context, item)
    if cell is None or not cell.shown:
        why = context.say(
            "La question n’a pas été posée à cette édition.",
            "The question was not asked in this edition.",
        ) if cell is None else certainty(context, cell)  # fmt: skip
        return [paragraph(why)]
    sentences = [
        quotable_sentence(context, result, cell),
        whole_period(context, item),
        became(context, item),
        dependence(context, item),
    ]
    wave = context.store.survey.wave(context.store.wave)
    dates = context.numbers.fieldwork(wave.fieldwork)
    part = context.part(MAIN)
    base = f"{context.base_words([result.question])}, n\u00a0=\u00a0{context.base([cell])}"
    details = [
        (context.say("Base", "Base"), ended(base)),
        (context.say("Dates", "Dates"), ended(dates)),
        (context.say("Type d’échantillon", "Sample type"),
         f"{context.words(MAIN).kind}, {context.mode()}."),
        (context.say("Certitude", "Certainty"),
         lower_first(f"{certainty(context, cell)} {flags_note(context, [cell])}".strip())),
        (context.say("Choix du résultat", "Choice of the result"),
         lower_first(declared_sentence(context, result))),
    ]  # fmt: skip
    for text in (*sentences, *(t for _, t in details)):
        check_words(text, part.sample_type, f"key result '{result.id}'")
    return [
        marked("lead", quotation(*sentences)),
        paragraph(wordings(context, [item])),
        terms(details, context.colon("", "")),
        Piece(link(context.say("Détail dans le rapport", "Details in the report"),
                   _address(context, result.question))),
    ]  # fmt: skip


def quotable_sentence(context: Context, result: KeyResult, cell: Cell) -> str:
    """Say a figure in one sentence: whose share, of which answer, how much, how sure."""
    question = context.question(result.question)
    kind = context.kind(result.question, result.net)
    answer = context.response(result.question, result.net)
    quoted = context.say(f"«\u00a0{answer}\u00a0»", f"“{answer}”")
    whole = not (question.base or question.base_label)
    people = context.words(MAIN).people if whole else context.say(
        "des personnes à qui la question a été posée", "of the people who were asked the question"
    )  # fmt: skip
    value = bare_value(context, cell)
    if kind == "mean":
        low, high = (context.numbers.decimal(v, 0) for v in score_range(context, question.id))
        what = context.say(f"la moyenne, sur une échelle de {low} à {high}, est de {value}",
                           f"the mean, on a scale from {low} to {high}, is {value}")  # fmt: skip
    elif kind == "balance":
        what = context.say(f"le solde {quoted} est de {value}", f"the balance {quoted} is {value}")
    else:
        net = question.net(result.net)
        counted = net is not None and len(net.codes) > 1
        what = context.say(
            f"la part {people} dont la réponse est {'classée ' if counted else ''}{quoted} "
            f"est de {value}",
            f"the share {people} whose answer is {'counted as ' if counted else ''}{quoted} "
            f"is {value}",
        )
    sure = ""
    if context.words(cell.part).has_intervals and cell.has_interval:
        sure = f" ({context.colon(context.words(cell.part).interval, context.interval(cell))})"
    return context.colon(named(context, result).rstrip("."), what + sure) + "."


def bare_value(context: Context, cell: Cell) -> str:
    """Write a figure with its unit and without its flags."""
    kind = context.kind(cell.question, cell.response)
    if kind == "balance":
        return context.numbers.change(cell.estimate, "balance")
    if context.counts_only(cell.part):
        return context.value(cell)
    return context.numbers.level(cell.estimate, kind)


def _address(context: Context, question: str) -> str:
    """Return where the report shows a question: its chapter, else the questionnaire."""
    report = PAGES["report"][context.lang]
    for section in context.store.survey.sections:
        if any(question in block.questions for block in section.blocks):
            return f"{report}#sec-{section.id}"
    return f"{report}#sec-questionnaire"


# --- what must not be written --------------------------------------------------------------------


def not_to_write(context: Context) -> Piece:
    """List what the data of this wave do not allow, each with its reason."""
    lines = [*_breaks(context), *_majorities(context), *_untold(context), *_points(context),
             *_groups(context), *_parts(context)]  # fmt: skip
    for pair in lines:
        check_words(" ".join(pair), context.part(MAIN).sample_type, "page for the press")
    return terms(lines, context.colon("", ""))


def _breaks(context: Context) -> list[tuple[str, str]]:
    declared = {b.id: b for b in context.store.survey.breaks}
    found = []
    for break_id in context.store.tables["breaks"]["id"].tolist():
        one = declared[break_id]
        when = context.numbers.date(one.date)
        but = context.say(
            " Sauf les changements publiés, qui tiennent compte d’un écart de méthode mesuré.",
            " Except the published changes, which account for a measured offset of method.",
        ) if one.bridges else ""  # fmt: skip
        found.append((
            context.say(f"Une comparaison de part et d’autre de la rupture du {when}",
                        f"A comparison across the break of {when}"),
            ended(f"{context.text(one.text)} {scope_words(context, one)}") + but,
        ))  # fmt: skip
    return found


def _named_cells(context: Context) -> list[tuple[str, Cell]]:
    """Return the key results that are shown, each by its name."""
    return [
        (named(context, k).rstrip("."), cell)
        for k in context.store.survey.key_results
        if (cell := cell_of(context, Item(k.question, k.net, k.breakdown, k.group))) is not None
        and cell.shown
    ]


def _majorities(context: Context) -> list[tuple[str, str]]:
    if not context.words(MAIN).has_intervals:
        return []
    covering = [
        f"{name} ({context.interval(cell)})"
        for name, cell in _named_cells(context)
        if context.kind(cell.question, cell.response) == "share"
        and cell.has_interval
        and cell.conf_low <= 0.5 <= cell.conf_high
    ]
    if not covering:
        return []
    why = context.say("L’intervalle couvre 50\u00a0%.", "The interval covers 50%.")
    return [(
        context.say("«\u00a0une majorité\u00a0», «\u00a0plus de la moitié\u00a0», "
                    "«\u00a0une minorité\u00a0»", "“a majority”, “more than half”, “a minority”"),
        f"{ended(in_words(covering, context.lang))} {why}",
    )]  # fmt: skip


def _verdicts(context: Context, *wanted: str) -> list[Item]:
    if not context.words(MAIN).has_intervals:
        return []
    own = [Item(k.question, k.net, k.breakdown, k.group) for k in context.store.survey.key_results]
    return [
        item
        for item in dict.fromkeys([*own, *headline_items(context)])
        if (found := change_of(context, item)) is not None and found.verdict in wanted
    ]


def _item_name(context: Context, item: Item) -> str:
    for k in context.store.survey.key_results:
        if Item(k.question, k.net, k.breakdown, k.group) == item:
            return named(context, k).rstrip(".")
    return f"{context.label(item.question)}, {context.response(item.question, item.response)}"


def _untold(context: Context) -> list[tuple[str, str]]:
    untold = _verdicts(context, "cannot_tell")
    found = [_item_name(context, i) for i in untold]
    if not found:
        return []
    words = (words_of(context, change_of(context, i)) for i in untold)
    why = " ".join(ended(upper_first(w)) for w in dict.fromkeys(words))
    return [(
        context.say("Une hausse, une baisse, ou «\u00a0pas de changement\u00a0»",
                    "A rise, a fall, or “no change”"),
        f"{ended(in_words(found, context.lang))} {why}",
    )]  # fmt: skip


def _points(context: Context) -> list[tuple[str, str]]:
    shown = [
        found
        for item in _verdicts(context, "rose", "fell", "rose_less_than_margin",
                              "fell_less_than_margin")
        if context.kind(item.question, item.response) == "share"
        and (found := change_of(context, item)) is not None and found.shown
    ]  # fmt: skip
    if not shown:
        return []
    one = shown[0]
    item = Item(one.question, one.response, one.breakdown, one.group)
    wrong = f"{context.numbers.points(one.estimate)}{context.numbers.percent_sign}"
    quoted = context.say(f"«\u00a0{wrong}\u00a0»", f"“{wrong}”")
    right = context.numbers.change(one.estimate, "share")
    why = context.say(
        f"Un écart entre deux pourcentages se dit en points\u00a0: {right}.",
        f"A difference between two percentages is said in points: {right}.",
    )
    return [(quoted, f"{ended(_item_name(context, item))} {why}")]


def _groups(context: Context) -> list[tuple[str, str]]:
    hidden: dict[str, None] = {}
    small: dict[str, dict[str, None]] = {}
    reliability = context.store.survey.reliability
    for result in context.store.survey.key_results:
        for cell, _ in compared_groups(context, result):
            if not cell.shown:
                hidden[f"{group_name(context, cell)} ({context.withheld(cell)})"] = None
            elif "b" in cell.flag.split():
                name = context.group(cell.breakdown, cell.group)
                small.setdefault(context.breakdown(cell.breakdown), {})[name] = None
    lines = []
    if hidden:
        lines.append((
            context.say("Un chiffre sur un groupe trop petit", "A figure on a group too small"),
            ended(in_words(list(hidden), context.lang)),
        ))  # fmt: skip
    if small:
        low, high = reliability.minimum_base, reliability.small_base - 1
        listed = "; ".join(f"{b} ({', '.join(groups)})" for b, groups in small.items())
        lines.append((
            context.say("Un chiffre sur un groupe de peu de répondants, sans le dire",
                        "A figure on a group of few respondents without saying so"),
            f"{listed}. " + context.say(f"De {low} à {high} répondants.",
                                        f"{low} to {high} respondents."),
        ))  # fmt: skip
    return lines


def _parts(context: Context) -> list[tuple[str, str]]:
    others = [context.text(context.part(p).label) for p in context.parts if p != MAIN]
    if not others:
        return []
    return [(
        context.say("Une somme ou une moyenne des parties de l’enquête",
                    "A sum or an average of the parts of the survey"),
        ended(in_words([context.text(context.part(MAIN).label), *others], context.lang))
        + context.say(" Chacune a sa propre population.", " Each has its own population."),
    )]  # fmt: skip
