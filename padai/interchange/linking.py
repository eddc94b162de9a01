"""Which columns of several waves are one question: by name, label and scale, doubts marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Value, Words
from padai.interchange.label_words import normal, similarity, slug, unique
from padai.interchange.latin import spelled_by_number
from padai.interchange.other_tongues import Tongues
from padai.interchange.remarks import TURNED, doubtful_link, in_wave
from padai.interchange.spelled_again import in_words, spelled_like
from padai.survey.answer_words import said
from padai.words import Said

SURE = 0.85
POSSIBLE = 0.55
LIGHT_WORD = 3
SAME_STEM = 5
LONGEST_TOLD = 60
"""Letters of a label that a doubt quotes."""
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,5}|[A-ZÀ-Þ][a-zà-þ]{0,3}[A-ZÀ-Þ]{1,3}")
Linked = tuple[int, Said | None]
"""Which question a draft continues, and what is doubtful about it."""


def link_waves(
    waves: Sequence[Sequence[DraftQuestion]], by_label: bool = False, tongues: Tongues | None = None
) -> list[DraftQuestion]:
    """Join the drafts of each wave, oldest first, into one questionnaire.

    Two columns are one question where they have the same name, scales that agree and labels that
    resemble; a weaker resemblance links them with a note, and a contradiction keeps them apart
    with a note. A renamed column is linked, with a note, by its label and scale. Where the same
    labels stand at other values (a scale that turned over), the values of that wave are read by
    their labels if `by_label` says so; otherwise the question is kept apart. Where `tongues` says
    that the labels of two waves are in two languages, names and codes link, with a note.
    """
    merged: list[DraftQuestion] = list(waves[0])
    tongues = tongues or Tongues()
    for drafts in waves[1:]:
        taken = {q.id.casefold() for q in merged}
        by_name: dict[str, list[int]] = {}
        for place, old in enumerate(merged):
            by_name.setdefault(_name(old), []).append(place)
        drafts = [_spelled_like(merged, by_name.get(_name(new), ()), new) for new in drafts]
        refused: dict[int, Said] = {}
        linked = _of_one_name(drafts, merged, by_name, by_label, tongues, refused)
        linked |= renamed(drafts, merged, linked, by_label, refused)
        for turn, new in enumerate(drafts):
            if turn in linked:
                place, note = linked[turn]
                merged[place] = _join(merged[place], new, note)
                continue
            wave_id = next(iter(new.columns))
            wanted = slug(f"{new.id}_{wave_id}") if _name(new) in by_name else new.id
            notes = (*new.notes, *([refused[turn]] if turn in refused else []))
            merged.append(replace(new, id=unique(wanted, taken), notes=notes))
    return merged


def _of_one_name(
    drafts: Sequence[DraftQuestion],
    merged: Sequence[DraftQuestion],
    by_name: Mapping[str, list[int]],
    by_label: bool,
    tongues: Tongues,
    refused: dict[int, Said],
) -> dict[int, Linked]:
    """Link columns that kept their name, and note why others of one name are kept apart."""
    linked: dict[int, Linked] = {}
    trusted = tongues.trusted(merged, drafts)
    for turn, new in enumerate(drafts):
        same = by_name.get(_name(new), [])
        kept, note = same_name(new, merged, same, by_label)
        for place in same if kept is None else ():
            across = tongues.one_question(merged[place], new, trusted)
            kept, note = (place, across) if across else (kept, note)
        if kept is not None and kept not in {p for p, _ in linked.values()}:
            linked[turn] = (kept, note)
        elif note:
            refused[turn] = note
    return linked


def _spelled_like(
    merged: Sequence[DraftQuestion], same: Sequence[int], new: DraftQuestion
) -> DraftQuestion:
    """Return a draft by the words of the one question of its name."""
    return spelled_like(merged[same[0]], new) if len(same) == 1 else new


def _name(question: DraftQuestion) -> str:
    """The latest column, or pattern, without case and without the wave that it ends with."""
    return (question.stem or list(question.columns.values())[-1]).casefold()


def same_name(
    new: DraftQuestion, merged: Sequence[DraftQuestion], same: Sequence[int], by_label: bool
) -> tuple[int | None, Said | None]:
    """Return the question of the same column that a draft continues, and what is doubtful."""
    refused = None
    for place in reversed(same):
        old = merged[place]
        clash = clash_of(old, new, by_label)
        alike = similarity(_text(old.label), _text(new.label))
        if not clash and alike >= SURE and not _other_words(old, new):
            return place, _code_note(old, new)
        if not clash and alike >= POSSIBLE and not _other_words(old, new):
            return place, doubtful_link(Said("interchange-note-label-changed"))
        why = clash or Said("interchange-note-other-label")
        refused = _kept_apart(old, why)
    return None, refused


def _kept_apart(old: DraftQuestion, why: Said) -> Said:
    return doubtful_link(Said("interchange-note-kept-apart", question=old.id, why=why))


def renamed(
    drafts: Sequence[DraftQuestion],
    merged: Sequence[DraftQuestion],
    linked: Mapping[int, Linked],
    by_label: bool,
    refused: dict[int, Said] | None = None,
) -> dict[int, Linked]:
    """Link columns that changed their name: the same label first, then the nearest one.

    One whose scale turned over besides is noted among those refused.
    """
    used = {place for place, _ in linked.values()}
    free = [p for p in range(len(merged)) if p not in used and _text(merged[p].label)]
    left = [t for t, q in enumerate(drafts) if t not in linked and _text(q.label)]
    words = {p: _words_of(merged[p]) for p in free}
    pairs: list[tuple[float, int, int]] = []
    for turn in left:
        new, told = drafts[turn], _words_of(drafts[turn])
        for place in free:
            shared = len(told & words[place])
            if 2 * shared < max(len(told), len(words[place])):
                continue
            alike = similarity(_text(merged[place].label), _text(new.label))
            if alike >= SURE and not _other_words(merged[place], new):
                pairs.append((-alike, turn, place))
    found: dict[int, Linked] = {}
    note = doubtful_link(Said("interchange-note-renamed"))
    for _, turn, place in sorted(pairs):
        clash = clash_of(merged[place], drafts[turn], by_label)
        if turn in found or place in used or clash:
            if refused is not None and turn not in found and clash is TURNED:
                refused.setdefault(turn, _kept_apart(merged[place], clash))
            continue
        found[turn] = (place, note)
        used.add(place)
    return found


def _words_of(question: DraftQuestion) -> set[str]:
    return set(normal(_text(question.label)).split())


def _other_words(old: DraftQuestion, new: DraftQuestion) -> bool:
    """Whether each label has a word of weight that the other lacks: two items of one battery.

    A word that is only inflected or abbreviated in the other is the same word. Initials, as parties
    have, are words of weight however short.
    """
    ours, theirs = _words_of(old), _words_of(new)
    named = _initials(old) | _initials(new)
    own = [w for w in ours - theirs if (_weighty(w) or w in named) and not _near(w, theirs)]
    other = [w for w in theirs - ours if (_weighty(w) or w in named) and not _near(w, ours)]
    return bool(own and other) and len(ours & theirs) >= len(own)


def _initials(question: DraftQuestion) -> set[str]:
    """Return the words of capitals of a label that is not all capitals: parties, as `PiS`."""
    text = _text(question.label)
    plain = (w.strip(".,;:()[]?!'\"«»“”") for w in text.split())
    return set() if text.isupper() else {normal(w) for w in plain if _INITIALS.fullmatch(w)}


def _weighty(word: str) -> bool:
    return len(word) > LIGHT_WORD


def _near(word: str, among: set[str]) -> bool:
    return any(word[:SAME_STEM] == other[:SAME_STEM] for other in among if len(other) >= SAME_STEM)


def _text(words: Words) -> str:
    return next(iter(words.values()), "")


def turned_values(old: DraftQuestion, new: DraftQuestion) -> dict[str, Value]:
    """Return the value in the new wave of each code whose label stands at another value there.

    Empty unless both waves have the same labels, each once.
    """
    if old.type != "single" or new.type != "single":
        return {}
    if all(map(_is_its_words, (*old.codes, *new.codes))):
        return {}
    ours = {_said(c): c for c in old.codes}
    theirs = {_said(c): c.value for c in new.codes}
    whole = "" not in ours and len(ours) == len(old.codes) and len(theirs) == len(new.codes)
    if not whole or set(ours) != set(theirs):
        return {}
    missing = {m.value for m in old.missing}
    moved = {c.code: theirs[word] for word, c in ours.items() if theirs[word] != c.value}
    return {} if missing & set(moved.values()) else moved


def _is_its_words(code: DraftCode) -> bool:
    """Whether a value is a text that says what was chosen: no scale turns over in words."""
    return in_words(code.value) and _said(code) in ("", said(str(code.value)))


def _said(code: DraftCode) -> str:
    return said(_text(code.label)) if _text(code.label) else ""


def clash_of(old: DraftQuestion, new: DraftQuestion, by_label: bool = False) -> Said | None:
    """Say why two questions cannot be one: their types or scales contradict each other."""
    if turned_values(old, new):
        return None if by_label else TURNED
    if old.type != new.type or old.points != new.points:
        return Said("interchange-note-other-type")
    ours = {c.value: _said(c) for c in old.codes}
    theirs = {c.value: _said(c) for c in new.codes}
    if old.type == "multiple":
        return None if set(ours) == set(theirs) else Said("interchange-note-other-options")
    shared = set(ours) & set(theirs)
    if 2 * len(shared) < min(len(ours), len(theirs)) or (ours and not shared):
        return Said("interchange-note-other-codes")
    for value in shared:
        if ours[value] and theirs[value] and ours[value] != theirs[value]:
            first, last = (_label_of(question, value) for question in (old, new))
            return Said("interchange-note-code-of-other-label", code=value, one=first, other=last)
    if (both := _answer_or_none(old, new)) is not None:
        return Said("interchange-note-answer-or-none", code=both)
    one, other = (_listed(question) for question in (old, new))
    odd = sorted(map(str, one ^ other)) if one and other else []
    if odd and old.type == "single":
        return Said("interchange-note-answers-of-one-wave", listed=", ".join(odd))
    return None


def _label_of(question: DraftQuestion, value: Value) -> str:
    """Return the words of a code, a line of them at most."""
    words = next(_text(code.label) for code in question.codes if code.value == value)
    return words if len(words) <= LONGEST_TOLD else words[: LONGEST_TOLD - 1].rstrip() + "…"


def _answer_or_none(old: DraftQuestion, new: DraftQuestion) -> Value | None:
    """Return a code that one file labels as an answer and the other as none."""
    for answers, gaps in ((old, new), (new, old)):
        told = {m.value for m in gaps.missing if m.label}
        found = next((v for v in sorted(_listed(answers), key=str) if v in told), None)
        if found is not None:
            return found
    return None


def _listed(question: DraftQuestion) -> set[Value]:
    """Return the values that a file lists with a label; an answer in words is only seen."""
    return {c.value for c in question.codes if _said(c) and _said(c) != said(str(c.value))}


def _code_note(old: DraftQuestion, new: DraftQuestion) -> Said | None:
    if turned_values(old, new):
        return None
    ours, theirs = {c.code for c in old.codes}, {c.code for c in new.codes}
    differ = ", ".join(sorted(ours ^ theirs))
    return doubtful_link(Said("interchange-note-codes-absent", listed=differ)) if differ else None


def _join(old: DraftQuestion, new: DraftQuestion, note: Said | None) -> DraftQuestion:
    turned = turned_values(old, new)
    file_values = {**old.file_values, **new.file_values}
    if turned:
        wave_id = next(iter(new.columns))
        file_values[wave_id] = turned
        told = in_wave(wave_id, Said("interchange-note-read-by-labels"))
        new = replace(new, codes=(), notes=(*new.notes, told))
    mute = {c.value for c in old.codes if not c.label} & {m.value for m in new.missing if m.label}
    ours = tuple(c for c in old.codes if c.value not in mute)
    known = {c.value for c in (*ours, *old.missing)} | mute
    codes = (*ours, *(c for c in new.codes if c.value not in known))
    gone = set() if old.type == "multiple" else {c.value for c in codes}  # options are no cells
    missing = join_missing(old.missing, (m for m in new.missing if m.value not in gone))
    notes = (*old.notes, *new.notes, *([note] if note else []))
    return replace(
        old,
        label=old.label or new.label,
        codes=_in_order(codes),
        missing=missing,
        columns={**old.columns, **new.columns},
        file_values=file_values,
        marks={**old.marks, **new.marks},
        youngest=min(old.youngest, new.youngest),
        few=old.few or new.few,
        stem=new.stem,
        notes=tuple(dict.fromkeys(n for n in notes if n)),
    )


def _in_order(codes: tuple[DraftCode, ...]) -> tuple[DraftCode, ...]:
    if any(isinstance(c.value, str) for c in codes):
        return codes
    return tuple(sorted(codes, key=lambda c: float(c.value)))


def join_missing(
    one: Iterable[DraftMissing], other: Iterable[DraftMissing]
) -> tuple[DraftMissing, ...]:
    """Unite missing codes: by value, the first that has a label wins."""
    found: dict[object, DraftMissing] = {}
    for code in (*one, *other):
        if code.value not in found or (code.label and not found[code.value].label):
            found[code.value] = code
    numbers = sorted((v for v in found if not isinstance(v, str)), key=float)  # type: ignore[arg-type]
    return tuple(found[v] for v in (*numbers, *(v for v in found if isinstance(v, str))))


def share_scales(questions: Sequence[DraftQuestion]) -> list[DraftQuestion]:
    """Name each scale that two questions or more have, and give them its missing codes.

    Scales are one where codes, values and labels are the same, and no missing code contradicts.
    """
    groups: list[list[int]] = []
    for place, question in enumerate(questions):
        if question.type != "single" or not any(c.label for c in question.codes):
            continue
        fits = next((g for g in groups if _same_scale(questions, g, question)), None)
        if fits is None:
            groups.append([place])
        else:
            fits.append(place)
    out = list(questions)
    taken: set[str] = set()
    for group in groups:
        if len(group) < 2:
            continue
        missing: tuple[DraftMissing, ...] = ()
        for place in group:
            missing = join_missing(missing, questions[place].missing)
        name = unique(_scale_name(questions[group[0]]), taken)
        for place in group:
            out[place] = replace(questions[place], scale=name, missing=missing)
    return out


def _same_scale(
    questions: Sequence[DraftQuestion], group: list[int], question: DraftQuestion
) -> bool:
    first = questions[group[0]]
    if first.file_values != question.file_values:
        return False
    if [(c.value, c.code, c.label) for c in first.codes] != [
        (c.value, c.code, c.label) for c in question.codes
    ]:
        return False
    own = {m.value: m for m in question.missing}
    answers = {c.value for c in question.codes}
    for place in group:
        for code in questions[place].missing:
            mine = own.get(code.value)
            differs = mine is not None and (mine.kind, mine.in_base) != (code.kind, code.in_base)
            if differs or code.value in answers:
                return False
    return True


def _scale_name(question: DraftQuestion) -> str:
    """Name a scale by its ends, or by its first question where they are spelled by numbers."""
    codes = question.codes
    if any(spelled_by_number(_text(code.label)) for code in (codes[0], codes[-1])):
        return slug(f"scale_{question.id}".lower())
    ends = [slug(_text(c.label), "").strip("_") for c in (codes[0], codes[-1])]
    return slug("_".join(e[:24].rstrip("_") for e in ends if e).lower() or "scale", "scale")
