"""From weighted waves to the tables of the store: estimate, compare, disclose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.rounded_bases import refuse_told_bases
from padai.disclosure.row_texts import each_once
from padai.disclosure.small_base_marks import changes_marked_alike, marked_alike
from padai.estimation import banner, mean
from padai.estimation.one_word_answers import count_words
from padai.pipeline.machinery.stage_log import step_words
from padai.pipeline.parts.asked_again import AskedAgain
from padai.pipeline.parts.coarsening import reported
from padai.pipeline.parts.confidential import Public, shown_of
from padai.pipeline.parts.facts import LEVEL, margins_table
from padai.pipeline.parts.preparation import Prepared, Say
from padai.pipeline.parts.told_errors import groups_of, hold_errors
from padai.pipeline.tables.changes import published_changes
from padai.pipeline.tables.explanation import MAIN, decomposition_table, robustness_table
from padai.pipeline.tables.indices import indices_table
from padai.pipeline.tables.letters import letters_of_shown, letters_table
from padai.pipeline.tables.one_base import follows_withheld
from padai.pipeline.tables.overall import slopes_table
from padai.pipeline.tables.participation_model import participation_table
from padai.pipeline.tables.respondent_quality import quality_table
from padai.pipeline.tables.small_areas import small_areas_table
from padai.pipeline.tables.tipping import tipping_table
from padai.pipeline.tables.validation_items import validation_table
from padai.results import Differences, Estimates
from padai.store import COLUMNS
from padai.survey import Question, Survey
from padai.survey.kinds import INFERENTIAL
from padai.trends import difference, difference_from_rest, placed_breaks
from padai.trends.families import put_to_respondents
from padai.trends.pairs import pairs_of
from padai.trends.selection import picked
from padai.waves import Wave, stack


def tables_of(
    survey: Survey,
    wave_id: str,
    parts: Mapping[str, Prepared],
    say: Say,
    public: Public | None = None,
) -> dict[str, pd.DataFrame]:
    """Return every table of a wave's store, disclosed.

    `public` is what other releases of the survey still show.
    """
    made = [
        _tables_of_part(survey, wave_id, part, ready, say, public) for part, ready in parts.items()
    ]
    tables = _together(each.tables for each in made)
    tables["breaks"] = breaks_table(survey, wave_id)
    tables["selected"] = picked(tables["differences"], tables["slopes"], survey)
    tables["weighting"] = margins_table(parts, tables["estimates"])
    say(step_words("pipeline-step-robustness", survey.id, wave_id))
    tried = {p: r for p, r in parts.items() if _inferential(survey, wave_id, p)}
    main = next((each for each in made if each.part == MAIN), None)
    tables["robustness"] = robustness_table(survey, tried, tables)
    tables["tipping"] = tipping_table(survey, tried, main.moved if main else (), tables)
    tables["decomposition"] = decomposition_table(
        survey, tried, tables["trends"], tables["differences"]
    )
    tables["indices"] = indices_table(survey, tried, main.shown if main else pd.DataFrame())
    tables["letters"] = letters_of_shown(tables["letters"], tables["estimates"])
    shown_estimates = pd.concat([tables["trends"], tables["estimates"]], ignore_index=True)
    tables["small_areas"] = small_areas_table(survey, tried, shown_estimates)
    tables["validation_items"] = validation_table(survey, tried, shown_estimates)
    tables["participation_model"] = participation_table(
        survey, tried, main.shown if main else pd.DataFrame(), tables["differences"]
    )
    tables["quality"] = quality_table(survey, tried, tables)
    # the marks that go out say less than those by which the tables above are decided
    return tables | _together(each.printed for each in made)


_Frames = dict[str, list[pd.DataFrame]]


@dataclass(frozen=True, eq=False)
class _OfPart:
    """What is told of one part of a wave.

    Attributes
    ----------
    shown
        The estimates of every wave, disclosed.
    moved
        The changes between its last two waves, as they go out, still attached.
    tables
        Its rows of the store's tables, by whose marks other tables are decided.
    printed
        Its estimates and trends with the marks that go out.
    """

    part: str
    shown: pd.DataFrame
    moved: list[Differences]
    tables: _Frames
    printed: _Frames


def _tables_of_part(
    survey: Survey, wave_id: str, part: str, ready: Prepared, say: Say, public: Public | None
) -> _OfPart:
    inferential = _inferential(survey, wave_id, part)
    divided = {wave.id: groups_of(survey, wave) for wave in ready.waves}
    for wave in ready.waves:
        refuse_told_bases(survey, wave.id, part, wave.weights, divided[wave.id])
    say(step_words("pipeline-step-estimates", survey.id, wave_id, part))
    estimates = estimate_part(survey, ready.waves)
    shown = shown_of(survey, part, estimates, public, ready.waves)
    own = dict(list(shown.groupby("wave", sort=False)))
    for wave in ready.waves if inferential else ():
        hold_errors(survey, wave, own.get(wave.id, shown[:0]), divided[wave.id])
    say(step_words("pipeline-step-comparisons", survey.id, wave_id, part))
    exact = pd.concat([each.frame for each in estimates], ignore_index=True)
    printed, changed = marked_alike(shown, exact["n_base"].to_numpy(float), survey)
    again = AskedAgain(survey, ready.waves)
    out = list(
        published_changes(
            compared(survey, estimates, ready, part),
            shown,
            survey,
            exact,
            partial(_marked, printed=printed, changed=changed, survey=survey),
            partial(_answered_twice, survey=survey, again=again),
        )
    )
    tables = _levels(survey, wave_id, part, shown)
    tables["differences"] = [
        safe[_followed_rows(safe, survey)].assign(part=part, declared="") for safe, _ in out
    ]
    tables |= {"words": [_words(survey, ready.last, part, shown)], "letters": [], "slopes": []}
    if inferential:
        last = estimate_part(survey, (ready.last,))
        tables["letters"] = [letters_table(last, part, shown)]
    dated = all(survey.wave(w.id).fieldwork.known for w in ready.waves)
    if inferential and len(ready.waves) > 1 and dated:
        tables["slopes"] = [slopes_table(survey, wave_id, estimates, shown, part, again)]
    moved = [each for _, each in out if each.provenance.get("verb") == "difference"]
    return _OfPart(part, shown, moved, tables, _levels(survey, wave_id, part, printed))


def _levels(survey: Survey, wave_id: str, part: str, frame: pd.DataFrame) -> _Frames:
    """Return estimates of every wave as the last wave's table, and as what is followed."""
    latest = frame["wave"].astype(str) == wave_id
    return {
        "estimates": [frame[latest].assign(part=part)],
        "trends": [frame[_followed_rows(frame, survey)].assign(part=part)],
    }


def _together(parts: Iterable[_Frames]) -> dict[str, pd.DataFrame]:
    """Put the rows of parts one below the other, table by table."""
    every = list(parts)
    names = dict.fromkeys(name for each in every for name in each)
    return {n: _joined([f for each in every for f in each.get(n, ())], COLUMNS[n]) for n in names}


def _marked(
    safe: pd.DataFrame,
    whole: pd.DataFrame,
    *,
    printed: pd.DataFrame,
    changed: NDArray[np.bool_],
    survey: Survey,
) -> pd.DataFrame:
    bases = whole["n_base"].to_numpy(float)
    return changes_marked_alike(safe, bases, printed, changed, survey)


def _answered_twice(frame: pd.DataFrame, *, survey: Survey, again: AskedAgain) -> NDArray[np.bool_]:
    """Return which changes tell of answers given twice, of those that go out."""
    twice, followed = np.zeros(len(frame), dtype=bool), _followed_rows(frame, survey)
    twice[followed] = again.changes(frame[followed])
    return twice


def estimate_part(survey: Survey, waves: tuple[Wave, ...]) -> list[Estimates]:
    """Estimate shares, then mean scores, by every reported breakdown, in every wave at once."""
    whole = stack(list(waves), overlap=survey.overlap) if len(waves) > 1 else waves[0]
    asked = [q for q in put_to_respondents(survey) if any(q.asked_in(w.id, w.part) for w in waves)]
    by = reported(survey, waves[-1])
    shares = [q.id for q in asked if q.type in ("single", "multiple", "rating")]
    scored = [q.id for q in asked if q.scores and q.type != "multiple"]
    estimates = [banner(whole, shares, by=by, level=LEVEL)]
    return estimates + ([mean(whole, scored, by=by, level=LEVEL)] if scored else [])


def compared(
    survey: Survey, estimates: list[Estimates], ready: Prepared, part: str
) -> list[Differences]:
    """Compare the last wave with the one before, and the groups of the last with the rest."""
    if not _inferential(survey, ready.last.id, part):
        return []
    differences = []
    if len(ready.waves) > 1:
        pair = ready.last.id, ready.waves[-2].id
        both = [each for each in estimates if len(pairs_of(each, *pair))]
        differences += [difference(each, *pair) for each in both]
    differences.append(difference_from_rest(ready.last, by=reported(survey, ready.last)))
    return differences


def _inferential(survey: Survey, wave_id: str, part: str) -> bool:
    return survey.part(wave_id, part).sample_type in INFERENTIAL


def followed(question: Question, survey: Survey) -> set[str]:
    """Return the responses of a question that are followed over time."""
    nets = {net.id for net in question.all_nets} | {"mean"}
    if question.headline_net:
        nets.add(question.headline_net)
    nets |= {k.net for k in survey.key_results if k.question == question.id}
    nets |= {c.net for f in survey.families for c in f.comparisons if c.question == question.id}
    blocks = (block for section in survey.sections for block in section.blocks)
    nets |= {b.net for b in blocks if b.net and question.id in b.questions}
    return nets


def _followed_rows(frame: pd.DataFrame, survey: Survey) -> NDArray[np.bool_]:
    pairs = {(q.id, r) for q in survey.questions.values() for r in followed(q, survey)}
    keys = (frame[name].astype(object) for name in ("question", "response"))
    return each_once(lambda question, r: (str(question), str(r)) in pairs, *keys).astype(bool)


def _words(survey: Survey, wave: Wave, part: str, shown: pd.DataFrame) -> pd.DataFrame:
    """Count the words of open questions: not of one that follows from an answer that is withheld.

    A word's number over its share is how many gave one, and so how many gave that answer.
    """
    least = survey.confidentiality.disclosure_count
    asked = [
        q.id
        for q in put_to_respondents(survey)
        if q.type == "open" and q.asked_in(wave.id, part) and q.id in wave.frame.columns
        if not follows_withheld(q, wave.id, shown)
    ]
    frames = [count_words(wave, q, at_least=least).assign(part=part) for q in asked]
    return _joined(frames, COLUMNS["words"])


def breaks_table(survey: Survey, wave_id: str) -> pd.DataFrame:
    """Return every break of the series up to a wave, with the waves on its two sides."""
    rows = []
    for placed in placed_breaks(survey):
        scope = placed.brk.scope
        divided = (scope.breakdowns or {}).items()
        rows.append(
            {
                "id": placed.brk.id,
                "type": placed.brk.type,
                "date": placed.brk.date.isoformat(),
                "last_wave": placed.last_wave,
                "first_wave": placed.first_wave,
                "questions": " ".join(scope.questions or ()),
                "breakdowns": " ".join(f"{b}:{'|'.join(g or ())}" for b, g in divided),
                "parts": " ".join(scope.parts or ()),
            }
        )
    reached = survey.waves[: survey.waves.index(wave_id) + 1]
    frame = pd.DataFrame(rows, columns=COLUMNS["breaks"])
    return frame[frame["first_wave"].isin(reached)].reset_index(drop=True)


def _joined(frames: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    filled = [frame[columns].astype(object) for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=columns)
