"""What the guard finds in messages written by others does not get less."""

from __future__ import annotations

import pytest

from domain.guard import Kind
from tests.benchmarks.guard.own import measure, messages, read


@pytest.mark.parametrize(("language", "recall", "alarms"), [("nl", 0.80, 0.15), ("en", 0.75, 0.10)])
def test_guard__finds_as_much_in_unseen_messages_as_was_measured(
    language: str, recall: float, alarms: float
) -> None:
    found = measure(messages("held-out", language))
    assert found.recall >= recall
    assert found.false_alarms <= alarms


@pytest.mark.parametrize("kind", [Kind.bsn, Kind.iban, Kind.phone, Kind.email])
def test_guard__finds_every_well_formed_number_in_unseen_messages(kind: Kind) -> None:
    caught, count = measure(messages("held-out")).kinds[kind]
    assert caught == count


def test_message__is_read_without_its_marks() -> None:
    one = read('{"part": "tune", "lang": "nl", "text": "bel [[phone|06-12345678]] nu"}')
    assert one.text == "bel 06-12345678 nu"
    assert [(one.text[start:end], kind) for start, end, kind in one.spans] == [("06-12345678", Kind.phone)]
