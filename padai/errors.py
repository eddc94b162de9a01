"""What can go wrong, sorted by who can mend it.

Every error that a user can cause is a :class:`PadaiError`; the command line shows its message
without a traceback and ends with its ``exit_code``. Anything else is a fault of padai's.
A message names the survey, wave, column and rule that it can name, says what was found and what
to do, and never shows a respondent's answer.
"""

from __future__ import annotations


class PadaiError(Exception):
    """A mistake that the person using padai can mend; the message says how."""

    exit_code = 2


class DefinitionError(PadaiError):
    """A definition, a project file or a call names what is not there or is not allowed."""


class DataError(PadaiError):
    """A data file or a data frame is missing, broken, or not what the definition says."""


class DesignError(PadaiError):
    """A sampling design cannot be analysed as it was declared."""


class EstimationError(PadaiError):
    """An estimate was asked for that the data or the design cannot give."""


class WeightingError(PadaiError):
    """Weights cannot be made: targets that do not fit, empty cells, no convergence."""


class ComparisonError(PadaiError):
    """A comparison was asked for that the design or the rules forbid."""


class PublicationError(PadaiError):
    """A release cannot be put out; what was published before stays as it was."""


class RenderError(PublicationError):
    """A report template uses what is not supported, or its rendering failed."""


class FindingsError(PadaiError):
    """The data have findings that stop publication."""

    exit_code = 1


class MissingExtraError(PadaiError):
    """An optional part of padai is not installed."""

    def __init__(self, extra: str, what: str) -> None:
        super().__init__(
            f"{what} requires an optional part of padai that is not installed. "
            f'Run: pip install "padai[{extra}]"'
        )
        self.extra = extra
