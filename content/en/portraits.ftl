# Portraits of people whom colleagues nominated.

command-portrait = portrait
    .about = Your own portrait, when you were nominated
command-people = people
    .about = Read who makes the difference here

portrait-is-doer = Everyday doer
portrait-is-frontline = Frontline worker
portrait-is-social = Social entrepreneur
portrait-is-bridge = Bridge-builder
portrait-kind-doer = An everyday doer: sees what is needed and just begins.
portrait-kind-frontline = A frontline worker: stands beside residents every day.
portrait-kind-social = A social entrepreneur: makes something new that lasts.
portrait-kind-bridge = A bridge-builder: brings people together who did not find each other.

portrait-asked =
    { $name ->
        [0] A colleague named you as someone who makes the difference.
       *[other] { $name }, a colleague named you as someone who makes the difference.
    }
portrait-told = ‘{ $empathy }’ And: ‘{ $enterprise }’
portrait-asked-may =
    Would you like to make a short portrait of that for colleagues here? I ask a few questions. You can skip any. You see it first, and you can always take it away.
    Nobody hears what you choose. Rather say no? Then I keep nothing of that.
portrait-yes-named = Yes, with my name
portrait-yes-nameless = Yes, without name
portrait-rather-not = Rather not
portrait-answered = Thank you for your answer. Nobody hears what you chose, nor does the colleague who named you.
portrait-too-late = This question is over. I kept nothing of it.

portrait-skip = Skip
portrait-ask-kind = What suits you best?
portrait-thought = Your colleague thought of: { $kind }.
portrait-ask-day =
    What do you do on an ordinary day that makes a difference for residents?
    Two sentences are enough. No names of residents.
portrait-ask-turn = Tell one time when it had to be different. What did you do?
portrait-ask-needs = What do you need to keep doing this? For example room, time or backing. This too becomes part of your portrait.
portrait-ask-contact = What may colleagues ask you about?
portrait-long = That is { $length } characters. There is room for { $most }. Can you shorten it?
portrait-ask-quote =
    May what your colleague told stand with it? Without a name.
    ‘{ $empathy }’ ‘{ $enterprise }’
portrait-quote-yes = Yes, add it
portrait-quote-no = No, leave it out
portrait-preview = This is how colleagues see your portrait. Nothing is shown yet.
portrait-empty = There is nothing in your portrait yet. Answer one question, and there is something to see.
portrait-publish = Show it
portrait-change = Change something
portrait-change-what = What do you want to change?
portrait-part-kind = What suits me
portrait-part-day = An ordinary day
portrait-part-turn = That one time
portrait-part-needs = What I need
portrait-part-contact = What to ask me
portrait-part-quote = A colleague's words
portrait-make-named = With my name
portrait-make-nameless = Without my name
portrait-published =
    Your portrait is there. Colleagues find it with /people, and below examples with your name.
    You can always take it away, with /portrait. In a year I ask whether it may stay.
portrait-stopped = Good. Of what you typed, I kept nothing. With /portrait you can go on later.
portrait-mine = My portrait
portrait-none = You have no portrait. A portrait begins when a colleague nominates you.
portrait-begun = You said yes to a portrait, and it is not finished. Nobody sees any of it. After four weeks it is gone.
portrait-go-on = Go on
portrait-away = Your portrait cannot be seen. You can put it back for four weeks. After that it is deleted.
portrait-put-back = Put it back
portrait-erase = Delete it
portrait-erased = I kept nothing of your portrait.
portrait-yours = This is what colleagues see of you:
portrait-withdraw = Take it away
portrait-renew =
    Your portrait has been there for a year. May it stay?
    If I hear nothing for four weeks, I take it away. That is fine too.
portrait-keep = Yes, let it stay
portrait-kept = Good, your portrait stays. In a year I ask again.
portrait-gone-mine = Your portrait is not there now.

portrait-who = <b>{ $who }</b>
portrait-who-named = { $name }, { $job }
portrait-who-nameless = By { $job }
portrait-said-day = <b>An ordinary day:</b> { $words }
portrait-said-turn = <b>That one time:</b> { $words }
portrait-said-needs = <b>Needed to keep doing this:</b> { $words }
portrait-said-contact = <b>Do ask me about:</b> { $words }
portrait-quoted = <b>A colleague tells:</b> ‘{ $empathy }’ ‘{ $enterprise }’
portrait-shared = Tap a title for an example by this colleague.
portrait-gone = I cannot show you this portrait (any more).
portrait-people = Other people
portrait-nobody = There are no portraits yet. Do you know a colleague who makes the difference? Then nominate them.
portrait-page = People whom a colleague nominated. The order is chance, and another one tomorrow.
portrait-end = There is nobody else.
portrait-open = { $who }
portrait-label = { $name }
portrait-label-nameless = { $job }
portrait-more = More people
portrait-nominate = Nominate someone

portrait-report = Report
portrait-report-why =
    What is wrong with this portrait? A coordinator looks at it.
    Is it personal data of somebody else? Then I hide it at once. Nobody hears who reported it.
portrait-report-thanks = Thank you for paying attention. A coordinator looks at it, and you will hear what comes of it.
portrait-report-thanks-hidden = Thank you for paying attention. The portrait is hidden now. A coordinator looks at it, and you will hear what comes of it.
portrait-told-hidden =
    Your portrait is hidden for a moment. A colleague wondered whether it holds data of somebody else. That can happen to anybody.
    A coordinator looks at it, and you will hear what comes of it. You may already change it yourself.
portrait-told-hidden-by =
    Your portrait is hidden. A coordinator looked at it after a report.
    You can change it. Then a coordinator looks again.
portrait-told-shown = Good news: your portrait can be seen again. A coordinator looked at it.
portrait-told-reporter-shown = Your report was looked at: the portrait can still be seen. Thank you for paying attention.
portrait-told-reporter-hidden = Your report was looked at: the portrait can no longer be seen. Thank you for paying attention.
portrait-is-hidden =
    Your portrait is hidden. Nobody sees it until a coordinator says so.
    If you change it, a coordinator looks again. After four weeks without a change it is gone.
portrait-changed-waits = Good, that is in it. A coordinator looks at it before colleagues see it. I will let you know.
portrait-reported = A colleague reported a portrait. It can still be seen. Will you look at it?
portrait-reported-hidden = A colleague reported a portrait. It was hidden at once, because it may hold data of somebody else. Will you look at it?
portrait-changed-hidden = A portrait that is hidden was changed. Will you see whether it may be seen again?
portrait-reported-none = There is no portrait to look at now.
portrait-reported-own = This is your own portrait. Let another coordinator look at it.
portrait-reported-count = { $count ->
    [one] There is one portrait to look at.
   *[other] There are { $count } portraits to look at.
 }
portrait-reported-why = Reported, because it { $reasons }.
portrait-reported-is-hidden = It is hidden now.
portrait-reported-is-shown = It can still be seen.
portrait-judge-show = Let it be seen
portrait-judge-hide = Hide it
portrait-judged-shown = The portrait can be seen. Who made it and who reported it will hear that from me.
portrait-judged-hidden = The portrait is hidden. Who made it and who reported it will hear that from me.
portrait-about = These colleagues tell something about ‘{ $words }’. The order is chance.
portrait-about-nobody = Nobody tells about ‘{ $words }’ in a portrait here yet.
portrait-everybody = All people
