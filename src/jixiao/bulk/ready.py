"""A return as the outputs have it, made by the worker that checked it.

Line of results, columns of the table, lines of findings, cards of the page: what does not depend on
the rest of the folder. The run that writes the outputs joins it, and makes only what the folder
shows besides.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import msgspec

from jixiao.bulk.result_table import TablePart, table_part
from jixiao.finding import Finding, Lang
from jixiao.reporting import (
    CheckRecord,
    FindingRecord,
    csv_line,
    finding_to_json,
    finding_to_text,
    part_json_line,
    record_to_json,
    to_json_line,
)
from jixiao.writing import (
    FindingCard,
    ListingRow,
    finding_cards,
    joined_cards,
    listing_row,
    rulebook_key,
    score_texts,
)

RANKS: Final = {"error": 0, "warning": 1, "notice": 2}
_OF_REPORT: Final = "N"  # begins codes that the line of results has a second time
_FORM: Final = 1  # of what is kept: another one is made anew


class ReadyFinding(NamedTuple):
    """One finding: what is counted of it, then its line in each output.

    ``name`` is that of its indicator, where that is known; ``mark`` what it is known by in the
    next round.
    """

    code: str
    severity: str
    waived: bool
    indicator: str | None
    name: str | None
    mark: str
    because: str | None
    json: bytes
    csv: str
    row: ListingRow
    text: str


class ReadyReturn(NamedTuple):
    """One return; ``head`` and ``tail`` are its line of results before and after the findings."""

    head: bytes
    tail: bytes
    findings: tuple[ReadyFinding, ...]
    cards: tuple[FindingCard, ...]
    table: TablePart
    rulebook: str
    scores: tuple[str, ...]


def ready_return(record: CheckRecord, lang: Lang) -> ReadyReturn:
    """Make all of a record whose findings are in their order."""
    document = record_to_json(record)
    head, lines, tail = part_json_line(document)
    names = {one.id: one.name for one in record.indicators}
    return ReadyReturn(
        head.encode(),
        tail.encode(),
        ready_findings(record.file, record.findings, names, lang, lines),
        finding_cards(record.file, record.findings, lang),
        table_part(document),
        rulebook_key(record),
        tuple(score_texts(record)),
    )


def ordered_findings(
    record: CheckRecord, more: Sequence[FindingRecord] = ()
) -> tuple[FindingRecord, ...]:
    """Give findings as outputs list them, with ``more`` that the folder shows.

    Those of a record are notices where there is no scoresheet.
    """
    findings = [*record.findings]
    if record.outcome == "no-scoresheet":
        findings = [replace(found, severity="notice") for found in findings]
    return tuple(sorted([*findings, *more], key=_rank))


def _rank(found: FindingRecord | ReadyFinding) -> int:
    return RANKS[found.severity]


def ready_findings(
    relative: str,
    findings: Sequence[FindingRecord],
    names: Mapping[str, str],
    lang: Lang,
    lines: Iterable[str],
) -> tuple[ReadyFinding, ...]:
    """Make each finding of a file; ``names`` are of indicators, ``lines`` their JSON."""
    return tuple(
        ReadyFinding(
            found.code,
            found.severity,
            found.waived is not None,
            found.indicator,
            name := names.get(found.indicator or ""),
            found.mark,
            found.because,
            line.encode(),
            csv_line(relative, found, lang, name),
            listing_row(found, names, relative, lang),
            finding_to_text(found),
        )
        for found, line in zip(findings, lines, strict=True)
    )


def is_joinable(ready: ReadyReturn, more: Iterable[Finding]) -> bool:
    """Whether findings go between those of a return without changing what these look like."""
    causes = {one.because for one in ready.findings}
    return not any(
        one.indicator or one.because or one.code.startswith(_OF_REPORT) or one.code in causes
        for one in more
    )


def with_more(
    ready: ReadyReturn, relative: str, more: Sequence[FindingRecord], lang: Lang
) -> ReadyReturn:
    """Put findings that the folder shows between those of a return; see ``is_joinable``."""
    if not more:
        return ready
    lines = [to_json_line(finding_to_json(found)) for found in more]
    findings = (*ready.findings, *ready_findings(relative, more, {}, lang, lines))
    return ready._replace(
        findings=tuple(sorted(findings, key=_rank)),
        cards=tuple(joined_cards([ready.cards, finding_cards(relative, more, lang)])),
    )


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(tuple[int, ReadyReturn])


def pack_ready(ready: ReadyReturn) -> bytes:
    """Turn it into compressed bytes."""
    return zlib.compress(_encoder.encode((_FORM, ready)), 3)


def unpack_ready(packed: bytes) -> ReadyReturn | None:
    """Read what ``pack_ready`` gave; None where another version wrote it."""
    try:
        form, ready = _decoder.decode(zlib.decompress(packed))
    except (zlib.error, msgspec.MsgspecError):
        return None
    return ready if form == _FORM else None
