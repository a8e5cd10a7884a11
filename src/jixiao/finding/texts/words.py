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
}
