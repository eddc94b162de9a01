"""What was declared before the data, sealed: the text, its time stamp, and what each finding is."""

from padai.pipeline.seals.grades import Sealed, sealed_of
from padai.pipeline.seals.seal_files import WrittenSeal, seal
from padai.pipeline.seals.sealed_findings import declared_periods, declared_rows, facts_of_seal

__all__ = [
    "Sealed",
    "WrittenSeal",
    "declared_periods",
    "declared_rows",
    "facts_of_seal",
    "seal",
    "sealed_of",
]
