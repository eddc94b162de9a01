"""Changes as samples of rounded sizes would give them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from padai.numerics.tipping import ShareChange, WaveShare


def of_bases(change: ShareChange, later: float, earlier: float) -> ShareChange:
    """Return the change that samples of so many people would give, their design effects held.

    Its least base is one that both have.

    Examples
    --------
    >>> side = WaveShare(0.5, 0.0025, 100, 100)
    >>> change = ShareChange(side, side, 0.0, 0.0, 0.0, 198.0, 0.05, 30.0)
    >>> of_bases(change, 200, 100).later
    WaveShare(share=0.5, variance=0.00125, n=200, n_eff=200.0)
    """
    shared = change.covariance * np.sqrt(change.later.n / later * change.earlier.n / earlier)
    return replace(
        change,
        later=_of_base(change.later, later),
        earlier=_of_base(change.earlier, earlier),
        covariance=float(shared),
        minimum_base=min(change.minimum_base, later, earlier),
    )


def _of_base(side: WaveShare, n: float) -> WaveShare:
    return WaveShare(side.share, side.variance * side.n / n, n, side.n_eff * n / side.n)
