"""Each F code of gate and readers has a file that brings it about."""

from __future__ import annotations

from hostile import CASES
from jixiao.finding.registry import entries

# These need a path, a failing child or a workbook of another kind; their tests stand elsewhere.
BY_PATH = {"F001", "F002", "F003", "F004", "F006", "F007", "F009"}
BY_CHILD = {"F301", "F302", "F303", "F307"}
BY_OTHER = {"F201", "F219", "F305", "F306"}


def test_every_code_is_brought_about() -> None:
    seen = {code for case in CASES for code in case.codes} | BY_PATH | BY_CHILD | BY_OTHER
    assert {e.code for e in entries() if "F001" <= e.code < "F800"} - seen == set()


def test_titles_and_texts_are_complete() -> None:
    for entry in entries():
        if entry.code.startswith("F"):
            for text in (entry.title, entry.message, entry.remedy, entry.page):
                assert text.zh.strip(), entry.code
                assert text.en.strip(), entry.code
