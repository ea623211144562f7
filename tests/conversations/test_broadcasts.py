"""Carla writes to a group: she is sure, follows how it goes, stops it, and never sees who pressed."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from domain.delivery import Outcome
from domain.people import Role
from handlers.broadcasts import compose, sending
from handlers.kit import Incoming
from handlers.kit.take import take
from storage import audit, broadcasts, members, organisations
from storage.tables import addresses, deliveries
from tests.stage import Person, Seen, Stage

WORDS = "Morgen is er *taart* in de kantine."


@pytest.fixture
def carla(stage: Stage) -> Person:
    """A Tuesday at ten; with twelve colleagues of Carla's."""
    for number in range(12):
        stage.person(f"Collega {number}")
    return stage.person("Carla", Role.coordinator)


def written(
    carla: Person, *, asks: str = "Geen knop", voice: str = "Van collega's", when: str = "Nu"
) -> Seen:
    """Carla writes to everybody, up to the last question."""
    carla.says("/bericht")
    carla.says(WORDS)
    carla.says("iedereen")
    carla.taps(voice)
    carla.taps(asks)
    seen = carla.taps(when) if when in ("Nu", "Volgende ochtend") else carla.says(when)
    assert seen
    return seen


def sent(carla: Person, **more: str) -> None:
    """Carla sends it to thirteen people, and the clock ticks."""
    written(carla, **more)
    carla.says("13")
    tick(carla.stage)


def tick(stage: Stage, times: int = 3) -> None:
    """Let the clock look, with five seconds in between."""
    for _ in range(times):
        stage.jobs()
        stage.catch_up()
        stage.later(seconds=5)


def colleague(stage: Stage, number: int) -> Person:
    return Person(stage, f"Collega {number}", "nl")


def says(person: Person, words: str) -> str:
    seen = person.says(words)
    assert seen
    return seen.text


def taps(person: Person, label: str) -> str:
    seen = person.taps(label)
    assert seen
    return seen.text


# --- from the first word to the last count ------------------------------------------------------------


def test_broadcast__is_shown_as_it_arrives_and_goes_out_on_the_number(stage: Stage, carla: Person) -> None:
    preview = written(carla)
    assert "Zo komt het aan" in preview.text
    assert "<b>taart</b>" in preview.spoken.html
    assert "iedereen (13 mensen)" in preview.text
    assert "Ik stuur het nu naar een groep van 13 mensen" in says(carla, "13")
    assert not colleague(stage, 3).sees("taart")
    tick(stage)
    got = colleague(stage, 3).chat[-1]
    assert got.text.startswith("Van collega's\nMorgen is er taart in de kantine.")
    assert "<b>taart</b>" in got.spoken.html
    assert "Dit krijgt iedereen hier" in got.text
    assert len(colleague(stage, 3).chat) == 1
    assert carla.sees("is verstuurd.")
    assert carla.sees("Aangekomen: 13 van 13")


def test_broadcast__in_english(stage: Stage, carla: Person) -> None:
    eve = stage.person("Eve", Role.coordinator, "en")
    eve.says("/broadcast")
    eve.says("There is _cake_ tomorrow.")
    eve.taps("Everybody (14)")
    eve.taps("From policy")
    eve.taps("Seen")
    preview = eve.taps("Now")
    assert preview
    assert "This is how it arrives" in preview.text
    assert "Button below: Seen" in preview.text
    assert "14 people now" in says(eve, "14")
    tick(stage)
    assert eve.sees("From policy\nThere is cake tomorrow.")
    assert eve.sees("Arrived: 14 of 14")
    # Everybody has the words as they were typed, and the rest in their own language.
    assert colleague(stage, 0).sees("Van beleid\nThere is cake tomorrow.")
    assert "Genoteerd: gezien" in taps(colleague(stage, 0), "Gezien")


def test_broadcast__by_team_reaches_that_team_only_and_says_why(stage: Stage, carla: Person) -> None:
    with stage.database.transaction() as connection:
        north = organisations.add_team(connection, stage.organisation.id, "Noord")
    anna, bob = stage.person("Anna", team_id=north.id), stage.person("Bob")
    carla.says("/bericht De sleutel ligt bij de balie.")
    assert "Wie krijgt dit bericht?" in carla.screen()
    carla.says("Noord")
    carla.taps("Van collega's")
    carla.taps("Geen knop")
    carla.taps("Nu")
    assert "1 mens" in says(carla, "1")
    tick(stage)
    assert anna.sees("omdat je bij team Noord hoort")
    assert not bob.sees("sleutel")
    assert "omdat je bij team" not in carla.chat[-1].text


def test_broadcast__with_an_example_opens_it(stage: Stage, carla: Person) -> None:
    stage.practice(colleague(stage, 1), "Zet een doos bij de deur", situation="Iemand opent de post niet.")
    carla.says("/bericht Kijk hier eens naar.")
    carla.says("iedereen")
    carla.taps("Van beleid")
    carla.taps("Een voorbeeld")
    carla.says("doos post")
    carla.taps("Zet een doos bij de deur")
    preview = carla.taps("Nu")
    assert preview
    assert "Die opent ‘Zet een doos bij de deur’" in preview.text
    carla.says("13")
    tick(stage)
    assert "Zet een doos bij de deur" in taps(colleague(stage, 2), "Bekijk voorbeeld")


# --- nothing goes out by accident ---------------------------------------------------------------------


@pytest.mark.parametrize("words", ["ja", "12", "130", "verstuur"])
def test_sure__is_the_number_and_nothing_else(stage: Stage, carla: Person, words: str) -> None:
    written(carla)
    assert "Ik heb niets verstuurd. Het zijn nu 13 mensen" in says(carla, words)
    tick(stage)
    assert not colleague(stage, 1).sees("taart")


def test_sure__is_asked_again_when_somebody_came_meanwhile(stage: Stage, carla: Person) -> None:
    written(carla)
    stage.person("Nieuw")
    assert "Het zijn nu 14 mensen" in says(carla, "13")
    assert "Ik stuur het nu naar een groep van 14 mensen" in says(carla, "14")


def test_every_answer__can_be_changed_before_it_goes_out(stage: Stage, carla: Person) -> None:
    written(carla)
    carla.taps("Tekst")
    assert "Toch geen taart" in says(carla, "Toch geen taart.")
    carla.taps("Groep")
    carla.taps("Per rol")
    assert "rol: coördinator (1 persoon)" in taps(carla, "coördinator (1)")
    carla.taps("Afzender")
    assert "Van beleid" in taps(carla, "Van beleid")
    carla.taps("Knop")
    assert "Knop eronder: Gezien" in taps(carla, "Gezien")
    carla.taps("Moment")
    assert "woensdag 25 november, 10:00" in says(carla, "morgen 10:00")


def test_words__pass_the_guard(stage: Stage, carla: Person) -> None:
    carla.says("/bericht")
    assert "telefoonnummer" in says(carla, "Bel *Anna* op 06-12345678.")
    carla.taps("Haal het weg")
    carla.says("iedereen")
    carla.taps("Van collega's")
    carla.taps("Geen knop")
    preview = carla.taps("Nu")
    assert preview
    assert "[telefoonnummer]" in preview.text
    assert "06-12345678" not in carla.screen()


def test_words__are_not_too_long(carla: Person) -> None:
    carla.says("/bericht")
    assert "Dat zijn 2100 tekens" in says(carla, "a" * 2100).replace(".", "", 1).replace("2.100", "2100")


def test_member__cannot_write_to_a_group(stage: Stage, carla: Person) -> None:
    anna = stage.person("Anna")
    assert "ken ik niet" in says(anna, "/bericht")
    written(carla)
    with stage.database.transaction() as connection:
        members.change(connection, carla.member_id, role=Role.member.value)
    assert "werkt niet meer" in says(carla, "13")
    tick(stage)
    assert not anna.sees("taart")


def test_hour__has_two_broadcasts(stage: Stage, carla: Person) -> None:
    sent(carla)
    sent(carla)
    written(carla)
    assert "al 2 berichten weg in dat uur" in says(carla, "13")
    carla.taps("Moment")
    carla.says("vandaag 13:00")
    assert "Klaar. Het gaat weg op dinsdag 24 november, 13:00" in says(carla, "13")


def test_hour__is_counted_by_one_coordinator_at_a_time(stage: Stage, carla: Person) -> None:
    if stage.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    written(carla)
    sure = Incoming("stage", "Carla", ("stage:sure",), text="13", pull=True)
    with stage.database.transaction() as colleague:
        broadcasts.starts(colleague, stage.organisation.id, stage.now)
        with (
            pytest.raises(sa.exc.OperationalError, match="lock timeout"),
            stage.database.transaction() as connection,
        ):
            connection.execute(sa.text("SET LOCAL lock_timeout = '300ms'"))
            take(connection, sure, stage.world, stage.routes, stage.now)
    assert "Ik stuur het nu naar een groep van 13 mensen" in says(carla, "13")


# --- the five minutes ---------------------------------------------------------------------------------


def test_broadcast__out_of_hours_waits_and_another_coordinator_stops_it(stage: Stage, carla: Person) -> None:
    cor = stage.person("Cor", Role.coordinator)
    stage.later(hours=10)  # eight in the evening
    written(carla)
    assert "minstens 5 minuten lang tegenhouden" in carla.screen()
    assert "Klaar. Het gaat weg op dinsdag 24 november, 20:05" in says(carla, "14")
    stage.catch_up()
    assert "Carla stuurt op dinsdag 24 november, 20:05 een bericht aan 14 mensen" in cor.screen()
    stage.later(minutes=4)
    tick(stage, 1)
    assert not colleague(stage, 0).sees("taart")
    assert "Niemand kreeg het" in taps(cor, "Houd het tegen")
    stage.later(minutes=4)
    tick(stage)
    assert not colleague(stage, 0).sees("taart")
    assert "al klaar of gestopt" in taps(carla, "Houd het tegen")


def test_broadcast__out_of_hours_arrives_when_people_work(stage: Stage, carla: Person) -> None:
    stage.later(hours=10)
    written(carla)
    carla.says("13")
    stage.later(minutes=5)
    tick(stage)
    assert not colleague(stage, 0).sees("taart")
    assert carla.sees("Nog te gaan: 13. Wie niet werkt of net iets kreeg, krijgt het later.")
    stage.later(hours=13)
    tick(stage)
    assert colleague(stage, 0).sees("taart")
    stage.later(minutes=10)
    tick(stage, 1)
    assert carla.sees("Aangekomen: 13 van 13")


@pytest.mark.parametrize("rhythm", ["nothing", "digest"])
def test_colleague__who_chose_nothing_counts_in_the_group_and_gets_nothing(
    stage: Stage, carla: Person, rhythm: str
) -> None:
    with stage.database.transaction() as connection:
        members.change(connection, colleague(stage, 0).member_id, rhythm=rhythm)
    assert "Wie niets wil ontvangen, krijgt het niet." in written(carla).text
    assert "een groep van 13 mensen" in says(carla, "13")
    tick(stage)
    assert not colleague(stage, 0).sees("taart")
    assert carla.sees("Krijgt het niet: 1. Niet bereikbaar, of wil niets ontvangen.")


def test_broadcast__that_is_small_and_in_hours_is_told_to_nobody_else(stage: Stage, carla: Person) -> None:
    cor = stage.person("Cor", Role.coordinator)
    written(carla)
    carla.says("14")
    stage.catch_up()
    assert cor.chat == []


def test_planned_broadcast__can_be_changed_until_it_goes_out(stage: Stage, carla: Person) -> None:
    written(carla, when="vandaag 13:00")
    carla.says("13")
    again = taps(carla, "Verander het")
    assert "Ik heb het tegengehouden" in again
    assert "dinsdag 24 november, 13:00" in again
    carla.taps("Tekst")
    carla.says("Er is *fruit*.")
    carla.says("13")
    stage.later(hours=3)
    tick(stage)
    assert colleague(stage, 0).sees("fruit")
    assert not colleague(stage, 0).sees("taart")
    assert "al klaar of gestopt" in taps(carla, "Verander het")


# --- stopped halfway ----------------------------------------------------------------------------------


def test_broadcast__stopped_halfway_says_how_many_got_it(
    stage: Stage, carla: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SLICE", 5)
    written(carla)
    carla.says("13")
    stage.jobs()
    stage.catch_up()
    assert carla.sees("Nog te gaan: 13")
    stopped = taps(carla, "Stop het bericht")
    assert "Wie het al had, houdt het" in stopped
    assert "Aangekomen: 5 van 13" in stopped
    assert "Niet meer verstuurd: 8" in stopped
    tick(stage)
    assert colleague(stage, 4).sees("taart")
    assert not colleague(stage, 5).sees("taart")
    assert "al klaar of gestopt" in taps(carla, "Stop het bericht")


def test_broadcast__cannot_be_stopped_by_a_member_or_from_elsewhere(stage: Stage, carla: Person) -> None:
    written(carla, when="vandaag 13:00")
    carla.says("13")
    stop = next(one.data for row in carla.chat[-1].spoken.rows for one in row if "tegen" in one.label)
    anna = stage.person("Anna")
    pressed = anna.presses(stop)
    assert pressed
    assert "werkt niet meer" in pressed.text
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    pressed = stage.person("Dirk", Role.coordinator).presses(stop)
    assert pressed
    assert "is er niet" in pressed.text
    stage.later(hours=3)
    tick(stage)
    assert colleague(stage, 0).sees("taart")


# --- who cannot be reached ----------------------------------------------------------------------------


def test_counts__tell_of_who_is_away_and_never_who(stage: Stage, carla: Person) -> None:
    with stage.database.transaction() as connection:
        members.mark_gone(connection, "stage", "Collega 0", stage.now)
        gone = sa.update(addresses).where(addresses.c.address.in_(["Collega 1", "Collega 2"]))
        connection.execute(gone.values(channel="elders"))
    written(carla)
    carla.says("13")
    tick(stage)
    with stage.database.transaction() as connection:
        for outcome, name in ((Outcome.gone, "Collega 1"), (Outcome.uncertain, "Collega 2")):
            of = sa.update(deliveries).where(deliveries.c.address == name)
            connection.execute(of.values(state=outcome.value))
    tick(stage)
    report = next(seen.text for seen in carla.chat if "Aangekomen" in seen.text)
    assert "Aangekomen: 10 van 13" in report
    assert "Krijgt het niet: 2" in report
    assert "Misschien aangekomen: 1" in report
    assert "Collega" not in report
    assert "Nog te gaan: 1" in taps(carla, "Stuur opnieuw")


def test_silent_colleague__counts_in_the_group_and_gets_nothing(stage: Stage, carla: Person) -> None:
    colleague(stage, 0).says("/stop")
    written(carla)
    assert "een groep van 13 mensen" in says(carla, "13")
    tick(stage)
    assert not colleague(stage, 0).sees("taart")


@pytest.mark.parametrize("chosen", [{"silent": True}, {"rhythm": "nothing"}])
def test_small_group__does_not_show_that_somebody_stopped(stage: Stage, chosen: dict[str, Any]) -> None:
    bob, *_ = (stage.person(name) for name in ("Bob", "Anna", "Eva", "Otto"))
    carla = stage.person("Carla", Role.coordinator)
    heard = []
    for change in ({"silent": False}, chosen):
        with stage.database.transaction() as connection:
            members.change(connection, bob.member_id, **change)
        before = len(carla.chat)
        written(carla)
        carla.says("5")
        tick(stage)
        carla.says("/berichten")
        carla.taps("Eerdere berichten")
        carla.taps("Bericht 1")
        heard.append([(seen.text, seen.labels) for seen in carla.chat[before:] if "\n1. " not in seen.text])
        stage.later(days=1)
    assert sum("taart" in seen.text for seen in bob.chat) == 1
    assert heard[0] == heard[1]
    assert "Onder de 10 mensen laat ik niet zien hoeveel het kregen." in heard[1][-1][0]


# --- the button below ---------------------------------------------------------------------------------


def test_seen__is_counted_by_fives_and_never_by_name(stage: Stage, carla: Person) -> None:
    sent(carla, asks="Gezien")
    for number in range(4):
        assert "Wie dat zei, ziet niemand" in taps(colleague(stage, number), "Gezien")
    carla.says("/berichten")
    carla.taps("Eerdere berichten")
    assert "of iets meer" not in taps(carla, "Bericht 1")
    colleague(stage, 4).taps("Gezien")
    assert "Gezien: 5 of iets meer" in taps(carla, "Bericht 1")
    colleague(stage, 5).taps("Gezien")
    report = taps(carla, "Bericht 1")
    assert "Gezien: 5 of iets meer" in report
    assert "Collega" not in report


def test_doing__says_beforehand_that_the_name_is_seen(stage: Stage, carla: Person) -> None:
    sent(carla, asks="Ik doe het")
    bob, anna = colleague(stage, 0), colleague(stage, 1)
    assert bob.sees("Tik je op ‘Ik doe het’? Dan ziet de coördinator je naam.")
    assert "Dan ziet de coördinator je naam: Collega 0" in taps(bob, "Ik doe het")
    assert "Nog niemand" in taps(carla, "Wie doet het?")
    assert "De coördinator ziet je naam." in taps(bob, "Ja, ik doe het")
    anna.taps("Ik doe het")
    anna.taps("Toch niet")
    named = taps(carla, "Wie doet het?")
    assert "Collega 0" in named
    assert "Collega 1" not in named
    bob.taps("Toch niet")
    assert "Nog niemand" in taps(carla, "Wie doet het?")


def test_button__of_who_was_not_sent_it_does_nothing(stage: Stage, carla: Person) -> None:
    sent(carla, asks="Gezien")
    seen = next(one.data for row in colleague(stage, 0).chat[-1].spoken.rows for one in row)
    late = stage.person("Later")
    pressed = late.presses(seen)
    assert pressed
    assert "is er niet" in pressed.text


# --- afterwards ---------------------------------------------------------------------------------------


def test_audit__has_a_line_of_every_send_and_stop(stage: Stage, carla: Person) -> None:
    sent(carla)
    written(carla, when="vandaag 13:00")
    carla.says("13")
    carla.taps("Houd het tegen")
    with stage.database.reading() as connection:
        noted = audit.page(connection, stage.organisation.id, most=9)
    assert [one.action for one in noted] == [
        "broadcast-withdrawn",
        "broadcast-confirmed",
        "broadcast-confirmed",
    ]
    assert {one.name for one in noted} == {"Carla"}
    assert {one.details["count"] for one in noted} == {13}
    assert "taart" not in str(noted)


def test_counts__stay_when_a_recipient_leaves(stage: Stage, carla: Person) -> None:
    sent(carla)
    with stage.database.transaction() as connection:
        members.forget(connection, colleague(stage, 0).member_id)
    carla.says("/berichten")
    carla.taps("Eerdere berichten")
    assert "Aangekomen: 13 van 13" in taps(carla, "Bericht 1")


def test_change__of_what_begins_at_that_moment_stops_it_and_does_not_send_it_twice(
    stage: Stage, carla: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(carla, when="morgen 10:00")
    carla.says("13")
    with stage.database.reading() as connection:
        [planned] = broadcasts.page(connection, stage.organisation.id, most=1)
    stage.later(days=1)
    stage.jobs()
    # With several processes, the clock of another one may begin between reading the row and changing it.
    monkeypatch.setattr(compose, "shared", lambda *_: planned)
    carla.taps("Verander het")
    assert carla.sees("is gestopt")
    assert not carla.sees("Ik heb het tegengehouden")
