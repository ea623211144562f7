# What `kopgroep check` and `kopgroep match` say.

check-fine = Goed    { $what }
check-note = Let op  { $what }
check-wrong = Fout    { $what }
check-good = Alles staat goed.
check-bad = { $count ->
    [one] 1 ding staat niet goed.
   *[other] { $count } dingen staan niet goed.
 }
check-folder = In de map { $folder } kan ik schrijven.
check-folder-bad = In de map { $folder } kan ik niet schrijven: { $reason }. Geef mij die map, of zet DATA_DIR op een andere.
check-room = Er is { $free } MB vrij op de schijf.
check-room-bad = Er is nog maar { $free } MB vrij op de schijf. Maak ruimte: bij een volle schijf bewaar ik niets meer.
check-key-set = SECRET_KEY is gezet.
check-key = De geheime sleutel staat in { $file } en alleen de eigenaar kan hem lezen.
check-key-later = De geheime sleutel is er nog niet. Bij de eerste start maak ik hem in { $file }.
check-key-open = Anderen op deze computer kunnen de geheime sleutel lezen. Doe: chmod 600 { $file }
check-key-short = De geheime sleutel in { $file } is te kort. Haal het bestand weg, dan maak ik een nieuwe. De links van de eerste start veranderen dan.
check-key-unreadable = De geheime sleutel in { $file } kan ik niet lezen.
check-database = De database ({ $kind }) is bereikbaar en bij: { $version }.
check-database-empty = De database is nog leeg. Bij de eerste start maak ik de tabellen.
check-database-old = De database is van een oudere versie ({ $version }). Bij de volgende start werk ik hem bij.
check-database-writes = In de database kan ik schrijven.
check-database-slow = Schrijven in de database duurde { $seconds } seconden. Dat is traag.
check-database-bad = De database geeft geen goed antwoord: { $reason }. Kijk of hij aanstaat en of DATABASE_URL klopt.
check-clock = De klok loopt gelijk met de database.
check-clock-old = De klok van deze computer staat in { $year }. Zet hem goed, anders komt alles op het verkeerde moment.
check-clock-database = De klok van deze computer loopt { $seconds } seconden anders dan die van de database. Zet ze gelijk.
check-clock-telegram = De klok van deze computer loopt { $seconds } seconden anders dan die van Telegram. Zet hem gelijk.
check-address = Mensen vinden de chatpagina op { $address }.
check-address-none = PUBLIC_URL is niet gezet. De chatpagina werkt op { $address }, alleen op deze computer of in dit netwerk.
check-address-open = PUBLIC_URL is { $address }. Zonder https kan iedereen onderweg meelezen. Gebruik https.
check-address-webhook = PUBLIC_URL is { $address }. Voor TELEGRAM_MODE=webhook moet het een adres met https zijn dat Telegram kan bereiken.
check-telegram = Telegram kent deze bot als @{ $name }.
check-telegram-none = TELEGRAM_BOT_TOKEN is niet gezet. De bot werkt dan alleen in de browser.
check-telegram-token = Telegram kent dit TELEGRAM_BOT_TOKEN niet. Vraag bij @BotFather welk token klopt.
check-telegram-away = Telegram is niet te bereiken op { $address }: { $reason }. Kijk naar het netwerk en naar TELEGRAM_BASE_URL.

guard-done = { $count ->
    [one] 1 bericht
   *[other] { $count } berichten
 } bekeken, in { $caught } iets gevonden, { $each } ms per bericht, { $seconds } s bij elkaar, hoogstens { $memory } MB geheugen. De uitkomst staat in { $file }.
match-either = Geef een vraag, of geef --practices en --queries samen.
match-line = Regel { $number } van { $file } is geen JSON-object.
match-field = Regel { $number } van { $file } heeft geen goede { $field }.
match-twice = Regel { $number } van { $file } heeft een id dat al eerder stond.
match-nothing = In { $file } staan geen voorbeelden.
match-done = { $count ->
    [one] 1 vraag
   *[other] { $count } vragen
 } vergeleken met { $practices ->
    [one] 1 voorbeeld
   *[other] { $practices } voorbeelden
 }. De uitkomst staat in { $file }.
match-rate = { $rate } vragen per seconde, zonder het lezen van de bestanden.
match-question = Vraag: { $question }
match-outcome-answer = Dit zou de bot als antwoord geven:
match-outcome-unsure = De bot twijfelt en zou dit laten kiezen:
match-outcome-none = Hier past niets goed bij. De bot zou de vraag openzetten.
match-hit = { $place }. { $title } ({ $confidence })
match-why = {"   "}door: { $words }
match-word-repaired = { $asked } (gelezen als { $found })
match-word-translated = { $asked } (vertaald: { $found })
match-word-met = { $asked } → { $found }
