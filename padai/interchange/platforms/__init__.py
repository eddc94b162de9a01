"""The exports of survey platforms: recognised, cleared of personal columns, coded, drafted."""

from padai.interchange.platforms.drafting import draft_from_exports
from padai.interchange.platforms.recognise import read_export

__all__ = ["draft_from_exports", "read_export"]
