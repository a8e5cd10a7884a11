"""The front door of a package: names listed once, each fetched from its module when first used.

Importing a package loads none of its modules, so that ``jixiao --help`` stays quick; importing a
name from it loads the module that the name lives in and what that one needs.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping
from typing import Any


def front_door(
    package: str, names: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """Give ``__getattr__``, ``__dir__`` and ``__all__`` of a package.

    ``names`` maps each public name to the module or inner package, below ``package``, that it
    comes from. Raises ``AttributeError`` for any other name, as a module does.
    """

    def fetch(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home = importlib.import_module(f"{package}.{names[name]}")
        value = home if names[name] == name else getattr(home, name)
        setattr(sys.modules[package], name, value)
        return value

    def listing() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names})

    return fetch, listing, sorted(names)
