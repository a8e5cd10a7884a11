"""The page of a folder in a browser: found, filtered, sorted, unfolded; with and without script."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.browser.chromium import PHONE, Browser, Shown
from tests.browser.folders import HOSTILE, OFFICES

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
ROWS = ".ranking tbody tr"
GROUPS = "details.who"
OPEN = "details.who[open]:not([hidden])"


def count(shown: Shown, selector: str) -> int:
    return len(shown.page.query_selector_all(f"{selector}:not([hidden])"))


def test_all_are_shown_and_nothing_else_is_asked_for(browser: Browser, folder_page: Path) -> None:
    with browser.shows(folder_page) as shown:
        assert count(shown, ROWS) == 30
        assert count(shown, GROUPS) == 30
        assert shown.page.inner_text("#shown") == ""
        assert (shown.requests, shown.said) == ([folder_page.as_uri()], [])


def test_a_search_keeps_what_has_all_its_words_and_unfolds_it(
    browser: Browser, folder_page: Path
) -> None:
    with browser.shows(folder_page) as shown:
        shown.page.fill("#q", "第12局 预算完成率")
        assert count(shown, ROWS) == 1
        assert count(shown, OPEN) == 1
        assert shown.texts("#shown") == ["符合条件的单位：1（共32）"]
        assert "多计1.5分" in shown.page.inner_text(OPEN)
        assert shown.page.locator(".none").first.is_visible()  # none is missing of that name
        shown.page.fill("#q", "没有这样的")
        assert (count(shown, ROWS), count(shown, GROUPS)) == (0, 0)
        shown.page.click("button[type=reset]")
        assert (count(shown, ROWS), count(shown, GROUPS)) == (30, 30)


def test_filters_go_together(browser: Browser, folder_page: Path) -> None:
    with browser.shows(folder_page) as shown:
        shown.page.select_option("#s", "mend")
        mend = [number for number in range(30) if number % 3 == 0 or number == 29]
        assert count(shown, ROWS) == len(mend)
        shown.page.select_option("#o", OFFICES[0])
        assert count(shown, ROWS) == len([n for n in mend if n % 4 == 0])
        shown.page.select_option("#s", "missing")
        assert count(shown, ROWS) == 0
        assert shown.texts("#missing ~ .scroll tbody th") == ["示例市机关事务局 902"]
        shown.page.select_option("#o", "*")
        shown.page.select_option("#s", "*")
        shown.page.select_option("#c", "E101")
        assert count(shown, GROUPS) == len(range(0, 30, 5))
        assert {text.split("\n")[0] for text in shown.texts(f"{OPEN} .card .code")} == {"E101"}


def test_a_number_at_the_top_leads_to_those_departments(
    browser: Browser, folder_page: Path
) -> None:
    with browser.shows(folder_page) as shown:
        shown.page.click("a[data-state=mend]")
        assert count(shown, ROWS) == 11
        assert shown.page.input_value("#s") == "mend"
        assert shown.is_seen("#findings")


def test_each_number_at_the_top_is_what_it_leads_to(browser: Browser, folder_page: Path) -> None:
    with browser.shows(folder_page) as shown:
        for state in ("mend", "passed"):
            tile = shown.page.locator(f"a[data-state={state}]")
            tile.click()
            assert tile.locator("b").inner_text() == str(count(shown, ROWS))
        tiles = shown.page.locator("a[href='#missing'] b")
        missing = sum(int(text) for text in tiles.all_inner_texts())
        shown.page.click("button[type=reset]")
        assert missing == count(shown, "#missing ~ .scroll tbody tr")


def test_a_name_leads_to_its_findings_even_where_they_are_filtered_away(
    browser: Browser, folder_page: Path
) -> None:
    with browser.shows(folder_page) as shown:
        link = shown.page.locator(f"{ROWS} th a", has_text="第4局")
        place = link.get_attribute("href")
        link.click()
        assert shown.is_seen(f"{place}")
        assert shown.page.evaluate("document.activeElement.tagName") == "SUMMARY"
        shown.page.goto(f"{folder_page.as_uri()}#")
        shown.page.select_option("#c", "R101")
        shown.page.evaluate("place => location.hash = place", place)
        shown.page.wait_for_function("document.activeElement.tagName === 'SUMMARY'")
        assert shown.page.input_value("#c") == "*"
        assert shown.is_seen(f"{place}")


def test_columns_sort_as_numbers_and_as_words(browser: Browser, folder_page: Path) -> None:
    def column(at: int) -> list[str]:
        return shown.texts(f"{ROWS} > :nth-child({at})")

    with browser.shows(folder_page) as shown:
        button = shown.page.locator(".ranking thead button", has_text="复算")
        button.click()
        totals = [int(text) for text in column(6)]
        assert totals == sorted(totals)
        assert shown.page.locator(".ranking [aria-sort=ascending]").count() == 1
        button.click()
        totals = [int(text) for text in column(6)]
        assert totals == sorted(totals, reverse=True)
        shown.page.locator(".ranking thead button", has_text="错误").click()
        assert column(9)[-1] == ""  # those without come last
        assert column(9)[0] == "2"


def test_the_keyboard_alone_filters_and_unfolds(browser: Browser, folder_page: Path) -> None:
    with browser.shows(folder_page) as shown:
        keys = shown.page.keyboard
        keys.press("Tab")
        keys.press("Enter")
        assert shown.is_seen("#returns")
        shown.page.focus("#q")
        keys.type("第12局")
        assert count(shown, ROWS) == 1
        keys.press("Tab")
        keys.press("ArrowDown")
        assert shown.page.input_value("#o") == min(OFFICES)
        keys.press("ArrowUp")
        shown.page.focus("#open")
        keys.press("Enter")  # one is unfolded by the search: folds it
        assert count(shown, OPEN) == 0
        shown.page.focus(f"{GROUPS}:not([hidden]) > summary")
        keys.press("Enter")
        assert count(shown, OPEN) == 1


def test_without_script_all_is_there(browser: Browser, folder_page: Path) -> None:
    with browser.shows(folder_page, java_script_enabled=False) as shown:
        assert not shown.page.locator("#filters").is_visible()
        assert shown.page.locator(ROWS).count() == 30
        shown.page.click(f"{ROWS} th a >> nth=0")
        assert shown.page.locator(f"{OPEN} .cards").count() == 1


def test_hostile_names_stay_text(browser: Browser, folder_page: Path) -> None:
    with browser.shows(folder_page) as shown:
        shown.page.fill("#q", "onerror")
        assert shown.texts(f"{ROWS} th")[0] == HOSTILE
        assert HOSTILE in shown.page.inner_text(OPEN)
        assert shown.page.locator("img").count() == 0
        assert shown.page.locator("script").count() == 1
        assert shown.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_keeps_anybody_out(
    browser: Browser, folder_page: Path, scheme: str
) -> None:
    with browser.shows(folder_page, color_scheme=scheme) as shown:
        shown.page.click("#open")
        assert shown.serious() == []


def test_a_phone_shows_it_without_scrolling_sideways(browser: Browser, folder_page: Path) -> None:
    with browser.shows(folder_page, viewport=PHONE) as shown:
        shown.page.click("#open")
        assert shown.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_it_prints_what_is_shown_on_a4(browser: Browser, folder_page: Path, tmp_path: Path) -> None:
    with browser.shows(folder_page, color_scheme="dark") as shown:
        shown.page.fill("#q", "第12局")
        shown.page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True, print_background=False)
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext reads the print")
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "a.pdf", "-"], capture_output=True, encoding="utf-8",
        check=True,
    ).stdout  # fmt: skip
    assert "示例市第12局" in text
    assert "示例市第13局" not in text
    assert "符合条件的单位：1（共32）" in text
    assert "展开" not in text
    assert "多计1.5分" in text
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", (tmp_path / "a.pdf").read_bytes())
    assert {(round(float(x)), round(float(y))) for x, y in boxes} == {(595, 842)}


def test_four_hundred_returns_are_found_and_filtered(browser: Browser, large_page: Path) -> None:
    assert large_page.stat().st_size < 5_000_000
    with browser.shows(large_page) as shown:
        assert count(shown, ROWS) == 400
        shown.page.select_option("#s", "passed")
        assert count(shown, ROWS) == len([n for n in range(399) if n % 3])
        shown.page.fill("#q", "第398局")
        assert count(shown, ROWS) == 1
