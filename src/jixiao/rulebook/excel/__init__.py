"""A rulebook as live formulas of a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.excel.defined_names import claimed_name as claimed_name
    from jixiao.rulebook.excel.defined_names import input_name as input_name
    from jixiao.rulebook.excel.defined_names import rate_name as rate_name
    from jixiao.rulebook.excel.defined_names import suggested_name as suggested_name
    from jixiao.rulebook.excel.defined_names import table_name as table_name
    from jixiao.rulebook.excel.indicator import rate_formula as rate_formula
    from jixiao.rulebook.excel.indicator import score_formula as score_formula
    from jixiao.rulebook.excel.rows import row_formula as row_formula
    from jixiao.rulebook.excel.rows import table_column_formula as table_column_formula
    from jixiao.rulebook.excel.text import ASK_TEXT as ASK_TEXT
    from jixiao.rulebook.excel.text import FULL_TEXT as FULL_TEXT
    from jixiao.rulebook.excel.text import INSTEAD_OF_NUMBERS as INSTEAD_OF_NUMBERS
    from jixiao.rulebook.excel.text import NA_TEXT as NA_TEXT
    from jixiao.rulebook.excel.text import PARTIAL_TEXT as PARTIAL_TEXT
    from jixiao.rulebook.excel.text import ZERO_TEXT as ZERO_TEXT
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "claimed_name": "defined_names",  # ``jx_claimed_budget_completion``
            "input_name": "defined_names",  # ``jx_in_spent``
            "rate_name": "defined_names",  # ``jx_rate_budget_completion``
            "suggested_name": "defined_names",  # ``jx_suggested_budget_completion``
            "table_name": "defined_names",  # ``jx_tb_projects_spent``
            "rate_formula": "indicator",  # The 实际值 of an indicator from its inputs
            "score_formula": "indicator",  # The 测算得分 of an indicator
            "row_formula": "rows",  # The 测算得分 of a free row from its own cells
            "table_column_formula": "rows",  # A computed column of a repeating table in one row
            "ASK_TEXT": "text",
            "FULL_TEXT": "text",
            "INSTEAD_OF_NUMBERS": "text",
            "NA_TEXT": "text",
            "PARTIAL_TEXT": "text",
            "ZERO_TEXT": "text",
        },
    )
