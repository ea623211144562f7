# Bedanken.

thanks-words =
    Wat veranderde dit voor jou of een bewoner? Eén zin is genoeg. Geen namen van bewoners.
    Alleen de maker leest het.
thanks-long = Dat zijn { $length } tekens. Er passen er { $most }. Kort je het in?
thanks-show =
    Dit leest de maker: ‘{ $words }’
    Wil je dat je naam erbij staat?
thanks-with-name = Met mijn naam
thanks-without-name = Zonder naam
thanks-given = Dank je. De maker leest je bedankje, en verder niemand.
thanks-take-back = Haal terug
thanks-taken-back = Je bedankje is weg. Ik heb het niet bewaard.
thanks-gone = Dat bedankje heb ik niet (meer).
thanks-same = Voor dit voorbeeld bedankte je pas nog. Na een maand kan het weer.
thanks-heard =
    Een bedankje voor jou van { $who }, voor ‘{ $title }’:
    ‘{ $words }’
thanks-from = een collega
thanks-from-named = { $name }
thanks-see = Bekijk het
