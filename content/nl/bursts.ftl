# Stemmen die ineens kwamen, voor coördinatoren.

bursts-asked =
    Meerdere collega's vonden ‘{ $title }’ bijna tegelijk handig. Wil je ernaar kijken?
    Tot dan tellen ze niet mee in de volgorde. Vaak is er niets mee, bijvoorbeeld na een overleg. Wie het waren, zie je niet. Kies je niets, dan tellen ze na { $hours } uur mee.
bursts-count = Laat ze meetellen
bursts-not = Tel ze niet mee
bursts-see = Bekijk het
bursts-counted = Goed, ze tellen mee bij ‘{ $title }’. De maker merkt hier niets van.
bursts-left-out = Goed, ze tellen niet mee in de volgorde bij ‘{ $title }’. De maker merkt hier niets van. Je kunt dit altijd terugdraaien.
bursts-gone = Dit kan ik je niet (meer) laten beslissen.
