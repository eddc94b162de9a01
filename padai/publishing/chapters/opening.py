"""The opening of a report: its title block, its notices, and its key findings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from padai.publishing.basis.context import Context
from padai.publishing.basis.filenames import DOCUMENTS, WORKBOOK_SUFFIXES, workbook_name
from padai.publishing.basis.lookup import MAIN, TOTAL, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.page_names import twins
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import (
    change_sentence,
    ended,
    lower_first,
    majority_clause,
    upper_first,
)
from padai.publishing.basis.sides import small_number
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.cards import card, changed
from padai.publishing.chapters.declared import BEFORE, any_proposed, code_of, declared_sentence
from padai.publishing.chapters.how_to_read import BREAK_TYPES
from padai.publishing.chapters.robustness import dependence
from padai.publishing.chapters.tipping import tipping_sentence
from padai.publishing.engine.asked_formats import documents_asked
from padai.publishing.engine.text import md_literal, title_block
from padai.publishing.exhibits.exhibit_items import Item, breaks_between, cell_of, series_of
from padai.publishing.exhibits.last_asked import uncompared_sentence
from padai.publishing.pieces.emit import Piece, callout, joined, link, marked, paragraph
from padai.survey import KeyResult
from padai.words import Both, in_a_row
from padai.words.languages import Named

PAGES: dict[str, dict[str, str]] = {
    "report": Named(fr="rapport.html", en="report.html"),
    "executive": Named(fr="sommaire.html", en="summary.html"),
    "press": Named(fr="presse.html", en="press.html"),
    "questionnaire": Named(fr="questionnaire.html", en="questionnaire.html"),
    "tables": Named(fr="tableaux.html", en="tables.html"),
    "explorer": Named(fr="explorateur.html", en="explorer.html"),
}
"""The pages of a release, each beside the others in the folder of its language."""
SLIDES = "presentation.pptx"
"""The slides of the key results, in each language."""
PICTURE: dict[str, str] = Named(fr="chiffres-cles", en="key-figures")
"""The name of the key-figures picture in each language, without its ending."""
PAGE_NAMES = {
    "report": Both("publishing-chapters-full-report"),
    "executive": Both("publishing-chapters-the-essentials"),
    "press": Both("publishing-chapters-for-the-press"),
    "questionnaire": Both("publishing-chapters-questionnaire-and-results"),
    "tables": Both("publishing-chapters-all-tables"),
    "explorer": Both("publishing-chapters-explore-the-results"),
}
_SHEET_SIZES = ((5, "10.5pt"), (7, "9pt"), (9, "8.2pt"), (12, "7.4pt"), (10**6, "7pt"))
"""For each number of key results, the letters of the printed sheet."""


def title(context: Context, page: str = "report") -> Piece:
    """Return the title block of a page as document metadata."""
    survey, store = context.survey, context.store
    wave = survey.wave(store.wave)
    dates = context.numbers.fieldwork(wave.fieldwork)
    kinds = dict.fromkeys(context.words(p).kind for p in context.parts)
    asked = context.say("publishing-chapters-survey-conducted", dates=dates)
    values = {
        "title": release_title(context),
        "subtitle": f"{asked}. {upper_first(', '.join(kinds))}.",
        "date": release_line(context),
        "description": f"{context.text(survey.description)} {asked}.",
    } | _around(context)
    if page == "executive":
        values["sheet-size"] = _sheet_size(len(survey.key_results))
    if page != "report":
        values["subtitle"] = f"{values['title']}. {values['subtitle']}"
        if page == "explorer":  # the chart comes first: a short head
            values["subtitle"] = f"{values['title']}."
        values["title"] = PAGE_NAMES[page][context.lang]
        values["description"] = f"{values['title']}. {values['description']}"
    values |= twin(context, lambda lang: f"../{lang}/{PAGES[page][lang]}")
    return _block(context, values)


def twin(naming: Naming, address: Callable[[str], str]) -> dict[str, str]:
    """Return what a title block says of the same page in the other languages, if there are any."""
    return twins(naming.lang, naming.survey.languages, address)


def _sheet_size(rows: int) -> str:
    """Return the size of letters at which so many key results stand on one sheet of paper."""
    return next(size for most, size in _SHEET_SIZES if rows <= most)


def frame(context: Context) -> Piece:
    """Return what stands around a page that has a title of its own: banner, sponsor, foot."""
    return _block(context, _around(context))


def _around(context: Context) -> dict[str, str]:
    survey, status = context.survey, context.store.release["status"]
    values = {"publisher": context.text(survey.sponsor), "footer": footer(context)}
    if context.marks:
        values["banner"] = ". ".join(m.rstrip(".") for m in context.marks) + "."
    if survey.synthetic or status in ("draft", "embargoed"):
        values["robots"] = "noindex"
    return values


def _block(naming: Naming, values: dict[str, str]) -> Piece:
    for text in values.values():
        check_words(text, naming.part(naming.parts[0]).sample_type, "title")
    return Piece(title_block(values))


def release_title(naming: Naming) -> str:
    """Name a release: the survey and the edition."""
    label = naming.wave_label(naming.wave)
    label = label if naming.capital_after_colon else lower_first(label)
    return naming.colon(naming.text(naming.survey.title), label)


def links(context: Context, here: str) -> Piece:
    """Return links to the other pages of the release and to its data tables."""
    pages = [p for p in PAGES if p != here and (p != "explorer" or context.explored)]
    if context.unreviewed:
        pages = [p for p in pages if p == "explorer" and not context.foreign]
    targets = [*documents(context, here), *(
        (PAGE_NAMES[p][context.lang], PAGES[p][context.lang]) for p in pages
    )]  # fmt: skip
    if context.survey.key_results and not context.unreviewed:
        picture = f"{PICTURE[context.lang]}.svg"
        targets.append((context.say("publishing-chapters-key-figures-picture"), picture))
        targets.append((context.say("publishing-chapters-slides-pptx"), SLIDES))
    for suffix in WORKBOOK_SUFFIXES[:1] if context.unreviewed else WORKBOOK_SUFFIXES:
        name = context.say("publishing-chapters-data-tables", suffix=suffix[1:])
        survey, wave = context.survey.id, context.wave
        targets.append((name, workbook_name(survey, wave, context.lang, suffix)))
    if not context.unreviewed:
        name = context.say("publishing-chapters-open-data-csv")
        targets.append((name, "../open/series.csv"))
    return marked("page-links", Piece("\n".join(f"- {link(t, target)}" for t, target in targets)))


def documents(speech: Speech, here: str) -> list[tuple[str, str]]:
    """Return links to the same page as a document, where the renderer makes them."""
    which = (
        speech.say("publishing-chapters-this-report")
        if here == "report"
        else speech.say("publishing-chapters-this-page")
    )
    stem = PAGES[here][speech.lang].removesuffix(".html")
    return [
        (speech.say("publishing-chapters-as", which=which, documents=DOCUMENTS[s]), f"{stem}{s}")
        for s in (() if here == "explorer" else documents_asked())
    ]


def release_line(context: Context) -> str:
    """Write the version and the date of the release."""
    if context.unreviewed:
        return context.say("publishing-chapters-draft-not-reviewed")
    release = context.store.release
    when = context.numbers.date(date.fromisoformat(str(release["publish_on"])))
    return context.say("publishing-chapters-version-c2cb", version=release["version"], when=when)


def footer(context: Context) -> str:
    """Write what stands at the foot of every page."""
    survey = context.survey
    contact = context.store.release.get("contact") or context.text(survey.contact)
    parts = [
        context.text(survey.title), context.wave_label(context.wave),
        release_line(context), *context.marks, str(contact or ""),
        context.prevails("publishing-language-prevails"),
    ]  # fmt: skip
    return in_a_row(*parts, by=" · ")


def notices(context: Context) -> Piece:
    """Return what a reader must know first: synthetic data, status, correction, sample type."""
    survey, release = context.survey, context.store.release
    pieces = []
    if survey.synthetic:
        note = context.text(survey.synthetic_note) or context.say(
            "publishing-chapters-the-answers-were-simulated-no-figure-in"
        )
        pieces.append(
            callout("warning", context.say("publishing-chapters-synthetic-data"), paragraph(note))
        )
    if release["status"] in ("corrected", "withdrawn") and release.get("reason"):
        reason = release["reason"]
        sentence = context.of(reason)
        pieces.append(callout("important", context.marks[-1], paragraph(str(sentence))))
    if context.prevailing:
        lines = [context.prevails("publishing-language-report-prevails")]
        if (declared := survey.basis_of(context.lang)) is not None:
            basis = ended(context.text(declared))
            lines.append(context.say("publishing-language-english-basis", basis=basis))
        about = context.say("publishing-language-about-this-version")
        pieces.append(callout("note", about, paragraph(" ".join(lines))))
    for under in dict.fromkeys(context.sample_words(p).under for p in context.parts):
        if under:
            pieces.append(
                callout(
                    "important",
                    context.say("publishing-chapters-nature-of-the-sample"),
                    paragraph(under),
                )
            )
    return joined(pieces)


def key_findings(context: Context) -> Piece:
    """Return every key result in the declared order, whatever its verdict."""
    if not context.survey.key_results:
        return none_declared(context)
    asked, resting = asked_and_resting(context)
    body = [marked("key-figures", Piece("\n\n".join(_card(context, r) for r in asked)))]
    return joined([paragraph(how_chosen(context)), *(body if asked else ()), *resting])


def asked_and_resting(context: Readout) -> tuple[list[KeyResult], list[Piece]]:
    """Return the key results that the edition asked, and a paragraph that names the others."""
    resting, sentence = resting_results(context), resting_sentence(context)
    asked = [k for k in context.survey.key_results if k not in resting]
    return asked, [paragraph(sentence)] if sentence else []


def resting_results(naming: Naming) -> list[KeyResult]:
    """Return the key results whose question the edition did not ask."""
    wave, results = naming.wave, naming.survey.key_results
    return [k for k in results if not naming.question(k.question).asked_in(wave)]


def resting_sentence(context: Readout) -> str:
    """Name the key results that rest, each with its last figure; nothing where all were asked."""
    resting = resting_results(context)
    if not resting:
        return ""
    lines = [resting_line(context, result, prose=True) for result in resting]
    sentence = context.say(
        "publishing-chapters-key-results-that-rest",
        n=len(resting),
        count=small_number(len(resting), context.numbers),
        listed="; ".join(t if context.capital_after_colon else lower_first(t) for t in lines),
    )
    return upper_first(sentence)


def resting_line(context: Readout, result: KeyResult, *, prose: bool = False) -> str:
    """Name a key result that rests, with its last figure and when that was measured.

    In prose a question's own phrase for what it measures stands for the name.
    """
    name = named(context, result).rstrip(".")
    question = context.question(result.question)
    followed = (result.net, result.breakdown) == (context.headline(result.question), TOTAL)
    if prose and followed and question.subject is not None:
        name = context.text(question.subject)
    item = Item(result.question, result.net, result.breakdown, result.group)
    shown = [cell for cell in series_of(context.lookup, item) if cell.shown]
    if not shown:
        return name
    when = lower_first(context.wave_label(shown[-1].wave))
    figure = context.value(shown[-1])
    last = context.say("publishing-chapters-last-measured", when=when, figure=figure)
    return f"{name} ({last})"


def none_declared(context: Context) -> Piece:
    """Say of a draft that it has no key result; of a release, nothing."""
    if not context.unreviewed:
        return Piece("")
    return paragraph(context.say("publishing-language-none-declared"))


def how_chosen(context: Context) -> str:
    """Say whether the key results were chosen before the survey, and who says so."""
    codes = {code_of(context, r) for r in context.survey.key_results}
    if any_proposed(context):
        return context.say("publishing-chapters-these-results-were-proposed")
    return (
        context.say("publishing-chapters-these-results-were-chosen-and-put-in")
        if codes <= set(BEFORE)
        else context.say("publishing-chapters-according-to-the-team-these-results-were")
        if codes <= {*BEFORE, "asserted"}
        else context.say("publishing-chapters-all-declared-results-are-shown-whatever")
    )


def _card(context: Context, result: KeyResult) -> str:
    item = Item(result.question, result.net, result.breakdown, result.group)
    doubt = tipping_sentence(context, item)
    check_words(doubt, context.part(MAIN).sample_type, f"key result '{result.id}'")
    return key_card(context, result, md_literal(named(context, result)), doubt=doubt)


def key_card(context: Context, result: KeyResult, lead: str, *, doubt: str = "") -> str:
    """Return the card of a key result.

    Parameters
    ----------
    lead
        Names it, as Markdown.
    doubt
        What would make its finding false, in one sentence.
    """
    item = Item(result.question, result.net, result.breakdown, result.group)
    cell = cell_of(context.lookup, item)
    _, *sentences = finding(context, result)
    if cell is not None:
        sentences = [*changed(context, item, sentences[0]), doubt, *sentences[2:]]
    return card(context, item, lead, sentences)


def finding(context: Context, result: KeyResult) -> tuple[str, ...]:
    """Say a key result in sentences: what it is, what became of it, how sure it is."""
    item = Item(result.question, result.net, result.breakdown, result.group)
    cell = cell_of(context.lookup, item)
    sentences = [named(context, result)]
    if cell is None:
        sentences.append(context.say("publishing-chapters-the-question-was-not-asked-in-this"))
    else:
        sentences += [became(context, item), dependence(context, item), certainty(context, cell)]
    sentences.append(declared_sentence(context, result))
    for text in sentences:
        check_words(text, context.part(MAIN).sample_type, f"key result '{result.id}'")
    return tuple(sentences)


def named(naming: Naming, result: KeyResult) -> str:
    """Name a key result, with its group."""
    name = naming.text(result.label).rstrip(".")
    if result.breakdown != "total":
        name += f" ({naming.group(result.breakdown, result.group)})"
    return name + "."


def certainty(context: Readout, cell: Cell) -> str:
    """Give the interval of a figure and its base, or say why it is not published."""
    words = context.words(cell.part)
    if not cell.shown:
        return context.say("publishing-chapters-result-not-published") + (
            context.withheld(cell) + "."
        )
    base = context.numbers.count(cell.n_base)
    if not (words.has_intervals and cell.has_interval):
        return f"n\u00a0=\u00a0{base}."
    kind = context.kind(cell.question, cell.response)
    name = words.interval[:1].upper() + words.interval[1:]
    more = majority_clause(cell.conf_low, context.lang) if kind == "share" else ""
    span = context.interval(cell)
    return context.colon(name, f"{span}{', ' + more if more else ''} (n\u00a0=\u00a0{base}).")


def became(context: Context, item: Item) -> str:
    """Say what became of a figure since the nearest earlier wave it is compared with."""
    words = context.words(item.part)
    if not words.has_intervals:
        return ""
    change = context.lookup.last_change(
        item.question, item.response, item.breakdown, item.group, item.part
    )
    if change is None:
        return uncompared_sentence(context, item)
    return change_sentence(
        change.verdict,
        context.numbers,
        kind=context.kind(item.question, item.response),
        reference=context.the_wave(change.reference),
        since=context.since(change.reference),
        change=change.estimate,
        low=change.conf_low,
        high=change.conf_high,
        margin=change.margin,
        interval=words.interval_short,
        break_text=_why(context, item, change.reference),
    )


def _why(context: Context, item: Item, reference: str) -> str:
    """Name the breaks between two waves; the chapter on comparability says what they are."""
    breaks = breaks_between(context, item, reference, context.wave)
    dated = [
        f"{BREAK_TYPES[b.type][context.lang]} ({context.numbers.date(b.date)})" for b in breaks
    ]
    see = context.say("publishing-chapters-see-the-chapter-on-comparability")
    return f"{', '.join(dated)}; {see}" if dated else ""
