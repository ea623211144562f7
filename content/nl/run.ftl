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
