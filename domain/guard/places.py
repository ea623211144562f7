"""Where somebody lives: a postcode with a house number, a street with one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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
# A postcode alone is a street of some twenty houses; with these words it is where somebody lives.
_HOME: Final = re.compile(
    r"(?:\b(?:hij|zij|ze|mw|dhr|mevrouw|meneer|cli[eë]nte?|gezin|familie|he|she|they|client"
    r"|tenant)\b[^.!?\n]{0,30})?"
    r"(?:\bwoon(?:t|de|adres)|\badres\b|\blives|\blived|\baddress|\bhome)[^\d.!?\n]{0,25}$",
    re.IGNORECASE,
)
_HOUSE_SAID: Final = re.compile(
    r"[ ,]{1,2}(?:op |at )?(?:huisnummer|huisnr\.?|nummer|nr\.?|number|no\.?|house)[ :]{0,2}(?:\d|een|twee"
    r"|drie|vier|vijf|zes|zeven|acht"
    r"|negen|tien|\w+tien|\w*tig|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)",
    re.IGNORECASE,
)
_PLACE_WORD: Final = re.compile(
    rf"(?:postcode|adres|address|woont|woon|wonend|lives|huisnummer|postal code){BETWEEN}{{0,25}}$",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:\bart(?:ikel|icle)?\.?|\blid|§) ?$", re.IGNORECASE)
_LABEL: Final = re.compile(r"\[[^\[\]]{0,30}\]")
_FILLED: Final = re.compile(r"▒+|\[[^\[\]]{0,30}\]")
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
        elif not after and (_HOME.search(_before(text, found)) or _HOUSE_SAID.match(text, found.end())):
            yield Span(found.start(), found.end(), Kind.postcode)


def _is_postcode(text: str, found: re.Match[str], *, shouting: bool) -> bool:
    """Say whether the four figures and two letters at found are a postcode, not a year or a measure."""
    letters = found[2]
    before = _before(text, found)
    if letters.upper() in _NOT_LETTERS or _ARTICLE.search(before):
        return False
    if letters.lower() in _SHORT_WORDS and found[1] and (shouting or not letters.isupper()):
        return bool(_PLACE_WORD.search(before))
    return True


def _before(text: str, found: re.Match[str]) -> str:
    """Return the 40 characters before, in which what was filled in counts as one, however long it was."""
    return _FILLED.sub("▒", text[max(0, found.start() - 200) : found.start()])[-40:]


def _is_house(found: re.Match[str]) -> bool:
    """Say whether the number is more likely a house than a year."""
    return bool(found["word"]) or not _YEAR.fullmatch(found["number"])


# Street with house number -------------------------------------------------

_STREET: Final = re.compile(
    r"(?<![\w-])(?:(?:[a-z']{2,4} ){0,2}[a-z'-]{1,30} ){0,2}?"
    r"(?P<street>[^\W\d_][\w'-]{2,30}?(?:straat|str\.|ln\.?|str|pln\.?|laan|weg|plein|gracht|kade|singel"
    r"|dijk|pad|dreef"
    r"|steeg"
    r"|plantsoen|hof|park|markt|wal|baan|erf|oord|veld|kamp|horst|burg|wijk|ring))"
    r"(?P<gap>,? (?:(?:op |at )?(?:nummer|nr\.?|no\.?|huisnummer|number) ?)?)(?P<number>\d{1,4})"
    r"(?:-?[a-z]{1,2}(?![a-z])| [a-h](?![a-z'])| ?- ?\d{1,4}(?!\d)| ?(?:bis|hs|zw|i{1,3}"
    r"|iv)(?![a-z]))?(?!\w)"
    rf"{NOT_HOUSE}",
    re.IGNORECASE,
)
# A street that does not end like one: "op de Korenbloem 7", "naar Achter de Kerk 5".
_STREET_NAMED: Final = re.compile(
    r"\b(?:[Oo]p|[Aa]an|[Nn]aar|[Bb]ij|[Vv]an|[Uu]it|[Ww]oon\w*|[Ww]onen(?:d)?|[Aa]dres|[Ll]ives at|[Aa]t"
    r"|[Tt]o)(?: (?:op|aan|in))?(?: de| het)? "
    r"(?P<street>(?:(?:Achter|Aan|Op|Onder|Voor|Bij|Oude|Nieuwe|Grote|Kleine|Hoge|Lage|Lange|Korte|Oost|West"
    r"|Zuid|Noord|Groene|Witte|Rode|Tussen)(?: (?:de|het|den|der))? )?[A-Z][a-z'-]{3,24}(?: "
    r"[A-Z][a-z'-]{3,24})?)"
    r" (?P<number>\d{1,3})(?: ?[a-zA-Z](?!\w)|-\d{1,3}(?!\d)| ?(?:bis|hs|zw)\b)?(?![\w%:.,/]\d|\w)"
    rf"{NOT_HOUSE}"
)
_NUMBERED: Final = words(
    "kamer lokaal zaal groep bus lijn tram trein artikel art week dag stap formulier hoofdstuk blok fase "
    "team klas punt deel lid bijlage "
    "vraag module niveau level pagina blz januari februari maart april mei juni juli augustus september "
    "oktober november "
    "december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag perron spoor terminal gebouw "
    "etage verdieping "
    "versie windows office room group line step form chapter section article page platform ward question "
    "part year "
    "covid top minimaal maximaal ongeveer circa ruim nummer wet top2000 euro pakket schaal tarief zone "
    "route afrit"
)
_NUMBER_FIRST: Final = re.compile(
    r"\b(?:huis|nummer|huisnummer|nr\.?|number|no\.?|house)(?: number)? \d{1,4}[a-z]?,? (?:(?:op|aan|in|on"
    r"|at|of|van) )?(?:(?:de|het|the) )?"
    r"(?:[A-Z][\w'-]+ ){0,2}[A-Z]?[\w'-]{2,20}(?:straat|laan|weg|plein|gracht|kade|singel|dijk|pad|steeg"
    r"|hof)\b",
    re.IGNORECASE,
)
_FLAT: Final = re.compile(
    r"\b(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Uu]nit|[Rr]oom|[Aa]ppartement|[Kk]amer) \d{1,4}[A-Za-z]?,? "
    r"(?:in |van |of |at )?(?:the |de |het )?"
    r"(?:[A-Z][\w'-]+ ){1,2}(?:House|Court|Tower|Towers|Block|Lodge|Building|Mansions|Heights|flat|toren"
    r"|hof)\b"
)
_STREET_ENGLISH: Final = re.compile(
    r"(?<![\w.,-])(?P<number>\d{1,4}[a-z]?) (?:[A-Z][a-z'-]{1,20} ){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Close|Court|Crescent|Terrace|Square|Gardens|Way|Grove"
    r"|Hill|Row|Park|View|Rise|Walk|Mews|Green|Place|Quay)(?!\w)"
)
_CAPITALS_BEFORE: Final = re.compile(r"(?:[A-Z][\w.'’-]{1,30} (?:(?:van|de|der|den) ){0,2}){1,3}$")
_OF_PERSON: Final = re.compile(
    r"\b(?:de|het|in|op|aan) ((?:van (?:de|der|den|'t) |van |de |jan |burgemeester |prins |dokter |dr\. "
    r"){1,3})$"
)
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
    r"|\baan|\bflat|\bhuis|\bnaar)[ :]{1,2}$",
    re.IGNORECASE,
)


def addresses(text: str, listed: Callable[[str], bool] = lambda _word: True) -> Iterator[Span]:
    """Yield a street with a house number; what is in no dictionary and ends like a street is one."""
    for found in _STREET.finditer(text):
        street = found["street"]
        if street.lower() in _NO_STREET or _YEAR.fullmatch(found["number"]):
            continue
        ending = street.lower().endswith(_DOUBTFUL + _DOUBTFUL_MORE)
        if (
            ending
            and not street[0].isupper()
            and listed(street.lower())
            and not found[0][-1].isalpha()
            and not _LIVES.search(text[max(0, found.start("street") - 14) : found.start("street")])
        ):
            continue
        before = _CAPITALS_BEFORE.search(text[: found.start("street")])
        after_person = _OF_PERSON.search(text[: found.start("street")]) if street.islower() else None
        begin = before.start() if before else after_person.start(1) if after_person else found.start("street")
        yield Span(begin, found.end(), Kind.address)
    for found in _STREET_NAMED.finditer(text):
        if (
            found["street"].split()[-1].lower() not in _NUMBERED
            and found["street"].split()[0].lower() not in _NUMBERED
        ):
            yield Span(found.start("street"), found.end(), Kind.address)
    for pattern in (_NUMBER_FIRST, _FLAT):
        for found in pattern.finditer(text):
            yield Span(*found.span(), Kind.address)
    for found in _STREET_OF.finditer(text):
        yield Span(*found.span(), Kind.address)
    for found in _STREET_ENGLISH.finditer(text):
        yield Span(*found.span(), Kind.address)
