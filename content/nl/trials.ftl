# Voornemen, proberen, vertellen.

command-pledges = voornemens
    .about = Wat je wilt proberen

trials-own = Dit is je eigen voorbeeld. Hoe het bij anderen gaat, vertellen je collega's.
trials-see = Bekijk het
trials-more = Meer

trials-when =
    Mooi, ‘{ $title }’ staat bij je voornemens. Alleen jij ziet dat.
    Wanneer doe je dit? Met een vast moment lukt het vaker.
trials-when-today = Vandaag
trials-when-week = Deze week
trials-when-next = Volgende week
trials-when-unknown = Weet ik nog niet
trials-moment-today = vandaag
trials-moment-week = deze week
trials-moment-next = volgende week
trials-moment-unknown = nog geen moment
trials-pledged =
    Genoteerd: ‘{ $title }’, { $moment }.
    Op { $day } vraag ik één keer hoe het ging. Nee is dan ook een goed antwoord.
trials-add-plan = Maak een plan
trials-ask-never = Vraag niet na
trials-not-asked = Goed, ik vraag er niet naar. ‘{ $title }’ blijft bij je voornemens staan.
trials-unpledged = Goed. ‘{ $title }’ staat niet meer bij je voornemens. Niemand hoort hiervan.
trials-no-pledge = Dit staat niet (meer) bij je voornemens. Ik heb niets veranderd.
trials-told-already = Je vertelde al hoe dit ging. Dat kun je altijd veranderen.

trials-plan =
    Maak de zin af: ‘Als …, dan ga ik …’. Geen namen van bewoners.
    Bijvoorbeeld: ‘Als iemand een tas met post meebrengt, dan maak ik drie stapels.’
trials-plan-long = Dat zijn { $length } tekens. Er passen er { $most }. Kort je het in tot één zin?
trials-planned = Dit is je plan: ‘{ $plan }’. Alleen jij ziet het.

trials-pledges = Dit wil je proberen. Alleen jij ziet deze lijst. Tik op een titel om te vertellen hoe het ging.
trials-line = <b>{ $title }</b>: { $moment }
trials-line-plan = <b>{ $title }</b>: { $moment }. Je plan: ‘{ $plan }’
trials-no-pledges = Je hebt nu geen voornemens. Kies bij een voorbeeld ‘Ik ga dit proberen’.

trials-follow-up =
    Je wilde ‘{ $title }’ proberen. Is het ervan gekomen?
    Nee is ook goed.
trials-done = Ja, gedaan
trials-not-yet = Nog niet
trials-not-for-me = Past niet bij mij
trials-asked-later = Geen probleem. Op { $day } vraag ik nog één keer naar ‘{ $title }’. Daarna niet meer.
trials-let-rest = Geen probleem. Ik vraag niet meer naar ‘{ $title }’. Vertellen hoe het ging, kan altijd.
trials-dismissed = Goed om te weten. ‘{ $title }’ komt bij jou nu als laatste. Alleen jij ziet dat.

trials-how =
    Fijn dat je ‘{ $title }’ probeerde. Werkte het?
    De maker hoort wat je kiest, zonder je naam.
trials-said-before = Eerder zei je: { $outcome }. Wat je nu kiest, komt daarvoor in de plaats.
trials-worked = Ja, goed
trials-partly = Deels
trials-did_not = Nee
trials-too_early = Weet ik nog niet
trials-outcome-worked = Werkte
trials-outcome-partly = Werkte deels
trials-outcome-did_not = Werkte niet
trials-outcome-too_early = Nog te vroeg
trials-early = Goed. Vertel het later bij ‘{ $title }’, als je het wel weet.
trials-take-back = Haal alles weg
trials-taken-back = Weg is wat je over ‘{ $title }’ vertelde. Ik heb het niet bewaard.

trials-line-worked =
    Dank je, dat telt meteen mee.
    Wat deed je precies? Eén zin helpt de volgende collega. Geen namen van bewoners.
trials-line-partly =
    Dank je, dat telt meteen mee.
    Wat werkte wel, en wat niet? Eén zin helpt de volgende collega. Geen namen van bewoners.
trials-line-did_not =
    Dank je, dat telt meteen mee. Hier leert iedereen van.
    Waardoor werkte het niet? Eén zin helpt de volgende collega. Geen namen van bewoners.
trials-line-long = Dat zijn { $length } tekens. Er passen er { $most }. Kort je het in?
trials-skip = Overslaan
trials-skipped = Goed, je keuze telt mee. Van wat je typte, heb ik niets bewaard.
trials-obstacle = Kwam er iets tussen?
trials-obstacle-time = Geen tijd
trials-obstacle-orders = Andere opdracht
trials-obstacle-norm = Productienorm
trials-obstacle-none = Nee
trials-hindered-time = Er was geen tijd.
trials-hindered-orders = Er lag een andere opdracht.
trials-hindered-norm = De productienorm zat in de weg.
trials-show =
    Zo lezen collega's het: ‘{ $line }’
    Wil je dat je naam erbij staat?
trials-without-name = Zonder naam
trials-with-name = Met mijn naam
trials-was-question = Het was een vraag
trials-line-kept = Dank je. De maker en je collega's lezen het nu.

trials-side-helps = Nog vier korte vragen, als je wilt. Helpt het bewoners?
trials-side-careful = Is het zorgvuldig?
trials-side-support = Is er steun voor, bij collega's en leiding?
trials-side-lasting = Kun je het volhouden?
trials-degree-yes = Ja
trials-degree-partly = Deels
trials-degree-no = Nee
trials-enough = Genoeg zo
trials-side-kept = Dank je.
trials-try-first = Die vraag is voor wie het probeerde. Heb je het gedaan? Vertel dan eerst hoe het ging.

trials-experiences = Ervaringen met <b>{ $title }</b>
trials-nobody-told = Nog niemand vertelde hoe het ging.
trials-bar = { $bar } { $about }: { $yes } ja, { $partly } deels, { $no } nee
trials-about-helps = Helpt bewoners
trials-about-careful = Zorgvuldig
trials-about-support = Steun
trials-about-lasting = Vol te houden
trials-quoted = <b>{ $outcome }</b>, zegt { $who }: ‘{ $line }’
trials-quoted-obstacle = { $quoted } { $obstacle }
trials-teller-named = { $name }, { $job }
trials-family = Collega's deden dit ook op een andere manier. Tik op een titel.
trials-differently = Ik deed het anders

trials-heard =
    { $who } probeerde je voorbeeld ‘{ $title }’. { $outcome }
trials-somebody = Een collega
trials-somebody-named = { $name }
trials-heard-worked = Het werkte.
trials-heard-partly = Het werkte deels.
trials-heard-did_not = Daar werkte het niet. Ook dat helpt de volgende.
trials-heard-line = ‘{ $line }’
