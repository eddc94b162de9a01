"""Sentences say the verdict's own phrase, and no output uses a word that its sample forbids."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from padai.errors import PublicationError
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sentences import (
    GROUP_PHRASES,
    WAVE_PHRASES,
    change_sentence,
    definite,
    majority_clause,
    verdict_phrase,
    wave_phrases,
)
from padai.publishing.basis.vocabulary import check_words, forbidden_words
from padai.publishing.products.workbooks import write_workbook
from padai.publishing.report import Report
from padai.store import Store
from tests.publishing_store import make_store

PIECES = [
    "title",
    "notices",
    "key_findings",
    "sections",
    "other_parts",
    "comparability",
    "methodology",
    "questionnaire",
    "how_to_read",
]


@pytest.mark.parametrize(
    ("verdict", "fr", "en"),
    [
        ("rose", "a augmenté", "has risen"),
        ("fell", "a diminué", "has fallen"),
        (
            "stable",
            "est demeurée stable (à ± 3 points près)",
            "has remained stable (within ± 3 points)",
        ),
        (
            "cannot_tell",
            "les données ne permettent pas de conclure",
            "the data do not allow a conclusion",
        ),
        ("rose_less_than_margin", "a augmenté (de moins de 3 points)", None),
        ("higher", "plus élevée", "higher"),
        ("lower", "plus basse", "lower"),
        ("comparable", "comparable (à ± 3 points près)", "comparable (within ± 3 points)"),
        ("no_difference_shown", "pas d’écart démontré", "no difference shown"),
        ("", "", ""),
    ],
)
def test_phrases(verdict: str, fr: str, en: str | None) -> None:
    said = verdict_phrase(verdict, Numbers("fr"), 3.0)
    assert said.replace("\u00a0", " ") == fr
    if en is not None:
        said = verdict_phrase(verdict, Numbers("en"), 3.0)
        assert said.replace("\u00a0", " ") == en


@pytest.mark.parametrize("verdict", WAVE_PHRASES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_verdict_on_waves_says_since_when(verdict: str, lang: str) -> None:
    said = verdict_phrase(verdict, Numbers(lang), 3.0, "2024")
    assert "2024" in said
    assert "{" not in said
    assert wave_phrases(lang)[verdict].count("{wave}") == 1


def test_no_phrase_says_that_nothing_changed() -> None:
    for phrases in (*WAVE_PHRASES.values(), *GROUP_PHRASES.values()):
        assert not re.search("pas de changement|no change|inchangé", " ".join(phrases.values()))


def _sentence(verdict: str, lang: str = "fr", **other: Any) -> str:
    given: dict[str, Any] = {
        "kind": "share", "reference": "l’édition 2024", "since": "2024", "change": 0.042, "low": 0.01, "high": 0.074,
        "margin": 3.0, "interval": "IC à 95 %",
    }  # fmt: skip
    text = change_sentence(verdict, Numbers(lang), **(given | other))
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_sentence_holds_verdict_size_and_interval() -> None:
    assert _sentence("rose") == (
        "Cette part a augmenté depuis 2024 : +4,2 points de pourcentage (IC à 95 % : +1,0 à +7,4)."
    )


def test_cannot_tell_has_no_subject() -> None:
    assert _sentence("cannot_tell").startswith(
        "Les données ne permettent pas de conclure (depuis 2024) : "
    )


def test_a_break_gives_its_reason_and_no_number() -> None:
    nothing = float("nan")
    said = _sentence(
        "not comparable", change=nothing, low=nothing, high=nothing, break_text="Nouvelle firme."
    )
    assert said == "Résultat non comparable avec l’édition 2024 : Nouvelle firme."


def test_an_exploratory_comparison_has_no_sentence() -> None:
    assert _sentence("") == ""


@pytest.mark.parametrize(
    ("label", "fr", "en"),
    [
        ("Édition 2024", "l’édition 2024", "the Édition 2024"),
        ("vague 3", "la vague 3", "the vague 3"),
        ("2018", "l’édition 2018", "the 2018 edition"),
    ],
)
def test_a_wave_takes_its_article(label: str, fr: str, en: str) -> None:
    assert definite(label, "fr") == fr
    assert definite(label, "en") == en


@pytest.mark.parametrize(("low", "said"), [(0.4999, False), (0.5, False), (0.5001, True)])
def test_a_majority_needs_its_lower_bound_over_one_half(low: float, said: bool) -> None:
    assert bool(majority_clause(low, "fr")) is said
    assert bool(majority_clause(low, "en")) is said


def test_forbidden_words_are_found_in_every_form() -> None:
    text = "La marge d'erreur, 19 fois sur 20, est significative ; échantillon représentatif."
    assert len(forbidden_words(text, "quota")) == 4
    assert not forbidden_words(text, "probability")
    assert forbidden_words("Cette part a augmenté.", "open") == ["a augmenté"]
    with pytest.raises(PublicationError, match="'margin of error'"):
        check_words("The margin of error is 3.", "quota", "a note")


@pytest.fixture(scope="module", params=["probability", "quota", "open", "minipublic"])
def typed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    kind = request.param
    return kind, make_store(tmp_path_factory.mktemp(kind), sample_type=kind)


def _pictures(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what pictures say instead of saving them."""
    from matplotlib.text import Text

    said: list[str] = []

    def kept(figure: Any, label: str, narrow: Any = None) -> str:
        for one in filter(None, (figure, narrow)):
            said.append(" ".join(t.get_text() for t in one.findobj(Text)))
        return f"figures/{label}.svg"

    monkeypatch.setattr("padai.publishing.engine.pictures.save_figure", kept)
    return said


def _said(markdown: str) -> str:
    """Return what a reader sees: no strokes before signs, no codes for letters."""
    text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), markdown)
    return re.sub(r"\\+([^\\])", r"\1", text)


def _workbook_texts(store: Store, lang: str, folder: Path) -> list[str]:
    import openpyxl

    path = folder / f"{lang}.xlsx"
    write_workbook(store, lang, path)
    book = openpyxl.load_workbook(path)
    return [
        "\n".join(str(c.value) for row in page.iter_rows() for c in row if c.value is not None)
        for page in book.worksheets
    ]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_output_keeps_to_the_words_of_its_sample(
    typed: tuple[str, Store], lang: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kind, store = typed
    pictures = _pictures(monkeypatch)
    report = Report(store, lang)
    pieces = [_said(getattr(report, name)().markdown) for name in PIECES]
    sheets = _workbook_texts(store, lang, tmp_path)
    synthetic = {"fr": "Données fictives", "en": "Synthetic data"}[lang]
    everything = pieces + pictures + sheets
    for text in everything:
        assert forbidden_words(text, kind) == [], text[:200]  # type: ignore[arg-type]
    assert pictures
    # the marks of a sheet stand in its footer, which test_publishing_workbook reads
    marked = (*pictures, sheets[0], *sheets[3:], pieces[0])
    assert all(synthetic in text for text in marked)
    banner = {
        ("open", "fr"): "Consultation ouverte",
        ("open", "en"): "Open consultation",
        ("minipublic", "fr"): "Panel citoyen",
        ("minipublic", "en"): "Citizens’ panel",
    }.get((kind, lang))
    if banner:
        assert all(banner in text for text in marked)
    joined = "\n".join(everything)
    if kind == "probability":
        interval = {"fr": "intervalle de confiance à 95", "en": "95% confidence interval"}[lang]
        assert interval in joined.lower()
    if kind == "quota":
        under = {"fr": "Échantillon non probabiliste", "en": "Non-probability sample"}[lang]
        figures = [p for p in everything[3].split("### ") if "fig-alt" in p]
        assert all(under in p for p in figures)
        assert {"fr": "non probabiliste", "en": "non-probability"}[lang] in everything[0]


def test_an_open_consultation_has_no_trend(tmp_path: Path) -> None:
    def with_trend(head: dict[str, Any]) -> None:
        head["sections"][0]["blocks"] = [
            {"kind": "trend", "questions": ["trust_police"], "title": {"fr": "T", "en": "T"}}
        ]

    store = make_store(tmp_path, sample_type="open", change=with_trend)
    with pytest.raises(PublicationError, match="without trends"):
        Report(store, "fr").sections()
