"""All texts of the program by id, a table a room; the catalogue holds those of the finding codes.

A table is a module named after its room. ``TEXTS`` maps an id, which begins with the room's name,
to (Chinese, English) side by side; ``CHINESE`` maps an id to what is said in Chinese whatever the
language, such as the words of an issued form. A further language is a module of ``languages``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.finding.texts.lookup import chinese_text as chinese_text
    from jixiao.finding.texts.lookup import ids_without as ids_without
    from jixiao.finding.texts.lookup import text_ids as text_ids
    from jixiao.finding.texts.lookup import text_in as text_in
    from jixiao.finding.texts.lookup import text_of as text_of
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "chinese_text": "lookup",  # a text by id that is Chinese in every language
            "ids_without": "lookup",  # ids that a further language has no text for
            "text_ids": "lookup",  # the ids of all texts in two languages, ordered
            "text_in": "lookup",  # a text by id in one language, further ones included
            "text_of": "lookup",  # a text by id, Chinese and English
        },
    )
