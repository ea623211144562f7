# De chatpagina in de browser: alles wat de pagina zelf zegt.

web-name = Kopgroep
web-skip = Naar het bericht dat je typt
web-menu = Menu
web-menu-signed-in = Je bent { $name }
web-profile = Mijn profiel
web-help = Hulp
web-device = Ook op een ander apparaat
web-sign-out = Uitloggen
web-import = Bestand importeren
web-attach = Foto of pdf meesturen
web-conversation = Gesprek
web-older = Eerdere berichten
web-to-newest = Naar de nieuwste berichten
web-nothing-older = Dit is het begin van je gesprek.
web-no-lines = Hier komt je gesprek. Typ gewoon je vraag, zoals je hem aan een collega zou appen.
web-box = Je bericht
web-placeholder = Typ je bericht …
web-send = Verstuur
web-privacy-hint = Noem geen namen of adressen van bewoners.
web-said-bot = Kopgroep zegt:
web-said-you = Jij zei:
web-sending = Wordt verstuurd …
web-not-sent = Niet verstuurd.
web-try-again = Probeer opnieuw
web-tap-failed = Dat lukte niet, want er is geen verbinding. Druk nog een keer op de knop.
web-offline = Geen verbinding. Ik blijf het proberen. Wat je typt, blijft staan.
web-online = Er is weer verbinding.
web-new-message = Nieuw bericht
web-too-long = Je bericht is te lang. Er passen { $most } tekens in. Je tekst staat er nog: maak hem korter, of stuur hem in delen.
web-left-over = Nog { $count } tekens.
web-signed-out = Je bent hier uitgelogd. Wat je typte staat er nog.
web-sign-in-again = Opnieuw inloggen
web-open-practice = Bekijk dit voorbeeld
web-picture = QR-code. De link staat ook in het bericht.
web-download = Download het bestand
web-to-chat = Naar je gesprek
web-back = Terug naar je gesprek
web-to-start = Naar het begin

web-paste-label = Heb je een link of code gekregen? Plak hem hier.
web-paste-button = Verder

web-entry =
    Kopgroep is een gesprek waarin collega's uit de uitvoering elkaar vertellen wat werkte.

    Je komt binnen met een link van je coördinator. Open die link op dit apparaat.

    Deed je al mee? Maak dan een inloglink op een apparaat waar je nog ingelogd bent: Menu, Ook op een ander apparaat.
    .title = Je hebt een uitnodiging nodig
web-expired =
    Je hebt hier uitgelogd, of deze browser 90 dagen niet gebruikt. Je gesprek is er nog.

    Maak op een apparaat waar je nog wel ingelogd bent een inloglink: Menu, Ook op een ander apparaat. Lukt dat niet? Vraag je coördinator om een nieuwe uitnodiging.
    .title = Je bent niet meer ingelogd
web-practice =
    Iemand deelde een voorbeeld uit Kopgroep met je. Je kunt het lezen als je meedoet.

    Je komt binnen met een link van je coördinator. Open daarna de link naar het voorbeeld nog een keer.
    .title = Dit voorbeeld is voor deelnemers
web-broken = De link is verlopen, al gebruikt, of niet helemaal meegekomen. Kopieer hem nog een keer, of vraag je coördinator om een nieuwe.
    .title = Deze uitnodiging werkt niet
web-link-used = Een inloglink werkt één keer, en hooguit vijf minuten. Maak een nieuwe op een apparaat waar je ingelogd bent: Menu, Ook op een ander apparaat.
    .title = Deze inloglink werkt niet meer
web-out = Op dit apparaat staat niets meer van je gesprek. Op je andere apparaten blijf je ingelogd.
    .title = Je bent uitgelogd
web-missing = Misschien is de link niet helemaal meegekomen, of bestaat dit niet meer.
    .title = Deze pagina is er niet
web-bad = De pagina stuurde iets wat ik niet kan lezen. Laad de pagina opnieuw en probeer het nog eens.
    .title = Dat begrijp ik niet
web-elsewhere = Ik heb niets gedaan, want het verzoek kwam van een andere plek. Ga terug naar je gesprek en probeer het daar.
    .title = Dit kwam niet van deze pagina
web-too-large = Er past hooguit 64 kB in één bericht, en 5 MB in een bestand. Er is niets verstuurd. Ga terug: je tekst staat er nog.
    .title = Dat is te veel in één keer
web-too-often = Er zijn vanaf deze plek te veel links geprobeerd die niet werken. Wacht een paar minuten en open je link dan nog een keer.
    .title = Even wachten
web-slow-down = Er komt nu te veel van je binnen, dus dit heb ik niet gelezen. Wacht een halve minuut en verstuur het dan nog een keer.
    .title = Even wachten
web-away = De database is niet bereikbaar. Er is niets opgeslagen en niets kwijt. Probeer het over een minuut nog eens. Blijft het zo? Geef dan code { $code } door aan je beheerder.
    .title = Ik kan er even niet bij
web-broke = Ik heb niets opgeslagen. Probeer het straks nog eens. Blijft het misgaan? Geef dan code { $code } door aan je beheerder.
    .title = Er ging iets mis bij mij

web-join-title = Doe mee met Kopgroep
web-join-organisation = Je bent uitgenodigd door { $organisation }.
web-join-role = Je doet mee als { $role }.
web-join-what = In Kopgroep vertellen collega's uit de uitvoering elkaar wat werkte. Je stelt een vraag in je eigen woorden, of deelt iets waar een ander wat aan heeft.
web-join-free = Meedoen is vrijwillig. Je leest eerst wat ik van je bewaar. Daarna kies je zelf.
web-join-name = Je voornaam
web-join-name-why = Zo spreek ik je aan. Bij wat je deelt, kies je zelf of je naam erbij staat.
web-join-name-missing = Vul je voornaam in. Dan weet ik hoe ik je mag noemen.
web-join-language = Taal van het gesprek
web-join-button = Begin
web-join-already = Je bent hier al ingelogd als { $name }. Kreeg je deze link voor een andere rol? Gebruik dan de uitnodiging.
web-join-already-use = Gebruik de uitnodiging
web-join-already-other = Ben je iemand anders? Log dan eerst uit.

web-device-title = Ook op een ander apparaat
web-device-how = Scan deze code met het andere apparaat, of open daar de link. Je ziet er hetzelfde gesprek.
web-device-once = Een link werkt één keer, { $minutes } minuten lang. Geef hem niet aan een ander: wie hem opent, komt in jouw gesprek.
web-device-chat = Of ga verder in Telegram, als dezelfde persoon
web-device-picture = QR-code met de inloglink
web-device-link = De link

web-import-title = Voorbeelden uit een bestand
web-import-how =
    Een tabel uit Excel, of als CSV, van hooguit { $most } MB. Nodig zijn de kolommen: situatie, aanpak, resultaat, let op.

    In je gesprek hoor je daarna wat erin kan en wat niet. Pas als jij het zegt, komen de voorbeelden erin.
web-import-file = Je bestand
web-import-button = Lees het bestand
web-import-none = Kies eerst een bestand.
web-import-privacy = Het bestand zelf bewaar ik niet. Na hooguit een kwartier is het weg.

web-attach-title = Foto of pdf bij je bericht
web-attach-how = Begin eerst je bericht in het gesprek: typ /bericht. Kies daarna hier een foto (jpg of png) of een pdf, hooguit { $most } MB.
web-attach-file = Je foto of pdf
web-attach-button = Stuur mee
web-attach-privacy = Uit een foto haal ik waar en wanneer hij gemaakt is. Zorg dat er geen bewoner op staat. Na 90 dagen is het bestand weg.

web-in-title = Inloggen op dit apparaat
web-in = Je gaat hier verder als { $name }. Je gesprek staat dan ook op dit apparaat.
web-in-button = Log hier in

web-signout-title = Wil je hier uitloggen?
web-signout = Terugkomen kan met een inloglink. Die maak je op een apparaat waar je nog ingelogd bent. Is dit je enige apparaat? Maak dan eerst een inloglink voor een ander apparaat.
web-signout-button = Log uit
web-signout-link = Maak een inloglink

web-parting-title = Kopgroep
