"""Merging: distinct voters stay as many, nothing is lost, and it can be taken back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa

from domain.people import Member, Role
from domain.practices import Practice, PracticeState
from storage import leaving, members, moderation, practices
from storage.tables import dismissals, votes
from tests.stage import Person, Stage


def member(stage: Stage, person: Person) -> Member:
    with stage.database.reading() as connection:
        found = members.by_id(connection, person.member_id)
    assert found is not None
    return found


def seen(stage: Stage, person: Person, name: str) -> Practice:
    with stage.database.reading() as connection:
        found = practices.by_public_id(connection, member(stage, person), name)
    assert found is not None
    return found


def votes_for(stage: Stage, name: str, *people: Person) -> None:
    for person in people:
        with stage.database.transaction() as connection:
            practices.vote(connection, seen(stage, person, name), member(stage, person), stage.now)


def merges(stage: Stage, by: Person, double: str, kept: str) -> bool:
    one, other = seen(stage, by, double), seen(stage, by, kept)
    with stage.database.transaction() as connection:
        return moderation.merge(connection, one, other, stage.now)


def voters(stage: Stage, practice_id: int) -> list[int]:
    query = sa.select(votes.c.member_id).where(votes.c.practice_id == practice_id).order_by(votes.c.member_id)
    with stage.database.reading() as connection:
        return list(connection.execute(query).scalars())


def test_merge__keeps_the_number_of_distinct_voters_and_gives_nobody_a_vote_for_their_own(
    stage: Stage,
) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    dirk, els, fred = stage.person("Dirk"), stage.person("Els"), stage.person("Fred")
    double, kept = stage.practice(anna, "Samen bellen"), stage.practice(bob, "Bellen met elkaar")
    votes_for(stage, double, bob, dirk, els)
    votes_for(stage, kept, els, fred)
    before = seen(stage, carla, double)
    assert merges(stage, carla, double, kept)
    after = seen(stage, carla, kept)
    assert after.useful == 3
    assert set(voters(stage, after.id)) == {dirk.member_id, els.member_id, fred.member_id}
    assert set(voters(stage, before.id)) == {bob.member_id, els.member_id}


def test_merged_practice__is_answered_by_the_one_that_was_kept_in_the_end(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    first, second, third = (stage.practice(anna, title) for title in ("Een", "Twee", "Drie"))
    assert merges(stage, carla, first, second)
    assert merges(stage, carla, second, third)
    assert seen(stage, anna, first).parts.title == "Drie"


def test_unmerge__gives_back_what_came_from_it_and_nothing_else(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    dirk, els = stage.person("Dirk"), stage.person("Els")
    double, kept = stage.practice(anna, "Samen bellen"), stage.practice(bob, "Bellen met elkaar")
    votes_for(stage, double, dirk, els)
    votes_for(stage, kept, els)
    assert merges(stage, carla, double, kept)
    with stage.database.transaction() as connection:
        assert moderation.unmerge(connection, stage.organisation.id, double) is not None
        assert moderation.unmerge(connection, stage.organisation.id, double) is None
    assert seen(stage, carla, double).useful == 2
    assert seen(stage, carla, kept).useful == 1
    assert seen(stage, carla, double).state is PracticeState.published


def test_unmerge__does_not_show_what_was_hidden(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    double, kept = stage.practice(anna, "Samen bellen"), stage.practice(anna, "Bellen met elkaar")
    with stage.database.transaction() as connection:
        practices.set_state(connection, seen(stage, carla, double), PracticeState.hidden, stage.now)
    assert merges(stage, carla, double, kept)
    with stage.database.transaction() as connection:
        moderation.unmerge(connection, stage.organisation.id, double)
    assert seen(stage, carla, double).state is PracticeState.hidden


def test_dismissal__moves_along_once(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    double, kept = stage.practice(anna, "Samen bellen"), stage.practice(anna, "Bellen met elkaar")
    for name in (double, kept):
        with stage.database.transaction() as connection:
            practices.dismiss(connection, seen(stage, bob, name), member(stage, bob), stage.now)
    with stage.database.transaction() as connection:
        practices.dismiss(connection, seen(stage, carla, double), member(stage, carla), stage.now)
    assert merges(stage, carla, double, kept)
    with stage.database.reading() as connection:
        query = sa.select(dismissals.c.member_id).where(
            dismissals.c.practice_id == seen(stage, carla, kept).id
        )
        assert set(connection.execute(query).scalars()) == {bob.member_id, carla.member_id}


def test_merging_both_ways_at_once__keeps_one_of_the_two(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    one, other = stage.practice(anna, "Samen bellen"), stage.practice(anna, "Bellen met elkaar")
    pair = seen(stage, carla, one), seen(stage, carla, other)

    def merge(order: tuple[Practice, Practice]) -> bool:
        with stage.database.transaction() as connection:
            return moderation.merge(connection, *order, stage.now)

    with ThreadPoolExecutor(4) as threads:
        done = list(threads.map(merge, [pair, pair[::-1]] * 4))
    assert done.count(True) == 1
    with stage.database.reading() as connection:
        assert len(practices.on_show(connection, member(stage, carla))) == 1


def test_maker_who_takes_everything_along__leaves_what_gave_way_to_it(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    double, kept = stage.practice(anna, "Samen bellen"), stage.practice(bob, "Bellen met elkaar")
    votes_for(stage, double, carla)
    assert merges(stage, carla, double, kept)
    with stage.database.transaction() as connection:
        leaving.begin(connection, member(stage, bob), keep_practices=False, now=stage.now)
    stage.finish_erasing()
    assert seen(stage, carla, double).parts.title == "Samen bellen"
    assert seen(stage, carla, double).useful == 1
