"""Two versions of a panel or a consultation do not tell together what few people answered."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from padai.errors import PublicationError
from padai.participation.pages.panel import PanelReport
from padai.pipeline.builds import version_steps
from padai.pipeline.versions import whole_records
from padai.pipeline.versions.panel_versions import OTHERS_SINCE, unsaid
from padai.store import COLUMNS, open_store
from padai.survey import load_survey
from padai.words import LANGUAGES
from tests.test_participation import changed, edited
from tests.test_told_of_members import _asked_again, built, copied, told

ONCE = "version: 1\n  status: demonstration"
AGAIN = "version: 2\n  status: corrected\n  reason: {fr: Une erreur., en: An error.}"
GONE = (
    "version: 1\n  status: withdrawn\n  withdrawn: confidentiality\n  withdrawn_on: 2025-12-01\n"
    "  reason: {fr: Une erreur., en: An error.}"
)
FAULTY = GONE.replace("confidentiality", "error")
PLAIN = ("confiance_ia", "humain", "triage", "registre", "savoir_ia")
Change = Callable[[pd.DataFrame], pd.DataFrame]


def erased(people: int) -> Change:
    return lambda frame: frame.iloc[people:]


def corrected(*questions: str) -> Change:
    """Give one person the next answer to each of some questions."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        out = frame.copy()
        for question in questions:
            out.loc[out.index[0], question] = "1" if out[question].iloc[0] != "1" else "2"
        return out

    return change


def panel_again(folder: Path, change: Change) -> None:
    for name in ("avant.csv", "apres.csv"):
        changed(name, change)(folder)
    edited("waves/2025-apres.yaml", ONCE, AGAIN)(folder)


def refused(folder: Path, naming: str = "") -> str:
    """Return which sentence refuses a survey; in each language it names what it is beside."""
    with pytest.raises(PublicationError) as caught:
        built(folder)
    assert caught.value.said is not None
    assert all(naming in caught.value.texts[lang] for lang in LANGUAGES)
    return caught.value.said.id


def counts(release: Path, wave: str = "2025-apres") -> dict[tuple[str, str], int]:
    frame = pd.read_csv(release / "open" / "answers.csv", dtype=str)
    own = frame[frame["wave"] == wave] if "wave" in frame else frame
    return {(r.question, r.response): int(r.people) for r in own.itertuples()}


def test_whoever_is_erased_was_the_difference_of_two_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is refused is real: her plain answers, each of them, from two tables."""
    folder = copied(tmp_path, "panel-citoyen")
    hers = pd.read_csv(folder / "data" / "apres.csv", dtype=str).iloc[0]
    one = counts(built(folder))
    panel_again(folder, erased(1))
    with monkeypatch.context() as without:
        without.setattr(version_steps, "refuse_whole_records", lambda *_given: None)
        two = counts(built(folder))
    less = {place for place, people in one.items() if two.get(place, 0) == people - 1}
    assert less == {(question, hers[question]) for question in PLAIN}


@pytest.mark.parametrize(
    "change",
    [erased(1), erased(4), corrected("humain", "registre")],
    ids=["one erased", "four erased", "two answers of one"],
)
def test_a_panel_has_no_version_without_few_of_its_members(tmp_path: Path, change: Change) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    built(folder)
    panel_again(folder, change)
    assert refused(folder, naming="2025-apres/v1") == "pipeline-two-versions-tell-whole-records"
    assert not (tmp_path / "releases" / "panel-citoyen" / "2025-apres" / "v2").exists()


@pytest.mark.parametrize(
    "change", [erased(6), corrected("humain")], ids=["six erased", "one answer"]
)
def test_a_panel_has_a_version_without_many_or_of_one_question(
    tmp_path: Path, change: Change
) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    one = counts(built(folder))
    panel_again(folder, change)
    assert counts(built(folder)) != one


def test_once_the_version_before_is_withdrawn_the_next_may_lack_one_member(tmp_path: Path) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    release = built(folder)
    edited("waves/2025-apres.yaml", ONCE, GONE)(folder)
    built(folder)
    assert not list(release.rglob("answers.csv"))
    for name in ("avant.csv", "apres.csv"):
        changed(name, erased(1))(folder)
    edited("waves/2025-apres.yaml", GONE, AGAIN)(folder)
    assert counts(built(folder))


def test_a_version_withdrawn_for_an_error_was_read_all_the_same(tmp_path: Path) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    built(folder)
    edited("waves/2025-apres.yaml", ONCE, FAULTY)(folder)
    built(folder)
    for name in ("avant.csv", "apres.csv"):
        changed(name, erased(1))(folder)
    edited("waves/2025-apres.yaml", FAULTY, AGAIN)(folder)
    with pytest.raises(PublicationError, match="2025-apres/v1"):
        built(folder)


def under_other_names(folder: Path) -> None:
    for path in (folder / "questionnaire.yaml", folder / "panel.yaml"):
        text = path.read_text(encoding="utf-8")
        for name in PLAIN:
            text = re.sub(
                rf"^  {name}:\n",
                f"  q_{name}:\n    columns: {{default: {name}}}\n",
                text,
                flags=re.M,
            )
            text = re.sub(rf"question: {name}\b", f"question: q_{name}", text)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("people", [1, 0], ids=["one erased", "two answers of one"])
def test_questions_under_other_names_tell_of_the_same_people(tmp_path: Path, people: int) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    built(folder)
    panel_again(folder, erased(people) if people else corrected("humain", "registre"))
    under_other_names(folder)
    with pytest.raises(PublicationError, match="2025-apres/v1"):
        built(folder)


def test_a_question_that_keeps_its_name_is_itself_though_another_reads_its_column(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    then = load_survey(folder)
    text = (folder / "questionnaire.yaml").read_text(encoding="utf-8")
    own = text[text.index("  humain:\n") : text.index("  triage:\n")]
    twice = own.replace("  humain:\n", "  humain_bis:\n    columns: {default: humain}\n")
    text = text.replace(own, twice + own)
    (folder / "questionnaire.yaml").write_text(text, encoding="utf-8")
    names = whole_records.names_since(then, load_survey(folder), "2025-apres")
    assert names["humain"] == "humain" and names["triage"] == "triage"


def test_a_wave_that_is_out_keeps_its_name(tmp_path: Path) -> None:
    """Under another name it was compared with nothing: it could lack one member."""
    folder = copied(tmp_path, "panel-citoyen")
    built(folder)
    for path in [*folder.glob("*.yaml"), *folder.glob("waves/*.yaml")]:
        if path.name != "releases.yaml":
            text = path.read_text(encoding="utf-8").replace("2025-apres", "2025-bis")
            path.rename(path.with_name(path.name.replace("2025-apres", "2025-bis"))).write_text(
                text, encoding="utf-8"
            )
    for name in ("avant.csv", "apres.csv"):
        changed(name, erased(1))(folder)
    with pytest.raises(PublicationError, match="waves/2025-apres"):
        built(folder)


def test_choices_under_other_codes_are_laid_side_by_size() -> None:
    answers = whole_records._TABLES["answers"]
    then = {"1": 20, "2": 11, "3": 7}
    renamed = {"a": 20, "b": 11, "c": 7}
    assert whole_records._moved(then, renamed, answers) == 0
    assert whole_records._moved(then, {"a": 20, "b": 12, "c": 6}, answers) == 1
    assert whole_records._moved(then, {"1": 21, "b": 10, "c": 7}, answers) == 1


@pytest.mark.parametrize(("gone", "told"), [(1, False), (0, True)])
def test_the_next_edition_does_not_tell_anew_a_wave_that_lacks_one_member(
    tmp_path: Path, gone: int, told: bool
) -> None:
    """The answers from before stand where they were told; without her they would tell hers."""
    folder = copied(tmp_path, "panel-citoyen")
    first = counts(built(folder), "2025-avant")
    later = pd.read_csv(folder / "data" / "apres.csv", dtype=str)
    changed("avant.csv", erased(gone))(folder)
    _asked_again(folder, later.iloc[gone:])
    second = built(folder)
    assert counts(second, "2025-avant") == (first if told else {})
    assert counts(second, "2026-suivi")


def compared(release: Path) -> pd.DataFrame:
    frame = pd.read_csv(release / "open" / "changes.csv", dtype=str, keep_default_na=False)
    return frame.set_index("question").drop("injustice")


def a_year_later(folder: Path, gone: int) -> list[str]:
    """Ask the panel again, without some of those who answered both times; return their numbers."""
    data = folder / "data"
    later = pd.read_csv(data / "apres.csv", dtype=str)
    twice = set(pd.read_csv(data / "avant.csv", dtype=str)["numero"])
    left = [number for number in later["numero"] if number in twice][:gone]
    _asked_again(folder, later[~later["numero"].isin(left)])
    return left


def test_whoever_left_between_two_editions_was_the_difference_of_their_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left out is real: what she had answered a year before."""
    folder = copied(tmp_path, "panel-citoyen")
    one = compared(built(folder))
    (gone,) = a_year_later(folder, 1)
    with monkeypatch.context() as without:
        without.setattr(
            version_steps, "without_what_others_told", lambda _o, results, _e: results.tables
        )
        two = compared(built(folder))
    hers = pd.read_csv(folder / "data" / "avant.csv", dtype=str).set_index("numero").loc[gone]
    yes = {"confiance_ia": "12", "humain": "12", "triage": "12", "registre": "12"}
    for question, answers in yes.items():
        then, now = (float(frame.loc[question, "before"]) for frame in (one, two))
        assert then - now == (hers[question] in answers)


@pytest.mark.parametrize(("gone", "is_told"), [(1, False), (4, False), (5, True), (0, True)])
def test_the_next_edition_tells_no_change_of_few_who_left(
    tmp_path: Path, gone: int, is_told: bool
) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    built(folder)
    a_year_later(folder, gone)
    release = built(folder)
    changes = compared(release)
    assert set(changes["reason"]) == ({""} if is_told else {"others_since"})
    assert (changes["before"] != "").all() == is_told
    assert bool(len(told(release, "moves", "humain"))) == is_told
    assert counts(release, "2026-suivi"), "where they stand now is told of those who answered twice"
    page = PanelReport(open_store(release / "interne"), "en").changes().markdown
    assert ("These changes are therefore not given" in page) != is_told
    assert ("Adjusted p" in page) == is_told, "a table of nothing helps nobody"


def test_a_question_of_nearly_the_same_people_says_why_beside_those_that_are_told(
    tmp_path: Path,
) -> None:
    store = open_store(built(copied(tmp_path, "panel-citoyen")) / "interne")
    moves = store.tables["panel_moves"]
    store.tables["panel_moves"] = moves[moves["question"] != "humain"]
    store.tables["panel_changes"] = unsaid(store.tables["panel_changes"], {"humain"}, OTHERS_SINCE)
    page = PanelReport(store, "en").changes().markdown.replace("\\", "")
    assert page.count("for nearly the same people") == 1
    assert "x: not published again" in page and "Adjusted p" in page


def test_of_as_many_people_others_are_seen_by_several_questions() -> None:
    """One left and one came back: both counts moved by one, of as many."""
    of = whole_records._Followed
    then = [of("a", 30, "1", 12.0), of("b", 30, "1", 9.0), of("c", 30, "mean", 140.0)]
    moved = [of("a", 30, "1", 11.0), of("b", 30, "1", 10.0), of("c", 30, "mean", 140.0)]
    assert whole_records._of_few(then, moved, 5) == {"a", "b"}
    assert whole_records._of_few(then, [*then[:2], moved[1]], 5) == set()
    assert whole_records._of_few(then, [moved[0], *then[1:]], 5) == set(), "one answer corrected"
    assert whole_records._of_few(then, [of("a", 24, "1", 7.0)], 5) == set(), "six left"
    assert whole_records._of_few(then, [of("a", 29, "2", 3.0)], 5) == {"a"}, "of another answer"


def test_answers_of_one_time_alone_stand_under_its_name(tmp_path: Path) -> None:
    """Without those from before, what they answered after stood as if it were from before."""
    store = open_store(built(copied(tmp_path, "panel-citoyen")) / "interne")
    rows = store.tables["answers"]
    store.tables["answers"] = rows[rows["wave"] != "2025-avant"]
    page = PanelReport(store, "en").answers().markdown
    assert "After" in page and "Before" not in page
    assert "stands in the release that told it" in page


@pytest.mark.parametrize(
    ("change", "is_out"),
    [
        (erased(1), False),
        (corrected("registre", "triage", "age"), False),
        (corrected("registre"), True),
        (erased(20), True),
    ],
    ids=["one erased", "three answers of one", "one answer", "twenty erased"],
)
def test_a_consultation_has_no_version_without_few_contributions(
    tmp_path: Path, change: Change, is_out: bool
) -> None:
    folder = copied(tmp_path, "consultation")
    built(folder)
    data = folder / "data"
    frame = change(pd.read_csv(data / "contributions.csv", dtype=str))
    frame.to_csv(data / "contributions.csv", index=False)
    codes = pd.read_csv(data / "codage.csv", dtype=str)
    codes[codes["contribution"].isin(frame["numero"])].to_csv(data / "codage.csv", index=False)
    edited("waves/2025.yaml", ONCE, AGAIN)(folder)
    if is_out:
        assert built(folder).name == "v2"
        return
    assert refused(folder) == "pipeline-two-versions-tell-whole-records"


def only_those_of_both_times(folder: Path) -> None:
    data = folder / "data"
    numbers = [set(pd.read_csv(data / n, dtype=str)["numero"]) for n in ("avant.csv", "apres.csv")]
    for name in ("avant.csv", "apres.csv"):
        changed(name, lambda frame: frame[frame["numero"].isin(numbers[0] & numbers[1])])(folder)


def broke_off(people: int) -> Change:
    """Leave some members' last answers out."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        out = frame.copy()
        out.loc[out.index[:people], ["triage", "registre", "savoir_ia"]] = None
        return out

    return change


@pytest.mark.parametrize(
    "left",
    [erased(1), erased(4), broke_off(1)],
    ids=["one dropped out", "four dropped out", "one broke off"],
)
def test_what_those_who_dropped_out_had_said_is_not_the_difference(
    tmp_path: Path, left: Change
) -> None:
    """All who answered, less those who answered twice, were she who dropped out."""
    folder = copied(tmp_path, "panel-citoyen")
    only_those_of_both_times(folder)
    changed("apres.csv", left)(folder)
    release = built(folder)
    changes = pd.read_csv(release / "open" / "changes.csv", dtype=str).set_index("question")
    moves = pd.read_csv(release / "open" / "moves.csv", dtype=str)
    for wave in ("2025-avant", "2025-apres"):
        told = counts(release, wave)
        for question in PLAIN:
            own = {code: n for (name, code), n in told.items() if name == question}
            assert sum(own.values()) == int(changes.loc[question, "n"]) < 35
            if question != "savoir_ia":
                cells = moves[moves["question"] == question].set_index("cell")["people"].astype(int)
                gone = "moved_out" if wave == "2025-avant" else "moved_in"
                assert own["1"] + own["2"] == cells["stayed_in"] + cells[gone]


def test_where_many_dropped_out_all_who_answered_are_counted(tmp_path: Path) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    only_those_of_both_times(folder)
    changed("apres.csv", erased(6))(folder)
    release = built(folder)
    changes = pd.read_csv(release / "open" / "changes.csv", dtype=str).set_index("question")
    answers = counts(release, "2025-avant")
    assert sum(n for (name, _), n in answers.items() if name == "humain") == 34
    assert int(changes.loc["humain", "n"]) == 28


def test_a_page_says_that_only_those_of_both_times_are_counted(tmp_path: Path) -> None:
    store = open_store(built(copied(tmp_path, "panel-citoyen")) / "interne")
    assert "at both are counted" in PanelReport(store, "en").answers().markdown
    store.facts["answered_both"] = []
    assert "at both are counted" not in PanelReport(store, "en").answers().markdown


def again_elsewhere(tmp_path: Path, name: str, change: Change) -> Path:
    """Write a second survey of the people of a first one, in files of their own."""
    twin = Path(shutil.copytree(tmp_path / "surveys" / name, tmp_path / "surveys" / "twin"))
    (twin / "releases.yaml").unlink()
    edited("survey.yaml", f"id: {name}\n", "id: twin\n")(twin)
    files = ("avant.csv", "apres.csv") if name == "panel-citoyen" else ("contributions.csv",)
    for file in files:
        changed(file, change)(twin)
    return twin


@pytest.mark.parametrize(
    "change", [erased(1), corrected("humain", "registre")], ids=["one erased", "two answers of one"]
)
@pytest.mark.parametrize("renamed", [False, True], ids=["one name", "other names"])
def test_a_second_survey_of_a_panel_tells_of_the_same_people(
    tmp_path: Path, change: Change, renamed: bool
) -> None:
    built(copied(tmp_path, "panel-citoyen"))
    twin = again_elsewhere(tmp_path, "panel-citoyen", change)
    if renamed:
        under_other_names(twin)
    said = refused(twin, naming="panel-citoyen 2025-apres/v1")
    assert said == "pipeline-two-surveys-tell-whole-records"
    assert not (tmp_path / "releases" / "twin" / "2025-apres" / "v1").exists()


def test_a_second_survey_of_the_same_records_goes_out(tmp_path: Path) -> None:
    built(copied(tmp_path, "panel-citoyen"))
    twin = again_elsewhere(tmp_path, "panel-citoyen", erased(0))
    assert counts(built(twin))


@pytest.mark.parametrize(
    "change", [corrected("injustice"), erased(8)], ids=["one answer", "eight fewer"]
)
def test_a_second_survey_tells_no_sensitive_answer_of_few(tmp_path: Path, change: Change) -> None:
    built(copied(tmp_path, "panel-citoyen"))
    twin = again_elsewhere(tmp_path, "panel-citoyen", change)
    assert refused(twin) == "pipeline-two-surveys-tell-a-sensitive-answer"


def test_a_survey_that_was_withdrawn_elsewhere_for_an_error_was_read(tmp_path: Path) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    built(folder)
    twin = again_elsewhere(tmp_path, "panel-citoyen", erased(1))
    edited("waves/2025-apres.yaml", ONCE, FAULTY)(folder)
    built(folder)
    with pytest.raises(PublicationError, match="panel-citoyen 2025-apres/v1"):
        built(twin)


def test_a_panel_elsewhere_that_lost_its_record_is_given_it_back_first(tmp_path: Path) -> None:
    folder = copied(tmp_path, "panel-citoyen")
    built(folder)
    twin = again_elsewhere(tmp_path, "panel-citoyen", erased(1))
    (folder / "releases.yaml").unlink()
    with pytest.raises(PublicationError, match="padai release restore"):
        built(twin)


@pytest.mark.parametrize(
    ("change", "is_out"),
    [(corrected("registre", "triage"), False), (erased(20), True)],
    ids=["two answers of one", "twenty fewer"],
)
def test_a_consultation_is_told_twice_only_as_it_is_or_with_many_fewer(
    tmp_path: Path, change: Change, is_out: bool
) -> None:
    built(copied(tmp_path, "consultation"))
    twin = again_elsewhere(tmp_path, "consultation", change)
    left = pd.read_csv(twin / "data" / "contributions.csv", dtype=str)["numero"]
    changed("codage.csv", lambda codes: codes[codes["contribution"].isin(left)])(twin)
    if is_out:
        assert counts(built(twin), "2025")
        return
    with pytest.raises(PublicationError, match="consultation 2025/v1"):
        built(twin)


def test_a_question_followed_twice_is_two_tables_of_moves() -> None:
    """One of both took the counts of the other, and a member who moved in it was not seen."""
    moves = pd.DataFrame(
        [
            ("q", response, cell, people, 30)
            for response, here in (("a", (10, 20)), ("b", (18, 12)))
            for cell, people in zip(("stayed", "moved"), here, strict=True)
        ],
        columns=COLUMNS["panel_moves"],
    )
    facts = {"sizes": {"main": {"2025": {"n": 30}}}}
    tables = whole_records.people_told({"panel_moves": moves}, facts, "2025").tables
    assert sorted(of["moved"] for of in tables.values()) == [12, 20]
