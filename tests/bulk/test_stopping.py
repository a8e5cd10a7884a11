"""A run that is asked to stop answers, keeps what is finished, and goes on from there."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao.bulk.batch import _chunks
from jixiao.bulk.ledger import Ledger

BULK = Path(__file__).parents[2] / "samples" / "bulk"


def test_chunks_begin_with_single_returns_and_grow() -> None:
    sizes = [len(chunk) for chunk in _chunks(range(60), 12, 2)]  # type: ignore[arg-type]
    assert sizes == [1, 1, 2, 2, 4, 4, 8, 8, 12, 12, 6]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="signals of this kind")
@pytest.mark.parametrize("name", ["SIGINT", "SIGHUP"])
def test_ctrl_c_and_a_closed_window_keep_what_is_finished(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "报送"
    folder.mkdir()
    for number in range(30):
        shutil.copy(BULK / "企业科/示例市商务局.xlsx", folder / f"{number:02d}.xlsx")
    output = tmp_path / "out"
    command = [sys.executable, "-m", "jixiao", "bulk", folder, "--output", output, "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as run:
        assert run.stderr is not None
        assert run.stderr.readline() == "文件夹里有 30 份工作簿，正在准备核对。\n"
        assert run.stderr.readline() == "要核对 30 份。\n"
        assert run.stderr.readline().startswith("已核对 3/30")
        run.send_signal(getattr(signal, name))
        said = run.stderr.read()
    assert run.returncode == 3
    before, _, after = said.partition("正在停下……\n")
    assert after == "已停止。核对过的都已记下；再运行同一条命令，从这里接着做。\n"
    assert "已停止" not in before
    assert "Traceback" not in said
    assert "Warning" not in said
    assert not (output / "summary.xlsx").exists()
    with Ledger(output / "ledger.sqlite") as ledger:
        kept = len(ledger.keys())
    assert 3 <= kept < 30
    again = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False
    )
    assert f"本次核对 {30 - kept} 份，未变动沿用 {kept} 份" in again.stdout
