# Het overzicht voor coördinatoren: in groepen van vijf, één keer per week, en nooit over een mens.

command-overview = overzicht
    .about = Wat zich verspreidt, wat gevraagd wordt

# De eerste regel.

overview-point-debt = <b>Schrijf eerst terug:</b> bij { $count ->
    [one] 1 rondje wachten mensen
   *[other] { $count } rondjes wachten mensen
 } op wat je ermee doet.
overview-point-higher = <b>Toesturen helpt:</b> wie een voorbeeld kreeg, probeerde vaker iets. Dat is geen toeval.
overview-point-lower = <b>Toesturen werkt averechts:</b> wie een voorbeeld kreeg, probeerde minder vaak iets. Dat is geen toeval.
overview-point-grows = <b>{ $title }</b> verspreidt zich: { $count } of meer collega's probeerden het.
overview-point-tried = <b>{ $title }</b> is het meest uitgeprobeerd: door { $count } of meer collega's.
overview-point-open = <b>{ $count } of meer vragen staan open.</b> Daar paste geen voorbeeld bij.
overview-point-little = <b>Er is nog weinig te zien.</b> Geen enkel voorbeeld is al door vijf collega's uitgeprobeerd.
overview-too-few = <b>Cijfers zie je hier vanaf tien deelnemers.</b> Bij minder mensen zou je kunnen zien wie wat doet.

# Wat zich verspreidt.

overview-tried = <b>Uitgeprobeerd</b>
overview-nothing-tried = • Nog niets door vijf of meer collega's.
overview-practice = { $number }. { $title }: { $count } of meer
overview-curve = { $number }. { $title }
overview-band = { $count } of meer
overview-few = minder dan vijf
overview-day = { $day }
overview-picture = Hoeveel collega's het probeerden
overview-about = Van { $begin } tot en met { $end }, hoeveel collega's elk voorbeeld probeerden. { $practices }.
overview-described = { $title }: eerst { $before }, vier weken geleden { $month }, nu { $now }

# Vragen.

overview-asked = <b>Vragen</b>, de laatste acht weken
overview-asked-few = • Minder dan tien vragen. Te weinig om iets over te zeggen.
overview-fitted = • Bij ongeveer { $share }% paste meteen een voorbeeld.
overview-days-few = • Hoe lang een open vraag wacht, zeg ik vanaf vijf vragen.
overview-days = • Paste er niets? Dan kwam er meestal binnen { $days ->
    [one] een dag
   *[other] { $days } dagen
 } een antwoord.
overview-open = • Open vragen: { $open }.

# Rondjes.

overview-rounds = <b>Rondjes</b>, hoeveel mensen meededen
overview-round = • { $title }: { $share }
overview-share = ongeveer { $share }%
overview-few-answered = minder dan vijf mensen

# Toesturen.

overview-sending = <b>Toesturen</b>
overview-pull-none = • Of het helpt, is nog niet gemeten.
overview-pull-too-few = • Of het helpt, is nog niet te zeggen: daarvoor zijn er te weinig mensen.
overview-pull = • Van wie een voorbeeld kreeg, probeerde { $sent } daarna iets. Van wie door toeval niets kreeg: { $held }.
overview-middle = • Van de grote groep die al even meedoet, probeerde { $sent } in acht weken iets. Van wie door toeval niets kreeg: { $held }.
overview-difference-higher = • Dat is hoger, en geen toeval. Het verschil ligt tussen { $low } en { $high }.
overview-difference-higher-not-proven = • Dat is hoger, maar niet bewezen. Het verschil ligt ergens tussen { $low } en { $high }.
overview-difference-same = • Dat is gelijk. Het verschil ligt ergens tussen { $low } en { $high }.
overview-difference-lower-not-proven = • Dat is lager, maar niet bewezen. Het verschil ligt ergens tussen { $low } en { $high }.
overview-difference-lower = • Dat is lager, en geen toeval. Het verschil ligt tussen { $low } en { $high }.
overview-points-higher = { $by } punten hoger
overview-points-lower = { $by } punten lager
overview-points-same = { $by } punten verschil
overview-new = • Van wat ik stuurde, was ongeveer { $share }% nieuw.
overview-stopped = • Gestopt in vier weken: { $share ->
    [0] niemand, of enkele mensen
   *[other] ongeveer { $share }% van de deelnemers
 }.

# Wat je zelf nog moet doen.

overview-debt = <b>Jouw terugkoppeling</b>
overview-no-debt = • Je hoeft nu niets terug te koppelen.
overview-late = • { $title }: mensen zouden het op { $day } horen. Dat is voorbij.
overview-owed = • { $title }: terugkoppelen voor { $day }
overview-my-rounds = Mijn rondjes
overview-how = Dit zijn cijfers tot en met { $day }. Ze gaan over tien mensen of meer, in stappen van vijf, en veranderen een keer per week. Wie iets deed, kan ik niet laten zien.
