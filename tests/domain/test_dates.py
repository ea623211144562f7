"""Days, dates and hours as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import Hours, midnight_after, read_day, read_hours, read_past_day, read_until
from domain.rhythm import Habits

TODAY = date(2026, 11, 24)  # a Tuesday
USUAL = Hours(Habits().days, Habits().start, Habits().end)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tot 12 mei", date(2027, 5, 12)),
        ("until 12 May", date(2027, 5, 12)),
        ("12 mei 2027", date(2027, 5, 12)),
        ("Tot 1 december.", date(2026, 12, 1)),
        ("t/m 12 mei", date(2027, 5, 13)),
        ("tot en met 31 december", date(2027, 1, 1)),
        ("12-5", date(2027, 5, 12)),
        ("3/12", date(2026, 12, 3)),
        ("2027-05-12", date(2027, 5, 12)),
        ("12-5-2027", date(2027, 5, 12)),
        ("maandag", date(2026, 11, 30)),
        ("tot dinsdag", date(2026, 12, 1)),
        ("until Friday", date(2026, 11, 27)),
        ("maandag 30 november", date(2026, 11, 30)),
        ("morgen", date(2026, 11, 25)),
        ("volgende week", date(2026, 11, 30)),
        ("2 weken", date(2026, 12, 8)),
        ("een week", date(2026, 12, 1)),
        ("for two weeks", date(2026, 12, 8)),
        ("May 12", date(2027, 5, 12)),
        ("29 februari", None),  # not in the coming year
        ("12 mei 2020", None),
        ("12 mei 2031", None),
        ("31 juni", None),
        ("vandaag", None),
        ("9:30", None),
        ("2027", None),
        ("mei", None),
        ("0 weken", None),
        ("999 weken", None),
        ("de tweede dinsdag van juni", None),
        ("", None),
    ],
)
def test_until__is_read_in_both_languages(words: str, expected: date | None) -> None:
    assert read_until(words, TODAY) == expected


@pytest.mark.parametrize(
    ("words", "days", "start", "end"),
    [
        ("ma di do 9-17", {0, 1, 3}, time(9), time(17)),
        ("ma, di en do van 9 tot 17 uur", {0, 1, 3}, time(9), time(17)),
        ("maandag t/m donderdag 8.30-16.45", {0, 1, 2, 3}, time(8, 30), time(16, 45)),
        ("ma-vr 9:00 - 17:30", {0, 1, 2, 3, 4}, time(9), time(17, 30)),
        ("Mon to Thu 9am-5pm", {0, 1, 2, 3}, time(9), time(17)),
        ("Tue and Wed", {1, 2}, time(8, 30), time(17, 30)),
        ("10-14", {0, 1, 2, 3, 4}, time(10), time(14)),
        ("za zo 12-20", {5, 6}, time(12), time(20)),
        ("vr-ma 9-12", {4, 5, 6, 0}, time(9), time(12)),
    ],
)
def test_hours__are_read_in_both_languages(words: str, days: set[int], start: time, end: time) -> None:
    assert read_hours(words, USUAL) == Hours(frozenset(days), start, end)


@pytest.mark.parametrize(
    "words", ["", "17-9", "ma di 25-26", "soms", "ma banaan", "9-9", "ma 9:75-17", "22-6"]
)
def test_hours__that_cannot_be_read_are_none(words: str) -> None:
    assert read_hours(words, USUAL) is None


@given(st.text(alphabet="0123456789-/.: abcdefghijklmnopqrstuvwxyzé²٣", max_size=60))
def test_words__of_any_kind_raise_nothing(words: str) -> None:
    read_hours(words, USUAL)
    found = read_until(words, TODAY)
    assert found is None or found > TODAY


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("16-12", date(2026, 12, 16)),
        (" Vrijdag. ", date(2026, 11, 27)),
        ("over 2 weken", date(2026, 12, 8)),
        ("16 december 2026", date(2026, 12, 16)),
        ("ooit", None),
        ("31-2", None),
    ],
)
def test_day__is_read_as_people_type_it(words: str, expected: date | None) -> None:
    assert read_day(words, TODAY) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Vandaag", date(2026, 11, 24)),
        ("gisteren.", date(2026, 11, 23)),
        ("maandag", date(2026, 11, 23)),
        ("dinsdag", date(2026, 11, 24)),
        ("friday", date(2026, 11, 20)),
        ("12 november", date(2026, 11, 12)),
        ("12-1", date(2026, 1, 12)),
        ("3 oktober 2026", date(2026, 10, 3)),
        ("morgen", None),
        ("1 december", None),
        ("over 2 maanden", None),
        ("volgende week", None),
        ("3 oktober 2027", None),
        ("3 oktober 2021", None),
        ("laatst", None),
    ],
)
def test_past_day__is_read_as_people_type_it(words: str, expected: date | None) -> None:
    assert read_past_day(words, TODAY) == expected


def test_midnight__is_that_of_the_place() -> None:
    evening = datetime(2026, 3, 27, 23, 30, tzinfo=UTC)  # half past midnight in Amsterdam
    assert midnight_after(evening, 7, "Europe/Amsterdam") == datetime(2026, 4, 3, 22, 0, tzinfo=UTC)
