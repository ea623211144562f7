# Een tweede apparaat.

command-device = apparaat
    .about = Verder in de browser of op een ander apparaat

device-link =
    Met deze link ga je verder in de browser, of op een ander apparaat. Hij werkt één keer, vijf minuten lang. Geef hem aan niemand anders.

    { $url }
device-open = Open de chatpagina
device-out = Overal uitloggen
device-chat = Of ga verder in Telegram, als dezelfde persoon: { $url }

command-signout = uitloggen
    .about = Overal uitloggen

device-signed-out = { $here ->
    [0] Je bent in elke browser uitgelogd.
   *[other] Je bent in elke andere browser uitgelogd. Hier blijf je ingelogd: uitloggen doe je in het menu.
 }
device-welcome = { $name ->
    [0] Vanaf nu ken ik je hier ook. Typ gewoon waar je was.
   *[other] Vanaf nu ken ik je hier ook, { $name }. Typ gewoon waar je was.
 }
device-added = Je praat nu ook op een andere plek met mij, met de link die je net maakte. Was jij dat niet? Tik dan meteen hieronder.
device-not-me = Dat was ik niet
device-here-only = Alleen hier ken ik je nog. Overal anders ben je uitgelogd, en gemaakte links werken niet meer.
device-known-here = Hier ken ik je al. De link heb ik niet gebruikt.
