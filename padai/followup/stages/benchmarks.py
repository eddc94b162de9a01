"""Published figures of other trackers, as rows that stand beside ours."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from padai.followup.stages.in_languages import text_columns, texts_in
from padai.survey.benchmarks import ASPECTS, BenchmarksFile

_SAID = ("tracker", "measure", "absent", "source")
_WORDED = (*_SAID, *("year_of" if aspect == "year" else aspect for aspect in ASPECTS))
COLUMNS = [
    "id", "question", "response", "value", "unit", "year", "n", "source_date", "source_url",
    *text_columns(_SAID),
    *(f"{'year_of' if aspect == 'year' else aspect}{end}"
      for aspect in ASPECTS for end in ("", "_fr", "_en")),
]  # fmt: skip
"""One row an item; of each aspect, how alike it is and the text in each language. The texts in the
survey's other languages follow."""


def benchmarks_table(definition: BenchmarksFile, languages: Sequence[str] = ()) -> pd.DataFrame:
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
            judged = getattr(item.comparability, aspect)
            name = "year_of" if aspect == "year" else aspect  # `year` is the year itself
            row[name] = judged.likeness
            texts[name] = judged.text
        row |= texts_in(texts, languages)
        rows.append(row)
    others = text_columns(_WORDED, languages if rows else ())[2 * len(_WORDED) :]
    return pd.DataFrame(rows, columns=COLUMNS + others)
