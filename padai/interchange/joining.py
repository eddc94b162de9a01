"""The line of the shell that joins two text files of the same people."""

from __future__ import annotations

from collections.abc import Sequence


def joined_by_pandas(base: str, other: str, keys: Sequence[str], how: str = "") -> str:
    """Return the line that joins two .csv by columns, every cell as it is written: 001 and NA too.

    Parameters
    ----------
    how
        Whose rows are kept, as pandas calls it; those of both where nothing is said.
    """
    read = "r = lambda f: pd.read_csv(f, sep=None, engine='python', dtype=str, na_filter=False)"
    by = repr(keys[0] if len(keys) == 1 else list(keys))
    kept = f", how='{how}'" if how else ""
    join = f"r('{base}').merge(r('{other}'), on={by}{kept}, validate='1:1')"
    return f"python -c \"import pandas as pd; {read}; {join}.to_csv('joined.csv', index=False)\""
