"""What no verb can use is refused in the reader's language: never an error of another library."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import PadaiError, speaking
from padai.words.figures import rounded
from tests.builders import mini, respondents
from tests.every_result import ITEMS, YES, results, waves

verbs: Any = padai  # calls that are wrong on purpose
ENGLISH = re.compile(r"\b(the|is|are|must|of|was|not|with|this|cannot|from|does)\b")


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> padai.Survey:
    folder = tmp_path_factory.mktemp("wrong")
    return padai.load_survey(mini(folder, {"2025": respondents(seed=9, first_id=5001)}))


def in_french(call: Callable[[], object]) -> str:
    """Return what a session in French says of a call."""
    with speaking("fr"):
        with pytest.raises(PadaiError) as caught:
            call()
        text = str(caught.value)
    assert len(english(text)) < 2, text
    return text


def english(text: str) -> list[str]:
    """Return the English words of a message, what it repeats of the call left out."""
    return ENGLISH.findall(re.sub(r"'[^']*'|`[^`]*`|«[^»]*»", "", text))


def test_what_is_unknown_is_no_net() -> None:
    last, stack = waves()[-1], padai.stack(waves(), overlap="respondent")
    for call in (
        lambda: verbs.trend(stack, "yes", net=pd.NA),
        lambda: verbs.standardise(stack, "yes", net=pd.NA, by="sex", to="2025"),
        lambda: verbs.paired_change(waves()[-2], last, "yes", net=pd.NA, weight=None),
    ):
        assert "`net`" in in_french(call)


def test_a_definition_is_no_list_of_names(survey: padai.Survey) -> None:
    last = waves()[-1]
    for call in (
        lambda: verbs.quantile(last, "x", by=survey),
        lambda: verbs.term_test(padai.glm(last, "yes ~ x"), survey),
        lambda: verbs.quantile(last, survey),
    ):
        assert "Survey" in in_french(call)


def test_earlier_waves_are_waves(survey: padai.Survey) -> None:
    later, before = padai.read_wave(survey, "2025"), padai.read_wave(survey, "2024")
    for earlier in ("2024", {"x": [1]}, float("nan"), 10**30, survey, [last := "2024"]):
        assert "`earlier`" in in_french(
            lambda earlier=earlier: verbs.validate(later, earlier=earlier)
        )
    assert last == "2024"
    alone = verbs.validate(later, earlier=before)
    assert alone.frame.equals(padai.validate(later, earlier=[before]).frame)


@pytest.mark.parametrize("stage", [np.array([1.0, np.nan]), pd.NA, "late", 3])
def test_a_stage_is_one_of_its_words(survey: padai.Survey, stage: Any) -> None:
    wave = padai.read_wave(survey, "2024")
    assert re.search("stage|étape", in_french(lambda: verbs.validate(wave, stage=stage)))


@pytest.mark.parametrize("folder", [[1, 2], None, {"a": 1}, 3, pd.DataFrame()])
def test_a_path_is_a_path(folder: Any) -> None:
    in_french(lambda: verbs.open_store(folder))
    in_french(lambda: verbs.write_wave(waves()[0], folder))
    in_french(lambda: verbs.load_survey(folder))
    in_french(lambda: verbs.build(folder))


def test_a_folder_that_is_not_there_is_not_looked_for_around_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The folder above was hashed whole: of ``/nothing``, the machine."""
    from padai.pipeline.builds import unchanged

    hashed: list[Path] = []
    monkeypatch.setattr(unchanged, "_definition", lambda folder: hashed.append(folder) or "")
    in_french(lambda: padai.build(Path("/nothing-stands-here")))
    assert not hashed


def test_a_policy_of_a_design_is_a_word() -> None:
    for policy in (pd.DataFrame(), np.array([1, 2]), 3, pd.NA):
        in_french(lambda policy=policy: verbs.Design(lonely_psu=policy))
        in_french(lambda policy=policy: verbs.Design(missing_weight=policy))


def test_more_replicates_than_can_be_held_are_refused() -> None:
    last = waves()[-1]
    found = in_french(lambda: padai.replicate_weights(last, "bootstrap", n=10**30, seed=1))
    assert "100000 au plus" in found


def test_a_function_of_scores_takes_ranks_and_total() -> None:
    last = waves()[-1]
    assert "deux arguments" in in_french(lambda: verbs.ranktest(last, "x", "sex", scores=len))
    own = padai.ranktest(last, "x", "sex", scores=lambda ranks, total: ranks / total)
    known = padai.ranktest(last, "x", "sex", scores="wilcoxon")
    assert own.statistic == known.statistic


def test_a_variable_counts_once_in_a_model_of_who_took_part() -> None:
    last, other = waves()[-1], waves()[0]
    one, twice = (
        verbs.nonprob(last, "yes", reference=other, variables=each, net=[1], other_year=True)
        for each in (["sex"], ["sex", "sex"])
    )
    assert twice.frame.equals(one.frame)


def test_a_number_of_any_size_is_written() -> None:
    assert rounded(1e30, 2) == Decimal("1E+30")
    assert rounded(2.345, 2) == Decimal("2.34")
    assert rounded(1e15, 3) == Decimal("1000000000000000")
    trend = results()["trend"]
    with speaking("fr"):
        wide = padai.difference(trend, "2025", "2024", family="one", margin=10**30)
        assert "±" in wide.to_markdown()


WRONG = (
    None, 0, -1, 1.5, float("nan"), float("inf"), True, "", "nope", "2031", [], ["nope"], [None],
    [1, 2], (), {}, {"a": 1}, {"sex": {"F": 2}}, object(), np.array([1.0, np.nan]), pd.DataFrame(),
    b"x", 10**30, "~ x", "yes ~ x +* y", {"yes": []}, {"yes": ["z"]}, pd.NA, 1j, ["sex", "sex"],
    "sex*area", "*", dt.date(2020, 1, 1), Path("/nothing"),
)  # fmt: skip


def calls() -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """One good call of each verb that takes people or estimates."""
    few = waves()[-2:]
    before, last = few
    stack, trend = padai.stack(few, overlap="respondent"), results()["trend"]
    return [
        ("proportion", (last, "yes"), {"by": "sex", "net": YES, "ci": "logit", "level": 0.9}),
        ("mean", (last, "x"), {"by": "sex", "where": {"sex": ["F"]}}),
        ("quantile", (last, "x"), {"probs": [0.5], "by": "sex"}),
        ("crosstab_test", (last, "q", "sex"), {"statistic": "F"}),
        ("ranktest", (last, "x", "sex"), {"scores": "wilcoxon"}),
        ("glm", (last, "yes ~ x"), {"family": "binomial"}),
        ("rake", (last, {"sex": {"F": 0.5, "M": 0.5}}), {"bounds": (0.2, 5.0)}),
        ("trim", (last,), {"lower": 0.3, "upper": 3.0, "strict": False, "rerake": False}),
        ("stack", (few,), {"overlap": "respondent"}),
        ("trend", (stack, "yes"), {"net": YES, "by": "sex"}),
        ("difference", (trend, "2025", "2024"), {"family": "one", "adjust": "holm"}),
        ("plan", (trend,), {"n": [500], "power": 0.8}),
        ("standardise", (stack, "yes"), {"net": YES, "by": "sex", "to": "2025"}),
        ("paired_change", (before, last, "yes"), {"net": YES, "weight": None, "by": "sex"}),
        ("with_index", (last, "ix", list(ITEMS)), {"ranges": ITEMS, "answered": 0.6}),
        ("part_contrast", (last, before, "yes"), {"net": YES, "by": "sex", "randomised": False}),
    ]


def test_three_hundred_wrong_calls_are_refused_in_french() -> None:
    """Any of them may be right; none is an error of pandas, numpy, scipy or Python."""
    jobs = [
        (name, (*args[:at], wrong, *args[at + 1 :]), options)
        for name, args, options in calls()
        for at in range(len(args))
        for wrong in WRONG
    ] + [
        (name, args, options | {key: wrong})
        for name, args, options in calls()
        for key in options
        for wrong in WRONG
    ]
    refused = 0
    for name, args, options in random.Random(21).sample(jobs, 300):
        with speaking("fr"):
            try:
                getattr(padai, name)(*args, **options)
            except PadaiError as error:
                refused += 1
                assert len(english(str(error))) < 2, (name, args, options, str(error))
    assert refused > 200


ANSWERS = (
    pd.DataFrame({"a": ["Secret77", "Secret78"]}),
    pd.Series(["Secret77", "Secret78"]),
    np.array(["Secret77", "Secret77"], dtype=object),
)


def test_no_message_repeats_a_column_that_was_given_by_mistake(tmp_path: Path) -> None:
    """The answers of respondents stand in it: what was given is named by its type."""
    last, trend = waves()[-1], results()["trend"]
    more: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
        ("Wave", (last.frame, padai.Design()), {"date": None, "id": "1"}),
        ("Design", (), {"lonely_psu": "fail", "missing_weight": None, "weight": "w"}),
        ("load_survey", (tmp_path,), {}),
        ("open_store", (tmp_path,), {}),
        ("calibrate", (last, {"sex": {"F": 0.5, "M": 0.5}}), {"bounds": (0.2, 5.0)}),
        ("replicate_weights", (last, "bootstrap"), {"n": 10, "seed": 1}),
        ("slope", (trend,), {"on": "points"}),
        ("adjust_p", ([0.1, 0.2], "holm"), {}),
        ("difference", (trend, "2025", "2024"), {"margin": 2.0, "family": "one"}),
    ]
    for name, args, options in [*calls(), *more]:
        for wrong in ANSWERS:
            tried = [((*args[:k], wrong, *args[k + 1 :]), options) for k in range(len(args))]
            tried += [(args, options | {key: wrong}) for key in options]
            for given, named in tried:
                try:
                    getattr(padai, name)(*given, **named)
                except PadaiError as error:
                    assert "Secret7" not in str(error), (name, str(error))
