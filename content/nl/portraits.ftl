# Portretten van mensen die door collega's zijn voorgedragen.

command-portrait = portret
    .about = Je eigen portret, als je bent voorgedragen
command-people = mensen
    .about = Lees wie hier het verschil maken

portrait-is-doer = Doener
portrait-is-frontline = Frontliniewerker
portrait-is-social = Sociaal ondernemer
portrait-is-bridge = Bruggenbouwer
portrait-kind-doer = Een doener: ziet wat er nodig is en begint gewoon.
portrait-kind-frontline = Een frontliniewerker: staat elke dag naast bewoners.
portrait-kind-social = Een sociaal ondernemer: maakt iets nieuws dat blijft.
portrait-kind-bridge = Een bruggenbouwer: brengt mensen bij elkaar die elkaar niet vonden.

portrait-asked =
    { $name ->
        [0] Een collega noemt jou als iemand die het verschil maakt.
       *[other] { $name }, een collega noemt jou als iemand die het verschil maakt.
    }
portrait-told = ‘{ $empathy }’ En: ‘{ $enterprise }’
portrait-asked-may =
    Wil je daar een kort portret van maken voor collega's hier? Ik stel een paar vragen. Overslaan mag. Jij ziet het eerst, en je kunt het altijd weghalen.
    Niemand hoort wat je kiest. Zeg je liever nee? Dan bewaar ik daar niets van.
portrait-yes-named = Ja, met mijn naam
portrait-yes-nameless = Ja, zonder naam
portrait-rather-not = Liever niet
portrait-answered = Dank je voor je antwoord. Niemand hoort wat je koos, ook de collega niet die je noemde.
portrait-too-late = Deze vraag is voorbij. Ik heb er niets van bewaard.

portrait-skip = Sla over
portrait-ask-kind = Wat past het best bij jou?
portrait-thought = Je collega dacht aan: { $kind }.
portrait-ask-day =
    Wat doe jij op een gewone dag dat voor bewoners verschil maakt?
    Twee zinnen zijn genoeg. Geen namen van bewoners.
portrait-ask-turn = Vertel één keer dat het anders moest dan anders. Wat deed je toen?
portrait-ask-needs = Wat heb je nodig om dit te kunnen blijven doen? Bijvoorbeeld ruimte, tijd of steun. Ook dit komt in je portret.
portrait-ask-contact = Waar mogen collega's jou iets over vragen?
portrait-long = Dat zijn { $length } tekens. Er passen er { $most }. Kort je het in?
portrait-ask-quote =
    Mag erbij staan wat je collega vertelde? Zonder naam.
    ‘{ $empathy }’ ‘{ $enterprise }’
portrait-quote-yes = Ja, zet erbij
portrait-quote-no = Nee, laat weg
portrait-preview = Zo zien collega's jouw portret. Er staat nog niets.
portrait-empty = Er staat nog niets in je portret. Beantwoord één vraag, dan is er iets te zien.
portrait-publish = Zet het neer
portrait-change = Verander iets
portrait-change-what = Wat wil je veranderen?
portrait-part-kind = Wat past bij mij
portrait-part-day = Een gewone dag
portrait-part-turn = Die ene keer
portrait-part-needs = Wat ik nodig heb
portrait-part-contact = Waarover vragen
portrait-part-quote = Wat een collega zei
portrait-make-named = Toch met mijn naam
portrait-make-nameless = Toch zonder naam
portrait-published =
    Je portret staat er. Collega's vinden het met /mensen, en onder voorbeelden met je naam.
    Weghalen kan altijd, met /portret. Over een jaar vraag ik of het mag blijven.
portrait-stopped = Goed. Van wat je typte, heb ik niets bewaard. Met /portret kun je later verder.
portrait-mine = Mijn portret
portrait-none = Je hebt geen portret. Een portret begint als een collega jou voordraagt.
portrait-begun = Je zei ja op een portret, en het is nog niet af. Niemand ziet er iets van. Na vier weken is het weg.
portrait-go-on = Ga verder
portrait-away = Je portret is niet te zien. Terugzetten kan nog vier weken. Daarna is het gewist.
portrait-put-back = Zet het terug
portrait-erase = Wis het
portrait-erased = Van je portret heb ik niets bewaard.
portrait-yours = Dit zien collega's van jou:
portrait-withdraw = Haal het weg
portrait-renew =
    Je portret staat er een jaar. Mag het blijven?
    Hoor ik vier weken niets, dan haal ik het weg. Ook goed.
portrait-keep = Ja, laat staan
portrait-kept = Goed, je portret blijft staan. Over een jaar vraag ik het weer.
portrait-gone-mine = Je portret staat er nu niet.

portrait-who = <b>{ $who }</b>
portrait-who-named = { $name }, { $job }
portrait-who-nameless = Van { $job }
portrait-said-day = <b>Een gewone dag:</b> { $words }
portrait-said-turn = <b>Die ene keer:</b> { $words }
portrait-said-needs = <b>Nodig om dit te blijven doen:</b> { $words }
portrait-said-contact = <b>Vraag mij gerust over:</b> { $words }
portrait-quoted = <b>Een collega vertelt:</b> ‘{ $empathy }’ ‘{ $enterprise }’
portrait-shared = Tik op een titel voor een voorbeeld van deze collega.
portrait-gone = Dit portret kan ik je niet (meer) laten zien.
portrait-people = Andere mensen
portrait-nobody = Er staan nog geen portretten. Ken je een collega die het verschil maakt? Draag die dan voor.
portrait-page = Mensen die door een collega zijn voorgedragen. De volgorde is toeval, en morgen anders.
portrait-end = Verder is er niemand.
portrait-open = { $who }
portrait-label = { $name }
portrait-label-nameless = { $job }
portrait-more = Meer mensen
portrait-nominate = Draag iemand voor

portrait-report = Melden
portrait-report-why =
    Wat is er met dit portret? Een coördinator kijkt ernaar.
    Gaat het om persoonsgegevens van een ander? Dan verberg ik het meteen. Niemand hoort wie het meldde.
portrait-report-thanks = Dank je dat je oplet. Een coördinator kijkt ernaar, en je hoort wat eruit komt.
portrait-report-thanks-hidden = Dank je dat je oplet. Het portret is nu verborgen. Een coördinator kijkt ernaar, en je hoort wat eruit komt.
portrait-told-hidden =
    Je portret is even verborgen. Een collega vroeg zich af of er gegevens van een ander in staan. Dat kan iedereen gebeuren.
    Een coördinator kijkt ernaar, en je hoort wat eruit komt. Je mag het zelf ook vast aanpassen.
portrait-told-hidden-by =
    Je portret is verborgen. Een coördinator heeft ernaar gekeken na een melding.
    Je kunt het aanpassen. Dan kijkt een coördinator opnieuw.
portrait-told-shown = Goed nieuws: je portret is weer te zien. Een coördinator heeft ernaar gekeken.
portrait-told-reporter-shown = Je melding is bekeken: het portret blijft te zien. Dank je dat je oplette.
portrait-told-reporter-hidden = Je melding is bekeken: het portret is niet meer te zien. Dank je dat je oplette.
portrait-is-hidden =
    Je portret is verborgen. Niemand ziet het tot een coördinator zegt dat het mag.
    Pas je het aan? Dan kijkt een coördinator opnieuw. Na vier weken zonder verandering is het weg.
portrait-changed-waits = Goed, dat staat erin. Een coördinator kijkt ernaar voordat collega's het zien. Je hoort het van mij.
portrait-reported = Een collega meldde een portret. Het is nog te zien. Kijk je ernaar?
portrait-reported-hidden = Een collega meldde een portret. Het is meteen verborgen, omdat er gegevens van een ander in kunnen staan. Kijk je ernaar?
portrait-changed-hidden = Een portret dat verborgen is, werd aangepast. Kijk je of het weer te zien mag zijn?
portrait-reported-none = Er is nu geen portret om naar te kijken.
portrait-reported-own = Dit is je eigen portret. Laat een andere coördinator ernaar kijken.
portrait-reported-count = { $count ->
    [one] Er is één portret om naar te kijken.
   *[other] Er zijn { $count } portretten om naar te kijken.
 }
portrait-reported-why = Gemeld, omdat het { $reasons }.
portrait-reported-is-hidden = Het is nu verborgen.
portrait-reported-is-shown = Het is nog te zien.
portrait-judge-show = Laat zien
portrait-judge-hide = Verberg het
portrait-judged-shown = Het portret is te zien. Wie het maakte en wie het meldde, horen dat van mij.
portrait-judged-hidden = Het portret is verborgen. Wie het maakte en wie het meldde, horen dat van mij.
portrait-about = Deze collega's vertellen iets over ‘{ $words }’. De volgorde is toeval.
portrait-about-nobody = Over ‘{ $words }’ vertelt hier nog niemand in een portret.
portrait-everybody = Alle mensen
