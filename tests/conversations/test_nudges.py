"""What people get without asking: a practice that fits, with a message that is true, and an end to it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from domain.peers.evidence import Outcome
from domain.peers.holdout import is_held
from domain.people import Role
from handlers.kit.buttons import encode
from handlers.trials.telling import TellOutcome
from storage import members, nudging
from storage.nudging import Said, Speaker
from storage.tables import deliveries, organisations, pledges, schedules
from storage.tables import members as member_rows
from storage.tables import nudge_passes as passes
from storage.tables import nudges as rows
from tests.stage import Person, Seen, Stage

ZONE = ZoneInfo("Europe/Amsterdam")
PERIOD = timedelta(days=56)
JOBS = ("nudge-days", "nudges", "digest", "follow-up")
TICKS = ((11, 30), (12, 16), (12, 40), (15, 40), (16, 10))

NL = {"try": "Ik ga dit proberen", "see": "Bekijk het", "not": "Niet voor mij", "less": "Minder sturen"}


@pytest.fixture
def carla(stage: Stage) -> Person:
    """The coordinator, who confirmed that it was said to those without a team."""
    someone = stage.person("Carla", Role.coordinator)
    with stage.database.transaction() as connection:
        said = Said(stage.now.date(), Speaker.lead)
        nudging.say_told(connection, stage.organisation.id, someone.member_id, None, said, stage.now)
    return someone


def draw(stage: Stage, *left_out: Person) -> None:
    """Let chance leave out just these people, for half a year: give it another secret until it does."""
    with stage.database.transaction() as connection:
        sent_something = member_rows.c.rhythm != "nothing"
        people = connection.execute(
            sa.select(member_rows.c.id, member_rows.c.public_id).where(sent_something)
        ).all()
        wanted = {one.member_id for one in left_out}
        secret = next(
            str(number)
            for number in count()
            if all(
                is_held(one.public_id, str(number), stage.now + later * PERIOD) == (one.id in wanted)
                for one in people
                for later in range(4)
            )
        )
        connection.execute(sa.update(organisations).values(secret=secret))


def practitioner(
    stage: Stage, name: str, rhythm: str = "weekly", language: str = "nl", theme: str = "debt"
) -> Person:
    someone = stage.person(name, language=language)
    with stage.database.transaction() as connection:
        member = members.by_id(connection, someone.member_id)
        assert member is not None
        members.change(connection, member.id, rhythm=rhythm, job="debt")
        members.follow(connection, member, theme)
    return someone


def tick(stage: Stage) -> None:
    """Let the clock tick for what is tested here, and bring what may be brought."""
    stage.jobs(*JOBS)
    stage.catch_up()


def days(stage: Stage, many: int) -> None:
    """Let days pass, with the clock ticking before, at and after lunch, and in the afternoon."""
    for _ in range(many):
        for hour, minute in TICKS if is_due(stage) else TICKS[-1:]:
            local = datetime.combine(stage.now.astimezone(ZONE).date(), time(hour, minute), ZONE)
            if local > stage.now:
                stage.now = local.astimezone(UTC)
                tick(stage)
        stage.jobs("nudge-watch")  # every six hours
        stage.catch_up()
        tomorrow = stage.now.astimezone(ZONE).date() + timedelta(days=1)
        stage.now = datetime.combine(tomorrow, time(8), ZONE).astimezone(UTC)


def is_due(stage: Stage) -> bool:
    """Tell whether anything waits for a moment of this day; on another one tick is enough."""
    tomorrow = stage.now.astimezone(ZONE).date() + timedelta(days=1)
    before = datetime.combine(tomorrow, time(0), ZONE).astimezone(UTC)
    held = sa.and_(deliveries.c.state == "held", deliveries.c.not_before < before)
    with stage.database.reading() as connection:
        return not connection.execute(sa.select(sa.exists().where(schedules.c.id > 0))).scalar() or any(
            connection.execute(sa.select(sa.exists().where(waits))).scalar()
            for waits in (
                schedules.c.next_fire < before,
                passes.c.done_at.is_(None),
                held,
                pledges.c.due_at < before,
            )
        )


def offers(person: Person) -> list[str]:
    return [seen.text for seen in person.chat if NL["see"] in seen.labels and NL["try"] in seen.labels]


def held(stage: Stage) -> list[bool]:
    with stage.database.reading() as connection:
        return list(connection.execute(sa.select(rows.c.held).order_by(rows.c.id)).scalars())


def test_nudge__offers_what_fits_with_four_buttons_and_why_it_comes(stage: Stage, carla: Person) -> None:
    bob, anna = practitioner(stage, "Bob"), practitioner(stage, "Anna")
    draw(stage)
    days(stage, 7)
    stage.practice(bob, "Drie stapels post")
    days(stage, 7)
    assert len(offers(anna)) == 1
    seen = anna.chat[-1]
    assert seen.text.startswith("Dit past bij je werk: ‘Drie stapels post’.")
    assert "omdat het past bij je werk en je onderwerpen" in seen.text
    assert seen.labels == [NL["try"], NL["see"], NL["not"], NL["less"]]
    assert offers(bob) == []
    assert carla.sees("Dit zeg ik vooraf")


@pytest.fixture
def pair(stage: Stage, carla: Person) -> tuple[Person, Person]:
    """Bob who shared something, and Anna who follows the same theme; both joined two weeks ago."""
    assert carla.member_id
    bob, anna = practitioner(stage, "Bob"), practitioner(stage, "Anna")
    draw(stage)
    days(stage, 7)
    stage.practice(bob, "Drie stapels post")
    return bob, anna


def last_offer(person: Person) -> Seen:
    return next(seen for seen in reversed(person.chat) if NL["see"] in seen.labels)


def test_nudge__pledge_holiday_follow_up_partly_and_the_maker_hears(
    stage: Stage, pair: tuple[Person, Person]
) -> None:
    bob, anna = pair
    days(stage, 7)
    asked = anna.taps(NL["try"])
    assert asked is not None
    assert "staat bij je voornemens" in asked.text
    anna.taps("Deze week")
    anna.says("/pauze tot 4 januari")
    days(stage, 21)
    assert not anna.sees("Is het ervan gekomen?")
    days(stage, 7)
    assert anna.sees("Is het ervan gekomen?")
    anna.taps("Ja, gedaan")
    anna.taps("Deels")
    anna.says("Eerst koffie, dan pas de post.")
    anna.taps("Geen tijd")
    anna.taps("Zonder naam")
    days(stage, 1)
    assert bob.sees("Een collega probeerde je voorbeeld ‘Drie stapels post’. Het werkte deels.")
    assert bob.sees("Eerst koffie, dan pas de post.")


def test_nudge__not_for_me_is_not_offered_again_and_can_be_taken_back(
    stage: Stage, pair: tuple[Person, Person]
) -> None:
    _, anna = pair
    days(stage, 7)
    answer = anna.taps(NL["not"])
    assert answer is not None
    assert "krijg je voorlopig niet meer" in answer.text
    days(stage, 28)
    assert len(offers(anna)) == 0  # the one there was is put in the words of the answer
    shown = anna.taps("Toch wel voor mij")
    assert shown is not None
    assert "Drie stapels post" in shown.text


def test_nudge__see_it_shows_the_card_and_a_button_of_another_is_nobodys(
    stage: Stage, pair: tuple[Person, Person]
) -> None:
    bob, anna = pair
    days(stage, 7)
    data = next(one.data for row in last_offer(anna).spoken.rows for one in row if one.label == NL["see"])
    forged = bob.presses(data)
    assert forged is not None
    assert "Drie stapels post" not in forged.text
    shown = anna.taps(NL["see"])
    assert shown is not None
    assert "Let op:" in shown.text


def test_nudge__comes_in_english_for_who_speaks_it(stage: Stage, carla: Person) -> None:
    bob = practitioner(stage, "Bob")
    anna = practitioner(stage, "Anna", language="en")
    draw(stage)
    days(stage, 7)
    stage.practice(bob, "Drie stapels post")
    days(stage, 7)
    assert anna.chat[-1].text.startswith("This fits your work: ‘Drie stapels post’.")
    assert anna.chat[-1].labels == ["I will try this", "See it", "Not for me", "Send less"]
    assert carla.sees("Dit zeg ik vooraf")


def test_back_off__after_three_ignored_says_so_once_and_after_six_is_silent(
    stage: Stage, pair: tuple[Person, Person]
) -> None:
    bob, anna = pair
    for number in range(12):
        other = practitioner(stage, f"Maker {number}", rhythm="nothing")
        stage.practice(other, f"Aanpak {number}")
    draw(stage)
    asked = "Dat is prima."
    days(stage, 7 * 4)
    assert len(offers(anna)) == 3
    assert sum(asked in seen.text for seen in anna.chat) == 1
    notice = next(seen for seen in anna.chat if asked in seen.text)
    assert notice.labels == ["Andere onderwerpen", "Minder is goed", "Stop met sturen"]
    days(stage, 7 * 10)
    assert len(offers(anna)) == 6
    assert sum(asked in seen.text for seen in anna.chat) == 1
    days(stage, 7 * 6)
    assert len(offers(anna)) == 6
    stage.practice(anna, "Iets van Anna zelf")
    days(stage, 14)
    assert len(offers(anna)) > 6
    assert bob.member_id


def test_back_off__other_topics_are_one_tap_away(stage: Stage, pair: tuple[Person, Person]) -> None:
    _, anna = pair
    for number in range(4):
        stage.practice(practitioner(stage, f"Maker {number}", rhythm="nothing"), f"Aanpak {number}")
    draw(stage)
    days(stage, 7 * 5)
    shown = anna.taps("Andere onderwerpen")
    assert shown is not None
    assert "✓ Schulden" in shown.labels


def test_less__at_any_time_and_then_one_a_week_is_nothing(stage: Stage, pair: tuple[Person, Person]) -> None:
    _, anna = pair
    answer = anna.says("/minder")
    assert answer is not None
    assert answer.labels == [
        "Eens per week",
        "Twee keer per week",
        "Alleen overzicht",
        "Niets sturen",
        "Werktijden",
        "Pauze",
        "Stop",
    ]
    anna.taps("Niets sturen")
    days(stage, 14)
    assert offers(anna) == []


def test_hold_out__is_written_down_and_sent_nothing(stage: Stage, pair: tuple[Person, Person]) -> None:
    bob, anna = pair
    draw(stage, anna)
    days(stage, 14)
    assert offers(anna) == []
    assert held(stage) == [True]
    assert bob.member_id


def test_pass__that_looks_twice_offers_once(stage: Stage, pair: tuple[Person, Person]) -> None:
    _, anna = pair
    days(stage, 7)
    with stage.database.transaction() as connection:
        connection.execute(sa.update(passes).values(done_at=None))
    stage.now -= timedelta(days=6)
    tick(stage)
    tick(stage)
    assert len(held(stage)) == 1
    assert len(offers(anna)) == 1


def test_team__that_was_not_told_is_offered_nothing(stage: Stage, pair: tuple[Person, Person]) -> None:
    _, anna = pair
    with stage.database.transaction() as connection:
        nudging.take_back(connection, stage.organisation.id, None, None, stage.now)
    days(stage, 7)
    assert offers(anna) == []
    assert held(stage) == []


def test_crisis_week__sends_nothing_and_takes_back_what_was_ready(
    stage: Stage, pair: tuple[Person, Person]
) -> None:
    _, anna = pair
    with stage.database.transaction() as connection:
        until = stage.now + timedelta(days=7)
        nudging.call_crisis(connection, stage.organisation.id, None, until, stage.now)
    days(stage, 7)
    assert offers(anna) == []
    days(stage, 7)
    assert len(offers(anna)) == 1


def test_maker__hears_what_it_changed_once_three_tried_it(stage: Stage, pair: tuple[Person, Person]) -> None:
    bob, _ = pair
    name = stage.practice(bob, "Samen bellen")
    for number in range(3):
        someone = practitioner(stage, f"Collega {number}", rhythm="nothing")
        someone.presses(encode(TellOutcome(name, Outcome.worked)))
        someone.says(f"Zin {number}: eerst bellen.")
        someone.taps("Zonder naam")
    draw(stage)
    days(stage, 7)
    told = [seen for seen in bob.chat if "helpt. 3 collega's probeerden het." in seen.text]
    assert len(told) == 1
    assert "‘Zin 2: eerst bellen.’" in told[0].text
    assert told[0].labels == ["Laat reacties zien", "Fijn", "Minder sturen"]
    days(stage, 21)
    assert sum("helpt. 3 collega's" in seen.text for seen in bob.chat) == 1


def test_majority__is_told_in_numbers_of_the_nearest_group(stage: Stage, carla: Person) -> None:
    assert carla.member_id
    bob, anna = practitioner(stage, "Bob"), practitioner(stage, "Anna")
    draw(stage)
    days(stage, 7)
    name = stage.practice(bob, "Samen bellen")
    for number in range(12):
        someone = practitioner(stage, f"Collega {number}", rhythm="nothing")
        if number < 9:
            someone.presses(encode(TellOutcome(name, Outcome.worked)))
        else:
            someone.says("Hoe open ik samen post?")
    draw(stage)
    days(stage, 7)
    # Bob, who shared, and the twelve: thirteen active people besides Anna.
    said = "De meeste collega's met jouw werk doen dit al: ‘Samen bellen’. Het zijn er 9 van de 13."
    assert said in offers(anna)[0]


def test_digest__has_what_fits_and_what_is_new_on_thursday(stage: Stage, carla: Person) -> None:
    bob, dora = practitioner(stage, "Bob"), practitioner(stage, "Dora", rhythm="digest")
    draw(stage)
    stage.practice(bob, "Oud en goed")
    days(stage, 14)
    assert not dora.sees("Jouw week")
    stage.practice(bob, "Gloednieuw")
    days(stage, 7)
    shown = [seen for seen in dora.chat if "Jouw week in twee minuten." in seen.text]
    assert len(shown) == 1
    assert "Past bij je: ‘" in shown[0].text
    assert "Nieuw: ‘" in shown[0].text
    assert shown[0].labels == ["Bekijk 1", "Bekijk 2", "Minder sturen"]
    card = dora.taps("Bekijk 2")
    assert card is not None
    assert "Let op:" in card.text
    assert carla.member_id


def test_digest__with_nothing_to_say_stays_silent(stage: Stage, carla: Person) -> None:
    bob, dora = practitioner(stage, "Bob"), practitioner(stage, "Dora", rhythm="digest")
    draw(stage)
    days(stage, 7)
    stage.practice(bob, "Eén ding")
    days(stage, 21)
    assert not dora.sees("Jouw week")
    assert carla.member_id


# --- whether it does harm -----------------------------------------------------------------------------


def test_stop_rule__ends_it_by_itself_and_tells_the_coordinator(
    stage: Stage, carla: Person, pair: tuple[Person, Person]
) -> None:
    people = [practitioner(stage, f"Collega {number}") for number in range(6)]
    for number in range(4):
        stage.practice(practitioner(stage, f"Maker {number}", rhythm="nothing"), f"Aanpak {number}")
    draw(stage)
    days(stage, 14)
    assert all(offers(one) for one in people)
    for one in people[:3]:
        one.taps(NL["less"])
    days(stage, 1)
    assert carla.sees("te veel mensen vroegen om minder")
    assert carla.sees("Ik begin niet uit mezelf opnieuw.")
    before = [len(offers(one)) for one in people]
    stage.practice(pair[0], "Nog iets")
    days(stage, 14)
    assert [len(offers(one)) for one in people] == before
    with stage.database.transaction() as connection:
        assert nudging.start(connection, stage.organisation.id, carla.member_id, stage.now)
    days(stage, 7)
    with stage.database.reading() as connection:
        assert nudging.switch(connection, stage.organisation.id).stopped_at is None


def test_report__comes_after_each_period_with_its_doubt_and_what_was_said_before(
    stage: Stage, carla: Person, pair: tuple[Person, Person]
) -> None:
    assert pair
    days(stage, 70)
    reports = [seen.text for seen in carla.chat if seen.text.startswith("De laatste acht weken zijn om.")]
    assert reports
    assert "Het zijn te weinig mensen om iets te zeggen." in reports[0]
    assert "Vooraf zei ik: met minder dan tien mensen is niet te zien of het helpt." in reports[0]
