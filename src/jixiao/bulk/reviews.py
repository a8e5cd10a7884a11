"""Read what officers typed into annotated copies, and remember what was read and reported.

Takes copies that were changed since they were written; a copy is read once for each of its contents
and kept in the ledger.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from jixiao.bulk.departments import Review, review_from_text, review_of, review_to_text
from jixiao.bulk.job import Job, Task
from jixiao.bulk.ledger import Ledger, StoredReview
from jixiao.bulk.plan import RunPlan
from jixiao.bulk.pool import SECONDS_PER_CHUNK, Lost, Workers, run_tasks
from jixiao.bulk.request import BulkRequest
from jixiao.reporting import record_from_text
from jixiao.version import __version__

_CHUNK = 16


def unread_reviews(request: BulkRequest, plan: RunPlan, ledger: Ledger) -> dict[str, str]:
    """Name the changed copies that have to be read, each with a mark of what it is read by."""
    known = ledger.reviews()
    marks = {
        name: f"{hashed} {request.rules} {__version__}" for name, hashed in plan.changed.items()
    }
    return {
        name: mark for name, mark in marks.items() if name not in known or known[name].mark != mark
    }


def read_reviews(
    request: BulkRequest, unread: Mapping[str, str], ledger: Ledger, workers: Workers
) -> None:
    """Check changed copies as if they were returns and keep the reviewed scores they hold."""
    names = list(unread)
    tasks = (
        Task(
            tuple(Job(name, str(request.output / name)) for name in names[at : at + _CHUNK]),
            request.rulebook,
            SECONDS_PER_CHUNK,
            lang=request.lang,
            limits=request.limits,
            library=request.library,
        )
        for at in range(0, len(names), _CHUNK)
    )
    known = ledger.reviews()
    for results in run_tasks(tasks, workers):
        read: dict[str, StoredReview] = {}
        for one in results:
            if isinstance(one, Lost):
                name, review = one.job.relative, Review("unreadable")
            else:
                name = one.brief.file
                review = review_of(record_from_text(zlib.decompress(one.packed)))
            text, mark = review_to_text(review), unread[name]
            is_reported = (
                name in known and known[name].is_reported and _same(known[name].mark, mark)
            )
            read[name] = StoredReview(mark, text, is_reported)
        ledger.keep_reviews(read)


def _same(mark: str, other: str) -> bool:
    """Whether two marks are of one content, whatever it was read by."""
    return mark.partition(" ")[0] == other.partition(" ")[0]


def still_changed(plan: RunPlan, ledger: Ledger) -> set[str]:
    """The copies that were changed and are not, after all, what this run would have written."""
    recorded = ledger.outputs()
    return {name for name, hashed in plan.changed.items() if recorded.get(name) != hashed}


def reviews_of(kept: Iterable[str], copies: Mapping[str, str], ledger: Ledger) -> dict[str, Review]:
    """The review of each return whose copy was changed; ``copies`` maps a copy to its return."""
    known = ledger.reviews()
    return {copies[name]: review_from_text(known[name].review) for name in kept if name in known}


def untold_reviews(kept: Iterable[str], ledger: Ledger) -> dict[str, Review]:
    """The reviews of which the user has not learnt, by copy."""
    known = ledger.reviews()
    return {
        name: review_from_text(known[name].review)
        for name in kept
        if name in known and not known[name].is_reported
    }


def report_reviews(kept: Iterable[str], ledger: Ledger) -> None:
    """Remember that the user has learnt of these."""
    known = ledger.reviews()
    ledger.keep_reviews(
        {name: known[name]._replace(is_reported=True) for name in kept if name in known}
    )
