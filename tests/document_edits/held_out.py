"""Ten kinds of false statement, written before the checker was and kept from it."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

from tests.document_edits import truths
from tests.document_edits.world import Key, Told, World, Writer


def _whom(world: World, key: Key, lang: str) -> str:
    return "" if key[2] == "total" else f" ({world.group(key, lang)})"


def _other_digit(text: str, rng: Random) -> str:
    """Change one digit before the decimal mark."""
    whole = text.replace(".", ",").split(",")[0]
    places = [i for i, c in enumerate(whole) if c.isdigit()]
    at = rng.choice(places)
    digit = rng.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def cell_digit(world: World, rng: Random, lang: str) -> Told | None:
    """A digit of a cell of a table."""
    writer = rng.choice((truths.table_of_groups, truths.table_of_waves))
    true = writer(world, rng, lang)
    if true is None:
        return None
    row, column = true.at
    rows = [list(r) for r in true.rows]
    rows[row][column] = _other_digit(rows[row][column], rng)
    return replace(true, kind="cell digit", rows=tuple(tuple(r) for r in rows))


def direction(world: World, rng: Random, lang: str) -> Told | None:
    """Down for up, or up for down."""
    (key, reference), row = rng.choice(world.compared)
    verb = row["verdict"].split("_")[0]
    if verb not in ("rose", "fell") or world.contexts[lang].kind(*key[:2]) != "share":
        return None
    name, answer = world.named(key, lang), world.response(key, lang)
    size, down = world.points(row["estimate"], lang), verb == "rose"
    whom = _whom(world, key, lang)
    if lang == "fr":
        forms = (
            f"{name}{whom}, {answer} : {'repli' if down else 'progression'} de {size} depuis {reference}.",
            f"{name}{whom} : la part « {answer} » a {'perdu' if down else 'gagné'} {size} depuis {reference}.",
            f"Depuis {reference}, la part « {answer} » {'baisse' if down else 'grimpe'} ({name}{whom}).",
        )
    else:
        forms = (
            f"{name}{whom}, {answer}: a {'drop' if down else 'gain'} of {size} since {reference}.",
            f"{name}{whom}: the share “{answer}” has {'lost' if down else 'gained'} {size} since {reference}.",
            f"Since {reference}, the share “{answer}” has {'declined' if down else 'climbed'} ({name}{whom}).",
        )
    return Told("direction", lang, rng.choice(forms))


def half(world: World, rng: Random, lang: str) -> Told | None:
    """A fraction in words that the share is not."""
    key = rng.choice(world.keys(total=True))
    now = world.now(key)["estimate"]
    wanted = rng.choice(("half", "third", "quarter", "three"))
    size = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "three": 0.75}[wanted]
    if abs(now - size) < 0.07:
        return None
    words = {
        "fr": {
            "half": "la moitié",
            "third": "le tiers",
            "quarter": "le quart",
            "three": "les trois quarts",
        },
        "en": {
            "half": "half",
            "third": "a third",
            "quarter": "a quarter",
            "three": "three quarters",
        },
    }[lang][wanted]
    name, answer = world.named(key, lang), world.response(key, lang)
    forms = {
        "fr": f"{name}, {answer} : {words} des répondants.",
        "en": f"{name}, {answer}: {words} of respondents.",
    }
    return Told("half", lang, forms[lang])


def withheld(world: World, rng: Random, lang: str) -> Told | None:
    """A figure for a group that the release withholds."""
    if not world.withheld():
        return None
    key = rng.choice(world.withheld())
    value = world.share(rng.uniform(0.2, 0.8), lang, rng.choice((0, 1)))
    name, answer, group = (f(key, lang) for f in (world.named, world.response, world.group))
    forms = {
        "fr": (f"{name}, {answer} : {value} ({group}).",
               f"Dans le groupe « {group} », {value} sont dans « {answer} » ({name})."),
        "en": (f"{name}, {answer}: {value} ({group}).",
               f"In the group “{group}”, {value} are in “{answer}” ({name})."),
    }  # fmt: skip
    return Told("withheld", lang, rng.choice(forms[lang]))


def swapped_question(world: World, rng: Random, lang: str) -> Told | None:
    """The share of one question under the name of another."""
    key = rng.choice(world.keys())
    others = [k for k in world.keys(total=None) if k[1:] == key[1:] and k[0] != key[0]]
    if not others:
        return None
    other = rng.choice(others)
    now, then = world.now(key)["estimate"], world.now(other)["estimate"]
    if abs(now - then) < 0.015:
        return None
    name, answer = world.named(key, lang), world.response(key, lang)
    value, whom = world.share(then, lang), _whom(world, key, lang)
    forms = {
        "fr": (f"{name}{whom} : {value} ({answer}).", f"« {answer} » : {value} ({name}{whom})."),
        "en": (f"{name}{whom}: {value} ({answer}).", f"“{answer}”: {value} ({name}{whom})."),
    }
    return Told("swapped question", lang, rng.choice(forms[lang]))


def points_percent(world: World, rng: Random, lang: str) -> Told | None:
    """Per cent for points."""
    (key, reference), row = rng.choice(world.compared)
    verb = row["verdict"].split("_")[0]
    if verb not in ("rose", "fell") or world.contexts[lang].kind(*key[:2]) != "share":
        return None
    name, answer = world.named(key, lang), world.response(key, lang)
    size, up = world.share(abs(row["estimate"]), lang), verb == "rose"
    whom = _whom(world, key, lang)
    forms = {
        "fr": (f"{name}{whom}, {answer} : {'hausse' if up else 'baisse'} de {size} depuis {reference}.",
               f"{name}{whom}, {answer} : {'+' if up else '−'}{size} depuis {reference}."),
        "en": (f"{name}{whom}, {answer}: {'up' if up else 'down'} {size} since {reference}.",
               f"{name}{whom}, {answer}: {'+' if up else '−'}{size} since {reference}."),
    }  # fmt: skip
    return Told("points for per cent", lang, rng.choice(forms[lang]))


def interval_end(world: World, rng: Random, lang: str) -> Told | None:
    """One end of an interval, moved."""
    key = rng.choice(world.keys(total=True))
    now = world.now(key)
    if not math.isfinite(now["conf_low"]):
        return None
    low, high = now["conf_low"], now["conf_high"]
    step = rng.choice((-0.03, -0.02, 0.02, 0.03))
    low, high = (low + step, high) if rng.random() < 0.5 else (low, high + step)
    name, answer = world.named(key, lang), world.response(key, lang)
    value = world.share(now["estimate"], lang)
    span = world.contexts[lang].numbers.range(low, high, "share")
    short = world.contexts[lang].words().interval_short
    forms = {
        "fr": f"{name}, {answer} : {value} ({short} : {span}).",
        "en": f"{name}, {answer}: {value} ({short}: {span}).",
    }
    return Told("interval end", lang, forms[lang])


def base(world: World, rng: Random, lang: str) -> Told | None:
    """Another number of respondents."""
    key = rng.choice(world.keys())
    now = world.now(key)
    n = round(now["n_base"]) + rng.choice((-90, -9, -1, 1, 10, 100))
    name, answer = world.named(key, lang), world.response(key, lang)
    value, size = world.share(now["estimate"], lang), world.bare(n, lang, 0)
    whom = _whom(world, key, lang)
    forms = {
        "fr": f"{name}{whom}, {answer} : {value} (n = {size}).",
        "en": f"{name}{whom}, {answer}: {value} (n = {size}).",
    }
    return Told("base", lang, forms[lang])


def no_change(world: World, rng: Random, lang: str) -> Told | None:
    """ "Unchanged" where nothing shows it."""
    (key, reference), row = rng.choice(world.compared)
    if row["verdict"] not in ("cannot_tell", "rose", "fell") or reference not in world.waves:
        return None
    name, answer, whom = world.named(key, lang), world.response(key, lang), _whom(world, key, lang)
    forms = {
        "fr": (f"{name}{whom}, {answer} : résultat inchangé depuis {reference}.",
               f"{name}{whom}, {answer} : cette part n’a pas changé depuis {reference}.",
               f"{name}{whom}, {answer} : aucun changement depuis {reference}."),
        "en": (f"{name}{whom}, {answer}: unchanged since {reference}.",
               f"{name}{whom}, {answer}: this share has not changed since {reference}.",
               f"{name}{whom}, {answer}: no change since {reference}."),
    }  # fmt: skip
    return Told("no change", lang, rng.choice(forms[lang]))


def group_order(world: World, rng: Random, lang: str) -> Told | None:
    """A group set above or below the others without a verdict that says so."""
    (key, reference), row = rng.choice(world.compared)
    if reference != "rest" or not row["verdict"] or not world.shown(key):
        return None
    up = {"higher": False, "lower": True}.get(row["verdict"], rng.random() < 0.5)
    name, answer, group = (f(key, lang) for f in (world.named, world.response, world.group))
    forms = {
        "fr": (f"{name}, {answer} : le résultat est plus {'élevé' if up else 'faible'} dans le groupe « {group} ».",
               f"{name}, {answer} : le groupe « {group} » se situe {'au-dessus' if up else 'au-dessous'} des autres groupes."),
        "en": (f"{name}, {answer}: the result is {'higher' if up else 'lower'} in the group “{group}”.",
               f"{name}, {answer}: the group “{group}” stands {'above' if up else 'below'} the other groups."),
    }  # fmt: skip
    return Told("group order", lang, rng.choice(forms[lang]))


HELD_OUT: tuple[Writer, ...] = (
    cell_digit, direction, half, withheld, swapped_question, points_percent, interval_end, base,
    no_change, group_order,
)  # fmt: skip
