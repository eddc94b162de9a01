"""The command that says what confidentiality withholds, and what would lower it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from padai.cli.options import (
    CONSOLE,
    DataOpt,
    LangOpt,
    PartOpt,
    SurveyArg,
    WaveOpt,
    app,
    progress,
    t,
)
from padai.errors import DefinitionError
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

    from padai.pipeline.commands.auditing import Audited
    from padai.survey import Survey

_SHOWN = 12


@app.command(help=t("cli-say-what-confidentiality-withholds-and"))
def audit(
    survey: SurveyArg,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    table: Annotated[
        str | None,
        typer.Option(
            "--table",
            help=t("cli-one-table-question-breakdown-what-goes"),
        ),
    ] = None,
    data_dir: DataOpt = None,
    as_json: Annotated[bool, typer.Option("--json", help=t("cli-for-machines"))] = False,
    lang: LangOpt = "fr",
) -> None:
    """Print it; exit code 1 where the release would be stopped."""
    from padai.pipeline.commands.auditing import audited, table_of
    from padai.survey import load_survey

    definition = load_survey(survey)
    asked = definition.wave(wave or definition.waves[-1]).id
    definition.part(asked, part)
    named = _named(table)
    with progress() as say:
        report = audited(definition, asked, part, data_dir, say, merges=0 if named else 3)
    if named:
        rows = table_of(report, definition, named)
        _write_json({"rows": rows}) if as_json else _print_table(rows, definition, lang)
    elif as_json:
        _write_json(
            {name: getattr(report, name) for name in ("groups", "tables", "merges")},
            exposed=[list(each) for each in report.exposed],
        )
    else:
        _print(report, definition, lang)
    if report.exposed:
        raise typer.Exit(1)


def _named(table: str | None) -> tuple[str, ...]:
    if table is None:
        return ()
    names = tuple(name.strip() for name in table.split(","))
    if len(names) > 2 or not all(names):
        raise DefinitionError(
            Said("cli-table-give-a-question-and-a-breakdown", table=table),
        )
    return names


def _write_json(frames: dict[str, pd.DataFrame], **more: Any) -> None:
    made = {name: frame.to_dict("records") for name, frame in frames.items()}
    typer.echo(json.dumps({**made, **more}, ensure_ascii=False, indent=2, default=str))


def _print(report: Audited, survey: Survey, lang: str) -> None:
    from padai.cli.tables import table

    why = report.rows["why"]
    CONSOLE.print(
        t(
            "cli-figures-withheld-by-the-rules-so-that",
            count_why=len(why),
            why=int((why == "rule").sum()),
            why_2=int((why == "company").sum()),
        ),
        highlight=False,
        soft_wrap=True,
    )
    headings = [(t("cli-figures"), True), (t("cli-rules"), True), (t("cli-company"), True)]
    by = (t("cli-breakdown"), False)
    made = table(t("cli-groups-4636"), [by, (t("cli-group-00db"), False), *headings])
    _filled(made, report.groups)
    made = table(t("cli-tables"), [("question", False), by, *headings])
    _filled(made, report.tables)
    if len(report.merges):
        made = table(
            t("cli-if-these-were-merged"),
            [by, (t("cli-groups-ccee"), False), (t("cli-withheld"), True), (t("cli-saved"), True)],
        )
        _filled(made, report.merges)
        _tell_line(report, survey)
    for question, breakdown in report.exposed:
        CONSOLE.print(
            t("cli-the-release-would-be-stopped-by", question=question, breakdown=breakdown),
            highlight=False,
            soft_wrap=True,
        )


def _tell_line(report: Audited, survey: Survey) -> None:
    """Say what to write so that small groups are merged, where that would show more."""
    merges, least = report.merges, survey.reliability.minimum_base
    sizes = report.rows.groupby(["breakdown", "group"])["n_base"].max()
    small = set(sizes[sizes < least].index.get_level_values("breakdown"))
    saving = merges.loc[merges["saved"] > 0, "breakdown"].astype(str)
    for breakdown in saving.drop_duplicates():
        if breakdown in small and survey.breakdown(breakdown).small_groups is None:
            said = t(
                "cli-write-small-groups",
                breakdown=breakdown,
                least=least,
            )
            CONSOLE.print(said, highlight=False, soft_wrap=True)


def _filled(made: Any, frame: pd.DataFrame) -> None:
    for row in frame.head(_SHOWN).itertuples(index=False):
        made.add_row(*(str(value) for value in row))
    CONSOLE.print(made)


def _print_table(rows: pd.DataFrame, survey: Survey, lang: str) -> None:
    from padai.cli.tables import DefinitionTexts, table

    labels = DefinitionTexts(survey, lang)
    reasons = {
        "": t("cli-published"),
        "rule": t("cli-withheld-the-rules"),
        "company": t("cli-withheld-so-that-others-cannot-be-worked"),
    }  # fmt: skip
    made = table(
        labels.say("cli-what-goes-out-of-the-table"),
        [
            (t("cli-group-00db"), False),
            (t("cli-response-3b3f"), False),
            ("n", True),
            (t("cli-outcome"), False),
        ],
    )
    for row in rows.itertuples(index=False):
        made.add_row(
            labels.group(str(row.breakdown), str(row.group)),
            labels.response(str(row.question), str(row.response)),
            f"{row.n_base:.0f}",
            reasons[str(row.why)],
        )
    CONSOLE.print(made)
