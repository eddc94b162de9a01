"""Which columns of several waves are one question: by name, label and scale, doubts marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Words
from padai.interchange.words import normal, similarity, slug, unique

SURE = 0.85
POSSIBLE = 0.55
SAME_CODE = 0.6


def link_waves(waves: Sequence[Sequence[DraftQuestion]]) -> list[DraftQuestion]:
    """Join the drafts of each wave, oldest first, into one questionnaire.

    Two columns are one question where they have the same name, scales that agree and labels that
    resemble; a weaker resemblance links them with a note, and a contradiction keeps them apart
    with a note. A renamed column is linked, with a note, by its label and scale.
    """
    merged: list[DraftQuestion] = list(waves[0])
    for drafts in waves[1:]:
        taken = {q.id.casefold() for q in merged}
        names = {_name(q) for q in drafts}
        free = {place for place, old in enumerate(merged) if _name(old) not in names}
        for new in drafts:
            same = [p for p, old in enumerate(merged) if _name(old) == _name(new)]
            place, note = _match(new, merged, same, free)
            if place is not None:
                merged[place] = _join(merged[place], new, note)
                free.discard(place)
                continue
            wave_id = next(iter(new.columns))
            wanted = slug(f"{new.id}_{wave_id}") if same else new.id
            merged.append(
                replace(
                    new,
                    id=unique(wanted, taken),
                    notes=(*new.notes, *([note] if note else [])),
                )
            )
    return merged


def _name(question: DraftQuestion) -> str:
    """The latest column, or pattern, without case."""
    return list(question.columns.values())[-1].casefold()


def _match(
    new: DraftQuestion, merged: Sequence[DraftQuestion], same: list[int], free: set[int]
) -> tuple[int | None, str]:
    """Return the place of the question that a column continues, and what is doubtful in it."""
    refused = ""
    for place in reversed(same):
        old = merged[place]
        clash = _clash(old, new)
        alike = similarity(_text(old.label), _text(new.label))
        if not clash and alike >= SURE:
            return place, _code_note(old, new)
        if not clash and alike >= POSSIBLE:
            return place, _doubt(
                "même nom, même échelle, libellé modifié / same name and scale, label changed"
            )
        why = clash or "même nom, libellé sans rapport / same name, unrelated label"
        refused = _doubt(
            f"séparée de « {old.id} » : {why}. Pour relier, une seule question et `columns:` / "
            f"kept apart from “{old.id}”; to link, one question and `columns:`"
        )
    wording = _text(new.label)
    renamed = [
        (similarity(_text(merged[p].label), wording), -p)
        for p in free
        if wording and _text(merged[p].label) and not _clash(merged[p], new)
    ]
    if renamed and max(renamed)[0] >= SURE:
        place = -max(renamed)[1]
        return place, _doubt("reliée par son libellé : autre nom / linked by label: other name")
    return None, refused


def _doubt(text: str) -> str:
    return f"LIEN DOUTEUX / DOUBTFUL LINK — {text}"


def _text(words: Words) -> str:
    return next(iter(words.values()), "")


def _clash(old: DraftQuestion, new: DraftQuestion) -> str:
    """Say why two questions cannot be one: their types or scales contradict each other."""
    if old.type != new.type or old.points != new.points:
        return "autre type / other type"
    ours = {c.value: normal(_text(c.label)) for c in old.codes}
    theirs = {c.value: normal(_text(c.label)) for c in new.codes}
    if old.type == "multiple":
        return "" if set(ours) == set(theirs) else "autres options / other options"
    shared = set(ours) & set(theirs)
    if 2 * len(shared) < min(len(ours), len(theirs)) or (ours and not shared):
        return "autres codes / other codes"
    for value in shared:
        a, b = ours[value], theirs[value]
        alike = similarity(a, b) >= SAME_CODE or a in b or b in a
        if not alike or (a and b and a != b and (a in theirs.values() or b in ours.values())):
            return f"le code {value} a changé de libellé / code {value} changed its label"
    return ""


def _code_note(old: DraftQuestion, new: DraftQuestion) -> str:
    ours, theirs = {c.code for c in old.codes}, {c.code for c in new.codes}
    differ = ", ".join(sorted(ours ^ theirs))
    return (
        _doubt(f"codes absents d’une vague / codes absent from a wave : {differ}") if differ else ""
    )


def _join(old: DraftQuestion, new: DraftQuestion, note: str) -> DraftQuestion:
    known = {c.value for c in (*old.codes, *old.missing)}
    codes = (*old.codes, *(c for c in new.codes if c.value not in known))
    gone = {c.value for c in codes}
    missing = join_missing(old.missing, (m for m in new.missing if m.value not in gone))
    notes = (*old.notes, *new.notes, *([note] if note else []))
    return replace(
        old,
        label=old.label or new.label,
        codes=_in_order(codes),
        missing=missing,
        columns={**old.columns, **new.columns},
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
        name = unique(_scale_name(questions[group[0]].codes), taken)
        for place in group:
            out[place] = replace(questions[place], scale=name, missing=missing)
    return out


def _same_scale(
    questions: Sequence[DraftQuestion], group: list[int], question: DraftQuestion
) -> bool:
    first = questions[group[0]]
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


def _scale_name(codes: Sequence[DraftCode]) -> str:
    ends = [slug(_text(c.label), "").strip("_") for c in (codes[0], codes[-1])]
    return slug("_".join(e[:24].rstrip("_") for e in ends if e).lower() or "scale", "scale")
