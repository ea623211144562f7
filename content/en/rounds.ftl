# Rounds: a few questions to a group, and what comes of it.

command-round = round
    .about = Ask a group a few short questions
command-rounds = rounds
    .about = Your rounds, and what you still owe an answer on

# Ready to be asked.

round-set-cooperation = Cooperation
round-set-success = Success of the month
round-set-step = Which step can go
round-set-energy = Energy in your work
round-set-own = My own questions
round-ready-cooperation-1 = How does cooperation with other teams and organisations go?
round-ready-cooperation-1-option-1 = Very well
round-ready-cooperation-1-option-2 = Well
round-ready-cooperation-1-option-3 = Fairly well
round-ready-cooperation-1-option-4 = So-so
round-ready-cooperation-1-option-5 = Badly
round-ready-cooperation-1-option-6 = Very badly
round-ready-cooperation-2 = Where does it get stuck most often?
round-ready-cooperation-2-option-1 = Too little time
round-ready-cooperation-2-option-2 = Too few people
round-ready-cooperation-2-option-3 = Rules
round-ready-cooperation-2-option-4 = Systems
round-ready-cooperation-2-option-5 = Not knowing others
round-ready-cooperation-2-option-6 = Something else
round-ready-cooperation-3 = What would you change first?
round-ready-success-1 = What went well for you this month?
round-ready-success-2 = What helped most?
round-ready-success-2-option-1 = A colleague
round-ready-success-2-option-2 = A manager
round-ready-success-2-option-3 = Enough time
round-ready-success-2-option-4 = Room in the rules
round-ready-success-2-option-5 = Keeping at it
round-ready-success-2-option-6 = Something else
round-ready-step-1 = Which step in your work can go?
round-ready-step-2 = Why is that step still there?
round-ready-step-2-option-1 = A rule from outside
round-ready-step-2-option-2 = A rule of our own
round-ready-step-2-option-3 = The system
round-ready-step-2-option-4 = Accounting for it
round-ready-step-2-option-5 = Habit
round-ready-step-2-option-6 = I don't know
round-ready-energy-1 = Did your work give you energy this week, or did it cost energy?
round-ready-energy-1-option-1 = Gave very much
round-ready-energy-1-option-2 = Gave much
round-ready-energy-1-option-3 = Gave a little
round-ready-energy-1-option-4 = Cost a little
round-ready-energy-1-option-5 = Cost much
round-ready-energy-1-option-6 = Cost very much
round-ready-energy-2 = What would make the most difference for you?
round-scale-1 = Very well
round-scale-2 = Well
round-scale-3 = Fairly well
round-scale-4 = So-so
round-scale-5 = Badly
round-scale-6 = Very badly
round-own = { $words }
round-option = { $words }
round-topic = { $words }
round-sender = { $words }
round-sender-usual = The coordinator

# Who answers.

round-asks =
    { $sender } asks you about: <b>{ $title }</b>. { $count ->
        [one] One short question.
       *[other] { $count } short questions.
    }
round-asks-how = Your tap counts at once and is final, because I do not keep who answers what. On { $date } you hear what comes of it.
round-numbered = <b>{ $number } of { $count }.</b> { $question }
round-write = Write your answer
round-write-how = Type one or two sentences. I take out names and numbers. From 8 answers on it is in the results, without your name.
round-skip = Skip
round-decline = Not for me
round-explain = Is this anonymous?
round-explained =
    Yes. This is what I do with your answer:
    • I add it to the others. I do not keep who answered what.
    • { $sender } does not see who took part.
    • Figures are shown after closing only, from { $least } answers on. Sentences from { $comments } on, shuffled.
    • Whoever runs the server can see that you took part. If you use Telegram, Telegram sees what you type.
round-counted = Done, thank you.
round-thanks =
    Thank you, that was it. After { $closes } you see what came out.
    On { $date } you hear what comes of it. { $sender } tells you.
round-already = You had this question already. I changed nothing.
round-declined = Fine. You hear nothing more of this round.
round-gone = This round is not there (any more). I changed nothing.
round-closed = This round is closed. I counted nothing.
round-reminds =
    You have { $left ->
        [one] one question
       *[other] { $left } questions
    } left in the round <b>{ $title }</b>. It closes on { $closes }.
round-reminds-how = On { $date } you hear what comes of it. This is my only reminder, for everybody who is not done. { $sender } does not see who they are.

# The results.

round-outcome = Results of the round <b>{ $title }</b>: { $answered } of the { $invited } people took part.
round-outcome-few = Results of the round <b>{ $title }</b>: fewer than { $answered } of the { $invited } people took part.
round-outcome-question = <b>{ $question }</b>
round-line = • { $options }: { $share }
round-or = { $one } or { $other }
round-share = about { $percent }%
round-share-0 = (almost) nobody
round-share-25 = about a quarter
round-share-50 = about half
round-share-75 = about three quarters
round-share-100 = (almost) everybody
round-hidden = Fewer than { $least } people answered this. Then I show nothing.
round-pairs = I show the answers two by two. So nobody can work out what you answered.
round-not-told = What was chosen is not shown here. Else somebody could work out who answered what.
round-before = Last time: { $options }, { $share }.
round-part =
    Team { $teams } ({ $answered ->
        [one] 1 answer
       *[other] { $answered } answers
    }):
round-team = { $name }
round-no-team = no fixed team
round-quote = • ‘{ $words }’
round-quotes-few = Fewer than { $least } people wrote something. Then I show no sentences.
round-quotes-there = { $count } people wrote something. Read it with the button below.
round-quotes-hidden = { $count ->
    [one] A coordinator hid one sentence: { $why }.
   *[other] A coordinator hid { $count } sentences: { $why }.
 }
round-hidden-names = you could tell who it was about
round-hidden-hurts = it was hurtful or a threat
round-hidden-resident = it was about a resident
round-read-quotes = Read the sentences
round-read-quotes-of = Answers to no. { $number }
round-more-quotes = More sentences
round-then = On { $date } you hear what comes of it. { $sender } tells you.
round-picture = { $title }: answers from a group of { $invited } people
round-show-outcome = All results

# Hiding a sentence that harms somebody.

round-held = Read the sentences first. The others get the results on { $date }. Does a sentence harm somebody? Then hide it before that time.
round-hide = Hide a sentence
round-which-quote = Which sentence harms somebody? Choose it, or type a few words of it. Criticism is no reason to hide something.
round-quote-numbered = { $number }. ‘{ $words }’
round-hide-number = Sentence { $number }
round-no-quote = I do not find that sentence, or I find more than one. Choose a sentence, or type a few words of it.
round-which-why = Why do you hide it? Everybody sees the reason.
round-hide-names = Points at somebody
round-hide-hurts = Hurts or threatens
round-hide-resident = About a resident
round-hide-check = You hide this sentence: ‘{ $words }’ The reason: { $why }. This cannot be undone. It is noted in the log.
round-hide-do = Hide the sentence
round-hidden-now = Hidden. From now on nobody reads it in the results. Whoever opened it before can still see it in their own chat.
round-hidden-already = That sentence is hidden already. I changed nothing.

# Feedback.

round-feedback = This is what happens after the round <b>{ $title }</b>. From: { $sender }.
round-you-said = <b>You said:</b> { $words }
round-we-will = <b>We will:</b> { $words } Done by { $date }.
round-we-wont = <b>We will not:</b> { $words } Why not: { $because }
round-we-wonder = <b>We do not know yet:</b> { $words } Answer on { $date }.
round-right = That is right
round-not-right = That is not right
round-judged = Thank you, counted. I do not keep who thinks what.
round-judged-already = I had counted what you think already. I changed nothing.
round-not-right-count = { $count } people say that the feedback is not right.
round-write-back = Write back
round-ask-said = What did they say? Sum it up in one or two sentences. Everybody who was asked will read this.
round-ask-will = What will you do with it? Write what changes.
round-ask-will-by = When will that be done? Choose a day, or type it, such as 16-12.
round-ask-wont = What will you not do, though they asked for it?
round-ask-because = Why not?
round-ask-unknown = What do you not know yet?
round-ask-unknown-on = When will they hear that? Choose a day, or type it, such as 16-12.
round-nothing = Nothing
round-no-answer-at-all = Then there is no answer at all. Write what you do not know yet, and when you will.
round-no-day = I do not understand that day, or it is over. Type it like 16-12 or 16-12-2026.
round-feedback-check =
    This is how your group of { $invited } people will read it. Once it is sent, you cannot change it.
round-publish = Send
round-published = Sent to the group of { $invited } people. Thank you: so they know that taking part makes sense.
round-answered-already = You wrote back on this round already. I changed nothing.
round-not-closed = This round is still open. Write back once it is closed.

# Making a round.

round-which-set = What do you want to know? Choose a ready-made round, or ask your own questions.
round-which-topic = What is it about? Type it in a few words, such as: the new form.
round-no-letters = I see no words in that. Type it once more.
round-which-question = Type question { $number }. One question, one sentence.
round-which-kind = How do they answer?
round-kind-scale = Well to badly
round-kind-choice = One of a list
round-kind-open = In their own words
round-which-options =
    What can they choose from? Type the choices with a stroke between them. For example: <i>time / rules / systems</i>
    Put what belongs together side by side.
round-no-options = I read no list in this. Type { $least } to { $most } different choices with a / between them, each at most { $length } characters.
round-another = That makes { $count } of at most { $most } questions. One more?
round-enough = This is fine
round-one-more = One more question
round-whom = Who do you want to ask? The number is how many people are in the group. It takes at least 10. Who wants to be sent nothing is not asked.
round-which-sender = On whose behalf are you asking? Type a function or a team, not a name. Then they know where their answer goes.
round-sender-usual-tap = The coordinator
round-which-rhythm = How often do you want to ask it?
round-rhythm-once = Once
round-rhythm-week = Every week
round-rhythm-fortnight = Every two weeks
round-rhythm-month = Every month
round-rhythm-quarter = Every quarter
round-which-until = Until when does it come back? Choose, or type the last day, such as 30-6.
round-no-until = I do not understand that day, or it is over. Type it like 30-6 or 30-6-2027.
round-months = { $months } months
round-which-days = How long can they answer?
round-days = { $days } days
round-which-when = When does it begin? The next working day is { $morning }. Choose, or type a day and a time, such as 16-12 10:00.
round-when-now = Now
round-when-morning = Next working day
round-no-moment = I do not understand that moment, or it is over. Type it like 16-12 10:00.
round-which-split = Shall I show the results per team as well? Only for teams of at least { $least } people. I put smaller teams together.
round-split-no = All teams together
round-split-yes = Per team as well
round-which-feedback = When do they hear what you do with it? Without such a day the round does not begin. It closes on { $closes }. Choose or type a day, { $last } at the latest.
round-date = { $date }
round-no-date = That day is not possible. Choose a day after closing, at most three weeks later. Type it like 16-12.
round-check = This is your round. For { $whom }.
round-preview-options = Buttons: { $options }
round-preview-open = They type their answer.
round-summary =
    • Begins: { $opens }
    • Closes: { $closes }
    • You write back: { $feedback }
    • How often: { $rhythm }{ $until }
    • Results: { $split }
round-until-none = { "" }
round-until = , up to { $date }
round-opens-now = now; everybody gets it in working hours
round-start = Start the round
round-adjust = Change something
round-which-adjust = What do you want to change?
round-adjust-audience = For whom
round-adjust-feedback = Day of writing back
round-adjust-sender = On whose behalf
round-adjust-topic = Title
round-adjust-when = When it begins
round-adjust-days = How long
round-adjust-rhythm = How often
round-adjust-split = Per team
round-adjust-no = Nothing, go back
round-no-few = There are fewer than { $least } people in this group. Then an answer is too easy to guess. Choose a larger group.
round-no-overdue = Write back first. People are still waiting to hear what you do with your last round. Then you can start a new one.
round-no-feedback = Without a day on which they hear something back, a round does not begin.
round-no-again = A choice in it was put to people in this group in the last half year. Two outcomes side by side give people away. Ask something else, or make it a round that comes back.
round-planned =
    Your round is ready for { $whom }. Everybody gets it in working hours.
    It closes on { $closes }. Then everybody gets the same results. On { $feedback } you write back.
round-mine = My rounds
round-new = New round

# My rounds.

rounds-none = You have not made a round yet. It takes less than two minutes.
rounds-list = Your rounds. You owe nobody an answer now.
rounds-debt = You still have to write back on { $count ->
    [one] one round
   *[other] { $count } rounds
 }, on the first by { $date }.
rounds-debt-late = People are waiting for you to write back on { $count ->
    [one] one round
   *[other] { $count } rounds
 }. You promised the first for { $date }.
rounds-left = Whoever made this round has left, or is no coordinator any more. You can write back.
rounds-line = { $number }. <b>{ $title }</b>: { $standing }
rounds-open = Round { $number }
rounds-more = More rounds
rounds-planned = begins on { $date }
rounds-running = runs until { $date }, { $answered } took part
rounds-owed = closed, write back by { $date }
rounds-overdue = you are late with writing back, that was { $date }
rounds-answered = written back
rounds-one = Round <b>{ $title }</b>: { $standing }. { $invited ->
    [0] Nobody was asked yet.
   *[other] The group is { $invited } people. Who answered is not shown.
 }
round-quarter-0 = less than a quarter
round-quarter-1 = over a quarter
round-quarter-2 = over half
round-quarter-3 = over three quarters
round-quarter-4 = everybody
round-take-back = Take back
round-end-series = Stop the series
round-taken-back = Taken back. Nobody gets it.
round-series-ended = Stopped. The round does not come back.
round-not-opened = The round <b>{ $title }</b> did not begin. { $why }
round-comes-again = It comes again on { $date }.
round-missed = The round <b>{ $title }</b> did not begin on { $day }. The program stood still then.
round-why-nobody = Whoever made it has left, or is no coordinator any more. Do you still want to ask it? Then make it anew.
round-why-few = There are fewer than 10 people in the group now.
round-why-overdue = People are still waiting to hear what came of the last round.
round-why-feedback = There is no day on which they hear something back.
round-why-again = A choice in it was put to this group in the last half year.
round-due = People are waiting to hear what comes of the round <b>{ $title }</b>. You promised it for { $date }.
