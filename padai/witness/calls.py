"""The calls of Stata and of Python's ``svy`` for the same figures: written, never run."""

from __future__ import annotations

from collections.abc import Sequence

from padai.errors import WitnessError
from padai.witness.r_text import clean
from padai.witness.sample_data import AskedEstimate, Figure, Level, WitnessSample
from padai.words import Both, Said, Typeset, in_a_row

_NOT_RUN = Both.of(
    Typeset(Said("witness-calls-written-by-padai-which-has-not-run", title="{title}"))
)


_IMPORT = 'import delimited "data.csv", clear varnames(1) stringcols(_all) case(preserve)'


def stata_calls(
    samples: Sequence[WitnessSample], figures: Sequence[Figure], level: float, title: str, lang: str
) -> str:
    """Return the calls of Stata: ``svyset``, then one ``svy: ratio`` a figure.

    Raises
    ------
    WitnessError
        A design that these calls do not say.
    """
    lines = [f"* {_said(title, lang)}"]
    for sample in samples:
        _check(sample, "Stata")
        for wave in sample.waves:
            lines += ["", _IMPORT]
            lines.append(f'keep if part == "{sample.part}" & wave == "{wave.id}"')
            d = sample.design
            numbers = [name for name in (d.weight, *d.fpc_columns) if name]
            lines.append(f"destring {' '.join(numbers)}, replace")
            lines.append(_svyset(sample))
            for number, figure in enumerate(_levels(sample, figures, wave.id)):
                lines += _stata_figure(figure, number, level)
    return "\n".join(lines) + "\n"


_LONELY = {"fail": "missing", "certainty": "certainty", "adjust": "centered"}


def _svyset(sample: WitnessSample) -> str:
    d = sample.design
    if d.lonely_psu not in _LONELY:
        raise WitnessError(
            Said("witness-stata-has-no-lonely-psu-write-the", lonely_psu=d.lonely_psu),
        )
    stages = []
    for k in range(max(1, len(d.psu_columns))):
        unit = d.psu_columns[k] if k < len(d.psu_columns) else "_n"
        given = [f"[pweight = {d.weight}]"] if k == 0 else []
        options = [
            f"{name}({columns[k]})"
            for name, columns in (("strata", d.stratum_columns), ("fpc", d.fpc_columns))
            if k < len(columns)
        ]
        options += [f"singleunit({_LONELY[d.lonely_psu]})"] if k == 0 else []
        stages.append(" ".join([unit, *given]) + (f", {' '.join(options)}" if options else ""))
    return f"svyset {' || '.join(stages)}"


def _stata_figure(figure: Figure, number: int, level: float) -> list[str]:
    what = figure.what
    assert isinstance(what, Level)
    y, d = f"y{number}", f"d{number}"
    top, base = _stata(what.asked)
    made = [f"generate double {y} = cond({base}, {top}, 0)"]
    verb = f"svy, level({level * 100:g}): total {y}"
    if not what.asked.plain:
        below = f"real({what.asked.below})" if what.asked.below else "1"
        made.append(f"generate double {d} = cond({base}, {below}, 0)")
        verb = f"svy, level({level * 100:g}): ratio {y} / {d}"
    return [f"* {figure.key}", *made, verb]


def _stata(asked: AskedEstimate) -> tuple[str, str]:
    column = asked.column
    base = f'{column} != ""'
    if asked.base is not None:
        base = _any(column, asked.base)
    if asked.group is not None:
        base = f"({base}) & ({_any(*asked.group)})"
    if asked.scores is None:
        return f"real({column})", base
    terms = [f'{value:g} * ({column} == "{c}")' for c, value in asked.scores.items() if value]
    return " + ".join(terms) or "0", base


def _any(column: str, codes: Sequence[str]) -> str:
    return " | ".join(f'{column} == "{code}"' for code in codes)


def svy_calls(
    samples: Sequence[WitnessSample], figures: Sequence[Figure], level: float, title: str, lang: str
) -> str:
    """Return the calls of Python's ``svy``: a sample a wave, then one ratio a figure.

    Raises
    ------
    WitnessError
        A design that these calls do not say.
    """
    lines = [f"# {_said(title, lang)}", "import polars as pl", "import svy", ""]
    lines.append('answers = pl.read_csv("data.csv", infer_schema_length=0)')
    lines.append("found = {}")
    for sample in samples:
        _check(sample, "svy")
        d = sample.design
        roles = (
            ("stratum", d.stratum_columns), ("psu", d.psu_columns), ("pop_size", d.fpc_columns),
        )  # fmt: skip
        given = [f"{role}={names[0]!r}" for role, names in roles if names]
        given.append(f"wgt={d.weight!r}")
        for wave in sample.waves:
            name = clean(in_a_row(sample.part, wave.id, by="_") or "wave")
            rows = " & ".join(
                f'(pl.col("{column}").fill_null("") == {value!r})'
                for column, value in (("part", sample.part), ("wave", wave.id))
            )
            lines += ["", f"{name} = answers.filter({rows}).with_columns("]
            lines.append(f"    pl.col({[d.weight, *d.fpc_columns]!r}).cast(pl.Float64),")
            own = list(_levels(sample, figures, wave.id))
            lines += [line for n, figure in enumerate(own) for line in _svy_columns(figure, n)]
            design = f"svy.Design({', '.join(given)})"
            lines += [")", f"sample = svy.Sample(data={name}, design={design})"]
            for number, figure in enumerate(own):
                what = figure.what
                assert isinstance(what, Level)
                call = f'ratio(y="y{number}", x="d{number}")'
                if what.asked.plain:
                    call = f'total(y="y{number}")'
                lines.append(f"found[{figure.key!r}] = sample.estimation.{call}")
    return "\n".join(lines) + "\n" + _SVY_END


_SVY_END = """
expected = {row["key"]: row for row in pl.read_csv("expected.csv").to_dicts()}
largest = 0.0
for key, estimate in found.items():
    (here,) = estimate.to_dicts()
    for mine, theirs in (("est", "estimate"), ("se", "std_error")):
        size = max(abs(here[mine]), abs(expected[key][theirs]))
        gap = abs(here[mine] - expected[key][theirs]) / size if size else 0.0
        largest = max(largest, gap if gap == gap else float("inf"))
    print(key, here["est"], here["se"])
print("largest relative difference", largest)
"""


def _svy_columns(figure: Figure, number: int) -> list[str]:
    what = figure.what
    assert isinstance(what, Level)
    asked = what.asked
    column = f'pl.col("{asked.column}")'
    base = f"{column}.is_not_null()"
    if asked.base is not None:
        base = f"{column}.is_in({list(asked.base)!r})"
    if asked.group is not None:
        base = f'{base} & pl.col("{asked.group[0]}").is_in({list(asked.group[1])!r})'
    top = f"{column}.cast(pl.Float64)"
    if asked.scores is not None:
        terms = [f"{v:g} * ({column} == {c!r})" for c, v in asked.scores.items() if v]
        top = " + ".join(terms) or "pl.lit(0.0)"
    below = f'pl.col("{asked.below}").cast(pl.Float64)' if asked.below else "pl.lit(1.0)"
    made = [f"    y{number}=pl.when({base}).then({top}).otherwise(0.0),"]
    if not asked.plain:
        made.append(f"    d{number}=pl.when({base}).then({below}).otherwise(0.0),")
    return made


def _levels(sample: WitnessSample, figures: Sequence[Figure], wave: str) -> list[Figure]:
    return [
        f
        for f in figures
        if f.part == sample.part and isinstance(f.what, Level) and f.what.wave == wave
    ]


def _said(title: str, lang: str) -> str:
    return _NOT_RUN[lang].format(title=title)


def _check(sample: WitnessSample, program: str) -> None:
    """Refuse what these calls do not say; R's script says it."""
    what: Said | None = None
    d = sample.design
    if any(wave.calibrations for wave in sample.waves):
        what = Said("witness-of-calibrated-weights")
    elif sample.replicates:
        what = Said("witness-of-replicate-weights")
    elif not sample.apart:
        what = Said("witness-of-waves-that-share")
    elif program == "svy" and (len(d.psu_columns) > 1 or d.lonely_psu != "fail"):
        what = Said("witness-of-stages-or-lonely-units")
    if what is not None:
        raise WitnessError(
            Said(
                "witness-the-calls-for-know-no-standard-error-of",
                program=program,
                what=what,
            ),
        )
