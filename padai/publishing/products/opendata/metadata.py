"""Metadata of the open data: CSV on the Web, schema.org, and how to cite.

What the definition does not declare (a licence, an identifier) is left out, never invented.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import yaml

from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.chapters.opening import release_title
from padai.publishing.products.opendata.columns import DICTIONARY, TABLES, TITLES, Field
from padai.publishing.products.opendata.further import FURTHER, FURTHER_KEYS, FURTHER_TITLES
from padai.publishing.products.opendata.tables import notice
from padai.store import json_text
from padai.survey import Text
from padai.words import Both, in_a_row
from padai.words.languages import FileNames, tag_of

_KEYS = {
    "series": ["part", "wave", "question", "response", "breakdown", "group"],
    "changes": ["part", "wave", "reference", "question", "response", "breakdown", "group"],
    "contrasts": ["part", "wave", "question", "response", "breakdown", "group"],
    "breaks": ["id"],
}
DICTIONARIES: dict[str, str] = FileNames(fr="dictionnaire.csv", en="dictionary.csv")
"""The name of the dictionary in each language."""


def both(contexts: Mapping[str, Context], text: Text | None) -> dict[str, str]:
    """Return a text in every language of the release."""
    return {lang: context.text(text) for lang, context in contexts.items()} if text else {}


def principal(contexts: Mapping[str, Context]) -> Context:
    """Return the context of the survey's first language, which prevails."""
    return next(iter(contexts.values()))


def titled(contexts: Mapping[str, Context]) -> dict[str, str]:
    """Return the title of the release in every language, with what must be said of it."""
    titles = {}
    for lang, context in contexts.items():
        marks = notice(context.marks)
        title = release_title(context)
        titles[lang] = f"{title} ({marks})" if marks else title
    return titles


def identifiers(context: Context) -> dict[str, str]:
    """Return the identifiers that were given to the release, such as its DOI; never one made up."""
    declared = context.store.release.get("identifiers") or {}
    return {str(kind).lower(): str(value) for kind, value in declared.items() if value}


def bare_doi(value: str) -> str:
    """Return a DOI without the address of its resolver.

    Examples
    --------
    >>> bare_doi("https://doi.org/10.5255/UKDA-SN-8946-1")
    '10.5255/UKDA-SN-8946-1'
    """
    return re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", value.strip(), flags=re.IGNORECASE)


def csvw(contexts: Mapping[str, Context], written: Iterable[str]) -> str:
    """Return the description of the CSV files written as metadata of CSV on the Web."""
    fields, titles, keys = TABLES | FURTHER, TITLES | FURTHER_TITLES, _KEYS | FURTHER_KEYS
    tables = [csvw_table(contexts, f"{n}.csv", fields[n], keys[n], titles[n]) for n in written]
    for lang in contexts:
        title = Both("publishing-opendata-dictionary-english")
        tables.append(csvw_table(contexts, DICTIONARIES[lang], DICTIONARY, [], title))
    return json_text({**csvw_group(contexts), "tables": tables})


def csvw_group(contexts: Mapping[str, Context]) -> dict[str, Any]:
    """Return what the description says of all files together."""
    group: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": next(iter(contexts))}],
        "dc:title": _values(titled(contexts)),
        "dc:description": _values(both(contexts, principal(contexts).store.survey.description)),
        "dc:publisher": _values(both(contexts, principal(contexts).store.survey.sponsor)),
        "dc:issued": str(principal(contexts).store.release["publish_on"]),
        "dc:language": [tag_of(lang) for lang in contexts],
    }
    licence = both(contexts, principal(contexts).store.survey.licences.data)
    if licence:
        group["dc:rights"] = _values(licence)
    return group


def _values(texts: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": lang} for lang, text in texts.items()]


def csvw_table(
    contexts: Mapping[str, Context],
    url: str,
    fields: tuple[Field, ...],
    keys: list[str],
    title: Mapping[str, str],
) -> dict[str, Any]:
    """Describe one CSV file: its columns, its key, its title."""
    columns = [
        {
            "name": f.name,
            "titles": f.name,
            "dc:description": _values({lang: f.text(lang) for lang in contexts}),
            "datatype": f.datatype,
            "null": "",
        }
        for f in fields
    ]
    schema: dict[str, Any] = {"columns": columns}
    if keys:
        schema["primaryKey"] = keys
    return {
        "url": url,
        "dc:title": _values({lang: title[lang] for lang in contexts}),
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"], "header": True},
        "tableSchema": schema,
    }


def dataset(
    contexts: Mapping[str, Context], frames: Mapping[str, pd.DataFrame], texts: Mapping[str, str]
) -> str:
    """Return the description of the release as a ``Dataset`` of schema.org, in JSON-LD."""
    context = principal(contexts)
    survey, store = context.survey, context.store
    waves = [survey.wave(w).fieldwork for w in dict.fromkeys(frames["series"]["wave"])]
    record: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": _values(titled(contexts)),
        "description": _values({
            lang: in_a_row(notice(c.marks) and f"{notice(c.marks)}.", text)
            for (lang, c), text in zip(
                contexts.items(), both(contexts, survey.description).values(), strict=True
            )
        }),
        "inLanguage": [tag_of(lang) for lang in contexts],
        "version": str(store.release["version"]),
        "datePublished": str(store.release["publish_on"]),
        "creator": {"@type": "Organization", "name": _values(both(contexts, survey.sponsor))},
        "spatialCoverage": {"@type": "Place", "name": _values(both(contexts, survey.geography))},
        "measurementTechnique": [c.words().kind for c in contexts.values()],
        "distribution": [_download(name, text) for name, text in texts.items()],
        "variableMeasured": [_variable(contexts, q) for q in
                             dict.fromkeys(frames["series"]["question"])],
    }  # fmt: skip
    given = identifiers(context)
    if given:
        record["identifier"] = [
            {"@type": "PropertyValue", "propertyID": kind, "value": value}
            for kind, value in given.items()
        ]
    if waves:
        first, last = waves[0], waves[-1]
        record["temporalCoverage"] = f"{first.iso(first.start)}/{last.iso(last.end)}"
    if survey.licences.data is not None:
        record["license"] = {
            "@type": "CreativeWork", "name": _values(both(contexts, survey.licences.data)),
        }  # fmt: skip
    return json_text(record)


def _download(name: str, text: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": name,
        "encodingFormat": "text/csv",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }


def _variable(contexts: Mapping[str, Context], question: str) -> dict[str, Any]:
    context = principal(contexts)
    words = context.question(question).wording_at(context.wave, context.survey.waves)
    return {
        "@type": "PropertyValue",
        "propertyID": question,
        "name": _values({lang: c.label(question) for lang, c in contexts.items()}),
        "description": _values({lang: words.get(lang) for lang in contexts}),
    }


def licence_id(naming: Naming) -> str | None:
    """Return the licence of the data where the definition names it by its identifier alone."""
    licence = naming.text(naming.survey.licences.data)
    return licence if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.+-]*", licence) else None


def citation(context: Context) -> str:
    """Return ``CITATION.cff``: how to cite this version of the release, in its first language."""
    survey, release = context.survey, context.store.release
    record: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": context.say("publishing-opendata-to-cite-these-data-use-this-reference"),
        "type": "dataset",
        "title": titled({context.lang: context})[context.lang],
        "abstract": context.text(survey.description),
        "authors": [{"name": context.text(survey.sponsor)}],
        "version": str(release["version"]),
        "date-released": str(release["publish_on"]),
    }
    given = identifiers(context)
    if "doi" in given:
        record["doi"] = bare_doi(given.pop("doi"))
    if given:
        record["identifiers"] = [
            {"type": "other", "value": value, "description": kind.upper()}
            for kind, value in given.items()
        ]
    if (licence := licence_id(context)) is not None:
        record["license"] = licence  # only an SPDX identifier has a place here
    return str(yaml.safe_dump(record, sort_keys=False, allow_unicode=True, width=1000))
