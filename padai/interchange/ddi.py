"""DDI-Codebook, the archives' description of a data file: read as a draft, and written (2.5)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from padai.errors import Said
from padai.interchange.draft import DraftDesign, Words
from padai.interchange.forms import Form, broken, language_of, read_xml, said, whole
from padai.interchange.label_words import language
from padai.survey import Question, Survey, Text
from padai.waves.reading import column_sources
from padai.words import named
from padai.words.languages import in_order

NAMESPACE = "ddi:codebook:2_5"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_VARIABLE = Said("interchange-a-ddi-codebook-file-it-describes-no")
_MODES = {
    "online": Said("interchange-mode-online"),
    "phone": Said("interchange-mode-phone"),
    "in_person": Said("interchange-mode-in-person"),
    "mail": Said("interchange-mode-mail"),
    "mixed": Said("interchange-mode-mixed"),
}
_OF_AN_OPTION = (Said("interchange-option-not-chosen"), Said("interchange-option-chosen"))


def read_ddi(path: Path) -> Form:
    """Read the variables of a DDI-Codebook file of any version.

    Raises
    ------
    DefinitionError
        The file is not XML, or describes no variable.
    """
    root = read_xml(path)
    variables = list(_each(root, "var"))
    if not variables:
        raise broken(path, _NO_VARIABLE)
    usual = language_of(root.get(_LANG) or "") or language(
        [" ".join(e.itertext()) for e in _each(root, "labl")]
    )
    form = Form()
    for title in [*_each(root, "titl")][:1]:
        form.title = said("".join(title.itertext()), usual)
    for variable in variables:
        _variable(form, variable, usual)
    return form


def _variable(form: Form, variable: Any, usual: str) -> None:
    name = variable.get("name") or variable.get("ID") or ""
    if variable.get("wgt") == "wgt":
        form.design = DraftDesign(weight=name)
        return
    label = _words([e for e in variable if _tag(e) == "labl"], usual)
    wording = _words(list(_each(variable, "qstnLit")), usual)
    codes, absent = [], []
    for category in (e for e in variable if _tag(e) == "catgry"):
        value = "".join("".join(e.itertext()) for e in category if _tag(e) == "catValu").strip()
        codes.append((value, _words([e for e in category if _tag(e) == "labl"], usual)))
        if category.get("missing") == "Y":
            absent.append(value)
    formats = [e.get("type") for e in variable if _tag(e) == "varFormat"]
    free = "open" if "character" in formats else "number"
    if "numeric" in formats:  # a description may fill with zeros what the file holds as a number
        codes = [(_unfilled(value), words) for value, words in codes]
        absent = [_unfilled(value) for value in absent]
    continuous = variable.get("intrvl") == "contin"
    kind = free if continuous or len(codes) == len(absent) else "single"
    shown = codes if kind == "single" else [c for c in codes if c[0] in absent]
    form.add(name, kind, wording or label, shown, absent=absent)


def _unfilled(value: str) -> str:
    number = whole(value)
    return value if number is None else str(number)


def _words(elements: list[Any], usual: str) -> Words:
    words: dict[str, str] = {}
    for element in elements:
        lang = element.get(_LANG)
        known = language_of(lang) if lang else usual
        if known and known not in words:
            words |= said("".join(element.itertext()), known)
    return words


def _each(root: Any, name: str) -> Iterator[Any]:
    return (element for element in root.iter() if _tag(element) == name)


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def write_ddi(survey: Survey, wave_id: str, part: str, path: Path) -> None:
    """Write a DDI-Codebook 2.5 description of a part's file, in the survey's languages.

    Variables are those of the file as delivered: an option of a multiple-response question is
    one variable.
    """
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}codeBook", {"version": "2.5", _LANG: "fr"})
    writer = _Writer(survey, wave_id, part)
    writer.study(root)
    writer.file(root)
    data = _add(root, "dataDscr")
    for place, (column, source) in enumerate(column_sources(survey, wave_id, part).items()):
        writer.variable(data, place + 1, column, source)
    writer.weight(data)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', encoding="utf-8")


def _add(parent: ET.Element, tag: str, text: str = "", /, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    element.text = text or None
    return element


class _Writer:
    """Writes the parts of one codebook; elements stand in the schema's order."""

    def __init__(self, survey: Survey, wave_id: str, part: str) -> None:
        self.survey, self.wave, self.spec = survey, survey.wave(wave_id), survey.part(wave_id, part)
        self.langs = in_order(survey.languages)

    def said(self, parent: ET.Element, tag: str, text: Text, /, **attributes: str) -> None:
        """Add an element in each language that has the text."""
        for lang in self.langs:
            if not text.missing((lang,)):
                _add(parent, tag, text.get(lang), **{_LANG: lang}, **attributes)

    def told(self, parent: ET.Element, tag: str, said: Said) -> None:
        """Add an element in each language in which padai has the words."""
        for lang in self.langs:
            if named(lang) == lang:
                _add(parent, tag, said.text(lang), **{_LANG: lang})

    def study(self, root: ET.Element) -> None:
        """Say what the study is: title, sponsor, summary, dates, place, universe, mode."""
        survey, spec = self.survey, self.spec
        study = _add(root, "stdyDscr")
        citation = _add(study, "citation")
        titles = _add(citation, "titlStmt")
        known = [lang for lang in self.langs if lang in survey.title.tags]
        for place, lang in enumerate(known):
            title = f"{survey.title.get(lang)}, {self.wave.label.get(lang)}"
            _add(titles, "parTitl" if place else "titl", title, **{_LANG: lang})
        _add(titles, "IDNo", f"{survey.id}-{self.wave.id}-{spec.id}")
        self.said(_add(citation, "rspStmt"), "AuthEnty", survey.sponsor)
        info = _add(study, "stdyInfo")
        self.said(info, "abstract", survey.description)
        summary = _add(info, "sumDscr")
        for event, day in (("start", self.wave.fieldwork.start), ("end", self.wave.fieldwork.end)):
            _add(summary, "collDate", str(day), date=str(day), event=event)
        self.said(summary, "geogCover", survey.geography)
        self.said(summary, "universe", spec.population)
        collection = _add(_add(study, "method"), "dataColl")
        self.said(collection, "dataCollector", spec.supplier)
        self.told(collection, "collMode", _MODES[spec.mode])

    def file(self, root: ET.Element) -> None:
        """Name the file, and its size where the definition says it."""
        text = _add(_add(root, "fileDscr", ID="F1"), "fileTxt")
        _add(text, "fileName", self.spec.file)
        if self.spec.n is not None:
            _add(_add(text, "dimensns"), "caseQnty", str(self.spec.n))

    def variable(self, data: ET.Element, place: int, column: str, source: str) -> None:
        """Describe a column: label, question, base, categories, format."""
        question = self.survey.questions.get(column)
        option = ""
        if question is None:
            name = max((q for q in self.survey.questions if column.startswith(f"{q}_")), key=len)
            question, option = self.survey.questions[name], column[len(name) + 1 :]
        numeric = question.type == "number"
        variable = _add(
            data,
            "var",
            ID=f"V{place}",
            name=source,
            files="F1",
            intrvl="contin" if numeric else "discrete",
        )
        for lang in self.langs:
            if not question.label.missing((lang,)):
                label = question.label.get(lang)
                if option:
                    label += f" - {question.response_label(option, lang)}"
                _add(variable, "labl", label, **{_LANG: lang})
        words = question.wording_at(self.wave.id, self.survey.waves)
        asked_in = [lang for lang in self.langs if not words.missing((lang,))]
        if asked_in:
            asked = _add(variable, "qstn")
            for lang in asked_in:
                _add(asked, "qstnLit", words.get(lang, self.spec.mode), **{_LANG: lang})
        if question.base_label is not None:
            self.said(variable, "universe", question.base_label)
        text_values = self._categories(variable, question, bool(option))
        kind = "character" if question.type == "open" or text_values else "numeric"
        _add(variable, "varFormat", type=kind)

    def _categories(self, variable: ET.Element, question: Question, option: bool) -> bool:
        """Write the categories; return whether their values are text."""
        values = [question.values[m.code] for m in question.missing_codes]
        if option:
            for value, label in enumerate(_OF_AN_OPTION):
                category = _add(variable, "catgry")
                _add(category, "catValu", str(value))
                self.told(category, "labl", label)
        elif question.scale is not None:
            for code in question.scale.codes:
                values.append(code.value)
                category = _add(variable, "catgry")
                _add(category, "catValu", str(code.value))
                self.said(category, "labl", code.label)
        for missing in question.missing_codes:
            category = _add(variable, "catgry", missing="Y", missType=missing.kind)
            _add(category, "catValu", str(missing.value))
            self.said(category, "labl", missing.label)
        return any(isinstance(value, str) for value in values)

    def weight(self, data: ET.Element) -> None:
        """Describe the weight, where the part has one."""
        if self.spec.design.weight:
            variable = _add(
                data,
                "var",
                ID="W1",
                name=self.spec.design.weight,
                files="F1",
                wgt="wgt",
                intrvl="contin",
            )
            self.said(variable, "labl", Text(fr="Poids", en="Weight"))
            _add(variable, "varFormat", type="numeric")
