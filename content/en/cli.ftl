# The command line, for whoever runs the program.

cli-help = Kopgroep: colleagues tell each other in a chat what worked.
cli-help-organisation = Organisations: add, see, rename and remove them.
cli-help-organisation-add = Add an organisation.
cli-help-organisation-rename = Give an organisation another name.
cli-help-organisation-remove = Remove an organisation in which nobody is and nothing of anybody's stands.
cli-help-new-name = The new name.
cli-help-organisation-list = Show all organisations, with employers and teams.
cli-help-employer = Employers in an organisation.
cli-help-employer-add = Add an employer to an organisation.
cli-help-team = Teams in an organisation.
cli-help-team-add = Add a team to an organisation.
cli-help-invite = Make a link to join.
cli-help-examples = The starter library of invented examples.
cli-help-examples-load = Put the examples in an organisation. What is there already stays.
cli-help-examples-remove = Take all examples away again.
cli-help-import = Read practices from a file: CSV, Excel (.xlsx) or JSON lines.
cli-help-import-file = The file, with a header row in Dutch or English.
cli-help-keep-good = Take over the good rows, even when others cannot be.
cli-help-dry-run = Only look what would happen.
cli-help-redact = Take out what points to a person, and then take the row over.
cli-help-export = Write the practices of an organisation to a file.
cli-help-export-format = The kind of file.
cli-help-export-out = The file. Without it: to the screen.
cli-help-export-hidden = Take along what is hidden as well.
cli-help-words = Teach words that mean the same from a file: a pair on each line, with = between them.
cli-help-words-file = The file with the pairs.
cli-help-match = See what is found for a question.
cli-help-question = The question, in plain words.
cli-help-practices = Practices, one JSON a line. Then no database is needed.
cli-help-queries = Questions, one JSON a line.
cli-help-match-out = Where the outcome goes, one JSON a line. Without this: on the screen.
cli-help-top = How many are shown at most.
cli-help-explain = Say why as well: which words fitted, and which were read as another word.
cli-help-check = See whether everything is set well, and say what is not.
cli-help-retention = Show how long data is kept, and what can be set.
cli-help-scrub = Write the database anew, so that nothing that was erased can be read any more.
cli-scrubbed = The database was written anew.
cli-help-migrate = Bring the database up to date with this version of the program.
cli-help-guard = See what the privacy guard finds in a file of messages.
cli-help-guard-in = Messages, one JSON per line: id, text and lang.
cli-help-guard-out = Where the result goes, one JSON per line.
cli-help-bench = Measure how fast the program is on this computer.
cli-help-bench-updates = How many messages are answered a second, next to bare bots of others.
cli-help-bench-latency = How long people wait at a fixed number of messages a second.
cli-help-bench-start = How soon the program starts with many practices, and how much memory that takes.
cli-help-bench-matching = How well and how fast practices are found, next to search of others; without --data on this project's own questions.
cli-help-bench-data = Folder with questions of others (see docs/matching.md).
cli-help-bench-tables = What is measured, with commas between: own, goals, peers, refusal, ablation, speed.
cli-help-bench-most = How many questions of each set at most (0: all).
cli-help-bench-search-peers = With whom to compare: all, or names with commas between; empty is nobody.
cli-help-bench-without = What is left out, with commas between: spelling, compounds, cosine, translation, aliases.
cli-help-bench-sizes = Among how many practices speed is measured, with commas between.
cli-help-bench-picture = File (PNG) for a picture of quality against time.
cli-help-bench-part = Which half of the questions: held-out (never used for tuning) or tune.
cli-help-bench-guard = How much the privacy guard finds, and how often it warns for nothing.
cli-help-bench-invitations = How many people get in when they open one link for one person at the same moment.
cli-help-bench-redeemers = How many people open the link.
cli-help-bench-processes = Over how many processes they are spread.
cli-help-bench-what = What people do: mix (what they really send) or echo (one word there and back).
cli-help-bench-people = How many people talk at the same time.
cli-help-bench-seconds = How long each measurement takes.
cli-help-bench-rounds = How often each is measured, in turns.
cli-help-bench-database = What it is stored in.
cli-help-bench-mode = How messages come in.
cli-help-bench-peers = With whom to compare, with commas between: ptb, ptb-concurrent, aiogram.
cli-help-bench-rate = How many messages come a second.
cli-help-bench-practices = How many practices are in the database.
cli-help-version = Show which version this is.
cli-help-debug = Show where it went wrong when an error was not expected.
cli-help-name = The name.
cli-help-in-organisation = The organisation. Can be left out when there is only one.
cli-help-language = The language: nl or en.
cli-help-timezone = The time zone, such as Europe/Amsterdam.
cli-help-region = The region of the employer.
cli-help-size = How large the employer is, such as small, medium or large.
cli-help-of-employer = The employer that the team belongs to.
cli-help-role = What somebody becomes.
cli-help-invite-team = The team that somebody joins.
cli-help-invite-employer = The employer of whoever uses the link.
cli-help-uses = How often the link works: a number, or unlimited.
cli-help-expires = How long the link works: 30m, 24h, 7d or 2w.
cli-help-qr = Save the link as a QR code in a file (.png or .svg).
cli-help-qr-terminal = Show the link as a QR code on the screen as well.
cli-help-migrate-to = The version of the database. Without it: the newest.

cli-organisation-added = Organisation { $name } is there.
cli-organisation-renamed = { $old } is now called { $new }.
cli-organisation-removed = Organisation { $name } is gone.
cli-organisation-last = There is no organisation any more. At the next start I make one to try out.
cli-organisation-in-use = I do not remove { $name }: there { $members ->
    [one] is 1 member
   *[other] are { $members } members
 } and { $practices ->
    [one] 1 practice of their own
   *[other] { $practices } practices of their own
 }. Another name? kopgroep organisation rename
cli-organisation-line = { $name } ({ $language }, { $timezone }): { $members ->
    [one] 1 member
   *[other] { $members } members
 }, { $practices ->
    [one] 1 practice
   *[other] { $practices } practices
 }
cli-employer-line = {"  "}employer { $name }
cli-team-line = {"  "}team { $name }
cli-team-line-of = {"  "}team { $name } ({ $employer })
cli-employer-added = Employer { $name } is in { $organisation }.
cli-team-added = Team { $name } is in { $organisation }.
cli-invited = Invitation to { $organisation }, as { $role }. Works { $uses ->
    [0] as often as needed
    [one] once
   *[other] { $uses } times
 }, until { $until }. Save the link now: I show it only once.
cli-invite-no-telegram = Telegram did not answer, so the link for Telegram is missing. Look with: kopgroep check
cli-invite-local = Note: { $address } works only on this computer or in this network. Set PUBLIC_URL to the address that colleagues can open.
cli-qr-written = The QR code is in { $file }.
cli-role-member = member
cli-role-coordinator = coordinator
cli-role-liaison = liaison
cli-role-policy = policy reader
cli-role-admin = admin
cli-examples-loaded = { $count ->
    [0] All examples were in { $organisation } already.
    [one] 1 example is now in { $organisation }.
   *[other] { $count } examples are now in { $organisation }.
 }
cli-examples-removed = { $count ->
    [0] There were no examples in { $organisation }.
    [one] 1 example is gone from { $organisation }.
   *[other] { $count } examples are gone from { $organisation }.
 }
cli-import-reading = Reading
cli-imported = { $count ->
    [0] Nothing new.
    [one] 1 practice is in now.
   *[other] { $count } practices are in now.
 }
cli-import-already = { $already ->
    [one] 1 practice was there already.
   *[other] { $already } practices were there already.
 }
cli-import-dry = Try-out: { $count ->
    [one] 1 practice would come in
   *[other] { $count } practices would come in
 }, { $already ->
    [one] 1 is there already
   *[other] { $already } are there already
 }. I kept nothing.
cli-import-nothing = { $count ->
    [one] 1 row cannot come in, so I kept nothing.
   *[other] { $count } rows cannot come in, so I kept nothing.
 } With --keep-good I take over the other rows.
cli-exported = { $count ->
    [one] 1 practice is in { $file }.
   *[other] { $count } practices are in { $file }.
 }
cli-export-needs-out = An Excel file cannot go to the screen. Choose a file with --out.
cli-migrated = The database went from { $before } to { $after }.
cli-migrated-already = The database is up to date: { $after }.

# What goes wrong.

cli-stopped = Stopped.
cli-no-organisation = There is no organisation yet. Make one with: kopgroep organisation add NAME
cli-which-organisation = There are several organisations. Choose one with --organisation: { $names }.
cli-unknown-organisation = I do not know that organisation. I know: { $names }.
cli-unknown-employer = I do not know that employer in this organisation. I know: { $names }.
cli-unknown-team = I do not know that team in this organisation. I know: { $names }. Make it with: kopgroep team add NAME
cli-team-elsewhere = Team { $team } does not belong to employer { $employer }.
cli-name-taken = { $name } exists already.
cli-empty-name = Give a name with letters.
cli-bad-language = --language should be nl or en.
cli-bad-timezone = --timezone should be the name of a time zone, such as Europe/Amsterdam.
cli-bad-uses = --uses should be a number from 1 to 100000, or unlimited.
cli-bad-expires = --expires should be a span of at most a year, such as 30m, 24h, 7d or 2w.
cli-qr-kind = --qr should be a file that ends in .png or .svg.
cli-cannot-write = I cannot write { $file }: { $reason }.
cli-folder = I cannot make the folder { $folder }: { $reason }. Set DATA_DIR to a folder that I may write in.
cli-database-address = DATABASE_URL is not right. It should start with sqlite:/// or postgresql:// and be a proper address.
cli-database-newer = The database belongs to a newer version ({ $version }) of Kopgroep. Install that version.
cli-database-busy = The database is busy with something else. Try again in a moment.
cli-database-away = The database does not answer well: { $reason }. Look with: kopgroep check
cli-system = The system refuses: { $reason } { $file }
cli-unexpected = Something went wrong that I did not know: { $what }. kopgroep --debug shows more.
cli-bad-setting = { $name } is not right: { $what }
setting-token = it should look like 123456:ABC…, as @BotFather gave it.
setting-web-address = it should be a web address that starts with http:// or https://
setting-language = it should be nl or en.
setting-timezone = it should be the name of a time zone, such as Europe/Amsterdam.
setting-log-level = it should be DEBUG, INFO, WARNING or ERROR.
setting-keep-days = it takes names and days such as lines=60, within what kopgroep retention shows.
setting-secret-key = it should have at least 32 characters.
setting-database = it should start with sqlite:/// or postgresql://
setting-secret-key-needed = it is needed with PostgreSQL, the same for every process.
setting-public-url-needed = it is needed for TELEGRAM_MODE=webhook, so that Telegram can find us.
setting-embeddings-model-needed = it is needed with EMBEDDINGS_URL, to say which model to ask.
setting-number = it should be a number.
setting-port = it should be a number from 0 to 65535.
setting-mode = it should be polling or webhook.
setting-unfit = this value does not fit.
cli-unknown-version = I do not know that version of the database. I know: { $names }.
cli-no-such-option = I do not know the option { $name }. See with --help what there is.
cli-no-such-command = I do not know that command. See with kopgroep --help what there is.
cli-missing-parameter = { $name } is missing. See with --help what is needed.
cli-bad-parameter = { $name } is not right: { $what }.
cli-usage = I do not understand it like this: { $what }. See with --help.

cli-bench-no-clone = Measuring works only in a clone of the source: it needs the tests, which are not installed here.
cli-bench-missing = The package { $name } is missing for measuring. Get the packages for testing too: uv sync
cli-bench-unknown-peer = I cannot compare with { $name }. Choose from: { $names }.
cli-bench-no-data = { $folder } lacks: { $names }.
cli-bench-needs-data = That needs questions of others: give a folder with --data.
cli-bench-unknown-name = { $name } is not possible for --{ $option }. Choose from: { $names }.
cli-bench-no-aiogram = aiogram could not be fetched. That takes uv and the internet. Measure without it: --peers ptb
cli-bench-no-postgres = PostgreSQL cannot start here ({ $reason }).
cli-bench-silent = { $name } did not answer everything, so nothing was measured ({ $reason }).
cli-bench-guard = { $language }: { $count } messages. Of { $personal } with personal data, everything was found in { $recall } %. Of { $clean } without, { $alarms } % were warned about for nothing. { $each } ms per message.
cli-bench-guard-kind = {"   "}{ $kind }: { $found } of { $count } found, { $alarms } times for nothing
cli-bench-invitations = { $database }: { $people } people opened one link, in { $processes } processes. Inside: { $inside }. Members: { $members }. Refused: { $refused }, in { $sentences } different sentences.
cli-bench-load = Load of the computer: { $load } on { $cores } cores. Above 1 only the ratios mean something.
cli-bench-round = { $name }: { $speed } a second, { $cpu } ms of processor per message, waits { $p50 } (p50), { $p95 } (p95), { $p99 } (p99) ms
cli-bench-median = Median of { $name }: { $speed } a second ({ $least } to { $most }), { $cpu } ms of processor per message
cli-bench-times = Kopgroep next to { $name }: { $speed } times as many a second, { $processor } times as many per second of processor
cli-bench-latency = { $rate } messages a second, { $count } answers. Waits: { $p50 } (p50), { $p95 } (p95), { $p99 } (p99) ms
cli-bench-filling = I am making a database with { $count } practices. That is not timed.
cli-bench-start = { $count } practices: listens after { $seconds } s, { $memory } MB of memory, first question answered in { $answer } ms
cli-bench-start-median = Median with { $count } practices: { $seconds } s, { $memory } MB, { $answer } ms
cli-bench-start-times = Full next to empty: { $times } times as long

# Tables of "bench matching". With bars between: the names of the columns.
cli-bench-own-next = Questions in { $asked } over cards in { $cards } …
cli-bench-own-goals = Own questions over the examples, in percent. In brackets the 95 % interval, and how many of how many.
    .columns = goal | at least | held-out | tune
cli-bench-own-goal-found = Dutch question, the right card in the first three
cli-bench-own-goal-answered = Dutch question that a card answers: something is shown
cli-bench-own-goal-refused = Dutch question that no card answers: nothing is shown
cli-bench-own-goal-across = English question over Dutch cards, the right card in the first three
cli-bench-own-libraries = Language of the question → language of the cards ({ $part })
    .columns = question → cards | questions | top-1 | top-3 | top-5 | something shown | as the answer
cli-bench-own-styles = How the question is written, over Dutch cards ({ $part })
    .columns = style | nl questions | nl top-3 | nl something shown | en questions | en top-3 | en something shown
cli-bench-own-shared = How many words a Dutch question shares with the right card ({ $part })
    .columns = words | questions | top-1 | top-3 | top-5 | something shown | as the answer
cli-bench-own-refused = Questions that no card answers: of the field (near) or not (far) ({ $part })
    .columns = question → cards | kind | questions | nothing shown | not as the answer
cli-bench-next = { $what }: { $name } …
cli-bench-goals = Goals, in percent ({ $part })
    .columns = set | questions | goal top-1 | top-1 | goal mistyped | top-1 mistyped | goal top-5 | top-5
cli-bench-peers = Top-1 / top-5 / MRR, mean over { $settings } ({ $part })
    .columns = system | clean | typo | keywords | typo+keywords
cli-bench-printed = * MiniLM is not measured here. It was printed elsewhere, on another half of the same questions.
cli-bench-peer-missing = { $name } is not measured: the package { $package } is not here.
cli-bench-settings = Top-1 per set, clean / mistyped
    .columns = system | stackfaq | stackfaq+a | covidfaq | covidfaq+a | banking77+a | clinc150+a | nlww
cli-bench-differences = By how many points more often right than each other, all questions together (95 %, { $draws } draws)
    .columns = system | clean | typo | keywords | typo+keywords
cli-bench-refusal = Saying no. AUROC, and: answered / of those right / wrongly answered, at thresholds from three sources ({ $part })
    .columns = set | questions | AUROC | threshold of these questions | of the other half | of the other set
cli-bench-ablation = Without each leg: top-1, the mean over five sets (at most { $most } questions each), and top-3 on own questions
    .columns = without | clean | typo | keywords | typo+keywords | own nl → nl | own en → nl
cli-bench-speed-next = Speed among { $practices } practices …
cli-bench-speed = Speed on one core, in ms of processor. Load: { $load } on { $cores } cores.
    .columns = practices | p50 / p95 | mistyped p50 / p95 | % found | add + next question | MB | load s | first question ms
cli-bench-times-of-peers = Milliseconds for the middle question among { $practices } practices, by the clock
    .columns = system | ms
cli-bench-picture = The picture is in { $file }.
cli-words-added = { $new ->
    [one] 1 pair added
   *[other] { $new } pairs added
 }, { $known } were there already.
cli-words-line = Line { $number } was left out: { $reason }
cli-words-left = { $count } pairs no longer fit. An organisation has { $most } at most.
