"""The whole way through: build a release, or look at a wave on the way."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from padai.pipeline.builds.building import build, publish_again
    from padai.pipeline.builds.built_release import BuiltRelease
    from padai.pipeline.builds.drafts import build_draft
    from padai.pipeline.builds.panel_draw import DrawnPanel, draw
    from padai.pipeline.builds.verification import Verified, verify
    from padai.pipeline.builds.watching import watch
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

_HOMES = {
    "BuiltRelease": "builds.built_release",
    "DrawnPanel": "builds.panel_draw",
    "Stages": "machinery.stage_log",
    "Verified": "builds.verification",
    "Weighted": "commands.inspection",
    "build": "builds.building",
    "build_draft": "builds.drafts",
    "draw": "builds.panel_draw",
    "drawn_over_time": "commands.inspection",
    "estimated": "commands.inspection",
    "followed_over_time": "commands.inspection",
    "publish_again": "builds.building",
    "validated": "commands.inspection",
    "verify": "builds.verification",
    "watch": "builds.watching",
    "weighted": "commands.inspection",
    "written_back": "commands.inspection",
}
"""Resolved late: whoever needs the parts of a wave loads no build."""

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
    "watch",
    "weighted",
    "written_back",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"padai.pipeline.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'padai.pipeline' has no attribute {name!r}")
