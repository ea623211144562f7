# Sending examples: what a manager says first, in which teams it was said, and the switch.

command-startkit = startkit
    .about = What managers say before a team starts
command-sending = sending
    .about = Sending examples: on, off, crisis week

# The page for managers.

nudging-script-about =
    Before I send a team anything, its manager says this. In their own words, in the team meeting, with everybody there.
nudging-script-title = Before your team starts
nudging-script-for = One page for managers. Say it in your own words, in the team meeting, with everybody there.
nudging-script-line = • { $words }
nudging-script-say = <b>Say this</b>
nudging-script-say-1 = In Kopgroep, colleagues share what helps in their work. You may take part. You do not have to.
nudging-script-say-2 = This does not measure you. I do not see who asks, reads, votes, answers or stops.
nudging-script-say-3 = I do not use it for an appraisal, nor to see who is at work.
nudging-script-say-4 = Do I hear what gets in the way of the work? Then I take it away, or I say why I cannot.
nudging-script-say-5 = You can always stop, with /stop. Nobody hears of it, and neither do I.
nudging-script-never = <b>Never do this</b>
nudging-script-never-1 = Ask who takes part, or why somebody does not.
nudging-script-never-2 = Compare people or teams with each other.
nudging-script-never-3 = Make taking part a target.
nudging-script-never-4 = Read along over somebody's shoulder.
nudging-script-do = <b>Do this</b>
nudging-script-do-1 = Give time for it. Two minutes between two appointments are enough.
nudging-script-do-2 = Ask in the meeting what holds people back, and do something about it.
nudging-script-do-3 = Thank whoever shares what did not work. Colleagues learn most from that.
nudging-script-then = <b>After that</b>
nudging-script-then-1 = Tell the coordinator on which day you said it. Only then is this team sent examples.
nudging-script-then-2 = Sometimes somebody gets an example from a colleague. At most two messages a week. Some people get nothing for a while: chance decides that, and so we see whether it helps.
nudging-script-then-3 = Why it has to be like this: in research among doctors, comparing without support from their managers made work less pleasant.
nudging-script-make = As a PDF
nudging-script-file = Here is the page for managers. Was it said in a team? Then note that.

# The teams.

nudging-teams-open = Teams
nudging-teams = { $missing ->
    [0] It was said in every team. I may send examples there.
   *[other] In { $missing } of the { $count } teams it was not said yet. I send nothing there.
 }
nudging-team-line = { $number }. <b>{ $team }</b>: { $standing }
nudging-team-said = said on { $day }, by { $by }
nudging-team-not-said = not said yet
nudging-no-team = People without a team
nudging-by-lead = the manager
nudging-by-higher = somebody above the manager
nudging-team-open = Choose { $number }
nudging-teams-more = More teams
nudging-teams-back = Back to the teams
nudging-team-ask =
    <b>{ $team }</b>: was it said here? That is: this measures nobody, I do not see it, and I take away what gets in the way. The whole text: /startkit
nudging-was-said = This was said
nudging-not-said = Not said after all
nudging-team-is-told =
    <b>{ $team }</b>: { $standing }. I may send examples here.
nudging-team-noted =
    Noted. <b>{ $team }</b>: { $standing }. From now on I may send examples here. It stands in /log, with your name.
nudging-still-off = Sending is off for everybody now, or it is a crisis week. Look at /sending.
nudging-team-taken-back =
    <b>{ $team }</b>: it was not said here yet. From now on I choose nobody here to send something to.
nudging-team-gone = I do not know that team. I changed nothing.
nudging-who-said = Who said it in this team?
nudging-pick-lead = The manager
nudging-pick-higher = Somebody above
nudging-pick-else = Somebody else
nudging-only-managers = It only counts when a manager says it in person. People must hear it from whoever decides about their work.
nudging-which-day = On which day? Choose, or type a day, such as “Monday” or “12 November”.
nudging-pick-today = Today
nudging-pick-yesterday = Yesterday
nudging-day-unread = I do not understand that day, or it is still to come. Type it like this: 12 November.

# The switch.

nudging-on = <b>Sending is on.</b> { $teams ->
    [0] But in no team was it said yet that this measures nobody. So I send nobody an example. Begin with /startkit.
    [one] I send examples in 1 team: it was said there that this measures nobody.
   *[other] I send examples in { $teams } teams: it was said there that this measures nobody.
 }
nudging-off = <b>Sending is off</b>, since { $day }. Nobody gets anything of my own accord.
nudging-crisis = <b>It is a crisis week</b>, until { $day } included. Until then I send nothing of my own accord. After that I go on by myself.
nudging-ended-stopped = <b>Sending has ended by itself</b>, on { $day }: too many people stopped.
nudging-ended-less = <b>Sending has ended by itself</b>, on { $day }: too many people asked for less.
nudging-ended-energy = <b>Sending has ended by itself</b>, on { $day }: people who got something had less energy left than people who got nothing.
nudging-ended-small-group = <b>Sending has ended by itself</b>, on { $day }: a message about too small a group went out. That is my mistake. Tell whoever runs the program.
nudging-ended-effect = <b>Sending has ended by itself</b>, on { $day }: people who got something tried less than people who got nothing.
nudging-ended-how = I do not begin again by myself. Talk about it in the teams first.
nudging-what-it-is = Of my own accord I sometimes send an example, on Thursday a short overview, and every two weeks the question how it goes. Switch it off, and that stops at once. What was ready to go does not go out either.
nudging-what-goes-on = This always goes on: searching, asking, sharing, answering, what somebody agreed to themselves, and the messages and rounds that you send.
nudging-switch-off = Switch off
nudging-switch-on = Switch on again
nudging-crisis-call = Crisis week
nudging-crisis-over = Crisis is over
