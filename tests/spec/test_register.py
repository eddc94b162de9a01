"""The follow-up register: days, delays and counts worked out by hand on four results."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from padai.errors import DefinitionError
from padai.followup.stages.register import (
    PublishedResult,
    check_sources,
    outcomes_of,
    register,
    totals,
)
from padai.survey import Text, load_survey
from padai.survey.decisions import DecisionsFile

DAY = dt.date(2025, 1, 1)


def result(
    name: str, wave: str = "2024", published: str = "2024-10-01", **more: object
) -> PublishedResult:
    label = Text(fr=f"Constat {name}", en=f"Finding {name}")
    day = dt.date.fromisoformat(published)
    return PublishedResult("finding", "s", wave, name, label, day, **more)  # type: ignore[arg-type]


KNOWN = [result("a"), result("b"), result("c"), result("d", "2025", "2024-12-20")]


def entry(name: str, reply: str, date: str, *findings: str, **more: object) -> dict[str, object]:
    text = {"fr": "texte", "en": "text"}
    return {
        "id": name,
        "title": text,
        "body": text,
        "role": text,
        "reason": text,
        "reply": reply,
        "date": date,
        "sources": [{"finding": f, "wave": "2024"} for f in findings],
        **more,
    }


def decisions(*entries: dict[str, object], date: str = "2025-01-01") -> DecisionsFile:
    return DecisionsFile.model_validate({"date": date, "entries": list(entries)})


def rows_of(*entries: dict[str, object], as_of: dt.date = DAY, date: str = "2025-01-01"):  # type: ignore[no-untyped-def]
    found = decisions(*entries, date=date)
    return register(KNOWN, check_sources("s", found, KNOWN), as_of)


STEP = {"next_step": {"fr": "suite", "en": "step"}}
DONE = {"evidence": {"text": {"fr": "preuve", "en": "proof"}, "url": "https://example.org/a"}}


def test_what_has_no_entry_is_listed_with_the_days_it_has_waited() -> None:
    rows = rows_of()
    assert rows["source"].tolist() == ["s/2024/a", "s/2024/b", "s/2024/c", "s/2025/d"]
    # 31 October days less one, 30 of November, 31 of December, and one: 92; 11 of December and one
    assert rows["days"].tolist() == [92, 92, 92, 12]
    assert set(rows["reply"]) == {""}
    assert totals(rows)["unanswered"] == 4


def test_totals_count_results_and_not_entries() -> None:
    rows = rows_of(
        entry("one", "retenu", "2024-10-11", "a", "b", state="réalisé", **DONE),
        entry("two", "à l'étude", "2024-11-01", "b", due="2024-12-31", **STEP),
        entry("three", "non retenu", "2024-12-01", "c"),
    )
    assert totals(rows) == {
        "listed": 4,
        "answered": 3,
        "studied": 1,
        "adopted": 2,
        "refused": 1,
        "done": 2,
        "overdue": 1,
        "unanswered": 1,
    }
    by_entry = rows.set_index(["source", "entry"])
    assert by_entry.loc[("s/2024/a", "one"), "days"] == 10  # how long the reply took
    assert by_entry.loc[("s/2024/b", "two"), "overdue"] == "yes"


def test_a_reply_counts_from_its_date_on() -> None:
    late = entry("one", "retenu", "2024-12-01", "a", state="à faire", due="2025-06-01", **STEP)
    before = rows_of(late, as_of=dt.date(2024, 11, 30))
    assert before["entry"].tolist() == ["", "", ""]  # the fourth result was not published yet
    assert rows_of(late, as_of=dt.date(2024, 12, 1))["entry"].tolist()[0] == "one"


def test_a_state_holds_from_its_date_on() -> None:
    states = [
        {"date": "2024-11-01", "state": "en cours"},
        {"date": "2024-12-15", "state": "réalisé"},
    ]
    found = entry("one", "retenu", "2024-10-10", "a", state=states, **DONE)
    seen = {
        day: rows_of(found, as_of=dt.date.fromisoformat(day))["state"].tolist()[0]
        for day in ("2024-10-20", "2024-11-01", "2024-12-14", "2024-12-15")
    }
    assert list(seen.values()) == ["à faire", "en cours", "en cours", "réalisé"]


def test_due_on_the_day_is_not_overdue() -> None:
    found = entry("one", "retenu", "2024-10-10", "a", state="en cours", due="2025-01-01", **STEP)
    assert totals(rows_of(found))["overdue"] == 0
    assert totals(rows_of(found, as_of=dt.date(2025, 1, 2), date="2025-01-02"))["overdue"] == 1


def test_what_is_done_or_abandoned_is_never_overdue() -> None:
    late = {"due": "2024-11-01", **STEP}
    rows = rows_of(
        entry("one", "retenu", "2024-10-10", "a", state="réalisé", **DONE, **late),
        entry("two", "retenu", "2024-10-10", "b", state="abandonné", **late),
    )
    assert totals(rows)["overdue"] == 0


def test_a_corrected_finding_flags_every_entry_that_cites_it() -> None:
    found = decisions(
        entry("one", "non retenu", "2024-12-01", "a", "b"),
        entry("two", "non retenu", "2024-12-01", "a"),
    )
    changed = {"s/2024/a": dt.date(2024, 12, 15)}
    rows = register(KNOWN, check_sources("s", found, KNOWN), DAY, corrected=changed)
    assert rows.set_index(["source", "entry"])["corrected"].to_dict() == {
        ("s/2024/a", "one"): "yes",
        ("s/2024/a", "two"): "yes",
        ("s/2024/b", "one"): "",
        ("s/2024/c", ""): "",
        ("s/2025/d", ""): "",
    }


def test_a_reply_given_after_a_correction_knows_of_it() -> None:
    found = decisions(entry("one", "non retenu", "2024-12-15", "a"))
    changed = {"s/2024/a": dt.date(2024, 12, 15), "s/2024/b": dt.date(2024, 11, 1)}
    rows = register(KNOWN, check_sources("s", found, KNOWN), DAY, corrected=changed)
    assert rows["corrected"].tolist() == ["", "yes", "", ""]  # b waits still, and was corrected


def test_a_theme_is_listed_only_where_it_is_cited() -> None:
    theme = PublishedResult("theme", "c", "1", "t", Text(fr="t"), dt.date(2024, 6, 1), always=False)
    known = [*KNOWN, theme]
    none = register(known, check_sources("s", decisions(), known), DAY)
    assert "c/1/t" not in none["source"].tolist()
    cited = entry("one", "non retenu", "2024-12-01")
    cited["sources"] = [{"theme": "t", "survey": "c"}]
    rows = register(known, check_sources("s", decisions(cited), known), DAY)
    assert rows["source"].tolist()[-1] == "c/1/t"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            {"finding": "aa", "wave": "2024"},
            r"'2024/aa', which no release has published\. Did you mean 'a'",
        ),
        (
            {"finding": "a", "wave": "2023"},
            r"'2023/a', which no release has published\. Published in: 2024",
        ),
        ({"recommendation": "r", "survey": "p"}, r"the recommendation 'p/r', which no release"),
    ],
)
def test_an_entry_that_cites_what_is_not_there_is_refused(
    source: dict[str, str], told: str
) -> None:
    wrong = entry("one", "non retenu", "2024-12-01")
    wrong["sources"] = [source]
    with pytest.raises(DefinitionError, match=told) as caught:
        rows_of(wrong)
    assert (
        "inscription « one »".replace(" »", "\u00a0»").replace("« ", "«\u00a0")
        in caught.value.texts["fr"]
    )


def test_a_reply_before_what_it_replies_to_is_refused() -> None:
    with pytest.raises(DefinitionError, match=r"replied on 2024-09-30 .* published on 2024-10-01"):
        rows_of(entry("one", "non retenu", "2024-09-30", "a"))


def test_what_a_panel_did_not_adopt_awaits_no_reply_and_keeps_its_votes() -> None:
    panel = load_survey(Path(__file__).resolve().parents[2] / "surveys/panel-citoyen")
    outcomes = {p.id: p for p in outcomes_of(panel)}
    left = outcomes.pop("moratoire-reconnaissance")
    assert not left.always
    assert "put to the vote and not adopted by the panel: 18 in favour, 15" in left.label.get("en")
    assert "mise aux voix et non adoptée par le panel\N{NBSP}: 18 pour, 15" in left.label.get("fr")
    assert all(p.always and "(" not in p.label.get("fr") for p in outcomes.values())
