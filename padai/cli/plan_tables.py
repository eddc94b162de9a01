"""Tables of plans: the smallest change that a wave can show, and the interviews it takes."""

from __future__ import annotations

import pandas as pd
from rich.console import Console

from padai.cli.tables import NO_VALUE, DefinitionTexts, number, print_question, table
from padai.survey import Survey
from padai.words import Said


def print_plan(
    out: Console,
    made: pd.DataFrame,
    groups: pd.DataFrame | None,
    survey: Survey,
    *,
    power: float,
    change: float | None,
    lang: str,
) -> None:
    """Print what the next wave can show, then the interviews that each group will have."""
    say = DefinitionTexts(survey, lang)
    first = made.iloc[0]
    question = survey.question(str(first["question"]))
    print_question(out, question, lang, str(first["wave"]))
    chance = number(power, lang, 0, 100.0)
    declared = say.say("cli-no-margin-declared")
    if pd.notna(first["margin"]):
        declared = say.say("cli-margin-of", margin=number(first["margin"], lang, 1))
    out.print(
        say.say("cli-smallest-changes-that-the-next-wave-can", chance=chance), highlight=False
    )
    columns = [
        (say.say("cli-group-6d3b"), False), (say.say("cli-interviews"), True),
        ("Base", True), (say.say("cli-rise"), True), (say.say("cli-fall"), True),
        (say.say("cli-stable-within"), True),
        (declared, False),
    ]  # fmt: skip
    if change is not None:
        points = number(abs(change), lang, 1)
        columns.append((say.say("cli-for", points=points), True))
    for response, rows in made.groupby("response", observed=True, sort=False):
        made_table = table(say.response(question.id, str(response)), columns)
        for _, row in rows.iterrows():
            made_table.add_row(*_plan_cells(row, say, change))
        out.print(made_table)
    if change is not None:
        out.print(say.say("cli-last-column-interviews-of-the-whole-wave"), highlight=False)
    if groups is not None:
        _print_interviews(out, groups, say)


def print_families(out: Console, made: pd.DataFrame, survey: Survey, lang: str) -> None:
    """Print the smallest changes and margin at the first step of the family of each comparison."""
    own = made[made["family_size"] > 1]
    if own.empty:
        return
    say = DefinitionTexts(survey, lang)
    out.print(say.say("cli-with-the-whole-family-of-comparisons-at"), highlight=False)
    columns = [
        (say.say("cli-group-6d3b"), False), (say.say("cli-interviews"), True),
        (say.say("cli-family"), False), (say.say("cli-size"), True),
        (say.say("cli-rise"), True), (say.say("cli-fall"), True),
        (say.say("cli-stable-within"), True),
    ]  # fmt: skip
    for response, rows in own.groupby("response", observed=True, sort=False):
        question = str(rows["question"].iloc[0])
        made_table = table(say.response(question, str(response)), columns)
        for _, row in rows.iterrows():
            made_table.add_row(
                say.group(str(row["breakdown"]), str(row["group"])),
                number(row["interviews"], lang, 0),
                str(row["family"]),
                number(row["family_size"], lang, 0),
                *(
                    number(row[f"{name}_in_family"], lang, 1, 100.0)
                    for name in ("rise", "fall", "margin")
                ),
            )
        out.print(made_table)


def _plan_cells(row: pd.Series, say: DefinitionTexts, change: float | None) -> list[str]:
    cells = [
        say.group(str(row["breakdown"]), str(row["group"])),
        number(row["interviews"], say.lang, 0), number(row["n_next"], say.lang, 0),
        *(number(row[f"smallest_{name}"], say.lang, 1, 100.0)
          for name in ("rise", "fall", "margin")),
        _declared(row, say),
    ]  # fmt: skip
    return cells if change is None else [*cells, number(row["needed_for_change"], say.lang, 0)]


def _declared(row: pd.Series, say: DefinitionTexts) -> str:
    words = {
        "reachable": Said("cli-margin-reachable"),
        "seldom": Said("cli-margin-seldom"),
        "never": Said("cli-margin-never"),
    }
    return say.say(words.get(str(row["margin_within"]), NO_VALUE))


def _print_interviews(out: Console, groups: pd.DataFrame, say: DefinitionTexts) -> None:
    made = table(
        say.say("cli-expected-interviews-by-group"),
        [
            (say.say("cli-interviews"), True),
            (say.say("cli-group-6d3b"), False),
            (say.say("cli-expected"), True),
            (say.say("cli-risk-of-too-small-a-base"), True),
            (say.say("cli-to-do"), False),
        ],
    )
    for _, row in groups.iterrows():
        boost = number(row["boost"], say.lang, 0)
        todo = {
            "keep": "–",
            "boost": say.say("cli-add", boost=boost),
            "collapse": say.say("cli-merge-or-add", boost=boost),
        }[str(row["action"])]
        made.add_row(
            number(row["interviews"], say.lang, 0),
            say.group(str(row["breakdown"]), str(row["group"])),
            number(row["expected"], say.lang, 0),
            say.say(
                "cli-number-en",
                number=number(row["chance_under"], say.lang, 0, 100.0),
            ),
            todo,
        )
    out.print(made)
