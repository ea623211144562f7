# What the program says when it starts.

run-page = The chat page is at { $address }
run-member-link =
    Join as a member of "{ $organisation }" (you may pass this link on):
    { $link }
run-coordinator-link =
    Join as coordinator (works once, and for one day):
    { $link }
run-telegram-on = Telegram is on. An invitation on Telegram starts with { $link }
run-telegram-off =
    On Telegram too? Make a bot with @BotFather and put in the file .env:
    TELEGRAM_BOT_TOKEN=123456:ABC…
run-postgres-off =
    The data is in { $file }
    Rather PostgreSQL? Put in .env:
    DATABASE_URL=postgresql://user:password@machine/kopgroep
    SECRET_KEY=at least 32 characters
run-stop = To stop: Ctrl+C
run-stopped = Stopped. Everything is kept.
run-already = Kopgroep runs on { $file } already. Stop that one first, or choose another folder with DATA_DIR.
run-port-taken = Another program listens on { $host }:{ $port } already. Choose another PORT in .env.
cli-help-run = Start the bot and the chat page.
cli-help-talk = Talk with the bot in the terminal.
cli-help-talk-as = Who you talk as.
cli-help-organisation-name = The organisation; may be left out when there is one.
cli-talk = Type what you want to say, or the number of a button. To stop: Ctrl+D
run-bad-token = TELEGRAM_BOT_TOKEN: Telegram refuses this token. Copy it again from @BotFather and start once more.
