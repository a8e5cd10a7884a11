"""Findings: what is wrong in a user's workbook, as values; their texts are in the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.finding.bilingual import Bilingual as Bilingual
    from jixiao.finding.bilingual import Lang as Lang
    from jixiao.finding.quotes import nested as nested
    from jixiao.finding.registry import CodeEntry as CodeEntry
    from jixiao.finding.registry import entries as entries
    from jixiao.finding.registry import entry as entry
    from jixiao.finding.registry import finding as finding
    from jixiao.finding.registry import message as message
    from jixiao.finding.registry import remedy as remedy
    from jixiao.finding.texts import chinese_text as chinese_text
    from jixiao.finding.texts import text_in as text_in
    from jixiao.finding.texts import text_of as text_of
    from jixiao.finding.value import Finding as Finding
    from jixiao.finding.value import Fix as Fix
    from jixiao.finding.value import Mended as Mended
    from jixiao.finding.value import MendedScore as MendedScore
    from jixiao.finding.value import Severity as Severity
    from jixiao.finding.value import Waived as Waived
    from jixiao.finding.width import text_width as text_width
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "nested": "quotes",  # quotation marks inside quotation marks made single
            "CodeEntry": "registry",  # one code of the catalogue with its texts
            "entries": "registry",  # all codes, ordered
            "entry": "registry",  # look a code up
            "finding": "registry",  # make a finding, its severity from the catalogue
            "message": "registry",  # what was found, expected and why, in one language
            "remedy": "registry",  # what to do about a finding, in one language
            "chinese_text": "texts",  # a text by id that is Chinese in every language
            "text_in": "texts",  # a text by id in one language, further ones included
            "text_of": "texts",  # a text by id, Chinese and English
            "text_width": "width",  # half-width places that a text takes
            "Bilingual": "bilingual",  # one text in the two languages of the program
            "Finding": "value",  # something in a user's workbook that the user should know
            "Fix": "value",  # the change of one cell that mends a finding
            "Lang": "bilingual",  # the languages: zh, en
            "Mended": "value",  # what a return comes to once a cause is mended
            "MendedScore": "value",  # one self-score once a cause is mended
            "Severity": "value",  # how serious a finding is
            "Waived": "value",  # by which waiver a finding is excused
        },
    )
