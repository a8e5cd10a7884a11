"""Fixtures shared by all tests, and the skips of tests whose means are absent here."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
REQUIRED = "JIXIAO_REQUIRE_LIBREOFFICE"

# How long an example takes says something of the machine, nothing of the program.
settings.register_profile("jixiao", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("jixiao")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs LibreOffice or the corpus where there is none.

    CI sets ``JIXIAO_REQUIRE_LIBREOFFICE``: its tests then run, and fail without LibreOffice.
    """
    no_office = shutil.which("soffice") is None and not os.environ.get(REQUIRED)
    no_corpus = not CORPUS.is_dir()
    for item in items:
        if no_office and item.get_closest_marker("libreoffice"):
            item.add_marker(pytest.mark.skip(reason="LibreOffice is not installed"))
        if no_corpus and item.get_closest_marker("corpus"):
            item.add_marker(pytest.mark.skip(reason="the corpus is not here"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> object:
    """Turn a skipped LibreOffice test into a failure where LibreOffice is required."""
    report = yield
    if (
        report.skipped
        and item.get_closest_marker("libreoffice")
        and os.environ.get(REQUIRED)
        and not hasattr(report, "wasxfail")
    ):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: skipped, though {REQUIRED} is set"
    return report


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of filled workbooks."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of difficult public workbooks."""
    return CORPUS


@pytest.fixture(scope="session")
def program() -> tuple[str, ...]:
    """How to call ``jixiao`` as a process of its own."""
    return (sys.executable, "-m", "jixiao")
