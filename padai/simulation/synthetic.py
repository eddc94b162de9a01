"""Synthetic waves of a survey: frames, files and the known truth, from a seed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DefinitionError
from padai.results.shown import Shown
from padai.simulation.known_truth import known_truth, truth_text
from padai.simulation.labelled_files import labels_of, write_labelled
from padai.simulation.planted import read_planted
from padai.simulation.population import Population, make_population
from padai.simulation.respondents import SimulatedSample
from padai.simulation.wave_model import Course, WaveModel
from padai.spelling import called
from padai.survey import Survey
from padai.waves.guards import require
from padai.words import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

TITLE = "Données fictives – Synthetic data"
NOTE = Said("simulation-synthetic-data-made-by-simulation-nobody")
_DESIGN_LABELS = {
    "id": "Identifiant fictif",
    "weight": "Poids de sondage",
    "stratum": "Strate de tirage",
    "psu": "Unité primaire d'échantillonnage",
}


@dataclass(frozen=True)
class SyntheticFile:
    """A file that a simulation wrote: where, its SHA-256 and its number of rows."""

    path: Path
    sha256: str
    n: int


@dataclass(frozen=True, repr=False)
class Simulation(Shown):
    """Synthetic waves and what is true of them.

    Attributes
    ----------
    frames
        The file's columns for each (wave, part).
    truth
        Population values and real changes, as ``truth.json`` holds them.
    files
        Each file written, by (wave, part); empty where none was.
    seed
        What they were made from.
    """

    frames: Mapping[tuple[str, str], pd.DataFrame]
    truth: Mapping[str, Any]
    files: Mapping[tuple[str, str], SyntheticFile]
    seed: int

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the files were written."""
        return tuple(file.path for file in self.files.values())

    def _shown(self) -> pd.DataFrame:
        import pandas as pd

        names = {place: file.path.name for place, file in self.files.items()}
        rows = [
            (wave, part, len(frame), names.get((wave, part), ""))
            for (wave, part), frame in self.frames.items()
        ]
        return pd.DataFrame(rows, columns=["wave", "part", "rows", "file"])


@called
def simulate(
    survey: Survey,
    wave: str | None = None,
    *,
    seed: int | None = None,
    out: str | Path | None = None,
    sizes: Mapping[str, int] | None = None,
) -> Simulation:
    """Make synthetic waves of a survey, with the truth that an analysis should find.

    What is planted stands in the survey's ``truth.yaml``; without that file answers are drawn from
    plain defaults and nothing changes between waves. The same definition and seed give the same
    files, byte for byte.

    Parameters
    ----------
    survey
        The definition.
    wave
        One wave; all of them where none is named.
    seed
        A whole number; the one in ``truth.yaml`` where none is given.
    out
        A folder in which to write each part's ``.sav`` under its declared name; nothing is written
        where it is none.
    sizes
        Respondents by part, instead of the planned numbers.

    Returns
    -------
    Simulation

    Raises
    ------
    DefinitionError
        No seed; ``truth.yaml`` names what the definition lacks or plants what cannot be.
    DataError
        The format cannot hold a label, a name or the missing codes of a question.

    Examples
    --------
    >>> from importlib import resources
    >>> from padai.survey import load_survey
    >>> example = resources.files("padai.interchange") / "example" / "surveys" / "example"
    >>> made = simulate(load_survey(str(example)), "2023", seed=1, sizes={"main": 500})
    >>> made.frames["2023", "main"].shape
    (500, 18)
    """
    require("simulate", "survey", survey, "Survey")
    planted = read_planted(survey)
    chosen_seed = planted.seed if seed is None else seed
    if chosen_seed is None:
        raise DefinitionError(
            Said("simulation-a-simulation-needs-a-seed-give-seed-or", survey_id=survey.id)
        )
    if sizes:
        samples = {
            part: planted.sample(part).model_copy(update={"n": dict.fromkeys(survey.waves, n)})
            for part, n in sizes.items()
        }
        planted = planted.model_copy(update={"samples": {**planted.samples, **samples}})
    wanted = (survey.wave(wave).id,) if wave is not None else survey.waves
    last = max(survey.waves.index(w) for w in wanted)
    course, models = Course(), {}
    for wave_id in survey.waves[: last + 1]:
        people = _people(survey, planted, wave_id, chosen_seed)
        models[wave_id] = WaveModel(survey, planted, wave_id, people, course)
    frames = {
        (wave_id, part): SimulatedSample(models[wave_id], part, chosen_seed).frame()
        for wave_id in wanted
        for part in models[wave_id].people
    }
    files = {} if out is None else _write(survey, frames, Path(out))
    return Simulation(frames, known_truth(survey, models, chosen_seed), files, chosen_seed)


def _people(survey: Survey, planted: Any, wave_id: str, seed: int) -> dict[str, Population]:
    parts = sorted(survey.wave(wave_id).parts, key=lambda part: part != "main")
    people: dict[str, Population] = {}
    for part in parts:
        people[part] = make_population(survey, planted, wave_id, part, seed, people.get("main"))
    return people


def _write(
    survey: Survey, frames: Mapping[tuple[str, str], pd.DataFrame], folder: Path
) -> dict[tuple[str, str], SyntheticFile]:
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for (wave_id, part), frame in frames.items():
        spec = survey.part(wave_id, part)
        path = folder / spec.file
        if path.suffix != ".sav":
            raise DefinitionError(
                Said(
                    "simulation-a-simulation-writes-sav-files-and-the",
                    survey_id=survey.id,
                    wave_id=wave_id,
                    part=part,
                    file=spec.file,
                )
            )
        design = spec.design
        extra = {c: _DESIGN_LABELS["stratum"] for c in design.stratum}
        extra |= {c: _DESIGN_LABELS["psu"] for c in design.psu}
        extra |= {c: _DESIGN_LABELS["weight"] for c in (design.weight,) if c}
        extra |= {c: _DESIGN_LABELS["id"] for c in (design.id,) if c}
        labels = labels_of(survey, wave_id, part)
        write_labelled(
            frame,
            path,
            labels,
            date=survey.wave(wave_id).fieldwork.end,
            title=TITLE,
            note=NOTE,
            where=f"{survey.id}, {wave_id}, {part}",
            extra={k: v for k, v in extra.items() if k not in labels.columns},
        )
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        written[(wave_id, part)] = SyntheticFile(path, digest, len(frame))
    return written


def rebuild(
    survey: Survey,
    wave: str | None = None,
    *,
    seed: int | None = None,
    out: str | Path | None = None,
    checksums: bool = False,
) -> Simulation:
    """Write a survey's synthetic files, by default its own, with ``truth.json`` beside them.

    Parameters
    ----------
    survey
        The definition.
    wave
        One wave; all of them where none is named.
    seed
        The one in ``truth.yaml`` where none is given.
    out
        A folder to write to, with the truth; where it is none, the files that the definition names
        are replaced, and ``truth.json`` in its folder when all waves are made.
    checksums
        Write ``sha256:`` and ``n:`` of the files into ``waves/*.yaml``.

    Raises
    ------
    DefinitionError
        The survey's own files would be replaced though it is not declared synthetic.
    """
    if out is None and not survey.synthetic:
        raise DefinitionError(
            Said("simulation-the-survey-is-not-declared-synthetic", survey_id=survey.id)
        )
    folder = survey.path / survey.data_dir if out is None else Path(out)
    made = simulate(survey, wave, seed=seed, out=folder)
    if out is not None or wave is None:
        place = (survey.path if out is None else folder) / "truth.json"
        place.write_text(truth_text(made.truth), encoding="utf-8", newline="\n")
    if checksums:
        write_checksums(survey, made.files)
    return made


def write_checksums(
    survey: Survey, files: Mapping[tuple[str, str], SyntheticFile]
) -> tuple[Path, ...]:
    """Write each part's ``sha256:`` and ``n:`` into its wave's YAML, leaving all else as it is.

    Returns
    -------
    The files that changed.
    """
    changed = []
    for wave_id in dict.fromkeys(wave for wave, _ in files):
        path = survey.path / "waves" / f"{wave_id}.yaml"
        before = path.read_text(encoding="utf-8")
        text = before
        for (wave, part), file in files.items():
            if wave == wave_id:
                where = f"{survey.id}, {path.name}, {part}"
                text = _with_checksum(text, survey.part(wave, part).file, file, where)
        if text != before:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return tuple(changed)


def _with_checksum(text: str, name: str, file: SyntheticFile, where: str) -> str:
    """Put the two lines right after the part's ``file:`` line, in place of earlier ones."""
    lines = text.split("\n")
    pattern = re.compile(rf"^(\s+)file:\s*[\"']?{re.escape(name)}[\"']?\s*(#.*)?$")
    at = next((i for i, line in enumerate(lines) if pattern.match(line)), None)
    if at is None:
        raise DefinitionError(
            Said("simulation-no-line-file-stands-alone-so-the", where=where, name=name)
        )
    indent = str(pattern.match(lines[at]).group(1))  # type: ignore[union-attr]
    start, end = at, at
    while start > 0 and lines[start - 1].startswith(indent):
        start -= 1
    while end + 1 < len(lines) and (
        lines[end + 1].startswith(indent) or not lines[end + 1].strip()
    ):
        end += 1
    own = re.compile(rf"^{indent}(sha256|n):\s")
    kept = [line for line in lines[start : end + 1] if not own.match(line)]
    place = next(i for i, line in enumerate(kept) if pattern.match(line)) + 1
    kept[place:place] = [f"{indent}sha256: {file.sha256}", f"{indent}n: {file.n}"]
    return "\n".join([*lines[:start], *kept, *lines[end + 1 :]])
