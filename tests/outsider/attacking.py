"""Every attack on a release, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.outsider.attacks.draws import attack_codes
from tests.outsider.attacks.further import attack_further
from tests.outsider.attacks.mentions import attack_mentions
from tests.outsider.attacks.raked_errors import attack_raked_errors
from tests.outsider.attacks.ranges import (
    Target,
    attack_ranges,
    none_or_all,
    small_bases,
    withdrawn_target,
)
from tests.outsider.attacks.records import attack_deposit, attack_draw
from tests.outsider.attacks.rounding import attack_rounding
from tests.outsider.attacks.routing import attack_routing, attack_several_routes
from tests.outsider.attacks.versions import attack_versions
from tests.outsider.attacks.withdrawals import attack_withdrawals
from tests.outsider.claims import Claim
from tests.outsider.figures import within_of
from tests.outsider.questionnaire import Questionnaire
from tests.outsider.release import Release, read_release

Address = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Attack:
    """How much is tried.

    Attributes
    ----------
    pages
        Read pages and documents, besides open data and workbooks.
    most_extras
        How many variables are tried as the third one of a table; 0 for tables of two.
    seconds
        How long a table of whole people is looked for, each time; 0: never.
    every_wave
        Attack the earlier waves that the series show too.
    withdrawn
        Addresses of cells that were withdrawn: part, question, response, breakdown, group.
    """

    pages: bool = True
    most_extras: int = 12
    seconds: float = 0.5
    every_wave: bool = False
    withdrawn: tuple[Address, ...] = ()


def attacked(
    folder: Path, asked: Questionnaire, how: Attack | None = None, *, others: Sequence[Path] = ()
) -> list[Claim]:
    """Attack a version, and what it tells with other versions beside it.

    Parameters
    ----------
    folder
        ``releases/<survey>/<wave>/v<version>``.
    others
        Other versions of the same wave.
    """
    how = how or Attack()
    release = read_release(folder, asked, pages=how.pages)
    claims = attack_release(release, how)
    for other in others:
        claims += attack_versions(read_release(other, asked, pages=how.pages), release)
    return claims


def attack_release(release: Release, how: Attack) -> list[Claim]:
    """Attack the figures and the lists of one version."""
    claims = list(release.contradictions)
    gone = [_target(release, address) for address in how.withdrawn]
    for place in release.places(every_wave=how.every_wave):
        published = release.published(place)
        claims += [*small_bases(published), *none_or_all(published), *attack_routing(published)]
        claims += [*attack_several_routes(published), *attack_mentions(published)]
        more = [
            target for part, target in gone if part == place.part and place.wave == release.wave
        ]
        claims += attack_ranges(
            published, most_extras=how.most_extras, seconds=how.seconds, more=more
        )
    claims += attack_deposit(release.folder, release.asked, release.here)
    drawn = release.folder.parent.parent / "tirage"
    claims += [*attack_draw(drawn, release.here), *attack_codes(drawn, release.asked, release.here)]
    claims += attack_rounding(release)
    claims += attack_further(release)
    claims += attack_raked_errors(release)
    claims += attack_withdrawals(release.folder.parent, release.here)
    return claims


def _target(release: Release, address: Address) -> tuple[str, Target]:
    part, question, response, breakdown, group = address
    within = within_of(release.asked, breakdown, group)
    if within is None or response not in release.asked.responses.get(question, {}):
        raise ValueError(f"there is no cell at {'/'.join(address)}")
    return part, withdrawn_target(release.asked, question, response, within)
