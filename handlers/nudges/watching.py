"""Whether it does harm, and whether it helps: looked at every day, told to coordinators in plain words."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.delivery import Lane
from domain.peers.constants import Constants
from domain.peers.holdout import Difference, Verdict, period
from domain.peers.overview import at_least, strict
from domain.peers.stopping import reasons_to_stop
from domain.people import COORDINATORS
from handlers.kit import Say, Text, say, tell, text
from storage import members, nudges, nudging, numbers, organisations
from storage.database import Connection
from storage.nudges import Pull


def watch(connection: Connection, now: datetime) -> None:
    """End it where it does harm, and report where a period is over."""
    for one in organisations.every(connection):
        if nudges.begun(connection, one.id) is None:
            continue
        constants = numbers.of(connection, one.id)
        _end_where_it_harms(connection, one.id, constants, now)
        _report(connection, one.id, constants, now)


def _end_where_it_harms(
    connection: Connection, organisation_id: int, constants: Constants, now: datetime
) -> None:
    if nudging.switch(connection, organisation_id).stopped_at is not None:
        return
    reasons = reasons_to_stop(nudges.harm(connection, organisation_id, now, constants), constants)
    if reasons and nudging.end(connection, organisation_id, reasons[0], now):
        said = Say((*(text(reason.key, day=now) for reason in reasons), text("nudging-ended-how")))
        _tell(connection, organisation_id, said, f"nudging-ended:{now.date()}", now)


def _report(connection: Connection, organisation_id: int, constants: Constants, now: datetime) -> None:
    """Report once after every period in which something was offered, whatever came of it."""
    over = period(now, constants)
    ends = datetime.combine(
        datetime.fromordinal(over * constants.hold_out.period_days), datetime.min.time(), now.tzinfo
    )
    if now - ends > timedelta(days=7):
        return
    # Who is in which arm follows from what people did: with more than ten, each has ten without any of them.
    told_from = strict(constants, constants.privacy.group + 1)
    found = nudges.pull(connection, organisation_id, now, told_from, until=ends)
    if found.opportunities:
        _tell(connection, organisation_id, report(found), f"nudges-report:{over}", now)


def report(found: Pull) -> Say:
    """Say what came of it: the difference with its doubt, and what could not be found from the start."""
    begun = found.begun
    assert begun is not None
    return say("nudges-report").then(
        *_difference(found.difference), text("nudges-power", people=begun.people, rise=begun.rise)
    )


def _difference(one: Difference) -> tuple[Text, ...]:
    if one.verdict is Verdict.too_few:
        return (text(f"nudges-{one.verdict.key}"),)
    interval = text(
        "nudges-interval",
        by=_points(one.by),
        low=_points(one.low),
        high=_points(one.high),
    )
    counts = text("nudges-counts", sent=at_least(one.sent.of), held=at_least(one.held.of))
    return (counts, text(f"nudges-{one.verdict.key}"), interval)


def _points(share: float) -> str:
    return f"{100 * share:+.0f}"


def _tell(connection: Connection, organisation_id: int, said: Say, once: str, now: datetime) -> None:
    for one in members.with_roles(connection, organisation_id, COORDINATORS):
        tell(connection, one.id, said, once=f"{once}:{one.id}", lane=Lane.answer, now=now)
