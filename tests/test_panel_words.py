"""What a panel's report says of its votes and of its tests, in three languages."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from padai.participation.pages import panel_changes
from padai.participation.pages.panel import adopted_sentence
from padai.participation.pages.panel_changes import Changes
from padai.publishing.basis.numbers import Numbers
from padai.publishing.pieces.emit import Piece
from padai.words import say


def context(lang: str) -> Any:
    return SimpleNamespace(
        lang=lang, numbers=Numbers(lang), say=lambda name, **facts: say(name, lang, **facts)
    )


ADOPTED = {
    (True, True, False): ("adopte deux des trois", "adopts two of the three", "aprueba dos de las tres"),
    (True, False): ("adopte une des deux", "adopts one of the two", "aprueba una de las dos"),
    (True, True): ("adopte les deux", "adopts both", "aprueba las dos"),
    (False, False): ("n’adopte aucune des deux", "none of the two", "ninguna de las dos"),
    (True,): ("adopte la recommandation", "adopts the recommendation", "aprueba la recomendación"),
    (False,): ("n’adopte pas la", "does not adopt the", "no aprueba la"),
}  # fmt: skip


@pytest.mark.parametrize("adopted", ADOPTED)
def test_the_title_of_the_votes_is_what_came_of_them(adopted: tuple[bool, ...]) -> None:
    for lang, words in zip(("fr", "en", "es"), ADOPTED[adopted], strict=True):
        assert words in adopted_sentence(context(lang), adopted)


class Told(Changes):
    def __init__(self, lang: str, rows: list[dict[str, Any]]) -> None:
        self.context, self._rows = context(lang), rows

    def rows(self, name: str) -> list[dict[str, Any]]:
        assert name == "panel_changes"
        return self._rows


def test_a_correction_is_for_the_questions_that_are_tested() -> None:
    """“Corrigée pour le nombre de questions suivies” was said of six, and p was for five."""
    tested = {"reason": "", "p_value": 0.02, "p_adjusted": 0.1}
    rows = [tested] * 5 + [{"reason": "sensitive"}]
    said = Told("fr", rows)._explained()
    assert said.startswith("Les six questions suivies ont été déclarées")
    assert "corrigée pour les cinq questions testées" in said
    assert "question délicate" in said
    alone = Told("fr", [tested])._explained()
    assert alone.startswith("La question suivie a été déclarée")
    assert "corrigée" not in alone and "délicate" not in alone
    assert "nothing is tested" not in Told("en", [tested] * 2)._explained().lower()
    told_before = Told("en", [tested, {"reason": "others_since"}])._explained()
    assert "nothing is tested" not in told_before.lower(), "a plain question may be told before too"


def test_how_often_chance_alone_would_do_as_much_is_said_as_p_says_it() -> None:
    """Beside p = 0.020, and then beside p = 0.070, stood “such a gap would not be rare”."""
    rows = [{"reason": "", "p_value": p, "p_adjusted": q} for p, q in ((0.02, 0.1), (0.07, 0.1))]
    first, second = (Told("en", rows)._chance(row) for row in rows)
    assert "rare for one question alone, but not among the two questions tested" in first
    assert "would come about 7 times in 100" in second
    assert "environ 7 fois sur 100" in Told("fr", rows)._chance(rows[1])
    assert "mais non parmi les deux questions" in Told("fr", rows)._chance(rows[0])


def test_the_figure_of_moves_says_what_chance_alone_may_have_done() -> None:
    """“7 away, 1 toward” was drawn as a finding, of a p-value of 0.28, and the title had none."""
    likely = {
        "reason": "", "question": "a", "response": "x", "moved": 8, "moved_up": 1, "moved_down": 7,
        "n": 34, "p_value": 0.07, "p_adjusted": 0.28, "before": 23, "after": 17,
    }  # fmt: skip
    sure = likely | {"question": "b", "moved_up": 12, "moved_down": 0, "p_adjusted": 0.002}
    sure |= {"response": "mean", "before": 4.5, "after": 6.1}
    drawn: dict[str, Any] = {}

    def figure(_: Any, chart: Any, stem: str, caption: str, alt: str, **more: Any) -> Piece:
        drawn.update(caption=caption, alt=alt, bars=chart.args[0], **more)
        return Piece("")

    told = Told("en", [likely, sure])
    told.context.label = {"a": "Reviewed by a person", "b": "Feeling of knowing"}.get
    told.context.marks = ()
    told.context.words = lambda: SimpleNamespace(precision="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(panel_changes, "figure", figure)
        told._moves_figure([likely, sure])
    assert "one of the two questions" in drawn["caption"]
    assert "Feeling of knowing" in drawn["caption"] and "Reviewed" not in drawn["caption"]
    assert [bar.note for bar in drawn["bars"]] == [
        "n = 34: may be chance alone",
        "n = 34: rarely chance alone",
    ]
    assert "may be chance alone" in drawn["alt"]
