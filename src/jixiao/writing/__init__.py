"""Write workbooks: annotated copy, summary, template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.annotation import ReportCopy as ReportCopy
    from jixiao.writing.annotation import annotate as annotate
    from jixiao.writing.annotation import commented_report as commented_report
    from jixiao.writing.annotation import deliver as deliver
    from jixiao.writing.annotation import deliver_report as deliver_report
    from jixiao.writing.annotation import prepared as prepared
    from jixiao.writing.atomic import TEMPORARY as TEMPORARY
    from jixiao.writing.atomic import OutputRefused as OutputRefused
    from jixiao.writing.atomic import is_same_file as is_same_file
    from jixiao.writing.atomic import path_key as path_key
    from jixiao.writing.atomic import replacing as replacing
    from jixiao.writing.atomic import write_bytes as write_bytes
    from jixiao.writing.carrying import Carried as Carried
    from jixiao.writing.carrying import carried_copy as carried_copy
    from jixiao.writing.draft_report import DraftReport as DraftReport
    from jixiao.writing.draft_report import compose_report as compose_report
    from jixiao.writing.draft_report import report_document as report_document
    from jixiao.writing.folder_page import FindingCard as FindingCard
    from jixiao.writing.folder_page import FolderPage as FolderPage
    from jixiao.writing.folder_page import finding_cards as finding_cards
    from jixiao.writing.folder_page import joined_cards as joined_cards
    from jixiao.writing.mending import deliver_fixes as deliver_fixes
    from jixiao.writing.mending import fixed_content as fixed_content
    from jixiao.writing.notices import Notice as Notice
    from jixiao.writing.notices import NoticeHead as NoticeHead
    from jixiao.writing.notices import NoticeItem as NoticeItem
    from jixiao.writing.notices import letter_of as letter_of
    from jixiao.writing.notices import message_of as message_of
    from jixiao.writing.summary import Census as Census
    from jixiao.writing.summary import DueDepartment as DueDepartment
    from jixiao.writing.summary import FiguresCounter as FiguresCounter
    from jixiao.writing.summary import IndicatorFigures as IndicatorFigures
    from jixiao.writing.summary import ListingRow as ListingRow
    from jixiao.writing.summary import ReturnList as ReturnList
    from jixiao.writing.summary import ReturnRow as ReturnRow
    from jixiao.writing.summary import ReturnTable as ReturnTable
    from jixiao.writing.summary import Summary as Summary
    from jixiao.writing.summary import SummaryScope as SummaryScope
    from jixiao.writing.summary import add_figures as add_figures
    from jixiao.writing.summary import figures_to_text as figures_to_text
    from jixiao.writing.summary import listing_row as listing_row
    from jixiao.writing.summary import rulebook_key as rulebook_key
    from jixiao.writing.summary import score_texts as score_texts
    from jixiao.writing.survey import counting_book_of as counting_book_of
    from jixiao.writing.survey import questionnaire_of as questionnaire_of
    from jixiao.writing.template import write_template as write_template
    from jixiao.writing.template import write_templates as write_templates
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "annotate": "annotation",  # write the annotated copy of a return
            "ReportCopy": "annotation",  # the report with comments, or why there is none
            "commented_report": "annotation",  # the report with comments in memory
            "deliver_report": "annotation",  # write the report with comments
            "deliver": "annotation",  # write the annotated copy and say what was noticed
            "prepared": "annotation",  # the annotated copy in memory
            "OutputRefused": "atomic",  # a file that must not be written, with the reason
            "TEMPORARY": "atomic",  # how the name of an unfinished file begins
            "is_same_file": "atomic",  # whether two names lead to one file
            "path_key": "atomic",  # one spelling per file, also where letter case does not count
            "replacing": "atomic",  # write a file under a temporary name, then move it in place
            "write_bytes": "atomic",  # write a file whole or not at all
            "Carried": "carrying",  # a form carried into a template, and what was left
            "carried_copy": "carrying",  # carry a form into the template of a rulebook
            "DraftReport": "draft_report",  # a drafted report in its order
            "compose_report": "draft_report",  # a report put together from a checked sheet
            "report_document": "draft_report",  # a drafted report as a .docx
            "FindingCard": "folder_page",  # a cause as report.html shows it, its markup ready
            "joined_cards": "folder_page",  # cards of several lists in order
            "finding_cards": "folder_page",  # the findings of a file as such cards
            "FolderPage": "folder_page",  # report.html of a folder while it is written
            "deliver_fixes": "mending",  # write the mended copy of a return
            "fixed_content": "mending",  # the mended copy in memory
            "Notice": "notices",  # what a department is asked to mend
            "NoticeHead": "notices",  # number, day and deadline of a letter
            "NoticeItem": "notices",  # one thing to mend
            "letter_of": "notices",  # the letter to a department, a .docx
            "message_of": "notices",  # the same as a short text
            "DueDepartment": "summary",  # a department without a return that counts
            "FiguresCounter": "summary",  # counts the scores of many returns by their texts
            "ListingRow": "summary",  # a finding as the sheet of findings has it
            "listing_row": "summary",  # make one
            "rulebook_key": "summary",  # what the figures of a record are kept by
            "score_texts": "summary",  # the scores of a record as texts to count
            "IndicatorFigures": "summary",  # what is counted of one indicator
            "Census": "summary",  # all returns, counted as they pass
            "ReturnList": "summary",  # a table of returns in memory
            "ReturnRow": "summary",  # one return as the summary lists it
            "ReturnTable": "summary",  # all returns, read as often as needed
            "Summary": "summary",  # the summary workbook while it is written
            "SummaryScope": "summary",  # what the run covered
            "add_figures": "summary",  # add figures read from text
            "figures_to_text": "summary",  # figures of indicators as text
            "counting_book_of": "survey",  # the counting sheet of a survey, an .xlsx
            "questionnaire_of": "survey",  # the questionnaire of a survey, a .docx
            "write_template": "template",  # write the blank workbook of a rulebook
            "write_templates": "template",  # write a blank workbook for each department
        },
    )
