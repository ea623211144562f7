"""What I shared: seeing, changing, withdrawing and putting back; and the card by its link."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from domain.matching import Scope
from domain.people import Role
from domain.practices import PracticeState
from handlers.kit.buttons import encode
from handlers.kit.doors import EditMine, PutBackMine, SendOn, ShowMine, WithdrawMine
from storage import members, organisations, practices
from storage.tables import practice_versions
from tests.conversations.test_share import STORY, everything_stored, placed, seen, shares
from tests.stage import Person, Stage


def state_of(stage: Stage, person: Person, state: PracticeState) -> None:
    """Put the newest practice of somebody in a state, as a coordinator would."""
    with stage.database.transaction() as connection:
        member = members.by_id(connection, person.member_id)
        assert member is not None
        practices.set_state(connection, practices.by_author(connection, member)[0], state, stage.now)


def shared(stage: Stage, **more: Any) -> tuple[Person, str]:
    """Anna with one card, and the link to it."""
    anna = stage.person("Anna", **more)
    shares(anna)
    return anna, f"/start p_{placed(stage)[0].public_id}"


def opens(person: Person) -> None:
    """Open the newest card from the list."""
    title = seen(person.says("/mijn")).labels[0]
    person.taps(title)


# --- the list ---------------------------------------------------------------------------------------


def test_mine__is_empty_at_first(stage: Stage) -> None:
    shown = seen(stage.person("Anna").says("/mijn"))

    assert shown.text.startswith("Je hebt nog niets gedeeld.")
    assert shown.labels == ["Deel iets"]


def test_mine__tells_where_each_stands_and_how_many_found_it_useful(stage: Stage) -> None:
    anna, _ = shared(stage)
    bob = stage.person("Bob")
    bob.says("/deel")
    bob.says(STORY)
    bob.taps("Tel mij daar mee")

    listed = seen(anna.says("/mijn"))
    assert "Te zien voor je hele organisatie. Eén collega vond dit handig." in listed.text
    state_of(stage, anna, PracticeState.hidden)
    assert "Verborgen tot een coördinator heeft gekeken." in seen(anna.says("/mine")).text


def test_mine__shows_five_at_a_time_newest_first(stage: Stage) -> None:
    anna = stage.person("Anna")
    for number in range(7):
        anna.says("/deel")
        anna.says(STORY)
        if number:
            anna.taps("Deel apart")
        anna.taps("Pas aan")
        anna.taps("Titel")
        anna.says(f"Tip {number}")
        anna.taps("Plaats")
        stage.later(minutes=1)

    first = seen(anna.says("/mijn"))
    assert first.labels == ["Tip 6", "Tip 5", "Tip 4", "Tip 3", "Tip 2", "Oudere"]
    assert seen(anna.taps("Oudere")).labels == ["Tip 1", "Tip 0", "Nieuwere"]
    assert seen(anna.taps("Nieuwere")).labels == first.labels


def test_mine__has_a_door(stage: Stage) -> None:
    anna, _ = shared(stage)

    assert "1. " in seen(anna.presses(encode(ShowMine()), anna.chat[-1])).text


# --- changing ---------------------------------------------------------------------------------------


def test_edit__shows_the_new_words_and_keeps_the_old(stage: Stage) -> None:
    anna, link = shared(stage)
    bob = stage.person("Bob")
    opens(anna)
    anna.taps("Aanpassen")
    anna.taps("Let op")
    changed = seen(anna.says("Niet bij spoed."))

    assert changed.text.startswith("Aangepast.")
    assert "Let op: Niet bij spoed." in seen(bob.says(link)).text
    with stage.database.reading() as connection:
        [old] = connection.execute(sa.select(practice_versions)).all()
    assert "ontruiming" in old.limits


def test_edit__is_found_by_its_new_words(stage: Stage) -> None:
    anna, _ = shared(stage)
    opens(anna)
    anna.taps("Aanpassen")
    anna.taps("Titel")
    anna.says("Vuurtoren met de zeehond")

    with stage.database.reading() as connection:
        member = members.by_id(connection, anna.member_id)
    assert member is not None
    found = stage.finder.match("zeehond vuurtoren", Scope(member.organisation_id))
    assert [hit.id for hit in found.hits] == [str(placed(stage)[0].id)]


def test_edit__passes_the_guard(stage: Stage) -> None:
    anna, _ = shared(stage)
    opens(anna)
    anna.taps("Aanpassen")
    anna.taps("Wat het gaf")

    assert "een telefoonnummer" in seen(anna.says("Bel 06-12345678.")).text
    assert "[telefoonnummer]" in seen(anna.taps("Haal het weg")).text
    assert "12345678" not in everything_stored(stage)


def test_edit__limits_stay_obligatory(stage: Stage) -> None:
    anna, _ = shared(stage)
    opens(anna)
    anna.taps("Aanpassen")
    anna.taps("Let op")

    assert "Hier is één zin nodig." in seen(anna.says("geen")).text
    assert "ontruiming" in placed(stage)[0].limits


def test_edit__stopped_changes_nothing(stage: Stage) -> None:
    anna, _ = shared(stage)
    before = placed(stage)
    opens(anna)
    anna.taps("Aanpassen")
    anna.taps("Titel")
    anna.taps("Vorige stap")
    anna.taps("Stop")

    assert placed(stage) == before


def test_edit__changes_theme_name_and_readers(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Noord")
    anna, link = shared(stage, team_id=team.id)
    bob, carla = stage.person("Bob"), stage.person("Carla", team_id=team.id)

    opens(anna)
    anna.taps("Aanpassen")
    anna.taps("Naam")
    assert "Van: Anna" in seen(anna.taps("Ja, met naam")).text
    anna.taps("Aanpassen")
    anna.taps("Onderwerp")
    anna.taps("Wonen")
    anna.taps("Klaar")
    assert "Van: Anna" in seen(bob.says(link)).text
    anna.taps("Aanpassen")
    anna.taps("Wie ziet dit?")
    assert "Aangepast. Te zien voor je team." in seen(anna.taps("Mijn team")).text
    assert "kan ik je niet laten zien" in seen(bob.says(link)).text
    assert "Van: Anna" in seen(carla.says(link)).text


@pytest.mark.parametrize("door", [EditMine, WithdrawMine, PutBackMine])
def test_somebody_elses_card__is_nobodys_to_change(stage: Stage, door: type[EditMine]) -> None:
    _anna, link = shared(stage)
    bob = stage.person("Bob", role=Role.coordinator)
    bob.says(link)
    before = placed(stage)

    pressed = encode(door(before[0].public_id))
    assert "kan ik je niet laten zien" in seen(bob.presses(pressed, bob.chat[-1])).text
    assert placed(stage) == before


# --- withdrawing ------------------------------------------------------------------------------------


def test_withdraw__asks_once_hides_and_can_be_undone(stage: Stage) -> None:
    anna, link = shared(stage)
    bob = stage.person("Bob")
    opens(anna)

    assert "Je kunt het later terugzetten." in seen(anna.taps("Terugtrekken")).text
    assert "Zo doe je het" in seen(bob.says(link)).text
    anna.taps("Ja, trek terug")
    assert "kan ik je niet laten zien" in seen(bob.says(link)).text
    assert seen(anna.says(link)).text.startswith("Je hebt dit voorbeeld teruggetrokken.")
    assert len(stage.finder.index) == 0

    assert "staat er weer" in seen(anna.taps("Zet terug")).text
    assert "Zo doe je het" in seen(bob.says(link)).text
    assert len(stage.finder.index) == 1


def test_withdraw__twice_says_so(stage: Stage) -> None:
    anna, _ = shared(stage)
    opens(anna)
    asked = seen(anna.taps("Terugtrekken"))
    pressed = asked.spoken.rows[0][0].data

    back = seen(anna.presses(pressed, asked))
    assert "al teruggetrokken" in seen(anna.presses(pressed, asked)).text
    put_back = back.spoken.rows[0][0].data
    anna.presses(put_back, back)
    assert "staat er al" in seen(anna.presses(put_back, back)).text


def test_withdraw__can_be_left(stage: Stage) -> None:
    anna, _ = shared(stage)
    opens(anna)
    anna.taps("Terugtrekken")

    assert "Zo doe je het" in seen(anna.taps("Nee, laat staan")).text
    assert placed(stage)[0].state == "published"


def test_hidden_card__stays_with_the_coordinator_but_can_be_mended(stage: Stage) -> None:
    anna, link = shared(stage)
    opens(anna)
    card = anna.chat[-1]
    state_of(stage, anna, PracticeState.hidden)

    assert "Een coördinator kijkt er eerst naar." in seen(anna.taps("Terugtrekken", card)).text
    assert (
        "Een coördinator kijkt er eerst naar."
        in seen(anna.presses(encode(PutBackMine(placed(stage)[0].public_id)), card)).text
    )
    anna.says(link)
    anna.taps("Aanpassen")
    anna.taps("Titel")
    anna.says("Beter zo")
    assert [(row.title, row.state) for row in placed(stage)] == [("Beter zo", "hidden")]
    assert len(stage.finder.index) == 0


# --- the card and its link --------------------------------------------------------------------------


def test_send_on__gives_links_that_open_the_card(stage: Stage) -> None:
    anna, _link = shared(stage)
    name = placed(stage)[0].public_id
    opens(anna)
    given = seen(anna.taps("Stuur door"))

    assert f"https://t.me/test_bot?start=p_{name}" in given.text
    assert f"http://test/p/{name}" in given.text


@pytest.mark.parametrize("name", ["abcdefghjkmn", "x"])
def test_card__absent_and_not_mine_look_the_same(stage: Stage, name: str) -> None:
    _anna, link = shared(stage)
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    dirk = stage.person("Dirk")

    sealed = seen(dirk.says(link)).text
    assert sealed == seen(dirk.says(f"/start p_{name}")).text
    pressed = encode(SendOn(placed(stage)[0].public_id))
    assert seen(dirk.presses(pressed, dirk.chat[-1])).text == sealed
