# Rondjes: een paar vragen aan een groep, en wat ermee gebeurt.

command-round = rondje
    .about = Stel een groep een paar korte vragen
command-rounds = rondes rondjes
    .about = Jouw rondjes en wat je nog moet terugkoppelen

# Klaar om te stellen.

round-set-cooperation = Samenwerking
round-set-success = Succes van de maand
round-set-step = Welke stap kan weg
round-set-energy = Energie in je werk
round-set-own = Eigen vragen
round-ready-cooperation-1 = Hoe gaat de samenwerking met andere teams en organisaties?
round-ready-cooperation-1-option-1 = Heel goed
round-ready-cooperation-1-option-2 = Goed
round-ready-cooperation-1-option-3 = Redelijk
round-ready-cooperation-1-option-4 = Matig
round-ready-cooperation-1-option-5 = Slecht
round-ready-cooperation-1-option-6 = Heel slecht
round-ready-cooperation-2 = Waarop loopt het meestal vast?
round-ready-cooperation-2-option-1 = Te weinig tijd
round-ready-cooperation-2-option-2 = Te weinig mensen
round-ready-cooperation-2-option-3 = Regels
round-ready-cooperation-2-option-4 = Systemen
round-ready-cooperation-2-option-5 = Elkaar niet kennen
round-ready-cooperation-2-option-6 = Iets anders
round-ready-cooperation-3 = Wat zou jij als eerste veranderen?
round-ready-success-1 = Wat is jou deze maand gelukt?
round-ready-success-2 = Wat hielp daarbij het meest?
round-ready-success-2-option-1 = Een collega
round-ready-success-2-option-2 = Een leidinggevende
round-ready-success-2-option-3 = Genoeg tijd
round-ready-success-2-option-4 = Ruimte in de regels
round-ready-success-2-option-5 = Zelf doorzetten
round-ready-success-2-option-6 = Iets anders
round-ready-step-1 = Welke stap in je werk kan weg?
round-ready-step-2 = Waarom is die stap er nog?
round-ready-step-2-option-1 = Een regel van buiten
round-ready-step-2-option-2 = Een regel van ons
round-ready-step-2-option-3 = Het systeem
round-ready-step-2-option-4 = Verantwoording
round-ready-step-2-option-5 = Gewoonte
round-ready-step-2-option-6 = Weet ik niet
round-ready-energy-1 = Kreeg je deze week energie van je werk, of kostte het energie?
round-ready-energy-1-option-1 = Gaf heel veel
round-ready-energy-1-option-2 = Gaf veel
round-ready-energy-1-option-3 = Gaf een beetje
round-ready-energy-1-option-4 = Kostte een beetje
round-ready-energy-1-option-5 = Kostte veel
round-ready-energy-1-option-6 = Kostte heel veel
round-ready-energy-2 = Wat zou voor jou het meest schelen?
round-scale-1 = Heel goed
round-scale-2 = Goed
round-scale-3 = Redelijk
round-scale-4 = Matig
round-scale-5 = Slecht
round-scale-6 = Heel slecht
round-own = { $words }
round-option = { $words }
round-topic = { $words }
round-sender = { $words }
round-sender-usual = De coördinator

# Wie antwoordt.

round-asks =
    { $sender } wil iets van je weten: <b>{ $title }</b>. { $count ->
        [one] Eén korte vraag.
       *[other] { $count } korte vragen.
    }
round-asks-how = Je tik telt meteen en kan niet terug, want ik bewaar niet wie wat antwoordt. Op { $date } hoor je wat ermee gebeurt.
round-numbered = <b>{ $number } van { $count }.</b> { $question }
round-write = Schrijf je antwoord
round-write-how = Typ één of twee zinnen. Namen en nummers haal ik weg. Vanaf 8 antwoorden komt het zonder jouw naam bij de uitkomst.
round-skip = Sla over
round-decline = Niet voor mij
round-explain = Is dit anoniem?
round-explained =
    Ja. Dit doe ik met je antwoord:
    • Ik tel het op bij de rest. Ik bewaar niet wie wat antwoordde.
    • { $sender } ziet niet wie meedeed.
    • Cijfers toon ik pas na sluiting, en vanaf { $least } antwoorden. Zinnen vanaf { $comments }, door elkaar.
    • Wie de server beheert, kan zien dát je meedeed. Gebruik je Telegram, dan ziet Telegram wat je typt.
round-counted = Klaar, dank je.
round-thanks =
    Dank je, dit was het. Na { $closes } zie je wat eruit kwam.
    Op { $date } hoor je wat ermee gebeurt. { $sender } vertelt dat.
round-already = Deze vraag had je al gehad. Ik heb niets veranderd.
round-declined = Goed. Van dit rondje hoor je niets meer.
round-gone = Dit rondje is er niet (meer). Ik heb niets veranderd.
round-closed = Dit rondje is gesloten. Ik heb niets geteld.
round-reminds =
    Je hebt nog { $left ->
        [one] één vraag
       *[other] { $left } vragen
    } van het rondje <b>{ $title }</b>. Het sluit op { $closes }.
round-reminds-how = Op { $date } hoor je wat ermee gebeurt. Dit is mijn enige herinnering, voor iedereen die nog niet klaar is. { $sender } ziet niet wie dat zijn.

# De uitkomst.

round-outcome = Uitkomst van het rondje <b>{ $title }</b>: { $answered } van de { $invited } mensen deden mee.
round-outcome-few = Uitkomst van het rondje <b>{ $title }</b>: minder dan { $answered } van de { $invited } mensen deden mee.
round-outcome-question = <b>{ $question }</b>
round-line = • { $options }: { $share }
round-or = { $one } of { $other }
round-share = ongeveer { $percent }%
round-share-0 = (bijna) niemand
round-share-25 = ongeveer een kwart
round-share-50 = ongeveer de helft
round-share-75 = ongeveer driekwart
round-share-100 = (bijna) iedereen
round-hidden = Minder dan { $least } mensen antwoordden hierop. Dan laat ik niets zien.
round-pairs = Ik toon de antwoorden per twee. Zo kan niemand uitrekenen wat jij antwoordde.
round-not-told = Wat er gekozen is, toon ik hier niet. Anders kan iemand uitrekenen wie wat antwoordde.
round-before = Vorige keer: { $options }, { $share }.
round-part =
    Team { $teams } ({ $answered ->
        [one] 1 antwoord
       *[other] { $answered } antwoorden
    }):
round-team = { $name }
round-no-team = geen vast team
round-quote = • ‘{ $words }’
round-quotes-few = Minder dan { $least } mensen schreven iets. Dan laat ik geen zinnen zien.
round-quotes-there = { $count } mensen schreven iets. Lees het met de knop hieronder.
round-quotes-hidden = { $count ->
    [one] Een coördinator verborg één zin: { $why }.
   *[other] Een coördinator verborg { $count } zinnen: { $why }.
 }
round-hidden-names = je kon zien over wie het ging
round-hidden-hurts = het was kwetsend of bedreigend
round-hidden-resident = het ging over een inwoner
round-read-quotes = Lees de zinnen
round-read-quotes-of = Zinnen bij vraag { $number }
round-more-quotes = Meer zinnen
round-then = Op { $date } hoor je wat ermee gebeurt. { $sender } vertelt dat.
round-picture = { $title }: antwoorden uit een groep van { $invited } mensen
round-show-outcome = Alle uitkomsten

# Een zin verbergen die iemand schaadt.

round-held = Lees eerst de zinnen. De anderen krijgen de uitkomst op { $date }. Schaadt een zin iemand? Verberg hem dan voor die tijd.
round-hide = Verberg een zin
round-which-quote = Welke zin schaadt iemand? Kies hem, of typ er een paar woorden uit. Kritiek is geen reden om iets te verbergen.
round-quote-numbered = { $number }. ‘{ $words }’
round-hide-number = Zin { $number }
round-no-quote = Die zin vind ik niet, of ik vind er meer dan één. Kies een zin, of typ er een paar woorden uit.
round-which-why = Waarom verberg je hem? Iedereen ziet de reden.
round-hide-names = Wijst iemand aan
round-hide-hurts = Kwetst of bedreigt
round-hide-resident = Over een inwoner
round-hide-check = Deze zin verberg je: ‘{ $words }’ De reden: { $why }. Dit kan niet terug. Het komt in het logboek te staan.
round-hide-do = Verberg de zin
round-hidden-now = Verborgen. Vanaf nu leest niemand hem meer in de uitkomst. Wie hem al opvroeg, kan hem in zijn chat nog zien.
round-hidden-already = Die zin is al verborgen. Ik heb niets veranderd.

# Terugkoppeling.

round-feedback = Dit gebeurt er na het rondje <b>{ $title }</b>. Van: { $sender }.
round-you-said = <b>Jullie zeiden:</b> { $words }
round-we-will = <b>Dit doen we:</b> { $words } Klaar op { $date }.
round-we-wont = <b>Dit doen we niet:</b> { $words } Waarom niet: { $because }
round-we-wonder = <b>Dit weten we nog niet:</b> { $words } Antwoord op { $date }.
round-right = Klopt
round-not-right = Klopt niet
round-judged = Dank je, geteld. Wie wat vindt bewaar ik niet.
round-judged-already = Wat je ervan vindt had ik al geteld. Ik heb niets veranderd.
round-not-right-count = { $count } mensen vinden dat de terugkoppeling niet klopt.
round-write-back = Schrijf terug
round-ask-said = Wat zeiden ze? Vat het samen in één of twee zinnen. Iedereen die de vraag kreeg, leest dit.
round-ask-will = Wat doen jullie ermee? Schrijf wat er verandert.
round-ask-will-by = Wanneer is dat klaar? Kies een dag, of typ hem, zoals 16-12.
round-ask-wont = Wat doen jullie niet, ook al vroegen ze erom?
round-ask-because = Waarom niet?
round-ask-unknown = Wat weten jullie nog niet?
round-ask-unknown-on = Wanneer horen ze dat wel? Kies een dag, of typ hem, zoals 16-12.
round-nothing = Niets
round-no-answer-at-all = Dan staat er geen enkel antwoord. Schrijf wat je nog niet weet, en wanneer wel.
round-no-day = Die dag begrijp ik niet, of hij is voorbij. Typ hem zoals 16-12 of 16-12-2026.
round-feedback-check =
    Zo leest je groep van { $invited } mensen het. Na het versturen kun je het niet meer veranderen.
round-publish = Verstuur
round-published = Verstuurd aan de groep van { $invited } mensen. Dank je: zo weten ze dat meedoen zin heeft.
round-answered-already = Dit rondje heb je al teruggekoppeld. Ik heb niets veranderd.
round-not-closed = Dit rondje loopt nog. Schrijf terug als het gesloten is.

# Een rondje maken.

round-which-set = Waarover wil je iets weten? Kies een kant-en-klaar rondje, of stel eigen vragen.
round-which-topic = Waarover gaat het? Typ het in een paar woorden, zoals: het nieuwe formulier.
round-no-letters = Daar zie ik geen woorden in. Typ het nog een keer.
round-which-question = Typ vraag { $number }. Eén vraag, één zin.
round-which-kind = Hoe antwoorden ze?
round-kind-scale = Goed tot slecht
round-kind-choice = Eén uit een lijst
round-kind-open = In eigen woorden
round-which-options =
    Waaruit kunnen ze kiezen? Typ de keuzes met een streep ertussen. Bijvoorbeeld: <i>tijd / regels / systemen</i>
    Zet wat bij elkaar hoort naast elkaar.
round-no-options = Ik lees hier geen lijst in. Typ { $least } tot { $most } verschillende keuzes met een / ertussen, elk hooguit { $length } tekens.
round-another = Dat zijn { $count } van hooguit { $most } vragen. Nog een?
round-enough = Zo is het goed
round-one-more = Nog een vraag
round-whom = Wie wil je het vragen? Het getal is hoeveel mensen erin zitten. Het moeten er minstens 10 zijn. Wie niets wil ontvangen, krijgt de vraag niet.
round-which-sender = Namens wie vraag je het? Typ een functie of een team, geen naam. Dan weten ze waar hun antwoord naartoe gaat.
round-sender-usual-tap = De coördinator
round-which-rhythm = Hoe vaak wil je het vragen?
round-rhythm-once = Eén keer
round-rhythm-week = Elke week
round-rhythm-fortnight = Elke twee weken
round-rhythm-month = Elke maand
round-rhythm-quarter = Elk kwartaal
round-which-until = Tot wanneer komt het terug? Kies, of typ de laatste dag, zoals 30-6.
round-no-until = Die dag begrijp ik niet, of hij is voorbij. Typ hem zoals 30-6 of 30-6-2027.
round-months = { $months } maanden
round-which-days = Hoe lang kunnen ze antwoorden?
round-days = { $days } dagen
round-which-when = Wanneer begint het? De volgende werkdag is { $morning }. Kies, of typ een dag en een tijd, zoals 16-12 10:00.
round-when-now = Nu
round-when-morning = Volgende werkdag
round-no-moment = Dat moment begrijp ik niet, of het is voorbij. Typ het zoals 16-12 10:00.
round-which-split = Zal ik de uitkomst ook per team laten zien? Alleen voor teams met minstens { $least } mensen. Kleinere teams voeg ik samen.
round-split-no = Alle teams samen
round-split-yes = Ook per team
round-which-feedback = Wanneer horen ze wat je ermee doet? Zonder zo’n dag begint het rondje niet. Het sluit op { $closes }. Kies of typ een dag, uiterlijk { $last }.
round-date = { $date }
round-no-date = Die dag kan niet. Kies een dag na sluiting, en hooguit drie weken later. Typ hem zoals 16-12.
round-check = Zo ziet je rondje eruit. Voor { $whom }.
round-preview-options = Knoppen: { $options }
round-preview-open = Ze typen hun antwoord.
round-summary =
    • Begint: { $opens }
    • Sluit: { $closes }
    • Je koppelt terug: { $feedback }
    • Hoe vaak: { $rhythm }{ $until }
    • Uitkomst: { $split }
round-until-none = { "" }
round-until = , tot en met { $date }
round-opens-now = nu; iedereen krijgt het in werktijd
round-start = Start het rondje
round-adjust = Pas iets aan
round-which-adjust = Wat wil je aanpassen?
round-adjust-audience = Voor wie
round-adjust-feedback = Dag van terugkoppelen
round-adjust-sender = Namens wie
round-adjust-topic = Titel
round-adjust-when = Wanneer het begint
round-adjust-days = Hoe lang
round-adjust-rhythm = Hoe vaak
round-adjust-split = Per team
round-adjust-no = Niets, ga terug
round-no-few = In deze groep zitten minder dan { $least } mensen. Dan is een antwoord te makkelijk te raden. Kies een grotere groep.
round-no-overdue = Koppel eerst terug. Mensen wachten nog op wat je met je vorige rondje doet. Daarna kun je een nieuw rondje starten.
round-no-feedback = Zonder een dag waarop ze iets terughoren, begint een rondje niet.
round-no-again = Een keuzevraag hieruit is het laatste half jaar al aan mensen in deze groep gesteld. Twee uitkomsten naast elkaar verraden mensen. Stel een andere vraag, of maak er een rondje van dat terugkomt.
round-planned =
    Je rondje staat klaar voor { $whom }. Iedereen krijgt het in werktijd.
    Het sluit op { $closes }. Daarna krijgt iedereen dezelfde uitkomst. Op { $feedback } koppel jij terug.
round-mine = Mijn rondjes
round-new = Nieuw rondje

# Mijn rondjes.

rounds-none = Je hebt nog geen rondje gemaakt. Dat kost minder dan twee minuten.
rounds-list = Jouw rondjes. Je hoeft nu niets terug te koppelen.
rounds-debt = Je moet nog { $count ->
    [one] één rondje
   *[other] { $count } rondjes
 } terugkoppelen, het eerste uiterlijk { $date }.
rounds-debt-late = Mensen wachten op je terugkoppeling van { $count ->
    [one] één rondje
   *[other] { $count } rondjes
 }. Je beloofde de eerste voor { $date }.
rounds-left = Wie dit rondje maakte, is weg of is geen coördinator meer. Jij kunt terugkoppelen.
rounds-line = { $number }. <b>{ $title }</b>: { $standing }
rounds-open = Rondje { $number }
rounds-more = Meer rondjes
rounds-planned = begint op { $date }
rounds-running = loopt tot { $date }, { $answered } deed mee
rounds-owed = gesloten, koppel terug uiterlijk { $date }
rounds-overdue = te laat met terugkoppelen, dat was { $date }
rounds-answered = teruggekoppeld
rounds-one = Rondje <b>{ $title }</b>: { $standing }. { $invited ->
    [0] Nog niemand kreeg de vraag.
   *[other] De groep is { $invited } mensen. Wie antwoordde, laat ik niet zien.
 }
round-quarter-0 = minder dan een kwart
round-quarter-1 = ruim een kwart
round-quarter-2 = ruim de helft
round-quarter-3 = ruim driekwart
round-quarter-4 = iedereen
round-take-back = Trek in
round-end-series = Stop de reeks
round-taken-back = Ingetrokken. Niemand krijgt het.
round-series-ended = Gestopt. Het rondje komt niet meer terug.
round-not-opened = Het rondje <b>{ $title }</b> is niet begonnen. { $why }
round-comes-again = Het komt weer op { $date }.
round-missed = Het rondje <b>{ $title }</b> begon niet op { $day }. Het programma stond toen stil.
round-why-nobody = Wie het maakte, is weg of is geen coördinator meer. Wil je het toch vragen? Maak het dan opnieuw.
round-why-few = Er zitten nu minder dan 10 mensen in de groep.
round-why-overdue = Mensen wachten nog op de vorige terugkoppeling.
round-why-feedback = Er is geen dag waarop ze iets terughoren.
round-why-again = Een keuzevraag hieruit is het laatste half jaar al aan deze groep gesteld.
round-due = Mensen wachten op je terugkoppeling van het rondje <b>{ $title }</b>. Je beloofde die voor { $date }.
