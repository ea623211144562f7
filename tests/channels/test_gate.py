"""The gate: who sends too much or goes round in circles is told once, loses nothing, and is served again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.channels.telegram.read import read
from bot.gate import Answer, Gate
from domain.limits import MOST_TIMES, ORGANISATION, QUIET, TOLD_AGAIN
from handlers.kit import Incoming, Kind

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LONG = "Ik ben er niet, en lees uw bericht volgende week."


class Knocking:
    """Somebody at the gate, who is served when they are let through."""

    def __init__(self, gate: Gate, name: str, organisation: int = 1) -> None:
        self.gate, self.name, self.organisation = gate, name, organisation
        self.now = NOW

    def says(self, words: str, kind: Kind = Kind.text) -> Answer:
        """Send something."""
        incoming = Incoming("chat", self.name, ("k",), kind=kind, text=words)
        answer = self.gate.ask(incoming, self.now)
        if answer is Answer.serve:
            self.gate.served(incoming, self.organisation, self.now)
        return answer


def test_person__who_sends_too_much_is_told_once_and_served_after_silence() -> None:
    anna = Knocking(Gate(60), "Anna")
    heard = [anna.says(f"woord {number}") for number in range(200)]
    assert heard[:60] == [Answer.serve] * 60
    assert heard[60] is Answer.tell
    assert set(heard[61:]) == {Answer.silence}
    anna.now += QUIET - timedelta(seconds=1)
    assert anna.says("nu dan?") is Answer.silence
    anna.now += QUIET
    assert anna.says("en nu?") is Answer.serve


def test_person__who_sends_as_fast_as_people_do_is_never_refused() -> None:
    anna = Knocking(Gate(60), "Anna")
    for number in range(2000):
        anna.now += timedelta(seconds=1)
        assert anna.says(f"regel {number}") is Answer.serve


def test_other_people__notice_nothing_of_it() -> None:
    gate = Gate(60)
    mallory, bob = Knocking(gate, "Mallory"), Knocking(gate, "Bob")
    for number in range(500):
        mallory.says(f"woord {number}")
    assert bob.says("hoi") is Answer.serve


def test_program__that_answers_our_answers_stops_by_itself() -> None:
    """It only speaks when it is spoken to: what is not answered ends it."""
    for pause in (0.1, 1.0, 5.0, 60.0):
        machine = Knocking(Gate(60), "machine")
        answered = 0
        while answered < 500 and machine.says(LONG) is Answer.serve:
            answered += 1
            machine.now += timedelta(seconds=pause)
        assert answered == MOST_TIMES - 1, pause


def test_program__with_two_sentences_in_turn_stops_as_well() -> None:
    machine = Knocking(Gate(60), "machine")
    answered = 0
    while answered < 500 and machine.says(f"{LONG} {answered % 2}") is Answer.serve:
        answered += 1
        machine.now += timedelta(seconds=5)
    assert answered == 2 * (MOST_TIMES - 1)


def test_short_words__may_be_said_over_and_over() -> None:
    anna = Knocking(Gate(60), "Anna")
    for _ in range(50):
        anna.now += timedelta(seconds=5)
        assert anna.says("ja") is Answer.serve


def test_same_question__day_after_day_is_fine() -> None:
    anna = Knocking(Gate(60), "Anna")
    for _ in range(50):
        anna.now += TOLD_AGAIN * 2
        assert anna.says(LONG) is Answer.serve


def test_organisation__that_floods_leaves_room_for_another() -> None:
    gate = Gate(60)
    crowd = [Knocking(gate, f"p{number}", organisation=1) for number in range(100)]
    for one in crowd:
        one.says("hoi")
    served = sum(one.says(f"{turn} hoi") is Answer.serve for turn in range(59) for one in crowd)
    assert ORGANISATION.at_once - 1 <= served <= ORGANISATION.at_once
    elsewhere = Knocking(gate, "Dora", organisation=2)
    elsewhere.says("hoi")
    assert elsewhere.says("hoi") is Answer.serve


def test_forward__of_what_a_bot_made_is_an_echo_and_of_a_person_is_not() -> None:
    def forwarded(*, bot: bool) -> Kind:
        sender = {"id": 5, "is_bot": bot, "first_name": "Kopgroep"}
        message = {
            "message_id": 3,
            "date": 0,
            "chat": {"id": 7, "type": "private"},
            "from": {"id": 7, "is_bot": False, "first_name": "Anna"},
            "forward_origin": {"type": "user", "date": 0, "sender_user": sender},
            "text": "Dit past bij je vraag.",
        }
        incoming = read({"update_id": 1, "message": message})
        assert incoming is not None
        return incoming.kind

    assert forwarded(bot=True) is Kind.echo
    assert forwarded(bot=False) is Kind.forward
