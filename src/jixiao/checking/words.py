"""What verdicts and severities are called, wherever a user reads them."""

from __future__ import annotations

from typing import Final

from jixiao.checking.model import Verdict
from jixiao.finding import Bilingual, Severity

VERDICTS: Final = {
    Verdict.AGREES: Bilingual("一致", "agrees"),
    Verdict.AGREES_SHOWN: Bilingual("按显示值一致", "agrees as shown"),
    Verdict.DIFFERS: Bilingual("不一致", "differs"),
    Verdict.UNDECIDABLE: Bilingual("无法判定", "undecidable"),
    Verdict.JUDGED: Bilingual("人工评判", "judged"),
    Verdict.MISSING: Bilingual("未填自评", "missing"),
}
SEVERITIES: Final = {
    Severity.ERROR: Bilingual("错误", "error"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.NOTICE: Bilingual("提示", "notice"),
}
