"""Where somebody lives: a postcode with a house number, a street with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.model import Kind, Span
from domain.guard.shared import BETWEEN, NOT_HOUSE, words

_POSTCODE: Final = re.compile(r"(?<![\w.,-])[1-9]\d{3}([ -]?)([A-Z]{2})(?=\d|[^\w]|$)", re.IGNORECASE)
_NOT_LETTERS: Final = frozenset({"SA", "SD", "SS"})
# Two letters after a figure that are a word or a measure: "2024 en 12 mensen", "1500 km 2 keer".
_SHORT_WORDS: Final = words(
    "al am an as at be bv by ca cl cm co de di dl do dr ed eg eh en er eu ex ff ga go gr ha he hi hm hr "
    "ie if ik in io is it ja je jl jr kb kg km kw la lb ma mb me mg ml mm mn mr ms mw my na no nr nu nv "
    "of oh ok om on op or ov pa pc pg pk pm pp so st te tm to tv up us uw va vd vr vs we wk wo xs za ze "
    "zg zn zo"
)
_NUMBER_WORD: Final = r"(?:huisnummer|huisnr|huis nr|nummer|nr|no|number|house number|house|huis)"
_HOUSE_AFTER: Final = re.compile(
    rf"[ ,;/(-]{{0,3}}\n?(?P<word>{_NUMBER_WORD}[.:]? ?|# ?)?(?P<number>\d{{1,5}})"
    r"(?: ?- ?\d{1,4}(?!\d)|-?[a-z]{1,2}(?![a-z])| [a-h](?![a-z'])| ?(?:bis|hs|zw|i{1,3}"
    r"|iv)(?![a-z]))?(?!\w)"
    rf"{NOT_HOUSE}",
    re.IGNORECASE,
)
_HOUSE_BEFORE: Final = re.compile(
    rf"(?P<word>{_NUMBER_WORD}[.:]? ?)?(?<![\w.,:/-])(?P<number>\d{{1,5}})"
    r"(?:-?[a-z]{1,2}| [a-h]| ?- ?\d{1,4}| ?(?:bis|hs|zw))?"
    r"[ ,;\n]{1,3}(?:(?:in|te|postcode|postal code|pc):? )?$",
    re.IGNORECASE,
)
_PLACE_WORD: Final = re.compile(
    rf"(?:postcode|adres|address|woont|woon|wonend|lives|huisnummer|postal code){BETWEEN}{{0,25}}$",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:\bart(?:ikel|icle)?\.?|\blid|§) ?$", re.IGNORECASE)
_LABEL: Final = re.compile(r"\[[^\[\]]{0,30}\]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def postcodes(text: str) -> Iterator[Span]:
    """Yield what is found in plain text."""
    shouting = _LABEL.sub("", text).isupper()
    for found in _POSTCODE.finditer(text):
        if not _is_postcode(text, found, shouting=shouting):
            continue
        after = _HOUSE_AFTER.match(text, found.end())
        if after and _is_house(after):
            yield Span(found.start(), after.end(), Kind.postcode)
        near = max(0, found.start() - 40)
        before = _HOUSE_BEFORE.search(text[near : found.start()])
        if before and _is_house(before):
            yield Span(near + before.start(), found.end(), Kind.postcode)


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


# Street with house number -------------------------------------------------

_STREET: Final = re.compile(
    r"(?<![\w-])(?:(?:[a-z']{2,4} ){0,2}[a-z'-]{1,30} ){0,2}?"
    r"(?P<street>[^\W\d_][\w'-]{2,30}?(?:straat|str\.|laan|weg|plein|gracht|kade|singel|dijk|pad|dreef"
    r"|steeg"
    r"|plantsoen|hof|park|markt|wal|baan|erf|oord|veld|kamp|horst|burg|wijk|ring))"
    r"(?P<gap>,? (?:(?:nummer|nr\.?|no\.?|huisnummer) ?)?)(?P<number>\d{1,4})"
    r"(?:-?[a-z]{1,2}(?![a-z])| [a-h](?![a-z'])| ?- ?\d{1,4}(?!\d)| ?(?:bis|hs|zw|i{1,3}"
    r"|iv)(?![a-z]))?(?!\w)"
    rf"{NOT_HOUSE}",
    re.IGNORECASE,
)
_STREET_ENGLISH: Final = re.compile(
    r"(?<![\w.,-])(?P<number>\d{1,4}[a-z]?) (?:[A-Z][a-z'-]{1,20} ){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Close|Court|Crescent|Terrace|Square|Gardens|Way)(?!\w)"
)
_CAPITALS_BEFORE: Final = re.compile(r"(?:[A-Z][\w.'’-]{1,30} (?:(?:van|de|der|den) ){0,2}){1,3}$")
_STREET_OF: Final = re.compile(
    r"(?<![\w-])(?:Laan|Plein|Weg|Straat|Hof|Kade|Hoge|Lange|Korte) (?:van|op|aan|der|den"
    r"|de)(?: [\w'’-]+){1,3}? \d{1,4}"
    rf"(?:-?[a-z]{{1,2}}(?![a-z]))?(?!\w){NOT_HOUSE}",
    re.IGNORECASE,
)
# Endings that only a capital or a word such as "woont" makes a street: "het zorgveld 3 was leeg".
_DOUBTFUL: Final = (
    "hof",
    "park",
    "markt",
    "wal",
    "baan",
    "erf",
    "oord",
    "veld",
    "kamp",
    "horst",
    "burg",
    "wijk",
)
_DOUBTFUL_MORE: Final = ("ring", "pad", "weg", "plein", "dijk")
_NO_STREET: Final = words(
    "onderweg halverwege vanwege snelweg omweg uitweg fietspad voetpad zorgpad loopbaan rijbaan "
    "schoolplein werkplein buurtplein dorpsplein leerplein speelplein marktplein afweg taakveld speelveld "
    "werkveld sportpark bedrijvenpark wagenpark pretpark vakantiepark woonwagenkamp zomerkamp vragenkring "
    "huiskring arbeidsmarkt woningmarkt rommelmarkt weekmarkt huizenmarkt banenmarkt ervaring verklaring "
    "begeleiding regeling uitkering vordering bewering hering nering achterstandswijk volkswijk "
    "aandachtswijk nieuwbouwwijk woonwijk krachtwijk probleemwijk woonoord asiel kantoor trefoord "
    "geboorteoord verzorgingsoord achtbaan startbaan deeltijdbaan bijbaan basisbaan droombaan trein "
    "huisvesting bovenstaat eigenaar parkeerveld"
)
_LIVES: Final = re.compile(
    r"(?:\bwoon\w*|\badres\w*|\blives?|\bliving|\baddress|\bop de|\baan de|\bin de|\bbij|\buit de|\bop"
    r"|\baan)[ :]{1,2}$",
    re.IGNORECASE,
)


def addresses(text: str) -> Iterator[Span]:
    """Yield a street with a house number."""
    for found in _STREET.finditer(text):
        street = found["street"]
        if street.lower() in _NO_STREET or _YEAR.fullmatch(found["number"]):
            continue
        ending = street.lower().endswith(_DOUBTFUL + _DOUBTFUL_MORE)
        if (
            ending
            and not street[0].isupper()
            and not _LIVES.search(text[max(0, found.start("street") - 14) : found.start("street")])
        ):
            continue
        before = _CAPITALS_BEFORE.search(text[: found.start("street")])
        yield Span(before.start() if before else found.start("street"), found.end(), Kind.address)
    for found in _STREET_OF.finditer(text):
        yield Span(*found.span(), Kind.address)
    for found in _STREET_ENGLISH.finditer(text):
        yield Span(*found.span(), Kind.address)
