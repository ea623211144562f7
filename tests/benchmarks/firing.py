"""A process that fires what is due, again and again, until it is killed: for the campaign on schedules.

Run: python -m tests.benchmarks.firing --database URL
"""

from __future__ import annotations

import argparse
import secrets
import time

from bot.clock import utc_now
from storage import schedules, updates
from storage.database import Connection, Database

KIND = "campaign"


def fire(connection: Connection) -> None:
    """Take what is due, and leave a mark of each: a second one would have another name."""
    now = utc_now()
    for one in schedules.take_due(connection, KIND, now, most=2):
        updates.remember(connection, [f"fired:{one.reference}:{one.day}:{secrets.token_hex(4)}"], now)


def main() -> None:
    """Fire until killed."""
    options = argparse.ArgumentParser()
    options.add_argument("--database", required=True)
    database = Database(options.parse_args().database)
    print("ready", flush=True)
    while True:
        with database.transaction() as connection:
            fire(connection)
        time.sleep(0.02)


if __name__ == "__main__":
    main()
