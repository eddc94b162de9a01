"""Ten kinds of false statement that whoever writes the checker may look at."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from random import Random

from tests.document_edits import truths
from tests.document_edits.held_out import _other_digit, _whom
from tests.document_edits.truths import VERBS
from tests.document_edits.world import Told, World, Writer


def digit(world: World, rng: Random, lang: str) -> Told | None:
    """A digit of a share in a sentence."""
    key = rng.choice(world.keys())
    value = world.share(world.now(key)["estimate"], lang, rng.choice((0, 1)))
    other = _other_digit(value, rng)
    name, answer, whom = world.named(key, lang), world.response(key, lang), _whom(world, key, lang)
    colon = " :" if lang == "fr" else ":"
    return Told("digit", lang, f"{name}{whom}{colon} {other} ({answer}).")


def period(world: World, rng: Random, lang: str) -> Told | None:
    """The change since one wave, said of another."""
    (key, reference), row = rng.choice(world.compared)
    verb = row["verdict"].split("_")[0]
    if verb not in ("rose", "fell") or world.contexts[lang].kind(*key[:2]) != "share":
        return None
    other = rng.choice([w for w in world.waves[:-1] if w != reference])
    before = world.levels.get((key, other), {"estimate": math.nan})["estimate"]
    if abs(world.now(key)["estimate"] - before - row["estimate"]) < 0.006:
        return None
    name, answer, whom = world.named(key, lang), world.response(key, lang), _whom(world, key, lang)
    size, said = world.points(row["estimate"], lang), rng.choice(VERBS[verb, lang])
    forms = {
        "fr": f"{name}{whom} : la part « {answer} » {said} de {size} depuis {other}.",
        "en": f"{name}{whom}: the share “{answer}” {said} by {size} since {other}.",
    }
    return Told("period", lang, forms[lang])


def across_break(world: World, rng: Random, lang: str) -> Told | None:
    """A comparison that a break forbids."""
    (key, reference), row = rng.choice(world.compared)
    if row["verdict"] != "not comparable" or world.contexts[lang].kind(*key[:2]) != "share":
        return None
    name, answer, whom = world.named(key, lang), world.response(key, lang), _whom(world, key, lang)
    size, verb = world.points(rng.uniform(0.02, 0.1), lang), rng.choice(("rose", "fell"))
    said = rng.choice(VERBS[verb, lang])
    forms = {
        "fr": (f"{name}{whom}, {answer} : cette part {said} de {size} depuis {reference}.",
               f"{name}{whom} : la part « {answer} » {said} depuis {reference}."),
        "en": (f"{name}{whom}, {answer}: this share {said} by {size} since {reference}.",
               f"{name}{whom}: the share “{answer}” {said} since {reference}."),
    }  # fmt: skip
    return Told("across a break", lang, rng.choice(forms[lang]))


def significant(world: World, rng: Random, lang: str) -> Told | None:
    """ "Significant" of a change that is not shown, or of any where the sample allows no such word."""
    (key, reference), row = rng.choice(world.compared)
    probability = world.contexts[lang].part().sample_type == "probability"
    if reference not in world.waves or (
        probability and row["verdict"] not in ("cannot_tell", "stable")
    ):
        return None
    name, answer, whom = world.named(key, lang), world.response(key, lang), _whom(world, key, lang)
    forms = {
        "fr": f"{name}{whom}, {answer} : écart statistiquement significatif depuis {reference}.",
        "en": f"{name}{whom}, {answer}: a statistically significant change since {reference}.",
    }
    return Told("significant", lang, forms[lang])


def majority(world: World, rng: Random, lang: str) -> Told | None:
    """A majority where the lower end does not exceed one half."""
    key = rng.choice(world.keys(total=True))
    now = world.now(key)
    if now["conf_low"] > 0.5:
        return None
    name, answer = world.named(key, lang), world.response(key, lang)
    forms = {
        "fr": (f"Une majorité de répondants ({name}, {answer}).",
               f"{name}, {answer} : plus de la moitié des répondants."),
        "en": (f"A majority of respondents ({name}, {answer}).",
               f"{name}, {answer}: most respondents."),
    }  # fmt: skip
    return Told("majority", lang, rng.choice(forms[lang]))


def swapped_group(world: World, rng: Random, lang: str) -> Told | None:
    """The share of one group under the name of another."""
    key = rng.choice(world.keys(total=False))
    others = [k for k in world.keys(total=None) if k[:3] == key[:3] and k != key]
    if not others:
        return None
    now, then = (world.now(k)["estimate"] for k in (key, rng.choice(others)))
    if abs(now - then) < 0.012:
        return None
    name, answer, group = (f(key, lang) for f in (world.named, world.response, world.group))
    value = world.share(then, lang)
    forms = {
        "fr": f"{name}, {answer} : {value} dans le groupe « {group} ».",
        "en": f"{name}, {answer}: {value} in the group “{group}”.",
    }
    return Told("swapped group", lang, forms[lang])


def size(world: World, rng: Random, lang: str) -> Told | None:
    """Another size of a change that is shown."""
    (key, reference), row = rng.choice(world.compared)
    verb = row["verdict"].split("_")[0]
    if verb not in ("rose", "fell") or world.contexts[lang].kind(*key[:2]) != "share":
        return None
    wrong = abs(row["estimate"]) + rng.choice((-0.01, 0.01, 0.02, 0.1))
    name, answer, whom = world.named(key, lang), world.response(key, lang), _whom(world, key, lang)
    said = rng.choice(VERBS[verb, lang])
    forms = {
        "fr": f"{name}{whom} : la part « {answer} » {said} de {world.points(wrong, lang)} depuis {reference}.",
        "en": f"{name}{whom}: the share “{answer}” {said} by {world.points(wrong, lang)} since {reference}.",
    }
    return Told("size", lang, forms[lang])


def other_wave(world: World, rng: Random, lang: str) -> Told | None:
    """Two levels, each said of the other's wave."""
    true = truths.moved(world, rng, lang)
    if true is None:
        return None
    years = [w for w in world.waves if w in true.text]
    if len(years) != 2:
        return None
    swapped = true.text.replace(years[0], "@").replace(years[1], years[0]).replace("@", years[1])
    values = set(re.findall(r"\d+[.,]\d", true.text))
    return replace(true, kind="other wave", text=swapped) if len(values) > 1 else None


def untold_rise(world: World, rng: Random, lang: str) -> Told | None:
    """A rise or a fall where the data do not allow a conclusion, or show stability."""
    (key, reference), row = rng.choice(world.compared)
    if row["verdict"] not in ("cannot_tell", "stable") or reference not in world.waves:
        return None
    if not world.shown(key):
        return None
    name, answer, whom = world.named(key, lang), world.response(key, lang), _whom(world, key, lang)
    said = rng.choice(VERBS[rng.choice(("rose", "fell")), lang])
    forms = {
        "fr": f"{name}{whom}, {answer} : le résultat {said} depuis {reference}.",
        "en": f"{name}{whom}, {answer}: the result {said} since {reference}.",
    }
    return Told("untold rise", lang, forms[lang])


def rounded_away(world: World, rng: Random, lang: str) -> Told | None:
    """A share rounded to the wrong whole number, or called "six in ten" where it is not."""
    key = rng.choice(world.keys(total=True))
    now = world.now(key)["estimate"] * 100
    name, answer = world.named(key, lang), world.response(key, lang)
    if rng.random() < 0.5:
        wrong = round(now) + rng.choice((-2, -1, 1, 2))
        if abs(wrong - now) < 0.6 or wrong < 0:
            return None
        value = world.share(wrong / 100, lang, 0)
    else:
        tenths = round(now / 10) + rng.choice((-2, 2))
        if not 0 < tenths < 10:
            return None
        value = f"{tenths} personnes sur 10" if lang == "fr" else f"{tenths} people out of 10"
    colon = " :" if lang == "fr" else ":"
    return Told("rounded away", lang, f"{name}, {answer}{colon} {value}.")


SEEN: tuple[Writer, ...] = (
    digit, period, across_break, significant, majority, swapped_group, size, other_wave,
    untold_rise, rounded_away,
)  # fmt: skip
