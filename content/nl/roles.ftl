# Wie hier een rol heeft, voor coördinatoren.

command-roles = rollen
    .about = Wie hier een rol heeft, en een rol afnemen
roles-head = Wie hier een rol heeft:
roles-line = { $number }. { $name }, { $role }
roles-planned = { $name } wordt { $role }: { $at }
roles-no-name = Iemand zonder naam
roles-take = Neem { $number } de rol af
roles-more = Meer mensen
roles-asked-more = { $name } opende een link en wordt { $role }: { $at }. Klopt dat niet? Houd het tegen, en vraag wie de link maakte. Wie de link niet maakte, kan het ook meteen goedvinden.
roles-asked-less = { $name } is straks geen coördinator meer: { $at }. Klopt dat niet? Houd het tegen. Wie het niet vroeg en wie het niet betreft, kan het ook meteen goedvinden.
roles-stop = Houd het tegen
roles-agree = Ik vind het goed
roles-given = { $name } heeft hier vanaf nu de rol: { $role }. Klopt dat niet? Kijk bij /rollen en /logboek.
roles-waits = Straks ben je hier ook { $role }: { $at }. De coördinatoren kunnen dat eerst nog bekijken. Tot dan kun je alles wat een deelnemer kan.
roles-lost = Je hebt hier geen extra rol meer. Wat je als deelnemer kunt, blijft.
roles-own = Je hebt je rol neergelegd. Wat je als deelnemer kunt, blijft.
roles-taken = { $name } is nu deelnemer, zonder rol.
roles-taken-later = { $name } is straks geen coördinator meer: { $at }. Alle coördinatoren weten ervan en kunnen het tot dan tegenhouden.
roles-gone = Die persoon heeft hier geen rol (meer). Ik heb niets veranderd.
roles-last = Er moet een coördinator blijven. Maak eerst iemand anders coördinator: /uitnodigen
roles-stopped = Ik heb het tegengehouden. Er verandert niets.
roles-stopped-told = { $name } hield een verandering van rol tegen.
roles-agreed = Goed, het is nu zo.
roles-over = Dat is al gebeurd, of al tegengehouden.
roles-not-you = Dit kan alleen iemand goedvinden die het niet vroeg en die het niet betreft. Tegenhouden kun je wel.
roles-exported = De beheerder van de server haalde { $count ->
    [one] één voorbeeld
   *[other] { $count } voorbeelden
 } uit jullie organisatie in een bestand. Weet je daar niets van? Vraag de beheerder ernaar.
