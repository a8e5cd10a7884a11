"""What every request must pass: the right host, the right origin, the token, a bounded body.

Another page in the same browser can send requests here, and a name can be made to point here (DNS
rebinding); neither knows the token, and neither may be the host or the origin of a request.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse

from jixiao.finding import Lang, text_in

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

BODY_LIMIT: Final = 1 << 30  # bytes of one request
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_SAFE: Final = ("GET", "HEAD")


class Guard:
    """Let only requests through that come from a page opened with the token."""

    def __init__(
        self,
        app: App,
        *,
        token: str,
        hosts: frozenset[str],
        lang: Lang,
        closes: Callable[[], None] = lambda: None,
    ) -> None:
        self._app, self._token, self._hosts, self._lang = app, token, hosts, lang
        self.close = closes  # stops what is running

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":  # the page uses no web sockets
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        answer = self._refusal(scope)
        if answer is not None:
            await answer(scope, receive, _with_headers(send))
            return
        await self._app(scope, self._bounded(receive), _with_headers(send))

    def _refusal(self, scope: MutableMapping[str, Any]) -> Any:
        """What is answered instead; None where a request may pass."""
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if host not in self._hosts:
            return self._refuse("wrong-host", 421)
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if scope["method"] not in _SAFE and headers.get("origin") != f"http://{host}":
            return self._refuse("wrong-origin", 403)
        if scope["method"] in _SAFE and self._is_token(asked.pop("token", "")):
            return self._admit(scope["path"], urlencode(asked), host)
        if not self._is_token(_cookies(headers).get(_cookie_name(host), "")):
            return self._refuse("no-token", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > BODY_LIMIT:
            return self._refuse("too-large", 413)
        return None

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())

    def _admit(self, path: str, query: str, host: str) -> RedirectResponse:
        """Keep the token in a cookie that no script reads, and take it out of the address."""
        safe = "/" + path.lstrip("/\\")
        answer = RedirectResponse(f"{safe}?{query}" if query else safe, status_code=303)
        answer.set_cookie(_cookie_name(host), self._token, httponly=True, samesite="strict")
        return answer

    def _bounded(self, receive: Receive) -> Receive:
        """Count what is sent; a request without a length, or with a wrong one, is cut off too."""
        received = 0

        async def take() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > BODY_LIMIT:
                raise HTTPException(413, "request")
            return message

        return take

    def _refuse(self, why: str, status: int) -> PlainTextResponse:
        return PlainTextResponse(text_in(f"web.{why}", self._lang) + "\n", status_code=status)


def _cookie_name(host: str) -> str:
    """One name a port: browsers give a cookie to every port of a host."""
    return "jixiao-" + host.rpartition(":")[2]


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {key: one.value for key, one in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _with_headers(send: Send) -> Send:
    async def give(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                if name not in headers:
                    headers[name] = value
        await send(message)

    return give
