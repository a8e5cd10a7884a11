"""Codes F100–F199: the package inside the file is damaged, contradictory or beyond the limits."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error
from jixiao.finding.registry import CodeEntry

_AGAIN = "用 Excel 或 WPS 打开并另存为新的 .xlsx；打不开就向对方重新要一份。"
_TRIM = "删除空白行列上的格式和用不到的内容（或把评分表复制到新工作簿），另存后再报送。"
_TRIM_EN = "Remove formats from empty rows and columns and whatever is not needed, and save again."
_TRIM_SHEET = (
    "指明的工作表如与评分表无关，请整张删除；否则" + _TRIM + "确需按原样审核的，加上"
    " --limits high 再审核（上限放宽，多占内存和时间）。"
)
_TRIM_SHEET_EN = (
    "Delete the sheet named where it is no part of the scoresheet. "
    + _TRIM_EN
    + " To check it as it is, add --limits high: it takes more memory and time."
)
_AGAIN_EN = "Open it in Excel or WPS and save it as a new .xlsx; if that fails, ask for it again."


def _refused(
    code: str,
    zh: tuple[str, str, str],
    en: tuple[str, str, str],
    *,
    unsafe: bool = False,
    remedy: tuple[str, str] = (_AGAIN, _AGAIN_EN),
) -> CodeEntry:
    """Make an entry: title, message, explanation; the remedy is the same for most."""
    reason = "正常的办公软件不会写出这样的文件，为安全起见不读取。" if unsafe else ""
    reason_en = " No office program writes such a file; it is not read." if unsafe else ""
    return error(
        code,
        (zh[0], zh[1], remedy[0], zh[2] + reason),
        (en[0], en[1], remedy[1], en[2] + reason_en),
    )


ENTRIES: tuple[CodeEntry, ...] = (
    _refused(
        "F100",
        (
            "文件不完整",
            "文件损坏或没有传完，内部目录读不出来。",
            "工作簿的内部目录多在文件末尾；传输中断时末尾先丢失。",
        ),
        (
            "The file is incomplete",
            "The file is damaged or cut off; its directory is unreadable.",
            "The directory of a workbook mostly lies at the end, which is lost first.",
        ),
    ),
    _refused(
        "F101",
        (
            "文件开头有多余内容",
            "文件开头多出了不属于工作簿的内容。",
            "前面多出内容的文件可以同时伪装成两种文件。",
        ),
        (
            "Something precedes the workbook",
            "Foreign bytes precede the workbook's content.",
            "Such a file can pass for two kinds of file at once.",
        ),
        unsafe=True,
    ),
    _refused(
        "F102",
        (
            "文件末尾有多余内容",
            "文件末尾多出了不属于工作簿的内容。",
            "可能是传输系统补的空字节，也可能是附加上去的内容，各种软件的读法不一。",
        ),
        (
            "Something follows the workbook",
            "Foreign bytes follow the workbook's content.",
            "Padding by a transfer, or something attached; programs differ in reading it.",
        ),
    ),
    _refused(
        "F103",
        (
            "内部文件被加密",
            "工作簿内部的 {found} 被加密。",
            "用压缩软件加密过的包不是正常的工作簿。",
        ),
        (
            "A part is encrypted",
            "The part {found} inside the workbook is encrypted.",
            "A package encrypted by an archiver is no ordinary workbook.",
        ),
    ),
    _refused(
        "F104",
        (
            "压缩方法不受支持",
            "工作簿内部的 {found} 用了不允许的压缩方法（{method}）。",
            "工作簿只允许两种压缩方法。可能是用压缩软件重新打过包。",
        ),
        (
            "Compression not supported",
            "The part {found} is compressed by method {method}.",
            "Workbooks allow two methods only. The file may have been repacked by an archiver.",
        ),
    ),
    _refused(
        "F105",
        (
            "内部文件重名",
            "工作簿内部有两个同名的 {found}，无法确定以哪个为准。",
            "大小写或斜杠不同也算同名：不同软件会读到不同的内容。",
        ),
        (
            "Two parts of the same name",
            "The workbook holds two parts named {found}.",
            "Letter case and kind of slash don't count: programs would read different contents.",
        ),
        unsafe=True,
    ),
    _refused(
        "F106",
        (
            "内部文件名不允许",
            "工作簿内部的文件名 {found} 不允许使用。",
            "文件名指向包外（../、盘符、绝对路径）或含有控制字符。",
        ),
        (
            "A part's name is not allowed",
            "The part name {found} is not allowed.",
            "It leads out of the package or has control characters.",
        ),
        unsafe=True,
    ),
    _refused(
        "F107",
        (
            "内部文件太多",
            "工作簿内部有 {found} 个文件，超过上限 {limit} 个。",
            "正常的工作簿内部只有几十个文件。",
        ),
        (
            "Too many parts",
            "The workbook has {found} parts, more than the {limit} allowed.",
            "An ordinary workbook has some dozens.",
        ),
        unsafe=True,
    ),
    _refused(
        "F108",
        (
            "解压后太大",
            "工作簿解压后有 {size} MB，超过上限 {limit} MB{largest}。",
            "评分表解压后一般不到 10 MB。多半是整表设置了格式。",
        ),
        (
            "Too large when unpacked",
            "Unpacked, the workbook has {size} MB; {limit} are allowed{largest}.",
            "A scoresheet has less than 10 MB. Mostly whole sheets were formatted.",
        ),
        remedy=(_TRIM_SHEET, _TRIM_SHEET_EN),
    ),
    _refused(
        "F109",
        (
            "内部文件太大",
            "工作簿内部的 {found} 解压后有 {size} MB，超过上限 {limit} MB{largest}。",
            "多半是整张工作表设置了格式，或夹带了大图片。",
        ),
        (
            "A part is too large",
            "Unpacked, {found} has {size} MB; {limit} are allowed{largest}.",
            "Mostly a whole sheet was formatted, or a large picture included.",
        ),
        remedy=(_TRIM_SHEET, _TRIM_SHEET_EN),
    ),
    _refused(
        "F110",
        (
            "压缩比异常",
            "工作簿解开后是原来的 {limit} 倍以上，远超正常范围{largest}。",
            "很小的文件解开成很大的内容，会耗尽内存。多半是同样的内容或格式重复了成千上万次。",
        ),
        (
            "Suspicious compression",
            "The workbook unpacks to over {limit} times its size{largest}.",
            "A tiny file that unpacks to a huge one exhausts memory. Mostly the same content or"
            " format was repeated thousands of times.",
        ),
        remedy=(_TRIM_SHEET, _TRIM_SHEET_EN),
    ),
    _refused(
        "F111",
        (
            "内部文件压缩比异常",
            "工作簿内部的 {found} 解开后是原来的 {limit} 倍以上，远超正常范围{largest}。",
            "很小的内容解开成很大的内容，会耗尽内存。多半是同样的内容或格式重复了成千上万次。",
        ),
        (
            "Suspicious compression of a part",
            "{found} unpacks to over {limit} times its size{largest}.",
            "A tiny part that unpacks to a huge one exhausts memory. Mostly the same content or"
            " format was repeated thousands of times.",
        ),
        remedy=(_TRIM_SHEET, _TRIM_SHEET_EN),
    ),
    _refused(
        "F112",
        (
            "内部文件损坏",
            "工作簿内部的 {found} 已损坏（校验不符）。",
            "内容与写入时的校验值不一致，读出的数可能是错的。",
        ),
        (
            "A part is damaged",
            "The part {found} is damaged (its checksum is wrong).",
            "The content is not what was written; figures in it may be wrong.",
        ),
    ),
    _refused(
        "F113",
        (
            "内部文件长度不符",
            "工作簿内部的 {found} 的长度与目录登记的不符。",
            "内容被截断，或目录被改动过。",
        ),
        (
            "A part has another size than declared",
            "{found} is not as long as declared.",
            "The content was cut off or the directory altered.",
        ),
    ),
    _refused(
        "F114",
        (
            "内部目录自相矛盾",
            "工作簿内部的 {found} 在两处登记不一致。",
            "不同软件会据此读到不同的内容。",
        ),
        (
            "The directory contradicts itself",
            "{found} is registered in two different ways.",
            "Programs would read different contents.",
        ),
        unsafe=True,
    ),
    _refused(
        "F115",
        (
            "内部文件互相重叠",
            "工作簿内部的 {found} 与别的内容重叠。",
            "重叠的内容能让很小的文件解压成极大的内容。",
        ),
        (
            "Parts overlap",
            "The part {found} shares bytes with another one.",
            "Overlaps let a tiny file unpack to a huge one.",
        ),
        unsafe=True,
    ),
    _refused(
        "F116",
        (
            "含有文档类型声明",
            "工作簿内部的 {found} 含有文档类型声明（DOCTYPE）。",
            "这种声明可以引用外部文件或无限展开。",
        ),
        (
            "A document type is declared",
            "The part {found} declares a document type (DOCTYPE).",
            "Such a declaration can fetch outside files or expand without end.",
        ),
        unsafe=True,
    ),
    _refused(
        "F117",
        (
            "引用指向包外",
            "工作簿内部的引用 {found} 指向包外。",
            "内部引用只应指向工作簿自己的内容。",
        ),
        (
            "A reference leads out of the package",
            "The inner reference {found} leads outside.",
            "Inner references lead to the workbook's own parts only.",
        ),
        unsafe=True,
    ),
    _refused(
        "F118",
        (
            "内部文件格式错误",
            "工作簿内部的 {found} 第 {line} 行不合格式，读不下去。",
            "内容不完整，或被别的程序写坏。只读一半会漏数，因此整个不读。",
        ),
        (
            "A part is ill-formed",
            "The part {found} breaks the format in line {line}.",
            "It is incomplete or was written badly. Half of it would miss figures.",
        ),
    ),
    _refused(
        "F119",
        (
            "内部文件编码不支持",
            "工作簿内部的 {found} 的文字编码不受支持。",
            "工作簿内部只允许 UTF-8 和 UTF-16 编码。",
        ),
        (
            "Encoding not supported",
            "The encoding of the part {found} is not supported.",
            "Workbooks allow UTF-8 and UTF-16 only.",
        ),
    ),
    _refused(
        "F120",
        (
            "内部清单缺失",
            "文件是压缩包，但没有工作簿的内部清单。",
            "可能是普通压缩包改了扩展名，或重新打包时漏了文件。",
        ),
        (
            "The list of contents is missing",
            "An archive without a workbook's list of contents.",
            "Perhaps an ordinary archive renamed, or repacked incompletely.",
        ),
    ),
    _refused(
        "F121",
        ("工作簿主体缺失", "文件内没有工作簿主体。", "重新打包时漏了文件，或文件不是工作簿。"),
        (
            "The workbook part is missing",
            "The file has no workbook part.",
            "It was repacked incompletely or is no workbook.",
        ),
    ),
    _refused(
        "F122",
        (
            "工作表内容缺失",
            "工作表“{found}”有名称，但没有内容部分。",
            "重新打包时漏了文件，或文件被别的程序写坏。",
        ),
        (
            "The content of a sheet is missing",
            "The sheet “{found}” is listed but has no content.",
            "The file was repacked incompletely or written badly.",
        ),
    ),
    _refused(
        "F123",
        (
            "内部结构层数过多",
            "工作簿内部的 {found} 嵌套超过 {limit} 层。",
            "正常内容嵌套不过十几层。",
        ),
        (
            "Nested too deeply",
            "The part {found} is nested over {limit} levels deep.",
            "Ordinary content is nested some ten levels deep.",
        ),
        unsafe=True,
    ),
    _refused(
        "F124",
        (
            "没有可读的工作表",
            "工作簿里没有可以读取的工作表。",
            "只有图表、宏表，或工作表都已损坏。",
        ),
        (
            "No readable sheet",
            "The workbook has no worksheet that can be read.",
            "There are only charts or macro sheets, or all sheets are damaged.",
        ),
    ),
)
