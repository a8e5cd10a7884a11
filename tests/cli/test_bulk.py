"""``jixiao bulk`` and ``jixiao verify``: wrong use and exit codes; the runs are in tests/bulk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.calls import Caller

REFERENCE = "nanchang-2017-waiqiao.xlsx"
FAULTY = "nanchang-2017-score-too-high.xlsx"


@pytest.fixture
def here(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one return in ``报送``, the working directory."""
    (tmp_path / "报送").mkdir()
    shutil.copy(samples / REFERENCE, tmp_path / "报送" / REFERENCE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_bulk_of_the_folder_into_itself_is_wrong_use(call: Caller, here: Path) -> None:
    answer = call("bulk", "报送", "--output", "./报送")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("报送文件夹和输出文件夹不能是同一个")
    assert [path.name for path in (here / "报送").iterdir()] == [REFERENCE]


def test_bulk_needs_an_output_folder(call: Caller, here: Path) -> None:
    answer = call("bulk", "报送")
    assert answer.code == 2
    assert answer.err.startswith("还缺少：--output。")


def test_bulk_into_a_file_is_wrong_use(call: Caller, here: Path) -> None:
    (here / "a.txt").touch()
    assert call("bulk", "报送", "--output", "a.txt").code == 2


def test_bulk_of_a_folder_that_is_not_there_is_code_3(call: Caller, here: Path) -> None:
    answer = call("bulk", "nosuch", "--output", "审核")
    assert (answer.code, answer.out) == (3, "")
    assert not (here / "审核").exists()


def test_bulk_of_a_file_tells_what_to_use_instead(call: Caller, here: Path) -> None:
    answer = call("bulk", f"报送/{REFERENCE}", "--output", "审核")
    assert (answer.code, answer.out) == (3, "")
    assert "单个工作簿请用 jixiao validate 核对" in answer.err


def test_bulk_without_a_workbook_says_so(call: Caller, here: Path) -> None:
    (here / "空").mkdir()
    (here / "空/报送.rar").touch()
    answer = call("bulk", "空", "--output", "审核")
    assert answer.code == 0
    assert answer.out.splitlines()[-1].startswith("没有找到可以核对的工作簿")


def test_bulk_on_a_scheduler_that_is_not_there_writes_nothing(call: Caller, here: Path) -> None:
    pytest.importorskip("distributed")
    answer = call("bulk", "报送", "--output", "审核", "--scheduler", "nosuch")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.splitlines()[1].startswith("连不上调度器 nosuch。")
    assert not (here / "审核").exists()


def test_bulk_with_an_unknown_rulebook_is_wrong_use(call: Caller, here: Path) -> None:
    answer = call("bulk", "报送", "--output", "审核", "--rulebook", "nanchang-2071")
    assert answer.code == 2
    assert "您要用的可能是：nanchang-2017" in answer.err
    assert not (here / "审核").exists()


def test_verify_knows_the_workbook_that_was_checked(
    call: Caller, here: Path, samples: Path
) -> None:
    results = call("validate", f"报送/{REFERENCE}", "--format", "json", "--output", "r.json")
    assert results.code == 0
    sha256 = json.loads((here / "r.json").read_text("utf-8"))["sha256"]
    same = call("verify", f"报送/{REFERENCE}", "r.json")
    assert same.code == 0
    assert sha256 in same.out
    other = call("verify", samples / FAULTY, "r.json")
    assert (other.code, other.out[:3]) == (1, "不是：")


@pytest.mark.parametrize("results", ["nosuch.json", f"报送/{REFERENCE}"])
def test_verify_without_results_is_code_3(call: Caller, here: Path, results: str) -> None:
    answer = call("verify", f"报送/{REFERENCE}", results)
    assert (answer.code, answer.out) == (3, "")


@pytest.mark.parametrize(
    "results",
    [
        "",
        "[]",
        "[1]",
        "[" * 100_000,
        '{"format": "jixiao.check/2"}',
        '{"format": "jixiao.check/1"}',
        '{"format": "jixiao.check/1", "file": "a", "rulebook": [1]}',
    ],
    ids=["empty", "no check", "a number", "deep", "another format", "no name", "no rulebook"],
)
def test_verify_refuses_what_holds_no_results(call: Caller, here: Path, results: str) -> None:
    (here / "r.json").write_text(results, "utf-8")
    answer = call("verify", f"报送/{REFERENCE}", "r.json")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("“r.json”不是核对结果")


def test_verify_tells_what_has_changed_since(call: Caller, here: Path) -> None:
    call("validate", f"报送/{REFERENCE}", "--format", "json", "--output", "r.json")
    then = json.loads((here / "r.json").read_text("utf-8"))
    cases = {
        "现有的指标体系 nanchang-2017 与核对时用的不同": {"id": "nanchang-2017", "sha256": "0"},
        "指标体系 ours 不是程序自带的": {"id": "ours", "sha256": "0"},
        "这个文件当时没有核对成": None,
    }
    for told, rulebook in cases.items():
        changed = {**then, "rulebook": rulebook, "program": "jixiao 0.0.1"}
        (here / "r.json").write_text(json.dumps(changed), "utf-8")
        answer = call("verify", f"报送/{REFERENCE}", "r.json")
        assert answer.code == 0
        assert told in answer.out
        assert "与核对时的版本不同" in answer.out
