"""The guide names every public name, none that is not, and its code runs."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

import padai
from padai.cli import main


def guide(lang: str) -> str:
    return files("padai.cli").joinpath(f"guides/skill.{lang}.md").read_text("utf-8")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_guide_holds_the_public_names(lang: str) -> None:
    named = set(re.findall(r"padai\.([A-Za-z_]+)", guide(lang)))
    public = set(padai.__all__) - {"__version__"}
    assert public <= named
    assert named - public == {"errors"}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_code_of_the_guide_runs(lang: str) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", guide(lang), re.S)
    names: dict[str, object] = {}
    exec(code, names)
    assert len(names["change"]) == 3  # type: ignore[arg-type]


def test_both_languages_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    calls = [re.findall(r"`padai\.[A-Za-z_]+", guide(lang)) for lang in ("fr", "en")]
    assert sorted(calls[0]) == sorted(calls[1])
    for lang in ("fr", "en"):
        with pytest.raises(SystemExit, match="0"):
            main(["skill", "--lang", lang])
        assert capsys.readouterr().out == guide(lang)
