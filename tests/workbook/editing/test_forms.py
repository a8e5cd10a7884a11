"""Packages written in unusual ways: what is added fits in, as the schema wants it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
import xlsxwriter

from jixiao.finding.value import Severity
from jixiao.workbook.editing.mark import mark_workbook
from jixiao.workbook.editing.model import AddedCell, AddedLine, AddedSheet, Mark, Patched
from strategies.census import lost, part, rebuilt
from strategies.featured import featured
from strategies.marked import marked, opened
from validators.lint import broken_rules

SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
TYPES = "[Content_Types].xml"
COMMENTS = "xl/comments1.xml"
DRAWING = "xl/drawings/vmlDrawing1.vml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ADDED = AddedSheet("审核结果", (AddedLine((AddedCell("题"),)),))
MARKS = (
    Mark("评分表", "B4", Severity.ERROR, "改"),
    Mark("评分表", "F5", Severity.WARNING, "看"),
    Mark("评分表", "H40", Severity.NOTICE, "缺"),
)

Change = Callable[[str], str]


def changed(content: bytes, name: str, change: Change) -> bytes:
    before = part(content, name)
    after = change(before)
    assert after != before
    return rebuilt(content, {name: after.encode()})


def mark(content: bytes, *marks: Mark) -> Patched:
    return marked(content, marks or MARKS, ADDED)


def texts(patched: Patched) -> dict[str, str]:
    page = opened(patched.content)["评分表"]
    return {c.coordinate: c.comment.text for row in page for c in row if c.comment}


def small(*, comments: int = 0) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = book.add_worksheet("评分表")
    page.write_row(3, 0, ["预算完成率", 1, 2])
    page.conditional_format("B1:B6", {"type": "data_bar", "data_bar_2010": True})
    for row in range(comments):
        page.write_comment(row, 9, f"第{row}条")
    book.close()
    return stream.getvalue()


def prefixed(names: str) -> Change:
    """Write some elements of a sheet with a prefix beside the default namespace."""

    def change(text: str) -> str:
        text = text.replace("<worksheet ", f'<worksheet xmlns:x="{MAIN}" ', 1)
        return re.sub(rf"<(/?)({names})(?=[\s/>])", r"<\1x:\2", text)

    return change


def test_comment_boxes_come_before_the_extensions_of_a_sheet() -> None:
    text = part(mark(small()).content, SHEET)
    assert "x14:conditionalFormatting" in text
    assert text.index("<legacyDrawing ") < text.rindex("<extLst>")


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (SHEET, prefixed("row|c|v|f")),
        (SHEET, prefixed("c|v")),
        (SHEET, lambda t: re.sub("<sheetData>.*</sheetData>", "", t)),
        (SHEET, lambda t: re.sub("<sheetData>.*</sheetData>", "<sheetData/>", t)),
        (SHEET, lambda t: t.replace("</row>", "<!-- <c r='F4'/> --></row>")),
        (BOOK, lambda t: t.replace('sheetId="1"', 'sheetId="65534"')),
        (
            BOOK,
            lambda t: re.sub("<(/?)(sheets?)(?= |>)", r"<\1y:\2", t).replace(
                "<y:sheets", f'<y:sheets xmlns:y="{MAIN}" xmlns="urn:other"'
            ),
        ),
        (
            STYLES,
            lambda t: re.sub(
                "<(/?)(fills|fill|patternFill|cellXfs)(?= |>|/)", r"<\1y:\2", t
            ).replace("<styleSheet", f'<styleSheet xmlns:y="{MAIN}"'),
        ),
    ],
    ids=range(8),
)
def test_marks_fit_into_whatever_form_the_parts_have(name: str, change: Change) -> None:
    before = changed(small(), name, change)
    patched = mark(before)
    assert lost(before, patched.content) == {}
    page = opened(patched.content)["评分表"]
    assert {page[c].fill.fgColor.rgb for c in ("B4", "F5")} == {"FFF4A77E", "FFFFE699"}
    assert set(texts(patched)) == {"B4", "F5", "H40"}
    assert mark(patched.content).content == patched.content


def test_a_package_that_declares_every_part_by_name_gets_its_new_ones_declared() -> None:
    def change(types: str) -> str:
        kind = "application/vnd.openxmlformats-package.relationships+xml"
        listed = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>'
            for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels")
        )
        return re.sub("<Default [^>]*>", "", types).replace("</Types>", f"{listed}</Types>")

    patched = mark(changed(small(), TYPES, change))
    assert f"{SHEET[:13]}/_rels/sheet1.xml.rels" in patched.record.added
    assert 'Extension="rels"' in part(patched.content, TYPES)


def test_a_styles_part_that_is_named_but_missing_is_put_where_it_is_looked_for() -> None:
    before = rebuilt(small(), {STYLES: None})
    patched = mark(before)
    assert STYLES in patched.record.added
    assert part(patched.content, TYPES).count("/xl/styles.xml") == 1
    assert part(patched.content, "xl/_rels/workbook.xml.rels").count("/styles") == 1


@pytest.mark.parametrize("target", ["../comments9.xml", "&#10;", "a b.xml"])
def test_a_comments_part_that_is_named_but_missing_is_made(target: str) -> None:
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    body = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )
    patched = mark_workbook(rebuilt(small(), {relations: body.encode()}), MARKS, ADDED)
    assert not patched.is_alone
    assert ("xl/comments9.xml" in patched.record.added) == (target == "../comments9.xml")
    assert len([name for name in patched.record.added if "comments" in name]) == 1


def test_more_boxes_than_a_block_of_numbers_holds() -> None:
    patched = mark(small(comments=1_022))
    assert 'data="1,2"' in part(patched.content, DRAWING)
    assert mark(patched.content).content == patched.content


def test_boxes_of_two_sheets_never_have_one_number() -> None:
    before = changed(featured(), "xl/drawings/vmlDrawing3.vml", lambda t: t.replace("2", "1", 1))
    mark(before, *MARKS, Mark("明细", "A1", Severity.ERROR, "改"))


@pytest.mark.parametrize("ending", ["", "</xm", "</xml><!-- "])
def test_a_drawing_that_is_cut_off_gets_no_comment_without_a_box(ending: str) -> None:
    before = changed(featured(), DRAWING, lambda t: t.replace("</xml>", ending))
    patched = mark(before, *MARKS, Mark("评分表", "B3", Severity.ERROR, "应为 1。"))
    assert [f.code for f in patched.findings] == ["F907", "F902"]
    assert texts(patched) == {"B3": "请核实这个数\n【jixiao 核对意见】\n应为 1。\n【意见完】"}


def test_a_drawing_may_end_with_a_comment() -> None:
    before = changed(featured(), DRAWING, lambda t: t.replace("</xml>", "</xml>\n<!-- 完 -->\n"))
    assert set(texts(mark(before))) == {"B3", "B4", "F5", "H40"}


def test_comments_that_have_no_boxes_get_them_with_ours() -> None:
    before = changed(featured(), SHEET, lambda t: re.sub("<legacyDrawing [^>]*>", "", t))
    assert "comment B3 without box" in " ".join(broken_rules(before))
    assert "without box" not in " ".join(broken_rules(mark(before).content))


def test_a_box_whose_comment_was_deleted_becomes_that_of_ours() -> None:
    before = changed(
        featured(), COMMENTS, lambda t: re.sub(r"<commentList>.*</commentList>", "", t)
    )
    patched = mark(before, Mark("评分表", "B3", Severity.ERROR, "应为 1。" * 300))
    assert "应为 1。" in texts(patched)["B3"]
    assert "box B3 without comment" not in " ".join(broken_rules(patched.content))
    (old,), (new,) = (
        re.findall(
            r"<x:Anchor>([^<]*)</x:Anchor>.{0,200}<x:Row>2</x:Row>", part(c, DRAWING), re.DOTALL
        )
        for c in (before, patched.content)
    )
    assert (old.split(",")[:4], old) != (new.split(",")[:4], new)
    assert old.split(",")[:4] == new.split(",")[:4]


def test_an_empty_comment_of_somebody_else_stays() -> None:
    before = changed(featured(), COMMENTS, lambda t: re.sub("<text>.*</text>", "<text/>", t))
    patched = mark(before, Mark("评分表", "B3", Severity.ERROR, "应为 1。"))
    assert "应为 1。" in texts(patched)["B3"]
    bare = mark_workbook(patched.content, [], ADDED).content
    assert lost(before, bare) == {}


def test_a_long_comment_leaves_less_room_for_ours() -> None:
    before = changed(featured(), COMMENTS, lambda t: t.replace("请核实这个数", "长" * 32_000))
    said = texts(mark(before, Mark("评分表", "B3", Severity.ERROR, "改" * 9_000)))["B3"]
    assert len(said) <= 32_767
    assert said.startswith("长" * 32_000 + "\n【jixiao 核对意见】\n改改")
    assert said.endswith("……\n【意见完】")


def test_our_text_is_found_again_where_another_program_cut_it_into_runs() -> None:
    marks = [Mark("评分表", cell, Severity.ERROR, "R101 应为 1。") for cell in ("B3", "B4")]
    once = mark(featured(), *marks)

    def cut(text: str) -> str:
        text = re.sub("<author>[^<]*</author>", "<author> </author>", text)
        text = re.sub(r"(?<=>)\n(?=【)", "", text).replace("核实这个数</t>", "核实这个数&#10;</t>")
        runs = "</t></r><r><rPr><sz val='11'/></rPr><t xml:space='preserve'>"
        return re.sub(
            "(?<=【)(?=jix)|(?<=jixiao )|(?<=R101)", runs, re.sub(r"\n(?!<)", "&#10;", text)
        )

    again = mark(changed(once.content, COMMENTS, cut), Mark("评分表", "B4", Severity.ERROR, "新"))
    assert texts(again) == {
        "B3": "请核实这个数",
        "B4": "【jixiao 核对意见】\n新\n【意见完】",
    }


def test_our_colours_are_known_again_where_another_program_wrote_them_anew() -> None:
    once = mark(featured(), *MARKS).content

    def rewrite(text: str) -> str:
        text = text.replace(
            '<fgColor rgb="FFFFE699"/><bgColor indexed="64"/>', '<fgColor rgb="FFFFE699"/>'
        )
        return re.sub(
            '<patternFill patternType="gray0625">.*?</patternFill>',
            '<patternFill patternType="solid"><fgColor rgb="FFDCE9F6"/></patternFill>',
            text,
        )

    again = mark(changed(once, STYLES, rewrite), Mark("评分表", "B4", Severity.ERROR, "改"))
    page = opened(again.content)["评分表"]
    assert page["F5"].fill.fgColor.rgb == "FFEEEEEE"
    assert page["H40"].fill.patternType is None


def test_our_sheet_is_found_again_under_another_name() -> None:
    stream = io.BytesIO()
    book = opened(mark(small()).content)
    book["审核结果"].title = "市局意见"
    book.save(stream)
    again = mark(stream.getvalue())
    assert (again.sheet, [f.code for f in again.findings]) == ("市局意见", ["F908"])
    assert opened(again.content).sheetnames == ["评分表", "市局意见"]


@pytest.mark.parametrize(
    "names", ["", '<definedNames><definedName name="a">评分表!$A$1</definedName>']
)
def test_the_rows_that_stay_in_view_are_printed_on_every_page(names: str) -> None:
    before = small()
    if names:
        before = changed(
            before, BOOK, lambda t: t.replace("<calcPr", f"{names}</definedNames><calcPr")
        )
    sheet = AddedSheet("审核结果", (AddedLine((AddedCell("题"),)),) * 3, frozen=2)
    patched = mark_workbook(before, MARKS, sheet)
    assert opened(patched.content)["审核结果"].print_title_rows == "$1:$2"
    assert opened(patched.content)["评分表"].print_title_rows is None
    assert lost(before, patched.content) == {}
    assert broken_rules(patched.content) == broken_rules(before)
    assert mark_workbook(patched.content, MARKS, sheet).content == patched.content


@pytest.mark.parametrize(
    ("change", "first", "last"),
    [
        (lambda t: t, (5, 2), (9, 5)),
        (
            lambda t: t.replace(
                "<sheetData>",
                '<cols><col min="6" max="16384" width="9" hidden="1"/></cols><sheetData>',
            ).replace("<sheetFormatPr ", '<sheetFormatPr zeroHeight="1" '),
            (0, 0),
            (4, 4),
        ),
    ],
    ids=["usual", "all hidden but the table"],
)
def test_a_box_stands_where_it_can_be_seen(
    change: Change, first: tuple[int, int], last: tuple[int, int]
) -> None:
    text = change(part(small(), SHEET))
    before = rebuilt(small(), {SHEET: text.encode()})
    patched = mark(before, Mark("评分表", "E4", Severity.ERROR, "应为 0.25 分。"))
    found = re.search("<x:Anchor>([^<]*)<", part(patched.content, DRAWING))
    assert found is not None
    anchor = [int(number) for number in found[1].split(",")]
    assert (tuple(anchor[0:4:2]), tuple(anchor[4:8:2])) == (first, last)


def test_a_box_at_the_end_of_a_sheet_stands_inside_it() -> None:
    patched = mark(small(), Mark("评分表", "XFD1048576", Severity.ERROR, "改\n" * 40))
    found = re.search("<x:Anchor>([^<]*)<", part(patched.content, DRAWING))
    assert found is not None
    anchor = [int(number) for number in found[1].split(",")]
    assert anchor[0] < anchor[4] <= 16_383
    assert anchor[2] < anchor[6] <= 1_048_575


def test_our_marks_are_taken_back_although_our_sheet_was_deleted() -> None:
    once = mark(featured(commented=()), *MARKS, Mark("明细", "A2", Severity.ERROR, "改")).content
    stream = io.BytesIO()
    book = opened(once)
    del book["审核结果"]
    book["明细"].title = "附表"
    book.save(stream)
    again = opened(mark(stream.getvalue(), Mark("评分表", "B5", Severity.ERROR, "新")).content)
    coloured = {
        f"{page.title}!{cell.coordinate}"
        for page in again.worksheets
        for row in page
        for cell in row
        if cell.fill.fgColor.rgb in {"FFF4A77E", "FFFFE699"} and page.title != "审核结果"
    }
    assert coloured == {"评分表!B5"}
    texts = [c.comment.text for page in again.worksheets for r in page for c in r if c.comment]
    assert sorted(texts) == ["【jixiao 核对意见】\n新\n【意见完】", "另一张表"]
