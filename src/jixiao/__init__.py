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

from typing import TYPE_CHECKING

from jixiao.front_door import front_door
from jixiao.version import __version__ as __version__

if TYPE_CHECKING:
    from jixiao.checking import Check as Check
    from jixiao.checking import check as check
    from jixiao.checking import check_many as check_many
    from jixiao.checking import schema as schema
    from jixiao.rulebook import Rulebook as Rulebook
    from jixiao.rulebook import load_rulebook as load_rulebook
    from jixiao.writing import annotate as annotate
    from jixiao.writing import write_template as write_template
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Check": "checking",  # the result of checking one return
            "check": "checking",  # check one return
            "check_many": "checking",  # check returns, one result after the other
            "schema": "checking",  # the pandera schema of a rulebook's readings
            "Rulebook": "rulebook",  # a rulebook as read from its file
            "load_rulebook": "rulebook",  # load a rulebook by id or path
            "annotate": "writing",  # write the annotated copy of a return
            "write_template": "writing",  # write the blank workbook of a rulebook
        },
    )
