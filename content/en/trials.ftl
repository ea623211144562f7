# Pledge, try, tell.

command-pledges = plans
    .about = What you want to try

trials-own = This is your own example. Your colleagues tell how it goes for others.
trials-see = See it
trials-more = More

trials-when =
    Nice, ‘{ $title }’ is among your plans. Only you see that.
    When will you do this? It works more often if you pick a moment.
trials-when-today = Today
trials-when-week = This week
trials-when-next = Next week
trials-when-unknown = I do not know yet
trials-moment-today = today
trials-moment-week = this week
trials-moment-next = next week
trials-moment-unknown = no moment yet
trials-pledged =
    Noted: ‘{ $title }’, { $moment }.
    On { $day } I ask you once how it went. No is a good answer too.
trials-add-plan = Make a plan
trials-ask-never = Do not ask me
trials-not-asked = Good, I will not ask. ‘{ $title }’ stays among your plans.
trials-unpledged = Good. ‘{ $title }’ is no longer among your plans. Nobody hears of this.
trials-no-pledge = This is not among your plans (any more). I changed nothing.
trials-told-already = You told how this went. You can always change that.

trials-plan =
    Finish the sentence: ‘If …, then I will …’. No names of residents.
    For example: ‘If someone brings a bag of post, then I make three piles.’
trials-plan-long = That is { $length } characters. There is room for { $most }. Can you make it one sentence?
trials-planned = This is your plan: ‘{ $plan }’. Only you see it.

trials-pledges = This is what you want to try. Only you see this list. Tap a title to tell how it went.
trials-line = <b>{ $title }</b>: { $moment }
trials-line-plan = <b>{ $title }</b>: { $moment }. Your plan: ‘{ $plan }’
trials-no-pledges = You have no plans now. Choose ‘I will try this’ under an example.

trials-follow-up =
    You wanted to try ‘{ $title }’. Did you get round to it?
    No is fine too.
trials-done = Yes, I did
trials-not-yet = Not yet
trials-not-for-me = Does not suit me
trials-asked-later = No problem. On { $day } I ask you once more about ‘{ $title }’. Not again after that.
trials-let-rest = No problem. I will not ask about ‘{ $title }’ again. You can always tell how it went.
trials-dismissed = Good to know. ‘{ $title }’ comes last for you now. Only you see that.

trials-how =
    Good that you tried ‘{ $title }’. Did it work?
    The maker hears what you choose, without your name.
trials-said-before = Before, you said: { $outcome }. What you choose now takes its place.
trials-worked = Yes, well
trials-partly = Partly
trials-did_not = No
trials-too_early = Too early to say
trials-outcome-worked = Worked
trials-outcome-partly = Worked partly
trials-outcome-did_not = Did not work
trials-outcome-too_early = Too early to say
trials-early = Good. Tell it later under ‘{ $title }’, once you know.
trials-take-back = Take it all back
trials-taken-back = What you told about ‘{ $title }’ is gone. I did not keep it.

trials-line-worked =
    Thank you, that counts right away.
    What did you do exactly? One sentence helps the next colleague. No names of residents.
trials-line-partly =
    Thank you, that counts right away.
    What worked, and what did not? One sentence helps the next colleague. No names of residents.
trials-line-did_not =
    Thank you, that counts right away. Everyone learns from this.
    Why did it not work? One sentence helps the next colleague. No names of residents.
trials-line-long = That is { $length } characters. There is room for { $most }. Can you shorten it?
trials-skip = Skip
trials-skipped = Good, your choice counts. Of what you typed I kept nothing.
trials-obstacle = Did something get in the way?
trials-obstacle-time = No time
trials-obstacle-orders = Other orders
trials-obstacle-norm = Production norm
trials-obstacle-none = No
trials-hindered-time = There was no time.
trials-hindered-orders = There were other orders.
trials-hindered-norm = The production norm was in the way.
trials-show =
    This is how colleagues read it: ‘{ $line }’
    Do you want your name with it?
trials-without-name = Without my name
trials-with-name = With my name
trials-was-question = It was a question
trials-line-kept = Thank you. The maker and your colleagues read it now.

trials-side-helps = Four short questions more, if you like. Does it help residents?
trials-side-careful = Is it careful?
trials-side-support = Is there support, from colleagues and managers?
trials-side-lasting = Can you keep it up?
trials-degree-yes = Yes
trials-degree-partly = Partly
trials-degree-no = No
trials-enough = That is enough
trials-side-kept = Thank you.
trials-try-first = That question is for whoever tried it. Did you do it? Then tell first how it went.

trials-experiences = Experiences with <b>{ $title }</b>
trials-nobody-told = Nobody has told yet how it went.
trials-bar = { $bar } { $about }: { $yes } yes, { $partly } partly, { $no } no
trials-about-helps = Helps residents
trials-about-careful = Careful
trials-about-support = Support
trials-about-lasting = Can be kept up
trials-quoted = <b>{ $outcome }</b>, says { $who }: ‘{ $line }’
trials-quoted-obstacle = { $quoted } { $obstacle }
trials-teller-named = { $name }, { $job }
trials-family = Colleagues also did this in another way. Tap a title.
trials-differently = I did it differently

trials-heard =
    { $who } tried your example ‘{ $title }’. { $outcome }
trials-somebody = A colleague
trials-somebody-named = { $name }
trials-heard-worked = It worked.
trials-heard-partly = It worked partly.
trials-heard-did_not = There it did not work. That helps the next one too.
trials-heard-line = ‘{ $line }’
