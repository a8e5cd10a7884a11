"""Codes F300–F399: formats read by a separate, killable process (xls, xlsb, ods, et)."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error, notice, warning
from jixiao.finding.registry import CodeEntry

_RESAVE = "用 Excel 或 WPS 打开，“另存为”Excel 工作簿（.xlsx）后再报送。"
_RESAVE_EN = "Open it in Excel or WPS and save it as an Excel workbook (.xlsx)."

ENTRIES: tuple[CodeEntry, ...] = (
    notice(
        "F300",
        (
            "此格式有些内容看不到",
            "{found} 格式只能读出数值和文字：错误值显示为空白，公式、数字格式、锁定、批注、"
            "隐藏行列看不到。",
            "要全面审核，请另存为 .xlsx 后再报送。",
            "旧格式和非通用格式只能读出各单元格的结果。凡依靠公式或格式的检查都不进行。",
        ),
        (
            "Some things cannot be seen in this format",
            "Of {found} only values and texts can be"
            " read: error values look blank; formulas, number formats, locks, comments and hidden"
            " rows and columns are not seen.",
            "For a full check save it as .xlsx.",
            "Checks that need formulas or formats are left out.",
        ),
    ),
    error(
        "F301",
        (
            "读取超时",
            "读取用时超过 {limit} 秒，已停止。",
            _RESAVE,
            "正常的评分表不到一秒就能读完。文件可能损坏，或是有意构造的。",
        ),
        (
            "Reading took too long",
            "Reading took more than {limit} seconds and was stopped.",
            _RESAVE_EN,
            "A scoresheet is read within a second. The file may be damaged.",
        ),
    ),
    error(
        "F302",
        (
            "无法安全读取",
            "文件里有读取程序不认识的写法，读取中断，没有核对。",
            _RESAVE,
            "这不一定是文件损坏：办公软件能打开的，另存一次就能读。读取在单独的进程里进行，不影响其他文件。",
        ),
        (
            "Cannot be read safely",
            "The file holds something the reader does not know; reading broke off and nothing was"
            " checked.",
            _RESAVE_EN,
            "The file need not be damaged: where an office program opens it, saving it anew helps."
            " Reading runs in a process of its own; other files go on.",
        ),
    ),
    error(
        "F303",
        (
            "读取所需内存过大",
            "读取所需内存超过 {limit} MB，已停止。",
            _RESAVE,
            "文件声明的内容远超正常评分表，可能损坏，或是有意构造的。",
        ),
        (
            "Reading needs too much memory",
            "Reading needs more than {limit} MB and was stopped.",
            _RESAVE_EN,
            "The file claims far more than a scoresheet holds; it may be damaged.",
        ),
    ),
    error(
        "F304",
        (
            "文件损坏",
            "文件是 {found} 格式，但内容损坏，读不出来。",
            _RESAVE,
            "内容不完整，或与格式规定不符。",
        ),
        (
            "The file is damaged",
            "The file is {found}, but damaged and cannot be read.",
            _RESAVE_EN,
            "The content is incomplete or breaks the format.",
        ),
    ),
    error(
        "F305",
        (
            "已用区域过大",
            "工作表“{found}”的已用区域超过 {limit} 个单元格。",
            "删除远处的零散内容，另存后再审核。",
            "表格右下方很远处有内容时，整个矩形都要占用内存。",
        ),
        (
            "The used area is too large",
            "The used area of “{found}” exceeds {limit} cells.",
            "Remove what lies far away and save again.",
            "Something far down or far right makes the whole rectangle take memory.",
        ),
    ),
    error(
        "F306",
        (
            "工作表读不出来",
            "工作表“{found}”读不出来，其余工作表已读取。",
            _RESAVE,
            "该表内容损坏或含有不认识的内容。",
        ),
        (
            "A sheet cannot be read",
            "The sheet “{found}” cannot be read; the others were.",
            _RESAVE_EN,
            "Its content is damaged or unknown.",
        ),
    ),
    warning(
        "F307",
        (
            "数值的原样看不到",
            "{found} 处数值超过 15 位有效数字，末几位可能不准。",
            "身份证号、账号等请按文字填写。",
            "此格式按浮点数存放数值，只保留约 15 位有效数字。",
        ),
        (
            "Digits of long numbers are lost",
            "{found} numbers have over 15 digits; the last may be off.",
            "Enter identity and account numbers as text.",
            "The format keeps about 15 digits.",
        ),
    ),
)
