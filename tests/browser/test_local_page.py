"""``jixiao serve`` in a browser: from a dropped file to the marked copy, by mouse and by keys."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.browser.chromium import PHONE, Browser, Shown

from jixiao import annotate, check

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
SCORE = "nanchang-2017-score-too-high.xlsx"
RIGHT = "nanchang-2017-waiqiao.xlsx"
WAITS = 120_000  # milliseconds at most, on a machine that is busy with other tests
FOCUSED = "document.activeElement.name || document.activeElement.textContent.trim()"
OUTLINED = """[document.activeElement, document.activeElement.parentElement]
  .some((one) => getComputedStyle(one).outlineStyle !== "none")"""
TYPE = """text => {
  const area = document.getElementById("text");
  area.value = text;
  area.dispatchEvent(new Event("input"));
}"""
DROP = """([name, bytes, type]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([new Uint8Array(bytes)], name, {type}));
  for (const kind of ["dragover", "drop"])
    document.body.dispatchEvent(
      new DragEvent(kind, {dataTransfer: transfer, bubbles: true, cancelable: true}));
}"""


def drop(shown: Shown, name: str, content: bytes) -> None:
    shown.page.evaluate(DROP, [name, list(content), ""])


def wait(shown: Shown, selector: str) -> None:
    shown.page.wait_for_selector(selector, timeout=WAITS)


def send(shown: Shown, *paths: Path) -> None:
    shown.page.set_input_files("#drop input[name=files] >> nth=0", list(paths))


def assert_nothing_left_the_page(shown: Shown, address: str) -> None:
    home = urlsplit(address).netloc
    kinds = {urlsplit(one).scheme for one in shown.requests}
    elsewhere = [
        one for one in shown.requests if urlsplit(one).netloc != home and one[:5] != "data:"
    ]
    assert elsewhere == []
    assert kinds <= {"http", "data", "blob"}
    assert shown.said == []


def test_from_a_dropped_file_to_the_marked_copy(
    browser: Browser, address: str, samples: Path, tmp_path: Path
) -> None:
    content = (samples / SCORE).read_bytes()
    with browser.shows(address) as shown:
        assert "token" not in shown.page.url  # an address that is copied lets nobody in
        drop(shown, "甲局.xlsx", content)
        wait(shown, ".card")
        assert shown.texts("article > .verdict b") == ["需修改"]
        shown.page.click(".card a[href*='c-'], .card header a[href^='#']")
        target = urlsplit(shown.page.url).fragment
        assert shown.is_seen(f"[id='{target}']")
        assert "6" in shown.page.inner_text(f"[id='{target}']")
        with shown.page.expect_download() as taken:
            shown.page.click("text=下载批注件")
        copy = tmp_path / "copy.xlsx"
        source = tmp_path / "甲局.xlsx"
        source.write_bytes(content)
        annotate(check(source), copy)
        assert Path(taken.value.path()).read_bytes() == copy.read_bytes()
        assert taken.value.suggested_filename == "批注-甲局.xlsx"
        assert_nothing_left_the_page(shown, address)


def test_a_mended_return_is_dropped_on_the_result(
    browser: Browser, address: str, samples: Path
) -> None:
    with browser.shows(address) as shown:
        send(shown, samples / SCORE)
        wait(shown, ".card")
        drop(shown, SCORE, (samples / RIGHT).read_bytes())
        wait(shown, ".changes")
        assert "已改好1处" in shown.page.inner_text(".changes")
        assert "不是同一个单位" in shown.page.inner_text(".changes")
        assert_nothing_left_the_page(shown, address)


def test_several_files_show_how_far_it_is_and_each_return(
    browser: Browser, address: str, samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "经济科"
    folder.mkdir()
    shutil.copy(samples / SCORE, folder / "<img src=x onerror=alert(1)>.xlsx")
    shutil.copy(samples / RIGHT, folder / "100%的#?&局.xlsx")
    with browser.shows(address) as shown:
        shown.page.set_input_files("input[webkitdirectory]", folder)
        wait(shown, "#working, table.lines")
        wait(shown, "table.lines")
        assert shown.page.inner_text("h1").startswith("经济科")
        files = shown.texts(".lines tbody .trace")
        assert sorted(shown.texts(".lines tbody .chip")) == ["通过", "需修改"]
        assert all(name.startswith("经济科/") for name in files)
        for number in range(2):
            with shown.page.expect_download() as taken:
                shown.page.click(f".lines tbody tr >> nth={number} >> text=下载批注件")
            assert Path(taken.value.path()).read_bytes()[:2] == b"PK"
        shown.page.click(".lines tbody a >> nth=0")
        wait(shown, "article")
        shown.page.go_back()
        with shown.page.expect_download() as taken:
            shown.page.click("text=全部下载")
        assert taken.value.suggested_filename.endswith(".zip")
        shown.page.click("text=打开汇总页")
        wait(shown, ".ranking")
        shown.page.fill("#q", "侨务")
        assert shown.page.inner_text("#shown").startswith("符合条件")
        assert_nothing_left_the_page(shown, address)


def test_a_run_can_be_stopped(browser: Browser, address: str, samples: Path) -> None:
    with browser.shows(address) as shown:
        send(shown, *sorted((samples / "bulk" / "社会保障科").iterdir()))
        wait(shown, "#working button, table.lines")
        if shown.page.locator("#working button").count():
            shown.page.click("#working button", timeout=WAITS, no_wait_after=True)
        wait(shown, "p.verdict b")
        assert shown.texts("p.verdict b")[0] in ("已停止", "核对完成")


def test_by_keyboard_alone(browser: Browser, address: str, samples: Path) -> None:
    with browser.shows(address) as shown:
        seen = []
        while "files" not in seen[:-1]:  # up to what follows the first place to choose files
            shown.page.keyboard.press("Tab")
            assert shown.page.evaluate(OUTLINED), seen
            seen.append(shown.page.evaluate(FOCUSED))
        assert seen[0] == "跳到正文"
        assert {"绩效评分表核对", "空白表", "编写指标体系"} <= set(seen)
        shown.page.click("text=空白表")
        shown.page.focus("select[name=rulebook]")
        shown.page.keyboard.type("南昌")
        shown.page.keyboard.press("Tab")
        shown.page.keyboard.type("示例市水务局")
        with shown.page.expect_download() as taken:
            shown.page.keyboard.press("Enter")
        assert taken.value.suggested_filename == "示例市水务局.xlsx"
        shown.page.click("text=查指标")
        shown.page.focus("input[name=q]")
        shown.page.keyboard.type("R101")
        shown.page.keyboard.press("Enter")
        wait(shown, ".prose")
        assert "自评得分与复算得分不一致" in shown.page.inner_text(".prose")


def test_a_rulebook_is_checked_while_it_is_typed(browser: Browser, address: str) -> None:
    with browser.shows(address) as shown:
        shown.page.click("text=编写指标体系")
        shown.page.select_option("#of", "nanchang-2017")
        shown.page.click("text=打开")
        wait(shown, "#verdict.passed")
        wait(shown, "#prose h5")
        assert "没有错误" in shown.page.inner_text("#verdict")
        text = shown.page.input_value("#text")
        line = text[: text.index("id = ")].count("\n") + 1
        shown.page.evaluate(TYPE, text.replace("id = ", "idd = ", 1))
        wait(shown, "#verdict.mend")
        numbered = re.escape(f"第{line}行")
        assert re.search(numbered, shown.page.inner_text("#problems"))
        assert str(line) in [one.strip() for one in shown.texts("#numbers b")]
        shown.page.click(f"text=第{line}行 >> nth=0")
        start = shown.page.evaluate("document.getElementById('text').selectionStart")
        assert text[:start].count("\n") + 1 == line
        shown.page.evaluate(TYPE, text)
        wait(shown, "#verdict.passed")
        assert shown.texts("#numbers b") == []
        with shown.page.expect_download() as saved:
            shown.page.click("text=保存文件")
        assert saved.value.suggested_filename == "nanchang-2017.toml"
        assert Path(saved.value.path()).read_text("utf-8") == text
        with shown.page.context.expect_page() as opened:
            shown.page.click("text=看空白表的样子")
        opened.value.wait_for_selector("table.sheet", timeout=WAITS)
        assert_nothing_left_the_page(shown, address)


def test_a_form_dropped_on_the_editor_is_drafted(
    browser: Browser, address: str, root: Path
) -> None:
    blank = (root / "workbook_templates" / "yueyang-2018.xlsx").read_bytes()
    with browser.shows(address) as shown:
        shown.page.click("text=编写指标体系")
        drop(shown, "表式.xlsx", blank)
        wait(shown, "p.verdict.look:not([hidden])")
        assert "起草完成" in "".join(shown.texts("p.verdict.look"))
        assert "[[indicators]]" in shown.page.input_value("#text")


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, {"viewport": PHONE}], ids=str)
def test_every_view_is_readable_for_all(
    browser: Browser, address: str, samples: Path, settings: dict[str, object]
) -> None:
    with browser.shows(address, **settings) as shown:
        home = shown.page.url
        assert shown.serious() == []
        send(shown, samples / SCORE)
        wait(shown, ".card")
        views = [shown.page.url, home, *(home + one for one in (
            "blank", "explain?q=R101", "explain?q=预算", "rulebook?of=nanchang-2017", "runs/0",
        ))]  # fmt: skip
        for view in views:
            shown.page.goto(view)
            if "rulebook" in view:
                wait(shown, "#verdict.passed")
            assert shown.serious() == [], view
            width = shown.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert width <= 0, view


def test_without_script_everything_can_be_done(
    browser: Browser, address: str, samples: Path
) -> None:
    with browser.shows(address, java_script_enabled=False) as shown:
        send(shown, samples / SCORE)
        shown.page.click("#drop button")
        for _ in range(100):
            if shown.page.locator(".card").count():
                break
            shown.page.click("noscript a, a[href^='/runs/']")
        assert shown.texts("article > .verdict b") == ["需修改"]


def test_another_page_gets_nothing(browser: Browser, address: str, tmp_path: Path) -> None:
    host = urlsplit(address).netloc
    page = tmp_path / "evil.html"
    page.write_text(
        f"<form action='http://{host}/folder' method='post'><button>x</button></form>"
        f"<iframe src='http://{host}/'></iframe><script>"
        f"fetch('http://{host}/', {{credentials: 'include'}}).then((a) => a.text()).then("
        "(t) => document.title = t, () => document.title = 'refused')</script>",
        encoding="utf-8",
    )
    with browser.shows(address) as shown:
        evil = shown.page.context.new_page()
        evil.goto(page.as_uri())
        evil.wait_for_function("document.title !== ''")
        assert evil.title() == "refused"
        evil.click("button")
        assert "没有接受" in evil.content()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_what_a_killed_server_left_is_taken_and_removed_by_keyboard(
    browser: Browser, program: tuple[str, ...], samples: Path, tmp_path: Path
) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    command = [*program, "serve", "--no-browser"]

    def serve() -> subprocess.Popen[str]:
        return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", env=environment)

    with serve() as killed:
        assert killed.stdout is not None
        with browser.shows(killed.stdout.readline().strip()) as shown:
            send(shown, samples / SCORE)
            wait(shown, ".card")
        killed.kill()
    with serve() as served:
        assert served.stdout is not None
        with browser.shows(served.stdout.readline().strip()) as shown:
            assert "之前核对的1项还在" in shown.page.inner_text(".left h2")
            assert shown.serious() == []
            with shown.page.expect_download() as taken:
                shown.page.click(".left >> text=全部下载")
            assert "批注" in "".join(zipfile.ZipFile(taken.value.path()).namelist())
            shown.page.click(f".left a >> text={SCORE}")
            wait(shown, ".card")
            shown.page.go_back()
            shown.page.focus(".left .removal summary")
            for key in ("Enter", "Tab", "Enter"):
                shown.page.keyboard.press(key)
            shown.page.wait_for_selector(".left", state="detached", timeout=WAITS)
        served.terminate()
        served.wait()
    assert list(tmp_path.glob("jixiao-serve-*")) == []
