"""A release as a reader finds it: which files there are, and all the figures that they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import html

from tests.outsider.attacks.ranges import Published
from tests.outsider.claims import SHOWN, Claim
from tests.outsider.figures import Figure, Place, merged
from tests.outsider.questionnaire import Questionnaire
from tests.outsider.reading.explorer import read_explorer
from tests.outsider.reading.grids import grids_of, read_grids, weight_range
from tests.outsider.reading.open_data import (
    read_contrasts,
    read_differences,
    read_margins,
    read_open_data,
    read_weights,
)
from tests.outsider.reading.slides import read_slides
from tests.outsider.reading.words import TOLD, read_words, texts_of
from tests.outsider.reading.workbooks import read_workbook
from tests.outsider.tables import Weights

INSIDE = ("data", "interne")
"""Folders of a release that are not for readers."""
Figures = dict[tuple[object, ...], Figure]


@dataclass
class Release:
    """The files of one version, and their figures, each once.

    Attributes
    ----------
    contradictions
        Cells that one file withholds and another one shows.
    withheld
        The figures that some file withholds, whatever another one does.
    shown_by
        The files that show each figure.
    """

    folder: Path
    asked: Questionnaire
    wave: str
    version: str
    figures: Figures = field(default_factory=dict)
    contradictions: list[Claim] = field(default_factory=list)
    withheld: Figures = field(default_factory=dict)
    shown_by: dict[tuple[object, ...], set[str]] = field(default_factory=dict)
    weights: dict[tuple[str, str], Weights] = field(default_factory=dict)

    @property
    def here(self) -> Place:
        return Place(self.wave, "main", self.version)

    def files(self, *suffixes: str) -> list[Path]:
        return [
            path
            for path in sorted(self.folder.rglob("*"))
            if path.suffix in suffixes and not _is_inside(path, self.folder)
        ]

    def places(self, *, every_wave: bool = False) -> list[Place]:
        found = {figure.place for figure in self.figures.values()}
        return sorted(
            (
                p
                for p in found
                if every_wave or p.wave == self.wave or self.wave not in {x.wave for x in found}
            ),
            key=str,
        )

    def published(self, place: Place) -> Published:
        figures = [figure for figure in self.figures.values() if figure.place == place]
        weights = self.weights.get((place.wave, place.part), Weights())
        return Published(self.asked, place, figures, weights)


def _is_inside(path: Path, folder: Path) -> bool:
    return any(part in INSIDE or part.startswith(".") for part in path.relative_to(folder).parts)


def read_release(folder: Path, asked: Questionnaire, *, pages: bool = True) -> Release:
    """Read every file of a version that a reader may open.

    Parameters
    ----------
    folder
        ``releases/<survey>/<wave>/v<version>``.
    pages
        Whether pages and documents are read too, which takes longer.
    """
    folder = folder.resolve()
    made = Release(folder, asked, folder.parent.name, folder.name)
    sources = [[_before_rounding(figure, asked.rounding) for figure in _structured(made)]]
    known = merged(sources[0])
    if pages:
        for path in made.files(".html", ".docx"):
            question = path.stem if path.stem in asked.variables else ""
            sources.append(read_grids(grids_of(path), asked, made.here, known, question))
        for path in made.files(*TOLD):
            sources.append(list(read_words(texts_of(path), asked, made.here, known, path.name)))
    for path in made.files(".pptx"):
        sources.append(list(read_slides(path, asked, made.here)))
    every = [_before_rounding(figure, asked.rounding) for source in sources for figure in source]
    for figure in every:
        if figure.withheld:
            made.withheld.setdefault(figure.key, figure)
        else:
            made.shown_by.setdefault(figure.key, set()).add(figure.source)
    made.contradictions = list(contradictions(every))
    made.figures = merged(every)
    later = read_differences(folder / "open", asked, made.figures, made.here)
    made.figures = merged([*made.figures.values(), *later])
    rests = list(read_contrasts(folder / "open", asked, made.figures, made.here))
    made.contradictions += told_by_the_rest(rests, made.withheld)
    made.figures = merged([*made.figures.values(), *rests])
    made.weights = {of: Weights(*ends) for of, ends in read_weights(folder / "open").items()}
    if pages and (ends := weight_range(_texts(made.files(".html")))):
        made.weights.setdefault((made.wave, "main"), Weights(*ends))
    return made


def _before_rounding(figure: Figure, step: int) -> Figure:
    """Return a base with what it can have been, where the definition rounds bases."""
    if (
        not step
        or figure.kind != "n"
        or figure.withheld
        or figure.low % step
        or figure.low != figure.high
    ):
        return figure
    return replace(figure, low=max(0.0, figure.low - step / 2), high=figure.high + step / 2)


def _structured(made: Release) -> Iterator[Figure]:
    if (made.folder / "open").is_dir():
        yield from read_open_data(made.folder / "open", made.asked, made.here)
        yield from read_margins(made.folder / "open", made.asked, made.here)
    books = made.files(".xlsx", ".ods")
    for path in books:
        yield from read_workbook(path, made.asked, made.here)
    for path in made.files(".html"):
        if path.stem in ("explorer", "explorateur"):
            yield from read_explorer(path, made.asked, made.here)


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        if path.parent.name != "questions":
            yield html.parse(str(path)).getroot().text_content()


def told_by_the_rest(rests: Iterable[Figure], withheld: Figures) -> Iterator[Claim]:
    """Find the groups that are withheld, and are all that another one is compared with."""
    for rest in rests:
        if rest.kind != "n" and rest.key in withheld:
            yield Claim(
                SHOWN,
                rest.place,
                rest.within,
                rest.low,
                rest.high,
                f"{rest.source} tells what {withheld[rest.key].source} withholds",
                facts=(
                    ("question", rest.question),
                    ("response", rest.response),
                    ("kind", rest.kind),
                ),
            )


def contradictions(figures: Iterable[Figure]) -> Iterator[Claim]:
    """Find what one file withholds and another one shows.

    A base stands in every row of a group, so that it is withheld where one answer is; only a share
    of people that is withheld beside their number counts.
    """
    shown: dict[tuple[object, ...], Figure] = {}
    withheld: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        if figure.kind == "n" and not figure.withheld:
            shown[figure.place, "raw", figure.question, "", figure.within] = figure
        elif figure.kind != "n":
            (withheld if figure.withheld else shown)[figure.key] = figure
    for key in sorted(withheld.keys() & shown.keys(), key=str):
        one, other = withheld[key], shown[key]
        yield Claim(
            SHOWN,
            one.place,
            one.within,
            other.low,
            other.high,
            f"{one.source} withholds it and {other.source} shows it",
            facts=(("question", one.question), ("response", one.response), ("kind", one.kind)),
        )
