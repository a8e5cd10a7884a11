"""The gate: say what a file is, and refuse what must not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.admit.document import AdmittedDocument as AdmittedDocument
    from jixiao.workbook.admit.document import admit_document as admit_document
    from jixiao.workbook.admit.gate import Admitted as Admitted
    from jixiao.workbook.admit.gate import admit_file as admit_file
    from jixiao.workbook.admit.gate import admit_words as admit_words
    from jixiao.workbook.admit.gate import content_hash as content_hash
    from jixiao.workbook.admit.gate import load_file as load_file
    from jixiao.workbook.admit.ole import without_inner_workbooks as without_inner_workbooks
    from jixiao.workbook.admit.sniff import FileKind as FileKind
    from jixiao.workbook.admit.sniff import sniff_archive as sniff_archive
    from jixiao.workbook.admit.text import admit_text as admit_text
    from jixiao.workbook.admit.text import decode_text as decode_text
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "AdmittedDocument": "document",  # a document that goes with a workbook, and its kind
            "admit_document": "document",  # decide what a document is and check its container
            "Admitted": "gate",  # a file that passed the gate
            "admit_file": "gate",  # decide what the bytes are and check their container
            "admit_words": "gate",  # whether bytes are a sound Word document
            "content_hash": "gate",  # SHA-256 of a file's bytes, in hexadecimal
            "load_file": "gate",  # read a regular file of at most 50 MB
            "without_inner_workbooks": "ole",  # a compound file with embedded workbooks hidden
            "FileKind": "sniff",  # the formats that are distinguished by content
            "sniff_archive": "sniff",  # the format of a zip file, by its members
            "admit_text": "text",  # a text file decoded, whatever its encoding
            "decode_text": "text",  # bytes known to be text, decoded
        },
    )
