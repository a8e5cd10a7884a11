"""ASCII defined names of a template's cells, made from the ids of a rulebook."""

from __future__ import annotations


def _ascii(identifier: str) -> str:
    return identifier.replace("-", "_")


def input_name(identifier: str) -> str:
    """``jx_in_spent``."""
    return f"jx_in_{_ascii(identifier)}"


def table_name(table: str, column: str) -> str:
    """``jx_tb_projects_spent``."""
    return f"jx_tb_{_ascii(table)}_{_ascii(column)}"


def rate_name(indicator: str) -> str:
    """``jx_rate_budget_completion``."""
    return f"jx_rate_{_ascii(indicator)}"


def claimed_name(indicator: str) -> str:
    """``jx_claimed_budget_completion``."""
    return f"jx_claimed_{_ascii(indicator)}"


def suggested_name(indicator: str) -> str:
    """``jx_suggested_budget_completion``."""
    return f"jx_suggested_{_ascii(indicator)}"
