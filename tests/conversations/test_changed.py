"""Anna changes her example, and whoever does it hears what to watch out for."""

from __future__ import annotations

import pytest

from domain.practices import Change, Parts, what_changed
from handlers.kit.buttons import encode
from handlers.kit.doors import EditMine, MakePledge
from storage import members, nudging, organisations
from tests.conversations.test_trials import days_later, opens, taps, tells
from tests.stage import Person, Stage

BEFORE = Parts("Post samen", "Post ligt dicht.", "Drie stapels.", "Rust.", "Niet bij haast.")


@pytest.mark.parametrize(
    ("after", "what"),
    [
        (Parts("Anders", "Ook anders.", "Drie stapels.", "Meer rust.", "Niet bij haast."), None),
        (Parts("Post samen", "", "drie stapels", "Rust.", "Niet bij  haast"), None),
        (Parts("Post samen", "", "Vier stapels.", "Rust.", "Niet bij haast."), Change.approach),
        (Parts("Post samen", "", "Vier stapels.", "Rust.", "Niet alleen."), Change.limits),
        (Parts("Post samen", "", "Drie stapels.", "Rust.", "geen"), None),
    ],
)
def test_change__that_matters_is_of_the_limits_or_the_approach(after: Parts, what: Change | None) -> None:
    assert what_changed(BEFORE, after) is what


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


@pytest.fixture
def name(stage: Stage, anna: Person) -> str:
    return stage.practice(anna, "Post samen openmaken")


def changes(anna: Person, name: str, part: str, words: str) -> None:
    opens(anna, name)
    anna.presses(encode(EditMine(name)))
    taps(anna, part)
    anna.says(words)


def heard(person: Person, words: str) -> int:
    return sum(words in seen.text for seen in person.chat)


def test_limits__that_are_new_are_told_to_who_does_it_or_plans_to_and_nobody_else(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    dora, eva, finn = (stage.person(one) for one in ("Dora", "Eva", "Finn"))
    opens(dora, name)
    dora.presses(encode(MakePledge(name)))
    tells(bob, name, "Deels")
    tells(finn, name, "Nee")
    opens(eva, name)
    changes(anna, name, "Let op", "Niet als er kinderen bij zijn.")
    stage.jobs()
    stage.catch_up()
    assert not heard(bob, "Let op bij")  # whoever corrects something often corrects it once more
    changes(anna, name, "Let op", "Niet waar kinderen bij zijn.")
    days_later(stage, 1)
    for person in (bob, dora):
        assert heard(person, "Let op bij ‘Post samen openmaken’: Niet waar kinderen bij zijn.") == 1
    for person in (anna, eva, finn):
        assert not heard(person, "De maker heeft dit aangepast.")
    days_later(stage, 1)
    assert heard(bob, "De maker heeft dit aangepast.") == 1
    assert "Let op: Niet waar kinderen bij zijn." in taps(bob, "Bekijk het").text


def test_change__again_within_a_week_is_told_after_it(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    tells(bob, name, "Ja, goed")
    changes(anna, name, "Let op", "Niet op vrijdag.")
    days_later(stage, 1)
    changes(anna, name, "Zo doe je het", "Maak vier stapels.")
    days_later(stage, 2)
    assert heard(bob, "De maker heeft dit aangepast.") == 1
    days_later(stage, 7)
    assert heard(bob, "‘Post samen openmaken’ gaat nu zo: Maak vier stapels.") == 1


def test_change__is_not_told_to_who_wants_nothing_or_may_see_it_no_more(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    dora = stage.person("Dora")
    tells(bob, name, "Ja, goed")
    tells(dora, name, "Ja, goed")
    with stage.database.transaction() as connection:
        members.change(connection, dora.member_id, rhythm="nothing")
        team = organisations.add_team(connection, stage.organisation.id, "Oost")
        members.change(connection, anna.member_id, team_id=team.id)
    changes(anna, name, "Let op", "Niet op vrijdag.")
    anna.presses(encode(EditMine(name)))
    taps(anna, "Wie ziet dit?", "Mijn team")
    days_later(stage, 1)
    assert not heard(dora, "Let op bij")
    assert not heard(bob, "Let op bij")


def test_change__is_told_in_english_to_who_speaks_it(stage: Stage, anna: Person, name: str) -> None:
    eve = stage.person("Eve", language="en")
    opens(eve, name)
    eve.presses(encode(MakePledge(name)))
    changes(anna, name, "Let op", "Niet op vrijdag.")
    days_later(stage, 1)
    assert heard(eve, "Watch out with ‘Post samen openmaken’: Niet op vrijdag.") == 1


def test_change__where_nothing_is_sent_of_its_own_accord_is_not_told_later_either(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    tells(bob, name, "Ja, goed")
    with stage.database.transaction() as connection:
        nudging.stop(connection, stage.organisation.id, anna.member_id, stage.now)
    changes(anna, name, "Let op", "Niet op vrijdag.")
    days_later(stage, 1)
    with stage.database.transaction() as connection:
        nudging.start(connection, stage.organisation.id, anna.member_id, stage.now)
    days_later(stage, 8)
    assert not heard(bob, "Let op bij")
