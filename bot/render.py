"""From a stored message to words: in the reader's language, escaped, and within the channel's length."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from babel.dates import format_date, format_time
from babel.lists import format_list

from bot.trouble import where
from content import speech
from domain.marks import dressed
from domain.text import shorten, units

log = structlog.get_logger()

SHORT_LABEL = 13  # characters; labels up to this length share a row
MOST_IN_ROW = 3
_TAG = re.compile(r"</?(?:b|i|u|s|code)>")


@dataclass(frozen=True)
class SpokenButton:
    """A button in words: it carries `data`, or opens `url`."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True)
class Spoken:
    """A message in words. `html` knows only <b>, <i>, <u>, <s> and <code>; everything else is escaped."""

    html: str
    rows: tuple[tuple[SpokenButton, ...], ...] = ()
    file: Mapping[str, Any] | None = None

    @property
    def plain(self) -> str:
        """The same words without any marks."""
        return plain(self.html)


def plain(marked: str) -> str:
    """Return HTML of ours as plain text."""
    return html.unescape(_TAG.sub("", marked))


def render(payload: Mapping[str, Any], language: str, zone: str, most_units: int = 4096) -> Spoken:
    """Put a stored message into words of at most `most_units` UTF-16 units.

    When it is too long, people's own words in it are shortened on a sentence, the longest first.
    """
    texts = payload["texts"]
    words = _paragraphs(texts, language, zone)
    while (excess := units(plain(words)) - most_units) > 0:
        longest = max(_strings(texts), key=units, default="")
        if units(longest) < 40:
            words = html.escape(shorten(plain(words), most_units), quote=False)
            break
        texts = _replaced(texts, longest, shorten(longest, max(20, units(longest) - excess - 1)))
        words = _paragraphs(texts, language, zone)
    buttons = [
        SpokenButton(phrase(one["label"], language, zone), one.get("data", ""), one.get("url", ""))
        for one in payload.get("taps", ())
    ]
    return Spoken(words, pack(buttons), _spoken(payload.get("file"), language, zone))


def file_of(payload: Mapping[str, Any], language: str, zone: str) -> Mapping[str, Any]:
    """Return what the file of a stored message is made from, its texts in words."""
    found: Mapping[str, Any] = _spoken(payload["file"], language, zone)
    return found


def legible(payload: Mapping[str, Any], language: str, zone: str, most_units: int = 4096) -> Spoken:
    """Put a stored message into words, whatever became of them since: a key may have another name by now.

    One message that cannot be read must not take a whole page with it, nor leave somebody without a word.
    """
    try:
        return render(payload, language, zone, most_units)
    except Exception as error:
        missing = str(error) if isinstance(error, speech.MissingWords) else where(error)
        code = _code(missing)
        log.error("a message could not be put into words", code=code, missing=missing)
    taps = [one for one in payload.get("taps", ()) if label(one["label"], language, zone)]
    try:
        return render({**payload, "taps": taps}, language, zone, most_units)
    except Exception:  # told above
        return render({**unspeakable(code), "taps": taps}, language, zone, most_units)


def unspeakable(code: str) -> dict[str, Any]:
    """Return the message that stands in for one that cannot be said."""
    return {"texts": [{"key": "unspeakable", "values": {"code": code}}]}


def _code(missing: str) -> str:
    """Return the code of a message that cannot be read, the same each time it is looked at."""
    return f"E-{sha256(missing.encode()).hexdigest()[:6]}"


def label(packed: Mapping[str, Any], language: str, zone: str) -> str:
    """Return the words on a button; nothing when they are gone."""
    try:
        return phrase(packed, language, zone)
    except speech.MissingWords:
        return ""


def phrase(packed: Mapping[str, Any], language: str, zone: str) -> str:
    """Return a packed text as plain words, for a button or a toast."""
    return plain(_words(packed, language, zone))


def pack(buttons: list[SpokenButton]) -> tuple[tuple[SpokenButton, ...], ...]:
    """Lay buttons out in rows: short ones side by side, a long one on a row of its own."""
    rows: list[tuple[SpokenButton, ...]] = []
    for one in buttons:
        short = len(one.label) <= SHORT_LABEL
        if rows and short and len(rows[-1]) < MOST_IN_ROW and len(rows[-1][-1].label) <= SHORT_LABEL:
            rows[-1] = (*rows[-1], one)
        else:
            rows.append((one,))
    return tuple(rows)


def _paragraphs(texts: Any, language: str, zone: str) -> str:
    return "\n\n".join(filter(None, (_words(one, language, zone) for one in texts)))


def _spoken(value: Any, language: str, zone: str) -> Any:
    """Return the values of a file with the texts in them in words."""
    if isinstance(value, Mapping):
        if "key" in value and set(value) <= {"key", "values"}:
            return phrase(value, language, zone)
        return {name: _spoken(one, language, zone) for name, one in value.items()}
    if isinstance(value, list):
        return [_spoken(one, language, zone) for one in value]
    return value


def _words(packed: Mapping[str, Any], language: str, zone: str) -> str:
    values = {name: _value(one, language, zone) for name, one in packed.get("values", {}).items()}
    return speech.speak(packed["key"], language, values)


def _value(packed: Any, language: str, zone: str) -> str | int:
    if isinstance(packed, str):
        return html.escape(packed, quote=False)
    if isinstance(packed, int):
        return packed
    if "moment" in packed:
        return str(format_date(_local(packed["moment"], zone), "d MMMM y", locale=language))
    if "at" in packed:
        local = _local(packed["at"], zone)
        day, clock = (
            format_date(local, "EEEE d MMMM", locale=language),
            format_time(local, "HH:mm", locale=language),
        )
        return f"{day}, {clock}"
    if "marked" in packed:
        return dressed(packed["marked"], _dress)
    if "list" in packed:
        return str(format_list([str(_value(one, language, zone)) for one in packed["list"]], locale=language))
    return _words(packed, language, zone)


def _local(moment: str, zone: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))


def _dress(mark: str, inside: str) -> str:
    """Put a mark around words that are escaped already; escape what is not marked."""
    return f"<{mark}>{inside}</{mark}>" if mark else html.escape(inside, quote=False)


def _strings(packed: Any) -> list[str]:
    """Return people's own words inside packed texts."""
    if isinstance(packed, str):
        return [packed]
    if isinstance(packed, list):
        return [found for one in packed for found in _strings(one)]
    if isinstance(packed, Mapping):
        return [found for name, one in packed.items() if name != "key" for found in _strings(one)]
    return []


def _replaced(packed: Any, old: str, new: str) -> Any:
    if packed == old:
        return new
    if isinstance(packed, list):
        return [_replaced(one, old, new) for one in packed]
    if isinstance(packed, Mapping):
        return {name: one if name == "key" else _replaced(one, old, new) for name, one in packed.items()}
    return packed
