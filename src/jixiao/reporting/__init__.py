"""Show a check to people and programs: text, JSON, CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.reporting.columns import draw_grid as draw_grid
    from jixiao.reporting.columns import draw_table as draw_table
    from jixiao.reporting.columns import pad_text as pad_text
    from jixiao.reporting.columns import screen_width_of as screen_width_of
    from jixiao.reporting.columns import wrap_text as wrap_text
    from jixiao.reporting.csv import COLUMNS as COLUMNS
    from jixiao.reporting.csv import csv_row as csv_row
    from jixiao.reporting.csv import to_csv as to_csv
    from jixiao.reporting.effect import effect_text as effect_text
    from jixiao.reporting.json import finding_to_json as finding_to_json
    from jixiao.reporting.json import to_json as to_json
    from jixiao.reporting.json import to_json_text as to_json_text
    from jixiao.reporting.pages import finding_page as finding_page
    from jixiao.reporting.text import plain_text as plain_text
    from jixiao.reporting.text import render_several as render_several
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "draw_grid": "columns",  # rows of words laid out, every column wrapped
            "draw_table": "columns",  # rows laid out under a header, as lines
            "pad_text": "columns",  # a text filled up with blanks to its columns on screen
            "screen_width_of": "columns",  # how many columns of the screen a text takes
            "wrap_text": "columns",  # a text broken into lines
            "COLUMNS": "csv",  # the columns of the CSV output
            "csv_row": "csv",  # one finding as a row of CSV
            "to_csv": "csv",  # all findings of checks as CSV
            "effect_text": "effect",  # what a change of rulebook does to the scores of returns
            "finding_to_json": "json",  # one finding as the contract's JSON object
            "to_json": "json",  # a check as the contract's JSON object
            "to_json_text": "json",  # checks as one JSON text
            "finding_page": "pages",  # the page of a finding code
            "plain_text": "text",  # a text left without colour
            "render_several": "text",  # checks as text for people
        },
    )
