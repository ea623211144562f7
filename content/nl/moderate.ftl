# Voorbeelden beheren: voor coördinatoren en verbinders.

command-reported = gemeld
    .about = Gemelde voorbeelden bekijken

moderate-none = Er staat nu geen melding open.
moderate-none-but-portraits = Er staan geen gemelde voorbeelden open. Er is wel een portret gemeld.
moderate-portraits = Portretten ({ $count })
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
moderate-keep-hidden = Laat verborgen
moderate-restored = Het voorbeeld is weer te zien. De maker en wie het meldde, horen dat van mij.
moderate-kept-hidden = Het voorbeeld blijft verborgen. De maker en wie het meldde, horen dat van mij.
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
moderate-apart = ‘{ $title }’ staat weer apart. Wie het handig vond, telt daar weer mee.

moderate-told-hidden =
    Je voorbeeld is verborgen: ‘{ $title }’.
    Een coördinator denkt dat het { $reason }. Je kunt het aanpassen. Vraag je coördinator dan om weer te kijken.
moderate-told-shown = Goed nieuws: je voorbeeld is weer te zien. Een coördinator heeft ‘{ $title }’ bekeken. Je hoeft niets te doen.
moderate-told-kept-hidden =
    Je voorbeeld blijft verborgen: ‘{ $title }’.
    Een coördinator heeft gekeken en denkt ook dat het { $reasons }. Je kunt het aanpassen. Vraag je coördinator dan om weer te kijken.
moderate-told-reporter-shown = Je melding is bekeken: het voorbeeld is weer te zien. Het ging om ‘{ $title }’. Dank je dat je oplette.
moderate-told-reporter-hidden = Je melding is bekeken: het voorbeeld is niet meer te zien. Het ging om ‘{ $title }’. Dank je dat je oplette.
moderate-told-merged =
    Een coördinator heeft je voorbeeld samengevoegd: ‘{ $title }’ leek veel op ‘{ $kept }’.
    Wie het jouwe handig vond, telt nu daar mee.
moderate-told-merged-unseen = Een coördinator heeft je voorbeeld samengevoegd: ‘{ $title }’ leek veel op een ander voorbeeld.
moderate-told-apart = Je voorbeeld staat weer apart: ‘{ $title }’. Wie het handig vond, telt daar weer mee.
