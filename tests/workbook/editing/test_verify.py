"""The verification sees every kind of damage, and a file that fails it is not delivered."""

from __future__ import annotations

import pytest

from jixiao.finding.value import Severity
from jixiao.workbook.container.archive import open_archive
from jixiao.workbook.container.package import Package
from jixiao.workbook.editing.mark import mark_workbook
from jixiao.workbook.editing.model import AddedCell, AddedLine, AddedSheet, Mark
from jixiao.workbook.editing.splice import (
    Splice,
    SpliceMisfit,
    apply_splices,
    insertion,
    undo_splices,
)
from jixiao.workbook.editing.verify import verify_patch
from jixiao.workbook.editing.zip_writer import assemble
from strategies.census import part, rebuilt
from strategies.featured import featured

SHEET = "xl/worksheets/sheet1.xml"
ADDED = AddedSheet("审核结果", (AddedLine((AddedCell("题"),)),))
MARKS = [Mark("评分表", "B4", Severity.ERROR, "改")]


def test_a_sound_result_passes() -> None:
    before = featured()
    patched = mark_workbook(before, MARKS, ADDED)
    assert verify_patch(Package.open(before), patched.content, patched.record, [SHEET]) is None


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("xl/theme/theme1.xml", "Office Theme", "Other Theme", "xl/theme/theme1.xml"),
        (SHEET, "<v>0.25</v>", "<v>0.26</v>", SHEET),
        ("xl/styles.xml", "<b/>", "<i/>", "xl/styles.xml"),
        ("xl/comments1.xml", "请核实这个数", "请核实", "xl/comments1.xml"),
    ],
)
def test_damage_is_seen(name: str, old: str, new: str, told: str) -> None:
    before = featured()
    patched = mark_workbook(before, MARKS, ADDED)
    text = part(patched.content, name)
    assert old in text
    spliced = _with_part(patched.content, name, text.replace(old, new, 1))
    assert verify_patch(Package.open(before), spliced, patched.record, [SHEET]) == told


def test_a_lost_member_is_seen() -> None:
    before = featured()
    patched = mark_workbook(before, MARKS, ADDED)
    fewer = rebuilt(patched.content, {"xl/theme/theme1.xml": None})
    assert verify_patch(Package.open(before), fewer, patched.record, []) == "members"


def test_a_file_that_fails_is_not_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.workbook.editing.mark.verify_patch", lambda *_: "xl/styles.xml")
    patched = mark_workbook(featured(), MARKS, ADDED)
    assert patched.is_alone
    assert [(f.code, f.found) for f in patched.findings] == [("F901", "xl/styles.xml")]
    assert part(patched.content, "xl/workbook.xml").count("<sheet ") == 1


def test_splices_that_do_not_fit_are_refused() -> None:
    with pytest.raises(SpliceMisfit):
        apply_splices(b"<a/>", (Splice(1, b"b", b"c"),))
    with pytest.raises(SpliceMisfit):
        apply_splices(b"<a/>", (Splice(0, b"<a", b""), insertion(1, b"x")))
    assert undo_splices(b"<a/>", (insertion(1, b"x"),)) is None


def _with_part(content: bytes, name: str, text: str) -> bytes:
    """Change one member and leave the packed bytes of all others as they are."""
    return assemble(open_archive(content), {name: text.encode()}, {})
