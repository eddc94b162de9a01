"""Records that a version was made of, read again by the file that has its SHA-256."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from padai.errors import PadaiError
from padai.pipeline.versions.few_corrected import BASES
from padai.store import Store, sha256, values_told
from padai.survey import Survey
from padai.survey.fieldwork import Exclusion
from padai.waves import Wave, read_delivery


def told(rules: Sequence[Exclusion]) -> list[tuple[str, tuple[str, ...]]]:
    """Return exclusions as a store keeps them."""
    return [(rule.column, tuple(values_told(rule.values))) for rule in rules]


def as_it_was(
    survey: Survey,
    kept: Store,
    wave: str,
    part: str,
    digest: str,
    now: Path,
    *,
    rules: Sequence[Exclusion] = (),
    same_rules: bool = False,
) -> Wave | None:
    """Read the records of an earlier version again, by the file that has its SHA-256.

    Parameters
    ----------
    survey
        The definition as it is now.
    kept
        The inside of that version, with the definition as it was.
    digest
        The SHA-256 of the file.
    now
        A file beside which it lies, at any depth; or that file itself.
    rules
        The exclusions of today.
    same_rules
        Whether the exclusions are known to be those of now.

    Returns
    -------
    Wave or None
        None where no such file lies among the data, or where it cannot be told which rows were
        left out.
    """
    folder = now.parent
    near = [now, *sorted(folder.rglob("*"))]
    path = next((p for p in near if p.is_file() and sha256(p) == digest), None)
    if path is None:
        return None
    then = kept.survey
    was = then.part(wave, part)
    again = tuple(rules) if same_rules else _rules_again(was.exclusions, rules)
    named = any(rule.column == was.design.id for rule in was.exclusions)
    if again is None or (named and not same_rules):
        return None
    change = {
        "file": path.relative_to(folder).as_posix(),
        "exclusions": again,
        "n": None,
        "sha256": None,
    }
    declared = then.wave_defs[wave]
    parts = {**declared.parts, part: was.model_copy(update=change)}
    read = then.model_copy(
        update={
            "wave_defs": {**then.wave_defs, wave: declared.model_copy(update={"parts": parts})},
            "path": survey.path,
        }
    )
    try:
        records = read_delivery(read, wave, part, data_dir=folder).wave()
    except PadaiError:
        return None
    # of a rule a store keeps how many values it had: the same number may be other values
    doubtful = bool(was.exclusions) and not same_rules
    return None if doubtful and not as_many(len(records), kept, (part, wave)) else records


def as_many(people: int, kept: Store, place: tuple[str, str]) -> bool:
    """Whether a version was made of so many people of a part and wave, as far as it tells."""
    part, wave = place
    people_then = kept.facts["sizes"].get(part, {}).get(wave, {}).get("n")
    apart = BASES / 2 if "few_corrected" in kept.facts.get("release", {}) else 0
    return people_then is None or abs(people - people_then) <= apart


def _rules_again(
    was: Sequence[Exclusion], now: Sequence[Exclusion]
) -> tuple[Exclusion, ...] | None:
    """Return the exclusions of an earlier version, whose values no store keeps."""
    known = {(rule.column, tuple(values_told(rule.values))): rule for rule in now}
    keys = told(was)
    if any(key not in known for key in keys):
        return None
    return tuple(known[key] for key in keys)
