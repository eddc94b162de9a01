"""What a figure is called: by its question, and by the answer where the question counts nothing."""

from __future__ import annotations

import re

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, TOTAL, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sides import quoted
from padai.publishing.exhibits.exhibit_items import Item

_OF_A_SENTENCE = 5
"""Words from which on a name that ends with a point is a sentence, and no abbreviation."""
_YES_AND_NO = 2
"""Of so few answers the name of a question says the one: “Knows the register”."""


def not_said_by(caption: str, title: str) -> str:
    """Return the title of a block without its point; nothing where a caption begins with it.

    Examples
    --------
    >>> not_said_by("PRE – Turnout: from 4% to 82%.", "PRE: Turnout"), not_said_by("Trust", "Vote.")
    ('', 'Vote')
    >>> not_said_by("Do you belong to a union or a club?: from 4% to 8%.", "Do you belong to…")
    ''
    """
    alone = title.rstrip(".")
    start = _for_lists(alone.removesuffix("…")).rstrip()
    return "" if _for_lists(caption).startswith(start) else alone


def _for_lists(text: str) -> str:
    return re.sub(r"\s*:\s+", " – ", text)


def name_in_list(naming: Naming, question: str) -> str:
    """Return the name of a question for a list that colons part already, without its last point."""
    name = _for_lists(naming.label(question)).rstrip(" :")
    sentence = len(name.split()) >= _OF_A_SENTENCE and not name.endswith("..")
    return name.removesuffix(".") if sentence else name


def name_of_figure(context: Context, item: Item) -> str:
    """Return the name of a question, with the answer where the name alone counts nothing.

    “Forms of participation” neither rise nor fall: one of them does. Nor does a name say which
    answer is followed of a draft, which nobody chose: “Corruption” that has risen may be those who
    see none.
    """
    name = name_in_list(context, item.question)
    if not names_answer(context, item):
        return name
    return f"{name} – {context.response(item.question, item.response)}"


def label_of_figure(context: Context, item: Item) -> str:
    """Return the name of a figure where no colon parts it from what follows."""
    if names_answer(context, item):
        return name_of_figure(context, item)
    return context.label(item.question)


def names_answer(context: Context, item: Item) -> bool:
    """Whether a figure is one answer of several that its question's name does not choose from."""
    question = context.question(item.question)
    if item.response == "mean":
        return False
    if context.unreviewed:
        return True
    if item.response not in question.codes:
        return False
    if question.type == "multiple":
        return True
    missing = {code.code for code in question.missing_codes}
    answers = [code for code in question.codes if code not in missing]
    return question.headline_net is None and len(answers) > _YES_AND_NO


def subject_told(naming: Naming, one: Item | Difference) -> str:
    """Return what a figure measures as a noun phrase, where its question has one for it.

    The phrase is of the answer that is followed, among all who were asked or in a group of them.
    """
    question = naming.question(one.question)
    followed = one.response == naming.headline(one.question)
    if question.subject is None or one.part != MAIN or not followed:
        return ""
    subject = naming.text(question.subject)
    if one.breakdown == TOTAL:
        return subject
    group = quoted(naming.group(one.breakdown, one.group), naming.lang)
    return naming.say("publishing-exhibits-subject-in-a-group", subject=subject, group=group)


def in_sentence(naming: Naming, name: str, one: Item | Difference) -> str:
    """Return a figure as a sentence bears it: by its noun phrase, else its name in quotation marks.

    The name says the answer or the group where it is not the one that the phrase is of.
    """
    return subject_told(naming, one) or quoted(name, naming.lang)
