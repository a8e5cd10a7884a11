"""What a worker made ready comes out as what is made from the record."""

from __future__ import annotations

import json

import pytest

from jixiao.bulk import ready as module
from jixiao.bulk.ready import (
    is_joinable,
    ordered_findings,
    pack_ready,
    ready_return,
    unpack_ready,
    with_more,
)
from jixiao.finding import finding
from jixiao.reporting import CheckRecord, FindingRecord, IndicatorRecord, finding_record

ROWS = (IndicatorRecord("x", "甲", "differs", "inputs", ("一", "二"), "6", claimed_score="6"),)
CAUSE = FindingRecord("D216", "error", "cause", "mend", "表", "C3", "x")
FOUND = (
    CAUSE,
    FindingRecord("R101", "error", "follows", "see", "表", "H4", "x", "6", "5", "D216", "表!C3"),
    FindingRecord("T103", "warning", "look", "see", "表", "A1"),
    FindingRecord("X101", "notice", "note", "none"),
)


def record(*findings: FindingRecord) -> CheckRecord:
    return CheckRecord("科/甲.xlsx", "jixiao 1", "checked", "s", indicators=ROWS, findings=findings)


def extra() -> list[FindingRecord]:
    return [
        FindingRecord("B102", "warning", "two", "which"),
        FindingRecord("B104", "error", "wrong", "ask"),
        FindingRecord("B123", "notice", "late", "none"),
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_findings_of_the_folder_are_joined_as_if_they_had_been_known(lang: str) -> None:
    alone = record(*FOUND)
    whole = record(*ordered_findings(alone, extra()))
    joined = with_more(ready_return(alone, lang), alone.file, extra(), lang)  # type: ignore[arg-type]
    assert joined == ready_return(whole, lang)  # type: ignore[arg-type]
    line = joined.head + b",".join(one.json for one in joined.findings) + joined.tail
    assert [one["code"] for one in json.loads(line)["findings"]] == [
        "D216", "R101", "B104", "T103", "B102", "X101", "B123",
    ]  # fmt: skip


def test_it_comes_back_from_its_bytes_unless_of_another_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = ready_return(record(*FOUND), "zh")
    packed = pack_ready(made)
    assert unpack_ready(packed) == made
    assert unpack_ready(packed[:-9]) is None
    assert unpack_ready(b"") is None
    monkeypatch.setattr(module, "_FORM", 0)
    assert unpack_ready(packed) is None


def test_a_finding_about_an_indicator_or_the_report_is_not_joined() -> None:
    made = ready_return(record(*FOUND), "zh")
    assert is_joinable(made, [])
    plain = finding("B121", reason="x")
    assert is_joinable(made, [plain])
    assert not is_joinable(made, [plain, finding("N005", found="a", reason="b")])
    assert not is_joinable(made, [finding("B121", reason="x", indicator="x")])


def test_without_a_scoresheet_all_is_a_notice() -> None:
    plain = CheckRecord("a", "jixiao", "no-scoresheet", findings=FOUND[:2])
    found = ordered_findings(plain, [finding_record(finding("B121", reason="x"))])
    assert [one.severity for one in found] == ["warning", "notice", "notice"]
