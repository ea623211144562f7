"""Who is new, ahead or in the middle is used where messages are chosen, and can be seen nowhere."""

from __future__ import annotations

import re

from storage.tables import metadata
from tests.program.source import FLOORS, ROOT, files, imports

HIDDEN = ("domain.peers.segments", "domain.peers.contribution")
# Outside the rules themselves. Whoever is added here shows, exports and logs nothing of what is read.
MAY_READ = {
    "bot/simulation/life.py": {"is_active"},  # made-up people
    # Who was in the middle, to be counted: read by the one comparison below and by nothing else.
    "storage/standings.py": {
        *("Standing", "front_runners", "is_new"),
        *("Contribution", "Part", "points"),
    },
}
COUNTS_THEM = {"storage/nudges.py"}
NAMES = re.compile(r"segment|front_?runner|newcomer|bridge|expert|koploper|\bpoints\b", re.IGNORECASE)


def test_segments__are_read_by_nobody_but_those_who_choose_messages() -> None:
    wrong = []
    for floor in FLOORS:
        for file in files(floor):
            name = file.relative_to(ROOT).as_posix()
            for module, line in imports(file):
                hidden = next((one for one in HIDDEN if module.startswith(one)), None)
                if hidden is None or name.startswith("domain/peers/"):
                    continue
                what = module.removeprefix(hidden).strip(".")
                if what and what not in MAY_READ.get(name, set()):
                    wrong.append(f"{name}:{line} reads {module}")
    assert not wrong, "\n".join(wrong)


def test_middle__is_read_only_to_be_counted() -> None:
    readers = {
        file.relative_to(ROOT).as_posix()
        for floor in FLOORS
        for file in files(floor)
        for module, _ in imports(file)
        if module.startswith("storage.standings")
    }
    assert readers == COUNTS_THEM


def test_segments__are_in_no_table() -> None:
    named = [
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if NAMES.search(table.name) or NAMES.search(column.name)
    ]
    assert not named


def test_segments__are_in_no_words() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sorted((ROOT / "content").rglob("*.ftl"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if re.search(r"\{ *\$(segment|front_?runner|newcomer|points|expertise)", line)
    ]
    assert not found
