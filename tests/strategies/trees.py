"""Hypothesis strategies for formula trees over a few names."""

from fractions import Fraction

from hypothesis import strategies as st

from jixiao.formula.syntax import Binary, Call, ColumnReference, Compare, Name, Number, Tree

NAMES = ("a", "b", "c")
COLUMN = ColumnReference("t", "v")

_constants = st.sampled_from(["0", "1", "2", "95%", "0.3", "100", "5%", "12.5", "3"]).map(
    lambda text: Number(Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text), text)
)
_aggregates = st.sampled_from(["sum", "mean", "count"]).map(lambda f: Call(f, (COLUMN,)))
_leaves = st.one_of(_constants, st.sampled_from(NAMES).map(Name), _aggregates)
_signs = st.sampled_from(["<", "<=", "=", ">=", ">", "<>"])


def _grown(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    compare = st.builds(Compare, _signs, inner, inner)
    joined = st.builds(
        lambda f, x, y: Call(f, (x, y)), st.sampled_from(["and", "or"]), compare, compare
    )
    condition = st.one_of(compare, joined)
    return st.one_of(
        st.builds(Binary, st.sampled_from("+-*/"), inner, inner),
        st.builds(lambda f, x, y: Call(f, (x, y)), st.sampled_from(["min", "max"]), inner, inner),
        st.builds(lambda f, x: Call(f, (x,)), st.sampled_from(["abs", "int"]), inner),
        st.builds(
            lambda x, n: Call("round", (x, Number(Fraction(n), str(n)))), inner, st.integers(0, 3)
        ),
        st.builds(lambda c, x, y: Call("if", (c, x, y)), condition, inner, inner),
        st.builds(lambda o, x: Call("countif", (Compare(o, COLUMN, x),)), _signs, _constants),
    )


trees = st.recursive(_leaves, _grown, max_leaves=10)
