"""How to read the report, and what may be compared with earlier waves."""

from __future__ import annotations

from padai.publishing.context import FLAG_WORDS, Context
from padai.publishing.emit import Piece, bullets, definitions, joined, paragraph
from padai.publishing.lookup import MAIN
from padai.publishing.sentences import joined as in_words
from padai.publishing.sentences import lower_first
from padai.survey import Break, Reliability

BREAK_TYPES = {
    "wording": {"fr": "libellé", "en": "wording"},
    "scale": {"fr": "échelle de réponse", "en": "answer scale"},
    "mode": {"fr": "mode de collecte", "en": "mode of interview"},
    "coverage": {"fr": "population ou territoire", "en": "population or territory"},
    "supplier": {"fr": "firme de sondage", "en": "fieldwork firm"},
    "weighting": {"fr": "pondération", "en": "weighting"},
    "sample_type": {"fr": "type d’échantillon", "en": "sample type"},
}
_POLICIES = {
    "isq-a": {
        "fr": "*\u00a0: coefficient de variation (CV) de plus de 15\u00a0% et d’au plus "
              "25\u00a0%\u202f; **\u00a0: CV de plus de 25\u00a0%",
        "en": "*: coefficient of variation (CV) over 15% and up to 25%; **: CV over 25%",
    },
    "isq-b": {
        "fr": "*\u00a0: coefficient de variation (CV) de plus de 15\u00a0% et d’au plus "
              "25\u00a0%\u202f; **\u00a0: CV de plus de 25\u00a0% et de moins de 33\u00a0%\u202f; "
              "F\u00a0: CV de 33\u00a0% ou plus, non publiée",
        "en": "*: coefficient of variation (CV) over 15% and up to 25%; **: CV over 25% and under "
              "33%; F: CV of 33% or more, not published",
    },
    "statcan": {
        "fr": "E\u00a0: coefficient de variation (CV) de plus de 16,5\u00a0% et d’au plus "
              "33,3\u00a0%\u202f; F\u00a0: CV de plus de 33,3\u00a0%, non publiée",
        "en": "E: coefficient of variation (CV) over 16.5% and up to 33.3%; F: CV over 33.3%, not "
              "published",
    },
    "none": {"fr": "aucune cote de fiabilité", "en": "no reliability flag"},
}  # fmt: skip


def how_to_read(context: Context) -> Piece:
    """Explain figures, intervals, verdicts and flags in plain words."""
    return joined([definitions(how_to_read_items(context)), *_symbols(context)])


def how_to_read_items(context: Context) -> list[tuple[str, str]]:
    """Return each notion and its meaning, as far as the sample type knows it."""
    words = context.words(MAIN)
    items = [(
        context.say("Pourcentages.", "Percentages."),
        context.say(
            f"Chaque pourcentage est une part {words.people}, pondérée sauf mention contraire. La "
            "base est l’ensemble des personnes à qui la question a été posée\u202f; le nombre n "
            "est toujours celui des répondants, non pondéré.",
            f"Each percentage is a share {words.people}, weighted unless stated otherwise. The "
            "base is everyone who was asked the question; n is always the unweighted number of "
            "respondents.",
        ),
    )]  # fmt: skip
    rounding = context.store.survey.confidentiality.rounding
    if rounding is not None:
        step = context.numbers.count(rounding.bases)
        items.append((context.say("Nombres arrondis.", "Rounded numbers."), context.say(
            f"Pour protéger les personnes, les nombres de répondants sont arrondis à {step}\u00a0"
            "près\u202f; les intervalles sont ceux que donneraient ces nombres.",
            f"To protect people, numbers of respondents are rounded to the nearest {step}; "
            "intervals are those that these numbers would give.",
        )))  # fmt: skip
    if words.has_intervals:
        items += _with_inference(context, words.interval)
    return [*items, *_flags(context, context.store.survey.reliability)]


def _with_inference(context: Context, interval: str) -> list[tuple[str, str]]:
    name = interval[:1].upper() + interval[1:] + "."
    return [
        (name, context.say(
            "Il donne l’incertitude due à l’échantillonnage. Deux intervalles qui se chevauchent "
            "ne prouvent ni un changement ni son absence\u202f: seul le verdict compte.",
            "It gives the uncertainty due to sampling. Two intervals that overlap prove neither a "
            "change nor its absence: only the verdict counts.",
        )),
        (context.say("Verdicts entre éditions.", "Verdicts between editions."), context.say(
            "«\u00a0a augmenté\u00a0» ou «\u00a0a diminué\u00a0»\u00a0: la différence est "
            "démontrée (au seuil de 5\u00a0%, corrigé pour le nombre de comparaisons déclarées). "
            "«\u00a0est demeurée stable\u00a0»\u00a0: le changement est démontré plus petit que la "
            "marge déclarée avant l’enquête. «\u00a0les données ne permettent pas de "
            "conclure\u00a0»\u00a0: ni l’un ni l’autre n’est démontré, ce qui ne veut pas dire que "
            "rien n’a changé.",
            "“rose” or “fell”: the difference is shown (at the 5% level, corrected for the number "
            "of comparisons declared). “remained stable”: the change is shown to be smaller than "
            "the margin declared before the survey. “the data do not allow a conclusion”: neither "
            "is shown, which does not mean that nothing changed.",
        )),
        (context.say("Ensemble de la période.", "Whole period."), context.say(
            "À partir de trois éditions comparables, un second verdict porte sur toutes. "
            "«\u00a0progresse\u00a0» ou «\u00a0recule\u00a0» par an\u00a0: la pente est démontrée. "
            "«\u00a0gagne\u00a0» ou «\u00a0perd\u00a0»\u00a0: une droite ne convient pas, et "
            "l’écart entre la première et la dernière édition est démontré. «\u00a0aucune tendance "
            "démontrée\u00a0» ne veut pas dire que rien n’a changé.",
            "From three comparable editions on, a second verdict is on all of them. “has risen” or "
            "“has fallen” a year: the slope is shown. “gained” or “lost”: a straight line does not "
            "fit, and the change between the first and the last edition is shown. “no trend shown” "
            "does not mean that nothing changed.",
        )),
        (context.say("Verdicts entre groupes.", "Verdicts between groups."), context.say(
            "Chaque groupe est comparé à l’ensemble des autres groupes de la même répartition. "
            "«\u00a0pas d’écart démontré\u00a0» ne veut pas dire «\u00a0aucun écart\u00a0».",
            "Each group is compared with the other groups of the same breakdown together. “no "
            "difference shown” does not mean “no difference”.",
        )),
        (context.say("Écarts.", "Changes."), context.say(
            "Un écart entre deux pourcentages est donné en points de pourcentage, arrondi à partir "
            "des valeurs exactes\u202f: il peut différer de 0,1\u00a0point de l’écart entre les "
            "deux valeurs affichées. Une comparaison sans verdict est exploratoire.",
            "A difference between two percentages is given in percentage points, rounded from the "
            "exact values: it may differ by 0.1 point from that of the two values shown. A "
            "comparison without a verdict is exploratory.",
        )),
    ]  # fmt: skip


def _flags(context: Context, policy: Reliability) -> list[tuple[str, str]]:
    rule = _POLICIES[policy.policy][context.lang]
    low, small = policy.minimum_base, policy.small_base
    return [
        (context.say("Fiabilité.", "Reliability."), rule[:1].upper() + rule[1:] + "."),
        (context.say("Petites bases.", "Small bases."), context.say(
            f"Règle propre à cette publication\u00a0: sous {low} répondants, rien n’est montré "
            f"(nombre insuffisant)\u202f; de {low} à {small - 1}, le résultat porte la cote b.",
            f"A rule of this publication: under {low} respondents nothing is shown (too few); "
            f"from {low} to {small - 1} the result carries the flag b.",
        )),
    ]  # fmt: skip


def _symbols(context: Context) -> list[Piece]:
    frame = context.store.tables["estimates"]
    used = {f for text in frame["flag"].unique() for f in str(text).split()}
    signs = [
        context.colon(flag, words[context.lang]) for flag, words in FLAG_WORDS.items()
        if flag in used
    ]  # fmt: skip
    if not signs:
        return []
    signs.append(context.colon("…", context.say("question non posée", "question not asked")))
    lead = context.say("Signes utilisés dans ce rapport\u00a0:", "Signs used in this report:")
    return [paragraph(lead), bullets(signs)]


def comparability(context: Context) -> Piece:
    """List every declared break: what, when, where it applies, and why."""
    survey = context.store.survey
    first = context.say(
        "Une rupture de série est une raison, déclarée et datée, de ne pas comparer deux éditions. "
        "À l’intérieur de sa portée, aucune comparaison n’est faite et les courbes sont "
        "interrompues.",
        "A break in series is a declared and dated reason not to compare two editions. Within its "
        "scope no comparison is made and lines are broken.",
    )
    if not survey.breaks:
        none = context.say("Aucune rupture n’est déclarée.", "No break is declared.")
        return joined([paragraph(first, none), _vintages(context)])
    items = [(_head(context, b), f"{context.text(b.text)} {scope_words(context, b)}"
              f"{_bridges(context, b)}") for b in survey.breaks]  # fmt: skip
    but = context.say(
        "Là où un écart de méthode a été mesuré, la comparaison est faite\u202f: l’écart est "
        "retiré du changement, et son incertitude y est ajoutée.",
        "Where an offset of method was measured, the comparison is made: the offset is taken out "
        "of the change, and its uncertainty is added.",
    ) if any(b.bridges for b in survey.breaks) else ""  # fmt: skip
    return joined([paragraph(first, but), definitions(items), _vintages(context)])


def _vintages(context: Context) -> Piece:
    """Say in which release the figures of each edition took the values that they have."""
    known: dict[str, list[str]] = {}
    for wave, name in (context.store.release.get("vintages") or {}).items():
        label = context.wave_label(wave)
        known.setdefault(name, []).append(lower_first(label) if context.french else label)
    if not known or context.unreviewed:
        return Piece("")
    said = [
        context.say(f"{in_words(waves, 'fr')} dans la publication {name}",
                    f"{in_words(waves, 'en')} in release {name}")
        for name, waves in known.items()
    ]  # fmt: skip
    lead = context.say(
        "Chiffres inchangés depuis leur publication", "Figures unchanged since their release"
    )
    title = context.say("Millésime des chiffres.", "Vintage of the figures.")
    return definitions([(title, f"{context.colon(lead, '; '.join(said))}.")])


def _bridges(context: Context, found: Break) -> str:
    """Say which offsets of method were measured, how surely, and where they come from."""
    said = []
    for bridge in found.bridges:
        name = context.label(bridge.question)
        if bridge.breakdown != "total":
            name += f", {context.group(bridge.breakdown, bridge.group)}"
        response = context.response(bridge.question, bridge.net)
        digits = 1 if bridge.on == "points" else 2
        size, error = (
            context.numbers.decimal(v, digits) for v in (bridge.offset, bridge.std_error)
        )
        unit = context.say("points", "points") if bridge.on == "points" else context.say(
            "sur l’échelle logit", "on the logit scale"
        )  # fmt: skip
        said.append(context.say(
            f"{name} ({response})\u00a0: {size} {unit}, erreur type {error} "
            f"({context.text(bridge.source).rstrip('.')})",
            f"{name} ({response}): {size} {unit}, standard error {error} "
            f"({context.text(bridge.source).rstrip('.')})",
        ))  # fmt: skip
    if not said:
        return ""
    lead = context.say("Écart de méthode mesuré", "Measured offset of method")
    between = context.say("\u202f; ", "; ")
    return f" {context.colon(lead, between.join(said))}."


def _head(context: Context, found: Break) -> str:
    kind = BREAK_TYPES[found.type][context.lang]
    when = context.numbers.date(found.date)
    return context.say(f"{kind[:1].upper()}{kind[1:]}, {when}.", f"{kind.capitalize()}, {when}.")


def scope_words(context: Context, found: Break) -> str:
    """Say where a break applies."""
    scope = found.scope
    said = []
    if scope.questions is not None:
        said.append(", ".join(context.label(q) for q in scope.questions))
    for breakdown, groups in (scope.breakdowns or {}).items():
        name = context.breakdown(breakdown)
        if groups is None:
            said.append(name)
        else:
            listed = ", ".join(context.group(breakdown, g) for g in groups)
            said.append(f"{name} ({listed})")
    if scope.parts is not None:
        labels = [context.text(context.part(p).label) for p in scope.parts if p in context.parts]
        said.append(", ".join(labels or scope.parts))
    where = " · ".join(said) or context.say("toutes les questions", "every question")
    return context.colon(context.say("Portée", "Scope"), where) + "."
