"""Make content whole enough to be audited although parts of it do not fit.

Every error is reported once, from the content as written; what is put in its place only lets the
other audits run, and what they say of a mended entry is left out where it could be a consequence.
"""

from __future__ import annotations

import copy
import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from jixiao.rulebook.kinds import Written
from jixiao.rulebook.misfits import ContentPath
from jixiao.rulebook.schema import Rulebook
from jixiao.rulebook.source.overlay import Content

ROUNDS = 4  # a table put in for a missing one may lack keys of its own
UNKNOWN = "unexpected_keyword_argument"  # what pydantic calls an unknown key
_JUDGED = {"kind": "judged"}

W = TypeVar("W", bound=Written)

PlaceOf = Callable[[Sequence[str | int]], ContentPath]
ModelAt = Callable[[Sequence[str | int]], type[Written]]


@dataclass(frozen=True, slots=True)
class Recovered:
    """A rulebook built from mended content; ``places`` are where more than a key was dropped."""

    rulebook: Rulebook
    places: tuple[ContentPath, ...]


_ADAPTERS: dict[type[Written], TypeAdapter[Any]] = {}


def validated(kind: type[W], content: Content) -> W:
    """Build a value of a rulebook out of what a file holds; pydantic's error where it cannot."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return cast("W", _ADAPTERS[kind].validate_python(content))


def recover(
    content: Content, errors: Sequence[ErrorDetails], *, place_of: PlaceOf, model_at: ModelAt
) -> Recovered | None:
    """Drop unknown keys and bad values, fill what is missing; None where that does not suffice."""
    serious = [place_of(e["loc"]) for e in errors if e["type"] != UNKNOWN]
    mended = copy.deepcopy(content)
    for _ in range(ROUNDS):
        for error in errors:
            _mend_one(mended, place_of(error["loc"]), error, model_at)
        try:
            rulebook = validated(Rulebook, mended)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            continue
        return Recovered(rulebook, tuple(serious))
    return None


def _mend_one(content: Content, at: ContentPath, error: ErrorDetails, model_at: ModelAt) -> None:
    is_unknown = error["type"] == UNKNOWN
    if not is_unknown and "score" in at:
        at = at[: at.index("score") + 1]
        _put(content, at, dict(_JUDGED))
    elif error["type"] == "missing":
        _put(content, at, _filler(model_at(error["loc"][:-1]), str(at[-1])))
    elif at and isinstance(at[-1], int):
        _put(content, at, {})
    else:
        _take_away(content, at)


def _holder(content: Content, at: ContentPath) -> Any:
    """What holds the value at a place; None where the way there is broken."""
    here: Any = content
    try:
        for part in at[:-1]:
            here = here[part]
    except (KeyError, IndexError, TypeError):
        return None
    return here


def _put(content: Content, at: ContentPath, value: object) -> None:
    holder = _holder(content, at)
    if isinstance(holder, dict):
        holder[str(at[-1])] = value
    elif isinstance(holder, list) and isinstance(at[-1], int) and at[-1] < len(holder):
        holder[at[-1]] = value


def _take_away(content: Content, at: ContentPath) -> None:
    holder = _holder(content, at)
    if isinstance(holder, dict):
        holder.pop(at[-1], None)


def _filler(model: type[Written], key: str) -> object:
    """Something that fits a required key."""
    annotation = typing.get_type_hints(model)[key]
    origin = typing.get_origin(annotation)
    if key == "score" and model.__module__.endswith(".model"):
        return dict(_JUDGED)
    if origin is typing.Literal:
        return typing.get_args(annotation)[0]
    if origin is tuple:
        return []
    if annotation in (Decimal, int, float) or origin in (types.UnionType, typing.Union):
        return 0
    return "" if annotation is str else {}
