"""Who handed in, twice, under a wrong name, last year's: seen from the briefs of all returns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.bulk.departments.attribution import (
    FolderAttribution,
    FolderCounts,
    attribute_returns,
    count_returns,
)
from jixiao.bulk.departments.roster import Department, Roster
from jixiao.finding.registry import message
from jixiao.reporting.record import CheckBrief

WATER = Department("示例市水务局", "001", ("市水务局",), "农业科", 2)
PARKS = Department("示例市园林局", "002", (), "城建科", 3)
ROSTER = Roster.of([WATER, PARKS])


def brief(
    relative: str,
    department: str | None,
    *,
    year: int | None = 2017,
    outcome: str = "checked",
    stamped: str | None = None,
    rulebook: str = "nanchang-2017",
    saved: str | None = None,
) -> CheckBrief:
    return CheckBrief(
        relative, outcome, department, stamped, year, rulebook, "90", "90", saved=saved
    )


def attribute(
    *briefs: CheckBrief,
    roster: Roster | None = ROSTER,
    modified: Mapping[str, int] | None = None,
    shared: Mapping[str, Sequence[tuple[str, ...]]] | None = None,
) -> FolderAttribution:
    return attribute_returns(
        briefs,
        roster=roster,
        modified=modified or {},
        shared=shared or {},
        rulebook_years={"nanchang-2017": None},
    )


def counts(found: FolderAttribution, relative: str) -> bool:
    (one,) = (one for one in found.returns if one.relative == relative)
    return one.counts


def codes(found: FolderAttribution) -> dict[str, list[str]]:
    return {name: [f.code for f in each] for name, each in found.findings.items()}


def test_a_complete_folder_has_no_findings() -> None:
    found = attribute(brief("a.xlsx", "示例市水务局"), brief("b.xlsx", "示例市 园林局"))
    assert codes(found) == {}
    assert found.missing == ()
    assert found.year == 2017


def test_a_department_that_has_not_handed_in_is_named() -> None:
    found = attribute(brief("a.xlsx", "市水务局"))
    assert found.missing == (PARKS,)
    assert [(f.code, f.values["department"]) for f in found.general] == [("B101", "示例市园林局")]


def test_of_two_returns_the_later_counts_and_both_say_so() -> None:
    found = attribute(
        brief("旧.xlsx", "示例市水务局"),
        brief("新.xlsx", "示例市水务局"),
        brief("b.xlsx", "示例市园林局"),
        modified={"旧.xlsx": 1, "新.xlsx": 2},
    )
    assert codes(found) == {"旧.xlsx": ["B102"], "新.xlsx": ["B102"]}
    assert found.findings["旧.xlsx"][0].values["counted"] == "新.xlsx"
    assert not counts(found, "旧.xlsx")
    assert counts(found, "新.xlsx")


def test_a_readable_return_counts_before_a_broken_one_that_is_later() -> None:
    found = attribute(
        brief("水务局.xlsx", "示例市水务局"),
        brief("示例市水务局-新.xlsx", None, outcome="unreadable"),
        modified={"水务局.xlsx": 1, "示例市水务局-新.xlsx": 9},
    )
    assert counts(found, "水务局.xlsx")
    assert not counts(found, "示例市水务局-新.xlsx")


def test_another_departments_file_renamed_shows() -> None:
    found = attribute(brief("示例市园林局.xlsx", "示例市水务局"))
    (remark,) = found.findings["示例市园林局.xlsx"]
    assert (remark.code, remark.found, remark.expected) == ("B105", "示例市水务局", "示例市园林局")
    assert found.missing == (PARKS,)


def test_last_years_file_shows_against_the_others() -> None:
    found = attribute(brief("a.xlsx", "示例市水务局", year=2016), brief("b.xlsx", "示例市园林局"),
                  brief("c.xlsx", "示例市园林局"))  # fmt: skip
    assert [f.code for f in found.findings["a.xlsx"]] == ["B108"]


def test_a_sheet_without_a_name_is_matched_by_its_file_name() -> None:
    found = attribute(brief("报送/002示例市园林局.xlsx", None), brief("x.xlsx", None))
    assert codes(found) == {"报送/002示例市园林局.xlsx": ["B120"], "x.xlsx": ["B120"]}
    assert [one.department for one in found.returns] == [PARKS, None]


def test_a_name_that_the_roster_does_not_know_shows() -> None:
    assert codes(attribute(brief("a.xlsx", "示例县水务局"))) == {"a.xlsx": ["B103"]}


def test_identical_files_are_told_once_and_not_again_by_their_figures() -> None:
    found = attribute(
        brief("a.xlsx", "示例市水务局"),
        brief("b.xlsx", "示例市水务局"),
        shared={"sha256": [("a.xlsx", "b.xlsx")], "figures": [("a.xlsx", "b.xlsx")]},
    )
    assert codes(found) == {"a.xlsx": ["B102", "B104"], "b.xlsx": ["B102", "B104"]}


def test_two_departments_with_the_same_figures_are_told() -> None:
    found = attribute(
        brief("a.xlsx", "示例市水务局"),
        brief("b.xlsx", "示例市园林局"),
        shared={"figures": [("a.xlsx", "b.xlsx")]},
    )
    assert codes(found) == {"a.xlsx": ["B106"], "b.xlsx": ["B106"]}
    assert found.findings["a.xlsx"][0].values["other"] == "b.xlsx"


def test_without_a_roster_nothing_is_missing_and_doubles_still_show() -> None:
    found = attribute(brief("a.xlsx", "甲局"), brief("b.xlsx", "甲 局"), roster=None)
    assert found.missing == ()
    assert codes(found) == {"a.xlsx": ["B102"], "b.xlsx": ["B102"]}


def test_a_workbook_without_scoresheet_is_listed_and_nothing_else() -> None:
    found = attribute(brief("台账.xlsx", None, outcome="no-scoresheet"))
    assert codes(found) == {"台账.xlsx": ["B117"]}
    assert not counts(found, "台账.xlsx")


def test_a_template_issued_to_another_department_is_told_and_does_not_replace_its_own() -> None:
    found = attribute(
        brief("a.xlsx", "示例市水务局", stamped="示例市水务局"),
        brief("b.xlsx", "示例市园林局", stamped="示例市水务局"),
        modified={"a.xlsx": 1, "b.xlsx": 2},
    )
    assert codes(found) == {"a.xlsx": ["B102"], "b.xlsx": ["B105", "B102"]}
    borrowed, twice = found.findings["b.xlsx"]
    assert message(borrowed) == "空白表的标记指 示例市水务局，表内填的是 示例市园林局。"
    assert message(twice) == (
        "示例市水务局 有 2 份报送，汇总采用“a.xlsx”：表内单位名称与名册相符。"
    )


def test_a_short_name_is_counted_and_told() -> None:
    found = attribute(brief("a.xlsx", "水务局"), brief("b.xlsx", "示例市园林局"))
    assert found.missing == ()
    (told,) = found.findings["a.xlsx"]
    assert message(told) == (
        "表内单位名称为“水务局”，名册上没有这个名称；按简称归属 示例市水务局。"
    )


def test_a_roster_that_lists_a_department_twice_is_told_once() -> None:
    roster = Roster.of([WATER, PARKS, Department("示例市水务局", "009", line=4)])
    found = attribute(
        brief("a.xlsx", "示例市水务局"), brief("b.xlsx", "示例市园林局"), roster=roster
    )
    assert [message(f) for f in found.general] == [
        "“示例市水务局”在名册上列了不止一次，按一个单位计。"
    ]


def test_a_return_of_another_year_or_a_blank_one_is_no_return() -> None:
    roster = Roster.of([Department(name, line=n) for n, name in enumerate("甲乙丙丁", 1)])
    briefs = [
        CheckBrief("甲.xlsx", "checked", department="甲", year=2017, claimed="90", computed="90"),
        CheckBrief("乙.xlsx", "checked", department="乙", year=2016, claimed="90", computed="90"),
        CheckBrief("丙.xlsx", "checked", department="丙", year=2017),
        CheckBrief(
            "丁.xlsx", "checked", department="丁", year=2017, claimed="80", computed="79", errors=1
        ),
    ]
    found = attribute_returns(
        briefs, roster=roster, modified={}, shared={}, rulebook_years={None: None}
    )
    assert {one.relative: (one.counts, one.uncounted) for one in found.returns} == {
        "甲.xlsx": (True, ""),
        "乙.xlsx": (False, "year"),
        "丙.xlsx": (False, "blank"),
        "丁.xlsx": (True, ""),
    }
    assert [one.name for one in found.broken] == ["乙", "丙"]
    assert count_returns(found, 4) == FolderCounts(
        listed=4, received=2, passed=1, returned=1, missing=0, unread=2
    )


def test_who_is_not_on_the_roster_is_counted_beside_it() -> None:
    roster = Roster.of([Department(name, line=n) for n, name in enumerate("甲乙", 1)])
    briefs = [
        CheckBrief(f"{one}.xlsx", "checked", department=one, year=2017, claimed="9", computed="9")
        for one in ("甲", "丙局")
    ]
    found = attribute_returns(
        briefs, roster=roster, modified={}, shared={}, rulebook_years={None: None}
    )
    assert count_returns(found, 2) == FolderCounts(
        listed=2, received=1, passed=1, returned=0, missing=1, unread=0, unlisted=1
    )


def test_of_two_returns_the_one_called_final_counts() -> None:
    briefs = [
        CheckBrief(name, "checked", department="甲", year=2017, claimed="90", computed="90")
        for name in ("甲.xlsx", "甲（修改后）.xlsx", "甲初稿.xlsx")
    ]
    found = attribute_returns(
        briefs,
        roster=None,
        modified={"甲.xlsx": 9, "甲初稿.xlsx": 8},
        shared={},
        rulebook_years={},
    )
    assert [one.relative for one in found.returns if one.counts] == ["甲（修改后）.xlsx"]
    assert "修改后" in message(found.findings["甲.xlsx"][0])


def test_the_time_inside_the_workbook_decides_before_the_time_of_the_file() -> None:
    found = attribute(
        brief("早存晚拷.xlsx", "示例市水务局", saved="2018-04-01T08:00:00"),
        brief("晚存早拷.xlsx", "示例市水务局", saved="2018-04-09T10:30:59"),
        brief("b.xlsx", "示例市园林局"),
        modified={"早存晚拷.xlsx": 9, "晚存早拷.xlsx": 1},
    )
    told = found.findings["早存晚拷.xlsx"][0]
    assert told.values["counted"] == "晚存早拷.xlsx"
    assert "保存时间最晚（2018-04-09 10:30）" in message(told, "zh")


def test_where_one_workbook_keeps_no_time_the_time_of_the_file_decides() -> None:
    found = attribute(
        brief("a.xls", "示例市水务局"),
        brief("b.xlsx", "示例市水务局", saved="2018-04-09T10:30:00"),
        modified={"a.xls": 9, "b.xlsx": 1},
    )
    assert found.findings["a.xls"][0].values["counted"] == "a.xls"
    assert "修改时间最晚" in message(found.findings["a.xls"][0], "zh")


def test_a_file_name_that_says_it_is_final_comes_before_any_time() -> None:
    found = attribute(
        brief("水务局定稿.xlsx", "示例市水务局", saved="2018-04-01T08:00:00"),
        brief("水务局.xlsx", "示例市水务局", saved="2018-04-09T08:00:00"),
    )
    assert counts(found, "水务局定稿.xlsx")


def test_a_return_of_another_city_is_told_and_not_ranked() -> None:
    found = attribute(brief("示例市水务局.xlsx", "某某市水务局"), brief("b.xlsx", "示例市园林局"))
    (told, _) = found.findings["示例市水务局.xlsx"]
    assert (told.code, told.found, told.expected) == ("B123", "某某市水务局", "示例市")
    assert not counts(found, "示例市水务局.xlsx")
    assert [one.uncounted for one in found.returns] == ["place", ""]
    assert found.broken == (WATER,)


def test_a_district_or_a_listed_department_is_of_no_other_city() -> None:
    roster = Roster.of([WATER, PARKS, *(Department(f"示例市{n}局", line=n) for n in range(4, 9)),
                        Department("某某市驻示例办事处", line=9)])  # fmt: skip
    found = attribute(
        brief("a.xlsx", "示例区水务局"), brief("b.xlsx", "某某市驻示例办事处"), roster=roster
    )
    assert codes(found) == {"a.xlsx": ["B103"]}
    assert counts(found, "a.xlsx")


def test_among_returns_of_many_places_none_is_another() -> None:
    briefs = (brief(f"{n}.xlsx", f"{n}县水务局") for n in ("甲乙", "丙丁", "戊己"))
    assert codes(attribute(*briefs, roster=None)) == {}


def test_a_return_on_another_form_than_nearly_all_is_told_and_not_ranked() -> None:
    others = [brief(f"{n}.xlsx", f"示例市{n}局") for n in "甲乙丙丁"]
    odd = brief("z.xlsx", "示例市戊局", rulebook="yueyang-2018")
    found = attribute(*others, odd, roster=None)
    assert codes(found) == {"z.xlsx": ["B124"]}
    assert not counts(found, "z.xlsx")
    half = [brief(f"{n}.xlsx", f"示例市{n}局", rulebook="yueyang-2018") for n in "己庚辛壬"]
    assert codes(attribute(*others, *half, roster=None)) == {}


def test_of_a_return_and_one_of_another_year_the_right_one_counts() -> None:
    found = attribute(
        brief("甲.xlsx", "示例市水务局", year=2016, saved="2018-04-09T08:00:00"),
        brief("乙.xlsx", "示例市水务局", saved="2018-04-01T08:00:00"),
        brief("b.xlsx", "示例市园林局"),
    )
    assert counts(found, "乙.xlsx")
    assert "年度为 2017 年" in message(found.findings["甲.xlsx"][-1], "zh")
