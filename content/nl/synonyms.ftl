# Woorden die hetzelfde betekenen, voor coördinatoren en verbinders.

command-words = woorden
    .about = Woorden die hetzelfde betekenen

synonyms-none = Hier staan nog geen woorden. Zeggen jullie iets anders dan wat er op de kaarten staat? Leer het mij, dan vindt iedereen het.
synonyms-list = { $count ->
    [one] Dit betekent hier hetzelfde:
   *[other] Dit betekent hier hetzelfde ({ $count } paren):
 }
synonyms-line = • { $term } = { $other }
synonyms-open = { $words }
synonyms-add = Voeg woorden toe
synonyms-more = Meer woorden
synonyms-another = Nog een paar
synonyms-all = Alle woorden
synonyms-how =
    Typ twee woorden met = ertussen. Bijvoorbeeld: <i>beslagvrije voet = leefgeld</i>
    Vraagt iemand naar het ene, dan zoek ik ook op het andere.
    Je kunt ook een hele lijst plakken, met op elke regel een paar. De talen mogen verschillen.
synonyms-no-form = Ik lees hier geen paar in. Typ twee woorden met één = ertussen.
synonyms-no-short = Een van de twee is te kort. Gebruik minstens twee letters.
synonyms-no-long = Een van de twee is te lang. Gebruik hooguit { $most } tekens.
synonyms-no-same = Links en rechts staat hetzelfde. Typ twee verschillende woorden.
synonyms-no-personal = Hier staat iets in waaraan je een persoon kunt herkennen. Laat dat weg.
synonyms-full = Er staan al { $most } paren. Haal er eerst een weg.
synonyms-added =
    Toegevoegd: { $term } = { $other }
    Het werkt meteen, voor iedereen in je organisatie.
synonyms-known = Dit paar staat er al: { $term } = { $other }
synonyms-added-list = { $count ->
    [0] Ik heb niets nieuws toegevoegd.
    [one] Eén paar toegevoegd. Het werkt meteen, voor iedereen in je organisatie.
   *[other] { $count } paren toegevoegd. Ze werken meteen, voor iedereen in je organisatie.
 }
synonyms-known-list = { $count ->
    [one] Eén paar stond er al.
   *[other] { $count } paren stonden er al.
 }
synonyms-left = { $count ->
    [one] Voor één paar was geen plaats.
   *[other] Voor { $count } paren was geen plaats.
 } Er passen er { $most }.
synonyms-unread = { $count ->
    [one] Eén regel kon ik niet gebruiken: regel { $lines }.
   *[other] { $count } regels kon ik niet gebruiken, zoals { $lines }.
 } Zet per regel twee woorden met = ertussen.
synonyms-one = Iedereen vindt hier hetzelfde met: { $term } = { $other }
synonyms-remove = Haal weg
synonyms-removed = Weggehaald: { $term } = { $other }
synonyms-gone = Dit paar staat er niet (meer). Ik heb niets veranderd.
