"""Formulas moved and compared as openpyxl's own translator and tokenizer have them."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.formula import Tokenizer
from openpyxl.formula.translate import Translator

from jixiao.checking.issued import shape_of
from jixiao.workbook.model import cell_address
from jixiao.workbook.reading.shared_formulas import cut

_DOLLAR = st.sampled_from(("", "$"))
_ROWS, _COLUMNS = st.integers(50, 200), st.sampled_from(("F", "K", "Z", "AB", "CZ"))


@st.composite
def references(draw: st.DrawFn) -> str:
    def cell() -> str:
        return f"{draw(_DOLLAR)}{draw(_COLUMNS)}{draw(_DOLLAR)}{draw(_ROWS)}"

    sheet = draw(st.sampled_from(("", "基础数据!", "'第 2 表'!", "Sheet1!")))
    return sheet + draw(st.sampled_from((cell(), f"{cell()}:{cell()}")))


def terms() -> st.SearchStrategy[str]:
    plain = references() | st.sampled_from(("1", "0.5", '"A1:B2"', '""', "TRUE", "jx_total"))
    return st.recursive(
        plain,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from("+-*/&=<>"), inner).map("".join),
            st.tuples(st.sampled_from(("ROUND", "SUM", "LOG10", "IF")), inner, inner).map(
                lambda t: f"{t[0]}({t[1]},{t[2]})"
            ),
        ),
        max_leaves=6,
    )


@given(terms(), st.integers(-4, 40), st.integers(-4, 40))
@example('SUM(A1:$B$2)&"A1"', 1, 1)
def test_a_shared_formula_moves_as_openpyxl_moves_it(formula: str, down: int, right: int) -> None:
    row, column = 100, 20
    moved = cut(formula, row=row, column=column).at(row + down, column + right)
    theirs = Translator(f"={formula}", origin=cell_address(row, column)).translate_formula(
        cell_address(row + down, column + right)
    )
    assert f"={moved}" == theirs


def relative(formula: str, row: int) -> list[tuple[str, str]]:
    """The tokens of a formula by openpyxl; rows of its own sheet counted from its row."""

    def counted(value: str) -> str:
        if "!" in value:
            return value
        return re.sub(
            r"([A-Z]+)(\d+)", lambda m: f"{m[1]}[{int(m[2]) - row}]", value.replace("$", "")
        )

    return [
        (token.type, counted(token.value) if token.subtype == "RANGE" else token.value)
        for token in Tokenizer(f"={formula}").items
        if token.type != "WHITE-SPACE"
    ]


def row_inserted_above(formula: str) -> str:
    """Shift every reference to the formula's own sheet, the fixed ones too, as Excel does."""
    return "".join(
        re.sub(r"([A-Z]\$?)(\d+)", lambda m: f"{m[1]}{int(m[2]) + 1}", token.value)
        if token.subtype == "RANGE" and "!" not in token.value and "_" not in token.value
        else token.value
        for token in Tokenizer(f"={formula}").items
    )


@given(one=terms(), other=terms(), same=st.booleans())
@example(one="SUM(Sheet1!F50:F60,'第 2 表'!K51)", other="1", same=True)
@example(one='"A1:B2"', other="1", same=True)
def test_formulas_are_the_same_where_their_tokens_are(*, one: str, other: str, same: bool) -> None:
    if same:
        other = row_inserted_above(one)
    is_same = shape_of(one, "I11") == shape_of(other, "I12")
    squeezed = [re.sub(r"\s", "", f) for f in (one, other)]
    assert is_same == (relative(squeezed[0], 11) == relative(squeezed[1], 12))
    assert is_same or not same
