"""Practices as a file to take along: JSON lines, CSV or XLSX, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, BinaryIO, Final
from zoneinfo import ZoneInfo

from content import speech
from domain.importing import HEADERS
from domain.people import LANGUAGES
from storage.exports import Exported

MORE: Final = ("shared", "useful", "worked", "partly", "did_not", "author", "job")
COLUMNS: Final = (*HEADERS, *MORE)
# A spreadsheet takes a cell that begins like this for a formula; our own mark before it is doubled.
_FORMULA: Final = re.compile(r"(?<!')'*[=+\-@＝＋－＠\t\r\n]")
_MARKED: Final = re.compile(r"(?<!')'+[=+\-@＝＋－＠\t\r\n]")


class Format(StrEnum):
    """What kind of file."""

    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"


def write(found: Iterable[Exported], kind: Format, language: str, timezone: str, out: BinaryIO) -> int:
    """Write practices as they come; return how many. Codes in JSON, words in `language` for people."""
    zone = ZoneInfo(timezone)
    if kind is Format.jsonl:
        return _write_jsonl((_values(one, zone) for one in found), out)
    rows = (_in_words(_values(one, zone), language) for one in found)
    return (_write_csv if kind is Format.csv else _write_xlsx)(rows, language, out)


def column_names(language: str) -> dict[str, str]:
    """Return what each column is called; an import knows these names."""
    at = LANGUAGES.index(language)
    usual = {field: names[min(at, len(names) - 1)] for field, names in HEADERS.items()}
    return {**usual, **{field: speech.speak(f"export-{field}", language, {}) for field in MORE}}


def _values(one: Exported, zone: ZoneInfo) -> dict[str, Any]:
    parts = one.parts
    return {
        "key": one.public_id,
        "title": parts.title,
        "situation": parts.situation,
        "approach": parts.approach,
        "result": parts.result,
        "limits": parts.limits,
        "themes": list(one.themes),
        "language": one.language,
        "visibility": one.visibility.value,
        "team": one.team,
        "employer": one.employer,
        "illustrative": one.illustrative,
        "state": one.state.value,
        "shared": _day(one.shared_at, zone),
        "useful": one.useful,
        "worked": one.told.worked,
        "partly": one.told.partly,
        "did_not": one.told.did_not,
        "author": one.author_name,
        "job": one.author_job,
    }


def _day(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).date().isoformat()


def _in_words(values: Mapping[str, Any], language: str) -> list[str]:
    def words(key: str) -> str:
        return speech.speak(key, language, {})

    said = {
        **values,
        "themes": "; ".join(words(f"theme-{theme}") for theme in values["themes"]),
        "visibility": words(f"export-visibility-{values['visibility']}"),
        "illustrative": words("export-yes") if values["illustrative"] else "",
        "state": words(f"export-state-{values['state']}"),
        "job": words(f"job-{values['job']}") if values["job"] else "",
    }
    return [str(said[name]) for name in COLUMNS]


def _write_jsonl(rows: Iterator[dict[str, Any]], out: BinaryIO) -> int:
    count = 0
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
        count += 1
    return count


def _write_csv(rows: Iterator[list[str]], language: str, out: BinaryIO) -> int:
    # With the mark in front Excel reads UTF-8; a Dutch one splits columns on ";".
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=";" if language == "nl" else ",")
    writer.writerow(column_names(language).values())
    count = 0
    for row in rows:
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row])
        count += 1
    text.detach()
    return count


def _write_xlsx(rows: Iterator[list[str]], language: str, out: BinaryIO) -> int:
    import xlsxwriter  # type: ignore[import-untyped]

    settings = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    count = 0
    with xlsxwriter.Workbook(out, settings) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for at, name in enumerate(column_names(language).values()):
            sheet.write_string(0, at, name)
        for count, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                sheet.write_string(count, at, f"'{cell}" if _MARKED.match(cell) else cell)
    return count
