"""SARIF 2.1.0: valid, complete, the same each time."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.reporting.checks import one_of_each
from tests.reporting.sarif_schema import SCHEMA

from jixiao import check
from jixiao.checking import Check
from jixiao.finding.registry import entry, finding
from jixiao.reporting.sarif import to_sarif, to_sarif_text

VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def problems(log: object) -> list[str]:
    return [f"{each.json_path}: {each.message}" for each in VALIDATOR.iter_errors(log)]


def test_the_schema_is_one_and_sees_what_is_wrong() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    log: Any = to_sarif([one_of_each()])
    assert problems(log) == []
    wrong = copy.deepcopy(log)
    wrong["runs"][0]["results"][0]["level"] = "notice"
    del wrong["runs"][0]["results"][1]["message"]
    assert len(problems(wrong)) == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sample_gives_a_valid_log(samples: Path, lang: Any) -> None:
    checks = [check(path) for path in sorted(samples.glob("*.xlsx"))]
    checks.append(Check("no.xlsx", None, (finding("F001"),), outcome="unreadable"))
    log = json.loads(to_sarif_text(checks, lang))
    assert problems(log) == []
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({found.code for one in checks for found in one.findings})
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [
        found.code for one in checks for found in one.findings
    ]
    prints = [result["partialFingerprints"]["place/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)
    assert run["invocations"] == [{"executionSuccessful": False}]


def test_rules_carry_help_in_both_languages() -> None:
    rule = to_sarif([one_of_each()], "en")["runs"][0]["tool"]["driver"]["rules"][0]
    known = entry(rule["id"])
    assert rule["shortDescription"]["text"] == known.title.en
    assert rule["help"]["text"] == f"{known.page.zh}\n\n{known.page.en}"


def test_fingerprints_outlive_words_and_folders() -> None:
    one = one_of_each()
    moved = replace(one, file="elsewhere/" + one.file.rpartition("/")[2])
    prints = [
        [result["partialFingerprints"] for result in to_sarif([each], lang)["runs"][0]["results"]]
        for each, lang in ((one, "zh"), (one, "en"), (moved, "zh"))
    ]
    assert prints[0] == prints[1] == prints[2]
