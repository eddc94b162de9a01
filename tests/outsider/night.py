"""A night of the outsider: many nasty worlds, some of them looked at whole."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from tests.outsider.attacking import Attack, attacked
from tests.outsider.enumeration import beyond_three
from tests.outsider.judge import Judge
from tests.outsider.questionnaire import read_questionnaire
from tests.outsider.release import read_release
from tests.outsider.worlds.building import built
from tests.outsider.worlds.generator import drawn, write_world

THOROUGH = Attack(pages=False, most_extras=4, seconds=0.2)
EVERY = 10
"""One world in so many is looked at whole."""
TOGETHER = ("age", "gender", "health", "region", "trust")


def outsider(count: int) -> dict[str, object]:
    """Build nasty worlds, attack what goes out, and let the judge look.

    Parameters
    ----------
    count
        How many worlds.
    """
    of: Counter[str] = Counter()
    for seed in range(count):
        with tempfile.TemporaryDirectory() as name:
            survey = write_world(drawn(seed), Path(name))
            try:
                folder = built(survey)
            except Exception as error:
                if getattr(error, "exit_code", None) not in (1, 2):
                    raise
                of["stopped"] += 1
                continue
            asked = read_questionnaire(survey)
            verdict = Judge(asked).judged(attacked(folder, asked, THOROUGH))
            of["known"] += len(verdict.breaches)
            of["told"] += bool(verdict.breaches)
            of["false"] += len(verdict.false)
            if seed % EVERY == 0:
                release = read_release(folder, asked, pages=False)
                whole = beyond_three(release.published(release.here), TOGETHER)
                if whole is not None:
                    of["looked at whole"] += 1
                    of["attacked whole"] += whole.attacked
                    of["missed by three"] += len(whole.missed)
    return {"worlds": count, "that the gate stopped": of["stopped"], "that told of somebody": of["told"],
            "cells known that must not be": of["known"], "claims that were false": of["false"],
            "worlds looked at whole": of["looked at whole"],
            "cells attacked there": of["attacked whole"],
            "that tables of three do not tell and the whole table does": of["missed by three"],
            "ok": not (of["known"] or of["false"])}  # fmt: skip
