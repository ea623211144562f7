"""Spans of time as people write them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.spans import span


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("30m", timedelta(minutes=30)),
        ("24h", timedelta(hours=24)),
        ("24u", timedelta(hours=24)),
        (" 7D ", timedelta(days=7)),
        ("2 w", timedelta(weeks=2)),
    ],
)
def test_span__is_read_as_written(words: str, meant: timedelta) -> None:
    assert span(words) == meant


@pytest.mark.parametrize("words", ["", "7", "d", "0d", "-1d", "1.5d", "7 days", "٧d", "123456d", "1y"])
def test_span__is_nothing_when_it_is_not_one(words: str) -> None:
    assert span(words) is None
