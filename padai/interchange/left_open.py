"""What is asked where a person leaves the design of a wave open, or contradicts its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from padai.errors import DefinitionError, Said
from padai.interchange.draft import DesignRole
from padai.interchange.replicate_sets import FAY, GIVEN_BY_NAME
from padai.interchange.role_findings import DesignFinding
from padai.words import Joined

T = TypeVar("T")
NO_COLUMN = "none"


class OpenDesignError(DefinitionError):
    """The design of a wave is left open; other waves may leave theirs open too."""


def asked_at_once(waves: Iterable[Callable[[], T]]) -> list[T]:
    """Return what is made of each wave, or ask at once what all of them leave open.

    Raises
    ------
    DefinitionError
        With the line of each wave that leaves something open.
    """
    made: list[T] = []
    left_open: list[OpenDesignError] = []
    for wave in waves:
        try:
            made.append(wave())
        except OpenDesignError as error:
            left_open.append(error)
    if len(left_open) > 1:
        lines = Joined([error.said for error in left_open], "\n")
        raise OpenDesignError(Said("interchange-waves-left-open", lines=lines))
    if left_open:
        raise left_open[0]
    return made


def nothing_before(wave_id: str) -> DefinitionError:
    """Say that ``same`` has no design before it to take."""
    return DefinitionError(Said("interchange-design-same-has-no-wave-before", wave_id=wave_id))


def without_weight(
    wave_id: str, elsewhere: str, given: Mapping[DesignRole, str]
) -> OpenDesignError:
    """Ask for the weight of a wave that shows none beside one that has one."""
    line = ",".join(f"{role}={column}" for role, column in {**given, "weight": NO_COLUMN}.items())
    return OpenDesignError(
        Said("interchange-wave-has-no-weight", wave_id=wave_id, wave=elsewhere, line=line),
    )


def which_column(
    wave_id: str, roles: Mapping[DesignRole, Sequence[str]], given: Mapping[DesignRole, str]
) -> OpenDesignError:
    """Ask which column has each role, in the line that would say it for all of them.

    Parameters
    ----------
    roles
        The columns that may have each role.
    given
        The roles that were decided.
    """
    settled = {**given, **{role: columns[0] for role, columns in roles.items()}}
    return OpenDesignError(
        Said(
            "interchange-wave-which-column-is-it",
            wave_id=wave_id,
            roles=Joined(
                [f"{role}: {' / '.join(columns)}" for role, columns in roles.items()], "; "
            ),
            line=",".join(f"{role}={column}" for role, column in settled.items()),
            role=next(iter(roles)),
        ),
    )


def how_made(wave_id: str, finding: DesignFinding) -> OpenDesignError:
    """Ask how replicate weights were made: no file says it, and intervals rest on it."""
    prefix, names = next(iter(finding.replicates.items()))
    weight = finding.proposed().get("weight", "…")
    kind = finding.kinds.get(prefix, "…")
    answers = (*GIVEN_BY_NAME, *([FAY] if kind.startswith(FAY) else []))
    given = f"{{weight: {weight}, replicates: {{kind: {kind}, prefix: {prefix}}}}}"
    return OpenDesignError(
        Said(
            "interchange-wave-columns-are-replicate-weights-and",
            wave_id=wave_id,
            count_names=len(names),
            prefix=prefix,
            given=given,
            kind=finding.kinds.get(prefix, GIVEN_BY_NAME[0]).partition(",")[0],
            listed=", ".join(answers),
        ),
    )


def of_another_kind(wave_id: str, prefix: str, given: str, told: str) -> DefinitionError:
    """Say that replicate weights cannot be of the kind that was given."""
    return DefinitionError(
        Said(
            "interchange-replicates-of-another-kind",
            wave_id=wave_id,
            prefix=prefix,
            given=given,
            kind=told,
            answer=told.partition(",")[0],
        ),
    )


def nobody_left_out(wave_id: str, prefix: str, given: str) -> DefinitionError:
    """Say that no replicate weight is zero, as those of the kind that was given are."""
    return DefinitionError(
        Said(
            "interchange-replicates-leave-nobody-out",
            wave_id=wave_id,
            prefix=prefix,
            given=given,
        ),
    )
