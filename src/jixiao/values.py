"""Frozen dataclasses whose methods are made when they are first used.

A start of the program declares some two hundred dataclasses and uses few of them; the library
writes and compiles five functions for each. Here ``dataclass(frozen=True)`` compiles none: what
compares and shows is shared, and ``__init__`` is written when the first instance is made, over the
slots themselves, which takes half the time of the library's. All else is the library's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 (given on)
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, **options):
        """Declare a dataclass, as the library's decorator of that name does."""

        def declare(asked):
            bases = asked.__mro__[1:]
            if not frozen or options or any(dataclasses.is_dataclass(base) for base in bases):
                return dataclasses.dataclass(asked, frozen=frozen, slots=slots, **options)
            return _declared(asked, slots=slots)

        return declare if cls is None else declare(cls)


def _declared(asked: Any, *, slots: bool) -> Any:
    """Let the library gather the fields, and add the methods."""
    own = set(vars(asked))
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(asked)
    for setting in ("init", "repr", "eq", "frozen"):
        setattr(made.__dataclass_params__, setting, True)
    fields = dataclasses.fields(made)
    methods = {
        "__init__": _first_init(made),
        "__repr__": _repr(tuple(f.name for f in fields if f.repr)),
        "__eq__": _equal(tuple(f.name for f in fields if f.compare)),
        "__hash__": _hash(
            tuple(f.name for f in fields if (f.compare if f.hash is None else f.hash))
        ),
        **_refusals(made, frozenset(f.name for f in fields)),
    }
    if slots:
        methods |= {"__getstate__": _state, "__setstate__": _set_state}
    for name, method in methods.items():
        if name not in own:
            method.__name__, method.__qualname__ = name, f"{made.__qualname__}.{name}"
            setattr(made, name, method)
    return made


def _first_init(made: Any) -> Callable[..., None]:
    """Write ``__init__`` when it is first called."""

    def first(self: Any, *args: Any, **kwargs: Any) -> None:
        made.__init__ = _init(made)
        made.__init__(self, *args, **kwargs)

    return first


def _init(made: Any) -> Any:
    """Compile the ``__init__`` of a class: a line for each field."""
    absent = object()
    names: dict[str, Any] = {"absent": absent, "put": object.__setattr__}
    usual: list[str] = []
    by_name: list[str] = []
    lines: list[str] = []
    for f in dataclasses.fields(made):
        value = f.name
        if f.default is not dataclasses.MISSING:
            names[f"default_{f.name}"] = f.default
            value = f.name if f.init else f"default_{f.name}"
        elif f.default_factory is not dataclasses.MISSING:
            names[f"make_{f.name}"] = f.default_factory
            made_of = f"make_{f.name}()"
            value = f"{made_of} if {f.name} is absent else {f.name}" if f.init else made_of
        elif not f.init:
            continue
        if f.init:
            parameters = by_name if f.kw_only else usual
            parameters.append(f.name + _default(f))
        slot = vars(made).get(f.name)
        if hasattr(slot, "__set__"):
            names[f"put_{f.name}"] = slot.__set__
            lines.append(f" put_{f.name}(self, {value})")
        else:
            lines.append(f" put(self, {f.name!r}, {value})")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    head = ", ".join(["self", *usual, *(["*", *by_name] if by_name else [])])
    source = "\n".join([f"def __init__({head}):", *(lines or [" pass"])])
    exec(source, names)  # noqa: S102 (made of the names of fields, as the library does)
    return names["__init__"]


def _default(field: Any) -> str:
    if field.default is not dataclasses.MISSING:
        return f"=default_{field.name}"
    return "=absent" if field.default_factory is not dataclasses.MISSING else ""


def _repr(names: tuple[str, ...]) -> Callable[[Any], str]:
    def shown_whole(self: Any) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({shown})"

    return shown_whole


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _equal(names: tuple[str, ...]) -> Callable[[Any, object], Any]:
    values = _values(names)

    def equals(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    return equals


def _hash(names: tuple[str, ...]) -> Callable[[Any], int]:
    values = _values(names)

    def hashed(self: Any) -> int:
        return hash(values(self))

    return hashed


def _refusals(made: Any, names: frozenset[str]) -> dict[str, Callable[..., None]]:
    """Refuse to change or delete what is a field, and whatever else of this very class."""

    def refuse_setting(self: Any, name: str, value: Any) -> None:
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    def refuse_deleting(self: Any, name: str) -> None:
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    return {"__setattr__": refuse_setting, "__delattr__": refuse_deleting}


def _state(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for f, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)
