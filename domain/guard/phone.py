"""Telephone numbers of persons; not free, paid and emergency lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.model import Kind, Span
from domain.guard.shared import BETWEEN, DATE, digits, numbers

_GAP: Final = r"[ .\-/()]{0,3}"
_PHONE_DUTCH: Final = re.compile(
    # No dot or hyphen after the nought: "0.35 0.28" and "0-25-50" are figures.
    rf"(?<![\w+])\(?(?:0|[oO](?=[ ()]{{0,2}}6))[ ()]{{0,2}}\d(?:{_GAP}\d){{8}}(?![\d:%])"
    rf"|(?<![\w])(?:\+ ?|00 ?)31{_GAP}(?:\(?0\)?{_GAP})?[1-9](?:{_GAP}\d){{8}}(?!\d)"
    rf"|(?<![\w+])31{_GAP}6(?:{_GAP}\d){{8}}(?!\d)"
    r"|(?<![\w+])06[=_:,;~*][ ]?[1-9]\d{7}(?!\d)"
)
_PHONE_ABROAD: Final = re.compile(r"(?<![\w])(?:\+ ?|00 ?)\(?[1-9](?:[ .\-/()]{0,3}\d){6,14}(?!\d)")
_PHONE_PUBLIC: Final = (
    r"(?<!\d)0(?:800|90[069])(?:[ .-]{0,3}\d){4}(?:(?:[ .-]?\d){3})?(?!\d)"
    r"|(?<!\d)14[ -]?0\d{2,3}(?!\d)|(?<!\d)(?:112|113|144)(?!\d)"
)
_PHONE_CUE: Final = re.compile(
    r"(?:\btel|telefoon|telnr|mobiel|\bmob|\b06\b|\bbel|whatsapp|\bapp|phone|\bcall|\bring|\btext)"
    rf"\w{{0,10}}{BETWEEN}{{0,12}}$",
    re.IGNORECASE,
)
_LAST_GROUP: Final = re.compile(r"[ .\-/()]{1,3}\d{1,15}$")
# Past this many candidates in one message they are taken as found: nobody writes so, and checking costs time.
_MOST_CHECKS: Final = 60


# A date that begins with 06 may as well be a telephone number and is judged there.
_PHONE_NOT: Final = re.compile(
    rf"{_PHONE_PUBLIC}|(?<!\d)(?!06)[0-3]?\d[-/.][01]?\d[-/.](?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d[-/.][01]\d[-/.][0-3]\d(?!\d)"
)


# Only a piece of one: with signs for what is missing, or because the text says that it is a number.
_PIECE: Final = re.compile(
    r"(?<![\w+])(?:\+ ?31[ -]?|0)[1-9](?:[ .-]{0,2}\d){2,6}[ .-]{0,2}(?=[ \d-]{0,3}[.x*_?…]{2})(?:[ "
    r"-]?[.x*_?…\d]){2,12}+"
    r"|(?<![\w+])0[1-9][ -]{0,3}[.x*_?…]{2,6}(?:[ -]?[.x*_?…\d]){2,12}+",
    re.IGNORECASE,
)
_PIECE_SAID: Final = re.compile(
    r"(?:nummer|\bnr\.?|\btel\w*\.?|\bmobiel\w*|number|phone)[^\d\[\]▒]{0,30}"
    r"(?<![\w+])(0[1-9](?:[ .-]{0,2}\d){3,7}|6(?:[ .-]?\d){8})(?![\d%])",
    re.IGNORECASE,
)


def phones(text: str) -> Iterator[Span]:
    """Yield what is found in plain text."""
    text = _PHONE_NOT.sub(lambda found: "#" * len(found[0]), text)
    checks = 0
    at = 0
    while found := _PHONE_DUTCH.search(text, at):
        checks += 1
        if checks > _MOST_CHECKS or _is_dutch_phone(text, found.start(), found[0]):
            yield Span(*found.span(), Kind.phone)
            at = found.end()
        else:
            at = found.start() + 1  # a telephone number may begin inside what was no telephone number
    for found in _PIECE.finditer(text):
        yield Span(*found.span(), Kind.phone)
    for found in _PIECE_SAID.finditer(text):
        yield Span(*found.span(1), Kind.phone)
    for found in _PHONE_ABROAD.finditer(text):
        checks += 1
        end = found.end() if checks > _MOST_CHECKS else _end_of_phone(found)
        if end is not None:
            yield Span(found.start(), end, Kind.phone)


def _is_dutch_phone(text: str, start: int, number: str) -> bool:
    if DATE.match(number):
        return False
    figures = digits("0" + number[1:] if number[0] in "oO" else number)
    if number[0] == "+" or figures.startswith("00"):
        return True
    if figures.startswith("31"):
        return numbers().is_phone("+" + figures)
    return numbers().is_phone(figures) or bool(_PHONE_CUE.search(text[max(0, start - 30) : start]))


def _end_of_phone(found: re.Match[str]) -> int | None:
    """Return where the valid international number at found ends, before figures that are not part of it."""
    number = found[0]
    prefix = "+" if number[0] == "+" else "00"
    while True:
        figures = digits(number)
        if len(figures) < 7:
            return None
        if numbers().is_phone("+" + figures if prefix == "+" else figures):
            return found.start() + len(number)
        shorter = _LAST_GROUP.sub("", number)
        if shorter == number:
            return None
        number = shorter
