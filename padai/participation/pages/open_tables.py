"""The open data of panels and consultations: what each table holds, column by column."""

from __future__ import annotations

from dataclasses import dataclass

from padai.publishing.products.opendata.columns import NOTICE, Datatype, Field
from padai.survey import kinds
from padai.words import Said


@dataclass(frozen=True)
class DataTable:
    """A table of the open data.

    Attributes
    ----------
    name, source
        The name of its file, and the table of the store that it is copied from.
    sheet
        What its sheet is called in a workbook.
    fields
        Its columns, the notice last.
    keys
        The columns that name a row.
    said
        What it holds.
    """

    name: str
    source: str
    sheet: Said
    fields: tuple[Field, ...]
    keys: tuple[str, ...]
    said: Said

    def text(self, lang: str) -> str:
        """Return what it holds."""
        return self.said.text(lang)


def _code(name: str, label: Said) -> Field:
    return Field(name, name, "string", label)


def _number(name: str, label: Said, datatype: Datatype = "integer") -> Field:
    return Field(name, name, datatype, label)


_PEOPLE = _number("people", Said("publishing-dialogue-number-of-people"))
_N = _number("n", Said("publishing-dialogue-number-of-people-concerned"))
_REASON = _code("reason", Said("publishing-dialogue-reason-of-an-absent-number"))
_QUESTION = _code("question", Said("publishing-dialogue-question"))
_RESPONSE = _code("response", Said("publishing-dialogue-answer-or-group-of-answers"))
_SHARE = _number(
    "share",
    Said("publishing-dialogue-share-of-the-people-who-took-part-from-0"),
    "double",
)
_POPULATION = _number(
    "population_share",
    Said("publishing-dialogue-the-groups-share-of-the-population-from"),
    "double",
)
_BREAKDOWN = (
    _code("breakdown", Said("publishing-dialogue-breakdown")),
    _code("group", Said("publishing-dialogue-group-merged-groups-are-joined-by")),
)  # fmt: skip
_P = _number(
    "p_value", Said("publishing-dialogue-p-value-of-the-exact-test-0-001-under-0"), "string"
)
_METHOD = _code("method", Said("publishing-dialogue-every-case-counted-or-draws"))
_MONTE_CARLO = _number(
    "monte_carlo_error",
    Said("publishing-dialogue-error-that-draws-leave-in-the-p-value"),
    "double",
)

PANEL: tuple[DataTable, ...] = (
    DataTable(
        "steps",
        "panel_steps",
        Said("publishing-dialogue-sheet-steps"),
        (
            _code("step", Said("publishing-dialogue-step")),
            _code("session", Said("publishing-dialogue-session-or-wave")),
            _PEOPLE,
            NOTICE,
        ),
        ("step", "session"),
        Said("publishing-dialogue-the-way-from-invitation-to-the-last"),
    ),
    DataTable(
        "profile",
        "profile",
        Said("publishing-dialogue-sheet-profile"),
        (
            *_BREAKDOWN,
            _code("stage", Said("publishing-dialogue-stage")),
            _PEOPLE,
            _N,
            _POPULATION,
            _number(
                "expected",
                Said("publishing-dialogue-number-expected-at-the-populations-share"),
                "double",
            ),
            _number("low", Said("publishing-dialogue-seats-at-least")),
            _number("high", Said("publishing-dialogue-seats-at-most")),
            _code(
                "over_selected", Said("publishing-dialogue-over-selection-declared-before-the-draw")
            ),
            _P,
            _METHOD,
            _MONTE_CARLO,
            NOTICE,
        ),
        ("breakdown", "group", "stage"),
        Said("publishing-dialogue-make-up-beside-the-population"),
    ),
    DataTable(
        "answers",
        "answers",
        Said("publishing-dialogue-sheet-answers"),
        (
            _code("wave", Said("publishing-dialogue-wave")),
            _QUESTION,
            _RESPONSE,
            _PEOPLE,
            _N,
            _REASON,
            NOTICE,
        ),
        ("wave", "question", "response"),
        Said("publishing-dialogue-answers-before-and-after"),
    ),
    DataTable(
        "changes",
        "panel_changes",
        Said("publishing-dialogue-sheet-changes"),
        (
            _QUESTION,
            _RESPONSE,
            _N,
            _number("before", Said("publishing-dialogue-before-people-or-mean"), "double"),
            _number("after", Said("publishing-dialogue-after-people-or-mean"), "double"),
            _number("change", Said("publishing-dialogue-after-minus-before"), "double"),
            _number(
                "moved_up", Said("publishing-dialogue-people-who-moved-to-the-answer-or-whose")
            ),
            _number("moved_down", Said("publishing-dialogue-people-who-left-the-answer-or-whose")),
            _number("unchanged", Said("publishing-dialogue-people-who-did-not-change")),
            _number("moved", Said("publishing-dialogue-people-who-changed")),
            _number("up_low", Said("publishing-dialogue-low-end-of-moved-up-of-moved")),
            _number("up_high", Said("publishing-dialogue-high-end-of-moved-up-of-moved")),
            _code("test", Said("publishing-dialogue-test")),
            _METHOD,
            _P,
            _number(
                "p_adjusted",
                Said("publishing-dialogue-p-value-adjusted-for-all-questions"),
                "string",
            ),
            _MONTE_CARLO,
            _REASON,
            NOTICE,
        ),
        ("question", "response"),
        Said("publishing-dialogue-individual-changes"),
    ),
    DataTable(
        "moves",
        "panel_moves",
        Said("publishing-dialogue-sheet-moves"),
        (
            _QUESTION,
            _RESPONSE,
            _code("cell", Said("publishing-dialogue-move-merged-moves-joined-by")),
            _PEOPLE,
            _N,
            NOTICE,
        ),
        ("question", "response", "cell"),
        Said("publishing-dialogue-people-by-how-they-moved"),
    ),
    DataTable(
        "recommendations",
        "recommendations",
        Said("publishing-dialogue-sheet-recommendations"),
        (
            _code("id", Said("publishing-dialogue-recommendation-b024")),
            _code("session", Said("publishing-dialogue-session")),
            _number("present", Said("publishing-dialogue-people-present")),
            _number("in_favour", Said("publishing-dialogue-votes-in-favour")),
            _number("against", Said("publishing-dialogue-votes-against")),
            _number("abstained", Said("publishing-dialogue-abstentions")),
            _number("not_voting", Said("publishing-dialogue-present-without-voting")),
            _code("adopted", Said("publishing-dialogue-adopted-8c4b")),
            NOTICE,
        ),
        ("id",),
        Said("publishing-dialogue-recommendations-and-votes"),
    ),
    DataTable(
        "mandates",
        "mandates",
        Said("publishing-dialogue-sheet-mandates"),
        (
            _code("moment", Said("publishing-dialogue-moment")),
            Field("date", "date", "date", Said("publishing-dialogue-date")),
            _number("in_office", Said("publishing-dialogue-people-in-office")),
            _number("left_early", Said("publishing-dialogue-left-early-in-all")),
            _number("replaced", Said("publishing-dialogue-replacements-in-all")),
            _number("vacant", Said("publishing-dialogue-vacant-seats")),
            NOTICE,
        ),
        ("moment",),
        Said("publishing-dialogue-mandates-departures-replacements-renewal"),
    ),
)
CONSULTATION: tuple[DataTable, ...] = (
    DataTable(
        "profile",
        "profile",
        Said("publishing-dialogue-sheet-profile"),
        (*_BREAKDOWN, _PEOPLE, _N, _SHARE, _POPULATION, NOTICE),
        ("breakdown", "group"),
        Said("publishing-dialogue-who-took-part-beside-the-population-3d40"),
    ),
    DataTable(
        "themes",
        "themes",
        Said("publishing-dialogue-sheet-themes"),
        (
            _code("theme", Said("publishing-dialogue-theme-62e8")),
            _number("people", Said("publishing-dialogue-contributions-with-the-theme")),
            _number("n", Said("publishing-dialogue-contributions")),
            _number(
                "share", Said("publishing-dialogue-share-of-contributions-from-0-to-1"), "double"
            ),
            _number("alpha", Said("publishing-dialogue-krippendorffs-alpha"), "double"),
            _number(
                "coded_twice", Said("publishing-dialogue-contributions-coded-by-two-people-73b3")
            ),
            _number("agreed", Said("publishing-dialogue-of-which-coded-alike")),
            _code("reliability", Said("publishing-dialogue-reading-of-the-agreement")),
            _code("flag", Said("publishing-dialogue-flag-x-confidential-f-too-unreliable")),
            _REASON,
            NOTICE,
        ),
        ("theme",),
        Said("publishing-dialogue-themes-of-the-contributions"),
    ),
    DataTable(
        "answers",
        "answers",
        Said("publishing-dialogue-sheet-answers"),
        (_QUESTION, _RESPONSE, _PEOPLE, _N, _SHARE, NOTICE),
        ("question", "response"),
        Said("publishing-dialogue-answers-to-closed-questions"),
    ),
    DataTable(
        "words",
        "words",
        Said("publishing-dialogue-sheet-words"),
        (
            _QUESTION,
            _code("word", Said("publishing-dialogue-word")),
            _number("n", Said("publishing-dialogue-people-who-gave-it")),
            _SHARE,
            NOTICE,
        ),
        ("question", "word"),
        Said("publishing-dialogue-words-given"),
    ),
)
TABLES: dict[str, tuple[DataTable, ...]] = {
    kinds.PANEL.id: PANEL, kinds.CONSULTATION.id: CONSULTATION,
}  # fmt: skip
"""The tables of each kind of survey."""
