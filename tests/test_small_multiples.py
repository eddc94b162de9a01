"""Figures of many series: what moved is seen in the picture, said in the title, told once."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from padai.charts.data import level_axes
from padai.charts.style import WIDTH
from padai.publishing.basis.context import Context
from padai.publishing.basis.sentences import Period
from padai.publishing.exhibits.events import events_listed, told_events
from padai.publishing.exhibits.exhibit_items import MOVED, Item, change_of
from padai.publishing.exhibits.titles import title_of_series
from padai.publishing.exhibits.trend import _in_figures, _told_before, drawn_series, trend
from padai.store import Store
from padai.survey.policies import Block
from tests.publishing_store import make_store
from tests.test_chart_geometry import PATHS, drawn, panel, percent, texts
from tests.test_events import LAW, block_of, declared

SPREAD = [("lowest", PATHS["lowest"]), ("highest", PATHS["highest"]), ("turning", PATHS["turning"])]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("many"), change=declared(LAW))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures are saved beside the page that is made, which is where the test runs."""
    monkeypatch.chdir(tmp_path)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\\", "").replace("\u00a0", " ").replace("\u202f", " "))


def test_series_far_apart_are_drawn_on_axes_of_one_length_about_their_own_levels() -> None:
    values = [list(path) for _, path in SPREAD]
    axes = level_axes(values, percent, low=0.0, high=100.0, least=12.0)
    assert axes is not None
    lengths = {round(a.high - a.low, 9) for a in axes}
    assert len(lengths) == 1, "a point is as high in every panel"
    for axis, path in zip(axes, values, strict=True):
        assert axis.low <= min(path) and max(path) <= axis.high
        assert 3 <= len(axis.ticks) <= 6
        assert all(axis.low <= t <= axis.high for t in axis.ticks)
    # the widest change fills more than half of its field: on one axis it had a sixth
    widest = max(max(p) - min(p) for p in values)
    assert widest >= 0.49 * lengths.pop()


def test_series_near_one_another_share_an_axis() -> None:
    near = [[40.0, 52.0], [44.0, 58.0]]
    assert level_axes(near, percent, low=0.0, high=100.0, least=12.0) is None
    assert level_axes([], percent, low=0.0, high=100.0, least=12.0) is None
    assert level_axes([[float("nan")]], percent, low=0.0, high=100.0, least=12.0) is None


@pytest.mark.parametrize("level", [1.0, 99.5])
def test_an_own_axis_stays_where_a_share_has_a_meaning(level: float) -> None:
    axes = level_axes([[level], [50.0, 55.0]], percent, low=0.0, high=100.0, least=12.0)
    assert axes is not None
    assert all(a.low >= 0.0 and a.high <= 100.0 for a in axes)


def test_each_panel_is_drawn_on_its_own_axis() -> None:
    axes = level_axes([list(p) for _, p in SPREAD], percent, low=0.0, high=100.0, least=12.0)
    assert axes is not None
    panels = [
        replace(panel(name, path), axis=axis)
        for (name, path), axis in zip(SPREAD, axes, strict=True)
    ]
    shared = drawn(panels, 5.6)
    limits = [ax.get_ylim() for ax in shared.axes]
    assert limits == [(a.low, a.high) for a in axes]


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (1, [1]),
        (2, [2]),
        (5, [5]),
        (6, [6]),
        (7, [4, 3]),
        (8, [4, 4]),
        (10, [6, 4]),
        (13, [6, 6, 1]),
    ],
)
def test_a_figure_has_six_series_at_most(count: int, sizes: list[int]) -> None:
    items = [Item(f"q{k}", "trust") for k in range(count)]
    figures = _in_figures(items)
    assert [len(f) for f in figures] == sizes
    assert [i for f in figures for i in f] == items


def test_each_figure_of_a_block_stands_before_the_table_of_its_own_series(store: Store) -> None:
    """A table of data is what a figure's page offers as CSV: each has one, of what it draws."""
    whole = block_of(store)
    doubled = whole.model_copy(update={"questions": (*whole.questions, "effect_me")})
    context = Context(store, "fr")
    text = trend(context, doubled, "essai").markdown
    order = re.findall(r"\{#(fig|(?<=::: \{#)tbl)-essai(-\d)?", text)
    assert [kind for kind, _ in order] == ["fig", "tbl", "fig", "tbl"]
    rows = [
        len(re.findall(r'<th scope="row">', t)) for t in re.findall(r"(?s)<table.*?</table>", text)
    ]
    assert sum(rows) == len(drawn_names(context, doubled)) and len(rows) == 2


def drawn_names(context: Context, block: Block) -> list[str]:
    return [p.title for d in drawn_series(context, block) for p in d.draw.args[0]]  # type: ignore[attr-defined]


def test_the_note_says_that_heights_of_own_axes_cannot_be_compared(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "les variations se comparent, les hauteurs non."
    (figure,) = drawn_series(Context(store, "fr"), block_of(store))
    panels = figure.draw.args[0]  # type: ignore[attr-defined]
    own = all(p.axis is not None for p in panels)
    assert own == (said in plain(figure.note))
    monkeypatch.setattr("padai.publishing.exhibits.trend.own_axes", lambda *_: None)
    (figure,) = drawn_series(Context(store, "fr"), block_of(store))
    assert said not in plain(figure.note)
    assert own, "shares from 31 to 66 % are far apart"


def test_an_event_is_told_in_full_under_one_figure_and_then_named(store: Store) -> None:
    context = Context(store, "fr")
    events = told_events(context)
    full, short = (plain(events_listed(context, events, b).markdown) for b in ((), {1}))
    assert "La loi entre en vigueur." in full and "Gazette officielle" in full
    assert "La loi entre en vigueur" not in short
    assert "Événement 1 (22 septembre 2023) : voir le chapitre sur la comparabilité." in short
    assert "Aucun changement ne lui est attribué." in short


def test_only_figures_before_a_block_have_told_its_events(store: Store) -> None:
    context, first = Context(store, "fr"), block_of(store)
    assert _told_before(context, first) == set()
    other = first.model_copy()  # the block of a page of its own
    assert _told_before(context, other) == set()
    section = store.survey.sections[0]
    again = section.model_copy(update={"blocks": (*section.blocks, other)})
    survey = store.survey.model_copy(update={"sections": (again, *store.survey.sections[1:])})
    later = Context(replace(store, survey=survey), "fr")
    assert _told_before(later, other) == {1}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", r"Depuis \d{4}, « [^»]+ » a (?:augmenté|diminué) de [\d,]+ points?"),
        ("en", r"Since \d{4}, “[^”]+” has (?:risen|fallen) by [\d.]+ points?"),
    ],
)
def test_a_title_without_a_trend_says_what_moved_last(
    store: Store, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    """“No trend shown since 2021” stood over a line that ends with a shown rise."""
    context = Context(store, lang)
    still = Period("slope", "cannot_tell", 0.0, -0.01, 0.01, "2021", "2025", True)
    monkeypatch.setattr("padai.publishing.exhibits.titles.period_of", lambda *_: still)
    items = [(q, Item(q, "trust")) for q in block_of(store).questions]
    moved, rest = items[:1], items[1:]
    rose = replace(change_of(context.lookup, items[1][1]), verdict="rose", estimate=0.085)  # type: ignore[type-var]
    monkeypatch.setattr(
        "padai.publishing.exhibits.titles.change_of",
        lambda lookup, item: rose if item == items[0][1] else change_of(lookup, item),
    )
    assert not any((d := change_of(context.lookup, i)) and d.verdict in MOVED for _, i in rest)
    title = plain(title_of_series(context, items, "x"))
    assert re.search(said, title)
    alone = plain(title_of_series(context, moved[:1], "x"))
    one = (
        "cette part a (augmenté|diminué) de" if lang == "fr" else "this share has (risen|fallen) by"
    )
    assert re.search(rf"\d{{4}}\. (Depuis|Since) \d{{4}}, {one} [\d,.]+ points?\.$", alone)
    assert not re.search(said, plain(title_of_series(context, rest, "x")))


def test_a_trend_that_is_shown_is_said_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fell = Period("slope", "fell", -0.02, -0.03, -0.01, "2021", "2025", True)
    monkeypatch.setattr("padai.publishing.exhibits.titles.period_of", lambda *_: fell)
    context = Context(store, "fr")
    items = [(q, Item(q, "trust")) for q in block_of(store).questions]
    assert "Depuis 20" not in plain(title_of_series(context, items, "x")).replace("Depuis 2021", "")


def test_a_word_document_says_its_finding_over_the_picture(built_example: Path) -> None:
    (path,) = (built_example / "releases").glob("*/*/*/fr/rapport.docx")
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
        document = packed.read("word/document.xml").decode()
    body = re.findall(r'<w:pStyle w:val="(CaptionedFigure|ImageCaption)"', document)
    assert body and body == ["ImageCaption", "CaptionedFigure"] * (len(body) // 2)


def test_targets_of_the_demonstrations_use_the_words_of_public_pages() -> None:
    files = sorted((Path(__file__).parent.parent / "surveys").glob("*/targets/*.csv"))
    assert files
    for path in files:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        words: Any = " ".join(" ".join(frame[c]) for c in frame if c.startswith("source"))
        assert not re.search(r"synth[eé]ti|vague", words, re.IGNORECASE), path


def test_a_title_that_names_what_moved_last_leaves_nothing_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“Since 2024” named two groups of three: the third had risen too, as it had since 2021."""
    context = Context(store, "en")
    items = [(q, Item(q, "trust")) for q in block_of(store).questions][:3]
    still = Period("slope", "cannot_tell", 0.0, -0.01, 0.01, "2021", "2025", True)
    rising = replace(still, verdict="rose", change=0.02)
    rose = replace(
        change_of(context.lookup, items[1][1]),  # type: ignore[type-var]
        verdict="rose",
        estimate=0.085,
    )
    titles = "padai.publishing.exhibits.titles"
    monkeypatch.setattr(
        f"{titles}.period_of", lambda _, item: rising if item == items[0][1] else still
    )
    monkeypatch.setattr(f"{titles}.change_of", lambda *_: rose)
    monkeypatch.setattr(
        "padai.publishing.exhibits.moves.in_sentence", lambda _naming, name, _one: name
    )
    before, _, since = plain(title_of_series(context, items, "x")).partition("Since ")
    assert items[0][0] in before and all(name in since for name, _ in items)


def test_titles_of_a_row_stand_side_by_side_whatever_their_verdicts_take() -> None:
    """They stood on their verdicts: a title of one more line stood two lines above its neighbours."""
    series = [panel(f"Série {k}", PATHS["lowest"]) for k in range(3)]
    series[1] = replace(series[1], note="est demeurée stable depuis 2024 (à ± 6 points près)")
    series[2] = replace(series[2], over="recule de 2,0 points par an depuis 2021", note="stable")
    titles = [t for t in texts(drawn(series, WIDTH)) if t.get_text().startswith("Série")]
    assert len(titles) == 3
    assert len({round(t.get_window_extent().y0) for t in titles}) == 1


@pytest.mark.parametrize(("many", "columns"), [(1, 1), (3, 3), (4, 2), (5, 2), (6, 3), (9, 3)])
def test_series_that_fill_rows_of_three_stand_in_three_columns(many: int, columns: int) -> None:
    """Six stood in two columns, as tall as most of a page: what had no room left its page white."""
    series = [panel(f"Série {k}", PATHS["lowest"]) for k in range(many)]
    chart = drawn(series, WIDTH)
    assert len({round(ax.get_position().x0, 3) for ax in chart.axes[:many]}) == columns
