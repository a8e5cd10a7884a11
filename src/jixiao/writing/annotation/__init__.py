"""Write the annotated copy of a return, with the sheet 审核结果, and that of its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.annotation.annotated_copy import annotate as annotate
    from jixiao.writing.annotation.annotated_copy import deliver as deliver
    from jixiao.writing.annotation.annotated_copy import prepared as prepared
    from jixiao.writing.annotation.report_copy import ReportCopy as ReportCopy
    from jixiao.writing.annotation.report_copy import commented_report as commented_report
    from jixiao.writing.annotation.report_copy import deliver_report as deliver_report
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "annotate": "annotated_copy",  # write the annotated copy of a return
            "deliver": "annotated_copy",  # write the annotated copy and say what was noticed
            "prepared": "annotated_copy",  # the annotated copy in memory
            "ReportCopy": "report_copy",  # the report with comments, or why there is none
            "commented_report": "report_copy",  # the report with comments in memory
            "deliver_report": "report_copy",  # write the report with comments
        },
    )
