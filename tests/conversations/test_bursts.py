"""Votes that may not be meant as votes weigh less, and what comes at once is looked at first."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from domain.peers.manipulation import Because
from domain.people import Role
from handlers.bursts import LetCount
from handlers.kit.buttons import encode
from handlers.kit.doors import NotUseful, Useful
from storage import members, organisations, practices
from storage.practices import Ballot
from storage.tables import bursts
from storage.tables import practices as rows
from tests.conversations.test_trials import days_later
from tests.stage import Person, Stage


@pytest.fixture
def teams(stage: Stage) -> tuple[int, int]:
    """Two teams of one employer."""
    with stage.database.transaction() as connection:
        employer = organisations.add_employer(connection, stage.organisation.id, "Gemeente")
        east, west = (
            organisations.add_team(connection, stage.organisation.id, name, employer.id).id
            for name in ("Oost", "West")
        )
    return east, west


@pytest.fixture
def anna(stage: Stage, teams: tuple[int, int]) -> Person:
    return stage.person("Anna", team_id=teams[0])


@pytest.fixture
def carla(stage: Stage) -> Person:
    return stage.person("Carla", Role.coordinator)


def people(stage: Stage, many: int, team: int | None, mark: str = "Collega") -> list[Person]:
    return [stage.person(f"{mark} {number}", team_id=team) for number in range(many)]


def vote(card: str, *who: Person) -> None:
    for person in who:
        person.presses(encode(Useful(card, "")))


def row(stage: Stage, card: str) -> Any:
    with stage.database.reading() as connection:
        return connection.execute(sa.select(rows).where(rows.c.public_id == card)).one()


def ballot(stage: Stage, card: str) -> Ballot:
    with stage.database.reading() as connection:
        found = practices.ballot_of(connection, row(stage, card).id)
    assert found is not None
    return found


def names_of_bursts(stage: Stage) -> list[str]:
    with stage.database.reading() as connection:
        return list(connection.execute(sa.select(bursts.c.public_id).order_by(bursts.c.id)).scalars())


def asked(stage: Stage, coordinator: Person) -> int:
    stage.jobs()
    stage.catch_up()
    return sum("bijna tegelijk handig" in seen.text for seen in coordinator.chat)


def test_votes__of_the_makers_team_and_of_coordinators_weigh_less_and_are_shown_as_many(
    stage: Stage, teams: tuple[int, int], anna: Person, carla: Person
) -> None:
    card = stage.practice(anna, "Koffie op de trap")
    voters = [*people(stage, 4, teams[0]), stage.person("Els", team_id=teams[1]), carla]
    stage.later(days=10)
    for one in voters:
        stage.later(hours=1)
        vote(card, one)
    assert row(stage, card).useful == 6
    assert row(stage, card).weight == pytest.approx(3 * 0.5 + 0.25 + 1)
    reasons = [one.because for one in ballot(stage, card).weighed()]
    assert reasons[0] == (Because.same_team,)
    assert reasons[-1] == (Because.not_counted,)


def test_votes__of_a_new_account_that_did_nothing_weigh_less(stage: Stage, anna: Person) -> None:
    card = stage.practice(anna, "Koffie op de trap")
    stage.later(days=10)
    bob, dirk = stage.person("Bob"), stage.person("Dirk")
    dirk.says("hoe help ik iemand met schulden en post")
    vote(card, bob, dirk)
    assert [one.weight for one in ballot(stage, card).weighed()] == [0.5, 1.0]


def test_votes__of_two_who_keep_voting_for_each_other_weigh_less(
    stage: Stage, anna: Person, teams: tuple[int, int]
) -> None:
    bob = stage.person("Bob", team_id=teams[1])
    hers = [stage.practice(anna, f"Kaart van haar {number}") for number in range(2)]
    his = [stage.practice(bob, f"Kaart van hem {number}") for number in range(2)]
    stage.later(days=10)
    for mine, theirs in zip(hers, his, strict=True):
        vote(mine, bob)
        vote(theirs, anna)
    assert row(stage, his[0]).weight == 1
    assert row(stage, his[1]).weight == 0.25


def test_burst__is_held_and_counts_when_a_coordinator_says_so(
    stage: Stage, teams: tuple[int, int], anna: Person, carla: Person
) -> None:
    card = stage.practice(anna, "Koffie op de trap")
    voters = people(stage, 6, teams[1])
    stage.later(days=10)
    untouched = row(stage, card).worth
    vote(card, *voters)
    assert row(stage, card).useful == 6
    assert row(stage, card).weight == 0
    assert row(stage, card).worth <= untouched
    assert asked(stage, carla) == 1
    assert asked(stage, anna) == 0
    assert "Collega" not in carla.screen()
    counted = carla.taps("Laat ze meetellen")
    assert counted is not None
    assert "tellen mee" in counted.text
    assert row(stage, card).weight == 6
    carla.taps("Tel ze niet mee")
    assert row(stage, card).weight == 0
    stage.later(days=30)
    stage.jobs()
    assert row(stage, card).weight == 0
    carla.taps("Laat ze meetellen")
    assert row(stage, card).weight == 6
    log = carla.says("/logboek")
    assert log is not None
    assert log.text.count("stemmen") == 3
    assert "Collega" not in log.text


def test_burst__counts_after_two_days_when_nobody_decides(
    stage: Stage, teams: tuple[int, int], anna: Person, carla: Person
) -> None:
    card = stage.practice(anna, "Koffie op de trap")
    voters = people(stage, 5, teams[1])
    stage.later(days=10)
    vote(card, *voters)
    assert asked(stage, carla) == 1
    stage.later(hours=47)
    stage.jobs()
    assert row(stage, card).weight == 0
    stage.later(hours=2)
    stage.jobs()
    assert row(stage, card).weight == 5


def test_burst__that_grows_is_one_question_and_what_comes_after_the_answer_another(
    stage: Stage, teams: tuple[int, int], anna: Person, carla: Person
) -> None:
    card = stage.practice(anna, "Koffie op de trap")
    voters = people(stage, 12, teams[1])
    stage.later(days=10)
    vote(card, *voters[:7])
    assert asked(stage, carla) == 1
    assert len(names_of_bursts(stage)) == 1
    carla.taps("Laat ze meetellen")
    assert row(stage, card).weight == 7
    stage.later(minutes=2)
    vote(card, *voters[7:])
    assert row(stage, card).weight == 7
    assert len(names_of_bursts(stage)) == 2


def test_burst__leaves_what_the_maker_sees_as_it_is(
    stage: Stage, teams: tuple[int, int], anna: Person, carla: Person
) -> None:
    card = stage.practice(anna, "Koffie op de trap")
    voters = people(stage, 6, teams[1])
    stage.later(days=10)
    vote(card, *voters)
    before = anna.says("/bijdrage")
    assert before is not None
    assert asked(stage, carla) == 1
    carla.taps("Tel ze niet mee")
    after = anna.says("/bijdrage")
    assert after is not None
    assert after.text == before.text
    days_later(stage, 5)
    assert not anna.sees("tegelijk")


def test_burst__is_not_for_the_maker_nor_for_another_organisation_to_decide(
    stage: Stage, teams: tuple[int, int]
) -> None:
    maker = stage.person("Maker", Role.coordinator)
    card = stage.practice(maker, "Koffie op de trap")
    voters = people(stage, 6, teams[1])
    stage.later(days=10)
    vote(card, *voters)
    (name,) = names_of_bursts(stage)
    assert asked(stage, maker) == 0
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    elsewhere = stage.person("Dora", Role.coordinator)
    heard = {
        seen.text
        for seen in (
            maker.presses(encode(LetCount(name, True))),
            elsewhere.presses(encode(LetCount(name, True))),
            elsewhere.presses(encode(LetCount("z" * 12, True))),
        )
        if seen is not None
    }
    assert len(heard) == 1
    assert row(stage, card).weight == 0


def test_votes__that_are_taken_back_are_weighed_again_and_of_who_leaves_the_number_stays(
    stage: Stage, teams: tuple[int, int], anna: Person
) -> None:
    card = stage.practice(anna, "Koffie op de trap")
    voters = people(stage, 3, teams[1])
    stage.later(days=10)
    vote(card, *voters)
    assert row(stage, card).weight == 3
    voters[0].presses(encode(NotUseful(card, "")))
    assert (row(stage, card).useful, row(stage, card).weight) == (2, 2)
    voters[1].says("/stop")
    voters[1].taps("Wis mijn gegevens")
    voters[1].taps("Ja, wis alles")
    stage.finish_erasing()
    assert (row(stage, card).useful, row(stage, card).weight) == (2, 2), "of who left the number stays"
    with stage.database.reading() as connection:
        left = members.by_id(connection, voters[2].member_id)
    assert left is not None
