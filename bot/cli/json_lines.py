"""Files of JSON lines that commands read: what is wrong in one is named by its line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.trouble import Trouble


def json_lines(file: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the number and the object of every line that is not empty."""
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8?"
        raise Trouble("import-cannot-read", file=file.name, reason=reason) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise Trouble("match-line", file=file.name, number=str(number))
        yield number, found


def text_id(line: Mapping[str, Any], file: Path, number: int) -> str:
    """Return the id of a line as text; it must be there."""
    found = line.get("id")
    if isinstance(found, bool) or not isinstance(found, str | int) or str(found) == "":
        raise Trouble("match-field", file=file.name, number=str(number), field="id")
    return str(found)


def words_of(line: Mapping[str, Any], name: str, file: Path, number: int) -> str:
    """Return a field of a line that holds words, or "" when it is not there."""
    found = line.get(name)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise Trouble("match-field", file=file.name, number=str(number), field=name)
    return found
