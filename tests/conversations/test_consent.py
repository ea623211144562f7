"""The privacy text: who agreed to which is written down; a changed one is asked again, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.delivery import Lane, Outcome
from domain.people import CONSENT
from handlers.kit import say
from handlers.kit.telling import tell
from storage import deliveries, members
from storage.tables import consents
from storage.tables import deliveries as said
from tests.conversations.test_trials import opens
from tests.stage import Person, Stage

EARLIER = "2020-01"


@pytest.fixture
def anna(stage: Stage) -> Person:
    """Anna took part under an earlier text."""
    anna = stage.person("Anna")
    anna.says("/help")
    with stage.database.transaction() as connection:
        members.change(connection, anna.member_id, consent=EARLIER, rhythm="weekly")
        connection.execute(sa.update(consents).values(version=EARLIER))
    return anna


def noted(stage: Stage, person: Person) -> list[tuple[str, bool]]:
    with stage.database.reading() as connection:
        rows = connection.execute(
            sa.select(consents.c.version, consents.c.agreed)
            .where(consents.c.member_id == person.member_id)
            .order_by(consents.c.id)
        )
        return [(row.version, row.agreed) for row in rows]


def unasked(stage: Stage, person: Person, once: str) -> bool:
    with stage.database.transaction() as connection:
        return tell(connection, person.member_id, say("fine"), once=once, lane=Lane.reminder, now=stage.now)


def days(stage: Stage, count: int) -> None:
    for _ in range(count):
        stage.later(days=1)
        stage.jobs()
        stage.catch_up()


def test_consent__is_written_down_with_its_version(stage: Stage) -> None:
    dora = stage.stranger("Dora")
    dora.says(f"/start {stage.invite()}")
    dora.taps("Ja, ik doe mee")
    assert noted(stage, dora) == [(CONSENT, True)]


def test_changed_text__is_asked_once_and_not_again(stage: Stage, anna: Person) -> None:
    days(stage, 9)
    asked = [seen for seen in anna.chat if "is veranderd" in seen.text]
    assert len(asked) == 1
    assert asked[0].labels == ["Ja, dat is goed", "Meer uitleg", "Nee, dank je"]


def test_changed_text__is_not_asked_who_wants_silence_or_said_yes_already(stage: Stage, anna: Person) -> None:
    bob = stage.person("Bob")
    bob.says("/help")
    with stage.database.transaction() as connection:
        members.change(connection, anna.member_id, silent=True)
    days(stage, 3)
    assert not anna.sees("is veranderd")
    assert not bob.sees("is veranderd")


def test_yes__takes_up_where_one_was(stage: Stage, anna: Person) -> None:
    anna.says("hoe krijg ik contact als niemand opendoet")
    answer = anna.taps("Ja, dat is goed")
    assert answer is not None
    assert "verder waar je was" in answer.text
    assert noted(stage, anna)[-1] == (CONSENT, True)
    assert unasked(stage, anna, "after")


def test_no__costs_nothing_and_nothing_unasked_comes(stage: Stage, anna: Person) -> None:
    name = stage.practice(anna, "Bel twee keer aan")
    anna.says("/help")
    answer = anna.taps("Nee, dank je")
    assert answer is not None
    assert "blijft staan" in answer.text
    assert noted(stage, anna)[-1] == (CONSENT, False)
    assert not unasked(stage, anna, "after")
    days(stage, 3)
    assert not [seen for seen in anna.chat[2:] if "is veranderd" in seen.text], "nor is it asked again"
    shown = opens(stage.person("Bob"), name)
    assert "Bel twee keer aan" in shown.text


def test_no__leaves_the_way_to_ones_data_and_out(stage: Stage, anna: Person) -> None:
    anna.says("/help")
    anna.taps("Nee, dank je")
    anna.says("/mijngegevens")
    assert anna.sees("Dit bewaar ik van jou")
    anna.taps("Wis mijn gegevens")
    anna.taps("Ja, wis alles")
    stage.finish_erasing()
    with stage.database.reading() as connection:
        assert members.at_address(connection, "stage", "Anna") is None


def test_what_is_held__is_dropped_for_who_has_not_agreed_to_the_text_of_now(stage: Stage) -> None:
    bob = stage.person("Bob")
    with stage.database.transaction() as connection:
        members.change(connection, bob.member_id, rhythm="weekly")
    stage.now -= timedelta(hours=8)  # at night: it waits for the morning
    assert unasked(stage, bob, "held")
    with stage.database.transaction() as connection:
        members.change(connection, bob.member_id, consent=EARLIER)
        deliveries.release(connection, stage.now + timedelta(hours=9))
        row = connection.execute(sa.select(said.c.state, said.c.error).where(said.c.once == "held")).one()
    assert tuple(row) == (Outcome.cancelled.value, "consent")
