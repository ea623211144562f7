# Changing a practice: its words, themes, name and readers.

part-title = Titel
part-situation = Wanneer
part-approach = Zo doe je het
part-result = Wat het gaf
part-limits = Let op
part-themes = Onderwerp
part-name = Naam
part-readers = Wie ziet dit?

parts-change = Wat wil je aanpassen?
parts-new-title =
    Typ de nieuwe titel. Begin met wat je doet, bijvoorbeeld ‘Bel eerst’.
    Nu staat er: { $now }
parts-new-situation =
    Wanneer doe je dit? Typ het opnieuw. Geen namen van bewoners.

    Nu staat er: { $now }
parts-new-approach =
    Hoe doe je het? Typ het opnieuw, zo dat een collega het morgen kan nadoen.

    Nu staat er: { $now }
parts-new-result =
    Wat gaf het? Typ het opnieuw. Een indruk is ook goed.

    Nu staat er: { $now }
parts-new-limits =
    Wanneer werkt het niet, of waar moet je op letten? Typ het opnieuw.

    Nu staat er: { $now }
parts-title-long = Die titel is te lang: { $length } tekens. Er passen er { $most } op de kaart. Ik heb niets veranderd.
parts-long = Dat is te lang voor één stuk: { $length } tekens. Er passen er { $most }. Ik heb niets veranderd. Kort je het in?
parts-limits-needed = Hier is één zin nodig. Zonder dit durft een collega het niet te proberen.

parts-themes = Waar gaat het over? Kies er hooguit { $most }.
parts-theme-on = ✓ { $theme }
parts-themes-full = Je hebt er al { $most }. Haal er eerst een weg.
parts-no-theme = nog geen
parts-done = Klaar

parts-name = Wil je dat je naam erbij staat? Collega's weten dan bij wie ze iets kunnen vragen.
parts-name-name = Ja, met naam
parts-name-job = Alleen mijn beroep
parts-name-nobody = Zonder naam

parts-readers = Wie mag dit zien?
parts-readers-gone = Met die groep kun je niet delen. Kies wie dit mag zien.
readers-team = Mijn team
readers-employer = Mijn werkgever
readers-organisation = Hele organisatie
