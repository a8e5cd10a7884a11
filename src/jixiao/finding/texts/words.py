"""Words that several rooms say: severities, verdicts, and the labels of a finding's parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "words.severity.error": ("错误", "error"),
    "words.severity.warning": ("警告", "warning"),
    "words.severity.notice": ("提示", "notice"),
    "words.settled": (
        "这里不用改：改正{place}后再核对即可。",
        "Nothing to do here: mend {place} and check again.",
    ),
    "words.verdict.agrees": ("一致", "agrees"),
    "words.verdict.agrees-shown": ("按显示值一致", "agrees as shown"),
    "words.verdict.differs": ("不一致", "differs"),
    "words.verdict.undecidable": ("无法判定", "undecidable"),
    "words.verdict.judged": ("人工评判", "judged"),
    "words.verdict.missing": ("未填自评", "missing"),
    "words.remedy": ("怎么改", "what to do"),
    "words.separator": ("、", ", "),
    "words.colon": ("：", ": "),
    "words.semicolon": ("；", "; "),
    "words.stop": ("。", "."),
    "words.line.expected": ("应为：{text}", "expected: {text}"),
    "words.line.remedy": ("怎么改：{text}", "what to do: {text}"),
    "words.line.because": ("起因：{text}", "cause: {text}"),
    "words.waived": ("已豁免", "waived"),
    "words.line.waived": (
        "豁免：{reason}（{who}，至{until}）",
        "waived: {reason} ({who}, until {until})",
    ),
    "words.line.likely": ("可能的原因：{text}", "likely cause: {text}"),
    "words.heading.remedy": ("怎么改", "What to do"),
    "words.comment.likely": ("可能的原因：{text}", "Likely cause: {text}"),
    "words.comment.expected": ("应为：{text}", "Expected: {text}"),
    "words.comment.arithmetic": ("计算过程：{text}", "Arithmetic: {text}"),
    "words.comment.standard": ("评分标准（原文）：{text}", "Standard as published: {text}"),
    "words.comment.computed": ("程序的算法：{text}", "As computed: {text}"),
    "words.comment.remedy": ("处理办法：{text}", "What to do: {text}"),
}
