"""The forms of a folder: returns without a rulebook, by form, and the one that is like no other.

One drafted rulebook serves all returns of a form. It is drafted from the variant (weights,
standards) that most of them have, so that what one department altered shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jixiao.bulk.job import Job
from jixiao.drafting import FORM_PREFIX, FormSeen, usual_of
from jixiao.finding import Finding, chinese_text, finding
from jixiao.reporting import CheckBrief

_MANY = 5  # returns of one form or rulebook next to which a single other one is odd


@dataclass(frozen=True, slots=True)
class WaitingReturn:
    """A return that is checked once the rulebook of its form is drafted."""

    job: Job
    seen: FormSeen


def typical_returns(waiting: Sequence[WaitingReturn]) -> Mapping[str, Job]:
    """The return of each form to draft from: the first of its most frequent variant."""
    by_form: dict[str, list[WaitingReturn]] = {}
    for one in sorted(waiting, key=lambda one: one.job.relative):
        by_form.setdefault(one.seen.key, []).append(one)
    return {
        key: returns[usual_of([one.seen for one in returns])].job
        for key, returns in by_form.items()
    }


def form_names(briefs: Iterable[CheckBrief]) -> Mapping[str, str]:
    """A name for each form that has no rulebook, by key."""
    keys = sorted({one.rulebook or "" for one in briefs})
    forms = [key for key in keys if key.startswith(FORM_PREFIX)]
    return {
        key: chinese_text("bulk.forms.name", number=number) for number, key in enumerate(forms, 1)
    }


def count_forms(briefs: Iterable[CheckBrief]) -> Mapping[str, int]:
    """How many returns follow each rulebook or form, the most frequent first."""
    counts = Counter(one.rulebook for one in briefs if one.rulebook)
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def odd_forms(briefs: Iterable[CheckBrief]) -> Mapping[str, tuple[Finding, ...]]:
    """Say of a return that its form is like no other where most of a folder share one."""
    checked = [one for one in briefs if one.rulebook is not None and one.outcome == "checked"]
    counts = Counter(one.rulebook for one in checked)
    if not counts:
        return {}
    usual, most = counts.most_common(1)[0]
    if most < _MANY or 2 * most < len(checked):
        return {}
    return {
        one.file: (finding("B125", count=str(most), found=one.rulebook, expected=usual),)
        for one in checked
        if counts[one.rulebook] == 1
    }
