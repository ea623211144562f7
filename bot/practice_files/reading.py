"""Tables that people hand over: CSV, XLSX and JSON lines, read without trusting them."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.trouble import Trouble
from domain.importing import HEADERS, MissingColumns, Reason, Refused, Row, columns, field_of, unknown

MOST_BYTES: Final = 20_000_000
MOST_UNPACKED: Final = 100_000_000
MOST_RATIO: Final = 200
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 100
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
        return _bounded(_lines(_decoded(data)), 0)
    if kind == "xlsx":
        _refuse_bomb(data)
        return _table(_sheet(data), language)
    return _table(_csv(_decoded(data)), language)


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


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or (encoding == "cp1252" and _MOJIBAKE.search(text)):
            break
        return text
    raise Trouble("import-encoding")


def _csv(text: str) -> Iterator[tuple[int, list[str] | None]]:
    best = max(";,\t", key=lambda mark: _known_headers(text, mark))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=best)
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


def _known_headers(text: str, mark: str) -> int:
    try:
        for cells in csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=mark):
            if any(cell.strip() for cell in cells):
                return sum(field_of(cell) is not None for cell in cells[:MOST_COLUMNS])
    except csv.Error:
        pass
    return 0


def _unguarded(cell: str) -> str:
    """Take away the mark that our export puts before what a spreadsheet would take for a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell


# JSON lines ------------------------------------------------------------


def _lines(text: str) -> Iterator[Row | Refused]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
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


def _refuse_bomb(data: bytes) -> None:
    """Refuse a workbook that unpacks to more than anybody types."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Trouble("import-workbook") from None
    if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * len(data):
        raise Trouble("import-bomb", most=MOST_UNPACKED // 1_000_000)


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
    for number, line in enumerate(done.stdout.decode().split("\n"), start=1):
        if line:
            yield number, [_unguarded(cell) for cell in json.loads(line)]
