"""The question that comes by itself every two weeks: how does it go in practice, and what worked?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.delivery import Lane
from domain.people import COORDINATORS
from domain.schedules import Every, Rule, next_weekday
from handlers.kit import Capability, Job, Say, say, tap, tell, with_way_out
from handlers.kit.doors import StartAsk, StartShare
from handlers.kit.say import to_payload
from storage import deliveries, members, nudging, organisations, schedules
from storage.database import Connection
from storage.organisations import Organisation
from storage.schedules import Firing

KIND = "checkin"
TUESDAY, NOON = 1, time(12, 15)  # peer model, when and how often
ASKED = ("weekly", "twice")  # who chose to be sent something
SETTLED = timedelta(days=7)  # who came in since then was asked this on joining


def ask(connection: Connection, now: datetime) -> None:
    """Ask everybody who wants to be asked, when it is time; tell coordinators when it was missed."""
    places = {one.id: one for one in organisations.every(connection)}
    for one in places.values():
        schedules.add(connection, one.id, kind=KIND, reference="", rule=_rule(one, now), now=now)
    missed: dict[int, Firing] = {}
    for firing in schedules.take_due(connection, KIND, now):
        if firing.skipped:
            missed[firing.organisation_id] = firing
        else:
            _ask_all(connection, firing, now)
    _tell_missed(connection, missed, now)


def _rule(one: Organisation, now: datetime) -> Rule:
    today = now.astimezone(ZoneInfo(one.timezone)).date()
    return Rule(Every.fortnight, NOON, next_weekday(TUESDAY, today), one.timezone)


def _ask_all(connection: Connection, firing: Firing, now: datetime) -> None:
    if not nudging.switch(connection, firing.organisation_id).on(now):
        return
    people = members.who_chose(
        connection, firing.organisation_id, ASKED, joined_before=firing.due_at - SETTLED
    )
    deliveries.queue_many(
        connection,
        people,
        prefix=f"checkin:{firing.day}:",
        payload=to_payload(with_way_out(_question(), Lane.nudge)),
        lane=Lane.nudge,
        now=now,
    )


def _question() -> Say:
    return say("checkin-asked", tap("door-ask", StartAsk()), tap("door-share", StartShare("")))


def _tell_missed(connection: Connection, missed: Mapping[int, Firing], now: datetime) -> None:
    """Tell coordinators of each organisation once, however many days were missed."""
    for organisation_id, firing in missed.items():
        day = datetime.combine(firing.day, time(12), UTC)
        for one in members.with_roles(connection, organisation_id, COORDINATORS):
            once = f"checkin-missed:{firing.day}:{one.id}"
            tell(connection, one.id, say("checkin-missed", day=day), once=once, lane=Lane.answer, now=now)


CAPABILITY = Capability(name="checkin", jobs=(Job("checkin", timedelta(minutes=1), ask),))
