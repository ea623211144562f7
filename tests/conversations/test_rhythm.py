"""When people are sent what they did not ask for: in their hours, at their pace, and never in between."""

from __future__ import annotations

import sqlalchemy as sa

from domain.delivery import Lane, Outcome
from handlers.kit import say, tell
from storage.tables import deliveries as rows
from tests.stage import Person, Stage

# The stage begins on Tuesday 24 November 2026, at ten in the morning.


def told(stage: Stage, person: Person, once: str, lane: Lane = Lane.broadcast) -> bool:
    """Tell somebody something nobody asked for, and bring it if it may be brought."""
    with stage.database.transaction() as connection:
        queued = tell(
            connection, person.member_id, say("card-title", title=once), once=once, lane=lane, now=stage.now
        )
    stage.catch_up()
    return queued


def came(person: Person, once: str) -> bool:
    """Bring what may be brought by now, and look."""
    person.stage.catch_up()
    return person.sees(once)


def state(stage: Stage, once: str) -> str:
    with stage.database.reading() as connection:
        found: str = connection.execute(sa.select(rows.c.state).where(rows.c.once == once)).scalar_one()
    return found


def test_unasked__says_why_it_comes_and_how_to_get_less(stage: Stage) -> None:
    anna = stage.person("Anna")
    assert told(stage, anna, "tip", Lane.nudge)
    assert "omdat het past bij je werk en je onderwerpen" in anna.chat[-1].text
    assert anna.chat[-1].labels == ["Minder sturen"]
    answer = anna.taps("Minder sturen")
    assert answer is not None
    assert "Eens per week" in answer.labels
    assert answer.labels[-2:] == ["Pauze", "Stop"]
    anna.taps("Niets sturen")
    assert not told(stage, anna, "meer nieuws")
    assert told(stage, anna, "antwoord", Lane.answer)
    assert anna.sees("antwoord")


def test_unasked__waits_until_a_conversation_is_over(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    told(stage, anna, "nieuws")
    assert not came(anna, "nieuws")
    stage.later(minutes=9)
    assert not came(anna, "nieuws")
    stage.later(minutes=1)
    assert came(anna, "nieuws")


def test_unasked__in_a_conversation_that_goes_on_waits_on(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    told(stage, anna, "nieuws")
    stage.later(minutes=8)
    anna.taps("Stap voor stap")
    stage.later(minutes=8)
    assert not came(anna, "nieuws")
    assert told(stage, anna, "antwoord", Lane.answer)
    assert anna.sees("antwoord")


def test_unasked__whose_moment_passes_meanwhile_is_dropped(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/deel")
    with stage.database.transaction() as connection:
        tell(
            connection,
            anna.member_id,
            say("card-title", title="haastwerk"),
            once="haastwerk",
            lane=Lane.round,
            now=stage.now,
            not_after=stage.now,
        )
    stage.later(minutes=30)
    assert not came(anna, "haastwerk")
    assert state(stage, "haastwerk") == Outcome.cancelled


def test_hours__are_typed_and_kept(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says("/profiel")
    anna.taps("Werktijden")
    answer = anna.says("soms")
    assert answer is not None
    assert answer.text.startswith("Dat begrijp ik niet.")
    anna.says("do vr 9-17")
    assert anna.sees("alleen iets op do en vr, 9.00 tot 17.00, en niet op feestdagen")
    told(stage, anna, "nieuws")
    stage.later(hours=46, minutes=59)  # Thursday, a minute before nine
    assert not came(anna, "nieuws")
    stage.later(minutes=1)
    assert came(anna, "nieuws")


def test_evening__is_quiet_but_for_answers(stage: Stage) -> None:
    anna = stage.person("Anna")
    stage.later(hours=9)
    told(stage, anna, "terugkoppeling", Lane.loop)
    told(stage, anna, "antwoord", Lane.answer)
    assert anna.sees("antwoord")
    assert not came(anna, "terugkoppeling")
    stage.later(hours=13, minutes=30)
    assert came(anna, "terugkoppeling")


def test_pause__over_a_holiday_ends_by_itself(stage: Stage) -> None:
    """From before Christmas until Friday the first of January, which is a holiday: Monday it begins again."""
    anna = stage.person("Anna")
    stage.later(days=28)
    answer = anna.says("/pauze tot 1 januari")
    assert answer is not None
    assert "niets van mij tot 1 januari 2027" in answer.text
    told(stage, anna, "nieuws")
    told(stage, anna, "tip", Lane.nudge)
    told(stage, anna, "beloofd", Lane.follow_up)
    stage.later(days=10)
    assert not came(anna, "beloofd")
    stage.later(days=3, hours=-1, minutes=-31)
    assert not came(anna, "beloofd")
    stage.later(minutes=1)
    assert came(anna, "beloofd")
    assert came(anna, "nieuws")
    assert state(stage, "tip") == Outcome.cancelled


def test_pause__can_be_asked_for_in_english_and_ended(stage: Stage) -> None:
    bob = stage.person("Bob", language="en")
    bob.says("/pause until 12 May")
    assert bob.sees("until 12 May 2027")
    told(stage, bob, "news")
    assert not came(bob, "news")
    bob.says("/profile")
    assert bob.sees("You have a pause until 12 May 2027")
    bob.taps("End the pause")
    stage.later(days=1)
    told(stage, bob, "more news")
    assert came(bob, "more news")


def test_pause__without_a_day_asks_for_one(stage: Stage) -> None:
    anna = stage.person("Anna")
    answer = anna.says("/pauze")
    assert answer is not None
    assert answer.labels == ["1 week", "2 weken", "4 weken", "Stop"]
    answer = anna.says("gisteren")
    assert answer is not None
    assert "Die dag begrijp ik niet" in answer.text
    anna.taps("2 weken")
    assert anna.sees("tot 8 december 2026")


def test_caps__let_one_a_day_through_the_most_important_first(stage: Stage) -> None:
    anna = stage.person("Anna")
    stage.later(hours=-3)
    for once, lane in (("bericht", Lane.broadcast), ("rondje", Lane.round), ("overzicht", Lane.digest)):
        told(stage, anna, once, lane)
    stage.later(hours=3)
    assert came(anna, "rondje")
    assert not anna.sees("bericht")
    assert not anna.sees("overzicht")
    stage.later(days=1)
    assert came(anna, "overzicht")
    stage.later(days=1)
    assert not came(anna, "bericht")
    stage.later(days=5)
    assert came(anna, "bericht")


def test_silence__cancels_what_is_held(stage: Stage) -> None:
    anna = stage.person("Anna")
    stage.later(hours=9)
    told(stage, anna, "nieuws")
    anna.says("/stop")
    assert state(stage, "nieuws") == Outcome.cancelled


def test_hours__may_be_told_while_joining(stage: Stage) -> None:
    anna = stage.stranger("Anna")
    anna.says(f"/start {stage.invite()}")
    for label in ("Ja, ik doe mee", "Schuldhulp", "Klaar"):
        anna.taps(label)
    assert "ma, di, wo, do en vr, 8.30 tot 17.30" in anna.screen()
    anna.taps("Werktijden")
    seen = anna.says("ma di do 9-17")
    assert seen
    assert "alleen in je werktijd: ma, di en do, 9.00 tot 17.00" in seen.text
    done = anna.taps("Eens per week")
    assert done
    assert anna.sees("Klaar! Waar loop je deze week tegenaan?")
