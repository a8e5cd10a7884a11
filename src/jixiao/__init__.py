"""jixiao checks, issues and annotates scoresheet workbooks; see the functions listed here.

``check`` and ``check_many`` say what holds and what does not in returns, ``annotate`` writes that
into a copy of the workbook, ``write_template`` makes the blank workbook of a rulebook that
``load_rulebook`` gives. Importing this package loads nothing else: each function is fetched from
its module when it is first used.

>>> import jixiao
>>> jixiao.load_rulebook("nanchang-2017").by_id["budget-completion"].name
'预算完成率'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jixiao.checking.model import Check as Check
    from jixiao.checking.run import check as check
    from jixiao.checking.run import check_many as check_many
    from jixiao.rulebook.load import load_rulebook as load_rulebook
    from jixiao.rulebook.model import Rulebook as Rulebook
    from jixiao.writing.annotate import annotate as annotate
    from jixiao.writing.template.write import write_template as write_template

__version__ = "0.1.0"

_HOMES = {
    "Check": "jixiao.checking.model",
    "Rulebook": "jixiao.rulebook.model",
    "annotate": "jixiao.writing.annotate",
    "check": "jixiao.checking.run",
    "check_many": "jixiao.checking.run",
    "load_rulebook": "jixiao.rulebook.load",
    "write_template": "jixiao.writing.template.write",
}
__all__ = [
    "Check",
    "Rulebook",
    "__version__",
    "annotate",
    "check",
    "check_many",
    "load_rulebook",
    "write_template",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'jixiao' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
