"""What portals ask about a dataset, filled in from the definition.

One mapping file a portal says which field takes what, and when that was checked and against what.
A field that nothing fills stays empty: a value is never made up for a form.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

from padai.publishing.basis.context import Context
from padai.publishing.products.opendata.metadata import licence_id, titled
from padai.store import json_text
from padai.survey import Text
from padai.words.languages import tag_of

PORTALS = ("donnees-quebec", "dataverse")


@cache
def mapping(portal: str) -> dict[str, Any]:
    """Return the mapping file of a portal."""
    file = resources.files(__name__) / f"{portal}.yaml"
    fields: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return fields


def portal_form(context: Context, portal: str) -> str:
    """Return the fields of a portal with their values, as JSON.

    Parameters
    ----------
    context
        The store, in the language of the form.
    portal
        One of :data:`PORTALS`.

    Notes
    -----
    ``unverified`` names the fields that were not compared with anything the portal publishes,
    ``to_fill`` those that are required, or may be, and have no value.
    """
    form = mapping(portal)
    values = {f["field"]: _value(context, f) for f in form["fields"]}
    return json_text(
        {
            "portal": form["portal"],
            "fields": {name: value for name, value in values.items() if value},
            "to_fill": [
                f["field"]
                for f in form["fields"]
                if f["required"] is not False and not values[f["field"]]
            ],
            "unverified": [f["field"] for f in form["fields"] if not f.get("checked")],
        }
    )


def portal_lines(context: Context) -> list[str]:
    """Say, for each portal, what remains to be filled in and what was not verified."""
    lines = []
    for portal in PORTALS:
        form = mapping(portal)
        unverified = [f["field"] for f in form["fields"] if not f.get("checked")]
        empty = [
            f["field"]
            for f in form["fields"]
            if f["required"] is not False and not _value(context, f)
        ]
        sentence = context.say(
            "publishing-opendata-fields-to-fill-in-fields-not-verified",
            empty=", ".join(empty) or context.say("publishing-opendata-no-field"),
            unverified=", ".join(unverified) or context.say("publishing-opendata-no-field"),
        )
        lines.append(context.colon(form["portal"], sentence))
    return lines


def _address(context: Context) -> str | None:
    """Return the electronic address in the contact of the release, where there is one."""
    contact = context.store.release.get("contact") or context.text(context.survey.contact)
    address = re.search(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", str(contact))
    return address[0] if address else None


def _value(context: Context, field: dict[str, Any]) -> Any:
    if "value" in field:
        return field["value"]
    survey, release = context.survey, context.store.release
    days = survey.wave(context.wave).fieldwork
    begun, ended = days.iso(days.start), days.iso(days.end)
    known: dict[str, Any] = {
        "title": titled({context.lang: context})[context.lang],
        "description": survey.description,
        "sponsor": survey.sponsor,
        "series": survey.title,
        "contact.email": _address(context),
        "geography": survey.geography,
        "languages": [tag_of(lang) for lang in survey.languages],
        "licences.data": survey.licences.data,
        "licences.data.id": licence_id(context),
        "release.version": str(release["version"]),
        "fieldwork": f"{begun}/{ended}",
        "fieldwork.start": begun,
        "fieldwork.end": ended,
    }
    value = known.get(field["source"])
    return context.text(value) if isinstance(value, Text) else value
