"""Set the explorer's page: the house style, one script, and the data that it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import pandas as pd

from padai.publishing.basis.context import Context
from padai.publishing.basis.foreign import direction, foreign_texts, mark_foreign
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.how_to_read import how_to_read
from padai.publishing.chapters.opening import PAGES, links, notices, title
from padai.publishing.engine.scripted import with_script
from padai.publishing.pieces.emit import Piece, callout, joined, link, marked, paragraph
from padai.publishing.pieces.page_setter import page_setter
from padai.publishing.products.explorer.modelled import modelled
from padai.publishing.products.explorer.packing import script_json
from padai.publishing.products.explorer.payload import payload
from padai.publishing.products.opendata.columns import FOLDER
from padai.publishing.products.opendata.tables import followed_alone, open_table, said_of
from padai.store import Store

_SCRIPTS = ("1-tables.js", "2-words.js", "3-choice.js", "4-chart.js", "5-told.js", "6-page.js")
_FOREIGN, _MODELLED = "7-foreign.js", "8-modelled.js"
_STYLE = "explorer.css"


def write_explorer(
    store: Store, out_dir: Path, languages: Sequence[str], source_date: int
) -> list[Path]:
    """Write the explorer of a release, a page a language, and return the files.

    Parameters
    ----------
    store
        An open release store; nothing else is read.
    out_dir
        The folder of the release; the pages go to ``fr/explorateur.html``, ``en/explorer.html``.
    languages
        Of the survey's.
    source_date
        The release's date, as seconds since 1970.

    Returns
    -------
    list of pathlib.Path
        Nothing where no part of the wave has a sample that allows intervals and trends.

    Raises
    ------
    RenderError
        The finished page holds anything but the one script whose hash its policy names.
    """
    contexts = [Context(store, lang) for lang in languages]
    if not contexts[0].explored:
        return []
    notice = said_of(store)
    tables = {name: open_table(store, name, notice) for name in ("series", "changes")}
    tables["series"] = followed_alone(store, tables["series"])
    written = []
    for context in contexts:
        path = out_dir / context.lang / PAGES["explorer"][context.lang]
        path.parent.mkdir(parents=True, exist_ok=True)
        page = explorer_page(context, tables, source_date)
        path.write_text(page, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def explorer_page(context: Context, tables: Mapping[str, pd.DataFrame], source_date: int) -> str:
    """Return the page in one language; `tables` as :func:`payload` takes them."""
    name = PAGES["explorer"][context.lang]
    with page_setter(context.lang, source_date) as setter:
        made = setter.page(name.removesuffix(".html"), lambda: _content(context))
    foreign = foreign_texts(context.survey, context.lang)
    data = payload(context, tables)
    if foreign:
        data["foreign"] = [[text, tag, direction(tag)] for text, tag in foreign.items()]
    areas = modelled(context)
    if areas:
        data["modelled"] = areas
    more = [name for name, used in ((_FOREIGN, foreign), (_MODELLED, areas)) if used]
    script = _script(script_json(data), (*_SCRIPTS, *more))
    style = (files("padai.publishing.products.explorer") / "assets" / _STYLE).read_text(
        encoding="utf-8"
    )
    return with_script(mark_foreign(made["html"].decode(), foreign), script, style, name)


def _content(context: Context) -> Piece:
    """Return what stands around the explorer, and in its place where no script runs."""
    intro = context.say("publishing-explorer-choose-a-question-an-answer-and-a")
    still = context.say("publishing-explorer-this-page-needs-javascript-to-show")
    read = context.say("publishing-explorer-how-to-read-these-results")
    for text in (intro, still):
        check_words(text, context.part(context.explored[0]).sample_type, "explorer")
    source = link(context.say("publishing-explorer-open-data-csv"), f"../{FOLDER}/series.csv")
    return joined(
        [
            title(context, "explorer"),
            marked("explorer", joined([paragraph(still), Piece(source)])),
            paragraph(intro),
            callout("note", read, how_to_read(context), fold=True),
            notices(context),
            links(context, "explorer"),
        ]
    )


def _script(data: str, names: Sequence[str]) -> str:
    """Return the one script of the page: the data, then the code, in the order of its files."""
    assets = files("padai.publishing.products.explorer") / "assets"
    code = "\n".join((assets / name).read_text(encoding="utf-8").strip() for name in names)
    return f'(() => {{\n"use strict";\nconst DATA = {data};\n{code}\n}})();\n'
