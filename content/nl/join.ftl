# Binnenkomen, profiel, hulp en weggaan.

command-start = start
    .about = Begin of kom terug
command-profile = profiel
    .about = Je werk, onderwerpen en ritme
command-less = minder
    .about = Minder of niets gestuurd krijgen
command-language = taal
    .about = Nederlands of Engels
command-help = help
    .about = Wat je hier kunt doen
command-stop = stop
    .about = Niets meer krijgen, of helemaal weg

join-need-invitation = Je hebt een uitnodiging nodig om mee te doen. Vraag je coördinator om de link en open die.
join-link-broken = Deze uitnodiging werkt niet (meer). Vraag je coördinator om een nieuwe link.
join-elsewhere = Je doet al mee bij een andere organisatie. Met één adres kun je bij één organisatie horen. Typ eerst /stop als je daar weg wilt.
join-welcome =
    { $name ->
        [0] Hoi, welkom bij Kopgroep van { $organisation }.
       *[other] Hoi { $name }, welkom bij Kopgroep van { $organisation }.
    }
    Ik ben een computerprogramma, geen mens. Hier delen collega's uit de uitvoering wat in hun werk helpt. Meedoen is vrijwillig. Je leidinggevende ziet niet wat jij hier doet.
join-privacy =
    Zo ga ik met je gegevens om:
    • Ik bewaar je naam, werk, team en wat je deelt.
    • Noem nooit namen of adressen van bewoners.
    • { $channel ->
        [telegram] Je berichten lopen via Telegram.
       *[other] Je berichten blijven op de server van je organisatie.
      }
    • Met /stop kun je altijd weg, en alles laten wissen.

    Vind je dat goed?
join-name-taken = De naam { $name } laat ik weg, want die lijkt op die van een coördinator of van dit programma. Kies straks een andere met /profiel.
join-yes = Ja, ik doe mee
join-more = Meer uitleg
join-no = Nee, dank je
join-everything =
    Dit bewaar ik, en waarom:
    • Je naam, werk, team en onderwerpen: om voorbeelden te vinden die bij je passen.
    • Wat je deelt en vraagt: zodat collega's er iets aan hebben. Je kiest zelf of je naam erbij staat.
    • Wat je handig vindt: alleen als aantal. Niemand ziet wat jij koos.
    • Wat ik tegen je zei: hooguit 90 dagen.
    { $channel ->
        [telegram] Telegram kan zien dat je mij berichten stuurt, en bewaart ze op eigen servers. Liever niet? Vraag je coördinator om de link voor de browser.
       *[other] De beheerder van de server kan bij de database. Je coördinator en leidinggevende niet.
    }
    Je stopt met /stop. Dan kun je ook alles laten wissen.
join-first = Eerst hoor ik graag of je meedoet. Stuur daarna nog een keer wat je net typte.
join-declined = Goed dat je het zegt. Ik bewaar niets van je. Wil je later toch meedoen? Open dan de link opnieuw.
join-changed =
    De tekst over je gegevens is veranderd. Tik op Meer uitleg om te zien wat ik nu bewaar en waarom.

    Vind je dat nog goed? Zeg je nee, dan raak je niets kwijt.
join-yes-again = Ja, dat is goed
join-yes-after-all = Toch ja
join-refused = Goed dat je het zegt. Ik stuur je niets meer uit mezelf. Wat je deelde blijft staan, en met /mijngegevens zie je alles. Meedoen kan weer als je ja zegt. Je kunt ook weggaan.
join-agreed-again = Dank je. Je kunt weer verder waar je was.
join-agreed-already = Je doet al mee. Wil je weg? Typ dan /stop.
join-back =
    { $name ->
        [0] Fijn dat je er weer bent.
       *[other] Fijn dat je er weer bent, { $name }.
    }
    Waar loop je tegenaan? Typ het gewoon, zoals je het aan een collega zou appen.
join-burst = Met één link kwamen er binnen een uur { $count } mensen binnen. Is dat een bijeenkomst of een nieuw team? Dan is het goed. Anders stop je de link met /uitnodigingen.
join-new-role = Vanaf nu ben je hier ook { $role }. Typ /help en je ziet wat erbij komt.
role-member = deelnemer
role-coordinator = coördinator
role-liaison = verbinder
role-policy = beleidslezer
role-admin = beheerder

profile-job = Wat voor werk doe je? Dan zoek ik voorbeelden die bij je passen. Je mag ook meteen een vraag typen.
profile-job-chosen = Je werk: { $job }.
profile-themes = Over welke onderwerpen wil je iets horen? Kies er hooguit { $most }. Je kunt dit altijd veranderen.
profile-theme-on = ✓ { $theme }
profile-theme-off = { $theme }
profile-done = Klaar
profile-themes-full = Je hebt er al { $most }. Haal er eerst een weg door erop te drukken.
profile-themes-chosen = Je onderwerpen: { $themes }.
profile-themes-none = Je koos geen onderwerpen. Dat is ook goed.
profile-rhythm = Hoe vaak mag ik je iets sturen? Ik doe dat alleen in je werktijd: { $hours }, en niet op feestdagen. Stoppen kan altijd met /stop.
profile-rhythm-chosen = Je ritme: { $rhythm }.
profile-ready = Klaar! Waar loop je deze week tegenaan? Typ het gewoon, zoals je het aan een collega zou appen.
profile-shown =
    Dit ben jij hier:
    • Naam: { $name }
    • Werk: { $job }
    • Waar je werkt: { $place }
    • Onderwerpen: { $themes }
    • Ritme: { $rhythm }
    • Werktijden: { $hours }
    • Taal: { $language }

    Wat wil je veranderen?
profile-nothing = nog niets
profile-change-name = Naam
profile-change-job = Werk
profile-change-place = Waar ik werk
profile-change-themes = Onderwerpen
profile-change-rhythm = Ritme
profile-change-hours = Werktijden
profile-place-residents =
    Met wie werk je vooral? Dit mag je leeg laten.
    Ik gebruik het alleen om voorbeelden te zoeken die bij je passen. Niemand ziet het.
profile-place-municipality = Hoe groot is de gemeente waar je werkt?
profile-place-team_size = Met hoeveel mensen zit je in je team?
profile-place-region = In welk deel van het land werk je?
profile-place-empty = Laat leeg
profile-place-chosen = Waar je werkt: { $place }. Alleen jij ziet dat.
profile-place-none = Goed, ik weet niet waar je werkt.
place-residents-families = Gezinnen
place-residents-young = Jongeren
place-residents-adults = Volwassenen
place-residents-elderly = Ouderen
place-residents-newcomers = Nieuwkomers
place-residents-businesses = Ondernemers
place-municipality-small = Tot 30.000 inwoners
place-municipality-medium = 30.000 tot 100.000
place-municipality-large = 100.000 tot 250.000
place-municipality-city = Meer dan 250.000
place-team_size-few = Team tot 8 mensen
place-team_size-some = Team van 9 tot 20
place-team_size-many = Team van meer dan 20
place-region-north = Noord
place-region-east = Oost
place-region-middle = Midden
place-region-west = West
place-region-south = Zuid
profile-hours = { $days }, { $start } tot { $end }
profile-hours-ask = Wanneer werk je? Alleen dan stuur ik je iets. Typ je dagen en tijden, zoals “ma di do 9-17”.
profile-hours-usual = Gewone werkdagen
profile-hours-unread = Dat begrijp ik niet. Typ het zo: ma di do 9-17. De eerste tijd is vroeger dan de tweede.
profile-hours-chosen = Goed, ik stuur je alleen iets op { $hours }, en niet op feestdagen.
profile-paused = Je hebt pauze tot { $until }. Typ /pauze om dat te veranderen.
day-0 = ma
day-1 = di
day-2 = wo
day-3 = do
day-4 = vr
day-5 = za
day-6 = zo
clock = { $hour }.{ $minute }
profile-change-language = Taal
profile-name = Hoe wil je hier heten? Een voornaam is genoeg.
profile-name-taken = Zo heet hier al iemand op wie collega's moeten kunnen rekenen, of het programma zelf. Kies een naam die er niet op lijkt, zoals je voornaam met je team.
profile-name-chosen = Goed, ik noem je { $name }.
profile-language = Welke taal spreken we? Which language shall we speak?
profile-language-chosen = Goed, we praten Nederlands.
language-nl = Nederlands
language-en = English
rhythm-weekly = Eens per week
rhythm-twice = Twee keer per week
rhythm-digest = Alleen overzicht
rhythm-nothing = Niets sturen

door-ask = Stel een vraag
door-share = Deel iets
door-browse = Kijk rond
door-mine = Mijn voorbeelden
door-invite = Nodig iemand uit
door-gaps = Open vragen
door-reported = Gemelde voorbeelden
door-doubles = Dubbele voorbeelden

help =
    Dit kun je hier doen:
    • Een vraag stellen: typ hem gewoon, in je eigen woorden.
    • Iets delen dat werkte: /deel
    • Rondkijken: /kijk
    • Zien wat je zelf deelde: /mijn
    • Zien wat je wilt proberen: /voornemens
    • Zien wat anderen ermee deden: /bijdrage
    • Je werk en onderwerpen veranderen: /profiel
    • Minder krijgen: /minder
    • Een collega noemen die het verschil maakt: /voordragen
    • Lezen wie dat zijn: /mensen
    • Even niets krijgen: /pauze
    • Stoppen of alles laten wissen: /stop

    Ik ben een computerprogramma. Bij gevaar bel je 112.
help-for-coordinators =
    Voor coördinatoren:
    • Zien hoe het gaat, in cijfers: /overzicht
    • Een bericht aan een groep: /bericht
    • Een rondje met vragen: /rondje
    • Voordat een team begint: /startkit
    • Voorbeelden toesturen, aan of uit: /toesturen
    • De getallen erachter: /getallen
    • Wie deed wat: /logboek
    • Wie een rol heeft: /rollen
help-coordinator =
    Voor coördinatoren en verbinders:
    • Iemand uitnodigen: /uitnodigen
    • Vragen waar niets bij paste: /gaten
    • Gemelde voorbeelden: /gemeld
    • Woorden die hetzelfde betekenen: /woorden
    • Verbergen of samenvoegen: de knop Beheren onder een voorbeeld
fine = Goed zo. Je kunt altijd iets vragen of delen.

leave-silent = Ik stuur je niets meer. Wat je deelde blijft staan. Vragen stellen kan gewoon. Wil je nog iets anders?
leave-fine = Goed zo
leave-speak-again = Toch weer sturen
leave-remove-name = Haal mijn naam weg
leave-erase = Wis mijn gegevens
leave-speaking = Goed, je hoort weer van mij.
leave-name-removed = Je naam staat nergens meer bij.
leave-sure = Wil je weg en alles laten wissen? Dat kan ik niet terugdraaien.
leave-practices = { $count ->
    [one] Je deelde één voorbeeld. Mag dat blijven staan, zonder je naam? Of gaat het mee weg?
   *[other] Je deelde { $count } voorbeelden. Mogen die blijven staan, zonder je naam? Of gaan ze mee weg?
 }
leave-yes = Ja, wis alles
leave-keep = Laat ze staan
leave-take-along = Wis ze ook
leave-no = Nee, ik blijf
leave-erased = Je bent weg. Binnen een paar minuten is alles van jou gewist. Dank je dat je meedeed. Terugkomen kan met een nieuwe uitnodiging.
