"""Scoring standards read into rules: pinned phrasings, real ones, and the rules of rulebooks."""

from __future__ import annotations

import csv
import hashlib
import os
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from drafting.notation import noted
from jixiao.drafting import Completeness, read_standard
from jixiao.rulebook import Score, load_rulebook, shipped, standard_sentence, weight_of

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def weight_in(text: str) -> Fraction | None:
    return None if text == "-" else Fraction(text)


@pytest.mark.parametrize(("weight", "text", "reading"), rows("phrasings.tsv"))
def test_a_phrasing_is_read_as_pinned(weight: str, text: str, reading: str) -> None:
    assert noted(read_standard(text, weight_in(weight))) == reading


def test_what_was_not_read_is_named_with_its_place() -> None:
    text = "完成率≥95%得5分，特殊情况除外，每降低1个百分点扣0.5分。"
    reading = read_standard(text, Fraction(5))
    assert reading.completeness is Completeness.PARTLY
    assert [(c.text, text[c.start : c.end]) for c in reading.unread] == [
        ("特殊情况除外", "特殊情况除外")
    ]


PUBLISHED = Path(os.environ.get("JIXIAO_STANDARDS", HERE.parents[2] / "shared/standards.tsv"))


def published() -> list[dict[str, str]]:
    """Standards as they were published, with what a person read in them; empty where absent."""
    if not PUBLISHED.exists():
        return []
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def key_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def published_weight(row: dict[str, str]) -> Fraction | None:
    is_number = re.fullmatch(r"\d+(?:\.\d+)?", row["weight"])
    return Fraction(row["weight"]) if is_number else None


def test_published_standards_are_read_as_pinned() -> None:
    pinned = {row[0]: row[1] for row in rows("published.tsv")}
    found = {}
    for row in published():
        reading = read_standard(row["text"], published_weight(row))
        found[key_of(row["text"])] = noted(reading, with_unread=False)
    if not found:
        pytest.skip("no published standards here")
    assert found == pinned


def is_same_rule(one: Score, other: Score) -> bool:
    """Whether two rules score alike: names of inputs and words that say a step are no matter."""
    return _plain(one.content()) == _plain(other.content())


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items() if k not in ("says", "noun", "input")}
    return [_plain(v) for v in value] if isinstance(value, list | tuple) else value


# conditions over inputs, which the sentence has in words of its own
NOT_READ_BACK = {"yueyang-2018 carryover"}


@pytest.mark.parametrize("rulebook_id", shipped())
def test_the_sentence_of_a_shipped_rule_gives_the_rule_back(rulebook_id: str) -> None:
    rulebook = load_rulebook(rulebook_id)
    for row in rulebook.indicators:
        sentence = standard_sentence(rulebook, row)
        key = f"{rulebook_id} {row.id}"
        if not sentence or row.score is None:
            continue
        reading = read_standard(sentence, weight_of(rulebook, row))
        is_back = reading.is_whole and reading.rule and is_same_rule(reading.rule, row.score)
        assert bool(is_back) == (key not in NOT_READ_BACK), (key, sentence)
