"""Write the rules of a rulebook as live Excel formulas."""

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
    from jixiao.rulebook.excel.indicator import veto_condition as veto_condition
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
            "claimed_name": "defined_names",  # defined name of a self-score cell
            "input_name": "defined_names",  # defined name of an input cell
            "rate_name": "defined_names",  # defined name of a rate cell
            "suggested_name": "defined_names",  # defined name of a 测算得分 cell
            "table_name": "defined_names",  # defined name of a column of a repeating table
            "rate_formula": "indicator",  # Excel formula of the 实际值 of an indicator
            "score_formula": "indicator",  # Excel formula of the 测算得分 of an indicator
            "veto_condition": "indicator",  # when a breach decides, as a formula
            "row_formula": "rows",  # Excel formula of the 测算得分 of a free row
            "table_column_formula": "rows",  # Excel formula of a computed column of a table
            "ASK_TEXT": "text",  # result of a formula that a person must decide
            "FULL_TEXT": "text",  # result of a formula where full marks follow from zero
            "INSTEAD_OF_NUMBERS": "text",  # all texts that a formula gives in place of a number
            "NA_TEXT": "text",  # result of a formula of a row that does not apply
            "PARTIAL_TEXT": "text",  # result of a formula that lacks some inputs
            "ZERO_TEXT": "text",  # result of a formula where no points follow from zero
        },
    )
