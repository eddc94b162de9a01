"""What is said to those who took part: the letter, the plain-language page, the workshop kit."""

from __future__ import annotations

import datetime as dt

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.questions import _identified
from padai.survey.texts import Frozen, Text, with_text_keys
from padai.words import Said

HEADINGS = 7
"""The fixed headings of the plain-language page."""
LEARNED = 3
"""Things learned that the page tells."""


class PlainResult(Frozen):
    """A key result in plain words.

    `sentence` holds ``{share}``, which becomes "around 6 people in 10"; `name` stands inside a
    sentence that says whether it changed.
    """

    id: str
    sentence: Text
    name: Text

    @model_validator(mode="after")
    def _placeholder(self) -> PlainResult:
        for lang in self.sentence.tags:
            if self.sentence.get(lang).count("{share}") != 1:
                raise FaultError(
                    Said(
                        "survey-plain-result-its-sentence-needs-once", id=self.id, share="{share}"
                    ),
                )
        return self


class Translation(Frozen):
    """The plain-language page in a further language, whole.

    Sentences of results hold ``{k}``, people in 10; `between` joins two numbers of people. What
    became of a result is written for each verdict, with ``{name}`` and ``{since}``.
    """

    lang: str = Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")
    direction: str = Field("ltr", pattern="^(ltr|rtl)$")
    name: str = Field(description="The language's own name of itself.")
    title: str
    subtitle: str
    skip: str = Field(description="The link that leads past the heading of the page.")
    notice: str = Field(description="What the page must say of its data and of its status.")
    headings: tuple[str, ...] = Field(min_length=HEADINGS, max_length=HEADINGS)
    why: str
    who: str = Field(description="With {n}, the number of people.")
    share: str = Field(description="With {k}: around {k} people in 10.")
    between: str = Field(description="With {a} and {b}.")
    results: dict[str, str] = Field(description="With {share}, by key result.")
    names: dict[str, str]
    verdicts: dict[str, str] = Field(
        description="With {name} and {since}, the edition compared with, by verdict; "
        "``rose_without_trend`` where no trend is shown since {first}."
    )
    first: str = Field(description="Where nothing was measured before.")
    unknown: str
    done: str
    voice: str
    picture: str = Field(description="The picture's alternative text, with {results}.")
    approved_by: str
    date: dt.date


class PlainPage(Frozen):
    """The plain-language page: what no table can say."""

    why: Text
    unknown: Text
    nothing_yet: Text = Field(description="What is said where no reply has a plain sentence.")
    voice: Text = Field(description="How to give one's opinion.")
    learned: tuple[str, ...] = Field(min_length=LEARNED, max_length=LEARNED)
    results: tuple[PlainResult, ...]
    translations: tuple[Translation, ...] = ()

    _by_id = field_validator("results", mode="before")(_identified)

    @model_validator(mode="after")
    def _known(self) -> PlainPage:
        known = {result.id for result in self.results}
        lacking = [k for k in self.learned if k not in known]
        if lacking:
            raise FaultError(
                Said("survey-learned-names-which-results-does-not", lacking=lacking[0]),
            )
        return self


class Letter(Frozen):
    """The letter to those who took part."""

    thanks: Text
    unknown: Text
    next_date: dict[str, dt.date] = Field(description="When they hear again, by wave.")
    next_text: Text = Field(description="With {date}.")
    reach: Text = Field(description="How to reach someone.")
    signed: Text = Field(description="A role, never a person's name.")

    _strings = field_validator("next_date", mode="before")(with_text_keys)


class Scenario(Frozen):
    """A short story about a use, told before people discuss it, and three questions to discuss."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: Text
    story: Text
    discuss: tuple[Text, Text, Text]


class Workshop(Frozen):
    """The workshop kit: what the facilitator is told beside what padai says."""

    welcome: Text
    before: tuple[Text, ...] = Field((), description="What to prepare before the meeting.")
    steps: tuple[Text, ...] = Field(min_length=3)
    answers: dict[str, Text] = Field(
        default_factory=dict,
        description="By role: what people who gave the answer followed do, after '6 people in 10'.",
    )
    send: Text = Field(description="Where the notes go, and what is done with them.")


class FeedbackFile(Frozen):
    """The content of ``feedback.yaml``; each part is made where it is given."""

    register_of: str | None = Field(
        None,
        description="For a panel or a consultation: the survey whose register answers it.",
    )
    letter: Letter | None = None
    plain: PlainPage | None = None
    workshop: Workshop | None = None
