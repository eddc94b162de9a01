"""The texts of a result's rows, whatever its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from padai.results.method_words import words_of_model, words_of_test
from padai.survey.labelling import REASONS
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
_EXACT_TESTS = {
    "mcnemar": Both("results-code-mcnemar"),
    "sign_flip": Both("results-code-sign-flip"),
}
_VARIANTS = {
    "declared": Both("results-code-declared"),
    "dont_know": _CODES["dont_know"],
    "dont_know_in": Both("publishing-with-the-dont-know-answers-in-the-base"),
    "dont_know_out": Both("publishing-without-the-dont-know-answers"),
    "trimmed": Both("publishing-with-the-largest-weights-limited"),
    "untrimmed": Both("publishing-without-a-limit-on-the-largest-weights"),
    "earlier_weighting": Both("publishing-with-the-weighting-of-the-previous"),
}
_WEIGHTS = {
    "design": Both("results-code-design-weights"),
    "final": Both("results-code-final-weights"),
    "g": Both("results-code-g-weights"),
}
_REASONS = {
    "sensitive_cells_merged": Both("publishing-dialogue-sensitive-question-small-numbers-merged"),
    "mostly_borrowed": Both("publishing-opendata-small-areas-mostly-borrowed"),
    "no_design_effect": Both("results-reason-no-design-effect"),
    "same_scheme": Both("results-reason-same-scheme"),
    "no_survey": Both("results-reason-no-survey"),
    "no_dont_know": Both("results-reason-no-dont-know"),
    "not_a_share": Both("results-reason-not-a-share"),
    "no_population": Both("results-reason-no-population"),
    "no_solution": Both("results-reason-no-solution"),
    "bridged": Both("results-reason-bridged"),
    "no_codes": Both("results-reason-no-codes"),
    "too_few": Both("results-reason-too-few"),
    "more_cells_than_df": Both("results-reason-more-cells-than-df"),
    "more_contrasts_than_df": Both("results-reason-more-contrasts-than-df"),
    "constant_contrasts": Both("results-reason-constant-contrasts"),
    "fewer_than_three_items": Both("results-reason-fewer-than-three-items"),
    "heywood_case": Both("results-reason-heywood-case"),
}
"""Why a number of a result is not there, or is to be read with care, beside what estimates lack."""
_YES, _NO = Both("results-yes"), Both("results-no")
_CODED = {
    **dict.fromkeys(("term", "component", "adjustment", "on", "action", "margin_within"), _CODES),
    "assumption": _CODES | _VARIANTS,
    "variant": _VARIANTS,
    "test": _EXACT_TESTS,
    "weights": _WEIGHTS,
}
"""The words of codes, by column: a term of a model may have the name of anything else's code."""
REST = "rest"


def texts_of(result: Any, frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return rows of a result with words in place of codes.

    A difference says in its wave, or in its group, what is taken from what.
    """
    out = _keyed(result, frame, lang)
    if "reason" in frame:
        out["reason"] = [_reason(code, lang) for code in frame["reason"].fillna("").astype(str)]
    for name, known in _CODED.items():
        if name in out:
            out[name] = [known[c][lang] if c in known else c for c in out[name].astype(str)]
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


def _keyed(result: Any, frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return rows with the texts of what names them: waves, questions, responses, groups."""
    from padai.survey.labelling import label_frame

    survey, out = getattr(result, "survey", None), frame.copy()
    if "question" not in frame and "breakdown" not in frame:
        return out
    whole = frame.drop(columns="reason", errors="ignore")
    for name in KEYED:
        held = whole[name].astype(object) if name in whole else ""
        whole[name] = held if isinstance(held, str) else held.fillna("").astype(str)
        whole[name] = whole[name].astype("category")
    named = label_frame(whole, survey, lang)
    for name in KEYED:
        if name in frame:
            out[name] = named[name].astype(str).to_numpy()
    if "reference" in frame:
        out = _with_reference(out, whole, survey, lang)
    if "of_wave" in frame:
        named = label_frame(whole.assign(wave=frame["of_wave"].astype("category")), survey, lang)
        out["of_wave"] = named["wave"].astype(str).to_numpy()
    return out


def _reason(codes: str, lang: str) -> str:
    """Return why a number is not there; what is no code is a sentence already, and stays."""
    known: dict[str, str] = REASONS[lang]
    if not all(code in known or code in _REASONS for code in codes.split()):
        return codes
    return "; ".join(_REASONS[c][lang] if c in _REASONS else known[c] for c in codes.split())


def _with_reference(out: pd.DataFrame, codes: pd.DataFrame, survey: Any, lang: str) -> pd.DataFrame:
    """Return the texts with the reference in the wave or in the group that it is taken from."""
    from padai.survey.labelling import label_frame

    references = codes["reference"].astype(str)
    if "part" in codes:
        side = "part"
    elif "reference_wave" in codes:  # a change in one group minus that in another
        side = "group"
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
