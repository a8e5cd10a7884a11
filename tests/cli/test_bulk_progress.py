from __future__ import annotations

import pytest

from jixiao.bulk import Progress
from jixiao.cli.commands.bulk_progress import progress


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
