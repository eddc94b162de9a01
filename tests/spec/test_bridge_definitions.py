"""A bridge that names what is not there would silently bridge nothing: it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import padai
from padai.errors import DefinitionError
from tests.builders import write_survey

BREAK = """\
breaks:
  - id: mode
    type: mode
    date: 2025-01-01
    text: {fr: Mode, en: Mode}
    bridges:
      - {question: trust, net: trust, offset: 2, std_error: 1, source: {fr: Essai, en: Trial}}
"""


def with_break(folder: Path, old: str, new: str) -> Path:
    text = BREAK.replace(old, new)
    assert text != BREAK or old == new
    return write_survey(folder, replace={"breakdowns:\n": text + "breakdowns:\n"})


def test_a_bridge_is_read(tmp_path: Path) -> None:
    bridge = padai.load_survey(with_break(tmp_path, "", "")).breaks[0].bridges[0]
    assert (bridge.offset, bridge.std_error, bridge.on) == (2, 1, "points")
    assert (bridge.breakdown, bridge.group) == ("total", "total")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("question: trust", "question: trusty", "no question 'trusty'; did you mean 'trust'"),
        ("net: trust", "net: trusty", "no net or code 'trusty'"),
        ("offset: 2", "breakdown: sexe, group: F, offset: 2", "no breakdown 'sexe'"),
        ("offset: 2", "breakdown: sex, offset: 2", "do not go together"),
        ("offset: 2", "group: F, offset: 2", "do not go together"),
        ("offset: 2", "breakdown: sex, group: X, offset: 2", "no group 'X'"),
        ("std_error: 1, ", "", "std_error"),
    ],
)
def test_what_a_bridge_lacks_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(DefinitionError, match=said.replace("?", r"\?")):
        padai.load_survey(with_break(tmp_path, old, new))
