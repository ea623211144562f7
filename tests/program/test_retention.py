"""How long things are kept: every table has a line, in words, and the page is what is carried out."""

from __future__ import annotations

import hashlib

import pytest

from bot.retention_page import retention_table
from content import speech
from domain.people import CONSENT
from domain.portraits import ANSWER_WITHIN, NAMED_DAYS
from domain.retention import DEFAULTS, KINDS, Kept, Until, WrongDays, read_kept
from storage import nudges, opt_outs, own_data, sessions
from storage.rounds.running import KEPT as ROUNDS_KEPT
from storage.tables import metadata
from tests.program.source import ROOT

PAGE = ROOT / "docs/privacy/bewaartermijnen.md"
# The words that people say yes to. When they change, CONSENT gets a new name: everybody is asked again.
AGREED_TO = {"2026-11": "bc5df542c404335d"}


def test_table__with_something_of_people_has_a_line() -> None:
    known = {table for kind in KINDS for table in kind.tables}
    assert set(own_data.tables()) <= known
    assert {table.name for table in metadata.sorted_tables} == known, "and so has every other one"


def test_kind__is_told_in_every_language() -> None:
    for language in speech.LANGUAGES:
        for kind in KINDS:
            assert speech.has(f"retention-{kind.name}", language), kind.name
            assert speech.has(f"retention-{kind.name}-why", language), kind.name


def test_page__is_the_table_that_is_carried_out() -> None:
    assert retention_table(DEFAULTS, "nl") in PAGE.read_text("utf-8"), "uv run kopgroep retention shows it"


def test_kinds__that_others_carry_out_have_their_numbers() -> None:
    there = {
        "offered": nudges.KEPT,
        "less": opt_outs.KEPT,
        "asked": ROUNDS_KEPT,
        "sessions": sessions.KEPT,
        "links": sessions.LINK_WORKS,
        "named": ANSWER_WITHIN,
        "naming": NAMED_DAYS,
    }
    assert {name: DEFAULTS.span(name) for name in there} == there


def test_kinds__have_days_or_an_end() -> None:
    counted = {Until.made, Until.used, Until.over}
    for kind in KINDS:
        assert (kind.days is not None) == (kind.until in counted), kind.name
        if kind.least is not None and kind.most is not None and kind.days is not None:
            assert kind.least <= kind.days <= kind.most


@pytest.mark.parametrize(
    ("words", "chosen"),
    [("", {}), ("lines=60", {"lines": 60}), ("lines=60, audit=365", {"lines": 60, "audit": 365})],
)
def test_setting__says_kinds_and_days(words: str, chosen: dict[str, int]) -> None:
    assert read_kept(words) == Kept(chosen)


@pytest.mark.parametrize(
    "words", ["lines", "lines=", "lines=ten", "lines=9999", "votes=3", "sessions=9", "=3"]
)
def test_setting__that_may_not_be_is_refused(words: str) -> None:
    with pytest.raises(WrongDays):
        read_kept(words)


def test_text_people_agree_to__has_a_new_name_when_it_changes() -> None:
    words = "\n".join(
        speech.speak(key, language, {"channel": channel})
        for language in speech.LANGUAGES
        for key in ("join-privacy", "join-everything")
        for channel in ("telegram", "web")
    )
    now = hashlib.sha256(words.encode()).hexdigest()[:16]
    assert AGREED_TO.get(CONSENT) == now, (
        f"give CONSENT in domain/people.py a new name, and add it here: {now}"
    )
