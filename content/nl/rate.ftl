# Handig, niet voor mij, en melden.

rate-useful = Dank je. Niemand ziet wat jij koos.
rate-not-useful = Ik heb je ‘Handig’ weggehaald.
rate-not-for-me = Bij jou komt dit nu als laatste. Alleen jij ziet dat.
rate-for-me = Goed. Ik laat dit weer gewoon zien.
rate-own = Dit is je eigen voorbeeld. Of het handig is, zeggen je collega's.

report-why =
    Wat is er met ‘{ $title }’?
    Ik verberg het meteen. Een coördinator kijkt ernaar. De maker hoort niet wie het meldde.
report-personal = Persoonsgegevens
report-wrong = Klopt niet
report-unsafe = Onveilig
report-not = Toch niet melden
report-none = Goed. Ik heb niets gemeld.
report-thanks = Dank je dat je oplet. Het voorbeeld is nu verborgen. Een coördinator kijkt ernaar, en je hoort wat eruit komt.
report-author =
    Je voorbeeld is even verborgen: ‘{ $title }’.
    Een collega vroeg zich af { $doubt }. Dat kan iedereen gebeuren.
    Een coördinator kijkt ernaar, en je hoort wat eruit komt. Je mag het zelf ook vast aanpassen.
report-doubt-personal = of er gegevens van een persoon in staan
report-doubt-wrong = of alles klopt
report-doubt-unsafe = of het veilig is
report-moderator =
    Gemeld en meteen verborgen: ‘{ $title }’.
    De reden: { $reason }.
    Kijk je ernaar? De maker weet dat het verborgen is.
report-look = Bekijk het
