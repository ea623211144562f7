"""What helped is found sooner by the words of the question; nobody sees who asked, and it can be undone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from domain.learning import MOST_ALIASES
from domain.people import Role
from domain.practices import Visibility
from handlers.ask import DoesNotFit, Helped
from handlers.kit.buttons import encode
from storage import aliases as stored
from storage import organisations
from storage.tables import aliases, metadata, questions
from storage.tables import practices as practice_rows
from tests.stage import Person, Seen, Stage

OPEN = "Maak samen de brieven open"
ASKED = "brieven en enveloppen gaan dicht de broodtrommel in"


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


@pytest.fixture
def dora(stage: Stage) -> Person:
    return stage.person("Dora")


def share(stage: Stage, author: Person | None, title: str = OPEN, **more: object) -> str:
    """A practice that knows letters, and nothing of bread."""
    situation = "Brieven en enveloppen gaan dicht in een la."
    return stage.practice(author, title, situation=situation, **more)  # type: ignore[arg-type]


def fill(stage: Stage, author: Person) -> None:
    """Practices that are about something else."""
    stage.practice(author, "Wandel een rondje", situation="Een jongere gaat niet naar school.")
    stage.practice(author, "Bel binnen een dag terug", situation="Iemand krijgt een afwijzing.")
    stage.practice(author, "Rust in de hal", situation="Bezoekers wachten lang bij het loket.")


def says(person: Person, words: str) -> Seen:
    """Type something that is answered."""
    seen = person.says(words)
    assert seen is not None
    return seen


def opens(person: Person, words: str, title: str = OPEN) -> Seen:
    """Ask, and open the practice of this title when it is not on screen whole."""
    seen = says(person, words)
    if title not in seen.text:
        opened = person.taps(title, seen)
        assert opened is not None
        seen = opened
    assert title in seen.text
    return seen


def known(stage: Stage, number: str = "") -> dict[str, int]:
    """The aliases of all practices (or of one) with how often each was confirmed."""
    query = sa.select(aliases.c.words, aliases.c.confirmed).where(aliases.c.confirmed > 0)
    if number:
        query = query.join(practice_rows, practice_rows.c.id == aliases.c.practice_id)
        query = query.where(practice_rows.c.public_id == number)
    with stage.database.reading() as connection:
        return {row.words: row.confirmed for row in connection.execute(query)}


def pulls(stage: Stage) -> dict[str, int]:
    """By how many steps questions pull at practices (of these titles) or push them away."""
    query = sa.select(practice_rows.c.title, aliases.c.pull).where(
        practice_rows.c.id == aliases.c.practice_id
    )
    with stage.database.reading() as connection:
        return {row.title: row.pull for row in connection.execute(query) if row.pull}


def question_of(stage: Stage, person: Person) -> str:
    """The public name of the only question of somebody."""
    query = sa.select(questions.c.public_id).where(questions.c.member_id == person.member_id)
    with stage.database.reading() as connection:
        return str(connection.execute(query).scalar_one())


def test_helped__lets_the_next_one_find_it_at_once_though_mistyped_and_after_a_restart(
    stage: Stage, anna: Person, bob: Person, dora: Person
) -> None:
    fill(stage, anna)
    share(stage, anna)
    assert OPEN not in says(dora, "broodtrommel").text
    opens(bob, ASKED)
    thanks = bob.taps("Dit hielp")
    assert thanks is not None
    assert "Dank je. Wie dit ook zoekt, vindt het nu sneller." in thanks.text
    assert known(stage) == {ASKED: 1}
    for again in (False, True):
        if again:
            stage.restart()
        for words in ("alles in de broodtrommel", "enveloppen in een broodtromel"):
            found = says(dora, words)
            assert OPEN in found.text + "".join(found.labels)


def test_answer__asks_for_one_tap_first_and_never_again(stage: Stage, anna: Person, bob: Person) -> None:
    fill(stage, anna)
    share(stage, anna)
    assert opens(bob, ASKED).labels[1:3] == ["Dit hielp", "Past niet"]
    before = len(bob.chat)
    stage.later(hours=3)
    says(bob, "bezoekers wachten lang bij het loket")
    assert len(bob.chat) == before + 1


def test_alias__counts_one_person_once_and_two_people_twice(
    stage: Stage, anna: Person, bob: Person, dora: Person
) -> None:
    share(stage, anna)
    for days in range(3):
        stage.later(days=days + 1)
        opens(bob, ASKED)
        bob.taps("Dit hielp")
    assert known(stage) == {ASKED: 1}
    opens(dora, ASKED.upper() + "?")
    dora.taps("Dit hielp")
    assert known(stage) == {ASKED: 2}


def test_alias__is_kept_without_what_the_guard_took_out_and_without_who_asked(
    stage: Stage, anna: Person, bob: Person
) -> None:
    share(stage, anna)
    opens(bob, "bel 06-12345678 over brieven en enveloppen in een la")
    bob.taps("Dit hielp")
    assert known(stage) == {"bel over brieven en enveloppen in een la": 1}
    assert not any("member" in column.name for column in metadata.tables["aliases"].columns)


def test_not_a_fit__takes_one_confirmation_away_and_at_zero_it_is_forgotten(
    stage: Stage, anna: Person, bob: Person, dora: Person
) -> None:
    fill(stage, anna)
    share(stage, anna)
    opens(bob, ASKED)
    bob.taps("Dit hielp")
    opens(dora, ASKED)
    dora.taps("Past niet")
    assert known(stage) == {}
    assert OPEN not in says(anna, "broodtrommel").text
    # The same person saying so once more takes nothing from the next who is helped.
    erik = stage.person("Erik")
    opens(erik, ASKED)
    erik.taps("Dit hielp")
    stage.later(days=2)
    opens(dora, ASKED)
    dora.taps("Past niet")
    assert known(stage) == {ASKED: 1}


def test_none_of_these__weighs_on_each_that_was_shown(
    stage: Stage, anna: Person, bob: Person, dora: Person
) -> None:
    share(stage, anna)
    share(stage, anna, "Enveloppen op tafel")
    opens(bob, ASKED, OPEN)
    opens(anna, ASKED, "Enveloppen op tafel")
    for person in (bob, anna):
        person.taps("Dit hielp")
    with stage.database.reading() as connection:
        assert list(connection.execute(sa.select(aliases.c.confirmed)).scalars()) == [1, 1]
    seen = opens(dora, ASKED)
    dora.presses(encode(DoesNotFit(question_of(stage, dora), "")), seen)
    assert known(stage) == {}


def test_verdict__that_is_changed_undoes_the_first(stage: Stage, anna: Person, bob: Person) -> None:
    share(stage, anna)
    seen = opens(bob, ASKED)
    buttons = {one.label: one.data for row in seen.spoken.rows for one in row}
    bob.presses(buttons["Dit hielp"], seen)
    assert known(stage) == {ASKED: 1}
    bob.presses(buttons["Past niet"], seen)
    assert known(stage) == {}
    bob.presses(buttons["Dit hielp"], seen)
    bob.presses(buttons["Dit hielp"], seen)
    assert known(stage) == {ASKED: 1}


def test_question__that_is_withdrawn_teaches_nothing_any_more(
    stage: Stage, anna: Person, bob: Person
) -> None:
    share(stage, anna)
    opens(bob, ASKED)
    bob.taps("Dit hielp")
    says(bob, "/vragen")
    bob.taps(next(label for label in bob.chat[-1].labels if label.startswith("brieven")))
    bob.taps("Vraag intrekken")
    assert known(stage) == {}
    assert "broodtrommel" not in everything(stage)


def test_member_who_leaves__takes_along_what_only_they_asked(
    stage: Stage, anna: Person, bob: Person, dora: Person
) -> None:
    share(stage, anna)
    for person, words in ((bob, ASKED), (dora, ASKED), (bob, "brieven en enveloppen in de oven")):
        opens(person, words)
        person.taps("Dit hielp")
    says(bob, "/stop")
    bob.taps("Wis mijn gegevens")
    bob.taps("Ja, wis alles")
    stage.finish_erasing()
    assert known(stage) == {ASKED: 1}
    assert "oven" not in everything(stage)


def everything(stage: Stage) -> str:
    """All that is stored for finding practices."""
    with stage.database.reading() as connection:
        return str(connection.execute(sa.select(metadata.tables["practice_analyses"].c.analyses)).all())


def test_practice__that_is_withdrawn_forgets_and_one_that_is_hidden_remembers(
    stage: Stage, anna: Person, bob: Person
) -> None:
    carla = stage.person("Carla", Role.coordinator)
    share(stage, anna)
    opens(bob, ASKED)
    bob.taps("Dit hielp")
    opens(carla, "brieven en enveloppen")
    carla.taps("Beheren")
    carla.taps("Verberg")
    carla.taps("Klopt niet")
    assert known(stage) == {ASKED: 1}
    carla.taps("Laat weer zien")
    assert "sneller" not in says(carla, "enveloppen in een broodtrommel").text
    says(anna, "/mijn")
    anna.taps(OPEN)
    anna.taps("Terugtrekken")
    anna.taps("Ja, trek terug")
    assert known(stage) == {}
    assert "broodtrommel" not in everything(stage)


def test_merge__takes_aliases_along_and_gives_them_back(stage: Stage, anna: Person, bob: Person) -> None:
    carla = stage.person("Carla", Role.coordinator)
    double, kept = share(stage, anna), share(stage, anna, "Enveloppen op tafel")
    opens(bob, ASKED)
    bob.taps("Dit hielp")
    assert known(stage, double) == {ASKED: 1}
    opens(carla, ASKED)
    carla.taps("Beheren")
    carla.taps("Voeg samen")
    carla.taps("Enveloppen op tafel")
    carla.taps("Voeg samen")
    assert known(stage, kept) == {ASKED: 1}
    assert known(stage, double) == {}
    found = says(bob, "broodtrommel")
    assert "Enveloppen op tafel" in found.text + "".join(found.labels)
    carla.taps("Maak ongedaan")
    assert known(stage, double) == {ASKED: 1}
    found = says(bob, "de broodtrommel")
    assert OPEN in found.text + "".join(found.labels)


def test_alias__of_a_question_that_is_withdrawn_after_a_merge_goes_too(
    stage: Stage, anna: Person, bob: Person
) -> None:
    carla = stage.person("Carla", Role.coordinator)
    share(stage, anna)
    kept = share(stage, anna, "Enveloppen op tafel")
    opens(bob, ASKED)
    bob.taps("Dit hielp")
    opens(carla, ASKED)
    carla.taps("Beheren")
    carla.taps("Voeg samen")
    carla.taps("Enveloppen op tafel")
    carla.taps("Voeg samen")
    assert known(stage, kept) == {ASKED: 1}
    says(bob, "/vragen")
    bob.taps(next(label for label in bob.chat[-1].labels if label.startswith("brieven")))
    bob.taps("Vraag intrekken")
    assert known(stage) == {}
    assert "broodtrommel" not in everything(stage)


def test_alias__of_a_team_is_no_help_and_no_word_to_others(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        north = organisations.add_team(connection, stage.organisation.id, "Noord").id
        south = organisations.add_team(connection, stage.organisation.id, "Zuid").id
    anna, dora = stage.person("Anna", team_id=north), stage.person("Dora", team_id=north)
    bob = stage.person("Bob", team_id=south)
    share(stage, anna, visibility=Visibility.team)
    stage.practice(anna, "Rust in de hal", situation="Bezoekers wachten lang.")
    opens(dora, "brieven en enveloppen met kanariewoord")
    dora.taps("Dit hielp")
    assert OPEN in opens(anna, "brieven en enveloppen met kanariewoord").text
    for words in ("kanariewoord", "kanariwoord"):
        answer = says(bob, words)
        assert "Hier heb ik nog geen" in answer.text
        assert OPEN not in bob.screen()
        assert "ik las" not in bob.screen()


def test_alias__is_never_read_out_to_somebody_else(
    stage: Stage, anna: Person, bob: Person, dora: Person
) -> None:
    fill(stage, anna)
    share(stage, anna)
    opens(bob, "brieven en enveloppen van kanarievogel")
    bob.taps("Dit hielp")
    found = says(dora, "kanarievogl met brieven")
    assert OPEN in found.text + "".join(found.labels)
    opened = opens(dora, "kanarievogl met brieven")
    assert "kanarievogl" in opened.text
    assert "kanarievogel" not in dora.screen()


def test_alias__of_an_example_from_the_library_is_learned_too(stage: Stage, bob: Person) -> None:
    share(stage, None, illustrative=True)
    opens(bob, ASKED)
    bob.taps("Dit hielp")
    assert known(stage) == {ASKED: 1}


def test_practice__that_was_not_shown_for_a_question_cannot_be_taught(
    stage: Stage, anna: Person, bob: Person
) -> None:
    share(stage, anna)
    other = stage.practice(anna, "Rust in de hal", situation="Bezoekers wachten lang.")
    seen = opens(bob, ASKED)
    bob.presses(encode(Helped(question_of(stage, bob), other)), seen)
    assert known(stage) == {}


def test_aliases__are_at_most_forty_the_most_confirmed_and_newest(stage: Stage, anna: Person) -> None:
    name = share(stage, anna)
    with stage.database.transaction() as connection:
        number = connection.execute(
            sa.select(practice_rows.c.id).where(practice_rows.c.public_id == name)
        ).scalar_one()
        for at in range(MOST_ALIASES + 5):
            stage.later(minutes=1)
            for _ in range(2 if at == 0 else 1):
                stored.confirm(connection, stage.organisation.id, number, f"vraag {at}", "nl", stage.now)
    kept = known(stage)
    assert len(kept) == MOST_ALIASES
    assert kept["vraag 0"] == 2
    assert "vraag 1" not in kept
    assert f"vraag {MOST_ALIASES + 4}" in kept


def test_people_who_are_helped_at_one_moment__all_teach_it(stage: Stage, anna: Person) -> None:
    share(stage, anna)
    people = [stage.person(name) for name in ("Bob", "Dora", "Erik", "Fleur")]
    pressed = []
    for at, person in enumerate(people):
        seen = opens(person, f"brieven en enveloppen, kanarie{'abcd'[at] * 4}")
        data = next(one.data for row in seen.spoken.rows for one in row if one.label == "Dit hielp")
        pressed.append((person, data, seen))
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda one: one[0].presses(one[1], one[2]), pressed))
    assert len(known(stage)) == len(people)
    for letter in "abcd":
        assert f"kanarie{letter * 4}" in everything(stage)


TABLE = "Enveloppen op tafel"


def found(person: Person, words: str) -> list[str]:
    """Ask, and return the titles that are shown of these two, best first."""
    seen = says(person, words)
    shown = seen.text + " ".join(seen.labels)
    return sorted((title for title in (OPEN, TABLE) if title in shown), key=shown.index)


def test_second_that_helps__is_pulled_to_the_question_and_the_first_is_pushed_away(
    stage: Stage, anna: Person, bob: Person, dora: Person
) -> None:
    share(stage, anna)
    share(stage, anna, TABLE)
    fill(stage, anna)
    first, second = found(bob, ASKED)
    bob.taps(second)
    bob.taps("Dit hielp")
    assert pulls(stage) == {second: 1, first: -1}
    assert found(dora, ASKED)[0] == second


def test_pull__counts_one_person_once_and_turns_round_when_they_change_their_mind(
    stage: Stage, anna: Person, bob: Person
) -> None:
    share(stage, anna)
    share(stage, anna, TABLE)
    fill(stage, anna)
    first, second = found(bob, ASKED)
    seen = bob.taps(second)
    assert seen is not None
    buttons = {one.label: one.data for row in seen.spoken.rows for one in row}
    for _ in range(4):
        bob.presses(buttons["Dit hielp"], seen)
        assert pulls(stage) == {second: 1, first: -1}
        bob.presses(buttons["Past niet"], seen)
        assert pulls(stage) == {second: -1}


def test_pull__goes_with_the_question_and_with_whoever_asked_it(
    stage: Stage, anna: Person, bob: Person, dora: Person
) -> None:
    share(stage, anna)
    share(stage, anna, TABLE)
    fill(stage, anna)
    asked = {
        person: found(person, words)[1]
        for person, words in ((bob, ASKED), (dora, "brieven en enveloppen in de oven"))
    }
    for person, second in asked.items():
        person.taps(second)
        person.taps("Dit hielp")
    with stage.database.reading() as connection:
        assert len(list(connection.execute(sa.select(aliases.c.id)))) == 4
    says(bob, "/vragen")
    bob.taps(next(label for label in bob.chat[-1].labels if label.startswith("brieven")))
    bob.taps("Vraag intrekken")
    assert "broodtrommel" not in everything(stage)
    with stage.database.reading() as connection:
        assert not list(connection.execute(sa.select(aliases.c.id).where(aliases.c.words == ASKED)))
    says(dora, "/stop")
    dora.taps("Wis mijn gegevens")
    dora.taps("Ja, wis alles")
    stage.finish_erasing()
    with stage.database.reading() as connection:
        assert not list(connection.execute(sa.select(aliases.c.id)))


def test_not_a_fit__of_somebody_who_leaves_is_forgotten_too(
    stage: Stage, anna: Person, bob: Person, dora: Person
) -> None:
    share(stage, anna)
    fill(stage, anna)
    opens(bob, ASKED)
    bob.taps("Past niet")
    assert pulls(stage) == {OPEN: -1}
    says(bob, "/stop")
    bob.taps("Wis mijn gegevens")
    bob.taps("Ja, wis alles")
    stage.finish_erasing()
    assert pulls(stage) == {}
    assert OPEN in opens(dora, ASKED).text
