"""What machines follow a site by: an Atom feed a language, and a sitemap."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from padai.publishing.basis.context import Context
from padai.publishing.chapters.headline import headline_declared, headline_sentences
from padai.publishing.chapters.opening import PAGES, release_title
from padai.publishing.products.site.catalogue import Catalogue, Version
from padai.publishing.products.site.map import address, between
from padai.words import in_a_row
from padai.words.languages import InFolder, tag_of

FEED = InFolder(fr="fil.xml", en="feed.xml")
"""The feed of each language, from the root of the site."""
SITEMAP = "sitemap.xml"


def feed(catalogue: Catalogue, lang: str, title: str, site_url: str) -> str:
    """Return the Atom feed: an entry a version, the newest first, with the finding.

    Without the address of the site, links are relative to the feed, as RFC 4287 allows.
    """
    here = FEED[lang]
    newest = sorted(
        (v for v in catalogue.versions if lang in v.store.survey.languages),
        key=lambda v: (v.record.date, v.address),
        reverse=True,
    )
    updated = newest[0].record.date.isoformat() if newest else "1970-01-01"
    home = site_url + address("home", lang) if site_url else between(here, address("home", lang))
    own = site_url + here if site_url else here.rpartition("/")[2]
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{tag_of(lang)}">',
        f"<title>{escape(title)}</title>",
        f"<id>{_id('site', lang, *sorted(s.survey for s in catalogue.series))}</id>",
        f"<updated>{updated}T00:00:00Z</updated>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>',
        *(_entry(v, lang, here, site_url) for v in newest),
        "</feed>",
    ]
    return "\n".join(parts) + "\n"


def _entry(version: Version, lang: str, here: str, site_url: str) -> str:
    context = version.context(lang)
    page = f"{version.address}/{lang}/{PAGES['report'][lang]}"
    link = site_url + page if site_url else between(here, page)
    number = version.record.version
    title = release_title(context) + (
        context.say("publishing-language-of-version", n=number) if number > 1 else ""
    )
    return "\n".join(
        [
            "<entry>",
            f"<title>{escape(title)}</title>",
            f"<id>{_id(version.survey, version.record.wave, str(number), lang)}</id>",
            f"<updated>{version.record.date.isoformat()}T00:00:00Z</updated>",
            f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>',
            f"<author><name>{escape(context.text(context.survey.sponsor))}</name></author>",
            f"<summary>{escape(_summary(context))}</summary>",
            "</entry>",
        ]
    )


def _summary(context: Context) -> str:
    if context.survey.traits.estimated:
        return in_a_row(*headline_sentences(context), headline_declared(context))
    return context.text(context.survey.description)


def _id(*names: str) -> str:
    """Return an identifier that stays the same wherever the site moves."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, 'padai/' + '/'.join(names))}"


def sitemap(pages: Iterable[str], site_url: str) -> str:
    """Return the list of pages for search engines.

    Examples
    --------
    >>> sitemap(["index.html"], "https://example.org/").count("<loc>")
    1
    """
    rows = "\n".join(f"<url><loc>{escape(site_url + page)}</loc></url>" for page in sorted(pages))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}\n</urlset>\n'
    )
