"""Bad input and bad luck: a clear answer each time, and nothing that was said is lost.

What holds for every button, command and step is in `tests/program/test_presses.py`, `test_commands.py` and
`test_steps.py`; here is what needs two devices, a broken database, or a story.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.engine import Engine, OutageError
from bot.keeper import IndexKeeper
from bot.speaker import Speaker
from bot.worker import Worker
from domain.text import units
from handlers.kit import Incoming, Kind
from storage import conversations, members
from storage.database import Database, sqlite_url
from storage.tables import practices as practice_rows
from tests.stage import Person, Seen, Stage

STORY = (
    "Bij een man die zijn post niet meer openmaakte deed ik eerst niets met de schulden. "
    "Ik zette samen met hem een doos bij de deur en we maakten elke week drie enveloppen open. "
    "Toen kwam er rust en hij belde zelf de deurwaarder. "
    "Let op: doe dit niet als er een ontruiming dreigt."
)


def seen(shown: Seen | None) -> Seen:
    """What the program answered; it did answer."""
    assert shown is not None
    return shown


def count(stage: Stage) -> int:
    """How many practices are stored."""
    with stage.database.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(practice_rows)).scalar_one()


# --- what is typed ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Ik zie geen woorden in je bericht."), ("en", "I see no words in your message.")],
)
def test_nothing__is_answered_with_what_to_do(stage: Stage, language: str, words: str) -> None:
    anna = stage.person("Anna", language=language)
    for nothing in ("", "  \n ", "\u200b\u2060", "\u3164"):
        assert seen(anna.says(nothing)).text.startswith(words)
        assert seen(anna.says(nothing, Kind.forward)).text.startswith(words)


@pytest.mark.parametrize("most", [4096, 8192])
def test_longest_message__is_read_from_its_beginning_and_says_so(stage: Stage, most: int) -> None:
    anna = stage.person("Anna")
    answer = seen(anna.says(("Wie kent een tolk voor een gezin? " * 400)[:most]))
    assert "Je bericht is lang." in answer.text
    assert units(answer.text) <= 4096


def test_part__of_the_longest_message_says_how_long_it_may_be_and_keeps_the_step(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    refused = seen(anna.says("\N{PARTY POPPER} feest " * 500))
    assert "1200" in refused.text or "1.200" in refused.text or "te lang" in refused.text
    assert "1 van 4." in refused.text


def test_marks__in_a_name_and_a_title_are_shown_as_they_were_typed(stage: Stage) -> None:
    anna, bob = stage.person("Anna <b>&amp;</b>"), stage.person("Bob")
    name = stage.practice(anna, "<i>Eerst</i> bellen & **dan** _gaan_ \u202eneerhcs\u202c")
    card = seen(bob.says(f"/start p_{name}"))
    assert "<i>Eerst</i> bellen & **dan** _gaan_" in card.text
    assert "Anna <b>&amp;</b>" in card.text
    assert "&lt;i&gt;Eerst" in card.spoken.html


def test_edited_message__corrects_the_open_step_and_is_no_new_question(stage: Stage) -> None:
    anna = stage.person("Anna")
    asked = seen(anna.says("Wie kent een tolk?", message="77"))
    again = seen(anna.says("Wie kent een tolk Tigrinya?", Kind.edit, message="77"))
    assert again.text.startswith("Ik zie dat je een bericht hebt aangepast.")
    assert again.number != asked.number
    assert seen(anna.says("/vragen")).text.count("tolk") == 1


# --- left half way ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "then"), [("Zelf aanpassen", "Typ het nog een keer"), ("Haal het weg", "2 van 4.")]
)
def test_guard__that_is_answered_after_something_else_goes_on_where_one_was(
    stage: Stage, choice: str, then: str
) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    anna.says("Ik belde hem op 06-12345678, toen hij niet kwam.")
    anna.says("/mijn")
    assert then in seen(anna.taps(choice)).text
    assert seen(anna.says("Hij kwam niet meer naar buiten.")).text.startswith(
        "2 van 4." if choice == "Zelf aanpassen" else "3 van 4."
    )


def test_original__that_is_gone_after_a_restart_is_asked_for_again(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    asked = seen(anna.says("Op 06-12345678 neemt niemand op."))
    assert "Is geen persoon" in asked.labels
    stage.restart()
    assert seen(anna.taps("Is geen persoon")).text.startswith("Je oude tekst heb ik niet meer.")
    assert seen(anna.says("Iemand doet niet open.")).text.startswith("2 van 4.")


def test_corrected_message__that_the_guard_catches_is_typed_again_for_its_own_step(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    anna.says("Iemand opent de post niet meer.", message="5")
    anna.says("Bel eerst 06-12345678, dan open je de post.", Kind.edit, message="5")
    assert "1 van 4." in seen(anna.taps("Zelf aanpassen")).text
    assert seen(anna.says("Iemand belt niet terug.")).text.startswith("2 van 4.")
    with stage.database.reading() as connection:
        draft = conversations.open_of(connection, anna.member_id)
    assert draft is not None
    assert draft.answers["situation"] == "Iemand belt niet terug."
    assert "approach" not in draft.answers


def test_corrected_message__that_is_too_long_leaves_the_open_question_open(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    anna.says("Iemand opent de post niet meer.", message="5")
    refused = seen(anna.says("Te lang. " * 300, Kind.edit, message="5"))
    assert "2 van 4." in refused.text
    assert seen(anna.says("Samen drie enveloppen openen.")).text.startswith("3 van 4.")


# --- two devices --------------------------------------------------------------------------------------


def second_device(stage: Stage, person: Person) -> Person:
    """The same member on another device."""
    other = Person(stage, f"{person.name} op de laptop", person.language)
    with stage.database.transaction() as connection:
        member = members.by_id(connection, person.member_id)
        assert member is not None
        members.add_address(connection, member, other.where, stage.now)
    return other


def at_once(*acts: Callable[[], object]) -> None:
    """Do these at the same moment, and raise what any of them raised."""
    raised: list[BaseException] = []
    ready = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        try:
            ready.wait(5)
            act()
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


def test_two_devices__go_on_with_the_same_conversation(stage: Stage) -> None:
    anna = stage.person("Anna")
    laptop = second_device(stage, anna)
    anna.says("/deel")
    laptop.taps("Stap voor stap")
    assert seen(anna.says("Iemand opent de post niet meer.")).text.startswith("2 van 4.")
    assert seen(laptop.says("Samen drie enveloppen openen.")).text.startswith("3 van 4.")


def test_two_devices__that_place_at_one_moment_place_once(stage: Stage) -> None:
    anna = stage.person("Anna")
    laptop = second_device(stage, anna)
    anna.says("/deel")
    preview = seen(anna.says(STORY))
    place = next(one.data for row in preview.spoken.rows for one in row if one.label == "Plaats")
    at_once(lambda: anna.presses(place), lambda: laptop.presses(place))
    assert count(stage) == 1
    assert anna.sees("Dit is al klaar of gestopt.")


def test_two_devices__that_answer_at_one_moment_lose_neither(stage: Stage) -> None:
    anna = stage.person("Anna")
    laptop = second_device(stage, anna)
    anna.says("/deel")
    anna.taps("Stap voor stap")
    at_once(
        lambda: anna.says("Iemand opent de post niet meer."),
        lambda: laptop.says("Samen drie enveloppen openen."),
    )
    with stage.database.reading() as connection:
        draft = conversations.open_of(connection, anna.member_id)
    assert draft is not None
    assert draft.step == "result"
    assert {draft.answers["situation"], draft.answers["approach"]} == {
        "Iemand opent de post niet meer.",
        "Samen drie enveloppen openen.",
    }


# --- a database that is away --------------------------------------------------------------------------


async def engine_on(database: Database, stage: Stage) -> Engine:
    """The engine of the running program on this database."""
    worker = Worker(database)
    speaker = Speaker(worker, "test", "Europe/Amsterdam", lambda: stage.now, alone=True)
    return Engine(
        worker, stage.routes, stage.world, IndexKeeper(worker, stage.finder), speaker, lambda: stage.now
    )


def said(person: Person, words: str, key: str) -> Incoming:
    return Incoming("stage", person.name, (key,), text=words, pull=True, language="nl")


async def test_locked_database__takes_nothing_and_then_everything_once(sqlite_path: Path) -> None:
    database, other = Database(sqlite_url(sqlite_path)), Database(sqlite_url(sqlite_path))
    stage = Stage(other)
    anna = stage.person("Anna")
    sa.event.listen(database.engine, "connect", lambda one, _: one.execute("PRAGMA busy_timeout=50"))
    engine = await engine_on(database, stage)
    question = said(anna, "Wie kent een tolk Tigrinya?", "stage:een")
    with other.transaction(), pytest.raises(OutageError):
        await engine.handle(question)
    assert anna.chat == []
    await engine.handle(question)
    assert not (await engine.handle(question)).known, "it is handled once"
    assert anna.sees("Wie kent een tolk Tigrinya?")
    assert len(anna.chat) == 1
    engine.worker.close()
    database.close()
    other.close()


async def test_full_disk__takes_nothing_and_keeps_what_was_there(sqlite_path: Path) -> None:
    database = Database(sqlite_url(sqlite_path))
    stage = Stage(database)
    anna = stage.person("Anna")
    anna.says("/deel")
    anna.taps("Stap voor stap")
    anna.says("Iemand opent de post niet meer.")
    before = anna.screen()
    engine = await engine_on(database, stage)
    await engine.worker.write(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=1"))
    long = said(anna, "Samen enveloppen openen. " * 40, "stage:lang")
    with pytest.raises(OutageError):
        for number in range(200):  # until the pages that are there already are full
            await engine.handle(said(anna, long.text, f"stage:{number}"))
    assert anna.screen().startswith(before)
    await engine.worker.write(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=1000000"))
    await engine.handle(long)
    assert anna.screen() != before
    engine.worker.close()
    database.close()
