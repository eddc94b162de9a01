"""What a chapter opens with and a caption names: its own part, firm groups, every change shown."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pandas as pd
import pytest

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import SeriesFact
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import Period
from padai.publishing.basis.sides import quoted
from padai.publishing.chapters.chapter_opening import chapter_opening
from padai.publishing.chapters.headline import headline_sentences
from padai.publishing.chapters.how_to_read import how_to_read
from padai.publishing.exhibits import moves
from padai.publishing.exhibits.exhibit_items import MOVED, Item, change_of, not_shown_why
from padai.publishing.exhibits.moves import stable_within
from padai.publishing.exhibits.parts import parts
from padai.publishing.exhibits.titles import title_of_groups, title_of_levels
from padai.publishing.products.opendata.tables import open_table
from padai.store import Store
from tests.publishing_store import make_store

LANGS = ("fr", "en")


def _with_parts(head: dict[str, object]) -> None:
    """Add a chapter that shows nothing but the parts side by side."""
    trust = [f"trust_{k}" for k in ("ministries", "health")]
    title = {"fr": "Au téléphone", "en": "By telephone"}
    block = {"kind": "parts", "questions": trust, "title": title}
    who = {"kind": "groups", "questions": trust, "title": title}
    head["sections"] += [  # type: ignore[operator]
        {"id": "phone", "title": title, "blocks": [block]},
        {"id": "who", "title": title, "blocks": [who]},
    ]


def _selected(store: Store, *, fell: bool = False) -> Store:
    """Let every comparison of a group stand among all of the release, and with it what `fell`."""
    rows = store.tables["differences"]
    columns = store.tables["selected"].columns
    mine = (rows["reference"] == "rest") & rows["verdict"].isin(["higher", "lower"])
    chosen = rows[mine | (rows["verdict"] == "fell")] if fell else rows[mine]
    frame = pd.DataFrame({c: chosen.get(c, "") for c in columns})
    return dataclasses.replace(store, tables={**store.tables, "selected": frame})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return _selected(make_store(tmp_path_factory.mktemp("leads"), change=_with_parts))


def plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text).replace("\u00a0", " ").replace("\u202f", " ")


def opening(store: Store, lang: str, section: str) -> str:
    found = next(s for s in store.survey.sections if s.id == section)
    return plain(chapter_opening(Context(store, lang), found).markdown)


def test_a_chapter_on_the_parts_opens_with_the_other_part(store: Store) -> None:
    context = Context(store, "fr")
    theirs = context.lookup.cell("trust_ministries", "trust", part="phone")
    ours = context.lookup.cell("trust_ministries", "trust")
    assert theirs is not None
    assert ours is not None
    assert opening(store, "fr", "phone") == plain(
        "Pour « Ministères du Québec », le résultat suivi (Total confiance) est de"
        f" {context.value(theirs)} pour « Personnes peu branchées » et de {context.value(ours)}"
        " pour « Échantillon principal ». Un volet qui n’est pas pondéré décrit"
        " les personnes qui y ont répondu, et non une population : l’écart entre les volets n’est"
        " l’objet d’aucun test."
    )


@pytest.mark.parametrize("lang", LANGS)
def test_a_figure_of_the_parts_says_what_was_found_in_each(
    store: Store, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with its lowest and highest share, as the other figures have; nothing is compared."""
    monkeypatch.chdir(tmp_path)  # it draws
    section = next(s for s in store.survey.sections if s.id == "phone")
    context = Context(store, lang)
    said = plain(parts(context, section.blocks[0], "x").markdown)
    found = {
        part: [
            context.lookup.cell(q, "trust", part=part) for q in ("trust_ministries", "trust_health")
        ]
        for part in ("main", "phone")
    }
    for part, cells in found.items():
        low, high = sorted((c for c in cells if c is not None), key=lambda c: c.estimate)
        label = quoted(context.text(context.part(part).label), lang)
        names = [context.label(c.question) for c in (low, high)]
        ends = [f"{context.value(c)} ({n})" for c, n in zip((low, high), names, strict=True)]
        span = {"fr": "de {} à {}", "en": "from {} to {}"}[lang].format(*ends)
        assert plain(f"{label}, {span}") in said
    for word in ("plus", "moins", "higher", "lower", "écart de", "gap of"):
        assert word not in said[: said.index(plain(context.text(section.title)))]


@pytest.mark.parametrize("lang", LANGS)
def test_gaps_of_one_size_are_said_once_of_all_their_groups(store: Store, lang: str) -> None:
    rows = store.tables["differences"].copy()
    mine = (rows["reference"] == "rest") & (rows["response"] == "trust")
    mine &= (rows["question"] == "trust_health") & (rows["breakdown"] == "age_group")
    rows.loc[mine, ["verdict", "estimate"]] = ["higher", 0.331]
    moved = _selected(dataclasses.replace(store, tables={**store.tables, "differences": rows}))
    said = opening(moved, lang, "trust")
    size = {
        "fr": "33 points plus haut dans les groupes « ",
        "en": "33 points higher in the groups “",
    }
    assert said.count("33 points") == said.count(size[lang]) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_chapter_on_the_parts_tells_no_verdict(store: Store, lang: str) -> None:
    said = opening(store, lang, "phone")
    assert said
    for word in ("depuis", "hausse", "baisse", "since", " up", "down", "conclu"):
        assert word not in said


def _with_gaps(store: Store) -> Store:
    """Let three figures of a chapter stand below the others in one group."""
    rows = store.tables["differences"].copy()
    for k, question in enumerate(("trust_health", "trust_schools", "trust_companies")):
        mine = (rows["reference"] == "rest") & (rows["question"] == question)
        mine &= (rows["response"] == "trust") & (rows["group"] == "65+")
        assert mine.any()
        rows.loc[mine, ["verdict", "estimate"]] = ["lower", -0.2 - k / 20]
    return dataclasses.replace(store, tables={**store.tables, "differences": rows})


def _with_many(store: Store, lang: str) -> str:
    """Return how a chapter opens of which four figures moved, three differ and one is stable."""
    gaps = _with_gaps(store)
    rows = gaps.tables["differences"].copy()
    mine = (rows["reference"] == "2024") & (rows["breakdown"] == "total")
    mine &= (rows["part"] == "main") & (rows["response"] == "trust") & (rows["verdict"] == "stable")
    rows.loc[rows[mine].index[:4], ["verdict", "estimate"]] = ["fell", -0.09]
    changed = dataclasses.replace(gaps, tables={**gaps.tables, "differences": rows})
    return opening(_selected(changed, fell=True), lang, "trust")


@pytest.mark.parametrize("lang", LANGS)
def test_an_opening_of_many_findings_is_a_list_on_pages_and_sentences_on_paper(
    store: Store, lang: str
) -> None:
    """Eight findings stood in one paragraph; “Not at ease” did not say with what."""
    changed = _selected(_with_gaps(store))
    page, paper = opening(changed, lang, "trust").split("content-hidden", 1)
    lead = {"fr": "Par rapport aux autres groupes", "en": "Compared with the other groups"}[lang]
    assert lead in page
    items = [item.rstrip(" ;.") for item in re.findall(r"^- (.*)$", page, re.M)]
    assert all(item in paper for item in items)
    items = items[1:]  # the first counts what is stable
    groups = {"fr": "« 65 ans et plus » (âge)", "en": "“65 and over” (age)"}[lang]
    assert len(items) == 3 and all(groups in item for item in items)
    assert f"{lead}, {items[0]}" in paper and f"{lead}, {items[0]}" not in page


@pytest.mark.parametrize(
    ("open_ones", "said"),
    [(0, "the five results compared are"), (3, "two of the five results compared are")],
)
def test_an_opening_counts_what_is_stable_and_says_within_how_many_points(
    store: Store, open_ones: int, said: str
) -> None:
    """It counted what it could not conclude of, and left unsaid what was shown to be stable."""
    rows = store.tables["differences"].copy()
    mine = (rows["reference"] == "2024") & (rows["breakdown"] == "total")
    mine &= (rows["part"] == "main") & (rows["response"] == "trust") & (rows["verdict"] == "stable")
    rows.loc[rows[mine].index[:open_ones], "verdict"] = "cannot_tell"
    changed = dataclasses.replace(store, tables={**store.tables, "differences": rows})
    sentences = opening(changed, "en", "trust")
    assert f"Since 2024, {said} stable (within ± 6 points)" in sentences
    assert ("a conclusion for three of the five results compared." in sentences) == bool(open_ones)


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_says_the_edition_that_findings_are_compared_with_once(
    store: Store, lang: str
) -> None:
    """Each sentence of a chapter's opening began with “Since 2024”, on a telephone a line of six."""
    page, paper = _with_many(store, lang).split("content-hidden", 1)
    since = {"fr": "Depuis 2024", "en": "Since 2024"}[lang]
    assert page.count(since) == paper.count(since) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_gaps_between_groups_are_folded_where_a_page_tells_more_than_six_findings(
    store: Store, lang: str
) -> None:
    """Ten findings stood a screen and a half of a telephone above the first picture."""
    page, paper = _with_many(store, lang).split("content-hidden", 1)
    fr, en = "Par rapport aux autres groupes : ", "Compared with the other groups: "
    lead, n = {"fr": (fr, "3 résultats"), "en": (en, "3 results")}[lang]
    shown, folded = page.split('collapse="true"')
    assert f"###### {lead}{n}" in folded and lead[:-3] not in shown
    gaps = re.findall(r"^- (.*)$", folded, re.M)
    assert len(gaps) == 3 and all(gap.rstrip(" ;.") in paper for gap in gaps)


def test_margins_that_differ_are_not_said_as_one(store: Store) -> None:
    context = Context(store, "en")
    one = next(
        d
        for q in ("trust_health", "trust_schools")
        if (d := context.lookup.last_change(q, "trust", "total", "total", "main")) is not None
    )
    assert plain(stable_within(context, [one])) == "6 points"
    assert stable_within(context, [one, dataclasses.replace(one, margin=4.0)]) == ""


MOVES = {"trust_municipalities": ("fell", -0.06), "trust_schools": ("rose", 0.05)}
"""Questions of a chapter that moved since the last wave, in no family that is selected."""


def _moved(store: Store) -> Store:
    rows = store.tables["differences"].copy()
    for question, (verdict, size) in MOVES.items():
        mine = (rows["question"] == question) & (rows["response"] == "trust")
        mine &= (rows["breakdown"] == "total") & (rows["reference"] == "2024")
        mine &= rows["part"] == "main"
        assert mine.sum() == 1
        rows.loc[mine, ["verdict", "estimate"]] = [verdict, size]
    return dataclasses.replace(store, tables={**store.tables, "differences": rows})


def _named(store: Store, lang: str) -> dict[str, tuple[str, str]]:
    context = Context(store, lang)
    changes = {q: change_of(context.lookup, Item(q, "trust")) for q in MOVES}
    assert all(d is not None and d.verdict in MOVED for d in changes.values())
    return {
        q: (
            quoted(context.label(q), lang),
            plain(context.numbers.size(d.estimate, "share", short=True)),
        )
        for q, d in changes.items()
        if d is not None
    }


def moves_by(name: str, size: str) -> re.Pattern[str]:
    """Find a name with its verb, where it stands first, and its size."""
    return re.compile(rf"{re.escape(plain(name))} (?:(?:a|has|rose|fell) ?\w* )?(?:de|by) {size}")


@pytest.mark.parametrize("lang", LANGS)
def test_a_lead_counts_what_it_may_not_name(store: Store, lang: str) -> None:
    """In no selected family, a change stands under its own figure; the opening says how many do."""
    moved = _moved(store)
    said = opening(moved, lang, "trust")
    assert {"fr": "Pour deux autres résultats,", "en": "For two other results,"}[lang] in said
    assert not any(moves_by(*told).search(said) for told in _named(moved, lang).values())
    assert "autres résultats, un" not in opening(store, "fr", "trust"), "where nothing moved"
    items = [Item(q, "trust") for q in store.survey.questions if q.startswith("trust_")]
    caption = plain(title_of_levels(Context(moved, lang), items, "x"))
    for name, size in _named(moved, lang).values():
        assert moves_by(name, size).search(caption), "it stands beside them"


@pytest.mark.parametrize("lang", LANGS)
def test_a_lead_names_each_change_of_a_selected_family(store: Store, lang: str) -> None:
    moved = _moved(store)
    rows = moved.tables["differences"]
    mine = rows[
        rows["verdict"].isin(MOVED)
        & rows["question"].isin(list(MOVES))
        & (rows["reference"] == "2024")
    ]
    chosen = pd.DataFrame({c: mine.get(c, "") for c in moved.tables["selected"].columns})
    picked = dataclasses.replace(moved, tables={**moved.tables, "selected": chosen})
    said = opening(picked, lang, "trust")
    for name, size in _named(picked, lang).values():
        assert moves_by(name, size).search(said)
        assert "point" in size
    assert "For two other" not in said
    assert "Pour deux autres" not in said


def _flagged(store: Store, flag: str) -> Store:
    """Give every group of a breakdown a mark of caution."""
    estimates = store.tables["estimates"].copy()
    estimates.loc[estimates["breakdown"] == "age_group", "flag"] = flag
    return dataclasses.replace(store, tables={**store.tables, "estimates": estimates})


@pytest.mark.parametrize("flag", ["b", "*", "**", "** b", "E"])
def test_neither_a_lead_nor_a_caption_names_a_group_with_a_mark(store: Store, flag: str) -> None:
    ages = ("18 à 34 ans", "35 à 64 ans", "65 ans et plus")
    firm, weak = store, _flagged(store, flag)
    context = Context(weak, "fr")
    members = [
        (
            context.lookup.cell("trust_health", "trust", "age_group", g),
            context.lookup.contrast("trust_health", "trust", "age_group", g),
        )
        for g in context.groups("age_group")
    ]
    said = title_of_groups(context, "Santé", members)  # type: ignore[arg-type]
    lead = opening(weak, "fr", "trust")
    assert not any(age in said or age in lead for age in ages)
    unmarked = Context(firm, "fr")
    pairs = [
        (unmarked.lookup.cell(c.question, c.response, c.breakdown, c.group), d)
        for c, d in members
        if c is not None
    ]
    assert any(age in title_of_groups(unmarked, "Santé", pairs) for age in ages)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGS)
def test_a_caption_of_groups_says_that_there_are_others(store: Store, lang: str) -> None:
    """The chart beside it marks every group that differs, and not those alone that are picked."""

    def caption(shown: Store) -> str:
        context = Context(shown, lang)
        found = [
            (
                context.lookup.cell("trust_health", "trust", "age_group", g),
                context.lookup.contrast("trust_health", "trust", "age_group", g),
            )
            for g in context.groups("age_group")
        ]
        return plain(title_of_groups(context, "A", [(c, d) for c, d in found if c is not None]))

    others = {"fr": "plus élevée notamment dans le", "en": "higher, among others, in the"}[lang]
    assert {"fr": "plus élevée dans le", "en": "higher in the"}[lang] in caption(store)
    rows = store.tables["differences"].copy()
    mine = (rows["question"] == "trust_health") & (rows["response"] == "trust")
    rows.loc[mine & (rows["reference"] == "rest") & (rows["group"] == "35-64"), "verdict"] = (
        "higher"
    )
    said = caption(dataclasses.replace(store, tables={**store.tables, "differences": rows}))
    assert others in said and "35" not in said


@pytest.mark.parametrize("lang", LANGS)
def test_a_chapter_on_groups_opens_with_the_lower_ones(store: Store, lang: str) -> None:
    first = (
        "Par rapport aux autres groupes, « "
        if lang == "fr"
        else "Compared with the other groups, “"
    )
    lower = "plus bas dans le groupe « " if lang == "fr" else "lower in the group “"
    higher = "plus haut dans le groupe « " if lang == "fr" else "higher in the group “"
    said = opening(store, lang, "who")
    assert said.startswith(first)
    assert lower in said
    assert higher not in said[: said.index(lower)]


def test_a_chapter_on_groups_does_not_deny_the_lower_ones_under_its_figures(store: Store) -> None:
    """What no opening may pick is lower under its own figure all the same: the opening says so."""
    rows = store.tables["selected"]
    high = store.tables["differences"].query("verdict == 'higher'")
    keys = ["part", "question", "response", "breakdown", "group"]
    kept = rows.merge(high[keys].drop_duplicates(), on=keys)
    assert 0 < len(kept) < len(rows)
    said = opening(
        dataclasses.replace(store, tables={**store.tables, "selected": kept}), "fr", "who"
    )
    under = "n groupe a un résultat plus bas qui n’est démontré que parmi les comparaisons de sa"
    assert said.startswith("Par rapport aux autres groupes, « "), "what was found stands first"
    assert said.index("plus haut dans l") < said.index(under)
    assert "points plus bas" not in said
    assert "aucun résultat plus bas" not in said, "the figures of the chapter show some"


@pytest.mark.parametrize(
    ("lang", "none"),
    [
        ("fr", "Dans ce chapitre, aucun résultat plus bas n’est démontré pour un groupe."),
        ("en", "In this chapter, no lower result is shown for any group."),
    ],
)
def test_a_chapter_on_groups_says_that_none_is_lower(store: Store, lang: str, none: str) -> None:
    rows = store.tables["differences"].copy()
    rows.loc[rows["verdict"] == "lower", "verdict"] = "no gap shown"
    said = opening(
        dataclasses.replace(store, tables={**store.tables, "differences": rows}), lang, "who"
    )
    assert none in said
    assert "édition" not in said[said.index(none) :][: len(none)]


# --- why an interval that excludes zero shows no change ------------------------------------------


def _untold(p_adjusted: float, low: float = 0.013) -> SeriesFact:
    return SeriesFact(
        "main",
        "trust_ministries",
        "trust",
        "total",
        "total",
        "ends",
        "points",
        "2025",
        0.048,
        low,
        0.082,
        p_adjusted,
        "2021",
        "2025",
        5.0,
        "",
        "",
        "headline-slopes",
        "cannot_tell",
        "",
        "",
    )


def _with_family(store: Store, size: int) -> Context:
    rows = [{"family": "headline-slopes", "verdict": "cannot_tell"}] * size
    slopes = pd.DataFrame(rows, columns=store.tables["slopes"].columns)
    return Context(dataclasses.replace(store, tables={**store.tables, "slopes": slopes}), "fr")


def test_an_interval_that_excludes_zero_says_why_nothing_is_shown(store: Store) -> None:
    context = _with_family(store, 15)
    assert plain(not_shown_why(context, _untold(0.064))) == (
        "non démontré après correction pour les 15 comparaisons de la famille, p = 0,064"
    )
    assert not_shown_why(context, _untold(0.064, low=-0.013)) == ""
    assert not_shown_why(context, _untold(0.012)) == "", "then it is the base that is too small"
    assert not_shown_why(context, dataclasses.replace(_untold(0.064), verdict="rose")) == ""
    assert not_shown_why(_with_family(store, 1), _untold(0.064)) == ""


def test_the_notes_say_that_an_interval_is_of_one_comparison(store: Store) -> None:
    for lang, words in (("fr", "prise seule"), ("en", "taken alone")):
        said = how_to_read(Context(store, lang)).markdown
        assert said.count(words) == 1


def test_comparisons_carry_the_flag_of_their_group(store: Store) -> None:
    place = ["part", "wave", "question", "response", "breakdown", "group"]
    series = open_table(store, "series", "").set_index(place)["flag"]
    assert "b" in set(series)
    for name in ("changes", "contrasts"):
        frame = open_table(store, name, "").set_index(place)
        mine = series.reindex(frame.index)
        assert frame["group_flag"].tolist() == mine.tolist()
    assert "b" in set(frame["group_flag"])


@pytest.mark.parametrize("lang", LANGS)
def test_what_falls_over_the_whole_period_is_not_counted_among_the_stable(
    store: Store, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“Nine other results are stable” stood under two of them, named as falling since 2021."""
    falling = {"trust_schools", "trust_companies"}
    fell = Period("slope", "fell", -0.02, -0.03, -0.01, "2021", "2025", True)
    true = moves.period_of

    def period(context: Readout, item: Item) -> Period | None:
        return fell if item.question in falling else true(context, item)

    before = [opening(store, lang, "trust"), *headline_sentences(Context(store, lang))]
    monkeypatch.setattr(moves, "period_of", period)
    after = [opening(store, lang, "trust"), *headline_sentences(Context(store, lang))]
    said = {
        "fr": (
            "les cinq résultats comparés demeurent stables",
            "trois des cinq résultats comparés",
        ),
        "en": (
            "2024, the five results compared are stable",
            "three of the five results compared are",
        ),
    }[lang]
    assert said[0] in before[0]
    assert said[0] not in after[0]
    assert said[1] in after[0]
    stable = {"fr": r"(\w+) autres résultats demeurent", "en": r"(\w+) other results are"}[lang]
    counts = [re.findall(stable, plain(" ".join(each[1:]))) for each in (before, after)]
    assert counts[0] != counts[1], counts
