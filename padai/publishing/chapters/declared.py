"""What was declared before the data: beside each key result, and in the methods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sentences import ended, lower_first, upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.pieces.emit import Piece, bullets, heading, joined, paragraph
from padai.survey import KeyResult
from padai.words import Both

BEFORE = ("stamped", "published")
PROPOSED = "proposed"
"""What padai chose for the draft of a definition that has no key result yet."""
_KINDS = {
    "key_result": Both("publishing-chapters-key-result"),
    "family": Both("publishing-chapters-family-of-comparisons"),
    "chapter": Both("publishing-chapters-chapter"),
    "question": Both("publishing-chapters-responses-followed-of-question"),
    "margin": Both("publishing-chapters-margin-ae16"),
    "breakdown": Both("publishing-chapters-breakdown"),
    "exclusion": Both("publishing-chapters-exclusion"),
    "weighting": Both("publishing-chapters-weighting-7e82"),
    "targets": Both("publishing-chapters-targets"),
    "part": Both("publishing-chapters-part"),
    "fieldwork": Both("publishing-chapters-first-day-of-fieldwork"),
    "fieldwork_end": Both("publishing-chapters-last-day-of-fieldwork"),
    "groups": Both("publishing-chapters-groups-compared-by"),
    "series": Both("publishing-chapters-periods-followed-by-group"),
    "quality": Both("publishing-chapters-rule-on-quality"),
    "validation_item": Both("publishing-chapters-official-value-held-against"),
    "index": Both("publishing-chapters-index-declared-before"),
    "model": Both("publishing-chapters-model-declared-before"),
    "break": Both("publishing-chapters-break-in-series-3b82"),
    "policy": Both("publishing-chapters-rule"),
    "order": Both("publishing-chapters-order"),
}
_WHAT = {
    "added": Both("publishing-chapters-added"),
    "removed": Both("publishing-chapters-removed"),
    "changed": Both("publishing-chapters-changed"),
}
_REMARKS = {
    "no_data_date": Both("publishing-chapters-the-first-day-of-fieldwork-is-not-known"),
    "data_there": Both("publishing-chapters-when-the-seal-was-written-data-of-this"),
    "data_older": Both("publishing-chapters-a-data-file-bears-a-date-earlier-than"),
    "late_stamp": Both("publishing-chapters-the-time-stamp-is-not-earlier-than-the"),
    "late": Both("publishing-chapters-the-date-of-the-seal-is-not-earlier-than"),
    "out_of_order": Both("publishing-chapters-the-dates-of-the-versions-put-out-are"),
    "no_authority": Both("publishing-chapters-a-time-stamp-reply-lies-beside-the-seal"),
    "unreadable": Both("publishing-chapters-the-time-stamp-reply-cannot-be-read"),
    "refused": Both("publishing-chapters-the-time-stamping-authority-refused-the"),
    "other_text": Both("publishing-chapters-the-time-stamp-reply-is-of-another-text"),
    "weak_hash": Both("publishing-chapters-the-time-stamp-reply-is-of-a-weak-hash"),
    "unknown_authority": Both("publishing-chapters-the-time-stamp-reply-does-not-come-from"),
    "unfit": Both("publishing-chapters-the-certificate-of-the-time-stamp-is-unfit"),
    "forged": Both("publishing-chapters-the-signature-of-the-time-stamp-reply-is-1432"),
    "tag_no_signers": Both("publishing-chapters-a-signed-tag-lies-beside-the-seal-but"),
    "tag_unreadable": Both("publishing-chapters-the-signed-tag-cannot-be-read"),
    "tag_other_text": Both("publishing-chapters-the-signed-tag-does-not-hold-the-seals"),
    "tag_unknown_signer": Both("publishing-chapters-the-tag-is-not-signed-by-somebody-whom"),
    "tag_forged": Both("publishing-chapters-the-signature-of-the-tag-is-false"),
    "tag_unknown_method": Both("publishing-chapters-the-tag-is-signed-in-a-way-that-is-not"),
    "unknown_method": Both("publishing-chapters-the-signature-of-the-time-stamp-reply-is-e2db"),
}  # fmt: skip


def declared_facts(context: Context) -> Mapping[str, Any]:
    """Return what the store tells of declarations; empty for a store of an earlier padai."""
    declared: Mapping[str, Any] = context.store.facts.get("declared") or {}
    return declared


def code_of(context: Context, result: KeyResult) -> str:
    """Return what the declaration of a key result is."""
    mine = declared_facts(context).get("key_results", {}).get(result.id)
    if mine is not None:
        return str(mine["code"])
    added = context.store.release.get("added_key_results") or ()
    start = context.survey.wave(context.wave).fieldwork.start
    return "found" if result.declared > start or result.id in added else "asserted"


def any_proposed(context: Context) -> bool:
    """Whether padai chose key results of a draft: then it chose them all."""
    return any(code_of(context, r) == PROPOSED for r in context.survey.key_results)


def declared_sentence(context: Context, result: KeyResult) -> str:
    """Say of a key result whether it was declared before the data, and who says so."""
    mine = declared_facts(context).get("key_results", {}).get(result.id) or {}
    day = mine.get("day", result.declared.isoformat())
    return _sentence(context, code_of(context, result), day, mine.get("changes", ()))


def declared_beside(context: Context, kind: str, name: str) -> str:
    """Say of an index or a model whether it was declared before the data; empty where not known."""
    mine = declared_facts(context).get("beside", {}).get(f"{kind} {name}")
    return _sentence(context, mine["code"], mine["day"], mine["changes"]) if mine else ""


def model_declared(context: Context, name: str) -> str:
    """Say it under a table of what a model says, named by its kind; empty where not known."""
    grade = declared_beside(context, "model", name)
    kind = upper_first(context.say("publishing-chapters-model-declared-before"))
    return context.colon(kind, lower_first(grade)) if grade else ""


def sealed_beside(context: Context, kind: str, name: str) -> list[str]:
    """Say it of what tells its own day by itself, where a seal says more, or other."""
    mine = declared_facts(context).get("beside", {}).get(f"{kind} {name}")
    known = mine is not None and mine["code"] in (*BEFORE, "changed", "found")
    return [declared_beside(context, kind, name)] if known else []


def _sentence(context: Context, code: str, day: str, changes: Sequence[int]) -> str:
    grade = upper_first(short_words(context, code, day))
    if code != "changed":
        return f"{grade}."
    listed = declared_facts(context)["changes"]
    named = [_change(context, listed[place]) for place in changes]
    return ended(context.colon(grade, "; ".join(named)))


def short_words(speech: Speech, code: str, day: str = "") -> str:
    """Return the words of a declaration, with the day where they say one."""
    if code in BEFORE:
        return speech.say("publishing-chapters-declared-before-the-data")
    if code == "changed":
        return speech.say("publishing-chapters-changed-after-5493")
    if code == "found":
        return speech.say("publishing-chapters-found-by-looking-c42d")
    if code == PROPOSED:
        return speech.say("publishing-chapters-proposed-by-padai")
    if not day:
        return speech.say("publishing-chapters-declared-according-to-the-team-on-a-day")
    when = _day(speech.numbers, day)
    return speech.say("publishing-chapters-declared-according-to-the-team-on", when=when)


def _day(numbers: Numbers, day: str) -> str:
    return numbers.date(dt.date.fromisoformat(day[:10]))


def _change(speech: Speech, change: Mapping[str, Any]) -> str:
    """Name one change, when it was made and why, where the definition says so."""
    what = _WHAT[change["what"]][speech.lang]
    known = _KINDS.get(change["kind"])
    kind = known[speech.lang] if known else change["kind"]
    named = speech.say(
        "publishing-chapters-kind-name-what", kind=kind, name=change["name"], what=what
    )
    if "date" not in change:
        none = speech.say("publishing-chapters-no-date-or-reason-given")
        return f"{named}, {none}"
    reason = change["reason"]
    why = speech.of(reason).rstrip(".")
    when = _day(speech.numbers, change["date"])
    return speech.say("publishing-chapters-on-0287", named=named, when=when, why=why)


# --- in the methods ------------------------------------------------------------------------------


def declarations(context: Context) -> Piece:
    """Say in the methods what was declared, when, by which proof, and what changed since."""
    facts = declared_facts(context)
    if not facts or not context.survey.key_results:
        return Piece("")
    title = context.say("publishing-chapters-what-was-declared-and-when")
    pieces = [heading(3, title), paragraph(_proof(context, facts), *_remarks(context.lang, facts))]
    if facts["changes"]:
        pieces.append(paragraph(context.say("publishing-chapters-changed-after-the-seal")))
        pieces.append(bullets(upper_first(ended(_change(context, c))) for c in facts["changes"]))
    pieces.append(
        paragraph(
            _counted(context),
            context.say("publishing-chapters-a-seal-says-when-a-text-existed-it-says"),
        )
    )
    coming = {w: h for w, h in facts.get("seals", {}).items() if w != context.wave}
    if coming:
        pieces.append(
            paragraph(context.say("publishing-chapters-hashes-of-the-seals-of-other-editions"))
        )
        pieces.append(bullets(context.colon(wave, digest) for wave, digest in coming.items()))
    return joined(pieces)


def _proof(speech: Speech, facts: Mapping[str, Any]) -> str:
    grade, digest = facts["grade"], facts["sha256"]
    if grade == "none":
        return speech.say("publishing-chapters-no-seal-comes-with-this-edition-what-is")
    what = speech.say("publishing-chapters-key-results-families-of-comparisons", digest=digest)
    day = _day(speech.numbers, facts["day"])
    if grade == "stamped" and facts.get("proof") == "tag":
        start, seal = _day(speech.numbers, facts["data"]), facts["certificate"]
        return speech.say(
            "publishing-chapters-it-was-signed-by-who-writes-before-the",
            what=what,
            by=facts["by"],
            day=day,
            start=start,
            seal=seal,
        )
    if grade == "stamped":
        start, seal = _day(speech.numbers, facts["data"]), facts["certificate"]
        return speech.say(
            "publishing-chapters-it-was-time-stamped-by-on-before-the",
            what=what,
            by=facts["by"],
            day=day,
            start=start,
            seal=seal,
        )
    if grade == "published":
        start = _day(speech.numbers, facts["data"])
        return speech.say(
            "publishing-chapters-that-hash-was-published-on-in-an-earlier",
            what=what,
            day=day,
            start=start,
        )
    return speech.say("publishing-chapters-according-to-the-team-it-dates-from", what=what, day=day)


def _remarks(lang: str, facts: Mapping[str, Any]) -> list[str]:
    return [_REMARKS[r][lang] for r in facts["remarks"] if r in _REMARKS]


def _counted(context: Context) -> str:
    """Count the verdicts of the edition by what their declaration is."""
    frame = context.store.tables["differences"]
    judged = frame[(frame["verdict"] != "") & (frame["wave"] == context.wave)]
    by_tag = declared_facts(context).get("proof") == "tag"
    codes = judged["declared"].replace({"stamped": "signed"} if by_tag else {})
    counts = codes.value_counts()
    phrases = [
        f"{_COUNTED[code][context.lang]} ({context.numbers.count(int(counts[code]))})"
        for code in _COUNTED
        if code in counts
    ]
    if not phrases:
        return ""
    lead = context.say("publishing-chapters-findings-of-this-edition-whole-families")
    return ended(context.colon(lead, ", ".join(phrases)))


_COUNTED = {
    "stamped": Both("publishing-chapters-declared-before-the-data-time-stamped"),
    "signed": Both("publishing-chapters-declared-before-the-data-signed-by-a"),
    "published": Both("publishing-chapters-declared-before-the-data-hash-published"),
    "asserted": Both("publishing-chapters-declared-according-to-the-team"),
    "changed": Both("publishing-chapters-changed-after-dd76"),
    "found": Both("publishing-chapters-found-by-looking-6810"),
    "proposed": Both("publishing-chapters-proposed-by-padai-many"),
}  # fmt: skip
