"""Whom a coordinator speaks to: a set of members by theme, team, job or role, or everybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class By(StrEnum):
    """By what an audience is chosen."""

    everybody = "everybody"
    theme = "theme"
    team = "team"
    job = "job"
    role = "role"


@dataclass(frozen=True)
class Audience:
    """Everybody, or those who have `which`: a theme, the public name of a team, a job or a role."""

    by: By
    which: str = ""

    @property
    def code(self) -> str:
        """How it is written in a button, a draft and a row, such as "theme-debt"."""
        return f"{self.by.value}-{self.which}" if self.which else self.by.value


EVERYBODY = Audience(By.everybody)


def read_audience(code: str) -> Audience | None:
    """Read an audience back; None when it is not one. Whether anybody is in it is not known here."""
    by, _, which = code.partition("-")
    if by not in set(By) or (by == By.everybody) != (not which):
        return None
    return Audience(By(by), which)
