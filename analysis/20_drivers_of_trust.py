"""Who trusts Quebec ministries to use AI well: a design-based model of the last wave.

Run with ``python analysis/20_drivers_of_trust.py`` after ``padai build surveys/quebec``, or
``make studies``. Writes ``etudes/{fr,en}/facteurs-de-confiance.html`` beside the release.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from scipy.stats import false_discovery_control
from shared import arguments, both, group_text, joined, published, text, weighted

import padai
from padai.publishing.studies import Grid, PointRow, Points, Study, StudyProse, write_study

QUESTION, NET, BEFORE = "trust_gov", "trust", "gen_gov"
FACTORS = ("age_broad", "gender", "education_level", "language", "urban", "digital_level")
# "X" has too few respondents to be shown apart, and is in no other group.
AMONG = {"gender": ["F", "M"]}
SHOWN_AT = 0.05


def models(wave: padai.Wave) -> tuple[Any, Any]:
    """Fit trust on who people are, then on who they are and their general trust."""
    first = f"{QUESTION} ~ {' + '.join(FACTORS)}"
    options = {"family": "binomial", "net": NET, "where": AMONG}
    return padai.glm(wave, first, **options), padai.glm(wave, f"{first} + {BEFORE}", **options)


def tests(model: Any, names: tuple[str, ...]) -> pd.DataFrame:
    """Test each factor, all else in the model; p adjusted over the factors (Benjamini-Hochberg)."""
    found = [padai.term_test(model, name) for name in names]
    p = [test.p_value for test in found]
    return pd.DataFrame(
        {
            "factor": names,
            "F": [t.statistic for t in found],
            "p": p,
            "adjusted": false_discovery_control(p, method="bh"),
        }
    )


def effect_rows(survey: padai.Survey, effects: pd.DataFrame) -> list[PointRow]:
    """Return each factor's groups against its first one, as rows of a chart."""
    rows = []
    for factor in FACTORS:
        mine = effects[effects["variable"] == factor]
        _, first = mine["contrast"].iloc[0].split(" - ")
        name, reference = text(survey.breakdown(factor).label), group_text(survey, factor, first)
        rows.append(
            PointRow(
                {
                    "fr": f"{name['fr']} (référence : {reference['fr']})",
                    "en": f"{name['en']} (reference: {reference['en']})",
                }
            )
        )
        for row in mine.itertuples():
            group = row.contrast.split(" - ")[0]
            rows.append(
                PointRow(
                    group_text(survey, factor, group), row.estimate, row.conf_low, row.conf_high
                )
            )
    return rows


def named(survey: padai.Survey, found: pd.DataFrame) -> dict[str, str]:
    """Name the factors whose adjusted p is under 5%."""
    kept = found[(found["adjusted"] < SHOWN_AT) & found["factor"].isin(FACTORS)]["factor"]
    if not len(kept):
        return {"fr": "aucune", "en": "none"}
    return joined(
        [
            {k: v[:1].lower() + v[1:] for k, v in text(survey.breakdown(f).label).items()}
            for f in kept
        ]
    )


def study(survey: padai.Survey, wave: padai.Wave) -> Study:
    """Make the study of a weighted wave."""
    alone, beside = models(wave)
    effects = padai.marginal_effects(alone).frame
    one, two = tests(alone, FACTORS), tests(beside, (*FACTORS, BEFORE))
    margins = padai.predict(beside, by=BEFORE, adjusted=True).frame
    question, general = survey.question(QUESTION), survey.question(BEFORE)
    low, high = margins["estimate"].iloc[3], margins["estimate"].iloc[0]
    first, last = (text_of(general, code) for code in ("1", "4"))
    factors = named(survey, one)
    lead = both(
        lambda n: {
            "fr": f"Caractéristiques liées à cette confiance, les autres étant égales : {factors['fr']}. "
            f"La confiance générale compte davantage : de {n.share(low)} à {n.share(high)} selon elle.",
            "en": f"Characteristics linked to this trust, the others being equal: {factors['en']}. "
            f"General trust matters more: from {n.share(low)} to {n.share(high)} by it.",
        }[n.lang]
    )
    size = both(
        lambda n: {
            "fr": f"Modèle logistique pondéré ; {n.count(alone.n)} personnes. Les erreurs types tiennent "
            "compte du plan de sondage et du calage.",
            "en": f"Weighted logistic model; {n.count(alone.n)} people. Standard errors account for the "
            "sampling design and for raking.",
        }[n.lang]
    )
    return Study(
        "facteurs-de-confiance",
        {
            "fr": "Qui fait confiance aux ministères pour bien utiliser l’IA ?",
            "en": "Who trusts ministries to use AI well?",
        },
        lead,
        (
            StudyProse(
                [
                    {
                        "fr": f"Question : « {question.wording.get('fr', 'online')} » Est modélisée la part "
                        f"« {question.response_label(NET, 'fr')} ».",
                        "en": f"Question: “{question.wording.get('en', 'online')}” The share modelled is "
                        f"“{question.response_label(NET, 'en')}”.",
                    },
                    size,
                    {
                        "fr": "Les personnes non binaires, trop peu nombreuses pour un résultat publiable, ne "
                        "sont pas dans le modèle. Cette étude est exploratoire : elle décrit des liens "
                        "et n’en établit pas la cause.",
                        "en": "Non-binary people, too few for a result that may be published, are not in the "
                        "model. This study is exploratory: it describes links and establishes no cause.",
                    },
                ]
            ),
            StudyProse(
                [
                    {
                        "fr": "Chaque point est l’écart moyen de confiance entre un groupe et le groupe de "
                        "référence, les autres caractéristiques étant égales.",
                        "en": "Each dot is the average gap in trust between a group and the reference "
                        "group, the other characteristics being equal.",
                    }
                ],
                {
                    "fr": "Écarts, les autres caractéristiques étant égales",
                    "en": "Gaps, the other characteristics being equal",
                },
            ),
            Points(
                {
                    "fr": "Écart de confiance avec le groupe de référence, en points de pourcentage.",
                    "en": "Gap in trust with the reference group, in percentage points.",
                },
                effect_rows(survey, effects),
                {"fr": "Groupe", "en": "Group"},
            ),
            StudyProse(
                [
                    {
                        "fr": "La confiance générale envers les ministères, demandée avant toute mention de "
                        "l’IA, est ajoutée au modèle. Le tableau donne, pour chaque réponse, la part "
                        "de confiance dans l’usage de l’IA si tout le monde l’avait donnée.",
                        "en": "General trust in ministries, asked before any mention of AI, is added to the "
                        "model. The table gives, for each answer, the share who trust the use of AI "
                        "if everybody had given it.",
                    }
                ],
                {"fr": "La confiance générale", "en": "General trust"},
            ),
            Grid(
                {
                    "fr": f"Confiance dans l’usage de l’IA selon la confiance générale, de « {first['fr']} "
                    f"» à « {last['fr']} » (part ajustée).",
                    "en": f"Trust in the use of AI by general trust, from “{first['en']}” to "
                    f"“{last['en']}” (adjusted share).",
                },
                {"fr": "Confiance générale", "en": "General trust"},
                [
                    ({"fr": "Part ajustée", "en": "Adjusted share"}, "share"),
                    ({"fr": "IC à 95 %, bas", "en": "95% CI, low"}, "share"),
                    ({"fr": "IC à 95 %, haut", "en": "95% CI, high"}, "share"),
                ],
                [
                    (
                        text_of(general, str(row[BEFORE])),
                        (row["estimate"], row["conf_low"], row["conf_high"]),
                    )
                    for _, row in margins.iterrows()
                    if str(row[BEFORE]) in ("1", "2", "3", "4")
                ],
            ),
            Grid(
                {
                    "fr": "Tests de chaque caractéristique, dans les deux modèles.",
                    "en": "Tests of each characteristic, in both models.",
                },
                {"fr": "Caractéristique", "en": "Characteristic"},
                [
                    (
                        {
                            "fr": "p ajusté, sans la confiance générale",
                            "en": "adjusted p, without general trust",
                        },
                        "p",
                    ),
                    ({"fr": "p ajusté, avec elle", "en": "adjusted p, with it"}, "p"),
                ],
                test_rows(survey, one, two),
                {
                    "fr": "Test de Wald (F) fondé sur le plan de sondage ; p ajustés sur les "
                    "caractéristiques de chaque modèle (Benjamini-Hochberg).",
                    "en": "Design-based Wald test (F); p adjusted over the characteristics of each model "
                    "(Benjamini-Hochberg).",
                },
            ),
        ),
    )


def text_of(question: object, code: str) -> dict[str, str]:
    """Return the text of an answer."""
    return {lang: question.response_label(code, lang) for lang in ("fr", "en")}  # type: ignore[attr-defined]


def test_rows(
    survey: padai.Survey, one: pd.DataFrame, two: pd.DataFrame
) -> list[tuple[dict[str, str], tuple[float, float]]]:
    """Return the adjusted p of each factor without and with general trust."""
    alone = dict(zip(one["factor"], one["adjusted"], strict=True))
    rows = []
    for factor, adjusted in zip(two["factor"], two["adjusted"], strict=True):
        known = (
            survey.breakdown(factor).label if factor in FACTORS else (survey.question(factor).label)
        )
        rows.append((text(known), (alone.get(factor, float("nan")), adjusted)))
    return rows


def main() -> None:
    """Write the study's pages."""
    asked = arguments(__doc__)
    survey = padai.load_survey(asked.survey)
    store = published(survey, asked.store)
    for page in write_study(study(survey, weighted(survey, survey.waves[-1])), store, asked.out):
        print(page)


if __name__ == "__main__":
    main()
