"""Reports of a folder and of archives in it: compared, given back with comments, kept."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from tests.cli.calls import Caller
from tests.narrative.documents import word_text

SHEET = "bulk/企业科/示例市商务局.xlsx"
REPORT = "示例市商务局自评报告.txt"


@pytest.fixture
def report(samples: Path) -> bytes:
    return word_text((samples / REPORT).read_text("utf-8").splitlines())


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def checked(output: Path) -> dict[str, Any]:
    (line,) = (output / "results.jsonl").read_text("utf-8").splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def codes(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    return [one.text.partition("\n")[0][-5:-1] for one in document.comments]


def a_folder(samples: Path, tmp_path: Path) -> Path:
    """A folder to check, with one return in it."""
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(samples / SHEET, folder / "评分表.xlsx")
    return folder


def test_an_archive_that_holds_return_and_report_gives_both_back(
    call: Caller, samples: Path, tmp_path: Path, report: bytes
) -> None:
    folder, output = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    files = {"商务局/评分表.xlsx": (samples / SHEET).read_bytes(), "商务局/自评报告.docx": report}
    (folder / "商务局.zip").write_bytes(packed(**files))
    assert call("bulk", folder, "--output", output).code == 1
    found = checked(output)
    assert found["file"] == "商务局.zip/商务局/评分表.xlsx"
    assert found["report"]["file"] == "商务局.zip/商务局/自评报告.docx"
    copy = (output / "annotated/商务局.zip/商务局/自评报告.docx").read_bytes()
    told = [one["code"] for one in found["findings"] if one["code"].startswith("N")]
    assert sorted(codes(copy)) == sorted(told)
    assert "N102" in told
    with zipfile.ZipFile(folder / "商务局.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    assert "B109" not in (output / "findings.csv").read_text("utf-8-sig")


def test_a_copy_that_somebody_changed_is_kept_and_one_that_is_gone_is_written_again(
    call: Caller, samples: Path, tmp_path: Path, report: bytes
) -> None:
    folder, output = a_folder(samples, tmp_path), tmp_path / "out"
    (folder / "自评报告.docx").write_bytes(report)
    call("bulk", folder, "--output", output)
    copy = output / "annotated" / "自评报告.docx"
    written = copy.read_bytes()
    copy.unlink()
    call("bulk", folder, "--output", output)
    assert copy.read_bytes() == written
    copy.write_bytes(report)  # somebody took the comments out
    (folder / "自评报告.docx").write_bytes(word_text(["示例市商务局自评报告", "总分80分。"]))
    answer = call("bulk", folder, "--output", output)
    assert copy.read_bytes() == report
    assert "annotated/自评报告.docx" in answer.err
    copy.unlink()
    call("bulk", folder, "--output", output)
    assert "N101" in codes(copy.read_bytes())
    (folder / "自评报告.docx").unlink()
    call("bulk", folder, "--output", output)
    assert not copy.exists()


def test_without_annotated_copies_there_is_none_of_the_report(
    call: Caller, samples: Path, tmp_path: Path, report: bytes
) -> None:
    folder, output = a_folder(samples, tmp_path), tmp_path / "out"
    (folder / "自评报告.docx").write_bytes(report)
    call("bulk", folder, "--output", output, "--no-annotate")
    assert not list(output.rglob("*.docx"))


def test_a_word_report_that_takes_no_comments_is_told(
    call: Caller, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: bytes
) -> None:
    folder, output = a_folder(samples, tmp_path), tmp_path / "out"
    body = b'<w:comments xmlns:w="urn:other"/>'
    (folder / "自评报告.docx").write_bytes(_with_comments(report, body))
    call("bulk", folder, "--output", output)
    found = {one["code"]: one for one in checked(output)["findings"]}
    assert "“自评报告.docx”加了批注后与原文件对不上" in found["N005"]["message"]
    assert "N102" in found


def _with_comments(content: bytes, part: bytes) -> bytes:
    """A document whose list of comments is what ``part`` says."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="comments.xml"/></Relationships>'
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    added = {"word/comments.xml": part, "word/_rels/document.xml.rels": relations.encode()}
    return packed(**{**files, **added})


def test_what_is_said_of_a_paragraph_names_it_where_there_is_no_cell(
    call: Caller, samples: Path, tmp_path: Path, report: bytes
) -> None:
    folder, output = a_folder(samples, tmp_path), tmp_path / "out"
    (folder / "自评报告.docx").write_bytes(report)
    call("bulk", folder, "--output", output, "--notices")
    place = "报告第7段"  # N201
    for book, sheet in (("summary.xlsx", "问题清单"), ("annotated/评分表.xlsx", "审核结果")):
        rows = openpyxl.load_workbook(output / book)[sheet].iter_rows(values_only=True)
        assert any("N201" in row and place in row for row in rows), sheet
    (letter,) = (output / "notices").glob("*.docx")
    cells = [cell.text for one in docx.Document(str(letter)).tables for cell in one._cells]
    assert place in cells
    (message,) = (output / "notices").glob("*.txt")
    assert f"{place}：" not in message.read_text("utf-8-sig")
    (folder / "自评报告.txt").write_bytes((samples / REPORT).read_bytes())
    said = call("validate", folder / "评分表.xlsx", "--report", folder / "自评报告.txt").out
    assert f"警告  N201  {place}" in said
