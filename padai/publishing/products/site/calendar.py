"""The calendar of releases: what is announced, and what came out last."""

from __future__ import annotations

import datetime as dt

from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.pieces.emit import Piece, heading, joined, link, marked, paragraph
from padai.publishing.products.site.catalogue import Catalogue, SurveyEditions
from padai.publishing.products.site.feed import FEED
from padai.publishing.products.site.front import edition_page
from padai.publishing.products.site.map import address, between
from padai.publishing.products.site.page_parts import Row, linked_table, marks_of
from padai.words import say


def calendar(catalogue: Catalogue, lang: str) -> Piece:
    """Return the releases to come of each survey, then those that came out."""
    pieces = []
    alone = len(catalogue.spoken(lang)) == 1
    for series in catalogue.spoken(lang):
        context = series.latest.context(lang)
        title = context.text(context.survey.title)
        level = 2 if alone else 3
        pieces += [
            *([] if alone else [heading(2, title, f"sec-{series.survey}")]),
            marks_of(catalogue, context),
            heading(level, context.say("publishing-site-to-come")),
            _to_come(context, series),
            heading(level, context.say("publishing-site-already-published")),
            _published(context, series, lang),
        ]
    follow = say("publishing-site-follow-releases-atom-feed", lang)
    target = between(address("calendar", lang), FEED[lang])
    return joined([*pieces, marked("page-links", Piece(f"- {link(follow, target)}"))])


def _to_come(context: Context, series: SurveyEditions) -> Piece:
    announced = context.survey.calendar
    known = dt.date.fromisoformat(str(context.store.release["publish_on"]))
    if not announced:
        return paragraph(context.say("publishing-site-no-date-is-announced-for-now"))
    rows: list[Row] = [
        ((context.numbers.date(entry.date), ""), [[(context.text(entry.what), "")]])
        for entry in announced
    ]
    caption = context.say("publishing-site-dates-announced-on", date=context.numbers.date(known))
    columns = [context.say("publishing-site-release")]
    stub = context.say("publishing-language-word-date")
    return linked_table(f"calendar-{series.survey}", caption, stub, columns, rows)


def _published(naming: Naming, series: SurveyEditions, lang: str) -> Piece:
    here = address("calendar", lang)
    rows: list[Row] = []
    for edition in reversed(series.editions):
        first = edition.records[0]
        place = between(here, f"{edition.address}/{edition_page(lang)}")
        label = naming.wave_label(edition.wave)
        rows.append(((naming.numbers.date(first.date), ""), [[(label, place)]]))
    return linked_table(
        f"published-{series.survey}",
        naming.say("publishing-site-first-version-of-each-edition"),
        naming.say("publishing-language-word-date"),
        [naming.say("publishing-site-edition")],
        rows,
    )
