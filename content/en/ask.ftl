# Asking and being answered.

command-ask = ask
    .about = Ask a question

ask-invite = What are you stuck on? Just type it, as you would text a colleague. Do not name residents.
ask-hello = Hi! What are you stuck on? Just type it, as you would text a colleague.
ask-thanks = You are welcome.
ask-fine = Good. Looking for something? Just type your question.
ask-bye = See you. I am here when you are looking for something.
ask-too-little = I cannot search with this yet. Type your question in a few words, as you would text a colleague.
ask-left-out = I left out { $what }. I do not keep that, because it can identify a person.
ask-long = Your message is long. I only read the first part.

ask-why = Found by: { $words }. Decide for yourself if it suits your situation.
ask-why-read = Found by: { $words } ({ $read }). Decide for yourself if it suits your situation.
ask-why-like = This looks like your question. Decide for yourself if it suits your situation.
ask-word = { $word }
ask-read = you wrote <i>{ $asked }</i>, I read { $found }
ask-helped = This helped
ask-does-not-fit = Not a fit
ask-good = Thank you. Whoever looks for this too finds it sooner now.

ask-unsure =
    { $count ->
        [one] I am not sure. Do you mean this?
       *[other] I am not sure. Do you mean one of these?
    }
ask-something-else = No, something else

ask-none =
    I do not have a good example for this yet. I do not want to tell you something wrong.
    Your question is open now: ‘{ $question }’
    Coordinators see open questions, without your name.
ask-unfit =
    Thank you for saying so. Your question is open now: ‘{ $question }’
    Coordinators see open questions, without your name.
ask-share = Share something

question-gone = I do not have that question (any more). Feel free to type it again.
question-withdraw = Withdraw question

ask-urgent-now =
    Is there danger right now? Call 112.
    Is it about violence at home? Call Veilig Thuis: 0800-2000, free, day and night.
    Were you threatened yourself? Tell your manager right away too.
    I am a program and not meant for emergencies.
ask-urgent-violence =
    Is there danger right now? Call 112.
    Are you worried about violence at home? Call Veilig Thuis: 0800-2000, free, day and night. You need not give a name.
    Also talk to your designated officer.
    I am a program and not meant for emergencies.
ask-urgent-child =
    Is there danger right now? Call 112.
    Are you worried about a child? Call Veilig Thuis: 0800-2000, free, day and night. You need not give a name.
    Also talk to your designated officer.
    I am a program and not meant for emergencies.
ask-urgent-suicide =
    Is there danger right now? Call 112 and do not leave the person alone.
    You can talk to 113 day and night: call 113 or, free, 0800-0113. That goes for you too.
    By day, call the family doctor as well.
    I am a program and not meant for emergencies.
ask-got-help = I have help
ask-anyway = Ask anyway
ask-take-care = Good that there is help. I did not keep your question. Take care of yourself too: talk to a colleague about it.
ask-people = { $count ->
    [one] A colleague tells of this in a portrait.
   *[other] { $count } colleagues tell of this in a portrait.
 }
ask-person = About { $name }
