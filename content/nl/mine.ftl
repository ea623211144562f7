# What I shared.

command-mine = mijn
    .about = Wat jij deelde, aanpassen of terugtrekken

mine-list = Dit heb jij gedeeld, het nieuwste eerst. Kies er een om het te bekijken of aan te passen.
mine-line =
    { $number }. <b>{ $title }</b>
    { $state } { $count ->
    [0] Nog niemand koos ‘Handig’.
    [one] Eén collega vond dit handig.
   *[other] { $count } collega's vonden dit handig.
 }
mine-team = Te zien voor je team.
mine-employer = Te zien voor je werkgever.
mine-organisation = Te zien voor je hele organisatie.
mine-withdrawn = Teruggetrokken: alleen jij ziet het.
mine-hidden = Verborgen tot een coördinator heeft gekeken.
mine-newer = Nieuwere
mine-older = Oudere
mine-empty = Je hebt nog niets gedeeld. Een kleine tip helpt vaak het meest.
mine-no-more = Meer heb je niet gedeeld.

mine-changed = Aangepast. Zo ziet je voorbeeld er nu uit:
mine-readers-changed = Aangepast. { $readers }

mine-withdraw-sure = Wil je het voorbeeld ‘{ $title }’ terugtrekken? Anderen zien het dan niet meer. Je kunt het later terugzetten.
mine-withdraw-yes = Ja, trek terug
mine-withdraw-no = Nee, laat staan
mine-withdrawn-now = Teruggetrokken: alleen jij ziet het voorbeeld ‘{ $title }’ nog.
mine-withdrawn-already = Dit voorbeeld is al teruggetrokken. Ik heb niets veranderd.
mine-on-show-already = Dit voorbeeld staat er al. Ik heb niets veranderd.
mine-with-coordinator = Dit voorbeeld is verborgen. Een coördinator kijkt er eerst naar. Aanpassen kan wel.
mine-back = Het voorbeeld ‘{ $title }’ staat er weer.
