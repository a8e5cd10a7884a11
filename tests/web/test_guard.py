"""Who is let in: nobody without the token, no other host, no other origin, nothing boundless."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.visitor import ADDRESS, ORIGIN, Visitor

from jixiao.web import guard

SAFE = ("/", "/blank", "/explain?q=R101", "/rulebook", "/static/web.css", "/runs/1", "/nothing")
UNSAFE = (
    "/runs", "/folder", "/blank", "/runs/1/stop", "/rulebook/check", "/rulebook/blank",
    "/rulebook/draft",
)  # fmt: skip


@pytest.fixture
def stranger(visitor: Visitor) -> TestClient:
    return TestClient(visitor.app, base_url=ORIGIN, follow_redirects=False)


@pytest.mark.parametrize("path", SAFE)
def test_without_the_token_nothing_is_shown(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "程序启动时" in answer.text
    wrong = stranger.get(path, params={"token": ADDRESS.token[:-1] + "x"})
    assert (wrong.status_code, "set-cookie" in wrong.headers) == (403, False)


@pytest.mark.parametrize("path", UNSAFE)
def test_without_the_token_nothing_is_done(
    stranger: TestClient, visitor: Visitor, path: str
) -> None:
    assert stranger.post(path, headers={"origin": ORIGIN}).status_code == 403
    with_token = stranger.post(path, params={"token": ADDRESS.token}, headers={"origin": ORIGIN})
    assert with_token.status_code == 403  # the token in an address lets a page open, no more
    assert list(visitor.home.iterdir()) == []


def test_the_token_becomes_a_cookie_that_no_script_and_no_other_site_reads(
    stranger: TestClient,
) -> None:
    answer = stranger.get("/explain", params={"token": ADDRESS.token, "q": "R101"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/explain?q=R101")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert cookie.startswith("jixiao-8765=")  # other ports of this machine have their own
    assert stranger.get("/explain?q=R101").status_code == 200


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "///evil.example"])
def test_the_way_in_leads_nowhere_else(stranger: TestClient, path: str) -> None:
    answer = stranger.get(f"{ORIGIN}{path}", params={"token": ADDRESS.token})
    where = answer.headers["location"]
    assert answer.status_code == 303
    assert where[:1] == "/"
    assert where[1:2] not in ("/", "\\")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8765.x"]
)
def test_another_host_is_refused_even_with_the_cookie(visitor: Visitor, host: str) -> None:
    for path in SAFE:
        assert visitor.get(path, headers={"host": host}).status_code == 421
    answer = visitor.post("/rulebook/check", headers={"host": host, "origin": f"http://{host}"})
    assert answer.status_code == 421


def test_localhost_is_this_machine_too(stranger: TestClient) -> None:
    own = {"host": "localhost:8765"}
    assert stranger.get("/", params={"token": ADDRESS.token}, headers=own).status_code == 303


@pytest.mark.parametrize("path", UNSAFE)
@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8765", ""]
)
def test_another_origin_is_refused_even_with_the_cookie(
    visitor: Visitor, path: str, origin: str
) -> None:
    assert visitor.post(path, headers={"origin": origin}).status_code == 403
    assert list(visitor.home.iterdir()) == []


def test_a_post_without_an_origin_is_refused(visitor: Visitor) -> None:
    del visitor.client.headers["origin"]
    assert visitor.post("/rulebook/check", content=b"").status_code == 403


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_do_nothing(visitor: Visitor, method: str) -> None:
    assert visitor.client.request(method, "/runs").status_code in (403, 405)
    preflight = visitor.client.options(
        "/runs",
        headers={"origin": "http://evil.example", "access-control-request-method": "POST"},
    )
    assert not [name for name in preflight.headers if name.startswith("access-control")]


@pytest.mark.parametrize("path", SAFE)
def test_every_answer_says_what_a_browser_may_do_with_it(visitor: Visitor, path: str) -> None:
    for answer in (visitor.get(path), visitor.get(path, headers={"host": "evil.example"})):
        headers = answer.headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["referrer-policy"] == "same-origin"
        assert "server" not in headers
        assert not [name for name in headers if name.startswith("access-control")]


def test_more_than_a_request_may_hold_is_refused(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "BODY_LIMIT", 20_000)
    said = visitor.post("/runs", files=[("files", ("a.xlsx", bytes(30_000)))])
    assert said.status_code == 413
    assert "1 GB" in said.text
    assert list(visitor.home.iterdir()) == []
    untold = visitor.post("/rulebook/check", content=iter([bytes(15_000), bytes(15_000)]))
    assert untold.status_code == 413
    lying = visitor.post("/rulebook/check", content=b"x", headers={"content-length": "-1"})
    assert lying.status_code in (400, 413)
    assert list(visitor.home.iterdir()) == []


@pytest.mark.parametrize("cookie", ["", "jixiao-8765", "jixiao-8765=x", "a=b; \xff=1", ";;;="])
def test_a_broken_cookie_is_no_token(stranger: TestClient, cookie: str) -> None:
    stranger.cookies.clear()
    answer = stranger.get("/", headers={"cookie": cookie.encode("latin-1")})
    assert answer.status_code == 403


def test_what_is_on_this_machine_is_out_of_reach(visitor: Visitor, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("geheim", encoding="utf-8")
    for path in (
        "/static/../secret.txt", "/static/..%2f..%2fsecret.txt", "/static/style.css",
        f"/runs/1/out/{tmp_path}/secret.txt", "/runs/..%2f..%2fsecret.txt", "/rulebook?of=../x",
        "/runs/1/out/..%2f..%2f..%2fsecret.txt", "/runs/1/out/%2e%2e/%2e%2e/secret.txt",
    ):  # fmt: skip
        answer = visitor.get(path)
        assert "geheim" not in answer.text
        assert answer.status_code in (200, 404)
