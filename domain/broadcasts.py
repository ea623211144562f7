"""Rules of a message to a group: how large, how soon, how often, and what may be told about it afterwards."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

MOST_WORDS = 2000  # characters: what fits on three screens of a phone
MASS = 100  # more recipients than this wait a while, so that a colleague can stop it
PAUSE = timedelta(minutes=5)
MOST_AN_HOUR = 2  # of one organisation
SLICE = 500  # recipients that are queued at once: nobody who talks meanwhile waits long
FRESH = timedelta(days=7)  # later than this it is no longer sent; a part-timer has worked by then
FARTHEST = timedelta(days=90)
WORKDAY = (time(8, 30), time(17, 30))
MORNING = time(9, 0)
FEWEST_RECIPIENTS = 10  # before it is told how many got it: fewer would show who wants nothing
FEWEST_PRESSES = 5  # and before it is told how many pressed


class Voice(StrEnum):
    """Whose message it is; said above it."""

    colleagues = "colleagues"
    policy = "policy"


class Ask(StrEnum):
    """What is asked of who reads it: the button below."""

    nothing = "nothing"
    seen = "seen"
    doing = "doing"
    practice = "practice"
    round = "round"


class Stage(StrEnum):
    """Where a broadcast stands."""

    planned = "planned"
    sending = "sending"
    done = "done"
    stopped = "stopped"  # halfway: some got it
    withdrawn = "withdrawn"  # before anybody got it


OPEN = frozenset({Stage.planned, Stage.sending})


@dataclass(frozen=True)
class Tally:
    """How many of the recipients stand how; never who."""

    waiting: int = 0
    sent: int = 0
    gone: int = 0  # blocked us, left no address, or wants to be sent nothing
    failed: int = 0
    uncertain: int = 0
    cancelled: int = 0
    pressed: int | None = None  # None: not to be told

    @property
    def total(self) -> int:
        """Everybody it was meant for."""
        return self.waiting + self.sent + self.gone + self.failed + self.uncertain + self.cancelled


def is_work_time(local: datetime) -> bool:
    """Tell whether people are at work at this local moment, as a rule."""
    return local.weekday() < 5 and WORKDAY[0] <= local.time() < WORKDAY[1]


def is_mass(recipients: int) -> bool:
    """Tell whether it is so large that others must have the time to stop it."""
    return recipients > MASS


def needs_pause(recipients: int, *moments: datetime) -> bool:
    """Tell whether others must have the time to stop it: it is large, or nobody is at work then (local)."""
    return is_mass(recipients) or not all(map(is_work_time, moments))


def start(asked: datetime | None, recipients: int, now: datetime, local: datetime) -> datetime:
    """Return when it goes out: as asked, and not before the pause that it needs."""
    soonest = now + PAUSE if needs_pause(recipients, local) else now
    return max(asked, soonest) if asked else soonest


def is_crowded(starts: Collection[datetime], begins: datetime) -> bool:
    """Tell whether one more at `begins` would be more than an hour can have."""
    hour = timedelta(hours=1)
    return sum(abs(one - begins) < hour for one in starts) >= MOST_AN_HOUR


def told_presses(recipients: int, presses: int) -> int | None:
    """Return how many pressed as may be told: by fives, so that one more press shows nobody."""
    if recipients < FEWEST_RECIPIENTS or presses < FEWEST_PRESSES:
        return None
    return presses - presses % FEWEST_PRESSES


def look_again(since: timedelta) -> timedelta:
    """Return how soon to look at how it goes: often at first, seldom when only absent people are left."""
    return timedelta(seconds=5) if since < timedelta(minutes=10) else timedelta(minutes=10)


# --- a moment, as people type it ----------------------------------------------------------------------

_DAYS = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2}
_WEEKDAYS = (
    ("maandag", "monday"),
    ("dinsdag", "tuesday"),
    ("woensdag", "wednesday"),
    ("donderdag", "thursday"),
    ("vrijdag", "friday"),
    ("zaterdag", "saturday"),
    ("zondag", "sunday"),
)
_MONTHS = ("jan", "feb", "maa mrt mar", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec")
_CLOCK = re.compile(r"\b(?:(\d{1,2})[:.](\d{2})|(\d{1,2}) ?(?:uur|u|h)\b)(?: ?uur| ?u\b)?")
_NUMBERS = re.compile(r"\b(\d{1,2})[-/](\d{1,2})\b")
_NAMED = re.compile(r"\b(\d{1,2}) ?([a-z]{3})[a-z]*")
_WORD = re.compile(r"[a-z]+")
_FILL = frozenset({"om", "op", "at", "on", "uur", "u", "de", "the"})


def read_moment(words: str, local: datetime) -> datetime | None:
    """Return the local moment that somebody typed, such as "morgen 10:00"; None when it is none, or past."""
    rest = words.casefold()
    clock, rest = _cut(_CLOCK, rest)
    day, rest = _read_day(rest, local.date())
    if _left_over(rest) or (clock is None and day is None):
        return None
    try:
        hour = time(int(clock[1] or clock[3]), int(clock[2] or 0)) if clock else MORNING
        moment = datetime.combine(day or local.date(), hour, local.tzinfo)
    except ValueError:
        return None
    return moment if local < moment <= local + FARTHEST else None


def next_morning(local: datetime) -> datetime:
    """Return the next nine o'clock from Monday to Friday."""
    day = local.date() + timedelta(days=local.time() >= MORNING)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, local.tzinfo)


def _read_day(words: str, today: date) -> tuple[date | None, str]:
    dated, rest = _cut(_NUMBERS, words)
    if dated is not None:
        return _date(int(dated[1]), int(dated[2]), today), rest
    dated, rest = _cut(_NAMED, words)
    if dated is not None and (month := _place(dated[2], (one.split() for one in _MONTHS))) is not None:
        return _date(int(dated[1]), month + 1, today), rest
    for word in _WORD.findall(words):
        if word in _DAYS:
            return today + timedelta(days=_DAYS[word]), words.replace(word, "", 1)
        if (weekday := _place(word, _WEEKDAYS)) is not None:
            ahead = (weekday - today.weekday() - 1) % 7 + 1
            return today + timedelta(days=ahead), words.replace(word, "", 1)
    return None, words


def _date(day: int, month: int, today: date) -> date | None:
    """Return the next such day; None when there is none."""
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _cut(pattern: re.Pattern[str], words: str) -> tuple[re.Match[str] | None, str]:
    found = pattern.search(words)
    return found, words if found is None else words[: found.start()] + " " + words[found.end() :]


def _place(word: str, names: Iterable[Collection[str]]) -> int | None:
    return next((number for number, one in enumerate(names) if word in one), None)


def _left_over(words: str) -> bool:
    """Tell whether something stands there that was not understood; a weekday beside a date is fine."""
    known = _FILL.union(*_WEEKDAYS)
    return bool(re.search(r"\d", words)) or any(word not in known for word in _WORD.findall(words))
