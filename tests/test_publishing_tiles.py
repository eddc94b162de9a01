"""The grid of tiles: verdicts as colours, no colour where nothing may be shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from lxml import etree

from padai.charts import style
from padai.charts.tiles import LOOKS, Tile, broken, tile_chart
from padai.errors import DefinitionError, PublicationError
from padai.publishing.engine.pictures import save_figure
from padai.publishing.exhibits.exhibit_items import GROUP_SHAPES
from padai.publishing.report import Report
from padai.store import Store, open_store
from padai.survey import Breakdown, load_survey
from padai.trends.families import family_responses
from tests.publishing_store import make_store


def plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


SVG = "{http://www.w3.org/2000/svg}"
VERDICTS = {LOOKS[shape].face: verdict for verdict, shape in GROUP_SHAPES.items()}


def with_tiles(head: dict[str, Any]) -> None:
    """Place the regions, the first two of them on two places each, and ask for the grid."""
    head["breakdowns"]["region"]["tiles"] = {
        "1": [[0, 0], [0, 1]], "2": [0, 2], "3": [1, 0], "4": [[1, 2], [2, 2]], "5": [1, 1],
    }  # fmt: skip
    head["sections"] = [{
        "id": "map", "title": {"fr": "Régions", "en": "Regions"},
        "blocks": [{"kind": "tiles", "questions": ["trust_ministries"], "net": "trust",
                    "by": ["region"], "title": {"fr": "Grille", "en": "Grid"}}],
    }]  # fmt: skip


def drawn(store: Store, folder: Path, patch: pytest.MonkeyPatch, lang: str = "fr") -> Any:
    patch.chdir(folder)
    text = Report(store, lang).sections().markdown
    (picture,) = (folder / "figures").glob("*tiles.svg")
    return text, etree.fromstring(picture.read_bytes())


def faces(root: etree._Element) -> dict[str, str]:
    """Return the filling of each tile: a colour, or the address of a pattern."""
    found = {}
    for element in root.iter(f"{SVG}g"):
        if element.get("id", "").startswith("tile-"):
            (path,) = element.iter(f"{SVG}path")
            filling = re.search(r"fill:\s*([^;]+)", path.get("style", ""))
            assert filling is not None
            found[element.get("id", "").removeprefix("tile-")] = filling[1].strip()
    return found


@pytest.mark.parametrize("flag", ["B", "F", "x", "0"])
def test_a_tile_that_may_not_be_shown_has_no_colour(
    tmp_path: Path, flag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_store(tmp_path, change=with_tiles)
    path = store.folder / "estimates.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    mine = (frame["breakdown"] == "region") & (frame["group"] == "1")
    frame.loc[mine, ["estimate", "std_error", "conf_low", "conf_high"]] = ""
    frame.loc[mine, "flag"] = flag
    frame.to_csv(path, index=False, lineterminator="\n")
    text, root = drawn(open_store(store.folder), tmp_path, monkeypatch)
    hidden = faces(root).pop("1")
    assert hidden.startswith("url(#") or hidden.lower() in ("#ffffff", "white")
    hatched = [p for p in root.iter(f"{SVG}pattern")]
    colours = {c for p in hatched for c in re.findall(r"#[0-9a-f]{6}", etree.tostring(p).decode())}
    assert hatched
    assert not colours & {style.BLUE, style.ORANGE}
    words = {
        "B": "nombre insuffisant",
        "F": "trop peu fiable",
        "x": "confidentiel",
        "0": "aucun répondant",
    }[flag]
    said = " ".join(str(c.text).strip() for c in root.iter(etree.Comment))
    assert words in said
    assert all(VERDICTS[face] for name, face in faces(root).items() if name != "1")
    assert "Montréal" in text.split("fig-alt=")[1].split("}")[0]


def test_each_colour_is_the_published_verdict_and_never_the_percentage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_store(tmp_path, change=with_tiles)
    frame = store.table("differences")
    mine = frame[
        (frame["question"] == "trust_ministries")
        & (frame["breakdown"] == "region")
        & (frame["reference"] == "rest")
        & (frame["response"] == "trust")
        & (frame["part"] == "main")
    ].set_index("group")["verdict"]
    _, root = drawn(store, tmp_path, monkeypatch)
    found = faces(root)
    assert set(found) == set(mine.index)
    assert {g: VERDICTS[face] for g, face in found.items()} == mine.to_dict()
    assert len(set(mine)) > 1


def test_a_group_of_several_places_is_one_shape_with_one_label(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, root = drawn(make_store(tmp_path, change=with_tiles), tmp_path, monkeypatch)
    said = [str(c.text).strip() for c in root.iter(etree.Comment)]
    assert said.count("Montréal") == 1
    (shape,) = (e for e in root.iter(f"{SVG}g") if e.get("id") == "tile-1")
    (path,) = shape.iter(f"{SVG}path")
    assert path.get("d", "").count("M") == 2


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_table_gives_base_estimate_and_interval(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    text, _ = drawn(make_store(tmp_path, change=with_tiles), tmp_path, monkeypatch, lang)
    (row,) = re.findall(r'<th scope="row">Estrie</th>(.*?)</tr>', text)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row)
    assert re.fullmatch(r"\d\d[.,]\d(\u00a0)?%", cells[0])
    assert re.search(r"\d (à|to) \d", cells[1])
    assert cells[-1] == "222"


@pytest.mark.parametrize("kind", ["open", "minipublic"])
def test_a_sample_without_inference_has_no_grid(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PublicationError, match="take the block 'tiles'"):
        drawn(make_store(tmp_path, change=with_tiles, sample_type=kind), tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("tiles", "words"),
    [
        ({"1": [0, 0], "2": [0, 0]}, "groups '1' and '2' stand at the same place"),
        ({"1": [[0, 0], [1, 1]]}, "the places of group '1' do not touch"),
        ({"1": [-1, 0]}, "group '1' stands outside of the grid"),
    ],
)
def test_a_grid_that_cannot_be_is_refused(tiles: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Breakdown.model_validate(
            {"id": "r", "label": {"fr": "R"}, "question": "region", "tiles": tiles}
        )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda h: h["breakdowns"]["region"]["tiles"].pop("5"), "no place for 5"),
        (lambda h: h["breakdowns"]["region"]["tiles"].update({"9": [4, 4]}), "no group '9'"),
        (lambda h: h["breakdowns"]["region"].pop("tiles"), "has no `tiles:`"),
        (lambda h: h["sections"][0]["blocks"][0].pop("by"), "one breakdown in `by`"),
        (lambda h: h.update({"report_breakdowns": ["gender"]}), "not in `report_breakdowns`"),
    ],
)
def test_a_grid_that_names_what_is_not_there_is_refused(
    tmp_path: Path, change: Any, words: str
) -> None:
    def wrong(head: dict[str, Any]) -> None:
        with_tiles(head)
        change(head)

    with pytest.raises(DefinitionError, match=words):
        make_store(tmp_path, change=wrong)


def test_what_a_grid_shows_is_in_a_declared_family(tmp_path: Path) -> None:
    def distrust(head: dict[str, Any]) -> None:
        with_tiles(head)
        head["sections"][0]["blocks"][0]["net"] = "gap"

    make_store(tmp_path, change=distrust)
    survey = load_survey(tmp_path / "essai")
    assert family_responses(survey.question("trust_ministries"), survey) == ("trust", "gap")
    assert family_responses(survey.question("trust_schools"), survey) == ("trust",)


def test_a_name_too_long_for_its_tile_is_broken_then_made_smaller(tmp_path: Path) -> None:
    assert broken("Saguenay–Lac-Saint-Jean", 14) == ["Saguenay–", "Lac-Saint-Jean"]
    assert broken("Chaudière-Appalaches", 11) == ["Chaudière-", "Appalaches"]
    tiles = [Tile(str(n), "Anticonstitutionnellement", ((0, n),), shape="open") for n in range(7)]
    save_figure(tile_chart(tiles, legend=[("open", "x")]), "fig-long", tmp_path)
    text = (tmp_path / "figures" / "fig-long.svg").read_text(encoding="utf-8")
    sizes = [100 * float(s) for s in re.findall(r"translate\([^)]*\) scale\((\S+) -", text)]
    assert len(sizes) == 1 + len(tiles)
    assert sorted(sizes)[-2] < 5.0


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_where_no_region_differs_a_sentence_stands_in_the_grid_s_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    store = make_store(tmp_path, change=with_tiles)
    path = store.folder / "differences.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    mine = (frame["breakdown"] == "region") & (frame["reference"] == "rest")
    frame.loc[mine & (frame["verdict"] != ""), "verdict"] = "no_difference_shown"
    frame.to_csv(path, index=False, lineterminator="\n")
    monkeypatch.chdir(tmp_path)
    text = Report(open_store(store.folder), lang).sections().markdown
    assert not list(tmp_path.rglob("*tiles.svg")) and "fig-alt" not in text
    sentence = {"fr": "aucun écart n’est démontré entre", "en": "no difference is shown between"}
    assert text.count(sentence[lang]) == 1
    # the figures are folded beside it, and the question stands with them
    folded = text[text.index(".callout-note collapse") :]
    assert folded.count('<th scope="row">Estrie</th>') == 1
    assert text.count('<th scope="row">Estrie</th>') == 1
    assert "Question" in text[: text.index(".callout-note")]
    title = {"fr": "Résultats de tous les groupes (tableau)", "en": "Results of all groups (table)"}
    assert plain(folded).count(title[lang]) == 1
