"""Forms in the layouts that departments publish: what is said of them, and of a slip in each cell.

The forms are in ``forms/*.txt`` as ``grids`` describes; each was filled in by hand first, its slips
and what they must lead to decided before the program saw it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import jixiao
from jixiao.checking.model import Check
from jixiao.finding import Severity
from published.grids import Form, Told, forms_in

FORMS = [
    form for path in sorted(Path(__file__).parent.glob("forms/*.txt")) for form in forms_in(path)
]


def _told(found: Check) -> set[Told]:
    serious = (f for f in found.findings if f.severity is not Severity.NOTICE)
    return {(f.code, f.cell or "") for f in serious}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_an_honest_form_is_read_and_nobody_accused(form: Form) -> None:
    found = jixiao.check(form.book())
    assert found.checked
    assert _told(found) == form.honest


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_slip_is_told_and_no_other_row_accused(form: Form) -> None:
    for slip in form.slips:
        told = _told(jixiao.check(form.book(slip)))
        assert slip.told in told, slip
        accused = {at for code, at in told - form.honest if code == "R101"}
        assert accused <= {slip.told[1]}, slip
