"""BSN: nine digits with the eleven test, or whatever the text calls one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.model import Kind, Span
from domain.guard.shared import BETWEEN, DATE, digits, numbers

_BSN_WORD: Final = (
    r"(?:(?<![a-z])bsn|burger[ -]?service[ -]?(?:nummer|nr|no)|(?<![a-z])sofi(?:[ -]?(?:nummer|nr))?\b"
    r"|citizen service number)"
)
_EIGHT_OR_NINE: Final = r"\d(?:[ .\-/]{0,2}\d){7,8}(?!\d)"
_BSN_BARE: Final = re.compile(r"(?<![\w+])(?<!\d[.,])\d{9}(?![\w])(?![.,]\d)")
# Groups joined by one and the same sign; other groupings are as often a list of figures.
_BSN_GROUPED: Final = re.compile(
    r"(?<![\w+])(?<!\d[ .,/-])"
    r"(?:\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}"
    r"|\d{2}([ .-])\d{2}\3\d{2}\3\d{3}|\d([ .-])\d(?:\4\d){7})"
    r"(?!\w)(?![.,/-]\d)(?! \d{3}(?!\d))"
)
_BSN_AFTER_WORD: Final = re.compile(rf"{_BSN_WORD}({BETWEEN}{{0,30}})({_EIGHT_OR_NINE})", re.IGNORECASE)
_BSN_BEFORE_WORD: Final = re.compile(
    rf"(?<!\d)(?<!\d[ .\-/])({_EIGHT_OR_NINE})"
    r"[ ,:(=-]{0,3}(?:(?:is|als|was|as) )?(?:(?:het|zijn|haar|hun|mijn|een|his|her|the) )?"
    rf"{_BSN_WORD}",
    re.IGNORECASE,
)
_OTHER_NUMBER: Final = re.compile(
    r"zaak|dossier|order|factuur|kenmerk|referentie|uren|cli[eë]nt|klant|kvk|polis|postbus|tel\b|telefoon"
    r"|mobiel"
    r"|geb\b|geboren|geboorte|born|birth|case|invoice|€|eur",
    re.IGNORECASE,
)
_MONEY_BEFORE: Final = re.compile(r"(?:€|\beuro?|\$|£) ?$", re.IGNORECASE)
_MONEY_AFTER: Final = re.compile(r"(?:,-|,\d\d)?(?: ?€| ?euro?\b)", re.IGNORECASE)


def bsns(text: str) -> Iterator[Span]:
    """Yield what is found in plain text."""
    for pattern in (_BSN_BARE, _BSN_GROUPED):
        for found in pattern.finditer(text):
            if _passes(found[0]) and not _is_money(text, found.start(), found.end()):
                yield Span(found.start(), found.end(), Kind.bsn)
    for found in _BSN_AFTER_WORD.finditer(text):
        if not _OTHER_NUMBER.search(found[1]) and not DATE.match(found[2]):
            yield Span(*found.span(2), Kind.bsn, stated=True)
    for found in _BSN_BEFORE_WORD.finditer(text):
        if not DATE.match(found[1]):
            yield Span(*found.span(1), Kind.bsn, stated=True)


def _passes(number: str) -> bool:
    return numbers().is_bsn(digits(number))


def _is_money(text: str, start: int, end: int) -> bool:
    return bool(_MONEY_BEFORE.search(text[max(0, start - 6) : start]) or _MONEY_AFTER.match(text, end))
