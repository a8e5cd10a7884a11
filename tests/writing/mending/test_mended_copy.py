"""The mended copy: what it holds, that nothing is lost, and that mending twice changes nothing."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from jixiao.checking import check, plan_fixes
from jixiao.workbook import Workbook, read_workbook
from jixiao.writing import OutputRefused, annotate, deliver_fixes, fixed_content
from libreoffice import recalculate as recalculated
from strategies.typing_over import typed_over

SAMPLES = (
    "formula-replaced",
    "grade-wrong",
    "rate-typed",
    "percent-as-number",
    "sum-wrong",
    "total-wrong",
)


def _mended(content: bytes) -> bytes:
    made = fixed_content(plan_fixes(content, check(content)), content)
    assert made is not None
    return made


def _spoilt(samples: Path) -> bytes:
    """A return with a score and a figure as text, a rate and a sum typed over, a cleared grade."""
    return typed_over(
        (samples / "nanchang-2017-waiqiao.xlsx").read_bytes(),
        {
            "评分表!H5": "4分",
            "基础数据!C8": "1,922.76",
            "评分表!G11": Decimal("0.7"),
            "评分表!H26": Decimal(50),
            "评分表!H38": "",
        },
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_the_copy_is_clean_and_mending_it_again_changes_nothing(samples: Path, name: str) -> None:
    once = _mended((samples / f"nanchang-2017-{name}.xlsx").read_bytes())
    assert [f.code for f in check(once).findings] == []
    assert _mended(once) == once


def test_a_check_of_the_copy_finds_nothing_new(samples: Path) -> None:
    content = _spoilt(samples)
    before = {(f.code, f.place) for f in check(content).findings}
    once = _mended(content)
    after = {(f.code, f.place) for f in check(once).findings}
    assert after < before
    assert ("X101", "评分表!H26") in before - after
    assert _mended(once) == once


def test_formula_result_format_comment_and_list_are_in_the_copy(samples: Path) -> None:
    source = (samples / "nanchang-2017-sum-wrong.xlsx").read_bytes()
    made = _mended(source)
    formulas = openpyxl.load_workbook(io.BytesIO(made))
    values = openpyxl.load_workbook(io.BytesIO(made), data_only=True)
    cell = formulas["评分表"]["H26"]
    assert cell.value == '=IF(COUNT(H11:H25)=0,"",ROUND(SUM(H11:H25),8))'
    assert (values["评分表"]["H26"].value, values["评分表"]["H37"].value) == (52.05, 91.82)
    assert "已修改：原为 53.05" in cell.comment.text
    assert (
        cell.number_format
        == openpyxl.load_workbook(io.BytesIO(source))["评分表"]["H26"].number_format
    )
    assert cell.fill.patternType == "gray0625"
    listed = formulas["修改清单"]
    rows = [[c.value for c in row[:4]] for row in listed.iter_rows()]
    assert ["1", "评分表!H26", "53.05", cell.value] in rows
    assert listed.column_dimensions["G"].hidden


def test_protection_and_all_other_parts_stay(samples: Path) -> None:
    source = (samples / "nanchang-2017-sum-wrong.xlsx").read_bytes()
    made = _mended(source)
    assert openpyxl.load_workbook(io.BytesIO(made))["评分表"].protection.sheet
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        changed = {n for n in old.namelist() if old.read(n) != new.read(n)}
        sheets = [n for n in changed if n.startswith("xl/worksheets/sheet")]
        assert set(old.namelist()) <= set(new.namelist())
        assert b'fullCalcOnLoad="1"' in new.read("xl/workbook.xml")
    assert len(sheets) == 1
    assert changed - set(sheets) <= {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        *(n for n in changed if "comments" in n or n.endswith((".vml", ".rels"))),
    }  # fmt: skip


def test_annotating_and_mending_one_after_the_other_keeps_both_sheets(
    samples: Path, tmp_path: Path
) -> None:
    source = samples / "nanchang-2017-sum-wrong.xlsx"
    annotated = annotate(check(source), tmp_path / "a.xlsx")
    mended = _mended(annotated.read_bytes())
    assert openpyxl.load_workbook(io.BytesIO(mended)).sheetnames[-2:] == ["审核结果", "修改清单"]
    (tmp_path / "m.xlsx").write_bytes(mended)
    again = annotate(check(tmp_path / "m.xlsx"), tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(again)
    assert book.sheetnames[-2:] == ["审核结果", "修改清单"]
    assert book["评分表"]["H26"].comment is None


def test_the_file_itself_is_never_written_to(samples: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes((samples / "nanchang-2017-sum-wrong.xlsx").read_bytes())
    plan = plan_fixes(path, check(path))
    before = path.read_bytes()
    with pytest.raises(OutputRefused):
        deliver_fixes(plan, path, replace=True)
    other = tmp_path / "b.xlsx"
    other.touch()
    with pytest.raises(OutputRefused):
        deliver_fixes(plan, other)
    assert (path.read_bytes(), other.read_bytes()) == (before, b"")


@pytest.mark.slow
@pytest.mark.libreoffice
def test_another_program_recalculates_the_copy_to_what_it_stores(
    samples: Path, tmp_path: Path
) -> None:
    paths = [tmp_path / "spoilt.xlsx"]
    paths[0].write_bytes(_mended(_spoilt(samples)))
    for name in SAMPLES:
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(_mended((samples / f"nanchang-2017-{name}.xlsx").read_bytes()))
        paths.append(path)
    for path, made in zip(paths, recalculated(paths, tmp_path / "out"), strict=True):
        ours, theirs = read_workbook(str(path)), read_workbook(str(made))
        assert isinstance(ours, Workbook)
        assert isinstance(theirs, Workbook)
        for sheet in ours.sheets:
            for cell in sheet:
                if cell.formula is None:
                    continue
                other = theirs.cell_at(sheet.name, cell.address)
                shown = other.raw if other is not None else ""
                if cell.raw and shown and cell.kind == "number":
                    assert float(shown) == pytest.approx(float(cell.raw), abs=1e-9), cell
                else:
                    assert shown == cell.raw, cell
