"""The words that a sample type allows, and those that it forbids.

A probability sample has confidence intervals and margins of error; a quota sample has indicative
intervals; an open consultation and a citizens' panel speak of the people who took part. The words
are chosen here, once, and everything that publishing prints is searched for the forbidden ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Literal

from padai.errors import PublicationError
from padai.survey.kinds import SampleType
from padai.words import Both, Joined, Said, say

_AP = "['’]"
UNTOLD = "untold"
"""The words of a sample of which nobody has said the type: those of quotas, which claim least."""


@dataclass(frozen=True)
class Vocabulary:
    """The words of one sample type in one language.

    Attributes
    ----------
    kind
        The name of the sample type, for the title block.
    interval, interval_short
        What an interval is called, with the level in place; empty where none may be shown.
    under
        The sentence that stands under every chart and table; empty where none is asked.
    banner
        The sentence that stands on every page, picture and sheet; empty where none is asked.
    people
        The people that a share is of, after a share: ``"des répondants"``.
    precision
        The statement of precision in the methodology.
    """

    kind: str
    interval: str
    interval_short: str
    under: str
    banner: str
    people: str
    precision: str

    @property
    def has_intervals(self) -> bool:
        """Whether intervals, verdicts and trends may be shown."""
        return bool(self.interval)


_WORDS: dict[str, dict[str, str]] = {
    "probability": {
        "kind": "publishing-language-probability-kind",
        "interval": "publishing-language-probability-interval",
        "interval_short": "publishing-language-probability-interval-short",
        "people": "publishing-language-probability-people",
        "precision": "publishing-language-probability-precision",
    },
    "quota": {
        "kind": "publishing-language-quota-kind",
        "interval": "publishing-language-quota-interval",
        "interval_short": "publishing-language-quota-interval-short",
        "under": "publishing-language-quota-under",
        "people": "publishing-language-quota-people",
        "precision": "publishing-language-quota-precision",
    },
    UNTOLD: {
        "kind": "publishing-language-untold-kind",
        "interval": "publishing-language-untold-interval",
        "interval_short": "publishing-language-untold-interval-short",
        "under": "publishing-language-untold-under",
        "people": "publishing-language-untold-people",
        "precision": "publishing-language-untold-precision",
    },
    "open": {
        "kind": "publishing-language-open-kind",
        "banner": "publishing-language-open-banner",
        "people": "publishing-language-open-people",
        "precision": "publishing-language-open-precision",
    },
    "minipublic": {
        "kind": "publishing-language-minipublic-kind",
        "banner": "publishing-language-minipublic-banner",
        "people": "publishing-language-minipublic-people",
        "precision": "publishing-language-minipublic-precision",
    },
}
"""The messages of each sample type, by field of its words; a field that is absent is empty."""
_WEIGHTS = {
    "calibrated": "publishing-language-weights-calibrated",
    "delivered": "publishing-language-weights-delivered",
    "none": "publishing-language-weights-none",
}
"""What an interval of a probability sample accounts for, by where the weights come from."""

_SIGNIFICANT = (
    r"\bsignificati(?:f|ve|fs|ves|vement)\b", r"\bsignifican(?:t|tly|ce)\b",
    r"\bsignificativ(?:[oa]s?|amente|idad)\b",
)  # fmt: skip
_QUOTA_FORBIDDEN = (
    rf"\bmarges?\s+d{_AP}erreur", r"\bmargins?\s+of\s+error", r"\b19\s+fois\s+sur\s+20\b",
    r"\b19\s+times\s+out\s+of\s+20\b", *_SIGNIFICANT, r"\breprésentati(?:f|ve|fs|ves|vité)\b",
    r"\brepresentativ(?:e|ely|eness)\b", r"\bintervalles?\s+de\s+confiance\b",
    r"\bconfidence\s+intervals?\b",
    r"\bm[áa]rgen(?:es)?\s+de\s+error\b", r"\b19\s+de\s+cada\s+20\b",
    r"\brepresentativ(?:[oa]s?|amente|idad)\b", r"\bintervalos?\s+de\s+confianza\b",
)  # fmt: skip
_VERDICTS = (
    r"\ba\s+augmenté\b", r"\ba\s+diminué\b", r"\best\s+demeurée\s+stable\b",
    r"\bne\s+permettent\s+pas\s+de\s+conclure", r"\bdo\s+not\s+allow\s+a\s+conclusion\b",
    r"\bremained\s+stable\b", rf"pas\s+d{_AP}écart\s+démontré", r"\bno\s+difference\s+shown\b",
    r"\bde\s+la\s+population\s*:", r"\b(?:aumentó|disminuyó|subió|bajó)\b",
    r"\bse\s+mantuvo\s+estable\b", r"\bno\s+permiten?\s+concluir\b", r"\bde\s+la\s+población\s*:",
)  # fmt: skip
_OPINES_FR = (
    rf"(?:pens|croi|estim|jug|souhait|veu|désir|demand|préf[èé]r|crai|redout|s{_AP}inqui|approuv|"
    r"appui|accept|refus|rejett|exig|réclam|fait\s+confiance)\w*"
)
_OPINES_EN = (
    r"(?:think|believ|want|wish|feel|prefer|fear|demand|support|oppos|accept|reject|approv|worr|"
    r"trust)\w*"
)
_OPINES_ES = (
    r"(?:piens|cree|opin|quier|dese|prefier|tem|exig|pid|apoy|rechaz|acept|aprueb|conf[ií])\w*"
)
_NAMED = r"(?:[ \u00a0][\w’'-]+){0,2}?"  # on its own line: "la population d'ici craint"
_GENERAL = (
    r"\b(?:les|des|aux)\s+qu[ée]b[ée]cois(?:es)?\b", r"\bqu[ée]b[ée]ck?ers\b",
    rf"\b(?:la\s+population{_NAMED}|le\s+public|les\s+gens)\s+{_OPINES_FR}",
    rf"\b(?:the\s+population{_NAMED}|the\s+public|people\s+in\s+general)\s+{_OPINES_EN}",
    rf"\b(?:la\s+población{_NAMED}|el\s+público|la\s+gente)\s+{_OPINES_ES}",
)  # fmt: skip
"""What speaks for people who took no part."""
_PANEL_FORBIDDEN = (*_QUOTA_FORBIDDEN, *_VERDICTS, *_GENERAL)
FORBIDDEN: dict[str, tuple[str, ...]] = {
    "probability": (),
    "quota": _QUOTA_FORBIDDEN,
    "open": (*_PANEL_FORBIDDEN, r"\bintervalles?\b", r"\bintervals?\b", r"\bintervalos?\b"),
    "minipublic": _PANEL_FORBIDDEN,
}
"""The expressions that a sample type forbids, in all languages at once."""
GUARDED = ("fr", "en", "es")
"""The languages in which padai knows the words that a sample type forbids."""

UNREVIEWED = "unreviewed"
"""What a draft of an unfinished definition is: nobody has read it again."""
_STATUS: dict[str, str] = {
    UNREVIEWED: "publishing-language-status-unreviewed",
    "draft": "publishing-language-status-draft",
    "embargoed": "publishing-language-status-embargoed",
    "demonstration": "publishing-language-status-demonstration",
    "corrected": "publishing-language-status-corrected",
    "withdrawn": "publishing-language-status-withdrawn",
}
MODES = {
    "online": Both("publishing-online"),
    "phone": Both("publishing-by-telephone"),
    "in_person": Both("publishing-in-person"),
    "mail": Both("publishing-by-mail"),
    "mixed": Both("publishing-mixed-modes"),
}
"""What each mode of interview is called."""
SYNTHETIC = Both("publishing-synthetic-data")
"""What every page, picture and file of a synthetic survey says."""


def vocabulary(
    sample_type: SampleType | Literal["untold"], lang: str, level: str, weights: str = "calibrated"
) -> Vocabulary:
    """Return the words of a sample type, with the confidence level written in.

    Parameters
    ----------
    level
        The level as the language writes it, such as ``"95 %"``.
    weights
        ``"calibrated"``, ``"delivered"`` or ``"none"``: unweighted, a share is of respondents.

    Examples
    --------
    >>> vocabulary("quota", "en", "95%").interval
    '95% indicative interval'
    """
    named = _WORDS[sample_type]
    if sample_type == "probability" and weights == "none":
        named = {**named, "people": _WORDS["quota"]["people"]}
    facts = {"level": level, "weights": say(_WEIGHTS[weights], lang)}
    words = {field.name: "" for field in fields(Vocabulary)}
    return Vocabulary(**words | {name: say(ident, lang, **facts) for name, ident in named.items()})


def mode_words(mode: str, lang: str) -> str:
    """Name a mode of interview."""
    return MODES[mode][lang]


def status_words(status: str, lang: str, date: str) -> str:
    """Return what marks a release of that status; nothing for a published one."""
    return say(_STATUS[status], lang, date=date) if status in _STATUS else ""


def forbidden_words(text: str, sample_type: SampleType) -> list[str]:
    """Return the words of a text that its sample type forbids, in the order found.

    Examples
    --------
    >>> forbidden_words("une marge d’erreur de 3 points", "quota")
    ['marge d’erreur']
    """
    forbidden = [
        match.group(0)
        for pattern in FORBIDDEN[sample_type]
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    return list(dict.fromkeys(forbidden))


_DENIES = re.compile(
    rf"\bn{_AP}|\b(?:ne|ni|aucune?s?|rien|not?|never|nothing|none|neither|nor|cannot|"
    rf"ningun[oa]?s?|nada|nunca|tampoco|sin)\b|n{_AP}t\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def forbidden_in_limit(text: str, sample_type: SampleType) -> list[str]:
    """Return the words that a stated limit may not use either.

    A limit may say what the results are not: there, and there alone, a forbidden word may stand in
    a sentence that denies it.

    Examples
    --------
    >>> forbidden_in_limit("They are not representative of anyone.", "open")
    []
    >>> forbidden_in_limit("They are representative.", "open")
    ['representative']
    """
    forbidden = []
    for sentence in _SENTENCE.split(text):
        if not _DENIES.search(sentence):
            forbidden += forbidden_words(sentence, sample_type)
    return list(dict.fromkeys(forbidden))


def check_words(text: str, sample_type: SampleType, where: str) -> None:
    """Refuse a text that uses words which its sample type forbids.

    Raises
    ------
    PublicationError
        With the place and the words.
    """
    forbidden = forbidden_words(text, sample_type)
    if forbidden:
        words = Joined([Said("padai-quoted", text=w) for w in forbidden])
        raise PublicationError(
            Said(
                "publishing-the-sample-is-of-type-which-may-not-be",
                sample_type=sample_type,
                words=words,
            ),
            where=where,
        )
