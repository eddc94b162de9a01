"""What is said of a result that is taken for its table."""

from __future__ import annotations

from typing import Any

from padai.errors import DefinitionError, UnknownNameError, nearest
from padai.words import Said

#: What other programs call something of a model, and how it is written here.
_OF_A_MODEL = {
    **dict.fromkeys(("coefficients", "params", "coef_", "beta"), "result.coef"),
    **dict.fromkeys(("cov", "vcov", "cov_params"), "result.covariance"),
    **dict.fromkeys(("bse", "se"), "result.std_error"),
    "predict": "padai.predict(result, at=...)",
    **dict.fromkeys(("margins", "get_margeff"), "padai.marginal_effects(result, ...)"),
}
#: The same of any result, and the columns of which one holds it.
_IN_THE_FRAME = {
    name: columns
    for names, *columns in (
        ("se stderr SE std_errors sd_error standard_error", "std_error"),
        ("p P pvalue pvalues pval p_val p_values prob sig significance", "p_value"),
        ("value values proportion coef est prop pct percent share mean", "estimate"),
        ("conf_int confint ci CI", "conf_low"),
        ("lower low ci_low ci_lower conf_lower lci", "conf_low"),
        ("upper high ci_high ci_upper conf_upper uci", "conf_high"),
        ("stat t F f z tvalue tvalues t_value F_value fvalue chi2 chisq X2 W", "statistic"),
        ("ddf df2 den_df df_denom df_resid", "df_denominator", "df"),
        ("ndf df1 num_df df_num dof", "df"),
        ("design_effect DEff", "deff"),
        ("n nobs N count", "n_base", "n"),
    )
    for name in names.split()
}


def _elsewhere(result: Any, name: str, columns: list[str]) -> str:
    """Return how what other programs call `name` is written here; empty where that is not known."""
    if name in ("summary", "summary2"):
        return "print(result)"
    if type(result).__name__ == "Model" and name in _OF_A_MODEL:
        return _OF_A_MODEL[name]
    column = next((each for each in _IN_THE_FRAME.get(name, ()) if each in columns), "")
    if column == "conf_low" and not name.startswith(("lo", "ci_", "conf_lower", "lci")):
        return "result.frame[['conf_low', 'conf_high']]"
    own = getattr(result, column, None) if column else None
    if own is not None:
        return f"result.{column}"
    return f"result.frame['{column}']" if column else ""


def no_attribute(result: Any, name: str) -> UnknownNameError:
    """Return the error of a name that a result lacks.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.results import Table
    >>> print(no_attribute(Table(pd.DataFrame({"n": [1]})), "to_csv"))
    Table has no 'to_csv': its table is .frame. Write result.frame.to_csv.
    """
    import pandas as pd

    kind = type(result).__name__
    columns = [str(column) for column in result.frame.columns] if name != "frame" else []
    if name in columns:
        return UnknownNameError(Said("results-a-column-stands-in-the-frame", kind=kind, name=name))
    if how := _elsewhere(result, name, columns):
        return UnknownNameError(Said("results-is-asked-by", kind=kind, name=name, how=how))
    if hasattr(pd.DataFrame, name):
        return UnknownNameError(Said("results-columns-stand-in-the-frame", kind=kind, name=name))
    own = [each for each in sorted({*dir(type(result)), *vars(result)}) if not each.startswith("_")]
    return UnknownNameError(Said("results-has-no", kind=kind, name=name, hint=nearest(name, own)))


def no_item(result: Any, name: Any) -> DefinitionError:
    """Return the error of a column or row that is asked of a result itself.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.results.fitted import Test
    >>> print(no_item(Test("t-test", "t", 1.0, 1.0, 9.0, 0.3, 10), "n"))
    Test is no table, and gives no column or row by itself. Write result.frame['n'].
    """
    return DefinitionError(Said("results-is-no-table", kind=type(result).__name__, name=repr(name)))
