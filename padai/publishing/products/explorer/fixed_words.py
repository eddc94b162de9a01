"""Every word of the explorer that is not in the store, in each language.

Braces hold what the script puts in. Words of verdicts, intervals and sample types are those of
the reports (:mod:`padai.publishing.basis.sentences`, :mod:`padai.publishing.basis.vocabulary`).
"""

from __future__ import annotations

from padai.words import Said, Tabled

_WORDS: dict[str, Said | str] = {
    # controls
    "choose": Said("publishing-explorer-choose-a-result"),
    "more": Said("publishing-explorer-answer-breakdown-and-editions"),
    "search": Said("publishing-explorer-search-for-a-question"),
    "searchHint": Said("publishing-explorer-one-word-is-enough"),
    "found": Said("publishing-explorer-questions-found", n="{n}"),
    "foundOne": Said("publishing-explorer-1-question-found"),
    "noneFound": Said("publishing-language-explorer-none-found", text="{text}"),
    "part": Said("publishing-explorer-part-of-the-survey"),
    "question": Said("publishing-language-explorer-question"),
    "response": Said("publishing-explorer-answer-followed"),
    "nets": Said("publishing-explorer-groups-of-answers"),
    "answers": Said("publishing-explorer-answers"),
    "breakdown": Said("publishing-explorer-breakdown"),
    "group": Said("publishing-language-explorer-group"),
    "everyGroup": Said("publishing-explorer-all-groups"),
    "from": Said("publishing-language-explorer-from"),
    "to": Said("publishing-explorer-to"),
    "reference": Said("publishing-explorer-compare-with", wave="{wave}"),
    "waves": Said("publishing-explorer-editions"),
    # results
    "exactWords": Said("publishing-explorer-question-asked"),
    "changedWords": Said("publishing-explorer-the-wording-is-not-the-same-in-every"),
    "became": Said("publishing-explorer-what-changed"),
    "table": Said("publishing-explorer-data-of-the-figure"),
    "take": Said("publishing-explorer-share-and-download"),
    "noResult": Said("publishing-explorer-no-result-is-published-for-this-choice"),
    "alone": Said("publishing-explorer-only-one-edition-is-shown-there-is"),
    # verdicts
    "since": Said("publishing-explorer-compared-with", wave="{wave}"),
    "subject_share": Said("publishing-language-explorer-this-share"),
    "subject_balance": Said("publishing-explorer-this-balance"),
    "subject_mean": Said("publishing-language-explorer-this-mean"),
    "notComparable": Said("publishing-explorer-not-comparable-with", wave="{wave}"),
    "between": Said("publishing-explorer-a-break-in-series-stands-between-these"),
    "unpublished": Said("publishing-explorer-comparison-not-published"),
    "unpublishedWhy": Said("publishing-explorer-comparison-with-not-published-the", wave="{wave}"),
    "comparisons": Said("publishing-exhibits-comparisons"),
    "exploratory": Said("publishing-explorer-exploratory-comparison-without-a-verdict"),
    "hidden": Said("publishing-explorer-comparison-not-shown"),
    "adjusted": Said("publishing-explorer-adjusted-p-value", p="{p}", family="{family}"),
    "family": Said("publishing-explorer-comparisons-in-the-family", n="{n}"),
    "familyOne": Said("publishing-explorer-the-only-comparison-of-its-family"),
    "small": Said("publishing-explorer-less-than-0-001"),
    "pointsUnit": Said("publishing-explorer-percentage-points-9ed6"),
    "pointUnit": Said("publishing-explorer-percentage-points-75b9"),
    "point": Said("publishing-language-explorer-point", n="{n}"),
    "points": Said("publishing-language-explorer-points", n="{n}"),
    # figure and table
    "share": Said("publishing-explorer-in"),
    "balance": Said("publishing-explorer-in-percentage-points"),
    "break": Said("publishing-language-explorer-break"),
    "brokenAt": Said("publishing-explorer-break-in-series"),
    "concerned": " ({groups})",
    "base": Said("publishing-explorer-base-unweighted-n", base="{base}"),
    "lines": Said("publishing-language-explorer-lines", interval="{interval}"),
    "axis": Said("publishing-exhibits-the-axis-does-not-start-at", written="{start}"),
    "edition": Said("publishing-explorer-edition"),
    "estimate": Said("publishing-language-explorer-estimate"),
    "n": "n",
    "remark": Said("publishing-language-explorer-remark"),
    "change": Said("publishing-explorer-change-since-interval-and-verdict", wave="{wave}"),
    "under": Said("publishing-language-explorer-under", interval="{interval}"),
    "notAsked": Said("publishing-explorer-question-not-asked"),
    "notShown": Said("publishing-explorer-not-shown", places="{places}"),
    "curves": Said("publishing-explorer-lines-from-to", first="{first}", last="{last}"),
    "brokenLine": Said("publishing-language-explorer-broken-line"),
    # share and download
    "address": Said("publishing-explorer-address-of-this-result"),
    "copy": Said("publishing-explorer-copy-the-address"),
    "copied": Said("publishing-explorer-address-copied"),
    "selected": Said("publishing-explorer-the-address-is-selected-copy-it-with-the"),
    "png": Said("publishing-language-explorer-png"),
    "svg": Said("publishing-language-explorer-svg"),
    "csv": Said("publishing-explorer-csv-data"),
    "saved": Said("publishing-explorer-file-prepared", name="{name}"),
    "failed": Said("publishing-explorer-the-browser-could-not-prepare-the"),
    # announcements and errors
    "shown": Said(
        "publishing-explorer-result-shown", colon="{colon}", title="{title}", became="{became}"
    ),
    "wrong": Said("publishing-explorer-the-address-asked-for-does-not-match"),
    "wrongValue": Said("publishing-explorer-is-not-there", name="{name}", value="{value}"),
    "wrongOrder": Said("publishing-explorer-editions-the-first-comes-after-the-last"),
    "instead": Said("publishing-explorer-what-could-be-understood-is-shown"),
}
_SIGNS: dict[str, Said] = {
    "colon": Said("publishing-explorer-signs-8a50"),
    "semicolon": Said("publishing-explorer-signs-627f"),
    "open": Said("publishing-explorer-signs-72e2"),
    "close": Said("publishing-explorer-signs-a5e8"),
    "percent": Said("publishing-explorer-signs-c8fd"),
    "upTo": Said("publishing-explorer-to-538b"),
    "and": Said("publishing-explorer-and"),
}

WORDS: dict[str, dict[str, str]] = Tabled({**_WORDS, **_SIGNS})
"""The words by language and key."""
