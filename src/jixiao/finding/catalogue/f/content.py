"""Codes F020–F059: by its leading bytes the file is something else than a readable workbook."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import EntryTexts, error, notice
from jixiao.finding.registry import CodeEntry


def _other(code: str, zh: tuple[str, str, str], en: tuple[str, str, str]) -> CodeEntry:
    """Make the entry of a foreign kind of content: what it is, what to do, more about it."""
    what, remedy, page = zh
    what = f" {what}" if what[0].isascii() else what
    what_en, remedy_en, page_en = en
    chinese: EntryTexts = (
        f"文件实际是{what}",
        f"文件内容实际是{what}{{named}}，不是可以审核的工作簿。",
        remedy,
        f"文件种类按内容判断，不看扩展名。{page}",
    )
    english: EntryTexts = (
        f"The file is really {what_en}",
        f"By its content the file is {what_en}{{named}}, not a workbook that can be checked.",
        remedy_en,
        f"The kind of a file is told by its content, not by its name. {page_en}",
    )
    return error(code, chinese, english)


_RESAVE = "用 Excel 或 WPS 打开，“另存为”Excel 工作簿（.xlsx）后再报送。"
_RESAVE_EN = "Open it in Excel or WPS and save it as an Excel workbook (.xlsx)."
_COPY = "把内容填入下发的空白评分表，保存为 .xlsx 后报送。"
_COPY_EN = "Fill the content into the issued blank scoresheet and save it as .xlsx."

ENTRIES: tuple[CodeEntry, ...] = (
    error(
        "F020",
        (
            "工作簿有打开密码",
            "工作簿设有打开密码，无法读取。",
            "用密码打开后，在“文件—信息—保护工作簿—用密码进行加密”中清空密码（WPS：文件—文档加密—密码加密），保存后再报送。",
            "设了打开密码的文件整体加密，没有密码谁也读不出内容。只保护工作表不让改动的密码不影响审核。",
        ),
        (
            "The workbook needs a password to open",
            "The workbook is encrypted with a password.",
            "Open it with the password, clear it under File, Info, Protect Workbook, Encrypt with"
            " Password, save, and hand it in again.",
            "A password to open encrypts the whole file. One that only protects sheets against"
            " changes does no harm.",
        ),
    ),
    error(
        "F021",
        (
            "工作簿受权限管理",
            "工作簿受信息权限管理（IRM）限制，无法读取。",
            "由作者在“文件—信息—保护工作簿—限制访问”中取消限制后另存再报送。",
            "权限管理把内容加密，只有登录了指定账号的人能打开。",
        ),
        (
            "The workbook is rights-managed",
            "The workbook is locked by rights management (IRM).",
            "Its author lifts the restriction under File, Info, Protect Workbook, and saves.",
            "Rights management encrypts the content for named accounts only.",
        ),
    ),
    _other(
        "F022",
        (
            "网页",
            _RESAVE,
            "一些业务系统导出的“.xls”其实是网页，能用 Excel 打开，但没有工作簿的结构。",
        ),
        ("a web page", _RESAVE_EN, "Some systems export web pages under the name .xls."),
    ),
    _other(
        "F023",
        ("2003 版 XML 表格", _RESAVE, "这是早期的 XML 表格格式，另存即可转换。"),
        ("an XML spreadsheet of 2003", _RESAVE_EN, "Saving it anew converts this old format."),
    ),
    _other(
        "F024",
        ("单文件网页（MHT）", _RESAVE, "这是把网页和图片存在一起的格式，另存即可转换。"),
        ("a single-file web page (MHT)", _RESAVE_EN, "Saving it anew converts it."),
    ),
    _other(
        "F025",
        ("纯文本或 CSV", _RESAVE, "文本文件没有工作表、公式和格式，不能作为评分表审核。"),
        ("plain text or CSV", _RESAVE_EN, "Text has no sheets, formulas or formats."),
    ),
    _other(
        "F026",
        ("PDF", _COPY, "PDF 和扫描件只能看，不能核对公式和数据。"),
        ("a PDF", _COPY_EN, "A PDF can be looked at only."),
    ),
    _other(
        "F027",
        ("文字文档（Word/WPS 文字）", _COPY, "文字文档中的表格没有公式，也没有固定的单元格。"),
        ("a text document (Word or WPS)", _COPY_EN, "Its tables have no formulas."),
    ),
    _other(
        "F028",
        ("演示文稿或其他办公文件", _COPY, "它是办公软件的文件，但不是表格。"),
        ("a presentation or other office file", _COPY_EN, "It is no spreadsheet."),
    ),
    _other(
        "F029",
        ("图片", _COPY, "图片和扫描件不能核对公式和数据。"),
        ("a picture", _COPY_EN, "A picture can be looked at only."),
    ),
    _other(
        "F030",
        (
            "压缩包",
            "解压后报送其中的工作簿。",
            "压缩包里的工作簿要先取出来；批量审核时可以直接给 .zip。",
        ),
        ("an archive", "Unpack it and hand in the workbook.", "jixiao bulk accepts .zip."),
    ),
    _other(
        "F031",
        ("其他旧格式文件", _RESAVE, "文件外壳与旧版 Excel 相同，但里面没有工作簿。"),
        (
            "some other file of an old format",
            _RESAVE_EN,
            "It has the shell of old Excel files only.",
        ),
    ),
    _other(
        "F032",
        (
            "无法识别的内容",
            "用 Excel 或 WPS 试着打开；打得开就另存为 .xlsx，打不开就重新取一份。",
            "内容不是任何一种工作簿，可能传输中损坏，或经过专用软件加密。",
        ),
        (
            "nothing that is known",
            "Try to open it in Excel or WPS and save it as .xlsx; if that fails, fetch it again.",
            "It may be damaged or locked by other software.",
        ),
    ),
    _other(
        "F033",
        ("Excel 4.0 或更早的工作表", _RESAVE, "这种三十年前的格式没有工作簿结构。"),
        ("a worksheet of Excel 4.0 or earlier", _RESAVE_EN, "That format has no workbook."),
    ),
    _other(
        "F034",
        (
            "苹果 Numbers 表格",
            "在 Numbers 中“导出为—Excel”，再报送导出的 .xlsx。",
            "Numbers 的文件只有苹果的软件能打开。",
        ),
        ("an Apple Numbers document", "Export it to Excel from Numbers.", ""),
    ),
    _other(
        "F035",
        ("版式文件（OFD）", _COPY, "OFD 与 PDF 类似，只能看，不能核对公式和数据。"),
        ("a fixed-layout document (OFD)", _COPY_EN, "OFD can be looked at only."),
    ),
    _other(
        "F036",
        (
            "单个 XML 文件的开放文档表格（fods）",
            _RESAVE,
            "内容是表格，只是没有装成 ods 那样的压缩包，另存即可转换。",
        ),
        (
            "an OpenDocument sheet in plain XML (fods)",
            _RESAVE_EN,
            "It is a spreadsheet without the package of an ods; saving it anew converts it.",
        ),
    ),
    notice(
        "F050",
        (
            "扩展名与内容不符",
            "文件扩展名是 {found}，内容实际是 {expected}，已按内容读取。",
            "建议把扩展名改为 {expected}，以免别人打不开。",
            "文件种类按内容判断。扩展名不符时 Excel 会提示格式不一致，甚至拒绝打开。",
        ),
        (
            "The extension does not fit the content",
            "The name says {found}, the content is {expected}; it was read by its content.",
            "Rename it to {expected}, so that others can open it.",
            "The kind of a file is told by its content. Excel warns of a wrong extension.",
        ),
    ),
)
