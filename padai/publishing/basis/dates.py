"""The day of a release, as the programs that set its pages take it."""

from __future__ import annotations

import datetime as dt

from padai.store import Store


def release_timestamp(store: Store) -> int:
    """Return the release's date, at midnight UTC, as seconds since 1970."""
    day = dt.date.fromisoformat(str(store.release["publish_on"]))
    return int(dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC).timestamp())
