"""The whole way through: build a release, or look at a wave on the way."""

from padai.pipeline.building import BuiltRelease, build, publish_again
from padai.pipeline.drafts import build_draft
from padai.pipeline.drawing import DrawnPanel, draw
from padai.pipeline.inspection import (
    Weighted,
    drawn_over_time,
    estimated,
    followed_over_time,
    validated,
    weighted,
    written_back,
)
from padai.pipeline.stages import Stages
from padai.pipeline.verification import Verified, verify

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
