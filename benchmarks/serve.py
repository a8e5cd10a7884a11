"""Time the local page: the first view after the start, a check through the page beside the command.

    python benchmarks/serve.py [--rounds N] [--uploads N]

First view: from the address that ``jixiao serve`` prints to the whole page, and the processor time
from the start. A check: the sample is sent and its result page read, against what ``jixiao validate
--annotate --format html`` needs for the same without its start; both run in turns, in processes
that are warm, and the ratio is that of the medians. Uploads at once: the highest memory of the
server in MiB.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast
from urllib.parse import urlsplit

from jixiao import annotate, check
from jixiao.reporting import to_html_text

SAMPLE = Path(__file__).parents[1] / "samples" / "nanchang-2017-score-too-high.xlsx"
EDGE = "edge-of-the-benchmark"


@dataclass(frozen=True)
class Visit:
    """A browser that came in by the address: one connection a request, as the page makes them."""

    host: str
    cookie: str

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[bytes, str]:
        """The body of an answer, and where it leads."""
        connection = http.client.HTTPConnection(self.host, timeout=120)
        headers = {"Cookie": self.cookie, "Origin": f"http://{self.host}", "Content-Type": kind}
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        given = answer.read(), answer.getheader("location") or ""
        connection.close()
        return given

    def check(self, content: bytes, name: str = "a.xlsx") -> bytes:
        """Send a return; read its page."""
        form = (
            f'--{EDGE}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
        ).encode() + content + f"\r\n--{EDGE}--\r\n".encode()  # fmt: skip
        _, page = self.ask("POST", "/runs", form, f"multipart/form-data; boundary={EDGE}")
        self.ask("GET", f"{page}/events")  # ends with the run
        return self.ask("GET", page)[0]


def come_in(address: str) -> Visit:
    """Give the token, keep the cookie."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=120)
    connection.request("GET", f"/?{parts.query}")
    answer = connection.getresponse()
    answer.read()
    cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
    connection.close()
    return Visit(parts.netloc, cookie)


@contextmanager
def served() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the server; give it with its address."""
    command = [sys.executable, "-m", "jixiao", "serve", "--no-browser"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as server:
        yield server, cast("IO[str]", server.stdout).readline().strip()
        server.terminate()


def first_view() -> tuple[float, float]:
    """Seconds from the address to the first view, and of the processor from start to view."""
    with served() as (server, address):
        opened = time.perf_counter()
        visit = come_in(address)
        pages = [visit.ask("GET", path)[0] for path in ("/", "/static/web.css", "/static/web.js")]
        seen, busy = time.perf_counter(), processor_time(server)
    expect(all(pages))
    return seen - opened, busy


def processor_time(server: subprocess.Popen[str]) -> float:
    """Seconds of the processor that a process has used (Linux)."""
    fields = Path(f"/proc/{server.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def expect(holds: bool) -> None:  # noqa: FBT001 - one statement
    """Stop where an answer is not what it must be: its time would say nothing."""
    if not holds:
        raise SystemExit("an answer is wrong")


def by_command(folder: Path, number: int) -> float:
    """Seconds that the command's work takes in a warm process."""
    source, copy = folder / f"{number}.xlsx", folder / f"copy-{number}.xlsx"
    source.write_bytes(SAMPLE.read_bytes())
    began = time.perf_counter()
    found = check(source)
    (folder / f"{number}.html").write_text(to_html_text([found]), "utf-8")
    annotate(found, copy)
    return time.perf_counter() - began


def memory(server: subprocess.Popen[str]) -> float:
    """The highest resident memory of a process in MiB (Linux)."""
    status = Path(f"/proc/{server.pid}/status").read_text("utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else float("nan")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--uploads", type=int, default=50)
    asked = options.parse_args()
    views, busy = zip(*(first_view() for _ in range(5)), strict=True)
    print(f"address to view    {min(views) * 1000:6.0f} ms   (floor 300; the best of five)")
    print(f"start to view      {min(busy) * 1000:6.0f} ms   of the processor")
    content = SAMPLE.read_bytes()
    with served() as (server, address), tempfile.TemporaryDirectory() as folder:
        visit = come_in(address)
        pairs = []
        for number in range(asked.rounds + 3):
            began = time.perf_counter()
            page = visit.check(content)
            taken = time.perf_counter() - began
            expect(b"R101" in page)
            pairs.append((taken, by_command(Path(folder), number)))
        page_time, command_time = (statistics.median(one) for one in zip(*pairs[3:], strict=True))
        print(f"check by the page  {page_time * 1000:6.0f} ms")
        print(f"check by command   {command_time * 1000:6.0f} ms   (without its start)")
        print(f"ratio              {page_time / command_time:6.2f}      (floor 1.20)")
        with ThreadPoolExecutor(asked.uploads) as pool:
            began = time.perf_counter()
            numbers = range(asked.uploads)
            pages = list(pool.map(lambda n: visit.check(content, f"{n}.xlsx"), numbers))
        expect(all(b"R101" in one for one in pages))
        print(f"{asked.uploads} at once         {time.perf_counter() - began:6.1f} s")
        print(f"memory of server   {memory(server):6.0f} MiB  (floor 1024)")


if __name__ == "__main__":
    main()
