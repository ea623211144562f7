"""Open questions: without who asked, closed with or without an example, and the asker hears it once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.people import Role
from domain.practices import Visibility
from domain.questions import QuestionState
from handlers.gaps import CloseGap, Ending, LinkGap
from handlers.kit.buttons import encode
from handlers.kit.doors import ShowGaps
from storage import members, organisations, questions
from storage.tables import aliases
from storage.tables import questions as question_rows
from tests.stage import Person, Stage

CANARY = "Kanariegeel"
ASKED = "Hoe krijg ik een bewoner met een hond toch in de nachtopvang?"


def asks(stage: Stage, person: Person, words: str = ASKED) -> str:
    """Let somebody ask something that nothing fits; return the public name of the question."""
    stage.later(minutes=1)
    with stage.database.transaction() as connection:
        member = members.by_id(connection, person.member_id)
        assert member is not None
        return questions.add(connection, member, words, QuestionState.open, stage.now).public_id


def state_of(stage: Stage, name: str) -> str:
    with stage.database.reading() as connection:
        query = sa.select(question_rows.c.state).where(question_rows.c.public_id == name)
        return str(connection.execute(query).scalar_one())


def test_gaps__show_the_newest_first_and_never_who_asked(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    asks(stage, anna, "Wie kent een tolk Tigrinya voor de avond?")
    asks(stage, anna)
    shown = carla.says("/gaten")
    assert shown is not None
    assert shown.text.startswith("Er zijn 2 open vragen.")
    assert ASKED in shown.text
    older = carla.taps("Volgende vraag")
    assert older is not None
    assert "tolk Tigrinya" in older.text
    first = carla.taps("Volgende vraag")
    assert first is not None
    assert ASKED in first.text
    assert "Anna" not in carla.screen()


@pytest.mark.parametrize(
    ("label", "state", "words"),
    [
        ("Dit is opgelost", "closed", "denkt dat een vraag van jou is opgelost"),
        ("Hoort hier niet", "closed", "Hier kunnen collega's er niet bij helpen"),
    ],
)
def test_closing__is_told_once_to_who_asked(stage: Stage, label: str, state: str, words: str) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    name = asks(stage, anna)
    shown = carla.says("/gaten")
    assert shown is not None
    data = next(one.data for row in shown.spoken.rows for one in row if one.label == label)
    closed = carla.presses(data, shown)
    assert closed is not None
    assert closed.text == "Gesloten. Wie het vroeg, hoort dat van mij.\n\nEr zijn nu geen open vragen."
    again = carla.presses(data, shown)
    assert again is not None
    assert again.text == "Deze vraag staat niet (meer) open. Ik heb niets veranderd."
    assert state_of(stage, name) == state
    told = [seen.text for seen in anna.chat]
    assert len(told) == 1
    assert words in told[0]
    assert ASKED in told[0]
    assert "Carla" not in told[0]


def test_example_shared_since__is_offered_at_once_and_sent_to_who_asked(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    name = asks(stage, anna)
    stage.practice(
        bob,
        "Met hond naar de nachtopvang",
        situation="Een bewoner slaapt buiten, want de nachtopvang neemt geen hond.",
        approach="Ik belde het dierenasiel voor opvang van de hond.",
    )
    carla.says("/gaten")
    offered = carla.taps("Koppel een voorbeeld")
    assert offered is not None
    sure = carla.taps("Met hond naar de nachtopvang")
    assert sure is not None
    assert "De vrager hoort niet dat jij het koppelde." in sure.text
    done = carla.taps("Stuur het")
    assert done is not None
    assert done.text.startswith("Gestuurd. De vraag is nu beantwoord.")
    assert state_of(stage, name) == "answered"
    assert [ASKED in seen.text for seen in anna.chat] == [True]
    card = anna.taps("Bekijk voorbeeld")
    assert card is not None
    assert "dierenasiel" in card.text


def test_example__is_found_by_typing_words_and_another_may_be_chosen(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    name = asks(stage, anna, "Wat doen jullie bij brieven die niemand begrijpt?")
    stage.practice(bob, "Samen bellen met de energieleverancier", situation="Er is een energieschuld.")
    carla.says("/gaten")
    asked = carla.taps("Koppel een voorbeeld")
    assert asked is not None
    nothing = carla.says("xylofoon")
    assert nothing is not None
    assert "Daarmee vind ik geen voorbeeld" in nothing.text
    carla.says("energieleverancier bellen")
    carla.taps("Samen bellen met de energieleverancier")
    carla.taps("Kies een ander")
    carla.taps("Samen bellen met de energieleverancier")
    carla.taps("Stuur het")
    assert state_of(stage, name) == "answered"
    assert len(anna.chat) == 1


def test_example__that_who_asked_may_not_see_is_not_found(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Oost")
    anna = stage.person("Anna")
    bob = stage.person("Bob", team_id=team.id)
    carla = stage.person("Carla", Role.coordinator, team_id=team.id)
    asks(stage, anna)
    stage.practice(bob, "Nachtopvang met hond", situation="Nachtopvang en hond.", visibility=Visibility.team)
    carla.says("/gaten")
    carla.taps("Koppel een voorbeeld")
    answer = carla.says("nachtopvang hond")
    assert answer is not None
    assert "geen voorbeeld dat de vrager mag zien" in answer.text


def test_two_coordinators__close_a_question_once(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    carla, cees = stage.person("Carla", Role.coordinator), stage.person("Cees", Role.coordinator)
    name = asks(stage, anna)
    stage.practice(bob, "Met hond naar de nachtopvang", situation="De nachtopvang neemt geen hond.")
    carla.says("/gaten")
    carla.taps("Koppel een voorbeeld")
    carla.taps("Met hond naar de nachtopvang")
    cees.says("/gaten")
    cees.taps("Dit is opgelost")
    late = carla.taps("Stuur het")
    assert late is not None
    assert late.text == "Deze vraag staat niet (meer) open. Ik heb niets veranderd."
    assert state_of(stage, name) == "closed"
    assert len(anna.chat) == 1


def test_asker_who_left__stops_nothing(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    name = asks(stage, anna)
    with stage.database.transaction() as connection:
        members.forget(connection, anna.member_id)
    carla.says("/gaten")
    carla.taps("Dit is opgelost")
    assert state_of(stage, name) == "closed"


@pytest.mark.parametrize("role", [Role.member, Role.policy])
def test_member__sees_no_gaps_and_forges_nothing(stage: Stage, role: Role) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob", role)
    name = asks(stage, anna)
    answer = bob.says("/gaten")
    assert answer is not None
    assert "ken ik niet" in answer.text
    for forged in (ShowGaps(0), CloseGap(name, Ending.solved, 0), LinkGap(name)):
        pressed = bob.presses(encode(forged), answer)
        assert pressed is not None
        assert pressed.text.startswith("Deze knop werkt niet meer.")
    assert state_of(stage, name) == "open"
    assert anna.chat == []


def test_other_organisation__looks_like_one_without_that_question(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    with stage.database.transaction() as connection:
        other = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
        stranger = members.add(
            connection,
            organisation_id=other.id,
            role=Role.member,
            language="nl",
            name="Zus",
            now=stage.now - timedelta(days=1),
        )
        name = questions.add(connection, stranger, CANARY, QuestionState.open, stage.now).public_id
    shown = carla.says("/gaten")
    assert shown is not None
    assert shown.text == "Er zijn nu geen open vragen."
    for made in (lambda one: CloseGap(one, Ending.elsewhere, 0), LinkGap):
        theirs, absent = (
            carla.presses(encode(made(name)), shown),
            carla.presses(encode(made("z" * 12)), shown),
        )
        assert theirs is not None
        assert absent is not None
        assert theirs.text == absent.text
    assert CANARY not in carla.screen()
    assert state_of(stage, name) == "open"


def test_in_english__the_same_conversation(stage: Stage) -> None:
    anna = stage.person("Anna", language="en")
    carla = stage.person("Carla", Role.liaison, language="en")
    asks(stage, anna, "Who knows a night shelter that takes dogs?")
    carla.says("/gaps")
    done = carla.taps("Does not belong here")
    assert done is not None
    assert done.text.startswith("Closed. I let the person who asked know.")
    assert anna.sees("Colleagues here cannot help with it")


def test_help__of_a_coordinator_stays_when_a_list_is_opened_from_it(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    carla.says("/help")
    for label, words in (("Open vragen", "geen open vragen"), ("Gemelde voorbeelden", "geen melding open")):
        shown = carla.taps(label)
        assert shown is not None
        assert words in shown.text
    assert carla.sees("Dit kun je hier doen:")
    assert "Open vragen" not in (stage.person("Anna").says("/help") or carla.chat[0]).labels


TOPICS = "Samen de hondenpas regelen"


def shares(stage: Stage, author: Person) -> str:
    """Share what answers the question, in other words, and some other things."""
    stage.practice(author, "Wandel een rondje", situation="Een jongere gaat niet naar school.")
    stage.practice(author, "Rust in de hal", situation="Bezoekers wachten lang bij het loket.")
    return stage.practice(author, TOPICS, situation="Dieren mogen vaak niet mee naar binnen.")


def links(carla: Person, words: str = "hondenpas regelen") -> None:
    """Let Carla answer the newest open question with the example that these words find."""
    carla.says("/gaten")
    carla.taps("Koppel een voorbeeld")
    carla.says(words)
    carla.taps(TOPICS)
    carla.taps("Stuur het")


def is_answered(person: Person, words: str = ASKED) -> bool:
    said = person.says(words)
    assert said is not None
    return TOPICS in said.text and "Open vragen" not in said.text


def test_linking__answers_whoever_asks_the_same_next(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    shares(stage, carla)
    assert not is_answered(bob)
    bob.taps("Vraag intrekken")
    asks(stage, anna)
    links(carla)
    assert anna.sees("past nu een voorbeeld")
    assert is_answered(bob)
    assert is_answered(bob, "hoe krijg ik een bewonr met hond toch in de nachtopvng")


def test_linking__is_unlearned_when_who_asked_takes_the_question_back(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    shares(stage, carla)
    asks(stage, anna)
    links(carla)
    anna.says("/vragen")
    anna.taps("Hoe krijg ik een bewoner met een hond…")
    anna.taps("Vraag intrekken")
    assert not is_answered(bob)


def test_linking__is_unlearned_and_open_again_when_who_asked_says_that_it_does_not_fit(stage: Stage) -> None:
    anna, bob, carla = stage.person("Anna"), stage.person("Bob"), stage.person("Carla", Role.coordinator)
    shares(stage, carla)
    name = asks(stage, anna)
    links(carla)
    assert state_of(stage, name) == "answered"
    anna.taps("Bekijk voorbeeld")
    anna.taps("Past niet")
    assert state_of(stage, name) == "open"
    assert not is_answered(bob)


def test_linking__and_saying_that_it_helped_count_once(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    shares(stage, carla)
    asks(stage, anna)
    links(carla)
    anna.taps("Bekijk voorbeeld")
    anna.taps("Dit hielp")
    with stage.database.reading() as connection:
        rows = connection.execute(sa.select(aliases.c.words, aliases.c.confirmed)).all()
    assert [tuple(row) for row in rows] == [(ASKED, 1)]


def test_linking__teaches_nothing_that_the_guard_took_out(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    shares(stage, carla)
    anna.says("Wie helpt een man met een kat, bereikbaar op 06-12345678, aan een slaapplek?")
    links(carla)
    with stage.database.reading() as connection:
        (words,) = connection.execute(sa.select(aliases.c.words)).scalars()
    assert words == "Wie helpt een man met een kat, bereikbaar op , aan een slaapplek?"
