"""Exhibits: what a section of a report shows, one module a kind of block."""

from __future__ import annotations

from importlib import import_module

from padai.errors import PublicationError
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.exhibits.titles import WRITTEN
from padai.publishing.pieces.emit import Piece
from padai.survey import Block
from padai.words import Said


def exhibit(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return what a block shows.

    Parameters
    ----------
    context
        The store in one language.
    block
        The block of a section, as the definition declares it.
    stem
        The start of the labels of its figures and tables.
    part
        The part of the wave that it shows.

    Raises
    ------
    PublicationError
        It has a writer's title, which the figures of its kind do not take.
    """
    if block.finding is not None and block.kind not in WRITTEN:
        kinds = ", ".join(WRITTEN)
        raise PublicationError(
            Said(
                "publishing-exhibits-a-block-of-kind-takes-no-finding-blocks",
                block_kind=block.kind,
                kinds=kinds,
            ),
            where=f"{context.survey.id}, {context.wave}",
        )
    module = import_module(f"padai.publishing.exhibits.{block.kind}")
    context = context.shortened(block.questions)
    made: Piece = getattr(module, block.kind)(context, block, stem, part)
    return made
