"""The parts of the next wave: those of the last, each with its own rows of the new file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from padai.errors import DefinitionError, Said
from padai.interchange.choices import Choices, DesignChoice
from padai.interchange.definition_lines import QuestionChange
from padai.interchange.design_roles import find_design
from padai.interchange.draft import DesignRole, DraftDesign, DraftWave, Value, Words
from padai.interchange.drafting import proposed_design
from padai.interchange.private import set_apart
from padai.interchange.question_changes import ends_of
from padai.interchange.replicate_sets import in_one_line
from padai.interchange.role_findings import DesignFinding
from padai.interchange.wave_files import WaveToDraft, free_name, telling_columns
from padai.interchange.wave_suffixes import without
from padai.survey import Part, Survey
from padai.survey.column_patterns import columns_named
from padai.survey.texts import TO_COMPLETE

if TYPE_CHECKING:
    import pandas as pd

_OTHER = "*"


@dataclass(frozen=True)
class DraftPart:
    """A part of the next wave, with the texts that hold from the last one."""

    wave: DraftWave
    facts: dict[str, str | Words]


@dataclass(frozen=True)
class PartRows:
    """The rows of a part: how many, and the condition that takes them beside the wave's own."""

    n: int
    rows: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)


def next_parts(
    survey: Survey,
    source: WaveToDraft,
    changes: Sequence[QuestionChange],
    choices: Choices,
    near: str = "",
) -> list[DraftPart]:
    """Draft the parts of the next wave after those of the last, or of the wave `near` it.

    Parts that shared a file, each with its rows, share the new one in the same way. A part that
    had a file of its own is named and left to be added, since this file does not hold it.

    Raises
    ------
    DefinitionError
        The file lacks the column that parted the wave, or a part has no row in it.
    """
    parts = list(survey.wave_defs[near or survey.waves[-1]].parts.values())
    sharing = [p for p in parts if p.file == parts[0].file]
    for apart in (p for p in parts if p.file != parts[0].file):
        choices.tell(
            Said(
                "interchange-part-has-its-own-file",
                part=apart.id,
                file=apart.file,
                wave_id=source.wave_id,
            )
        )
    shapes = _shapes(source, sharing, choices) if len(sharing) > 1 else [PartRows(source.rows)]
    return [
        DraftPart(_part(survey, source, p, s, changes, choices), _facts(p))
        for p, s in zip(sharing, shapes, strict=True)
    ]


def refuse_new_codes(survey: Survey, path: Path) -> None:
    """Refuse an export whose parts are told apart by a column that the definition gives no code to.

    Raises
    ------
    DefinitionError
        Its codes would be made anew from this export, and might be another part's.
    """
    parts = list(survey.wave_defs[survey.waves[-1]].parts.values())
    sharing = [p for p in parts if p.file == parts[0].file]
    known = {name for q in survey.questions.values() for name in (q.id, *q.columns.values())}
    unknown = [c for c in telling_columns(sharing) if c not in known]
    if unknown:
        raise DefinitionError(
            Said(
                "interchange-parts-of-an-export-need-a-question",
                path_name=path.name,
                column=unknown[0],
            )
        )


def _shapes(source: WaveToDraft, parts: Sequence[Part], choices: Choices) -> list[PartRows]:
    """Return the rows of each part by the columns that tell the parts of the last wave apart."""
    telling = telling_columns(parts)
    frame = source.file.frame
    for column in telling:
        if column not in frame.columns:
            raise DefinitionError(
                Said(
                    "interchange-lacks-the-column-that-parts-the-wave",
                    path_name=source.path.name,
                    column=column,
                )
            )
    shapes = []
    left = frame.index == frame.index
    for part in parts:
        rows = {c: part.rows[c] for c in telling if c in part.rows}
        taken = frame.index == frame.index
        for column, values in rows.items():
            taken &= frame[column].isin(list(values)).to_numpy()
        if not taken.any():
            told = ", ".join(f"{c}: {list(v)}" for c, v in rows.items())
            raise DefinitionError(
                Said(
                    "interchange-part-has-no-row",
                    path_name=source.path.name,
                    part=part.id,
                    rows=told,
                )
            )
        left &= ~taken
        shapes.append(PartRows(int(taken.sum()), rows))
    if left.any():
        choices.tell(
            Said(
                "interchange-rows-that-no-part-takes",
                count=int(left.sum()),
                path_name=source.path.name,
            )
        )
    return shapes


def _part(
    survey: Survey,
    source: WaveToDraft,
    last: Part,
    shape: PartRows,
    changes: Sequence[QuestionChange],
    choices: Choices,
) -> DraftWave:
    """Draft a part of the wave: columns that no question takes are listed, and used nowhere."""
    finding = find_design(source.file, source.told)
    wave_id = _wave_of(survey, last)
    if last.design.weight and not finding.roles["weight"].columns:
        finding = replace(finding, weighted_elsewhere=wave_id)
    ends = partial(ends_of, survey, wave_id, source)
    design = _design(source, last, choices, finding, ends)
    asked = {n for c in changes if c.kind != "new" for n in c.column.split("\n")}
    other = {n: why for n, why in finding.set_apart.items() if n not in asked}
    before = columns_named(last.other_columns, source.told)
    other |= {n: Said("interchange-note-as-before") for n in before if n in source.told}
    other |= {c.name: Said("interchange-note-new") for c in changes if c.kind == "new"}
    changed = [n for c in changes if c.kind == "changed" for n in c.column.split("\n") if n]
    other |= dict.fromkeys(changed, Said("interchange-note-changed"))
    other |= set_apart(source.file, dict(source.told))
    rest = (*source.chosen, *source.dated.columns, *shape.rows)
    other |= dict.fromkeys(rest, Said("interchange-note-selects"))
    opened = {c.column for c in changes if c.kind in ("same", "renamed") and _is_open(survey, c)}
    kept = {n: why for n, why in other.items() if n not in {*design.columns, *opened}}
    kept = in_one_line(kept, finding.replicates)
    everything = _OTHER in last.other_columns
    when, name = source.dated, free_name(survey, source)
    return DraftWave(
        source.wave_id,
        when.start,
        when.end,
        when.told,
        design,
        source.path,
        name,
        source.file.sha256,
        shape.n,
        {} if everything else kept,
        precision=when.precision,
        rows={**source.chosen, **shape.rows},
        part=last.id,
        rest=Said("interchange-note-rest-not-kept") if everything else None,
    )


def _is_open(survey: Survey, change: QuestionChange) -> bool:
    return change.name in survey.questions and survey.questions[change.name].type == "open"


def _wave_of(survey: Survey, part: Part) -> str:
    return next(w for w, d in survey.wave_defs.items() if any(p is part for p in d.parts.values()))


def _under_new_ends(
    named: Mapping[DesignRole, str | None], ends: tuple[str, str], columns: pd.Index[str]
) -> dict[DesignRole, str | None]:
    """Return the columns of a design under the end by which the new file tells its wave."""
    out = dict(named)
    for role, column in named.items():
        stem = without(column or "", ends[0])
        if column is not None and column not in columns and stem != column:
            out[role] = now if (now := f"{stem}{ends[1]}") in columns else column
    return out


def _design(
    source: WaveToDraft,
    last: Part,
    choices: Choices,
    finding: DesignFinding,
    ends: Callable[[], tuple[str, str]],
) -> DraftDesign:
    """Draft the design: that of the last wave, where its columns are there."""
    named: dict[DesignRole, str | None] = {
        "id": last.design.id,
        "weight": last.design.weight,
        "stratum": next(iter(last.design.stratum), None),
        "psu": next(iter(last.design.psu), None),
    }
    columns = source.file.frame.columns
    if any(c not in columns for c in named.values() if c is not None):
        named = _under_new_ends(named, ends(), columns)
    there = {r: c for r, c in named.items() if c is not None and c in columns}
    same = next((c for c in choices.design if c.same), None)
    if same is not None:
        lacking = [c for r, c in named.items() if c and r not in {**there, **same.columns}]
        if lacking:
            raise DefinitionError(
                Said(
                    "interchange-design-same-lacks-name-the-columns",
                    path_name=source.path.name,
                    lacking=", ".join(lacking),
                ),
            )
        made = _made_as_before(last, finding)
        taken: dict[DesignRole, str] = {**there, **same.columns}
        chosen = DesignChoice(taken, replicates=made)
        choices = replace(choices, design=(chosen,))
    design = proposed_design(source, finding, choices)
    if not design.confirmed and there:
        design = replace(design, **there)  # type: ignore[arg-type]
    return design


def _made_as_before(last: Part, finding: DesignFinding) -> str | None:
    """Return how the replicates of the last wave were made, where a word said it.

    Raises
    ------
    DefinitionError
        They were made in a way that a word does not say.
    """
    spec = last.design.replicates
    if spec is None or spec.prefix not in finding.replicates:
        return None
    if set(spec.model_dump(exclude_defaults=True)) == {"kind", "prefix"}:
        return spec.kind
    raise DefinitionError(Said("interchange-replicates-made-by-more", prefix=spec.prefix))


def _facts(part: Part) -> dict[str, str | Words]:
    """Return the texts of the last wave's part, which mostly hold for the next one."""
    reason = part.weighting.reason if part.weighting else None
    texts = {"part": part.label, "population": part.population, "supplier": part.supplier}
    if reason is not None:
        texts["weights"] = reason
    told: dict[str, Words] = {
        name: {tag: said for tag, said in text.model_dump().items() if said}
        for name, text in texts.items()
    }
    return {k: v for k, v in told.items() if TO_COMPLETE not in v.values()}
