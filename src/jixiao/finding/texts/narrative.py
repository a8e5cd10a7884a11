"""Texts of the report that goes with the sheet: places, why it is not read, what a claim is of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "narrative.place.paragraph": ("第{number}段", "paragraph {number}"),
    "narrative.place.row": ("表{table}第{row}行", "table {table}, row {row}"),
    "narrative.unread.old-word": (
        "是旧版 Word 或 WPS 文字格式（.doc、.wps、.rtf），不能直接读取",
        "it is in an older Word or WPS format (.doc, .wps, .rtf), which is not read",
    ),
    "narrative.unread.old-word.remedy": (
        "请用 Word 或 WPS 打开，另存为 .docx 后再核对。",
        "Open it in Word or WPS, save it as .docx, and check again.",
    ),
    "narrative.unread.encrypted": ("设有打开密码或权限限制", "it is protected by a password"),
    "narrative.unread.encrypted.remedy": (
        "请取消密码后另存一份再核对。",
        "Save a copy without the password and check again.",
    ),
    "narrative.unread.scan": (
        "是扫描件或图片，里面没有文字",
        "it is a scan or a picture and holds no text",
    ),
    "narrative.unread.scan.remedy": (
        "请改用报告的 Word 文件（.docx），或由 Word 直接导出的 PDF。",
        "Use the report's Word file (.docx), or a PDF exported from Word.",
    ),
    "narrative.unread.pdf-scan": (
        "是扫描成的 PDF，里面没有文字",
        "it is a scanned PDF and holds no text",
    ),
    "narrative.unread.pdf-scan.remedy": (
        "请改用报告的 Word 文件（.docx），或由 Word 直接导出的 PDF。",
        "Use the report's Word file (.docx), or a PDF exported from Word.",
    ),
    "narrative.unread.pdf-missing": (
        "是 PDF，读取 PDF 的组件没有安装",
        "it is a PDF, and what reads PDF is not installed",
    ),
    "narrative.unread.pdf-missing.remedy": (
        '请运行 pip install "jixiao[pdf]" 安装，或者改用报告的 Word 文件（.docx）。',
        'Run pip install "jixiao[pdf]", or use the report\'s Word file (.docx).',
    ),
    "narrative.unread.pdf-encrypted": ("是加了密码的 PDF", "it is a PDF with a password"),
    "narrative.unread.pdf-encrypted.remedy": (
        "请取消密码后另存一份，或者改用报告的 Word 文件（.docx）。",
        "Save a copy without the password, or use the report's Word file (.docx).",
    ),
    "narrative.unread.pdf-long": (
        "这份 PDF 太长，不像一份自评报告",
        "this PDF is too long for a report",
    ),
    "narrative.unread.pdf-long.remedy": (
        "请只留下自评报告的页，或者改用报告的 Word 文件（.docx）。",
        "Keep the pages of the report only, or use its Word file (.docx).",
    ),
    "narrative.unread.pdf-broken": ("这份 PDF 已损坏，或写法不规范", "this PDF is damaged"),
    "narrative.unread.pdf-broken.remedy": (
        "请重新导出 PDF，或者改用报告的 Word 文件（.docx）。",
        "Export the PDF again, or use the report's Word file (.docx).",
    ),
    "narrative.unread.pdf-slow": ("这份 PDF 半分钟内没有读完", "this PDF took over half a minute"),
    "narrative.unread.pdf-slow.remedy": (
        "请重新导出 PDF，或者改用报告的 Word 文件（.docx）。",
        "Export the PDF again, or use the report's Word file (.docx).",
    ),
    "narrative.unread.long": (
        "文字太多，不像一份自评报告",
        "it holds far more text than a report",
    ),
    "narrative.unread.long.remedy": (
        "请核对是不是选错了文件；只留下自评报告的正文再核对。",
        "See whether this is the right file; keep the report only.",
    ),
    "narrative.unread.broken": ("这份 Word 文件已损坏", "this Word file is damaged"),
    "narrative.unread.broken.remedy": (
        "请用 Word 或 WPS 打开报告，另存一份 .docx 后再核对。",
        "Open the report in Word or WPS, save it as .docx, and check again.",
    ),
    "narrative.unread.ofd": (
        "是 OFD 版式文件，不能直接读取",
        "it is an OFD file, which is not read",
    ),
    "narrative.unread.ofd.remedy": (
        "请改用报告的 Word 文件（.docx）。",
        "Use the report's Word file (.docx).",
    ),
    "narrative.unread.mhtml": (
        "是单个文件网页（.mht），不能直接读取",
        "it is a single-file web page (.mht), which is not read",
    ),
    "narrative.unread.mhtml.remedy": (
        "请另存为 .docx 或普通网页（.html）后再核对。",
        "Save it as .docx or as a plain page (.html) and check again.",
    ),
    "narrative.unread.empty": ("里面没有文字", "it holds no text"),
    "narrative.unread.empty.remedy": (
        "请核对是不是选错了文件。",
        "See whether this is the right file.",
    ),
    "narrative.unread.other": (
        "不是 Word、网页、纯文本或 PDF 格式",
        "it is neither Word, web page, plain text nor PDF",
    ),
    "narrative.unread.other.remedy": (
        "请给出报告的 Word 文件（.docx），或 .txt、.html、PDF。",
        "Give the report as .docx, .txt, .html or PDF.",
    ),
    "narrative.unread.refused.remedy": (
        "请用 Word 或 WPS 打开报告，另存一份 .docx 后再核对。",
        "Open the report in Word or WPS, save it as .docx, and check again.",
    ),
    "narrative.allowed": (
        "（按所写的位数和用词，即{low}至{high}）",
        " (as written: {low} to {high})",
    ),
    "narrative.said.zero-rows": ("没有得分", "scored nothing"),
    "narrative.said.lost-rows": ("扣了分", "lost points"),
    "narrative.said.full-rows": ("得了满分", "has full marks"),
    "narrative.what.score": ("得分", "the score"),
    "narrative.what.weight": ("分值", "the weight"),
    "narrative.what.lost": ("扣分", "the points lost"),
    "narrative.what.rate": ("实际值", "the rate"),
    "narrative.what.input": ("数额", "the figure"),
    "narrative.what.section": ("得分", "the score"),
    "narrative.what.total": ("总分", "the total"),
    "narrative.more-than": ("多", "more"),
    "narrative.less-than": ("少", "less"),
    "narrative.rise": ("增加", "a rise of"),
    "narrative.fall": ("减少", "a fall of"),
    "narrative.blank": ("（空白）", "(blank)"),
    "narrative.low": ("偏低", "low"),
    "narrative.high": ("偏高", "high"),
    "narrative.less": ("越低越好", "the less the better"),
    "narrative.more": ("越高越好", "the more the better"),
    "narrative.other-measure": (
        "；而{place}的{name}{rate}是按金额算的",
        "; yet in {place} {name} {rate} is reckoned by amount",
    ),
    "narrative.satisfied": (
        "，与所写的满意度{rate}也不相同",
        ", which is not the {rate} given as satisfaction either",
    ),
}
