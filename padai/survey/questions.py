"""Questions, their answer scales, nets and bases."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.marks import Marks, MarksByWave, check_marks
from padai.survey.texts import LANGUAGE_TAG, Frozen, Text, Wording, YesNo, as_strings, as_value
from padai.words import Said

MissingKind = Literal["dont_know", "refused", "not_asked", "skipped"]
MOST_POINTS = 100
QuestionType = Literal["single", "multiple", "rating", "number", "open"]


def _coded(value: Any, label_only: bool = True) -> Any:
    """Turn ``{code: label}`` or ``{code: {label: ..., ...}}`` into a list of mappings."""
    if not isinstance(value, dict):
        return value
    rows = []
    for code, content in value.items():
        is_text = not isinstance(content, dict) or all(
            LANGUAGE_TAG.match(str(key)) for key in content
        )
        row = {"label": content} if is_text else dict(content)
        rows.append({"code": str(code), **row})
    return rows


def _pair_of(kind: type, value: Any) -> bool:
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(isinstance(v, kind) and not isinstance(v, bool) for v in value)
    )


class Code(Frozen):
    """One substantive answer: its code, the value in the file, its label and its score."""

    code: str
    label: Text
    value: int | float | str = None  # type: ignore[assignment]
    score: float | None = None

    @model_validator(mode="before")
    @classmethod
    def _value_from_code(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("value") is None:
            return {**data, "value": as_value(str(data.get("code")))}
        return data


class MissingCode(Code):
    """An answer that gives no opinion, with its kind; `in_base` says whether it stays counted."""

    kind: MissingKind
    in_base: YesNo = False


class Net(Frozen):
    """A union of response codes; with `minus`, a balance (the one minus the other)."""

    id: str = ""
    label: Text
    codes: tuple[str, ...] = Field(min_length=1)
    minus: tuple[str, ...] = ()

    _strings = field_validator("codes", "minus", mode="before")(as_strings)

    @property
    def is_balance(self) -> bool:
        """Whether this is a net minus another."""
        return bool(self.minus)


def _identified(value: Any) -> Any:
    """Turn ``{id: {...}}`` into a list of mappings that carry their id."""
    if isinstance(value, dict):
        return [
            {"id": str(k), **(v if isinstance(v, dict) else {"label": v})} for k, v in value.items()
        ]
    return value


class Scale(Frozen):
    """An ordered set of answers that several questions may share."""

    id: str = ""
    codes: tuple[Code, ...] = ()
    missing: tuple[MissingCode, ...] = ()
    nets: tuple[Net, ...] = ()
    points: tuple[int, int] | None = Field(
        None, description="Lowest and highest point of a numeric rating, instead of `codes`."
    )
    ends: tuple[Text, Text] | None = Field(None, description="What the two ends are labelled.")
    note: Text | None = None
    file_values: dict[str, dict[str, int | float | str]] = Field(
        default_factory=dict,
        description="By wave, the value that stands in its file for each code, where it is not the "
        "usual one: a scale that turned over.",
    )

    @field_validator("codes", "missing", mode="before")
    @classmethod
    def _codes(cls, value: Any) -> Any:
        return _coded(value)

    @field_validator("nets", mode="before")
    @classmethod
    def _nets(cls, value: Any) -> Any:
        return _identified(value)

    @model_validator(mode="before")
    @classmethod
    def _points_to_codes(cls, data: Any) -> Any:
        if not isinstance(data, dict) or data.get("codes") or not _pair_of(int, data.get("points")):
            return data  # what has another shape is left to the fields to refuse
        low, high = data["points"]
        if not 0 < high - low <= MOST_POINTS:
            raise FaultError(
                Said("survey-points-lowest-highest-has-from-2-to", most_points=MOST_POINTS + 1),
            )
        labels = {p: {"fr": str(p), "en": str(p)} for p in range(low, high + 1)}
        if _pair_of(dict, data.get("ends")):
            for point, end in zip((low, high), data["ends"], strict=True):
                labels[point] = {k: f"{point} – {v}" for k, v in end.items()}
        codes = {str(p): {"label": text, "score": float(p)} for p, text in labels.items()}
        return {**data, "codes": codes}

    @model_validator(mode="after")
    def _consistent(self) -> Scale:
        codes = [c.code for c in (*self.codes, *self.missing)]
        twice = sorted({c for c in codes if codes.count(c) > 1})
        if twice:
            raise FaultError(
                Said("survey-codes-given-twice", twice=", ".join(twice)),
            )
        _check_nets(self.nets, set(codes))
        for wave, values in self.file_values.items():
            _check_file_values(
                wave, values, {c.code: c.value for c in (*self.codes, *self.missing)}
            )
        return self

    def values_in(self, wave_id: str) -> dict[str, int | float | str]:
        """Return the value of each code in the file of a wave."""
        usual = {c.code: c.value for c in (*self.codes, *self.missing)}
        return {**usual, **self.file_values.get(wave_id, {})}


def _check_file_values(
    wave: str, values: dict[str, int | float | str], usual: dict[str, int | float | str]
) -> None:
    """Refuse values of a wave that name no code, or give two codes one value."""
    unknown = sorted(set(values) - set(usual))
    if unknown:
        listed = ", ".join(unknown)
        raise FaultError(
            Said("survey-file-values-of-names-codes-that-the", wave=wave, listed=listed),
        )
    every = list({**usual, **values}.values())
    twice = next((v for v in every if every.count(v) > 1), None)
    if twice is not None:
        raise FaultError(
            Said("survey-file-values-of-gives-the-value-to-two", wave=wave, twice=twice),
        )


def _check_nets(nets: tuple[Net, ...], known: set[str]) -> None:
    for net in nets:
        unknown = sorted({*net.codes, *net.minus} - known)
        if unknown:
            codes = ", ".join(unknown)
            raise FaultError(
                Said("survey-net-uses-codes-that-the-scale-lacks", net_id=net.id, codes=codes),
            )


class Margin(Frozen):
    """The change, in points, under which a series is called stable; declared before the wave."""

    points: float = Field(gt=0, le=50)
    reason: Text
    date: dt.date


class Condition(Frozen):
    """Who a question is put to: answers to another question, or a union or meeting of those."""

    question: str | None = None
    codes: tuple[str, ...] = ()
    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()

    _strings = field_validator("codes", mode="before")(as_strings)

    @model_validator(mode="after")
    def _one_form(self) -> Condition:
        forms = [bool(self.question), bool(self.all), bool(self.any)]
        if sum(forms) != 1 or bool(self.question) != bool(self.codes):
            raise FaultError(
                Said("survey-give-either-question-with-codes-or-all"),
            )
        return self

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of every question that this condition reads."""
        own = (self.question,) if self.question else ()
        return own + tuple(q for part in (*self.all, *self.any) for q in part.questions)


class EarlierWording(Frozen):
    """The words that a question had up to and including a wave."""

    until: str
    wording: Wording


class QuestionFields(Frozen):
    """What a question says of itself, whether its scale is named or written out."""

    id: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")
    type: QuestionType = "single"
    label: Text = Field(description="A short name, for charts and tables.")
    subject: Text | None = Field(
        None,
        description="What the followed answer measures, as a noun phrase in the singular that "
        "headlines put before “has risen” (“trust in schools”); without it they quote the label.",
    )
    wording: Wording
    earlier_wordings: tuple[EarlierWording, ...] = ()
    instruction: Text | None = None
    answered_in: str | None = Field(
        None,
        pattern=LANGUAGE_TAG.pattern,
        description="The language of the answers of an open question, where `asked_in:` names "
        "several; pages in another language say it to screen readers.",
    )
    section: str = ""
    nets: tuple[Net, ...] = ()
    headline_net: str | None = Field(
        None, description="The net or code that charts and verdicts use."
    )
    margin: Margin | None = None
    base: Condition | None = None
    base_label: Text | None = None
    waves: tuple[str, ...] | None = None
    parts: tuple[str, ...] | None = None
    columns: dict[str, str] = Field(
        default_factory=dict,
        description="The column in each wave's file, or `default`; `{code}` stands for an option.",
    )
    marks: MarksByWave
    missing: tuple[MissingCode, ...] = ()
    range: tuple[float, float] | None = None
    sensitive: YesNo = False
    principle: Text | None = Field(None, description="The public principle that the item informs.")
    source: Text | None = Field(None, description="Whose wording this is modelled on.")
    scenario: str | None = Field(None, description="A story of `scenarios:` that it belongs to.")
    inventory_category: str | None = None
    tags: tuple[str, ...] = ()
    seconds: float | None = Field(None, description="Time to answer, where the estimate is wrong.")

    @field_validator("missing", mode="before")
    @classmethod
    def _codes(cls, value: Any) -> Any:
        return _coded(value)

    @field_validator("nets", mode="before")
    @classmethod
    def _nets(cls, value: Any) -> Any:
        return _identified(value)


class QuestionEntry(QuestionFields):
    """A question as ``questionnaire.yaml`` writes it: the scale by name, or written out."""

    scale: str | Scale | None = None


class Question(QuestionFields):
    """A question with its scale, as the rest of padai uses it."""

    scale: Scale | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Question:
        if self.type in ("single", "multiple", "rating") and not (self.scale and self.scale.codes):
            raise FaultError(Said("survey-a-question-of-type-needs-a-scale-with", type=self.type))
        if self.type in ("number", "open") and self.scale:
            raise FaultError(Said("survey-a-question-of-type-takes-no-scale", type=self.type))
        if self.answered_in and self.type != "open":
            raise FaultError(Said("survey-answered-in-is-of-open-questions", type=self.type))
        check_marks(self.marks, self.type, [c.value for c in self.missing_codes])
        known = {c.code for c in self._entries}
        _check_nets(self.nets, known)
        self._check_headline({*known, *(n.id for n in self.all_nets)})
        return self

    def _check_headline(self, known: set[str]) -> None:
        """Refuse a headline that is no answer, and a mean of codes that have no scores."""
        net = self.headline_net
        if net is None or net in known:
            return
        if net != "mean":
            raise FaultError(
                Said("survey-headline-net-is-no-net-or-code-of-this", headline_net=net)
            )
        if self.scale and (self.type == "multiple" or not self.scores):
            no_mean = "survey-headline-net-mean-of-codes-without-scores"
            first = next(iter([*(n.id for n in self.all_nets), *self.codes]))
            raise FaultError(Said(no_mean, type=self.type, first=first))

    @property
    def _entries(self) -> tuple[Code, ...]:
        return (*self.scale.codes, *self.missing_codes) if self.scale else self.missing_codes

    @property
    def missing_codes(self) -> tuple[MissingCode, ...]:
        """The codes that give no opinion: those of the scale, then the question's own."""
        return (*self.scale.missing, *self.missing) if self.scale else self.missing

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code that counts in the base, in the definition's order."""
        return tuple(c.code for c in self._entries if getattr(c, "in_base", True))

    @property
    def excluded(self) -> tuple[str, ...]:
        """The missing codes that are out of the base."""
        return tuple(c.code for c in self.missing_codes if not c.in_base)

    @property
    def values(self) -> dict[str, int | float | str]:
        """The value that stands in the file for each code, out of the base or not."""
        return {c.code: c.value for c in self._entries}

    @property
    def scores(self) -> dict[str, float]:
        """The score of each code that has one (empty: the question has no mean)."""
        scored = self.scale.codes if self.scale else ()
        return {c.code: c.score for c in scored if c.score is not None}

    @property
    def all_nets(self) -> tuple[Net, ...]:
        """The nets of the question, then those of its scale that it does not name again."""
        own = {n.id for n in self.nets}
        shared = self.scale.nets if self.scale else ()
        return self.nets + tuple(n for n in shared if n.id not in own)

    def net(self, net_id: str) -> Net | None:
        """Return the net of that id, or nothing."""
        return next((n for n in self.all_nets if n.id == net_id), None)

    def entry(self, code: str) -> Code | None:
        """Return a code of the scale, missing or not; nothing where there is none of that name."""
        return next((c for c in self._entries if c.code == code), None)

    def response_label(self, response: str, lang: str) -> str:
        """Return the text of a code or net; a statistic's name is returned as it is."""
        if (entry := self.entry(response)) is not None:
            return entry.label.get(lang, response)
        net = self.net(response)
        return net.label.get(lang, response) if net is not None else response

    def wording_at(self, wave_id: str, wave_order: tuple[str, ...]) -> Wording:
        """Return the words that were used in a wave."""
        place = wave_order.index(wave_id)
        for earlier in self.earlier_wordings:
            if place <= wave_order.index(earlier.until):
                return earlier.wording
        return self.wording

    def asked_in(self, wave_id: str, part: str | None = None) -> bool:
        """Whether the question was part of that wave, and of that part where one is named."""
        in_wave = self.waves is None or wave_id in self.waves
        return in_wave and (part is None or self.parts is None or part in self.parts)

    def column(self, wave_id: str) -> str:
        """Return the column of this question in a wave's file."""
        return self.columns.get(wave_id) or self.columns.get("default") or self.id

    def option_columns(self, wave_id: str) -> dict[str, str]:
        """Return the column of each option of a multiple-response question in a wave's file."""
        pattern = self.columns.get(wave_id) or self.columns.get("default") or f"{self.id}_{{code}}"
        codes = [c.code for c in self.scale.codes] if self.scale else []
        return {code: pattern.format(code=code) for code in codes}

    def marks_in(self, wave_id: str) -> Marks:
        """Return what a wave's file has for an option that was chosen, and one that was not."""
        return self.marks.get(wave_id) or self.marks.get("default") or Marks()
