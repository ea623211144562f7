# De getallen van het model: wat elk doet, en veranderen door te typen.

command-numbers = getallen
    .about = De getallen achter het toesturen, met uitleg

numbers-about =
    <b>Dit zijn de getallen achter het toesturen.</b> { $changed ->
        [0] Ze staan allemaal zoals ze gewoon zijn.
        [one] Eén getal is hier anders dan gewoon.
       *[other] { $changed } getallen zijn hier anders dan gewoon.
    }

    Je mag ze veranderen, binnen grenzen die mensen beschermen. Elke verandering staat in /logboek, met jouw naam. Helemaal uitzetten kan bij /toesturen.
numbers-in-group = <b>{ $group }</b>
numbers-line = { $number }. { $name }: { $value }
numbers-line-changed = { $number }. { $name }: { $value } (gewoon { $usual })
numbers-choose = Kies { $number }
numbers-all = Alle getallen
numbers-one =
    <b>{ $name }: { $value }</b>
    { $about }
numbers-range = Gewoon is het { $usual }. Het mag van { $low } tot en met { $high } zijn.
numbers-how = Typ het nieuwe getal, of laat het zo.
numbers-leave = Laat het zo
numbers-back = Terug naar gewoon
numbers-unread = Dat lees ik niet als een getal. Ik heb niets veranderd. Typ bijvoorbeeld { $usual }.
numbers-outside = Dat mag niet: het moet van { $low } tot en met { $high } zijn. Ik heb niets veranderd.
numbers-same = Het was al { $value }. Ik heb niets veranderd.
numbers-changed = <b>{ $name }</b> is nu { $value }, en was { $old }. Het geldt meteen, en het staat in /logboek.
numbers-gone = Dat getal ken ik niet. Ik heb niets veranderd.

numbers-group-caps = Hoe vaak
numbers-group-norms = Wat ik zeg
numbers-group-offers = Wat ik kies
numbers-group-hold_out = Of het helpt
numbers-group-stop = Wanneer het stopt
numbers-group-figures = Cijfers en rust
numbers-group-limits = Hoeveel per dag

number-caps-week = Ongevraagde berichten per week
number-caps-week-about = Zoveel berichten waar iemand niet om vroeg, mogen er hooguit komen in zeven dagen. Wie zelf minder koos, krijgt minder.
number-caps-nudge_hours = Uren tussen twee voorbeelden
number-caps-nudge_hours-about = Zoveel uur zit er minstens tussen twee voorbeelden voor dezelfde persoon.
number-caps-ceiling = Hooguit per week, alles samen
number-caps-ceiling-about = Zoveel berichten krijgt iemand hooguit in zeven dagen, ook wat beloofd was. Een antwoord op een eigen vraag telt niet mee.
number-caps-ignored_days = Dagen tot iets niet gelezen heet
number-caps-ignored_days-about = Doet iemand zoveel dagen niets met een voorbeeld? Dan telt het als overgeslagen.
number-caps-back_off = Na zoveel keer: de helft
number-caps-back_off-about = Slaat iemand zoveel voorbeelden achter elkaar over? Dan stuur ik nog maar de helft.
number-caps-give_up = Na zoveel keer: bijna niets
number-caps-give_up-about = Slaat iemand zoveel voorbeelden achter elkaar over? Dan stuur ik bijna niets meer.
number-caps-give_up_weeks = Weken rust daarna
number-caps-give_up_weeks-about = Zoveel weken zit er dan tussen twee berichten.
number-norms-group = Mensen in een groep
number-norms-group-about = Zeg ik wat collega's doen, dan gaat het over een groep van minstens zoveel mensen.
number-norms-least_count = Mensen die het wel en niet doen
number-norms-least_count-about = Zoveel mensen moeten het minstens doen, en zoveel niet, voor ik een aantal noem. Anders wijs ik iemand aan.
number-norms-majority = Aandeel dat de meeste heet
number-norms-majority-about = Vanaf dit aandeel zeg ik dat de meeste collega's het doen.
number-norms-majority_sure = Hoe zeker dat is
number-norms-majority_sure-about = Zoveel is het minstens, als ik rekening houd met toeval.
number-norms-growing = Nieuwe mensen in een maand
number-norms-growing-about = Probeerden zoveel mensen het voor het eerst, dan zeg ik dat steeds meer collega's het doen.
number-norms-growing_days = Dagen in zo'n maand
number-norms-growing_days-about = Over zoveel dagen tel ik dat.
number-norms-rest_after_failure = Dagen rust na een mislukking
number-norms-rest_after_failure-about = Werkte iets niet? Dan zeg ik zoveel dagen niet tegen diegene wat collega's doen.
number-norms-impact_from = Mensen voor de maker het hoort
number-norms-impact_from-about = Probeerden zoveel nieuwe collega's een voorbeeld, dan hoort de maker dat.
number-norms-impact_rest = Dagen tussen twee keer
number-norms-impact_rest-about = Zoveel dagen zit er minstens tussen twee van zulke berichten.
number-offers-explore = Kans voor onbekende voorbeelden
number-offers-explore-about = Zo vaak kies ik een voorbeeld dat nog weinig mensen probeerden.
number-offers-little_known = Ervaringen van een onbekende
number-offers-little_known-about = Met minder ervaringen dan dit heet een voorbeeld nog onbekend.
number-offers-new_shown = Eerste kans voor iets nieuws
number-offers-new_shown-about = Een nieuw voorbeeld krijgen eerst zoveel mensen te zien bij wie het past.
number-offers-window = Dagen waarover ik verdeel
number-offers-window-about = Over zoveel dagen kijk ik of één voorbeeld of maker niet te veel aandacht krijgt.
number-offers-most_practice = Hooguit voor één voorbeeld
number-offers-most_practice-about = Dit deel van wat ik bij een onderwerp stuur, is hooguit hetzelfde voorbeeld.
number-offers-most_author = Hooguit voor één maker
number-offers-most_author-about = Dit deel van wat ik bij een onderwerp stuur, is hooguit van dezelfde maker.
number-offers-shares_from = Vanaf zoveel berichten
number-offers-shares_from-about = Pas vanaf zoveel berichten bij een onderwerp let ik op die delen.
number-offers-author_rest = Makers die even overslaan
number-offers-author_rest-about = De makers van zoveel laatste voorbeelden sla ik bij iemand over.
number-hold_out-share = Wie door toeval niets krijgt
number-hold_out-share-about = Dit deel van de mensen krijgt een tijd niets, om te zien of toesturen helpt.
number-hold_out-period_days = Dagen tot een nieuwe loting
number-hold_out-period_days-about = Zoveel dagen blijft iemand in dezelfde groep. Daarna loot ik opnieuw.
number-hold_out-reported_from = Mensen voor ik iets zeg
number-hold_out-reported_from-about = Pas met zoveel mensen in elke groep zeg ik of het helpt.
number-stop-stopped = Te veel mensen stoppen
number-stop-stopped-about = Stopt meer dan dit deel van de mensen, dan gaat toesturen vanzelf uit.
number-stop-stopped_days = Dagen waarover ik dat tel
number-stop-stopped_days-about = Over zoveel dagen tel ik wie stopte, en wie om minder vroeg.
number-stop-less = Te veel mensen willen minder
number-stop-less-about = Vraagt meer dan dit deel van wie iets kreeg om minder, dan gaat toesturen vanzelf uit.
number-stop-people = Mensen die meetellen
number-stop-people-about = Minstens zoveel mensen moeten dat doen. Anders zou één mens het voor iedereen uitzetten.
number-digest-least = Dingen in het overzicht
number-digest-least-about = Het weekoverzicht gaat alleen weg met minstens zoveel dingen die de moeite waard zijn.
number-privacy-group = Mensen achter een cijfer
number-privacy-group-about = Een cijfer gaat over een groep van minstens zoveel mensen. Anders zie je het niet.
number-privacy-round_to = Stappen van een percentage
number-privacy-round_to-about = Percentages rond ik hierop af.
number-privacy-count_from = Vanaf zoveel een aantal
number-privacy-count_from-about = Een kleiner aantal noem ik niet.
number-evidence-recheck_after = Dagen tot ik de maker vraag
number-evidence-recheck_after-about = Hoort een voorbeeld zoveel dagen niets? Dan vraag ik de maker of het nog klopt.
number-limits-share = Voorbeelden per mens per dag
number-limits-share-about = Zoveel voorbeelden mag één mens op een dag delen.
number-limits-ask = Vragen per mens per dag
number-limits-ask-about = Zoveel vragen mag één mens op een dag stellen. Een vraag over gevaar telt niet mee.
number-limits-report = Meldingen per mens per dag
number-limits-report-about = Zoveel voorbeelden mag één mens op een dag melden. Wat gemeld wordt, is meteen niet meer te zien.
number-limits-thank = Bedankjes per mens per dag
number-limits-thank-about = Zoveel bedankjes mag één mens op een dag geven.
number-limits-invite = Uitnodigingen per mens per dag
number-limits-invite-about = Zoveel links mag één mens op een dag maken.
number-limits-nominate = Collega's noemen
number-limits-nominate-about = Zoveel collega's mag één mens in dertig dagen noemen.
number-limits-together = Keer zoveel voor iedereen
number-limits-together-about = Zoveel keer als één mens mogen alle mensen samen op een dag.
