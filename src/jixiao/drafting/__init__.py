"""Rulebooks drafted from a form's own table and standards: the fourth rendering, read backwards."""

from __future__ import annotations
