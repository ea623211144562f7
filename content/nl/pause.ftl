# Even rust: een tijd niets krijgen waar je niet om vroeg.

command-pause = pauze
    .about = Een tijd niets krijgen, zoals: /pauze tot 12 mei

pause-until = Tot wanneer wil je rust? Kies, of typ een dag, zoals “12 mei” of “maandag”.
pause-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weken
 }
pause-unread = Die dag begrijp ik niet, of hij is al geweest. Typ hem zo: 12 mei. Een pauze duurt hooguit een jaar.
pause-begun = Goed, je krijgt niets van mij tot { $until }. Vanaf die dag begin ik vanzelf weer. Stel je zelf een vraag, dan krijg je gewoon antwoord.
pause-end = Stop de pauze
pause-ended = De pauze is voorbij. Je hoort weer van mij.
