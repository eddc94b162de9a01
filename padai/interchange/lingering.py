"""Codes that a file leaves among the answers: taken for no answer, and asked about."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from padai.interchange.draft import DraftMissing, Value
from padai.interchange.far_codes import (
    FEWEST_BARE,
    after_a_gap,
    is_no_number,
    number_of,
    only,
    outside,
)
from padai.interchange.label_words import missing_kind, names_both, normal, says_other
from padai.waves.absent import PERHAPS_A_SCALE, codes_beside
from padai.waves.empty_cells import EMPTY
from padai.words import Said

FEWEST = 30
"""Answers from which on a code tells by its place alone that it is none."""
_LAST = (8.0, 9.0)
_OFFICE = (6.0, 7.0, 8.0, 9.0)
_TOGETHER = ({6.0, 7.0, 8.0, 9.0}, {7.0, 8.0, 9.0})
FEWEST_POINTS, FEWEST_BETWEEN = 3, 3
FEWEST_ENDS = 2
"""Labels from which on a scale has ends."""
_INVALID = re.compile(
    r"(invalid[aeo]?|ungultige?|ongeldig|ugyldig|ogiltig|niewazn[ae]|gecersiz|невалид\w+|"
    r"недействительн\w+)( (answers?|responses?|codes?|antwort(en)?|reponses?|respuestas?))?"
)
MOST_BESIDE = 4
_NINES = re.compile(r"99+|88+")
FEWEST_NUMBERED = 5
"""Labels that begin with their number, from which on they are a scale of numbers."""
KEPT = Said("interchange-note-none-kept")
_NONE = re.compile(
    r"(none|nothing|neither|no one)( of (it|them|these|those|this|the above|both|the two))?|"
    r"(aucune?|rien)( (de|d) .*)?|ni l une? ni l autre|(nichts|keine?[rsn]?)( davon| von .*)?|"
    r"weder noch|(ningun[ao]?|nada)( de .*)?|nenhuma?( d.*)?|(nessun[ao]?|niente)( di .*)?|"
    r"geen( van .*| enkele?)?|niets( daarvan)?"
)
_NO_OBJECT = {"SO", "S.O.", "S/O", "s.o.", "s/o", "NC", "ND"}
"""What stands beside *oui* and *non* for no answer, and elsewhere for a place or a name."""
_TWO_LETTERS = re.compile(r"[A-Z]{2}(-[A-Z]{1,3})?")
_YES_OR_NO = {"NO", "SI", "JA", "DA"}
FEWEST_COUNTRIES = 3
"""Codes of two letters from which on they are those of countries, where none is yes or no."""
_DASHES = re.compile(r"[-–—._/*\s]+")
_WRITTEN = re.compile(r"n ?a|n ?d|s ?d|null|none|nan|nil|")
_LETTER = re.compile(r"\.?[A-Za-z_]")
_NOT_APPLYING = re.compile(
    r"(does not|doesn t) apply|trifft nicht zu|nicht zutreffend|no se aplica"
)
"""What is no answer beyond the answers, and the last step of a scale among them."""
_FILTER = re.compile(r"(tnz )?filter( [0-9]+)?")
_LETTERS = {"na", "nsa"}
"""Letters that say "not applicable" beyond the answers, and may be an answer among them."""


def apart(
    values: Iterable[Value], labels: Mapping[Value, str], known: Iterable[Value], answers: int
) -> dict[Value, str | None]:
    """Return the codes of no answer that stand apart from the answers, each with its kind.

    The kind is None where nothing but its place tells the code: to be asked. A labelled code of
    unknown words stays an answer where the file labels every answer.

    Parameters
    ----------
    values, labels
        The values seen, and the labels of the file.
    known
        Values that are known to be no answer.
    answers
        How many cells are filled.
    """
    gone = set(known)
    numbers = {
        n: v for v in (*values, *labels) if v not in gone and (n := number_of(v)) is not None
    }
    found = [
        *codes_beside(list(numbers)),
        *_beside_none(numbers, labels, gone),
        *_beyond(numbers, labels),
        *_last_digits(numbers, labels),
        *_past_ends(numbers, labels),
        *outside(numbers, labels),
        *after_a_gap(numbers, labels),
    ]
    said = {v: text for v, text in labels.items() if not only(text, v)}
    whole = all(said.get(v) for n, v in numbers.items() if n not in found)
    told: dict[Value, str | None] = {}
    for code in (numbers[n] for n in dict.fromkeys(found)):
        label = said.get(code, "")
        kind = missing_kind(label) or ("skipped" if normal(label) in _LETTERS else None)
        kind = kind or ("not_asked" if _NOT_APPLYING.fullmatch(normal(label)) else None)
        silent = not label and answers >= FEWEST
        if kind or silent or (label and not whole and not says_other(label)):
            told[code] = kind
    return told


def negatives(labels: Mapping[Value, str], known: Iterable[Value]) -> list[Value]:
    """Return the labelled negative codes beside one that is no answer, whose words say nothing.

    They are asked about. Those that face the positive codes of a scale are answers.

    Examples
    --------
    >>> labels = {-42: "Filter 3", -9: "Refused", 1: "Yes", 2: "No"}
    >>> negatives(labels, [-9]), negatives({-9: "Refused", -2: "Worse", 2: "Better"}, [-9])
    ([-42], [-2])
    >>> negatives({-97: "Filter", 1: "Yes", 2: "No", 999: "Skipped"}, [999])
    [-97]
    >>> negatives({-2: "Filter", 1: "Yes", 2: "No"}, [])
    [-2]
    """
    gone = set(known)
    filtered = [v for v in labels if led_past(v, labels[v]) and v not in gone]
    if not gone:
        return filtered
    low = 0 if any(not isinstance(v, str) and v < 0 for v in gone) else PERHAPS_A_SCALE
    numbers = [v for v in labels if not isinstance(v, str)]
    if not any(v >= 0 for v in numbers):
        return []
    lowest = [v for v in numbers if v < low and v not in gone and not none_of_these(labels[v])]
    found = [*lowest, *(v for v in filtered if v not in lowest)]
    return [v for v in found if v not in mirrored(labels, gone)]


def invalid(labels: Mapping[Value, str], kinds: Mapping[Value, str | None]) -> list[Value]:
    """Return the codes of invalid answers among codes of no answer: one stands on either side.

    Next to a party an invalid vote is an answer.

    Examples
    --------
    >>> labels = {1: "Yes", 7: "Not Applicable", 8: "Invalid", 9: "No Response"}
    >>> invalid(labels, {1: None, 7: "not_asked", 8: None, 9: "refused"})
    [8]
    """
    places = list(labels)
    return [
        value
        for before, value, after in zip(places, places[1:], places[2:], strict=False)
        if kinds[before] and kinds[after] and _INVALID.fullmatch(normal(labels[value]))
    ]


def led_past(value: Value, label: str) -> bool:
    """Whether a negative code is of people whom a filter led past a question."""
    return not isinstance(value, str) and value < 0 and bool(_FILTER.fullmatch(normal(label)))


def mirrored(labels: Mapping[Value, str], known: Iterable[Value]) -> list[Value]:
    """Return the negative codes of a scale around zero, beside negative codes of no answer.

    Examples
    --------
    >>> scale = {-2: "Much worse", -1: "Worse", 0: "Same", 1: "Better", 2: "Much better"}
    >>> mirrored({**scale, -9: "Refused"}, [-9])
    [-2, -1]
    >>> mirrored({-9: "Refused", -1: "Filter", 1: "Yes"}, [-9])
    []
    """
    gone = set(known)
    numbers = sorted(v for v in labels if not isinstance(v, str) and v not in gone)
    below, above = [v for v in numbers if v < 0], [v for v in numbers if v > 0]
    beside = any(not isinstance(v, str) and v < 0 for v in gone)
    facing = len(below) > 1 and [-v for v in reversed(below)] == above
    return [*below] if beside and facing else []


def _beyond(numbers: Mapping[float, Value], labels: Mapping[Value, str]) -> list[float]:
    """Return the codes in words that stand further beyond a scale of numbers than it spans.

    On a scale of which each label begins with its number, as `(00) Not at all`, `(01)`, ...
    """
    scale = {n for n, v in numbers.items() if _begins(labels.get(v, ""), v)}
    if len(scale) < FEWEST_NUMBERED:
        return []
    span = max(scale) - min(scale)
    return [n for n in numbers if n not in scale and n - max(scale) > span]


def _beside_none(
    numbers: Mapping[float, Value], labels: Mapping[Value, str], gone: Iterable[Value]
) -> list[float]:
    """Return the codes in words right before a last one of nines that is no answer.

    Of ages, 97 "No full-time education" and 98 "Still studying" before 99 "Don't know": numbers
    without a label are the answers. A label with a number, or that says "or more", is one of them.
    """
    last = {n for v in gone if (n := number_of(v)) is not None and _NINES.fullmatch(f"{n:.0f}")}
    bare = [n for n, v in numbers.items() if not labels.get(v) or only(labels[v], v)]
    if len(bare) < FEWEST_BARE:
        return []
    beside = {n - k for n in last for k in range(1, MOST_BESIDE + 1)}
    worded = (n for n in numbers if n in beside and labels.get(numbers[n]))
    return [n for n in worded if is_no_number(labels[numbers[n]], numbers[n])]


def _last_digits(numbers: Mapping[float, Value], labels: Mapping[Value, str]) -> list[float]:
    """Return 8 and 9 without a label, behind a whole scale that ends three or more before them.

    7, 8 and 9 together, or 6 to 9, as statistical offices write them, need one number less between,
    and stand so beside a yes and no of 1 and 2 too. Some of them do where two holes part them.
    """
    for together in _TOGETHER:
        if together <= set(numbers) and not any(labels.get(numbers[n]) for n in together):
            before = sorted(n for n in numbers if n not in together)
            gap = min(together) - before[-1] if before else 0
            enough = len(before) >= FEWEST_POINTS or (len(before) == 2 and gap > FEWEST_BETWEEN)
            if gap > 1 and enough and before == [*range(1, len(before) + 1)]:
                return sorted(together)
    if some := _some_of_an_office(numbers, labels):
        return some
    last = [n for n in _LAST if n in numbers and not labels.get(numbers[n])]
    scale = sorted(n for n in numbers if n not in last)
    enough = len(scale) >= FEWEST_POINTS or len(scale) == len(last) == 2
    if 9 not in last or not enough or scale[0] != 1:
        return []  # what is counted begins at 0
    whole = scale[-1] - scale[0] == len(scale) - 1
    return last if whole and last[0] - scale[-1] >= FEWEST_BETWEEN else []


def _some_of_an_office(numbers: Mapping[float, Value], labels: Mapping[Value, str]) -> list[float]:
    """Return some of 6, 7, 8 and 9 without a label, behind a whole scale from 1 that ends before.

    6 (not asked) and 9 (not stated) of 1, 2, 6 and 9, or 9 of 1, 2 and 9; codes of a list are many,
    and leave no two holes.
    """
    some = sorted(n for n in numbers if n in _OFFICE and not labels.get(numbers[n]))
    scale = sorted(n for n in numbers if n not in some)
    if not some or len(scale) < 2 or scale != [*range(1, len(scale) + 1)]:
        return []
    edges = [scale[-1], *some]
    holes = sum(b - a > 1 for a, b in itertools.pairwise(edges))
    bare_nine = some == [9.0] and len(scale) == 2
    return some if some[-1] == max(_OFFICE) and (holes > 1 or bare_nine) else []


def _past_ends(numbers: Mapping[float, Value], labels: Mapping[Value, str]) -> list[float]:
    """Return the codes without a label past the last labelled one of a scale, and apart from it.

    Of 1 "Agree", 2, 3, 4, 5 "Disagree" and 8, that is 8.
    """
    said = sorted(n for n, v in numbers.items() if labels.get(v))
    if len(said) < FEWEST_ENDS or said[-1] - said[0] < FEWEST_POINTS - 1:
        return []
    whole = all(said[0] + k in numbers for k in range(int(said[-1] - said[0]) + 1))
    past = [n for n in numbers if n > said[-1]]
    few = said[-1] > 0 and len(past) <= len(said)  # -100 to -98 with words, and hours from 0 on
    return past if few and whole and past and min(past) > said[-1] + 1 else []


def numbered(values: Sequence[Value], labels: Mapping[Value, str]) -> bool:
    """Whether a column is a scale of numbers of which only the ends may have words.

    Each value has a label, none between is left out, and those between the ends say no more than
    their number; the ends begin with theirs, or are words without a number.

    Examples
    --------
    >>> numbered([0, 1, 2, 3, 4], {0: "(0) None", 1: "1", 2: "2", 3: "3", 4: "(4) Much"})
    True
    >>> numbered([0, 1, 2, 3, 4], {0: "Dislike", 1: "1", 2: "2", 3: "3", 4: "Like"})
    True
    >>> numbered([1, 2, 3, 4, 5], {1: "1", 2: "2", 3: "3", 4: "4", 5: "5 to 7"})
    True
    """
    if len(values) < FEWEST_NUMBERED or any(isinstance(v, str) for v in values):
        return False
    span = float(values[-1]) - float(values[0])
    whole = span == len(values) - 1 and all(v in labels for v in values)
    first, *between, last = values
    return (
        whole
        and all(only(labels[v], v) for v in between)
        and all(_begins(labels[v], v) or _in_words(labels[v]) for v in (first, last))
    )


def _in_words(text: str) -> bool:
    return bool(normal(text)) and not re.search(r"[0-9]", text)


def _begins(text: str, value: Value) -> bool:
    word = normal(text).split()[:1]
    return bool(word) and word[0].isdecimal() and float(word[0]) == number_of(value)


def written_kind(text: str, format: str) -> str | None:
    """Return the kind of missing answer that a text stands for among numbers; None: an answer.

    Examples
    --------
    >>> written_kind("Refused", "csv"), written_kind("#N/A", "csv"), written_kind(".a", "dta")
    ('refused', 'skipped', 'skipped')
    >>> written_kind("yes", "csv")
    """
    # a spreadsheet's error is no word: "#N/A" was not found, "N/A" does not apply
    kind = None if text.startswith("#") else missing_kind(text)
    if kind is not None:
        return kind
    letter = format != "csv" and bool(_LETTER.fullmatch(text))
    return "skipped" if letter or _WRITTEN.fullmatch(normal(text)) else None


def none_of_these(label: str) -> bool:
    """Whether a label says that none of what was asked about fits, which is an answer.

    Examples
    --------
    >>> none_of_these("NICHTS DAVON"), none_of_these("None of these"), none_of_these("No answer")
    (True, True, False)
    """
    return bool(_NONE.fullmatch(normal(label)))


def of_countries(texts: Iterable[str]) -> bool:
    """Whether answers are all codes of two letters, of which none says yes or no.

    DK is then Denmark, and NA Namibia.

    Examples
    --------
    >>> of_countries(["AT", "DK", "FR"]), of_countries(["DE-E", "DE-W", "DK"])
    (True, True)
    >>> of_countries(["NO", "SI", "NS"]), of_countries(["Agree", "DK"])
    (False, False)
    """
    every = set(texts)
    several = len(every) >= FEWEST_COUNTRIES and len(every & _YES_OR_NO) < 2
    return several and all(_TWO_LETTERS.fullmatch(text) for text in every)


def kept_none(labels: Mapping[Value, str]) -> Said | None:
    """Say that "none of these" stands under a negative code, where it does."""
    values = (v for v, text in labels.items() if none_of_these(text))
    return KEPT if any(not isinstance(v, str) and v < 0 for v in values) else None


def kept_both(labels: Mapping[Value, str]) -> Said | None:
    """Say which labels name an answer and no answer at once; they stay answers.

    Examples
    --------
    >>> kept_both({1: "Red", 8: "Other/DK"}).facts, kept_both({1: "Red", 8: "DK/Refused"})
    ({'listed': '8'}, None)
    """
    found = [str(value) for value, text in labels.items() if names_both(text)]
    return Said("interchange-note-answer-and-none", listed=", ".join(found)) if found else None


def next_to_answers(answers: Iterable[Value], missing: Iterable[DraftMissing]) -> Said | None:
    """Say which codes of no answer follow the last number that was given: both may share them.

    Of ages up to 98, 99 is the age of some and stands for a refusal of others.
    """
    given = set(answers)
    found = [m.value for m in missing if not isinstance(m.value, str) and m.value - 1 in given]
    listed = ", ".join(map(str, found))
    return Said("interchange-note-number-and-none", listed=listed) if found else None


def voids(texts: Iterable[str]) -> list[str]:
    """Return what stands for no answer among answers in words: a dash or a point, R's ``NA``.

    Two letters among codes of two letters, as Namibia's are, stand for themselves.

    Examples
    --------
    >>> voids(["Yes", "No", "-"]), voids(["++", "+", "-", "--"])
    (['-'], [])
    >>> voids(["Often", "NA"]), voids(["NA", "ZA", "ZW"])
    (['NA'], [])
    """
    every = set(texts)
    bare = sorted(text for text in every if not normal(text))
    found = bare if len(bare) == 1 and _DASHES.fullmatch(bare[0]) else []
    others = every - EMPTY
    if not all(_TWO_LETTERS.fullmatch(text) for text in others):
        found = [*found, *sorted(every & EMPTY)]
    asked = {"oui", "non"} <= {normal(text) for text in others}
    gone = [*found, *(sorted(every & _NO_OBJECT) if asked else [])]
    return gone if every - {*gone} else []


def note(codes: Iterable[Value]) -> Said:
    """Say which codes are taken for no answer by their place alone."""
    return Said("interchange-note-codes-apart", listed=", ".join(str(code) for code in codes))
