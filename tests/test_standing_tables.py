"""Tables stay where only texts changed that no table was made of; anything else is estimated."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import padai
from padai.errors import PublicationError
from padai.pipeline.builds import version_steps
from padai.store import open_store, tables_digest
from padai.survey.noted import text_hashes, texts_of, texts_read, without_texts
from padai.survey.read_texts import noting
from padai.survey.texts import Tagged, Text
from tests.builders import mini
from tests.test_deposit_versions import _deposit
from tests.test_release_life import _quick, _small, as_it_was, declare, edit, tree

TITLE = r"title: \{fr: La confiance, en: Trust\}"


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project whose last wave is a draft, built once; nobody may change it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PADAI_CACHE_DIR", str(tmp_path_factory.mktemp("kept")))
        _quick(patch)
        folder = _small(tmp_path_factory.mktemp("standing"))
        head = folder / "surveys" / "example" / "survey.yaml"
        head.write_text(f"{head.read_text('utf-8')}\n{_deposit()}\n", encoding="utf-8")
        declare(folder, status="draft")
        build(folder)
        yield folder


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    _quick(monkeypatch)


@pytest.fixture
def project(drafted: Path, tmp_path: Path) -> Iterator[Path]:
    with as_it_was(drafted, tmp_path):
        yield drafted


def build(project: Path, **keys: object) -> bool:
    """Build; say whether anything was estimated."""
    stages: list[str] = []
    padai.build(
        project / "surveys" / "example",
        record=False,
        log=lambda s: stages.append(str(s["stage"])),
        **keys,
    )
    return "prepare" in stages


def store(project: Path) -> Path:
    return project / "releases" / "example" / "2025" / "v1" / "interne"


def tables(project: Path) -> dict[str, str]:
    return {name: digest for name, digest in tree(store(project)).items() if name.endswith(".csv")}


def test_a_title_worded_anew_estimates_nothing_and_is_what_estimating_gives(project: Path) -> None:
    survey, before = project / "surveys" / "example" / "survey.yaml", tables(project)
    edit(survey, TITLE, "title: {fr: Se fier, en: Trust}")
    assert not build(project)
    taken, told = tree(store(project)), open_store(store(project))
    assert tables(project) == before
    assert told.survey.sections[0].title.get("fr") == "Se fier"
    edit(survey, "title: {fr: Se fier", "title: {fr: La confiance")
    assert not build(project)  # and once more, from what was taken over
    edit(survey, TITLE, "title: {fr: Se fier, en: Trust}")
    assert build(project, fresh=True)
    # a build from nothing gives every byte of the store that was taken over
    anew = tree(store(project))
    for about in ("manifest.json", "sbom.cdx.json"):
        del taken[about], anew[about]
    assert anew == taken


def test_a_wording_estimates_nothing_and_changes_how_long_the_questionnaire_takes(
    project: Path,
) -> None:
    before, minutes = tables(project), open_store(store(project)).facts["minutes"]
    path = project / "surveys" / "example" / "questionnaire.yaml"
    edit(
        path, "Quelle confiance accordez-vous au personnel", "Et quelle confiance donc au personnel"
    )
    edit(path, "How much do you trust the town’s staff", "And how very much do you trust its staff")
    assert not build(project)
    told = open_store(store(project)).facts["minutes"]
    assert tables(project) == before
    assert told != minutes
    assert build(project, fresh=True)
    assert open_store(store(project)).facts["minutes"] == told


def depot(project: Path) -> dict[str, str]:
    return tree(store(project).parent / "depot")


def test_the_file_for_an_archive_stays_with_the_tables(project: Path) -> None:
    survey, first = project / "surveys" / "example", depot(project)
    assert sorted(Path(name).suffix for name in first) == ["", ".csv", ".sav"]
    edit(survey / "survey.yaml", TITLE, "title: {fr: Se fier, en: Trust}")
    assert not build(project)
    assert depot(project) == first
    assert build(project, fresh=True)
    assert depot(project) == first
    # its labels are texts that it was made of
    edit(survey / "questionnaire.yaml", "fr: Confiance envers la protection", "fr: La protection")
    assert build(project)
    assert depot(project) != first


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"1,2\n")])
def test_a_file_for_an_archive_that_was_touched_is_made_anew(
    project: Path, harm: Callable[[Path], object]
) -> None:
    first = depot(project)
    harm(next((store(project).parent / "depot").glob("*.csv")))
    edit(project / "surveys" / "example" / "survey.yaml", TITLE, "title: {fr: A, en: Trust}")
    assert build(project)
    assert depot(project) == first


def test_a_survey_without_a_file_for_an_archive_has_none(project: Path) -> None:
    survey = project / "surveys" / "example" / "survey.yaml"
    edit(survey, r"(?m)^deposit:.*$", "")
    assert build(project)
    assert not depot(project)
    edit(survey, TITLE, "title: {fr: Se fier, en: Trust}")
    assert not build(project)
    assert not depot(project)


@pytest.mark.parametrize(
    ("name", "pattern", "new"),
    [
        ("survey.yaml", "report_breakdowns: .*", "report_breakdowns: [age_group]"),  # no text
        ("questionnaire.yaml", "fr: Pas du tout confiance", "fr: Aucune confiance"),  # compared
        ("targets/2024.csv", "$", "\n"),
        ("waves/2025.yaml", "publish_on: .*", "publish_on: 2025-05-13"),
        ("README.md", "^", " "),  # read by nothing that is known: estimated all the same
        ("data/example-2023.sav", None, None),
    ],
)
def test_anything_else_is_estimated(
    project: Path, name: str, pattern: str | None, new: str | None
) -> None:
    path = project / "surveys" / "example" / name
    if pattern is None or new is None:
        for wave in (project / "surveys" / "example" / "waves").glob("*.yaml"):
            lines = wave.read_text(encoding="utf-8").splitlines()
            wave.write_text("\n".join(x for x in lines if "sha256" not in x), encoding="utf-8")
        assert build(project)
        path.write_bytes(path.read_bytes() + b" ")
    else:
        edit(path, rf"(?m){pattern}", new)
    assert build(project)


def test_a_template_estimates_nothing(project: Path) -> None:
    own = project / "reports" / "fr" / "_methode.qmd"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("## À notre façon\n", encoding="utf-8")
    assert not build(project)


def test_a_store_changed_by_hand_is_not_taken_over(project: Path) -> None:
    path = store(project) / "estimates.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",2025,", ",2025,", 1) + "\n", "utf-8")
    assert build(project)


def test_a_build_that_was_refused_leaves_what_is_kept_of_the_version_that_stands(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tables were kept for those of the version, so that each later change was estimated."""

    def refused(*_given: object) -> None:
        raise PublicationError("no")

    edit(project / "surveys" / "example" / "survey.yaml", TITLE, "title: {fr: Se fier, en: Trust}")
    with monkeypatch.context() as patch:
        patch.setattr("padai.pipeline.builds.building.check_frozen", refused)
        with pytest.raises(PublicationError, match="no"):
            build(project)
    assert not build(project)


def test_programs_count(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("padai.pipeline.builds.standing.programs_digest", lambda: "another")
    edit(project / "surveys" / "example" / "survey.yaml", TITLE, "title: {fr: A, en: Trust}")
    assert build(project)


def test_another_survey_or_version_counts(project: Path) -> None:
    edit(project / "surveys" / "example" / "survey.yaml", TITLE, "title: {fr: A, en: Trust}")
    other = project / "releases" / "example" / "2024" / "v1" / "interne" / "estimates.csv"
    other.parent.mkdir(parents=True)
    other.write_text("x", encoding="utf-8")
    assert build(project)


# --- which texts are read ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> padai.Survey:
    return padai.load_survey(mini(tmp_path_factory.mktemp("noted"), waves=("2025",)))


@pytest.mark.parametrize(
    "reading",
    [
        lambda text: text.get("en"),
        lambda text: text.fr,
        lambda text: text.missing(("fr",)),
        lambda text: text.model_dump(),
        lambda text: text.model_dump_json(),
        repr,
        lambda text: text == Text(fr="x"),
        lambda text: Text(fr="x") == text,
        copy.deepcopy,
        lambda text: text.model_copy(update={"en": "y"}),
        lambda text: text.tags,
        vars,
        lambda text: dict(text),
        copy.copy,
    ],
)
def test_a_text_is_read_by_whatever_way(survey: padai.Survey, reading: object) -> None:
    text = survey.question("trust").label
    with texts_read(survey) as read:
        pass
    assert read == set()
    with texts_read(survey) as read:
        reading(text)  # type: ignore[operator]
    assert "questions/trust/label" in read
    assert "title" not in read


def test_groups_made_of_answers_are_read_in_the_language_that_is_shown(
    survey: padai.Survey,
) -> None:
    """A page in English rested on the French words of every breakdown made of a question's codes."""
    label = survey.question("sex").entry("F").label  # type: ignore[union-attr]
    place = texts_of(survey).index(label)
    with noting(survey) as read:
        groups = survey.breakdown("sex").groups
        assert read.told == "0" * len(texts_of(survey))
        assert groups[0].label.get("en") == label.en
    assert read.told is not None and read.told[place] == "2"
    alone = label.model_copy(update={"en": None})
    scale = survey.question("sex").scale
    codes = (scale.codes[0].model_copy(update={"label": alone}), *scale.codes[1:])  # type: ignore[union-attr]
    asked = {"scale": scale.model_copy(update={"codes": codes})}  # type: ignore[union-attr]
    asked = {**survey.questions, "sex": survey.question("sex").model_copy(update=asked)}
    lacking = survey.model_copy(update={"questions": asked})
    assert lacking.breakdown("sex").groups[0].label.get("en") == label.fr


def test_writing_a_definition_out_reads_all_of_it(survey: padai.Survey) -> None:
    for write in (survey.model_dump, survey.model_dump_json, lambda: repr(survey)):
        with texts_read(survey) as read:
            write()
        assert read == set(text_hashes(survey))


def test_noting_ends_and_may_lie_within_another(survey: padai.Survey) -> None:
    with texts_read(survey) as outer:
        with texts_read(survey) as inner:
            survey.title.get("fr")
        survey.question("trust").label.get("fr")
    assert inner == {"title"}
    assert outer == {"title", "questions/trust/label"}
    assert "__getattribute__" not in vars(Tagged)
    with pytest.raises(ZeroDivisionError), texts_read(survey):
        1 / 0  # noqa: B018
    assert "__getattribute__" not in vars(Tagged)


def test_all_but_texts_has_its_own_hash(survey: padai.Survey) -> None:
    other = survey.model_copy(update={"title": Text(fr="Autre", en="Other")})
    assert without_texts(other) == without_texts(survey)
    assert text_hashes(other)["title"] != text_hashes(survey)["title"]
    for change in ({"overlap": "respondent"}, {"languages": ("fr",)}, {"breakdowns": ()}):
        assert without_texts(survey.model_copy(update=change)) != without_texts(survey)


def test_a_build_leaves_no_trace_of_noting(project: Path) -> None:
    assert "__getattribute__" not in vars(Tagged)
    assert version_steps.texts_read is texts_read


def test_tables_are_the_same_on_any_processor(tmp_path: Path) -> None:
    """The last digits of a double, and the sign of nothing, do not make other tables."""

    def digest(text: str) -> str:
        (tmp_path / "estimates.csv").write_text(text, encoding="utf-8")
        return tables_digest(tmp_path)

    one = digest("wave,estimate,n\n2025-03,0.30075810896339117,1203.5000000000002\nb,1e-17,12\n")
    assert digest("wave,estimate,n\n2025-03,0.3007581089633911,1203.5\nb,-0.0,12\n") == one
    assert digest("wave,estimate,n\n2025-03,0.30076,1203.5\nb,0.0,12\n") != one
    assert digest("wave,estimate,n\n2025-03,0.3007581,1203.5\nb,0.0,13\n") != one
    assert digest("wave,estimate,n\n2025-04,0.3007581,1203.5\nb,0.0,12\n") != one
