"""An audience is written and read back, and what is none is not read as one."""

from __future__ import annotations

import pytest

from domain.audience import EVERYBODY, Audience, By, read_audience


@pytest.mark.parametrize(
    "audience",
    [
        EVERYBODY,
        Audience(By.theme, "care_avoiders"),
        Audience(By.team, "0a1b2c3d4e5f"),
        Audience(By.job, "debt"),
        Audience(By.role, "liaison"),
    ],
)
def test_code__comes_back_as_it_went(audience: Audience) -> None:
    assert read_audience(audience.code) == audience


@pytest.mark.parametrize("code", ["", "zz", "theme", "theme-", "everybody-1"])
def test_code__that_names_nothing_is_no_audience(code: str) -> None:
    assert read_audience(code) is None
