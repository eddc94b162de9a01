"""Every word of the explorer that is not in the store, in both languages.

Braces hold what the script puts in. Words of verdicts, intervals and sample types are those of
the reports (:mod:`padai.publishing.sentences`, :mod:`padai.publishing.vocabulary`).
"""

from __future__ import annotations

from padai.publishing.numbers import NBSP, THIN

_PAIRS: dict[str, tuple[str, str]] = {
    # controls
    "choose": ("Choisir un résultat", "Choose a result"),
    "more": ("Réponse, répartition et éditions", "Answer, breakdown and editions"),
    "search": ("Chercher une question", "Search for a question"),
    "searchHint": ("Un mot suffit, avec ou sans accents.", "One word is enough."),
    "found": ("{n} questions trouvées", "{n} questions found"),
    "foundOne": ("1 question trouvée", "1 question found"),
    "noneFound": (
        f"Aucune question ne contient «{NBSP}{{text}}{NBSP}».",
        "No question contains “{text}”.",
    ),
    "part": ("Volet de l’enquête", "Part of the survey"),
    "question": ("Question", "Question"),
    "response": ("Réponse suivie", "Answer followed"),
    "nets": ("Regroupements", "Groups of answers"),
    "answers": ("Réponses", "Answers"),
    "breakdown": ("Répartition", "Breakdown"),
    "group": ("Groupe", "Group"),
    "everyGroup": ("Tous les groupes", "All groups"),
    "from": ("De", "From"),
    "to": ("À", "To"),
    "reference": ("Comparer {wave} avec", "Compare {wave} with"),
    "waves": ("Éditions", "Editions"),
    # results
    "exactWords": ("Question posée", "Question asked"),
    "changedWords": (
        f"Le libellé n’est pas le même dans toutes les éditions montrées{NBSP}:",
        "The wording is not the same in every edition shown:",
    ),
    "became": ("Ce qui a changé", "What changed"),
    "table": ("Données de la figure", "Data of the figure"),
    "take": ("Partager et télécharger", "Share and download"),
    "noResult": (
        "Aucun résultat n’est publié pour ce choix et ces éditions.",
        "No result is published for this choice and these editions.",
    ),
    "alone": (
        f"Une seule édition est montrée{NBSP}: il n’y a rien à comparer.",
        "Only one edition is shown: there is nothing to compare.",
    ),
    # verdicts
    "since": ("Par rapport à {wave}", "Compared with {wave}"),
    "subject_share": ("cette part", "this share"),
    "subject_balance": ("la valeur de ce solde", "this balance"),
    "subject_mean": ("cette moyenne", "this mean"),
    "notComparable": ("Résultat non comparable avec {wave}", "Not comparable with {wave}"),
    "between": (
        f"Une rupture de série sépare ces deux éditions{NBSP}: ",
        "A break in series stands between these two editions: ",
    ),
    "unpublished": ("comparaison non publiée", "comparison not published"),
    "unpublishedWhy": (
        "Comparaison avec {wave} non publiée. L’explorateur n’en calcule pas.",
        "Comparison with {wave} not published. The explorer computes none.",
    ),
    "exploratory": (
        "comparaison exploratoire, sans verdict",
        "exploratory comparison, without a verdict",
    ),
    "hidden": ("comparaison non montrée", "comparison not shown"),
    "adjusted": (
        f"Valeur p corrigée{NBSP}: {{p}}{{family}}.",
        "Adjusted p-value: {p}{family}.",
    ),
    "family": (" ({n} comparaisons dans la famille)", " ({n} comparisons in the family)"),
    "familyOne": (
        " (seule comparaison de sa famille)",
        " (the only comparison of its family)",
    ),
    "small": ("moins de 0,001", "less than 0.001"),
    "pointsUnit": ("points de pourcentage", "percentage points"),
    "pointUnit": ("point de pourcentage", "percentage points"),
    "point": ("{n}\u00a0point", "{n}\u00a0point"),
    "points": ("{n}\u00a0points", "{n}\u00a0points"),
    # figure and table
    "share": ("en %", "in %"),
    "balance": ("en points de pourcentage", "in percentage points"),
    "break": ("rupture", "break"),
    "brokenAt": ("Rupture de série", "Break in series"),
    "concerned": (" ({groups})", " ({groups})"),
    "base": (f"Base{NBSP}: {{base}}{THIN}; n non pondéré.", "Base: {base}; unweighted n."),
    "lines": (f"Traits{NBSP}: {{interval}}.", "Lines: {interval}."),
    "edition": ("Édition", "Edition"),
    "estimate": ("Estimation", "Estimate"),
    "n": ("n", "n"),
    "remark": ("Remarque", "Remark"),
    "change": (
        "Écart avec {wave}, intervalle et verdict",
        "Change since {wave}, interval and verdict",
    ),
    "under": (
        f"Sous chaque estimation{NBSP}: {{interval}}, puis n.",
        "Under each estimate: {interval}, then n.",
    ),
    "notAsked": ("question non posée", "question not asked"),
    "notShown": (f"Non montré{NBSP}: {{places}}.", "Not shown: {places}."),
    "curves": ("Courbes, de {first} à {last}.", "Lines, from {first} to {last}."),
    "brokenLine": ("ligne interrompue", "broken line"),
    # share and download
    "address": ("Adresse de ce résultat", "Address of this result"),
    "copy": ("Copier l’adresse", "Copy the address"),
    "copied": ("Adresse copiée.", "Address copied."),
    "selected": (
        f"L’adresse est sélectionnée{NBSP}: copiez-la au clavier.",
        "The address is selected: copy it with the keyboard.",
    ),
    "png": ("Image PNG", "PNG picture"),
    "svg": ("Image SVG", "SVG picture"),
    "csv": ("Données CSV", "CSV data"),
    "saved": (f"Fichier préparé{NBSP}: {{name}}.", "File prepared: {name}."),
    "failed": (
        "Le navigateur n’a pas pu préparer l’image. L’image SVG reste offerte.",
        "The browser could not prepare the picture. The SVG picture is still offered.",
    ),
    # announcements and errors
    "shown": (
        "Résultat affiché{colon}{title}. {became}",
        "Result shown{colon}{title}. {became}",
    ),
    "wrong": (
        "L’adresse demandée ne correspond pas en entier à cette publication.",
        "The address asked for does not match this release in full.",
    ),
    "wrongValue": (
        f"{{name}}{NBSP}: «{NBSP}{{value}}{NBSP}» n’y est pas.",
        "{name}: “{value}” is not there.",
    ),
    "wrongOrder": (
        f"Éditions{NBSP}: la première suit la dernière.",
        "Editions: the first comes after the last.",
    ),
    "instead": (
        "Ce qui a pu être compris est montré.",
        "What could be understood is shown.",
    ),
}
_SIGNS = {
    "fr": {"colon": f"{NBSP}: ", "semicolon": f"{THIN}; ", "open": f"«{NBSP}",
           "close": f"{NBSP}»", "percent": f"{NBSP}%", "upTo": " à ", "and": " et "},
    "en": {"colon": ": ", "semicolon": "; ", "open": "“", "close": "”", "percent": "%",
           "upTo": " to ", "and": " and "},
}  # fmt: skip

WORDS: dict[str, dict[str, str]] = {
    lang: {key: pair[place] for key, pair in _PAIRS.items()} | _SIGNS[lang]
    for place, lang in enumerate(("fr", "en"))
}
"""The words by language and key."""
