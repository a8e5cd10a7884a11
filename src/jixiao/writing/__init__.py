"""A check written into workbooks: annotated copy, summary, template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.annotation import annotate as annotate
    from jixiao.writing.annotation import deliver as deliver
    from jixiao.writing.annotation import prepared as prepared
    from jixiao.writing.atomic import TEMPORARY as TEMPORARY
    from jixiao.writing.atomic import OutputRefused as OutputRefused
    from jixiao.writing.atomic import is_same_file as is_same_file
    from jixiao.writing.atomic import replacing as replacing
    from jixiao.writing.atomic import write_bytes as write_bytes
    from jixiao.writing.summary import DueDepartment as DueDepartment
    from jixiao.writing.summary import HandedIn as HandedIn
    from jixiao.writing.summary import Summary as Summary
    from jixiao.writing.summary import SummaryScope as SummaryScope
    from jixiao.writing.template import write_template as write_template
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # Write the annotated copy of the file that ``check`` is about to ``target``
            "annotate": "annotation",
            # Write the annotated copy as ``annotate`` does and give what became of it
            "deliver": "annotation",
            # Make what ``annotate`` would write to ``path``, or refuse as it does
            "prepared": "annotation",
            "OutputRefused": "atomic",  # A file that must not be written
            "TEMPORARY": "atomic",  # begins the name of a file that only a killed run leaves
            # Whether two names lead to one file, or would where letter case does not count
            "is_same_file": "atomic",
            "replacing": "atomic",  # Give a path beside ``target`` to write to
            "write_bytes": "atomic",  # Write ``content`` to ``target``, whole or not at all
            "DueDepartment": "summary",  # A department on the roster without a return that counts
            "HandedIn": "summary",  # One return
            "Summary": "summary",  # A summary workbook being written to ``path``
            "SummaryScope": "summary",  # What the run covered
            # Write the blank workbook that ``rulebook`` asks departments to fill in
            "write_template": "template",
        },
    )
