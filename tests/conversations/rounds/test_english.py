"""A whole round in English."""

from __future__ import annotations

from domain.people import Role
from tests.conversations.rounds.acting import presses, says, taps, tick
from tests.stage import Stage


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
