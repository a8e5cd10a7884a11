"""Every constructed kind of file has exactly the outcome that its case pins."""

from __future__ import annotations

import pytest

from effort import cpu_seconds
from hostile import CASES, Case, huge
from jixiao.finding.registry import message, remedy
from jixiao.workbook.addresses import read_place
from jixiao.workbook.model import Unreadable
from jixiao.workbook.read import read_workbook

KINDS = [
    pytest.param(
        case,
        id=case.name,
        marks=[pytest.mark.slow] if case in huge.CASES else [],
    )
    for case in CASES
]


@pytest.mark.parametrize("case", KINDS)
def test_outcome(case: Case) -> None:
    content = case.build()
    with cpu_seconds(15):
        found = read_workbook(f"报送{case.extension}", content=content)
    assert sorted(f.code for f in found.findings) == sorted(case.codes)
    assert isinstance(found, Unreadable) is not case.is_read
    for each in found.findings:
        for lang in ("zh", "en"):
            assert message(each, lang)
            assert remedy(each, lang)
            assert "{" not in message(each, lang)
            assert not message(each, lang).endswith(("。。", ".."))
    if isinstance(found, Unreadable):
        return
    stored = {address: found.sheets[0].cell(*place(address)) for address in case.cells}
    shown = {address: cell and f"{cell.kind}:{cell.raw}" for address, cell in stored.items()}
    assert shown == dict(case.cells)


def place(address: str) -> tuple[int, int]:
    found = read_place(address)
    assert found is not None
    return found


def test_there_are_many_kinds_and_each_has_its_own_name() -> None:
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names)
    assert len(names) >= 150
