"""The page of a draw by lot: everything that someone needs to check it and to do it again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from padai.publishing.chapters.opening import footer
from padai.publishing.context import Context
from padai.publishing.dialogue.draw_check import Facts, check_script, checks, promises
from padai.publishing.emit import Piece, bullets, callout, heading, joined, marked, paragraph, table
from padai.publishing.rendering.pages import page_setter
from padai.publishing.rendering.text import md_literal, title_block
from padai.publishing.sentences import ended
from padai.publishing.tables import Column, TableRow
from padai.publishing.vocabulary import check_words
from padai.store import Store
from padai.survey.panels import DrawDef

PAGES: dict[str, str] = {"fr": "tirage", "en": "draw"}
ANNOUNCED: dict[str, str] = {"fr": "annonce-du-tirage", "en": "draw-announcement"}
"""The pages of a draw, and of what is announced before it."""
FOLDER = "tirage"
"""Where they stand, beside the releases of the panel."""


def write_draw_pages(store: Store, folder: Path, source_date: int, script: str) -> list[Path]:
    """Write the page of a draw in each language of the survey, as a page and as a PDF.

    Once people are drawn, a script that does the draw again from what was published is written too.

    Parameters
    ----------
    store
        A store whose facts hold ``draw_page``: what was announced or drawn, by anonymous number.
    source_date
        Seconds since 1970, for the PDF's date.
    script
        The file name of the script.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for lang in store.survey.languages:
        context = Context(store, str(lang))
        name = _names(context)[lang]
        with page_setter(str(lang), source_date) as setter:
            made = setter.page(name, partial(draw_page, context), ("html", "typst"))
        for kind, suffix in (("html", ".html"), ("typst", ".pdf")):
            path = folder / f"{name}{suffix}"
            path.write_bytes(made[kind])
            written.append(path)
    if store.facts["draw_page"]["ticket"]:
        assert store.survey.panel is not None
        path = folder / script
        path.write_text(check_script(store.survey.panel.draw), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _names(context: Context) -> dict[str, str]:
    return PAGES if context.store.facts["draw_page"]["ticket"] else ANNOUNCED


def draw_page(context: Context) -> Piece:
    """Return the page: how it is done, what came out, the numbers, how to do it again."""
    panel = context.store.survey.panel
    assert panel is not None
    draw, facts = panel.draw, context.store.facts["draw_page"]
    say = context.say
    after = [
        heading(2, say("Les numéros tirés", "The numbers drawn")),
        _drawn(context, facts),
        heading(2, say("Vérifier le tirage, ou le refaire", "Check the draw, or do it again")),
        checks(context, draw, facts),
    ] if facts["ticket"] else [
        heading(2, say("Ce qui est fixé dès maintenant", "What is fixed from now on")),
        promises(context, draw, facts),
    ]  # fmt: skip
    body = joined([
        Piece(title_block(_title(context))),
        *_notices(context),
        _numbers(context, draw, facts),
        heading(2, say("Ce que le tirage doit respecter", "What the draw has to respect")),
        _quotas(context, draw, facts),
        heading(2, say("Les chances de chacun", "Everyone’s chances")),
        _chances(context, facts),
        *after,
    ])  # fmt: skip
    check_words(body.markdown, "minipublic", f"{context.store.survey.id}, draw")
    return body


def _title(context: Context) -> dict[str, str]:
    survey, names = context.store.survey, _names(context)
    drawn = names is PAGES
    values = {
        "title": context.say("Le tirage au sort du panel", "The draw by lot of the panel")
        if drawn else context.say("Le tirage au sort du panel est annoncé",
                                  "The draw by lot of the panel is announced"),
        "subtitle": context.text(survey.title),
        "publisher": context.text(survey.sponsor),
        "description": context.say(
            "Méthode, germe, empreintes et numéros tirés.",
            "Method, seed, hashes and numbers drawn.",
        ) if drawn else context.say(
            "Méthode, chances et empreintes, publiées avant le germe.",
            "Method, chances and hashes, published before the seed.",
        ),
        "footer": footer(context),
        "banner": ". ".join(m.rstrip(".") for m in context.marks) + ".",
    }  # fmt: skip
    other = "en" if context.french else "fr"
    if other in survey.languages:
        values |= {
            "alternate-href": f"{names[other]}.html",
            "alternate-label": "English version" if other == "en" else "Version française",
            "alternate-lang": f"{other}-CA",
        }
    if survey.synthetic:
        values["robots"] = "noindex"
    return values


def _notices(context: Context) -> list[Piece]:
    if not context.store.survey.synthetic:
        return []
    note = paragraph(context.text(context.store.survey.synthetic_note))
    return [callout("warning", context.say("Données fictives", "Synthetic data"), note)]


def _numbers(context: Context, draw: DrawDef, facts: Facts) -> Piece:
    say, count = context.say, context.numbers.count
    pairs = [
        (count(draw.size), say("sièges", "seats")),
        (count(facts["volunteers"]), say("volontaires", "volunteers")),
        *([(count(facts["ticket"]), say("billet tiré, sur 10\u202f000",
                                        "ticket drawn, of 10,000"))] if facts["ticket"] else []),
        (context.numbers.share(facts["chances"][0]["probability"]),
         say("plus petite chance d’une personne volontaire", "smallest chance of a volunteer")),
    ]  # fmt: skip
    lines = "\n".join(f"- **{md_literal(k)}** {md_literal(v)}" for k, v in pairs)
    return marked("key-figures", Piece(lines))


def _quotas(context: Context, draw: DrawDef, facts: Facts) -> Piece:
    say, count = context.say, context.numbers.count
    rows: list[TableRow] = []
    for quota in draw.quotas:
        rows.append(TableRow(context.text(quota.label)))
        known = {g.id: g for g in quota.groups}
        for row in (r for r in facts["counts"] if r["quota"] == quota.id):
            groups = [known[g] for g in row["groups"]]
            label = " + ".join(context.text(g.label) for g in groups)
            mark = "\u00a0*" if any(g.over_selected for g in groups) else ""
            low, high = count(row["low"]), count(row["high"])
            seats = low if low == high else say(f"{low} à {high}", f"{low} to {high}")
            drawn = (count(row["panel"]),) if facts["ticket"] else ()
            rows.append(TableRow(label + mark, (count(row["volunteers"]), seats, *drawn)))
    heads = [("Volontaires", "Volunteers"), ("Sièges prévus", "Seats planned")]
    if facts["ticket"]:
        heads.append(("Tirées au sort", "Drawn by lot"))
    columns = [Column(say(*head)) for head in heads]
    reasons = [ended(context.text(q.reason)) for q in draw.quotas if q.reason is not None]
    note = say(
        "*\u00a0: plus de sièges que la part de la population, par une décision prise avant le "
        "tirage.",
        "*: more seats than the share of the population, by a decision taken before the draw.",
    )
    caption = (
        say("Quotas déclarés, volontaires et personnes tirées.",
            "Declared quotas, volunteers and people drawn.")
        if facts["ticket"] else
        say("Quotas déclarés et volontaires.", "Declared quotas and volunteers.")
    )  # fmt: skip
    if any(len(row["groups"]) > 1 for row in facts["counts"]):
        note += say(
            " Les groupes joints par un + sont comptés et tirés comme un seul, pour que personne "
            "n’y soit reconnu.",
            " Groups joined by a + are counted and drawn as one, so that nobody in them is "
            "recognised.",
        )
    made = table(context, "quotas", caption, say("Groupe", "Group"), columns, rows, note=note)
    return joined([bullets(reasons), made])


def _chances(context: Context, facts: Facts) -> Piece:
    say, count = context.say, context.numbers.count
    text = say(
        "Un tirage à quotas ne peut pas donner la même chance à tous\u202f: qui appartient à un "
        "groupe rare parmi les volontaires est tiré plus souvent. La loterie est celle dont la "
        "plus petite chance est la plus grande possible, puis la deuxième plus petite, et ainsi de "
        "suite (méthode leximin\u202f: Flanigan et coll., Nature 596, 2021). Les chances "
        "ci-dessous sont exactes\u202f: ce sont des nombres entiers de billets.",
        "A draw to quotas cannot give everyone the same chance: whoever belongs to a group that is "
        "rare among volunteers is drawn more often. The lottery is the one whose smallest chance "
        "is as large as it can be, then the second smallest, and so on (leximin: Flanigan et al., "
        "Nature 596, 2021). The chances below are exact: they are whole numbers of tickets.",
    )
    rows = [
        TableRow(context.numbers.share(r["probability"]), (count(r["people"]),))
        for r in facts["chances"]
    ]
    caption = say("Volontaires selon leur chance d’être tirés, au dixième de point.",
                  "Volunteers by their chance of being drawn, to a tenth of a point.")  # fmt: skip
    made = table(context, "chances", caption, say("Chance", "Chance"),
                 [Column(say("Volontaires", "Volunteers"))], rows)  # fmt: skip
    return joined([paragraph(text), made])


def _drawn(context: Context, facts: Facts) -> Piece:
    say, count = context.say, context.numbers.count
    intro = say(
        "Chaque volontaire connaît son numéro; l’organisateur est seul à savoir à qui sont les "
        "autres. Aucun nom n’est ici.",
        "Each volunteer knows their own number; the organiser alone knows whose the others are. No "
        "name is here.",
    )
    panel = sorted(n for cell in facts["cells"] for n in cell["panel"])
    rows = [
        TableRow(cell["cell"], (
            count(cell["volunteers"]), ", ".join(cell["panel"]), ", ".join(cell["reserve"]) or "–",
        ))
        for cell in facts["cells"]
    ]  # fmt: skip
    columns = [
        Column(say("Volontaires", "Volunteers")),
        Column(say("Panel", "Panel"), numeric=False),
        Column(say("Réserve, dans l’ordre d’appel", "Reserve, in the order of calling"),
               numeric=False),
    ]  # fmt: skip
    caption = say("Numéros tirés, par cellule.", "Numbers drawn, by cell.")
    short = facts["without_reserve"]
    note = say(
        "Une cellule réunit les volontaires semblables pour tous les quotas; son nom ne dit pas en "
        "quoi.",
        "A cell holds the volunteers who are alike in every quota; its name does not say how.",
    )
    if short:
        note += " " + say(
            f"Sièges sans réserve dans leur cellule\u202f: {count(short)}.",
            f"Seats without a reserve in their cell: {count(short)}.",
        )
    made = table(context, "drawn", caption, say("Cellule", "Cell"), columns, rows, note=note)
    return joined(
        [paragraph(intro), paragraph(context.colon("Panel", ", ".join(panel) + ".")), made]
    )
