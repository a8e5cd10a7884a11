"""The pattern that takes a cell in one step gives what the streaming reader gives, or gives way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import CORPUS
from effort import cpu_seconds
from hostile import CASES, Case, huge
from hostile.case import MAIN, book, parts, zipped
from jixiao.workbook.model import Unreadable, Workbook
from jixiao.workbook.read import read_workbook
from jixiao.workbook.reading import plain_sheet, remembered_rows, shared_strings, worksheet

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.xlsx"))
KINDS = [
    pytest.param(case, id=case.name, marks=[pytest.mark.slow] if case in huge.CASES else [])
    for case in CASES
    if case.extension in (".xlsx", ".xlsm")
]
PLACES = ("A1", "B1", "C1", "A2", "B2", "C2", "B3", "XFD1", "XFE1", "A0", "a1", "ZZZ9", "A1048577")
STORED = (
    "", "<v>1</v>", "<v>2.50</v>", "<v>-0</v>", "<v>1e3</v>", "<v> 7 </v>", "<v>1_0</v>",
    "<v>0</v>", "<v>3</v>", "<v>9</v>", "<v></v>", "<v/>", "<v />", "<v>&#49;</v>", "<v>1<x/>2</v>",
    "<v>a&lt;b&amp;_x000A_&#x4F18;</v>", "<v>_x0001_</v>", "<v>TRUE</v>", "<v>１</v>", "<v>1</v>x",
    "<f>A1&gt;0</f><v>1</v>", "<f/><v>1</v>", "<f>B1</f>", "<f>B1</f><v/>", "<f>B1</f><v></v>",
    '<f t="shared" si="0" ref="A1:B2">A1*$B2</f><v>2</v>', '<f t="shared" si="0"/><v>2</v>',
    '<f t="shared" si="9"/><v>2</v>', '<f t="array" ref="A1" aca="1">A1</f><v>2</v>',
    '<f ca="1" >NOW()</f><v>2</v>', '<f x="a&amp;b">A1</f><v>2</v>', "<v>1</v><f>A1</f>",
    "<is><t>字</t></is>", '<is><t xml:space="preserve"> a&amp;b </t></is>', "<is/>",
    "<is><t/></is>",
    "<is><r><t>a</t></r><r><t>b</t></r></is>", "<f>A1</f><is><t>字</t></is>", "<v>1</v><v>2</v>",
    "<!-- x --><v>1</v>", "<v><![CDATA[1]]></v>", "<v>1</v><extLst/>", "<c r=\"B9\"><v>1</v></c>",
)  # fmt: skip
KIND = ("", ' t="s"', ' t="n"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="inlineStr"',
        ' t="x"')  # fmt: skip
STYLE = ("", ' s="0"', ' s="1"', ' s="2"', ' s="99"', ' s="a"', ' s="01"')
MORE = ("", "", "", "", ' ph="1"', ' cm="1"', ' x="1"', ' xmlns="u:v"', " ")
ROWS = ("", "", "", ' hidden="1"', ' ht="0"', ' ht="20.5" customHeight="1"', ' spans="1:3"',
        ' hidden="true" ', ' hidden="&#49;"', ' xmlns="u:v"', ' a:b="c"')  # fmt: skip
BETWEEN = ("", "", "", "", "", "", "", "", "\n", " ", "x", "<!-- -->", "<?a b?>", "\r")
BEFORE = (
    "", '<cols><col min="2" max="3" hidden="1"/></cols>',
    '<cols><col min="1" max="1" width="0"/></cols>',
    "<!-- <sheetData> -->", '<x a="sheetData"/>', "<sheetData/>",
)  # fmt: skip
AFTER = (
    "", '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>', "<sheetData/>",
    '<mergeCells><mergeCell ref="A1:B2"/><mergeCell x=">" ref="B2:C3"/></mergeCells>',
    '<sheetProtection sheet="1"/><conditionalFormatting><colorScale/></conditionalFormatting>',
    '<cols><col min="1" max="2" hidden="1"/></cols>', "<!-- </sheetData> -->", "<mergeCells>",
    '<mergeCell\nref="A1:A2"/>', '<x:mergeCell ref="A1:B1"/>', "<sheetData><row/></sheetData>",
)  # fmt: skip
STRINGS = ("合计", "a&lt;b", "_x000A_", "过程\n（40分）")


unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def streaming() -> Iterator[None]:
    """Read by the streaming readers alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worksheet, "plain_sheet", lambda *_: None)
        patch.setattr(shared_strings, "plain_strings", lambda *_: None)
        yield


def both(content: bytes) -> Workbook | Unreadable:
    """Read in both ways, hold the results equal, cells in the same order.

    The quick one twice: rows that it has just read are taken over the second time.
    """
    with streaming():
        slow = read_workbook("报送.xlsx", content=content)
    for _ in range(2):
        quick = read_workbook("报送.xlsx", content=content)
        assert quick == slow
        if isinstance(quick, Workbook) and isinstance(slow, Workbook):
            assert [list(s.cells) for s in quick.sheets] == [list(s.cells) for s in slow.sheets]
    return quick


@contextmanager
def never_streaming() -> Iterator[None]:
    """Fail where a sheet or the texts go to a streaming reader."""

    def fail(*_: object) -> None:
        pytest.fail("read by the streaming reader")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worksheet.CellReader, "_stream", fail)
        patch.setattr(shared_strings, "open_parser", fail)
        yield


# What the pattern covers; the texts above hold these too, among others that it must not take.
PLAIN_STORED = (
    *STORED[:9],
    "<v>2</v>", "<f>A1&gt;0</f><v>1</v>", "<f>B1</f>", "<f>B1</f><v></v>",
    '<f t="shared" si="0" ref="A1:B2">A1*$B2</f><v>2</v>', '<f t="shared" si="0"/><v>2</v>',
    '<f t="shared" si="9"/><v>2</v>',
)  # fmt: skip
PLAIN_KIND = ("", "", ' t="s"', ' t="n"', ' t="str"')


@st.composite
def cells(draw: st.DrawFn, place: str, *, is_plain: bool) -> str:
    """A cell, of the plain form or of any other."""
    if is_plain:
        style, kind = draw(st.sampled_from(STYLE[:3])), draw(st.sampled_from(PLAIN_KIND))
        written, more, content = f' r="{place}"', "", draw(st.sampled_from(PLAIN_STORED))
    else:
        style, kind, more = (draw(st.sampled_from(which)) for which in (STYLE, KIND, MORE))
        written = draw(st.sampled_from((f' r="{place}"',) * 8 + ("",)))
        content = draw(st.sampled_from(STORED))
    head = f"{written}{style}{kind}{more}"
    return f"<c{head}/>" if not content else f"<c{head}>{content}</c>"


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Rows of a few cells: all plain, or some in another form or out of order."""
    is_odd = draw(st.booleans())
    text = ""
    numbers = draw(st.lists(st.integers(1, 4), max_size=4, unique=not is_odd))
    for row in numbers if is_odd and draw(st.booleans()) else sorted(numbers):
        columns = draw(st.lists(st.sampled_from("ABCD"), max_size=4, unique=not is_odd))
        made = ""
        for column in columns if is_odd and draw(st.booleans()) else sorted(columns):
            is_plain = not is_odd or draw(st.integers(0, 3)) > 0
            place = f"{column}{row}" if is_plain else draw(st.sampled_from(PLACES))
            made += draw(cells(place, is_plain=is_plain))
            made += "" if is_plain else draw(st.sampled_from(BETWEEN))
        text += f'<row r="{row}"{draw(st.sampled_from(ROWS if is_odd else ROWS[:7]))}>{made}</row>'
        text += draw(st.sampled_from(BETWEEN)) if is_odd else ""
    return text


@unhurried
@given(
    tables(),
    st.sampled_from(BEFORE[:3] * 3 + BEFORE),
    st.sampled_from(AFTER[:2] * 5 + AFTER),
    st.sampled_from(STRINGS),
)
def test_random_tables_read_alike(rows: str, before: str, after: str, text: str) -> None:
    strings = (
        f"<t>{text}</t>",
        "<r><rPr><b/><sz val='9'/></rPr><t>a</t></r><r><t> b</t></r>",
        "<t>x</t><phoneticPr fontId='1'/>",
        "<t>x</t><rPh sb='0'><t>y</t></rPh>",
    )
    styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>'
    both(book(rows, before=before, after=after, strings=strings, styles=styles))


@unhurried
@given(tables(), st.integers(0, 400), st.sampled_from((b"", b"<", b">", b'"', b"/", b"\xff", b"&")))
def test_damaged_tables_read_alike(rows: str, place: int, put: bytes) -> None:
    files = parts(rows)
    content = files["xl/worksheets/sheet1.xml"]
    files["xl/worksheets/sheet1.xml"] = content[:place] + put + content[place + 1 :]
    both(zipped(files))


ITEMS = (
    "<t>合计</t>", "<t>a</t>", "<t></t>", "<t>a&lt;b</t>", "<t>a&amp;&#x4F18;</t>", "<t>&x;</t>",
    "<t>&</t>", "<t/>", '<t xml:space="preserve"> a</t>', "<r><t>a</t></r><r><t>b</t></r>",
    "<t>]]></t>", "<t>]]&gt;</t>", "<t>_x000A_</t>", "<t>\x01</t>", "<t>\ufffe</t>", "<t>\r</t>",
    "<t>a</t><phoneticPr fontId='1'/>", "<t>x</t><rPh sb='0'><t>y</t></rPh>", "<t><!-- --></t>",
    "<t>x<si><t></t></si></t>", "<t></t></si>y", "<t>a</t></si><si><t>b", "", "<t>a</t>b",
    "<t><![CDATA[a]]></t>", "<t>a</t></sst>",
)  # fmt: skip


@unhurried
@given(st.lists(st.one_of(st.sampled_from(ITEMS[:4]), st.sampled_from(ITEMS)), max_size=6))
def test_random_texts_read_alike(items: list[str]) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{row - 1}</v></c></row>' for row in range(1, 9)
    )
    both(book(rows, strings=items))


VALUES = (
    "1", "2.50", "-0", "0", "3", "1", "2", "", "9", "1e3", " 7 ", "1_0", "&#49;", "a&lt;b", "&x;",
    "&", "]]>", "a]b", "_x000A_", "_x0001_", "\x01", "\0", "\ufffe", "TRUE", "合计", "１", "\r",
    "<v>", "</v><v>", "<!-- -->", "</v></c></row>", "1</v></c><c r=\"E1\"><v>2", "x" * 300,
)  # fmt: skip


@unhurried
@given(tables(), st.data())
def test_rows_read_before_read_alike_with_other_values(rows: str, data: st.DataObject) -> None:
    strings = ("<t>合计</t>", "<t>b</t>", "<t>_x0001_</t>", "<t>c</t>")
    both(book(rows, strings=strings))
    kept = data.draw(st.sampled_from(VALUES[:7])) if data.draw(st.booleans()) else None

    def other(found: re.Match[str]) -> str:
        return f"<v>{kept or data.draw(st.sampled_from(VALUES))}</v>"

    both(
        book(re.sub(r"<v>[^<]+</v>", other, rows), strings=strings[:: data.draw(st.integers(1, 2))])
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1"><c r="A1"><v>1</v></c>'),
        ('<row r="1"/><row r="2"/>', '<row r="1"/><row r="2"/></row>'),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1"><c r="A1"><v>1</v></c></row>' * 2),
        (
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>3</v></c></row>',
            '<row r="1"><c r="A1"><v>1<v></c><c r="B1"></v>3</v></c></row>',
        ),
        (
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>3</v></c></row>',
            '<row r="1"><c r="A1">\0</c><c r="B1"><v>3</v></c></row>',
        ),
    ],
)
def test_rows_read_before_vouch_for_nothing_else(before: str, after: str) -> None:
    assert isinstance(both(book(before)), Workbook)
    both(book(after))


def test_rows_read_before_do_not_outlast_their_formats() -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>1</v></c></row>'
    for number in (9, 10):
        styles = f'<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="{number}"/></cellXfs>'
        found = both(book(rows, styles=styles))
        assert isinstance(found, Workbook)
        assert found.sheets[0].cells[1, 1].number_format == {9: "0%", 10: "0.00%"}[number]


def test_too_many_rows_are_forgotten() -> None:
    memory = remembered_rows.RowMemory(400)
    known = remembered_rows.KnownRows(1, 1, (), (), [], (), {}, (), 0)
    context = remembered_rows.RowContext((), (), is_hidden=False)
    written = [remembered_rows.RowsApart(f"{number:0100}", []) for number in range(5)]
    for row in written:
        memory.keep(context, row, known)
    assert [memory.find(context, row) for row in written] == [None, None, None, None, known]
    memory.keep(context, remembered_rows.RowsApart("x" * 101, []), known)
    assert memory.find(context, written[4]) is known


@pytest.mark.parametrize("case", KINDS)
def test_hostile_files_read_alike(case: Case) -> None:
    both(case.build())


@pytest.mark.corpus
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.xls[xm]")), ids=lambda path: path.name)
def test_public_workbooks_read_alike(path: Path) -> None:
    both(path.read_bytes())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_of_the_plain_form(path: Path) -> None:
    content = path.read_bytes()
    assert isinstance(both(content), Workbook)
    with never_streaming():
        assert isinstance(read_workbook("报送.xlsx", content=content), Workbook)


@pytest.mark.parametrize(
    "piece",
    [
        '<c r="A1"/>',
        '<c r="A1" s="1"',
        '<c r="A1"><v>1</v>',
        '<c r="A1"><x><c r="A1"><x>',
        '<row r="1"/>',
        '<row r="1">',
        '<row r="1" a="b" ',
        "</row>",
        "<f>",
    ],
)
def test_what_no_pattern_covers_takes_time_in_proportion(piece: str) -> None:
    rows = '<row r="1">' + piece * (3_000_000 // len(piece)) + "<x/>"
    with cpu_seconds(5):
        plain_sheet.rows_of(rows, is_last=False)


def test_shuffled_attributes_are_read_by_the_other_reader() -> None:
    random = Random(7)
    attributes = ['r="A1"', 't="n"', 's="0"']
    random.shuffle(attributes)
    rows = f'<row r="1"><c {" ".join(attributes)}><v>5</v></c></row>'
    found = both(book(rows))
    assert isinstance(found, Workbook)
    assert found.sheets[0].cells[1, 1].raw == "5"


def test_a_prefix_for_the_namespace_is_read_by_the_other_reader() -> None:
    files = parts()
    files["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    ).encode()
    found = both(zipped(files))
    assert isinstance(found, Workbook)
    assert found.sheets[0].cells[1, 1].raw == "5"
