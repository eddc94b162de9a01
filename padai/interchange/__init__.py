"""From and to other tools: start a project, or a survey from the files that exist."""

from padai.interchange.adding import Addition, add_wave
from padai.interchange.choices import Choices, DesignChoice, parse_design, parse_fact, parse_wave
from padai.interchange.confirming import confirm_designs
from padai.interchange.from_files import init_from
from padai.interchange.from_forms import export
from padai.interchange.review import read_review
from padai.interchange.starting import check_new_project, init, init_example

__all__ = [
    "Addition",
    "Choices",
    "DesignChoice",
    "add_wave",
    "check_new_project",
    "confirm_designs",
    "export",
    "init",
    "init_example",
    "init_from",
    "parse_design",
    "parse_fact",
    "parse_wave",
    "read_review",
]
