"""What people really send a bot that knows them, in the shares of the table below."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from tests.emulator import Message, Person

# Of a hundred updates. Sharing is eight of them in a row: /deel, a tap, four parts, and placing the card
# (with one more tap when something alike is there already), so three people in a hundred share something.
SHARES = {"fitting": 40, "unfitting": 12, "vote": 20, "help": 4, "share": 3}

# Asked as people type: without capitals, with slips, about what is in the starter library.
FITTING = (
    "een man heeft een tas vol ongeopende post, hoe begin ik",
    "hoe vraag ik een deurwaarder om uitstel",
    "iemand durft het incassobureua niet te bellen",
    "mevrouw heeft loonbeslag en houdt te weinig over voor boodschappen",
    "vader staat elke maand rood omdat alles op een andere dag wordt afgeschreven",
    "bewoner laat niemand binnen, wat werkt dan",
    "zorgmijder wil geen hulp maar zijn bel is kapot",
    "jongen van 15 zegt niks aan tafel",
    "meisje wordt bijna achttien en zit in een woongroep",
    "leerling blijft een dag weg van school",
    "gezin wacht al maanden op jeugdhulp",
    "twee buren hebben ruzie over lawaai",
    "iemand stuurt een lang formulier nooit terug",
    "bezoeker wil dat ik op zijn telefoon klik",
    "moeder neemt haar dochter mee om te tolken",
    "man zegt steeds dat hij zijn bril is vergeten",
    "huurder klaagt over schimmel en vocht in huis",
    "huis staat helemaal vol spullen, bewoner schrikt van opruimen",
    "collega is bedreigd aan de balie",
    "alleen op huisbezoek en het voelt niet goed",
    "oude vrouw kan boodschappen niet betalen, neef heeft de bankpas",
    "dochter is mantelzorger en raakt overbelast",
    "de scootmobiel staat ongebruikt in de schuur",
    "uitkering stopt en het loon komt pas eind van de maand",
)
# Nobody asks the same thing all day: each question comes in many wordings.
BEFORE = ("", "hoi, ", "vraagje: ", "weet jij dit, ", "goedemorgen, ", "even iets, ", "hallo collega, ")
AFTER = ("", "?", ", wat doe jij dan", ", heb je een tip", ", hoe pak ik dat aan", ", graag hulp")
UNFITTING = (
    "welke verf dekt het best op beton",
    "hoe stel ik de printer op de derde verdieping in",
    "waar kan ik mijn reiskosten declareren",
    "wanneer begint het zomerrooster",
    "recept voor pompoensoep met gember",
    "hoe repareer ik een lekke fietsband",
)
PARTS = (
    (
        "Een bewoner belt elke {day} over de {thing} en wordt niet teruggebeld.",
        "In de {place} staat al weken een {thing} en niemand weet van wie.",
    ),
    (
        "Ik belde op {day} zelf terug en ging daarna langs bij de {place}.",
        "We spraken een vast uur af op {day} en schreven dat op een kaart bij de {thing}.",
    ),
    (
        "Het bellen stopte en de {thing} was binnen een week weg.",
        "De bewoner kwam zelf naar de {place} en was rustig.",
    ),
    (
        "Doe dit niet als de {place} dicht is of als er ruzie is.",
        "Het werkt niet bij wie op {day} nooit thuis is.",
    ),
)
WORDS = {
    "day": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"),
    "thing": ("container", "aanhanger", "stoeptegel", "lantaarn", "heg", "vuilniszak", "schutting", "pallet"),
    "place": ("wachtkamer", "speeltuin", "fietsenstalling", "bibliotheek", "sporthal", "moestuin"),
}


class Mix:
    """Each person does one of these at a time; somebody who shares goes on until it is placed."""

    def __init__(self, code: str, seed: int = 1) -> None:
        self._code = code
        self._chance = random.Random(seed)
        self._sharing: dict[int, Iterator[int]] = {}

    async def __call__(self, person: Person) -> None:
        """Do one thing that is answered."""
        if not person.received:
            await person.says(f"/start {self._code}")
        elif agree := _last(person, "1ja"):
            await person.forges(agree[1], agree[0])
        elif person.id in self._sharing:
            await self._share_on(person)
        else:
            (what,) = self._chance.choices(tuple(SHARES), tuple(SHARES.values()))
            await self._do(person, what)

    async def _do(self, person: Person, what: str) -> None:
        card = _newest(person, "1us", "1nu") if what == "vote" else None
        if card is not None:
            await person.forges(card[1], card[0])
        elif what == "help":
            await person.says("/help")
        elif what == "share":
            self._sharing[person.id] = iter(range(len(PARTS)))
            await person.says("/deel")
        else:
            await person.says(self._question(UNFITTING if what == "unfitting" else FITTING))

    async def _share_on(self, person: Person) -> None:
        """Answer the open step: the tap that leads on where there is one, otherwise the next part."""
        for value in ("how:steps", "alike:apart", "preview:place"):
            found = _last(person, "1fp", value)
            if found is not None:
                if value == "preview:place":
                    del self._sharing[person.id]
                await person.forges(found[1], found[0])
                return
        part = next(self._sharing[person.id], None)
        if part is None:
            del self._sharing[person.id]
            await person.says("/help")
        else:
            await person.says(self._words(part))

    def _question(self, among: tuple[str, ...]) -> str:
        return "".join(self._chance.choice(words) for words in (BEFORE, among, AFTER))

    def _words(self, part: int) -> str:
        chosen = {name: self._chance.choice(words) for name, words in WORDS.items()}
        return self._chance.choice(PARTS[part]).format(**chosen)


Found = tuple[Message, str]


def _last(person: Person, prefix: str, ends: str = "") -> Found | None:
    """Return the button of this kind under the last message, as what it carries."""
    said = next((one for one in reversed(person.private.messages.values()) if one.from_bot), None)
    return _button(said, (prefix,), ends) if said else None


def _newest(person: Person, *prefixes: str) -> Found | None:
    """Return the newest button of one of these kinds that is not far back."""
    near = itertools.islice(reversed(person.private.messages.values()), 30)
    return next((found for one in near if one.from_bot and (found := _button(one, prefixes, ""))), None)


def _button(message: Message, prefixes: tuple[str, ...], ends: str) -> Found | None:
    for row in message.keyboard:
        for button in row:
            data = button.get("callback_data", "")
            if data.split(":")[0] in prefixes and data.endswith(ends):
                return message, data
    return None
