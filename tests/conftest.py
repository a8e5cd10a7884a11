"""Fixtures shared by all tests, and the skips of tests whose means are absent here."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from browser import chromium
from validators import programs

pytest_plugins = ("pinned_examples",)
ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
# Marks of tests that need a program, and the variable that makes their skip a failure.
REQUIRED = {
    "libreoffice": "JIXIAO_REQUIRE_LIBREOFFICE",
    "validators": "JIXIAO_REQUIRE_VALIDATORS",
    "browser": "JIXIAO_REQUIRE_BROWSER",
}

# How long an example takes says something of the machine, nothing of the program.
settings.register_profile("jixiao", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("jixiao")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a program or the corpus where there is none.

    CI sets the variables of ``REQUIRED``: the tests then run, and fail without the program.
    """
    absent = {
        "libreoffice": shutil.which("soffice") is None,
        "validators": not programs.are_here(),
        "browser": not chromium.is_here(),
    }
    absent = {mark: is_so and not os.environ.get(REQUIRED[mark]) for mark, is_so in absent.items()}
    absent["corpus"] = not CORPUS.is_dir()
    for item in items:
        for mark, is_absent in absent.items():
            if is_absent and item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=f"{mark}: not installed or not here"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> object:
    """Turn a skip for want of a program into a failure where the program is required."""
    report = yield
    wanted = [v for mark, v in REQUIRED.items() if item.get_closest_marker(mark)]
    if wanted and report.skipped and not hasattr(report, "wasxfail"):
        required = [variable for variable in wanted if os.environ.get(variable)]
        if required and not item.get_closest_marker("corpus"):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid}: skipped, though {required[0]} is set"
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
