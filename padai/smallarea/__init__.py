"""ESTIMATE where the sample is thin: models that let areas learn from each other."""

from padai.smallarea.area_level import small_area
from padai.smallarea.unit_level import unit_model

__all__ = ["small_area", "unit_model"]
