"""OpenDocument spreadsheets are read as fully as an xlsx, and as LibreOffice reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

import jixiao
from hostile.case import entry, pack
from hostile.foreign import OFFICE, ROW, TABLE, TEXT, cell, ods
from jixiao.workbook import Cell, CellKind, Sheet, Unreadable, Visibility, Workbook, read_workbook
from jixiao.workbook.reading.ods_formula import formula_of

CASES = Path(__file__).parents[3].parent / "shared" / "cases" / "files"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
RUBY = (
    "<text:p><text:ruby><text:ruby-base>岳阳</text:ruby-base>"
    "<text:ruby-text>yueyang</text:ruby-text></text:ruby></text:p>"
)
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def read(content: bytes) -> Workbook:
    found = read_workbook("a.ods", content)
    assert isinstance(found, Workbook), found
    return found


def sheet(*cells: str) -> Sheet:
    return read(ods(f"<table:table-row>{''.join(cells)}</table:table-row>")).sheets[0]


def only(*cells: str) -> Cell:
    (found,) = sheet(*cells)
    return found


def spreadsheet(body: str, styles: str = "") -> bytes:
    """A whole content part: what stands in the spreadsheet, and styles before it."""
    content = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:table="{TABLE}"'
        f' xmlns:text="{TEXT}" xmlns:style="{STYLE}" xmlns:number="{NUMBER}"'
        f' xmlns:calcext="{CALC}"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return pack(
        [
            entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", method=0),
            entry("content.xml", content.encode()),
        ]
    )


def test_kinds_of_values() -> None:
    found = sheet(
        cell("string", "", "预算完成率"),
        cell("percentage", 'office:value="0.125"', "12.5%"),
        cell("boolean", 'office:boolean-value="true"', "TRUE"),
        cell("date", 'office:date-value="2026-03-01T00:00:00"', "2026年3月1日"),
        cell("float", 'office:value="95.50"', "96"),
        cell("time", 'office:time-value="PT28H05M06S"', "28:05:06"),
        cell("float", 'office:value="1_000"', "1_000"),
        cell("float", 'office:value="110101199003070011"', "110101199003070011"),
    )
    assert [(c.address, c.kind, c.raw) for c in found] == [
        ("A1", CellKind.TEXT, "预算完成率"),
        ("B1", CellKind.NUMBER, "0.125"),
        ("C1", CellKind.BOOLEAN, "1"),
        ("D1", CellKind.DATE, "2026-03-01"),
        ("E1", CellKind.NUMBER, "95.50"),
        ("F1", CellKind.NUMBER, "1.1702083333333333"),
        ("G1", CellKind.INVALID, "1_000"),
        ("H1", CellKind.NUMBER, "110101199003070011"),
    ]
    assert found.cells[1, 6].number_format == "[h]:mm:ss"


@pytest.mark.parametrize(
    ("written", "raw"),
    [
        (cell("float", 'office:value="0" table:formula="of:=1/0"', "#DIV/0!"), "#DIV/0!"),
        (cell("float", 'office:value="0"', "#N/A"), "#N/A"),
        (cell("percentage", 'office:value="0" table:formula="of:=[.Z9]"', "#REF!"), "#REF!"),
        (cell("float", 'office:value="0" table:formula="of:=1/0"', "Err:532"), "#DIV/0!"),
        (cell("float", 'office:value="0" table:formula="of:=X()"', "错误：508"), "错误：508"),
        (
            cell("string", 'office:string-value="" table:formula="of:=1/0"', "#VALUE!"),
            "#VALUE!",
        ),
        (cell("float", 'office:value="0" table:formula="of:=A"', "#NAME?"), "#NAME?"),
        (cell("float", 'office:value="0" table:formula="of:=A"', "#SPILL!"), "#SPILL!"),
        (cell("float", 'office:value="0" table:formula="of:=A"', "#GETTING_DATA"), "#GETTING_DATA"),
        (cell("float", 'office:value="0" table:formula="of:=A"', "#¡VALOR!"), "#¡VALOR!"),
    ],
)
def test_an_error_is_never_the_number_0(written: str, raw: str) -> None:
    found = only(written)
    assert (found.kind, found.raw) == (CellKind.ERROR, raw)


@pytest.mark.parametrize("shown", ["0", "0.00", "-", "", "###", "#0", "零"])
def test_a_zero_shown_in_any_other_way_is_a_zero(shown: str) -> None:
    found = only(cell("float", 'office:value="0"', shown))
    assert (found.kind, found.raw) == (CellKind.NUMBER, "0")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01T00:00:00", "2026-03-01"),
        ("2026-03-01T00:00:00.000Z", "2026-03-01"),
        ("2026-03-01T00:00:00.000000000", "2026-03-01"),
        ("2026-03-01T10:30:00.000Z", "2026-03-01T10:30:00"),
        ("2026-03-01T10:30:00.25", "2026-03-01T10:30:00.25"),
    ],
)
def test_a_date_is_without_a_time_that_says_nothing(written: str, date: str) -> None:
    found = only(cell("date", f'office:date-value="{written}"', "2026年3月1日"))
    assert (found.kind, found.raw) == (CellKind.DATE, date)


def test_a_typed_text_that_looks_like_an_error_is_a_text() -> None:
    assert only(cell("string", "", "#N/A")).kind is CellKind.TEXT


@pytest.mark.parametrize(
    ("paragraphs", "text"),
    [
        ("<text:p>预算</text:p><text:p>完成率</text:p>", "预算\n完成率"),
        (
            "<text:p>甲<text:s text:c='2'/>乙<text:tab/>丙<text:line-break/>丁</text:p>",
            "甲  乙\t丙\n丁",
        ),
        ("<text:p><text:span>甲</text:span><text:a>乙</text:a></text:p>", "甲乙"),
        (
            RUBY,
            "岳阳",
        ),
        ("<text:p>  甲  乙</text:p>", "  甲  乙"),
        ("<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p>", "甲"),
    ],
)
def test_texts(paragraphs: str, text: str) -> None:
    found = only(f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>')
    assert (found.kind, found.raw) == (CellKind.TEXT, text)
    assert found.comment == ("批注" if "批注" in paragraphs else None)


def test_blanks_between_cells_mean_nothing() -> None:
    blank = "\n  "
    cells = blank.join(cell("float", f'office:value="{n}"', str(n)) for n in (5, 6))
    assert [(c.address, c.raw) for c in sheet(blank, cells, blank)] == [("A1", "5"), ("B1", "6")]


@pytest.mark.parametrize(
    ("written", "formula"),
    [
        ("of:=[.A1]*2", "A1*2"),
        ("of:=SUM([.A1:.A3];[.C1])", "SUM(A1:A3,C1)"),
        ("of:=[$基础数据.$C$5]/[$'基础 数据'.C6]", "基础数据!$C$5/'基础 数据'!C6"),
        ("of:=[$'it''s'.A1:.B2]", "'it''s'!A1:B2"),
        ('of:=IF([.A1]="甲;[.B2]";1;0)', 'IF(A1="甲;[.B2]",1,0)'),
        ("of:=SUMPRODUCT({1;2|3;4})", "SUMPRODUCT({1,2;3,4})"),
        ("of:=COM.MICROSOFT.CONCAT([.A1];[.B1])", "CONCAT(A1,B1)"),
        ("of:=[.#REF!]+1", "#REF!+1"),
        ("of:=SUM([.A1:.A2]~[.C1])", "SUM(A1:A2,C1)"),
        ("msoxl:=SUM(A1,B1)", "SUM(A1,B1)"),
        ("oooc:=SUM([.A1:.B1])", "SUM(A1:B1)"),
        ("=[.A1]", "A1"),
        ("of:=jx_total+[A1.B1]", "jx_total+'A1'!B1"),
        ("of:=SUM([.A:.A])", "SUM(A:A)"),
    ],
)
def test_formulas_as_excel_writes_them(written: str, formula: str) -> None:
    assert formula_of(written) == formula


def test_formulas_with_and_without_a_result() -> None:
    found = sheet(
        cell("float", 'office:value="10" table:formula="of:=[.B1]*2"', "10"),
        '<table:table-cell table:formula="of:=[.A1]"/>',
        cell("string", 'office:string-value="" table:formula="of:=&quot;&quot;"', ""),
    )
    assert [(c.formula, c.kind, c.raw, c.has_cached) for c in found] == [
        ("B1*2", CellKind.NUMBER, "10", True),
        ("A1", CellKind.BLANK, "", False),
        ('""', CellKind.TEXT, "", True),
    ]


def test_an_empty_line_is_the_empty_result_of_a_formula() -> None:
    formula = 'table:formula="of:=IF([.A2]=0;&quot;&quot;;1)"'
    shown = only(f"<table:table-cell {formula}><text:p/></table:table-cell>")
    assert (shown.kind, shown.raw, shown.has_cached) == (CellKind.TEXT, "", True)
    bare = only(f"<table:table-cell {formula}/>")
    assert (bare.kind, bare.has_cached) == (CellKind.BLANK, False)


def test_repeated_blanks_cost_nothing_and_end_with_the_sheet() -> None:
    wide = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = (
        f'<table:table-row table:number-rows-repeated="1048575">{wide}{wide}</table:table-row>'
        + ROW
        + f'<table:table-row table:number-rows-repeated="1048576">{wide}</table:table-row>'
        + ROW
    )
    assert [c.address for c in read(ods(rows)).sheets[0]] == ["A1048576"]


def test_repeated_cells_with_content_stand_in_each_place() -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="2">'
        + cell("float", 'office:value="5" table:number-columns-repeated="2"', "5")
        + "</table:table-row>"
    )
    assert [(c.address, c.raw) for c in read(ods(rows)).sheets[0]] == [
        ("A1", "5"), ("B1", "5"), ("A2", "5"), ("B2", "5"),
    ]  # fmt: skip


def test_merges_hidden_parts_protection_and_names() -> None:
    styles = (
        '<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        '<number:number-style style:name="N2"><number:number number:decimal-places="2"'
        ' number:min-integer-digits="1" number:grouping="true"/></number:number-style>'
        '<number:percentage-style style:name="N10"><number:number number:decimal-places="1"'
        ' number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>'
        '<style:style style:name="open" style:family="table-cell" style:data-style-name="N2">'
        '<style:table-cell-properties style:cell-protect="none"/></style:style>'
        '<style:style style:name="rate" style:family="table-cell" style:parent-style-name="open"'
        ' style:data-style-name="N10"/>'
    )
    five = cell("float", 'office:value="5"', "5")
    rate = cell("percentage", 'office:value="0.5" table:style-name="rate"', "50.0%")
    spanned = cell(
        "string", 'table:number-columns-spanned="2" table:number-rows-spanned="2"', "标题"
    )
    body = (
        "<table:tracked-changes><table:table-cell><text:p>旧</text:p></table:table-cell>"
        "</table:tracked-changes>"
        '<table:table table:name="评分表" table:protected="true">'
        '<table:table-column table:default-cell-style-name="open"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        f"<table:table-row>{five}{five}</table:table-row>"
        f'<table:table-row table:visibility="filter">{rate}</table:table-row>'
        f"<table:table-row>{spanned}<table:covered-table-cell/></table:table-row></table:table>"
        '<table:table table:name="底稿" table:style-name="ta2">' + ROW + "</table:table>"
        '<table:named-expressions><table:named-range table:name="jx_total"'
        ' table:cell-range-address="$评分表.$A$1"/></table:named-expressions>'
    )
    found = read(spreadsheet(body, styles))
    first, second = found.sheets
    assert [(c.address, c.number_format, c.locked, c.hidden) for c in first] == [
        ("A1", "#,##0.00", False, False),
        ("B1", "General", True, True),
        ("A2", "0.0%", False, True),
        ("A3", "#,##0.00", False, False),
    ]
    assert first.protected
    assert (first.hidden_rows, first.hidden_columns) == (frozenset({2}), ((2, 3),))
    assert [area.address for area in first.merges] == ["A3:B4"]
    assert (second.visibility, second.cells[1, 1].hidden) == (Visibility.HIDDEN, True)
    assert found.names == {"jx_total": "评分表!$A$1"}
    assert found.findings == ()


def test_an_error_that_libreoffice_writes() -> None:
    error = (
        '<table:table-cell office:value-type="string" office:string-value=""'
        ' table:formula="of:=1/0" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
        "</table:table-cell>"
    )
    row = f'<table:table table:name="甲"><table:table-row>{error}</table:table-row></table:table>'
    ((found,),) = read(spreadsheet(row)).sheets
    assert (found.kind, found.raw, found.formula) == (CellKind.ERROR, "#DIV/0!", "1/0")


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("00", [("number", "5"), ("number", "5")]),
        ("05", [("number", "5"), ("number", "5")]),
        ("06", [("number", "5")]),
        ("07", [("number", "5"), ("error", "#DIV/0!")]),
        ("08", [("text", "东京")]),
        ("09", [("number", "1.1702083333333333")]),
    ],
)
def test_shared_cases(case: str, expected: list[tuple[str, str]]) -> None:
    paths = sorted(CASES.glob(f"{case}-*.ods")) if CASES.is_dir() else []
    if not paths:
        pytest.skip("the cases are not here")
    found = read_workbook(paths[0])
    assert isinstance(found, Workbook)
    assert [(c.kind.value, c.raw) for c in found.sheets[0]] == expected
    assert found.findings == ()


@pytest.mark.parametrize("part", [b"<a/>", b"<office:document-content/>", b""])
def test_what_is_no_spreadsheet_is_refused(part: bytes) -> None:
    found = read_workbook(
        "a.ods",
        pack(
            [
                entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", method=0),
                entry("content.xml", part),
            ]
        ),
    )
    assert isinstance(found, Unreadable)
    assert found.findings[0].code in ("F304", "F118")


def test_a_check_without_a_scoresheet_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    path.write_bytes(ods(ROW))
    check = jixiao.check(path)
    assert "F300" not in [f.code for f in check.findings]
