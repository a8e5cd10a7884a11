"""The page report.html of a folder: counts, offices, ranking, missing, findings; one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.folder_page.page import FolderPage as FolderPage
    from jixiao.writing.folder_page.ready_cards import FindingCard as FindingCard
    from jixiao.writing.folder_page.ready_cards import finding_cards as finding_cards
    from jixiao.writing.folder_page.ready_cards import joined_cards as joined_cards
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "FindingCard": "ready_cards",  # a cause, its markup ready
            "joined_cards": "ready_cards",  # cards of several lists in order
            "finding_cards": "ready_cards",  # the findings of a file as such cards
            "FolderPage": "page",  # the page of a folder while it is written
        },
    )
