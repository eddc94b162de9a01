"""True sentences and tables, as a ministry's writer rewords what a release says."""

from __future__ import annotations

import math
from random import Random

from tests.document_edits.world import Told, World, Writer

VERBS = {
    ("rose", "fr"): ("a augmenté", "progresse", "est en hausse"),
    ("fell", "fr"): ("a diminué", "recule", "est en baisse"),
    ("rose", "en"): ("rose", "has increased", "is up"),
    ("fell", "en"): ("fell", "has decreased", "is down"),
}


def level(world: World, rng: Random, lang: str) -> Told | None:
    key = rng.choice(world.keys())
    now, digits = world.now(key), rng.choice((0, 1, 1))
    name, answer, group = (f(key, lang) for f in (world.named, world.response, world.group))
    value = world.share(now["estimate"], lang, digits)
    if digits == 0 and abs(now["estimate"] * 100 % 1 - 0.5) < 0.06:
        return None
    whom = "" if key[2] == "total" else f", {group}"
    forms = {
        "fr": (f"{name}{whom} : {value} ({answer}).",
               f"En {world.wave}, {value} des répondants sont dans « {answer} » pour « {name} »{whom}.",
               f"Le résultat « {answer} » atteint {value} ({name}{whom})."),
        "en": (f"{name}{whom}: {value} ({answer}).",
               f"In {world.wave}, {value} of respondents are in “{answer}” for “{name}”{whom}.",
               f"The result “{answer}” reaches {value} ({name}{whom})."),
    }  # fmt: skip
    return Told("level", lang, rng.choice(forms[lang]))


def sure(world: World, rng: Random, lang: str) -> Told | None:
    """A level with its interval and its base."""
    key = rng.choice(world.keys(total=True))
    now = world.now(key)
    if not math.isfinite(now["conf_low"]):
        return None
    name, answer = world.named(key, lang), world.response(key, lang)
    value = world.share(now["estimate"], lang)
    span = world.contexts[lang].numbers.range(now["conf_low"], now["conf_high"], "share")
    base = world.bare(now["n_base"], lang, 0)
    short = world.contexts[lang].words().interval_short
    forms = {
        "fr": f"{name}, {answer} : {value} ({short} : {span}; n = {base}).",
        "en": f"{name}, {answer}: {value} ({short}: {span}; n = {base}).",
    }
    return Told("sure", lang, forms[lang])


def change(world: World, rng: Random, lang: str) -> Told | None:
    (key, reference), row = rng.choice(world.compared)
    verb = row["verdict"].split("_")[0]
    if verb not in ("rose", "fell") or world.contexts[lang].kind(*key[:2]) != "share":
        return None
    name, answer = world.named(key, lang), world.response(key, lang)
    size, said = world.points(row["estimate"], lang), rng.choice(VERBS[verb, lang])
    whom = "" if key[2] == "total" else f" ({world.group(key, lang)})"
    forms = {
        "fr": (f"{name}{whom} : la part « {answer} » {said} de {size} depuis {reference}.",
               f"{name}{whom}, {answer} : cette part {said} depuis {reference}."),
        "en": (f"{name}{whom}: the share “{answer}” {said} by {size} since {reference}.",
               f"{name}{whom}, {answer}: this share {said} since {reference}."),
    }  # fmt: skip
    return Told("change", lang, rng.choice(forms[lang]))


def moved(world: World, rng: Random, lang: str) -> Told | None:
    """Two levels and the waves that they are of."""
    (key, reference), row = rng.choice(world.compared)
    if reference not in world.waves or world.contexts[lang].kind(*key[:2]) != "share":
        return None
    if not math.isfinite(row["estimate"]) or not world.shown(key, reference):
        return None
    name, answer = world.named(key, lang), world.response(key, lang)
    before = world.share(world.levels[key, reference]["estimate"], lang)
    after = world.share(world.now(key)["estimate"], lang)
    whom = "" if key[2] == "total" else f" ({world.group(key, lang)})"
    forms = {
        "fr": (f"{name}{whom}, {answer} : de {before} en {reference} à {after} en {world.wave}.",
               f"{name}{whom}, {answer} : {after} en {world.wave}, contre {before} en {reference}."),
        "en": (f"{name}{whom}, {answer}: from {before} in {reference} to {after} in {world.wave}.",
               f"{name}{whom}, {answer}: {after} in {world.wave}, against {before} in {reference}."),
    }  # fmt: skip
    return Told("moved", lang, rng.choice(forms[lang]))


def untold(world: World, rng: Random, lang: str) -> Told | None:
    (key, reference), row = rng.choice(world.compared)
    if row["verdict"] != "cannot_tell" or reference not in world.waves:
        return None
    name, answer = world.named(key, lang), world.response(key, lang)
    whom = "" if key[2] == "total" else f" ({world.group(key, lang)})"
    forms = {
        "fr": f"{name}{whom}, {answer} : les données ne permettent pas de conclure depuis {reference}.",
        "en": f"{name}{whom}, {answer}: the data do not allow a conclusion since {reference}.",
    }
    return Told("untold", lang, forms[lang])


def groups(world: World, rng: Random, lang: str) -> Told | None:
    """Two groups of one breakdown beside each other."""
    first = rng.choice(world.keys(total=False))
    others = [k for k in world.keys(total=False) if k[:3] == first[:3] and k != first]
    if not others:
        return None
    second = rng.choice(others)
    name, answer = world.named(first, lang), world.response(first, lang)
    one, two = (world.share(world.now(k)["estimate"], lang) for k in (first, second))
    a, b = world.group(first, lang), world.group(second, lang)
    forms = {
        "fr": f"{name}, {answer} : {one} ({a}) et {two} ({b}).",
        "en": f"{name}, {answer}: {one} ({a}) and {two} ({b}).",
    }
    return Told("groups", lang, forms[lang])


def higher(world: World, rng: Random, lang: str) -> Told | None:
    (key, reference), row = rng.choice(world.compared)
    if reference != "rest" or row["verdict"] not in ("higher", "lower"):
        return None
    name, answer = world.named(key, lang), world.response(key, lang)
    group, up = world.group(key, lang), row["verdict"] == "higher"
    forms = {
        "fr": f"{name}, {answer} : le résultat est plus {'élevé' if up else 'bas'} dans le groupe "
              f"« {group} » que dans les autres groupes.",
        "en": f"{name}, {answer}: the result is {'higher' if up else 'lower'} in the group "
              f"“{group}” than in the other groups.",
    }  # fmt: skip
    return Told("higher", lang, forms[lang])


def half(world: World, rng: Random, lang: str) -> Told | None:
    key = rng.choice(world.keys(total=True))
    now = world.now(key)
    name, answer = world.named(key, lang), world.response(key, lang)
    if now["conf_low"] > 0.5:
        forms = {
            "fr": (f"{name}, {answer} : plus de la moitié des répondants.",
                   f"Une majorité de répondants ({name}, {answer})."),
            "en": (f"{name}, {answer}: more than half of respondents.",
                   f"A majority of respondents ({name}, {answer})."),
        }  # fmt: skip
    elif abs(now["estimate"] - 0.5) < 0.015:
        forms = {
            "fr": (f"{name}, {answer} : environ la moitié des répondants.",),
            "en": (f"{name}, {answer}: about half of respondents.",),
        }
    else:
        return None
    return Told("half", lang, rng.choice(forms[lang]))


def table_of_groups(world: World, rng: Random, lang: str) -> Told | None:
    first = rng.choice(world.keys(total=False))
    keys = [
        (*first[:2], "total", "total"),
        *(k for k in world.keys(total=False) if k[:3] == first[:3]),
    ]
    head = world.contexts[lang].breakdown(first[2])
    rows = [(head, world.response(first, lang), "n")]
    for key in keys:
        now = world.now(key)
        rows.append(
            (
                world.group(key, lang),
                world.share(now["estimate"], lang),
                world.bare(now["n_base"], lang, 0),
            )
        )
    return Told(
        "table of groups",
        lang,
        title=world.named(first, lang),
        rows=tuple(rows),
        at=(rng.randrange(1, len(rows)), 1),
    )


def table_of_waves(world: World, rng: Random, lang: str) -> Told | None:
    """Several questions by wave, of one net."""
    keys = [k for k in world.keys(total=True) if k[1] == "trust"]
    chosen = sorted(rng.sample(keys, min(3, len(keys))))
    waves = world.waves[-3:]
    if not chosen or not all(world.shown(k, w) for k in chosen for w in waves):
        return None
    what = world.response(chosen[0], lang)
    rows = [("Question", *waves)]
    for key in chosen:
        values = (world.levels[key, w]["estimate"] for w in waves)
        rows.append((world.named(key, lang), *(world.share(v, lang) for v in values)))
    title = f"{what}, en %" if lang == "fr" else f"{what}, in %"
    return Told(
        "table of waves",
        lang,
        title=title,
        rows=tuple(rows),
        at=(rng.randrange(1, len(rows)), rng.randrange(1, len(waves) + 1)),
    )


TRUTHS: tuple[Writer, ...] = (
    level, sure, change, moved, untold, groups, higher, half, table_of_groups, table_of_waves,
)  # fmt: skip
