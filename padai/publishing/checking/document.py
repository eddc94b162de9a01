"""Check a document against a release: each number and claim of change, with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import forbidden_in_limit
from padai.publishing.checking import claims as kinds
from padai.publishing.checking.boxes import refused
from padai.publishing.checking.claim_places import ClaimSubject, Sentence
from padai.publishing.checking.claims import Claim, claims_of
from padai.publishing.checking.judged import (
    CONTRADICTED,
    NOT_CHECKED,
    NOT_COMPARABLE,
    NOT_SHOWN,
    SUPPORTED,
    Judged,
)
from padai.publishing.checking.judging import Judge
from padai.publishing.checking.names import GROUP, QUESTION, RESPONSE, Names, plain
from padai.publishing.checking.office import docx_passages, pptx_passages
from padai.publishing.checking.passages import SUFFIXES, Passage, html_passages, text_passages
from padai.publishing.checking.patterns import ADVICE, ANAPHORS
from padai.publishing.checking.ranking import above
from padai.publishing.exhibits.exhibit_items import Item
from padai.store import Store
from padai.words import Said, in_a_row

ACCUSED = (CONTRADICTED, NOT_SHOWN, NOT_COMPARABLE)
"""The statuses that a document must not go out with."""
_SIGNS: dict[str, tuple[str, str]] = {
    "fr": (r"\b(?:le|la|les|des|du|est|depuis|une|et|en|dans|cette)\b", r"\d,\d(?!\d\d)|\d\s%|«"),
    "en": (r"\b(?:the|of|is|since|this|and|in|for|has|to|that)\b", r"\d\.\d|\d%|“"),
}  # fmt: skip
"""What a language is known by: its short words, and how it writes numbers and quotations."""
_OTHERS = {"es": r"\b(?:el|los|del|las|una|es|desde|y|que|con|por|para)\b"}
"""Languages of reports whose sentences are not read: a document in one accuses nobody."""
_SENTENCES = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zà-ÿ]|[«“\"(\d+−-])")


@dataclass(frozen=True)
class CheckedLine:
    """One number or claim of a document.

    Attributes
    ----------
    where
        Where it stands, as ``(French, English)``.
    sentence
        The sentence or cell that holds it.
    claim
        What is claimed, as it stands.
    status
        ``supported``, ``contradicted``, ``not shown``, ``not comparable`` or ``not checked``.
    figure, says, why
        The figure of the release that was looked at, what the release says of it, and the code of
        the reason.
    address
        Where in the release: a table of ``open/`` and what names the row.
    """

    where: tuple[str, str]
    sentence: str
    claim: str
    status: str
    figure: str = ""
    says: str = ""
    why: str = ""
    address: str = ""


@dataclass(frozen=True)
class Checked:
    """All that a document claims, and what the release says of it."""

    document: str
    release: str
    lines: tuple[CheckedLine, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many claims there are of each status."""
        counts = Counter(line.status for line in self.lines)
        every = (SUPPORTED, CONTRADICTED, NOT_SHOWN, NOT_COMPARABLE, NOT_CHECKED)
        return {status: counts[status] for status in every}

    @property
    def ok(self) -> bool:
        """Whether nothing is contradicted, unpublished or across a break."""
        return not any(line.status in ACCUSED for line in self.lines)


def check_document(path: str | Path, store: Store, *, release: str = "") -> Checked:
    """Compare what a document says with a release.

    Parameters
    ----------
    path
        A ``.docx``, ``.pptx``, ``.html`` or ``.txt``.
    store
        The release's store; only its printed precision is used.
    release
        What the release is called in the answer.

    Raises
    ------
    DefinitionError
        The document is not there, of another kind, protected, with macros, or not readable.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix in (".docm", ".pptm", ".dotm", ".potm"):
        raise refused(
            path,
            Said("publishing-checking-this-document-may-hold-macros-save-it-as"),
        )
    if suffix not in SUFFIXES:
        raise refused(
            path,
            Said(
                "publishing-checking-is-not-read-give-a-docx-pptx-html-or-txt",
                suffix=suffix or path.name,
            ),
        )
    readers = {
        ".docx": docx_passages,
        ".pptx": pptx_passages,
        ".html": html_passages,
        ".htm": html_passages,
    }
    passages = list(readers.get(suffix, text_passages)(path))
    checker = _Checker(store, passages)
    return Checked(path.name, release, tuple(checker.lines()))


class _Checker:
    def __init__(self, store: Store, passages: list[Passage]) -> None:
        self.store = store
        self.passages = passages
        self.contexts: dict[str, Context] = {
            lang: Context(store, lang) for lang in _SIGNS if lang in store.survey.languages
        }
        self.names = {lang: Names(context) for lang, context in self.contexts.items()}
        self.judges = {lang: Judge(context) for lang, context in self.contexts.items()}
        self.main = self._language(" ".join(p.text for p in passages)) or next(iter(self.names))

    @cached_property
    def unread(self) -> bool:
        """Whether the document is in a language of reports whose sentences are not read."""
        letters = " ".join(re.findall(r"[a-z]+", plain(" ".join(p.text for p in self.passages))))
        read = max(len(re.findall(words, letters)) for words, _ in _SIGNS.values())
        return any(len(re.findall(words, letters)) > read for words in _OTHERS.values())

    def _language(self, text: str) -> str:
        """Return the language of a text; nothing where its words do not tell."""
        letters = " ".join(re.findall(r"[a-z]+", plain(text)))
        seen = Counter(
            {
                lang: len(re.findall(words, letters)) + len(re.findall(written, text))
                for lang, (words, written) in _SIGNS.items()
            }
        )
        (chosen, most), (_, next_most) = seen.most_common(2)
        return chosen if most > next_most and chosen in self.names else ""

    def _spoken(self, text: str, passage: Passage) -> str:
        """Return the language of a sentence: that whose names it holds, else that of its words."""
        held = {
            lang: sum(m.end - m.start for m in names.mentions(plain(text)))
            for lang, names in self.names.items()
        }
        most = [lang for lang, length in held.items() if length == max(held.values())]
        if len(most) == 1:
            return most[0]
        return self._language(text) or self._beside(passage) or self.main

    def lines(self) -> Iterator[CheckedLine]:
        """Yield each claim of the document, in the order of its passages."""
        carried, before = ClaimSubject(), None
        for passage in self.passages:
            if any(ADVICE.search(plain(t)) for t in (passage.text, *passage.above)):
                continue
            beside = passage.where[1].endswith("alternative text")
            if passage.above != before and not beside:
                carried, before = ClaimSubject(), passage.above
            texts = [passage.text] if passage.cell else _SENTENCES.split(passage.text)
            for index, text in enumerate(texts):
                if not (index or beside or passage.cell or _goes_on(text)):
                    carried = ClaimSubject()
                lang = self._spoken(text, passage)
                sentence = Sentence(
                    text,
                    self.names[lang],
                    passage.heads,
                    self._titles(passage),
                    passage.cell,
                    ClaimSubject() if beside else carried,
                )
                checked = _One(self, sentence, lang, passage)
                yield from map(_untold, checked.lines()) if self.unread else checked.lines()
                carried = carried if beside else checked.subject or carried

    def _titles(self, passage: Passage) -> tuple[str, ...]:
        """Return what a passage stands under, without the survey's own name."""
        titles = {plain(c.text(self.store.survey.title)) for c in self.contexts.values()}
        return tuple(t for t in passage.above if not any(n in plain(t) for n in titles))

    def _beside(self, passage: Passage) -> str:
        return self._language(" ".join((*passage.heads, *passage.above[-2:])))

    @cached_property
    def forbids(self) -> str:
        """The sample type of the wave's first part, of which the words are."""
        parts = self.store.survey.wave(self.store.wave).parts
        return str(next(iter(parts.values())).sample_type)


def _untold(line: CheckedLine) -> CheckedLine:
    """Return a line of a document that is not read: its numbers are listed, and none is judged."""
    return replace(line, status="not checked", figure="", says="", why="", address="")


def _goes_on(text: str) -> bool:
    return bool(ANAPHORS.match(plain(text)))


class _One:
    """One sentence or cell, with its claims."""

    def __init__(self, checker: _Checker, sentence: Sentence, lang: str, passage: Passage) -> None:
        self.checker = checker
        self.sentence = sentence
        self.passage = passage
        self.lang = lang
        self.judge = checker.judges[lang]
        self.subject: ClaimSubject | None = None
        self.claims = claims_of(
            self._blotted(),
            lang=lang,
            cell=sentence.cell,
            heads=" | ".join(plain(h) for h in sentence.heads),
        )

    def _blotted(self) -> str:
        """Return the sentence without the numbers, and the words of change, of names.

        An answer to another question ("no", "low") is a word like others.
        """
        flat = list(self.sentence.flat)
        asked = {m.question for n in self.sentence.questions[0] for m in n.meanings}
        for mention in self.sentence.mentions:
            own = any(m.question in asked for m in mention.of(RESPONSE))
            counted = any(c.isdigit() for c in flat[mention.start : mention.end])
            if mention.of(QUESTION) or mention.of(GROUP) or own or counted:
                flat[mention.start : mention.end] = "x" * (mention.end - mention.start)
        for start, end in self.sentence.names.chapters(self.sentence.flat):
            flat[start:end] = "x" * (end - start)
        return "".join(flat)

    def lines(self) -> Iterator[CheckedLine]:
        """Yield each claim of the sentence, and keep what it was of for the next one."""
        yield from self._forbidden()
        items: list[Item] = []
        for claim in self.claims:
            if claim.kind == kinds.DENIED:
                continue
            judged, of = self._judged(claim)
            items += of
            if judged.status == NOT_CHECKED and claim.kind in _ONLY_BESIDE:
                continue
            yield self._line(claim, judged)
        if not items and self.sentence.questions[1] in ("own", "alike"):
            placed = self.sentence.figures(Claim(kinds.LEVEL, 0, 0), [])
            items = [i for group in placed for i in group]
        if items:
            self.subject = self.sentence.subject(items)

    def _forbidden(self) -> Iterator[CheckedLine]:
        """Words that the sample type does not allow are contradicted, wherever they stand."""
        for words in forbidden_in_limit(self.sentence.text, self.checker.forbids):  # type: ignore[arg-type]
            yield CheckedLine(
                self.passage.where,
                self.sentence.text,
                words,
                CONTRADICTED,
                why="word",
                says=self.judge.context.words().kind,
            )

    def _judged(self, claim: Claim) -> tuple[Judged, list[Item]]:
        ranks = (kinds.ABOVE, kinds.BELOW, kinds.AHEAD, kinds.BEHIND)
        if claim.kind in ranks and (pair := self.sentence.pair_of(claim, self.claims)):
            wave = self.sentence.wave_of(claim, self.claims)
            return above(self.judge.published, claim, pair, wave), list(pair)
        every = claim.kind in (
            *kinds.DIRECTIONS,
            kinds.NOT_UP,
            kinds.NOT_DOWN,
            kinds.SIGNIFICANT,
        )
        targets = self.sentence.figures(claim, self.claims, each=every)
        if not targets or not all(targets):
            return Judged(NOT_CHECKED), []
        judged = []
        for items in targets:
            several = [self.judge.judge(claim, i, self.sentence, self.claims) for i in items]
            judged.append(_kindest(several))
        return _harshest(judged), [i for items in targets for i in items]

    def _line(self, claim: Claim, judged: Judged) -> CheckedLine:
        claimed = self.sentence.text[claim.start : claim.end].strip()
        context, item = self.judge.context, judged.item
        if item is None:
            return CheckedLine(self.passage.where, self.sentence.text, claimed, judged.status)
        named = [
            context.label(item.question),
            context.response(item.question, item.response),
            context.group(item.breakdown, item.group),
        ]
        if judged.wave:
            named.append(judged.wave)
        place = (item.part, item.question, item.response, item.breakdown, item.group, judged.wave)
        address = f"open/{judged.table}: {in_a_row(*place, by=', ')}" if judged.table else ""
        return CheckedLine(
            self.passage.where,
            self.sentence.text,
            claimed,
            judged.status,
            ", ".join(named),
            judged.says,
            judged.why,
            address,
        )


_ONLY_BESIDE = (
    kinds.SIGNIFICANT,
    *kinds.ORDERS,
    kinds.BROKEN,
    kinds.MULTIPLE,
    *kinds.SERIES,
    kinds.NOT_UP,
    kinds.NOT_DOWN,
    kinds.AHEAD,
    kinds.BEHIND,
    *kinds.DIRECTIONS,
    kinds.OVER_HALF,
    kinds.UNDER_HALF,
    kinds.FRACTION,
)
"""Claims in words, which a document about anything else holds too: listed where they are placed."""
_RANK = (SUPPORTED, NOT_CHECKED, NOT_COMPARABLE, NOT_SHOWN, CONTRADICTED)


def _kindest(judged: list[Judged]) -> Judged:
    """Return the best of what several readings of one name give."""
    return min(judged, key=lambda j: _RANK.index(j.status))


def _harshest(judged: list[Judged]) -> Judged:
    return max(judged, key=lambda j: (j.status in ACCUSED, _RANK.index(j.status)))
