"""What may be shown of a part: the rules, the company they need, and the audit as the gate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from padai.disclosure import (
    Counts,
    Key,
    audit,
    disclose,
    protect,
    refuse_exposed,
    rounded,
    withhold_confidential,
)
from padai.project import Project
from padai.results import Estimates
from padai.survey import Survey
from padai.survey.releases import PUT_OUT

TOTAL = "total"
_KEY = ["wave", "question", "response", "breakdown", "group"]
_COLUMNS = ["part", *_KEY, "n_base"]
_TABLES = ("estimates", "trends")


def shown_of(
    survey: Survey, part: str, estimates: Sequence[Estimates], public: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return every estimate of a part as it may go out.

    Parameters
    ----------
    estimates
        Shares and means of every wave of the part.
    public
        The figures that other releases still show, as :func:`public_figures` gives them.

    Raises
    ------
    PublicationError
        A confidential cell could be worked out from what would be published.
    """
    frames, counts = [], []
    for each in estimates:
        cells = np.full(len(each), np.nan) if each.counts is None else each.counts.astype(float)
        shown = disclose(each.frame, survey, cells)
        frames.append(shown.astype(dict.fromkeys(_KEY, str)))
        counts.append(Counts(each.frame["n_base"].to_numpy(float), cells))
    shown = pd.concat(frames, ignore_index=True)
    true = Counts(
        np.concatenate([c.n_base for c in counts]), np.concatenate([c.n_cell for c in counts])
    )
    elsewhere = _of_same_people(survey, part, shown, true, public)
    out = withhold_confidential(shown, protect(shown, true, survey, elsewhere))
    refuse_exposed(survey, part, audit(out, true, survey, elsewhere).exposed)
    return rounded(out, survey)


def public_figures(survey: Survey, project: Project, wave_id: str, version: int) -> pd.DataFrame:
    """Return the figures that the survey's other releases still show.

    Parameters
    ----------
    wave_id, version
        The release being made, which takes the place of its own earlier build.

    Returns
    -------
    pandas.DataFrame
        Columns part, wave, question, response, breakdown, group, n_base: one row a figure that
        has a number.
    """
    frames = [pd.DataFrame(columns=_COLUMNS)]
    for record in survey.releases:
        if record.status in PUT_OUT and (record.wave, record.version) != (wave_id, version):
            for folder in _folders(project, survey, f"{record.wave}/v{record.version}"):
                frames += [_figures(folder / f"{name}.csv") for name in _TABLES]
    return pd.concat(frames, ignore_index=True).drop_duplicates(ignore_index=True)


def _folders(project: Project, survey: Survey, name: str) -> list[Path]:
    places = [project.releases_dir]
    if project.archive_dir:
        places.append(project.root / project.archive_dir)
    return [place / survey.id / name / "data" for place in places]


def _figures(path: Path) -> pd.DataFrame:
    if not path.is_file():
        return pd.DataFrame(columns=_COLUMNS)
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    return frame.loc[frame["estimate"] != "", _COLUMNS]


def _of_same_people(
    survey: Survey, part: str, shown: pd.DataFrame, true: Counts, public: pd.DataFrame | None
) -> set[Key]:
    """Return the public figures that tell of the same answers.

    A version that was corrected by fewer people than the smallest group that is shown tells
    nearly the same: it is taken as the same.
    """
    if public is None or not len(public):
        return set()
    mine = public[public["part"] == part]
    key = ["wave", "question", "response"]
    whole = shown["breakdown"] == TOTAL
    now = dict(zip(shown.loc[whole, key].itertuples(index=False, name=None),
                   true.n_base[whole.to_numpy()], strict=True))  # fmt: skip
    totals = mine.loc[(mine["breakdown"] == TOTAL) & (mine["n_base"] != ""), [*key, "n_base"]]
    least = survey.confidentiality.minimum_group
    far = {
        (str(wave), str(question))
        for wave, question, response, n in totals.itertuples(index=False, name=None)
        if abs(float(n) - now.get((wave, question, response), float(n))) >= least
    }
    keys = mine[_KEY].itertuples(index=False, name=None)
    return {k for k in keys if (k[0], k[1]) not in far}
