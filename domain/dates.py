"""Read days, dates and working hours as people type them, in Dutch and in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.parser import parser, parserinfo

LONGEST_PAUSE = timedelta(days=366)

_WEEKDAYS = (
    ("ma", "maandag", "mo", "mon", "monday"),
    ("di", "dinsdag", "tu", "tue", "tues", "tuesday"),
    ("wo", "woe", "woensdag", "we", "wed", "wednesday"),
    ("do", "don", "donderdag", "th", "thu", "thur", "thurs", "thursday"),
    ("vr", "vrij", "vrijdag", "fr", "fri", "friday"),
    ("za", "zaterdag", "sa", "sat", "saturday"),
    ("zo", "zondag", "su", "sun", "sunday"),
)
_DAY_OF = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_NUMBERS = {
    "een": 1,
    "één": 1,
    "a": 1,
    "one": 1,
    "twee": 2,
    "two": 2,
    "drie": 3,
    "three": 3,
    "vier": 4,
    "four": 4,
}
_UNITS = {
    **dict.fromkeys(("dag", "dagen", "day", "days"), 1),
    **dict.fromkeys(("week", "weken", "weeks"), 7),
    **dict.fromkeys(("maand", "maanden", "month", "months"), 30),
}
_UNTIL = re.compile(r"^(?:(t/m|tot en met|through|up to and including)|tot|until|till|to|voor|for)\s+")
_SPAN = re.compile(r"^(?:over |in )?(\d{1,3}|[a-zé]+) ([a-z]+)$")


class _Both(parserinfo):
    """The names of months, in both languages."""

    MONTHS = [  # noqa: RUF012 - as the library has it
        ("jan", "januari", "january"),
        ("feb", "februari", "february"),
        ("mrt", "maart", "mar", "march"),  # type: ignore[list-item] # there may be more names
        ("apr", "april"),
        ("mei", "may"),
        ("jun", "juni", "june"),
        ("jul", "juli", "july"),
        ("aug", "augustus", "august"),
        ("sep", "sept", "september"),
        ("okt", "oktober", "oct", "october"),  # type: ignore[list-item]
        ("nov", "november"),
        ("dec", "december"),
    ]


_PARSER = parser(_Both(dayfirst=True))


def read_until(words: str, today: date) -> date | None:
    """Return the first day after a pause that somebody describes: "tot 12 mei", "t/m vrijdag", "2 weeks".

    None when it is no day of the coming year.
    """
    told = " ".join(words.casefold().split()).rstrip(".!")
    including = False
    if lead := _UNTIL.match(told):
        including, told = lead[1] is not None, told[lead.end() :]
    found = _day(told, today)
    if found is None:
        return None
    found += timedelta(days=including)
    return found if today < found <= today + LONGEST_PAUSE else None


def read_day(words: str, today: date) -> date | None:
    """Return the day that somebody types: "16-12", "vrijdag", "over 2 weken"; None when it is none."""
    return _day(" ".join(words.casefold().split()).rstrip(".!"), today)


def read_past_day(words: str, today: date) -> date | None:
    """Return the day of the past year that somebody types: "vandaag", "maandag", "16-12"; None when none.

    A weekday is the last one. A date without a year is the last one, unless it comes within a month.
    """
    told = " ".join(words.casefold().split()).rstrip(".!")
    if told in ("vandaag", "today"):
        return today
    if told in ("gisteren", "yesterday"):
        return today - timedelta(days=1)
    found = _day(told, today)
    if found is None or found <= today:
        return found if found is not None and found >= today - LONGEST_PAUSE else None
    if told in _DAY_OF:
        return found - timedelta(days=7)
    without_year = re.search(r"\d", told) and not re.search(r"\d{4}", told) and told.split()[-1] not in _UNITS
    return _year_before(found) if without_year and found > today + timedelta(days=31) else None


def _year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return None


def midnight_after(now: datetime, days: int, zone: str) -> datetime:
    """Return the midnight after which that many days have passed where the clock is that of `zone`."""
    day = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=days)
    return datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)


def _day(told: str, today: date) -> date | None:
    if told in ("morgen", "tomorrow"):
        return today + timedelta(days=1)
    if told in ("volgende week", "next week"):
        return today + timedelta(days=7 - today.weekday())
    if told in _DAY_OF:
        return today + timedelta(days=(_DAY_OF[told] - today.weekday() - 1) % 7 + 1)
    weekday, _, rest = told.partition(" ")
    if weekday in _DAY_OF and rest:
        told = rest
    if (span := _SPAN.match(told)) and span[2] in _UNITS:
        count = int(span[1]) if span[1].isdigit() else _NUMBERS.get(span[1])
        return today + timedelta(days=count * _UNITS[span[2]]) if count else None
    return _date(told, today)


def _date(told: str, today: date) -> date | None:
    if not re.search(r"\d", told) or len(told) > 40:
        return None
    try:
        return date.fromisoformat(told)  # the parser below would take its month for the day
    except ValueError:
        pass
    try:
        # What was not said is taken from the default, so two of them show what was said.
        one, other = (
            _PARSER.parse(told, default=default).date()
            for default in (datetime(2024, 1, 1), datetime(2028, 2, 2))  # noqa: DTZ001 - no moment
        )
    except (ValueError, OverflowError):
        return None
    if (one.month, one.day) != (other.month, other.day):
        return None
    if one.year == other.year:
        return one
    for year in (today.year, today.year + 1):
        try:
            found = one.replace(year=year)
        except ValueError:  # 29 February
            continue
        if found > today:
            return found
    return None


@dataclass(frozen=True)
class Hours:
    """On which days and between which times somebody works."""

    days: frozenset[int]
    start: time
    end: time


_CLOCK = r"(\d{1,2})(?:[:.u](\d{2}))?\s{0,3}(am|pm)?"
_FROM_TO = re.compile(
    rf"\b{_CLOCK}(?:\s{{0,3}}(?:uur|u|h))?\s{{0,3}}(?:-|–|tot|to|till|until)\s{{0,3}}{_CLOCK}"
    r"(?:\s{0,3}(?:uur|u|h))?\b"
)
_RANGE = re.compile(r"\b([a-z]{1,12})\s{0,3}(?:-|–|t/m|tot en met|tot|to|through)\s{0,3}([a-z]{1,12})\b")
_SAYS_NOTHING = frozenset(["van", "tussen", "from", "between", "en", "and", "op", "on", "ik", "werk"])


def read_hours(words: str, usual: Hours) -> Hours | None:
    """Return working hours as somebody types them: "ma di do 9-17", "mon to thu", "9.00 tot 15.00".

    What is not said is as usual; None when it cannot be read.
    """
    told = words.casefold()
    start, end = usual.start, usual.end
    if clock := _FROM_TO.search(told):
        found = _clock(*clock.groups()[:3]), _clock(*clock.groups()[3:])
        if found[0] is None or found[1] is None:
            return None
        start, end = found[0], found[1]
        told = told[: clock.start()] + " " + told[clock.end() :]
    days = _days(told)
    if days is None or start >= end or (not days and not clock):
        return None
    return Hours(days or usual.days, start, end)


def _days(told: str) -> frozenset[int] | None:
    found: set[int] = set()
    for one in _RANGE.finditer(told):
        if one[1] in _DAY_OF and one[2] in _DAY_OF:
            first, last = _DAY_OF[one[1]], _DAY_OF[one[2]]
            found |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
            told = told.replace(one[0], " ", 1)
    for word in re.split(r"[\s,;.&+/]+", told):
        if word in _DAY_OF:
            found.add(_DAY_OF[word])
        elif word and word not in _SAYS_NOTHING:
            return None
    return frozenset(found)


def _clock(hour: str, minute: str | None, half: str | None) -> time | None:
    hours = int(hour) % 12 + 12 * (half == "pm") if half else int(hour)
    minutes = int(minute or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
