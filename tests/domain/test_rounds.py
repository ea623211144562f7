"""When a round may start, closes, and comes again; and what people type for a day or a list."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.rhythm import Habits, is_working
from domain.rounds import (
    MOST_FEEDBACK_DAYS,
    READY,
    Kind,
    Question,
    Unfit,
    closes_at,
    feedback_at,
    find_sentence,
    next_minute,
    quarter_of,
    question_of,
    read_options,
    rule_of,
    unfit,
    working_morning,
)
from domain.schedules import Every, next_fire

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


@pytest.mark.parametrize(
    ("opens", "days", "closes"),
    [
        (datetime(2026, 12, 18, 9, 0, tzinfo=UTC), 7, "2026-12-28"),  # not on Christmas, nor on the Saturday
        (datetime(2027, 3, 22, 9, 0, tzinfo=UTC), 7, "2027-03-30"),  # Easter Monday is the 29th
        (datetime(2027, 4, 20, 9, 0, tzinfo=UTC), 7, "2027-04-28"),  # King's day is the 27th
    ],
)
def test_round__does_not_close_on_a_holiday(opens: datetime, days: int, closes: str) -> None:
    assert closes_at(opens, days, ZONE).date().isoformat() == closes


@pytest.mark.parametrize("days", [3, 7, 14])
@pytest.mark.parametrize("rhythm", [Every.week, Every.fortnight])
def test_round__is_closed_before_it_comes_again(rhythm: Every, days: int) -> None:
    """Whatever day of the year it opens first."""
    for day in range(365):
        opens = datetime(2026, 1, 1, 9, 0, tzinfo=UTC) + timedelta(days=day)
        again = next_fire(rule_of(rhythm, opens, None, ZONE), opens)
        assert again is not None
        closes = closes_at(opens, days, ZONE, again)
        assert opens < closes < again
        assert is_working(Habits(zone=ZONE), closes)


@pytest.mark.parametrize("days", range(1, MOST_FEEDBACK_DAYS + 1))
def test_feedback__is_on_a_working_day_after_closing_and_at_most_three_weeks_later(days: int) -> None:
    """Whatever day of the year the round closes."""
    for day in range(365):
        closes = closes_at(datetime(2026, 1, 1, 9, 0, tzinfo=UTC) + timedelta(days=day), 3, ZONE)
        due = feedback_at(closes, days, ZONE)
        assert closes < due
        assert (due.date() - closes.date()).days <= MOST_FEEDBACK_DAYS
        assert is_working(Habits(zone=ZONE), due)


def test_morning__is_of_the_next_working_day() -> None:
    christmas = datetime(2026, 12, 24, 16, 0, tzinfo=UTC)
    assert working_morning(christmas, ZONE).isoformat() == "2026-12-28T09:00:00+01:00"


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
    first = datetime(2026, 10, 14, 8, 30, tzinfo=UTC)
    rule = rule_of(rhythm, first, None, ZONE)
    found: list[str] = []
    opened = first
    while len(found) < 2 and (opens := next_fire(rule, opened)) is not None:
        found.append(f"{opens:%Y-%m-%dT%H:%M}")
        opened = opens
    assert found == when


def test_round__comes_no_more_after_its_last_day() -> None:
    first = datetime(2026, 10, 14, 8, 30, tzinfo=UTC)
    rule = rule_of(Every.week, first, date(2026, 10, 21), ZONE)
    second = next_fire(rule, first)
    assert second is not None
    assert next_fire(rule, second) is None


def test_round__that_begins_now_begins_at_the_next_minute() -> None:
    moment = datetime(2026, 10, 14, 8, 30, 20, tzinfo=UTC)
    assert next_minute(moment) == datetime(2026, 10, 14, 8, 31, tzinfo=UTC)
    assert next_fire(rule_of(Every.once, next_minute(moment), None, ZONE), moment) == next_minute(moment)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2", "Bel eerder."),
        ("FORMULIER", "Het formulier."),
        ("3", None),
        ("e", None),
        ("", None),
        ("niets", None),
    ],
)
def test_sentence__is_found_by_its_number_or_words_of_it(typed: str, found: str | None) -> None:
    assert find_sentence(["Het formulier.", "Bel eerder."], typed) == found


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
