"""What a panel or a consultation tells of one member, by itself or beside what went out before."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

import padai
from padai.errors import PublicationError
from padai.pipeline.versions import panel_versions
from padai.pipeline.versions.consultation_versions import _sensitive_counts, refuse_few_apart
from padai.pipeline.versions.panel_versions import without_small_corrections
from padai.store import open_store
from padai.survey import load_survey
from padai.words import LANGUAGES
from tests.outsider.worlds.building import tables_alone
from tests.test_participation import changed, edited, tables

ROOT = Path(__file__).parents[1] / "surveys"
TWO = ("V002", "V014")


def copied(tmp_path: Path, name: str) -> Path:
    (tmp_path / "padai.yaml").write_text(
        "surveys: surveys\nreports: reports\nreleases: releases\n", encoding="utf-8"
    )
    return Path(shutil.copytree(ROOT / name, tmp_path / "surveys" / name))


def built(folder: Path) -> Path:
    with tables_alone():
        return padai.build(folder, formats=("html",)).folder


def told(release: Path, name: str, question: str) -> pd.DataFrame:
    path = release / "open" / f"{name}.csv"
    if not path.is_file():  # a table without a row is no file
        return pd.DataFrame()
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    return frame[frame["question"] == question]


def said(folder: Path, before: Callable[[int], str], after: Callable[[int], str], n: int) -> None:
    """Leave the first n members who answered both times, and give them these answers."""
    ids = {
        name: pd.read_csv(folder / "data" / name, dtype=str)["numero"]
        for name in ("avant.csv", "apres.csv")
    }
    both = [i for i in ids["avant.csv"] if i in set(ids["apres.csv"])][:n]
    for name, answer in (("avant.csv", before), ("apres.csv", after)):
        path = folder / "data" / name
        frame = pd.read_csv(path, dtype=str)
        frame = frame[frame["numero"].isin(both)]
        place = frame["numero"].map(both.index)
        frame.assign(injustice=place.map(answer)).to_csv(path, index=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [(lambda k: "2", lambda k: "2"), (lambda k: "12"[k % 2], lambda k: "1")],
    ids=["nobody, ever", "everybody, after"],
)
def test_a_few_members_who_all_said_the_same_are_not_told_of(
    tmp_path: Path, before: Callable[[int], str], after: Callable[[int], str]
) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    said(folder, before, after, 20)
    found = tables(folder)
    changes = found["panel_changes"].set_index("question").loc["injustice"]
    moves = found["panel_moves"].query("question == 'injustice'")
    assert changes["reason"] == "sensitive_cells_merged"
    assert pd.isna(changes["before"]) and pd.isna(changes["moved_up"])
    assert moves["people"].tolist() == [20]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (lambda k: "12"[k % 2], lambda k: "2" if k % 2 == 0 else "12"[k // 2 % 2]),
        (lambda k: "12"[k % 2], lambda k: "21"[k % 2]),
        (lambda k: "12"[k % 2], lambda k: "12"[k % 2]),
        (lambda k: "12"[k % 2] if k < 17 else "2", lambda k: "2" if k >= 17 else "12"[k % 2]),
    ],
    ids=["all who said yes", "everybody the other thing", "everybody the same", "nobody moved in"],
)
@pytest.mark.parametrize("net", ['"1"', "mean"])
def test_what_was_said_before_does_not_tell_what_is_said_now(
    tmp_path: Path, before: Callable[[int], str], after: Callable[[int], str], net: str
) -> None:
    """Who is known to have said yes before is known to say no now, where all of the 17 do."""
    folder = copied(tmp_path, "panel-citoyen")
    edited("panel.yaml", '{question: injustice, net: "1"}', f"{{question: injustice, net: {net}}}")(
        folder
    )
    _scored(folder)
    said(folder, before, after, 34)
    found = tables(folder)
    changes = found["panel_changes"].set_index("question").loc["injustice"]
    assert changes["reason"] == "sensitive_cells_merged"
    assert changes[["before", "after", "moved_up", "unchanged", "p_value"]].isna().all()
    moves = found["panel_moves"].query("question == 'injustice'")["people"].tolist()
    assert sum(moves) == 34 and min(moves) >= 5
    assert net != "mean" or moves == [34]


def _scored(folder: Path) -> None:
    for code, label, score in (("1", 'fr: Oui, en: "Yes"', 1), ("2", 'fr: Non, en: "No"', 0)):
        new = f"{code}: {{label: {{{label}}}, score: {score}}}"
        edited("questionnaire.yaml", f"{code}: {{{label}}}", new)(folder)


def test_the_mean_of_a_sensitive_score_does_not_count_who_gave_it(tmp_path: Path) -> None:
    """Two of 24 at 1, the others at 0: a mean of 0.1 of 24 people."""
    folder = copied(tmp_path, "panel-citoyen")
    edited("panel.yaml", '{question: injustice, net: "1"}', "{question: injustice, net: mean}")(
        folder
    )
    _scored(folder)
    for few, is_told in ((2, False), (12, True)):
        answers = ["1"] * few + ["2"] * (24 - few)
        later = answers[6:] + answers[:6]
        said(folder, answers.__getitem__, later.__getitem__, 24)
        row = tables(folder)["panel_changes"].set_index("question").loc["injustice"]
        assert pd.notna(row["before"]) == is_told
        assert (row["reason"] == "sensitive_cells_merged") != is_told


def test_two_means_do_not_tell_who_said_the_same_again(tmp_path: Path) -> None:
    """Of 24, 8 had said yes, 6 of them do not and 8 others do: two say it again, the mean told."""
    folder = copied(tmp_path, "panel-citoyen")
    edited("panel.yaml", '{question: injustice, net: "1"}', "{question: injustice, net: mean}")(
        folder
    )
    _scored(folder)
    said(
        folder,
        ("1" * 8 + "2" * 16).__getitem__,
        ("1" * 2 + "2" * 6 + "1" * 8 + "2" * 8).__getitem__,
        24,
    )
    found = tables(folder)
    row = found["panel_changes"].set_index("question").loc["injustice"]
    moves = found["panel_moves"].query("question == 'injustice'").set_index("cell")["people"]
    assert dict(moves) == {"moved_up": 8, "moved_down": 6, "unchanged": 10}
    assert row[["before", "after", "change", "p_value"]].isna().all(), "24 x 8 / 24 - 6 is two"
    assert row["reason"] == "sensitive_cells_merged"


# --- two releases --------------------------------------------------------------------------------


def _stored(folder: Path, found: dict[str, pd.DataFrame]) -> Path:
    folder.mkdir()
    for name, frame in found.items():
        frame.to_csv(folder / f"{name}.csv", index=False)
    return folder


def test_what_is_not_told_any_more_adjusts_no_other(tmp_path: Path) -> None:
    """Of six p-values five are told: the sixth was the larger of two of them."""
    survey = load_survey(ROOT / "panel-citoyen")
    found = tables(ROOT / "panel-citoyen")
    tested = pd.Series([0.01, 0.02, 0.3, 0.04, 0.05, 0.045])
    changes = found["panel_changes"].assign(p_value=tested, reason="")
    assert changes["question"].iloc[5] == "injustice"
    moves = found["panel_moves"]
    cells = ("moved_in", "moved_out", "stayed_in", "stayed_out")
    felt = [("injustice", "1", c, k, 34) for c, k in zip(cells, (6, 7, 8, 13), strict=True)]
    moves = pd.concat(
        [moves[moves["question"] != "injustice"], pd.DataFrame(felt, columns=moves.columns)]
    )
    first = _stored(tmp_path / "v1", {**found, "panel_changes": changes, "panel_moves": moves})
    moved = moves.assign(people=moves["people"].where(moves["cell"] != "stayed_in", 7))
    new = {**found, "panel_changes": changes, "panel_moves": moved}
    out = without_small_corrections(survey, new, [first])["panel_changes"]
    assert out["reason"].tolist()[5] == "few_records_corrected"
    assert out["p_adjusted"].iloc[:5].round(10).tolist() == [0.05, 0.08, 0.3, 0.12, 0.12]
    assert pd.isna(out["p_adjusted"].iloc[5])


@pytest.mark.parametrize(("after", "is_told"), [(2.5, True), (2.5 + 1 / 34, False)])
def test_a_mean_that_a_correction_moved_is_not_told_again(
    tmp_path: Path, after: float, is_told: bool
) -> None:
    """As many moved up, and one of them further: what the one who was corrected says now."""
    survey = load_survey(ROOT / "panel-citoyen")
    found = tables(ROOT / "panel-citoyen")

    def version(after: float) -> dict[str, pd.DataFrame]:
        felt = found["panel_changes"]["question"] == "injustice"
        row = {"test": "sign_flip", "before": 2.0, "after": after, "p_value": 0.5, "reason": ""}
        changes = found["panel_changes"].copy()
        for name, value in row.items():
            changes.loc[felt, name] = value
        moves = found["panel_moves"]
        cells = [
            ("injustice", "mean", c, k, 34)
            for c, k in (("moved_up", 9), ("moved_down", 6), ("unchanged", 19))
        ]
        return {
            **found,
            "panel_changes": changes,
            "panel_moves": pd.concat(
                [
                    moves[moves["question"] != "injustice"],
                    pd.DataFrame(cells, columns=moves.columns),
                ]
            ),
        }

    first = _stored(tmp_path / "v1", version(2.5))
    out = without_small_corrections(survey, version(after), [first])
    row = out["panel_changes"].set_index("question").loc["injustice"]
    assert (row["after"] == after) == is_told
    assert ("injustice" in set(out["panel_moves"]["question"])) == is_told


def test_another_answer_is_not_followed_by_a_later_version(tmp_path: Path) -> None:
    """Six say B where six said A: the cells of A and of A with B differ by those who said B."""
    survey = load_survey(ROOT / "panel-citoyen")
    cells = ("moved_in", "moved_out", "stayed_in", "stayed_out")

    def version(name: str, net: str, counts: tuple[int, ...]) -> dict[str, pd.DataFrame]:
        moves = pd.DataFrame(
            [("injustice", net, c, k, 40) for c, k in zip(cells, counts, strict=True)],
            columns=["question", "response", "cell", "people", "n"],
        )
        changes = pd.DataFrame(
            {
                "question": ["injustice"],
                "response": [net],
                "before": [1.0],
                "p_value": [0.5],
                "method": "exact",
                "test": "mcnemar",
                "reason": "",
            }
        )
        profile = pd.DataFrame(columns=["breakdown", "group", "stage", "people"])
        made = {"panel_moves": moves, "panel_changes": changes, "profile": profile}
        (tmp_path / name).mkdir()
        for table, frame in made.items():
            frame.to_csv(tmp_path / name / f"{table}.csv", index=False)
        return made

    version("v1", "A", (5, 11, 6, 18))
    wider = version("v2", "AB", (10, 5, 15, 10))
    out = without_small_corrections(survey, wider, [tmp_path / "v1"])
    assert not len(out["panel_moves"])
    assert out["panel_changes"]["before"].isna().all()


def _asked_again(folder: Path, later: pd.DataFrame) -> None:
    """Ask the members again a year later."""
    later.to_csv(folder / "data" / "suivi.csv", index=False)
    wave = (folder / "waves" / "2025-apres.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("apres.csv", "suivi.csv"),
        ("2025-06", "2026-06"),
        ("2025-10", "2026-10"),
        ('2025"', '2026"'),
    ):
        assert old in wave
        wave = wave.replace(old, new)
    (folder / "waves" / "2026-suivi.yaml").write_text(wave, encoding="utf-8")
    edited("survey.yaml", '"2025-apres"]', '"2025-apres", "2026-suivi"]')(folder)
    edited("panel.yaml", "after: 2025-apres", "after: 2026-suivi")(folder)


def test_an_edition_that_merges_is_not_laid_beside_one_that_does_not(tmp_path: Path) -> None:
    """Of 14 who had said yes, 12 say it again a year later: two do not, whom the table merges."""
    folder = copied(tmp_path, "panel-citoyen")
    said(folder, lambda k: "1" if k < 14 else "2", lambda k: "12"[k % 2], 34)
    assert told(built(folder), "changes", "injustice")["before"].tolist() == ["14.0"]
    said(folder, lambda k: "1" if k < 14 else "2", lambda k: "1" if 2 <= k < 20 else "2", 34)
    later = pd.read_csv(folder / "data" / "apres.csv", dtype=str)
    said(folder, lambda k: "1" if k < 14 else "2", lambda k: "12"[k % 2], 34)
    _asked_again(folder, later)
    second = built(folder)
    assert told(second, "changes", "injustice")["reason"].tolist() == ["others_since"]
    assert not len(told(second, "moves", "injustice"))


@pytest.mark.parametrize(("gone", "is_told"), [(2, False), (0, True)])
def test_two_editions_of_a_panel_do_not_tell_what_those_who_left_had_said(
    tmp_path: Path, gone: int, is_told: bool
) -> None:
    """17 of 34 had said yes, and a year later 15 of 32: the two who left had."""
    folder = copied(tmp_path, "panel-citoyen")
    said(folder, lambda k: "12"[k % 2], lambda k: "12"[k // 2 % 2], 34)
    first = built(folder)
    assert told(first, "changes", "injustice")["before"].tolist() == ["17.0"]
    later = pd.read_csv(folder / "data" / "apres.csv", dtype=str)
    left = later["numero"].iloc[: 2 * gone : 2] if gone else []
    later = later[~later["numero"].isin(left)]
    _asked_again(folder, later)
    second = built(folder)
    row = told(second, "changes", "injustice").iloc[0]
    assert (row["before"] == "17.0") == is_told
    assert (row["reason"] == "others_since") != is_told
    assert bool(len(told(second, "moves", "injustice"))) == is_told
    plain = told(second, "changes", "humain").iloc[0]
    assert (plain["before"] != "") == is_told, "both editions tell who left of every question"


@pytest.mark.parametrize(
    ("then", "now", "is_told"),
    [
        ({"moved": 5, "time": 5}, {"moved": 5, "time": 6}, False),
        ({"moved": 5, "time": 5}, {"moved": 5, "time": 12}, False),
        ({"moved+time": 9}, {"moved": 5, "time": 5}, False),
        ({"moved": 5, "time": 5}, {"moved": 10, "time": 11}, True),
        ({"moved": 5, "time": 5}, {"moved": 5, "time": 5}, True),
        ({}, {"moved": 5, "time": 5}, True),
    ],
    ids=["one", "all for one reason", "merged then", "many", "nobody", "not told then"],
)
def test_why_those_left_who_left_between_two_releases_is_not_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    then: dict[str, int],
    now: dict[str, int],
    is_told: bool,
) -> None:
    store = SimpleNamespace(facts={"departures": then})
    monkeypatch.setattr(panel_versions, "open_store", lambda _folder: store)
    assert panel_versions.departures_beside(now, [tmp_path], 5) == (now if is_told else {})


def test_a_version_after_one_more_left_does_not_tell_why(tmp_path: Path) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    assert "departures" in _facts(built(folder))
    edited("data/membres.csv", "2025-09-14,fin,,non", "2025-09-01,disponibilite,,")(folder)
    wave = "waves/2025-apres.yaml"
    reason = "version: 2\n  status: corrected\n  reason: {fr: Une erreur., en: An error.}"
    edited(wave, "version: 1\n  status: demonstration", reason)(folder)
    assert _facts(built(folder)) == {"departures": {}}


def _facts(release: Path) -> dict[str, dict[str, int]]:
    facts = open_store(release / "interne").facts
    return {"departures": facts["departures"]}


def test_a_sensitive_quota_does_not_tell_who_was_away() -> None:
    """Twenty and twenty were drawn; who was at the last session is told of other quotas."""
    profile = tables(ROOT / "panel-citoyen")["profile"]
    stages = {name: set(own["stage"]) for name, own in profile.groupby("breakdown")}
    assert stages["sexe"] == {"volunteers", "drawn"}
    assert stages["age"] == {"volunteers", "drawn", "present"}


# --- a consultation ------------------------------------------------------------------------------


def _sensitive(folder: Path) -> None:
    path = folder / "questionnaire.yaml"
    head, tail = path.read_text(encoding="utf-8").split("  triage:\n")
    path.write_text(f"{head}  triage:\n    sensitive: true\n{tail}", encoding="utf-8")


def _one_less(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.drop(frame.index[frame["triage"] == "1"][0])


def _one_other(frame: pd.DataFrame) -> pd.DataFrame:
    frame.loc[frame.index[frame["triage"] == "1"][0], "triage"] = "4"
    return frame


def test_the_words_of_some_do_not_tell_that_one_less_is_among_them() -> None:
    """20 of 50 gave a word, then 20 of 49: the one who was erased had given a sensitive answer."""
    asked = {
        "say": SimpleNamespace(base=SimpleNamespace(questions=("triage",)), sensitive=False),
        "triage": SimpleNamespace(base=None, sensitive=True),
    }
    survey = SimpleNamespace(questions=asked, question=asked.__getitem__)
    words = pd.DataFrame({"question": ["say"], "word": ["peur"], "n": [20], "share": [20 / 50]})
    counts = dict(_sensitive_counts(survey, {"words": words}))  # type: ignore[arg-type]
    assert counts == {("words", "say"): {"n": "50"}}


@pytest.mark.parametrize(
    ("led", "whole", "refused"),
    [(60, 122, True), (50, 120, True), (52, 125, True), (60, 110, True), (60, 125, False)],
    ids=["two did not", "none of ten did", "two did", "ten changed", "ten and fifteen"],
)
def test_those_a_sensitive_answer_did_not_lead_to_are_counted_too(
    tmp_path: Path, led: int, whole: int, refused: bool
) -> None:
    """Of 110 people 50 were led to a question; who is not in its base gave the other answer."""
    asked = {
        "say": SimpleNamespace(base=SimpleNamespace(questions=("triage",)), sensitive=False),
        "triage": SimpleNamespace(base=None, sensitive=True),
    }
    survey = SimpleNamespace(
        id="trial",
        questions=asked,
        question=asked.__getitem__,
        confidentiality=SimpleNamespace(sensitive_cell=5),
    )
    answers = pd.DataFrame({"question": ["say"], "response": ["1"], "people": [20], "n": [50]})
    themes = pd.DataFrame({"theme": ["cost"], "people": [40], "n": [110]})
    answers.to_csv(tmp_path / "answers.csv", index=False)
    themes.to_csv(tmp_path / "themes.csv", index=False)
    later = {"answers": answers.assign(n=led), "themes": themes.assign(n=whole)}
    with pytest.raises(PublicationError) if refused else nullcontext():
        refuse_few_apart(survey, "2025", later, {"2025/v1": tmp_path})  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [_one_less, _one_other], ids=["erased", "corrected"])
def test_two_versions_of_a_consultation_do_not_tell_one_answer(
    tmp_path: Path, change: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    folder = copied(tmp_path, "consultation")
    _sensitive(folder)
    changed("codage.csv", lambda t: t)(folder)
    built(folder)
    path = folder / "data" / "contributions.csv"
    frame = change(pd.read_csv(path, dtype=str))
    frame.to_csv(folder / "data" / "contributions-2.csv", index=False)
    codes = pd.read_csv(folder / "data" / "codage.csv", dtype=str)
    codes = codes[codes["contribution"].isin(frame["numero"])]
    codes.to_csv(folder / "data" / "codage.csv", index=False)
    (wave,) = (folder / "waves").glob("*.yaml")
    edited(f"waves/{wave.name}", "contributions.csv", "contributions-2.csv")(folder)
    reason = "version: 2\n  status: corrected\n  reason: {fr: Une erreur., en: An error.}"
    edited(f"waves/{wave.name}", "version: 1\n  status: demonstration", reason)(folder)
    with pytest.raises(PublicationError) as caught:
        built(folder)
    assert all("triage" in caught.value.texts[lang] for lang in LANGUAGES)
    edited("consultation.yaml", "questions: [registre, triage]", "questions: [registre]")(folder)
    if change is _one_less:  # what is not sensitive would be told of her too
        with pytest.raises(PublicationError, match="question by question"):
            built(folder)
    else:
        assert not len(told(built(folder), "answers", "triage")), "what v1 says of it stays"


def test_a_few_contributions_that_all_say_the_same_are_not_told_of(tmp_path: Path) -> None:
    folder = copied(tmp_path, "consultation")
    _sensitive(folder)
    changed("contributions.csv", lambda t: t.assign(triage=["2"] * 20 + [""] * (len(t) - 20)))(
        folder
    )
    own = tables(folder)["answers"].query("question == 'triage'")
    assert own["people"].tolist() == [20]
    assert "+" in own["response"].iloc[0]


@pytest.mark.parametrize(
    ("gave", "n", "tells"), [(17, 34, False), (11, 28, True), (15, 32, True), (12, 24, False)]
)
def test_those_who_left_and_had_all_said_yes_are_not_told_of(
    gave: int, n: int, tells: bool
) -> None:
    """17 of 34 had said yes, and of the 28 who are left 11: each of the six who left had."""
    then, now = (panel_versions._Side(of, "1", yes) for of, yes in ((34, 17), (n, gave)))
    assert panel_versions._tells_of_others(now, then, 5) == tells


def test_a_trait_that_stays_does_not_tell_who_left_between_two_editions(tmp_path: Path) -> None:
    """Whoever says yes says so each year: 18 of 34 did, and a year later 17 of 33."""
    folder = copied(tmp_path, "panel-citoyen")
    said(folder, lambda k: "1" if k < 18 else "2", lambda k: "1" if k < 18 else "2", 34)
    first = told(built(folder), "moves", "injustice")
    assert first["people"].tolist() == ["16", "18"]
    later = pd.read_csv(folder / "data" / "apres.csv", dtype=str).iloc[1:]
    _asked_again(folder, later)
    for file, place in (("suivi.csv", "2026-suivi"), ("rappel.csv", "2026-rappel")):
        later.to_csv(folder / "data" / file, index=False)
        wave = (folder / "waves" / "2026-suivi.yaml").read_text(encoding="utf-8")
        wave = wave.replace("suivi.csv", file)
        if place == "2026-rappel":
            wave = wave.replace("2026-06", "2026-05").replace('2026"', 'début 2026"')
        (folder / "waves" / f"{place}.yaml").write_text(wave, encoding="utf-8")
    edited("survey.yaml", '"2026-suivi"]', '"2026-rappel", "2026-suivi"]')(folder)
    edited("panel.yaml", "before: 2025-avant", "before: 2026-rappel")(folder)
    second = built(folder)
    assert not len(told(second, "moves", "injustice"))
    assert told(second, "changes", "injustice")["reason"].tolist() == ["others_since"]


# --- two editions of a consultation --------------------------------------------------------------


def _ill_of(folder: Path, wave: str, kept: int) -> None:
    """Keep some contributions, in the order of the file; every other one says yes, the last do."""
    data = folder / "data"
    frame = pd.read_csv(ROOT / "consultation" / "data" / "contributions.csv", dtype=str)[:kept]
    frame["ill"] = ["1" if k >= 60 or k % 2 else "2" for k in range(kept)]
    frame.to_csv(data / f"contributions-{wave}.csv", index=False)
    coded = pd.read_csv(ROOT / "consultation" / "data" / "codage.csv", dtype=str)
    coded[coded["contribution"].isin(frame["numero"])].to_csv(data / "codage.csv", index=False)
    text = (folder / "waves" / "2025.yaml").read_text(encoding="utf-8")
    if wave != "2025":
        text = text.replace("contributions-2025", f"contributions-{wave}")
        text = text.replace("2025-", f"{wave}-").replace(" 2025", f" {wave}")
        (folder / "waves" / f"{wave}.yaml").write_text(text, encoding="utf-8")
        both = f'waves: ["2025", "{wave}"]\noverlap: respondent'
        edited("survey.yaml", 'waves: ["2025"]', both)(folder)


def _asked_of_illness(folder: Path) -> None:
    edited("waves/2025.yaml", "contributions.csv", "contributions-2025.csv")(folder)
    edited("consultation.yaml", "questions: [registre, triage]", "questions: [registre, ill]")(
        folder
    )
    asked = (
        "questions:\n  ill:\n    label: {fr: Malade, en: Ill}\n    wording: {fr: Malade ?, en: Ill?}"
        '\n    scale: {codes: {1: {fr: Oui, en: "Yes"}, 2: {fr: Non, en: "No"}}}\n    sensitive: true'
    )
    edited("questionnaire.yaml", "questions:", asked)(folder)


@pytest.mark.parametrize(("more", "is_told"), [(3, False), (8, False), (0, True)])
def test_a_consultation_that_goes_on_does_not_tell_of_those_who_came_since(
    tmp_path: Path, more: int, is_told: bool
) -> None:
    """30 of 60 were ill, and 33 of 63, or 38 of 68, in the next edition: each of those who came is."""
    folder = copied(tmp_path, "consultation")
    _asked_of_illness(folder)
    _ill_of(folder, "2025", 60)
    assert told(built(folder), "answers", "ill")["people"].tolist() == ["30", "30"]
    _ill_of(folder, "2026", 60 + more)
    if is_told:
        assert told(built(folder), "answers", "ill")["people"].tolist() == ["30", "30"]
    else:
        with pytest.raises(PublicationError, match="questions: ill: beside 2025/v1"):
            built(folder)


def test_a_version_does_not_tell_of_six_who_all_gave_one_answer(tmp_path: Path) -> None:
    """38 of 68 were ill, and 32 of 62 once six were taken out: who is taken out is known."""
    folder = copied(tmp_path, "consultation")
    _asked_of_illness(folder)
    _ill_of(folder, "2025", 68)
    built(folder)
    _ill_of(folder, "2025", 62)
    edited(
        "waves/2025.yaml",
        "version: 1\n  status: demonstration",
        "version: 2\n  status: corrected\n  reason: {fr: Doublons., en: Duplicates.}",
    )(folder)
    with pytest.raises(PublicationError, match="or all who came or left since"):
        built(folder)
