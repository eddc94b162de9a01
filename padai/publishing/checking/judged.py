"""What became of a claim: the statuses, and what is told with them."""

from __future__ import annotations

from dataclasses import dataclass

from padai.publishing.exhibits.exhibit_items import Item

SUPPORTED, CONTRADICTED, NOT_SHOWN = "supported", "contradicted", "not shown"
NOT_COMPARABLE, NOT_CHECKED = "not comparable", "not checked"


@dataclass(frozen=True)
class Judged:
    """What became of a claim: its status, the figure, what the release says of it, and why."""

    status: str
    item: Item | None = None
    wave: str = ""
    says: str = ""
    why: str = ""
    table: str = ""
