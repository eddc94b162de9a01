"""Commands that write: projects, releases, synthetic waves, forms."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from padai.cli.options import (
    CONSOLE,
    STDERR,
    DataOpt,
    EngineOpt,
    FormatOpt,
    LangOpt,
    PartOpt,
    ProjectOpt,
    SurveyArg,
    TrustOpt,
    WaveOpt,
    app,
    progress,
    shown,
    t,
)
from padai.cli.progress import LogOpt, as_json, telling
from padai.cli.progress import record as write_record
from padai.errors import DefinitionError, language
from padai.words import Said
from padai.words.languages import lacking, locale_of

if TYPE_CHECKING:
    from padai.survey import Survey


DraftOpt = Annotated[
    bool,
    typer.Option(
        "--draft",
        help=t("cli-the-report-of-an-unfinished-definition"),
    ),
]


ConfirmOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--design",
        help=t("cli-with-draft-the-design-of-the-waves-that"),
    ),
]


@app.command(help=t("cli-build-everything-for-a-wave"))
def build(
    survey: SurveyArg,
    wave: WaveOpt = None,
    project: ProjectOpt = None,
    data_dir: DataOpt = None,
    engine: EngineOpt = "auto",
    format: FormatOpt = None,
    record: Annotated[
        bool,
        typer.Option(
            "--record/--no-record",
            help=t("cli-record-the-version-in-releases-yaml"),
        ),
    ] = True,
    draft: DraftOpt = False,
    design: ConfirmOpt = None,
    trust_templates: TrustOpt = False,
    fresh: Annotated[
        bool,
        typer.Option("--fresh", help=t("cli-fresh-build-even-where-nothing-changed")),
    ] = False,
    watch: Annotated[
        bool,
        typer.Option("--watch", help=t("cli-watch-make-the-page-of-the-draft-again")),
    ] = False,
    log: LogOpt = "text",
    lang: LangOpt = "fr",
) -> None:
    """Write a release whole, or leave what was there."""
    from padai.pipeline import build as build_release

    if design:
        _confirm(survey, design, draft)
    if watch:
        for option, given in (
            ("--fresh", fresh),
            ("--format", format),
            ("--no-record", not record),
            ("--trust-templates", trust_templates),
        ):
            if given:
                raise DefinitionError(
                    Said("cli-watch-is-of-the-draft-without-these-options", option=option)
                )
        _watch(survey, wave, project, data_dir, engine, log)
        return
    if draft:
        print_draft(survey, wave, project, data_dir, engine, format, log)
        return
    with telling(log) as (say, tell):
        release = build_release(
            survey,
            wave=wave,
            project=project,
            data_dir=data_dir,
            engine=engine,
            formats=format or None,
            say=say,
            log=tell,
            record=record,
            trust_templates=trust_templates,
            fresh=fresh,
        )
    _print_release(release)
    if release.unchanged:
        text = t("cli-nothing-has-changed-all-stands-as-built")
        STDERR.print(text, highlight=False, markup=False, soft_wrap=True)


def _confirm(survey: Path, design: list[str], draft: bool) -> None:
    """Write a person's word on the designs that wait for it, and say where."""
    from padai import interchange

    if not draft:
        raise DefinitionError(
            Said("cli-design-goes-with-draft-what-is-published"),
        )
    choices = [interchange.parse_design(text) for text in design]
    for path in interchange.confirm_designs(survey, choices):
        STDERR.print(t("cli-design-confirmed", shown=shown(path)), highlight=False, soft_wrap=True)


def print_draft(
    survey: Path,
    wave: str | None = None,
    project: Path | None = None,
    data_dir: Path | None = None,
    engine: str = "auto",
    formats: list[str] | None = None,
    log: str = "text",
) -> None:
    """Make the draft of an unfinished definition, and say what it set aside and what is lacking."""
    from padai.pipeline import build_draft

    with telling(log) as (say, tell):
        drawn = build_draft(
            survey,
            wave=wave,
            lang=_of_pages(),
            project=project,
            data_dir=data_dir,
            engine=engine,
            formats=formats or ("html",),
            say=say,
            log=tell,
        )
    _print_release(drawn, t("cli-draft-not-reviewed"))


def _of_pages() -> str:
    """Return the language in force, where padai has the words of a report in it."""
    return language("fr") if not lacking(language("fr")) else "en"


def _watch(
    survey: Path,
    wave: str | None,
    project: Path | None,
    data_dir: Path | None,
    engine: str,
    log: str,
) -> None:
    """Make the page of the draft again at each change, until Ctrl-C."""
    from babel.numbers import format_decimal

    from padai.pipeline import watch

    def tell(seen: Any) -> None:
        if seen.fault is not None:
            STDERR.print(
                t("cli-padai", message=str(seen.fault)),
                highlight=False,
                markup=False,
                soft_wrap=True,
            )
            return
        took = format_decimal(seen.seconds, "0.0", locale=locale_of(language("fr")))
        text = t("cli-watch-page-made-in-seconds", shown=shown(seen.page), seconds=took)
        CONSOLE.print(text, highlight=False, markup=False, soft_wrap=True)

    with telling(log) as (say, _tell), suppress(KeyboardInterrupt):
        watch(
            survey,
            tell,
            wave=wave,
            lang=_of_pages(),
            project=project,
            data_dir=data_dir,
            engine=engine,
            say=say,
        )
    STDERR.print(t("cli-watch-has-ended"), highlight=False, markup=False, soft_wrap=True)


def _print_release(release: Any, head: str = "") -> None:
    names = {
        "report": t("cli-report"),
        "summary": t("cli-essentials"),
        "press": t("cli-for-the-press"),
        "explorer": t("cli-explorer"),
        "figures": t("cli-key-figures"),
        "tables": t("cli-data-tables"),
        "open": t("cli-open-data"),
        "follow-up": t("cli-what-became-of-it"),
        "draw": t("cli-draw-by-lot"),
        "notice": t("cli-notice-of-withdrawal"),
        "manifest": t("cli-manifest"),
        "site": t("cli-website-of-all-releases"),
    }
    head = head or t("cli-release")
    CONSOLE.print(
        t("cli-head-release-title", head=head, release_title=release.title), highlight=False
    )
    named = {
        "questionnaire": t("cli-questionnaire-and-results"),
        "presentation": t("cli-slides"),
    }
    for kind, lang, path in release.files:
        place = f" ({lang})" if lang else ""
        stem = path.stem.partition("-")[0]
        name = named.get(stem, names[kind])
        CONSOLE.print(
            t("cli-name-place-shown", name=name, place=place, shown=shown(path)),
            highlight=False,
            soft_wrap=True,
        )
    for note in release.notes:
        if as_json():
            write_record({"stage": "note", "note": t(note)})
            continue
        STDERR.print(t("cli-padai", message=t(note)), highlight=False, soft_wrap=True)


@app.command(help=t("cli-render-the-reports-of-a-built-store"))
def report(
    survey: SurveyArg,
    wave: WaveOpt = None,
    project: ProjectOpt = None,
    engine: EngineOpt = "auto",
    format: FormatOpt = None,
    trust_templates: TrustOpt = False,
    log: LogOpt = "text",
    lang: LangOpt = "fr",
) -> None:
    """Publish again from the store, without reading a respondent."""
    from padai.pipeline import publish_again

    with telling(log) as (say, tell):
        release = publish_again(
            survey,
            wave=wave,
            project=project,
            engine=engine,
            formats=format or (),
            what=("report",),
            say=say,
            log=tell,
            trust_templates=trust_templates,
        )
    _print_release(release)


@app.command(help=t("cli-write-the-data-tables-of-a-built-store"))
def tables(
    survey: SurveyArg,
    wave: WaveOpt = None,
    project: ProjectOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Write the workbooks again from the store."""
    from padai.pipeline import publish_again

    with progress() as say:
        release = publish_again(survey, wave=wave, project=project, what=("tables",), say=say)
    _print_release(release)


@app.command(help=t("cli-make-synthetic-waves"))
def simulate(
    survey: SurveyArg,
    wave: WaveOpt = None,
    seed: Annotated[
        int | None,
        typer.Option("--seed", help=t("cli-seed-that-of-truth-yaml")),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help=t("cli-output-folder-of-the-synthetic-waves"))
    ] = None,
    checksums: Annotated[
        bool,
        typer.Option(
            "--write-checksums",
            help=t("cli-write-checksums-into-the-definition"),
        ),
    ] = False,
    lang: LangOpt = "fr",
) -> None:
    """Write the synthetic waves of a definition: all of them, the same bytes for the same seed."""
    from padai.simulation import rebuild
    from padai.survey import load_survey

    with progress() as say:
        say("simulation")
        made = rebuild(load_survey(survey), wave, seed=seed, out=out, checksums=checksums)
    for path in made.paths:
        CONSOLE.print(f"  {shown(path)}", highlight=False, soft_wrap=True)


@app.command(help=t("cli-write-the-form-or-the-weighted-data-for"))
def export(
    survey: SurveyArg,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            help=t("cli-form-xlsform-ddi-data-sav-zsav-dta-csv"),
        ),
    ],
    out: Annotated[Path | None, typer.Option("--out", help=t("cli-file-to-write"))] = None,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    data_dir: DataOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Write an XLSForm, a DDI-Codebook description, or the validated and weighted data."""
    from padai import interchange
    from padai.survey import load_survey
    from padai.waves.write_back import FORMATS

    definition = load_survey(survey)
    if f".{to}" in FORMATS:
        path = _written_data(definition, to, out, wave, part, data_dir, lang)
    else:
        path = interchange.export(definition, to, out, wave_id=wave, part=part)
    CONSOLE.print(f"  {shown(path)}", highlight=False, markup=False, soft_wrap=True)


def _written_data(
    definition: Survey,
    to: str,
    out: Path | None,
    wave: str | None,
    part: str,
    data_dir: Path | None,
    lang: str,
) -> Path:
    from padai.pipeline import written_back

    last = definition.wave(wave or definition.waves[-1]).id
    path = out or Path(f"{definition.id}-{last}-{part}.{to}")
    if path.suffix.lower() != f".{to}":
        raise DefinitionError(
            Said("cli-out-does-not-end-in-give-a-name-that", path_name=path.name, to=to),
        )
    with progress() as say:
        return written_back(definition, last, part, path, lang=lang, data_dir=data_dir, say=say)
