"""The days on which practices are offered: planned in one look, written down, and only then sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from hashlib import sha256
from zoneinfo import ZoneInfo

import numpy as np

from domain.delivery import Lane
from domain.peers.backoff import SLOT_DAYS
from domain.peers.constants import Constants
from domain.peers.facts import Facts, Opportunity, Rest, Sort
from domain.peers.holdout import smallest_found
from domain.peers.moments import moments_of
from domain.peers.nudges import Kind
from domain.peers.overview import at_least
from domain.peers.passing import decisions
from domain.people import COORDINATORS
from domain.schedules import Every, Rule, next_weekday
from handlers.kit import say, tell
from handlers.kit.say import to_payload
from handlers.nudges import words
from storage import deliveries, members, nudges, nudging, numbers, organisations, passing, schedules
from storage.database import Connection
from storage.nudges import Addressee, Pass, Titled, once_of
from storage.organisations import Organisation

NUDGES, DIGEST = "nudges", "digest"
LOOKED_AT = time(11, 30)  # before the first slot, less what chance takes off
DIGEST_DAY, DIGEST_AT = 3, time(12, 15)  # Thursday
WANTED = ("weekly", "twice")  # who chose to be sent something
PART = 100  # people in one transaction: nobody waits for it
USUAL_SHARE = 0.10  # of people who try something in a period, as long as nothing is known


@dataclass(frozen=True)
class Part:
    """Some of what was decided in a pass, to be written down and sent at once."""

    of: Pass
    decided: Sequence[Opportunity | Rest] = ()
    people: int = 0  # whom practices may be offered to in this organisation
    last: bool = False


def open_days(connection: Connection, now: datetime) -> None:
    """Let each organisation have its days, and note those that have come. What was missed is not made up."""
    for one in organisations.every(connection):
        for day in SLOT_DAYS:
            schedules.add(
                connection,
                one.id,
                kind=NUDGES,
                reference=str(day),
                rule=_rule(one, day, LOOKED_AT, now),
                now=now,
            )
        rule = _rule(one, DIGEST_DAY, DIGEST_AT, now)
        schedules.add(connection, one.id, kind=DIGEST, reference="", rule=rule, now=now)
    for kind in (NUDGES, DIGEST):
        for firing in schedules.take_due(connection, kind, now):
            if not firing.skipped:
                nudges.open_pass(connection, firing.organisation_id, kind, firing.day, firing.due_at)


def _rule(one: Organisation, weekday: int, at: time, now: datetime) -> Rule:
    today = now.astimezone(ZoneInfo(one.timezone)).date()
    return Rule(Every.week, at, next_weekday(weekday, today), one.timezone)


# --- planned ----------------------------------------------------------------------------------------


def plan_offers(connection: Connection, now: datetime) -> Iterable[Part]:
    """Decide for everybody whose day it is; it only reads, so nobody waits for it."""
    for one in nudges.passes(connection, NUDGES):
        yield from _plan(connection, one, now)


def _plan(connection: Connection, one: Pass, now: datetime) -> Iterable[Part]:
    facts = facts_of(connection, one, WANTED, now)
    if facts is None:
        yield Part(one, last=True)
        return
    constants = numbers.of(connection, one.organisation_id)
    moments = moments_of(facts, now, constants)
    histories = passing.histories(connection, sorted(moments), now, constants)
    found = list(decisions(facts, histories, moments, now, chance_of(facts, one), constants))
    people = sum(one.may and bool(one.themes) for one in facts.people)
    for start in range(0, len(found), PART):
        yield Part(one, found[start : start + PART], people)
    yield Part(one, last=True)


def facts_of(connection: Connection, one: Pass, rhythms: Sequence[str], now: datetime) -> Facts | None:
    """Return what is known for a pass; None when nothing may be offered, or its day is over."""
    zone = organisations.by_id(connection, one.organisation_id).timezone
    teams = nudging.ready(connection, one.organisation_id, now)
    if not teams or now.astimezone(ZoneInfo(zone)).date() != one.day:
        return None
    constants = numbers.of(connection, one.organisation_id)
    facts = passing.facts(connection, one.organisation_id, teams, rhythms, now, constants)
    return facts if facts.cards and any(one.may for one in facts.people) else None


def chance_of(facts: Facts, one: Pass) -> np.random.Generator:
    """Return the chance of a pass: looked at twice, it draws the same."""
    seed = sha256(f"{facts.secret}/{one.kind}/{one.day}".encode()).digest()[:8]
    return np.random.default_rng(int.from_bytes(seed, "big"))


# --- written down, and sent -------------------------------------------------------------------------


def send_offers(connection: Connection, now: datetime, part: Part) -> None:
    """Write down what was decided, whether it is sent or left out, and send what is sent."""
    one = part.of
    if part.last:
        nudges.close_pass(connection, one, now)
        return
    if not nudging.ready(connection, one.organisation_id, now):  # switched off since it was decided
        return
    constants = numbers.of(connection, one.organisation_id)
    _begin(connection, one, part.people, constants, now)
    offers = [found for found in part.decided if isinstance(found, Opportunity)]
    known = nudges.titles(connection, one.organisation_id, {found.practice for found in offers})
    readers = nudges.addressees(connection, {found.member for found in offers})
    for found in offers:
        if found.practice in known and found.member in readers:
            _offer(connection, one, found, known[found.practice], readers[found.member], constants, now)
    for rest in part.decided:
        if isinstance(rest, Rest):
            _let_rest(connection, one, rest, now)


def _offer(
    connection: Connection,
    one: Pass,
    found: Opportunity,
    practice: Titled,
    reader: Addressee,
    constants: Constants,
    now: datetime,
) -> None:
    name = nudges.add(connection, one.organisation_id, found, one.day, constants)
    if name is None or found.held:
        return
    if found.sort is Sort.news:
        saying = words.news(found.message, practice, reader)
    else:
        story = found.message.kind is Kind.story
        peer = nudges.peer(connection, found.practice, reader.job) if story else None
        saying = words.offer(name, found.message, practice, reader, peer)
    once = once_of(name)
    tell(connection, found.member, saying, once=once, lane=Lane.nudge, now=now, not_before=found.at)


def _let_rest(connection: Connection, one: Pass, rest: Rest, now: datetime) -> None:
    """Note that less will come, and say so once; who gets hardly anything more is not written to about it."""
    nudges.rest(connection, one.organisation_id, rest)
    if not rest.over and not rest.held:
        deliveries.queue(
            connection,
            rest.member,
            payload=to_payload(words.less(rest)),
            once=f"nudge:less:{one.day}:{rest.member}",
            lane=Lane.nudge,
            now=now,
            not_before=rest.at,
        )


def _begin(connection: Connection, one: Pass, people: int, constants: Constants, now: datetime) -> None:
    """Before the first one: say how it is measured, and what cannot be found with so few people.

    By fives and from ten on: an exact number would tell, in a small group, that one of them wants none.
    """
    several = at_least(people, constants)
    held = round(several * constants.hold_out.share)
    rise = round(100 * smallest_found(USUAL_SHARE, several - held, held))
    if not nudges.begin(connection, one.organisation_id, several, held, rise, now):
        return
    said = say("nudges-begun", people=several, rise=rise)
    for member in members.with_roles(connection, one.organisation_id, COORDINATORS):
        once = f"nudges-begun:{one.organisation_id}:{member.id}"
        tell(connection, member.id, said, once=once, lane=Lane.answer, now=now)
