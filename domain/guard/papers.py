"""What stands on papers: dates of birth, numbers of documents, number plates, numbers of clients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.model import Kind, Span
from domain.guard.shared import BETWEEN

# Date of birth ---------------------------------------------------------

_MONTH: Final = (
    r"(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|maart|mrt|march|mar|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?"
    r"|aug(?:ust(?:us)?)?"
    r"|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = (
    r"(?:[0-3]?\d[ ]?[-/. ][ ]?[01]?\d[ ]?[-/. ][ ]?'?(?:(?:19|20)?\d\d)(?!\d)"
    rf"|[0-3]?\d(?:e|ste|de|th|st|nd|rd)? (?:of )?{_MONTH},? '?(?:(?:19|20)?\d\d)(?!\d)"
    rf"|{_MONTH} [0-3]?\d(?:th|st|nd|rd)?,? (?:19|20)\d\d(?!\d)"
    r"|(?:19|20)\d\d[-/. ]?[01]\d[-/. ]?[0-3]\d(?!\d)|(?<!\d)[0-3]\d[01]\d(?:19|20)\d\d(?!\d))"
)
_BORN: Final = (
    r"(?:\bgeboren|\bgeb\b\.?|\bgeboorte(?:datum|dag)|\bgeb\.? ?datum|\bgebdat\w{0,10}|\bborn"
    r"|\bdate of birth|\bbirth ?da(?:te|y)"
    r"|\bd\.?o\.?b\b\.?|\bverjaart|\bverjaardag|\bjarig|\bbirthday)"
)
_BORN_BEFORE: Final = re.compile(rf"{_BORN}{BETWEEN}{{0,25}}({_DAY})", re.IGNORECASE)
_BORN_AFTER: Final = re.compile(rf"(?<!\d)({_DAY})[ ,)(]{{0,3}}(?:is )?(?:geboren|geb\b|born)", re.IGNORECASE)
_BIRTHDAY: Final = re.compile(
    rf"(?:\bverjaardag|\bjarig|\bbirthday){BETWEEN}{{0,12}}"
    rf"([0-3]?\d(?:e|ste|de|th|st|nd|rd)? (?:of )?{_MONTH})(?!\w)",
    re.IGNORECASE,
)
_STAR: Final = re.compile(rf"(?:\*|°) ?({_DAY})", re.IGNORECASE)


def birthdates(text: str) -> Iterator[Span]:
    """Yield a date that the text says somebody was born on."""
    for pattern in (_BORN_BEFORE, _BORN_AFTER, _BIRTHDAY, _STAR):
        for found in pattern.finditer(text):
            yield Span(*found.span(1), Kind.birthdate)


# Documents -------------------------------------------------------------

# Dutch passports and identity cards: two letters, six letters or digits, a digit; never the letter O.
_PASSPORT: Final = re.compile(r"(?<!\w)[A-NP-Z]{2}[A-NP-Z0-9]{6}\d(?!\w)")
_NUMBER: Final = r"((?:[A-Z]{1,4}[.\- ]?)?[A-Z]{0,6}\d[A-Z0-9]*(?:[.\- ]?[A-Z]{0,6}\d[A-Z0-9]*){0,3})(?!\w)"
_PAPER: Final = re.compile(
    r"(?:\bpaspoort\w*|\brijbewijs\w*|\bid(?:[- ]?(?:kaart|bewijs|nummer|nr|card|number)\w*)?\b"
    r"|\bidentiteits\w+"
    r"|\bdocument(?:nummer|nr)\w*|\bverblijfs(?:vergunning|document|pas)\w*|\bv[- ]?n(?:umme)?r\b"
    r"|\bpassport"
    r"|\bdriving licen[cs]e|\bdriver's licen[cs]e|\bresidence permit|\bidentity card|\bz[- ]?nummer)"
    rf"{BETWEEN}{{0,34}}?(?<!\w){_NUMBER}",
    re.IGNORECASE,
)
_DATE_LIKE: Final = re.compile(r"[0-3]?\d[-./ ][01]?\d[-./ ](?:19|20)?\d\d")


def documents(text: str) -> Iterator[Span]:
    """Yield the number of a passport, an identity card, a driving licence or a permit."""
    for found in _PASSPORT.finditer(text):
        if sum(map(str.isdigit, found[0])) >= 3:
            yield Span(*found.span(), Kind.document)
    for found in _PAPER.finditer(text):
        signs, figures = (sum(map(test, found[1])) for test in (str.isalnum, str.isdigit))
        if signs >= 5 and figures >= 3 and not _DATE_LIKE.fullmatch(found[1]):
            yield Span(*found.span(1), Kind.document)


# Number plates ---------------------------------------------------------

_L: Final = r"[A-Z]"
_PLATE_SHAPES: Final = "|".join(
    shape.replace("-", "{0}").replace("X", "[A-Z]").replace("9", r"\d")
    for shape in (
        *("XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9"),
        *("9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"),
    )
)
_PLATE: Final = re.compile(rf"(?<![\w-])(?:{_PLATE_SHAPES.format('-')})(?![\w-])", re.IGNORECASE)
_PLATE_CUED: Final = re.compile(
    rf"(?:\bkenteken\w*|\bnummerplaat|\bauto|\bscooter|\bbus(?:je)?|\bnumber ?plate|\blicen[cs]e plate"
    rf"|\bcar|\bvan|\bregistration){BETWEEN}{{0,20}}?"
    rf"(?<![\w-])({_PLATE_SHAPES.format('[ -]?')})(?![\w-])",
    re.IGNORECASE,
)
_PLATE_WORD_FIGURES: Final = re.compile(
    r"\d{1,3}[ -]?(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|uur|per|van|tot|met)", re.IGNORECASE
)


def plates(text: str) -> Iterator[Span]:
    """Yield a Dutch number plate: by its hyphens, or by a word such as kenteken before it."""
    for found in _PLATE.finditer(text):
        # In small letters "24-uur-7" has that shape too.
        if found[0].isupper() or re.fullmatch(r"\d{1,2}-[bcdfghjklmnpqrstvwxz]{2,3}-\d{1,2}", found[0]):
            yield Span(*found.span(), Kind.plate)
    for found in _PLATE_CUED.finditer(text):
        if not _PLATE_WORD_FIGURES.match(found[1]):
            yield Span(*found.span(1), Kind.plate)


# Numbers of clients ----------------------------------------------------

_CLIENT: Final = re.compile(
    r"(?:\b(?:cli[eë]nt|klant|klnt|pati[eë]nt|pat|dossier|debiteur|relatie|polis|registratie|burger|bewoner"
    r"|huurder|leerling|client"
    r"|customer|patient|tenant|policy)(?:en|s|e)?[ -]?(?:nummer|nr|no|id|number|code|kenmerk)\b\.?"
    r"|\bcl\.?nr\b\.?)"
    rf"{BETWEEN}{{0,25}}?(?:(?:eindig(?:t|end)|ends?|ending)(?: (?:op|in|with|on))? )?"
    r"(?<![\w])((?:[A-Z]{1,4}[-./ ]?)?\d(?:[-./ ]?[A-Z0-9]){2,14}(?![\w]))",
    re.IGNORECASE,
)
_ENDS_IN: Final = re.compile(
    r"(?:nummer|nr\.?|rekening|iban|bsn|number|account)\b[^\d\[\]▒]{0,25}(?:eindig(?:t|end)|ends?"
    r"|ending)(?: (?:op|in|with|on))? ?\.{0,3}(\d{3,6})(?!\d)",
    re.IGNORECASE,
)
_FIRST_NUMBER: Final = re.compile(
    r"[A-Z]{0,4}[-./ ]?\d[A-Z0-9]*(?:[-./]?[A-Z0-9]*\d[A-Z0-9]*)*", re.IGNORECASE
)


def client_numbers(text: str) -> Iterator[Span]:
    """Yield the number under which an organisation knows somebody, and the last digits of one."""
    for found in _CLIENT.finditer(text):
        number = _FIRST_NUMBER.match(found[1])
        if number and sum(map(str.isdigit, number[0])) >= 3:
            yield Span(found.start(1), found.start(1) + number.end(), Kind.client_number)
    for found in _ENDS_IN.finditer(text):
        yield Span(*found.span(1), Kind.client_number)
