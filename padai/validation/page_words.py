"""What the page of findings says, in each language."""

from __future__ import annotations

from collections.abc import Mapping

from padai.words import Said, Tabled

WORDS: Mapping[str, Mapping[str, str]] = Tabled(
    {
        "title": Said("validation-validation-findings"),
        "colon": Said("validation-signs"),
        "synthetic": Said("validation-synthetic-data"),
        "stage": Said("validation-stage"),
        "delivered": Said("validation-data-as-delivered-4595"),
        "weighted": Said("validation-weighted-data-bf62"),
        "file": Said("validation-file"),
        "rows_read": Said("validation-rows-read"),
        "excluded": Said("validation-rows-excluded-by-the-declared-rule"),
        "rows": Said("validation-rows-checked"),
        "earlier": Said("validation-earlier-waves-217f"),
        "rates": Said("validation-participation"),
        "ok": Said("validation-nothing-stops-publication"),
        "tally": Said(
            "validation-errors-warnings-accepted-findings-checks",
            errors="{errors}",
            warnings="{warnings}",
            accepted="{accepted}",
            passed="{passed}",
            not_run="{not_run}",
        ),
        "errors": Said("validation-errors"),
        "warnings": Said("validation-warnings"),
        "accepted": Said("validation-accepted-findings"),
        "because": Said("validation-accepted-df32"),
        "answer": Said("validation-answer"),
        "wave": Said("validation-wave"),
        "share": Said("validation-share"),
        "places": Said("validation-places-in-the-file-from-1", count="{count}"),
        "more": Said("validation-and-more", count="{count}"),
        "not_run": Said("validation-checks-that-were-not-made"),
        "passed": Said("validation-checks-that-passed"),
        "counts": Said("validation-this-page-holds-numbers-proportions-and"),
    }
)
