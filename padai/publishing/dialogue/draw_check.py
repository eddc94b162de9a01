"""How anyone checks a draw by lot: the steps, worked out, and a script that takes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from padai.publishing.context import Context
from padai.publishing.emit import Piece, bullets, callout, heading, joined, link, paragraph
from padai.publishing.rendering.text import md_literal, md_verbatim
from padai.publishing.sentences import ended
from padai.survey.panels import DrawDef

Facts = Mapping[str, Any]
LOTTERY, NUMBERS, SCRIPT = "loterie.csv", "numeros.csv", "verifier.py"
_TICKETS = 10_000


def check_script(draw: DrawDef) -> str:
    """Return a script that does the draw again from the published files, with Python alone."""
    return f'''# Refait le tirage à partir de {LOTTERY} et de {NUMBERS}, à côté de ce fichier.
# Does the draw again from {LOTTERY} and {NUMBERS}, placed beside this file.
#     python3 {SCRIPT} [germe | seed]
import csv
import hashlib
import sys

SEED = sys.argv[1] if len(sys.argv) > 1 else {draw.seed!r}
RESERVES = {draw.reserves}  # par siège / for each seat


def sha(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def rows(name):
    with open(name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


for name in ("{LOTTERY}", "{NUMBERS}"):
    with open(name, "rb") as file:
        print("SHA-256", name, hashlib.sha256(file.read()).hexdigest())

ticket = int(sha(SEED + ":billet"), 16) % {_TICKETS} + 1
print("billet / ticket", ticket)

cells = {{}}
for row in rows("{NUMBERS}"):
    cells.setdefault(row["cell"], []).append(row["number"])

panel, reserve = [], []
for row in rows("{LOTTERY}"):
    if int(row["first_ticket"]) <= ticket <= int(row["last_ticket"]):
        seats = int(row["people"])
        order = sorted(cells[row["cell"]], key=lambda number: sha(SEED + ":" + number))
        panel += order[:seats]
        reserve += order[seats : seats * (1 + RESERVES)]

print("panel", *sorted(panel))
print("réserve / reserve", *sorted(reserve))
'''


def checks(context: Context, draw: DrawDef, facts: Facts) -> Piece:
    """Return what each person can check, step by step, and what only a guarantor can."""
    say = context.say
    return joined([
        *_announced(context, facts),
        Piece("\n".join(f"{n}. {step}" for n, step in enumerate(_steps(context, draw, facts), 1))),
        heading(3, say("Ce que vérifie une personne garante", "What a guarantor checks")),
        paragraph(say(
            "Le profil de chaque numéro n’est pas publié, pour que personne ne soit reconnu. Une "
            "personne garante, à qui l’organisateur remet le fichier des volontaires, vérifie son "
            "empreinte, que les personnes d’une même cellule sont bien semblables, et que chaque "
            "panel de la loterie respecte les quotas. La commande padai draw refait le tout.",
            "The profile of each number is not published, so that nobody is recognised. A "
            "guarantor, to whom the organiser gives the file of volunteers, checks its hash, that "
            "the people of a cell are alike, and that each panel of the lottery meets the quotas. "
            "The command padai draw does all of it again.",
        )),
        Piece(f"- {_hash(context, _volunteers(context), facts['hashes']['volunteers'])}"),
    ])  # fmt: skip


def promises(context: Context, draw: DrawDef, facts: Facts) -> Piece:
    """Return what is made public before the seed is known, and what will be drawn from it."""
    say, day = context.say, context.numbers.date
    when = day(draw.date)
    return joined([
        paragraph(say(
            f"Le tirage aura lieu le {when}. Le germe qui le décidera n’est pas encore connu. Ce "
            "qui suit ne changera plus\u202f: qui voudrait modifier la liste ou la loterie après "
            "coup serait trahi par ces empreintes.",
            f"The draw will take place on {when}. The seed that decides it is not known yet. What "
            "follows will not change any more: these hashes would give away anyone who altered the "
            "list or the lottery afterwards.",
        )),
        Piece("\n".join(f"- {line}" for line in (
            _hash(context, _volunteers(context), facts["hashes"]["volunteers"]),
            _hash(context, link(LOTTERY, LOTTERY), facts["hashes"]["lottery"]),
            _hash(context, link(NUMBERS, NUMBERS), facts["hashes"]["numbers"]),
        ))),
        paragraph(context.colon(say("Le germe", "The seed"), context.text(draw.seed_source))),
        bullets([
            say(
                "Si vous êtes volontaire, cherchez votre numéro dans numeros.csv\u202f: il y est "
                "une fois. S’il manque, dites-le avant le tirage.",
                "If you volunteered, look for your number in numeros.csv: it is there once. If it "
                "is not, say so before the draw.",
            ),
            say(
                "Chaque billet de la loterie désigne combien de personnes prendre dans chaque "
                "cellule. Le germe choisira un billet parmi 10\u202f000, puis l’ordre des "
                "personnes.",
                "Each ticket of the lottery says how many people to take from each cell. The seed "
                "will choose a ticket of 10,000, then the order of people.",
            ),
        ]),
    ])  # fmt: skip


def _volunteers(context: Context) -> str:
    return md_literal(context.say("Fichier des volontaires (non publié)",
                                  "File of volunteers (not published)"))  # fmt: skip


def _announced(context: Context, facts: Facts) -> list[Piece]:
    if facts["announced"]:
        day = context.numbers.date(dt.date.fromisoformat(facts["announced"]))
        return [paragraph(context.say(
            f"La loterie, la liste des numéros et les trois empreintes ont été publiées le {day}, "
            "avant que le germe soit connu\u202f: personne n’a pu les choisir d’après lui.",
            f"The lottery, the list of numbers and the three hashes were published on {day}, "
            "before the seed was known: nobody could choose them to suit it.",
        ))]  # fmt: skip
    said = paragraph(
        context.say(
            "La loterie et la liste des numéros n’ont pas été annoncées avant que le germe soit "
            "connu. Cette page permet de refaire le tirage, et non de savoir qu’elles n’ont pas "
            "été choisies d’après le germe.",
            "The lottery and the list of numbers were not announced before the seed was known. "
            "This page allows the draw to be done again, and not to know that they were not chosen "
            "to suit the seed.",
        )
    )
    return [callout("warning", context.say("Tirage non annoncé", "Draw not announced"), said)]


def _steps(context: Context, draw: DrawDef, facts: Facts) -> list[str]:
    say, hashes = context.say, facts["hashes"]
    seed = md_verbatim(str(draw.seed))
    first = facts["cells"][0]
    number = first["panel"][0]
    return [
        md_literal(say(
            "Téléchargez les deux fichiers et calculez leur empreinte SHA-256 (sous Linux ou "
            "macOS, shasum -a 256 loterie.csv; sous Windows, certutil -hashfile loterie.csv "
            "SHA256). Elle doit être celle-ci.",
            "Download the two files and work out their SHA-256 (on Linux or macOS, shasum -a 256 "
            "loterie.csv; on Windows, certutil -hashfile loterie.csv SHA256). It must be this one.",
        ))
        + f"\n    - {_hash(context, link(LOTTERY, LOTTERY), hashes['lottery'])}"
        + f"\n    - {_hash(context, link(NUMBERS, NUMBERS), hashes['numbers'])}",
        f"{md_literal(context.colon(say('Le germe est', 'The seed is'), ''))} {seed}. "
        + md_literal(ended(context.text(draw.seed_source))),
        md_literal(say("Calculez l’empreinte SHA-256 de ", "Work out the SHA-256 of "))
        + f"{md_verbatim(f'{draw.seed}:billet')}{md_literal(context.colon('', ''))} "
        + f"{_code(facts['ticket_key'])}. " + md_literal(say(
            f"Écrit en nombre décimal, elle se termine par {_last_digits(facts)}; plus un, c’est "
            f"le billet {context.numbers.count(facts['ticket'])}.",
            f"Written as a decimal number, it ends in {_last_digits(facts)}; plus one, it is "
            f"ticket {context.numbers.count(facts['ticket'])}.",
        )),
        md_literal(say(
            "Dans loterie.csv, lisez les lignes dont les billets, du premier au dernier, "
            "comprennent celui-là\u202f: elles disent combien de personnes prendre dans chaque "
            "cellule.",
            "In loterie.csv, read the rows whose tickets, from first to last, hold that one: they "
            "say how many people to take from each cell.",
        )),
        md_literal(say(
            "Dans numeros.csv, prenez les numéros d’une cellule. Rangez-les par l’empreinte "
            "SHA-256 du texte «\u00a0germe:numéro\u00a0», de la plus petite à la plus grande. Les "
            "premiers sont du panel; les suivants sont la réserve. Par exemple, ",
            "In numeros.csv, take the numbers of a cell. Sort them by the SHA-256 of the text "
            "“seed:number”, from the smallest to the largest. The first are of the panel; the next "
            "ones are the reserve. For example, ",
        )) + f"{md_verbatim(f'{draw.seed}:{number}')} " + md_literal(say(
            f"place {number} en tête de la cellule {first['cell']}.",
            f"puts {number} first in cell {first['cell']}.",
        )),
        md_literal(say("Ou laissez faire un ordinateur qui a Python", "Or let a computer with "
                       "Python do it"))
        + f"{md_literal(context.colon('', ''))} {link(SCRIPT, SCRIPT)}" + md_literal(say(
            ", placé à côté des deux fichiers, refait ces étapes et écrit les numéros.",
            ", placed beside the two files, takes these steps and writes the numbers.",
        )),
    ]  # fmt: skip


def _last_digits(facts: Facts) -> str:
    return f"{int(facts['ticket_key'], 16) % _TICKETS:04d}"


def _hash(context: Context, name: str, value: str) -> str:
    """Write a file's hash after its name, which is Markdown already."""
    return f"{name}{md_literal(context.colon('', ''))} {_code(value)}"


def _code(value: str) -> str:
    return f"`{value}`"
