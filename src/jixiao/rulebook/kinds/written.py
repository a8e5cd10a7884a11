"""What rulebooks are written with: the base of all their values, ranges, amounts, tiers, policies.

Scores are points. Ranges and targets are about the indicator's rate and may be written with ``%``.

All values of a rulebook are plain frozen dataclasses, so that one that has been validated is kept
and loaded again without pydantic; what pydantic must know of them is asked for only when a file is
validated.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, Self, dataclass_transform

from jixiao.rulebook.ranges import parse_amount, parse_range


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(dataclasses.field,)
)
class Written:
    """Base of everything in a rulebook: frozen, given by keyword; a file may hold no other keys."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    _keys: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        # what is the same for all is written once below: every generated method costs at start
        dataclasses.dataclass(frozen=True, kw_only=True, eq=False, repr=False)(cls)
        cls._keys = tuple(_fields(cls))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, key) == getattr(other, key) for key in self._keys)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, key) for key in self._keys)))

    def __repr__(self) -> str:
        values = ", ".join(f"{key}={getattr(self, key)!r}" for key in self._keys)
        return f"{type(self).__name__}({values})"

    @classmethod
    def key_names(cls) -> tuple[str, ...]:
        """List the keys that a file may give."""
        return cls._keys

    def changed(self, **changes: object) -> Self:
        """Give the same with some values changed; nothing prepared from it is taken over."""
        kept = {key: getattr(self, key) for key in self._keys}
        return type(self)(**{**kept, **changes})

    def content(self, *, is_sparse: bool = False, without: Collection[str] = ()) -> dict[str, Any]:
        """Give it as a file would: mappings, tuples and plain values; sparse without defaults."""
        return {
            name: _plain(value, is_sparse=is_sparse)
            for name, field in _fields(type(self)).items()
            if name not in without
            for value in [getattr(self, name)]
            if not is_sparse or value != _default(field)
        }


def _fields(kind: type[Written]) -> dict[str, dataclasses.Field[Any]]:
    return {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]


def _default(field: dataclasses.Field[Any]) -> object:
    made = field.default_factory
    return field.default if made is dataclasses.MISSING else made()


def _plain(value: object, *, is_sparse: bool) -> object:
    if isinstance(value, Written):
        return value.content(is_sparse=is_sparse)
    if isinstance(value, tuple):
        return tuple(_plain(one, is_sparse=is_sparse) for one in value)
    if isinstance(value, dict):
        return {key: _plain(one, is_sparse=is_sparse) for key, one in value.items()}
    return value


class Prepared:
    """Let pydantic pass a value through ``prepare`` before its type is checked."""

    def __init__(self, prepare: Callable[[object], object]) -> None:
        self._prepare = prepare

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self._prepare, handler(source))


class ByKind:
    """Let pydantic choose among the members of a union by their ``kind``."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic import Field

        return handler.generate_schema(Annotated[source, Field(discriminator="kind")])


def _range(written: object) -> object:
    if isinstance(written, str):
        parse_range(written)
    return written


def _amount(written: object) -> object:
    if isinstance(written, str):
        exact = parse_amount(written)
        return Decimal(exact.numerator) / Decimal(exact.denominator)
    return written


RangeText = Annotated[str, Prepared(_range)]
Amount = Annotated[Decimal, Prepared(_amount)]
Mode = Literal["whole", "started", "prorata"]
Elsewhere = Literal["ask", "zero", "full"]


class WrittenRule(Written):
    """Base of all kinds and their parts.

    ``scores_a_rate``: the rule needs the indicator's ``rate``. ``fits_free_rows``: it can score
    rows that a department names itself.
    """

    scores_a_rate: ClassVar[bool] = False
    fits_free_rows: ClassVar[bool] = False


class Tier(WrittenRule):
    """A qualitative tier; ``share`` is a range of the weight."""

    name: str
    share: RangeText
