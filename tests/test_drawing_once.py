"""Charts have the bytes that matplotlib gives them, and each line of text is shaped once."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.textpath import TextToPath

from padai.charts import glyphs, style, vector
from padai.charts.data import Axis, ChartRow, Panel, Point
from padai.charts.rows import Layout, row_chart
from padai.charts.slim import NO_METADATA, slim_svg
from padai.charts.trend import trend_chart
from padai.publishing.engine import engines
from padai.publishing.engine.fonts import VERSION, write_font_list
from padai.publishing.engine.scratch import scratch_folder
from padai.publishing.engine.text import title_block
from padai.publishing.pieces.emit import Piece
from padai.publishing.pieces.page_setter import page_setter

AXIS = Axis(0.0, 100.0, (0.0, 50.0, 100.0), lambda v: f"{v:.0f} %", title="Part des répondants")
POINTS = (Point(40.0, 35.0, 45.0, "40 %"), Point(52.0, 47.0, 57.0, "52 %", shape="higher"))


def rows(width: float) -> Figure:
    lines = [
        ChartRow("Région", note="Une note"),
        *(ChartRow("Île de Montréal", (p,), ("52 %",)) for p in POINTS),
    ]
    layout = Layout(line=(45.0, "Ensemble"))
    legend = [("higher", "a augmenté"), ("same", "est demeurée stable")]
    return row_chart(
        lines, axis=AXIS, layout=layout, legend=legend, notices=("Données fictives",), width=width
    )


def series(width: float) -> Figure:
    panel = Panel("Île de Montréal", "a augmenté", (2024.4, 2025.4), POINTS, shape="higher")
    ticks = ((2024.4, "2024"), (2025.4, "2025"))
    return trend_chart([panel, panel], axis=AXIS, ticks=ticks, break_word="rupture", width=width)


def sizes(width: float) -> Figure:
    """The same words in several sizes, weights, slants and families, and one that is turned."""
    figure = Figure(figsize=(width, 2))
    for at, how in enumerate(
        (
            {},
            {"size": 7},
            {"weight": "bold"},
            {"style": "italic"},
            {"family": "DejaVu Serif"},
            {"rotation": 30},
            {"color": "#aa0000"},
        )
    ):
        figure.text(0.1, 0.1 * (at + 1), "Île de Montréal", **how)
    figure.text(0.5, 0.5, "$x^2$")
    return figure


CHARTS = (rows, series, sizes)


def _written(draw: Callable[[float], Figure], width: float, **how: Any) -> tuple[bytes, Any]:
    """Return a chart as its small SVG and its box: by matplotlib, or by the backend named."""
    figure, out = draw(width), io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "x", "svg.fonttype": "path"}):
        box = vector.tight_box(figure) if how else figure.get_tightbbox()
        figure.savefig(out, format="svg", bbox_inches=box, metadata=NO_METADATA, **how)
    return (out.getvalue() if how else slim_svg(out.getvalue())), box.bounds


def test_a_chart_has_the_bytes_and_the_box_that_matplotlib_gives_it() -> None:
    for again in range(2):  # nothing is remembered the first time
        for width in (style.WIDTH, style.NARROW):
            for draw in CHARTS:
                told = _written(draw, width)
                assert _written(draw, width, backend=vector.VECTOR) == told, (draw.__name__, again)


def test_a_line_is_shaped_and_laid_out_once_for_all_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    _written(rows, style.WIDTH, backend=vector.VECTOR)
    shaped: list[str] = []
    laid: list[str] = []
    shape, lay_out = TextToPath.get_glyphs_with_font, Text._get_layout  # type: ignore[attr-defined]

    def noted(self: TextToPath, font: Any, s: str, *given: Any, **more: Any) -> Any:
        shaped.append(s)
        return shape(self, font, s, *given, **more)

    def laying(self: Text, renderer: Any) -> Any:
        laid.append(self.get_text())
        return lay_out(self, renderer)

    monkeypatch.setattr(TextToPath, "get_glyphs_with_font", noted)
    monkeypatch.setattr(Text, "_get_layout", laying)
    _written(rows, style.WIDTH, backend=vector.VECTOR)
    assert not shaped and not laid
    _written(partial(_one, "un mot nouveau"), style.WIDTH, backend=vector.VECTOR)
    assert shaped == ["un mot nouveau"]
    assert laid == ["un mot nouveau"] * 2, "once for the crop, once for the drawing"
    assert Text._get_layout is laying, "matplotlib is left as it was"  # type: ignore[attr-defined]


def _one(text: str, width: float) -> Figure:
    figure = Figure(figsize=(width, 1))
    figure.text(0, 0, text)
    return figure


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "_MOST", 3)
    for name in ("_SEEN", "_DRAWN", "_LAID"):
        monkeypatch.setattr(glyphs, name, glyphs._Kept())
    for number in range(9):
        _written(partial(_one, f"ligne {number}"), style.WIDTH, backend=vector.VECTOR)
    assert all(0 < len(kept) <= 3 for kept in (glyphs._SEEN, glyphs._DRAWN, glyphs._LAID))
    assert _written(rows, 3.0, backend=vector.VECTOR) == _written(rows, 3.0)


def test_the_same_words_placed_otherwise_are_laid_out_anew() -> None:
    def placed(how: dict[str, Any], width: float) -> Figure:
        figure = Figure(figsize=(width, 2))
        figure.text(0.5, 0.5, "Île de Montréal", **how)
        return figure

    for how in (
        {},
        {"ha": "right"},
        {"va": "top"},
        {"va": "center_baseline"},
        {"rotation": 90},
        {"rotation": 90, "rotation_mode": "anchor"},
        {"linespacing": 3.0},
        {"ha": "center", "bbox": {"facecolor": "#ffffff", "pad": 2}},
    ):
        draw = partial(placed, how)
        assert _written(draw, 4.0, backend=vector.VECTOR) == _written(draw, 4.0), how


def test_words_that_xml_reads_otherwise_are_written_as_they_are() -> None:
    for text in (
        "a < b & c > d",
        'il dit "oui" -- ou « non »',
        "une — deux - trois---quatre",
        "x\ny",
    ):
        draw = partial(_one, text)
        assert _written(draw, 4.0, backend=vector.VECTOR) == _written(draw, 4.0), text


def test_letters_that_are_hinted_otherwise_are_measured_anew() -> None:
    boxes = set()
    for hinting in ("none", "force_autohint"):
        with mpl.rc_context({"text.hinting": hinting}):
            told = _written(sizes, 4.0)
            assert _written(sizes, 4.0, backend=vector.VECTOR) == told
            words = Figure().text(0, 0, "Île de Montréal", size=7)
            boxes.add(words.get_window_extent(glyphs.Measuring(100, 100, 100)).width)
    assert len(boxes) == 2


def test_the_list_of_fonts_is_what_matplotlib_ships(tmp_path: Path) -> None:
    assert font_manager.FontManager.__version__ == VERSION
    shipped = Path(mpl.get_data_path()) / "fonts" / "ttf"
    found = [
        asdict(font_manager.ttfFontProperty(font_manager.get_font(str(path))))
        for path in sorted(shipped.glob("DejaVu*.ttf"))
    ]
    for entry in found:
        entry["fname"] = str(Path(entry["fname"]).relative_to(mpl.get_data_path()))
    listed = json.loads(write_font_list(tmp_path).read_text(encoding="utf-8"))["ttflist"]
    told = [{k: v for k, v in entry.items() if k != "__class__"} for entry in listed]
    assert sorted(told, key=lambda e: e["fname"]) == found


def test_matplotlib_takes_the_list_and_finds_the_same_faces(tmp_path: Path) -> None:
    write_font_list(tmp_path)
    code = (
        "from matplotlib import font_manager as f\n"
        "print(len(f.fontManager.ttflist))\n"
        "for w in ('normal', 'bold'):\n"
        "    for s in ('normal', 'italic'):\n"
        "        print(f.findfont(f.FontProperties(family='DejaVu Sans', weight=w, style=s)))\n"
    )
    env = {**os.environ, "MPLCONFIGDIR": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    count, *faces = run.stdout.split()
    assert count == "14"
    assert faces == [
        font_manager.findfont(font_manager.FontProperties(family="DejaVu Sans", weight=w, style=s))
        for w in ("normal", "bold")
        for s in ("normal", "italic")
    ]


def test_a_project_with_cells_of_its_own_has_every_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, own, store = (tmp_path / name for name in ("project", "own", "store"))
    for folder in (project / "fr", own / "fr", store):
        folder.mkdir(parents=True)
    (project / "fr" / "a.qmd").write_text("# A\n", encoding="utf-8")
    given: list[bool] = []

    def noted(*arguments: Any, ours: bool, **more: Any) -> Any:
        given.append(ours)
        raise RuntimeError

    monkeypatch.setattr(engines, "scratch_folder", noted)
    ask = partial(
        engines.render,
        project,
        ["fr/a.qmd"],
        tmp_path / "out",
        store=store,
        lang="fr",
        source_date=0,
        overrides=own,
        engine="embedded",
    )
    for text, ours in (("# A\n", True), ("```{python}\n1\n```\n", False)):
        (own / "fr" / "a.qmd").write_text(text, encoding="utf-8")
        with pytest.raises(RuntimeError):
            ask(ours=True)
        with pytest.raises(RuntimeError):
            ask()
        assert given[-2:] == [ours, False]
    with scratch_folder(project, [], store, ours=True) as scratch:
        scratch.renew_home()
        assert (scratch.home / "matplotlib" / f"fontlist-v{VERSION}.json").is_file()
    with scratch_folder(project, [], store) as scratch:
        scratch.renew_home()
        assert not list((scratch.home / "matplotlib").glob("fontlist*"))


def test_a_page_alone_is_the_page_beside_a_document() -> None:
    def page() -> Piece:
        head = {
            "title": "Des « idées » : 1er essai",
            "banner": "Données fictives : l’été, 5 % & <rien>",
        }
        return Piece(title_block(head) + "\n## Un titre {#sec-a}\n\n## Autre\n\nFin.\n")

    for lang in ("fr", "en", "es"):
        with page_setter(lang, 0) as setter:
            beside = setter.page("a", page, ("html", "typst"), {"toc": True})["html"]
            assert setter.page("a", page, ("html",), {"toc": True})["html"] == beside
        assert b"@top-center" in beside


def test_only_processes_of_padai_look_for_dead_objects_seldom() -> None:
    code = (
        "import gc; before = gc.get_threshold()\n"
        "import padai, padai.cli, padai.publishing.engine.kernel, padai.publishing.__main__\n"
        "assert gc.get_threshold() == before\n"
        "try: padai.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "assert gc.get_threshold()[0] > before[0]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_seaborn_is_loaded_without_densities_in_processes_of_padai_alone() -> None:
    code = (
        "import sys\n"
        "from padai.charts import style\n"
        "if len(sys.argv) > 1: style.draw_lean()\n"
        "with style.chart_style(): pass\n"
        "assert 'seaborn' in sys.modules\n"
        "print('scipy.stats' in sys.modules, style.seaborn()._statistics._no_scipy)\n"
        "import scipy.stats, scipy.cluster\n"
        "assert scipy.stats.norm.cdf(0) == 0.5\n"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code, *asked], check=True, capture_output=True, text=True
        ).stdout.split()
        for asked in ((), ("lean",))
    ]
    assert told == [["True", "False"], ["False", "True"]]
