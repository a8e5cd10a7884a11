"""What ``jixiao bulk`` says at the end: counts, where to look, which outputs are unexpected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.cli.shell import give_result, tell_user
from jixiao.finding import Bilingual, Lang

if TYPE_CHECKING:
    from jixiao.bulk import BulkRequest, Report

KEPT = Bilingual(
    "{name} 不是上次运行写出时的样子（有人改过，或本来就在那里），没有覆盖。要得到新的，请先把它"
    "移走或改名，再运行一次。",
    "{name} is not as the last run wrote it (changed since, or there before) and is kept. Move or"
    " rename it and run again to get a new one.",
)
STALE = Bilingual(
    "{name} 对应的报送已不在报送文件夹里（或已换了内容、不能核对）；这份批注副本被人改过，或正在"
    "打开，没有删除。它与现在的汇总无关。",
    "{name}: its return is gone, changed or unreadable now; the copy was changed or is open and"
    " stays, but has nothing to do with the present summary.",
)
REMOVED = Bilingual(
    "删除了 {count} 份过时的批注副本：对应的报送已不在、已换了内容或不能核对（{names}）。",
    "Removed {count} outdated annotated copies, whose returns are gone, changed or unreadable"
    " ({names}).",
)
RESULT = Bilingual(
    "核对完成：本次核对 {checked} 份，未变动沿用 {unchanged} 份，其他文件 {aside} 个。\n"
    "问题：错误 {error} 条，警告 {warning} 条，提示 {notice} 条。\n"
    "汇总表：{summary}\n",
    "Done: {checked} checked, {unchanged} unchanged, {aside} other files.\n"
    "Findings: {error} errors, {warning} warnings, {notice} notices.\n"
    "Summary: {summary}\n",
)
NOTHING = Bilingual(
    "没有找到可以核对的工作簿：请检查文件夹是否指对，报送是不是 .rar 等需要先解开的格式。\n",
    "No workbook to check was found: see whether this is the right folder, and whether the returns"
    " are in archives (.rar, say) that have to be unpacked first.\n",
)
NEXT = Bilingual(
    "接下来：打开汇总表，从“{first}”和“排名”看起{copies}。\n",
    "Next: open the summary and begin with {first} and 排名{copies}.\n",
)
COPIES = Bilingual(
    "；退回单位的批注副本在 annotated 文件夹",
    "; the annotated copies to send back are in the folder annotated",
)


def tell_of_outputs(report: Report, lang: Lang) -> None:
    """Say what in the output folder is not what the user might take it for."""
    for name in (*report.written.kept, *report.copies.kept):
        tell_user(KEPT.text(lang).format(name=name))
    for name in report.copies.stale:
        tell_user(STALE.text(lang).format(name=name))
    if removed := report.copies.removed:
        names = "、".join(removed[:3]) + ("……" if len(removed) > 3 else "")
        tell_user(REMOVED.text(lang).format(count=len(removed), names=names))


def give_counts(order: BulkRequest, report: Report) -> None:
    summary = order.output / "summary.xlsx"
    give_result(
        RESULT.text(order.lang).format(
            checked=report.checked,
            unchanged=report.unchanged,
            aside=report.set_aside,
            summary=summary,
            **report.written.severities,
        )
    )
    if not report.checked + report.unchanged:
        give_result(NOTHING.text(order.lang))
        return
    give_result(
        NEXT.text(order.lang).format(
            first="未报送" if order.roster else "问题清单",
            copies=COPIES.text(order.lang) if order.annotates else "",
        )
    )
