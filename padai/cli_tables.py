"""The tables that the command line prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
from rich.console import Console
from rich.table import Table

from padai.survey import Survey

VERDICTS: Mapping[str, tuple[str, str]] = {
    "rose": ("a augmenté", "rose"),
    "fell": ("a diminué", "fell"),
    "rose_less_than_margin": ("a augmenté, de moins que le seuil", "rose, by less than the margin"),
    "fell_less_than_margin": ("a diminué, de moins que le seuil", "fell, by less than the margin"),
    "stable": ("est demeurée stable", "remained stable"),
    "cannot_tell": ("les données ne permettent pas de conclure", "the data cannot tell"),
    "not comparable": ("non comparable (rupture de série)", "not comparable (break in series)"),
}


def number(value: float, lang: str, digits: int = 1, scale: float = 1.0, sign: bool = False) -> str:
    """Return a number as the language writes it; a dash where there is none."""
    from babel.numbers import format_decimal

    if pd.isna(value):
        return "–"
    zeros = "0" * digits
    pattern = f"#,##0.{zeros}" if digits else "#,##0"
    pattern = f"+{pattern};-{pattern}" if sign else pattern
    locale = "fr_CA" if lang == "fr" else "en_CA"
    return str(format_decimal(value * scale, pattern, locale=locale)).replace("-", "−")


def table(title: str, columns: Iterable[tuple[str, bool]]) -> Table:
    """Return an empty table; each column is a heading and whether it holds numbers."""
    made = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for heading, numeric in columns:
        made.add_column(heading, justify="right" if numeric else "left")
    return made


class Labels:
    """The texts of a definition in one language."""

    def __init__(self, survey: Survey, lang: str) -> None:
        self.survey = survey
        self.lang = lang
        self.fr = lang == "fr"

    def say(self, fr: str, en: str) -> str:
        """Choose between two fixed texts."""
        return fr if self.fr else en

    def group(self, breakdown: str, group: str) -> str:
        """Return a group's text; crossed groups are joined by a slash."""
        if breakdown == "total":
            return self.say("Ensemble", "All")
        names = zip(breakdown.split("*"), group.split("*"), strict=True)
        return " / ".join(self._one(b, g) for b, g in names)

    def _one(self, breakdown: str, group: str) -> str:
        if any(b.id == breakdown for b in self.survey.breakdowns):
            groups = {g.id: g.label for g in self.survey.breakdown(breakdown).groups}
            return groups[group].get(self.lang) if group in groups else group
        question = self.survey.questions.get(breakdown)
        return question.response_label(group, self.lang) if question else group

    def response(self, question: str, response: str) -> str:
        """Return the text of a response, net or statistic."""
        if response == "mean":
            return self.say("moyenne", "mean")
        return self.survey.question(question).response_label(response, self.lang)

    def figures(self, question: str, response: str) -> tuple[float, int]:
        """Return by how much to multiply an estimate and how many decimals to show."""
        is_mean = response == "mean" or response.startswith("q0.")
        return (1.0, 2) if is_mean else (100.0, 1)


def print_estimates(out: Console, frame: pd.DataFrame, survey: Survey, lang: str) -> None:
    """Print disclosed estimates of one question."""
    say = Labels(survey, lang)
    first = frame.iloc[0]
    question = survey.question(str(first["question"]))
    out.print(f"[bold]{question.label.get(lang)}[/bold]  ({first['wave']})", highlight=False)
    out.print(question.wording.get(lang), highlight=False, markup=False)
    made = table("", [
        (say.say("Réponse", "Response"), False), (say.say("Groupe", "Group"), False), ("%", True),
        (say.say("Intervalle à 95 %", "95% interval"), True), ("n", True),
        (say.say("n efficace", "n eff."), True), ("deff", True), (say.say("Cote", "Flag"), False),
    ])  # fmt: skip
    for _, row in frame.iterrows():
        scale, digits = say.figures(question.id, str(row["response"]))
        low, high = (number(row[c], lang, digits, scale) for c in ("conf_low", "conf_high"))
        made.add_row(
            say.response(question.id, str(row["response"])),
            say.group(str(row["breakdown"]), str(row["group"])),
            number(row["estimate"], lang, digits, scale),
            say.say(f"{low} à {high}", f"{low} to {high}"),
            number(row["n_base"], lang, 0), number(row["n_eff"], lang, 0),
            number(row["deff"], lang, 2), str(row["flag"]),
        )  # fmt: skip
    out.print(made)


def print_trend(
    out: Console, series: pd.DataFrame, changes: pd.DataFrame, survey: Survey, lang: str
) -> None:
    """Print a series by wave, then the changes with their verdicts."""
    print_estimates(out, series.sort_values(["breakdown", "group"], kind="stable"), survey, lang)
    say = Labels(survey, lang)
    made = table(say.say("Évolution", "Change"), [
        (say.say("Réponse", "Response"), False), (say.say("Groupe", "Group"), False),
        (say.say("Vagues", "Waves"), False),
        (say.say("Écart (points)", "Difference (points)"), True),
        (say.say("Intervalle à 95 %", "95% interval"), True), ("p", True),
        (say.say("p ajusté", "adjusted p"), True), (say.say("Constat", "Verdict"), False),
    ])  # fmt: skip
    for _, row in changes.iterrows():
        scale, digits = say.figures(str(row["question"]), str(row["response"]))
        low, high = (number(row[c], lang, digits, scale, True) for c in ("conf_low", "conf_high"))
        verdict = VERDICTS.get(str(row["verdict"]), ("–", "–"))
        made.add_row(
            say.response(str(row["question"]), str(row["response"])),
            say.group(str(row["breakdown"]), str(row["group"])),
            f"{row['reference']} → {row['wave']}",
            number(row["estimate"], lang, digits, scale, True),
            say.say(f"{low} à {high}", f"{low} to {high}"),
            number(row["p_value"], lang, 4), number(row["p_adjusted"], lang, 4), say.say(*verdict),
        )  # fmt: skip
    out.print(made)


def print_weighting(
    out: Console, summary: Mapping[str, float], margins: pd.DataFrame, lang: str
) -> None:
    """Print what weighting cost, and each margin before and after."""
    french = lang == "fr"
    names = {
        "n": ("Répondants", "Respondents"),
        "kish_deff": ("Effet de plan dû aux poids (Kish)", "Design effect of the weights (Kish)"),
        "n_eff": ("Taille effective", "Effective sample size"),
        "min": ("Plus petit rapport de poids", "Smallest g-weight"),
        "max": ("Plus grand rapport de poids", "Largest g-weight"),
    }
    for key, (fr, en) in names.items():
        if key in summary:
            digits = 0 if key in ("n", "n_eff") else 2
            out.print(
                f"{fr if french else en} : {number(summary[key], lang, digits)}", highlight=False
            )
    headings = ("Marge", "Cellule", "Cible", "Avant", "Après") if french else (
        "Margin", "Cell", "Target", "Before", "After")  # fmt: skip
    made = table("", [(h, i > 1) for i, h in enumerate(headings)])
    for _, row in margins.iterrows():
        shares = (number(row[c], lang, 2, 100.0) for c in ("target", "before", "after"))
        made.add_row(str(row["margin"]), str(row["cell"]), *shares)
    out.print(made)
