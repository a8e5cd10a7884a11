"""A dataclass of ours is one of the library's in all that can be asked of it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property
from typing import Any

import pytest

from jixiao.values import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """Fields of every sort."""

    name: str
    places: tuple[int, ...] = ()
    parts: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)
    twice: str = field(init=False, default="two")

    def __post_init__(self) -> None:
        if self.name == "refused":
            raise ValueError("refused")


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same, by the library."""

    name: str
    places: tuple[int, ...] = ()
    parts: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)
    twice: str = field(init=False, default="two")


@dataclass(frozen=True)
class Loose:
    """Without slots, so that something may be remembered."""

    number: int

    @cached_property
    def double(self) -> int:
        """Twice the number."""
        return 2 * self.number


@dataclass(frozen=True, slots=True)
class Empty:
    """Without fields."""


def test_it_is_made_shown_and_taken_apart_as_by_the_library() -> None:
    ours, theirs = Ours("a", (1, 2), note="n"), Theirs("a", (1, 2), note="n")
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert Ours.__match_args__ == Theirs.__match_args__
    assert [f.name for f in dataclasses.fields(Ours)] == [
        f.name for f in dataclasses.fields(Theirs)
    ]
    assert replace(ours, name="b").name == "b"
    assert ours.parts is not Ours("a").parts
    assert not hasattr(ours, "__dict__")


def test_values_are_equal_by_what_is_compared_and_only_to_their_own_kind() -> None:
    assert Ours("a", note="one") == Ours("a", note="another")
    assert Ours("a") != Ours("b")
    assert Ours("a") != Theirs("a")
    assert hash(Loose(3)) == hash(Loose(3)) == hash((3,))
    assert Empty() == Empty()
    assert len({Loose(1), Loose(1), Loose(2)}) == 2


def test_nothing_of_a_value_can_be_changed() -> None:
    one: Any = Ours("a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"
    with pytest.raises(FrozenInstanceError):
        del one.name
    with pytest.raises(FrozenInstanceError):
        one.other = 1
    assert Loose(4).double == 8


def test_what_is_missing_or_too_much_is_refused() -> None:
    make: Any = Ours
    with pytest.raises(TypeError):
        make()
    with pytest.raises(TypeError):
        make("a", unknown=1)
    with pytest.raises(ValueError, match="refused"):
        Ours("refused")


@pytest.mark.parametrize("one", [Ours("a", (1,), ["x"], "n"), Loose(5), Empty()])
def test_values_survive_copies_and_other_processes(one: Any) -> None:
    for same in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301
        assert same == one
        assert type(same) is type(one)
