"""Series over all of their editions: pace, tests, bends, smoothed values."""

from __future__ import annotations

import math

from padai.publishing.chapters.indices import indices
from padai.publishing.chapters.robustness import headline_name
from padai.publishing.context import Context
from padai.publishing.emit import Piece, bullets, folded, heading, joined, paragraph, table
from padai.publishing.exhibits.common import Item, period_of, whole_period
from padai.publishing.lookup import MAIN, TOTAL, Told
from padai.publishing.sentences import lower_first, period_phrase
from padai.publishing.tables import Column, TableRow

SHOWN_AT = 0.05
"""A bend is told of where its p, adjusted over the waves it could be at, is under this."""
_ABSENT = {
    "too_few_comparable_waves": {
        "fr": "moins de trois éditions comparables",
        "en": "fewer than three comparable editions",
    },
    "share_of_0_or_1": {"fr": "part de 0 ou de 100\u00a0%", "en": "share of 0 or 100%"},
    "no_sampling_error": {
        "fr": "valeur sans erreur d’échantillonnage",
        "en": "value without sampling error",
    },
    "too_few_degrees_of_freedom": {
        "fr": "trop peu d’unités primaires",
        "en": "too few primary units",
    },
    "withheld": {"fr": "une édition n’est pas publiée", "en": "an edition is not published"},
}
_NOT_SMOOTHED = ("too_few_degrees_of_freedom", "no_sampling_error")


def overall(context: Context) -> Piece:
    """Say how each followed series moved over all comparable editions, then the indices."""
    series = _series(context) if context.words(MAIN).has_intervals else Piece("")
    body = joined([series, indices(context)])
    if not body.markdown.strip():
        return Piece("")
    title = context.say("Sur l’ensemble des éditions", "Over all editions")
    anchor = context.say("sec-ensemble", "sec-overall")
    return joined([heading(2, title, anchor), body])


def _series(context: Context) -> Piece:
    keys = context.lookup.followed_overall()
    if not any(_one(context, key, "slope") for key in keys):
        return Piece("")
    title = context.say("Toutes les séries suivies (tableau)", "All followed series (table)")
    return joined([
        paragraph(*_intro(context)),
        bullets(_sentence(context, key) for key in _key_results(context, keys)),
        *folded(title, _table(context, keys)),
        *_smoothed(context, keys),
    ])  # fmt: skip


def _intro(context: Context) -> list[str]:
    words = context.words(MAIN)
    return [
        context.say(
            "La pente est le changement moyen par année entre la première et la dernière édition "
            "comparables, aux dates réelles des enquêtes\u202f; chaque édition compte autant. Une "
            "rupture de série commence une nouvelle série.",
            "The slope is the mean change a year between the first and the last comparable "
            "editions, at the true dates of the surveys; each edition counts the same. A break "
            "starts a new series.",
        ),
        context.say(
            f"Chaque pente a son {words.interval} et, où la série est d’une famille déclarée, un "
            "verdict\u202f; là où une droite ne convient pas (test au seuil de 5\u00a0%), le "
            "verdict porte sur l’écart entre la première et la dernière édition comparables.",
            f"Each slope has its {words.interval} and, where the series belongs to a declared "
            "family, a verdict; where a straight line does not fit (test at the 5% level), the "
            "verdict is on the change between the first and the last comparable editions.",
        ),
    ]


def _one(context: Context, key: tuple[str, str], term: str, on: str = "points") -> Told | None:
    found = (t for t in context.lookup.told(*key) if t.term == term and t.on == on)
    return next(found, None)


def _bend(context: Context, key: tuple[str, str]) -> Told | None:
    """Return the bend that is surest, where one may be told of."""
    found = [t for t in context.lookup.told(*key) if t.term == "bend" and t.p_adjusted < SHOWN_AT]
    return min(found, key=lambda t: (t.p_adjusted, -abs(t.estimate)), default=None)


def _key_results(context: Context, keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    named = [(k.question, k.net) for k in context.store.survey.key_results if k.breakdown == TOTAL]
    return [key for key in dict.fromkeys(named) if key in keys]


def _sentence(context: Context, key: tuple[str, str]) -> str:
    """Say the slope of a key result with its interval, and the bend that may be told of."""
    whole = whole_period(context, Item(*key))
    if whole:
        return f"{context.colon(headline_name(context, *key), lower_first(whole))}" + _bend_words(
            context, key
        )
    told = _one(context, key, "slope")
    if told is None:
        return ""
    if not math.isfinite(told.estimate):
        return context.colon(headline_name(context, *key), _why_not(context, told)) + "."
    kind, short = context.kind(*key), context.words(MAIN).interval_short
    size = context.numbers.change(told.estimate, kind)
    span = context.numbers.range(told.conf_low, told.conf_high, kind, change=True)
    said = context.say(
        f"de {told.first_wave} à {told.last_wave}, {size} par année en moyenne "
        f"({context.colon(short, span)})",
        f"from {told.first_wave} to {told.last_wave}, {size} a year on average "
        f"({context.colon(short, span)})",
    )
    said += _without_words(context, told)
    return context.colon(headline_name(context, *key), said) + "." + _bend_words(context, key)


def _without_words(context: Context, told: Told) -> str:
    """Name the editions that a slope goes without, their estimate having no sampling error."""
    if not told.reason or not math.isfinite(told.estimate):
        return ""
    names, why = ", ".join(told.left_out.split()), _ABSENT[told.reason][context.lang]
    return context.say(f", sans {names} ({why})", f", without {names} ({why})")


def _bend_words(context: Context, key: tuple[str, str]) -> str:
    bend = _bend(context, key)
    if bend is None:
        return ""
    kind, short = context.kind(*key), context.words(MAIN).interval_short
    span = context.numbers.range(bend.conf_low, bend.conf_high, kind, change=True)
    size, where = context.numbers.change(bend.estimate, kind), context.the_wave(bend.wave)
    return " " + context.say(
        f"Le rythme diffère avant et après {where}\u202f: {size} par année après, par rapport à "
        f"avant ({context.colon(short, span)}).",
        f"The pace differs before and after {where}: {size} a year after, compared with before "
        f"({context.colon(short, span)}).",
    )


def _why_not(context: Context, told: Told) -> str:
    absent = _ABSENT.get(told.reason, _ABSENT["too_few_comparable_waves"])
    return context.say("pas de pente, ", "no slope, ") + absent[context.lang]


# --- the table ---------------------------------------------------------------------------------


def _table(context: Context, keys: list[tuple[str, str]]) -> Piece:
    words = context.words(MAIN)
    columns = [
        Column(context.say("Éditions", "Editions"), numeric=False),
        Column(context.say("Pente par année", "Slope a year")),
        Column(words.interval_short[:1].upper() + words.interval_short[1:]),
        Column(context.say("Pente, échelle logit", "Slope, logit scale")),
        Column(context.say("p, aucune édition ne diffère", "p, no edition differs")),
        Column(context.say("Rythme, avant et après", "Pace, before and after"), numeric=False),
        Column(context.say("Verdict sur la période", "Verdict on the period"), numeric=False),
    ]
    rows = [
        TableRow(headline_name(context, *key), cells)
        for key in keys
        if (cells := _cells(context, key))
    ]
    caption = context.say(
        "Pente de chaque série suivie, en points de pourcentage par année (en points de l’échelle "
        "pour une moyenne).",
        "Slope of each followed series, in percentage points a year (in points of the scale for a "
        "mean).",
    )
    note = " ".join(t for t in (*_table_notes(context), words.under) if t)
    stub = context.say("Série", "Series")
    return table(context, "overall", caption, stub, columns, rows, note=note)


def _table_notes(context: Context) -> list[str]:
    return [
        context.say(
            "p\u00a0: test conjoint (Wald, ajusté au plan de sondage), corrigé pour toutes les "
            "séries du tableau (Benjamini-Hochberg).",
            "p: joint test (Wald, adjusted to the sampling design), corrected for all series of "
            "the table (Benjamini-Hochberg).",
        ),
        context.say(
            "Verdict\u202f: au seuil de 5\u00a0%, corrigé pour toutes les séries de sa famille "
            "(Holm)\u202f; les indicateurs principaux forment une famille, et chaque chapitre une "
            "autre.",
            "Verdict: at the 5% level, corrected for all series of its family (Holm); the headline "
            "indicators are one family, and each chapter another.",
        ),
        context.say(
            "Rythme\u00a0: à partir de cinq éditions comparables, et seulement où l’écart entre "
            "les deux pentes est démontré (au seuil de 5\u00a0%, corrigé pour toutes les éditions "
            "où il pourrait être).",
            "Pace: from five comparable editions on, and only where the difference of the two "
            "slopes is shown (at the 5% level, corrected for all editions where it could be).",
        ),
        context.say("≠\u00a0: une rupture laisse des éditions hors de la série.",
                    "≠: a break leaves editions out of the series."),
    ]  # fmt: skip


def _cells(context: Context, key: tuple[str, str]) -> tuple[str, ...]:
    slope, odds = _one(context, key, "slope"), _one(context, key, "slope", "logit")
    if slope is None:
        return ()
    if not math.isfinite(slope.estimate):
        reason = _ABSENT.get(slope.reason, _ABSENT["too_few_comparable_waves"])[context.lang]
        return (_editions(context, slope), "–", "–", "–", "–", reason, "–")
    joint, kind = _one(context, key, "joint"), context.kind(*key)
    shown = odds is not None and math.isfinite(odds.estimate)
    bend, period = _bend(context, key), period_of(context, Item(*key))
    return (
        _editions(context, slope),
        context.numbers.bare_change(slope.estimate, kind),
        context.numbers.range(slope.conf_low, slope.conf_high, kind, change=True),
        context.numbers.bare_change(odds.estimate, "mean") if shown and odds else "–",
        p_words(context, joint.p_adjusted) if joint else "–",
        context.colon(bend.wave, context.numbers.bare_change(bend.estimate, kind)) if bend else "–",
        period_phrase(period, context.numbers, kind) if period else "–",
    )


def _editions(context: Context, told: Told) -> str:
    if not told.first_wave:
        return "–"
    mark = "\u00a0≠" if told.breaks and told.left_out else ""
    mark += _without_words(context, told)
    if told.first_wave == told.last_wave:
        return told.first_wave + mark
    between = context.say("à", "to")
    return f"{told.first_wave} {between} {told.last_wave}{mark}"


def p_words(context: Context, value: float) -> str:
    """Write a p-value with three decimals, or that it is under the last of them."""
    if not math.isfinite(value):
        return "–"
    if value < 0.001:
        return f"<\u00a0{context.numbers.decimal(0.001, 3)}"
    return context.numbers.decimal(value, 3)


# --- the smoother ------------------------------------------------------------------------------


def _smoothed(context: Context, keys: list[tuple[str, str]]) -> list[Piece]:
    found = {key: by_wave for key in keys if (by_wave := _waves_of(context, key))}
    absent = _not_smoothed(context, keys)
    if not found:
        return absent
    waves = [
        w for w in context.store.survey.waves if any(w in by_wave for by_wave in found.values())
    ]
    words = context.words(MAIN)
    rows = [
        TableRow(
            headline_name(context, *key),
            tuple(_smooth_cell(context, key, by.get(w)) for w in waves),
        )
        for key, by in found.items()
    ]
    caption = context.say("Valeurs lissées de chaque édition.", "Smoothed values of each edition.")
    note = " ".join(t for t in (context.say(
        f"Niveau local, à partir de huit éditions comparables. Sous chaque valeur\u00a0: bande à "
        f"{context.level}, qui tient compte de l’incertitude sur la variance du niveau.",
        f"Local level, from eight comparable editions on. Under each value: {context.level} band, "
        "which accounts for the uncertainty of the level’s variance.",
    ), words.under) if t)  # fmt: skip
    title = context.say("Séries lissées (tableau)", "Smoothed series (table)")
    stub = context.say("Série", "Series")
    made = table(context, "smoothed", caption, stub, [Column(w) for w in waves], rows, note=note)
    return [*folded(title, made), *absent]


def _not_smoothed(context: Context, keys: list[tuple[str, str]]) -> list[Piece]:
    """Name the long series that are not smoothed, and say why."""
    why: dict[str, list[str]] = {}
    for key in keys:
        told = (t for t in context.lookup.told(*key) if t.term == "smooth")
        lost = [t for t in told if t.reason in _NOT_SMOOTHED]
        if lost and not math.isfinite(lost[0].estimate):
            reason = _ABSENT[lost[0].reason][context.lang]
            why.setdefault(reason, []).append(headline_name(context, *key))
    start = context.say("Séries non lissées", "Series not smoothed")
    between = context.say("\u202f; ", "; ")
    return [
        paragraph(context.colon(f"{start} ({reason})", between.join(names)) + ".")
        for reason, names in why.items()
    ]


def _waves_of(context: Context, key: tuple[str, str]) -> dict[str, Told]:
    return {t.wave: t for t in context.lookup.told(*key)
            if t.term == "smooth" and math.isfinite(t.estimate)}  # fmt: skip


def _smooth_cell(context: Context, key: tuple[str, str], told: Told | None) -> str:
    if told is None:
        return "…"
    kind = context.kind(*key)
    value = context.numbers.level(told.estimate, kind, sign=False)
    return f"{value}\n{context.numbers.range(told.conf_low, told.conf_high, kind, sign=False)}"
