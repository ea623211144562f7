"""Thanks with a reason, a re-check after half a year, and one's own contribution."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.files import FILE_MAKERS
from domain.kudos import Kudos, may_thank
from handlers.kit.buttons import encode
from handlers.kit.doors import StartThanks
from storage import members, practices
from tests.conversations.test_trials import days_later, opens, taps, tells
from tests.stage import Person, Stage

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


@pytest.fixture
def name(stage: Stage, anna: Person) -> str:
    return stage.practice(anna, "Post samen openmaken", situation="Iemand maakt de post niet open.")


def kudos(practice: int, days: float) -> Kudos:
    return Kudos("x", practice, "dank", False, "Bob", NOW - timedelta(days=days))


@pytest.mark.parametrize(
    ("given", "may"),
    [
        ([], True),
        ([kudos(2, 0.1), kudos(3, 0.2)], True),
        ([kudos(2, 0.1), kudos(3, 0.2), kudos(4, 0.3)], True),
        ([kudos(1, 29)], False),
        ([kudos(1, 31)], True),
    ],
)
def test_thanks__for_one_practice_are_once_a_month(given: list[Kudos], may: bool) -> None:
    assert may_thank(given, 1, NOW) is may


def test_thanks__reach_the_maker_with_a_reason_and_without_a_name(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    opens(bob, name)
    taps(bob, "Bedank de maker")
    bob.says("Een moeder durft de post nu zelf te openen.")
    taps(bob, "Zonder naam")
    days_later(stage, 1)
    heard = next(seen.text for seen in anna.chat if "bedankje" in seen.text)
    assert heard.startswith("Een bedankje voor jou van een collega")
    assert "Een moeder durft" in heard
    assert "Bob" not in heard
    opens(bob, name)
    assert "bedankte je pas nog" in taps(bob, "Bedank de maker").text


def next_morning(stage: Stage) -> None:
    stage.later(hours=12)
    days_later(stage, 1)


def test_thanks__given_at_night_are_read_in_the_morning(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    stage.later(hours=12)
    opens(bob, name)
    taps(bob, "Bedank de maker")
    bob.says("Dit gaf rust.")
    taps(bob, "Met mijn naam")
    next_morning(stage)
    assert anna.sees("bedankje")


def test_thanks__can_be_taken_back(stage: Stage, anna: Person, bob: Person, name: str) -> None:
    stage.later(hours=12)  # at night nothing is said
    opens(bob, name)
    taps(bob, "Bedank de maker")
    bob.says("Dit gaf rust.")
    taps(bob, "Met mijn naam", "Haal terug")
    next_morning(stage)
    assert not anna.sees("bedankje")


def test_thanks__with_a_name_are_not_said_once_the_giver_left(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    stage.later(hours=12)  # at night nothing is said
    opens(bob, name)
    taps(bob, "Bedank de maker")
    bob.says("Dit gaf rust.")
    taps(bob, "Met mijn naam")
    bob.says("/stop")
    taps(bob, "Wis mijn gegevens")
    bob.taps("Ja, wis alles")
    next_morning(stage)
    assert not anna.sees("bedankje")


def test_thanks__to_oneself_are_refused(anna: Person, name: str) -> None:
    anna.says("/help")
    answer = anna.presses(encode(StartThanks(name)))
    assert answer is not None
    assert "kan ik je niet laten zien" in answer.text


def test_recheck__asks_after_half_a_year_without_a_word_and_one_tap_is_enough(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    stage.later(days=100)
    tells(bob, name)
    stage.later(days=100)
    days_later(stage, 3)
    assert not anna.sees("Klopt je voorbeeld")
    stage.later(days=80)
    days_later(stage, 4)
    assert sum("Klopt je voorbeeld" in seen.text for seen in anna.chat) == 1
    assert "Collega's kunnen weer vooruit" in taps(anna, "Klopt nog").text
    days_later(stage, 30)
    assert sum("Klopt je voorbeeld" in seen.text for seen in anna.chat) == 0


def test_contribution__says_what_others_did_with_it_in_the_chat_and_as_a_pdf(
    stage: Stage, anna: Person, bob: Person, name: str
) -> None:
    tells(bob, name, "Ja, goed", "Begin met één envelop.")
    shown = anna.says("/bijdrage")
    assert shown is not None
    assert "Eén voorbeeld gedeeld" in shown.text
    assert "één collega probeerde dit: bij 1 werkte het." in shown.text
    taps(anna, "Maak een PDF")
    file = anna.chat[-1].spoken.file
    assert file is not None
    made = FILE_MAKERS[file["kind"]](file["values"])
    assert made.data.startswith(b"%PDF")
    lessons = bob.says("/bijdrage")
    assert lessons is not None
    assert "Geleerd: ‘Begin met één envelop.’" in lessons.text
    nothing = stage.person("Dora").says("/bijdrage")
    assert nothing is not None
    assert "Er is nog niets" in nothing.text


def test_order__what_worked_comes_before_what_did_not_and_a_doubtful_match_never_first(
    stage: Stage, anna: Person
) -> None:
    names = {
        title: stage.practice(anna, title, situation="Iemand maakt de post niet open.")
        for title in ("Post op tafel A", "Post op tafel B")
    }
    for number in range(4):
        tells(stage.person(f"Collega {number}"), names["Post op tafel A"], "Nee", "Het lukte bij ons niet.")
        tells(stage.person(f"Buur {number}"), names["Post op tafel B"], "Ja, goed", "Samen ging het snel.")
    dora = stage.person("Dora")
    dora.says("post op tafel maakt niet open")
    assert dora.chat[-1].text.startswith("Post op tafel B")
    with stage.database.reading() as connection:
        viewer = members.by_id(connection, dora.member_id)
        assert viewer is not None
        first = practices.on_show(connection, viewer, order="useful")[0]
    assert first.parts.title == "Post op tafel B"
