"""The eight workbooks of docs/opening.md: sound, annotated in place, nothing lost."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import jixiao
from jixiao.writing.annotation import prepared as annotated
from strategies.census import lost
from validators.lint import broken_rules
from validators.programs import OFFICES, audit_errors, sdk_errors, written

ROOT = Path(__file__).parents[1]
SCRIPT = runpy.run_path(str(ROOT / "samples" / "build_opening.py"))
PREPARED: dict[str, bytes] = dict(SCRIPT["prepared"]())


def test_the_page_tells_of_each() -> None:
    page = (ROOT / "docs" / "opening.md").read_text(encoding="utf-8")
    assert len(PREPARED) == 8
    assert [name for name in PREPARED if f"`{Path(name).stem}`" not in page] == []


@pytest.mark.parametrize("name", PREPARED)
def test_it_is_annotated_in_place_and_nothing_is_lost(name: str) -> None:
    before = PREPARED[name]
    check = jixiao.check(before)
    patched = annotated(check, Path(name))
    assert not patched.is_alone
    assert lost(before, patched.content) == {}
    assert broken_rules(before) == broken_rules(patched.content) == {}
    marked = {(found.code, found.cell) for found in check.findings}
    assert ("R101", "H11") in marked or name.startswith("8")
    said = {found.code for found in patched.findings}
    assert ("F904" in said) == name.startswith("3")


@pytest.mark.slow
@pytest.mark.validators
def test_validators_find_nothing_in_them() -> None:
    copies = {
        f"copy-{name}": annotated(jixiao.check(content), Path(name)).content
        for name, content in PREPARED.items()
    }
    folder, paths = written({**PREPARED, **copies})
    with folder:
        by_sdk = dict(zip(paths, sdk_errors(paths, OFFICES[-1]), strict=True))
        # openxml-audit takes the relationships of a strict workbook for unknown ones
        by_audit = {path: audit_errors(path) for path in paths if "strict" not in path.name}
    found = [(path.name, e) for each in (by_sdk, by_audit) for path, e in each.items() if e]
    assert found == []
