"""The open data of panels and consultations: what each table holds, column by column."""

from __future__ import annotations

from dataclasses import dataclass

from padai.publishing.opendata.columns import NOTICE, Datatype, Field
from padai.words import Said, paired


@dataclass(frozen=True)
class DataTable:
    """A table of the open data.

    Attributes
    ----------
    name, source
        The name of its file, and the table of the store that it is copied from.
    fields
        Its columns, the notice last.
    keys
        The columns that name a row.
    said
        What it holds.
    """

    name: str
    source: str
    fields: tuple[Field, ...]
    keys: tuple[str, ...]
    said: Said

    def text(self, lang: str) -> str:
        """Return what it holds."""
        return self.said.text(lang)


def _code(name: str, said: str | Said, en: str = "") -> Field:
    return Field(name, name, "string", paired(said, en))


def _number(name: str, said: Said, datatype: Datatype = "integer") -> Field:
    return Field(name, name, datatype, said)


_PEOPLE = _number("people", "Nombre de personnes", "Number of people")
_N = _number("n", "Nombre de personnes dont il est question", "Number of people concerned")
_REASON = _code("reason", "Motif d’un nombre absent", "Reason of an absent number")
_QUESTION = _code("question", "Question", "Question")
_RESPONSE = _code("response", "Réponse ou regroupement de réponses", "Answer or group of answers")
_SHARE = _number(
    "share", "Part des personnes qui ont participé, de 0 à 1",
    "Share of the people who took part, from 0 to 1", "double",
)  # fmt: skip
_POPULATION = _number(
    "population_share", "Part du groupe dans la population, de 0 à 1",
    "The group’s share of the population, from 0 to 1", "double",
)  # fmt: skip
_BREAKDOWN = (
    _code("breakdown", "Répartition", "Breakdown"),
    _code("group", "Groupe\u202f; des groupes regroupés sont joints par +",
          "Group; merged groups are joined by +"),
)  # fmt: skip
_P = _number("p_value", "Valeur p du test exact\u202f; <0.001\u202f: moins de 0,001",
             "P-value of the exact test; <0.001: under 0.001", "string")  # fmt: skip
_METHOD = _code("method", "Tous les cas comptés, ou tirages", "Every case counted, or draws")
_MONTE_CARLO = _number(
    "monte_carlo_error", "Erreur que laissent les tirages dans la valeur p",
    "Error that draws leave in the p-value", "double",
)  # fmt: skip

PANEL: tuple[DataTable, ...] = (
    DataTable(
        "steps", "panel_steps",
        (_code("step", "Étape", "Step"), _code("session", "Séance ou vague", "Session or wave"),
         _PEOPLE, NOTICE),
        ("step", "session"),
        "Parcours, de l’invitation à la dernière séance",
        "The way from invitation to the last session",
    ),
    DataTable(
        "profile", "profile",
        (*_BREAKDOWN, _code("stage", "Étape", "Stage"), _PEOPLE, _N, _POPULATION,
         _number("expected", "Nombre attendu à la part de la population",
                 "Number expected at the population’s share", "double"),
         _number("low", "Sièges, au moins", "Seats, at least"),
         _number("high", "Sièges, au plus", "Seats, at most"),
         _code("over_selected", "Surreprésentation déclarée avant le tirage",
               "Over-selection declared before the draw"),
         _P, _METHOD, _MONTE_CARLO, NOTICE),
        ("breakdown", "group", "stage"),
        "Composition, aux côtés de la population", "Make-up, beside the population",
    ),
    DataTable(
        "answers", "answers",
        (_code("wave", "Vague", "Wave"), _QUESTION, _RESPONSE, _PEOPLE, _N, _REASON, NOTICE),
        ("wave", "question", "response"),
        "Réponses avant et après", "Answers before and after",
    ),
    DataTable(
        "changes", "panel_changes",
        (_QUESTION, _RESPONSE, _N,
         _number("before", "Avant\u202f: personnes, ou moyenne", "Before: people, or mean",
                 "double"),
         _number("after", "Après\u202f: personnes, ou moyenne", "After: people, or mean",
                 "double"),
         _number("change", "Après moins avant", "After minus before", "double"),
         _number("moved_up", "Personnes passées à la réponse, ou dont la note a monté",
                 "People who moved to the answer, or whose score went up"),
         _number("moved_down", "Personnes qui ont quitté la réponse, ou dont la note a baissé",
                 "People who left the answer, or whose score went down"),
         _number("unchanged", "Personnes qui n’ont pas changé", "People who did not change"),
         _number("moved", "Personnes qui ont changé", "People who changed"),
         _number("up_low", "Borne basse de moved_up, parmi moved", "Low end of moved_up, of moved"),
         _number("up_high", "Borne haute de moved_up, parmi moved",
                 "High end of moved_up, of moved"),
         _code("test", "Test", "Test"), _METHOD, _P,
         _number("p_adjusted",
                 "Valeur p corrigée pour toutes les questions suivies (Holm)\u202f; <0.001\u202f: "
                 "moins de 0,001",
                 "P-value adjusted for all questions followed (Holm); <0.001: under 0.001",
                 "string"),
         _MONTE_CARLO, _REASON, NOTICE),
        ("question", "response"),
        "Changements individuels", "Individual changes",
    ),
    DataTable(
        "moves", "panel_moves",
        (_QUESTION, _RESPONSE, _code("cell", "Mouvement\u202f; mouvements regroupés joints par +",
                                     "Move; merged moves joined by +"), _PEOPLE, _N, NOTICE),
        ("question", "response", "cell"),
        "Personnes selon leur mouvement", "People by how they moved",
    ),
    DataTable(
        "recommendations", "recommendations",
        (_code("id", "Recommandation", "Recommendation"), _code("session", "Séance", "Session"),
         _number("present", "Personnes présentes", "People present"),
         _number("in_favour", "Voix pour", "Votes in favour"),
         _number("against", "Voix contre", "Votes against"),
         _number("abstained", "Abstentions", "Abstentions"),
         _number("not_voting", "Présentes sans voter", "Present without voting"),
         _code("adopted", "Adoptée", "Adopted"), NOTICE),
        ("id",),
        "Recommandations et votes", "Recommendations and votes",
    ),
    DataTable(
        "mandates", "mandates",
        (_code("moment", "Moment", "Moment"), Field("date", "date", "date", Said("Date", "Date")),
         _number("in_office", "Personnes en mandat", "People in office"),
         _number("left_early", "Départs avant terme, en tout", "Left early, in all"),
         _number("replaced", "Remplacements, en tout", "Replacements, in all"),
         _number("vacant", "Sièges vacants", "Vacant seats"), NOTICE),
        ("moment",),
        "Mandats\u202f: départs, remplacements, renouvellement",
        "Mandates: departures, replacements, renewal",
    ),
)  # fmt: skip
CONSULTATION: tuple[DataTable, ...] = (
    DataTable(
        "profile", "profile", (*_BREAKDOWN, _PEOPLE, _N, _SHARE, _POPULATION, NOTICE),
        ("breakdown", "group"),
        "Qui a participé, aux côtés de la population", "Who took part, beside the population",
    ),
    DataTable(
        "themes", "themes",
        (_code("theme", "Thème", "Theme"),
         _number("people", "Contributions qui portent le thème", "Contributions with the theme"),
         _number("n", "Contributions", "Contributions"),
         _number("share", "Part des contributions, de 0 à 1", "Share of contributions, from 0 to 1",
                 "double"),
         _number("alpha", "Alpha de Krippendorff", "Krippendorff’s alpha", "double"),
         _number("coded_twice", "Contributions codées par deux personnes",
                 "Contributions coded by two people"),
         _number("agreed", "Dont\u202f: même codage", "Of which: coded alike"),
         _code("reliability", "Lecture de l’accord", "Reading of the agreement"),
         _code("flag", "Cote\u202f: x confidentiel, F trop peu fiable",
               "Flag: x confidential, F too unreliable"), _REASON, NOTICE),
        ("theme",),
        "Thèmes des contributions", "Themes of the contributions",
    ),
    DataTable(
        "answers", "answers", (_QUESTION, _RESPONSE, _PEOPLE, _N, _SHARE, NOTICE),
        ("question", "response"),
        "Réponses aux questions fermées", "Answers to closed questions",
    ),
    DataTable(
        "words", "words",
        (_QUESTION, _code("word", "Mot", "Word"), _number("n", "Personnes qui l’ont donné",
                                                          "People who gave it"), _SHARE, NOTICE),
        ("question", "word"),
        "Mots donnés", "Words given",
    ),
)  # fmt: skip
TABLES: dict[str, tuple[DataTable, ...]] = {"panel": PANEL, "consultation": CONSULTATION}
"""The tables of each kind of survey."""
