"""Published sheets new to the rulebooks: none goes unchecked, none passes that was read in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.checking.model import Check, Verdict
from jixiao.checking.run import check
from jixiao.finding.registry import message, remedy
from jixiao.finding.value import Severity
from published.fresh import FOLDER, FORM, FRESH, Fresh

CASES = FOLDER.parent / "cases"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the published sheets are not here")


def _placed(found: Check) -> set[tuple[str, str | None]]:
    return {(one.code, one.cell) for one in found.findings}


def test_every_fresh_sheet_stands_in_the_table() -> None:
    assert {path.name.partition("_")[0] for path in FOLDER.glob("*.xlsx")} == {
        sheet.name for sheet in FRESH
    }


@pytest.mark.parametrize("sheet", FRESH, ids=lambda sheet: sheet.name)
def test_every_discrepancy_is_accounted_for(sheet: Fresh) -> None:
    told = [*sheet.found, *sheet.unseen]
    lines = list(sheet.lines())
    assert [sum(line.startswith(start) for start in told) for line in lines] == [1] * len(lines)
    assert len(told) == len(lines)


@pytest.mark.parametrize("sheet", FRESH, ids=lambda sheet: sheet.name)
def test_a_fresh_sheet_is_checked(sheet: Fresh) -> None:
    found = check(sheet.path)
    assert found.rulebook is not None
    assert (found.rulebook.id, found.rulebook.found_by) == (
        sheet.book,
        "labels" if sheet.book else "sheet",
    )
    wanted = {pair for pairs in sheet.found.values() for pair in pairs}
    assert wanted <= _placed(found)
    differing = {
        one.cells["score"].partition("!")[2]
        for one in found.indicators
        if one.verdict is Verdict.DIFFERS
    }
    assert differing == {cell for code, cell in wanted if code == "R101"}
    covered = [one.found for one in found.findings if one.code == "S120"]
    assert covered == ([sheet.covered] if sheet.covered else [])
    if sheet.covered:
        assert found.worst() in (Severity.WARNING, Severity.ERROR)
    for one in found.findings:
        for lang in ("zh", "en"):
            assert "{" not in message(one, lang) + remedy(one, lang)


@pytest.mark.parametrize(
    ("name", "book", "by", "wanted"),
    [
        ("probe_rate_80_typed_no_full", FORM, "labels", {("R101", "G4"), ("R105", "F4")}),
        ("probe_sources_do_not_add", FORM, "labels", {("C110", "C7"), ("C110", "D7")}),
        ("probe_no_satisfaction_block", FORM, "labels", {("S120", "F15")}),
        ("probe_mof_names_local_weights", "mof-2013", "labels", {("T102", "E31")}),
        ("probe_weights_10_differ", "mof-2013", "labels", {("C104", "D3")}),
        ("probe_hubei_published_layout", None, "sheet", {("S120", "G14")}),
        ("probe_sichuan_filled", None, "sheet", {("R111", "J15")}),
        (
            "probe_fujian_complete",
            None,
            "sheet",
            {("R101", "I5"), ("R101", "I6"), ("R101", "I8"), ("T102", "I9")},
        ),
        ("f10-noblock", FORM, "stamp", {("S120", "J37")}),
        ("dz-noblock", "dazhou-2017", "stamp", {("S120", "J41")}),
        ("min_block-filled", None, "sheet", {("S120", "F10")}),
    ],
)
def test_a_probe_says_what_was_passed_over(
    name: str, book: str | None, by: str, wanted: set[tuple[str, str]]
) -> None:
    found = check(Path(CASES, f"{name}.xlsx"))
    assert found.rulebook is not None
    assert (found.rulebook.id, found.rulebook.found_by) == (book, by)
    assert wanted <= _placed(found)
    assert found.worst() in (Severity.WARNING, Severity.ERROR)
    assert not {"S105"} & {one.code for one in found.findings}
