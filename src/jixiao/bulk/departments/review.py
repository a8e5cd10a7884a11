"""Reviewed scores (复核得分) that an officer typed into an annotated copy.

A review is what was read of such a copy; it goes onto the record of the return that was annotated.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from jixiao.finding import Bilingual, text_of
from jixiao.reporting import CheckBrief, CheckRecord, TotalRecord


@dataclass(frozen=True, slots=True)
class Review:
    """What a copy says: reviewed scores by indicator id, in points, and what they come to.

    ``outcome`` is that of checking the copy; ``figures`` is the digest of what is typed in it.
    """

    outcome: str
    total: str | None = None
    grade: str | None = None
    scores: Mapping[str, str] = field(default_factory=dict)
    figures: str | None = None

    def reason(self, figures: str | None) -> Bilingual:
        """Say what was read of the copy of a return with these figures."""
        if self.outcome != "checked":
            return text_of("bulk.review.unread")
        if not self.scores:
            return text_of("bulk.review.none")
        total = self.total or "—"
        wording = text_of("bulk.review.read").fill(count=len(self.scores), total=total)
        return (
            wording
            if self.figures == figures
            else text_of("bulk.review.other").fill(wording=wording)
        )


def review_of(record: CheckRecord) -> Review:
    """Take the review out of the record of a copy."""
    total = record.total or TotalRecord()
    scores = {
        one.id: one.reviewed_score for one in record.indicators if one.reviewed_score is not None
    }
    return Review(record.outcome, total.reviewed, total.reviewed_grade, scores, record.figures)


def review_to_text(review: Review) -> str:
    """Write a review on one line."""
    return json.dumps(asdict(review), ensure_ascii=False, separators=(",", ":"))


def review_from_text(text: str) -> Review:
    """Read what ``review_to_text`` wrote."""
    return Review(**json.loads(text))


def reviewed_brief(brief: CheckBrief, review: Review | None) -> CheckBrief:
    """Put what a review comes to onto the brief of the return."""
    if review is None or not review.scores:
        return brief
    return replace(brief, reviewed=review.total, reviewed_grade=review.grade)


def reviewed_record(record: CheckRecord, review: Review | None) -> CheckRecord:
    """Put a review onto the record of the return; scores that the return holds give way."""
    if review is None or not review.scores:
        return record
    total = record.total and replace(
        record.total, reviewed=review.total, reviewed_grade=review.grade
    )
    indicators = tuple(
        replace(one, reviewed_score=review.scores.get(one.id)) for one in record.indicators
    )
    return replace(record, total=total, indicators=indicators)
