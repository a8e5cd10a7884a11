"""Letters that return a scoresheet to its department (退回通知), and messages to the same end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.notices.letter import letter_of as letter_of
    from jixiao.writing.notices.message import message_of as message_of
    from jixiao.writing.notices.model import Notice as Notice
    from jixiao.writing.notices.model import NoticeHead as NoticeHead
    from jixiao.writing.notices.model import NoticeItem as NoticeItem
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "letter_of": "letter",  # the letter, a .docx
            "message_of": "message",  # the message, a text
            "Notice": "model",  # what a department is asked to mend
            "NoticeHead": "model",  # number, day and deadline
            "NoticeItem": "model",  # one thing to mend
        },
    )
