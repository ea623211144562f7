# Voorbeelden die op elkaar lijken, voor coördinatoren en verbinders.

command-doubles = dubbel
    .about = Voorbeelden die op elkaar lijken

doubles-none = Er zijn nu geen voorbeelden die op elkaar lijken.
doubles-count = { $count ->
    [one] Er is één paar dat op elkaar lijkt.
   *[other] Er zijn { $count } paren die op elkaar lijken. Dit is het eerste.
 }
doubles-pair = Twee voorbeelden lijken op elkaar: ‘{ $kept }’ en ‘{ $double }’. Gaan ze over hetzelfde?
doubles-and = En dit is het andere:
doubles-merge = Voeg samen
doubles-apart = Niet hetzelfde
doubles-later = Later
doubles-kept-apart = ‘{ $double }’ en ‘{ $kept }’ blijven apart. Ik vraag het niet meer.
doubles-put-off = Over { $days } dagen vraag ik weer of ‘{ $double }’ en ‘{ $kept }’ hetzelfde zijn.
doubles-gone = Hierover is al beslist, of een van de twee is veranderd. Ik heb niets veranderd.
