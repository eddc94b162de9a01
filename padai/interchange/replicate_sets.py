"""Sets of replicate weights in a file: seen as such, since one of them is no weight of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from padai.errors import DefinitionError, Said
from padai.interchange.joining import joined_by_pandas
from padai.interchange.label_words import normal
from padai.interchange.profiles import Profile
from padai.survey.column_patterns import NUMBERED

FEWEST_REPLICATES = 8
FEWEST_UNNAMED = 20
MOST_BESIDE_REPLICATES = 2
"""Columns besides replicate weights, up to which a file holds no answers but an identifier."""
_AS_MUCH, _MOSTLY = 0.3, 0.9
"""How near a replicate's total is to the weight's, and how many of an unnamed set are so near."""
_NUMBERED = re.compile(r"(.*\D)\d+")
_BY_PREFIX = re.compile(
    r".*(repw|rep_?w?t|replic|brr|jkw|jackkn|bsw|boots|fay|sdr|rwt|rep_).*|bs_?w?|jk_?w?|rw_?|rep"
)
_BY_LABEL = re.compile(
    r"\b(replicate weights?|(replicate|jackknife|bootstrap|brr) (replicate |weight)|"
    r"poids (de replication|bootstrap|repliques?)|pesos? (replica\w*|de replica\w*|bootstrap))"
)

_MADE: Mapping[str, re.Pattern[str]] = {
    "bootstrap": re.compile(r"^bs_?w?$|bsw|boots|bootstrap"),
    "brr": re.compile(r"brr|balanced repeated|repetees equilibrees"),
    "sdr": re.compile(r"sdr|successive difference|differences successives"),
}
"""The words that say how replicates were made, where they need no further fact."""
_BY_FAY = re.compile(r"\bfay( ?s)?\b")
GIVEN_BY_NAME = ("bootstrap", "brr", "jk1", "sdr")
"""The kinds that a word is enough for: the others need factors."""
FAY = "fay"
"""The kind whose factor the weights themselves tell, where they are as they were made."""


def replicate_sets(
    told: Mapping[str, Profile], weights: Sequence[float] = ()
) -> dict[str, tuple[str, ...]]:
    """Return the sets of replicate weights, by prefix.

    They are numbered columns that a name or a label calls so, or many that hold fractions and
    each add up to what a weight of the file does.

    Parameters
    ----------
    told
        The columns of a file, counted.
    weights
        The totals of the columns that a name or a label calls a weight.
    """
    sets: dict[str, list[str]] = {}
    unnamed: dict[str, list[Profile]] = {}
    for profile in told.values():
        parted = _NUMBERED.fullmatch(profile.name)
        if parted is None or not profile.is_number or profile.labelled:
            continue
        if _BY_PREFIX.fullmatch(parted[1].casefold()) or _BY_LABEL.search(normal(profile.label)):
            sets.setdefault(parted[1], []).append(profile.name)
        elif not profile.whole and profile.low >= 0 and not profile.blanks:
            unnamed.setdefault(parted[1], []).append(profile)
    for prefix, each in unnamed.items():
        alike = [p.name for p in each if any(abs(p.total / w - 1) <= _AS_MUCH for w in weights)]
        if prefix not in sets and len(alike) >= max(FEWEST_UNNAMED, _MOSTLY * len(each)):
            sets[prefix] = alike
    return {p: tuple(names) for p, names in sets.items() if len(names) >= FEWEST_REPLICATES}


def lacking(prefix: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that a numbered set skips.

    Examples
    --------
    >>> lacking("r", ["r1", "r2", "r4"])
    ('r3',)
    """
    numbers = sorted(int(name.removeprefix(prefix)) for name in names)
    skipped = set(range(numbers[0], numbers[-1] + 1)) - set(numbers)
    return tuple(f"{prefix}{n}" for n in sorted(skipped))


def in_one_line(other: Mapping[str, Said], sets: Mapping[str, Sequence[str]]) -> dict[str, Said]:
    """Put the columns of each set that are all left over in one entry, ``BSW{n}``.

    Examples
    --------
    >>> apart = {"r1": Said("a"), "r2": Said("a"), "note": Said("b")}
    >>> list(in_one_line(apart, {"r": ("r1", "r2")}))
    ['r{n}', 'note']
    """
    entries = {
        name: f"{prefix}{NUMBERED}"
        for prefix, names in sets.items()
        if all(name in other for name in names)
        for name in names
    }
    counts = Counter(entries.values())
    told = {
        entry: Said("interchange-replicate-weights-of-a-set", count=count)
        for entry, count in counts.items()
    }
    return {entries.get(n, n): told.get(entries.get(n, n), why) for n, why in other.items()}


def told_of_set(prefix: str, count: int, kind: str | None, by_factors: bool = False) -> Said:
    """Say how many replicate weights a set holds, and how its name or factors say it was made."""
    if by_factors:
        ident = "interchange-replicate-weights-made-by-factors"
        return Said(ident, prefix=prefix, count_names=count, kind=str(kind))
    if kind is None:
        ident = "interchange-replicate-weights-nothing-says-how-they"
        return Said(ident, prefix=prefix, count_names=count)
    ident = "interchange-replicate-weights-made-by-name"
    return Said(ident, prefix=prefix, count_names=count, kind=kind)


def kind_by_name(prefix: str, labels: Iterable[str] = ()) -> str | None:
    """Return how a set's name, or its labels, say that it was made; None: nothing says it.

    A jackknife of strata and one of units are named alike, so that none is proposed; nor is one of
    Fay's, whose half samples leave nobody out, and of which no name tells the factor.

    Examples
    --------
    >>> kind_by_name("BSW"), kind_by_name("W_FSTR"), kind_by_name("rw", ["Bootstrap weight 1"])
    ('bootstrap', None, 'bootstrap')
    >>> kind_by_name("rw", ["BRR weight 1"]), kind_by_name("rw", ["BRR-Fay weight 1"])
    ('brr', None)
    """
    texts = [prefix.casefold(), *map(normal, labels)]
    if any(_BY_FAY.search(text) for text in texts):
        return None
    found = {kind for kind, said in _MADE.items() if any(said.search(text) for text in texts)}
    return found.pop() if len(found) == 1 else None


def refuse_replicates_alone(
    path: Path, told: Mapping[str, Profile], others: Sequence[Path]
) -> None:
    """Refuse a file of replicate weights and an identifier, which stands beside a wave's own.

    Raises
    ------
    DefinitionError
        With what to join it to, and by which column.
    """
    fractions = [p.total for p in told.values() if p.is_number and not p.whole]
    sets = replicate_sets(told, fractions[:1])
    held = {name for names in sets.values() for name in names}
    left = [name for name in told if name not in held]
    if not held or len(left) > MOST_BESIDE_REPLICATES:
        return
    prefix, key = next(iter(sets)), left[0] if left else "id"
    other = others[0].name if others else f"wave{path.suffix}"
    raise DefinitionError(
        Said(
            "interchange-file-of-replicates-alone",
            path_name=path.name,
            count=len(held),
            prefix=prefix,
            key=key,
            other=other,
            command=_joining(other, path.name, key),
        ),
    )


def _joining(answers: str, weights: str, key: str) -> str:
    """Return what joins two files: a line of the shell where they are .csv, else of SPSS."""
    if not (answers.casefold().endswith(".csv") and weights.casefold().endswith(".csv")):
        sort = f"GET FILE='{weights}'. SORT CASES BY {key}. SAVE OUTFILE='weights.sav'."
        then = f"GET FILE='{answers}'. SORT CASES BY {key}. "
        return f"{sort} {then}MATCH FILES FILE=* /FILE='weights.sav' /BY {key}."
    return joined_by_pandas(answers, weights, [key])
