"""The lint says nothing of a sound workbook and sees each deliberate breakage."""

from __future__ import annotations

import functools

import pytest

from validators.breakages import BREAKAGES, Breakage, broken, sound
from validators.lint import broken_rules

UNSEEN = {"formula that none can read", "function of no such name"}
whole = functools.cache(sound)


def test_a_sound_workbook_breaks_no_rule() -> None:
    assert broken_rules(whole()) == {}


def test_breakages_are_many_and_those_that_nobody_sees_are_known() -> None:
    names = [breakage.name for breakage in BREAKAGES]
    assert len(set(names)) == len(names) > 40
    assert {b.name for b in BREAKAGES if b.seen_by == "nobody"} == UNSEEN


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_a_breakage_is_seen(breakage: Breakage) -> None:
    found = broken_rules(broken(whole(), breakage))
    assert bool(found) == ("lint" in breakage.seen_by.split())
