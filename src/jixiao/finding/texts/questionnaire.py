"""Words of the questionnaire and its counting sheet, Chinese in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {}

CHINESE: Final[Mapping[str, str]] = {
    "questionnaire.title": "{department}{year}满意度调查问卷",
    "questionnaire.year": "{year}年度",
    "questionnaire.opening": (
        "您好！为了解您对我们工作的评价，请您花两分钟填写这份问卷。问卷不记姓名，"
        "只用于绩效评价的统计。"
        "请在符合您看法的“□”内打“√”，每题只选一项。"
    ),
    "questionnaire.group": "您的身份：",
    "questionnaire.question": "{number}．{text}",
    "questionnaire.box": "□ {label}",
    "questionnaire.questions": (
        "您对我们的服务态度是否满意？|您对我们的办事效率是否满意？|"
        "您对我们的政策解答和信息公开是否满意？"
    ),
    "questionnaire.overall": "总体来说，您对我们的工作是否满意？",
    "questionnaire.advice": "您的意见和建议：",
    "questionnaire.line": "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿",
    "questionnaire.thanks": "谢谢您的支持！",
    "questionnaire.day": "填写日期：　　　　年　　月　　日",
    "questionnaire.file": "满意度调查问卷.docx",
    "questionnaire.sheet-file": "满意度统计表.xlsx",
    "questionnaire.sheet": "统计表",
    "questionnaire.sheet-title": "{department}{year}满意度调查统计表",
    "questionnaire.sheet-note": (
        "只填白色格子：发放、收回、有效份数，和总体满意度一题各答案的份数；没有作答的不算有效。"
        "填好后：jixiao survey 统计表 --into 评分表 --output 副本"
    ),
    "questionnaire.subject": "调查对象",
    "questionnaire.anybody": "服务对象",
    "questionnaire.issued": "发放份数",
    "questionnaire.returned": "收回份数",
    "questionnaire.valid": "有效份数",
    "questionnaire.return-rate": "回收率",
    "questionnaire.rate": "满意度",
    "questionnaire.check": "核对",
    "questionnaire.wrong": "请核对：有效大于收回，或各答案之和不等于有效",
    "questionnaire.right": "相符",
    "questionnaire.total": "合计",
    "questionnaire.definition": "满意度＝（{parts}）÷ 有效份数",
}
