"""Marking any workbook: nothing lost, marks where they belong, everything said that must be."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.finding.value import Severity
from jixiao.workbook.editing.mark import mark_workbook
from jixiao.workbook.editing.model import (
    AddedCell,
    AddedLine,
    AddedSheet,
    CellFormat,
    Mark,
    Patched,
)
from jixiao.workbook.editing.standalone import write_standalone
from jixiao.workbook.refusal import Refused
from strategies.census import lost, packed_members, part, rebuilt
from strategies.featured import featured
from strategies.marked import marked, opened

ADDED = AddedSheet(
    "审核结果",
    (
        AddedLine((AddedCell("审核结果", CellFormat.TITLE, span=2),), 30),
        AddedLine(
            (AddedCell("=1+1"), AddedCell("评分表!B4", CellFormat.LINK, link=("评分表", "B4")))
        ),
    ),
    (20, 30),
    1,
)
THREE = (
    Mark("评分表", "B4", Severity.ERROR, "应为 0.25 分。"),
    Mark("评分表", "F5", Severity.WARNING, "请核对。"),
    Mark("评分表", "H30", Severity.NOTICE, "这里没有填。"),
)
SHEET = "xl/worksheets/sheet1.xml"
PLAIN = AddedSheet("表", (AddedLine((AddedCell("甲"),)),))
UNSTYLED = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData></worksheet>'
)


def mark(content: bytes, *marks: Mark, sheet: AddedSheet = ADDED) -> Patched:
    return marked(content, marks or THREE, sheet)


def codes(patched: Patched) -> list[str]:
    return [found.code for found in patched.findings]


@pytest.mark.parametrize("macro", [False, True])
def test_nothing_is_lost(macro: bool) -> None:  # noqa: FBT001
    before = featured(macro=macro)
    patched = mark(before)
    assert lost(before, patched.content) == {}
    old, new = packed_members(before), packed_members(patched.content)
    assert list(new)[: len(old)] == list(old)
    untouched = old.keys() - patched.record.changed.keys()
    assert {name for name in untouched if old[name] != new[name]} == set()
    assert set(patched.record.changed) == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        SHEET,
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    assert patched.record.added == {"xl/worksheets/sheet4.xml"}


def test_marks_comments_and_sheet_are_there_for_others() -> None:
    book = opened(mark(featured()).content)
    page = book["评分表"]
    assert [page[c].fill.fgColor.rgb for c in ("B4", "F5")] == ["FFF4A77E", "FFFFE699"]
    assert page["H30"].fill.patternType == "gray0625"
    assert page["B4"].comment.text == "【jixiao 核对意见】\n应为 0.25 分。\n【意见完】"
    assert page["B3"].comment.text == "请核实这个数"
    assert book.sheetnames == ["评分表", "明细", "隐藏", "图", "审核结果"]
    added = book["审核结果"]
    assert added["A2"].data_type == "s"
    assert added["A2"].value == "=1+1"
    assert added["B2"].hyperlink.location == "'评分表'!B4"
    assert added.freeze_panes == "A2"
    assert (added.page_setup.orientation, added.page_setup.paperSize) == ("landscape", 9)


def test_new_parts_are_in_the_namespaces_of_spreadsheets() -> None:
    patched = mark(featured(commented=()), Mark("隐藏", "B2", Severity.ERROR, "改"))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    assert patched.record.added == {
        "xl/comments2.xml",
        "xl/drawings/vmlDrawing4.vml",
        "xl/worksheets/sheet4.xml",
        "xl/worksheets/_rels/sheet3.xml.rels",
    }
    for name in ("xl/comments2.xml", "xl/worksheets/sheet4.xml"):
        assert f'xmlns="{main}"' in part(patched.content, name)


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("commented", [(), ("B3",)])
def test_libreoffice_shows_the_comments_in_boxes_of_their_size(
    tmp_path: Path, commented: tuple[str, ...]
) -> None:
    texts = [f"第{n}条\n" * n for n in (1, 20)]
    marks = [Mark("评分表", c, Severity.ERROR, t) for c, t in zip(["B4", "B5"], texts, strict=True)]
    (tmp_path / "a.xlsx").write_bytes(mark(featured(commented=commented), *marks).content)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "fods", "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown = (tmp_path / "a.fods").read_text()
    notes = re.findall(r"<office:annotation ([^>]*)>(.*?)</office:annotation>", shown, re.DOTALL)
    heights = [
        float(found[1])
        for attributes, body in notes
        if "核对意见" in body and (found := re.search(r'svg:height="([\d.]+)', attributes))
    ]
    assert len(notes) == 3 + len(commented)
    assert len(heights) == 2
    assert heights[1] > 2 * heights[0]


def test_a_mark_keeps_number_format_border_font_and_lock() -> None:
    marks = [Mark("评分表", cell, Severity.ERROR) for cell in ("B4", "C5", "B14")]
    before = opened(featured())["评分表"]
    after = opened(mark(featured(), *marks).content)["评分表"]
    for cell in ("B4", "C5", "B14"):
        for aspect in ("number_format", "border", "font", "alignment", "protection"):
            assert repr(getattr(after[cell], aspect)) == repr(getattr(before[cell], aspect))


def test_a_missing_cell_takes_the_format_of_its_row_then_of_its_column() -> None:
    page = opened(
        mark(
            featured(),
            Mark("评分表", "H21", Severity.ERROR),
            Mark("评分表", "F40", Severity.ERROR),
            Mark("评分表", "G40", Severity.ERROR),
        ).content
    )["评分表"]
    assert page["H21"].number_format == "0.00%"
    assert page["F40"].protection.locked is False
    assert page["G40"].protection.locked is True
    assert {page[c].fill.fgColor.rgb for c in ("H21", "F40", "G40")} == {"FFF4A77E"}


def test_a_mark_inside_a_merged_area_goes_to_its_corner() -> None:
    page = opened(mark(featured(), Mark("评分表", "C1", Severity.ERROR, "标题")).content)["评分表"]
    assert page["A1"].fill.fgColor.rgb == "FFF4A77E"
    assert "标题" in page["A1"].comment.text


def test_a_comment_that_is_there_is_kept_and_ours_put_behind_it() -> None:
    said = "\n".join(f"第{number}条：应为 1。" for number in range(30))
    content = mark(featured(), Mark("评分表", "B3", Severity.ERROR, said)).content
    comment = opened(content)["评分表"]["B3"].comment
    assert comment.text == f"请核实这个数\n【jixiao 核对意见】\n{said}\n【意见完】"
    assert comment.author == "科长"
    old, new = (_anchor_of_first_note(body) for body in (featured(), content))
    assert old[:4] == new[:4]
    assert new[6] > old[6]


def _anchor_of_first_note(content: bytes) -> list[int]:
    drawing = part(content, "xl/drawings/vmlDrawing1.vml").split('ObjectType="Note"')[1]
    found = re.search(r"<x:Anchor>([^<]+)</x:Anchor>", drawing)
    assert found is not None
    return [int(number) for number in found[1].split(",")]


def test_several_marks_on_a_cell_make_one_comment_in_the_worst_colour() -> None:
    page = opened(
        mark(
            featured(),
            Mark("评分表", "B4", Severity.NOTICE, "其一"),
            Mark("评分表", "B4", Severity.ERROR, "其二"),
        ).content
    )["评分表"]
    assert page["B4"].fill.fgColor.rgb == "FFF4A77E"
    assert page["B4"].comment.text == "【jixiao 核对意见】\n其二\n\n其一\n【意见完】"


def test_a_second_run_gives_the_same_file() -> None:
    once = mark(featured()).content
    assert mark(once).content == once


def test_a_second_run_replaces_only_ours() -> None:
    commented = mark(featured(), Mark("评分表", "B3", Severity.ERROR, "旧"), *THREE).content
    again = mark(commented, Mark("评分表", "C4", Severity.WARNING, "新")).content
    before, after = opened(featured())["评分表"], opened(again)["评分表"]
    assert after["F5"].fill.fgColor.rgb == "FFEEEEEE"  # as its column
    for cell in ("B3", "B4"):
        for aspect in ("fill", "number_format", "border", "protection"):
            assert repr(getattr(after[cell], aspect)) == repr(getattr(before[cell], aspect))
    texts = {c.coordinate: c.comment.text for row in after for c in row if c.comment}
    assert texts == {"B3": "请核实这个数", "C4": "【jixiao 核对意见】\n新\n【意见完】"}
    assert opened(again).sheetnames.count("审核结果") == 1
    assert part(again, "xl/drawings/vmlDrawing1.vml").count('ObjectType="Note"') == 2


def test_a_second_run_works_after_another_program_saved_the_file() -> None:
    stream = io.BytesIO()
    opened(mark(featured()).content).save(stream)
    page = opened(mark(stream.getvalue(), Mark("评分表", "C4", Severity.ERROR, "新")).content)[
        "评分表"
    ]
    assert {c.coordinate for row in page for c in row if c.comment} == {"B3", "C4"}
    assert page["B4"].fill.patternType is None
    assert page["F5"].fill.fgColor.rgb == "FFEEEEEE"


def test_what_a_person_added_to_our_comment_stays() -> None:
    once = mark(featured()).content
    comments = part(once, "xl/comments1.xml").replace("【意见完】", "【意见完】\n已改，见附件", 1)
    again = mark(rebuilt(once, {"xl/comments1.xml": comments.encode()})).content
    assert opened(again)["评分表"]["B4"].comment.text == (
        "\n已改，见附件\n【jixiao 核对意见】\n应为 0.25 分。\n【意见完】"
    )


def test_a_sheet_of_that_name_by_somebody_else_stays() -> None:
    content = part(featured(), "xl/workbook.xml").replace('name="明细"', 'name="审核结果"')
    patched = mark(rebuilt(featured(), {"xl/workbook.xml": content.encode()}))
    assert opened(patched.content).sheetnames[1:] == ["审核结果", "隐藏", "图", "审核结果 (2)"]
    assert (patched.sheet, codes(patched)) == ("审核结果 (2)", ["F902", "F908"])
    assert mark(patched.content).sheet == "审核结果 (2)"


def test_protection_and_signature_are_told() -> None:
    before = featured()
    book = part(before, "xl/workbook.xml").replace(
        "<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'
    )
    relations = part(before, "_rels/.rels").replace(
        "</Relationships>",
        '<Relationship Id="rId99" Target="_xmlsignatures/origin.sigs" Type="http://schemas'
        '.openxmlformats.org/package/2006/relationships/digital-signature/origin"/></Relationships>',
    )
    signed = rebuilt(
        before,
        {
            "xl/workbook.xml": book.encode(),
            "_rels/.rels": relations.encode(),
            "_xmlsignatures/origin.sigs": b"",
        },
    )
    patched = mark(signed)
    assert codes(patched) == ["F903", "F909", "F902"]
    assert lost(signed, patched.content) == {}


def test_a_conversation_is_left_alone() -> None:
    before = featured()
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    threaded = rebuilt(
        before,
        {
            relations: part(before, relations)
            .replace(
                "</Relationships>",
                '<Relationship Id="rId77" Target="../threadedComments/t1.xml" Type="http://schemas'
                '.microsoft.com/office/2017/10/relationships/threadedComment"/></Relationships>',
            )
            .encode(),
            "xl/threadedComments/t1.xml": (
                f'<ThreadedComments xmlns="{space}"><threadedComment ref="B3" id="1"><text>问'
                "</text></threadedComment></ThreadedComments>"
            ).encode(),
        },
    )
    patched = mark(threaded, Mark("评分表", "B3", Severity.ERROR, "应为 1。"))
    assert [(f.code, f.cell) for f in patched.findings] == [("F904", "B3"), ("F902", None)]
    page = opened(patched.content)["评分表"]
    assert page["B3"].comment.text == "请核实这个数"
    assert page["B3"].fill.fgColor.rgb == "FFF4A77E"


def test_places_that_cannot_be_marked_are_told() -> None:
    patched = mark(
        featured(),
        Mark("没有", "A1", Severity.ERROR),
        Mark("图", "A1", Severity.ERROR),
        Mark("评分表", "AAAA1", Severity.ERROR),
    )
    assert [f.found for f in patched.findings if f.code == "F906"] == ["没有!A1", "图!A1", "AAAA1"]


def test_no_styles_part_gets_one() -> None:
    before = write_standalone(PLAIN)
    relations, types = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
    parts: dict[str, bytes | None] = {"xl/styles.xml": None, SHEET: UNSTYLED}
    for name in (relations, types):
        parts[name] = re.sub(r"<[A-Z][^>]*styles[^>]*/>", "", part(before, name)).encode()
    patched = mark(rebuilt(before, parts), Mark("表", "A1", Severity.ERROR, "改"))
    assert "xl/styles.xml" in patched.record.added
    assert opened(patched.content)["表"]["A1"].fill.fgColor.rgb == "FFF4A77E"


@pytest.mark.parametrize(
    "styles",
    [
        b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
        (
            b'<s:styleSheet xmlns:s="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            b"<s:cellXfs/><s:dxfs/></s:styleSheet>"
        ),
    ],
)
def test_a_minimal_styles_part_is_filled_up(styles: bytes) -> None:
    before = rebuilt(write_standalone(PLAIN), {"xl/styles.xml": styles, SHEET: UNSTYLED})
    page = opened(mark(before, Mark("表", "A1", Severity.ERROR)).content)["表"]
    assert page["A1"].fill.fgColor.rgb == "FFF4A77E"
    assert page["B1"].fill.patternType is None


def test_too_many_formats_leave_the_cells_uncoloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.workbook.limits.CELL_FORMATS", 3)
    before = rebuilt(write_standalone(PLAIN), {SHEET: UNSTYLED})
    patched = mark(before, Mark("表", "A1", Severity.ERROR, "改"))
    assert codes(patched) == ["F905"]
    assert "xl/styles.xml" not in patched.record.changed
    assert "xl/comments1.xml" in patched.record.added


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "gb18030"])
def test_parts_in_other_encodings_stay_in_them(encoding: str) -> None:
    declared = "utf-16" if encoding.startswith("utf") else encoding
    text = re.sub('encoding="[^"]*"', f'encoding="{declared}"', part(featured(), SHEET))
    before = rebuilt(featured(), {SHEET: text.encode(encoding)})
    if encoding == "gb18030":  # which no reader takes; the findings come alone
        assert mark_workbook(before, THREE, ADDED).content[:2] == b"PK"
        return
    patched = mark(before)
    with zipfile.ZipFile(io.BytesIO(patched.content)) as package:
        after = package.read(SHEET).decode(encoding)
    assert '<c r="H30"' in after
    assert lost(before, patched.content) == {}


def test_prefixed_and_strict_parts() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    before = featured(commented=())
    with zipfile.ZipFile(io.BytesIO(before)) as package:
        parts = {
            name: package.read(name).decode().replace(main, strict).replace(office, relations)
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }
    parts[SHEET] = re.sub(r"<(/?)([a-zA-Z]+)(?=[\s/>])", r"<\1x:\2", parts[SHEET]).replace(
        "xmlns=", "xmlns:x="
    )
    patched = mark(rebuilt(before, {name: text.encode() for name, text in parts.items()}))
    sheet = part(patched.content, SHEET)
    assert '<x:row r="30"><x:c r="H30" s="' in sheet
    assert "<x:legacyDrawing " in sheet
    assert f'xmlns="{strict}"' in part(patched.content, "xl/worksheets/sheet4.xml")
    assert f'xmlns="{strict}"' in part(patched.content, "xl/comments2.xml")
    assert f'Type="{relations}/worksheet"' in part(patched.content, "xl/_rels/workbook.xml.rels")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<sheetData/>", ["B4", "F5", "H30"]),
        ("<sheetData><row/><row><c><v>1</v></c><c/></row></sheetData>", ["A2", "B2"]),
        ('<sheetData><row r="4"/><row r="30"><c r="I30"/></row></sheetData>', ["I30"]),
        ('<sheetData><row r="30"><c r="A30"/></row><row r="4"><c r="A4"/></row></sheetData>', []),
    ],
)
def test_rows_and_cells_without_numbers_or_out_of_order(data: str, expected: list[str]) -> None:
    text = re.sub("<sheetData>.*</sheetData>", data, part(featured(commented=()), SHEET))
    before = rebuilt(featured(commented=()), {SHEET: text.encode()})
    patched = mark(before)
    page = opened(patched.content)["评分表"]
    filled = {c.coordinate for row in page for c in row if c.fill.patternType}
    assert {"B4", "F5", "H30"} <= filled
    assert all(page[cell].coordinate for cell in expected)


def test_forbidden_characters_and_long_texts() -> None:
    long = "甲" * 40_000
    sheet = AddedSheet(
        "审核结果", (AddedLine((AddedCell("\x01\ud800_x0041_\t=1"), AddedCell(long))),)
    )
    book = opened(mark(featured(), Mark("评分表", "B4", Severity.ERROR, long), sheet=sheet).content)
    assert book["审核结果"]["A1"].value == "\ufffd\ufffd_x005F_x0041_\t=1"
    assert len(book["审核结果"]["B1"].value) == 32_767
    assert len(book["评分表"]["B4"].comment.text) <= 32_767
    assert book["评分表"]["B4"].comment.text.endswith("……\n【意见完】")


def test_a_hostile_ledger_gets_nothing_into_the_styles() -> None:
    once = mark(featured()).content
    name = "xl/worksheets/sheet4.xml"
    evil = re.sub(r"&lt;fill&gt;.*?&lt;/fill&gt;", "&lt;fill&gt;&lt;x", part(once, name))
    again = mark(rebuilt(once, {name: evil.encode()}), Mark("评分表", "C4", Severity.ERROR)).content
    assert opened(again)["评分表"]["B4"].fill.patternType is None


def test_no_package_is_refused() -> None:
    with pytest.raises(Refused):
        mark_workbook(b"nothing", THREE, ADDED)


def test_a_broken_sheet_gives_the_findings_alone() -> None:
    before = rebuilt(featured(), {SHEET: b"<worksheet><sheetData>"})
    patched = mark_workbook(before, THREE, ADDED)
    assert (patched.is_alone, codes(patched)) == (True, ["F900"])
    assert opened(patched.content)["审核结果"]["A2"].value == "=1+1"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.builds(
            Mark,
            st.sampled_from(["评分表", "明细", "隐藏"]),
            st.builds("{}{}".format, st.sampled_from("ABCDEFGHZ"), st.integers(1, 60)),
            st.sampled_from(Severity),
            st.text(max_size=40),
        ),
        max_size=12,
    )
)
def test_whatever_is_marked_nothing_is_lost_and_unmarking_restores(marks: list[Mark]) -> None:
    before = featured()
    patched = mark_workbook(before, marks, ADDED)
    assert not patched.is_alone
    assert lost(before, patched.content) == {}
    bare = opened(mark_workbook(patched.content, [], ADDED).content)
    original = opened(before)
    for page in original.worksheets:
        for row in page.iter_rows():
            for cell in row:
                other = bare[page.title][cell.coordinate]
                assert (other.number_format, repr(other.fill)) == (
                    cell.number_format,
                    repr(cell.fill),
                )
                assert repr(other.value) == repr(cell.value) or "object" in repr(cell.value)
                assert (other.comment and other.comment.text) == (
                    cell.comment and cell.comment.text
                )
