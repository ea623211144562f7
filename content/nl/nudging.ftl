# Toesturen: wat een leidinggevende eerst zegt, in welke teams dat gezegd is, en de schakelaar.

command-startkit = startkit
    .about = Wat leidinggevenden zeggen voordat een team begint
command-sending = toesturen
    .about = Voorbeelden toesturen: aan, uit, crisisweek

# De bladzijde voor leidinggevenden.

nudging-script-about =
    Voordat ik een team iets toestuur, zegt de leidinggevende dit. In eigen woorden, in het teamoverleg, waar iedereen bij is.
nudging-script-title = Voordat je team begint
nudging-script-for = Eén bladzijde voor leidinggevenden. Zeg het in je eigen woorden, in het teamoverleg, waar iedereen bij is.
nudging-script-line = • { $words }
nudging-script-say = <b>Zeg dit</b>
nudging-script-say-1 = In Kopgroep delen collega's wat in hun werk helpt. Meedoen mag. Het hoeft niet.
nudging-script-say-2 = Dit meet jou niet. Ik zie niet wie er vraagt, leest, stemt, antwoordt of stopt.
nudging-script-say-3 = Ik gebruik het niet bij een beoordeling, en niet om te zien wie er werkt.
nudging-script-say-4 = Hoor ik wat het werk in de weg zit? Dan haal ik dat weg, of ik zeg waarom het niet kan.
nudging-script-say-5 = Stoppen kan altijd, met /stop. Niemand hoort daarvan, ik ook niet.
nudging-script-never = <b>Doe dit nooit</b>
nudging-script-never-1 = Vragen wie er meedoet, of waarom iemand niet meedoet.
nudging-script-never-2 = Mensen of teams met elkaar vergelijken.
nudging-script-never-3 = Meedoen als doel afspreken.
nudging-script-never-4 = Over iemands schouder meelezen.
nudging-script-do = <b>Doe dit wel</b>
nudging-script-do-1 = Geef er tijd voor. Twee minuten tussen twee afspraken is genoeg.
nudging-script-do-2 = Vraag in het overleg wat mensen tegenhoudt, en doe er iets aan.
nudging-script-do-3 = Bedank wie deelt wat niet lukte. Daar leren collega's het meest van.
nudging-script-then = <b>Daarna</b>
nudging-script-then-1 = Zeg tegen de coördinator op welke dag je het zei. Pas dan krijgt dit team voorbeelden toegestuurd.
nudging-script-then-2 = Soms krijgt iemand een voorbeeld van een collega. Hooguit twee berichten per week. Een deel van de mensen krijgt een tijd niets: dat bepaalt het toeval, en zo zien we of het helpt.
nudging-script-then-3 = Waarom dit zo moet: in onderzoek onder artsen maakte vergelijken zonder steun van de leiding het werk minder leuk.
nudging-script-make = Als PDF
nudging-script-file = Hier is de bladzijde voor leidinggevenden. Is het in een team gezegd? Zet dat er dan bij.

# De teams.

nudging-teams-open = Teams
nudging-teams = { $missing ->
    [0] In alle teams is het gezegd. Daar mag ik voorbeelden toesturen.
   *[other] In { $missing } van de { $count } teams is het nog niet gezegd. Daar stuur ik niets toe.
 }
nudging-team-line = { $number }. <b>{ $team }</b>: { $standing }
nudging-team-said = gezegd op { $day }, door { $by }
nudging-team-not-said = nog niet gezegd
nudging-no-team = Mensen zonder team
nudging-by-lead = de leidinggevende
nudging-by-higher = iemand boven de leidinggevende
nudging-team-open = Kies { $number }
nudging-teams-more = Meer teams
nudging-teams-back = Terug naar de teams
nudging-team-ask =
    <b>{ $team }</b>: is het hier gezegd? Het gaat om: dit meet niemand, ik zie het niet, en ik haal weg wat in de weg zit. De hele tekst: /startkit
nudging-was-said = Dit is gezegd
nudging-not-said = Toch niet gezegd
nudging-team-is-told =
    <b>{ $team }</b>: { $standing }. Ik mag hier voorbeelden toesturen.
nudging-team-noted =
    Genoteerd. <b>{ $team }</b>: { $standing }. Vanaf nu mag ik hier voorbeelden toesturen. Het staat in /logboek, met jouw naam.
nudging-still-off = Toesturen staat nu uit voor iedereen, of het is crisisweek. Kijk bij /toesturen.
nudging-team-taken-back =
    <b>{ $team }</b>: hier is het nog niet gezegd. Vanaf nu kies ik hier niemand meer uit om iets toe te sturen.
nudging-team-gone = Dat team ken ik niet. Ik heb niets veranderd.
nudging-who-said = Wie zei het in dit team?
nudging-pick-lead = De leidinggevende
nudging-pick-higher = Iemand daarboven
nudging-pick-else = Iemand anders
nudging-only-managers = Het telt pas als een leidinggevende het zelf zegt. Mensen moeten het horen van wie over hun werk gaat.
nudging-which-day = Op welke dag? Kies, of typ een dag, zoals “maandag” of “12 november”.
nudging-pick-today = Vandaag
nudging-pick-yesterday = Gisteren
nudging-day-unread = Die dag begrijp ik niet, of hij moet nog komen. Typ hem zo: 12 november.

# De schakelaar.

nudging-on = <b>Toesturen staat aan.</b> { $teams ->
    [0] Maar in geen enkel team is al gezegd dat dit niemand meet. Dus stuur ik nog niemand een voorbeeld. Begin met /startkit.
    [one] Ik stuur voorbeelden toe in 1 team: daar is gezegd dat dit niemand meet.
   *[other] Ik stuur voorbeelden toe in { $teams } teams: daar is gezegd dat dit niemand meet.
 }
nudging-off = <b>Toesturen staat uit</b>, sinds { $day }. Niemand krijgt iets uit mezelf.
nudging-crisis = <b>Het is crisisweek</b>, tot en met { $day }. Zo lang stuur ik uit mezelf niets. Daarna ga ik vanzelf verder.
nudging-ended-stopped = <b>Toesturen is vanzelf gestopt</b>, op { $day }: te veel mensen stopten ermee.
nudging-ended-less = <b>Toesturen is vanzelf gestopt</b>, op { $day }: te veel mensen vroegen om minder.
nudging-ended-energy = <b>Toesturen is vanzelf gestopt</b>, op { $day }: mensen die iets kregen, hielden minder energie over dan mensen die niets kregen.
nudging-ended-small-group = <b>Toesturen is vanzelf gestopt</b>, op { $day }: er ging een bericht over een te kleine groep uit. Dat is een fout van mij. Vertel het aan de beheerder.
nudging-ended-effect = <b>Toesturen is vanzelf gestopt</b>, op { $day }: wie iets kreeg, probeerde minder dan wie niets kreeg.
nudging-ended-how = Ik begin niet uit mezelf opnieuw. Praat er eerst over in de teams.
nudging-what-it-is = Uit mezelf stuur ik soms een voorbeeld, op donderdag een kort overzicht, en eens in de twee weken de vraag hoe het gaat. Zet je het uit, dan stopt dat meteen. Ook wat al klaarstond gaat niet meer weg.
nudging-what-goes-on = Dit gaat altijd door: zoeken, vragen, delen, antwoorden, de afspraken die iemand zelf maakte, en de berichten en rondjes die jij stuurt.
nudging-switch-off = Zet uit
nudging-switch-on = Zet weer aan
nudging-crisis-call = Crisisweek
nudging-crisis-over = Crisis is voorbij
