"""The privacy guard: finds what points to a person in text written for others, before it is stored.

Today the hard kinds that can be recognised by their shape: BSN, IBAN, telephone, e-mail, and postcode with a
house number. No detector finds everything; the question to the writer in the confirm screen stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple


class Kind(StrEnum):
    """What was found."""

    bsn = "bsn"
    iban = "iban"
    phone = "phone"
    email = "email"
    address = "address"
    postcode = "postcode"
    birthdate = "birthdate"
    document = "document"
    plate = "plate"
    client_number = "client-number"
    name = "name"
    unique_person = "unique-person"


@dataclass(frozen=True)
class Hit:
    """One find, as code point offsets in the given text: text[start:end]."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True)
class Finding:
    """What the guard says of one text. The text itself stays out of repr, and so out of logs."""

    text: str = field(repr=False)
    redacted: str
    hits: tuple[Hit, ...]

    @property
    def clean(self) -> bool:
        """Say whether nothing was found."""
        return not self.hits

    @property
    def overridable(self) -> bool:
        """Say whether "this is not a person" may keep the text: never with a BSN (article 46 UAVG)."""
        return all(hit.kind is not Kind.bsn for hit in self.hits)


NEUTRAL: Final[Mapping[Kind, str]] = MappingProxyType(dict.fromkeys(Kind, "▒▒▒"))
_FILLER: Final = "▒"
_PASSES: Final = 8


def check(text: str, labels: Mapping[Kind, str] = NEUTRAL) -> Finding:
    """Return what identifies a person in text, and text with each hit replaced by the label of its kind."""
    plain = _plain(text)
    spans: list[_Span] = []
    seen = plain.text
    for _ in range(_PASSES):
        # Filling a hit can uncover its neighbour, which was unreadable as long as the two stood together.
        found = _merged([*_found(seen), *_repeated(seen, spans, plain.text)])
        if not found:
            break
        spans += found
        for span in found:
            seen = seen[: span.start] + _FILLER * (span.end - span.start) + seen[span.end :]
    hits = tuple(
        Hit(plain.origin[span.start], plain.origin[span.end - 1] + 1, span.kind) for span in sorted(spans)
    )
    return Finding(text, _redacted(text, hits, labels), hits)


def _redacted(text: str, hits: tuple[Hit, ...], labels: Mapping[Kind, str]) -> str:
    pieces, at = [], 0
    for hit in hits:
        pieces += [text[at : hit.start], labels.get(hit.kind, NEUTRAL[hit.kind])]
        at = hit.end
    return "".join([*pieces, text[at:]])


# Normalising -----------------------------------------------------------


class _Plain(NamedTuple):
    """Text for detection, and for each of its characters the offset it came from."""

    text: str
    origin: range | list[int]


_SPECIAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣－⁃", "-"),
        **dict.fromkeys("·․。｡", "."),
        "\t": " ",
        "\r": "\n",
        "\u20e3": "",
    }
)


def _plain(text: str) -> _Plain:
    if text.isascii() and "\t" not in text and "\r" not in text:
        return _Plain(text, range(len(text)))
    chars: list[str] = []
    origin: list[int] = []
    for offset, char in enumerate(text):
        simple = char if " " <= char <= "~" else _simple(char)
        if simple:
            chars.append(simple)
            origin.append(offset)
    return _Plain("".join(chars), origin)


@cache
def _simple(char: str) -> str:
    """Return the one plain character that char stands for, or "" for what nobody sees."""
    if char in _SPECIAL:
        return _SPECIAL[char]
    category = unicodedata.category(char)
    if category == "Cf" or category == "Mn" or "\ufe00" <= char <= "\ufe0f":
        return ""
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(char))
    # Superscripts stay: "m²" is no figure.
    folded = unicodedata.normalize("NFKC", char) if category != "No" else char
    return folded if len(folded) == 1 else char


# Finding ---------------------------------------------------------------


class _Span(NamedTuple):
    start: int
    end: int
    kind: Kind
    stated: bool = False  # the text itself says that this is a BSN


def _found(text: str) -> list[_Span]:
    spans: list[_Span] = []
    if _AT.search(text):
        spans += _emails(text)
    if _DIGITS.search(text):
        spans += [*_bsns(text), *_ibans(text), *_phones(text), *_postcodes(text)]
    return spans


def _repeated(text: str, spans: list[_Span], before: str) -> Iterator[_Span]:
    """Yield where what was found once stands again without the words that gave it away."""
    for found, kind in {before[span.start : span.end]: span.kind for span in spans}.items():
        at = text.find(found)
        while at >= 0:
            end = at + len(found)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                yield _Span(at, end, kind)
            at = text.find(found, end)


def _merged(spans: list[_Span]) -> list[_Span]:
    """Return spans without overlap: the longest gives the kind, and what stuck out of it is covered too.

    A stated BSN keeps its kind whatever it overlaps; else joining it to a longer number made it overridable.
    """
    merged: list[_Span] = []
    longest = 0
    for span in sorted(spans):
        length = span.end - span.start
        if not merged or span.start >= merged[-1].end:
            merged.append(span)
            longest = length
            continue
        last = merged[-1]
        kind = last.kind
        if not last.stated and (span.stated or length > longest):
            kind = span.kind
        longest = max(longest, length)
        merged[-1] = _Span(last.start, max(last.end, span.end), kind, last.stated or span.stated)
    return merged


_DIGITS: Final = re.compile(r"\d\D{0,3}\d\D{0,3}\d\D{0,3}\d")


class _Numbers(NamedTuple):
    is_bsn: Callable[[str], bool]
    is_iban: Callable[[str], bool]
    is_phone: Callable[
        [str], bool
    ]  # a valid number, Dutch without a country code, and not a free or paid line


@cache
def _numbers() -> _Numbers:
    """Load the number libraries on first use: they take a tenth of a second."""
    import phonenumbers
    from stdnum import iban
    from stdnum.nl import bsn

    types = phonenumbers.PhoneNumberType
    public = {types.TOLL_FREE, types.PREMIUM_RATE, types.SHARED_COST}

    def is_phone(number: str) -> bool:
        try:
            parsed = phonenumbers.parse(number, "NL")
        except phonenumbers.NumberParseException:
            return False
        return phonenumbers.is_valid_number(parsed) and phonenumbers.number_type(parsed) not in public

    def is_iban(number: str) -> bool:
        # The country's own check knows today's banks only, and an old account is still someone's.
        return bool(iban.is_valid(number, check_country=False))

    return _Numbers(bsn.is_valid, is_iban, is_phone)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


# What may stand between a telling word and its number. Not a label or a filled hit: the words in labels would
# tell things of what follows, and text that was redacted would be redacted further each time it is checked.
_BETWEEN: Final = r"[^\d\[\]▒]"

# BSN -------------------------------------------------------------------

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
_BSN_AFTER_WORD: Final = re.compile(rf"{_BSN_WORD}({_BETWEEN}{{0,30}})({_EIGHT_OR_NINE})", re.IGNORECASE)
_BSN_BEFORE_WORD: Final = re.compile(
    rf"(?<!\d)({_EIGHT_OR_NINE})"
    r"[ ,:(=-]{0,3}(?:(?:is|als|was|as) )?(?:(?:het|zijn|haar|hun|mijn|een|his|her|the) )?"
    rf"{_BSN_WORD}",
    re.IGNORECASE,
)
_OTHER_NUMBER: Final = re.compile(
    r"zaak|dossier|order|factuur|kenmerk|referentie|uren|cli[eë]nt|klant|kvk|polis|postbus|tel\b|telefoon|mobiel"
    r"|geb\b|geboren|geboorte|born|birth|case|invoice|€|eur",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"(?:[0-3]?\d[ .\-/][01]?\d[ .\-/](?:19|20)\d\d|(?:19|20)\d\d[ .\-/]?[01]\d[ .\-/]?[0-3]\d)(?!\d)"
)
_MONEY_BEFORE: Final = re.compile(r"(?:€|\beuro?|\$|£) ?$", re.IGNORECASE)
_MONEY_AFTER: Final = re.compile(r"(?:,-|,\d\d)?(?: ?€| ?euro?\b)", re.IGNORECASE)


def _bsns(text: str) -> Iterator[_Span]:
    for pattern in (_BSN_BARE, _BSN_GROUPED):
        for found in pattern.finditer(text):
            if _passes(found[0]) and not _is_money(text, found.start(), found.end()):
                yield _Span(found.start(), found.end(), Kind.bsn)
    for found in _BSN_AFTER_WORD.finditer(text):
        if not _OTHER_NUMBER.search(found[1]) and not _DATE.match(found[2]):
            yield _Span(*found.span(2), Kind.bsn, stated=True)
    for found in _BSN_BEFORE_WORD.finditer(text):
        if not _DATE.match(found[1]):
            yield _Span(*found.span(1), Kind.bsn, stated=True)


def _passes(number: str) -> bool:
    return _numbers().is_bsn(_digits(number))


def _is_money(text: str, start: int, end: int) -> bool:
    return bool(_MONEY_BEFORE.search(text[max(0, start - 6) : start]) or _MONEY_AFTER.match(text, end))


# IBAN ------------------------------------------------------------------

# Caught whatever the check digits say: a typing error still points to someone.
_IBAN_DUTCH: Final = re.compile(
    r"(?<![A-Z0-9])NL[ .-]{0,2}\d[ .-]?\d[ .-]{0,2}[A-Z](?:[ .-]?[A-Z]){3}(?:[ .-]{0,2}\d){6,12}(?!\d)",
    re.IGNORECASE,
)
_IBAN_BANK: Final = re.compile(
    r"\b(?:ABNA|INGB|RABO|SNSB|ASNB|TRIO|KNAB|BUNQ|RBRB|REVO|FVLB)[ .-]?0(?:[ .-]?\d){9}(?!\d)"
)
_IBAN_START: Final = re.compile(r"(?<![A-Z0-9])([A-Z]{2}) ?\d{2}(?=[ .-]?[A-Z0-9])", re.IGNORECASE)
_IBAN_LENGTHS: Final[Mapping[str, int]] = MappingProxyType(
    {
        country: length
        for length, countries in {
            15: "NO", 16: "BE", 18: "DK FI", 19: "MK SI", 20: "AT BA EE LT LU XK", 21: "CH HR LI LV",
            22: "BG DE GB GE IE ME RS", 23: "AE GI IL", 24: "AD CZ ES MD PK RO SA SE SK TN", 25: "PT",
            26: "IS TR", 27: "FR GR IT MC SM", 28: "AL CY HU LB MA PL", 29: "BR UA", 31: "MT",
        }.items()
        for country in countries.split()
    }
)  # fmt: skip


def _ibans(text: str) -> Iterator[_Span]:
    for pattern in (_IBAN_DUTCH, _IBAN_BANK):
        for found in pattern.finditer(text):
            yield _Span(*found.span(), Kind.iban)
    for found in _IBAN_START.finditer(text):
        length = _IBAN_LENGTHS.get(found[1].upper())
        end = _reach(text, found.start(), length) if length else None
        if end is not None:
            number = re.sub(r"[ .-]", "", text[found.start() : end])
            if sum(map(str.isdigit, number)) > 9 and _numbers().is_iban(number):
                yield _Span(found.start(), end, Kind.iban)


def _reach(text: str, start: int, count: int) -> int | None:
    """Return where `count` ASCII letters and digits with at most one sign between them end, or None."""
    at, gap = start, 0
    while at < len(text):
        char = text[at]
        if char.isascii() and char.isalnum():
            count -= 1
            gap = 0
        elif char in " .-" and not gap:
            gap = 1
        else:
            return None
        at += 1
        if not count:
            return None if text[at : at + 1].isalnum() else at
    return None


# Telephone -------------------------------------------------------------

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
    rf"\w{{0,10}}{_BETWEEN}{{0,12}}$",
    re.IGNORECASE,
)
_LAST_GROUP: Final = re.compile(r"[ .\-/()]+\d+$")
# Past this many candidates in one message they are taken as found: nobody writes so, and checking costs time.
_MOST_CHECKS: Final = 60


# A date that begins with 06 may as well be a telephone number and is judged there.
_PHONE_NOT: Final = re.compile(
    rf"{_PHONE_PUBLIC}|(?<!\d)(?!06)[0-3]?\d[-/.][01]?\d[-/.](?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d[-/.][01]\d[-/.][0-3]\d(?!\d)"
)


def _phones(text: str) -> Iterator[_Span]:
    text = _PHONE_NOT.sub(lambda found: "#" * len(found[0]), text)
    checks = 0
    at = 0
    while found := _PHONE_DUTCH.search(text, at):
        checks += 1
        if checks > _MOST_CHECKS or _is_dutch_phone(text, found.start(), found[0]):
            yield _Span(*found.span(), Kind.phone)
            at = found.end()
        else:
            at = found.start() + 1  # a telephone number may begin inside what was no telephone number
    for found in _PHONE_ABROAD.finditer(text):
        checks += 1
        end = found.end() if checks > _MOST_CHECKS else _end_of_phone(found)
        if end is not None:
            yield _Span(found.start(), end, Kind.phone)


def _is_dutch_phone(text: str, start: int, number: str) -> bool:
    if _DATE.match(number):
        return False
    digits = _digits("0" + number[1:] if number[0] in "oO" else number)
    if number[0] == "+" or digits.startswith("00"):
        return True
    if digits.startswith("31"):
        return _numbers().is_phone("+" + digits)
    return _numbers().is_phone(digits) or bool(_PHONE_CUE.search(text[max(0, start - 30) : start]))


def _end_of_phone(found: re.Match[str]) -> int | None:
    """Return where the valid international number at found ends, before figures that are not part of it."""
    number = found[0]
    prefix = "+" if number[0] == "+" else "00"
    while True:
        digits = _digits(number)
        if len(digits) < 7:
            return None
        if _numbers().is_phone("+" + digits if prefix == "+" else digits):
            return found.start() + len(number)
        shorter = _LAST_GROUP.sub("", number)
        if shorter == number:
            return None
        number = shorter


# E-mail ----------------------------------------------------------------

_AT: Final = re.compile(
    r" {0,2}@ {0,2}"
    r"| ?[\[({<] ?(?P<bracket>at|a|@|apen?staart(?:je)?) ?[\])}>] ?"
    r"| (?P<word>apen?staart(?:je)?) "
    r"| (?P<at>at) ",
    re.IGNORECASE,
)
_TLD: Final = r"(?:nl|com|eu|org|net|be|de|info|nu|frl|amsterdam|uk|fr|pl|tr|io|email|overheid)(?!\w)"
_DOT: Final = r"(?: ?\. ?|,(?=nl\b|com\b)| (?:punt|dot) | ?[\[({] ?(?:punt|dot|\.) ?[\])}] ?)"
_DOMAIN: Final = re.compile(
    rf"[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,6}}(?:{_DOT}(?:co )?{_TLD})?", re.IGNORECASE
)
_SPELT_TLD: Final = re.compile(
    rf"(?: (?:punt|dot) | ?[\[({{] ?(?:punt|dot|\.) ?[\])}}] ?){_TLD}$", re.IGNORECASE
)
_DOTTED: Final = re.compile(r"[., ][^\W\d_]{2,24}$|[\])}][ ]?[^\W\d_]{2,24}$")
_PROVIDER: Final = re.compile(
    r"(?:gmail|hotmail|outlook|ziggo|kpnmail|kpnplanet|xs4all|hetnet|icloud|yahoo|proton(?:mail)?|msn|upcmail|gmx)\b",
    re.IGNORECASE,
)
_LOCAL_SIGNS: Final = frozenset("._%+-'")
_SPELT_SIGN: Final = re.compile(r" (?:punt|dot|streepje|underscore|liggend streepje) $", re.IGNORECASE)


def _emails(text: str) -> Iterator[_Span]:
    for at in _AT.finditer(text):
        domain = _DOMAIN.match(text, at.end())
        if domain is None or not _is_domain(domain[0], at):
            continue
        start = _start_of_local(text, at.start())
        if start < at.start():
            yield _Span(start, domain.end(), Kind.email)


def _is_domain(domain: str, at: re.Match[str]) -> bool:
    if at["at"]:  # in English a plain word: "look at example.org"
        return bool(_SPELT_TLD.search(domain) or _PROVIDER.match(domain))
    return bool(_DOTTED.search(domain) or _PROVIDER.match(domain))


def _start_of_local(text: str, end: int) -> int:
    """Return where the part before the at sign begins, over at most three spelt-out dots."""
    start = _word_back(text, end)
    for _ in range(3):
        sign = _SPELT_SIGN.search(text[max(0, start - 20) : start])
        if sign is None:
            break
        before = start - len(sign[0])
        further = _word_back(text, before)
        if further == before:
            break
        start = further
    return start


def _word_back(text: str, end: int) -> int:
    start = end
    while start and end - start < 64 and (text[start - 1].isalnum() or text[start - 1] in _LOCAL_SIGNS):
        start -= 1
    while start < end and text[start] in ".'-":  # a bullet or a quotation mark is not part of it
        start += 1
    return start


# Postcode with house number --------------------------------------------

_POSTCODE: Final = re.compile(r"(?<![\w.,-])[1-9]\d{3}([ -]?)([A-Z]{2})(?=\d|[^\w]|$)", re.IGNORECASE)
_NOT_LETTERS: Final = frozenset({"SA", "SD", "SS"})
# Two letters after a figure that are a word or a measure: "2024 en 12 mensen", "1500 km 2 keer".
_SHORT_WORDS: Final = _words(
    "al am an as at be bv by ca cl cm co de di dl do dr ed eg eh en er eu ex ff ga go gr ha he hi hm hr ie "
    "if ik in io is it ja je jl jr kb kg km kw la lb ma mb me mg ml mm mn mr ms mw my na no nr nu nv of oh "
    "ok om on op or ov pa pc pg pk pm pp so st te tm to tv up us uw va vd vr vs we wk wo xs za ze zg zn zo"
)
_NUMBER_WORD: Final = r"(?:huisnummer|huisnr|huis nr|nummer|nr|no|number|house number|house|huis)"
_HOUSE_AFTER: Final = re.compile(
    rf"[ ,;/(-]{{0,3}}\n?(?P<word>{_NUMBER_WORD}[.:]? ?|# ?)?(?P<number>\d{{1,5}})"
    r"(?: ?- ?\d{1,4}(?!\d)|-?[a-z]{1,2}(?![a-z])| [a-h](?![a-z'])| ?(?:bis|hs|zw|i{1,3}|iv)(?![a-z]))?(?!\w)"
    r"(?! ?(?:%|€|[-:.,/]\d)| ?(?:keer|maal|x|euro?|jaar|jr|uur|min|minuten|weken|maanden|mensen"
    r"|dagen|bewoners|gezinnen|huishoudens|woningen|huizen|adressen|meldingen|straten|kinderen|jongeren|times|years?"
    r"|hours?|days?|weeks?|months?|people|residents|families|households|homes|jan\w*|feb\w*|maart|mrt|apr\w*|mei"
    r"|jun[ie]|jul[iy]|aug\w*|sep\w*|okt\w*|oct\w*|nov\w*|dec\w*|march|may)\b)",
    re.IGNORECASE,
)
_HOUSE_BEFORE: Final = re.compile(
    rf"(?P<word>{_NUMBER_WORD}[.:]? ?)?(?<![\w.,:/-])(?P<number>\d{{1,5}})"
    r"(?:-?[a-z]{1,2}| [a-h]| ?- ?\d{1,4}| ?(?:bis|hs|zw))?"
    r"[ ,;\n]{1,3}(?:(?:in|te|postcode|postal code|pc):? )?$",
    re.IGNORECASE,
)
_PLACE_WORD: Final = re.compile(
    rf"(?:postcode|adres|address|woont|woon|wonend|lives|huisnummer|postal code){_BETWEEN}{{0,25}}$",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:\bart(?:ikel|icle)?\.?|\blid|§) ?$", re.IGNORECASE)
_LABEL: Final = re.compile(r"\[[^\[\]]{0,30}\]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def _postcodes(text: str) -> Iterator[_Span]:
    shouting = _LABEL.sub("", text).isupper()
    for found in _POSTCODE.finditer(text):
        if not _is_postcode(text, found, shouting=shouting):
            continue
        after = _HOUSE_AFTER.match(text, found.end())
        if after and _is_house(after):
            yield _Span(found.start(), after.end(), Kind.postcode)
        near = max(0, found.start() - 40)
        before = _HOUSE_BEFORE.search(text[near : found.start()])
        if before and _is_house(before):
            yield _Span(near + before.start(), found.end(), Kind.postcode)


def _is_postcode(text: str, found: re.Match[str], *, shouting: bool) -> bool:
    """Say whether the four figures and two letters at found are a postcode, not a year or a measure."""
    letters = found[2]
    before = text[max(0, found.start() - 40) : found.start()]
    if letters.upper() in _NOT_LETTERS or _ARTICLE.search(before):
        return False
    if letters.lower() in _SHORT_WORDS and found[1] and (shouting or not letters.isupper()):
        return bool(_PLACE_WORD.search(before))
    return True


def _is_house(found: re.Match[str]) -> bool:
    """Say whether the number is more likely a house than a year."""
    return bool(found["word"]) or not _YEAR.fullmatch(found["number"])
