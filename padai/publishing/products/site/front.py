"""The front page, the list of editions and the list of questions."""

from __future__ import annotations

from padai.followup.pages.register_rows import NAMES, TITLES, title_of
from padai.lottery.pages.draw_page import FOLDER as DRAW
from padai.lottery.pages.draw_page import PAGES as DRAW_PAGES
from padai.participation.pages.participation_report import asked_at
from padai.participation.pages.reports import essentials
from padai.publishing.basis.context import Context
from padai.publishing.basis.filenames import as_documents
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.page_names import INDEX, QUESTIONS, question_page
from padai.publishing.basis.sentences import upper_first
from padai.publishing.chapters.headline import headline
from padai.publishing.chapters.opening import PAGE_NAMES, asked_and_resting, key_card, named
from padai.publishing.chapters.opening import PAGES as RELEASE_PAGES
from padai.publishing.chapters.questionnaire import asked_by_section
from padai.publishing.pieces.emit import Piece, heading, joined, link, marked, paragraph
from padai.publishing.products.site.catalogue import Catalogue, Edition, SurveyEditions, Version
from padai.publishing.products.site.map import address, between
from padai.publishing.products.site.page_parts import linked_table, marks_of, next_release, warning
from padai.survey import KeyResult
from padai.words import in_a_row, say
from padai.words.languages import FileNames

_EDITION = FileNames(fr="index.html", en="index-en.html")
FOLLOW_UP = "suivi"
"""The folder of what followed a release, beside its versions."""


def front(catalogue: Catalogue, lang: str) -> Piece:
    """Return the latest edition of each survey, with its key results and how sure they are."""
    here = address("home", lang)
    pieces = []
    alone = len(catalogue.spoken(lang)) == 1
    for series in catalogue.spoken(lang):
        version = series.latest
        context = version.context(lang)
        title = context.text(context.survey.title)
        pieces += [
            *([] if alone else [heading(2, title, f"sec-{series.survey}")]),
            *([headline(context)] if context.survey.traits.estimated else []),
            paragraph(in_a_row(about(context, alone=alone), next_release(context))),
            marks_of(catalogue, context),
            *warning(context, series, version),
            _ways_on(context, series, version, here),
            *_shown(context, version, here, 2 if alone else 3),
            _follow_up(context, version, here),
        ]
    if not pieces:
        none = say("publishing-site-nothing-was-published-yet", lang)
        pieces.append(paragraph(none))
    return joined(pieces)


def _shown(context: Context, version: Version, here: str, level: int) -> list[Piece]:
    """Return the key results, or a panel or a consultation in a few numbers."""
    if not context.survey.traits.estimated:
        return [essentials(context)]
    return [heading(level, _key_title(context)), _key_results(context, version, here)]


def about(context: Context, *, alone: bool) -> str:
    """Say when the edition was made, of whom and what for, under what was found.

    The head of a site that holds one panel or consultation, which has no headline, says what for.
    """
    survey = context.survey
    wave = survey.wave(context.wave)
    dates = context.numbers.fieldwork(wave.fieldwork)
    kinds = ", ".join(dict.fromkeys(context.words(p).kind for p in context.parts))
    label = upper_first(context.wave_label(context.wave))
    size = context.numbers.count(context.store.facts["sizes"][context.parts[0]][wave.id]["n"])
    headed = alone and not survey.traits.estimated
    what = "" if headed else f" {context.text(survey.description)}"
    if not survey.traits.estimated:
        return context.say(
            "publishing-site-people", label=label, dates=dates, size=size, kinds=kinds, what=what
        )
    if len(context.parts) > 1:
        when = context.say(
            "publishing-site-label-dates-kinds", label=label, dates=dates, kinds=kinds
        )
        return f"{when} {_by_part(context)}{what}"
    return context.say(
        "publishing-site-conducted-respondents",
        label=label,
        dates=dates,
        size=size,
        kinds=kinds,
        what=what,
    )


def _by_part(context: Context) -> str:
    """Say how many people answered in each part, which are never counted together."""
    many = context.say("publishing-site-respondents-be43")
    return " ".join(f"{size} {many}." for size in _sizes(context))


def _sizes(context: Context) -> list[str]:
    """Return how many people answered; where there are several parts, each with its name."""
    wave, sizes = context.wave, context.store.facts["sizes"]
    counted = {part: context.numbers.count(sizes[part][wave]["n"]) for part in context.parts}
    if len(counted) == 1:
        return list(counted.values())
    return [
        context.colon(upper_first(context.text(context.part(part).label)), size)
        for part, size in counted.items()
    ]


def _key_title(naming: Naming) -> str:
    wave = naming.wave_label(naming.wave)
    lower = wave[:1].lower() + wave[1:]
    return naming.say("publishing-site-key-results", lower=lower)


def _key_results(context: Context, version: Version, here: str) -> Piece:
    """Return a card for each key result, whatever its verdict, that leads to its question."""
    asked, resting = asked_and_resting(context)
    cards = [_card(context, version, here, k) for k in asked]
    shown = [marked("key-figures", Piece("\n\n".join(cards)))] if cards else []
    return joined([*shown, *resting])


def _card(context: Context, version: Version, here: str, result: KeyResult) -> str:
    lead = named(context, result).rstrip(".")
    target = f"{version.address}/{context.lang}/{question_page(result.question)}"
    return key_card(context, result, link(lead, between(here, target)))


def _ways_on(naming: Naming, series: SurveyEditions, version: Version, here: str) -> Piece:
    lang, root = naming.lang, f"{version.address}/{naming.lang}"
    edition = f"{version.survey}/{version.record.wave}"
    report = naming.say("publishing-site-full-report")
    page = f"{root}/{RELEASE_PAGES['report'][lang]}"
    targets = [(report, page), *as_documents(report, page, version.documents(lang))]
    if naming.survey.traits.paged:
        targets += _tracker_pages(naming, root)
    page = f"{DRAW}/{DRAW_PAGES[lang]}.html"
    if (version.folder.parent.parent / page).is_file():
        targets.append(
            (
                naming.say("publishing-site-the-draw-by-lot-and-how-to-check-it"),
                f"{version.survey}/{page}",
            )
        )
    targets += [
        (
            naming.say("publishing-site-all-versions-of-this-edition"),
            f"{edition}/{edition_page(lang)}",
        ),
    ]
    if len(series.editions) > 1:
        targets.append(
            (
                naming.say("publishing-site-earlier-editions"),
                f"{address('editions', lang)}#sec-{series.survey}",
            )
        )
    lines = [f"- {link(text, between(here, target))}" for text, target in targets]
    return marked("page-links", Piece("\n".join(lines)))


def _follow_up(naming: Naming, version: Version, here: str) -> Piece:
    """Return links to what followed the release, where a register or its pages stand beside it."""
    folder, lang = version.folder.parent / FOLLOW_UP, naming.lang
    targets = [
        (
            title_of(naming.survey.kind, page, lang),
            f"{version.survey}/{version.record.wave}/{FOLLOW_UP}/{lang}/{name}",
        )
        for page in TITLES
        if (folder / lang / (name := f"{NAMES[page][lang]}.html")).is_file()
    ]
    lines = [f"- {link(text, between(here, target))}" for text, target in targets]
    lead = naming.say("publishing-site-what-followed")
    return marked("page-links", Piece("\n".join([f"- {lead}", *lines]))) if lines else Piece("")


def _tracker_pages(naming: Naming, root: str) -> list[tuple[str, str]]:
    """Return the pages that a release of a tracker has beside its report."""
    lang = naming.lang
    pages = [
        (PAGE_NAMES["executive"][lang],
         f"{root}/{RELEASE_PAGES['executive'][lang]}"),
        (naming.say("publishing-site-every-question-every-group"),
         f"{root}/{QUESTIONS}/{INDEX}.html"),
    ]  # fmt: skip
    if naming.explored:
        pages.append(
            (
                naming.say("publishing-site-explore-the-results"),
                f"{root}/{RELEASE_PAGES['explorer'][lang]}",
            )
        )
    pages.append(
        (naming.say("publishing-site-for-the-press"), f"{root}/{RELEASE_PAGES['press'][lang]}")
    )
    return pages


def edition_page(lang: str) -> str:
    """Return the name of the page of an edition, in the folder of the edition."""
    return _EDITION[lang]


def editions(catalogue: Catalogue, lang: str) -> Piece:
    """Return every edition of every survey: when, how many, which version, and its documents."""
    here = address("editions", lang)
    pieces = []
    for series in catalogue.spoken(lang):
        context = series.latest.context(lang)
        columns = [context.say("publishing-site-fieldwork"),
                   context.say("publishing-site-respondents-4f8e"),
                   context.say("publishing-language-word-version"),
                   context.say("publishing-site-documents")]  # fmt: skip
        rows = [_edition(context, e, here) for e in reversed(series.editions)]
        pieces += [
            heading(2, context.text(context.survey.title), f"sec-{series.survey}"),
            marks_of(catalogue, context),
            linked_table(
                f"editions-{series.survey}",
                context.say("publishing-site-editions-the-newest-first"),
                context.say("publishing-site-edition"),
                columns,
                rows,
            ),
        ]
    return joined(pieces)


def _edition(
    naming: Naming, edition: Edition, here: str
) -> tuple[tuple[str, str], list[list[tuple[str, str]]]]:
    """Return a row of the table of editions: its name and cells, each a list of linked texts."""
    lang = naming.lang
    place = between(here, f"{edition.address}/{edition_page(lang)}")
    wave = naming.survey.wave(edition.wave)
    dates = upper_first(naming.numbers.fieldwork(wave.fieldwork))
    label = (upper_first(naming.wave_label(edition.wave)), place)
    version = edition.newest
    if version is None or lang not in version.store.survey.languages:
        if edition.closed is not None:
            report = f"{edition.closed.address}/{lang}/{RELEASE_PAGES['report'][lang]}"
            state = f"{edition.closed.record.version}, " + naming.numbers.date(
                edition.closed.record.date
            )
            shown = [(naming.say("publishing-site-report"), between(here, report))]
            return label, [[(dates, "")], [("–", "")], [(state, "")], shown]
        gone = naming.say("publishing-site-withdrawn-see-the-notice")
        return label, [[(dates, "")], [("–", "")], [(gone, place)], [("–", "")]]
    own = version.context(lang)
    sizes = [(size, "") for size in _sizes(own)]
    state = f"{version.record.version}, {own.numbers.date(version.record.date)}"
    root = f"{version.address}/{lang}"
    report, page = naming.say("publishing-site-report"), RELEASE_PAGES["report"][lang]
    documents = [(report, page), *as_documents(report, page, version.documents(lang))]
    if own.store.survey.traits.paged:
        documents.append(
            (naming.say("publishing-site-questions-778c"), f"{QUESTIONS}/{INDEX}.html")
        )
    links = [(text, between(here, f"{root}/{target}")) for text, target in documents]
    return label, [[(dates, "")], sizes, [(state, "")], links]


def questions(catalogue: Catalogue, lang: str) -> Piece:
    """Return every question that was asked, by survey and section, with a page an edition."""
    here = address("questions", lang)
    spoken = catalogue.spoken(lang)
    paged = any(s.latest.context(lang).store.survey.traits.paged for s in spoken)
    how = say("publishing-site-each-question-leads-to-its-page-its", lang)
    find = say("publishing-site-search-for-a-question-or-a-finding", lang)
    pieces = [paragraph(how)] if paged else []
    pieces.append(Piece(link(find, between(here, address("search", lang)))))
    for series in spoken:
        context = series.latest.context(lang)
        title = context.text(context.survey.title)
        pieces += [heading(2, title, f"sec-{series.survey}"), marks_of(catalogue, context)]
        if not context.survey.traits.paged:
            pieces += _asked_in_report(context, series.latest, here)
            continue
        earlier = [e for e in reversed(series.editions[:-1]) if _readable(e, lang)]
        for section, asked in asked_by_section(context):
            pieces.append(heading(3, section))
            lines = []
            for question in asked:
                root = f"{series.latest.address}/{lang}"
                target = between(here, f"{root}/{question_page(question.id)}")
                line = f"- {link(context.label(question.id), target)}"
                before = [
                    link(
                        e.wave,
                        between(here, f"{e.newest.address}/{lang}/{question_page(question.id)}"),
                    )
                    for e in earlier
                    if e.newest is not None and _asked(e.newest, question.id)
                ]
                lines.append(line + (f" ({', '.join(before)})" if before else ""))
            pieces.append(Piece("\n".join(lines)))
    return joined(pieces)


def _asked_in_report(naming: Naming, version: Version, here: str) -> list[Piece]:
    """List the questions of a panel or a consultation, whose report holds their words."""
    report = f"{version.address}/{naming.lang}/{RELEASE_PAGES['report'][naming.lang]}"
    lines = [
        f"- {link(naming.label(q), between(here, f'{report}#{asked_at(q)}'))}"
        for q in naming.survey.questions
    ]
    lead = naming.say("publishing-site-each-question-leads-to-the-report")
    return [paragraph(lead), Piece("\n".join(lines))]


def _readable(edition: Edition, lang: str) -> bool:
    return edition.newest is not None and lang in edition.newest.store.survey.languages


def _asked(version: Version, question: str) -> bool:
    survey = version.store.survey
    return question in survey.questions and survey.question(question).asked_in(version.store.wave)
