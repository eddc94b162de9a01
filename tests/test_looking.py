"""A look at a question validates a wave once; a build validates its own wave every time."""

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


def test_a_build_trusts_no_verdict_on_its_own_wave(
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


# --- the waves before the one that is built -------------------------------------------------------


@pytest.fixture
def tracker(project: Path) -> Path:
    """The example, its files held by no checksum."""
    for path in (project / "waves").glob("*.yaml"):
        text = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join(line for line in text if "sha256" not in line) + "\n", "utf-8")
    return project


def built(folder: Path, wave: str = "2025") -> None:
    """Read and validate as a build does that takes what is known of the waves before."""
    survey = padai.load_survey(folder)
    known = looking.passed_before(survey, wave, "main", None)
    with looking.passed(survey, wave, ["main"], None):
        preparation.prepare(survey, wave, "main", None, quiet, known)


def test_a_build_checks_its_own_wave_and_takes_the_verdict_on_those_before(
    tracker: Path, checked: list[str]
) -> None:
    built(tracker)
    assert checked == ["2023", "2023", "2024", "2024", "2025", "2025"]
    checked.clear()
    built(tracker)
    assert checked == ["2025", "2025"]


def test_the_next_wave_takes_the_verdict_of_the_build_before_it(
    tracker: Path, checked: list[str]
) -> None:
    """Though the definition has a wave more by then."""
    declared = tracker / "survey.yaml"
    whole, last = declared.read_text(encoding="utf-8"), tracker / "waves" / "2025.yaml"
    rest, breaks = last.read_bytes(), whole.index("\nbreaks:")
    kept_back = tracker.parent / "2025.yaml"
    end = whole.index("\n\n", breaks)
    without = (whole[:breaks] + whole[end:]).replace('"2024", "2025"]', '"2024"]')
    assert '"2025"' not in without
    assert kept_back.write_bytes(rest)
    declared.write_text(without, encoding="utf-8")
    last.unlink()
    (targets,) = (tracker / "targets").glob("2025*")
    weights = targets.read_bytes()
    targets.unlink()
    built(tracker, "2024")
    assert checked == ["2023", "2023", "2024", "2024"]
    checked.clear()
    declared.write_text(without.replace('"2024"]', '"2024", "2025"]'), encoding="utf-8")
    last.write_bytes(rest)
    targets.write_bytes(weights)
    built(tracker)
    assert checked == ["2025", "2025"]


@pytest.mark.parametrize(
    ("name", "text", "all_of_them"),
    [
        ("data/example-2023.sav", "\n", True),
        ("data/example-2024.sav", "\n", True),
        ("data/example-2025.sav", "\n", False),
        ("survey.yaml", "\nsmallest_drift: 4.0\n", True),
        ("survey.yaml", "\n# a remark\n", False),
        ("waves/2024.yaml", "\n", True),
        ("waves/2025.yaml", "\n", False),
        ("targets/2023.csv", "\n", True),
        ("targets/2025.csv", "\n", False),
        ("notes.csv", "anything", True),
    ],
)
def test_each_kind_of_input_ends_the_verdicts_that_rest_on_it(
    tracker: Path, checked: list[str], name: str, text: str, all_of_them: bool
) -> None:
    built(tracker)
    checked.clear()
    path = tracker / name
    path.write_bytes((path.read_bytes() if path.exists() else b"") + text.encode())
    built(tracker)
    assert len(checked) == (6 if all_of_them else 2)


def test_a_text_a_question_or_other_programs_end_the_verdict_on_earlier_waves(
    tracker: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    built(tracker)
    survey = padai.load_survey(tracker)
    assert set(looking.passed_before(survey, "2025", "main", None)) == {"2023", "2024"}
    for changed in (
        {"questions": dict(list(survey.questions.items())[:-1])},
        {"accept": ()} if survey.accept else {"overlap": "respondent"},
        {"waves": ("2024", "2025")},
    ):
        other = survey.model_copy(update=changed)
        assert not looking.passed_before(other, "2025", "main", None)
    monkeypatch.setattr(looking, "programs_digest", lambda: "another padai")
    assert not looking.passed_before(survey, "2025", "main", None)


def test_a_file_that_holds_several_waves_makes_later_ones_count(tracker: Path) -> None:
    survey = padai.load_survey(tracker)
    files = looking._files(survey, "2024", "main", None)
    later = survey.wave("2025")
    renamed = later.model_copy(update={"label": survey.wave("2024").label})

    def key(**waves: object) -> str:
        defined = {**survey.wave_defs, **waves}
        other = survey.model_copy(update={"wave_defs": defined})
        return looking._key_before(other, "2024", "main", files)

    assert key() == key(**{"2025": renamed})
    shared = {n: p.model_copy(update={"rows": {"year": (2025,)}}) for n, p in later.parts.items()}
    taking = later.model_copy(update={"parts": shared})
    assert key(**{"2025": taking}) != key(
        **{"2025": taking.model_copy(update={"label": renamed.label})}
    )


def test_a_wave_before_that_is_replaced_once_it_was_hashed_is_checked(
    tracker: Path, checked: list[str]
) -> None:
    built(tracker)
    checked.clear()
    survey = padai.load_survey(tracker)
    known = looking.passed_before(survey, "2025", "main", None)
    path = tracker / "data" / "example-2023.sav"
    path.write_bytes(path.read_bytes() + b"\n")
    preparation.prepare(survey, "2025", "main", None, quiet, known)
    assert checked == ["2023", "2023", "2025", "2025"]


def test_who_makes_everything_anew_takes_no_verdict(tracker: Path, checked: list[str]) -> None:
    """As `padai verify` and `--fresh` do."""
    order = ordered(tracker, "2025", None)
    for before, due in ((order.target, 6), (order.target, 2), (None, 6)):
        checked.clear()
        version_steps.estimated_anew(order, None, (), before)
        assert len(checked) == due


def test_what_is_kept_of_earlier_waves_is_a_hash(tracker: Path) -> None:
    built(tracker)
    places = list(kept.cache_folder().rglob("*.json"))
    assert len(places) == 3  # two for the wave, one for the one before
    assert all(set(kept.read_kept(p)) == {"schema", "passed"} for p in places)
