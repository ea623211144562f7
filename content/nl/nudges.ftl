# Wat iemand krijgt zonder te vragen: een voorbeeld dat past, nieuws voor de maker, een overzicht per week.

nudge-majority =
    De meeste collega's { $who } doen dit al: ‘{ $title }’. Het zijn er { $adopters } van de { $active }.
    Iets voor deze week?
nudge-growing =
    Steeds meer collega's { $who } proberen ‘{ $title }’.
    In vier weken kwamen er { $growth } bij. Wil je zien hoe?
nudge-some =
    { $adopters } collega's { $who } deden ‘{ $title }’.
    Dit past bij je werk. Wil je zien hoe?
nudge-story =
    { $who } probeerde ‘{ $title }’ en schreef: ‘{ $line }’
    Wil je zien hoe?
nudge-peer = { $name }, { $job },
nudge-new =
    Dit past bij je werk: ‘{ $title }’.
    Collega's horen graag van jou hoe het gaat.
nudge-group-theme = bij dit onderwerp
nudge-group-job = met jouw werk
nudge-group-job_and_region = met jouw werk, in jouw regio
nudge-group-team = in jouw team
nudge-try = Ik ga dit proberen
nudge-see = Bekijk het
nudge-not = Niet voor mij
nudge-dismissed = Goed om te weten. ‘{ $title }’ krijg je voorlopig niet meer. Alleen jij ziet dat.

nudge-impact = Je voorbeeld ‘{ $title }’ helpt. { $count } collega's probeerden het.
nudge-quote = Een van hen schreef: ‘{ $line }’
nudge-thanks = Dank je, dit is precies waar het om gaat.
nudge-reactions = Laat reacties zien
nudge-nice = Fijn

nudge-backoff =
    Ik stuurde je { $count } dingen waar je niets mee deed. Dat is prima.
    Ik stuur vanaf nu minder. Zijn de onderwerpen niet goed?
nudge-topics = Andere onderwerpen
nudge-less-is-fine = Minder is goed
nudge-stop = Stop met sturen

digest-head = Jouw week in twee minuten.
digest-fits = { $number }. Past bij je: ‘{ $title }’
digest-new = { $number }. Nieuw: ‘{ $title }’
digest-loop = Gedaan met jullie inbreng: ‘{ $words }’
digest-impact = { $count ->
    [one] Eén collega probeerde wat jij deelde.
   *[other] { $count } collega's probeerden wat jij deelde.
 }
digest-see = Bekijk { $number }

# Voor de coördinator: vooraf, en wat eruit kwam.

nudges-begun =
    Vanaf vandaag krijgen mensen soms een voorbeeld waar ze niet om vroegen. Het gaat om { $people ->
        [0] minder dan tien mensen.
       *[other] { $people } mensen of meer.
    }
    Helpt dat? Een op de vijf krijgt steeds acht weken niets. Dat bepaalt het toeval, en niemand weet wie.
    Dit zeg ik vooraf: { $people ->
        [0] met zo weinig mensen is niet te zien of het helpt.
       *[other] met zo weinig mensen zie ik kleine verschillen niet. Pas een stijging van { $rise } procentpunt valt op.
    }
nudges-report = De laatste acht weken zijn om. Dit leverden de voorbeelden op die mensen kregen zonder te vragen.
nudges-counts = Ik vergelijk { $sent } keer of meer iemand die ze kreeg met { $held } keer of meer iemand die ze door toeval niet kreeg.
nudges-difference-higher = Wie ze kreeg, probeerde vaker iets. Dat is geen toeval.
nudges-difference-higher-not-proven = Wie ze kreeg, probeerde vaker iets. Dat is hoger, maar niet bewezen.
nudges-difference-same = Er is geen verschil.
nudges-difference-lower-not-proven = Wie ze kreeg, probeerde minder vaak iets. Dat is lager, maar niet bewezen.
nudges-difference-lower = Wie ze kreeg, probeerde minder vaak iets. Dat is geen toeval.
nudges-difference-too-few = Het zijn te weinig mensen om iets te zeggen.
nudges-interval = Het verschil is { $by } procentpunt. Het echte verschil ligt waarschijnlijk tussen { $low } en { $high }.
nudges-power = { $people ->
    [0] Vooraf zei ik: met minder dan tien mensen is niet te zien of het helpt.
   *[other] Vooraf zei ik: met { $people } mensen of meer valt pas een stijging van { $rise } procentpunt op.
 }
