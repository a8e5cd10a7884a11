"""The annotated copy of a return: marks and comments on its own sheets, and 审核结果."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import openpyxl
import pytest

import jixiao
from jixiao.checking.model import Check
from jixiao.finding.registry import finding
from jixiao.workbook.model import Cell, CellKind, CellRange, Sheet, Visibility, Workbook
from jixiao.writing.annotation.annotated_copy import annotate, annotated
from jixiao.writing.annotation.value_copy import copy_names, copy_values
from jixiao.writing.atomic import OutputRefused
from strategies.census import lost

FAULTY = "nanchang-2017-score-too-high.xlsx"


@pytest.fixture(scope="module")
def check(samples: Path) -> Check:
    return jixiao.check(samples / FAULTY)


def rows(book: openpyxl.Workbook) -> list[list[object]]:
    return [
        [value for value in row if value is not None]
        for row in book["审核结果"].iter_rows(max_col=12, values_only=True)
    ]


def test_the_faulty_score_is_marked_with_its_arithmetic(check: Check, tmp_path: Path) -> None:
    target = annotate(check, tmp_path / "out.xlsx")
    assert lost(Path(check.file).read_bytes(), target.read_bytes()) == {}
    book = openpyxl.load_workbook(target)
    wrong = next(f for f in check.findings if f.code == "R101")
    result = next(r for r in check.indicators if r.id == wrong.indicator)
    cell = book[wrong.sheet][wrong.cell]
    assert cell.fill.fgColor.rgb == "FFF4A77E"
    assert result.trace
    for said in ("错误：", "R101", result.trace.zh, "处理办法："):
        assert said in cell.comment.text


def test_the_sheet_has_a_row_for_each_indicator_and_finding(check: Check, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(annotate(check, tmp_path / "out.xlsx"))
    told = rows(book)
    assert told[0][0].endswith("部门整体支出绩效自评审核结果")
    indicators = [row for row in told if row and str(row[0]).isdecimal()]
    assert [row[3] for row in indicators] == [r.name for r in check.indicators]
    assert {row[8] for row in indicators} == {"一致", "不一致", "人工评判"}
    start = next(n for n, row in enumerate(told) if row and row[0] == "编号")
    end = next(n for n, row in enumerate(told) if row and str(row[0]).startswith("填报人："))
    assert told[start] == [
        "编号",
        "严重程度",
        "位置",
        "指标",
        "问题",
        "应为",
        "处理办法",
        "单位整改说明",
    ]
    codes = [row[0] for row in told[start + 1 : end]]
    repeated = next(n for n, row in enumerate(told, 1) if row and row[0] == "序号")
    assert book["审核结果"].print_title_rows == f"${repeated}:${repeated}"
    assert sorted(codes) == sorted([*(f.code for f in check.findings), "F902"])
    wrong = next(f for f in check.findings if f.code == "R101")
    line = next(n for n, row in enumerate(told, 1) if row and row[0] == "R101")
    location = book["审核结果"][f"C{line}"].hyperlink.location
    assert location == f"'{wrong.sheet}'!{wrong.cell}"


def test_the_input_is_not_touched_and_not_written_to(check: Check, tmp_path: Path) -> None:
    before = Path(check.file).read_bytes()
    with pytest.raises(OutputRefused, match="不能写在它上面"):
        annotate(check, check.file, replace=True)
    annotate(check, tmp_path / "out.xlsx")
    with pytest.raises(OutputRefused, match="已经存在"):
        annotate(check, tmp_path / "out.xlsx")
    assert Path(check.file).read_bytes() == before


def test_a_file_changed_since_the_check_is_refused(check: Check, tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="改动过"):
        annotate(check, tmp_path / "out.xlsx", source=b"PK other")
    assert list(tmp_path.iterdir()) == []


def test_an_unreadable_file_gives_no_copy(tmp_path: Path) -> None:
    check = Check("gone.xlsx", None, (finding("F001", found="gone.xlsx"),), outcome="unreadable")
    with pytest.raises(OutputRefused, match="读不出来"):
        annotate(check, tmp_path / "out.xlsx")


def test_a_workbook_without_scoresheet_comes_back_saying_so(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "通讯录"
    book.save(tmp_path / "in.xlsx")
    check = jixiao.check(tmp_path / "in.xlsx")
    told = rows(openpyxl.load_workbook(annotate(check, tmp_path / "out.xlsx")))
    assert told[1] == ["这个工作簿里没有找到可以核对的评分表，因此没有核对任何得分。"]


def test_english(check: Check, tmp_path: Path) -> None:
    told = rows(openpyxl.load_workbook(annotate(check, tmp_path / "out.xlsx", lang="en")))
    assert any(row[:2] == ["No.", "Level 1"] for row in told)


def test_two_runs_give_the_same_bytes_and_so_does_a_copy_of_a_copy(check: Check) -> None:
    content = Path(check.file).read_bytes()
    once = annotated(check, content).content
    assert annotated(check, content).content == once
    assert annotated(check, once).content == once


@pytest.mark.corpus
@pytest.mark.parametrize("ending", ["xls", "et", "ods", "xlsb"])
def test_other_formats_come_back_as_values(corpus: Path, tmp_path: Path, ending: str) -> None:
    done = 0
    for path in sorted(corpus.glob(f"*.{ending}")):
        check = jixiao.check(path)
        if check.outcome == "unreadable":
            continue
        target = annotate(check, tmp_path / f"{path.name}.xlsx")
        book = openpyxl.load_workbook(target)
        assert f"（由 {ending} 转存的数值副本）" in book["审核结果"]["A1"].value
        assert len(book.sheetnames) > 1
        done += 1
    assert done


def test_an_ods_comes_back_as_values(tmp_path: Path) -> None:
    cells = "".join(
        f'<table:table-cell office:value-type="{kind}">{text}</table:table-cell>'
        for kind, text in (
            ("string", "<text:p>部门</text:p>"),
            ('float" office:value="95.5', "<text:p>95.5</text:p>"),
            ('float" office:value="8" table:formula="of:=3+5', "<text:p>8</text:p>"),
        )
    )
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<office:document-content xmlns:office="{names}office:1.0" '
        f'xmlns:table="{names}table:1.0" xmlns:text="{names}text:1.0" '
        f'xmlns:of="{names}of:1.2"><office:body><office:spreadsheet><table:table table:name="甲">'
        f"<table:table-row>{cells}</table:table-row></table:table></office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    path = tmp_path / "甲.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    book = openpyxl.load_workbook(annotate(jixiao.check(path), tmp_path / "甲.xlsx"))
    assert "（由 ods 转存的数值副本）" in book["审核结果"]["A1"].value
    assert [cell.value for cell in book["甲"][1]] == ["部门", 95.5, 8]


def test_values_of_a_foreign_workbook_stand_where_they_stood(tmp_path: Path) -> None:
    def cell(row: int, column: int, kind: CellKind, raw: str) -> tuple[tuple[int, int], Cell]:
        return (row, column), Cell(row, column, kind, raw)

    cells = dict(
        (
            cell(1, 1, CellKind.TEXT, "=1+1"),
            cell(2, 2, CellKind.NUMBER, "95.50"),
            cell(3, 1, CellKind.NUMBER, "110101199003070011"),
            cell(4, 1, CellKind.BOOLEAN, "1"),
        )
    )
    merges = (CellRange(1, 1, 1, 3), CellRange(1, 2, 5, 2), CellRange(1, 5, 1_048_576, 16_384))
    first = Sheet("a/b:c" * 9, 0, cells=cells, merges=merges, hidden_rows=frozenset({2}))
    second = Sheet("A/B:C" * 9, 1, visibility=Visibility.HIDDEN)
    book = Workbook("x.xls", hashlib.sha256(b"").hexdigest(), "xls", (first, second))
    names = copy_names(book)
    assert list(names.values()) == ["a_b_c" * 6 + "a", "A_B_C" * 5 + "A_ (2)"]
    (tmp_path / "copy.xlsx").write_bytes(copy_values(book, names))
    copy = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    page = copy.worksheets[0]
    assert [page[c].value for c in ("A1", "B2", "A3", "A4")] == [
        "=1+1",
        95.5,
        "110101199003070011",
        True,
    ]
    assert page["A1"].data_type == "s"
    assert [str(merge) for merge in page.merged_cells.ranges] == ["A1:C1"]
    assert page.row_dimensions[2].hidden
    assert copy.worksheets[1].sheet_state == "hidden"


def test_an_annotated_copy_handed_in_again_is_checked_like_the_return(
    check: Check, tmp_path: Path
) -> None:
    again = jixiao.check(annotate(check, tmp_path / "退回.xlsx"))
    assert again.outcome == check.outcome
    assert [f.code for f in again.findings] == [f.code for f in check.findings]
    assert [r.verdict for r in again.indicators] == [r.verdict for r in check.indicators]


def test_a_renamed_sheet_of_results_is_no_scoresheet(check: Check, tmp_path: Path) -> None:
    target = annotate(check, tmp_path / "退回.xlsx")
    book = openpyxl.load_workbook(target)
    book["审核结果"].title = "财政局意见"
    book.save(target)
    assert jixiao.check(target).sheet == "评分表"


def test_the_copy_of_values_of_an_xls_is_not_told_its_formulas_are_gone(
    samples: Path, tmp_path: Path
) -> None:
    old = next(samples.glob("bulk/**/*.xls"))
    again = jixiao.check(annotate(jixiao.check(old), tmp_path / "退回.xlsx"))
    assert again.outcome == "checked"
    assert {f.code for f in again.findings} == set()


def test_the_copy_of_values_can_be_read_on_paper(tmp_path: Path) -> None:
    long = "部门（单位）本年度预算完成数与预算数的比率，用以反映预算完成程度。" * 2
    cells = {
        (1, 1): Cell(1, 1, CellKind.TEXT, "部门整体支出绩效评分表"),
        (2, 1): Cell(2, 1, CellKind.TEXT, long),
        (2, 2): Cell(2, 2, CellKind.NUMBER, "0.601986760571251"),
        (3, 1): Cell(3, 1, CellKind.TEXT, "预算完成率"),
    }
    sheet = Sheet(
        "评分表", 0, cells=cells, merges=(CellRange(1, 1, 1, 2),), hidden_rows=frozenset({3})
    )
    book = Workbook("x.xls", hashlib.sha256(b"").hexdigest(), "xls", (sheet,))
    (tmp_path / "copy.xlsx").write_bytes(copy_values(book, copy_names(book)))
    page = openpyxl.load_workbook(tmp_path / "copy.xlsx").worksheets[0]
    assert 30 < page.column_dimensions["A"].width < 34
    assert 10 < page.column_dimensions["B"].width < 14
    assert page.row_dimensions[1].height is None
    assert page.row_dimensions[2].height > 5 * 13
    assert page.row_dimensions[3].hidden
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage) == (0, True)


@pytest.mark.parametrize(
    ("written", "copied"),
    [
        ("0.00%", "0.00%"),
        ("#,##0.00", "#,##0.00"),
        ("0", "0"),
        ("General", "General"),
        ('0.0" 分";[Red]-0.0', "General"),  # what might not be well formed is left out
        ("yyyy-mm-dd", "General"),
    ],
)
def test_the_copy_of_values_shows_figures_with_the_digits_of_the_return(
    written: str, copied: str, tmp_path: Path
) -> None:
    held = Cell(1, 1, CellKind.NUMBER, "0.601986760571251", number_format=written)
    sheet = Sheet("评分表", 0, cells={(1, 1): held})
    book = Workbook("x.ods", hashlib.sha256(b"").hexdigest(), "ods", (sheet,))
    (tmp_path / "copy.xlsx").write_bytes(copy_values(book, copy_names(book)))
    shown = openpyxl.load_workbook(tmp_path / "copy.xlsx").worksheets[0]["A1"]
    assert (shown.value, shown.number_format) == (0.601986760571251, copied)
