from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.bulk import Progress
from jixiao.cli.commands.bulk_progress import announce, progress


def test_once_stopping_returns_that_finish_meanwhile_are_not_spoken_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stopping: list[bool] = []
    with progress("zh", lambda: bool(stopping)) as notify:
        notify(Progress(0, 20, ""))
        notify(Progress(2, 20, "甲.xlsx"))
        stopping.append(True)
        notify(Progress(4, 20, "乙.xlsx"))
    assert capsys.readouterr().err.splitlines() == ["要核对 20 份。", "已核对 2/20"]


def test_the_first_figure_is_what_lies_in_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("甲.xlsx", "乙.xls", "~$甲.xlsx", "说明.txt", "丙.zip"):
        (tmp_path / name).touch()
    announce(tmp_path, (tmp_path / "乙.xls",), "zh")
    assert capsys.readouterr().err == "文件夹里有 1 份工作簿、1 个压缩包，正在准备核对。\n"
