"""The report: what it shows, what it never shows, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from padai.charts import style
from padai.charts.data import Axis, ChartRow, Panel, Point
from padai.charts.rows import row_chart
from padai.charts.trend import trend_chart
from padai.errors import PublicationError, RenderError
from padai.publishing import open_store
from padai.publishing.basis.context import Context
from padai.publishing.chapters.methodology import _mode as mode_of
from padai.publishing.pieces.tables import Column, TableRow, html_table
from padai.publishing.report import Report
from padai.store import Store
from tests.publishing_store import BODIES, make_store


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pictures of cards go where the test is."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def report(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    return Report(store, "fr")


def _read(piece: Any) -> str:
    """Return what a reader sees: no strokes, plain spaces."""
    text = re.sub(r"\\(.)", r"\1", piece.markdown)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_all_key_results_stand_in_their_order(report: Report) -> None:
    text = _read(report.key_findings())
    places = [text.index(f"Confiance envers {i}.") for i in range(4)]
    assert places == sorted(places)
    assert text.count("(n = 2 003)") == 4


def test_a_key_result_declared_later_says_so(tmp_path: Path) -> None:
    def late(head: dict[str, Any]) -> None:
        head["key_results"]["k2"]["declared"] = "2025-06-01"

    text = _read(Report(make_store(tmp_path, change=late), "fr").key_findings())
    assert text.count("Trouvé en regardant.") == 1


def test_the_reason_of_a_break_stands_in_a_card(tmp_path: Path) -> None:
    def police(head: dict[str, Any]) -> None:
        head["key_results"]["k0"]["question"] = "trust_police"

    text = _read(Report(make_store(tmp_path, change=police), "fr").key_findings())
    assert (
        "Résultat non comparable avec l’édition 2024 : libellé (1er janvier 2025); voir le "
        "chapitre sur la comparabilité."
    ) in text


def test_a_break_is_said_and_not_compared(report: Report) -> None:
    text = _read(report.section("trust"))
    assert "**Non comparable avec 2024** : Police." in text
    assert "Rupture de série (1er janvier 2025), Police. Le libellé a changé." in text


def test_a_break_is_told_in_full_once_a_chapter(tmp_path: Path) -> None:
    """Each figure of a chapter told its five lines again."""

    def again(head: dict[str, Any]) -> None:
        blocks = head["sections"][0]["blocks"]
        more = {"kind": "trend", "questions": ["trust_police"], "title": {"fr": "A", "en": "A"}}
        blocks.append(more)

    text = _read(Report(make_store(tmp_path, change=again), "fr").section("trust"))
    assert text.count("Le libellé a changé.") == 1
    told = (
        "Rupture de série (1er janvier 2025) : décrite sous une figure précédente de ce chapitre."
    )
    assert text.count(told) == 1 and text.index("Le libellé a changé.") < text.index(told)


def test_a_part_of_less_than_a_minute_has_no_length(tmp_path: Path) -> None:
    """A wave that asked one question of a tracker was said to last 0 minutes."""
    context = Context(make_store(tmp_path), "fr")
    part = context.part()
    for minutes, said in ((0.3, False), (7.4, True)):
        context.store.facts["minutes"] = {part.mode: minutes}
        assert ("minutes" in mode_of(context, "main", part)) is said


def test_every_figure_has_alt_text_and_its_data(report: Report) -> None:
    text = _read(report.sections())
    figures = re.findall(r"!\[(.*?)\]\((\S+)\)\{#(\S+) fig-alt=\"(.*?)\"\}", text)
    assert len(figures) == 10
    for caption, source, label, alt in figures:
        assert (Path.cwd() / source).is_file()
        assert (Path.cwd() / source.replace(".svg", ".png")).is_file()
        assert len(alt) > 40
        assert alt != caption
        assert "N =" not in caption  # the sign of a base is a small letter
        assert f"::: {{#{label.replace('fig-', 'tbl-')}}}" in text


def test_numbers_in_text_are_those_of_the_store(report: Report, store: Store) -> None:
    frame = store.table("estimates")
    frame = frame[(frame["part"] == "main") & (frame["group"] == "total")]
    text = _read(report.section("trust"))
    for key in BODIES:
        mine = frame[(frame["question"] == f"trust_{key}") & (frame["response"] == "trust")]
        percent = f"{mine['estimate'].iloc[0] * 100:.1f}".replace(".", ",")
        assert f"{percent} %" in text


def test_a_withheld_group_is_named_and_not_drawn(report: Report) -> None:
    text = _read(report.section("trust"))
    row = re.search(r"<th scope=\"row\">Personnes non binaires</th>(.*?)</tr>", text)
    assert row is not None
    assert "nombre insuffisant" in row[1]
    assert not re.search(r"\d+,\d", row[1])


def test_the_methodology_gives_every_item(report: Report) -> None:
    text = _read(report.methodology())
    for words in (
        "Base de sondage.",
        "Réponse.** Non fourni. Essai.",
        "Contrat.** Sans objet. Essai.",
        "Effet de plan de Kish : 1,42.",
        "Taille effective de l’échantillon : 1 411.",
        "Genre : Recensement; 2021 (telle que publiée).",
        "Résultats non pondérés.",
        "Réponses identiques à toute une grille (avertissement, Échantillon principal) : Police "
        "(trust_police); 14 cas. Accepté : Grille courte (responsable, A. B., 2025-06-02).",
        "durée des entrevues.",
        "Personnes invitées : 9 120; questionnaires terminés : 2 003; questionnaires exclus : 17.",
        "Bornes des facteurs de calage : 0,2 et 5,0.",
        "durée estimée des questions publiées ici : 12 minutes",
    ):
        assert words in text, words


def test_an_item_that_is_neither_given_nor_declared_absent_stops(tmp_path: Path) -> None:
    def lacking(head: dict[str, Any]) -> None:
        del head["methodology"]["frame"]

    with pytest.raises(PublicationError, match="the methodology lacks frame"):
        Report(make_store(tmp_path, change=lacking), "fr").methodology()


def test_the_questionnaire_gives_words_by_mode_and_language(report: Report) -> None:
    text = _read(report.questionnaire())
    assert "En ligne, français : [Dans quelle mesure faites-vous confiance… (Police)]" in text
    assert '[Would you say that you trust… (Police)]{.verbatim lang="en-CA"}' in text
    assert "Base : « Usages de l’IA » = Dans un service public." in text


def test_a_language_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    store = make_store(tmp_path, languages=("fr",))
    with pytest.raises(PublicationError, match="not published in 'en'"):
        Report(store, "en")


def test_an_unknown_section_is_refused(report: Report) -> None:
    with pytest.raises(PublicationError, match="no section 'truth'"):
        report.section("truth")


def test_no_store_named_is_one_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PADAI_STORE", raising=False)
    with pytest.raises(PublicationError, match="PADAI_STORE"):
        open_store()


@pytest.mark.parametrize(
    ("status", "words"),
    [("draft", "Ébauche : ne pas diffuser"), ("demonstration", "Démonstration")],
)
def test_the_status_is_marked(tmp_path: Path, status: str, words: str) -> None:
    block = Report(make_store(tmp_path, status=status), "fr").title().markdown
    values = yaml.safe_load(block.strip().strip("-"))
    for key in ("banner", "footer"):
        assert words in re.sub(r"\\(.)", r"\1", values[key]).replace("\u202f", " ")


def test_labels_are_text_and_never_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def sly(head: dict[str, Any]) -> None:
        head["breakdowns"]["gender"]["label"] = {
            "fr": "<img src=x onerror=a> [a](javascript:b)", "en": "$x$ `<b>`{=html}",
        }  # fmt: skip

    monkeypatch.chdir(tmp_path)
    text = Report(make_store(tmp_path, change=sly), "fr").section("trust").markdown
    # neither an attribute nor escaped HTML is read as Markdown
    text = re.sub(r'fig-alt="(\\.|[^"])*"|```\{=html\}.*?```', "", text, flags=re.DOTALL)
    assert "<img" not in text.replace("\\<img", "")
    assert "](javascript" not in text


def test_same_store_same_bytes(store: Store, tmp_path: Path, monkeypatch: Any) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        text = Report(store, "en").section("trust").markdown
        pictures = {p.name: p.read_bytes() for p in sorted(Path("figures").iterdir())}
        made.append((text, pictures))
    assert made[0] == made[1]


# --- charts ----------------------------------------------------------------------------------


def test_colours_reach_three_to_one_on_white() -> None:
    colours = [style.BLUE, style.ORANGE, style.GREY, style.INK, style.SOFT]
    for first, last in (style.POSITIVE, style.NEGATIVE, style.NEUTRAL, style.SEQUENTIAL):
        colours += style.shades(first, last, 4)
    assert {c: round(style.contrast(c), 2) for c in colours if style.contrast(c) < 3} == {}


def test_letters_on_a_colour_can_be_read() -> None:
    shades = [
        s
        for pair in (style.POSITIVE, style.NEGATIVE, style.NEUTRAL, style.SEQUENTIAL)
        for s in style.shades(*pair, 4)
    ]
    assert all(style.contrast(style.text_on(s), s) >= 4.5 for s in shades)


def _axis() -> Axis:
    return Axis(0.0, 100.0, (0.0, 50.0, 100.0), lambda v: f"{v:.0f}")


def test_a_line_stops_at_a_break_and_at_a_missing_point() -> None:
    points = (
        *(Point(v, v - 3, v + 3, f"{v}") for v in (50.0, 52.0, 54.0)),
        Point(float("nan")), Point(58.0, 55.0, 61.0, "58"),
    )  # fmt: skip
    panel = Panel("A", "", (2021.0, 2022.0, 2023.0, 2024.0, 2025.0), points, frozenset({0}))
    chart = trend_chart(
        [panel], axis=_axis(), ticks=[(2021.0, "2021"), (2025.0, "2025")], break_word="rupture"
    )
    lines = [ln.get_xdata().tolist() for ln in chart.axes[0].lines if ln.get_marker() == "o"]
    assert lines == [[2021.0], [2022.0, 2023.0], [2025.0]]
    assert "rupture" in {t.get_text() for t in chart.axes[0].texts}


def test_a_value_that_may_not_be_shown_is_words_and_no_mark() -> None:
    rows = [
        ChartRow("Vu", (Point(40.0, 35.0, 45.0, "40"),)),
        ChartRow("Caché", (Point(float("nan")),)),
    ]
    chart = row_chart(rows, axis=_axis(), withheld="nombre insuffisant")
    marks = [ln for ln in chart.axes[0].lines if ln.get_marker() not in ("None", None, "")]
    assert len(marks) == 1
    assert any("nombre insuffisant" in t.get_text() for t in chart.axes[0].texts)


def test_a_table_has_scopes_and_escapes_its_texts() -> None:
    html = html_table("Groupe", [Column("n")], [TableRow("<Âge>"), TableRow("18–34", ("<12>",))])
    assert html.count('scope="col"') == 2
    assert '<th scope="rowgroup" colspan="2" class="group">&lt;Âge&gt;</th>' in html
    assert '<th scope="row">18–34</th><td class="right">&lt;12&gt;</td>' in html
    with pytest.raises(RenderError, match=r"cells \(2\) .* columns \(1\)"):
        html_table("G", [Column("n")], [TableRow("a", ("1", "2"))])


# --- whole pages -----------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "document"), [("fr", "rapport"), ("en", "report")])
def test_the_templates_render(store: Store, tmp_path: Path, lang: Any, document: str) -> None:
    from importlib.resources import files

    from padai.publishing.engine import render

    templates = Path(str(files("padai.publishing") / "templates"))
    (made,) = render(
        templates,
        [f"{lang}/{document}.qmd"],
        tmp_path,
        store=store.folder,
        lang=lang,
        source_date=1764028800,
        engine="embedded",
    )
    page = made.path.read_text(encoding="utf-8")
    synthetic = {"fr": "Données fictives", "en": "Synthetic data"}[lang]
    assert f'<html lang="{lang}-CA">' in page
    assert page.count(synthetic) >= 3
    assert page.count("<figure") == 10
    assert page.count("<h1") == 1
