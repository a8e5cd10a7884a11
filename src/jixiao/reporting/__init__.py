"""A check told to people and programs: text, JSON, CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.reporting import csv as csv
    from jixiao.reporting import json as json
    from jixiao.reporting import text as text
    from jixiao.reporting.columns import draw_grid as draw_grid
    from jixiao.reporting.columns import draw_table as draw_table
    from jixiao.reporting.columns import pad_text as pad_text
    from jixiao.reporting.columns import screen_width_of as screen_width_of
    from jixiao.reporting.columns import wrap_text as wrap_text
    from jixiao.reporting.csv import COLUMNS as COLUMNS
    from jixiao.reporting.csv import csv_row as csv_row
    from jixiao.reporting.effect import effect_text as effect_text
    from jixiao.reporting.json import finding_to_json as finding_to_json
    from jixiao.reporting.json import to_json as to_json
    from jixiao.reporting.pages import finding_page as finding_page
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # Findings as CSV, one finding a line; text that a spreadsheet would run stays text
            "csv": "csv",
            # Turn a check into the JSON object ``jixiao.check/1`` of the contract: plain dicts, no
            "json": "json",
            # Tell a check to a person: the verdict in one line, the table of scores, then what to
            "text": "text",
            # Lay ``rows`` of words (the first is the header) out, every column wrapped
            "draw_grid": "columns",
            # Lay ``rows`` (the first is the header) out, giving the lines of each row
            "draw_table": "columns",
            # Fill ``text`` up to ``places`` with blanks, its own text on ``side``
            "pad_text": "columns",
            "screen_width_of": "columns",  # Count the places that ``text`` takes
            "wrap_text": "columns",  # Break ``text`` into lines of at most ``places``
            "COLUMNS": "csv",
            # Give the row of one finding (as ``finding_to_json`` gives it) of the file ``relative`
            "csv_row": "csv",
            "effect_text": "effect",  # Tell the effect on all returns
            # Give one finding as the contract's object, its texts in ``lang``
            "finding_to_json": "json",
            "to_json": "json",  # Give a whole check as the contract's object, its texts in ``lang``
            # Give the page as text, or as Markdown with headings of ``level`` and below
            "finding_page": "pages",
        },
    )
