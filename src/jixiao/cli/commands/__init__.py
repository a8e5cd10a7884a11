"""The commands of the program, one file a command."""

from __future__ import annotations
