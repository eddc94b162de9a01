"""The questionnaire and the method as a DDI-Codebook 2.5 document; it holds no estimate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import mode_words
from padai.publishing.chapters.weighting import weighting_words
from padai.publishing.products.opendata.metadata import both, identifiers, principal, titled
from padai.survey import Question, Text
from padai.survey.deposit import WEIGHT, Deposit
from padai.survey.duration import ADMINISTRATIVE
from padai.words.languages import tag_of

Contexts = Mapping[str, Context]
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_METHODS = ("strategy", "frame", "recruitment", "quotas")


@dataclass(frozen=True)
class DepositedFile:
    """An anonymised file: what it may hold, and how it was made."""

    deposit: Deposit
    records: int


def ddi(contexts: Contexts, file: DepositedFile | None = None) -> str:
    """Return the document as text.

    Parameters
    ----------
    contexts
        The store in each language of the release.
    file
        The anonymised file that the document describes; without one, it describes the whole
        questionnaire.

    References
    ----------
    DDI Alliance, DDI-Codebook 2.5 (2012, updated 2014).
    """
    about = {"xmlns": "ddi:codebook:2_5", "version": "2.5", _LANG: tag_of(next(iter(contexts)))}
    root = ET.Element("codeBook", about)
    study = ET.SubElement(root, "stdyDscr")
    _citation(contexts, ET.SubElement(study, "citation"))
    _scope(contexts, ET.SubElement(study, "stdyInfo"))
    _method(contexts, ET.SubElement(study, "method"))
    survey = principal(contexts).store.survey
    if survey.licences.data is not None:
        access = ET.SubElement(study, "dataAccs")
        for lang, text in both(contexts, survey.licences.data).items():  # one a statement at most
            _texts(ET.SubElement(access, "useStmt"), "conditions", {lang: text})
    if file is not None:
        _file(contexts, ET.SubElement(root, "fileDscr"), file)
    _data(contexts, ET.SubElement(root, "dataDscr"), file)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _file(contexts: Contexts, parent: ET.Element, file: DepositedFile) -> None:
    store = principal(contexts).store
    element = ET.SubElement(parent, "fileTxt")
    ET.SubElement(element, "fileName").text = f"{store.survey.id}-{store.wave}-anonymise.sav"
    ET.SubElement(ET.SubElement(element, "dimensns"), "caseQnty").text = str(file.records)
    ET.SubElement(element, "fileType").text = "SPSS (.sav); CSV"


def _data(contexts: Contexts, parent: ET.Element, file: DepositedFile | None) -> None:
    store = principal(contexts).store
    if file is not None:
        for name in file.deposit.profile:
            _trait(contexts, parent, name)
    for question in store.survey.questions.values():
        named = file is None or question.id in file.deposit.questions
        if named and question.asked_in(store.wave) and ADMINISTRATIVE not in question.tags:
            _variable(contexts, parent, question)
    if file is not None:
        weight = ET.SubElement(parent, "var", {"ID": WEIGHT, "name": WEIGHT, "wgt": "wgt"})
        _texts(
            weight,
            "labl",
            {
                lang: context.say("publishing-opendata-weight-the-mean-of-records-of-one")
                for lang, context in contexts.items()
            },
        )


def _trait(contexts: Contexts, parent: ET.Element, name: str) -> None:
    """Describe a breakdown of the file: its groups are numbered from 1."""
    variable = ET.SubElement(parent, "var", {"ID": name, "name": name})
    _texts(variable, "labl", {lang: c.breakdown(name) for lang, c in contexts.items()})
    groups = principal(contexts).store.survey.breakdown(name).groups
    for number, group in enumerate(groups, start=1):
        category = ET.SubElement(variable, "catgry")
        ET.SubElement(category, "catValu").text = str(number)
        _texts(category, "labl", {lang: c.group(name, group.id) for lang, c in contexts.items()})


def _texts(parent: ET.Element, tag: str, texts: Mapping[str, str]) -> None:
    """Add one element a language; empty texts add none."""
    for lang, text in texts.items():
        if text:
            ET.SubElement(parent, tag, {_LANG: tag_of(lang)}).text = text


def _citation(contexts: Contexts, citation: ET.Element) -> None:
    context = principal(contexts)
    survey, release = context.survey, context.store.release
    title = ET.SubElement(citation, "titlStmt")
    names = titled(contexts)
    ET.SubElement(title, "titl").text = names[context.lang]
    others = {lang: name for lang, name in names.items() if lang != context.lang}
    _texts(title, "parTitl", others)
    for kind, value in identifiers(context).items():
        ET.SubElement(title, "IDNo", {"agency": kind}).text = value
    _texts(ET.SubElement(citation, "rspStmt"), "AuthEnty", both(contexts, survey.sponsor))
    spread = ET.SubElement(citation, "distStmt")
    contact = release.get("contact")
    given = {context.lang: str(contact)} if contact else both(contexts, survey.contact)
    _texts(spread, "contact", given)
    day = str(release["publish_on"])
    ET.SubElement(spread, "distDate", {"date": day}).text = day
    version = ET.SubElement(citation, "verStmt")
    ET.SubElement(version, "version", {"date": day}).text = str(release["version"])


def _scope(contexts: Contexts, info: ET.Element) -> None:
    store = principal(contexts).store
    survey, fieldwork = store.survey, store.survey.wave(store.wave).fieldwork
    _texts(info, "abstract", both(contexts, survey.description))
    summary = ET.SubElement(info, "sumDscr")
    for event, day in (("start", fieldwork.start), ("end", fieldwork.end)):
        written = fieldwork.iso(day)
        ET.SubElement(summary, "collDate", {"event": event, "date": written}).text = written
    _texts(summary, "geogCover", both(contexts, survey.geography))
    _texts(summary, "universe", both(contexts, survey.population))


def _method(contexts: Contexts, method: ET.Element) -> None:
    store = principal(contexts).store
    given = store.survey.disclosure_items(store.wave)
    for part, declared in store.survey.wave(store.wave).parts.items():
        collected = ET.SubElement(method, "dataColl", {"ID": f"part_{part}"})
        _texts(collected, "dataCollector", both(contexts, declared.supplier))
        kinds = {lang: context.words(part).kind for lang, context in contexts.items()}
        _texts(collected, "sampProc", kinds)
        for name in _METHODS:
            item = given.get(name)
            if isinstance(item, Text):
                _texts(collected, "sampProc", both(contexts, item))
        modes = {lang: mode_words(declared.mode, lang) for lang in contexts}
        _texts(collected, "collMode", modes)
        for context in contexts.values():
            if text := weighting_words(context, part):
                _texts(collected, "weight", {context.lang: text})


def _variable(contexts: Contexts, parent: ET.Element, question: Question) -> None:
    store = principal(contexts).store
    variable = ET.SubElement(parent, "var", {"ID": question.id, "name": question.id})
    _texts(variable, "labl", both(contexts, question.label))
    asked = ET.SubElement(variable, "qstn")
    words = question.wording_at(store.wave, store.survey.waves)
    for mode in words.modes or (None,):
        _texts(asked, "qstnLit", {lang: words.get(lang, mode) for lang in contexts})
    _texts(asked, "ivuInstr", both(contexts, question.instruction))
    bases = {lang: context.base_words([question.id]) for lang, context in contexts.items()}
    _texts(variable, "universe", bases)
    if question.scale is None:
        return
    missing = {m.code for m in question.missing_codes}
    for code, value in question.values.items():
        category = ET.SubElement(variable, "catgry", {"missing": "Y"} if code in missing else {})
        ET.SubElement(category, "catValu").text = str(value)
        labels = {lang: question.response_label(code, lang) for lang in contexts}
        _texts(category, "labl", labels)
