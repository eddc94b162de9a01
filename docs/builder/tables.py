"""Pages made from padai's own tables: checks of the data, tables of the store, the glossary."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml

from docs.builder.frame import Sheet
from docs.builder.source import ROOT, SITE
from padai.errors import french
from padai.store.schema import COLUMNS
from padai.validation import CHECKS
from padai.validation.catalogue import checks_page
from padai.validation.context import NEEDS

_SEVERITY = {
    "fr": {"error": "erreur", "warning": "avertissement"},
    "en": {"error": "error", "warning": "warning"},
}
_STAGE = {
    "fr": {"delivered": "données livrées", "weighted": "données pondérées"},
    "en": {"delivered": "data as delivered", "weighted": "weighted data"},
}


def checks(lang: str) -> Sheet:
    """Return the page of the checks of the data."""
    body = [_limits(lang)]
    for check in CHECKS.values():
        needs = [NEEDS[need][1][0 if lang == "fr" else 1] for need in check.needs]
        needs = [french(n) for n in needs] if lang == "fr" else needs
        stages = ", ".join(t for stage, t in _STAGE[lang].items() if stage in check.stages)
        told = re.sub(r"([{}])", r"\\\1", check.sentences[lang])
        facts = (
            f"Gravité\u00a0: {_SEVERITY[lang][check.severity]}. Étape\u00a0: {stages}."
            if lang == "fr"
            else f"Severity: {_SEVERITY[lang][check.severity]}. Stage: {stages}."
        )
        if needs:
            facts += (
                (" Non vérifiée si " if lang == "fr" else " Not run if ") + "; ".join(needs) + "."
            )
        body += [
            f"## {check.titles[lang]} (`{check.id}`) {{#{check.id}}}",
            "",
            facts,
            "",
            f"> {told}",
            "",
        ]
    titles = {"fr": "Les vérifications des données", "en": "The checks of the data"}
    abouts = {
        "fr": f"Les {len(CHECKS)} vérifications, leur gravité, leur étape et ce qu’elles disent.",
        "en": f"The {len(CHECKS)} checks, their severity, their stage and what they say.",
    }
    slug = {"fr": "verifications", "en": "checks"}[lang]
    return Sheet("reference/checks", lang, slug, titles[lang], abouts[lang], "\n".join(body))


def _limits(lang: str) -> str:
    """Return what the page of the checks says first, of one language."""
    head = checks_page().split("\n## ")[0]
    paragraphs = [p.strip() for p in head.split("\n\n")[1:]]
    english = ("A check", "- People", "what cannot")
    kept = []
    for text in paragraphs:
        if text.startswith("Ce qu’on ne peut savoir"):
            kept.append(
                "**Ce qu’on ne peut savoir**" if lang == "fr" else "**What cannot be known**"
            )
        elif not text.startswith("Page faite") and text.startswith(english) == (lang == "en"):
            kept.append(text)
    return "\n\n".join(kept) + "\n"


@cache
def store_words() -> dict[str, Any]:
    """Return what is said of the store's tables and columns."""
    text = (SITE / "reference" / "store.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def column_text(column: str, lang: str) -> str:
    """Return what a column of the store is."""
    words = store_words()["columns"]
    if column in words:
        return str(words[column][lang])
    stem, _, end = column.rpartition("_")
    told = {
        "fr": {"fr": "en français", "en": "en anglais"},
        "en": {"fr": "in French", "en": "in English"},
    }
    return f"{words[stem][lang]}, {told[lang][end]}"


def store(lang: str) -> Sheet:
    """Return the page of the store's tables."""
    titles = {"fr": "Les tables du dépôt de résultats", "en": "The tables of the store"}
    abouts = {
        "fr": "Ce que contient `interne/`, table par table et colonne par colonne.",
        "en": "What `interne/` holds, table by table and column by column.",
    }
    french_ = lang == "fr"
    body = [
        (
            "Une publication a un dedans, `interne/`: les résultats à pleine précision, en CSV, et "
            "aucun répondant. `padai.open_store` l’ouvre; `.table(nom)` rend une table. Une table que "
            "la vague n’a pas est écrite vide. Ce qui sort est arrondi; ce dedans ne sort jamais."
        )
        if french_
        else (
            "A release has an inside, `interne/`: the results at full precision, as CSV, and no "
            "respondent. `padai.open_store` opens it; `.table(name)` gives a table. A table that "
            "the wave does not have is written empty. What goes out is rounded; this never does."
        ),
        "",
    ]
    head = "| colonne | ce qu’elle contient |" if french_ else "| column | what it holds |"
    for name, columns in COLUMNS.items():
        body += [
            f"## {name} {{#table-{name.replace('_', '-')}}}",
            "",
            store_words()["tables"][name][lang],
            "",
            head,
            "|---|---|",
        ]
        body += [f"| `{column}` | {column_text(column, lang)} |" for column in columns]
        body.append("")
    slug = {"fr": "depot", "en": "store"}[lang]
    return Sheet(
        "reference/store", lang, slug, titles[lang], abouts[lang].replace("`", ""), "\n".join(body)
    )


def _term(code: str) -> str:
    return "term-" + re.sub(r"[^a-z0-9]+", "-", code.casefold()).strip("-")


def glossary_rows() -> list[tuple[str, str, str, str]]:
    """Return the rows of the glossary: in code, French, English, meaning."""
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", text, re.M)
    return [row for row in rows[1:] if not row[0].startswith("---")]


@cache
def french_meanings() -> dict[str, str]:
    """Return what each word of the glossary means, in French."""
    text = (SITE / "reference" / "glossary.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def glossary(lang: str) -> Sheet:
    """Return the glossary, sorted by the words of the page's language."""
    if lang == "fr":
        body = ["", "| français | dans le code | anglais | sens |", "|---|---|---|---|"]
        body += [
            f"| [{fr}]{{#{_term(code)}}} | {_code(code)} | [{en}]{{lang=en}} | {french_meanings()[code]} |"
            for code, fr, en, _ in sorted(glossary_rows(), key=lambda row: row[1].casefold())
        ]
    else:
        body = ["", "| English | in code | French | meaning |", "|---|---|---|---|"]
        body += [
            f"| [{en}]{{#{_term(code)}}} | {_code(code)} | [{fr}]{{lang=fr}} | {said} |"
            for code, fr, en, said in sorted(glossary_rows(), key=lambda row: row[2].casefold())
        ]
    titles = {"fr": "Glossaire", "en": "Glossary"}
    abouts = {
        "fr": "Les mots du domaine, dans les deux langues.",
        "en": "The words of the field, in both languages.",
    }
    slug = {"fr": "glossaire", "en": "glossary"}[lang]
    table = "\n".join(["::: {.stacked}", *body, "", ":::"])
    return Sheet("reference/glossary", lang, slug, titles[lang], abouts[lang], table, toc=False)


def _code(code: str) -> str:
    return code if "`" in code else ""


def sheets() -> list[Sheet]:
    """Return these pages in both languages."""
    return [make(lang) for make in (checks, store, glossary) for lang in ("fr", "en")]
