"""Draft the 自评报告 that goes with a scoresheet: its figures filled in, gaps for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.draft_report.compose import compose_report as compose_report
    from jixiao.writing.draft_report.document import report_document as report_document
    from jixiao.writing.draft_report.model import DraftReport as DraftReport
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "compose_report": "compose",  # a report put together from a checked scoresheet
            "report_document": "document",  # a drafted report as a .docx
            "DraftReport": "model",  # a drafted report in its order
        },
    )
