"""Writing a draft as the files of a definition: valid YAML, with what was guessed in comments."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from padai.interchange.dividing import age_label, ages, dividing
from padai.interchange.draft import (
    Draft,
    DraftCode,
    DraftDesign,
    DraftMissing,
    DraftQuestion,
    DraftWave,
    Words,
)
from padai.interchange.remarks import TO_CONFIRM as TO_BE_CONFIRMED
from padai.interchange.remarks import (
    by_waves,
    clean,
    in_english,
    remark,
    remark_line,
    written,
)
from padai.interchange.scalars import exact, literal, marks_line, quoted, words
from padai.interchange.skeleton import METHODOLOGY
from padai.survey.duration import ADMINISTRATIVE
from padai.survey.fieldwork import Mode
from padai.survey.kinds import SampleType
from padai.survey.texts import TO_COMPLETE, TO_CONFIRM, as_value
from padai.words import LANGUAGES, Said

SCHEMA_LINE = "# yaml-language-server: $schema={up}schemas/{kind}.schema.json\n"
_HEAD = ("description", "population", "geography", "sponsor", "contact")


def definition_files(draft: Draft) -> dict[str, str]:
    """Return the text of each file of a survey's folder, by path in it.

    A definition file's first line names its schema, which an editor reads to complete and check.
    """
    files = {
        "survey.yaml": SCHEMA_LINE.format(up="", kind="survey") + _survey(draft),
        "questionnaire.yaml": SCHEMA_LINE.format(up="", kind="questionnaire")
        + "".join(_comment(written(note)) for note in draft.notes)
        + _questionnaire(draft.questions, [w.id for w in draft.waves]),
    }
    for wave in draft.waves:
        files[f"waves/{wave.id}.yaml"] = wave_file(wave, draft)
    if any(wave.other for wave in draft.waves):
        files["set-aside.csv"] = _set_aside(draft.waves)
    files["CHANGES.md"] = f"# {remark('interchange-file-changes')}\n"
    return files


def _set_aside(waves: Sequence[DraftWave]) -> str:
    """List the columns that became nothing, each with why, for somebody to read through."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["wave", "column", "reason"])
    for wave in waves:
        writer.writerows([wave.id, name, clean(written(why))] for name, why in wave.other.items())
    return out.getvalue()


def _why(said: Said) -> str:
    return f"  # {remark('interchange-file-guessed-why', why=said)}\n"


def _comment(text: str, indent: str = "") -> str:
    return f"{indent}# {clean(text)}\n"


def _survey(draft: Draft) -> str:
    overlap = f"overlap: {draft.overlap}" if draft.overlap else "# overlap: none"
    waves = ", ".join(quoted(w.id) for w in draft.waves)
    return (
        f"{remark_line('interchange-file-made-from-files')}{remark_line('interchange-file-to-complete')}"
        f"id: {draft.id}\n"
        f"title: {words(draft.title) if draft.title else _fact(draft, 'title')}\n"
        + "".join(f"{name}: {_fact(draft, name)}\n" for name in _HEAD)
        + f"languages: [{', '.join(draft.languages)}]{_languages_told(draft)}\n"
        f"{in_english(draft.languages)}"
        f"asked_in: [{', '.join(draft.asked_in)}]  # {written(TO_BE_CONFIRMED)}\n"
        "synthetic: false\ndata_dir: data\n\n"
        f"{remark_line('interchange-file-shared')}{overlap}{_why(draft.overlap_note)}"
        f"{_ids(draft)}waves: [{waves}]\n\n"
        + "".join(_breakdowns(draft.questions, draft.languages))
        + "".join(_roles(draft.roles))
        + f"{remark_line('interchange-file-families')}"
        "# families:\n"
        "#   headline:\n"
        "#     label: {fr: …}\n"
        "#     comparisons: [{question: …, net: …}]\n\n"
        + remark_line("interchange-file-method")
        + METHODOLOGY
    )


def _languages_told(draft: Draft) -> str:
    if draft.languages == Draft.languages:
        return ""
    return f"  # {remark('interchange-file-language-of-labels')}"


def _ids(draft: Draft) -> str:
    if draft.ids_per_wave is None:
        return ""
    return f"ids: per_wave{_why(draft.ids_per_wave)}"


def _breakdowns(questions: Sequence[DraftQuestion], languages: Sequence[str]) -> Iterator[str]:
    lines: list[str] = []
    for key, names, question in dividing(questions):
        label = words(_in(languages, names))
        if question.type == "single":
            few = f"  # {remark('interchange-file-small-groups')}" if question.few else ""
            lines.append(f"  {key}: {{label: {label}, question: {question.id}}}{few}\n")
            continue
        lines.append(f"  {key}:\n    label: {label}\n    question: {question.id}\n")
        lines.append(f"    groups:  # {remark('interchange-file-ranges')}\n")
        lines += [f"      {_age_group(languages, *group)}\n" for group in ages(question.youngest)]
    if lines:
        yield remark_line("interchange-file-breakdowns")
        yield "breakdowns:\n"
        yield from lines
        yield "\n"


def _in(languages: Sequence[str], told: Words) -> Words:
    """Keep French and English, and the languages of the survey that a text is told in."""
    return {lang: text for lang, text in told.items() if lang in (*LANGUAGES, *languages)}


def _roles(roles: Mapping[str, str]) -> Iterator[str]:
    if roles:
        yield remark_line("interchange-file-roles")
        yield "roles:\n"
        yield from (f"  {role}: [{question}]\n" for role, question in roles.items())
        yield "\n"


def _age_group(languages: Sequence[str], name: str, low: int, high: int | None) -> str:
    label = words(_in(languages, age_label(low, high)))
    return f"{name}: {{label: {label}, min: {low}, max: {high or 130}}}"


def _questionnaire(questions: Sequence[DraftQuestion], waves: Sequence[str]) -> str:
    shared = {q.scale: q for q in questions if q.scale}
    text = remark_line("interchange-file-questions")
    if shared:
        text += "scales:\n"
        for name, question in shared.items():
            text += f"  {name}:\n{_scale(question, '    ')}"
        text += "\n"
    return text + "questions:\n" + "".join(question_lines(q, waves) for q in questions)


def _scale(question: DraftQuestion, indent: str) -> str:
    text = f"{indent}codes:\n"
    langs = ("fr", "en", *(lang for code in question.codes for lang in code.label))
    for code in question.codes:
        text += f"{indent}  {_key(code.code)}: {_code(code, question.points is not None, langs)}\n"
    return text + _missing(question.missing, indent) + _file_values(question, indent)


def _file_values(question: DraftQuestion, indent: str) -> str:
    """Write the values that stand for the codes in the waves where they are others."""
    if not question.file_values:
        return ""
    text = f"{indent}file_values:  # {remark('interchange-file-read-by-labels')}\n"
    for wave, values in question.file_values.items():
        each = ", ".join(f"{_key(code)}: {literal(value)}" for code, value in values.items())
        text += f"{indent}  {quoted(wave)}: {{{each}}}\n"
    return text


def _missing(codes: Sequence[DraftMissing], indent: str) -> str:
    if not codes:
        return ""
    text = f"{indent}missing:  # {remark('interchange-file-kinds')}\n"
    for code in codes:
        base = ", in_base: true" if code.in_base else ""
        guess = f"  # {clean(written(code.guess))}" if code.guess is not None else ""
        text += (
            f"{indent}  {_key(code.code)}: {{label: {words(code.label)}{_value(code)}, "
            f"kind: {code.kind}{base}}}{guess}\n"
        )
    return text


def _key(code: str) -> str:
    return code if re.fullmatch(r"-?(0|[1-9][0-9]*)", code) else quoted(code)


def _code(code: DraftCode, scored: bool, languages: Sequence[str]) -> str:
    value, label = _value(code), words(code.label)
    if scored and not code.label:
        label = words(dict.fromkeys(languages, code.code))
    if not value and not scored:
        return label
    score = f", score: {float(code.code)}" if scored else ""
    return f"{{label: {label}{value}{score}}}"


def _value(code: DraftCode) -> str:
    usual = as_value(code.code)
    if usual == code.value and isinstance(usual, str) == isinstance(code.value, str):
        return ""
    return f", value: {quoted(code.value) if isinstance(code.value, str) else code.value}"


def question_lines(question: DraftQuestion, waves: Sequence[str]) -> str:
    """Return the lines of a question, as they stand under `questions:`."""
    text = "".join(_comment(written(note), "  ") for note in by_waves(question.notes))
    text += f"  {question.id}:\n"
    if question.type != "single":
        text += f"    type: {question.type}\n"
    text += f"    label: {words(question.label)}\n    wording: {words(question.wording)}\n"
    if question.scale:
        text += f"    scale: {question.scale}\n"
    elif question.codes:
        text += f"    scale:\n{_scale(question, '      ')}"
    else:
        text += _missing(question.missing, "    ")
    if question.marks:
        asked = [w for w in waves if w in question.columns]
        told = remark("interchange-file-marks")
        text += f"    {marks_line(question.marks, asked)}  # {told}\n"
    if question.administrative:
        text += f"    tags: [{ADMINISTRATIVE}]  # {remark('interchange-file-about-interview')}\n"
    if question.base:
        text += f"    base: {_condition(question.base)}  # {remark('interchange-file-guessed')}\n"
        text += "    base_label: à compléter\n"
    elif question.unrouted:
        text += f"    base_label: à compléter  # {remark('interchange-file-base-unfound')}\n"
    return text + _where(question, waves)


def _condition(base: Mapping[str, Any]) -> str:
    """Write a condition as a person would, on one line."""
    if "question" in base:
        codes = ", ".join(_key(str(code)) for code in base["codes"])
        return f"{{question: {base['question']}, codes: [{codes}]}}"
    parts = (f"{how}: [{', '.join(map(_condition, some))}]" for how, some in base.items())
    return f"{{{', '.join(parts)}}}"


def _where(question: DraftQuestion, waves: Sequence[str]) -> str:
    """Write in which waves a question was asked, and in which column."""
    usual = f"{question.id}_{{code}}" if question.type == "multiple" else question.id
    odd = {w: c for w, c in question.columns.items() if c != usual}
    if not question.columns:
        return ""
    asked = [w for w in waves if w in question.columns]
    text = f"    waves: [{', '.join(map(quoted, asked))}]\n" if len(asked) < len(waves) else ""
    if set(odd) == set(waves) and len(set(odd.values())) == 1:
        return f"{text}    columns: {{default: {exact(odd[waves[0]])}}}\n"
    listed = ", ".join(f"{quoted(w)}: {exact(c)}" for w, c in odd.items())
    return text + (f"    columns: {{{listed}}}\n" if odd else "")


def _fact(draft: Draft, name: str) -> str:
    """Write a text that was told of the whole survey, in its language; else ``à compléter``."""
    fact = draft.facts.get(name)
    if not fact:
        return TO_COMPLETE
    return words({draft.languages[0]: fact} if isinstance(fact, str) else fact)


def wave_file(wave: DraftWave, draft: Draft, others: Sequence[tuple[DraftWave, Draft]] = ()) -> str:
    """Return the text of a wave's file, with the survey's facts in their places.

    `others` are the further parts of the wave, each with its facts.
    """
    return (
        SCHEMA_LINE.format(up="../", kind="wave")
        + f"label: {words({draft.languages[0]: wave.label or wave.id})}"
        f"  # {remark('interchange-file-proposed')}\n"
        f"{remark_line('interchange-file-dates', told=wave.dated)}"
        f"fieldwork: {_fieldwork(wave)}\n"
        "parts:\n"
        + "".join(_part(*each) for each in ((wave, draft), *others))
        + "# release: {version: 1, status: draft, publish_on: 2025-03-31}\n"
    )


def _part(wave: DraftWave, draft: Draft) -> str:
    other = "".join(
        f"      - {exact(name)}  # {clean(written(why))}\n" for name, why in wave.other.items()
    )
    if wave.rest is not None:
        other += f'      - "*"  # {written(wave.rest)}\n'
    checks = f"    sha256: {wave.sha256}\n    n: {wave.n}\n" if wave.sha256 else "    # n: 1000\n"
    mode = draft.facts.get("mode") or wave.mode
    told = "interchange-file-from-a-column" if wave.mode else "interchange-file-untold"
    return (
        f"  {wave.part}:\n"
        f"    label: {_fact(draft, 'part')}\n    population: {_fact(draft, 'population')}\n"
        f"{remark_line(told, '    ', listed=', '.join(get_args(Mode)))}"
        f"    mode: {mode or TO_CONFIRM}\n"
        f"{remark_line('interchange-file-untold', '    ', listed=', '.join(get_args(SampleType)))}"
        f"    sample_type: {draft.facts.get('sample_type') or TO_CONFIRM}\n"
        f"    supplier: {_fact(draft, 'supplier')}\n"
        f"    file: {exact(wave.file)}\n{_rows(wave)}{checks}"
        f"{_design(wave)}"
        f"    weighting: {{method: none, reason: {_fact(draft, 'weights')}}}\n"
        + _exclusions(wave)
        + (f"    other_columns:\n{other}" if other else "")
    )


def _fieldwork(wave: DraftWave) -> str:
    if wave.start is None or wave.end is None:
        return f"{TO_CONFIRM}  # {{start: 2025-01-13, end: 2025-02-02}}"
    if wave.precision == "day":
        return f"{{start: {wave.start}, end: {wave.end}}}"
    dates = f"{{start: {wave.start}, end: {wave.end}, precision: {wave.precision}}}"
    return f"{dates}  # {remark('interchange-file-precise')}"


def _rows(wave: DraftWave) -> str:
    if not wave.rows:
        return ""
    each = (f"{exact(c)}: [{', '.join(map(literal, v))}]" for c, v in wave.rows.items())
    return f"    rows: {{{', '.join(each)}}}\n"


def _exclusions(wave: DraftWave) -> str:
    """Write the rules that set rows aside, each with how many it does."""
    rules = "".join(
        f"      - {{column: {exact(rule.column)}, values: [{quoted(str(rule.value))}], "
        f"reason: {words(rule.reason)}}}  # {rule.count}\n"
        for rule in wave.exclusions
    )
    return f"    exclusions:\n{rules}" if rules else ""


def _design(wave: DraftWave) -> str:
    """Write the design, or that it is to be confirmed, with its candidates as comments."""
    found = wave.design
    named = {"id": found.id, "weight": found.weight, "stratum": found.stratum, "psu": found.psu}
    lines = [f"{key}: {exact(name)}" for key, name in named.items() if name]
    for prefix, kind in found.replicates.items():
        lines.append(f"replicates: {{kind: {kind}, prefix: {exact(prefix)}}}")
    if found.lonely:
        lines.append("lonely_psu: adjust")
    told = "".join(f"    # {clean(written(line))}\n" for line in found.told)
    if found.lonely:
        told += remark_line("interchange-file-single-psu", "    ", n=found.lonely)
    if found.confirmed:
        return f"{told}    design: {{{', '.join(lines)}}}\n"
    return (
        f"{remark_line('interchange-file-who-was-drawn', '    ')}{told}    design: {TO_CONFIRM}\n"
        + (f"    proposed_design: {{{', '.join(lines)}}}\n" if lines else "")
        + _undecided(found)
    )


def _undecided(design: DraftDesign) -> str:
    """Write the columns among which a person has to choose: a line that is pasted forgets none."""
    if not design.undecided:
        return ""
    each = (f"{r}: [{', '.join(map(exact, c))}]" for r, c in design.undecided.items())
    return f"    undecided: {{{', '.join(each)}}}  # {remark('interchange-file-to-choose')}\n"
