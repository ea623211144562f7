"""How long things are kept is carried out: past its days nothing is left, before them it stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.people import Role
from domain.retention import DEFAULTS, NOTICE, Kept
from handlers.housekeeping import forget, forget_people
from storage import leaving, members
from storage.database import Connection
from storage.tables import (
    audit,
    broadcasts,
    conversations,
    deliveries,
    failed_updates,
    imports,
    index_log,
    invitations,
    lines,
    questions,
    reports,
    updates,
)
from storage.tables import members as people
from tests.conversations.test_trials import opens
from tests.stage import Person, Stage

SAID = {"texts": [{"key": "fine"}]}
COPY = {"texts": [{"key": "fine"}], "file": {"kind": "own-data", "values": {}}}
Add = Callable[[Connection, "Place", datetime], None]


class Place:
    """Whose rows they are."""

    def __init__(self, stage: Stage) -> None:
        anna = stage.person("Anna", Role.coordinator)
        stage.practice(anna, "Bel twee keer aan")
        self.organisation = stage.organisation.id
        self.member = anna.member_id


def row(table: sa.Table, **given: Any) -> Add:
    """Return what adds a row of which the moment is the `at` that is asked for."""

    def add(connection: Connection, place: Place, at: datetime) -> None:
        known: dict[str, Any] = {"organisation_id": place.organisation, "member_id": place.member}
        known |= {"author_id": place.member, "public_id": "x" * 12, "practice_id": 1}
        values = {name: value for name, value in known.items() if name in table.c} | {
            name: at if value is AT else value for name, value in given.items()
        }
        connection.execute(sa.insert(table).values(**values))

    return add


AT: Any = object()
_MESSAGE = {"channel": "stage", "address": "A", "language": "nl", "lane": 0, "state": "sent"}
_MESSAGE |= {"not_before": AT, "created_at": AT}
# Of each kind that goes by itself: a row that is as old as it may be, and what is left of it in the end.
ROWS: Mapping[str, tuple[Add, sa.Table, sa.ColumnElement[bool] | None]] = {
    "drafts": (
        row(conversations, flow="x", step="", answers={}, messages={}, open=True, updated_at=AT),
        conversations,
        None,
    ),
    "danger": (
        row(questions, text="x", language="nl", outcome="none", state="held", at=AT),
        questions,
        None,
    ),
    "joining": (
        row(people, role="member", state="joining", language="nl", joined_at=AT),
        people,
        people.c.state == "joining",
    ),
    "copies": (row(lines, payload=COPY, at=AT), lines, None),
    "words": (row(deliveries, payload=SAID, **_MESSAGE), deliveries, deliveries.c.payload.is_not(None)),
    "strangers": (
        row(deliveries, **_MESSAGE | {"member_id": None, "organisation_id": None}),
        deliveries,
        None,
    ),
    "messages": (row(deliveries, **_MESSAGE), deliveries, None),
    "lines": (row(lines, payload=SAID, at=AT), lines, None),
    "imports": (
        row(imports, channel="stage", name="x", state="done", at=AT, changed_at=AT),
        imports,
        None,
    ),
    "questions": (
        row(questions, text="x", language="nl", outcome="none", state="open", at=AT),
        questions,
        None,
    ),
    "reports": (row(reports, reason="wrong", state="upheld", at=AT, settled_at=AT), reports, None),
    "broadcasts": (
        row(
            broadcasts,
            words="x",
            voice="policy",
            asks="nothing",
            audience="all",
            state="done",
            recipients=1,
            created_at=AT,
            start_at=AT,
        ),
        broadcasts,
        None,
    ),
    "audit": (row(audit, action="x", details={}, at=AT), audit, None),
    "invitations": (
        row(invitations, code_hash="x", role="member", expires_at=AT, created_at=AT),
        invitations,
        None,
    ),
    "updates": (row(updates, key="x", at=AT), updates, None),
    "failures": (row(failed_updates, key="x", attempts=1, code="E", reason="x", at=AT), failed_updates, None),
    "changes": (row(index_log, at=AT), index_log, index_log.c.practice_id == 1),
}


def left(connection: Connection, table: sa.Table, which: sa.ColumnElement[bool] | None) -> int:
    query = sa.select(sa.func.count()).select_from(table)
    return int(connection.execute(query if which is None else query.where(which)).scalar_one())


@pytest.mark.parametrize("kind", ROWS)
def test_kind__stays_for_its_days_and_goes_after_them(stage: Stage, kind: str) -> None:
    add, table, which = ROWS[kind]
    place = Place(stage)
    with stage.database.transaction() as connection:
        before = left(connection, table, which)
        add(connection, place, stage.now)
        assert left(connection, table, which) == before + 1
        forget(connection, stage.now + DEFAULTS.span(kind) - timedelta(minutes=1))
        kept = left(connection, table, which)
        forget(connection, stage.now + DEFAULTS.span(kind) + timedelta(minutes=1))
        gone = left(connection, table, which)
    assert kept - gone >= 1
    assert gone == 0 or table in (people, index_log)


def test_setting__is_carried_out(stage: Stage) -> None:
    place = Place(stage)
    with stage.database.transaction() as connection:
        ROWS["lines"][0](connection, place, stage.now)
        forget(connection, stage.now + timedelta(days=11), Kept({"lines": 12}))
        assert left(connection, lines, None) == 1
        forget(connection, stage.now + timedelta(days=13), Kept({"lines": 12}))
        assert left(connection, lines, None) == 0


# --- people who do not come any more -----------------------------------------------------------------


@pytest.fixture
def anna(stage: Stage) -> Person:
    anna = stage.person("Anna")
    anna.says("/help")
    return anna


def sweep(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        forget_people(connection, stage.now)
    stage.finish_erasing()
    stage.catch_up()


def is_there(stage: Stage, name: str) -> bool:
    with stage.database.reading() as connection:
        return members.at_address(connection, "stage", name) is not None


def test_who_stays_away__hears_it_a_month_before_and_is_erased(stage: Stage, anna: Person) -> None:
    name = stage.practice(anna, "Bel twee keer aan")
    stage.later(days=364)
    sweep(stage)
    assert not anna.sees("een tijd niet geweest")
    stage.later(days=2)
    sweep(stage)
    sweep(stage)
    assert len([seen for seen in anna.chat if "een tijd niet geweest" in seen.text]) == 1
    stage.later(days=29)
    sweep(stage)
    assert is_there(stage, "Anna")
    stage.later(days=2)
    sweep(stage)
    assert not is_there(stage, "Anna")
    card = opens(stage.person("Bob"), name)
    assert "Bel twee keer aan" in card.text, "what they shared stays, without their name"
    assert "Anna" not in card.text


def test_who_taps_to_stay__stays(stage: Stage, anna: Person) -> None:
    stage.later(days=366)
    sweep(stage)
    answer = anna.taps("Ik blijf")
    assert answer is not None
    assert "je blijft" in answer.text
    stage.later(days=40)
    sweep(stage)
    assert is_there(stage, "Anna")


def test_who_was_not_told__is_not_erased_because_the_program_stood_still(stage: Stage, anna: Person) -> None:
    """The program was off for two years: people are told first, and have a month from then on."""
    stage.later(days=730)
    sweep(stage)
    assert is_there(stage, "Anna")
    assert anna.sees("een tijd niet geweest")
    stage.later(days=NOTICE.days + 1)
    sweep(stage)
    assert not is_there(stage, "Anna")


def test_who_wants_silence__is_erased_at_the_end_without_a_word(stage: Stage, anna: Person) -> None:
    with stage.database.transaction() as connection:
        members.change(connection, anna.member_id, silent=True)
    stage.later(days=394)
    sweep(stage)
    assert is_there(stage, "Anna")
    stage.later(days=2)
    sweep(stage)
    assert not is_there(stage, "Anna")


def test_many_who_are_told__do_not_keep_the_next_ones_waiting(stage: Stage) -> None:
    from handlers import housekeeping

    for number in range(housekeeping.AT_ONCE + 5):
        stage.person(f"Collega {number}")
    stage.later(days=366)
    for _ in range(2):
        sweep(stage)
    with stage.database.reading() as connection:
        told = left(connection, deliveries, deliveries.c.once.startswith("inactive:"))
    assert told == housekeeping.AT_ONCE + 5


def test_erasing__somebody_who_is_being_erased_already_changes_nothing(stage: Stage, anna: Person) -> None:
    number = anna.member_id
    with stage.database.transaction() as connection:
        member = members.by_id(connection, number)
        assert member is not None
        leaving.begin(connection, member, keep_practices=False, now=stage.now)
        forget_people(connection, stage.now + timedelta(days=800))
    stage.finish_erasing()
    with stage.database.reading() as connection:
        assert members.by_id(connection, number) is None
