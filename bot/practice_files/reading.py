"""Tables that people hand over: CSV, XLSX and JSON lines, read without trusting them."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from bot.practice_files.packed import refuse_bomb
from bot.trouble import Trouble
from domain.importing import HEADERS, MissingColumns, Reason, Refused, Row, columns, field_of, unknown

MOST_BYTES: Final = 20_000_000
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 100
MOST_LINES: Final = 1_050_000  # empty ones too; a sheet has no more
MOST_LOOKED: Final = 1000  # lines in which the headers have to stand
MOST_LINE: Final = 300_000  # characters; more than a practice has in all its parts together
READER: Final = Path(__file__).with_name("sheet_reader.py")
PATIENCE: Final = 30.0  # seconds
SUFFIXES: Final = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
# What UTF-8 looks like to somebody who takes it for cp1252.
_MOJIBAKE: Final = re.compile("Ã[\u00a0-\u00bf\u0192\u2018-\u201e]|â€")
_GUARDED: Final = re.compile(r"(?<!')'+[=+\-@＝＋－＠\t\r\n]")


@dataclass(frozen=True)
class Table:
    """The rows of a file, broken ones included, and how many columns were not known."""

    rows: tuple[Row | Refused, ...]
    unknown: int


def read_file(file: Path, language: str) -> Table:
    """Read a file; missing columns are named in `language`. Raise Trouble when it cannot be read."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Trouble("import-too-big", most=MOST_BYTES // 1_000_000)
        data = file.read_bytes()
    except OSError as error:
        raise Trouble("import-cannot-read", file=file.name, reason=error.strerror or "?") from None
    return read_table(data, file.name, language)


def read_table(data: bytes, name: str, language: str) -> Table:
    """Read what a file holds; its name tells the kind."""
    kind = "xlsx" if data[:4] == b"PK\x03\x04" else SUFFIXES.get(Path(name).suffix.lower())
    if len(data) > MOST_BYTES:
        raise Trouble("import-too-big", most=MOST_BYTES // 1_000_000)
    if kind is None:
        raise Trouble("import-kind", known=", ".join(sorted(SUFFIXES)))
    if kind == "jsonl":
        return _bounded(_lines(data), 0)
    if kind == "xlsx":
        refuse_bomb(data)
        return _table(_sheet(data), language)
    return _table(_csv(data), language)


def _bounded(rows: Iterator[Row | Refused], unknown: int) -> Table:
    kept: list[Row | Refused] = []
    for row in rows:
        if len(kept) >= MOST_ROWS:
            raise Trouble("import-too-many", most=MOST_ROWS)
        kept.append(row)
    if not kept:
        raise Trouble("import-empty")
    return Table(tuple(kept), unknown)


# Rows with a header ----------------------------------------------------


def _table(records: Iterator[tuple[int, Sequence[str] | None]], language: str) -> Table:
    """Put a header row and the rows under it together; a row of None could not be read."""
    for _, headers in records:
        if headers is not None and any(cell.strip() for cell in headers):
            break
    else:
        raise Trouble("import-empty")
    try:
        places = columns(headers[:MOST_COLUMNS])
    except MissingColumns as missing:
        raise Trouble(
            "import-columns",
            missing=", ".join(_column(field, language) for field in missing.fields),
            known=", ".join(_column(field, language) for field in HEADERS),
        ) from None
    return _bounded(_rows(records, places), unknown(headers))


def _rows(
    records: Iterator[tuple[int, Sequence[str] | None]], places: dict[int, str]
) -> Iterator[Row | Refused]:
    for number, cells in records:
        if cells is None:
            yield Refused(number, Reason.unreadable)
        elif any(cell.strip() for cell in cells):
            yield Row(number, {field: cells[at] for at, field in places.items() if at < len(cells)})


def _column(field: str, language: str) -> str:
    dutch, english = HEADERS[field][0], HEADERS[field][1 if len(HEADERS[field]) > 1 else 0]
    return dutch if language == "nl" else english


# CSV -------------------------------------------------------------------


# Nothing is decoded as a whole: one emoji makes every letter of a text take four bytes.


def _encoding(data: bytes) -> str:
    """Return how the letters are written; raise Trouble when nothing fits."""
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        last = ""
        try:
            for piece in codecs.iterdecode(_pieces(data), encoding):
                if "\0" in piece or (encoding == "cp1252" and _MOJIBAKE.search(last + piece)):
                    raise Trouble("import-encoding")
                last = piece[-1:]
        except UnicodeDecodeError:
            continue
        return encoding
    raise Trouble("import-encoding")


def _pieces(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), 65_536):
        yield data[at : at + 65_536]


def _text_lines(data: bytes, newline: str) -> Iterator[str | None]:
    """Yield the lines of a text with their ends; None for one that is longer than anybody writes."""
    with io.TextIOWrapper(io.BytesIO(data), _encoding(data), newline=newline) as text:
        left = MOST_LINES
        while line := text.readline(MOST_LINE):
            left -= 1
            if left < 0:
                raise Trouble("import-too-many", most=MOST_ROWS)
            if len(line) < MOST_LINE or line.endswith("\n"):
                yield line
                continue
            while line and not line.endswith("\n"):
                line = text.readline(MOST_LINE)
            yield None


def _csv(data: bytes) -> Iterator[tuple[int, list[str] | None]]:
    best = max(";,\t", key=lambda mark: _known_headers(data, mark))
    reader = csv.reader(_csv_lines(data), delimiter=best)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # Such as a quotation mark that never closes: what follows cannot be told apart.
            yield number, None
            return
        yield number, [_unguarded(cell) for cell in cells]


def _csv_lines(data: bytes) -> Iterator[str]:
    for line in _text_lines(data, newline=""):
        if line is None:
            raise csv.Error("a line is too long")
        yield line


def _known_headers(data: bytes, mark: str) -> int:
    try:
        for cells in csv.reader(islice(_csv_lines(data), MOST_LOOKED), delimiter=mark):
            if any(cell.strip() for cell in cells):
                return sum(field_of(cell) is not None for cell in cells[:MOST_COLUMNS])
    except csv.Error:
        pass
    return 0


def _unguarded(cell: str) -> str:
    """Take away the mark that our export puts before what a spreadsheet would take for a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell


# JSON lines ------------------------------------------------------------


def _lines(data: bytes) -> Iterator[Row | Refused]:
    for number, line in enumerate(_text_lines(data, newline="\n"), start=1):
        if line is not None and not line.strip():
            continue
        try:
            found = None if line is None else json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            yield Refused(number, Reason.unreadable)
            continue
        cells: dict[str, str] = {}
        for name, value in found.items():
            field = field_of(name)
            if field is not None:
                cells.setdefault(field, _text(value))
        yield Row(number, cells)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(_text(one) for one in value if not isinstance(one, (list, dict)))
    if isinstance(value, dict):
        return ""
    return str(value)


# Workbooks -------------------------------------------------------------


def _sheet(data: bytes) -> Iterator[tuple[int, list[str] | None]]:
    """Yield the rows of the first sheet, as a process with little memory reads them."""
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(READER), str(MOST_ROWS + 2), str(MOST_COLUMNS)],
            input=data,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        raise Trouble("import-workbook") from None
    for number, line in enumerate(io.BytesIO(done.stdout), start=1):
        yield number, [_unguarded(cell) for cell in json.loads(line)]
