"""Who handed in, twice, under a wrong name, last year's: told from the heads of all returns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from jixiao.bulk.departments.attribution import Standings, judge_standings
from jixiao.bulk.departments.roster import Department, Roster
from jixiao.finding.registry import message

WATER = Department("示例市水务局", "001", ("市水务局",), "农业科", 2)
PARKS = Department("示例市园林局", "002", (), "城建科", 3)
ROSTER = Roster.of([WATER, PARKS])


def head(
    relative: str,
    department: str | None,
    *,
    year: int | None = 2017,
    outcome: str = "checked",
    stamped: str | None = None,
) -> tuple[str, str, str | None, str]:
    known = {"department": department, "year": year, "rulebook": "nanchang-2017"}
    return relative, outcome, stamped, json.dumps(known)


def judge(
    *heads: tuple[str, str, str | None, str],
    roster: Roster | None = ROSTER,
    modified: Mapping[str, int] | None = None,
    alike: Mapping[str, Sequence[tuple[str, ...]]] | None = None,
) -> Standings:
    return judge_standings(
        heads,
        roster=roster,
        modified=modified or {},
        alike=alike or {},
        rulebook_years={"nanchang-2017": None},
    )


def codes(standings: Standings) -> dict[str, list[str]]:
    return {name: [f.code for f in found] for name, found in standings.remarks.items()}


def test_a_complete_folder_has_no_remarks() -> None:
    found = judge(head("a.xlsx", "示例市水务局"), head("b.xlsx", "示例市 园林局"))
    assert codes(found) == {}
    assert found.missing == ()
    assert found.year == 2017


def test_a_department_that_has_not_handed_in_is_named() -> None:
    found = judge(head("a.xlsx", "市水务局"))
    assert found.missing == (PARKS,)
    assert [(f.code, f.values["department"]) for f in found.general] == [("B101", "示例市园林局")]


def test_of_two_returns_the_later_counts_and_both_say_so() -> None:
    found = judge(
        head("旧.xlsx", "示例市水务局"),
        head("新.xlsx", "示例市水务局"),
        head("b.xlsx", "示例市园林局"),
        modified={"旧.xlsx": 1, "新.xlsx": 2},
    )
    assert codes(found) == {"旧.xlsx": ["B102"], "新.xlsx": ["B102"]}
    assert found.remarks["旧.xlsx"][0].values["counted"] == "新.xlsx"
    assert not found.of("旧.xlsx").counts
    assert found.of("新.xlsx").counts


def test_a_readable_return_counts_before_a_broken_one_that_is_later() -> None:
    found = judge(
        head("水务局.xlsx", "示例市水务局"),
        head("示例市水务局-新.xlsx", None, outcome="unreadable"),
        modified={"水务局.xlsx": 1, "示例市水务局-新.xlsx": 9},
    )
    assert found.of("水务局.xlsx").counts
    assert not found.of("示例市水务局-新.xlsx").counts


def test_another_departments_file_renamed_shows() -> None:
    found = judge(head("示例市园林局.xlsx", "示例市水务局"))
    (remark,) = found.remarks["示例市园林局.xlsx"]
    assert (remark.code, remark.found, remark.expected) == ("B105", "示例市水务局", "示例市园林局")
    assert found.missing == (PARKS,)


def test_last_years_file_shows_against_the_others() -> None:
    found = judge(head("a.xlsx", "示例市水务局", year=2016), head("b.xlsx", "示例市园林局"),
                  head("c.xlsx", "示例市园林局"))  # fmt: skip
    assert [f.code for f in found.remarks["a.xlsx"]] == ["B108"]


def test_a_sheet_without_a_name_is_matched_by_its_file_name() -> None:
    found = judge(head("报送/002示例市园林局.xlsx", None), head("x.xlsx", None))
    assert codes(found) == {"报送/002示例市园林局.xlsx": ["B120"], "x.xlsx": ["B120"]}
    assert found.of("报送/002示例市园林局.xlsx").department is PARKS
    assert found.of("x.xlsx").department is None


def test_a_name_that_the_roster_does_not_know_shows() -> None:
    assert codes(judge(head("a.xlsx", "示例县水务局"))) == {"a.xlsx": ["B103"]}


def test_identical_files_are_told_once_and_not_again_by_their_figures() -> None:
    found = judge(
        head("a.xlsx", "示例市水务局"),
        head("b.xlsx", "示例市水务局"),
        alike={"sha256": [("a.xlsx", "b.xlsx")], "figures": [("a.xlsx", "b.xlsx")]},
    )
    assert codes(found) == {"a.xlsx": ["B102", "B104"], "b.xlsx": ["B102", "B104"]}


def test_two_departments_with_the_same_figures_are_told() -> None:
    found = judge(
        head("a.xlsx", "示例市水务局"),
        head("b.xlsx", "示例市园林局"),
        alike={"figures": [("a.xlsx", "b.xlsx")]},
    )
    assert codes(found) == {"a.xlsx": ["B106"], "b.xlsx": ["B106"]}
    assert found.remarks["a.xlsx"][0].values["other"] == "b.xlsx"


def test_without_a_roster_nothing_is_missing_and_doubles_still_show() -> None:
    found = judge(head("a.xlsx", "甲局"), head("b.xlsx", "甲 局"), roster=None)
    assert found.missing == ()
    assert codes(found) == {"a.xlsx": ["B102"], "b.xlsx": ["B102"]}


def test_a_workbook_without_scoresheet_is_listed_and_nothing_else() -> None:
    found = judge(head("台账.xlsx", None, outcome="no-scoresheet"))
    assert codes(found) == {"台账.xlsx": ["B117"]}
    assert not found.of("台账.xlsx").counts


def test_a_template_issued_to_another_department_is_told_and_does_not_replace_its_own() -> None:
    found = judge(
        head("a.xlsx", "示例市水务局", stamped="示例市水务局"),
        head("b.xlsx", "示例市园林局", stamped="示例市水务局"),
        modified={"a.xlsx": 1, "b.xlsx": 2},
    )
    assert codes(found) == {"a.xlsx": ["B102"], "b.xlsx": ["B105", "B102"]}
    borrowed, twice = found.remarks["b.xlsx"]
    assert message(borrowed) == "空白表的标记指 示例市水务局，表内填的是 示例市园林局。"
    assert message(twice) == (
        "示例市水务局 有 2 份报送，汇总采用“a.xlsx”：表内单位名称与名册相符。"
    )


def test_a_short_name_is_counted_and_told() -> None:
    found = judge(head("a.xlsx", "水务局"), head("b.xlsx", "示例市园林局"))
    assert found.missing == ()
    (told,) = found.remarks["a.xlsx"]
    assert message(told) == (
        "表内单位名称为“水务局”，名册上没有这个名称；按简称归属 示例市水务局。"
    )


def test_a_roster_that_lists_a_department_twice_is_told_once() -> None:
    roster = Roster.of([WATER, PARKS, Department("示例市水务局", "009", line=4)])
    found = judge(head("a.xlsx", "示例市水务局"), head("b.xlsx", "示例市园林局"), roster=roster)
    assert [message(f) for f in found.general] == [
        "“示例市水务局”在名册上列了不止一次，按一个单位计。"
    ]
