"""Where annotated copies go, and what becomes of those whose return is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.bulk.copies import CopyPlaces, Settled, name_copies, settle_copies, sweep_copies
from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import Ledger


@pytest.mark.parametrize(
    ("relatives", "names"),
    [
        (("a.xlsx", "b.XLSM", "c.xls"), ("a.xlsx", "b.XLSM", "c.xls.xlsx")),
        (("a.xls", "a.xls.xlsx"), ("a.xls(2).xlsx", "a.xls.xlsx")),
        (("b.et", "b.et.xlsx", "b.et(2).xlsx"), ("b.et(3).xlsx", "b.et.xlsx", "b.et(2).xlsx")),
        (("甲/a.xls", "乙/a.xls"), ("甲/a.xls.xlsx", "乙/a.xls.xlsx")),
        (("z.zip/a.xlsx", "z.zip/a.xlsx/b.xlsx"), ("z.zip/a(2).xlsx", "z.zip/a.xlsx/b.xlsx")),
    ],
)  # fmt: skip
def test_no_two_returns_share_a_copy(relatives: tuple[str, ...], names: tuple[str, ...]) -> None:
    found = name_copies(reversed(relatives))
    assert tuple(found[name] for name in relatives) == tuple(f"annotated/{n}" for n in names)


def written(output: Path, name: str) -> tuple[str, str]:
    copy = output / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(name)
    return name, sha256_of(copy)


def test_only_copies_nobody_changed_are_removed(tmp_path: Path) -> None:
    names = [f"annotated/{name}.xlsx" for name in ("好", "改", "甲/旧", "乙/旧改", "丢")]
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.record_outputs([*(written(tmp_path, n) for n in names), ("summary.xlsx", "x")])
        for name in (names[1], names[3]):
            (tmp_path / name).write_text("复核得分")
        (tmp_path / names[4]).unlink()
        wanted = {names[0]: "好.xlsx", names[1]: "改.xlsx"}
        found = settle_copies(ledger, tmp_path, wanted, changed={names[1], names[3]})
        assert found == Settled(kept=(names[1],), stale=(names[3],), removed=(names[2],))
        assert sorted(ledger.outputs()) == sorted([*names[:2], "summary.xlsx"])
        assert settle_copies(ledger, tmp_path, wanted, {names[1]}) == Settled((names[1],))
    assert not (tmp_path / "annotated/甲").exists()
    assert (tmp_path / names[3]).read_text() == "复核得分"


def test_what_a_killed_run_left_half_written_is_swept(tmp_path: Path) -> None:
    (tmp_path / ".jixiao-work").mkdir()
    for name in (".jixiao-1.xlsx", ".jixiao-work/0.xlsx"):
        (tmp_path / name).touch()
    written(tmp_path, "annotated/甲/.jixiao-2.part")
    written(tmp_path, "annotated/甲/a.xlsx")
    sweep_copies(tmp_path)
    assert sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()) == [
        "annotated/甲/a.xlsx"
    ]


def test_a_new_return_gets_a_copy_beside_the_one_that_was_reviewed(tmp_path: Path) -> None:
    name = "annotated/甲.xlsx"
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.record_outputs([written(tmp_path, name)])
        ledger.record_sources([(name, "old")])

        def chosen(now: str | None) -> str:
            places = CopyPlaces(ledger, tmp_path, {"甲.xlsx": name})
            return places.choose("甲.xlsx", lambda: now)

        assert chosen("new") == name  # nobody changed it
        (tmp_path / name).write_text("复核得分")
        assert [chosen("old"), chosen("new"), chosen(None)] == [
            name, "annotated/甲(2).xlsx", name,
        ]  # fmt: skip
        ledger.forget_outputs([name])  # told once, and left to whoever typed into it
        assert chosen("new") == "annotated/甲(2).xlsx"
        (tmp_path / name).unlink()
        assert chosen("new") == name
