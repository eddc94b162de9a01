"""Messages: every one that code names exists in each language, and none stands in code anew."""

from __future__ import annotations

import ast
import json
import pickle
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from padai import words
from padai.errors import DataError, FaultError, speaking
from padai.words import (
    Both,
    ByLanguage,
    Joined,
    Number,
    Pair,
    Said,
    Tabled,
    Typeset,
    WordsError,
    both,
    say,
)
from padai.words.catalogues import WordCatalogue, catalogue, folders
from padai.words.languages import LANGUAGES, spoken
from padai.words.syntax import split

PACKAGE = Path(__file__).parents[1] / "padai"
CODE = sorted(PACKAGE.rglob("*.py"))
TAKES_ID = {"say", "t", "Said", "Both", "both", "say_in", "both_words", "WordsError"}
"""What takes the id of a message first."""


@cache
def _calls_of(path: Path) -> tuple[ast.Call, ...]:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return tuple(node for node in tree if isinstance(node, ast.Call))


@cache
def _facts(ident: str, lang: str) -> frozenset[str]:
    return frozenset(catalogue(lang).variables(ident))


def _called() -> Iterator[tuple[str, str, set[str] | None]]:
    """Yield each place that names a message: where, its id, and the facts that it gives."""
    for path in CODE:
        for node in _calls_of(path):
            where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0] if node.args else None
            if (
                name in TAKES_ID
                and isinstance(first, ast.Constant)
                and first.value in _english().entries
            ):
                if any(k.arg is None for k in node.keywords):
                    yield where, first.value, None
                    continue
                yield where, first.value, {str(k.arg) for k in node.keywords}
            for keyword in node.keywords:
                if keyword.arg == "sentence" and isinstance(keyword.value, ast.Constant):
                    yield where, str(keyword.value.value), None


def _english() -> WordCatalogue:
    return catalogue("en")


def _named() -> set[str]:
    """The ids that stand in code as texts, however they are used there."""
    found = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value, *re.findall(r"@([a-z0-9-]+)@", node.value)}
    for path in sorted((PACKAGE / "publishing" / "templates" / "any").rglob("*.qmd")):
        found |= set(re.findall(r"@([a-z0-9-]+)@", path.read_text(encoding="utf-8")))
    return found


SPOKEN = ("fr", "en", "es")
"""The languages in which padai is complete."""
ROOMS = sorted({file.name for file in folders()["en-CA"].iterdir()})


@pytest.mark.parametrize("lang", SPOKEN)
def test_every_message_is_well_written(lang: str) -> None:
    assert list(catalogue(lang).checked()) == []


def test_fluent_itself_reads_every_file() -> None:
    """Our own reader takes the common messages; Fluent's must find the same ones."""
    from fluent.syntax import FluentParser
    from fluent.syntax import ast as fluent

    for lang in SPOKEN:
        known = catalogue(lang)
        seen = set()
        for path in sorted((PACKAGE / "words" / known.tag).glob("*.ftl")):
            for each in FluentParser().parse(path.read_text(encoding="utf-8")).body:
                assert not isinstance(each, fluent.Junk), (path.name, each.content)
                if isinstance(each, fluent.Message | fluent.Term):
                    dash = "-" if isinstance(each, fluent.Term) else ""
                    seen.add(dash + each.id.name)
        assert seen == set(known.entries)


def test_languages_have_the_same_messages() -> None:
    english = set(catalogue("en").entries)
    assert {tag: set(catalogue(tag).entries) ^ english for tag in folders()} == {
        tag: set() for tag in folders()
    }


AGREEMENT = {
    "publishing-dialogue-adopted-wholly-or-in-part": {"n", "subject"},
    "publishing-dialogue-done-58af": {"n", "subject"},
    "publishing-dialogue-have-fallen-over": {"n"},
    "publishing-dialogue-have-risen-over": {"n"},
    "publishing-dialogue-in-the-register": {"n", "subject"},
    "publishing-dialogue-at-the-end-of-the-mandate-members": {"kept"},
    "publishing-dialogue-of-those-who-changed-did-so-exact": {"up"},
    "publishing-exhibits-groups-that-differ": {"kind", "what"},
    "publishing-language-listed-last": {"sound"},
    "publishing-language-moved": {"period"},
    "publishing-language-moved-by": {"period"},
    "publishing-language-others-moved": {"period"},
    "publishing-language-percentage-points": {"n"},
    "publishing-language-points": {"n"},
    "publishing-language-scale-points": {"n"},
    "publishing-language-the-edition": {"label", "noun", "spaced", "vowel"},
    "publishing-language-unknown": {"n"},
    "waves-a-kind": {"sound"},
}
"""Facts by which words only agree, message by message: a gender, a number, a tense, an article, how a name
begins. A language whose words do not agree there has no use for them."""
NO_LANGUAGE = re.compile(r"(^|_)(fr|en|es|french|english|spanish)(_|$)")


@pytest.mark.parametrize("tag", sorted(set(folders()) - {"fr-CA"}))
def test_every_language_takes_the_same_facts(tag: str) -> None:
    """A text of one language that is given to all would stand in the midst of another."""
    french, own = catalogue("fr"), catalogue(tag)
    wrong = []
    for ident in french.entries.keys() & own.entries.keys():
        agree = AGREEMENT.get(ident, set())
        mine, theirs = (known.variables(ident) - agree for known in (own, french))
        if mine != theirs:
            wrong.append(f"{own.entries[ident].file}, {ident}: {sorted(mine ^ theirs)}")
    assert wrong == []


def test_no_fact_is_named_for_a_language() -> None:
    wrong = [
        f"{ident}: {name}"
        for ident in catalogue("fr").entries
        for name in catalogue("fr").variables(ident)
        if NO_LANGUAGE.search(name)
    ]
    assert wrong == []


def test_each_exception_is_one() -> None:
    """A fact that all languages take needs none."""
    for ident, agree in AGREEMENT.items():
        taken = [catalogue(tag).variables(ident) & agree for tag in folders()]
        assert set().union(*taken) == agree
        assert len(set(map(frozenset, taken))) > 1


def test_every_message_named_exists_with_its_facts() -> None:
    wrong = []
    for where, ident, given in _called():
        for lang in SPOKEN:
            if ident not in catalogue(lang).entries:
                wrong.append(f"{where}: no message {ident} in {lang}")
            elif given is not None and (lost := _facts(ident, lang) - given):
                wrong.append(f"{where}: {ident} in {lang} needs {sorted(lost)}")
    assert wrong == []


def test_no_fact_is_given_in_vain() -> None:
    """A fact that no language shows is a word forgotten in each of them."""
    wrong = []
    for where, ident, given in _called():
        taken = set().union(*(_facts(ident, lang) for lang in SPOKEN))
        if given is not None and given - taken:
            wrong.append(f"{where}: {ident} has no {sorted(given - taken)}")
    assert wrong == []


def test_ids_that_look_like_one_are_one() -> None:
    """A call whose id is mistyped would only fail when it speaks."""
    rooms = tuple(f"{name.removesuffix('.ftl')}-" for name in ROOMS)
    wrong = []
    for path in CODE:
        for node in _calls_of(path):
            if not node.args:
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0]
            if name in TAKES_ID and isinstance(first, ast.Constant):
                value = str(first.value)
                if (
                    value.startswith(rooms)
                    and re.fullmatch(r"[a-z0-9-]+", value)
                    and value not in _english().entries
                ):
                    wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno}: {value}")
    assert wrong == []


def test_no_message_is_unused() -> None:
    named = _named()
    referred = {
        match
        for lang in spoken()  # a term may be put otherwise in one language
        for entry in catalogue(lang).entries.values()
        for match in re.findall(r"\{ *(-?[a-z][\w-]*)[ (}]", entry.text)
    }
    assert sorted(set(_english().entries) - named - referred) == []


def test_a_term_is_written_once_a_language() -> None:
    """Whoever changes how a thing is called changes it in one place."""
    for lang in spoken():
        entries = catalogue(lang).entries
        terms = {i: e.text for i, e in entries.items() if i.startswith("-")}
        assert {entries[i].file.partition("/")[2] for i in terms} == {"terms.ftl"}
        words = "|".join(sorted(map(re.escape, terms.values()), key=len, reverse=True))
        again = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
        plain = {i: re.sub(r"`[^`]*`", "", e.text) for i, e in entries.items() if i not in terms}
        assert {i: again.findall(text) for i, text in plain.items() if again.search(text)} == {}


def test_files_are_sorted_and_whole() -> None:
    for tag in folders():
        for path in sorted((PACKAGE / "words" / tag).glob("*.ftl")):
            text = path.read_text(encoding="utf-8")
            ids = [entry.id for entry in split(path.name, text)]
            assert ids == sorted(ids), path.name
            assert text.endswith("\n")


# --- what is left in code -----------------------------------------------------------------

_TELLS = {"say", "progress", "tell", "log"}
"""What shows the progress of a long command."""
_WORD_AFTER = re.compile(r"(?:^|[\s:])[^\W\d_]{4,}(?![\w/.])")
LEFT = {"table by language": 6, "pair in a tuple": 2}
"""How many sentences still stand in code, by the way that they do; they may only become fewer."""


def _is_text(node: ast.AST | None) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _is_text(node.left) or _is_text(node.right)
    return isinstance(node, ast.JoinedStr)


def _speaks(node: ast.AST) -> bool:
    """Whether a text has words; an address or a code has none."""
    if isinstance(node, ast.Constant):
        return " " in str(node.value) and bool(re.search(r"[a-zé]{2}", str(node.value)))
    return any(_speaks(child) for child in ast.iter_child_nodes(node))


_FRENCH = re.compile(r"[éèàçêîôûùÉÈÀ«]|\b[ldn]’|\b(le|la|les|des|du|une|de|et|au|aux|en)\b")


def _is_a_pair(one: ast.expr, other: ast.expr) -> bool:
    """Whether the first text is French, the other is not, and one at least has two words."""
    first, second = (" ".join(_pieces(each)) for each in (one, other))
    words = re.search(r"[a-z]{2}", second) and (_speaks(one) or _speaks(other))
    return bool(words and _FRENCH.search(first) and not _FRENCH.search(second))


def _pieces(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant):
            yield str(each.value)


def _left(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            found["word of progress"] += name in _TELLS and any(
                isinstance(part, ast.Constant) and bool(_WORD_AFTER.search(str(part.value)))
                for arg in node.args
                if isinstance(arg, ast.JoinedStr)
                for part in arg.values
            )
            keywords = {k.arg: k.value for k in node.keywords}
            if (
                name in ("say", "t", "Said", "Pair", "fail", "refused", "paired")
                and len([a for a in node.args if _is_text(a) and _speaks(a)])
                >= (1 if name in ("fail", "refused") else 2)
            ) or (
                {"fr", "en"} <= set(keywords)
                and all(_is_text(keywords[k]) and _speaks(keywords[k]) for k in ("fr", "en"))
            ):
                found["pair in a call"] += 1
            elif (
                name.endswith("Error")
                and name[:-5]
                in [
                    "Padai",
                    "Fault",
                    "Definition",
                    "Data",
                    "Design",
                    "Estimation",
                    "Weighting",
                    "Comparison",
                    "Publication",
                    "Render",
                    "Findings",
                    "Witness",
                ]
                and node.args
                and _is_text(node.args[0])
            ):
                both_said = len(node.args) > 1 or "fr" in keywords
                found["pair in a call" if both_said else "error in English only"] += 1
        elif isinstance(node, ast.Dict):
            keys = {k.value for k in node.keys if isinstance(k, ast.Constant)}
            found["table by language"] += {"fr", "en"} <= keys and any(map(_speaks, node.values))
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
            found["pair in a tuple"] += all(map(_is_text, node.elts)) and _is_a_pair(*node.elts)
        elif isinstance(node, ast.IfExp) and _is_text(node.body) and _is_text(node.orelse):
            test = ast.unparse(node.test)
            if ("french" in test or "'fr'" in test) and (
                _speaks(node.body) or _speaks(node.orelse)
            ):
                found["choice"] += 1
    return found


def test_no_new_sentence_stands_in_code() -> None:
    found: Counter[str] = Counter()
    for path in CODE:
        if "example" not in path.relative_to(PACKAGE).parts:
            found += _left(path.read_text(encoding="utf-8"))
    more = {kind: (n, LEFT.get(kind, 0)) for kind, n in found.items() if n > LEFT.get(kind, 0)}
    assert not more, "write a message in padai/words/ and name it: say('room-what-it-says', ...)"


@pytest.mark.parametrize(
    ("planted", "kind"),
    [
        ('context.say("des gens inquiets", "worried people")', "pair in a call"),
        ('Said(f"la vague {n} manque", f"wave {n} is missing")', "pair in a call"),
        ('DataError("no such wave", "cette vague n’existe pas")', "pair in a call"),
        ('DataError("no such wave here")', "error in English only"),
        ('say(f"{survey.id} {wave} {part}: comparaisons")', "word of progress"),
        ('X = {"fr": "des gens inquiets", "en": "worried people"}', "table by language"),
        ('y = "des gens" if lang == "fr" else "some people"', "choice"),
        ('fr, en = f"il manque {n} personnes à la liste", f"{n} are missing"', "pair in a tuple"),
        ('HEADS = [("Votes sur les avis", "Votes on opinions")]', "pair in a tuple"),
        ('Text(fr="des gens inquiets", en="worried people")', "pair in a call"),
    ],
)
def test_a_sentence_in_code_is_seen(planted: str, kind: str) -> None:
    assert _left(planted)[kind] == 1


_OWN = {
    "padai/survey/definition.py": 3, "padai/interchange/remarks.py": 1, "padai/words/said.py": 1,
}  # fmt: skip
"""Comparisons that are about French and English themselves: `french_required`, `en: basis`, carried texts."""


def _constants(node: ast.expr) -> set[str]:
    parts = node.elts if isinstance(node, (ast.Tuple, ast.List, ast.Set)) else [node]
    return {str(each.value) for each in parts if isinstance(each, ast.Constant)}


def _asked_which(text: str) -> list[int]:
    """Lines that ask which language one is, instead of asking for what is true of it."""
    tags = {*LANGUAGES, *LANGUAGES.values(), *folders()}
    found = []
    for node in ast.walk(ast.parse(text)):
        sides: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "startswith":
            sides = node.args
        if any({tag.rstrip("/-") for tag in _constants(side)} & tags for side in sides):
            found.append(node.lineno)
    return found


def test_no_line_asks_which_language_it_is() -> None:
    wrong = {}
    for path in CODE:
        name = path.relative_to(PACKAGE.parent).as_posix()
        lines = _asked_which(path.read_text(encoding="utf-8"))
        if len(lines) > _OWN.get(name, 0):
            wrong[name] = lines
    assert not wrong, "ask a message, or padai/words/languages.py for what is true of a language"


@pytest.mark.parametrize(
    "planted",
    [
        'x = 1 if lang == "fr" else 2',
        'if "en" != base(lang): pass',
        'lang.startswith("fr")',
        'lang in ("fr", "en", other)',
        'name.startswith("en/")',
        'lang == "es"',
    ],
)
def test_a_line_that_asks_which_language_is_seen(planted: str) -> None:
    assert _asked_which(planted) == [1]


# --- what a message may hold --------------------------------------------------------------


def _made(tmp_path: Path, tag: str = "en-CA", **files: str) -> WordCatalogue:
    folder = tmp_path / tag
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.ftl").write_text(text, encoding="utf-8")
    return WordCatalogue(tag, folder)


def test_texts_and_facts(tmp_path: Path) -> None:
    known = _made(
        tmp_path,
        a='plain = Trust\nwith-fact = { $n } people{" "}\nbraces = {"{"}psu{"}"} “{ $x }”\n'
        'lines = one{"\\u000A"}two\n-term = calage\nterm = le { -term } { $n }\n',
    )
    assert known.text("plain", {}, "en") == "Trust"
    assert known.text("with-fact", {"n": 3}, "en") == "3 people "
    assert known.text("braces", {"x": "{ $n }"}, "en") == "{psu} “{ $n }”"
    assert known.text("lines", {}, "en") == "one\ntwo"
    assert known.text("term", {"n": "fait"}, "en") == "le calage fait"
    assert known.variables("term") == {"n"}


CHOICE = """\
chosen = { $n ->
        [0] nobody
        [one] { $n } person
       *[other] { $shown } people ({ $n })
    }
"""


def test_a_choice_by_number_shows_facts_as_given(tmp_path: Path) -> None:
    known = _made(tmp_path, a=CHOICE)
    facts = {"n": 1234567, "shown": "1 234 567"}
    assert known.text("chosen", facts, "en") == "1 234 567 people (1234567)"
    assert known.text("chosen", {"n": 1, "shown": ""}, "en") == "1 person"
    assert known.text("chosen", {"n": 0, "shown": ""}, "en") == "nobody"
    assert known.variables("chosen") == {"n", "shown"}


def test_a_fact_of_any_length_is_shown_where_a_message_chooses(tmp_path: Path) -> None:
    """Fluent refuses texts of 2,500 signs and more: a list of 300 questions is one."""
    text = "a = { $n ->\n        [one] { $names } and { $last } is\n       *[other] { $names } are\n    }\n"
    known = _made(tmp_path, a=text)
    names = ", ".join(f"question_{place}" for place in range(1_000))
    facts = {"n": 1, "names": names, "last": "\ue0000\ue001"}
    assert known.text("a", facts, "en") == f"{names} and \ue0000\ue001 is"
    assert known.text("a", {**facts, "n": 2}, "en") == f"{names} are"


def test_french_puts_zero_with_one(tmp_path: Path) -> None:
    text = "n = { $n ->\n        [one] personne\n       *[other] personnes\n    }\n"
    french, english = _made(tmp_path, "fr-CA", a=text), _made(tmp_path, a=text)
    assert french.text("n", {"n": 0}, "fr") == "personne"
    assert english.text("n", {"n": 0}, "en") == "personnes"


def test_no_isolation_marks(tmp_path: Path) -> None:
    known = _made(tmp_path, a=CHOICE)
    assert not re.search("[\u2066-\u2069]", known.text("chosen", {"n": 5, "shown": "5"}, "en"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = { $n people\n", "a.ftl, line 1, message `a`"),
        ("a = one }\n", "a.ftl, line 1, message `a`"),
        ("b = fine\na = { -absent }\n", "a.ftl, line 2, message `a`: it refers to `-absent`"),
        ("b = { a }\na = { b }\n", "it refers to itself"),
        ("a = { $n ->\n    [one] x\n  }\n", "a.ftl, line 1, message `a`: it is badly written"),
        ("a =\n", "a.ftl, line 1, message `a`"),
        ("a = { LOUD($n) }\n", "a.ftl, line 1, message `a`"),
    ],
)
def test_a_message_badly_written(tmp_path: Path, text: str, told: str) -> None:
    known = _made(tmp_path, a=text)
    with pytest.raises(WordsError) as caught:
        known.text("a", {"n": 1}, "en")
    assert told in str(caught.value)


def test_a_line_that_is_no_message(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match=r"en-CA/a.ftl, line 2: this is no message: what is this"):
        _made(tmp_path, a="a = x\nwhat is this\n")


def test_a_message_twice(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match=r"b.ftl, line 1, message `a`: it stands in .*a.ftl too"):
        _made(tmp_path, a="a = x\n", b="a = y\n")


def test_a_fact_that_is_lacking(tmp_path: Path) -> None:
    known = _made(tmp_path, a="\na = { $n } of { $all }\n")
    with pytest.raises(WordsError, match=r"line 2, message `a`: it needs \$all, and was given \$n"):
        known.text("a", {"n": 1}, "en")


def test_a_fact_that_a_choice_lacks(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match=r"it needs \$shown"):
        _made(tmp_path, a=CHOICE).text("chosen", {"n": 2}, "en")


def test_a_message_that_is_absent() -> None:
    with pytest.raises(WordsError, match="en-CA: there is no message `no-such`"):
        say("no-such", "en")


def test_a_language_that_is_absent() -> None:
    with pytest.raises(WordsError, match=r"padai has no words in `xx-XX`; it has en-CA, es, fr-CA"):
        say("padai-did-you-mean", "xx-XX", found="x")


def test_a_language_without_plural_rules(tmp_path: Path) -> None:
    known = _made(tmp_path, "zxx", a=CHOICE)
    with pytest.raises(WordsError, match="no rules of plural are known for the language `zxx`"):
        known.text("chosen", {"n": 1, "shown": "1"}, "zxx")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Languages of which the words cannot be read: those that a test adds."""
    tags: set[str] = set()

    def read(lang: str) -> WordCatalogue:
        if lang in tags:
            raise WordsError("padai-words-no-message-here", file=lang, line="1", text="?")
        return catalogue(lang)

    monkeypatch.setattr("padai.words.catalogues.catalogue", read)
    yield tags


ABSENT = WordsError("padai-words-message-absent", tag="es", message="no-such")
CHOSEN = split("es/a.ftl", "chosen = x\n")
MISREAD = WordsError("padai-words-needs", next(CHOSEN), needed="$n", given="$m")


def test_what_is_wrong_with_words_is_said_in_each_language() -> None:
    texts = set()
    for lang in SPOKEN:
        with speaking(lang):
            texts |= {str(ABSENT), str(MISREAD)}
    assert len(texts) == 2 * len(SPOKEN)
    assert "es/a.ftl, ligne 1, message `chosen` : il demande $n et a reçu $m." in texts


def test_a_language_that_cannot_speak_is_spoken_for(broken: set[str]) -> None:
    with speaking("es"):
        broken.add("es")
        assert str(ABSENT) == "es : le message `no-such` n’existe pas."
        broken.add("fr")
        assert str(ABSENT) == "es: there is no message `no-such`."


def test_where_no_language_can_speak_the_facts_stand_alone(broken: set[str]) -> None:
    broken |= set(SPOKEN)
    assert str(ABSENT) == "padai-words-message-absent, tag=es, message=no-such"
    assert str(MISREAD).endswith("file=es/a.ftl, line=1, id=chosen")


def test_what_is_wrong_with_words_crosses_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(MISREAD))
    assert str(again) == str(MISREAD) and again.at == MISREAD.at


# --- words that wait ----------------------------------------------------------------------


def test_words_that_wait_behave_as_two_texts_did() -> None:
    said = Said("padai-did-you-mean", found="trust")
    fr, en = said
    assert (said.fr, said.en) == (fr, en) == (said[0], said[1])
    assert said == Said(fr, en)
    assert hash(said) == hash(Said(fr, en))
    assert pickle.loads(pickle.dumps(said)) == said
    assert isinstance(Said("a", "b"), Pair)
    assert pickle.loads(pickle.dumps(Said("a", "b"))).fr == "a"
    assert pickle.loads(pickle.dumps(Typeset(said))).fr == Typeset(said).fr


def test_a_fact_is_kept_as_it_was() -> None:
    """What changes after the words were made does not change them."""
    found = ["trust"]
    said = Said("padai-did-you-mean", found=found)
    found.append("age")
    assert said.en == " Did you mean '['trust']'?"


def test_words_within_words() -> None:
    within = Said("padai-did-you-mean", found=Said("la confiance", "trust"))
    assert "la confiance" in within.fr
    assert "trust" in within.en


def test_a_fact_is_written_by_each_language() -> None:
    """One fact, in the language of the message that it stands in, whenever that is read."""
    many = Number(1234567), Number(0.0125, ".2g"), Number(-4.5, "+.1f")
    assert [n.text("en") for n in many] == ["1,234,567", "0.013", "-4.5"]
    assert [n.text("fr") for n in many] == ["1\u00a0234\u00a0567", "0,013", "-4,5"]
    assert many[0].text("es") == "1.234.567"
    assert [Joined(names, "padai-or").text("fr") for names in ([], ["a"], "ab", "abc")] == [
        "",
        "a",
        "a ou b",
        "a ou b ou c",
    ]
    assert Joined("abc", last="padai-and").text("en") == "a, b and c"
    assert Joined([Said("padai-not-found"), Number(2500)], "; ").text("fr") == (
        "introuvable; 2\u00a0500"
    )


def test_facts_of_a_language_wait_inside_a_message() -> None:
    names = [Said("padai-quoted", text=each) for each in ("oui", "non")]
    said = Said("padai-parts", parts=Joined(names, last="padai-and"))
    again = pickle.loads(pickle.dumps(said))
    for each in (said, again):
        assert (each.fr, each.en) == ("« oui » et « non »", "'oui' and 'non'")
    assert say("padai-parts", "qps", parts=Joined(names, "padai-or")) == "'oui' ⟦öř ·⟧ 'non'"


def test_an_error_inside_another_keeps_its_language_and_place() -> None:
    inner = DataError(Said("padai-parts", parts=Number(2500)), where="demo, 2025")
    outer = DataError(Said("padai-parts", parts=inner.words))
    assert outer.text("fr") == "demo, 2025\u00a0: 2\u00a0500"
    assert outer.text("en") == "demo, 2025: 2,500"
    assert outer.text("qps").startswith("demo, 2025: ")
    old = DataError(Said("padai-parts", parts=DataError("no wave", "aucune vague").words))
    assert (old.text("fr"), old.text("en")) == ("aucune vague", "no wave")
    assert pickle.loads(pickle.dumps(outer)).texts == outer.texts


def test_what_a_function_says_by_language() -> None:
    asked: list[str] = []
    told = ByLanguage(lambda lang: asked.append(lang) or f"{lang}!")
    assert told["en"] == told["en"] == "en!"
    assert asked == ["en"]
    assert dict(told) == {"en": "en!", "fr": "fr!"}
    assert pickle.loads(pickle.dumps(told)) == {"fr": "fr!", "en": "en!"}
    assert say("padai-parts", "fr", parts=told) == "fr!"


def test_a_mapping_by_language_behaves_as_the_dict_did() -> None:
    plain = both("padai-did-you-mean", found="x")
    lazy = Both("padai-did-you-mean", found="x")
    assert lazy == plain
    assert {**lazy} == plain
    assert dict(lazy) == plain
    assert json.loads(json.dumps(lazy)) == plain
    assert list(lazy.items()) == list(plain.items())
    assert lazy.get("fr") == plain["fr"]
    assert lazy.get("xx", "none") == "none"
    assert "fr" in lazy
    assert "xx" not in lazy
    assert lazy | {"es": "a"} == plain | {"es": "a"}
    assert pickle.loads(pickle.dumps(lazy)) == plain
    with pytest.raises(KeyError):
        lazy["xx"]


def test_an_error_speaks_the_language_in_force() -> None:
    error = DataError(Said("padai-did-you-mean", found="trust"), where="demo, 2025")
    with speaking("fr"):
        assert str(error).startswith("demo, 2025\u00a0:  Vouliez-vous")
    with speaking("en"):
        assert str(error) == "demo, 2025:  Did you mean 'trust'?"
    again = pickle.loads(pickle.dumps(error))
    assert again.texts == error.texts
    assert FaultError("no", "non : rien").said.fr == "non\u00a0: rien"


def test_importing_padai_reads_no_message() -> None:
    code = (
        "import padai, sys; padai.load_survey; from padai.words import catalogue; "
        "print(catalogue.cache_info().currsize, any(n.startswith('fluent') for n in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False"]


def test_what_the_package_offers() -> None:
    assert all(hasattr(words, name) for name in words.__all__)


def test_languages_stand_in_their_order_whichever_was_looked_at_first() -> None:
    table = Tabled({"asked": Said("survey-all")})
    assert table["en"] != table["fr"]
    assert list(table) == list(LANGUAGES) == list(table.keys())
