"""The command that starts a project: from files, from the example, from answers, or blank."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from padai.cli.options import CONSOLE, LangOpt, SurveyArg, app, line, shown, t
from padai.errors import DefinitionError, Said
from padai.words.languages import AT_ROOT, base, spoken

if TYPE_CHECKING:
    from padai.interchange import Addition
    from padai.interchange.choices import Decide

FromOpt = Annotated[
    list[Path] | None,
    typer.Option(
        "--from",
        help=t("cli-file-to-start-a-survey-from-repeatable-a"),
    ),
]
AnswersOpt = Annotated[
    list[Path] | None,
    typer.Option(
        "--data",
        help=t("cli-answers-exported-from-a-platform-beside"),
    ),
]
NamedWaveOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--wave",
        help=t("cli-a-wave-and-its-file-2019-05-may-sav"),
    ),
]
DesignOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--design",
        help=t("cli-design-proposed-what-padai-proposes-none"),
    ),
]
NextDesignOpt = Annotated[
    list[str] | None,
    typer.Option("--design", help=t("cli-design-of-the-next-wave")),
]
OnlyOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        help=t("cli-columns-to-keep-pattern-te1p03"),
    ),
]
ExcludeOpt = Annotated[
    list[str] | None,
    typer.Option("--exclude", help=t("cli-columns-to-leave-out-pattern")),
]
FactOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--fact",
        help=t("cli-what-no-file-tells-mode-phone-sample"),
    ),
]


@app.command(help=t("cli-start-a-project"))
def init(
    folder: Annotated[Path, typer.Argument(help=t("cli-an-empty-folder"))] = Path(),
    example: Annotated[
        bool,
        typer.Option(
            "--example",
            help=t("cli-with-a-small-synthetic-survey"),
        ),
    ] = False,
    blank: Annotated[
        bool,
        typer.Option(
            "--blank",
            help=t("cli-no-question-asked-all-to-be-written"),
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
            help=t("cli-read-by-its-labels-a-scale-that-turned"),
        ),
    ] = False,
    by_name: Annotated[
        bool,
        typer.Option("--by-name", help=t("cli-link-columns-of-one-name-in-two-languages")),
    ] = False,
    wave_column: Annotated[
        str | None,
        typer.Option(
            "--wave-column",
            help=t("cli-column-that-tells-the-wave-in-a-file"),
        ),
    ] = None,
    fact: FactOpt = None,
    review: Annotated[
        Path | None,
        typer.Option(
            "--review",
            help=t("cli-review-sheet-review-xlsx-that-padai-init"),
        ),
    ] = None,
    sheet: Annotated[
        bool,
        typer.Option(
            "--sheet/--no-sheet",
            help=t("cli-write-the-review-sheet"),
        ),
    ] = False,
    build: Annotated[
        bool,
        typer.Option(
            "--build",
            help=t("cli-make-the-draft-of-the-report-at-once-the"),
        ),
    ] = False,
    lang: LangOpt = "fr",
) -> None:
    """Write a project into an empty folder, or a survey from its files."""
    from padai import interchange
    from padai.cli.build_commands import print_draft
    from padai.cli.init_questions import asked

    if build and not (source or wave):
        raise DefinitionError(Said("cli-build-draws-what-from-or-wave-drafted"))
    named = [interchange.parse_wave(text) for text in wave or ()]
    files = [*(source or ()), *(path for _, path in named)]
    if bool(files) + example + blank > 1:
        raise DefinitionError(Said("cli-choose-from-example-or-blank"))
    if data and not files:
        raise DefinitionError(Said("cli-data-goes-with-from-which-names-the"))
    if files:
        choices = interchange.Choices(
            design=tuple(interchange.parse_design(text) for text in design or ()),
            wave_ids={path: wave_id for wave_id, path in named},
            only=tuple(only or ()),
            exclude=tuple(exclude or ()),
            by_label=by_label,
            by_name=by_name,
            wave_column=wave_column,
            facts=dict(map(interchange.parse_fact, fact or ())),
            decide=_decide(),
            tell=_tell,
            otherwise=base(lang) if base(lang) in spoken() else AT_ROOT,
            review=sheet,
        )
        if review is not None:
            choices = interchange.read_review(review, choices)
        written = interchange.init_from(folder, files, choices, data or ())
    elif example:
        written = interchange.init_example(folder)
    else:
        interchange.check_new_project(folder)
        written = interchange.init(folder, None if blank else asked())
    _print_made(folder, written, example)
    if build:
        print_draft(_survey_of(written))


def _survey_of(written: Sequence[Path]) -> Path:
    return next(path.parent for path in written if path.name == "survey.yaml")


def _print_made(folder: Path, written: Sequence[Path], example: bool) -> None:
    """Say what was made, and what comes next."""
    CONSOLE.print(
        t("cli-project-made-in-files", folder=folder, count_written=len(written)),
        highlight=False,
        soft_wrap=True,
    )
    if example:
        CONSOLE.print(t("cli-next-padai-build-surveys-example"))
        return
    made = _survey_of(written)
    _print_next(made)


def _tell(message: Said) -> None:
    line(t(message))


def _decide() -> Decide | None:
    from padai.cli.init_questions import asked_design, at_terminal

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
        line(
            t(
                "cli-design-to-be-confirmed-waves-nothing-is-e279",
                listed=listed,
                shown=shown(survey),
            )
        )
    CONSOLE.print(
        t("cli-next-read-and-the-files-beside-it-texts", place=place, waiting=waiting),
        highlight=False,
        soft_wrap=True,
    )


@app.command(
    "add-wave",
    help=t("cli-add-the-file-of-its-next-wave-to-a"),
)
def add_wave(
    survey: SurveyArg,
    file: Annotated[Path, typer.Argument(help=t("cli-the-file-delivered"))],
    wave: Annotated[str | None, typer.Option("--wave", help=t("cli-the-waves-id"))] = None,
    wave_column: Annotated[
        str | None,
        typer.Option(
            "--wave-column",
            help=t("cli-column-that-tells-the-wave-of-a"),
        ),
    ] = None,
    questionnaire: Annotated[
        Path | None,
        typer.Option("--questionnaire", "--from", help=t("cli-the-questionnaire-that-changed")),
    ] = None,
    design: NextDesignOpt = None,
    fact: FactOpt = None,
    by_name: Annotated[
        bool,
        typer.Option("--by-name", help=t("cli-link-columns-of-one-name-in-two-languages")),
    ] = False,
    same: Annotated[
        list[str] | None,
        typer.Option("--same", help=t("cli-questions-the-same-in-other-words")),
    ] = None,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept",
            help=t("cli-write-the-lines-proposed-into-the"),
        ),
    ] = False,
    lang: LangOpt = "fr",
) -> None:
    """Match the next file to the definition, write the wave's file, and propose the lines."""
    from padai import interchange

    choices = interchange.Choices(
        design=tuple(interchange.parse_design(text) for text in design or ()),
        wave_ids={file: wave} if wave else {},
        wave_column=wave_column,
        by_name=by_name,
        same=tuple(same or ()),
        facts=dict(map(interchange.parse_fact, fact or ())),
        tell=_tell,
        decide=_decide(),
    )
    added = interchange.add_wave(survey, file, choices, accept=accept, questionnaire=questionnaire)
    _print_changes(added)
    for path in added.written:
        line(f"  {shown(path)}")
    if accept:
        _print_after(survey, added.wave_id)


def _print_after(survey: Path, wave_id: str) -> None:
    """Say what comes after a wave that was added: its design, or the draft with it."""
    from padai.survey import load_survey

    definition = load_survey(survey)
    parts = definition.wave_defs[wave_id].parts.values()
    waits = not all(part.confirmed("design") for part in parts)
    later = definition.waves.index(wave_id) > 0
    place = shown(definition.path)
    if waits and later:
        line(t("cli-after-a-wave-its-design", wave_id=wave_id, shown=place))
    else:
        line(t("cli-after-a-wave", shown=place))


def _print_changes(added: Addition) -> None:
    if added.earlier:
        CONSOLE.print(t("cli-earlier-waves-in-this-file"))
    for rows in added.earlier:
        named = f"{rows.wave_id} ({rows.part})" if rows.part else rows.wave_id
        _tell(Said("cli-wave-id-said", wave_id=named, said=rows.said))
    heads = {
        "same": Said("cli-same-questions"),
        "renamed": Said("cli-columns-renamed"),
        "turned": Said("cli-scales-turned-over"),
        "respelled": Said("cli-changes-respelled"),
        "widened": Said("cli-changes-widened"),
        "changed": Said("cli-changed-a-break-or-new"),
        "resting": Said("cli-resting-by-rotation"),
        "gone": Said("cli-changes-not-yet" if added.before else "cli-changes-gone"),
        "new": Said("cli-changes-new"),
    }
    for kind, head in heads.items():
        changes = [change for change in added.changes if change.kind == kind]
        if kind == "respelled" and not changes:
            continue  # few files have any
        counted = t("cli-changes-counted", head=t(head), count=len(changes))
        CONSOLE.print(counted, highlight=False, markup=False)
        for change in changes if kind not in ("same", "new") else ():
            _tell(Said("cli-change-name-said", change_name=change.name, said=change.said))
        if kind == "changed" and changes:
            _tell(Said("cli-changed-said-same", name=changes[0].name))
        if kind == "new" and changes:
            listed = ", ".join(change.name for change in changes)
            line(f"  {listed}")
    lines = (
        Said("cli-lines-written")
        if added.accepted
        else Said("cli-lines-to-accept-accept-writes-them")
    )
    CONSOLE.print(t(lines), highlight=False)
    for proposed in added.lines:
        place = f"{proposed.file}, {proposed.place}"
        text = f"\n{proposed.text}" if "\n" in proposed.text else f" {proposed.text}"
        line(f"  {place}:{text}")


@app.command(help=t("cli-what-publishing-still-lacks-line-by-line"))
def lacking(survey: SurveyArg, lang: LangOpt = "fr") -> None:
    """List each text, date or fact still to be written: file, line, and what to put there."""
    from padai.survey import load_survey
    from padai.survey.lacking import lacking as lacking_in

    missing = lacking_in(load_survey(survey))
    for each in missing:
        line(f"{each.place}  {each.line}")
    _tell(Said("cli-texts-dates-or-facts-to-be-written", count_found=len(missing)))
