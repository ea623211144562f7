# One practice: its card and its link.

practice-gone = Deze kaart kan ik je niet laten zien. Misschien is hij er niet meer, of is hij niet voor jouw groep.
practice-withdrawn = Je hebt deze kaart teruggetrokken. Alleen jij ziet hem nog.
practice-hidden = Deze kaart is verborgen. Een coördinator kijkt er eerst naar.
practice-link =
    Stuur deze link naar een collega:
    { $link }

    Hij opent de kaart '{ $title }'. Alleen wie hier meedoet en de kaart mag zien, krijgt hem te zien.
practice-links =
    Stuur een van deze links naar een collega.
    In de chat: { $chat }
    In de browser: { $browser }

    Ze openen de kaart '{ $title }'. Alleen wie hier meedoet en de kaart mag zien, krijgt hem te zien.
