"""Whether a title that a writer put in the definition claims more than the verdicts allow.

A title is read clause by clause: the figures that it names, the direction, the editions, the
sizes. Whatever the store does not bear is refused with the word that goes too far; so is a title
that was true of an earlier edition.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from padai.errors import PublicationError
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.exhibits.exhibit_items import Item, cell_of, change_of, period_of, series_of
from padai.words import Said
from padai.words.languages import base

_SIDES: dict[str, dict[str, str]] = {
    "up": {
        "fr": r"augment\w*|hausse\w*|progress\w*|gagn\w*|cro[iî]\w*|mont(?:e|ent|é|ée|és|ées)|"
        r"davantage|remont\w*|améliorat?\w*",
        "es": r"aument\w*|sub(?:e|en|ió|ieron|ida\w*)|alzas?|crec\w*|gan(?:a|an|ó|aron)|"
        r"mejor\w*|más",
        "en": r"rose|rise[sn]?|rising|gain\w*|increas\w*|grew|grow\w*|up|climb\w*|improv\w*|more",
    },
    "down": {
        "fr": r"baiss\w*|recul\w*|perd\w*|diminu\w*|chut\w*|tomb\w*|dégrad\w*|moins",
        "es": r"disminu\w*|baj(?:a|an|ó|aron|as)|ca(?:e|en|yó|yeron|ída\w*)|p(?:erd|ierd)\w*|"
        r"retroced\w*|empeor\w*|menos",
        "en": r"fell|fall\w*|los[et]\w*|decreas\w*|drop\w*|down|declin\w*|worse\w*|less|fewer",
    },
    "same": {"fr": r"stables?|stabilité", "en": r"stable|steady", "es": r"estables?|estabilidad"},
}
_NEVER: dict[str, dict[str, str]] = {
    "fr": {
        "cause": r"parce qu\w*|à cause d\w*|grâce à|en raison d\w*|provoqu\w*|expliqu\w*",
        "strength": r"fortement|nettement|massivement|spectaculaire\w*|légèrement|effondr\w*|"
                    r"explos\w*|bond\w*|considérabl\w*",
        "nothing": r"inchangé\w*|n[’']a pas changé|pas de changement|aucun changement|identiques?",
    },
    "en": {
        "cause": r"because|due to|thanks to|caused|explain\w*|as a result",
        "strength": r"sharply|strongly|massive\w*|slightly|soar\w*|plung\w*|collaps\w*|surg\w*|"
                    r"significant\w*|considerabl\w*|dramatic\w*",
        "nothing": r"unchanged|has not changed|did not change|no change|identical",
    },
    "es": {
        "cause": r"porque|debido a|gracias a|a causa de|por culpa de|provoc\w*|expli(?:c|qu)\w*",
        "strength": r"fuertemente|notablemente|masiv\w*|espectacular\w*|drástic\w*|ligeramente|"
                    r"levemente|dispar\w*|desplom\w*|significativ\w*|considerabl\w*",
        "nothing": r"sin cambios?|no (?:ha cambiado|cambió|cambia)|no hubo cambios?|ningún cambio|"
                   r"idéntic\w*",
    },
}  # fmt: skip
"""What no title says, by language: a language that is not here has no title but padai's own."""
_WHY = {
    "cause": Said("publishing-language-claims-cause"),
    "strength": Said("publishing-language-claims-strength"),
    "nothing": Said("publishing-language-claims-nothing"),
}
_MAJORITY = {
    "fr": r"majorit\w*|plus de la moitié|plus d[’']une personne sur deux|la plupart",
    "en": r"majorit\w*|more than half|over half|most",
    "es": r"mayor[ií]a\w*|mayoritari\w*|más de la mitad|la mayor parte",
}
_SIDE_OF = {
    "rose": "up", "rose_less_than_margin": "up", "fell": "down", "fell_less_than_margin": "down",
    "stable": "same",
}  # fmt: skip
_CLAUSE = re.compile(
    r"[;.!?]\s|[;.!?]$|"
    r",\s(?:mais|tandis que|alors que|but|while|whereas|pero|mientras que|aunque)\s"
)
_NUMBER = re.compile(
    r"(?<![\d.,])([+−-]?\d+(?:[.,]\d+)?)(?!\d)[\s\u00a0\u202f]*(%|points?\b|puntos?\b)?"
)


@dataclass(frozen=True)
class ShownDirection:
    """What the store shows of one figure: a direction, between which editions."""

    side: str
    first: str
    last: str


@dataclass(frozen=True)
class TooFar:
    """A word of a title that goes further than the store, and why."""

    word: str
    said: Said


def checked_title(context: Readout, text: str, items: Sequence[Item], where: str) -> str:
    """Return a writer's title that claims no more than the verdicts of its figures.

    Parameters
    ----------
    text
        The title in the language of the context.
    items
        The figures that the exhibit shows.
    where
        The place in the definition, for the message.

    Raises
    ------
    PublicationError
        A word of it goes too far: direction, size, period, comparison, “majority”, cause.
    """
    check_words(text, context.part(items[0].part).sample_type, where)
    if base(context.lang) not in _NEVER:
        raise PublicationError(
            Said("publishing-language-claims-unknown", text=text, lang=context.lang), where=where
        )
    wrong = next(too_far(context, text, items), None)
    if wrong is not None:
        raise PublicationError(
            Said(
                "publishing-exhibits-the-title-goes-too-far-with-say-no-more",
                text=text,
                word=wrong.word,
                said=wrong.said,
            ),
            where=where,
        )
    return text if text.endswith((".", "!", "?")) else f"{text}."


def too_far(context: Readout, text: str, items: Sequence[Item]) -> Iterator[TooFar]:
    """Yield each word of a title that the store does not bear, in the order of its clauses."""
    lang = base(context.lang)
    for kind, pattern in _NEVER[lang].items():
        for word in _words(pattern, text):
            yield TooFar(word, _WHY[kind])
    for clause in filter(None, map(str.strip, _CLAUSE.split(text))):
        named = _named(context, clause, items)
        for side, patterns in _SIDES.items():
            for word in _words(patterns[lang], clause):
                yield from _direction(context, word, side, clause, named)
        for word in _words(_MAJORITY[lang], clause):
            yield from _majority(context, word, named)
        yield from _sizes(context, clause, named)


def _words(pattern: str, text: str) -> list[str]:
    return [m[0] for m in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)]


def _named(naming: Naming, clause: str, items: Sequence[Item]) -> Sequence[Item]:
    """Return the figures that a clause names, all where it names none."""
    lowered = clause.casefold()
    mentioned = [i for i in items if naming.label(i.question).casefold() in lowered]
    return mentioned or items


def _shown(context: Readout, item: Item) -> list[ShownDirection]:
    """Return what the store shows of a figure: since the earlier edition, over the period."""
    shown = []
    change, period = change_of(context.lookup, item), period_of(context, item)
    if change is not None and change.verdict in _SIDE_OF:
        shown.append(ShownDirection(_SIDE_OF[change.verdict], change.reference, change.wave))
    test = context.lookup.whole_period(
        item.question, item.response, item.breakdown, item.group, item.part
    )
    if period is not None and test is not None and test.verdict in _SIDE_OF:
        shown.append(ShownDirection(_SIDE_OF[test.verdict], test.first_wave, test.last_wave))
    return shown


def _direction(
    context: Readout, word: str, side: str, clause: str, named: Sequence[Item]
) -> Iterator[TooFar]:
    years = {w for w in context.survey.waves if _says(context, w, clause)}
    if not years - {context.wave}:
        yield TooFar(word, Said("publishing-exhibits-a-change-says-since-which-edition"))
        return
    for item in named:
        name = context.label(item.question)
        change = change_of(context.lookup, item)
        fits = [s for s in _shown(context, item) if _same_period(s, years, context.wave)]
        if any(s.side == side for s in fits):
            continue
        if change is not None and change.verdict == "not comparable" and change.reference in years:
            yield TooFar(
                word, Said("publishing-exhibits-these-editions-may-not-be-compared", name=name)
            )
        else:
            yield TooFar(
                word,
                Said(
                    "publishing-exhibits-no-verdict-of-says-so-of-that-period",
                    name=name,
                    wave=context.wave,
                ),
            )


def _says(naming: Naming, wave: str, clause: str) -> bool:
    """Whether a clause names an edition, by its id or by its label."""
    names = (re.escape(wave), re.escape(naming.wave_label(wave)))
    return any(re.search(rf"(?<!\w){n}(?!\w)", clause, re.IGNORECASE) for n in names)


def _same_period(shown: ShownDirection, years: set[str], now: str) -> bool:
    """Whether a clause speaks of the editions between which something is shown."""
    return shown.first in years and years <= {shown.first, shown.last, now}


def _majority(context: Readout, word: str, named: Sequence[Item]) -> Iterator[TooFar]:
    for item in named:
        cell = cell_of(context.lookup, item)
        if cell is None or not cell.conf_low > 0.5:
            name = context.label(item.question)
            yield TooFar(
                word, Said("publishing-exhibits-the-interval-does-not-lie-above-50", name=name)
            )


def _sizes(context: Readout, clause: str, named: Sequence[Item]) -> Iterator[TooFar]:
    """Yield each number of a clause that is neither a printed level nor the size of its change."""
    waves = set(context.survey.waves)
    mentioned = {w for w in waves if _says(context, w, clause)}
    levels = {n for item in named for n in _levels(context, item)}
    sizes = {n for item in named for n in _changes(context, item, mentioned)}
    texts = [context.label(item.question) for item in named]
    for text in sorted(texts, key=len, reverse=True):
        clause = re.sub(re.escape(text), " ", clause, flags=re.IGNORECASE)
    for match in _NUMBER.finditer(clause):
        bare = match[1].replace("−", "-").lstrip("+-").replace(",", ".")
        allowed = sizes if match[2] and match[2].startswith(("point", "punto")) else levels
        allowed = allowed if match[2] else levels | sizes
        if match[1] not in waves and bare not in allowed:
            yield TooFar(match[1], Said("publishing-exhibits-no-printed-figure-is-that-number"))


def _levels(context: Readout, item: Item) -> Iterator[str]:
    """Yield what was measured in each edition as a title may write it, whole or with decimals."""
    for cell in series_of(context.lookup, item):
        yield from _written(context, item, cell.estimate)


def _changes(context: Readout, item: Item, mentioned: set[str]) -> Iterator[str]:
    """Yield the sizes of the changes between the editions that a clause names, or of any."""
    change, period = change_of(context.lookup, item), period_of(context, item)
    test = context.lookup.whole_period(
        item.question, item.response, item.breakdown, item.group, item.part
    )
    if change is not None and (not mentioned or change.reference in mentioned):
        yield from _written(context, item, change.estimate)
    if period is not None and test is not None and (not mentioned or test.first_wave in mentioned):
        yield from _written(context, item, period.change)


def _written(naming: Naming, item: Item, value: float) -> Iterator[str]:
    factor = 1.0 if naming.kind(item.question, item.response) == "mean" else 100.0
    if math.isfinite(value):
        for digits in (0, 1, 2):
            yield naming.numbers.decimal(abs(value) * factor, digits).replace(",", ".")
