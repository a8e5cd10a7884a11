"""A rulebook in Chinese prose, its differences and where its values come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.explain.diff import HEADERS as HEADERS
    from jixiao.rulebook.explain.diff import compare_rulebooks as compare_rulebooks
    from jixiao.rulebook.explain.diff import diff_prose as diff_prose
    from jixiao.rulebook.explain.diff import diff_table as diff_table
    from jixiao.rulebook.explain.origins import origin_lines as origin_lines
    from jixiao.rulebook.explain.prose import indicator_lines as indicator_lines
    from jixiao.rulebook.explain.prose import rate_text as rate_text
    from jixiao.rulebook.explain.prose import rulebook_page as rulebook_page
    from jixiao.rulebook.explain.prose import standard_sentence as standard_sentence
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "HEADERS": "diff",
            "compare_rulebooks": "diff",  # Compare two rulebooks
            "diff_prose": "diff",  # The difference in Chinese, a paragraph for each kind of change
            "diff_table": "diff",  # One row a change under ``HEADERS``
            "origin_lines": "origins",  # One line for the whole and one a row
            "indicator_lines": "prose",
            "rate_text": "prose",  # The 指标公式 of an indicator, with the labels of its inputs
            "rulebook_page": "prose",  # The rule page of a rulebook in Markdown
            # The 评分标准 of an indicator, as the template's column shows it
            "standard_sentence": "prose",
        },
    )
