"""A writer's title may replace padai's, and claims no more than the verdicts of its figure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from padai.errors import PublicationError
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Difference
from padai.publishing.exhibits import exhibit
from padai.publishing.exhibits.exhibit_items import Item, cell_of, change_of
from padai.publishing.exhibits.title_claims import checked_title, too_far
from padai.survey import Block, Text
from tests.publishing_store import BODIES, WAVES, make_store

LAST, NOW = WAVES[-2], WAVES[-1]
VERBS = {
    "fr": {"rose": "en hausse", "fell": "en baisse", "stable": "stable"},
    "en": {"rose": "up", "fell": "down", "stable": "stable"},
}


@pytest.fixture(scope="module", params=["fr", "en"])
def context(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Context:
    return Context(make_store(tmp_path_factory.mktemp("titles")), request.param)


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return [Item(f"trust_{body}", "trust") for body in BODIES]


def judged(context: Context, items: list[Item]) -> list[tuple[Item, Difference]]:
    found = [(i, d) for i in items if (d := change_of(context.lookup, i)) is not None]
    return [(i, d) for i, d in found if d.verdict in VERBS[context.lang]]


def since(context: Context, wave: str = LAST) -> str:
    return context.say(f"depuis {wave}", f"since {wave}")


def size(context: Context, points: float) -> str:
    return f"{context.numbers.decimal(abs(points), 1)} points"


def title(context: Context, item: Item, verdict: str, when: str, more: str = "") -> str:
    return f"{context.label(item.question)}: {VERBS[context.lang][verdict]} {when}{more}"


def words(context: Context, text: str, items: list[Item]) -> list[str]:
    return [w.word for w in too_far(context, text, items)]


def test_what_the_verdict_says_may_be_written(context: Context, items: list[Item]) -> None:
    seen = set()
    for item, change in judged(context, items):
        more = f" ({size(context, 100 * change.estimate)})"
        text = title(context, item, change.verdict, since(context), more)
        assert words(context, text, items) == []
        assert checked_title(context, text, items, "here") == f"{text}."
        seen.add(change.verdict)
    assert {"rose", "fell", "stable"} & seen


def test_another_direction_period_or_size_is_refused(context: Context, items: list[Item]) -> None:
    checked = 0
    for item, change in judged(context, items):
        for verdict, verb in VERBS[context.lang].items():
            if verdict != change.verdict:
                text = title(context, item, verdict, since(context))
                assert words(context, text, items) == [verb.split()[-1]]
        other = title(context, item, change.verdict, since(context, WAVES[1]))
        assert words(context, other, items)
        wrong = f" ({size(context, 100 * change.estimate + 3)})"
        number = wrong.strip(" ()").split()[0]
        text = title(context, item, change.verdict, since(context), wrong)
        assert words(context, text, items) == [number]
        bare = f"{context.label(item.question)}: {VERBS[context.lang][change.verdict]}"
        assert words(context, bare, items)
        checked += 1
    assert checked >= 2


def test_a_comparison_across_a_break_is_refused(context: Context) -> None:
    item = Item("trust_police", "trust")
    change = change_of(context.lookup, item)
    assert change is not None and change.verdict == "not comparable"
    text = title(context, item, "rose", since(context, change.reference))
    (found,) = too_far(context, text, [item])
    assert "compar" in found.said.en and "comparent" in found.said.fr


def test_a_majority_needs_its_interval_above_a_half(context: Context, items: list[Item]) -> None:
    word = context.say("majorité", "majority")
    outcomes = set()
    for item in items:
        cell = cell_of(context.lookup, item)
        assert cell is not None
        text = f"{context.label(item.question)}: {word}"
        above = cell.conf_low > 0.5
        assert words(context, text, items) == ([] if above else [word])
        outcomes.add(above)
    assert outcomes == {True, False}


def test_an_undecided_result_bears_no_direction_and_no_stillness(
    context: Context, items: list[Item]
) -> None:
    item = Item("effect_me", "mean")
    change = change_of(context.lookup, item)
    assert change is not None
    others = [v for v in VERBS[context.lang] if v != change.verdict]
    for verdict in others:
        assert words(context, title(context, item, verdict, since(context)), [item])
    still = context.say("inchangé depuis", "unchanged since")
    assert words(context, f"{context.label(item.question)}: {still} {LAST}", items)


@pytest.mark.parametrize(
    ("fr", "en"),
    [("grâce à", "because"), ("fortement", "sharply"), ("explique", "explains")],
)
def test_cause_and_strength_are_never_shown(
    context: Context, items: list[Item], fr: str, en: str
) -> None:
    word = context.say(fr, en)
    item, change = judged(context, items)[0]
    text = title(context, item, change.verdict, since(context), f" {word} x")
    assert word in words(context, text, items)


def test_the_title_stands_in_the_figure_and_the_old_one_under_it(
    context: Context, items: list[Item], monkeypatch: pytest.MonkeyPatch
) -> None:
    from padai.publishing.engine import pictures

    monkeypatch.setattr(pictures, "save_figure", lambda *_, **__: "x.svg")
    item, change = judged(context, items)[0]
    text = title(context, item, change.verdict, since(context))
    block = Block(
        kind="changes",
        questions=(item.question,),
        title=Text(fr="Écarts", en="Gaps"),
        finding=Text(fr=text, en=text),
    )
    said = exhibit(context, block, "x").markdown.replace("\\", "")
    assert f"![{text}. [" in said
    assert context.say("Écarts, par rapport", "Gaps, compared") in said


def test_a_refusal_names_the_word_in_both_languages_and_the_way_out(
    context: Context, items: list[Item]
) -> None:
    item, change = judged(context, items)[0]
    wrong = next(v for v in VERBS[context.lang] if v != change.verdict)
    text = title(context, item, wrong, since(context))
    word = VERBS[context.lang][wrong].split()[-1]
    with pytest.raises(PublicationError) as raised:
        checked_title(context, text, items, "essai, 2025, changes")
    for told in raised.value.texts.values():
        assert word in told and "finding:" in told and "essai, 2025" in told


def test_a_kind_without_a_verdict_takes_no_title(context: Context) -> None:
    block = Block(
        kind="words",
        questions=("word",),
        title=Text(fr="Mots", en="Words"),
        finding=Text(fr="Peur", en="Fear"),
    )
    with pytest.raises(PublicationError, match="finding"):
        exhibit(context, block, "x")


def test_a_title_is_read_from_the_definition(tmp_path: Path) -> None:
    def change(survey: dict[str, Any]) -> None:
        survey["sections"][0]["blocks"][2]["finding"] = {"fr": "En hausse", "en": "Up"}

    store = make_store(tmp_path, change=change)
    assert any(b.finding for s in store.survey.sections for b in s.blocks)
