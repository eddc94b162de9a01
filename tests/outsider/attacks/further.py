"""Figures that are no sums, and yet are made of a cell that is withheld: what is not linear goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.outsider.claims import SHOWN, Claim
from tests.outsider.figures import Figure, within_of
from tests.outsider.reading.open_data import Row, rows_of
from tests.outsider.release import Release

TABLES = {
    "changes": ("difference", "std_error", "p_value", "n_base", "df"),
    "contrasts": ("difference", "std_error", "p_value", "n_base", "df"),
    "robustness": ("estimate", "conf_low", "p_adjusted"),
    "tipping": ("value", "low", "high", "verdict_then"),
    "slopes": ("estimate", "std_error", "p_value", "statistic"),
    "decomposition": ("estimate", "std_error"),
}
"""The tables of open data, and their columns of figures that tell of the cells they are made of."""


def attack_further(release: Release) -> Iterator[Claim]:
    """Find rows of such tables that give a figure of cells that the series withhold."""
    withheld = {
        (f.place.wave, f.place.part, f.question, f.response or "", f.within): f
        for f in release.withheld.values()
        if f.kind in ("share", "mean")
    }
    for name, columns in TABLES.items():
        path = release.folder / "open" / f"{name}.csv"
        for row in rows_of(path) if path.is_file() else []:
            if not any(row.get(column) for column in columns):
                continue
            for figure in _made_of(row, release, withheld):
                yield Claim(
                    SHOWN,
                    replace(figure.place, version=release.version),
                    figure.within,
                    0,
                    0,
                    f"{path.name} gives a figure made of it, which {figure.source} withholds",
                    facts=(("question", figure.question), ("response", figure.response)),
                )


def _made_of(
    row: Row, release: Release, withheld: dict[tuple[object, ...], Figure]
) -> Iterator[Figure]:
    asked = release.asked
    if row.get("component"):  # the parts of a change are those of the groups of a breakdown
        within = () if row["group"] == "total" else within_of(asked, row["breakdown"], row["group"])
    else:
        within = within_of(asked, row.get("breakdown") or "total", row.get("group") or "total")
    if within is None:
        return
    waves = (
        [row["wave"], row.get("reference", "")] if row.get("reference") else _between(row, release)
    )
    for wave in dict.fromkeys(waves):
        key = (wave, row.get("part") or "main", row["question"], row["response"], within)
        if key in withheld:
            yield withheld[key]


def _between(row: Row, release: Release) -> list[str]:
    if "wave" not in row and "first_wave" not in row:  # a panel's own: the same people, each time
        return sorted(release.asked.waves)
    if not row.get("first_wave"):
        return [row["wave"]]
    gone = row.get("left_out", "").split()
    return [
        w
        for w in sorted(release.asked.waves)
        if row["first_wave"] <= w <= row["last_wave"] and w not in gone
    ]
