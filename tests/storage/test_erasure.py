"""Erasing in steps: goes on after a stop, keeps counts that others need, takes the name out."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from domain.erasure import GONE, mark, without, without_name
from domain.peers.evidence import Outcome
from domain.people import Role
from domain.practices import Practice
from domain.trials import trials_of_gone
from handlers.kit.buttons import encode
from handlers.kit.doors import ShowPractice
from handlers.kit.erasing import erase_some
from handlers.leave import EraseNow
from handlers.trials.telling import TellOutcome
from storage import erasure, members, moderation, organisations, practices
from storage.tables import erasures, metadata, trials
from storage.tables import practices as rows
from tests.conversations.test_trials import opens
from tests.stage import Person, Stage


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Groet, Anna", f"Groet, {GONE}"),
        ("Anna en Annabel", f"{GONE} en Annabel"),
        ("Marianna belde", "Marianna belde"),
        ("", ""),
    ],
)
def test_name__goes_where_it_is_a_word_of_its_own(words: str, left: str) -> None:
    assert without_name(words, "Anna") == left


def test_message__loses_a_text_also_where_it_was_shown_shortened() -> None:
    told = "Begin met één envelop, de rest komt vanzelf als je rustig blijft."
    message = {"texts": [{"key": "card-quote", "values": {"quote": told[:40] + "…", "count": 2}}]}
    left = without(message, {mark(told)}, "Anna")
    assert left == {"texts": [{"key": "card-quote", "values": {"quote": GONE, "count": 2}}]}


def test_message__keeps_its_keys_and_buttons() -> None:
    message = {"texts": [{"key": "Anna"}], "taps": [{"label": {"key": "x"}, "data": "1sp:Anna"}]}
    assert without(message, (), "Anna") == message


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.person("Anna")


@pytest.fixture
def bob(stage: Stage) -> Person:
    return stage.person("Bob")


def seen(stage: Stage, person: Person, name: str) -> Practice:
    with stage.database.reading() as connection:
        member = members.by_id(connection, person.member_id)
        assert member is not None
        found = practices.by_public_id(connection, member, name)
    assert found is not None
    return found


def likes_and_tells(person: Person, name: str) -> None:
    opens(person, name)
    person.taps("Handig")
    person.presses(encode(TellOutcome(name, Outcome.worked)))
    person.says("Eerst koffie, dan pas de post openen.")
    person.taps("Met mijn naam")


def leaves(stage: Stage, person: Person, *, keep: bool = False) -> int:
    person.presses(encode(EraseNow(keep)))
    return stage.finish_erasing()


def test_votes_and_outcomes__stay_as_numbers_of_nobody(stage: Stage, anna: Person, bob: Person) -> None:
    name = stage.practice(bob, "Post samen openmaken")
    likes_and_tells(anna, name)
    before = seen(stage, bob, name)
    assert (before.useful, before.told.worked, before.told.lines) == (1, 1, 1)
    leaves(stage, anna)
    after = seen(stage, bob, name)
    assert (after.useful, after.told.worked, after.told.lines) == (1, 1, 0)
    assert after.told.quote == ""
    with stage.database.reading() as connection:
        kept = connection.execute(sa.select(rows.c.gone_useful, rows.c.gone_told)).one()
        assert connection.execute(sa.select(trials)).all() == []
    # A count per outcome and the quarter: no moment, no work, no number of a member.
    assert tuple(kept) == (1, {"worked": 1, "at": "2026-10-01"})


def test_vote_of_nobody__weighs_what_it_weighed(stage: Stage, bob: Person) -> None:
    """A vote from the maker's own team counts half, also after its giver left."""
    with stage.database.transaction() as connection:
        team = organisations.add_team(connection, stage.organisation.id, "Oost").id
        members.change(connection, bob.member_id, team_id=team)
    mate, other = stage.person("Mees", team_id=team), stage.person("Olga")
    stage.later(days=10)
    name = stage.practice(bob, "Post samen openmaken")
    likes_and_tells(mate, name)
    likes_and_tells(other, name)
    assert (seen(stage, bob, name).useful, seen(stage, bob, name).weight) == (2, 1.5)
    leaves(stage, mate)
    assert (seen(stage, bob, name).useful, seen(stage, bob, name).weight) == (2, 1.5)
    opens(other, name)
    other.taps("Toch niet handig")
    assert (seen(stage, bob, name).useful, seen(stage, bob, name).weight) == (1, 0.5)


def test_numbers_of_nobody__count_along_with_who_comes_later(stage: Stage, anna: Person, bob: Person) -> None:
    name = stage.practice(bob, "Post samen openmaken")
    likes_and_tells(anna, name)
    leaves(stage, anna)
    dora = stage.person("Dora")
    opens(dora, name)
    dora.taps("Handig")
    dora.presses(encode(TellOutcome(name, Outcome.did_not)))
    now = seen(stage, bob, name)
    assert (now.useful, now.told.worked, now.told.did_not) == (2, 1, 1)


def test_numbers_of_nobody__move_with_a_merge_and_back(stage: Stage, anna: Person, bob: Person) -> None:
    carla = stage.person("Carla", Role.coordinator)
    double, kept = stage.practice(bob, "Samen bellen"), stage.practice(bob, "Bellen met elkaar")
    likes_and_tells(anna, double)
    leaves(stage, anna)
    pair = seen(stage, carla, double), seen(stage, carla, kept)
    dora = stage.person("Dora")
    likes_and_tells(dora, double)
    with stage.database.transaction() as connection:
        assert moderation.merge(connection, *pair, stage.now)
    leaves(stage, dora)
    together = seen(stage, carla, kept)
    assert (together.useful, together.told.worked) == (2, 2)
    with stage.database.transaction() as connection:
        moderation.unmerge(connection, stage.organisation.id, double)
    apart = seen(stage, carla, double), seen(stage, carla, kept)
    assert [(one.useful, one.told.worked) for one in apart] == [(2, 2), (0, 0)]


def test_reports_of_nobody__have_no_words_and_no_context() -> None:
    made = trials_of_gone({"worked": 2, "did_not": 1, "at": "2026-10-01"})
    assert [one.outcome for one in made] == [Outcome.worked, Outcome.worked, Outcome.did_not]
    assert len({one.member_id for one in made}) == 3
    assert not any(one.line or one.name or one.context.job for one in made)


def test_practice_that_stays__has_no_name_on_it_or_in_it(stage: Stage, anna: Person, bob: Person) -> None:
    name = stage.practice(anna, "Bel twee keer aan", result="Er kwam rust. Groet, Anna.")
    opens(bob, name)
    assert bob.sees("Anna")
    leaves(stage, anna, keep=True)
    card = opens(bob, name)
    assert "Anna" not in card.text
    assert "Er kwam rust." in card.text
    assert not bob.sees("Anna"), "nor in what Bob was shown before"


def test_practice_that_goes_along__is_gone_from_what_colleagues_were_shown(
    stage: Stage, anna: Person, bob: Person
) -> None:
    name = stage.practice(anna, "Bel twee keer aan", approach="Bel aan, wacht en bel weer aan.")
    opens(bob, name)
    leaves(stage, anna)
    assert not bob.sees("wacht en bel weer aan")
    gone = bob.presses(encode(ShowPractice(name)))
    assert gone is not None
    assert "wacht" not in gone.text
    assert bob.says("hoe bel ik twee keer aan") is not None
    assert not bob.sees("Bel twee keer aan"), "nor is it found"


def test_who_left__is_gone_at_once_and_may_come_back_as_somebody_new(stage: Stage, anna: Person) -> None:
    old = anna.member_id
    anna.presses(encode(EraseNow(False)))
    with stage.database.reading() as connection:
        assert members.at_address(connection, "stage", "Anna") is None
    anna.says(f"/start {stage.invite()}")
    assert anna.member_id != old
    anna.taps("Ja, ik doe mee")
    stage.finish_erasing()
    assert anna.sees("Wat voor werk doe je?")


def test_leaving__by_typing_the_words_of_the_button(stage: Stage, anna: Person) -> None:
    anna.says("/stop")
    anna.says("wis mijn gegevens")
    anna.says("ja, wis alles")
    with stage.database.reading() as connection:
        assert members.at_address(connection, "stage", "Anna") is None


def test_erasing__goes_on_where_a_stop_cut_it_off(stage: Stage, anna: Person, bob: Person) -> None:
    """After each step the program is stopped; another one goes on, until nothing is left."""
    name = stage.practice(bob, "Post samen openmaken")
    likes_and_tells(anna, name)
    for number in range(12):
        anna.says(f"hoe krijg ik contact als niemand opendoet in straat {number}")
    number = anna.member_id
    anna.presses(encode(EraseNow(False)))
    with stage.database.transaction() as connection:
        (job,) = erasure.open_erasures(connection)
        erasure.note_marks(connection, job, erasure.marks_of(connection, number, keep_practices=False))
    steps = 0
    while True:
        steps += 1
        stage.restart()
        with pytest.raises(ZeroDivisionError), stage.database.transaction() as connection:
            erase_some(connection, stage.world, job.id, 5, stage.now)
            raise ZeroDivisionError("pulled the plug")
        with stage.database.transaction() as connection:
            if erase_some(connection, stage.world, job.id, 5, stage.now) is None:
                break
    assert steps > 20
    with stage.database.reading() as connection:
        assert erasure.open_erasures(connection) == []
        # What is left until the files are written anew says nothing of whom it was about.
        (over,) = connection.execute(sa.select(erasures.c.subject, erasures.c.member_id))
        assert tuple(over) == ({}, -job.id)
        for table in metadata.sorted_tables:
            for column in table.columns:
                if any(key.column.table.name == "members" for key in column.foreign_keys):
                    found = connection.execute(sa.select(sa.func.count()).where(column == number)).scalar()
                    assert found == 0, f"{table.name}.{column.name}"
    assert seen(stage, bob, name).useful == 1
