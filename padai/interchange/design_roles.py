"""Which columns may be the design's: candidates, taken or not, each with its reasons.

Nothing here decides. A candidate is proposed for a role where the evidence for it is clear and no
other comes near; a person confirms it, or names another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from padai.errors import Said
from padai.interchange.draft import DesignRole
from padai.interchange.label_words import normal
from padai.interchange.profiles import Profile, numbers
from padai.interchange.replicate_sets import replicate_sets
from padai.waves.intake import DataFile
from padai.words import Joined, Number

if TYPE_CHECKING:
    import pandas as pd

CLEAR = 2
"""How much more evidence the first candidate needs than the second, to be proposed."""
SERIOUS = 3
"""From this evidence on, a second weight is one, whatever the first."""
MEAN_ONE = 0.005
NEAR_ONE = 0.05
"""How near to 1 the mean of fractions is, for a column of any name to be asked about."""
LEAST_MEAN = 0.2
"""Below it, a column with negative values is a score around zero and no weight with faults."""
FEW_VALUES = 60
MOST_SHOWN = 12
FEWEST_NUMBERED = 100
"""Rows from which on a column of whole numbers, each once, is no quantity."""
_NAMES: Mapping[DesignRole, str] = {
    "weight": r"w|w_.+|.*(wt|wgt|wght|weight|poids|pond|peso|pds|gewicht).*|f[a-z]*_?c?orr(ec)?.*|"
    r"factor?_?.*|ponderador|expan.*|facteur.*",
    "stratum": r"v?estrat.*|.*v?strat(e|a|um)?[0-9]*|v?strat.*|sdmvstra|capa",
    "psu": r"v?psu.*|s?pu|upe?s?|upm|.*_(psu|upm|upe)|sdmvpsu|clusters?.*|grappe.*|conglomerado.*|"
    r"pps|ultimate_?cluster.*|ea_?(num(b(er)?)?|id|code|no)|sample_?point|sampl?p(oin)?t(_?nr)?",
    "id": r"_?u?u?id|.*_id|id_.*|id[a-z]*num.*|.*(caseid|case_?(id|no)|idnum|serial|record_?id|"
    r"responseid|folio|filtro?|correlativo|respond[ae]nt(_?id)?|repondant|sbjnum|nu_?filtr?).*|"
    r"n(o|um)_?(rep|resp|quest).*|id[0-9]*|cor|resp?_?(id|no|nr|num(ber)?)|q(uest)?_?id|lfdn|"
    r"(lfd|frageb\w*|int(erview)?)_?(id|no|nr|nummer)|case_?num(ber)?",
}
_LABELS: Mapping[DesignRole, str] = {
    "weight": r"\b(weights?|weighting|poids|ponderations?|pondera\w*|factor de (correccion|"
    r"expansion)|facteur d extrapolation|fator de (ponderacao|expansao)|gewicht\w*|"
    r"peso muestral|weighting factors?|\w*gewicht(e|ung\w*|ungsfaktor)?|ponderazione|"
    r"fator de expansao|الوزن|وزن (العينة|الترجيح)|معامل الترجيح)\b",
    "stratum": r"\b(stratum|strata|strates?|estratos?|estrato muestral)\b",
    "psu": r"\b(primary sampling units?|psu|variance units?|sampling error computing unit|"
    r"unites? primaires?|unidad primaria|upm|conglomerados?|grappes?|clusters?|"
    r"(virt )?sampl(e|ing) points?( (nr|nummer|number))?|enumeration areas?|"
    r"puntos? muestral(es)?|points? d enquete|klumpen|رقم (العنقود|المجموعة))\b",
    "id": r"\b(identifi(er|ant|cador)|(case|respondent|record|serial) (id|number)|"
    r"(case|respondent) id\b.*|"
    r"numero (du|de) (repondant|cuestionario|encuesta|folio)|folio|filtro ?\d*|correlativo|"
    r"(respondent|questionnaire|interview) number|fragebogen ?(nr|nummer)|befragten ?(nr|nummer)|"
    r"laufende nummer|numero do questionario|رقم (الاستماره|الاستمارة|المستجيب|المبحوث)|idnum)\b",
}
_NOT = {
    "weight": re.compile(
        r"\b(kg|kilos?|kilogram\w*|gramos?|livres|pounds|lbs|body|corporel\w*|pesa|estatura|"
        r"overweight|obes\w*|birth weight)\b"
    ),
    "stratum": re.compile(r"\b(socioecon\w*|social\w*|nse|gse|ingresos?|income|revenu)\b"),
}
_AUXILIARY = re.compile(
    r"\b(used (only )?(for|in) weighting|"
    r"(servant|utilisee?) (seulement )?(a|pour) (la )?ponderation|"
    r"(usad[ao]|utilizad[ao]) (solo )?para (la )?ponderacion)\b"
)
_QUANTITY = re.compile(
    r"\b(time\w*|\w*temps|\w*time|duree\w*|\w*duration|minutes?|seconde?s?|hours?|heures?|horas?|"
    r"date\w*|age|edad|income|revenus?|ingresos?|salar\w*|prix|price|montant|amount|valor|lat\w*|"
    r"long?|lng|score|indice|index|percent\w*|pct|rate|taux|tasa|bmi|imc|id|num\w*|code|codigo)\b"
)
_NEGATIVE = Said("interchange-negative-values")
_REPLICATE = Said("interchange-a-replicate-weight")
_ONE = Said("interchange-told-by-its-name")
_TWO = Said("interchange-told-by-its-label")


@dataclass(frozen=True)
class Candidate:
    """A column that may have a role: `score` sums what speaks for it; `against` rejects it.

    One that is `asked` is never proposed: a person has to say what it is.
    """

    column: str
    score: int
    reasons: tuple[Said, ...] = ()
    against: Said | None = None
    asked: bool = False

    def why(self) -> Said:
        """Return the reasons in a phrase: what rejects it, else what speaks for it."""
        told = [self.against] if self.against else list(self.reasons)
        return Said("padai-parts", parts=Joined(told, "; "))


@dataclass(frozen=True)
class RoleFinding:
    """What a file offers for one role: the column proposed, the other candidates, the rejected."""

    role: DesignRole
    taken: Candidate | None = None
    others: tuple[Candidate, ...] = ()
    rejected: tuple[Candidate, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether there are candidates, and none stands out."""
        return self.taken is None and bool(self.others)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that may have the role."""
        own = (self.taken,) if self.taken else ()
        return tuple(c.column for c in (*own, *self.others))


@dataclass(frozen=True)
class DesignFinding:
    """What a file offers for each role, and the sets of replicate weights in it, by prefix."""

    roles: Mapping[DesignRole, RoleFinding] = field(default_factory=dict)
    replicates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def proposed(self) -> dict[DesignRole, str]:
        """Return the column proposed for each role that has one."""
        return {r: f.taken.column for r, f in self.roles.items() if f.taken is not None}

    @property
    def doubtful(self) -> tuple[RoleFinding, ...]:
        """The roles for which a person has to choose."""
        return tuple(f for f in self.roles.values() if f.doubtful)

    @property
    def set_apart(self) -> dict[str, Said]:
        """The columns that are no question, since they may be the design's or came of making it."""
        apart = {name: _REPLICATE for names in self.replicates.values() for name in names}
        for found in self.roles.values():
            kept = (*((found.taken,) if found.taken else ()), *found.others)
            apart |= {c.column: _MAY_BE[found.role] for c in kept}
            apart |= {c.column: c.why() for c in found.rejected if _of_the_design(c)}
        return apart


def candidates_of(found: RoleFinding) -> Iterator[Said]:
    """Yield a line for each candidate of a role: taken, another, or rejected with the reason."""
    taken = (found.taken,) if found.taken else ()
    for candidate in taken:
        why = candidate.why()
        yield Said("interchange-proposed", column=candidate.column, why=why)
    for candidate in found.others[:MOST_SHOWN]:
        why = candidate.why()
        yield Said("interchange-possible", column=candidate.column, why=why)
    near = sorted(found.rejected, key=lambda c: -c.score)
    for candidate in near[:MOST_SHOWN]:
        why = candidate.why()
        yield Said("interchange-rejected", column=candidate.column, why=why)
    rest = len(near) - MOST_SHOWN
    if rest > 0:
        yield Said("interchange-and-more-rejected", rest=rest)
    if not (taken or found.others):
        yield Said("interchange-no-column-fits")


ROLE_WORDS: Mapping[DesignRole, Said] = {
    "weight": Said("interchange-weight"),
    "stratum": Said("interchange-stratum"),
    "psu": Said("interchange-primary-sampling-unit-psu"),
    "id": Said("interchange-identifier"),
}
_MAY_BE: Mapping[DesignRole, Said] = {
    "weight": Said("interchange-perhaps-a-weight"),
    "stratum": Said("interchange-perhaps-a-stratum"),
    "psu": Said("interchange-perhaps-a-psu"),
    "id": Said("interchange-perhaps-an-identifier"),
}
_USED = Said("interchange-was-used-to-make-a-weight-and-is-none")
_CONSTANT = Said("interchange-a-single-value")
_COPY = "interchange-the-same-numbers-as"


def _of_the_design(rejected: Candidate) -> bool:
    """Whether a column that has no role came of making the design, or repeats a part of it."""
    against = rejected.against
    return against is not None and (against == _USED or against.id == _COPY)


def find_design(file: DataFile, told: Mapping[str, Profile]) -> DesignFinding:
    """Find the candidates of each role of a design.

    Parameters
    ----------
    file
        The file's rows.
    told
        Its columns, counted by :func:`padai.interchange.profiles.profiles`.
    """
    found: dict[DesignRole, RoleFinding] = {}
    replicates = replicate_sets(told)
    used = {name for names in replicates.values() for name in names}
    for role in ("weight", "psu", "stratum", "id"):
        judged = [c for p in told.values() if p.name not in used and (c := _judge(role, p))]
        if role == "weight":
            judged = _without_copies(judged, file.frame)
        found[role] = _finding(role, judged)
        used |= set(found[role].columns)
    found["psu"] = _within_strata(found["psu"], found["stratum"], file.frame)
    order: tuple[DesignRole, ...] = ("id", "weight", "stratum", "psu")
    return DesignFinding({role: found[role] for role in order}, replicates)


def _finding(role: DesignRole, judged: Sequence[Candidate]) -> RoleFinding:
    fit = sorted((c for c in judged if c.against is None), key=lambda c: -c.score)
    rejected = tuple(c for c in judged if c.against is not None)
    if any(not c.asked for c in fit):
        rejected += tuple(replace(c, against=c.why()) for c in fit if c.asked)
        fit = [c for c in fit if not c.asked]
    margin = 0 if role == "id" else CLEAR  # two columns that number people do so alike
    clear = bool(fit) and (len(fit) == 1 or fit[0].score - fit[1].score >= margin)
    if role == "weight" and len(fit) > 1 and fit[1].score >= SERIOUS:
        clear = False  # two weights are two populations, or two moments: a person knows which
    if clear and not fit[0].asked:
        return RoleFinding(role, fit[0], tuple(fit[1:]), rejected)
    return RoleFinding(role, None, tuple(fit), rejected)


def _judge(role: DesignRole, told: Profile) -> Candidate | None:
    """Weigh a column for a role; None where nothing speaks for it."""
    name = told.name.casefold()
    by_name = bool(re.fullmatch(_NAMES[role], name))
    by_label = bool(re.search(_LABELS[role], normal(told.label)))
    reasons = [*([_ONE] if by_name else ()), *([_TWO] if by_label else ())]
    more = tuple(_EVIDENCE[role](told))
    reasons += [reason for _, reason in more]
    score = 2 * by_name + 2 * by_label + sum(points for points, _ in more)
    alone = (role == "weight" and score >= CLEAR) or (role == "id" and _numbers_rows(told))
    like = role == "weight" and _weighs_by_values(told)
    if not (by_name or by_label or alone or like):
        return None
    against = next(_AGAINST[role](told), None)
    positive = told.total > LEAST_MEAN * (told.rows - told.blanks)
    if role == "weight" and against == _NEGATIVE and not told.whole and positive:
        return Candidate(told.name, score, (*reasons, _NEGATIVE), asked=True)
    by_values = not (by_name or by_label or alone)
    if by_values:
        reasons.append(Said("interchange-values-of-a-weight"))
    return Candidate(told.name, score, tuple(reasons), against, asked=by_values)


def _weighs_by_values(told: Profile) -> bool:
    """Whether a column of unknown name holds what weights look like: many fractions, mean near 1.

    Or a mean so high that they may add up to a population, in a column that names no quantity.
    """
    answered = told.rows - told.blanks
    many = answered and told.distinct > min(FEW_VALUES, answered // 4)
    if not told.is_number or told.whole or told.labelled or not many or told.low <= 0:
        return False
    mean = told.total / answered
    return abs(mean - 1) <= NEAR_ONE or (mean > 20 and not _QUANTITY.search(told.said))


def _numbers_rows(told: Profile) -> bool:
    """Whether a column can only number its rows: whole, each once, on many rows."""
    return told.kind == "number" and told.whole and told.unique and told.rows >= FEWEST_NUMBERED


def _for_weight(told: Profile) -> Iterator[tuple[int, Said]]:
    if not told.is_number or told.rows == told.blanks:
        return
    mean = told.total / (told.rows - told.blanks)
    if not told.whole and abs(mean - 1) <= MEAN_ONE and told.low >= 0:
        yield 2, Said("interchange-sums-to-the-number-of-people")
    elif told.low >= 0 and mean > 20 and told.distinct > 1:
        yield 1, Said("interchange-sums-to-a-population", size=Number(told.total, ",.0f"))
    if told.low == 0:
        yield 0, Said("interchange-weights-of-zero")
    if told.blanks:
        share = f"{told.blanks}"
        yield (
            -1 if told.blanks > told.rows // 100 else 0,
            Said("interchange-blank-in-rows-2881", share=share),
        )
    if told.kind == "written number":
        yield 0, Said("interchange-numbers-written-as-text")
    if told.distinct <= FEW_VALUES:
        yield (
            0,
            Said("interchange-values-cells-of-a-poststratification", distinct=told.distinct),
        )


def _against_weight(told: Profile) -> Iterator[Said]:
    label = normal(told.label)
    if not told.is_number:
        yield Said("interchange-not-a-number")
    if told.constant:
        yield _CONSTANT
    if _NOT["weight"].search(label):
        yield Said("interchange-the-weight-of-a-body")
    if told.low < 0:
        yield _NEGATIVE
    # Codes are whole and few; an expansion factor may be whole, and is then large.
    if told.whole and (told.distinct <= FEW_VALUES or told.labelled > 1):
        yield (
            _USED
            if _AUXILIARY.search(label)
            else Said("interchange-codes-whole-numbers", distinct=told.distinct)
        )
    if told.whole and told.unique:
        yield _USED if _AUXILIARY.search(label) else Said("interchange-an-identifier")
    if told.whole and told.labelled:
        yield Said("interchange-its-values-are-labelled")


def _for_grouping(told: Profile) -> Iterator[tuple[int, Said]]:
    yield 0, Said("interchange-values", distinct=told.distinct)


def _against_grouping(told: Profile) -> Iterator[Said]:
    if told.blanks:
        yield Said("interchange-blank-in-rows-90ac", blanks=told.blanks)
    if told.constant:
        yield _CONSTANT
    if told.unique:
        yield Said("interchange-one-value-a-row")
    if told.kind in ("date", "other") or (told.is_number and not told.whole):
        yield Said("interchange-these-are-no-numbers-of-units")


def _against_stratum(told: Profile) -> Iterator[Said]:
    if _NOT["stratum"].search(normal(told.label)):
        yield Said("interchange-a-stratum-of-society-not-of-design")
    yield from _against_grouping(told)


def _for_id(told: Profile) -> Iterator[tuple[int, Said]]:
    if told.unique:
        yield 1, Said("interchange-one-value-a-row")
    if told.place < 3:
        yield 1, Said("interchange-among-the-first-columns")


def _against_id(told: Profile) -> Iterator[Said]:
    if told.kind == "date" or (told.kind == "number" and not told.whole):
        yield Said("interchange-no-numbers-of-people")
    if told.blanks:
        yield Said("interchange-blank-in-rows-90ac", blanks=told.blanks)
    elif not told.unique:
        yield Said("interchange-values-for-rows", distinct=told.distinct, rows=told.rows)
    if _AUXILIARY.search(normal(told.label)):
        yield _USED


_EVIDENCE: Mapping[DesignRole, Callable[[Profile], Iterator[tuple[int, Said]]]] = {
    "weight": _for_weight,
    "stratum": _for_grouping,
    "psu": _for_grouping,
    "id": _for_id,
}
_AGAINST: Mapping[DesignRole, Callable[[Profile], Iterator[Said]]] = {
    "weight": _against_weight,
    "stratum": _against_stratum,
    "psu": _against_grouping,
    "id": _against_id,
}


def _without_copies(judged: Sequence[Candidate], frame: pd.DataFrame) -> list[Candidate]:
    """Reject a weight that is another one again, or another one written as text."""
    kept: list[Candidate] = []
    seen: list[tuple[str, pd.Series[float]]] = []
    ordered = sorted(judged, key=lambda c: frame[c.column].dtype.kind not in "iuf")
    for candidate in ordered:
        if candidate.against is None:
            values = numbers(frame[candidate.column])
            twin = next((n for n, v in seen if v.equals(values)), None)
            if twin is not None:
                said = Said("interchange-the-same-numbers-as", twin=twin)
                candidate = Candidate(candidate.column, candidate.score, candidate.reasons, said)
            else:
                seen.append((candidate.column, values))
        kept.append(candidate)
    return kept


def _within_strata(psu: RoleFinding, stratum: RoleFinding, frame: pd.DataFrame) -> RoleFinding:
    """Tell whether the numbers of units start anew in each stratum, and so are nested."""
    if psu.taken is None or stratum.taken is None:
        return psu
    units = frame[[stratum.taken.column, psu.taken.column]].drop_duplicates()
    count, named = len(units), frame[psu.taken.column].nunique()
    if count == named:
        told = Said("interchange-each-in-a-single-stratum")
    else:
        told = Said("interchange-numbered-in-each-stratum", count=count)
    taken = Candidate(psu.taken.column, psu.taken.score, (*psu.taken.reasons, told))
    return RoleFinding("psu", taken, psu.others, psu.rejected)
