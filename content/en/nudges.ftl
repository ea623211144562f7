# What somebody gets without asking: a practice that fits, news for its maker, a digest each week.

nudge-majority =
    Most colleagues { $who } do this already: ‘{ $title }’. That is { $adopters } of { $active }.
    Something for this week?
nudge-growing =
    More and more colleagues { $who } are trying ‘{ $title }’.
    In four weeks there are { $growth } more. Want to see how?
nudge-some =
    { $adopters } colleagues { $who } did ‘{ $title }’.
    It fits your work. Want to see how?
nudge-story =
    { $who } tried ‘{ $title }’ and wrote: ‘{ $line }’
    Want to see how?
nudge-peer = { $name }, { $job },
nudge-new =
    This fits your work: ‘{ $title }’.
    Colleagues would like to hear from you how it goes.
nudge-group-theme = on this topic
nudge-group-job = with your kind of work
nudge-group-job_and_region = with your kind of work, in your region
nudge-group-team = in your team
nudge-try = I will try this
nudge-see = See it
nudge-not = Not for me
nudge-dismissed = Good to know. I will not send you ‘{ $title }’ for now. Only you can see that.

nudge-impact = Your example ‘{ $title }’ helps. { $count } colleagues tried it.
nudge-quote = One of them wrote: ‘{ $line }’
nudge-thanks = Thank you, this is exactly what it is about.
nudge-reactions = Show reactions
nudge-nice = Nice

nudge-backoff =
    I sent you { $count } things you did nothing with. That is fine.
    I will send less from now on. Are the topics wrong?
nudge-topics = Other topics
nudge-less-is-fine = Less is fine
nudge-stop = Stop sending

digest-head = Your week in two minutes.
digest-fits = { $number }. Fits you: ‘{ $title }’
digest-new = { $number }. New: ‘{ $title }’
digest-loop = Done with your input: ‘{ $words }’
digest-impact = { $count ->
    [one] One colleague tried what you shared.
   *[other] { $count } colleagues tried what you shared.
 }
digest-see = See { $number }

# For the coordinator: beforehand, and what came of it.

nudges-begun =
    From today on, people sometimes get an example that they did not ask for. It is about { $people ->
        [0] fewer than ten people.
       *[other] { $people } people or more.
    }
    Does that help? One in five gets nothing for eight weeks at a time. Chance decides, and nobody knows who.
    I say this beforehand: { $people ->
        [0] with so few people there is no telling whether it helps.
       *[other] with so few people I cannot see small differences. Only a rise of { $rise } percentage points stands out.
    }
nudges-report = The last eight weeks are over. This is what came of the examples that people got without asking.
nudges-counts = I compare { $sent } times or more somebody who got them with { $held } times or more somebody who by chance did not.
nudges-difference-higher = People who got them tried something more often. That is not chance.
nudges-difference-higher-not-proven = People who got them tried something more often. That is higher, but not proven.
nudges-difference-same = There is no difference.
nudges-difference-lower-not-proven = People who got them tried something less often. That is lower, but not proven.
nudges-difference-lower = People who got them tried something less often. That is not chance.
nudges-difference-too-few = There are too few people to say anything.
nudges-interval = The difference is { $by } percentage points. The real difference is probably between { $low } and { $high }.
nudges-power = { $people ->
    [0] Beforehand I said: with fewer than ten people there is no telling whether it helps.
   *[other] Beforehand I said: with { $people } people or more only a rise of { $rise } percentage points stands out.
 }
