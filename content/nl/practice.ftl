# One practice: its card and its link.

practice-gone = Dit voorbeeld kan ik je niet laten zien. Misschien is het er niet meer, of is het niet voor jouw groep.
practice-withdrawn = Je hebt dit voorbeeld teruggetrokken. Alleen jij ziet het nog.
practice-hidden = Dit voorbeeld is verborgen tot een coördinator heeft gekeken.
practice-link =
    Stuur deze link naar een collega:
    { $link }

    Daar staat het voorbeeld ‘{ $title }’. Alleen wie hier meedoet en het mag zien, krijgt het te zien.
practice-links =
    Stuur een van deze links naar een collega.
    In de chat: { $chat }
    In de browser: { $browser }

    Daar staat het voorbeeld ‘{ $title }’. Alleen wie hier meedoet en het mag zien, krijgt het te zien.
