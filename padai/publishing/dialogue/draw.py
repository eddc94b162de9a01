"""The page of a draw by lot: everything that someone needs to check it and to do it again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from padai.publishing.chapters.opening import footer
from padai.publishing.context import Context
from padai.publishing.emit import Piece, bullets, callout, heading, joined, marked, paragraph, table
from padai.publishing.rendering.pages import page_setter
from padai.publishing.rendering.text import md_literal, title_block
from padai.publishing.sentences import ended
from padai.publishing.tables import Column, TableRow
from padai.publishing.vocabulary import check_words
from padai.store import Store
from padai.survey.panels import DrawDef

PAGES: dict[str, str] = {"fr": "tirage", "en": "draw"}
Facts = Mapping[str, Any]


def write_draw_pages(store: Store, folder: Path, source_date: int) -> list[Path]:
    """Write the page of a draw in each language of the survey, as a page and as a PDF.

    Parameters
    ----------
    store
        A store whose facts hold ``draw_page``: what was drawn, by anonymous number.
    source_date
        Seconds since 1970, for the PDF's date.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for lang in store.survey.languages:
        context, name = Context(store, str(lang)), PAGES[lang]
        with page_setter(str(lang), source_date) as setter:
            made = setter.page(name, partial(draw_page, context), ("html", "typst"))
        for kind, suffix in (("html", ".html"), ("typst", ".pdf")):
            path = folder / f"{name}{suffix}"
            path.write_bytes(made[kind])
            written.append(path)
    return written


def draw_page(context: Context) -> Piece:
    """Return the page: how it was done, what came out, the numbers, how to do it again."""
    panel = context.store.survey.panel
    assert panel is not None
    draw, facts = panel.draw, context.store.facts["draw_page"]
    say = context.say
    body = joined([
        Piece(title_block(_title(context))),
        *_notices(context),
        _numbers(context, draw, facts),
        heading(2, say("Ce que le tirage devait respecter", "What the draw had to respect")),
        _quotas(context, draw, facts),
        heading(2, say("Les chances de chacun", "Everyone’s chances")),
        _chances(context, facts),
        heading(2, say("Les numéros tirés", "The numbers drawn")),
        _drawn(context, facts),
        heading(2, say("Refaire le tirage", "Do the draw again")),
        _again(context, draw, facts),
    ])  # fmt: skip
    check_words(body.markdown, "minipublic", f"{context.store.survey.id}, draw")
    return body


def _title(context: Context) -> dict[str, str]:
    survey = context.store.survey
    values = {
        "title": context.say("Le tirage au sort du panel", "The draw by lot of the panel"),
        "subtitle": context.text(survey.title),
        "publisher": context.text(survey.sponsor),
        "description": context.say(
            "Méthode, germe, empreinte des volontaires et numéros tirés.",
            "Method, seed, hash of the volunteers and numbers drawn.",
        ),
        "footer": footer(context),
        "banner": ". ".join(m.rstrip(".") for m in context.marks) + ".",
    }
    other = "en" if context.french else "fr"
    if other in survey.languages:
        values |= {
            "alternate-href": f"{PAGES[other]}.html",
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
        (count(facts["ticket"]), say("billet tiré, sur 10\u202f000", "ticket drawn, of 10,000")),
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
            rows.append(TableRow(label + mark, (
                count(row["volunteers"]), seats, count(row["panel"]),
            )))  # fmt: skip
    heads = (("Volontaires", "Volunteers"), ("Sièges prévus", "Seats planned"),
             ("Tirées au sort", "Drawn by lot"))  # fmt: skip
    columns = [Column(say(*head)) for head in heads]
    reasons = [ended(context.text(q.reason)) for q in draw.quotas if q.reason is not None]
    note = say(
        "*\u00a0: plus de sièges que la part de la population, par une décision prise avant le "
        "tirage.",
        "*: more seats than the share of the population, by a decision taken before the draw.",
    )
    caption = say("Quotas déclarés, volontaires et personnes tirées.",
                  "Declared quotas, volunteers and people drawn.")  # fmt: skip
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
    say = context.say
    short = facts["without_reserve"]
    lines = [
        context.colon(say("Panel", "Panel"), ", ".join(facts["panel"]) + "."),
        context.colon(
            say(
                "Réserve, à appeler dans la même cellule", "Reserve, to be called in the same cell"
            ),
            (", ".join(facts["reserve"]) or "–") + ".",
        ),
    ]
    more = say(
        f"Sièges sans réserve dans leur cellule\u202f: {context.numbers.count(short)}.",
        f"Seats without a reserve in their cell: {context.numbers.count(short)}.",
    ) if short else ""  # fmt: skip
    intro = say(
        "Chaque personne volontaire connaît son numéro, et elle seule. Aucun nom n’est ici.",
        "Each volunteer knows their number, and nobody else does. No name is here.",
    )
    return joined([paragraph(intro), *(paragraph(line) for line in lines), paragraph(more)])


def _again(context: Context, draw: DrawDef, facts: Facts) -> Piece:
    say, colon = context.say, context.colon
    known = [
        colon(say("Germe", "Seed"), f"{draw.seed}. {ended(context.text(draw.seed_source))}"),
        colon(say("Empreinte SHA-256 du fichier des volontaires",
                  "SHA-256 of the file of volunteers"), facts["pool_sha256"]),
        colon(say("Empreinte SHA-256 de la loterie (loterie.csv)",
                  "SHA-256 of the lottery (loterie.csv)"), facts["lottery_sha256"]),
    ]  # fmt: skip
    steps = [
        say("Vérifier les deux empreintes ci-dessus.", "Check the two hashes above."),
        say(
            f"Calculer la SHA-256 du texte «\u00a0{draw.seed}:billet\u00a0»\u202f; son reste par "
            f"10\u202f000, plus un, est le billet\u202f: {facts['ticket']}.",
            f"Work out the SHA-256 of the text “{draw.seed}:billet”; its remainder by 10,000, plus "
            f"one, is the ticket: {facts['ticket']}.",
        ),
        say(
            "Dans loterie.csv, lire les lignes de ce billet\u202f: combien de personnes prendre "
            "dans chaque cellule. Une cellule réunit les volontaires semblables pour tous les "
            "quotas\u202f; l’organisateur dit à chaque personne la sienne.",
            "In loterie.csv, read the rows of this ticket: how many people to take from each cell. "
            "A cell holds the volunteers who are alike in every quota; the organiser tells each "
            "person theirs.",
        ),
        say(
            "Dans chaque cellule, ranger les personnes par la SHA-256 du texte "
            "«\u00a0germe:numéro\u00a0» et prendre les premières\u202f; les suivantes sont la "
            "réserve.",
            "In each cell, sort people by the SHA-256 of the text “seed:number” and take the "
            "first; the next ones are the reserve.",
        ),
        say("Ou refaire tout, loterie comprise\u202f: padai draw, avec le même germe.",
            "Or do it all again, lottery included: padai draw, with the same seed."),
    ]  # fmt: skip
    numbered = "\n".join(f"{i}. {md_literal(t)}" for i, t in enumerate(steps, start=1))
    return joined([bullets(known), Piece(numbered)])
