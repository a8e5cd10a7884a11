"""Returns as one page of HTML: verdict, causes as cards, scores, the sheets as grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.reporting.html.page import to_html_text as to_html_text
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "to_html_text": "page",  # checks as one page of HTML
        },
    )
