"""Words from the Fluent files."""

from __future__ import annotations

from content import speech


def test_speak__takes_all_that_somebody_may_write() -> None:
    long = "Zo deed ik het. " * 512
    assert long in speech.speak("card-title", "nl", {"title": long})
