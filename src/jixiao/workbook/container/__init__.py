"""The zip container, the package inside it, and its XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.container.archive import ZipArchive as ZipArchive
    from jixiao.workbook.container.archive import folded as folded
    from jixiao.workbook.container.archive import open_archive as open_archive
    from jixiao.workbook.container.directory import ZipMember as ZipMember
    from jixiao.workbook.container.directory import admit_members as admit_members
    from jixiao.workbook.container.directory import read_members as read_members
    from jixiao.workbook.container.package import Package as Package
    from jixiao.workbook.container.package import archive_of as archive_of
    from jixiao.workbook.container.package import check_entries as check_entries
    from jixiao.workbook.container.package import check_tags as check_tags
    from jixiao.workbook.container.package import keep_open as keep_open
    from jixiao.workbook.container.package import relationships_path as relationships_path
    from jixiao.workbook.container.xml import CONTENT_TYPES as CONTENT_TYPES
    from jixiao.workbook.container.xml import MAIN as MAIN
    from jixiao.workbook.container.xml import PACKAGE_RELATIONS as PACKAGE_RELATIONS
    from jixiao.workbook.container.xml import RELATIONS as RELATIONS
    from jixiao.workbook.container.xml import STRICT_MAIN as STRICT_MAIN
    from jixiao.workbook.container.xml import STRICT_RELATIONS as STRICT_RELATIONS
    from jixiao.workbook.container.xml import feed as feed
    from jixiao.workbook.container.xml import has_doctype as has_doctype
    from jixiao.workbook.container.xml import new_parser as new_parser
    from jixiao.workbook.container.xml import open_parser as open_parser
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "ZipArchive": "archive",  # a checked zip container
            "folded": "archive",  # the path of a member, equal for two that are
            "open_archive": "archive",  # open a zip file whose directory is sound
            "ZipMember": "directory",  # one entry of a zip directory
            "admit_members": "directory",  # refuse members that are encrypted or too large
            "read_members": "directory",  # the members of a zip file, and the span of the directory
            "Package": "package",  # the parts of a workbook file and their relationships
            "archive_of": "package",  # the archive of a file, opened once while it is at hand
            "check_entries": "package",  # refuse a list without end (F225)
            "check_tags": "package",  # refuse more markup than can be read in seconds (F224)
            "keep_open": "package",  # keep a package at hand for a copy that is patched
            "relationships_path": "package",  # the part that holds the relationships of a part
            "CONTENT_TYPES": "xml",  # namespace of content types
            "MAIN": "xml",  # namespace of spreadsheets
            "PACKAGE_RELATIONS": "xml",  # namespace of package relationships
            "RELATIONS": "xml",  # namespace of relationships in a spreadsheet
            "STRICT_MAIN": "xml",  # namespace of spreadsheets, strict form
            "STRICT_RELATIONS": "xml",  # namespace of relationships, strict form
            "feed": "xml",  # parse a part piece by piece, within limits
            "has_doctype": "xml",  # whether a piece of XML declares a document type
            "new_parser": "xml",  # a parser that refuses document types
            "open_parser": "xml",  # the quickest safe parser for a spreadsheet part
        },
    )
