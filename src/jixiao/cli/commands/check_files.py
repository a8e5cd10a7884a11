"""Check the files of one command, so that trouble with one of them does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from jixiao.checking import Check
from jixiao.cli.run import TRACEBACK
from jixiao.cli.shell import Counter, Exit
from jixiao.finding import Finding, Lang, Severity, finding
from jixiao.rulebook import Library, LibraryError, RulebookError

_TOGETHER = 200  # files at once; more are work for bulk, which keeps what it has done


def check_all(
    files: Sequence[str], rulebook: str | None, known: Library, lang: Lang
) -> list[Check]:
    """Check ``files`` in their order; a bug met on one of them becomes its finding F899."""
    counter = Counter(len(files), lang)
    try:
        if 1 < len(files) <= _TOGETHER:
            return _together(files, rulebook, known, counter)
        return list(_one_by_one(files, rulebook, known, counter))
    finally:
        counter.end()


def _together(
    files: Sequence[str], rulebook: str | None, known: Library, counter: Counter
) -> list[Check]:
    """Check files that may be of one form; where that fails, each on its own account."""
    from jixiao.checking import check_together

    try:
        return check_together(files, rulebook, rulebooks=known, begin=counter.begin)
    except Exception:
        if os.environ.get(TRACEBACK):
            raise
        again = Counter(len(files), counter.lang)
        return list(_one_by_one(files, rulebook, known, again))


def _one_by_one(
    files: Sequence[str], rulebook: str | None, known: Library, counter: Counter
) -> Iterator[Check]:
    """Check all in one batch; where that fails, the rest one by one, each on its own account."""
    from jixiao.checking import check, check_many

    done = 0
    try:
        for result in check_many(files, rulebook, rulebooks=known):
            counter.begin(result.file)
            done += 1
            yield result
    except Exception:
        if os.environ.get(TRACEBACK):
            raise
    for file in files[done:]:
        counter.begin(file)
        try:
            yield check(file, rulebook, rulebooks=known)
        except Exception as bug:
            if os.environ.get(TRACEBACK):
                raise
            yield failed(file, _bug(bug))


def failed(file: str, found: Finding) -> Check:
    """Make the check of a file that could not be checked."""
    return Check(file=file, sha256=None, findings=(found,), outcome="unreadable")


def _bug(bug: Exception) -> Finding:
    text = " ".join(str(bug).split())[:200]
    return finding("F899", kind=type(bug).__name__, text=text)


def rulebook_unusable(file: str, broken: RulebookError) -> Check:
    """Make the check of a file for which a rulebook that is needed cannot be used."""
    first = broken.broken[0] if isinstance(broken, LibraryError) else broken
    count = str(len(broken.problems))
    problem = first.problems[0].message
    return failed(file, finding("F801", rulebook=first.file, problem=problem, count=count))


def exit_code(checks: Sequence[Check], fail_on: str) -> Exit:
    """Give the highest code of all checks; ``fail_on`` is a severity or ``never``."""
    if any(not check.checked for check in checks):
        return Exit.FAILED
    if fail_on == "never":
        return Exit.CLEAN
    bar = Severity(fail_on).rank
    found = (check.worst() for check in checks)
    return Exit.FOUND if any(w is not None and w.rank <= bar for w in found) else Exit.CLEAN
