"""Whatever bytes come in, a workbook or a refusal comes out, with texts for every finding."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile.case import book, parts, zipped
from jixiao.finding.registry import message
from jixiao.workbook.model import CellKind, Unreadable, Workbook
from jixiao.workbook.read import read_workbook
from jixiao.workbook.reading.stored_values import is_number

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
SOUND = zipped(parts(strings=("<t>甲</t>", "<r><t>乙</t></r>")))
STORED = zipped(parts(strings=("<t>甲</t>",)), method=0)
SHEET = "xl/worksheets/sheet1.xml"

texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&\"'\ufffe\uffff"),
    max_size=8,
)
values = st.one_of(
    texts,
    st.sampled_from(["1", "-1", "0.5", "1e5", "1e400", "1_0", "１", "NaN", "", " 7 ", "true"]),
)
kinds = st.sampled_from(["s", "n", "str", "b", "e", "d", "inlineStr", "x", ""])
places = st.one_of(
    st.sampled_from(["A1", "B2", "XFD1048576", "XFE1", "A0", "a1", "", "A", "1", "AAAA1"]), texts
)
formulas = st.one_of(
    st.just(""),
    texts.map(lambda t: f"<f>{t}</f>"),
    st.sampled_from(['<f t="shared" si="0"/>', '<f t="shared" si="0">A1+B2</f>', '<f t="array"/>']),
)
cells = st.builds(
    lambda place, kind, style, formula, value: (
        f'<c r="{place}" t="{kind}" s="{style}">{formula}<v>{value}</v></c>'
    ),
    places,
    kinds,
    values,
    formulas,
    values,
)
rows = st.builds(
    lambda number, inside: f'<row r="{number}">{"".join(inside)}</row>',
    st.one_of(st.integers(-2, 2**33).map(str), values),
    st.lists(cells, max_size=5),
)
elements = st.sampled_from(
    ["worksheet", "sheetData", "row", "c", "v", "f", "is", "t", "r", "rPh", "mergeCell", "cols"]
)
markup = st.recursive(
    texts,
    lambda inner: st.builds(
        lambda name, inside: f"<{name}>{''.join(inside)}</{name}>",
        elements,
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


def check(content: bytes) -> None:
    found = read_workbook("报送.xlsx", content=content)
    assert isinstance(found, Workbook | Unreadable)
    assert found.findings or isinstance(found, Workbook)
    for each in found.findings:
        assert message(each)
    if isinstance(found, Workbook):
        for sheet in found.sheets:
            for (row, column), cell in sheet.cells.items():
                assert 1 <= row <= 1_048_576
                assert 1 <= column <= 16_384
                assert cell.kind is not CellKind.NUMBER or is_number(cell.raw)


@FEW
@given(st.binary(max_size=600))
def test_any_bytes(content: bytes) -> None:
    check(content)


@FEW
@given(st.data(), st.sampled_from([SOUND, STORED]))
def test_flipped_bytes(data: st.DataObject, sound: bytes) -> None:
    content = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(content))


@FEW
@given(st.integers(0, len(SOUND)), st.binary(max_size=30))
def test_cut_and_continued(length: int, more: bytes) -> None:
    check(SOUND[:length] + more)


@FEW
@given(st.integers(0, len(SOUND)), st.integers(0, len(SOUND)), st.integers(0, len(SOUND)))
def test_piece_moved(start: int, stop: int, to: int) -> None:
    piece, rest = SOUND[start:stop], SOUND[:start] + SOUND[max(start, stop) :]
    check(rest[:to] + piece + rest[to:])


@FEW
@given(st.lists(rows, max_size=5))
def test_random_cells(written: list[str]) -> None:
    check(book("".join(written)))


@FEW
@given(markup)
def test_random_markup(written: str) -> None:
    check(book(written))


@FEW
@given(st.sampled_from(sorted(parts(strings=()))), st.binary(max_size=80))
def test_random_part(path: str, content: bytes) -> None:
    check(zipped({**parts(strings=()), path: content}))


@FEW
@given(st.sampled_from(sorted(parts(strings=()))), st.data())
def test_part_cut_inside_a_sound_package(path: str, data: st.DataObject) -> None:
    files = parts(strings=("<t>甲</t>",))
    cut = data.draw(st.integers(0, len(files[path])))
    check(zipped({**files, path: files[path][:cut]}))
