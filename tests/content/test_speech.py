"""Words from the Fluent files."""

from __future__ import annotations

from content import speech
from domain.people import LANGUAGES


def test_speak__takes_all_that_somebody_may_write() -> None:
    long = "Zo deed ik het. " * 512
    assert long in speech.speak("card-title", "nl", {"title": long})


def test_languages__are_those_that_people_can_choose() -> None:
    assert speech.LANGUAGES == LANGUAGES
