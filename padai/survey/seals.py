"""What a wave says of its seal: the authority that stamped it, and what changed since."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from padai.survey.texts import Frozen, Text


class SealChange(Frozen):
    """One declaration that is not what was sealed: which, since when, and why."""

    item: str = Field(
        description="What changed, as `padai seal` names it: `margin trust`, "
        "`key_result k1`, `weighting main`..."
    )
    date: dt.date
    reason: Text


class SealSpec(Frozen):
    """The seal of a wave, which lies in ``seals/<wave>.txt``."""

    authority: str | None = Field(
        None,
        pattern=r"^[\w.-]+$",
        description="File of `seals/` with the certificate (PEM) of the time-stamping authority, "
        "or of the one that issued it.",
    )
    signers: str | None = Field(
        None,
        pattern=r"^[\w.-]+$",
        description="File of `seals/` with the SSH keys whose signed git tag vouches for the seal, "
        "as ssh-keygen reads it (allowed signers): of a third party, not of the team.",
    )
    changes: tuple[SealChange, ...] = ()
