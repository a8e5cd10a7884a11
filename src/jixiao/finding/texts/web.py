"""Texts of the local page (jixiao serve)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "web.title": ("绩效评分表核对", "Scoresheet check"),
    "web.skip": ("跳到正文", "Skip to the content"),
    "web.tools": ("其他", "More"),
    "web.stays-here": (
        "文件只在这台电脑上核对，不会传到别处；关掉程序，这里收到的文件和结果就删除，要留的请先下载。",
        "Files are checked on this computer and go nowhere else; what was sent here and its results"
        " are deleted when the program is closed: download first what you want to keep.",
    ),
    "web.home": ("核对评分表", "Check scoresheets"),
    "web.drop": ("把评分表拖到这里", "Drop scoresheets here"),
    "web.drop-how": (
        "一份、多份、整个文件夹或者压缩包（zip）都可以；自评报告（Word、PDF、txt）和评分表一起拖来，"
        "就把报告里的数也对一遍。原文件不会改动。",
        "One, several, a whole folder or a zip archive; a report (Word, PDF, txt) dropped together "
        "with its scoresheet is compared with it. The files themselves are not changed.",
    ),
    "web.choose": ("选择文件", "Choose files"),
    "web.choose-folder": ("选择文件夹", "Choose a folder"),
    "web.more": ("单位名册、退回期限（可不填）", "Roster, day to mend by (optional)"),
    "web.deadline": (
        "请在哪天之前改好报回（写进退回通知，可不填）",
        "Day to mend by (goes into the letters; optional)",
    ),
    "web.deadline-wrong": (
        "“{text}”不是日期。请写成 2026-03-31 这样，或者不填。",
        "“{text}” is no date. Write it as 2026-03-31, or leave it out.",
    ),
    "web.deadline-past": (
        "期限 {text} 已经过去了。请写今天或以后的日期，或者不填。",
        "The day {text} is past. Give today or a later day, or leave it out.",
    ),
    "web.round-more": (
        "轮次名称、退回期限（可不填）",
        "Name of the round, day to mend by (optional)",
    ),
    "web.round-name": (
        "这一轮叫什么，如 复审。换一个名称就是新的一轮，汇总里与上一轮比较",
        "What this round is called. Another name begins a new round, compared with the last",
    ),
    "web.roster": (
        "单位名册（xlsx 或 csv，一行一个单位）：看谁还没有报",
        "Roster (xlsx or csv, one department a row): shows who is missing",
    ),
    "web.check": ("核对", "Check"),
    "web.sending": ("正在读取……", "Reading …"),
    "web.sending-failed": ("没有读成，请再试一次。", "This did not work; please try again."),
    "web.nothing": ("没有选文件。请先选择文件，再核对。", "No file was chosen. Choose one first."),
    "web.folder": ("这次打开的文件夹：{name}", "The folder opened: {name}"),
    "web.check-folder": ("核对整个文件夹", "Check the whole folder"),
    "web.results": ("审核", "review"),
    "web.checked-before": ("核对过的", "Checked before"),
    "web.several": ("{count}个文件", "{count} files"),
    "web.state-waiting": ("排队中", "Waiting"),
    "web.state-working": ("正在核对", "Checking"),
    "web.state-done": ("核对完成", "Checked"),
    "web.state-stopped": ("已停止", "Stopped"),
    "web.state-failed": ("没有核对成", "Not checked"),
    "web.stopped": (
        "已按要求停止。核对完的结果都保留着。",
        "Stopped as asked. What was finished is kept.",
    ),
    "web.failed": (
        "核对中断：{text}。请检查文件后再试；总是这样的，请把这句话告诉维护人员。",
        "The check broke off: {text}. Please look at the files and try again; if it stays so,"
        " pass this sentence on to whoever maintains the program.",
    ),
    "web.remaining": ("还要约…秒", "about … s left"),
    "web.stop": ("停止", "Stop"),
    "web.look-again": ("看看进度", "Look again"),
    "web.no-run": (
        "没有这次核对的结果。程序重新打开后，请把文件再核对一次。",
        "There is no such result. After the program was started anew, check the files again.",
    ),
    "web.broken-off": (
        "程序关闭的时候还没有核对完。点“接着核对”，核对完的不会重来。",
        "The program ended before this was done. Go on: what was finished is not done again.",
    ),
    "web.unfinished": (
        "这一次没有做完，或者正在另一个窗口里做，看不到逐份的结果。把这个文件夹再核对一次就接着做，"
        "做完的不会重来。",
        "This was not done to the end, or is being done in another window. Check the folder again"
        " to go on: what is done is not done twice.",
    ),
    "web.go-on": ("接着核对", "Go on"),
    "web.left": (
        "上次程序意外关闭，之前核对的{count}项还在",
        "The program was cut off; what was checked before is still here ({count})",
    ),
    "web.left-how": (
        "点名称查看，要留的请下载，看过就删除。在您删除之前，送来的文件和结果都留在这台电脑的临时"
        "文件夹里，别的用户打不开；超过{days}天的，下次打开本程序时自动删除。",
        "Open one by its name, download what you want to keep, then remove it. Until you do, files"
        " and results stay in a temporary folder of this computer that no other user can open;"
        " after {days} days they are removed when the program is next started.",
    ),
    "web.left-zip": ("上次核对的结果", "left-results"),
    "web.remove": ("删除", "Remove"),
    "web.remove-all": ("全部删除", "Remove all"),
    "web.remove-sure": ("确定删除，不能恢复", "Remove for good"),
    "web.report-alone": (
        "这份要是自评报告，请把它和评分表一起拖到首页：报告里的数要和评分表对着看，单独核对不了。",
        "If this is a report, drop it on the first page together with its scoresheet: its figures"
        " are compared with the sheet, so it cannot be checked alone.",
    ),
    "web.annotated": ("批注", "annotated"),
    "web.commented": ("批注", "commented"),
    "web.take-report": ("下载带批注的报告", "Download the report with comments"),
    "web.take-copy": ("下载批注件", "Download the marked copy"),
    "web.take-page": ("下载这一页", "Download this page"),
    "web.again": ("改好了，再核对一次", "Mended: check again"),
    "web.changes": ("与上一次相比", "Since the last check"),
    "web.changes-mended": ("已改好{count}处", "{count} mended"),
    "web.changes-left": ("还有{count}处没改", "{count} left"),
    "web.changes-new": ("新出现{count}处", "{count} new"),
    "web.changes-none": ("两次都没有要改的地方。", "Nothing to mend in either."),
    "web.counted": ("核对了{done}份，共{total}份。", "{done} of {total} checked."),
    "web.open-report": ("打开汇总页", "Open the report"),
    "web.take-summary": ("下载汇总表", "Download the summary"),
    "web.take-all": ("全部下载（zip）", "Download everything (zip)"),
    "web.returns": ("逐份查看", "Return by return"),
    "web.all-files": ("全部{count}个结果文件", "All {count} files"),
    "web.return-gone": (
        "“{name}”已经不在原处，或者核对以后改过了，看不到当时的样子。批注件和汇总里有当时的结果。",
        "“{name}” is no longer there, or was changed since it was checked. The marked copy and the"
        " summary hold what was found.",
    ),
    "web.listed-some": (
        "这里列出前{count}份，其余的见汇总页。",
        "The first {count} are listed here; the report has all.",
    ),
    "web.none-checked": (
        "里面没有可以核对的评分表。每个文件为什么没有核对，见汇总页。",
        "There is no scoresheet in it that could be checked. The report says why, file by file.",
    ),
    "web.file": ("文件", "File"),
    "web.look": ("查看", "Look"),
    "web.copy": ("批注件", "Marked copy"),
    "web.back-to": ("回到“{name}”", "Back to “{name}”"),
    "web.round": ("轮次：{name}", "Round: {name}"),
    "web.changes-other": (
        "上一次是“{before}”的表，这一次是“{after}”的，不是同一个单位。",
        "The last one was of {before}, this one is of {after}: not the same department.",
    ),
    "web.blank": ("空白表", "Blank workbook"),
    "web.blank-how": (
        "选好指标体系，填上单位名称，下载的空白表带公式，填完拖回首页就能核对。",
        "Choose a rulebook and name the department: the blank has live formulas, and once filled"
        " in it can be dropped on the first page.",
    ),
    "web.blank-wrong": (
        "请选择一个指标体系；年度写四位数字，如2026，也可以不填。",
        "Choose a rulebook; a year has four digits, as 2026, or is left out.",
    ),
    "web.which-rulebook": ("指标体系", "Rulebook"),
    "web.department": ("单位名称（可不填）", "Department (optional)"),
    "web.year": ("年度（可不填）", "Year (optional)"),
    "web.take-blank": ("下载空白表", "Download the blank workbook"),
    "web.explain": ("查指标、查问题编号", "Look up"),
    "web.explain-what": (
        "指标名称或者问题编号，如 预算完成率、R101",
        "An indicator's name or a code, as R101",
    ),
    "web.look-up": ("查询", "Look up"),
    "web.not-known": ("没有“{asked}”。相近的有：", "There is no “{asked}”. Near to it:"),
    "web.rulebook": ("编写指标体系", "Write a rulebook"),
    "web.rulebook-how": (
        "左边写，右边随时显示哪一行有错、写好的规则读起来是什么样。也可以拿一份现成的表式起草。",
        "Write on the left; the right shows what is wrong in which line, and how the rules read."
        " A form that exists can be drafted from.",
    ),
    "web.begin-with": ("从现有的开始", "Begin with"),
    "web.open": ("打开", "Open"),
    "web.draft": ("由表式起草", "Draft from a form"),
    "web.drafted": (
        "起草完成：{rows}行指标，读懂{read}行，其余由评价人评定。要人决定的地方在右边和正文里标明。",
        "Drafted: {rows} rows, {read} of them read, the rest left to a person. What must be decided"
        " is marked on the right and in the text.",
    ),
    "web.no-form": (
        "“{name}”里没有找到指标表。请换一份有指标、分值、评分标准的表。",
        "No table of indicators was found in “{name}”. Try a form with indicators, weights and"
        " standards.",
    ),
    "web.no-docx": (
        "读 Word 文档要另装组件：pip install 'jixiao[docx]'。也可以把表另存为 xlsx 再来。",
        "Reading Word documents needs: pip install 'jixiao[docx]'. Or save the table as xlsx.",
    ),
    "web.text": ("指标体系文件（TOML）", "The rulebook file (TOML)"),
    "web.good": ("没有错误", "No errors"),
    "web.problems": ("…处要改", "… to mend"),
    "web.line": ("第…行", "line …"),
    "web.extends-elsewhere": (
        "extends 只能写自带的指标体系的编号，网页不读别的文件。请改成编号，或者改用 jixiao rulebook"
        " check。",
        "Here extends takes the id of a shipped rulebook only; no other file is read. Write an"
        " id, or use jixiao rulebook check.",
    ),
    "web.abstract": (
        "这个指标体系只有框架，没有分值，做不成空白表。",
        "This rulebook is a framework without weights; no blank workbook can be made of it.",
    ),
    "web.see-blank": ("看空白表的样子", "See the blank workbook"),
    "web.picture": ("空白表的样子", "How the blank workbook looks"),
    "web.hints": ("可以再看看（…处）", "Worth another look (…)"),
    "web.done-of": ("已核对 …", "… checked"),
    "web.checking": ("正在检查……", "Checking …"),
    "web.unreachable": (
        "程序已经关掉，或者没有回应。请看看运行程序的窗口。",
        "The program has ended or does not answer. Please look at its window.",
    ),
    "web.save": ("保存文件", "Save the file"),
    "web.back": ("回首页", "Back to the first page"),
    "web.wrong-host": (
        "这个地址不对。请用程序启动时给出的地址打开。",
        "This is the wrong address. Use the one that the program printed when it started.",
    ),
    "web.wrong-origin": (
        "这个请求来自别的网页，没有接受。",
        "This request came from another page and was refused.",
    ),
    "web.no-token": (
        "请用程序启动时打开的地址进入（地址里带有 token）。",
        "Please come in by the address that the program opened (it holds a token).",
    ),
    "web.too-many": (
        "一次送来的文件超过2万个。请分几次送，或者用 jixiao bulk 核对文件夹。",
        "More than 20,000 files were sent at once. Send them in parts, or check the folder with"
        " jixiao bulk.",
    ),
    "web.too-long": ("这一栏的内容太长。", "What is in this field is too long."),
    "web.broken-form": (
        "送来的内容不完整，没有接受。请再试一次。",
        "What was sent is not whole and was not accepted. Please try again.",
    ),
    "web.no-page": ("没有这一页。", "There is no such page."),
    "web.not-so": (
        "这样打不开，请从首页进入。",
        "This cannot be opened so; begin at the first page.",
    ),
    "web.disk-full": (
        "这台电脑的磁盘满了，文件没有收下。请腾出空间后再试。",
        "The disk of this computer is full, so the files were not taken. Make room and try again.",
    ),
    "web.bug": (
        "程序内部出错（{kind}：{text}）。已经核对完的都还在，请回首页再试；总是这样的，请把这句话"
        "告诉维护人员。",
        "Internal error ({kind}: {text}). What was finished is still there; please try again from"
        " the first page. If it stays so, pass this sentence on to whoever maintains the program.",
    ),
    "web.too-large": (
        "一次送来的文件超过1 GB。请分几次送。",
        "More than 1 GB was sent at once. Please send it in parts.",
    ),
}
