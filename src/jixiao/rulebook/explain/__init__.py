"""Explain a rulebook in Chinese prose, its differences and where its values come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.explain.diff import compare_rulebooks as compare_rulebooks
    from jixiao.rulebook.explain.diff import diff_prose as diff_prose
    from jixiao.rulebook.explain.diff import diff_table as diff_table
    from jixiao.rulebook.explain.numbers import numbers_not_in_rule as numbers_not_in_rule
    from jixiao.rulebook.explain.origins import origin_lines as origin_lines
    from jixiao.rulebook.explain.prose import computed_standard as computed_standard
    from jixiao.rulebook.explain.prose import indicator_lines as indicator_lines
    from jixiao.rulebook.explain.prose import inputs_of as inputs_of
    from jixiao.rulebook.explain.prose import printed_standard as printed_standard
    from jixiao.rulebook.explain.prose import rate_text as rate_text
    from jixiao.rulebook.explain.prose import rulebook_page as rulebook_page
    from jixiao.rulebook.explain.prose import standard_sentence as standard_sentence
    from jixiao.rulebook.explain.prose import veto_sentences as veto_sentences
    from jixiao.rulebook.explain.provenance import provenance_text as provenance_text
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "compare_rulebooks": "diff",  # the differences between two rulebooks
            "diff_prose": "diff",  # differences in Chinese, a paragraph for each kind
            "diff_table": "diff",  # differences as rows, one a change
            # numbers of published words that the rule lacks
            "numbers_not_in_rule": "numbers",
            "origin_lines": "origins",  # where the values of a rulebook come from
            "computed_standard": "prose",  # how a row with a published standard is computed
            "indicator_lines": "prose",  # an indicator explained, as lines
            "inputs_of": "prose",  # the inputs that an indicator draws on
            "provenance_text": "provenance",  # where a rule comes from, in words
            "printed_standard": "prose",  # the 评分标准 as a form prints it
            "rate_text": "prose",  # the 指标公式 of an indicator in words
            "rulebook_page": "prose",  # the rule page of a rulebook in Markdown
            "veto_sentences": "prose",  # what breaches decide (一票否决), in sentences
            "standard_sentence": "prose",  # the 评分标准 of an indicator as a sentence
        },
    )
