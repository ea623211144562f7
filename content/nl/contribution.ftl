# Mijn bijdrage.

command-contribution = bijdrage
    .about = Wat jij deelde en wat anderen ermee deden

contribution-about = Dit is jouw bijdrage. Alleen jij kunt dit opvragen. Je kunt het bijvoorbeeld meenemen naar je jaargesprek.
contribution-nothing = Er is nog niets om te laten zien. Deel iets, of vertel bij een voorbeeld hoe het ging.
contribution-make = Maak een PDF
contribution-file = Hier is je bijdrage als PDF. Ik stuur hem alleen naar jou.
contribution-title = Bijdrage van { $name }
contribution-made = Gemaakt op { $day }, met Kopgroep.
contribution-shared = { $count ->
    [one] <b>Eén voorbeeld gedeeld</b>
   *[other] <b>{ $count } voorbeelden gedeeld</b>
 }
contribution-practice = { $title }. { $told } { $useful ->
    [0] { "" }
    [one] Eén collega vond het handig.
   *[other] { $useful } collega's vonden het handig.
 }
contribution-untried = Nog niemand vertelde hoe het ging.
contribution-tried = { $count ->
    [one] <b>Eén voorbeeld van een collega geprobeerd</b>
   *[other] <b>{ $count } voorbeelden van collega's geprobeerd</b>
 }
contribution-trial = { $title }: { $outcome }.
contribution-lesson = { $title }: { $outcome }. Geleerd: ‘{ $line }’
contribution-thanks = { $count ->
    [one] <b>Eén bedankje gekregen</b>
   *[other] <b>{ $count } bedankjes gekregen</b>
 }
contribution-thanked = ‘{ $words }’
