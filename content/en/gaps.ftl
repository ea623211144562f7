# Questions that nothing fitted, for coordinators and liaisons.

command-gaps = gaps
    .about = Questions that nothing fitted

gaps-none = There are no open questions now.
gaps-count = { $count ->
    [one] There is one open question. I do not show who asked it.
   *[other] There are { $count } open questions. I do not show who asked them.
 }
gaps-question =
    Question { $number }, of { $at }:
    ‘{ $question }’
gaps-link = Link an example
gaps-share = Share an example
gaps-solved = This is solved
gaps-elsewhere = Does not belong here
gaps-next = Next question
gaps-closed = Closed. I let the person who asked know.
gaps-closed-already = This question is not open (any more). I changed nothing.
gaps-which = Which example fits? Is it not here? Then type a few words that are in it.
gaps-which-words = Which example fits? Type a few words that are in it.
gaps-not-found = With that I find no example that the person who asked may see. Try other words.
gaps-sure =
    To the question ‘{ $question }’ I send this example:
    <b>{ $title }</b>

    The person who asked does not hear that you linked it.
gaps-send = Send it
gaps-other = Choose another
gaps-linked = Sent. The question is answered now.
gaps-told-example =
    An example now fits a question of yours: <b>{ $title }</b>.
    You asked: ‘{ $question }’
gaps-open = See the example
gaps-told-solved =
    Your coordinator thinks that a question of yours is solved. Is it not? Then feel free to type it again.
    You asked: ‘{ $question }’
gaps-told-elsewhere =
    Your coordinator looked at a question of yours. Colleagues here cannot help with it, so I closed it.
    You asked: ‘{ $question }’
