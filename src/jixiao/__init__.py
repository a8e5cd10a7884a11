"""jixiao checks, issues and annotates scoresheet workbooks; see the functions listed here."""

__version__ = "0.1.0"
