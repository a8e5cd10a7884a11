"""Find a rulebook's rows and figures in a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.locate import locate_drafted as locate_drafted
    from jixiao.scoresheet.locate import locate_funds as locate_funds
    from jixiao.scoresheet.locate import locate_scoresheet as locate_scoresheet
    from jixiao.scoresheet.model import Funds as Funds
    from jixiao.scoresheet.model import FundsColumn as FundsColumn
    from jixiao.scoresheet.model import FundsRow as FundsRow
    from jixiao.scoresheet.model import Reading as Reading
    from jixiao.scoresheet.model import Row as Row
    from jixiao.scoresheet.model import RowKind as RowKind
    from jixiao.scoresheet.model import Scoresheet as Scoresheet
    from jixiao.scoresheet.model import SourcesSum as SourcesSum
    from jixiao.scoresheet.model import Unlocated as Unlocated
    from jixiao.scoresheet.outline import FundsBlock as FundsBlock
    from jixiao.scoresheet.outline import Outline as Outline
    from jixiao.scoresheet.outline import OutlineRow as OutlineRow
    from jixiao.scoresheet.outline import header_role as header_role
    from jixiao.scoresheet.outline import outline_of as outline_of
    from jixiao.scoresheet.stamp import FIRST_ISSUED_ROW as FIRST_ISSUED_ROW
    from jixiao.scoresheet.stamp import STAMP_FORMAT as STAMP_FORMAT
    from jixiao.scoresheet.stamp import STAMP_SHEET as STAMP_SHEET
    from jixiao.scoresheet.stamp import IssuedCells as IssuedCells
    from jixiao.scoresheet.stamp import Stamp as Stamp
    from jixiao.scoresheet.stamp import digest_of as digest_of
    from jixiao.scoresheet.stamp import stamped_rulebook as stamped_rulebook
    from jixiao.scoresheet.words import SUM_WORDS as SUM_WORDS
    from jixiao.scoresheet.words import department_key as department_key
    from jixiao.scoresheet.words import is_same_department as is_same_department
    from jixiao.scoresheet.words import key_without_office as key_without_office
    from jixiao.scoresheet.words import keys_without_place as keys_without_place
    from jixiao.scoresheet.words import label_forms as label_forms
    from jixiao.scoresheet.words import plain_label as plain_label
    from jixiao.scoresheet.words import points_in_label as points_in_label
    from jixiao.scoresheet.words import weighted_label as weighted_label
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "SUM_WORDS": "words",  # what a row of sums is called in any table
            "department_key": "words",  # a name of a department, reduced to what identifies it
            "is_same_department": "words",  # whether two names mean one department
            "key_without_office": "words",  # a key without 局, 委员会 and the like
            "keys_without_place": "words",  # the shorter forms of a key, without its place
            "locate_scoresheet": "locate",  # find the one scoresheet of a workbook
            "locate_drafted": "locate",  # a workbook read by the rulebook drafted from it
            "locate_funds": "locate",  # a workbook of which only the funds are read
            "Funds": "model",  # the block of funds as read
            "FundsColumn": "model",  # what a column of the block of funds holds
            "FundsRow": "model",  # one row of the block of funds
            "SourcesSum": "model",  # a sum with its parts next to it
            "Reading": "model",  # a cell with the figure understood from it
            "Row": "model",  # one row of a scoresheet, with its readings
            "RowKind": "model",  # what a row of the scoresheet is
            "Scoresheet": "model",  # rows, inputs and tables found in a workbook
            "Unlocated": "model",  # a readable workbook in which no one scoresheet was found
            "FundsBlock": "outline",  # where the amounts of a form are
            "Outline": "outline",  # a form as it is, without a rulebook
            "OutlineRow": "outline",  # a row of it that is scored
            "header_role": "outline",  # what a column holds, by words in general use
            "outline_of": "outline",  # the form that a workbook holds
            "label_forms": "words",  # the keys that a label may go by
            "plain_label": "words",  # a label without what does not distinguishes labels
            "points_in_label": "words",  # the points written into a label
            "weighted_label": "words",  # a label with the weight written into it
            "FIRST_ISSUED_ROW": "stamp",  # row of the stamp sheet where issued cells begin
            "IssuedCells": "stamp",  # formulas and fixed texts as issued, by cell
            "STAMP_FORMAT": "stamp",  # version of the stamp's layout
            "STAMP_SHEET": "stamp",  # name of the hidden sheet that holds the stamp
            "Stamp": "stamp",  # what the stamp of an issued template says
            "digest_of": "stamp",  # hash a fixed text, whatever its blanks and line breaks
            "stamped_rulebook": "stamp",  # the rulebook id that the stamp names
        },
    )
