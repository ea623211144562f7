# Een collega voordragen.

command-nominate = voordragen
    .about = Noem een collega die het verschil maakt

nominate-who =
    Welke collega maakt het verschil voor bewoners? Typ de naam, zoals die collega hier heet.
    Ik vraag het eerst aan die collega zelf. Zonder ja gebeurt er niets.

    Of iemand met die naam hier meedoet, zeg ik niet, ook niet tegen jou. Wil je zeker zijn? Kies dan ‘Draag voor’ onder een voorbeeld met de naam erop.
nominate-self = Zo heet jij. Welke collega wil je voordragen?
nominate-empathy =
    Vertel één moment waarop { $name } er echt was voor iemand. Eén of twee zinnen.
    Geen namen van bewoners.
nominate-enterprise =
    En één moment waarop { $name } iets in gang zette, of het anders deed dan anders.
    Eén of twee zinnen.
nominate-long = Dat zijn { $length } tekens. Er passen er { $most }. Kort je het in?
nominate-kind = Wat past het best bij deze collega? Die mag het straks zelf anders kiezen.
nominate-unknown = Weet ik niet
nominate-sure =
    Dit leest { $name }, zonder jouw naam:
    ‘{ $empathy }’
    ‘{ $enterprise }’

    Zal ik het doorgeven? Daarna kan het niet meer terug. Wie het vertelde, bewaar ik niet.
nominate-yes = Geef het door
nominate-done =
    Dank je dat je iemand noemde.
    Ik vraag het die collega zelf, hooguit één keer per jaar. Wat die kiest, hoor je van mij niet. Zo is nee zeggen net zo makkelijk als ja.
nominate-enough = Je noemde deze maand al { $most } collega's. Volgende maand kan het weer.
