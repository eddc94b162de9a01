"""What a panel or a consultation tells of one question in several places, side by side."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

import padai
from padai.errors import DefinitionError, PublicationError
from padai.participation.stages import consultation_tables, panel_tables
from padai.store import Store, open_store
from padai.store.outside import outside
from padai.survey import participation
from padai.trends import minipublic
from tests.outsider.worlds.building import tables_alone

SURVEYS = Path(__file__).parents[1] / "surveys"
Content = dict[str, Any]
Change = Callable[[dict[str, Content], dict[str, pd.DataFrame]], None]
FILES = {
    "consultation": (("consultation", "questionnaire", "survey"), ("contributions", "codage")),
    "panel-citoyen": (("panel", "questionnaire", "survey"), ("avant", "apres")),
}
NOT_ASKED = {97: {"label": {"fr": "Non posée", "en": "Not asked"}, "kind": "not_asked"}}


def both(text: str) -> dict[str, str]:
    return {"fr": text, "en": text}


def asked(label: str, codes: str, **more: Any) -> Content:
    named = {int(c): {"label": both(c), "score": int(c)} for c in codes}
    scale = {"codes": named, "missing": copy.deepcopy(NOT_ASKED)}
    wording = {"label": both(label), "wording": both(f"{label}?")}
    return {**wording, "scale": scale, "headline_net": codes[0], **more}


def told(project: Path, name: str, change: Change) -> Store:
    """Build a demonstration after a change, its tables alone, and return what goes out."""
    project.mkdir(exist_ok=True)
    (project / "padai.yaml").write_text("surveys: surveys\nreports: reports\nreleases: releases\n")
    folder = project / "surveys" / name
    shutil.copytree(SURVEYS / name, folder)
    written, kept = FILES[name]
    texts = {n: yaml.safe_load((folder / f"{n}.yaml").read_text("utf-8")) for n in written}
    frames = {n: pd.read_csv(folder / "data" / f"{n}.csv", dtype=str) for n in kept}
    change(texts, frames)
    for n, frame in frames.items():
        frame.to_csv(folder / "data" / f"{n}.csv", index=False)
    for n, content in texts.items():
        written_out = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / f"{n}.yaml").write_text(written_out, "utf-8")
    with tables_alone():
        return outside(open_store(padai.build(folder, formats=("html",)).folder / "interne"))


def people(store: Store, table: str, **where: str) -> pd.DataFrame:
    frame = store.tables[table]
    for column, value in where.items():
        frame = frame[frame[column].astype(str) == value]
    return frame


def pain(cut: str, few: int) -> Change:
    """Ask of pain, 1 to 5: as many people as `few` say 4; a breakdown is cut after some code."""

    def change(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        frame = frames["contributions"]
        rest = len(frame) - 820 - few
        frame["pain"] = ["1"] * 500 + ["2"] * 300 + ["3"] * rest + ["4"] * few + ["5"] * 20
        texts["questionnaire"]["questions"]["pain"] = asked("Pain", "12345", sensitive=True)
        low = [int(c) for c in "12345" if c <= cut]
        high = [int(c) for c in "12345" if c > cut]
        texts["survey"]["breakdowns"]["pain"] = {
            "label": both("Pain"),
            "question": "pain",
            "groups": {
                "low": {"label": both("low"), "codes": low},
                "high": {"label": both("high"), "codes": high},
            },
        }
        said = texts["consultation"]
        said["questions"].append("pain")
        said["profile"].append(
            {
                "breakdown": "pain",
                "population": {"low": 0.9, "high": 0.1},
                "source": both("x"),
                "date": "2021-05-11",
            }
        )

    return change


def test_two_tables_of_one_question_told_of_three(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consultation_tables, "refuse_told_apart", lambda *_: None)
    store = told(tmp_path, "consultation", pain("3", 3))
    alone = people(store, "answers", question="pain", response="5")["people"].item()
    both_of = people(store, "profile", breakdown="pain", group="high")["people"].item()
    assert both_of - alone == 3


def test_two_tables_of_one_question_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PublicationError, match="Side by side, these would tell") as found:
        told(tmp_path, "consultation", pain("3", 3))
    assert "`questions: pain` and `profile: pain`" in str(found.value)
    assert "Côte à côte" in found.value.texts["fr"]


@pytest.mark.parametrize(("cut", "few"), [("4", 3), ("4", 30)])
def test_two_tables_that_part_no_few_go_out(tmp_path: Path, cut: str, few: int) -> None:
    assert len(people(told(tmp_path, "consultation", pain(cut, few)), "answers", question="pain"))


def test_two_cuts_of_a_sensitive_number_are_refused(tmp_path: Path) -> None:
    def cut(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        frame = frames["contributions"]
        frame["days"] = [str(k) for k in ([3] * 500 + [7] * 3 + [20] * (len(frame) - 503))]
        texts["questionnaire"]["questions"]["days"] = {
            "type": "number",
            "label": both("Days"),
            "wording": both("Days?"),
            "range": [0, 90],
            "sensitive": True,
        }
        for name, last in (("days_a", 5), ("days_b", 10)):
            groups = {
                "few": {"label": both("few"), "max": last},
                "many": {"label": both("many"), "min": last + 1},
            }
            texts["survey"]["breakdowns"][name] = {
                "label": both(name),
                "question": "days",
                "groups": groups,
            }
            texts["consultation"]["profile"].append(
                {
                    "breakdown": name,
                    "population": {"few": 0.5, "many": 0.5},
                    "source": both("x"),
                    "date": "2021-05-11",
                }
            )

    with pytest.raises(PublicationError, match="`profile: days_a` and `profile: days_b`"):
        told(tmp_path, "consultation", cut)


def ill(frame: pd.DataFrame, few: int) -> None:
    """Some people are ill; those who are not are asked one more question, and the ill another."""
    sound = len(frame) - few
    frame["ill"] = ["1"] * few + ["2"] * sound
    frame["care"] = ["1"] * (few - 1) + ["2"] + ["97"] * sound
    frame["sport"] = ["97"] * few + ["1"] * 12 + ["2"] * (sound - 12)


def follow(texts: dict[str, Content], *, both_lead: bool = False) -> None:
    questions = texts["questionnaire"]["questions"]
    questions["ill"] = asked("Ill", "12", sensitive=True)
    for name, code in (("care", 1), ("sport", 2)):
        lead: Content = {"question": "ill", "codes": [code]}
        if both_lead:
            lead = {"any": [lead, copy.deepcopy(lead)]}
        questions[name] = asked(name, "12", base=lead, base_label=both("some"))


def consulted(few: int, *shown: str, both_lead: bool = False) -> Change:
    def change(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        ill(frames["contributions"], few)
        follow(texts, both_lead=both_lead)
        texts["consultation"]["questions"] += list(shown)

    return change


@pytest.mark.parametrize("name", ["care", "sport"])
def test_the_base_of_a_question_told_how_few_are_ill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(consultation_tables, "refuse_told_apart", lambda *_: None)
    base = people(told(tmp_path, "consultation", consulted(3, name)), "answers", question=name)
    assert base["n"].iloc[0] == {"care": 3, "sport": 900}[name]


@pytest.mark.parametrize("shown", [("care",), ("sport",), ("ill", "sport")])
def test_the_base_of_such_a_question_is_refused(tmp_path: Path, shown: tuple[str, ...]) -> None:
    with pytest.raises(PublicationError, match="tells of the sensitive question 'ill'") as found:
        told(tmp_path, "consultation", consulted(3, *shown))
    assert str(found.value).endswith(f"Take out: `questions: {shown[-1]}`.")


def test_the_base_of_such_a_question_goes_out_where_many_are_ill(tmp_path: Path) -> None:
    store = told(tmp_path, "consultation", consulted(60, "ill", "care", "sport"))
    assert people(store, "answers", question="care")["n"].iloc[0] == 60


def test_several_conditions_and_a_sensitive_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match=r"by several conditions.*Take 'care' out"):
        told(tmp_path, "consultation", consulted(60, "care", both_lead=True))


def school(few: int, *cuts: str, shown: tuple[str, ...] = (), sensitive: bool = False) -> Change:
    """Few went to college; breakdowns of those who took part are cut after some level, or at all.

    A cut ``-`` names the first and the last level and leaves the second out.
    """

    def change(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        frame = frames["contributions"]
        frame["school"] = ["1"] * 356 + ["2"] * few + ["3"] * (len(frame) - 356 - few)
        frame["more"] = frame["school"].map({"1": "97", "2": "1", "3": "97"})
        questions = texts["questionnaire"]["questions"]
        questions["school"] = asked("School", "123", sensitive=sensitive)
        lead: Content = {"question": "school", "codes": [2]}
        questions["more"] = asked("more", "12", base=lead, base_label=both("college"))
        texts["consultation"]["questions"] += list(shown)
        for at, cut in enumerate(cuts):
            groups = {code: [int(code)] for code in "13" if cut == "-"} or {
                "low": [int(c) for c in "123" if c <= cut],
                "high": [int(c) for c in "123" if c > cut],
            }
            groups = {code: [int(code)] for code in "123"} if cut == "each" else groups
            texts["survey"]["breakdowns"][f"school{at}"] = {
                "label": both("School"),
                "question": "school",
                "groups": {g: {"label": both(g), "codes": codes} for g, codes in groups.items()},
            }
            share = {g: 1 / len(groups) for g in groups}
            texts["consultation"]["profile"].append(
                {
                    "breakdown": f"school{at}",
                    "population": share,
                    "source": both("x"),
                    "date": "2021-05-11",
                }
            )

    return change


def counted(store: Store, table: str, column: str, name: str, **where: str) -> float:
    return float(people(store, table, **{column: name}, **where)["people"].sum())


def test_a_group_of_few_came_back_from_two_cuts_of_one_trait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as off:
        off.setattr(consultation_tables, "refuse_told_apart", lambda *_: None)
        then = told(tmp_path / "then", "consultation", school(4, "each", "2"))
    assert "2+3" in set(people(then, "profile", breakdown="school0")["group"])
    merged = counted(then, "profile", "breakdown", "school0", group="2+3")
    assert merged - counted(then, "profile", "breakdown", "school1", group="high") == 4
    with pytest.raises(PublicationError, match="set apart a group that is too small") as found:
        told(tmp_path / "now", "consultation", school(4, "each", "2"))
    assert str(found.value).endswith("take out: `profile: school1`.")


@pytest.mark.parametrize("name", ["school", "more"])
def test_a_group_of_few_came_back_from_its_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with monkeypatch.context() as off:
        off.setattr(consultation_tables, "refuse_told_apart", lambda *_: None)
        then = told(tmp_path / "then", "consultation", school(4, "each", shown=(name,)))
    response = {"school": "2", "more": "1"}[name]
    assert counted(then, "answers", "question", name, response=response) == 4
    with pytest.raises(PublicationError, match="`profile: school0` and `questions: " + name):
        told(tmp_path / "now", "consultation", school(4, "each", shown=(name,)))


def test_a_group_of_few_came_back_from_several_conditions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked of the few and of those who strongly agree: the base less these, whom answers count."""

    def change(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        school(4, "each", shown=("more",))(texts, frames)
        frame = frames["contributions"]
        any_of = frame["school"].eq("2") | frame["registre"].eq("1")
        frame["more"] = any_of.map({True: "1", False: "97"})
        lead = texts["questionnaire"]["questions"]["more"]["base"]
        also = {"question": "registre", "codes": [1]}
        texts["questionnaire"]["questions"]["more"]["base"] = {"any": [lead, also]}

    with monkeypatch.context() as off:
        off.setattr(consultation_tables, "refuse_told_apart", lambda *_: None)
        then = told(tmp_path / "then", "consultation", change)
    base = people(then, "answers", question="more")["n"].iloc[0]
    assert 0 < base - counted(then, "answers", "question", "registre", response="1") <= 4
    with pytest.raises(PublicationError, match="`profile: school0` and `questions: more`"):
        told(tmp_path / "now", "consultation", change)


def test_who_is_left_out_of_a_sensitive_breakdown_came_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as off:
        off.setattr(consultation_tables, "refuse_told_apart", lambda *_: None)
        then = told(tmp_path / "then", "consultation", school(3, "-", sensitive=True))
    everybody = then.facts["sizes"]["main"]["2025"]["n"]
    assert everybody - people(then, "profile", breakdown="school0")["n"].iloc[0] == 3
    with pytest.raises(PublicationError, match="whose groups leave few people out"):
        told(tmp_path / "now", "consultation", school(3, "-", sensitive=True))


@pytest.mark.parametrize(
    ("few", "cuts", "shown", "sensitive"),
    [
        (4, ("each",), (), False),  # merged, and told once
        (4, ("1",), ("school", "more"), False),  # few gave an answer, and no group is small
        (40, ("each", "1"), ("school", "more"), False),
        (40, ("-",), (), True),
        (4, ("-",), (), False),
    ],
)
def test_what_sets_no_group_apart_goes_out(
    tmp_path: Path, few: int, cuts: tuple[str, ...], shown: tuple[str, ...], sensitive: bool
) -> None:
    store = told(tmp_path, "consultation", school(few, *cuts, shown=shown, sensitive=sensitive))
    assert len(people(store, "profile", breakdown="school0"))


def in_pain(few: int) -> Change:
    """Twelve people have one illness, few another, most neither; these say a word about it."""

    def change(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        frame = frames["contributions"]
        frame["ill"] = ["1"] * 12 + ["3"] * few + ["2"] * (len(frame) - 12 - few)
        sound = len(frame) - 12 - few
        frame["say"] = [""] * (12 + few) + ["fatigue"] * (sound - 1) + ["peur"]
        questions = texts["questionnaire"]["questions"]
        questions["ill"] = asked("Ill", "123", sensitive=True)
        questions["say"] = {
            "type": "open",
            "label": both("Say"),
            "wording": both("Say?"),
            "base": {"question": "ill", "codes": [2]},
            "base_label": both("neither"),
        }
        texts["consultation"]["questions"].append("ill")
        texts["consultation"]["words"].append("say")

    return change


def test_the_words_of_some_told_how_few_the_others_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as off:
        off.setattr(consultation_tables, "refuse_told_apart", lambda *_: None)
        then = told(tmp_path / "then", "consultation", in_pain(3))
    word = people_of_words(then)
    merged = counted(then, "answers", "question", "ill", response="2+3")
    assert merged - round(word["n"] / word["share"]) == 3
    with pytest.raises(PublicationError, match="`questions: ill` and `words: say`"):
        told(tmp_path / "now", "consultation", in_pain(3))
    assert len(told(tmp_path / "many", "consultation", in_pain(30)).tables["words"])


def people_of_words(store: Store) -> pd.Series:
    return people(store, "words", question="say").iloc[0]


def themed(rare: int, second: int) -> Change:
    """Give each contribution one theme: few have one, and some a second."""

    def change(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        every = frames["contributions"]["numero"].tolist()
        said = ["biais"] * rare + ["emploi"] * second + ["formation"] * 400
        said += ["autre"] * (len(every) - len(said))
        frames["codage"] = pd.DataFrame({"contribution": every, "codeur": "A", "theme": said})
        told_of = texts["consultation"]
        told_of["coding"] = {**told_of["coding"], "coders": ["A"]}
        del told_of["coding"]["settled"]
        told_of["themes"] = {k: v for k, v in told_of["themes"].items() if k in set(said)}

    return change


def test_a_rare_theme_came_back_from_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as off:
        off.setattr(consultation_tables, "refuse_told_theme", lambda *_: None)
        themes = told(tmp_path / "then", "consultation", themed(7, 90)).tables["themes"]
    assert themes["people"].isna().sum() == 1
    assert themes["n"].iloc[0] - themes["people"].sum() == 7
    with pytest.raises(PublicationError, match="Join it to another theme") as found:
        told(tmp_path / "now", "consultation", themed(7, 90))
    assert "'biais'" in str(found.value) and " 7" not in str(found.value)


def disputed(rare: int, twice: int) -> Change:
    """Give each contribution one theme; of those that two coded, they disagree on one theme."""
    before = themed(rare, 40)

    def change(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        before(texts, frames)
        settled = frames["codage"]
        one, two = settled.iloc[:twice], settled.iloc[:twice].assign(codeur="B")
        unseen = two.index[(two["theme"] == "emploi")][5:]
        two.loc[unseen, "theme"] = "autre"
        frames["codage"] = pd.concat([one.assign(codeur="consensus"), settled, two])
        texts["consultation"]["coding"] |= {"coders": ["A", "B"], "settled": "consensus"}

    return change


def test_a_rare_theme_came_back_where_coders_disagree_on_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Agreement and alpha tell in how many contributions a coder saw what is not counted."""
    with monkeypatch.context() as off:
        off.setattr(consultation_tables, "refuse_told_theme", lambda *_: None)
        themes = told(tmp_path / "then", "consultation", disputed(7, 903)).tables["themes"]
    of = themes.set_index("theme")
    n, away = 903, 903 - int(of.loc["emploi", "agreed"])
    apart = away / n / (1 - of.loc["emploi", "alpha"])  # 2 k (2 n - k) / (2 n (2 n - 1))
    given = min(range(n), key=lambda k: abs(2 * k * (2 * n - k) / (2 * n * (2 * n - 1)) - apart))
    assert of["people"].isna().sum() == 2 and of.loc["biais", "flag"] == "x"
    assert n - of["people"].sum() - (given + away) / 2 == 7
    with pytest.raises(PublicationError, match="Join it to another theme"):
        told(tmp_path / "now", "consultation", disputed(7, 903))
    assert len(told(tmp_path / "fewer", "consultation", disputed(7, 240)).tables["themes"]) == 4


def of_those_twice(rare: int, unlike: int = 1) -> Change:
    """Forty that two coded carry one theme each, all but few seen alike; some others carry two."""
    before = themed(rare, 40)

    def change(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        before(texts, frames)
        every = frames["codage"].assign(theme="emploi")
        said = ["biais"] * rare + ["formation"] * 5 + ["emploi"] * (35 - rare)
        first = every.iloc[:40].assign(theme=said)
        second = first.assign(codeur="B", theme=said[: 40 - unlike] + ["formation"] * unlike)
        also = every.iloc[40:47].assign(theme="formation")
        settled = first.assign(codeur="consensus")
        frames["codage"] = pd.concat([first, second, settled, every.iloc[40:], also])
        texts["consultation"]["coding"] |= {"coders": ["A", "B"], "settled": "consensus"}
        del texts["consultation"]["themes"]["autre"]

    return change


def _seen(theme: pd.Series) -> set[int]:
    """Return in how many contributions either coder saw a theme, as agreement and alpha leave it."""
    n, unlike = int(theme["coded_twice"]), int(theme["coded_twice"] - theme["agreed"])
    apart = {
        given: unlike / n / (given * (2 * n - given) / (n * (2 * n - 1)))
        for given in range(unlike, 2 * n)
    }
    fits = [given for given, d in apart.items() if abs(1 - d - theme["alpha"]) < 0.0051]
    return {(given + unlike) // 2 for given in fits if (given + unlike) % 2 == 0}


def test_a_rare_theme_came_back_from_what_two_coded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of forty, 29 are seen to speak of jobs and 6 of training: the others carry the rare theme."""
    with monkeypatch.context() as off:
        off.setattr(consultation_tables, "refuse_told_theme", lambda *_: None)
        themes = told(tmp_path / "then", "consultation", of_those_twice(6)).tables["themes"]
    of = themes.set_index("theme")
    assert of["people"].sum() > of["n"].iloc[0], "all counts together tell nothing"
    assert of.loc["biais", "flag"] == "x"
    training = [n for n in _seen(of.loc["formation"]) if n - 1 <= of.loc["formation", "people"]]
    assert 40 - max(_seen(of.loc["emploi"])) - max(training) > 1
    with pytest.raises(PublicationError, match="Join it to another theme"):
        told(tmp_path / "now", "consultation", of_those_twice(6))
    assert len(told(tmp_path / "alike", "consultation", of_those_twice(6, 0)).tables["themes"]) == 3


@pytest.mark.parametrize(("rare", "second"), [(1, 90), (10, 90), (4, 4)])
def test_a_rare_theme_that_others_do_not_tell_goes_out(
    tmp_path: Path, rare: int, second: int
) -> None:
    themes = told(tmp_path, "consultation", themed(rare, second)).tables["themes"]
    assert len(themes) == 4


def met(*changes: tuple[str, str]) -> Change:
    def change(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        for frame in frames.values():
            ill(frame, 3)
            frame["pain"] = ["1"] * 20 + ["2"] * 3 + ["3"] * (len(frame) - 23)
        first = frames["avant"]["numero"]
        frames["apres"]["pain"] = frames["apres"]["numero"].map(
            dict(zip(first, frames["avant"]["pain"], strict=True))
        )
        frames["apres"]["pain"] = frames["apres"]["pain"].fillna("3")
        follow(texts)
        pain = texts["questionnaire"]["questions"]["pain"] = asked("Pain", "123", sensitive=True)
        pain["scale"]["nets"] = {"some": {"label": both("some"), "codes": [1, 2]}}
        texts["panel"]["changes"] += [{"question": q, "net": net} for q, net in changes]

    return change


def test_a_panel_tells_nothing_of_a_question_that_follows_a_sensitive_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as off:
        off.setattr(panel_tables, "led_by_sensitive", lambda *_: ())
        before = told(tmp_path / "before", "panel-citoyen", met())
    assert people(before, "answers", question="care", wave="2025-avant")["n"].iloc[0] == 3
    after = told(tmp_path / "after", "panel-citoyen", met())
    assert not {"care", "sport"} & set(after.tables["answers"]["question"])
    assert "registre" in set(after.tables["answers"]["question"])


def test_how_people_moved_told_of_few_by_two_nets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(participation, "_kept_quiet", lambda *_: ())
    # nobody changed, and what nobody did is merged: that hid what two nets side by side would tell
    monkeypatch.setattr(minipublic, "merge_small", lambda cells, *_, **__: cells)
    store = told(tmp_path, "panel-citoyen", met(("pain", "1"), ("pain", "some")))
    moves = people(store, "panel_moves", question="pain", cell="stayed_in")
    once, more = (people(store, "panel_moves", question="pain", response=r) for r in ("1", "some"))
    assert 0 < moves["people"].diff().iloc[-1] < 5
    assert once["people"].min() == 0 == more["people"].min()  # no cell of few in either


FAULTS = [
    ([("pain", "1"), ("pain", "some")], "'pain' is sensitive and stands more than once"),
    ([("care", "1")], "'care', which is put to people by their answer to the sensitive question"),
]


@pytest.mark.parametrize(("changes", "said"), FAULTS)
def test_what_a_panel_may_not_compare(
    tmp_path: Path, changes: list[tuple[str, str]], said: str
) -> None:
    with pytest.raises(DefinitionError, match=said):
        told(tmp_path, "panel-citoyen", met(*changes))


def test_a_question_does_not_tell_what_a_quota_merges(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one non-binary member is merged with the women, and stood alone among the answers."""

    def asked_again(texts: dict[str, Content], frames: dict[str, pd.DataFrame]) -> None:
        for frame in frames.values():
            frame["sexe"] = ["3"] + ["1"] * 19 + ["2"] * (len(frame) - 20)
        texts["questionnaire"]["questions"]["sexe"] = asked("Sexe", "123")

    with pytest.raises(DefinitionError, match="the quota 'sexe' is sensitive"):
        told(tmp_path / "now", "panel-citoyen", asked_again)
    monkeypatch.setattr(participation, "_kept_quiet", lambda *_: ())
    store = told(tmp_path / "then", "panel-citoyen", asked_again)
    alone = people(store, "answers", question="sexe", response="3")["people"]
    assert alone.tolist() == [1, 1]
    assert "F+X" in set(store.tables["profile"]["group"])


def test_a_panel_is_not_rounded(tmp_path: Path) -> None:
    def rounded(texts: dict[str, Content], _: dict[str, pd.DataFrame]) -> None:
        texts["survey"]["confidentiality"]["rounding"] = {"bases": 5}

    with pytest.raises(DefinitionError, match="does not reach a panel"):
        told(tmp_path, "panel-citoyen", rounded)
