"""What is wrong with a YAML file, in plain words of both languages.

PyYAML and pydantic say it in English and in terms of their own; here each of their kinds of fault
has a sentence in French and one in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from padai.errors import FaultError, Said, french

_YAML = {
    "mapping values are not allowed": Said(
        "un deux-points est de trop, ou un texte qui en contient n’est pas entre guillemets",
        "there is a colon too many, or a text that holds one is not in quotation marks",
    ),
    "did not find expected key": Said(
        "une clé était attendue ici : vérifiez le retrait de la ligne",
        "a key was expected here: check the indentation of the line",
    ),
    "could not find expected ':'": Said(
        "il manque un deux-points après une clé", "a colon is missing after a key"
    ),
    "did not find expected ',' or ']'": Said(
        "il manque une virgule ou un crochet fermant", "a comma or a closing bracket is missing"
    ),
    "did not find expected ',' or '}'": Said(
        "il manque une virgule ou une accolade fermante", "a comma or a closing brace is missing"
    ),
    "did not find expected '-' indicator": Said(
        "un tiret de liste était attendu ici", "the dash of a list was expected here"
    ),
    "did not find expected node content": Said(
        "il manque une valeur ici", "a value is missing here"
    ),
    "cannot start any token": Said(
        "un texte ne peut commencer par ce caractère : mettez-le entre guillemets",
        "no text may begin with this character: put it in quotation marks",
    ),
    "unexpected end of stream": Said(
        "des guillemets ne sont pas fermés", "a quotation mark is not closed"
    ),
    "escape": Said(
        "la barre oblique inverse d’un texte entre guillemets droits n’est pas permise ici",
        "the backslash of a text in double quotation marks is not allowed here",
    ),
    "block sequence entries are not allowed": Said(
        "une liste n’est pas permise ici", "a list is not allowed here"
    ),
    "tab": Said(
        "le retrait est fait d’espaces, jamais de tabulations",
        "lines are indented with spaces, never with tabs",
    ),
    "control characters": Said(
        "le fichier contient un caractère de commande", "the file holds a control character"
    ),
}
OTHER_YAML = Said("la ligne ne peut être lue", "the line cannot be read")

_MODEL = {
    "extra_forbidden": Said(
        "cette clé est inconnue ici; vérifiez son orthographe",
        "this key is not known here; check its spelling",
    ),
    "missing": Said("cette clé est obligatoire", "this key is required"),
    "string_type": Said("un texte est attendu ici", "a text is expected here"),
    "string_pattern_mismatch": Said(
        "la forme permise est autre ({pattern})",
        "this is not of the allowed form ({pattern})",
    ),
    "int_": Said("un nombre entier est attendu ici", "a whole number is expected here"),
    "float_": Said("un nombre est attendu ici", "a number is expected here"),
    "finite_number": Said("un nombre fini est attendu ici", "a finite number is expected here"),
    "bool_": Said("écrivez true ou false", "write true or false"),
    "date_": Said("une date est attendue ici : AAAA-MM-JJ", "a date is expected here: YYYY-MM-DD"),
    "literal_error": Said("choisissez {expected}", "choose {expected}"),
    "enum": Said("choisissez {expected}", "choose {expected}"),
    "greater_than_equal": Said("au moins {ge}", "at least {ge}"),
    "greater_than": Said("plus de {gt}", "more than {gt}"),
    "less_than_equal": Said("au plus {le}", "at most {le}"),
    "less_than": Said("moins de {lt}", "less than {lt}"),
    "too_short": Said("il en faut au moins {min_length}", "at least {min_length} must be given"),
    "too_long": Said("au plus {max_length} sont permis", "at most {max_length} are allowed"),
    "string_too_short": Said("ce texte est vide ou trop court", "this text is empty or too short"),
    "string_too_long": Said("ce texte est trop long", "this text is too long"),
    "tuple_type": Said("une liste est attendue ici", "a list is expected here"),
    "list_type": Said("une liste est attendue ici", "a list is expected here"),
    "dict_type": Said(
        "des clés et leurs valeurs sont attendues ici", "keys and their values are expected here"
    ),
    "mapping_type": Said(
        "des clés et leurs valeurs sont attendues ici", "keys and their values are expected here"
    ),
    "model_": Said(
        "des clés et leurs valeurs sont attendues ici", "keys and their values are expected here"
    ),
    "none_required": Said("rien n’est attendu ici", "nothing is expected here"),
}
OTHER_MODEL = Said("cette valeur n’est pas permise ici", "this value is not allowed here")


def yaml_problem(problem: str) -> Said:
    """Return PyYAML's complaint in plain words."""
    return next((said for known, said in _YAML.items() if known in problem), OTHER_YAML)


def model_problem(fault: Mapping[str, Any]) -> Said:
    """Return one of pydantic's faults (with its context) in plain words."""
    context = dict(fault.get("ctx") or {})
    cause = context.get("error")
    if isinstance(cause, FaultError):
        return cause.said
    if isinstance(cause, ValueError):
        return Said(str(cause), str(cause))
    kind = str(fault["type"])
    said = _MODEL.get(kind) or next(
        (s for known, s in _MODEL.items() if known.endswith("_") and kind.startswith(known)),
        OTHER_MODEL,
    )
    if "expected" in context:
        expected = str(context["expected"])
        context |= {"fr": expected.replace(" or ", " ou "), "en": expected}
        return Said(
            french(said.fr.format(expected=context["fr"])), said.en.format(expected=context["en"])
        )
    return Said(french(said.fr.format(**context)), said.en.format(**context))
