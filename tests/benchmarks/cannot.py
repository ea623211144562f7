"""Why something could not be measured."""

from __future__ import annotations


class CannotMeasure(Exception):
    """Something is missing or failed: "silent", "no-aiogram" or "no-postgres", with values for a sentence."""

    def __init__(self, kind: str, **values: str) -> None:
        super().__init__(f"{kind} {values}")
        self.kind = kind
        self.values = values
