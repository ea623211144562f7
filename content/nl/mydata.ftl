# Wat er over mij bewaard wordt.

command-mydata = mijngegevens
    .about = Zie wat ik van je bewaar

mydata-shown =
    Dit bewaar ik van jou.

    Je deelde { $practices ->
        [one] 1 voorbeeld
       *[other] { $practices } voorbeelden
    }. Je stelde { $questions ->
        [one] 1 vraag
       *[other] { $questions } vragen
    }. Je gaf { $opinions } keer een mening. Ik bereik je op { $devices ->
        [one] 1 plek
       *[other] { $devices } plekken
    }.

    In het bestand staat alles, in { $kinds } delen. Wie anders iets deed, staat er niet in.
mydata-html = Bestand om te lezen
mydata-json = Bestand als JSON
mydata-profile = Pas aan wie ik ben
mydata-mine = Pas aan wat ik deel
mydata-how-long = Hoe lang?
mydata-correct = Klopt er iets niet?
mydata-where =
    Dit kun je zelf veranderen:
    • Je naam, werk, waar je werkt, onderwerpen, ritme, werktijden en taal: /profiel
    • Voorbeelden die je deelde: /mijn
    • Vragen die je stelde: /vragen
    • Wat je wilt proberen: /voornemens
    • Wat je vertelde of handig vond: open het voorbeeld en tik op Meer
    • Je portret: /portret
    • Waar je bent ingelogd: /apparaat

    Je werkgever, team en rol verandert je coördinator. Antwoorden in een rondje kan niemand terugvinden, dus ook niet veranderen.
mydata-erase = Wis mijn gegevens
mydata-file-html = Hier staat alles wat ik van je bewaar. Open het bestand in je browser. Geef het aan niemand.
mydata-file-json = Hier staat alles wat ik van je bewaar, voor een ander programma. Geef het aan niemand.
mydata-title = Wat Kopgroep van jou bewaart
mydata-about = Gemaakt op { $made }. Links, wachtwoorden en nummers die alleen het programma gebruikt, staan er niet in.
mydata-table-members = Wie je bent
mydata-table-member-themes = Je onderwerpen
mydata-table-addresses = Waar je te bereiken bent
mydata-table-sessions = Browsers waarin je bent ingelogd
mydata-table-sign-in-links = Links voor een ander apparaat
mydata-table-allowances = Hoe vaak je iets deed op een dag
mydata-table-role-changes = Een rol die je straks krijgt of kwijtraakt
mydata-table-conversations = Gesprekken die nog open staan
mydata-table-deliveries = Wanneer je een bericht kreeg
mydata-table-lines = De chatpagina: wanneer, en je eigen woorden
mydata-table-practices = Voorbeelden die je deelde
mydata-table-practice-themes = Onderwerpen van je voorbeelden
mydata-table-practice-translations = Vertalingen van je voorbeelden
mydata-table-practice-versions = Eerdere teksten van je voorbeelden
mydata-table-practice-analyses = Woorden om je voorbeelden te vinden
mydata-table-kudos = Bedankjes
mydata-table-pledges = Voornemens
mydata-table-trials = Wat je vertelde van proberen
mydata-table-votes = Wat je handig vond
mydata-table-dismissals = Wat niet voor jou was
mydata-table-reports = Wat je meldde
mydata-table-questions = Vragen die je stelde
mydata-table-question-matches = Wat je op een vraag kreeg, en wat je ervan zei
mydata-table-imports = Bestanden die je stuurde
mydata-table-broadcasts = Berichten die je aan een groep stuurde
mydata-table-attachments = Bestanden bij je berichten aan een groep
mydata-table-broadcast-presses = Waar je op tikte onder een bericht
mydata-table-audit = Wat je deed als coördinator
mydata-table-rounds = Rondjes die je begon
mydata-table-practice-vectors = Getallen om je voorbeelden te vinden
mydata-table-round-members = Rondjes waarvoor je gevraagd bent
mydata-table-nudges = Voorbeelden die je kreeg zonder te vragen
mydata-table-nudge-rests = Dat je minder gestuurd krijgt
mydata-table-opt-outs = Dat je stopte of om minder vroeg
mydata-table-views = Nieuwe voorbeelden die je zag
mydata-table-nominations = Wat collega's over jou vertelden
mydata-table-nominators = Wanneer je iemand voordroeg
mydata-table-portrait_reports = Welke portretten je meldde
mydata-table-portraits = Je portret
mydata-table-portrait-reports = Welke portretten je meldde
mydata-table-consents = Wat je tegen de privacytekst zei
