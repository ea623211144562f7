"""An organisation to measure with: as many practices as asked for, and an invitation for everybody."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice

from bot.keeper import Finder
from content.library import PracticeText, starter_practices
from domain.people import Role, State
from domain.practices import Attribution, Parts, Visibility
from storage import invitations, members, organisations, practices, search
from storage.database import Database
from storage.practices import NewPractice

AT_ONCE = 500
OTHER_WORDS = 0.4  # of the words in a copy
_WORD = re.compile(r"[^\W\d_]{4,}")


def furnish(database: Database, count: int) -> str:
    """Fill a migrated database with an organisation and practices; return the code to come in with.

    The first are the starter library as if a colleague had shared it: what is made up cannot be voted on.
    """
    now, finder = datetime.now(UTC), Finder()
    with database.transaction() as connection:
        here = organisations.add(connection, "Meting", "nl", "Europe/Amsterdam", now)
        maker = members.add(
            connection,
            organisation_id=here.id,
            role=Role.coordinator,
            language="nl",
            name="Carla",
            now=now,
            state=State.active,
        )
        code = invitations.make(
            connection, here.id, role=Role.member, uses=None, expires_at=now + timedelta(days=1), now=now
        )
    every = _practices(count, maker.id)
    while some := list(islice(every, AT_ONCE)):
        with database.transaction() as connection:
            added = practices.add_many(connection, here.id, some, now)
            analyses = {
                number: [finder.analyse(one) for one in search.documents(connection, number)]
                for number, _ in added
            }
            search.store_new(connection, here.id, analyses, now)
    return code


def _practices(count: int, maker: int) -> Iterator[NewPractice]:
    starters = starter_practices()
    vocabulary = _WORD.findall(" ".join(_joined(one.texts["nl"]) for one in starters))
    chance = random.Random(5)
    for number, one in enumerate(islice(cycle(starters), count)):
        text = one.texts["nl"]
        parts = (text.title, text.situation, text.approach, text.result, text.limits)
        if number >= len(starters):
            parts = tuple(_varied(part, vocabulary, chance) for part in parts)  # type: ignore[assignment]
        yield NewPractice(
            Parts(*parts), "nl", one.themes, Attribution.job, Visibility.organisation, author_id=maker
        )


def _joined(text: PracticeText) -> str:
    return " ".join((text.title, text.situation, text.approach, text.result, text.limits))


def _varied(part: str, vocabulary: list[str], chance: random.Random) -> str:
    """Return a text in which words have made place for others of the library, the common ones more often."""
    return _WORD.sub(
        lambda found: chance.choice(vocabulary) if chance.random() < OTHER_WORDS else found[0], part
    )
