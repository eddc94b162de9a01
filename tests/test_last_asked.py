"""A question that the edition before did not ask: when it was last asked, and no verdict.

An edition is compared with the one before alone. CEP asked of trust in 65 and 67, and not in 66:
nothing told of 65.
"""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Cell
from padai.publishing.chapters.key_result_rows import key_rows
from padai.publishing.chapters.press import quotable
from padai.publishing.checking.document import check_document
from padai.publishing.checking.times import names_of_waves
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.exhibits.last_asked import last_asked_sentence
from padai.publishing.products.key_figures.picture import alternative
from padai.publishing.report import Report
from padai.store import Store
from tests.publishing_store import make_store

SAID = {
    "fr": "Mesure précédente, édition {wave} : {value} (IC à 95 % : {span}). Aucune comparaison",
    "en": "Previous measurement, {wave} edition: {value} (95% CI: {span}). No comparison",
}
IN_LIST = {
    "fr": "Mesure précédente, édition {wave}, sans comparaison publiée",
    "en": "Previous measurement, {wave} edition, no comparison published",
}


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\\", "")).strip()


def resting(folder: Path) -> tuple[Store, Store]:
    """Return a store, and the same whose last edition is compared with none before."""
    store = make_store(folder)
    rows = store.tables["differences"]
    alone = {"differences": rows[rows["reference"] == "rest"]}
    return store, dataclasses.replace(store, tables={**store.tables, **alone})


def before(context: Context, question: str, response: str) -> Cell:
    waves = context.survey.waves
    cell = context.lookup.past(question, response, waves[waves.index(context.wave) - 1])
    assert cell is not None and cell.shown
    return cell


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_not_compared_says_when_it_was_last_asked(
    tmp_path: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # figures are drawn
    compared, alone = (Context(s, lang) for s in resting(tmp_path))
    key, checked = compared.store.survey.key_results, 0
    for result in (k for k in key if k.breakdown == "total"):
        cell = before(alone, result.question, result.net)
        told = plain(
            SAID[lang].format(wave=cell.wave, value=alone.value(cell), span=alone.interval(cell))
        )
        for made in (
            plain(key_rows(alone).markdown),
            plain(quotable(alone).markdown),
            plain(alternative(alone)),
        ):
            assert told in made
        item = Item(result.question, result.net)
        assert told in plain(last_asked_sentence(alone, item))
        assert last_asked_sentence(compared, item) == "", "a change is told instead"
        checked += 1
    assert checked > 1
    start = IN_LIST[lang].format(wave=alone.store.survey.waves[-2])
    lists = [plain(Report(c.store, lang).section("trust").markdown) for c in (compared, alone)]
    assert [start in made for made in lists] == [False, True]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_last_figure_is_read_as_what_it_is(tmp_path: Path, lang: str) -> None:
    """The checker took the figure of the edition before for one of this edition."""
    _, alone = resting(tmp_path)
    context = Context(alone, lang)
    lines = [
        line
        for line in quotable(context).markdown.split("\n")
        if line.lstrip("> ").startswith(plain(SAID[lang].partition(",")[0]))
        or SAID[lang].partition(",")[0] in line
    ]
    assert len(lines) > 1
    document = tmp_path / "note.txt"
    names = [context.text(k.label) for k in alone.survey.key_results]
    text = "\n\n".join(plain(t.lstrip("> ")) for t in lines)
    assert all(n.rstrip(".") in text for n in names[:1])
    document.write_text(text, encoding="utf-8")
    found = check_document(document, alone)
    wrong = [ln for ln in found.lines if ln.status not in ("supported", "not checked")]
    assert wrong == [] and found.counts["supported"] > 3


def test_waves_are_known_by_their_names_and_not_by_a_number_of_the_house() -> None:
    def text(fr: str, en: str) -> SimpleNamespace:
        return SimpleNamespace(label=SimpleNamespace(get={"fr": fr, "en": en}.__getitem__))

    waves = {"58": text("Nov.-déc. 2008", "Nov-Dec 2008"), "67": text("Juillet 2012", "July 2012")}
    months = {"58": "déc. 2008", "67": "juill. 2012"}
    survey = SimpleNamespace(waves=tuple(waves), wave=waves.__getitem__, languages=("fr", "en"))
    naming = SimpleNamespace(survey=survey, wave_short=lambda w: months.get(w, w))
    found = names_of_waves(naming)  # type: ignore[arg-type]
    assert "58" not in found, "58 is a share too"
    assert found["juillet 2012"] == found["july 2012"] == found["juill. 2012"] == "67"
    survey.waves, waves["2024"] = ("2024",), text("Édition 2024", "2024 edition")
    assert names_of_waves(naming) == {"2024": "2024"}  # type: ignore[arg-type]


def test_no_verdict_goes_to_results_that_are_not_named(tmp_path: Path) -> None:
    """“A has risen; the data allow no conclusion for one other result” accused A."""
    store = make_store(tmp_path)
    rows = store.tables["differences"]
    rose = rows[(rows["verdict"] == "rose") & (rows["response"] == "trust")]
    question = rose["question"].iloc[0]
    name, since = store.survey.question(question).label.get("fr"), rose["reference"].iloc[0]
    document = tmp_path / "note.txt"
    other = "les données ne permettent pas de conclure pour {who}"
    for who, accused in (("un autre résultat", False), (f"« {name} »", True)):
        text = f"Depuis {since}, « {name} » a augmenté ; {other.format(who=who)}."
        document.write_text(text, encoding="utf-8")
        found = [line.status for line in check_document(document, store).lines]
        assert ("contradicted" in found) is accused, (who, found)
