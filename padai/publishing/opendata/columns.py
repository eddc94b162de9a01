"""What each column and each sign of the open data means, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FOLDER = "open"
"""The folder of a release that holds its open data, for every language."""
Datatype = Literal["string", "double", "integer", "boolean", "date"]


@dataclass(frozen=True)
class Field:
    """A column of a published table.

    Attributes
    ----------
    name
        The column's name in the CSV file, the same in both languages.
    source
        The column of the store that it is copied from; empty for one that is made here.
    datatype
        A datatype of CSV on the Web.
    fr, en
        What it holds.
    number
        Whether it is a figure of the data: it is then empty where the cell is withheld.
    """

    name: str
    source: str
    datatype: Datatype
    fr: str
    en: str
    number: bool = False

    def text(self, lang: str) -> str:
        """Return what the column holds."""
        return self.fr if lang == "fr" else self.en


def _code(name: str, fr: str, en: str, source: str | None = None) -> Field:
    return Field(name, name if source is None else source, "string", fr, en)


def _figure(
    name: str, fr: str, en: str, *, source: str | None = None, datatype: Datatype = "double"
) -> Field:
    return Field(name, source or name, datatype, fr, en, number=True)


_PLACE = (
    _code("part", "Volet de l’enquête", "Part of the survey"),
    _code("wave", "Édition", "Edition"),
    _code("question", "Question", "Question"),
    _code(
        "response",
        "Réponse, regroupement de réponses, ou mean (moyenne)",
        "Answer, group of answers, or mean",
    ),
    _code("breakdown", "Répartition\u202f; total pour l’ensemble", "Breakdown; total for all"),
    _code("group", "Groupe de la répartition", "Group of the breakdown"),
)
_UNITS_FR = "proportion de 0 à 1, solde de −1 à 1, moyenne dans l’unité de l’échelle"
_UNITS_EN = "proportion from 0 to 1, balance from −1 to 1, mean in the unit of the scale"
_DEGREES = _figure("df", "Degrés de liberté", "Degrees of freedom")
_FLAGS = (
    _code("flag", "Cotes, séparées par une espace", "Flags, separated by a space"),
    _code("reason", "Motif de la cote", "Reason of the flag"),
)
NOTICE = _code(
    "notice",
    "Ce que toute reprise doit mentionner (données fictives, statut, nature de l’échantillon)",
    "What any reuse must mention (synthetic data, status, nature of the sample)",
    source="",
)

SERIES: tuple[Field, ...] = (
    *_PLACE,
    _figure("estimate", f"Estimation pondérée\u202f: {_UNITS_FR}", f"Weighted: {_UNITS_EN}"),
    _figure("std_error", "Erreur type de l’estimation", "Standard error of the estimate"),
    _figure("conf_low", "Borne inférieure de l’intervalle", "Lower end of the interval"),
    _figure("conf_high", "Borne supérieure de l’intervalle", "Upper end of the interval"),
    _DEGREES,
    _figure(
        "n_base",
        "Répondants à qui la question a été posée, non pondéré",
        "Respondents who were asked the question, unweighted",
        datatype="integer",
    ),
    _figure("n_eff", "Taille effective de l’échantillon", "Effective sample size"),
    _figure("deff", "Effet de plan", "Design effect"),
    _figure("cv", "Coefficient de variation, de 0 à 1", "Coefficient of variation, from 0 to 1"),
    *_FLAGS,
    _code("vintage",
          "Publication depuis laquelle les chiffres de cette édition sont inchangés "
          "(édition/version)",
          "Release since which the figures of this edition are unchanged (edition/version)",
          source=""),
    NOTICE,
)  # fmt: skip
"""The columns of ``series.csv``."""

_SMALL_FR = "\u202f; <0.001\u202f: moins de 0,001"
_SMALL_EN = "; <0.001: under 0.001"

DECLARED = _code(
    "declared",
    "Ce qui a été déclaré : stamped (avant les données, horodaté ou signé), published (avant les "
    "données, empreinte publiée), asserted (selon l’équipe), changed (changé après), found "
    "(trouvé en regardant)",
    "What was declared: stamped (before the data, time-stamped or signed), published (before the "
    "data, hash published), asserted (according to the team), changed (changed after), found "
    "(found by looking)",
)
_COMPARED = (
    _figure(
        "difference",
        "Différence\u202f: le premier moins la référence, dans l’unité de l’estimation, arrondie "
        "une fois (elle peut différer de 0,1 point de celle des valeurs publiées)",
        "Difference: the first minus the reference, in the unit of the estimate, rounded once (it "
        "may differ by 0.1 point from that of the published values)",
        source="estimate",
    ),
    _figure("std_error", "Erreur type de la différence", "Standard error of the difference"),
    _figure("conf_low", "Borne inférieure de l’intervalle", "Lower end of the interval"),
    _figure("conf_high", "Borne supérieure de l’intervalle", "Upper end of the interval"),
    _DEGREES,
    _figure(
        "n_base",
        "Plus petite des deux bases, non pondérée",
        "Smaller of the two bases, unweighted",
        datatype="integer",
    ),
    _figure("p_value", f"Valeur p, non corrigée{_SMALL_FR}", f"P-value, unadjusted{_SMALL_EN}",
            datatype="string"),
    _figure(
        "p_adjusted",
        f"Valeur p corrigée pour le nombre de comparaisons de la famille{_SMALL_FR}",
        f"P-value adjusted for the number of comparisons of the family{_SMALL_EN}",
        datatype="string",
    ),
    _code(
        "family",
        "Famille de comparaisons, déclarée ou question:répartition\u202f; vide\u202f: "
        "comparaison exploratoire",
        "Family of comparisons, declared or question:breakdown; empty: an exploratory comparison",
    ),
    Field("family_size", "family_size", "integer", "Nombre de comparaisons de la famille",
          "Number of comparisons in the family"),
    Field("margin", "margin", "double",
          "Marge déclarée pour «\u00a0stable\u00a0» ou «\u00a0comparable\u00a0», en points",
          "Declared margin for “stable” or “comparable”, in points"),
    _figure("p_equivalence", f"Valeur p du test d’équivalence{_SMALL_FR}",
            f"P-value of the equivalence test{_SMALL_EN}", datatype="string"),
    _code("verdict", "Verdict\u202f; vide\u202f: aucun verdict n’est publié",
          "Verdict; empty: no verdict is published"),
    Field("comparable", "", "boolean", "Faux là où une rupture de série interdit la comparaison",
          "False where a break in series forbids the comparison"),
    _code("breaks", "Ruptures de série entre les deux éditions",
          "Breaks in series between the two editions"),
    DECLARED,
    *_FLAGS,
    NOTICE,
)  # fmt: skip
CHANGES: tuple[Field, ...] = (
    *_PLACE[:2],
    _code("reference", "Édition de référence, soustraite", "Edition of reference, subtracted"),
    *_PLACE[2:],
    *_COMPARED,
)
"""The columns of ``changes.csv``: an edition against an earlier one."""
CONTRASTS: tuple[Field, ...] = (
    *_PLACE[:2],
    _code("reference", "rest\u202f: les autres groupes de la répartition, soustraits",
          "rest: the other groups of the breakdown, subtracted"),
    *_PLACE[2:],
    *_COMPARED,
)  # fmt: skip
"""The columns of ``contrasts.csv``: a group against the others of its breakdown."""
BREAKS: tuple[Field, ...] = (
    _code("id", "Rupture de série", "Break in series"),
    _code("type", "Nature de la rupture", "Kind of break"),
    Field("date", "date", "date", "Date de la rupture", "Date of the break"),
    _code("last_wave", "Dernière édition avant la rupture", "Last edition before the break"),
    _code("first_wave", "Première édition après la rupture", "First edition after the break"),
    _code("questions", "Questions touchées\u202f; vide\u202f: toutes",
          "Questions concerned; empty: all"),
    _code("breakdowns", "Répartitions et groupes touchés (répartition:groupe|groupe)\u202f; "
          "vide\u202f: tous",
          "Breakdowns and groups concerned (breakdown:group|group); empty: all"),
    _code("parts", "Volets touchés\u202f; vide\u202f: tous", "Parts concerned; empty: all"),
    NOTICE,
)  # fmt: skip
"""The columns of ``breaks.csv``."""

TABLES: dict[str, tuple[Field, ...]] = {
    "series": SERIES,
    "changes": CHANGES,
    "contrasts": CONTRASTS,
    "breaks": BREAKS,
}
"""Every table of the open data, by the name of its file."""

TITLES: dict[str, dict[str, str]] = {
    "series": {
        "fr": "Estimations de toute la série, et toutes les réponses de cette édition",
        "en": "Estimates of the whole series, and all answers of this edition",
    },
    "changes": {"fr": "Comparaisons entre éditions", "en": "Comparisons between editions"},
    "contrasts": {"fr": "Comparaisons entre groupes", "en": "Comparisons between groups"},
    "breaks": {"fr": "Ruptures de série", "en": "Breaks in series"},
}

DICTIONARY: tuple[Field, ...] = (
    _code("kind", "Sorte d’élément décrit", "Kind of thing described"),
    _code("table", "Fichier où il se trouve, ou question, ou répartition",
          "File where it stands, or question, or breakdown"),
    _code("name", "Nom dans les fichiers", "Name in the files"),
    _code("datatype", "Type de valeur, pour une colonne", "Type of value, for a column"),
    _code("text", "Sens", "Meaning"),
    NOTICE,
)  # fmt: skip
"""The columns of the dictionaries."""
