"""From and to other tools: start a project."""

from padai.interchange.starting import init, init_example

__all__ = ["init", "init_example"]
