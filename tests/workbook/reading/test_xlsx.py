"""The reader of xlsx tells of each cell everything that a verdict needs."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest

from hostile.case import MAIN, RELATIONS, book, parts, sheet_list, zipped
from jixiao.workbook import limits
from jixiao.workbook.model import (
    CellKind,
    CellRange,
    FormulaKind,
    Sheet,
    Unreadable,
    Visibility,
    Workbook,
)
from jixiao.workbook.read import read_workbook


def workbook(content: bytes) -> Workbook:
    found = read_workbook("报送.xlsx", content=content)
    assert isinstance(found, Workbook)
    assert found.findings == ()
    return found


def first(content: bytes) -> Sheet:
    return workbook(content).sheets[0]


def test_formula_value_and_kind() -> None:
    cell = first(book('<row r="2"><c r="B2"><f>A1*2</f><v>3.0</v></c></row>')).cell(2, 2)
    assert cell is not None
    assert (cell.kind, cell.raw, cell.formula) == (CellKind.NUMBER, "3.0", "A1*2")
    assert (cell.formula_kind, cell.has_cached) == (FormulaKind.NORMAL, True)


def test_formula_without_cached_value_is_told_from_an_empty_result() -> None:
    sheet = first(
        book(
            '<row r="1"><c r="A1"><f>B1</f></c><c r="C1"><f>B1</f><v/></c>'
            '<c r="D1" t="str"><f>B1</f><v></v></c></row>'
        )
    )
    told = {c.address: (c.kind, c.has_cached) for c in sheet}
    assert told == {
        "A1": (CellKind.BLANK, False),
        "C1": (CellKind.BLANK, False),
        "D1": (CellKind.TEXT, True),
    }


@pytest.mark.parametrize(
    ("source", "moved"),
    [
        ("A1+B$2-$C3*$D$4", "B2+C$2-$C4*$D$4"),
        ('SUM(A1:A9)&"A1"', 'SUM(B2:B10)&"A1"'),
        ("'A1表'!A1+评分表!A1", "'A1表'!B2+评分表!B2"),
        ("SUM(A:A)+SUM(1:1)", "SUM(B:B)+SUM(2:2)"),
        ("LOG10(A1)+A1B+x.A1", "LOG10(B2)+A1B+x.A1"),
        ("表1[A1]+[1]Sheet1!A1", "表1[A1]+[1]Sheet1!B2"),
        ("XFD1+A1048576", "#REF!+#REF!"),
        ("TRUE+jx_in_a1", "TRUE+jx_in_a1"),
        ("1E10*A1", "1E10*B2"),
    ],
)
def test_shared_formula_moves_its_references(source: str, moved: str) -> None:
    sheet = first(
        book(
            f'<row r="1"><c r="E1"><f t="shared" si="0" ref="E1:F2">{source.replace("&", "&amp;")}'
            '</f><v>1</v></c></row><row r="2"><c r="F2"><f t="shared" si="0"/><v>2</v></c></row>'
        )
    )
    told = [(c.formula, c.formula_kind) for c in sheet]
    assert told == [(source, FormulaKind.SHARED), (moved, FormulaKind.SHARED)]


def test_array_formula_belongs_to_its_first_cell() -> None:
    sheet = first(
        book(
            '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>'
            '<row r="2"><c r="A2"><v>2</v></c></row>'
        )
    )
    assert [(c.formula, c.formula_kind) for c in sheet] == [
        ("B1:B2", FormulaKind.ARRAY),
        (None, None),
    ]


STYLES = (
    '<numFmts><numFmt numFmtId="176" formatCode="0.000_ "/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="176"/><xf numFmtId="31"/>'
    '<xf numFmtId="9"><protection locked="0"/></xf><xf numFmtId="999"/></cellXfs>'
)


def test_number_formats_and_locks() -> None:
    cells = "".join(f'<c r="{c}1" s="{n}"><v>1</v></c>' for n, c in enumerate("ABCDEF"))
    sheet = first(zipped(parts(f'<row r="1">{cells}</row>', styles=STYLES)))
    assert [(c.number_format, c.locked, c.style) for c in sheet] == [
        ("General", True, 0),
        ("0.00%", True, 1),
        ("0.000_ ", True, 2),
        ('yyyy"年"m"月"d"日"', True, 3),
        ("0%", False, 4),
        ("General", True, 5),
    ]


def test_hidden_rows_columns_and_sheets() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>'
        '<row r="3" ht="0"><c r="A3"><v>1</v></c></row>'
    )
    columns = '<cols><col min="2" max="3" hidden="1"/></cols>'
    sheet = first(zipped(parts(rows, before=columns)))
    assert {c.address for c in sheet if c.hidden} == {"B1", "A2", "A3"}
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2, 3}, ((2, 3),))
    hidden = '<sheet name="甲" sheetId="1" state="veryHidden" r:id="rId1"/>'
    other = first(zipped(parts(sheets=hidden)))
    assert other.visibility is Visibility.VERY_HIDDEN
    assert all(c.hidden for c in other)


def test_merges_stay_ranges_and_show_their_corner() -> None:
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    sheet = first(zipped(parts(after=merges)))
    assert sheet.merges == (CellRange(1, 1, 1_048_576, 16_384),)
    shown = sheet.shown(500_000, 9)
    assert shown is not None
    assert shown.address == "A1"


def test_protection_names_and_date_system() -> None:
    found = workbook(
        zipped(
            parts(
                after='<sheetProtection sheet="1"/>',
                book='<workbookPr date1904="1"/><workbookProtection lockStructure="1"/>'
                '<definedNames><definedName name="jx_in_a">评分表!$A$1</definedName>'
                '<definedName name="局部" localSheetId="0">评分表!$B$1</definedName>'
                "</definedNames>",
            )
        )
    )
    assert found.sheets[0].protected
    assert found.is_structure_protected
    assert found.date1904
    assert found.names == {"jx_in_a": "评分表!$A$1"}


COMMENTS = (
    f'<comments xmlns="{MAIN}"><authors><author/></authors><commentList>'
    '<comment ref="A1" authorId="0"><text><r><t>请核</t></r><r><t>对</t></r></text></comment>'
    '<comment ref="C9" authorId="0"><text><t>空格上的批注</t></text></comment>'
    "</commentList></comments>"
)
THREADS = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
    'threadedcomments"><threadedComment ref="A1"><text>第一条</text></threadedComment>'
    '<threadedComment ref="A1"><text>回复</text></threadedComment></ThreadedComments>'
)


def commented(*, threaded: bool) -> Sheet:
    links = f'<Relationship Id="rId1" Type="{RELATIONS}/comments" Target="../comments1.xml"/>'
    files = {"xl/comments1.xml": COMMENTS.encode()}
    if threaded:
        links += (
            '<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2017/10/'
            'relationships/threadedComment" Target="/xl/threadedComments/threadedComment1.xml"/>'
        )
        files["xl/threadedComments/threadedComment1.xml"] = THREADS.encode()
    return first(zipped({**parts(sheet_relations=links), **files}))


def test_comments_on_full_and_on_empty_cells() -> None:
    told = {c.address: (c.kind, c.comment) for c in commented(threaded=False)}
    assert told == {
        "A1": (CellKind.NUMBER, "请核对"),
        "C9": (CellKind.BLANK, "空格上的批注"),
    }


def test_threads_replace_the_note_that_stands_for_them() -> None:
    assert [c.comment for c in commented(threaded=True)] == ["第一条\n回复", "空格上的批注"]


def test_signature_is_told() -> None:
    files = parts()
    files["_rels/.rels"] = files["_rels/.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/'
        b'relationships/digital-signature/origin" Target="_xmlsignatures/o.sigs"/></Relationships>',
    )
    assert workbook(zipped(files)).is_signed


def test_bad_sheet_leaves_the_others_readable() -> None:
    files = parts(
        sheets='<sheet name="甲" sheetId="1" r:id="rId1"/>'
        '<sheet name="乙" sheetId="2" r:id="rId9"/>'
    )
    files["xl/worksheets/sheet2.xml"] = b"<worksheet"
    files["xl/_rels/workbook.xml.rels"] = files["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId9" Type="{RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/>'
        "</Relationships>".encode(),
    )
    found = read_workbook("报送.xlsx", content=zipped(files))
    assert isinstance(found, Workbook)
    assert [s.name for s in found.sheets] == ["甲"]
    assert [(f.code, f.sheet) for f in found.findings] == [("F222", "乙")]


def test_sheet_names_ignore_letter_case() -> None:
    found = workbook(zipped(parts(sheets='<sheet name="Scores" sheetId="1" r:id="rId1"/>')))
    assert found.sheet("SCORES") is found.sheets[0]
    assert found.sheet("none") is None


def test_chart_sheet_is_not_read() -> None:
    files = parts(
        sheets='<sheet name="甲" sheetId="1" r:id="rId1"/>'
        '<sheet name="图" sheetId="2" r:id="rId9"/>'
    )
    files["xl/chartsheets/sheet1.xml"] = b"<chartsheet/>"
    files["xl/_rels/workbook.xml.rels"] = files["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId9" Type="{RELATIONS}/chartsheet" Target="chartsheets/sheet1.xml"/>'
        "</Relationships>".encode(),
    )
    found = read_workbook("报送.xlsx", content=zipped(files))
    assert isinstance(found, Workbook)
    assert [s.name for s in found.sheets] == ["甲"]
    assert [(f.code, f.found) for f in found.findings] == [("F219", "图")]


def test_elements_of_another_namespace_are_no_cells() -> None:
    foreign = '<x:row r="2"><x:c r="A2"><x:v>9</x:v></x:c></x:row>'
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><g xmlns:x="urn:x">{foreign}</g>'
    assert [c.address for c in first(book(rows))] == ["A1"]
    redeclared = '<g xmlns="urn:x"><row r="2"><c r="A2"><v>9</v></c></row></g>'
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row>{redeclared}'
    assert [c.address for c in first(book(rows))] == ["A1"]


def test_two_prefixes_for_one_namespace() -> None:
    rows = f'<row r="1"><x:c xmlns:x="{MAIN}" r="A1"><x:v>1</x:v></x:c></row>'
    assert [c.raw for c in first(book(rows))] == ["1"]


def test_cells_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "USUAL", replace(limits.USUAL, cells=3))
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 9))
    found = read_workbook("报送.xlsx", content=book(rows))
    assert isinstance(found, Unreadable)
    assert [f.code for f in found.findings] == ["F201"]


def test_a_workbook_is_let_go_at_once_without_the_collector(samples: Path) -> None:
    path = str(samples / "nanchang-2017-waiqiao.xlsx")
    read_workbook(path)  # what is made once is made here
    gc.collect()
    gc.disable()
    try:
        read_workbook(path)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_rows_and_columns_of_no_size_are_hidden() -> None:
    rows = (
        '<row r="1" ht="0.00"><c r="A1"><v>1</v></c></row>'
        '<row r="2" ht="15"><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c></row>'
    )
    found = read_workbook(
        "报送.xlsx", content=book(rows, before='<cols><col min="2" max="2" width="0.0"/></cols>')
    )
    assert isinstance(found, Workbook)
    assert {c.address: c.hidden for c in found.sheets[0]} == {"A1": True, "A2": False, "B2": True}


def test_limits_count_for_all_sheets_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "USUAL", replace(limits.USUAL, cells=3))
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in (1, 2))
    found = read_workbook(
        "报送.xlsx", content=zipped(parts(rows, sheets=sheet_list(2), more_sheets=1))
    )
    assert isinstance(found, Unreadable)
    assert [f.code for f in found.findings] == ["F201"]
