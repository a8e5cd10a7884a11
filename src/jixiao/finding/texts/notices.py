"""Texts of the letters that return a scoresheet, and of the messages to the same end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CHINESE: Final[Mapping[str, str]] = {
    "notices.font.title": "宋体",
    "notices.font.heading": "黑体",
    "notices.font.body": "仿宋",
    "notices.font.footer": "宋体",
}
TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "notices.title": (
        "关于退回修改{year}年度部门整体支出\n绩效自评表的通知",
        "Return of the performance self-score of {year} for mending",
    ),
    "notices.title-open": (
        "关于退回修改部门整体支出\n绩效自评表的通知",
        "Return of the performance self-score for mending",
    ),
    "notices.number": ("退回〔{year}〕{number}号", "Return [{year}] no. {number}"),
    "notices.day": ("{year}年{month}月{day}日", "{year}-{month:02}-{day:02}"),
    "notices.day-open": ("____年__月__日", "____-__-__"),
    "notices.addressee": ("{name}：", "To {name}:"),
    "notices.to": ("{name}：", "{name}: "),
    "notices.opening": (
        "你单位报送的《{file}》已经核对，有{count}处需要修改。请于{by}前改好，重新报送。",
        "Your return “{file}” was checked; {count} points have to be mended. Please mend them and"
        " send it again by {by}.",
    ),
    "notices.unusable": (
        "你单位报送的《{file}》{reason}，无法采用。请于{by}前重新报送。",
        "Your return “{file}” cannot be used: {reason}. Please send it again by {by}.",
    ),
    "notices.reason.unreadable": ("打不开或不能核对", "it cannot be opened or checked"),
    "notices.reason.several-scoresheets": (
        "里有不止一张评分表，不知以哪一张为准",
        "it holds several scoresheets",
    ),
    "notices.reason.year": ("不是本次评价年度的表", "it is of another year"),
    "notices.reason.place": ("填的不是你单位", "it names another department"),
    "notices.reason.form": ("用的不是本次下发的评分表", "it is not on the form that was issued"),
    "notices.reason.blank": ("没有填写", "it is blank"),
    "notices.heading.errors": ("{order}、需要修改的问题", "{order}. To be mended"),
    "notices.heading.doubts": ("{order}、请核实的事项", "{order}. To be looked at"),
    "notices.heading.requirements": ("{order}、修改和报送要求", "{order}. How to mend and send it"),
    "notices.order.1": ("一", "1"),
    "notices.order.2": ("二", "2"),
    "notices.order.3": ("三", "3"),
    "notices.column.number": ("序号", "No."),
    "notices.column.place": ("位置和指标", "Place"),
    "notices.column.problem": ("问题", "Finding"),
    "notices.column.remedy": ("处理办法", "What to do"),
    "notices.whole": ("整份表", "the whole"),
    "notices.clause": ("（{number}）{text}", "({number}) {text}"),
    "notices.requirement.sheet": (
        "请在原表上修改，不要改动表头、指标、分值和其他公式；有不同意见的，书面说明理由并附依据。",
        "Mend the sheet itself; leave headings, names, weights and other formulas as they are."
        " Where you disagree, keep the figure and give your reasons with evidence.",
    ),
    "notices.requirement.folded": (
        "另有{count}处是由上面所列问题引起的，改好以后会随之消除，不必单独处理。",
        "{count} more findings come of those above and go with them.",
    ),
    "notices.requirement.send": (
        "核对无误后，文件名加“（修改后）”，连同盖章的纸质件一并报送。",
        "Go through it again, add （修改后） to the file name and send it with the sealed print.",
    ),
    "notices.requirement.reply": (
        "修改情况填在批注副本“审核结果”表的“单位整改说明”栏，或另附说明。",
        "Say what was mended in the column 单位整改说明 of the sheet 审核结果, or in a note.",
    ),
    "notices.requirement.reply-bare": (
        "修改情况请另附说明。",
        "Say in a note what was mended.",
    ),
    "notices.requirement.anew": (
        "请按上面的处理办法备好评分表，报送前打开看一遍，确认单位、年度正确，内容完整。",
        "Prepare the scoresheet as said above; before sending, open it and see that department and"
        " year are right and nothing is left out.",
    ),
    "notices.remedy.unreadable": (
        "请在你单位打开原文件（有密码的先取消密码），另存为 .xlsx，能再次打开后重新报送；"
        "原文件也打不开的，用下发的空白表重新填写。",
        "Open the original (take off a password first), save it as .xlsx, see that it opens again,"
        " and send that; where the original does not open either, fill in the blank form anew.",
    ),
    "notices.remedy.B102": (
        "请告知以哪一份为准，作废的不再报送。",
        "Say which of them stands; do not send the others again.",
    ),
    "notices.remedy.B103": (
        "请把表内的单位名称改成全称后报送；单位改过名称的，附一份说明。",
        "Give the full name in the sheet and send it; where it was changed, say so in a note.",
    ),
    "notices.remedy.B104": ("相同的两份只报送一份。", "Send one of the two."),
    "notices.remedy.B105": (
        "请核对这份表是不是你单位的：拿错文件的，换成你单位的表报送；单位名称写错的，改正后报送。",
        "See whether the sheet is yours: send your own where it is not, correct the name where that"
        " is wrong.",
    ),
    "notices.remedy.B106": (
        "请核对数据来源，按你单位的决算填报；数字确实相同的，附一份说明。",
        "See where the figures come from and report your own accounts; where they really are the"
        " same, say so in a note.",
    ),
    "notices.remedy.B108": (
        "请用本次评价年度的数据填写后报送；只是标题的年度没有改的，改正标题后报送。",
        "Fill in the figures of the year asked for; where only the title was left, correct it.",
    ),
    "notices.remedy.B123": (
        "请核对表内的单位名称：写错的，改正后报送；拿错文件的，换成你单位的表报送。",
        "See whose name is in the sheet: correct it where it is wrong, send your own sheet where"
        " this is another's.",
    ),
    "notices.remedy.B124": (
        "请用本次下发的空白表填写后报送。",
        "Fill in the form that was issued, and send that.",
    ),
    "notices.attachment": ("附件：批注副本（{copy}）", "Enclosed: the annotated copy ({copy})"),
    "notices.signed": ("（单位盖章）　　　　", "(seal)        "),
    "notices.checked-by": (
        "核对人：____________　　联系电话：____________",
        "Checked by: ____________    Telephone: ____________",
    ),
    "notices.received-by": (
        "签收人：____________　　签收日期：____年__月__日",
        "Received by: ____________    On: ____-__-__",
    ),
    "notices.line": (
        "{number}. {place}：{problem}{remedy}",
        "{number}. {place}: {problem} {remedy}",
    ),
    "notices.line-whole": ("{number}. {problem}{remedy}", "{number}. {problem} {remedy}"),
    "notices.more": ("另有{count}处，见通知。", "{count} more: see the letter."),
    "notices.closing": (
        "详见退回通知（{number}）和批注副本，改好后文件名加“（修改后）”重新报送。",
        "See the letter ({number}) and the annotated copy; add （修改后） to the file name.",
    ),
    "notices.closing-bare": (
        "详见退回通知（{number}），改好后文件名加“（修改后）”重新报送。",
        "See the letter ({number}); add （修改后） to the file name.",
    ),
}
