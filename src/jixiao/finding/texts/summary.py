"""Texts of the summary workbook: its sheets, headings, charts and notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CHINESE: Final[Mapping[str, str]] = {
    "summary.font.body": "宋体",
    "summary.font.heading": "黑体",
    "summary.sheet.overview": "汇总",
    "summary.sheet.ranking": "排名",
    "summary.sheet.findings": "问题清单",
    "summary.sheet.missing": "未报送",
    "summary.sheet.analysis": "指标分析",
    "summary.sheet.notes": "说明",
    "summary.contacts": "联系 电话 手机 经办 填报人 QQ 微信 邮箱",
}
TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "summary.title": (
        "部门整体支出绩效自评核对汇总",
        "Check of the performance self-scores: summary",
    ),
    "summary.title-of-year": (
        "{year} 年度部门整体支出绩效自评核对汇总",
        "Check of the performance self-scores of {year}: summary",
    ),
    "summary.footer": ("&C&A　第 &P 页 共 &N 页", "&C&A  page &P of &N"),
    "summary.followed": ("指标体系：{name}（{id}）", "Rulebook: {name} ({id})"),
    "summary.followed-several": (
        "指标体系：{listed}。各指标体系的评分标准不同，总分放在一起排名仅供参考，"
        "可在“排名”表按指标体系筛选。",
        "Rulebooks: {listed}. Their standards differ, so a common ranking is only indicative; the"
        " sheet 排名 can be filtered by rulebook.",
    ),
    "summary.followed-count": ("{id} {count} 份", "{id} ({count} returns)"),
    "summary.list": ("、", ", "),
    "summary.remarks": ("；", "; "),
    "summary.overview.offices": ("各科室情况", "By office"),
    "summary.overview.offices-whole": ("合计", "Total"),
    "summary.overview.no-office": ("（未注明科室）", "(no office given)"),
    "summary.ranking.full": (
        "这张表最多列十万个单位，其余见 results.jsonl。",
        "The sheet lists 100,000 departments at most; the rest are in results.jsonl.",
    ),
    # what is reported upwards
    "summary.counts": (
        "应报{listed}家，收到{received}家，通过{passed}家，需退回{returned}家，未报{missing}家，"
        "打不开或不能采用{unread}家。",
        "{listed} departments due: {received} received, {passed} passed, {returned} to be returned,"
        " {missing} missing, {unread} with nothing that can be used.",
    ),
    "summary.counts-further": (
        "另有{count}份的单位不在名册上。",
        " {count} more are of departments that are not on the roster.",
    ),
    "summary.counts-unlisted": (
        "收到{received}份，通过{passed}份，需退回{returned}份，打不开{unread}份。",
        "{received} received: {passed} passed, {returned} to be returned; {unread} files cannot be"
        " opened.",
    ),
    # headings of columns
    "summary.column.office-due": ("应报", "Due"),
    "summary.column.office-received": ("收到", "Received"),
    "summary.column.office-passed": ("通过", "Passed"),
    "summary.column.office-wrong": ("需退回", "To be returned"),
    "summary.column.office-missing": ("未报", "Missing"),
    "summary.column.office-unread": ("打不开或不能采用", "Cannot be used"),
    "summary.column.office-unlisted": ("不在名册", "Not on the roster"),
    "summary.column.mended": ("{round}后改好", "Mended since {round}"),
    "summary.column.left": ("仍未改", "Left"),
    "summary.column.new": ("新出现", "New"),
    "summary.column.only-waived": ("只是豁免", "Only waived"),
    "summary.overview.since": (
        "{now}与{round}相比（错误和警告，处）",
        "{now} against {round} (errors and warnings)",
    ),
    "summary.since.mended": ("改好的", "Mended"),
    "summary.since.left": ("仍未改的", "Left"),
    "summary.since.new": ("新出现的", "New"),
    "summary.since.only-waived": ("没有改、只是豁免的", "Only waived"),
    "summary.column.office-waiting": (
        "待报送、待修改的单位和联系方式",
        "Departments still to send or mend, with contacts",
    ),
    "summary.overview.more": ("，另有{count}家", ", and {count} more"),
    "summary.column.number": ("序号", "No."),
    "summary.column.rank": ("名次", "Rank"),
    "summary.column.code-of-department": ("编码", "Code"),
    "summary.column.department": ("单位", "Department"),
    "summary.column.office": ("主管科室", "Office"),
    "summary.column.claimed-total": ("自评总分", "Self-scored total"),
    "summary.column.computed-total": ("复算总分", "Computed total"),
    "summary.column.gap": ("自评减复算", "Self less computed"),
    "summary.column.reviewed-gap": ("自评减复核", "Self less reviewed"),
    "summary.column.correction": ("复算减复核", "Computed less reviewed"),
    "summary.column.reviewed-grade": ("复核档次", "Reviewed grade"),
    "summary.column.reviewed-mean": ("复核平均", "Mean reviewed"),
    "summary.column.claimed-grade": ("自评档次", "Claimed grade"),
    "summary.column.computed-grade": ("复算档次", "Computed grade"),
    "summary.column.reviewed": ("复核总分", "Reviewed total"),
    "summary.column.errors": ("错误", "Errors"),
    "summary.column.warnings": ("警告", "Warnings"),
    "summary.column.file": ("文件", "File"),
    "summary.column.copy": ("批注副本", "Annotated copy"),
    "summary.column.rulebook": ("指标体系", "Rulebook"),
    "summary.column.remarks": ("备注", "Remarks"),
    "summary.column.severity": ("级别", "Severity"),
    "summary.column.code": ("编号", "Code"),
    "summary.column.place": ("位置", "Place"),
    "summary.column.indicator": ("指标", "Indicator"),
    "summary.column.finding": ("问题", "Finding"),
    "summary.column.found": ("填报", "Found"),
    "summary.column.expected": ("应为", "Expected"),
    "summary.column.remedy": ("处理办法", "What to do"),
    "summary.column.situation": ("情况", "Situation"),
    "summary.column.reminders": ("催报记录", "Reminders"),
    "summary.column.level-1": ("一级指标", "Level 1"),
    "summary.column.level-2": ("二级指标", "Level 2"),
    "summary.column.level-3": ("三级指标", "Indicator"),
    "summary.column.weight": ("分值", "Weight"),
    "summary.column.count": ("份数", "Returns"),
    "summary.column.claimed-mean": ("自评平均", "Mean self-score"),
    "summary.column.computed-mean": ("复算平均", "Mean computed"),
    "summary.column.deviation": ("标准差", "Deviation"),
    "summary.column.share-full": ("满分率", "Full marks"),
    "summary.column.differing": ("不一致份数", "Differing"),
    "summary.column.over": ("多报分合计", "Points over"),
    "summary.column.under": ("少报分合计", "Points under"),
    "summary.column.common": ("常见问题", "Common findings"),
    "summary.column.grade": ("档次", "Grade"),
    "summary.column.claimed": ("自评", "Self"),
    "summary.column.computed": ("复算", "Computed"),
    "summary.column.reviewed-count": ("复核", "Reviewed"),
    # 汇总
    "summary.overview.returns": ("报送情况", "Returns"),
    "summary.overview.scores": ("得分情况（分）", "Scores (points)"),
    "summary.overview.grades": ("档次分布（单位数）", "Grades (departments)"),
    "summary.overview.listed": ("应报（单位）", "Departments due"),
    "summary.overview.received": ("收到的工作簿（份）", "Workbooks received"),
    "summary.overview.counted": ("收到（单位）", "Departments received"),
    "summary.overview.missing": ("未报（单位）", "Departments missing"),
    "summary.overview.unread": ("打不开或不能采用（单位）", "Departments without a usable return"),
    "summary.overview.unlisted": ("不在名册的单位（份）", "Returns of departments not listed"),
    "summary.overview.unchecked": ("其中不能核对（份）", "Of these not checked"),
    "summary.overview.no-scoresheet": ("没有评分表的工作簿（份）", "Without a scoresheet"),
    "summary.overview.skipped": ("其他文件（个）", "Other files"),
    "summary.overview.wrong": ("需退回（单位）", "Departments to be returned"),
    "summary.overview.right": ("通过（单位）", "Departments passed"),
    "summary.overview.claimed-mean": ("自评平均", "Mean self-score"),
    "summary.overview.computed-mean": ("复算平均", "Mean computed"),
    "summary.overview.over": ("多报分合计", "Points over-claimed"),
    "summary.overview.under": ("少报分合计", "Points under-claimed"),
    "summary.overview.highest": ("最高（复算）", "Highest (computed)"),
    "summary.overview.lowest": ("最低（复算）", "Lowest (computed)"),
    "summary.overview.reviewed-mean": ("复核平均", "Mean reviewed"),
    # charts
    "summary.chart.over": ("多报分最多的指标（合计多报分）", "Indicators by points over-claimed"),
    "summary.chart.gaps": (
        "自评与复算相差最多的 {count} 个单位{axis}",
        "The {count} departments whose own total differs most{axis}",
    ),
    "summary.chart.axis": ("，横轴从 {least} 分起", ", from {least} points"),
    # 排名
    "summary.ranking.year": ("不是本次评价年度的表", "of another year"),
    "summary.ranking.place": ("外地的表", "of another place"),
    "summary.ranking.form": ("用的是另一种评分表", "on another form"),
    "summary.ranking.blank": ("没有填写", "blank"),
    "summary.ranking.checked": (
        "同一单位另有一份，未计入",
        "another return of the department counts",
    ),
    "summary.ranking.unreadable": ("不能核对", "cannot be checked"),
    "summary.ranking.several-scoresheets": (
        "有多张评分表，不能核对",
        "several scoresheets, cannot be checked",
    ),
    "summary.ranking.open": ("打开", "open"),
    "summary.ranking.see-folder": ("见 annotated", "see annotated"),
    # 问题清单
    "summary.findings.left-out": (
        "另有 {count} 条问题超出表格行数，见 findings.csv",
        "{count} more findings than the sheet has rows: see findings.csv",
    ),
    "summary.findings.none": ("没有发现问题。", "Nothing was found."),
    # 未报送
    "summary.missing.no-roster": (
        "没有提供名册（--roster），无法判断哪些单位未报送。",
        "No roster was given (--roster), so nothing is known of missing departments.",
    ),
    "summary.missing.complete": (
        "名册上的 {count} 个单位均已报送。",
        "All {count} departments on the roster have reported.",
    ),
    "summary.missing.absent": ("未报送", "nothing received"),
    "summary.missing.year": (
        "报送的是{year}年度的表，需重新报送",
        "what was received is of {year} and has to be sent again",
    ),
    "summary.missing.place": (
        "报送的是外地单位的表，需重新报送",
        "what was received is of another place and has to be sent again",
    ),
    "summary.missing.form": (
        "报送用的是另一种评分表，需用本次下发的表重新报送",
        "what was received is on another form and has to be sent again on the one issued",
    ),
    "summary.missing.blank": (
        "报送的表没有填写，需填好后报送",
        "the form that was received is blank and has to be filled in",
    ),
    "summary.missing.broken": (
        "报送的文件不能核对，需重新报送",
        "what was received cannot be checked and has to be sent again",
    ),
    # 指标分析
    "summary.analysis.common": ("{title}（{code}）{count} 处", "{title} ({code}): {count}"),
    "summary.analysis.none": ("没有可供分析的报送。", "There are no returns to analyse."),
    # 说明
    "summary.notes.basis": ("核对依据", "Basis"),
    "summary.notes.verdicts": ("结论的含义", "What the verdicts mean"),
    "summary.notes.rules": ("计算和排名", "Calculation and ranking"),
    "summary.notes.files": ("未核对的文件", "Files not checked"),
    "summary.notes.program": ("程序：{program}", "Program: {program}"),
    "summary.notes.rulebook": (
        "指标体系：{id}（{name}），{count} 份",
        "Rulebook: {id} ({name}), {count} returns",
    ),
    "summary.notes.year": ("年度：{year} 年", "Year: {year}"),
    "summary.notes.roster": ("名册：{count} 个单位", "Roster: {count} departments"),
    "summary.notes.no-roster": ("名册：未提供", "Roster: none given"),
    "summary.notes.unchecked": (
        "打不开或不能核对的工作簿 {count} 份。",
        "Workbooks that cannot be opened or checked: {count}.",
    ),
    "summary.notes.no-scoresheet": (
        "没有评分表的工作簿 {count} 份，按附件列出。",
        "Workbooks without a scoresheet: {count}, listed as attachments.",
    ),
    "summary.notes.skipped": (
        "其他文件（报告、图片、临时文件等）{count} 个，见问题清单的提示。",
        "Other files (reports, pictures, temporary files …): {count}; see the notices in 问题清单.",
    ),
    "summary.verdict.agrees": (
        "一致：自评得分就是按评分标准复算的得分。",
        "agrees: the self-score is the score computed by the standard.",
    ),
    "summary.verdict.agrees-shown": (
        "按显示值一致：不完全相等，但在所填数字的小数位允许的范围内可以得到自评得分。",
        "agrees as shown: not quite equal, but some value behind the figures as shown gives it.",
    ),
    "summary.verdict.differs": (
        "不一致：所填数字无论怎样取舍都得不出自评得分。",
        "differs: no value behind the figures as shown gives the self-score.",
    ),
    "summary.verdict.undecidable": (
        "无法判定：数字有歧义、分母为零或缺少基础数据，需要人工核实。",
        "undecidable: a figure is ambiguous, a denominator zero or a figure missing; look by hand.",
    ),
    "summary.verdict.judged": (
        "人工评判：评分标准要靠人判断，只核对分值范围、合计和扣分原因。",
        "judged: the standard needs judgement; only range, sums and reasons are checked.",
    ),
    "summary.verdict.missing": ("未填自评：没有自评得分。", "missing: there is no self-score."),
    "summary.rule.totals": (
        "复算总分：能复算的指标用复算得分，其余用自评得分。自评减复算，正数为多报。",
        "Computed total: the computed score where there is one, else the self-score. Gap:"
        " self-scored less computed total; positive where too much was claimed.",
    ),
    "summary.rule.over": (
        "多报分、少报分：汇总表按各单位总分的差额合计；指标分析表只计结论为“不一致”的指标。",
        "Points over and under: in 汇总 the gaps of the totals added up; in 指标分析 only where the"
        " verdict is “differs”.",
    ),
    "summary.rule.ranking": (
        "排名按复核总分；没有复核的按复算总分。总分相同的名次并列，下一名次相应顺延。",
        "The ranking goes by the reviewed, else the computed total. Equal totals share a rank.",
    ),
    "summary.rule.rulebooks": (
        "各指标体系的评分标准不同：报送用了不止一个指标体系时，放在一起的排名仅供参考。",
        "Rulebooks differ: where returns follow several, a common ranking is only indicative.",
    ),
    "summary.rule.reviewed": (
        "复核得分直接填在批注副本（annotated 文件夹）或报送的工作簿里，保存后再运行一次就读入。"
        "复核总分：有复核得分的指标用复核得分，其余用复算得分；合计单元格里直接填了数的，以它为准。",
        "Type reviewed scores into the annotated copy or the return, save it and run again."
        " Reviewed total: the reviewed score where there is one, else the computed one; a total"
        " that was typed as a number goes before.",
    ),
    "summary.rule.several": (
        "同一单位多份报送只有一份进入汇总和排名，问题清单里说明采用哪一份、为什么。",
        "Of several returns of a department one counts; 问题清单 says which and why.",
    ),
    "summary.rule.scope": (
        "本表只核对数字和填报是否完整，不评价工作实绩；佐证材料的真实性未核对。",
        "Only figures and completeness are checked, not the work itself, nor whether the evidence"
        " is true.",
    ),
    "summary.rule.links": (
        "“批注副本”和“位置”两列的链接指向 annotated 文件夹，本文件要与它放在一起才点得开。",
        "The links lead to the folder annotated, which has to lie beside this file.",
    ),
    "summary.rule.hash": (
        "文件名含 # 的，表格软件打不开链接，请到 annotated 文件夹里找。",
        "Spreadsheets open no link to a file whose name holds #: look for it in annotated.",
    ),
}
