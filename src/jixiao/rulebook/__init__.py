"""Rulebooks: TOML files read, validated, evaluated, explained and written as formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.excel import ASK_TEXT as ASK_TEXT
    from jixiao.rulebook.excel import FULL_TEXT as FULL_TEXT
    from jixiao.rulebook.excel import INSTEAD_OF_NUMBERS as INSTEAD_OF_NUMBERS
    from jixiao.rulebook.excel import NA_TEXT as NA_TEXT
    from jixiao.rulebook.excel import PARTIAL_TEXT as PARTIAL_TEXT
    from jixiao.rulebook.excel import ZERO_TEXT as ZERO_TEXT
    from jixiao.rulebook.excel import claimed_name as claimed_name
    from jixiao.rulebook.excel import input_name as input_name
    from jixiao.rulebook.excel import rate_formula as rate_formula
    from jixiao.rulebook.excel import rate_name as rate_name
    from jixiao.rulebook.excel import row_formula as row_formula
    from jixiao.rulebook.excel import score_formula as score_formula
    from jixiao.rulebook.excel import suggested_name as suggested_name
    from jixiao.rulebook.excel import table_column_formula as table_column_formula
    from jixiao.rulebook.excel import table_name as table_name
    from jixiao.rulebook.explain import HEADERS as HEADERS
    from jixiao.rulebook.explain import compare_rulebooks as compare_rulebooks
    from jixiao.rulebook.explain import diff_prose as diff_prose
    from jixiao.rulebook.explain import diff_table as diff_table
    from jixiao.rulebook.explain import indicator_lines as indicator_lines
    from jixiao.rulebook.explain import origin_lines as origin_lines
    from jixiao.rulebook.explain import rate_text as rate_text
    from jixiao.rulebook.explain import rulebook_page as rulebook_page
    from jixiao.rulebook.explain import standard_sentence as standard_sentence
    from jixiao.rulebook.kinds import REVERSED as REVERSED
    from jixiao.rulebook.kinds import FreeRow as FreeRow
    from jixiao.rulebook.kinds import operator_of as operator_of
    from jixiao.rulebook.load import check_rulebook as check_rulebook
    from jixiao.rulebook.load import load_rulebook as load_rulebook
    from jixiao.rulebook.load import shipped as shipped
    from jixiao.rulebook.outcome import Figures as Figures
    from jixiao.rulebook.outcome import FigureValue as FigureValue
    from jixiao.rulebook.outcome import Outcome as Outcome
    from jixiao.rulebook.outcome import OutcomeState as OutcomeState
    from jixiao.rulebook.outcome import PartOutcome as PartOutcome
    from jixiao.rulebook.schema import At as At
    from jixiao.rulebook.schema import Ceilings as Ceilings
    from jixiao.rulebook.schema import Checklist as Checklist
    from jixiao.rulebook.schema import Deduct as Deduct
    from jixiao.rulebook.schema import FreeBlock as FreeBlock
    from jixiao.rulebook.schema import Identity as Identity
    from jixiao.rulebook.schema import Indicator as Indicator
    from jixiao.rulebook.schema import Input as Input
    from jixiao.rulebook.schema import InputKind as InputKind
    from jixiao.rulebook.schema import ItemScore as ItemScore
    from jixiao.rulebook.schema import Judged as Judged
    from jixiao.rulebook.schema import Ladder as Ladder
    from jixiao.rulebook.schema import Linear as Linear
    from jixiao.rulebook.schema import Mode as Mode
    from jixiao.rulebook.schema import Part as Part
    from jixiao.rulebook.schema import Provenance as Provenance
    from jixiao.rulebook.schema import Role as Role
    from jixiao.rulebook.schema import Rulebook as Rulebook
    from jixiao.rulebook.schema import Table as Table
    from jixiao.rulebook.schema import TableColumn as TableColumn
    from jixiao.rulebook.scoring import evaluate_indicator as evaluate_indicator
    from jixiao.rulebook.scoring import evaluate_rate as evaluate_rate
    from jixiao.rulebook.scoring import evaluate_row as evaluate_row
    from jixiao.rulebook.scoring import gained_weight as gained_weight
    from jixiao.rulebook.scoring import plan_indicator as plan_indicator
    from jixiao.rulebook.scoring import rows_for as rows_for
    from jixiao.rulebook.scoring import weight_of as weight_of
    from jixiao.rulebook.source import RulebookError as RulebookError
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "ASK_TEXT": "excel",
            "FULL_TEXT": "excel",
            "INSTEAD_OF_NUMBERS": "excel",
            "NA_TEXT": "excel",
            "PARTIAL_TEXT": "excel",
            "ZERO_TEXT": "excel",
            "claimed_name": "excel",  # ``jx_claimed_budget_completion``
            "input_name": "excel",  # ``jx_in_spent``
            "rate_formula": "excel",  # The 实际值 of an indicator from its inputs
            "rate_name": "excel",  # ``jx_rate_budget_completion``
            "row_formula": "excel",  # The 测算得分 of a free row from its own cells
            "score_formula": "excel",  # The 测算得分 of an indicator
            "suggested_name": "excel",  # ``jx_suggested_budget_completion``
            "table_column_formula": "excel",  # A computed column of a repeating table in one row
            "table_name": "excel",  # ``jx_tb_projects_spent``
            "HEADERS": "explain",
            "compare_rulebooks": "explain",  # Compare two rulebooks
            # The difference in Chinese, a paragraph for each kind of change
            "diff_prose": "explain",
            "diff_table": "explain",  # One row a change under ``HEADERS``
            "indicator_lines": "explain",
            "origin_lines": "explain",  # One line for the whole and one a row
            "rate_text": "explain",  # The 指标公式 of an indicator, with the labels of its inputs
            "rulebook_page": "explain",  # The rule page of a rulebook in Markdown
            # The 评分标准 of an indicator, as the template's column shows it
            "standard_sentence": "explain",
            "FreeRow": "kinds",  # A row that the department named itself
            "REVERSED": "kinds",
            # The operator typed, else the one that the direction means, else None
            "operator_of": "kinds",
            # Load a rulebook and check it in full, its cases included, even where it is a shipped
            "check_rulebook": "load",
            "load_rulebook": "load",  # Load a rulebook
            "shipped": "load",  # The ids of the rulebooks that come with the program, sorted
            # A figure as an exact number and as the spread of numbers that it may stand for
            "FigureValue": "outcome",
            "Figures": "outcome",  # All that evaluation can draw on
            "Outcome": "outcome",  # The result of a rule
            "OutcomeState": "outcome",  # How far an evaluation got
            "PartOutcome": "outcome",  # One summand of a score
            "At": "schema",  # Where an input stands on the scoresheet itself (money block)
            "Ceilings": "schema",  # Most that bonus rows may add and malus rows may take, in points
            "Checklist": "schema",  # Points of all items answered 是
            "Deduct": "schema",  # Full marks inside ``full``, less outside, never below 0
            "FreeBlock": "schema",  # A block of free rows
            "Identity": "schema",  # Figures that must fit together
            "Indicator": "schema",  # A scored row
            "Input": "schema",  # A basic figure (基础数据项) that a department types in
            "InputKind": "schema",
            # A typed 0 to ``out_of`` score or coefficient × weight (折算得分)
            "ItemScore": "schema",
            "Judged": "schema",  # A person judges
            "Ladder": "schema",  # Steps over the rate
            # weight × rate ÷ target (``higher``) or weight × target ÷ rate (``lower``), 0 to weigh
            "Linear": "schema",
            "Mode": "schema",
            "Part": "schema",  # One summand of an indicator's score with its own rate (支付进度率
            "Provenance": "schema",  # Where something comes from
            "Role": "schema",  # What a column of the scoresheet holds
            "Rulebook": "schema",  # A whole 指标体系
            "Table": "schema",  # A repeating table (重点项目) on its own sheet
            "TableColumn": "schema",  # A column of a repeating table
            "evaluate_indicator": "scoring",  # Score an indicator from its inputs
            "evaluate_rate": "scoring",  # Score an indicator from its rate alone (a fraction
            "evaluate_row": "scoring",  # Score a free row
            # The points that an indicator can bring beyond its weight, from rows that do not apply
            "gained_weight": "scoring",
            "plan_indicator": "scoring",  # Make an indicator ready, once per rulebook and weight
            "rows_for": "scoring",  # Collect the columns that a formula asks for
            "weight_of": "scoring",  # The weight of a row in points
            "RulebookError": "source",  # A rulebook that cannot be used
        },
    )
