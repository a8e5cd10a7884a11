"""Parts made to take a patcher long, or to end it, do neither."""

from __future__ import annotations

import pytest

from effort import cpu_seconds
from jixiao.finding.value import Severity
from jixiao.workbook.editing.mark import mark_workbook
from jixiao.workbook.editing.model import AddedCell, AddedLine, AddedSheet, Mark
from strategies.census import rebuilt
from strategies.featured import featured

SHEET = "xl/worksheets/sheet1.xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ADDED = AddedSheet("审核结果", (AddedLine((AddedCell("题"),)),))
MARKS = [Mark("评分表", "B3", Severity.ERROR, "改"), Mark("评分表", "C5", Severity.NOTICE, "看")]
SECONDS = 5
OPENING = "【jixiao 核对意见】".encode()


def comments(text: bytes) -> bytes:
    return (
        b'<comments xmlns="%s"><authors><author/></authors><commentList><comment ref="B3" '
        b'authorId="0"><text><t>%s</t></text></comment></commentList></comments>' % (MAIN, text)
    )


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("xl/drawings/vmlDrawing1.vml", b"<xml>" + b"<v:shape " * 100_000 + b"</xml>"),
        ("xl/drawings/vmlDrawing1.vml", b"</xml>" + b" " * 500_000),
        ("xl/drawings/vmlDrawing1.vml", b"\xff\xfe" + b"<" * 99),
        ("xl/comments1.xml", comments(b"\n" * 500_000)),
        ("xl/comments1.xml", comments(OPENING * 20_000)),
        ("xl/comments1.xml", comments(b"<x>" * 20_000 + b"</x>" * 20_000)),
        ("xl/comments1.xml", b'<comments xmlns="%s"/>' % MAIN),
        (
            "xl/styles.xml",
            b'<styleSheet xmlns="%s"><fills/><cellXfs count="x"/></styleSheet>' % MAIN,
        ),
        (
            SHEET,
            b'<worksheet xmlns="%s"><sheetFormatPr defaultRowHeight="inf" defaultColWidth="nan"/>'
            b'<cols><col min="1" max="9" width="1e999" style="%s"/></cols><sheetData><row r="3" '
            b'ht="-1"><c r="B3" s="%s"/></row></sheetData></worksheet>'
            % (MAIN, b"9" * 5_000, b"9" * 5_000),
        ),
        (
            SHEET,
            b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>'
            % (MAIN, b'<row r="1048576"/>' * 50_000),
        ),
    ],
    ids=range(10),
)
def test_it_ends_soon_with_a_file(name: str, body: bytes) -> None:
    before = rebuilt(featured(), {name: body})
    with cpu_seconds(SECONDS):
        patched = mark_workbook(before, MARKS, ADDED)
    assert patched.content[:4] == b"PK\x03\x04"
    if not patched.is_alone:
        assert not mark_workbook(patched.content, MARKS, ADDED).is_alone


def test_the_last_cell_of_a_sheet_gets_a_box_inside_it() -> None:
    patched = mark_workbook(
        featured(), [Mark("明细", "XFD1048576", Severity.ERROR, "改\n" * 60)], ADDED
    )
    assert not patched.is_alone
