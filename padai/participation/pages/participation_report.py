"""What the reports of a panel and of a consultation share: opening, limits, method, words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from padai.errors import PublicationError
from padai.followup.pages.register_rows import NAMES, named, title_of
from padai.participation.pages.code_labels import written
from padai.publishing.basis.context import Context
from padai.publishing.basis.filenames import WORKBOOK_SUFFIXES, workbook_name
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.sentences import ended, upper_first
from padai.publishing.basis.vocabulary import check_words, forbidden_in_limit
from padai.publishing.chapters.methodology import disclosure_items
from padai.publishing.chapters.opening import (
    documents,
    footer,
    notices,
    release_line,
    release_title,
    twin,
)
from padai.publishing.engine.text import title_block
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    callout,
    heading,
    joined,
    link,
    marked,
    paragraph,
)
from padai.publishing.pieces.emit import table as table_piece
from padai.publishing.pieces.tables import Column, TableRow
from padai.store import Store
from padai.survey import Question, Survey, Text
from padai.words import Said
from padai.words.languages import FileNames, Named

Told = tuple[str, str]
"""What is said, and the part of the report that says it at length."""
ABOUT_DATA: dict[str, str] = FileNames(fr="LISEZMOI.txt", en="README.txt")
PAGES: dict[str, str] = Named(fr="rapport.html", en="report.html")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def asked_at(question: str) -> str:
    """Return where the questionnaire of a report shows a question."""
    return f"asked-{question}"


def stated_limits(survey: Survey) -> tuple[str, ...]:
    """Return the texts, in every language, in which a forbidden word may stand to be denied."""
    declared = survey.panel or survey.consultation
    texts = list(declared.limits) if declared is not None else []
    if isinstance(survey.methodology.limitations, Text):
        texts.append(survey.methodology.limitations)
    return tuple(t for text in texts for t in text.every if t)


class ParticipationPieces:
    """What both reports are made of; each method gives a piece whose words were searched.

    Parameters
    ----------
    store
        An open release store.
    lang
        The tag of a language that the survey lists.
    """

    kind = ""
    asked = ""
    """The message that says which answers or contributions the dates are of."""

    def __init__(self, store: Store, lang: str) -> None:
        survey = store.survey
        if lang not in survey.languages or survey.kind != self.kind:
            raise PublicationError(
                Said(
                    "publishing-dialogue-this-report-is-of-a-in-a-in-was-given",
                    kind=self.kind,
                    languages=", ".join(survey.languages),
                    survey_kind=survey.kind,
                    lang=lang,
                ),
                where=survey.id,
            )
        self.context = Context(store, lang)

    def said(self, piece: Piece) -> Piece:
        """Return a piece once its words were searched for those that its sample type forbids."""
        text = _ESCAPED.sub(r"\1", piece.markdown)
        for limit in stated_limits(self.context.survey):
            text = text.replace(" ".join(limit.split()), "")
        check_words(text, self.context.part().sample_type, f"{self.context.survey.id}, report")
        return piece

    def title(self) -> Piece:
        """Return the title block: title, dates, what it is, status."""
        context = self.context
        survey, wave = context.survey, context.survey.wave(context.wave)
        dates = context.numbers.fieldwork(wave.fieldwork)
        values = {
            "title": release_title(context),
            "subtitle": f"{upper_first(context.words().kind)}. {context.say(self.asked)} {dates}.",
            "date": release_line(context),
            "publisher": context.text(survey.sponsor),
            "description": context.text(survey.description),
            "footer": footer(context),
            "banner": ". ".join(m.rstrip(".") for m in context.marks) + ".",
        }
        values |= twin(context, lambda lang: f"../{lang}/{PAGES[lang]}")
        if survey.synthetic or context.store.release["status"] in ("draft", "embargoed"):
            values["robots"] = "noindex"
        return self.said(Piece(title_block(values)))

    def links(self) -> Piece:
        """Return links to the documents, the data, and what follows the release."""
        context, survey = self.context, self.context.survey
        targets = [
            (
                context.say("publishing-dialogue-data-tables-a13e", s=s[1:]),
                workbook_name(survey.id, context.wave, context.lang, s),
            )
            for s in WORKBOOK_SUFFIXES
        ]
        targets[:0] = documents(context, "report")
        about = f"../open/{ABOUT_DATA[context.lang]}"
        targets.append((context.say("publishing-dialogue-open-data-csv"), about))
        targets += [
            (
                title_of(self.kind, page, context.lang),
                f"../../suivi/{named(context, f'{NAMES[page][context.lang]}.html')}",
            )
            for page in context.store.facts["follow_up"]
        ]
        return marked("page-links", Piece("\n".join(f"- {link(t, to)}" for t, to in targets)))

    def notices(self) -> Piece:
        """Return what a reader must know first: synthetic data, status, what it stands for."""
        context = self.context
        nature = context.say("publishing-dialogue-what-these-results-are")
        return self.said(
            joined(
                [
                    notices(context),
                    callout(
                        "important",
                        nature,
                        paragraph(ended(context.words().banner), context.words().precision),
                    ),
                ]
            )
        )

    def limits(self) -> Piece:
        """Return the declared limits; here alone a forbidden word may stand, to be denied.

        Raises
        ------
        PublicationError
            A limit uses such a word without denying it.
        """
        context, survey = self.context, self.context.survey
        declared = survey.panel or survey.consultation
        assert declared is not None
        texts = [context.text(t) for t in declared.limits]
        for text in texts:
            forbidden = forbidden_in_limit(text, context.part().sample_type)
            if forbidden:
                raise PublicationError(
                    Said(
                        "publishing-dialogue-may-stand-in-a-limit-only-to-be-denied",
                        found=", ".join(forbidden),
                    ),
                    where=f"{survey.id}, limits",
                )
        return bullets(texts)

    def purpose(self) -> Piece:
        """Return what was asked of the people who took part."""
        survey = self.context.survey
        declared = survey.panel or survey.consultation
        assert declared is not None
        return self.said(marked("lead", paragraph(self.context.text(declared.purpose))))

    def method(self) -> Piece:
        """Return the disclosure items, given or declared absent."""
        return self.said(disclosure_items(self.context))

    def questionnaire(self) -> Piece:
        """Return the questions as they were put, in every language, without their answers."""
        context, survey = self.context, self.context.survey
        pieces = []
        for question in survey.questions.values():
            pieces += [
                heading(3, context.label(question.id), asked_at(question.id)),
                *self._question(question),
            ]
        return self.said(joined(pieces))

    def _question(self, question: Question) -> list[Piece]:
        context, store = self.context, self.context.store
        words = question.wording_at(store.wave, store.survey.waves)
        texts = [paragraph(words.get(context.lang, context.part().mode))]
        if question.type in ("single", "multiple") and question.codes:
            answers = "; ".join(context.response(question.id, c) for c in question.codes)
            texts.append(
                paragraph(
                    context.colon(
                        context.say("publishing-dialogue-answers-offered"), ended(answers)
                    )
                )
            )
        return texts

    # --- small helpers of the chapters -----------------------------------------------------

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table of the store, codes as texts and numbers as they are."""
        frame = self.context.store.tables[table]
        return [{str(k): v for k, v in r.items()} for r in frame.to_dict("records")]

    def count(self, value: float | str) -> str:
        """Write a number of people."""
        return self.context.numbers.count(float(value))

    def of(self, count: float | str, n: float | str) -> str:
        """Write a share of a small group in people: ``7 sur 9``."""
        return self.context.say(
            "publishing-dialogue-of", count=self.count(count), count_2=self.count(n)
        )

    def p(self, value: float, name: str = "p", *, bare: bool = False) -> str:
        """Write a p-value with three decimals, or say that it is under a thousandth."""
        small = value < 0.001
        number = self.context.numbers.decimal(0.001 if small else value, 3)
        if bare:
            return f"<\u00a0{number}" if small else number
        return f"{name}\u00a0{'<' if small else '='}\u00a0{number}"

    def people(self, n: float, none: Said, one: Said, many: Said) -> str:
        """Say how many people did something: nobody, one, or several (``{n}`` is the number)."""
        message = none if n == 0 else one if n == 1 else many
        return self.context.say(message).replace("{n}", self.count(n))

    def name(self, column: str, row: dict[str, Any]) -> str:
        """Write a code of a table as people read it."""
        return written(self.context, column, row)

    def table(
        self,
        stem: str,
        caption: Said,
        stub: Said,
        heads: Sequence[Said],
        rows: Sequence[TableRow],
        note: str = "",
    ) -> Piece:
        """Return a numbered table; captions and headings are messages."""
        say = self.context.say
        columns = [Column(say(head)) for head in heads]
        return table_piece(
            self.context, stem, say(caption), say(stub), columns, rows, note=note, part=MAIN
        )
