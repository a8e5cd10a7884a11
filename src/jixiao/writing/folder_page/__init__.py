"""The page report.html of a folder: counts, offices, ranking, missing, findings; one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.folder_page.page import FolderPage as FolderPage
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "FolderPage": "page",  # the page of a folder while it is written
        },
    )
