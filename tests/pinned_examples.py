"""The examples of codes that no text grid tells: findings that a test of the suite sees raised.

``pinned_examples.json`` keeps of each code one finding and the test that raises it. Whenever that
test runs, it fails unless the program raises the very finding again. ``pytest --record-examples``
writes the file anew: what is pinned is kept where it is still raised, the best of the others is
taken where it is not. Texts are not kept; they are those of the catalogue.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jixiao.finding import Bilingual, Finding, Lang, Severity, entries, message, remedy

Kept = dict[str, Any]
FILE = Path(__file__).with_suffix(".json")
SOURCES = Path(__file__).parents[1] / "src" / "jixiao"
_CATALOGUE = SOURCES / "finding"
_SKIPPED = ("corpus", "browser", "validators")
_BY_RUN = re.compile(r"pytest-|[A-Za-z]:\\|0x[0-9a-f]{6}|\d{4}-\d\d-\d\d \d\d:")
LANGUAGES: tuple[Lang, ...] = ("zh", "en")
_LONG = 240  # characters of a message that few read to its end
_FIELDS = ("code", "sheet", "cell", "indicator", "found", "expected", "because", "because_cell")
_ran: set[str] = set()
_recorded: dict[str, dict[str, list[Kept]]] = defaultdict(lambda: defaultdict(list))


@cache
def pinned() -> dict[str, Kept]:
    """What is kept, by code: ``test`` and ``finding``."""
    kept: dict[str, Kept] = json.loads(FILE.read_text(encoding="utf-8"))
    return kept


def as_kept(found: Finding) -> Kept:
    """A finding as plain values, without what it leaves open."""
    texts: Kept = {name: getattr(found, name) for name in _FIELDS}
    texts["severity"] = found.severity.value
    texts["values"] = {name: _plain(value) for name, value in found.values.items()}
    texts |= {name: _plain(getattr(found, name)) for name in ("instead", "paragraph")}
    texts["is_settled"] = found.is_settled
    return {name: value for name, value in texts.items() if value not in (None, {}, False)}


def _plain(value: str | Bilingual | None) -> str | list[str] | None:
    return list(value) if isinstance(value, Bilingual) else value


def as_finding(kept: Kept) -> Finding:
    """The finding of plain values."""
    read = {name: _said(value) for name, value in kept.items() if name != "values"}
    values = {name: _said(value) for name, value in kept.get("values", {}).items()}
    return Finding(**{**read, "severity": Severity(kept["severity"]), "values": values})


def _said(value: Any) -> Any:
    return Bilingual(*value) if isinstance(value, list) else value


@contextmanager
def raised(codes: Collection[str]) -> Iterator[list[Finding]]:
    """Collect the findings that the program raises, not those that a test makes itself."""
    found: list[Finding] = []
    original = Finding.__init__

    def recording(self: Finding, *args: Any, **values: Any) -> None:
        original(self, *args, **values)
        if self.code in codes and _is_of_program():
            found.append(self)

    Finding.__init__ = recording  # type: ignore[method-assign]
    try:
        yield found
    finally:
        Finding.__init__ = original  # type: ignore[method-assign]


def _is_of_program() -> bool:
    """Whether whoever makes the finding is the program."""
    frame = sys._getframe(2)
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        is_way = path.is_relative_to(_CATALOGUE) or path.name in ("dataclasses.py", "<string>")
        if not is_way:
            return path.is_relative_to(SOURCES)
        frame = frame.f_back  # type: ignore[assignment]
    return False


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write the file anew."""
    parser.addoption("--record-examples", action="store_true", help="write pinned_examples.json")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Hold a test to the finding that is pinned to it; with the option record what it sees."""
    is_recording = item.config.getoption("--record-examples")
    mine = [] if is_recording else _pinned_to(item)
    codes = {kept["code"] for kept in mine}
    if is_recording and _may_be_pinned(item):
        codes = _without_story()
    if not codes:
        return (yield)
    with raised(codes) as found:
        result = yield
    seen = [as_kept(each) for each in found]
    for kept in mine:
        assert kept in seen, (
            f"{kept['code']}: the example of its page is not raised any more; "
            "write it anew with pytest --record-examples"
        )
    if is_recording:
        _ran.add(item.nodeid)
        for each in seen:
            _recorded[each["code"]][item.nodeid].append(each)
    return result


def _pinned_to(item: pytest.Item) -> list[Kept]:
    return [kept["finding"] for kept in pinned().values() if kept["test"] == item.nodeid]


@cache
def _without_story() -> set[str]:
    """The codes that no text grid tells."""
    from strategies.examples import codes_of_stories

    return {each.code for each in entries()} - codes_of_stories()


def _may_be_pinned(item: pytest.Item) -> bool:
    is_invented = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    is_ours = item.nodeid.startswith("tests/") and "tests/published" not in item.nodeid
    return is_ours and not is_invented and not any(map(item.get_closest_marker, _SKIPPED))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what was recorded."""
    if not session.config.getoption("--record-examples"):
        return
    before = pinned() if FILE.is_file() else {}
    kept = dict(before)
    for code, by_test in _recorded.items():
        choices = [(test, each) for test, of_test in by_test.items() for each in of_test]
        known = before.get(code)
        if known is not None and (
            known["test"] not in _ran or known["finding"] in by_test.get(known["test"], [])
        ):
            continue
        usable = [choice for choice in choices if _is_usable(choice[1])]
        if usable:
            test, best = min(usable, key=_rank)
            kept[code] = {"test": test, "finding": best}
    wanted = _without_story()
    text = {code: kept[code] for code in sorted(kept) if code in wanted}
    FILE.write_text(json.dumps(text, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _is_usable(kept: Kept) -> bool:
    """Whether it is whole, and the same in every run."""
    try:
        return not _BY_RUN.search(_text(kept))
    except KeyError:  # made in two steps, and this is the first
        return False


def _text(kept: Kept) -> str:
    found = as_finding(kept)
    said = (said(found, lang) for said in (message, remedy) for lang in LANGUAGES)
    return "".join(said) + found.place


def _rank(choice: tuple[str, Kept]) -> tuple[bool, bool, bool, bool, str, str]:
    """The plainest first: a root, in a cell, with what was found, short."""
    test, kept = choice
    return (
        "because" in kept,
        "cell" not in kept,
        "found" not in kept,
        len(_text(kept)) > _LONG,
        test,
        json.dumps(kept, ensure_ascii=False),
    )
