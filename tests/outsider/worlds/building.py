"""Builds small worlds with padai: their tables alone, since pages cost a hundred times as much.

The figures are those of a whole build; what is left out are the pages, the website, and the process
of its own in which publishing runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

import padai
from padai.disclosure import gate, joint, known_weights, linked, protection
from padai.numerics.rounding import to_multiple
from padai.pipeline.builds import building, version_steps
from padai.pipeline.machinery.publisher_process import PublisherOutput
from padai.pipeline.parts import confidential, facts
from padai.pipeline.tables import aggregation, changes, deposit
from padai.pipeline.versions import by_address
from padai.publishing.release import publish
from padai.survey import consistency
from tests.outsider.worlds.generator import Row, World, write_world


def _published(store_dir: Path, out_dir: Path, **given: Any) -> PublisherOutput:
    made = publish(store_dir, out_dir, languages=["en"], what=("tables",))
    return PublisherOutput(list(made.files), [])


def _nothing(*_given: Any, **_named: Any) -> Any:
    return None


def _bases_alone(_name: str, frame: pd.DataFrame, step: int, *_given: Any) -> pd.DataFrame:
    """Round bases and nothing that is printed beside them."""
    if "n_base" not in frame.columns:
        return frame
    exact = frame["n_base"].to_numpy(np.float64, na_value=np.nan)
    return frame.assign(n_base=to_multiple(exact, step))


_OUTSIDE = import_module("padai.store.outside")  # a function of this name hides it
_Changes = Mapping[tuple[Any, str], Any]
_LEFT_OUT: _Changes = {
    (version_steps, "publish_apart"): _published,
    (building, "write_beside"): _nothing,
    (building, "check_following"): _nothing,
    (building, "renew_follow_up"): lambda _order, _version, **_how: [],
    (building, "_on_the_site"): lambda _order, release, _record: release,
    (by_address, "publish_apart"): _published,
    (by_address, "write_website"): _nothing,
}
UNPROTECTED: Mapping[str, _Changes] = {
    "tables": {
        (linked.Linked, "protect"): _nothing,
        (protection, "_withhold_other_ballots"): _nothing,
        (confidential, "refuse_exposed"): _nothing,
    },
    "routing": {
        (protection, "withhold_led_bases"): _nothing,
        (protection, "withhold_crossed_bases"): _nothing,
        (linked, "leads_of"): lambda _survey: {},
    },
    "versions": {
        (version_steps, "held_to_count"): lambda _order, _parts, results, _earlier: results
    },
    "leads": {(joint.Joint, "led_by"): lambda _joint, _question, _response: iter(())},
    "columns": {
        (consistency, "told_again"): lambda _survey: (),
        (linked, "same_answers"): lambda _survey, _wave: [],
    },
    "unions": {(protection, "withhold_unions"): _nothing},
    "asked again": {
        (aggregation.AskedAgain, "changes"): lambda _again, frame: np.zeros(len(frame), dtype=bool),
        (aggregation.AskedAgain, "series"): lambda _again, frame: np.zeros(len(frame), dtype=bool),
    },
    "own waves": {(version_steps, "held_to_own_waves"): lambda _order, _parts, results: results},
    "spread": {(facts, "tells_of_few"): lambda _wave: False},
    "families": {(changes, "judged_as_shown"): lambda differences, _withheld: differences},
    "spreads": {(known_weights.KnownWeights, "_spreads"): lambda *_given: iter(())},
    "rests": {(gate, "_rests_of_others"): lambda out, *_given: [""] * len(out)},
    "weights": {(deposit, "microaggregated"): lambda weights, _profile, _least: np.array(weights)},
    "rounding": {
        (_OUTSIDE, "coarse_table"): lambda _name, frame, _store, _step: frame,
        (_OUTSIDE, "at_rounded_bases"): lambda _name, frame, *_given: frame,
    },
    "errors": {
        (_OUTSIDE, "at_rounded_bases"): _bases_alone,
        (aggregation, "refuse_told_bases"): _nothing,
    },
}
"""Protections that can be switched off, to show that the attacker would find what they hide.

Without that of linked tables each question is protected by itself, as padai did once.
"""


@contextmanager
def changed(changes: _Changes) -> Iterator[None]:
    """Put other functions in the place of some."""
    before = {(of, name): getattr(of, name) for of, name in changes}
    for (of, name), instead in changes.items():
        setattr(of, name, instead)
    try:
        yield
    finally:
        for (of, name), was in before.items():
            setattr(of, name, was)


@contextmanager
def tables_alone() -> Iterator[None]:
    """Leave out of builds what changes no figure."""
    with changed(_LEFT_OUT):
        yield


def built(survey: Path, without: str = "") -> Path:
    """Build a survey's last wave and return the folder of its version.

    Parameters
    ----------
    without
        A protection of `UNPROTECTED` to switch off.
    """
    with tables_alone(), changed(UNPROTECTED.get(without, {})):
        return padai.build(survey, formats=("html",)).folder


def corrected(
    project: Path, world: World, rows: list[Row], without: str = "", **said: str
) -> tuple[Path, Path]:
    """Build a world, then a version of it with other answers; return the folders of both."""
    survey = write_world(world, project)
    one = built(survey)
    write_world(replace(world, version=2, status="corrected", **said), project, rows)  # type: ignore[arg-type]
    return one, built(survey, without)
