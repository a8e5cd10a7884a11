"""The zip container and the package inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.container import archive as archive
    from jixiao.workbook.container import xml as xml
    from jixiao.workbook.container.archive import ZipArchive as ZipArchive
    from jixiao.workbook.container.archive import open_archive as open_archive
    from jixiao.workbook.container.directory import ZipMember as ZipMember
    from jixiao.workbook.container.directory import admit_members as admit_members
    from jixiao.workbook.container.directory import read_members as read_members
    from jixiao.workbook.container.package import Package as Package
    from jixiao.workbook.container.package import check_entries as check_entries
    from jixiao.workbook.container.package import check_tags as check_tags
    from jixiao.workbook.container.package import relationships_path as relationships_path
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # The zip container: members found by path, as raw spans or inflated
            "archive": "archive",
            # XML of package parts: namespaces and an expat parser that refuses document types and
            "xml": "xml",
            "ZipArchive": "archive",  # A checked zip container
            "open_archive": "archive",  # Open a zip file whose directory is sound
            "ZipMember": "directory",  # One entry of the directory
            # Refuse members that are encrypted, packed in another way, or too large to unpack
            "admit_members": "directory",
            "read_members": "directory",  # Give all members and the span of the directory
            "Package": "package",  # Members of a workbook file and how they refer to each other
            # Refuse (F225) a list of references, types, comments or names without end
            "check_entries": "package",
            "check_tags": "package",  # Refuse (F224) more markup than can be read in seconds
            # Name the part that holds the relationships of ``source``
            "relationships_path": "package",
        },
    )
