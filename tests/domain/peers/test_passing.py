"""A pass: whose day it is, who is left out, who rests, what makers hear, and what is in a digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from domain.delivery import Lane
from domain.peers.constants import constants_with
from domain.peers.evidence import Outcome
from domain.peers.facts import Card, Earlier, Facts, History, Opportunity, Rest, Someone, Sort, Try
from domain.peers.fit import Context
from domain.peers.holdout import is_held
from domain.peers.moments import moment_of, moments_of
from domain.peers.nudges import Kind
from domain.peers.passing import decisions, has_given_up, picks
from domain.rhythm import Habits, Sent

ZONE = ZoneInfo("Europe/Amsterdam")
DEBT = Context("debt")
TUESDAY = datetime(2026, 11, 24, 11, 30, tzinfo=ZONE)
MAKER = 900


def ago(days: float) -> datetime:
    return TUESDAY - timedelta(days=days)


def someone(number: int, rhythm: str = "weekly", **changed: object) -> Someone:
    return replace(Someone(number, f"person {number}", DEBT, ("debt",), Habits(rhythm=rhythm)), **changed)  # type: ignore[arg-type]


def facts(*people: Someone, cards: int = 4, **changed: object) -> Facts:
    made = [Card(number, MAKER + number, "debt", DEBT, ago(100)) for number in range(cards)]
    return replace(Facts("secret", people, made, [], {}, {}, {}), **changed)  # type: ignore[arg-type]


def decided(
    known: Facts, histories: dict[int, History] | None = None, now: datetime = TUESDAY
) -> list[Opportunity | Rest]:
    moments = {one.number: now + timedelta(hours=1) for one in known.people if one.may}
    chance = np.random.default_rng(1)
    return list(decisions(known, histories or {}, moments, now, chance))


def free(many: int, start: int = 0) -> list[Someone]:
    """Return people whom chance does not leave out now."""
    everybody = (someone(number) for number in range(start, start + 10 * many + 10))
    return [one for one in everybody if not is_held(one.name, "secret", TUESDAY)][:many]


# --- whose day it is ----------------------------------------------------------------------------------


def days_of(one: Someone) -> list[int]:
    monday = datetime(2026, 11, 23, 9, tzinfo=ZONE)
    return [day for day in range(7) if moment_of(one, "secret", monday + timedelta(days=day))]


def test_day__is_the_first_and_the_last_for_who_chose_two_and_one_of_three_for_who_chose_one() -> None:
    assert days_of(someone(1, "twice")) == [1, 3]
    assert [days_of(someone(number)) for number in range(3)] == [[1], [2], [3]]


def test_day__is_a_working_day_and_none_on_leave_or_on_a_holiday() -> None:
    part_time = Habits(days=frozenset({0, 2, 4}), rhythm="twice")
    assert days_of(someone(1, habits=part_time)) == [2]
    assert days_of(someone(1, habits=Habits(days=frozenset({0, 4}), rhythm="twice"))) == []
    assert days_of(someone(1, habits=Habits(paused_until=date(2026, 12, 1), rhythm="twice"))) == []
    christmas = datetime(2026, 12, 25, 9, tzinfo=ZONE)
    assert moment_of(someone(1, "twice"), "secret", christmas) is None


def test_day__of_an_organisation_that_wants_nothing_unasked_is_nobodys() -> None:
    assert moments_of(facts(someone(1, "twice")), TUESDAY, constants_with({"caps.week": 0})) == {}


def test_moment__is_in_ones_hours_around_lunch_or_the_end_of_the_day_and_not_all_at_one_minute() -> None:
    people = [someone(number, "twice") for number in range(400)]
    moments = moments_of(facts(*people), TUESDAY)
    clocks = [one.astimezone(ZONE).time() for one in moments.values()]
    assert len(moments) == 400
    assert all(time(11, 55) <= at <= time(12, 35) or time(15, 25) <= at <= time(16, 5) for at in clocks)
    assert 120 < sum(at < time(13) for at in clocks) < 280
    assert len(set(clocks)) > 40
    mornings = Habits(start=time(8), end=time(12, 36), rhythm="twice")
    early = moments_of(facts(*(someone(number, habits=mornings) for number in range(50))), TUESDAY)
    assert len(early) == 50
    assert all(one.astimezone(ZONE).time() < time(12, 36) for one in early.values())


def test_moment__that_has_passed_is_not_made_up_for() -> None:
    late = TUESDAY.replace(hour=16, minute=6)
    assert moment_of(someone(1, "twice"), "secret", late) is None


# --- who is offered what ------------------------------------------------------------------------------


def test_fifth__is_left_out_by_chance_and_decided_on_all_the_same() -> None:
    people = [someone(number) for number in range(1000)]
    many = [Card(number, MAKER + number, "debt", DEBT, ago(100)) for number in range(400)]
    found = decided(replace(facts(*people), cards=many))
    offers = [one for one in found if isinstance(one, Opportunity)]
    assert len(offers) == 1000
    assert 150 < sum(one.held for one in offers) < 250
    assert all(one.held == is_held(f"person {one.member}", "secret", TUESDAY) for one in offers)


def test_left_out__is_as_likely_to_be_chosen_for_and_takes_no_room_in_the_shares() -> None:
    """Of one practice by one maker five may go out; else the two kinds of people would differ by theme."""
    people = [someone(number) for number in range(300)]
    known, moments = facts(*people, cards=1), {one.number: TUESDAY + timedelta(hours=1) for one in people}
    held = sent = 0
    for seed in range(40):
        found = list(decisions(known, {}, moments, TUESDAY, np.random.default_rng(seed)))
        offers = [one for one in found if isinstance(one, Opportunity)]
        assert sum(not one.held for one in offers) == 5
        held += sum(one.held for one in offers)
        sent += 5
    assert 0.12 < held / (held + sent) < 0.28


def ignored(many: int, every: float = 8) -> tuple[Earlier, ...]:
    return tuple(Earlier(90 + number, ago(every * (number + 1))) for number in range(many))


@pytest.mark.parametrize(
    ("history", "over"),
    [
        (History(ignored(3)), False),
        (History(ignored(5)), False),
        (History(ignored(6)), True),
        (History(ignored(6), told_at=ago(20)), True),
    ],
)
def test_ignored__three_is_said_once_and_six_ends_it(history: History, over: bool) -> None:
    (one,) = free(1)
    (rest,) = decided(facts(one), {one.number: history})
    assert isinstance(rest, Rest)
    assert (rest.over, rest.ignored, rest.held) == (over, len(history.nudges), False)


def test_ignored__is_said_when_there_is_room_for_it_and_not_lost_when_there_is_none() -> None:
    (one,) = free(1)
    full = (Sent(Lane.broadcast, ago(0.9)), Sent(Lane.round, ago(3)))
    assert decided(facts(one), {one.number: History(ignored(3), sent=full)}) == []
    (rest,) = decided(facts(one), {one.number: History(ignored(3), sent=())})
    assert isinstance(rest, Rest)


def test_ignored__that_was_said_goes_on_at_half_the_pace() -> None:
    (one,) = free(1)
    soon = History(ignored(3, 7.5), told_at=ago(1))
    later = History(ignored(3, 15), told_at=ago(1))
    assert decided(facts(one), {one.number: soon}) == []
    assert len(decided(facts(one), {one.number: later})) == 1


def test_doing_something__starts_anew() -> None:
    (one,) = free(1)
    history = History(ignored(6), told_at=ago(30), gave_up_at=ago(2))
    assert decided(facts(one), {one.number: history}) == []
    assert has_given_up(history, None)
    awake = facts(one, started={one.number: ago(1)})
    assert not has_given_up(history, ago(1))
    (offer,) = decided(awake, {one.number: history})
    assert isinstance(offer, Opportunity)


def test_left_out__is_never_taken_for_ignoring() -> None:
    (one,) = free(1)
    history = History(tuple(replace(each, held=True) for each in ignored(6)))
    (offer,) = decided(facts(one), {one.number: history})
    assert isinstance(offer, Opportunity)


def test_offer__is_not_what_one_knows_already() -> None:
    (one,) = free(1)
    tried = [Try(0, one.number, ago(50), Outcome.worked)]
    history = History((Earlier(1, ago(10), tapped=True),), closed=frozenset({2}))
    for _ in range(5):
        (offer,) = decided(facts(one, tries=tried), {one.number: history})
        assert isinstance(offer, Opportunity)
        assert offer.practice == 3


def test_maker__hears_what_it_changed_and_not_twice() -> None:
    (one,) = free(1)
    cards = [Card(0, one.number, "debt", DEBT, ago(100))]
    tries = [Try(0, 700 + number, ago(3), Outcome.worked) for number in range(3)]
    known = facts(one, cards=0, tries=tries)
    known = replace(known, cards=cards)
    (news,) = decided(known)
    assert isinstance(news, Opportunity)
    assert (news.sort, news.message.kind, news.message.adopters) == (Sort.news, Kind.impact, 3)
    told = History((Earlier(0, ago(2), Sort.news),))
    assert decided(known, {one.number: told}) == []
    assert decided(replace(known, tries=tries[:2])) == []


def test_failure__of_ones_own_takes_the_norm_away_for_two_weeks() -> None:
    (reader,) = free(1)
    others = [someone(number, may=False) for number in range(2000, 2020)]
    tries = [Try(0, one.number, ago(60), Outcome.worked) for one in others[:15]]
    started = {one.number: ago(1) for one in others}
    cards = [Card(0, None, "debt", DEBT, ago(100))]
    known = replace(facts(reader, *others, tries=tries, started=started), cards=cards)
    (told,) = decided(known)
    assert isinstance(told, Opportunity)
    assert told.message.kind is Kind.majority
    assert (told.message.adopters, told.message.active) == (15, 20)
    failed = replace(known, tries=[*tries, Try(77, reader.number, ago(13), Outcome.did_not)])
    (told,) = decided(failed)
    assert isinstance(told, Opportunity)
    assert told.message.kind is Kind.new


def test_group__of_nine_active_people_is_not_spoken_of() -> None:
    (reader,) = free(1)
    others = [someone(number, may=False) for number in range(2000, 2009)]
    known = replace(
        facts(
            reader,
            *others,
            tries=[Try(0, one.number, ago(1), Outcome.worked) for one in others],
            started={one.number: ago(1) for one in [reader, *others]},
        ),
        cards=[Card(0, None, "debt", DEBT, ago(100))],
    )
    (told,) = decided(known)
    assert isinstance(told, Opportunity)
    assert told.message.kind is Kind.new


def test_organisation__without_anything_to_offer_offers_nothing() -> None:
    assert decided(replace(facts(*free(3)), cards=[])) == []


# --- the digest ---------------------------------------------------------------------------------------


def test_digest__has_what_fits_and_what_came_since_the_last_one() -> None:
    one = someone(1, "digest")
    cards = [Card(number, MAKER + number, "debt", DEBT, ago(days)) for number, days in enumerate((100, 8, 3))]
    known = replace(facts(one), cards=cards)
    for seed in range(20):
        found = picks(known, {}, [1], ago(7), TUESDAY, np.random.default_rng(seed))[1]
        assert found.new == 2
        assert found.fits in (0, 1), "what is new is not also what fits, or the other one would be left out"
    seen = History((Earlier(2, ago(7), Sort.digest),))
    found = picks(known, {1: seen}, [1], ago(7), TUESDAY, np.random.default_rng(1))[1]
    assert found.new is None
    assert found.fits in (0, 1)
    assert picks(replace(known, cards=[]), {}, [1], ago(7), TUESDAY, np.random.default_rng(1)) == {}
