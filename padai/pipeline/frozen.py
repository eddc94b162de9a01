"""What went out does not change: neither the results of a recorded version, nor its files."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from padai.errors import PublicationError, Said
from padai.pipeline.life import own_record, records_of
from padai.pipeline.manifest import MANIFEST, read_manifest
from padai.pipeline.order import Order
from padai.store import EARLIER_INSIDE, INSIDE, inside_of, sha256, store_digest
from padai.survey.releases import RELEASES_FILE, ReleaseRecord

_NAMED = 3
"""How many files a refusal names."""


def check_frozen(order: Order, draft: Path, made: Collection[str] | None = None) -> None:
    """Refuse to replace a version that was put out by one that is not the same.

    Parameters
    ----------
    draft
        The version just made, not yet in its place.
    made
        The files that were made, by their names in it, where the others are copies of what stands
        there.

    Raises
    ------
    PublicationError
        Its results differ from those recorded, or its files from those that stand there.
    """
    own = own_record(order)
    if own is None:
        return
    if store_digest(inside_of(draft)) != own.store:
        verify = f"padai verify {order.project.shown(order.target)}"
        raise _refusal(order, own, Said(
            f"ce bâti en modifierait les résultats. Voyez ce qui a changé : {verify}",
            f"this build would change its results. Find what changed with: {verify}",
        ))  # fmt: skip
    changed = [n for n in _changed_files(order.target, draft) if made is None or n in made]
    if changed:
        named = ", ".join(changed[:_NAMED]) + (", …" if len(changed) > _NAMED else "")
        raise _refusal(order, own, Said(
            f"ce bâti en modifierait {len(changed)} fichier(s), sans changer les résultats : "
            f"{named}. Le gabarit, les formats ou la version de padai ont changé",
            f"this build would change {len(changed)} of its files, though no result: {named}. "
            "A template, the formats or the version of padai changed",
        ))  # fmt: skip


def _changed_files(standing: Path, draft: Path) -> list[str]:
    """Return the files of the version that stands that the new one lacks, has otherwise, or adds.

    What stands there is known by its manifest; where there is none, the results alone are held to.
    """
    if not (inside_of(standing) / MANIFEST).is_file():
        return []
    put_out = {n: h for n, h in read_manifest(standing).outputs.items() if not _store(n)}
    made = {
        name: sha256(path)
        for path in sorted(draft.rglob("*"))
        if path.is_file() and not _store(name := path.relative_to(draft).as_posix())
    }
    return sorted(n for n in {*put_out, *made} if put_out.get(n) != made.get(n))


def _store(name: str) -> bool:
    """Whether a file is of the store, whose digest is recorded, or tells how it was built."""
    return name.startswith((f"{INSIDE}/", f"{EARLIER_INSIDE}/"))


def _refusal(order: Order, own: ReleaseRecord, what: Said) -> PublicationError:
    following = records_of(order.survey, order.wave)[-1].version + 1
    alone = own.status == "demonstration"
    return PublicationError(
        f"version {own.version} went out on {own.date} and is frozen; {what.en}. What went out was "
        f"left as it is. If the change is meant, declare `version: {following}`, "
        "`status: corrected` and a `reason`."
        + (f" Nobody has this demonstration? Remove its record from {RELEASES_FILE}."
           if alone else ""),
        f"la version {own.version} a été diffusée le {own.date} et ne change plus; {what.fr}. Ce "
        "qui a été diffusé est resté tel quel. Si le changement est voulu, déclarez "
        f"`version: {following}`, `status: corrected` et une raison (`reason`)."
        + (f" Personne n’a cette démonstration ? Retirez-la de {RELEASES_FILE}." if alone else ""),
        where=order.name,
    )  # fmt: skip
