# Wat het programma bij de start zegt.

run-page = De chatpagina staat op { $address }
run-member-link =
    Meedoen als deelnemer van "{ $organisation }" (deze link mag je doorgeven):
    { $link }
run-coordinator-link =
    Meedoen als coördinator (werkt één keer, en één dag):
    { $link }
run-telegram-on = Telegram staat aan. Een uitnodiging op Telegram begint met { $link }
run-telegram-off =
    Ook op Telegram? Maak een bot bij @BotFather en zet in het bestand .env:
    TELEGRAM_BOT_TOKEN=123456:ABC…
run-postgres-off =
    De gegevens staan in { $file }
    Liever PostgreSQL? Zet in .env:
    DATABASE_URL=postgresql://gebruiker:wachtwoord@machine/kopgroep
    SECRET_KEY=minstens 32 tekens
run-stop = Stoppen: Ctrl+C
run-stopped = Gestopt. Alles is bewaard.
run-already = Kopgroep draait al op { $file }. Stop die eerst, of kies een andere map met DATA_DIR.
run-port-taken = Op { $host }:{ $port } luistert al een ander programma. Kies een andere PORT in .env.
cli-help-run = Start de bot en de chatpagina.
cli-help-talk = Praat met de bot in de terminal.
cli-help-talk-as = Als wie je praat.
cli-help-organisation-name = De organisatie; mag weg als er één is.
cli-talk = Typ wat je wilt zeggen, of het nummer van een knop. Stoppen: Ctrl+D
run-bad-token = TELEGRAM_BOT_TOKEN: Telegram weigert dit token. Kopieer het opnieuw bij @BotFather en start nog een keer.
