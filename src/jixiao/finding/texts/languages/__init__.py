"""Further languages, one module each: ``TEXTS`` maps the ids of the tables to that language.

There is none yet. What a module leaves out is said in English.
"""

from __future__ import annotations
