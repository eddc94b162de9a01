"""The pages of the definition's files: each field with its meaning, its form and an example.

Examples are taken from the surveys of the project: the first place where a field is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

import yaml

from docs.builder.frame import Sheet
from docs.builder.source import ROOT, SITE
from padai.survey.schemas import Kind
from padai.survey.schemas import schema_of as _schema_of
from padai.survey.yaml_files import read_yaml

Json = Mapping[str, Any]
schema_of = cache(_schema_of)
FILES: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "survey": ("survey.yaml", {"fr": "L’enquête", "en": "The survey"}, {
        "fr": "Titre, ventilations, familles, résultats clés, ruptures, règles, chapitres.",
        "en": "Title, breakdowns, families, key results, breaks, rules, chapters."}),
    "questionnaire": ("questionnaire.yaml", {"fr": "Le questionnaire", "en": "The questionnaire"}, {
        "fr": "Questions, échelles, regroupements, codes de non-réponse, filtres.",
        "en": "Questions, scales, nets, missing codes, routing."}),
    "wave": ("waves/<wave>.yaml", {"fr": "Une vague", "en": "A wave"}, {
        "fr": "Collecte, volets, fichiers, plan de sondage, pondération, publication.",
        "en": "Fieldwork, parts, files, design, weighting, release."}),
    "panel": ("panel.yaml", {"fr": "Un panel citoyen", "en": "A citizens’ panel"}, {
        "fr": "Tirage, quotas, séances, recommandations.",
        "en": "Draw, quotas, sessions, recommendations."}),
    "consultation": ("consultation.yaml", {"fr": "Une consultation", "en": "A consultation"}, {
        "fr": "Contributions, codage, thèmes, limites.",
        "en": "Contributions, coding, themes, limits."}),
    "decisions": ("decisions.yaml", {"fr": "Le registre des suites", "en": "The register"}, {
        "fr": "Ce que les organismes ont répondu à chaque résultat.",
        "en": "What bodies replied to each finding."}),
    "feedback": ("feedback.yaml", {"fr": "Lettre et langage clair", "en": "Letter, plain page"}, {
        "fr": "Ce que lisent les personnes qui ont participé.",
        "en": "What those who took part read."}),
    "inventory": ("inventory.yaml", {"fr": "L’inventaire public", "en": "The public inventory"}, {
        "fr": "Les usages recensés, à côté de l’opinion.",
        "en": "The uses on record, beside opinion."}),
    "benchmarks": ("benchmarks.yaml", {"fr": "D’autres suivis", "en": "Other trackers"}, {
        "fr": "Les chiffres publiés par d’autres, et en quoi ils se comparent.",
        "en": "Figures that others published, and how they compare."}),
}  # fmt: skip
_WORDS = {
    "fr": {
        "head": ("Champ", "Ce que c’est", "Forme", "Exemple"), "caption": "Champs de",
        "string": "texte", "integer": "nombre entier", "number": "nombre", "boolean": "vrai ou faux",
        "array": "liste de", "object": "dictionnaire de", "null": "rien", "required": "obligatoire",
        "default": "par défaut", "or": " ou ", "date": "date", "text": "texte par langue",
        "any": "au choix", "each": "chaque valeur",
    },
    "en": {
        "head": ("Field", "What it is", "Form", "Example"), "caption": "Fields of",
        "string": "text", "integer": "whole number", "number": "number", "boolean": "true or false",
        "array": "list of", "object": "mapping to", "null": "nothing", "required": "required",
        "default": "default", "or": " or ", "date": "date", "text": "text by language",
        "any": "anything", "each": "each value",
    },
}  # fmt: skip


@cache
def models() -> dict[str, tuple[str, Json]]:
    """Return each model that a definition is made of, under its file and name."""
    found: dict[str, tuple[str, Json]] = {}
    for kind in get_args(Kind):
        schema = schema_of(kind)
        for name, body in {kind: schema, **schema["$defs"]}.items():
            if not name.endswith(("_by_id", "_by_code")) and body.get("properties"):
                found.setdefault(name, (kind, body))
    return {name: (kind, body) for name, (kind, body) in found.items() if name not in _TEXTS}


_LONG = 420
"""Signs of an example that are shown; the fields of what it holds have their own."""
_TEXTS = ("Text", "Wording")


def said(content: Json, lang: str) -> str:
    """Return what a field is in a language, from its description in both."""
    fr, _, en = str(content["description"]).partition(" / ")
    return fr if lang == "fr" else en


def form(content: Json, lang: str) -> str:
    """Return in words what may stand in a field."""
    words = _WORDS[lang]
    if "$ref" in content:
        name = content["$ref"].rpartition("/")[2].removesuffix("_by_id").removesuffix("_by_code")
        return words["text"] if name in _TEXTS else _to(name)
    if "enum" in content:
        return ", ".join(f"`{value}`" for value in content["enum"])
    if "const" in content:
        return f"`{content['const']}`"
    for key in ("anyOf", "oneOf"):
        if key in content:
            forms = dict.fromkeys(form(c, lang) for c in content[key] if c.get("type") != "null")
            return words["or"].join(forms)
    kind = content.get("type")
    if isinstance(kind, list):
        return words["or"].join(words[k] for k in kind)
    if kind == "array":
        items = content.get("items") or {"anyOf": content.get("prefixItems", [])}
        return f"{words['array']} {form(items, lang)}"
    if kind == "object":
        inner = content.get("additionalProperties")
        return f"{words['object']} {form(inner if isinstance(inner, dict) else {}, lang)}"
    if kind == "string" and content.get("format") == "date":
        return words["date"]
    return words.get(str(kind), words["any"])


def _to(name: str) -> str:
    return f"[`{name}`](page:reference/file-{models()[name][0]}#{_anchor(name)})"


def _anchor(name: str) -> str:
    return f"model-{name.lower()}"


def _body(reference: str, schema: Json) -> tuple[str, Json]:
    name = reference.rpartition("/")[2]
    plain = name.removesuffix("_by_id").removesuffix("_by_code")
    return plain, schema["$defs"][name]


@cache
def examples() -> dict[tuple[str, str], str]:
    """Return, for each field that a survey of the project writes, its shortest line."""
    found: dict[tuple[str, str], str] = {}
    for kind in get_args(Kind):
        schema = schema_of(kind)
        pattern = "surveys/*/waves/*.yaml" if kind == "wave" else f"surveys/*/{kind}.yaml"
        for path in sorted((*ROOT.glob(pattern), *ROOT.glob(f"padai/**/{pattern}"))):
            content = read_yaml(path).content
            for place, value, shape in _walk(kind, schema, content, schema):
                line = _written(place[1], _short(value, shape, schema))
                if place not in found or len(line) < len(found[place]):
                    found[place] = line
    own = yaml.safe_load((SITE / "reference" / "field-examples.yaml").read_text(encoding="utf-8"))
    for name, fields in own.items():
        for field, line in fields.items():
            found.setdefault((name, field), line)
    return found


Found = tuple[tuple[str, str], Any, Json]


def _walk(name: str, body: Json, value: Any, schema: Json) -> Iterator[Found]:
    if "$ref" in body:
        plain, inner = _body(body["$ref"], schema)
        yield from _walk(plain, inner, value, schema)
        return
    if isinstance(value, dict) and body.get("properties"):
        for field, content in body["properties"].items():
            if field in value:
                yield (name, field), value[field], content
                yield from _walk(name, content, value[field], schema)
        return
    for key in ("anyOf", "oneOf"):
        for choice in body.get(key, ()):
            yield from _walk(name, choice, value, schema)
    if isinstance(value, dict) and isinstance(body.get("additionalProperties"), dict):
        for inner in value.values():
            yield from _walk(name, body["additionalProperties"], inner, schema)
    if isinstance(value, list) and isinstance(body.get("items"), dict):
        for inner in value:
            yield from _walk(name, body["items"], inner, schema)


def _written(field: str, value: Any) -> str:
    text = yaml.safe_dump(
        {field: value},
        allow_unicode=True,
        default_flow_style=True,
        width=10_000,
        sort_keys=False,
    ).strip()
    return text[1:-1]


def _short(value: Any, shape: Json, schema: Json) -> Any:
    """Keep the first of many, and each of them whole: an example and no copy."""
    if "$ref" in shape:
        return _short(value, _body(shape["$ref"], schema)[1], schema)
    for key in ("anyOf", "oneOf"):
        wanted = "object" if isinstance(value, dict) else "array"
        for choice in shape.get(key, ()):
            inner = _body(choice["$ref"], schema)[1] if "$ref" in choice else choice
            if isinstance(value, (dict, list)) and inner.get("type") == wanted:
                return _short(value, inner, schema)
    if isinstance(value, dict) and shape.get("properties"):
        known = shape["properties"]
        return {k: _short(v, known.get(k, {}), schema) for k, v in value.items()}
    if isinstance(value, dict) and isinstance(shape.get("additionalProperties"), dict):
        kept = list(value.items())[: max(1, shape.get("minProperties", 1))]
        return {k: _short(v, shape["additionalProperties"], schema) for k, v in kept}
    if isinstance(value, list) and isinstance(shape.get("items"), dict):
        kept_items = value[: max(2, shape.get("minItems", 1))]
        return [_short(v, shape["items"], schema) for v in kept_items]
    return value


def lacking() -> list[tuple[str, str]]:
    """Return the fields without an example."""
    return [
        (name, field)
        for name, (_, body) in models().items()
        for field in body["properties"]
        if (name, field) not in examples()
    ]


def untrue() -> list[str]:
    """Return the examples that their own schema refuses."""
    from jsonschema import Draft202012Validator

    wrong = []
    for (name, field), line in examples().items():
        if name not in models():
            continue
        kind, body = models()[name]
        held = {**body["properties"].get(field, {}), "$defs": schema_of(kind)["$defs"]}
        value = json.loads(json.dumps(yaml.safe_load("{" + line + "}"), default=str))[field]
        faults = list(Draft202012Validator(held).iter_errors(value))
        if faults:
            wrong.append(f"{name}.{field}: {line}: {faults[0].message}")
    return wrong


def sheets() -> list[Sheet]:
    """Return a page for each file of a definition, in both languages."""
    made = []
    for kind, (file, titles, abouts) in FILES.items():
        for lang in ("fr", "en"):
            own = [n for n, (k, _) in models().items() if k == kind]
            body = [_opening(kind, file, lang), *(_section(name, kind, lang) for name in own)]
            made.append(
                Sheet(
                    f"reference/file-{kind}",
                    lang,
                    file.replace("/<wave>", "").replace(".", "-"),
                    f"{titles[lang]} (`{file}`)".replace("`", ""),
                    abouts[lang],
                    "\n\n".join(body),
                )
            )
    return made


def _opening(kind: str, file: str, lang: str) -> str:
    line = f"# yaml-language-server: $schema=schemas/{kind}.schema.json"
    if lang == "fr":
        return (
            f"Chaque champ que `{file}` peut contenir. Un éditeur qui lit la première ligne du fichier "
            "les complète et montre ces mêmes mots. Un *texte par langue* s’écrit "
            f"`{{fr: ..., en: ...}}`.\n\n```yaml\n{line}\n```"
        )
    return (
        f"Every field that `{file}` may hold. An editor that reads the first line of the file "
        "completes them and shows these same words. A *text by language* is written "
        f"`{{fr: ..., en: ...}}`.\n\n```yaml\n{line}\n```"
    )


def _section(name: str, kind: str, lang: str) -> str:
    words, body = _WORDS[lang], models()[name][1]
    title = FILES[kind][0] if name == kind else name
    lines = [f"## {title} {{#{_anchor(name)}}}", ""]
    for field, content in body["properties"].items():
        told = [form(content, lang)]
        if field in body.get("required", ()):
            told.append(f"**{words['required']}**")
        elif content.get("default") not in (None, [], {}) and not isinstance(
            content["default"], dict
        ):
            told.append(
                f"{words['default']} `{json.dumps(content['default'], ensure_ascii=False)}`"
            )
        lines += [
            f"[`{field}`]{{#{_anchor(name)}-{field}}}",
            "",
            f":   {said(content, lang)} ({'; '.join(told)})",
            "",
            f"    `{_cut(examples()[name, field])}`",
            "",
        ]
    return "\n".join(lines)


def _cut(line: str) -> str:
    line = line.replace("`", "’")
    return line if len(line) <= _LONG else line[:_LONG].rsplit(" ", 1)[0] + " …"
