"""Every code has one raiser, every raiser a code, and what is declared is what the source does."""

from __future__ import annotations

import ast
import importlib
import re
from collections import Counter
from pathlib import Path

import pytest

from jixiao.checking.checks.register import CheckCase, check, checks_in_order, declared_codes
from jixiao.finding.registry import entries

SOURCE = Path(__file__).parents[2] / "src" / "jixiao"
ROOMS = (
    "workbook",
    "scoresheet",
    "checking/diagnosis",
    "checking/previous",
    "checking/waivers",
    "narrative",
    "bulk",
    "cli",
    "survey",
    "writing",
)
CODE = re.compile(r"[FSDRTCXENB]\d{3}")
READERS = {  # modules that look at codes which others raise
    "bulk/archive.py",  # says in the words of archives what the package's own gate found
    "checking/assess.py",  # drops what the figures settle
    "checking/remedies.py",  # what to do where a formula works a value out
    "checking/diagnosis/codes.py",  # what there is to explain
    "checking/fixing/candidates.py",  # results that are out of date, to be worked out again
    "checking/self_check.py",  # tells several scoresheets from none
    "checking/run.py",  # tells several scoresheets from none
    "reporting/text.py",
    "writing/folder_page/page.py",  # departments without a return have a part of their own
}


def declared() -> dict[str, tuple[str, ...]]:
    rooms = {
        f"{room}.raised": importlib.import_module(f"jixiao.{room.replace('/', '.')}.raised")
        for room in ROOMS
    }
    return {name: module.RAISES for name, module in rooms.items()} | declared_codes()


def raised_in(path: Path) -> set[str]:
    """The codes that a module names other than to compare with them or to declare them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out: set[int] = set()
    for node in ast.walk(tree):
        is_declaration = (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("check", "raises")
        )
        if is_declaration or isinstance(node, ast.Compare):
            left_out |= {id(inner) for inner in ast.walk(node)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
        and id(node) not in left_out
    }


def modules(folder: str) -> list[Path]:
    return [p for p in sorted((SOURCE / folder).rglob("*.py")) if p.name != "raised.py"]


def test_every_code_of_the_catalogue_has_exactly_one_raiser() -> None:
    claimed = Counter(code for codes in declared().values() for code in codes)
    assert {code: n for code, n in claimed.items() if n > 1} == {}
    assert set(claimed) == {entry.code for entry in entries()}


def test_every_raiser_has_a_code() -> None:
    assert [name for name, codes in declared().items() if not codes] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_raises_what_it_declares(room: str) -> None:
    found: set[str] = set()
    for path in modules(room):
        if path.relative_to(SOURCE).as_posix() not in READERS:
            found |= raised_in(path)
    assert found == set(declared()[f"{room}.raised"])


def test_a_check_raises_what_it_declares() -> None:
    by_module: dict[str, set[str]] = {}
    for name, codes in declared_codes().items():
        by_module.setdefault(name.split(".")[-2], set()).update(codes)
    raised = {path.stem: found for path in modules("checking/checks") if (found := raised_in(path))}
    assert raised == by_module


def test_nothing_else_raises() -> None:
    rooms = (*ROOMS, "checking/checks", "finding")
    others = [
        path.relative_to(SOURCE).as_posix()
        for path in modules(".")
        if not path.relative_to(SOURCE).as_posix().startswith(rooms) and raised_in(path)
    ]
    assert set(others) <= READERS


def test_a_code_cannot_be_claimed_twice() -> None:
    first = checks_in_order()[0]

    def other(case: CheckCase) -> list[object]:
        return [case]

    with pytest.raises(ValueError, match=first.codes[0]):
        check(codes=first.codes[:1])(other)  # type: ignore[arg-type]
