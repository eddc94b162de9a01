"""What a portal or an archive asks: filled in from the definition, never made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from padai.publishing.basis.context import Context
from padai.publishing.products.opendata.open_folder import write_open_data
from padai.publishing.products.opendata.portals import PORTALS, mapping, portal_form, portal_lines
from padai.store import Store
from tests.publishing_store import make_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("portals"))


@pytest.mark.parametrize("portal", PORTALS)
def test_every_field_says_whether_it_was_checked(portal: str) -> None:
    for field in mapping(portal)["fields"]:
        assert {"field", "required"} <= set(field)
        assert ("source" in field) != ("value" in field), field["field"]
        if "checked" in field:
            assert {"date", "against"} == set(field["checked"])
        else:
            assert field["required"] is not True, "what is not verified is not called required"


def test_a_form_has_the_definition_s_words_and_lists_what_is_missing(store: Store) -> None:
    form = json.loads(portal_form(Context(store, "fr"), "dataverse"))
    assert form["fields"]["title"].startswith(store.survey.title.fr)
    assert "Données fictives" in form["fields"]["title"]
    assert form["fields"]["timePeriodCoveredStart"] == "2025-05-01"
    assert form["fields"]["seriesName"] == store.survey.title.fr
    assert form["fields"]["datasetContactEmail"] == "a@exemple.ca"
    assert form["to_fill"] == []
    assert form["unverified"] == ["geographicCoverage", "termsOfUse"]
    assert "termsOfUse" not in form["fields"], "no licence is declared, so none is given"


def test_a_form_takes_an_address_and_an_identifier_and_no_words_in_their_place(
    tmp_path: Path,
) -> None:
    def known(head: dict[str, Any]) -> None:
        head["contact"] = {"fr": "Bureau, bureau.info@exemple.quebec, poste 2", "en": "Office"}
        head["licences"] = {"data": {"fr": "CC-BY-4.0", "en": "CC-BY-4.0"}}

    context = Context(make_store(tmp_path / "a", change=known), "fr")
    form = json.loads(portal_form(context, "donnees-quebec"))
    assert form["fields"]["author_email"] == "bureau.info@exemple.quebec"
    assert form["fields"]["license_id"] == "CC-BY-4.0"

    def described(head: dict[str, Any]) -> None:
        head["contact"] = {"fr": "Bureau", "en": "Office"}
        head["licences"] = {"data": {"fr": "Libre de tout usage.", "en": "Free for any use."}}

    context = Context(make_store(tmp_path / "b", change=described), "fr")
    form = json.loads(portal_form(context, "donnees-quebec"))
    assert {"author_email", "license_id"} <= set(form["to_fill"])
    terms = json.loads(portal_form(context, "dataverse"))["fields"]["termsOfUse"]
    assert terms == "Libre de tout usage."


def test_what_a_portal_may_require_and_lacks_is_listed_and_never_invented(store: Store) -> None:
    form = json.loads(portal_form(Context(store, "fr"), "donnees-quebec"))
    assert "license_id" in form["to_fill"]
    assert "update_frequency" in form["to_fill"]
    said = "\n".join(portal_lines(Context(store, "fr")))
    assert "champs non vérifiés auprès du portail" in said
    assert "update_frequency" in said


def test_the_codebook_gives_every_code_of_every_question(store: Store, tmp_path: Path) -> None:
    from lxml import html

    write_open_data(store, tmp_path)
    for name, lang in (("livre-des-codes.html", "fr"), ("codebook.html", "en")):
        page = html.fromstring((tmp_path / name).read_bytes())
        words = page.text_content()
        for question in store.survey.questions.values():
            if not question.asked_in(store.wave):
                continue
            assert f"{question.id} · {question.label.get(lang)}" in words
            for code in question.scale.codes if question.scale else ():
                assert code.label.get(lang) in words
    first = html.fromstring((tmp_path / "livre-des-codes.html").read_bytes())
    table = first.get_element_by_id("q-trust-schools").getparent().xpath(".//table")[0]
    rows = [[c.text_content() for c in row.xpath("./*")] for row in table.xpath(".//tr")]
    assert rows[0] == ["Code", "Sens", "Valeur dans le fichier", "Dans la base"]
    assert rows[-1] == ["99", "Je préfère ne pas répondre (refus)", "99", "non"]
