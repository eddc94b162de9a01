"""The life of a release: frozen, recorded, corrected, withdrawn; nothing said is unsaid in silence."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest
import yaml

import padai
from padai.errors import PadaiError, PublicationError
from padai.interchange import init_example
from padai.pipeline.builds import building, version_steps
from padai.pipeline.builds.built_release import BuiltRelease
from padai.pipeline.machinery import kept
from padai.pipeline.machinery.build_request import ordered
from padai.pipeline.machinery.publisher_process import PublisherOutput
from padai.pipeline.versions.version_pages import _spoken_of
from padai.store import ABOUT_THE_BUILD, COLUMNS, outside_copy, store_digest
from padai.survey.releases import read_releases
from tests.once import made_once
from tests.processors import other_digits

WAVE = "2025"
KEYS = ["part", "wave", "reference", "question", "response", "breakdown", "group"]


def _few_pages(store_dir: Path, out_dir: Path, **_kept: object) -> PublisherOutput:
    """Publish one page that says which store it was made of: what is tested here is left of it."""
    page = out_dir / "fr" / "rapport.html"
    page.parent.mkdir(exist_ok=True)
    page.write_text(store_digest(store_dir), encoding="utf-8")
    return PublisherOutput([page], [])


def _no_pages(*_given: object, **_kept: object) -> list[Path]:
    return []


def _untried(*_given: object) -> pd.DataFrame:
    return pd.DataFrame(columns=COLUMNS["robustness"])


def _quick(patch: pytest.MonkeyPatch) -> None:
    """Leave out the pages and the trials of robustness, which have tests of their own."""
    for room in (building, version_steps):
        patch.setattr(room, "publish_apart", _few_pages)
    patch.setattr(building, "write_website", lambda project, stages: project.site_dir)
    patch.setattr("padai.pipeline.versions.version_pages._written", _no_pages)
    patch.setattr("padai.pipeline.tables.aggregation.robustness_table", _untried)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    _quick(monkeypatch)


def _small(folder: Path) -> Path:
    """Make the example with one breakdown, and the data of the last wave as CSV."""
    init_example(folder)
    survey = folder / "surveys" / "example"
    edit(survey / "survey.yaml", r"(?m)^report_breakdowns:.*$", "report_breakdowns: [gender]")
    edit(survey / "survey.yaml", r"by: \[gender, age_group, education, district\]", "by: [gender]")
    edit(survey / "survey.yaml", r"(?ms)^indices:.*?(?=^sections:)", "")
    rewrite(survey, lambda frame: frame)
    shutil.rmtree(survey / "witness")  # of the tables that the example has as it ships
    return folder


@contextmanager
def as_it_was(project: Path, aside: Path) -> Iterator[None]:
    """Put a project back as it was afterwards, with what is kept between commands."""
    shutil.copytree(project, aside / "whole")
    shutil.copytree(kept.cache_folder(), aside / "kept")
    yield
    shutil.rmtree(project)
    shutil.copytree(aside / "whole", project)
    shutil.copytree(aside / "kept", kept.cache_folder(), dirs_exist_ok=True)


def edit(path: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, lambda _m: new, path.read_text(encoding="utf-8"), count=1)
    assert count == 1, pattern
    path.write_text(text, encoding="utf-8")


def rewrite(survey_dir: Path, change: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    """Write the data of the last wave again, changed, with its new checksum in the definition."""
    survey = padai.load_survey(survey_dir)
    frame = change(padai.read_wave(survey, WAVE).frame)
    text = frame.to_csv(index=False, lineterminator="\n")
    digest = hashlib.sha256(text.encode()).hexdigest()
    path = survey_dir / "data" / f"example-2025-{digest[:8]}.csv"  # the one before stays
    path.write_text(text, encoding="utf-8")
    edit(
        survey_dir / "waves" / f"{WAVE}.yaml",
        r"file: example-2025[-\w]*\.\w+",
        f"file: {path.name}",
    )
    edit(survey_dir / "waves" / f"{WAVE}.yaml", r"sha256: [0-9a-f]{64}", f"sha256: {digest}")


def declare(project: Path, wave: str = WAVE, **keys: object) -> None:
    """Declare the release of a wave."""
    path = project / "surveys" / "example" / "waves" / f"{wave}.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("release:")
    release = yaml.safe_load(text[start:])["release"] | keys
    body = yaml.safe_dump({"release": release}, allow_unicode=True, sort_keys=False)
    path.write_text(text[:start] + body, encoding="utf-8")


def build(project: Path, **keys: object) -> BuiltRelease:
    keys = {"fresh": True} | keys  # what these tests replace is no file that a build looks at
    return padai.build(project / "surveys" / "example", engine="embedded", **keys)


def version(project: Path, number: int = 1, wave: str = WAVE) -> Path:
    return project / "releases" / "example" / wave / f"v{number}"


def records(project: Path) -> tuple:
    return read_releases(project / "surveys" / "example", "example")


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


CORRECTION = {"fr": "Un code était inversé.", "en": "A code was inverted."}


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose last wave went out; nobody may change it."""

    def make(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            _quick(patch)
            build(_small(folder))

    return made_once(tmp_path_factory, "life", make)


@pytest.fixture
def out(first: Path, tmp_path: Path) -> Path:
    shutil.copytree(first, tmp_path / "project")
    return tmp_path / "project"


def one_code(frame: pd.DataFrame) -> pd.DataFrame:
    """Give one respondent another answer to one question."""
    changed = frame.copy()
    column = changed["trust_services"].astype(object)
    place = next(i for i, v in enumerate(column) if str(v) in ("3", "3.0"))
    column.iloc[place] = type(column.iloc[place])(1)
    changed["trust_services"] = column.astype(frame["trust_services"].dtype)
    return changed


def thirty_codes(frame: pd.DataFrame) -> pd.DataFrame:
    """Give fifteen women and fifteen men another answer to one question."""
    changed = frame.copy()
    column = changed["trust_services"].astype(object)
    for gender in sorted(set(changed["gender"].astype(str)))[:2]:
        mine = (changed["gender"].astype(str) == gender) & column.astype(str).isin(["3", "3.0"])
        places = [i for i, chosen in enumerate(mine) if chosen][:15]
        assert len(places) == 15
        column.iloc[places] = type(column.iloc[places[0]])(1)
    changed["trust_services"] = column.astype(frame["trust_services"].dtype)
    return changed


@pytest.fixture(scope="session")
def corrected(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project after a code was corrected in thirty records and a second version went out."""

    def make(folder: Path) -> None:
        shutil.copytree(first, folder, dirs_exist_ok=True)
        rewrite(folder / "surveys" / "example", thirty_codes)
        declare(folder, version=2, status="corrected", reason=CORRECTION, publish_on="2025-06-01")
        with pytest.MonkeyPatch.context() as patch:
            _quick(patch)
            build(folder)

    return made_once(tmp_path_factory, "corrected", make)


# --- recorded and frozen ---------------------------------------------------------------------------


def test_what_goes_out_is_recorded(out: Path) -> None:
    (record,) = records(out)
    assert (record.wave, record.version, record.status) == (WAVE, 1, "demonstration")
    assert record.store == store_digest(version(out) / "interne")
    assert [r.id for r in record.key_results] == ["services", "data", "staff"]


def test_the_same_results_are_built_again(out: Path) -> None:
    """A fresh clone has the record and no release: it builds what went out."""
    before, recorded = tree(version(out)), records(out)
    shutil.rmtree(out / "releases")
    build(out)
    assert tree(version(out)) == before
    assert records(out) == recorded


def test_what_went_out_does_not_change(out: Path) -> None:
    before = tree(out / "releases")
    rewrite(out / "surveys" / "example", one_code)
    with pytest.raises(PublicationError, match="frozen") as refused:
        build(out)
    assert "`version: 2`" in refused.value.texts["en"]
    assert "`status: corrected`" in refused.value.texts["fr"]
    assert tree(out / "releases") == before


def test_another_processor_makes_no_correction(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What went out keeps its last digits; nobody is told to announce a correction that is none."""
    before = tree(out / "releases")
    other_digits(monkeypatch, by=4e-16)
    built = build(out)
    assert any("last digits" in note.text("en") for note in built.notes)
    after = tree(out / "releases")
    assert {n for n in before if before[n] != after.get(n)} <= {
        "example/2025/v1/interne/manifest.json"
    }
    other_digits(monkeypatch, by=1e-7)
    with pytest.raises(PublicationError, match="frozen"):
        build(out)


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("build", "other words"),
        ("build", "one page more"),
        ("build", "one page less"),
        ("report", "other words"),
        ("report", "one page more"),
    ],
)
def test_neither_do_its_pages(
    out: Path, monkeypatch: pytest.MonkeyPatch, what: str, change: str
) -> None:
    """A template, a format or a later padai would say the same results otherwise: not in silence."""

    def otherwise(store_dir: Path, out_dir: Path, **kept: object) -> PublisherOutput:
        made = _few_pages(store_dir, out_dir, **kept)
        (page,) = made.files
        if change == "other words":
            page.write_text("x", encoding="utf-8")
        elif change == "one page more":
            made.files.append(page.with_suffix(".pdf"))
            made.files[-1].write_bytes(b"x")
        else:
            page.unlink()
            made.files.clear()
        return made

    before = tree(out / "releases")
    for room in (building, version_steps):
        monkeypatch.setattr(room, "publish_apart", otherwise)
    with pytest.raises(PublicationError, match=r"though no result: fr/rapport\.(html|pdf)") as said:
        if what == "build":
            build(out)
        else:
            padai.pipeline.publish_again(out / "surveys" / "example", engine="embedded")
    assert "`version: 2`" in said.value.texts["fr"]
    assert tree(out / "releases") == before
    if what == "build":
        shutil.rmtree(version(out))  # a fresh clone has no pages: the record holds it to them
        with pytest.raises(PublicationError, match="does not give its bytes"):
            build(out)
        assert not version(out).exists()


def test_a_draft_and_a_rehearsal_are_not_recorded(tmp_path: Path) -> None:
    project = _small(tmp_path)
    build(project, record=False)
    rehearsed = tree(version(project))
    declare(project, status="draft")
    build(project)
    assert records(project) == ()
    assert tree(version(project)) != rehearsed


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"status": "draft"}, "frozen"),
        ({"version": 3, "reason": CORRECTION}, "`version: 2`"),
        ({"status": "published"}, "synthetic"),
        ({"version": 2}, "needs a `reason`"),
        ({"status": "corrected"}, "new version"),
        ({"status": "secret"}, "release.status"),
        ({"status": "withdrawn"}, "withdrawn: confidentiality"),
        ({"withdrawn": "error"}, "status: withdrawn"),
    ],
)
def test_what_may_not_be_declared(out: Path, keys: dict[str, object], said: str) -> None:
    before = tree(out)
    declare(out, **keys)
    with pytest.raises(PadaiError, match=re.escape(said)):
        build(out)
    declare(out, version=1, status="demonstration")
    assert {k: v for k, v in tree(out).items() if k.startswith("releases/")} == {
        k: v for k, v in before.items() if k.startswith("releases/")
    }


def test_only_a_demonstration_is_rehearsed(out: Path) -> None:
    declare(out, version=2, status="corrected", reason=CORRECTION)
    with pytest.raises(PublicationError, match="always recorded"):
        build(out, record=False)


# --- earlier results are inputs --------------------------------------------------------------------


def test_a_missing_earlier_store_stops_all_but_a_draft(corrected: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(corrected, project)
    (project / "archive" / "example" / WAVE).mkdir(parents=True)
    shutil.move(version(project, 1), project / "archive" / "example" / WAVE / "v1")
    with pytest.raises(PublicationError, match="2025/v1, but its store is missing"):
        build(project)
    declare(project, version=3, status="draft")
    build(project)
    declare(project, version=2, status="corrected")
    (project / "padai.yaml").open("a", encoding="utf-8").write("archive_dir: archive\n")
    before = tree(version(project, 2))
    build(project)
    assert tree(version(project, 2)) == before


def test_an_earlier_store_that_was_changed_is_not_used(corrected: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(corrected, project)
    words = version(project, 1) / "interne" / "words.csv"
    words.write_text(words.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(PublicationError, match="is not the one that was put out"):
        build(project)


# --- corrections -----------------------------------------------------------------------------------


def figures(project: Path, number: int) -> dict[tuple[str, ...], str]:
    """Return every figure of a version, as it is printed, by its place and name."""
    found: dict[tuple[str, ...], str] = {}
    with outside_copy(version(project, number) / "interne") as copy:
        frames = [
            pd.read_csv(copy / f"{name}.csv", dtype=str, keep_default_na=False)
            for name in ("estimates", "trends", "differences")
        ]
    for frame in frames:
        frame["reference"] = frame.get("reference", "")
        for row in frame.to_dict("records"):
            place = tuple(row[k] for k in KEYS)
            found |= {(*place, k): v for k, v in row.items() if k not in KEYS}
    return found


def test_a_correction_lists_exactly_the_figures_that_differ(first: Path, corrected: Path) -> None:
    """One code of thirty people in one wave: nothing else is listed, and v1 is as it was."""
    old, new = figures(corrected, 1), figures(corrected, 2)
    words, withheld = (
        ("flag", "verdict"),
        {p[:-1] for v in (old, new) for p in v if p[-1] == "estimate" and not v[p]},
    )
    differing = {
        place
        for place in {*old, *new}
        if old.get(place) != new.get(place) and (place[:-1] not in withheld or place[-1] in words)
    }
    assert differing
    path = version(corrected, 2) / "interne" / "corrections.csv"
    listed = pd.read_csv(path, dtype=str, keep_default_na=False)
    rows = {(*(row[k] for k in KEYS), row["figure"]): row for row in listed.to_dict("records")}
    assert set(rows) == differing
    assert all((old[p], new[p]) == (row["old"], row["new"]) for p, row in rows.items())
    assert set(listed["cause"]) == {"data"}
    assert set(listed["corrects"]) == {"2025/v1"}
    assert set(listed["wave"]) == {WAVE}
    assert tree(version(first)) == tree(version(corrected, 1))


def test_a_verdict_that_changed_is_said(corrected: Path) -> None:
    path = version(corrected, 2) / "interne" / "corrections.csv"
    listed = pd.read_csv(path, dtype=str, keep_default_na=False)
    moved = listed[listed["figure"] == "verdict"][["question", "response", "group"]]
    changed = listed[listed["verdict_changed"] == "true"][["question", "response", "group"]]
    assert set(map(tuple, changed.to_numpy())) == set(map(tuple, moved.to_numpy()))


def test_a_corrected_key_result_is_substantial(corrected: Path) -> None:
    """The code was one of a key result, and 30 in 800 is more than the rounding."""
    assert [r.substantial for r in records(corrected)] == [False, True]
    texts = json.loads(
        (version(corrected, 2) / "interne" / "texts.json").read_text(encoding="utf-8")
    )
    release = texts["facts"]["release"]
    assert release["corrects"] == "2025/v1"
    assert release["vintages"] == {"2023": "2025/v1", "2024": "2025/v1", "2025": "2025/v2"}


def test_new_targets_revise_the_series(tmp_path: Path) -> None:
    """The next wave estimates the series anew: each number that moved is listed, with its cause.

    It does where nothing of the waves before is withheld, and so without a breakdown.
    """
    project = _small(tmp_path)
    definition = project / "surveys" / "example" / "survey.yaml"
    edit(definition, r"(?m)^report_breakdowns:.*$", "report_breakdowns: []")
    edit(definition, r"(?m)^ +by: \[gender\]\n", "")
    for wave in ("2023", "2024"):
        padai.build(project / "surveys" / "example", wave=wave, engine="embedded", fresh=True)
    targets = project / "surveys" / "example" / "targets" / "2024.csv"
    frame = pd.read_csv(targets, dtype=str, keep_default_na=False)
    chosen = frame["margin"] == "age_group"
    frame.loc[chosen, "target"] = list(reversed(frame.loc[chosen, "target"].tolist()))
    frame.to_csv(targets, index=False)
    build(project)
    path = version(project) / "interne" / "corrections.csv"
    listed = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert set(listed["corrects"]) == {"2024/v1"}
    assert set(listed["rounding"]) == {"true"}
    assert set(listed.loc[listed["wave"] == "2024", "cause"]) == {"targets"}
    levels = listed[(listed["reference"] == "") & (listed["figure"] == "estimate")]
    assert len(levels)
    assert set(levels["wave"]) == {"2024"}
    for row in levels.to_dict("records"):
        digits = 1 if row["response"] == "mean" else 3
        assert row["old"] != row["new"]
        assert all(len(row[side].partition(".")[2]) <= digits for side in ("old", "new"))
    texts = json.loads((version(project) / "interne" / "texts.json").read_text(encoding="utf-8"))
    vintages = texts["facts"]["release"]["vintages"]
    assert vintages == {"2023": "2023/v1", "2024": "2025/v1", "2025": "2025/v1"}


# --- key results -----------------------------------------------------------------------------------


def test_a_key_result_that_was_shown_stays(out: Path) -> None:
    path = out / "surveys" / "example" / "survey.yaml"
    edit(path, r"(?m)^  staff: .*\n", "")
    declare(out, version=2, status="corrected", reason=CORRECTION)
    with pytest.raises(PublicationError, match="staff, shown by 2025/v1"):
        build(out)


def test_a_key_result_added_later_says_so_whatever_its_date(out: Path) -> None:
    path = out / "surveys" / "example" / "survey.yaml"
    edit(
        path,
        r"(?m)^  staff: ",
        "  clear: {question: clear_info, net: clear, label: {fr: Information claire, en: Clear "
        "information}, declared: 2023-01-16}\n  staff: ",
    )
    declare(out, version=2, status="corrected", reason=CORRECTION)
    build(out)
    texts = json.loads((version(out, 2) / "interne" / "texts.json").read_text(encoding="utf-8"))
    assert texts["facts"]["release"]["added_key_results"] == ["clear"]


# --- withdrawn -------------------------------------------------------------------------------------

GONE = {"fr": "Une cellule en disait trop.", "en": "A cell told too much."}


def test_withdrawn_for_confidentiality_leaves_no_file(corrected: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(corrected, project)
    before = {n: h for number in (1, 2) for n, h in tree(version(project, number)).items()}
    declare(
        project,
        status="withdrawn",
        withdrawn="confidentiality",
        reason=GONE,
        withdrawn_on="2025-07-01",
    )
    build(project)
    left = tree(project / "releases")
    assert not set(left.values()) & set(before.values())
    assert {Path(n).name for n in left} == {"retrait.json"}
    for record in records(project):
        assert record.status == "withdrawn"
        assert record.withdrawal.date.isoformat() == "2025-07-01"
        names = {f.name for f in record.withdrawal.files}
        assert names == {n for n in tree(version(corrected, record.version)) if "interne/" not in n}
        assert not any(f.sha256 for f in record.withdrawal.files)
    recorded = records(project)
    build(project)  # once more: nothing is lost, nothing comes back
    assert records(project) == recorded
    assert tree(project / "releases") == left


def test_what_still_shows_the_series_is_named_in_both_languages(
    corrected: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(corrected, project)
    declare(
        project,
        status="withdrawn",
        withdrawn="error",
        reason=GONE,
        affected=["2025/v2"],
        withdrawn_on="2025-07-01",
    )
    note, *others = build(project).notes
    assert all("site_url" in other.en for other in others)
    assert "restent en place : 2025/v1" in note.fr
    assert "and stay: 2025/v1" in note.en


def test_a_withdrawn_version_does_not_come_back(out: Path) -> None:
    keys = {"withdrawn": "confidentiality", "withdrawn_on": "2025-07-01", "reason": GONE}
    declare(out, status="withdrawn", **keys)
    build(out)
    path = out / "surveys" / "example" / "waves" / f"{WAVE}.yaml"
    for key in ("withdrawn", "withdrawn_on"):
        edit(path, rf"(?m)^  {key}: .*\n", "")
    declare(out, status="demonstration")
    with pytest.raises(PublicationError, match="was withdrawn on 2025-07-01"):
        build(out)
    declare(out, version=2, status="corrected")
    build(out)
    corrections = pd.read_csv(version(out, 2) / "interne" / "corrections.csv")
    assert corrections.empty  # what was withdrawn is not told again as what was corrected


def test_withdrawn_for_an_error_is_kept_behind_a_notice(out: Path) -> None:
    before = tree(version(out))
    declare(out, status="withdrawn", withdrawn="error", reason=GONE, withdrawn_on="2025-07-01")
    build(out)
    kept = version(out).with_name("v1-retire")
    assert tree(kept) == before
    assert set(tree(version(out))) == {"retrait.json"}
    declare(out, version=2, status="corrected")
    path = out / "surveys" / "example" / "waves" / f"{WAVE}.yaml"
    for key in ("withdrawn", "withdrawn_on"):
        edit(path, rf"(?m)^  {key}: .*\n", "")
    rewrite(out / "surveys" / "example", thirty_codes)
    build(out)
    listed = pd.read_csv(version(out, 2) / "interne" / "corrections.csv", dtype=str)
    assert set(listed["corrects"]) == {"2025/v1"}


def test_what_was_never_put_out_cannot_be_withdrawn(out: Path) -> None:
    declare(
        out,
        status="withdrawn",
        withdrawn="error",
        reason=GONE,
        withdrawn_on="2025-07-01",
        affected=["2025/v7"],
    )
    with pytest.raises(PublicationError, match="2025/v7"):
        build(out)


def test_the_digest_of_a_store_sees_every_file_and_byte(out: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(version(out) / "interne", store)
    digest = store_digest(store)
    for path in sorted(store.iterdir()):
        content = path.read_bytes()
        path.write_bytes(content + b" ")
        assert (store_digest(store) == digest) == (path.name in ABOUT_THE_BUILD), path.name
        path.write_bytes(content)


def test_a_store_with_corrections_opens(corrected: Path) -> None:
    store = padai.open_store(version(corrected, 2) / "interne")
    assert set(store.table("corrections")["corrects"]) == {"2025/v1"}


def test_pages_beside_a_version_are_silent_of_a_draft(out: Path) -> None:
    declare(out, version=2, status="draft", publish_on="2026-01-01")
    order = ordered(out / "surveys" / "example", WAVE, None)
    told = _spoken_of(order)
    assert (told.version, told.status) == (1, "demonstration")
    assert told.publish_on == records(out)[0].date
