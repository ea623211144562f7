"""The page's own log: edits in place, older pages, and numbers that appear in their order."""

from __future__ import annotations

from domain.delivery import Lane
from domain.people import Member
from storage import deliveries, lines, members
from storage.database import Connection
from tests.stage import Person, Stage


def member_of(connection: Connection, person: Person) -> Member:
    """Return the member behind a person on the stage."""
    found = members.at_address(connection, "stage", person.name)
    assert found is not None
    return found


def test_page__shows_each_message_as_it_reads_now(stage: Stage) -> None:
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        member = member_of(connection, anna)
        first = lines.add(connection, member, payload={"n": 1}, now=stage.now)
        second = lines.add(connection, member, mine="hoi", now=stage.now)
        lines.add(connection, member, payload={"n": 2}, target=str(first), now=stage.now)
        lines.add(connection, member, payload={"n": 3}, target=str(first), now=stage.now)
        page = lines.page(connection, member.id)
        assert [(one.id, one.mine, one.payload) for one in page] == [
            (first, None, {"n": 3}),
            (second, "hoi", None),
        ]
        assert lines.now_at(connection, member.id, first) is not None
        assert lines.page(connection, member.id, before=second)[0].id == first
        assert lines.page(connection, member.id, before=first) == ()


def test_page__an_edit_of_what_is_gone_or_somebody_elses_stands_on_its_own(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    with stage.database.transaction() as connection:
        his = lines.add(connection, member_of(connection, bob), payload={"n": 1}, now=stage.now)
        member = member_of(connection, anna)
        edit = lines.add(connection, member, payload={"n": 2}, target=str(his), now=stage.now)
        assert [one.id for one in lines.page(connection, member.id)] == [edit]
        assert lines.now_at(connection, member_of(connection, bob).id, edit) is None


def test_pull_waiting__leaves_a_member_who_is_in_a_turn_until_the_next_look(stage: Stage) -> None:
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        deliveries.queue(connection, anna.member_id, payload={}, once="x", lane=Lane.answer, now=stage.now)
    if not stage.database.is_sqlite:
        with stage.database.transaction() as turn:
            members.visit(turn, "stage", "Anna", stage.now)
            with stage.database.transaction() as connection:
                assert deliveries.pull_waiting(connection, ["stage"], stage.now) == []
    with stage.database.transaction() as connection:
        assert deliveries.pull_waiting(connection, ["stage"], stage.now) == [anna.member_id]


def test_two_people_who_tell_each_other_something_do_not_wait_for_each_other(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    if stage.database.is_sqlite:
        return  # one writer at a time
    with stage.database.transaction() as hers:
        members.visit(hers, "stage", "Anna", stage.now)
        with stage.database.transaction() as his:
            members.visit(his, "stage", "Bob", stage.now)
            his.exec_driver_sql("SET LOCAL lock_timeout = '500ms'")
            deliveries.queue(his, anna.member_id, payload={}, once="a", lane=Lane.answer, now=stage.now)
        deliveries.queue(hers, bob.member_id, payload={}, once="b", lane=Lane.answer, now=stage.now)
