"""Texts of the command line: help, complaints, what is said when a command is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "cli.option.version": ("显示程序名和版本。", "Show name and version."),
    "cli.help": (
        "核对部门整体支出绩效评价指标体系评分表：逐项复算自评得分，指出哪一格不对、应为"
        "多少、怎么改，并把标注写回原来的工作簿。\n\n"
        "English: jixiao --lang en --help",
        "Checks the scoresheet workbooks of Chinese government departments (部门整体支"
        "出绩效评价指标体系评分表): recomputes every self-score, names the cells that "
        "do not hold, the expected value and what to do, and marks them in the "
        "workbook.",
    ),
    "cli.short.validate": ("核对报送的评分表。", "Check returns."),
    "cli.short.bulk": (
        "核对一个文件夹里所有单位的报送，写出汇总表。",
        "Check every return in a folder; write a summary.",
    ),
    "cli.short.combine": (
        "把几个输出文件夹合成一份汇总。",
        "Make one summary of several output folders.",
    ),
    "cli.short.verify": (
        "判断一个工作簿是不是核对过的那一个。",
        "Say whether a workbook is the one that was checked.",
    ),
    "cli.short.template": ("生成要下发的空白表。", "Write a blank workbook to send out."),
    "cli.short.rulebook": (
        "查看、检查、比较指标体系。",
        "List, show, check and compare rulebooks.",
    ),
    "cli.short.explain": (
        "解释一个问题代码，或一个指标怎样计分。",
        "Explain a finding code, or how an indicator is scored.",
    ),
    "cli.stopped": ("已按您的要求停止。", "Stopped as you asked."),
    "cli.bug": (
        "程序内部出错（{kind}：{text}），没有写出任何文件。请把这一行连同所用的命令发给维护人员。",
        "Internal error ({kind}: {text}); nothing was written. Please report this line.",
    ),
    "cli.shell.usage": ("用法：", "Usage: "),
    "cli.shell.options": ("选项", "Options"),
    "cli.shell.commands": ("命令", "Commands"),
    "cli.shell.help": ("显示这份说明。", "Show this help."),
    "cli.shell.no-command": ("没有命令“{name}”。", "There is no command “{name}”."),
    "cli.shell.meant": ("您要用的可能是：{names}。", "Did you mean: {names}?"),
    "cli.shell.extra": ("多出了参数：{args}。", "Too many arguments: {args}."),
    "cli.option.lang": (
        "提示和说明所用的语言：zh 中文（默认），en 英文。",
        "Language of messages and help: zh Chinese (default), en English.",
    ),
    "cli.option.rulebooks": (
        "自己的指标体系所在的文件夹（里面的 *.toml），与自带的一样按编号、印记、名称和标签识别；"
        "不写时看环境变量 JIXIAO_RULEBOOKS，再看当前文件夹里的 rulebooks。",
        "Folder of rulebooks of your own (its *.toml), recognised by id, stamp, names and labels "
        "like the shipped ones; by default the environment variable JIXIAO_RULEBOOKS, then the "
        "folder rulebooks below the current one.",
    ),
    "cli.console.locked": (
        "无法写入或打开“{file}”：没有权限，或文件正在 WPS、Excel 中打开。请先关闭该文件再试。",
        "Cannot open or write “{file}”: no permission, or it is open in a spreadsheet "
        "program. Close it and try again.",
    ),
    "cli.console.full": (
        "磁盘空间不足，“{file}”没有写出。",
        "The disk is full; “{file}” was not written.",
    ),
    "cli.console.trouble": (
        "读写“{file}”时出错：{text}",
        "Trouble reading or writing “{file}”: {text}",
    ),
    "cli.console.screen": ("标准输出", "standard output"),
    "cli.console.checking": ("正在检查", "checking"),
    "cli.usage.no-option": ("没有选项“{name}”。", "There is no option “{name}”."),
    "cli.usage.needs-value": ("选项“{name}”后面要写一个值。", "The option “{name}” needs a value."),
    "cli.usage.takes-none": ("选项“{name}”后面不带值。", "The option “{name}” takes no value."),
    "cli.usage.missing": ("还缺少：{name}。", "Missing: {name}."),
    "cli.usage.choose": (
        "“{name}”只能是下列之一：{choices}。",
        "“{name}” must be one of: {choices}.",
    ),
    "cli.usage.number": ("“{name}”要写一个整数。", "“{name}” must be a whole number."),
    "cli.usage.bad-value": ("“{name}”的值不能用。", "The value of “{name}” cannot be used."),
    "cli.usage.no-command": ("请写明要用的命令。", "Please name a command."),
    "cli.usage.wrong": ("命令写法不对：{message}", "Wrong use: {message}"),
    "cli.usage.see-help": ("用法请看：{path} --help", "For help: {path} --help"),
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
    "cli.option.limits": (
        "文件大小的上限：usual 平常（默认）；high 放宽到约 6 倍，读很大的真实工作簿时用，"
        "每个进程可能占用几 GB 内存。",
        "How large a file may be: usual (default), or high, some six times that, for a real "
        "workbook that is very large; a process may then take some GB of memory.",
    ),
    "cli.option.fail-on": (
        "问题达到哪一级时退出码为 1：error 错误（默认），warning 警告，never 从不。",
        "Severity from which the exit code is 1: error (default), warning, or never.",
    ),
    "cli.bulk.checked": ("已核对", "checked"),
    "cli.bulk.kept": (
        "{name} 不是上次运行写出时的样子（有人改过，或本来就在那里），没有覆盖。要得到"
        "新的，请先把它移走或改名，再运行一次。",
        "{name} is not as the last run wrote it (changed since, or there before) and "
        "is kept. Move or rename it and run again to get a new one.",
    ),
    "cli.bulk.stopping": ("正在停下……", "Stopping …"),
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
        "汇总表：{summary}\n",
        "Done: {checked} checked, {unchanged} unchanged, {skipped} other files.\n"
        "Findings: {error} errors, {warning} warnings, {notice} notices.\nSummary: "
        "{summary}\n",
    ),
    "cli.bulk.counts": (
        "应报{listed}家，收到{received}家，通过{passed}家，需退回{returned}家，未报{missing}家，"
        "打不开或不能采用{unread}家。\n",
        "{listed} departments due: {received} received, {passed} passed, {returned} to be returned,"
        " {missing} missing, {unread} with nothing that can be used.\n",
    ),
    "cli.bulk.counts-unlisted": (
        "收到{received}份，通过{passed}份，需退回{returned}份，打不开{unread}份。\n",
        "{received} received: {passed} passed, {returned} to be returned; {unread} files cannot be"
        " opened.\n",
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
    "cli.combine.help": (
        "把 jixiao bulk 的几个输出文件夹（各县区、各市的）合成一份汇总：同样写出 summary.xlsx、"
        "findings.csv、results.jsonl。只用各文件夹里的核对记录，不再读工作簿。合成的文件夹还可以"
        "再往上合并。\n\n退出码：0 完成，2 命令用法不对，3 未能合并。",
        "Make one summary of several output folders of jixiao bulk (counties to a city, cities to"
        " a province): summary.xlsx, findings.csv and results.jsonl as before, from their records"
        " alone; no workbook is read again. What comes out can be combined further.\n\nExit"
        " code: 0 done, 2 wrong use, 3 could not combine.",
    ),
    "cli.combine.output": (
        "输出文件夹，不能是要合并的文件夹。",
        "The folder to write to; none of those to combine.",
    ),
    "cli.combine.same": (
        "输出文件夹不能是要合并的文件夹 {folder}。请另给一个文件夹。",
        "The output cannot be {folder}, which is to be combined. Name another folder.",
    ),
    "cli.combine.twice": (
        "{folder} 写了两次，里面的报送会重复计数。请只写一次。",
        "{folder} is named twice, so its returns would count twice. Name it once.",
    ),
    "cli.combine.done": ("已合并", "combined"),
    "cli.combine.result": (
        "合并完成：{folders} 个文件夹，{returns} 份。\n"
        "问题：错误 {error} 条，警告 {warning} 条，提示 {notice} 条。\n汇总表：{summary}\n",
        "Done: {folders} folders, {returns} returns.\n"
        "Findings: {error} errors, {warning} warnings, {notice} notices.\nSummary: {summary}\n",
    ),
    "cli.explain.no-code": ("没有问题代码“{code}”。", "There is no finding code “{code}”."),
    "cli.explain.which-book": (
        "“{name}”在{count}个指标体系里都有，计分不一定相同，请写明是哪一个："
        "jixiao explain {name} --rulebook {first}。这些指标体系是：{books}。",
        "“{name}” is in {count} rulebooks, which may score it differently. Say which: "
        "jixiao explain {name} --rulebook {first}. They are: {books}.",
    ),
    "cli.explain.no-indicator": (
        "在{books}中没有找到指标“{name}”。",
        "There is no indicator “{name}” in {books}.",
    ),
    "cli.explain.nearest": ("您要找的可能是：{names}。", " Did you mean: {names}?"),
    "cli.explain.all-books": ("现有的指标体系", "the rulebooks there are"),
    "cli.explain.help": (
        "解释一个问题代码（如 R101），或说明一个指标怎样计分（写指标名称或编号，如 预算完成率）。"
        "先写一个评分表文件、再写指标的，说明这个指标在表里的得分怎么算出来。",
        "Explain a finding code (R101), or how an indicator is scored (its name or id). With a "
        "return before the indicator: how its number in that return comes about.",
    ),
    "cli.explain.rulebook": (
        "在哪个指标体系里找这个指标；默认在全部里面找。",
        "Rulebook to look the indicator up in; all of them by default.",
    ),
    "cli.explain.two": (
        "jixiao explain 后面写一个代码、一个指标，或者一个文件和一个指标。",
        "jixiao explain takes a code, an indicator, or a file and an indicator.",
    ),
    "cli.workings.nearest": (
        "表里没有找到指标“{name}”。您要找的可能是：{names}。",
        "The return has no indicator “{name}”. You may mean: {names}.",
    ),
    "cli.workings.none": (
        "表里没有找到指标“{name}”。表里的指标有：{names}。",
        "The return has no indicator “{name}”. It has: {names}.",
    ),
    "cli.rulebook.help": (
        "查看、检查、比较指标体系。一个指标体系是一个文本文件，写明指标、分值、公式和评分标准。",
        "List, show, check and compare rulebooks. A rulebook is one text file with "
        "indicators, weights, formulas and scoring rules.",
    ),
    "cli.rulebook.short.list": (
        "列出自带的和自己的指标体系。",
        "List the rulebooks: those that come with the program and your own.",
    ),
    "cli.rulebook.short.show": ("用文字写出一个指标体系。", "Write one rulebook out in prose."),
    "cli.rulebook.short.check": (
        "检查正在编写的指标体系文件。",
        "Check a rulebook file while writing it.",
    ),
    "cli.short.carry": (
        "把旧表或自制表里填的内容转入空白表。",
        "Carry what an older form holds into a template.",
    ),
    "cli.carry.help": (
        "把一张填好的旧表或自制表里的内容转入指标体系的空白表：基础数据、自评得分、实际值、原因、"
        "自设指标。数字照原样（位数不变），文字仍是文字，一个数也不改；没有放进去的逐项列出，"
        "也写在新表的“转入清单”里。",
        "Carry a filled older or home-made form into the template of a rulebook: inputs, scores, "
        "actual values, reasons, rows of one's own. Digits stay as typed, texts stay texts, no "
        "figure changes; what found no place is listed, also on the sheet 转入清单.",
    ),
    "cli.carry.output": ("写到这个文件（.xlsx）。", "Write to this file (.xlsx)."),
    "cli.carry.done": (
        "转入{count}项，{left}项没有放进去。",
        "{count} values carried; {left} found no place.",
    ),
    "cli.carry.left": ("  {place}  “{text}”：{why}", "  {place}  “{text}”: {why}"),
    "cli.carry.next": (
        "接下来：打开{file}，对照“转入清单”补齐，再用 jixiao validate {file} 核对。",
        "Next: open {file}, complete it by the sheet 转入清单, and run jixiao validate {file}.",
    ),
    "cli.rulebook.short.draft": (
        "从一张现成的表起草指标体系文件。",
        "Draft a rulebook file from a form.",
    ),
    "cli.rulebook-draft.help": (
        "从一张现成的表（xlsx、xls、ods、et，或 docx 里的表格）起草指标体系文件：标题、年度、"
        "分值、各级指标、评分标准原文，读得懂的评分标准写成规则，附基础数据和算例。每个值后面"
        "写着它所在的单元格；要由人决定的，在该处写明，最后每类问一次。",
        "Draft a rulebook file from a form (xlsx, xls, ods, et, or a table in a docx): title, "
        "year, weights, levels, standards word for word, rules where they were wholly read, with "
        "inputs and worked cases. Every value says its cell; what a person must decide is asked "
        "at its place and, once a class, at the end.",
    ),
    "cli.rulebook-draft.output": (
        "写到这个文件（.toml）；不写时显示在屏幕上。",
        "Write to this file (.toml); without it the draft is printed.",
    ),
    "cli.rulebook-draft.id": (
        "指标体系的编号；默认取文件名里的英文字母和数字。",
        "Id of the rulebook; by default from the letters and digits of the file name.",
    ),
    "cli.rulebook-draft.bad-id": (
        "编号“{id}”写法不对：只用小写英文字母、数字和连字符，以字母开头，如 our-2026。",
        "The id “{id}” is not well formed: small letters, digits and hyphens, beginning with a "
        "letter, as our-2026.",
    ),
    "cli.rulebook-draft.no-form": (
        "“{file}”里没有找到评分表、目标表或资金表，没有可起草的内容。请检查是不是这个文件。",
        "No table of scores, targets or funds was found in “{file}”. Is it the right file?",
    ),
    "cli.rulebook-draft.no-docx": (
        '“{file}”是 Word 文件，要先安装读取它的部件：pip install "jixiao[docx]"；'
        "或者把表格复制到 Excel 里另存为 xlsx 再试。",
        '“{file}” is a Word document; install what reads it: pip install "jixiao[docx]", or '
        "copy the table into a spreadsheet and try that.",
    ),
    "cli.rulebook-draft.done": (
        "“{name}”（{id}）已起草：{rows}行，其中{stated}行有评分标准；读懂{read}行，由人评判{judged}行。",
        "“{name}” ({id}) drafted: {rows} rows, {stated} of them with a standard; {read} read, "
        "{judged} left to judgement.",
    ),
    "cli.rulebook-draft.asks": (
        "要由人决定的有{count}类：",
        "{count} kinds of things must be decided by a person:",
    ),
    "cli.rulebook-draft.rows": ("（{names}）", " ({names})"),
    "cli.rulebook-draft.rows-more": ("（{names}等{count}处）", " ({names} … {count} in all)"),
    "cli.rulebook-draft.next": (
        "接下来：打开文件，逐条定好“请定”的地方，用 jixiao rulebook check {file} 检查。\n",
        "Next: open the file, settle what is marked 请定, and run jixiao rulebook check {file}.\n",
    ),
    "cli.rulebook.short.diff": (
        "比较两个指标体系，看对报送的影响。",
        "Compare two rulebooks and their effect on returns.",
    ),
    "cli.rulebook-check.hint": ("提示：{text}", "hint: {text}"),
    "cli.rulebook-check.good": (
        "“{name}”（{id}）可以使用：{count}个指标，{inputs}项基础数据，{cases}个算例都算得通。",
        "“{name}” ({id}) can be used: {count} indicators, {inputs} inputs, all {cases} "
        "worked examples come out.",
    ),
    "cli.rulebook-check.draft": (
        "“{name}”（{id}）是草稿，可以试用：{count}行，其中由人评判{judged}行，{cases}个算例都算得通；"
        "还有{asks}处要由人决定。定好后删去 draft = true。",
        "“{name}” ({id}) is a draft that can be tried: {count} rows, {judged} of them judged, all "
        "{cases} worked examples come out; {asks} things are to be decided. Then take out "
        "draft = true.",
    ),
    "cli.rulebook-check.help": (
        "检查一个指标体系文件：列出全部问题，写明在第几行、怎么改。",
        "Check a rulebook file: list everything wrong, with line and remedy.",
    ),
    "cli.rulebook-diff.no-folder": ("没有文件夹“{folder}”。", "There is no folder “{folder}”."),
    "cli.rulebook-diff.effect": (
        "对“{folder}”里报送的影响：",
        "Effect on the returns in “{folder}”:",
    ),
    "cli.rulebook-diff.help": (
        "比较两个指标体系：新增、取消、改名、调整分值和评分标准的指标，先用文字写，再列成表。",
        "Compare two rulebooks: indicators added, removed, renamed, re-weighted, "
        "re-scored; in Chinese prose, then as a table.",
    ),
    "cli.rulebook-diff.on": (
        "用这个文件夹里的报送算一遍：谁的复算得分有变动，变动多少。",
        "Try both on the returns in this folder: whose computed score moves, and by how much.",
    ),
    "cli.rulebook-list.free": ("{count}＋自定", "{count}+free"),
    "cli.rulebook-list.help": (
        "列出自带的和自己的指标体系。",
        "List the rulebooks: those that come with the program and your own.",
    ),
    "cli.rulebook-list.own": ("自己的指标体系（{folder}）：", "Rulebooks of your own ({folder}):"),
    "cli.rulebook-list.shipped": ("自带的指标体系：", "Rulebooks that come with the program:"),
    "cli.rulebook-list.header.id": ("编号", "id"),
    "cli.rulebook-list.header.year": ("年度", "year"),
    "cli.rulebook-list.header.rows": ("指标", "rows"),
    "cli.rulebook-list.header.total": ("总分", "total"),
    "cli.rulebook-list.header.name": ("名称", "name"),
    "cli.rulebook-show.help": (
        "用文字写出一个指标体系：每个指标的分值、公式、评分标准、依据和来源；在别的体系"
        "上修改的，写明每项规定出自哪里。",
        "Write one rulebook out in (Chinese) prose: weight, formula, rule, clause and "
        "source of each indicator, and for an overlay where each value comes from.",
    ),
    "cli.rulebooks.unknown": (
        "没有叫“{name}”的指标体系，也没有这个文件。可用的有：{ids}。",
        "There is no rulebook and no file “{name}”. There are: {ids}.",
    ),
    "cli.rulebooks.no-folder": (
        "没有指标体系文件夹“{folder}”（{source}）。请检查路径。",
        "There is no folder of rulebooks “{folder}” ({source}). Check the path.",
    ),
    "cli.rulebooks.none": (
        "文件夹“{folder}”（{source}）里没有指标体系文件（*.toml）。请检查路径。",
        "The folder “{folder}” ({source}) holds no rulebook (*.toml). Check the path.",
    ),
    "cli.rulebooks.nearest": ("您要用的可能是：{names}。", " Did you mean: {names}?"),
    "cli.rulebooks.nothing-done": (
        "指标体系文件“{file}”有{count}处问题，改好后才能使用：",
        "The rulebook “{file}” has {count} problem(s) and cannot be used until they are mended:",
    ),
    "cli.targets.is-input": (
        "“{target}”就是要核对的文件“{source}”，不能写在它上面。请换一个文件名。",
        "“{target}” is the input “{source}”, which is never written to. Choose another name.",
    ),
    "cli.targets.exists": (
        "“{target}”已经存在。要替换它，请加 --force；否则请换一个文件名。",
        "“{target}” exists already. Add --force to replace it, or choose another name.",
    ),
    "cli.targets.not-a-file": (
        "“{target}”不是普通文件，不能写在这里。请写一个文件名。",
        "“{target}” is no regular file. Give the name of a file.",
    ),
    "cli.targets.no-folder": (
        "文件夹“{folder}”不存在。请先建好文件夹，或换一个位置。",
        "There is no folder “{folder}”. Make it first, or choose another place.",
    ),
    "cli.targets.needs-folder": (
        "核对多个文件时，--annotate 后面要写一个文件夹，“{target}”是文件。",
        "With several files, --annotate takes a folder; “{target}” is a file.",
    ),
    "cli.targets.twice": (
        "“{target}”被用作两个输出，请分别写不同的文件名。",
        "“{target}” is named for two outputs. Give each its own name.",
    ),
    "cli.targets.ending": (
        "标注件是新式工作簿，请把“{target}”的扩展名写成 {ending}。",
        "The annotated copy is a workbook of the newer kind: let “{target}” end in {ending}.",
    ),
    "cli.written": ("已写出：{target}", "written: {target}"),
    "cli.template.roster": (
        "名册：给每个单位写一份空白表，写明单位名称，各带自己的标记（拿别家的表来填，核对时"
        "就看得出）。--output 是文件夹。",
        "Roster: write a blank for each department, with its name and a stamp of its own, so that"
        " a neighbour's file is told at once. --output is a folder.",
    ),
    "cli.template.roster-alone": (
        "--roster 给名册上的每个单位写一份，不能与 --all 或 --department 同用。",
        "--roster writes one for each department listed and cannot go with --all or --department.",
    ),
    "cli.template.roster-output": (
        "用 --roster 时还要用 --output 指定写到哪个文件夹。",
        "With --roster, name the folder to write to with --output.",
    ),
    "cli.template.roster-folder": (
        "{target} 是一个文件。用 --roster 时 --output 要指定文件夹。",
        "{target} is a file; with --roster, --output must name a folder.",
    ),
    "cli.template.progress": ("已写出", "written"),
    "cli.template.issued": (
        "已给 {count} 个单位各写出一份空白表，在 {folder}。",
        "Blanks for {count} departments are in {folder}.",
    ),
    "cli.template.which": (
        "请写明要生成哪个指标体系的空白表，或用 --all 生成全部。",
        "Name the rulebook whose blank workbook is wanted, or use --all for every one.",
    ),
    "cli.template.not-both": (
        "--all 生成全部空白表，不能同时写编号、单位或年度。",
        "--all writes every blank workbook; give no id, department or year with it.",
    ),
    "cli.template.abstract": (
        "“{id}”是参考框架，没有分值，不能生成空白表。请选用以它为基础的指标体系。",
        "“{id}” is a framework without weights and has no blank workbook. Choose a "
        "rulebook laid over it.",
    ),
    "cli.template.folder": (
        "使用 --all 时，--output 后面要写一个文件夹，“{target}”是文件。",
        "With --all, --output takes a folder; “{target}” is a file.",
    ),
    "cli.template.help": (
        "生成要下发给各单位填写的空白表：带公式、填写提示和锁定的单元格。",
        "Write the blank workbook that departments fill in: live formulas, prompts, locked cells.",
    ),
    "cli.template.all": (
        "生成全部自带指标体系的空白表，写到 --output 所说的文件夹。",
        "Write the blank workbooks of every shipped rulebook into the folder --output.",
    ),
    "cli.template.output": (
        "写到这里；默认写在当前文件夹，文件名为“编号.xlsx”。",
        "Where to write; by default ID.xlsx in this folder.",
    ),
    "cli.template.department": ("预先填好单位名称。", "Fill in the department's name."),
    "cli.template.year": (
        "预先填好年度；默认用指标体系的年度。",
        "Fill in the year; the rulebook's own by default.",
    ),
    "cli.option.force": ("要写的文件已存在时替换它。", "Replace files that exist already."),
    "cli.validate.nothing-written": (
        "有文件未能检查，所要的输出没有写。请处理好下面所说的问题后再运行一次。",
        "Some files could not be checked, so no file was written. Mend what is said "
        "below and run again.",
    ),
    "cli.validate.next-mend": (
        "接下来：按上面所说逐条改好，保存后再核对一次。加上 --annotate 新文件名.xlsx，"
        "可以得到在原表上标出这些问题的工作簿。",
        "Next: mend these one by one, save, and check again. With --annotate NEW.xlsx "
        "you get the workbook with these marks in it.",
    ),
    "cli.validate.next-marked": (
        "接下来：打开标注件，按批注逐条改好原表，再核对一次。",
        "Next: open the annotated copy, mend the original as its comments say, and check again.",
    ),
    "cli.validate.next-clean": (
        "自评得分站得住，可以报送。",
        "The self-scores hold; it can be handed in.",
    ),
    "cli.validate.next-selected": (
        "注意：这里只看了选定的问题（--select、--ignore），结论也只就这些问题而言；"
        "报送前请不加这两个选项再核对一次。",
        "Note: only the findings that were asked for were looked at (--select, --ignore), and the "
        "verdict is about them; check without these options before handing in.",
    ),
    "cli.validate.help": (
        "核对一个或几个评分表：逐项复算自评得分，列出不一致的单元格、应为多少、怎么改。\n\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 命令用法不对；3 有文件未能检查。",
        "Check one or more scoresheets: recompute each self-score and list the cells "
        "that do not hold, the expected value and what to do.\n\n"
        "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong use; 3 could "
        "not check.",
    ),
    "cli.validate.rulebook": (
        "按哪个指标体系核对：编号（见 jixiao rulebook list）或文件。默认自动识别。",
        "Rulebook to check against: an id (see jixiao rulebook list) or a file. Found by default.",
    ),
    "cli.validate.format": (
        "结果的格式：text 文字（默认），html 一个网页文件（用浏览器打开，可打印），json 供程序"
        "读取，csv 每行一个问题，sarif 供代码托管和审查平台读取（SARIF 2.1.0）。",
        "Format of the result: text (default), html (one page for any browser, prints well), "
        "json, csv with one finding a line, or sarif (2.1.0) for review platforms.",
    ),
    "cli.validate.quiet": (
        "只显示结论和必须改的问题（达到 --fail-on 那一级的）。",
        "Show only the verdict and what must be mended: findings at or above --fail-on.",
    ),
    "cli.validate.statistics": (
        "不逐条显示，只按问题代码列出个数。",
        "Instead of the findings, list their codes by count.",
    ),
    "cli.validate.select": (
        "只看这些问题：代码或代码的开头，用逗号隔开，如 T,R101。没有选的不影响退出码；未能检查"
        "的原因总会显示。",
        "Look only at these findings: codes or beginnings of codes, separated by commas "
        "(T,R101). Others do not count for the exit code; why a file could not be checked is "
        "always told.",
    ),
    "cli.validate.ignore": (
        "不看这些问题，写法与 --select 相同；两者都写到的不看。",
        "Leave these findings out; written like --select, and stronger.",
    ),
    "cli.bulk.waivers": (
        "按这个豁免文件豁免问题：豁免的仍然列出，另外计数，不影响退出码。",
        "Apply the waivers of this file: what they excuse stays visible, is counted apart and does "
        "not decide the exit code.",
    ),
    "cli.bulk.waived": ("另有{count}个问题已豁免。\n", "{count} further finding(s) are waived.\n"),
    "cli.validate.waivers": (
        "按这个豁免文件（TOML）豁免问题：豁免的仍然列出，另外计数，不影响退出码。",
        "Apply the waivers of this TOML file: what they excuse stays visible, is counted apart and "
        "does not decide the exit code.",
    ),
    "cli.validate.write-waiver": (
        "在 --waivers 文件末尾加一条豁免：写“代码@工作表!单元格”，表里只有一个这种问题时只写代码。"
        "要同时写 --reason、--who、--until。",
        "Append a waiver to the --waivers file: CODE@SHEET!CELL, or CODE alone where there is one "
        "such finding. Needs --reason, --who and --until.",
    ),
    "cli.validate.reason": ("豁免的理由。", "Why it is waived."),
    "cli.validate.who": ("谁批准的豁免。", "Who waives it."),
    "cli.validate.until": ("豁免到哪一天（含），如 2026-12-31。", "The last day, as 2026-12-31."),
    "cli.waiving.no-file": ("没有豁免文件“{file}”。", "There is no waiver file “{file}”."),
    "cli.waiving.unusable": ("豁免文件“{file}”不能用。{text}", "Waiver file “{file}”: {text}"),
    "cli.waiving.needs": (
        "--write-waiver 还要写 --waivers、--reason、--who、--until，并且只核对一个文件。",
        "--write-waiver needs --waivers, --reason, --who, --until and a single file.",
    ),
    "cli.waiving.alone": (
        "--reason、--who、--until 只和 --write-waiver 一起用。",
        "--reason, --who and --until go with --write-waiver.",
    ),
    "cli.waiving.no-date": (
        "“{text}”不是日期；请写成 2026-12-31 这样，并且不早于今天。",
        "“{text}” is no date; write it as 2026-12-31, not before today.",
    ),
    "cli.waiving.none": (
        "“{asked}”没有对应的问题，没有写入豁免。可以豁免的有：{there}。",
        "No finding matches “{asked}”; no waiver was written. There are: {there}.",
    ),
    "cli.waiving.several": (
        "“{asked}”对应几个问题，没有写入豁免。请写明是哪一个：{there}。",
        "“{asked}” matches several findings; no waiver was written. Say which: {there}.",
    ),
    "cli.waiving.written": (
        "已在“{file}”末尾加上一条豁免（第{number}条）：\n{text}",
        "Appended to “{file}” as waiver {number}:\n{text}",
    ),
    "cli.validate.no-code": (
        "没有以“{code}”开头的问题代码。全部代码见文档 docs/findings；"
        "jixiao explain 代码 可查看一个代码的意思。",
        "No finding code begins with “{code}”. docs/findings lists all codes; jixiao explain CODE "
        "says what one means.",
    ),
    "cli.validate.statistics-text": (
        "--statistics 只能用于文字结果，不能与 --format {format} 一起用。",
        "--statistics is for the text result; it does not go with --format {format}.",
    ),
    "cli.validate.output": (
        "把结果写到这个文件，不显示在屏幕上。",
        "Write the result to this file instead of showing it.",
    ),
    "cli.validate.annotate": (
        "另存一份带标注的工作簿；核对多个文件时写文件夹。原文件不动。",
        "Write the annotated copy here; a folder for several files. The original is left alone.",
    ),
    "cli.validate.previous": (
        "上一年度的表：与它比对上年数、结转，找出照抄的金额和文字。核对多个文件时写文件夹，按单位对应。",
        "Last year's return: figures of last year and what was carried over are compared with it, "
        "and copied amounts and texts are told. A folder for several files, matched by department.",
    ),
    "cli.bulk.previous": (
        "上一年度各单位的表所在的文件夹：按单位对应，比对上年数、结转，找出照抄的金额和文字。",
        "The folder of last year's returns, matched by department: figures of last year and what "
        "was carried over are compared, copied amounts and texts told.",
    ),
    "cli.previous.missing": (
        "没有找到上年的表：{path}。",
        "There is no such file or folder: {path}.",
    ),
    "cli.previous.not-a-folder": (
        "--previous 后面要写一个文件夹：{path}。",
        "--previous takes a folder here: {path}.",
    ),
    "cli.previous.needs-folder": (
        "核对几个文件时，--previous 后面写上年的表所在的文件夹。",
        "With several files, --previous takes the folder of last year's returns.",
    ),
    "cli.validate.workings": (
        "在 --annotate 的副本里加一张“计算底稿”：每个指标的得分怎么算出来、用到哪些单元格（可点"
        "击）、公式、评分标准和依据条款，可打印。",
        "Add the sheet 计算底稿 to the copy of --annotate: for each indicator the arithmetic, the "
        "cells it rests on (linked), formula, standard and clause; made for printing.",
    ),
    "cli.validate.workings-alone": (
        "--workings 要与 --annotate 一起用。",
        "--workings goes with --annotate.",
    ),
    "cli.validate.fix": (
        "另存一份副本，只改确定无疑的地方：放回下发时的公式，把文本数字改为数字；逐处标出并列成"
        "“修改清单”。得分和数据不动，原文件不动。核对多个文件时写文件夹。",
        "Write a copy in which only what is certain is mended: formulas as issued, numbers stored "
        "as text; each change is marked and listed. Scores and figures keep their values, the "
        "original is left alone. A folder for several files.",
    ),
    "cli.mending.written": (
        "已写出改好的副本：{target}（改了{count}处，见副本的“修改清单”）",
        "mended copy written: {target} ({count} changes, listed in its sheet 修改清单)",
    ),
    "cli.mending.nothing": (
        "没有可以确定无疑地修改的地方；已写出的 {target} 与原文件相同",
        "nothing can be mended for certain; {target} is a plain copy of the file",
    ),
    "cli.mending.change": ("{cell}　{before} → {after}", "{cell}: {before} → {after}"),
    "cli.mending.left": ("未改：{change}。{why}", "left: {change}. {why}"),
    "cli.mending.more": (
        "……还有{count}处，见“修改清单”",
        "… and {count} more, in the sheet 修改清单",
    ),
    "cli.mending.remain": (
        "改后的副本核对还有{count}个问题，要由人来改；下面是原文件的核对结果。",
        "the mended copy has {count} findings left for a person; below is the check of the file "
        "itself.",
    ),
    "cli.mending.clean": (
        "改后的副本核对没有问题；下面是原文件的核对结果。",
        "nothing is found in the mended copy; below is the check of the file itself.",
    ),
    "cli.mending.refused": (
        "没有写出“{file}”的改好的副本：{text}",
        "“{file}” is not mended: {text}",
    ),
    "cli.mending.none-checked": (
        "文件没能核对，没有写出改好的副本。",
        "The file could not be checked; no mended copy was written.",
    ),
    "cli.verify.no-file": ("没有这个文件：{file}。", "There is no such file: {file}."),
    "cli.verify.no-results": (
        "“{file}”不是核对结果（results.jsonl 或 validate --format json 的输出）。",
        "“{file}” holds no results (results.jsonl, or what validate --format json gives).",
    ),
    "cli.verify.not-there": (
        "不是：{file} 与结果中的任何一份都不相同，可能在核对之后被改过，或不在这批里。\n",
        "No: {file} is none of the workbooks in the results; it may have been changed since.\n",
    ),
    "cli.verify.changed": (
        "不是：结果中的 {name} 与 {file} 同名，但内容不同：核对之后被改过，或者这是批注副本。\n",
        "No: {name} in the results has the same name, but other content: it was "
        "changed since, or this is the annotated copy.\n",
    ),
    "cli.verify.same": (
        "是：{file} 就是结果中核对的 {name}。\n"
        "文件 SHA-256：{sha256}\n指标体系：{rulebook}\n核对程序：{program}\n",
        "Yes: {file} is the workbook checked as {name}.\nSHA-256 of the file: {sha256}\n"
        "Rulebook: {rulebook}\nChecked by: {program}\n",
    ),
    "cli.verify.not-checked": (
        "注意：这个文件当时没有核对成，结果里只有原因。\n",
        "Note: this file could not be checked then; the results only say why.\n",
    ),
    "cli.verify.rules-elsewhere": (
        "注意：指标体系 {id} 不是程序自带的，没有与现有的比较。\n",
        "Note: the rulebook {id} does not come with the program and was not compared.\n",
    ),
    "cli.verify.rules-changed": (
        "注意：现有的指标体系 {id} 与核对时用的不同，重新核对结果可能不同。\n",
        "Note: the rulebook {id} at hand is not the one used then; a new check may differ.\n",
    ),
    "cli.verify.program-changed": (
        "注意：现在的程序是 {now}，与核对时的版本不同。\n",
        "Note: the program at hand is {now}, another version than then.\n",
    ),
    "cli.verify.help": (
        "判断一个工作簿是不是某份核对结果所说的那一个：比较文件、指标体系和程序版本。\n\n"
        "退出码：0 是；1 不是；2 命令用法不对；3 读不了文件或结果。",
        "Say whether a workbook is the one that results speak of: file, rulebook and "
        "program are compared.\n\n"
        "Exit codes: 0 yes; 1 no; 2 wrong use; 3 file or results cannot be read.",
    ),
    "cli.shell.options-piece": ("[选项]", "[OPTIONS]"),
    "cli.shell.command-piece": ("命令 …", "COMMAND …"),
    "cli.verify.rulebook": ("{id}，SHA-256：{sha256}", "{id}, SHA-256: {sha256}"),
}

CHINESE: Final[Mapping[str, str]] = {
    "cli.explain.place": "{name}（{book}），指标编号 {indicator}",
    "cli.explain.not-in-rule": "请核对：原文里的{numbers}，程序的算法里没有。",
    "cli.bulk.version": "{name}，版本 {version}",
    "cli.bulk.first-missing": "未报送",
    "cli.bulk.first-findings": "问题清单",
    "cli.rulebook-show.origins": "\n## 各项规定的出处\n\n",
}
