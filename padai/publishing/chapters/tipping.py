"""What would make a finding false: a sentence beside each key result, a table in the methods."""

from __future__ import annotations

import math
from collections.abc import Sequence

from padai.publishing.chapters.robustness import headline_name, headlines
from padai.publishing.context import Context
from padai.publishing.emit import Piece, definitions, folded, heading, joined, paragraph, table
from padai.publishing.exhibits.common import Item, change_of
from padai.publishing.lookup import MAIN, Tipping
from padai.publishing.sentences import VARIANT_PHRASES
from padai.publishing.tables import Column, TableRow

_FALSE = {
    "false_favourable": {"fr": "favorables", "en": "favourable"},
    "false_unfavourable": {"fr": "défavorables", "en": "unfavourable"},
    "false_random": {"fr": "données au hasard", "en": "given at random"},
}
_RATIO, _RHO, _UNKNOWN = "selection_ratio", "selection_rho", "dont_know"
_RISES, _FALLS = ("rose", "rose_less_than_margin"), ("fell", "fell_less_than_margin")


def tipping_sentence(context: Context, item: Item) -> str:
    """Say what would have to be true for the finding on a figure to be false, in one sentence.

    Nothing where the release says nothing of it.
    """
    found = context.lookup.tipping(
        item.question, item.response, item.breakdown, item.group, item.part
    )
    change = change_of(context, item)
    if not found or change is None or not context.words(item.part).has_intervals:
        return ""
    mine = [t for t in found if t.of_wave == context.store.wave and t.reference == change.reference]
    if not mine or any(t.reason in ("not_a_share", "too_few") for t in mine):
        return ""
    false = _smallest(mine)
    shown = mine[0].verdict in (*_RISES, *_FALLS)
    return _shown(context, mine, false) if shown else _not_shown(context, mine, false)


def _smallest(found: Sequence[Tipping]) -> Tipping | None:
    """Return the false answers of which fewest turn the finding over."""
    known = [t for t in found if t.assumption in _FALSE and math.isfinite(t.value)]
    return min(known, key=lambda t: t.value, default=None)


def _shown(context: Context, found: Sequence[Tipping], false: Tipping | None) -> str:
    rose = found[0].verdict in _RISES
    what = context.say("la hausse" if rose else "la baisse", "the rise" if rose else "the fall")
    year = context.since(context.store.wave)
    took = _took_part(context, found)
    if false is None:
        none = context.say(
            f"Aucune part de fausses réponses en {year} ne suffirait pour que {what} ne soit plus "
            "démontrée",
            f"No share of false answers in {year} would be enough for {what} no longer to be shown",
        )
        more = context.say(f"\u202f; il faudrait que {took}", f"; {took}") if took else ""
        return f"{none}{more}."
    share, kind = context.numbers.share(false.value), _FALSE[false.assumption][context.lang]
    more = context.say(f", ou que {took},", f", or {took},") if took else ""
    return context.say(
        f"Il faudrait que {share} des réponses de {year} soient fausses et {kind}{more} pour que "
        f"{what} ne soit plus démontrée.",
        f"{share} of the answers of {year} would have to be false and {kind}{more} for {what} no "
        "longer to be shown.",
    )


def _took_part(context: Context, found: Sequence[Tipping]) -> str:
    """Say how unequal taking part would have to have been, as a clause; nothing where unknown."""
    ratio = next((t.value for t in found if t.assumption == _RATIO), math.nan)
    if not math.isfinite(ratio) or ratio <= 0:
        return ""
    times = context.numbers.decimal(ratio, 2)
    if ratio >= 1:
        return context.say(
            "les personnes qui donnent cette réponse aient participé, une fois pondérées, "
            f"{times} fois autant que les autres",
            "those who give this answer would have to have taken part, once weighted, "
            f"{times} times as much as the others",
        )
    return context.say(
        "les personnes qui donnent cette réponse n’aient participé, une fois pondérées, que "
        f"{times} fois autant que les autres",
        "those who give this answer would have to have taken part, once weighted, only "
        f"{times} times as much as the others",
    )


def _not_shown(context: Context, found: Sequence[Tipping], false: Tipping | None) -> str:
    year = context.since(context.store.wave)
    if false is None:
        return context.say(
            f"Aucune part de fausses réponses en {year} ne ferait démontrer un changement une fois "
            "ces réponses retirées.",
            f"No share of false answers in {year} would let a change be shown once they are taken "
            "out.",
        )
    share, kind = context.numbers.share(false.value), _FALSE[false.assumption][context.lang]
    rise = false.verdict_then in _RISES
    what = context.say("une hausse" if rise else "une baisse", "a rise" if rise else "a fall")
    return context.say(
        f"Il suffirait que {share} des réponses de {year} soient fausses et {kind} pour qu’{what} "
        "soit démontrée une fois ces réponses retirées.",
        f"It would take {share} of the answers of {year} being false and {kind} for {what} to be "
        "shown once they are taken out.",
    )


# --- in the methods ------------------------------------------------------------------------------


def tipping(context: Context) -> Piece:
    """Say in the methods what would make each headline finding false, and by which formulas."""
    told = [(key, rows) for key in headlines(context) if (rows := context.lookup.tipping(*key))]
    told = [(key, rows) for key, rows in told if rows[0].reason not in ("not_a_share", "too_few")]
    if not told or not context.words(MAIN).has_intervals:
        return Piece("")
    said = context.say(
        "Un constat peut être faux pour des raisons que l’intervalle ne mesure pas\u00a0: des "
        "réponses fausses, une participation inégale, des personnes qui ne savent pas. Pour chaque "
        "indicateur principal, ce qui suit dit quelle ampleur chacune devrait avoir pour que le "
        "constat change. Ce ne sont pas des estimations de ces défauts.",
        "A finding may be false for reasons that the interval does not measure: false answers, "
        "unequal participation, people who do not know. For each headline indicator, what follows "
        "says how large each of these would have to be for the finding to change. These are not "
        "estimates of these faults.",
    )
    title = context.say("Ce qui rendrait chaque constat faux (tableau)",
                        "What would make each finding false (table)")  # fmt: skip
    return joined([
        heading(3, context.say("Ce qui rendrait un constat faux",
                               "What would make a finding false")),
        paragraph(said),
        definitions(_formulas(context)),
        *folded(title, _table(context, told)),
    ])  # fmt: skip


def _formulas(context: Context) -> list[tuple[str, str]]:
    return [
        (context.say("Fausses réponses.", "False answers."), context.say(
            "Une part e des réponses d’une édition, fausses, est retirée\u00a0: il reste "
            "(p − e·a) / (1 − e), où p est la proportion publiée et a vaut 1 si les réponses "
            "fausses vont toutes à la réponse suivie («\u00a0favorables\u00a0»), 0 si aucune n’y "
            "va («\u00a0défavorables\u00a0»), ou la part de cette réponse parmi les choix "
            "(«\u00a0au hasard\u00a0»). La part indiquée est la plus petite qui change le constat, "
            "compte tenu de l’erreur type des réponses qui restent et des autres comparaisons de "
            "la même famille. À titre de repère, une étude a classé de 4\u00a0% à 7\u00a0% des "
            "réponses de panels Web ouverts des États-Unis comme fausses (Pew Research Center, "
            "rapport du 18 février 2020 sur les faux répondants des sondages en ligne)\u202f; "
            "ce taux n’est pas une mesure de la présente enquête.",
            "A share e of the answers of one edition, false ones, is taken out: what is left is "
            "(p − e·a) / (1 − e), where p is the published share and a is 1 if the false answers "
            "all go to the response that is followed (“favourable”), 0 if none does "
            "(“unfavourable”), or that response’s part of the choices (“at random”). The share "
            "given is the smallest that changes the finding, by the standard error of the answers "
            "that are left and with the other comparisons of the same family held. As a landmark, "
            "one study classed 4% to 7% of the answers of opt-in online panels in the United "
            "States as bogus (Pew Research Center, “Assessing the Risks to Online Polls From Bogus "
            "Respondents”, February 18, 2020); that rate is no measure of this survey.")),
        (context.say("Participation inégale.", "Unequal participation."), context.say(
            "Si les personnes qui donnent la réponse suivie ont participé r fois autant que les "
            "autres, une fois pondérées, la cote de la proportion publiée est r fois celle de la "
            "population. La corrélation ρ entre l’inclusion pondérée et la réponse est l’erreur "
            "divisée par l’écart type de la réponse dans la population et par "
            "√((1 − f + CV²) / f), où f est le nombre de répondants sur la population et CV le "
            "coefficient de variation des poids (Meng, Ann. Appl. Stat. 12(2), 2018, "
            "p. 685-726). L’autre édition est tenue pour exacte.",
            "If those who give the response that is followed took part r times as much as the "
            "others, once weighted, the odds of the published share are r times those of the "
            "population. The correlation ρ of weighted inclusion with the answer is the error over "
            "the standard deviation of the answer in the population and over "
            "√((1 − f + CV²) / f), where f is respondents over population and CV the coefficient "
            "of variation of the weights (Meng, Annals of Applied Statistics 12(2), 2018, "
            "pp. 685-726). The other edition is taken as exact.")),
        (context.say("Personnes qui ne savent pas.", "People who do not know."), context.say(
            "Toutes les façons de les répartir, de 0\u00a0% à 100\u00a0% vers la réponse suivie, "
            "sont essayées, la même dans les deux éditions.",
            "Every way of sharing them out is tried, from 0% to 100% to the response that is "
            "followed, the same in both editions.")),
    ]  # fmt: skip


def _table(context: Context, told: Sequence[tuple[tuple[str, str], list[Tipping]]]) -> Piece:
    columns = [
        Column(context.say("Fausses réponses", "False answers"), numeric=False),
        Column(context.say("Rapport de participation", "Ratio of participation"), numeric=False),
        Column("ρ", numeric=False),
        Column(context.say("«\u00a0Ne sait pas\u00a0»", "“Don’t know”"), numeric=False),
        Column(context.say("Autres choix", "Other choices"), numeric=False),
    ]
    rows = [
        TableRow(headline_name(context, *key), (
            _false_cell(context, rows), _ratio_cell(context, rows), _rho_cell(context, rows),
            _unknown_cell(context, rows), _choices_cell(context, rows),
        ))
        for key, rows in told
    ]  # fmt: skip
    caption = context.say("Ce qu’il faudrait pour que le constat change.",
                          "What it would take for the finding to change.")  # fmt: skip
    note = context.say(
        "«\u00a0Favorable\u00a0» veut dire\u00a0: dans la réponse suivie, quelle qu’elle soit. "
        "Tiret\u00a0: aucune valeur ne change le constat, ou le calcul est sans objet.",
        "“Favourable” means: in the response that is followed, whichever it is. Dash: no value "
        "changes the finding, or there is nothing to compute.",
    )
    stub = context.say("Indicateur principal", "Headline indicator")
    under = context.words(MAIN).under
    return table(context, "tipping", caption, stub, columns, rows, note=f"{note} {under}".strip())


def _false_cell(context: Context, rows: Sequence[Tipping]) -> str:
    lines = []
    for row in rows:
        if row.assumption in _FALSE and math.isfinite(row.value):
            share, year = context.numbers.share(row.value), context.since(row.of_wave)
            kind = _FALSE[row.assumption][context.lang]
            lines.append(context.say(f"{share} {kind} ({year})", f"{share} {kind} ({year})"))
    return "\n".join(lines) or "–"


def _ratio_cell(context: Context, rows: Sequence[Tipping]) -> str:
    found = [
        f"{context.numbers.decimal(row.value, 2)} ({context.since(row.of_wave)})"
        for row in rows if row.assumption == _RATIO and math.isfinite(row.value)
    ]  # fmt: skip
    return "\n".join(found) or "–"


def _rho_cell(context: Context, rows: Sequence[Tipping]) -> str:
    lines = []
    for row in rows:
        if row.assumption == _RHO and math.isfinite(row.value) and row.value:
            digits = min(8, 2 - math.floor(math.log10(abs(row.value))))
            number = context.numbers.decimal(row.value, max(digits, 2))
            lines.append(f"{number} ({context.since(row.of_wave)})")
    return "\n".join(lines) or "–"


def _unknown_cell(context: Context, rows: Sequence[Tipping]) -> str:
    row = next((r for r in rows if r.assumption == _UNKNOWN), None)
    if row is None or row.reason == "no_dont_know":
        return "–"
    if row.reason:
        return context.say("ne tient nulle part", "stands nowhere")
    if row.stands == "true":
        return context.say("tient toujours", "always stands")
    low, high = (context.numbers.share(v, digits=0) for v in (row.low, row.high))
    return context.say(f"tient de {low} à {high}", f"stands from {low} to {high}")


def _choices_cell(context: Context, rows: Sequence[Tipping]) -> str:
    tried = [row for row in rows if row.assumption in VARIANT_PHRASES]
    if not tried:
        return "–"
    kept = context.numbers.count(sum(row.stands == "true" for row in tried))
    whole = context.numbers.count(len(tried))
    return context.say(f"tient selon {kept} sur {whole}", f"stands by {kept} out of {whole}")
