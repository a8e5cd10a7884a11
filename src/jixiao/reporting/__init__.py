"""Make a check one record and show it to people and programs: text, JSON, CSV, SARIF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.reporting.columns import draw_grid as draw_grid
    from jixiao.reporting.columns import draw_table as draw_table
    from jixiao.reporting.columns import pad_text as pad_text
    from jixiao.reporting.columns import printable as printable
    from jixiao.reporting.columns import screen_width_of as screen_width_of
    from jixiao.reporting.columns import wrap_text as wrap_text
    from jixiao.reporting.csv import csv_about as csv_about
    from jixiao.reporting.csv import csv_headings as csv_headings
    from jixiao.reporting.csv import csv_line as csv_line
    from jixiao.reporting.csv import csv_row as csv_row
    from jixiao.reporting.csv import to_csv as to_csv
    from jixiao.reporting.csv import whole_csv_line as whole_csv_line
    from jixiao.reporting.effect import effect_text as effect_text
    from jixiao.reporting.html import Anchors as Anchors
    from jixiao.reporting.html import Card as Card
    from jixiao.reporting.html import cards_of as cards_of
    from jixiao.reporting.html import page_template as page_template
    from jixiao.reporting.html import page_text as page_text
    from jixiao.reporting.html import record_to_html_text as record_to_html_text
    from jixiao.reporting.html import to_html_text as to_html_text
    from jixiao.reporting.json import finding_to_json as finding_to_json
    from jixiao.reporting.json import part_json_line as part_json_line
    from jixiao.reporting.json import record_to_json as record_to_json
    from jixiao.reporting.json import to_json as to_json
    from jixiao.reporting.json import to_json_line as to_json_line
    from jixiao.reporting.json import to_json_text as to_json_text
    from jixiao.reporting.location import location_text as location_text
    from jixiao.reporting.pages import finding_page as finding_page
    from jixiao.reporting.record import CheckBrief as CheckBrief
    from jixiao.reporting.record import CheckRecord as CheckRecord
    from jixiao.reporting.record import FindingRecord as FindingRecord
    from jixiao.reporting.record import IndicatorRecord as IndicatorRecord
    from jixiao.reporting.record import TotalRecord as TotalRecord
    from jixiao.reporting.record import brief_of as brief_of
    from jixiao.reporting.record import exact_value as exact_value
    from jixiao.reporting.record import finding_record as finding_record
    from jixiao.reporting.record import record_of as record_of
    from jixiao.reporting.record import waived_text as waived_text
    from jixiao.reporting.record_text import finding_to_text as finding_to_text
    from jixiao.reporting.record_text import findings_record_text as findings_record_text
    from jixiao.reporting.record_text import record_from_text as record_from_text
    from jixiao.reporting.record_text import record_to_text as record_to_text
    from jixiao.reporting.sarif import to_sarif_text as to_sarif_text
    from jixiao.reporting.statistics import render_statistics as render_statistics
    from jixiao.reporting.status import STATUSES as STATUSES
    from jixiao.reporting.status import status_by_counts as status_by_counts
    from jixiao.reporting.status import status_of as status_of
    from jixiao.reporting.status import status_of_record as status_of_record
    from jixiao.reporting.survey_json import survey_to_json_text as survey_to_json_text
    from jixiao.reporting.survey_text import render_survey as render_survey
    from jixiao.reporting.survey_text import render_survey_findings as render_survey_findings
    from jixiao.reporting.text import plain_text as plain_text
    from jixiao.reporting.text import render_brief as render_brief
    from jixiao.reporting.text import render_ending as render_ending
    from jixiao.reporting.text import render_several as render_several
    from jixiao.reporting.workings import working_text as working_text
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "draw_grid": "columns",  # rows of words laid out, every column wrapped
            "draw_table": "columns",  # rows laid out under a header, as lines
            "printable": "columns",  # a text without characters that disturb a line
            "pad_text": "columns",  # a text filled up with blanks to its columns on screen
            "screen_width_of": "columns",  # how many columns of the screen a text takes
            "wrap_text": "columns",  # a text broken into lines
            "whole_csv_line": "csv",  # the two joined
            "csv_line": "csv",  # one finding of a folder as a line of CSV
            "csv_about": "csv",  # whom a finding of a folder is about, as CSV
            "csv_headings": "csv",  # the headings of the CSV output
            "csv_row": "csv",  # one finding as a row of CSV
            "to_csv": "csv",  # all findings of checks as CSV
            "effect_text": "effect",  # what a change of rulebook does to the scores of returns
            "Anchors": "html",  # how places are named on a page
            "Card": "html",  # one finding as a page shows it
            "cards_of": "html",  # the findings of a record as cards, causes first
            "page_template": "html",  # a template of a page
            "page_text": "html",  # a style sheet or script of a page
            "record_to_html_text": "html",  # a return as a page, from its record and its bytes
            "to_html_text": "html",  # checks as one page of HTML
            "finding_to_json": "json",  # a finding as the contract's JSON object
            "part_json_line": "json",  # a JSON object on a line that takes further findings
            "record_to_json": "json",  # a record as the contract's JSON object
            "to_json": "json",  # a check as the contract's JSON object
            "to_json_line": "json",  # a JSON object on one line
            "to_json_text": "json",  # checks as one JSON text
            "location_text": "location",  # the cell or paragraph of a finding in words
            "finding_page": "pages",  # the page of a finding code
            "CheckBrief": "record",  # what has to be known of every return of a folder at once
            "CheckRecord": "record",  # all that is said about one file: exact, plain, serialisable
            "FindingRecord": "record",  # one finding with its texts
            "IndicatorRecord": "record",  # one indicator's verdict
            "TotalRecord": "record",  # the total and its grade
            "brief_of": "record",  # the brief of a record
            "exact_value": "record",  # the number behind a score of a record
            "finding_record": "record",  # the record of one finding
            "record_of": "record",  # the record of a check
            "waived_text": "record",  # why a finding is excused, by whom, until when
            "findings_record_text": "record_text",  # the text of a record of nothing but findings
            "finding_to_text": "record_text",  # one finding as in the text of a record
            "record_from_text": "record_text",  # a record read from its line of text
            "record_to_text": "record_text",  # a record as one line of text
            "to_sarif_text": "sarif",  # checks as a SARIF 2.1.0 log
            "render_statistics": "statistics",  # finding codes by count
            "STATUSES": "status",  # the words for what became of a return, worst first
            "status_by_counts": "status",  # what became of a return, from numbers of findings
            "status_of": "status",  # what became of a return, from its check
            "status_of_record": "status",  # the same, from its record
            "render_brief": "text",  # verdicts and what must be mended
            "render_ending": "text",  # verdicts and paths once more
            "plain_text": "text",  # a text left without colour
            "render_several": "text",  # checks as text for people
            "survey_to_json_text": "survey_json",  # a survey as JSON
            "render_survey_findings": "survey_text",  # findings on a survey as lines
            "render_survey": "survey_text",  # a survey as text for people
            "working_text": "workings",  # the working of an indicator in one return
        },
    )
