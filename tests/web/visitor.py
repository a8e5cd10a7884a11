"""A browser without a browser: requests to the page in this process, as a page of it sends them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from httpx2 import Response
from starlette.testclient import TestClient

from jixiao.rulebook import Library
from jixiao.web.guard import Guard
from jixiao.web.serve import Address, make_app

ADDRESS: Final = Address("127.0.0.1", 8765, "tok-of-the-test")
ORIGIN: Final = "http://127.0.0.1:8765"


class Visitor:
    """One who came in by the address that the program opened."""

    def __init__(self, home: Path, folder: Path | None = None) -> None:
        self.home = home
        self.app: Guard = make_app(ADDRESS, home, Library(), folder=folder)
        self.client = TestClient(self.app, base_url=ORIGIN, follow_redirects=False)
        self.client.headers["origin"] = ORIGIN
        self.client.get("/", params={"token": ADDRESS.token})

    def get(self, path: str, **options: Any) -> Response:
        return self.client.get(path, **options)

    def post(self, path: str, **options: Any) -> Response:
        return self.client.post(path, **options)

    def send(self, files: Iterable[tuple[str, bytes]], **fields: Any) -> str:
        """Send files, wait for the run to be over, and give the address of its page."""
        parts = [("files", (name, content)) for name, content in files]
        answer = self.post("/runs", files=parts, **fields)
        assert answer.status_code == 303, answer.text
        page = answer.headers["location"]
        assert self.states(page)[-1]["over"]
        return str(page)

    def states(self, page: str) -> list[dict[str, Any]]:
        """Everything that is told of a run until it is over."""
        told = self.get(f"{page}/events").text
        return [json.loads(line) for line in re.findall(r"^data: (.*)$", told, re.MULTILINE)]

    def outputs(self, page: str) -> list[str]:
        """The addresses of all files that the page of a run offers."""
        found = re.findall(rf'href="({page}/out/[^"?]*)', self.get(page).text)
        return list(dict.fromkeys(found))
