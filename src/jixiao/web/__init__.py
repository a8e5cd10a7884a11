"""The local page: drop a workbook, see what is wrong, take the marked copy; nothing leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.web.serve import LOOPBACK as LOOPBACK
    from jixiao.web.serve import Address as Address
    from jixiao.web.serve import run_server as run_server
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "LOOPBACK": "serve",  # names of this machine that no other reaches
            "Address": "serve",  # where the page is: host, port, token
            "run_server": "serve",  # serve the page until it is stopped
        },
    )
