"""Workbook files: gate, readers, and the package layer that annotation patches."""
