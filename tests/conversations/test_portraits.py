"""Anna was named and said yes: the interview, what others see, and taking it away."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from domain.people import Role
from domain.practices import Attribution
from handlers.kit.buttons import encode
from handlers.kit.doors import ShowPortrait, WhoMade
from handlers.portraits.reporting import JudgePortrait
from storage import organisations
from storage.tables import portrait_reports, portraits
from tests.conversations.test_nominate import GOING, THERE, asked, names, says, taps
from tests.conversations.test_trials import days_later
from tests.stage import Person, Stage

DAY = "Ik loop mee naar de balie met wie dat eng vindt."
ONCE = "Een brief mocht niet, dus belde ik zelf de rechtbank."


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


def says_yes(stage: Stage, anna: Person, choice: str = "Ja, met mijn naam") -> None:
    names(stage.person(f"Wie {anna.name} noemde"), anna.name)
    assert len(asked(stage, anna)) == 1
    taps(anna, choice)


def portrayed(stage: Stage, anna: Person, choice: str = "Ja, met mijn naam") -> None:
    """Let Anna make a portrait and show it."""
    says_yes(stage, anna, choice)
    taps(anna, "Bruggenbouwer")
    says(anna, DAY)
    says(anna, ONCE)
    taps(anna, "Sla over")
    if "naam" in choice and "zonder" not in choice:
        says(anna, "Hoe je met verhuurders praat")
    taps(anna, "Ja, zet erbij")
    taps(anna, "Zet het neer")


def public_id(stage: Stage) -> str:
    with stage.database.reading() as connection:
        return str(connection.execute(sa.select(portraits.c.public_id)).scalar_one())


def people_seen(person: Person) -> list[str]:
    """Return the names that somebody is offered under /people."""
    answer = person.says("/mensen")
    assert answer is not None
    others = ("Draag iemand voor", "Meer mensen", "Kijk rond")
    return [label for label in answer.labels if label not in others]


def test_interview__asks_one_thing_at_a_time_shows_it_first_and_survives_a_restart(
    stage: Stage, anna: Person, bob: Person
) -> None:
    says_yes(stage, anna)
    assert "Wat past het best bij jou?" in anna.chat[-1].text
    assert "Je collega dacht aan: Doener" in anna.chat[-1].text
    assert "gewone dag" in taps(anna, "Bruggenbouwer")
    stage.restart()
    assert "Vertel één keer" in says(anna, DAY)
    assert "nodig" in says(anna, ONCE)
    assert "Waar mogen collega's" in taps(anna, "Sla over")
    assert THERE in taps(anna, "Sla over")
    preview = taps(anna, "Ja, zet erbij")
    assert preview.startswith("Zo zien collega's jouw portret")
    for words in ("Anna", DAY, ONCE, THERE, GOING, "Een bruggenbouwer"):
        assert words in preview
    assert people_seen(bob) == []
    assert "Je portret staat er" in taps(anna, "Zet het neer")
    assert people_seen(bob) == ["Anna"]
    shown = taps(bob, "Anna")
    assert DAY in shown
    assert preview.split("\n\n", 1)[1] == shown


def test_interview__goes_by_the_guard(stage: Stage, anna: Person) -> None:
    says_yes(stage, anna)
    taps(anna, "Sla over")
    assert "e-mail" in says(anna, "Ik mail altijd met j.jansen@voorbeeld.nl over zijn zaak.").casefold()


def test_interview__changes_one_answer_and_the_name_before_it_is_shown(
    stage: Stage, anna: Person, bob: Person
) -> None:
    says_yes(stage, anna)
    taps(anna, "Sla over")
    says(anna, DAY)
    taps(anna, "Sla over", "Sla over", "Sla over", "Nee, laat weg", "Verander iets", "Een gewone dag")
    assert "Ik luister" in says(anna, "Ik luister eerst een kwartier.")
    assert "Anna" not in taps(anna, "Toch zonder naam")
    taps(anna, "Zet het neer")
    assert people_seen(bob) == ["een collega in de uitvoering"]


def test_interview__with_nothing_in_it_is_not_shown(stage: Stage, anna: Person) -> None:
    says_yes(stage, anna, "Ja, zonder naam")
    said = taps(anna, "Sla over", "Sla over", "Sla over", "Sla over", "Nee, laat weg")
    assert "nog niets in je portret" in said
    assert "Zet het neer" not in anna.chat[-1].labels


def test_interview__that_was_left_goes_on_with_portret(stage: Stage, anna: Person, bob: Person) -> None:
    says_yes(stage, anna)
    taps(anna, "Sla over")
    says(anna, DAY)
    assert "heb ik niets bewaard" in taps(anna, "Stop")
    assert people_seen(bob) == []
    assert "nog niet af" in says(anna, "mijn portret")
    assert "Wat past het best" in taps(anna, "Ga verder")
    stage.later(days=29)
    stage.jobs()
    assert "Je hebt geen portret" in says(anna, "/portret")


def test_portrait__stands_below_the_cards_with_that_name_and_no_others(
    stage: Stage, anna: Person, bob: Person
) -> None:
    signed = stage.practice(anna, "Koffie op de trap")
    nameless = stage.practice(anna, "Bellen met de buren", attribution=Attribution.job)
    portrayed(stage, anna)
    bob.says("koffie op de trap")
    shown = taps(bob, "Wie is dit?")
    assert DAY in shown
    assert bob.chat[-1].labels[0] == "Koffie op de trap"
    assert "Bellen met de buren" not in bob.chat[-1].labels
    bob.says("bellen met de buren")
    assert "Wie is dit?" not in bob.chat[-1].labels
    forged = bob.presses(encode(WhoMade(nameless)))
    assert forged is not None
    assert "kan ik je niet" in forged.text
    assert bob.presses(encode(WhoMade(signed))) is not None


def test_portrait__without_a_name_leads_to_nothing_that_tells_the_name(
    stage: Stage, anna: Person, bob: Person
) -> None:
    stage.practice(anna, "Koffie op de trap")
    portrayed(stage, anna, "Ja, zonder naam")
    taps(bob, *people_seen(bob))
    assert "Anna" not in bob.chat[-1].text
    assert "Koffie op de trap" not in bob.chat[-1].labels
    bob.says("koffie op de trap")
    assert "Wie is dit?" not in bob.chat[-1].labels


def test_portrait__is_found_by_its_name_and_of_others_nothing_is_told(
    stage: Stage, anna: Person, bob: Person
) -> None:
    nobody = says(bob, "wie is Kees?")
    assert says(bob, "wie is Anna?") == nobody
    portrayed(stage, anna)
    assert DAY in says(bob, "Wie is anna?")


def test_portrait__is_away_at_once_and_can_be_put_back_or_erased(
    stage: Stage, anna: Person, bob: Person
) -> None:
    portrayed(stage, anna)
    name = public_id(stage)
    says(anna, "/portret")
    taps(anna, "Haal het weg")
    assert people_seen(bob) == []
    gone = bob.presses(encode(ShowPortrait(name)))
    absent = bob.presses(encode(ShowPortrait("z" * 12)))
    assert gone is not None
    assert absent is not None
    assert gone.text == absent.text
    taps(anna, "Zet het terug")
    assert people_seen(bob) == ["Anna"]
    taps(anna, "Haal het weg", "Wis het")
    with stage.database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(portraits)).scalar_one() == 0


def test_portrait__that_is_shown_can_be_changed(stage: Stage, anna: Person, bob: Person) -> None:
    portrayed(stage, anna)
    says(anna, "/portret")
    assert "Zo zien collega's" in taps(anna, "Verander iets")
    taps(anna, "Verander iets", "Die ene keer")
    says(anna, "Ik vroeg het gewoon.")
    taps(bob, *people_seen(bob))
    assert ONCE in bob.chat[-1].text
    taps(anna, "Zet het neer")
    taps(bob, *people_seen(bob))
    assert "Ik vroeg het gewoon." in bob.chat[-1].text
    assert ONCE not in bob.chat[-1].text


def test_portrait__is_asked_about_after_a_year_and_one_tap_keeps_it(
    stage: Stage, anna: Person, bob: Person
) -> None:
    portrayed(stage, anna)
    stage.later(days=365)
    says(bob, "/help")
    days_later(stage, 1)
    assert anna.sees("Je portret staat er een jaar")
    taps(anna, "Ja, laat staan")
    stage.later(days=60)
    stage.jobs()
    assert people_seen(bob) == ["Anna"]


def test_portrait__goes_when_nobody_says_that_it_may_stay_and_not_during_a_pause(
    stage: Stage, anna: Person, bob: Person
) -> None:
    portrayed(stage, anna)
    stage.later(days=364)
    says(anna, "/pauze 4 weken")
    days_later(stage, 20)
    assert not anna.sees("Je portret staat er een jaar")
    assert people_seen(bob) == ["Anna"]
    days_later(stage, 10)
    assert anna.sees("Je portret staat er een jaar")
    stage.later(days=29)
    stage.jobs()
    assert people_seen(bob) == []
    stage.later(days=29)
    stage.jobs()
    with stage.database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(portraits)).scalar_one() == 0


def test_people__come_in_an_order_of_chance_that_differs_by_reader_and_day(stage: Stage) -> None:
    for number in range(4):
        portrayed(stage, stage.person(f"Mens{number}"))
    orders = {tuple(people_seen(stage.person(f"Lezer{number}"))) for number in range(12)}
    assert len(orders) > 1
    assert all(sorted(one) == ["Mens0", "Mens1", "Mens2", "Mens3"] for one in orders)
    bob = stage.person("Bob")
    days = set()
    for _ in range(8):
        assert people_seen(bob) == people_seen(bob)
        days.add(tuple(people_seen(bob)))
        stage.later(days=1)
    assert len(days) > 1


def test_portrait__is_of_its_own_organisation_only(stage: Stage, anna: Person) -> None:
    portrayed(stage, anna)
    name = public_id(stage)
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    dora = stage.person("Dora")
    assert people_seen(dora) == []
    answer = dora.presses(encode(ShowPortrait(name)))
    assert answer is not None
    assert "kan ik je niet" in answer.text
    assert "Anna" not in dora.screen()


def test_portrait__is_in_ones_own_data_and_goes_along_when_one_leaves(
    stage: Stage, anna: Person, bob: Person
) -> None:
    portrayed(stage, anna)
    says(anna, "/mijngegevens")
    anna.taps("Bestand als JSON")
    file = anna.chat[-1].spoken.file
    assert file is not None
    data = file["values"]["data"]
    assert data["portraits"][0]["day"] == DAY
    assert "Wie Anna noemde" not in json.dumps(data)
    says(anna, "/stop")
    taps(anna, "Wis mijn gegevens")
    anna.taps("Ja, wis alles")
    assert people_seen(bob) == []


def test_name__that_is_taken_off_is_off_the_portrait_too(stage: Stage, anna: Person, bob: Person) -> None:
    portrayed(stage, anna)
    says(anna, "/stop")
    taps(anna, "Haal mijn naam weg")
    assert people_seen(bob) == ["een collega in de uitvoering"]


def test_portrait__in_english(stage: Stage) -> None:
    anna, bob = stage.person("Anna", language="en"), stage.person("Bob", language="en")
    says(bob, "/nominate Anna")
    says(bob, "She stayed with a father until the bailiff had left.")
    says(bob, "She arranged that letters come to us first.")
    taps(bob, "I don't know", "Pass it on")
    stage.jobs()
    stage.catch_up()
    taps(anna, "Yes, with my name", "Frontline worker")
    says(anna, "I walk along to the desk with whoever is afraid of it.")
    taps(anna, "Skip", "Skip", "Skip")
    assert "This is how colleagues see your portrait" in taps(anna, "No, leave it out")
    taps(anna, "Show it")
    says(bob, "/people")
    assert "I walk along" in taps(bob, "Anna")
    says(anna, "/portrait")
    assert "cannot be seen" in taps(anna, "Take it away")


# --- when something is wrong with it ----------------------------------------------------------------------


@pytest.fixture
def carla(stage: Stage) -> Person:
    return stage.person("Carla", Role.coordinator)


def reports(stage: Stage, person: Person, reason: str, whom: str = "Anna") -> str:
    people_seen(person)
    return taps(person, whom, "Melden", reason)


def test_report__of_personal_data_hides_at_once_and_is_looked_at(
    stage: Stage, anna: Person, bob: Person, carla: Person
) -> None:
    portrayed(stage, anna)
    assert "nu verborgen" in reports(stage, bob, "Persoonsgegevens")
    assert people_seen(bob) == []
    days_later(stage, 1)
    assert anna.sees("Je portret is even verborgen.")
    assert "Bob" not in anna.screen()
    shown = taps(carla, "Bekijk het")
    assert "Er is één portret om naar te kijken." in shown
    assert "Gemeld, omdat het persoonsgegevens bevat." in shown
    assert DAY in shown
    assert "Bob" not in carla.screen()
    assert "Er is nu geen portret om naar te kijken." in taps(carla, "Laat zien")
    assert people_seen(bob) == ["Anna"]
    days_later(stage, 1)
    assert anna.sees("Goed nieuws: je portret is weer te zien.")
    assert bob.sees("Je melding is bekeken: het portret blijft te zien.")
    with stage.database.reading() as connection:
        assert not connection.execute(sa.select(portrait_reports)).all()


def test_report__of_what_is_not_right_waits_for_a_coordinator_and_stays_to_be_seen(
    stage: Stage, anna: Person, bob: Person, carla: Person
) -> None:
    portrayed(stage, anna)
    assert "verborgen" not in reports(stage, bob, "Klopt niet")
    reports(stage, bob, "Klopt niet")
    assert people_seen(bob) == ["Anna"]
    days_later(stage, 1)
    assert sum("Een collega meldde een portret" in seen.text for seen in carla.chat) == 1
    assert not anna.sees("verborgen")
    assert "Er is wel een portret gemeld." in says(carla, "/gemeld")
    taps(carla, "Portretten (1)", "Verberg het")
    assert people_seen(bob) == []
    days_later(stage, 1)
    assert anna.sees("Je portret is verborgen.")
    assert bob.sees("het portret is niet meer te zien")


def test_hidden_portrait__stays_hidden_when_its_owner_changes_it_until_a_coordinator_looked(
    stage: Stage, anna: Person, bob: Person, carla: Person
) -> None:
    portrayed(stage, anna)
    reports(stage, bob, "Persoonsgegevens")
    stage.jobs()
    stage.catch_up()
    taps(carla, "Bekijk het", "Verberg het")
    days_later(stage, 1)
    assert "Niemand ziet het" in says(anna, "/portret")
    taps(anna, "Verander iets", "Verander iets", "Een gewone dag")
    says(anna, "Ik loop mee naar de balie.")
    assert "Een coördinator kijkt ernaar" in taps(anna, "Zet het neer")
    assert people_seen(bob) == []
    stage.jobs()
    stage.catch_up()
    assert carla.sees("Een portret dat verborgen is, werd aangepast.")
    taps(carla, "Bekijk het", "Laat zien")
    assert people_seen(bob) == ["Anna"]


def test_report__of_ones_own_is_judged_by_somebody_else(stage: Stage, bob: Person, carla: Person) -> None:
    lies = stage.person("Lies", Role.liaison)
    portrayed(stage, carla)
    reports(stage, bob, "Persoonsgegevens", "Carla")
    carla.presses(encode(JudgePortrait(public_id(stage), True)))
    assert people_seen(bob) == []
    lies.says("/gemeld")
    taps(lies, "Portretten (1)", "Laat zien")
    assert people_seen(bob) == ["Carla"]


def test_report__by_a_member_gives_no_look_at_what_is_reported(
    stage: Stage, anna: Person, bob: Person, carla: Person
) -> None:
    portrayed(stage, anna)
    reports(stage, bob, "Persoonsgegevens")
    answer = bob.presses(encode(JudgePortrait(public_id(stage), True)))
    assert answer is not None
    assert people_seen(bob) == []
    assert "ken ik niet" in says(bob, "/gemeld")


# --- found by what they tell ------------------------------------------------------------------------------


def test_people__are_found_by_what_they_tell(stage: Stage, anna: Person, bob: Person) -> None:
    portrayed(stage, anna)
    assert "‘verhuurder’" in says(bob, "/mensen verhuurder")
    assert bob.chat[-1].labels == ["Anna", "Alle mensen"]
    assert DAY in taps(bob, "Anna")
    assert "vertelt hier nog niemand" in says(bob, "/mensen zeilboten")
    assert "vertelt hier nog niemand" in says(bob, "/mensen collega's die weten")
    assert "Mensen die door een collega zijn voorgedragen." in taps(bob, "Alle mensen")


def test_question__about_who_says_who_tells_of_it(stage: Stage, anna: Person, bob: Person) -> None:
    portrayed(stage, anna)
    said = says(bob, "wie weet hoe je met verhuurders praat?")
    assert "Een collega vertelt hierover in een portret." in said
    assert DAY in taps(bob, "Lees over Anna")
    assert "portret" not in says(bob, "hoe praat ik met verhuurders die dreigen?")
    assert "portret" not in says(anna, "wie weet hoe je met verhuurders praat?")
    dirk = stage.person("Dirk", language="en")
    assert "A colleague tells of this in a portrait." in says(dirk, "who talks with verhuurders a lot?")


def test_question__about_who_finds_nobody_without_a_name(stage: Stage, anna: Person, bob: Person) -> None:
    portrayed(stage, anna, "Ja, zonder naam")
    assert "portret" not in says(bob, "wie gaat er mee naar de balie?")
    says(bob, "/mensen balie")
    assert bob.chat[-1].labels == ["een collega in de uitvoering", "Alle mensen"]
