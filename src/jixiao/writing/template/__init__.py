"""Blank workbooks (空白表) made from a rulebook, and the same form with figures typed in."""
