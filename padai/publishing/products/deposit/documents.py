"""What goes with an anonymised file to an archive: risk report, checklist, questionnaire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import footer, release_line, release_title
from padai.publishing.chapters.questionnaire import questionnaire
from padai.publishing.engine.text import title_block
from padai.publishing.pieces.emit import Piece, bullets, callout, heading, joined, paragraph, table
from padai.publishing.pieces.page_setter import PageRequest, page_setter
from padai.publishing.pieces.tables import Column, TableRow
from padai.publishing.products.opendata.ddi import DepositedFile, ddi
from padai.publishing.products.opendata.metadata import identifiers
from padai.store import Store
from padai.survey.deposit import Deposit
from padai.words.languages import FileNames

FOLDER = "depot"
"""The folder of a release that an archive takes."""
_NAMES: dict[str, dict[str, str]] = {
    "risk": FileNames(fr="rapport-de-risque", en="risk-report"),
    "checklist": FileNames(fr="liste-de-controle", en="checklist"),
    "questionnaire": FileNames(fr="questionnaire", en="questionnaire-en"),
}


def write_deposit_documents(store: Store, folder: Path, source_date: int) -> list[Path]:
    """Write the documents of a deposit; nothing where the store speaks of none.

    Parameters
    ----------
    store
        An open release store, whose facts hold what was measured on the anonymised file.
    folder
        Receives, in each language, the risk report by three criteria, the checklist and the
        questionnaire, as HTML and PDF, and ``ddi-codebook.xml``, which describes that file.
    source_date
        The release's date as seconds since 1970.
    """
    deposit, facts = store.survey.deposit, store.facts.get("deposit")
    if deposit is None or not facts:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for lang in store.survey.languages:
        context = Context(store, lang)
        pages = _pages(context, deposit, facts)
        requests = [
            PageRequest(_NAMES[name][lang], make, ("html", "typst")) for name, make in pages.items()
        ]
        with page_setter(lang, source_date) as setter:
            for name, made in setter.pages(requests):
                for kind, content in made.items():
                    path = folder / f"{name}{ {'html': '.html', 'typst': '.pdf'}[kind] }"
                    path.write_bytes(content)
                    written.append(path)
    book = folder / "ddi-codebook.xml"
    contexts = {str(lang): Context(store, lang) for lang in store.survey.languages}
    text = ddi(contexts, DepositedFile(deposit, facts["records"]))
    book.write_text(text, encoding="utf-8", newline="\n")
    return [*written, book]


def _pages(
    context: Context, deposit: Deposit, facts: Mapping[str, Any]
) -> dict[str, Callable[[], Piece]]:
    return {
        "risk": lambda: _risk(context, deposit, facts),
        "checklist": lambda: _checklist(context, facts),
        "questionnaire": lambda: joined(
            [_title(context, context.say("publishing-questionnaire")), questionnaire(context)]
        ),
    }


def _title(context: Context, name: str) -> Piece:
    survey, store = context.survey, context.store
    values = {
        "title": name,
        "subtitle": release_title(context),
        "date": release_line(context),
        "publisher": context.text(survey.sponsor),
        "footer": footer(context),
        "description": f"{name}. {context.text(survey.title)}",
    }
    if context.marks:
        values["banner"] = ". ".join(m.rstrip(".") for m in context.marks) + "."
    if survey.synthetic or store.release["status"] in ("draft", "embargoed"):
        values["robots"] = "noindex"
    return Piece(title_block(values))


def _risk(context: Context, deposit: Deposit, facts: Mapping[str, Any]) -> Piece:
    say, count = context.say, context.numbers.count
    n, least = count(facts["records"]), count(facts["least_alike"])
    return joined(
        [
            _title(context, say("publishing-risk-report")),
            paragraph(say("publishing-this-report-is-about-the-anonymised-file", n=n)),
            _decided(context, deposit),
            heading(2, say("publishing-individualisation"), "sec-individualisation"),
            paragraph(
                say(
                    "publishing-can-one-person-be-isolated-each-profile",
                    least=least,
                    count=count(facts["smallest_after"]),
                    count_2=count(facts["alone_after"]),
                )
            ),
            _blanked(context, facts),
            heading(2, say("publishing-the-weight-counted-as-a-trait"), "sec-poids"),
            *_weight(context, facts),
            heading(2, say("publishing-correlation"), "sec-correlation"),
            paragraph(
                say(
                    "publishing-can-records-be-linked-to-another-source",
                    count=count(facts["alone_on_everything"]),
                )
            ),
            heading(2, say("publishing-inference"), "sec-inference"),
            paragraph(_inference(context, facts)),
            callout(
                "important",
                say("publishing-to-be-signed"),
                paragraph(say("publishing-is-the-remaining-risk-very-low-given-the")),
            ),
        ]
    )


def _decided(speech: Speech, deposit: Deposit) -> Piece:
    say = speech.say
    return bullets(
        [
            speech.colon(say("publishing-purpose"), speech.text(deposit.purpose)),
            speech.colon(say("publishing-supervision"), speech.text(deposit.supervisor)),
            speech.colon(
                say("publishing-date-of-the-decision"), speech.numbers.date(deposit.decided)
            ),
        ]
    )


def _blanked(context: Context, facts: Mapping[str, Any]) -> Piece:
    say = context.say
    rows = [
        TableRow(context.breakdown(name), (context.numbers.count(number),))
        for name, number in facts["blanked"].items()
    ]
    return table(
        context,
        "deposit-blanked",
        say("publishing-traits-blanked-so-that-profiles-are"),
        say("publishing-trait"),
        [Column(say("publishing-records-where-it-is-blanked"))],
        rows,
        part=str(facts["part"]),
    )


def _weight(context: Context, facts: Mapping[str, Any]) -> list[Piece]:
    say, count = context.say, context.numbers.count
    least = count(facts["least_alike"])
    explained = paragraph(
        say(
            "publishing-a-persons-weight-together-with-the",
            least=least,
            count=count(facts["weight_smallest_after"]),
        )
    )
    if not facts["shifts"]:
        return [explained]
    return [explained, _shifts(context, facts)]


def _shifts(context: Context, facts: Mapping[str, Any]) -> Piece:
    say, numbers = context.say, context.numbers
    rows = []
    for shift in facts["shifts"]:
        kind = context.kind(shift["question"], shift["response"])
        values = [numbers.level(shift[name], kind) for name in ("before", "after")]
        moved = numbers.printed_change(shift["after"] - shift["before"], kind)
        label = context.colon(
            context.label(shift["question"]), context.response(shift["question"], shift["response"])
        )
        rows.append(TableRow(label, (*values, moved)))
    return table(
        context,
        "deposit-shifts",
        say("publishing-key-results-by-the-weights-of-the-report"),
        say("publishing-result"),
        [
            Column(say("publishing-report")),
            Column(say("publishing-file")),
            Column(say("publishing-shift")),
        ],
        rows,
        part=str(facts["part"]),
    )


def _inference(naming: Naming, facts: Mapping[str, Any]) -> str:
    if not facts["sensitive"]:
        return naming.say("publishing-can-a-sensitive-answer-be-inferred-the")
    names = ", ".join(naming.label(q) for q in facts["sensitive"])
    return naming.say("publishing-can-a-sensitive-answer-be-inferred-for", names=names)


def _checklist(context: Context, facts: Mapping[str, Any]) -> Piece:
    say, survey = context.say, context.survey
    done, todo = say("publishing-done"), say("publishing-to-do")
    licence, doi = context.text(survey.licences.data), identifiers(context).get("doi")
    licence_text = licence or say("publishing-to-be-declared")
    doi_text = doi or say("publishing-to-be-assigned-by-the-archive")
    items = [
        (say("publishing-plain-spss-file-not-zsav-with-labels-and"), done),
        (say("publishing-the-same-file-as-csv-utf-8"), done),
        (say("publishing-ddi-codebook-2-5-description"), done),
        (say("publishing-questionnaire-in-each-language-of"), done),
        (say("publishing-information-on-weighting-column-margins"), done),
        (say("publishing-sha-256-checksums"), done),
        (
            context.colon(say("publishing-licence-of-the-data"), licence_text),
            done if licence else todo,
        ),
        (context.colon(say("publishing-identifier-doi"), doi_text), done if doi else todo),
        (say("publishing-risk-report-signed-by-the-person-who"), todo),
        (say("publishing-consent-and-ethics-review-check-that"), todo),
    ]
    rows = [TableRow(text, (state,)) for text, state in items]
    return joined(
        [
            _title(context, say("publishing-checklist-of-the-deposit")),
            table(
                context,
                "deposit-checklist",
                say("publishing-what-an-archive-asks"),
                say("publishing-item"),
                [Column(say("publishing-state"))],
                rows,
                part=str(facts["part"]),
            ),
        ]
    )
