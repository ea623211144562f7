"""When a round may start, closes, and comes again; and what people type for a day or a list."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.rounds import (
    READY,
    Kind,
    Question,
    Unfit,
    closes_at,
    comes_again,
    days_open,
    feedback_at,
    quarter_of,
    question_of,
    read_options,
    unfit,
)
from domain.schedules import Every

ZONE = "Europe/Amsterdam"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # a Tuesday


@pytest.mark.parametrize(
    ("invited", "days", "overdue", "again", "why"),
    [
        (10, 21, False, False, None),
        (9, 21, False, False, Unfit.few),
        (10, None, False, False, Unfit.feedback),
        (10, 22, False, False, Unfit.feedback),
        (10, 0, False, False, Unfit.feedback),
        (10, 7, True, False, Unfit.overdue),
        (10, 7, False, True, Unfit.again),
    ],
)
def test_round__starts_for_ten_with_a_date_and_no_debt(
    invited: int, days: int | None, overdue: bool, again: bool, why: Unfit | None
) -> None:
    assert unfit(invited=invited, feedback_days=days, overdue=overdue, asked_again=again) is why


def test_round__closes_at_the_end_of_a_working_day() -> None:
    assert closes_at(NOW, 7, ZONE).isoformat() == "2026-12-01T17:00:00+01:00"
    assert closes_at(NOW, 4, ZONE).date() == date(2026, 11, 30)  # not on Saturday


def test_feedback__is_never_later_than_promised() -> None:
    closes = closes_at(NOW, 7, ZONE)
    assert feedback_at(closes, 21, ZONE).date() == date(2026, 12, 22)
    assert feedback_at(closes, 4, ZONE).date() == date(2026, 12, 4)  # Friday, not Saturday


def test_weekly_round__is_closed_before_the_next() -> None:
    assert days_open(Every.week, 14) == 5
    assert days_open(Every.month, 14) == 14


@pytest.mark.parametrize(
    ("rhythm", "when"),
    [
        (Every.once, []),
        (Every.week, ["2026-10-21T08:30", "2026-10-28T09:30"]),  # 10:30 on both sides of the clock change
        (Every.fortnight, ["2026-10-28T09:30", "2026-11-11T09:30"]),
        (Every.month, ["2026-11-14T09:30", "2026-12-14T09:30"]),
        (Every.quarter, ["2027-01-14T09:30", "2027-04-14T08:30"]),
    ],
)
def test_round__comes_again_at_the_same_time_on_the_clock(rhythm: Every, when: list[str]) -> None:
    first = datetime(2026, 10, 14, 8, 30, 20, tzinfo=UTC)
    found: list[str] = []
    opened = first
    while len(found) < 2 and (opens := comes_again(first, opened, rhythm, ZONE)) is not None:
        found.append(f"{opens:%Y-%m-%dT%H:%M}")
        opened = opens
    assert found == when


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("tijd / regels / systemen", ("tijd", "regels", "systemen")),
        ("tijd, regels", ("tijd", "regels")),
        ("tijd\nregels\n", ("tijd", "regels")),
        ("tijd", None),
        ("tijd / Tijd", None),
        ("tijd / " + "x" * 21, None),
        ("/".join("abcdefghi"), None),
    ],
)
def test_options__are_read_from_one_line_or_many(words: str, options: tuple[str, ...] | None) -> None:
    assert read_options(words) == options


def test_response__is_told_in_quarters() -> None:
    assert [quarter_of(answered, 12) for answered in (0, 2, 3, 6, 11, 12)] == [0, 0, 1, 2, 3, 4]
    assert quarter_of(0, 0) == 0


def test_sets__are_short_and_come_back_as_they_went() -> None:
    for questions in READY.values():
        assert 1 <= len(questions) <= 3
        for one in questions:
            assert question_of(one.as_row()) == one
            assert one.count == {Kind.scale: 6, Kind.choice: 6, Kind.open: 0}[one.kind]
    own = Question(Kind.choice, words="Wat  dan?", options=("a", "b"))
    assert question_of(own.as_row()) == own
    assert own.bare == "wat dan?"
