"""Words as they are marked on Telegram, written with the marks that people type: *bold* and _italic_."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.marks import BOLD, ITALIC, SIGNS

_MARKS = {"bold": SIGNS[BOLD], "italic": SIGNS[ITALIC]}
_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def with_marks(words: str, entities: Sequence[Mapping[str, Any]]) -> str:
    """Return words with marks, "" when none of them is marked; a link behind words is put after them.

    Telegram counts in UTF-16 units. A mark of ours holds on to words and ends on its line.
    """
    units = words.encode("utf-16-le")
    put: dict[int, list[str]] = {}
    for entity in entities:
        first, last = int(entity["offset"]), int(entity["offset"]) + int(entity["length"])
        inside = units[first * 2 : last * 2].decode("utf-16-le", "replace")
        if (url := entity.get("url")) and entity["type"] == "text_link":
            put.setdefault(last, []).append(f" ({url})")
        if (sign := _MARKS.get(entity["type"])) is not None:
            for begin, end in _lines(inside):
                put.setdefault(first + begin, []).append(sign)
                put.setdefault(first + end, []).insert(0, sign)
    if not put:
        return ""
    parts, at = [], 0
    for place in sorted(put):
        parts += [units[at * 2 : place * 2].decode("utf-16-le", "replace"), *put[place]]
        at = place
    return "".join((*parts, units[at * 2 :].decode("utf-16-le", "replace")))


def _lines(words: str) -> Iterator[tuple[int, int]]:
    """Yield where each line of words begins and ends, in UTF-16 units, the spaces around it left out."""
    for found in _LINE.finditer(words):
        begin = len(words[: found.start()].encode("utf-16-le")) // 2
        yield begin, begin + len(found[0].encode("utf-16-le")) // 2
