"""A look at a question validates a wave once; a build validates every time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import padai
from padai.errors import DataError, FindingsError
from padai.interchange import init_example
from padai.pipeline import estimated, followed_over_time, weighted
from padai.pipeline.builds import version_steps
from padai.pipeline.commands.planning import planned
from padai.pipeline.machinery import kept
from padai.pipeline.machinery.build_request import ordered
from padai.pipeline.parts import looking, preparation
from padai.validation.registry import CHECKS
from tests.test_release_life import rewrite

QUESTION = "trust_services"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The waves that were validated, as they are."""
    seen: list[str] = []

    def noting(check: Callable[..., object]) -> Callable[..., object]:
        def noted(wave: object, **given: object) -> object:
            seen.append(str(getattr(wave, "id", "")))
            return check(wave, **given)

        return noted

    for name in ("validate", "stopped"):
        monkeypatch.setattr(preparation, name, noting(getattr(preparation, name)))
    return seen


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PADAI_CACHE_DIR", str(tmp_path / "cache"))
    init_example(tmp_path / "project")
    return tmp_path / "project" / "surveys" / "example"


def quiet(*_said: object, **_kept: object) -> None:
    return None


def followed(folder: Path) -> list[pd.DataFrame]:
    survey = padai.load_survey(folder)
    return list(
        followed_over_time(
            survey, QUESTION, "2025", part="main", net="trust", by=[], data_dir=None, say=quiet
        )
    )


def test_the_second_look_gives_the_same_without_validating(
    project: Path, checked: list[str]
) -> None:
    first = followed(project)
    assert len(checked) == 6  # three waves, as delivered and as weighted
    again = followed(project)
    assert len(checked) == 6
    for one, other in zip(first, again, strict=True):
        pd.testing.assert_frame_equal(one, other, check_exact=True)


def test_every_look_rests_on_the_same_verdict(project: Path, checked: list[str]) -> None:
    survey = padai.load_survey(project)
    asked = {"part": "main", "net": "trust", "by": ["gender"], "data_dir": None, "say": quiet}

    def looks() -> list[object]:
        plan = planned(survey, QUESTION, "2025", n=[], power=0.8, change=None, **asked)
        weights = weighted(survey, "2025", "main", None, quiet)
        return [estimated(survey, QUESTION, "2025", **asked), weights.margins, plan.frame]

    first = looks()
    assert len(checked) == 6
    for one, other in zip(first, looks(), strict=True):
        pd.testing.assert_frame_equal(one, other, check_exact=True)
    assert len(checked) == 6
    estimated(survey, QUESTION, "2024", **asked)  # of another wave nothing is known
    assert len(checked) == 10


@contextmanager
def more(path: Path, text: str) -> Iterator[None]:
    before = path.read_bytes()
    path.write_bytes(before + text.encode())
    yield
    path.write_bytes(before)


@pytest.mark.parametrize(
    "name",
    [
        "data/example-2023.sav",
        "data/example-2025.sav",
        "survey.yaml",
        "questionnaire.yaml",
        "waves/2023.yaml",
        "waves/2025.yaml",
        "targets/2024.csv",
    ],
)
def test_whatever_a_verdict_rests_on_ends_it(project: Path, checked: list[str], name: str) -> None:
    followed(project)
    with more(project / name, "\n"):
        if name.startswith("data/"):  # held by its checksum too
            for path in (project / "waves").glob("*.yaml"):
                text = path.read_text(encoding="utf-8").splitlines()
                kept_lines = [line for line in text if "sha256" not in line]
                path.write_text("\n".join(kept_lines) + "\n", encoding="utf-8")
        followed(project)
    assert len(checked) == 12


def test_programs_and_a_definition_changed_in_hand_end_it(
    project: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    followed(project)
    survey = padai.load_survey(project)
    stricter = survey.model_copy(update={"overlap": "respondent"})
    looking.validated_waves(stricter, "2025", "main", data_dir=None, say=quiet)
    assert len(checked) == 12
    monkeypatch.setattr(looking, "programs_digest", lambda: "another padai")
    followed(project)
    assert len(checked) == 18


def spoiled(frame: pd.DataFrame) -> pd.DataFrame:
    frame.loc[frame.index[:400], QUESTION] = 77
    return frame


def unsure(frame: pd.DataFrame) -> pd.DataFrame:
    frame.loc[frame.index[: len(frame) // 2], QUESTION] = 98
    return frame


def test_a_wave_that_fails_is_checked_each_time(project: Path, checked: list[str]) -> None:
    rewrite(project, spoiled)
    with pytest.raises(FindingsError):
        followed(project)
    once = len(checked)
    assert once == 10  # stopped as delivered, then read for what concerns the question alone
    with pytest.raises(FindingsError):
        followed(project)
    assert len(checked) == 2 * once
    assert not list(kept.cache_folder().rglob("*.json"))


@pytest.mark.parametrize("raised", [False, True])
def test_a_look_stops_where_a_build_does_and_says_the_same(project: Path, raised: bool) -> None:
    """Of what only warns nothing is run, unless the definition makes an error of it."""
    definition = project / "survey.yaml"
    if raised:
        text = definition.read_text(encoding="utf-8")
        definition.write_text(f"{text}\nchecks: {{many_dont_know: error}}\n", encoding="utf-8")
        rewrite(project, unsure)
    else:
        rewrite(project, spoiled)
    told = []
    for look in (looking.validated_waves, preparation.prepare):
        with pytest.raises(FindingsError) as refused:
            look(padai.load_survey(project), "2025", "main", None, quiet)
        told.append([refused.value.texts["fr"], refused.value.texts["en"]])
    assert told[0] == told[1]


def test_a_look_runs_no_check_that_only_warns(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey, ran = padai.load_survey(project), set()
    for name, check in list(CHECKS.items()):
        run = lambda context, check=check: ran.add(check.id) or check.run(context)  # noqa: E731
        monkeypatch.setitem(CHECKS, name, replace(check, run=run))
    looking.validated_waves(survey, "2025", "main", data_dir=None, say=quiet)
    assert ran and {CHECKS[name].severity for name in ran} == {"error"}
    preparation.prepare(survey, "2025", "main", None, quiet)
    assert {CHECKS[name].severity for name in ran} == {"error", "warning"}


def test_a_build_trusts_no_verdict(
    project: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even one that somebody forged."""
    rewrite(project, spoiled)
    monkeypatch.setattr(looking, "_key", lambda *_given: "forged")
    files = looking._files(padai.load_survey(project), "2025", "main", None)
    assert files is not None
    place = kept.place_of("verdicts", str(project), "example", "2025", "main")
    kept.write_kept(place, {"passed": "forged"})
    with pytest.raises(DataError, match="trust_services"):
        followed(project)  # it was forged well enough: only the arithmetic refuses
    assert not checked
    with pytest.raises(FindingsError):
        padai.build(project)
    assert checked


def prepared(folder: Path) -> None:
    """Read and validate the parts as a build does."""
    survey = padai.load_survey(folder)
    with looking.passed(survey, "2025", ["main"], None):
        preparation.prepare(survey, "2025", "main", None, quiet)


def test_what_a_build_found_in_order_is_not_validated_again_to_look(
    project: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = followed(project)
    shutil.rmtree(kept.cache_folder())
    checked.clear()
    monkeypatch.setattr(version_steps, "prepare", preparation.prepare)
    version_steps.estimated_anew(ordered(project, "2025", None), None, ())
    assert len(checked) == 6
    after = followed(project)
    assert len(checked) == 6
    for one, other in zip(alone, after, strict=True):
        pd.testing.assert_frame_equal(one, other, check_exact=True)


def test_a_build_that_is_stopped_or_whose_data_move_keeps_no_verdict(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = preparation.read_delivery

    def moving(*given: object, **named: object) -> object:
        found = read(*given, **named)  # type: ignore[arg-type]
        (project / "waves" / "note.yaml.txt").write_text("written meanwhile", encoding="utf-8")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(preparation, "read_delivery", moving)
        prepared(project)
    assert not list(kept.cache_folder().rglob("*.json"))
    rewrite(project, spoiled)
    with pytest.raises(FindingsError):
        prepared(project)
    assert not list(kept.cache_folder().rglob("*.json"))


def test_a_file_replaced_after_it_was_hashed_is_validated(
    project: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    followed(project)
    read, hashed = looking._read, looking._files(padai.load_survey(project), "2025", "main", None)

    def late(*given: object) -> object:
        rewrite(project, lambda frame: frame.iloc[::-1])
        survey = padai.load_survey(project)
        return read(survey, *given[1:])  # type: ignore[arg-type]

    assert hashed is not None
    monkeypatch.setattr(looking, "_read", late)
    followed(project)
    assert len(checked) == 12


def test_a_verdict_is_a_hash_and_nothing_more(project: Path) -> None:
    followed(project)
    (place,) = kept.cache_folder().rglob("*.json")
    content = kept.read_kept(place)
    assert set(content) == {"schema", "passed"}
    assert len(content["passed"]) == 64


def halved(frame: pd.DataFrame) -> pd.DataFrame:
    frame[QUESTION] = frame[QUESTION].astype(object)
    frame.loc[frame.index[::2], QUESTION] = None
    return frame


def test_a_question_that_changed_is_told_with_the_lines_that_settle_it(project: Path) -> None:
    """All findings of the wave were listed, and no line that would let the trend through."""
    rewrite(project, halved)
    with pytest.raises(FindingsError) as refused:
        followed(project)
    said = refused.value.texts["en"]
    assert f"“{QUESTION}” was put to" in said
    line = next(part for part in said.splitlines() if "accept: [" in part).partition("accept: ")[2]
    assert "scope: {questions: [" + QUESTION in said and "Not checked" not in said
    written = line.replace("…", "x", 1).replace("by: …", "by: analyst")
    written = written.replace("date: …", "date: 2025-06-01")
    definition = project / "survey.yaml"
    text = definition.read_text(encoding="utf-8")
    for lang in ("fr", "en"):
        if f"{{{lang}: x}}" in written:
            written = written.replace(f"{{{lang}: x}}", "{fr: moitié, en: half}")
    definition.write_text(f"{text}\naccept: {written}\n", encoding="utf-8")
    assert len(followed(project)[0])
