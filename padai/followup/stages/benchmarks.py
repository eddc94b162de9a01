"""Published figures of other trackers, as rows that stand beside ours."""

from __future__ import annotations

import pandas as pd

from padai.survey import Text
from padai.survey.benchmarks import ASPECTS, BenchmarksFile

COLUMNS = [
    "id", "question", "response", "value", "unit", "year", "n", "source_date", "source_url",
    *(f"{name}_{lang}" for name in ("tracker", "measure", "absent", "source")
      for lang in ("fr", "en")),
    *(f"{'year_of' if aspect == 'year' else aspect}{end}"
      for aspect in ASPECTS for end in ("", "_fr", "_en")),
]  # fmt: skip
"""One row an item; of each aspect, how alike it is and the text in each language."""


def benchmarks_table(definition: BenchmarksFile) -> pd.DataFrame:
    """Return the items of ``benchmarks.yaml`` as rows, in their order.

    Returns
    -------
    pandas.DataFrame
        With the columns of :data:`COLUMNS`. `value` is in percent or a mean, as it was published;
        nothing is computed from it, and it is compared with nothing.
    """
    rows = []
    for item in definition.items:
        row = {
            "id": item.id, "question": item.beside.question, "response": item.beside.net,
            "value": item.value, "unit": item.unit, "year": item.year, "n": item.n,
            "source_date": item.source.date or "", "source_url": item.source.url or "",
        }  # fmt: skip
        texts = {
            "tracker": item.tracker, "measure": item.measure, "absent": item.absent,
            "source": item.source.text,
        }  # fmt: skip
        for aspect in ASPECTS:
            found = getattr(item.comparability, aspect)
            name = "year_of" if aspect == "year" else aspect  # `year` is the year itself
            row[name] = found.likeness
            texts[name] = found.text
        row |= {f"{n}_{lang}": _in(t, lang) for n, t in texts.items() for lang in ("fr", "en")}
        rows.append(row)
    return pd.DataFrame(rows, columns=COLUMNS)


def _in(text: Text | None, lang: str) -> str:
    return "" if text is None else text.fr if lang == "fr" else text.en or ""
