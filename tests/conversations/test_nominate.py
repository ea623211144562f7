"""Bob names Anna; only Anna decides, and only she knows what."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from domain.people import Role
from storage import members, organisations, own_data
from storage.tables import deliveries, metadata, nominations, nominators
from tests.conversations.test_trials import days_later
from tests.rehearsal import NOT_COMPARED
from tests.stage import Person, Stage

THERE = "Ze bleef bij een vader zitten tot de deurwaarder weg was."
GOING = "Ze regelde met de verhuurder dat brieven eerst naar ons gaan."


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


def says(person: Person, words: str) -> str:
    answer = person.says(words)
    assert answer is not None
    return answer.text


def taps(person: Person, *labels: str) -> str:
    said = ""
    for label in labels:
        answer = person.taps(label)
        assert answer is not None
        said = answer.text
    return said


def names(person: Person, whom: str = "Anna", there: str = THERE, going: str = GOING) -> str:
    """Let somebody name a colleague by name, and return the last they hear of it."""
    says(person, "Ik wil iemand voordragen")
    says(person, whom)
    says(person, there)
    says(person, going)
    return taps(person, "Doener", "Geef het door")


def asked(stage: Stage, person: Person) -> list[str]:
    """Let the clock ask, and return the questions that somebody has."""
    stage.jobs()
    stage.catch_up()
    return [seen.text for seen in person.chat if "een collega noemt jou" in seen.text.casefold()]


def kept(stage: Stage) -> dict[str, list[Any]]:
    """Return everything that is kept, without names and moments that are made anew each time."""
    with stage.database.reading() as connection:
        return {
            name: sorted(
                str(tuple(row))
                for row in connection.execute(
                    sa.select(*(column for column in table.columns if column.name not in NOT_COMPARED))
                )
            )
            for name, table in metadata.tables.items()
        }


def test_nomination__reaches_the_nominee_without_who_made_it(stage: Stage, anna: Person, bob: Person) -> None:
    assert "Ik vraag het die collega zelf" in names(bob)
    (question,) = asked(stage, anna)
    assert question.startswith("Anna, een collega noemt jou")
    assert THERE in question
    assert GOING in question
    assert "Bob" not in anna.screen()
    assert asked(stage, bob) == []


def test_nomination__by_a_card_with_a_name_on_it(stage: Stage, anna: Person, bob: Person) -> None:
    name = stage.practice(anna, "Post samen openmaken")
    bob.says(f"/start p_{name}")
    bob.says("post samen openmaken")
    taps(bob, "Draag voor")
    assert "waarop Anna er echt was" in bob.chat[-1].text
    says(bob, THERE)
    says(bob, GOING)
    assert "Dit leest Anna" in taps(bob, "Weet ik niet")
    taps(bob, "Geef het door")
    assert len(asked(stage, anna)) == 1


def test_nomination__of_whoever_is_not_there_or_elsewhere_or_one_of_two_sounds_the_same(
    stage: Stage, anna: Person
) -> None:
    stage.person("Chris")
    stage.person("chris")
    here = stage.organisation
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    dora = stage.person("Dora")
    stage.organisation = here
    heard = set()
    for number, whom in enumerate(("Anna", "Dora", "Chris", "Niemand")):
        nominator = stage.person(f"Noemer {number}")
        names(nominator, whom)
        stage.jobs()
        stage.catch_up()
        heard.add(nominator.screen().replace(whom, "X"))
    assert len(heard) == 1
    assert asked(stage, dora) == []
    assert len(asked(stage, anna)) == 1
    with stage.database.reading() as connection:
        left = connection.execute(sa.select(nominations.c.member_id)).scalars().all()
    assert left == [anna.member_id]


def test_nomination__of_one_of_two_goes_to_the_one_in_the_own_team(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        employer = organisations.add_employer(connection, stage.organisation.id, "Gemeente")
        east, west = (
            organisations.add_team(connection, stage.organisation.id, name, employer.id).id
            for name in ("Oost", "West")
        )
    far, near = Person(stage, "ver", "nl"), Person(stage, "dichtbij", "nl")
    for person, team in ((far, west), (near, east)):
        with stage.database.transaction() as connection:
            member = members.add(
                connection,
                organisation_id=stage.organisation.id,
                role=Role.member,
                language="nl",
                name="Zoë",
                now=stage.now,
                team_id=team,
            )
            members.add_address(connection, member, person.where, stage.now)
            members.agree(connection, member.id, stage.now)
    names(stage.person("Bob", team_id=east), "zoe")
    assert asked(stage, far) == []
    assert len(asked(stage, near)) == 1


def test_nomination__of_oneself_is_not_possible(bob: Person) -> None:
    says(bob, "/voordragen")
    assert "Zo heet jij" in says(bob, "bob")


def test_nomination__goes_by_the_guard_sentence_by_sentence(stage: Stage, anna: Person, bob: Person) -> None:
    says(bob, "/voordragen Anna")
    assert "telefoonnummer" in says(bob, "Ze belde 06-12345678 voor een gezin en bleef bij ze.")
    taps(bob, "Haal het weg")
    assert "telefoonnummer" in says(bob, "Ze gaf 06-12345678 door aan de buren zonder te wachten.")
    taps(bob, "Haal het weg")
    taps(bob, "Doener", "Geef het door")
    (question,) = asked(stage, anna)
    assert "12345678" not in question
    assert "12345678" not in str(kept(stage))


def test_nomination__is_asked_once_however_many_do_it(stage: Stage, anna: Person, bob: Person) -> None:
    names(bob)
    names(stage.person("Dora"), there="Ze ging op zondag langs.")
    (question,) = asked(stage, anna)
    assert THERE in question
    assert "op zondag" in question
    names(stage.person("Els"))
    assert len(asked(stage, anna)) == 1
    taps(anna, "Liever niet")
    names(stage.person("Fred"))
    days_later(stage, 40)
    assert asked(stage, anna) == []
    stage.later(days=330)
    names(stage.person("Gea"))
    days_later(stage, 1)
    assert len(asked(stage, anna)) == 1


def test_nomination__is_possible_a_few_times_a_month_whatever_came_of_it(
    stage: Stage, anna: Person, bob: Person
) -> None:
    for who in ("Anna", "Niemand", "Anna"):
        names(bob, who)
    assert len(asked(stage, anna)) == 1
    taps(anna, "Liever niet")
    assert "Je noemde deze maand al 3" in says(bob, "/voordragen")
    stage.later(days=31)
    assert "Welke collega" in says(bob, "/voordragen")


def test_refusing__leaves_nothing_of_the_choice(stage: Stage, anna: Person, bob: Person) -> None:
    before = kept(stage)
    names(bob)
    assert len(asked(stage, anna)) == 1
    screen = bob.screen()
    assert "Niemand hoort wat je koos" in taps(anna, "Liever niet")
    after = kept(stage)
    changed = {name for name in after if after[name] != before[name]}
    # Every message leaves a row; that Bob named somebody on a day is kept to keep it to a few.
    assert changed <= {"updates", "deliveries", "lines", "nominators", "schedules"}
    with stage.database.reading() as connection:
        day = connection.execute(sa.select(nominators.c.day)).scalar_one()
        said = connection.execute(sa.select(deliveries.c.payload).order_by(deliveries.c.id.desc())).scalars()
        # Whoever says yes reads the same words there: nobody can tell one from the other by them.
        assert said.first() == {"texts": [{"key": "portrait-answered"}]}
    assert day == date(2026, 11, 24)
    days_later(stage, 2)
    assert bob.screen() == screen


def test_nominator__hears_and_has_the_same_whatever_the_nominee_chooses(stage: Stage) -> None:
    """Bob's screen, his own data and what he may do next do not depend on what Anna does."""
    seen = set()
    choices = ("Ja, met mijn naam", "Ja, zonder naam", "Liever niet", None)
    for letter, choice in zip("KLMN", choices, strict=True):
        nominee, nominator = stage.person(f"Anna {letter}"), stage.person(f"Bob {letter}")
        names(nominator, nominee.name)
        assert len(asked(stage, nominee)) == 1
        if choice:
            taps(nominee, choice)
        stage.jobs()
        stage.catch_up()
        says(nominator, "/mijngegevens")
        says(nominator, f"/voordragen {nominee.name}")
        told = nominator.screen().replace(nominee.name, "X").replace(nominator.name, "Y")
        with stage.database.reading() as connection:
            member = members.by_id(connection, nominator.member_id)
            assert member is not None
            kinds = tuple(own_data.count(connection, member).items())
        seen.add((told, kinds))
    assert len(seen) == 1


def test_question__without_an_answer_is_gone_after_four_weeks(
    stage: Stage, anna: Person, bob: Person
) -> None:
    names(bob)
    assert len(asked(stage, anna)) == 1
    stage.later(days=28)
    stage.jobs()
    assert kept(stage)["nominations"] == []
    assert "Deze vraag is voorbij" in taps(anna, "Ja, met mijn naam")
    assert kept(stage)["portraits"] == []


def test_question__is_not_put_to_whoever_wants_silence(stage: Stage, anna: Person, bob: Person) -> None:
    says(anna, "/stop")
    assert "Ik vraag het die collega zelf" in names(bob)
    assert asked(stage, anna) == []
    assert kept(stage)["nominations"] == []


def test_nomination__in_english(stage: Stage) -> None:
    anna, bob = stage.person("Anna", language="en"), stage.person("Bob", language="en")
    says(bob, "I want to nominate someone")
    says(bob, "Anna")
    says(bob, "She stayed with a father until the bailiff had left.")
    says(bob, "She arranged that letters come to us first.")
    assert "I ask that colleague, at most once a year" in taps(bob, "Everyday doer", "Pass it on")
    stage.jobs()
    stage.catch_up()
    assert anna.sees("Anna, a colleague named you")
    assert "Nobody hears what you chose" in taps(anna, "Rather not")
