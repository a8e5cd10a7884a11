"""Rulebooks: TOML files read, validated, evaluated, explained and written as Excel formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.cases import run_case as run_case
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
    from jixiao.rulebook.excel import veto_condition as veto_condition
    from jixiao.rulebook.explain import compare_rulebooks as compare_rulebooks
    from jixiao.rulebook.explain import computed_standard as computed_standard
    from jixiao.rulebook.explain import diff_prose as diff_prose
    from jixiao.rulebook.explain import diff_table as diff_table
    from jixiao.rulebook.explain import indicator_lines as indicator_lines
    from jixiao.rulebook.explain import inputs_of as inputs_of
    from jixiao.rulebook.explain import numbers_not_in_rule as numbers_not_in_rule
    from jixiao.rulebook.explain import origin_lines as origin_lines
    from jixiao.rulebook.explain import printed_standard as printed_standard
    from jixiao.rulebook.explain import provenance_text as provenance_text
    from jixiao.rulebook.explain import rate_text as rate_text
    from jixiao.rulebook.explain import rulebook_page as rulebook_page
    from jixiao.rulebook.explain import standard_sentence as standard_sentence
    from jixiao.rulebook.explain import veto_sentences as veto_sentences
    from jixiao.rulebook.kinds import Cases as Cases
    from jixiao.rulebook.kinds import Checklist as Checklist
    from jixiao.rulebook.kinds import Choice as Choice
    from jixiao.rulebook.kinds import CountedLoss as CountedLoss
    from jixiao.rulebook.kinds import Deduct as Deduct
    from jixiao.rulebook.kinds import Deductions as Deductions
    from jixiao.rulebook.kinds import Expression as Expression
    from jixiao.rulebook.kinds import FreeRow as FreeRow
    from jixiao.rulebook.kinds import Interpolation as Interpolation
    from jixiao.rulebook.kinds import InterpolationPoint as InterpolationPoint
    from jixiao.rulebook.kinds import Item as Item
    from jixiao.rulebook.kinds import ItemScore as ItemScore
    from jixiao.rulebook.kinds import Judged as Judged
    from jixiao.rulebook.kinds import Ladder as Ladder
    from jixiao.rulebook.kinds import Linear as Linear
    from jixiao.rulebook.kinds import Measure as Measure
    from jixiao.rulebook.kinds import Mode as Mode
    from jixiao.rulebook.kinds import Score as Score
    from jixiao.rulebook.kinds import Step as Step
    from jixiao.rulebook.kinds import Target as Target
    from jixiao.rulebook.kinds import Tier as Tier
    from jixiao.rulebook.kinds import compile_rule as compile_rule
    from jixiao.rulebook.kinds import operator_of as operator_of
    from jixiao.rulebook.library import Library as Library
    from jixiao.rulebook.library import LibraryError as LibraryError
    from jixiao.rulebook.library import LibraryLike as LibraryLike
    from jixiao.rulebook.library import library_of as library_of
    from jixiao.rulebook.library import read_library as read_library
    from jixiao.rulebook.library import rulebook_files as rulebook_files
    from jixiao.rulebook.load import check_rulebook as check_rulebook
    from jixiao.rulebook.load import load_rulebook as load_rulebook
    from jixiao.rulebook.load import misfits_of as misfits_of
    from jixiao.rulebook.load import questionnaires as questionnaires
    from jixiao.rulebook.load import report_outline as report_outline
    from jixiao.rulebook.load import rulebook_hints as rulebook_hints
    from jixiao.rulebook.load import shipped as shipped
    from jixiao.rulebook.outcome import Figures as Figures
    from jixiao.rulebook.outcome import FigureValue as FigureValue
    from jixiao.rulebook.outcome import Outcome as Outcome
    from jixiao.rulebook.outcome import OutcomeState as OutcomeState
    from jixiao.rulebook.outcome import PartOutcome as PartOutcome
    from jixiao.rulebook.ranges import RateRange as RateRange
    from jixiao.rulebook.ranges import parse_range as parse_range
    from jixiao.rulebook.schema import At as At
    from jixiao.rulebook.schema import Case as Case
    from jixiao.rulebook.schema import Ceilings as Ceilings
    from jixiao.rulebook.schema import FreeBlock as FreeBlock
    from jixiao.rulebook.schema import Grade as Grade
    from jixiao.rulebook.schema import Identity as Identity
    from jixiao.rulebook.schema import Indicator as Indicator
    from jixiao.rulebook.schema import Input as Input
    from jixiao.rulebook.schema import InputKind as InputKind
    from jixiao.rulebook.schema import LayoutColumn as LayoutColumn
    from jixiao.rulebook.schema import Part as Part
    from jixiao.rulebook.schema import Provenance as Provenance
    from jixiao.rulebook.schema import Questionnaires as Questionnaires
    from jixiao.rulebook.schema import ReportOutline as ReportOutline
    from jixiao.rulebook.schema import ReportSection as ReportSection
    from jixiao.rulebook.schema import Role as Role
    from jixiao.rulebook.schema import Rulebook as Rulebook
    from jixiao.rulebook.schema import SurveyAnswer as SurveyAnswer
    from jixiao.rulebook.schema import SurveyGroup as SurveyGroup
    from jixiao.rulebook.schema import Table as Table
    from jixiao.rulebook.schema import TableColumn as TableColumn
    from jixiao.rulebook.scoring import ExactScore as ExactScore
    from jixiao.rulebook.scoring import add_points as add_points
    from jixiao.rulebook.scoring import adjusting as adjusting
    from jixiao.rulebook.scoring import ceiling_of as ceiling_of
    from jixiao.rulebook.scoring import evaluate_indicator as evaluate_indicator
    from jixiao.rulebook.scoring import evaluate_rate as evaluate_rate
    from jixiao.rulebook.scoring import evaluate_row as evaluate_row
    from jixiao.rulebook.scoring import exact_score as exact_score
    from jixiao.rulebook.scoring import gained_weight as gained_weight
    from jixiao.rulebook.scoring import grade_allowed as grade_allowed
    from jixiao.rulebook.scoring import is_spread as is_spread
    from jixiao.rulebook.scoring import plan_indicator as plan_indicator
    from jixiao.rulebook.scoring import rows_for as rows_for
    from jixiao.rulebook.scoring import vetoed_total as vetoed_total
    from jixiao.rulebook.scoring import weight_of as weight_of
    from jixiao.rulebook.source import RulebookError as RulebookError
    from jixiao.rulebook.source import shipped_text as shipped_text
    from jixiao.rulebook.trace_texts import join_texts as join_texts
    from jixiao.rulebook.trace_texts import trace_text as trace_text
    from jixiao.rulebook.words import FORWARD as FORWARD
    from jixiao.rulebook.words import NO as NO
    from jixiao.rulebook.words import QUALITATIVE as QUALITATIVE
    from jixiao.rulebook.words import QUANTITATIVE as QUANTITATIVE
    from jixiao.rulebook.words import REVERSED as REVERSED
    from jixiao.rulebook.words import YES as YES
    from jixiao.rulebook.words import answer_word as answer_word
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "run_case": "cases",  # score a worked case
            "ASK_TEXT": "excel",  # result of a formula that a person must decide
            "FULL_TEXT": "excel",  # result of a formula where full marks follow from zero
            "INSTEAD_OF_NUMBERS": "excel",  # all texts that a formula gives in place of a number
            "NA_TEXT": "excel",  # result of a formula of a row that does not apply
            "PARTIAL_TEXT": "excel",  # result of a formula that lacks some inputs
            "ZERO_TEXT": "excel",  # result of a formula where no points follow from zero
            "claimed_name": "excel",  # defined name of a self-score cell
            "input_name": "excel",  # defined name of an input cell
            "rate_formula": "excel",  # Excel formula of the 实际值 of an indicator
            "rate_name": "excel",  # defined name of a rate cell
            "row_formula": "excel",  # Excel formula of the 测算得分 of a free row
            "score_formula": "excel",  # Excel formula of the 测算得分 of an indicator
            "suggested_name": "excel",  # defined name of a 测算得分 cell
            "table_column_formula": "excel",  # Excel formula of a computed column of a table
            "table_name": "excel",  # defined name of a column of a repeating table
            "compare_rulebooks": "explain",  # the differences between two rulebooks
            "diff_prose": "explain",  # differences in Chinese, a paragraph for each kind
            "diff_table": "explain",  # differences as rows, one a change
            "computed_standard": "explain",  # how a row with a published standard is computed
            "indicator_lines": "explain",  # an indicator explained, as lines
            # numbers of published words that the rule lacks
            "numbers_not_in_rule": "explain",
            "origin_lines": "explain",  # where the values of a rulebook come from
            "inputs_of": "explain",  # the inputs that an indicator draws on
            "provenance_text": "explain",  # where a rule comes from, in words
            "printed_standard": "explain",  # the 评分标准 as a form prints it
            "rate_text": "explain",  # the 指标公式 of an indicator in words
            "rulebook_page": "explain",  # the rule page of a rulebook in Markdown
            "veto_sentences": "explain",  # what breaches decide (一票否决), in sentences
            "standard_sentence": "explain",  # the 评分标准 of an indicator as a sentence
            "FreeRow": "kinds",  # target, actual and weight of a row the department named
            "operator_of": "kinds",  # the operator of a target, typed or meant by its direction
            "Item": "kinds",  # a point of a checklist: an answer and its points
            "CountedLoss": "kinds",  # one of several losses, with its own count
            "Deductions": "kinds",  # score kind: several losses, each with its own count
            "Expression": "kinds",  # score kind: points by a formula
            "Step": "kinds",  # a step of a ladder
            "Choice": "kinds",  # score kind: points by the option chosen
            "Score": "kinds",  # any score kind
            "Target": "kinds",  # score kind: a free row against its own target
            "RateRange": "ranges",  # all numbers between two ends
            "parse_range": "ranges",  # read a range such as >= 95%
            "compile_rule": "kinds",  # make a score rule ready for a weight and a unit
            "Cases": "kinds",  # score kind: the first condition that holds gives the points
            "Tier": "kinds",  # a tier of a judgement
            "Library": "library",  # the rulebooks at hand: shipped ones and one's own
            "LibraryError": "library",  # rulebooks of one's own that cannot be used
            "LibraryLike": "library",  # a library, or the folder of one's own rulebooks
            "library_of": "library",  # the library that a caller means
            "read_library": "library",  # read the rulebooks of a folder of one's own
            "rulebook_files": "library",  # the rulebook files of a folder
            "check_rulebook": "load",  # read a rulebook with every check of it, cases included
            "misfits_of": "load",  # what is wrong in a rulebook that was never a file
            "rulebook_hints": "load",  # what a sound rulebook says that is hardly meant
            "questionnaires": "load",  # how satisfaction is asked and counted by a rulebook
            "report_outline": "load",  # the sections of the 自评报告 that goes with a rulebook
            "load_rulebook": "load",  # load a rulebook by id or path
            "shipped_text": "source",  # the text of a shipped rulebook
            "shipped": "load",  # ids of the rulebooks that come with the program
            "FigureValue": "outcome",  # a figure as an exact number and as its interval
            "Figures": "outcome",  # all figures that an evaluation can draw on
            "Outcome": "outcome",  # the result of scoring: points, interval, trace
            "OutcomeState": "outcome",  # how far an evaluation got
            "PartOutcome": "outcome",  # the result of one part of a score
            "Case": "schema",  # a worked example of a row
            "Grade": "schema",  # a grade and its lower bound
            "At": "schema",  # where an input is on the scoresheet itself (money block)
            "Ceilings": "schema",  # most that bonus rows may add and malus rows take
            "Checklist": "kinds",  # score kind: points of all items answered 是
            "Deduct": "kinds",  # score kind: full marks inside a range, less outside
            "FreeBlock": "schema",  # a block of free rows in a target form
            "Identity": "schema",  # figures that must add up to each other
            "Indicator": "schema",  # a scored row of a rulebook
            "Input": "schema",  # a basic figure (基础数据项) that a department types in
            "InputKind": "schema",  # what an input measures: money, count, rate …
            "Interpolation": "kinds",  # score kind: in proportion between stated rates
            "InterpolationPoint": "kinds",  # a rate and the points that it brings
            "ItemScore": "kinds",  # score kind: a typed score or coefficient × weight
            "Judged": "kinds",  # score kind: a person judges
            "Ladder": "kinds",  # score kind: steps over the rate
            "Linear": "kinds",  # score kind: points in proportion to the rate
            "Measure": "kinds",  # the unit of a rate, and how values in it are written
            "Mode": "kinds",  # how steps count: whole, started or pro rata
            "LayoutColumn": "schema",  # a column of the scoresheet, with its label
            "Part": "schema",  # one part of an indicator's score, with its own rate
            "Provenance": "schema",  # document, clause and page that something comes from
            "Questionnaires": "schema",  # how satisfaction is asked and counted
            "ReportOutline": "schema",  # the sections of the 自评报告, in order
            "ReportSection": "schema",  # one section of it, and which figures belong there
            "SurveyAnswer": "schema",  # an answer of a questionnaire, and what it counts for
            "SurveyGroup": "schema",  # a group of respondents, and the row it belongs to
            "Role": "schema",  # what a column of the scoresheet holds
            "Rulebook": "schema",  # a whole 指标体系
            "Table": "schema",  # a repeating table (重点项目) on its own sheet
            "TableColumn": "schema",  # a column of a repeating table
            "add_points": "scoring",  # the sum of rows, bonus and malus within their ceilings
            "adjusting": "scoring",  # the bonus and malus rows
            "ceiling_of": "scoring",  # the most that bonus or malus rows count
            "grade_allowed": "scoring",  # the grade of a total, not better than a veto leaves
            "vetoed_total": "scoring",  # the total that a veto leaves
            "veto_condition": "excel",  # when a breach decides, as a formula
            "is_spread": "scoring",  # whether a ceiling holds over several sections
            "evaluate_indicator": "scoring",  # score an indicator from its inputs
            "evaluate_rate": "scoring",  # score an indicator from its rate alone
            "evaluate_row": "scoring",  # score a free row
            "ExactScore": "scoring",  # state, rates and score alone
            "exact_score": "scoring",  # score an indicator, its figures taken as exact
            # points an indicator takes over from rows that do not apply
            "gained_weight": "scoring",
            "plan_indicator": "scoring",  # make an indicator ready for evaluation
            "rows_for": "scoring",  # the table columns that a formula asks for
            "weight_of": "scoring",  # the weight of a row in points
            "RulebookError": "source",  # a rulebook that cannot be used: file, line, key, remedy
            "join_texts": "trace_texts",  # texts put on one line
            "trace_text": "trace_texts",  # a text of a trace with its slots filled
            "FORWARD": "words",  # the direction of a target that is better above
            "NO": "words",  # the answer no
            "QUALITATIVE": "words",  # the nature of an indicator in words
            "QUANTITATIVE": "words",  # the nature of an indicator in figures
            "REVERSED": "words",  # words for a target that is better below
            "YES": "words",  # the answer yes
            "answer_word": "words",  # a truth value as the answer on a form
        },
    )
