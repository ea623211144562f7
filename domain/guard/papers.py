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
    r"|\bd\.?o\.?b\b\.?|\bverjaart|\bverjaardag|\bjarig|\bbirthday|\bter wereld|\bbouwjaar)"
)
_BORN_BEFORE: Final = re.compile(rf"{_BORN}{BETWEEN}{{0,25}}({_DAY})", re.IGNORECASE)
_SMALL: Final = (
    "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien"
    "|achttien|negentien"
)
_TEN: Final = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_ORDINAL: Final = (
    "eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende"
    "|veertiende"
    "|vijftiende|zestiende|zeventiende|achttiende|negentiende|\\w*twintigste|dertigste|eenendertigste"
    "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\w+teenth|twentieth"
    "|twenty-\\w+|thirtieth|thirty-first"
)
_SAID_YEAR: Final = (
    r"(?:(?:19|20)?\d\d(?!\d)|'\d\d(?!\d)|negentienhonderd(?: ?en ?)?\w+|negentien ?\w*(?:tig|tien)"
    r"|tweeduizend(?: ?en ?)?\w*"
    r"|nineteen[ -]\w+(?:[ -]\w+)?|two thousand(?: and)? ?\w*)"
)
_SAID_DAY: Final = (
    rf"(?:(?:de |the )?(?:{_ORDINAL}|(?:{_SMALL}|\w{{3,5}}(?:en|ën)(?:{_TEN})|{_TEN})|[0-3]?\d(?:e|ste|de"
    rf"|th|st|nd|rd))"
    rf"(?: (?:van|of))? {_MONTH}(?: {_SAID_YEAR})?)(?!\w)"
)
_SAID: Final = re.compile(rf"{_BORN}[^\[\]▒.]{{0,30}}?\b({_SAID_DAY})", re.IGNORECASE)
_SAID_AFTER: Final = re.compile(
    rf"\b({_SAID_DAY}|{_DAY}) [^\d\[\]▒.]{{0,30}}?(?:geboren|ter wereld|born)\b", re.IGNORECASE
)
_EIGHT: Final = re.compile(
    rf"{_BORN}[^\[\]▒]{{0,90}}?(?<!\d)([0-3]\d[01]\d(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
# Without the word: of whom a date is said, or who gets to be how old.
_PERSON_OF: Final = re.compile(
    rf"(?:\b(?:hij|zij|ze|he|she|cli[eë]nt\w*|pt|mw|dhr|mevrouw|meneer|jongen|meisje|leerling|zoon|dochter"
    rf"|kind|zoontje|dochtertje)"
    rf" (?:\w+ )?(?:is|was) (?:van|from) |\((?:v|m|f|man|vrouw|male|female)[,;/ ]{{1,3}}|\b(?:mw|dhr|pt"
    rf"|cl)\.? )(\*? ?{_DAY})",
    re.IGNORECASE,
)
_TURNS: Final = re.compile(
    rf"\b(?:wordt|werd|word|turns|turned|is) (?:(?:op|on) )?([0-3]?\d(?:e|ste|de|th|st)? (?:of )?{_MONTH}) "
    rf"(?:\d{{1,2}}|{_SMALL}|\w*(?:{_TEN})|eighteen|sixteen|seventeen)(?!\w| (?:uur|euro|mensen))"
    rf"|(?<!\d)([0-3]?\d(?:e|ste|de|th|st)? (?:of )?{_MONTH}) (?:wordt|werd|turns) (?:ze|hij|zij|she|he)\b",
    re.IGNORECASE,
)
# Behind a name: "Fatima (12-03-1984)", "J. de Boer, 3-4-81".
_BEHIND_NAME: Final = re.compile(
    r"(?<![\w-])[A-Z][\w.'’]{0,30}(?:-[A-Z]\w{1,30})?(?: ?, ?| ?\()\*? ?"
    r"([0-3]?\d[-/.][01]?\d[-/.](?:19[2-9]\d|200\d|201[0-2]))(?=[),;.]|$| )"
)
_BORN_IN: Final = re.compile(
    rf"\b(?:geboren|geb\.?|born)(?: (?:in|op|on))? ({_MONTH} (?:(?:19|20)\d\d|'\d\d))(?!\d)", re.IGNORECASE
)
_BORN_AFTER: Final = re.compile(rf"(?<!\d)({_DAY})[ ,)(]{{0,3}}(?:is )?(?:geboren|geb\b|born)", re.IGNORECASE)
_BIRTHDAY: Final = re.compile(
    rf"(?:\bverjaardag|\bjarig|\bbirthday){BETWEEN}{{0,12}}"
    rf"([0-3]?\d(?:e|ste|de|th|st|nd|rd)? (?:of )?{_MONTH})(?!\w)",
    re.IGNORECASE,
)
_STAR: Final = re.compile(rf"(?:\*|°) ?({_DAY})", re.IGNORECASE)


_BIRTHS: Final = (
    *(_BORN_BEFORE, _BORN_AFTER, _BIRTHDAY, _STAR, _SAID, _SAID_AFTER, _EIGHT),
    *(_PERSON_OF, _TURNS, _BEHIND_NAME, _BORN_IN),
)


def birthdates(text: str) -> Iterator[Span]:
    """Yield a date that the text says somebody was born on."""
    for pattern in _BIRTHS:
        for found in pattern.finditer(text):
            yield Span(*found.span(found.lastindex or 0), Kind.birthdate)


# Documents -------------------------------------------------------------

# Dutch passports and identity cards: two letters, six letters or digits, a digit; never the letter O.
_PASSPORT: Final = re.compile(r"(?<!\w)[A-NP-Z]{2}[A-NP-Z0-9]{6}\d(?!\w)")
_NUMBER: Final = r"((?:[A-Z]{1,4}[.\- ]?)?[A-Z]{0,6}\d[A-Z0-9]*(?:[.\- ]?[A-Z]{0,6}\d[A-Z0-9]*){0,3})(?!\w)"
_PAPER: Final = re.compile(
    r"(?:\bpaspoort\w*|\brijbewijs\w*|\bid(?:[- ]?(?:kaart|bewijs|nummer|nr|card|number)\w*)?\b"
    r"|\bidentiteits\w+"
    r"|\b\w{0,2}-?document(?:nummer|nr)?\b|\bverblijfs\w+|\bv[- ]?n(?:umme)?r\b|\bv[- ]number"
    r"|\bpassport"
    r"|\bdriving licen[cs]e|\bdriver's licen[cs]e|\bresidence permit|\bidentity card|\bz[- ]?nummer)"
    rf"{BETWEEN}{{0,34}}?(?<!\w){_NUMBER}",
    re.IGNORECASE,
)
# In small letters, of another country, or only figures that are no amount.
_PASSPORT_SMALL: Final = re.compile(r"(?<!\w)(?=\w*[a-z]\w*[a-z])[a-np-z]{2}[a-np-z0-9]{6}\d(?!\w)")
_PASSPORT_SPACED: Final = re.compile(r"(?<!\w)[A-NP-Z]{3}[ .-][A-NP-Z0-9]{3}[ .-][A-NP-Z0-9]{2}\d(?!\w)")
_PASSPORT_ABROAD: Final = re.compile(r"(?<![\w-])[A-Z]{1,2} ?\d{7,8}(?![\w-])")
_LICENCE: Final = re.compile(
    r"(?<![\w.,/+-])(?:[3-6]\d{9}|2[6-9]\d{8}|2[6-9]\d[ .-]\d{3}[ .-]\d{4})(?![\w/-])(?![.,]\d)"
)
_OF_PAPER: Final = re.compile(
    r"factuur|order|bestel|zaak|kenmerk|track|pakket|artikel|serie|meter|invoice|case|€|euro|kvk|btw|meld"
    r"|ticket|ean|isbn",
    re.IGNORECASE,
)
_PAPER_FAR: Final = re.compile(
    r"(?:\bpaspoort|\brijbewijs|\bid-|\bidentiteit|\bverblijf|\blegitimatie|\bvreemdeling|\bvisum|\bpassport"
    r"|\bdriving licen[cs]e|\bresidence|\bidentity|\bvisa\b|\bw-?document)[^\[\]▒\n]{0,60}?"
    r"(?<![\w.,-])(?=[A-Z]*\d)([A-Z]{0,3} ?\d{6,10}|[A-Z]{2}[A-Z0-9]{6}\d)(?![\w-])",
    re.IGNORECASE,
)
_DATE_LIKE: Final = re.compile(r"[0-3]?\d[-./ ][01]?\d[-./ ](?:19|20)?\d\d")


def documents(text: str) -> Iterator[Span]:
    """Yield the number of a passport, an identity card, a driving licence or a permit."""
    for found in _PASSPORT.finditer(text):
        if sum(map(str.isdigit, found[0])) >= 3:
            yield Span(*found.span(), Kind.document)
    for pattern in (_PASSPORT_SMALL, _PASSPORT_SPACED):
        for found in pattern.finditer(text):
            if 3 <= sum(map(str.isdigit, found[0])) <= 7:
                yield Span(*found.span(), Kind.document)
    for pattern in (_PASSPORT_ABROAD, _LICENCE):
        for found in pattern.finditer(text):
            if not _OF_PAPER.search(text[max(0, found.start() - 30) : found.start()]):
                yield Span(*found.span(), Kind.document)
    for found in _PAPER_FAR.finditer(text):
        yield Span(*found.span(1), Kind.document)
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
    rf"|\bcar\b|\bregistration){BETWEEN}{{0,20}}?"
    rf"(?<![\w-])({_PLATE_SHAPES.format('[ -]?')})(?![\w-])",
    re.IGNORECASE,
)
_WORDY: Final = re.compile(r"[a-z]{4}|\b(?:eu|en|ur|um|km|kg|wk|mn)\b")  # "25 euro", "2026 en"
_PLATE_PIECE: Final = re.compile(
    r"(?:\bkenteken\w*|\bnummerplaat|\bnumber ?plate|\blicen[cs]e plate)[^\d\[\]▒]{0,30}?"
    r"(?<![\w-])((?:[A-Z]{2,3}|[a-z]{2,3}(?=-))[ -]?\d{2,3}|\d{2,3}[ -]?(?:[A-Z]{2,3}"
    r"|(?<=-)[a-z]{2,3}))(?![\w-])"
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
        if not _PLATE_WORD_FIGURES.match(found[1]) and not _WORDY.search(found[1]):
            yield Span(*found.span(1), Kind.plate)
    for found in _PLATE_PIECE.finditer(text):
        yield Span(*found.span(1), Kind.plate)


# Numbers of clients ----------------------------------------------------

_CLIENT: Final = re.compile(
    r"(?:\b(?:cli[eë]nt|klant|klnt|pati[eë]nt|pat|dossier|debiteur|relatie|polis|registratie|burger|bewoner"
    r"|huurder|huurders|leerling|student|deelnemer|lid(?:maatschaps)?|zorg|dossier|kenmerk"
    r"|vreemdelingen|verzekerde|verzekerings|rekening|contract|debiteuren|client|file"
    r"|customer|patient|tenant|policy|membership|account|student|reference)(?:en|s|e)?[ -]?(?:nummer|nr|no"
    r"|id|number|code|kenmerk|ref)\b\.?"
    r"|\bcl\.?nr\b\.?)"
    rf"{BETWEEN}{{0,25}}?(?:(?:eindig(?:t|end)|ends?|ending)(?: (?:op|in|with|on))? )?"
    r"(?<![\w])((?:[A-Z]{1,4}[-./ ]?)?\d(?:[-./ ]?[A-Z0-9]){2,14}(?![\w]))",
    re.IGNORECASE,
)
# Only a piece of a number: "eindigt op 782", "begint met 88 41", "laatste cijfers 3390".
_ENDS_IN: Final = re.compile(
    r"(?:nummer|nr\.?|rekening|iban|bsn|pas|id|number|account|card)\b[^\d\[\]▒]{0,30}?"
    r"(?:eindig(?:t|end|de)|begin(?:t|nend)|begon|ends?|ending|starts?|starting|begins?)"
    r"(?: (?:op|in|with|on|met|als))? ?\.{0,3}(\d{2,6}(?:[ .-]?\d{2,4}){0,3})(?!\d)"
    r"|(?:laatste|eerste|last|first)(?: (?:\d|twee|drie|vier|vijf|two|three|four|five))? (?:cijfers?"
    r"|figures?|digits?)"
    r"\b[^\d\[\]▒]{0,25}?(\d{2,6}(?:[ .-]?\d{2,4}){0,2})(?!\d)",
    re.IGNORECASE,
)
# A file of somebody, without the word for a number: letters and figures, or many figures.
_FILE: Final = re.compile(
    r"\b(?:dossier|kenmerk|ref(?:erentie|erence)?\.?|file|cl(?:i[eë]nt)?\.? ref\.?)"
    r"(?: (?:is|was|onder))?[ :#.]{1,3}"
    r"((?:[A-Z]{1,5}[-./ ]?)(?:\d[-./ ]?){4,12}(?<=\d)(?!\w)|\d{5,10}(?![\w%])"
    r"|\d{2,6}(?:[-./]\d{2,6}){1,3}(?![\w%/]))",
    re.IGNORECASE,
)
_COURT: Final = re.compile(
    r"\b(?:rechtbank|raad|hof|commissie|court|tribunal|committee|oordeel|geoordeeld|uitspraak)", re.IGNORECASE
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
        yield Span(*found.span(1 if found[1] else 2), Kind.client_number)
    for found in _FILE.finditer(text):
        if not _DATE_LIKE.fullmatch(found[1]) and not _COURT.search(text[found.end(1) : found.end(1) + 60]):
            yield Span(*found.span(1), Kind.client_number)
