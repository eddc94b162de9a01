"""The files of an empty project: short, commented, and a definition that loads."""

from __future__ import annotations

from padai.interchange.remarks import filled

_PROJECT = """\
# @interchange-file-project@
surveys: surveys
reports: reports
releases: releases
"""

_REPORTS = """\
# reports

@interchange-file-templates@
"""

METHODOLOGY = """\
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
# @interchange-file-decided@
id: survey
title: à compléter
description: à compléter
population: à compléter
geography: à compléter
sponsor: à compléter
contact: à compléter
languages: [fr]
# @interchange-file-in-english-too@
# languages: [fr, en]
# en: {basis: {fr: …, en: …}, approved_by: …, date: 2025-01-01}
# @interchange-file-formats@
# formats: [html]
asked_in: [fr]
synthetic: false
data_dir: data

# @interchange-file-shared@
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

# @interchange-file-adjusted@
families:
  headline:
    label: {fr: Indicateurs principaux}
    comparisons: [{question: trust, net: trust}]

# @interchange-file-key-results@
key_results:
  trust: {question: trust, net: trust, label: {fr: Font confiance}, declared: 2025-01-01}

sections:
  - id: trust
    title: {fr: La confiance}
    blocks:
      - {kind: trend, questions: [trust], title: {fr: "Total confiance, d’une vague à l’autre"}}
      - {kind: groups, questions: [trust], by: [gender, age_group], title: {fr: Selon le groupe}}

# @interchange-file-breaks@
# breaks:
#   - id: mode-2
#     type: mode
#     date: 2026-01-01
#     text: {fr: …}
#     scope: {questions: [trust]}

"""

_QUESTIONNAIRE = """\
# yaml-language-server: $schema=schemas/questionnaire.schema.json
# @interchange-file-order@
scales:
  confidence:
    codes:  # @interchange-file-codes@
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
    file: wave-1.sav  # @interchange-file-in-data@
    # sha256: …
    # n: 1000
    design: {id: respondent}  # weight, stratum, psu, fpc
    weighting:
      method: rake
      margins: [gender, age_group]  # @interchange-file-totals@
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
# @interchange-file-changes@
"""

_FILES = {
    "padai.yaml": _PROJECT,
    "reports/README.md": _REPORTS,
    "surveys/survey/survey.yaml": _SURVEY + "# @interchange-file-method@\n" + METHODOLOGY,
    "surveys/survey/questionnaire.yaml": _QUESTIONNAIRE,
    "surveys/survey/waves/1.yaml": _WAVE,
    "surveys/survey/targets/1.csv": _TARGETS,
    "surveys/survey/CHANGES.md": _CHANGES,
    "surveys/survey/data/README.md": "@interchange-file-data-go-here@\n",
}


def skeleton() -> dict[str, str]:
    """Return the path in the project, and the text, of each file of an empty project."""
    return {name: filled(text) for name, text in _FILES.items()}


def project_file() -> str:
    """Return the text of the file that marks a project's folder."""
    return filled(_PROJECT)
