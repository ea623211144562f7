"""What people do in a round: the shortest ways, to be used by the tests."""

from __future__ import annotations

import sqlalchemy as sa

from handlers.rounds.sweep import sweep
from storage import rounds
from storage.tables import round_answers
from tests.stage import Person, Seen, Stage

NAMES = ("Anna", "Bob", "Dina", "Emre", "Fleur", "Gijs", "Hanna", "Ivo", "Joke", "Kees", "Lies", "Milan")
SAID = "Minder formulieren, en bel elkaar eerder."


def seen(person: Person, answer: Seen | None) -> Seen:
    assert answer is not None, person.screen()
    return answer


def says(person: Person, words: str) -> Seen:
    return seen(person, person.says(words))


def taps(person: Person, label: str) -> Seen:
    return seen(person, person.taps(label))


def presses(person: Person, begins: str) -> Seen:
    return seen(person, person.presses(*newest(person, begins)))


def newest(person: Person, begins: str) -> tuple[str, Seen]:
    """Return the newest button whose words begin like this."""
    for message in reversed(person.chat):
        for row in message.spoken.rows:
            for one in row:
                if one.label.startswith(begins):
                    return one.data, message
    raise AssertionError(f"no button {begins!r}: {person.screen()}")


def tick(stage: Stage, **span: float) -> None:
    """Let time pass, and the clock sweep."""
    stage.later(**span)
    for _ in range(3):
        with stage.database.transaction() as connection:
            sweep(connection, stage.now)
    stage.catch_up()


def compose(carla: Person, ready: str = "Samenwerking", day: str = "22 december") -> Seen:
    """The shortest way: a set, everybody, a date, start."""
    says(carla, "/rondje")
    taps(carla, ready)
    carla.presses(*newest(carla, "Iedereen"))
    carla.presses(*newest(carla, day))
    return taps(carla, "Start het rondje")


def compose_series(carla: Person, *adjusted: str, last: str = "3 maanden") -> Seen:
    """A round on energy that comes again; `adjusted` are the buttons of what is changed first."""
    says(carla, "/rondje")
    taps(carla, "Energie in je werk")
    presses(carla, "Iedereen")
    presses(carla, "8 december")
    taps(carla, "Pas iets aan")
    taps(carla, "Hoe vaak")
    for label in adjusted or ("Elke maand",):
        taps(carla, label)
    check = taps(carla, last) if last.endswith("maanden") else says(carla, last)
    taps(carla, "Start het rondje")
    return check


def opened(stage: Stage, carla: Person, ready: str = "Samenwerking") -> None:
    compose(carla, ready)
    tick(stage, minutes=1)


def answered(person: Person, first: str = "Goed", second: str = "Regels", words: str = SAID) -> None:
    taps(person, first)
    taps(person, second)
    taps(person, "Schrijf je antwoord")
    says(person, words)


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


def leaves(carla: Person) -> None:
    says(carla, "/stop")
    taps(carla, "Wis mijn gegevens")
    carla.taps("Ja, wis alles")


def name_of_round(stage: Stage, carla: Person) -> str:
    with stage.database.reading() as connection:
        return rounds.of_author(connection, carla.member_id, 1)[0].public_id


def texts_of(stage: Stage) -> list[str]:
    with stage.database.reading() as connection:
        found = connection.execute(sa.select(round_answers.c.texts)).scalars()
        return [words for row in found for words in row]
