"""Descriptions that fit one person: "de enige imam in het dorp", "een 87-jarige weduwe uit Borne".

Not a name, and yet everybody in the village knows who is meant. Each pattern is one way of pointing: the only
one, an office that a village has once, somebody's next of kin, what one sees of somebody, where few like that
live.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.guard.known import Names, fold
from domain.guard.model import Kind, Span
from domain.guard.shared import words

# Who ----------------------------------------------------------------------------------------------------

_KIN: Final = (
    r"(?:groot|klein|stief|pleeg|schoon|oud)?(?:vrouw|man|echtgenote|echtgenoot|weduwe|weduwnaar|moeder"
    r"|vader|zoon|zoontje|dochter"
    r"|dochtertje|broer|broertje|zus|zusje|kind|kinderen|ouders|neef|nicht|tweeling|ex|vriendin|vriend|opa"
    r"|oma)"
)
_KIN_ENGLISH: Final = (
    r"(?:grand|step|foster)?(?:wife|husband|widow|widower|mother|father|son|daughter|brother|sister|child"
    r"|children|kids|parents"
    r"|nephew|niece|twins?|ex|girlfriend|boyfriend|mum|dad)"
)
_SOMEBODY: Final = (
    r"(?:trans|puber|probleem)?(?:vrouw|man|mannetje|vrouwtje|jongen|jongetje|meisje|meid|gast|gozer|kerel"
    r"|vent|knul|joch|jochie"
    r"|dame|heer|kind|puber|tiener|peuter|kleuter|baby|student|studente|leerling|leerlinge|opa|oma|moeder"
    r"|vader"
    r"|weduwe|weduwnaar|tweeling|drieling|gezin|stel|echtpaar|familie|bewoner|bewoonster|huurder|huurster"
    r"|cli[eë]nte?"
    r"|dakloze|zwerver|vluchteling|statushouder|asielzoeker|nieuwkomer|buur|buurman|buurvrouw"
    r"|lad|lass|bloke|guy|fella|woman|boy|girl|kid|teenager|child|family|couple|tenant|resident|neighbour"
    r"|student|pupil"
    r"|refugee|widower|widow|mother|father|mum|dad|person|old man|old lady|lady|gentleman|twins)"
)
# What a village, a street or a club has one of.
_OFFICE: Final = (
    r"(?:burgemeester|wethouder|raadslid|dierenarts|huisarts|dokter|tandarts|orthodontist|apotheker"
    r"|verloskundige|wijkzuster|dominee|pastoor"
    r"|priester|imam|rabbijn|pandit|koster|organist|dirigent|notaris|rechter|officier van justitie"
    r"|wijkagent|politiechef|boswachter"
    r"|schoolhoofd|hoofdmeester|rector|conrector|directeur|directrice|conci[eë]rge|koffiejuffrouw"
    r"|gymleraar|hoofdtrainer|trainer|keeper"
    r"|spits|aanvoerder|voorzitter|penningmeester|scheidsrechter|bakker|slager|visboer|groenteboer|kapper"
    r"|kapster|kroegbaas|snackbarhouder"
    r"|molenaar|smid|hoefsmid|veerman|sluiswachter|brugwachter|vuurtorenwachter|havenmeester"
    r"|kasteleinsvrouw|kastelein|uitvaartondernemer"
    r"|begrafenisondernemer|grafdelver|campinghouder|boekhandelaar|juwelier|opticien|badmeester"
    r"|brandweercommandant|prins carnaval"
    r"|mayor|alderman|vet|vicar|priest|rabbi|imam|pharmacist|headmaster|headmistress|headteacher|head "
    r"teacher|principal|caretaker|janitor"
    r"|butcher|baker|barber|hairdresser|blacksmith|farrier|ferryman|lighthouse keeper|harbour master"
    r"|harbourmaster|coach|goalkeeper|captain"
    r"|chairman|chairwoman|postman|milkman|fishmonger|publican|undertaker|gravedigger|organist|choirmaster"
    r"|gp|dentist|notary|judge|lifeguard)"
)
_TRADE: Final = (
    r"(?:[\w-]*(?:arts|chirurg|smid|meester|agent|boer|boerin|visser|bakker|slager|kapper|kapster|leraar"
    r"|lerares|docent|docente|juf|verpleger"
    r"|verpleegster|verpleegkundige|loods|kapitein|piloot|chauffeur|machinist|monteur|metselaar|schilder"
    r"|timmerman|danser|danseres|zanger"
    r"|zangeres|muzikant|acteur|actrice|artiest|acrobaat|schrijver|schrijfster|dichter|kunstenaar"
    r"|kunstenares|fotograaf|advocaat|advocate"
    r"|ingenieur|architect|programmeur|ondernemer|winkelier|handelaar|schipper|matroos|militair|soldaat"
    r"|veteraan|brandweerman|sporter"
    r"|bokser|voetballer|turner|turnster|schaatser|wielrenner|zwemmer|kampioen|kampioene|speler|speelster"
    r"|zuster|non|monnik"
    r"|apotheker|tolk|vertaler|journalist|rechter|ambtenaar|burgemeester|wethouder|imam|dominee|pastoor"
    r"|stemmer|houder|houdster"
    r"|maker|maakster|bouwer|bouwster|fokker|fokster|handler|kundige|loog|ist|iste|eur|euse|nik|trice)"
    r"|surgeon|painter|pilot|captain|sailor|soldier|veteran|farmer|dentist|doctor|nurse|teacher|lawyer"
    r"|engineer|architect|singer|dancer"
    r"|artist|actor|actress|musician|player|boxer|swimmer|champion|writer|poet|journalist|photographer"
    r"|driver|pharmacist|chemist|plumber"
    r"|electrician|butcher|baker|vicar|priest|imam|monk|nun|magician|clown|acrobat|shopkeeper|trader"
    r"|fisherman|skipper|professor)"
)
_WHO: Final = (
    rf"(?:{_SOMEBODY}|{_TRADE}|{_OFFICE}|[\w-]*(?:gebruiker|gebruikster|patiënt|bezoeker|lid|vrijwilliger"
    rf"|inwoner|stemmer|zwangere|slachtoffer"
    r"|user|owner|survivor|amputee|volunteer|member))"
)

# What is told of them -------------------------------------------------------------------------------------

_WORD: Final = r"[\w'’-]+"
_PLACE: Final = r"(?P<place>(?-i:[A-Z])[\w'’-]{2,}(?: (?-i:[A-Z])[\w'’-]+)?|[a-z'-]{4,})"
_FEW: Final = (
    r"(?:dorp|straat|wijk|buurt|flat|portiek|school|klas|complex|galerij|gang|afdeling|kerk|moskee|club"
    r"|team|koor|eiland|camping|hofje|hoek"
    r"|village|street|block|building|estate|class|college|neighbourhood|town|island|ward|floor|choir|club"
    r"|parish)"
)
_WHERE: Final = (
    rf"(?:in|van|op|uit|bij|aan|at|of|on|from) (?:(?:de|het|ons|onze|deze|dit|die|zijn|haar|the|our|this"
    rf"|that) )?(?:hele |eerste |tweede )?"
    rf"(?:block \w\b|(?:groep|class|lijn|line|huize|villa|residentie) \w{1, 20}|\w*{_FEW}\b(?: \w?\d\w?)?"
    rf"|(?:de |the "
    rf")?(?-i:[A-Z])[\w'’-]{{2,}}(?: (?-i:[A-Z])[\w'’-]+)?"
    rf"|nummer \d+|nr\.? ?\d+|no\.? ?\d+|number \d+|\d (?:havo|vwo|vmbo|mavo))"
)
_REST: Final = r"(?: (?:die|dat|met|who|with)\b[^.,;:!?\n]{0,60})?"
_LOOKS: Final = (
    r"(?:haar|baard|snor|been|benen|arm|armen|oog|ogen|hand|vinger|vingers|neus|tand|tanden|gezicht"
    r"|litteken\w*|tattoo\w*|tatoeage\w*|bult|hinkepoot|prothese|kunstbeen"
    r"|rolstoel|scootmobiel|krukken|rollator|driewieler|bakfiets|hond\w*|papegaai|kat|katten|geit\w*|pony"
    r"|paard\w*|slang|fret|duiven|accordeon|gitaar|trommel"
    r"|hoofddoek|burka|boerka|tulband|keppeltje|hoed|cowboyhoed|jas|bontjas|hoedje|cape|piercing\w*|bril"
    r"|beugel|gehoorapparaat|stotter\w*|manke|wijnvlek"
    r"|hair|beard|moustache|leg|legs|eye|eyes|face|scar\w*|tattoo\w*|wheelchair|crutches|scooter|dog|dogs"
    r"|parrot|cat|cats|horse|goat\w*|accordion|guitar"
    r"|headscarf|turban|hat|coat|limp|stutter|birthmark|prosthe\w+|glass eye)"
)
_RARE: Final = (
    r"(?:blinde|dove|doofstomme|eenarmige|eenbenige|kreupele|manke|stomme|albino|voormalig|voormalige"
    r"|vroegere|gepensioneerde|afgezette|ontslagen|blind|deaf|mute"
    r"|one-armed|one-legged|former|retired|disgraced|sacked|oudste|jongste|langste|dikste|kleinste|oldest"
    r"|youngest|tallest)"
)

_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # The only one.
        rf"\b(?:(?:de|het|onze|mijn|the|our|my) )?(?:enige|only)(?:\.{{2,3}}[^.!?\n]{{0,20}}(?:enige"
        rf"|only))? (?:{_WORD} ){{0,2}}?{_WHO}(?: (?:hier|here))?"
        rf"(?: (?:met|zonder|with|without) (?:een |a |an )?{_WORD})?(?: {_WHERE}{_REST}| (?:hier|here)\b| "
        rf"(?:die|who) [^.,;:!?\n]{{5,60}}| (?:met|with) [^.,;:!?\n]{{3,40}})",
        # One of few: what somebody was, cannot do, or how many came at once.
        rf"\b(?:de|het|the|onze|our|die|dat|that) {_RARE} (?:{_WORD} ){{0,1}}?(?:{_WHO}|{_KIN}"
        rf"|{_KIN_ENGLISH})(?: {_WHERE}{_REST}| (?:van|of) (?:de|het|the) {_WORD}| (?:die|dat|who|met"
        rf"|with)\b[^.,;:!?\n]{{0,60}})",
        rf"\b(?:de|het|the) (?:oud|ex|oud-|ex-)(?:-[\w]+)(?: {_WHERE}{_REST}| (?:van|of) (?:de|het|the) "
        rf"{_WORD}| (?:die|who)\b[^.,;:!?\n]{{0,60}})",
        rf"\b(?:de|the) (?:moeder|vader|ouders|mother|father|parents) (?:van|of) (?:de|the) (?:twee|drie"
        rf"|vier|vijf)ling\b(?: {_WHERE}{_REST})?",
        r"\b(?:the )?(?:mother|father|parents) of the (?:triplets|quadruplets|quintuplets)[^.,;:!?\n]{0,40}",
        # An office and what it is told of, or where.
        rf"\b(?:de|the|onze|our) {_OFFICE}(?: {_WHERE}| van de [\w-]+ in [\w-]+)? (?:met|die|with"
        rf"|who)(?: [\w'’-]{{1,20}}){{3,8}}",
        rf"\b(?:de|the) {_OFFICE} (?:van|of|at) (?:(?:de |het |the )?(?:basisschool|school|kerk|moskee"
        rf"|club|supermarkt|camping|church|mosque)(?: (?:de|het|op|in|the))? (?-i:[A-Z])[\w-]+"
        rf"(?: (?-i:[A-Z])[\w-]+)?|het eerste|het tweede|(?-i:[A-Z])[\w-]{{2,}})",
        rf"\b(?:de|the) {_TRADE} (?:van|of) (?:de|het|the) {_WORD} (?:in|uit|te|from) {_WORD} (?:die|who) "
        rf"[^.,;:!?\n]{{5,60}}",
        rf"\b(?:de|het|the) (?:oud|ex)-{_WORD} (?:van|of) {_WORD} (?:die|who) [^.,;:!?\n]{{5,60}}",
        # Next of kin of somebody who is known.
        rf"\b(?:de|het|een|the|a) (?:(?:oudste|jongste|middelste|eldest|youngest|ex|enige) )?{_KIN} van "
        rf"(?:de|het|een|onze) (?:\w+e )?{_OFFICE}\b(?: {_WHERE})?",
        rf"\b(?:the|our|a) (?:{_RARE} )?{_OFFICE}['’]s (?:(?:eldest|youngest|only|ex) "
        rf")?{_KIN_ENGLISH}\b(?: {_WHERE})?",
        rf"\b(?:the|a) (?:(?:eldest|youngest|only|ex) )?{_KIN_ENGLISH} of (?:the|our) {_OFFICE}\b(?: "
        rf"{_WHERE})?",
        rf"\b(?:de|het) {_KIN} van (?:de|het|die|dat) {_SOMEBODY},? (?:die|dat) [^.,;:!?\n]{{5,60}}",
        rf"\b(?:the) {_KIN_ENGLISH} of (?:the|that) {_SOMEBODY} (?:who|that) [^.,;:!?\n]{{5,60}}",
        # What one sees of somebody.
        rf"\b(?:de|die|dat|het|the|that) (?:[\w'-]{{2,15}} "
        rf"){{0,2}}?(?:{_SOMEBODY}|{_TRADE}) (?:met|with) (?:{_WORD} ){{0,3}}{_LOOKS}\b(?: {_WHERE})?",
        # That one there.
        rf"\b(?:die|dat|deze|that) (?:ene|enige|gekke|rare|rooie|oude|one|weird|mad) (?:{_WORD} )?{_WORD} "
        rf"(?:van|op|uit|from|at|in) (?:nummer|nr\.?|no\.?|number|hiernaast|hierboven|beneden|boven|\d+ "
        rf"?hoog|block)(?: ?\w?\d+\w?)?",
        rf"\b(?:die|dat|that|de|het) trans(?:gender|meisje|jongen|vrouw|man)?\w* (?:\w+ )?{_WHERE}",
    )
)
_LIVES: Final = (
    # How old and where.
    re.compile(
        rf"(?<!\d)(?:een |de |die |a |the |that )?\d{{1,3}}[- ]?(?:jarige|year[- ]old|jaar oude) "
        rf"(?:{_WORD} ){{0,2}}?{_WHO} (?:uit|in|from|aan de|op de)"
        rf" (?:(?:de|het|the) )?{_PLACE}(?: \d+)?",
        re.IGNORECASE,
    ),
    # Which people and from where: "een Afghaanse moeder van zes kinderen uit Zoutkamp".
    re.compile(
        rf"\b(?:een|de|die|dat|het|a|an|the|that) (?P<people>{_WORD}) (?:{_WORD} )?(?:{_WHO}|{_KIN})(?: "
        rf"(?:van|met|of|with) (?:{_WORD} ){{1,2}}(?:kinderen|children|kids))?"
        rf" (?:uit|in|op|te|from|at|on|near) {_PLACE}",
        re.IGNORECASE,
    ),
    # With something that few have, in a place: "de vrouw met het museum in Nes".
    re.compile(
        rf"\b(?:de|die|het|dat|the|that) {_SOMEBODY} (?:met|with) (?:{_WORD} ){{1,5}}?(?:in|op|uit|te|van"
        rf"|on|from|at|of) {_PLACE}",
        re.IGNORECASE,
    ),
    # A trade that few have, and where they live or what became of them.
    re.compile(
        rf"\b(?:de|die|the|that) (?:{_WORD} ){{0,2}}?{_TRADE} (?:die|dat|who) [^.,;:!?\n]{{3,50}}? (?:in"
        rf"|op|uit|te|on|from|at) {_PLACE}",
        re.IGNORECASE,
    ),
)
# Where so many live that this says nothing.
_CITIES: Final = words(
    "amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen arnhem haarlem enschede "
    "amersfoort apeldoorn zwolle leiden "
    "maastricht dordrecht zoetermeer haag hague nederland holland netherlands"
)
_STANDING_OUT: Final = words(
    "alleenstaande dakloze verslaafde dementerende zwangere blinde dove transgender homoseksuele lesbische "
    "intersekse "
    "pregnant homeless blind deaf gay lesbian transgender retired gepensioneerde voormalige former"
)
_HINT: Final = re.compile(
    r"enige|only|oud-|ex-|voormalig|vroegere|blind|do(?:of|ve)|deaf|mute|arm|been|manke|kreupel|retired"
    r"|former|gepensioneerd|ontslagen|sacked|disgraced"
    r"|afgezet|oudste|jongste|langste|oldest|youngest|tallest|eldest|ling\b|lets\b| van |['’]s | of the | "
    r"die | dat |who|met |with |trans"
    r"| ene |gekke|rare |rooie|jarige|year[- ]old|jaar oude| uit | in | op | te | from | on | at ",
    re.IGNORECASE,
)


def unique_persons(text: str, names: Names) -> Iterator[Span]:
    """Yield a description that may fit only one person."""
    if not _HINT.search(text):
        return
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield Span(*found.span(), Kind.unique_person)
    for pattern in _LIVES:
        for found in pattern.finditer(text):
            if _is_small(found, names):
                yield Span(*found.span(), Kind.unique_person)


def _is_small(found: re.Match[str], names: Names) -> bool:
    """Tell whether what was found names a place that is no big city, and somebody who stands out there."""
    place = fold(found["place"])
    if place in _CITIES or place.split()[-1] in _CITIES:
        return False
    if not (place in names.places or (found["place"][0].isupper() and not names.ordinary(place))):
        return False
    groups = found.groupdict()
    return "people" not in groups or _stands_out(fold(groups["people"]), names)


def _stands_out(word: str, names: Names) -> bool:
    """Tell whether a word says of which people or faith somebody is."""
    return word in names.others or word in _STANDING_OUT
