"""The tables that the command line prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
from rich.console import Console
from rich.table import Table
from rich.text import Text

from padai.survey import TO_COMPLETE, Question, Survey
from padai.words import Said, spoken
from padai.words.languages import locale_of

VERDICTS: Mapping[str, Said] = {
    "rose": Said("cli-rose"),
    "fell": Said("cli-fell"),
    "rose_less_than_margin": Said("cli-rose-by-less-than-the-margin"),
    "fell_less_than_margin": Said("cli-fell-by-less-than-the-margin"),
    "stable": Said("cli-remained-stable"),
    "cannot_tell": Said("cli-the-data-cannot-tell"),
    "not comparable": Said("cli-not-comparable-break-in-series"),
}
NO_VALUE = Said("cli-no-value")


def number(value: float, lang: str, digits: int = 1, scale: float = 1.0, sign: bool = False) -> str:
    """Return a number as the language writes it; a dash where there is none."""
    from babel.numbers import format_decimal

    if pd.isna(value):
        return "–"
    zeros = "0" * digits
    pattern = f"#,##0.{zeros}" if digits else "#,##0"
    pattern = f"+{pattern};-{pattern}" if sign else pattern
    locale = locale_of(lang)
    return str(format_decimal(value * scale, pattern, locale=locale)).replace("-", "−")


def table(title: str, columns: Iterable[tuple[str, bool]]) -> Table:
    """Return an empty table; each column is a heading and whether it holds numbers."""
    made = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for heading, numeric in columns:
        made.add_column(heading, justify="right" if numeric else "left")
    return made


class DefinitionTexts:
    """The texts of a definition in one language."""

    def __init__(self, survey: Survey, lang: str) -> None:
        self.survey = survey
        self.lang = lang

    def say(self, message: str | Said, en: str | None = None, /, **facts: object) -> str:
        """Return a message; two texts, French first, stand for one too."""
        return spoken(self.lang, message, en, facts)

    def group(self, breakdown: str, group: str) -> str:
        """Return a group's text; crossed groups are joined by a slash."""
        if breakdown == "total":
            return self.say("cli-all")
        names = zip(breakdown.split("*"), group.split("*"), strict=True)
        return " / ".join(self._one(b, g) for b, g in names)

    def _one(self, breakdown: str, group: str) -> str:
        if any(b.id == breakdown for b in self.survey.breakdowns):
            groups = {g.id: g.label for g in self.survey.breakdown(breakdown).groups}
            return groups[group].get(self.lang, group) if group in groups else group
        question = self.survey.questions.get(breakdown)
        return question.response_label(group, self.lang) if question else group

    def response(self, question: str, response: str) -> str:
        """Return the text of a response, net or statistic."""
        if response == "mean":
            return self.say("cli-mean")
        return self.survey.question(question).response_label(response, self.lang)

    def series(self, row: pd.Series, several: bool) -> str:
        """Name the series that a row is of: its group, and its response where there are several."""
        group = self.group(str(row["breakdown"]), str(row["group"]))
        if not several:
            return group
        response = self.response(str(row["question"]), str(row["response"]))
        return response if row["breakdown"] == "total" else f"{response}, {group}"

    def figures(self, question: str, response: str) -> tuple[float, int]:
        """Return by how much to multiply an estimate and how many decimals to show."""
        is_mean = response == "mean" or response.startswith("q0.")
        return (1.0, 2) if is_mean else (100.0, 1)


def p_value(value: float, lang: str) -> str:
    """Return a p-value with four decimals, or that it is under the last of them."""
    if not pd.isna(value) and value < 0.0001:
        return "< " + number(0.0001, lang, 4)
    return number(value, lang, 4)


def _heading(out: Console, frame: pd.DataFrame, survey: Survey, lang: str, when: str) -> str:
    question = survey.question(str(frame.iloc[0]["question"]))
    print_question(out, question, lang, when)
    wording = question.wording.get(lang)
    if wording != TO_COMPLETE:
        out.print(wording, highlight=False, markup=False)
    return question.id


def print_question(out: Console, question: Question, lang: str, when: str) -> None:
    """Print the question that a table is of, and when it was asked."""
    title = Text.assemble((question.label.get(lang, question.id), "bold"), f"  ({when})")
    out.print(title, highlight=False)


def _figures(row: pd.Series, say: DefinitionTexts) -> tuple[str, ...]:
    """Return estimate, standard error, interval, bases, deff and flag of a row, as texts."""
    scale, digits = say.figures(str(row["question"]), str(row["response"]))
    return (
        number(row["estimate"], say.lang, digits, scale),
        number(row["std_error"], say.lang, digits + 1, scale),
        _interval(row, say, digits, scale),
        number(row["n_base"], say.lang, 0),
        number(row["n_eff"], say.lang, 0),
        number(row["deff"], say.lang, 2),
        str(row["flag"]),
    )


def _interval(
    row: pd.Series, say: DefinitionTexts, digits: int, scale: float, sign: bool = False
) -> str:
    if pd.isna(row["conf_low"]):
        return "–"
    low, high = (number(row[c], say.lang, digits, scale, sign) for c in ("conf_low", "conf_high"))
    return say.say("cli-to", low=low, high=high)


def _unit(frame: pd.DataFrame, say: DefinitionTexts) -> str:
    """Return the heading of estimates: shares are in per cent, a mean is in its own unit."""
    scales = {say.figures("", str(response))[0] for response in frame["response"]}
    if scales == {1.0} and set(frame["response"].astype(str)) == {"mean"}:
        return say.say("cli-heading-mean")
    return "%" if scales == {100.0} else say.say("cli-heading-estimate")


def _figure_columns(frame: pd.DataFrame, say: DefinitionTexts) -> list[tuple[str, bool]]:
    return [
        (_unit(frame, say), True),
        (say.say("cli-std-error"), True),
        (say.say("cli-95-interval"), True),
        ("n", True),
        (say.say("cli-n-eff"), True),
        ("deff", True),
        (say.say("cli-flag"), False),
    ]


def print_estimates(out: Console, frame: pd.DataFrame, survey: Survey, lang: str) -> None:
    """Print disclosed estimates of one question in one wave."""
    say = DefinitionTexts(survey, lang)
    question = _heading(out, frame, survey, lang, str(frame.iloc[0]["wave"]))
    heads = [(say.say("cli-group-6d3b"), False), (say.say("cli-response-dfd4"), False)]
    made = table("", heads + _figure_columns(frame, say))
    for _, rows in frame.groupby(["breakdown", "group"], sort=False, observed=True):
        for place, (_, row) in enumerate(rows.iterrows()):
            group = say.group(str(row["breakdown"]), str(row["group"]))
            response = say.response(question, str(row["response"]))
            made.add_row("" if place else group, response, *_figures(row, say))
        made.add_section()
    out.print(made)


def print_trend(
    out: Console, series: pd.DataFrame, changes: pd.DataFrame, survey: Survey, lang: str
) -> None:
    """Print a series by group and wave, then the changes with their verdicts."""
    say = DefinitionTexts(survey, lang)
    waves = list(dict.fromkeys(series["wave"].astype(str)))
    question = _heading(out, series, survey, lang, f"{waves[0]}–{waves[-1]}")
    responses = dict.fromkeys(series["response"].astype(str))
    several = len(responses) > 1
    what = "" if several else say.response(question, next(iter(responses)))
    heads = [(say.say("cli-group-6d3b"), False), (say.say("cli-wave-207c"), False)]
    made = table(what, heads + _figure_columns(series, say))
    keys = ["response", "breakdown", "group"]
    for _, rows in series.groupby(keys, sort=False, observed=True):
        for place, (_, row) in enumerate(rows.iterrows()):
            name = "" if place else say.series(row, several)
            made.add_row(name, str(row["wave"]), *_figures(row, say))
        made.add_section()
    out.print(made)
    out.print(_changes(changes, say))


def _changes(changes: pd.DataFrame, say: DefinitionTexts) -> Table:
    points = all(say.figures("", str(r))[0] == 100.0 for r in changes["response"])
    made = table(
        say.say("cli-change-from-wave-to-wave"),
        [
            (say.say("cli-group-6d3b"), False),
            (say.say("cli-waves"), False),
            (say.say("cli-difference-points" if points else "cli-heading-difference"), True),
            (say.say("cli-std-error"), True),
            (say.say("cli-95-interval"), True),
            ("p", True),
            (say.say("cli-adjusted-p"), True),
            (say.say("cli-verdict"), False),
        ],
    )
    keys = ["response", "breakdown", "group"]
    several = len(set(changes["response"])) > 1
    for _, rows in changes.groupby(keys, sort=False, observed=True):
        for place, (_, row) in enumerate(rows.iterrows()):
            scale, digits = say.figures(str(row["question"]), str(row["response"]))
            made.add_row(
                "" if place else say.series(row, several),
                f"{row['reference']} → {row['wave']}",
                number(row["estimate"], say.lang, digits, scale, True),
                number(row["std_error"], say.lang, digits + 1, scale),
                _interval(row, say, digits, scale, sign=True),
                p_value(row["p_value"], say.lang),
                p_value(row["p_adjusted"], say.lang),
                say.say(VERDICTS.get(str(row["verdict"]), NO_VALUE)),
            )
        made.add_section()
    return made


def print_slopes(out: Console, slopes: pd.DataFrame, survey: Survey, lang: str) -> None:
    """Print the slope a year of each series, its joint test, and the bend that may be told of."""
    from padai.trends.whole_period import too_short

    say = DefinitionTexts(survey, lang)
    made = table(
        say.say("cli-over-all-waves"),
        [
            (say.say("cli-group-6d3b"), False),
            (say.say("cli-waves"), False),
            (say.say("cli-slope-a-year-points"), True),
            (say.say("cli-95-interval"), True),
            (say.say("cli-adjusted-p-slope"), True),
            (say.say("cli-adjusted-p-no-change"), True),
            (say.say("cli-pace"), False),
        ],
    )
    several = len(set(slopes["response"])) > 1
    for _, rows in slopes.groupby(["response", "breakdown", "group"], sort=False, observed=True):
        made.add_row(say.series(rows.iloc[0], several), *_slope_cells(rows, say))
    out.print(made)
    sloped = slopes[slopes["term"].eq("slope") & slopes["estimate"].notna()]
    pairs = zip(sloped["first_wave"].astype(str), sloped["last_wave"].astype(str), strict=True)
    short = sorted({pair for pair in pairs if too_short(survey, *pair)})
    for first, last in short[:1]:
        out.print(say.say("cli-slope-over-a-short-span", first=first, last=last), highlight=False)
    out.print(say.say("cli-an-exploratory-reading-without-verdicts"), highlight=False)


def _slope_cells(rows: pd.DataFrame, say: DefinitionTexts) -> list[str]:
    slope = rows[(rows["term"] == "slope") & (rows["on"] == "points")].iloc[0]
    joint = rows[rows["term"] == "joint"].iloc[0]
    scale, digits = say.figures(str(slope["question"]), str(slope["response"]))
    bends = rows[(rows["term"] == "bend") & (rows["p_adjusted"] < 0.05)]
    waves = f"{slope['first_wave']}–{slope['last_wave']}" if slope["first_wave"] else "–"
    why = _absent(str(slope["reason"]), say)
    if pd.isna(slope["estimate"]):
        return [waves, "–", "–", "–", "–", why]
    if slope["reason"]:
        without = ", ".join(str(slope["left_out"]).split())
        waves += say.say("cli-without", without=without, why=why)
    bend = "–"
    if len(bends):
        surest = bends.sort_values("p_adjusted", kind="stable").iloc[0]
        size = number(surest["estimate"], say.lang, digits, scale, True)
        bend = say.say("cli-after", size=size, wave=surest["wave"])
    return [
        waves,
        number(slope["estimate"], say.lang, digits, scale, True),
        _interval(slope, say, digits, scale, sign=True),
        p_value(slope["p_adjusted"], say.lang),
        p_value(joint["p_adjusted"], say.lang),
        bend,
    ]


def _absent(reason: str, say: DefinitionTexts) -> str:
    words = {
        "too_few_comparable_waves": Said("cli-fewer-than-three-comparable-waves"),
        "withheld": Said("cli-a-wave-is-not-shown"),
        "share_of_0_or_1": Said("cli-share-of-0-or-100"),
        "no_sampling_error": Said("cli-value-without-sampling-error"),
        "too_few_degrees_of_freedom": Said("cli-too-few-primary-units"),
    }  # fmt: skip
    return say.say(words.get(reason, NO_VALUE))


_OF_A_MARGIN = (
    Said("cli-heading-margin"),
    Said("cli-heading-cell"),
    Said("cli-heading-target"),
    Said("cli-heading-sample"),
    Said("cli-heading-before"),
    Said("cli-heading-after"),
)


def print_weighting(
    out: Console, summary: Mapping[str, float], margins: pd.DataFrame, lang: str
) -> None:
    """Print what weighting cost, and each margin before and after."""
    names = {
        "n": Said("cli-respondents"),
        "kish_deff": Said("cli-design-effect-of-the-weights-kish"),
        "n_eff": Said("cli-effective-sample-size"),
        "g_min": Said("cli-smallest-g-weight"),
        "g_max": Said("cli-largest-g-weight"),
    }
    colon = spoken(lang, "padai-colon", None, {})
    for key, name in names.items():
        if key in summary:
            digits = 0 if key in ("n", "n_eff") else 2
            out.print(
                f"{name.text(lang)}{colon}{number(summary[key], lang, digits)}",
                highlight=False,
            )
    made = table("", [(head.text(lang), i > 1) for i, head in enumerate(_OF_A_MARGIN)])
    for _, row in margins.iterrows():
        shares = (number(row[c], lang, 2, 100.0) for c in ("target", "sample", "before", "after"))
        made.add_row(str(row["margin"]), str(row["cell"]), *shares)
    out.print(made)
