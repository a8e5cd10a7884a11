"""Cells of large sheets of figures are what the streaming reader gives, whenever they are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile.case import book, parts, zipped
from jixiao.scoresheet.grid import View
from jixiao.workbook.container import Package
from jixiao.workbook.model import HEADERS, MARKS, Unreadable, Workbook, is_added
from jixiao.workbook.read import read_workbook
from jixiao.workbook.reading import figure_sheet, worksheet
from jixiao.workbook.unmade_cells import UnmadeCells

STRINGS = ("<t>合计</t>", "<t> </t>", "<t></t>")
STYLES = '<cellXfs count="12">' + '<xf numFmtId="0"/>' * 11 + '<xf numFmtId="10"/></cellXfs>'
CELLS = (
    "<v>1</v>", "<v>-2.50</v>", "<v>007</v>", ' t="n"><v>5</v>', ' t="s"><v>0</v>',
    ' t="s"><v>2</v>', ' s="11"><v>1</v>', ' s="0" t="s"><v>1</v>',
)  # fmt: skip
ODD = (
    ' t="s"><v>3</v>', ' t="s"><v>01</v>', ' s="12"><v>1</v>', "<v>1e3</v>", "<v> 1</v>", "<v></v>",
    "<v>1&#48;</v>", "<f>A1</f><v>1</v>", ' t="str"><v>x</v>', ' t="x"><v>1</v>', "<v>1_0</v>",
    "<!-- --><v>1</v>", "<v>1</v><v>2</v>", "<v>1</w>", ' s="1" s="1"><v>1</v>', "<v/>",
    "<v>1</v></c><c r=\"A9\"><v>1</v>", "</c></row><row r=\"3\"><c r=\"B3\"><v>1</v>",
)  # fmt: skip
ROWS = ("", "", ' spans="1:3"', ' ht="20.5" customHeight="1"', ' s="1" customFormat="1"')
ODD_ROWS = (' hidden="1"', ' ht="0"', ' a="b"', ' spans="1:3" spans="1:3"', ' ht="0.0"')
COLUMNS = '<cols><col min="2" max="2" hidden="1"/></cols>'
MERGES = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def waiting(first: int, size: int) -> Iterator[None]:
    """Leave cells of small sheets unmade too, and read parts in pieces of ``size`` bytes."""

    def pieces(self: Package, path: str) -> Iterator[bytes]:
        content = self.part(path)
        cut = content.find(b"<sheetData>") + 11
        yield content[:cut]
        yield from (content[at : at + size] for at in range(cut, len(content), size))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figure_sheet, "LEAST", 0)
        patch.setattr(figure_sheet, "FIRST", first)
        patch.setattr(Package, "pieces", pieces)
        yield


def streamed(content: bytes) -> Workbook | Unreadable:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worksheet, "plain_sheet", lambda *_: None)
        return read_workbook("报送.xlsx", content=content)


def held_alike(content: bytes, first: int = 2, size: int = 50) -> bool:
    """Read in both ways and compare; say whether cells were left unmade."""
    slow = streamed(content)
    with waiting(first, size):
        quick = read_workbook("报送.xlsx", content=content)
        if not isinstance(quick, Workbook) or not isinstance(slow, Workbook):
            assert quick == slow
            return False
        cells = quick.sheets[0].cells
        if isinstance(cells, UnmadeCells):
            last = max((row for row, _ in cells.first), default=0)
            wanted = {at: cell for at, cell in slow.sheets[0].cells.items() if at[0] <= last}
            assert cells.first == wanted
            assert len(cells) == len(slow.sheets[0].cells)
            assert View(quick.sheets[0], 1).rows == View(slow.sheets[0], 1).rows
            assert View(quick.sheets[0], 1).is_cut == View(slow.sheets[0], 1).is_cut
            assert is_added(quick.sheets[0]) == is_added(slow.sheets[0])
        assert list(cells) == list(slow.sheets[0].cells)
        assert quick == slow
    return isinstance(cells, UnmadeCells)


@st.composite
def tables(draw: st.DrawFn, *, is_odd: bool) -> str:
    text = ""
    for row in sorted(draw(st.sets(st.integers(1, 12), max_size=6))):
        made = ""
        for column in sorted(draw(st.sets(st.sampled_from("ABCD"), max_size=4))):
            place, more = f"{column}{row}", ""
            if is_odd:
                place = draw(st.sampled_from((place,) * 9 + (f"A{row}", "B2")))
                more = draw(st.sampled_from(("", "", f'<c r="{column}{row}" s="3"/>')))
            written = draw(st.sampled_from(CELLS + ODD if is_odd else CELLS))
            begun = f'<c r="{place}"{"" if written.startswith(" ") else ">"}'
            made += f"{begun}{written}</c>{more}"
        begun = f'<row r="{row}"{draw(st.sampled_from(ROWS + ODD_ROWS if is_odd else ROWS))}'
        text += f"{begun}>{made}</row>" if made else f"{begun}/>"
    return text


@unhurried
@given(
    tables(is_odd=False),
    st.integers(1, 4),
    st.integers(1, 200),
    st.sampled_from(("", COLUMNS)),
    st.sampled_from(("", MERGES)),
)
def test_sheets_of_figures_wait(rows: str, first: int, size: int, before: str, after: str) -> None:
    content = book(rows, before=before, after=after, strings=STRINGS, styles=STYLES)
    assert held_alike(content, first, size)


@unhurried
@given(tables(is_odd=True), st.integers(1, 200), st.sampled_from(("", COLUMNS, "<sheetData/>")))
def test_other_sheets_read_alike(rows: str, size: int, before: str) -> None:
    held_alike(book(rows, before=before, strings=STRINGS, styles=STYLES), 2, size)


@unhurried
@given(
    tables(is_odd=False),
    st.integers(0, 400),
    st.sampled_from((b"", b"<", b">", b'"', b"/", b"\xff", b"&", b"\0", b"9")),
)
def test_damaged_sheets_read_alike(rows: str, place: int, put: bytes) -> None:
    files = parts(rows, strings=STRINGS, styles=STYLES)
    content = files["xl/worksheets/sheet1.xml"]
    files["xl/worksheets/sheet1.xml"] = content[:place] + put + content[place + 1 :]
    held_alike(zipped(files))


@pytest.mark.parametrize("number", [*range(140), 999, 1000, 1001, 12_345])
def test_numbers_below_a_limit(number: int) -> None:
    pattern = re.compile(figure_sheet.below(number))
    near = {*range(300), number - 1, number, number + 1, number * 10, number // 2}
    assert {n for n in near if pattern.fullmatch(str(n))} == {n for n in near if 0 <= n < number}
    assert pattern.fullmatch("00") is None


def test_a_sheet_that_an_earlier_run_may_have_added_is_read_at_once() -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    assert held_alike(book(rows, strings=("<t>合计</t>",)))
    assert MARKS in HEADERS
    assert not held_alike(book(rows, strings=(f"<t>{MARKS}</t>",)))


def test_cells_are_made_once() -> None:
    made: list[int] = []

    def make() -> dict[tuple[int, int], str]:
        made.append(1)
        return {(1, 1): "a", (5, 1): "b"}

    cells = UnmadeCells({(1, 1): "a"}, 2, 2, make)
    assert (len(cells), cells.get((1, 1)), cells.get((2, 9)), made) == (2, "a", None, [])
    assert (cells[5, 1], cells.get((9, 9)), list(cells), made) == ("b", None, [(1, 1), (5, 1)], [1])
    assert cells.is_made
