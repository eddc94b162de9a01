"""What a second reader wrote before reading the checker: ranks, multiples, denials, words."""

from __future__ import annotations

from random import Random

from tests.document_edits.world import Key, Told, World, Writer

NEW_WORDS = {
    ("fr", True): ("s’est renforcée", "s’est raffermie", "est remontée", "s’est redressée"),
    ("fr", False): ("s’effrite", "s’est érodée", "a plongé", "est descendue"),
    ("en", True): ("strengthened", "rebounded", "advanced", "soared"),
    ("en", False): ("eroded", "weakened", "retreated", "sank"),
}
FORMS = {
    "moved": ("La part « {a} » {verb} depuis {since} ({n}).", "The share “{a}” {verb} since {since} ({n})."),
    "doubled": ("{n}, {a} : la part a doublé depuis {since}.", "{n}, {a}: the share has doubled since {since}."),
    "halved": ("{n}, {a} : la part a été réduite de moitié depuis {since}.", "{n}, {a}: the share was cut in half since {since}."),
    "highest": ("{n}, {a} : en {now}, son plus haut niveau depuis {since}.", "{n}, {a}: in {now}, its highest level since {since}."),
    "never": ("{n}, {a} : jamais la part n’a été aussi basse qu’en {now}.", "{n}, {a}: the share has never been as low as in {now}."),
    "no rise": ("Rien n’indique que la part « {a} » ait augmenté depuis {since} ({n}).", "Nothing indicates that the share “{a}” has risen since {since} ({n})."),
    "words": ("{n}, {a} : vingt et un pour cent.", "{n}, {a}: twenty-one per cent."),
    "untold": ("On ne peut dire si la part « {a} » a augmenté ou diminué depuis {since} ({n}).", "We cannot say whether the share “{a}” rose or fell since {since} ({n})."),
    "open": ("{n}, {a} : l’enquête ne dit pas si une réforme l’a fait augmenter.", "{n}, {a}: the survey does not say whether a reform made it rise."),
    "neither": ("{n}, {a} : la part n’a ni augmenté ni diminué de plus de {d} points depuis {since}.", "{n}, {a}: the share has neither risen nor fallen by more than {d} points since {since}."),
    "margin": ("{n}, {a} : la part demeure stable depuis {since}, à {d} points près.", "{n}, {a}: the share is stable since {since}, within {d} points."),
}  # fmt: skip


def _told(world: World, kind: str, lang: str, key: Key, **facts: str) -> Told:
    whom = "" if key[2] == "total" else f" ({world.group(key, lang)})"
    named = {"n": world.named(key, lang) + whom, "a": world.response(key, lang)}
    form = FORMS[kind][lang == "en"]
    return Told(kind, lang, form.format(**named, **facts))


def _drawn(
    world: World, rng: Random, *verdicts: str
) -> tuple[Key, str, dict[str, object], float] | None:
    """Draw a compared share with its earlier level, where its verdict is one of these."""
    (key, since), row = rng.choice(world.compared)
    share = world.contexts["fr"].kind(*key[:2]) == "share"
    if row["verdict"] not in verdicts or not share or not world.shown(key, since):
        return None
    return key, since, row, world.levels[key, since]["estimate"]


def _of(kind: str, *verdicts: str) -> Writer:
    """Return the writer of a sentence on a change that has one of these verdicts."""

    def write(world: World, rng: Random, lang: str) -> Told | None:
        drawn = _drawn(world, rng, *verdicts)
        if drawn is None:
            return None
        key, since, row, _ = drawn
        margin = row["margin"]
        whole = f"{margin:.0f}" if margin == margin else ""
        return _told(world, kind, lang, key, since=since, now=world.wave, d=whole)

    write.__name__ = kind.replace(" ", "_")
    return write


def _moved(right: bool) -> Writer:
    def moved(world: World, rng: Random, lang: str) -> Told | None:
        drawn = _drawn(world, rng, "rose", "fell")
        if drawn is None:
            return None
        key, since, row, _ = drawn
        verb = rng.choice(NEW_WORDS[lang, (row["verdict"] == "rose") == right])
        return _told(world, "moved", lang, key, since=since, verb=verb)

    return moved


def words(world: World, rng: Random, lang: str) -> Told | None:
    """A share in words, of a figure that is another."""
    key = rng.choice(world.keys(total=True))
    far = abs(world.now(key)["estimate"] - 0.21) > 0.02
    return _told(world, "words", lang, key) if far else None


def multiple(world: World, rng: Random, lang: str) -> Told | None:
    """Doubled or halved, of a figure that did not."""
    drawn = _drawn(world, rng, "rose", "fell", "stable", "cannot_tell")
    if drawn is None:
        return None
    key, since, _, before = drawn
    ratio = world.now(key)["estimate"] / before if before else 1.0
    kind = rng.choice(("doubled", "halved"))
    near = {"doubled": 2.0, "halved": 0.5}[kind]
    return _told(world, kind, lang, key, since=since) if abs(ratio / near - 1) > 0.3 else None


def ahead(world: World, rng: Random, lang: str) -> Told | None:
    """One question ahead of another that is above it."""
    one, two = rng.sample(world.keys(total=True), 2)
    alike = world.response(one, lang) == world.response(two, lang) and one[0] != two[0]
    if not alike or world.now(one)["estimate"] >= world.now(two)["estimate"] - 0.001:
        return None
    first, second = world.named(one, lang), world.named(two, lang)
    how = (
        ("devance", "est plus élevée que") if lang == "fr" else ("comes ahead of", "is higher than")
    )
    return Told("ahead", lang, f"{first} {rng.choice(how)} {second} ({world.response(one, lang)}).")


FALSE: tuple[Writer, ...] = (
    _moved(False), words, multiple, ahead, _of("highest", "fell"), _of("no rise", "rose"),
)  # fmt: skip
TRUE: tuple[Writer, ...] = (
    _moved(True), _of("untold", "cannot_tell"), _of("open", "rose", "stable", "cannot_tell"),
    _of("neither", "stable"), _of("margin", "stable"), _of("highest", "rose"),
    _of("no rise", "stable"),
)  # fmt: skip
