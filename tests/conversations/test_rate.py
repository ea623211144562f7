"""Useful, not for me, and reporting: counted once, private, hidden at once, and nobody blamed."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.people import Role
from domain.practices import Reason, Visibility
from storage import members, organisations, practices, reports
from storage.tables import practices as practice_rows
from storage.tables import votes
from tests.stage import Person, Seen, Stage

TITLE = "Bel na een afwijzing binnen een dag terug"
QUESTION = "hoe bel ik iemand na een afwijzing"


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


@pytest.fixture
def name(stage: Stage, anna: Person) -> str:
    return stage.practice(anna, TITLE, situation="Iemand krijgt een afwijzing.")


def card(person: Person) -> Seen:
    """Open the card by asking for it."""
    seen = person.says(QUESTION)
    assert seen is not None
    assert TITLE in seen.text
    return seen


def buttons_of(person: Person, seen: Seen) -> dict[str, str]:
    """What the buttons of a card carry, by their words, those behind "more" included."""
    more = person.taps("Meer", seen)
    assert more is not None
    return {one.label: one.data for shown in (seen, more) for row in shown.spoken.rows for one in row}


def carried(seen: Seen, label: str) -> str:
    """What the button with these words carries."""
    return next(one.data for row in seen.spoken.rows for one in row if one.label == label)


def useful(stage: Stage, name: str) -> int:
    """How many found it useful, as stored."""
    with stage.database.reading() as connection:
        return int(
            connection.execute(
                sa.select(practice_rows.c.useful).where(practice_rows.c.public_id == name)
            ).scalar_one()
        )


def vote_of(stage: Stage, person: Person, name: str) -> bool:
    """Vote straight into storage."""
    with stage.database.transaction() as connection:
        member = members.by_id(connection, person.member_id)
        assert member is not None
        practice = practices.by_public_id(connection, member, name)
        assert practice is not None
        return practices.vote(connection, practice, member, stage.now)


# --- useful -------------------------------------------------------------------------------------------


def test_useful__changes_the_card_in_place_and_can_be_taken_back(
    stage: Stage, bob: Person, name: str
) -> None:
    seen = card(bob)
    after = bob.taps("Handig", seen)
    assert after is not None
    assert after.number == seen.number
    assert "Jij vond dit handig." in after.text
    assert {"Dit hielp", "Past niet"} <= set(after.labels)
    assert bob.taken.toast is not None
    assert useful(stage, name) == 1
    back = bob.taps("Toch niet handig", after)
    assert back is not None
    assert "Jij vond dit handig." not in back.text
    assert useful(stage, name) == 0


def test_useful__counts_once_however_often_it_is_pressed(stage: Stage, bob: Person, name: str) -> None:
    seen = card(bob)
    pressed = buttons_of(bob, seen)["Handig"]
    for _ in range(3):
        after = bob.presses(pressed, seen)
        assert after is not None
        assert "Jij vond dit handig." in after.text
    assert useful(stage, name) == 1


def test_useful__counts_once_from_two_places_at_one_moment(stage: Stage, bob: Person, name: str) -> None:
    with stage.database.reading() as connection:
        member = members.by_id(connection, bob.member_id)
        assert member is not None
        practice = practices.by_public_id(connection, member, name)
        assert practice is not None
    start = threading.Barrier(2)
    new: list[bool] = []

    def press() -> None:
        start.wait()
        with stage.database.transaction() as connection:
            new.append(practices.vote(connection, practice, member, stage.now))

    both = [threading.Thread(target=press) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(new) == [False, True]
    assert useful(stage, name) == 1


def test_useful__of_many_people_at_one_moment_misses_nobody(stage: Stage, name: str) -> None:
    people = [stage.person(f"Persoon {number}") for number in range(4)]
    start = threading.Barrier(len(people))
    wrong: list[BaseException] = []

    def press(person: Person) -> None:
        try:
            start.wait()
            vote_of(stage, person, name)
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=press, args=[person]) for person in people]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []
    assert useful(stage, name) == len(people)


def test_useful__is_refused_on_ones_own(stage: Stage, anna: Person, bob: Person, name: str) -> None:
    pressed = buttons_of(bob, card(bob))["Handig"]
    own = card(anna)
    assert "Handig" not in own.labels
    answer = anna.presses(pressed, own)
    assert answer is not None
    assert "Dit is je eigen voorbeeld." in answer.text
    assert useful(stage, name) == 0


def test_useful__of_a_made_up_example_counts_and_is_never_shown_as_experience(
    stage: Stage, bob: Person
) -> None:
    name = stage.practice(None, TITLE, situation="Iemand krijgt een afwijzing.", illustrative=True)
    after = bob.taps("Handig", card(bob))
    assert after is not None
    assert "Illustratief voorbeeld" in after.text
    assert "handig" not in after.text
    assert useful(stage, name) == 1


@pytest.mark.parametrize(
    ("others", "age", "voted", "shown"),
    [
        (4, timedelta(), True, True),  # with one's own the fifth
        (3, timedelta(), True, False),
        (9, timedelta(), False, False),
        (1, timedelta(days=7), True, True),
        (1, timedelta(days=6, hours=23), True, False),
        (1, timedelta(days=7), False, False),
    ],
)
def test_count__shows_from_five_votes_or_seven_days_and_after_ones_own(
    stage: Stage, bob: Person, name: str, others: int, age: timedelta, voted: bool, shown: bool
) -> None:
    for number in range(others):
        vote_of(stage, stage.person(f"Persoon {number}"), name)
    stage.now += age
    seen = card(bob)
    assert "collega's vonden dit handig" not in seen.text
    if voted:
        after = bob.taps("Handig", seen)
        assert after is not None
        seen = after
    assert (f"{others + 1} collega's vonden dit handig." in seen.text) is shown


def test_count__hidden_says_the_same_for_none_and_for_four(stage: Stage, bob: Person, name: str) -> None:
    before = card(bob).text
    for number in range(4):
        vote_of(stage, stage.person(f"Persoon {number}"), name)
    assert card(bob).text == before


# --- not for me ---------------------------------------------------------------------------------------


def test_not_for_me__is_private_and_can_be_taken_back(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    after = bob.taps("Niet voor mij", card(bob))
    assert after is not None
    assert "Toch wel voor mij" in after.labels
    assert "Niet voor jou" in after.text
    assert not anna.sees("Niet voor jou")
    assert "Niet voor jou" not in card(anna).text
    back = bob.taps("Toch wel voor mij", after)
    assert back is not None
    assert "Toch wel voor mij" not in back.labels


# --- reporting ----------------------------------------------------------------------------------------


def open_reports(stage: Stage) -> list[reports.Reported]:
    with stage.database.reading() as connection:
        return reports.open_of(connection, stage.organisation.id)


def test_report__hides_at_once_and_tells_author_coordinator_and_reporter(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    carla, lies = stage.person("Carla", Role.coordinator), stage.person("Lies", Role.liaison)
    dora = stage.person("Dora")
    seen = card(bob)
    why = bob.taps("Melden", seen)
    assert why is not None
    assert why.labels == ["Persoonsgegevens", "Klopt niet", "Onveilig", "Toch niet melden"]
    thanks = bob.taps("Klopt niet")
    assert thanks is not None
    assert thanks.number == why.number
    assert thanks.text.startswith("Dank je dat je oplet.")
    answer = dora.says(QUESTION)
    assert answer is not None
    assert TITLE not in answer.text
    assert TITLE not in "".join(answer.labels)
    assert anna.sees(f"Je voorbeeld is even verborgen: ‘{TITLE[:30]}")
    assert anna.sees("of alles klopt")
    assert "Bob" not in anna.screen()
    for moderator in (carla, lies):
        assert moderator.sees("Gemeld en meteen verborgen")
        assert "Bob" not in moderator.screen()
    (one,) = open_reports(stage)
    assert (one.practice, one.count, one.reasons) == (name, 1, (Reason.wrong,))


def test_report__old_card_of_what_is_hidden_is_answered_politely(
    stage: Stage, bob: Person, name: str
) -> None:
    dora = stage.person("Dora")
    seen, theirs = card(bob), card(dora)
    carries = buttons_of(dora, theirs)
    bob.taps("Melden", seen)
    bob.taps("Onveilig")
    for label in ("Handig", "Niet voor mij", "Dit hielp", "Ik ga dit proberen", "Ik heb dit gedaan"):
        answer = dora.presses(carries[label], theirs)
        assert answer is not None
        assert "kan ik je niet laten zien" in answer.text
    no = dora.presses(carries["Past niet"], theirs)
    assert no is not None
    assert "Je vraag staat nu open" in no.text
    assert useful(stage, name) == 0


def test_report__of_two_people_makes_one_hiding(stage: Stage, anna: Person, bob: Person, name: str) -> None:
    carla, dora = stage.person("Carla", Role.coordinator), stage.person("Dora")
    for person in (bob, dora):
        person.taps("Melden", card(person))
    for person, reason in ((bob, "Klopt niet"), (dora, "Onveilig")):
        thanks = person.taps(reason)
        assert thanks is not None
        assert thanks.text.startswith("Dank je dat je oplet.")
    (one,) = open_reports(stage)
    assert (one.count, one.reasons) == (2, (Reason.wrong, Reason.unsafe))
    assert sum("even verborgen" in seen.text for seen in anna.chat) == 1
    assert sum("Gemeld en meteen" in seen.text for seen in carla.chat) == 1


def test_report__twice_by_one_person_is_one_report(stage: Stage, bob: Person, name: str) -> None:
    why = bob.taps("Melden", card(bob))
    assert why is not None
    pressed = carried(why, "Klopt niet")
    bob.presses(pressed, why)
    bob.presses(pressed, why)
    assert [one.count for one in open_reports(stage)] == [1]


def test_report__can_be_left_at_that(stage: Stage, bob: Person, name: str) -> None:
    bob.taps("Melden", card(bob))
    bob.taps("Toch niet melden")
    assert bob.sees("Ik heb niets gemeld")
    assert open_reports(stage) == []
    assert TITLE in card(bob).text


def test_report__works_on_ones_own_and_on_a_starter_example(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    why = bob.taps("Melden", card(bob))
    assert why is not None
    anna.says("hoi")
    anna.presses(carried(why, "Persoonsgegevens"), anna.chat[-1])
    assert anna.sees("Dank je dat je oplet.")
    assert not anna.sees("even verborgen")
    stage.practice(None, TITLE, situation="Iemand krijgt een afwijzing.", illustrative=True)
    bob.taps("Melden", card(bob))
    bob.taps("Onveilig")
    assert len(open_reports(stage)) == 2


def test_report__settled_once_tells_who_to_thank(stage: Stage, bob: Person, name: str) -> None:
    bob.taps("Melden", card(bob))
    bob.taps("Klopt niet")
    (one,) = open_reports(stage)
    with stage.database.transaction() as connection:
        first = reports.settle(
            connection, stage.organisation.id, one.practice_id, upheld=False, now=stage.now
        )
        again = reports.settle(connection, stage.organisation.id, one.practice_id, upheld=True, now=stage.now)
    assert first == [bob.member_id]
    assert again == []
    assert open_reports(stage) == []


def test_button__of_another_team_or_organisation_does_nothing(stage: Stage, anna: Person) -> None:
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Noord").id
        elsewhere = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    north, dora = stage.person("Noor", team_id=team), stage.person("Dora", team_id=team)
    name = stage.practice(north, TITLE, situation="Iemand krijgt een afwijzing.", visibility=Visibility.team)
    carries = buttons_of(dora, card(dora))
    home, stage.organisation = stage.organisation, elsewhere
    eve = stage.person("Eve")
    stage.organisation = home
    for stranger in (anna, eve):
        stranger.says("hoi")
        for label in ("Handig", "Niet voor mij", "Melden", "Dit hielp", "Ik ga dit proberen"):
            answer = stranger.presses(carries[label], stranger.chat[-1])
            assert answer is not None
            assert TITLE not in answer.text
    with stage.database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(votes)).scalar_one() == 0
    assert open_reports(stage) == []
    assert useful(stage, name) == 0
