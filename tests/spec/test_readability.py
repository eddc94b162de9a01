"""How easy a text is to read: syllables, words, sentences and scores counted by hand."""

from __future__ import annotations

import pytest

from padai.followup.pages.numbers_aloud import number_words
from padai.followup.pages.readability import (
    flesch_kincaid,
    kandel_moles,
    reading_of,
    sentences_of,
    words_of,
)
from padai.followup.pages.syllables import syllables

# Counted by ear, as they are spoken with care: por-te has a mute e, na-tion a glide.
FRENCH = {
    "porte": 1, "portes": 1, "personne": 2, "confiance": 2, "citoyenne": 3, "nation": 2,
    "ouvrier": 3, "client": 2, "nuage": 2, "situation": 4, "évaluer": 4, "oui": 1, "jouer": 2,
    "idée": 2, "vie": 1, "société": 3, "européen": 4, "pays": 2, "famille": 2, "travailler": 3,
    "question": 2, "qui": 1, "nuit": 1, "réponse": 2, "réalité": 4, "poésie": 3, "naïf": 2,
    "parlent": 1, "étaient": 2, "souvent": 2, "argent": 2, "peuvent": 1, "gouvernement": 4,
    "intelligence": 4, "artificielle": 4, "ministères": 3, "municipalité": 6, "hôpital": 3,
    "décision": 3, "eau": 1, "beaucoup": 2, "premier": 2, "voyage": 2, "monnaie": 2, "août": 1,
    "mangeait": 2, "coopération": 5, "publique": 2, "dialogue": 2, "quelqu’un": 2, "peut-être": 2,
    "l’enquête": 2, "aujourd’hui": 3, "Noël": 2, "poêle": 1, "moins": 1, "quotidien": 3, "cruel": 2,
}  # fmt: skip
ENGLISH = {
    "people": 2, "trust": 1, "trusted": 2, "services": 3, "information": 4, "asked": 1, "wanted": 2,
    "table": 2, "changes": 2, "changed": 1, "government": 3, "municipality": 5, "use": 1, "uses": 2,
    "answers": 2, "the": 1, "review": 2, "artificial": 4, "bodies": 2, "create": 2, "about": 2,
    "private": 2, "being": 2, "area": 3, "safety": 2, "little": 2, "people’s": 2, "beyond": 2,
    "opinion": 3, "well-known": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), FRENCH.items())
def test_syllables_of_french_words(word: str, count: int) -> None:
    assert syllables(word, "fr") == count


@pytest.mark.parametrize(("word", "count"), ENGLISH.items())
def test_syllables_of_english_words(word: str, count: int) -> None:
    assert syllables(word, "en") == count


def test_a_french_text_scored_by_hand() -> None:
    # Le(1) chat(1) dort(1). Il(1) rêve(1) d’une(1) souris(2) grise(1).
    # 8 words, 2 sentences, 9 syllables: 207 - 1.015 x 4 - 73.6 x 9/8 = 120.14
    found = reading_of(["Le chat dort. Il rêve d’une souris grise."], "fr")
    assert (found.words, found.sentences, found.syllables) == (8, 2, 9)
    assert found.score == pytest.approx(207 - 4.06 - 82.8)
    assert found.longest == "Il rêve d’une souris grise."


def test_a_hard_french_text_scored_by_hand() -> None:
    # La(1) réglementation(5) gouvernementale(5) concernant(3) l’intelligence(4) artificielle(4):
    # 6 words, 1 sentence, 22 syllables: 207 - 6.09 - 269.8667
    found = reading_of(
        ["La réglementation gouvernementale concernant l’intelligence artificielle"], "fr"
    )
    assert (found.words, found.sentences, found.syllables) == (6, 1, 22)
    assert found.score == pytest.approx(207 - 1.015 * 6 - 73.6 * 22 / 6)
    assert found.score < 0


def test_an_english_text_scored_by_hand() -> None:
    # We(1) asked(1) people(2) what(1) they(1) think(1). Most(1) said(1) yes(1).
    # 9 words, 2 sentences, 10 syllables: 0.39 x 4.5 + 11.8 x 10/9 - 15.59 = -0.7239
    found = reading_of(["We asked people what they think. Most said yes."], "en")
    assert (found.words, found.sentences, found.syllables) == (9, 2, 10)
    assert found.score == pytest.approx(0.39 * 4.5 + 11.8 * 10 / 9 - 15.59)


def test_the_formulas() -> None:
    assert kandel_moles(100, 10, 150) == pytest.approx(207 - 10.15 - 110.4)
    assert flesch_kincaid(100, 10, 150) == pytest.approx(3.9 + 17.7 - 15.59)


def test_what_is_a_word_and_what_ends_a_sentence() -> None:
    spaced = "Du 5 mai, 2\u202f022 personnes sur 7\u202f003\u202f040 ont dit\u00a0: oui\u202f!"
    assert words_of(spaced) == [
        "Du",
        "5",
        "mai,",
        "2022",
        "personnes",
        "sur",
        "7003040",
        "ont",
        "dit:",
        "oui!",
    ]
    assert words_of("«\u00a0À l’étude\u00a0» – ou 45\u00a0%") == ["«À", "l’étude»", "ou", "45%"]
    assert sentences_of("Oui, à 8 h. Non\u202f? Peut-être… Enfin\u00a0: voir ceci.") == [
        "Oui, à 8 h.",
        "Non\u202f?",
        "Peut-être…",
        "Enfin\u00a0: voir ceci.",
    ]


def test_numbers_and_initials_count_as_they_are_read() -> None:
    # deux mille vingt-cinq: 1 + 1 + 2; I-A: 2
    assert reading_of(["2025"], "fr").syllables == 4
    assert reading_of(["L’IA"], "fr").syllables == 2


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (0, "zéro", "zero"),
        (21, "vingt et un", "twenty-one"),
        (71, "soixante et onze", "seventy-one"),
        (80, "quatre-vingts", "eighty"),
        (81, "quatre-vingt-un", "eighty-one"),
        (99, "quatre-vingt-dix-neuf", "ninety-nine"),
        (200, "deux cents", "two hundred"),
        (1000, "mille", "one thousand"),
        (2022, "deux mille vingt-deux", "two thousand and twenty-two"),
        (80_000, "quatre-vingt mille", "eighty thousand"),
    ],
)
def test_numbers_in_words(value: int, french: str, english: str) -> None:
    assert number_words(value, "fr") == french
    assert number_words(value, "en") == english


def test_a_text_without_a_word_has_no_measure() -> None:
    with pytest.raises(ValueError, match="without a word"):
        reading_of(["…"], "fr")
