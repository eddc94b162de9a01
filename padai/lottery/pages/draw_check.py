"""How anyone checks a draw by lot: the steps, worked out, and a script that takes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from padai.publishing.basis.sentences import ended
from padai.publishing.basis.speech import Speech
from padai.publishing.engine.text import md_literal, md_verbatim
from padai.publishing.pieces.emit import Piece, bullets, callout, heading, joined, link, paragraph
from padai.survey.panels import DrawDef

Facts = Mapping[str, Any]
LOTTERY, NUMBERS, SCRIPT = "loterie.csv", "numeros.csv", "verifier.py"
TICKET = "billet.csv"
_TICKETS = 10_000


_SCRIPT = f'''\
# Refait le tirage avec {LOTTERY}, {NUMBERS} et {TICKET}, à côté de ce fichier.
# Does the draw again from {LOTTERY}, {NUMBERS} and {TICKET}, placed beside this file.
#     python3 {SCRIPT}
import csv
import hashlib
import sys

SEED = @SEED@
RESERVES = @RESERVES@  # par siège / for each seat


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

(sealed,) = [row for row in rows("{LOTTERY}")
             if int(row["first_ticket"]) <= ticket <= int(row["last_ticket"])]
taken = rows("{TICKET}")
span = sealed["first_ticket"] + "-" + sealed["last_ticket"]
told = ",".join(row["cell"] + "=" + row["people"] for row in taken)
if sha(taken[0]["key"] + ":" + span + ":" + told) != sealed["seal"]:
    sys.exit("sceau rompu, places non annoncées / broken seal, seats not announced")
print("sceau / seal", sealed["seal"])

panel, reserve = [], []
for row in taken:
    seats = int(row["people"])
    order = sorted(cells[row["cell"]], key=lambda number: sha(SEED + ":" + number))
    panel += order[:seats]
    reserve += order[seats : seats * (1 + RESERVES)]

print("panel", *sorted(panel))
print("réserve / reserve", *sorted(reserve))
'''


def check_script(draw: DrawDef) -> str:
    """Return a script that does the draw again from the published files, with Python alone."""
    return _SCRIPT.replace("@SEED@", repr(draw.seed)).replace("@RESERVES@", str(draw.reserves))


def checks(speech: Speech, draw: DrawDef, facts: Facts) -> Piece:
    """Return what each person can check, step by step, and what only a guarantor can."""
    say = speech.say
    return joined(
        [
            *_announced(speech, facts),
            Piece(
                "\n".join(f"{n}. {step}" for n, step in enumerate(_steps(speech, draw, facts), 1))
            ),
            heading(3, say("publishing-dialogue-what-a-guarantor-checks")),
            paragraph(say("publishing-dialogue-the-profile-of-each-number-is-not")),
            Piece(f"- {_hash(speech, _volunteers(speech), facts['hashes']['volunteers'])}"),
        ]
    )


def promises(speech: Speech, draw: DrawDef, facts: Facts) -> Piece:
    """Return what is made public before the seed is known, and what will be drawn from it."""
    say, day = speech.say, speech.numbers.date
    when = day(draw.date)
    return joined(
        [
            paragraph(say("publishing-dialogue-the-draw-will-take-place-on-the-seed", when=when)),
            Piece(
                "\n".join(
                    f"- {line}"
                    for line in (
                        _hash(speech, _volunteers(speech), facts["hashes"]["volunteers"]),
                        _hash(speech, link(LOTTERY, LOTTERY), facts["hashes"]["lottery"]),
                        _hash(speech, link(NUMBERS, NUMBERS), facts["hashes"]["numbers"]),
                    )
                )
            ),
            paragraph(
                speech.colon(say("publishing-dialogue-the-seed"), speech.text(draw.seed_source))
            ),
            bullets(
                [
                    say("publishing-dialogue-if-you-volunteered-look-for-your-number"),
                    say("publishing-dialogue-each-ticket-of-the-lottery-says-how-many"),
                ]
            ),
        ]
    )


def _volunteers(speech: Speech) -> str:
    return md_literal(speech.say("publishing-dialogue-file-of-volunteers-not-published"))


def _announced(speech: Speech, facts: Facts) -> list[Piece]:
    if facts["announced"]:
        day = speech.numbers.date(dt.date.fromisoformat(facts["announced"]))
        return [
            paragraph(
                speech.say("publishing-dialogue-the-lottery-the-list-of-numbers-and-the", day=day)
            )
        ]
    warning = paragraph(speech.say("publishing-dialogue-the-lottery-and-the-list-of-numbers-were"))
    return [callout("warning", speech.say("publishing-dialogue-draw-not-announced"), warning)]


def _steps(speech: Speech, draw: DrawDef, facts: Facts) -> list[str]:
    say, hashes = speech.say, facts["hashes"]
    seed = md_verbatim(str(draw.seed))
    first = facts["cells"][0]
    number = first["panel"][0]
    return [
        md_literal(say("publishing-dialogue-download-the-two-files-and-work-out"))
        + f"\n    - {_hash(speech, link(LOTTERY, LOTTERY), hashes['lottery'])}"
        + f"\n    - {_hash(speech, link(NUMBERS, NUMBERS), hashes['numbers'])}",
        f"{md_literal(speech.colon(say('publishing-dialogue-the-seed-is'), ''))} {seed}. "
        + md_literal(ended(speech.text(draw.seed_source))),
        md_literal(say("publishing-dialogue-work-out-the-sha-256-of"))
        + f"{md_verbatim(f'{draw.seed}:billet')}{md_literal(speech.colon('', ''))} "
        + f"{_code(facts['ticket_key'])}. "
        + md_literal(
            say(
                "publishing-dialogue-written-as-a-decimal-number-it-ends-in",
                last_digits=_last_digits(facts),
                count=speech.numbers.count(facts["ticket"]),
            )
        ),
        md_literal(say("publishing-dialogue-in-loterie-csv-read-the-rows-whose"))
        + f"{md_literal(speech.colon('', ''))} {link(TICKET, TICKET)}",
        md_literal(say("publishing-dialogue-in-numeros-csv-take-the-numbers-of-a"))
        + f"{md_verbatim(f'{draw.seed}:{number}')} "
        + md_literal(
            say("publishing-dialogue-puts-first-in-cell", number=number, cell=first["cell"])
        ),
        md_literal(say("publishing-dialogue-or-let-a-computer-with-python-do-it"))
        + f"{md_literal(speech.colon('', ''))} {link(SCRIPT, SCRIPT)}"
        + md_literal(say("publishing-dialogue-placed-beside-the-two-files-takes-these")),
    ]


def _last_digits(facts: Facts) -> str:
    return f"{int(facts['ticket_key'], 16) % _TICKETS:04d}"


def _hash(speech: Speech, name: str, value: str) -> str:
    """Write a file's hash after its name, which is Markdown already."""
    return f"{name}{md_literal(speech.colon('', ''))} {_code(value)}"


def _code(value: str) -> str:
    return f"`{value}`"
