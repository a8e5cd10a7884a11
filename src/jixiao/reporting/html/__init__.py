"""Returns as one page of HTML: verdict, causes as cards, scores, the sheets as grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.reporting.html.cards import Anchors as Anchors
    from jixiao.reporting.html.cards import Card as Card
    from jixiao.reporting.html.cards import cards_of as cards_of
    from jixiao.reporting.html.page import record_to_html_text as record_to_html_text
    from jixiao.reporting.html.page import to_html_text as to_html_text
    from jixiao.reporting.html.render import page_template as page_template
    from jixiao.reporting.html.render import page_text as page_text
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Anchors": "cards",  # how places are named on a page
            "Card": "cards",  # one finding as a page shows it
            "cards_of": "cards",  # the findings of a record as cards, causes first
            "record_to_html_text": "page",  # a return as a page, from its record and its bytes
            "to_html_text": "page",  # checks as one page of HTML
            "page_template": "render",  # a template of a page
            "page_text": "render",  # a style sheet or script of a page
        },
    )
