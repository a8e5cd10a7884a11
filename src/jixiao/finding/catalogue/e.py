"""Codes E: Evidence and reasons."""

from __future__ import annotations

from jixiao.finding.catalogue.e_survey import SURVEY
from jixiao.finding.catalogue.entry import notice, warning
from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = (
    warning(
        "E101",
        (
            "扣了分但没有写原因",
            "“{name}”分值{weight}分，自评{score}分，扣{lost}分，扣分原因没有填写。",
            "请在扣分原因栏写明扣分的原因。",
            "未得满分的指标都要说明原因，便于复核和下一年改进。空着或填“/”“无”的算没有填写。",
        ),
        (
            "Points lost without a reason",
            "“{name}” claims {score} of {weight} points; the reason for losing {lost} is missing.",
            "Say in the reason column why points were lost.",
            "Whatever is below full marks needs a reason, for the review and for next "
            "year. A blank, “/” or 无 counts as none.",
        ),
    ),
    notice(
        "E102",
        (
            "得了满分却写有扣分",
            "“{name}”自评满分{weight}分，扣分原因却写有“{found}”。",
            "请核对是得分没有减，还是原因写错了行。",
            "扣分原因栏写了扣几分，得分却没有减少，两处必有一处不对。",
        ),
        (
            "Full marks, yet a deduction is mentioned",
            "“{name}” claims the full {weight} points, yet the reason says “{found}”.",
            "See whether the score was not reduced or the reason stands in the wrong row.",
            "The reason names a deduction that the score does not show; one of them is wrong.",
        ),
    ),
    warning(
        "E103",
        (
            "没有完成指标值，也没有写原因",
            "“{name}”指标值{target}，完成{actual}，没有完成，也没有写原因。",
            "请核对完成值；确实没有完成的，请写明原因和改进措施。",
            "没有完成指标值的，表中都要求说明原因。",
        ),
        (
            "A target missed without a reason",
            "“{name}”: the target is {target}, {actual} was reached, and no reason is given.",
            "Check what was reached; where the target was missed, say why and what will be done.",
            "Forms ask for the reason wherever a target was missed.",
        ),
    ),
    *SURVEY,
)
