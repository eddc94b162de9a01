"""Files and folders that would like to lead out of their place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from padai import load_survey, read_wave
from padai.errors import DataError, DefinitionError, PadaiError, RenderError
from padai.interchange import init_example
from padai.project import find_project
from padai.publishing.engine import render
from padai.survey.yaml_files import read_yaml

SECRET = "identifiant-secret-4711"
Spoil = Callable[[Path, Path], None]


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    init_example(tmp_path / "project")
    (tmp_path / "outside.csv").write_text(f"id\n{SECRET}\n", encoding="utf-8")
    return tmp_path / "project" / "surveys" / "example"


def rewritten(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["../../../outside.csv", "/etc/passwd", "..\\\\outside.csv", "data/../../x.csv"]
)
def test_a_data_file_is_named_inside_of_its_folder(survey: Path, name: str) -> None:
    wave = survey / "waves" / "2025.yaml"
    rewritten(wave, "file: example-2025.sav", f'file: "{name}"')
    with pytest.raises(PadaiError) as caught:
        read_wave(load_survey(survey), "2025")
    assert SECRET not in str(caught.value)
    assert isinstance(caught.value, (DefinitionError, DataError))


def test_a_link_to_a_file_outside_is_not_followed(survey: Path, tmp_path: Path) -> None:
    data = survey / "data" / "example-2025.sav"
    data.rename(tmp_path / "whole.sav")
    data.symlink_to(tmp_path / "whole.sav")
    with pytest.raises(PadaiError, match="link"):
        read_wave(load_survey(survey), "2025")


BOMBS: dict[str, str] = {
    "aliases": "a: &a [1, 2]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n",
    "anchor alone": "a: &a 1\n",
    "key given twice": "a: 1\na: 2\n",
    "deep list": "a: " + "[" * 60 + "]" * 60 + "\n",
    "deep mapping": "".join(f"{' ' * k}k:\n" for k in range(60)),
    "object": "a: !!python/object/apply:os.system [id]\n",
    "local tag": "a: !include /etc/passwd\n",
    "merge": "a: {<<: {b: 1}, <<: {b: 2}}\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "not text": "a: \x00\n",
    "key of a list": "? [1, 2]\n: 3\n",
    "too large": "a: " + "x" * 2_100_000 + "\n",
    "long text": "a: '" + "mot " * 5_001 + "'\n",
    "long key": "x" * 20_001 + ": 1\n",
    "number of many digits": "a: " + "9" * 5_000 + "\n",
    "number beyond counting": "a: 1.0e999\n",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_definition_that_is_a_trap_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    path = tmp_path / "survey.yaml"
    path.write_text(BOMBS[name], encoding="utf-8")
    with pytest.raises(DefinitionError, match=r"survey\.yaml"):
        read_yaml(path)


DOCUMENTS: dict[str, str] = {
    "include above": "{{< include ../../outside.qmd >}}",
    "include by its root": "{{< include /etc/passwd >}}",
    "include of a link": "{{< include _link.qmd >}}",
    "picture above": '![texte](../../outside.png){fig-alt="a"}',
    "picture by its root": '![texte](/etc/passwd){fig-alt="a"}',
    "picture far away": '![texte](https://exemple.invalid/a.png){fig-alt="a"}',
    "raw block": "```{=html}\n<script>alert(1)</script>\n```",
    "tag": "<script>alert(1)</script>",
    "shortcode": "{{< video https://exemple.invalid >}}",
    "cell that reads above": "```{python}\nopen('OUTSIDE').read()\n```",
    "cell that reads the web": "```{python}\nimport urllib.request\n"
    "urllib.request.urlopen('http://192.0.2.1')\n```",
    "cell that starts a program": "```{python}\nimport subprocess\n"
    "subprocess.run(['cat', 'OUTSIDE'])\n```",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_reads_nothing_outside_of_its_project(tmp_path: Path, name: str) -> None:
    project, store = tmp_path / "project", tmp_path / "store"
    (project / "fr").mkdir(parents=True)
    store.mkdir()
    outside = tmp_path / "outside.qmd"
    outside.write_text(SECRET, encoding="utf-8")
    (project / "_quarto.yml").write_text("project: {render: [fr/a.qmd]}\n", encoding="utf-8")
    (project / "fr" / "_link.qmd").symlink_to(outside)
    body = DOCUMENTS[name].replace("OUTSIDE", str(outside))
    (project / "fr" / "a.qmd").write_text(f"---\ntitle: A\nlang: fr\n---\n\n{body}\n")
    with pytest.raises(RenderError) as caught:
        render(
            project,
            ["fr/a.qmd"],
            tmp_path / "out",
            store=store,
            lang="fr",
            source_date=0,
            engine="embedded",
        )
    said = str(caught.value)
    assert "a.qmd" in said
    assert SECRET not in said
    assert not list(tmp_path.glob("out/*"))


PLACES = {
    "above": "releases: ../ailleurs",
    "by its root": "site: /tmp/ailleurs",
    "drive": "surveys: 'C:\\ailleurs'",
    "backslashes": "releases: '..\\..\\ailleurs'",
    "the project itself": "site: .",
    "on top of another": "site: surveys",
    "within another": "releases: surveys/example",
}


@pytest.mark.parametrize("name", PLACES)
def test_a_project_writes_into_its_own_folders(tmp_path: Path, name: str) -> None:
    (tmp_path / "padai.yaml").write_text(PLACES[name] + "\n", encoding="utf-8")
    with pytest.raises(DefinitionError, match=r"padai\.yaml:1"):
        find_project(tmp_path)
