"""Load and remove the starter library of an organisation: illustrative examples, never evidence."""

from __future__ import annotations

from datetime import datetime

from bot.keeper import Finder
from content.library import PracticeText, starter_practices
from domain.practices import Attribution, Parts, Visibility
from storage import practices, search
from storage.database import Connection
from storage.organisations import Organisation
from storage.practices import NewPractice

KEY = "example:"


def load_examples(connection: Connection, organisation: Organisation, finder: Finder, now: datetime) -> int:
    """Add the examples that are not there yet, in Dutch with their English version; returns how many."""
    known = practices.import_keys(connection, organisation.id)
    added = 0
    for example in starter_practices():
        key = KEY + example.key
        if key in known:
            continue
        texts = {language: _parts(text) for language, text in example.texts.items()}
        new = NewPractice(
            parts=texts.pop("nl"),
            language="nl",
            themes=example.themes,
            attribution=Attribution.nobody,
            visibility=Visibility.organisation,
            illustrative=True,
            import_key=key,
            translations=texts,
        )
        number, _ = practices.add(connection, organisation.id, new, now)
        analyses = [finder.analyse(one) for one in search.documents(connection, number)]
        search.store(connection, organisation.id, number, analyses, now)
        added += 1
    return added


def remove_examples(connection: Connection, organisation: Organisation, now: datetime) -> int:
    """Remove every example with its votes; returns how many."""
    removed = practices.remove_imported(connection, organisation.id, KEY)
    for number in removed:
        search.log(connection, organisation.id, number, now)
    return len(removed)


def _parts(text: PracticeText) -> Parts:
    return Parts(text.title, text.situation, text.approach, text.result, text.limits)
