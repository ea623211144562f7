### The model: kopgroep simulate.

simulate-model = This is a model with made-up people. It is no evidence that anything works.
simulate-plan = { $people } people, { $weeks } weeks, { $runs } times per policy, starting with number { $seed }.
simulate-busy = Busy
simulate-column-policy = Policy
simulate-column-tries = tries
simulate-column-successes = worked
simulate-column-middle = middle
simulate-column-lowest = lowest
simulate-column-top = highest
simulate-column-new = new
simulate-column-gini = uneven
simulate-column-active = still in
simulate-column-messages = messages
simulate-columns =
    Tries, worked and new: per person. New: of examples that came less than 8 weeks before.
    Middle and lowest: which part of the middle 68%, and of the 16% with least initiative, tried something.
    Highest: tries per person among the 16% with most initiative. Uneven: 0 is spread evenly over examples, 1 is all with one.
    Still in: who did not stop. Messages: unasked, per person and week.
simulate-error = Doubt of the computing itself (standard error): middle at most { $middle } percentage points, tries at most { $tries }.
simulate-hold-out = { $policy }: those who got no messages are compared with the rest. Difference in who tried something: { $by } percentage points. Proven higher in { $higher } and proven lower in { $lower } of { $runs } runs.
simulate-power = Beforehand: with { $people } people and one round, a rise from 10% is only seen when it is { $rise } percentage points.
simulate-drawn = Picture made: { $file }
simulate-no-such-number = { $name } is no number of the model. They are in docs/peer-model.md.
simulate-no-number = Behind { $name } goes a number, such as caps.week=1.
simulate-out-of-range = { $name } may be from { $low } to { $high }.
simulate-weights = The weights of fit, and those of the order, are 1 together. So change two of them.
simulate-picture-title = A model with made-up people: no evidence
simulate-picture-about = The dotted line is what happens without messages. The small line is the doubt of the computing.
simulate-axis-middle = Part of the middle that tried something
simulate-axis-tries = Tries per person
simulate-policy-none = No messages
simulate-policy-optimistic = This policy, favourable
simulate-policy-exposure = This policy, only showing
simulate-policy-conservative = This policy, cautious
simulate-policy-irritating = This policy, it annoys
simulate-policy-null = This policy, it does nothing
simulate-policy-kind = This policy, it simply helps
simulate-policy-leaderboard = Leaderboard
simulate-policy-leaderboard-kind = Leaderboard, favourable

cli-help-simulate = Compute what a policy would do, with made-up people and the real rules. A model, no evidence.
cli-help-simulate-people = How many people there are, in teams of ten.
cli-help-simulate-weeks = How many weeks it lasts.
cli-help-simulate-runs = How often each policy is computed.
cli-help-simulate-seed = With which number chance begins. The same number gives the same.
cli-help-simulate-every = Compute all nine, also what is more and less favourable.
cli-help-simulate-set = Change a number of the model, such as caps.week=1. May be given several times.
cli-help-simulate-picture = Make a picture of it too (PNG).

cli-help-bench-simulation = How long the whole table of the model takes.
cli-help-bench-nudges = How long one day of sending examples takes in a large organisation, and how much memory.
cli-help-bench-members = How many members there are.
cli-help-bench-made = How many examples there are.
cli-bench-simulation = { $count } times half a year in { $seconds } s: { $each } ms of processor each.
cli-bench-nudges = { $members } members, { $practices } examples: { $sent } messages, { $held } left out by chance.
cli-bench-nudges-plan = Reading and choosing, which nobody waits for: { $seconds } s
cli-bench-nudges-write = Writing in { $count } transactions: { $seconds } s. The longest took { $longest } ms.
cli-bench-nudges-whole = { $processor } s of processor: { $each } microseconds per member. { $memory } MB of memory at most, { $before } MB before.
cli-bench-nudges-kinds = Messages: { $kinds }. Largest part of one maker in a theme: { $share }%.
