"""The sheet to look at where a workbook goes beyond a limit: the one whose part is the largest.

The sheet at which reading stopped is often another: limits are of all sheets together.
"""

from __future__ import annotations

from jixiao.workbook import limits
from jixiao.workbook.container import Package, ZipArchive, folded, read_members
from jixiao.workbook.reading.workbook_part import read_book
from jixiao.workbook.refusal import Refused


def largest_sheet(content: bytes) -> str | None:
    """Name the largest sheet of an xlsx whose reading was refused; None where that is not known.

    Only the workbook part and what leads to it are unpacked, where they are small.
    """
    try:
        members, directory = read_members(content)
        archive = ZipArchive(content, members, directory, {folded(m.path): m for m in members})
        guiding = [m for m in members if m.path.casefold().endswith((".rels", "workbook.xml"))]
        if any(member.size > limits.MEBIBYTE for member in guiding):
            return None
        sizes = {
            entry.name: member.size
            for entry in read_book(Package.of(archive)).sheets
            if entry.part and (member := archive.find(entry.part))
        }
    except Refused:
        return None
    return max(sizes, key=lambda name: sizes[name], default=None)
