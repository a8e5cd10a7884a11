"""Scores added up section by section, as claimed and as computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.checking.score import JudgedRow, is_left_blank, shown_score
from jixiao.figures import Exact, ReadingState
from jixiao.finding import chinese_text
from jixiao.rulebook import (
    Figures,
    OutcomeState,
    Role,
    add_points,
    adjusting,
    ceiling_of,
    is_spread,
    vetoed_total,
)
from jixiao.scoresheet import Reading, Row, RowKind, Scoresheet

SectionPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summand:
    """One row or section of the level below, with the points claimed for it."""

    name: str
    points: Fraction
    most: Fraction = Exact(0)  # what a blank row may stand for


class Sums:
    """The scores of one sheet, to be added up below any path of sections."""

    def __init__(self, sheet: Scoresheet, judged: Sequence[JudgedRow], figures: Figures) -> None:
        self.figures = figures
        self.digits = sheet.rulebook.digits
        self._sheet = sheet
        self._kept = [
            j for j in judged if not _is_dropped(j) and j.row.kind is not RowKind.OF_WHICH
        ]
        self._below: dict[SectionPath, Sequence[JudgedRow]] = {}
        self._dropped = sum(
            (j.result.weight or Exact(0) for j in judged if _is_dropped(j)), Exact(0)
        )
        self._adjusts = adjusting(sheet.rulebook)
        self._sections = [r for r in sheet.rows if r.kind is RowKind.SECTION]
        self.has_bonus = any(way == "up" for way in self._adjusts.values())

    def typed(self, reading: Reading | None) -> Fraction | None:
        """A typed score at the rulebook's digits."""
        return shown_score(reading, self.digits)

    @staticmethod
    def is_waiting(reading: Reading) -> bool:
        """Whether a cell holds a formula whose result was never stored."""
        return reading.state is ReadingState.UNCACHED

    def top_names(self) -> list[str]:
        """Names of the top-level sections, in the order of the sheet."""
        return list(dict.fromkeys(j.row.path[0] for j in self._kept if j.row.path))

    def section_reading(self, path: SectionPath) -> Reading | None:
        """The cell with the section's claimed sum."""
        row = next((r for r in self._sections if r.path == path), None)
        return row.readings.get(Role.CLAIMED) if row is not None else None

    def weight(self, path: SectionPath) -> Fraction | None:
        """The most points a section can have; None where that is not known, or it only takes."""
        ways = {self._adjusts.get(j.row.id) for j in self._under(path)}
        if ways == {"down"}:
            return None
        counted = None if None in ways else "up"
        summed = Exact(0)
        for judged in self._under(path):
            if self._adjusts.get(judged.row.id) == counted:
                if judged.result.weight is None:
                    return None
                summed += judged.result.weight
        most = None if counted is None else ceiling_of(self._sheet.rulebook, counted)
        return summed if most is None else min(summed, most)

    def signed(self, path: SectionPath, value: Fraction | None) -> Fraction | None:
        """A section's sum as it counts: one of malus rows alone takes, however it is written."""
        if value is None or not self._adjusts:
            return value
        ways = {self._adjusts.get(j.row.id) for j in self._under(path)}
        return -abs(value) if ways == {"down"} else value

    def below(self, path: SectionPath) -> list[Summand] | None:
        """The level below a path as claimed; a blank adds nothing, an unclear figure gives None."""
        covered = self._claimed_sections(path)
        found = [Summand(section.name, value) for section, value in covered]
        loose: list[tuple[str, Fraction]] = []
        for judged in self._under(path):
            if any(judged.row.path[: len(s.path)] == s.path for s, _ in covered):
                continue
            value = self._claimed_points(judged)
            if value is not None:
                found.append(Summand(judged.row.name, value))
                loose.append((judged.row.id, value))
            elif is_left_blank(judged.row.readings.get(Role.CLAIMED)):
                most = judged.result.weight or Exact(0)
                found.append(Summand(judged.row.name, Exact(0), most))
            else:
                return None
        return [*found, *self._beyond_ceilings(loose)]

    def _claimed_sections(self, path: SectionPath) -> list[tuple[Row, Fraction]]:
        """The topmost sections below a path with a sum; none where a ceiling is over several."""
        found: list[tuple[Row, Fraction]] = []
        if not path and is_spread(self._sheet.rulebook):
            return found
        for section in self._sections:
            deeper = section.path[: len(path)] == path and len(section.path) > len(path)
            inside = any(section.path[: len(s.path)] == s.path for s, _ in found)
            value = self.signed(section.path, self.typed(section.readings.get(Role.CLAIMED)))
            if deeper and not inside and value is not None and self._is_topmost(section, path):
                found.append((section, value))
        return found

    def _beyond_ceilings(self, points: Sequence[tuple[str, Fraction]]) -> Iterator[Summand]:
        """What of bonus and malus rows does not count."""
        added = add_points(self._sheet.rulebook, points)
        name = chinese_text("checking.sum.ceiling")
        if added.capped_up:
            yield Summand(name, -added.capped_up)
        if added.capped_down:
            yield Summand(name, added.capped_down)

    def claimed(self, path: SectionPath) -> Fraction | None:
        """The sum of all self-scores below a path; None where one is blank or unclear."""
        return self._add(path, [self._claimed_points(j) for j in self._under(path)])

    def computed(self, path: SectionPath) -> Fraction | None:
        """The sum with the computed score where there is one and the claimed score elsewhere."""
        return self._add(path, [self._computed_points(j) for j in self._under(path)])

    @property
    def is_reviewed(self) -> bool:
        """Whether any row has a reviewed score."""
        return any(j.result.reviewed_score is not None for j in self._kept)

    def reviewed(self, path: SectionPath) -> Fraction | None:
        """The sum with the reviewed score where there is one and the computed score elsewhere."""
        return self._add(path, [self._reviewed_points(j) for j in self._under(path)])

    def adjusted(self, total: Fraction, path: SectionPath) -> Fraction:
        """Scale a total up where rows that do not apply are left out of it."""
        whole: Fraction = Exact(self._sheet.rulebook.total)
        if path or not self._dropped or self._dropped >= whole:
            return total
        return total * whole / (whole - self._dropped)

    def _add(self, path: SectionPath, values: Sequence[Fraction | None]) -> Fraction | None:
        known = [value for value in values if value is not None]
        if not values or len(known) < len(values):
            return None
        rows = zip((j.row.id for j in self._under(path)), known, strict=True)
        return self.left(self.adjusted(add_points(self._sheet.rulebook, rows).total, path), path)

    def left(self, total: Fraction, path: SectionPath) -> Fraction:
        """What a breach that decides leaves of the total."""
        return total if path else vetoed_total(self._sheet.rulebook, total, self.figures)

    def _under(self, path: SectionPath) -> Sequence[JudgedRow]:
        if not path:
            return self._kept
        found = self._below.get(path)
        if found is None:
            rows = [j for j in self._kept if j.row.path[: len(path)] == path]
            found = self._below[path] = rows
        return found

    def _is_topmost(self, section: Row, path: SectionPath) -> bool:
        """Whether no other claimed section lies between ``path`` and this one."""
        return not any(
            len(path) < len(other.path) < len(section.path)
            and section.path[: len(other.path)] == other.path
            and self.typed(other.readings.get(Role.CLAIMED)) is not None
            for other in self._sections
        )

    def _claimed_points(self, judged: JudgedRow) -> Fraction | None:
        value = judged.result.claimed_score
        if value is not None and self._adjusts.get(judged.row.id) == "down":
            return -abs(value)
        return value

    def _computed_points(self, judged: JudgedRow) -> Fraction | None:
        value = judged.result.computed_score
        return value if value is not None else self._claimed_points(judged)

    def _reviewed_points(self, judged: JudgedRow) -> Fraction | None:
        value = judged.result.reviewed_score
        if value is None:
            return self._computed_points(judged)
        return -abs(value) if self._adjusts.get(judged.row.id) == "down" else value


def _is_dropped(judged: JudgedRow) -> bool:
    """Whether a row does not apply and is left out of the total."""
    outcome = judged.computed.outcome
    return outcome.state is OutcomeState.NOT_APPLICABLE and outcome.score is None
