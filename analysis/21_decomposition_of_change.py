"""What moved in trust since the last wave: the make-up of the population, or answers?

Run with ``python analysis/21_decomposition_of_change.py`` after ``padai build surveys/quebec``, or
``make studies``. Writes ``etudes/{fr,en}/decomposition-du-changement.html`` beside the release.
"""

from __future__ import annotations

import pandas as pd
from shared import arguments, both, group_text, published, text, weighted

import padai
from padai.publishing.studies import Grid, PointRow, Points, Study, StudyProse, write_study

QUESTION, NET = "trust_gov", "trust"
BREAKDOWNS = ("age_broad", "education_level", "urban")
STANDARD = "age_broad*education_level"
NAMES = {
    "change": {"fr": "Changement", "en": "Change"},
    "composition": {"fr": "composition", "en": "composition"},
    "within": {"fr": "à l’intérieur des groupes", "en": "within groups"},
    "unclassified": {"fr": "groupe non déclaré", "en": "group not stated"},
}


def point(label: dict[str, str], row: pd.Series) -> PointRow:
    """Return a row of a decomposition as a row of a chart."""
    return PointRow(label, row["estimate"], row["conf_low"], row["conf_high"])


def parts(survey: padai.Survey, waves: padai.Stack) -> list[PointRow]:
    """Return the change, then its two parts by each breakdown, then by all at once."""
    later, earlier = waves.wave_ids[-1], waves.wave_ids[-2]
    rows: list[PointRow] = []
    for by in BREAKDOWNS:
        frame = padai.decompose(waves, QUESTION, net=NET, by=by, later=later, earlier=earlier).frame
        sums = frame[frame["group"] == "total"]
        if not rows:
            rows.append(point(NAMES["change"], sums[sums["component"] == "change"].iloc[0]))
        rows.append(PointRow(text(survey.breakdown(by).label)))
        rows += [
            point(NAMES[str(row["component"])], row)
            for _, row in sums.iterrows()
            if row["component"] != "change"
        ]
    frame = padai.decompose_several(
        waves, QUESTION, net=NET, by=BREAKDOWNS, later=later, earlier=earlier
    ).frame
    rows.append(PointRow({"fr": "Les trois ensemble", "en": "All three together"}))
    sums = frame[frame["component"].isin(["composition", "within", "unclassified"])]
    sums = sums.drop_duplicates("component")
    return rows + [point(NAMES[str(row["component"])], row) for _, row in sums.iterrows()]


def by_group(survey: padai.Survey, waves: padai.Stack, by: str) -> list[PointRow]:
    """Return what each group's own answers make of the change."""
    frame = padai.decompose(waves, QUESTION, *reversed(waves.wave_ids[-2:]), net=NET, by=by).frame
    mine = frame[(frame["component"] == "within") & (frame["group"] != "total")]
    return [point(group_text(survey, by, str(row["group"])), row) for _, row in mine.iterrows()]


def series(
    survey: padai.Survey, waves: padai.Stack
) -> list[tuple[dict[str, str], tuple[float, ...]]]:
    """Return each wave's share as it is, and at the last wave's make-up."""
    fixed = padai.standardise(waves, QUESTION, net=NET, by=STANDARD, to=waves.wave_ids[-1]).frame
    return [
        (
            text(survey.wave(str(row.wave)).label),
            (row.as_estimated, row.estimate, row.conf_low, row.conf_high),
        )
        for row in fixed.itertuples()
    ]


def study(survey: padai.Survey, waves: padai.Stack) -> Study:
    """Make the study of weighted waves."""
    drawn = parts(survey, waves)
    change, together = drawn[0], [row for row in drawn if row.label == NAMES["within"]][-1]
    moved = [row for row in drawn if row.label == NAMES["composition"]][-1]
    later, earlier = (text(survey.wave(w).label) for w in reversed(waves.wave_ids[-2:]))
    lead = both(
        lambda n: {
            "fr": f"De l’{lower(earlier['fr'])} à l’{lower(later['fr'])}, la confiance a changé de "
            f"{n.change(change.estimate, 'share')} : {n.points(moved.estimate)} par la composition, "
            f"{n.points(together.estimate)} par d’autres réponses dans les mêmes groupes.",
            "en": f"From the {earlier['en']} to the {later['en']}, trust changed by "
            f"{n.change(change.estimate, 'share')}: {n.points(moved.estimate)} from composition, "
            f"{n.points(together.estimate)} from other answers in the same groups.",
        }[n.lang]
    )
    question = survey.question(QUESTION)
    interval = [
        ({"fr": "Part de l’édition", "en": "Share of the edition"}, "share"),
        ({"fr": "Part à composition fixe", "en": "Share at a fixed make-up"}, "share"),
        ({"fr": "IC à 95 %, bas", "en": "95% CI, low"}, "share"),
        ({"fr": "IC à 95 %, haut", "en": "95% CI, high"}, "share"),
    ]
    return Study(
        "decomposition-du-changement",
        {
            "fr": "Ce qui a bougé : la population ou ses réponses ?",
            "en": "What moved: the population or its answers?",
        },
        lead,
        (
            StudyProse(
                [
                    {
                        "fr": f"Question : « {question.wording.get('fr', 'online')} » Est suivie la part "
                        f"« {question.response_label(NET, 'fr')} ».",
                        "en": f"Question: “{question.wording.get('en', 'online')}” The share followed is "
                        f"“{question.response_label(NET, 'en')}”.",
                    },
                    {
                        "fr": "Un changement se partage en deux : d’autres parts des groupes (composition), et "
                        "d’autres réponses dans un même groupe. Le partage est fait à la moyenne des deux "
                        "éditions (Kitagawa ; Oaxaca et Blinder pour les trois répartitions ensemble). Il "
                        "décrit le changement et n’en donne pas la cause.",
                        "en": "A change is divided in two: other shares of the groups (composition), and other "
                        "answers in the same group. It is divided at the average of the two editions "
                        "(Kitagawa; Oaxaca and Blinder for the three breakdowns together). It describes "
                        "the change and does not give its cause.",
                    },
                    {
                        "fr": "L’âge et la scolarité sont des marges de calage : leur composition ne bouge que "
                        "comme la population, et n’a presque pas d’erreur d’échantillonnage.",
                        "en": "Age and education are raking margins: their composition moves only as the "
                        "population does, and has almost no sampling error.",
                    },
                ]
            ),
            Points(
                {
                    "fr": "Changement de la confiance et ses deux parties, en points de pourcentage.",
                    "en": "Change in trust and its two parts, in percentage points.",
                },
                drawn,
                {"fr": "Partie du changement", "en": "Part of the change"},
            ),
            StudyProse(
                [
                    {
                        "fr": "La somme des groupes est la part « à l’intérieur des groupes » : un groupe "
                        "nombreux y compte davantage.",
                        "en": "The groups add up to the part “within groups”: a large group counts more.",
                    }
                ],
                {
                    "fr": "Ce que font les réponses de chaque groupe",
                    "en": "What each group’s answers make",
                },
            ),
            Points(
                {
                    "fr": "Contribution des réponses de chaque groupe d’âge, en points de pourcentage.",
                    "en": "Contribution of each age group’s answers, in percentage points.",
                },
                by_group(survey, waves, "age_broad"),
                {"fr": "Groupe", "en": "Group"},
            ),
            StudyProse(
                [
                    {
                        "fr": "Les parts de chaque édition sont refaites avec la composition selon l’âge et "
                        "la scolarité de la dernière. Ce qui reste de mouvement ne vient pas de cette "
                        "composition.",
                        "en": "Each edition’s share is made again with the make-up by age and education of "
                        "the last one. What is left of movement does not come from that make-up.",
                    }
                ],
                {"fr": "La série à composition fixe", "en": "The series at a fixed make-up"},
            ),
            Grid(
                {
                    "fr": "Confiance selon l’édition, telle quelle et à composition fixe.",
                    "en": "Trust by edition, as it is and at a fixed make-up.",
                },
                {"fr": "Édition", "en": "Edition"},
                interval,
                series(survey, waves),
                {
                    "fr": "Parmi les personnes dont l’âge et la scolarité sont connus. L’intervalle est "
                    "celui de la part à composition fixe.",
                    "en": "Among people whose age and education are known. The interval is that of "
                    "the share at a fixed make-up.",
                },
            ),
        ),
    )


def lower(label: str) -> str:
    """Return a label that starts with a small letter."""
    return label[:1].lower() + label[1:]


def main() -> None:
    """Write the study's pages."""
    asked = arguments(__doc__)
    survey = padai.load_survey(asked.survey)
    store = published(survey, asked.store)
    waves = padai.stack([weighted(survey, w) for w in survey.waves], overlap=survey.overlap)
    for page in write_study(study(survey, waves), store, asked.out):
        print(page)


if __name__ == "__main__":
    main()
