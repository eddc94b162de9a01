"""Events of the context: told with their source, drawn over no word, and never a reason."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from padai.charts import style
from padai.charts.data import Moment, close_axis
from padai.charts.trend import trend_chart
from padai.errors import DefinitionError
from padai.publishing.basis.context import Context
from padai.publishing.chapters.how_to_read import comparability
from padai.publishing.exhibits.events import told_events
from padai.publishing.exhibits.trend import trend
from padai.publishing.products.opendata.open_folder import write_open_data
from padai.store import Store
from padai.survey import load_survey
from padai.survey.events import Event
from padai.survey.fieldwork import WaveDef
from tests.publishing_store import make_store
from tests.test_chart_geometry import PATHS, WAVES, boxes, panel, percent

LAW = {
    "date": "2023-09-22",
    "text": {"fr": "La loi entre en vigueur.", "en": "The act comes into force."},
    "source": {"fr": "Gazette officielle", "en": "Official gazette"},
}
FIRST = {
    "date": "2021-11-03",
    "text": {"fr": "Le portail ouvre", "en": "The portal opens"},
    "source": {"fr": "Communiqué du 3 novembre", "en": "Release of November 3"},
}
CAUSAL = re.compile(
    r"parce que|à cause|en raison|grâce à|entraîn|expliqu|because|due to|caus|explain|led to", re.I
)


def declared(*events: dict[str, Any]) -> Any:
    return lambda head: head.update(events=list(events))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures are saved beside the page that is made, which is where the test runs."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    # given out of order: numbers follow the dates
    return make_store(tmp_path_factory.mktemp("events"), change=declared(LAW, FIRST))


def block_of(store: Store) -> Any:
    return next(b for s in store.survey.sections for b in s.blocks if b.kind == "trend")


@pytest.mark.parametrize(
    ("lang", "told", "sourced"),
    [
        (
            "fr",
            "Événement 2 (22 septembre 2023). La loi entre en vigueur.",
            "Source : Gazette officielle.",
        ),
        (
            "en",
            "Event 2 (September 22, 2023). The act comes into force.",
            "Source: Official gazette.",
        ),
    ],
)
def test_events_are_listed_under_the_figure_and_in_the_report(
    store: Store, lang: str, told: str, sourced: str
) -> None:
    def plain(text: str) -> str:
        return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\\", ""))

    context = Context(store, lang)
    for piece in (trend(context, block_of(store), "essai"), comparability(context)):
        words = plain(piece.markdown)
        assert told in words
        assert sourced in words
        assert words.count("1 (3 novembre 2021)" if lang == "fr" else "1 (November 3, 2021)") == 1
        listed = words[words.index(told) :]
        assert not CAUSAL.search(listed)
        assert ("aucun changement ne leur est attribué" in listed) or (
            "no change is attributed to them" in listed
        )


def test_the_alternative_text_tells_each_event_drawn(store: Store) -> None:
    markdown = trend(Context(store, "fr"), block_of(store), "essai").markdown
    alt = re.search(r'fig-alt="([^"]+)"', markdown)
    assert alt is not None
    assert "2, 22 septembre 2023, La loi entre en vigueur" in alt[1]
    assert "1, 3 novembre 2021, Le portail ouvre" in alt[1]


def test_a_report_without_events_says_nothing_of_them(tmp_path: Path) -> None:
    bare = make_store(tmp_path)
    context = Context(bare, "fr")
    assert "vénement" not in trend(context, block_of(bare), "essai").markdown
    assert "vénement" not in comparability(context).markdown
    write_open_data(bare, tmp_path / "open")
    assert not (tmp_path / "open" / "events.csv").exists()
    texts = (tmp_path / "interne" / "texts.json").read_text(encoding="utf-8")
    assert '"events"' not in texts


def test_open_data_hold_the_events_with_their_dictionary(store: Store, tmp_path: Path) -> None:
    write_open_data(store, tmp_path)
    frame = pd.read_csv(tmp_path / "events.csv", dtype=str, keep_default_na=False)
    assert frame["event"].tolist() == ["1", "2"]
    assert frame["date"].tolist() == ["2021-11-03", "2023-09-22"]
    assert frame["last_wave"].tolist() == ["2021", "2023"]
    assert frame["first_wave"].tolist() == ["2022", "2024"]
    assert frame["source"].tolist() == ["Communiqué du 3 novembre", "Gazette officielle"]
    words = pd.read_csv(tmp_path / "dictionary.csv", dtype=str, keep_default_na=False)
    own = words[(words["kind"] == "event") & (words["name"] == "2")]["text"].item()
    assert own.replace("\u00a0", " ") == (
        "Event 2 (September 22, 2023). The act comes into force. Source: Official gazette."
    )
    named = set(words.loc[words["table"] == "events.csv", "name"])
    assert named == set(frame.columns)
    assert "events.csv" in (tmp_path / "csv-metadata.json").read_text(encoding="utf-8")


def test_an_edition_tells_no_event_that_came_after_it(store: Store) -> None:
    before = replace(store, wave="2022")
    assert [t.event.date.year for t in told_events(Context(before, "fr"))] == [2021]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"date": "2031-01-01"},
            "in the future of the series, which ends with the fieldwork of wave",
        ),
        (
            {"date": "1999-01-01"},
            "before the series, which starts with the fieldwork of wave '2021'",
        ),
        ({"text": {"fr": "Seulement en français"}}, "has no `text:` in en"),
        ({"source": {"en": "English alone"}}, "has no `source:` in fr"),
        ({"source": None}, "2023-09-22 has no `source:`; say where"),
        ({"date": "the day after"}, "events.0.date"),
        ({"because": "x"}, "because"),
    ],
)
def test_an_event_that_cannot_be_told_is_refused_with_its_own_message(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    event = {k: v for k, v in {**LAW, **change}.items() if v is not None}
    with pytest.raises(DefinitionError) as caught:
        make_store(tmp_path, change=declared(event))
    assert said in str(caught.value)
    assert "survey.yaml" in str(caught.value)


def test_an_event_given_twice_is_refused_and_two_of_one_day_are_not(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match="given twice"):
        make_store(tmp_path / "twice", change=declared(LAW, LAW))
    other = {**LAW, "text": {"fr": "Autre chose", "en": "Something else"}}
    same_day = make_store(tmp_path / "day", change=declared(LAW, other))
    assert [t.number for t in told_events(Context(same_day, "en"))] == [1, 2]


def test_the_schema_of_the_definition_asks_for_the_three(tmp_path: Path) -> None:
    from padai.survey.schemas import schema_of

    assert schema_of("survey")["$defs"]["Event"]["required"] == ["date", "text", "source"]
    assert Event.model_validate(LAW).date.isoformat() == "2023-09-22"


def drawn(moments: list[Moment], width: float, count: int = 4, broken: int = 2) -> Any:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    panels = [panel(n, p, broken=broken) for n, p in list(PATHS.items())[:count]]
    values = [v for p in panels for q in p.points for v in (q.low, q.high)]
    axis = close_axis(values, percent, low=0.0, high=100.0, least=12.0)
    figure = trend_chart(
        panels,
        axis=axis,
        ticks=WAVES,
        break_word="rupture",
        moments=moments,
        notices=("Données fictives",),
        width=width,
    )
    FigureCanvasAgg(figure).draw()
    return figure


def moment(number: int, time: float) -> Moment:
    return Moment(time, str(number), f"Événement {number} : 22 septembre 2023")


CASES = {
    "one": [moment(1, 2023.72)],
    "on a wave": [moment(1, 2021.4), moment(2, 2025.4)],
    "near a break": [moment(1, 2023.85), moment(2, 2023.9), moment(3, 2023.95)],
    "crowd": [moment(k, 2021.3 + k * 0.17) for k in range(1, 24)],
}


@pytest.mark.parametrize("width", [style.WIDTH, style.NARROW])
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("broken", [0, 2])
def test_no_event_covers_a_word_nor_its_number_another(
    width: float, case: str, broken: int
) -> None:
    figure = drawn(CASES[case], width, broken=broken)
    found = boxes(figure)
    for (one, first), (other, second) in combinations(found, 2):
        assert not first.overlaps(second), (one, other)
    renderer = figure.canvas.get_renderer()
    for axes in figure.axes:
        lines = [line for line in axes.lines if line.get_gid() == "event"]
        assert {round(float(line.get_xdata()[0]), 6) for line in lines} == {
            round(m.time, 6) for m in CASES[case]
        }
        for line in lines:
            box = line.get_window_extent(renderer)
            assert not [words for words, other in found if other.overlaps(box)]


def test_what_lies_outside_of_the_axis_is_not_drawn_on_its_edge() -> None:
    figure = drawn([moment(1, 2019.0), moment(2, 2023.72)], style.WIDTH, count=1)
    (axes,) = figure.axes
    assert {float(x.get_xdata()[0]) for x in axes.lines if x.get_gid() == "event"} == {2023.72}


def test_a_chart_without_events_keeps_its_size() -> None:
    assert (
        drawn([], style.WIDTH).get_size_inches()[1]
        < drawn(CASES["one"], style.WIDTH).get_size_inches()[1]
    )


def test_what_the_documents_show_is_read_as_it_stands() -> None:
    """The lines of the documentation are those of Quebec's definition, and of the models."""
    from padai.survey.rotations import Rotation

    root = Path(__file__).parents[1]
    shown = (root / "docs" / "first-hour.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(b) for b in re.findall(r"```yaml\n(.*?)```", shown, re.DOTALL)]
    told = {key: value for block in blocks for key, value in block.items()}
    events = [Event.model_validate(e) for e in told["events"]]
    assert tuple(events) == load_survey(root / "surveys" / "quebec").events
    for name, module in told["rotations"].items():
        assert Rotation.model_validate({"id": name, **module}).waves == ("2021", "2023")
    assert [part["rows"] for part in told["parts"].values()] == [{"pais": [1]}, {"pais": [2]}]


def test_words_of_an_event_are_text_and_nothing_else(tmp_path: Path) -> None:
    """Neither markup, nor a link, nor the end of an attribute, nor a formula of a spreadsheet."""
    bad = '=1+1 <script>x</script> [a](http://b.example) "c" {{< include d >}}'
    hostile = {**LAW, "text": {"fr": bad, "en": bad}}
    store = make_store(tmp_path, change=declared(hostile))
    context = Context(store, "fr")
    for piece in (trend(context, block_of(store), "essai"), comparability(context)):
        assert "<script>" not in piece.markdown
        # an attribute holds no markup: only its end must be told from a quotation mark within
        outside = re.sub(r'fig-alt="(?:[^"\\]|\\.)*"', "", piece.markdown)
        assert "[a](http" not in outside
        assert "fig-alt" not in outside
    write_open_data(store, tmp_path / "open")
    assert "'=1+1" in (tmp_path / "open" / "events.csv").read_text(encoding="utf-8")
    assert "<script>" not in (tmp_path / "open" / "codebook.html").read_text(encoding="utf-8")


def test_a_series_without_days_lists_its_events_and_draws_none(store: Store) -> None:
    from padai.publishing.exhibits.events import events_among, events_listed

    waves = {
        **store.survey.wave_defs,
        "2024": WaveDef.model_validate(
            {**store.survey.wave("2024").model_dump(), "fieldwork": "à confirmer"}
        ),
    }
    dateless = replace(store, survey=store.survey.model_copy(update={"wave_defs": waves}))
    context = Context(dateless, "fr")
    assert events_among(context, ["2021", "2022", "2025"]) == []
    assert "La loi entre en vigueur" in comparability(context).markdown
    assert events_listed(context, []).markdown == ""
