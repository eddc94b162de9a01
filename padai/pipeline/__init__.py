"""The whole way through: build a release, or look at a wave on the way."""

from padai.pipeline.builds.building import BuiltRelease, build, publish_again
from padai.pipeline.builds.drafts import build_draft
from padai.pipeline.builds.panel_draw import DrawnPanel, draw
from padai.pipeline.builds.verification import Verified, verify
from padai.pipeline.commands.inspection import (
    Weighted,
    drawn_over_time,
    estimated,
    followed_over_time,
    validated,
    weighted,
    written_back,
)
from padai.pipeline.machinery.stage_log import Stages

__all__ = [
    "BuiltRelease",
    "DrawnPanel",
    "Stages",
    "Verified",
    "Weighted",
    "build",
    "build_draft",
    "draw",
    "drawn_over_time",
    "estimated",
    "followed_over_time",
    "publish_again",
    "validated",
    "verify",
    "weighted",
    "written_back",
]
