"""The script for R's ``survey``: a design a wave, its calibration, and one line a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import resources
from textwrap import wrap

from padai.errors import WitnessError
from padai.witness.r_text import broken_line, clean, r_codes, r_number, r_text
from padai.witness.sample_data import (
    AskedChange,
    AskedEstimate,
    CalibrationMargin,
    CalibrationStep,
    Figure,
    Level,
    Slope,
    WaveSample,
    WitnessSample,
)
from padai.words import Said, Tabled, Typeset, in_a_row

CLOSED, SEARCHED = 1e-9, 1e-7
"""How far apart a figure may lie: made by formulas, and resting on weights that were searched."""
NOT_RECOMPUTED = 0.05
"""The share of figures that may be left out."""
_INTERVALS = {"mean": "t"}


def r_script(
    samples: Sequence[WitnessSample], figures: Sequence[Figure], level: float, title: str, lang: str
) -> str:
    """Return the whole script.

    Parameters
    ----------
    samples
        Parts, each with its waves.
    figures
        What it works out again, in the order of its lines.
    level
        Confidence level.
    title
        Whose figures they are.
    lang
        The language of its comments.

    Raises
    ------
    WitnessError
        A design that R's ``survey`` 4.5 does not have.
    """
    for sample in samples:
        _check(sample)
    comments = _COMMENTS[lang]
    toolbox = resources.files("padai.witness").joinpath("toolbox.R").read_text(encoding="utf-8")
    end = resources.files("padai.witness").joinpath("verdict.R").read_text(encoding="utf-8")
    pieces = [
        *(f"# {line}" for line in wrap(comments["head"].format(title=title), 96)),
        "suppressPackageStartupMessages(library(survey))",
        'if (!l10n_info()[["UTF-8"]]) invisible(Sys.setlocale("LC_CTYPE", "C.UTF-8"))',
        "options(digits = 15)",
        f"confidence <- {level!r}",
        f"may_lack <- {NOT_RECOMPUTED!r}",
        "",
        toolbox.rstrip(),
        "",
        f"# --- {comments['waves']}",
        'answers <- read.csv("data.csv", colClasses = "character", na.strings = "", '
        'check.names = FALSE, encoding = "UTF-8")',
        *(line for sample in samples for line in _designs(sample, comments)),
        "",
        f"# --- {comments['figures']}",
        *(line for sample in samples for line in _figures(sample, figures)),
        "",
        f"# --- {comments['compared']}",
        end.rstrip(),
    ]
    return "\n".join(pieces) + "\n"


_COMMENTS = Tabled(
    {
        "head": Typeset(Said("witness-padais-figures-worked-out-again-by-rs", title="{title}")),
        "waves": Said("witness-the-waves-their-designs-and-their"),
        "figures": Said("witness-one-figure-a-line"),
        "compared": Said("witness-compared-with-padais-figures"),
        "scaled": Said("witness-bounds-are-on-the-final-weight-over-this"),
    }
)


def _check(sample: WitnessSample) -> None:
    if sample.design.lonely_domain:
        raise WitnessError(
            Said("witness-lonely-domain-has-no-equal-in-rs-totals"),
        )


# --- designs -------------------------------------------------------------------------------------


def stem(sample: WitnessSample, wave: str = "") -> str:
    """Return the name of a sample, or of a wave of it, in the script."""
    return clean(in_a_row(sample.part, wave, by="_") or "wave")


def _designs(sample: WitnessSample, said: dict[str, str]) -> Iterable[str]:
    if sample.apart:
        for wave in sample.waves:
            yield from _design_apart(sample, wave, said)
    else:
        yield from _design_together(sample, said)


def _design_apart(sample: WitnessSample, wave: WaveSample, said: dict[str, str]) -> Iterable[str]:
    name = stem(sample, wave.id)
    data, design = f"data_{name}", f"design_{name}"
    yield from ("", f"{data} <- {_subset(sample, wave.id)}", _numbers(sample, data))
    for number, made in enumerate(wave.calibrations):
        targets = [f"targets_{name}_{m.column}" for m in made.margins]
        for margin, label in zip(made.margins, targets, strict=True):
            yield from _targets(margin, label)
            if margin.whole:
                levels = f"levels = names({label})"
                yield f"{data}${margin.column} <- factor({data}${margin.column}, {levels})"
            else:
                yield f"{data} <- with_shares({data}, {r_text(margin.column)}, {label})"
        if made.rescale and number == 0:
            yield from _scaled(sample, data, made, said)
    yield from _made(sample, data, design)
    for number, made in enumerate(wave.calibrations):
        named = f"population_{name}" + (f"_{number + 1}" if number else "")
        yield from _calibrate(sample, design, data, made, name, named)
    yield from _zeros(sample, (wave,), design)
    yield _side(sample, wave, design)


def _design_together(sample: WitnessSample, said: dict[str, str]) -> Iterable[str]:
    name = stem(sample)
    data, design = f"data_{name}", f"design_{name}"
    yield from ("", f"{data} <- {_subset(sample)}", _numbers(sample, data))
    calls: list[str] = []
    for wave in sample.waves:
        own = clean(wave.id or "wave")
        for number, made in enumerate(wave.calibrations):
            if made.rescale and number == 0:
                rows = f"{data}$wave == {r_text(wave.id)}"
                yield from _scaled(sample, data, made, said, rows)
            columns, totals = [], []
            for margin in made.margins:
                label = f"targets_{name}_{own}_{margin.column}"
                yield from _targets(margin, label)
                yield f"{data} <- with_shares({data}, {r_text(margin.column)}, {label})"
                columns += [f"{margin.column}_{k + 2}" for k in range(len(margin.cells) - 1)]
                totals.append(f"{label}[-1]")
            prefix = f"in_{own}_{number}_"
            if made.margins:
                yield f"{data}$one <- 1"
                columns, totals = ["one", *columns], [r_number(made.total), *totals]
            columns += list(made.totals)
            totals += [r_number(value) for value in made.totals.values()]
            listed = f"c({', '.join(r_text(c) for c in columns)})"
            yield f"{data} <- only_in({data}, {r_text(wave.id)}, {listed}, {r_text(prefix)})"
            terms = [f"{prefix}{c}" for c in columns]
            named = f"population_{name}_{own}" + (f"_{number + 1}" if number else "")
            yield from broken_line(
                f"{named} <- setNames(c({', '.join(totals)}), paste0({r_text(prefix)}, {listed}))"
            )
            calls += _call(sample, design, data, made, f"~ 0 + {' + '.join(terms)}", named)
    yield from _made(sample, data, design)
    yield from calls
    yield from _zeros(sample, sample.waves, design)
    for wave in sample.waves:
        yield _side(sample, wave, design)


def _subset(sample: WitnessSample, wave: str = "") -> str:
    rules = [f"part == {r_text(sample.part)}"] if sample.part else []
    rules += [f"wave == {r_text(wave)}"] if wave else []
    return f"subset(answers, {' & '.join(rules)})" if rules else "answers"


def _numbers(sample: WitnessSample, data: str) -> str:
    """Turn the columns of numbers into numbers; the rest stay texts."""
    d = sample.design
    names = [n for n in (d.weight, *d.fpc_columns, *sample.replicates) if n]
    made = [each for wave in sample.waves for each in wave.calibrations]
    names += [column for each in made for column in (*each.totals, *(each.limits or ()))]
    listed = ", ".join(r_text(name) for name in dict.fromkeys(names))
    return f"{data}[c({listed})] <- lapply({data}[c({listed})], number)"


def _targets(margin: CalibrationMargin, label: str) -> Iterable[str]:
    targets = zip(margin.cells, margin.targets, strict=True)
    pairs = (f"{r_text(cell)} = {r_number(target)}" for cell, target in targets)
    return broken_line(f"{label} <- c({', '.join(pairs)})")


def _terms(margin: CalibrationMargin) -> list[str]:
    if margin.whole:
        return [margin.column]
    return [f"{margin.column}_{k + 2}" for k in range(len(margin.cells) - 1)]


def _scaled(
    sample: WitnessSample, data: str, made: CalibrationStep, said: dict[str, str], rows: str = ""
) -> Iterable[str]:
    columns = [str(sample.design.weight)]
    if sample.replicates and sample.combined:
        columns += list(sample.replicates)
    if made.bounds or made.limits:
        yield f"# {said['scaled']}"
    chosen = f"[{rows}]" if rows else ""
    for column in columns:
        one = f"{data}${column}{chosen}"
        yield f"{one} <- {one} * {r_number(made.total)} / sum({one})"


def _made(sample: WitnessSample, data: str, design: str) -> Iterable[str]:
    d = sample.design
    if sample.replicates:
        columns = ", ".join(r_text(name) for name in sample.replicates)
        rscales = f"c({', '.join(repr(r) for r in sample.rscales)})"
        logical = {True: "TRUE", False: "FALSE"}
        yield from broken_line(
            f"{design} <- svrepdesign(data = {data}, weights = ~{d.weight}, "
            f'repweights = {data}[c({columns})], type = "other", scale = {sample.scale!r}, '
            f"rscales = {rscales}, combined.weights = {logical[sample.combined]}, "
            f"mse = {logical[sample.mse]})"
        )
        yield f"before_{design} <- {design}"
        return
    given = [f"ids = ~{' + '.join(d.psu_columns) or '1'}"]
    for role, names in (("strata", d.stratum_columns), ("fpc", d.fpc_columns)):
        if names:
            given.append(f"{role} = ~{' + '.join(names)}")
    nest = ", nest = TRUE" if d.nest and d.psu_columns else ""
    weights = f"weights = ~{d.weight}"
    yield f"{design} <- svydesign({', '.join(given)}, {weights}, data = {data}{nest})"


def _calibrate(
    sample: WitnessSample, design: str, data: str, made: CalibrationStep, name: str, population: str
) -> Iterable[str]:
    totals = [
        f"{'cells' if m.whole else 'shares'}({r_text(m.column)}, targets_{name}_{m.column})"
        for m in made.margins
    ]
    totals += [f"c({c} = {r_number(v)})" for c, v in made.totals.items()]
    terms = " + ".join([*(t for m in made.margins for t in _terms(m)), *made.totals])
    if made.margins:
        yield from broken_line(
            f"{population} <- totals({', '.join([r_number(made.total), *totals])})"
        )
    else:
        yield from broken_line(f"{population} <- c({', '.join(totals)})")
    yield from _call(
        sample, design, data, made, f"~ {'' if made.margins else '0 + '}{terms}", population
    )


def _call(
    sample: WitnessSample,
    design: str,
    data: str,
    made: CalibrationStep,
    formula: str,
    population: str,
) -> Iterable[str]:
    bounds = ""
    if made.limits:
        low, high = (f"{data}${name}" for name in made.limits)
        bounds = f", bounds = list(lower = {low}, upper = {high})"
    elif made.bounds:
        bounds = f", bounds = c({r_number(made.bounds[0])}, {r_number(made.bounds[1])})"
    options = ", compress = FALSE" if sample.replicates else ""
    return broken_line(
        f"{design} <- calibrate({design}, {formula}, population = {population}, "
        f"calfun = {r_text(made.method)}{bounds}, epsilon = 1e-12, maxit = 500{options})"
    )


def _zeros(sample: WitnessSample, waves: Sequence[WaveSample], design: str) -> Iterable[str]:
    """Keep rows of weight zero of a calibrated design out of a division that they would break."""
    weights = sample.columns[str(sample.design.weight)]
    none = any((weights[wave.rows] == "0.0").any() for wave in waves if wave.calibrations)
    if none and not sample.replicates:
        yield f"{design} <- with_zeros({design})"


def _side(sample: WitnessSample, wave: WaveSample, design: str) -> str:
    loose = any(
        not made.closed
        for each in ((wave,) if sample.apart else sample.waves)
        for made in each.calibrations
    )
    given = [r_text(design), design, r_number(SEARCHED if loose else CLOSED)]
    if sample.design.lonely_psu != "fail":
        given.append(f"lonely = {r_text(sample.design.lonely_psu)}")
    if not sample.apart:
        given.append(f"wave = {r_text(wave.id)}")
    if sample.replicates:
        given.append(f"before = before_{design}")
        if sample.degf is not None:
            given.append(f"degf = {sample.degf}")
    return f"{stem(sample, wave.id)} <- side({', '.join(given)})"


# --- figures -------------------------------------------------------------------------------------


def _figures(sample: WitnessSample, figures: Sequence[Figure]) -> Iterable[str]:
    for figure in figures:
        if figure.part != sample.part or figure.what is None:
            continue
        key, what = r_text(figure.key), figure.what
        if isinstance(what, Level):
            given = _given(what.asked)
            method = _INTERVALS.get(what.interval, what.interval)
            given += [] if method == "t" else [f"method = {r_text(method)}"]
            yield f"level({', '.join([key, stem(sample, what.wave), *given])})"
        elif isinstance(what, Slope):
            yield from broken_line(_slope(key, sample, what))
        else:
            yield _change(key, sample, what)


def _slope(key: str, sample: WitnessSample, what: Slope) -> str:
    given = [_given(asked) for asked in what.asked]
    sides = ", ".join(stem(sample, wave) for wave in what.waves)
    dates = ", ".join(r_text(date) for date in what.dates)
    one = all(each == given[0] for each in given)
    covariances = (
        given[0] if one else [f"alist({', '.join(terms)})" for terms in zip(*given, strict=True)]
    )
    return f"slope({key}, list({sides}), c({dates}), {', '.join(covariances)})"


def _change(key: str, sample: WitnessSample, what: AskedChange) -> str:
    given = _given(what.asked)
    before = [f"{n}_before = {e}" for n, e in zip("yd", _given(what.asked_before), strict=False)]
    given += before if what.asked != what.asked_before else []
    sides = [stem(sample, what.later), stem(sample, what.earlier)]
    return f"change({', '.join([key, *sides, *given])})"


def _given(asked: AskedEstimate) -> list[str]:
    """Return the numerator, and the denominator where there is one, as R reads them."""
    inside = ""
    if asked.group is not None:
        column, codes = asked.group
        inside = f" & {column} %in% {r_codes(codes)}"
    known = f"!is.na({asked.column})"
    if asked.scores is None:
        return _of_numbers(asked, known, inside)
    base = known
    if asked.base is not None:
        base = f"{asked.column} %in% {r_codes(asked.base)}"
    top = f"{_scored(asked)}"
    if inside:
        top = f"({top}) * ({inside.removeprefix(' & ')})"
    return [top, f"{base}{inside}"]


def _of_numbers(asked: AskedEstimate, known: str, inside: str) -> list[str]:
    value = f"number({asked.column})"
    if inside:
        value = f"{value} * ({inside.removeprefix(' & ')})"
    if asked.plain:
        return [value, f"on = {known}{inside}"]
    if asked.below is None:
        return [value, f"{known}{inside}"]
    below = f"number({asked.below})"
    if inside:
        below = f"{below} * ({inside.removeprefix(' & ')})"
    return [value, below, f"on = {known}{inside}"]


def _scored(asked: AskedEstimate) -> str:
    scores = {code: value for code, value in (asked.scores or {}).items() if value != 0}
    values = set(scores.values())
    if values <= {1.0, -1.0}:
        sides = [
            f"{asked.column} %in% {r_codes([c for c, v in scores.items() if v == sign])}"
            for sign in (1.0, -1.0)
            if sign in values
        ]
        if values == {1.0}:
            return sides[0]
        if not values:
            return f"{asked.column} %in% NULL"
        return f"({sides[0]}) - ({sides[1]})" if len(sides) == 2 else f"-({sides[0]})"
    pairs = ", ".join(f"{r_text(c)} = {r_number(v)}" for c, v in scores.items())
    return f"score({asked.column}, c({pairs}))"
