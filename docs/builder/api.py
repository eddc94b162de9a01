"""The pages of public names: signatures and docstrings read by griffe, French beside them.

The English text is the docstring. The French one stands in ``docs/site/reference/api/*.yaml``,
name by name and parameter by parameter, and ``translated.json`` keeps a digest of the docstring
that each was written from: a docstring that changed asks for its French again.
"""

from __future__ import annotations

import ast
import doctest
import hashlib
import inspect
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import griffe
import yaml

from docs.builder.frame import Sheet
from docs.builder.source import SITE, Code, Page, SourceError

GROUPS: dict[str, tuple[dict[str, str], dict[str, str], dict[str, str], tuple[str, ...]]] = {
    "define": (
        {"fr": "definir-et-lire", "en": "define-and-read"},
        {"fr": "Définir et lire", "en": "Define and read"},
        {
            "fr": "Une définition, une vague, leur vérification, plusieurs vagues réunies.",
            "en": "A definition, a wave, its checks, several waves put together.",
        },
        ("load_survey", "Survey", "Targets", "Wave", "read_wave", "write_wave", "validate",
         "stack", "Stack"),
    ),
    "design": (
        {"fr": "plan-de-sondage", "en": "design"},
        {"fr": "Plan de sondage", "en": "Design"},
        {
            "fr": "Comment les personnes ont été tirées, et les poids de réplication d’un fichier.",
            "en": "How people were drawn, and the replicate weights of a file.",
        },
        ("Design", "TwoPhase", "HartleyRao", "JointProbabilities", "Replicates", "Bootstrap", "BalancedRepeated", "Fay", "Jackknife",
         "JackknifeN", "SuccessiveDifference"),
    ),
    "weight": (
        {"fr": "ponderer", "en": "weight"},
        {"fr": "Pondérer", "en": "Weight"},
        {
            "fr": "Caler, tronquer, ajuster pour la non-réponse, faire des réplications.",
            "en": "Calibrate, trim, adjust for non-response, make replicates.",
        },
        ("rake", "poststratify", "calibrate", "trim", "adjust_nonresponse", "replicate_weights",
         "weighting_diagnostics"),
    ),
    "estimate": (
        {"fr": "estimer", "en": "estimate"},
        {"fr": "Estimer", "en": "Estimate"},
        {
            "fr": "Parts, moyennes, totaux, rapports, quantiles, et ce que rend un verbe.",
            "en": "Shares, means, totals, ratios, quantiles, and what a verb gives back.",
        },
        ("proportion", "banner", "mean", "total", "ratio", "quantile", "column_letters",
         "Estimates"),
    ),
    "test": (
        {"fr": "tests-et-modeles", "en": "tests-and-models"},
        {"fr": "Tests et modèles", "en": "Tests and models"},
        {
            "fr": "Tests dans une vague, régressions, prédictions, valeurs p ajustées.",
            "en": "Tests in one wave, regressions, predictions, adjusted p-values.",
        },
        ("crosstab_test", "ttest", "ranktest", "wald_test", "glm", "ordinal", "predict",
         "marginal_effects", "term_test", "adjust_p"),
    ),
    "compare": (
        {"fr": "comparer", "en": "compare"},
        {"fr": "Comparer des vagues", "en": "Compare waves"},
        {
            "fr": "Ce qui a changé, sur deux vagues et sur plusieurs, et ce que la suivante dira.",
            "en": "What changed, over two waves and over many, and what the next can show.",
        },
        ("trend", "difference", "difference_from_rest", "difference_of_differences", "slope",
         "joint_test", "bend_test", "smooth", "plan", "expected_interviews", "Differences"),
    ),
    "explain": (
        {"fr": "expliquer-et-eprouver", "en": "explain-and-doubt"},
        {"fr": "Expliquer et éprouver", "en": "Explain and doubt"},
        {
            "fr": "Composition, standardisation, autres choix, ce qui rendrait un constat faux.",
            "en": "Composition, standardisation, other choices, what would make a finding false.",
        },
        ("decompose", "decompose_several", "standardise", "standardise_by_model", "robustness",
         "tipping_points", "part_contrast", "with_cohorts", "with_index", "reliability",
         "invariance"),
    ),
    "panel": (
        {"fr": "memes-personnes", "en": "same-people"},
        {"fr": "Les mêmes personnes", "en": "The same people"},
        {
            "fr": "Panels d’enquête et panels citoyens : transitions, attrition, tirage.",
            "en": "Survey panels and citizens’ panels: turnover, attrition, the draw.",
        },
        ("turnover", "paired_change", "attrition", "conditioning", "minipublic_change",
         "minipublic_profile", "draw_panel"),
    ),
    "model": (
        {"fr": "regions-et-non-aleatoire", "en": "areas-and-nonrandom"},
        {"fr": "Régions et échantillons non aléatoires", "en": "Small areas, samples not random"},
        {
            "fr": "Estimations modélisées, et dites telles partout.",
            "en": "Estimates by a model, and called so everywhere.",
        },
        ("small_area", "unit_model", "nonprob", "validation_errors"),
    ),
    "publish": (
        {"fr": "publier", "en": "publish"},
        {"fr": "Publier et simuler", "en": "Publish and simulate"},
        {
            "fr": "Bâtir une publication, ouvrir son dépôt, inventer une vague.",
            "en": "Build a release, open its store, invent a wave.",
        },
        ("build", "open_store", "simulate"),
    ),
}  # fmt: skip
WORDS = {
    "fr": {
        "parameters": "Paramètres", "attributes": "Attributs", "returns": "Rend",
        "raises": "Erreurs", "notes": "Remarques", "references": "Références",
        "example": "Exemple", "members": "Attributs et méthodes", "default": "par défaut",
    },
    "en": {
        "parameters": "Parameters", "attributes": "Attributes", "returns": "Returns",
        "raises": "Raises", "notes": "Notes", "references": "References",
        "example": "Example", "members": "Attributes and methods", "default": "default",
    },
}  # fmt: skip
_KINDS = ("Bootstrap", "BalancedRepeated", "Fay", "Jackknife", "JackknifeN", "SuccessiveDifference")
"""Kinds of replicates: their members are those of Replicates."""
_ROLE = re.compile(r":(?:func|class|meth|mod|data):`~?(?:padai\.)?([^`]+)`")
_STAMP = SITE / "reference" / "api" / "translated.json"


@cache
def package() -> griffe.Module:
    """Return the package as griffe reads it, without importing it."""
    found = griffe.load(
        "padai", search_paths=[str(SITE.parents[1])], docstring_parser="numpy", resolve_aliases=True
    )
    assert isinstance(found, griffe.Module)
    return found


@cache
def french() -> dict[str, dict[str, Any]]:
    """Return the French text of every public name."""
    told: dict[str, dict[str, Any]] = {}
    for path in sorted((SITE / "reference" / "api").glob("*.yaml")):
        told |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return told


def public() -> dict[str, str]:
    """Return the module of each public name."""
    import padai

    return dict(padai._PUBLIC)


def thing(name: str) -> Any:
    """Return a public name as griffe sees it."""
    import padai

    module = getattr(padai, name).__module__.removeprefix("padai.")
    return package()[module][name]


def digest(name: str) -> str:
    """Return a digest of what the French text of a name was written from."""
    found = thing(name)
    members = "".join(m.docstring.value for _, m in members_of(name))
    text = (found.docstring.value if found.docstring else "") + members
    text = re.sub(r"\nExamples\n-+\n.*?(?=\n\n[A-Z]\w+\n-+\n|\Z)", "", text, flags=re.S)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def stamp() -> None:
    """Note that the French texts say what the docstrings of today say."""
    told = {name: digest(name) for name in sorted(public())}
    _STAMP.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def stale() -> list[str]:
    """Return the public names whose docstring changed since its French was written."""
    told = json.loads(_STAMP.read_text(encoding="utf-8")) if _STAMP.exists() else {}
    return [name for name in sorted(public()) if told.get(name) != digest(name)]


def members_of(name: str) -> Iterator[tuple[str, Any]]:
    """Yield the documented public attributes and methods of a class."""
    found = thing(name)
    if not found.is_class or name in _KINDS:
        return
    for member, content in found.members.items():
        if not member.startswith("_") and not content.is_alias and content.docstring is not None:
            yield member, content


def grouped(values: Any) -> Iterator[tuple[str, list[Any]]]:
    """Yield the parameters that one text describes together, under their names."""
    kept: list[Any] = []
    for value in values:
        if kept and kept[-1].description != value.description:
            yield ", ".join(v.name for v in kept), kept
            kept = []
        kept.append(value)
    if kept:
        yield ", ".join(v.name for v in kept), kept


def markdown(text: str) -> str:
    """Return a docstring's text as Markdown."""
    text = re.sub(r"``(.+?)``", r"`\1`", text, flags=re.S)

    def named(match: re.Match[str]) -> str:
        name = match[1].lstrip("~")
        return f"`padai.{name}`" if name.split(".")[0] in public() else f"`{name}`"

    return _ROLE.sub(named, text).strip()


def _line(text: str) -> str:
    return " ".join(markdown(text).split())


def sections(name: str) -> dict[str, Any]:
    """Return the sections of a name's docstring by kind; the text before them under ``text``."""
    found = thing(name)
    return {s.kind.value: s.value for s in found.docstring.parsed}


def lacks(name: str) -> list[str]:
    """Say what the French text of a name lacks beside its docstring."""
    told, english = french().get(name, {}), sections(name)
    wanted = {f"args: {key}" for key, _ in grouped(english.get("parameters", ()))}
    wanted |= {f"args: {key}" for key, _ in grouped(english.get("attributes", ()))}
    wanted |= {f"raises: {_raised(r)}" for r in _raises(english)}
    wanted |= {f"members: {member}" for member, _ in members_of(name)}
    if any(r.description.strip() for r in english.get("returns", ())):
        wanted.add("returns")
    if notes(name):
        wanted.add("notes")
    given = {f"args: {key}" for key in told.get("args", {})}
    given |= {f"raises: {key}" for key in told.get("raises", {})}
    given |= {f"members: {key}" for key in told.get("members", {})}
    given |= {key for key in ("returns", "notes") if key in told}
    if "says" not in told:
        wanted.add("says")
    return sorted(wanted - given) + [
        f"too much: {key}" for key in sorted(given - wanted - {"returns"})
    ]


def _raised(one: Any) -> str:
    return str(one.annotation).strip("()")


def _raises(english: Mapping[str, Any]) -> list[Any]:
    return list(english.get("raises", ()))


def _docstring(name: str) -> str:
    return inspect.cleandoc(thing(name).docstring.value)


def _part(name: str, head: str) -> str:
    found = re.search(rf"^{head}\n-+\n(.*?)(?=^\w[\w ]+\n-+\n|\Z)", _docstring(name), re.S | re.M)
    return found[1].strip() if found else ""


def notes(name: str) -> str:
    """Return the notes of a docstring."""
    return _part(name, "Notes")


def example(name: str, told: Mapping[str, Code]) -> tuple[str, str]:
    """Return the code of a name's example, as it can be pasted, and what it prints.

    That of the docstring, with the imports that it takes for granted; or, where the docstring's
    needs a wave and is skipped, the one of ``reference/examples.md``.
    """
    if name in told:
        return told[name].text, told[name].printed.get("fr", "")
    parser = doctest.DocTestParser()
    examples = parser.get_examples(_part(name, "Examples") + "\n")
    if not examples or any(e.options.get(doctest.SKIP) for e in examples):
        raise SourceError("reference/examples", 1, f"{name} has no example that runs")
    code = "".join(e.source for e in examples)
    nodes = list(ast.walk(ast.parse(code)))
    used = {n.id for n in nodes if isinstance(n, ast.Name)}
    own = {a.name for n in nodes if isinstance(n, ast.ImportFrom) for a in n.names}
    wanted = sorted((used & set(public())) - own)
    head = f">>> from padai import {', '.join(wanted)}\n" if wanted else ""
    lines = []
    for one in examples:
        first, *rest = one.source.rstrip("\n").split("\n")
        lines += [f">>> {first}", *(f"... {line}" for line in rest), one.want.rstrip("\n")]
    return head + "\n".join(line for line in lines if line), ""


def check_docstrings(told: Mapping[str, Code]) -> list[str]:
    """Run the examples that stand in docstrings as a reader would paste them."""
    wrong: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    for name in public():
        if name in told:
            continue
        code, _ = example(name, told)
        test = doctest.DocTestParser().get_doctest(code + "\n", {}, name, None, 0)
        out: list[str] = []
        if runner.run(test, out=out.append).failed:
            wrong.append(f"docstring of {name}:\n{''.join(out)}")
    return wrong


def signature(name: str) -> str:
    """Return how a name is called, one parameter a line where there are many."""
    found = thing(name)
    if found.is_class and name == "Survey":
        return "padai.Survey"
    parameters = [p for p in found.parameters if p.name not in ("self", "_source", "_frame")]
    parts, star = [], False
    for p in parameters:
        kind = p.kind.value if p.kind else ""
        if kind == "keyword-only" and not star:
            parts.append("*")
            star = True
        default = "" if p.default is None else f"={p.default}"
        parts.append(f"{p.name}{default}")
    line = f"padai.{name}({', '.join(parts)})"
    if len(line) <= 88:
        return line
    inner = ",\n".join(f"    {part}" for part in parts)
    return f"padai.{name}(\n{inner},\n)"


def sheets(examples: Page) -> list[Sheet]:
    """Return the pages of public names in both languages."""
    told = {c.options["name"]: c for c in examples.codes if "name" in c.options}
    made = []
    for group, (slugs, titles, abouts, names) in GROUPS.items():
        for lang in ("fr", "en"):
            body = [_opening(lang, names, told)]
            body += [_section(name, lang, told) for name in names]
            made.append(
                Sheet(
                    f"reference/api-{group}",
                    lang,
                    slugs[lang],
                    titles[lang],
                    abouts[lang],
                    "\n\n".join(body),
                )
            )
    return made


def _opening(lang: str, names: tuple[str, ...], told: Mapping[str, Code]) -> str:
    if not any(name in told for name in names):
        return ""
    text = (
        "Les exemples de cette page qui n’importent rien commencent ainsi, dans le dossier que fait "
        "`padai init --example .`; leurs données sont fictives."
        if lang == "fr"
        else "The examples of this page that import nothing begin so, in the folder that "
        "`padai init --example .` makes; their data are made up."
    )
    return f"{text}\n\n```python\n{told['prelude'].text}\n```"


def summary(name: str, lang: str) -> str:
    """Return the first sentence of a name."""
    if lang == "fr":
        return " ".join(french()[name]["says"].split("\n\n")[0].split())
    return _line(str(sections(name)["text"]).split("\n\n")[0])


def _section(name: str, lang: str, told: Mapping[str, Code]) -> str:
    words, english, fr = WORDS[lang], sections(name), french()[name]
    text = fr["says"].strip() if lang == "fr" else markdown(str(english["text"]))
    lines = [f"## {name} {{#{name}}}", "", text, "", "```python", signature(name), "```", ""]
    for kind in ("parameters", "attributes"):
        if kind in english:
            lines += [f"**{words[kind]}**", ""]
            for key, values in grouped(english[kind]):
                said = fr["args"][key] if lang == "fr" else _line(values[0].description)
                named = ", ".join(f"`{v.name}`" for v in values)
                lines += [f"[{named}]{{#{name}-{values[0].name}}}", f":   {said}", ""]
    returned = [r for r in english.get("returns", ())]
    if returned:
        kind = str(returned[0].annotation)
        said = fr.get("returns", "") if lang == "fr" else _line(returned[0].description)
        lines += [f"**{words['returns']}** `{kind}`" + (f". {said}" if said else "."), ""]
    if _raises(english):
        lines += [f"**{words['raises']}**", ""]
        for one in _raises(english):
            said = fr["raises"][_raised(one)] if lang == "fr" else _line(one.description)
            classes = ", ".join(f"`{c.strip()}`" for c in _raised(one).split(","))
            lines += [classes, f":   {said}", ""]
    if told_notes := (fr.get("notes", "") if lang == "fr" else markdown(notes(name))):
        lines += [f"**{words['notes']}**", "", told_notes.strip(), ""]
    lines += _members(name, lang)
    if references := _part(name, "References"):
        lines += [f"**{words['references']}**", "", *_references(references), ""]
    code, printed = example(name, told)
    lines += [f"**{words['example']}**", "", "```python", code, "```"]
    if printed:
        lines += ["```out", printed, "```"]
    return "\n".join(lines)


def _members(name: str, lang: str) -> list[str]:
    found = list(members_of(name))
    if not found:
        return []
    lines = [f"**{WORDS[lang]['members']}**", ""]
    for member, content in found:
        call = f"{name}.{member}"
        if content.is_function:
            taken = [p.name for p in content.parameters if p.name not in ("self", "cls")]
            call += f"({', '.join(taken)})"
        said = (
            french()[name]["members"][member]
            if lang == "fr"
            else _member_text(content.docstring.value)
        )
        lines += [f"[`{call}`]{{#{name}.{member}}}", f":   {said}", ""]
    return lines


def _member_text(text: str) -> str:
    """Return a member's docstring in one paragraph: its text, then what each section says."""
    text = re.split(r"\n\nExamples\n-+\n", inspect.cleandoc(text))[0]
    text = re.sub(r"\n*^(Parameters|Returns|Raises|Notes)\n-+\n", r" \1: ", text, flags=re.M)
    return _line(text).replace(" Parameters: ", " ").replace(" Returns: ", " Returns ")


def _references(text: str) -> list[str]:
    text = re.sub(r"^\.\. \[\d+\] ?", "", text, flags=re.M)
    return [f"- {_line(part)}" for part in re.split(r"\n\n|\n(?=- )", text) if part.strip()]
