"""From and to other tools: start a project, or a survey from the files that exist."""

from padai.interchange.from_files import init_from
from padai.interchange.from_forms import export
from padai.interchange.starting import init, init_example

__all__ = ["export", "init", "init_example", "init_from"]
