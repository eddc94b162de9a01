"""The dictionary of the open data: every column, sign and code, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from padai.publishing.basis.context import Context
from padai.publishing.basis.flags import FLAG_WORDS
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import GROUP_PHRASES, VARIANT_PHRASES, WAVE_PHRASES
from padai.publishing.chapters.how_to_read import BREAK_TYPES
from padai.publishing.exhibits.events import event_line, told_events
from padai.publishing.products.opendata.columns import DICTIONARY, TABLES
from padai.publishing.products.opendata.further import FURTHER
from padai.publishing.products.opendata.tables import notice
from padai.survey.labelling import REASONS
from padai.words import Both

_Row = tuple[str, str, str, str, str]
_WITHHELD: dict[str, dict[str, str]] = {
    "base_under_minimum": Both("publishing-opendata-base-under-the-minimum"),
    "confidential": Both("publishing-opendata-confidentiality"),
    "not_reliable": Both("publishing-opendata-estimate-too-unreliable"),
    "empty_group": Both("publishing-opendata-no-respondent-in-the-group"),
    "under_30": Both("publishing-opendata-small-areas-under-30"),
    "direct_not_shown": Both("publishing-opendata-small-areas-direct-not-shown"),
    "synthetic": Both("publishing-opendata-small-areas-synthetic"),
    "mostly_borrowed": Both("publishing-opendata-small-areas-mostly-borrowed"),
    "heywood_case": Both("results-reason-heywood-case"),
    "few_set_apart": Both("publishing-opendata-quality-too-few"),
    "tied": Both("publishing-opendata-quality-tied"),
    "closed_signal": Both("publishing-opendata-quality-closed"),
    "handful": Both("publishing-chapters-quality-handful"),
    "model_withheld": Both("publishing-opendata-model-withheld"),
    "model_few_in_a_category": Both("publishing-opendata-model-few"),
    "model_same_people": Both("publishing-opendata-model-same-people"),
    "model_bridged": Both("publishing-opendata-model-bridged"),
    "model_one_wave_modelled": Both("publishing-opendata-model-one-wave"),
    "model_sensitive": Both("publishing-opendata-model-withheld"),
    "model_put_to_some": Both("publishing-opendata-model-put-to-some"),
    "model_several": Both("publishing-opendata-model-several"),
    "model_no_number": Both("publishing-opendata-model-no-number"),
    "replicates_stay": Both("publishing-chapters-quality-replicates"),
}


def dictionary(context: Context, used: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return every column, flag, verdict and code of the open data with its meaning.

    `used` holds the tables by name.
    """
    rows = [*_columns(context.lang, used), *_signs(context.lang, used), *_codes(context, used)]
    frame = pd.DataFrame(rows, columns=[f.name for f in DICTIONARY[:-1]])
    return frame.assign(notice=notice(context.marks))


def _columns(lang: str, used: Mapping[str, pd.DataFrame]) -> Iterator[_Row]:
    fields_of = TABLES | FURTHER
    for table in used:
        for field in fields_of[table]:
            yield "column", f"{table}.csv", field.name, field.datatype, field.text(lang)


def _signs(lang: str, used: Mapping[str, pd.DataFrame]) -> Iterator[_Row]:
    for flag, words in FLAG_WORDS.items():
        yield "flag", "", flag, "", words[lang]
    for verdict, words in {**WAVE_PHRASES, **GROUP_PHRASES}.items():
        text = words[lang].replace("{d}", "d points").replace("{since}", "")
        yield "verdict", "", verdict, "", text
    for kind, words in BREAK_TYPES.items():
        yield "break_type", "", kind, "", words[lang]
    for variant in dict.fromkeys(used["robustness"]["variant"]) if "robustness" in used else ():
        if variant in VARIANT_PHRASES:
            yield "variant", "", variant, "", VARIANT_PHRASES[variant][lang]
    by_table = (frame["reason"].unique() for frame in used.values() if "reason" in frame)
    for reason in sorted({reason for reasons in by_table for reason in reasons if reason}):
        yield "reason", "", reason, "", reason_words(reason, lang)


def reason_words(reason: str, lang: str) -> str:
    """Say why a cell has no number, or lacks one; the code itself where no words are known."""
    if reason in _WITHHELD:
        return _WITHHELD[reason][lang]
    words: dict[str, str] = REASONS[lang]
    return words.get(reason, reason)


def _codes(naming: Naming, used: Mapping[str, pd.DataFrame]) -> Iterator[_Row]:
    yield from _codes_of_series(naming, used["series"])
    survey = naming.survey
    for brk in survey.breaks:
        if brk.id in set(used["breaks"]["id"]):
            yield "break", "", brk.id, "", naming.text(brk.text)
    for event in told_events(naming) if "events" in used else ():
        yield "event", "", str(event.number), "", event_line(naming, event)
    for family in survey.families:
        yield "family", "", family.id, "", naming.text(family.label)


def _codes_of_series(naming: Naming, series: pd.DataFrame) -> Iterator[_Row]:
    survey = naming.survey
    for wave in series["wave"].unique():
        fieldwork = survey.wave(wave).fieldwork
        dates = naming.numbers.fieldwork(fieldwork)
        yield "wave", "", wave, "", f"{naming.wave_label(wave)}, {dates}"
    for part in series["part"].unique():
        declared = naming.part(part) if part in naming.parts else None
        text = (
            part
            if declared is None
            else (f"{naming.text(declared.label)}, {naming.words(part).kind}")
        )
        yield "part", "", part, "", text
    for breakdown in series["breakdown"].unique():
        yield "breakdown", "", breakdown, "", naming.breakdown(breakdown)
    pairs = series[["breakdown", "group"]].drop_duplicates().itertuples(index=False, name=None)
    for breakdown, group in pairs:
        yield "group", breakdown, group, "", naming.group(breakdown, group)
    for question in series["question"].unique():
        words = naming.question(question).wording_at(naming.wave, survey.waves)
        yield "question", "", question, "", f"{naming.label(question)}. {words.get(naming.lang)}"
    asked = series[["question", "response"]].drop_duplicates().itertuples(index=False, name=None)
    for question, response in asked:
        yield "response", question, response, "", naming.response(question, response)
