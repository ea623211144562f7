"""Sentences about people as colleagues type them, and what the guard finds in them; all made up."""

from __future__ import annotations

from typing import Final

from domain.guard import Kind

Found = tuple[Kind, str]

WITH: Final[tuple[tuple[str, tuple[Found, ...]], ...]] = (
    # Names
    ("mw. de V. wilde niet opendoen", ((Kind.name, "de V."),)),
    ("meneer Jansen had de post al twee jaar niet open", ((Kind.name, "Jansen"),)),
    ("meneer jansen belde elke dag", ((Kind.name, "jansen"),)),
    ("mevrouw El Amrani kwam met haar dochter", ((Kind.name, "El Amrani"),)),
    ("dhr Bakker wilde eerst koffie", ((Kind.name, "Bakker"),)),
    ("de familie Yilmaz kreeg een brief", ((Kind.name, "Yilmaz"),)),
    ("hij (Sjaak) doet pas open na drie keer", ((Kind.name, "Sjaak"),)),
    ("fatima had de brief niet gelezen", ((Kind.name, "fatima"),)),
    ("ik belde Mohammed en toen lukte het", ((Kind.name, "Mohammed"),)),
    ("Bij Fatima thuis keken we naar de post", ((Kind.name, "Fatima"),)),
    ("samen met Piet de Vries op pad", ((Kind.name, "Piet de Vries"),)),
    ("Sjaakie en Truusje van hiernaast", ((Kind.name, "Sjaakie"), (Kind.name, "Truusje"))),
    ("het meisje heet Roos en is veertien", ((Kind.name, "Roos"),)),
    ("cliënt Daan woont alleen", ((Kind.name, "Daan"),)),
    ("haar zoon jayden zat thuis", ((Kind.name, "jayden"),)),
    ("J. de Vries tekende de brief", ((Kind.name, "J. de Vries"),)),
    ("Jan-Willem deed open", ((Kind.name, "Jan-Willem"),)),
    ("de buurvrouw, Oksana, tolkte", ((Kind.name, "Oksana"),)),
    ("I sat down with Sharon Williams and her landlord", ((Kind.name, "Sharon Williams"),)),
    ("Mrs. Smith did not open the door", ((Kind.name, "Smith"),)),
    ("the boy is called Tesfay", ((Kind.name, "Tesfay"),)),
    # Where they live
    ("hij woont op de Kerkstraat 12", ((Kind.address, "Kerkstraat 12"),)),
    ("lange nieuwstraat 5b, derde bel", ((Kind.address, "nieuwstraat 5b"),)),
    ("aan de Dorpsweg nr 7 staat een schuur", ((Kind.address, "Dorpsweg nr 7"),)),
    ("she lives at 12 Baker Street", ((Kind.address, "12 Baker Street"),)),
    # Born
    ("geboren op 3 mei 1980 in het ziekenhuis", ((Kind.birthdate, "3 mei 1980"),)),
    ("geb. 12-03-1954", ((Kind.birthdate, "12-03-1954"),)),
    ("geboortedatum: 1 1 '62", ((Kind.birthdate, "1 1 '62"),)),
    ("date of birth 1990-04-05", ((Kind.birthdate, "1990-04-05"),)),
    # Papers
    ("zijn paspoort NPH3K7L82 was verlopen", ((Kind.document, "NPH3K7L82"),)),
    ("rijbewijsnummer 5432167890", ((Kind.document, "5432167890"),)),
    ("v-nummer 273.123.4567", ((Kind.document, "273.123.4567"),)),
    ("de auto met kenteken 12-ABC-3", ((Kind.plate, "12-ABC-3"),)),
    ("kenteken gx 123 b", ((Kind.plate, "gx 123 b"),)),
    ("cliëntnummer 449120", ((Kind.client_number, "449120"),)),
    ("client nr. 20-3391 was zoek", ((Kind.client_number, "20-3391"),)),
    ("zijn rekening eindigt op 782", ((Kind.client_number, "782"),)),
    # One person
    ("de enige imam in het dorp hielp mee", ((Kind.unique_person, "de enige imam in het dorp"),)),
    ("een 87-jarige weduwe uit Borne", ((Kind.unique_person, "een 87-jarige weduwe uit Borne"),)),
    (
        "the only wheelchair user in the street",
        ((Kind.unique_person, "the only wheelchair user in the street"),),
    ),
)

WITHOUT: Final[tuple[str, ...]] = (
    "meneer deed pas open na drie keer bellen",
    "mevrouw wil geen hulp. Ze zegt dat het goed gaat",
    "Beste collega, dit werkte bij ons",
    "in de wijk Overvecht gingen we met zijn tweeën langs",
    "de Jan van Galenstraat is lang en donker",
    "het Anna Ziekenhuis belde terug",
    "stichting Sint Maarten helpt met eten",
    "artikel 2.3 van de Wmo geldt hier",
    "we kregen 150 euro van het fonds",
    "op 12 mei 2025 begon de proef",
    "bel 112 als het mis gaat",
    "juni en juli zijn rustig, april is druk",
    "ik ben koos noch boos, ik vroeg het gewoon",
    "elke dag een rondje met de hond mee",
    "roos is een kleur en merel een vogel",
    "de enige oplossing in de wijk was praten",
    "halverwege 3 gesprekken stopten we",
    "onderweg 2 keer gestopt bij de winkel",
    "het schoolplein 4 keer per week open",
    "we waren er 24-7 mee bezig",
    "van 9-12 uur en van 13-17 uur open",
    "groep 7-8 van de basisschool deed mee",
    "plan B. De gemeente betaalt dan mee",
    "de zoon van de huurder tolkte",
    "een jongen van zestien zonder school",
    "zij heet hem welkom bij de deur",
    "her mother called us in the evening",
    "the client came back in May",
    "we met in the Market Hall on Tuesday",
    "a resident with debts called twice",
    "Wie kent een tolk Tigrinya?",
)
