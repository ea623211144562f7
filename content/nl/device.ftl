# Een tweede apparaat.

command-device = apparaat
    .about = Verder in de browser of op een ander apparaat

device-link =
    Met deze link ga je verder in de browser, of op een ander apparaat. Hij werkt één keer, een kwartier lang. Geef hem aan niemand anders.

    { $url }
device-open = Open de chatpagina
device-out = Overal uitloggen
device-signed-out = Je bent in elke browser uitgelogd.
