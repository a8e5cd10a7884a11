from __future__ import annotations

import json
from fractions import Fraction

from tests.reporting.checks import one_of_each

import jixiao
from jixiao.checking.model import Check
from jixiao.finding.registry import finding
from jixiao.reporting.json import finding_to_json, to_json, to_json_text, to_number
from jixiao.reporting.record import exact_text, finding_record

KEYS = [
    "format",
    "program",
    "file",
    "sha256",
    "rulebook",
    "department",
    "year",
    "total",
    "sections",
    "verdicts",
    "indicators",
    "findings",
]


def test_keys_stand_in_the_order_of_the_contract() -> None:
    told = to_json(one_of_each())
    assert list(told) == KEYS
    assert list(told["rulebook"]) == ["id", "version", "sha256", "found_by", "confidence"]
    assert list(told["total"]) == [
        "claimed",
        "computed",
        "reviewed",
        "max",
        "claimed_grade",
        "computed_grade",
        "cell",
    ]
    assert list(told["sections"][0]) == ["name", "max", "claimed", "computed", "cell"]
    assert list(told["indicators"][0]) == [
        "id",
        "name",
        "path",
        "weight",
        "claimed_rate",
        "computed_rate",
        "claimed_score",
        "computed_score",
        "reviewed_score",
        "bounds",
        "verdict",
        "basis",
        "causes",
        "cells",
        "trace",
    ]
    assert list(told["findings"][0]) == [
        "code",
        "severity",
        "sheet",
        "cell",
        "indicator",
        "message",
        "found",
        "expected",
        "remedy",
        "because",
        "because_cell",
    ]


def test_numbers_are_json_numbers() -> None:
    told = to_json(one_of_each())
    first = told["indicators"][0]
    assert first["claimed_score"] == 0.5
    assert first["computed_score"] == 0
    assert isinstance(first["computed_score"], int)
    assert first["computed_rate"] == 775.6 / 1288.4
    assert first["bounds"] == [0, 0]
    assert first["reviewed_score"] is None
    assert told["indicators"][3]["bounds"] is None


def test_parts_are_there_only_where_a_score_is_a_sum() -> None:
    indicators = to_json(one_of_each())["indicators"]
    assert [("parts" in told) for told in indicators] == [False, True, False, False]
    assert indicators[1]["parts"] == [
        {"id": "half", "name": "上半年支出率", "rate": 0.32, "score": 0, "max": 3}
    ]


def test_cells_keep_the_order_of_the_contract_and_only_what_the_sheet_has() -> None:
    first = to_json(one_of_each())["indicators"][0]
    assert list(first["cells"].items()) == [("score", "评分表!H11"), ("rate", "评分表!G11")]


def test_every_verdict_is_counted() -> None:
    assert to_json(one_of_each())["verdicts"] == {
        "agrees": 1,
        "agrees-shown": 0,
        "differs": 1,
        "undecidable": 1,
        "judged": 1,
        "missing": 0,
    }


def test_texts_follow_the_language() -> None:
    assert to_json(one_of_each(), "zh")["indicators"][0]["causes"] == ["按未封底计算"]
    assert to_json(one_of_each(), "en")["indicators"][0]["causes"] == ["no floor"]
    found = finding("B104", other="x")
    assert "identical" not in finding_to_json(finding_record(found, "zh"))["message"]
    assert (
        "the same, byte for byte, as “x”" in finding_to_json(finding_record(found, "en"))["message"]
    )


def test_a_file_that_could_not_be_checked_still_gives_an_object() -> None:
    found = finding("F899", kind="ValueError", text="x")
    told = to_json(Check("a.xlsx", None, (found,), outcome="unreadable"))
    assert list(told) == KEYS
    assert told["program"] == f"jixiao {jixiao.__version__}"
    assert (told["sha256"], told["rulebook"], told["total"]) == (None, None, None)
    assert [f["code"] for f in told["findings"]] == ["F899"]


def test_one_file_is_an_object_and_several_an_array() -> None:
    assert json.loads(to_json_text([one_of_each()]))["format"] == "jixiao.check/1"
    assert [each["year"] for each in json.loads(to_json_text([one_of_each()] * 2))] == [2017, 2017]


def test_a_score_keeps_its_digits() -> None:
    assert json.dumps(to_number(exact_text(Fraction("41.46")))) == "41.46"
