"""This year's return against last year's: exact codes and cells; nothing where it fits."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.checking import check, last_return_of, last_returns, with_previous
from jixiao.finding import Finding, message
from strategies.typing_over import typed_over

# Last year's return ended with 512.8 carried over and 330 of 三公经费.
FITTING: Mapping[str, Decimal | str] = {
    **dict.fromkeys(
        (f"{sheet}!A2" for sheet in ("基础数据", "重点项目", "满意度调查", "评分表")),
        "（2018年度）",
    ),
    "基础数据!C17": Decimal("1391.5"),
    "基础数据!C18": Decimal("-22.4"),
    "基础数据!C19": Decimal("1369.1"),
    "基础数据!C20": Decimal("1201.7"),
    "基础数据!C21": Decimal("655.2"),
    "基础数据!C22": Decimal("167.4"),
    "基础数据!C23": Decimal("512.8"),
    "基础数据!C24": Decimal("401.3"),
    "基础数据!C26": Decimal("91.3"),
    "基础数据!C27": Decimal("88.9"),
    "基础数据!C28": Decimal("322.5"),
    "基础数据!C29": Decimal(330),
    "基础数据!C30": Decimal("340.9"),
    "基础数据!C31": Decimal("322.5"),
    "基础数据!C33": Decimal("77.3"),
    "基础数据!C34": Decimal("71.9"),
    "基础数据!C50": Decimal("431.5"),
    "基础数据!C51": Decimal("440.2"),
}


def _years(samples: Path, changes: Mapping[str, Decimal | str]) -> list[Finding]:
    """The findings that comparing adds, this year's return being last year's with changes."""
    last = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    now = typed_over(last, {**FITTING, **changes})
    alone = check(now)
    assert alone.year == 2018
    compared = with_previous(now, alone, last)
    return [found for found in compared.findings if found not in alone.findings]


def _told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(found.code, found.place) for found in findings]


def test_years_that_fit_add_nothing_about_figures(samples: Path) -> None:
    found = _years(samples, {})
    assert {each.code for each in found} <= {"C203"}


def test_last_years_figure_must_be_the_one_handed_in(samples: Path) -> None:
    (found,) = [f for f in _years(samples, {"基础数据!C29": Decimal(345)}) if f.code == "C201"]
    assert (found.place, found.found, found.expected) == ("基础数据!C29", "345万元", "330万元")
    told = message(found)
    assert "填345万元" in told
    assert "是330万元（上年表基础数据!C28）" in told


def test_what_was_left_must_be_carried_in(samples: Path) -> None:
    found = [f for f in _years(samples, {"基础数据!C23": Decimal("521.8")}) if f.code == "C202"]
    assert _told(found) == [("C202", "基础数据!C23")]
    assert (found[0].found, found[0].expected) == ("521.8万元", "512.8万元")


def test_rounding_of_the_last_digit_is_allowed_for(samples: Path) -> None:
    found = _years(samples, {"基础数据!C23": Decimal("512.803")})
    assert "C202" not in {each.code for each in found}


def test_amounts_left_over_from_last_year_are_told_once(samples: Path) -> None:
    copied = {
        "基础数据!C24": Decimal("380.1"),
        "基础数据!C17": Decimal("1246.8"),
        "基础数据!C21": Decimal("412.3"),
    }
    found = [each for each in _years(samples, copied) if each.code == "C204"]
    assert _told(found) == [("C204", "基础数据!C17")]
    assert found[0].found == "3"
    two = {place: value for place, value in copied.items() if place != "基础数据!C24"}
    assert "C204" not in {each.code for each in _years(samples, two)}


def test_the_same_file_another_year_and_no_workbook_are_not_compared(
    samples: Path, tmp_path: Path
) -> None:
    path = samples / "nanchang-2017-waiqiao.xlsx"
    alone = check(path)
    for previous, words in (
        (path, "同一个文件"),
        (samples / "nanchang-2017-sum-wrong.xlsx", "不是前一年"),
        (tmp_path / "no.xlsx", "没有找到"),
    ):
        (found,) = [f for f in with_previous(path, alone, previous).findings if f.code == "C205"]
        assert words in message(found)
        assert "C201" not in {f.code for f in with_previous(path, alone, previous).findings}


def test_another_department_is_not_compared(samples: Path) -> None:
    found = _years(samples, {"基础数据!C3": "市别的局"})
    assert _told(found) == [("C205", "")]
    assert "市别的局" in message(found[0])


def test_returns_of_a_folder_are_matched_by_department(samples: Path, tmp_path: Path) -> None:
    last = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    (tmp_path / "某局.xlsx").write_bytes(last)
    (tmp_path / "说明.xlsx").write_bytes(b"no workbook")
    now = tmp_path / "now.xlsx"
    now.write_bytes(typed_over(last, {**FITTING, "基础数据!C29": Decimal(345)}))
    paths = [str(tmp_path / "某局.xlsx"), str(tmp_path / "说明.xlsx")]
    compared = last_return_of(check(now), last_returns(paths))
    assert "C201" in {found.code for found in compared.findings}
    twice = last_returns([*paths, str(now)])
    (found,) = [f for f in last_return_of(check(now), twice).findings if f.code == "C206"]
    assert "不止一份" in message(found)
    (found,) = [
        f for f in last_return_of(check(now), last_returns([])).findings if f.code == "C206"
    ]
    assert "没有这个单位" in message(found)


@pytest.mark.parametrize("changes", [{}, {"基础数据!C23": Decimal("521.8")}])
def test_a_comparison_takes_nothing_away(
    samples: Path, changes: Mapping[str, Decimal | str]
) -> None:
    last = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    now = typed_over(last, {**FITTING, **changes})
    alone = check(now)
    compared = with_previous(now, alone, last)
    assert [f for f in compared.findings if f in alone.findings] == list(alone.findings)
    assert compared.indicators == alone.indicators
