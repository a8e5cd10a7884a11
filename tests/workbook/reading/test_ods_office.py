"""OpenDocument spreadsheets against LibreOffice: what it reads and writes, we read alike."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

import jixiao
from hostile.foreign import cell, ods
from jixiao.workbook import CellKind, Workbook, read_workbook
from libreoffice import recalculate, to_ods
from strategies.census import rebuilt

LINES = (
    '<table:table-cell office:value-type="string"><text:p>甲<text:s text:c="3"/>乙</text:p>'
    "<text:p>丙</text:p></table:table-cell>"
)
TYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def values(path: Path) -> dict[tuple[str, str], tuple[str, object]]:
    """Every value of a workbook as it is compared: numbers to 14 digits, errors as errors."""
    found = read_workbook(path)
    assert isinstance(found, Workbook), found
    held: dict[tuple[str, str], tuple[str, object]] = {}
    for sheet in found.sheets:
        for one in sheet:
            value: object = one.raw
            kind = one.kind
            if kind is CellKind.NUMBER:
                value = float(f"{Decimal(one.raw):.13e}")
            elif kind is CellKind.ERROR:
                value = "error"
            if value != "" and kind not in (CellKind.BLANK, CellKind.DATE):
                held[sheet.name.casefold(), one.address] = (kind.value, value)
    return held


def same(ours: Path, theirs: Path) -> None:
    one, other = values(ours), values(theirs)
    differing = {place for place in one.keys() | other.keys() if one.get(place) != other.get(place)}
    differing = {
        place
        for place in differing
        # Excel's form knows no truth value of a format, and LibreOffice writes dates as numbers
        if (one.get(place) or other[place])[0] != "boolean" and (place in one or place not in other)
    }
    assert {(p, one.get(p), other.get(p)) for p in differing} == set()


@pytest.mark.libreoffice
@pytest.mark.corpus
@pytest.mark.slow
def test_corpus_is_read_as_libreoffice_reads_it(corpus: Path, tmp_path: Path) -> None:
    paths = sorted(corpus.glob("*.ods"))
    for ours, theirs in zip(paths, recalculate(paths, tmp_path), strict=True):
        same(ours, theirs)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_random_tables_are_read_as_libreoffice_reads_them(tmp_path: Path) -> None:
    paths = []
    for seed in range(20):
        chance = random.Random(seed)
        rows = "".join(_row(chance) for _ in range(30))
        path = tmp_path / f"{seed}.ods"
        path.write_bytes(rebuilt(ods(rows), {"META-INF/manifest.xml": MANIFEST.encode()}))
        paths.append(path)
    for ours, theirs in zip(paths, recalculate(paths, tmp_path / "office"), strict=True):
        same(ours, theirs)


def _row(chance: random.Random) -> str:
    written = "".join(_cell(chance) for _ in range(chance.randrange(8)))
    # LibreOffice 7.4 ends itself over formulas in a row that is repeated
    repeat = 1 if "formula" in written else chance.choice((1, 1, 2, 5))
    return f'<table:table-row table:number-rows-repeated="{repeat}">{written}</table:table-row>'


def _cell(chance: random.Random) -> str:
    again = f'table:number-columns-repeated="{chance.choice((1, 1, 2, 3))}"'
    number = Decimal(chance.randrange(-(10**7), 10**7)).scaleb(-chance.randrange(6))
    hours, minutes = chance.randrange(60), chance.randrange(60)
    return chance.choice(
        (
            f"<table:table-cell {again}/>",
            cell("float", f'office:value="{number}" {again}', f"{number}"),
            cell("percentage", f'office:value="{number}" {again}', f"{number * 100}%"),
            cell("string", again, f"  指标 {number}\n 元  "),
            cell("time", f'office:time-value="PT{hours}H{minutes}M00S"', f"{hours}:{minutes}:00"),
            cell("float", f'office:value="{number + 1}" table:formula="of:={number}+1"', "x"),
            cell("float", 'office:value="0" table:formula="of:=1/0"', "#DIV/0!"),
            cell("float", 'office:value="0" table:formula="of:=NA()"', "#N/A"),
            LINES,
        )
    )


@pytest.mark.libreoffice
@pytest.mark.slow
def test_random_workbooks_saved_as_ods_say_the_same(tmp_path: Path) -> None:
    paths = []
    for seed in range(10):
        chance = random.Random(seed)
        path = tmp_path / f"{seed}.xlsx"
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet("基础 数据")
            rate = book.add_format({"num_format": "0.00%", "locked": False})
            for row in range(20):
                page.write_number(row, 0, round(chance.uniform(-1e4, 1e4), chance.randrange(6)))
                page.write_number(row, 1, chance.random(), rate)
                page.write_string(row, 2, chance.choice(("甲", "二  格", "a\nb", "=1+1", "—")))
                page.write_formula(row, 3, f"=IF(A{row + 1}>0,SUM(A$1:B{row + 1}),1/0)")
                page.write_formula(row, 4, f"=ROUND('基础 数据'!$A${row + 1}*2,2)")
            page.merge_range("G1:H3", "合并")
            page.set_row(5, None, None, {"hidden": True})
            page.protect()
        paths.append(path)
    saved = recalculate(paths, tmp_path / "xlsx")
    for ours, theirs in zip(to_ods(saved, tmp_path / "ods"), saved, strict=True):
        same(ours, theirs)
        one, other = read_workbook(ours), read_workbook(theirs)
        assert isinstance(one, Workbook)
        assert isinstance(other, Workbook)
        first, second = one.sheets[0], other.sheets[0]
        assert (first.merges, first.protected) == (second.merges, second.protected)
        assert {(c.address, c.formula, c.locked, c.hidden) for c in first if not c.is_blank} == {
            (c.address, c.formula, c.locked, c.hidden) for c in second if not c.is_blank
        }


@pytest.mark.libreoffice
@pytest.mark.slow
def test_samples_saved_as_ods_have_the_same_findings(samples: Path, tmp_path: Path) -> None:
    paths = sorted(samples.glob("*.xlsx"))
    for path, saved in zip(paths, to_ods(paths, tmp_path), strict=True):
        one, other = jixiao.check(path), jixiao.check(saved)
        assert [(f.code, f.sheet, f.cell) for f in one.findings] == [
            (f.code, f.sheet, f.cell) for f in other.findings
        ], path.name
        copy = openpyxl.load_workbook(jixiao.annotate(other, tmp_path / f"{path.stem}.ods.xlsx"))
        assert "数值副本" in copy["审核结果"]["A1"].value


@pytest.mark.libreoffice
@pytest.mark.corpus
@pytest.mark.slow
def test_returns_of_others_saved_as_ods_have_the_same_findings(tmp_path: Path) -> None:
    shared = Path(__file__).parents[3].parent / "shared"
    paths = sorted((*shared.glob("cases/*.xlsx"), *shared.glob("fresh/*.xlsx")))
    paths = [p for p in paths if p.stem != "saved-without-values"]  # LibreOffice works them out
    if not paths:
        pytest.skip("the files are not here")
    for path, saved in zip(paths, to_ods(paths, tmp_path), strict=True):
        one, other = jixiao.check(path), jixiao.check(saved)
        assert sorted((f.code, f.sheet or "", f.cell or "") for f in one.findings) == sorted(
            (f.code, f.sheet or "", f.cell or "") for f in other.findings
        ), path.name
        assert one.verdicts == other.verdicts, path.name
