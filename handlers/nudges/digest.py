"""The weekly digest: what fits, what is new, what was done; and silence when that is too little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.delivery import Lane
from domain.peers.backoff import WEEK
from domain.peers.constants import Constants
from domain.peers.digest import Digest, digest
from domain.peers.facts import Facts, History
from domain.peers.passing import has_given_up, picks
from handlers.kit import Say, Tap, Text, tap, tell, text
from handlers.kit.doors import ShowPractice
from handlers.nudges.offering import DIGEST, PART, WANTED, chance_of, facts_of
from handlers.nudges.words import title_of
from storage import nudges, nudging, numbers, passing
from storage.database import Connection
from storage.nudges import Addressee, Pass, Titled
from storage.passing import Loop

CHOSEN = "digest"


@dataclass(frozen=True)
class Digests:
    """Some of the digests of one day, with what was done with people's input."""

    of: Pass
    found: Mapping[int, Digest]
    loops: Mapping[int, Loop]
    last: bool = False


def plan_digests(connection: Connection, now: datetime) -> Iterable[Digests]:
    """Put together the digest of everybody who chose it, and seldom of who hardly gets anything else."""
    for one in nudges.passes(connection, DIGEST):
        facts = facts_of(connection, one, (CHOSEN, *WANTED), now)
        if facts is not None:
            constants = numbers.of(connection, one.organisation_id)
            yield from _plan(connection, one, facts, constants, now)
        yield Digests(one, {}, {}, last=True)


def _plan(
    connection: Connection, one: Pass, facts: Facts, constants: Constants, now: datetime
) -> Iterable[Digests]:
    who = [person.number for person in facts.people if person.may and person.themes]
    histories = passing.histories(connection, who, now, constants)
    weekly = {person.number for person in facts.people if person.may and person.habits.rhythm == CHOSEN}
    seldom = {
        number
        for number in who
        if number not in weekly and _is_time(facts, histories, number, constants, now)
    }
    chance = chance_of(facts, one)
    for people, span in ((weekly, WEEK), (seldom, timedelta(weeks=constants.caps.give_up_weeks))):
        since = now - span
        picked = picks(facts, histories, people, since, now, chance, constants) if people else {}
        loops = passing.loops(connection, sorted(people), since)
        followers = _followers(facts, since)
        found = {}
        for number in sorted({*picked, *loops}):
            chosen = picked.get(number)
            made = digest(
                fits=chosen.fits if chosen else None,
                new=chosen.new if chosen else None,
                question=None,
                loop=loops[number].round_id if number in loops else None,
                impact=followers[number],
                constants=constants,
            )
            if made is not None:
                found[number] = made
        numbered = list(found)
        for start in range(0, len(numbered), PART):
            some = numbered[start : start + PART]
            yield Digests(one, {number: found[number] for number in some}, loops)


def _is_time(
    facts: Facts, histories: Mapping[int, History], number: int, constants: Constants, now: datetime
) -> bool:
    """Tell whether this is the week for somebody who gets hardly anything any more."""
    history = histories.get(number)
    if history is None or not has_given_up(history, facts.started.get(number)):
        return False
    assert history.gave_up_at is not None
    weeks = (now - history.gave_up_at) // WEEK
    return weeks > 0 and weeks % int(constants.caps.give_up_weeks) == 0


def _followers(facts: Facts, since: datetime) -> Counter[int]:
    """Count who tried what each maker shared, since then."""
    makers = {card.number: card.maker for card in facts.cards}
    return Counter(
        maker
        for one in facts.tries
        if one.at >= since and (maker := makers.get(one.practice)) is not None and maker != one.member
    )


def send_digests(connection: Connection, now: datetime, part: Digests) -> None:
    """Write down what a digest offers, and send it."""
    one = part.of
    if part.last:
        nudges.close_pass(connection, one, now)
        return
    if not nudging.ready(connection, one.organisation_id, now):
        return
    wanted = {
        number for made in part.found.values() for number in (made.fits, made.new) if number is not None
    }
    known = nudges.titles(connection, one.organisation_id, wanted)
    readers = nudges.addressees(connection, part.found)
    for number, made in part.found.items():
        if number not in readers or not {made.fits, made.new} - {None} <= set(known):
            continue
        if made.fits is not None:
            nudges.add_digest(connection, one.organisation_id, number, made.fits, one.day, now)
        saying = _say(made, known, readers[number], part.loops.get(number))
        tell(connection, number, saying, once=f"digest:{one.day}:{number}", lane=Lane.digest, now=now)


def _say(made: Digest, known: Mapping[int, Titled], reader: Addressee, loop: Loop | None) -> Say:
    lines: list[Text] = [text("digest-head")]
    taps: list[Tap] = []
    for key, number in (("fits", made.fits), ("new", made.new)):
        if number is not None:
            place = len(taps) + 1
            lines.append(text(f"digest-{key}", number=place, title=title_of(known[number], reader)))
            taps.append(tap("digest-see", ShowPractice(known[number].public_id), number=place))
    if made.loop is not None and loop is not None:
        lines.append(text("digest-loop", words=loop.words))
    if made.impact:
        lines.append(text("digest-impact", count=made.impact))
    return Say(tuple(lines), tuple(taps))
