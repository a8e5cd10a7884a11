"""What ``jixiao bulk`` says at the end: counts, where to look, which outputs are unexpected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.cli.shell import give_result, print_notice
from jixiao.finding import Lang, chinese_text, text_in

if TYPE_CHECKING:
    from jixiao.bulk import BulkRequest, Report

_NAMED = 3  # of the copies that somebody changed


def report_outputs(report: Report, lang: Lang) -> None:
    """Say what in the output folder is not what the user might take it for."""
    for name in report.written.kept:
        print_notice(text_in("cli.bulk.kept", lang, name=name))
    _report_reviews(report, lang)
    for name in report.copies.stale:
        print_notice(text_in("cli.bulk.stale", lang, name=name))
    if removed := report.copies.removed:
        names = "、".join(removed[:3]) + ("……" if len(removed) > 3 else "")
        print_notice(text_in("cli.bulk.removed", lang, count=len(removed), names=names))


def _report_reviews(report: Report, lang: Lang) -> None:
    """Say what was read of copies that somebody changed: of a few in full, of more their number."""
    reviews = list(report.reviews.items())
    for name, reason in reviews[:_NAMED]:
        said = reason if isinstance(reason, str) else reason.text(lang)
        print_notice(text_in("cli.bulk.review", lang, name=name, reason=said))
    if len(reviews) > _NAMED:
        print_notice(text_in("cli.bulk.reviews", lang, count=len(reviews) - _NAMED))


def _give_forms(report: Report, lang: Lang) -> None:
    """Say how many returns are of which form, where they are of several or of none known."""
    from jixiao.drafting import FORM_PREFIX

    forms = report.forms
    if len(forms) > 1 or any(key.startswith(FORM_PREFIX) for key in forms):
        one = [text_in("cli.bulk.form", lang, form=key, count=n) for key, n in forms.items()]
        listed = text_in("words.separator", lang).join(one)
        give_result(text_in("cli.bulk.forms", lang, count=len(forms), listed=listed))


def give_counts(order: BulkRequest, report: Report) -> None:
    summary = order.output / "summary.xlsx"
    give_result(
        text_in(
            "cli.bulk.result",
            order.lang,
            checked=report.checked,
            unchanged=report.unchanged,
            skipped=report.skipped,
            summary=summary,
            page=order.output / "report.html",
            **report.written.severities,
        )
    )
    if report.written.severities.get("waived"):
        count = report.written.severities["waived"]
        give_result(text_in("cli.bulk.waived", order.lang, count=count))
    if letters := report.written.letters:
        folder, count = order.output / "notices", len(letters) // 2
        give_result(text_in("cli.bulk.letters", order.lang, count=count, folder=folder))
    _give_forms(report, order.lang)
    counts = report.counts
    id_ = "summary.counts" if counts.listed is not None else "summary.counts-unlisted"
    if not report.checked + report.unchanged:
        give_result(text_in("cli.bulk.nothing", order.lang))
        return
    give_result(
        text_in(
            "cli.bulk.next",
            order.lang,
            first=chinese_text(
                "cli.bulk.first-missing" if order.roster else "cli.bulk.first-findings"
            ),
            copies=text_in("cli.bulk.copies", order.lang) if order.annotates else "",
        )
    )
    sentence = text_in(
        id_,
        order.lang,
        listed=counts.listed,
        received=counts.received,
        passed=counts.passed,
        returned=counts.returned,
        missing=counts.missing,
        unread=counts.unread,
    )
    if counts.unlisted:
        sentence += text_in("summary.counts-further", order.lang, count=counts.unlisted)
    give_result(f"{sentence}\n")
