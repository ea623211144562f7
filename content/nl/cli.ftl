# The command line, for whoever runs the program.

cli-help = Kopgroep: collega's vertellen elkaar in een chat wat werkte.
cli-help-organisation = Organisaties: toevoegen, bekijken, hernoemen en weghalen.
cli-help-organisation-add = Voeg een organisatie toe.
cli-help-organisation-rename = Geef een organisatie een andere naam.
cli-help-organisation-remove = Haal een organisatie weg waar niemand in zit en waar niets van iemand in staat.
cli-help-new-name = De nieuwe naam.
cli-help-organisation-list = Laat alle organisaties zien, met werkgevers en teams.
cli-help-employer = Werkgevers in een organisatie.
cli-help-employer-add = Voeg een werkgever toe aan een organisatie.
cli-help-team = Teams in een organisatie.
cli-help-team-add = Voeg een team toe aan een organisatie.
cli-help-invite = Maak een link om mee te doen.
cli-help-examples = De startbibliotheek met verzonnen voorbeelden.
cli-help-examples-load = Zet de voorbeelden in een organisatie. Wat er al staat, blijft staan.
cli-help-examples-remove = Haal alle voorbeelden weer weg.
cli-help-import = Lees voorbeelden uit een bestand: CSV, Excel (.xlsx) of JSON per regel.
cli-help-import-file = Het bestand, met een kopregel in het Nederlands of Engels.
cli-help-keep-good = Neem de goede rijen over, ook als andere rijen niet kunnen.
cli-help-dry-run = Kijk alleen wat er zou gebeuren.
cli-help-redact = Haal gegevens van personen weg en neem de rij dan over.
cli-help-export = Schrijf de voorbeelden van een organisatie naar een bestand.
cli-help-export-format = Het soort bestand.
cli-help-export-out = Het bestand. Zonder: naar het scherm.
cli-help-export-hidden = Neem ook mee wat verborgen is.
cli-help-words = Leer woorden die hetzelfde betekenen uit een bestand: op elke regel een paar, met = ertussen.
cli-help-words-file = Het bestand met de paren.
cli-help-match = Kijk wat er bij een vraag gevonden wordt.
cli-help-question = De vraag, in gewone woorden.
cli-help-practices = Voorbeelden, één JSON per regel. Dan is er geen database nodig.
cli-help-queries = Vragen, één JSON per regel.
cli-help-match-out = Waar de uitkomst komt, één JSON per regel. Zonder dit: op het scherm.
cli-help-top = Hoeveel er hoogstens getoond worden.
cli-help-explain = Zeg ook waarom: welke woorden pasten, en welke als een ander woord gelezen zijn.
cli-help-check = Kijk of alles goed staat, en zeg wat niet.
cli-help-retention = Laat zien hoe lang gegevens bewaard worden, en wat instelbaar is.
cli-help-scrub = Schrijf de database opnieuw, zodat wat gewist is nergens meer te lezen is.
cli-scrubbed = De database is opnieuw geschreven.
cli-help-migrate = Werk de database bij naar deze versie van het programma.
cli-help-guard = Kijk wat de privacywacht vindt in een bestand met berichten.
cli-help-guard-in = Berichten, één JSON per regel: id, text en lang.
cli-help-guard-out = Waar de uitkomst komt, één JSON per regel.
cli-help-bench = Meet hoe snel het programma op deze computer is.
cli-help-bench-updates = Hoeveel berichten er per seconde beantwoord worden, naast kale bots van anderen.
cli-help-bench-latency = Hoe lang mensen wachten bij een vast aantal berichten per seconde.
cli-help-bench-start = Hoe snel het programma start met veel voorbeelden, en hoeveel geheugen dat kost.
cli-help-bench-matching = Hoe goed en hoe snel er gevonden wordt, naast zoekmachines van anderen; zonder --data op de eigen vragen van dit project.
cli-help-bench-data = Map met vragen van anderen (zie docs/matching.md).
cli-help-bench-tables = Wat er gemeten wordt, met komma's ertussen: own, goals, peers, refusal, ablation, speed.
cli-help-bench-most = Hoeveel vragen hoogstens van elke verzameling (0: allemaal).
cli-help-bench-search-peers = Met wie vergeleken wordt: all, of namen met komma's ertussen; leeg is niemand.
cli-help-bench-without = Wat er uit blijft, met komma's ertussen: spelling, compounds, cosine, translation, aliases.
cli-help-bench-sizes = Bij hoeveel voorbeelden de snelheid gemeten wordt, met komma's ertussen.
cli-help-bench-picture = Bestand (PNG) voor een plaatje van kwaliteit tegen tijd.
cli-help-bench-part = Welke helft van de vragen: held-out (nooit gebruikt om af te stellen) of tune.
cli-help-bench-guard = Hoeveel de privacywacht vindt, en hoe vaak hij voor niets waarschuwt.
cli-help-bench-invitations = Hoeveel mensen er binnenkomen als ze tegelijk één link voor één persoon openen.
cli-help-bench-redeemers = Hoeveel mensen de link openen.
cli-help-bench-processes = Over hoeveel processen ze verdeeld zijn.
cli-help-bench-what = Wat mensen doen: mix (wat ze echt sturen) of echo (één woord heen en terug).
cli-help-bench-people = Hoeveel mensen er tegelijk praten.
cli-help-bench-seconds = Hoe lang elke meting duurt.
cli-help-bench-rounds = Hoe vaak er om de beurt gemeten wordt.
cli-help-bench-database = Waarin het bewaard wordt.
cli-help-bench-mode = Hoe berichten binnenkomen.
cli-help-bench-peers = Met wie vergeleken wordt, met komma's ertussen: ptb, ptb-concurrent, aiogram.
cli-help-bench-rate = Hoeveel berichten er per seconde komen.
cli-help-bench-practices = Hoeveel voorbeelden er in de database staan.
cli-help-version = Laat zien welke versie dit is.
cli-help-debug = Laat bij een onverwachte fout zien waar het misging.
cli-help-name = De naam.
cli-help-in-organisation = De organisatie. Mag weg als er maar één is.
cli-help-language = De taal: nl of en.
cli-help-timezone = De tijdzone, zoals Europe/Amsterdam.
cli-help-region = De regio van de werkgever.
cli-help-size = Hoe groot de werkgever is, zoals klein, middel of groot.
cli-help-of-employer = De werkgever waar het team bij hoort.
cli-help-role = Wat iemand wordt.
cli-help-invite-team = Het team waar iemand in komt.
cli-help-invite-employer = De werkgever van wie de link gebruikt.
cli-help-uses = Hoe vaak de link werkt: een getal, of unlimited.
cli-help-expires = Hoe lang de link werkt: 30m, 24h, 7d of 2w.
cli-help-qr = Bewaar de link als QR-code in een bestand (.png of .svg).
cli-help-qr-terminal = Laat de link ook zien als QR-code op het scherm.
cli-help-migrate-to = De versie van de database. Zonder: de nieuwste.

cli-organisation-added = Organisatie { $name } staat erin.
cli-organisation-renamed = { $old } heet nu { $new }.
cli-organisation-removed = Organisatie { $name } is weg.
cli-organisation-last = Er is nu geen organisatie meer. Bij de volgende start maak ik er weer een om te proberen.
cli-organisation-in-use = Ik haal { $name } niet weg: er zijn { $members ->
    [one] 1 deelnemer
   *[other] { $members } deelnemers
 } en { $practices ->
    [one] 1 eigen voorbeeld
   *[other] { $practices } eigen voorbeelden
 }. Andere naam nodig? kopgroep organisation rename
cli-organisation-line = { $name } ({ $language }, { $timezone }): { $members ->
    [one] 1 deelnemer
   *[other] { $members } deelnemers
 }, { $practices ->
    [one] 1 voorbeeld
   *[other] { $practices } voorbeelden
 }
cli-employer-line = {"  "}werkgever { $name }
cli-team-line = {"  "}team { $name }
cli-team-line-of = {"  "}team { $name } ({ $employer })
cli-employer-added = Werkgever { $name } staat in { $organisation }.
cli-team-added = Team { $name } staat in { $organisation }.
cli-invited = Uitnodiging voor { $organisation }, als { $role }. Werkt { $uses ->
    [0] zo vaak als nodig
    [one] één keer
   *[other] { $uses } keer
 }, tot { $until }. Bewaar de link nu: ik laat hem maar één keer zien.
cli-invite-no-telegram = Telegram gaf geen antwoord, dus de link voor Telegram ontbreekt. Kijk met: kopgroep check
cli-invite-local = Let op: { $address } werkt alleen op deze computer of in dit netwerk. Zet PUBLIC_URL op het adres dat collega's kunnen openen.
cli-qr-written = De QR-code staat in { $file }.
cli-role-member = deelnemer
cli-role-coordinator = coördinator
cli-role-liaison = verbinder
cli-role-policy = beleid
cli-role-admin = beheer
cli-examples-loaded = { $count ->
    [0] Alle voorbeelden stonden al in { $organisation }.
    [one] 1 voorbeeld staat nu in { $organisation }.
   *[other] { $count } voorbeelden staan nu in { $organisation }.
 }
cli-examples-removed = { $count ->
    [0] Er stonden geen voorbeelden in { $organisation }.
    [one] 1 voorbeeld is weg uit { $organisation }.
   *[other] { $count } voorbeelden zijn weg uit { $organisation }.
 }
cli-import-reading = Lezen
cli-imported = { $count ->
    [0] Niets nieuws.
    [one] 1 voorbeeld staat er nu in.
   *[other] { $count } voorbeelden staan er nu in.
 }
cli-import-already = { $already ->
    [one] 1 voorbeeld stond er al in.
   *[other] { $already } voorbeelden stonden er al in.
 }
cli-import-dry = Proef: { $count ->
    [one] 1 voorbeeld zou erin komen
   *[other] { $count } voorbeelden zouden erin komen
 }, { $already ->
    [one] 1 staat er al in
   *[other] { $already } staan er al in
 }. Ik heb niets bewaard.
cli-import-nothing = { $count ->
    [one] 1 rij kan niet, dus ik heb niets bewaard.
   *[other] { $count } rijen kunnen niet, dus ik heb niets bewaard.
 } Met --keep-good neem ik de andere rijen wel over.
cli-exported = { $count ->
    [one] 1 voorbeeld staat in { $file }.
   *[other] { $count } voorbeelden staan in { $file }.
 }
cli-export-needs-out = Een Excel-bestand kan niet naar het scherm. Kies een bestand met --out.
cli-migrated = De database ging van { $before } naar { $after }.
cli-migrated-already = De database is al bij: { $after }.

# What goes wrong.

cli-stopped = Gestopt.
cli-no-organisation = Er is nog geen organisatie. Maak er een met: kopgroep organisation add NAAM
cli-which-organisation = Er zijn meer organisaties. Kies er een met --organisation: { $names }.
cli-unknown-organisation = Die organisatie ken ik niet. Ik ken: { $names }.
cli-unknown-employer = Die werkgever ken ik niet in deze organisatie. Ik ken: { $names }.
cli-unknown-team = Dat team ken ik niet in deze organisatie. Ik ken: { $names }. Maak het met: kopgroep team add NAAM
cli-team-elsewhere = Team { $team } hoort niet bij werkgever { $employer }.
cli-name-taken = { $name } bestaat al.
cli-empty-name = Geef een naam met letters.
cli-bad-language = --language moet nl of en zijn.
cli-bad-timezone = --timezone moet de naam van een tijdzone zijn, zoals Europe/Amsterdam.
cli-bad-uses = --uses moet een getal van 1 tot 100000 zijn, of unlimited.
cli-bad-expires = --expires moet een duur zijn van hoogstens een jaar, zoals 30m, 24h, 7d of 2w.
cli-qr-kind = --qr moet een bestand zijn dat eindigt op .png of .svg.
cli-cannot-write = { $file } kan ik niet schrijven: { $reason }.
cli-folder = De map { $folder } kan ik niet maken: { $reason }. Zet DATA_DIR op een map waar ik in mag schrijven.
cli-database-address = DATABASE_URL klopt niet. Het moet beginnen met sqlite:/// of postgresql:// en een goed adres zijn.
cli-database-newer = De database hoort bij een nieuwere versie ({ $version }) van Kopgroep. Installeer die versie.
cli-database-busy = De database is bezig met iets anders. Probeer het zo nog eens.
cli-database-away = De database geeft geen goed antwoord: { $reason }. Kijk met: kopgroep check
cli-system = Het systeem weigert: { $reason } { $file }
cli-unexpected = Er ging iets mis wat ik niet kende: { $what }. Met kopgroep --debug zie je meer.
cli-bad-setting = { $name } klopt niet: { $what }
setting-token = het moet eruitzien als 123456:ABC…, zoals @BotFather het gaf.
setting-web-address = het moet een webadres zijn, met http:// of https:// ervoor.
setting-language = het moet nl of en zijn.
setting-timezone = het moet de naam van een tijdzone zijn, zoals Europe/Amsterdam.
setting-log-level = het moet DEBUG, INFO, WARNING of ERROR zijn.
setting-keep-days = hier horen namen en dagen zoals lines=60, binnen wat kopgroep retention laat zien.
setting-secret-key = het moet minstens 32 tekens hebben.
setting-database = het moet beginnen met sqlite:/// of postgresql://
setting-secret-key-needed = met PostgreSQL is het nodig, voor elk proces hetzelfde.
setting-public-url-needed = voor TELEGRAM_MODE=webhook is het nodig, zodat Telegram ons vindt.
setting-embeddings-model-needed = met EMBEDDINGS_URL is het nodig, om te zeggen welk model gevraagd wordt.
setting-number = het moet een getal zijn.
setting-port = het moet een getal van 0 tot en met 65535 zijn.
setting-mode = het moet polling of webhook zijn.
setting-unfit = deze waarde past er niet.
cli-unknown-version = Die versie van de database ken ik niet. Ik ken: { $names }.
cli-no-such-option = De optie { $name } ken ik niet. Kijk met --help wat wel kan.
cli-no-such-command = Dat commando ken ik niet. Kijk met kopgroep --help wat wel kan.
cli-missing-parameter = { $name } ontbreekt. Kijk met --help wat nodig is.
cli-bad-parameter = { $name } klopt niet: { $what }.
cli-usage = Zo begrijp ik het niet: { $what }. Kijk met --help.

cli-bench-no-clone = Meten kan alleen in een kloon van de broncode: de tests horen daarbij, en die zijn hier niet geïnstalleerd.
cli-bench-missing = Om te meten ontbreekt het pakket { $name }. Zet ook de pakketten om te testen klaar: uv sync
cli-bench-unknown-peer = { $name } ken ik niet om mee te vergelijken. Kies uit: { $names }.
cli-bench-no-data = In { $folder } ontbreekt: { $names }.
cli-bench-needs-data = Daar zijn vragen van anderen voor nodig: geef een map met --data.
cli-bench-unknown-name = { $name } kan niet bij --{ $option }. Kies uit: { $names }.
cli-bench-no-aiogram = aiogram kon niet opgehaald worden. Daar zijn uv en internet voor nodig. Meet zonder: --peers ptb
cli-bench-no-postgres = PostgreSQL kan hier niet starten ({ $reason }).
cli-bench-silent = { $name } gaf niet op alles antwoord, dus er is niets gemeten ({ $reason }).
cli-bench-guard = { $language }: { $count } berichten. Bij { $personal } met gegevens van personen is bij { $recall } % alles gevonden. Bij { $clean } zonder is bij { $alarms } % voor niets gewaarschuwd. { $each } ms per bericht.
cli-bench-guard-kind = {"   "}{ $kind }: { $found } van { $count } gevonden, { $alarms } keer voor niets
cli-bench-invitations = { $database }: { $people } mensen openden één link, in { $processes } processen. Binnen: { $inside }. Deelnemers: { $members }. Geweigerd: { $refused }, met { $sentences } verschillende zinnen.
cli-bench-load = Drukte van de computer: { $load } bij { $cores } kernen. Boven 1 zeggen alleen de verhoudingen iets.
cli-bench-round = { $name }: { $speed } per seconde, { $cpu } ms rekentijd per bericht, wachten { $p50 } (p50), { $p95 } (p95), { $p99 } (p99) ms
cli-bench-median = Midden van { $name }: { $speed } per seconde ({ $least } tot { $most }), { $cpu } ms rekentijd per bericht
cli-bench-times = Kopgroep naast { $name }: { $speed } keer zoveel per seconde, { $processor } keer zoveel per seconde rekentijd
cli-bench-latency = { $rate } berichten per seconde, { $count } antwoorden. Wachten: { $p50 } (p50), { $p95 } (p95), { $p99 } (p99) ms
cli-bench-filling = Ik maak een database met { $count } voorbeelden. Dat telt niet mee.
cli-bench-start = { $count } voorbeelden: luistert na { $seconds } s, { $memory } MB geheugen, eerste vraag beantwoord in { $answer } ms
cli-bench-start-median = Midden bij { $count } voorbeelden: { $seconds } s, { $memory } MB, { $answer } ms
cli-bench-start-times = Vol tegenover leeg: { $times } keer zo lang

# Tabellen van "bench matching". Met een streepje ertussen: de namen van de kolommen.
cli-bench-own-next = Vragen in het { $asked } over kaarten in het { $cards } …
cli-bench-own-goals = Eigen vragen over de voorbeelden, in procenten. Tussen haakjes het interval van 95 %, en hoeveel van hoeveel.
    .columns = doel | minstens | held-out | tune
cli-bench-own-goal-found = Nederlandse vraag, de goede kaart bij de eerste drie
cli-bench-own-goal-answered = Nederlandse vraag waar een kaart voor is: er wordt iets getoond
cli-bench-own-goal-refused = Nederlandse vraag waar geen kaart voor is: er wordt niets getoond
cli-bench-own-goal-across = Engelse vraag over Nederlandse kaarten, de goede kaart bij de eerste drie
cli-bench-own-libraries = Taal van de vraag → taal van de kaarten ({ $part })
    .columns = vraag → kaarten | vragen | top-1 | top-3 | top-5 | iets getoond | als antwoord
cli-bench-own-styles = Hoe de vraag geschreven is, over Nederlandse kaarten ({ $part })
    .columns = stijl | nl vragen | nl top-3 | nl iets getoond | en vragen | en top-3 | en iets getoond
cli-bench-own-shared = Hoeveel woorden een Nederlandse vraag gemeen heeft met de goede kaart ({ $part })
    .columns = woorden | vragen | top-1 | top-3 | top-5 | iets getoond | als antwoord
cli-bench-own-refused = Vragen waar geen kaart voor is: uit het vak (near) of van elders (far) ({ $part })
    .columns = vraag → kaarten | soort | vragen | niets getoond | niet als antwoord
cli-bench-next = { $what }: { $name } …
cli-bench-goals = Doelen, in procenten ({ $part })
    .columns = verzameling | vragen | doel top-1 | top-1 | doel getikt | top-1 getikt | doel top-5 | top-5
cli-bench-peers = Top-1 / top-5 / MRR, gemiddeld over { $settings } ({ $part })
    .columns = systeem | clean | typo | keywords | typo+keywords
cli-bench-printed = * MiniLM is hier niet gemeten. Dit is elders afgedrukt, op een andere helft van dezelfde vragen.
cli-bench-peer-missing = { $name } is niet gemeten: het pakket { $package } is er niet.
cli-bench-settings = Top-1 per verzameling, goed getypt / met tikfouten
    .columns = systeem | stackfaq | stackfaq+a | covidfaq | covidfaq+a | banking77+a | clinc150+a | nlww
cli-bench-differences = Hoeveel punten vaker goed dan elk ander, alle vragen samen (95 %, { $draws } trekkingen)
    .columns = systeem | clean | typo | keywords | typo+keywords
cli-bench-refusal = Nee zeggen. AUROC, en: beantwoord / daarvan goed / ten onrechte beantwoord, bij drempels uit drie bronnen ({ $part })
    .columns = verzameling | vragen | AUROC | drempel uit deze vragen | uit de andere helft | uit de andere verzameling
cli-bench-ablation = Zonder elk onderdeel: top-1 gemiddeld over vijf verzamelingen (elk hoogstens { $most } vragen), en top-3 op eigen vragen
    .columns = zonder | clean | typo | keywords | typo+keywords | eigen nl → nl | eigen en → nl
cli-bench-speed-next = Snelheid bij { $practices } voorbeelden …
cli-bench-speed = Snelheid op één kern, in ms rekentijd. Drukte: { $load } bij { $cores } kernen.
    .columns = voorbeelden | p50 / p95 | getikt p50 / p95 | % gevonden | erbij + vraag erna | MB | laden s | eerste vraag ms
cli-bench-times-of-peers = Milliseconden voor de middelste vraag bij { $practices } voorbeelden, op de klok
    .columns = systeem | ms
cli-bench-picture = Het plaatje staat in { $file }.
cli-words-added = { $new ->
    [one] 1 paar toegevoegd
   *[other] { $new } paren toegevoegd
 }, { $known } stonden er al.
cli-words-line = Regel { $number } is overgeslagen: { $reason }
cli-words-left = { $count } paren passen er niet meer bij. Een organisatie heeft er hooguit { $most }.
