"""Whether a word that is no known first name is somebody all the same: by what stands around it.

A word gets points for what it is and for what stands before and behind it; from THRESHOLD on it is a name.
Nobody knows every name, but a word with a capital that is in no dictionary and that says, wants or sleeps is
somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.known import Names
from domain.guard.name_words import NO_NAME, TITLES
from domain.guard.shared import words
from domain.guard.tokens import Token, begins

THRESHOLD: Final = 6
MOST_CHECKED: Final = 3
_LETTERS: Final = "aeiourstnldgkmbpvhcwjzfyxq"

# What it is ------------------------------------------------------------------------------------------

_UNKNOWN_IN: Final = 6  # in no dictionary, with a capital in the middle of a sentence
_PROPER: Final = 4  # in the dictionary with a capital: more often a brand or a place than somebody
_UNKNOWN_FIRST: Final = 4  # the same at the beginning of one, where all words have a capital
_UNKNOWN_SMALL: Final = 4  # in no dictionary, in small letters: often a slip of the pen
_SURNAME: Final = 4  # a surname that is a word too, with a capital in the middle: "Bakker"
_ALSO: Final = 6  # a first name that is a word too, with a capital in the middle: "Roos"
_ALSO_FIRST: Final = 2
_ALSO_SMALL: Final = 1

# What stands around it -------------------------------------------------------------------------------

_WITH: Final = 1  # a word that people come after: "met", "bij"
_CONTACT: Final = 4  # and one that only people do: "gebeld met", "spoke to"
_DOES: Final = 4  # what only people do: "durft", "huilde"
_IS: Final = 2  # what people do, and things: "is", "heeft"
_OWNS: Final = 4  # "Priscilla haar zoontje", "Bilal z'n vader"
_ASIDE: Final = 2  # "Ahlam, die ...", "Ahlam (34)"
_THING: Final = -6  # "de Hema", "in Vestia", "stichting Exodus", "Ymere Wonen"
_PLACED: Final = -4  # "in Wehl", "naar Presikhaaf"
_NUMBERED: Final = -6  # "Kamer 12"

_BEFORE: Final = words(
    "met aan bij van voor door tegen over volgens namens naast zonder dat toen als omdat terwijl vroeg belde "
    "bel bellen zag zie sprak spreek hielp help ken kent kende bezocht appte app vraag mailde mail zoals "
    "noem noemde heb had is was waar wie en of dus want mag kan wil moet heeft zegt zei denk hoe wat mis "
    "with for to from by about told asked met saw called ring phoned text ask tell meet see like that when "
    "if because know knows knew helped help remind visited and or has had is was did does does can should "
    "iemand someone"
)
_TALKS: Final = words(
    "gehoord heard gevraagd afgesproken doorverwezen aangemeld opgehaald gestuurd gebeld gesproken gepraat "
    "gegeten gesprek praten praat gezeten gezien contact afspraak bezoek geweest "
    "belde sprak zag appte mailde hielp bezocht gevraagd spoke talked talking spoken chat sat meeting"
)
_WAS_MET: Final = words(
    "gesproken gebeld geholpen bezocht ontmoet opgehaald doorverwezen gezien gemaild geappt gerustgesteld"
)
_WITHS: Final = words("met bij aan van naar over with to from about")
_DID: Final = words(
    "zei zegt vertelde vertelt vroeg vraagt wil wilde wou durft durfde huilde huilt lachte lacht slaapt "
    "sliep "
    "woont woonde weigert weigerde belde belt appte appt schrok denkt dacht vindt vond hoopt begrijpt "
    "begreep "
    "weet wist snapt snapte schaamt schaamde drinkt rookt tekende wacht wachtte vreest mist miste kent kende "
    "leert leerde wilt probeert probeerde vergeet vergat zwijgt zweeg kookt at leeft rende fietst voelt "
    "voelde "
    "gelooft geloofde droomt hoort hoorde luistert praat praatte spreekt sprak schreeuwt riep roept knikte "
    "zuchtte trilt trilde mompelde klaagt klaagde verloor verliest verhuisde scheidde trouwde overleed "
    "says said told asked wants wanted needs needed refuses refused cried laughed sleeps slept lives lived "
    "thinks thought hopes hoped knows knew feels felt speaks spoke rang phoned texted owes lost arrived "
    "forgot "
    "forgets misses missed drinks smokes worries struggles reckons brought believes believed remembers hates "
    "loves cries shouted smiled nodded whispered walked moved stopped started called tried tries understood"
)
_IS_VERB: Final = words(
    "is was heeft had kan kon moet moest mag mocht gaat ging komt kwam doet deed zit zat staat stond werd "
    "wordt krijgt kreeg blijft bleef loopt liep ligt lag ziet zag neemt nam geeft gaf houdt hield haalt "
    "haalde "
    "zoekt zocht werkt werkte hangt hing zou zal heet eet brengt bracht pakt pakte helpt hielp kijkt keek "
    "leest las schrijft schreef koopt kocht betaalt betaalde verdient stuurt stuurde opende maakt maakte zet "
    "zette laat liet draait draaide valt viel staart rijdt reed begint begon stopt stopte bleek blijkt lijkt "
    "has can could must may goes went comes came does did sits sat gets got will would should never always "
    "doesn't didn't isn't hasn't won't can't takes took gives gave keeps kept makes made pays paid works "
    "worked sees saw stays stayed looks looked seems"
)
_OWNER: Final = words("d'r z'n zn dr haar her his")
# Two signs in a row that hardly any name has are a slip of the pen: "slotenmkr", "vakntie".
_SLIP: Final = re.compile(
    r"[^aeiouyh']{4}|[aeiou]{4}|(.)\1\1|[bcdfgklmnpqtvwxz][bcdfgjkmpqtvwxz]n"
    r"|[^aeiouy]$(?<=[bcdfgkpqtvw][mkgpbdf])|q[^u]"
)
_THING_BEFORE: Final = words(
    "de het een 't 'n deze dit ons onze elke elk ieder iedere geen jullie the a an this these our your every "
    "no bureau stichting vereniging team groep werkgroep project cursus app methode training programma "
    "firma bedrijf merk wet boek film lied krant website site pakket zaal lokaal station wijk buurt "
    "gebouw flat huize villa camping café cafe restaurant winkel hotel school college bank kerk moskee "
    "formulier regeling organisatie corporatie woningcorporatie verhuurder uitgeverij training tool bv nv "
    "sv vv fc company firm app brand band book law act bus lijn line via sint st san santa model prins "
    "prinses koning koningin professor prof"
)
_PLACE_BEFORE: Final = words("in te uit naar op rond nabij richting near at into")
_THING_AFTER: Final = words(
    "wonen zorg groep college school fonds stichting bank bv nv advies museum ziekenhuis centrum park plein "
    "huis hal wet methode model app team foundation trust fund church hospital centre center library bank "
    "group road street house society index test schaal matrix lijst kaart foundation"
)


class Slips:
    """Tells whether an unknown word is a known one with one slip of the pen, a few times in a text.

    That takes some hundred look-ups for each word. A text with more unknown names than MOST_CHECKED is not
    looked at further: what is left there counts as names.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._left = MOST_CHECKED

    def has(self, word: str, *, shortest: int) -> bool:
        """Tell whether `word` is one letter away from a word, a place or an organisation."""
        if len(word) < shortest or not self._left:
            return False
        self._left -= 1
        names = self._names
        near = set(_one_off(word))
        if not near.isdisjoint(names.first):
            return False  # as likely a name that is spelt otherwise
        return any(one in names.places or one in names.others or names.listed(one) for one in near)


def _one_off(word: str) -> Iterator[str]:
    """Yield what a word may have been meant to be: a letter less, more, other, or two in another order."""
    for at in range(len(word)):
        head, tail = word[:at], word[at + 1 :]
        yield head + tail
        if tail:
            yield head + tail[0] + word[at] + tail[1:]
        for letter in _LETTERS:
            yield head + letter + tail
            yield head + letter + word[at:]


def is_guess(text: str, tokens: list[Token], at: int, names: Names, slips: Slips) -> bool:
    """Tell whether the word at `at` is most likely somebody's name."""
    token = tokens[at]
    plain = token.plain.removesuffix("'s").rstrip("'")
    if len(plain) < 3 or not _may_be(token, plain, names):
        return False
    points = _points_of(token, plain, names, first=begins(text, token.start))
    if points is None or _in_long_place(text, tokens, at, names):
        return False
    points += _before(text, tokens, at) + _behind(text, tokens, at)
    if token.capital and token.plain.endswith("'s"):
        points += _ASIDE
    if points < THRESHOLD:
        return False
    if plain in names.also_words or names.ordinary(plain):
        return True
    return not slips.has(plain, shortest=6 if token.capital else 4)


def is_unknown(token: Token, names: Names) -> bool:
    """Tell whether a word is in no list and no dictionary, and may so be a name."""
    return _may_be(token, token.plain, names) and not names.ordinary(token.plain)


def _may_be(token: Token, plain: str, names: Names) -> bool:
    """Tell whether a word can be a name at all: no abbreviation, no place, no organisation."""
    return not (
        plain in NO_NAME
        or plain in TITLES
        or plain.endswith(("nr", "nummer"))
        or plain in names.places
        or (plain.endswith("s") and plain[:-1] in NO_NAME)
        or plain in names.others
        or any(char.isupper() for char in token.text[1:].split("-")[0])
        or (token.plain.endswith("s") and plain.removesuffix("s") in names.places)
    )


def _in_long_place(text: str, tokens: list[Token], at: int, names: Names) -> bool:
    """Tell whether a word is part of a place of two words, "Den Bosch", or stands before a place."""
    token = tokens[at]
    if not token.capital:
        return False
    before = at and text[tokens[at - 1].end : token.start] == " " and f"{tokens[at - 1].plain} {token.plain}"
    after = at + 1 < len(tokens) and text[token.end : tokens[at + 1].start] == " " and tokens[at + 1]
    return bool(
        (before and before in names.places)
        or (
            after
            and after.capital
            and (after.plain in names.places or f"{token.plain} {after.plain}" in names.places)
        )
    )


def _points_of(token: Token, plain: str, names: Names, *, first: bool) -> int | None:
    if plain in names.also_words:
        return (_ALSO_FIRST if first else _ALSO) if token.capital else _ALSO_SMALL
    if token.capital:
        if not names.ordinary(plain):
            if names.proper(plain):
                return _PROPER
            return _UNKNOWN_FIRST if first else _UNKNOWN_IN
        return _SURNAME if plain in names.last and not first else None
    # Only what stands where a name would: looking up every word in small letters would take too long.
    if len(plain) < 4 or _SLIP.search(plain) or names.ordinary(plain):
        return None
    return _UNKNOWN_SMALL


def _before(text: str, tokens: list[Token], at: int) -> int:
    if not at:
        return 0
    before = tokens[at - 1]
    gap = text[before.end : tokens[at].start]
    if gap not in (" ", " '", ' "', " (", ": "):
        return 0
    points = 0
    if before.plain in _THING_BEFORE:
        points += _THING
    elif before.plain in _PLACE_BEFORE:
        points += _PLACED
    elif (
        at > 1
        and before.plain in _WITHS
        and any(one.plain in _TALKS for one in tokens[max(0, at - 4) : at - 1])
    ):
        points += _CONTACT
    elif before.plain in _BEFORE and gap == " ":
        points += _WITH
    if gap in (" '", ' "'):
        points += _PLACED
    return points


def _behind(text: str, tokens: list[Token], at: int) -> int:
    end = tokens[at].end
    follows = text[end : end + 2]
    if follows[:1] == "-" or (follows[:1] == " " and follows[1:].isdigit()):
        return _NUMBERED
    if follows in (" (", ", ") and at + 1 < len(tokens) and tokens[at + 1].plain in ("die", "who"):
        return _ASIDE
    if follows[:1] != " " or at + 1 == len(tokens):
        return 0
    after = tokens[at + 1]
    if text[end : after.start] != " ":
        return 0
    if after.plain in ("en", "and") and at + 2 < len(tokens) and tokens[at + 2].plain in ("ik", "i"):
        return _DOES
    if after.plain in ("van", "from") and tokens[at].capital:
        return _IS
    if after.plain in _DID:
        return _DOES
    if after.plain in _WAS_MET:
        return _CONTACT
    if after.plain in _OWNER or after.plain == "thuis":
        return _OWNS
    if after.plain in _IS_VERB:
        return _IS
    return _THING if after.plain in _THING_AFTER else 0
