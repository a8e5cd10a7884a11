"""What repeats in a folder is told, and telling it takes no longer than the folder is long."""

from __future__ import annotations

import time

from jixiao.bulk.departments.duplicates import find_duplicates
from jixiao.finding import Bilingual

SEVERAL = {"a.xlsx": "甲局", "b.xlsx": "乙局", "c.xlsx": "丙局", "d.xlsx": "丁局", "e.xlsx": "戊局"}


def told(alike: dict[str, list[tuple[str, ...]]], names: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for relative, one in find_duplicates(alike, names):
        other = one.values["other"]
        other = other.zh if isinstance(other, Bilingual) else other
        found.setdefault(relative, []).append(f"{one.code} {other}")
    return found


def test_three_others_are_named_at_most_and_how_many_there_are() -> None:
    found = told({"words": [tuple(SEVERAL)]}, SEVERAL)
    assert found["b.xlsx"] == ["B107 a.xlsx、c.xlsx、d.xlsx等4份"]


def test_identical_files_are_not_told_of_their_figures_nor_of_their_words() -> None:
    twins = ("a.xlsx", "b.xlsx")
    assert told({"sha256": [twins], "figures": [twins], "words": [twins]}, SEVERAL) == {
        "a.xlsx": ["B104 b.xlsx"],
        "b.xlsx": ["B104 a.xlsx"],
    }


def test_a_third_with_the_same_figures_is_told_to_both_twins() -> None:
    three = ("a.xlsx", "b.xlsx", "c.xlsx")
    found = told({"sha256": [("a.xlsx", "b.xlsx")], "figures": [three], "words": [three]}, SEVERAL)
    assert found == {
        "a.xlsx": ["B104 b.xlsx", "B106 c.xlsx"],
        "b.xlsx": ["B104 a.xlsx", "B106 c.xlsx"],
        "c.xlsx": ["B106 a.xlsx、b.xlsx"],
    }


def test_returns_of_one_department_are_not_told_of_each_other() -> None:
    assert told({"figures": [("a.xlsx", "b.xlsx")]}, {"a.xlsx": "甲局", "b.xlsx": " 甲 局"}) == {}


def test_a_group_member_without_a_scoresheet_is_passed_over() -> None:
    assert told({"sha256": [("a.xlsx", "x.xlsx")]}, SEVERAL) == {"a.xlsx": ["B104 x.xlsx"]}


def test_thirty_thousand_returns_that_share_everything_are_told_in_seconds() -> None:
    names = {f"{number:05d}.xlsx": f"第{number}局" for number in range(30_000)}
    same = [tuple(names)]
    begin = time.process_time()
    found = told({"sha256": same, "figures": same, "words": same}, names)
    assert time.process_time() - begin < 10
    assert len(found) == 30_000
    assert found["00000.xlsx"] == ["B104 00001.xlsx、00002.xlsx、00003.xlsx等29999份"]
    assert told({"words": same}, names)["29999.xlsx"] == [
        "B107 00000.xlsx、00001.xlsx、00002.xlsx等29999份"
    ]
