# Vragen stellen en antwoord krijgen.

command-ask = vraag
    .about = Stel een vraag

ask-invite = Waar loop je tegenaan? Typ het gewoon, zoals je het aan een collega zou appen. Noem geen namen van bewoners.
ask-hello = Hoi! Waar loop je tegenaan? Typ het gewoon, zoals je het aan een collega zou appen.
ask-thanks = Graag gedaan.
ask-fine = Goed. Zoek je iets? Typ dan gewoon je vraag.
ask-bye = Tot ziens. Ik ben hier als je iets zoekt.
ask-too-little = Hier kan ik nog niet mee zoeken. Typ je vraag in een paar woorden, zoals je hem aan een collega zou appen.
ask-left-out = Ik heb { $what } weggelaten. Dat bewaar ik niet, want je kunt er een persoon aan herkennen.
ask-long = Je bericht is lang. Ik heb alleen het eerste deel gelezen.

ask-why = Gevonden op: { $words }. Kijk zelf of het bij jouw situatie past.
ask-why-read = Gevonden op: { $words } ({ $read }). Kijk zelf of het bij jouw situatie past.
ask-why-like = Dit lijkt op je vraag. Kijk zelf of het bij jouw situatie past.
ask-word = { $word }
ask-read = je schreef <i>{ $asked }</i>, ik las { $found }
ask-helped = Dit hielp
ask-does-not-fit = Past niet
ask-good = Dank je. Wie dit ook zoekt, vindt het nu sneller.

ask-unsure =
    { $count ->
        [one] Ik weet het niet zeker. Bedoel je dit?
       *[other] Ik weet het niet zeker. Bedoel je een van deze?
    }
ask-something-else = Nee, iets anders

ask-none =
    Hier heb ik nog geen goed voorbeeld van. Ik wil je niets verkeerds vertellen.
    Je vraag staat nu open: ‘{ $question }’
    Coördinatoren zien open vragen, zonder je naam.
ask-unfit =
    Goed dat je het zegt. Je vraag staat nu open: ‘{ $question }’
    Coördinatoren zien open vragen, zonder je naam.
ask-share = Deel zelf iets

question-gone = Die vraag heb ik niet (meer). Typ hem gerust opnieuw.
question-withdraw = Vraag intrekken

ask-urgent-now =
    Is er nu gevaar? Bel 112.
    Gaat het om geweld thuis? Bel Veilig Thuis: 0800-2000, gratis, dag en nacht.
    Ben je zelf bedreigd? Vertel het ook meteen aan je leidinggevende.
    Ik ben een programma en niet bedoeld voor spoed.
ask-urgent-violence =
    Is er nu gevaar? Bel 112.
    Heb je zorgen over geweld thuis? Bel Veilig Thuis: 0800-2000, gratis, dag en nacht. Je hoeft geen naam te noemen.
    Overleg ook met je aandachtsfunctionaris.
    Ik ben een programma en niet bedoeld voor spoed.
ask-urgent-child =
    Is er nu gevaar? Bel 112.
    Heb je zorgen over een kind? Bel Veilig Thuis: 0800-2000, gratis, dag en nacht. Je hoeft geen naam te noemen.
    Overleg ook met je aandachtsfunctionaris.
    Ik ben een programma en niet bedoeld voor spoed.
ask-urgent-suicide =
    Is er nu gevaar? Bel 112 en laat de persoon niet alleen.
    Praten kan dag en nacht met 113: bel 113 of gratis 0800-0113. Dat geldt ook voor jou.
    Bel overdag ook de huisarts.
    Ik ben een programma en niet bedoeld voor spoed.
ask-got-help = Ik heb hulp
ask-anyway = Toch vraag stellen
ask-take-care = Goed dat er hulp is. Ik heb je vraag niet bewaard. Zorg ook voor jezelf: praat erover met een collega.
ask-people = { $count ->
    [one] Een collega vertelt hierover in een portret.
   *[other] { $count } collega's vertellen hierover in een portret.
 }
ask-person = Lees over { $name }
