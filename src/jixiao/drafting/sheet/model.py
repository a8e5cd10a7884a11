"""What is known of the form of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

FORM_PREFIX = "表式-"


@dataclass(frozen=True, slots=True)
class FormSeen:
    """The form of a sheet: ``key`` shows forms apart, ``variant`` weights and standards too."""

    key: str
    variant: str
