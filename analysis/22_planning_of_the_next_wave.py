"""What the wave of 2026 can show, and whom it must interview.

Run with ``python analysis/22_planning_of_the_next_wave.py`` after ``padai build surveys/quebec``,
or ``make studies``. Writes ``etudes/{fr,en}/planification-2026.html`` beside the release.
"""

from __future__ import annotations

import math

import pandas as pd
from shared import arguments, both, group_text, joined, published, text, weighted

import padai
from padai.publishing.studies import Grid, Planning, Study, StudyProse, write_study

QUESTION, NET, REGIONS = "trust_gov", "trust", "region"
SIZES = (1000, 1500, 2000, 2500, 3000, 4000)
TABLES = (2000, 3000)
NEXT, POWER, WANTED = "2026", 0.8, 5.0


def planned(waves: padai.Stack, question: str, net: str, sizes: tuple[int, ...]) -> pd.DataFrame:
    """Return the plan of a figure of the last two waves."""
    found = padai.trend(waves, question, net=net)
    return padai.plan(found, n=list(sizes), power=POWER, change=WANTED).frame


def headlines(survey: padai.Survey, waves: padai.Stack) -> list[tuple[dict[str, str], tuple]]:
    """Return, for each key result, what as many interviews as last time can show."""
    size = len(waves.waves[-1])
    rows = []
    for result in survey.key_results:
        one = planned(waves, result.question, result.net, (size,)).iloc[0]
        change = max(one["smallest_rise"], one["smallest_fall"])
        rows.append(
            (text(result.label), (change, one["smallest_margin"], one["needed_for_change"]))
        )
    return rows


def small_regions(survey: padai.Survey, groups: pd.DataFrame, size: int) -> dict[str, str]:
    """Name the regions that need a boost, or to be merged, at a number of interviews."""
    mine = groups[(groups["interviews"] == size) & (groups["action"] != "keep")]
    if mine.empty:
        return {"fr": "aucune", "en": "none"}
    return joined([group_text(survey, REGIONS, str(g)) for g in mine["group"]])


def study(survey: padai.Survey, waves: padai.Stack) -> Study:
    """Make the study from the last two weighted waves."""
    last = waves.waves[-1]
    plan = planned(waves, QUESTION, NET, SIZES)
    groups = pd.concat(
        [padai.expected_interviews(last, REGIONS, n=n).frame.assign(interviews=n) for n in TABLES],
        ignore_index=True,
    )
    here = plan[plan["interviews"] == TABLES[0]].iloc[0]
    change = max(here["smallest_rise"], here["smallest_fall"])
    needed, regions = here["needed_for_change"], small_regions(survey, groups, TABLES[0])
    lead = both(
        lambda n: {
            "fr": f"Avec {n.count(TABLES[0])} entrevues, l’édition {NEXT} pourra montrer un écart de "
            f"{n.decimal(100 * change, 1)} points et une stabilité à ± "
            f"{n.decimal(100 * here['smallest_margin'], 1)} points.",
            "en": f"With {n.count(TABLES[0])} interviews, the {NEXT} edition will be able to show a change "
            f"of {n.decimal(100 * change, 1)} points and stability within ± "
            f"{n.decimal(100 * here['smallest_margin'], 1)} points.",
        }[n.lang]
    )
    wanted = (
        both(
            lambda n: {
                "fr": f"Pour montrer un écart de {n.decimal(WANTED, 0)} points, il faut "
                f"{n.count(needed)} entrevues.",
                "en": f"To show a change of {n.decimal(WANTED, 0)} points, {n.count(needed)} interviews are "
                "needed.",
            }[n.lang]
        )
        if math.isfinite(needed)
        else {
            "fr": f"Aucun nombre d’entrevues ne suffit à montrer un écart de {WANTED:.0f} points : la "
            "dernière édition, avec laquelle on compare, est trop petite.",
            "en": f"No number of interviews is enough to show a change of {WANTED:.0f} points: the last "
            "edition, with which it is compared, is too small.",
        }
    )
    return Study(
        f"planification-{NEXT}",
        {
            "fr": f"Ce que l’édition {NEXT} pourra montrer",
            "en": f"What the {NEXT} edition will be able to show",
        },
        lead,
        (
            StudyProse(
                [
                    {
                        "fr": "La puissance est la chance de démontrer un écart qui existe ; elle est fixée à "
                        "80 %. « Stable » se démontre aussi : il faut que l’écart soit assez petit, et "
                        "l’échantillon assez grand.",
                        "en": "Power is the chance of showing a change that is there; it is set at 80%. "
                        "“Stable” is shown too: the change must be small enough, and the sample large "
                        "enough.",
                    },
                    wanted,
                ]
            ),
            Planning(plan, groups, TABLES, POWER),
            StudyProse(
                [
                    both(
                        lambda n: {
                            "fr": f"Régions à regrouper ou à suréchantillonner avec {n.count(TABLES[0])} "
                            f"entrevues : {regions['fr']}.",
                            "en": f"Regions to merge or to boost with {n.count(TABLES[0])} interviews: "
                            f"{regions['en']}.",
                        }[n.lang]
                    )
                ],
                {"fr": "Les régions", "en": "The regions"},
            ),
            StudyProse(
                [
                    {
                        "fr": "Pour chaque résultat principal, avec autant d’entrevues que la dernière fois.",
                        "en": "For each key result, with as many interviews as last time.",
                    }
                ],
                {"fr": "Les résultats principaux", "en": "The key results"},
            ),
            Grid(
                {
                    "fr": "Plus petit écart et plus petit seuil de stabilité de chaque résultat principal, en points "
                    f"de pourcentage ; entrevues pour un écart de {WANTED:.0f} points.",
                    "en": "Smallest change and smallest margin of each key result, in percentage points; "
                    f"interviews for a change of {WANTED:.0f} points.",
                },
                {"fr": "Résultat principal", "en": "Key result"},
                [
                    ({"fr": "Plus petit écart", "en": "Smallest change"}, "points"),
                    ({"fr": "Stable à ±", "en": "Stable within ±"}, "points"),
                    ({"fr": "Entrevues", "en": "Interviews"}, "count"),
                ],
                headlines(survey, waves),
                {
                    "fr": "–\u00a0: aucun nombre d’entrevues n’y suffit, l’édition précédente étant trop petite.",
                    "en": "–: no number of interviews is enough, the previous edition being too small.",
                },
            ),
        ),
    )


def main() -> None:
    """Write the study's pages."""
    asked = arguments(__doc__)
    survey = padai.load_survey(asked.survey)
    store = published(survey, asked.store)
    waves = padai.stack([weighted(survey, w) for w in survey.waves[-2:]], overlap=survey.overlap)
    for page in write_study(study(survey, waves), store, asked.out):
        print(page)


if __name__ == "__main__":
    main()
