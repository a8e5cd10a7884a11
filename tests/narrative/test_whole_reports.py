"""Whole reports of eight pages next to their sheets: nothing false is said of what they state,
and figures changed in them are found. The departments and all figures are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.narrative.documents import word_text

import jixiao
from jixiao.finding import Finding
from jixiao.narrative import with_report

REPORTS = Path(__file__).with_name("reports")
SHEETS = {
    "示例市卫生健康局": "社会保障科",
    "示例市市场监督管理局": "行政政法科",
    "示例市应急管理局": "行政政法科",
}
PAGES, CHARACTERS = 8, 750
PROSE = (
    "一年来，全局上下围绕中心、服务大局，统筹推进各项重点任务，完善制度、健全机制、强化监督，"
    "队伍建设和作风建设取得新的成效，较好地履行了部门职责，为经济社会发展作出了应有贡献。"
)


def lines_of(department: str) -> list[str]:
    """The paragraphs of a report with those that all departments write, of eight pages."""
    own = (REPORTS / f"{department}.txt").read_text(encoding="utf-8").splitlines()
    shared = (REPORTS / "共有.txt").read_text(encoding="utf-8").splitlines()
    at = next(place for place, line in enumerate(own) if line.startswith("三、"))
    lines = [*own[: at + 1], *shared, *own[at + 1 :]]
    missing = PAGES * CHARACTERS - sum(map(len, lines))
    return [*lines[: at + 1], *[PROSE] * (missing // len(PROSE) + 1), *lines[at + 1 :]]


# reports in the order of other provinces, of two or three pages: only what is missing is said
OTHER_ORDERS = {"示例市教育局": "教科文科", "示例市交通运输局": "经济建设科"}


def slips() -> list[tuple[str, ...]]:
    """Figures changed in a report: what stood there, what stands there now, the finding."""
    lines = (REPORTS / "slips.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines[1:]]


def found_in(samples: Path, department: str, name: str, lines: list[str]) -> list[Finding]:
    """The findings on a report."""
    sheet = str(samples / "bulk" / SHEETS[department] / f"{department}.xlsx")
    content = word_text(lines) if name.endswith("docx") else "\n".join(lines).encode()
    check = with_report(sheet, jixiao.check(sheet), name, content=content)
    assert check.report is not None
    assert len(check.report.claims) > 30
    return [each for each in check.findings if each.code.startswith("N")]


@pytest.mark.parametrize("department", SHEETS)
@pytest.mark.parametrize("name", ["自评报告.txt", "自评报告.docx"])
def test_nothing_false_is_said_of_a_report(samples: Path, department: str, name: str) -> None:
    lines = lines_of(department)
    assert sum(map(len, lines)) >= PAGES * CHARACTERS
    said = [(each.code, each.found, each.paragraph and each.paragraph.zh)
            for each in found_in(samples, department, name, lines)]  # fmt: skip
    assert said == []


@pytest.mark.parametrize("department", OTHER_ORDERS)
def test_nothing_false_is_said_of_a_report_in_another_order(samples: Path, department: str) -> None:
    sheet = str(samples / "bulk" / OTHER_ORDERS[department] / f"{department}.xlsx")
    content = (REPORTS / f"{department}.txt").read_bytes()
    check = with_report(sheet, jixiao.check(sheet), "自评报告.txt", content=content)
    assert check.report is not None
    assert len(check.report.claims) > 60
    said = [(each.code, each.found) for each in check.findings if each.code.startswith("N")]
    assert said == [("N301", None)]


@pytest.mark.parametrize(("department", "right", "wrong", "code", "found"), slips())
def test_a_changed_figure_is_found(
    samples: Path, department: str, right: str, wrong: str, code: str, found: str
) -> None:
    text = "\n".join(lines_of(department))
    assert text.count(right) == 1
    lines = text.replace(right, wrong).splitlines()
    said = [
        (each.code, each.found) for each in found_in(samples, department, "自评报告.docx", lines)
    ]
    assert (code, found) in said
    assert all(each[0].startswith(("N1", "N2")) for each in said)
