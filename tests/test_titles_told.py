"""Titles say what was counted, since when, and what moved, and say it once."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Lookup
from padai.publishing.basis.sentences import Period
from padai.publishing.exhibits import exhibit_items, moves, titles
from padai.publishing.exhibits.asked import measures
from padai.publishing.exhibits.exhibit_items import Item, change_of, series_of
from padai.publishing.exhibits.figure_names import label_of_figure, name_of_figure
from padai.publishing.exhibits.titles import title_of_changes, title_of_groups
from padai.publishing.exhibits.trend import trend
from padai.store import Store
from padai.survey import Block
from tests.publishing_store import make_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def asked(store: Store, lang: str, **other: Any) -> Context:
    """Return a context in which the question on the police is asked in another way."""
    context = Context(store, lang)
    question = context.question("trust_police").model_copy(update=other)
    context.__dict__["question"] = lambda _: question
    return context


@pytest.mark.parametrize(("lang", "answer"), [("fr", "Plutôt confiance"), ("en", "Some trust")])
def test_one_answer_of_several_is_named_where_the_question_counts_nothing(
    store: Store, lang: str, answer: str
) -> None:
    """“Forms of participation (+2.4 points)” was the share who chose one of five forms."""
    one = Item("trust_police", "2")
    several = asked(store, lang, type="multiple", headline_net="2")
    assert name_of_figure(several, one) == label_of_figure(several, one) == f"Police – {answer}"
    assert title_of_groups(several, name_of_figure(several, one), []) == f"Police – {answer}."
    followed_by_nobody = asked(store, lang, headline_net=None)
    assert name_of_figure(followed_by_nobody, one) == f"Police – {answer}"


def test_a_name_stays_alone_where_it_says_what_is_counted(store: Store) -> None:
    """A union of answers, one that the team chose to follow, the yes of a yes or no, a mean."""
    net, one = Item("trust_police", "trust"), Item("trust_police", "2")
    assert name_of_figure(asked(store, "fr", type="multiple"), net) == "Police"
    assert name_of_figure(asked(store, "fr", headline_net="2"), one) == "Police"
    assert name_of_figure(asked(store, "fr", headline_net=None), Item(one.question, "mean")) == (
        "Police"
    )
    scale = Context(store, "fr").question("trust_police").scale
    assert scale is not None
    two = scale.model_copy(update={"codes": scale.codes[:2]})
    assert name_of_figure(asked(store, "fr", headline_net=None, scale=two), one) == "Police"


@pytest.mark.parametrize("withheld", [False, True])
def test_a_line_is_told_by_its_ends_and_stands_by_what_moved_between_them(
    store: Store, monkeypatch: pytest.MonkeyPatch, withheld: bool
) -> None:
    """“2.0 points a year” stood after “4.9 points” in all, as if it were less: it was seven."""
    context = Context(store, "en")
    line, step = Item("trust_schools", "trust"), Item("trust_health", "trust")
    series = series_of(context.lookup, line)
    ends = {"2021": 0.488, "2025": 0.418}
    if withheld:
        ends["2021"] = math.nan
    cells = [replace(c, estimate=ends.get(c.wave, 0.45)) for c in series]
    monkeypatch.setattr(exhibit_items, "series_of", lambda *_: cells)
    span = SimpleNamespace(first_wave="2021", last_wave="2025")
    monkeypatch.setattr(exhibit_items, "told_of", lambda *_: span)
    periods = [
        ("A", step, Period("ends", "fell", -0.049, -0.08, -0.01, "2021", "2025", True)),
        ("B", line, Period("slope", "fell", -0.02, -0.03, -0.01, "2021", "2025", True)),
    ]
    said = moves.periods_sentence(context, periods).replace("\u00a0", " ")
    yearly = "“B” fell by 2.0 points a year"
    if withheld:
        assert said.endswith("“A” fell by 4.9 points and “B” by 2.0 points a year.")
    else:
        assert f"{yearly} (from 48.8% to 41.8%) and “A” by 4.9 points." in said


def test_the_title_of_a_figure_of_changes_counts_the_stable(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three names of what did not move made of a title of one finding a paragraph of sixty words."""
    context = Context(store, "en")
    named = [(context.label(q), Item(q, "trust")) for q in store.survey.questions if "trust_" in q]
    still = title_of_changes(context, named, "")
    assert "“Schools”" in still and "are stable" in still  # where nothing moved they are named
    moved = "trust_companies"

    def changed(lookup: Lookup, item: Item) -> Any:
        found = change_of(lookup, item)
        if found is None or item.question != moved:
            return found
        return replace(found, verdict="rose", estimate=0.08)

    monkeypatch.setattr(titles, "change_of", changed)
    said = title_of_changes(context, named, "").replace("\u00a0", " ")
    assert said == (
        "Since 2024, “Private companies” has risen by 8.0 points; "
        "four other results are stable (within ± 6 points)."
    )


def test_a_list_does_not_say_what_the_title_under_it_says(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“Gains 6.9 points: Use of AI (6.9 points)”, then “Use of AI gains 6.9 points”."""
    from padai.publishing.basis.sentences import Period
    from padai.publishing.exhibits import told_once
    from padai.publishing.exhibits import trend as module

    context = Context(store, "fr")
    block = Block.model_validate(
        {
            "kind": "trend",
            "questions": ["trust_companies"],
            "title": {"fr": "A", "en": "A"},
        }
    )
    for verdict, listed in (("rose", False), ("cannot_tell", True)):
        found = Period("slope", verdict, 0.02, 0.01, 0.03, "2021", "2025", True)
        for place in (exhibit_items, module, titles, told_once):
            monkeypatch.setattr(place, "period_of", lambda *_, p=found: p)
        said = trend(context, block, str(tmp_path / "figure")).markdown.replace("\u00a0", " ")
        above = said[: said.index("![")]
        assert ("depuis 2021" in above) is listed, verdict
        assert "depuis 2021" in said[said.index("![") :]  # the title
        assert "depuis 2024" in above  # what the title leaves out
    moved = replace(change_of(context.lookup, Item("trust_companies", "trust")), verdict="rose")
    for place in (module, titles, told_once):
        monkeypatch.setattr(place, "change_of", lambda *_: moved)
    said = trend(context, block, str(tmp_path / "figure")).markdown
    above, title = said[: said.index("![")], said[said.index("![") :]
    assert "depuis 2021" in above and "depuis 2024" not in above
    assert "Depuis 2024, cette part a augmenté" in title.replace("\\", "")


@pytest.mark.parametrize(("lang", "unit"), [("fr", "en\u00a0%"), ("en", "in\u00a0%")])
def test_a_line_does_not_begin_with_the_sign_of_a_unit(store: Store, lang: str, unit: str) -> None:
    """“en” ended a line under a figure and “%” began the next."""
    context = Context(store, lang)
    items = [Item("trust_police", "trust"), Item("trust_health", "gap")]
    assert f", {unit} (" in measures(context, items)
    assert measures(context, items[:1]).endswith(f", {unit}")


def test_who_hears_a_chart_hears_what_who_sees_it_reads(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“Perd entre 2021 et 2025”, without how much; and no space before the semicolons of French."""
    from padai.publishing.basis.sentences import Period
    from padai.publishing.exhibits import told_once
    from padai.publishing.exhibits import trend as module

    context = Context(store, "fr")
    block = Block.model_validate(
        {
            "kind": "trend",
            "questions": ["trust_companies"],
            "title": {"fr": "A", "en": "A"},
        }
    )
    fell = Period("ends", "fell", -0.083, -0.11, -0.05, "2021", "2025", True)
    for place in (exhibit_items, module, titles, told_once):
        monkeypatch.setattr(place, "period_of", lambda *_: fell)
    (drawn,) = module.drawn_series(context, block)
    said = drawn.alt.replace("\u00a0", " ")
    assert "perd 8,3 points entre 2021 et 2025" in said
    assert ";" in said and not re.search(r"[^\u202f];", said)
