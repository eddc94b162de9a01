"""The explorer's data: arrays in base 64 inside its page."""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tests.outsider.figures import Figure, Place, within_of
from tests.outsider.questionnaire import Questionnaire
from tests.outsider.reading.numbers import around, decimals

_START = "const DATA = "


def read_explorer(path: Path, asked: Questionnaire, here: Place) -> list[Figure]:
    """Read the series that the explorer can show."""
    text = path.read_text(encoding="utf-8")
    if _START not in text:
        return []
    data, _ = json.JSONDecoder().raw_decode(text[text.index(_START) + len(_START) :])
    return list(_figures(data, asked, here, path.name)) if "series" in data else []


def _array(text: str, count: int) -> np.ndarray:
    """Decode little-endian whole numbers of which only the count is known."""
    raw = base64.b64decode(text)
    return np.frombuffer(raw, dtype=f"<i{len(raw) // max(count, 1)}")


def _decimals(text: str) -> np.ndarray:
    """Decode decimal numbers: how many decimals and bytes each has stands before them."""
    how, packed = text.split(":")
    places, size = map(int, how.split("."))
    raw = base64.b64decode(packed)
    if size == 8:
        return np.frombuffer(raw, dtype="<f8")
    whole = np.frombuffer(raw, dtype=f"<i{size}")
    return np.where(whole == np.iinfo(whole.dtype).min, np.nan, whole / 10.0**places)


def _digits(
    data: dict[str, Any], at: dict[str, np.ndarray], estimates: np.ndarray, waves: int
) -> dict[str, int]:
    """Return the decimals with which means and shares are given, which differ."""
    means = np.repeat(
        [
            data["questions"][q]["responses"][r]["id"] == "mean"
            for q, r in zip(at["question"], at["response"], strict=True)
        ],
        waves,
    )
    found = {}
    for kind, mine in (("mean", means), ("share", ~means)):
        some = estimates[mine][:5000]
        found[kind] = decimals(repr(float(x)) for x in some if math.isfinite(x))
    return found


def _figures(
    data: dict[str, Any], asked: Questionnaire, here: Place, source: str
) -> Iterator[Figure]:
    waves = [wave["id"] for wave in data["waves"]]
    count = len(base64.b64decode(data["series"]["part"]))
    at = {
        name: _array(data["series"][name], count)
        for name in ("part", "question", "response", "breakdown", "group")
    }
    cells = data["cells"]
    marks = _array(cells["mark"], count * len(waves))
    estimates = _decimals(cells["estimate"])
    bases = _array(cells["n_base"], count * len(waves))
    digits = _digits(data, at, estimates, len(waves))
    for i in range(count):
        question = data["questions"][at["question"][i]]
        response = question["responses"][at["response"][i]]["id"]
        breakdown = data["breakdowns"][at["breakdown"][i]]
        within = within_of(asked, breakdown["id"], breakdown["groups"][at["group"][i]]["id"])
        if within is None:
            continue
        kind = "mean" if response == "mean" else "share"
        for w, wave in enumerate(waves):
            k = i * len(waves) + w
            place = replace(here, wave=wave, part=data["parts"][at["part"][i]]["id"])
            withheld = "x" in data["marks"][marks[k]][0].split()
            made = Figure(place, kind, question["id"], response, within, 0.0, 0.0, True, source)
            if math.isfinite(estimates[k]):
                low, high = around(float(estimates[k]), digits[kind])
                yield replace(made, low=low, high=high, withheld=False)
            elif withheld:
                yield made
            if bases[k] > 0:
                yield replace(
                    made,
                    kind="n",
                    response="mean" if kind == "mean" else "",
                    low=float(bases[k]),
                    high=float(bases[k]),
                    withheld=False,
                )
