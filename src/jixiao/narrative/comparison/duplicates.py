"""Passages that reports of different departments share, and last year's report handed in again.

Passages are compared by their runs of characters (shingles), names of departments and years left
out; what many reports share comes from the notice or a template, and counts for none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.finding import Finding, finding
from jixiao.narrative.claims import plain_name
from jixiao.narrative.model import NarrativeReport, Passage

_RUN: Final = 10  # characters of a shingle
_LEAST: Final = 60  # characters from which a passage is nobody's common phrase
_LIKENESS: Final = 0.85  # share of its shingles that a copied passage has in common
_COMMON: Final = 4  # reports from which a shingle is common property
_ENOUGH: Final = 200  # characters copied from which it is reported
_SAME: Final = 0.9  # share of its passages that a report handed in again has in common
_PASSAGES: Final = 3  # long ones from which a report can be told by them
_SENTENCES: Final = 5  # passages, figures included, from which it can
_SAYING: Final = 15  # characters from which a passage says something
_YEARS: Final = re.compile(r"(?:19|20)\d\d年?度?")
_LEFT_OUT: Final = re.compile(
    r"[^\u4e00-\u9fff]|[\u4e00-\u9fff]{2,4}[省市县区]|[\u4e00-\u9fff]{1,6}(?:局|委员会|办公室)|我[局委办院]|年度?"
)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A passage cut into shingles."""

    passage: Passage
    length: int
    shingles: frozenset[int]


def copied_passages(reports: Mapping[str, NarrativeReport]) -> dict[str, tuple[Finding, ...]]:
    """Find passages that two reports share (N401), by the key of each report."""
    cut = {key: _cuts(report) for key, report in reports.items()}
    spread = Counter(s for cuts in cut.values() for s in {s for c in cuts for s in c.shingles})
    owners: dict[int, list[tuple[str, _Cut]]] = defaultdict(list)
    for key, cuts in cut.items():
        for each in cuts:
            for shingle in each.shingles:
                if 1 < spread[shingle] < _COMMON:
                    owners[shingle].append((key, each))
    found: dict[str, tuple[Finding, ...]] = {}
    for key, cuts in cut.items():
        findings = tuple(_copied(key, cuts, owners))
        if findings:
            found[key] = findings
    return found


def handed_in_again(now: NarrativeReport, before: NarrativeReport) -> Iterator[Finding]:
    """Say that a report is last year's, hardly changed (N402).

    Either its long passages are those of last year's but for years and figures, or nearly all of
    its passages are, figures included.
    """
    mine, theirs = _cuts(now), _cuts(before)
    known = {shingle for each in theirs for shingle in each.shingles}
    same, of = sum(_share(each, known) >= _LIKENESS for each in mine), len(mine)
    if of < _PASSAGES or same < _SAME * of:
        said, kept = _without_years(now), set(_without_years(before))
        same, of = sum(each in kept for each in said), len(said)
        if of < _SENTENCES or same < _SAME * of:
            return
    yield finding("N402", found=f"{same}/{of}", same=str(same), of=str(of))


def _without_years(report: NarrativeReport) -> list[str]:
    """The passages that say something, years left out, figures as they are."""
    plain = (_YEARS.sub("", plain_name(passage.text)) for passage in report.passages)
    return [each for each in plain if len(each) >= _SAYING]


def _share(cut: _Cut, known: set[int]) -> float:
    return len(cut.shingles & known) / len(cut.shingles)


def _cuts(report: NarrativeReport) -> list[_Cut]:
    found: list[_Cut] = []
    for passage in report.passages:
        bare = _LEFT_OUT.sub("", plain_name(passage.text))
        if not passage.table and len(bare) >= _LEAST:
            runs = frozenset(hash(bare[n : n + _RUN]) for n in range(len(bare) - _RUN + 1))
            found.append(_Cut(passage, len(bare), runs))
    return found


def _copied(
    key: str, cuts: Sequence[_Cut], owners: Mapping[int, list[tuple[str, _Cut]]]
) -> Iterator[Finding]:
    """One finding for each report that this one shares much with."""
    pairs: dict[str, list[tuple[_Cut, _Cut]]] = defaultdict(list)
    for each in cuts:
        shared: Counter[tuple[str, int]] = Counter()
        by_place: dict[tuple[str, int], _Cut] = {}
        for shingle in each.shingles:
            for other, cut in owners.get(shingle, ()):
                if other != key:
                    shared[other, cut.passage.number] += 1
                    by_place[other, cut.passage.number] = cut
        for place, count in shared.most_common(1):
            if count >= _LIKENESS * len(each.shingles):
                pairs[place[0]].append((each, by_place[place]))
    for other, both in sorted(pairs.items()):
        length = sum(mine.length for mine, _ in both)
        if length >= _ENOUGH:
            first, theirs = both[0]
            yield finding(
                "N401",
                found=first.passage.text[:40],
                paragraph=first.passage.place,
                place=first.passage.place,
                other=other,
                there=theirs.passage.place,
                count=str(len(both)),
                length=str(length),
            )
