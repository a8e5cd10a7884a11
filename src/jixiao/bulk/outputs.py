"""Write what a bulk run gives, from the ledger: results, findings, table, summary and page.

Returns are streamed in order of relative path, so the outputs are the same for any number of
workers and memory does not grow with the folder. Outputs that would come out the same are left.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from itertools import chain
from operator import itemgetter
from pathlib import Path, PurePosixPath

from jixiao.bulk.departments import Attribution, FolderAttribution, Review, reviewed_record
from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import KeptReturn, Ledger, ListedFile
from jixiao.bulk.notices import NoticeOrder, must_mend, notice_of, write_notices
from jixiao.bulk.open_outputs import NAMES, OpenOutputs, open_outputs
from jixiao.bulk.ready import (
    ReadyReturn,
    is_joinable,
    ordered_findings,
    ready_return,
    unpack_ready,
    with_more,
)
from jixiao.bulk.rows import LedgerRows, list_other, list_return
from jixiao.bulk.season import Season
from jixiao.finding import Finding, Lang, Severity, entry, text_of
from jixiao.reporting import (
    CheckRecord,
    finding_record,
)
from jixiao.writing import (
    DueDepartment,
    FiguresCounter,
    IndicatorFigures,
    Notice,
    ReturnRow,
    SummaryScope,
    figures_to_text,
    replacing,
)

_LAYOUT = 10  # of the outputs: another one is written anew


@dataclass(frozen=True)
class WrittenOutputs:
    """Findings of the whole run by severity, and outputs left alone: somebody changed them.

    ``letters`` are the notices to departments that were written.
    """

    severities: Mapping[str, int]
    kept: tuple[str, ...]
    letters: tuple[str, ...] = ()


@dataclass(frozen=True)
class FolderResult:
    """What a run came to, to be written.

    ``skipped`` are files that were not checked, with the finding that says why; ``copies`` are the
    annotated copies by return, as paths below the output, ``reviews`` the reviewed scores in them;
    ``season`` is the round that the run belongs to; ``notices`` asks for letters to departments.
    """

    attribution: FolderAttribution
    skipped: Mapping[str, tuple[Finding, ...]]
    copies: Mapping[str, str]
    reviews: Mapping[str, Review]
    scope: SummaryScope
    season: Season
    notices: NoticeOrder | None = None

    @property
    def lang(self) -> Lang:
        """The language of the texts."""
        return self.scope.lang


def write_outputs(ledger: Ledger, result: FolderResult, output: Path) -> WrittenOutputs:
    """Write the outputs, or leave them where nothing has changed since they were written."""
    signature = _signature(ledger, result)
    recorded, pending = ledger.outputs(), json.loads(ledger.meta("pending") or "{}")
    present = [name for name in NAMES if (output / name).exists()]
    kept = tuple(
        name
        for name in present
        if sha256_of(output / name) not in {recorded.get(name), pending.get(name)}
    )
    if ledger.meta("signature") == signature and len(present) == len(NAMES):
        severities = json.loads(ledger.meta("severities") or "{}")
        return WrittenOutputs(severities, kept)
    with ExitStack() as stack:
        paths = {n: stack.enter_context(replacing(output / n)) for n in NAMES if n not in kept}
        severities, due = _write(paths, ledger, result)
        fresh = {name: sha256_of(path) for name, path in paths.items()}
        ledger.note("pending", json.dumps(fresh))  # ours, should the run be killed right here
    ledger.record_outputs(fresh.items())
    result.season.close()
    letters: tuple[str, ...] = ()
    if result.notices is not None:
        kept_letters, letters = write_notices(ledger, output, due, result.notices, result.season)
        kept = (*kept, *kept_letters)
    ledger.note("severities", json.dumps(severities))
    ledger.note("signature", signature if not kept else "")
    return WrittenOutputs(severities, kept, letters)


def _signature(ledger: Ledger, result: FolderResult) -> str:
    attribution = result.attribution
    terms = result.notices and result.notices.terms
    basis = (_LAYOUT, result.scope, sorted(result.copies.items()), terms)
    digest = hashlib.sha256(repr(basis).encode())
    digest.update(repr(result.season.round).encode())
    digest.update(repr(sorted(result.reviews.items(), key=itemgetter(0))).encode())
    for relative, known in sorted(ledger.keys().items()):
        digest.update(repr((relative, known)).encode())
    for findings in (attribution.findings, result.skipped):
        for relative, found in sorted(findings.items()):
            digest.update(repr((relative, found)).encode())
    whole = (attribution.general, attribution.missing, attribution.broken, attribution.year)
    digest.update(repr(whole).encode())
    return digest.hexdigest()


def _write(
    paths: Mapping[str, Path], ledger: Ledger, result: FolderResult
) -> tuple[dict[str, int], list[Notice]]:
    """Write what ``paths`` has a place for; give findings by severity, and who must mend what."""
    due, scope = _due(result.attribution, result.lang), result.scope
    figures: dict[tuple[str, str], IndicatorFigures] = {}
    counter = FiguresCounter(figures)
    notices: list[Notice] = []
    with open_outputs(paths, LedgerRows(ledger), figures, due, scope) as outputs:
        others = _findings_of_no_return(result.attribution, result.skipped)
        ledger.list_files(
            chain(
                _list_returns(outputs, ledger, result, counter, notices),
                _list_others(outputs, others, result),
            )
        )
        counter.close()
    ledger.note("figures", figures_to_text(figures))
    ledger.note("due", json.dumps([asdict(one) for one in due], ensure_ascii=False))
    ledger.note("scope", json.dumps(asdict(scope), ensure_ascii=False))
    return dict(outputs.severities), notices


def _list_returns(
    outputs: OpenOutputs,
    ledger: Ledger,
    result: FolderResult,
    counter: FiguresCounter,
    notices: list[Notice],
) -> Iterator[ListedFile]:
    """Write each return to the outputs and give what the ledger lists of it."""
    attribution, lang = result.attribution, result.lang
    served = {one.department for one in attribution.returns if one.counts}
    for kept, one in zip(ledger.kept(), attribution.returns, strict=True):
        extra = attribution.findings.get(one.relative, ())
        ready = _whole(kept, extra, result.reviews.get(one.relative), lang)
        row = _row(one, extra, result.copies, lang)
        is_listed = one.department is not None or result.scope.listed is None
        row = replace(row, is_listed=is_listed)
        if row.counts:
            since = result.season.since(one.name, ready.findings)
            row = row if since is None else replace(row, since=since)
            counter.add(ready.scores, _codes(ready))
        outputs.add_return(ready, row)
        is_awaited = one.department is not None and one.department not in served
        if result.notices is not None and must_mend(row, is_awaited=is_awaited):
            record = _record(kept, extra, result.reviews.get(one.relative), lang)
            names = {each.id: each.name for each in record.indicators}
            notices.append(notice_of(row, record, names, lang, result.scope.year))
        names = {f.indicator: f.name for f in ready.findings if f.indicator and f.name is not None}
        yield list_return(row, (found.text for found in ready.findings), names)


def _codes(ready: ReadyReturn) -> Iterator[tuple[str, str, str]]:
    return ((ready.rulebook, one.indicator or "", one.code) for one in ready.findings)


def _whole(
    kept: KeptReturn, extra: Sequence[Finding], review: Review | None, lang: Lang
) -> ReadyReturn:
    """Give a return with what the folder shows besides: joined where that is possible."""
    ready = None
    if review is None and kept.ready is not None:
        ready = unpack_ready(kept.ready)
    if ready is None or not is_joinable(ready, extra):
        return ready_return(_record(kept, extra, review, lang), lang)
    return with_more(ready, kept.relative, [finding_record(one, lang) for one in extra], lang)


def _list_others(
    outputs: OpenOutputs, others: Iterable[tuple[str, tuple[Finding, ...]]], result: FolderResult
) -> Iterator[ListedFile]:
    attribution = result.attribution
    offices = {one.name: one.office for one in (*attribution.missing, *attribution.broken)}
    for relative, found in others:
        listed = tuple(finding_record(item, result.lang) for item in found)
        departments = [str(item.values.get("department", "")) for item in found]
        for one, name in zip(listed, departments, strict=True):
            outputs.add_findings(relative, (one,), {}, None, name, offices.get(name, ""))
        yield list_other(relative, listed, departments)


def _due(attribution: FolderAttribution, lang: Lang) -> list[DueDepartment]:
    absent, broken = text_of("summary.missing.absent"), text_of("summary.missing.broken")
    why = {
        one.department.line: text_of(f"summary.missing.{one.uncounted}").fill(
            year=str(one.brief.year)
        )
        for one in attribution.returns
        if one.department and one.uncounted
    }
    return [
        *(
            DueDepartment(d.name, d.code, d.office, absent.text(lang), d.extra)
            for d in attribution.missing
        ),
        *(
            DueDepartment(d.name, d.code, d.office, why.get(d.line, broken).text(lang), d.extra)
            for d in attribution.broken
        ),
    ]


def _row(
    one: Attribution, findings: Sequence[Finding], copies: Mapping[str, str], lang: Lang
) -> ReturnRow:
    count = Counter(found.severity for found in findings)
    return ReturnRow(
        brief=one.brief,
        name=one.name,
        office=_office(one),
        counts=one.counts,
        copy=copies.get(one.relative),
        errors=one.brief.errors + count[Severity.ERROR],
        warnings=one.brief.warnings + count[Severity.WARNING],
        uncounted=one.uncounted,
        extra=one.department.extra if one.department else (),
        remarks=tuple(dict.fromkeys(entry(found.code).title.text(lang) for found in findings)),
    )


def _office(one: Attribution) -> str:
    """The office on the roster; without one there the folder, or archive, that the return is in."""
    if one.department and one.department.office:
        return one.department.office
    folder, slash, _ = one.relative.partition("/")
    return PurePosixPath(folder).stem if slash and folder.endswith(".zip") else folder * len(slash)


def _record(
    kept: KeptReturn, extra: Sequence[Finding], review: Review | None, lang: Lang
) -> CheckRecord:
    """Give a record with the findings that only the folder shows, most serious first."""
    record = reviewed_record(kept.record, review)
    findings = ordered_findings(record, [finding_record(item, lang) for item in extra])
    return replace(record, findings=findings)


def _findings_of_no_return(
    attribution: FolderAttribution, skipped: Mapping[str, tuple[Finding, ...]]
) -> Iterable[tuple[str, tuple[Finding, ...]]]:
    """Findings about no checked return: missing departments first, then files skipped."""
    if attribution.general:
        yield "", attribution.general
    yield from sorted(skipped.items())
