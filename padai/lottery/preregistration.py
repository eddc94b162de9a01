"""What was made public before a draw's seed was known, and has not changed since.

Of the lottery that is a seal for each panel: the SHA-256 of its seats behind a key. Every panel
meets the quotas, so that all of them together, with the counts that a page prints, leave one
profile for each cell; the one panel that is drawn does not, and it alone is opened.

What is said of the file of volunteers is the hash of a secret and of that file. Numbers and cells
are public, so that whoever tries each group for each cell writes the file itself, and a hash of it
alone would tell them when they have it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd

from padai.errors import DataError
from padai.survey.panels import DrawDef
from padai.words import Said

NUMBERS = "numeros.csv"
TICKETS, SEATS = ["first_ticket", "last_ticket"], ["cell", "people"]
_NAMES = ("volunteers", "lottery", "numbers")
_LETTERS = 64
"""Letters of a secret, at least."""


def written(frame: pd.DataFrame) -> bytes:
    """Return a table of a draw as the bytes that go out, and whose SHA-256 is announced."""
    return frame.to_csv(index=False, lineterminator="\n").encode()


def kept_secret(rule: DrawDef, pool: Path, where: str, *, write: bool = False) -> bytes:
    """Return what the hash of the volunteers and the keys of the seals are made of.

    Parameters
    ----------
    rule
        The draw. One that was announced before there were secrets keeps the hash of the file alone.
    pool
        The file of volunteers, beside which the secret is.
    where
        Names the survey in messages.
    write
        Whether a secret is made where there is none.

    Returns
    -------
    bytes
        The secret, then the file.

    Raises
    ------
    DataError
        The secret is not there, or is short enough to be found by trying.
    """
    path = pool.parent / rule.secret
    if not path.is_file():
        if rule.announced is not None:
            return pool.read_bytes()
        if not write:
            raise DataError(
                Said("pipeline-the-secret-of-the-draw-is-not-there", secret=rule.secret),
                where=where,
            )
        path.write_bytes(f"{secrets.token_hex(_LETTERS // 2)}\n".encode())
    secret = path.read_bytes()
    if len(secret.strip()) < _LETTERS:
        raise DataError(
            Said("pipeline-the-secret-of-the-draw-is-short", secret=rule.secret, least=_LETTERS),
            where=where,
        )
    return secret + pool.read_bytes()


def sealed(lottery: pd.DataFrame, secret: bytes) -> pd.DataFrame:
    """Return what goes out of a lottery: tickets, and a seal of the seats that they give.

    Parameters
    ----------
    lottery
        As :attr:`padai.lottery.draw.Drawn.lottery`.
    secret
        What :func:`kept_secret` returns, of which the keys are made: only who has it can open.

    Returns
    -------
    pandas.DataFrame
        Columns first_ticket, last_ticket, seal: one row a panel.
    """
    rows = [
        (
            *tickets,
            hashlib.sha256(_opened(_key(secret, tickets), tickets, own).encode()).hexdigest(),
        )
        for tickets, own in _panels(lottery)
    ]
    return pd.DataFrame(rows, columns=[*TICKETS, "seal"])


def opened(lottery: pd.DataFrame, secret: bytes, ticket: int) -> pd.DataFrame:
    """Return the seats of the panel that was drawn, with the key that opens its seal.

    Parameters
    ----------
    lottery, secret
        As :func:`sealed` takes them.
    ticket
        The ticket that the seed gives.

    Returns
    -------
    pandas.DataFrame
        Columns first_ticket, last_ticket, key, cell, people.
    """
    drawn = [
        (tickets, own)
        for tickets, own in _panels(lottery)
        if int(tickets[0]) <= ticket <= int(tickets[1])
    ]
    rows = [
        (*tickets, _key(secret, tickets), *seats)
        for tickets, own in drawn
        for seats in own.itertuples(index=False, name=None)
    ]
    return pd.DataFrame(rows, columns=[*TICKETS, "key", *SEATS])


def _panels(lottery: pd.DataFrame) -> list[tuple[tuple[str, str], pd.DataFrame]]:
    """Return the tickets of each panel and its seats by cell, as they are written."""
    text = lottery[[*TICKETS, *SEATS]].astype(str)
    return [
        ((str(first), str(last)), own[SEATS])
        for (first, last), own in text.groupby(TICKETS, sort=False)
    ]


def _key(secret: bytes, tickets: tuple[str, str]) -> str:
    return hmac.new(secret, "-".join(tickets).encode(), hashlib.sha256).hexdigest()


def _opened(key: str, tickets: tuple[str, str], seats: pd.DataFrame) -> str:
    """Return the text whose SHA-256 is a seal: ``key:first-last:c001=1,c004=2``."""
    seats_text = ",".join(f"{cell}={n}" for cell, n in seats.itertuples(index=False, name=None))
    return f"{key}:{'-'.join(tickets)}:{seats_text}"


def lottery_hashes(lottery: pd.DataFrame, content: bytes, secret: bytes) -> tuple[str, ...]:
    """Return the hashes under which a lottery can have been announced: sealed, or as it stands.

    Before lotteries were sealed, the whole one was published, and its own hash announced.

    Parameters
    ----------
    lottery, secret
        As :func:`sealed` takes them.
    content
        The bytes of its file.
    """
    whole = hashlib.sha256(content).hexdigest()
    if not {*TICKETS, *SEATS} <= set(lottery.columns):
        return (whole,)
    return hashlib.sha256(written(sealed(lottery, secret))).hexdigest(), whole


def check_announced(rule: DrawDef, hashes: Mapping[str, str | Collection[str]], where: str) -> None:
    """Refuse files other than those that were announced before the seed was known.

    Parameters
    ----------
    hashes
        Of each file its SHA-256, or those of which one was announced.

    Raises
    ------
    DataError
        With the files that changed.
    """
    if rule.announced is None:
        return
    pool = f"{rule.secret}, {rule.pool}"
    names = dict(zip(_NAMES, (pool, rule.lottery, NUMBERS), strict=True))
    changed = [
        names[k]
        for k, v in hashes.items()
        if getattr(rule.announced, k) not in ((v,) if isinstance(v, str) else v)
    ]
    if changed:
        listed, day = ", ".join(changed), rule.announced.date
        raise DataError(
            Said("pipeline-not-what-was-announced-on-the-sha-256", listed=listed, day=day),
            where=where,
        )
