"""What became of a return is one word, whether read from its check, its record or its counts."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from jixiao import Check, check
from jixiao.finding import Severity, Waived, finding
from jixiao.reporting import (
    STATUSES,
    brief_of,
    record_of,
    render_several,
    status_by_counts,
    status_of,
    status_of_record,
    to_html_text,
)

SCORE = "nanchang-2017-score-too-high.xlsx"
RIGHT = "nanchang-2017-waiqiao.xlsx"
EXCUSED = Waived(1, "经核实", "张三", "2027-12-31")
SAID = {"mend": "需修改", "look": "请核对", "passed": "通过", "unchecked": "未能检查"}


def bare(outcome: str, *severities: Severity, waived: int = 0) -> Check:
    """A check with findings of these severities, the first ones excused."""
    found = [
        replace(finding("S001", sheets="x"), severity=one, waived=EXCUSED if at < waived else None)
        for at, one in enumerate(severities)
    ]
    return Check("x.xlsx", None, findings=tuple(found), outcome=outcome)  # type: ignore[arg-type]


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTICE


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (bare("checked"), "passed"),
        (bare("checked", N, N), "passed"),
        (bare("checked", N, W), "look"),
        (bare("checked", N, W, E), "mend"),
        (bare("checked", E, waived=1), "passed"),
        (bare("checked", E, W, waived=1), "look"),
        (bare("checked", W, E, waived=1), "mend"),
        (bare("checked", E, W, waived=2), "passed"),
        (bare("unreadable", E), "unchecked"),
        (bare("no-scoresheet", N), "unchecked"),
        (bare("several-scoresheets", E), "unchecked"),
        (bare("no-scoresheet", E, waived=1), "unchecked"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_check_record_and_counts_give_the_same_word(one: Check, expected: str) -> None:
    assert_one_word(one, expected)


def assert_one_word(one: Check, expected: str) -> None:
    brief = brief_of(record_of(one))
    assert expected in STATUSES
    assert status_of(one) == expected
    assert status_of_record(record_of(one)) == expected
    assert (
        status_by_counts(
            is_checked=brief.outcome == "checked", errors=brief.errors, warnings=brief.warnings
        )
        == expected
    )


def test_real_returns_have_the_word_that_the_page_and_the_screen_say(samples: Path) -> None:
    sources = [
        (samples / SCORE, "mend"),
        (samples / "nanchang-2017-amount-in-yuan.xlsx", "mend"),  # one score is undecidable
        (samples / "nanchang-2017-row-deleted.xlsx", "mend"),  # one row could not be checked
        (samples / "nanchang-2017-rate-typed.xlsx", "look"),
        (samples / RIGHT, "passed"),
        (io.BytesIO(b"nothing"), "unchecked"),
    ]
    for source, expected in sources:
        one = check(source)
        assert_one_word(one, expected)
        assert f"<b>{SAID[expected]}</b>" in to_html_text([one])
        assert render_several([one]).startswith(f"【{SAID[expected]}】")


def test_several_are_counted_by_the_same_words() -> None:
    checks = [bare("checked"), bare("checked", W), bare("checked", E), bare("unreadable", E)]
    assert Counter(map(status_of, checks)) == dict.fromkeys(STATUSES, 1)
    assert "4个文件：1个通过，1个请核对，1个需修改，1个未能检查" in render_several(checks)
