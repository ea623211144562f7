"""Propose the four parts of a practice from one message, in the writer's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.practices import MOST_TITLE, Parts
from domain.text import clean, clean_line, first_sentence, sentences


class _Cues(NamedTuple):
    """What gives a part away, as regular expressions without a border at either end."""

    labels: Mapping[str, str]  # before a colon, anywhere
    openers: Mapping[str, str]  # before a colon, only where a sentence begins: ordinary words
    limits: str  # anywhere in the sentence
    refusals: str  # where the sentence begins
    bounds: str  # where the sentence begins, or anywhere when nothing else speaks
    situation: str  # where the sentence begins
    approach: str  # anywhere
    doing: str  # where the sentence or, after a situation, the clause begins
    result: str  # where the sentence begins
    outcome: str  # anywhere, when nothing else speaks
    breaks: str  # begins a new thought in a message without full stops
    subject: str  # what turns "then" into "then I did"
    drop: str  # openings a title can do without
    clause: str  # words before which a title may stop
    loose: str  # words a title does not end on
    me: str  # who is telling


_NL_DID: Final = (
    r"(?:deed|doe|heb|had|vroeg|vraag|ging|ga|belde|bel|maakte|maak|gaf|geef|liet|laat|nam|neem|begon|begin"
    r"|zette|stelde|legde|leg|sprak|zocht|schreef|stuurde|bood|haalde|hielp|koos|besloot|probeerde|regelde"
    r"|plande|bleef|kwam|zei|las|luisterde|gebruikte|bespraken|bespreek|spreek|vertelde|noemde|hield|deden"
    r"|hebben|gingen|maakten|vroegen|belden|namen|lieten|zetten|begonnen|spraken|ben|zijn|was|waren)"
)
_EN_DID: Final = (
    r"(?:did|do|have|had|asked|ask|went|go|called|call|made|make|gave|let|took|take|began|started|start|put"
    r"|explained|spoke|looked|wrote|sent|offered|helped|chose|decided|tried|arranged|planned|stayed|came"
    r"|said|read|listened|used|use|told|kept|opened|sat|visited|agreed|discussed)"
)

_NL_DO: Final = (
    r"(?:ga|doe|vraag|bel|laat|neem|geef|zet|maak|begin|stel|leg|zeg|kijk|probeer|schrijf|stuur|help|bied"
    r"|plan|spreek|bespreek|luister|gebruik|zoek|regel|lees|stop|loop|wacht|houd|noteer|pak|breng|haal|noem"
    r"|nodig|deel|check|hang|oefen|teken|open|herhaal|controleer)"
)
_EN_DO: Final = (
    r"(?:go|do|ask|call|let|take|give|put|make|begin|start|say|look|try|write|send|help|offer|plan|listen"
    r"|use|sit|read|stop|walk|wait|keep|note|bring|show|invite|share|check|practise|draw|open|repeat|tell"
    r"|agree|find|explain)"
)

CUES: Final[Mapping[str, _Cues]] = MappingProxyType(
    {
        "nl": _Cues(
            labels=MappingProxyType(
                {
                    "title": r"titel",
                    "situation": r"(?:de )?situatie|aanleiding|context|wat speelde er|probleem",
                    "approach": r"(?:mijn |onze )?aanpak|zo doe je het|zo deed ik het"
                    r"|wat (?:ik|we|wij) (?:deed|deden)|wat heb (?:ik|je) gedaan|werkwijze",
                    "result": r"(?:het )?resultaat|wat het (?:gaf|opleverde|op leverde)|wat leverde het op"
                    r"|opbrengst|effect|uitkomst",
                    "limits": r"let op|pas op|valkuil(?:en)?|grenzen|wanneer niet|werkt niet(?: als| bij)?"
                    r"|niet doen",
                }
            ),
            openers=MappingProxyType(
                {"situation": r"wanneer|voor wie|bij wie", "approach": r"zo|hoe|gedaan", "result": r"gevolg"}
            ),
            limits=r"let (?:wel )?op|pas (?:wel )?op|oppassen|niet doen|nooit doen|doe (?:dit|het|dat) niet"
            r"|valkuil(?:en)?|werkt (?:niet|minder|nooit) (?:als|bij|voor|zonder|met|wanneer)"
            r"|(?:dit|dat|het) werkt (?:dan )?(?:\w+ )?(?:niet|nooit)"
            r"|niet (?:geschikt|verstandig|bruikbaar)",
            refusals=rf"{_NL_DO} (?:\w+ )?(?:niet|geen|nooit)|niet|geen|nooit",
            bounds=r"behalve|tenzij|alleen (?:als|bij)|niet (?:bij|als|voor)"
            r"|werkt (?:niet|minder|nooit)",
            situation=r"(?:dreigt|is|heeft|komt|wil|weigert|blijft|kan|wordt|gaat|staat)"
            r" (?:er|hij|zij|ze|iemand|het|de)"
            r"|bij|als|vroeger|(?:ik|we|wij) \w+ (?:altijd|vroeger)|wanneer"
            r"|toen (?:ik|we|wij|hij|zij|ze|er)|er (?:was|waren|is|zijn)"
            r"|(?:ik|we|wij) (?:had|hadden|heb|hebben|kreeg|kregen|zag|zagen|kwam)"
            r" (?:laatst |ooit )?(?:een|iemand|veel)"
            r"|soms|vaak|veel"
            r"|een (?:\w+ )?(?:moeder|vader|gezin|man|vrouw|jongere|jongen|meisje"
            r"|bewoner|cliënt|client|klant|inwoner|ondernemer|stel|buurman)"
            r"|in (?:mijn|onze) (?:wijk|team|gemeente)|sommige",
            approach=rf"(?:ik|we|wij) {_NL_DID}|{_NL_DID} (?:ik|we|wij)|(?:ik|we|wij) \w+(?:de|te|den|ten)"
            r"|\w{2,20}(?:de|te|den|ten) (?:ik|we|wij)"
            r"|nu \w+ (?:ik|we|wij)",
            doing=rf"(?:{_NL_DO}|eerst|samen|daarna|vervolgens|dan|gewoon|stap \d|\d{{1,3}}[.)]|ik|we|wij)",
            result=r"(?:en )?(?:toen|daardoor|hierdoor|sindsdien|nu|het gaf|dat gaf|dit gaf|het leverde"
            r"|dat leverde|uiteindelijk"
            r"|na (?:een|twee|drie|vier|\d{1,4}) (?:week|weken|maand|maanden|dag|dagen|keer)|gevolg|zo kwam)",
            outcome=r"leverde|opgeleverd|hielp|(?:dat|dit) (?:helpt|scheelt|werkt)|heeft geholpen"
            r"|werkte (?:goed|heel goed|super)|rust|scheelt|scheelde|bleek|lukte|opgelost|minder \w+"
            r"|komt nu",
            breaks=r"let op|pas op|daardoor|hierdoor|sindsdien"
            r"|toen (?!(?:ik|we|wij|hij|zij|ze|de|het|een|er|nog|pas)\b)\w+"
            r"|nu (?:\w+ (?:hij|zij|ze|het|de|ik|we)|gaat|is|komt|heeft|belt|kan)"
            r"|dus (?:\w+ )?(?:ik|we|wij)|het gaf|dat gaf|dit werkt niet|werkt niet (?:als|bij|voor)",
            subject=r"(?:toen|nu|daardoor|uiteindelijk|na \w+ \w+) (?:\w+ )?(?:ik|we|wij) ",
            drop=r"(?:en|maar|dus|nou|nu|ja|toen|daarna|vervolgens|dan|ook|eigenlijk|gewoon"
            r"|(?:ik|we|wij) (?:heb|hebben|ben|zijn|had|hadden|deed|deden|doe|doen)"
            r"|(?:heb|hebben|ben|zijn|had|hadden|deed|deden|doe|doen) (?:ik|we|wij)|ik|we|wij"
            r"|wat ik deed(?: was| is)?)",
            clause=r"zodat|omdat|waardoor|want|maar|terwijl|en (?:toen|daarna|dan|ik|we|wij)",
            loose=r"de|het|een|met|van|en|of|om|te|in|op|aan|voor|bij|naar|die|dat|als|dan|haar|zijn|hun"
            r"|mijn|door|over|tot|uit|er|is|je|ze|ik|we",
            me=r"ik|we|wij",
        ),
        "en": _Cues(
            labels=MappingProxyType(
                {
                    "title": r"title",
                    "situation": r"(?:the )?situation|context|background|problem",
                    "approach": r"(?:my |our )?approach|what (?:i|we) did|how to do it|method",
                    "result": r"results?|outcome|what it gave|what came of it|effect",
                    "limits": r"watch out(?: for)?|pitfalls?|limits|be careful|caution|when not"
                    r"|does not work(?: if| when)?",
                }
            ),
            openers=MappingProxyType(
                {"situation": r"when|for whom", "approach": r"how|did", "result": r"gave|so"}
            ),
            limits=r"watch out|beware|be careful|do(?: not|n['’]?t) do|never do|pitfalls?|not suitable"
            r"|(?:does(?: not|n['’]?t)|won['’]t|will not) work (?:if|when|with|for|without)"
            r"|(?:it|this|that) (?:does(?: not|n['’]?t)|won['’]t|will not) work",
            refusals=r"do not|don['’]?t|never|no",
            bounds=r"except|unless|only (?:if|when|with)|not (?:for|with|if|when)|does(?: not|n['’]?t) work",
            situation=r"(?:is|does|has|will|can) (?:he|she|it|there|someone|something|the|a)"
            r"|with an?|when|if|(?:i|we) (?:always|used to)|as (?:i|we|he|she|they)"
            r"|there (?:was|were|is|are)|(?:i|we) (?:had|have|got|met|saw) (?:an?|someone|many)|sometimes"
            r"|often|many"
            r"|an? (?:\w+ )?(?:mother|father|family|man|woman|boy|girl"
            r"|resident|client|couple|neighbour|customer|person)"
            r"|in (?:my|our) (?:team|town|area|neighbourhood)|some",
            approach=rf"(?:i|we) (?:first |then |just |always )?{_EN_DID}|(?:i|we) (?:first |then )?\w+ed",
            doing=rf"(?:{_EN_DO}|first|together|after that|next|just|step \d|\d{{1,3}}[.)]|i|we)",
            result=r"(?:and )?(?:then|since then|since|as a result|because of that|now|it gave|that gave"
            r"|this gave|in the end|after (?:a|two|three|\d{1,4}) (?:weeks?|months?|days?)|so (?:he|she|they)"
            r"|it led)",
            outcome=r"helped|worked|(?:that|this|it) (?:helps|works)|calm|led to|solved|came back|less \w+"
            r"|fewer \w+|saves|saved",
            breaks=r"watch out|be careful|as a result|since then|then (?:there|he|she|it|they|i|we)"
            r"|now (?:he|she|they|it|we)|so (?:i|we)|it gave|that gave"
            r"|does(?: not|n['’]?t) work (?:if|when|with)",
            subject=r"(?:then|now|since|in the end|after \w+ \w+),? (?:i|we) ",
            drop=r"(?:and|but|so|now|then|after that|next|also|just|(?:i|we) (?:have|did|do|had)|i|we"
            r"|what i did(?: was| is)?)",
            clause=r"so that|because|but|while|so|and (?:then|i|we)",
            loose=r"the|a|an|with|of|and|or|to|in|on|at|for|by|from|that|which|if|then|her|his|their|my"
            r"|over|into|is|i|we",
            me=r"i|we",
        ),
    }
)

_PARTS: Final = ("situation", "approach", "result", "limits")
_ENOUGH_OPENING: Final = 3  # words; "Bij haar" tells nobody when
_ENOUGH_WORDS: Final = 12  # shorter sentences are one thought, whatever words are in them


def propose(text: str, language: str) -> Parts:
    """Return the sentences of text divided over the parts, in their order; other languages are read as Dutch.

    Headings are left out. Limits are never guessed from position: what is empty is asked for, what is wrong
    is not.
    """
    cues = _compiled(language)
    found = _labelled(clean(text), cues)
    title = " ".join(piece.text for piece in found if piece.part == "title").rstrip(".")
    if len(title) > MOST_TITLE:
        title, found = "", [piece._replace(part="") if piece.part == "title" else piece for piece in found]
    filled = {part: _joined(piece for piece in _placed(found, cues) if piece.part == part) for part in _PARTS}
    parts = Parts(title, **filled)
    return parts if title else Parts(title_for(parts, language), **filled)


def title_for(parts: Parts, language: str) -> str:
    """Return a title of at most 60 characters from the approach, else the first part with text, else ""."""
    cues = _compiled(language)
    for part in (parts.approach, parts.situation, parts.result, parts.limits):
        sentence = first_sentence(clean(part))
        if sentence:
            return _title(sentence, cues) or clean_line(sentence, MOST_TITLE)
    return ""


# Reading ---------------------------------------------------------------


class _Piece(NamedTuple):
    text: str
    part: str  # "" as long as it is not known
    line: bool  # begins on a new line
    tied: bool = False  # its heading says so, whatever its own words


class _Compiled(NamedTuple):
    heading: re.Pattern[str]
    limits: re.Pattern[str]
    bounds: re.Pattern[str]
    bound: re.Pattern[str]
    situation: re.Pattern[str]
    approach: re.Pattern[str]
    doing: re.Pattern[str]
    clause_doing: re.Pattern[str]
    result: re.Pattern[str]
    outcome: re.Pattern[str]
    breaks: re.Pattern[str]
    subject: re.Pattern[str]
    drop: re.Pattern[str]
    clause: re.Pattern[str]
    loose: re.Pattern[str]
    inner: re.Pattern[str]


def _heading(languages: Mapping[str, _Cues]) -> re.Pattern[str]:
    """Return the pattern of headings in every language: people copy forms."""
    begin = r"(?:^|(?<=[.!?…]) {1,3}) {0,3}(?:[-*•]{1,3} ?|\d{1,2}[.)] ?)?"
    ways = []
    for part in ("title", *_PARTS):
        labels = "|".join(cues.labels[part] for cues in languages.values())
        openers = "|".join(cues.openers[part] for cues in languages.values() if part in cues.openers)
        ways.append(rf"(?:{begin}|(?<=\s))(?P<{part}_label>{labels}) ?:|^[ ]*(?P<{part}_line>{labels})[ ]*$")
        if openers:
            ways.append(rf"{begin}(?P<{part}_opener>{openers}) ?:")
    return re.compile("|".join(ways), re.IGNORECASE | re.MULTILINE)


def _starting(cue: str) -> re.Pattern[str]:
    return re.compile(rf"[\s\"'“‘(\-*•]{{0,8}}(?:{cue})(?!\w)", re.IGNORECASE)


def _inside(cue: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cue})(?!\w)", re.IGNORECASE)


def _compile(cues: _Cues) -> _Compiled:
    return _Compiled(
        heading=_HEADING,
        limits=_inside(cues.limits),
        bounds=_starting(f"{cues.refusals}|{cues.bounds}"),
        bound=_inside(cues.bounds),
        situation=_starting(cues.situation),
        approach=_inside(cues.approach),
        doing=_starting(cues.doing),
        clause_doing=re.compile(rf"[,:;] ?(?:{cues.doing})(?!\w)", re.IGNORECASE),
        result=_starting(cues.result),
        outcome=_inside(cues.outcome),
        breaks=re.compile(rf"\s(?=(?:(?:en|maar|and|but) )?(?:{cues.breaks})(?!\w))", re.IGNORECASE),
        subject=re.compile(rf"\W{{0,20}}(?:en |and )?(?:{cues.subject})", re.IGNORECASE),
        drop=re.compile(rf"\W{{0,20}}(?:{cues.drop})(?!\w)[\s,:]{{0,20}}", re.IGNORECASE),
        clause=re.compile(rf"[,;:(]|\s[-–—]\s|\s(?=(?:{cues.clause})\s)", re.IGNORECASE),
        inner=re.compile(rf"^(\w+) (?:{cues.me}) ", re.IGNORECASE),
        loose=re.compile(rf"[\s,]{{1,5}}(?:{cues.loose})$", re.IGNORECASE),
    )


_HEADING: Final = _heading(CUES)
_COMPILED: Final[Mapping[str, _Compiled]] = MappingProxyType(
    {key: _compile(cues) for key, cues in CUES.items()}
)


def _compiled(language: str) -> _Compiled:
    return _COMPILED.get(language.split("-")[0], _COMPILED["nl"])


def _labelled(text: str, cues: _Compiled) -> list[_Piece]:
    """Return the pieces of text, with the part where a heading gives it."""
    headings = list(cues.heading.finditer(text))
    parts = [
        next(name.split("_")[0] for name, value in found.groupdict().items() if value) for found in headings
    ]
    # One heading on its own, mostly "let op:", rules its sentence; the next may be about something else.
    ruling = len(set(parts)) > 1
    pieces = _pieces(text[: headings[0].start()] if headings else text, cues)
    for place, (found, part) in enumerate(zip(headings, parts, strict=True)):
        end = headings[place + 1].start() if place + 1 < len(headings) else len(text)
        under = _pieces(text[found.end() : end], cues, whole=ruling)
        pieces += [
            piece._replace(part=part, tied=True) if ruling or not at else piece
            for at, piece in enumerate(under)
        ]
    return pieces


def _pieces(text: str, cues: _Compiled, *, whole: bool = False) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    for sentence in sentences(text):
        start = text.index(sentence, at)
        line = "\n" in text[at:start]
        at = start + len(sentence)
        for place, thought in enumerate([sentence] if whole else _thoughts(sentence, cues)):
            pieces.append(_Piece(thought, "", line and not place))
    return pieces


def _thoughts(sentence: str, cues: _Compiled) -> list[str]:
    """Split a long sentence before words that begin a new thought: on a phone the full stops are left out."""
    if len(sentence.split()) < _ENOUGH_WORDS:
        return [sentence]
    thoughts, at = [], 0
    for found in cues.breaks.finditer(sentence):
        if len(sentence[at : found.start()].split()) > 2:
            thoughts.append(sentence[at : found.start()])
            at = found.end()
    return [*thoughts, sentence[at:]]


# Placing ---------------------------------------------------------------

_BOTH: Final = "situation and approach"


def _cue(sentence: str, cues: _Compiled) -> str:
    """Return the part that the words of the sentence point to, _BOTH, or ""."""
    if cues.limits.search(sentence) or cues.bounds.match(sentence):
        return "limits"
    if cues.result.match(sentence) and not cues.subject.match(sentence):
        return "result"
    opening = cues.situation.match(sentence)
    if opening:
        return _BOTH if _doing_at(sentence, opening.end(), cues) else "situation"
    if cues.approach.search(sentence) or cues.doing.match(sentence):
        return "approach"
    if cues.outcome.search(sentence):
        return "result"
    return "limits" if cues.bound.search(sentence) else ""


def _doing_at(sentence: str, after: int, cues: _Compiled) -> int:
    """Return where behind its opening the sentence turns to what was done, or 0."""
    found = [pattern.search(sentence, after) for pattern in (cues.approach, cues.clause_doing)]
    return min((match.start() for match in found if match), default=0)


def _placed(pieces: list[_Piece], cues: _Compiled) -> list[_Piece]:
    """Return pieces with every part decided: heading, then words, then position."""
    parts = [piece.part if piece.tied else _cue(piece.text, cues) for piece in pieces]
    if not any(parts):
        return [
            piece._replace(part=part) for piece, part in zip(pieces, _by_position(len(pieces)), strict=True)
        ]
    # What follows the last thing done, and says nothing of doing, is what came of it.
    if "result" not in parts and "approach" in parts:
        at = len(parts) - parts[::-1].index("approach")
        while at < len(parts) and not parts[at]:
            parts[at] = "result"
            at += 1
    # Once the result is told, "als hij niet komt" is no longer how it began but a limit.
    over = next((at for at, part in enumerate(parts) if part in ("result", "limits")), len(parts))
    for at, piece in enumerate(pieces[over:], over):
        if parts[at] in ("situation", _BOTH) and not piece.tied:
            parts[at] = "limits"
    pieces, parts = _halved(pieces, parts, cues)
    for at, part in enumerate(parts):
        parts[at] = part or _by_neighbours(parts, at)
    return [piece._replace(part=part) for piece, part in zip(pieces, parts, strict=True)]


def _halved(pieces: list[_Piece], parts: list[str], cues: _Compiled) -> tuple[list[_Piece], list[str]]:
    """Cut "bij een moeder met schulden deed ik …" where the doing begins: when | how."""
    halves: list[_Piece] = []
    decided: list[str] = []
    for piece, part in zip(pieces, parts, strict=True):
        opening = cues.situation.match(piece.text) if part == _BOTH else None
        at = _doing_at(piece.text, opening.end(), cues) if opening else 0
        when = piece.text[:at].rstrip()
        if len(when.split()) >= _ENOUGH_OPENING:
            how = piece.text[at:].lstrip(" ,:;")
            halves += [piece._replace(text=when), piece._replace(text=how, line=False)]
            decided += ["situation", "approach"]
        else:
            halves.append(piece)
            decided.append("approach" if part == _BOTH else part)
    return halves, decided


def _by_position(count: int) -> list[str]:
    if count < 2:
        return ["approach"] * count
    if count == 2:
        return ["situation", "approach"]
    return ["situation", *["approach"] * (count - 2), "result"]


def _by_neighbours(parts: list[str], at: int) -> str:
    """Return the part of a sentence without a cue: that of the one before, but doing has to be somewhere."""
    before = parts[at - 1] if at else ""
    if before not in ("", "situation"):
        return before
    later = parts[at + 1 :]
    if "approach" in later or (not before and later[:1] == [""]):
        return "situation"
    return "approach"


def _joined(pieces: Iterator[_Piece]) -> str:
    joined = ""
    for piece in pieces:
        joined += (("\n" if piece.line else " ") if joined else "") + piece.text
    return joined


# Title -----------------------------------------------------------------


def _title(sentence: str, cues: _Compiled) -> str:
    """Return the first clause of sentence without its opening, or "" when nothing is left."""
    line = clean_line(sentence, len(sentence))
    if opening := cues.situation.match(line):
        line = line[_doing_at(line, opening.end(), cues) :].lstrip(" ,;:")
    while (found := cues.drop.match(line)) and found.end() < len(line):
        line = line[found.end() :]
    line = cues.inner.sub(r"\1 ", line)
    for found in cues.clause.finditer(line):
        if len(line[: found.start()].split()) > 2:
            line = line[: found.start()]
            break
    line = line.strip(" .,;:!?…-–—•*()")
    short = clean_line(line, MOST_TITLE)
    while short != line and (found := cues.loose.search(short)):
        short = short[: found.start()]
    return short[:1].upper() + short[1:] if len(short[:1].upper()) == 1 else short
