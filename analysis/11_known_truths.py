"""Whether the changes planted in the synthetic waves are found again.

Run with ``python analysis/11_known_truths.py``; writes ``docs/known-truths.md``. Every followed
response of the main part, every wave on the one before, with the verdict that reports give.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pandas as pd
from shared import SURVEY, weighted

import padai

REPORT = Path(__file__).parents[1] / "docs" / "known-truths.md"
MOVED = ("rose", "fell", "rose_less_than_margin", "fell_less_than_margin")
WORDS = {
    "rose": "rose", "fell": "fell", "rose_less_than_margin": "rose, by less than the margin",
    "fell_less_than_margin": "fell, by less than the margin", "stable": "stable",
    "cannot_tell": "cannot tell", "not comparable": "not comparable",
}  # fmt: skip


def verdicts(survey: padai.Survey) -> pd.DataFrame:
    """Return the verdict of every followed response of the total, wave on wave."""
    waves = padai.stack([weighted(survey, w) for w in survey.waves], overlap=survey.overlap)
    asked = [q for q in survey.questions.values() if "administrative" not in q.tags]
    shares = [q.id for q in asked if q.type in ("single", "multiple", "rating")]
    scored = [q.id for q in asked if q.scores and q.type != "multiple"]
    found = [padai.banner(waves, shares), padai.mean(waves, scored)]
    frames = [
        padai.difference(each, later, earlier).frame
        for each in found
        for earlier, later in pairwise(survey.waves)
    ]
    frame = pd.concat(
        [f.astype({c: str for c in ("wave", "reference", "question", "response")}) for f in frames]
    )
    return frame[(frame["breakdown"] == "total") & (frame["verdict"] != "")]


def compared(survey: padai.Survey) -> pd.DataFrame:
    """Return verdicts beside the changes that were planted."""
    truth = json.loads((survey.path / "truth.json").read_text(encoding="utf-8"))["changes"]
    planted = pd.DataFrame([row for row in truth if row["part"] == "main"])
    keys = ["question", "response", "wave", "reference"]
    return verdicts(survey).merge(planted[[*keys, "change", "real"]], on=keys)


def line(survey: padai.Survey, row: pd.Series) -> str:
    """Write a planted change, what was estimated of it, and the verdict."""
    question = survey.question(row["question"])
    unit, digits = (1, 2) if row["response"] == "mean" else (100, 1)
    name = "mean" if row["response"] == "mean" else question.response_label(row["response"], "en")
    numbers = [
        f"{unit * row[c]:+.{digits}f}" if pd.notna(row[c]) else "–"
        for c in ("change", "estimate", "conf_low", "conf_high")
    ]
    inside = row["conf_low"] <= row["change"] <= row["conf_high"]
    covered = "–" if pd.isna(row["conf_low"]) else "yes" if inside else "no"
    return (
        f"| {question.label.get('en')} ({name}) | {row['reference']} → {row['wave']} | {numbers[0]} "
        f"| {numbers[1]} | {numbers[2]} to {numbers[3]} | {covered} | {WORDS[row['verdict']]} |"
    )


def page(survey: padai.Survey, frame: pd.DataFrame) -> str:
    """Write the page: what is found of changes, then of zeros."""
    real = frame["change"].abs() > 1e-9
    made = frame["verdict"] != "not comparable"
    changed, same = frame[real & made], frame[~real & made]
    right = (changed["change"] > 0) == changed["verdict"].str.startswith("rose")
    shown = changed["verdict"].isin(MOVED)
    covered = (frame["conf_low"] <= frame["change"]) & (frame["change"] <= frame["conf_high"])
    false = same[same["verdict"].isin(MOVED)]
    head = [
        "# Known truths, found again",
        "",
        "Made by `analysis/11_known_truths.py`. Every followed response of the main part of the "
        "synthetic tracker, every wave on the one before: the change that was planted, what padai "
        "estimates of it, and the verdict. Points of percentage, or of the scale for a mean.",
        "",
        f"- Changes planted and comparable: {len(changed)}. Shown: {int(shown.sum())}, {int((shown & right).sum())} of them in "
        f"the right direction; the others are under what the samples "
        "can show, and are told as such.",
        f"- Zeros planted and comparable: {len(same)}. Told as a change: {len(false)}"
        + (f" ({100 * len(false) / len(same):.1f}%)" if len(same) else "")
        + f"; of the headline family alone, {int((false['family'] == 'headline').sum())} of "
        f"{int((same['family'] == 'headline').sum())}. The others are adjusted by chapter.",
        f"- 95% intervals that hold the planted change: {100 * covered[made].mean():.1f}% of "
        f"{int(made.sum())}.",
        f"- Across a break, not compared: {int((~made).sum())}.",
        "",
        "| question | waves | planted | estimate | 95% interval | holds it | verdict |",
        "|---|---|--:|--:|--:|---|---|",
    ]
    rows = [line(survey, row) for _, row in frame[real].iterrows()]
    more = (
        [
            "",
            "Zeros told as a change:",
            "",
            *head[-2:],
            *(line(survey, r) for _, r in false.iterrows()),
        ]
        if len(false)
        else []
    )
    return "\n".join([*head, *rows, *more]) + "\n"


def main() -> None:
    """Write the page."""
    survey = padai.load_survey(SURVEY)
    REPORT.write_text(page(survey, compared(survey)), encoding="utf-8")


if __name__ == "__main__":
    main()
