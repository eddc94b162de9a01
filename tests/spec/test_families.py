"""Which comparisons share a family, on a survey of two questions."""

from __future__ import annotations

from padai.publishing.basis.vocabulary import vocabulary
from padai.survey import DesignSpec, Net, Question, Scale, Survey
from padai.trends.families import (
    families_of,
    family_responses,
    followed_response,
    has_verdicts,
)
from tests.tiny import TEXT, tiny_survey


def survey(**more: object) -> Survey:
    scale = Scale(codes={"1": {"fr": "oui"}, "2": {"fr": "non"}})
    nets = (Net(id="yes", label=TEXT, codes=("1",)), Net(id="no", label=TEXT, codes=("2",)))
    asked = {"label": TEXT, "wording": {"fr": "a"}}
    questions = {
        "headed": Question(id="headed", scale=scale, nets=nets, headline_net="yes", **asked),
        "netted": Question(id="netted", scale=scale, nets=nets, **asked),
        "scored": Question(id="scored", type="rating", scale=Scale(points=(0, 10)), **asked),
        "plain": Question(id="plain", scale=scale, **asked),
    }  # fmt: skip
    return tiny_survey(
        questions.values(),
        **more,
    )


def responses(of: Survey) -> dict[str, tuple[str, ...]]:
    return {name: family_responses(q, of) for name, q in of.questions.items()}


def test_the_headline_net_else_every_net_else_the_mean() -> None:
    assert responses(survey()) == {
        "headed": ("yes",),
        "netted": ("yes", "no"),
        "scored": ("mean",),
        "plain": (),
    }


def test_the_nets_of_key_results_count_for_their_own_question() -> None:
    key = {"id": "k", "question": "headed", "net": "no", "label": TEXT, "declared": "2024-01-01"}
    other = {**key, "id": "l", "question": "netted"}
    assert responses(survey(key_results=(key, other))) == {
        "headed": ("yes", "no"),
        "netted": ("no",),
        "scored": ("mean",),
        "plain": (),
    }


def test_what_a_tile_grid_shows_comes_last() -> None:
    def section(kind: str, net: str | None, questions: tuple[str, ...]) -> Survey:
        block = {"kind": kind, "net": net, "questions": questions, "title": TEXT}
        return survey(sections=({"id": "s", "title": TEXT, "blocks": (block,)},))

    assert responses(section("tiles", "no", ("headed",)))["headed"] == ("yes", "no")
    assert responses(section("tiles", "no", ("netted",)))["headed"] == ("yes",)
    assert responses(section("trend", "no", ("headed",)))["headed"] == ("yes",)
    assert responses(section("tiles", None, ("headed",)))["headed"] == ("yes",)


def test_one_response_a_question_has_a_verdict() -> None:
    def followed(of: Survey) -> dict[str, str | None]:
        return {name: followed_response(q, of) for name, q in of.questions.items()}

    assert followed(survey()) == {
        "headed": "yes",
        "netted": "yes",
        "scored": "mean",
        "plain": None,
    }
    block = {"kind": "bars", "net": "no", "questions": ("headed", "netted"), "title": TEXT}
    shown = survey(sections=({"id": "s", "title": TEXT, "blocks": (block,)},))
    assert followed(shown)["headed"] == "yes", "the declared net comes before what a chapter shows"
    assert followed(shown)["netted"] == "no"


def test_a_declared_family_takes_its_comparisons_of_the_total() -> None:
    first = {
        "id": "main",
        "label": TEXT,
        "comparisons": ({"question": "headed", "net": "yes"}, {"question": "netted", "net": "no"}),
    }
    second = {"id": "late", "label": TEXT, "comparisons": ({"question": "headed", "net": "yes"},)}
    found = families_of(survey(families=(first, second)), ["sex", "sex"])
    assert found.of == {
        ("headed", "yes", "total", ""): "main",
        ("netted", "no", "total", ""): "main",
        ("headed", "yes", "sex", ""): "headed:sex",
        ("netted", "yes", "total", ""): "other",
        ("netted", "yes", "sex", ""): "netted:sex",
        ("scored", "mean", "total", ""): "other",
        ("scored", "mean", "sex", ""): "scored:sex",
    }
    assert found.members["main"] == (("headed", "yes", "total", ""), ("netted", "no", "total", ""))
    assert "late" not in found.members
    assert found.family("headed", "yes", "sex", "F") == "headed:sex"
    assert found.family("headed", "no", "sex", "F") is None


def test_every_key_result_is_in_the_first_family_one_group_alone() -> None:
    key = {"id": "k", "question": "scored", "net": "mean", "label": TEXT, "declared": "2024-01-01"}
    group = {**key, "id": "g", "question": "headed", "net": "yes", "breakdown": "sex", "group": "F"}
    first = {"id": "main", "label": TEXT, "comparisons": ({"question": "headed", "net": "yes"},)}
    for families, name in (((first,), "main"), ((), "headline")):
        found = families_of(survey(families=families, key_results=(key, group)), ["sex"])
        assert found.family("scored", "mean", "total", "total") == name
        assert found.family("headed", "yes", "sex", "F") == name
        assert found.family("headed", "yes", "sex", "M") == "headed:sex"


def test_a_chapter_is_a_family_and_a_small_one_joins_the_others() -> None:
    def chapter(name: str, questions: tuple[str, ...]) -> dict[str, object]:
        block = {"kind": "bars", "questions": questions, "title": TEXT}
        return {"id": name, "title": TEXT, "blocks": (block,)}

    four = survey()
    asked = {**four.questions}
    for n in range(4):
        asked[f"q{n}"] = four.questions["headed"].model_copy(update={"id": f"q{n}"})
    sections = (chapter("big", ("q0", "q1", "q2", "q3")), chapter("small", ("headed", "q0")))
    found = families_of(survey(sections=sections).model_copy(update={"questions": asked}), [])
    assert {q for q, *_ in found.members["chapter:big"]} == {"q0", "q1", "q2", "q3"}
    assert {q for q, *_ in found.members["other"]} == {"headed", "netted", "scored"}
    assert set(found.members) == {"chapter:big", "other"}


def test_a_part_beside_the_main_one_without_weights_has_no_verdict() -> None:
    made = survey()
    wave = made.wave_defs["1"]
    main = wave.parts["main"]
    beside = main.model_copy(update={"id": "phone"})
    given = beside.model_copy(update={"design": DesignSpec(weight="w")})
    for part, judged in ((main, True), (beside, False), (given, True)):
        parts = {"main": main, part.id: part}
        both = made.model_copy(
            update={"wave_defs": {"1": wave.model_copy(update={"parts": parts})}}
        )
        assert has_verdicts(both, "1", part.id) == judged


def test_what_an_interval_accounts_for_is_what_was_done() -> None:
    said = {
        how: vocabulary("probability", "en", "95%", how)
        for how in ("calibrated", "delivered", "none")
    }
    assert "for calibration" in said["calibrated"].precision
    assert "calibration" not in said["delivered"].precision + said["none"].precision
    assert "not weighted" in said["none"].precision
    assert (said["none"].people, said["delivered"].people) == (
        "of respondents",
        "of the population",
    )
    assert "calage" not in vocabulary("probability", "fr", "95 %", "none").precision
