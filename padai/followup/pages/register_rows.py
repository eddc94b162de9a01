"""What the pages of the follow-up share: their names, their head, the rows of the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.draft_names import marked_name
from padai.publishing.basis.lookup import Cell, Lookup
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import PAGES as RELEASE_PAGES
from padai.publishing.chapters.page_head import release_head
from padai.publishing.engine.text import md_attribute, md_literal
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.pieces.emit import Draw, Piece, link, marked
from padai.store import Store
from padai.survey import Text
from padai.survey.feedback import FeedbackFile
from padai.words import LANGUAGES, Both
from padai.words.languages import Named

NAMES: dict[str, dict[str, str]] = {
    "register": Named(fr="suivi", en="follow-up"),
    "letter": Named(fr="lettre", en="letter"),
    "plain": Named(fr="fiche", en="plain-language"),
    "large": Named(fr="fiche-gros-caracteres", en="plain-language-large-print"),
    "audio": Named(fr="fiche-audio", en="plain-language-audio"),
    "kit": Named(fr="trousse", en="workshop-kit"),
    "inventory": Named(fr="inventaire", en="inventory"),
    "benchmarks": Named(fr="reperes", en="benchmarks"),
}
"""The files of the follow-up in each language, without their ending."""
TITLES: dict[str, dict[str, str]] = {
    "register": Both("publishing-dialogue-what-became-of-the-findings"),
    "letter": Both("publishing-dialogue-letter-to-those-who-answered"),
    "plain": Both("publishing-dialogue-the-survey-in-plain-language"),
    "kit": Both("publishing-dialogue-workshop-kit-81d7"),
    "inventory": Both("publishing-dialogue-what-exists-what-is-known"),
    "benchmarks": Both("publishing-dialogue-other-trackers-beside-ours"),
}
"""The title of each page."""
_OWN_TITLES: dict[tuple[str, str], dict[str, str]] = {
    ("panel", "register"): Both("publishing-dialogue-what-became-of-the-recommendations"),
    ("panel", "letter"): Both("publishing-dialogue-letter-to-the-members-of-the-panel"),
    ("consultation", "register"): Both("publishing-dialogue-what-became-of-the-contributions"),
    ("consultation", "letter"): Both("publishing-dialogue-letter-to-those-who-took-part"),
}  # fmt: skip
REPLIES: dict[str, dict[str, str]] = {
    "retenu": Both("publishing-dialogue-adopted-09b1"),
    "retenu en partie": Both("publishing-dialogue-adopted-in-part"),
    "non retenu": Both("publishing-dialogue-not-adopted-fd8e"),
    "à l'étude": Both("publishing-dialogue-under-study"),
}
STATES: dict[str, dict[str, str]] = {
    "à faire": Both("publishing-dialogue-to-do"),
    "en cours": Both("publishing-dialogue-in-progress"),
    "réalisé": Both("publishing-dialogue-done-f6db"),
    "abandonné": Both("publishing-dialogue-abandoned"),
}
KINDS: dict[str, dict[str, str]] = {
    "finding": Both("publishing-dialogue-finding-of-the-survey"),
    "recommendation": Both("publishing-dialogue-recommendation-of-a-panel"),
    "theme": Both("publishing-dialogue-theme-of-a-consultation"),
}
_SHORT = {
    "recommendation": Both("publishing-dialogue-recommendation-6dd1"),
    "theme": Both("publishing-dialogue-theme-13e6"),
}
_SEVERAL = {
    "recommendation": Both("publishing-dialogue-recommendations"),
    "theme": Both("publishing-dialogue-themes"),
}


@dataclass(frozen=True)
class RegisterRow:
    """One row of the register in one language: a result, and a reply to it if there is one."""

    source: str
    kind: str
    wave: str
    own: bool
    item: Item
    published: dt.date
    entry: str
    reply: str
    replied: dt.date | None
    due: dt.date | None
    state: str
    days: int
    overdue: bool
    corrected: bool
    evidence_url: str
    texts: Mapping[str, str]

    @property
    def answered(self) -> bool:
        """Whether a body replied."""
        return bool(self.entry)

    @property
    def waits(self) -> bool:
        """Whether something is still to be done."""
        return self.reply == "à l'étude" or self.state in ("à faire", "en cours")


def register_rows(context: Context) -> list[RegisterRow]:
    """Return the rows of the register, in its order."""
    own = context.survey.id
    languages = languages_of(context)
    rows = []
    for line in context.store.tables["register"].to_dict("records"):
        texts = _texts(line, languages)
        item = Item(*(str(line[k]) for k in ("question", "response", "breakdown", "group")))
        rows.append(
            RegisterRow(
                str(line["source"]),
                str(line["kind"]),
                str(line["wave"]),
                line["survey"] == own,
                item,
                dt.date.fromisoformat(str(line["published"])),
                str(line["entry"]),
                str(line["reply"]),
                _day(line["replied"]),
                _day(line["due"]),
                str(line["state"]),
                int(line["days"]),
                line["overdue"] == "yes",
                line["corrected"] == "yes",
                str(line["evidence_url"]),
                texts,
            )
        )
    return rows


def _texts(line: Mapping[Any, Any], languages: Sequence[str]) -> dict[str, str]:
    """Return what a row says, by name."""
    ending = "_fr"  # every text has that column, whatever the survey's languages
    names = [str(k).removesuffix(ending) for k in line if str(k).endswith(ending)]
    return {name: first_written(line, name, languages) for name in names}


def first_written(line: Mapping[Any, Any], name: str, languages: Sequence[str]) -> str:
    """Return a text of a row of the store, in the first language that has it."""
    written = (str(line.get(f"{name}_{lang}") or "") for lang in languages)
    return next(filter(None, written), "")


def languages_of(naming: Naming) -> tuple[str, ...]:
    """Return the languages in which a text is looked for, that of the page first."""
    return (naming.lang, *naming.survey.languages, *LANGUAGES)


def _day(text: Any) -> dt.date | None:
    return dt.date.fromisoformat(str(text)) if text else None


def has_register(context: Context) -> bool:
    """Whether the survey keeps a register."""
    return "register" in context.store.facts


def register_day(context: Context) -> dt.date:
    """Return the day to which days and delays are counted."""
    return dt.date.fromisoformat(context.store.facts["register"]["date"])


def feedback(store: Store) -> FeedbackFile:
    """Return what is said to those who took part; empty where nothing was written."""
    return FeedbackFile.model_validate(store.facts.get("feedback") or {})


def pages_of(store: Store) -> list[str]:
    """Name the pages that a follow-up has, in their order."""
    definition = feedback(store)
    there = {
        "register": "register" in store.facts, "letter": definition.letter is not None,
        "plain": definition.plain is not None, "kit": definition.workshop is not None,
        "inventory": "inventory" in store.facts, "benchmarks": "benchmarks" in store.facts,
    }  # fmt: skip
    return [name for name, given in there.items() if given]


def head(context: Context, page: str, subtitle: str) -> Piece:
    """Return the title block of a page of the follow-up."""
    title = title_of(context.survey.kind, page, context.lang)
    return release_head(
        context, title, subtitle, alternate=lambda lang: f"../{lang}/{NAMES[page][lang]}.html"
    )


def links(context: Context, here: str) -> Piece:
    """Return links to the other pages of the follow-up, and to the report."""
    version, lang = context.store.release["version"], context.lang
    report = f"../../v{version}/{named(context, RELEASE_PAGES['report'][lang])}"
    targets = [(context.say("publishing-dialogue-full-report"), report)]
    kind = context.survey.kind
    targets += [
        (title_of(kind, p, lang), f"{NAMES[p][lang]}.html")
        for p in pages_of(context.store)
        if p != here
    ]
    return marked("page-links", Piece("\n".join(f"- {link(t, target)}" for t, target in targets)))


def named(context: Context, name: str) -> str:
    """Return the address of a file in the folder of its language, as its status has it called."""
    status = str(context.store.release["status"])
    return marked_name(PurePosixPath(context.lang) / name, status).as_posix()


def picture(chart: Draw, label: str, caption: str, alt: str) -> Piece:
    """Draw a chart, for telephones too, and return it without a number."""
    from padai.charts.style import NARROW
    from padai.publishing.engine.pictures import save_figure

    source = save_figure(chart(), label, narrow=chart(width=NARROW))
    return Piece(f"\n![{md_literal(caption)}]({source}){{fig-alt={md_attribute(alt)}}}\n")


def title_of(kind: str, page: str, lang: str) -> str:
    """Return the title of a page, for a tracker, a panel or a consultation."""
    return _OWN_TITLES.get((kind, page), TITLES[page])[lang]


def edition_of(context: Context, row: RegisterRow, *, several: bool = False) -> str:
    """Name where a result comes from, or several of one kind."""
    if row.kind == "finding":
        return context.wave_label(row.wave)
    named = context.store.facts["register"]["origins"][row.source.partition("/")[0]]
    kind = (_SEVERAL if several else _SHORT)[row.kind][context.lang]
    return f"{context.text(Text.model_validate(named))}, {kind}"


def cell_at(lookup: Lookup, row: RegisterRow) -> Cell | None:
    """Return the figure of a key result in its own edition."""
    if not row.own or row.kind != "finding":
        return None
    item = row.item
    return lookup.past(
        item.question, item.response, row.wave, item.breakdown, item.group, item.part
    )


def figure_at(context: Readout, row: RegisterRow, *, interval: bool = True) -> str:
    """Write the figure of a key result in its own edition, with its interval."""
    cell = cell_at(context.lookup, row)
    if cell is None:
        return ""
    span = context.interval(cell) if interval else "–"
    value = context.value(cell)
    return value if span == "–" else f"{value} ({span})"


def days_words(speech: Speech, days: int) -> str:
    """Write a number of days."""
    count = speech.numbers.count(days)
    return speech.say("publishing-dialogue-so-many-days", days=days, count=count)


def waiting_words(speech: Speech, days: int) -> str:
    """Say since when a result has had no reply."""
    count = days_words(speech, days)
    return speech.say("publishing-dialogue-without-a-reply-for-1d1d", count=count)


def grouped(
    rows: Sequence[RegisterRow], key: Callable[[RegisterRow], str]
) -> dict[str, list[RegisterRow]]:
    """Put rows together by a key, in the order in which the keys come."""
    groups: dict[str, list[RegisterRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups
