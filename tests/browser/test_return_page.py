"""The page of a return in a browser: from finding to cell and back, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from tests.browser.chromium import PHONE, Browser

from jixiao import check
from jixiao.reporting import to_html_text

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def test_a_click_leads_from_the_finding_to_its_cell_and_back(
    browser: Browser, return_page: Path
) -> None:
    with browser.shows(return_page) as shown:
        assert not shown.is_seen("#r1s1-C34")
        shown.page.click('a[href="#r1s1-C34"]')
        assert shown.is_seen("#r1s1-C34:target")
        assert not shown.is_seen("#r1f1")
        shown.page.click("#r1s1-C34 a")
        assert shown.is_seen("#r1f1:target")
        assert shown.requests == [return_page.as_uri()]
        assert shown.said == []


def test_the_keyboard_leads_there_too(browser: Browser, return_page: Path) -> None:
    with browser.shows(return_page) as shown:
        shown.page.keyboard.press("Tab")
        assert shown.page.evaluate("document.activeElement.hash") == "#r1findings"
        shown.page.keyboard.press("Enter")
        assert shown.is_seen("#r1findings")
        shown.page.keyboard.press("Tab")
        assert shown.page.evaluate("document.activeElement.hash") == "#r1s1-C34"
        shown.page.keyboard.press("Enter")
        assert shown.is_seen("#r1s1-C34:target")
        shown.page.keyboard.press("Tab")
        shown.page.keyboard.press("Enter")
        assert shown.is_seen("#r1f1:target")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_keeps_anybody_out(
    browser: Browser, return_page: Path, scheme: str
) -> None:
    with browser.shows(return_page, color_scheme=scheme) as shown:
        shown.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert shown.serious() == []


def test_a_phone_shows_it_without_scrolling_sideways(browser: Browser, return_page: Path) -> None:
    with browser.shows(return_page, viewport=PHONE) as shown:
        assert shown.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_what_a_workbook_says_is_not_run(browser: Browser, tmp_path: Path) -> None:
    hostile = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    path = tmp_path / "恶意<b>.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet('a"&<i>')
        sheet.write_row(0, 0, ["三级指标", "分值", "自评得分"])
        sheet.write_row(1, 0, [hostile, 60, 61])
        sheet.write_row(2, 0, ['" autofocus onfocus="alert(3)', 40, 40])
        sheet.write_row(3, 0, ["合计", 100, 101])
    page = tmp_path / "页.html"
    page.write_text(to_html_text([check(path)]), "utf-8")
    with browser.shows(page) as shown:
        assert shown.page.inner_text("#r1s0-A2").startswith(hostile)
        assert shown.page.locator("img, script").count() == 0
        assert (shown.requests, shown.said) == ([page.as_uri()], [])


def test_it_prints_on_a4(browser: Browser, return_page: Path, tmp_path: Path) -> None:
    with browser.shows(return_page) as shown:
        shown.page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    sizes = page_sizes(tmp_path / "a.pdf")
    upright, lying = (595, 842), (842, 595)
    turn = sizes.index(lying)  # the sheets, which are wide
    assert turn >= 1
    assert sizes == [upright] * turn + [lying] * (len(sizes) - turn)


def page_sizes(path: Path) -> list[tuple[int, int]]:
    """The sizes of the pages of a PDF, in points."""
    import re

    content = path.read_bytes()
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", content)
    return [(round(float(width)), round(float(height))) for width, height in boxes]
