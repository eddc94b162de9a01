"""The pages of a new project as Quarto renders them by hand, from the store of a release."""

from __future__ import annotations

import json
from importlib import resources

from padai.survey import Survey
from padai.words import Both, Pair, Said, Tabled
from padai.words.filter_words import filter_words, quarto_words
from padai.words.languages import AT_ROOT, in_order, tag_of

IGNORED = """\
releases/
drafts/
_site/
_site-quarto/
_report-quarto/
/.quarto/
**/*.quarto_ipynb
reports/**/*_files/
/site_libs/
/reports/site/**/*.html
"""
EXTENSION = "_extensions/padai"
"""Where a project has padai's filters and styles, as Quarto finds an extension."""
SHARED = (
    "_extension.yml",
    "typography.lua",
    "quarto.lua",
    "tables.lua",
    "word.lua",
    "site.css",
    "report.css",
    "typst-show.typ",
)
"""The files of that extension, which padai ships."""
_PROJECT = """\
# Le projet, vu par Quarto. Après `padai build surveys/{id}`, `quarto render` écrit les pages de
# reports/site/ dans _site-quarto/, à partir du dépôt de résultats que nomme le fichier
# `_environment` (ou la variable PADAI_STORE). `padai build` n’en a pas besoin : il part des
# gabarits fournis et écrit _site/.
# The project as Quarto sees it. After `padai build surveys/{id}`, `quarto render` writes the pages
# of reports/site/ to _site-quarto/, from the store that the file `_environment` (or the variable
# PADAI_STORE) names. `padai build` does not need it: it starts from the shipped templates and
# writes _site/.
project:
  type: website
  # Quarto vide d’abord ce dossier. / Quarto empties this folder first.
  output-dir: _site-quarto
  render:
{pages}

website:
  search: false

# Quarto n’a qu’une barre pour toutes les pages : le filtre écrit celle-ci, dans la langue de
# chacune. / Quarto has one bar for all pages: the filter writes this one, in the language of each.
padai-navigation:
{entries}

lang: {tag}

execute:
  echo: false
  warning: false
  # Figée, une page garde les chiffres d’un autre dépôt. / Frozen, a page keeps another store's.
  freeze: false

toc: true
toc-depth: 2
number-sections: true

# Les mots de ces pages, là où Quarto en a d’autres. / This site's own words.
language:
  fr:
    crossref-tbl-title: "Tableau"
    crossref-tbl-prefix: "tableau"
    crossref-fig-prefix: "figure"
    crossref-sec-prefix: "section"

# Les filtres et les styles de padai, en extension. / padai's filters and styles, as an extension.
filters:
  - _extensions/padai/typography.lua
  - _extensions/padai/quarto.lua
  - at: post-render
    path: _extensions/padai/word.lua

format:
  html:
    theme: default
    css: _extensions/padai/site.css
    # Les chapitres sont au deuxième niveau. / Chapters stand at the second level.
    toc-depth: 3
    html-math-method: mathml
    html-table-processing: none
"""
_HEAD = """\
---
title: "{title}"
lang: {tag}
crossref:
  title-delim: "."
---

```{{python}}
#| label: page
#| output: asis
from padai.publishing import Report, open_store

{name} = Report(open_store(), "{lang}")
{name}.title().show()
{name}.headline().show()
{name}.notices().show()
```
"""
_ENVIRONMENT = """\
# Le dépôt de résultats que lit `quarto render`. Son Python est celui de l’environnement actif; pour
# en nommer un autre : QUARTO_PYTHON=.venv/bin/python (Windows : .venv/Scripts/python.exe).
# The store that `quarto render` reads. Its Python is that of the active environment; to name
# another: QUARTO_PYTHON=.venv/bin/python (Windows: .venv/Scripts/python.exe).
PADAI_STORE={store}
"""
_NAMES = Both("interchange-english")
_CELL = """
```{{python}}
#| label: {label}
#| output: asis
{name}.{method}().show()
```
"""
_WORDS: dict[str, tuple[str, str, tuple[tuple[str, str, str], ...]]] = Tabled(
    (
        Said("interchange-report-cc37"),
        Said("interchange-report-8cb9"),
        (
            (
                Said("interchange-key-findings"),
                Pair("faits-saillants", "key-findings"),
                "key_findings",
            ),
            (
                "",
                Said("interchange-chapters"),
                "sections",
            ),
            (
                "",
                Pair("ensemble-des-editions", "all-editions"),
                "overall",
            ),
            (
                Said("interchange-comparability-3146"),
                Said("interchange-comparability-6ae9"),
                "comparability",
            ),
            (
                Said("interchange-methodology-05fa"),
                Said("interchange-methodology-8631"),
                "methodology",
            ),
            (
                Said("interchange-questionnaire-and-results"),
                "questionnaire",
                "questionnaire",
            ),
        ),
    )
)


def quarto_files(survey: Survey) -> dict[str, str]:
    """Return the files that make a project a Quarto website: path in the project, and text.

    Parameters
    ----------
    survey
        The survey whose newest wave the pages show.

    Notes
    -----
    The filters and the style are padai's own, as of the version that makes the project. A language
    that padai has no words of has no page.
    """
    languages = in_order(lang for lang in survey.languages if lang in _WORDS)
    wave = survey.waves[-1] if survey.waves else "1"
    store = f"releases/{survey.id}/{wave}/v1/interne"
    pages = [f"    - {_place(lang)}" for lang in languages]
    entries = [_navigation(lang, languages) for lang in languages]
    texts = {
        "_quarto.yml": _PROJECT.format(
            id=survey.id,
            tag=tag_of((*languages, *survey.languages)[0]),
            pages="\n".join(pages),
            entries="\n".join(entries),
        ),
        "_environment": _ENVIRONMENT.format(store=store),
    }
    for lang in languages:
        texts[_place(lang)] = _page(lang)
        if own_words := filter_words(lang):
            settings = {"padai-words": own_words, "language": quarto_words(lang)}
            lines = json.dumps(settings, ensure_ascii=False, indent=2)
            texts[_place(lang).replace("index.qmd", "_metadata.yml")] = lines + "\n"
    assets = resources.files("padai") / "publishing" / "engine" / "assets"
    for name in SHARED:
        texts[f"{EXTENSION}/{name}"] = (assets / name).read_text(encoding="utf-8")
    return texts


def _place(lang: str) -> str:
    return f"reports/site/{'' if lang == AT_ROOT else lang + '/'}index.qmd"


def _navigation(lang: str, languages: tuple[str, ...]) -> str:
    """Return the bar of a language: its page, then the pages of the other languages."""
    title, *_ = _WORDS[lang]
    lines = [f"  {lang}:", f"    - href: {_place(lang)}", f'      text: "{title}"']
    for other in languages:
        if other != lang:
            lines += [
                f"    - href: {_place(other)}",
                f'      text: "{_NAMES[other]}"',
                f"      lang: {other}",
            ]
    return "\n".join(lines)


def _page(lang: str) -> str:
    title, name, parts = _WORDS[lang]
    text = _HEAD.format(title=title, tag=tag_of(lang), name=name, lang=lang)
    for heading, label, method in parts:
        if heading:
            text += f"\n## {heading} {{#sec-{label}}}\n"
        text += _CELL.format(label=label, name=name, method=method)
    return text
