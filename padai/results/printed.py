"""What every result shares: a tidy frame, and a table of it wherever it is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from padai.errors import language
from padai.results.shown import Shown
from padai.results.table_kinds import Facing
from padai.words import Number, say

if TYPE_CHECKING:
    import pandas as pd
    from great_tables import GT
    from numpy.typing import NDArray

    from padai.charts.picture import Picture


class Printed(Shown, Facing):
    """A result with a frame, that prints itself in a terminal and in a notebook.

    Examples
    --------
    >>> import pandas as pd
    >>> Table(pd.DataFrame({"term": ["age"], "estimate": [0.123456]}))
    <Table: 1 row>
    term  estimate
     age    0.1235
    """

    if TYPE_CHECKING:

        @property
        def frame(self) -> pd.DataFrame:
            """The tidy frame."""
            ...

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Refuse a name that the result lacks, and say where a table's are."""
            if name.startswith("_"):
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            from padai.results.refusing import no_attribute

            raise no_attribute(self, name)

    def __getitem__(self, name: Any) -> Any:
        """Refuse what a table gives, and say where the table is."""
        from padai.results.refusing import no_item

        raise no_item(self, name)

    def plot(
        self, lang: str | None = None, *, rows: Sequence[int] | NDArray[Any] | None = None
    ) -> Picture:
        """Draw the result, as a report would.

        Estimates of several waves are lines over time, those of one wave dots with intervals;
        differences, slopes and coefficients are dots on both sides of zero. A line is broken where
        a break forbids the comparison.

        Parameters
        ----------
        lang
            ``fr`` or ``en``; None: the language of messages (``PADAI_LANG``, otherwise English).
        rows
            Positions in the frame, or a boolean mask; None: all.

        Returns
        -------
        matplotlib.figure.Figure
            With its alternative text, ``.alt``; a notebook shows both.

        Raises
        ------
        MissingExtraError
            matplotlib and seaborn are not installed.
        EstimationError
            There is nothing to draw, or more than a picture holds.
        DefinitionError
            There are no words in that language.

        Examples
        --------
        >>> import pandas as pd
        >>> table = Table(pd.DataFrame({"contrast": ["E-H"], "estimate": [0.12]}))
        >>> table.plot("en").alt
        'Dots on both sides of zero, with intervals. E-H: +0.12.'
        """
        from padai.results.drawing import draw

        return draw(self, lang, rows)

    def table(self, lang: str | None = None) -> GT:
        """Return a table to show or to save, in words, with the numbers of a language.

        Parameters
        ----------
        lang
            As in :meth:`plot`.

        Returns
        -------
        great_tables.GT
            ``.as_raw_html()`` is its HTML.

        Raises
        ------
        MissingExtraError
            great_tables is not installed.

        Examples
        --------
        >>> import pandas as pd
        >>> table = Table(pd.DataFrame({"term": ["age"], "estimate": [0.12]}))
        >>> "<td" in table.table("en").as_raw_html()
        True
        """
        from padai.results.presenting import great_table

        return great_table(self, lang)

    def to_markdown(self, lang: str | None = None) -> str:
        """Return the table as Markdown, in words, with the numbers of a language.

        Parameters
        ----------
        lang
            As in :meth:`plot`.

        Examples
        --------
        >>> import pandas as pd
        >>> print(Table(pd.DataFrame({"term": ["age"], "estimate": [0.12]})).to_markdown("fr"))
        | Terme | Estimation |
        | --- | ---: |
        | age | +0,12 |
        <BLANKLINE>
        """
        from padai.results.presenting import markdown

        return markdown(self, lang)

    def _caption(self, count: int) -> str:
        """Say what the table is, in the language of messages: kind, rows, level of intervals."""
        rows, level = super()._caption(count), getattr(self, "level", None)
        if level is None:
            return rows
        at = say("results-intervals-at", language(), level=Number(100 * level, "g"))
        return f"{rows}, {at}"

    def _shown(self) -> pd.DataFrame:
        """The frame without the columns that say nothing in any row."""
        frame = self.to_pandas()
        frame = frame.reset_index(drop=frame.index.name is None)  # what names the rows is a column
        if frame.empty:
            return frame
        filled = [name for name in frame if (frame[name].notna() & (frame[name] != "")).any()]
        return frame[filled]


class Framed(Printed):
    """A result that holds its frame, and gives a copy of it."""

    if TYPE_CHECKING:
        _frame: pd.DataFrame

    @property
    def frame(self) -> pd.DataFrame:
        """The tidy frame; changing it changes nothing here."""
        return self._frame.copy(deep=False)


@dataclass(frozen=True, eq=False, repr=False)
class Table(Framed):
    """A result that is its frame.

    Attributes
    ----------
    frame : pandas.DataFrame
    provenance : mapping
        Verb and arguments.
    """

    _frame: pd.DataFrame
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._frame)

    def __getitem__(self, columns: Any) -> Any:
        """A column or some columns of the frame."""
        return self.frame[columns]


class Effects(Table):
    """Predictions or average marginal effects of a model, one a row."""


class Letters(Table):
    """Estimates with the letter of each group, and the letters of those that it is above."""


class Robustness(Table):
    """One change under other choices, the declared one first."""
