"""What the returns of one folder have in common, and which of them are of something else.

The year, the place and the form are those of the roster or the request, else those of nearly all
returns. What is of another one is not ranked: its figures do not compare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.bulk.departments.model import Attribution
from jixiao.bulk.departments.roster import Roster, place_of
from jixiao.finding import Finding, finding, text_of

_NEARLY_ALL = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class Batch:
    """What is expected of a return: its year, its place (示例市), its form (a rulebook's id).

    None where nothing is expected; a form that the sheets themselves declare is the empty id.
    """

    year: int | None
    place: str | None
    form: str | None
    roster: Roster | None = None

    @classmethod
    def of(
        cls,
        returns: Sequence[Attribution],
        roster: Roster | None,
        year: int | None,
        rulebook: str | None,
    ) -> Batch:
        """See what nearly all returns, or the names on the roster, have in common."""
        checked = [one.brief for one in returns if one.brief.outcome == "checked"]
        names = (
            [one.name for one in roster.departments]
            if roster
            else [brief.department for brief in checked if brief.department]
        )
        form = None if rulebook else _common(brief.rulebook or "" for brief in checked)
        return cls(year, _common(place_of(name) for name in names), form, roster)

    def weighed(self, one: Attribution) -> Attribution:
        """Leave uncounted what is of something else or blank: it is not what was asked for."""
        if one.brief.outcome != "checked":
            return one
        why = next(self._strangeness(one), "")
        if not why and one.brief.claimed is None and one.brief.computed is None:
            why = "blank"
        return replace(one, counts=False, uncounted=why) if why else one

    def strange(self, one: Attribution) -> Iterator[Finding]:
        """Say what a return is of that it should not be of."""
        brief = one.brief
        for why in self._strangeness(one):
            if why == "year":
                yield finding("B108", found=str(brief.year), expected=str(self.year))
            elif why == "place":
                yield finding("B123", found=brief.department or "", expected=self.place or "")
            else:
                own = text_of("bulk.batch.own-form")
                found, expected = brief.rulebook or own, self.form or own
                yield finding("B124", reason=found, usual=expected)

    def _strangeness(self, one: Attribution) -> Iterator[str]:
        brief = one.brief
        if brief.outcome != "checked":
            return
        if brief.year is not None and self.year is not None and brief.year != self.year:
            yield "year"
        if self._is_elsewhere(brief.department):
            yield "place"
        if self.form is not None and (brief.rulebook or "") != self.form:
            yield "form"

    def _is_elsewhere(self, name: str | None) -> bool:
        """Whether a name begins with another place of the same level (市 with 市, 县 with 县)."""
        if self.place is None or (self.roster and self.roster.named(name)):
            return False
        place = place_of(name)
        return place is not None and place[-1] == self.place[-1] and place != self.place


def _common(values: Iterable[str | None]) -> str | None:
    """The value that nearly all of those have that have one; None where there is no such."""
    votes = Counter(value for value in values if value is not None)
    if not votes:
        return None
    value, count = votes.most_common(1)[0]
    return value if count >= _NEARLY_ALL * votes.total() else None
