"""What questionnaires of other tools have in common: safe opening, texts, codes, conditions."""

from __future__ import annotations

import html
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

from padai.errors import DefinitionError, MissingExtraError, PadaiError, Said
from padai.interchange.draft import DraftCode, DraftDesign, DraftMissing, DraftQuestion, Words
from padai.interchange.label_words import missing_kind, slug, unique
from padai.interchange.remarks import FROM_LABEL, NO_KIND
from padai.survey.texts import as_value
from padai.words import LANGUAGES, in_a_row

MAX_BYTES = 30_000_000
MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
MAX_ENTRIES, MAX_CHOICES, MAX_LIST = 20_000, 50_000, 2_000
"""Questions that a file may hold before it is read no further; choices, in all and of one."""
MAX_CONDITION, MAX_NESTED, MAX_DIGITS = 5_000, 15, 18
"""Letters of a condition, parentheses within one another, digits of a whole number."""
WORKBOOK = Said("interchange-an-excel-workbook")
_TAG = re.compile(r"<[^>]*>")


@dataclass
class Form:
    """A questionnaire as another tool's file tells it, filled in as it is read."""

    title: Words = field(default_factory=dict)
    questions: list[DraftQuestion] = field(default_factory=list)
    left_out: list[str | Said] = field(default_factory=list)
    design: DraftDesign = field(default_factory=DraftDesign)
    taken: set[str] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)
    told: dict[str, str | Said] = field(default_factory=dict)
    personal: list[str] = field(default_factory=list)
    turns: dict[str, int] = field(default_factory=dict)
    choices: int = 0

    def add(
        self,
        name: str,
        kind: str,
        wording: Words,
        codes: Sequence[tuple[str, Words]] = (),
        *,
        notes: Iterable[Said] = (),
        base: dict[str, Any] | None = None,
        told: str | Said = "",
        absent: Sequence[str] = (),
        aliases: Sequence[str] = (),
    ) -> None:
        """Add a question; answers whose label names a missing kind become missing codes.

        `absent` lists the codes that the file itself marks as missing; `told` is the condition
        in the file's own words; `aliases` are other names that an export may give the column.
        """
        self._check_size(name, len(codes))
        question_id = unique(slug(name), self.taken, self.turns)
        self.ids.setdefault(name, question_id)
        if told:
            self.told[question_id] = told
        answers, missing = split_codes(codes, absent)
        if kind in ("single", "multiple", "rating") and not answers:
            kind = "number" if missing else "open"
        points = None
        if kind == "rating":
            points = (int(answers[0].value), int(answers[-1].value))
        renamed = [Said("interchange-note-named", name=name)] if question_id != name else []
        columns = {"1": name} if question_id != name and kind != "multiple" else {}
        self.questions.append(
            DraftQuestion(
                question_id,
                kind,
                short(wording),
                wording,
                tuple(answers) if kind in ("single", "multiple", "rating") else (),
                tuple(missing) if kind != "open" else (),
                points,
                columns
                or ({"1": f"{question_id}_{{code}}"} if kind == "multiple" else {"1": question_id}),
                base,
                tuple([*renamed, *notes]),
                aliases=tuple(aliases),
            )
        )

    def _check_size(self, name: str, choices: int) -> None:
        """Refuse a list, or a file, that no person could have written as a questionnaire."""
        self.choices += choices
        if choices > MAX_LIST:
            raise DefinitionError(
                Said(
                    "interchange-question-has-choices-a-definition-takes",
                    name=name,
                    choices=choices,
                    most=MAX_LIST,
                ),
            )
        if len(self.questions) >= MAX_ENTRIES or self.choices > MAX_CHOICES:
            raise DefinitionError(
                Said(
                    "interchange-the-file-holds-more-than-questions-or",
                    entries=MAX_ENTRIES,
                    choices=MAX_CHOICES,
                ),
            )

    def settled(self) -> list[DraftQuestion]:
        """Return the questions, each condition kept where all that it names is there."""
        known = {question.id: question for question in reversed(self.questions)}
        out = []
        for question in self.questions:
            base = _renamed(question.base, self.ids)
            notes = question.notes
            if question.id in self.told and not known_base(base, known):
                base = None
                text = self.told[question.id]
                notes = (*notes, Said("interchange-note-base-told", text=text))
            out.append(replace(question, base=base, notes=notes))
        return out


def split_codes(
    codes: Sequence[tuple[str, Words]], absent: Sequence[str] = ()
) -> tuple[list[DraftCode], list[DraftMissing]]:
    """Part answers from missing codes, by the file's own mark or by their labels."""
    answers: list[DraftCode] = []
    missing: list[DraftMissing] = []
    seen: set[str] = set()
    marked = frozenset(absent)
    for code, label in codes:
        if not code or code in seen:
            continue
        seen.add(code)
        kind = next((k for text in label.values() if (k := missing_kind(text))), None)
        if kind or code in marked:
            counted = kind == "dont_know" and code not in marked
            guess = FROM_LABEL if kind else NO_KIND
            missing.append(
                DraftMissing(code, as_value(code), label, kind or "skipped", counted, guess)
            )
        else:
            answers.append(DraftCode(code, as_value(code), label))
    return answers, missing


def short(wording: Words) -> Words:
    """Return a wording as a label, where it is short enough to be one."""
    return {lang: text for lang, text in wording.items() if 0 < len(text) <= 80}


def said(text: Any, lang: str) -> Words:
    """Return a text of a file as words of a language, without mark-up; nothing where empty."""
    plain = plain_text(text)
    return {lang: plain} if plain else {}


def joined(one: Words, other: Words) -> Words:
    """Return the words of a question followed by those of one of its rows."""
    langs = dict.fromkeys([*one, *other])
    return {k: in_a_row(one.get(k), other.get(k), by=" - ") for k in langs}


def plain_text(text: Any) -> str:
    """Take the mark-up out of a text."""
    return " ".join(html.unescape(_TAG.sub(" ", str(text or ""))).split())


def language_of(name: str) -> str | None:
    """Return ``fr`` or ``en`` for the name or code of a language."""
    folded = name.strip().casefold()
    coded = re.search(r"\(([a-z]{2})\b", folded)
    start = coded[1] if coded else folded[:2]
    return start if start in LANGUAGES else None


def check_form(path: Path) -> None:
    """Refuse a form that is missing, or larger than a questionnaire can be."""
    if not path.is_file():
        raise DefinitionError(
            Said("interchange-there-is-no-file-check-its-name-and", path_name=path.name),
        )
    if path.stat().st_size > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise DefinitionError(
            Said(
                "interchange-is-larger-than-mb-a-questionnaire-is-not",
                path_name=path.name,
                limit=limit,
            ),
        )


def check_zip(path: Path) -> None:
    """Refuse a workbook that is no zip, or would unpack to far more than it is."""
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except Exception:  # zipfile ends on broken archives in many ways
        raise broken(path, WORKBOOK) from None
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(path.stat().st_size, 50_000):
        size = unpacked // 1_000_000
        raise DefinitionError(
            Said("interchange-would-unpack-to-mb-which-no", path_name=path.name, size=size),
        )


@contextmanager
def opened_workbook(path: Path) -> Iterator[Any]:
    """Open a workbook to read its values, under limits.

    Raises
    ------
    DefinitionError
        The workbook is broken or hostile, as far as is seen until it is closed.
    MissingExtraError
        The extra ``interchange`` is not installed.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise MissingExtraError("interchange", Said("interchange-reading-xlsx")) from None
    check_zip(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a workbook holds beside its cells
            book = load_workbook(path, read_only=True, data_only=True)
            try:
                yield book
            finally:
                book.close()
    except PadaiError:
        raise
    except Exception as error:  # openpyxl ends on broken workbooks in many ways
        raise broken(path, WORKBOOK) from error


def read_xml(path: Path) -> Any:
    """Read an XML file; a document type, an entity or an outside reference is refused.

    Raises
    ------
    DefinitionError
        The file is not XML, or holds what could attack its reader.
    """
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, parse
    except ImportError:
        what = Said("interchange-reading-a-file-of", suffix=path.suffix)
        raise MissingExtraError("interchange", what) from None
    try:
        return parse(path, forbid_dtd=True).getroot()
    except DefusedXmlException:
        raise DefinitionError(
            Said("interchange-declares-a-document-type-or-entities", path_name=path.name),
        ) from None
    except (ParseError, ValueError, LookupError, RecursionError):
        raise broken(path, Said("interchange-an-xml-file")) from None


def broken(path: Path, what: Said) -> DefinitionError:
    """Say that a file is not what its ending says."""
    return DefinitionError(
        Said("interchange-cannot-be-read-as-it-is-broken-or-was", path_name=path.name, what=what),
    )


class ConditionReader:
    """A reader of simple conditions: equalities joined by *and*, *or* and parentheses.

    Parameters
    ----------
    equality
        A pattern of one equality, with the groups ``q`` and ``v`` (or ``q2`` and ``v2``).
    """

    def __init__(self, equality: str) -> None:
        self._token = re.compile(
            rf"\s*(?:(?P<eq>{equality})|(?P<op>and\b|or\b|&&|\|\||[()]))", re.I
        )

    def read(self, text: str) -> dict[str, Any] | None:
        """Return the condition as a definition writes it, or None where it says anything else.

        One that is longer, or nested deeper, than a person writes says anything else.
        """
        if len(text) > MAX_CONDITION:
            return None
        tokens: list[Any] = []
        place = 0
        while place < len(text.rstrip()):
            match = self._token.match(text, place)
            if match is None:
                return None
            token = match.groupdict()
            if token["eq"]:
                name = token.get("q") or token.get("q2")
                value = token.get("v") if token.get("v") is not None else token.get("v2")
                tokens.append({"question": name, "codes": [value]})
            else:
                tokens.append({"&&": "and", "||": "or"}.get(token["op"], token["op"].lower()))
            place = match.end()
        if _deepest(tokens) > MAX_NESTED:
            return None
        condition, rest = self._any(tokens, 0)
        return condition if rest == len(tokens) else None

    def _any(self, tokens: list[Any], at: int) -> tuple[dict[str, Any] | None, int]:
        return self._joined(tokens, at, "or", self._all)

    def _all(self, tokens: list[Any], at: int) -> tuple[dict[str, Any] | None, int]:
        return self._joined(tokens, at, "and", self._one)

    def _joined(
        self, tokens: list[Any], at: int, word: str, part: Any
    ) -> tuple[dict[str, Any] | None, int]:
        condition, at = part(tokens, at)
        parts = [condition]
        while at < len(tokens) and tokens[at] == word:
            condition, at = part(tokens, at + 1)
            parts.append(condition)
        if None in parts:
            return None, -1
        return _union(parts, "any" if word == "or" else "all"), at

    def _one(self, tokens: list[Any], at: int) -> tuple[dict[str, Any] | None, int]:
        if at < 0 or at >= len(tokens):
            return None, -1
        if isinstance(tokens[at], dict):
            return tokens[at], at + 1
        if tokens[at] != "(":
            return None, -1
        condition, at = self._any(tokens, at + 1)
        closed = condition is not None and at < len(tokens) and tokens[at] == ")"
        return (condition, at + 1) if closed else (None, -1)


def _deepest(tokens: Sequence[Any]) -> int:
    """Return how many parentheses stand within one another."""
    steps = accumulate((part == "(") - (part == ")") for part in tokens)
    return max(steps, default=0)


def whole(text: str) -> int | None:
    """Return the whole number that a text writes in digits; None where it is none, or too long.

    Examples
    --------
    >>> whole("-07"), whole("1.5"), whole("9" * 5000)
    (-7, None, None)
    """
    match = re.fullmatch(r"-?[0-9]+", text)
    return int(text) if match and len(text) <= MAX_DIGITS else None


def _union(parts: list[Any], how: str) -> dict[str, Any]:
    if len(parts) == 1:
        first: dict[str, Any] = parts[0]
        return first
    names = {p.get("question") for p in parts}
    if how == "any" and len(names) == 1 and None not in names:
        return {"question": names.pop(), "codes": [c for p in parts for c in p["codes"]]}
    return {how: parts}


def _renamed(base: Mapping[str, Any] | None, ids: Mapping[str, str]) -> dict[str, Any] | None:
    """Return a condition with the ids that questions were given."""
    if base is None:
        return None
    if "question" in base:
        return {**base, "question": ids.get(base["question"], base["question"])}
    return {how: [_renamed(part, ids) for part in parts] for how, parts in base.items()}


def known_base(base: Mapping[str, Any] | None, known: Mapping[str, DraftQuestion]) -> bool:
    """Whether every question, by its id, and every code that a condition names is there."""
    if base is None:
        return False
    if "question" in base:
        question = known.get(base["question"])
        if question is None:
            return False
        codes = {c.code for c in (*question.codes, *question.missing)}
        return question.type == "number" or set(base["codes"]) <= codes
    return all(known_base(part, known) for part in (*base.get("all", ()), *base.get("any", ())))
