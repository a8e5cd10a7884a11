"""This year's return against last year's: figures, carry-over, what was copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.previous.attach import LastReturns as LastReturns
    from jixiao.checking.previous.attach import last_return_of as last_return_of
    from jixiao.checking.previous.attach import last_returns as last_returns
    from jixiao.checking.previous.attach import with_findings as with_findings
    from jixiao.checking.previous.attach import with_previous as with_previous
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "LastReturns": "attach",  # last year's returns of a folder by department
            "last_return_of": "attach",  # a check with what its department's last return says
            "last_returns": "attach",  # whose return each file of a folder is
            "with_findings": "attach",  # a check with further findings, in its order
            "with_previous": "attach",  # a check with what last year's return says
        },
    )
