from __future__ import annotations

from jixiao.rulebook.explain.diff import (
    ChangeKind,
    compare_rulebooks,
    diff_prose,
    diff_table,
)
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.schema.model import Grade, Indicator, Rulebook

OLD = load_rulebook("nanchang-2017")


def _with(**changes: dict[str, object]) -> Rulebook:
    """The rulebook with some indicators changed, by id with _ for -; None removes one."""
    by_id = {key.replace("_", "-"): value for key, value in changes.items()}
    indicators: list[Indicator] = []
    for indicator in OLD.indicators:
        change = by_id.get(indicator.id, {})
        if change:
            indicators.append(indicator.model_copy(update=change))
        elif indicator.id not in by_id:
            indicators.append(indicator)
    update = {"id": "next", "name": "下一年", "indicators": tuple(indicators)}
    return OLD.model_copy(update=update)


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
    ).model_copy(update={"grades": (Grade(name="优", min=90),)})
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
