from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from jixiao.cli.commands.rulebook_diff import _brief_row
from jixiao.rulebook.explain.diff import (
    ChangeKind,
    compare_rulebooks,
    diff_prose,
    diff_table,
)
from jixiao.rulebook.load import check_rulebook, load_rulebook
from jixiao.rulebook.schema.model import Grade, Indicator, Rulebook

SHAPES = Path(__file__).parents[1] / "shapes.toml"
OLD = load_rulebook("nanchang-2017")


def _with(**changes: dict[str, object]) -> Rulebook:
    """The rulebook with some indicators changed, by id with _ for -; None removes one."""
    by_id = {key.replace("_", "-"): value for key, value in changes.items()}
    indicators: list[Indicator] = []
    for indicator in OLD.indicators:
        change = by_id.get(indicator.id, {})
        if change:
            indicators.append(indicator.changed(**change))
        elif indicator.id not in by_id:
            indicators.append(indicator)
    update = {"id": "next", "name": "下一年", "indicators": tuple(indicators)}
    return OLD.changed(**update)


def test_nothing_changed() -> None:
    found = compare_rulebooks(OLD, _with())
    assert found.changes == ()
    assert diff_prose(found) == f"“下一年”与“{OLD.name}”相比，没有变动。"


def test_each_kind_of_change() -> None:
    new = _with(
        asset_use={"weight": 2},
        disclosure={"name": "信息公开"},
        staff_control={"rate": "posts / staff"},
        satisfaction={"score": OLD.by_id["priority-spending"].score},
        records_quality={"path": ("过程", "资产管理")},
        goal_soundness={},
    ).changed(grades=(Grade(name="优", min=90),))
    found = compare_rulebooks(OLD, new)
    kinds = {(change.kind, change.id) for change in found.changes}
    assert kinds == {
        (ChangeKind.REGRADED, ""),
        (ChangeKind.REWEIGHTED, "asset-use"),
        (ChangeKind.RENAMED, "disclosure"),
        (ChangeKind.RERATED, "staff-control"),
        (ChangeKind.RESCORED, "satisfaction"),
        (ChangeKind.MOVED, "records-quality"),
        (ChangeKind.REMOVED, "goal-soundness"),
    }


def test_told_in_prose_and_as_a_table() -> None:
    found = compare_rulebooks(OLD, _with(asset_use={"weight": 2, "clause": "新办法第3条"}))
    assert diff_prose(found).splitlines() == [
        f"“下一年”与“{OLD.name}”相比，共有1处变动。",
        "调整分值（1处）：",
        "  1. “固定资产利用率”：由“3分”改为“2分”。依据：新办法第3条。",
    ]
    assert diff_table(found) == [
        ("变动", "指标", "原规定", "新规定", "依据条款"),
        ("调整分值", "固定资产利用率", "3分", "2分", "新办法第3条"),
    ]


def test_same_row_under_another_id_is_matched_by_its_name() -> None:
    found = compare_rulebooks(OLD, _with(asset_use={"id": "fixed-assets"}))
    assert found.changes == ()


def test_a_name_with_quotes_is_told_with_inner_quotes() -> None:
    new = _with(sangong_change={"score": OLD.by_id["priority-spending"].score})
    told = diff_prose(compare_rulebooks(OLD, new)).splitlines()[2]
    assert told.startswith("  1. “‘三公经费’变动率”：由“不超过0%得3分；")


def _laid(folder: Path, name: str, change: Callable[[str], str]) -> Rulebook:
    file = folder / f"{name}.toml"
    file.write_text(change(SHAPES.read_text(encoding="utf-8")), encoding="utf-8")
    return check_rulebook(file)


def _changes(folder: Path, change: Callable[[str], str]) -> list[tuple[ChangeKind, str, str]]:
    older, newer = _laid(folder, "old", str), _laid(folder, "new", change)
    found = compare_rulebooks(older, newer).changes
    return [(c.kind, c.before, c.after) for c in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"\bdone\b", "finished"),  # inputs under other ids
        (r"\bfaults\b", "problems"),
        (r"\bhas_rules\b", "rules_exist"),
        (r"\bquality\b", "verdict_of_acceptance"),
        (r'((?:group|{ id) = )"equal"', r'\1"alike"'),  # a group under another id
        (r"\br16-receiver\b|\br16-taker\b", "r16-other"),
        (r'">= 95%"', '"≥95%"'),  # the same range in other signs
        (r"done / planned", "done/planned"),
    ],
)
def test_another_id_or_spelling_is_no_difference(tmp_path: Path, old: str, new: str) -> None:
    assert _changes(tmp_path, lambda text: re.sub(old, new, text, flags=re.MULTILINE)) == []


def test_a_formula_behind_the_same_words_is_told(tmp_path: Path) -> None:
    found = _changes(tmp_path, lambda text: text.replace('formula = "x",', 'formula = "x * 1",'))
    assert found == [
        (
            ChangeKind.RESCORED,
            "每次表彰加1分，最多加5分。公式：x。",
            "每次表彰加1分，最多加5分。公式：x × 1。",
        )
    ]


def test_tables_show_the_words_that_differ() -> None:
    old = "不超过10%得6分；超过10%的，每超1个百分点扣0.3分（不足的不计），扣完为止"
    new = old.replace("0.3", "0.4")
    row = _brief_row("调整评分标准", "结转结余率", old, new, "财预〔2013〕53号附件第9项" * 3)
    assert "0.3" in row[2]
    assert "0.4" in row[3]
    assert all(len(cell) <= 26 for cell in row)
