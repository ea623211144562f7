# Een bericht aan een groep, van een coördinator.

command-broadcast = bericht berichten
    .about = Stuur een bericht aan een groep
door-broadcast = Bericht aan groep

# Schrijven.

broadcast-what =
    Wat wil je sturen? Typ je bericht, hooguit { $most } tekens. Op een vergrendelde telefoon zie je alleen de eerste regel.

    Dit mag: *vet*, _schuin_ en een link. Noem geen bewoners. Een foto of pdf mag erbij: stuur die hier, nu of straks. In de browser: Menu, Foto of pdf meesturen.
broadcast-earlier = Eerdere berichten
broadcast-too-long = Dat zijn { $count } tekens. Er passen er { $most } in. Maak het korter en stuur het opnieuw.
broadcast-to-whom = Wie krijgt dit bericht?
broadcast-whose = Van wie komt dit bericht? Dat staat erboven, zodat iedereen het weet.
broadcast-voice-colleagues = Van collega's
broadcast-voice-policy = Van beleid
broadcast-which-button =
    Wil je een knop onder je bericht?
    • Gezien: je ziet later hoeveel mensen erop tikten, niet wie. Alleen bij een groep van 10 of meer.
    • Ik doe het: je ziet wie het doet. Dat staat er voor hen bij.
    • Een voorbeeld: de knop opent een voorbeeld.
    • Een rondje: de knop opent de vragen, voor wie ze nog niet had.
broadcast-asks-nothing = Geen knop
broadcast-asks-seen = Gezien
broadcast-asks-doing = Ik doe het
broadcast-asks-practice = Een voorbeeld
broadcast-asks-round = Een rondje
broadcast-practice-words = Welk voorbeeld? Typ een paar woorden die erin staan.
broadcast-which-practice = Welk voorbeeld is het? Staat het er niet bij? Typ dan andere woorden.
broadcast-no-practice = Daarmee vind ik geen voorbeeld dat iedereen mag zien. Probeer het met andere woorden.
broadcast-which-round = Naar welk rondje leidt de knop?
broadcast-round-line = { $number }. { $title }, open tot { $closes }
broadcast-round = Rondje { $number }
broadcast-no-round = Je hebt nu geen rondje dat open is. Kies een andere knop.

# Een foto of pdf erbij.

broadcast-photo = foto
broadcast-file-taken = Die gaat mee met je bericht. Wat erop of erin staat, bekijk ik niet: zorg dat er geen bewoner in te vinden is. Bij het eind kun je hem eraf halen.
broadcast-file-kind = Dit bestand kan niet mee. Wel een foto (jpg of png) of een pdf, hooguit { $most } MB. Van een ander document maak je eerst een pdf.
broadcast-file-too-big = Dit bestand is te groot: een foto of pdf mag { $most } MB zijn. Maak het kleiner en stuur het opnieuw.
broadcast-file-broken = Dit bestand kan ik niet openen. Stuur een andere foto of pdf, hooguit { $most } MB.
broadcast-file-acts = Deze pdf is op slot, of er zit iets in dat kan uitvoeren. Bewaar hem opnieuw als gewone pdf en stuur hem weer.
broadcast-file-gone = Het bestand is er niet meer. Kies hieronder Foto of pdf, en stuur het opnieuw.
broadcast-file-coming = Ik haal je bestand nog op. Typ het aantal over een paar tellen nog een keer.
broadcast-file-with = Erbij: { $name }
broadcast-file-apart = Je tekst is langer dan { $most } tekens. Op een telefoon staat het bestand dan in een los bericht eronder.
broadcast-file-send = Stuur je foto of pdf, hooguit { $most } MB. In de browser: Menu, Foto of pdf meesturen.
broadcast-file-other = Nu gaat { $name } mee. Stuur een andere foto of pdf (hooguit { $most } MB), of kies.
broadcast-file-keep = Zo laten
broadcast-file-none = Zonder bestand
broadcast-alt = Wat staat er op de foto? Typ één zin, voor wie hem niet kan zien.
broadcast-alt-long = Dat is lang. Eén zin van hooguit { $most } tekens is genoeg.
broadcast-when =
    Wanneer gaat het weg? Kies, of typ een dag en een tijd, zoals: donderdag 10:00.

    De volgende ochtend is { $morning }.
broadcast-now = Nu
broadcast-morning = Volgende ochtend
broadcast-no-moment = Die tijd begrijp ik niet, of hij is al voorbij. Typ het zo: morgen 10:00, of 3 december 14:00.

# Zeker weten.

broadcast-preview = Zo komt het aan:
broadcast-below = Knop eronder: { $label }
broadcast-below-practice = Knop eronder: Bekijk voorbeeld. Die opent ‘{ $title }’.
broadcast-below-round = Knop eronder: Naar het rondje. Die opent ‘{ $title }’. Alleen wie het rondje kreeg, kan antwoorden.
broadcast-summary =
    Aan: { $audience }. Wie niets wil ontvangen, krijgt het niet. Wie pauze heeft, krijgt het later of niet.
    Wanneer: { $moment }.
broadcast-at-once = meteen
broadcast-in-a-while = over 5 minuten
broadcast-pause-mass = Het zijn meer dan { $most } mensen. De andere coördinatoren horen het nu, en kunnen het minstens 5 minuten lang tegenhouden.
broadcast-pause-hours = Het is dan buiten werktijd. Iedereen krijgt het als die weer werkt. De andere coördinatoren horen het nu, en kunnen het minstens 5 minuten lang tegenhouden.
broadcast-sure = Klopt alles? Typ dan het aantal mensen: { $count }. Dan verstuur ik het. Iets veranderen? Kies hieronder.
broadcast-change-words = Tekst
broadcast-change-audience = Groep
broadcast-change-voice = Afzender
broadcast-change-asks = Knop
broadcast-change-file = Foto of pdf
broadcast-change-when = Moment
broadcast-not-sure = Ik heb niets verstuurd. Het zijn nu { $count } mensen: typ dat getal als je het zeker weet.
broadcast-crowded = Er gaan al { $most } berichten weg in dat uur. Meer is te veel. Kies een ander moment.
broadcast-begins = { $count ->
    [one] Ik stuur het nu naar een groep van 1 mens. Je ziet hier zo hoe het gaat.
   *[other] Ik stuur het nu naar een groep van { $count } mensen. Je ziet hier zo hoe het gaat.
 }
broadcast-planned = { $count ->
    [one] Klaar. Het gaat weg op { $at }, naar 1 mens. Tot dan kun je het nog tegenhouden of veranderen.
   *[other] Klaar. Het gaat weg op { $at }, naar { $count } mensen. Tot dan kun je het nog tegenhouden of veranderen.
 }
broadcast-told =
    { $name } stuurt op { $at } een bericht aan { $count } mensen. Klopt er iets niet? Houd het dan tegen.

    ‘{ $quote }’
broadcast-no-name = Een coördinator
broadcast-hold = Houd het tegen
broadcast-change = Verander het
broadcast-look = Bekijk
broadcast-held = Ik heb het tegengehouden. Verander wat je wilt, en verstuur het opnieuw.

# Hoe het gaat. Onder een bericht dat je krijgt staat ook een knop Stop: die maakt de bot stil.

broadcast-is-planned = Het bericht ‘{ $quote }’ gaat weg op { $at }, naar { $count ->
    [one] 1 mens
   *[other] { $count } mensen
 }.
broadcast-is-sending = Het bericht ‘{ $quote }’ gaat nu weg.
broadcast-is-done = Het bericht ‘{ $quote }’ is verstuurd.
broadcast-is-stopped = Het bericht ‘{ $quote }’ is gestopt. Wie het al had, houdt het.
broadcast-is-withdrawn = Het bericht ‘{ $quote }’ is tegengehouden. Niemand kreeg het.
broadcast-count-sent = Aangekomen: { $count } van { $total }
broadcast-count-waiting = Nog te gaan: { $count }. Wie niet werkt of net iets kreeg, krijgt het later.
broadcast-count-gone = Krijgt het niet: { $count }. Niet bereikbaar, of wil niets ontvangen.
broadcast-few = Dit is een kleine groep. Onder de { $least } mensen laat ik niet zien hoeveel het kregen. Wie niets wil ontvangen, houdt dat zo voor zich.
broadcast-count-failed = Mislukt: { $count }
broadcast-count-uncertain = Misschien aangekomen: { $count }
broadcast-count-cancelled = Niet meer verstuurd: { $count }
broadcast-count-seen = Gezien: { $count } of iets meer
broadcast-count-doing = Ik doe het: { $count } of iets meer
broadcast-lines =
    { $before }
    { $line }
broadcast-stop = Stop het bericht
broadcast-repeat = Stuur opnieuw
broadcast-doers = Wie doet het?
broadcast-doers-none = Nog niemand zei: ik doe het.
broadcast-doers-list =
    { $count ->
        [one] Eén collega doet het:
       *[other] { $count } collega's doen het:
    }
    { $names }
broadcast-over = Dit bericht is al klaar of gestopt. Ik heb niets veranderd.
broadcast-not-there = Dit bericht is er niet (meer). Ik heb niets veranderd.

# Eerdere berichten.

broadcast-none = Er zijn nog geen berichten aan een groep.
broadcast-list = { $count ->
    [one] Eén bericht aan een groep:
   *[other] { $count } berichten aan een groep, het nieuwste eerst:
 }
broadcast-line =
    { $number }. ‘{ $quote }’
    { $state }, { $at }. Aan { $audience }: { $count ->
        [one] 1 mens
       *[other] { $count } mensen
    }.
broadcast-state-planned = Gepland
broadcast-state-sending = Gaat weg
broadcast-state-done = Verstuurd
broadcast-state-stopped = Gestopt
broadcast-state-withdrawn = Tegengehouden
broadcast-open = Bericht { $number }
broadcast-more = Meer berichten
broadcast-new = Nieuw bericht

# Zo leest een collega het.

broadcast-from-colleagues =
    <b>Van collega's</b>
    { $words }
broadcast-from-policy =
    <b>Van beleid</b>
    { $words }
broadcast-doing-beforehand = Tik je op ‘Ik doe het’? Dan ziet de coördinator je naam.
broadcast-why-everybody = <i>Dit krijgt iedereen hier.</i>
broadcast-why-theme = <i>Je krijgt dit omdat je { $name } volgt.</i>
broadcast-why-team = <i>Je krijgt dit omdat je bij team { $name } hoort.</i>
broadcast-why-job = <i>Je krijgt dit vanwege je werk: { $name }.</i>
broadcast-why-role = <i>Je krijgt dit vanwege je rol: { $name }.</i>
broadcast-seen = Gezien
broadcast-doing = Ik doe het
broadcast-practice = Bekijk voorbeeld
broadcast-to-round = Naar het rondje
broadcast-seen-noted = Genoteerd: gezien. Wie dat zei, ziet niemand.
broadcast-doing-sure = Weet je het zeker? Dan ziet de coördinator je naam: { $name }.
broadcast-doing-yes = Ja, ik doe het
broadcast-doing-no = Toch niet
broadcast-doing-noted = Genoteerd: jij doet het. De coördinator ziet je naam.
