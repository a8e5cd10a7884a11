"""What is dropped on a starter is checked beside where it is, and the page is opened."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

ROOT = Path(__file__).parents[2]
GOOD = "nanchang-2017-waiqiao.xlsx"
FAULTY = "nanchang-2017-score-too-high.xlsx"


@pytest.fixture(scope="module")
def dropped() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dropped", ROOT / "launch" / "dropped.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def home(tmp_path: Path, samples: Path) -> Path:
    folder = tmp_path / "我的 表"
    folder.mkdir()
    for name in (GOOD, FAULTY):
        shutil.copy(samples / name, folder)
    return folder


def opened(addresses: list[str]) -> Path:
    (address,) = addresses
    return page_at(address)


def page_at(address: str) -> Path:
    return Path(url2pathname(urlsplit(address).path))


def test_a_workbook_gets_a_page_and_a_marked_copy_beside_it(
    dropped: ModuleType, home: Path
) -> None:
    shown: list[str] = []
    assert dropped.check([str(home / FAULTY)], sys.executable, shown.append) == 1
    page = opened(shown)
    assert page.parent.parent == home
    assert {path.name for path in page.parent.iterdir()} == {"核对结果.html", f"标注-{FAULTY}"}
    assert "需修改" in page.read_text("utf-8")


def test_several_workbooks_and_again_replace_nothing(dropped: ModuleType, home: Path) -> None:
    shown: list[str] = []
    names = [str(home / GOOD), str(home / FAULTY)]
    for _ in range(2):
        assert dropped.check(names, sys.executable, shown.append) == 1
    first, second = map(page_at, shown)
    assert first != second
    assert {path.name for path in (second.parent / "标注").iterdir()} == {GOOD, FAULTY}


def test_a_folder_gets_its_results_beside_it(dropped: ModuleType, home: Path) -> None:
    shown: list[str] = []
    dropped.check([str(home)], sys.executable, shown.append)
    assert opened(shown) == home.parent / "我的 表-核对结果" / "report.html"
    assert not any("核对结果" in path.name for path in home.iterdir())


def test_an_old_workbook_gets_a_new_one_as_its_marked_copy(
    dropped: ModuleType, samples: Path, tmp_path: Path
) -> None:
    shutil.copy(samples / "bulk" / "行政政法科" / "示例市信访局.xls", tmp_path)
    shown: list[str] = []
    dropped.check([str(tmp_path / "示例市信访局.xls")], sys.executable, shown.append)
    assert (opened(shown).parent / "标注-示例市信访局.xls.xlsx").is_file()


def test_what_is_no_workbook_is_said_on_the_page(dropped: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "说明.txt").write_text("不是工作簿", "utf-8")
    shown: list[str] = []
    assert dropped.check([str(tmp_path / "说明.txt")], sys.executable, shown.append) == 3
    assert "未能检查" in opened(shown).read_text("utf-8")


def test_one_that_cannot_be_read_does_not_keep_the_others_from_their_copies(
    dropped: ModuleType, home: Path
) -> None:
    (home / "说明.txt").write_text("不是工作簿", "utf-8")
    shown: list[str] = []
    names = [str(home / FAULTY), str(home / "说明.txt")]
    assert dropped.check(names, sys.executable, shown.append) == 3
    page = opened(shown)
    assert "共2个文件" in page.read_text("utf-8")
    assert [path.name for path in (page.parent / "标注").iterdir()] == [f"标注-1-{FAULTY}"]


def test_names_that_windows_cuts_are_found_in_its_command_line(
    dropped: ModuleType, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = home.parent / "a&b.xlsx"
    shutil.copy(home / GOOD, odd)
    line = f'cmd.exe /c ""{home}/启动.bat" {odd} "{home / FAULTY}""'
    assert list(dropped.from_line(line)) == [odd, home / FAULTY]
    monkeypatch.setenv("JIXIAO_DROPPED", line)
    shown: list[str] = []
    dropped.check([str(home.parent / "a")], sys.executable, shown.append)
    assert "2个文件" in opened(shown).read_text("utf-8")


def test_nothing_there_is_said(dropped: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dropped.check(["没有.xlsx"], sys.executable) == 2
    assert "没有找到拖进来的文件：没有.xlsx" in capsys.readouterr().err
