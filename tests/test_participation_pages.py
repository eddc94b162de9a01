"""What goes out of a panel, a consultation and a draw: every file, in both languages."""

from __future__ import annotations

import csv
import hashlib
import json
import math
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pandas as pd
import pikepdf
import pytest

import padai
from padai.errors import DefinitionError, PublicationError, speaking
from padai.participation.pages.consultation_found import ConsultationFound
from padai.participation.pages.forbidden_words import search_outputs, text_of
from padai.participation.pages.reports import findings
from padai.pipeline import draw
from padai.pipeline.versions.follow_up import follow_up_store
from padai.project import find_project
from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.engine.scan import scan_page
from padai.publishing.release import publish
from padai.store import Store, open_store
from padai.survey import load_survey
from padai.survey.following import load_following
from tests.browsing import axe, launched, open_page

ROOT = Path(__file__).parents[1]
BANNERS = {
    "panel-citoyen": {
        "fr": "Panel citoyen\u202f: ces résultats portent sur les personnes participantes et ne "
        "représentent pas la population",
        "en": "Citizens’ panel: these results concern the people who took part and do not "
        "represent the population",
    },
    "consultation": {
        "fr": "Consultation ouverte\u202f: ces résultats ne représentent pas la population",
        "en": "Open consultation: these results do not represent the population",
    },
}
ALONE = {
    "fr": "rien ne montre qu’un changement vient de la délibération",
    "en": "the change is not shown to come from the deliberation",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with both surveys, built, and the one whose register answers them."""
    folder = tmp_path_factory.mktemp("participation")
    shutil.copyfile(ROOT / "padai.yaml", folder / "padai.yaml")
    # what was built here is no input
    mine = shutil.ignore_patterns("releases.yaml", "selection.csv", "*.sav")
    for name in (*BANNERS, "quebec"):
        shutil.copytree(ROOT / "surveys" / name, folder / "surveys" / name, ignore=mine)
    for name in BANNERS:
        padai.build(
            folder / "surveys" / name,
            engine="embedded",
            formats=("html", "typst"),
            record=name == "panel-citoyen",  # and so the site is made
        )
    draw(folder / "surveys" / "panel-citoyen")
    return folder


def version(project: Path, name: str) -> Path:
    wave = {"panel-citoyen": "2025-apres", "consultation": "2025"}[name]
    return project / "releases" / name / wave / "v1"


def store(project: Path, name: str) -> Store:
    return open_store(version(project, name) / "interne")


def words(path: Path) -> str:
    """The words of a file, spaces made alike."""
    return " ".join(unescape(text_of(path)).split())


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", BANNERS)
def test_every_file_says_what_it_is(project: Path, name: str, lang: str) -> None:
    files = [p for p in (version(project, name) / lang).rglob("*") if p.suffix != ".pdf"]
    assert {p.suffix for p in files} == {".html", ".xlsx", ".ods"}
    for path in files:
        assert plain(BANNERS[name][lang]) in words(path), path.name
    page = next(p for p in files if p.suffix == ".html").read_text(encoding="utf-8")
    scan_page(page, "report")
    for picture in re.findall(r"<figure.*?</figure>", page, re.DOTALL):
        assert "alt=" in picture


def test_the_pages_beside_the_versions_say_what_it_is(project: Path) -> None:
    for name, banners in BANNERS.items():
        here = version(project, name).parent
        beside = sorted(here.glob("*.html"))
        assert len(beside) == 4
        for page in beside:
            lang = "en" if page.stem.endswith("-en") else "fr"
            assert plain(banners[lang]) in words(page), page.name
            for target in re.findall(r'href="([^"#:]+)"', page.read_text(encoding="utf-8")):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_a_sheet_is_named_in_the_language_of_its_workbook(project: Path) -> None:
    """“steps”, “profile” and “moves” stood under the tables of a French workbook."""
    named = {
        lang: openpyxl.load_workbook(path, read_only=True).sheetnames
        for lang in ("fr", "en")
        for path in (version(project, "panel-citoyen") / lang).glob("*.xlsx")
    }
    assert named["fr"][:4] == ["Couverture", "Contenu", "Parcours", "Composition"]
    assert named["en"][:4] == ["Cover", "Contents", "Steps", "Profile"]
    assert set(named["fr"]) & set(named["en"]) <= {"Recommandations"}


@pytest.mark.parametrize("name", BANNERS)
def test_every_sheet_and_line_of_data_says_what_it_is(project: Path, name: str) -> None:
    book = next((version(project, name) / "fr").glob("*.xlsx"))
    with zipfile.ZipFile(book) as box:
        sheets = [n for n in box.namelist() if n.startswith("xl/worksheets/sheet")]
        for sheet in sheets:
            assert "ne représentent pas la population" in box.read(sheet).decode()
    assert len(sheets) >= 6
    for path in (version(project, name) / "open").glob("*.csv"):
        rows = list(csv.DictReader(path.open(encoding="utf-8")))
        assert rows, path.name
        assert all("la population" in r["notice"] or "the population" in r["notice"] for r in rows)


@pytest.mark.parametrize("name", BANNERS)
def test_every_file_keeps_to_the_words_of_its_sample(project: Path, name: str) -> None:
    files = [p for p in version(project, name).rglob("*") if p.is_file()]
    search_outputs(store(project, name), files)
    searched = [p for p in files if text_of(p)]
    assert {p.suffix for p in searched} >= {".html", ".xlsx", ".ods", ".csv", ".json", ".txt"}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_panel_is_counted_in_people_and_never_in_percent(project: Path, lang: str) -> None:
    page = next((version(project, "panel-citoyen") / lang).glob("*.html"))
    text = words(page)
    assert text.count(ALONE[lang]) >= 3
    assert re.search(r"\d+ (sur|of) 34", text)
    # the only percentages are the population's shares, the rule of adoption and the level
    body = page.read_text(encoding="utf-8").partition("<main")[2]
    allowed = re.compile(r"<td[^>]*>\d+[.,]\d\s?%</td>|95\s?%|60\s?%")
    rest = re.sub(r"<style.*?</style>|data:[^\"]+", "", body, flags=re.DOTALL)
    assert "%" not in allowed.sub("", rest)
    store_table = store(project, "panel-citoyen").table("profile")
    shares = {round(100 * s, 1) for s in store_table["population_share"]}
    printed = {
        float(m.replace(",", ".")) for m in re.findall(r"<td[^>]*>(\d+[.,]\d)\s?%</td>", body)
    }
    assert printed == shares


def test_a_consultation_opens_with_what_came_back_most(project: Path) -> None:
    """From the open data alone: themes, the commonest answers, the word; then its size."""
    folder = version(project, "consultation")
    data = {p.stem: pd.read_csv(p) for p in (folder / "open").glob("*.csv")}
    themes = data["themes"].query("theme != 'autre' and flag.isna()")
    first = themes.sort_values("people", ascending=False).head(3)
    survey = store(project, "consultation").survey
    assert survey.consultation is not None
    label = {t.id: t.label.fr for t in survey.consultation.themes}
    named = [f"{label[t]} ({n:.0f})" for t, n in zip(first["theme"], first["people"], strict=True)]
    text = words(folder / "fr" / "rapport.html")
    said = f"les 903 contributions : {named[0]}, {named[1]} et {named[2]}."
    assert (first["reliability"] == "reliable").all()
    assert f"{said} L’accord des personnes qui ont codé est fiable pour chacun d’eux." in text
    assert text.index(said) < text.index("contributions reçues."), "what was found stands first"
    alone = "Voici ce que disent les personnes qui ont participé, et elles seules :"
    assert text.index(alone) < text.index(said) < text.index("Les personnes qui ont participé ne")
    for question, own in data["answers"].groupby("question"):
        two = own.nlargest(2, "people").to_dict("records")
        asked = survey.question(str(question))
        first, second = (asked.response_label(str(row["response"]), "fr") for row in two)
        assert (
            f"les réponses les plus données sont « {first} » ({two[0]['people']} personnes) et "
            f"« {second} » ({two[1]['people']}), sur {two[0]['n']} personnes." in text
        )
    word = data["words"].loc[data["words"]["n"].idxmax()]
    assert f"le mot le plus donné est « {word['word']} » ({word['n']} personnes)" in text


@pytest.mark.parametrize("name", BANNERS)
@pytest.mark.parametrize(("lang", "file"), [("fr", "rapport.html"), ("en", "report.html")])
def test_each_finding_leads_to_its_part_of_the_report(
    project: Path, name: str, lang: str, file: str
) -> None:
    """The search of a French site led to the English names of a report's parts."""
    led = [place for _, place in findings(Context(store(project, name), lang))]
    report = (version(project, name) / lang / file).read_text(encoding="utf-8")
    assert len(led) > 3
    assert [place for place in led if f'id="{place}"' not in report] == []


def test_a_panel_opens_with_what_it_recommends_and_the_site_finds_it(project: Path) -> None:
    folder = version(project, "panel-citoyen")
    text = words(folder / "fr" / "rapport.html")
    votes = pd.read_csv(folder / "open" / "recommendations.csv")
    adopted = votes[votes["adopted"] == "yes"]
    opening = text[text.index("Le panel recommande") : text.index("tirées au sort parmi")]
    assert 0 < len(adopted) < len(votes)
    panel = store(project, "panel-citoyen").survey.panel
    assert panel is not None
    title = {r.id: plain(str(r.title.fr).rstrip(".")) for r in panel.recommendations}
    for _, row in adopted.iterrows():
        said = f"{title[row['id']]} : {row['in_favour']} pour, {row['against']} contre"
        assert said in opening
    for name in votes.loc[votes["adopted"] != "yes", "id"]:
        assert title[name] not in opening
    assert "les réponses à une des cinq questions testées ont changé" in opening
    assert ALONE["fr"] in opening
    assert "au nom de ses membres seulement" in opening, "its limit stands in the same breath"
    assert text.index(opening) < text.index("Les membres se sont portés volontaires avant")
    assert f"{len(adopted)} recommandations adoptées sur {len(votes)}." in text
    site = project / "_site"
    assert opening in words(site / "index.html")
    found = json.loads((site / "fr" / "recherche.json").read_text(encoding="utf-8"))
    assert {e["kind"] for e in found} == {"Rapport", "Constat", "Question", "À propos"}
    lead = words(site / "fr" / "recherche.html")
    assert "Constats et questions de la dernière édition ; qui a répondu" in lead, "no groups here"
    page = (site / "fr" / "questions.html").read_text(encoding="utf-8")
    asked = store(project, "panel-citoyen").survey.questions
    links = re.findall(r'href="(\.\./[^"#]+)#(asked-[^"]+)"', page)
    assert [name for _, name in links] == [f"asked-{q}" for q in asked]
    report = (site / "fr" / links[0][0]).resolve().read_text(encoding="utf-8")
    here = [e["address"] for e in found if e["kind"] != "À propos"]
    places = [name for _, name in links] + [address.partition("#")[2] for address in here]
    for place in filter(None, places):
        assert f'id="{place}"' in report, place


def test_the_downloads_say_what_each_table_of_participants_holds(project: Path) -> None:
    """Three tables were “open data” alike, and what members changed “comparisons of editions”."""
    page = (project / "_site" / "fr" / "telechargements.html").read_text(encoding="utf-8")
    row = r"<th[^>]*>\s*<a[^>]*>(.*?)</a>\s*</th>.*?<td[^>]*>csv</td>.*?<td[^>]*>(\w+\.csv)</td>"
    held = re.findall(row, page, re.DOTALL)
    said = dict(zip((name for _, name in held), (what for what, _ in held), strict=True))
    assert said["changes.csv"] == "Changements individuels"
    assert {"answers.csv", "profile.csv", "moves.csv"} <= set(said)
    assert "Données ouvertes" not in said.values()


def test_a_survey_that_must_be_in_french_names_the_standard_of_quebec(project: Path) -> None:
    for page in ("fr/accessibilite.html", "en/accessibility.html"):
        assert "SGQRI 008 3.0" in (project / "_site" / page).read_text(encoding="utf-8")


def test_a_drawn_test_says_its_draws_its_seed_and_its_error(project: Path) -> None:
    text = words(next((version(project, "panel-citoyen") / "fr").glob("*.html")))
    row = store(project, "panel-citoyen").table("panel_changes").set_index("question")
    error = math.ceil(row.loc["savoir_ia", "monte_carlo_error"] * 1e4) / 1e4
    assert f"100 000 tirages au hasard, germe 1, erreur type de p au plus {error:.4f}".replace(
        "0.", "0,"
    ) in text.replace("\u202f", " ")
    rare = row.loc[row["p_adjusted"].notna(), "p_adjusted"] < 0.05
    assert text.count("un tel écart serait rare") == rare.sum() == 1
    often = [f"environ {100 * p:.0f} fois sur 100" for p in row.loc[rare.index, "p_value"][~rare]]
    assert [t for t in often if t in text] == often and len(often) == 4
    assert text.count(" fois sur 100") == 4


def test_the_funnel_and_the_replacements_are_told(project: Path) -> None:
    page = next((version(project, "panel-citoyen") / "fr").glob("*.html"))
    text = words(page)
    assert "Première fin de semaine : comprendre, 38 sur 40" in text
    assert "Troisième fin de semaine : voter, 35 sur 39" in text
    assert "Les remplacements (8) ont tous suivi le tirage" in text


def test_who_took_part_is_drawn_beside_the_population(project: Path) -> None:
    text = words(next((version(project, "consultation") / "fr").glob("*.html")))
    rows = store(project, "consultation").table("profile").set_index("group")
    own, population = (rows.loc["universite", c] for c in ("share", "population_share"))
    shares = f"{own:.1%}, {population:.1%}".replace(".", ",").replace("%", " %")
    assert f"Université : {shares}" in text, "as the table has them"
    assert "Deux points par groupe" in text


def test_dissent_is_published_beside_its_recommendation(project: Path) -> None:
    text = words(next((version(project, "panel-citoyen") / "fr").glob("*.html")))
    panel = store(project, "panel-citoyen").survey.panel
    assert panel is not None
    together = re.sub(r"\s", "", text)
    for found in panel.recommendations:
        assert re.sub(r"\s", "", found.text.fr) in together
        for each in found.dissent:
            assert re.sub(r"\s", "", each.text.fr) in together
    assert "Non adoptée : 18 pour, 15 contre" in text


def test_no_number_of_a_person_and_no_contribution_leaves(project: Path) -> None:
    members = pd.read_csv(ROOT / "surveys/panel-citoyen/data/volontaires.csv", dtype=str)
    said = pd.read_csv(ROOT / "surveys/consultation/data/contributions.csv", dtype=str)
    sentences = {s for text in said["contribution"] for s in re.findall(r"[^.]{12,}", text)}
    for path in version(project, "panel-citoyen").rglob("*"):
        text = words(path) if path.is_file() else ""
        assert not set(re.findall(r"\bV\d{3}\b", text)) & set(members["numero"]), path.name
    for path in version(project, "consultation").rglob("*"):
        text = words(path) if path.is_file() else ""
        assert not re.search(r"\bC\d{4}\b", text), path.name
        assert not [s for s in sentences if plain(s) in text], path.name


def test_small_counts_of_a_consultation_stay_out_of_every_file(project: Path) -> None:
    for path in (version(project, "consultation") / "open").glob("*.csv"):
        frame = pd.read_csv(path, keep_default_na=False, dtype=str)
        for column in ("people", "n"):
            if column in frame and path.stem != "dictionary":
                numbers = pd.to_numeric(frame[column]).dropna()
                assert (numbers >= 10).all(), path.name
    themes = store(project, "consultation").table("themes").set_index("theme")
    assert themes.loc["environnement", "flag"] == "x"
    page = words(next((version(project, "consultation") / "fr").glob("*.html")))
    assert re.search(r"Environnement x x – –", page)


@pytest.mark.parametrize("name", BANNERS)
def test_the_same_data_give_the_same_bytes(project: Path, name: str, tmp_path: Path) -> None:
    made = publish(
        version(project, name) / "interne", tmp_path, engine="embedded", what=("tables",)
    )
    assert made.files
    for path in made.files:
        before = version(project, name) / path.relative_to(tmp_path)
        assert path.read_bytes() == before.read_bytes(), path.name


def test_a_file_that_speaks_for_others_stops_the_release(project: Path, tmp_path: Path) -> None:
    """As a template of the project's own may; a stated limit and the banner are left alone."""
    released = store(project, "panel-citoyen")
    panel = released.survey.panel
    assert panel is not None
    page = tmp_path / "rapport.html"
    page.write_text(f"<p>{panel.limits[1].fr}</p>", encoding="utf-8")
    search_outputs(released, [page])
    page.write_text('<img alt="Un panel repr&eacute;sentatif">', encoding="utf-8")
    with speaking("en"), pytest.raises(PublicationError, match="représentatif"):
        search_outputs(released, [page])


def test_the_page_of_a_draw_can_be_checked(project: Path) -> None:
    folder = project / "releases" / "panel-citoyen" / "tirage"
    data = project / "surveys" / "panel-citoyen" / "data"
    selection = pd.read_csv(data / "selection.csv", dtype=str, keep_default_na=False)
    panel = sorted(selection.loc[selection["status"] == "panel", "number"])
    for name in ("tirage.html", "draw.html"):
        text = words(folder / name)
        assert ", ".join(panel) + "." in text
        assert not forbidden_words(text, "minipublic")
        secret = (data / "secret.txt").read_bytes() + (data / "volontaires.csv").read_bytes()
        lists = [(folder / name).read_bytes() for name in ("loterie.csv", "numeros.csv")]
        assert all(hashlib.sha256(file).hexdigest() in text for file in (secret, *lists))
        assert "0240" in text, "the last digits of the hash, which give the ticket less one"
    public = pd.read_csv(folder / "loterie.csv")
    assert list(public.columns) == ["first_ticket", "last_ticket", "seal"]
    whole = pd.read_csv(data / "loterie.csv")
    assert len(public) == whole["first_ticket"].nunique() and public["seal"].is_unique
    ticket = pd.read_csv(folder / "billet.csv")
    assert list(ticket.columns) == ["first_ticket", "last_ticket", "key", "cell", "people"]
    assert ticket["first_ticket"].nunique() == 1, "one panel is opened, and no other"
    assert ticket["cell"].str.fullmatch(r"c\d{3}").all(), "a cell says nothing of who is in it"
    first = pd.read_csv(data / "membres.csv", dtype=str, keep_default_na=False)
    assert sorted(first.loc[first["remplace"] == "", "numero"]) == panel


def test_anyone_can_do_the_draw_again_with_what_was_published(
    project: Path, tmp_path: Path
) -> None:
    """By the script that is published, and by the steps of the page, taken here by hand."""
    folder = project / "releases" / "panel-citoyen" / "tirage"
    for name in ("loterie.csv", "numeros.csv", "billet.csv", "verifier.py"):
        shutil.copy(folder / name, tmp_path)
    done = subprocess.run(
        [sys.executable, "-I", "verifier.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    told = dict(line.rsplit(" ", 1) for line in done.stdout.splitlines()[:4])
    lists = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()[4:]}
    selection = pd.read_csv(
        project / "surveys/panel-citoyen/data/selection.csv", dtype=str, keep_default_na=False
    )
    for status in ("panel", "reserve"):
        own = sorted(selection.loc[selection["status"] == status, "number"])
        assert [n for n in lists["panel" if status == "panel" else "réserve"] if n[0] == "V"] == own
    assert told["billet / ticket"] == "241"

    seed = "2023-09-09/03-11-19-27-34-41"

    def sha(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()

    ticket = int(str(int(sha(f"{seed}:billet"), 16))[-4:]) + 1
    numbers = list(csv.DictReader((tmp_path / "numeros.csv").open(encoding="utf-8")))
    (row,) = [
        r
        for r in csv.DictReader((tmp_path / "loterie.csv").open(encoding="utf-8"))
        if int(r["first_ticket"]) <= ticket <= int(r["last_ticket"])
    ]
    seats = list(csv.DictReader((tmp_path / "billet.csv").open(encoding="utf-8")))
    places = ",".join(f"{s['cell']}={s['people']}" for s in seats)
    text = f"{seats[0]['key']}:{row['first_ticket']}-{row['last_ticket']}:{places}"
    assert sha(text) == row["seal"] == told["sceau / seal"]
    panel = []
    for one in seats:
        cell = [n["number"] for n in numbers if n["cell"] == one["cell"]]
        panel += sorted(cell, key=lambda n: sha(f"{seed}:{n}"))[: int(one["people"])]
    assert sorted(panel) == sorted(selection.loc[selection["status"] == "panel", "number"])
    assert all(set(n) == {"number", "cell"} for n in numbers), "a profile goes out with a number"
    other = (tmp_path / "billet.csv").read_text(encoding="utf-8")
    (tmp_path / "billet.csv").write_text(other.replace(",1\n", ",2\n", 1), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "verifier.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 1 and "broken seal" in done.stderr, "seats that were not announced"


def test_a_draw_is_announced_before_its_seed_is_known(project: Path, tmp_path: Path) -> None:
    place = tmp_path / "panel-citoyen"
    shutil.copytree(project / "surveys" / "panel-citoyen", place)
    text = (place / "panel.yaml").read_text(encoding="utf-8")
    seeded = '  seed: "2023-09-09/03-11-19-27-34-41"\n'
    assert seeded in text
    (place / "panel.yaml").write_text(text.replace(seeded, ""), encoding="utf-8")
    shutil.copyfile(ROOT / "padai.yaml", tmp_path / "padai.yaml")
    (place / "data" / "selection.csv").unlink()
    made = draw(place, project=tmp_path, out=tmp_path / "out")
    assert {p.name for p in made.files} == {
        "annonce-du-tirage.html",
        "annonce-du-tirage.pdf",
        "draw-announcement.html",
        "draw-announcement.pdf",
        "loterie.csv",
        "numeros.csv",
    }
    assert not (place / "data" / "selection.csv").exists()
    assert set(made.drawn.people["status"]) == {""}
    panel = load_survey(place).panel
    assert panel is not None and panel.draw.announced is not None
    assert made.hashes == {k: getattr(panel.draw.announced, k) for k in made.hashes}
    assert "cell" not in (tmp_path / "out" / "loterie.csv").read_text(encoding="utf-8")
    page = words(tmp_path / "out" / "draw-announcement.html")
    assert all(value in page for value in made.hashes.values())
    assert "The seed that decides it is not known yet." in page
    assert "V056" not in page


def test_those_who_took_part_are_told_what_became_of_what_they_said(project: Path) -> None:
    """Each outcome, answered or not, from the register that another survey keeps."""
    panel = version(project, "panel-citoyen").parent / "suivi"
    page, letter = words(panel / "fr" / "suivi.html"), words(panel / "fr" / "lettre.html")
    assert "6 inscrites au registre 4 avec une réponse 3 retenues" in page
    assert "2 sans réponse" in page
    assert "Une vérification des biais avant et après la mise en service" in page
    assert "Retenu en partie · à faire · échéance : 30 novembre 2026" in page
    assert "Un moratoire sur la reconnaissance des visages : non adoptée (18 pour, 15" in letter
    assert "deux recommandations de cette édition sont toujours sans réponse" in letter
    # a recommendation is named in its own words, and no count is given twice
    assert "depuis 238 jours : « Une vérification des biais avant et après la mise en" in letter
    assert "et « Pas d’usage secondaire des renseignements sensibles »." in letter
    assert "tout le registre" not in letter
    # beside a "non retenu" of the body, what the panel itself had not adopted says so
    told = (
        "Un moratoire sur la reconnaissance des visages (mise aux voix et non adoptée par le panel"
    )
    assert f"{told} : 18 pour, 15 contre) : non retenu." in letter
    # a panel adopts and a body accepts: one word for both let 5 adopted be read as 3
    english, told = words(panel / "en" / "follow-up.html"), words(panel / "en" / "letter.html")
    assert "3 accepted, wholly or in part" in english
    assert "A moratorium on face recognition: not adopted (18 in favour" in told
    assert "adopted by the panel: 18 in favour, 15 against): not accepted." in told

    said = version(project, "consultation").parent / "suivi"
    page, letter = words(said / "en" / "follow-up.html"), words(said / "en" / "letter.html")
    # seven themes are published besides what no theme covers, and one is answered
    assert "7 in the register 1 with a reply" in page
    assert "Environment" not in page, "under the disclosure count"
    assert "with or without a reply, except “Other”" in page, "it is published, and listed nowhere"
    assert "1 retenu, en tout ou en partie 0 réalisé 0 en retard" in words(said / "fr/suivi.html")
    assert "Transparency: 358 of 903 contributions." in letter
    assert "six themes of this edition are still without a reply" in letter
    for folder in (panel, said):
        for path in folder.rglob("*"):
            if path.suffix in (".html", ".csv"):
                assert "la population" in words(path) or "the population" in words(path), path.name
        manifest = json.loads((folder / "interne" / "manifest.json").read_text(encoding="utf-8"))
        assert "register/decisions.yaml" in [i["name"] for i in manifest["inputs"]]


def test_a_report_leads_to_what_became_of_it(project: Path) -> None:
    for name in BANNERS:
        for lang, page in (("fr", "rapport.html"), ("en", "report.html")):
            folder = version(project, name) / lang
            html = (folder / page).read_text(encoding="utf-8")
            targets = re.findall(r'href="(\.\./\.\./suivi/[^"]+)"', html)
            assert len(targets) == 2
            assert all((folder / t).is_file() for t in targets)


def test_a_build_publishes_the_draw_and_the_site_leads_to_it(project: Path) -> None:
    names = {"fr": "tirage.html", "en": "draw.html"}
    for lang, page in (("fr", "rapport.html"), ("en", "report.html")):
        folder = version(project, "panel-citoyen") / lang
        assert f'href="../../../tirage/{names[lang]}"' in (folder / page).read_text("utf-8")
        assert (folder / "../../../tirage" / names[lang]).is_file()
    drawn = project / "releases" / "panel-citoyen" / "tirage"
    site = project / "_site"
    public = sorted(p.name for p in drawn.iterdir() if p.is_file())
    assert public == sorted(p.name for p in (site / "panel-citoyen" / "tirage").iterdir())
    assert "selection.csv" not in public
    front = (site / "index.html").read_text(encoding="utf-8")
    assert 'href="panel-citoyen/tirage/tirage.html"' in front


def test_a_register_that_is_not_there_is_refused(project: Path, tmp_path: Path) -> None:
    shutil.copyfile(ROOT / "padai.yaml", tmp_path / "padai.yaml")
    place = tmp_path / "surveys" / "panel-citoyen"
    shutil.copytree(project / "surveys" / "panel-citoyen", place)
    found, made = find_project(place), store(project, "panel-citoyen")
    with speaking("en"), pytest.raises(DefinitionError, match=r"survey 'quebec', which is not in"):
        follow_up_store(load_survey(place), found, made, tmp_path / "out")
    shutil.copytree(project / "surveys" / "quebec", tmp_path / "surveys" / "quebec")
    (tmp_path / "surveys" / "quebec" / "decisions.yaml").unlink()
    with speaking("en"), pytest.raises(DefinitionError, match=r"has no decisions\.yaml"):
        follow_up_store(load_survey(place), found, made, tmp_path / "out")
    with speaking("en"), pytest.raises(DefinitionError, match="for a panel or a consultation"):
        text = (place / "feedback.yaml").read_text(encoding="utf-8")
        tracker = tmp_path / "surveys" / "quebec"
        (tracker / "feedback.yaml").write_text(text.replace("quebec", "panel-citoyen"), "utf-8")
        load_following(load_survey(tracker))


def test_every_pdf_is_tagged_as_pdf_ua(project: Path) -> None:
    found = sorted((project / "releases").rglob("*.pdf"))
    assert len(found) == 10
    for path in found:
        with pikepdf.open(path) as pdf:
            assert pdf.open_metadata()["{http://www.aiim.org/pdfua/ns/id/}part"] == "1", path.name
            assert str(pdf.Root.Lang) in ("fr", "fr-CA", "en", "en-CA")
            assert pdf.Root.MarkInfo.Marked


@pytest.mark.parametrize("name", list(BANNERS))
def test_a_report_on_paper_opens_with_what_matters_and_ends_on_no_page_of_two_lines(
    project: Path, name: str
) -> None:
    """The first page held a title, and the last one what ends the report, alone."""
    for path in sorted((version(project, name)).rglob("r*.pdf")):
        with pikepdf.open(path) as pdf:
            shown = [
                sum(str(one.operator) in ("Tj", "TJ") for one in pikepdf.parse_content_stream(page))
                for page in pdf.pages
            ]
        assert shown[0] > 25, "limits and essentials come before the contents"
        assert shown[1] > 500, "a dotted line for each chapter"
        assert shown[-1] > 20


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with launched(chromium) as opened:
        yield opened


def pages(project: Path) -> list[Path]:
    every = (project / "releases").rglob("*.html")
    found = sorted(p for p in every if p.parent.name in ("fr", "en", "tirage"))
    assert len(found) == 19  # five are the site’s own, around both
    return found


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_or_asks_for_anything(
    browser: Any, project: Path, width: int
) -> None:
    for page in pages(project):
        view = open_page(browser, page.as_uri(), width)
        assert view.evaluate("document.documentElement.scrollWidth") <= width, page.name
        assert [u for u in view.asked if not u.startswith("data:")] == [page.as_uri()]
        assert view.locator("h1").count() == 1
        view.close()


_BROKEN = """() => [...document.querySelectorAll('.key-figures li')].flatMap(item => {
  const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT), found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const word of node.data.matchAll(/[^\\s]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (range.getClientRects().length > 1) found.push(word[0]);
    }
  }
  return found;
})"""


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_word_of_a_card_is_broken_on_a_telephone(browser: Any, project: Path, lang: str) -> None:
    """“recommandatio|ns adoptées” stood in the cards of a panel."""
    for name in BANNERS:
        page = next((version(project, name) / lang).glob("*.html"))
        view = open_page(browser, page.as_uri(), 360)
        assert view.locator(".key-figures li").count() == 4
        assert view.evaluate(_BROKEN) == [], name
        view.close()


@pytest.mark.needs("chromium")
def test_axe_finds_nothing(browser: Any, project: Path) -> None:
    for page in pages(project):
        view = open_page(browser, page.as_uri(), 390, bypass_csp=True)
        view.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        violations, left = axe(view)
        assert (violations, left) == ([], []), page.name
        view.close()


def test_one_person_or_member_is_said_in_the_singular(project: Path) -> None:
    text = words(version(project, "panel-citoyen") / "fr" / "rapport.html")
    assert "1 sur 8 l’a fait vers cette réponse" in text
    assert "10 sur 13 l’ont fait vers cette réponse" in text
    assert "22 membres sur 39 ont accepté un second mandat" in text
    assert "proches d’un recensement (11 mai 2021)." in text
    for wrong in ("1 sur 8 l’ont", "22 sur 39 membres", ". (11 mai"):
        assert wrong not in text


@pytest.mark.parametrize(
    ("people", "named"),
    [
        ((274, 270, 251, 76), ["response", "other"]),
        ((274, 270), ["response"]),
        ((274, 200, 200), ["response"]),
        ((200, 200, 100), ["response", "other"]),
        ((200, 200), []),
        ((200, 200, 200), []),
        ((28,), []),
    ],
)
def test_answers_that_tie_are_not_told_apart(people: tuple[int, ...], named: list[str]) -> None:
    facts: dict[str, str] = {}

    class Found(ConsultationFound):
        context = SimpleNamespace(say=lambda _id, **said: facts.update(said) or "said", lang="en")
        count = staticmethod(str)
        response_named = staticmethod(lambda _question, response: response)
        _label = staticmethod(str)

    rows = [{"question": "q", "response": f"r{n}", "people": n, "n": 900} for n in people]
    found = Found.__new__(Found)
    assert bool(found._most_given("q", rows)) is bool(named)
    assert [name for name in ("response", "other") if name in facts] == named


def test_words_are_searched_in_the_order_of_cells_and_not_across_them(tmp_path: Path) -> None:
    """A workbook keeps each text once: half of a line that denies stood beside another line."""
    shared = "".join(f"<si><t>{t}</t></si>" for t in ("no representan a", "la población", "Temas"))
    cells = "".join(f'<c r="A{k}" t="s"><v>{k}</v></c>' for k in (2, 0, 1))
    book = tmp_path / "a.xlsx"
    with zipfile.ZipFile(book, "w") as box:
        box.writestr("xl/sharedStrings.xml", f"<sst>{shared}</sst>")
        box.writestr("xl/worksheets/sheet1.xml", f"<sheetData>{cells}</sheetData>")
    told = [text.strip() for text in text_of(book).split("|") if text.strip()]
    assert told == ["Temas", "no representan a", "la población"]
