"""Texts of ``jixiao bulk`` and ``jixiao combine``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "cli.bulk.same": (
        "报送文件夹和输出文件夹不能是同一个：{folder}。请用 --output 指定另一个文件夹。",
        "The folder of returns and the output folder are the same: {folder}. Name "
        "another with --output.",
    ),
    "cli.bulk.among-copies": (
        "报送文件夹在输出文件夹的 annotated 里面：{folder}，核对结果会写到报送的文件上。"
        "请用 --output 指定另一个文件夹。",
        "The folder of returns lies in annotated of the output folder: {folder}. "
        "Copies would be written onto the returns; name another folder with --output.",
    ),
    "cli.bulk.a-file": (
        "“{folder}”是文件，不是文件夹。单个工作簿请用 jixiao validate 核对；压缩包请放"
        "进一个文件夹，再指定那个文件夹。",
        "“{folder}” is a file, no folder. Check a single workbook with jixiao "
        "validate; put an archive into a folder and name that.",
    ),
    "cli.bulk.no-folder": ("没有这个文件夹：{folder}。", "There is no such folder: {folder}."),
    "cli.bulk.not-a-folder": (
        "输出的位置不是文件夹：{folder}。",
        "The output is no folder: {folder}.",
    ),
    "cli.bulk.bad-ledger": (
        "输出文件夹里的 ledger.sqlite 用不了：{text}。请换一个输出文件夹；账本损坏或版"
        "本不同时，也可以把它移走，重新核对。",
        "ledger.sqlite in the output folder cannot be used: {text}. Use another output "
        "folder; where the ledger is damaged or of another version, you may move it "
        "away and check anew.",
    ),
    "cli.bulk.stopped": (
        "已停止。核对过的都已记下；再运行同一条命令，从这里接着做。",
        "Stopped. What was checked is kept; run the same command again to go on from here.",
    ),
    "cli.bulk.help": (
        "核对一个文件夹里（含下级文件夹和 zip 压缩包）所有单位报送的评分表，写出汇总表、"
        "问题清单和批注副本。中途停下后再运行，从停下的地方接着做；没有变动的文件不重复"
        "核对。\n\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 命令用法不对；3 未能运行。",
        "Check every return below a folder (folders and .zip archives included); write "
        "the summary, the findings and annotated copies. A run that was stopped goes "
        "on where it stopped, and unchanged files are not checked again.\n\n"
        "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong use; 3 could "
        "not run.",
    ),
    "cli.bulk.output": (
        "写出结果的文件夹，没有就新建。",
        "Folder for the results; made where it does not exist.",
    ),
    "cli.bulk.rulebook": (
        "按哪个指标体系核对：编号或文件。默认逐个自动识别。",
        "Rulebook to check against: an id or a file. Found for each file by default.",
    ),
    "cli.bulk.roster": (
        "应报送单位的名册（xlsx 或 csv，列：编码、单位名称、别名、主管科室）。",
        "Roster of departments (xlsx or csv; columns 编码, 单位名称, 别名, 主管科室).",
    ),
    "cli.bulk.jobs": (
        "同时用几个进程，默认与处理器核数相同。",
        "Number of worker processes; as many as processors by default.",
    ),
    "cli.bulk.scheduler": (
        "在 Dask 集群上运行：调度器地址，如 tcp://主机:8786（需安装 jixiao[cluster]）。",
        "Run on a Dask cluster: the scheduler's address (needs jixiao[cluster]).",
    ),
    "cli.bulk.annotate": (
        "是否写出批注副本，默认写出。",
        "Whether to write annotated copies; they are by default.",
    ),
    "cli.bulk.recheck": ("不沿用以前的结果，全部重新核对。", "Check everything anew."),
    "cli.bulk.checked": ("已核对", "checked"),
    "cli.bulk.kept": (
        "{name} 不是上次运行写出时的样子（有人改过，或本来就在那里），没有覆盖。要得到"
        "新的，请先把它移走或改名，再运行一次。",
        "{name} is not as the last run wrote it (changed since, or there before) and "
        "is kept. Move or rename it and run again to get a new one.",
    ),
    "cli.bulk.stopping": ("正在停下……", "Stopping …"),
    "cli.bulk.found": ("文件夹里有 {count} 份工作簿", "{count} workbooks in the folder"),
    "cli.bulk.found-archives": ("、{count} 个压缩包", ", {count} archives"),
    "cli.bulk.preparing": ("，正在准备核对。", "; getting ready to check them."),
    "cli.bulk.begun": ("要核对 {total} 份。", "{total} returns to check."),
    "cli.bulk.remaining": ("，还要约{time}", ", about {time} left"),
    "cli.bulk.minutes": ("{count}分钟", "{count} min"),
    "cli.bulk.seconds": ("{count}秒", "{count} s"),
    "cli.bulk.round": (
        "这一轮的名称（如 第二轮）；汇总表与上一轮相比，列出改好的、仍未改的、新出现的",
        "The name of this round; the summary compares it with the one before",
    ),
    "cli.bulk.notices": (
        "为需要修改的每个单位写一份退回通知（Word 文档，另有一份可以直接发送的文字）",
        "Write a letter for each department that must mend something, and a short message",
    ),
    "cli.bulk.deadline": (
        "退回通知里的修改期限，如 2018-05-10（与 --notices 同用）",
        "The date by which to mend, in the letters: 2018-05-10 (with --notices)",
    ),
    "cli.bulk.deadline-alone": (
        "--deadline 是退回通知里的修改期限，要与 --notices 同用。",
        "--deadline goes into the letters: use it with --notices.",
    ),
    "cli.bulk.deadline-past": (
        "修改期限 {date} 已经过去，请改为今天或以后的日期。",
        "The deadline {date} has passed: give today or a later day.",
    ),
    "cli.bulk.bad-deadline": (
        "修改期限写成年-月-日，例如 2018-05-10，而不是“{date}”。",
        "Write the deadline as year-month-day, such as 2018-05-10, not “{date}”.",
    ),
    "cli.bulk.no-docx": (
        "写退回通知需要另装一个组件，请先运行：pip install 'jixiao[docx]'",
        "Letters need one more package. Run: pip install 'jixiao[docx]'",
    ),
    "cli.bulk.letters": (
        "退回通知：{count} 份，在 {folder}（.docx 打印盖章，.txt 可直接发送）。\n",
        "Letters: {count}, in {folder} (.docx to print, .txt to send).\n",
    ),
    "cli.bulk.review": (
        "{name} 的批注副本有人改过，没有覆盖：{reason}。",
        "{name}: its annotated copy was changed and is kept: {reason}.",
    ),
    "cli.bulk.reviews": (
        "另有 {count} 份批注副本有人改过，没有覆盖，见问题清单里的 B114。",
        "{count} more annotated copies were changed and are kept: see B114 among the findings.",
    ),
    "cli.bulk.stale": (
        "{name} 对应的报送已不在报送文件夹里（或已换了内容、不能核对）；这份批注副本被"
        "人改过，或正在打开，没有删除。它与现在的汇总无关，可以留作记录。",
        "{name}: its return is gone, changed or unreadable now; the copy was changed "
        "or is open and stays, but has nothing to do with the present summary.",
    ),
    "cli.bulk.removed": (
        "删除了 {count} 份过时的批注副本：对应的报送已不在、已换了内容或不能核对（{names}）。",
        "Removed {count} outdated annotated copies, whose returns are gone, changed or "
        "unreadable ({names}).",
    ),
    "cli.bulk.result": (
        "核对完成：本次核对 {checked} 份，未变动沿用 {unchanged} 份，其他文件 {skipped} "
        "个。\n"
        "问题：错误 {error} 条，警告 {warning} 条，提示 {notice} 条。\n"
        "汇总表：{summary}\n网页（双击打开）：{page}\n",
        "Done: {checked} checked, {unchanged} unchanged, {skipped} other files.\n"
        "Findings: {error} errors, {warning} warnings, {notice} notices.\nSummary: "
        "{summary}\nPage (open by a double click): {page}\n",
    ),
    "cli.bulk.nothing": (
        "没有找到可以核对的工作簿：请检查文件夹是否指对，报送是不是 .rar 等需要先解开的格式。\n",
        "No workbook to check was found: see whether this is the right folder, and "
        "whether the returns are in archives (.rar, say) that have to be unpacked "
        "first.\n",
    ),
    "cli.bulk.form": ("{form} {count}份", "{form} {count}"),
    "cli.bulk.forms": (
        "报送用的表有{count}种：{listed}。\n",
        "Returns follow {count} forms: {listed}.\n",
    ),
    "cli.bulk.next": (
        "接下来：打开汇总表，从“{first}”和“排名”看起{copies}。\n",
        "Next: open the summary and begin with {first} and 排名{copies}.\n",
    ),
    "cli.bulk.copies": (
        "；退回单位的批注副本在 annotated 文件夹",
        "; the annotated copies to send back are in the folder annotated",
    ),
    "cli.bulk.waivers": (
        "按这个豁免文件豁免问题：豁免的仍然列出，另外计数，不影响退出码。",
        "Apply the waivers of this file: what they excuse stays visible, is counted apart and does "
        "not decide the exit code.",
    ),
    "cli.bulk.waived": ("另有{count}个问题已豁免。\n", "{count} further finding(s) are waived.\n"),
    "cli.bulk.previous": (
        "上一年度各单位的表所在的文件夹：按单位对应，比对上年数、结转，找出照抄的金额和文字。",
        "The folder of last year's returns, matched by department: figures of last year and what "
        "was carried over are compared, copied amounts and texts told.",
    ),
}

CHINESE: Final[Mapping[str, str]] = {
    "cli.bulk.first-missing": "未报送",
    "cli.bulk.first-findings": "问题清单",
}
