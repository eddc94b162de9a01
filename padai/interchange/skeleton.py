"""The files of an empty project: short, commented, and a definition that loads."""

from __future__ import annotations

from padai.errors import language, speaking
from padai.interchange.remarks import filled, remark
from padai.words.languages import AT_ROOT, base, spoken

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
languages: [@tag@]
@in-english@
# @interchange-file-formats@
# formats: [html]
asked_in: [@tag@]
synthetic: false
data_dir: data

# @interchange-file-shared@
overlap: none
waves: ["1"]

breakdowns:
  gender: {label: {@tag@: "@interchange-label-gender@"}, question: gender}
  age_group:
    label: {@tag@: "@interchange-label-age-group@"}
    question: age
    groups:
      18-34: {label: {@tag@: "@interchange-label-18-34@"}, min: 18, max: 34}
      35-54: {label: {@tag@: "@interchange-label-35-54@"}, min: 35, max: 54}
      55+: {label: {@tag@: "@interchange-label-55@"}, min: 55}

# @interchange-file-adjusted@
families:
  headline:
    label: {@tag@: "@interchange-label-headline@"}
    comparisons: [{question: trust, net: trust}]

# @interchange-file-key-results@
key_results:
  trust:
    question: trust
    net: trust
    label: {@tag@: "@interchange-label-have-trust@"}
    declared: 2025-01-01

sections:
  - id: trust
    title: {@tag@: "@interchange-label-trust@"}
    blocks:
      - {kind: trend, questions: [trust], title: {@tag@: "@interchange-label-trend@"}}
      - kind: groups
        questions: [trust]
        by: [gender, age_group]
        title: {@tag@: "@interchange-label-by-group@"}

# @interchange-file-breaks@
# breaks:
#   - id: mode-2
#     type: mode
#     date: 2026-01-01
#     text: {@tag@: …}
#     scope: {questions: [trust]}

"""

_QUESTIONNAIRE = """\
# yaml-language-server: $schema=schemas/questionnaire.schema.json
# @interchange-file-order@
scales:
  confidence:
    codes:  # @interchange-file-codes@
      1: {@tag@: "@interchange-label-trust-4@"}
      2: {@tag@: "@interchange-label-trust-3@"}
      3: {@tag@: "@interchange-label-trust-2@"}
      4: {@tag@: "@interchange-label-trust-1@"}
    missing:  # kind: dont_know, refused, not_asked, skipped
      98: {label: {@tag@: "@interchange-label-dont-know@"}, kind: dont_know, in_base: true}
      99: {label: {@tag@: "@interchange-label-refused@"}, kind: refused}
    nets:
      trust: {label: {@tag@: "@interchange-label-total-trust@"}, codes: [1, 2]}

questions:
  trust:
    label: {@tag@: "@interchange-label-confidence@"}
    wording: à compléter
    scale: confidence
    headline_net: trust
  gender:
    label: {@tag@: "@interchange-label-gender@"}
    wording: à compléter
    scale:
      codes:
        F: {label: {@tag@: "@interchange-label-woman@"}, value: 1}
        M: {label: {@tag@: "@interchange-label-man@"}, value: 2}
  age:
    type: number
    label: {@tag@: "@interchange-label-age@"}
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
    """Return the path in the project, and the text, of each file of an empty project.

    Its labels and its comments are in the language of messages; French where none was asked for.
    """
    tag, made = text_language(), {}
    with speaking(tag):
        for name, text in _FILES.items():
            made[name] = filled(text, tag)
    return made


def example_remark() -> str:
    """Return what stands beside a line of the skeleton that nobody answered."""
    with speaking(text_language()):
        return remark("interchange-file-example")


def text_language() -> str:
    """Return the tag of the language of messages, where padai has the words of a report in it."""
    tag = base(language(AT_ROOT))
    return tag if tag in spoken() else AT_ROOT


def project_file() -> str:
    """Return the text of the file that marks a project's folder."""
    return filled(_PROJECT, AT_ROOT)
