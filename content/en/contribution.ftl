# My contribution.

command-contribution = contribution
    .about = What you shared and what others did with it

contribution-about = This is your contribution. Only you can ask for it. You could take it to your appraisal talk.
contribution-nothing = There is nothing to show yet. Share something, or tell under an example how it went.
contribution-make = Make a PDF
contribution-file = Here is your contribution as a PDF. I only send it to you.
contribution-title = Contribution of { $name }
contribution-made = Made on { $day }, with Kopgroep.
contribution-shared = { $count ->
    [one] <b>One example shared</b>
   *[other] <b>{ $count } examples shared</b>
 }
contribution-practice = { $title }. { $told } { $useful ->
    [0] { "" }
    [one] One colleague found it useful.
   *[other] { $useful } colleagues found it useful.
 }
contribution-untried = Nobody has told yet how it went.
contribution-tried = { $count ->
    [one] <b>One example of a colleague tried</b>
   *[other] <b>{ $count } examples of colleagues tried</b>
 }
contribution-trial = { $title }: { $outcome }.
contribution-lesson = { $title }: { $outcome }. Learned: ‘{ $line }’
contribution-thanks = { $count ->
    [one] <b>Thanked once</b>
   *[other] <b>Thanked { $count } times</b>
 }
contribution-thanked = ‘{ $words }’
