"""Write report.html of a folder: findings stream in, the rest is written when all are there.

Takes what the summary takes. Of a large folder the page draws a part and says where the rest is,
so that neither it nor the memory to make it grows without bound.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from jixiao.finding import entry
from jixiao.reporting import FindingRecord, page_template
from jixiao.writing.folder_page.charts import gap_chart, grade_chart, over_chart
from jixiao.writing.folder_page.groups import SECTIONS, CountedFinding, group_of
from jixiao.writing.folder_page.ready_cards import FindingCard, finding_cards, joined_cards
from jixiao.writing.folder_page.ready_lines import line_drawing
from jixiao.writing.folder_page.render import PACKAGE, assets, words
from jixiao.writing.folder_page.rows import (
    OFFICE_TONES,
    missing_lines,
    office_lines,
    return_line,
    return_lines,
)
from jixiao.writing.summary import (
    DueDepartment,
    IndicatorFigures,
    ReturnRow,
    ReturnTable,
    SummaryScope,
    Tally,
    office_columns,
    office_sums,
    worst_figures,
)

RETURNS: Final = 3_000  # lines of the ranking, and as many of departments missing
GROUPS: Final = 1_500  # files whose findings are drawn
CHARTED: Final = 12  # departments
_SPOOLED: Final = 1 << 20  # bytes of findings kept in memory, a section
_READ: Final = 1 << 16  # characters
_MISSING: Final = "B101"
_Added = tuple[Sequence[CountedFinding], Callable[[], Sequence[FindingCard]]]


class FolderPage:
    """The page of a folder being written to ``path``; use as a context manager.

    ``returns`` and ``figures`` are read when the manager is left.
    """

    def __init__(
        self,
        path: Path,
        returns: ReturnTable,
        figures: Mapping[tuple[str, str], IndicatorFigures],
        due: Sequence[DueDepartment],
        scope: SummaryScope,
    ) -> None:
        self._path, self._returns, self._figures = path, returns, figures
        self._due, self._scope = tuple(due), scope
        self._codes: Counter[str] = Counter()
        self._groups: Counter[str] = Counter()
        self._drawn: set[str] = set()
        self._left_out = 0
        self._open: tuple[str, list[_Added], ReturnRow | None] = ("", [], None)
        self._stack = ExitStack()
        self._spools = {section: self._stack.enter_context(_spool()) for section in SECTIONS}

    def __enter__(self) -> Self:
        return self

    def add(self, relative: str, findings: Sequence[FindingRecord], row: ReturnRow | None) -> None:
        """Add findings of one file; ``row`` is None for those about no checked return.

        A file may be added several times, but with no other between: it is written when the next
        one comes, and would else be there twice.
        """
        shown = [one for one in findings if one.code != _MISSING]  # they have a table
        self._add(relative, shown, partial(finding_cards, relative, shown, self._scope.lang), row)

    def add_cards(
        self,
        relative: str,
        findings: Sequence[CountedFinding],
        cards: Sequence[FindingCard],
        row: ReturnRow | None,
    ) -> None:
        """Add findings of one file whose cards are ready."""
        self._add(relative, findings, lambda: cards, row)

    def _add(
        self,
        relative: str,
        findings: Sequence[CountedFinding],
        cards: Callable[[], Sequence[FindingCard]],
        row: ReturnRow | None,
    ) -> None:
        if relative != self._open[0]:
            self._close()
            self._open = (relative, [], row)
        if findings:
            self._open[1].append((findings, cards))

    def _close(self) -> None:
        """Write the findings of the file that was added last."""
        relative, added, row = self._open
        self._open = ("", [], None)
        if not added:
            return
        findings = [one for each, _ in added for one in each]
        self._codes.update({one.code for one in findings if one.severity != "notice"})
        if len(self._drawn) >= GROUPS:
            self._left_out += 1
            return
        scope = self._scope
        cards = joined_cards([make() for _, make in added])
        group = group_of(relative, findings, cards, row, scope.extra_headings, scope.lang)
        self._groups[group.section] += 1
        self._drawn.add(group.anchor)
        text = page_template("group.html", PACKAGE).render(group=group, **words(scope.lang))
        self._spools[group.section].write(text)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._stack:
            if kind is not None:  # there will be no such file: take no time over it
                return
            self._close()
            stream = page_template("folder.html", PACKAGE).generate(**self._shown())
            with self._path.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(stream)

    def _shown(self) -> dict[str, object]:
        """All that the template puts in."""
        scope, lang, due = self._scope, self._scope.lang, self._due
        census = self._returns.census
        counts = census.counts.with_due(due)
        tally = Tally.of(counts, due, scope)
        columns = office_columns(tally)
        is_reviewed = counts.reviewed.total() > 0
        grades = counts.named_grades(scope.grades)
        charts = (
            grade_chart(grades, lang),
            over_chart(worst_figures(self._figures.values()), lang),
            gap_chart(census.largest[:CHARTED], lang),
        )
        return {
            **words(lang),
            **assets(),
            "scope": scope,
            "counts": counts,
            "tally": tally,
            "offices": tuple(office_lines(counts.offices, columns, lang)),
            "office_columns": columns,
            "office_sums": office_sums(tally, columns),
            "office_tones": OFFICE_TONES,
            "charts": [one for one in charts if one],
            "missing": islice(missing_lines(due, scope.extra_headings, lang), RETURNS),
            "missing_left": max(0, len(due) - RETURNS),
            "lines": "".join(self._lines(is_reviewed=is_reviewed)),
            "lines_left": max(0, counts.counted - RETURNS),
            "is_reviewed": is_reviewed,
            "codes": [
                (code, entry(code).title.text(lang), count)
                for code, count in sorted(self._codes.items(), key=lambda x: (-x[1], x[0]))
            ],
            "groups": [(s, self._groups[s], self._read(s)) for s in SECTIONS if self._groups[s]],
            "groups_left": self._left_out,
        }

    def _lines(self, *, is_reviewed: bool) -> Iterator[str]:
        """Draw the table of returns: those that count, then the others."""
        lang = self._scope.lang
        draw = line_drawing(self._drawn, lang, is_reviewed=is_reviewed)
        yield from map(draw, islice(return_lines(self._returns.ranked(), lang), RETURNS))
        for row in self._returns.census.uncounted[:RETURNS]:
            yield draw(return_line(row, lang))

    def _read(self, section: str) -> Iterator[str]:
        """Read back what was written of a section: it is markup already."""
        spool = self._spools[section]
        spool.seek(0)
        while chunk := spool.read(_READ):
            yield chunk


def _spool() -> tempfile.SpooledTemporaryFile[str]:
    return tempfile.SpooledTemporaryFile(_SPOOLED, "w+", encoding="utf-8", newline="\n")
