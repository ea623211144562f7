"""Files that are made to break in, to fill the memory or to hang are refused before anything reads them.

`python -m tests.benchmarks.bombs` tries each in a process of its own and prints time and memory.
"""

from __future__ import annotations

import pytest

from bot.practice_files.reading import read_table
from domain.attachments import look
from domain.importing import Row
from tests.benchmarks.bombs import FILES, MOST_MB, SLOW, TABLES, book, pdf, png, tried

EACH = {**TABLES, **FILES}


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=pytest.mark.campaign) if one in SLOW else one for one in EACH]
)
def test_bomb__is_refused_before_anything_reads_it(name: str) -> None:
    kind, make = EACH[name]
    found = tried(name, kind, make())
    assert found.why, "it came in"
    assert found.megabytes < MOST_MB


def test_bombs__are_many_and_different() -> None:
    assert len(EACH) >= 50
    assert len({make for _, make in EACH.values()}) == len(EACH)


def test_what_is_no_bomb__comes_in() -> None:
    """The same files without their charge: else a reader that refuses everything would pass."""
    table = read_table(book(), "x.xlsx", "nl")
    assert [row.cells["title"] for row in table.rows if isinstance(row, Row)] == ["Samen bellen"]
    assert look(pdf(b"/Author(Anna)")).mime == "application/pdf"
    assert look(png(10, 10, bytes(90))).mime == "image/png"
