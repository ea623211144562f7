# Vragen waar niets bij paste, voor coördinatoren en verbinders.

command-gaps = gaten open
    .about = Vragen waar niets bij paste

gaps-none = Er zijn nu geen open vragen.
gaps-count = { $count ->
    [one] Er is één open vraag. Wie het vroeg, laat ik niet zien.
   *[other] Er zijn { $count } open vragen. Wie ze vroeg, laat ik niet zien.
 }
gaps-question =
    Vraag { $number }, van { $at }:
    ‘{ $question }’
gaps-link = Koppel een voorbeeld
gaps-share = Deel een voorbeeld
gaps-solved = Dit is opgelost
gaps-elsewhere = Hoort hier niet
gaps-next = Volgende vraag
gaps-closed = Gesloten. Wie het vroeg, hoort dat van mij.
gaps-closed-already = Deze vraag staat niet (meer) open. Ik heb niets veranderd.
gaps-which = Welk voorbeeld past hierbij? Staat het er niet bij? Typ dan een paar woorden die erin staan.
gaps-which-words = Welk voorbeeld past hierbij? Typ een paar woorden die erin staan.
gaps-not-found = Daarmee vind ik geen voorbeeld dat de vrager mag zien. Probeer het met andere woorden.
gaps-sure =
    Bij de vraag ‘{ $question }’ stuur ik dit voorbeeld:
    <b>{ $title }</b>

    De vrager hoort niet dat jij het koppelde.
gaps-send = Stuur het
gaps-other = Kies een ander
gaps-linked = Gestuurd. De vraag is nu beantwoord.
gaps-told-example =
    Bij een vraag van jou past nu een voorbeeld: <b>{ $title }</b>.
    Je vroeg: ‘{ $question }’
gaps-open = Bekijk voorbeeld
gaps-told-solved =
    Je coördinator denkt dat een vraag van jou is opgelost. Is dat niet zo? Typ hem dan gerust opnieuw.
    Je vroeg: ‘{ $question }’
gaps-told-elsewhere =
    Je coördinator heeft een vraag van jou bekeken. Hier kunnen collega's er niet bij helpen, dus ik heb hem gesloten.
    Je vroeg: ‘{ $question }’
