"""Workbooks as other programs write them: read for what they are, and copies that all can open."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from hostile.contents import compound
from jixiao.finding import Severity
from jixiao.workbook import (
    AddedCell,
    AddedLine,
    AddedSheet,
    Mark,
    Patched,
    Refused,
    Unreadable,
    Workbook,
    mark_workbook,
    read_workbook,
)
from strategies.census import rebuilt

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CASES = Path(__file__).parents[3].parent / "shared" / "cases" / "files"
ADDED = AddedSheet("审核结果", (AddedLine((AddedCell("题"),)),))


def link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{LINKS}/{kind}" Target="{target}"/>'


def links(*each: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def workbook(
    *,
    bin_default: str = "",
    chain: str = "",
    sheet_links: str = "",
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """A workbook of one sheet 甲 with 5 in A1 and =A1*2 in B1, written part by part."""
    bin_type = f'<Default Extension="bin" ContentType="{bin_default}"/>' if bin_default else ""
    chained = (
        f'<Override PartName="/xl/calcChain.xml" ContentType="{TYPE}.calcChain+xml"/>'
        if chain
        else ""
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'{bin_type}<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
        f"{chained}</Types>",
        "_rels/.rels": links(link(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
        '<sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(
            link(1, "worksheet", "worksheets/sheet1.xml"),
            *([link(2, "calcChain", "calcChain.xml")] if chain else []),
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1">'
        '<v>5</v></c><c r="B1"><f>A1*2</f><v>10</v></c></row></sheetData></worksheet>',
    }
    if chain:
        parts["xl/calcChain.xml"] = f'<calcChain xmlns="{MAIN}">{chain}</calcChain>'
    if sheet_links:
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = sheet_links
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_empty_member_packed(content: bytes) -> bytes:
    """Add an empty member that is marked deflated and holds nothing at all, as some signers do."""
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(zipfile.ZipInfo("_xmlsignatures/origin.sigs"), b"")
    raw = bytearray(stream.getvalue())
    for start, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        name = 30 if start == b"PK\x03\x04" else 46
        at = next(
            m.start()
            for m in re.finditer(re.escape(start), raw)
            if raw[m.start() + name :].startswith(b"_xmlsignatures")
        )
        raw[at + offset : at + offset + 2] = (8).to_bytes(2, "little")
    return bytes(raw)


def marked(content: bytes) -> Patched:
    return mark_workbook(content, [Mark("甲", "A1", Severity.ERROR, "改")], ADDED)


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def shared(number: str) -> bytes:
    found = sorted(CASES.glob(f"{number}-*")) if CASES.is_dir() else []
    if not found:
        pytest.skip("the cases are not here")
    return found[0].read_bytes()


def read(content: bytes) -> Workbook:
    found = read_workbook("a.xlsx", content)
    assert isinstance(found, Workbook), found
    return found


@pytest.mark.parametrize(
    "declared",
    [
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ],
)
def test_a_default_type_for_other_parts_does_not_make_it_another_kind(declared: str) -> None:
    found = read(workbook(bin_default=declared))
    assert (found.format, found.findings[0].code) == ("xlsx", "F218")  # it has no styles
    assert [(c.raw, c.formula) for c in found.sheets[0]] == [("5", None), ("10", "A1*2")]
    assert not marked(workbook(bin_default=declared)).is_alone


def test_what_sheetjs_writes_is_an_xlsx() -> None:
    found = read(shared("01"))
    assert found.format == "xlsx"
    assert not [f for f in found.findings if f.code in ("F050", "F300")]


def test_added_parts_are_referred_to_from_where_the_reference_is() -> None:
    copy = marked(workbook())
    assert not copy.is_alone
    targets = [
        target
        for name in ("xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet1.xml.rels")
        for target in re.findall(r'Target="([^"]*)"', part(copy.content, name))
    ]
    assert targets == [
        "worksheets/sheet1.xml", "worksheets/sheet2.xml", "styles.xml",
        "../comments1.xml", "../drawings/vmlDrawing1.vml",
    ]  # fmt: skip
    page = openpyxl.load_workbook(io.BytesIO(copy.content))["甲"]
    assert page["A1"].comment is not None


@pytest.mark.parametrize("number", ["01", "02", "03", "04", "10"])
def test_shared_cases_are_annotated_in_place(number: str) -> None:
    content = shared(number)
    name = read(content).sheets[0].name
    copy = mark_workbook(content, [Mark(name, "A1", Severity.ERROR, "改")], ADDED)
    assert not copy.is_alone
    assert 'Target="/' not in part(copy.content, "xl/_rels/workbook.xml.rels")
    assert openpyxl.load_workbook(io.BytesIO(copy.content)).sheetnames == [name, "审核结果"]


def test_the_added_sheet_takes_no_number_of_the_calculation_chain() -> None:
    copy = marked(workbook(chain='<c r="B1" i="1"/><c r="A1" i="2"/><c r="A2"/><c r="A3" i="4"/>'))
    numbers = re.findall(r'sheetId="(\d+)"', part(copy.content, "xl/workbook.xml"))
    assert numbers == ["1", "5"]


def with_in_book(*replacements: tuple[str, str]) -> bytes:
    """The workbook of one sheet with changes to its workbook part."""
    content = workbook()
    text = part(content, "xl/workbook.xml")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return rebuilt(content, {"xl/workbook.xml": text.encode()})


def test_the_added_sheet_takes_no_number_of_somebodys_view() -> None:
    view = '<customWorkbookView name="科长" guid="{0}" windowWidth="9" windowHeight="9" '
    view += 'activeSheetId="2"/>'
    views = f"<customWorkbookViews>{view}</customWorkbookViews></workbook>"
    copy = marked(with_in_book(("</workbook>", views)))
    written = part(copy.content, "xl/workbook.xml")
    assert re.findall(r' sheetId="(\d+)"', written) == ["1", "3"]


def test_names_and_views_of_sheets_that_are_gone_do_not_become_the_added_sheets() -> None:
    gone = '<definedName name="_xlnm.Print_Titles" localSheetId="1">甲!$1:$1</definedName>'
    kept = '<definedName name="_xlnm.Print_Area" localSheetId="0">甲!$A$1</definedName>'
    view = '<bookViews><workbookView activeTab="1"/></bookViews><sheets>'
    names = f"</sheets><definedNames>{kept}{gone}</definedNames>"
    before = with_in_book(("<sheets>", view), ("</sheets>", names))
    sheet = AddedSheet("审核结果", (AddedLine((AddedCell("题"),)),) * 2, frozen=1)
    copy = mark_workbook(before, [Mark("甲", "A1", Severity.ERROR, "改")], sheet)
    assert not copy.is_alone
    written = part(copy.content, "xl/workbook.xml")
    assert re.findall(r'name="([^"]*)" localSheetId="(\d+)"', written) == [
        ("_xlnm.Print_Area", "0"),
        ("_xlnm.Print_Titles", "2"),
        ("_xlnm.Print_Titles", "1"),
    ]
    assert 'activeTab="2"' in written
    with pytest.warns(UserWarning, match="sheet index 2 cannot be located"):
        book = openpyxl.load_workbook(io.BytesIO(copy.content))
    assert book["审核结果"].print_title_rows == "$1:$1"
    assert mark_workbook(copy.content, [], sheet).sheet == "审核结果"


@pytest.mark.parametrize("target", ["", "../no such part.xml", "../../docProps/gone.bin"])
def test_a_dead_reference_to_comments_leads_to_the_new_ones(target: str) -> None:
    copy = marked(workbook(sheet_links=links(link(1, "comments", target))))
    written = part(copy.content, "xl/worksheets/_rels/sheet1.xml.rels")
    assert re.findall(r'relationships/comments" Target="([^"]*)"', written) == ["../comments1.xml"]
    assert [(f.code, f.sheet) for f in copy.findings] == [("F911", "甲")]
    assert openpyxl.load_workbook(io.BytesIO(copy.content))["甲"]["A1"].comment is not None


def test_an_empty_member_marked_as_packed_is_no_reason_to_refuse() -> None:
    content = with_empty_member_packed(workbook())
    assert [c.raw for c in read(content).sheets[0]] == ["5", "10"]
    assert not marked(content).is_alone


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (compound("EncryptedPackage", "EncryptionInfo"), "F020"),
        (b"%PDF-1.7 ", "F026"),
        (b"PK\x03\x04 cut", "F100"),
        (b"", "F005"),
    ],
)
def test_marking_refuses_with_the_code_of_a_check(content: bytes, code: str) -> None:
    found = read_workbook("a.xlsx", content)
    assert isinstance(found, Unreadable)
    with pytest.raises(Refused) as refused:
        mark_workbook(content, [], ADDED)
    assert refused.value.finding.code == found.findings[0].code == code
