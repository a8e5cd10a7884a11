"""What a page says when it cannot answer: no such page, too much sent, the disk full, a bug."""

from __future__ import annotations

import errno
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from jixiao.web.render import give_page
from jixiao.web.site import site_of

_SAID: Final = {
    "request": "too-large",
    "files": "too-many",
    "field": "too-long",
    "form": "broken-form",
}
_FULL: Final = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


async def say_refused(request: Request, trouble: Exception) -> Response:
    """Answer what was refused while it was answered."""
    status = trouble.status_code if isinstance(trouble, HTTPException) else 500
    detail = trouble.detail if isinstance(trouble, HTTPException) else ""
    text = site_of(request).say(_SAID.get(detail, "no-page" if status == 404 else "not-so"))
    return _answer(request, text, status)


async def say_trouble(request: Request, trouble: Exception) -> Response:
    """Answer where the program itself failed."""
    site = site_of(request)
    if isinstance(trouble, OSError) and trouble.errno in _FULL:
        return _answer(request, site.say("disk-full"), 507)
    text = " ".join(str(trouble).split())[:200]
    return _answer(request, site.say("bug", kind=type(trouble).__name__, text=text), 500)


def _answer(request: Request, text: str, status: int) -> Response:
    """A page for a person, plain words for the script of a page."""
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(text, status_code=status)
    return give_page("message.html", site_of(request).lang, status=status, text=text)
