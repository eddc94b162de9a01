"""How many questions each wave of a draft shares with those before it, and by what."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from padai.errors import DefinitionError, Said
from padai.interchange.choices import UNLINKED, Choices
from padai.interchange.draft import DraftQuestion
from padai.interchange.other_tongues import ACROSS, Tongues
from padai.interchange.remarks import found_in
from padai.words import Joined, first_named

FEW, FEWEST = 0.05, 10
"""The share of a wave's questions under which it is taken for another survey's, and how many
questions it must have for that."""


@dataclass(frozen=True)
class Shared:
    """What a wave shares with the waves before it.

    `names` counts columns that an earlier wave has, `linked` the questions that it continues:
    `renamed` of them under another name, `across` by name and codes though labels are in another
    language. `apart` are columns of a name that stays, which are no question of an earlier wave.
    """

    wave: str
    asked: int
    names: int
    linked: int
    renamed: int
    across: int
    apart: tuple[str, ...]


def shared_by(
    waves: Sequence[str], questions: Sequence[DraftQuestion]
) -> Iterator[tuple[Shared, int]]:
    """Yield what each wave but the first shares, and how many questions the waves before have."""
    for place, wave in enumerate(waves[1:], start=1):
        earlier = waves[:place]
        asked = [q for q in questions if wave in q.columns]
        before = [q for q in questions if any(w in q.columns for w in earlier)]
        known = {q.columns[w].casefold() for q in before for w in earlier if w in q.columns}
        names = [q for q in asked if q.columns[wave].casefold() in known]
        linked = [q for q in asked if any(w in q.columns for w in earlier)]
        renamed = [q for q in linked if not _kept_its_name(q, wave, earlier)]
        across = [q for q in linked if wave in _across(q)]
        apart = tuple(q.columns[wave] for q in names if q not in linked)
        counts = (len(asked), len(names), len(linked), len(renamed), len(across))
        yield Shared(wave, *counts, apart), len(before)


def _kept_its_name(question: DraftQuestion, wave: str, earlier: Collection[str]) -> bool:
    own = question.columns[wave].casefold()
    return own in {question.columns[w].casefold() for w in earlier if w in question.columns}


def _across(question: DraftQuestion) -> set[str]:
    notes = (found_in(note, ACROSS) for note in question.notes)
    return {str(note.facts["wave"]) for note in notes if note is not None}


def tell_shared(
    waves: Sequence[str],
    questions: Sequence[DraftQuestion],
    tongues: Tongues,
    choices: Choices,
) -> None:
    """Tell what each wave shares with those before; refuse one that shares almost nothing.

    Raises
    ------
    DefinitionError
        Fewer than one question in twenty is also asked before, and nobody said that this is so.
    """
    for shared, before in shared_by(waves, questions):
        facts = {"wave_id": shared.wave, "asked": shared.asked, "linked": shared.linked}
        fewest = min(shared.asked, before)
        almost_none = fewest >= FEWEST and shared.linked < FEW * fewest
        if almost_none and choices.facts.get("waves") != UNLINKED:
            names = shared.names
            raise DefinitionError(
                Said("interchange-waves-share-almost-nothing", names=names, **facts)
            )
        choices.tell(Said("interchange-waves-share", renamed=shared.renamed, **facts))
        if shared.across:
            choices.tell(Said("interchange-shared-across", count=shared.across))
        if shared.apart:
            _tell_apart(shared, tongues, choices)


def _tell_apart(shared: Shared, tongues: Tongues, choices: Choices) -> None:
    """Tell of columns whose name stays that are kept apart: nothing links them but the name."""
    named, count = first_named(shared.apart), len(shared.apart)
    others = {t for w, t in tongues.by_wave.items() if w != shared.wave} - {""}
    own = tongues.by_wave.get(shared.wave, "")
    if own and others - {own} and not tongues.by_name:
        known = Joined(sorted({own, *others}))
        choices.tell(
            Said("interchange-shared-apart-in-tongues", count=count, named=named, known=known)
        )
    else:
        choices.tell(Said("interchange-shared-apart", count=count, named=named))
