"""The gate: what a file is, and whether it may be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.admit import ole as ole
    from jixiao.workbook.admit.gate import Admitted as Admitted
    from jixiao.workbook.admit.gate import admit_file as admit_file
    from jixiao.workbook.admit.gate import content_hash as content_hash
    from jixiao.workbook.admit.gate import load_file as load_file
    from jixiao.workbook.admit.sniff import FileKind as FileKind
    from jixiao.workbook.admit.sniff import sniff_archive as sniff_archive
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # Compound files (the shell of xls, et, doc, encrypted xlsx): the names of their stream
            "ole": "ole",
            "Admitted": "gate",  # A file that passed
            "admit_file": "gate",  # Decide what the bytes are and check their container
            "content_hash": "gate",  # SHA-256 of a file's bytes, in hexadecimal
            "load_file": "gate",  # Read a regular file of at most 50 MB
            "FileKind": "sniff",  # Kinds of content that are told apart
            # Tell what a zip file holds, by the names of its members and its content types
            "sniff_archive": "sniff",
        },
    )
