"""Turn sources that were run into sheets, and make the pages that list others."""

from __future__ import annotations

import base64
import html
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from functools import cache

from docs.builder.frame import SECTIONS, Sheet, listing
from docs.builder.running import Ran
from docs.builder.source import ROOT, Code, Figure, Page, Prose
from padai.errors import french

_ABOUT = {
    "start": {
        "fr": "Dix minutes de votre fichier à un graphique, la démonstration, l’installation.",
        "en": "Ten minutes from your own file to a chart, the demonstration, installing.",
    },
    "learn": {
        "fr": "Six leçons, chacune avec un exercice et sa réponse.",
        "en": "Six lessons, each with an exercise and its answer.",
    },
    "howto": {
        "fr": "Des recettes, une par tâche, chacune exécutée quand le site est fait.",
        "en": "Recipes, one a task, each of them run when the site is made.",
    },
    "from": {
        "fr": "La même analyse ailleurs et ici, appel par appel.",
        "en": "The same analysis there and here, call by call.",
    },
    "reference": {
        "fr": "Chaque nom, chaque commande, chaque champ, chaque vérification, chaque erreur.",
        "en": "Every name, command, field, check and error.",
    },
    "understand": {
        "fr": "Les formules, leurs sources, le fichier qui les calcule, et les preuves.",
        "en": "The formulas, their sources, the file that computes each, and the evidence.",
    },
    "gallery": {
        "fr": "Des graphiques et des pages, chacun avec les lignes qui le font.",
        "en": "Charts and pages, each with the lines that make it.",
    },
}
_UNRUN = {"fr": "Non exécuté quand le site est fait", "en": "Not run when the site is made"}
_KINDS = {"stata": "Stata", "spss": "SPSS", "sas": "SAS", "r": "R"}
_HELPS = """
import contextlib, io, json, sys
from padai.cli import main
told = {}
for words in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        main([*words.split(), "--help"])
    told[words] = out.getvalue()
print(json.dumps(told))
"""


@cache
def helps(lang: str, commands: tuple[str, ...]) -> dict[str, str]:
    """Return the help of commands in a language, by a process of its own: it is made at import."""
    import json

    env = {
        **os.environ,
        "PADAI_LANG": lang,
        "COLUMNS": "88",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", _HELPS],
        input=json.dumps(commands),
        env=env,
        text=True,
        capture_output=True,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return {c: _tidy(text) for c, text in found.items()}


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.replace("\xa0", " ").replace("\u202f", " ").split("\n")]
    return "\n".join(lines).strip("\n")


def sheet(page: Page, ran: Ran, lang: str) -> Sheet:
    """Return a page in one language, with what its code printed and drew."""
    commands = tuple(c.options.get("of", "") for c in page.codes if c.kind == "help")
    parts = []
    if ran.lacking:
        parts.append(_not_here(ran.lacking, lang))
    for block in page.blocks:
        if isinstance(block, Prose):
            parts.append(_with_evidence(block.texts[lang], lang))
        elif isinstance(block, Figure):
            parts.append(_figure(block, ran, lang))
        elif "hidden" in block.options:
            continue
        elif block.kind == "help":
            parts.append(_fence("out", helps(lang, commands)[block.options.get("of", "")]))
        else:
            parts.append(_code(block, lang))
    return Sheet(
        page.key,
        lang,
        page.slugs[lang],
        page.titles[lang],
        page.abouts[lang],
        "\n\n".join(parts),
        toc=bool(page.meta.get("toc", True)),
    )


def _with_evidence(text: str, lang: str) -> str:
    """Put the first table of an evidence page in the place that names it."""

    def table(match: re.Match[str]) -> str:
        page = (ROOT / "docs" / f"{match[1]}.md").read_text(encoding="utf-8")
        lines = page.split("\n")
        first = next(i for i, line in enumerate(lines) if line.startswith("|"))
        last = next(i for i in range(first, len(lines)) if not lines[i].startswith("|"))
        kept = "\n".join(lines[first:last])
        return f"::: {{lang=en}}\n{kept}\n:::" if lang == "fr" else kept

    return re.sub(r"^EVIDENCE:([a-z-]+)$", table, text, flags=re.M)


def _not_here(need: str, lang: str) -> str:
    text = (
        f"Les données ou le programme que demande cette page ({need}) manquaient à l’ordinateur qui a "
        "fait ce site\u00a0: ses résultats sont ceux de sa dernière exécution."
        if lang == "fr"
        else f"What this page needs ({need}) was not on the machine that made this site: its prints "
        "are those of the last run."
    )
    return f"::: {{.note}}\n{text}\n:::"


def _code(block: Code, lang: str) -> str:
    text = block.text.replace("@LANG@", lang)
    parts = []
    if "unrun" in block.options:
        name = _KINDS.get(block.kind, block.kind)
        parts.append(f"::: {{.note}}\n{name}. {_UNRUN[lang]}.\n:::")
    elif block.kind in _KINDS:
        parts.append(f"::: {{.note}}\n{_KINDS[block.kind]}\n:::")
    parts.append(_fence(block.kind, text))
    if told := block.printed.get(lang, ""):
        parts.append(_fence("out", told))
    return "\n\n".join(parts)


def _fence(kind: str, text: str) -> str:
    mark = "````" if "```" in text else "```"
    return f"{mark}{kind}\n{text}\n{mark}"


def _figure(block: Figure, ran: Ran, lang: str) -> str:
    if (block.name, lang) not in ran.pictures:
        return ""
    return f"PADAIFIGURE {block.name}"


def figures(page: Page, ran: Ran, lang: str) -> dict[str, str]:
    """Return the HTML of a page's pictures by the mark that stands for each."""
    made = {}
    for block in page.blocks:
        if isinstance(block, Figure) and (block.name, lang) in ran.pictures:
            data = ran.pictures[block.name, lang]
            kind = "png" if data.startswith(b"\x89PNG") else "svg+xml"
            source = f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
            alt, caption = ran.alts[block.name, lang], block.captions[lang]
            if lang == "fr":
                alt, caption = french(_bound(alt)), french(_bound(caption))
            alt = html.escape(alt, quote=True)
            made[f"<p>PADAIFIGURE {block.name}</p>"] = (
                f'<figure id="fig-{block.name}"><img src="{source}" alt="{alt}">'
                f"<figcaption>{html.escape(caption)}</figcaption></figure>"
            )
    return made


def _bound(text: str) -> str:
    """Give a semicolon the space before it that French typography then binds."""
    return re.sub(r"(?<=\S);", " ;", text)


def sections(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the page of each part of the site, which lists its pages."""
    made = []
    for section, names in SECTIONS.items():
        for lang, (_, title) in names.items():
            own = [s for s in sheets if s.section == section and s.lang == lang]
            groups: dict[str, list[Sheet]] = {}
            for one in own:
                groups.setdefault(_group(one, lang), []).append(one)
            body = []
            for group, members in groups.items():
                if group:
                    body.append(f"## {group}\n")
                body.append(listing([(s.title, s.key, s.about) for s in members]))
            made.append(
                Sheet(
                    section, lang, "index", title, _ABOUT[section][lang], "\n".join(body), toc=False
                )
            )
    return made


def _group(sheet: Sheet, lang: str) -> str:
    french = lang == "fr"
    if sheet.section == "reference":
        if sheet.key.startswith("reference/api-"):
            return "Les noms publics, en Python" if french else "The public names, in Python"
        if sheet.key.startswith("reference/file-"):
            return "Les fichiers d’une définition" if french else "The files of a definition"
        return "Tout le reste" if french else "All the rest"
    return ""


def home_list(lang: str) -> str:
    """Return the parts of the site, as the front page lists them."""
    return "\n".join(
        f"- [{names[lang][1]}](page:{key}) {_ABOUT[key][lang]}" for key, names in SECTIONS.items()
    )


def text_of(sheet: Sheet) -> str:
    """Return a sheet as plain Markdown, for readers that are programs."""
    return re.sub(r"\]\(page:[^)]*\)", "]", re.sub(r"\{#[^}]*\}", "", sheet.body)).replace(
        "[[", "["
    )
