"""Packages that stay at hand for the copy that is patched soon after a check."""

from __future__ import annotations

import pytest

from hostile.case import book
from jixiao.workbook.admit import admit_file
from jixiao.workbook.container import Package, archive_of, keep_open, package
from jixiao.workbook.refusal import Refused


@pytest.fixture(autouse=True)
def nothing_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_at_hand", {})


def made(number: int) -> bytes:
    return book(f'<row r="1"><c r="A1"><v>{number}</v></c></row>')


def test_a_package_that_passed_the_gate_is_opened_once() -> None:
    content = made(1)
    admitted = admit_file(content, "报送.xlsx", "")
    assert Package.open(bytes(bytearray(content))) is admitted.package
    assert archive_of(content) is Package.open(content).archive
    assert Package.open(made(2)) is not admitted.package


def test_a_refused_file_is_never_at_hand() -> None:
    content = made(1)[:-30]
    with pytest.raises(Refused):
        admit_file(content, "报送.xlsx", "")
    with pytest.raises(Refused):
        Package.open(content)


def test_the_oldest_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    contents = [made(number) for number in range(8)]
    packages = [Package.open(content) for content in contents]
    size = max(map(package._size, packages))
    monkeypatch.setattr(package, "_AT_HAND_BYTES", size * 5)
    for each in packages:
        keep_open(each)
    kept = [Package.open(c) is p for c, p in zip(contents, packages, strict=True)]
    assert kept == [False] * 3 + [True] * 5


def test_a_large_one_never_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    large = Package.open(made(1))
    monkeypatch.setattr(package, "_AT_HAND_BYTES", package._size(large) * 4 - 1)
    keep_open(large)
    assert Package.open(made(1)) is not large
