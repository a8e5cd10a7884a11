"""Codes F001–F019: the path names nothing that can be opened as a file."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error
from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = (
    error(
        "F001",
        (
            "没有这个文件",
            "没有找到文件 {found}。",
            "检查文件名和所在文件夹是否写对。",
            "给出的路径上没有文件。常见原因：文件名写错、少了扩展名、文件已被移走或改名，"
            "或者快捷方式指向的文件已不存在。",
        ),
        (
            "No such file",
            "There is no file {found}.",
            "Check its name and folder.",
            "Nothing lies at the path given: the name is misspelt, lacks its extension, the file"
            " was moved, or a link points to a file that is gone.",
        ),
    ),
    error(
        "F002",
        (
            "这是文件夹，不是文件",
            "{found} 是文件夹。",
            "指定其中的一个工作簿；要审核整个文件夹，用 jixiao bulk。",
            "审核单个工作簿时需要给出文件本身。整个文件夹的工作簿由 jixiao bulk 一次审核。",
        ),
        (
            "A folder, not a file",
            "{found} is a folder.",
            "Name a workbook in it; jixiao bulk checks a whole folder.",
            "One workbook is checked by naming the file. jixiao bulk checks all below a folder.",
        ),
    ),
    error(
        "F003",
        (
            "不是普通文件",
            "{found} 是{kind}，不是普通文件。",
            "把工作簿另存为普通文件后再审核。",
            "管道、设备等特殊文件可能没有尽头，打开它会使程序停住，因此不打开。",
        ),
        (
            "Not a regular file",
            "{found} is a {kind}, not a regular file.",
            "Save the workbook as a regular file.",
            "Pipes and devices may never end; opening one could hang the program.",
        ),
    ),
    error(
        "F004",
        (
            "链接指回自身",
            "{found} 是一个绕回自身的链接，打不开。",
            "删除这个链接，直接指定工作簿。",
            "链接一个指向另一个，最后又回到起点，找不到真正的文件。",
        ),
        (
            "The link leads back to itself",
            "{found} is a link that leads in a circle.",
            "Remove the link and name the workbook itself.",
            "Links point to each other in a circle, so that no file is ever reached.",
        ),
    ),
    error(
        "F005",
        (
            "文件是空的",
            "文件 {found} 没有任何内容（0 字节）。",
            "重新拷贝或重新导出一份后再审核。",
            "多半是拷贝、下载或上传中断所致。原来的文件通常还在，重新取一份即可。",
        ),
        (
            "The file is empty",
            "The file {found} is empty (0 bytes).",
            "Copy or export it again.",
            "Mostly a copy, download or upload that was interrupted. Fetch the original again.",
        ),
    ),
    error(
        "F006",
        (
            "文件打不开",
            "文件 {found} 打不开：没有读取权限，或正被别的程序占用。",
            "在 Excel 或 WPS 中关闭该文件，并确认有权读取，再重新审核。",
            "文件被其他程序独占打开，或当前用户没有读取权限。",
        ),
        (
            "The file cannot be opened",
            "The file {found} cannot be opened: no permission, or in use.",
            "Close it in Excel or WPS, make sure you may read it, and try again.",
            "Another program holds the file open for itself, or you lack permission to read it.",
        ),
    ),
    error(
        "F007",
        (
            "文件太大",
            "文件有 {size} MB，超过上限 {limit} MB。",
            "删除工作簿里的图片和附件（佐证材料另行报送），另存后再审核。",
            "评分表一般不到 1 MB。这样大的文件通常夹带了扫描件或整张空白格式，读取它既慢又不安全。",
        ),
        (
            "The file is too large",
            "The file has {size} MB, more than the {limit} MB allowed.",
            "Remove pictures and attachments from the workbook and save it again.",
            "A scoresheet has less than 1 MB. Such a size comes from scans or from formats over"
            " whole empty sheets; reading it is slow and unsafe.",
        ),
    ),
    error(
        "F008",
        (
            "办公软件留下的占用标记",
            "{found} 是打开工作簿时自动产生的占用标记，不是工作簿。",
            "审核去掉开头“~$”的那个文件；不用时可删除此标记。",
            "Excel 和 WPS 打开文件时会在旁边放一个以 ~$ 开头的小文件，里面只有打开者的名字。"
            "关闭文件后它会自动消失。",
        ),
        (
            "A lock left by an office program",
            "{found} only marks a workbook as open; it is none.",
            "Check the file without the leading “~$”.",
            "Excel and WPS put a small file with a name starting with ~$ beside an open workbook."
            " It holds nothing but the name of who opened it and vanishes on closing.",
        ),
    ),
    error(
        "F009",
        (
            "路径无法使用",
            "路径 {found} 不能作为文件名使用。",
            "把文件移到较短的文件夹、改成普通文件名后再审核。",
            "路径太长，或含有系统不允许的字符。",
        ),
        (
            "The path cannot be used",
            "{found} cannot be the name of a file.",
            "Move the file to a shorter folder and give it a plain name.",
            "The path is too long or has characters that the system does not allow.",
        ),
    ),
)
