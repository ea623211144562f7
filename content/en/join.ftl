# Coming in, profile, help and leaving.

command-start = start
    .about = Start, or come back
command-profile = profile
    .about = Your job, topics and rhythm
command-less = less
    .about = Be sent less, or nothing
command-language = language
    .about = Dutch or English
command-help = help
    .about = What you can do here
command-stop = stop
    .about = Receive nothing more, or leave for good

join-need-invitation = You need an invitation to take part. Ask your coordinator for the link and open it.
join-link-broken = This invitation does not work (any more). Ask your coordinator for a new link.
join-elsewhere = You already take part in another organisation. One address can belong to one organisation. Type /stop first if you want to leave there.
join-welcome =
    { $name ->
        [0] Hi, welcome to Kopgroep of { $organisation }.
       *[other] Hi { $name }, welcome to Kopgroep of { $organisation }.
    }
    I am a computer program, not a person. Here, frontline colleagues share what helps in their work. Taking part is your choice. Your manager cannot see what you do here.
join-privacy =
    How I handle your data:
    • I keep your name, job, team and what you share.
    • Never give names or addresses of residents.
    • { $channel ->
        [telegram] Your messages go through Telegram.
       *[other] Your messages stay on your organisation's server.
      }
    • With /stop you can leave at any time and have everything deleted.

    Is that okay?
join-name-taken = I leave out the name { $name }, because it looks like that of a coordinator or of this program. Choose another one later with /profile.
join-yes = Yes, I'm in
join-more = Tell me more
join-no = No thanks
join-everything =
    What I keep, and why:
    • Your name, job, team and topics: to find examples that suit you.
    • What you share and ask: so that colleagues benefit. You choose whether your name is on it.
    • What you find useful: only as a number. Nobody sees what you chose.
    • What I said to you: 90 days at most.
    { $channel ->
        [telegram] Telegram can see that you send me messages, and keeps them on its own servers. Rather not? Ask your coordinator for the browser link.
       *[other] The server's administrator can reach the database. Your coordinator and manager cannot.
    }
    You stop with /stop. Then you can also have everything deleted.
join-first = First I would like to hear whether you take part. After that, send me once more what you just typed.
join-declined = Thanks for telling me. I keep nothing about you. Want to join later? Open the link again.
join-changed =
    The text about your data has changed. Tap Tell me more to see what I keep now, and why.

    Is that still fine with you? If you say no, you lose nothing.
join-yes-again = Yes, that is fine
join-yes-after-all = Yes after all
join-refused = Good that you say so. I will not send you anything by myself. What you shared stays, and /mydata shows all of it. You can take part again by saying yes. You can also leave.
join-agreed-again = Thank you. You can go on where you were.
join-agreed-already = You take part already. Do you want to leave? Type /stop.
join-back =
    { $name ->
        [0] Good to have you back.
       *[other] Good to have you back, { $name }.
    }
    What are you stuck on? Just type it, as you would text a colleague.
join-burst = { $count } people came in by one link within an hour. Is that a meeting or a new team? Then it is fine. Otherwise stop the link with /invitations.
join-new-role = From now on you are also { $role } here. Type /help to see what that adds.
role-member = member
role-coordinator = coordinator
role-liaison = liaison
role-policy = policy reader
role-admin = administrator

profile-job = What kind of work do you do? Then I can find examples that suit you. You may also type a question right away.
profile-job-chosen = Your work: { $job }.
profile-themes = Which topics do you want to hear about? Choose up to { $most }. You can change this any time.
profile-theme-on = ✓ { $theme }
profile-theme-off = { $theme }
profile-done = Done
profile-themes-full = You have { $most } already. Take one away first by pressing it.
profile-themes-chosen = Your topics: { $themes }.
profile-themes-none = You chose no topics. That is fine too.
profile-rhythm = How often may I send you something? Only in your working hours: { $hours }, and not on holidays. You can always stop with /stop.
profile-rhythm-chosen = Your rhythm: { $rhythm }.
profile-ready = All set! What are you stuck on this week? Just type it, as you would text a colleague.
profile-shown =
    This is you here:
    • Name: { $name }
    • Work: { $job }
    • Where you work: { $place }
    • Topics: { $themes }
    • Rhythm: { $rhythm }
    • Working hours: { $hours }
    • Language: { $language }

    What do you want to change?
profile-nothing = nothing yet
profile-change-name = Name
profile-change-job = Work
profile-change-place = Where I work
profile-change-themes = Topics
profile-change-rhythm = Rhythm
profile-change-hours = Working hours
profile-place-residents =
    Whom do you mostly work with? You may leave this empty.
    I only use it to find examples that suit you. Nobody sees it.
profile-place-municipality = How large is the municipality where you work?
profile-place-team_size = How many people are in your team?
profile-place-region = In what part of the country do you work?
profile-place-empty = Leave it empty
profile-place-chosen = Where you work: { $place }. Only you see that.
profile-place-none = Good, I do not know where you work.
place-residents-families = Families
place-residents-young = Young people
place-residents-adults = Adults
place-residents-elderly = Older people
place-residents-newcomers = Newcomers
place-residents-businesses = Business owners
place-municipality-small = Up to 30,000 people
place-municipality-medium = 30,000 to 100,000
place-municipality-large = 100,000 to 250,000
place-municipality-city = More than 250,000
place-team_size-few = Team of up to 8
place-team_size-some = Team of 9 to 20
place-team_size-many = Team of more than 20
place-region-north = North
place-region-east = East
place-region-middle = Centre
place-region-west = West
place-region-south = South
profile-hours = { $days }, { $start } to { $end }
profile-hours-ask = When do you work? Only then I send you something. Type your days and times, such as “Mon Tue Thu 9-17”.
profile-hours-usual = Usual working days
profile-hours-unread = I do not understand that. Type it like this: Mon Tue Thu 9-17. The first time is before the second.
profile-hours-chosen = Fine, I only send you something on { $hours }, and not on public holidays.
profile-paused = You have a pause until { $until }. Type /pause to change that.
day-0 = Mon
day-1 = Tue
day-2 = Wed
day-3 = Thu
day-4 = Fri
day-5 = Sat
day-6 = Sun
clock = { $hour }:{ $minute }
profile-change-language = Language
profile-name = What shall I call you? A first name is enough.
profile-name-taken = Somebody whom colleagues have to rely on is called so here, or the program itself. Choose a name that does not look like it, such as your first name with your team.
profile-name-chosen = Good, I will call you { $name }.
profile-language = Which language shall we speak? Welke taal spreken we?
profile-language-chosen = Good, we speak English.
language-nl = Nederlands
language-en = English
rhythm-weekly = Once a week
rhythm-twice = Twice a week
rhythm-digest = Only the digest
rhythm-nothing = Send nothing

door-ask = Ask a question
door-share = Share something
door-browse = Look around
door-mine = My examples
door-invite = Invite somebody
door-gaps = Open questions
door-reported = Reported examples
door-doubles = Examples alike

help =
    What you can do here:
    • Ask a question: just type it, in your own words.
    • Share something that worked: /share
    • Look around: /browse
    • See what you shared: /mine
    • See what you want to try: /plans
    • See what others did with it: /contribution
    • Change your work and topics: /profile
    • Get less: /less
    • Name a colleague who makes the difference: /nominate
    • Read who they are: /people
    • Get nothing for a while: /pause
    • Stop, or have everything deleted: /stop

    I am a computer program. In danger, call 112.
help-for-coordinators =
    For coordinators:
    • See how it goes, in figures: /overview
    • A message to a group: /broadcast
    • A round of questions: /round
    • Before a team starts: /startkit
    • Sending examples, on or off: /sending
    • The numbers behind it: /numbers
    • Who did what: /log
    • Who has a role: /roles
help-coordinator =
    For coordinators and liaisons:
    • Invite somebody: /invite
    • Questions that nothing fitted: /gaps
    • Reported examples: /reported
    • Words that mean the same: /words
    • Hide or merge: the button Manage below an example
fine = Good. You can always ask or share something.

leave-silent = I will not send you anything from now on. What you shared stays. You can still ask questions. Is there anything else you want?
leave-fine = That's fine
leave-speak-again = Send again after all
leave-remove-name = Remove my name
leave-erase = Delete my data
leave-speaking = Good, you will hear from me again.
leave-name-removed = Your name is not on anything any more.
leave-sure = Do you want to leave and have everything deleted? I cannot undo that.
leave-practices = { $count ->
    [one] You shared one example. May it stay, without your name? Or does it go too?
   *[other] You shared { $count } examples. May they stay, without your name? Or do they go too?
 }
leave-yes = Yes, delete all
leave-keep = Let them stay
leave-take-along = Delete them too
leave-no = No, I stay
leave-erased = You have left. Within a few minutes everything of yours is erased. Thank you for taking part. You can come back with a new invitation.
