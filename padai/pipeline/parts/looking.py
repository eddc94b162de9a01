"""Waves for whoever looks at a question: validated once, and known by their content after that.

A wave that passed every check is remembered by a hash over its data, its definition and the
programs, so that the next command reads and weights it without checking again. Only that verdict is
kept: no finding, no answer. A build validates its own wave every time; of the waves before it takes
a verdict that rests on the same (:func:`passed_before`), unless everything is made anew. What it
found is kept as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from padai.errors import FindingsError, PadaiError, Said
from padai.pipeline.machinery.kept import (
    digest_of_parts,
    file_digest,
    files_digest,
    place_of,
    programs_digest,
    read_kept,
    write_kept,
    written_by_hand,
)
from padai.pipeline.parts.preparation import Say, passing_waves, weight_as_declared
from padai.pipeline.parts.scoping import about, told
from padai.survey import Survey
from padai.survey.releases import RELEASES_FILE
from padai.waves import Wave, read_delivery
from padai.waves.data_files import locate, locate_joint
from padai.waves.readers import several_files

_DATA = "data"
_READ = ("survey.yaml", "questionnaire.yaml", RELEASES_FILE)
"""The files of a definition that its model holds wholly, beside those of the waves."""
_VERDICTS, _BEFORE = "verdicts", "verdicts-before"
_Key = Callable[[Survey, str, str, Mapping[str, str] | None], str]


@several_files()
def validated_waves(
    survey: Survey,
    wave_id: str,
    part: str,
    data_dir: Path | None,
    say: Say,
    *,
    wanted: Callable[[str], bool] = lambda _wave: True,
    questions: Collection[str] = (),
    tell: Callable[[Said], None] = lambda _said: None,
) -> tuple[Wave, ...]:
    """Return a part's waves up to one, validated and weighted as they declare, the oldest first.

    Parameters
    ----------
    wanted
        Says of an earlier wave whether it is of any use; the last one always is.
    questions
        The questions looked at, and those that divide people: errors of other questions alone are
        set aside, and `tell` is called with each. None: every error stops.

    Raises
    ------
    FindingsError
        A wave has findings that stop publication; the message lists them.
    """
    wave_id = survey.wave(wave_id).id
    files = _files(survey, wave_id, part, data_dir)
    key = _key(survey, wave_id, part, files)
    if files is not None and read_kept(_place(survey, wave_id, part)).get("passed") == key:
        waves = _read(survey, wave_id, part, data_dir, say, wanted)
        if _as_hashed(waves, files):
            return waves
    try:
        ready = passing_waves(survey, wave_id, part, data_dir, say)
    except FindingsError:
        looked = (questions, survey, wave_id, part, data_dir, say)
        scoped = about(*looked, wanted) if questions else None
        if scoped is None:
            raise
        ready, aside = scoped
        for each in aside:
            for sentence in told(each, survey):
                tell(sentence)
        return tuple(w for w in ready if w is ready[-1] or wanted(w.id))
    again = _files(survey, wave_id, part, data_dir)
    if files is not None and again == files and _key(survey, wave_id, part, again) == key:
        write_kept(_place(survey, wave_id, part), {"passed": key})
    return tuple(w for w in ready if w is ready[-1] or wanted(w.id))


@contextmanager
def passed(
    survey: Survey, wave_id: str, parts: Collection[str], data_dir: Path | None
) -> Iterator[None]:
    """Keep the verdict of parts that are validated meanwhile, and that of the waves before.

    Nothing is kept where one is stopped, or where anything that its verdict rests on has moved.
    """
    before: list[_Kept] = []
    for part in parts:
        last = survey.wave(wave_id).id
        before.append(_Kept.of(_VERDICTS, _key, survey, last, part, data_dir))
        for each in (*survey.earlier(last, part)[-1:], last):
            before.append(_Kept.of(_BEFORE, _key_before, survey, each, part, data_dir))
    yield
    for found in before:
        found.keep()


def passed_before(
    survey: Survey, wave_id: str, part: str, data_dir: Path | None
) -> Mapping[str, str]:
    """Return the hashes of the files of the waves before one, where all of them are known to pass.

    Whoever reads them compares the hash: a file may be replaced in between.
    """
    for each in survey.earlier(wave_id, part)[-1:]:
        files = _files(survey, each, part, data_dir)
        key = _key_before(survey, each, part, files)
        place = _place(survey, each, part, _BEFORE)
        if files is not None and read_kept(place).get("passed") == key:
            return files
    return {}


@dataclass(frozen=True)
class _Kept:
    """A verdict to be kept, if nothing that it rests on moves meanwhile."""

    place: Path
    files: Mapping[str, str] | None
    key: str
    again: Callable[[], tuple[Mapping[str, str] | None, str]]

    @classmethod
    def of(
        cls, kind: str, key: _Key, survey: Survey, wave_id: str, part: str, data_dir: Path | None
    ) -> _Kept:
        """Return what is kept of one wave, as it rests now."""

        def now() -> tuple[Mapping[str, str] | None, str]:
            files = _files(survey, wave_id, part, data_dir)
            return files, key(survey, wave_id, part, files)

        return cls(_place(survey, wave_id, part, kind), *now(), now)

    def keep(self) -> None:
        """Keep it, where it rests on the same still."""
        if self.files is not None and self.again() == (self.files, self.key):
            write_kept(self.place, {"passed": self.key})


def _place(survey: Survey, wave_id: str, part: str, kind: str = _VERDICTS) -> Path:
    return place_of(kind, str(survey.path), survey.id, wave_id, part)


def _read(
    survey: Survey,
    wave_id: str,
    part: str,
    data_dir: Path | None,
    say: Say,
    wanted: Callable[[str], bool],
) -> tuple[Wave, ...]:
    """Read and weight waves of which the verdict is known."""
    waves = []
    for each in (*filter(wanted, survey.earlier(wave_id, part)), wave_id):
        say(f"{survey.id} {each} {part}")
        delivery = read_delivery(survey, each, part, data_dir=data_dir)
        waves.append(weight_as_declared(delivery.wave()))
    return tuple(waves)


def _files(
    survey: Survey, wave_id: str, part: str, data_dir: Path | None
) -> Mapping[str, str] | None:
    """Return the hash of each wave's file; None where one cannot be read."""
    with suppress(PadaiError, OSError):
        digests = {}
        for each in (*survey.earlier(wave_id, part), wave_id):
            digests[each] = file_digest(locate(survey, each, part, data_dir))
            if (pairs := locate_joint(survey, each, part, data_dir)) is not None:
                digests[f"{each}, pairs"] = file_digest(pairs)
        return digests
    return None


def _key(survey: Survey, wave_id: str, part: str, files: Mapping[str, str] | None) -> str:
    """Hash all that a verdict rests on: the definition as it was read, and as it lies there."""
    written = files_digest(written_by_hand(survey.path, but=_DATA))
    definition = survey.model_dump_json(exclude={"path", "releases"})
    return digest_of_parts(
        [programs_digest(), wave_id, part, dict(files or {}), written, definition]
    )


def _key_before(survey: Survey, wave_id: str, part: str, files: Mapping[str, str] | None) -> str:
    """Hash all that a verdict rests on, whatever is declared of the waves after this one.

    Where files hold several waves, which rows one takes is a matter of all: all count then.
    """
    known = survey.waves[: survey.waves.index(survey.wave(wave_id).id) + 1]
    if any(p.rows for wave in survey.wave_defs.values() for p in wave.parts.values()):
        known = survey.waves
    later = set(survey.waves) - set(known)
    left = {f"{folder}/{wave}" for wave in later for folder in ("waves", "targets")}
    found = written_by_hand(survey.path, but=_DATA).items()
    beside = {n: p for n, p in found if n not in _READ and n.rpartition(".")[0] not in left}
    told = survey.model_dump_json(
        exclude={"path": True, "releases": True, "waves": True, "wave_defs": later}
    )
    own = [wave_id, part, dict(files or {}), files_digest(beside), told, known]
    return digest_of_parts([programs_digest(), *own])


def _as_hashed(waves: tuple[Wave, ...], files: Mapping[str, str]) -> bool:
    """Whether what was read is what was hashed: a file may be replaced in between."""
    return all(wave.provenance.get("sha256") == files[wave.id] for wave in waves)
