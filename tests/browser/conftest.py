"""The browser, started once, and the pages that tests look at."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser import chromium
from tests.browser.folders import write_folder_page

from jixiao import check
from jixiao.reporting import to_html_text

IN_YUAN = "nanchang-2017-amount-in-yuan.xlsx"


@pytest.fixture(scope="session")
def browser() -> Iterator[chromium.Browser]:
    with chromium.started() as one:
        yield one


@pytest.fixture(scope="session")
def address(program: tuple[str, ...]) -> Iterator[str]:
    """The address of the local page, served by the command."""
    command = [*program, "serve", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as served:
        assert served.stdout is not None
        yield served.stdout.readline().strip()
        served.terminate()


@pytest.fixture(scope="session")
def return_page(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("return") / "核对结果.html"
    path.write_text(to_html_text([check(samples / IN_YUAN)]), "utf-8")
    return path


@pytest.fixture(scope="session")
def folder_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder_page(tmp_path_factory.mktemp("folder") / "report.html", 30)


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder_page(tmp_path_factory.mktemp("large") / "report.html", 400)
