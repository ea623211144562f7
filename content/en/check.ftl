# What `kopgroep check` and `kopgroep match` say.

check-fine = Fine    { $what }
check-note = Note    { $what }
check-wrong = Wrong   { $what }
check-good = Everything is set well.
check-bad = { $count ->
    [one] 1 thing is not right.
   *[other] { $count } things are not right.
 }
check-folder = I can write in the folder { $folder }.
check-folder-bad = I cannot write in the folder { $folder }: { $reason }. Give me that folder, or set DATA_DIR to another.
check-room = There are { $free } MB free on the disk.
check-room-bad = There are only { $free } MB free on the disk. Make room: with a full disk I keep nothing any more.
check-key-set = SECRET_KEY is set.
check-key = The secret key is in { $file } and only its owner can read it.
check-key-later = There is no secret key yet. At the first start I make it in { $file }.
check-key-open = Others on this computer can read the secret key. Do: chmod 600 { $file }
check-key-short = The secret key in { $file } is too short. Remove the file and I make a new one. Links of the first start then change.
check-key-unreadable = I cannot read the secret key in { $file }.
check-database = The database ({ $kind }) can be reached and is up to date: { $version }.
check-database-empty = The database is still empty. At the first start I make the tables.
check-database-old = The database is of an older version ({ $version }). At the next start I bring it up to date.
check-database-writes = I can write in the database.
check-database-slow = Writing in the database took { $seconds } seconds. That is slow.
check-database-bad = The database does not answer well: { $reason }. See whether it is on and whether DATABASE_URL is right.
check-clock = The clock agrees with the database.
check-clock-old = The clock of this computer is in { $year }. Set it, or everything comes at the wrong moment.
check-clock-database = The clock of this computer is { $seconds } seconds off that of the database. Set them alike.
check-clock-telegram = The clock of this computer is { $seconds } seconds off that of Telegram. Set it right.
check-address = People find the chat page at { $address }.
check-address-none = PUBLIC_URL is not set. The chat page works at { $address }, only on this computer or in this network.
check-address-open = PUBLIC_URL is { $address }. Without https anybody on the way can read along. Use https.
check-address-webhook = PUBLIC_URL is { $address }. For TELEGRAM_MODE=webhook it should be an address with https that Telegram can reach.
check-telegram = Telegram knows this bot as @{ $name }.
check-telegram-none = TELEGRAM_BOT_TOKEN is not set. The bot then works in the browser only.
check-telegram-token = Telegram does not know this TELEGRAM_BOT_TOKEN. Ask @BotFather which token is right.
check-telegram-away = Telegram cannot be reached at { $address }: { $reason }. Look at the network and at TELEGRAM_BASE_URL.

guard-done = Looked at { $count ->
    [one] 1 message
   *[other] { $count } messages
 }, found something in { $caught }, { $each } ms per message, { $seconds } s in all, at most { $memory } MB of memory. The result is in { $file }.
match-either = Give a question, or give --practices and --queries together.
match-line = Line { $number } of { $file } is not a JSON object.
match-field = Line { $number } of { $file } has no good { $field }.
match-twice = Line { $number } of { $file } has an id that was there before.
match-nothing = There are no practices in { $file }.
match-done = { $count ->
    [one] 1 question
   *[other] { $count } questions
 } compared with { $practices ->
    [one] 1 practice
   *[other] { $practices } practices
 }. The outcome is in { $file }.
match-rate = { $rate } questions a second, without reading the files.
match-question = Question: { $question }
match-outcome-answer = The bot would give this as the answer:
match-outcome-unsure = The bot is not sure and would let one choose:
match-outcome-none = Nothing fits well. The bot would keep the question open.
match-hit = { $place }. { $title } ({ $confidence })
match-why = {"   "}by: { $words }
match-word-repaired = { $asked } (read as { $found })
match-word-translated = { $asked } (translated: { $found })
match-word-met = { $asked } → { $found }
