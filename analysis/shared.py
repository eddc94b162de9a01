"""What the studies share: weighted waves, the published store, numbers in both languages."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import padai
from padai.publishing.basis.numbers import Numbers

ROOT = Path(__file__).parents[1]
SURVEY = ROOT / "surveys" / "quebec"


def arguments(said: str) -> argparse.Namespace:
    """Read where the survey is, and where the pages go."""
    parser = argparse.ArgumentParser(description=said)
    parser.add_argument("--survey", type=Path, default=SURVEY)
    parser.add_argument("--store", type=Path, help="the interne/ folder of a built release")
    parser.add_argument(
        "--out", type=Path, help="folder of fr/ and en/; beside the release if none"
    )
    return parser.parse_args()


def published(survey: padai.Survey, given: Path | None) -> Any:
    """Open the store of the last wave, as it was built."""
    if given is not None:
        return padai.open_store(given)
    versions = ROOT / "releases" / survey.id / survey.waves[-1]
    found = sorted(versions.glob("v*/interne"), key=lambda p: int(p.parent.name[1:]))
    if not found:
        raise SystemExit(f"{survey.id}: build it first: padai build surveys/{survey.id}")
    return padai.open_store(found[-1])


def weighted(survey: padai.Survey, wave: str) -> padai.Wave:
    """Read a wave's main part and rake it, as its definition declares."""
    rule = survey.part(wave).weighting
    return padai.rake(padai.read_wave(survey, wave), survey.targets(wave), bounds=rule.bounds)


def both(write: object) -> dict[str, str]:
    """Return a text in both languages, from a function of the number formats of one."""
    return {lang: write(Numbers(lang)) for lang in ("fr", "en")}  # type: ignore[operator]


def joined(parts: list[dict[str, str]]) -> dict[str, str]:
    """Join texts by commas, in each language."""
    return {lang: ", ".join(part[lang] for part in parts) for lang in ("fr", "en")}


def text(found: object) -> dict[str, str]:
    """Return a definition's text in both languages, without its final stop."""
    return {lang: found.get(lang).rstrip(".") for lang in ("fr", "en")}  # type: ignore[attr-defined]


def group_text(survey: padai.Survey, breakdown: str, group: str) -> dict[str, str]:
    """Return the label of a group."""
    groups = {g.id: g.label for g in survey.breakdown(breakdown).groups}
    return text(groups[group])
