"""The reference designs as waves, for the tests of quantiles, association and models."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from padai.design import Design
from padai.waves.wave import Wave

FOLDER = Path(__file__).parent


@cache
def references(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["refs"]


def value(file: str, key: str) -> Any:
    return references(file)[key]["value"]


#: The keys of each file that some test compares, as the test modules say when they are imported.
COMPARED: dict[str, set[str]] = {}


def keys(file: str, *starts: str) -> list[str]:
    """Every key of a file of which the first part is one of these; they count as compared."""
    found = [key for key in references(file) if key.split(".")[0] in starts]
    assert found, f"{file} has no key {starts}"
    COMPARED.setdefault(file, set()).update(found)
    return found


def compared(file: str, names: Iterable[str]) -> list[str]:
    """These keys, by their whole names; they count as compared."""
    found = list(names)
    assert set(found) <= set(references(file)), f"{file} has not all of {found}"
    COMPARED.setdefault(file, set()).update(found)
    return found


def numbers(values: Any) -> np.ndarray:
    """R's numbers: "NA" and "NaN" are NaN."""
    return np.array(pd.to_numeric(pd.Series(values), errors="coerce"), dtype=float)


@cache
def frame(name: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / f"{name}.csv")


@cache
def wave(design: str) -> Wave:
    """A wave of one of the designs that README.md lists."""
    return _MAKERS[design]()


def _strat(fpc: str | None) -> Wave:
    return Wave(_with_cuts("apistrat"), Design(weight="pw", stratum="stype", fpc=fpc))


def _clus1(fpc: str | None) -> Wave:
    return Wave(_with_cuts("apiclus1"), Design(weight="pw", psu="dnum", fpc=fpc))


def _clus2() -> Wave:
    return Wave(_with_cuts("apiclus2"), Design(psu=("dnum", "snum"), fpc=("fpc1", "fpc2")))


def _clus2_wr() -> Wave:
    return Wave(_with_cuts("apiclus2"), Design(weight="pw", psu=("dnum", "snum")))


def _waves(fpc: str | None) -> Wave:
    data = frame("api_waves").assign(
        h=lambda d: d["wave"].astype(str) + d["stype"],
        wavef=lambda d: d["wave"].astype(str),
        group=lambda d: pd.Categorical(d["group"], ["low", "high"]),
    )
    return Wave(data, Design(weight="pw", stratum="h", fpc=fpc))


def _panel(name: str, weight: str, *, fpc: str | None = None, apart: bool = False) -> Wave:
    data = frame(name).assign(h=lambda d: d["wave"].astype(str) + d["stype"])
    if apart:
        return Wave(data, Design(weight=weight, stratum="h"))
    return Wave(data, Design(weight=weight, stratum="stype", psu="snum", fpc=fpc))


def lonely(name: str, policy: str) -> Wave:
    """The designs with a stratum of one psu, under one of R's policies."""
    if name == "dlon":
        return Wave(frame("apilonely"), Design(weight="pw", stratum="stype", lonely_psu=policy))
    design = Design(weight="pw", stratum="pstr", psu="dnum", lonely_psu=policy)
    return Wave(frame("apilonely_clus"), design)


def _with_cuts(name: str) -> pd.DataFrame:
    """The data with the cut of `meals` that some calls make."""
    data = frame(name)
    return data.assign(
        mealcat=pd.cut(data["meals"], [-1, 20, 40, 60, 80, 100]),
        meal4=pd.cut(data["meals"], [-1, 25, 50, 75, 100]),
    )


_MAKERS = {
    "dstrat": lambda: _strat("fpc"),
    "dstrat0": lambda: _strat(None),
    "dclus1": lambda: _clus1("fpc"),
    "dclus1_0": lambda: _clus1(None),
    "dclus2": _clus2,
    "dclus2_wr": _clus2_wr,
    "dw": lambda: _waves(None),
    "dwf": lambda: _waves("fpc"),
    "dp": lambda: _panel("api_panel", "pw"),
    "dpf": lambda: _panel("api_panel", "pw", fpc="fpc"),
    "dpi": lambda: _panel("api_panel", "pw", apart=True),
    "dpp": lambda: _panel("api_panel_partial", "pw2"),
    "dppi": lambda: _panel("api_panel_partial", "pw2", apart=True),
}
