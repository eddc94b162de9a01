"""The files of an empty project: short, commented, and a definition that loads."""

from __future__ import annotations

_PROJECT = """\
# Le projet : ce fichier marque son dossier, et tous les chemins partent d’ici.
# The project: this file marks its folder, and every path in it is relative to here.
surveys: surveys
reports: reports
releases: releases
"""

_REPORTS = """\
# reports

Un fichier placé ici, par exemple `fr/_ouverture.qmd`, remplace le gabarit du même nom que padai
fournit. Le dossier peut rester vide.

A file put here, for example `en/_opening.qmd`, replaces the template of the same name that padai
ships. The folder may stay empty.
"""

METHODOLOGY = """\
# Chacun est un texte, ou {status: not_applicable | not_supplied, reason: {fr: …}}.
# Each is a text, or {status: not_applicable | not_supplied, reason: {fr: …}}.
methodology:
  strategy: à compléter
  sponsor: à compléter
  funder: à compléter
  frame: à compléter
  recruitment: à compléter
  quotas: à compléter
  incentives: à compléter
  devices: à compléter
  interview_languages: à compléter
  processing: à compléter
  quality_checks: à compléter
  response: à compléter
  limitations: à compléter
  membership: à compléter
  contract: à compléter
  neutrality: à compléter
"""
"""What a definition says of its method, all to be written."""

_SURVEY = """\
# yaml-language-server: $schema=schemas/survey.schema.json
# Ce qui est décidé avant de lire les données. Remplacez chaque « à compléter » : les commandes de
# calcul l’acceptent, la publication le refuse et en donne la liste.
# What is decided before data are read. Replace each « à compléter »: computing accepts it,
# publishing refuses it and lists it.
id: survey
title: à compléter
description: à compléter
population: à compléter
geography: à compléter
sponsor: à compléter
contact: à compléter
languages: [fr]
# Pour publier aussi en anglais / to publish in English too:
# languages: [fr, en]
# en: {basis: {fr: …, en: …}, approved_by: …, date: 2025-01-01}
# Chaque rapport est une page, un PDF et un document Word; pour moins / for fewer:
# formats: [html]
asked_in: [fr]
synthetic: false
data_dir: data

# Ce que deux vagues partagent / what two waves share: none, respondent, psu
overlap: none
waves: ["1"]

breakdowns:
  gender: {label: {fr: Genre}, question: gender}
  age_group:
    label: {fr: Groupe d’âge}
    question: age
    groups:
      18-34: {label: {fr: 18 à 34 ans}, min: 18, max: 34}
      35-54: {label: {fr: 35 à 54 ans}, min: 35, max: 54}
      55+: {label: {fr: 55 ans et plus}, min: 55}

# Comparaisons déclarées d’avance; leurs valeurs p sont ajustées ensemble.
# Comparisons declared beforehand; their p-values are adjusted together.
families:
  headline:
    label: {fr: Indicateurs principaux}
    comparisons: [{question: trust, net: trust}]

# Résultats que chaque publication montre, quoi que disent les données.
# Results that every publication shows, whatever the data say.
key_results:
  trust: {question: trust, net: trust, label: {fr: Font confiance}, declared: 2025-01-01}

sections:
  - id: trust
    title: {fr: La confiance}
    blocks:
      - {kind: trend, questions: [trust], title: {fr: "Total confiance, d’une vague à l’autre"}}
      - {kind: groups, questions: [trust], by: [gender, age_group], title: {fr: Selon le groupe}}

# Une raison typée, datée et délimitée de ne pas comparer / why waves may not be compared:
# breaks:
#   - id: mode-2
#     type: mode
#     date: 2026-01-01
#     text: {fr: …}
#     scope: {questions: [trust]}

"""

_QUESTIONNAIRE = """\
# yaml-language-server: $schema=schemas/questionnaire.schema.json
# Les questions dans l’ordre de l’entrevue, et les échelles qu’elles partagent.
# The questions in the order of the interview, and the scales that they share.
scales:
  confidence:
    codes:  # code: libellé; la valeur du fichier si elle diffère / the file’s value if it differs
      1: {fr: Tout à fait confiance}
      2: {fr: Plutôt confiance}
      3: {fr: Plutôt pas confiance}
      4: {fr: Pas du tout confiance}
    missing:  # kind: dont_know, refused, not_asked, skipped
      98: {label: {fr: Je ne sais pas}, kind: dont_know, in_base: true}
      99: {label: {fr: Je préfère ne pas répondre}, kind: refused}
    nets:
      trust: {label: {fr: Total confiance}, codes: [1, 2]}

questions:
  trust:
    label: {fr: Confiance}
    wording: à compléter
    scale: confidence
    headline_net: trust
  gender:
    label: {fr: Genre}
    wording: à compléter
    scale:
      codes:
        F: {label: {fr: Femme}, value: 1}
        M: {label: {fr: Homme}, value: 2}
  age:
    type: number
    label: {fr: Âge}
    wording: à compléter
    range: [18, 110]
"""

_WAVE = """\
# yaml-language-server: $schema=../schemas/wave.schema.json
label: à compléter
fieldwork: {start: 2025-01-13, end: 2025-02-02}
parts:
  main:
    label: à compléter
    population: à compléter
    mode: online  # online, phone, in_person, mail, mixed
    sample_type: probability  # probability, quota, open, minipublic
    supplier: à compléter
    file: wave-1.sav  # dans data/ / in data/
    # sha256: …
    # n: 1000
    design: {id: respondent}  # weight, stratum, psu, fpc
    weighting:
      method: rake
      margins: [gender, age_group]  # totaux dans targets/1.csv / totals in targets/1.csv
      bounds: [0.2, 5.0]
release:
  version: 1
  status: draft
  publish_on: 2025-03-31
"""

_TARGETS = """\
part,margin,cell,target,status,source,date
main,gender,F,50,approximation,à compléter,à compléter
main,gender,M,50,approximation,à compléter,à compléter
main,age_group,18-34,27,approximation,à compléter,à compléter
main,age_group,35-54,34,approximation,à compléter,à compléter
main,age_group,55+,39,approximation,à compléter,à compléter
"""

_CHANGES = """\
# Historique de la définition / changes to the definition
"""

SKELETON = {
    "padai.yaml": _PROJECT,
    "reports/README.md": _REPORTS,
    "surveys/survey/survey.yaml": _SURVEY + METHODOLOGY,
    "surveys/survey/questionnaire.yaml": _QUESTIONNAIRE,
    "surveys/survey/waves/1.yaml": _WAVE,
    "surveys/survey/targets/1.csv": _TARGETS,
    "surveys/survey/CHANGES.md": _CHANGES,
    "surveys/survey/data/README.md": "Les fichiers de données vont ici. / Data files go here.\n",
}
"""Path in the project, and text, of each file of an empty project."""
