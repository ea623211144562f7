### Het rekenmodel: kopgroep simulate.

simulate-model = Dit is een rekenmodel met verzonnen mensen. Het is geen bewijs dat iets werkt.
simulate-plan = { $people } mensen, { $weeks } weken, { $runs } keer per beleid, te beginnen met getal { $seed }.
simulate-busy = Bezig
simulate-column-policy = Beleid
simulate-column-tries = pogingen
simulate-column-successes = gelukt
simulate-column-middle = midden
simulate-column-lowest = laagste
simulate-column-top = hoogste
simulate-column-new = nieuw
simulate-column-gini = ongelijk
simulate-column-active = er nog
simulate-column-messages = berichten
simulate-columns =
    Pogingen, gelukt en nieuw: per persoon. Nieuw: van voorbeelden die korter dan 8 weken geleden kwamen.
    Midden en laagste: welk deel van de middelste 68% en van de 16% met de minste initiatieven iets probeerde.
    Hoogste: pogingen per persoon bij de 16% met de meeste initiatieven. Ongelijk: 0 is gelijk verdeeld over voorbeelden, 1 is alles bij één.
    Er nog: wie niet stopte. Berichten: ongevraagd, per persoon en week.
simulate-error = Onzekerheid van het rekenen zelf (standaardfout): midden hooguit { $middle } procentpunt, pogingen hooguit { $tries }.
simulate-hold-out = { $policy }: wie geen berichten kreeg, is vergeleken met de rest. Verschil in wie iets probeerde: { $by } procentpunt. Bewezen hoger in { $higher } en bewezen lager in { $lower } van de { $runs } keer.
simulate-power = Vooraf: met { $people } mensen en één ronde is een stijging vanaf 10% pas te zien als die { $rise } procentpunt is.
simulate-drawn = Plaatje gemaakt: { $file }
simulate-no-such-number = { $name } is geen getal van het model. Ze staan in docs/peer-model.md.
simulate-no-number = Achter { $name } hoort een getal, zoals caps.week=1.
simulate-out-of-range = { $name } mag van { $low } tot { $high } zijn.
simulate-weights = De gewichten van passen, en die van de volgorde, zijn samen 1. Verander er dus twee.
simulate-picture-title = Rekenmodel met verzonnen mensen: geen bewijs
simulate-picture-about = De stippellijn is wat zonder berichten gebeurt. Het streepje is de onzekerheid van het rekenen.
simulate-axis-middle = Deel van het midden dat iets probeerde
simulate-axis-tries = Pogingen per persoon
simulate-policy-none = Geen berichten
simulate-policy-optimistic = Dit beleid, gunstig
simulate-policy-exposure = Dit beleid, alleen laten zien
simulate-policy-conservative = Dit beleid, voorzichtig
simulate-policy-irritating = Dit beleid, het irriteert
simulate-policy-null = Dit beleid, het doet niets
simulate-policy-kind = Dit beleid, het helpt zonder meer
simulate-policy-leaderboard = Ranglijst
simulate-policy-leaderboard-kind = Ranglijst, gunstig

cli-help-simulate = Reken door wat een beleid zou doen, met verzonnen mensen en de echte regels. Een model, geen bewijs.
cli-help-simulate-people = Hoeveel mensen er zijn, in teams van tien.
cli-help-simulate-weeks = Hoeveel weken het duurt.
cli-help-simulate-runs = Hoe vaak elk beleid wordt doorgerekend.
cli-help-simulate-seed = Met welk getal het toeval begint. Hetzelfde getal geeft hetzelfde.
cli-help-simulate-every = Reken alle negen door, ook wat gunstiger en ongunstiger is.
cli-help-simulate-set = Verander een getal van het model, zoals caps.week=1. Mag vaker.
cli-help-simulate-picture = Maak er ook een plaatje van (PNG).

cli-help-bench-simulation = Hoe lang de hele tabel van het rekenmodel duurt.
cli-help-bench-nudges = Hoe lang één dag van voorbeelden sturen duurt in een grote organisatie, en hoeveel geheugen dat kost.
cli-help-bench-members = Hoeveel deelnemers er zijn.
cli-help-bench-made = Hoeveel voorbeelden er zijn.
cli-bench-simulation = { $count } keer een half jaar in { $seconds } s: { $each } ms rekentijd per keer.
cli-bench-nudges = { $members } deelnemers, { $practices } voorbeelden: { $sent } berichten, { $held } door toeval weggelaten.
cli-bench-nudges-plan = Lezen en kiezen, waar niemand op wacht: { $seconds } s
cli-bench-nudges-write = Opschrijven in { $count } transacties: { $seconds } s. De langste duurde { $longest } ms.
cli-bench-nudges-whole = Rekentijd { $processor } s: { $each } microseconden per deelnemer. { $memory } MB geheugen op het hoogst, { $before } MB ervoor.
cli-bench-nudges-kinds = Berichten: { $kinds }. Grootste deel van één maker in een onderwerp: { $share }%.
