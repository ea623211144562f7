# A message to a group, from a coordinator.

command-broadcast = broadcast broadcasts
    .about = Send a message to a group
door-broadcast = Message to a group

# Writing.

broadcast-what =
    What do you want to send? Type your message, { $most } characters at most. A locked phone shows the first line only.

    You may use: *bold*, _italic_ and a link. Name no residents. A photo or PDF may go along: send it here, now or later. In the browser: Menu, Add a photo or PDF.
broadcast-earlier = Earlier messages
broadcast-too-long = That is { $count } characters. { $most } fit. Make it shorter and send it again.
broadcast-to-whom = Who gets this message?
broadcast-whose = Who is this message from? It stands above it, so that everyone knows.
broadcast-voice-colleagues = From colleagues
broadcast-voice-policy = From policy
broadcast-which-button =
    Do you want a button below your message?
    • Seen: later you see how many people tapped it, not who. Only with a group of 10 or more.
    • I'll do it: you see who does it. They are told so.
    • An example: the button opens an example.
    • A round: the button opens its questions, for who has not had them yet.
broadcast-asks-nothing = No button
broadcast-asks-seen = Seen
broadcast-asks-doing = I'll do it
broadcast-asks-practice = An example
broadcast-asks-round = A round
broadcast-practice-words = Which example? Type a few words that are in it.
broadcast-which-practice = Which example is it? Not there? Then type other words.
broadcast-no-practice = I find no example with that which everyone may see. Try other words.
broadcast-which-round = To which round does the button lead?
broadcast-round-line = { $number }. { $title }, open until { $closes }
broadcast-round = Round { $number }
broadcast-no-round = You have no open round now. Choose another button.

# A photo or PDF along with it.

broadcast-photo = photo
broadcast-file-taken = It goes along with your message. I do not look at what it shows or says: make sure that no resident can be found in it. At the end you can take it off.
broadcast-file-kind = This file cannot go along. A photo (jpg or png) or a PDF can, of { $most } MB at most. Make a PDF of another document first.
broadcast-file-too-big = This file is too large: a photo or PDF may be { $most } MB. Make it smaller and send it again.
broadcast-file-broken = I cannot open this file. Send another photo or PDF, { $most } MB at most.
broadcast-file-acts = This PDF is locked, or holds something that can run. Save it again as a plain PDF and send that.
broadcast-file-gone = The file is not there any more. Choose Photo or PDF below, and send it again.
broadcast-file-coming = I am still fetching your file. Type the number once more in a few seconds.
broadcast-file-with = Along with it: { $name }
broadcast-file-apart = Your text is longer than { $most } characters. On a phone the file then comes in a message of its own below it.
broadcast-file-send = Send your photo or PDF, { $most } MB at most. In the browser: Menu, Add a photo or PDF.
broadcast-file-other = Now { $name } goes along. Send another photo or PDF ({ $most } MB at most), or choose.
broadcast-file-keep = Leave it so
broadcast-file-none = Without a file
broadcast-alt = What does the photo show? Type one sentence, for who cannot see it.
broadcast-alt-long = That is long. One sentence of { $most } characters at most is enough.
broadcast-when =
    When does it go out? Choose, or type a day and a time, such as: Thursday 10:00.

    The next morning is { $morning }.
broadcast-now = Now
broadcast-morning = Next morning
broadcast-no-moment = I do not understand that time, or it is past. Type it like this: tomorrow 10:00, or 3 December 14:00.

# Being sure.

broadcast-preview = This is how it arrives:
broadcast-below = Button below: { $label }
broadcast-below-practice = Button below: See example. It opens ‘{ $title }’.
broadcast-below-round = Button below: To the round. It opens ‘{ $title }’. Only who was asked can answer.
broadcast-summary =
    To: { $audience }. Who wants to be sent nothing does not get it. Who is on a break gets it later, or not.
    When: { $moment }.
broadcast-at-once = at once
broadcast-in-a-while = in 5 minutes
broadcast-pause-mass = It is more than { $most } people. The other coordinators hear of it now, and can stop it for at least 5 minutes.
broadcast-pause-hours = That is outside working hours. Everybody gets it when they are back at work. The other coordinators hear of it now, and can stop it for at least 5 minutes.
broadcast-sure = Is it all right? Then type the number of people: { $count }. Then I send it. Change something? Choose below.
broadcast-change-words = Text
broadcast-change-audience = Group
broadcast-change-voice = Sender
broadcast-change-asks = Button
broadcast-change-file = Photo or PDF
broadcast-change-when = Moment
broadcast-not-sure = I sent nothing. It is { $count } people now: type that number if you are sure.
broadcast-crowded = { $most } messages already go out in that hour. More is too much. Choose another moment.
broadcast-begins = { $count ->
    [one] I am sending it to a group of 1 person now. You will soon see here how it goes.
   *[other] I am sending it to a group of { $count } people now. You will soon see here how it goes.
 }
broadcast-planned = { $count ->
    [one] Done. It goes out on { $at }, to 1 person. Until then you can still stop or change it.
   *[other] Done. It goes out on { $at }, to { $count } people. Until then you can still stop or change it.
 }
broadcast-told =
    { $name } sends a message to { $count } people on { $at }. Is something not right? Then stop it.

    ‘{ $quote }’
broadcast-no-name = A coordinator
broadcast-hold = Hold it back
broadcast-change = Change it
broadcast-look = Have a look
broadcast-held = I held it back. Change what you like, and send it again.

# How it goes.

broadcast-is-planned = The message ‘{ $quote }’ goes out on { $at }, to { $count ->
    [one] 1 person
   *[other] { $count } people
 }.
broadcast-is-sending = The message ‘{ $quote }’ is going out now.
broadcast-is-done = The message ‘{ $quote }’ has been sent.
broadcast-is-stopped = The message ‘{ $quote }’ was stopped. Whoever had it already keeps it.
broadcast-is-withdrawn = The message ‘{ $quote }’ was held back. Nobody got it.
broadcast-count-sent = Arrived: { $count } of { $total }
broadcast-count-waiting = Still to go: { $count }. Who is not at work or just got something, gets it later.
broadcast-count-gone = Does not get it: { $count }. Cannot be reached, or wants to be sent nothing.
broadcast-few = This is a small group. Below { $least } people I do not show how many got it. So who wants to be sent nothing keeps that private.
broadcast-count-failed = Failed: { $count }
broadcast-count-uncertain = Perhaps arrived: { $count }
broadcast-count-cancelled = No longer sent: { $count }
broadcast-count-seen = Seen: { $count } or a few more
broadcast-count-doing = I'll do it: { $count } or a few more
broadcast-lines =
    { $before }
    { $line }
broadcast-stop = Stop the message
broadcast-repeat = Send again
broadcast-doers = Who will do it?
broadcast-doers-none = Nobody has said “I'll do it” yet.
broadcast-doers-list =
    { $count ->
        [one] One colleague will do it:
       *[other] { $count } colleagues will do it:
    }
    { $names }
broadcast-over = This message is done or stopped already. I changed nothing.
broadcast-not-there = This message is not there (any more). I changed nothing.

# Earlier messages.

broadcast-none = There are no messages to a group yet.
broadcast-list = { $count ->
    [one] One message to a group:
   *[other] { $count } messages to a group, the newest first:
 }
broadcast-line =
    { $number }. ‘{ $quote }’
    { $state }, { $at }. To { $audience }: { $count ->
        [one] 1 person
       *[other] { $count } people
    }.
broadcast-state-planned = Planned
broadcast-state-sending = Going out
broadcast-state-done = Sent
broadcast-state-stopped = Stopped
broadcast-state-withdrawn = Held back
broadcast-open = Message { $number }
broadcast-more = More messages
broadcast-new = New message

# As a colleague reads it.

broadcast-from-colleagues =
    <b>From colleagues</b>
    { $words }
broadcast-from-policy =
    <b>From policy</b>
    { $words }
broadcast-doing-beforehand = Do you tap “I'll do it”? Then the coordinator sees your name.
broadcast-why-everybody = <i>Everyone here gets this.</i>
broadcast-why-theme = <i>You get this because you follow { $name }.</i>
broadcast-why-team = <i>You get this because you are in team { $name }.</i>
broadcast-why-job = <i>You get this because of your work: { $name }.</i>
broadcast-why-role = <i>You get this because of your role: { $name }.</i>
broadcast-seen = Seen
broadcast-doing = I'll do it
broadcast-practice = See example
broadcast-to-round = To the round
broadcast-seen-noted = Noted: seen. Nobody sees who said so.
broadcast-doing-sure = Are you sure? Then the coordinator sees your name: { $name }.
broadcast-doing-yes = Yes, I'll do it
broadcast-doing-no = Rather not
broadcast-doing-noted = Noted: you'll do it. The coordinator sees your name.
