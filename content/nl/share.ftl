# Sharing a practice.

command-share = deel
    .about = Deel wat bij jou werkte

share-how =
    Fijn dat je iets deelt! Hoe wil je het doen?
    Het duurt ongeveer twee minuten. Een kleine tip helpt vaak het meest.
share-in-one = In één bericht
share-in-steps = Stap voor stap
share-unfinished = Je was al iets aan het delen. Wil je daarmee verder?
share-unfinished-words = Wat je net typte, heb ik nog niet gelezen. Stuur het na ‘Begin opnieuw’ nog een keer.
share-afresh = Begin opnieuw

share-one =
    Vertel het zoals je het aan een collega vertelt. Bijvoorbeeld:
    <i>Bij … deed ik … Toen gebeurde … Let op …</i>

    Noem geen namen van bewoners. Ik maak er een kaart van. Jij kijkt die na voordat iemand hem ziet.
share-one-long = Dat is te lang voor één kaart. In elk stuk passen { $most } tekens. Ik heb niets veranderd. Kort je het in?

share-situation = { $number ->
    [0] Dit vond ik nog niet in je bericht. Wat was de situatie?
   *[other] { $number } van 4. Wat was de situatie?
 }
    Eén of twee zinnen is genoeg. Geen namen van bewoners.
share-approach = { $number ->
    [0] Dit vond ik nog niet in je bericht. Wat heb je gedaan?
   *[other] { $number } van 4. Wat heb je gedaan?
 }
    Schrijf het zo dat een collega het morgen kan nadoen.
share-result = { $number ->
    [0] Dit vond ik nog niet in je bericht. Wat leverde het op?
   *[other] { $number } van 4. Wat leverde het op?
 }
    Een indruk is ook goed. Zeg erbij hoe je dat weet.
share-limits = { $number ->
    [0] Dit vond ik nog niet in je bericht. Wanneer werkt dit níet, of waar moet je op letten?
   *[other] { $number } van 4. Wanneer werkt dit níet, of waar moet je op letten?
 }
share-limits-help =
    Bij wie zou je dit niet doen? Of wat kan er misgaan?
    Eén zin is genoeg. Die maakt dat een collega je voorbeeld vertrouwt.
share-too-little = Daar heeft een collega nog niet genoeg aan. Vertel het in een zin.
share-unknown = Weet ik niet
share-result-unknown = Dat weet ik nog niet.

share-alike = Er staat al een voorbeeld dat hierop lijkt:
share-alike-choice =
    Is dit hetzelfde? Dan tel ik jou erbij als iemand die dit handig vindt. Je eigen tekst bewaar ik dan niet.
    Is het toch anders? Dan komt jouw voorbeeld ernaast.
share-alike-own = Jij deelde al een voorbeeld dat hierop lijkt:
share-alike-own-choice =
    Is dit hetzelfde? Pas dat voorbeeld dan aan. Je nieuwe tekst bewaar ik dan niet.
    Is het toch anders? Dan komt dit ernaast.
share-alike-gone = Het voorbeeld dat hierop leek, is er niet meer. Je kunt dat van jou gewoon delen.
share-there = Tel mij daar mee
share-apart = Deel apart
share-see-that = Bekijk dat voorbeeld
share-added = Dank je wel! Ik heb je bij dit voorbeeld meegeteld.

share-preview = Zo ziet je kaart eruit. Klopt het?
share-settings =
    Te zien voor: { $readers }.
    Onderwerp: { $themes }.
share-readers-team = je eigen team
share-readers-employer = iedereen bij je werkgever
share-readers-organisation = iedereen in je organisatie
share-place = Plaats
share-change = Pas aan

share-done = Dank je wel! Je voorbeeld staat erbij. { $readers } kunnen het nu vinden. Typ /mijn en je ziet hoeveel collega's het handig vinden.
share-found-by-team = Collega's in je team
share-found-by-employer = Collega's bij je werkgever
share-found-by-organisation = Collega's in je organisatie
share-see = Bekijk mijn kaart
share-another = Nog een delen

share-forward = Je stuurt een bericht door. Is dit van jou?
share-forward-yes = Ja, ik wil het delen
share-forward-no = Nee
share-forward-question = Het is een vraag
share-forward-replaces = Kies je ja? Dan vervalt het voorbeeld waar je aan bezig was.
share-not-yours = Hier deel je alleen wat je zelf hebt gedaan. Misschien wil je collega dit zelf delen? Ik heb niets bewaard.

# The beginnings of words by which a text is about a theme; a long one also counts inside a compound.

share-words-debt = schuld aanmaning deurwaarder beslag krediet lening incasso geldzorg betaalregeling afbetal minnelijk wsnp budget beschermingsbewind bewindvoerder rekeningen
share-words-youth = jeugd jongere kind tiener puber school leerplicht spijbel opvoed ouder
share-words-neighbourhood = wijkteam buurt wijkagent huisbezoek keukentafel
share-words-wmo = wmo mantelzorg hulpmiddel rolstoel scootmobiel dagbesteding begeleiding traplift
share-words-work = uitkering bijstand sollicit werkgever werkzoekend reintegratie participatie baan vacature inkomen
share-words-counter = balie loket telefoon wachtrij formulier terugbel klantcontact
share-words-enforcement = handhav boete overtred toezicht controle waarschuwing bekeuring
share-words-housing = huur woning huisuitzetting ontruiming corporatie verhuurder dakloos onderdak
share-words-care_avoiders = zorgmijd vervuil verwaarloz verslaafd verward opendoe opendeed opengeda
share-words-safety = geweld agressie veilig dreig mishandel politie
share-words-language = taal laaggeletterd lezen tolk vertaal nederlands analfabeet
share-variant = Goed dat je het anders deed dan ‘{ $title }’. Vertel alleen wat bij jou anders was. De rest neem ik over, en dat kun je straks aanpassen.
share-done-differently = Een collega deed jouw ‘{ $title }’ op een andere manier, en deelde dat. Zo groeit wat jij begon.
