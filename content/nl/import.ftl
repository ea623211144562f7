# Bringing practices in from a file, and taking them along.

import-row = Rij { $number }: { $reason }
import-more-rows = En nog { $count ->
    [one] 1 rij
   *[other] { $count } rijen
 } met een probleem.
import-unknown-columns = { $count ->
    [one] 1 kolom ken ik niet. Die sla ik over.
   *[other] { $count } kolommen ken ik niet. Die sla ik over.
 }
import-no-unreadable = dit kan ik niet lezen.
import-no-missing = { $field } is leeg.
import-no-shrug = bij { $field } staat niet wanneer het niet werkt. Een collega moet dat weten.
import-no-too-long = { $field } is langer dan 3000 tekens.
import-no-caught = bij { $field } zie ik { $kinds }. Dat bewaar ik niet. Haal het weg, of gebruik --redact.
import-no-untitled = van deze tekst kan ik geen titel maken. Geef er een.
import-no-theme = bij { $field } staat een onderwerp dat ik niet ken. Ik ken: { $known }.
import-no-language = { $field } moet nl of en zijn.
import-no-visibility = { $field } moet team, werkgever of organisatie zijn.
import-no-place = { $field } is leeg, of die naam ken ik niet. Zo weet ik niet wie dit mag zien.
import-no-hidden = dit was niet zichtbaar waar het vandaan komt. Daarom neem ik het niet over.
import-field-title = titel
import-field-situation = situatie
import-field-approach = aanpak
import-field-result = resultaat
import-field-limits = let op
import-field-themes = onderwerpen
import-field-language = taal
import-field-visibility = zichtbaar
import-field-team = team
import-field-employer = werkgever
import-cannot-read = { $file } kan ik niet lezen: { $reason }.
import-too-big = Het bestand is te groot. Het mag { $most } MB zijn.
import-too-many = Het bestand heeft te veel rijen. Het mogen er { $most } zijn.
import-kind = Dit soort bestand lees ik niet. Ik lees: { $known }.
import-empty = Er staat niets in het bestand.
import-columns = Deze kolommen ontbreken: { $missing }. Ik ken: { $known }.
import-encoding = De letters in dit bestand kan ik niet lezen. Bewaar het als UTF-8 en probeer het opnieuw.
import-workbook = Dit Excel-bestand kan ik niet lezen. Bewaar het opnieuw als .xlsx, of als .csv.
import-bomb = Dit Excel-bestand wordt bij het uitpakken veel te groot. Het mag { $most } MB worden.

export-shared = gedeeld
export-useful = handig
export-worked = werkte
export-partly = werkte deels
export-did_not = werkte niet
export-author = van
export-job = werk
export-yes = ja
export-visibility-team = team
export-visibility-employer = werkgever
export-visibility-organisation = organisatie
export-state-published = gedeeld
export-state-hidden = verborgen
