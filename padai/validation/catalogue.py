"""The page of the checks, made from their table: ``python -m padai.validation.catalogue FILE``."""

from __future__ import annotations

import sys
from pathlib import Path

from padai.errors import french
from padai.validation import CHECKS
from padai.validation.context import NEEDS
from padai.validation.registry import Check

_HEAD = """\
# Vérifications / Checks

Une vérification qui manque de ce qu’il lui faut est listée « non vérifiée », jamais réussie.
`checks:` dans `survey.yaml` change la gravité (`error`, `warning`, `off`); `accept:` accepte un
constat, avec une raison. Les accolades sont remplies par chaque constat. Les comparaisons
statistiques avec une vague antérieure (`dont_know_jump`, `distribution_shift`,
`demographic_drift`, `mode_drift`) sont ajustées ensemble (Holm) et ne disent rien sous 5 points,
ou sous ce que dit `smallest_drift:`.

A check that lacks what it needs is listed as not run, never as passed. `checks:` in `survey.yaml`
changes a severity (`error`, `warning`, `off`); `accept:` accepts a finding, with a reason. Braces
are filled in by each finding. The statistical comparisons with an earlier wave (`dont_know_jump`,
`distribution_shift`, `demographic_drift`, `mode_drift`) are adjusted together (Holm) and say
nothing under 5 points, or under what `smallest_drift:` says.

Ce qu’on ne peut savoir / what cannot be known:

- Des personnes copiées sous d’autres identifiants ne se voient que si elles ont donné quinze
  réponses fermées (`duplicate_answers`); une vague livrée de nouveau, que si deux personnes d’une
  même vague s’accordent rarement en tout (`redelivered_rows`). Sous ces seuils, le hasard en fait
  autant.
- Deux codes intervertis près de 50/50 (1 et 2 d’une question, F et M), une colonne ou des poids
  décalés de dix lignes laissent les parts intactes ou presque. Une vague antérieure les dit si deux
  réponses au moins y partageaient nettement ces groupes (`codes_exchanged` : quatre erreurs types;
  `column_shifted` : huit), ou si les ventilations y expliquaient un cinquième des poids
  (`weights_shifted`). Sans vague antérieure, ou si rien n’y allait avec la colonne, aucun calcul ne
  distingue ce fichier d’un fichier juste : seuls les libellés, les marges de calage ou la somme de
  contrôle du fournisseur le diraient.
- Où le mélange des pays, des régions ou de toute autre réponse a changé d’un dixième depuis la
  vague antérieure, `codes_exchanged` et `column_shifted` comparent à l’intérieur de chacun et à
  mélange égal : ce qui n’allait ensemble que d’un pays à l’autre n’y est plus compté, et rien n’est
  dit de vagues sans pays commun.
- Une colonne de codes nommée comme poids ne se voit que si elle prend trente valeurs entières au
  plus (`weight_of_codes`); des numéros d’UPE repris ailleurs, que si un rôle `country` ou `region`
  dit où (`psu_across_regions`), ou s’ils ne sont pas 1, 2, 3… (`psu_numbers_again`).
- Une colonne triée ou mêlée, des poids inversés (1/w), quelques réponses remplies par la plus
  fréquente ou des poids dix fois trop petits pour quelques personnes laissent les parts, ou
  presque : ils ne se voient que par ce qui allait avec eux dans une vague antérieure
  (`column_shifted`, `weights_shifted`). Une autre unité de moins de quatre fois, un plafond que
  moins d’une personne sur vingt dépassait, un arrondi des seules réponses déjà rondes passent.
  L’âge de quelqu’un et un code de refus de même nombre (99) ne se distinguent pas.

- People copied under other identifiers show only where they gave fifteen closed answers
  (`duplicate_answers`); a wave delivered again, only where two people of one wave seldom agree in
  everything (`redelivered_rows`). Under these floors chance does as much.
- Two codes exchanged near 50/50 (1 and 2 of a question, F and M), a column or weights shifted by
  ten rows leave the shares as they are, or nearly. An earlier wave tells them where two answers at
  least clearly parted these groups (`codes_exchanged`: four standard errors; `column_shifted`:
  eight), or where the breakdowns explained a fifth of the weights (`weights_shifted`). Without an
  earlier wave, or where nothing went with the column, no computation tells this file from a right
  one: only the labels, the targets or the supplier's checksum would.
- Where the mix of countries, of regions or of any other answer changed by a tenth since the earlier
  wave, `codes_exchanged` and `column_shifted` compare within each, at the same mix: what went
  together from country to country alone counts for nothing, and nothing is said of waves that share
  no country.
- A column of codes named as the weight shows only where it takes thirty whole values at most
  (`weight_of_codes`); psu numbers used again elsewhere, only where a role `country` or `region`
  says where (`psu_across_regions`), or where they are not 1, 2, 3… (`psu_numbers_again`).
- A column that was sorted or mixed, weights turned over (1/w), a few answers filled in by the most
  frequent one, or weights ten times too small of a few people leave the shares, or nearly: they
  show only by what went with them in an earlier wave (`column_shifted`, `weights_shifted`). Another
  unit of less than four times, a cap that fewer than one in twenty exceeded, and rounding of what
  was round already pass. Somebody's age and a code of refusal of the same number (99) cannot be
  told apart.

Page faite par / page made by: `python -m padai.validation.catalogue docs/checks.md`.
"""
_SEVERITY = {"error": "erreur / error", "warning": "avertissement / warning"}
_STAGE = {"delivered": "données livrées / as delivered", "weighted": "pondérées / weighted"}


def checks_page() -> str:
    """Return the page, in Markdown: what each check looks for, when, and what it says."""
    return "\n".join([_HEAD, *(_section(check) for check in CHECKS.values())])


def _section(check: Check) -> str:
    stages = ", ".join(text for stage, text in _STAGE.items() if stage in check.stages)
    lines = [
        f"## `{check.id}`",
        "",
        f"{check.titles['fr']} / {check.titles['en']}",
        "",
        f"- Gravité / severity: {_SEVERITY[check.severity]}",
        f"- Étape / stage: {stages}",
    ]
    for need in check.needs:
        fr, en = NEEDS[need][1]
        lines.append(f"- Non vérifié si / not run if: {french(fr)} / {en}")
    lines += [f"- fr: {check.sentences['fr']}", f"- en: {check.sentences['en']}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(checks_page(), encoding="utf-8", newline="\n")
