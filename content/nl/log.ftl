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
log-round-hidden = verborg een zin in de uitkomst van een rondje: { $why ->
    [names] je kon zien over wie het ging
    [resident] het ging over een inwoner
   *[hurts] het was kwetsend of bedreigend
 }
log-votes-counted = liet stemmen meetellen die ineens kwamen
log-votes-left-out = telde stemmen niet mee die ineens kwamen
log-organisation-renamed = gaf deze organisatie een andere naam: { $old } werd { $new }
log-program = het programma zelf
log-nudging-stopped = zette toesturen uit
log-nudging-started = zette toesturen weer aan
log-nudging-ended = stopte met toesturen: { $reason }
log-reason-stopped = te veel mensen stopten
log-reason-less = te veel mensen vroegen om minder
log-reason-energy = het kostte mensen energie
log-reason-small-group = een bericht ging over een te kleine groep
log-reason-effect = wie iets kreeg, probeerde minder
log-crisis-called = riep een crisisweek uit, tot { $until }
log-crisis-ended = beëindigde de crisisweek
log-team-told = noteerde dat op { $on } gezegd is dat dit niemand meet, in { $team }
log-team-untold = noteerde dat nog niet gezegd is dat dit niemand meet, in { $team }
log-no-team = mensen zonder team
log-nudging-begun = begon met voorbeelden sturen en meten of dat helpt, bij { $people ->
    [0] minder dan tien mensen
   *[other] { $people } mensen of meer
 }
log-number-changed = veranderde ‘{ $number }’ van { $old } in { $new }
log-uncertain-repeated = stuurde { $count } berichten opnieuw die misschien niet waren aangekomen
log-role-link-made = maakte een link voor een { $role }
log-role-asked = begon een verandering van rol, naar { $role }
log-role-stopped = hield een verandering van rol tegen, naar { $role }
log-role-given = veranderde een rol in { $role }
log-practices-exported = haalde { $count ->
    [one] één voorbeeld
   *[other] { $count } voorbeelden
 } in een bestand
