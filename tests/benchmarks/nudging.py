"""The nudge job over a large organisation, as the clock runs it: on a database, in time and memory."""

from __future__ import annotations

import resource
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import numpy as np
import sqlalchemy as sa

from domain.delivery import Lane
from domain.peers import fit
from domain.peers.constants import DEFAULTS
from domain.people import CONSENT, JOBS, THEMES
from handlers.nudges.offering import open_days, plan_offers, send_offers
from storage import nudging, organisations, trials
from storage.database import Connection, Database, sqlite_url
from storage.migrate import upgrade
from storage.nudging import Said, Speaker
from storage.tables import (
    addresses,
    deliveries,
    employers,
    member_themes,
    nudges,
    practice_themes,
    practices,
)
from storage.tables import members as member_rows
from storage.tables import trials as trial_rows

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 10, 31, tzinfo=UTC)
EMPLOYERS = 60
REGIONS = ("town", "city", "village")
PLACES: Mapping[str, Sequence[str]] = {
    "residents": fit.RESIDENTS,
    "municipality": fit.SIZES,
    "team_size": fit.TEAMS,
    "region": fit.REGIONS,
}
TRIES = 2  # per member
EARLIER = 2  # nudges that each had in the last weeks
POPULAR = 3  # power: the higher, the fewer practices most tries are of
AT_ONCE = 5_000  # rows in one statement
OUTCOMES = ("worked", "worked", "worked", "partly", "did_not")


@dataclass(frozen=True)
class Passed:
    """Seconds and the most memory in megabytes, and what came of it."""

    planning: float  # on a connection that only reads
    writing: float
    transactions: int
    longest: float  # of those
    processor: float
    memory: float
    before: float  # memory before the job ran
    members: int
    sent: int
    held: int
    kinds: dict[str, int]
    largest: float  # largest share that one maker has of a theme with twenty offers or more


def measure(members: int, practices_: int, told: Callable[[int], None] = lambda _: None) -> Passed:
    """Make up an organisation and measure the job of one Tuesday; `told` hears how far it is."""
    with TemporaryDirectory(prefix="kopgroep-nudges-") as folder:
        database = Database(sqlite_url(Path(folder) / "bench.db"))
        upgrade(database)
        make_up(database, members, practices_)
        with database.engine.connect() as connection:  # or the job would pay for what was filled in
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
        found = _run(database, members, told)
        database.close()
    return found


def _run(database: Database, members: int, told: Callable[[int], None]) -> Passed:
    before = _memory()
    with database.transaction() as connection:
        open_days(connection, MONDAY)
    with database.transaction() as connection:
        open_days(connection, TUESDAY)
    started, processor = perf_counter(), process_time()
    with database.reading() as connection:
        parts = list(plan_offers(connection, TUESDAY))
    planning = perf_counter() - started
    longest = writing = 0.0
    for number, part in enumerate(parts, start=1):
        began = perf_counter()
        with database.transaction() as connection:
            send_offers(connection, TUESDAY, part)
        took = perf_counter() - began
        writing, longest = writing + took, max(longest, took)
        told(number)
    processor = process_time() - processor
    with database.reading() as connection:
        fresh = sa.select(nudges.c.kind, nudges.c.held).where(nudges.c.day == TUESDAY.date())
        rows = connection.execute(fresh).all()
        largest = _largest(connection)
    return Passed(
        planning,
        writing,
        len(parts),
        longest,
        processor,
        _memory(),
        before,
        members,
        sent=sum(not row.held for row in rows),
        held=sum(row.held for row in rows),
        kinds=dict(Counter(row.kind for row in rows)),
        largest=largest,
    )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _largest(connection: Connection) -> float:
    """Return the largest share of a theme's offers, of all that are in the window, that one maker has."""
    since = TUESDAY - timedelta(days=DEFAULTS.offers.window)
    rows = connection.execute(
        sa.select(practice_themes.c.theme, practices.c.author_id)
        .join(practices, practices.c.id == nudges.c.practice_id)
        .join(practice_themes, practice_themes.c.practice_id == practices.c.id)
        .where(nudges.c.at > since, nudges.c.sort == "offer", sa.not_(nudges.c.held))
    ).all()
    whole, lots = Counter(row.theme for row in rows), Counter((row.theme, row.author_id) for row in rows)
    least = DEFAULTS.offers.shares_from
    return max((many / max(whole[theme], least) for (theme, _), many in lots.items()), default=0.0)


# --- made up ----------------------------------------------------------------------------------------


def make_up(database: Database, members: int, many: int, seed: int = 1) -> None:
    """Fill a database with people, practices and what went before. This is not a part of the job."""
    chance = np.random.default_rng(seed)
    with database.transaction() as connection:
        here = organisations.add(connection, "Meting", "nl", "Europe/Amsterdam", MONDAY).id
        nudging.say_told(connection, here, None, None, Said(MONDAY.date(), Speaker.lead), MONDAY)
        _fill(connection, employers, _employers(here))
        _fill(connection, member_rows, _members(here, members, chance))
        _fill(connection, addresses, _addresses(here, members))
        _fill(connection, member_themes, _followed(here, members, chance))
        _fill(connection, practices, _practices(here, many, members, chance))
        _fill(connection, practice_themes, _about(here, many, chance))
        _fill(connection, trial_rows, _trials(here, members, many, chance))
        for number in range(1, many + 1):
            trials.recount(connection, number)
        _fill(connection, nudges, _earlier(here, members, many, chance))
        _fill(connection, deliveries, _sent(here, members))


def _fill(connection: Connection, table: sa.Table, rows: Iterable[dict[str, Any]]) -> None:
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        connection.execute(sa.insert(table), some)


def _employers(here: int) -> Iterator[dict[str, Any]]:
    for number in range(EMPLOYERS):
        yield {
            "organisation_id": here,
            "name": f"Werkgever {number}",
            "size": fit.SIZES[number % len(fit.SIZES)],
            "region": REGIONS[number % len(REGIONS)],
        }


def _members(here: int, many: int, chance: np.random.Generator) -> Iterator[dict[str, Any]]:
    jobs = chance.integers(len(JOBS), size=many).tolist()
    # Of each thing about where they work half of them said it.
    said = {name: _said(values, many, chance) for name, values in PLACES.items()}
    for number in range(many):
        yield {
            "public_id": f"m{number:011}",
            "organisation_id": here,
            "employer_id": number % EMPLOYERS + 1,
            "role": "member",
            "state": "active",
            "name": f"Collega {number}",
            "language": "nl",
            "job": JOBS[jobs[number]],
            **{name: values[number] for name, values in said.items()},
            "rhythm": ("weekly", "twice")[number % 2],
            "consent": CONSENT,
            "joined_at": MONDAY - timedelta(days=200),
        }


def _said(values: Sequence[str], many: int, chance: np.random.Generator) -> list[str]:
    drawn = chance.integers(2 * len(values), size=many).tolist()
    return [values[one] if one < len(values) else "" for one in drawn]


def _addresses(here: int, many: int) -> Iterator[dict[str, Any]]:
    for number in range(1, many + 1):
        yield {
            "organisation_id": here,
            "member_id": number,
            "channel": "bench",
            "address": str(number),
            "pull": False,
            "used_at": MONDAY,
        }


def _followed(here: int, many: int, chance: np.random.Generator) -> Iterator[dict[str, Any]]:
    for number in range(1, many + 1):
        for theme in chance.permutation(len(THEMES))[:3].tolist():
            yield {"member_id": number, "theme": THEMES[theme], "organisation_id": here}


def _practices(here: int, many: int, members: int, chance: np.random.Generator) -> Iterator[dict[str, Any]]:
    makers = (1 + chance.integers(members, size=many)).tolist()
    ages = chance.integers(1000, size=many).tolist()
    for number in range(many):
        shared = MONDAY - timedelta(days=ages[number])
        yield {
            "public_id": f"p{number:011}",
            "organisation_id": here,
            "author_id": makers[number],
            "language": "nl",
            "title": f"Aanpak {number}",
            "situation": "Iemand komt er niet uit.",
            "approach": "Rustig bellen en samen kijken.",
            "result": "Er kwam rust.",
            "limits": "Werkt niet bij haast.",
            "attribution": "job",
            "visibility": "organisation",
            "state": "published",
            "worth": 0.3,
            "quiet_since": shared,
            "shared_at": shared,
            "changed_at": shared,
        }


def _about(here: int, many: int, chance: np.random.Generator) -> Iterator[dict[str, Any]]:
    for number, theme in enumerate(chance.integers(len(THEMES), size=many).tolist(), start=1):
        yield {"practice_id": number, "theme": THEMES[theme], "organisation_id": here}


def _trials(here: int, members: int, many: int, chance: np.random.Generator) -> Iterator[dict[str, Any]]:
    """Few practices are tried often, and most hardly ever."""
    tried: Sequence[Sequence[int]] = (many * chance.random((members, TRIES)) ** POPULAR).astype(int).tolist()
    days = chance.integers(400, size=(members, TRIES)).tolist()
    for member in range(members):
        for place, row in enumerate(dict.fromkeys(tried[member])):
            yield {
                "public_id": f"t{member:09}{place:02}",
                "organisation_id": here,
                "practice_id": row + 1,
                "member_id": member + 1,
                "outcome": OUTCOMES[(member + row) % len(OUTCOMES)],
                "line": "Eerst gebeld en toen samen gekeken." if member % 3 else "",
                "at": MONDAY - timedelta(days=days[member][place]),
            }


def _earlier(here: int, members: int, many: int, chance: np.random.Generator) -> Iterator[dict[str, Any]]:
    for back in range(1, EARLIER + 1):
        at = TUESDAY - timedelta(days=14 * back)
        for member, row in enumerate(chance.integers(many, size=members).tolist(), start=1):
            yield {
                "public_id": f"n{back}{member:010}",
                "organisation_id": here,
                "member_id": member,
                "practice_id": row + 1,
                "day": at.date(),
                "sort": "offer",
                "kind": "new",
                "held": False,
                "period": 0,
                "at": at,
                "tapped_at": at if member % 3 else None,
            }


def _sent(here: int, members: int) -> Iterator[dict[str, Any]]:
    for back in range(1, EARLIER + 1):
        at = TUESDAY - timedelta(days=14 * back)
        for member in range(1, members + 1):
            yield {
                "organisation_id": here,
                "member_id": member,
                "channel": "bench",
                "address": str(member),
                "language": "nl",
                "once": f"nudge:n{back}{member:010}",
                "lane": Lane.nudge.value,
                "state": "sent",
                "not_before": at,
                "released_at": at,
                "created_at": at,
                "sent_at": at,
            }
