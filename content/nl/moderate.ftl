# Voorbeelden beheren: voor coördinatoren en verbinders.

command-reported = gemeld
    .about = Gemelde voorbeelden bekijken

moderate-none = Er is nu niets gemeld dat nog open staat.
moderate-count = { $count ->
    [one] Er is één gemeld voorbeeld. Het is verborgen tot jij kiest.
   *[other] Er zijn { $count } gemelde voorbeelden. Ze zijn verborgen tot jij kiest.
 }
moderate-why = { $count ->
    [one] Gemeld sinds { $since }, omdat het { $reasons }.
   *[other] { $count } keer gemeld sinds { $since }, omdat het { $reasons }.
 }
moderate-reason-personal = persoonsgegevens bevat
moderate-reason-wrong = niet klopt
moderate-reason-unsafe = onveilig is
moderate-next = Volgende
moderate-restore = Laat weer zien
moderate-keep-hidden = Blijft verborgen
moderate-restored = Het staat weer aan. De maker en wie het meldde, horen dat van mij.
moderate-kept-hidden = Het blijft verborgen. De maker en wie het meldde, horen dat van mij.
moderate-done-already = Dit is al gedaan, of het staat er nu anders voor. Ik heb niets veranderd.
moderate-own = Dit is je eigen voorbeeld. Laat een andere coördinator ernaar kijken.

moderate-menu-published =
    Wat wil je doen met ‘{ $title }’?
    De maker hoort wat je kiest.
moderate-menu-hidden =
    ‘{ $title }’ is verborgen. Wat wil je doen?
    De maker hoort wat je kiest.
moderate-hide = Verberg
moderate-merge = Voeg samen
moderate-nothing = Niets doen
moderate-hide-why =
    Waarom verberg je ‘{ $title }’?
    De maker hoort de reden, en niet dat jij het was.
moderate-hidden = ‘{ $title }’ is verborgen. De maker hoort de reden van mij.
moderate-see = Bekijk

moderate-merge-which = Bij welk voorbeeld hoort ‘{ $title }’? Dat voorbeeld blijft. Staat het er niet bij? Typ dan een paar woorden eruit.
moderate-merge-words = Bij welk voorbeeld hoort ‘{ $title }’? Dat voorbeeld blijft. Typ een paar woorden die erin staan.
moderate-merge-not-found = Daarmee vind ik geen voorbeeld dat in de plaats kan komen. Het moet op zijn minst dezelfde lezers hebben.
moderate-merge-sure =
    Het voorbeeld hieronder blijft. ‘{ $double }’ gaat erin op:
    • Wie dat handig vond, telt hier mee. Niemand telt dubbel.
    • Oude links leiden hierheen.
    • De maker hoort het.
moderate-merge-yes = Voeg samen
moderate-merge-other = Kies een ander
moderate-merged = ‘{ $double }’ is opgegaan in ‘{ $kept }’. Er is niets kwijt.
moderate-unmerge = Maak ongedaan
moderate-apart = ‘{ $title }’ staat weer apart, met zijn eigen stemmen.

moderate-told-hidden =
    Je voorbeeld ‘{ $title }’ is verborgen.
    Een coördinator denkt dat het { $reason }. Je kunt het aanpassen. Vraag je coördinator dan om weer te kijken.
moderate-told-shown = Goed nieuws: je voorbeeld ‘{ $title }’ is bekeken en staat weer aan. Je hoeft niets te doen.
moderate-told-kept-hidden =
    Je voorbeeld ‘{ $title }’ is bekeken en blijft verborgen.
    Een coördinator denkt ook dat het { $reasons }. Je kunt het aanpassen. Vraag je coördinator dan om weer te kijken.
moderate-told-reporter-shown = Je meldde ‘{ $title }’. Een coördinator heeft gekeken en laat het weer zien. Dank je dat je oplette.
moderate-told-reporter-hidden = Je meldde ‘{ $title }’. Een coördinator heeft gekeken: het is niet meer te zien. Dank je dat je oplette.
moderate-told-merged =
    Je voorbeeld ‘{ $title }’ leek veel op ‘{ $kept }’. Een coördinator heeft ze samengevoegd.
    Wie het jouwe handig vond, telt nu daar mee.
moderate-told-merged-unseen = Je voorbeeld ‘{ $title }’ leek veel op een ander voorbeeld. Een coördinator heeft ze samengevoegd.
moderate-told-apart = Je voorbeeld ‘{ $title }’ staat weer apart, met zijn eigen stemmen.
