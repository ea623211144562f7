# What every conversation needs.

flow-stop = Stop
flow-back = Vorige stap
flow-resume = Ga verder
flow-resume-aside = Verder waar ik was
flow-stopped = Gestopt. Ik heb niets bewaard van wat je net typte.
flow-over = Dit is al klaar of gestopt. Ik heb niets veranderd.
flow-past = Die stap heb je al gehad. Ik heb niets veranderd.
flow-empty = Ik zie geen woorden in je bericht. Typ je antwoord, of kies een knop.
flow-choose = Kies een van de knoppen. Je mag de woorden ook typen.

old-button = Deze knop werkt niet meer. Ik heb niets veranderd. Typ gewoon wat je zoekt, of /help.
unknown-command = { $command } ken ik niet. Typ /help en je ziet wat wel kan.
nothing-said = Ik zie geen woorden in je bericht. Typ je vraag zoals je hem aan een collega zou appen.
edit-unread = Ik zie dat je een bericht hebt aangepast. Dat lees ik niet opnieuw. Stuur het nog een keer als nieuw bericht.
no-photo = Een foto bewaar ik niet, want er kan een bewoner herkenbaar op staan. Vertel je het in woorden?
no-voice = Een spraakbericht kan ik nog niet verstaan. Typ je het?
no-document = Een document bewaar ik niet, want er kunnen gegevens van bewoners in staan. Vertel je het in woorden?
no-other = Hier kan ik niets mee. Ik begrijp alleen woorden. Typ je het?
group-private = In een groep kan iedereen meelezen. Stuur mij liever een privébericht.
went-wrong = Er ging iets mis bij mij. Ik heb dit niet opgeslagen. Stuur het straks nog eens. Blijft het misgaan? Geef dan code { $code } door aan je beheerder.
unspeakable = Dit bericht kan ik niet laten zien. Typ /help en je ziet wat wel kan. Gebeurt het vaker? Geef dan code { $code } door aan je beheerder.
long-text-lost = Je lange bericht is niet goed aangekomen. Stuur het nog een keer.
maybe-twice = (Misschien zie je dit bericht twee keer.)
picture-about = <i>Op de foto: { $about }</i>

below =
    { $first }
    { $then }

# The guard.

guard-caught =
    Let op: ik zie { $what }. Dat bewaar ik niet, want je kunt er een persoon aan herkennen.
    Zo wordt het zonder:

    { $redacted }
guard-unsure =
    Kan iemand hier een bewoner of cliënt herkennen? Ik zie { $what }.
    Zo wordt het zonder:

    { $redacted }
guard-remove = Haal het weg
guard-keep = Is geen persoon
guard-edit = Zelf aanpassen
guard-type-again = Typ het nog een keer, zonder gegevens van personen.
name-letters = Daar zie ik geen letters in. Hoe heet diegene?
name-numbers = Alleen een naam, graag. Nummers en adressen waaraan je een persoon herkent bewaar ik niet.
guard-original-gone = Je oude tekst heb ik niet meer. Typ het nog een keer, dan kijk ik opnieuw.
guard-bsn = [bsn]
guard-iban = [rekeningnummer]
guard-phone = [telefoonnummer]
guard-email = [e-mailadres]
guard-address = [adres]
guard-postcode = [adres]
guard-birthdate = [geboortedatum]
guard-document = [documentnummer]
guard-plate = [kenteken]
guard-client-number = [cliëntnummer]
guard-name = [naam]
guard-unique-person = [persoon]
guard-bsn-long = een burgerservicenummer
guard-iban-long = een rekeningnummer
guard-phone-long = een telefoonnummer
guard-email-long = een e-mailadres
guard-address-long = een adres
guard-postcode-long = een postcode met huisnummer
guard-birthdate-long = een geboortedatum
guard-document-long = een documentnummer
guard-plate-long = een kenteken
guard-client-number-long = een cliëntnummer
guard-name-long = een naam
guard-unique-person-long = iets dat maar over één persoon kan gaan
answer-not-kept = (je antwoord: dat bewaar ik hier niet)

# Onder alles waar niemand om vroeg: waarom het komt, en hoe je minder krijgt.

unasked-round = Je krijgt deze vraag omdat je meedoet met Kopgroep. Meedoen mag, hoeft niet.
unasked-reminder = Dit is een herinnering. Antwoorden mag, maar hoeft niet.
unasked-digest = Je krijgt dit overzicht omdat het past bij het ritme dat je koos.
unasked-nudge = Je krijgt dit omdat het past bij je werk en je onderwerpen.
unasked-less = Minder
unasked-send-less = Minder sturen
unasked-pause = Pauze
unasked-stop = Stop
slow-down =
    Er komt nu te veel van je binnen, of steeds hetzelfde. Dit laatste heb ik niet gelezen.

    Wacht een halve minuut en stuur het dan nog een keer. Wat je al had ingevuld, staat er nog.
no-echo = Dat is een bericht van een bot, geen woorden van een collega. Ik doe er niets mee. Wil je een voorbeeld aan iemand laten zien? Open het en tik op Stuur door.
enough-together = Er komt vandaag heel veel binnen, van iedereen samen. Daarom kan dit nu niet. Vanaf middernacht kan het weer.
enough-share = Je deelde vandaag al { $most } voorbeelden. Dit staat nog klaar zoals je het schreef. Vanaf middernacht kun je het plaatsen.
enough-ask = Je stelde vandaag al { $most } vragen. Deze heb ik niet opgezocht. Vanaf middernacht kan het weer.
enough-report = Je meldde vandaag al { $most } voorbeelden. Is er nog een met gegevens van iemand erin? Vertel het je coördinator.
enough-thank = Je gaf vandaag al { $most } bedankjes. Morgen kan het weer.
enough-invite = Je maakte vandaag al { $most } links. Vanaf middernacht kan het weer. Moeten er veel mensen in? Een link voor deelnemers werkt voor iedereen.
