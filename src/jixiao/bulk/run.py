"""Check every return below a folder: what is new or changed goes to workers, the rest is kept.

``run_bulk`` owns the order of steps: walk, look up the ledger, hand out chunks, keep results,
attribute the whole, write the outputs. It prints nothing; progress goes to a callback.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from jixiao.bulk.batch import BatchWork, Progress
from jixiao.bulk.copies import Settled, changed_copies, settle_copies, sweep_copies
from jixiao.bulk.departments import (
    FolderAttribution,
    FolderCounts,
    attribute_returns,
    count_returns,
    reviewed_brief,
)
from jixiao.bulk.forms import count_forms, form_names, odd_forms
from jixiao.bulk.job import report_content
from jixiao.bulk.ledger import Ledger
from jixiao.bulk.outputs import FolderResult, WrittenOutputs, write_outputs
from jixiao.bulk.plan import RunPlan, make_plan
from jixiao.bulk.pool import Workers
from jixiao.bulk.reports import copied_reports
from jixiao.bulk.request import BulkRequest
from jixiao.bulk.reviews import (
    read_reviews,
    report_reviews,
    reviews_of,
    still_changed,
    unread_reviews,
    untold_reviews,
)
from jixiao.bulk.season import Season
from jixiao.bulk.walk import walk_folder
from jixiao.checking import unmatched_waivers
from jixiao.finding import Bilingual, Finding, finding
from jixiao.version import __version__
from jixiao.writing import SummaryScope


@dataclass(frozen=True)
class Report:
    """What a run did. ``written`` are the outputs and the findings counted by severity.

    ``copies`` says which annotated copies were kept or removed; ``counts`` is what is reported
    upwards; ``forms`` how many returns follow each rulebook or form; ``reviews`` says of copies
    that somebody changed what was read of them, by return.
    """

    checked: int
    unchanged: int
    skipped: int
    written: WrittenOutputs
    copies: Settled
    reviews: Mapping[str, str | Bilingual]
    counts: FolderCounts
    forms: Mapping[str, int]


def run_bulk(
    request: BulkRequest,
    workers: Callable[[], AbstractContextManager[Workers]],
    notify: Callable[[Progress], None],
) -> Report:
    """Carry out a request; ``workers`` is called only when there is something to check."""
    request.output.mkdir(parents=True, exist_ok=True)
    with Ledger(request.output / "ledger.sqlite") as ledger:
        sweep_copies(request.output)
        plan = make_plan(request, walk_folder(request.folder, skip=_skipped(request)), ledger)
        unread = unread_reviews(request, plan, ledger)
        if plan.jobs or unread:
            with workers() as pool:
                if plan.jobs:
                    BatchWork(request, plan, ledger, pool, notify).work()
                read_reviews(request, unread, ledger, pool)
            sweep_copies(request.output)  # after workers that died on the way
        checked, plan = len(plan.jobs), replace(plan, jobs=())  # they take memory, and are done
        ledger.forget(set(ledger.keys()) - set(plan.copies))
        copies = {
            plan.copies[name]: name for name, one in ledger.keys().items() if one.is_annotated
        }
        changed = still_changed(plan, ledger)
        commented = {
            copy: name for name, copy in plan.report_copies.items() if name in copies.values()
        }
        kept_reports = changed_copies(ledger, request.output, commented)
        settled = settle_copies(ledger, request.output, {**copies, **commented}, changed)
        reviews = reviews_of(settled.kept, copies, ledger)
        attribution = attribute_returns(
            (reviewed_brief(brief, reviews.get(brief.file)) for brief in ledger.briefs()),
            roster=request.roster,
            modified=plan.modified,
            shared={
                column: tuple(ledger.duplicates(column))
                for column in ("sha256", "figures", "words")
            },
            rulebook_years=request.rulebook_years,
            rulebook=request.rulebook,
        )
        unmatched = unmatched_waivers(
            request.waivers,
            (
                (one.relative, (one.brief.department, one.brief.stamped, one.listed))
                for one in attribution.returns
            ),
        )
        figures = ledger.figures() if settled.kept else {}
        kept = {
            copies[name]: (finding("B114", reason=review.reason(figures.get(copies[name]))),)
            for name, review in untold_reviews(settled.kept, ledger).items()
        }
        odd = odd_forms(one.brief for one in attribution.returns)
        names = {one.relative: one.name for one in attribution.returns}
        copied = copied_reports(plan.reports, names, report_content)
        season = Season(ledger, request.round)
        written = write_outputs(
            ledger,
            FolderResult(
                replace(
                    attribution,
                    findings=_joined(_joined(_joined(attribution.findings, kept), odd), copied),
                    general=(*attribution.general, *unmatched),
                ),
                plan.skipped,
                {name: copy for copy, name in copies.items()},
                reviews,
                _scope(request, plan, attribution, season),
                season,
                request.notices,
            ),
            request.output,
        )
        written = replace(written, kept=(*written.kept, *kept_reports))
        report_reviews(settled.kept, ledger)
    return Report(
        checked=checked,
        unchanged=len(plan.copies) - checked,
        skipped=len(plan.skipped),
        written=written,
        copies=settled,
        reviews={name: found[0].values["reason"] for name, found in kept.items()},
        counts=count_returns(
            attribution, len(request.roster.departments) if request.roster else None
        ),
        forms=count_forms(one.brief for one in attribution.returns),
    )


def _scope(
    request: BulkRequest, plan: RunPlan, attribution: FolderAttribution, season: Season
) -> SummaryScope:
    now, before = season.labels(request.lang)
    used = Counter(one.brief.rulebook for one in attribution.returns if one.brief.rulebook)
    names = {**request.rulebooks, **form_names(one.brief for one in attribution.returns)}
    return SummaryScope(
        program=f"jixiao {__version__}",
        year=attribution.year,
        listed=len(request.roster.departments) if request.roster else None,
        skipped=len(plan.skipped),
        grades=request.grades,
        rulebooks={key: name for key, name in names.items() if key in used},
        used=dict(sorted(used.items())),
        lang=request.lang,
        extra_headings=request.roster.extra_headings if request.roster else (),
        round=now,
        previous=before,
    )


def _skipped(request: BulkRequest) -> tuple[Path, ...]:
    others = (request.roster_path, request.waivers_path, request.previous_path)
    return (request.output, *(path for path in others if path))


def _joined(
    one: Mapping[str, tuple[Finding, ...]], other: Mapping[str, tuple[Finding, ...]]
) -> dict[str, tuple[Finding, ...]]:
    return {name: one.get(name, ()) + other.get(name, ()) for name in {**one, **other}}
