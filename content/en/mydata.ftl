# What is kept about me.

command-mydata = mydata
    .about = See what I keep about you

mydata-shown =
    This is what I keep about you.

    You shared { $practices ->
        [one] 1 practice
       *[other] { $practices } practices
    }. You asked { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    }. You gave an opinion { $opinions ->
        [one] once
       *[other] { $opinions } times
    }. I reach you in { $devices ->
        [one] 1 place
       *[other] { $devices } places
    }.

    The file holds everything, in { $kinds } parts. What others did is not in it.
mydata-html = A file to read
mydata-json = A file as JSON
mydata-profile = Change who I am
mydata-mine = Change what I share
mydata-how-long = How long?
mydata-correct = Is something wrong?
mydata-where =
    You can change this yourself:
    • Your name, work, topics, rhythm, working hours and language: /profile
    • Examples you shared: /mine
    • Questions you asked: /questions
    • What you want to try: /plans
    • What you told or found useful: open the example and tap More
    • Your portrait: /portrait
    • Where you are signed in: /device

    Your employer, team and role are changed by your coordinator. Nobody can find answers in a round, so they cannot be changed either.
mydata-erase = Delete my data
mydata-file-html = Here is all that I keep about you. Open the file in your browser. Give it to nobody.
mydata-file-json = Here is all that I keep about you, for another program. Give it to nobody.
mydata-title = What Kopgroep keeps about you
mydata-about = Made on { $made }. Links, passwords and numbers that only the program uses are not in it.
mydata-table-members = Who you are
mydata-table-member-themes = Your subjects
mydata-table-addresses = Where you can be reached
mydata-table-sessions = Browsers you are signed in to
mydata-table-sign-in-links = Links for another device
mydata-table-allowances = How often you did something on a day
mydata-table-role-changes = A role that you will get or lose
mydata-table-conversations = Conversations that are still open
mydata-table-deliveries = When you were sent a message
mydata-table-lines = The chat page: when, and your own words
mydata-table-practices = Practices you shared
mydata-table-practice-themes = Subjects of your practices
mydata-table-practice-translations = Translations of your practices
mydata-table-practice-versions = Earlier texts of your practices
mydata-table-practice-analyses = Words for finding your practices
mydata-table-kudos = Thanks
mydata-table-pledges = Plans
mydata-table-trials = What you told of trying
mydata-table-votes = What you found useful
mydata-table-dismissals = What was not for you
mydata-table-reports = What you reported
mydata-table-questions = Questions you asked
mydata-table-question-matches = What was shown for a question, and what you said of it
mydata-table-imports = Files you sent
mydata-table-broadcasts = Messages you sent to a group
mydata-table-attachments = Files with your messages to a group
mydata-table-broadcast-presses = What you tapped below a message
mydata-table-audit = What you did as a coordinator
mydata-table-rounds = Rounds you began
mydata-table-practice-vectors = Numbers for finding your practices
mydata-table-round-members = Rounds you were asked for
mydata-table-nudges = Examples you were sent without asking
mydata-table-nudge-rests = That you are sent less
mydata-table-opt-outs = That you stopped or asked for less
mydata-table-views = New examples that you saw
mydata-table-nominations = What colleagues told of you
mydata-table-nominators = When you nominated somebody
mydata-table-portrait_reports = Which portraits you reported
mydata-table-portraits = Your portrait
mydata-table-portrait-reports = Which portraits you reported
mydata-table-consents = What you said to the privacy text
