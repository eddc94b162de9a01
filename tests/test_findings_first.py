"""What the built pages say of change: since when, over which period, and no more than the tables."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Difference
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sentences import Period, period_phrase
from padai.publishing.basis.sides import quoted, sides_sentence, unknown_sentence
from padai.publishing.exhibits import exhibit_items
from padai.publishing.exhibits.asked import _shared, measures, scale_ends, wordings
from padai.publishing.exhibits.exhibit_items import Item, series_of
from padai.publishing.exhibits.titles import title_of_groups, title_of_levels
from padai.publishing.exhibits.trend import _in_titles, _panel
from padai.store import Store, open_store
from tests.publishing_store import make_store

BARE = {
    "fr": r"(?<!« )\b(?:a augmenté|a diminué|est demeurée stable)(?! depuis \d{4})",
    "en": r"(?<!“)\b(?:has (?:risen|fallen|remained stable)|rose|fell)\b"
    r"(?!(?: by [^;]{1,40}?)?(?: \([^)]*\))? since \d{4})",
}
DATED = {
    "fr": r"\b(?:Depuis \d{4}|Entre \d{4} et \d{4}), (?:(?!\. | : ).){1,600}\. ",
    "en": r"\b(?:Since \d{4}|Between \d{4} and \d{4}), (?:(?!\. |: ).){1,600}\. ",
}
"""A sentence that opens by saying since when, then names what moved, up to its end."""
PAGES = {"fr": ("rapport", "sommaire", "presse"), "en": ("report", "summary", "press")}


_LED = re.compile(r"(?s)<p>([^<]+?)[\s\u00a0]*:</p>\s*<ul>(.*?)</ul>")
"""A line that says since when, and the list of findings that it leads."""


def _led(box: re.Match[str]) -> str:
    """Return a list as a sentence an item, each with the line over it."""
    lead, items = box[1], re.findall(r"(?s)<li>(.*?)</li>", box[2])
    return " ".join(f"{lead}, {item.strip().rstrip('.;')}. " for item in items)


def text_of(page: Path) -> str:
    """Return what a reader sees of a page, alternative texts included, plain spaces."""
    text = page.read_text(encoding="utf-8")
    text = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text)
    alts = " ".join(re.findall(r'alt="([^"]*)"', text))
    text = _LED.sub(_led, text)
    text = re.sub(r"<[^>]+>", " ", text) + " " + alts
    return re.sub(r"\s+", " ", html.unescape(text).replace("\u00a0", " ").replace("\u202f", " "))


@pytest.fixture(scope="module")
def release(built_example: Path) -> Path:
    (page,) = (built_example / "releases").glob("*/*/*/fr/rapport.html")
    return page.parent.parent


@pytest.fixture(scope="module")
def kept(release: Path) -> Store:
    (texts,) = release.glob("*/texts.json")
    return open_store(texts.parent)


def undated(text: str, lang: str) -> re.Match[str] | None:
    """Return a verdict that does not say since when."""
    return re.search(BARE[lang], re.sub(DATED[lang], " ", text))


def test_a_date_counts_for_its_own_sentence_alone() -> None:
    dated = "Depuis 2024, « Police » a augmenté de 4,9 points ; « Écoles » a diminué de 2 points. "
    assert not undated(dated, "fr")
    assert undated(f"{dated}« Police » va. Elle a augmenté de 2 points.", "fr")
    assert undated("Depuis 2024, la confiance a augmenté : +2 points. ", "fr")
    assert not undated("Since 2024, “Police” rose by 4.9 points. ", "en")
    assert undated("Since 2024, “Police” rose by 4.9 points. It fell by 2.", "en")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_verdict_says_since_when(release: Path, lang: str) -> None:
    pages = [release / lang / f"{name}.html" for name in PAGES[lang]]
    pages += [p for p in sorted((release / lang).rglob("*.html")) if p.parent.name != lang]
    assert len(pages) > 5
    for page in pages:
        found = undated(text_of(page), lang)
        assert found is None, (page.name, found and found.group())


def test_the_whole_period_is_said_before_the_last_step(release: Path) -> None:
    said = text_of(release / "fr" / "rapport.html")
    cards = said[said.index("63,7 % Font confiance") :]
    assert cards.index("entre 2023 et 2025") < cards.index("A augmenté depuis 2024")
    assert "Aucune tendance démontrée depuis 2023" in cards


def test_no_stable_stands_without_the_whole_period(release: Path, kept: Store) -> None:
    said = text_of(release / "fr" / "rapport.html")
    context = Context(kept, "fr")
    for result in kept.survey.key_results:
        told = context.lookup.whole_period(result.question, result.net)
        assert told is not None
        assert told.verdict in ("rose", "fell", "cannot_tell")
    stable = said.index("Est demeurée stable depuis 2024")
    assert "depuis 2023" in said[stable - 200 : stable]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_stands_before_a_list_of_findings_starts_like_a_sentence(
    release: Path, lang: str
) -> None:
    heads = []
    for page in sorted((release / lang).rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        heads += re.findall(r"<li>\s*(?:<p>\s*)?<strong>([^<]+)</strong>", text)
    verdicts = {"fr": r"depuis \d{4}|pas d’écart", "en": r"since \d{4}|no difference"}[lang]
    judged = [h for h in heads if re.search(verdicts, h.replace("\u00a0", " "), re.IGNORECASE)]
    assert len(judged) > 5
    assert [h for h in judged if h[:1].islower()] == []


def captions(release: Path, lang: str) -> list[str]:
    page = (release / lang / f"{PAGES[lang][0]}.html").read_text(encoding="utf-8")
    found = re.findall(r"(?s)<figcaption\b.*?</figcaption>", page)
    return [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", c))).strip() for c in found]


def test_the_title_of_a_figure_of_series_is_its_finding(release: Path, kept: Store) -> None:
    """Up, down and untold are those of the store's verdicts, with their sizes."""
    title = next(c for c in captions(release, "fr") if "Entre 2023 et 2025" in c)
    plain = title.replace("\u00a0", " ").replace("\u202f", " ")
    assert (
        "la confiance envers les services en ligne de la ville a augmenté de 12 points ; "
        "la confiance envers la ville pour protéger les données a diminué de 9,6 points ; "
        "aucune tendance n’est démontrée pour un autre résultat."
    ) in plain
    slopes = kept.tables["slopes"]
    ends = slopes[(slopes["term"] == "ends") & (slopes["verdict"] == "rose")]
    assert ends["estimate"].round(3).tolist() == [0.121]
    assert "Total confiance, d’une édition à l’autre" in plain  # today's caption is the subtitle


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_figure_quotes_its_questions(release: Path, lang: str) -> None:
    page = (release / lang / f"{PAGES[lang][0]}.html").read_text(encoding="utf-8")
    blocks = re.split(r"<figure\b", page)[1:]
    report = [b for b in blocks if re.search(r"Figure\s*(?:&nbsp;|\u00a0)?\d", b)]
    assert len(report) > 4
    for block in report:
        assert re.search(r"Questions?(?:\u00a0|&nbsp;| )?:", block), block[:300]


def test_the_explorer_has_a_phrase_that_says_since_when(release: Path) -> None:
    page = (release / "fr" / "explorateur.html").read_text(encoding="utf-8")
    phrases, _ = json.JSONDecoder().raw_decode(
        page, page.index('"verdicts":{') + len('"verdicts":')
    )
    assert {"rose", "stable", "cannot_tell"} <= set(phrases)
    for phrase in phrases.values():
        assert "{wave}" in phrase


# --- titles, on the invented store -------------------------------------------------------------


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return Context(make_store(tmp_path_factory.mktemp("findings")), "fr")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("term", "verdict", "change", "fr", "en"),
    [
        (
            "slope",
            "fell",
            -0.0198,
            "recule de 2,0 points de pourcentage par an depuis 2021",
            "has fallen by 2.0 percentage points a year since 2021",
        ),
        (
            "slope",
            "rose",
            0.0042,
            "progresse de 0,42 point de pourcentage par an depuis 2021",
            "has risen by 0.42 percentage points a year since 2021",
        ),
        (
            "ends",
            "rose",
            0.1206,
            "gagne 12 points de pourcentage entre 2021 et 2025",
            "gained 12 percentage points between 2021 and 2025",
        ),
        (
            "ends",
            "cannot_tell",
            0.01,
            "aucune tendance démontrée depuis 2021",
            "no trend shown since 2021",
        ),
    ],
)
def test_a_period_is_said_with_two_digits(
    term: str, verdict: str, change: float, fr: str, en: str
) -> None:
    told = Period(term, verdict, change, change - 0.01, change + 0.01, "2021", "2025", True)
    assert plain(period_phrase(told, Numbers("fr"), "share")) == fr
    assert plain(period_phrase(told, Numbers("en"), "share")) == en


def test_a_change_a_year_and_one_in_all_are_in_two_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“(+4.8 points), (0.0 points a year)” in one list: two readers took one number for the other."""
    context = Context(make_store(tmp_path), "en")
    terms = {"trust_police": "ends", "trust_schools": "slope", "trust_health": "slope"}

    def judged(_: Context, item: Item) -> Period:
        term = terms[item.question]
        return Period(term, "cannot_tell", 0.01, -0.01, 0.03, "2021", "2025", True)

    monkeypatch.setattr(exhibit_items, "period_of", judged)
    named = [(question, Item(question, "trust")) for question in terms]
    told = plain(exhibit_items.period_list(context, named).markdown).replace("\\", "")
    lines = told.split("No trend shown")[1:]
    assert ["a year" in line for line in lines] == [False, True]
    assert "between 2021 and 2025" in lines[0] and "in all)" in lines[0]
    assert "since 2021" in lines[1] and lines[1].count("a year)") == 2


def test_a_series_that_ended_earlier_does_not_say_since() -> None:
    told = Period("slope", "fell", -0.02, -0.03, -0.01, "2021", "2024", False)
    assert period_phrase(told, Numbers("en"), "share").endswith("between 2021 and 2024")


def long_sides(lang: str) -> dict[str, list[tuple[str, str]]]:
    names = [(quoted(f"A{k}", lang), f"{9 - k} points") for k in range(6)]
    more = [*names, *names, (quoted("B", lang), "1 point")]
    return {"up": names, "down": more, "open_period": names}


def test_long_lists_are_counted() -> None:
    said = {
        lang: plain(sides_sentence("Depuis 2021", long_sides(lang), lang, counted=["open_period"]))
        for lang in ("fr", "en", "es")
    }
    assert said["fr"] == (
        "Depuis 2021, « A0 » a augmenté de 9 points, « A1 » de 8 points, « A2 » de 7 points, "
        "et trois autres résultats ont aussi augmenté ; « A0 » a diminué de 9 points, « A1 » de "
        "8 points, « A2 » de 7 points, et 10 autres résultats ont aussi diminué ; aucune tendance "
        "n’est démontrée pour six autres résultats."
    )
    assert "“A2” by 7 points, and three other results have also risen; " in said["en"]
    assert "«A2» 7 points, y otros tres resultados también aumentaron; " in said["es"]
    whole = sides_sentence("Depuis 2021", long_sides("fr"), "fr", counted=["open_period"])
    assert "10\u00a0autres résultats" in whole, "a number is not parted from its noun"
    assert sides_sentence("Depuis 2021", {"up": []}, "fr") == ""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "fr",
            "Entre 2021 et 2025, « A, b » et « B » ont augmenté ; « C » demeure stable dans les "
            "limites déclarées ; les données ne permettent pas de conclure pour « D ».",
        ),
        (
            "en",
            "Entre 2021 et 2025, “A, b” and “B” rose; “C” is stable within the declared margin; "
            "the data do not allow a conclusion for “D”.",
        ),
        (
            "es",
            "Entre 2021 et 2025, «A, b» y «B» aumentaron; «C» se mantiene estable dentro del "
            "margen declarado; los datos no permiten concluir para «D».",
        ),
    ],
)
def test_a_size_that_is_not_shown_is_not_said(lang: str, said: str) -> None:
    """Where one of several has no size, none is said; a name with a comma is quoted whole."""
    a, b, c, d = (quoted(name, lang) for name in ("A, b", "B", "C", "D"))
    sides = {"up": [(a, "2 points"), (b, "")], "same": [(c, "")], "open_step": [(d, "")]}
    assert plain(sides_sentence("Entre 2021 et 2025", sides, lang, between=True)) == said


@pytest.mark.parametrize(
    ("lang", "what", "some", "of", "said"),
    [
        (
            "fr",
            "broken",
            1,
            4,
            "Une des quatre comparaisons principales déclarées ne peut être faite "
            "avec 2024 : « A ».",
        ),
        (
            "fr",
            "broken",
            2,
            4,
            "Deux des quatre comparaisons principales déclarées ne peuvent être "
            "faites avec 2024 : « A ».",
        ),
        (
            "en",
            "broken",
            4,
            4,
            "None of the four main comparisons declared can be made with 2024: “A”.",
        ),
        (
            "fr",
            "open",
            12,
            12,
            "Depuis 2024, les données ne permettent pas de conclure pour les 12 "
            "comparaisons principales déclarées : « A ».",
        ),
        (
            "es",
            "flat",
            1,
            2,
            "Desde 2024, no se demuestra ninguna tendencia para una de las dos "
            "comparaciones principales declaradas: «A».",
        ),
        ("en", "open", 1, 1, "Since 2024, the data do not allow a conclusion: “A”."),
    ],
)
def test_what_cannot_be_said_is_a_sentence(
    lang: str, what: str, some: int, of: int, said: str
) -> None:
    assert (
        plain(unknown_sentence([quoted("A", lang)], some, of, "2024", Numbers(lang), what)) == said
    )


def test_a_series_of_a_group_is_named_by_its_question_too(context: Context) -> None:
    """It is the trust of university graduates that rose, not the university."""
    group = Item("trust_health", "trust", "gender", "F")
    whole = Item("trust_health", "trust")
    named = _in_titles(context, [("Femmes", group), ("Santé", whole)])
    assert named == [("Réseau de la santé, Femmes", group), ("Santé", whole)]


def test_a_picture_of_a_line_says_its_whole_period_where_it_moved(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture is passed on alone: “stable since 2024” stood under a line that falls."""
    item = Item("trust_health", "trust")
    cells = series_of(context.lookup, item)
    assert _panel(context, item, cells, 1).over == ""  # no trend is shown
    for verdict, over in (
        ("fell", "recule de 2,0 points par an depuis 2021"),
        ("cannot_tell", ""),
    ):
        told = Period("slope", verdict, -0.02, -0.03, -0.01, "2021", "2025", True)
        monkeypatch.setattr("padai.publishing.exhibits.trend.period_of", lambda *_, told=told: told)
        assert plain(_panel(context, item, cells, 1).over) == over


def _contrasts(context: Context, verdict: str) -> list[tuple[object, Difference]]:
    found = []
    for group in context.groups("gender"):
        cell = context.lookup.cell("trust_police", "trust", "gender", group)
        contrast = context.lookup.contrast("trust_police", "trust", "gender", group)
        if cell is not None and contrast is not None:
            import dataclasses

            found.append((cell, dataclasses.replace(contrast, verdict=verdict)))
    assert found
    return found


def test_a_group_that_is_not_selected_is_not_in_a_title(context: Context) -> None:
    assert title_of_groups(context, "Police", _contrasts(context, "lower")) == "Police."
    said = title_of_groups(context, "Police", _contrasts(context, "no_difference_shown"))
    assert plain(said) == "Police : pas d’écart démontré entre les groupes."


def test_a_figure_of_two_measures_names_both(context: Context) -> None:
    both = [Item("trust_police", "trust"), Item("trust_health", "gap")]
    said = plain(measures(context, both))
    assert "Total confiance, en % (" in said
    assert "Confiance moins méfiance, en points de pourcentage (" in said
    assert measures(context, both[:1]).startswith("Total confiance")


def test_questions_of_one_start_are_quoted_once(context: Context) -> None:
    alike = [Item("trust_police", "trust"), Item("trust_health", "trust")]
    assert "Dans quelle mesure faites-vous confiance" in wordings(context, alike)
    apart = [Item("trust_police", "trust"), Item("role", "informs")]
    said = plain(wordings(context, apart))
    assert said.startswith("Questions : ")
    assert "Quel rôle accepteriez-vous?" in said


def test_what_questions_end_with_alike_is_quoted_with_their_start() -> None:
    """A start alone would quote two questions by the same words, or one without its verb."""
    asked = [
        "How worried are you that AI used to sort mail harms someone?",
        "How worried are you that AI used to grade work harms someone?",
    ]
    assert _shared(asked) == ("How worried are you that AI used to", " harms someone?")
    fr = [f"À quel point l’usage de l’IA pour {x} vous préoccupe-t-il\u00a0?" for x in ("a b", "c")]
    assert _shared(fr) == ("À quel point l’usage de l’IA pour", " vous préoccupe-t-il\u00a0?")
    # half a word is no end, and what starts as a question stays one
    assert _shared(["Do you trust the police?", "Do you trust the choice?"])[1] == "?"
    assert _shared(["Do you trust them\u00a0?", "Do you trust us\u00a0?"])[1] == "\u00a0?"
    assert _shared(["Tell us of art", "Tell us of part"]) == ("Tell us of", "")


def test_the_ends_of_a_scale_are_said_of_their_own_items(context: Context) -> None:
    same = [Item("effect_me", "mean"), Item("effect_society", "mean")]
    assert plain(scale_ends(context, same)) == (
        "Échelle de 0 (« très négatif ») à 10 (« très positif »)."
    )
    mixed = plain(scale_ends(context, [*same, Item("role", "informs")]))
    assert mixed.startswith("Effet sur moi et Effet sur la société : échelle de 0")


def test_levels_are_a_range_and_no_order_of_ranks(context: Context) -> None:
    chosen = [Item(f"trust_{k}", "trust") for k in ("police", "health")]
    said = plain(title_of_levels(context, chosen, "x"))
    assert re.match(r"Total confiance : de \d", said)
    assert "majorité" not in said
