"""What nudging came to, what would end it, and what is forgotten of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count

import pytest
import sqlalchemy as sa

from domain.peers.evidence import Outcome
from domain.peers.facts import Opportunity
from domain.peers.holdout import Verdict, period
from domain.peers.nudges import Kind, Message, Scope
from domain.peers.stopping import Reason, reasons_to_stop
from domain.people import Member
from domain.practices import Attribution, Practice, Visibility
from handlers.kit import Kind as Came
from handlers.kit.buttons import encode
from handlers.kit.doors import Leave, ShowPractice
from handlers.leave import EraseNow
from storage import audit, members, nudges, nudging, opt_outs, practices, trials
from storage.opt_outs import OptOut
from storage.practices import NewPractice
from storage.standings import in_the_middle
from storage.tables import dismissals, views
from storage.tables import members as member_rows
from storage.tables import nudges as rows
from storage.tables import opt_outs as opted
from tests.stage import Person, Stage

PERIOD = timedelta(days=56)
OFFER = Message(Kind.new)
days = count()


@pytest.fixture
def card(stage: Stage) -> Practice:
    """A practice that Bob shared."""
    bob = stage.person("Bob")
    name = stage.practice(bob, "Drie stapels post")
    with stage.database.reading() as connection:
        found = practices.by_public_id(connection, member(connection, bob), name)
    assert found is not None
    return found


def member(connection: sa.Connection, person: Person) -> Member:
    found = members.by_id(connection, person.member_id)
    assert found is not None
    return found


def start_of_period(stage: Stage) -> datetime:
    """Return a moment shortly after a period began, so that all of it is still to come."""
    ordinal = period(stage.now) * 56
    return datetime.combine(date.fromordinal(ordinal + 1), datetime.min.time(), stage.now.tzinfo)


def offer(
    connection: sa.Connection,
    who: Member,
    card: Practice,
    at: datetime,
    *,
    held: bool = False,
    message: Message = OFFER,
) -> str:
    one = Opportunity(who.id, card.id, message, at, held)
    name = nudges.add(connection, who.organisation_id, one, at.date() + timedelta(days=next(days)))
    assert name is not None
    return name


def crowd(stage: Stage, many: int) -> list[Member]:
    people = [stage.person(f"Collega {number}") for number in range(many)]
    with stage.database.reading() as connection:
        return [member(connection, one) for one in people]


def test_pull__counts_everybody_once_in_a_period_by_whatever_they_tried(stage: Stage, card: Practice) -> None:
    """Ten were sent something and six of them tried, ten were left out and one of them did."""
    people, start = crowd(stage, 20), start_of_period(stage)
    stage.now = start + timedelta(days=50)
    with stage.database.transaction() as connection:
        for number, one in enumerate(people):
            for late in range(3):
                offer(connection, one, card, start + timedelta(days=7 * late), held=number >= 10)
            if number < 6 or number == 10:
                trials.tell(connection, card, one, Outcome.did_not, start + timedelta(days=30))
        found = nudges.pull(connection, card.organisation_id, stage.now)
    assert (found.opportunities, found.sent, found.held) == (60, 30, 30)
    assert (found.difference.sent.did, found.difference.sent.of) == (6, 10)
    assert (found.difference.held.did, found.difference.held.of) == (1, 10)
    assert found.difference.verdict is Verdict.proven_higher


def test_pull__leaves_out_what_was_tried_before_and_in_another_period(stage: Stage, card: Practice) -> None:
    early, late = crowd(stage, 2)
    start = start_of_period(stage)
    stage.now = start + PERIOD + timedelta(days=10)
    with stage.database.transaction() as connection:
        for one in (early, late):
            offer(connection, one, card, start + timedelta(days=7))
        trials.tell(connection, card, early, Outcome.worked, start + timedelta(days=6))
        trials.tell(connection, card, late, Outcome.worked, start + timedelta(days=57))
        found = nudges.pull(connection, card.organisation_id, stage.now)
    assert (found.difference.sent.did, found.difference.sent.of) == (0, 2)
    assert found.difference.verdict is Verdict.too_few


def test_pull__of_two_periods_counts_a_person_twice_as_one_cluster(stage: Stage, card: Practice) -> None:
    (one,) = crowd(stage, 1)
    start = start_of_period(stage)
    stage.now = start + 2 * PERIOD - timedelta(days=3)
    with stage.database.transaction() as connection:
        offer(connection, one, card, start)
        offer(connection, one, card, start + PERIOD, held=True)
        trials.tell(connection, card, one, Outcome.worked, start + PERIOD + timedelta(days=1))
        found = nudges.pull(connection, card.organisation_id, stage.now)
    assert (found.difference.sent.of, found.difference.held.of) == (1, 1)
    assert (found.difference.sent.did, found.difference.held.did) == (0, 1)


def test_middle__is_compared_without_who_was_new_or_ahead_when_the_period_began(
    stage: Stage, card: Practice
) -> None:
    """The worked example: nine of thirty who were sent something tried, four of thirty who were left out."""
    people, begin = crowd(stage, 62), start_of_period(stage) + PERIOD
    end = begin - timedelta(days=1) + PERIOD
    new, ahead, middle = people[0], people[1], people[2:]
    with stage.database.transaction() as connection:
        long = begin - timedelta(days=400)
        connection.execute(sa.update(member_rows).values(joined_at=long))
        members.change(connection, new.id, joined_at=begin - timedelta(days=9))
        names = [
            share(connection, card, f"Aanpak {number}", begin - timedelta(days=170)) for number in range(3)
        ]
        for one in people:
            members.follow(connection, one, "debt")
            for number, name in enumerate(names):
                tell(connection, one, name, begin - timedelta(days=150 - 10 * number))
        for name in names:
            tell(connection, ahead, name, begin - timedelta(days=2))
        for one in people:
            offer(connection, one, card, begin + timedelta(days=3), held=one in middle[30:] or one is ahead)
        for one in (*middle[:9], *middle[30:34], new, ahead):
            trials.tell(connection, card, one, Outcome.worked, begin + timedelta(days=20))
        assert in_the_middle(connection, card.organisation_id, begin) == {one.id for one in middle}
        found = nudges.middle_pull(connection, card.organisation_id, end)
        early = nudges.middle_pull(connection, card.organisation_id, begin)
    assert early is None
    assert found is not None
    assert (found.sent.did, found.sent.of, found.held.did, found.held.of) == (9, 30, 4, 30)
    assert found.verdict is Verdict.higher_not_proven


def share(connection: sa.Connection, like: Practice, title: str, at: datetime) -> Practice:
    """Let nobody that is known have shared something about debt."""
    parts = replace(like.parts, title=title)
    made = NewPractice(parts, "nl", ("debt",), Attribution.nobody, Visibility.organisation)
    number, _ = practices.add(connection, like.organisation_id, made, at)
    return replace(like, id=number, author_id=None)


def tell(connection: sa.Connection, one: Member, about: Practice, at: datetime) -> None:
    """Let somebody tell how it went, and again later the other way round."""
    before = trials.of(connection, about.id, one.id)
    outcome = Outcome.partly if before and before.outcome is Outcome.worked else Outcome.worked
    trials.tell(connection, about, one, outcome, at)


def test_pull__knows_what_was_said_beforehand_and_that_is_said_once(stage: Stage) -> None:
    organisation = stage.organisation.id
    with stage.database.transaction() as connection:
        assert nudges.begin(connection, organisation, 240, 48, 16, stage.now)
        assert not nudges.begin(connection, organisation, 10, 2, 99, stage.now + timedelta(days=1))
        found = nudges.pull(connection, organisation, stage.now)
    assert found.begun is not None
    assert (found.begun.people, found.begun.held, found.begun.rise) == (240, 48, 16)
    assert found.opportunities == 0


# --- harm ---------------------------------------------------------------------------------------------


def reasons(stage: Stage) -> tuple[Reason, ...]:
    with stage.database.reading() as connection:
        return reasons_to_stop(nudges.harm(connection, stage.organisation.id, stage.now))


def test_harm__three_who_stop_in_four_weeks_end_it_and_one_who_comes_back_does_not_count(
    stage: Stage,
) -> None:
    people = [stage.person(f"Collega {number}") for number in range(20)]
    for one in people[:3]:
        one.says("/stop")
    assert reasons(stage) == (Reason.stopped,)
    people[0].taps("Toch weer sturen")
    assert reasons(stage) == ()


def test_harm__who_leaves_or_blocks_counts_as_stopped_without_a_name(stage: Stage) -> None:
    people = [stage.person(f"Collega {number}") for number in range(10)]
    people[0].says("/stop")
    for one in people[:2]:
        one.presses(encode(Leave()))
        one.presses(encode(EraseNow(False)))
    people[2].says("", Came.gone)
    assert reasons(stage) == (Reason.stopped,)
    with stage.database.reading() as connection:
        kept = connection.execute(sa.select(opted.c.member_id, opted.c.kind)).all()
    assert sorted(row.member_id is None for row in kept) == [False, True, True]
    stage.later(days=29)
    assert reasons(stage) == ()


def test_harm__counts_from_the_last_start_on(stage: Stage) -> None:
    people = [stage.person(f"Collega {number}") for number in range(10)]
    for one in people[:3]:
        one.says("/stop")
    with stage.database.transaction() as connection:
        nudging.end(connection, stage.organisation.id, Reason.stopped, stage.now)
        stage.later(days=1)
        nudging.start(connection, stage.organisation.id, None, stage.now)
        assert audit.last(connection, stage.organisation.id, "nudging-started") is not None
    assert reasons(stage) == ()


def test_harm__less_counts_of_those_who_were_sent_something(stage: Stage, card: Practice) -> None:
    people = crowd(stage, 10)
    with stage.database.transaction() as connection:
        for one in people[:3]:
            opt_outs.note(connection, one, OptOut.less, stage.now)
        for one in people[3:]:
            offer(connection, one, card, stage.now)
        assert nudges.harm(connection, stage.organisation.id, stage.now).asked_less == 0
        for one in people[:3]:
            offer(connection, one, card, stage.now)
    assert reasons(stage) == (Reason.less,)


def test_harm__a_norm_about_nine_ends_it(stage: Stage, card: Practice) -> None:
    (one,) = crowd(stage, 1)
    with stage.database.transaction() as connection:
        offer(connection, one, card, stage.now, message=Message(Kind.some, Scope.job, 3, group=10))
    assert reasons(stage) == ()
    with stage.database.transaction() as connection:
        offer(connection, one, card, stage.now, message=Message(Kind.some, Scope.job, 3, group=9))
    assert reasons(stage) == (Reason.small_group,)


def test_harm__a_proven_loss_ends_it(stage: Stage, card: Practice) -> None:
    people, start = crowd(stage, 24), start_of_period(stage)
    stage.now = start + timedelta(days=20)
    with stage.database.transaction() as connection:
        for number, one in enumerate(people):
            offer(connection, one, card, start, held=number >= 12)
            if number >= 14:
                trials.tell(connection, card, one, Outcome.worked, start + timedelta(days=3))
    assert reasons(stage) == (Reason.effect,)


# --- answered, and forgotten --------------------------------------------------------------------------


def test_less__is_an_answer_to_what_was_sent_last(stage: Stage, card: Practice) -> None:
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        offer(connection, member(connection, anna), card, stage.now)
        offer(connection, member(connection, anna), card, stage.now, held=True)
    anna.says("/minder")
    with stage.database.reading() as connection:
        tapped = dict(connection.execute(sa.select(rows.c.held, rows.c.tapped_at)).all())
    assert tapped[False] is not None
    assert tapped[True] is None


def test_not_for_me__the_second_time_is_for_good(stage: Stage, card: Practice) -> None:
    anna = stage.person("Anna")

    def times() -> int:
        with stage.database.transaction() as connection:
            practices.dismiss(connection, card, member(connection, anna), stage.now)
            return int(connection.execute(sa.select(dismissals.c.times)).scalar_one())

    assert [times(), times()] == [1, 1]
    stage.later(days=91)
    assert [times(), times()] == [2, 2]


def test_view__of_what_is_new_is_kept_once_and_forgotten_when_it_is_not_new(
    stage: Stage, card: Practice
) -> None:
    anna = stage.person("Anna")
    for _ in range(2):
        anna.presses(encode(ShowPractice(card.public_id)))

    def seen() -> int:
        with stage.database.transaction() as connection:
            nudges.forget_old(connection, stage.now)
            return int(connection.execute(sa.select(sa.func.count()).select_from(views)).scalar_one())

    assert seen() == 1
    stage.later(days=29)
    assert seen() == 0
    anna.presses(encode(ShowPractice(card.public_id)))
    assert seen() == 0


def test_nudges__are_forgotten_after_half_a_year(stage: Stage, card: Practice) -> None:
    (one,) = crowd(stage, 1)
    with stage.database.transaction() as connection:
        offer(connection, one, card, stage.now)
        nudges.forget_old(connection, stage.now + timedelta(days=181))
        assert nudges.pull(connection, one.organisation_id, stage.now).opportunities == 1
        nudges.forget_old(connection, stage.now + timedelta(days=183))
        assert nudges.pull(connection, one.organisation_id, stage.now).opportunities == 0
