"""What a declared participation model is refused for: each fault named, with what settles it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.cli import main
from padai.errors import DefinitionError, PadaiError
from padai.pipeline.commands.inspection import validated
from tests.panel_made import DECLARED, quota_survey, reference


def refused(folder: Path, **how) -> PadaiError:
    """Return what `padai validate` says of the second wave."""
    survey = padai.load_survey(quota_survey(folder, **how))
    with pytest.raises(PadaiError) as caught:
        validated(survey, "2025", "main", data_dir=None, say=lambda *_: None)
    return caught.value


def told(error: PadaiError, said: str) -> None:
    """Hold a message to what it must say, in words of three languages, with its place."""
    texts = error.texts
    assert re.search(said, texts["en"], flags=re.S), texts["en"]
    assert len({texts[tag] for tag in ("fr", "en")}) == 2


WHERE = "mini, 2025, participation_model"


def test_a_clean_model_is_validated(tmp_path: Path) -> None:
    survey = padai.load_survey(quota_survey(tmp_path))
    assert validated(survey, "2025", "main", data_dir=None, say=lambda *_: None).ok


def test_a_reference_that_is_absent(tmp_path: Path) -> None:
    survey = padai.load_survey(quota_survey(tmp_path))
    (survey.path / "data" / "reference.csv").unlink()
    with pytest.raises(PadaiError) as caught:
        validated(survey, "2025", "main", data_dir=None, say=lambda *_: None)
    told(caught.value, f"{WHERE}.*reference.csv")


def test_another_file_passes_for_no_reference(tmp_path: Path) -> None:
    survey = padai.load_survey(quota_survey(tmp_path))
    path = survey.path / "data" / "reference.csv"
    path.write_text(path.read_text() + "F,40,1,20\n")
    with pytest.raises(PadaiError) as caught:
        validated(survey, "2025", "main", data_dir=None, say=lambda *_: None)
    told(caught.value, f"{WHERE}.*reference.csv.*is not the file that was declared")


def test_a_file_without_checksum_is_told_the_line(tmp_path: Path) -> None:
    declared = DECLARED.replace("      sha256: SHA\n", "")
    digest = hashlib.sha256(reference().to_csv(index=False).encode()).hexdigest()
    told(refused(tmp_path, declared=declared), f"{WHERE}.*sha256: {digest}")


def _thin(**_) -> pd.DataFrame:
    return reference(80)


def _one_sex() -> pd.DataFrame:
    return reference().replace({"sex": {"F": "f"}})


def _old_alone() -> pd.DataFrame:
    kept = reference()
    return kept[kept["age"] >= 35]


def _few_young() -> pd.DataFrame:
    kept = reference()
    young = kept["age"] < 35
    return pd.concat([kept[~young], kept[young].head(7)])


def _normalised() -> pd.DataFrame:
    kept = reference()
    return kept.assign(w=kept["w"] / kept["w"].mean())


def _all_young_took_part() -> pd.DataFrame:
    kept = reference()
    return kept.assign(w=np.where(kept["age"] < 35, kept["w"] / 20, kept["w"]))


FILES = [
    (
        lambda: reference().drop(columns=["sex", "age"]).assign(other=1),
        r"has none of the model.s variables \(sex, age_group\)",
    ),
    (
        lambda: reference().drop(columns="age"),
        r"has no variable 'age_group'.*columns: \{age_group: ...\}",
    ),
    (lambda: reference().rename(columns={"w": "wt"}), "has no column 'w' of its design"),
    (
        lambda: reference().assign(sex=lambda f: f["sex"].where(f.index > 4)),
        "blank for 'sex' in 5 rows",
    ),
    (_one_sex, "codes of 'sex' differ: F is in the sample alone, f in the reference alone"),
    (_old_alone, "codes of 'age_group' differ: 18-34 is in the sample alone, – in the reference"),
    (_thin, "has 80 rows only; it takes 100"),
    (_few_young, "category 18-34 of 'age_group' has fewer than 10 rows"),
    (_normalised, "stands for 1200 people, and the sample has 1841.*size: ..."),
    (_all_young_took_part, "category 18-34 of 'age_group' has no more people than the sample"),
]


@pytest.mark.parametrize(("ref", "said"), FILES)
def test_faults_of_a_reference_file(tmp_path: Path, ref, said: str) -> None:
    error = refused(tmp_path, ref=ref().reset_index(drop=True))
    told(error, f"{WHERE}.*{said}")


def test_a_number_that_parts_the_two_is_separation(tmp_path: Path) -> None:
    """The panel is under forty, the reference above: no model says who takes part."""
    from tests.panel_made import panel

    declared = DECLARED.replace("[sex, age_group]", "[age]")
    waves = {w: panel(int(w)) for w in ("2024", "2025")}
    waves = {w: f.assign(age=f["age"].clip(upper=39)) for w, f in waves.items()}
    ref = reference()
    error = refused(
        tmp_path, declared=declared, waves=waves, ref=ref.assign(age=ref["age"].clip(lower=41))
    )
    told(error, f"{WHERE}.*No participation model fits: age separate")


def test_a_file_may_write_the_values_of_codes(tmp_path: Path) -> None:
    """Where the survey's code has a value in files, a reference may hold either."""
    from padai.pipeline.parts.references import read_leanings
    from tests.panel_made import panel

    valued = {
        "{codes: {F: {fr: F, en: F}, M: {fr: M, en: M}}}": "{codes: {F: {label: {fr: F, en: F}, value: 1}, M: {label: {fr: M, en: M}, value: 2}}}",
        "{label: {fr: Genre, en: Gender}, question: sex}": "{label: {fr: Genre, en: Gender}, question: sex, groups: {women: {label: {fr: F, en: F}, codes: [F]}, men: {label: {fr: H, en: M}, codes: [M]}}}",
        "main,sex,F": "main,sex,women",
        "main,sex,M": "main,sex,men",
    }
    waves = {w: panel(int(w)).replace({"sex": {"F": 1, "M": 2}}) for w in ("2024", "2025")}
    for k, ref in enumerate((reference(), reference().replace({"sex": {"F": "1", "M": "2"}}))):
        folder = quota_survey(tmp_path / str(k), replace=valued, waves=waves, ref=ref)
        survey = padai.load_survey(folder)
        given = read_leanings(survey, [padai.read_wave(survey, "2025")], "main", None)["2025"].given
        assert set(given.frame["sex"]) == {"women", "men"}


def test_codes_and_columns_of_the_file_are_translated(tmp_path: Path) -> None:
    """Another column, other codes, a mean weight of one: said in the definition, and the same."""
    from padai.pipeline.parts.references import read_leanings

    ref = reference().replace({"sex": {"F": "2", "M": "1"}})
    ref = ref.rename(columns={"age": "AGE"}).assign(w=lambda f: f["w"] / f["w"].mean())
    more = "      columns: {age: AGE}\n      codes: {sex: {1: M, 2: F}}\n      size: 60000\n"
    declared = DECLARED.replace("      design:", f"{more}      design:")
    found = []
    for folder, how in ((tmp_path / "a", {"declared": declared, "ref": ref}), (tmp_path / "b", {})):
        survey = padai.load_survey(quota_survey(folder, **how))
        waves = [padai.read_wave(survey, "2025")]
        found.append(read_leanings(survey, waves, "main", None)["2025"].given)
    one, two = (w.frame[["sex", "age_group"]] for w in found)
    assert one.equals(two)
    total = float(np.sum(found[0].weights))
    assert total == pytest.approx(60_000)
    assert found[0].weights / total == pytest.approx(found[1].weights / found[1].weights.sum())


def test_validate_of_the_command_line_stops_with_one_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = quota_survey(tmp_path, ref=reference(80))
    with pytest.raises(SystemExit) as stopped:
        main(["validate", str(folder), "--lang", "en"])
    assert stopped.value.code == 2
    assert "80 rows only" in " ".join(capsys.readouterr().err.split())


TOTALS = DECLARED.replace("      design: {weight: w, stratum: h}\n", "").replace(
    "    - file: reference.csv\n      sha256: SHA\n", "    - totals: targets/people.csv\n"
)
SHARES = "sex,F,0.5\nsex,M,0.5\nage_group,18-34,0.24\nage_group,35+,0.76\n"
TABLES = [
    (f"name,cell,total\n{SHARES}", "its columns are variable,cell,total"),
    (f"variable,cell,total\n{SHARES}sex,F,0.5\n", "each once"),
    ("variable,cell,total\nsex,F,0.5\nsex,,3\n", "each once"),
    (f"variable,cell,total\n{SHARES}age,,many\n", "no number of 0 or more"),
    (f"variable,cell,total\n{SHARES}", "nothing says how many people.*Give `size`"),
    ("variable,cell,total\nsex,F,30000\nsex,M,30000\n", "has no variable 'age_group'"),
    ("variable,cell,total\nregion,a,30000\n", "has none of the model.s variables"),
    (
        "variable,cell,total\nsex,F,30000\nsex,M,30000\nage_group,18-34,9000\nage_group,35+,1\n",
        "totals of 'age_group' add up to 9001, the population is 60000",
    ),
    (
        "variable,cell,total\nsex,F,30000\nsex,X,30000\nage_group,18-34,14000\nage_group,35+,46000\n",
        "codes of 'sex' differ: M is in the sample alone, X in the reference",
    ),
]


@pytest.mark.parametrize(("table", "said"), TABLES)
def test_faults_of_totals(tmp_path: Path, table: str, said: str) -> None:
    folder = quota_survey(tmp_path, declared=TOTALS)
    (folder / "targets" / "people.csv").write_text(table, encoding="utf-8")
    survey = padai.load_survey(folder)
    with pytest.raises(PadaiError) as caught:
        validated(survey, "2025", "main", data_dir=None, say=lambda *_: None)
    told(caught.value, f"{WHERE}.*{said}")


OTHER_YEAR = re.search(r"      other_year: .*\n", DECLARED).group()
TEXTS = "{fr: a, en: a}"
FAULTS = [
    ({OTHER_YEAR: ""}, "wave 2025 is of 2025, its reference of 2024.*other_year"),
    (
        {
            "population: {fr: Adultes, en: Adults}\n      other": "population: {fr: Résidents, en: Residents}\n      other"
        },
        "reference of wave 2024 is not, word for word.*other_population",
    ),
    ({"[sex, age_group]": "[sex, agegroup]"}, "no breakdown 'agegroup'.*did you mean 'age_group'"),
    ({"[sex, age_group]": "[sex, sex]"}, "names a variable twice"),
    ({"[sex, age_group]": "[sex, means]"}, "'?means'? does not take one answer"),
    ({"[sex, age_group]": "[sex, served]"}, "served is asked of some of the respondents only"),
    (
        {"[sex, age_group]": "[sex, trust]"},
        "trust is a variable of the model: the reference fixes it",
    ),
    (
        {"  assumptions": "  items: [{question: served, net: trust}]\n  assumptions"},
        "served is put to some",
    ),
    (
        {"  assumptions": "  items: [{question: trust, net: trst}]\n  assumptions"},
        "no net or code 'trst'",
    ),
    (
        {"  assumptions": "  items: [{question: user, net: mean}]\n  assumptions"},
        "user has no scores",
    ),
    ({"      date: 2024-03-01": "      date: spring 24"}, "does not begin with a year"),
    ({"      design: {weight: w, stratum: h}\n": ""}, "has no weight; give design"),
    ({"      design:": "      totals: targets/a.csv\n      design:"}, "give one of the two"),
    (
        {"    - file: reference.csv\n": "    - totals: targets/2025.csv\n"},
        "`sha256` is of a sample",
    ),
    ({"      design:": "      waves: [2023]\n      design:"}, "no wave '2023'"),
    (
        {"      design:": "      columns: {region: r}\n      design:"},
        "region is no variable of the model",
    ),
    ({"      design:": "      size: .inf\n      design:"}, "finite number|size"),
    (
        {"stratum: h}": "stratum: h, replicates: {kind: jk1, prefix: r}}\n      size: 60000"},
        "replicate weights would not follow",
    ),
    ({"  decided_by: {fr: comité, en: committee}\n": ""}, "participation_model.*decided_by"),
]


@pytest.mark.parametrize(("change", "said"), FAULTS)
def test_faults_of_the_definition_are_named(tmp_path: Path, change, said: str) -> None:
    declared = DECLARED
    for old, new in change.items():
        assert old in declared, old
        declared = declared.replace(old, new)
    with pytest.raises(DefinitionError) as caught:
        padai.load_survey(quota_survey(tmp_path, declared=declared))
    told(caught.value, said)
    assert "survey.yaml" in caught.value.texts["fr"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("probability", "every wave is a probability sample.*take `participation_model` out"),
        ("open", "open consultation: its figures are of the people who took part"),
        ("minipublic", "citizens’ panel: its figures are of the people who take part"),
    ],
)
def test_samples_of_which_there_is_no_model(tmp_path: Path, kind: str, said: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        padai.load_survey(
            quota_survey(tmp_path, replace={"sample_type: probability": f"sample_type: {kind}"})
        )
    told(caught.value, said)


ITEMS = DECLARED.replace("  assumptions", "  items: [{question: trust, net: trust}]\n  assumptions")
SENSITIVE = {
    "  sex: {label: {fr: Genre, en: Gender}, w": "  sex: {sensitive: true, label: {fr: Genre, en: Gender}, w"
}


def test_a_sensitive_question_is_not_told_of_twice(tmp_path: Path) -> None:
    sensitive = {
        "  trust: {label: {fr: Confiance": "  trust: {sensitive: true, label: {fr: Confiance"
    }
    with pytest.raises(DefinitionError) as caught:
        padai.load_survey(quota_survey(tmp_path, declared=ITEMS, replace=sensitive))
    told(caught.value, "trust is sensitive: a second figure")


def test_a_sensitive_variable_is_one_whose_cells_are_looked_at(tmp_path: Path) -> None:
    """Where the report is broken down by it, the gate decides cell by cell; else nobody does."""
    assert padai.load_survey(quota_survey(tmp_path / "a", replace=SENSITIVE))
    unreported = {**SENSITIVE, "families:\n": "report_breakdowns: [age_group]\nfamilies:\n"}
    with pytest.raises(DefinitionError) as caught:
        padai.load_survey(quota_survey(tmp_path / "b", replace=unreported))
    told(
        caught.value, "sex is made of a sensitive question.*name its breakdown in report_breakdowns"
    )


def test_every_message_is_said_in_three_languages() -> None:
    """No message of the model falls back to another language."""
    from padai.words import say

    rooms = {
        "survey": "survey-model-",
        "waves": "waves-reference-",
        "nonrandom": "nonrandom-model-",
    }
    words = Path(padai.__file__).parent / "words"
    facts = dict.fromkeys(
        (
            "wave",
            "year",
            "of",
            "name",
            "value",
            "why",
            "known",
            "kind",
            "waves",
            "file",
            "names",
            "lost",
            "total",
            "size",
            "sha256",
            "hint",
            "here",
            "there",
            "label",
            "least",
            "n",
            "people",
        ),
        "x",
    )
    for room, start in rooms.items():
        text = (words / "en-CA" / f"{room}.ftl").read_text("utf-8")
        found = re.findall(rf"^({start}[\w-]+) =", text, flags=re.M)
        assert len(found) >= 7
        for ident in found:
            assert len({say(ident, tag, **facts) for tag in ("fr", "en", "es")}) == 3, ident
