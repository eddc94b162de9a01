"""What was declared before the data: beside each key result, and in the methods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from padai.publishing.context import Context
from padai.publishing.emit import Piece, bullets, heading, joined, paragraph
from padai.publishing.sentences import ended, upper_first
from padai.survey import KeyResult

BEFORE = ("stamped", "published")
_KINDS = {
    "key_result": {"fr": "résultat clé", "en": "key result"},
    "family": {"fr": "famille de comparaisons", "en": "family of comparisons"},
    "chapter": {"fr": "chapitre", "en": "chapter"},
    "question": {"fr": "réponses suivies de la question", "en": "responses followed of question"},
    "margin": {"fr": "seuil de stabilité", "en": "margin"},
    "breakdown": {"fr": "ventilation", "en": "breakdown"},
    "exclusion": {"fr": "exclusion", "en": "exclusion"},
    "weighting": {"fr": "pondération", "en": "weighting"},
    "targets": {"fr": "marges de calage", "en": "targets"},
    "part": {"fr": "volet", "en": "part"},
    "break": {"fr": "rupture de série", "en": "break in series"},
    "policy": {"fr": "règle", "en": "rule"},
    "order": {"fr": "ordre", "en": "order"},
}
_WHAT = {
    "added": {"fr": "ajout", "en": "added"},
    "removed": {"fr": "retrait", "en": "removed"},
    "changed": {"fr": "modification", "en": "changed"},
}
_REMARKS = {
    "no_data_date": {
        "fr": "La date du début de la collecte n’est pas connue au jour près\u00a0: rien ne peut "
              "être dit déclaré avant les données.",
        "en": "The first day of fieldwork is not known: nothing can be called declared before the "
              "data.",
    },
    "data_there": {
        "fr": "Quand le sceau a été écrit, des données de cette édition étaient déjà là.",
        "en": "When the seal was written, data of this edition were there already.",
    },
    "data_older": {
        "fr": "Un fichier de données porte une date antérieure au sceau.",
        "en": "A data file bears a date earlier than the seal.",
    },
    "late_stamp": {
        "fr": "L’horodatage n’est pas antérieur au début de la collecte.",
        "en": "The time stamp is not earlier than the start of fieldwork.",
    },
    "late": {
        "fr": "La date du sceau n’est pas antérieure au début de la collecte.",
        "en": "The date of the seal is not earlier than the start of fieldwork.",
    },
    "out_of_order": {
        "fr": "Les dates des versions diffusées ne se suivent pas\u00a0: elles ne prouvent rien.",
        "en": "The dates of the versions put out are not in order: they prove nothing.",
    },
    "no_authority": {
        "fr": "Une réponse d’horodatage accompagne le sceau, mais la définition ne nomme pas "
              "d’autorité\u00a0: elle n’est pas vérifiée.",
        "en": "A time-stamp reply lies beside the seal, but the definition names no authority: it "
              "is not checked.",
    },
    "unreadable": {
        "fr": "La réponse d’horodatage est illisible.",
        "en": "The time-stamp reply cannot be read.",
    },
    "refused": {
        "fr": "L’autorité d’horodatage a refusé la demande.",
        "en": "The time-stamping authority refused the request.",
    },
    "other_text": {
        "fr": "La réponse d’horodatage est celle d’un autre texte que le sceau.",
        "en": "The time-stamp reply is of another text than the seal.",
    },
    "unknown_authority": {
        "fr": "La réponse d’horodatage ne vient pas de l’autorité que nomme la définition.",
        "en": "The time-stamp reply does not come from the authority that the definition names.",
    },
    "forged": {
        "fr": "La signature de la réponse d’horodatage est fausse.",
        "en": "The signature of the time-stamp reply is false.",
    },
    "tag_no_signers": {
        "fr": "Une étiquette signée accompagne le sceau, mais la définition ne nomme pas de "
              "signataire\u00a0: elle n’est pas vérifiée.",
        "en": "A signed tag lies beside the seal, but the definition names no signer: it is not "
              "checked.",
    },
    "tag_unreadable": {
        "fr": "L’étiquette signée est illisible.",
        "en": "The signed tag cannot be read.",
    },
    "tag_other_text": {
        "fr": "L’étiquette signée ne porte pas l’empreinte du sceau.",
        "en": "The signed tag does not hold the seal’s hash.",
    },
    "tag_unknown_signer": {
        "fr": "L’étiquette n’est pas signée par une personne que nomme la définition.",
        "en": "The tag is not signed by somebody whom the definition names.",
    },
    "tag_forged": {
        "fr": "La signature de l’étiquette est fausse.",
        "en": "The signature of the tag is false.",
    },
    "tag_unknown_method": {
        "fr": "L’étiquette est signée d’une manière qui n’est pas vérifiée ici.",
        "en": "The tag is signed in a way that is not checked here.",
    },
    "unknown_method": {
        "fr": "La signature de la réponse d’horodatage est d’une sorte qui n’est pas vérifiée "
              "ici.",
        "en": "The signature of the time-stamp reply is of a kind that is not checked here.",
    },
}  # fmt: skip


def told(context: Context) -> Mapping[str, Any]:
    """Return what the store tells of declarations; empty for a store of an earlier padai."""
    found: Mapping[str, Any] = context.store.facts.get("declared") or {}
    return found


def code_of(context: Context, result: KeyResult) -> str:
    """Return what the declaration of a key result is."""
    mine = told(context).get("key_results", {}).get(result.id)
    if mine is not None:
        return str(mine["code"])
    added = context.store.release.get("added_key_results") or ()
    start = context.store.survey.wave(context.store.wave).fieldwork.start
    return "found" if result.declared > start or result.id in added else "asserted"


def declared_sentence(context: Context, result: KeyResult) -> str:
    """Say of a key result whether it was declared before the data, and who says so."""
    mine = told(context).get("key_results", {}).get(result.id) or {}
    code = code_of(context, result)
    day = mine.get("day", result.declared.isoformat())
    said = upper_first(short_words(context, code, day))
    if code != "changed":
        return f"{said}."
    listed = told(context)["changes"]
    named = [_change(context, listed[place]) for place in mine["changes"]]
    return ended(context.colon(said, "; ".join(named)))


def short_words(context: Context, code: str, day: str = "") -> str:
    """Return the words of a declaration, with the day where they say one."""
    if code in BEFORE:
        return context.say("déclaré avant les données", "declared before the data")
    if code == "changed":
        return context.say("changé après", "changed after")
    if code == "found":
        return context.say("trouvé en regardant", "found by looking")
    if not day:
        return context.say(
            "déclaré, selon l’équipe, à une date qui n’est pas consignée",
            "declared, according to the team, on a day that is not on record",
        )
    when = _day(context, day)
    return context.say(
        f"déclaré, selon l’équipe, le {when}", f"declared, according to the team, on {when}"
    )


def _day(context: Context, day: str) -> str:
    return context.numbers.date(dt.date.fromisoformat(day[:10]))


def _change(context: Context, change: Mapping[str, Any]) -> str:
    """Name one change, when it was made and why, where the definition says so."""
    what = _WHAT[change["what"]][context.lang]
    kind = _KINDS.get(change["kind"], {"fr": change["kind"], "en": change["kind"]})[context.lang]
    named = context.say(f"{what}, {kind} ({change['name']})", f"{kind} ({change['name']}) {what}")
    if "date" not in change:
        none = context.say("sans date ni raison données", "no date or reason given")
        return f"{named}, {none}"
    reason = change["reason"]
    why = str(reason.get(context.lang) or reason["fr"]).rstrip(".")
    when = _day(context, change["date"])
    return context.say(f"{named}, le {when} ({why})", f"{named}, on {when} ({why})")


# --- in the methods ------------------------------------------------------------------------------


def declarations(context: Context) -> Piece:
    """Say in the methods what was declared, when, by which proof, and what changed since."""
    found = told(context)
    if not found or not context.store.survey.key_results:
        return Piece("")
    title = context.say("Ce qui a été déclaré, et quand", "What was declared, and when")
    pieces = [heading(3, title), paragraph(_proof(context, found), *_remarks(context, found))]
    if found["changes"]:
        pieces.append(paragraph(context.say("Changé après le sceau\u00a0:",
                                            "Changed after the seal:")))  # fmt: skip
        pieces.append(bullets(upper_first(ended(_change(context, c))) for c in found["changes"]))
    pieces.append(paragraph(_counted(context), context.say(
        "Un sceau dit quand un texte existait\u202f; il ne dit ni si quelqu’un avait déjà vu des "
        "réponses, ni si d’autres textes ont été scellés, et le début de la collecte est celui que "
        "l’équipe déclare.",
        "A seal says when a text existed; it says neither whether anybody had seen answers already "
        "nor whether other texts were sealed, and the start of fieldwork is the one that the team "
        "declares.",
    )))  # fmt: skip
    coming = {w: h for w, h in found.get("seals", {}).items() if w != context.store.wave}
    if coming:
        pieces.append(paragraph(context.say("Empreintes des sceaux d’autres éditions\u00a0:",
                                            "Hashes of the seals of other editions:")))  # fmt: skip
        pieces.append(bullets(context.colon(wave, digest) for wave, digest in coming.items()))
    return joined(pieces)


def _proof(context: Context, found: Mapping[str, Any]) -> str:
    grade, digest = found["grade"], found["sha256"]
    if grade == "none":
        return context.say(
            "Aucun sceau n’accompagne cette édition\u00a0: ce qui est dit déclaré l’est selon "
            "l’équipe, et rien d’extérieur ne le confirme.",
            "No seal comes with this edition: what is called declared is so according to the team, "
            "and nothing from outside confirms it.",
        )
    what = context.say(
        "Les résultats clés, les familles de comparaisons, les chapitres, les seuils, les "
        "ventilations, les exclusions et la pondération sont scellés en un texte, d’empreinte "
        f"SHA-256 {digest}.",
        "Key results, families of comparisons, chapters, margins, breakdowns, exclusions and "
        f"weighting are sealed in one text, of SHA-256 {digest}.",
    )
    day = _day(context, found["day"])
    if grade == "stamped" and found.get("proof") == "tag":
        start, seal = _day(context, found["data"]), found["certificate"]
        return context.say(
            f"{what} Il a été signé par {found['by']}, qui écrit l’avoir fait le {day}, avant le "
            f"début de la collecte ({start})\u202f; la signature a été vérifiée avec une clé que "
            f"nomme la définition, d’empreinte SHA-256 {seal}.",
            f"{what} It was signed by {found['by']}, who writes {day}, before the start of "
            f"fieldwork ({start}); the signature was checked with a key that the definition "
            f"names, of SHA-256 {seal}.",
        )
    if grade == "stamped":
        start, seal = _day(context, found["data"]), found["certificate"]
        return context.say(
            f"{what} Il a été horodaté par {found['by']} le {day}, avant le début de la collecte "
            f"({start})\u202f; la réponse a été vérifiée avec un certificat que nomme la "
            f"définition, d’empreinte {seal}.",
            f"{what} It was time-stamped by {found['by']} on {day}, before the start of fieldwork "
            f"({start}); the reply was checked with a certificate that the definition names, of "
            f"SHA-256 {seal}.",
        )
    if grade == "published":
        start = _day(context, found["data"])
        return context.say(
            f"{what} Cette empreinte a été publiée le {day}, dans une version antérieure, avant le "
            f"début de la collecte ({start}).",
            f"{what} That hash was published on {day}, in an earlier version, before the start of "
            f"fieldwork ({start}).",
        )
    return context.say(
        f"{what} Selon l’équipe, il date du {day}\u202f; rien d’extérieur ne le confirme.",
        f"{what} According to the team, it dates from {day}; nothing from outside confirms it.",
    )


def _remarks(context: Context, found: Mapping[str, Any]) -> list[str]:
    return [_REMARKS[r][context.lang] for r in found["remarks"] if r in _REMARKS]


def _counted(context: Context) -> str:
    """Count the verdicts of the edition by what their declaration is."""
    frame = context.store.tables["differences"]
    judged = frame[(frame["verdict"] != "") & (frame["wave"] == context.store.wave)]
    by_tag = told(context).get("proof") == "tag"
    codes = judged["declared"].replace({"stamped": "signed"} if by_tag else {})
    counts = codes.value_counts()
    said = [
        f"{_COUNTED[code][context.lang]} ({context.numbers.count(int(counts[code]))})"
        for code in _COUNTED if code in counts
    ]  # fmt: skip
    if not said:
        return ""
    lead = context.say("Constats de cette édition, familles entières comprises",
                       "Findings of this edition, whole families included")  # fmt: skip
    return ended(context.colon(lead, ", ".join(said)))


_COUNTED = {
    "stamped": {"fr": "déclarés avant les données, horodatés",
                "en": "declared before the data, time-stamped"},
    "signed": {"fr": "déclarés avant les données, signés par un tiers",
               "en": "declared before the data, signed by a third party"},
    "published": {"fr": "déclarés avant les données, empreinte publiée",
                  "en": "declared before the data, hash published"},
    "asserted": {"fr": "déclarés, selon l’équipe", "en": "declared, according to the team"},
    "changed": {"fr": "changés après", "en": "changed after"},
    "found": {"fr": "trouvés en regardant", "en": "found by looking"},
}  # fmt: skip
