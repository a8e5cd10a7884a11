"""Three marks and the sheet on every public workbook that the gate admits, and on stand-ins."""

from __future__ import annotations

import functools
import io
import shutil
import subprocess
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from jixiao.finding.value import Severity
from jixiao.workbook.admit.gate import admit_file
from jixiao.workbook.editing.layout import corners, read_layout
from jixiao.workbook.editing.mark import mark_workbook
from jixiao.workbook.editing.model import (
    AddedCell,
    AddedLine,
    AddedSheet,
    CellFormat,
    Mark,
    Patched,
)
from jixiao.workbook.editing.text import as_utf8
from jixiao.workbook.model import cell_address
from jixiao.workbook.reading.workbook_part import read_book
from jixiao.workbook.refusal import Refused
from public_files import CORPUS, content_of, file_names
from strategies.census import lost, packed_members
from validators.lint import broken_rules

ADDED = AddedSheet("审核结果", (AddedLine((AddedCell("审核结果", CellFormat.TITLE),)),), (20,), 1)
PLACES = ((1, 1), (2, 2), (7, 4))
BATCH = 40
PACKAGES = file_names(".xlsx", ".xlsm", ".xltx", ".xltm")


def public_names() -> list[str]:
    return sorted(p.name for p in CORPUS.glob("*.xl[st][xm]"))


@functools.cache
def annotated(name: str) -> tuple[bytes, str, frozenset[str], Patched]:
    """The file, the sheet and the cells that should be marked, and the result."""
    content = content_of(name)
    try:
        package = admit_file(content, name, "").package
    except Refused as refused:
        pytest.skip(f"refused: {refused.finding.code}")
    assert package is not None
    sheets = [s for s in read_book(package).sheets if s.kind == "worksheet" and s.part]
    if not sheets:
        pytest.skip("has no worksheet")
    sheet = next((s for s in sheets if s.visibility.value == "visible"), sheets[0])
    part = sheet.part or ""
    layout = read_layout(as_utf8(package.part(part), part).text, part)
    shown = frozenset(cell_address(*place) for place in corners(layout, PLACES).values())
    marks = [
        Mark(sheet.name, cell_address(*place), severity, f"批注 {place}\n<第二行> & =1+1")
        for place, severity in zip(PLACES, Severity, strict=True)
    ]
    return content, sheet.name, shown, mark_workbook(content, marks, ADDED)


@pytest.mark.parametrize("name", PACKAGES)
def test_nothing_is_lost_and_the_rest_is_the_same_bytes(name: str) -> None:
    before, _, _, patched = annotated(name)
    assert not patched.is_alone, patched.findings
    assert lost(before, patched.content) == {}
    old, new = packed_members(before), packed_members(patched.content)
    assert list(new)[: len(old)] == list(old)
    assert [n for n in old if old[n] != new[n] and n not in patched.record.changed] == []
    assert broken_rules(patched.content).keys() - broken_rules(before).keys() == set()


@pytest.mark.parametrize("name", PACKAGES)
def test_a_second_run_gives_the_same_file(name: str) -> None:
    before, sheet, _, patched = annotated(name)
    marks = [
        Mark(sheet, cell_address(*place), severity, f"批注 {place}\n<第二行> & =1+1")
        for place, severity in zip(PLACES, Severity, strict=True)
    ]
    assert mark_workbook(patched.content, marks, ADDED).content == patched.content
    bare = mark_workbook(patched.content, [], ADDED)
    assert not bare.is_alone
    assert lost(before, bare.content) == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", PACKAGES)
def test_openpyxl_finds_the_marks_where_it_could_read_before(name: str) -> None:
    before, sheet, shown, patched = annotated(name)
    if _opened(before) is None:
        pytest.skip("not readable before either")
    book = _opened(patched.content)
    assert book is not None
    assert patched.sheet in book.sheetnames
    threaded = {found.cell for found in patched.findings if found.code == "F904"}
    for cell in shown:
        found = book[sheet][cell]
        assert found.fill.patternType in {"solid", "gray0625"}
        if cell not in threaded:
            assert "【jixiao 核对意见】" in found.comment.text


def _opened(content: bytes) -> openpyxl.Workbook | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(content))
        except Exception:  # noqa: BLE001 - whatever keeps it from reading, it is not our concern
            return None
    return book if book.worksheets else None


@pytest.mark.slow
@pytest.mark.corpus
@pytest.mark.libreoffice
def test_libreoffice_opens_all_that_it_opened_before(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    for name in public_names():
        content = content_of(name)
        try:
            package = admit_file(content, name, "").package
        except Refused:
            continue
        if package is None or not any(s.part for s in read_book(package).sheets):
            continue
        (tmp_path / "before" / f"{Path(name).stem}.xlsx").write_bytes(content)
        (tmp_path / "after" / f"{Path(name).stem}.xlsx").write_bytes(annotated(name)[3].content)
    before = _convert(tmp_path, "before")
    assert len(before) > len(public_names()) // 2
    after = _convert(tmp_path, "after")
    assert before - after == set()
    assert {
        stem for stem in after if not _shows_ours(tmp_path / "after-out" / f"{stem}.ods")
    } == set()


def _shows_ours(path: Path) -> bool:
    """Whether an ods holds our sheet and one of our comments."""
    with zipfile.ZipFile(path) as package:
        content = package.read("content.xml").decode()
    return "核对意见" in content and 'table:name="审核结果' in content


def _convert(folder: Path, kind: str) -> set[str]:
    out = folder / f"{kind}-out"
    for chunk in _chunks(sorted((folder / kind).iterdir())):
        subprocess.run(
            [
                shutil.which("soffice") or "soffice",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                "ods",
                "--outdir",
                out,
                *chunk,
            ],
            check=False,
            capture_output=True,
            timeout=600,
        )
    return {path.stem for path in out.iterdir()}


def _chunks(paths: list[Path]) -> Iterator[list[Path]]:
    for start in range(0, len(paths), BATCH):
        yield paths[start : start + BATCH]
