"""Which comparisons share a family, on a survey of two questions."""

from __future__ import annotations

from pathlib import Path

from padai.survey import Net, Question, Scale, Survey, Text, WaveDef
from padai.trends.families import families_of, family_responses

TEXT = Text(fr="a", en="a")


def survey(**more: object) -> Survey:
    wave = WaveDef(
        id="1", label=TEXT, fieldwork={"start": "2025-01-01", "end": "2025-01-02"},
        parts={"main": {"label": TEXT, "population": TEXT, "mode": "phone", "supplier": TEXT,
                        "sample_type": "probability", "file": "a.csv"}},
    )  # fmt: skip
    scale = Scale(codes={"1": {"fr": "oui"}, "2": {"fr": "non"}})
    nets = (Net(id="yes", label=TEXT, codes=("1",)), Net(id="no", label=TEXT, codes=("2",)))
    asked = {"label": TEXT, "wording": {"fr": "a"}}
    questions = {
        "headed": Question(id="headed", scale=scale, nets=nets, headline_net="yes", **asked),
        "netted": Question(id="netted", scale=scale, nets=nets, **asked),
        "scored": Question(id="scored", type="rating", scale=Scale(points=(0, 10)), **asked),
        "plain": Question(id="plain", scale=scale, **asked),
    }  # fmt: skip
    return Survey(
        id="tiny", title=TEXT, description=TEXT, population=TEXT, geography=TEXT, sponsor=TEXT,
        contact=TEXT, waves=("1",), path=Path(), questions=questions, scales={},
        wave_defs={"1": wave}, **more,
    )  # fmt: skip


def responses(of: Survey) -> dict[str, tuple[str, ...]]:
    return {name: family_responses(q, of) for name, q in of.questions.items()}


def test_the_headline_net_else_every_net_else_the_mean() -> None:
    assert responses(survey()) == {
        "headed": ("yes",), "netted": ("yes", "no"), "scored": ("mean",), "plain": (),
    }  # fmt: skip


def test_the_nets_of_key_results_count_for_their_own_question() -> None:
    key = {"id": "k", "question": "headed", "net": "no", "label": TEXT, "declared": "2024-01-01"}
    other = {**key, "id": "l", "question": "netted"}
    assert responses(survey(key_results=(key, other))) == {
        "headed": ("yes", "no"), "netted": ("no",), "scored": ("mean",), "plain": (),
    }  # fmt: skip


def test_what_a_tile_grid_shows_comes_last() -> None:
    def section(kind: str, net: str | None, questions: tuple[str, ...]) -> Survey:
        block = {"kind": kind, "net": net, "questions": questions, "title": TEXT}
        return survey(sections=({"id": "s", "title": TEXT, "blocks": (block,)},))

    assert responses(section("tiles", "no", ("headed",)))["headed"] == ("yes", "no")
    assert responses(section("tiles", "no", ("netted",)))["headed"] == ("yes",)
    assert responses(section("trend", "no", ("headed",)))["headed"] == ("yes",)
    assert responses(section("tiles", None, ("headed",)))["headed"] == ("yes",)


def test_a_declared_family_takes_its_comparisons_of_the_total() -> None:
    first = {"id": "main", "label": TEXT, "comparisons": ({"question": "headed", "net": "yes"},
                                                          {"question": "netted", "net": "no"})}  # fmt: skip
    second = {"id": "late", "label": TEXT, "comparisons": ({"question": "headed", "net": "yes"},)}
    found = families_of(survey(families=(first, second)), ["sex", "sex"])
    assert found.of == {
        ("headed", "yes", "total"): "main", ("netted", "no", "total"): "main",
        ("headed", "yes", "sex"): "headed:sex", ("netted", "yes", "total"): "netted:total",
        ("netted", "yes", "sex"): "netted:sex", ("netted", "no", "sex"): "netted:sex",
        ("scored", "mean", "total"): "scored:total", ("scored", "mean", "sex"): "scored:sex",
    }  # fmt: skip
    assert found.members["main"] == (("headed", "yes", "total"), ("netted", "no", "total"))
    assert found.members["netted:sex"] == (("netted", "yes", "sex"), ("netted", "no", "sex"))
    assert "late" not in found.members
