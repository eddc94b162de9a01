"""The pages beside the versions of a wave: the newest version, all versions, withdrawal notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from padai.participation.pages.reports import first_open_file, pages_of
from padai.publishing.basis.context import Context
from padai.publishing.basis.draft_names import VERSIONS
from padai.publishing.basis.filenames import as_documents
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import SYNTHETIC
from padai.publishing.chapters.opening import PAGE_NAMES, PAGES, footer, release_title, twin
from padai.publishing.engine.text import md_literal, title_block
from padai.publishing.pieces.emit import Piece, bullets, callout, heading, joined, link, paragraph
from padai.publishing.products.site.page_parts import Row, linked_table
from padai.survey import Release
from padai.survey.releases import ReleaseRecord
from padai.words import Both
from padai.words.languages import FileNames

INDEX: dict[str, str] = FileNames(fr="index.html", en="index-en.html")
"""The page of the newest version of a wave."""
NOTICE: dict[str, str] = FileNames(fr="avis.html", en="notice.html")
"""The page that stands where a withdrawn version stood."""
_STATUS: dict[str, dict[str, str]] = {
    "demonstration": Both("publishing-chapters-demonstration"),
    "published": Both("publishing-chapters-published"),
    "corrected": Both("publishing-chapters-corrected-version"),
    "withdrawn": Both("publishing-chapters-withdrawn"),
}


@dataclass(frozen=True)
class Versions:
    """What was put out of a wave.

    Attributes
    ----------
    records
        Those of the wave, the first version first.
    here
        The versions whose folders are there, with the endings of their documents.
    rehearsal
        The release just built, where it is not recorded.
    """

    records: Sequence[ReleaseRecord]
    here: Mapping[int, Sequence[str]] = field(default_factory=dict)
    rehearsal: Release | None = None

    @property
    def newest(self) -> ReleaseRecord | None:
        """The newest version that was not withdrawn."""
        standing = [r for r in self.records if r.withdrawal is None]
        return standing[-1] if standing else None

    @property
    def shown(self) -> int | None:
        """The version that a reader is led to: the newest one, else a rehearsal."""
        if self.newest is not None:
            return self.newest.version
        return self.rehearsal.version if self.rehearsal and not self.records else None


def newest_page(context: Context, versions: Versions) -> Piece:
    """Return the page that shows the newest version of a wave, or says that it was withdrawn."""
    parts = [_title(context, release_title(context), INDEX), *_warning(context, versions)]
    if versions.shown is None:
        parts.append(paragraph(_none(context, versions)))
    else:
        record = versions.newest
        if record is not None:
            parts.append(paragraph(_line(context, record)))
        lang = context.lang
        links = _pages(context, versions)
        data = first_open_file(context.survey, lang)
        links.append(
            (context.say("publishing-chapters-open-data-csv"), f"v{versions.shown}/open/{data}")
        )
        parts.append(_links(links))
    all_versions = context.say("publishing-chapters-all-versions")
    parts.append(_links([(all_versions, VERSIONS[context.lang])]))
    return joined(parts)


def _pages(naming: Naming, versions: Versions) -> list[tuple[str, str]]:
    """Return links to the pages of the version shown, and to the report as a document."""
    lang, root = naming.lang, f"v{versions.shown}/{naming.lang}"
    pages = []
    for page in pages_of(naming.survey):
        if page == "explorer" and not naming.explored:
            continue
        target = f"{root}/{PAGES[page][lang]}"
        pages.append((PAGE_NAMES[page][lang], target))
        if page == "report":
            suffixes = versions.here.get(versions.shown or 0, ())
            pages += as_documents(PAGE_NAMES[page][lang], target, suffixes)
    return pages


def versions_page(context: Context, versions: Versions) -> Piece:
    """Return the page that lists all versions with dates, status, hashes and reasons."""
    name = context.say("publishing-chapters-versions-of-the-release")
    parts = [_title(context, name, VERSIONS, release_title(context)), *_warning(context, versions)]
    if versions.records:
        parts.append(_table(context, versions))
        if any(record.kept for record in versions.records):
            parts.append(_hashes(context, versions))
        # that of the last version stands first
        earlier = [record for record in versions.records[:-1] if record.withdrawal]
        parts += [_withdrawn(context, record) for record in earlier]
    else:
        parts.append(paragraph(_none(context, versions)))
    if versions.rehearsal is not None:
        parts.append(
            paragraph(context.say("publishing-chapters-the-version-shown-here-is-a-rehearsal-it"))
        )
    parts.append(_about_release(context))
    return joined(parts)


def notice_page(context: Context, record: ReleaseRecord, kept: str | None, depth: int) -> Piece:
    """Return the notice of a withdrawn version.

    Parameters
    ----------
    kept
        Where the files are kept, from the folder of the version; None where they were removed.
    depth
        How many folders down in that of the version the page stands.
    """
    up = "../" * depth
    name = context.say(
        "publishing-chapters-notice-of-withdrawal-of-version", version=record.version
    )
    parts = [_title(context, name, NOTICE if depth == 0 else None, release_title(context))]
    parts.append(_withdrawn(context, record))
    links = [(context.say("publishing-chapters-all-versions"), f"{up}../{VERSIONS[context.lang]}")]
    if kept:
        page = f"{up}{kept}/{context.lang}/{PAGES['report'][context.lang]}"
        links.append(
            (context.say("publishing-chapters-withdrawn-version-kept-for-the-record"), page)
        )
    parts.append(_links(links))
    if record.withdrawal and record.withdrawal.files:
        parts.append(_files(context, record))
    return joined(parts)


def _title(
    context: Context, name: str, addresses: dict[str, str] | None, subtitle: str = ""
) -> Piece:
    survey = context.survey
    values = {
        "title": name,
        "publisher": context.text(survey.sponsor),
        "description": f"{name}. {release_title(context)}.",
        "footer": footer(context),
    }
    if subtitle:
        values["subtitle"] = subtitle
    kinds = dict.fromkeys(context.words(p).banner for p in context.parts)
    marks = [SYNTHETIC[context.lang] if survey.synthetic else "", *kinds]
    if any(marks):
        values["banner"] = " ".join(f"{m.rstrip('.')}." for m in marks if m)
    if survey.synthetic:
        values["robots"] = "noindex"
    if addresses is not None:
        values |= twin(context, addresses.__getitem__)
    return Piece(title_block(values))


def _warning(speech: Speech, versions: Versions) -> list[Piece]:
    """Say first that the newest version corrects another substantially, or was withdrawn."""
    last = versions.records[-1] if versions.records else None
    if last is not None and last.withdrawal is not None:
        return [_withdrawn(speech, last)]
    newest = versions.newest
    if newest is not None and newest.substantial:
        title = speech.say("publishing-chapters-substantial-correction")
        return [callout("important", title, paragraph(speech.text(newest.reason)))]
    return []


def _none(speech: Speech, versions: Versions) -> str:
    if versions.records:
        return speech.say("publishing-chapters-all-versions-of-this-edition-were")
    return speech.say("publishing-chapters-no-version-was-put-out")


def _line(speech: Speech, record: ReleaseRecord) -> str:
    status = _STATUS[record.status][speech.lang]
    return speech.say(
        "publishing-chapters-version-39f1",
        version=record.version,
        day=_day(speech.numbers, record.date),
        status=status,
    )


def _day(numbers: Numbers, when: date) -> str:
    return numbers.date(when)


def _links(targets: Sequence[tuple[str, str]]) -> Piece:
    return Piece("\n".join(f"- {link(text, target)}" for text, target in targets))


def _table(speech: Speech, versions: Versions) -> Piece:
    rows: list[Row] = []
    for record in reversed(versions.records):
        place = _address(speech.lang, record) if record.version in versions.here else ""
        texts = (
            _day(speech.numbers, record.date),
            _state(speech, record, versions),
            speech.text(record.reason) or "–",
        )
        rows.append(((_version(speech, record), place), [[(text, "")] for text in texts]))
    columns = [
        speech.say("publishing-chapters-date"),
        speech.say("publishing-chapters-status"),
        speech.say("publishing-chapters-reason"),
    ]
    caption = speech.say("publishing-chapters-versions-put-out-the-newest-first")
    stub = speech.say("publishing-language-word-version")
    return linked_table("versions", caption, stub, columns, rows)


def _address(lang: str, record: ReleaseRecord) -> str:
    folder = f"v{record.version}"
    if record.withdrawal is not None:
        return f"{folder}/{NOTICE[lang]}"
    return f"{folder}/{lang}/{PAGES['report'][lang]}"


def _state(speech: Speech, record: ReleaseRecord, versions: Versions) -> str:
    status = _STATUS[record.status][speech.lang]
    if record.withdrawal is not None:
        when = _day(speech.numbers, record.withdrawal.date)
        return speech.say("publishing-chapters-on-346f", status=status, when=when)
    newest = versions.newest
    if newest is not None and record.version < newest.version:
        return speech.say(
            "publishing-chapters-replaced-by-version", status=status, version=newest.version
        )
    return status


def _version(speech: Speech, record: ReleaseRecord) -> str:
    return f"{speech.say('publishing-language-word-version')} {record.version}"


def _hashes(speech: Speech, versions: Versions) -> Piece:
    title = speech.say("publishing-chapters-checksums")
    why = speech.say("publishing-chapters-sha-256-of-all-that-went-out-of-each")
    kept = [record for record in reversed(versions.records) if record.kept]
    lines = [speech.colon(_version(speech, r), r.outside) for r in kept if r.outside]
    if not lines:
        return Piece("")
    return joined([heading(2, title, "sec-sommes"), paragraph(why), bullets(lines)])


def _withdrawn(speech: Speech, record: ReleaseRecord) -> Piece:
    withdrawal = record.withdrawal
    assert withdrawal is not None
    when = _day(speech.numbers, withdrawal.date)
    title = speech.say(
        "publishing-chapters-version-withdrawn-on", version=record.version, when=when
    )
    removed = withdrawal.kind == "confidentiality"
    what = (
        speech.say("publishing-chapters-its-files-were-removed-to-protect-the")
        if removed
        else speech.say("publishing-chapters-it-holds-an-error-its-files-are-kept-for")
    )
    reason = speech.colon(speech.say("publishing-chapters-reason"), speech.text(withdrawal.reason))
    return callout("important", title, joined([paragraph(what), paragraph(reason)]))


def _files(speech: Speech, record: ReleaseRecord) -> Piece:
    assert record.withdrawal is not None
    files = record.withdrawal.files
    hashed = any(f.sha256 for f in files)
    title = (
        speech.say("publishing-chapters-files-withdrawn-and-their-sha-256")
        if hashed
        else speech.say("publishing-chapters-files-withdrawn")
    )
    names = [md_literal(f.name) for f in files]
    lines = [f"{n}: `{f.sha256}`" if f.sha256 else n for n, f in zip(names, files, strict=True)]
    return joined(
        [
            heading(2, title, "sec-fichiers"),
            Piece("\n".join(f"- {line}" for line in lines)),
        ]
    )


def _about_release(context: Context) -> Piece:
    """Return what else the release declares: who saw it before, its identifiers, whom to ask."""
    declared = {k: v for k, v in context.store.release.items() if k in Release.model_fields}
    release = Release.model_validate(declared)
    assigned = context.say("publishing-chapters-to-be-assigned")
    lines = [context.colon(k.upper(), v or assigned) for k, v in release.identifiers.items()]
    parts = []
    if lines:
        parts += [
            heading(2, context.say("publishing-chapters-identifiers"), "sec-identifiants"),
            bullets(lines),
        ]
    if release.access_before:
        title = context.say("publishing-chapters-access-before-publication")
        parts += [
            heading(2, title, "sec-acces"),
            bullets(context.text(text) for text in release.access_before),
        ]
    contact = release.contact or context.text(context.survey.contact)
    parts.append(paragraph(context.colon(context.say("publishing-chapters-contact"), contact)))
    return joined(parts)
