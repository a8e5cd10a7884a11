"""The HTML report: one file that loads nothing, every link leads somewhere, nothing is markup."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest
import xlsxwriter

from jixiao import check
from jixiao.finding import Lang
from jixiao.finding.texts import text_ids
from jixiao.reporting import to_html_text

IN_YUAN: Final = "nanchang-2017-amount-in-yuan.xlsx"
VOID: Final = {"meta", "col", "br", "link", "img", "input", "hr"}
TEMPLATES: Final = Path("src/jixiao/reporting/html/templates")


@dataclass
class Page(HTMLParser):
    """What a browser would find in the page."""

    tags: Counter[str] = field(default_factory=Counter)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    cells: dict[str, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    policy: str = ""
    _open: list[str] = field(default_factory=list)
    _cell: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self._open.append(tag)
        if known.get("id"):
            self.ids.append(known["id"] or "")
        if tag == "a":
            self.links.append(known.get("href") or "")
        if tag == "td":
            self._cell = known.get("id") or ""
        if known.get("http-equiv") == "Content-Security-Policy":
            self.policy = known.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "td":
            self._cell = ""

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self.text.append(data)
        if self._cell:
            self.cells[self._cell] = self.cells.get(self._cell, "") + data


def read(text: str) -> Page:
    page = Page()
    page.feed(text)
    page.close()
    return page


def assert_sound(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    assert [link for link in page.links if link.removeprefix("#") not in page.ids] == []
    assert page.attributes & {"src", "onclick", "onload", "onerror", "srcset", "action"} == set()
    assert page.tags.keys().isdisjoint({"script", "img", "iframe", "link", "object", "form"})
    assert page.policy.startswith("default-src 'none';")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sample_gives_a_sound_page_below_300_kb(samples: Path, lang: Lang) -> None:
    for path in sorted(samples.glob("*.xlsx")):
        text = to_html_text([check(path)], lang)
        assert len(text.encode()) < 300_000, path.name
        assert_sound(read(text))
        assert "url(" not in text
        assert "@import" not in text


def test_the_cause_is_one_card_with_what_it_was_and_should_be(samples: Path) -> None:
    page = read(to_html_text([check(samples / IN_YUAN)]))
    said = " ".join(" ".join(page.text).split())
    assert "要改的和要看的（1）" in said
    assert "基础数据!C34 779200 多半应为 77.92" in said
    assert "政府采购执行率：2.85分不变 总分95.89 档次优" in said
    assert "由此引起的（2），不必单独改" in said


def test_marked_cells_hold_the_figures_of_the_workbook_and_link_both_ways(samples: Path) -> None:
    page = read(to_html_text([check(samples / IN_YUAN)]))
    assert page.cells["r1s1-C34"] == "779,200.001"  # as the sheet formats it, then the number
    assert page.links.count("#r1s1-C34") == 1
    assert page.links.count("#r1f1") == 1
    assert page.cells["r1s4-H11"] == "5.10"
    assert page.cells["r1s4-G11"] == "91.70%"


def test_several_files_are_one_page(samples: Path) -> None:
    page = read(to_html_text([check(samples / IN_YUAN), check(samples / "no-such-file.xlsx")]))
    assert_sound(page)
    assert {"r1", "r2"} <= set(page.ids)
    assert "共2个文件" in page.text
    assert "未能检查" in page.text


def test_what_a_workbook_says_is_never_markup(tmp_path: Path) -> None:
    hostile = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    path = tmp_path / "恶意<b>.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet('a"&<i>')
        sheet.write_row(0, 0, ["三级指标", "分值", "自评得分"])
        sheet.write_row(1, 0, [hostile, 60, 61])
        sheet.write_row(2, 0, ['" onclick="x', 40, "=1+1"])
        sheet.write_string(3, 0, "\u202e合计\u202c")
        sheet.write_row(3, 1, [100, 101])
    result = check(path)
    text = to_html_text([result])
    page = read(text)
    assert_sound(page)
    assert result.checked
    assert page.cells["r1s0-A2"].startswith(hostile)
    assert "\u202e" not in text


def test_a_file_changed_since_is_not_drawn(samples: Path, tmp_path: Path) -> None:
    copy = tmp_path / "报送.xlsx"
    copy.write_bytes((samples / IN_YUAN).read_bytes())
    result = check(copy)
    copy.write_bytes((samples / "nanchang-2017-waiqiao.xlsx").read_bytes())
    page = read(to_html_text([result]))
    assert page.cells == {}
    assert "原文件读不到或核对后又改过，这里不画表。" in page.text


@pytest.mark.slow
def test_a_huge_sheet_is_cut_but_what_is_marked_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "很长.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("评分表")
        sheet.write_row(0, 0, ["三级指标", "分值", "自评得分"])
        for row in range(1, 4_001):
            sheet.write_row(row, 0, [f"指标{row}，说明说明说明说明", 1 if row < 100 else 0, 0])
        sheet.write_row(4_001, 0, ["合计", 99, 5])
    result = check(path)
    marked = {found.cell for found in result.findings if found.cell}
    page = read(to_html_text([result]))
    assert_sound(page)
    drawn = {cell.rpartition("-")[2] for cell in page.cells}
    assert marked <= drawn
    assert len({cell.lstrip("ABC") for cell in drawn}) < 3_000


def test_every_text_of_the_templates_is_in_the_table() -> None:
    known = {id_.removeprefix("page.") for id_ in text_ids() if id_.startswith("page.")}
    source = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    asked = set(re.findall(r"say\('([a-z-]+)'[,) ]", source)) | {"likely", "after"}
    assert asked - known - {"status-"} == set()
