# Sharing a practice.

command-share = share
    .about = Share what worked for you

share-how =
    Great that you want to share! How would you like to do it?
    It takes about two minutes. A small tip often helps most.
share-in-one = In one message
share-in-steps = Step by step
share-unfinished = You were sharing something already. Do you want to go on with that?
share-unfinished-words = I have not read what you just typed. Send it once more after ‘Start again’.
share-afresh = Start again

share-one =
    Tell it the way you would tell a colleague. For example:
    <i>With … I did … Then … Watch out for …</i>

    Do not name residents. I turn it into a card. You check it before anyone sees it.
share-one-long = That is too long for one card. Each part has room for { $most } characters. I changed nothing. Can you shorten it?

share-situation = { $number ->
    [0] I did not find this in your message yet. What was the situation?
   *[other] { $number } of 4. What was the situation?
 }
    One or two sentences is enough. No names of residents.
share-approach = { $number ->
    [0] I did not find this in your message yet. What did you do?
   *[other] { $number } of 4. What did you do?
 }
    Write it so that a colleague could do it tomorrow.
share-result = { $number ->
    [0] I did not find this in your message yet. What came of it?
   *[other] { $number } of 4. What came of it?
 }
    An impression is fine. Say how you know.
share-limits = { $number ->
    [0] I did not find this in your message yet. When does this not work, or what should people watch out for?
   *[other] { $number } of 4. When does this not work, or what should people watch out for?
 }
share-limits-help =
    With whom would you not do this? Or what can go wrong?
    One sentence is enough. It makes colleagues trust your example.
share-too-little = A colleague cannot do much with that yet. Tell it in a sentence.
share-unknown = I don't know
share-result-unknown = I do not know that yet.

share-alike = There is already an example that looks like this:
share-alike-choice =
    Is it the same? Then I count you as someone who finds it useful. I do not keep your own text then.
    Is it different after all? Then your example is placed next to it.
share-alike-own = You already shared an example that looks like this:
share-alike-own-choice =
    Is it the same? Then edit that example. I do not keep your new text then.
    Is it different after all? Then this one is placed next to it.
share-alike-gone = The example that looked like this is no longer there. You can simply share yours.
share-there = Count me in there
share-apart = Share separately
share-see-that = See that example
share-added = Thank you! I counted you in with this example.

share-preview = This is what your card looks like. Is it right?
share-settings =
    Can be seen by: { $readers }.
    Theme: { $themes }.
share-readers-team = your own team
share-readers-employer = everyone at your employer
share-readers-organisation = everyone in your organisation
share-place = Place
share-change = Edit

share-done = Thank you! Your example is in. { $readers } can find it now. Type /mine to see how many colleagues find it useful.
share-found-by-team = Colleagues in your team
share-found-by-employer = Colleagues at your employer
share-found-by-organisation = Colleagues in your organisation
share-see = See my card
share-another = Share another

share-forward = You forwarded a message. Is this your own?
share-forward-yes = Yes, I'll share it
share-forward-no = No
share-forward-question = It is a question
share-forward-replaces = If you choose yes, the example you were working on is dropped.
share-not-yours = Here you share only what you did yourself. Perhaps your colleague wants to share this? I kept nothing.

# The beginnings of words by which a text is about a theme; a long one also counts inside a compound.

share-words-debt = debt bailiff arrears loan credit repay budget creditor owed seizure
share-words-youth = youth young child teen school truan parent
share-words-neighbourhood = neighbour community kitchen doorstep
share-words-wmo = wmo carer wheelchair mobility daycare stairlift
share-words-work = benefit welfare job employer vacanc unemploy reintegration income
share-words-counter = desk counter phone queue form callback
share-words-enforcement = enforce fine inspect warning offence penalt
share-words-housing = rent hous evict landlord homeless tenan
share-words-care_avoiders = avoid hoard neglect addict squalor
share-words-safety = violen aggress safe threat abuse police
share-words-language = language literac interpret translat dutch reading
share-variant = Good that you did it differently from ‘{ $title }’. Only tell what was different with you. I take over the rest, and you can change that in a moment.
share-done-differently = A colleague did your ‘{ $title }’ in another way, and shared that. So what you began grows.
