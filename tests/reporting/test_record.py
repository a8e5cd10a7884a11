"""The record of a check: exact, plain, and the same after its way through text."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reporting.checks import one_of_each

from jixiao.checking.model import Check
from jixiao.finding.registry import finding
from jixiao.reporting.record import (
    CheckBrief,
    CheckRecord,
    FindingRecord,
    FixRecord,
    IndicatorRecord,
    MendedRecord,
    MendedScoreRecord,
    PartRecord,
    RulebookRecord,
    SectionRecord,
    TotalRecord,
    brief_of,
    exact_text,
    exact_value,
    record_of,
)
from jixiao.reporting.record_text import record_from_text, record_to_text

TEXTS = st.text(max_size=8)
MAYBE = st.none() | TEXTS
EXACT = st.fractions().map(exact_text)
NUMBER = st.none() | EXACT
FIXES = st.builds(FixRecord, TEXTS, TEXTS, TEXTS, TEXTS)
MENDED = st.builds(
    MendedRecord,
    NUMBER,
    MAYBE,
    st.lists(st.tuples(TEXTS, NUMBER), max_size=2).map(tuple),
    st.lists(st.builds(MendedScoreRecord, TEXTS, TEXTS, TEXTS, EXACT, EXACT), max_size=2).map(
        tuple
    ),
)
FINDINGS = st.builds(
    FindingRecord,
    code=TEXTS,
    severity=TEXTS,
    message=TEXTS,
    remedy=TEXTS,
    sheet=MAYBE,
    cell=MAYBE,
    indicator=MAYBE,
    found=MAYBE,
    expected=MAYBE,
    because=MAYBE,
    because_cell=MAYBE,
    is_settled=st.booleans(),
    fix=st.none() | FIXES,
    choices=st.lists(FIXES, max_size=2).map(tuple),
    outcome=st.none() | MENDED,
)
INDICATORS = st.builds(
    IndicatorRecord,
    id=TEXTS,
    name=TEXTS,
    verdict=TEXTS,
    basis=TEXTS,
    path=st.lists(TEXTS, max_size=3).map(tuple),
    weight=NUMBER,
    claimed_rate=NUMBER,
    computed_rate=NUMBER,
    claimed_score=NUMBER,
    computed_score=NUMBER,
    reviewed_score=NUMBER,
    bounds=st.just(()) | st.tuples(EXACT, EXACT),
    causes=st.lists(TEXTS, max_size=2).map(tuple),
    parts=st.lists(st.builds(PartRecord, TEXTS, TEXTS, NUMBER, NUMBER, EXACT), max_size=2).map(
        tuple
    ),
    cells=st.dictionaries(TEXTS, TEXTS, max_size=3),
    trace=TEXTS,
)
RECORDS = st.builds(
    CheckRecord,
    file=TEXTS,
    program=TEXTS,
    outcome=TEXTS,
    sha256=MAYBE,
    rulebook=st.none()
    | st.builds(RulebookRecord, TEXTS, TEXTS, TEXTS, TEXTS, st.floats(min_value=0, max_value=1)),
    department=MAYBE,
    year=st.none() | st.integers(),
    total=st.none() | st.builds(TotalRecord, NUMBER, NUMBER, NUMBER, NUMBER, MAYBE, MAYBE, MAYBE),
    sections=st.lists(
        st.builds(SectionRecord, TEXTS, NUMBER, NUMBER, NUMBER, MAYBE), max_size=2
    ).map(tuple),
    indicators=st.lists(INDICATORS, max_size=3).map(tuple),
    findings=st.lists(FINDINGS, max_size=3).map(tuple),
    stamped_department=MAYBE,
    figures=MAYBE,
    words=MAYBE,
)


@given(RECORDS)
def test_a_record_is_the_same_after_its_way_through_text(record: CheckRecord) -> None:
    text = record_to_text(record)
    assert "\n" not in text
    assert record_from_text(text) == record
    assert record_to_text(record_from_text(text)) == text


@given(st.fractions())
def test_a_number_is_the_same_after_its_way_through_text(x: Fraction) -> None:
    assert exact_value(exact_text(x) or "") == x


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-999, max_value=999))
def test_a_number_that_ends_is_written_as_a_decimal(x: object) -> None:
    assert "/" not in (exact_text(Fraction(str(x))) or "")


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "0"), ("100", "100"), ("0.05", "0.05"), ("-12.50", "-12.5"), ("-1/3", "-1/3")],
)
def test_numbers_are_written_shortly(number: str, text: str) -> None:
    assert exact_text(Fraction(number)) == text


def test_scores_and_rates_of_a_record_are_exact() -> None:
    record = record_of(one_of_each())
    first = record.indicators[0]
    assert (first.claimed_score, first.computed_score, first.bounds) == ("0.5", "0", ("0", "0"))
    assert (first.claimed_rate, first.computed_rate) == ("0.602", "1939/3221")
    assert record.total == TotalRecord("12.5", "12", None, "16", "良", "中", "评分表!H40")
    assert record.indicators[1].parts == (PartRecord("half", "上半年支出率", "0.32", "0", "3"),)


def test_a_real_check_is_the_same_after_its_way_through_text() -> None:
    record = record_of(one_of_each(), "en")
    assert record_from_text(record_to_text(record)) == record


def test_the_brief_holds_totals_and_counts() -> None:
    assert brief_of(record_of(one_of_each())) == CheckBrief(
        file="报送/示例市林业局.xlsx",
        outcome="checked",
        department="示例市林业局",
        year=2017,
        rulebook="nanchang-2017",
        claimed="12.5",
        computed="12",
        claimed_grade="良",
        computed_grade="中",
        errors=1,
        warnings=2,
    )


def test_a_file_that_could_not_be_checked_has_a_record() -> None:
    found = finding("F899", kind="ValueError", text="x")
    record = record_of(Check("a.xlsx", None, (found,), outcome="unreadable"))
    assert brief_of(record) == CheckBrief("a.xlsx", "unreadable", errors=1)
    assert record_from_text(record_to_text(record)) == record


@pytest.mark.parametrize("text", ["", "{}", "[1,2]", '{"file":"a"}'])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        record_from_text(text)
