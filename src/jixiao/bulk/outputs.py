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
from jixiao.bulk.ledger import Ledger, ListedFile
from jixiao.bulk.notices import NoticeOrder, must_mend, notice_of, write_notices
from jixiao.bulk.open_outputs import NAMES, OpenOutputs, open_outputs
from jixiao.bulk.rows import LedgerRows, list_other, list_return
from jixiao.bulk.season import Season
from jixiao.finding import Finding, Lang, Severity, entry, text_of
from jixiao.reporting import (
    CheckRecord,
    FindingRecord,
    finding_record,
    record_to_json,
)
from jixiao.writing import (
    DueDepartment,
    IndicatorFigures,
    Notice,
    ReturnRow,
    SummaryScope,
    figures_to_text,
    gather_statistics,
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
    notices: list[Notice] = []
    with open_outputs(paths, LedgerRows(ledger), figures, due, scope) as outputs:
        others = _findings_of_no_return(result.attribution, result.skipped)
        ledger.list_files(
            chain(
                _list_returns(outputs, ledger, result, figures, notices),
                _list_others(outputs, others, result),
            )
        )
    ledger.note("figures", figures_to_text(figures))
    ledger.note("due", json.dumps([asdict(one) for one in due], ensure_ascii=False))
    ledger.note("scope", json.dumps(asdict(scope), ensure_ascii=False))
    return dict(outputs.severities), notices


def _list_returns(
    outputs: OpenOutputs,
    ledger: Ledger,
    result: FolderResult,
    figures: dict[tuple[str, str], IndicatorFigures],
    notices: list[Notice],
) -> Iterator[ListedFile]:
    """Write each return to the outputs and give what the ledger lists of it."""
    attribution, lang = result.attribution, result.lang
    records = _records(ledger, attribution, lang, result.reviews)
    served = {one.department for one in attribution.returns if one.counts}
    for record, one in zip(records, attribution.returns, strict=True):
        row = _row(one, attribution.findings.get(one.relative, ()), result.copies, lang)
        is_listed = one.department is not None or result.scope.listed is None
        row = replace(row, is_listed=is_listed)
        if row.counts:
            row = replace(row, since=result.season.since(one.name, record.findings))
        names = {each.id: each.name for each in record.indicators}
        outputs.add_result(record_to_json(record), row)
        outputs.add_findings(record.file, record.findings, names, row)
        if row.counts:
            gather_statistics(figures, record)
        is_awaited = one.department is not None and one.department not in served
        if result.notices is not None and must_mend(row, is_awaited=is_awaited):
            notices.append(notice_of(row, record, names, lang, result.scope.year))
        yield list_return(row, record.findings, names)


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


def _records(
    ledger: Ledger, attribution: FolderAttribution, lang: Lang, reviews: Mapping[str, Review]
) -> Iterator[CheckRecord]:
    """Give each record with the findings that only the folder shows, most serious first."""
    for stored in ledger.records():
        record = reviewed_record(stored, reviews.get(stored.file))
        findings = [*record.findings]
        if record.outcome == "no-scoresheet":
            findings = [replace(found, severity="notice") for found in findings]
        extra = attribution.findings.get(record.file, ())
        findings.extend(finding_record(item, lang) for item in extra)
        findings.sort(key=_rank)
        yield replace(record, findings=tuple(findings))


def _rank(found: FindingRecord) -> int:
    return ("error", "warning", "notice").index(found.severity)


def _findings_of_no_return(
    attribution: FolderAttribution, skipped: Mapping[str, tuple[Finding, ...]]
) -> Iterable[tuple[str, tuple[Finding, ...]]]:
    """Findings about no checked return: missing departments first, then files skipped."""
    if attribution.general:
        yield "", attribution.general
    yield from sorted(skipped.items())
