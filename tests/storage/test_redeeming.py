"""One link for one person, opened at the same moment in several processes."""

from __future__ import annotations

from storage.database import Database
from tests.benchmarks.redeeming import link_for_one, race


async def test_link__for_one_lets_one_in_from_three_processes_and_tells_all_others_the_same(
    database: Database,
) -> None:
    code = link_for_one(database)
    url = database.url.render_as_string(hide_password=False)
    found = await race(url, code, people=30, processes=3)
    assert (found.inside, found.members) == (1, 1)
    assert found.refusals == {"join-link-broken": 29}
