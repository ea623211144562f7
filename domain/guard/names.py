"""Names of persons: by a title, by a word that says so, or because it is a first name that we know.

A find is soft: the writer says whether it is somebody. Towns, streets and organisations are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from domain.guard.model import Kind, Span
from domain.guard.shared import words


@dataclass(frozen=True)
class Names:
    """Names that are known, lower case without accents.

    `first` are only names, `also_words` are names and ordinary words ("roos"), `last` are surnames without
    "van de".
    """

    first: frozenset[str] = field(default=frozenset(), repr=False)
    also_words: frozenset[str] = field(default=frozenset(), repr=False)
    last: frozenset[str] = field(default=frozenset(), repr=False)


NOBODY: Final = Names()

# Lists of words ----------------------------------------------------------

_TITLES: Final = words(
    "mw mevr mevrouw meneer mijnheer menheer dhr heer fam familie mr mrs ms miss juf juffrouw zuster "
    "dokter dr doctor buurvrouw buurman oom tante opa oma tante uncle aunt auntie ome grandma granny "
    "family"
)
_SHORT_TITLES: Final = words("mw mevr dhr fam mr mrs ms dr")
_PREFIXES: Final = words("van de der den het ten ter te 't 's el al la le du da dos von bin ben ibn ait ver")
_BETWEEN_NAMES: Final = (" ", ". ", ".", "-", " '", " ’")
_DOTTED: Final = frozenset("vdt")  # "v.d. B.", "'t H."
_PEOPLE: Final = words(
    "client cliente bewoner bewoonster huurder huurster klant patient inwoner inwoonster burger jongere "
    "leerling zoon zoontje dochter dochtertje broer broertje zus zusje moeder vader ouder partner man "
    "vrouw echtgenoot echtgenote vriend vriendin ex exman neef nicht kleinzoon kleindochter jongen "
    "meisje baby peuter kleuter kind weduwe weduwnaar buur buurjongen buurmeisje collega begeleider "
    "mentor voogd tolk stagiair stagiaire son daughter brother sister mother father husband wife "
    "boyfriend girlfriend tenant resident neighbour neighbor boy girl colleague cousin nephew niece "
    "widow hij zij ze hem haar he she him her"
)
# After these a name only stands between brackets: "hij (Sjaak)", not "hij Sjaak".
_PRONOUNS: Final = words("hij zij ze hem haar he she him her")
_NOUNS: Final = _PEOPLE - _PRONOUNS
# After these an unknown word with a capital is a name too; "een tolk Tigrinya" is not.
_KIN: Final = words(
    "zoon zoontje dochter dochtertje broer broertje zus zusje neef nicht kleinzoon kleindochter client "
    "cliente bewoner bewoonster vriendin vriend buurjongen buurmeisje son daughter brother sister "
    "nephew niece cousin"
)
_CALLED: Final = re.compile(
    r"(?:\b(?:heet|heette|heten|genaamd|geheten|alias|roepnaam|voornaam|achternaam|bijnaam)(?: is)?"
    r"|\b(?:naam|name) (?:is|was)|\bnoem(?:en|de)? (?:ik|we|wij|ze|hem|haar)(?: maar)?"
    r"|\b(?:called|named|nicknamed|surname|first name|last name)(?: is)?|\bis called)[ :]{1,2}['\"“‘(]?$",
    re.IGNORECASE,
)
_INSTITUTIONS: Final = words(
    "school college ziekenhuis kerk moskee plein huis hal zaal centrum park fonds stichting gasthuis "
    "kliniek polikliniek hospital church mosque foundation street road square house centre center hall "
    "museum brug bibliotheek zorg methode model wet straat laan gracht kade groep supermarkt methodiek "
    "university"
)
_BEFORE_INSTITUTION: Final = words(
    "bureau stichting sint st san santa saint team locatie wijkcentrum buurthuis gemeente provincie wet "
    "dorp wijk flat gebouw complex merk app foundation bisschop prins prinses koning koningin "
    "minister"
)
_STREET_END: Final = re.compile(
    r"(?:straat|laan|weg|plein|gracht|kade|singel|dijk|pad|dreef|steeg|plantsoen|hof|park|markt|brug"
    r"|huis|school"
    r"|ziekenhuis|kerk|college|fonds|polder|haven|hal|tuin|wijk|buurt|flat|kliniek|instituut|stichting)$"
)
# Words with a capital that follow a title or a word for a person and are no name.
_NO_NAME: Final = words(
    "victorie de het een en of in op aan bij met voor van naar uit over dat die dit deze dan toen nu ik "
    "je jij hij zij ze we wij jullie u er is was had heeft kan wil moet mag niet geen ook wel als maar "
    "want dus omdat zodat om te tot door na per via alle veel meer the a an and or of at by with for to "
    "from that this is was has who which wmo wlz ggz ggd uwv svb duo coa ind kvk nt2 awbz bjz vve zzp "
    "ww wia wajong wsw pgb nl eu ok vog aow nederlands engels turks arabisch pools syrisch eritrees "
    "marokkaans somalisch oekraiens frans duits spaans maandag dinsdag woensdag donderdag vrijdag "
    "zaterdag zondag januari februari maart april mei juni juli augustus september oktober november "
    "december monday tuesday wednesday thursday friday saturday sunday january february march may june "
    "july august october whatsapp google facebook instagram telegram teams excel dutch english turkish "
    "arabic polish syrian"
)
# Short first names that are flagged in lower case too; other short ones are too often something else.
_SHORT: Final = words(
    "jan ali mo bob tom kim eva max ton wim bas piet lex leo ria mia amy ida ans tim sam gea ada ben "
    "joe jos ron ria roy ian ivo ilse ger cor kee ike"
)

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")
_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞĞİŁŞŚŻŽÇ]"
_SURNAME: Final = rf"{_CAPITAL}[^\W\d_A-Z]{{2,}}(?:[-’'][A-Z]?[^\W\d_A-Z]+)*"
_INITIALS: Final = re.compile(
    rf"(?<![\w.])(?:{_CAPITAL}\. ?){{2,4}}(?:(?:van|de|der|den|het|ten|ter|te|el|al|la"
    rf"|'t) ){{0,3}}{_SURNAME}"
    rf"|(?<![\w.]){_CAPITAL}{{2,3}} (?:(?:van|de|der|den|ten|ter|te|el|al) ){{1,3}}{_SURNAME}"
    rf"|(?<![\w.]){_CAPITAL}\. ?(?:(?:van|de|der|den|ten|ter|te|el|al) ){{1,3}}{_CAPITAL}[^\W\d_]*"
)
# A word with a capital that we do not know is a name by what stands behind it.
_UNKNOWN: Final = re.compile(
    rf"(?<![\w-])({_CAPITAL}[^\W\d_A-Z]{{2,}})(?:(?= (?:zei|zegt|vertelde|huilde|lachte|d'r|d’r|z'n"
    rf"|said|told|cried)\b)"
    r"|(?=,? \(?\d{2}\)?,)|(?=, (?:\d{1,2}|\w+tien|twintig|dertig|veertig|vijftig|zestig) jaar\b)"
    r"|(?=, aged? \d)|(?= \(\d{1,2}\)))"
)
# A first name with an initial; "Plan B." has that shape too.
_WITH_INITIAL: Final = re.compile(rf"(?<![\w-])({_CAPITAL}[^\W\d_A-Z]{{2,}}) {_CAPITAL}\.(?! ?{_CAPITAL})")
_NO_PERSON: Final = _NO_NAME | _PEOPLE
_LETTERED: Final = _NO_NAME | words(
    "plan groep blok vitamine hepatitis type bijlage lokaal klas team fase categorie deel punt optie "
    "lijn gebouw zaal kamer group block vitamin annex room class phase category part option line "
    "building wing hall stap step"
)
_NICKNAME: Final = re.compile(
    rf" ?\(['‘“\"]?({_CAPITAL}[^\W\d_A-Z]+)['’”\"]?(?: voor vrienden| to friends)?\)?"
)
_ENDS: Final = frozenset('.!?\n:;•–—-"“”(*>')
_SMALL: Final = ("je", "tje", "etje", "pje", "ke", "ie")  # endings of a pet name


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    plain: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def persons(text: str, names: Names, own: str) -> Iterator[Span]:
    """Yield names of persons in plain text, except what the writer is called (`own`)."""
    tokens = [_Token(*found.span(), found[0], _fold(found[0])) for found in _WORD.finditer(text)]
    mine = frozenset(_fold(found[0]) for found in _WORD.finditer(own))
    at = 0
    while at < len(tokens):
        last = _name_at(text, tokens, at, names)
        if last is None or all(token.plain in mine for token in tokens[at : last + 1]):
            at += 1
            continue
        end = _with_dot(text, tokens[last])
        yield Span(tokens[at].start, end, Kind.name)
        nickname = _NICKNAME.match(text, end)
        if nickname:
            yield Span(*nickname.span(1), Kind.name)
        at = last + 1
    for found in _INITIALS.finditer(text):
        if not _ends_in_ordinary(found[0]):
            yield Span(*found.span(), Kind.name)
    for found in _UNKNOWN.finditer(text):
        if (
            _fold(found[1]) not in mine
            and _fold(found[1]) not in _NO_PERSON
            and not _begins(text, found.start())
        ):
            yield Span(*found.span(1), Kind.name)
    for found in _WITH_INITIAL.finditer(text):
        if _fold(found[1]) not in mine and _fold(found[1]) not in _LETTERED:
            yield Span(*found.span(), Kind.name)


_OTHER_LETTERS: Final = str.maketrans("łŁıđĐøØß", "lLidDoOs")


@lru_cache(4096)
def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(_OTHER_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char)).lower().replace("’", "'")


def _with_dot(text: str, token: _Token) -> int:
    """Return where a name ends: the full stop of an initial belongs to it."""
    dotted = len(token.text) == 1 and text[token.end : token.end + 1] == "."
    return token.end + dotted


def _ends_in_ordinary(found: str) -> bool:
    return _fold(found.split()[-1].split(".")[-1]) in _NO_NAME


def _name_at(text: str, tokens: list[_Token], at: int, names: Names) -> int | None:
    """Return the last token of the name that begins at token `at`, or None when none begins there."""
    token = tokens[at]
    cue = _cue(text, tokens, at)
    if cue is not None:
        last = _named(text, tokens, at, names, cue)
        if last is not None:
            return last
    if _is_first(text, token, names) and not _is_place(text, tokens, at):
        return _whole(text, tokens, at, names)
    return None


# What points at a name -----------------------------------------------------


def _cue(text: str, tokens: list[_Token], at: int) -> str | None:
    """Return what tells that a name comes: "title", "called", "person", "perhaps", or None."""
    token = tokens[at]
    if _CALLED.search(text[max(0, token.start - 40) : token.start]):
        return "called"
    if not at:
        return None
    before = tokens[at - 1]
    gap = text[before.end : token.start]
    if before.plain in _TITLES and gap in (
        (" ", " '", ". ", ".", ". '") if before.plain in _SHORT_TITLES else (" ", " '")
    ):
        return "title"
    if before.plain in _PEOPLE and gap in (" (", "("):
        return "person"
    if before.plain in _NOUNS and gap == " ":
        return "person" if before.plain in _KIN else "perhaps"
    return None


def _named(text: str, tokens: list[_Token], at: int, names: Names, cue: str) -> int | None:
    """Return the last token of what is called a name here, or None when these are ordinary words."""
    first = at
    while _is_prefix(tokens[first]) and _joined(text, tokens, first):
        first += 1
    if first > at and cue in ("person", "perhaps"):
        return None  # "de zoon van Bakkerij Jansen": what belongs to it decides, not the word before
    token = tokens[first]
    known = token.plain in names.first or token.plain in names.also_words or token.plain in names.last
    if len(token.text) == 1 and cue != "called":
        initial = token.capital and (text[token.end : token.end + 1] == "." or cue == "title")
        return _whole(text, tokens, first, names) if initial else None
    if (
        token.plain in _NO_NAME
        or (cue != "title" and _is_place(text, tokens, first))
        or (cue == "perhaps" and not known)
    ):
        return None
    if token.capital and (token.text[1:].islower() or known or "'" in token.plain or "-" in token.text):
        return _whole(text, tokens, first, names)
    lower = token.plain in names.first or (cue in ("title", "called") and known)
    return _whole(text, tokens, first, names) if lower and not token.capital and len(token.text) > 2 else None


def _is_prefix(token: _Token) -> bool:
    return token.plain in _PREFIXES or (token.plain in _DOTTED and not token.capital)


def _joined(text: str, tokens: list[_Token], at: int) -> bool:
    return at + 1 < len(tokens) and text[tokens[at].end : tokens[at + 1].start] in (
        " ",
        ". ",
        ".",
        "-",
        " '",
        " ’",
    )


# First names ----------------------------------------------------------------


def _is_first(text: str, token: _Token, names: Names) -> bool:
    """Tell whether a word is a first name by itself."""
    plain = token.plain.removesuffix("'s").rstrip("'")
    if plain in _NO_NAME:
        return False
    if "-" in plain:
        parts = plain.split("-")
        return token.capital and all(part in names.first or part in names.also_words for part in parts)
    if plain in names.first:
        return token.capital or len(plain) > 3 or plain in _SHORT
    if plain in names.also_words:
        return token.capital and not token.text.isupper() and not _begins(text, token.start)
    if token.capital and any(plain.endswith(end) and plain[: -len(end)] in names.first for end in _SMALL):
        return True
    return plain.endswith("s") and len(plain) > (4 if token.capital else 5) and plain[:-1] in names.first


def _begins(text: str, start: int) -> bool:
    """Tell whether a sentence begins here, where every word has a capital."""
    before = text[max(0, start - 4) : start].rstrip(" ")
    return not before or before[-1] in _ENDS or before[-1] == "\n"


def _is_place(text: str, tokens: list[_Token], at: int) -> bool:
    """Tell whether a name is part of a street, a school, a foundation: "Jan van Galenstraat"."""
    if at:
        before = tokens[at - 1]
        if before.plain in _BEFORE_INSTITUTION and text[before.end : tokens[at].start] in (
            " ",
            ". ",
        ):
            return True
    if _STREET_END.search(tokens[at].plain) and len(tokens[at].plain) > 6:
        return True
    for after in tokens[at + 1 : at + 5]:
        if text[tokens[at].end : after.start].strip(" .-'") and not all(
            word in _PREFIXES or word[:1].isupper()
            for word in re.findall(r"[\w']+", text[tokens[at].end : after.start])
        ):
            return False
        if after.plain in _INSTITUTIONS or (_STREET_END.search(after.plain) and len(after.plain) > 5):
            return after.capital or not tokens[at].capital or text[tokens[at].end : after.start] == " "
        if after.plain not in _PREFIXES and not after.capital:
            return False
    return False


def _whole(text: str, tokens: list[_Token], at: int, names: Names) -> int:
    """Return the last token of a name that began: with "van de", a surname, or an initial after it."""
    last = at
    look = at
    while _joined(text, tokens, look) and (
        text[tokens[look].end : tokens[look + 1].start] != ". " or len(tokens[look].text) == 1
    ):
        look += 1
        token = tokens[look]
        if _is_prefix(token):
            if look - last > 3:
                break
            continue
        prefixed = look - last > 1
        initial = len(token.text) == 1 and token.capital
        surname = (token.capital and token.plain not in _NO_NAME) or (
            token.plain in names.last
            and (prefixed or token.plain not in names.also_words)
            and len(token.plain) > 3
        )
        if not (initial or surname):
            break
        last = look
        if last - at > 5:
            break
    return last
