"""Codes X: Changes against the issued template."""

from __future__ import annotations

from jixiao.finding.bilingual import Bilingual
from jixiao.finding.catalogue.x_changes import CHANGES
from jixiao.finding.registry import CodeEntry
from jixiao.finding.value import Severity

ENTRIES: tuple[CodeEntry, ...] = (
    CodeEntry(
        "X001",
        Severity.WARNING,
        Bilingual("空白表标记与表中内容不一致", "The form's stamp and its contents disagree"),
        Bilingual(
            "工作簿标明由“{found}”的空白表填成，表中的指标却是“{name}”（{expected}）的。",
            "The workbook says it was made from the form of “{found}”, but its indicators are "
            "those of “{name}” ({expected}).",
        ),
        Bilingual(
            "请用正确的空白表重新填报；检查以表中的指标为准。",
            "Fill in the right form again; the check follows the indicators in the sheet.",
        ),
        Bilingual(
            "下发的空白表里记着它属于哪个指标体系。这里记录的与表中实际的指标不一致，可能是把别处"
            "的评分表粘贴进了这个工作簿。",
            "An issued form records which rulebook it belongs to. Here the record and the "
            "indicators disagree; another "
            "scoresheet may have been pasted into this workbook.",
        ),
    ),
    CodeEntry(
        "X002",
        Severity.NOTICE,
        Bilingual("空白表的版本不同", "The form is of another version"),
        Bilingual(
            "空白表是“{name}”第{found}版的，现用第{expected}版检查。",
            "The form is of version {found} of “{name}”; the check used version {expected}.",
        ),
        Bilingual(
            "如两版的分值或评分标准不同，请换用新版空白表。",
            "If weights or standards differ between the versions, use the newer form.",
        ),
        Bilingual(
            "空白表下发后指标体系又有修订。检查按现在的版本进行；两版的差别见 jixiao rulebook "
            "diff。",
            "The rulebook was revised after the form had been issued. The check follows the "
            "present version; jixiao rulebook "
            "diff shows the differences.",
        ),
    ),
    CodeEntry(
        "X003",
        Severity.NOTICE,
        Bilingual("单元格名称指向了别处", "A cell name points elsewhere"),
        Bilingual(
            "“{name}”的自评得分在{expected}，空白表为它起的名称却指向{found}。",
            "The self-score of “{name}” is at {expected}, but the name the form gave it points "
            "at {found}.",
        ),
        Bilingual(
            "不影响本次检查；如表中公式引用了该名称，请核对其结果。",
            "The check is not affected; look at formulas that use the name.",
        ),
        Bilingual(
            "复制、剪切行会使名称指向旧的位置。检查以指标名称所在的行为准。",
            "Copying or cutting rows leaves names pointing at the old place. The check follows "
            "the row with the indicator's "
            "name.",
        ),
    ),
    *CHANGES,
)
