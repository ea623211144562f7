# Voorbeelden uit een bestand, voor coördinatoren.

command-import = importeren
    .about = Veel voorbeelden uit een bestand
importing-how =
    Veel voorbeelden tegelijk? Stuur me een bestand.
    • Maak een tabel in Excel, of als CSV.
    • Nodig zijn de kolommen: situatie, aanpak, resultaat, let op.
    • Het mag met: titel, onderwerpen, taal, zichtbaar, team, werkgever.
    • Stuur het hier als document, hooguit { $most } MB. In de browser: Menu, Bestand importeren.

    Je hoort eerst wat erin kan en wat niet. Daarna kies jij. Rijen met persoonsgegevens houd ik tegen.

# Er komt een bestand binnen.

importing-reading = Ik lees { $name }. Je hoort zo wat eruit kwam.
importing-one = Ik neem één bestand tegelijk. Stuur de andere daarna.
importing-busy = Ik ben nog bezig met je vorige bestand. Stuur dit daarna nog een keer.
importing-silent = Je hebt mij stil gezet. Dan hoor je niet wat eruit kwam. Typ eerst /start, en stuur het bestand daarna nog een keer.
importing-kind = Dit soort bestand lees ik niet. Stuur een tabel: .xlsx, .csv of .jsonl. Hij mag { $most } MB zijn.
importing-too-big = Dit bestand is te groot. Het mag { $most } MB zijn. Splits het, of vraag je beheerder om het erin te zetten.

# Wat erin kan.

importing-new = { $count ->
    [0] Uit { $name } kan niets nieuws komen.
    [one] Uit { $name } kan 1 voorbeeld komen.
   *[other] Uit { $name } kunnen { $count } voorbeelden komen.
 }
importing-already = { $count ->
    [one] 1 rij stond er al.
   *[other] { $count } rijen stonden er al.
 }
importing-refused = { $count ->
    [one] 1 rij kan er niet in:
   *[other] { $count } rijen kunnen er niet in:
 }
importing-rows =
    { $before }
    { $row }
importing-no-caught = bij { $field } zie ik { $kinds }. Dat bewaar ik niet. Haal het weg.
importing-mend = Maak die rijen goed en stuur het bestand nog een keer. Wat er al staat, komt er niet dubbel in.
importing-yes = Zet ze erin
importing-no = Niet doen

# Wat ervan kwam.

importing-putting = Ik zet ze erin. Je hoort zo hoe het ging.
importing-left-out = Goed, ik zet er niets in. Het bestand bewaar ik niet.
importing-done = { $count ->
    [0] Er is niets bijgekomen.
    [one] 1 voorbeeld staat erin.
   *[other] { $count } voorbeelden staan erin.
 }
importing-left = { $count ->
    [one] 1 rij kon er niet in.
   *[other] { $count } rijen konden er niet in.
 }
importing-told = { $count ->
    [one] Een coördinator zette 1 voorbeeld erin, uit een bestand.
   *[other] Een coördinator zette { $count } voorbeelden erin, uit een bestand.
 }
importing-nothing = Er is niets veranderd.
importing-gone = Ik kan niet meer bij { $name }. Er is niets veranderd. Stuur het bestand nog een keer.
importing-changed = { $name } is nu anders dan toen ik het las. Er is niets veranderd. Stuur het bestand nog een keer.
importing-failed = Met { $name } ging er iets mis bij mij. Er is niets veranderd. Stuur het later nog een keer. Gaat het weer mis? Geef dan code { $code } door aan je beheerder.
importing-under-way = Ik ben er al mee bezig. Je hoort zo hoe het ging.
importing-in-already = Dit bestand is al verwerkt. Ik heb niets veranderd.
importing-over = Dit bestand heb ik niet meer. Stuur het nog een keer, dan lees ik het opnieuw.
