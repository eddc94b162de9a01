"""Panels and consultations: their records checked against each other, and what is refused."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import (
    ComparisonError,
    DataError,
    DefinitionError,
    PadaiError,
    PublicationError,
    speaking,
)
from padai.lottery.draw import merged_groups
from padai.participation.stages.coding import coded_themes, theme_rows
from padai.participation.stages.panel_tables import panel_tables
from padai.participation.stages.participation_tables import participation_tables, refuse_words
from padai.participation.stages.seats import Seat, departures, replacements
from padai.participation.stages.who_took_part import repeated
from padai.pipeline import estimated, followed_over_time
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.versions.panel_versions import without_small_corrections
from padai.survey import Survey, load_survey
from padai.survey.panels import Quota

ROOT = Path(__file__).parents[1]
Edit = Callable[[Path], None]


@pytest.fixture
def panel(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "surveys" / "panel-citoyen", tmp_path / "panel"))


@pytest.fixture
def consultation(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "surveys" / "consultation", tmp_path / "consultation"))


def edited(name: str, old: str, new: str) -> Edit:
    """Replace a text once in a file of the survey."""

    def edit(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def changed(name: str, change: Callable[[pd.DataFrame], pd.DataFrame]) -> Edit:
    """Change a table of the survey's data."""

    def edit(folder: Path) -> None:
        path = folder / "data" / name
        change(pd.read_csv(path, dtype=str)).to_csv(path, index=False)

    return edit


def added(*cells: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Return a change that adds a row."""
    return lambda t: pd.concat([t, pd.DataFrame([cells], columns=t.columns)])


def put(row: int, column: str, value: str | None) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Return a change that puts a value into one cell."""

    def change(table: pd.DataFrame) -> pd.DataFrame:
        table.loc[table.index[row], column] = value
        return table

    return change


def tables(folder: Path) -> dict[str, Any]:
    survey = load_survey(folder)
    refuse_words(survey)
    wave = survey.waves[-1]
    waves = tuple(padai.read_wave(survey, w) for w in survey.waves)
    return participation_tables(survey, wave, {"main": Prepared(waves, ())}, None)[0]


def refused(folder: Path, edit: Edit, kind: type[PadaiError]) -> str:
    edit(folder)
    with speaking("en"), pytest.raises(kind) as caught:
        tables(folder)
    assert caught.value.texts["fr"] != caught.value.texts["en"]
    assert "V0" not in str(caught.value), "a message never shows a member's number"
    return str(caught.value)


# --- a panel ---------------------------------------------------------------------------------

PANEL_FAULTS: list[tuple[Edit, type[PadaiError], str]] = [
    (edited("panel.yaml", "in_favour: 34", "in_favour: 36"), DataError,
     "recommendation 'registre-public': 37 votes at session 'fds-3', where 35 people were present"),
    (changed("presences.csv", added("Z999", "fds-1")), DataError,
     "session 'fds-1': 1 person present who was never invited"),
    (changed("presences.csv", added("V003", "fds-2")), DataError, "1 person present who volunteered and was never drawn"),
    (changed("presences.csv", added("V410", "fds-9")), DataError, "session fds-9 is not declared"),
    (changed("presences.csv", lambda t: pd.concat([t, t.iloc[[0]]])), DataError, "1 row stands twice"),
    (changed("presences.csv", added("V027", "fds-3")), DataError, "not in office on 2025-06-07"),
    (changed("presences.csv", lambda t: t[t["seance"] != "fds-2"]), DataError, "nobody is noted"),
    (changed("presences.csv", lambda t: t.drop(columns="seance")), DataError, "column missing: seance"),
    (changed("membres.csv", put(0, "numero", "Z999")), DataError, "was never invited"),
    (changed("membres.csv", put(3, "entree", "hier")), DataError, "line 5: a date is written"),
    (changed("membres.csv", put(3, "entree", None)), DataError, "line 5: `entree`"),
    (changed("membres.csv", put(3, "renouvele", "peut-être")), DataError, "line 5: `renouvele`"),
    (changed("membres.csv", lambda t: pd.concat([t, t.iloc[[5]]])), DataError, "1 member stands twice"),
    (changed("membres.csv", put(5, "numero", None)), DataError,
     "1 member stands twice or has no number"),
    (changed("membres.csv", lambda t: t.assign(motif=t["motif"].replace("refus", "?"))), DataError,
     "3 members left for a reason that `mandate:` does not list"),
    (changed("membres.csv", lambda t: t.assign(sortie=t["sortie"].replace("2025-02-10", None))),
     DataError, "41 people are in office for 40 seats"),
    (changed("membres.csv", lambda t: t[t["motif"] != "refus"]), DataError,
     "replaces somebody who is no member"),
    (edited("panel.yaml", "months: 24", "months: 23"), DataError,
     "are in office for longer than `mandate:` allows (23 months, renewable 1 time)"),
    (edited("panel.yaml", "renewable: 1", "renewable: 0"), DataError, "mandates were renewed"),
    (changed("loterie.csv", put(0, "people", "9")), DataError,
     "loterie.csv: not what was announced on 2023-09-06; the SHA-256 differs"),
    (changed("volontaires.csv", put(3, "age", "65+")), DataError,
     "volontaires.csv: not what was announced"),
    (edited("panel.yaml", "numbers: 89", "numbers: ff"), DataError,
     "numeros.csv: not what was announced"),
    (edited("panel.yaml", "date: 2023-09-06", "date: 2023-09-11"), DefinitionError,
     "was announced on 2023-09-11, after it"),
    (edited("panel.yaml", "  seed: ", "  # seed: "), DefinitionError,
     "nobody is drawn yet: `draw:` has no `seed:`"),
    (changed("apres.csv", put(0, "numero", "V001")), DataError, "1 row is of somebody who never held a seat"),
    (edited("panel.yaml", "seed: \"2023", "seed: \"2024"), DataError,
     "not among those whom the lottery drew"),
    (edited("panel.yaml", "session: fds-3", "session: fds-4"), DefinitionError,
     "'fds-4', which is not there; there are: fds-1, fds-2, fds-3"),
    (edited("panel.yaml", "in_favour: 34\n    against: 0\n    abstained: 1",
            "in_favour: 0\n    against: 0"), DefinitionError, "has no vote at all"),
    (edited("panel.yaml", "after: 2025-apres", "after: 2025-avant"), DefinitionError, "same wave"),
    (edited("panel.yaml", "before: 2025-avant", "before: 2024"), DefinitionError, "is no wave"),
    (edited("panel.yaml", "question: humain", "question: humein"), DefinitionError, "'humein'"),
    (edited("panel.yaml", "net: accord", "net: acord"), DefinitionError, "net or code 'acord'"),
    (edited("panel.yaml", "date: 2025-05-10", "date: 2025-04-01"), DefinitionError,
     "'fds-2' does not come after"),
    (edited("waves/2025-apres.yaml", "minipublic", "probability"), DefinitionError,
     "never put together with another type"),
    (edited("waves/2025-apres.yaml", "design:", "weighting: {method: rake}\n    design:"),
     DefinitionError, "has no weights"),
    (edited("panel.yaml", "min: 12, max: 14", "min: 14, max: 12"), DefinitionError, "18-29"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "kind", "message"), PANEL_FAULTS)
def test_a_fault_of_a_panel_is_its_own_error(
    panel: Path, edit: Edit, kind: type[PadaiError], message: str
) -> None:
    assert message in refused(panel, edit, kind)


def test_a_panel_counts_people_and_merges_what_is_sensitive() -> None:
    found = tables(ROOT / "surveys" / "panel-citoyen")
    steps = found["panel_steps"].set_index(["step", "session"])["people"]
    assert steps["drawn", ""] == 40
    assert steps["present", "fds-1"] >= steps["present", "fds-3"] >= steps["present_always", ""]
    assert steps["answered_both", ""] <= steps["answered", "2025-apres"]
    profile = found["profile"]
    assert set(profile.loc[profile["breakdown"] == "sexe", "group"]) == {"F+X", "H"}
    for (_, _), group in profile.groupby(["breakdown", "stage"]):
        assert group["people"].sum() == group["n"].iloc[0]
        assert group["population_share"].sum() == pytest.approx(1.0)
    over = profile[profile["over_selected"] == "yes"]["group"].unique()
    assert set(over) == {"18-29", "eloigne"}
    changes = found["panel_changes"].set_index("question")
    assert changes.loc["injustice", "reason"] == "sensitive_cells_merged"
    assert changes.loc["injustice", ["before", "after", "p_value"]].isna().all()
    assert "injustice" not in set(found["answers"]["question"])
    moves = found["panel_moves"]
    assert (moves.loc[moves["question"] == "injustice", "people"] >= 5).all()


def test_before_and_after_are_the_exact_methods_by_hand() -> None:
    """10 moved in and 3 out: p = 2 * (C(13,0)+...+C(13,3)) / 2^13 = 756 / 8192."""
    row = tables(ROOT / "surveys" / "panel-citoyen")["panel_changes"].set_index("question")
    trust = row.loc["confiance_ia"]
    assert (trust["moved_up"], trust["moved_down"], trust["moved"]) == (10, 3, 13)
    assert trust["p_value"] == pytest.approx(756 / 8192)
    assert trust["after"] - trust["before"] == 7
    tested = row.dropna(subset=["p_value"]).sort_values("p_value")
    assert tested["p_adjusted"].iloc[0] == pytest.approx(min(1, tested["p_value"].iloc[0] * 5))


def test_who_took_a_seat_over_is_compared_with_the_draw() -> None:
    people = pd.DataFrame(
        {"number": list("abcdx"), "cell": ["c1"] * 4 + ["c2"], "rank": [1, 2, 3, 4, 1]}
    )

    def seat(number: str, day: int, replaces: str = "") -> Seat:
        return Seat(number, dt.date(2025, 1, day), None, "", replaces, renewed=False)

    first = [seat("a", 1), seat("b", 1)]
    nobody = {"all": 0, "same_cell": 0, "in_order": 0}
    assert replacements(people, first) == nobody
    next_ones = [*first, seat("d", 9, "b"), seat("c", 5, "a")]
    assert replacements(people, next_ones) == {"all": 2, "same_cell": 2, "in_order": 2}
    skipped = [*first, seat("d", 5, "a")]
    assert replacements(people, skipped) == {"all": 1, "same_cell": 1, "in_order": 0}
    elsewhere = [*first, seat("x", 5, "a")]
    assert replacements(people, elsewhere) == {"all": 1, "same_cell": 0, "in_order": 0}


def test_a_sensitive_quota_is_merged_alike_at_each_stage() -> None:
    group = {"label": {"fr": "g"}, "min": 0, "max": 9, "population": 0.3}
    quota = Quota.model_validate(
        {
            "id": "q",
            "label": {"fr": "q"},
            "column": "q",
            "source": {"fr": "s"},
            "sensitive": True,
            "date": "2021-05-11",
            "groups": {"a": group, "65+": group, "c": group},
        }
    )
    assert merged_groups(quota, [{"a": 9, "65+": 7, "c": 8}]) == [("a",), ("65+",), ("c",)]
    stages = [{"a": 90, "65+": 7, "c": 80}, {"a": 20, "65+": 2, "c": 18}]
    assert merged_groups(quota, stages) == [("a", "65+"), ("c",)]
    assert merged_groups(quota.model_copy(update={"sensitive": False}), stages) == [
        ("a",),
        ("65+",),
        ("c",),
    ]


def test_a_panel_is_published_once_it_has_met(panel: Path) -> None:
    survey = load_survey(panel)
    waves = (padai.read_wave(survey, "2025-avant"),)
    with speaking("en"), pytest.raises(PublicationError, match="once it has met"):
        panel_tables(survey, "2025-avant", Prepared(waves, ()), None)


# --- a consultation --------------------------------------------------------------------------

CONSULTATION_FAULTS: list[tuple[Edit, type[PadaiError], str]] = [
    (changed("codage.csv", put(0, "theme", "licornes")), DataError,
     "the codebook has no theme licornes; there are: transparence"),
    (changed("codage.csv", put(0, "theme", None)), DataError,
     "1 row without a contribution, a coder or a theme"),
    (changed("codage.csv", put(0, "codeur", "C")), DataError, "coder that is not declared: C"),
    (changed("codage.csv", put(0, "contribution", "C9999")), DataError, "1 coded contribution is not"),
    (changed("codage.csv", lambda t: pd.concat([t, t.iloc[[0]]])), DataError, "1 row stands twice"),
    (changed("codage.csv", lambda t: t[t["contribution"] != "C0001"]), DataError, "coded by nobody"),
    (changed("codage.csv", lambda t: t[t["codeur"] != "consensus"]), DataError,
     "240 contributions were coded twice and never settled"),
    (changed("codage.csv", lambda t: t.drop(columns="theme")), DataError, "column missing: theme"),
    (edited("consultation.yaml", "contribution: contribution", "contribution: texte"),
     DefinitionError, "no question 'texte'"),
    (edited("consultation.yaml", "words: [mot]", "words: [registre]"), DefinitionError, "type open"),
    (edited("consultation.yaml", "questions: [registre, triage]", "questions: [mot]"),
     DefinitionError, "type single"),
    (edited("consultation.yaml", "breakdown: diplome", "breakdown: revenu"), DefinitionError,
     "no breakdown 'revenu'"),
    (edited("consultation.yaml", "autre: 0.12", "inuit: 0.12"), DefinitionError,
     "do not match: autre, inuit"),
    (edited("consultation.yaml", "  settled: consensus\n", ""), DefinitionError, "settled"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "kind", "message"), CONSULTATION_FAULTS)
def test_a_fault_of_a_consultation_is_its_own_error(
    consultation: Path, edit: Edit, kind: type[PadaiError], message: str
) -> None:
    assert message in refused(consultation, edit, kind)


def test_a_consultation_counts_without_interval_or_test() -> None:
    found = tables(ROOT / "surveys" / "consultation")
    assert set(found) == {"profile", "answers", "themes", "words"}
    assert "p_value" not in found["themes"].columns
    assert found["profile"]["p_value"].isna().all()
    assert found["profile"]["people"].min() >= 10
    assert found["words"]["n"].min() >= 10
    themes = found["themes"].set_index("theme")
    assert themes.loc["environnement", "flag"] == "x"
    assert themes.loc["environnement", ["people", "share", "alpha", "agreed"]].isna().all()
    assert themes.loc["souverainete", "flag"] == "F"
    assert themes.loc["souverainete", ["people", "share"]].isna().all()
    assert themes.loc["souverainete", "alpha"] < 0.667


def test_what_was_settled_counts_and_agreement_is_of_the_two_coders() -> None:
    """Three contributions coded twice (settled), one once; theme b at 1 is agreed in two."""
    definition = load_survey(ROOT / "surveys" / "consultation").consultation
    assert definition is not None
    rows = [
        ("1", "A", "emploi"), ("1", "B", "emploi"), ("1", "consensus", "emploi"),
        ("2", "A", "emploi"), ("2", "B", "autre"), ("2", "consensus", "autre"),
        ("3", "A", "autre"), ("3", "B", "autre"), ("3", "consensus", "autre"),
        ("4", "B", "emploi"),
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=["contribution", "codeur", "theme"])
    coded = coded_themes(definition, table, ["1", "2", "3", "4"], "demo")
    row = {r["theme"]: r for r in theme_rows(coded, at_least=1)}["emploi"]
    assert coded.final[:, coded.themes.index("emploi")].tolist() == [True, False, False, True]
    assert (row["n"], row["coded_twice"], row["agreed"]) == (4, 3, 2)
    assert (row["flag"], row["reason"]) == ("F", "agreement_too_low")
    # coincidences of 11, 10, 00: n = 6, three 1 and three 0; D_o = 2/6, D_e = 18/30
    assert coded.agreement("emploi").alpha == pytest.approx(1 - (2 / 6) / (18 / 30))


def test_texts_sent_by_several_are_counted_whatever_their_spaces() -> None:
    assert repeated(["A  b", "a b", "c", "C ", "d", "", None]) == (2, 4)


# --- words and other samples -----------------------------------------------------------------

SPEAKS_FOR_OTHERS = [
    ("panel-citoyen", "survey.yaml", "ont délibéré", "au nom des gens, les Québécois ont délibéré"),
    ("panel-citoyen", "panel.yaml", "Que chaque organisme", "La population pense que chaque organisme"),
    ("panel-citoyen", "panel.yaml", "A public register of every use", "A representative register"),
    ("panel-citoyen", "questionnaire.yaml", "Quelle confiance", "Selon un panel représentatif, quelle"),
    ("panel-citoyen", "panel.yaml", "ne sont pas représentatives", "sont représentatives"),
    ("consultation", "consultation.yaml", "Transparency", "The public wants transparency"),
    ("consultation", "consultation.yaml", "are not representative of", "are representative of"),
    ("consultation", "waves/2025.yaml", "Winter 2025", "What Quebecers said"),
    ("consultation", "waves/2025.yaml", "Hiver 2025", "La voix des Québécoises"),
    ("consultation", "survey.yaml", "Du 3 février", "La population du Québec craint l’IA. Du 3"),
    ("consultation", "survey.yaml", "From February", "The population of Quebec fears AI. From"),
]  # fmt: skip


@pytest.mark.parametrize(("survey", "name", "old", "new"), SPEAKS_FOR_OTHERS)
def test_words_that_speak_for_others_are_refused_whichever_text_brings_them(
    tmp_path: Path, survey: str, name: str, old: str, new: str
) -> None:
    folder = Path(shutil.copytree(ROOT / "surveys" / survey, tmp_path / survey))
    edited(name, old, new)(folder)
    with speaking("en"), pytest.raises(PublicationError, match="speak for people who took no part"):
        refuse_words(load_survey(folder))


def test_a_limit_may_deny_such_a_word() -> None:
    for name in ("panel-citoyen", "consultation"):
        survey = load_survey(ROOT / "surveys" / name)
        declared = survey.panel or survey.consultation
        assert declared is not None
        assert any("représentatives" in t.fr for t in declared.limits)
        refuse_words(survey)


def survey_wave(name: str, wave: str) -> tuple[Survey, padai.Wave]:
    survey = load_survey(ROOT / "surveys" / name)
    return survey, padai.read_wave(survey, wave)


def test_a_panel_or_a_consultation_is_never_stacked_with_another_sample() -> None:
    _, members = survey_wave("panel-citoyen", "2025-apres")
    _, contributions = survey_wave("consultation", "2025")
    _, tracker = survey_wave("quebec", "2025")
    for pair in ([tracker, members], [tracker, contributions], [contributions, members]):
        with speaking("en"), pytest.raises(ComparisonError, match="never put together"):
            padai.stack(pair, overlap="none")


def silent(*said: object) -> None:
    """Take what would be shown as the work goes on."""


def test_the_command_line_shows_no_interval_and_tells_no_trend() -> None:
    survey = load_survey(ROOT / "surveys" / "consultation")
    shown = estimated(
        survey, "registre", "2025", part="main", net="accord", by=[], data_dir=None, say=silent
    )
    assert shown["estimate"].notna().all()
    assert shown[["std_error", "conf_low", "conf_high", "deff"]].isna().all(axis=None)
    panel = load_survey(ROOT / "surveys" / "panel-citoyen")
    with speaking("en"), pytest.raises(ComparisonError, match="has no trend"):
        followed_over_time(
            panel, "humain", "2025-apres", part="main", net=None, by=[], data_dir=None, say=silent
        )


@pytest.mark.parametrize(
    ("name", "trait"), [("panel-citoyen", "registre"), ("consultation", "age")]
)
def test_no_file_of_records_is_made_of_those_who_took_part(
    tmp_path: Path, name: str, trait: str
) -> None:
    """It was not refused, and stopped where tables of estimates were looked for."""
    folder = Path(shutil.copytree(ROOT / "surveys" / name, tmp_path / name))
    with (folder / "survey.yaml").open("a", encoding="utf-8") as out:
        if trait != "age":
            out.write(f"breakdowns: {{{trait}: {{label: {{fr: x, en: x}}, question: {trait}}}}}\n")
        out.write(
            f"deposit: {{questions: [triage], profile: [{trait}], purpose: {{fr: x, en: x}}, "
        )
        out.write("supervisor: {fr: x, en: x}, decided: 2023-01-10}\n")
    with speaking("en"), pytest.raises(DefinitionError, match="no file of records is made beside"):
        load_survey(folder)


def test_a_folder_holds_one_of_the_two(panel: Path, consultation: Path) -> None:
    shutil.copyfile(consultation / "consultation.yaml", panel / "consultation.yaml")
    with speaking("en"), pytest.raises(DefinitionError, match="never both"):
        load_survey(panel)


def test_the_synthetic_data_are_what_their_script_makes(tmp_path: Path) -> None:
    spec = spec_from_file_location("made", ROOT / "analysis" / "30_participation_data.py")
    assert spec is not None
    assert spec.loader is not None
    script = module_from_spec(spec)
    spec.loader.exec_module(script)
    for name in ("panel-citoyen", "consultation"):
        shutil.copytree(ROOT / "surveys" / name, tmp_path / name)
        shutil.rmtree(tmp_path / name / "data")
    rng = np.random.default_rng(script.SEED)
    script.panel(rng, tmp_path / "panel-citoyen")
    script.consultation(rng, tmp_path / "consultation" / "data")
    made = sorted(tmp_path.rglob("data/*.csv"))
    assert len(made) == 8
    for path in made:
        committed = ROOT / "surveys" / path.relative_to(tmp_path)
        assert path.read_bytes() == committed.read_bytes(), path.name


# --- two versions of a panel, side by side -----------------------------------------------------


def _version(folder: Path, moves: dict[str, int], drawn: dict[str, int]) -> dict[str, pd.DataFrame]:
    """Write the tables of a version, and return them."""
    n = sum(moves.values())
    tables = {
        "panel_moves": pd.DataFrame(
            [("injustice", "1", c, k, n) for c, k in moves.items()]
            + [("humain", "accord", "moved_in", sum(moves.values()) % 7, 30)],
            columns=["question", "response", "cell", "people", "n"],
        ),
        "panel_changes": pd.DataFrame({
            "question": ["injustice", "humain"], "response": ["1", "accord"], "n": [n, 30],
            "before": [1.0, 2.0], "moved_up": [1, 2], "test": "mcnemar", "method": "exact",
            "p_value": 0.5, "reason": "",
        }),
        "profile": pd.DataFrame(
            [("sexe", g, "drawn", k) for g, k in drawn.items()] + [("age", "65+", "drawn", 3)],
            columns=["breakdown", "group", "stage", "people"],
        ),
    }  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in tables.items():
        frame.to_csv(folder / f"{name}.csv", index=False)
    return tables


@pytest.mark.parametrize(
    ("moves", "drawn", "said", "quota"),
    [
        ({"stayed_out": 18, "others": 16}, {"F+X": 20, "H": 20}, False, True),
        ({"stayed_out": 19, "others": 14}, {"F+X": 20, "H": 20}, False, True),
        ({"stayed_out": 19, "moved": 15}, {"F+X": 20, "H": 20}, False, True),
        ({"stayed_out": 14, "others": 20}, {"F+X": 20, "H": 20}, True, True),
        ({"stayed_out": 19, "others": 15}, {"F+X": 20, "H": 20}, True, True),
        ({"stayed_out": 19, "others": 15}, {"F+X": 19, "H": 21}, True, False),
    ],
)
def test_two_versions_of_a_panel_do_not_tell_a_sensitive_answer(
    tmp_path: Path, moves: dict[str, int], drawn: dict[str, int], said: bool, quota: bool
) -> None:
    """19 + 15 and 18 + 16 side by side are one person's answer; 19 + 15 and 14 + 20 are not."""
    survey = load_survey(ROOT / "surveys" / "panel-citoyen")
    first, second = tmp_path / "v1", tmp_path / "v2"
    _version(first, {"stayed_out": 19, "others": 15}, {"F+X": 20, "H": 20})
    new = _version(second, moves, drawn)
    out = without_small_corrections(survey, new, [first])
    changes = out["panel_changes"].set_index("question")
    assert ("injustice" in set(out["panel_moves"]["question"])) == said
    assert (changes.loc["injustice", "reason"] == "few_records_corrected") != said
    if not said:
        assert changes.loc["injustice", ["n", "before", "moved_up", "p_value"]].isna().all()
    assert changes.loc["humain", "before"] == 2.0, "what is not sensitive is not held back"
    assert "humain" in set(out["panel_moves"]["question"])
    assert ("sexe" in set(out["profile"]["breakdown"])) == quota
    assert "age" in set(out["profile"]["breakdown"])
    assert new["panel_moves"]["people"].sum() == out["panel_moves"]["people"].sum() or not said


def _left(*reasons: tuple[str, int], panel: Any) -> dict[str, int]:
    """Return what is told of members who left for a reason, so many of each, some on their first day."""
    first, later = dt.date(2023, 9, 15), dt.date(2024, 5, 1)
    seats = [
        Seat(f"{reason}{k}", first, first if reason == "refus" else later, reason, "", False)
        for reason, n in reasons
        for k in range(n)
    ]
    return departures(panel, seats, 5)


def test_who_never_began_is_not_taken_off_the_reasons_of_others() -> None:
    """Six who declined and one who moved away were “declined or moved away (7)” beside “declined: 6”."""
    panel = load_survey(ROOT / "surveys" / "panel-citoyen").panel
    assert _left(("refus", 6), ("demenagement", 1), panel=panel) == {}
    told = _left(("refus", 3), ("demenagement", 1), ("disponibilite", 5), panel=panel)
    assert told == {"refus": 0, "demenagement+disponibilite": 6}
    assert _left(("refus", 3), ("demenagement", 5), ("disponibilite", 5), panel=panel) == {
        "refus": 0,
        "demenagement": 5,
        "disponibilite": 5,
    }
