"""The findings of one file as cards whose markup is ready: made once, put onto the page as it is.

Cards are numbered on the page; where others come to be between them the markup is numbered anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final, NamedTuple

from jixiao.finding import Lang
from jixiao.reporting import Anchors, CheckRecord, FindingRecord, cards_of, page_template
from jixiao.writing.folder_page.render import PACKAGE, words
from jixiao.writing.folder_page.rows import anchor_of

FOLLOWING: Final = 20  # drawn of what one cause brings about
# no text on the page has an attribute's quotation mark, or begins an element
_NUMBERS: Final = re.compile(r'(="d[0-9a-f]{12}f|<span class="n">)(\d+)')


class FindingCard(NamedTuple):
    """A cause with what follows from it; ``order`` says where it goes, ``number`` what it has.

    ``size`` is how many findings it is, ``drawn`` how many of them its markup shows.
    """

    order: tuple[bool, int, bool]
    number: int
    size: int
    drawn: int
    title: str
    is_notice: bool
    markup: str


def finding_cards(
    relative: str, findings: Sequence[FindingRecord], lang: Lang
) -> tuple[FindingCard, ...]:
    """Make the cards of the file ``relative``, causes first, the most serious first."""
    cards = cards_of(
        CheckRecord("", "", "", findings=tuple(findings)), Anchors(anchor_of(relative), {}), lang
    )
    draw = _drawing(lang)
    made = []
    for card in cards:
        follows = card.follows[:FOLLOWING]
        made.append(
            FindingCard(
                card.order,
                card.number,
                1 + len(card.follows),
                1 + len(follows),
                card.title,
                card.is_notice,
                str(draw(replace(card, follows=follows), ())),
            )
        )
    return tuple(made)


@cache
def _drawing(lang: Lang) -> Any:
    """The macro that draws a card."""
    return page_template("cards.html", PACKAGE).make_module(words(lang)).__dict__["card"]


def joined_cards(lists: Iterable[Sequence[FindingCard]]) -> list[FindingCard]:
    """Put the cards of several lists in order and number them, those of the first list first."""
    parts = [part for part in lists if part]
    if len(parts) < 2:
        return [*parts[0]] if parts else []
    number, made = 1, []
    for card in sorted((card for part in parts for card in part), key=lambda card: card.order):
        made.append(_numbered(card, number))
        number += card.size
    return made


def _numbered(card: FindingCard, number: int) -> FindingCard:
    more = number - card.number
    if not more:
        return card
    markup = _NUMBERS.sub(lambda found: f"{found[1]}{int(found[2]) + more}", card.markup)
    return card._replace(number=number, markup=markup)
