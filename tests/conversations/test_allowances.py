"""What may be done so many times on one day: told politely, nothing lost, and free again after midnight."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from domain.limits import Act
from domain.people import Member, Role
from domain.practices import PracticeState, Reason
from handlers.kit.buttons import encode
from handlers.kit.doors import StartThanks
from handlers.rate import Report
from storage import allowances, members, numbers, organisations
from storage.database import Database
from storage.tables import allowances as rows
from storage.tables import practices, questions
from tests.stage import Person, Stage

TOLD = (
    "/deel Bij een gezin met ongeopende post maakte ik samen drie stapels: betalen, bellen, bewaren. "
    "Daardoor kwam er een betalingsregeling. Let op: doe dit niet als iemand net uit huis is gezet."
)


def allow(stage: Stage, **most: int) -> None:
    """Let the organisation have other numbers."""
    with stage.database.transaction() as connection:
        for name, value in most.items():
            numbers.change(connection, stage.organisation.id, None, f"limits.{name}", value, stage.now)


def member_of(stage: Stage, person: Person) -> Member:
    with stage.database.reading() as connection:
        found = members.by_id(connection, person.member_id)
    assert found is not None
    return found


def share(person: Person, number: int) -> str:
    person.says(TOLD.replace("drie stapels", f"{number} heel andere hoopjes van {number} soorten"))
    if any("Deel apart" in seen.labels for seen in person.chat[-1:]):
        person.taps("Deel apart")
    placed = person.taps("Plaats")
    assert placed is not None
    return placed.text


def test_sharing__over_the_number_keeps_what_was_told_and_works_after_midnight(stage: Stage) -> None:
    allow(stage, share=3)
    anna = stage.person("Anna")
    said = [share(anna, number) for number in range(2, 6)]
    assert all("staat erbij" in one.lower() for one in said[:3]), said
    assert "Je deelde vandaag al 3 voorbeelden. Dit staat nog klaar" in said[3]
    assert "5 heel andere hoopjes" in said[3], "the card as it was is below it"
    stage.later(hours=15)
    placed = anna.taps("Plaats")
    assert placed is not None
    assert "vandaag al" not in placed.text
    assert "staat erbij" in placed.text.lower()


def test_questions__over_the_number_are_not_looked_up_but_danger_is_always_heard(stage: Stage) -> None:
    allow(stage, ask=10)
    anna, bob = stage.person("Anna"), stage.person("Bob")
    for number in range(10):
        anna.says(f"hoe help ik iemand met {number} brieven en schulden")
    refused = anna.says("hoe help ik iemand met nog een brief en schulden")
    assert refused is not None
    assert "Je stelde vandaag al 10 vragen" in refused.text
    urgent = anna.says("mijn client wil nu een einde aan zijn leven maken")
    assert urgent is not None
    assert "113" in urgent.text
    other = bob.says("hoe help ik iemand met een brief en schulden")
    assert other is not None
    assert "vandaag al" not in other.text
    with stage.database.reading() as connection:
        count = connection.execute(sa.select(sa.func.count()).select_from(questions)).scalar_one()
    assert count == 12
    stage.later(days=1)
    tomorrow = anna.says("hoe help ik iemand met nog een brief en schulden")
    assert tomorrow is not None
    assert "vandaag al" not in tomorrow.text


def test_reports__over_the_number_hide_nothing_and_the_same_one_again_is_free(stage: Stage) -> None:
    allow(stage, report=3)
    anna, mallory = stage.person("Anna"), stage.person("Mallory")
    cards = [stage.practice(anna, f"Kaart {number}") for number in range(4)]
    for card in (cards[0], *cards[:3]):
        mallory.presses(encode(Report(card, Reason.wrong)))
    refused = mallory.presses(encode(Report(cards[3], Reason.wrong)))
    assert refused is not None
    assert "Je meldde vandaag al 3 voorbeelden" in refused.text
    with stage.database.reading() as connection:
        states = list(connection.execute(sa.select(practices.c.state).order_by(practices.c.id)).scalars())
    assert states == [*[PracticeState.hidden.value] * 3, PracticeState.published.value]


def test_thanks__over_the_number_are_refused_before_a_word_is_typed_also_when_taken_back(
    stage: Stage,
) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    cards = [stage.practice(anna, f"Kaart {number}") for number in range(4)]
    for card in cards[:3]:
        bob.presses(encode(StartThanks(card)))
        bob.says("Dit hielp een gezin echt verder.")
        bob.taps("Zonder naam")
        bob.taps("Haal terug")
    refused = bob.presses(encode(StartThanks(cards[3])))
    assert refused is not None
    assert "Je gaf vandaag al 3 bedankjes" in refused.text


def test_invitations__over_the_number_keep_the_choices(stage: Stage) -> None:
    allow(stage, invite=3)
    carla = stage.person("Carla", Role.coordinator)
    for _ in range(3):
        carla.says("/uitnodigen")
        carla.taps("Deelnemer")
        carla.taps("Maak de link")
    carla.says("/uitnodigen")
    carla.taps("Deelnemer")
    refused = carla.taps("Maak de link")
    assert refused is not None
    assert "Je maakte vandaag al 3 links" in refused.text
    assert "Maak de link" in refused.labels


def test_organisation__as_a_whole_has_a_number_and_another_one_notices_nothing(stage: Stage) -> None:
    allow(stage, report=3, together=10)
    anna = stage.person("Anna")
    others = [member_of(stage, stage.person(f"p{number}")) for number in range(10)]
    with stage.database.transaction() as connection:
        for other in others * 3:
            assert allowances.spend(connection, other, Act.report, stage.now.date(), 3)
    card = stage.practice(anna, "Kaart")
    bob = stage.person("Bob")
    refused = bob.presses(encode(Report(card, Reason.wrong)))
    assert refused is not None
    assert "van iedereen samen" in refused.text
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    dora, ella = stage.person("Dora"), stage.person("Ella")
    heard = ella.presses(encode(Report(stage.practice(dora, "Kaart"), Reason.wrong)))
    assert heard is not None
    assert "Dank" in heard.text


def test_coordinator__changes_the_numbers_in_the_chat(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    carla.says("/getallen")
    listed = carla.taps("Hoeveel per dag")
    assert listed is not None
    assert "Voorbeelden per mens per dag: 20" in listed.text


@pytest.mark.parametrize("most", [1, 7])
def test_counting__is_exact_when_many_do_it_at_once(stage: Stage, most: int) -> None:
    member = member_of(stage, stage.person("Anna"))

    def once(_number: int) -> bool:
        with stage.database.transaction() as connection:
            return allowances.spend(connection, member, Act.share, date(2026, 11, 24), most)

    with ThreadPoolExecutor(16) as threads:
        assert sum(threads.map(once, range(60))) == most


def test_counts__are_forgotten_after_two_days_and_go_with_their_member(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    for person in (anna, bob):
        person.says("hoe help ik iemand met schulden en post")
    stage.later(days=1)
    stage.jobs()
    assert count_rows(stage.database) == 2
    bob.says("/stop")
    bob.taps("Wis mijn gegevens")
    bob.taps("Ja, wis alles")
    stage.finish_erasing()
    assert count_rows(stage.database) == 1
    stage.now += timedelta(days=2)
    stage.jobs()
    assert count_rows(stage.database) == 0


def count_rows(database: Database) -> int:
    """Count what is kept of who did what how often."""
    with database.reading() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(rows)).scalar_one())
