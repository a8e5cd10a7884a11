"""Texts of a bulk run: why something is skipped or cannot be used, whom a return belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CHINESE: Final[Mapping[str, str]] = {
    "bulk.rulebook-version": "{name}，版本 {version}",
    "bulk.forms.name": "表式{number}（没有对应的指标体系，按表内自身的分值和评分标准核对）",
}

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    # output folders that are combined
    "bulk.finished.none": (
        "{folder} 不是 jixiao bulk 的输出文件夹：里面没有 ledger.sqlite 和 results.jsonl。"
        "请给出 jixiao bulk --output 所写的文件夹。",
        "{folder} is no output folder of jixiao bulk: there is no ledger.sqlite and results.jsonl"
        " in it. Name folders that jixiao bulk --output wrote.",
    ),
    "bulk.finished.running": (
        "{folder} 的核对正在进行，或者中途停了。请等它做完，或再运行一次 jixiao bulk，然后合并。",
        "The run in {folder} is under way or was stopped. Let it end, or run jixiao bulk again,"
        " then combine.",
    ),
    "bulk.finished.older": (
        "{folder} 是以前版本写的，缺少合并所需的内容。请对它再运行一次 jixiao bulk，然后合并。",
        "{folder} was written by an earlier version and lacks what combining needs. Run jixiao"
        " bulk for it again, then combine.",
    ),
    "bulk.finished.damaged": (
        "{folder} 里的 ledger.sqlite 和 results.jsonl 对不上或已损坏。请对它再运行一次"
        " jixiao bulk --recheck，然后合并。",
        "ledger.sqlite and results.jsonl in {folder} do not fit or are damaged. Run jixiao bulk"
        " --recheck for it, then combine.",
    ),
    "bulk.archive.bad-member": (
        "压缩包损坏，“{found}”解不出来",
        "damaged, “{found}” cannot be unpacked",
    ),
    "bulk.archive.changed": ("运行时压缩包被改动", "the archive changed meanwhile"),
    "bulk.archive.contradiction": (
        "压缩包的目录自相矛盾",
        "the archive's directory contradicts itself",
    ),
    "bulk.archive.damaged": (
        "不是有效的 zip 压缩包，或已损坏",
        "not a zip archive, or damaged",
    ),
    "bulk.archive.huge": ("解开后异常庞大", "abnormally large when unpacked"),
    "bulk.archive.huge-member": ("“{found}”异常庞大", "“{found}” is abnormally large"),
    "bulk.archive.method": (
        "“{found}”的压缩方法不常见",
        "“{found}” has an unusual compression method",
    ),
    "bulk.archive.no-file": (
        "压缩包不存在，或不是普通文件",
        "not there, or no regular file",
    ),
    "bulk.archive.outside": (
        "压缩包内的路径指向文件夹之外",
        "a member's path leads outside the folder",
    ),
    "bulk.archive.overlap": ("压缩包内的文件互相重叠", "members of the archive overlap"),
    "bulk.archive.password": ("压缩包有密码", "the archive has a password"),
    "bulk.archive.same-names": (
        "压缩包内有同名文件“{name}”",
        "two members are named “{name}”",
    ),
    "bulk.archive.too-large": ("解开后超过 {limit} MB", "more than {limit} MB unpacked"),
    "bulk.archive.too-many": ("压缩包内文件超过 {limit} 个", "more than {limit} members"),
    "bulk.archive.unopened": ("压缩包打不开（{reason}）", "cannot be opened ({reason})"),
    "bulk.attribution.ambiguous": (
        "对应不止一个单位，按此名称无法归属",
        "stands for more than one department and tells none",
    ),
    "bulk.attribution.by": ("按{by}归属 {name}", "counted for {name} by {by}"),
    "bulk.attribution.by-file": ("文件名", "the file name"),
    "bulk.attribution.by-sheet": ("表内名称", "the name in the sheet"),
    "bulk.attribution.by-short": ("简称", "its short name"),
    "bulk.attribution.by-stamp": ("空白表的标记", "the template's stamp"),
    "bulk.duplicates.more": ("{names}等{count}份", "{names} and others, {count} in all"),
    "bulk.attribution.near": (
        "，可能是名册上还没有报送的“{name}”",
        "; perhaps “{name}” is meant, which has not handed in yet",
    ),
    "bulk.attribution.none": (
        "文件名也对不上，不计入名册上的任何单位",
        "nor does the file name tell",
    ),
    "bulk.attribution.repeated": (
        "列了不止一次，按一个单位计",
        "is listed more than once and taken for one",
    ),
    "bulk.choice.first": ("修改时间相同，按文件名在前", "equally recent, first by name"),
    "bulk.choice.stage": (
        "文件名说明它是修改后的或最后的一份",
        "its file name says that it is the mended or final one",
    ),
    "bulk.batch.own-form": ("单位自带的评分表", "a form of its own"),
    "bulk.choice.blank": ("其余没有填写", "the others are blank"),
    "bulk.choice.form": ("其余用的是另一种评分表", "the others are on another form"),
    "bulk.choice.place": ("其余是外地的表", "the others are of another place"),
    "bulk.choice.saved": (
        "表内记录的保存时间最晚（{time}）",
        "the time kept inside the workbook is the latest ({time})",
    ),
    "bulk.choice.latest": ("修改时间最晚", "it was modified last"),
    "bulk.choice.named": ("表内单位名称与名册相符", "its sheet names the department"),
    "bulk.choice.readable": ("其余不能核对", "the others cannot be checked"),
    "bulk.choice.year": ("年度为 {year} 年", "it is of {year}"),
    "bulk.cluster.no-workers": ("调度器没有可用的工作进程", "the scheduler has no workers"),
    "bulk.cluster.not-installed": (
        "没有安装集群支持，请先运行：pip install 'jixiao[cluster]'",
        "cluster support is not installed: pip install 'jixiao[cluster]'",
    ),
    "bulk.cluster.unreachable": (
        "连不上调度器 {address}。请检查地址（如 tcp://主机:8786）、网络，以及调度器是否在运行。",
        "Cannot reach the scheduler {address}. See whether the address (tcp://host:8786), the"
        " network and the scheduler are right.",
    ),
    "bulk.error.circle": ("链接绕成了圈", "its links go in circles"),
    "bulk.error.long-path": ("路径太长", "the path is too long"),
    "bulk.error.missing": ("不存在", "it does not exist"),
    "bulk.error.permission": ("没有权限", "permission denied"),
    "bulk.error.unknown": ("原因不明", "no reason given"),
    "bulk.kind.7z": ("7z 压缩包（请改用 zip 或解开）", "a 7z archive (use zip, or unpack it)"),
    "bulk.kind.data": ("文本数据文件", "a data file"),
    "bulk.kind.other": ("不是工作簿", "not a workbook"),
    "bulk.kind.pdf": ("PDF 文件", "a PDF file"),
    "bulk.kind.picture": ("图片", "a picture"),
    "bulk.kind.presentation": ("演示文稿", "a presentation"),
    "bulk.kind.rar": ("RAR 压缩包（请改用 zip 或解开）", "a RAR archive (use zip, or unpack it)"),
    "bulk.kind.text": ("文本文件", "a text file"),
    "bulk.kind.word": ("Word 文档", "a Word document"),
    "bulk.kind.wps": ("文字文档", "a text document"),
    "bulk.ledger.alien": (
        "它已损坏或不是本程序写的（{error}）",
        "it is damaged or not of this program ({error})",
    ),
    "bulk.ledger.busy": (
        "另一个 jixiao bulk 正在用这个输出文件夹",
        "another jixiao bulk is using this output folder",
    ),
    "bulk.ledger.format": (
        "它是另一版本的程序写的（格式 {found}，本程序用格式 {expected}）",
        "another version of the program wrote it: format {found}, not {expected}",
    ),
    "bulk.ledger.full": ("磁盘空间不足", "the disk is full"),
    "bulk.ledger.input-output": (
        "读写出错：磁盘已满、已断开或没有写入权限",
        "reading or writing failed: the disk is full, gone or not writable",
    ),
    "bulk.ledger.read-only": ("它不能写入", "it cannot be written to"),
    "bulk.ledger.unopened": (
        "它打不开，输出文件夹没有写入权限",
        "it cannot be opened; the folder is not writable",
    ),
    "bulk.review.none": ("里面没有复核得分", "it holds no reviewed score"),
    "bulk.review.other": (
        "{wording}；里面还有其他改动，没有采用",
        "{wording}; other changes in it were not taken over",
    ),
    "bulk.review.read": (
        "读到{count}项复核得分，复核总分{total}分，已用于排名",
        "{count} reviewed scores were read, in all {total} points, and count in the ranking",
    ),
    "bulk.review.unread": (
        "它打不开或找不到评分表，里面的复核得分没有读到",
        "it cannot be opened or holds no scoresheet, so no reviewed score was read",
    ),
    "bulk.round.numbered": ("第{number}次核对", "check no. {number}"),
    "bulk.roster.empty": ("名册里一个单位也没有", "the roster lists no department"),
    "bulk.roster.empty.remedy": (
        "在列名下面逐行填写单位名称。",
        "List one department per line under the headings.",
    ),
    "bulk.roster.encoding": (
        "名册的文字编码无法识别：{name}",
        "unknown text encoding: {name}",
    ),
    "bulk.roster.encoding.remedy": (
        "用表格软件另存为 CSV（UTF-8）或 xlsx。",
        "Save it as CSV (UTF-8) or xlsx.",
    ),
    "bulk.roster.no-names": (
        "名册里没有“单位名称”一列",
        "the roster has no column 单位名称",
    ),
    "bulk.roster.no-names.remedy": (
        "在单位名单上面一行写上列名：编码、单位名称、别名、主管科室（至少要有单位名称）。",
        "Head the columns 编码, 单位名称, 别名, 主管科室; 单位名称 is required.",
    ),
    "bulk.roster.unopened": ("名册打不开：{name}", "the roster cannot be opened: {name}"),
    "bulk.roster.unopened.remedy": (
        "检查路径和文件权限。",
        "Check the path and the permissions.",
    ),
    "bulk.roster.unread": (
        "名册读不了（{name}）：{reason}",
        "the roster cannot be read ({name}): {reason}",
    ),
    "bulk.roster.unread.remedy": ("换一份能打开的名册。", "Use another."),
}
