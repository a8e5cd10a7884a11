"""The lines of returns as markup: thousands of them, so each is one text and no template's work."""

from __future__ import annotations

from collections.abc import Callable, Collection

from markupsafe import escape

from jixiao.finding import Lang, text_in
from jixiao.writing.folder_page.rows import TONES, ReturnLine


def line_drawing(
    drawn: Collection[str], lang: Lang, *, is_reviewed: bool
) -> Callable[[ReturnLine], str]:
    """Give what draws a line of the table of returns; ``drawn`` are anchors that are on the page.

    ``is_reviewed`` says that the table has the column of reviewed totals.
    """
    states = {
        state: f'<span class="chip {tone}">{escape(text_in(f"folder.state-{state}", lang))}</span>'
        for state, tone in TONES.items()
    }
    shown = escape(text_in("summary.ranking.open", lang))

    def draw(one: ReturnLine) -> str:
        name, office = escape(one.name), escape(one.office)
        group, title = "", str(name)
        if one.anchor in drawn:
            group = f' data-g="{one.anchor}"'
            title = f'<a href="#{one.anchor}">{name}</a>'
        totals = (one.claimed, one.computed, *((one.reviewed,) if is_reviewed else ()), one.gap)
        copy = ""
        if one.link:
            label = escape(text_in("folder.open-copy-of", lang, name=one.name))
            copy = f'<a href="{escape(one.link)}" aria-label="{label}">{shown}</a>'
        return (
            f'<tr data-s="{escape(one.state)}" data-o="{office}"'
            f"{group}>"
            f'<td class="r">{escape(one.rank)}</td><th scope="row">'
            f"{title}{_remark(one)}</th><td>{office}</td><td>{states[one.state]}</td>"
            f"{''.join(map(_number, totals))}<td>{escape(one.grade)}</td>"
            f"{_number(one.errors or '')}{_number(one.warnings or '')}"
            f'<td class="copy">{copy}</td></tr>\n'
        )

    return draw


def _remark(one: ReturnLine) -> str:
    return f'<div class="trace">{escape(one.remark)}</div>' if one.remark else ""


def _number(value: str | int) -> str:
    return f'<td class="r">{escape(value)}</td>'
