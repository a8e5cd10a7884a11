"""``jixiao rulebook draft``: a form becomes a rulebook file that the other commands take."""

from __future__ import annotations

import builtins
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.cli.calls import Caller

from drafting.forms import SCORES, indicator_sheet, word_document


def test_a_form_goes_all_the_way(call: Caller, tmp_path: Path) -> None:
    form, file = indicator_sheet(tmp_path / "form.xlsx", SCORES), tmp_path / "own.toml"
    drafted = call("rulebook", "draft", form, "--output", file, "--id", "shishi-2026")
    assert (drafted.code, drafted.err) == (0, f"已写出：{file}\n")
    head, asks, first, *_, last = drafted.out.splitlines()
    assert head == (
        "“示例市部门整体支出绩效评价评分表”（shishi-2026）已起草：5行，其中5行有评分标准；"
        "读懂4行，由人评判1行。"
    )
    assert asks == "要由人决定的有5类："
    assert first == "  1. 不足一步（如不足一个百分点）的怎么算？（在职人员控制率、预算完成率）"
    assert last.startswith("接下来：")

    checked = call("rulebook", "check", file)
    head, *lines = checked.out.splitlines()
    asked = [line for line in lines if line.startswith(f"{file}:")]
    assert (checked.code, len(asked)) == (0, 7)
    assert head.startswith("“示例市部门整体支出绩效评价评分表”（shishi-2026）是草稿，可以试用：5行")
    assert "8个算例都算得通；还有7处要由人决定" in head
    number = int(asked[0].removeprefix(f"{file}:").partition(" ")[0])
    assert "请定：" in file.read_text("utf-8").splitlines()[number - 1]

    assert call("template", file, "--output", tmp_path / "blank.xlsx").code == 0
    told = call("validate", form, "--rulebook", file, "--format", "json")
    assert (told.code, json.loads(told.out)["rulebook"]["id"]) == (0, "shishi-2026")
    explained = call("explain", "预算完成率", "--rulebook", file).out
    assert "评分标准（原文）：完成率≥95%得10分" in explained
    assert "程序的算法：达到95%得10分" in explained


def test_without_output_the_file_is_printed(call: Caller, tmp_path: Path) -> None:
    form = indicator_sheet(tmp_path / "form.xlsx")
    told = call("rulebook", "draft", form)
    assert told.code == 0
    assert told.out.startswith("# 由“form.xlsx”起草。")
    assert '\nid = "form"\n' in told.out
    assert "要由人决定的有5类：" in told.err


def test_nothing_is_overwritten_and_endings_are_held(call: Caller, tmp_path: Path) -> None:
    form, file = indicator_sheet(tmp_path / "form.xlsx"), tmp_path / "own.toml"
    file.write_text("mine", "utf-8")
    assert call("rulebook", "draft", form, "--output", file).code == 2
    assert file.read_text("utf-8") == "mine"
    assert call("rulebook", "draft", form, "--output", file, "--force").code == 0
    assert call("rulebook", "draft", form, "--output", tmp_path / "x.txt").code == 2
    assert call("rulebook", "draft", form, "--id", "示例").code == 2


def test_a_file_without_a_form_is_told(call: Caller, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.save(tmp_path / "empty.xlsx")
    told = call("rulebook", "draft", tmp_path / "empty.xlsx")
    assert (told.code, told.out) == (3, "")
    assert "里没有找到评分表、目标表或资金表" in told.err
    (tmp_path / "no.pdf").write_bytes(b"%PDF-1.7")
    told = call("rulebook", "draft", tmp_path / "no.pdf")
    assert (told.code, "怎么改：" in told.err) == (3, True)


def test_a_document_says_how_to_install_what_reads_it(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = word_document(tmp_path / "form.docx")
    assert call("rulebook", "draft", form).code == 0
    usual = builtins.__import__

    def without(
        name: str,
        globals_: Mapping[str, object] | None = None,
        locals_: Mapping[str, object] | None = None,
        names: Sequence[str] = (),
        level: int = 0,
    ) -> Any:
        if name.partition(".")[0] == "docx":
            raise ImportError(name)
        return usual(name, globals_, locals_, names, level)

    monkeypatch.setattr(builtins, "__import__", without)
    told = call("rulebook", "draft", form)
    assert (told.code, told.out) == (3, "")
    assert 'pip install "jixiao[docx]"' in told.err
