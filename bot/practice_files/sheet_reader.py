"""Read the first sheet of a workbook in a process of its own, with a limit on memory and time.

A workbook is a program's input that anybody can make: a cell in the last row of the last column alone can ask
for terabytes. Whatever it does, only this process ends. Started as a script, isolated, by `reading`.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import sys

from python_calamine import CalamineWorkbook

MEMORY = 1 << 30  # bytes
SECONDS = 20
MOST_CELL = 10_000  # characters; longer ones are refused later, and need not be carried over whole
MOST_TEXT = 50_000_000  # characters in all: one long text may be in every cell, and is packed only once


def main(most_rows: int, most_columns: int) -> None:
    """Copy the sheet from standard input to standard output, as one JSON list of text per row."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        # A stricter limit that was set outside stays.
        with contextlib.suppress(ValueError):
            resource.setrlimit(kind, (most, most))
    book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False, nrows=most_rows)
    left = MOST_TEXT
    for row in rows:
        line = json.dumps([_text(cell) for cell in row[:most_columns]])
        left -= len(line)
        if left < 0:
            sys.exit(1)
        sys.stdout.write(line + "\n")


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)[:MOST_CELL]


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
