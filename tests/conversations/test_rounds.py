"""Carla asks her network a few questions; everybody hears what came of it, and nobody who said what."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from domain.people import Role
from domain.rounds import CHOICE_ASKED_AGAIN
from handlers.kit.buttons import encode
from handlers.rounds.answer import AnswerRound, SkipRound, WriteRound
from handlers.rounds.sweep import sweep
from storage import members, organisations, rounds
from storage.tables import Moment, metadata, round_answers, round_members
from tests.rehearsal import Rehearsal
from tests.stage import Person, Seen, Stage

NAMES = ("Anna", "Bob", "Dina", "Emre", "Fleur", "Gijs", "Hanna", "Ivo", "Joke", "Kees", "Lies", "Milan")
_DRAFT = re.compile(r"(1f[a-z]):[0-9a-z]{12}")  # the name of a conversation on its buttons
SAID = "Minder formulieren, en bel elkaar eerder."


@pytest.fixture
def team(stage: Stage) -> list[Person]:
    """Twelve colleagues."""
    return [stage.person(name) for name in NAMES]


@pytest.fixture
def carla(stage: Stage, team: list[Person]) -> Person:
    """The coordinator."""
    assert team
    return stage.person("Carla", Role.coordinator)


def seen(person: Person, answer: Seen | None) -> Seen:
    assert answer is not None, person.screen()
    return answer


def says(person: Person, words: str) -> Seen:
    return seen(person, person.says(words))


def taps(person: Person, label: str) -> Seen:
    return seen(person, person.taps(label))


def tick(stage: Stage, **span: float) -> None:
    """Let time pass, and the clock sweep."""
    stage.later(**span)
    for _ in range(3):
        with stage.database.transaction() as connection:
            sweep(connection, stage.now)
    stage.catch_up()


def compose(carla: Person, ready: str = "Samenwerking") -> Seen:
    """The shortest way: a set, everybody, a date, start."""
    says(carla, "/rondje")
    taps(carla, ready)
    carla.presses(*_first(carla, "Iedereen"))
    carla.presses(*_first(carla, "22 december"))
    return taps(carla, "Start het rondje")


def _first(person: Person, begins: str) -> tuple[str, Seen]:
    """Return the newest button whose words begin like this."""
    for message in reversed(person.chat):
        for row in message.spoken.rows:
            for one in row:
                if one.label.startswith(begins):
                    return one.data, message
    raise AssertionError(f"no button {begins!r}: {person.screen()}")


def presses(person: Person, begins: str) -> Seen:
    return seen(person, person.presses(*_first(person, begins)))


def opened(stage: Stage, carla: Person, ready: str = "Samenwerking") -> None:
    compose(carla, ready)
    tick(stage, minutes=1)


def answered(person: Person, first: str = "Goed", second: str = "Regels", words: str = SAID) -> None:
    taps(person, first)
    taps(person, second)
    taps(person, "Schrijf je antwoord")
    says(person, words)


# --- composing ---------------------------------------------------------------------------------------


def test_round__is_composed_in_five_taps(stage: Stage, carla: Person) -> None:
    first = says(carla, "/rondje")
    assert first.labels[:4] == [
        "Samenwerking",
        "Succes van de maand",
        "Welke stap kan weg",
        "Energie in je werk",
    ]
    taps(carla, "Energie in je werk")
    asked = presses(carla, "Iedereen")
    assert "Zonder dag begint het rondje niet" in asked.text
    check = presses(carla, "8 december")
    assert "iedereen (13 mensen)" in check.text
    assert "Kreeg je deze week energie" in check.text
    assert "Gaf heel veel" in check.text
    assert "Je koppelt terug: 8 december 2026" in check.text
    done = taps(carla, "Start het rondje")
    assert "Op 1 december 2026 stuur ik iedereen de uitkomst" in done.text


def test_round__does_not_begin_without_a_day_of_feedback(carla: Person) -> None:
    says(carla, "/rondje")
    taps(carla, "Samenwerking")
    presses(carla, "Iedereen")
    assert "Die dag kan niet" in says(carla, "31-12-2026").text
    assert "Die dag kan niet" in says(carla, "ooit").text
    assert "Start het rondje" not in str(carla.chat[-1].labels)
    assert "Je koppelt terug: 22 december 2026" in says(carla, "22-12").text


def test_round__does_not_begin_for_fewer_than_ten(stage: Stage, carla: Person, team: list[Person]) -> None:
    with stage.database.transaction() as connection:
        for one in team[:4]:
            members.change(connection, one.member_id, job="debt")
    says(carla, "/rondje")
    taps(carla, "Samenwerking")
    taps(carla, "Per soort werk")
    presses(carla, "Schuldhulp")
    check = presses(carla, "8 december")
    assert "minder dan 10 mensen" in check.text
    assert "Start het rondje" not in check.labels
    taps(carla, "Pas iets aan")
    taps(carla, "Voor wie")
    assert "Start het rondje" in presses(carla, "Iedereen").labels


def test_round__is_for_coordinators_only(team: list[Person]) -> None:
    assert "ken ik niet" in says(team[0], "/rondje").text


def test_round__of_own_questions(stage: Stage, carla: Person, team: list[Person]) -> None:
    says(carla, "/rondje")
    taps(carla, "Eigen vragen")
    says(carla, "Het nieuwe formulier")
    says(carla, "Hoe werkt het formulier?")
    taps(carla, "Goed tot slecht")
    taps(carla, "Nog een vraag")
    says(carla, "Wat kost de meeste tijd?")
    taps(carla, "Eén uit een lijst")
    assert "geen lijst" in says(carla, "alles").text
    says(carla, "invullen / zoeken / wachten / bellen")
    taps(carla, "Zo is het goed")
    presses(carla, "Iedereen")
    check = presses(carla, "8 december")
    assert "Knoppen: invullen, zoeken, wachten en bellen" in check.text
    taps(carla, "Pas iets aan")
    taps(carla, "Namens wie")
    assert "Beleidsteam Inkomen wil iets van je weten" in says(carla, "Beleidsteam Inkomen").text
    taps(carla, "Start het rondje")
    tick(stage, minutes=1)
    assert "Hoe werkt het formulier?" in team[0].chat[-1].text


# --- answering ---------------------------------------------------------------------------------------


def test_answer__counts_at_the_first_tap(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    anna = team[0]
    asked = anna.chat[-1]
    assert asked.text.startswith("De coördinator wil iets van je weten: Samenwerking. 3 vragen")
    assert "Eén tik telt meteen en ligt vast: ik bewaar niet wie wat antwoordt" in asked.text
    assert "Op 22 december 2026 hoor je wat ermee gebeurt" in asked.text or "22 december" in asked.text
    second = taps(anna, "Goed")
    assert second.text.startswith("Geteld.")
    assert "2 van 3" in second.text
    with stage.database.reading() as connection:
        counts = (
            connection.execute(sa.select(round_answers.c.counts).order_by(round_answers.c.question))
            .scalars()
            .first()
        )
    assert counts == [[0, 1, 0, 0, 0, 0]]


def test_answer__cannot_be_given_twice(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    asked = team[0].chat[-1]
    data = [one.data for row in asked.spoken.rows for one in row]
    team[0].presses(data[0])
    assert "had je al gehad" in seen(team[0], team[0].presses(data[5])).text
    with stage.database.reading() as connection:
        counts = (
            connection.execute(sa.select(round_answers.c.counts).order_by(round_answers.c.question))
            .scalars()
            .first()
        )
    assert counts == [[1, 0, 0, 0, 0, 0]]


def test_answer__may_be_typed_and_is_not_kept_on_the_page(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    says(team[0], "heel slecht")
    says(team[0], "Systemen")
    says(team[0], "schrijf je antwoord")
    assert "haal ik weg" in team[0].chat[-1].text
    thanks = says(team[0], "Zeepbelverhaal over mijn telefoon 06-12345678.")
    assert "Dank je, dit was het" in thanks.text
    with stage.database.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(sa.select(table)).mappings():
                written = str(dict(row)).casefold()
                if table.name != "round_answers":
                    assert "zeepbel" not in written
                assert "12345678" not in written


def test_answer__is_nowhere_but_among_all_answers(stage: Stage, carla: Person, team: list[Person]) -> None:
    """Whatever somebody answers, every row of every table is the same, but for the counts of everybody."""
    opened(stage, carla)
    name = _name_of_round(stage, carla)
    worlds = []
    for option, other, words in ((0, 2, "Aardbei."), (5, 4, "Framboos.")):
        with Rehearsal(stage).scene() as scene:
            for one in team[:3]:
                scene.presses(one, AnswerRound(name, 0, option))
                scene.presses(one, AnswerRound(name, 1, other))
                scene.presses(one, WriteRound(name, 2))
                scene.says(one, words)
            worlds.append(_everything(scene.connection))
    assert worlds[0]["round_members"] == worlds[1]["round_members"]
    differ = {table for table, rows in worlds[0].items() if rows != worlds[1][table]}
    assert differ == {"round_answers"}


def test_answers__have_no_row_order_moment_or_key(stage: Stage, carla: Person, team: list[Person]) -> None:
    """Counts and words are the same in whichever order people answered."""
    opened(stage, carla)
    name = _name_of_round(stage, carla)
    worlds = []
    for order in (team[:4], team[3::-1]):
        with Rehearsal(stage).scene() as scene:
            for one in order:
                option = team.index(one)
                scene.presses(one, AnswerRound(name, 0, option))
                scene.presses(one, SkipRound(name, 1))
                scene.presses(one, WriteRound(name, 2))
                scene.says(one, f"Antwoord {option}.")
            worlds.append(scene.connection.execute(sa.select(round_answers)).all())
    assert worlds[0] == worlds[1]
    assert {one.name for one in round_answers.columns} == {
        "round_id",
        "question",
        "organisation_id",
        "counts",
        "texts",
    }
    assert not [one.name for one in round_members.columns if isinstance(one.type, Moment)]


def _name_of_round(stage: Stage, carla: Person) -> str:
    with stage.database.reading() as connection:
        return rounds.of_author(connection, carla.member_id, 1)[0].public_id


def _everything(connection: sa.Connection) -> dict[str, list[str]]:
    """Return every row of every table, without the numbers that are new each time."""
    found = {}
    for table in metadata.sorted_tables:
        columns = [one for one in table.columns if one.name not in ("id", "public_id", "key", "target")]
        rows = (str(tuple(row)) for row in connection.execute(sa.select(*columns)))
        found[table.name] = sorted(_DRAFT.sub(r"\1", row) for row in rows)
    return found


def test_answer__not_for_me_ends_it(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    assert "niets meer" in taps(team[0], "Niet voor mij").text
    before = len(team[0].chat)
    tick(stage, hours=73)
    tick(stage, days=10)
    assert len(team[0].chat) == before


def test_answer__after_closing_is_not_counted(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    asked = team[0].chat[-1]
    tick(stage, days=8)
    assert "gesloten" in seen(team[0], team[0].presses(asked.spoken.rows[0][0].data, asked)).text


def test_answer__of_another_organisation_looks_absent(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    asked = team[0].chat[-1]
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    outsider = stage.person("Vreemd")
    assert "er niet (meer)" in seen(outsider, outsider.presses(asked.spoken.rows[0][0].data)).text


def test_explanation__says_what_is_kept(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    told = taps(team[0], "Is dit anoniem?")
    assert "kan zien dát je meedeed" in told.text
    assert "Goed" in told.labels


# --- reminding, closing, and what came out ------------------------------------------------------------------


def test_reminder__comes_once_to_who_is_not_done(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    answered(team[0])
    done = len(team[0].chat)
    tick(stage, hours=73)
    assert len(team[0].chat) == done
    assert "Dit is mijn enige herinnering" in team[1].chat[-1].text
    assert "De coördinator ziet niet wie dat zijn" in team[1].chat[-1].text
    before = len(team[1].chat)
    tick(stage, hours=24)
    assert len(team[1].chat) == before
    assert "2 van 3" in taps(team[1], "Goed").text


def test_outcome__is_shown_to_everybody_after_closing_only(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    for number, one in enumerate(team[:10]):
        answered(one, ("Goed", "Slecht")[number % 2], ("Regels", "Systemen")[number % 2], f"{SAID} {number}")
    listed = says(carla, "/rondes")
    assert "loopt tot 1 december 2026, ruim driekwart deed mee" in listed.text
    assert "Uitkomst" not in taps(carla, "Rondje 1").text
    tick(stage, days=8)
    outcome = team[11].chat[-1].text
    assert "10 van de 13 mensen deden mee" in outcome
    assert "• Heel goed of Goed: ongeveer 50%" in outcome
    assert "• Slecht of Heel slecht: ongeveer 50%" in outcome
    assert "• Regels: ongeveer 50%" in outcome
    assert SAID in outcome
    assert "Op 22 december 2026 hoor je" in outcome
    assert outcome in carla.chat[-1].text
    with stage.database.reading() as connection:
        assert connection.execute(sa.select(round_answers)).all() == []


def test_outcome__of_few_shows_nothing(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    for one in team[:4]:
        answered(one)
    tick(stage, days=8)
    outcome = team[5].chat[-1].text
    assert "minder dan 5 van de 13 mensen" in outcome
    assert "Regels" not in outcome
    assert SAID not in outcome
    assert team[5].chat[-1].spoken.file is None


def test_outcome__of_seven_shows_figures_and_no_sentences(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    for one in team[:7]:
        answered(one)
    tick(stage, days=8)
    outcome = team[8].chat[-1].text
    assert "• Heel goed of Goed: (bijna) iedereen" in outcome
    assert "per twee" in outcome
    assert "• Regels of Systemen: (bijna) iedereen" in outcome
    assert "Minder dan 8 mensen schreven iets" in outcome
    assert SAID not in outcome


# --- closing the loop ---------------------------------------------------------------------------------------


def closed(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    for one in team[:6]:
        answered(one)
    tick(stage, days=8)


def write_back(carla: Person) -> Seen:
    taps(carla, "Schrijf terug")
    says(carla, "De regels zitten in de weg.")
    says(carla, "We schrappen het tweede formulier.")
    says(carla, "22-12")
    says(carla, "Een derde balie.")
    says(carla, "Daar is geen geld voor.")
    taps(carla, "Niets")
    return taps(carla, "Verstuur")


def test_feedback__reaches_everybody_who_was_asked(stage: Stage, carla: Person, team: list[Person]) -> None:
    closed(stage, carla, team)
    stage.later(days=6)
    assert "Verstuurd aan de 13 mensen" in write_back(carla).text
    tick(stage, minutes=1)
    for one in (team[0], team[11]):
        told = one.chat[-1].text
        assert "Jullie zeiden: De regels zitten in de weg." in told
        assert "Dit doen we: We schrappen het tweede formulier. Klaar op 22 december 2026." in told
        assert "Dit doen we niet: Een derde balie. Waarom niet: Daar is geen geld voor." in told
        assert one.chat[-1].labels == ["Goed zo", "Klopt niet", "Alle uitkomsten"]
    assert "teruggekoppeld" in says(carla, "/rondes").text


def test_feedback__not_right_is_counted_and_shown_from_five(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    closed(stage, carla, team)
    stage.later(days=6)
    write_back(carla)
    tick(stage, minutes=1)
    for one in team[:4]:
        assert "geteld" in taps(one, "Klopt niet").text
    assert "had ik al geteld" in taps(team[0], "Klopt niet").text
    assert "klopt" not in taps(team[5], "Alle uitkomsten").text
    taps(team[4], "Klopt niet")
    taps(team[6], "Goed zo")
    assert "5 mensen vinden dat de terugkoppeling niet klopt." in taps(team[5], "Alle uitkomsten").text


def test_feedback__needs_an_answer_to_something(stage: Stage, carla: Person, team: list[Person]) -> None:
    closed(stage, carla, team)
    taps(carla, "Schrijf terug")
    says(carla, "De regels zitten in de weg.")
    taps(carla, "Niets")
    taps(carla, "Niets")
    assert "geen enkel antwoord" in taps(carla, "Niets").text


def test_feedback__that_is_overdue_blocks_the_next_round(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    closed(stage, carla, team)
    tick(stage, days=21)
    assert any("Mensen wachten op je terugkoppeling" in one.text for one in carla.chat)
    assert "te laat met terugkoppelen" in says(carla, "/rondes").text
    refused = says(carla, "/rondje")
    assert refused.text.startswith("Eerst terugkoppelen")
    assert "Schrijf terug" in refused.labels


def test_answer__names_nobody_and_not_its_writer(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    taps(team[0], "Goed")
    taps(team[0], "Regels")
    taps(team[0], "Schrijf je antwoord")
    says(team[0], "Overleg met Fatima Yilmaz, zegt Anna.")
    (written,) = _texts(stage)
    assert "Overleg met" in written
    assert "Fatima" not in written
    assert "Anna" not in written


def _texts(stage: Stage) -> list[str]:
    with stage.database.reading() as connection:
        found = connection.execute(sa.select(round_answers.c.texts)).scalars()
        return [words for row in found for words in row]


def test_answer__is_thanked_in_the_same_words_whatever_the_guard_found(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    """What was said stands with a member: it must not tell which sentence has a gap in it."""
    opened(stage, carla)
    said = set()
    for one, words in ((team[0], "Bel 06-12345678 niet."), (team[1], "Minder regels.")):
        taps(one, "Goed")
        taps(one, "Regels")
        taps(one, "Schrijf je antwoord")
        said.add(says(one, words).text)
    assert len(said) == 1


def test_answer__that_is_written_after_closing_ends_the_conversation(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    tick(stage, days=6, hours=20)
    taps(team[0], "Goed")
    taps(team[0], "Regels")
    taps(team[0], "Schrijf je antwoord")
    tick(stage, hours=20)
    assert "gesloten" in says(team[0], "Te laat bedacht.").text
    assert "gesloten" not in says(team[0], "hoe krijg ik contact als niemand opendoet").text


def test_answer__that_was_passed_over_meanwhile_is_not_said_to_count(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    taps(team[0], "Goed")
    taps(team[0], "Regels")
    taps(team[0], "Schrijf je antwoord")
    team[0].presses(encode(SkipRound(_name_of_round(stage, carla), 2)))
    assert "had je al gehad" in says(team[0], "Nog iets.").text
    assert not _texts(stage)


def test_answer__finds_the_round_closed_by_somebody_at_the_same_moment(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    with stage.database.transaction() as connection:
        one = rounds.of_author(connection, carla.member_id, 1)[0]
        assert rounds.close(connection, one, {"answered": 0, "questions": []})
        assert not rounds.answer(connection, one, team[0].member_id, 0, 0)
        assert not rounds.write(connection, one, team[0].member_id, 0, "Te laat.")
        place = rounds.progress(connection, one, team[0].member_id)
    assert place is not None
    assert not place.took_part


def test_asked__is_remembered_as_long_as_a_choice_may_not_come_again(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    closed(stage, carla, team)
    stage.later(days=150)
    with stage.database.transaction() as connection:
        rounds.forget_old(connection, stage.now)
        everybody = [one.member_id for one in team]
        since = stage.now - CHOICE_ASKED_AGAIN
        assert rounds.asked_choices(connection, carla_of(connection, carla), everybody, since)


def carla_of(connection: sa.Connection, carla: Person) -> int:
    found = members.by_id(connection, carla.member_id)
    assert found is not None
    return found.organisation_id


def leaves(carla: Person) -> None:
    says(carla, "/stop")
    taps(carla, "Wis mijn gegevens")
    carla.taps("Ja, wis alles")


def test_feedback__is_given_by_another_coordinator_when_who_asked_left(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    daan = stage.person("Daan", Role.coordinator)
    closed(stage, carla, team)
    assert "Samenwerking" not in says(daan, "/rondes").text
    leaves(carla)
    tick(stage, days=20, hours=12)
    assert any("Schrijf terug" in one.labels for one in daan.chat)
    says(daan, "/rondes")
    taps(daan, "Rondje 1")
    taps(daan, "Schrijf terug")
    assert "Vreemd" not in daan.chat[-1].text


def test_round__of_somebody_who_left_does_not_open(stage: Stage, carla: Person, team: list[Person]) -> None:
    compose(carla)
    before = len(team[0].chat)
    leaves(carla)
    tick(stage, minutes=1)
    assert len(team[0].chat) == before


# --- rounds that come again -------------------------------------------------------------------------------


def test_series__comes_again_and_compares_only_when_enough_changed(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    says(carla, "/rondje")
    taps(carla, "Energie in je werk")
    presses(carla, "Iedereen")
    presses(carla, "8 december")
    taps(carla, "Pas iets aan")
    taps(carla, "Hoe vaak")
    taps(carla, "Elke maand")
    taps(carla, "6 maanden")
    taps(carla, "Start het rondje")
    tick(stage, minutes=1)
    for one in team[:8]:
        taps(one, "Gaf veel")
    tick(stage, days=8)
    write_back(carla)
    tick(stage, days=22, minutes=5)
    assert "Energie in je werk" in team[0].chat[-1].text
    for one in team[:8]:
        taps(one, "Kostte veel")
    tick(stage, days=12)
    outcome = team[9].chat[-1].text
    assert "Vorige keer: Gaf heel veel of Gaf veel, (bijna) iedereen." in outcome
    with stage.database.reading() as connection:
        mine = rounds.of_author(connection, carla.member_id, 9)
    assert [one.number for one in mine] == [2, 1, 0]


def test_series__is_not_compared_when_one_joined(stage: Stage, carla: Person, team: list[Person]) -> None:
    says(carla, "/rondje")
    taps(carla, "Energie in je werk")
    presses(carla, "Iedereen")
    presses(carla, "8 december")
    taps(carla, "Pas iets aan")
    taps(carla, "Hoe vaak")
    taps(carla, "Elke maand")
    taps(carla, "3 maanden")
    taps(carla, "Start het rondje")
    tick(stage, minutes=1)
    for one in team[:8]:
        taps(one, "Gaf veel")
    tick(stage, days=8)
    write_back(carla)
    tick(stage, days=22, minutes=5)
    for one in team[:9]:
        taps(one, "Kostte veel")
    tick(stage, days=12)
    assert "Vorige keer" not in team[10].chat[-1].text


def test_round__can_be_taken_back_before_it_opens(stage: Stage, carla: Person, team: list[Person]) -> None:
    compose(carla)
    taps(carla, "Mijn rondjes")
    taps(carla, "Rondje 1")
    assert "Niemand krijgt het" in taps(carla, "Trek in").text
    tick(stage, days=1)
    assert team[0].chat == []


def test_round__choice_that_was_asked_lately_is_not_asked_again(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    closed(stage, carla, team)
    write_back(carla)
    says(carla, "/rondje")
    taps(carla, "Samenwerking")
    presses(carla, "Iedereen")
    check = says(carla, "18-12")
    assert "laatste half jaar" in check.text
    assert "Start het rondje" not in check.labels


def test_round__whole_talk_in_english(stage: Stage) -> None:
    people = [stage.person(f"Person {n}", language="en") for n in range(11)]
    cora = stage.person("Cora", Role.coordinator, language="en")
    says(cora, "/round")
    taps(cora, "Cooperation")
    presses(cora, "Everybody")
    presses(cora, "8 December")
    taps(cora, "Start the round")
    tick(stage, minutes=1)
    for one in people[:9]:
        taps(one, "Well")
        taps(one, "Rules")
        taps(one, "Write your answer")
        says(one, "Call each other sooner.")
    tick(stage, days=8)
    assert "9 of the 12 people took part" in people[10].chat[-1].text
    assert "Very well or Well: (almost) everybody" in people[10].chat[-1].text
    taps(cora, "Write back")
    says(cora, "Call sooner.")
    taps(cora, "Nothing")
    taps(cora, "Nothing")
    says(cora, "Whether there is money.")
    presses(cora, "16 December")
    taps(cora, "Send")
    tick(stage, minutes=1)
    assert (
        "We do not know yet: Whether there is money. Answer on 16 December 2026." in people[10].chat[-1].text
    )
