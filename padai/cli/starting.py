"""The command that starts a project: from files, from the example, from answers, or blank."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from padai.cli.options import CONSOLE, LangOpt, SurveyArg, app, shown, t
from padai.errors import DefinitionError, Said

if TYPE_CHECKING:
    from padai.interchange import Addition
    from padai.interchange.choices import Decide

FromOpt = Annotated[
    list[Path] | None,
    typer.Option(
        "--from",
        help=t(
            "Fichier dont tirer une enquête; répétable, une vague par fichier.",
            "File to start a survey from; repeatable, a wave a file.",
        ),
    ),
]
AnswersOpt = Annotated[
    list[Path] | None,
    typer.Option(
        "--data",
        help=t(
            "Réponses exportées d’une plateforme, à côté de son questionnaire (--from); "
            "répétable, une vague par fichier.",
            "Answers exported from a platform, beside its questionnaire (--from); repeatable, "
            "a wave a file.",
        ),
    ),
]
NamedWaveOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--wave",
        help=t(
            "Vague et son fichier : 2019-05=mai.sav; répétable.",
            "A wave and its file: 2019-05=may.sav; repeatable.",
        ),
    ),
]
DesignOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--design",
        help=t(
            "Plan de sondage : proposed (ce que padai propose), none, ou weight=w,stratum=h,psu=c,"
            "id=i; précédé au besoin d’une vague (2019:weight=w); répétable.",
            "Design: proposed (what padai proposes), none, or weight=w,stratum=h,psu=c,id=i; a "
            "wave may stand before (2019:weight=w); repeatable.",
        ),
    ),
]
OnlyOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        help=t("Colonnes à retenir (motif : TE1P03*).", "Columns to keep (pattern: TE1P03*)."),
    ),
]
ExcludeOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude", help=t("Colonnes à laisser (motif).", "Columns to leave out (pattern).")
    ),
]
FactOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--fact",
        help=t(
            "Ce qu’aucun fichier ne dit : mode=phone, sample_type=quota, title=…; répétable.",
            "What no file tells: mode=phone, sample_type=quota, title=…; repeatable.",
        ),
    ),
]


@app.command(help=t("Commencer un projet.", "Start a project."))
def init(
    folder: Annotated[Path, typer.Argument(help=t("Dossier vide.", "An empty folder."))] = Path(),
    example: Annotated[
        bool,
        typer.Option(
            "--example",
            help=t("Avec une petite enquête fictive.", "With a small synthetic survey."),
        ),
    ] = False,
    blank: Annotated[
        bool,
        typer.Option(
            "--blank",
            help=t(
                "Sans question : tout est à compléter.", "No question asked: all to be written."
            ),
        ),
    ] = False,
    source: FromOpt = None,
    data: AnswersOpt = None,
    wave: NamedWaveOpt = None,
    design: DesignOpt = None,
    only: OnlyOpt = None,
    exclude: ExcludeOpt = None,
    by_label: Annotated[
        bool,
        typer.Option(
            "--by-label",
            help=t(
                "Lire par ses libellés une échelle qui a tourné d’une vague à l’autre.",
                "Read by its labels a scale that turned over between waves.",
            ),
        ),
    ] = False,
    wave_column: Annotated[
        str | None,
        typer.Option(
            "--wave-column",
            help=t(
                "Colonne qui dit la vague, dans un fichier qui les tient toutes.",
                "Column that tells the wave, in a file that holds them all.",
            ),
        ),
    ] = None,
    fact: FactOpt = None,
    review: Annotated[
        Path | None,
        typer.Option(
            "--review",
            help=t(
                "Feuille de relecture (review.xlsx) que padai init a écrite et que vous avez "
                "corrigée.",
                "Review sheet (review.xlsx) that padai init wrote and you corrected.",
            ),
        ),
    ] = None,
    sheet: Annotated[
        bool,
        typer.Option(
            "--sheet/--no-sheet",
            help=t("Écrire la feuille de relecture.", "Write the review sheet."),
        ),
    ] = False,
    build: Annotated[
        bool,
        typer.Option(
            "--build",
            help=t(
                "Bâtir aussitôt l’ébauche du rapport (le plan étant donné par --design).",
                "Make the draft of the report at once (the design being given by --design).",
            ),
        ),
    ] = False,
    lang: LangOpt = "fr",
) -> None:
    """Write a project into an empty folder, or a survey from its files."""
    from padai import interchange
    from padai.cli.asking import asked
    from padai.cli.making import print_draft

    if build and not (source or wave):
        raise DefinitionError(
            "--build draws what --from or --wave drafted. Name the file of a wave.",
            "--build dessine ce que --from ou --wave ont tiré. Nommez le fichier d’une vague.",
        )
    named = [interchange.parse_wave(text) for text in wave or ()]
    files = [*(source or ()), *(path for _, path in named)]
    if bool(files) + example + blank > 1:
        raise DefinitionError(
            "Choose --from, --example or --blank.", "Choisissez --from, --example ou --blank."
        )
    if data and not files:
        raise DefinitionError(
            "--data goes with --from, which names the questionnaire. Answers alone: --from.",
            "--data accompagne --from, qui nomme le questionnaire. Des réponses seules : --from.",
        )
    if files:
        choices = interchange.Choices(
            design=tuple(interchange.parse_design(text) for text in design or ()),
            wave_ids={path: wave_id for wave_id, path in named},
            only=tuple(only or ()), exclude=tuple(exclude or ()), by_label=by_label,
            wave_column=wave_column, facts=dict(map(interchange.parse_fact, fact or ())),
            decide=_decide(), tell=_tell,
        )  # fmt: skip
        choices = replace(choices, review=sheet)
        if review is not None:
            choices = interchange.read_review(review, choices)
        written = interchange.init_from(folder, files, choices, data or ())
    elif example:
        written = interchange.init_example(folder)
    else:
        interchange.check_new_project(folder)
        written = interchange.init(folder, None if blank else asked())
    CONSOLE.print(
        t(
            f"Projet créé dans {folder} ({len(written)} fichiers).",
            f"Project made in {folder} ({len(written)} files).",
        ),
        highlight=False,
        soft_wrap=True,
    )
    if example:
        CONSOLE.print(
            t("Ensuite : padai build surveys/example", "Next: padai build surveys/example")
        )
    else:
        made = next(path.parent for path in written if path.name == "survey.yaml")
        for line in interchange.recognised(made):
            CONSOLE.print(line, highlight=False, soft_wrap=True, markup=False)
        _print_next(made)
        if build:
            print_draft(made)


def _tell(said: Said) -> None:
    CONSOLE.print(t(said.fr, said.en), highlight=False, markup=False, soft_wrap=True)


def _decide() -> Decide | None:
    from padai.cli.asking import asked_design, at_terminal

    return asked_design if at_terminal() else None


def _print_next(survey: Path) -> None:
    """Say how much is still to be written, and where; and which designs are to be confirmed."""
    from padai.survey import load_survey

    definition = load_survey(survey)
    waiting, place = len(definition.to_complete()), shown(survey / "survey.yaml")
    unconfirmed = [
        w
        for w in definition.waves
        if any(not p.confirmed("design") for p in definition.wave_defs[w].parts.values())
    ]
    if unconfirmed:
        listed = ", ".join(unconfirmed)
        CONSOLE.print(
            t(
                f"Plan à confirmer (vagues {listed}) : rien ne s’estime avant. Relisez les "
                f"candidats ci-dessus, puis : padai build {shown(survey)} --draft --design "
                "proposed, ou --design weight=…,psu=…; ou écrivez `design:` dans waves/.",
                f"Design to be confirmed (waves {listed}): nothing is estimated before. Look at "
                f"the candidates above, then: padai build {shown(survey)} --draft --design "
                "proposed, or --design weight=…,psu=…; or write `design:` in waves/.",
            ),
            highlight=False,
            markup=False,
            soft_wrap=True,
        )
    CONSOLE.print(
        t(
            f"Ensuite : relire {place} et les fichiers voisins; {waiting} textes à compléter avant "
            "de publier.",
            f"Next: read {place} and the files beside it; {waiting} texts to be written before "
            "publishing.",
        ),
        highlight=False,
        soft_wrap=True,
    )


@app.command(
    "add-wave",
    help=t(
        "Ajouter à une enquête le fichier de sa prochaine vague.",
        "Add the file of its next wave to a survey.",
    ),
)
def add_wave(
    survey: SurveyArg,
    file: Annotated[Path, typer.Argument(help=t("Fichier livré.", "The file delivered."))],
    wave: Annotated[
        str | None, typer.Option("--wave", help=t("Identifiant de la vague.", "The wave's id."))
    ] = None,
    wave_column: Annotated[
        str | None,
        typer.Option(
            "--wave-column",
            help=t(
                "Colonne qui dit la vague d’un fichier cumulatif, où la définition ne la dit pas.",
                "Column that tells the wave of a cumulative file, where the definition does not.",
            ),
        ),
    ] = None,
    design: DesignOpt = None,
    fact: FactOpt = None,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept",
            help=t(
                "Écrire les lignes proposées dans la définition.",
                "Write the lines proposed into the definition.",
            ),
        ),
    ] = False,
    lang: LangOpt = "fr",
) -> None:
    """Match the next file to the definition, write the wave's file, and propose the lines."""
    from padai import interchange

    choices = interchange.Choices(
        design=tuple(interchange.parse_design(text) for text in design or ()),
        wave_ids={file: wave} if wave else {}, wave_column=wave_column,
        facts=dict(map(interchange.parse_fact, fact or ())), tell=_tell, decide=_decide(),
    )  # fmt: skip
    added = interchange.add_wave(survey, file, choices, accept=accept)
    _print_changes(added)
    for path in added.written:
        CONSOLE.print(f"  {shown(path)}", highlight=False, markup=False, soft_wrap=True)


def _print_changes(added: Addition) -> None:
    if added.earlier:
        CONSOLE.print(t("Vagues antérieures dans ce fichier", "Earlier waves in this file"))
    for rows in added.earlier:
        _tell(Said(f"  {rows.wave_id} : {rows.said.fr}", f"  {rows.wave_id}: {rows.said.en}"))
    heads = {
        "same": ("Mêmes questions", "Same questions"),
        "renamed": ("Colonnes renommées", "Columns renamed"),
        "turned": ("Échelles qui ont tourné", "Scales turned over"),
        "widened": ("Choix nouveaux", "New choices"),
        "changed": ("Changées : une rupture, ou une autre question", "Changed: a break, or new"),
        "gone": ("Absentes", "Gone"),
        "new": ("Nouvelles", "New"),
    }
    for kind, texts in heads.items():
        found = [change for change in added.changes if change.kind == kind]
        CONSOLE.print(f"{t(*texts)} : {len(found)}", highlight=False, markup=False)
        for change in found if kind not in ("same", "new") else ():
            _tell(Said(f"  {change.name} : {change.said.fr}", f"  {change.name}: {change.said.en}"))
        if kind == "new" and found:
            listed = ", ".join(change.name for change in found)
            CONSOLE.print(f"  {listed}", highlight=False, markup=False, soft_wrap=True)
    head = ("Lignes écrites", "Lines written") if added.accepted else (
        "Lignes à accepter (--accept les écrit)", "Lines to accept (--accept writes them)"
    )  # fmt: skip
    CONSOLE.print(t(*head), highlight=False)
    for line in added.lines:
        place = f"{line.file}, {line.place}"
        text = f"\n{line.text}" if "\n" in line.text else f" {line.text}"
        CONSOLE.print(f"  {place}:{text}", highlight=False, markup=False, soft_wrap=True)


@app.command(
    help=t(
        "Ce qui manque pour publier, ligne par ligne, avec la ligne à coller.",
        "What publishing still lacks, line by line, with the line to paste.",
    )
)
def lacking(survey: SurveyArg, lang: LangOpt = "fr") -> None:
    """List each text, date or fact still to be written: file, line, and what to put there."""
    from padai.survey import load_survey
    from padai.survey.lacking import lacking as lacking_in

    found = lacking_in(load_survey(survey))
    for each in found:
        CONSOLE.print(f"{each.place}  {each.line}", highlight=False, markup=False, soft_wrap=True)
    _tell(
        Said(
            f"{len(found)} textes, dates ou faits à écrire avant de publier.",
            f"{len(found)} texts, dates or facts to be written before publishing.",
        )
    )
