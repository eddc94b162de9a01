"""Disclosure: what may be shown. Reliability and confidentiality are two decisions, never mixed."""

from padai.disclosure.gate import REASONS, disclose, disclose_differences

__all__ = ["REASONS", "disclose", "disclose_differences"]
