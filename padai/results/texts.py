"""The texts of a result's rows, whatever its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from padai.results.method_words import words_of_model, words_of_test
from padai.words import Both, say

if TYPE_CHECKING:
    import pandas as pd

KEYED = ("wave", "question", "response", "breakdown", "group")
_CODES = {
    "change": Both("publishing-exhibits-change-2395"),
    "composition": Both("publishing-exhibits-composition"),
    "within": Both("publishing-exhibits-within-groups"),
    "unclassified": Both("publishing-exhibits-group-not-stated"),
    "slope": Both("results-slope"),
    "curvature": Both("results-curvature"),
    "raw": Both("results-raw"),
    "adjusted": Both("results-adjusted"),
    "false_favourable": Both("results-false-favourable"),
    "false_unfavourable": Both("results-false-unfavourable"),
    "false_random": Both("results-false-random"),
    "selection_rho": Both("results-selection-rho"),
    "selection_ratio": Both("results-selection-ratio"),
    "dont_know": Both("results-dont-know"),
    "boost": Both("results-code-boost"),
    "collapse": Both("results-code-collapse"),
    "keep": Both("results-code-keep"),
    "never": Both("results-code-never"),
    "reachable": Both("results-code-reachable"),
    "seldom": Both("results-code-seldom"),
    "points": Both("results-code-points"),
    "logit": Both("results-code-logit"),
    "alpha": Both("results-code-alpha"),
    "omega": Both("results-code-omega"),
    "eigenvalue_ratio": Both("results-code-eigenvalue-ratio"),
}
_YES, _NO = Both("results-yes"), Both("results-no")
_CODED = ("term", "component", "adjustment", "assumption", "on", "action", "margin_within")
REST = "rest"


def texts_of(result: Any, frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return rows of a result with words in place of codes.

    A difference says in its wave, or in its group, what is taken from what.
    """
    from padai.survey.labelling import label_frame

    survey = getattr(result, "survey", None)
    out = frame.copy()
    if "question" in frame:
        whole = frame.copy()
        for name in (*KEYED, "reason"):
            held = whole[name].astype(object) if name in whole else ""
            whole[name] = held if isinstance(held, str) else held.fillna("").astype(str)
            whole[name] = whole[name].astype("category")
        named = label_frame(whole, survey, lang)
        for name in (*KEYED, "reason"):
            if name in frame:
                out[name] = named[name].astype(str).to_numpy()
        if "reference" in frame:
            out = _with_reference(out, whole, survey, lang)
    for name in _CODED:
        if name in out:
            out[name] = [_CODES[c][lang] if c in _CODES else c for c in out[name].astype(str)]
    if "contrast" in out:  # of a number, a slope; of categories, their names
        out["contrast"] = [
            say("results-contrast-slope", lang) if c == "slope" else c for c in out["contrast"]
        ]
    for name, words in (("model", words_of_model), ("method", words_of_test)):
        if name in out and out[name].dtype.kind not in "iufb":
            out[name] = [words(codes, lang) for codes in out[name].astype(str)]
    # "statistic" is a number of most results, and a name of an index's.
    if "statistic" in out and out["statistic"].dtype.kind not in "iuf":
        out["statistic"] = [
            _CODES[c][lang] if c in _CODES else c for c in out["statistic"].astype(str)
        ]
    for logical in [n for n, kind in out.dtypes.items() if kind.kind == "b"]:
        pairs = zip(out[logical], out[logical].isna(), strict=True)
        out[logical] = ["" if lost else (_YES if v else _NO)[lang] for v, lost in pairs]
    return out


def _with_reference(out: pd.DataFrame, codes: pd.DataFrame, survey: Any, lang: str) -> pd.DataFrame:
    """Return the texts with the reference in the wave or in the group that it is taken from."""
    from padai.survey.labelling import label_frame

    references = codes["reference"].astype(str)
    if "part" in codes:
        side = "part"
    else:
        between_groups = references.eq(REST) | references.isin(codes["group"].astype(str))
        side = "group" if bool(between_groups.all()) and len(codes) else "wave"
    other = codes.assign(**{side: references.astype("category")})
    named = label_frame(other, survey, lang)[side].astype(str)
    rest = say("results-the-others", lang)
    taken = [rest if r == REST else t for r, t in zip(references, named, strict=True)]
    out[side] = [
        say("results-minus", lang, one=one, other=two)
        for one, two in zip(out[side].astype(str), taken, strict=True)
    ]
    return out.drop(columns="reference")
