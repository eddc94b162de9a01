"""A questionnaire that changed: its answers under the names and in the codes of the definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from padai.errors import DataError, Said
from padai.interchange.draft import DraftCode, DraftQuestion
from padai.interchange.forms import Form
from padai.interchange.label_words import similarity
from padai.interchange.platforms.aligning import next_code
from padai.interchange.platforms.coding import known_choices
from padai.interchange.platforms.drafting import names_of
from padai.interchange.platforms.export import Export, ExportedColumn
from padai.interchange.platforms.parting import parts_of
from padai.interchange.platforms.scales import key_of
from padai.words import Joined

SAME_WORDS, SURELY = 0.55, 0.85
"""From what likeness on words are those of a question of the same name; of any name."""
MOST_LISTED, LONGEST_CODE = 6, 4


@dataclass(frozen=True)
class Anew:
    """A changed questionnaire, matched.

    Attributes
    ----------
    export
        The answers under the names and in the codes of the definition.
    told
        The questions of the definition, with the choices that are new.
    added
        By question, the choices that are new.
    fresh
        The questions that the definition lacks.
    worded
        By question, the questionnaire's own, with its words.
    notes
        What changed: names, words, choices added, taken away, renumbered.
    """

    export: Export
    told: tuple[DraftQuestion, ...]
    added: Mapping[str, tuple[DraftCode, ...]] = field(default_factory=dict)
    fresh: tuple[DraftQuestion, ...] = ()
    worded: Mapping[str, DraftQuestion] = field(default_factory=dict)
    notes: tuple[Said, ...] = ()


def asked_anew(
    export: Export,
    form: Form,
    told: Sequence[DraftQuestion],
    earlier: Mapping[str, Sequence[str]],
    scales: Mapping[str, str],
) -> Anew:
    """Give the answers to a changed questionnaire the names and codes of the definition.

    A question is the one of its name where its words are alike, else the one of its words. A
    choice is the one of its words, whatever its number; else the one of its number, where its
    words are alike; else it is new.

    Parameters
    ----------
    told
        The questions of the definition.
    earlier
        By question, the words that it had in other waves.
    scales
        By question, its scale where others have the same one: a code that one of them adds is
        the same choice for all.

    Raises
    ------
    DataError
        Answers are none of the choices of the questionnaire.
    """
    asked = form.settled()
    pairs = _pairs(asked, told, earlier)
    known = list(told)
    added: dict[str, tuple[DraftCode, ...]] = {}
    wider: dict[str, tuple[DraftCode, ...]] = {}
    notes: list[Said] = []
    for new in asked:
        old = pairs.get(new.id)
        if old is None:
            continue
        scale = scales.get(old.id, old.id)
        codes, more = _codes(old, new, wider.get(scale, ()))
        before = wider.get(scale, ())
        wider[scale] = (*before, *(c for c in more if c not in before))
        notes += _differences(old, new, codes, more)
        export = _retold(export, old, new, codes)
        if more:
            added[old.id] = more
            place = next(i for i, each in enumerate(known) if each.id == old.id)
            known[place] = replace(old, codes=(*old.codes, *more))
    worded = {pairs[q.id].id: q for q in asked if q.id in pairs and q.wording}
    fresh = tuple(q for q in asked if q.id not in pairs)
    return Anew(export, tuple(known), added, fresh, worded, tuple(notes))


def _pairs(
    asked: Sequence[DraftQuestion],
    told: Sequence[DraftQuestion],
    earlier: Mapping[str, Sequence[str]],
) -> dict[str, DraftQuestion]:
    """Return the question of the definition that each of the questionnaire is, by its id."""
    pairs: dict[str, DraftQuestion] = {}
    left = list(told)

    def take(new: DraftQuestion, old: DraftQuestion) -> None:
        pairs[new.id] = old
        left.remove(old)

    for least in (1.0, SAME_WORDS):
        for new in asked:
            same = [o for o in left if new.id not in pairs and names_of(o) & names_of(new)]
            same = [o for o in same if _alike(o, new, earlier) >= least]
            if same and _kinds_fit(same[0], new):
                take(new, same[0])
    for new in asked:
        if new.id in pairs or not new.wording:
            continue
        likely = [(_alike(o, new, earlier), o) for o in left if o.wording and _kinds_fit(o, new)]
        best = max(likely, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= SURELY:
            take(new, best[1])
    return pairs


def _kinds_fit(old: DraftQuestion, new: DraftQuestion) -> bool:
    closed = ("single", "rating")
    return old.type == new.type or (old.type in closed and new.type in closed)


def _alike(old: DraftQuestion, new: DraftQuestion, earlier: Mapping[str, Sequence[str]]) -> float:
    """Return how alike the words of two questions are, in the language where they are most so."""
    shared = [(old.wording[tag], text) for tag, text in new.wording.items() if tag in old.wording]
    if not shared:
        shared = [(a, b) for a in old.wording.values() for b in new.wording.values()]
    shared += [
        (before, text) for before in earlier.get(old.id, ()) for text in new.wording.values()
    ]
    return max((similarity(a, b) for a, b in shared), default=1.0)


def _codes(
    old: DraftQuestion, new: DraftQuestion, wider: Sequence[DraftCode] = ()
) -> tuple[dict[str, str], tuple[DraftCode, ...]]:
    """Return the definition's code of each code of the questionnaire, and the choices it lacks.

    `wider` are the choices that other questions of the same scale have brought.
    """
    brought = {key_of(t): c for c in wider for t in c.label.values() if key_of(t)}
    ours = {c.code: c.label for c in (*old.codes, *old.missing)}
    words = {key_of(t): code for code, label in ours.items() for t in label.values() if key_of(t)}
    theirs = [(c.code, c.label) for c in (*new.codes, *new.missing)]
    own_codes: dict[str, str] = {}
    for code, label in theirs:
        same = next((words[key_of(t)] for t in label.values() if key_of(t) in words), None)
        same = same or words.get(key_of(code))  # an export of codes told no other words
        if same is not None and same not in own_codes.values():
            own_codes[code] = same
    more: list[DraftCode] = []
    for code, label in theirs:
        if code in own_codes:
            continue
        free = code in ours and code not in own_codes.values()
        alike = [similarity(a, b) for a in ours.get(code, {}).values() for b in label.values()]
        if free and max(alike, default=1.0) >= SAME_WORDS:
            own_codes[code] = code
            continue
        there = next((brought[key_of(t)] for t in label.values() if key_of(t) in brought), None)
        if there is not None and there not in more:
            own_codes[code] = there.code
            more.append(there)
            continue
        taken = {*ours, *(c.code for c in (*wider, *more))}
        given = next_code(taken) if code in taken else code
        own_codes[code] = given
        more.append(DraftCode(given, int(given) if given.lstrip("-").isdigit() else given, label))
    return own_codes, tuple(more)


def _other_wording(old: DraftQuestion, new: DraftQuestion) -> bool:
    shared = [tag for tag in new.wording if tag in old.wording]
    return any(key_of(old.wording[tag]) != key_of(new.wording[tag]) for tag in shared)


def _differences(
    old: DraftQuestion,
    new: DraftQuestion,
    codes: Mapping[str, str],
    more: Sequence[DraftCode],
) -> Iterator[Said]:
    """Say what of a question is another than the definition has it."""
    if old.id.casefold() not in names_of(new) and not names_of(old) & names_of(new):
        yield Said("interchange-anew-renamed", name=old.id, now=new.id)
    if _other_wording(old, new):
        yield Said("interchange-anew-reworded", name=old.id)
    if old.type in ("open", "number"):
        return
    if _mute(old) and any(any(c.label.values()) for c in new.codes):
        yield Said("interchange-anew-by-number", name=old.id)
    fresh = {c.code for c in more}
    turned = [f"{code} → {own}" for code, own in codes.items() if code != own and own not in fresh]
    if turned:
        yield Said("interchange-anew-renumbered", name=old.id, listed=_listed(turned))
    if more:
        listed = _listed([f"{c.code} ({next(iter(c.label.values()), '')})" for c in more])
        yield Said("interchange-anew-added", name=old.id, listed=listed)
    gone = [c.code for c in old.codes if c.code not in codes.values()]
    if gone:
        yield Said("interchange-anew-taken-away", name=old.id, listed=_listed(gone))
    ours = {c.code: c.label for c in (*old.codes, *old.missing)}
    other = [
        codes[c.code]
        for c in (*new.codes, *new.missing)
        if codes[c.code] in ours and _other_words(ours[codes[c.code]], c.label)
    ]
    if other and not _mute(old):
        yield Said("interchange-anew-other-words", name=old.id, listed=_listed(other))
    order = [c.code for c in old.codes if c.code in codes.values()]
    now = [codes[c.code] for c in new.codes if codes[c.code] in order]
    if now != order and not turned and not _mute(old):
        yield Said("interchange-anew-other-order", name=old.id)


def _mute(old: DraftQuestion) -> bool:
    """Whether the definition gives its choices no words but their numbers."""
    keys = [key_of(text) for c in old.codes for text in c.label.values()]
    return all(not key or (key[-1:].isdigit() and len(key) <= LONGEST_CODE) for key in keys)


def _other_words(ours: Mapping[str, str], theirs: Mapping[str, str]) -> bool:
    shared = [tag for tag in theirs if tag in ours]
    return any(key_of(ours[tag]) != key_of(theirs[tag]) for tag in shared)


def _listed(items: Sequence[str]) -> Joined:
    kept = [*items[:MOST_LISTED], *(["…"] if len(items) > MOST_LISTED else [])]
    return Joined(kept)


def _retold(
    export: Export, old: DraftQuestion, new: DraftQuestion, codes: Mapping[str, str]
) -> Export:
    """Write the answers to one question under the definition's name, in its codes."""
    names = names_of(new)
    worded = {key_of(text) for text in new.wording.values() if key_of(text)}
    named = any(names & {c.name.casefold(), c.stem.casefold()} for c in export.columns)
    options = {key_of(text): c.code for c in new.codes for text in c.label.values()}

    def mine(column: ExportedColumn, name: str) -> bool:
        return name.casefold() in names or (not named and key_of(column.wording) in worded)

    columns = []
    for column in export.columns:
        if column.stem and mine(column, column.stem) and old.type == "multiple":
            option = options.get(key_of(column.option), column.code)
            code = codes.get(option, column.code)
            cells = tuple(code if c.strip() == column.code else c for c in column.cells)
            stem = column.stem if column.stem.casefold() in names_of(old) else old.id
            name = f"{stem}_{code}" if option in codes else column.name
            columns.append(replace(column, name=name, stem=stem, code=code, cells=cells))
        elif mine(column, column.name) and not column.own_words:
            columns.append(_answers(column, old, new, codes, export))
        else:
            columns.append(column)
    return replace(export, columns=tuple(columns))


def _answers(
    column: ExportedColumn,
    old: DraftQuestion,
    new: DraftQuestion,
    codes: Mapping[str, str],
    export: Export,
) -> ExportedColumn:
    name = column.name if column.name.casefold() in names_of(old) else old.id
    if old.type in ("open", "number"):
        return replace(column, name=name)
    known = known_choices(new)
    own = {c.value: codes[c.code] for c in (*new.codes, *new.missing)}
    unknown, cells = 0, []
    for cell in column.cells:
        several = old.type == "multiple"
        parts = parts_of(cell, column.separator, known) if several else [cell.strip()]
        values = []
        for part in filter(None, parts):
            value = known.get(f"={part}", known.get(key_of(part), known.get(_whole(part))))
            unknown += value is None
            values.append(part if value is None else own.get(value, part))
        cells.append((column.separator[:1] or " ").join(values))
    if unknown:
        raise DataError(
            Said(
                "interchange-answer-s-are-none-of-the-choices-of-the",
                path_name=export.path.name,
                name=new.id,
                unknown=unknown,
            ),
        )
    return replace(column, name=name, cells=tuple(cells))


def _whole(text: str) -> str:
    """Return the key of a number however it is written: ``01`` and ``1.0`` are 1."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return ""
    return f"={int(number)}" if number == int(number) else f"={number}"
