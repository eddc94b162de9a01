"""The questions of ``padai init``: each may be skipped, and nothing is written before the last."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import typer

from padai.cli.options import CONSOLE, t
from padai.errors import DefinitionError
from padai.words import Said

if TYPE_CHECKING:
    from padai.interchange.answers import Answers
    from padai.interchange.design_roles import DesignFinding
    from padai.interchange.draft import DesignRole

Check = Callable[[str], Any]


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def asked() -> Answers:
    """Ask what is known of a survey.

    Enter skips a question; the end of the input (Ctrl-D) skips the rest; Ctrl-C writes nothing.

    Raises
    ------
    DefinitionError
        There is no terminal to ask at.
    """
    if not at_terminal():
        raise DefinitionError(
            "padai init asks questions, and there is no terminal here. Give --from FILE, "
            "--example, or --blank for a definition that is all to be written.",
            "padai init pose des questions, mais il n’y a pas de terminal ici. Donnez "
            "--from FICHIER, --example, ou --blank pour une définition toute à écrire.",
        )
    CONSOLE.print(
        t(
            "Quelques questions. Entrée passe une question, Ctrl-D passe le reste, Ctrl-C annule. "
            "Ce qui est passé sera « à compléter ».",
            "A few questions. Enter skips one, Ctrl-D skips the rest, Ctrl-C cancels. What is "
            "skipped will say « à compléter » (to be written).",
        ),
        soft_wrap=True,
    )
    return _answers(_Asking())


class _Asking:
    """Puts questions until the input ends."""

    def __init__(self) -> None:
        self.over = False

    def ask(self, said: Said, check: Check = str) -> Any:
        """Put a question until its answer is fit or empty; None where it is skipped."""
        while not self.over:
            try:
                typed = CONSOLE.input(f"  {t(said)} ", markup=False).strip()
            except EOFError:
                self.over = True
                CONSOLE.print()
                break
            except KeyboardInterrupt:
                raise typer.Abort from None
            if not typed:
                break
            try:
                return check(typed)
            except DefinitionError as error:
                CONSOLE.print(f"    {error}", markup=False, highlight=False, soft_wrap=True)
        return None

    def choose(self, said: Said, options: Mapping[str, Said]) -> Any:
        """Put a question whose answers are listed, to be answered by number or by name."""
        if self.over:
            return None
        for place, (name, texts) in enumerate(options.items(), start=1):
            CONSOLE.print(f"    {place}. {t(texts)} ({name})", markup=False, highlight=False)

        def check(typed: str) -> str:
            names = list(options)
            if typed.isdecimal() and 1 <= int(typed) <= len(names):
                return names[int(typed) - 1]
            if typed in names:
                return typed
            raise DefinitionError(
                f"choose a number from 1 to {len(names)}, or skip.",
                f"choisissez un nombre de 1 à {len(names)}, ou passez.",
            )

        return self.ask(said, check)


MODES = {
    "online": Said("en ligne", "online"),
    "phone": Said("par téléphone", "by phone"),
    "in_person": Said("en personne", "in person"),
    "mail": Said("par la poste", "by mail"),
    "mixed": Said("plusieurs modes", "several modes"),
}
SAMPLES = {
    "probability": Said("échantillon tiré au hasard", "sample drawn at random"),
    "quota": Said(
        "échantillon par quotas ou panel en ligne volontaire",
        "quotas, or a volunteer panel",
    ),
    "open": Said("consultation ouverte à tous", "consultation open to all"),
    "minipublic": Said("panel citoyen", "mini-public"),
}


def _answers(asking: _Asking) -> Answers:
    from padai.interchange.answers import Answers, told

    def both(said: Said) -> dict[str, str]:
        asked = Said(f"{said.fr} ?", f"{said.en}, in French?")
        french, english = asking.ask(asked), None
        if french:
            english = asking.ask(Said("    le même en anglais ?", "    the same in English?"))
        return {**told(french or "", "fr"), **told(english or "", "en")}

    texts = {
        "title": both(Said("Titre de l’enquête", "Title of the survey")),
        "description": both(
            Said("En une phrase, de quoi s’agit-il", "In a sentence, what it is about")
        ),
        "population": both(
            Said("Quelle population (p. ex. personnes de 18 ans et plus)", "Population")
        ),
        "geography": both(Said("Quel territoire", "Territory")),
        "sponsor": both(Said("Qui commande l’enquête", "Who commissions the survey")),
        "contact": both(
            Said("Qui répond aux questions des lecteurs", "Who answers readers’ questions")
        ),
    }
    wave = asking.ask(
        Said("Nom de la première vague (p. ex. 2025) ?", "First wave (e.g. 2025)?"), _name
    )
    start = asking.ask(
        Said("Premier jour de collecte (AAAA-MM-JJ) ?", "First day (YYYY-MM-DD)?"), _date
    )
    end = start and asking.ask(Said("Dernier jour de collecte ?", "Last day?"), _date_from(start))
    mode = asking.choose(Said("Mode de collecte ?", "Mode of interview?"), MODES)
    sample = asking.choose(Said("Genre d’échantillon ?", "Kind of sample?"), SAMPLES)
    texts["supplier"] = both(Said("Qui fait la collecte", "Who does the interviews"))
    return Answers(
        {key: said for key, said in texts.items() if said},  # type: ignore[misc]
        wave, start if end else None, end or None, mode, sample,
        asking.ask(Said("Nom du fichier de données ?", "Name of the data file?"), _file),
        asking.ask(Said("Colonne d’identifiant ?", "Identifier column?")),
        asking.ask(Said("Colonne de poids ?", "Weight column?")),
    )  # fmt: skip


def asked_design(wave_id: str, finding: DesignFinding) -> dict[DesignRole, str] | None:
    """Ask a person to confirm a wave's design, role by role; None leaves it to be confirmed."""
    from padai.interchange.design_roles import ROLE_WORDS

    CONSOLE.print(
        t(
            f"Plan de la vague {wave_id}. Entrée : ce qui est proposé; « - » : aucune colonne; "
            "Ctrl-D : à confirmer plus tard.",
            f"Design of wave {wave_id}. Enter: what is proposed; “-”: no column; Ctrl-D: to be "
            "confirmed later.",
        ),
        highlight=False,
        soft_wrap=True,
    )
    asking, chosen = _Asking(), dict(finding.proposed())
    for role, found in finding.roles.items():
        known = [*found.columns, *(c.column for c in found.rejected)]
        offered = chosen.get(role, "-")
        also = ", ".join(c for c in found.columns if c != offered)
        more = f" ({also})" if also else ""
        word = ROLE_WORDS[role]
        typed = asking.ask(
            Said(f"{word.fr} [{offered}]{more} ?", f"{word.en} [{offered}]{more}?"),
            _column(known),
        )
        if asking.over:
            return None
        if typed == "-":
            chosen.pop(role, None)
        elif typed is not None:
            chosen[role] = typed
        elif role not in chosen and found.doubtful:
            return None
    return chosen


def _column(known: list[str]) -> Check:
    def check(typed: str) -> str:
        if typed == "-" or typed in known or not known:
            return typed
        listed = ", ".join(known[:8])
        raise DefinitionError(f"choose among {listed}, or -.", f"choisissez parmi {listed}, ou -.")

    return check


def _name(typed: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*", typed):
        return typed
    raise DefinitionError(
        "use letters, digits and hyphens.", "lettres, chiffres et traits d’union."
    )


def _file(typed: str) -> str:
    from padai.waves.intake import FORMATS

    if typed.lower().endswith(FORMATS) and not re.search(r"[/\\]|\.\.", typed):
        return typed
    known = ", ".join(FORMATS)
    raise DefinitionError(
        f"a name without its folder, ending in one of {known}.",
        f"un nom sans dossier, qui finit par l’un de {known}.",
    )


def _date(typed: str) -> dt.date:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        raise DefinitionError(
            "a date is written YYYY-MM-DD.", "une date s’écrit AAAA-MM-JJ."
        ) from None


def _date_from(start: dt.date) -> Check:
    def check(typed: str) -> dt.date:
        end = _date(typed)
        if end < start:
            raise DefinitionError(f"not before {start}.", f"pas avant le {start}.")
        return end

    return check
