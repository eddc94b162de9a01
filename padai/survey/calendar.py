"""The calendar of releases: what is announced, and for when."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from padai.survey.texts import Frozen, Text


class AnnouncedRelease(Frozen):
    """A release to come, as its date is announced."""

    date: dt.date
    what: Text = Field(description="What comes out that day, such as: results of edition 2026.")
