"""What a draft remarks stands in one language, that of messages; the pseudo-language shows it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pandas as pd
import pytest
import yaml

from padai.errors import speaking
from padai.interchange import Choices, add_wave, init, parse_design
from padai.interchange import remarks as remarks_of_drafts
from padai.survey import load_survey
from padai.survey.fieldwork import Mode
from padai.survey.kinds import SampleType
from padai.words.catalogues import PSEUDO_TAGS
from padai.words.pseudo import CLOSE, OPEN, PSEUDO
from tests.starting import started

CODES = {1.0: "Tout à fait", 2.0: "Plutôt", 3.0: "Pas du tout", 8.0: "Ne sait pas"}
LINES = re.compile(r"yaml-language-server|^(\w+: |  |- )|^families:$")
"""Comments that are lines of YAML to be taken out of their comment, or that a program reads."""


def waves(folder: Path) -> tuple[Path, Path, Path]:
    """Three waves: of the second a label changed, a scale turned, a name changed; a column more."""
    import pyreadstat

    n = 60
    base = pd.DataFrame(
        {
            "id": [float(7 * i + 3) for i in range(n)],
            "w": [0.5 + (i % 5) / 4 for i in range(n)],
            "q1": [float(i % 3 + 1) if i % 10 else 8.0 for i in range(n)],
            "q2": [float(i % 3 + 1) for i in range(n)],
            "q3": [float(i % 3 + 1) for i in range(n)],
            "odd": [float(i % 4 + 1) if i % 9 else 99.0 for i in range(n)],
            "still": 1.0,
        }
    )
    labels = {
        "q1": "Confiance envers les écoles",
        "q2": "Confiance envers les villes",
        "q3": "Confiance envers les hôpitaux",
        "w": "Poids",
    }
    turned = {1.0: "Pas du tout", 2.0: "Plutôt", 3.0: "Tout à fait"}
    paths = []
    for year, frame, named, scales in (
        (2023, base, labels, dict.fromkeys(("q1", "q2", "q3"), CODES)),
        (
            2024,
            base.assign(id=base["id"] + 1000).rename(columns={"q3": "q9"}),
            {**labels, "q9": labels["q3"], "q1": "Confiance envers toutes les écoles"},
            {"q1": CODES, "q2": turned, "q9": CODES},
        ),
        (
            2025,
            base.assign(id=base["id"] + 2000, more=base["q2"]),
            labels,
            dict.fromkeys(("q1", "q2", "q3", "more"), CODES),
        ),
    ):
        path = folder / f"w{year}.sav"
        pyreadstat.write_sav(frame, str(path), column_labels=named, variable_value_labels=scales)
        paths.append(path)
    return paths[0], paths[1], paths[2]


def remarks(folder: Path) -> list[str]:
    """Return every comment of the definition's files, and every reason of ``set-aside.csv``."""
    found = []
    for path in sorted(folder.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"\n *# (?=[^\n]*)", "\n# ", text)
        wrapped = rf"{OPEN}[^{CLOSE}]*"  # over several lines
        text = re.sub(wrapped, lambda found: found[0].replace("\n# ", " "), text)
        told = re.findall(r"(?m)(?:^|\s)# ?(.*)$", text)
        found += [each for each in told if not LINES.search(each)]
    aside = folder / "set-aside.csv"
    if aside.exists():
        found += pd.read_csv(aside)["reason"].tolist()
    return found


def left(folder: Path) -> list[str]:
    """Return what code wrote itself: remarks of which a word stands outside of the brackets."""
    fields = ("weight", "stratum", "psu", "fpc", "breaks:")
    values = "|".join([*get_args(Mode), *get_args(SampleType), *fields])
    outside = re.compile(rf"{OPEN}.*{CLOSE}|{values}")
    every = remarks(folder)
    assert len(every) > 5
    return [told for told in every if re.search(r"[A-Za-z]{3}", outside.sub("", told))]


@pytest.mark.parametrize("design", [(), (parse_design("proposed"),)])
def test_every_remark_of_a_draft_is_a_message(tmp_path: Path, design: tuple[object, ...]) -> None:
    one, two, three = waves(tmp_path)
    with speaking(PSEUDO):
        survey = started(tmp_path, one, two, design=design)
        assert left(survey.path) == []
        add_wave(survey.path, three, Choices(design=(parse_design("proposed"),)))
    assert left(survey.path) == []
    assert load_survey(survey.path).waves == ("2023", "2024")


def test_every_remark_of_an_empty_project_is_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("padai.interchange.skeleton.text_language", lambda: PSEUDO_TAGS[1])
    init(tmp_path / "new")
    assert left(tmp_path / "new") == []


@pytest.mark.parametrize(
    ("lang", "label", "others"),
    [("fr", "Genre", ("en",)), ("en", "Gender", ()), ("es", "Sexo", ("en",))],
)
def test_an_empty_project_is_in_the_language_that_was_asked(
    tmp_path: Path, lang: str, label: str, others: tuple[str, ...]
) -> None:
    with speaking(lang):
        init(tmp_path / "new")
    survey = load_survey(tmp_path / "new" / "surveys" / "survey")
    assert (survey.languages, survey.asked_in) == ((lang,), (lang,))
    assert survey.question("gender").label.get(lang) == label
    text = (survey.path / "survey.yaml").read_text(encoding="utf-8")
    told = re.findall(r"(?m)^# languages: \[\w+, (\w+)\]$", text)
    assert told == list(others), "English is told of where it is not the survey's"


@pytest.mark.parametrize(
    ("lang", "word", "others"),
    [
        ("fr", "LIEN DOUTEUX", ("DOUBTFUL", "DUDOSO")),
        ("en", "DOUBTFUL LINK", ("DOUTEUX", "DUDOSO")),
        ("es", "VÍNCULO DUDOSO", ("DOUBTFUL", "DOUTEUX")),
    ],
)
def test_a_draft_is_in_the_language_that_was_asked(
    tmp_path: Path, lang: str, word: str, others: tuple[str, ...]
) -> None:
    one, two, _ = waves(tmp_path)
    with speaking(lang):
        told = "\n".join(remarks(started(tmp_path, one, two).path))
    assert word in told
    assert not any(other in told for other in others)
    assert not re.search(r"\w \w+ / \w+ \w", told), "two languages side by side"


def test_a_survey_in_another_language_is_told_how_to_add_english(tmp_path: Path) -> None:
    one, two, _ = waves(tmp_path)
    text = (started(tmp_path, one, two).path / "survey.yaml").read_text(encoding="utf-8")
    assert "languages: [fr]" in text
    assert "# languages: [fr, en]\n# en: {basis: {fr: …, en: …}" in text


def test_a_label_with_quotation_marks_is_a_text_of_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remarks_of_drafts, "remark", lambda ident: f'say "{ident}" # or not')
    told = remarks_of_drafts.filled('a: {@tag@: "@one@"}  # @two@\n', "fr")
    assert yaml.safe_load(told) == {"a": {"fr": 'say "one" # or not'}}
    assert told.endswith('# say "two" # or not\n')


@pytest.mark.parametrize(
    ("others", "lang", "said"),
    [
        (7, "fr", "réunirait au plus grand"),
        (7, "en", "would merge it with the largest"),
        (7, "es", "lo reuniría con el mayor"),
        (12, "en", ""),
        (0, "en", ""),
    ],
)
def test_a_breakdown_with_a_group_of_few_proposes_to_merge_it(
    tmp_path: Path, others: int, lang: str, said: str
) -> None:
    """The answers of seven people who named another gender would be withheld, with others beside."""
    import pyreadstat

    sex = [1.0] * 60 + [2.0] * 60 + [3.0] * others
    frame = pd.DataFrame(
        {"id": range(len(sex)), "sex": sex, "q1": [1.0, 2.0, 3.0] * 40 + [1.0] * others}
    )
    labels = {"sex": {1.0: "Femme", 2.0: "Homme", 3.0: "Autre"}, "q1": CODES}
    pyreadstat.write_sav(frame, tmp_path / "w2024.sav", variable_value_labels=labels)
    with speaking(lang):
        started(tmp_path / "p", tmp_path / "w2024.sav")
    text = (tmp_path / "p" / "surveys" / "mine" / "survey.yaml").read_text(encoding="utf-8")
    (line,) = [each for each in text.splitlines() if "question: sex}" in each]
    assert ("small_groups: merge" in line) == bool(said)
    assert line.endswith(said or "}")
