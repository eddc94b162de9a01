"""What was declared before the data, sealed: the text, its time stamp, and what each finding is."""

from padai.pipeline.seals.findings import declared_periods, declared_rows, facts_of_seal
from padai.pipeline.seals.grades import Sealed, sealed_of
from padai.pipeline.seals.writing import WrittenSeal, seal

__all__ = [
    "Sealed",
    "WrittenSeal",
    "declared_periods",
    "declared_rows",
    "facts_of_seal",
    "seal",
    "sealed_of",
]
