# Het logboek, voor coördinatoren.

command-log = logboek
    .about = Wie stuurde of stopte iets, en wanneer
log-none = In het logboek staat nog niets.
log-head = Het logboek, het nieuwste eerst:
log-line = { $at }: { $who } { $what }.
log-somebody = de beheerder, of iemand die weg is,
log-more = Eerder
log-broadcast-confirmed = verstuurde een bericht aan { $count ->
    [one] 1 mens
   *[other] { $count } mensen
 }
log-broadcast-withdrawn = hield een bericht aan { $count ->
    [one] 1 mens
   *[other] { $count } mensen
 } tegen
log-broadcast-stopped = stopte een bericht aan { $count ->
    [one] 1 mens
   *[other] { $count } mensen
 }
log-broadcast-repeated = stuurde een bericht opnieuw aan wie het misschien niet kreeg
log-organisation-renamed = gaf deze organisatie een andere naam: { $old } werd { $new }
