"""Words that mean the same: taught by a coordinator, read by everybody here at once, by nobody elsewhere."""

from __future__ import annotations

import asyncio

import pytest

from bot.keeper import Finder, IndexKeeper
from bot.worker import Worker
from domain.matching import Outcome, Scope
from domain.people import Role
from domain.synonyms import MOST_SYNONYMS, Synonyms
from handlers.kit.buttons import Button, encode
from handlers.synonyms import ListSynonyms, NewSynonyms, RemoveSynonyms, ShowSynonyms
from storage import organisations, search
from storage import synonyms as stored
from tests.stage import Person, Seen, Stage

CARD = "Reken samen het leefgeld na"
OLD = "Deze knop werkt niet meer. Ik heb niets veranderd. Typ gewoon wat je zoekt, of /help."


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def carla(stage: Stage) -> Person:
    return stage.person("Carla", Role.coordinator)


def fill(stage: Stage, author: Person) -> None:
    """A practice that is asked for in another word, and some about other things."""
    stage.practice(author, CARD, situation="Een gezin houdt te weinig leefgeld over.")
    stage.practice(author, "Wandel een rondje", situation="Een jongere gaat niet naar school.")
    stage.practice(author, "Rust in de hal", situation="Bezoekers wachten lang bij het loket.")


def says(person: Person, words: str) -> Seen:
    """Type something that is answered."""
    seen = person.says(words)
    assert seen is not None
    return seen


def finds(person: Person, words: str) -> bool:
    """Tell whether somebody sees the card when they ask this."""
    seen = says(person, words)
    return CARD in seen.text + "".join(seen.labels)


def pairs(stage: Stage) -> list[str]:
    """What is stored for the organisation, the newest first."""
    with stage.database.reading() as connection:
        found = stored.page(connection, stage.organisation.id, most=1000, skip=0)
    return [f"{one.pair.term} = {one.pair.other}" for one in found]


@pytest.mark.parametrize("role", [Role.coordinator, Role.liaison])
def test_synonyms__are_typed_and_work_at_once_for_everybody_here_both_ways_and_mistyped(
    stage: Stage, anna: Person, role: Role
) -> None:
    teacher = stage.person("Lies", role)
    fill(stage, anna)
    assert not finds(anna, "weekgeldje te laag")
    says(teacher, "/woorden")
    asked = teacher.taps("Voeg woorden toe")
    assert asked is not None
    assert "beslagvrije voet = leefgeld" in asked.text
    added = says(teacher, "Weekgeldje = leefgeld")
    assert "Toegevoegd: Weekgeldje = leefgeld" in added.text
    assert finds(anna, "weekgeldje is te laag")
    assert finds(anna, "het weekgeldej klopt niet")
    stage.restart()
    assert finds(anna, "weekgeldje is te weinig")
    stage.practice(anna, "Tel het zakgeld uit", situation="Het zakgeld is op.")
    says(teacher, "/woorden zakgeld = kleedgeld")
    assert "Tel het zakgeld uit" in says(anna, "kleedgeld").labels


def test_synonyms__can_be_added_in_one_line_and_removed_again(
    stage: Stage, anna: Person, carla: Person
) -> None:
    fill(stage, anna)
    assert "Toegevoegd" in says(carla, "/woorden weekgeldje = leefgeld").text
    assert "Dit paar staat er al" in says(carla, "/woorden Leefgeld = weekgeldje").text
    assert finds(anna, "weekgeldje te laag")
    shown = says(carla, "/woorden")
    assert "weekgeldje = leefgeld" in shown.text
    carla.taps("weekgeldje = leefgeld", shown)
    gone = carla.taps("Haal weg")
    assert gone is not None
    assert "Weggehaald: weekgeldje = leefgeld" in gone.text
    assert pairs(stage) == []
    assert not finds(anna, "weekgeldje is zo te laag")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("leefgeld", "Ik lees hier geen paar in."),
        ("a = leefgeld", "te kort"),
        ("leefgeld = " + "x" * 61, "hooguit 60 tekens"),
        ("leefgeld = Leefgeld", "staat hetzelfde"),
        ("bel 06-12345678 = leefgeld", "een persoon kunt herkennen"),
    ],
)
def test_synonyms__that_are_none_are_asked_for_again(
    stage: Stage, carla: Person, words: str, why: str
) -> None:
    assert why in says(carla, f"/woorden {words}").text
    says(carla, "/woorden")
    carla.taps("Voeg woorden toe")
    assert why in says(carla, words).text
    assert pairs(stage) == []
    assert "Toegevoegd" in says(carla, "weekgeldje = leefgeld").text


def test_synonyms__of_one_organisation_are_seen_and_read_by_no_other(
    stage: Stage, anna: Person, carla: Person
) -> None:
    fill(stage, anna)
    with stage.database.transaction() as connection:
        elsewhere = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    home, stage.organisation = stage.organisation, elsewhere
    eve, fred = stage.person("Eve", Role.coordinator), stage.person("Fred")
    fill(stage, fred)
    stage.organisation = home
    says(carla, "/woorden kanariegeld = leefgeld")
    with stage.database.reading() as connection:
        (kept,) = stored.page(connection, home.id, most=5, skip=0)
    assert finds(anna, "kanariegeld te laag")
    assert not finds(fred, "kanariegeld te laag")
    seen = says(eve, "/woorden")
    assert "kanariegeld" not in eve.screen()
    for button in (ShowSynonyms(kept.public_id), RemoveSynonyms(kept.public_id)):
        answer = eve.presses(encode(button), seen)
        assert answer is not None
        assert "Dit paar staat er niet (meer)." in answer.text
    assert len(pairs(stage)) == 1


def test_synonyms__are_for_coordinators_and_liaisons_only(stage: Stage, anna: Person, carla: Person) -> None:
    says(carla, "/woorden kanariegeld = leefgeld")
    with stage.database.reading() as connection:
        (kept,) = stored.page(connection, stage.organisation.id, most=5, skip=0)
    says(anna, "/woorden weekgeldje = leefgeld")
    seen = says(anna, "/help")
    buttons: tuple[Button, ...] = (
        ListSynonyms(0),
        NewSynonyms(),
        ShowSynonyms(kept.public_id),
        RemoveSynonyms(kept.public_id),
    )
    for button in buttons:
        answer = anna.presses(encode(button), seen)
        assert answer is not None
        assert answer.text == OLD
    assert pairs(stage) == ["kanariegeld = leefgeld"]
    assert "kanariegeld" not in anna.screen()


def test_synonyms__are_shown_page_by_page_and_are_at_most_three_hundred(stage: Stage, carla: Person) -> None:
    with stage.database.transaction() as connection:
        for number in range(MOST_SYNONYMS):
            pair = Synonyms(f"woord{number}", f"term{number}")
            assert stored.add(connection, stage.organisation.id, pair, stage.now)
    first = says(carla, "/woorden")
    assert f"woord{MOST_SYNONYMS - 1} = " in first.text
    second = carla.taps("Meer woorden", first)
    assert second is not None
    assert f"woord{MOST_SYNONYMS - 9} = " in second.text
    assert "Haal er eerst een weg." in says(carla, "/woorden nog een = leefgeld").text


async def test_synonyms__are_read_by_every_process(stage: Stage, anna: Person, carla: Person) -> None:
    await asyncio.to_thread(fill, stage, anna)
    worker = Worker(stage.database)
    keeper = IndexKeeper(worker, Finder())
    await keeper.load()
    here = Scope(stage.organisation.id)
    try:
        await asyncio.to_thread(says, carla, "/woorden weekgeldje = leefgeld")
        assert keeper.finder.match("weekgeldje te laag", here).outcome is Outcome.NONE
        await keeper.catch_up()
        assert keeper.finder.match("weekgeldje te laag", here).hits
        second = IndexKeeper(worker, Finder())
        await second.load()
        assert second.finder.match("weekgeldje te laag", here).hits
    finally:
        worker.close()


def test_log__names_the_organisation_whose_synonyms_changed(stage: Stage, carla: Person) -> None:
    says(carla, "/woorden weekgeldje = leefgeld")
    with stage.database.reading() as connection:
        changes = search.changes_after(connection, 0)
    assert [(one.organisation_id, one.practice_id) for one in changes] == [(stage.organisation.id, None)]


def test_words__of_a_whole_list_are_pasted_at_once(stage: Stage, anna: Person, carla: Person) -> None:
    fill(stage, anna)
    carla.says("/woorden")
    carla.taps("Voeg woorden toe")
    said = says(carla, "duitjes = leefgeld\npingping = leefgeld\nzomaar\nduitjes = leefgeld")
    assert "2 paren toegevoegd" in said.text
    assert "Eén regel kon ik niet gebruiken: regel 3." in said.text
    assert finds(anna, "hebben jullie iets met duitjes?")
    again = says(carla, "/woorden duitjes = leefgeld\npoen = leefgeld")
    assert "Eén paar toegevoegd." in again.text
    assert "Eén paar stond er al." in again.text
    assert pairs(stage) == ["poen = leefgeld", "pingping = leefgeld", "duitjes = leefgeld"]


@pytest.mark.parametrize(
    "asked",
    [
        "how do we handle kickstarts",
        "kickstart for a tenant",
        "kikcstart",
        "a rapid landing place please",
    ],
)
def test_words__of_another_language_find_the_card_also_inflected(
    stage: Stage, anna: Person, carla: Person, asked: str
) -> None:
    stage.practice(anna, CARD, situation="Met de opstapregeling houdt een gezin geld over.")
    stage.practice(anna, "Wandel een rondje", situation="Een jongere gaat niet naar school.")
    assert not finds(anna, asked)
    says(carla, "/woorden kickstart = opstapregeling")
    says(carla, "/woorden rapid landing places = opstapregeling")
    assert finds(anna, asked)
