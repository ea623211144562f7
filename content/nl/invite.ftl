# Uitnodigen: voor coördinatoren, en voor verbinders als het om deelnemers gaat.

command-invite = uitnodigen
    .about = Maak een link om mee te doen
command-invitations = uitnodigingen links
    .about = Links die nog werken

invite-who = Wie wil je uitnodigen? Een link voor deelnemers mag je doorsturen. De andere werken voor één persoon.
invite-role-member = Deelnemer
invite-role-coordinator = Coördinator
invite-role-liaison = Verbinder
invite-role-policy = Beleidslezer
invite-list = Links die werken
invite-usual =
    Zo maak ik de link:
    • Rol: { $role }
    • { $uses ->
        [0] Voor iedereen met de link
       *[other] Voor één persoon
      }
    • { $days ->
        [one] Werkt één dag
       *[other] Werkt { $days } dagen
      }
    • Geen vast team
invite-make = Maak de link
invite-choose = Zelf kiezen
invite-which-team = Bij welk team komen ze? Staat het er niet bij? Typ dan de naam, dan maak ik het team.
invite-team = { $name }
invite-no-team = Geen team
invite-team-letters = Daar zie ik geen naam in. Hoe heet het team?
invite-how-often = Voor wie is de link?
invite-everyone = Iedereen met de link
invite-one = Eén persoon
invite-how-long = Hoe lang moet de link werken?
invite-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
 }
invite-made =
    De link is klaar. Rol: { $role }.
    { $uses ->
        [0] Iedereen met de link kan meedoen.
       *[other] Eén persoon kan ermee meedoen.
    } { $days ->
        [one] Hij werkt één dag.
       *[other] Hij werkt { $days } dagen.
    } Bewaar hem: ik toon hem alleen hier.
invite-made-team = Team: { $team }
invite-browser = In de browser: { $url }
invite-telegram = In Telegram: { $url }
invite-qr-browser = QR voor browser
invite-qr-telegram = QR voor Telegram
invite-qr =
    Scan deze code om mee te doen als { $role }. Hij werkt tot { $until }.
    { $url }
invite-none = Er is nu geen link die werkt. Typ /uitnodigen om er een te maken.
invite-working = { $count ->
    [one] Eén link werkt nu:
   *[other] { $count } links werken nu:
 }
invite-line =
    { $number }. { $role }, { $team }
    { $left ->
        [0] Voor iedereen met de link.
       *[other] Voor één persoon.
    } { $used ->
        [0] Nog niet gebruikt.
        [one] Eén keer gebruikt.
       *[other] { $used } keer gebruikt.
    } Werkt tot { $until }.
invite-line-team = team { $team }
invite-line-no-team = geen vast team
invite-stop = Stop link { $number }
invite-more = Meer links
invite-stopped = Die link werkt niet meer. Wie er al mee binnenkwam, blijft.
invite-stopped-already = Die link werkt niet (meer). Ik heb niets veranderd.
