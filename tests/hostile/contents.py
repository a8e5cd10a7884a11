"""Kinds of files that are no workbook, whatever their name says."""

from __future__ import annotations

import struct

from hostile.case import SHEET_TYPE, Case, book, entry, pack, refused, zipped


def compound(*streams: str) -> bytes:
    """A compound file with these (empty) streams."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<5H", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<9I", header, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *([0xFFFFFFFF] * 108))
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *([0xFFFFFFFF] * 126))
    names = ("Root Entry", *streams)[:4]
    entries = b""
    for number, name in enumerate(names):
        raw = name.encode("utf-16-le")
        record = bytearray(128)
        record[: len(raw)] = raw
        struct.pack_into("<HBB", record, 64, len(raw) + 2, 5 if number == 0 else 2, 1)
        struct.pack_into("<3I", record, 68, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
        struct.pack_into("<2I", record, 116, 0xFFFFFFFE, 0)
        entries += bytes(record)
    return bytes(header) + table + entries.ljust(512, b"\0")


def typed(content_type: str) -> bytes:
    """A package whose list of contents names one foreign main part."""
    types = f'<Types><Override PartName="/a.xml" ContentType="{content_type}"/></Types>'
    return zipped({"[Content_Types].xml": types.encode(), "a.xml": b"<a/>"})


HTML = "<html><head><meta charset='gbk'></head><body><table><tr><td>得分</td></tr></table></body>"
CSV = "指标,分值,得分\r\n预算完成率,6,5.5\r\n"
FLAT_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body/>'
    "</office:document>"
)
XML_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)
MHT = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
LOCK = bytes([4]) + b"user".ljust(54) + bytes([4, 0]) + "user".encode("utf-16-le").ljust(108)

CASES: tuple[Case, ...] = (
    refused("empty file", "F005", lambda: b""),
    refused("one byte", "F032", lambda: b"\x00"),
    refused("random bytes", "F032", lambda: bytes(range(256)) * 4),
    refused("zero bytes only", "F032", lambda: bytes(4096)),
    refused("web page named xls", "F022", HTML.encode, extension=".xls"),
    refused("web page in gbk", "F022", lambda: HTML.encode("gbk"), extension=".xls"),
    refused("web page in utf-16", "F022", lambda: HTML.encode("utf-16"), extension=".xls"),
    refused("web page with doctype and mark", "F022", lambda: b"\xef\xbb\xbf<!DOCTYPE html><p>x"),
    refused("bare table", "F022", lambda: b"  \r\n<table><tr><td>1</td></tr></table>"),
    refused("flat open document", "F036", FLAT_ODS.encode, extension=".fods"),
    refused("xml spreadsheet 2003", "F023", XML_2003.encode, extension=".xls"),
    refused("single-file web page", "F024", MHT.encode, extension=".xls"),
    refused("csv in utf-8", "F025", CSV.encode),
    refused("csv in gbk", "F025", lambda: CSV.encode("gbk")),
    refused("csv with mark", "F025", lambda: CSV.encode("utf-8-sig")),
    refused("tsv in utf-16", "F025", lambda: CSV.replace(",", "\t").encode("utf-16")),
    refused("tsv in utf-16 big-endian", "F025", lambda: b"\xfe\xff" + CSV.encode("utf-16-be")),
    refused("one word", "F025", lambda: b"hello"),
    refused("json", "F025", lambda: b'{"format": "jixiao.check/1"}'),
    refused("foreign xml", "F025", lambda: b"<?xml version='1.0'?><root/>"),
    refused("pdf", "F026", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    refused("rtf", "F027", lambda: b"{\\rtf1\\ansi hello}"),
    refused(
        "word document",
        "F027",
        lambda: typed(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        ),
    ),
    refused("old word document", "F027", lambda: compound("WordDocument", "1Table")),
    refused(
        "open text document",
        "F027",
        lambda: zipped(
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}
        ),
    ),
    refused(
        "presentation",
        "F028",
        lambda: typed(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
        ),
    ),
    refused("old presentation", "F028", lambda: compound("PowerPoint Document")),
    refused(
        "open presentation",
        "F028",
        lambda: zipped(
            {"mimetype": b"application/vnd.oasis.opendocument.presentation", "content.xml": b"<a/>"}
        ),
    ),
    refused("png", "F029", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100)),
    refused("jpeg", "F029", lambda: b"\xff\xd8\xff\xe0" + bytes(100)),
    refused("gif", "F029", lambda: b"GIF89a" + bytes(100)),
    refused("tiff", "F029", lambda: b"II*\x00" + bytes(100)),
    refused("bmp", "F029", lambda: b"BM" + struct.pack("<IIII", 118, 0, 54, 40) + bytes(100)),
    refused("webp", "F029", lambda: b"RIFF\x24\0\0\0WEBPVP8 " + bytes(100)),
    refused("plain zip", "F030", lambda: zipped({"a.txt": b"a"})),
    refused("zip of a workbook", "F030", lambda: zipped({"return.xlsx": book()})),
    refused("empty zip", "F030", lambda: b"PK\5\6" + bytes(18)),
    refused("rar", "F030", lambda: b"Rar!\x1a\x07\x01\x00" + bytes(50)),
    refused("7z", "F030", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(50)),
    refused("gzip", "F030", lambda: b"\x1f\x8b\x08" + bytes(50)),
    refused("xz", "F030", lambda: b"\xfd7zXZ\x00" + bytes(50)),
    refused("unknown compound file", "F031", lambda: compound("Something")),
    refused("compound header alone", "F100", lambda: compound("x")[:8]),
    refused(
        "compound directory in a circle",
        "F031",
        lambda: compound("x")[:516] + struct.pack("<I", 1) + compound("x")[520:],
    ),
    refused("encrypted workbook", "F020", lambda: compound("EncryptedPackage", "EncryptionInfo")),
    refused("rights-managed workbook", "F021", lambda: compound("\x09DRMContent")),
    refused("worksheet of excel 2", "F033", lambda: b"\x09\x00\x04\x00\x02\x00\x10\x00"),
    refused("worksheet of excel 3", "F033", lambda: b"\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00"),
    refused("worksheet of excel 4", "F033", lambda: b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00"),
    refused("numbers document", "F034", lambda: zipped({"Index/Document.iwa": b"x"})),
    refused("fixed-layout document", "F035", lambda: zipped({"OFD.xml": b"<OFD/>"})),
    refused("lock file", "F008", lambda: LOCK),
    refused(
        "flat open presentation",
        "F028",
        lambda: (
            b'<?xml version="1.0"?><office:document '
            b'office:mimetype="application/vnd.oasis.opendocument.presentation"/>'
        ),
        extension=".fodp",
    ),
    refused(
        "encrypted open document",
        "F020",
        lambda: pack(
            [
                entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", method=0),
                entry("META-INF/manifest.xml", b"<m><encryption-data/></m>"),
            ]
        ),
        extension=".ods",
    ),
    Case("sound workbook", book, cells={"A1": "number:1"}),
    Case("workbook named xls", book, ("F050",), cells={"A1": "number:1"}, extension=".xls"),
    Case("workbook named csv", book, ("F050",), cells={"A1": "number:1"}, extension=".csv"),
    Case("workbook without extension", book, ("F050",), cells={"A1": "number:1"}, extension=""),
    refused("another application's types", "F028", lambda: typed("application/vnd.ms-visio.x")),
    refused("types without a workbook", "F030", lambda: typed("text/plain")),
    refused(
        "types that claim a workbook only", "F121", lambda: typed(f"{SHEET_TYPE}.sheet.main+xml")
    ),
)
