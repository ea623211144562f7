"""Small talk is known as such, and a question that begins with it is not."""

from __future__ import annotations

import pytest

from domain.smalltalk import Small, small_talk


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("hoi", Small.hello),
        ("Hallo!", Small.hello),
        ("Goedemorgen 😀", Small.hello),
        ("bedankt", Small.thanks),
        ("Dank je wel!!", Small.thanks),
        ("ok", Small.fine),
        ("Oké.", Small.fine),
        ("Thank you", Small.thanks),
        ("doei", Small.bye),
        ("Help!", Small.help),
        ("wie ben jij?", Small.help),
        ("How do I ask?", Small.help),
        ("Ik wil iets delen", Small.share),
        ("how can i share something", Small.share),
        ("kijk rond", Small.browse),
        ("english please", Small.profile),
        ("STOP", Small.stop),
        ("stoppen met roken", None),
        ("delen van gegevens", None),
        ("hoi, hoe help ik iemand met schulden?", None),
        ("bedankt maar dit past niet bij ons", None),
        ("hulp bij schulden", None),
        ("ww", None),
        ("", None),
        ("👍", None),
    ],
)
def test_small_talk__is_the_whole_message_or_nothing(words: str, kind: Small | None) -> None:
    assert small_talk(words) is kind
