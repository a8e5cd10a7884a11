"""Live formulas of a template, from the same trees that the evaluator walks.

Blank inputs give blank rates and scores; a case that the rulebook leaves to a person shows
``ASK_TEXT``. Formulas carry no leading ``=``.
"""

from jixiao.rulebook.excel.indicator import rate_formula, score_formula
from jixiao.rulebook.excel.rows import row_formula, table_column_formula
from jixiao.rulebook.excel.text import ASK_TEXT, FULL_TEXT, NA_TEXT, PARTIAL_TEXT, ZERO_TEXT

__all__ = [
    "ASK_TEXT",
    "FULL_TEXT",
    "NA_TEXT",
    "PARTIAL_TEXT",
    "ZERO_TEXT",
    "rate_formula",
    "row_formula",
    "score_formula",
    "table_column_formula",
]
