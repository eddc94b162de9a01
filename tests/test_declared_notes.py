"""Under each figure that finds something: was it declared before the data, and who says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from padai.pipeline.seals import declared_periods, declared_rows
from padai.pipeline.seals.grades import Sealed
from padai.pipeline.seals.seal_text import Departure, SealText
from padai.publishing.basis.context import Context
from padai.publishing.exhibits.declarations import declared_note, declared_of_items
from padai.publishing.exhibits.exhibit_items import Item
from padai.store import Store
from tests.publishing_store import make_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("declared") / "s")


def declared(store: Store, code: str) -> Store:
    changes = store.tables["differences"].assign(declared=code)
    return replace(store, tables={**store.tables, "differences": changes})


def judged(store: Store) -> Item:
    frame = store.tables["differences"]
    own = frame[
        (frame["verdict"] != "")
        & (frame["breakdown"] == "total")
        & (frame["part"] == "main")
        & (frame["wave"] == store.wave)
    ]
    row = own.iloc[0]
    return Item(row["question"], row["response"])


WORDS = {
    "stamped": ("déclarées avant les données.", "declared before the data."),
    "published": ("déclarées avant les données.", "declared before the data."),
    "asserted": ("déclarées, selon l’équipe.", "declared, according to the team."),
    "changed": ("changées après.", "changed after."),
    "found": ("trouvées en regardant.", "found by looking."),
}


@pytest.mark.parametrize("code", WORDS)
def test_a_figure_says_what_was_declared(store: Store, code: str) -> None:
    for lang, words in zip(("fr", "en"), WORDS[code], strict=True):
        context = Context(declared(store, code), lang)
        said = declared_of_items(context, [judged(store)])
        assert said.endswith(words) and "(" not in said


def test_where_they_differ_each_is_counted(store: Store) -> None:
    context = Context(declared(store, "found"), "fr")
    one = context.lookup.last_change(judged(store).question, judged(store).response)
    assert one is not None
    told = [
        one,
        one,
        replace(one, declared="stamped"),
        replace(one, declared="published"),
        replace(one, verdict=""),
        replace(one, verdict="not comparable"),
        None,
    ]
    said = declared_note(context, told)
    assert "déclarées avant les données (2)" in said and "trouvées en regardant (2)" in said


def test_what_is_not_judged_says_nothing(store: Store) -> None:
    assert declared_note(Context(store, "fr"), [None]) == ""
    assert declared_of_items(Context(store, "fr"), [Item("no", "such")]) == ""


SLOPES = pd.DataFrame(
    [
        ("main", "q1", "trust", "total", "total", "headline-slopes", "", "rose"),
        ("main", "q2", "trust", "total", "total", "headline-slopes", "", "fell"),
        ("main", "q1", "trust", "total", "total", "", "", ""),
    ],
    columns=["part", "question", "response", "breakdown", "group", "family", "breaks", "verdict"],
)


def test_a_whole_period_has_the_grade_of_what_it_rests_on(store: Store) -> None:
    items = {
        (kind, name): "1"
        for kind, name in (
            ("question", "q1"),
            ("question", "q2"),
            ("family", "headline"),
            ("question", "gender"),
            ("breakdown", "gender"),
        )
    }
    sealed = Sealed("stamped", SealText(items), None, None, None, (), ())
    assert declared_periods(sealed, store.survey, SLOPES) == ["stamped", "stamped", ""]
    moved = replace(sealed, changes=(Departure("question", "q2", "changed"),))
    assert declared_periods(moved, store.survey, SLOPES) == ["stamped", "changed", ""]
    regrouped = replace(sealed, changes=(Departure("family", "headline", "changed"),))
    assert declared_periods(regrouped, store.survey, SLOPES) == ["changed", "changed", ""]


def test_a_late_key_result_claims_no_more_in_its_family(store: Store) -> None:
    """“Found by looking” stood beside a headline that was “declared, according to the team”."""
    result = store.survey.key_results[0]
    own = SLOPES.assign(response=result.net, breakdown=result.breakdown, group=result.group)
    own.loc[0, "question"] = result.question
    asserted = Sealed("asserted", None, None, None, None, ("no_seal",), ())
    assert declared_periods(asserted, store.survey, own) == ["asserted", "asserted", ""]
    late = declared_periods(asserted, store.survey, own, [result.id])
    assert late == ["found", "asserted", ""]
    frame = own.assign(family="headline")
    assert declared_rows(asserted, store.survey, frame, [result.id])[:2] == ["found", "asserted"]


def test_the_code_of_each_period_is_in_the_open_data(built_example: Path) -> None:
    path = max(built_example.rglob("open/slopes.csv"))  # of the last edition
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    told = frame[frame["verdict"] != ""]
    assert len(told) and (told["declared"] == "asserted").all()
    assert (frame.loc[frame["verdict"] == "", "declared"] == "").all()
