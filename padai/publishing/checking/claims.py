"""What a sentence or a cell claims: its numbers, each with its role, and its words of change."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from padai.publishing.checking import patterns
from padai.publishing.checking.counting import counted
from padai.words.figures import decimal_mark

LEVEL, CHANGE, SLOPE, CONTRAST, INTERVAL = "level", "change", "slope", "contrast", "interval"
BASE, MARGIN, PER_CENT, BARE = "base", "margin", "per cent", "bare"
OTHER = "other"
OVER_HALF, UNDER_HALF, FRACTION = "over half", "under half", "fraction"
UP, DOWN, STABLE, UNTOLD, BROKEN = "up", "down", "stable", "untold", "broken"
NOT_UP, NOT_DOWN, DENIED = "not up", "not down", "denied"
NO_GAP = "no gap"
ABOVE, BELOW, ALIKE = "above", "below", "alike"
SIGNIFICANT, MULTIPLE = "significant", "multiple"
HIGHEST, LOWEST, AHEAD, BEHIND = "highest", "lowest", "ahead", "behind"
DIRECTIONS = (UP, DOWN, STABLE, UNTOLD, BROKEN)
ORDERS = (ABOVE, BELOW, ALIKE, NO_GAP)
SERIES = (HIGHEST, LOWEST)
LEVELS = (LEVEL, OVER_HALF, UNDER_HALF, FRACTION)


@dataclass(frozen=True)
class Claim:
    """One thing claimed, from `start` to `end` of a sentence.

    Attributes
    ----------
    value, high
        A number as it is written (a share in per cent), and the other end of an interval.
    digits
        Its decimals.
    sign
        1 or -1 where the sentence says which way, else 0.
    slack
        ``about``, ``over``, ``under``, or nothing.
    """

    kind: str
    start: int
    end: int
    value: float = math.nan
    high: float = math.nan
    digits: int = 0
    sign: int = 0
    slack: str = ""
    unit: str = ""


_UNIT = (
    r"(?P<per> ?%| ?pour ?cent\b| ?per ?cent\b| ?p\. ?100)|"
    r"(?P<points>[ -]?(?:percentage |pourcentage )?(?:points?|pts?|pp)\b"
    r"(?: (?:de pourcentage|of percentage))?)"
)
_NUMBER = re.compile(
    r"(?<![\w.,/¤])(?P<sign>[+-] ?(?=\d))?"
    r"(?P<whole>\d{1,3}(?: \d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?![\d])|\d+)"
    rf"(?:(?P<mark>[.,])(?P<part>\d+))?(?!\w|[.,]\d)(?:{_UNIT})?"
)
_TO = re.compile(r" ?(?:a|to|-|et|and) ")
_LEVEL_GAP = 60


@dataclass(frozen=True)
class _Number:
    start: int
    end: int
    value: float
    digits: int
    sign: int
    unit: str


def claims_of(text: str, *, lang: str, heads: str = "", cell: bool = False) -> list[Claim]:
    """Return the claims of a plain text, in order.

    Parameters
    ----------
    text
        Plain, with what is no number of a figure (names, waves) already blotted out.
    heads
        Of a cell: what stands at the head of its row and column, plain.
    """
    shown = _blotted(text)
    in_words = _in_words(shown)
    counted_once = [c for c in in_words if c.value > 0]
    parts = [
        f
        for f in _fractions(shown)
        if not any(f.start < c.end and c.start < f.end for c in counted_once)
    ]
    claims = [*in_words, *parts]
    taken = [(c.start, c.end) for c in claims if c.kind in (FRACTION, OVER_HALF)]
    numbers = [n for n in _numbers(shown, lang) if not any(a <= n.start < b for a, b in taken)]
    claims += _roles(shown, numbers, heads, cell)
    return sorted(_settled(claims, shown), key=lambda c: (c.start, c.end))


def _blotted(text: str) -> str:
    """Return a text without the numbers that count nothing; an interval's level leaves a mark."""

    def blot(match: re.Match[str]) -> str:
        return " " * (len(match.group()) - 1) + "¤"

    text = patterns.LEVEL_OF_INTERVAL.sub(blot, text)
    return patterns.UNCOUNTED.sub(lambda m: " " * len(m.group()), text)


def _numbers(text: str, lang: str) -> list[_Number]:
    numbers = []
    for m in _NUMBER.finditer(text):
        whole, part = m["whole"], m["part"] or ""
        if "," in whole and decimal_mark(lang) == ",":  # "1,004" is no thousand there
            whole, part = whole.split(",")[0], "".join(whole.split(",")[1:])
        digits = re.sub(r"\D", "", whole)
        value = float(f"{digits}.{part or 0}")
        sign = {"+": 1, "-": -1}.get((m["sign"] or " ")[0], 0)
        unit = "%" if m["per"] else "points" if m["points"] else ""
        bare_year = not unit and not part and re.fullmatch(r"(?:19|20)\d\d", whole)
        if not (bare_year and not sign and not re.search(r"n ?= ?$", text[: m.start()])):
            numbers.append(_Number(m.start(), m.end(), value, len(part), sign, unit))
    for start, end, count, unit in counted(text):
        # "three points" of a plan are no size: one stands beside a word of change
        if unit == "%" or patterns.MOVED_BEFORE.search(text[:start]):
            numbers.append(_Number(start, end, float(count), 0, 0, unit))
    return sorted(numbers, key=lambda n: n.start)


# --- numbers ---------------------------------------------------------------------------------


def _roles(text: str, numbers: list[_Number], heads: str, cell: bool) -> list[Claim]:
    claims: list[Claim] = []
    index = 0
    while index < len(numbers):
        one = numbers[index]
        two = numbers[index + 1] if index + 1 < len(numbers) else None
        if two is not None and _TO.fullmatch(text[one.end : two.start]):
            pair = _pair(text, one, two, heads, cell)
            if pair is not None:
                claims.append(pair)
                index += 2
                continue
        claims.append(_single(text, one, heads, cell))
        index += 1
    return claims


def _pair(text: str, one: _Number, two: _Number, heads: str, cell: bool) -> Claim | None:
    """Read two numbers with "to" between them as an interval, where they are one."""
    before = text[: one.start]
    if cell and patterns.NO_FIGURE_HEAD.search(_over(heads)):
        return None
    if re.search(r"n ?= ?$", before) or (cell and _base_head(heads)):
        return Claim(BASE, one.start, two.end, one.value, two.value)
    if patterns.PERIOD_INTERVAL.search(before[-_LEVEL_GAP:]):
        return Claim(OTHER, one.start, two.end, one.value, two.value)
    cued = patterns.INTERVAL_CUE.search(before[-_LEVEL_GAP:])
    bracketed = before.endswith("(") and not patterns.MOVED_BEFORE.search(before)
    if not (cued or bracketed or cell) or re.search(r"\b(?:de|from|passee?) $", before):
        return None
    signed = one.sign != 0 or two.sign != 0
    return Claim(
        INTERVAL,
        one.start,
        two.end,
        one.value * (one.sign or 1),
        two.value * (two.sign or 1),
        max(one.digits, two.digits),
        1 if signed else 0,
        unit=two.unit or one.unit,
    )


def _single(text: str, one: _Number, heads: str, cell: bool) -> Claim:
    before, after = text[: one.start], text[one.end :]
    kind = _kind(before, after, one, heads, cell)
    return Claim(
        kind,
        one.start,
        one.end,
        one.value,
        digits=one.digits,
        sign=one.sign,
        slack=_slack(text, one.start),
        unit=one.unit,
    )


def _kind(before: str, after: str, one: _Number, heads: str, cell: bool) -> str:
    if patterns.MARGIN_BEFORE.search(before) or patterns.MARGIN_AFTER.match(after):
        return MARGIN
    if re.search(r"\bn ?= ?$", before) or (
        not one.unit and re.match(rf" {patterns.PEOPLE}\b", after) and one.value >= 10
    ):
        return BASE
    moved = patterns.MOVED_BEFORE.search(before) and not re.match(r" (?:a|to) [+-]?\d", after)
    if one.unit == "points":
        return _of_points(before, after, heads)
    if cell:
        return _of_cell(one, heads)
    if one.unit == "%":
        return PER_CENT if one.sign or moved else LEVEL
    if one.sign:
        return _of_points(before, after, heads)
    return BARE


def _of_points(before: str, after: str, heads: str) -> str:
    if (
        patterns.YEARLY.match(after.lstrip())
        or patterns.YEARLY.search(before[-20:])
        or patterns.YEARLY.search(heads)
    ):
        return SLOPE
    return CONTRAST if patterns.OTHERS.search(heads) else CHANGE


def _of_cell(one: _Number, heads: str) -> str:
    if patterns.NO_FIGURE_HEAD.search(_over(heads)):
        return OTHER
    if patterns.SLOPE_HEAD.search(heads) or patterns.YEARLY.search(heads):
        return SLOPE
    if _base_head(heads):
        return BASE
    if patterns.CHANGE_HEAD.search(heads):
        if one.unit == "%":
            return PER_CENT
        return CONTRAST if patterns.OTHERS.search(heads) else CHANGE
    if one.unit == "%" and one.sign:
        return PER_CENT
    if patterns.INTERVAL_HEAD.search(heads) and one.unit != "%":
        return BARE
    return LEVEL


def _base_head(heads: str) -> bool:
    return bool(patterns.BASE_HEAD.search(_over(heads)))


def _over(heads: str) -> str:
    """Return the head of a cell's column."""
    return heads.rpartition("|")[2].strip()


# --- words -----------------------------------------------------------------------------------


def _in_words(text: str) -> list[Claim]:
    """Return what is claimed without a number: which way, above whom, by how sure."""
    phrases = (
        (BROKEN, patterns.NOT_COMPARABLE), (NO_GAP, patterns.NO_GAP), (UNTOLD, patterns.UNTOLD),
        (STABLE, patterns.STABLE), (HIGHEST, patterns.HIGHEST), (LOWEST, patterns.LOWEST),
        (OVER_HALF, patterns.OVER_HALF), (UNDER_HALF, patterns.UNDER_HALF),
        (SIGNIFICANT, patterns.SIGNIFICANT), (UP, patterns.UP), (DOWN, patterns.DOWN),
        (ABOVE, patterns.ABOVE), (BELOW, patterns.BELOW), (ALIKE, patterns.ALIKE),
        (MULTIPLE, patterns.MULTIPLES), (AHEAD, patterns.AHEAD), (BEHIND, patterns.BEHIND),
    )  # fmt: skip
    claims = [
        Claim(MULTIPLE, m.start(), m.end(), times, slack=_slack(text, m.start()))
        for pattern, times in patterns.GROWN
        for m in pattern.finditer(text)
    ]
    for kind, pattern in phrases:
        for m in pattern.finditer(text):
            if any(c.start < m.end() and m.start() < c.end for c in claims):
                continue
            if kind in ORDERS and patterns.SUPERLATIVE.search(text[: m.start()]):
                continue
            claims.append(Claim(_denied(text, kind, m.start(), m.end()), m.start(), m.end()))
    return [c for c in claims if not _quoted(text, c) and not _untellable(text, c, claims)]


_DENIABLE = (UP, DOWN, ABOVE, BELOW, OVER_HALF, SIGNIFICANT)


def _denied(text: str, kind: str, start: int, end: int) -> str:
    """Return the kind of a claim once it is known whether the sentence denies or leaves it open."""
    if kind not in (*_DENIABLE, STABLE, *SERIES):
        return kind
    before = text[:start]
    if _governed(patterns.OPEN, before):
        return DENIED
    denied = _governed(patterns.DENYING, before) or (
        kind in _DENIABLE and patterns.NEGATED.search(before) is not None
    )
    if not denied:
        return kind
    back = patterns.ONLY.search(text[end:]) or patterns.ONLY.search(before[-16:])
    return DENIED if back else {UP: NOT_UP, DOWN: NOT_DOWN}.get(kind, DENIED)


def _governed(head: re.Pattern[str], before: str) -> bool:
    """Whether what stands before a claim holds a head that nothing has turned away from."""
    last = list(head.finditer(before))
    return bool(last) and not patterns.TURNED.search(before[last[-1].end() :])


def _untellable(text: str, claim: Claim, claims: list[Claim]) -> bool:
    """Whether a way is what nobody can tell: "we cannot say whether it rose or fell"."""
    return claim.kind in (UP, DOWN, STABLE, ABOVE, BELOW, MULTIPLE) and any(
        c.kind == UNTOLD
        and c.end <= claim.start
        and patterns.ASKED.search(text[c.end : claim.start])
        and not patterns.TURNED.search(text[c.end : claim.start])
        for c in claims
    )


def _quoted(text: str, claim: Claim) -> bool:
    """Whether a word stands in quotation marks alone: it is named, not said."""
    before, after = text[: claim.start].rstrip(), text[claim.end :].lstrip()
    return before.endswith('"') and after.startswith('"')


def _fractions(text: str) -> list[Claim]:
    claims: list[Claim] = []
    for m in patterns.OUT_OF.finditer(text):
        count, whole = (patterns.NUMBERS_IN_WORDS.get(g) or int(g) for g in m.groups())
        if 0 < count <= whole and whole in (2, 3, 4, 5, 10, 20, 100):
            value = 100 * count / whole
            claims.append(
                Claim(
                    FRACTION, m.start(), m.end(), value, 50 / whole, slack=_slack(text, m.start())
                )
            )
    for pattern, share in patterns.FRACTIONS:
        for m in pattern.finditer(text):
            clash = any(c.start < m.end() and m.start() < c.end for c in claims)
            over = patterns.OVER_HALF.search(text[max(0, m.start() - 10) : m.end()])
            under = patterns.UNDER_HALF.search(text[max(0, m.start() - 12) : m.end()])
            if not (clash or (share == 0.5 and (over or under))):
                claims.append(
                    Claim(
                        FRACTION,
                        m.start(),
                        m.end(),
                        100 * share,
                        2.5,
                        slack=_slack(text, m.start()),
                    )
                )
    return claims


def _slack(text: str, start: int) -> str:
    before = text[:start]
    pairs = (("about", patterns.ABOUT), ("over", patterns.MORE), ("under", patterns.LESS))
    return next((name for name, pattern in pairs if pattern.search(before)), "")


def _settled(claims: list[Claim], text: str) -> list[Claim]:
    """Give the size of a change the direction of the word before it."""
    ways = sorted((c for c in claims if c.kind in (UP, DOWN)), key=lambda c: c.start)
    without = [c for c in claims if c.kind in (NOT_UP, NOT_DOWN, DENIED)]
    settled = []
    for claim in claims:
        if claim.kind in (CHANGE, SLOPE) and any(
            0 <= claim.start - c.end < _LEVEL_GAP // 2 for c in without
        ):
            claim = replace(claim, kind=DENIED)  # "has not risen by more than 6 points"
        if claim.kind in (CHANGE, SLOPE, PER_CENT) and not claim.sign:
            near = [
                w
                for w in ways
                if w.end <= claim.start
                and claim.start - w.end < _LEVEL_GAP
                and ";" not in text[w.end : claim.start]
            ]
            if near:
                claim = replace(claim, sign=1 if near[-1].kind == UP else -1)
        settled.append(claim)
    return settled
