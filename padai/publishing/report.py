"""The object that the cells of a report use: a store, in one language."""

from __future__ import annotations

from padai.errors import PublicationError
from padai.followup.pages import register_chapter
from padai.publishing.basis.context import Context
from padai.publishing.chapters import executive, press
from padai.publishing.chapters.chapter_opening import chapter_opening
from padai.publishing.chapters.corrections import corrections
from padai.publishing.chapters.headline import headline
from padai.publishing.chapters.how_to_read import comparability, how_to_read
from padai.publishing.chapters.key_result_rows import key_rows
from padai.publishing.chapters.methodology import methodology
from padai.publishing.chapters.opening import frame, key_findings, links, notices, title
from padai.publishing.chapters.other_parts import beside_parts, other_parts
from padai.publishing.chapters.overall import overall
from padai.publishing.chapters.questionnaire import questionnaire
from padai.publishing.chapters.small_areas import small_areas
from padai.publishing.exhibits import exhibit
from padai.publishing.pieces.emit import Piece, heading, joined, paragraph, tables_alone
from padai.publishing.products.questions.links import question_links
from padai.publishing.products.site import single
from padai.store import Store
from padai.survey import Section
from padai.words import Said


class Report:
    """Everything that a report shows, made from a release store alone.

    Parameters
    ----------
    store
        An open release store.
    lang
        ``"fr"`` or ``"en"``; the survey must list it.

    Raises
    ------
    PublicationError
        The survey is not published in that language.

    Notes
    -----
    Each method returns a :class:`~padai.publishing.pieces.emit.Piece`; a cell with
    ``output: asis`` ends with ``.show()``.
    """

    def __init__(self, store: Store, lang: str) -> None:
        if lang not in store.survey.languages:
            raise PublicationError(
                Said(
                    "publishing-the-survey-is-not-published-in-its",
                    lang=lang,
                    languages=", ".join(store.survey.languages),
                ),
                where=store.survey.id,
            )
        self.context = Context(store, lang)

    def title(self, page: str = "report") -> Piece:
        """Return the title block: title, wave, dates, sample type, status.

        `page` is ``"report"``, ``"executive"`` or ``"press"``.
        """
        return title(self.context, page)

    def frame(self) -> Piece:
        """Return what stands around a page with a title of its own: banner, sponsor, foot."""
        return frame(self.context)

    def links(self, here: str) -> Piece:
        """Return links to the other pages of the release and to its data tables."""
        return links(self.context, here)

    def notices(self) -> Piece:
        """Return what a reader must know first."""
        return joined([notices(self.context), corrections(self.context)])

    def headline(self) -> Piece:
        """Return the three sentences that the release opens with."""
        return headline(self.context)

    def key_findings(self) -> Piece:
        """Return the key results, all of them, in the declared order."""
        return key_findings(self.context)

    def key_rows(self) -> Piece:
        """Return the key results in rows, each with a line over all editions."""
        return key_rows(self.context)

    def sheet_notes(self) -> Piece:
        """Return in a few lines whom the survey asked, and what it cannot tell."""
        return executive.sheet_notes(self.context)

    def asked(self) -> Piece:
        """Return whom the survey asked, when, how, and about what."""
        return executive.asked(self.context)

    def what_changed(self) -> Piece:
        """Return what became of every headline result, verdict by verdict."""
        return executive.changes(self.context)

    def who(self) -> Piece:
        """Return the groups that are shown to be lower than the others."""
        body = executive.who(self.context)
        head = heading(2, executive.who_title(self.context), "sec-who")
        return joined([head, body]) if body.markdown else body

    def unanswered(self) -> Piece:
        """Return the findings of the last edition that have had no reply."""
        return register_chapter.unanswered(self.context)

    def became(self) -> Piece:
        """Return the chapter on what became of earlier findings; nothing without a register."""
        body = register_chapter.became(self.context)
        title = self.context.say("publishing-what-became-of-the-findings")
        anchor = self.context.say("sec-suites", "sec-follow-up")
        return joined([heading(2, title, anchor), body]) if body.markdown else body

    def limits(self) -> Piece:
        """Return what the survey cannot tell."""
        return executive.limits(self.context)

    def quotable(self) -> Piece:
        """Return every key result as a sentence to quote, with what must go with it."""
        return press.quotable(self.context)

    def not_to_write(self) -> Piece:
        """Return what the data of this wave do not allow to be written."""
        return press.not_to_write(self.context)

    def section(self, section_id: str) -> Piece:
        """Return one chapter.

        Raises
        ------
        PublicationError
            The definition has no such section.
        """
        known = {s.id: s for s in self.context.survey.sections}
        if section_id not in known:
            raise PublicationError(
                Said(
                    "publishing-there-is-no-section-there-are",
                    section_id=section_id,
                    known=", ".join(known) or Said("publishing-no-section"),
                ),
                where=self.context.survey.id,
            )
        return self._section(known[section_id])

    def sections(self) -> Piece:
        """Return every chapter of the definition, in its order."""
        return joined(self._section(s) for s in self.context.survey.sections)

    def overall(self) -> Piece:
        """Return the chapters on series over all of their waves, and on modelled areas, if any."""
        series, areas = overall(self.context), small_areas(self.context)
        return joined([series, areas]) if areas.markdown else series

    def other_parts(self) -> Piece:
        """Return the chapter on the other parts of the wave, each apart; nothing if none."""
        return other_parts(self.context)

    def comparability(self) -> Piece:
        """Return the declared breaks."""
        return comparability(self.context)

    def methodology(self) -> Piece:
        """Return the disclosure items."""
        return methodology(self.context)

    def questionnaire(self) -> Piece:
        """Return the questionnaire as it was asked, with its marginals."""
        return questionnaire(self.context)

    def tables(self) -> Piece:
        """Return every numbered table of the report, by chapter, and nothing else."""
        # in the order of the report, so that numbers are the same; no picture is drawn
        bare = Report(self.context.store, self.context.lang)
        bare.context = Context(self.context.store, self.context.lang, drawn=False)
        return bare._tables()

    def _tables(self) -> Piece:
        say = self.context.say
        chapters = [self._section(s) for s in self.context.survey.sections]
        chapters += [self.overall(), self.other_parts(), self.became()]
        chapters += [
            heading(2, say("publishing-comparability")) + self.comparability(),
            heading(2, say("publishing-methodology")) + self.methodology(),
        ]
        return joined(tables_alone(chapter) for chapter in chapters)

    def editions(self) -> Piece:
        """Return the editions of the series, and how many people answered."""
        return single.editions(self.context)

    def versions(self) -> Piece:
        """Return the version of the release, and what became of it."""
        return single.versions(self.context)

    def downloads(self) -> Piece:
        """Return what the open data hold."""
        return single.downloads(self.context)

    def accessibility(self) -> Piece:
        """Return the statement on accessibility."""
        return single.accessibility(self.context)

    def how_to_read(self) -> Piece:
        """Return the explanation of figures, verdicts and signs."""
        return how_to_read(self.context)

    def _section(self, section: Section) -> Piece:
        pieces = [
            heading(2, self.context.text(section.title), f"sec-{section.id}"),
            paragraph(self.context.text(section.text)),
            chapter_opening(self.context, section),
        ]
        asked = [self.context.question(q) for block in section.blocks for q in block.questions]
        if asked and not any(q.asked_in(self.context.wave) for q in asked):
            none = self.context.say("publishing-chapters-questions-of-this-chapter-were-not-asked")
            pieces.append(paragraph(none))
        linked: set[str] = set()
        for block in section.blocks:
            stem = f"{section.id}-{block.kind}"
            body = exhibit(self.context, block, stem)
            if body.markdown.strip():
                pieces += [
                    heading(3, self.context.text(block.title)),
                    paragraph(self.context.text(block.text)),
                    body,
                    question_links(self.context, block, linked),
                ]
        if any(block.kind == "parts" for block in section.blocks):
            pieces.append(beside_parts(self.context))
        return joined(pieces)
