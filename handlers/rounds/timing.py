"""When a round comes, how long it is open, and on which day people hear what comes of it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from domain.anonymity import RULES
from domain.broadcasts import read_moment
from domain.dates import read_day
from domain.rounds import (
    DAYS_OPEN,
    FEEDBACK_DAYS,
    MOST_FEEDBACK_DAYS,
    RHYTHMS,
    closes_at,
    feedback_at,
    next_minute,
    rule_of,
    working_morning,
)
from domain.schedules import Every, next_fire
from handlers.kit import At, Draft, Refusal, Say, Step, Turn, pick, say
from handlers.kit.flow import Answers
from storage import organisations

NOW, MORNING = "now", "morning"
MONTHS = (3, 6, 12)


def ask_rhythm(_turn: Turn, draft: Draft) -> Say:
    """Ask how often it comes."""
    return say(
        "round-which-rhythm",
        *(pick(draft, "rhythm", one.value, f"round-rhythm-{one.value}") for one in RHYTHMS),
    )


def pick_rhythm(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take how often; what comes again also needs an end."""
    if value not in RHYTHMS:
        raise Refusal("old-button")
    return {"rhythm": value, "until": 0 if value == Every.once else None}


def ask_until(_turn: Turn, draft: Draft) -> Say:
    """Ask for how long it comes again."""
    picks = [pick(draft, "until", str(one), "round-months", months=one) for one in MONTHS]
    return say("round-which-until", *picks)


def pick_until(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take for how many months."""
    if value not in map(str, MONTHS):
        raise Refusal("old-button")
    return {"until": int(value)}


def type_until(turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take the last day."""
    day = read_day(typed, _local(turn).date())
    if day is None or day <= _local(turn).date():
        raise Refusal("round-no-until")
    return {"until": day.isoformat()}


def ask_days(_turn: Turn, draft: Draft) -> Say:
    """Ask how long it is open."""
    picks = [pick(draft, "days", str(one), "round-days", days=one) for one in DAYS_OPEN]
    return say("round-which-days", *picks)


def pick_days(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take how many days."""
    if value not in map(str, DAYS_OPEN):
        raise Refusal("old-button")
    return {"days": int(value)}


def ask_when(turn: Turn, draft: Draft) -> Say:
    """Ask when it opens."""
    return say(
        "round-which-when",
        pick(draft, "when", NOW, "round-when-now"),
        pick(draft, "when", MORNING, "round-when-morning"),
        morning=At(working_morning(turn.now, zone_of(turn))),
    )


def pick_when(turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take now, or nine o'clock on the next working day."""
    if value not in (NOW, MORNING):
        raise Refusal("old-button")
    return {"when": NOW if value == NOW else working_morning(turn.now, zone_of(turn)).isoformat()}


def type_when(turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take a day, perhaps with a time."""
    moment = read_moment(typed, _local(turn))
    if moment is None:
        raise Refusal("round-no-moment")
    return {"when": moment.isoformat()}


def ask_split(_turn: Turn, draft: Draft) -> Say:
    """Ask whether teams are shown apart."""
    return say(
        "round-which-split",
        pick(draft, "split", "no", "round-split-no"),
        pick(draft, "split", "yes", "round-split-yes"),
        least=RULES.split_from,
    )


def pick_split(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take whether teams are shown apart."""
    if value not in ("no", "yes"):
        raise Refusal("old-button")
    return {"split": value}


def ask_feedback(turn: Turn, draft: Draft) -> Say:
    """Ask when people hear what comes of it; without it there is no round."""
    closes = closing(turn, draft)
    zone = zone_of(turn)
    picks = [
        pick(draft, "feedback", str(days), "round-date", date=feedback_at(closes, days, zone))
        for days in FEEDBACK_DAYS
    ]
    last = feedback_at(closes, MOST_FEEDBACK_DAYS, zone)
    return say("round-which-feedback", *picks, closes=closes, last=last)


def pick_feedback(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take how many days after closing."""
    if value not in map(str, FEEDBACK_DAYS):
        raise Refusal("old-button")
    return {"feedback": int(value)}


def type_feedback(turn: Turn, draft: Draft, typed: str) -> Answers:
    """Take a date, at most three weeks after closing."""
    zone = ZoneInfo(zone_of(turn))
    closes = closing(turn, draft)
    day = read_day(typed, turn.now.astimezone(zone).date())
    days = (day - closes.astimezone(zone).date()).days if day else 0
    if not 0 < days <= MOST_FEEDBACK_DAYS:
        raise Refusal("round-no-date")
    return {"feedback": days}


def zone_of(turn: Turn) -> str:
    """Return the time zone of the organisation."""
    return organisations.by_id(turn.connection, turn.member.organisation_id).timezone


def opening(turn: Turn, draft: Draft) -> datetime:
    """Return when it opens."""
    when, soonest = draft.answers["when"], next_minute(turn.now)
    return soonest if when == NOW else max(datetime.fromisoformat(when), soonest)


def until(turn: Turn, draft: Draft) -> date | None:
    """Return the last day on which it may come again."""
    match draft.answers["until"]:
        case 0:
            return None
        case int(months):
            return _first_day(turn, draft) + relativedelta(months=months)
        case day:
            return max(date.fromisoformat(day), _first_day(turn, draft))


def _first_day(turn: Turn, draft: Draft) -> date:
    return opening(turn, draft).astimezone(_zone(turn)).date()


def closing(turn: Turn, draft: Draft) -> datetime:
    """Return when it closes."""
    opens, zone = opening(turn, draft), zone_of(turn)
    again = next_fire(rule_of(Every(draft.answers["rhythm"]), opens, None, zone), opens)
    return closes_at(opens, draft.answers["days"], zone, again)


def _zone(turn: Turn) -> ZoneInfo:
    return ZoneInfo(zone_of(turn))


def _local(turn: Turn) -> datetime:
    return turn.now.astimezone(_zone(turn))


TIMES = (
    Step("rhythm", ask_rhythm, picked=pick_rhythm),
    Step("until", ask_until, typed=type_until, picked=pick_until),
    Step("days", ask_days, picked=pick_days),
    Step("when", ask_when, typed=type_when, picked=pick_when),
    Step("split", ask_split, picked=pick_split),
    Step("feedback", ask_feedback, typed=type_feedback, picked=pick_feedback),
)
