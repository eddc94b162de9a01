"""Write the schema files anew: ``python -m padai.survey.schemas``."""

from pathlib import Path
from typing import get_args

from padai.survey.schemas import Kind, schema_text

for kind in get_args(Kind):
    Path(__file__).with_name(f"{kind}.schema.json").write_text(schema_text(kind), encoding="utf-8")
