"""The command line: a thin face over the public functions.

Exit codes: 0 done; 1 the data have findings that stop publication; 2 the input is wrong or an
extra is missing (one message, no traceback); 3 a fault of padai's.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from padai.errors import DefinitionError, PadaiError

_FRENCH = os.environ.get("PADAI_LANG", "fr").lower() != "en"


def _t(fr: str, en: str) -> str:
    """Choose the language of help and messages: French, or English under ``PADAI_LANG=en``."""
    return fr if _FRENCH else en


app = typer.Typer(
    name="padai",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=_t(
        "Valider, pondérer, comparer et publier les vagues d’une enquête répétée. "
        "(PADAI_LANG=en : English)",
        "Validate, weight, compare and publish the waves of a repeated survey.",
    ),
)
SurveyArg = Annotated[
    Path,
    typer.Argument(
        help=_t("Dossier de l’enquête, par exemple surveys/example.", "The survey’s folder.")
    ),
]
WaveOpt = Annotated[
    str | None,
    typer.Option(
        "--wave", help=_t("Vague; la dernière si rien n’est dit.", "Wave; the last one by default.")
    ),
]
PartOpt = Annotated[
    str, typer.Option("--part", help=_t("Volet de l’enquête.", "Part of the wave."))
]
DataOpt = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        help=_t("Où se trouvent les fichiers de données.", "Where the data files are."),
    ),
]
ProjectOpt = Annotated[
    Path | None,
    typer.Option("--project", help=_t("Dossier qui contient padai.yaml.", "Folder of padai.yaml.")),
]
LangOpt = Annotated[
    str,
    typer.Option(
        "--lang", help=_t("Langue des libellés : fr ou en.", "Language of labels: fr or en.")
    ),
]
EngineOpt = Annotated[
    str,
    typer.Option(
        "--engine",
        help=_t(
            "Moteur de rendu : auto, embedded ou quarto.", "Renderer: auto, embedded or quarto."
        ),
    ),
]
FormatOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        help=_t(
            "Format des rapports : html, pdf ou docx; répétable.", "html, pdf or docx; repeatable."
        ),
    ),
]
NetOpt = Annotated[
    str | None, typer.Option("--net", help=_t("Regroupement de réponses.", "Net of responses."))
]
ByOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        help=_t("Ventilation; répétable, « a*b » croise.", "Breakdown; repeatable, a*b crosses."),
    ),
]

_out = Console()
_err = Console(stderr=True)


@contextmanager
def _progress() -> Iterator[Any]:
    """Show what is under way on standard error, and yield a function that says it."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=_err, transient=True) as bar:
        task = bar.add_task("padai", total=None)

        def say(text: str, done: int | None = None, total: int | None = None) -> None:
            bar.update(task, description=text, completed=done, total=total)

        yield say


@app.command(help=_t("Commencer un projet.", "Start a project."))
def init(
    folder: Annotated[Path, typer.Argument(help=_t("Dossier vide.", "An empty folder."))] = Path(),
    example: Annotated[
        bool,
        typer.Option(
            "--example",
            help=_t("Avec une petite enquête fictive.", "With a small synthetic survey."),
        ),
    ] = False,
    source: Annotated[
        list[Path] | None,
        typer.Option(
            "--from",
            help=_t(
                "Fichier dont tirer une enquête; répétable, une vague par fichier.",
                "File to start a survey from; repeatable, a wave a file.",
            ),
        ),
    ] = None,
) -> None:
    """Write a project into an empty folder, or a survey from its files."""
    from padai import interchange

    if source and example:
        raise DefinitionError(_t("Choisir --from ou --example.", "Choose --from or --example."))
    if source:
        written = interchange.init_from(folder, source)
    else:
        written = interchange.init_example(folder) if example else interchange.init(folder)
    _out.print(
        _t(
            f"Projet créé dans {folder} ({len(written)} fichiers).",
            f"Project made in {folder} ({len(written)} files).",
        )
    )
    if example:
        _out.print(_t("Ensuite : padai build surveys/example", "Next: padai build surveys/example"))


@app.command(help=_t("Vérifier une vague livrée.", "Check a delivered wave."))
def validate(
    survey: SurveyArg,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    data_dir: DataOpt = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", help=_t("Page à écrire, à renvoyer.", "Page to write and send.")),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help=_t("Pour les machines.", "For machines."))
    ] = False,
) -> None:
    """Print every finding; exit code 1 where one of them stops publication."""
    from padai.pipeline import validated
    from padai.survey import load_survey

    definition = load_survey(survey)
    with _progress() as say:
        found = validated(definition, wave or definition.waves[-1], part, data_dir, say)
    if html is not None:
        _write_page(html, found.to_html(_t("fr", "en")))
    if as_json:
        typer.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=2))
    else:
        _out.print(found.summary(_t("fr", "en")), markup=False, highlight=False, soft_wrap=True)
    found.raise_if_failed(_t("fr", "en"))


def _write_page(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise DefinitionError(
            _t(
                f"--html {path} : écriture impossible ({why}).",
                f"--html {path}: not written ({why}).",
            )
        ) from None


@app.command(
    help=_t("Caler une vague et montrer le diagnostic.", "Weight a wave and show diagnostics.")
)
def weight(
    survey: SurveyArg, wave: WaveOpt = None, part: PartOpt = "main", data_dir: DataOpt = None
) -> None:
    """Print the margins before and after, and what weighting costs in precision."""
    from padai.cli_tables import print_weighting
    from padai.pipeline import weighted
    from padai.survey import load_survey

    definition = load_survey(survey)
    with _progress() as say:
        done = weighted(definition, wave or definition.waves[-1], part, data_dir, say)
    print_weighting(_out, done.summary, done.margins, _t("fr", "en"))


@app.command(help=_t("Estimer une question.", "Estimate a question."))
def estimate(
    survey: SurveyArg,
    question: Annotated[
        str, typer.Argument(help=_t("Identifiant de la question.", "The question’s id."))
    ],
    wave: WaveOpt = None,
    part: PartOpt = "main",
    net: NetOpt = None,
    by: ByOpt = None,
    data_dir: DataOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Print the estimates of one question, with what may not be shown withheld."""
    from padai.cli_tables import print_estimates
    from padai.pipeline import estimated
    from padai.survey import load_survey

    definition = load_survey(survey)
    with _progress() as say:
        frame = estimated(
            definition, question, wave or definition.waves[-1], part=part, net=net, by=by or [],
            data_dir=data_dir, say=say,
        )  # fmt: skip
    print_estimates(_out, frame, definition, lang)


@app.command(
    help=_t("Suivre une question d’une vague à l’autre.", "Follow a question over the waves.")
)
def trend(
    survey: SurveyArg,
    question: Annotated[
        str, typer.Argument(help=_t("Identifiant de la question.", "The question’s id."))
    ],
    net: NetOpt = None,
    by: ByOpt = None,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    data_dir: DataOpt = None,
    lang: LangOpt = "fr",
    chart: Annotated[
        Path | None,
        typer.Option("--chart", help=_t("Dossier où dessiner la série.", "Folder to draw it in.")),
    ] = None,
) -> None:
    """Print the series and the verdict of each change; draw it where a folder is named."""
    from padai.cli_tables import print_trend
    from padai.pipeline import drawn_over_time, followed_over_time
    from padai.survey import load_survey

    definition = load_survey(survey)
    with _progress() as say:
        series, changes = followed_over_time(
            definition, question, wave or definition.waves[-1], part=part, net=net, by=by or [],
            data_dir=data_dir, say=say,
        )  # fmt: skip
    print_trend(_out, series, changes, definition, lang)
    if chart is not None:
        made = drawn_over_time(definition, series, changes, chart, part=part, lang=lang)
        for path in made:
            _out.print(f"  {_shown(path)}", highlight=False, soft_wrap=True)


@app.command(
    help=_t(
        "Prévoir ce que la prochaine vague pourra montrer.", "Plan what the next wave can show."
    )
)
def plan(
    survey: SurveyArg,
    question: Annotated[
        str, typer.Argument(help=_t("Identifiant de la question.", "The question’s id."))
    ],
    net: NetOpt = None,
    by: ByOpt = None,
    n: Annotated[
        list[int] | None,
        typer.Option(
            "--n", help=_t("Entrevues prévues; répétable.", "Planned interviews; repeatable.")
        ),
    ] = None,
    power: Annotated[
        float, typer.Option("--power", help=_t("Puissance voulue.", "Wanted power."))
    ] = 0.8,
    change: Annotated[
        float | None,
        typer.Option(
            "--change", help=_t("Écart à déceler, en points.", "Change to be shown, in points.")
        ),
    ] = None,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    data_dir: DataOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Print the smallest change and margin that the next wave can show, and its interviews."""
    from padai.cli_tables import print_plan
    from padai.pipeline.planning import planned
    from padai.survey import load_survey

    definition = load_survey(survey)
    with _progress() as say:
        made, groups = planned(
            definition, question, wave or definition.waves[-1], part=part, net=net, by=by or [],
            n=n or [], power=power, change=change, data_dir=data_dir, say=say,
        )  # fmt: skip
    print_plan(_out, made, groups, definition, power, change, lang)


@app.command(
    help=_t("Bâtir tout : rapports, tableaux, dépôt, manifeste.", "Build everything for a wave.")
)
def build(
    survey: SurveyArg,
    wave: WaveOpt = None,
    project: ProjectOpt = None,
    data_dir: DataOpt = None,
    engine: EngineOpt = "auto",
    format: FormatOpt = None,
) -> None:
    """Write a release whole, or leave what was there."""
    from padai.pipeline import build as build_release

    with _progress() as say:
        release = build_release(
            survey, wave=wave, project=project, data_dir=data_dir, engine=engine,
            formats=_formats(format), say=say,
        )  # fmt: skip
    _print_release(release)


def _formats(asked: list[str] | None) -> tuple[str, ...]:
    """Return the renderer's names of the formats asked for."""
    known = {"html": "html", "pdf": "typst", "docx": "docx"}
    unknown = [name for name in asked or () if name not in known]
    if unknown:
        raise DefinitionError(
            _t(
                f"--format {unknown[0]} : ce format n’existe pas; choisir html, pdf ou docx.",
                f"--format {unknown[0]}: there is no such format; choose html, pdf or docx.",
            )
        )
    return tuple(dict.fromkeys(known[name] for name in asked or ["html"]))


def _print_release(release: Any) -> None:
    names = {
        "report": (_t("Rapport", "Report")),
        "tables": (_t("Tableaux de données", "Data tables")),
        "manifest": (_t("Manifeste", "Manifest")),
    }
    _out.print(_t(f"Publication : {release.title}", f"Release: {release.title}"), highlight=False)
    for kind, lang, path in release.files:
        place = f" ({lang})" if lang else ""
        _out.print(f"  {names[kind]}{place} : {_shown(path)}", highlight=False, soft_wrap=True)
    for note in release.notes:
        _err.print(note, highlight=False)


def _shown(path: Path) -> str:
    """Return a path as one would type it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


@app.command(
    help=_t(
        "Rendre de nouveau les rapports d’un dépôt déjà bâti.",
        "Render the reports of a built store again.",
    )
)
def report(
    survey: SurveyArg,
    wave: WaveOpt = None,
    project: ProjectOpt = None,
    engine: EngineOpt = "auto",
    format: FormatOpt = None,
) -> None:
    """Publish again from the store, without reading a respondent."""
    from padai.pipeline import publish_again

    with _progress() as say:
        release = publish_again(
            survey, wave=wave, project=project, engine=engine, formats=_formats(format),
            what=("report",), say=say,
        )  # fmt: skip
    _print_release(release)


@app.command(
    help=_t(
        "Écrire de nouveau les tableaux d’un dépôt déjà bâti.",
        "Write the data tables of a built store again.",
    )
)
def tables(survey: SurveyArg, wave: WaveOpt = None, project: ProjectOpt = None) -> None:
    """Write the workbooks again from the store."""
    from padai.pipeline import publish_again

    with _progress() as say:
        release = publish_again(survey, wave=wave, project=project, what=("tables",), say=say)
    _print_release(release)


@app.command(help=_t("Fabriquer des vagues fictives.", "Make synthetic waves."))
def simulate(
    survey: SurveyArg,
    wave: WaveOpt = None,
    seed: Annotated[
        int | None,
        typer.Option("--seed", help=_t("Germe; celui de truth.yaml.", "Seed; that of truth.yaml.")),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help=_t("Dossier de sortie.", "Output folder."))
    ] = None,
    checksums: Annotated[
        bool,
        typer.Option(
            "--write-checksums",
            help=_t("Inscrire les sommes de contrôle.", "Write checksums into the definition."),
        ),
    ] = False,
) -> None:
    """Write the synthetic waves of a definition: all of them, the same bytes for the same seed."""
    from padai.simulation import rebuild
    from padai.survey import load_survey

    with _progress() as say:
        say("simulation")
        made = rebuild(load_survey(survey), wave, seed=seed, out=out, checksums=checksums)
    for path in made.paths:
        _out.print(f"  {_shown(path)}", highlight=False, soft_wrap=True)


@app.command(
    help=_t("Écrire le questionnaire pour un autre outil.", "Write the form for another tool.")
)
def export(
    survey: SurveyArg,
    to: Annotated[str, typer.Option("--to", help="xlsform, ddi")],
    out: Annotated[
        Path | None, typer.Option("--out", help=_t("Fichier à écrire.", "File to write."))
    ] = None,
    wave: WaveOpt = None,
    part: PartOpt = "main",
) -> None:
    """Write an XLSForm, or a DDI-Codebook description, of a wave."""
    from padai import interchange
    from padai.survey import load_survey

    path = interchange.export(load_survey(survey), to, out, wave_id=wave, part=part)
    _out.print(f"  {_shown(path)}", highlight=False, markup=False, soft_wrap=True)


def main(argv: list[str] | None = None) -> None:
    """Run the command line and end with its exit code."""
    try:
        app(args=argv, standalone_mode=True)
    except PadaiError as error:
        _err.print(
            f"padai : {error}" if _FRENCH else f"padai: {error}",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _err.print(_t("Interrompu; rien n’a été changé.", "Interrupted; nothing was changed."))
        sys.exit(130)
    except Exception as error:  # the last door: a fault of padai's, said as such
        _report_fault(error)
        sys.exit(3)


def _report_fault(error: Exception) -> None:
    """Name the fault without its data: a traceback's values could hold an answer."""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    _err.print(
        _t(
            "padai : une erreur de padai lui-même est survenue. Rien n’a été changé.",
            "padai: a fault of padai itself occurred. Nothing was changed.",
        ),
        highlight=False,
    )
    _err.print(
        f"  {type(error).__name__}: {Path(last.filename).name}:{last.lineno} ({last.name})",
        highlight=False,
    )
    if os.environ.get("PADAI_DEBUG"):
        traceback.print_exception(error)


if __name__ == "__main__":
    main()
