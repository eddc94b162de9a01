"""The words that a sample type allows, and those that it forbids.

A probability sample has confidence intervals and margins of error; a quota sample has indicative
intervals; an open consultation and a citizens' panel speak of the people who took part. The words
are chosen here, once, and everything that publishing prints is searched for the forbidden ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from padai.errors import PublicationError
from padai.survey.fieldwork import SampleType
from padai.words import Both, Joined, Said

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


_QUOTA_FR = (
    "Échantillon non probabiliste\u202f: l’intervalle suppose qu’une fois pondérés, les répondants "
    "se comparent à un échantillon aléatoire\u202f; il ne mesure ni l’erreur de couverture ni "
    "l’autosélection."
)
_QUOTA_EN = (
    "Non-probability sample: the interval assumes that, once weighted, respondents compare with a "
    "random sample; it measures neither coverage error nor self-selection."
)
_UNTOLD_FR = (
    "Type d’échantillon non fourni\u202f: l’intervalle suppose qu’une fois pondérés, les "
    "répondants se comparent à un échantillon aléatoire."
)
_UNTOLD_EN = (
    "Sample type not supplied: the interval assumes that, once weighted, respondents compare with "
    "a random sample."
)
_OPEN_FR = "Consultation ouverte\u202f: ces résultats ne représentent pas la population"
_OPEN_EN = "Open consultation: these results do not represent the population"
_PANEL_FR = (
    "Panel citoyen\u202f: ces résultats portent sur les personnes participantes et ne représentent "
    "pas la population"
)
_PANEL_EN = (
    "Citizens’ panel: these results concern the people who took part and do not represent the "
    "population"
)

_WORDS: dict[tuple[str, str], Vocabulary] = {
    ("probability", "fr"): Vocabulary(
        "échantillon probabiliste",
        "intervalle de confiance à {level}", "IC à {level}", "", "", "de la population",
        "Échantillon probabiliste\u202f: chaque estimation est publiée avec son intervalle de "
        "confiance à {level}, qui tient compte {weights}.",
    ),
    ("probability", "en"): Vocabulary(
        "probability sample",
        "{level} confidence interval", "{level} CI", "", "", "of the population",
        "Probability sample: each estimate is published with its {level} confidence interval, "
        "which accounts for {weights}.",
    ),
    ("quota", "fr"): Vocabulary(
        "échantillon par quotas, non probabiliste",
        "intervalle indicatif à {level}", "int. indicatif à {level}", _QUOTA_FR, "",
        "des répondants",
        "L’échantillon n’est pas tiré au hasard\u202f: l’intervalle publié est indicatif. Il est "
        "calculé comme si, une fois pondérés par les marges décrites ici, les répondants "
        "formaient un échantillon aléatoire de la population. Rien ne permet de vérifier cette "
        "hypothèse\u202f; l’erreur de couverture et l’autosélection ne sont pas mesurées.",
    ),
    ("quota", "en"): Vocabulary(
        "quota sample, non-probability",
        "{level} indicative interval", "{level} indicative int.", _QUOTA_EN, "",
        "of respondents",
        "The sample was not drawn at random: the interval published is indicative. It is computed "
        "as if, once weighted by the margins described here, respondents were a random sample of "
        "the population. Nothing allows this assumption to be checked; coverage error and "
        "self-selection are not measured.",
    ),
    (UNTOLD, "fr"): Vocabulary(
        "type d’échantillon non fourni",
        "intervalle indicatif à {level}", "int. indicatif à {level}", _UNTOLD_FR, "",
        "des répondants",
        "Rien ne dit si l’échantillon est tiré au hasard\u202f: l’intervalle publié est "
        "indicatif.",
    ),
    (UNTOLD, "en"): Vocabulary(
        "sample type not supplied",
        "{level} indicative interval", "{level} indicative int.", _UNTOLD_EN, "",
        "of respondents",
        "Nothing says whether the sample was drawn at random: the interval published is "
        "indicative.",
    ),
    ("open", "fr"): Vocabulary(
        "consultation ouverte", "", "", "", _OPEN_FR, "des personnes qui ont participé",
        "Consultation ouverte\u202f: aucune mesure de précision n’a de sens ici et aucune n’est "
        "donnée.",
    ),
    ("open", "en"): Vocabulary(
        "open consultation", "", "", "", _OPEN_EN, "of the people who took part",
        "Open consultation: no measure of precision has a meaning here and none is given.",
    ),
    ("minipublic", "fr"): Vocabulary(
        "panel citoyen", "", "", "", _PANEL_FR, "des personnes participantes",
        "Panel citoyen\u202f: les résultats décrivent les personnes participantes. Aucun groupe "
        "de comparaison\u202f: rien ne montre qu’un changement vient de la délibération.",
    ),
    ("minipublic", "en"): Vocabulary(
        "citizens’ panel", "", "", "", _PANEL_EN, "of the people who took part",
        "Citizens’ panel: the results describe the people who took part. No comparison group: "
        "the change is not shown to come from the deliberation.",
    ),
}  # fmt: skip

_WEIGHTS = {
    ("calibrated", "fr"): "du plan de sondage et du calage",
    ("calibrated", "en"): "the sampling design and for calibration",
    ("delivered", "fr"): "du plan de sondage et des poids livrés avec les données",
    ("delivered", "en"): "the sampling design and for the weights delivered with the data",
    ("none", "fr"): "du plan de sondage seul, les réponses n’étant pas pondérées",
    ("none", "en"): "the sampling design alone, since answers are not weighted",
}
"""What an interval of a probability sample accounts for, by where the weights come from."""

_SIGNIFICANT = (r"\bsignificati(?:f|ve|fs|ves|vement)\b", r"\bsignifican(?:t|tly|ce)\b")
_QUOTA_FORBIDDEN = (
    rf"\bmarges?\s+d{_AP}erreur", r"\bmargins?\s+of\s+error", r"\b19\s+fois\s+sur\s+20\b",
    r"\b19\s+times\s+out\s+of\s+20\b", *_SIGNIFICANT, r"\breprésentati(?:f|ve|fs|ves|vité)\b",
    r"\brepresentativ(?:e|ely|eness)\b", r"\bintervalles?\s+de\s+confiance\b",
    r"\bconfidence\s+intervals?\b",
)  # fmt: skip
_VERDICTS = (
    r"\ba\s+augmenté\b", r"\ba\s+diminué\b", r"\best\s+demeurée\s+stable\b",
    r"\bne\s+permettent\s+pas\s+de\s+conclure", r"\bdo\s+not\s+allow\s+a\s+conclusion\b",
    r"\bremained\s+stable\b", rf"pas\s+d{_AP}écart\s+démontré", r"\bno\s+difference\s+shown\b",
    r"\bde\s+la\s+population\s*:",
)  # fmt: skip
_OPINES_FR = (
    rf"(?:pens|croi|estim|jug|souhait|veu|désir|demand|préf[èé]r|crai|redout|s{_AP}inqui|approuv|"
    r"appui|accept|refus|rejett|exig|réclam|fait\s+confiance)\w*"
)
_OPINES_EN = (
    r"(?:think|believ|want|wish|feel|prefer|fear|demand|support|oppos|accept|reject|approv|worr|"
    r"trust)\w*"
)
_NAMED = r"(?:[ \u00a0][\w’'-]+){0,2}?"  # on its own line: "la population d'ici craint"
_GENERAL = (
    r"\b(?:les|des|aux)\s+qu[ée]b[ée]cois(?:es)?\b", r"\bqu[ée]b[ée]ck?ers\b",
    rf"\b(?:la\s+population{_NAMED}|le\s+public|les\s+gens)\s+{_OPINES_FR}",
    rf"\b(?:the\s+population{_NAMED}|the\s+public|people\s+in\s+general)\s+{_OPINES_EN}",
)  # fmt: skip
"""What speaks for people who took no part."""
_PANEL_FORBIDDEN = (*_QUOTA_FORBIDDEN, *_VERDICTS, *_GENERAL)
FORBIDDEN: dict[str, tuple[str, ...]] = {
    "probability": (),
    "quota": _QUOTA_FORBIDDEN,
    "open": (*_PANEL_FORBIDDEN, r"\bintervalles?\b", r"\bintervals?\b"),
    "minipublic": _PANEL_FORBIDDEN,
}
"""The expressions that a sample type forbids, in both languages at once."""

UNREVIEWED = "unreviewed"
"""What a draft of an unfinished definition is: nobody has read it again."""
_STATUS = {
    (UNREVIEWED, "fr"): "Ébauche, non relue\u202f: ne pas diffuser",
    (UNREVIEWED, "en"): "Draft, not reviewed: not for release",
    ("draft", "fr"): "Ébauche\u202f: ne pas diffuser",
    ("draft", "en"): "Draft: not for release",
    ("embargoed", "fr"): "Sous embargo jusqu’au {date}",
    ("embargoed", "en"): "Under embargo until {date}",
    ("demonstration", "fr"): "Démonstration",
    ("demonstration", "en"): "Demonstration",
    ("corrected", "fr"): "Version corrigée",
    ("corrected", "en"): "Corrected version",
    ("withdrawn", "fr"): "Publication retirée",
    ("withdrawn", "en"): "Withdrawn",
    ("published", "fr"): "",
    ("published", "en"): "",
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
    words = _WORDS[sample_type, lang]
    if sample_type == "probability" and weights == "none":
        words = replace(words, people=_WORDS["quota", lang].people)
    accounted = _WEIGHTS[weights, lang]
    fields = {
        k: v.replace("{level}", level).replace("{weights}", accounted)
        for k, v in vars(words).items()
    }
    return Vocabulary(**fields)


def mode_words(mode: str, lang: str) -> str:
    """Name a mode of interview."""
    return MODES[mode][lang]


def status_words(status: str, lang: str, date: str) -> str:
    """Return what marks a release of that status; nothing for a published one."""
    return _STATUS[status, lang].replace("{date}", date)


def forbidden_words(text: str, sample_type: SampleType) -> list[str]:
    """Return the words of a text that its sample type forbids, in the order found.

    Examples
    --------
    >>> forbidden_words("une marge d’erreur de 3 points", "quota")
    ['marge d’erreur']
    """
    found = [
        match.group(0)
        for pattern in FORBIDDEN[sample_type]
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    return list(dict.fromkeys(found))


_DENIES = re.compile(
    rf"\bn{_AP}|\b(?:ne|ni|aucune?s?|rien|not?|never|nothing|none|neither|nor|cannot)\b|n{_AP}t\b",
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
    found = []
    for sentence in _SENTENCE.split(text):
        if not _DENIES.search(sentence):
            found += forbidden_words(sentence, sample_type)
    return list(dict.fromkeys(found))


def check_words(text: str, sample_type: SampleType, where: str) -> None:
    """Refuse a text that uses words which its sample type forbids.

    Raises
    ------
    PublicationError
        With the place and the words.
    """
    found = forbidden_words(text, sample_type)
    if found:
        words = Joined([Said("padai-quoted", text=w) for w in found])
        raise PublicationError(
            Said(
                "publishing-the-sample-is-of-type-which-may-not-be",
                sample_type=sample_type,
                words=words,
            ),
            where=where,
        )
