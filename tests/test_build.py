"""The whole way through: a release is written whole, the same bytes each time, or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import padai
from padai.cli import main
from padai.errors import PadaiError
from padai.interchange import init_example
from padai.pipeline.machinery.build_request import ordered
from padai.pipeline.parts.facts import facts_of
from padai.pipeline.parts.preparation import prepare
from padai.pipeline.tables.aggregation import tables_of
from padai.pipeline.versions.manifest import write_manifest
from padai.publishing import Report
from padai.store import COLUMNS, open_store
from padai.store.schema import OPTIONAL
from padai.survey import load_survey
from padai.waves.write_back import write_wave
from tests.builders import mini, respondents

WAVE = "2025"


def tree(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file under a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run(*arguments: str | Path) -> int:
    """Run the command line and return its exit code."""
    try:
        main([str(a) for a in arguments])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


@pytest.fixture
def built(built_example: Path) -> Path:
    return built_example


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "project")
    return tmp_path / "project"


def release(project: Path) -> Path:
    return project / "releases" / "example" / WAVE / "v1"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_files_of_a_release(built: Path) -> None:
    """What stands in a version is what its manifest names, and nothing of the making is left."""
    names = set(tree(release(built)))
    manifest = json.loads(
        (release(built) / "interne" / "manifest.json").read_text(encoding="utf-8")
    )
    assert names == {row["name"] for row in manifest["outputs"]} | {"interne/manifest.json"}
    store = {f"interne/{name}.csv" for name in COLUMNS if name not in OPTIONAL} | {
        "interne/texts.json",
        "interne/sbom.cdx.json",
    }
    pages = {"fr/rapport.html", "en/report.html", "fr/sommaire.html", "en/summary.html"}
    pages |= {"fr/presse.html", "en/press.html", "fr/explorateur.html", "en/explorer.html"}
    documents = {
        page.replace(".html", end)
        for page in pages
        if "explor" not in page
        for end in (".pdf", ".docx")
    }
    pages |= {
        f"{p}.{end}"
        for p in ("fr/chiffres-cles", "en/key-figures")
        for end in ("svg", "png", "txt")
    }
    tables = {
        f"{p}-example-{WAVE}.{end}" for p in ("fr/tableaux", "en/tables") for end in ("xlsx", "ods")
    }
    data = {"series.csv", "changes.csv", "contrasts.csv", "breaks.csv", "slopes.csv", "indices.csv",
            "words.csv", "weighting.csv", "robustness.csv", "tipping.csv", "method.csv", "dictionnaire.csv",
            "dictionary.csv", "csv-metadata.json", "dataset.jsonld", "CITATION.cff", "ddi-codebook.xml",
            "LISEZMOI.txt", "README.txt"}  # fmt: skip
    assert store | pages | documents | tables | {f"open/{name}" for name in data} <= names
    assert {p.name for p in (built / "releases" / "example").iterdir()} == {WAVE}
    beside = {"index.html", "index-en.html", "versions.html", "versions-en.html"}
    assert {p.name for p in release(built).parent.iterdir()} == {"v1"} | beside


def test_the_same_bytes_elsewhere(built: Path, tmp_path: Path) -> None:
    """Another folder, home, time zone, locale, mask of rights, number of threads, seed of hashes."""
    init_example(tmp_path / "ailleurs, à côté")
    project = tmp_path / "ailleurs, à côté"
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, sys; os.umask(0o077); from padai.cli import main; main()",
            "build",
            str(project / "surveys" / "example"),
            "--engine",
            "embedded",
        ],
        env={
            **os.environ,
            "TZ": "Asia/Tokyo",
            "LC_ALL": "C",
            "LANG": "tr_TR.UTF-8",
            "HOME": str(tmp_path),
            "OMP_NUM_THREADS": "2",
            "OPENBLAS_NUM_THREADS": "2",
            "PYTHONHASHSEED": "7",
            "USER": "somebody",
            "PYTHONPATH": str(Path(padai.__file__).parents[1]),
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert tree(release(project)) == tree(release(built))


@pytest.mark.parametrize("ending", [".csv", ".sav"])
def test_the_order_of_the_rows_changes_no_number(ending: str, tmp_path: Path) -> None:
    """Every table and fact of the store is the same, to the last bit."""
    rows = {"2024": respondents(seed=1), "2025": respondents(seed=2, first_id=1001)}
    made = []
    for name, seed in (("a", None), ("b", 3), ("c", 4)):
        moved = {
            wave: frame if seed is None else frame.sample(frac=1.0, random_state=seed)
            for wave, frame in rows.items()
        }
        folder = mini(tmp_path / name, moved, ending=ending)
        edit(
            folder / "waves" / "2025.yaml",
            "parts:",
            "release: {version: 1, status: demonstration, publish_on: 2025-06-01}\nparts:",
        )
        survey = load_survey(folder)
        parts = {"main": prepare(survey, "2025", "main", None, lambda *_: None)}
        tables = tables_of(survey, "2025", parts, lambda *_: None)
        made.append((tables, json.dumps(facts_of(survey, "2025", parts), default=str)))
    (first, facts), *others = made
    assert len(first["estimates"]) > 50
    for tables, said in others:
        assert said == facts
        for name, frame in first.items():
            pd.testing.assert_frame_equal(tables[name], frame, check_exact=True)


def test_the_manifest_says_what_was_read_and_written(built: Path) -> None:
    text = (release(built) / "interne" / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    hashes = tree(release(built))
    written = {row["name"]: row["sha256"] for row in manifest["outputs"]}
    assert written == {n: h for n, h in hashes.items() if n != "interne/manifest.json"}
    read = {row["name"]: row["sha256"] for row in manifest["inputs"]}
    survey = tree(built / "surveys" / "example")
    assert read["definition/survey.yaml"] == survey["survey.yaml"]
    assert any(name.startswith("data/") for name in read)
    assert str(built) not in text
    assert not re.search(r"/(home|root|tmp|usr)/|20\d\d-\d\d-\d\dT", text)


def test_the_manifest_counts_what_each_rule_left_out(tmp_path: Path) -> None:
    rule = "    exclusions: [{column: user, values: [2], reason: {fr: Hors champ, en: Out}}]\n"
    design = "    design: {id: id, weight: w}"
    rows = respondents(200, first_id=1001)
    folder = mini(tmp_path / "mini", {"2025": rows}, replace={design: rule + design})
    wave = folder / "waves" / "2025.yaml"
    wave.write_text(
        wave.read_text(encoding="utf-8")
        + "release: {version: 1, status: demonstration, publish_on: 2025-06-01}\n",
        encoding="utf-8",
    )
    survey = load_survey(folder)
    parts = {"main": prepare(survey, "2025", "main", None, lambda *_: None)}
    exclusions = facts_of(survey, "2025", parts)["exclusions"]
    written = write_manifest(
        tmp_path,
        survey="mini",
        wave="2025",
        release={},
        parameters={},
        inputs={},
        outputs=[],
        exclusions=exclusions,
    )
    (told,) = json.loads(written.read_text(encoding="utf-8"))["exclusions"]
    assert (told["column"], told["count"]) == ("user", int((rows["user"] == 2).sum()))
    assert told["reason"]["fr"] == "Hors champ"


def test_the_store_opens_and_agrees_with_the_verbs(built: Path) -> None:
    store = open_store(release(built) / "interne")
    survey = padai.load_survey(built / "surveys" / "example")
    wave = padai.rake(
        padai.read_wave(survey, WAVE),
        survey.targets(WAVE),
        bounds=survey.part(WAVE).weighting.bounds,
    )
    question = survey.families[0].comparisons[0]
    direct = padai.proportion(wave, question.question, net=question.net).frame.iloc[0]
    stored = store.tables["estimates"]
    mine = (stored["question"] == question.question) & (stored["response"] == question.net)
    row = stored[mine & (stored["breakdown"] == "total")].iloc[0]
    assert row["estimate"] == pytest.approx(direct["estimate"], rel=1e-12)
    assert row["std_error"] == pytest.approx(direct["std_error"], rel=1e-12)


def test_reports_and_tables_are_made_again_without_the_data(
    built_small: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(built_small, project)
    before = tree(release(project))
    shutil.rmtree(project / "surveys" / "example" / "data")
    shutil.rmtree(release(project) / "fr")
    assert run("report", project / "surveys" / "example", "--format", "html") == 0
    assert run("tables", project / "surveys" / "example") == 0
    assert tree(release(project)) == before


def spoil_data(project: Path) -> None:
    survey_folder = project / "surveys" / "example"
    survey = padai.load_survey(survey_folder)
    wave = padai.read_wave(survey, WAVE)
    frame = wave.frame
    frame[next(iter(survey.questions))] = 77
    path = survey_folder / "data" / survey.part(WAVE).file
    path.unlink()
    spoilt = padai.Wave(frame, wave.design, survey=survey, id=WAVE)
    csv = path.with_suffix(".csv")
    write_wave(spoilt, csv)
    wave_file = survey_folder / "waves" / f"{WAVE}.yaml"
    edit(wave_file, path.name, csv.name)
    edit(wave_file, survey.part(WAVE).sha256, hashlib.sha256(csv.read_bytes()).hexdigest())


def spoil_template(project: Path) -> None:
    (project / "reports" / "fr").mkdir(parents=True, exist_ok=True)
    shipped = Path(padai.__file__).parent / "publishing" / "templates" / "fr" / "rapport.qmd"
    (project / "reports" / "fr" / "rapport.qmd").write_text(
        shipped.read_text(encoding="utf-8")
        + "\n```{python}\n#| label: faute\n#| output: asis\nrapport.rien_de_tel().show()\n```\n",
        encoding="utf-8",
    )


def spoil_text(project: Path) -> None:
    path = project / "surveys" / "example" / "survey.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^sponsor:.*$", "sponsor: à compléter", text), encoding="utf-8")


def spoil_release(project: Path) -> None:
    edit(
        project / "surveys" / "example" / "waves" / f"{WAVE}.yaml",
        "status: demonstration",
        "status: published",
    )


def spoil_status(project: Path) -> None:
    edit(
        project / "surveys" / "example" / "waves" / f"{WAVE}.yaml",
        "status: demonstration",
        "status: secret",
    )


@pytest.mark.parametrize(
    ("spoil", "code", "said"),
    [
        (spoil_data, 1, "erreur"),
        (spoil_template, 2, "rien_de_tel"),
        (spoil_text, 2, "à compléter"),
        (spoil_release, 2, "synthetic"),
        (spoil_status, 2, "release.status"),
    ],
)
def test_a_build_that_fails_leaves_the_last_release(
    project: Path, capsys: pytest.CaptureFixture[str], spoil, code: int, said: str
) -> None:
    before = tree(project / "releases")
    spoil(project)
    assert run("build", project / "surveys" / "example") == code
    heard = capsys.readouterr()
    assert said in heard.err
    assert "Traceback" not in heard.err + heard.out
    assert tree(project / "releases") == before
    assert not [p for p in (project / "releases").rglob("*") if p.name.startswith(".")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["validate"], "erreur"),
        (["weight"], "Kish"),
        (["estimate", "trust_services", "--net", "trust", "--by", "gender"], "Intervalle"),
        (["trend", "trust_services", "--net", "trust", "--by", "age_group"], "Constat"),
    ],
)
def test_a_look_on_the_way(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    command, *rest = arguments
    assert run(command, project / "surveys" / "example", *rest) == 0
    assert said in capsys.readouterr().out


def test_a_series_is_drawn_with_its_words(project: Path, tmp_path: Path) -> None:
    survey, folder = project / "surveys" / "example", tmp_path / "drawn"
    assert run("trend", survey, "trust_services", "--net", "trust", "--chart", folder) == 0
    (svg,), (png,), (words,) = (list(folder.rglob(f"*.{e}")) for e in ("svg", "png", "txt"))
    assert svg.read_text(encoding="utf-8").lstrip().startswith("<?xml")
    assert png.stat().st_size > 1000
    assert "2025" in words.read_text(encoding="utf-8")


def test_a_trend_and_a_plan_are_drawn_beside_the_releases(project: Path) -> None:
    survey, charts = project / "surveys" / "example", project / "releases/example/2025/charts"
    assert run("trend", survey, "trust_services", "--net", "trust", "--no-chart") == 0
    assert not charts.exists()
    assert run("trend", survey, "trust_services", "--net", "trust", "--slope") == 0
    assert run("plan", survey, "trust_services") == 0
    assert sorted(p.stem for p in charts.rglob("*.svg")) == [
        "fig-plan-trust-services-trust",
        "fig-trust-services-1",
    ]


def test_a_wave_without_a_store_says_what_to_run(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(project / "releases")
    assert run("report", project / "surveys" / "example") == 2
    assert "padai build" in capsys.readouterr().err


def test_no_project_says_what_to_run(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "padai.yaml").unlink()
    assert run("build", project / "surveys" / "example") == 2
    assert "padai init" in capsys.readouterr().err


def test_quarto_is_asked_for_where_there_is_none(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(project))
    before = tree(project / "releases")
    assert run("build", project / "surveys" / "example", "--engine", "quarto") == 2
    assert "quarto.org" in capsys.readouterr().err
    assert tree(project / "releases") == before


def test_a_missing_extra_is_said_with_its_install_line(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """The publishing process runs without the library, and the last release stays."""
    (tmp_path / "hide").mkdir()
    hidden = "import sys\nsys.modules['xlsxwriter'] = None\n"
    (tmp_path / "hide" / "sitecustomize.py").write_text(hidden, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "hide"))
    before = tree(project / "releases")
    assert run("build", project / "surveys" / "example") == 2
    assert 'pip install "padai[reports]"' in capsys.readouterr().err
    assert tree(project / "releases") == before


def test_an_unknown_format_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", project / "surveys" / "example", "--format", "odt") == 2
    assert "html, pdf ou docx" in capsys.readouterr().err


def test_every_report_is_a_page_a_pdf_and_a_word_document(built: Path) -> None:
    """The page leads to both; the front page and the list of editions lead to those of the report."""
    for name in ("fr/rapport", "en/report", "fr/sommaire", "en/press"):
        page = (release(built) / f"{name}.html").read_text(encoding="utf-8")
        for suffix, begins in ((".pdf", b"%PDF-"), (".docx", b"PK")):
            assert (release(built) / f"{name}{suffix}").read_bytes().startswith(begins)
            assert f'href="{Path(name).name}{suffix}"' in page
    for page, report in (
        ("index.html", f"example/{WAVE}/v1/fr/rapport"),
        ("en/editions.html", f"../example/{WAVE}/v1/en/report"),
        (f"example/{WAVE}/index.html", "v1/fr/rapport"),
    ):
        text = (built / "_site" / page).read_text(encoding="utf-8")
        assert f'href="{report}.pdf"' in text, page
        assert f'href="{report}.docx"' in text, page


@pytest.mark.parametrize(
    ("declared", "asked", "made"),
    [
        ("", None, ("html", "typst", "docx")),
        ("formats: [html, docx]\n", None, ("html", "docx")),
        ("formats: [html, docx]\n", ["pdf"], ("html", "typst")),
        ("", ["html"], ("html",)),
    ],
)
def test_the_definition_or_the_command_may_ask_for_fewer_formats(
    tmp_path: Path, declared: str, asked: list[str] | None, made: tuple[str, ...]
) -> None:
    init_example(tmp_path)
    survey = tmp_path / "surveys" / "example"
    edit(survey / "survey.yaml", "languages: [fr, en]\n", f"languages: [fr, en]\n{declared}")
    assert ordered(survey, None, None, formats=asked).formats == made


def test_a_release_without_a_page_is_refused(tmp_path: Path) -> None:
    init_example(tmp_path)
    survey = tmp_path / "surveys" / "example"
    edit(survey / "survey.yaml", "languages: [fr, en]\n", "languages: [fr, en]\nformats: [pdf]\n")
    with pytest.raises(PadaiError, match="must list html"):
        padai.load_survey(survey)


def test_a_page_leads_to_the_documents_that_are_made_alone(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Report(open_store(release(built) / "interne"), "fr")
    assert "rapport.pdf" not in report.links("report").markdown
    monkeypatch.setenv("PADAI_FORMATS", "html,docx")
    assert "[Ce rapport en Word](rapport.docx)" in report.links("report").markdown
    assert "(sommaire.docx)" in report.links("executive").markdown
    assert "rapport.pdf" not in report.links("report").markdown
    assert "docx" not in report.links("explorer").markdown
