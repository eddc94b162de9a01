"""Columns that are the options of one question: found by what their labels and names share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Value
from padai.interchange.label_words import normal, shared_start, slug, unique
from padai.interchange.told import ToldColumn
from padai.survey.mark_words import marks_of_labels, says_not_chosen
from padai.survey.marks import Marks
from padai.survey.texts import as_value
from padai.waves.intake import DataFile
from padai.words import Said

_STEM = re.compile(r"^(.+[_.]|.*\d[rc])(\d+)$")
"""What options are numbered after: `q5_`, or `q5r` as where rows of a grid have their numbers."""
_LAST_PART, _FIRST_PART = re.compile(r"^(.+[_.])[^_.]+$"), re.compile(r"^([^_.]+[_.]).+$")
"""What boxes are named after: `media_use_` of `media_use_tv`, or its first word."""
_PARTING = (" - ", " – ", " — ", ": ", "? ")
_FIRST = re.compile(r"\s*[-–—] ")
LEAST = 3
"""Columns numbered after one stem from which on they are options of one question."""
_WHICH = re.compile(
    r"\b(which|what|select|check|tick|choose|mark|lesquel(le)?s|quel(le)?s|cochez|choisissez|"
    r"cual(es)?|seleccione|marque|welche[nrs]?|quais|selecione|quali|welke|hvilke|vilka|"
    r"(all|todas?|todos?) (that|those|las que|los que|que) (apply|apliquen|aplican|correspondan)|"
    r"tout(e)?s? (ce|ceux|celles) qui s appliquent?)\b"
)
"""What asks which of several, so that yes and no say of each whether it was chosen."""
_LEAST_SAID = 10
"""Letters from which on what labels end with is a question."""


def option_sets(file: DataFile, told: Mapping[str, ToldColumn]) -> dict[str, list[str]]:
    """Find the columns that are options of one question.

    First the sets that the file declares; then the columns of two marks whose labels part question
    from option in the same way; then those numbered after one stem. All of a set are marked alike.
    """
    sets: dict[str, list[str]] = {}
    used: set[str] = set()
    for key, names, least in _candidates(file, told):
        fit = len(names) >= least and not used & set(names) and all(n in told for n in names)
        if fit and marks_of_set([told[n] for n in names]) and _options(names):
            sets[unique(key.rstrip("_."), {s.casefold() for s in sets})] = [
                n for n in told if n in names
            ]
            used |= set(names)
    return sets


def _candidates(
    file: DataFile, told: Mapping[str, ToldColumn]
) -> Iterator[tuple[str, list[str], int]]:
    for key, declared in file.mr_sets.items():
        yield key.lstrip("$"), list(declared), 2
    by_label: dict[tuple[str, tuple[Value, ...]], list[str]] = {}
    by_stem: dict[str, list[str]] = {}
    for name, column in told.items():
        start = _shared_words([column.label])
        marks = marks_of(column) or (yes_or_no(column) if _WHICH.search(normal(start)) else None)
        if marks is None:
            continue
        if start:
            by_label.setdefault((start, marks.values), []).append(name)
        if match := _STEM.match(name):
            by_stem.setdefault(match[1], []).append(name)
    for together in by_label.values():
        if not _across(together, by_stem):
            yield stem(together), together, 2
    for key, names in by_stem.items():
        yield key, names, LEAST
    yield from _boxes(told)


def _boxes(told: Mapping[str, ToldColumn]) -> Iterator[tuple[str, list[str], int]]:
    """Yield boxes of a 1 or nothing under one stem of letters: `media_radio`, `media_tv`."""
    for cut in (_LAST_PART, _FIRST_PART):
        by_word: dict[str, list[str]] = {}
        for name, column in told.items():
            if column.is_a_tick and (match := cut.match(name)):
                by_word.setdefault(match[1], []).append(name)
        for key, names in by_word.items():
            yield key, names, LEAST if cut is _LAST_PART else 2


def _across(names: Sequence[str], by_stem: Mapping[str, Sequence[str]]) -> bool:
    """Whether columns are one option of several questions, each numbered after a stem of its own.

    Labels that say the option first, as `None of these - Which do you use?`, begin alike there.
    """
    stems = [match[1] if (match := _STEM.match(name)) else "" for name in names]
    sizes = {key: len(by_stem.get(key, ())) for key in stems}
    return len(sizes) > 1 and any(sizes[key] >= LEAST > stems.count(key) for key in sizes)


def stem(names: Sequence[str]) -> str:
    """Return the part that names share, up to its last separator where it has one."""
    shared = shared_start(names)
    cut = max(shared.rfind("_"), shared.rfind("."))
    return shared[: cut + 1] if cut > 0 else shared


def is_mark(name: str, values: Sequence[Value], labels: Mapping[Value, str]) -> bool:
    """Whether a column of a set can only mark an option, so that the label of 1 is the option's.

    "Don't know" is then what was chosen there, and the column of it no column without answers.

    Examples
    --------
    >>> is_mark("q7.14", [0, 1], {0: "Not mentioned", 1: "DK"}), is_mark("q7.14", [1], {1: "DK"})
    (True, True)
    >>> is_mark("q7_2", [0, 1], {0: "No", 1: "DK"})
    False
    """
    others = {*values, *labels} - {1}
    unmarked = [v for v, text in labels.items() if says_not_chosen(text)]
    marked = [v for v in labels if v not in unmarked and v in (0, 1, 2)]
    alone = not others or (len(unmarked) == len(marked) == 1 and unmarked[0] in (0, 1, 2))
    return bool(alone and _STEM.match(name))


def marks_of(told: ToldColumn) -> Marks | None:
    """Return what marks an option that was chosen, and one that was not; None: it is no option.

    Labels say it where they are of two such words (`Selected`, `Not selected`), whatever the
    numbers. Without them 1 is chosen; it may stand in the labels alone, where nobody chose it.
    Yes and no at 1 and 2 are answers to a question of its own.

    Examples
    --------
    >>> marks_of(ToldColumn("q_1", "", (1, 2), {1: "Not selected", 2: "Selected"}, (), 9))
    Marks(chosen=2, not_chosen=1)
    >>> marks_of(ToldColumn("q_1", "", (0, 1), {0: "Yes", 1: "No"}, (), 9))
    Marks(chosen=0, not_chosen=1)
    >>> marks_of(ToldColumn("q_1", "", (1, 2), {1: "Yes", 2: "No"}, (), 9))
    """
    answers = {*told.substantive, *told.answer_labels}
    plain = answers <= {0, 1}
    labels = told.answer_labels
    if (found := marks_of_labels(labels, yes_and_no=plain)) and set(labels) == answers:
        return found
    unsaid = [v for v, text in labels.items() if says_not_chosen(text)] in ([], [0])
    return Marks() if plain and 1 in answers and unsaid else None


def yes_or_no(told: ToldColumn) -> Marks | None:
    """Return what marks an option by a yes and a no; None where a cell holds anything else.

    Examples
    --------
    >>> yes_or_no(ToldColumn("q_1", "", (1, 2), {1: "Yes", 2: "No"}, (), 9))
    Marks(chosen=1, not_chosen=2)
    """
    labels = told.answer_labels
    whole = set(labels) == {*told.substantive, *labels} and not told.missing
    return marks_of_labels(labels) if whole else None


def marks_of_set(columns: Sequence[ToldColumn]) -> Marks | None:
    """Return what marks the options of a question, all alike; None: they are no such question.

    Yes and no at 1 and 2 are marks where what their labels share asks which of several.
    """
    for marks in (marks_of, yes_or_no):
        kinds = [marks(column) for column in columns]
        if None not in kinds and len(set(kinds)) == 1:
            question, _ = _asked([column.label for column in columns])
            which = marks is marks_of or _WHICH.search(normal(question))
            return kinds[0] if which else None
    return None


def yes_and_no_sets(told: Mapping[str, ToldColumn]) -> dict[str, list[str]]:
    """Return the columns of yes and no numbered after one stem, which may be options of one, by it.

    They stay questions of their own, and a person is asked.
    """
    by_stem: dict[str, list[str]] = {}
    for name, column in told.items():
        if (match := _STEM.match(name)) and yes_or_no(column) and not marks_of(column):
            by_stem.setdefault(match[1], []).append(name)
    return {key: names for key, names in by_stem.items() if len(names) >= LEAST}


def _options(names: list[str]) -> list[str] | None:
    """Return the code of each option: what follows the part that the names share."""
    shared = stem(names)
    codes = [name[len(shared) :] for name in names]
    distinct = len({c.casefold() for c in codes}) == len(codes)
    fit = distinct and shared and all(re.fullmatch(r"[A-Za-z0-9_]+", c) for c in codes)
    return codes if fit and "{" not in shared and "}" not in shared else None


def multiple(key: str, columns: Sequence[ToldColumn], lang: str) -> DraftQuestion:
    """Draft the question of which columns are the options."""
    names = [c.name for c in columns]
    label, texts = _asked([c.label for c in columns])
    codes = tuple(
        DraftCode(code, as_value(code), {lang: text} if text else {})
        for code, text in zip(_options(names) or [], texts, strict=True)
    )
    missing = {m.value: m for c in columns for m in c.missing}
    taken = {code.code.casefold() for code in codes}
    apart = [replace(m, code=unique(_of_cell(m, taken), taken)) for m in missing.values()]
    note = Said("interchange-note-multiple-set")
    marks = marks_of_set(columns) or Marks()
    return DraftQuestion(
        slug(key),
        "multiple",
        {lang: label} if label else {},
        codes=codes,
        missing=tuple(apart),
        marks={} if not marks.places else {"": marks},
        notes=(note, *dict.fromkeys(told for c in columns for told in c.notes)),
    )


def _asked(labels: Sequence[str]) -> tuple[str, list[str]]:
    """Return the question that labels share, and what each says of its option.

    The question stands before the options, or after each of them, there perhaps cut short.

    Examples
    --------
    >>> _asked(["Used: Radio", "Used: TV"])
    ('Used', ['Radio', 'TV'])
    >>> _asked(["Radio - Which do you use?", "TV - Which do you use", "Other"])
    ('Which do you use?', ['Radio', 'TV', 'Other'])
    """
    shared = _shared_words(labels)
    if shared:
        return shared.rstrip(" -:–—,([/"), [label[len(shared) :].strip() for label in labels]
    cuts = [_FIRST.split(label, maxsplit=1) for label in labels]
    ends = [parts[1].strip() for parts in cuts if len(parts) == 2]
    whole = max(ends, key=len, default="")
    alike = all(whole.startswith(end) for end in ends) and len(whole) >= _LEAST_SAID
    options = [parts[0].strip() for parts in cuts]
    if not alike or 2 * len(ends) <= len(labels) or len({*options}) < len(options):
        return "", [label.strip() for label in labels]
    return whole, options


def _of_cell(missing: DraftMissing, taken: set[str]) -> str:
    """Return the code of a cell that is no answer, another than an option's of the same number."""
    return f"cell_{missing.code}" if missing.code.casefold() in taken else missing.code


def _shared_words(labels: Sequence[str]) -> str:
    """Return what all labels begin with, cut after a mark that parts question from option."""
    start = shared_start(labels)
    cuts = [start.rfind(mark) + len(mark) for mark in _PARTING if mark in start]
    return start[: max(cuts)] if cuts else ""
