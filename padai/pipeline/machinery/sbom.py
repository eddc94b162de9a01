"""The bill of materials: what software made a release (CycloneDX 1.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from padai.pipeline.machinery.atomic_swap import write_whole
from padai.store import json_text

BILL = "sbom.cdx.json"
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
_NAME = re.compile(r"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)")
_NOT_SHIPPED = ("dev", "all")
"""Extras of padai's own that no release is made with, or that only name others."""


def write_bill(folder: Path) -> Path:
    """Write ``sbom.cdx.json``: padai, what it needs, and what that needs, as installed here.

    It has neither a serial number nor a time, which CycloneDX leaves open, so that the same
    installation gives the same bytes.

    References
    ----------
    OWASP CycloneDX, JSON reference, version 1.6.
    """
    path = folder / BILL
    write_whole(path, json_text(_bill()))
    return path


@cache
def _bill() -> dict[str, Any]:
    needs = _reached("padai")
    distributions = {name: metadata.distribution(name) for name in needs}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component("padai", distributions["padai"], "application")},
        "components": [
            _component(name, distributions[name], "library")
            for name in sorted(distributions)
            if name != "padai"
        ],
        "dependencies": [
            {
                "ref": _purl(name, distributions[name]),
                "dependsOn": sorted(_purl(other, distributions[other]) for other in needs[name]),
            }
            for name in sorted(distributions)
        ],
    }


def _reached(start: str) -> dict[str, set[str]]:
    """Return each distribution reached from one, with those installed that it needs itself."""
    needs: dict[str, set[str]] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in needs:
            continue
        required = {other for other in _required(name, own=name == start) if other != name}
        needs[name] = {other for other in required if _installed(other)}
        waiting += sorted(needs[name])
    return needs


def _required(name: str, *, own: bool) -> Iterator[str]:
    for line in metadata.distribution(name).requires or ():
        extra = _EXTRA.search(line)
        wanted = extra is None or (own and extra[1] not in _NOT_SHIPPED)
        match = _NAME.match(line)
        if wanted and match is not None:
            yield _canonical(match[1])


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _purl(name: str, distribution: metadata.Distribution) -> str:
    return f"pkg:pypi/{name}@{distribution.version}"


def _component(name: str, distribution: metadata.Distribution, kind: str) -> dict[str, Any]:
    purl = _purl(name, distribution)
    component: dict[str, Any] = {
        "type": kind, "bom-ref": purl, "name": name, "version": distribution.version, "purl": purl,
    }  # fmt: skip
    if "License-Expression" in distribution.metadata:
        component["licenses"] = [{"expression": distribution.metadata["License-Expression"]}]
    elif names := _classified(distribution):
        component["licenses"] = [{"license": {"name": text}} for text in names]
    return component


def _classified(distribution: metadata.Distribution) -> list[str]:
    classifiers = distribution.metadata.get_all("Classifier") or []
    return sorted(
        line.rpartition(" :: ")[2]
        for line in classifiers
        if line.startswith("License :: OSI Approved ::")
    )
