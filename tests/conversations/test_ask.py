"""Asking: the right card and why, an honest no, help first with danger, and nothing that identifies."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from domain.people import Role
from domain.practices import PracticeState, Visibility
from storage import members, organisations, practices, questions
from storage.tables import question_matches
from storage.tables import questions as question_rows
from tests.stage import Person, Seen, Stage

FRIDAY = "Leg elke vrijdag samen de ongeopende post op tafel"


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


def fill(stage: Stage, author: Person) -> None:
    """A few practices about different things."""
    stage.practice(
        author,
        FRIDAY,
        situation="Iemand met schulden opent de brieven van de deurwaarder niet meer.",
        approach="Open samen de enveloppen en maak drie stapels: nu, straks, weg.",
    )
    stage.practice(
        author,
        "Schuldhulpverlening: begin met het vrij te laten bedrag",
        situation="Een gezin in de schuldhulpverlening houdt te weinig geld over.",
        approach="Reken samen na wat er elke maand moet overblijven.",
    )
    stage.practice(
        author,
        "Wandel een rondje met een jongere die thuis zit",
        situation="Een jongere gaat niet meer naar school.",
        approach="Loop een blok om en vraag niets over school.",
        themes=("youth",),
    )
    stage.practice(
        author,
        "Bel na een afwijzing binnen een dag terug",
        situation="Iemand krijgt een afwijzing van de uitkering.",
        approach="Leg de brief uit aan de telefoon.",
        themes=("work",),
    )


def says(person: Person, words: str) -> Seen:
    """Type something that is answered."""
    seen = person.says(words)
    assert seen is not None
    return seen


def gaps(stage: Stage) -> list[str]:
    """What a coordinator sees."""
    with stage.database.reading() as connection:
        return [one.text for one in questions.open_questions(connection, stage.organisation.id, 50)]


def stored(stage: Stage) -> list[str]:
    """Every question text that was kept."""
    with stage.database.reading() as connection:
        return list(connection.execute(sa.select(question_rows.c.text)).scalars())


def test_question__with_two_typos_finds_the_practice_and_says_why(
    stage: Stage, anna: Person, bob: Person
) -> None:
    fill(stage, anna)
    answer = says(bob, "gezin in de schuldhulpverlenng houdt te weinig gled over")
    assert "Schuldhulpverlening: begin met het vrij te laten bedrag" in answer.text
    assert answer.text.splitlines()[-1].startswith("Gevonden op:")
    assert "je schreef schuldhulpverlenng, ik las schuldhulpverlening" in answer.text
    assert "Let op:" in answer.text
    assert answer.labels[:4] == ["Ik ga dit proberen", "Dit hielp", "Past niet", "Meer"]
    more = bob.taps("Meer", answer)
    assert more is not None
    assert {"Ik heb dit gedaan", "Handig", "Niet voor mij", "Melden", "Terug"} <= set(more.labels)
    assert gaps(stage) == []


def test_question__names_the_words_it_was_found_by(stage: Stage, anna: Person, bob: Person) -> None:
    fill(stage, anna)
    answer = says(bob, "iemand opent de brieven van de deurwaarder niet")
    assert FRIDAY in answer.text
    last_line = answer.text.splitlines()[-1]
    assert "brieven" in last_line
    assert "deurwaarder" in last_line


def test_question__that_nothing_fits_is_an_open_question_without_a_card(
    stage: Stage, anna: Person, bob: Person
) -> None:
    fill(stage, anna)
    for words in ["hoe lang is de garantie op een scootmobiel", "recept voor appeltaart", "qwxz plorf"]:
        answer = says(bob, words)
        assert "Hier heb ik nog geen goed voorbeeld van" in answer.text
        assert "zonder je naam" in answer.text
        assert {"Deel zelf iets", "Kijk rond", "Vraag intrekken"} <= set(answer.labels)
        assert "Zo doe je het:" not in answer.text
    assert len(gaps(stage)) == 3


def test_question__asked_twice_within_a_day_is_one_gap(stage: Stage, bob: Person) -> None:
    says(bob, "Hoe vraag ik een scootmobiel aan?")
    stage.later(hours=2)
    says(bob, "hoe vraag ik een scootmobiel aan")
    assert gaps(stage) == ["Hoe vraag ik een scootmobiel aan?"]
    stage.later(hours=30)
    says(bob, "Hoe vraag ik een scootmobiel aan?")
    assert len(gaps(stage)) == 2


def test_question__of_two_people_is_two_gaps(stage: Stage, anna: Person, bob: Person) -> None:
    says(anna, "Hoe vraag ik een scootmobiel aan?")
    says(bob, "Hoe vraag ik een scootmobiel aan?")
    assert len(gaps(stage)) == 2


def test_question__is_stored_without_the_phone_number_in_it(stage: Stage, anna: Person, bob: Person) -> None:
    fill(stage, anna)
    answer = says(bob, "mevrouw op 06-12345678 opent de brieven van de deurwaarder niet meer")
    assert "Ik heb een telefoonnummer weggelaten" in answer.text
    assert FRIDAY in answer.text
    assert stored(stage) == ["mevrouw op [telefoonnummer] opent de brieven van de deurwaarder niet meer"]
    assert not bob.sees("12345678")


def test_question__does_not_find_by_what_stands_in_place_of_a_number(stage: Stage, anna: Person) -> None:
    stage.practice(anna, "Zet je telefoonnummer groot op de brief", situation="Telefoonnummer onvindbaar.")
    answer = says(anna, "06-12345678")
    assert "telefoonnummer groot" not in answer.text


def test_answer__opens_the_other_practices_by_their_title(stage: Stage, anna: Person, bob: Person) -> None:
    for place in ("huis", "buurthuis", "kantoor"):
        stage.practice(
            anna, f"Keukentafelgesprek in het {place}", situation="Een keukentafelgesprek loopt vast."
        )
    answer = says(bob, "keukentafelgesprek loopt vast")
    others = [label for label in answer.labels if label.startswith("Keukentafelgesprek in het")]
    assert others
    second = bob.taps(others[0])
    assert second is not None
    assert others[0] in second.text
    assert "Past niet" in second.labels


def test_unsure__offers_titles_and_a_way_to_say_no(stage: Stage, anna: Person, bob: Person) -> None:
    fill(stage, anna)
    answer = says(bob, "jongere heeft een nieuwe fiets nodig")
    assert answer.text.startswith("Ik weet het niet zeker")
    assert "Zo doe je het:" not in answer.text
    assert len(answer.labels) <= 4
    no = bob.taps("Nee, iets anders")
    assert no is not None
    assert "Je vraag staat nu open" in no.text
    assert gaps(stage) == ["jongere heeft een nieuwe fiets nodig"]


def test_unsure__title_opens_the_card_and_it_may_help(stage: Stage, anna: Person, bob: Person) -> None:
    fill(stage, anna)
    answer = says(bob, "jongere heeft een nieuwe fiets nodig")
    card = bob.taps(answer.labels[0])
    assert card is not None
    assert "Zo doe je het:" in card.text
    bob.taps("Dit hielp")
    assert bob.sees("Wie dit ook zoekt, vindt het nu sneller")
    assert gaps(stage) == []


def test_does_not_fit__makes_the_question_a_gap_in_place_and_offers_the_rest(
    stage: Stage, anna: Person, bob: Person
) -> None:
    fill(stage, anna)
    answer = says(bob, "iemand opent de brieven van de deurwaarder niet")
    after = bob.taps("Past niet", answer)
    assert after is not None
    assert after.number == answer.number
    assert "Je vraag staat nu open" in after.text
    assert FRIDAY not in after.labels
    assert gaps(stage) == ["iemand opent de brieven van de deurwaarder niet"]


def test_helped__closes_the_question_with_one_tap_however_often_it_is_pressed(
    stage: Stage, anna: Person, bob: Person
) -> None:
    fill(stage, anna)
    answer = says(bob, "iemand opent de brieven van de deurwaarder niet")
    pressed = next(one.data for row in answer.spoken.rows for one in row if one.label == "Dit hielp")
    for _ in range(2):
        after = bob.presses(pressed, answer)
        assert after is not None
        assert after.number == answer.number
        assert "Wie dit ook zoekt, vindt het nu sneller." in after.text
        assert "Dit hielp" not in after.labels
        assert "Past niet" not in after.labels
    with stage.database.reading() as connection:
        said = connection.execute(sa.select(question_matches.c.verdict)).scalars().all()
        state = connection.execute(sa.select(question_rows.c.state)).scalar_one()
    assert list(said).count("helped") == 1
    assert state == "answered"


def test_question__on_what_is_not_for_me_ranks_it_last(stage: Stage, anna: Person, bob: Person) -> None:
    for place in ("huis", "buurthuis"):
        stage.practice(
            anna, f"Keukentafelgesprek in het {place}", situation="Een keukentafelgesprek loopt vast."
        )
    first = says(bob, "keukentafelgesprek loopt vast in huis")
    assert "Keukentafelgesprek in het huis" in first.text
    bob.taps("Niet voor mij", first)
    again = says(bob, "keukentafelgesprek loopt vast in huis")
    assert "Keukentafelgesprek in het huis" in again.labels
    assert "Keukentafelgesprek in het huis" not in again.text


def works_as(stage: Stage, person: Person, job: str) -> Person:
    """Let somebody do this work."""
    with stage.database.transaction() as connection:
        members.change(connection, person.member_id, job=job)
    return person


def test_question__shows_first_what_fits_the_askers_own_work(stage: Stage) -> None:
    """The words are the same for both; people follow those whose work they recognise."""
    makers = {job: works_as(stage, stage.person(f"Maker {job}"), job) for job in ("debt", "enforcement")}
    for job, maker in makers.items():
        situation = "Een keukentafelgesprek over schulden loopt vast."
        stage.practice(maker, f"Keukentafel bij {job}", situation=situation)
    for job in makers:
        asker = works_as(stage, stage.person(f"Vrager {job}"), job)
        found = says(asker, "keukentafelgesprek over schulden loopt vast")
        assert found.text.startswith(f"Keukentafel bij {job}")


def test_question__asked_again_shows_what_did_not_fit_last(stage: Stage, anna: Person, bob: Person) -> None:
    for place in ("huis", "park"):
        stage.practice(
            anna, f"Keukentafelgesprek in het {place}", situation="Een keukentafelgesprek loopt vast."
        )
    first = says(bob, "keukentafelgesprek loopt vast in huis")
    assert "Keukentafelgesprek in het huis" in first.text
    bob.taps("Past niet", first)
    again = says(bob, "keukentafelgesprek loopt vast in huis")
    assert "Keukentafelgesprek in het huis" not in again.text
    assert again.labels[:2] == ["Keukentafelgesprek in het park", "Keukentafelgesprek in het huis"]
    assert gaps(stage) == ["keukentafelgesprek loopt vast in huis"]
    bob.taps("Keukentafelgesprek in het park", again)
    bob.taps("Dit hielp")
    assert gaps(stage) == []


def test_question__never_shows_another_organisation(stage: Stage, bob: Person) -> None:
    with stage.database.transaction() as connection:
        elsewhere = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    home, stage.organisation = stage.organisation, elsewhere
    eve = stage.person("Eve")
    stage.practice(eve, "Kanariewoord zorgplatform inrichten", situation="Kanariewoord in de zorg.")
    stage.organisation = home
    answer = says(bob, "kanariewoord zorgplatform inrichten")
    assert "Hier heb ik nog geen goed voorbeeld van" in answer.text
    assert "Kanariewoord" not in "".join(answer.labels)
    assert "Kanariewoord zorgplatform" in says(eve, "kanariewoord zorgplatform inrichten").text


def test_question__never_shows_another_team(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        north = organisations.add_team(connection, stage.organisation.id, "Noord").id
        south = organisations.add_team(connection, stage.organisation.id, "Zuid").id
    anna, dora = stage.person("Anna", team_id=north), stage.person("Dora", team_id=north)
    bob = stage.person("Bob", team_id=south)
    title = "Kanariewoord teamafspraak op maandag"
    stage.practice(anna, title, situation="Kanariewoord op maandag.", visibility=Visibility.team)
    assert title in says(dora, "kanariewoord teamafspraak maandag").text
    assert "Hier heb ik nog geen" in says(bob, "kanariewoord teamafspraak maandag").text
    assert not bob.sees("op maandag.")


def test_question__never_shows_what_was_just_hidden_though_the_index_is_behind(
    stage: Stage, anna: Person, bob: Person
) -> None:
    name = stage.practice(anna, FRIDAY, situation="Brieven van de deurwaarder blijven dicht.")
    carla = stage.person("Carla", Role.coordinator)
    assert FRIDAY in says(bob, "brieven van de deurwaarder").text
    with stage.database.transaction() as connection:
        from storage import members

        viewer = members.by_id(connection, anna.member_id)
        assert viewer is not None
        practice = practices.by_public_id(connection, viewer, name)
        assert practice is not None
        practices.set_state(connection, practice, PracticeState.hidden, stage.now)
    for person in (bob, carla, anna):
        assert "Hier heb ik nog geen" in says(person, "brieven deurwaarder dicht").text


# --- what is no question ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("hoi", "Hoi! Waar loop je tegenaan?"),
        ("Bedankt!", "Graag gedaan."),
        ("ok", "Goed. Zoek je iets?"),
        ("a", "Hier kan ik nog niet mee zoeken."),
        ("👍👍", "Hier kan ik nog niet mee zoeken."),
        ("123456", "Hier kan ik nog niet mee zoeken."),
        ("/vraag", "Waar loop je tegenaan?"),
        ("/vraag hoi", "Hoi!"),
    ],
)
def test_message__that_asks_nothing_gets_a_kind_short_answer(
    stage: Stage, bob: Person, words: str, answer: str
) -> None:
    assert says(bob, words).text.startswith(answer)
    assert stored(stage) == []


def test_question__of_8000_characters_is_answered_from_its_beginning(
    stage: Stage, anna: Person, bob: Person
) -> None:
    fill(stage, anna)
    long = "Iemand opent de brieven van de deurwaarder niet. " + "En dat gaat zo door en door. " * 275
    answer = says(bob, long[:8000])
    assert answer.text.startswith("Je bericht is lang.")
    (kept,) = stored(stage)
    assert len(kept) <= 2000


def test_command__with_words_asks_them_in_either_language(stage: Stage, anna: Person, bob: Person) -> None:
    fill(stage, anna)
    assert FRIDAY in says(bob, "/vraag brieven van de deurwaarder niet open").text
    assert FRIDAY in says(bob, "/ask brieven van de deurwaarder niet open").text


def test_question__in_english_is_answered_in_english(stage: Stage, anna: Person) -> None:
    bob = stage.person("Bob", language="en")
    assert says(bob, "how long is a mobility scooter under warranty").text.startswith(
        "I do not have a good example for this yet."
    )


# --- danger -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("een bewoner bedreigt mij met een mes", "112"),
        ("mijn client wil niet meer leven", "0800-0113"),
        ("ik denk aan kindermishandeling bij dit gezin", "0800-2000"),
        ("haar man slaat haar", "0800-2000"),
    ],
)
def test_danger__help_is_named_first_and_the_question_is_no_gap(
    stage: Stage, bob: Person, words: str, number: str
) -> None:
    answer = says(bob, words)
    assert answer.text.startswith("Is er nu gevaar? Bel 112")
    assert number in answer.text
    assert answer.labels == ["Ik heb hulp", "Toch vraag stellen"]
    assert gaps(stage) == []
    assert not bob.sees("Hier heb ik nog geen")


def test_danger__question_can_still_be_asked_and_the_numbers_stay(
    stage: Stage, anna: Person, bob: Person
) -> None:
    stage.practice(anna, "Vraag het ronduit", situation="Iemand praat over zelfmoord of de dood.")
    says(bob, "bewoner praat over zelfmoord")
    answer = bob.taps("Toch vraag stellen")
    assert answer is not None
    assert "Vraag het ronduit" in answer.text + "".join(answer.labels)
    assert bob.sees("0800-0113")


def test_danger__question_is_forgotten_when_there_is_help_or_after_a_day(stage: Stage, bob: Person) -> None:
    says(bob, "haar man slaat haar")
    bob.taps("Ik heb hulp")
    assert bob.sees("Goed dat er hulp is")
    assert stored(stage) == []
    says(bob, "haar man slaat haar")
    stage.later(hours=25)
    stage.jobs()
    assert stored(stage) == []
    after = bob.taps("Toch vraag stellen")
    assert after is not None
    assert "Die vraag heb ik niet (meer)." in after.text


# --- my questions -------------------------------------------------------------------------------------


def test_my_questions__show_how_each_stands_and_can_be_taken_back(
    stage: Stage, anna: Person, bob: Person
) -> None:
    fill(stage, anna)
    says(bob, "iemand opent de brieven van de deurwaarder niet")
    bob.taps("Dit hielp")
    says(bob, "recept voor appeltaart")
    mine = says(bob, "/vragen")
    assert "appeltaart – staat open" in mine.text
    assert "niet – beantwoord" in mine.text
    bob.taps("recept voor appeltaart")
    withdrawn = bob.taps("Vraag intrekken")
    assert withdrawn is not None
    assert "Je vraag is weg" in withdrawn.text
    assert gaps(stage) == []
    assert "appeltaart" not in says(bob, "/vragen").text


def test_my_questions__search_again_finds_what_was_shared_since(
    stage: Stage, anna: Person, bob: Person
) -> None:
    says(bob, "brieven van de deurwaarder blijven dicht")
    fill(stage, anna)
    says(bob, "/vragen")
    bob.taps("brieven van de deurwaarder blijven dicht")
    found = bob.taps("Zoek opnieuw")
    assert found is not None
    assert FRIDAY[:30] in found.text + "".join(found.labels)


def test_question__of_somebody_else_cannot_be_reached(stage: Stage, anna: Person, bob: Person) -> None:
    asked = says(bob, "recept voor appeltaart")
    data = next(one.data for row in asked.spoken.rows for one in row if one.label == "Vraag intrekken")
    says(anna, "hoi")
    answer = anna.presses(data, anna.chat[-1])
    assert answer is not None
    assert "Die vraag heb ik niet (meer)." in answer.text
    assert gaps(stage) == ["recept voor appeltaart"]


@pytest.mark.parametrize(
    ("words", "opening"),
    [
        ("ik wil iets delen", "Fijn dat je iets deelt!"),
        ("wie ben jij?", "Dit kun je hier doen:"),
        ("Kijk rond", "Waar wil je over lezen?"),
        ("mijn voorbeelden", "Je hebt nog niets gedeeld."),
        ("profiel", "Dit ben jij hier:"),
        ("STOP", "Ik stuur je niets meer."),
    ],
)
def test_wish__that_is_typed_is_done_and_not_kept_as_a_question(
    stage: Stage, anna: Person, bob: Person, words: str, opening: str
) -> None:
    fill(stage, bob)
    assert says(anna, words).text.startswith(opening)
    assert "nog niets gevraagd" in says(anna, "/vragen").text
