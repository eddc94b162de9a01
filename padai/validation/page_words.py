"""What the page of findings says, in each language."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "title": "Constats de validation",
        "colon": "\u00a0: ",
        "synthetic": "Données fictives",
        "stage": "Étape",
        "delivered": "Données telles que livrées",
        "weighted": "Données pondérées",
        "file": "Fichier",
        "rows_read": "Lignes lues",
        "excluded": "Lignes exclues par la règle déclarée",
        "rows": "Lignes vérifiées",
        "earlier": "Vagues antérieures",
        "rates": "Participation",
        "ok": "Rien n’empêche la publication.",
        "stopped": "{count} constat(s) empêchent la publication.",
        "tally": "Erreurs\u00a0: {errors}; avertissements\u00a0: {warnings}; constats "
        "acceptés\u00a0: {accepted}; vérifications réussies\u00a0: {passed}; non faites\u00a0: "
        "{not_run}.",
        "errors": "Erreurs",
        "warnings": "Avertissements",
        "accepted": "Constats acceptés",
        "because": "Accepté\u00a0: ",
        "answer": "Réponse",
        "wave": "Vague",
        "share": "Part",
        "places": "Rangs dans le fichier, à partir de 1 ({count})",
        "more": " et {count} de plus",
        "not_run": "Vérifications non faites",
        "passed": "Vérifications réussies",
        "counts": "Cette page ne contient que des nombres, des proportions et des rangs dans le "
        "fichier\u00a0: aucune réponse ni aucun identifiant. Document de travail, à ne pas "
        "publier.",
    },
    "en": {
        "title": "Validation findings",
        "colon": ": ",
        "synthetic": "Synthetic data",
        "stage": "Stage",
        "delivered": "Data as delivered",
        "weighted": "Weighted data",
        "file": "File",
        "rows_read": "Rows read",
        "excluded": "Rows excluded by the declared rule",
        "rows": "Rows checked",
        "earlier": "Earlier waves",
        "rates": "Participation",
        "ok": "Nothing stops publication.",
        "stopped": "{count} finding(s) stop publication.",
        "tally": "Errors: {errors}; warnings: {warnings}; accepted findings: {accepted}; checks "
        "passed: {passed}; not made: {not_run}.",
        "errors": "Errors",
        "warnings": "Warnings",
        "accepted": "Accepted findings",
        "because": "Accepted: ",
        "answer": "Answer",
        "wave": "Wave",
        "share": "Share",
        "places": "Places in the file, from 1 ({count})",
        "more": " and {count} more",
        "not_run": "Checks that were not made",
        "passed": "Checks that passed",
        "counts": "This page holds numbers, proportions and places in the file only: no answer "
        "and no identifier. A working document, not to be published.",
    },
}
